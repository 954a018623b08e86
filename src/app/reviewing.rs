//! Reports and estimates as memos over the journal, for every view.
//!
//! Belongs to the piece `review`, which is loaded when the journal holds reports, own indicators or settings of estimates,
//! or when the Review page is opened.

use std::sync::Arc;

use leptos::prelude::*;

use super::compared;
use super::desk::{Desk, for_ever};
use super::notes::tell;
use super::shown::{Extended, Shown};
use super::store::Store;
use crate::data::{DataSet, Figure, Indicator, IndicatorKind, Polarity, State};
use crate::journal::{EstimateSettings, Intent, JournalState};
use crate::review::{self, EstimateInputs, EstimateKind, Laid, WeightsFrom};
use crate::stats::estimate::{self, Estimate, Input, Kind, Ranged, RankInterval, Settings};
use crate::view::per;
use crate::view::query::Per;
use crate::web::speed;

/// The memos. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Reviewing {
    /// The data set with own indicators.
    pub data_set: Memo<Extended>,
    /// The assumptions of the estimates.
    pub settings: Memo<EstimateSettings>,
    /// Reports laid over the data set's figures, for its own period.
    pub laid: Memo<Arc<Laid>>,
    /// Whether invented reports are among them.
    pub has_practice: Memo<bool>,
    /// What the estimates are made from, `[indicator_ix]`; `None` for indicators that have no published total.
    pub inputs: Memo<Arc<Vec<Option<EstimateInputs>>>>,
    /// The estimates by indicator, whether they are shown or not.
    pub possible: Memo<Estimates>,
    /// The estimates by indicator that are shown: none while they are off.
    pub estimates: Memo<Estimates>,
    /// What the passing areas have of the indicator on the map, where some of it is estimated.
    pub sum: Memo<Option<Ranged>>,
    /// How sure ranks of the measure on the map are, `[area_ix]`; empty where nothing is estimated.
    pub ranks: Memo<Arc<Vec<Option<RankInterval>>>>,
    /// The same for all indicators, `[indicator_ix]`.
    pub ranks_of_all: Memo<Arc<Vec<Ranks>>>,
    /// What the page shows.
    pub shown: Memo<Shown>,
    /// The changes that can be shown of the measure on the map.
    pub offers: Memo<compared::Offers>,
    /// Both figures of each area in words, where the map shows a change; else empty.
    pub sides: Memo<Arc<Vec<String>>>,
}

/// `[indicator_ix]`; those of indicators that have no published total are `None`.
#[derive(Clone)]
pub struct Estimates(pub Arc<Vec<Option<Arc<Estimate>>>>);

/// How sure ranks of an indicator are; empty where nothing is estimated.
#[derive(Clone, Default, PartialEq)]
pub struct Ranks {
    /// By the figures as they are, `[area_ix]`.
    pub by_value: Vec<Option<RankInterval>>,
    /// By the figures divided by the weights, with what those are; `None` where all areas weigh the same.
    pub by_rate: Option<(Per, Vec<Option<RankInterval>>)>,
}

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
            let reviewing = for_ever(|| Reviewing::new(store, desk));
            saving.reviewing.set(Some(reviewing));
            reviewing
        })
    }

    /// Shows estimates, or no longer; the assumptions stay.
    pub fn switch_estimates(self, store: Store, on: bool) {
        let settings = EstimateSettings { on, ..self.settings.get_untracked() };
        Reviewing::set_estimates(store, settings);
    }

    /// Takes other assumptions, which the caller has held to their limits.
    pub fn set_estimates(store: Store, settings: EstimateSettings) {
        if let Err(error) = store.desk().write(Intent::SetEstimates(settings)) {
            tell(store, &error);
        }
    }

    fn new(store: Store, desk: Desk) -> Reviewing {
        let (base, journal) = (store.data_set, desk.journal);
        let own = Memo::new(move |_| journal.with(|journal| journal.state().own_indicators()));
        let data_set = Memo::new(move |_| {
            // Read, since a memo that is only tracked is never computed and so never heard of again.
            own.with(|_| ());
            Extended(journal.with_untracked(|journal| extended(base, journal.state())))
        });
        let settings = Memo::new(move |_| journal.with(|journal| journal.state().estimate_settings()));
        let laid = Memo::new(move |_| {
            let data_set = data_set.get().0;
            Arc::new(journal.with(|journal| review::lay(data_set, journal.state(), None)))
        });
        let has_practice = Memo::new(move |_| laid.with(|laid| laid.cells.iter().any(|cell| cell.practice)));
        let inputs = Memo::new(move |_| {
            let (settings, data_set) = (settings.get(), data_set.get().0);
            let of_one = |indicator_ix| {
                laid.with(|laid| review::inputs::estimate_inputs(data_set, laid, &settings, None, indicator_ix))
            };
            Arc::new((0..data_set.indicators.len()).map(of_one).collect::<Vec<_>>())
        });
        // A report changes the inputs of one indicator or a few; the draws of all others stay as they are.
        let drawn = StoredValue::new((Arc::new(Vec::<Option<EstimateInputs>>::new()), Estimates(Arc::default())));
        let possible = Memo::new(move |_| {
            let inputs = inputs.get();
            let (inputs_before, before) = drawn.get_value();
            let of_one = |(indicator_ix, now): (usize, &Option<EstimateInputs>)| {
                let now = now.as_ref()?;
                let is_known = inputs_before.get(indicator_ix).and_then(Option::as_ref) == Some(now);
                let known = before.0.get(indicator_ix).and_then(Option::clone).filter(|_| is_known);
                Some(known.unwrap_or_else(|| Arc::new(estimated(now, indicator_ix))))
            };
            let all = || inputs.iter().enumerate().map(of_one).collect();
            let now = Estimates(Arc::new(speed::timed("atlas:estimates", all)));
            drawn.set_value((inputs, now.clone()));
            now
        });
        let estimates = Memo::new(move |_| if settings.get().on { possible.get() } else { Estimates(Arc::default()) });
        let periods = Memo::new(move |_| {
            let data_set = data_set.get().0;
            journal.with(|journal| compared::periods(data_set, journal.state()))
        });
        let shown = Memo::new(move |_| {
            let data_set = data_set.get().0;
            let (laid, estimates) = (laid.get(), estimates.get().0);
            let figures = Arc::new(with_estimates(&laid, &estimates));
            let others = periods.get().map(|periods| compared::others(data_set, &laid, &figures, periods));
            Shown { data_set, figures, others }
        });
        let ranks_of_all = Memo::new(move |_| {
            let (data_set, inputs, estimates) = (data_set.get().0, inputs.get(), estimates.get().0);
            let of_one = |(indicator_ix, estimate): (usize, &Option<Arc<Estimate>>)| {
                ranks(data_set, inputs.get(indicator_ix)?.as_ref()?, indicator_ix, estimate.as_ref()?)
            };
            Arc::new(estimates.iter().enumerate().map(|found| of_one(found).unwrap_or_default()).collect())
        });
        let measure = store.derived.measure;
        let shown_ranks = Memo::new(move |_| {
            let (data_set, measure, estimates) = (data_set.get().0, measure.get(), estimates.get().0);
            let found = laid.with(|laid| {
                // The draws are of the figures; those of their changes rank otherwise.
                measure.change.is_none().then_some(())?;
                let indicator_ix = data_set.indicator_ix(&measure.indicator)?;
                let estimate = estimates.get(indicator_ix)?.as_ref()?;
                let per = measure.per.and_then(|per| per::base_ix(data_set, per)).map(|ix| known(&laid.figures[ix]));
                rank_intervals(&data_set.indicators[indicator_ix], estimate, per.as_deref())
            });
            Arc::new(found.unwrap_or_default())
        });
        let sum = Memo::new(move |_| {
            let estimates = estimates.get().0;
            let measure = measure.get();
            measure.change.is_none().then_some(())?;
            let indicator_ix = data_set.get().0.indicator_ix(&measure.indicator)?;
            let estimate = estimates.get(indicator_ix)?.as_ref()?;
            store.derived.told.passes.with(|passes| estimate.interval_of_sum(passes))
        });
        let (offers, sides) = compared::on_map(store, shown, measure);
        compared::tell_of_unknown(store, measure, shown);
        let ranks = shown_ranks;
        Reviewing {
            data_set,
            settings,
            laid,
            has_practice,
            inputs,
            possible,
            estimates,
            sum,
            ranks,
            ranks_of_all,
            shown,
            offers,
            sides,
        }
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
    let settings = Settings {
        seed: u64::from(inputs.seed) << 16 | indicator_ix as u64,
        n_draws: inputs.n_draws as usize,
        precision: inputs.overdispersion,
    };
    estimate::estimate(&input_of(inputs), &settings)
}

/// Where figures of one indicator cannot be used for estimates; found without a draw.
pub(super) fn unusable(inputs: &EstimateInputs) -> Vec<Option<usize>> {
    estimate::unusable(&input_of(inputs))
}

fn input_of(inputs: &EstimateInputs) -> Input<'_> {
    let capacities = inputs.capacities.as_deref().unwrap_or_default();
    let kind = match inputs.kind {
        EstimateKind::PartOf => Kind::Capped(capacities),
        EstimateKind::OpenCount | EstimateKind::Measure => Kind::Open,
        EstimateKind::YesNo => Kind::YesNo,
    };
    Input {
        total: Some(inputs.total),
        kind,
        weights: &inputs.weights,
        reports: &inputs.reports,
        decimals: inputs.decimals,
    }
}

/// How sure an indicator's ranks are, by value and by rate; `None` for yes and no.
fn ranks(data_set: &DataSet, inputs: &EstimateInputs, indicator_ix: usize, estimate: &Estimate) -> Option<Ranks> {
    let indicator = &data_set.indicators[indicator_ix];
    let by_value = rank_intervals(indicator, estimate, None)?;
    let by_rate = match inputs.weights_from {
        WeightsFrom::Indicator(ix) => {
            let per = per::ALL.into_iter().find(|per| per::base_ix(data_set, *per) == Some(ix))?;
            Some((per, rank_intervals(indicator, estimate, Some(&inputs.weights))?))
        }
        WeightsFrom::Equal => None,
    };
    Some(Ranks { by_value, by_rate })
}

/// `None` for yes and no, which have no ranks, and where nothing is estimated.
fn rank_intervals(
    indicator: &Indicator,
    estimate: &Estimate,
    per: Option<&[f64]>,
) -> Option<Vec<Option<RankInterval>>> {
    let is_estimated = estimate.areas.iter().any(Option::is_some);
    let is_ranked = indicator.kind != IndicatorKind::YesNo && is_estimated;
    is_ranked.then(|| estimate.rank_intervals(per, indicator.polarity != Polarity::Lower))
}

/// The values, with no number where there is none.
fn known(figures: &[Figure]) -> Vec<f64> {
    figures.iter().map(|figure| figure.value.unwrap_or(f64::NAN)).collect()
}

/// Estimates in place of what is missing, and of sums of some streets only, so that reports and estimates meet the total.
fn with_estimates(laid: &Laid, estimates: &[Option<Arc<Estimate>>]) -> Vec<Vec<Figure>> {
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
