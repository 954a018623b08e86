//! Random numbers from a seed.
//!
//! `SplitMix64` (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014): five lines of
//! whole-number arithmetic, so the same seed gives the same numbers on every device and in every browser, which is what
//! makes an interval the same on 34 laptops. Its period of 2⁶⁴ is far more than is drawn here.

/// A stream of random numbers.
#[derive(Debug, Clone)]
pub(crate) struct Rng(u64);

impl Rng {
    pub fn new(seed: u64) -> Rng {
        Rng(seed)
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to less than 1, all 53 bits of a fraction.
    pub fn fraction(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// A whole number below `n` (itself below 2³²), by multiplying; some are likelier than others by `n` / 2³² at most.
    pub fn below(&mut self, n: usize) -> usize {
        (((self.bits() >> 32) * n as u64) >> 32) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers that Rosetta Code gives for the seed 1234567 ("Pseudo-random numbers/Splitmix64").
    #[test]
    fn published_numbers() {
        let mut rng = Rng::new(1_234_567);
        let expected: [u64; 5] = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        assert_eq!(expected.map(|_| rng.bits()), expected);
    }

    #[test]
    fn numbers_are_spread_evenly() {
        let mut rng = Rng::new(7);
        let mut counts = [0_i32; 7];
        let mut sum = 0.0;
        for _ in 0..70_000 {
            counts[rng.below(7)] += 1;
            sum += rng.fraction();
        }
        // Five standard deviations.
        assert!(counts.iter().all(|count| (count - 10_000).abs() < 465), "{counts:?}");
        assert!((sum / 70_000.0 - 0.5).abs() < 0.0055, "{sum}");
    }
}
