use proptest::prelude::*;

use super::*;
use crate::tests::HOUSEHOLDS;

/// The 311 streets and villages of the city shared among its 34 areas by households.
pub(super) const SUBDIVISIONS: [f64; 34] = [
    5.0, 23.0, 12.0, 10.0, 6.0, 14.0, 9.0, 8.0, 8.0, 26.0, 10.0, 10.0, 10.0, 14.0, 8.0, 9.0, 9.0, 12.0, 3.0, 8.0, 9.0,
    9.0, 7.0, 6.0, 4.0, 7.0, 3.0, 7.0, 11.0, 8.0, 6.0, 7.0, 7.0, 6.0,
];

/// Of an area: the quantiles at 5 and 95 %, mean and standard deviation.
type Moments = (f64, f64, f64, f64);

const NO_REPORTS: [Option<f64>; 34] = [None; 34];

fn settings(n_draws: usize, precision: Option<f64>) -> Settings {
    Settings { seed: 20_240_130, n_draws, precision }
}

fn input<'a>(kind: Kind<'a>, total: f64, reports: &'a [Option<f64>]) -> Input<'a> {
    Input { total: Some(total), kind, weights: &HOUSEHOLDS, reports, decimals: 0 }
}

/// The draws of one area.
fn column(estimate: &Estimate, ix: usize) -> Vec<f64> {
    let position = estimate.open.iter().position(|open| *open == ix).unwrap();
    estimate.sums(&[position])
}

fn mean_and_sd(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    (mean, (values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / n).sqrt())
}

/// The part of the values up to `limit`.
fn part_up_to(values: &[f64], limit: f64) -> f64 {
    values.iter().filter(|value| **value <= limit).count() as f64 / values.len() as f64
}

/// Beta-binomials held to their sum, computed by convolving `scipy.stats.betabinom.pmf` (`SciPy` 1.17.1): for each of four
/// areas the quantiles at 5 and 95 %, mean and standard deviation.
#[test]
fn capped_counts_against_convolution() {
    let cases: [(f64, f64, [Moments; 4]); 3] = [
        (
            50.0,
            87_754.0,
            [
                (1_310.0, 1_587.0, 1_462.56, 85.0),
                (5_828.0, 6_945.0, 6_431.29, 340.9),
                (6_669.0, 7_908.0, 7_334.42, 377.88),
                (789.0, 958.0, 882.38, 51.87),
            ],
        ),
        (
            20.0,
            87_754.0,
            [
                (1_215.0, 1_639.0, 1_462.1, 131.52),
                (5_470.0, 7_178.0, 6_438.85, 526.74),
                (6_283.0, 8_176.0, 7_348.12, 582.4),
                (732.0, 989.0, 882.18, 79.79),
            ],
        ),
        (
            50.0,
            5_000.0,
            [
                (18.0, 184.0, 83.77, 52.28),
                (89.0, 743.0, 359.48, 203.66),
                (104.0, 825.0, 405.69, 224.14),
                (11.0, 112.0, 50.47, 31.89),
            ],
        ),
    ];
    for (precision, total, expected) in cases {
        let input = input(Kind::Capped(&HOUSEHOLDS), total, &NO_REPORTS);
        let estimate = estimate(&input, &settings(4_000, Some(precision)));
        for (ix, (low, high, mean, sd)) in [0, 1, 9, 26].into_iter().zip(expected) {
            let draws = column(&estimate, ix);
            let (found_mean, found_sd) = mean_and_sd(&draws);
            let below = (part_up_to(&draws, low), part_up_to(&draws, high));
            assert!((found_mean - mean).abs() < 0.06 * sd, "mean {found_mean}, not {mean}");
            assert!((found_sd / sd - 1.0).abs() < 0.05, "standard deviation {found_sd}, not {sd}");
            // Three standard errors of 4,000 draws.
            assert!((below.0 - 0.05).abs() < 0.0105 && (below.1 - 0.95).abs() < 0.0105, "{below:?}");
        }
    }
}

/// The same for the small capacities of streets and villages, where each probability is compared.
#[test]
fn small_capped_counts_against_convolution() {
    let input = Input { weights: &SUBDIVISIONS, ..input(Kind::Capped(&SUBDIVISIONS), 262.0, &NO_REPORTS) };
    let estimate = estimate(&input, &settings(4_000, Some(50.0)));
    let expected: [(usize, usize, &[f64]); 3] = [
        (0, 0, &[0.000_21, 0.003_9, 0.032_39, 0.148_34, 0.378_68, 0.436_49]),
        (9, 17, &[0.017_85, 0.036_42, 0.066_31, 0.106_83, 0.150_37, 0.181_35, 0.181_59, 0.143_04, 0.079_75, 0.023_95]),
        (18, 0, &[0.005_03, 0.066_36, 0.325_88, 0.602_73]),
    ];
    for (ix, first, probabilities) in expected {
        compare(&column(&estimate, ix), first, probabilities);
    }
}

/// The part of each value among the draws, within four standard errors.
fn compare(draws: &[f64], first: usize, probabilities: &[f64]) {
    for (value, p) in (first..).zip(probabilities) {
        let found = draws.iter().filter(|draw| **draw == value as f64).count() as f64 / draws.len() as f64;
        let error = (p * (1.0 - p) / draws.len() as f64).sqrt();
        assert!((found - p).abs() < 4.0 * error + 1e-5, "{value}: {found}, not {p}");
    }
}

/// The marginals of a Dirichlet-multinomial are beta-binomial: `scipy.stats.betabinom` of `SciPy` 1.17.1 with φ·w and
/// φ·(1 − w); quantiles at 5 and 95 %, mean and standard deviation.
#[test]
fn open_counts_against_scipy() {
    let cases: [(f64, f64, [Moments; 4]); 2] = [
        (
            11_312.0,
            68.0,
            [
                (13.0, 537.0, 188.58, 174.88),
                (334.0, 1_484.0, 828.34, 355.83),
                (411.0, 1_635.0, 944.2, 377.79),
                (1.0, 389.0, 113.76, 136.29),
            ],
        ),
        (
            17_231.0,
            20.0,
            [
                (0.0, 1_265.0, 287.25, 481.7),
                (150.0, 3_195.0, 1_261.77, 980.11),
                (212.0, 3_473.0, 1_438.26, 1_040.61),
                (0.0, 895.0, 173.29, 375.4),
            ],
        ),
    ];
    for (total, precision, expected) in cases {
        let estimate = estimate(&input(Kind::Open, total, &NO_REPORTS), &settings(4_000, Some(precision)));
        for (ix, (low, high, mean, sd)) in [0, 1, 9, 26].into_iter().zip(expected) {
            let draws = column(&estimate, ix);
            let (found_mean, found_sd) = mean_and_sd(&draws);
            let above = 1.0 - part_up_to(&draws, high);
            assert!((found_mean - mean).abs() < 0.06 * sd, "mean {found_mean}, not {mean}");
            assert!((found_sd / sd - 1.0).abs() < 0.06, "standard deviation {found_sd}, not {sd}");
            assert!((above - 0.05).abs() < 0.0105, "{above}");
            // Zero has more than a twentieth where the lower quantile is zero.
            assert!(low <= 1.0 || (part_up_to(&draws, low) - 0.05).abs() < 0.0105, "{}", part_up_to(&draws, low));
        }
    }
}

/// Probabilities of 0, 1, … of 68 models, of the same distribution.
#[test]
fn small_open_counts_against_scipy() {
    let estimate = estimate(&input(Kind::Open, 68.0, &NO_REPORTS), &settings(4_000, None));
    assert_eq!(estimate.spread, Some(Spread { precision: 68.0, source: SpreadSource::Default }));
    let expected: [(usize, [f64; 8]); 3] = [
        (0, [0.451_7, 0.260_1, 0.139_92, 0.073_15, 0.037_55, 0.019, 0.009_49, 0.004_69]),
        (9, [0.016_9, 0.050_45, 0.087_92, 0.116_61, 0.130_14, 0.128_61, 0.115_96, 0.097_24]),
        (26, [0.619_84, 0.214_6, 0.090_8, 0.040_52, 0.018_47, 0.008_5, 0.003_92, 0.001_81]),
    ];
    for (ix, probabilities) in expected {
        compare(&column(&estimate, ix), 0, &probabilities);
    }
}

#[test]
fn yes_and_no() {
    let mut reports = NO_REPORTS;
    (reports[0], reports[1], reports[2]) = (Some(1.0), Some(0.0), Some(1.0));
    let found = estimate(&input(Kind::YesNo, 20.0, &reports), &settings(400, None));
    assert_eq!((found.areas[0], found.remainder), (None, Some(18.0)));
    assert_eq!(found.areas[3], Some(Ranged { value: 18.0 / 31.0, low: 0.0, high: 1.0 }));
    // Hypergeometric, 10 drawn of 31 of which 18: 4 to 8 by scipy.stats.hypergeom.ppf of SciPy 1.17.1.
    let set: Vec<bool> = (0..34).map(|ix| (3..13).contains(&ix)).collect();
    let sum = found.interval_of_sum(&set).unwrap();
    assert!((sum.value - 180.0 / 31.0).abs() < 1e-9 && (sum.low, sum.high) == (4.0, 8.0), "{sum:?}");
    for total in [2.0, 33.0] {
        let certain = estimate(&input(Kind::YesNo, total, &reports), &settings(400, None));
        let value = if total == 2.0 { 0.0 } else { 1.0 };
        assert_eq!(certain.areas[33], Some(Ranged { value, low: value, high: value }));
    }
    let conflict = estimate(&input(Kind::YesNo, 34.0, &reports), &settings(400, None)).conflicts;
    assert_eq!(conflict, [Conflict::RemainderAboveCapacity { remainder: 32.0, capacity: 31.0 }]);
    let unusable = estimate(&input(Kind::YesNo, 20.5, &reports), &settings(400, None)).conflicts;
    assert_eq!(unusable, [Conflict::Unusable { area_ix: None }]);
}

#[test]
fn conflicts_are_told_and_nothing_is_clipped() {
    let mut reports = NO_REPORTS;
    (reports[4], reports[5]) = (Some(2_000.0), Some(300.0));
    let found = estimate(&input(Kind::Capped(&HOUSEHOLDS), 2_100.0, &reports), &Settings::default());
    let expected = [
        Conflict::ReportAboveCapacity { area_ix: 4, report: 2_000.0, capacity: 1_887.0 },
        Conflict::ReportsAboveTotal { reports: 2_300.0, total: 2_100.0 },
    ];
    assert_eq!(found.conflicts, expected);
    assert_eq!((found.remainder, found.spread, found.n_draws()), (Some(-200.0), None, 0));
    assert!(found.areas.iter().all(Option::is_none));
    assert!(found.interval_of_sum(&[true; 34]).is_none());
    assert_eq!(found.interval_of_sum(&[false, false, false, false, true, true]).unwrap().value, 2_300.0);
    assert_eq!(found.rank_intervals(None, true), vec![None; 34]);

    // A report above its capacity does not keep the others from being estimated.
    let found = estimate(&input(Kind::Capped(&HOUSEHOLDS), 50_000.0, &reports), &Settings::default());
    assert_eq!(found.conflicts.len(), 1);
    assert_eq!(found.interval_of_sum(&[true; 34]), Some(Ranged { value: 5e4, low: 5e4, high: 5e4 }));

    let everybody: Vec<Option<f64>> = HOUSEHOLDS.iter().copied().map(Some).collect();
    let found = estimate(&input(Kind::Open, 102_600.0, &everybody), &Settings::default());
    let left = found.remainder.unwrap();
    assert_eq!(found.conflicts, [Conflict::RemainderAboveCapacity { remainder: left, capacity: 0.0 }]);

    let (weights, bad) = ([1.0, 0.0, f64::NAN], [None, None, Some(-1.0)]);
    let input = Input { total: Some(5.0), kind: Kind::Open, weights: &weights, reports: &bad, decimals: 0 };
    let found = estimate(&input, &Settings::default());
    assert_eq!(found.conflicts, [Conflict::Unusable { area_ix: Some(1) }, Conflict::Unusable { area_ix: Some(2) }]);
    let without_total =
        estimate(&Input { total: None, weights: &[1.0; 3], reports: &[None; 3], ..input }, &settings(20, None));
    assert!(without_total.conflicts.is_empty() && without_total.areas == [None; 3]);
}

/// Intervals as they were when this was written: a person who opens the same file on another day or device sees the same.
#[test]
fn a_seed_gives_the_same_intervals_for_ever() {
    let ends = |kind, total| {
        let found = estimate(&input(kind, total, &NO_REPORTS), &settings(400, None));
        [0, 9].map(|ix| found.areas[ix].map(|area| (area.low, area.value, area.high)).unwrap())
    };
    assert_eq!(ends(Kind::Capped(&HOUSEHOLDS), 78_201.0), [(1_127.0, 1_304.0, 1_465.0), (5_773.0, 6_527.0, 7_308.0)]);
    assert_eq!(ends(Kind::Open, 11_312.0), [(12.0, 189.0, 528.0), (400.0, 944.0, 1_689.0)]);
    assert_eq!(ends(Kind::Open, 169.0), [(0.0, 3.0, 8.0), (5.0, 14.0, 27.0)]);
    let of_another_seed = Settings { seed: 2, ..settings(400, None) };
    let input = input(Kind::Open, 11_312.0, &NO_REPORTS);
    assert!(estimate(&input, &of_another_seed).areas != estimate(&input, &settings(400, None)).areas);
}

#[test]
fn figures_beyond_all_measure_do_not_panic() {
    for total in [1e12, 1e17, 9e29, 1e30, f64::INFINITY, f64::NAN, -1.0] {
        for capacity in [1e6, 1e15, 1e28, f64::INFINITY, f64::NAN, -1.0] {
            let (capacities, weights, reports) = ([capacity; 4], [1e-300, 1.0, 1e15, 9e29], [None; 4]);
            for kind in [Kind::Capped(&capacities), Kind::Open, Kind::YesNo] {
                for decimals in [0, 255] {
                    let input = Input { total: Some(total), kind, weights: &weights, reports: &reports, decimals };
                    let found =
                        estimate(&input, &Settings { n_draws: 0, precision: Some(f64::NAN), ..Settings::default() });
                    assert_eq!(found.conflicts.is_empty(), found.n_draws() == 20, "{input:?}");
                    for area in found.areas.iter().flatten() {
                        assert!(0.0 <= area.low && area.low <= area.value && area.value <= area.high, "{input:?}");
                    }
                }
            }
        }
    }
    let lists_too_short = Input { weights: &[1.0], ..input(Kind::Open, 5.0, &[None; 3]) };
    let conflicts = estimate(&lists_too_short, &Settings::default()).conflicts;
    assert_eq!(conflicts, [Conflict::Unusable { area_ix: Some(1) }, Conflict::Unusable { area_ix: Some(2) }]);
}

#[test]
fn decimals_are_met() {
    let weights = [1.0, 1.0, 1.0];
    let input = Input { total: Some(0.29), kind: Kind::Open, weights: &weights, reports: &[None; 3], decimals: 2 };
    let found = estimate(&input, &Settings::default());
    assert_eq!([0, 1, 2].map(|ix| found.areas[ix].unwrap().value), [0.1, 0.1, 0.09]);
    // A report with more decimals leaves a remainder that cannot be shared out in whole units, and is shared out all the same.
    let found = estimate(&Input { reports: &[None, Some(0.005), None], ..input }, &Settings::default());
    assert_eq!(found.remainder, Some(0.285));
    assert!((found.areas[0].unwrap().value - 0.142_5).abs() < 1e-12);
    let all = found.interval_of_sum(&[true; 3]).unwrap();
    assert!((all.value - 0.29).abs() < 1e-12 && all.low == all.high);
}

#[test]
fn ranks_of_reports_alone_are_certain() {
    let reports = [Some(3.0), Some(9.0), Some(3.0)];
    let input = Input { total: Some(15.0), kind: Kind::Open, weights: &[1.0; 3], reports: &reports, decimals: 0 };
    let found = estimate(&input, &Settings::default());
    let rank = |rank, of| Some(RankInterval { best: rank, worst: rank, of });
    assert_eq!(found.rank_intervals(None, true), [rank(2, 3), rank(1, 3), rank(2, 3)]);
    assert_eq!(found.rank_intervals(Some(&[1.0, 9.0, 0.0]), true), [rank(1, 2), rank(2, 2), None]);
}

#[test]
fn reports_say_how_much_areas_differ() {
    // Alternately 20 % above and below the share by weight: the same squared distance everywhere.
    let total = 20_000.0;
    let weight_of_all: f64 = HOUSEHOLDS.iter().sum();
    let report = |ix: usize, n: usize| {
        let mean = total * HOUSEHOLDS[ix] / weight_of_all;
        (ix < n).then(|| (mean * if ix.is_multiple_of(2) { 1.2 } else { 0.8 }).round())
    };
    let found = |n: usize| {
        let reports: Vec<Option<f64>> = (0..34).map(|ix| report(ix, n)).collect();
        estimate(&input(Kind::Open, total, &reports), &Settings::default()).spread.unwrap()
    };
    assert_eq!(found(4), Spread { precision: 68.0, source: SpreadSource::Default });
    let (of_5, of_20) = (found(5), found(20));
    assert_eq!((of_5.source, of_20.source), (SpreadSource::Reports(5), SpreadSource::Reports(20)));
    // By hand: chi² = Σ 0.04 μ / (1 − w) over k, less 1, over T − 1; then with four times the default, over two less.
    let chi: f64 = (0..20).map(|ix| 0.04 * total * HOUSEHOLDS[ix] / (weight_of_all - HOUSEHOLDS[ix])).sum();
    let rho = (chi / 20.0 - 1.0) / (total - 1.0);
    let expected = 1.0 / ((20.0 * rho + 4.0 / 69.0) / 22.0) - 1.0;
    assert!((of_20.precision / expected - 1.0).abs() < 0.01, "{} is not {expected}", of_20.precision);
    assert!(68.0 < of_5.precision && of_5.precision < of_20.precision);
}

/// A kind as a number, any reports, any total: nothing panics, and what is estimated adds up and lies in its bounds.
fn check(kind: u8, rows: &[(u16, f64, Option<u16>)], total: u32, decimals: u8, seed: u64) -> Result<(), TestCaseError> {
    let capacities: Vec<f64> = rows.iter().map(|row| f64::from(row.0)).collect();
    let weights: Vec<f64> = rows.iter().map(|row| row.1).collect();
    let report =
        |row: &(u16, f64, Option<u16>)| row.2.map(|report| f64::from(if kind == 2 { report % 2 } else { report }));
    let reports: Vec<Option<f64>> = rows.iter().map(report).collect();
    let kind = [Kind::Capped(&capacities), Kind::Open, Kind::YesNo][usize::from(kind)];
    let total = f64::from(if matches!(kind, Kind::YesNo) { total % 40 } else { total });
    let input = Input { total: Some(total), kind, weights: &weights, reports: &reports, decimals };
    let settings = Settings { seed, n_draws: 40, precision: None };
    let found = estimate(&input, &settings);
    prop_assert!(estimate(&input, &settings) == found);
    prop_assert_eq!(found.rank_intervals(None, true).len(), rows.len());
    let reported: f64 = reports.iter().flatten().sum();
    prop_assert_eq!(found.remainder, Some(total - reported));
    let blocks = |conflict: &Conflict| !matches!(conflict, Conflict::ReportAboveCapacity { .. });
    if found.conflicts.iter().any(blocks) {
        prop_assert!(found.areas.iter().all(Option::is_none) && found.draws.is_empty());
        return Ok(());
    }
    let mut sum = reported;
    for (ix, report) in reports.iter().enumerate() {
        prop_assert_eq!(report.is_none(), found.areas[ix].is_some());
        let Some(Ranged { value, low, high }) = found.areas[ix] else { continue };
        sum += value;
        let most = match kind {
            Kind::Capped(_) => capacities[ix].min(total - reported),
            Kind::Open => total - reported,
            Kind::YesNo => 1.0,
        };
        prop_assert!(0.0 <= low && low <= value && value <= high && high <= most, "{low} {value} {high} {most}");
    }
    let tolerance = if decimals == 0 && !matches!(kind, Kind::YesNo) { 0.0 } else { 1e-9 };
    prop_assert!((sum - total).abs() <= tolerance, "{sum} is not {total}");
    for row in found.draws.chunks_exact(found.open.len().max(1)) {
        let drawn: f64 = row.iter().map(|value| f64::from(*value)).sum();
        let scale = 10_f64.powi(i32::from(decimals));
        let fits = found.open.iter().zip(row).all(|(ix, value)| {
            let capacity = if let Kind::Capped(capacities) = kind { capacities[*ix] * scale } else { f64::INFINITY };
            0.0 <= *value && f64::from(*value) <= capacity && value.fract() == 0.0
        });
        prop_assert!(fits && drawn == (total - reported) * scale, "{row:?}");
    }
    let half: Vec<bool> = (0..rows.len()).map(|ix| ix % 2 == 0).collect();
    let sum = found.interval_of_sum(&half).unwrap();
    prop_assert!(sum.low <= sum.value && sum.value <= sum.high && sum.high <= total + 1e-6, "{sum:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn reports_and_estimates_are_the_total(
        kind in 0_u8..3,
        rows in prop::collection::vec((0_u16..400, 0.01_f64..100.0, prop::option::of(0_u16..300)), 0..36),
        total in 0_u32..9_000,
        decimals in 0_u8..3,
        seed: u64,
    ) {
        check(kind, &rows, total, decimals, seed)?;
    }
}

proptest! {
    // Each case is 35 estimates.
    #![proptest_config(ProptestConfig::with_cases(30))]

    /// As reports come in one after the other, in the way that the model itself would have them.
    #[test]
    fn every_further_report_keeps_the_sum(seed: u64, kind in 0_u8..2, total in 1_u32..20_000) {
        let mut rows: Vec<(u16, f64, Option<u16>)> = HOUSEHOLDS.iter().map(|n| (*n as u16, *n, None)).collect();
        for ix in 0..34 {
            check(kind, &rows, total, 0, seed)?;
            let reports: Vec<Option<f64>> = rows.iter().map(|row| row.2.map(f64::from)).collect();
            let kind = if kind == 0 { Kind::Capped(&HOUSEHOLDS) } else { Kind::Open };
            let found = estimate(&input(kind, f64::from(total), &reports), &settings(20, None));
            rows[ix].2 = Some(found.draw(0).unwrap()[ix] as u16);
        }
        check(kind, &rows, total, 0, seed)?;
    }
}
