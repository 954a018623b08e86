use proptest::prelude::*;

use super::*;
use crate::estimate::RankInterval;

/// Columns that own their figures; tests change them.
#[derive(Debug, Clone)]
pub(super) struct Given {
    pub keys: Vec<u64>,
    pub columns: Vec<Vec<Option<f64>>>,
    pub intervals: Vec<Vec<Option<(f64, f64)>>>,
    pub higher: Vec<bool>,
    pub weights: Vec<f64>,
    pub bounds: Vec<Option<(f64, f64)>>,
    pub targets: Vec<Option<f64>>,
    pub unit_targets: Vec<Vec<Option<f64>>>,
    pub unit_keys: Vec<u64>,
}

impl Given {
    /// Equal weights, more is better, nothing fixed.
    pub fn new(columns: Vec<Vec<Option<f64>>>) -> Given {
        let n = columns.len();
        Given {
            keys: (0..n as u64).collect(),
            intervals: vec![Vec::new(); n],
            higher: vec![true; n],
            weights: vec![1.0; n],
            bounds: vec![None; n],
            targets: vec![None; n],
            unit_targets: vec![Vec::new(); n],
            unit_keys: (100..100 + columns[0].len() as u64).collect(),
            columns,
        }
    }

    pub fn with<T>(&self, setting: Setting, then: impl Fn(&Input) -> T) -> T {
        let column = |ix: usize| Column {
            key: self.keys[ix],
            values: &self.columns[ix],
            higher_is_better: self.higher[ix],
            weight: self.weights[ix],
            bounds: self.bounds[ix],
            target: self.targets[ix],
            unit_targets: &self.unit_targets[ix],
            doubt: if self.intervals[ix].is_empty() { Doubt::None } else { Doubt::Intervals(&self.intervals[ix]) },
        };
        let columns: Vec<Column> = (0..self.columns.len()).map(column).collect();
        then(&Input {
            unit_keys: &self.unit_keys,
            columns: &columns,
            normalisation: setting.0,
            aggregation: setting.1,
            threshold: 0.0,
            threshold_by_weight: false,
        })
    }

    pub fn index(&self, setting: Setting) -> Vec<Unit> {
        self.with(setting, index).unwrap()
    }

    pub fn scores(&self, setting: Setting) -> Vec<f64> {
        self.index(setting).into_iter().map(|unit| unit.scored.unwrap().score).collect()
    }

    pub fn ranks(&self, setting: Setting) -> Vec<usize> {
        self.index(setting).into_iter().map(|unit| unit.scored.unwrap().rank.rank).collect()
    }
}

pub(super) type Setting = (Normalisation, Aggregation);

pub(super) const MIN_MAX: Setting = (Normalisation::MinMax, Aggregation::Arithmetic);
pub(super) const Z_SCORE: Setting = (Normalisation::ZScore, Aggregation::Arithmetic);
pub(super) const RANK: Setting = (Normalisation::Rank, Aggregation::Arithmetic);
pub(super) const TARGET: Setting = (Normalisation::Target, Aggregation::Arithmetic);
pub(super) const GEOMETRIC: Setting = (Normalisation::MinMax, Aggregation::Geometric);
pub(super) const TARGET_GEOMETRIC: Setting = (Normalisation::Target, Aggregation::Geometric);
const RANK_GEOMETRIC: Setting = (Normalisation::Rank, Aggregation::Geometric);
const ALL: [Setting; 7] = [MIN_MAX, Z_SCORE, RANK, TARGET, GEOMETRIC, TARGET_GEOMETRIC, RANK_GEOMETRIC];

#[test]
fn a_unit_of_which_too_little_is_known_has_no_score() {
    let mut given = Given::new(vec![vec![Some(1.0), Some(2.0), None], vec![Some(5.0), None, None]]);
    let of = |given: &Given, threshold: f64| {
        let units = given.with(MIN_MAX, |input| index(&Input { threshold, ..*input })).unwrap();
        units.into_iter().map(|unit| unit.scored.map(|scored| scored.rank.of)).collect::<Vec<_>>()
    };
    assert_eq!(of(&given, 0.0), [Some(2), Some(2), None]);
    assert_eq!(of(&given, 0.5), [Some(2), Some(2), None]);
    assert_eq!(of(&given, 0.51), [Some(1), None, None]);
    // An indicator without weight is none.
    given.weights[1] = 0.0;
    assert_eq!(of(&given, 1.0), [Some(2), Some(2), None]);
    assert_eq!(given.index(MIN_MAX)[0].scored.as_ref().unwrap().contributions, [Some(0.0), None]);
}

#[test]
fn what_is_left_out_moves_ranks() {
    // The first is better by the first indicator only, and by much.
    let given = Given::new(vec![
        vec![Some(9.0), Some(0.0), Some(0.0)],
        vec![Some(4.0), Some(5.0), Some(0.0)],
        vec![Some(1.5), Some(2.0), Some(1.0)],
    ]);
    let units = given.index(MIN_MAX);
    let gains: Vec<Vec<Option<isize>>> = units.into_iter().map(|unit| unit.scored.unwrap().gain_without).collect();
    assert_eq!(gains[0], [Some(-1), Some(0), Some(0)]);
    assert_eq!(gains[1], [Some(1), Some(0), Some(0)]);
    let alone = Given::new(vec![vec![Some(1.0), Some(2.0)]]);
    assert_eq!(alone.index(MIN_MAX)[0].scored.as_ref().unwrap().gain_without, [None]);
}

#[test]
fn equal_scores_share_a_rank_whatever_their_last_bits() {
    let tenths = [0.1, 0.2, 0.3].map(|value| vec![Some(value), Some(0.2), Some(0.0)]).to_vec();
    let mut given = Given::new(tenths);
    given.bounds = vec![Some((0.0, 1.0)); 3];
    let units = given.index(MIN_MAX);
    let rank = |ix: usize| units[ix].scored.as_ref().unwrap().rank;
    assert_eq!(rank(0), rank::Rank { rank: 1, of: 3, tied: 2 });
    assert_eq!(rank(0), rank(1));
}

#[test]
fn what_cannot_be_an_index_is_told() {
    let given = Given::new(vec![vec![Some(1.0), Some(2.0)], vec![Some(1.0), Some(2.0)]]);
    let fault = |change: fn(&mut Given)| {
        let mut changed = given.clone();
        change(&mut changed);
        changed.with(MIN_MAX, index).unwrap_err()
    };
    assert_eq!(fault(|given| given.weights = vec![0.0, 0.0]), Fault::NoWeight);
    assert_eq!(fault(|given| given.weights[1] = -1.0), Fault::Weight(1));
    assert_eq!(fault(|given| given.weights[1] = f64::NAN), Fault::Weight(1));
    assert_eq!(fault(|given| given.columns[1] = vec![None]), Fault::Length(1));
    assert_eq!(fault(|given| given.intervals[0] = vec![None]), Fault::Length(0));
    assert_eq!(fault(|given| given.bounds[0] = Some((2.0, 1.0))), Fault::Bounds(0));
    assert_eq!(fault(|given| given.targets[0] = Some(f64::INFINITY)), Fault::Target(0));
    let geometric = given.with((Normalisation::ZScore, Aggregation::Geometric), index);
    assert_eq!(geometric, Err(Fault::GeometricOfZScores));
    let nobody = Input { unit_keys: &[], columns: &[], ..given.with(MIN_MAX, |_| NOTHING) };
    assert_eq!(index(&nobody), Err(Fault::NoWeight));
}

const NOTHING: Input = Input {
    unit_keys: &[],
    columns: &[],
    normalisation: Normalisation::MinMax,
    aggregation: Aggregation::Arithmetic,
    threshold: 0.0,
    threshold_by_weight: false,
};

#[test]
fn units_that_are_all_alike() {
    let given = Given::new(vec![vec![Some(0.3), Some(0.1 + 0.2), None], vec![Some(7.0), Some(7.0), Some(f64::NAN)]]);
    for setting in ALL {
        let units = given.index(setting);
        let score = |ix: usize| units[ix].scored.as_ref().map(|scored| scored.score);
        assert!(units[2].scored.is_none());
        assert!(score(0).unwrap().is_finite() && score(1).unwrap().is_finite(), "{setting:?}");
    }
    assert_eq!(Given::new(vec![vec![Some(7.0), Some(7.0)]]).scores(MIN_MAX), [0.5, 0.5]);
    assert_eq!(Given::new(vec![vec![Some(7.0), Some(7.0)]]).scores(Z_SCORE), [0.0, 0.0]);
    // A target at which nobody can be short of: reached or not.
    let mut fires = Given::new(vec![vec![Some(0.0), Some(0.0)]]);
    (fires.higher[0], fires.targets[0]) = (false, Some(0.0));
    assert_eq!(fires.scores(TARGET), [1.0, 1.0]);
}

/// A unit with a target of its own goes its own way; the others go that of the column, or to the best figure.
#[test]
fn units_have_targets_of_their_own() {
    let mut given = Given::new(vec![vec![Some(40.0), Some(40.0), Some(80.0), None]]);
    given.unit_targets[0] = vec![Some(50.0), None, None, Some(1.0)];
    let scores = |given: &Given| -> Vec<f64> {
        given.index(TARGET).into_iter().filter_map(|unit| unit.scored).map(|scored| scored.score).collect()
    };
    assert_eq!(scores(&given), [0.8, 0.5, 1.0]);
    given.targets[0] = Some(160.0);
    assert_eq!(scores(&given), [0.8, 0.25, 0.5]);
    // Where less is better the way begins at the greatest figure.
    given.higher[0] = false;
    given.targets[0] = None;
    given.unit_targets[0][1] = Some(20.0);
    assert_eq!(scores(&given), [1.0, 2.0 / 3.0, 0.0]);
    // The way of one that is to have no less than the worst has no length: it is there.
    given.unit_targets[0][2] = Some(80.0);
    assert_eq!(scores(&given)[2], 1.0);
    // What cannot be used is none.
    given.unit_targets[0] = vec![Some(f64::NAN), Some(f64::INFINITY), Some(1e200), None];
    let without = Given { unit_targets: vec![Vec::new()], ..given.clone() };
    assert_eq!(scores(&given), scores(&without));
    given.unit_targets[0] = vec![None];
    assert_eq!(given.with(TARGET, index), Err(Fault::Length(0)));
}

fn doubts(weight_spread: f64, normalisations: &[Normalisation]) -> Doubts<'_> {
    Doubts { seed: 20_240_130, n_draws: 4_000, weight_spread, normalisations }
}

/// One unit is best by one indicator, the other by the other: the first is first where its weight is the greater one, of
/// which the probability is a part of a rectangle. Bounds are five standard deviations of 4,000 draws.
#[test]
fn doubts_of_weights_as_computed() {
    let mut given = Given::new(vec![vec![Some(1.0), Some(0.0)], vec![Some(0.0), Some(1.0)]]);
    let share = |given: &Given, spread: f64| {
        given.with(MIN_MAX, |input| uncertain(input, &doubts(spread, &[]))).unwrap().share_within(1, 1).unwrap()
    };
    // Equal weights, then 1 ± 0.25 against 0.8 ± 0.2: (0.25² / 2) / (0.4 · 0.5).
    assert!((share(&given, 0.25) - 0.5).abs() < 0.04);
    given.weights = vec![1.0, 0.8];
    assert!((share(&given, 0.25) - 0.156_25).abs() < 0.029);
    assert_eq!(share(&given, 0.05), 0.0);
    assert_eq!(share(&given, 0.0), 0.0);
}

/// A triangular figure of which nine tenths lie within ±2 is above the other, which is greater by 1, with a probability of
/// (1 − 0.683772 / 2)² / 2 = 0.21657.
#[test]
fn doubts_of_figures_as_computed() {
    let mut given = Given::new(vec![vec![Some(10.0), Some(11.0)]]);
    given.intervals[0] = vec![Some((8.0, 12.0)), None];
    let found = given.with(MIN_MAX, |input| uncertain(input, &doubts(0.0, &[]))).unwrap();
    assert!((found.share_within(0, 1).unwrap() - 0.216_57).abs() < 0.033);
    assert_eq!(found.interval(0), Some(RankInterval { best: 1, worst: 2, of: 2 }));
    // An upper end far away changes what is above, and nothing below.
    given.intervals[0] = vec![Some((8.0, 1e9)), None];
    let found = given.with(MIN_MAX, |input| uncertain(input, &doubts(0.0, &[]))).unwrap();
    assert!((found.share_within(0, 1).unwrap() - 0.5).abs() < 0.04);
}

/// Draws as [`crate::estimate`] gives them: here of three in which one turns the order round.
#[test]
fn doubts_of_figures_by_draws() {
    let given = Given::new(vec![vec![Some(1.0), Some(2.0), None]]);
    let rows = [1.0, 2.0, 9.0, 1.0, f64::NAN, 9.0, 5.0, 2.0, 9.0];
    let found = given.with(MIN_MAX, |input| {
        let columns = [Column { doubt: Doubt::Draws(&rows), ..input.columns[0] }];
        let doubts = Doubts { n_draws: 300, ..doubts(0.0, &[]) };
        uncertain(&Input { columns: &columns, ..*input }, &doubts).unwrap()
    });
    assert_eq!(found.share_within(0, 1), Some(1.0 / 3.0));
    assert_eq!(found.interval(1), Some(RankInterval { best: 1, worst: 2, of: 2 }));
    assert_eq!((found.interval(2), found.share_within(2, 3), found.interval(3)), (None, None, None));
}

/// The first is better by much once, the second by little three times: min–max puts the one first and places the other.
#[test]
fn doubts_of_the_normalisation() {
    let near = vec![Some(5.0), Some(5.1), Some(0.0)];
    let given = Given::new(vec![vec![Some(10.0), Some(0.0), Some(0.0)], near.clone(), near.clone(), near]);
    let second = |normalisations: &[Normalisation]| {
        let found = given.with(MIN_MAX, |input| uncertain(input, &doubts(0.0, normalisations)));
        found.unwrap().share_within(1, 1).unwrap()
    };
    let (min_max, rank) = (Normalisation::MinMax, Normalisation::Rank);
    assert_eq!([second(&[min_max]), second(&[rank]), second(&[])], [0.0, 1.0, 0.0]);
    assert!((second(&[min_max, rank]) - 0.5).abs() < 0.04);
    let geometric = |normalisations: &[Normalisation]| {
        given.with(GEOMETRIC, |input| uncertain(input, &doubts(0.2, normalisations))).unwrap()
    };
    assert_eq!(geometric(&[Normalisation::ZScore]), geometric(&[]), "z-scores are passed over");
}

/// The same index with its columns and units in another order.
fn permuted(given: &Given, columns: &[usize], units: &[usize]) -> Given {
    fn picked<T: Clone>(list: &[T], ixs: &[usize]) -> Vec<T> {
        ixs.iter().map(|ix| list[*ix].clone()).collect()
    }
    let by_unit = |ix: &usize| {
        let intervals = &given.intervals[*ix];
        if intervals.is_empty() { Vec::new() } else { picked(intervals, units) }
    };
    let of_units = |targets: &[Option<f64>]| if targets.is_empty() { Vec::new() } else { picked(targets, units) };
    Given {
        keys: picked(&given.keys, columns),
        columns: columns.iter().map(|ix| picked(&given.columns[*ix], units)).collect(),
        intervals: columns.iter().map(by_unit).collect(),
        higher: picked(&given.higher, columns),
        weights: picked(&given.weights, columns),
        bounds: picked(&given.bounds, columns),
        targets: picked(&given.targets, columns),
        unit_targets: columns.iter().map(|ix| of_units(&given.unit_targets[*ix])).collect(),
        unit_keys: picked(&given.unit_keys, units),
    }
}

fn any_index(with_missing: bool) -> impl Strategy<Value = Given> {
    let figure = move |value: f64, missing: f64| Some(value).filter(|_| !with_missing || 0.2 < missing);
    let figures = prop::collection::vec((-50.0_f64..50.0, 0.0_f64..1.0), 5);
    let column = (figures, any::<bool>(), 0.1_f64..5.0);
    prop::collection::vec(column, 1..5).prop_map(move |columns| {
        let values = |figures: &[(f64, f64)]| figures.iter().map(|(value, missing)| figure(*value, *missing)).collect();
        let mut given = Given::new(columns.iter().map(|(figures, _, _)| values(figures)).collect());
        for (ix, (_, higher, weight)) in columns.into_iter().enumerate() {
            (given.higher[ix], given.weights[ix]) = (higher, weight);
        }
        given
    })
}

fn order(n: usize) -> impl Strategy<Value = Vec<usize>> {
    Just((0..n).collect::<Vec<usize>>()).prop_shuffle()
}

proptest! {
    /// To the last bit, also what is drawn.
    #[test]
    fn another_order_gives_the_same(given in any_index(true), units in order(5), seeds in order(4), setting in 0_usize..7) {
        let columns: Vec<usize> = seeds.into_iter().filter(|ix| *ix < given.columns.len()).collect();
        let mut given = given;
        given.intervals[0] = given.columns[0].iter().map(|value| value.map(|value| (value - 9.0, value + 4.0))).collect();
        given.unit_targets[0] = vec![Some(7.0), None, Some(30.0), Some(-8.0), None];
        let other = permuted(&given, &columns, &units);
        let (here, there) = (given.index(ALL[setting]), other.index(ALL[setting]));
        let doubts = Doubts { n_draws: 50, ..doubts(0.3, &[Normalisation::MinMax, Normalisation::Rank]) };
        let drawn = |given: &Given| given.with(ALL[setting], |input| uncertain(input, &doubts)).unwrap();
        let (drawn_here, drawn_there) = (drawn(&given), drawn(&other));
        for (there_ix, ix) in units.iter().enumerate() {
            let mut expected = here[*ix].clone();
            if let Some(scored) = &mut expected.scored {
                scored.contributions = columns.iter().map(|ix| scored.contributions[*ix]).collect();
                scored.pulls = columns.iter().map(|ix| scored.pulls[*ix]).collect();
                scored.gain_without = columns.iter().map(|ix| scored.gain_without[*ix]).collect();
            }
            prop_assert_eq!(&expected, &there[there_ix]);
            prop_assert_eq!(drawn_here.interval(*ix), drawn_there.interval(there_ix));
            prop_assert_eq!(drawn_here.share_within(*ix, 2), drawn_there.share_within(there_ix, 2));
        }
    }

    /// What is kept from other weights and another threshold gives the same ranks as drawing anew, to the last one.
    #[test]
    fn draws_that_are_kept_give_the_same_ranks(
        given in any_index(true), weights in prop::collection::vec(0.0_f64..3.0, 4), threshold in 0.0_f64..1.0,
        setting in 0_usize..7,
    ) {
        let mut given = given;
        given.intervals[0] = given.columns[0].iter().map(|value| value.map(|value| (value - 9.0, value + 4.0))).collect();
        let all = [Normalisation::MinMax, Normalisation::ZScore, Normalisation::Rank, Normalisation::Target];
        let doubts = Doubts { n_draws: 40, ..doubts(0.3, &all) };
        let kept = given.with(ALL[setting], |input| drawn(input, &doubts)).unwrap();
        for (weight, other) in given.weights.iter_mut().zip(&weights) {
            // Some leave the index.
            *weight = (other - 0.5).max(0.0);
        }
        given.with(ALL[setting], |input| {
            let input = Input { threshold, ..*input };
            assert_eq!(kept.ranks(&input, 0.3), uncertain(&input, &doubts));
        });
    }

    #[test]
    fn contributions_add_up(given in any_index(true), setting in 0_usize..7) {
        for unit in given.index(ALL[setting]) {
            let Some(scored) = unit.scored else { continue };
            let sum: f64 = scored.contributions.iter().flatten().sum();
            let is_geometric = ALL[setting].1 == Aggregation::Geometric;
            let score = if is_geometric { scored.score.ln() } else { scored.score };
            prop_assert!((sum - score).abs() < 1e-9, "{sum} {score}");
        }
    }

    /// Where nothing is missing, what lifts one unit pulls another down.
    #[test]
    fn pulls_of_all_units_are_even(given in any_index(false), setting in 0_usize..7) {
        let units = given.index(ALL[setting]);
        for column in 0..given.columns.len() {
            let sum: f64 = units.iter().map(|unit| unit.scored.as_ref().unwrap().pulls[column].unwrap()).sum();
            prop_assert!(sum.abs() < 1e-9, "{sum}");
        }
    }

    /// A better figure never lowers the unit's own score, and but for z-scores never its rank. (By z-scores others may gain
    /// more: a figure far off makes all other differences small.)
    #[test]
    fn better_figures_never_harm(
        given in any_index(true), by in 0.0_f64..80.0, unit_ix in 0_usize..5, target in -60.0_f64..60.0,
        setting in 0_usize..7,
    ) {
        let mut given = given;
        if by < 40.0 {
            given.targets[0] = Some(target);
        }
        let Some(figure) = given.columns[0][unit_ix] else { return Ok(()) };
        let before = given.index(ALL[setting]);
        given.columns[0][unit_ix] = Some(if given.higher[0] { figure + by } else { figure - by });
        let after = given.index(ALL[setting]);
        let of = |units: &[Unit]| units[unit_ix].scored.as_ref().map(|scored| (scored.score, scored.rank.rank)).unwrap();
        let ((score, rank), (later_score, later_rank)) = (of(&before), of(&after));
        prop_assert!(score <= later_score + 1e-9, "{score} {later_score}");
        prop_assert!(ALL[setting] == Z_SCORE || later_rank <= rank, "{rank} {later_rank}");
    }

    /// Other units of measure, also one that runs the other way, give the same min–max and z-scores.
    #[test]
    fn the_unit_of_measure_does_not_matter(
        given in any_index(true), factor in 0.01_f64..100.0, by in -100.0_f64..100.0, turn: bool,
    ) {
        for setting in [MIN_MAX, Z_SCORE, GEOMETRIC] {
            let mut other = given.clone();
            let factor = if turn { -factor } else { factor };
            for figure in other.columns[0].iter_mut().flatten() {
                *figure = *figure * factor + by;
            }
            other.higher[0] = given.higher[0] != turn;
            let score = |unit: &Unit| unit.scored.as_ref().map_or(0.0, |scored| scored.score);
            for (here, there) in given.index(setting).iter().zip(&other.index(setting)) {
                prop_assert!((score(here) - score(there)).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn only_ratios_of_weights_matter(given in any_index(true), factor in 0.001_f64..1_000.0, setting in 0_usize..7) {
        let mut other = given.clone();
        other.weights.iter_mut().for_each(|weight| *weight *= factor);
        let score = |unit: &Unit| unit.scored.as_ref().map_or(0.0, |scored| scored.score);
        for (here, there) in given.index(ALL[setting]).iter().zip(&other.index(ALL[setting])) {
            prop_assert!((score(here) - score(there)).abs() < 1e-9);
        }
    }

    /// Nothing that a person can enter is too great or too small to be told or scored.
    #[test]
    fn senseless_figures_give_no_senseless_scores(
        figures in prop::collection::vec(prop::option::of(any::<f64>()), 4), bound in any::<f64>(), target in any::<f64>(),
        setting in 0_usize..7,
    ) {
        let mut given = Given::new(vec![figures, vec![Some(1.0), Some(2.0), None, None]]);
        given.bounds[0] = Some((-1.0, bound)).filter(|_| setting % 2 == 0);
        given.targets[0] = Some(target);
        given.intervals[1] = vec![Some((bound, target)), Some((f64::NAN, 3.0)), None, None];
        if let Ok(units) = given.with(ALL[setting], index) {
            prop_assert!(units.iter().flat_map(|unit| &unit.scored).all(|scored| scored.score.is_finite()));
            let drawn = given.with(ALL[setting], |input| uncertain(input, &doubts(f64::NAN, &[]))).unwrap();
            prop_assert!((0..4).all(|ix| drawn.interval(ix).is_some() == units[ix].scored.is_some()));
        }
    }
}

/// A digest of what is drawn, as it was before draws were kept: a person's seed goes on giving the ranks that it gave.
#[test]
fn a_seed_gives_the_ranks_that_it_always_gave() {
    // Steps of the golden ratio: spread over 0 to 1 without a random generator.
    let part = |ix: usize| (ix as f64 * 0.618_033_988_75).fract();
    let figure = |ix: usize| Some(part(ix)).filter(|_| !ix.is_multiple_of(11));
    let mut given = Given::new((0..6).map(|column| (0..34).map(|ix| figure(column * 34 + ix)).collect()).collect());
    for ix in 0..6_usize {
        (given.higher[ix], given.weights[ix]) = (!ix.is_multiple_of(3), 1.0 + part(ix));
        if ix.is_multiple_of(2) {
            let around = |value: &Option<f64>| value.map(|value| (value - 0.2, value + 0.3));
            given.intervals[ix] = given.columns[ix].iter().map(around).collect();
        }
    }
    let all = [Normalisation::MinMax, Normalisation::ZScore, Normalisation::Rank, Normalisation::Target];
    let digest = |setting: Setting, normalisations: &[Normalisation]| {
        let doubts = Doubts { n_draws: 1_000, ..doubts(0.25, normalisations) };
        let found = given.with(setting, |input| uncertain(&Input { threshold: 0.7, ..*input }, &doubts)).unwrap();
        let mut sum = 0xcbf2_9ce4_8422_2325_u64;
        let mut add = |value: u64| sum = (sum ^ value).wrapping_mul(0x0000_0100_0000_01b3);
        for ix in 0..34 {
            let interval = found.interval(ix).map_or((0, 0), |interval| (interval.best, interval.worst));
            add(interval.0 as u64);
            add(interval.1 as u64);
            for first in 1..34 {
                add((found.share_within(ix, first).unwrap_or(2.0) * 1_000.0).round() as u64);
            }
        }
        sum
    };
    let found = [digest(MIN_MAX, &all), digest(Z_SCORE, &[]), digest(GEOMETRIC, &all), digest(RANK, &all[..1])];
    assert_eq!(
        found,
        [18_029_043_608_617_420_705, 17_474_685_785_810_844_675, 687_161_955_267_339_300, 13_626_622_892_889_883_507]
    );
}
