//! The one store: signals that a person's acts write, and nothing else does.
//!
//! Ground state: the data set (never changes), the query (what is looked at, also in the address), the journal (what was
//! entered, in [`Saving`]), and what passes with the moment: hover, keyboard focus, an open panel, notices. Everything
//! shown beyond that is derived (`derived`). Views read signals and call the methods here; they write no signal of the
//! store themselves.

use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use super::derived::Derived;
use super::desk::Desk;
use super::keeping::Keeping;
use super::merging::{Incoming, Report};
pub use super::notice::{Notice, Remedy, Tone};
use super::pieces;
use super::saving::Saving;
use super::undoing::steps;
use crate::data::{DataSet, Indicator, Lang};
use crate::draw::Theme;
use crate::geo::{AreaShape, Geometry};
use crate::text::date::CivilDate;
use crate::view::column::Column;
use crate::view::hash;
use crate::view::query::{
    ClassKey, Classing, Filter, Layout, Measure, Method, Query, RangeFilter, ReviewPart, Sort, SortKey, TasksPart, View,
};
use crate::web::{canvas, media, page, speed};

/// Everything that lives as long as the page. Copied freely: it is one pointer, so that the page's many handlers stay
/// small.
#[derive(Clone, Copy)]
pub struct Store(&'static Signals);

impl Deref for Store {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// What the store points to.
pub struct Signals {
    /// The data set in use, without indicators of one's own.
    pub data_set: &'static DataSet,
    /// Its geometry, prepared once.
    pub geometry: &'static Geometry,
    /// Shapes of the equal tiles, once they have been placed.
    pub tiles: RwSignal<Option<Arc<Vec<AreaShape>>>>,
    /// What a newcomer sees; it follows from the data set.
    start: &'static Query,
    /// What is looked at.
    pub query: RwSignal<Query>,
    /// What was entered, and how safe it is.
    pub saving: Saving,
    /// A file that follows what is entered.
    pub keeping: Keeping,
    /// The area under the pointer, in whatever view.
    pub hover: RwSignal<Option<usize>>,
    /// The area that the keyboard is on, in the map.
    pub focus: RwSignal<Option<usize>>,
    /// What lies over the right edge besides the area sheet.
    pub panel: RwSignal<Option<Panel>>,
    /// Files that were opened and wait to be merged.
    pub incoming: RwSignal<Vec<Incoming>>,
    /// What the last merge did.
    pub merge_report: RwSignal<Option<Report>>,
    /// Messages that wait to be read.
    pub notices: RwSignal<Vec<Notice>>,
    /// What a screen reader is to say now.
    pub announcement: RwSignal<String>,
    /// Device pixels to a CSS pixel; drawings follow it.
    pub pixel_ratio: RwSignal<f64>,
    /// Radius in CSS pixels of the greatest circle on the map, for its legend; measured by the map.
    pub map_circle_px: RwSignal<f64>,
    /// The view as an address.
    pub address: Memo<String>,
    /// The memos.
    pub derived: Derived,
    makes_step: StoredValue<bool>,
    last_id: StoredValue<u32>,
}

fn address_of(query: &Query, start: &Query) -> String {
    let lang = if query.lang == Lang::Vi { Lang::En } else { Lang::Vi };
    hash::write(query, &Query { lang, ..start.clone() })
}

/// A panel over the right edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// All notes.
    Notes,
    /// Storage, files, name, theme.
    Workspace,
    /// Files that were opened.
    Merge,
}

/// What the device prefers, kept up to date.
#[derive(Clone, Copy)]
pub struct Device {
    /// Dark colour scheme.
    pub dark: RwSignal<bool>,
    /// Own colours instead of the page's.
    pub forced_colors: RwSignal<bool>,
}

impl Device {
    fn new() -> Device {
        let follow = |query: &'static str| {
            let signal = RwSignal::new(media::holds(query));
            media::on_change(query, move |holds| signal.set(holds));
            signal
        };
        Device { dark: follow(media::DARK), forced_colors: follow(media::FORCED_COLORS) }
    }
}

impl Store {
    /// The store over a data set. The data set lives as long as the page, so it is leaked once.
    pub fn new(data_set: DataSet) -> Store {
        let data_set: &'static DataSet = Box::leak(Box::new(data_set));
        let geometry: &'static Geometry = Box::leak(Box::new(Geometry::new(data_set)));
        let saving = Saving::open();
        let lang = saving.preferred_lang().unwrap_or_else(super::browser_lang);
        let start: &'static Query = Box::leak(Box::new(Query::start(data_set, lang)));
        let query = RwSignal::new(start.clone());
        let device = Device::new();
        let pixel_ratio = RwSignal::new(canvas::device_pixel_ratio());
        media::on_pixel_ratio_change(move || pixel_ratio.set(canvas::device_pixel_ratio()));
        let derived = Derived::new(data_set, query, saving, device);
        Store(Box::leak(Box::new(Signals {
            data_set,
            geometry,
            start,
            tiles: RwSignal::new(None),
            query,
            saving,
            keeping: Keeping::new(),
            hover: RwSignal::new(None),
            focus: RwSignal::new(None),
            panel: RwSignal::new(None),
            incoming: RwSignal::new(Vec::new()),
            merge_report: RwSignal::new(None),
            notices: RwSignal::new(Vec::new()),
            announcement: RwSignal::new(String::new()),
            pixel_ratio,
            map_circle_px: RwSignal::new(0.0),
            address: Memo::new(move |_| query.with(|query| address_of(query, start))),
            derived,
            makes_step: StoredValue::new(false),
            last_id: StoredValue::new(0),
        })))
    }

    /// The store of the page, inside any component of it.
    pub fn take() -> Store {
        use_context::<Store>().expect("the shell provides the store")
    }

    /// An id for an element that another one names.
    pub fn new_id(self, what: &str) -> String {
        let number = self.last_id.try_update_value(|last| {
            *last += 1;
            *last
        });
        format!("{what}-{}", number.unwrap_or_default())
    }

    /// The desk, for what stands in its piece of the program.
    pub fn desk(self) -> Desk {
        Desk::of(self)
    }

    /// The query that an address without anything in it means.
    pub fn defaults(self) -> Query {
        let lang = self.saving.preferred_lang().unwrap_or_else(super::browser_lang);
        Query { lang, ..self.start.clone() }
    }

    /// The data set with the indicators of one's own, tracked.
    pub fn all(self) -> &'static DataSet {
        self.derived.shown.with(|shown| shown.data_set)
    }

    /// The indicators with those of one's own, tracked.
    pub fn indicators(self) -> &'static [Indicator] {
        &self.all().indicators
    }

    /// The language of the interface, tracked.
    pub fn lang(self) -> Lang {
        self.derived.lang.get()
    }

    /// The language of the interface, for handlers.
    pub fn lang_now(self) -> Lang {
        self.query.with_untracked(|query| query.lang)
    }

    /// The colours to draw with, tracked.
    pub fn theme(self) -> &'static Theme {
        self.derived.theme.get()
    }

    /// Whether the change that is being written to the address deserves a step for the Back button. Asking resets it.
    pub fn takes_history_step(self) -> bool {
        self.makes_step.try_update_value(std::mem::take).unwrap_or_default()
    }

    // What a person does. `step`: Back leads to what was before; `glide`: the address follows without a step. Both can be
    // undone under the name given; `None` for what undo leaves alone (pages, sheets, language).

    fn step(self, name: Option<&'static str>, change: impl FnOnce(&mut Query)) {
        self.makes_step.set_value(true);
        self.glide(name, change);
    }

    fn glide(self, name: Option<&'static str>, change: impl FnOnce(&mut Query)) {
        speed::input();
        let before = name.map(|_| self.address());
        self.query.update(change);
        if let (Some(name), Some(before)) = (name, before)
            && self.saving.push_view_step(name, before, self.address())
        {
            pieces::open_desk(self);
        }
    }

    /// The view as an address, for links, files and the history. The language always stands in it, since the default is each
    /// reader's own.
    pub fn address(self) -> String {
        self.address.get_untracked()
    }

    /// Takes the latest step back.
    pub fn undo(self) {
        if let Some(desk) = self.saving.desk.get_untracked() {
            (desk.calls.undo)(self);
        }
    }

    /// Does the step again that was taken back last.
    pub fn redo(self) {
        if let Some(desk) = self.saving.desk.get_untracked() {
            (desk.calls.redo)(self);
        }
    }

    /// Goes to a page.
    pub fn go(self, view: View) {
        self.panel.set(None);
        self.step(None, |query| {
            query.view = view;
            query.sheet = None;
        });
    }

    /// Opens a part of the Review page.
    pub fn go_to_part(self, part: ReviewPart) {
        self.step(None, |query| {
            query.view = View::Review;
            query.review = part;
        });
    }

    /// Opens a part of the Tasks page.
    pub fn go_to_tasks(self, part: TasksPart) {
        self.step(None, |query| {
            query.view = View::Tasks;
            query.tasks = part;
        });
    }

    /// Looks at the year's work on another day; `None` is today.
    pub fn look_on(self, day: Option<CivilDate>) {
        self.glide(None, |query| query.as_of = day);
    }

    /// Looks at the year's work another way, in words of its room; undone as a filter is if it hides something.
    pub fn look_at_work(self, words: BTreeSet<String>, hides: bool) {
        self.glide(hides.then_some(steps::FILTER), |query| query.work_look = words);
    }

    /// Changes the language, for this page and for later visits.
    pub fn speak(self, lang: Lang) {
        self.glide(None, |query| query.lang = lang);
        self.saving.prefer_lang(lang);
    }

    /// Shows another measure. Filters on classes fall away, since they meant the classes of the old one.
    pub fn show_measure(self, measure: Measure) {
        self.step(Some(steps::MEASURE), |query| {
            if query.sort.key == SortKey::Measure(query.measure.clone()) {
                query.sort.key = SortKey::Measure(measure.clone());
            }
            query.measure = measure;
            query.filter.classes.clear();
            query.classing.own_breaks.clear();
            if query.classing.method == Method::Own {
                query.classing.method = Method::Rounded;
            }
        });
    }

    /// Goes to the map and shows a measure there.
    pub fn show_on_map(self, measure: Measure) {
        self.show_measure(measure);
        self.go(View::Atlas);
    }

    /// Lays the map out another way.
    pub fn lay_out(self, layout: Layout) {
        self.step(Some(steps::LAYOUT), |query| query.layout = layout);
    }

    /// Shows streets and villages as dots on the map, or no longer.
    pub fn show_dots(self, dots: bool) {
        self.step(Some(steps::LAYOUT), |query| query.dots = dots);
    }

    /// Changes classes or colours. Filters on classes fall away if the classes may have changed.
    pub fn classify(self, change: impl FnOnce(&mut Classing)) {
        self.step(Some(steps::CLASSES), |query| {
            let before = query.classing.clone();
            change(&mut query.classing);
            let only_colors = Classing { palette: before.palette, ..query.classing.clone() } == before;
            if !only_colors {
                query.filter.classes.clear();
            }
        });
    }

    /// Changes filters by something continuous: typing, dragging.
    pub fn filter(self, change: impl FnOnce(&mut Filter)) {
        self.glide(Some(steps::FILTER), |query| change(&mut query.filter));
    }

    /// Changes filters by one deliberate act.
    pub fn filter_step(self, change: impl FnOnce(&mut Filter)) {
        self.step(Some(steps::FILTER), |query| change(&mut query.filter));
    }

    /// Sets or clears the range of a measure.
    pub fn set_range(self, measure: &Measure, min: Option<f64>, max: Option<f64>) {
        self.filter(|filter| {
            filter.ranges.retain(|range| range.measure != *measure);
            if min.is_some() || max.is_some() {
                filter.ranges.push(RangeFilter { measure: measure.clone(), min, max });
            }
        });
    }

    /// Lets a class of the legend in or out.
    pub fn toggle_class(self, class: ClassKey) {
        self.filter_step(|filter| {
            if !filter.classes.remove(&class) {
                filter.classes.insert(class);
            }
        });
    }

    /// Chooses one area, or with `adding` adds it to or takes it from the chosen ones.
    pub fn choose(self, area_ix: usize, adding: bool) {
        let Some(area) = self.data_set.areas.get(area_ix) else { return };
        self.glide(Some(steps::CHOICE), |query| {
            let was_chosen = query.selection.contains(&area.code);
            let was_alone = was_chosen && query.selection.len() == 1;
            if !adding {
                query.selection.clear();
            }
            if (adding && was_chosen) || was_alone {
                query.selection.remove(&area.code);
            } else {
                query.selection.insert(area.code.clone());
            }
        });
    }

    /// Chooses a set of areas, or with `adding` adds them.
    pub fn choose_all(self, area_ixs: &[usize], adding: bool) {
        let codes: BTreeSet<String> = area_ixs
            .iter()
            .filter_map(|&area_ix| self.data_set.areas.get(area_ix))
            .map(|area| area.code.clone())
            .collect();
        self.glide(Some(steps::CHOICE), |query| {
            if !adding {
                query.selection.clear();
            }
            query.selection.extend(codes);
        });
    }

    /// Chooses nothing.
    pub fn choose_none(self) {
        self.glide(Some(steps::CHOICE), |query| {
            query.selection.clear();
            query.filter.selection_only = false;
        });
    }

    /// Opens the sheet of an area.
    pub fn open_sheet(self, area_ix: usize) {
        let Some(area) = self.data_set.areas.get(area_ix) else { return };
        if self.query.with_untracked(|query| query.sheet.is_none()) {
            page::remember_focus();
        }
        self.panel.set(None);
        self.step(None, |query| query.sheet = Some(area.code.clone()));
        page::focus_soon("sheet-title");
    }

    /// Closes the sheet.
    pub fn close_sheet(self) {
        page::end_typing();
        self.step(None, |query| query.sheet = None);
        page::return_focus("headline");
    }

    /// Closes the panel.
    pub fn close_panel(self) {
        page::end_typing();
        self.panel.set(None);
        page::return_focus("headline");
    }

    /// Opens a panel, or closes it if it is the open one.
    pub fn toggle_panel(self, panel: Panel) {
        if self.panel.get_untracked() == Some(panel) {
            return self.close_panel();
        }
        page::remember_focus();
        self.panel.set(Some(panel));
        page::focus_soon("panel-title");
    }

    /// Sorts the table.
    pub fn sort(self, sort: Sort) {
        self.step(Some(steps::TABLE), |query| query.sort = sort);
    }

    /// Shows or hides a column of the table.
    pub fn toggle_column(self, measure: &Measure) {
        self.step(Some(steps::TABLE), |query| match query.columns.iter().position(|column| column == measure) {
            Some(at) => drop(query.columns.remove(at)),
            None => query.columns.push(measure.clone()),
        });
    }

    /// Takes another measure for the horizontal axis of the scatter plot.
    pub fn scatter_over(self, measure: Measure) {
        self.step(Some(steps::SCATTER), |query| query.scatter_x = measure);
    }

    // Messages.

    /// Shows a message; one of the same key is replaced.
    pub fn notify(self, key: &'static str, tone: Tone, text: String) {
        self.notify_with(Notice { key, tone, text, remedy: None });
    }

    /// Shows a message with a button.
    pub fn notify_with(self, notice: Notice) {
        self.notices.update(|notices| {
            notices.retain(|other| other.key != notice.key);
            notices.push(notice);
        });
    }

    /// Closes a message.
    pub fn dismiss(self, key: &str) {
        if self.notices.with_untracked(|notices| notices.iter().any(|notice| notice.key == key)) {
            self.notices.update(|notices| notices.retain(|notice| notice.key != key));
        }
    }

    /// Has a screen reader say this.
    pub fn announce(self, text: String) {
        self.announcement.set(text);
    }

    /// The measure's column over the figures in use, tracked.
    pub fn column(self, measure: &Measure) -> Option<Arc<Column>> {
        self.derived.shown.with(|shown| shown.column(measure)).map(Arc::new)
    }
}
