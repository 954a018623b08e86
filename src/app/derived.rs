//! What follows from the store's ground state, each once, as memos that views share.
//!
//! The chain is: query and data set give the column, the column its classes and ranks; query, column and notes give
//! which areas pass; classes, passes and theme give how areas look. A memo stops a change that changes nothing.

use std::sync::Arc;

use leptos::prelude::*;

use super::parts::Parts;
use super::saving::Saving;
use super::shown::{Extended, Shown};
use super::store::Device;
use crate::data::{DataSet, Lang};
use crate::draw::{AreaFill, Rgb, Theme, palette};
use crate::journal::storage::prefs;
use crate::stats::estimate::RankInterval;
use crate::stats::rank::Rank;
use crate::view::circles::circle_sizes;
use crate::view::classes::{Classes, classes};
use crate::view::column::Column;
use crate::view::filter::{self, Clause, FilterContext};
use crate::view::holdings::{Holdings, holdings};
use crate::view::query::{Classing, Filter, Layout, Measure, Query, View};
use crate::view::{describe, profile};
use crate::web::frame;

/// The memos. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Derived {
    data_set: &'static DataSet,
    /// What is looked at, part by part.
    pub parts: Parts,
    /// Language of the interface.
    pub lang: Memo<Lang>,
    /// Page.
    pub view: Memo<View>,
    /// Layout of the map.
    pub layout: Memo<Layout>,
    /// What the map shows.
    pub measure: Memo<Measure>,
    /// How its values become classes and colours.
    pub classing: Memo<Classing>,
    /// The data set with the indicators of one's own behind its own ones, without those of the year's work.
    pub reviewed_all: Memo<Extended>,
    /// The data set in use. Known without its figures: who asks for names only has nothing estimated.
    pub all: Memo<Extended>,
    /// The figures in use, without those of the year's work.
    pub reviewed: Memo<Shown>,
    /// The figures in use.
    pub shown: Memo<Shown>,
    /// Whether invented figures are among them.
    pub has_practice: Memo<bool>,
    /// The measure on the map, over all areas.
    pub column: Memo<Arc<Column>>,
    /// Its classes, over all areas.
    pub classes: Memo<Arc<Classes>>,
    /// Its ranks, highest first.
    pub ranks: Memo<Arc<Vec<Option<Rank>>>>,
    /// How sure those are, where figures are estimated; else empty.
    pub rank_intervals: Memo<Arc<Vec<Option<RankInterval>>>>,
    /// Both figures of each area in words, where a change is shown; else empty.
    pub sides: Memo<Arc<Vec<String>>>,
    /// Whether each area passes the filters.
    pub passes: Memo<Arc<Vec<bool>>>,
    /// Whether each area is chosen.
    pub chosen: Memo<Arc<Vec<bool>>>,
    /// [`Derived::passes`] and [`Derived::chosen`] area by area, for what shows one area as text: a change wakes only the
    /// areas that it concerns, and while a filter is dragged the drawings come first.
    pub of_area: &'static [OfArea],
    /// How many notes each area has.
    pub n_notes: Memo<Arc<Vec<usize>>>,
    /// What the passing areas hold.
    pub holdings: Memo<Holdings>,
    /// Colours to draw with.
    pub theme: Memo<&'static Theme>,
    /// Colours of the classes, lowest first.
    pub colors: Memo<Arc<Vec<Rgb>>>,
    /// How each area's figure looks, filters left out.
    pub fills: Memo<Arc<Vec<AreaFill>>>,
    /// Names by area; never change.
    pub names: &'static [&'static str],
    /// The filters as words, fields and rows show them.
    pub told: Told,
}

/// The filters once more, a frame later. What is drawn in sight follows [`Derived::passes`] at once; words, fields, chips, rows
/// and options follow this, so that a drag need not write a hundred texts before each of its frames, and those of moves between
/// two frames are never written. Drawings out of sight follow [`Told::round`].
#[derive(Clone, Copy)]
pub struct Told {
    /// The filters.
    pub filter: RwSignal<Filter>,
    /// Whether each area passes them.
    pub passes: RwSignal<Arc<Vec<bool>>>,
    /// Counts the frames after which this was brought up to date.
    pub round: RwSignal<u32>,
    /// Counts those of them after which figures, classes or what areas are compared by had changed.
    pub figures: RwSignal<u32>,
}

impl Derived {
    /// The memos over a data set and the store's signals.
    pub fn new(data_set: &'static DataSet, query: RwSignal<Query>, saving: Saving, device: Device) -> Derived {
        let names: Vec<&'static str> = data_set.areas.iter().map(|area| area.name.as_str()).collect();
        let parts = Parts::of(query);
        let Parts { filter, selection, rest } = parts;
        let lang = Memo::new(move |_| rest.with(|rest| rest.lang));
        let view = Memo::new(move |_| rest.with(|rest| rest.view));
        let layout = Memo::new(move |_| rest.with(|rest| rest.layout));
        let measure: Memo<Measure> = Memo::new(move |_| rest.with(|rest| rest.measure.clone()));
        let classing: Memo<Classing> = Memo::new(move |_| rest.with(|rest| rest.classing.clone()));
        let reviewed_all =
            Memo::new(move |_| saving.reviewing.get().map_or(Extended(data_set), |reviewing| reviewing.data_set.get()));
        let all = Memo::new(move |_| {
            saving.tasking.get().map_or_else(|| reviewed_all.get(), |tasking| tasking.data_set.get())
        });
        let own = Shown::of(data_set);
        let reviewed =
            Memo::new(move |_| saving.reviewing.get().map_or_else(|| own.clone(), |reviewing| reviewing.shown.get()));
        let shown =
            Memo::new(move |_| saving.tasking.get().map_or_else(|| reviewed.get(), |tasking| tasking.shown.get()));
        let has_practice =
            Memo::new(move |_| saving.reviewing.get().is_some_and(|reviewing| reviewing.has_practice.get()));
        let column = Memo::new(move |_| Arc::new(column_or_first(&shown.get(), &measure.get())));
        let all_classes = Memo::new(move |_| {
            let column = column.get();
            Arc::new(classes(&column, &classing.get(), column.city_line()))
        });
        let ranks = Memo::new(move |_| Arc::new(profile::column_ranks(&column.get())));
        let rank_intervals =
            Memo::new(move |_| saving.reviewing.get().map(|reviewing| reviewing.ranks.get()).unwrap_or_default());
        let sides =
            Memo::new(move |_| saving.reviewing.get().map(|reviewing| reviewing.sides.get()).unwrap_or_default());
        let n_notes = Memo::new(move |_| {
            let desk = saving.desk.get();
            desk.map_or_else(|| Arc::new(vec![0; data_set.areas.len()]), |desk| desk.summary.n_notes_by_area.get())
        });
        let passes = Memo::new(move |_| {
            let context = Context {
                shown: shown.get(),
                classes: all_classes.get(),
                n_notes: n_notes.get(),
                selection: selection.get(),
            };
            Arc::new(filter.with(|now| context.with(now, |context| filter::apply(context, now))))
        });
        let chosen = Memo::new(move |_| {
            Arc::new(selection.with(|codes| data_set.areas.iter().map(|area| codes.contains(&area.code)).collect()))
        });
        let told = Told {
            filter: RwSignal::new(filter.get_untracked()),
            passes: RwSignal::new(passes.get_untracked()),
            round: RwSignal::new(0),
            figures: RwSignal::new(0),
        };
        let of_area: Vec<OfArea> = (0..data_set.areas.len())
            .map(|area_ix| OfArea {
                passes: Memo::new(move |_| told.passes.with(|passes| passes[area_ix])),
                is_chosen: Memo::new(move |_| chosen.with(|chosen: &Arc<Vec<bool>>| chosen[area_ix])),
            })
            .collect();
        let theme = Memo::new(move |_| theme_of(saving, device));
        let colors = Memo::new(move |_| {
            let is_dark = theme.get().dark;
            all_classes.with(|classes| Arc::new(palette::colors(classes.palette, classes.n_classes().max(1), is_dark)))
        });
        let fills = Memo::new(move |_| {
            let (column, classes, colors) = (column.get(), all_classes.get(), colors.get());
            let symbol = theme.get().symbol;
            let color_of = |area_ix: usize| match classes.class_of[area_ix] {
                Some(class) if column.is_colored() => colors.get(usize::from(class)).copied().unwrap_or(symbol),
                _ => symbol,
            };
            let figures = column.figures.iter().enumerate();
            Arc::new(figures.map(|(area_ix, figure)| AreaFill::of(figure.state, color_of(area_ix))).collect())
        });
        Derived {
            data_set,
            parts,
            lang,
            view,
            layout,
            measure,
            classing,
            reviewed_all,
            all,
            reviewed,
            shown,
            has_practice,
            column,
            classes: all_classes,
            ranks,
            rank_intervals,
            sides,
            passes,
            chosen,
            of_area: Box::leak(of_area.into_boxed_slice()),
            n_notes,
            holdings: Memo::new(move |_| told.passes.with(|passes| holdings(data_set, passes))),
            theme,
            colors,
            fills,
            names: Box::leak(names.into_boxed_slice()),
            told,
        }
    }

    /// Keeps [`Told`] up to date: when the frame with the drawings has been shown, and only with the last of several changes
    /// until then. Nothing on the Review page shows it, and asking for the figures there would estimate them before the frame
    /// that shows what was typed; whoever comes back finds it up to date.
    pub fn tell_after_drawing(self) {
        let is_away = Memo::new(move |_| self.view.get() == View::Review);
        let then = move |was_away: Option<bool>, tell: fn(Derived)| match was_away {
            Some(true) => tell(self),
            _ => frame::after(move || tell(self)),
        };
        Effect::new(move |was_away| {
            if is_away.get() {
                return true;
            }
            let Parts { filter, selection, rest } = self.parts;
            filter.track();
            selection.track();
            rest.track();
            self.passes.track();
            self.shown.track();
            self.theme.track();
            self.n_notes.track();
            then(was_away, Derived::tell);
            false
        });
        Effect::new(move |was_away| {
            if is_away.get() {
                return true;
            }
            self.column.track();
            self.classes.track();
            self.sides.track();
            then(was_away, |now| now.told.figures.update(|count| *count = count.wrapping_add(1)));
            false
        });
    }

    fn tell(self) {
        let Told { filter, passes, round, .. } = self.told;
        let now = self.parts.filter.get_untracked();
        if filter.with_untracked(|told| *told != now) {
            filter.set(now);
        }
        let now = self.passes.get_untracked();
        if passes.with_untracked(|told| *told != now) {
            passes.set(now);
        }
        round.update(|round| *round = round.wrapping_add(1));
    }

    fn context(self) -> Context {
        Context {
            shown: self.shown.get(),
            classes: self.classes.get(),
            n_notes: self.n_notes.get(),
            selection: self.parts.selection.get(),
        }
    }

    /// Whether each area passes the filters with one clause left out, tracked.
    pub fn passes_without(self, clause: &Clause) -> Arc<Vec<bool>> {
        let now = self.parts.filter.get();
        Arc::new(self.context().with(&now, |context| filter::apply_without(context, &now, clause)))
    }

    /// A clause of the active filters in words, tracked, a frame later.
    pub fn clause_text(self, clause: &Clause) -> String {
        let now = self.told.filter.get();
        let (lang, column) = (self.lang.get(), self.column.get());
        self.context().with(&now, |context| describe::clause_text(clause, &now, context, &column, lang))
    }

    /// The amounts behind the map's circles, tracked.
    pub fn circle_sizes(self) -> Vec<Option<f64>> {
        let column = self.column.get();
        self.shown.with(|shown| circle_sizes(shown.data_set, &shown.figures, &column))
    }

    /// One area with its figure, class, rank and comparison in words, tracked.
    pub fn area_line(self, area_ix: usize) -> String {
        self.line_if(area_ix, self.passes.with(|passes| passes[area_ix]))
    }

    /// The same for a caller that follows by itself whether the area passes; figures are told a frame after they are drawn.
    pub fn told_line(self, area_ix: usize, passes: bool) -> String {
        self.told.figures.track();
        self.lang.track();
        untrack(|| self.line_if(area_ix, passes))
    }

    fn line_if(self, area_ix: usize, passes: bool) -> String {
        let (column, classes, ranks) = (self.column.get(), self.classes.get(), self.ranks.get());
        let lang = self.lang.get();
        let interval = self.rank_intervals.with(|intervals| intervals.get(area_ix).copied().flatten());
        let mut line = describe::area_line(self.data_set, &column, &classes, &ranks, interval, area_ix, lang);
        let mut add = |text: &str| {
            line.push_str(", ");
            line.push_str(text);
        };
        self.sides.with(|sides| sides.get(area_ix).into_iter().for_each(|text| add(text)));
        if !passes {
            add(crate::text::say::atlas::FILTERED_OUT.get(lang));
        }
        line
    }
}

/// What is known of one area.
#[derive(Clone, Copy)]
pub struct OfArea {
    /// Whether it passes the filters.
    pub passes: Memo<bool>,
    /// Whether it is chosen.
    pub is_chosen: Memo<bool>,
}

/// What filters look at, owned, so that memos can hold it while they compute.
struct Context {
    shown: Shown,
    classes: Arc<Classes>,
    n_notes: Arc<Vec<usize>>,
    selection: std::collections::BTreeSet<String>,
}

impl Context {
    fn with<T>(&self, filter: &Filter, look: impl FnOnce(&FilterContext) -> T) -> T {
        let columns = filter::range_columns(filter, &|measure| self.shown.column(measure));
        let noted: Vec<bool> = self.n_notes.iter().map(|n| *n > 0).collect();
        look(&FilterContext {
            ds: self.shown.data_set,
            columns: &columns,
            classes: &self.classes,
            noted: &noted,
            selection: &self.selection,
        })
    }
}

/// The measure's column; the figures themselves if there is no such change; the first indicator's if the measure is not
/// of this data set.
fn column_or_first(shown: &Shown, measure: &Measure) -> Column {
    let column = |measure: &Measure| shown.column(measure);
    column(measure)
        .or_else(|| column(&measure.unchanged()))
        .or_else(|| column(&Measure::plain(shown.data_set.indicators.first()?.id.clone())))
        .expect("a data set without indicators is refused by its reader")
}

fn theme_of(saving: Saving, device: Device) -> &'static Theme {
    let is_dark = match saving.theme() {
        Some(prefs::Theme::Dark) => true,
        Some(prefs::Theme::Light) => false,
        None => device.dark.get(),
    };
    match (device.forced_colors.get(), is_dark) {
        (false, false) => &Theme::LIGHT,
        (false, true) => &Theme::DARK,
        (true, false) => &Theme::FORCED_LIGHT,
        (true, true) => &Theme::FORCED_DARK,
    }
}
