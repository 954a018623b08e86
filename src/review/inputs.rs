//! What an estimate of an indicator needs, gathered from the data set, the reports and the assumptions.

use super::laid::Laid;
use super::table::total_of;
use crate::data::{DataSet, IndicatorKind};
use crate::journal::{EstimateSettings, Weights};
use crate::view::per;
use crate::view::query::Per;

/// What an estimate of one indicator needs. Lists are by area index.
#[derive(Debug, Clone, PartialEq)]
pub struct EstimateInputs {
    /// The published city total.
    pub total: f64,
    /// What sort of number is estimated.
    pub kind: EstimateKind,
    /// Digits behind the decimal sign that estimates have.
    pub decimals: u8,
    /// Not negative and not all zero.
    pub weights: Vec<f64>,
    /// What the weights are.
    pub weights_from: WeightsFrom,
    /// The most that each area can have (1 for yes/no); `None` unless that is known of every area.
    pub capacities: Option<Vec<f64>>,
    /// What is known of the whole area, published or reported.
    pub reports: Vec<Option<f64>>,
    /// What some streets of the area have reported, where that is all that is known: the area is still open, and its
    /// figure cannot be less.
    pub at_least: Vec<f64>,
    /// As in [`EstimateSettings`].
    pub overdispersion: Option<f64>,
    /// As in [`EstimateSettings`]. Each indicator needs a stream of its own.
    pub seed: u32,
    /// As in [`EstimateSettings`].
    pub n_draws: u32,
}

/// What sort of number is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EstimateKind {
    /// 1 or 0 for each area; the estimate is a probability.
    YesNo,
    /// A count that is a part of the area's capacity.
    PartOf,
    /// A count without a known end.
    OpenCount,
    /// An amount.
    Measure,
}

/// What weights were taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeightsFrom {
    /// The figures of this indicator.
    Indicator(usize),
    /// All areas alike.
    Equal,
}

/// The inputs for an indicator; `None` if it has no published total in the period, or its figures do not add up.
pub fn estimate_inputs(
    ds: &DataSet,
    laid: &Laid,
    settings: &EstimateSettings,
    period: Option<&str>,
    indicator_ix: usize,
) -> Option<EstimateInputs> {
    let indicator = ds.indicators.get(indicator_ix)?;
    let total = total_of(ds, period, indicator_ix)?.value;
    if !indicator.kind.adds_up() || indicator.ratio.is_some() {
        return None;
    }
    let n_areas = ds.areas.len();
    let capacities: Option<Vec<f64>> = (0..n_areas).map(|area_ix| capacity(ds, laid, indicator_ix, area_ix)).collect();
    let (weights, weights_from) = weights(ds, laid, settings.weights, indicator_ix);
    let at_least = |area_ix| laid.partial(indicator_ix, area_ix).map_or(0.0, |roll_up| roll_up.sum);
    Some(EstimateInputs {
        total,
        kind: match indicator.kind {
            IndicatorKind::YesNo => EstimateKind::YesNo,
            IndicatorKind::Count if capacities.is_some() => EstimateKind::PartOf,
            IndicatorKind::Count => EstimateKind::OpenCount,
            _ => EstimateKind::Measure,
        },
        decimals: indicator.decimals,
        weights,
        weights_from,
        capacities,
        reports: (0..n_areas).map(|area_ix| laid.whole(indicator_ix, area_ix)).collect(),
        at_least: (0..n_areas).map(at_least).collect(),
        overdispersion: settings.overdispersion,
        seed: settings.seed,
        n_draws: settings.n_draws,
    })
}

/// What an indicator is a part of. A count of which the source prints a share without saying of what is a share of
/// families, and there are about as many of them as households.
pub fn whole_ix(ds: &DataSet, indicator_ix: usize) -> Option<usize> {
    let indicator = &ds.indicators[indicator_ix];
    let has_open_share = ds.city[indicator_ix]
        .as_ref()
        .is_some_and(|city| city.base.is_none() && (city.share_printed_pct.is_some() || city.base_implied.is_some()));
    let of_families = || {
        let households_ix = per::base_ix(ds, Per::Households1000)?;
        let is_share = has_open_share && indicator.kind == IndicatorKind::Count && households_ix != indicator_ix;
        if is_share { Some(households_ix) } else { None }
    };
    indicator.base_ix.or_else(of_families)
}

/// The most that an area can have of an indicator, if that is known.
pub fn capacity(ds: &DataSet, laid: &Laid, indicator_ix: usize, area_ix: usize) -> Option<f64> {
    if ds.indicators[indicator_ix].kind == IndicatorKind::YesNo {
        return Some(1.0);
    }
    laid.whole(whole_ix(ds, indicator_ix)?, area_ix)
}

/// What the areas are weighed by, and what that was taken from.
pub(super) fn weights(ds: &DataSet, laid: &Laid, choice: Weights, indicator_ix: usize) -> (Vec<f64>, WeightsFrom) {
    let subdivisions_ix = per::base_ix(ds, Per::Subdivision);
    let is_of_streets = subdivisions_ix.is_some() && ds.indicators[indicator_ix].base_ix == subdivisions_ix;
    let wants_streets = choice == Weights::Subdivisions || choice == Weights::Auto && is_of_streets;
    let mut from = [subdivisions_ix.filter(|_| wants_streets), per::base_ix(ds, Per::Households1000)];
    if choice == Weights::Equal {
        from = [None; 2];
    }
    for ix in from.into_iter().flatten() {
        let known: Option<Vec<f64>> = (0..ds.areas.len()).map(|area_ix| laid.whole(ix, area_ix)).collect();
        if let Some(weights) = known.filter(|weights| weights.iter().any(|weight| *weight > 0.0)) {
            return (weights, WeightsFrom::Indicator(ix));
        }
    }
    (vec![1.0; ds.areas.len()], WeightsFrom::Equal)
}
