//! Figures brought to a common scale, and the weighted means of them.
//!
//! Columns and units are put in the order of their keys here, so that sums do not depend on the order in which they are
//! given: the same index in another order is the same to the last bit.

use super::{Aggregation, Column, Doubt, Fault, Input, Normalisation};
use crate::order;

/// Greater figures would lose their differences to overflow.
const MAX_USABLE: f64 = 1e100;

/// What min–max begins at for geometric means, where 0 would leave nothing of the other indicators.
const LOWEST: f64 = 0.01;

/// The least part of a target for geometric means; lower than [`LOWEST`], since ratios are not moved otherwise.
const LEAST_RATIO: f64 = 0.001;

/// What a figure is where all units are alike and no bounds tell how good that is.
const NEITHER: f64 = 0.5;

/// A share of indicators that is so near to the threshold reaches it: sums of weights are not exact.
const NOISE: f64 = 1e-9;

/// An index with its columns and units in the order of their keys.
pub(super) struct Prepared<'a> {
    pub columns: Vec<Column<'a>>,
    /// Where each of the columns stands in the input; those without weight are left out.
    pub column_ixs: Vec<usize>,
    pub n_units: usize,
    /// Where each of the units stands in the input.
    pub unit_ixs: Vec<usize>,
    /// A row of figures a column; missing ones are NaN.
    pub values: Vec<f64>,
    /// A row of targets a column, NaN for units without one; an empty row for columns without any.
    targets: Vec<Vec<f64>>,
    /// The part of the indicators that each unit has.
    pub known: Vec<f64>,
    /// Which units know enough.
    pub is_scored: Vec<bool>,
    pub is_geometric: bool,
}

impl<'a> Prepared<'a> {
    /// Checks the input and puts it in order.
    pub fn new(input: &Input<'a>) -> Result<Prepared<'a>, Fault> {
        let n = input.unit_keys.len();
        check(input, n)?;
        let mut column_ixs: Vec<usize> = (0..input.columns.len()).collect();
        column_ixs.retain(|ix| 0.0 < input.columns[*ix].weight);
        if column_ixs.is_empty() {
            return Err(Fault::NoWeight);
        }
        order::sort_by(&mut column_ixs, |a, b| input.columns[*a].key.cmp(&input.columns[*b].key));
        let mut unit_ixs: Vec<usize> = (0..n).collect();
        order::sort_by(&mut unit_ixs, |a, b| input.unit_keys[*a].cmp(&input.unit_keys[*b]));
        let columns: Vec<Column> = column_ixs.iter().map(|ix| input.columns[*ix]).collect();
        let mut values = Vec::new();
        for column in &columns {
            values.extend(unit_ixs.iter().map(|ix| usable(column.values[*ix].unwrap_or(f64::NAN))));
        }
        let targets_of = |column: &Column| match column.unit_targets {
            [] => Vec::new(),
            targets => unit_ixs.iter().map(|ix| targets[*ix].map_or(f64::NAN, usable)).collect(),
        };
        let targets = columns.iter().map(targets_of).collect();
        let part = |column: &Column| if input.threshold_by_weight { column.weight } else { 1.0 };
        let of: f64 = columns.iter().map(part).sum();
        let mut known = vec![0.0; n];
        for (column, figures) in columns.iter().zip(values.chunks_exact(n.max(1))) {
            for (known, figure) in known.iter_mut().zip(figures) {
                *known += if figure.is_nan() { 0.0 } else { part(column) / of };
            }
        }
        let is_scored = known.iter().map(|known| 0.0 < *known && input.threshold <= known + NOISE).collect();
        let is_geometric = input.aggregation == Aggregation::Geometric;
        Ok(Prepared { columns, column_ixs, n_units: n, unit_ixs, values, targets, known, is_scored, is_geometric })
    }

    pub fn weights(&self) -> Vec<f64> {
        self.columns.iter().map(|column| column.weight).collect()
    }

    /// All columns on their common scale; for geometric means its natural logarithm.
    pub fn normalised(&self, normalisation: Normalisation) -> Vec<f64> {
        let mut values = self.values.clone();
        let mut sorted = Vec::new();
        for (column, figures) in values.chunks_exact_mut(self.n_units.max(1)).enumerate() {
            self.normalise(column, normalisation, figures, &mut sorted);
        }
        values
    }

    /// Figures of one column (by its place in [`Prepared::columns`]) on the common scale, in place; `sorted` is room to work
    /// in.
    pub fn normalise(&self, column: usize, by: Normalisation, figures: &mut [f64], sorted: &mut Vec<f64>) {
        let (column, targets) = (&self.columns[column], &self.targets[column]);
        let up = if column.higher_is_better { 1.0 } else { -1.0 };
        match by {
            Normalisation::MinMax => {
                let (low, high) = column.bounds.unwrap_or_else(|| ends(figures));
                let (worst, best) = if column.higher_is_better { (low, high) } else { (high, low) };
                scale(figures, worst, best);
            }
            Normalisation::Target => {
                let (low, high) = ends(figures);
                let best = if column.higher_is_better { high } else { low };
                let worst = match column.bounds {
                    Some((low, high)) => {
                        if column.higher_is_better {
                            low
                        } else {
                            high
                        }
                    }
                    None if column.higher_is_better => 0.0,
                    None => high,
                };
                let of_all = column.target.unwrap_or(best);
                for (place, figure) in figures.iter_mut().enumerate().filter(|(_, figure)| !figure.is_nan()) {
                    let target = targets.get(place).copied().filter(|target| !target.is_nan()).unwrap_or(of_all);
                    *figure = part_of_way(*figure, worst, target, up);
                }
            }
            Normalisation::ZScore => standardise(figures, up),
            Normalisation::Rank => by_place(figures, up, sorted),
        }
        if self.is_geometric {
            for figure in figures {
                *figure = match by {
                    Normalisation::MinMax => LOWEST + (1.0 - LOWEST) * *figure,
                    // `max` would give a number for what is missing.
                    _ if *figure < LEAST_RATIO => LEAST_RATIO,
                    _ => *figure,
                }
                .ln();
            }
        }
    }

    /// The weighted mean of each unit, of logarithms for geometric means; NaN for those without a score.
    pub fn scores(&self, normalised: &[f64], weights: &[f64]) -> Vec<f64> {
        let mut scores = vec![0.0; self.n_units];
        let mut totals = vec![0.0; self.n_units];
        for (column, weight) in normalised.chunks_exact(self.n_units.max(1)).zip(weights) {
            add_weighted(column, *weight, &mut scores, &mut totals);
        }
        for ((score, total), is_scored) in scores.iter_mut().zip(totals).zip(&self.is_scored) {
            // Nothing over nothing is NaN, which is what a unit is of which nothing is left.
            *score = if *is_scored { *score / total } else { f64::NAN };
        }
        scores
    }

    /// The weights of what a unit has.
    pub fn weight_of(&self, normalised: &[f64], weights: &[f64], place: usize) -> f64 {
        let mut total = 0.0;
        for (column, weight) in normalised.chunks_exact(self.n_units).zip(weights) {
            total += if column[place].is_nan() { 0.0 } else { *weight };
        }
        total
    }
}

fn check(input: &Input, n: usize) -> Result<(), Fault> {
    if input.aggregation == Aggregation::Geometric && input.normalisation == Normalisation::ZScore {
        return Err(Fault::GeometricOfZScores);
    }
    for (ix, column) in input.columns.iter().enumerate() {
        let fits = match column.doubt {
            Doubt::None => true,
            Doubt::Intervals(intervals) => intervals.len() == n,
            Doubt::Draws(rows) => !rows.is_empty() && rows.len().is_multiple_of(n.max(1)),
        };
        let n_targets = column.unit_targets.len();
        if column.values.len() != n || !fits || (n_targets != 0 && n_targets != n) {
            return Err(Fault::Length(ix));
        }
        if !(0.0..MAX_USABLE).contains(&column.weight) {
            return Err(Fault::Weight(ix));
        }
        if column.bounds.is_some_and(|(low, high)| usable(low).is_nan() || usable(high).is_nan() || high < low) {
            return Err(Fault::Bounds(ix));
        }
        if column.target.is_some_and(|target| usable(target).is_nan()) {
            return Err(Fault::Target(ix));
        }
    }
    Ok(())
}

/// The figure, or NaN if it cannot be used.
pub(super) fn usable(value: f64) -> f64 {
    if value.abs() < MAX_USABLE { value } else { f64::NAN }
}

/// Adds a column's figures times its weight to sums a unit, and the weight to the totals of the units that have a figure.
pub(super) fn add_weighted(column: &[f64], weight: f64, sums: &mut [f64], totals: &mut [f64]) {
    for ((value, sum), total) in column.iter().zip(sums).zip(totals) {
        if !value.is_nan() {
            *sum += weight * value;
            *total += weight;
        }
    }
}

/// Least and greatest of the figures that are there.
fn ends(figures: &[f64]) -> (f64, f64) {
    figures.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), figure| (low.min(*figure), high.max(*figure)))
}

/// Figures as parts of the way from the worst to the best, held to it.
fn scale(figures: &mut [f64], worst: f64, best: f64) {
    let way = best - worst;
    for figure in figures.iter_mut().filter(|figure| !figure.is_nan()) {
        *figure = if way == 0.0 { NEITHER } else { ((*figure - worst) / way).clamp(0.0, 1.0) };
    }
}

/// The part of the way from the worst figure to the target, held to 0 to 1.
fn part_of_way(figure: f64, worst: f64, target: f64, up: f64) -> f64 {
    let way = target - worst;
    if 0.0 < way * up {
        ((figure - worst) / way).clamp(0.0, 1.0)
    } else {
        // There is no way to go: the target is reached or it is not.
        f64::from(u8::from(target * up <= figure * up))
    }
}

fn standardise(figures: &mut [f64], up: f64) {
    let (mut sum, mut count) = (0.0, 0.0_f64);
    for figure in figures.iter().filter(|figure| !figure.is_nan()) {
        (sum, count) = (sum + figure, count + 1.0);
    }
    let mean = sum / count.max(1.0);
    let mut squares = 0.0;
    for figure in figures.iter().filter(|figure| !figure.is_nan()) {
        squares += (figure - mean) * (figure - mean);
    }
    let sd = (squares / (count - 1.0).max(1.0)).sqrt();
    // What is left of equal figures by rounding is no spread.
    let is_alike = sd <= 1e-12 * mean.abs();
    for figure in figures.iter_mut().filter(|figure| !figure.is_nan()) {
        *figure = if is_alike { 0.0 } else { (*figure - mean) / sd * up };
    }
}

/// Places from the worst, as parts of how many there are.
fn by_place(figures: &mut [f64], up: f64, sorted: &mut Vec<f64>) {
    sorted.clear();
    sorted.extend(figures.iter().filter(|figure| !figure.is_nan()).map(|figure| figure * up));
    order::sort_numbers(sorted);
    for figure in figures.iter_mut().filter(|figure| !figure.is_nan()) {
        let better = *figure * up;
        let n_worse = sorted.partition_point(|other| *other < better);
        *figure = (n_worse + 1) as f64 / sorted.len() as f64;
    }
}
