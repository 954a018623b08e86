//! Estimates that add up: what areas without a report have of a published total, and how sure that is.
//!
//! The remainder of the total after all reports is shared out by weight ([`super::apportion`]). What each area may have
//! instead is drawn many times from a model in which areas differ by more than chance, each draw adding up to the
//! remainder. Intervals of areas, of sums and of ranks are percentiles of these same draws.
//!
//! Model: counts with a capacity are beta-binomial (`margin.rs`), held to their sum; open counts and measures are
//! Dirichlet-multinomial; yes or no is a beta-binomial of one trial. Small totals are drawn exactly (`exact.rs`), great
//! ones raked (`raked.rs`). The overdispersion is a default or comes from the reports (`spread.rs`). Nothing here
//! uses logarithms or powers, so a seed gives the same bits on every device.

pub(super) mod draws;
mod exact;
mod margin;
mod raked;
pub(super) mod rng;
mod spread;

#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;

use margin::Margin;
use rng::Rng;
pub use spread::{DEFAULT_PRECISION, DEFAULT_PRECISION_PER_AREA, MIN_REPORTS, Spread, SpreadSource};

use super::apportion;
use super::rank;
use super::round::decimal;

/// Above this, sums of whole units are no longer exact, and estimates are not made whole.
const MAX_WHOLE: f64 = 9_007_199_254_740_992.0;

/// Greater figures and weights are refused: draws are kept as `f32`, and sums of squares must not overflow.
const MAX_USABLE: f64 = 1e30;

/// A remainder this near to a whole number of units is one; what is missing comes from adding decimals.
const WHOLE: f64 = 1e-6;

/// What is known of one indicator. All lists go by area.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The published total; `None` if there is none, and then nothing can be estimated.
    pub total: Option<f64>,
    /// What is counted.
    pub kind: Kind<'a>,
    /// What the total is shared out by, above 0; not used for [`Kind::YesNo`].
    pub weights: &'a [f64],
    /// What is reported; for [`Kind::YesNo`] 1 or 0.
    pub reports: &'a [Option<f64>],
    /// Estimates are multiples of 10 to the power of minus this (held to 12), where total and reports are.
    pub decimals: u8,
}

/// What is counted.
#[derive(Debug, Clone, Copy)]
pub enum Kind<'a> {
    /// Some of so many in each area: recognised families of all families. Of a capacity only whole units count.
    Capped(&'a [f64]),
    /// Things without a limit (bins), or a measure (metres).
    Open,
    /// Whether an area has it; the total is the number of areas that have.
    YesNo,
}

/// How draws are made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// The same seed gives the same intervals. Each indicator wants one of its own, or their draws move together.
    pub seed: u64,
    /// Held to 20 to 4,000.
    pub n_draws: usize,
    /// How much areas differ ([`Spread::precision`]), if a person sets it.
    pub precision: Option<f64>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { seed: 1, n_draws: 400, precision: None }
    }
}

/// A contradiction among the figures of one indicator, or a figure that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Conflict {
    /// Reports add up to more than is published.
    ReportsAboveTotal {
        /// Sum of all reports.
        reports: f64,
        /// As published.
        total: f64,
    },
    /// More is left of the total than the areas without a report can have; 0 where there is no such area.
    RemainderAboveCapacity {
        /// The total without the reports.
        remainder: f64,
        /// Of all areas without a report.
        capacity: f64,
    },
    /// An area reports more than its capacity. Does not keep the others from being estimated.
    ReportAboveCapacity {
        /// The position of the area.
        area_ix: usize,
        /// What it reports.
        report: f64,
        /// Of how many.
        capacity: f64,
    },
    /// A figure is not what is needed: no number, below 0, a weight of 0, a yes or no that is neither.
    Unusable {
        /// The position of the area; `None` for the total.
        area_ix: Option<usize>,
    },
}

/// A value with its 90 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranged {
    /// The estimate or sum; for one area of yes and no the probability.
    pub value: f64,
    /// At most the value.
    pub low: f64,
    /// At least the value.
    pub high: f64,
}

/// The 90 % interval of a rank, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankInterval {
    /// The better end.
    pub best: usize,
    /// The other.
    pub worst: usize,
    /// How many areas are ranked.
    pub of: usize,
}

/// What is estimated of one indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// Every contradiction that was found.
    pub conflicts: Vec<Conflict>,
    /// The total without the reports, also if it is negative; `None` if the total is unknown or figures are unusable.
    pub remainder: Option<f64>,
    /// How much areas are supposed to differ, which says nothing for yes and no; `None` where nothing is estimated.
    pub spread: Option<Spread>,
    /// For each area without a report, if all can be estimated; `None` for those with one.
    pub areas: Vec<Option<Ranged>>,
    /// In units of the last decimal.
    reports: Vec<Option<f64>>,
    /// Positions of the areas without a report.
    open: Vec<usize>,
    /// Rows of a value for each of `open`, in units of the last decimal.
    draws: Vec<f32>,
    decimals: i32,
}

/// Estimates what the areas without a report have.
#[inline(never)]
pub fn estimate(input: &Input, settings: &Settings) -> Estimate {
    let decimals = i32::from(input.decimals.min(12));
    let scale = decimal(1.0, decimals);
    // 0.29 · 100 is not 29 as a double.
    let units = |value: f64| {
        let (exact, whole) = (value * scale, (value * scale + 0.5).floor());
        if (exact - whole).abs() <= WHOLE { whole } else { exact }
    };
    let n = input.reports.len();
    let mut result = Estimate {
        conflicts: Vec::new(),
        remainder: None,
        spread: None,
        areas: vec![None; n],
        reports: input.reports.iter().map(|report| report.map(units)).collect(),
        open: (0..n).filter(|ix| input.reports[*ix].is_none()).collect(),
        draws: Vec::new(),
        decimals,
    };
    let (capacities, weights, is_usable) = usable(input, scale, &mut result.conflicts);
    let Some(total) = input.total.map(units) else { return result };
    if !is_usable {
        return result;
    }

    let reported: f64 = result.reports.iter().flatten().sum();
    let mut remainder = total - reported;
    let nearest = (remainder + 0.5).floor();
    let is_whole = (remainder - nearest).abs() <= WHOLE && nearest <= MAX_WHOLE;
    if is_whole {
        remainder = nearest;
    }
    result.remainder = Some(result.shown(remainder));
    if remainder < 0.0 {
        let (reports, total) = (result.shown(reported), result.shown(total));
        result.conflicts.push(Conflict::ReportsAboveTotal { reports, total });
        return result;
    }
    let of_open = |list: &[f64]| -> Vec<f64> { result.open.iter().map(|ix| list[*ix]).collect() };
    let (open_weights, open_capacities) = (of_open(&weights), of_open(&capacities));
    let is_yes_no = matches!(input.kind, Kind::YesNo);
    let means = apportion::shares(remainder, &open_weights, &open_capacities);
    let values = if is_whole && !is_yes_no {
        apportion::whole_shares(remainder, &open_weights, &open_capacities)
    } else {
        means.clone()
    };
    let (means, values) = match (means, values) {
        (Ok(means), Ok(values)) => (means, values),
        (Err(full), _) | (_, Err(full)) => {
            let (remainder, capacity) = (result.shown(remainder), result.shown(full.capacity));
            result.conflicts.push(Conflict::RemainderAboveCapacity { remainder, capacity });
            return result;
        }
    };

    let spread = spread_of(settings, total, &weights, &capacities, &result.reports);
    result.spread = Some(spread);
    let weight_of_all: f64 = weights.iter().sum();
    let margin = |ix: usize| {
        let precision = spread.precision;
        let of_part = open_weights[ix] / weight_of_all * precision;
        let capacity = open_capacities[ix];
        Margin { mean: means[ix], capacity, precision: if capacity.is_infinite() { of_part } else { precision } }
    };
    let margins: Vec<Margin> = (0..means.len()).map(margin).collect();
    let n_draws = settings.n_draws.clamp(20, 4_000);
    // Nothing or everything is left: no draw can be anything else.
    let is_certain = remainder <= 0.0 || open_capacities.iter().sum::<f64>() <= remainder;
    result.draws = if is_certain {
        let row: Vec<f32> = values.iter().map(|value| *value as f32).collect();
        row.repeat(n_draws)
    } else {
        let mut rng = Rng::new(settings.seed);
        let exactly = if is_whole { exact::draw(&margins, remainder, n_draws, &mut rng) } else { None };
        exactly.unwrap_or_else(|| raked::draw(&margins, remainder, is_whole, n_draws, &mut rng))
    };
    let mut drawn = Vec::with_capacity(n_draws);
    for position in 0..values.len() {
        let value = values[position];
        let most = open_capacities[position].min(remainder);
        let (low, high) = if is_certain {
            (value, value)
        } else if is_yes_no {
            (0.0, 1.0)
        } else {
            drawn.clear();
            drawn.extend(result.draws.chunks_exact(values.len()).map(|row| f64::from(row[position])));
            draws::interval(&mut drawn).unwrap_or((value, value))
        };
        let (low, high) = (low.max(0.0).min(value), high.min(most).max(value));
        let ranged = Ranged { value: result.shown(value), low: result.shown(low), high: result.shown(high) };
        result.areas[result.open[position]] = Some(ranged);
    }
    result
}

/// Where a figure cannot be used ([`Conflict::Unusable`]), without a draw.
pub fn unusable(input: &Input) -> Vec<Option<usize>> {
    let mut conflicts = Vec::new();
    usable(input, decimal(1.0, i32::from(input.decimals.min(12))), &mut conflicts);
    let place = |conflict| if let Conflict::Unusable { area_ix } = conflict { Some(area_ix) } else { None };
    conflicts.into_iter().filter_map(place).collect()
}

/// Capacities and weights of all areas, in units, and whether all figures can be used; tells of those that cannot.
fn usable(input: &Input, scale: f64, conflicts: &mut Vec<Conflict>) -> (Vec<f64>, Vec<f64>, bool) {
    let is_quantity = |value: f64| 0.0 <= value && value * scale < MAX_USABLE;
    let is_yes_no = matches!(input.kind, Kind::YesNo);
    let mut unusable: Vec<Option<usize>> = Vec::new();
    if input.total.is_some_and(|total| !is_quantity(total) || (is_yes_no && total.fract() != 0.0)) {
        unusable.push(None);
    }
    let (mut capacities, mut weights) = (Vec::new(), Vec::new());
    for (ix, report) in input.reports.iter().enumerate() {
        let (weight, capacity) = match input.kind {
            Kind::YesNo => (Some(1.0), Some(1.0)),
            Kind::Open => (input.weights.get(ix).copied(), Some(f64::INFINITY)),
            Kind::Capped(capacities) => (input.weights.get(ix).copied(), capacities.get(ix).copied()),
        };
        let weight = weight.filter(|weight| 0.0 < *weight && *weight < MAX_USABLE);
        let capacity = capacity.filter(|capacity| 0.0 <= *capacity);
        let is_report = |report: f64| is_quantity(report) && !(is_yes_no && report != 0.0 && report != 1.0);
        let (Some(weight), Some(capacity), true) = (weight, capacity, report.is_none_or(is_report)) else {
            unusable.push(Some(ix));
            continue;
        };
        if let Some(report) = report.filter(|report| capacity < *report) {
            conflicts.push(Conflict::ReportAboveCapacity { area_ix: ix, report, capacity });
        }
        capacities.push((capacity * scale).floor());
        weights.push(weight);
    }
    let is_usable = unusable.is_empty();
    conflicts.extend(unusable.into_iter().map(|area_ix| Conflict::Unusable { area_ix }));
    (capacities, weights, is_usable)
}

fn spread_of(settings: &Settings, total: f64, weights: &[f64], capacities: &[f64], reports: &[Option<f64>]) -> Spread {
    if let Some(precision) = settings.precision {
        return spread::set(precision);
    }
    let weight_of_all: f64 = weights.iter().sum();
    // A total above all capacities is told of elsewhere; here it leaves the reports unasked.
    let means = apportion::shares(total, weights, capacities).ok();
    let seen = |ix: usize| spread::Seen {
        mean: means.as_ref().map_or(0.0, |means| means[ix]),
        part: weights[ix] / weight_of_all,
        capacity: capacities[ix],
        report: reports[ix],
    };
    spread::from_reports(&(0..reports.len()).map(seen).collect::<Vec<_>>(), total)
}

impl Estimate {
    /// The sum over the areas of a set (by position; those beyond its end are out) with its interval: reports as they
    /// are, the others from the draws. For yes and no the number of areas that have it.
    ///
    /// `None` if the set has an area that is neither reported nor estimated.
    #[inline(never)]
    pub fn interval_of_sum(&self, set: &[bool]) -> Option<Ranged> {
        let is_in = |ix: usize| set.get(ix).copied().unwrap_or(false);
        let columns: Vec<usize> = (0..self.open.len()).filter(|position| is_in(self.open[*position])).collect();
        let mut sum = 0.0;
        for ix in (0..self.reports.len()).filter(|ix| is_in(*ix)) {
            sum += self.reports[ix].unwrap_or(0.0);
        }
        let fixed = self.shown(sum);
        let (mut value, mut least, mut most) = (0.0, 0.0, 0.0);
        for position in &columns {
            let area = self.areas[self.open[*position]]?;
            (value, least, most) = (value + area.value, least + area.low, most + area.high);
        }
        if columns.len() < 2 {
            return Some(Ranged { value: fixed + value, low: fixed + least, high: fixed + most });
        }
        if columns.len() == self.open.len() {
            // All of them are the remainder, whatever their draws, which are rounded where numbers are very great.
            let value = fixed + self.remainder?;
            return Some(Ranged { value, low: value, high: value });
        }
        let (low, high) = draws::interval(&mut self.sums(&columns))?;
        let value = fixed + value;
        let (low, high) = (self.shown(sum + low), self.shown(sum + high));
        Some(Ranged { value, low: low.min(value), high: high.max(value) })
    }

    /// For each area the interval of its rank among all areas by value, or by value divided by `per` (a rate), where
    /// reports stay what they are. Of equal values each has the better rank ([`super::rank`]).
    ///
    /// Areas whose `per` is no positive number are not ranked. All are `None` if some areas are neither reported nor
    /// estimated.
    #[inline(never)]
    pub fn rank_intervals(&self, per: Option<&[f64]>, highest_first: bool) -> Vec<Option<RankInterval>> {
        let n = self.reports.len();
        let mut intervals = vec![None; n];
        if self.draws.is_empty() && !self.open.is_empty() {
            return intervals;
        }
        let base = |ix: usize| match per {
            None => Some(1.0),
            Some(per) => per.get(ix).copied().filter(|per| per.is_finite() && 0.0 < *per),
        };
        let bases: Vec<Option<f64>> = (0..n).map(base).collect();
        let mut values: Vec<Option<f64>> = (0..n).map(|ix| Some(self.reports[ix]? / bases[ix]?)).collect();
        // Rows of a rank an area; without open areas the one row of the reports.
        let mut ranks_of_draws: Vec<f64> = Vec::new();
        let mut of = 0;
        for row_ix in 0..self.n_draws().max(1) {
            for (position, ix) in self.open.iter().enumerate() {
                let drawn = f64::from(self.draws[row_ix * self.open.len() + position]);
                values[*ix] = bases[*ix].map(|base| drawn / base);
            }
            for rank in rank::ranks(&values, highest_first) {
                of = rank.map_or(of, |rank| rank.of);
                ranks_of_draws.push(rank.map_or(0.0, |rank| rank.rank as f64));
            }
        }
        for (ix, interval) in intervals.iter_mut().enumerate().filter(|(ix, _)| bases[*ix].is_some()) {
            let mut ranks: Vec<f64> = ranks_of_draws[ix..].iter().step_by(n).copied().collect();
            let ends = draws::interval(&mut ranks);
            *interval = ends.map(|(best, worst)| RankInterval { best: best as usize, worst: worst as usize, of });
        }
        intervals
    }

    /// How many draws there are; 0 where nothing is estimated.
    pub fn n_draws(&self) -> usize {
        self.draws.len().checked_div(self.open.len()).unwrap_or(0)
    }

    /// One draw of all areas, with reports as they are; for indices that are made of several indicators.
    ///
    /// `None` if `draw_ix` is not below [`Estimate::n_draws`].
    pub fn draw(&self, draw_ix: usize) -> Option<Vec<f64>> {
        let row = self.draws.chunks_exact(self.open.len().max(1)).nth(draw_ix)?;
        let mut values: Vec<f64> = self.reports.iter().map(|report| self.shown(report.unwrap_or(0.0))).collect();
        for (ix, drawn) in self.open.iter().zip(row) {
            values[*ix] = self.shown(f64::from(*drawn));
        }
        Some(values)
    }

    /// The sum of some columns in each draw, in units.
    fn sums(&self, columns: &[usize]) -> Vec<f64> {
        let rows = self.draws.chunks_exact(self.open.len().max(1));
        rows.map(|row| columns.iter().map(|column| f64::from(row[*column])).sum()).collect()
    }

    /// From units of the last decimal to the indicator's unit, as the nearest double to the decimal number.
    fn shown(&self, units: f64) -> f64 {
        decimal(units, -self.decimals)
    }
}
