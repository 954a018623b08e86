//! The practice set: invented reports of every area on every reviewed indicator with a city total.
//!
//! The model, stated so that nobody takes the numbers for real ones: an area's part of the city's total is its weight
//! (households, where known) times a factor drawn evenly between 0.7 and 1.3 (0.95 and 1.05 for what is a part of
//! something, so that shares stay plausible), made whole by largest remainders, and never above what the area can have.
//! Yes/no is drawn without putting back. Then two of three indicators get a slip of the sort that happens in an office,
//! so that there is something to find: one report a little too high (a no written as a yes), or the last two digits of
//! one report changed over. Only additions, multiplications and whole numbers are used, so that every machine draws the same.

use super::inputs::{EstimateInputs, EstimateKind, estimate_inputs};
use super::laid::{Laid, lay};
use super::table::reviewed_ixs;
use crate::data::DataSet;
use crate::journal::{EstimateSettings, JournalState, ReportKey};
use crate::order;

/// The seed of the set that comes with the page.
pub const PRACTICE_SEED: u64 = 2023;

/// The invented reports: by indicator, then by area.
pub fn practice_reports(ds: &DataSet, seed: u64) -> Vec<(ReportKey, f64)> {
    let laid: Laid = lay(ds, &JournalState::default(), None);
    let mut reports = Vec::new();
    let mut random = Random(seed);
    for (place, indicator_ix) in reviewed_ixs(ds).into_iter().enumerate() {
        let Some(mut inputs) = estimate_inputs(ds, &laid, &EstimateSettings::default(), None, indicator_ix) else {
            continue;
        };
        // What is published of a few areas only still bounds their reports.
        let bounds: Vec<f64> = (0..ds.areas.len())
            .map(|ix| super::inputs::capacity(ds, &laid, indicator_ix, ix).unwrap_or(f64::INFINITY))
            .collect();
        if super::inputs::whole_ix(ds, indicator_ix).is_some() && inputs.kind == EstimateKind::OpenCount {
            inputs.kind = EstimateKind::PartOf;
        }
        let mut values = drawn(&inputs, &bounds, &mut random);
        slip(&mut values, &inputs, place, &mut random);
        let indicator = &ds.indicators[indicator_ix];
        for (area, value) in ds.areas.iter().zip(values) {
            let mut key = ReportKey::of_area(&area.code, &indicator.id, &indicator.period);
            key.practice = true;
            reports.push((key, value));
        }
    }
    reports
}

/// Values that add up to the total.
fn drawn(inputs: &EstimateInputs, bounds: &[f64], random: &mut Random) -> Vec<f64> {
    let n_areas = bounds.len();
    if inputs.kind == EstimateKind::YesNo {
        let keys: Vec<f64> = (0..n_areas).map(|_| random.unit()).collect();
        let mut values = vec![0.0; n_areas];
        for ix in order_of(&keys).into_iter().take(inputs.total as usize) {
            values[ix] = 1.0;
        }
        return values;
    }
    let spread = if inputs.kind == EstimateKind::PartOf { 0.05 } else { 0.3 };
    let draw = |weight: &f64| weight * (1.0 - spread + 2.0 * spread * random.unit());
    let weights: Vec<f64> = inputs.weights.iter().map(draw).collect();
    let sum: f64 = weights.iter().sum();
    let exact: Vec<f64> = weights.iter().map(|weight| inputs.total * weight / sum).collect();
    let mut values: Vec<f64> = exact.iter().zip(bounds).map(|(exact, bound)| exact.floor().min(*bound)).collect();
    let rests: Vec<f64> = exact.iter().zip(&values).map(|(exact, value)| exact - value).collect();
    // Largest remainders; what a bound has cut off goes round again.
    let mut left = inputs.total.floor() - values.iter().sum::<f64>();
    let order = order_of(&rests);
    while left >= 1.0 {
        let n_before = left;
        for &ix in &order {
            if left >= 1.0 && values[ix] < bounds[ix] {
                values[ix] += 1.0;
                left -= 1.0;
            }
        }
        if left == n_before {
            break;
        }
    }
    values
}

/// Makes the mistake that the place of the indicator calls for.
fn slip(values: &mut [f64], inputs: &EstimateInputs, place: usize, random: &mut Random) {
    let start = random.below(values.len());
    let places = (0..values.len()).map(|step| (start + step) % values.len());
    for ix in places {
        let value = values[ix];
        let slipped = match place % 3 {
            0 if inputs.kind == EstimateKind::YesNo => 1.0,
            0 => value + (inputs.total / 500.0).floor().max(1.0),
            1 => {
                let (tens, ones) = ((value / 10.0).floor() % 10.0, value % 10.0);
                value - 10.0 * tens - ones + 10.0 * ones + tens
            }
            _ => return,
        };
        let bound = inputs.capacities.as_ref().map_or(f64::INFINITY, |capacities| capacities[ix]);
        if slipped != value && slipped <= bound {
            values[ix] = slipped;
            return;
        }
    }
}

/// Positions by value, the greatest first.
fn order_of(values: &[f64]) -> Vec<usize> {
    let mut ixs: Vec<usize> = (0..values.len()).collect();
    order::sort_by(&mut ixs, |a, b| values[*b].total_cmp(&values[*a]));
    ixs
}

/// `SplitMix64` (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    /// From 0 up to but not including 1.
    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A whole number below `n`, or 0.
    fn below(&mut self, n: usize) -> usize {
        (self.unit() * n as f64) as usize
    }
}
