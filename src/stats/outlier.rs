//! Figures that look wrong: far from the peers, outside of what was estimated, or with a digit too many or too few.

use super::summary;

/// From so many robust standard deviations on a value is far from its peers (Iglewicz and Hoaglin 1993).
pub const FAR: f64 = 3.5;

/// Fewer peers than this say nothing.
pub const MIN_PEERS: usize = 5;

/// Scales a mean absolute deviation so that it estimates the standard deviation of normal data (√(π / 2)).
const MEAN_AD_TO_SD: f64 = 1.253_314;

/// The spread of peers is at least this part of their median, or the least difference among equal ones would be far.
const LEAST_SPREAD: f64 = 0.01;

/// The ratios of a slip of one or two digits.
const SLIPS: [f64; 4] = [10.0, 100.0, 0.1, 0.01];

/// Nearer to a slip than by this factor (a fifth of ten on the logarithm) a ratio counts as the slip.
const SLIP_WITHIN: f64 = 1.585;

/// Why a value looks wrong.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// Per weight it is far from what the peers have.
    FarFromPeers {
        /// Robust standard deviations from the median; negative below it.
        z: f64,
    },
    /// It is not within the 90 % interval that was estimated for it.
    OutsideInterval {
        /// Lower end.
        low: f64,
        /// Upper end.
        high: f64,
    },
    /// It is about this many times what peers or the previous value suggest: 10, 100, 0.1 or 0.01.
    DigitSlip {
        /// The value divided by the factor would be usual.
        factor: f64,
    },
}

/// A value to be judged.
#[derive(Debug, Clone, Copy)]
pub struct Suspect<'a> {
    /// As reported.
    pub value: f64,
    /// What it is divided by to be compared: households, subdivisions; 1 for none.
    pub weight: f64,
    /// Values of other areas divided by their weights, all finite.
    pub peers: &'a [f64],
    /// The estimate's interval as it was without this report.
    pub interval: Option<(f64, f64)>,
    /// The same area's value of the period before.
    pub previous: Option<f64>,
}

/// All that speaks against a value, in the order of [`Verdict`].
///
/// A slip is told where the value is far from the peers by about its factor and would not be far after correction, or
/// where it is about that many times the previous value. A value near the previous one is no slip.
pub fn judge(suspect: &Suspect) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    let rate = suspect.value / suspect.weight;
    let z_of = |rate: f64| robust_z(rate, suspect.peers).filter(|_| MIN_PEERS <= suspect.peers.len());
    let is_far = |rate: f64| z_of(rate).is_some_and(|z| FAR < z.abs());
    if let Some(z) = z_of(rate).filter(|z| FAR < z.abs()) {
        verdicts.push(Verdict::FarFromPeers { z });
    }
    if let Some((low, high)) = suspect.interval.filter(|(low, high)| suspect.value < *low || *high < suspect.value) {
        verdicts.push(Verdict::OutsideInterval { low, high });
    }
    let is_about = |ratio: f64, factor: f64| factor / SLIP_WITHIN < ratio && ratio < factor * SLIP_WITHIN;
    let to_previous = suspect.previous.map(|previous| suspect.value / previous);
    let to_peers = summary::median(suspect.peers).map(|median| rate / median);
    let slip = SLIPS.iter().find(|factor| match to_previous {
        Some(ratio) if is_about(ratio, 1.0) => false,
        Some(ratio) if is_about(ratio, **factor) => true,
        _ => to_peers.is_some_and(|ratio| is_about(ratio, **factor)) && is_far(rate) && !is_far(rate / **factor),
    });
    verdicts.extend(slip.map(|factor| Verdict::DigitSlip { factor: *factor }));
    verdicts
}

/// How many robust standard deviations a value lies from the median of its peers (finite numbers): the distance over
/// the median absolute deviation, scaled by 1.4826.
///
/// Where that deviation is 0 (more than half are equal) the mean absolute deviation takes its place, scaled by 1.2533,
/// as Iglewicz and Hoaglin propose; and the spread is at least a hundredth of the median. `None` without peers, and
/// where all peers are 0 and the value is not.
pub fn robust_z(value: f64, peers: &[f64]) -> Option<f64> {
    let median = summary::median(peers)?;
    let mut spread = summary::mad(peers)?;
    if spread == 0.0 {
        let distances: Vec<f64> = peers.iter().map(|peer| (peer - median).abs()).collect();
        spread = MEAN_AD_TO_SD * summary::mean(&distances)?;
    }
    let z = (value - median) / spread.max(LEAST_SPREAD * median.abs());
    if value == median { Some(0.0) } else { Some(z).filter(|z| z.is_finite()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::densities;

    const PEERS: [f64; 7] = [0.8, 0.9, 0.95, 1.0, 1.05, 1.1, 1.25];

    fn suspect(value: f64) -> Suspect<'static> {
        Suspect { value, weight: 100.0, peers: &PEERS, interval: None, previous: None }
    }

    /// `(x - median) / median_abs_deviation(x, scale="normal")` of `SciPy` 1.17.1 on the 34 densities, whose scale is
    /// 1.482602…, here 1.4826.
    #[test]
    fn distances_of_the_34_densities() {
        let densities = densities();
        let expected = [(0, -0.347_58), (1, 4.415_23), (8, 14.511_96), (18, -0.716_5), (31, -0.359_12)];
        for (ix, expected) in expected {
            let z = robust_z(densities[ix], &densities).unwrap();
            assert!((z - expected).abs() < 2e-5 * f64::abs(expected), "{z} is not {expected}");
        }
    }

    #[test]
    fn equal_peers() {
        // More than half are equal: the mean absolute deviation is 0.2, times 1.253314.
        let z = robust_z(2.0, &[1.0, 1.0, 1.0, 1.0, 2.0]).unwrap();
        assert!((z - 1.0 / (0.2 * 1.253_314)).abs() < 1e-12, "{z}");
        // All are equal: a hundredth of the median.
        assert_eq!(robust_z(3.0, &[2.0; 6]), Some(50.0));
        assert_eq!(robust_z(2.0, &[2.0; 6]), Some(0.0));
        assert_eq!(robust_z(0.0, &[0.0; 6]), Some(0.0));
        assert_eq!(robust_z(1.0, &[0.0; 6]), None);
        assert_eq!(robust_z(1.0, &[]), None);
    }

    #[test]
    fn slips_of_digits() {
        let factors = |suspect: &Suspect| -> Vec<f64> {
            let factor =
                |verdict: Verdict| if let Verdict::DigitSlip { factor } = verdict { Some(factor) } else { None };
            judge(suspect).into_iter().filter_map(factor).collect()
        };
        assert_eq!(factors(&suspect(1_050.0)), [10.0]);
        assert_eq!(factors(&suspect(9_000.0)), [100.0]);
        assert_eq!(factors(&suspect(10.2)), [0.1]);
        assert_eq!(factors(&suspect(1.1)), [0.01]);
        // Far, but by no slip: after correction it would be far as well, or the factor is another.
        assert_eq!(factors(&suspect(300.0)), [0.0; 0]);
        assert_eq!(factors(&suspect(0.0)), [0.0; 0]);
        // The previous value decides where it is known.
        assert_eq!(factors(&Suspect { previous: Some(1_000.0), ..suspect(1_050.0) }), [0.0; 0]);
        assert_eq!(factors(&Suspect { previous: Some(10.0), ..suspect(105.0) }), [10.0]);
        assert_eq!(factors(&Suspect { previous: Some(0.0), ..suspect(105.0) }), [0.0; 0]);
        // Too few peers say nothing.
        assert_eq!(factors(&Suspect { peers: &PEERS[..4], ..suspect(1_050.0) }), [0.0; 0]);
    }

    #[test]
    fn reasons_come_together() {
        let usual = Suspect { interval: Some((90.0, 110.0)), previous: Some(95.0), ..suspect(104.0) };
        assert_eq!(judge(&usual), []);
        let at_the_end = Suspect { value: 110.0, ..usual };
        assert_eq!(judge(&at_the_end), []);
        let verdicts = judge(&Suspect { previous: None, value: 1_040.0, ..usual });
        let [Verdict::FarFromPeers { z }, outside, slip] = verdicts[..] else { panic!("{verdicts:?}") };
        assert!((z - 9.4 / (0.1 * 1.4826)).abs() < 1e-9, "{z}");
        assert_eq!(outside, Verdict::OutsideInterval { low: 90.0, high: 110.0 });
        assert_eq!(slip, Verdict::DigitSlip { factor: 10.0 });
        assert_eq!(judge(&Suspect { weight: 0.0, interval: None, previous: None, ..usual }), []);
    }
}
