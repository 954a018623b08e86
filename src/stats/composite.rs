//! Composite indices: many indicators as one score a unit, what the score is made of, and how sure the ranks are.
//!
//! Each indicator is brought to a common scale on which more is better (`normalise.rs`), and the weighted mean of what a
//! unit has is its score. What is missing is not imputed: the weights of the other indicators take its share, and a unit
//! of which too little is known gets no score. How far a rank depends on weights, on the normalisation and on the
//! figures' own uncertainty is drawn many times (`uncertainty.rs`).
//!
//! Method: OECD and JRC, "Handbook on Constructing Composite Indicators" (2008), steps 5 to 7; targets for
//! which less is better as in the R package `COINr` (`n_dist2targ`). `published.rs` recomputes the handbook's Technology
//! Achievement Index.

mod normalise;
mod uncertainty;

#[cfg(test)]
mod published;
#[cfg(test)]
mod tai;
#[cfg(test)]
mod tests;

pub use uncertainty::{Doubts, Drawn, Uncertain, drawn, uncertain};

use normalise::Prepared;

use super::rank;

/// One indicator of an index.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    /// Which random numbers it gets: those of one key are always the same, wherever the column stands.
    pub key: u64,
    /// A figure a unit; figures that are not finite or beyond ±10¹⁰⁰ count as missing.
    pub values: &'a [Option<f64>],
    /// Whether a greater figure is better; otherwise a smaller one is.
    pub higher_is_better: bool,
    /// Only its ratio to the others counts. At least 0; with 0 the column is out.
    pub weight: f64,
    /// Least and greatest figure of the scale instead of those of the units; figures beyond are held to it. Not used by
    /// [`Normalisation::ZScore`] and [`Normalisation::Rank`].
    pub bounds: Option<(f64, f64)>,
    /// For [`Normalisation::Target`]; the best figure of all units if `None`.
    pub target: Option<f64>,
    /// A target a unit, which goes before the column's for the units that have one that can be used; empty if none has.
    pub unit_targets: &'a [Option<f64>],
    /// How uncertain the figures are; used by [`uncertain`] only.
    pub doubt: Doubt<'a>,
}

/// How uncertain the figures of a column are.
#[derive(Debug, Clone, Copy)]
pub enum Doubt<'a> {
    /// Not at all.
    None,
    /// For each unit its 90 % interval, if it has one.
    Intervals(&'a [Option<(f64, f64)>]),
    /// Rows of a figure a unit, as [`super::estimate::Estimate::draw`] gives them; used in turn, a row a draw.
    Draws(&'a [f64]),
}

/// How figures of different units and spreads come to one scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Normalisation {
    /// From 0 for the worst figure to 1 for the best.
    MinMax,
    /// Distance from the mean in standard deviations (of a sample, n − 1).
    ZScore,
    /// Place from the worst unit upwards, divided by the number of units; of equal figures each has the lower place.
    Rank,
    /// The part of the way to the target: from 0 (or the column's worse bound) where more is better, from the greatest
    /// figure (or bound) where less is better; held to 0 to 1.
    Target,
}

/// How normalised figures become one score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregation {
    /// The weighted mean: a weakness can be made up for by a strength elsewhere.
    Arithmetic,
    /// The weighted geometric mean: a weakness can be made up for in part only.
    ///
    /// It needs figures above 0: those of min–max are lifted to 0.01 to 1 (a usual choice), those of targets are at least
    /// 0.001, and z-scores have no geometric mean.
    Geometric,
}

/// An index.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// A key a unit, which does for it what [`Column::key`] does for a column; as many as there are units.
    pub unit_keys: &'a [u64],
    /// The indicators.
    pub columns: &'a [Column<'a>],
    /// How they come to one scale.
    pub normalisation: Normalisation,
    /// How they become a score.
    pub aggregation: Aggregation,
    /// A unit with less than this part of the indicators (0 to 1) gets no score.
    pub threshold: f64,
    /// Whether the part is one of the weights; otherwise of the number of indicators with a weight.
    pub threshold_by_weight: bool,
}

/// Why there is no index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No column has a weight above 0.
    NoWeight,
    /// A column (by position) has not as many figures, intervals, targets or figures a row as there are units.
    Length(usize),
    /// A column's weight is negative or no number.
    Weight(usize),
    /// A column's bounds are not two numbers, the lesser first.
    Bounds(usize),
    /// A column's target is no number.
    Target(usize),
    /// Z-scores are not above 0, so they have no geometric mean.
    GeometricOfZScores,
}

/// What an index says of one unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// The score: 0 to 1, or around 0 for z-scores.
    pub score: f64,
    /// The place of the score among all that have one, the highest first. Scores that differ by less than 10⁻¹² share.
    pub rank: rank::Rank,
    /// What each indicator gives to the score: they add up to it, for geometric means to its natural logarithm. `None`
    /// where the figure is missing or the column has no weight.
    pub contributions: Vec<Option<f64>>,
    /// The same less what a mean figure would give: above 0 it lifts the unit, below it pulls it down.
    pub pulls: Vec<Option<f64>>,
    /// How many places the unit gains (above 0) or loses if the indicator is left out, among the units that have a score
    /// now; `None` where nothing would be left of the unit or the column has no weight.
    pub gain_without: Vec<Option<isize>>,
}

/// What is known of a unit, and its score if that is enough.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// The part of the indicators, by number or weight, that the unit has.
    pub known: f64,
    /// `None` if that is refused as too little.
    pub scored: Option<Scored>,
}

/// Scores, ranks and their parts, in the order of the units.
pub fn index(input: &Input) -> Result<Vec<Unit>, Fault> {
    let prepared = Prepared::new(input)?;
    let n = prepared.n_units;
    let normalised = prepared.normalised(input.normalisation);
    let weights = prepared.weights();
    let scores = prepared.scores(&normalised, &weights);
    let ranks = ranks(&scores);
    let means: Vec<f64> = normalised.chunks_exact(n.max(1)).map(|column| mean_of_scored(column, &scores)).collect();
    let n_given = input.columns.len();
    let mut units: Vec<Unit> = (0..n).map(|_| Unit { known: 0.0, scored: None }).collect();
    for (place, &unit_ix) in prepared.unit_ixs.iter().enumerate() {
        units[unit_ix].known = prepared.known[place];
        let Some(rank) = ranks[place] else { continue };
        let (mut contributions, mut pulls) = (vec![None; n_given], vec![None; n_given]);
        let total = prepared.weight_of(&normalised, &weights, place);
        for (column, &column_ix) in prepared.column_ixs.iter().enumerate() {
            let value = normalised[column * n + place];
            if !value.is_nan() {
                let part = weights[column] / total;
                contributions[column_ix] = Some(part * value);
                pulls[column_ix] = Some(part * (value - means[column]));
            }
        }
        let score = if input.aggregation == Aggregation::Geometric { scores[place].exp() } else { scores[place] };
        let gain_without = vec![None; n_given];
        units[unit_ix].scored = Some(Scored { score, rank, contributions, pulls, gain_without });
    }
    for (column, &column_ix) in prepared.column_ixs.iter().enumerate() {
        let mut without = weights.clone();
        without[column] = 0.0;
        let ranks = self::ranks(&prepared.scores(&normalised, &without));
        for (place, &unit_ix) in prepared.unit_ixs.iter().enumerate() {
            let (Some(scored), Some(rank)) = (&mut units[unit_ix].scored, ranks[place]) else { continue };
            scored.gain_without[column_ix] = Some(scored.rank.rank as isize - rank.rank as isize);
        }
    }
    Ok(units)
}

/// The mean of a normalised column over the units that have both a figure and a score.
fn mean_of_scored(column: &[f64], scores: &[f64]) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0_f64);
    for (value, score) in column.iter().zip(scores) {
        if !value.is_nan() && !score.is_nan() {
            (sum, count) = (sum + value, count + 1.0);
        }
    }
    sum / count.max(1.0)
}

/// Ranks of scores, of which NaN has none.
fn ranks(scores: &[f64]) -> Vec<Option<rank::Rank>> {
    let rounded: Vec<Option<f64>> = scores.iter().map(|score| Some(rounded(*score))).collect();
    rank::ranks(&rounded, true)
}

/// A score without what adding in another order would change.
fn rounded(score: f64) -> f64 {
    (score * 1e12 + 0.5).floor()
}
