//! The index against published results (`tai.rs`) and against the same computed by other means.

use super::Input;
use super::index;
use super::tai;
use super::tests::{GEOMETRIC, Given, MIN_MAX, RANK, TARGET, TARGET_GEOMETRIC, Z_SCORE};

/// The figures of the Technology Achievement Index, equally weighted.
fn given() -> Given {
    Given::new((0..8).map(|ix| tai::RAW.iter().map(|row| Some(row[ix])).collect()).collect())
}

fn assert_near(found: &[f64], expected: &[f64], by: f64) {
    assert_eq!(found.len(), expected.len());
    for (ix, (found, expected)) in found.iter().zip(expected).enumerate() {
        assert!((found - expected).abs() <= by, "{ix}: {found} and not {expected}");
    }
}

/// Table 15 of the handbook: one indicator on four scales, printed with two decimals.
#[test]
fn the_handbooks_example_of_normalisation() {
    let all = given();
    let schooling = Given::new(vec![all.columns[tai::SCHOOLING].clone()]);
    assert_near(&schooling.scores(Z_SCORE), &tai::Z_SCORES, 0.005_001);
    assert_near(&schooling.scores(MIN_MAX), &tai::MIN_MAX, 0.005_001);
    assert_near(&schooling.scores(TARGET), &tai::PARTS_OF_BEST, 0.005_001);
    assert_near(&schooling.scores(RANK), &tai::RANKS.map(|rank| rank as f64 / 23.0), 1e-12);
}

/// Tables 23 and 38: the linear index of the United Nations, and the same with the weights of experts.
#[test]
fn the_handbooks_linear_index() {
    let mut given = given();
    given.bounds = tai::GOALPOSTS.map(Some).to_vec();
    assert_eq!(given.ranks(MIN_MAX), tai::RANKS_LINEAR);
    given.weights = tai::BAP.to_vec();
    assert_eq!(given.ranks(MIN_MAX), tai::RANKS_BAP);
    // Two of the weightings are printed with two decimals only and sum to 1.00 and 1.01: neighbours change places.
    for (weights, expected) in [(tai::FA, tai::RANKS_FA), (tai::AHP, tai::RANKS_AHP)] {
        given.weights = weights.to_vec();
        let apart = |(found, expected): (&usize, &usize)| found.abs_diff(*expected);
        let ranks = given.ranks(MIN_MAX);
        let apart: Vec<usize> = ranks.iter().zip(&expected).map(apart).collect();
        assert!(apart.iter().all(|places| *places <= 2) && apart.iter().sum::<usize>() <= 4, "{apart:?}");
    }
}

/// Table 38: the geometric index of the raw figures. Parts of the best figure differ from those by a factor, which does
/// not change ranks.
#[test]
fn the_handbooks_geometric_index() {
    assert_eq!(given().ranks(TARGET_GEOMETRIC), tai::RANKS_GEOMETRIC);
}

/// Scores of the same figures by `numpy` 2.4.6, since the handbook prints only ranks: z-scores with equal weights,
/// places with those of [`tai::FA`], the geometric mean of 0.01 + 0.99 · min–max with those of [`tai::BAP`].
#[test]
fn scores_as_numpy_computes_them() {
    let mut given = given();
    assert_near(
        &given.scores(Z_SCORE),
        &[
            1.083_512, 0.916_361, 0.963_629, 0.560_208, 0.370_222, 0.254_651, 0.179_354, 0.246_726, 0.078_520,
            0.014_004, -0.026_378, 0.502_453, -0.098_306, -0.177_587, -0.221_639, -0.203_752, -0.256_244, -0.341_263,
            -0.696_996, -0.578_360, -0.823_784, -0.933_609, -0.811_722,
        ],
        1e-6,
    );
    given.weights = tai::FA.to_vec();
    assert_near(
        &given.scores(RANK),
        &[
            0.822_174, 0.834_783, 0.850_870, 0.624_783, 0.557_391, 0.587_391, 0.600_435, 0.593_043, 0.606_957,
            0.478_261, 0.602_609, 0.645_652, 0.485_217, 0.477_391, 0.535_217, 0.498_261, 0.493_913, 0.423_043,
            0.306_957, 0.268_261, 0.215_652, 0.163_913, 0.223_043,
        ],
        1e-6,
    );
    given.weights = tai::BAP.to_vec();
    assert_near(
        &given.scores(GEOMETRIC),
        &[
            0.655_039, 0.619_327, 0.621_606, 0.438_296, 0.320_889, 0.384_132, 0.413_349, 0.364_830, 0.239_636,
            0.186_273, 0.389_268, 0.275_708, 0.353_366, 0.335_589, 0.166_171, 0.303_594, 0.291_469, 0.278_423,
            0.153_023, 0.134_396, 0.100_607, 0.059_994, 0.094_323,
        ],
        1e-6,
    );
}

/// As above by `numpy`: half of the best figure is the target, less electricity is better down to 3.7.
#[test]
fn distance_to_given_targets() {
    let mut given = given();
    for (column, target) in given.columns.iter().zip(&mut given.targets) {
        *target = Some(column.iter().flatten().fold(0.0_f64, |best, value| best.max(*value)) / 2.0);
    }
    (given.targets[5], given.higher[5]) = (Some(3.7), false);
    assert_near(
        &given.scores(TARGET),
        &[
            0.840_510, 0.880_657, 0.863_449, 0.851_573, 0.771_639, 0.871_533, 0.836_867, 0.732_462, 0.679_564,
            0.734_455, 0.785_244, 0.594_130, 0.824_576, 0.804_738, 0.675_790, 0.778_054, 0.747_501, 0.735_280,
            0.675_516, 0.675_490, 0.619_784, 0.613_666, 0.653_048,
        ],
        1e-6,
    );
    assert_near(
        &given.scores(TARGET_GEOMETRIC),
        &[
            0.775_543, 0.848_898, 0.816_513, 0.830_553, 0.527_575, 0.835_279, 0.740_592, 0.557_699, 0.556_306,
            0.485_226, 0.734_639, 0.259_488, 0.743_091, 0.705_461, 0.552_832, 0.679_717, 0.688_711, 0.636_866,
            0.458_328, 0.418_639, 0.381_822, 0.386_927, 0.449_578,
        ],
        1e-6,
    );
}

/// As above by `numpy`, with every figure left out of which row and column add up to a multiple of four.
#[test]
fn missing_figures_leave_their_weight_to_the_others() {
    let mut given = given();
    given.weights = tai::BAP.to_vec();
    for (column_ix, column) in given.columns.iter_mut().enumerate() {
        for (row_ix, figure) in column.iter_mut().enumerate() {
            *figure = figure.filter(|_| !(row_ix + column_ix).is_multiple_of(4));
        }
    }
    assert_near(
        &given.scores(MIN_MAX),
        &[
            0.789_349, 0.769_642, 0.651_124, 0.571_635, 0.526_311, 0.581_067, 0.527_832, 0.482_126, 0.505_049,
            0.222_002, 0.433_066, 0.484_163, 0.423_286, 0.369_165, 0.183_091, 0.379_947, 0.321_716, 0.339_654,
            0.308_537, 0.277_401, 0.258_258, 0.116_056, 0.239_350,
        ],
        1e-6,
    );
    let known = |by_weight: bool, threshold: f64| {
        given.with(MIN_MAX, |input| {
            let input = Input { threshold, threshold_by_weight: by_weight, ..*input };
            let units = index(&input).unwrap();
            (units[1].known, units.iter().filter(|unit| unit.scored.is_some()).count())
        })
    };
    let (by_number, n_scored) = known(false, 0.75);
    assert!((by_number - 0.75).abs() < 1e-12 && n_scored == 23, "{by_number} {n_scored}");
    // Without royalties and technology's share of exports 64 of 100 parts are left.
    let (by_weight, n_scored) = known(true, 0.7);
    assert!((by_weight - 0.64).abs() < 1e-12 && n_scored == 17, "{by_weight} {n_scored}");
}
