//! How sure the ranks of an index are: ranks drawn many times over other weights, normalisations and figures.
//!
//! One Monte Carlo experiment over all doubts at once, as in step 7 of the handbook (and in M. Saisana, A. Saltelli and
//! S. Tarantola, "Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite
//! indicators", J. R. Statist. Soc. A 168, 2005). Each column and each figure has a stream of random numbers of its own,
//! found by its key, so that a unit's interval does not depend on where it stands in a list.

use super::normalise::{Prepared, add_weighted, usable};
use super::{Aggregation, Column, Doubt, Fault, Input, Normalisation, rounded};
use crate::estimate::RankInterval;
use crate::estimate::draws;
use crate::estimate::rng::Rng;
use crate::order;

/// Between these parts of its reach a triangular number lies in nine of ten cases: 1 − √0.1.
const NINE_IN_TEN: f64 = 0.683_772_233_983_162;

/// With more a weight could come to nothing.
const MAX_SPREAD: f64 = 0.99;

/// What is doubted beside the figures, and how often it is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Doubts<'a> {
    /// The same seed gives the same ranks.
    pub seed: u64,
    /// Held to 20 to 4,000.
    pub n_draws: usize,
    /// Each weight is multiplied by a number that is evenly distributed over 1 ± this (held to 0 to 0.99).
    pub weight_spread: f64,
    /// Of these each draw takes one at random; of none the input's own. Z-scores are passed over for geometric means.
    pub normalisations: &'a [Normalisation],
}

/// The ranks of all draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uncertain {
    /// For each unit the ranks of all draws, from 1; 0 for units without a score.
    ranks: Vec<u32>,
    n_draws: usize,
    intervals: Vec<Option<RankInterval>>,
}

impl Uncertain {
    /// Where the rank of a unit lies in nine of ten draws (5th to 95th percentile); `None` for units without a score.
    pub fn interval(&self, unit_ix: usize) -> Option<RankInterval> {
        self.intervals.get(unit_ix).copied().flatten()
    }

    /// The part of the draws in which a unit is among the first so many; `None` for units without a score.
    pub fn share_within(&self, unit_ix: usize, first: usize) -> Option<f64> {
        let ranks = self.ranks.chunks_exact(self.n_draws).nth(unit_ix).filter(|ranks| ranks[0] != 0)?;
        let n_within = ranks.iter().filter(|rank| **rank as usize <= first).count();
        Some(n_within as f64 / ranks.len() as f64)
    }
}

/// What of the draws does not depend on weights or on what is too little: a slider that is moved asks for the ranks of
/// the same figures and scales again and again, and those cost most.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// Where each of the units stands in the input, in the order of their keys.
    unit_ixs: Vec<usize>,
    seed: u64,
    /// The scale that each draw takes, by its place among the possible ones.
    choices: Vec<usize>,
    /// In the order of the input.
    columns: Vec<DrawnColumn>,
}

/// A column's figures on the common scale, in rows of a figure a unit.
#[derive(Debug, Clone)]
struct DrawnColumn {
    key: u64,
    /// Whether there is a row a draw. What is certain has a row a scale.
    is_drawn: bool,
    rows: Vec<f64>,
}

/// Draws the ranks of an index.
pub fn uncertain(input: &Input, doubts: &Doubts) -> Result<Uncertain, Fault> {
    drawn(input, doubts)?.ranks(input, doubts.weight_spread)
}

/// Draws what ranks are made from: figures and scales.
#[inline(never)]
pub fn drawn(input: &Input, doubts: &Doubts) -> Result<Drawn, Fault> {
    // Weights are checked with the ranks; here no column is left out.
    let columns: Vec<Column> = input.columns.iter().map(|column| Column { weight: 1.0, ..*column }).collect();
    let prepared = Prepared::new(&Input { columns: &columns, ..*input })?;
    let n = prepared.n_units;
    let is_usable = |by: &&Normalisation| input.aggregation == Aggregation::Arithmetic || **by != Normalisation::ZScore;
    let mut scales: Vec<Normalisation> = doubts.normalisations.iter().filter(is_usable).copied().collect();
    if scales.is_empty() {
        scales.push(input.normalisation);
    }
    let seed = mixed(doubts.seed, 0);
    let mut of_choice = Rng::new(seed);
    let choices: Vec<usize> = (0..doubts.n_draws.clamp(20, 4_000)).map(|_| of_choice.below(scales.len())).collect();
    let mut found: Vec<DrawnColumn> =
        columns.iter().map(|column| DrawnColumn { key: column.key, is_drawn: false, rows: Vec::new() }).collect();
    let mut sorted = Vec::with_capacity(n);
    for (place, &column_ix) in prepared.column_ixs.iter().enumerate() {
        let DrawnColumn { is_drawn, rows, .. } = &mut found[column_ix];
        let values = &prepared.values[place * n..][..n];
        if let Some(mut figures) = Figures::new(&prepared, input, place, seed) {
            *is_drawn = true;
            *rows = vec![0.0; n * choices.len()];
            for (draw_ix, row) in rows.chunks_exact_mut(n.max(1)).enumerate() {
                figures.draw(draw_ix, row);
                prepared.normalise(place, scales[choices[draw_ix]], row, &mut sorted);
            }
        } else {
            for scale in &scales {
                let start = rows.len();
                rows.extend_from_slice(values);
                prepared.normalise(place, *scale, &mut rows[start..], &mut sorted);
            }
        }
    }
    Ok(Drawn { unit_ixs: prepared.unit_ixs, seed, choices, columns: found })
}

impl Drawn {
    /// The ranks by the weights and the threshold of the input, in which nothing else may differ from the one that was drawn
    /// for. Each weight is multiplied by a number that is evenly distributed over 1 ± `spread` (held to 0 to 0.99).
    #[inline(never)]
    pub fn ranks(&self, input: &Input, spread: f64) -> Result<Uncertain, Fault> {
        let prepared = Prepared::new(input)?;
        let (n, n_draws) = (prepared.n_units, self.choices.len());
        let spread = if spread.is_nan() { 0.0 } else { spread.clamp(0.0, MAX_SPREAD) };
        let mut columns = Vec::with_capacity(prepared.columns.len());
        for (column, column_ix) in prepared.columns.iter().zip(&prepared.column_ixs) {
            let drawn =
                self.columns.get(*column_ix).filter(|drawn| drawn.key == column.key && n == self.unit_ixs.len());
            let drawn = drawn.ok_or(Fault::Length(*column_ix))?;
            columns.push((column.weight, Rng::new(mixed(self.seed, column.key)), drawn));
        }
        // Where no figure is missing all units have the same total of weights, which is added up once.
        let is_whole = !prepared.values.iter().any(|figure| figure.is_nan());
        // Those with a score, in the order of the draw before, which is mostly nearly that of the next one.
        let mut order: Vec<usize> = (0..n).filter(|place| prepared.is_scored[*place]).collect();
        let mut ranks = vec![0; n * n_draws];
        let (mut scores, mut totals) = (vec![0.0; n], vec![0.0; n]);
        for (draw_ix, choice) in self.choices.iter().enumerate() {
            scores.fill(0.0);
            totals.fill(0.0);
            let mut total = 0.0;
            for (weight, rng, drawn) in &mut columns {
                let weight = *weight * (1.0 + spread * (2.0 * rng.fraction() - 1.0));
                let row = &drawn.rows[n * if drawn.is_drawn { draw_ix } else { *choice }..][..n];
                if is_whole {
                    total += weight;
                    for (score, value) in scores.iter_mut().zip(row) {
                        *score += weight * value;
                    }
                } else {
                    add_weighted(row, weight, &mut scores, &mut totals);
                }
            }
            if is_whole {
                totals.fill(total);
            }
            for (score, total) in scores.iter_mut().zip(&totals) {
                *score = rounded(*score / total);
            }
            put_in_order(&mut order, &scores);
            let (mut rank, mut before) = (0, f64::NAN);
            for (n_before, place) in order.iter().enumerate() {
                if scores[*place] != before {
                    (rank, before) = (n_before as u32 + 1, scores[*place]);
                }
                ranks[self.unit_ixs[*place] * n_draws + draw_ix] = rank;
            }
        }
        let mut counts = Vec::new();
        let mut interval = |ranks: &[u32]| {
            if ranks[0] == 0 {
                return None;
            }
            counts.clear();
            counts.resize(order.len() + 1, 0);
            for rank in ranks {
                counts[*rank as usize] += 1;
            }
            let (best, worst) = draws::interval_of_counts(&counts)?;
            Some(RankInterval { best, worst, of: order.len() })
        };
        let intervals = ranks.chunks_exact(n_draws).map(&mut interval).collect();
        Ok(Uncertain { ranks, n_draws, intervals })
    }
}

/// Up to so many are put in order by insertion, which is the fastest for what is nearly in order.
const FEW: usize = 200;

/// The highest first; equal ones in any order. What has no score at all does not take part.
fn put_in_order(order: &mut [usize], scores: &[f64]) {
    if FEW < order.len() {
        return order::sort_by(order, |a, b| scores[*b].total_cmp(&scores[*a]));
    }
    for end in 1..order.len() {
        let (place, score) = (order[end], scores[order[end]]);
        let mut at = end;
        while 0 < at && scores[order[at - 1]] < score {
            order[at] = order[at - 1];
            at -= 1;
        }
        order[at] = place;
    }
}

/// The uncertain figures of one column.
struct Figures<'a> {
    /// What is published or reported, and the middle of intervals; missing ones are NaN.
    values: Vec<f64>,
    source: Source<'a>,
}

enum Source<'a> {
    /// Rows in the input's order of units, and where the units in order of their keys stand in a row.
    Rows(&'a [f64], Vec<usize>),
    /// Reach below and above the figure, and the figure's stream of random numbers; only figures with an interval.
    Reaches(Vec<(usize, [f64; 2], Rng)>),
}

impl<'a> Figures<'a> {
    fn new(prepared: &Prepared<'a>, input: &Input, column: usize, seed: u64) -> Option<Figures<'a>> {
        let given: &Column<'a> = &prepared.columns[column];
        let values = prepared.values[column * prepared.n_units..][..prepared.n_units].to_vec();
        let source = match given.doubt {
            Doubt::None => return None,
            Doubt::Draws(rows) => Source::Rows(rows, prepared.unit_ixs.clone()),
            Doubt::Intervals(intervals) => {
                let mut reaches = Vec::new();
                for (place, unit_ix) in prepared.unit_ixs.iter().enumerate() {
                    let Some((low, high)) = intervals[*unit_ix] else { continue };
                    let reach = [values[place] - usable(low), usable(high) - values[place]];
                    if reach.iter().all(|reach| 0.0 <= *reach) {
                        let key = mixed(mixed(seed, given.key), input.unit_keys[*unit_ix]);
                        reaches.push((place, reach.map(|reach| reach / NINE_IN_TEN), Rng::new(key)));
                    }
                }
                Source::Reaches(reaches)
            }
        };
        Some(Figures { values, source })
    }

    /// Figures as they may be instead, in the order of the units' keys.
    fn draw(&mut self, draw_ix: usize, drawn: &mut [f64]) {
        drawn.copy_from_slice(&self.values);
        match &mut self.source {
            Source::Rows(rows, unit_ixs) => {
                let row = draw_ix % (rows.len() / unit_ixs.len().max(1)).max(1);
                for (figure, unit_ix) in drawn.iter_mut().zip(unit_ixs.iter()) {
                    let other = usable(rows[row * self.values.len() + unit_ix]);
                    // What is missing stays missing, and what cannot be used does not take the figure away.
                    *figure = if figure.is_nan() || other.is_nan() { *figure } else { other };
                }
            }
            Source::Reaches(reaches) => {
                for (place, [below, above], rng) in reaches {
                    // The sum of two even numbers is triangular. Half of the draws lie on either side of the figure, and
                    // a twentieth beyond either end of the interval.
                    let turn = rng.fraction() + rng.fraction() - 1.0;
                    drawn[*place] += turn * if turn < 0.0 { *below } else { *above };
                }
            }
        }
    }
}

/// A seed that belongs to another seed and a key.
fn mixed(seed: u64, key: u64) -> u64 {
    let at = Rng::new(key).bits();
    Rng::new(seed ^ at.rotate_left(17)).bits()
}
