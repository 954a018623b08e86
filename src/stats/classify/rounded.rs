//! Natural breaks moved to round numbers, on the values themselves or on their logarithms; see [`super::Method::Rounded`].

use super::super::natural::{Distinct, cluster_starts};
use super::super::round::{Step, decimal};
use super::super::summary;

/// Inner breaks of [`super::Method::Rounded`]. Expects two classes or more, and no more than there are distinct values.
pub(super) fn rounded(distinct: &Distinct, n_classes: usize) -> Vec<f64> {
    if is_skewed(distinct) { rounded_logarithmic(distinct, n_classes) } else { rounded_linear(distinct, n_classes) }
}

/// Whether most values crowd at the lower end of a range of more than a decade.
fn is_skewed(distinct: &Distinct) -> bool {
    let (Some(&min), Some(&max)) = (distinct.values.first(), distinct.values.last()) else { return false };
    let Some(median) = median(distinct) else { return false };
    // A ratio too great for a double is a great one.
    let is_wide = 0.0 < min && 10.0 < max / min;
    is_wide && (median - geometric_middle(min, max)).abs() < (median - (min + (max - min) / 2.0)).abs()
}

fn rounded_logarithmic(distinct: &Distinct, n_classes: usize) -> Vec<f64> {
    let values = &distinct.values;
    let logarithms = values.iter().map(|value| value.ln()).collect();
    let starts = cluster_starts(&Distinct { values: logarithms, counts: distinct.counts.clone() }, n_classes);
    let n_movable = n_values(distinct) / 10;

    let mut inner = Vec::with_capacity(starts.len());
    let mut previous_start = 0;
    for (ix, &start) in starts.iter().enumerate() {
        let next_start = starts.get(ix + 1).copied().unwrap_or(values.len());
        let (above, up_to) = (values[start - 1], values[start]);
        let middle = geometric_middle(above, up_to);
        let start_of = |at: f64| values.partition_point(|value| *value < at);
        let parts_the_clusters = |at: f64| start_of(at) == start;
        let moves_few = |at: f64| {
            let moved_start = start_of(at);
            let leaves_none_empty = previous_start < moved_start && moved_start < next_start;
            let is_near = (at / middle).max(middle / at) < 1.25;
            is_near && leaves_none_empty && n_between(distinct, start, moved_start) <= n_movable
        };
        let found = nearest_on_logarithm(middle, &LADDER, parts_the_clusters)
            .or_else(|| nearest_on_logarithm(middle, &SINGLE_DIGITS, parts_the_clusters))
            .or_else(|| nearest_on_logarithm(middle, &LADDER, moves_few))
            .unwrap_or_else(|| roundest_between(above, up_to).1);
        previous_start = start_of(found);
        inner.push(found);
    }
    inner
}

/// Leading digits in tenths, to stay whole.
const LADDER: [f64; 4] = [10.0, 20.0, 25.0, 50.0];
const SINGLE_DIGITS: [f64; 9] = [10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0];

/// Of the numbers with these leading digits, at most about a decade away and allowed, the one with the least ratio to
/// `middle`.
fn nearest_on_logarithm(middle: f64, leading: &[f64], is_allowed: impl Fn(f64) -> bool) -> Option<f64> {
    if !middle.is_normal() {
        return None;
    }
    let exponent = middle.log10().floor() as i32;
    let candidates = (exponent - 1..=exponent + 1)
        .flat_map(|exponent| leading.iter().map(move |tenths| decimal(*tenths, exponent - 1)));
    let ratio = |at: f64| (at / middle).ln().abs();
    candidates.filter(|at| is_allowed(*at)).min_by(|a, b| ratio(*a).total_cmp(&ratio(*b)))
}

fn geometric_middle(a: f64, b: f64) -> f64 {
    a.sqrt() * b.sqrt()
}

fn median(distinct: &Distinct) -> Option<f64> {
    let each = distinct.values.iter().zip(&distinct.counts);
    summary::median(&each.flat_map(|(value, count)| std::iter::repeat_n(*value, *count)).collect::<Vec<f64>>())
}

fn n_values(distinct: &Distinct) -> usize {
    distinct.counts.iter().sum()
}

/// How many values change their class if a break moves from one start to another.
fn n_between(distinct: &Distinct, start: usize, moved_start: usize) -> usize {
    distinct.counts[start.min(moved_start)..start.max(moved_start)].iter().sum()
}

fn rounded_linear(distinct: &Distinct, n_classes: usize) -> Vec<f64> {
    let values = &distinct.values;
    let starts = cluster_starts(distinct, n_classes);
    let n_movable = n_values(distinct) / 30;
    let round_enough = Step::at_most((values[values.len() - 1] - values[0]) / 40.0);

    let mut inner = Vec::with_capacity(starts.len());
    let mut previous_start = 0;
    for (ix, &start) in starts.iter().enumerate() {
        let next_start = starts.get(ix + 1).copied().unwrap_or(values.len());
        let (above, up_to) = (values[start - 1], values[start]);
        let middle = above + (up_to - above) / 2.0;
        let mut best = (roundest_between(above, up_to), start);
        let mut step = round_enough;
        while let Some(coarse) = step.filter(|step| best.0.0.is_none_or(|free| free.value() < step.value())) {
            let moved_break = coarse.nearest_multiple(middle);
            let moved_start = values.partition_point(|value| *value < moved_break);
            let leaves_none_empty = previous_start < moved_start && moved_start < next_start;
            if leaves_none_empty && n_between(distinct, start, moved_start) <= n_movable {
                best = ((Some(coarse), moved_break), moved_start);
                break;
            }
            if moved_start == start {
                break;
            }
            step = Some(coarse.finer());
        }
        previous_start = best.1;
        inner.push(best.0.1);
    }
    inner
}

/// The coarsest step of the ladder with a multiple in `(above, up_to]`, and that multiple nearest to the middle.
/// Without a step where the two are too near for any; then it is `up_to`.
fn roundest_between(above: f64, up_to: f64) -> (Option<Step>, f64) {
    let middle = above + (up_to - above) / 2.0;
    let coarsest = Step::at_least(above.abs().max(up_to.abs()));
    // Doubles hold 16 digits, and a digit is four rungs of the ladder at most.
    std::iter::successors(coarsest, |step| Some(step.finer()))
        .take(4 * 17)
        .map(|step| (Some(step), step.nearest_multiple(middle)))
        .find(|(_, multiple)| above < *multiple && *multiple <= up_to)
        .unwrap_or((None, up_to))
}
