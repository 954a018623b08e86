//! Figures of other periods as memos, and the choice of a change on the Atlas.
//!
//! Belongs to the piece `review`, with the reports that the figures of other periods are.

use std::sync::Arc;

use leptos::prelude::*;

use super::fields::Choice;
use super::reviewing::Reviewing;
use super::say::live;
use super::shown::{Others, Shown};
use super::store::{Store, Tone};
use crate::data::{DataSet, Figure, Lang};
use crate::journal::JournalState;
use crate::review::{self, Laid};
use crate::text::say::compare as words;
use crate::view::column::Column;
use crate::view::compare::{self, Period, Sides};
use crate::view::describe;
use crate::view::hash::measure_text;
use crate::view::query::{ChangeBy, Measure, Since};

impl Store {
    /// Shows another indicator, compared with the same period as before where it has figures of it.
    pub fn show_indicator(self, id: String) {
        let change = self.query.with_untracked(|query| query.measure.change.clone());
        let measure = Measure { change, ..Measure::plain(id) };
        let is_known = |measure: &Measure| self.derived.shown.with_untracked(|shown| shown.column(measure)).is_some();
        // Not everything has a change in per cent.
        let by_unit = measure.change.clone().map(|since| Since { by: ChangeBy::Unit, ..since });
        let by_unit = Measure { change: by_unit, ..measure.clone() };
        let shown = [measure, by_unit.clone()].into_iter().find(is_known);
        self.show_measure(shown.unwrap_or_else(|| by_unit.unchanged()));
    }
}

/// The changes that can be shown, each with both sides.
pub type Offers = Arc<Vec<(Since, Sides)>>;

/// The choice of a change beside the indicator, and how many areas have none.
#[component]
pub fn Comparison() -> impl IntoView {
    let store = Store::take();
    let offers = Reviewing::of(store).offers;
    let shown = store.derived.shown;
    let on_map = move || store.derived.column.with(|column| column.measure.clone());
    let text_of = |since: &Since| measure_text(&Measure { change: Some(since.clone()), ..Measure::plain("") });
    let choices = move || {
        let lang = store.lang();
        let nothing = (String::new(), words::NOT_COMPARED.get(lang).to_owned());
        let labelled = |(since, sides): &(Since, Sides)| {
            let label = shown.with(|shown| label_of(shown, &since.period));
            (text_of(since), describe::offer_text(sides, since, &label, lang))
        };
        std::iter::once(nothing).chain(offers.get().iter().map(labelled)).collect::<Vec<_>>()
    };
    let value = move || on_map().change.as_ref().map(text_of).unwrap_or_default();
    let choose = move |code: String| {
        let chosen = offers.with_untracked(|offers| {
            offers.iter().map(|(since, _)| since).find(|since| text_of(since) == code).cloned()
        });
        store.show_measure(Measure { change: chosen, ..untrack(on_map) });
    };
    let lacks = move || {
        let (lang, change) = (store.lang(), on_map().change?);
        offers.with(|offers| {
            let (since, sides) = offers.iter().find(|(since, _)| *since == change)?;
            Some(describe::lacks_text(sides, since.by, lang))
        })
    };
    view! {
        <Choice
            label=words::COMPARE
            choices=Signal::derive(choices)
            value=Signal::derive(value)
            on_choose=choose
        />
        <p class="lacks small muted">{live(lacks)}</p>
    }
}

/// The other periods with their figures; `None` if the journal has no such period.
pub(super) fn periods(data_set: &DataSet, state: &JournalState) -> Option<Arc<Vec<Period>>> {
    let known = state.periods();
    if known.is_empty() {
        return None;
    }
    let period = |(id, label): (String, String)| {
        let figures = review::laid::comparable(data_set, state, &id);
        Period { id, label, figures }
    };
    Some(Arc::new(known.into_iter().map(period).collect()))
}

/// What the page needs of them.
pub(super) fn others(ds: &DataSet, laid: &Laid, figures: &[Vec<Figure>], periods: Arc<Vec<Period>>) -> Others {
    let own = Arc::new(review::laid::whole(ds, laid, figures));
    Others { periods, own, column, lines }
}

/// The changes that can be shown of the measure on the map, and both figures of each area in words.
pub(super) fn on_map(
    store: Store,
    shown: Memo<Shown>,
    measure: Memo<Measure>,
) -> (Memo<Offers>, Memo<Arc<Vec<String>>>) {
    let offers = Memo::new(move |_| {
        let measure = measure.get();
        Arc::new(shown.with(|shown| match &shown.others {
            Some(others) => compare::offers(shown.data_set, &others.own, &others.periods, &measure),
            None => Vec::new(),
        }))
    });
    let sides = Memo::new(move |_| {
        let (measure, lang) = (measure.get(), store.lang());
        let n_areas = store.data_set.areas.len();
        let told = shown.with(|shown| {
            let sides = sides(shown, &measure)?;
            let by = measure.change?.by;
            Some((0..n_areas).map(|area_ix| describe::sides_text(&sides, by, area_ix, lang)).collect())
        });
        Arc::new(told.unwrap_or_default())
    });
    (offers, sides)
}

/// Says so when the address compares with a period that is not here, or in a way that the indicator has not.
pub(super) fn tell_of_unknown(store: Store, measure: Memo<Measure>, shown: Memo<Shown>) {
    const KEY: &str = "compare";
    Effect::new(move |_| {
        let unknown = measure.get().change.filter(|_| shown.with(|shown| shown.column(&measure.get())).is_none());
        match unknown {
            Some(since) => {
                let lang = store.lang();
                let by_unit = Since { by: ChangeBy::Unit, ..since.clone() };
                let by_unit = Measure { change: Some(by_unit), ..measure.get() };
                let text = if shown.with(|shown| shown.column(&by_unit)).is_some() {
                    words::LINK_WITHOUT_PER_CENT.get(lang).to_owned()
                } else {
                    words::NOT_LOADED.fill(lang, &[("period", &since.period)])
                };
                store.notify(KEY, Tone::Warn, text);
            }
            None => store.dismiss(KEY),
        }
    });
}

fn column(shown: &Shown, measure: &Measure) -> Option<Column> {
    compare::column(shown.data_set, &sides(shown, measure)?, measure).filter(|column| column.n_known() > 0)
}

fn lines(shown: &Shown, indicator_ix: usize, area_ix: usize, lang: Lang) -> Vec<String> {
    let Some(others) = &shown.others else { return Vec::new() };
    let measure = Measure::plain(shown.data_set.indicators[indicator_ix].id.clone());
    let line = |period: &Period| {
        let sides = compare::sides(shown.data_set, &others.own, &others.periods, &period.id, &measure)?;
        describe::change_line(&sides, area_ix, lang)
    };
    others.periods.iter().filter_map(line).collect()
}

fn sides(shown: &Shown, measure: &Measure) -> Option<Sides> {
    let (others, since) = (shown.others.as_ref()?, measure.change.as_ref()?);
    compare::sides(shown.data_set, &others.own, &others.periods, &since.period, measure)
}

fn label_of(shown: &Shown, id: &str) -> String {
    let periods = shown.others.as_ref().map(|others| &others.periods);
    let found = periods.and_then(|periods| periods.iter().find(|period| period.id == id));
    found.map(|period| period.label.clone()).unwrap_or_default()
}
