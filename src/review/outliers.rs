//! Reported figures that look wrong, with the reasons: each against the other areas, against what was to be expected of
//! the published total, and against the area's own figure before.

use super::inputs::weights;
use super::laid::{Cell, Laid};
use crate::data::{DataSet, IndicatorKind};
use crate::journal::EstimateSettings;
use crate::stats::outlier::{self, Suspect, Verdict};

/// What speaks against the report of one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// Index into [`DataSet::indicators`].
    pub indicator_ix: usize,
    /// Index into [`DataSet::areas`].
    pub area_ix: usize,
    /// The reasons.
    pub verdicts: Vec<Verdict>,
}

/// The doubts about the reports of one indicator, by area.
///
/// Counts and amounts are compared by weight (households, or what the assumptions of the estimates say), shares and rates
/// as they are, yes and no not at all. A sum of some streets only is no figure of the area yet and is left out.
/// `expected` are the 90 % intervals by area of an estimate that has not seen these reports; empty for none.
pub fn outliers(
    ds: &DataSet,
    laid: &Laid,
    settings: &EstimateSettings,
    expected: &[Option<(f64, f64)>],
    indicator_ix: usize,
) -> Vec<Doubt> {
    let weights = match ds.indicators[indicator_ix].kind {
        IndicatorKind::Count | IndicatorKind::Measure => weights(ds, laid, settings.weights, indicator_ix).0,
        IndicatorKind::Share | IndicatorKind::Rate => vec![1.0; ds.areas.len()],
        IndicatorKind::YesNo => return Vec::new(),
    };
    let rate = |area_ix: usize| {
        let weight = weights[area_ix];
        laid.whole(indicator_ix, area_ix).filter(|_| weight > 0.0).map(|value| value / weight)
    };
    let rates: Vec<Option<f64>> = (0..ds.areas.len()).map(rate).collect();
    let judged = |cell: &Cell| {
        let area_ix = cell.area_ix;
        if cell.is_roll_up && cell.roll_up.is_some_and(|roll_up| roll_up.reported < roll_up.of) {
            return None;
        }
        let others = rates.iter().enumerate().filter(|(ix, _)| *ix != area_ix);
        let peers: Vec<f64> = others.filter_map(|(_, rate)| *rate).collect();
        let verdicts = outlier::judge(&Suspect {
            value: cell.value,
            weight: weights[area_ix],
            peers: &peers,
            interval: expected.get(area_ix).copied().flatten(),
            previous: cell.previous,
        });
        if verdicts.is_empty() { None } else { Some(Doubt { indicator_ix, area_ix, verdicts }) }
    };
    laid.cells.iter().filter(|cell| cell.indicator_ix == indicator_ix).filter_map(judged).collect()
}
