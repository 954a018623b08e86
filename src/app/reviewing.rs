//! Reports and estimates as memos over the journal, for every view.
//!
//! Belongs to the piece `review`, which is loaded when the journal holds reports, own indicators or settings of estimates,
//! or when the Review page is opened.

use std::sync::Arc;

use leptos::prelude::*;

use super::desk::{Desk, for_ever};
use super::shown::Shown;
use super::store::Store;
use crate::data::{DataSet, Figure, State};
use crate::journal::{EstimateSettings, JournalState};
use crate::review::{self, EstimateInputs, EstimateKind, Laid};
use crate::stats::estimate::{self, Estimate, Input, Kind, Settings};

/// The memos. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Reviewing {
    /// The data set with own indicators.
    pub data_set: Memo<Extended>,
    /// The assumptions of the estimates.
    pub settings: Memo<EstimateSettings>,
    /// Reports laid over the data set's figures, for its own period.
    pub laid: Memo<Arc<Laid>>,
    /// The estimates by indicator; all `None` while they are off.
    pub estimates: Memo<Estimates>,
    /// What the page shows.
    pub shown: Memo<Shown>,
}

/// A data set that lives as long as the page, told apart by its place.
#[derive(Clone, Copy)]
pub struct Extended(pub &'static DataSet);

impl PartialEq for Extended {
    fn eq(&self, other: &Extended) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

/// `[indicator_ix]`; those of indicators that have no published total are `None`.
#[derive(Clone)]
pub struct Estimates(pub Arc<Vec<Option<Estimate>>>);

impl PartialEq for Estimates {
    fn eq(&self, other: &Estimates) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Reviewing {
    /// The memos of the page; made at the first call.
    pub fn of(store: Store) -> Reviewing {
        let saving = store.saving;
        saving.reviewing.get_untracked().unwrap_or_else(|| {
            let desk = Desk::of(store);
            let reviewing = for_ever(|| Reviewing::new(store.data_set, desk));
            saving.reviewing.set(Some(reviewing));
            reviewing
        })
    }

    fn new(base: &'static DataSet, desk: Desk) -> Reviewing {
        let journal = desk.journal;
        let own = Memo::new(move |_| journal.with(|journal| journal.state().own_indicators()));
        let data_set = Memo::new(move |_| {
            own.track();
            Extended(journal.with_untracked(|journal| extended(base, journal.state())))
        });
        let settings = Memo::new(move |_| journal.with(|journal| journal.state().estimate_settings()));
        let laid = Memo::new(move |_| {
            let data_set = data_set.get().0;
            Arc::new(journal.with(|journal| review::lay(data_set, journal.state(), None)))
        });
        let estimates = Memo::new(move |_| {
            let (settings, data_set) = (settings.get(), data_set.get().0);
            let of_indicator = |indicator_ix| {
                let inputs =
                    laid.with(|laid| review::inputs::estimate_inputs(data_set, laid, &settings, None, indicator_ix));
                inputs.map(|inputs| estimated(&inputs, indicator_ix))
            };
            let n_indicators = if settings.on { data_set.indicators.len() } else { 0 };
            Estimates(Arc::new((0..n_indicators).map(of_indicator).collect()))
        });
        let shown = Memo::new(move |_| {
            let data_set = data_set.get().0;
            let (laid, estimates) = (laid.get(), estimates.get().0);
            let has_practice = laid.cells.iter().any(|cell| cell.practice);
            let figures = Arc::new(with_estimates(&laid, &estimates));
            Shown { data_set, figures, has_practice }
        });
        Reviewing { data_set, settings, laid, estimates, shown }
    }
}

/// The base set, or one with own indicators. A set that has been shown may still be looked at by some view, so each change
/// of an own indicator leaves the set before it in memory: some 100 KB for a deed that is done a few times a year.
fn extended(base: &'static DataSet, state: &JournalState) -> &'static DataSet {
    match review::with_own_indicators(base, state) {
        std::borrow::Cow::Borrowed(_) => base,
        std::borrow::Cow::Owned(extended) => Box::leak(Box::new(extended)),
    }
}

/// The estimates of one indicator. Each has a seed of its own, or the draws of two would move together.
pub(super) fn estimated(inputs: &EstimateInputs, indicator_ix: usize) -> Estimate {
    let no_capacity = Vec::new();
    let capacities = inputs.capacities.as_ref().unwrap_or(&no_capacity);
    let kind = match inputs.kind {
        EstimateKind::PartOf => Kind::Capped(capacities),
        EstimateKind::OpenCount | EstimateKind::Measure => Kind::Open,
        EstimateKind::YesNo => Kind::YesNo,
    };
    let input = Input {
        total: Some(inputs.total),
        kind,
        weights: &inputs.weights,
        reports: &inputs.reports,
        decimals: inputs.decimals,
    };
    let settings = Settings {
        seed: u64::from(inputs.seed) << 16 | indicator_ix as u64,
        n_draws: inputs.n_draws as usize,
        precision: inputs.overdispersion,
    };
    estimate::estimate(&input, &settings)
}

/// Estimates in place of what is missing, and of sums of some streets only, so that reports and estimates meet the total.
fn with_estimates(laid: &Laid, estimates: &[Option<Estimate>]) -> Vec<Vec<Figure>> {
    let mut figures = laid.figures.clone();
    for (indicator_ix, estimate) in estimates.iter().enumerate() {
        let Some(estimate) = estimate else { continue };
        for (area_ix, ranged) in estimate.areas.iter().enumerate() {
            let Some(ranged) = ranged else { continue };
            let stands = laid.whole(indicator_ix, area_ix).is_some();
            if !stands && let Some(figure) = figures.get_mut(indicator_ix).and_then(|row| row.get_mut(area_ix)) {
                let interval = Some((ranged.low, ranged.high));
                *figure = Figure { value: Some(ranged.value), state: State::Estimated, interval };
            }
        }
    }
    figures
}
