//! How sure the ranks of an index are: ranks drawn many times over other weights, normalisations and figures.
//!
//! One Monte Carlo experiment over all doubts at once, as in step 7 of the handbook (and in M. Saisana, A. Saltelli and
//! S. Tarantola, "Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite
//! indicators", J. R. Statist. Soc. A 168, 2005). Each column and each figure has a stream of random numbers of its own,
//! found by its key, so that a unit's interval does not depend on where it stands in a list.

use super::normalise::{Prepared, usable};
use super::{Aggregation, Column, Doubt, Fault, Input, Normalisation, rounded};
use crate::order;
use crate::stats::estimate::RankInterval;
use crate::stats::estimate::draws;
use crate::stats::estimate::rng::Rng;

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
    n_scored: usize,
}

impl Uncertain {
    /// Where the rank of a unit lies in nine of ten draws (5th to 95th percentile); `None` for units without a score.
    pub fn interval(&self, unit_ix: usize) -> Option<RankInterval> {
        let mut ranks: Vec<f64> = self.ranks_of(unit_ix)?.iter().map(|rank| f64::from(*rank)).collect();
        let (best, worst) = draws::interval(&mut ranks)?;
        Some(RankInterval { best: best as usize, worst: worst as usize, of: self.n_scored })
    }

    /// The part of the draws in which a unit is among the first so many; `None` for units without a score.
    pub fn share_within(&self, unit_ix: usize, first: usize) -> Option<f64> {
        let ranks = self.ranks_of(unit_ix)?;
        let n_within = ranks.iter().filter(|rank| **rank as usize <= first).count();
        Some(n_within as f64 / ranks.len() as f64)
    }

    fn ranks_of(&self, unit_ix: usize) -> Option<&[u32]> {
        self.ranks.chunks_exact(self.n_draws).nth(unit_ix).filter(|ranks| ranks[0] != 0)
    }
}

/// Draws the ranks of an index.
pub fn uncertain(input: &Input, doubts: &Doubts) -> Result<Uncertain, Fault> {
    let prepared = Prepared::new(input)?;
    let n = prepared.n_units;
    let n_draws = doubts.n_draws.clamp(20, 4_000);
    let is_usable = |by: &&Normalisation| input.aggregation == Aggregation::Arithmetic || **by != Normalisation::ZScore;
    let mut choices: Vec<Normalisation> = doubts.normalisations.iter().filter(is_usable).copied().collect();
    if choices.is_empty() {
        choices.push(input.normalisation);
    }
    let settled: Vec<Vec<f64>> = choices.iter().map(|by| prepared.normalised(*by)).collect();
    let seed = mixed(doubts.seed, 0);
    let mut of_choice = Rng::new(seed);
    let mut of_weights: Vec<Rng> = prepared.columns.iter().map(|column| Rng::new(mixed(seed, column.key))).collect();
    let mut figures: Vec<Figures> = Vec::new();
    for column in 0..prepared.columns.len() {
        figures.extend(Figures::new(&prepared, input, column, seed));
    }
    let spread = if doubts.weight_spread.is_nan() { 0.0 } else { doubts.weight_spread.clamp(0.0, MAX_SPREAD) };

    let mut ranks = vec![0; n * n_draws];
    let (mut weights, mut sorted) = (prepared.weights(), Vec::with_capacity(n));
    let (mut normalised, mut scores, mut totals) = (Vec::new(), vec![0.0; n], vec![0.0; n]);
    for draw_ix in 0..n_draws {
        let choice = of_choice.below(choices.len());
        for ((weight, rng), column) in weights.iter_mut().zip(&mut of_weights).zip(&prepared.columns) {
            *weight = column.weight * (1.0 + spread * (2.0 * rng.fraction() - 1.0));
        }
        normalised.clear();
        normalised.extend_from_slice(&settled[choice]);
        for figures in &mut figures {
            let drawn = &mut normalised[figures.column * n..][..n];
            figures.draw(draw_ix, drawn);
            prepared.normalise(&prepared.columns[figures.column], choices[choice], drawn, &mut sorted);
        }
        prepared.scores_into(&normalised, &weights, &mut scores, &mut totals);
        sorted.clear();
        for score in &mut scores {
            *score = rounded(*score);
            if !score.is_nan() {
                sorted.push(*score);
            }
        }
        order::sort_numbers(&mut sorted);
        for (score, unit_ix) in scores.iter().zip(&prepared.unit_ixs) {
            if !score.is_nan() {
                let n_better = sorted.len() - sorted.partition_point(|other| other <= score);
                ranks[unit_ix * n_draws + draw_ix] = n_better as u32 + 1;
            }
        }
    }
    let n_scored = prepared.is_scored.iter().filter(|is_scored| **is_scored).count();
    Ok(Uncertain { ranks, n_draws, n_scored })
}

/// The uncertain figures of one column.
struct Figures<'a> {
    column: usize,
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
        Some(Figures { column, values, source })
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
