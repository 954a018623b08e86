//! Class breaks: how a range of values is cut into the classes of a legend.
//!
//! A class holds its lower break and not its upper one: `[min, b1) [b1, b2) … [bn, max]`. Colours, labels and the
//! choice of a method are the view's business.

mod rounded;

use rounded::rounded;

use super::natural::{Distinct, cluster_starts};
use super::round::{Step, shortest_between, without_noise};
use super::summary;

/// What breaks are wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct Spec {
    /// Where the breaks come from.
    pub method: Method,
    /// Number of classes; 0 counts as 1. Ignored by [`Method::Own`].
    pub n_classes: usize,
}

/// Where breaks come from.
#[derive(Debug, Clone, PartialEq)]
pub enum Method {
    /// Natural breaks, each moved to a round number: a multiple of a step of the ladder 1, 2, 2.5, 5 × 10ⁿ.
    ///
    /// First the roundest number between the two clusters is taken, which moves nobody. Where that is finer than a
    /// fortieth of the whole range, as it is among dense values, a rounder one outside the gap is taken if no more than
    /// one in thirty of all values changes its class by it. No class becomes empty.
    ///
    /// Skewed values are broken on the logarithm, or nearly all of them would share the lowest class: where all are
    /// positive, the greatest is more than ten times the least, and the median is nearer to the geometric than to the
    /// arithmetic middle of the two. A break is then a number of the ladder itself or else one of a single digit, if
    /// such lies between the two clusters; else the nearest of the ladder, if it is less than a quarter off and no
    /// more than one in ten of all values changes its class by it; else the roundest number between the two clusters.
    Rounded,
    /// The same number of values in each class, as far as ties allow: parted at quantiles of type 7 (the default of R
    /// and numpy), a value equal to the quantile going below; the break is the shortest number that parts them so.
    /// Quantiles that ties let fall together give fewer classes. No class is empty.
    Quantile,
    /// Classes of the same width. A break may be moved by up to half a hundredth of that width to a rounder number, if
    /// no value changes its class by it. Classes may be empty.
    Equal,
    /// Least squares within classes ([`cluster_starts`]); each break is the shortest number between two clusters.
    /// No class is empty.
    Natural,
    /// At the same round distances to both sides of this centre.
    ///
    /// With an even number of classes the centre itself is a break and the others lie at 1, 2, … steps from it; with
    /// an odd number a middle class reaches half a step to both sides. A class is about one median absolute deviation
    /// from the centre wide (scaled by 1.4826), and narrower where the breaks would else reach past the values on the
    /// side with the smaller deviations; but that side alone never squeezes all breaks into less than one such
    /// deviation. If all values lie on one side the classes of the other side are empty but stand, so that colours
    /// keep their meaning.
    Around(f64),
    /// These inner breaks, in any order, whatever the values are.
    Own(Vec<f64>),
}

/// Inner breaks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Breaks {
    /// Finite and strictly ascending; one fewer than there are classes.
    pub inner: Vec<f64>,
}

impl Breaks {
    /// How many classes there are, at least one.
    pub fn n_classes(&self) -> usize {
        self.inner.len() + 1
    }

    /// The class of a value, 0 the lowest. Values below and above all breaks are in the end classes.
    pub fn class_of(&self, value: f64) -> usize {
        self.inner.partition_point(|inner| *inner <= value)
    }

    /// Lower and upper end of a class, given the least and greatest value; both ends are the breaks beside the class
    /// or, for the end classes, the least and greatest value (or the break itself where no value lies beyond it).
    pub fn bounds(&self, class_ix: usize, min: f64, max: f64) -> (f64, f64) {
        let first = self.inner.first().map_or(min, |first| min.min(*first));
        let last = self.inner.last().map_or(max, |last| max.max(*last));
        let lower = class_ix.checked_sub(1).and_then(|ix| self.inner.get(ix)).copied();
        let upper = self.inner.get(class_ix).copied();
        (lower.unwrap_or(first), upper.unwrap_or(last))
    }

    /// How many of the values are in each class.
    pub fn counts(&self, values: &[f64]) -> Vec<usize> {
        let mut counts = vec![0; self.n_classes()];
        for value in values {
            counts[self.class_of(*value)] += 1;
        }
        counts
    }
}

/// Finds breaks for `values` (any order; values that are not finite are left out).
///
/// There are never more classes than distinct values, except with the person's own breaks.
pub fn classify(values: &[f64], spec: &Spec) -> Breaks {
    let distinct = Distinct::new(values);
    let n_classes = spec.n_classes.min(distinct.values.len());
    let inner = match &spec.method {
        Method::Own(breaks) => Distinct::new(breaks).values,
        _ if n_classes <= 1 => Vec::new(),
        Method::Rounded => rounded(&distinct, n_classes),
        Method::Quantile => quantile(&distinct, n_classes),
        Method::Equal => equal(&distinct.values, n_classes),
        Method::Natural => natural(&distinct, n_classes),
        Method::Around(centre) => around(&distinct, *centre, n_classes),
    };
    Breaks { inner }
}

fn natural(distinct: &Distinct, n_classes: usize) -> Vec<f64> {
    let break_before = |start: usize| shortest_between(distinct.values[start - 1], distinct.values[start]);
    cluster_starts(distinct, n_classes).into_iter().map(break_before).collect()
}

fn quantile(distinct: &Distinct, n_classes: usize) -> Vec<f64> {
    let n_values: usize = distinct.counts.iter().sum();
    // For each distinct value the number of values up to and with it.
    let cumulated: Vec<usize> = distinct
        .counts
        .iter()
        .scan(0, |sum, count| {
            *sum += count;
            Some(*sum)
        })
        .collect();
    let mut starts: Vec<usize> = (1..n_classes)
        .map(|class_ix| {
            // Type 7 puts the quantile at position (n - 1) p. The value at the whole part of the position is the last
            // one that is not above the quantile, whatever is interpolated behind it; all its equals go with it.
            let position = (n_values - 1) * class_ix / n_classes;
            cumulated.partition_point(|n_up_to| *n_up_to <= position) + 1
        })
        .filter(|start| *start < distinct.values.len())
        .collect();
    starts.dedup();
    starts.into_iter().map(|start| shortest_between(distinct.values[start - 1], distinct.values[start])).collect()
}

fn equal(values: &[f64], n_classes: usize) -> Vec<f64> {
    let (min, max) = (values[0], values[values.len() - 1]);
    let width = (max - min) / n_classes as f64;
    let step = Step::at_most(width / 100.0);
    let n_below = |at: f64| values.partition_point(|value| *value < at);
    let exact = (1..n_classes).map(|class_ix| min + width * class_ix as f64);
    let mut inner: Vec<f64> = exact
        .map(|exact| {
            let rounder = step.map_or(exact, |step| step.nearest_multiple(exact));
            if n_below(rounder) == n_below(exact) { rounder } else { exact }
        })
        .filter(|inner| inner.is_finite())
        .collect();
    // Widths near the precision of the numbers themselves may let breaks fall together.
    inner.dedup();
    inner
}

/// See [`Method::Around`].
fn around(distinct: &Distinct, centre: f64, n_classes: usize) -> Vec<f64> {
    let weighted = distinct.values.iter().zip(&distinct.counts);
    let distances: Vec<f64> =
        weighted.flat_map(|(value, count)| std::iter::repeat_n((value - centre).abs(), *count)).collect();
    let Some((_, largest)) = summary::min_max(&distances).filter(|_| centre.is_finite()) else { return Vec::new() };
    let spread = summary::median(&distances).map_or(0.0, |median| median * summary::MAD_TO_SD);
    let class_width = if 0.0 < spread { spread } else { largest };
    let (min, max) = (distinct.values[0], distinct.values[distinct.values.len() - 1]);
    let smaller_side = (centre - min).min(max - centre);
    let reach = smaller_side.max(class_width).min(largest);

    // Distances of the breaks in units of a whole step (1, 2, …) or of half a step (1, 3, …).
    let is_even = n_classes.is_multiple_of(2);
    let units: Vec<f64> =
        (0..(n_classes - 1) / 2).map(|ix| (if is_even { ix + 1 } else { 2 * ix + 1 }) as f64).collect();
    let outermost = units.last().copied().unwrap_or(0.0);
    let mut unit = Step::at_least(if is_even { class_width } else { class_width / 2.0 });
    while let Some(too_wide) = unit.filter(|unit| reach <= unit.multiple(outermost)) {
        unit = (0.0 < too_wide.value()).then(|| too_wide.finer());
    }
    let Some(unit) = unit else { return Vec::new() };
    let at = |n: f64| without_noise(centre + unit.multiple(n), centre.abs().max(unit.multiple(n.abs())));
    let below = units.iter().rev().map(|n| at(-n));
    let above = units.iter().map(|n| at(*n));
    let mut inner: Vec<f64> = below.chain(is_even.then_some(centre)).chain(above).collect();
    inner.dedup();
    inner
}

#[cfg(test)]
mod tests;
