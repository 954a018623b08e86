//! Robust summaries of a list of numbers, and the plain comparison with the city that follows from them.
//!
//! All functions take finite numbers in any order and give `None` for an empty list. Nothing here knows of weights:
//! an average of areas is not the city's average.

use crate::order;

/// Scales a median absolute deviation so that it estimates the standard deviation of normal data (1 / Φ⁻¹(3/4)).
pub const MAD_TO_SD: f64 = 1.4826;

/// The value in the middle, or the mean of the two.
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// The quantile at `p` from 0 to 1 (held to that range) by linear interpolation at position `(n - 1) p`: type 7 of
/// Hyndman and Fan (1996), the default of R and numpy.
pub fn quantile(values: &[f64], p: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    order::sort_numbers(&mut sorted);
    let last_ix = sorted.len().checked_sub(1)?;
    let position = last_ix as f64 * p.clamp(0.0, 1.0);
    let lower_ix = (position as usize).min(last_ix);
    let (lower, upper) = (sorted[lower_ix], sorted[(lower_ix + 1).min(last_ix)]);
    Some(lower + (position - lower_ix as f64) * (upper - lower))
}

/// The median absolute deviation from the median, scaled by [`MAD_TO_SD`].
pub fn mad(values: &[f64]) -> Option<f64> {
    let centre = median(values)?;
    let distances: Vec<f64> = values.iter().map(|value| (value - centre).abs()).collect();
    Some(median(&distances)? * MAD_TO_SD)
}

/// The arithmetic mean.
pub fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    // The mean of the differences from one value: sums stay small, and equal values give exactly that value.
    let origin = values[0];
    Some(origin + values.iter().map(|value| value - origin).sum::<f64>() / values.len() as f64)
}

/// The least and the greatest value.
pub fn min_max(values: &[f64]) -> Option<(f64, f64)> {
    let first = *values.first()?;
    Some(values.iter().fold((first, first), |(min, max), value| (min.min(*value), max.max(*value))))
}

/// How a value stands to the city's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// Further above the city than is usual among the areas.
    Higher,
    /// As near to the city as is usual among the areas.
    Similar,
    /// Further below the city than is usual among the areas.
    Lower,
}

/// Compares an area's value with the city's by the spread of all areas' values.
///
/// The rule is that of the British Office for National Statistics in "Explore local statistics": a value is similar
/// if it lies within one median absolute deviation (scaled by 1.4826, of all areas around their median) of the
/// figure that it is compared with. The limit itself counts as similar. Where more than half of the areas are equal
/// the deviation is 0, and then only an equal value is similar (up to a relative error of 10⁻⁹, so that ratios
/// computed in two ways are still equal).
pub fn compare(value: f64, city: f64, values: &[f64]) -> Comparison {
    let noise = 1e-9 * value.abs().max(city.abs());
    let limit = mad(values).unwrap_or(0.0) + noise;
    let difference = value - city;
    if difference.abs() <= limit {
        Comparison::Similar
    } else if 0.0 < difference {
        Comparison::Higher
    } else {
        Comparison::Lower
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tests::densities;

    fn close(found: Option<f64>, expected: f64) -> bool {
        found.is_some_and(|found| (found - expected).abs() <= 1e-6 * expected.abs())
    }

    /// numpy 2.4.6 (`quantile`, `mean`) and `SciPy` 1.17.1 (`median_abs_deviation`, times 1.4826) on the same densities,
    /// rounded to 6 decimals there.
    #[test]
    fn summaries_of_the_34_densities() {
        let densities = densities();
        let expected = [
            (0.0, 840.639_269),
            (0.05, 899.716_017),
            (0.1, 1_016.159_588),
            (0.25, 1_422.037_353),
            (0.5, 1_830.012_640),
            (0.75, 6_857.470_459),
            (0.9, 12_195.217_242),
            (0.95, 13_898.360_465),
            (1.0, 18_914.814_815),
        ];
        for (p, value) in expected {
            assert!(close(quantile(&densities, p), value), "{p}");
        }
        assert!(close(median(&densities), 1_830.012_640));
        assert!(close(mad(&densities), 1_177.289_641));
        assert!(close(mean(&densities), 4_639.887_943));
        assert_eq!(min_max(&densities).map(|(min, max)| (min.round(), max.round())), Some((841.0, 18_915.0)));
    }

    #[test]
    fn short_lists() {
        assert_eq!(median(&[]), None);
        assert_eq!(mad(&[]), None);
        assert_eq!(mean(&[]), None);
        assert_eq!(min_max(&[]), None);
        assert_eq!(median(&[4.0]), Some(4.0));
        assert_eq!(mad(&[4.0]), Some(0.0));
        assert_eq!(median(&[1.0, 4.0]), Some(2.5));
        assert_eq!(mean(&[0.1, 0.1, 0.1]), Some(0.1));
        assert_eq!(quantile(&[1.0, 2.0], 7.0), Some(2.0));
    }

    #[test]
    fn comparison_by_the_spread() {
        // Median 3, absolute deviations 2, 1, 0, 1, 2: deviation 1.4826.
        let values = [1.0, 2.0, 3.0, 4.0, 5.0];
        assert_eq!(compare(4.0, 3.0, &values), Comparison::Similar);
        assert_eq!(compare(4.4826, 3.0, &values), Comparison::Similar);
        assert_eq!(compare(4.49, 3.0, &values), Comparison::Higher);
        assert_eq!(compare(1.5, 3.0, &values), Comparison::Lower);
    }

    #[test]
    fn comparison_without_spread() {
        let values = [7.0, 7.0, 7.0, 9.0];
        assert_eq!(compare(7.0, 7.0, &values), Comparison::Similar);
        assert_eq!(compare(0.3, 0.1 + 0.2, &[]), Comparison::Similar);
        assert_eq!(compare(7.1, 7.0, &values), Comparison::Higher);
        assert_eq!(compare(6.9, 7.0, &values), Comparison::Lower);
    }

    proptest! {
        #[test]
        fn quantiles_rise_and_stay_within(values in prop::collection::vec(-1e6_f64..1e6, 1..50), p in 0.0_f64..1.0) {
            let (min, max) = min_max(&values).unwrap();
            let (here, higher) = (quantile(&values, p).unwrap(), quantile(&values, p + 0.1).unwrap());
            prop_assert!(min <= here && here <= higher + 1e-9 && higher <= max + 1e-9);
        }

        /// Moving everything moves the median and leaves the deviation.
        #[test]
        fn deviation_does_not_see_the_place(values in prop::collection::vec(-1000_i32..1000, 1..50), by in -1000_i32..1000) {
            let here: Vec<f64> = values.iter().map(|value| f64::from(*value)).collect();
            let there: Vec<f64> = values.iter().map(|value| f64::from(value + by)).collect();
            prop_assert_eq!(mad(&here), mad(&there));
            prop_assert_eq!(median(&here).unwrap() + f64::from(by), median(&there).unwrap());
        }
    }
}
