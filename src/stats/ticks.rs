//! Ticks of axes, and histograms whose bins begin and end on ticks.
//!
//! Positions only: labels are made by `text`, pixels by `draw`.

use super::round::{Step, decimal};

/// Ticks at multiples of 1, 2 or 5 × 10ⁿ within `[min, max]`, as near to `target` in number as these steps allow
/// (the coarser of two steps equally near). One tick where both ends are equal; none where an end is not finite, the
/// ends are swapped or `target` is 0.
pub fn ticks(min: f64, max: f64, target: usize) -> Vec<f64> {
    if !(min.is_finite() && max.is_finite()) || max < min || target == 0 {
        return Vec::new();
    }
    if min == max {
        return vec![min];
    }
    match tick_step(min, max, target) {
        Some(step) => multiples(step, min, max),
        None => vec![min, max],
    }
}

/// Ticks for a logarithmic axis: powers of ten, with 2 and 5 times them (or 1 to 9 times them, or every second, third, …
/// power) where that comes nearest to `target`. [`ticks`] where the ends are less than a factor of three apart. None
/// unless both ends are positive.
pub fn log_ticks(min: f64, max: f64, target: usize) -> Vec<f64> {
    if !(0.0 < min && max.is_finite()) || max < min || target == 0 {
        return Vec::new();
    }
    if max < 3.0 * min {
        return ticks(min, max, target);
    }
    let exponents = min.log10().floor() as i32..=max.log10().floor() as i32;
    let n_decades = exponents.clone().count();
    let dense = [&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0][..], &[1.0, 2.0, 5.0], &[1.0, 3.0], &[1.0]];
    let sparse = (2..=n_decades.max(2)).map(|stride| (&[1.0][..], stride));
    let candidates = dense.into_iter().map(|mantissas| (mantissas, 1)).chain(sparse);
    let all = candidates.map(|(mantissas, stride)| {
        let chosen = exponents.clone().filter(move |exponent| exponent.rem_euclid(stride as i32) == 0);
        let ticks = chosen.flat_map(|exponent| mantissas.iter().map(move |mantissa| decimal(*mantissa, exponent)));
        ticks.filter(|tick| (min..=max).contains(tick)).collect::<Vec<f64>>()
    });
    all.min_by_key(|ticks| ticks.len().abs_diff(target)).unwrap_or_default()
}

/// A histogram.
#[derive(Debug, Clone, PartialEq)]
pub struct Bins {
    /// Ascending; one more than there are bins. A bin holds its lower edge and not its upper one, but the last holds
    /// both.
    pub edges: Vec<f64>,
    /// How many values are in each bin.
    pub counts: Vec<usize>,
}

/// Counts finite values in about `n` bins of one round width, which together hold all of them. No bins without values;
/// a single bin where all are equal.
pub fn histogram(values: &[f64], n: usize) -> Bins {
    let finite: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    let Some((min, max)) = super::summary::min_max(&finite) else { return Bins { edges: vec![], counts: vec![] } };
    let edges = bin_edges(min, max, n.max(1));
    let mut counts = vec![0; edges.len() - 1];
    let last_ix = counts.len() - 1;
    for value in finite {
        counts[edges[1..].partition_point(|edge| *edge <= value).min(last_ix)] += 1;
    }
    Bins { edges, counts }
}

/// At least two edges, the first not above `min` and the last not below `max`.
fn bin_edges(min: f64, max: f64, n: usize) -> Vec<f64> {
    let Some(step) = tick_step(min, max, n + 1) else { return vec![min, max] };
    let first = step.count_in(min).floor();
    let last = step.count_in(max).ceil().max(first + 1.0);
    let mut edges: Vec<f64> = (0..=(last - first) as usize).map(|ix| step.multiple(first + ix as f64)).collect();
    // Dividing by the step may land a hair beside a whole number of steps.
    if min < edges[0] {
        edges.insert(0, step.multiple(first - 1.0));
    }
    if edges[edges.len() - 1] < max {
        edges.push(step.multiple(last + 1.0));
    }
    edges
}

/// The step of the ladder 1, 2, 5 whose multiples within the range come nearest to `target` in number.
/// `None` where the range is empty or finer than numbers of this size can tell apart.
fn tick_step(min: f64, max: f64, target: usize) -> Option<Step> {
    let width = (max - min) / target as f64;
    if !(min.abs().max(max.abs()) * 1e-13 < width && width.is_finite()) {
        return None;
    }
    let coarsest = Step::at_least(width)?.coarser().coarser().coarser();
    std::iter::successors(Some(coarsest), |step| Some(step.finer()))
        .take(9)
        .filter(|step| step.is_1_2_5())
        .min_by_key(|step| n_multiples(*step, min, max).abs_diff(target))
}

fn n_multiples(step: Step, min: f64, max: f64) -> usize {
    let (first, last) = multiple_range(step, min, max);
    (last - first + 1.0).max(0.0) as usize
}

fn multiples(step: Step, min: f64, max: f64) -> Vec<f64> {
    let (first, last) = multiple_range(step, min, max);
    let n = (last - first + 1.0).max(0.0) as usize;
    (0..n).map(|ix| step.multiple(first + ix as f64)).filter(|tick| (min..=max).contains(tick)).collect()
}

/// First and last multiple in the range, in steps, with room for the rounding of the division; see [`multiples`].
fn multiple_range(step: Step, min: f64, max: f64) -> (f64, f64) {
    ((step.count_in(min) - 1e-9).ceil(), (step.count_in(max) + 1e-9).floor())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// As `d3.ticks` of d3-array 3.2.4 gives them, which uses the same ladder.
    #[test]
    fn ticks_on_1_2_5() {
        assert_eq!(ticks(0.0, 1.0, 10), [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]);
        assert_eq!(ticks(-10.0, 10.0, 5), [-10.0, -5.0, 0.0, 5.0, 10.0]);
        assert_eq!(ticks(840.6, 18914.8, 4), [5000.0, 10000.0, 15000.0]);
        assert_eq!(ticks(84.2, 88.7, 5), [85.0, 86.0, 87.0, 88.0]);
    }

    #[test]
    fn ticks_at_the_edges_of_sense() {
        assert_eq!(ticks(5.0, 5.0, 4), [5.0]);
        assert!(ticks(5.0, 4.0, 4).is_empty());
        assert!(ticks(0.0, 1.0, 0).is_empty());
        assert!(ticks(f64::NAN, 1.0, 4).is_empty());
        assert!(ticks(0.0, f64::INFINITY, 4).is_empty());
        assert_eq!(ticks(-1e308, 1e308, 4).len(), 2);
        let next = f64::from_bits(1.0_f64.to_bits() + 1);
        assert_eq!(ticks(1.0, next, 4), [1.0, next]);
        assert!(ticks(0.0, 1e-310, 4).len() <= 2);
    }

    #[test]
    fn ticks_of_logarithmic_axes() {
        assert_eq!(log_ticks(1.0, 1000.0, 4), [1.0, 10.0, 100.0, 1000.0]);
        assert_eq!(log_ticks(840.6, 18914.8, 4), [1000.0, 2000.0, 5000.0, 10000.0]);
        assert_eq!(log_ticks(0.02, 0.5, 5), [0.02, 0.05, 0.1, 0.2, 0.5]);
        assert_eq!(log_ticks(1.0, 1e9, 4), [1.0, 1000.0, 1e6, 1e9]);
        assert_eq!(log_ticks(80.0, 90.0, 3), ticks(80.0, 90.0, 3));
        assert!(log_ticks(0.0, 10.0, 4).is_empty());
        assert!(log_ticks(-1.0, 10.0, 4).is_empty());
        assert_eq!(log_ticks(f64::MIN_POSITIVE, f64::MAX, 5).len(), 5);
    }

    #[test]
    fn histograms() {
        let bins = histogram(&[1.0, 2.0, 2.5, 4.0, 9.0, 10.0], 5);
        assert_eq!(bins, Bins { edges: vec![0.0, 2.0, 4.0, 6.0, 8.0, 10.0], counts: vec![1, 2, 1, 0, 2] });
        assert_eq!(histogram(&[7.0, 7.0], 5), Bins { edges: vec![7.0, 7.0], counts: vec![2] });
        assert_eq!(histogram(&[], 5), Bins { edges: vec![], counts: vec![] });
        assert_eq!(histogram(&[f64::NAN, 1.0, 2.0], 0).counts.iter().sum::<usize>(), 2);
    }

    proptest! {
        #[test]
        fn ticks_lie_within_ascend_and_are_about_as_many(a in -1e9_f64..1e9, width in 1e-3_f64..1e9, target in 2_usize..12) {
            let ticks = ticks(a, a + width, target);
            prop_assert!(ticks.is_sorted_by(|a, b| a < b));
            prop_assert!(ticks.iter().all(|tick| (a..=a + width).contains(tick)));
            prop_assert!(!ticks.is_empty() && ticks.len() <= 2 * target, "{:?}", ticks);
        }

        #[test]
        fn histograms_hold_every_value(values in prop::collection::vec(-1e6_f64..1e6, 1..60), n in 1_usize..20) {
            let bins = histogram(&values, n);
            prop_assert_eq!(bins.counts.len() + 1, bins.edges.len());
            prop_assert_eq!(bins.counts.iter().sum::<usize>(), values.len());
            prop_assert!(bins.edges[0] <= values.iter().copied().fold(f64::INFINITY, f64::min));
            prop_assert!(values.iter().copied().fold(f64::NEG_INFINITY, f64::max) <= bins.edges[bins.edges.len() - 1]);
            prop_assert!(bins.counts.len() <= 2 * n + 3);
        }
    }
}
