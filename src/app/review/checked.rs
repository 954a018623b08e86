//! What the parts of the Review page share: what was found out about the reports, and the place that is looked at.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::reviewing::{self, Reviewing, estimated};
use crate::app::store::Store;
use crate::data::DataSet;
use crate::journal::JournalState;
use crate::review::inputs::{EstimateInputs, estimate_inputs};
use crate::review::{self, Doubt, Finding, Table};
use crate::view::query::ReviewPart;
use crate::web::{frame, page};

/// `[indicator_ix][area_ix]`: the 90 % interval that the published total alone lets expect.
type Expected = Vec<Vec<Option<(f64, f64)>>>;

/// Memos over reports, and what passes with the moment. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Checked {
    store: Store,
    reviewing: Reviewing,
    /// The indicators that are reviewed.
    pub reviewed: Memo<Vec<usize>>,
    /// Sums, remainders, progress.
    pub table: Memo<Arc<Table>>,
    /// Every contradiction, accepted ones too.
    pub findings: Memo<Arc<Vec<Finding>>>,
    /// How many of them nobody has accepted, a frame after the report that makes or settles one.
    pub n_open: RwSignal<usize>,
    /// Reports that look wrong.
    pub doubts: Memo<Arc<Vec<Doubt>>>,
    /// The area whose report is being entered.
    pub area_ix: RwSignal<usize>,
    /// Id of the period whose figures are being entered; empty for the data set's own.
    pub period: RwSignal<String>,
    /// Indicator and area of the place whose details are open in the table.
    pub cell: RwSignal<Option<(usize, usize)>>,
}

impl Checked {
    /// The memos of the page.
    pub fn new(store: Store) -> Checked {
        let reviewing = Reviewing::of(store);
        let Reviewing { data_set, settings, laid, inputs, .. } = reviewing;
        let journal = store.desk().journal;
        let reviewed = Memo::new(move |_| review::table::reviewed_ixs(data_set.get().0));
        let table = Memo::new(move |_| {
            let data_set = data_set.get().0;
            Arc::new(laid.with(|laid| review::table::table(data_set, laid, None, &reviewed.get())))
        });
        let findings = Memo::new(move |_| {
            let data_set = data_set.get().0;
            let unusable = if settings.get().on { inputs.with(|inputs| unusable(inputs)) } else { Vec::new() };
            Arc::new(journal.with(|journal| {
                let mut found = laid.with(|laid| review::findings(data_set, journal.state(), laid, None));
                found.extend(review::findings::unusable(data_set, journal.state(), None, &unusable));
                found
            }))
        });
        let n_open_now = move || {
            findings.try_with_untracked(|found| found.iter().filter(|finding| finding.accepted.is_none()).count())
        };
        let n_open = a_frame_later(store, n_open_now().unwrap_or_default(), n_open_now);
        // What was to be expected does not follow the reports, so a report costs no estimate here.
        let expected = Memo::new(move |_| expected(data_set.get().0, reviewing, &reviewed.get()));
        let doubts = Memo::new(move |_| {
            let data_set = data_set.get().0;
            let of_indicator = |indicator_ix: usize| {
                let settings = settings.get();
                expected.with(|expected| {
                    laid.with(|laid| review::outliers(data_set, laid, &settings, &expected[indicator_ix], indicator_ix))
                })
            };
            Arc::new(reviewed.get().into_iter().flat_map(of_indicator).collect())
        });
        let first = store.query.with_untracked(|query| {
            let code = query.sheet.as_ref().or_else(|| query.selection.first())?;
            store.data_set.area_ix(code)
        });
        Checked {
            store,
            reviewing,
            reviewed,
            table,
            findings,
            n_open,
            doubts,
            area_ix: RwSignal::new(first.unwrap_or_default()),
            period: RwSignal::new(String::new()),
            cell: RwSignal::new(None),
        }
    }

    /// Those of the page, inside any part of it.
    pub fn take() -> Checked {
        use_context::<Checked>().expect("the Review page provides them")
    }

    /// Reports and estimates.
    pub fn reviewing(self) -> Reviewing {
        self.reviewing
    }

    /// Opens the report of an area, at an indicator's field or its beginning.
    pub fn enter(self, area_ix: usize, indicator_ix: Option<usize>) {
        self.area_ix.set(area_ix);
        self.period.set(String::new());
        self.store.go_to_part(ReviewPart::Entry);
        focus_soon(indicator_ix.map_or_else(|| "entry-title".to_owned(), field_id));
    }

    /// Opens the entry of another period's figures.
    pub fn enter_period(self, id: String) {
        self.period.set(id);
        self.store.go_to_part(ReviewPart::Entry);
        focus_soon("entry-title".to_owned());
    }

    /// Opens the details of a place in the table.
    pub fn show_cell(self, indicator_ix: usize, area_ix: usize) {
        self.cell.set(Some((indicator_ix, area_ix)));
        self.store.go_to_part(ReviewPart::Table);
        focus_soon("cell-title".to_owned());
    }

    /// Closes the details and brings the keyboard back to their place.
    pub fn close_cell(self) {
        if let Some((indicator_ix, area_ix)) = self.cell.get_untracked() {
            self.cell.set(None);
            focus_soon(cell_id(indicator_ix, area_ix));
        }
    }
}

/// What follows from the journal, brought up to date a frame after it: first what was typed is shown. `now` gives nothing
/// when the part of the page that asks has been left by then.
pub fn a_frame_later<T: PartialEq + Send + Sync + 'static>(
    store: Store,
    first: T,
    now: impl Fn() -> Option<T> + Copy + 'static,
) -> RwSignal<T> {
    let known = RwSignal::new(first);
    let journal = store.desk().journal;
    Effect::new(move |_| {
        journal.track();
        frame::after(move || {
            let Some(now) = now() else { return };
            if known.try_with_untracked(|known| *known != now) == Some(true) {
                known.set(now);
            }
        });
    });
    known
}

/// Moves the keyboard to an element once it is in the page.
pub fn focus_soon(id: String) {
    request_animation_frame(move || page::focus(&id));
}

/// Id of an indicator's field in the entry.
pub fn field_id(indicator_ix: usize) -> String {
    format!("entry-{indicator_ix}")
}

/// Id of an indicator's head in the table.
pub fn column_id(indicator_ix: usize) -> String {
    format!("column-{indicator_ix}")
}

/// Id of a place's button in the table.
pub fn cell_id(indicator_ix: usize, area_ix: usize) -> String {
    format!("cell-{indicator_ix}-{area_ix}")
}

/// Places whose figures keep an indicator from being estimated.
fn unusable(inputs: &[Option<EstimateInputs>]) -> Vec<(usize, Option<usize>)> {
    let mut places = Vec::new();
    for (indicator_ix, inputs) in inputs.iter().enumerate() {
        let found = inputs.as_ref().map(reviewing::unusable).unwrap_or_default();
        places.extend(found.into_iter().map(|area_ix| (indicator_ix, area_ix)));
    }
    places
}

fn expected(data_set: &'static DataSet, reviewing: Reviewing, reviewed: &[usize]) -> Expected {
    let laid = review::lay(data_set, &JournalState::default(), None);
    let settings = reviewing.settings.get();
    let mut expected = vec![Vec::new(); data_set.indicators.len()];
    for &indicator_ix in reviewed {
        if let Some(inputs) = estimate_inputs(data_set, &laid, &settings, None, indicator_ix) {
            let areas = estimated(&inputs, indicator_ix).areas;
            expected[indicator_ix] =
                areas.into_iter().map(|ranged| ranged.map(|ranged| (ranged.low, ranged.high))).collect();
        }
    }
    expected
}
