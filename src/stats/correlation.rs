//! How two measures go together: Pearson's and Spearman's coefficient, and the line of least squares.
//!
//! No significance is told: the areas are all there are and not a sample. Pairs in which a side is missing are left
//! out by the caller; pairs that are not finite are left out here.

use crate::order;

/// A coefficient of correlation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// From -1 to 1.
    pub r: f64,
    /// How many pairs it rests on.
    pub n: usize,
}

/// `y = intercept + slope · x`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// Change of y for one more of x.
    pub slope: f64,
    /// y at x = 0.
    pub intercept: f64,
}

impl Line {
    /// The line's y at an x.
    pub fn at(&self, x: f64) -> f64 {
        self.intercept + self.slope * x
    }
}

/// Pearson's coefficient of `(x, y)` pairs. `None` for fewer than three pairs, where it says nothing, and where all x
/// or all y are equal.
pub fn pearson(pairs: &[(f64, f64)]) -> Option<Correlation> {
    let moments = Moments::new(pairs)?;
    if moments.n < 3 {
        return None;
    }
    // Two roots and not the root of the product, which may overflow.
    let r = moments.xy / moments.xx.sqrt() / moments.yy.sqrt();
    r.is_finite().then(|| Correlation { r: r.clamp(-1.0, 1.0), n: moments.n })
}

/// Spearman's coefficient: Pearson's of the ranks, where equal values have the mean of their ranks.
pub fn spearman(pairs: &[(f64, f64)]) -> Option<Correlation> {
    let finite = finite(pairs);
    let xs: Vec<f64> = finite.iter().map(|(x, _)| *x).collect();
    let ys: Vec<f64> = finite.iter().map(|(_, y)| *y).collect();
    let ranked: Vec<(f64, f64)> = mean_ranks(&xs).into_iter().zip(mean_ranks(&ys)).collect();
    pearson(&ranked)
}

/// The line of least squares of y on x. `None` for fewer than two pairs and where all x are equal.
pub fn fit(pairs: &[(f64, f64)]) -> Option<Line> {
    let moments = Moments::new(pairs)?;
    let slope = moments.xy / moments.xx;
    let line = Line { slope, intercept: moments.y_mean - slope * moments.x_mean };
    (line.slope.is_finite() && line.intercept.is_finite()).then_some(line)
}

/// Means, and sums of products of the distances from them.
struct Moments {
    n: usize,
    x_mean: f64,
    y_mean: f64,
    xx: f64,
    yy: f64,
    xy: f64,
}

impl Moments {
    fn new(pairs: &[(f64, f64)]) -> Option<Moments> {
        let pairs = finite(pairs);
        let n = pairs.len() as f64;
        let &(x_origin, y_origin) = pairs.first()?;
        // Distances from a value of the list first: where all are equal they are exactly 0.
        let x_mean = x_origin + pairs.iter().map(|(x, _)| x - x_origin).sum::<f64>() / n;
        let y_mean = y_origin + pairs.iter().map(|(_, y)| y - y_origin).sum::<f64>() / n;
        let mut moments = Moments { n: pairs.len(), x_mean, y_mean, xx: 0.0, yy: 0.0, xy: 0.0 };
        for (x, y) in pairs {
            moments.xx += (x - x_mean) * (x - x_mean);
            moments.yy += (y - y_mean) * (y - y_mean);
            moments.xy += (x - x_mean) * (y - y_mean);
        }
        Some(moments)
    }
}

fn finite(pairs: &[(f64, f64)]) -> Vec<(f64, f64)> {
    pairs.iter().copied().filter(|(x, y)| x.is_finite() && y.is_finite()).collect()
}

/// Ranks from 1, ascending; ties have the mean of their ranks.
fn mean_ranks(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    order::sort_numbers(&mut sorted);
    let rank_of = |value: &f64| {
        let n_less = sorted.partition_point(|other| other < value);
        let n_not_greater = sorted.partition_point(|other| other <= value);
        (n_less + n_not_greater + 1) as f64 / 2.0
    };
    values.iter().map(rank_of).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tests::{AREA_KM2, HOUSEHOLDS, POPULATION, pairs_of};

    fn close(found: f64, expected: f64) -> bool {
        (found - expected).abs() <= 1e-12 * expected.abs().max(1.0)
    }

    /// `scipy.stats.pearsonr`, `spearmanr` and `linregress` of `SciPy` 1.17.1 on the same numbers.
    #[test]
    fn coefficients_and_line_of_the_34_areas() {
        let pairs = pairs_of(&AREA_KM2, &POPULATION);
        assert!(close(pearson(&pairs).unwrap().r, -0.084_717_415_694_454_12));
        assert!(close(spearman(&pairs).unwrap().r, -0.128_657_651_838_545_66));
        let line = fit(&pairs).unwrap();
        assert!(close(line.slope, -195.976_116_462_834_6));
        assert!(close(line.intercept, 11_423.097_933_001_469));
        assert!(close(line.at(1.0), 11_227.121_816_538_634));

        let pairs = pairs_of(&HOUSEHOLDS, &POPULATION);
        assert_eq!(pearson(&pairs).unwrap().n, 34);
        assert!(close(pearson(&pairs).unwrap().r, 0.994_281_631_267_353_9));
        assert!(close(spearman(&pairs).unwrap().r, 0.975_859_434_682_964));
    }

    /// As above, with ties.
    #[test]
    fn coefficients_with_ties() {
        let pairs = pairs_of(&[1.0, 2.0, 2.0, 3.0, 5.0, 5.0, 5.0, 8.0], &[2.0, 1.0, 4.0, 4.0, 3.0, 7.0, 9.0, 9.0]);
        assert!(close(pearson(&pairs).unwrap().r, 0.802_976_405_157_106_9));
        assert!(close(spearman(&pairs).unwrap().r, 0.764_107_819_285_780_4));
        assert!(close(fit(&pairs).unwrap().slope, 1.081_355_932_203_389_9));
        assert!(close(fit(&pairs).unwrap().intercept, 0.684_745_762_711_863_8));
    }

    #[test]
    fn where_nothing_can_be_said() {
        assert_eq!(pearson(&[]), None);
        assert_eq!(pearson(&[(1.0, 2.0), (3.0, 4.0)]), None);
        assert_eq!(pearson(&[(0.1, 1.0), (0.1, 2.0), (0.1, 5.0)]), None);
        assert_eq!(spearman(&[(0.1, 1.0), (0.2, 1.0), (0.3, 1.0)]), None);
        assert_eq!(fit(&[(1.0, 2.0)]), None);
        assert_eq!(fit(&[(0.1, 2.0), (0.1, 3.0), (0.1, 4.0)]), None);
        assert_eq!(fit(&[(0.0, 1.0), (2.0, 5.0), (f64::NAN, 0.0)]), Some(Line { slope: 2.0, intercept: 1.0 }));
    }

    proptest! {
        #[test]
        fn coefficients_are_symmetric_and_bounded(pairs in prop::collection::vec((-1e6_f64..1e6, -1e6_f64..1e6), 0..40)) {
            let swapped: Vec<(f64, f64)> = pairs.iter().map(|(x, y)| (*y, *x)).collect();
            for coefficient in [pearson, spearman] {
                let (found, other) = (coefficient(&pairs), coefficient(&swapped));
                prop_assert_eq!(found.is_some(), other.is_some());
                if let (Some(found), Some(other)) = (found, other) {
                    prop_assert!(found.r.abs() <= 1.0);
                    prop_assert!((found.r - other.r).abs() < 1e-12);
                }
            }
        }

        /// Spearman's coefficient sees only the order.
        #[test]
        fn spearman_of_a_rising_curve_is_one(xs in prop::collection::btree_set(-1000_i32..1000, 3..30)) {
            let pairs: Vec<(f64, f64)> = xs.into_iter().map(|x| (f64::from(x), f64::from(x).powi(3))).collect();
            prop_assert!((spearman(&pairs).unwrap().r - 1.0).abs() < 1e-12);
        }
    }
}
