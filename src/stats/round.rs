//! Round numbers: the ladder 1, 2, 2.5, 5 × 10ⁿ, exact multiples of its steps, and short numbers between two others.
//!
//! Class breaks and axis ticks are taken from here, so that a legend reads "2,500" and not "2,503.71".

/// A step of the ladder: `mantissa × 10^exponent`, with the mantissa 1, 2, 2.5 or 5.
///
/// Kept apart from its value so that multiples come out as the nearest double to their decimal form (0.3 and not
/// 0.30000000000000004).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// 10, 20, 25 or 50 (tenths of the usual 1, 2, 2.5, 5, to stay whole).
    mantissa: i32,
    exponent: i32,
}

impl Step {
    const MANTISSAS: [i32; 4] = [10, 20, 25, 50];

    /// The greatest step that is at most `width`; `None` unless `width` is a positive normal number.
    pub fn at_most(width: f64) -> Option<Step> {
        if !(width.is_normal() && 0.0 < width) {
            return None;
        }
        // The logarithm may miss by one at powers of ten, so the search starts one rung too high.
        let mut step = Step { mantissa: 10, exponent: width.log10().floor() as i32 };
        while width < step.value() {
            step = step.finer();
        }
        while step.coarser().value() <= width {
            step = step.coarser();
        }
        Some(step)
    }

    /// The least step that is at least `width`; `None` unless `width` is a positive normal number.
    pub fn at_least(width: f64) -> Option<Step> {
        let below = Step::at_most(width)?;
        Some(if below.value() < width { below.coarser() } else { below })
    }

    /// Width of the step.
    pub fn value(self) -> f64 {
        decimal(f64::from(self.mantissa), self.exponent - 1)
    }

    /// The next step down the ladder.
    #[must_use]
    pub fn finer(self) -> Step {
        match Step::MANTISSAS.iter().rev().find(|mantissa| **mantissa < self.mantissa) {
            Some(&mantissa) => Step { mantissa, ..self },
            None => Step { mantissa: 50, exponent: self.exponent - 1 },
        }
    }

    /// The next step up the ladder.
    #[must_use]
    pub fn coarser(self) -> Step {
        match Step::MANTISSAS.iter().find(|mantissa| self.mantissa < **mantissa) {
            Some(&mantissa) => Step { mantissa, ..self },
            None => Step { mantissa: 10, exponent: self.exponent + 1 },
        }
    }

    /// Whether the step is one of the ladder 1, 2, 5, on which axes are read most easily.
    pub fn is_1_2_5(self) -> bool {
        self.mantissa != 25
    }

    /// `n` steps from zero.
    pub fn multiple(self, n: f64) -> f64 {
        decimal(n * f64::from(self.mantissa), self.exponent - 1)
    }

    /// How many steps lie in `value`, not rounded.
    pub fn count_in(self, value: f64) -> f64 {
        value / self.value()
    }

    /// The multiple nearest to `value` (the greater of two equally near).
    pub fn nearest_multiple(self, value: f64) -> f64 {
        self.multiple((self.count_in(value) + 0.5).floor())
    }
}

/// The number with the fewest significant digits in `(above, up_to]`, as near to the middle as those digits allow.
///
/// This is where a break between two clusters goes: any number there parts them alike, so the shortest is taken.
/// Expects `above < up_to`; falls back to `up_to` where both are too near for anything shorter.
pub fn shortest_between(above: f64, up_to: f64) -> f64 {
    if above < 0.0 && 0.0 <= up_to {
        return 0.0;
    }
    let middle = above + (up_to - above) / 2.0;
    if !middle.is_normal() {
        return up_to;
    }
    let magnitude = middle.abs().log10().floor() as i32;
    (0..16)
        .map(|digits_behind_first| {
            let exponent = magnitude - digits_behind_first;
            // Towards the upper end where the middle lies half way: the break belongs to the upper class.
            decimal((middle / decimal(1.0, exponent) + 0.5).floor(), exponent)
        })
        .find(|candidate| above < *candidate && *candidate <= up_to)
        .unwrap_or(up_to)
}

/// A sum or difference without the last digits that adding numbers of size `scale` leaves in it
/// (84.2 − 10.1 is 74.10000000000001 in doubles): rounded to the 13th digit of `scale`.
pub fn without_noise(value: f64, scale: f64) -> f64 {
    if !(scale.is_normal() && value.is_finite()) {
        return value;
    }
    let exponent = scale.abs().log10().floor() as i32 - 12;
    let rounded = decimal((value / decimal(1.0, exponent)).round(), exponent);
    if rounded.is_finite() { rounded } else { value }
}

/// `whole × 10^exponent` for a whole number, rounded once where the power of ten is exact.
pub fn decimal(whole: f64, exponent: i32) -> f64 {
    // Adding zero turns the negative zero of rounding into the plain one.
    if exponent < 0 { whole / 10_f64.powi(-exponent) + 0.0 } else { whole * 10_f64.powi(exponent) + 0.0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ladder() {
        let mut step = Step::at_most(1.0).unwrap();
        let mut values = Vec::new();
        for _ in 0..9 {
            values.push(step.value());
            step = step.finer();
        }
        assert_eq!(values, [1.0, 0.5, 0.25, 0.2, 0.1, 0.05, 0.025, 0.02, 0.01]);
        assert_eq!(Step::at_most(1999.0).unwrap().value(), 1000.0);
        assert_eq!(Step::at_most(2499.0).unwrap().value(), 2000.0);
        assert_eq!(Step::at_least(2001.0).unwrap().value(), 2500.0);
        assert_eq!(Step::at_least(0.06).unwrap().value(), 0.1);
        assert_eq!(Step::at_least(1000.0).unwrap().value(), 1000.0);
        assert_eq!(Step::at_most(0.0), None);
        assert_eq!(Step::at_most(f64::NAN), None);
        assert_eq!(Step::at_most(f64::INFINITY), None);
    }

    #[test]
    fn multiples_are_the_nearest_doubles() {
        let tenth = Step::at_most(0.1).unwrap();
        assert_eq!(tenth.multiple(3.0), 0.3);
        assert_eq!(tenth.nearest_multiple(0.700_000_1), 0.7);
        assert_eq!(tenth.nearest_multiple(-0.04).to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn short_numbers_between() {
        assert_eq!(shortest_between(2829.86, 5403.0), 4000.0);
        assert_eq!(shortest_between(5.0, 6.0), 6.0);
        assert_eq!(shortest_between(-5.0, -4.0), -4.0);
        assert_eq!(shortest_between(1.02, 1.4), 1.2);
        assert_eq!(shortest_between(-3.0, 0.0), 0.0);
        assert_eq!(shortest_between(0.0, 3.0), 2.0);
        assert_eq!(shortest_between(1996.0, 2400.0), 2000.0);
        assert_eq!(shortest_between(84.21, 84.25), 84.23);
        let next = f64::from_bits(1.0_f64.to_bits() + 1);
        assert_eq!(shortest_between(1.0, next), next);
    }

    #[test]
    fn noise_is_taken_away() {
        assert_ne!(84.2 - 10.1, 74.1);
        assert_eq!(without_noise(84.2 - 10.1, 84.2), 74.1);
        assert_eq!(without_noise(0.1 + 0.2 - 0.3, 0.3), 0.0);
        assert_eq!(without_noise(5.0, 0.0), 5.0);
        assert_eq!(without_noise(1e-310, 1e-310), 1e-310);
    }

    proptest! {
        #[test]
        fn a_number_between_lies_between(a in -1e9_f64..1e9, b in -1e9_f64..1e9) {
            prop_assume!(a != b);
            let (above, up_to) = (a.min(b), a.max(b));
            let between = shortest_between(above, up_to);
            prop_assert!(above < between && between <= up_to);
        }

        #[test]
        fn steps_enclose_a_width(width in 1e-12_f64..1e12) {
            let (below, above) = (Step::at_most(width).unwrap(), Step::at_least(width).unwrap());
            prop_assert!(below.value() <= width && width <= above.value());
            prop_assert!(below == above || below.coarser() == above);
            prop_assert_eq!(below.finer().coarser(), below);
        }
    }
}
