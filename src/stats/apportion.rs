//! Sharing a total out in proportion to weights, so that the parts add up to it.
//!
//! Whole numbers come by the method of largest remainders (Hamilton 1792, Hare and Niemeyer): everybody gets the whole
//! part of the exact share, and what is left goes, one each, to the largest fractions. A part may be limited by a
//! capacity; what would overflow is shared among the others by the same weights.
//!
//! Only +, −, ×, ÷ and comparison are used, so results are the same bits on every device.

use crate::order;

/// Up to here every whole number is a double of its own.
const MAX_WHOLE: f64 = 9_007_199_254_740_992.0;

/// Fractions nearer to each other than this count as tied, for doubles cannot tell 10 · 1/12 from 10 · 7/12 − 5.
const TIE: f64 = 1e-9;

/// The total is greater than all capacities together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DoesNotFit {
    /// The sum of the capacities.
    pub capacity: f64,
}

/// Whole numbers in proportion to the weights, none above its capacity, that add up to `total` exactly.
///
/// Expects a whole `total` from 0 to 2⁵³ (a greater one is shared out unrounded); of a capacity only the whole part
/// counts, [`f64::INFINITY`] means that there is none. Of equal fractions the earlier position gets more. Where no
/// capacity binds, each part is less than 1 from its exact share. Weights as in [`shares`].
pub fn whole_shares(total: f64, weights: &[f64], capacities: &[f64]) -> Result<Vec<f64>, DoesNotFit> {
    let capacities: Vec<f64> = capacities.iter().map(|capacity| capacity.floor()).collect();
    let quotas = shares(total, weights, &capacities)?;
    if MAX_WHOLE < total {
        return Ok(quotas);
    }
    let mut parts: Vec<f64> = quotas.iter().map(|quota| (quota + TIE).floor()).collect();
    let fraction = |ix: &usize| ((quotas[*ix] - parts[*ix]) / TIE).round() as i64;
    let mut by_fraction: Vec<usize> = (0..parts.len()).collect();
    order::sort_by(&mut by_fraction, |a, b| fraction(b).cmp(&fraction(a)));
    let mut left = total - parts.iter().sum::<f64>();
    // One round is enough but for totals so great that the shares themselves are rounded to whole numbers.
    let mut left_before = f64::INFINITY;
    while 0.0 < left && left < left_before {
        left_before = left;
        for &ix in &by_fraction {
            if 0.0 < left && parts[ix] < capacities[ix] {
                parts[ix] += 1.0;
                left -= 1.0;
            }
        }
    }
    for &ix in by_fraction.iter().rev() {
        if left < 0.0 && 0.0 < parts[ix] {
            parts[ix] -= 1.0;
            left += 1.0;
        }
    }
    Ok(parts)
}

/// Real numbers in proportion to the weights, none above its capacity, that add up to `total` but for rounding.
///
/// Expects a finite `total` of at least 0 and as many capacities (at least 0; [`f64::INFINITY`] for none) as weights.
/// A weight that is not a positive number counts as 0; where only such are left to share, they share equally.
pub fn shares(total: f64, weights: &[f64], capacities: &[f64]) -> Result<Vec<f64>, DoesNotFit> {
    let capacity: f64 = capacities.iter().sum();
    if capacity < total {
        return Err(DoesNotFit { capacity });
    }
    let usable = |weight: f64| if weight.is_finite() { weight.max(0.0) } else { 0.0 };
    // Measured by the greatest, so that no sum of weights overflows.
    let greatest = weights.iter().fold(0.0, |greatest: f64, weight| greatest.max(usable(*weight)));
    let mut parts = vec![0.0; weights.len()];
    let mut is_full = vec![false; weights.len()];
    loop {
        let (mut left, mut weight_left, mut n_left) = (total, 0.0, 0.0);
        for ix in 0..parts.len() {
            if is_full[ix] {
                left -= capacities[ix];
            } else {
                weight_left += if 0.0 < greatest { usable(weights[ix]) / greatest } else { 0.0 };
                n_left += 1.0;
            }
        }
        left = left.max(0.0);
        let mut any_overflows = false;
        for ix in 0..parts.len() {
            if is_full[ix] {
                continue;
            }
            let (weight, of) =
                if 0.0 < weight_left { (usable(weights[ix]) / greatest, weight_left) } else { (1.0, n_left) };
            parts[ix] = left * weight / of;
            if capacities[ix] < parts[ix] {
                parts[ix] = capacities[ix];
                is_full[ix] = true;
                any_overflows = true;
            }
        }
        if !any_overflows {
            return Ok(parts);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hamilton(total: f64, weights: &[f64]) -> Vec<f64> {
        whole_shares(total, weights, &vec![f64::INFINITY; weights.len()]).unwrap()
    }

    /// Second votes for the German Bundestag of 1994 and its 656 seats, as wahlrecht.de gives them ("Beispielrechnungen
    /// zur Wahl 1994"): CDU, CSU, SPD, FDP, Greens, PDS.
    #[test]
    fn bundestag_of_1994() {
        let votes = [16_089_960.0, 3_427_196.0, 17_140_354.0, 3_258_407.0, 3_424_315.0, 2_066_176.0];
        assert_eq!(hamilton(656.0, &votes), [232.0, 50.0, 248.0, 47.0, 49.0, 30.0]);
    }

    /// The 248 seats of the SPD of 1994 shared among its lists in the sixteen states, from the same page.
    #[test]
    fn lists_of_one_party_in_1994() {
        let votes = [
            670_791.0,
            389_857.0,
            1_938_321.0,
            179_311.0,
            4_534_820.0,
            1_296_788.0,
            955_383.0,
            1_742_592.0,
            1_983_979.0,
            329_287.0,
            663_081.0,
            283_029.0,
            617_362.0,
            502_193.0,
            431_940.0,
            621_620.0,
        ];
        let seats = [10.0, 6.0, 28.0, 2.0, 66.0, 19.0, 14.0, 25.0, 29.0, 5.0, 9.0, 4.0, 9.0, 7.0, 6.0, 9.0];
        assert_eq!(hamilton(248.0, &votes), seats);
    }

    /// The usual small example of the Alabama paradox (Wikipedia, "Apportionment paradox"): with one seat more in all, the
    /// smallest gets one less.
    #[test]
    fn one_more_to_share_may_give_one_less() {
        assert_eq!(hamilton(10.0, &[6.0, 6.0, 2.0]), [4.0, 4.0, 2.0]);
        assert_eq!(hamilton(11.0, &[6.0, 6.0, 2.0]), [5.0, 5.0, 1.0]);
    }

    /// The paradox of 1880 itself: exact shares of 299 and 300 seats of Alabama, Texas, Illinois and all others together,
    /// as in Cipra, "E Pluribus Confusion", American Scientist 98 (2010).
    #[test]
    fn shares_of_alabama_in_1880() {
        let people = [1_262_505.0, 1_591_749.0, 3_077_871.0, 49_371_340.0 - 5_932_125.0];
        for (seats, expected) in [(299.0, [7.646, 9.640, 18.640]), (300.0, [7.671, 9.672, 18.702])] {
            let found = shares(seats, &people, &[f64::INFINITY; 4]).unwrap();
            assert!((0..3).all(|ix| (found[ix] - expected[ix]).abs() < 6e-4), "{found:?}");
        }
    }

    #[test]
    fn ties_go_by_position() {
        assert_eq!(hamilton(2.0, &[1.0, 1.0, 1.0]), [1.0, 1.0, 0.0]);
        // 10/12 and 5 + 10/12 have the same fraction, but not as doubles.
        assert_eq!(hamilton(10.0, &[1.0, 7.0, 4.0]), [1.0, 6.0, 3.0]);
        assert_eq!(hamilton(10.0, &[7.0, 1.0, 4.0]), [6.0, 1.0, 3.0]);
        assert_eq!(hamilton(9.0, &[1.0, 4.0, 4.0]), [1.0, 4.0, 4.0]);
    }

    #[test]
    fn what_overflows_goes_to_the_others() {
        let capacities = [4.0, f64::INFINITY, 1.9, 9.0];
        assert_eq!(whole_shares(12.0, &[6.0, 1.0, 4.0, 1.0], &capacities), Ok(vec![4.0, 4.0, 1.0, 3.0]));
        assert_eq!(whole_shares(7.0, &[1.0, 1.0], &[3.0, 3.5]), Err(DoesNotFit { capacity: 6.0 }));
        assert_eq!(whole_shares(6.0, &[1.0, 0.0], &[3.0, 3.5]), Ok(vec![3.0, 3.0]));
        assert_eq!(shares(6.5, &[1.0, 9.0], &[3.0, 3.5]), Ok(vec![3.0, 3.5]));
    }

    #[test]
    fn weights_that_say_nothing() {
        assert_eq!(hamilton(3.0, &[0.0, f64::NAN, -1.0]), [1.0, 1.0, 1.0]);
        assert_eq!(hamilton(3.0, &[0.0, 2.0, f64::INFINITY]), [0.0, 3.0, 0.0]);
        assert_eq!(hamilton(0.0, &[]), [0.0; 0]);
        assert_eq!(whole_shares(1.0, &[], &[]), Err(DoesNotFit { capacity: 0.0 }));
        assert_eq!(hamilton(2.0, &[f64::MAX, f64::MAX]), [1.0, 1.0]);
        assert_eq!(hamilton(1e300, &[1.0]), [1e300]);
    }

    proptest! {
        #[test]
        fn whole_parts_add_up_and_are_within_one(
            total in 0_u64..1 << 40,
            weights in prop::collection::vec(0.001_f64..1e6, 1..50),
        ) {
            let total = total as f64;
            let parts = hamilton(total, &weights);
            prop_assert_eq!(parts.iter().sum::<f64>(), total);
            let weight_sum: f64 = weights.iter().sum();
            for (part, weight) in parts.iter().zip(&weights) {
                let quota = total * weight / weight_sum;
                prop_assert!((part - quota).abs() < 1.0 + 1e-3 && part.fract() == 0.0 && 0.0 <= *part);
            }
        }

        /// Weights of any kind, also such as are no weights at all.
        #[test]
        fn sums_are_exact_for_any_weights(
            total in 0_u64..1 << 53,
            weights in prop::collection::vec(prop::num::f64::ANY, 1..20),
        ) {
            let total = total as f64;
            let parts = hamilton(total, &weights);
            prop_assert_eq!(parts.iter().map(|part| *part as u64).sum::<u64>(), total as u64);
        }

        #[test]
        fn no_part_exceeds_its_capacity(
            rows in prop::collection::vec((0.0_f64..10.0, 0_u32..50), 1..40),
            total in 0_u32..600,
        ) {
            let (weights, capacities): (Vec<f64>, Vec<f64>) =
                rows.into_iter().map(|(weight, capacity)| (weight, f64::from(capacity))).unzip();
            let (capacity, total) = (capacities.iter().sum::<f64>(), f64::from(total));
            match whole_shares(total, &weights, &capacities) {
                Ok(parts) => {
                    prop_assert_eq!(parts.iter().sum::<f64>(), total);
                    prop_assert!(parts.iter().zip(&capacities).all(|(part, capacity)| part <= capacity));
                    let real = shares(total, &weights, &capacities).unwrap();
                    prop_assert!((real.iter().sum::<f64>() - total).abs() <= 1e-9 * (1.0 + total));
                    prop_assert!(real.iter().zip(&parts).all(|(real, part)| (real - part).abs() < 1.0 + 1e-6));
                }
                Err(problem) => {
                    prop_assert_eq!(problem, DoesNotFit { capacity });
                    prop_assert!(capacity < total);
                }
            }
        }
    }
}
