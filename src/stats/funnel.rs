//! Funnels: whether a unit's share differs from the share of all by more than chance, given how many it is a share of.
//!
//! D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005): limits
//! around the overall share within which 95 % and 99.8 % of units lie by chance alone, wide for small units and narrow for
//! great ones. The limits are exact ones of the binomial distribution, interpolated between whole counts; the upper one is
//! the lower one of the opposite share. So a count lies beyond a limit where, and only where, chance brings a
//! count that low (or that high) with less than 2.5 % (0.1 %), and limits never grow wider with the base.

/// What either limit leaves out on each side.
const TAILS: [f64; 2] = [0.025, 0.001];

/// The normal distribution's distances for [`TAILS`] in standard deviations.
const DISTANCES: [f64; 2] = [1.959_963_984_540_054, 3.090_232_306_167_813_5];

/// Beyond this variance of the count it is normal for every practical purpose, and exact sums would take long.
const NORMAL_FROM: f64 = 1e6;

/// Probabilities this much below the greatest one do not count.
const NEGLIGIBLE: f64 = 1e-20;

/// Limits of a share, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Between these 95 % of units lie by chance.
    pub usual: (f64, f64),
    /// Between these 99.8 % do.
    pub rare: (f64, f64),
}

/// Where a unit's share lies to the limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Within the 95 % limits: nothing that chance would not explain.
    Inside,
    /// Below the lower 95 % limit.
    Below,
    /// Below the lower 99.8 % limit.
    FarBelow,
    /// Above the upper 95 % limit.
    Above,
    /// Above the upper 99.8 % limit.
    FarAbove,
}

/// The limits for a unit of which the share is of so many (rounded to a whole number), where `overall` is the share of
/// all. `None` if the base is below 1 or no number or the share is not one.
pub fn limits(base: f64, overall: f64) -> Option<Limits> {
    let base = (base + 0.5).floor();
    if !(1.0..f64::INFINITY).contains(&base) || !(0.0..=1.0).contains(&overall) {
        return None;
    }
    let pair = |tail_ix| (lower(base, overall, tail_ix), 1.0 - lower(base, 1.0 - overall, tail_ix));
    Some(Limits { usual: pair(0), rare: pair(1) })
}

/// Judges a count of so many. `None` where [`limits`] gives none or the count is not one of the base.
pub fn verdict(count: f64, base: f64, overall: f64) -> Option<Verdict> {
    if !(0.0..=base).contains(&count) {
        return None;
    }
    let limits = limits(base, overall)?;
    let share = count / base;
    // Where nobody or everybody is in it, sums of decimals leave a last bit.
    let (low, high) = (share + 1e-12, share - 1e-12);
    Some(if low < limits.rare.0 {
        Verdict::FarBelow
    } else if limits.rare.1 < high {
        Verdict::FarAbove
    } else if low < limits.usual.0 {
        Verdict::Below
    } else if limits.usual.1 < high {
        Verdict::Above
    } else {
        Verdict::Inside
    })
}

/// The share below which a share of `n` lies with the probability of a tail only.
fn lower(n: f64, p: f64, tail_ix: usize) -> f64 {
    let variance = n * p * (1.0 - p);
    if variance == 0.0 {
        return p;
    }
    if NORMAL_FROM < variance {
        return (p - DISTANCES[tail_ix] * variance.sqrt() / n).max(0.0);
    }
    // Probabilities as parts of the greatest one, from there to both sides until they are nothing.
    let odds = p / (1.0 - p);
    let mode = ((n + 1.0) * p).floor().min(n);
    let (mut count, mut part, mut sum) = (mode, 1.0, 1.0);
    while count < n && NEGLIGIBLE < part {
        part *= (n - count) / (count + 1.0) * odds;
        count += 1.0;
        sum += part;
    }
    (count, part) = (mode, 1.0);
    while 0.0 < count && NEGLIGIBLE < part {
        part *= count / (n - count + 1.0) / odds;
        count -= 1.0;
        sum += part;
    }
    // And up again to the least count that chance reaches from below often enough.
    let wanted = TAILS[tail_ix] * sum;
    let mut up_to = part;
    while up_to < wanted && count < n {
        part *= (n - count) / (count + 1.0) * odds;
        count += 1.0;
        up_to += part;
    }
    ((count - (up_to - wanted) / part) / n).max(0.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// From `scipy.stats.binom` (`SciPy` 1.17.1): with r = `ppf(a)` the limit is (r − (`cdf(r)` − a) / `pmf(r)`) / n, but at
    /// least 0.
    #[test]
    fn exact_limits() {
        let cases = [
            (1.0, 0.5, [0.000_000_000, 0.000_000_000, 1.000_000_000, 1.000_000_000]),
            (3.0, 0.9, [0.000_000_000, 0.296_296_296, 1.000_000_000, 1.000_000_000]),
            (5.0, 0.3, [0.000_000_000, 0.000_000_000, 0.840_776_014, 1.000_000_000]),
            (12.0, 0.7, [0.211_193_859, 0.377_733_438, 0.986_936_730, 1.000_000_000]),
            (30.0, 0.842, [0.590_743_633, 0.682_414_110, 0.980_158_634, 1.000_000_000]),
            (100.0, 0.02, [0.000_000_000, 0.000_000_000, 0.057_307_717, 0.079_782_564]),
            (1_031.0, 0.5, [0.451_404_987, 0.468_987_008, 0.531_012_992, 0.548_595_013]),
            (1_709.0, 0.842, [0.813_888_536, 0.824_221_477, 0.859_398_353, 0.868_969_886]),
            (7_507.0, 0.01, [0.006_572_921, 0.007_744_972, 0.012_377_976, 0.013_799_619]),
            (8_557.0, 0.842, [0.829_643_726, 0.834_175_952, 0.849_748_903, 0.854_128_348]),
        ];
        for (base, overall, expected) in cases {
            let found = limits(base, overall).unwrap();
            let found = [found.rare.0, found.usual.0, found.usual.1, found.rare.1];
            for (found, expected) in found.into_iter().zip(expected) {
                assert!((found - expected).abs() < 1e-8, "{base} {overall}: {found} {expected}");
            }
        }
    }

    /// Tail probabilities of a binomial of 30 and 0.842 (`scipy.stats.binom`, `SciPy` 1.17.1): up to 20 it is 1.4 %, up to
    /// 21 3.8 %, up to 17 0.03 %, up to 18 0.13 %; all 30 come with 0.57 %, 29 or 30 with 3.8 %.
    #[test]
    fn verdicts_are_those_of_exact_tests() {
        let of_30 = |count: f64| verdict(count, 30.0, 0.842).unwrap();
        assert_eq!([17.0, 18.0, 20.0].map(of_30), [Verdict::FarBelow, Verdict::Below, Verdict::Below]);
        assert_eq!(
            [21.0, 25.0, 29.0, 30.0].map(of_30),
            [Verdict::Inside, Verdict::Inside, Verdict::Inside, Verdict::Above]
        );
        assert_eq!(verdict(900.0, 1_000.0, 0.842), Some(Verdict::FarAbove));
    }

    #[test]
    fn nobody_and_everybody() {
        for overall in [0.0, 1.0] {
            let all = Limits { usual: (overall, overall), rare: (overall, overall) };
            assert_eq!(limits(50.0, overall), Some(all));
            assert_eq!(verdict(50.0 * overall, 50.0, overall), Some(Verdict::Inside));
        }
        assert_eq!(verdict(1.0, 50.0, 0.0), Some(Verdict::FarAbove));
        assert_eq!(verdict(49.0, 50.0, 1.0), Some(Verdict::FarBelow));
    }

    #[test]
    fn what_cannot_be_judged() {
        for (count, base, overall) in
            [(0.0, 0.0, 0.5), (0.0, 0.3, 0.5), (5.0, 4.0, 0.5), (-1.0, 4.0, 0.5), (1.0, 4.0, 1.1), (1.0, 4.0, f64::NAN)]
        {
            assert_eq!(verdict(count, base, overall), None, "{count} {base} {overall}");
        }
        assert_eq!(verdict(f64::NAN, 4.0, 0.5), None);
        assert_eq!(limits(f64::INFINITY, 0.5), None);
    }

    #[test]
    fn great_bases_go_over_to_the_normal_distribution() {
        let (before, after) = (limits(3_999_999.0, 0.5).unwrap(), limits(4_000_010.0, 0.5).unwrap());
        for (a, b) in [(before.usual.0, after.usual.0), (before.rare.1, after.rare.1)] {
            assert!((a - b).abs() < 1e-6, "{a} {b}");
        }
    }

    proptest! {
        #[test]
        fn limits_narrow_and_lie_within_each_other(base in 1_u32..3_000, overall in 0.001_f64..0.999) {
            let (here, next) = (limits(f64::from(base), overall).unwrap(), limits(f64::from(base + 1), overall).unwrap());
            prop_assert!(0.0 <= here.rare.0 && here.rare.0 <= here.usual.0 && here.usual.0 <= overall);
            prop_assert!(overall <= here.usual.1 && here.usual.1 <= here.rare.1 && here.rare.1 <= 1.0);
            for (outer, inner) in [(here.usual, next.usual), (here.rare, next.rare)] {
                prop_assert!(outer.0 <= inner.0 + 1e-9 && inner.1 <= outer.1 + 1e-9, "{:?} {:?}", outer, inner);
            }
        }
    }
}
