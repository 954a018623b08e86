//! What is supposed of one area by itself, before the total is taken into account: a distribution on a lattice.
//!
//! A count with a capacity is beta-binomial, an open one negative binomial; independent negative binomials of one
//! ratio of variance to mean, held to their sum, are Dirichlet-multinomial. Probabilities come from the ratio of
//! neighbours, so no logarithm or power is needed, which may differ in the last digit between devices.

/// Neighbours of the peak are followed until they are less likely than this part of it.
const NEGLIGIBLE: f64 = 1e-7;

/// Standard deviations of more steps than this are drawn in packets of several.
const STEPS_IN_SD: f64 = 64.0;

/// A number of trials that stands for no limit: the beta-binomial with it is a negative binomial.
const UNLIMITED: f64 = 1e15;

/// The distribution of one area, in whole units of the indicator.
#[derive(Debug, Clone, Copy)]
pub(super) struct Margin {
    pub mean: f64,
    /// Whole; [`f64::INFINITY`] for an open count.
    pub capacity: f64,
    /// With a capacity the sum of the parameters of the beta distribution, else the shape of the gamma distribution.
    pub precision: f64,
}

impl Margin {
    /// How many times as great the variance is as that of a binomial or Poisson distribution; at least 1.
    pub fn inflation(&self) -> f64 {
        if self.is_open() {
            1.0 + self.mean / self.precision
        } else {
            (self.capacity + self.precision) / (1.0 + self.precision)
        }
    }

    pub fn is_open(&self) -> bool {
        self.capacity.is_infinite()
    }

    /// The mean as a part of the capacity, kept off 0 and 1 by half of what one unit makes, for that an area is at its
    /// limit by the weights does not prove that it is.
    fn probability(&self) -> f64 {
        let least = 0.5 / (self.capacity + 1.0);
        (self.mean / self.capacity).max(least).min(1.0 - least)
    }
}

/// Probabilities (of any common factor) of `first`, `first + 1`, … packets of `packet` units.
#[derive(Debug, Default)]
pub(super) struct Lattice {
    pub packet: f64,
    pub first: usize,
    pub weights: Vec<f64>,
}

impl Lattice {
    /// Computes the distribution of `margin`. In packets, if these are allowed, where the standard deviation has many
    /// steps; the variance stays what it is.
    pub fn fill(&mut self, margin: &Margin, in_packets: bool) {
        self.weights.clear();
        self.packet = 1.0;
        self.first = 0;
        let (capacity, inflation) = (margin.capacity, margin.inflation());
        if capacity < 1.0 || (margin.is_open() && margin.mean <= 0.0) {
            self.weights.push(1.0);
            return;
        }
        let p = margin.probability();
        let sd = if margin.is_open() { margin.mean * inflation } else { capacity * p * (1.0 - p) * inflation }.sqrt();
        // Packets must be fewer than the inflation, or what is left of it would be less than a binomial's; and that is how
        // far a tail reaches that is long against the standard deviation.
        let units = if in_packets {
            (sd.max(inflation / 8.0) / STEPS_IN_SD).min(inflation / 4.0).floor().max(1.0)
        } else {
            1.0
        };
        let (n, a, b);
        if margin.is_open() {
            let excess = inflation / units - 1.0;
            (n, a, b) = (UNLIMITED, margin.mean / units / excess, UNLIMITED / excess);
            self.packet = units;
        } else {
            n = (capacity / units).round();
            self.packet = capacity / n;
            let mut precision = margin.precision;
            if 1.0 < units {
                let left = capacity * inflation / (n * self.packet * self.packet);
                precision = (n - left) / (left - 1.0);
            }
            (a, b) = (p * precision, (1.0 - p) * precision);
        }
        self.follow(n, a, b);
    }

    /// The beta-binomial distribution of `n` trials, from its mean downwards and upwards.
    fn follow(&mut self, n: f64, a: f64, b: f64) {
        // The probability of k + 1 is to that of k as the first of these to the second.
        let ratio = |k: f64| ((a + k) * (n - k), (k + 1.0) * (n - k - 1.0 + b));
        let middle = (n * (a / (a + b))).floor();
        let (mut k, mut weight, mut peak) = (middle, 1.0_f64, 1.0_f64);
        self.weights.push(weight);
        while 0.0 < k && NEGLIGIBLE * peak < weight {
            k -= 1.0;
            let (more, less) = ratio(k);
            weight *= less / more;
            peak = if peak < weight { weight } else { peak };
            self.weights.push(weight);
        }
        self.first = k as usize;
        self.weights.reverse();
        (k, weight) = (middle, 1.0);
        while k < n && NEGLIGIBLE * peak < weight {
            let (more, less) = ratio(k);
            weight *= more / less;
            k += 1.0;
            peak = if peak < weight { weight } else { peak };
            self.weights.push(weight);
        }
    }

    /// Calls `take` with the middle of each of `n` equally likely parts of the distribution, in rising order, in units.
    pub fn quantiles(&self, n: usize, mut take: impl FnMut(usize, f64)) {
        let sum: f64 = self.weights.iter().sum();
        let (mut ix, mut below, mut here) = (0, 0.0, self.weights[0]);
        for part in 0..n {
            let target = sum * (part as f64 + 0.5) / n as f64;
            while below + here < target && ix + 1 < self.weights.len() {
                below += here;
                ix += 1;
                here = self.weights[ix];
            }
            let mut value = (self.first + ix) as f64;
            if 1.0 < self.packet {
                // Within a packet as if its units were equally likely; the first has no lower half.
                let within = (target - below) / here;
                value += if value == 0.0 { 0.5 * within } else { within - 0.5 };
            }
            take(part, value * self.packet);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the distribution has these quantiles at 5, 25, 50, 75 and 95 %: each must lie between the 2,000 values below
    /// and above that part; in packets give or take a hundredth of a standard deviation, or less.
    fn has_quantiles(margin: Margin, in_packets: bool, tolerance: f64, expected: [f64; 5]) -> bool {
        let mut lattice = Lattice::default();
        lattice.fill(&margin, in_packets);
        let mut values = Vec::new();
        lattice.quantiles(2_000, |_, value| values.push(value));
        assert!(values.is_sorted());
        assert_eq!(1.0 < lattice.packet, 0.0 < tolerance, "packets of {}", lattice.packet);
        [100, 500, 1000, 1500, 1900].into_iter().zip(expected).all(|(ix, expected)| {
            let (below, above) = (values[ix - 1], values[ix]);
            below - tolerance <= expected && expected <= above + tolerance
        })
    }

    fn capped(n: f64, a: f64, b: f64) -> Margin {
        Margin { mean: n * a / (a + b), capacity: n, precision: a + b }
    }

    fn open(shape: f64, mean: f64) -> Margin {
        Margin { mean, capacity: f64::INFINITY, precision: shape }
    }

    /// `scipy.stats.betabinom.ppf` of `SciPy` 1.17.1.
    #[test]
    fn beta_binomial_quantiles() {
        assert!(has_quantiles(capped(10.0, 2.0, 3.0), true, 0.0, [0.0, 2.0, 4.0, 6.0, 8.0]));
        assert!(has_quantiles(capped(100.0, 0.5, 0.5), false, 0.0, [0.0, 14.0, 50.0, 86.0, 100.0]));
        assert!(has_quantiles(capped(1_000.0, 0.8, 20.0), false, 0.0, [1.0, 9.0, 25.0, 54.0, 123.0]));
        let (families, of_families) = (capped(8_557.0, 42.8, 7.2), [6_567.0, 7_063.0, 7_366.0, 7_631.0, 7_943.0]);
        assert!(has_quantiles(families, false, 0.0, of_families));
        assert!(has_quantiles(families, true, 4.0, of_families));
        let (city, of_city) = (capped(40_000.0, 4.0, 2.0), [13_703.0, 21_832.0, 27_448.0, 32_250.0, 36_943.0]);
        assert!(has_quantiles(city, false, 0.0, of_city));
        assert!(has_quantiles(city, true, 70.0, of_city));
    }

    /// `scipy.stats.nbinom.ppf` of `SciPy` 1.17.1.
    #[test]
    fn negative_binomial_quantiles() {
        assert!(has_quantiles(open(2.0, 5.0), true, 0.0, [0.0, 2.0, 4.0, 7.0, 13.0]));
        assert!(has_quantiles(open(0.3, 113.0), false, 0.0, [0.0, 2.0, 27.0, 129.0, 517.0]));
        assert!(has_quantiles(open(5.7, 944.0), true, 4.0, [399.0, 655.0, 889.0, 1_173.0, 1_676.0]));
        assert!(has_quantiles(open(0.9, 20_000.0), true, 200.0, [776.0, 5_137.0, 13_261.0, 27_719.0, 62_200.0]));
    }

    #[test]
    fn distributions_at_their_limits() {
        assert!(has_quantiles(Margin { mean: 0.0, capacity: 0.0, precision: 50.0 }, true, 0.0, [0.0; 5]));
        let full = Margin { mean: 3.0, capacity: 3.0, precision: 50.0 };
        assert!(has_quantiles(full, true, 0.0, [2.0, 2.0, 3.0, 3.0, 3.0]));
        assert!(has_quantiles(open(1.0, 0.0), true, 0.0, [0.0; 5]));
        assert!(has_quantiles(capped(1.0, 3.0, 2.0), true, 0.0, [0.0, 0.0, 1.0, 1.0, 1.0]));
    }
}
