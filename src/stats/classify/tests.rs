use proptest::prelude::*;

use super::*;
use crate::tests::{AREA_KM2, POPULATION, densities};

/// Fourteen and sixteen made-up numbers: a long tail, and ties.
const TAIL: [f64; 14] = [1.0, 2.0, 4.0, 5.0, 7.0, 9.0, 10.0, 20.0, 22.0, 25.0, 50.0, 60.0, 61.0, 100.0];
const TIES: [f64; 16] = [1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 3.0, 8.0, 8.0, 9.0, 15.0, 15.0, 15.0, 16.0];

/// Every method that finds breaks by itself.
const METHODS: [Method; 6] =
    [Method::Rounded, Method::Quantile, Method::Equal, Method::Natural, Method::Around(7.5), Method::Around(-3000.0)];

fn breaks(values: &[f64], method: Method, n_classes: usize) -> Breaks {
    classify(values, &Spec { method, n_classes })
}

#[track_caller]
fn check_counts(method: &Method, values: &[f64], expected: &[&[usize]]) {
    for counts in expected {
        let found = breaks(values, method.clone(), counts.len());
        assert_eq!(found.counts(values), *counts, "{method:?} {:?}", found.inner);
    }
}

/// `mapclassify.FisherJenks` of mapclassify 2.10.0 (optimal by dynamic programming).
#[test]
fn natural_breaks_are_those_of_mapclassify() {
    check_counts(
        &Method::Natural,
        &densities(),
        &[&[22, 6, 6], &[22, 5, 6, 1], &[22, 4, 2, 5, 1], &[22, 4, 2, 3, 2, 1], &[12, 10, 4, 2, 3, 2, 1]],
    );
    check_counts(
        &Method::Natural,
        &POPULATION,
        &[&[13, 19, 2], &[7, 17, 8, 2], &[3, 10, 13, 6, 2], &[3, 10, 11, 5, 3, 2], &[3, 10, 11, 5, 3, 1, 1]],
    );
    check_counts(
        &Method::Natural,
        &AREA_KM2,
        &[&[9, 13, 12], &[8, 12, 12, 2], &[8, 6, 8, 10, 2], &[8, 6, 6, 6, 6, 2], &[7, 2, 5, 6, 6, 6, 2]],
    );
    check_counts(&Method::Natural, &TAIL, &[&[10, 3, 1], &[7, 3, 3, 1], &[7, 3, 1, 2, 1]]);
    check_counts(&Method::Natural, &TIES, &[&[9, 3, 4], &[4, 5, 3, 4], &[4, 2, 3, 3, 4]]);
}

/// `mapclassify.Quantiles` of mapclassify 2.10.0.
#[test]
fn quantiles_are_those_of_mapclassify() {
    check_counts(
        &Method::Quantile,
        &densities(),
        &[&[12, 11, 11], &[9, 8, 8, 9], &[7, 7, 6, 7, 7], &[6, 6, 5, 6, 5, 6], &[5, 5, 5, 4, 5, 5, 5]],
    );
    check_counts(&Method::Quantile, &AREA_KM2, &[&[9, 8, 8, 9], &[5, 5, 5, 4, 5, 6, 4]]);
    check_counts(&Method::Quantile, &TAIL, &[&[5, 4, 5], &[4, 3, 3, 4], &[3, 3, 2, 3, 3]]);
    check_counts(&Method::Quantile, &TIES, &[&[6, 5, 5], &[4, 5, 3, 4], &[4, 5, 2, 4, 1]]);
}

/// `mapclassify.EqualInterval` of mapclassify 2.10.0.
#[test]
fn equal_intervals_are_those_of_mapclassify() {
    check_counts(
        &Method::Equal,
        &densities(),
        &[&[25, 6, 3], &[23, 5, 4, 2], &[22, 4, 3, 4, 1], &[22, 3, 3, 3, 2, 1], &[22, 2, 3, 2, 3, 1, 1]],
    );
    check_counts(&Method::Equal, &POPULATION, &[&[27, 5, 2], &[21, 11, 0, 2], &[13, 17, 2, 0, 2]]);
    check_counts(&Method::Equal, &TAIL, &[&[10, 3, 1], &[10, 1, 2, 1], &[8, 2, 2, 1, 1]]);
    check_counts(&Method::Equal, &TIES, &[&[9, 3, 4], &[9, 2, 1, 4], &[9, 0, 3, 0, 4]]);
    let exact = [4_455.474_378, 8_070.309_487, 11_685.144_597, 15_299.979_706];
    let found = breaks(&densities(), Method::Equal, 5).inner;
    assert_eq!(found, [4450.0, 8075.0, 11_675.0, 15_300.0]);
    // No further from the exact break than half a hundredth of the width.
    assert!(found.iter().zip(exact).all(|(found, exact)| (found - exact).abs() <= 3614.835 / 200.0));
}

#[test]
fn natural_breaks_are_short_numbers() {
    assert_eq!(breaks(&densities(), Method::Natural, 5).inner, [4000.0, 8000.0, 10_000.0, 17_000.0]);
    assert_eq!(breaks(&AREA_KM2, Method::Natural, 5).inner, [2.0, 4.0, 5.5, 8.0]);
}

#[test]
fn rounded_breaks_of_real_figures() {
    assert_eq!(breaks(&AREA_KM2, Method::Rounded, 5).inner, [2.5, 4.0, 5.5, 7.5]);
    assert_eq!(breaks(&POPULATION, Method::Rounded, 6).inner, [5000.0, 9000.0, 11_500.0, 13_500.0, 25_000.0]);
    // Shares of a narrow range still get numbers that can be told apart.
    let shares = [84.21, 84.6, 85.02, 85.3, 86.11, 86.4, 87.75, 87.9, 88.02];
    assert_eq!(breaks(&shares, Method::Rounded, 3).inner, [86.0, 87.5]);
}

/// The clusters of the logarithms of the densities are those of `mapclassify.FisherJenks` of mapclassify 2.10.0: 22 and
/// 12; 22, 5, 7; 7, 15, 5, 7; 5, 11, 6, 5, 7; 5, 11, 6, 3, 3, 6; 5, 7, 8, 2, 3, 3, 6.
#[test]
fn rounded_breaks_of_skewed_figures() {
    let rounded = |n_classes| breaks(&densities(), Method::Rounded, n_classes).inner;
    assert_eq!(rounded(2), [4000.0]);
    assert_eq!(rounded(3), [4000.0, 9000.0]);
    assert_eq!(rounded(4), [1400.0, 4000.0, 9000.0]);
    assert_eq!(rounded(5), [1000.0, 2000.0, 4000.0, 9000.0]);
    assert_eq!(rounded(6), [1000.0, 2000.0, 4000.0, 7000.0, 10_000.0]);
    assert_eq!(rounded(7), [1000.0, 1600.0, 2000.0, 4000.0, 7000.0, 10_000.0]);
    for n_classes in 4..=7 {
        let counts = breaks(&densities(), Method::Rounded, n_classes).counts(&densities());
        assert!(counts.iter().all(|count| 0 < *count && *count < 34 / 2), "{counts:?}");
    }
    assert_eq!(breaks(&TAIL, Method::Rounded, 4).inner, [2.5, 20.0, 50.0]);
    // Fractions as well as thousands.
    let small: Vec<f64> = densities().iter().map(|density| density / 1e6).collect();
    assert_eq!(breaks(&small, Method::Rounded, 5).inner, [0.001, 0.002, 0.004, 0.009]);
}

#[test]
fn a_wide_range_alone_is_not_skewed() {
    // One ward far below the rest, and a zero: the logarithm would spend its classes on them.
    let mut values: Vec<f64> = (20..50).map(f64::from).collect();
    values.push(1.0);
    assert_eq!(breaks(&values, Method::Rounded, 3).inner, [20.0, 35.0]);
    let mut with_zero = densities();
    with_zero.push(0.0);
    assert_eq!(breaks(&with_zero, Method::Rounded, 3).inner, [4000.0, 10_000.0]);
}

#[test]
fn around_a_centre() {
    let values: Vec<f64> = (0..=100).map(f64::from).collect();
    // The median distance from 50 is 25, scaled 37: the classes begin about so wide and shrink to leave the ends filled.
    let around = |n_classes| breaks(&values, Method::Around(50.0), n_classes).inner;
    assert_eq!(around(2), [50.0]);
    assert_eq!(around(3), [30.0, 70.0]);
    assert_eq!(around(4), [25.0, 50.0, 75.0]);
    assert_eq!(around(5), [20.0, 40.0, 60.0, 80.0]);
    assert_eq!(around(6), [10.0, 30.0, 50.0, 70.0, 90.0]);
    assert_eq!(around(7), [25.0, 35.0, 45.0, 55.0, 65.0, 75.0]);
    // The side below the city reaches to 841 only; the breaks keep within it.
    assert_eq!(breaks(&densities(), Method::Around(2477.01), 4).inner, [1477.01, 2477.01, 3477.01]);
}

#[test]
fn around_a_centre_at_or_beyond_an_end() {
    let values: Vec<f64> = (1..=100).map(f64::from).collect();
    for centre in [-500.0, 0.0, 1.0, 100.0, 600.0] {
        for n_classes in 2..8 {
            let found = breaks(&values, Method::Around(centre), n_classes);
            assert_eq!(found.n_classes(), n_classes);
            // As many breaks on each side, and the class at the far end is not empty.
            let n_below = found.inner.iter().filter(|inner| **inner < centre).count();
            let n_above = found.inner.iter().filter(|inner| centre < **inner).count();
            assert_eq!(n_below, n_above);
            let counts = found.counts(&values);
            assert!(0 < counts[0].max(counts[n_classes - 1]), "{centre} {counts:?}");
        }
    }
    assert!(breaks(&values, Method::Around(f64::NAN), 5).inner.is_empty());
}

#[test]
fn around_where_most_values_are_the_centre() {
    let mut values = vec![5.0; 20];
    values.extend([4.0, 9.0, 6.0]);
    // The median distance is 0, so the largest one counts.
    assert_eq!(breaks(&values, Method::Around(5.0), 4).inner, [2.5, 5.0, 7.5]);
    let yes_no = [0.0, 1.0, 1.0, 0.0, 1.0];
    assert_eq!(breaks(&yes_no, Method::Around(0.588), 5).inner, [0.588]);
}

#[test]
fn own_breaks_are_sorted_and_cleaned() {
    let own = vec![30.0, 10.0, f64::NAN, 10.0, 20.0];
    let found = breaks(&[5.0, 15.0, 30.0], Method::Own(own), 99);
    assert_eq!(found.inner, [10.0, 20.0, 30.0]);
    assert_eq!(found.counts(&[5.0, 15.0, 30.0]), [1, 1, 0, 1]);
    assert_eq!(breaks(&[], Method::Own(vec![1.0]), 3).inner, [1.0]);
}

#[test]
fn too_few_values_give_fewer_classes() {
    for method in METHODS {
        let n_classes = |values: &[f64], wanted| breaks(values, method.clone(), wanted).n_classes();
        assert_eq!(n_classes(&[], 5), 1, "{method:?}");
        assert_eq!(n_classes(&[3.0], 5), 1, "{method:?}");
        assert_eq!(n_classes(&[3.0, 3.0, 3.0], 5), 1, "{method:?}");
        assert_eq!(n_classes(&[3.0, 4.0], 5), 2, "{method:?}");
        assert_eq!(n_classes(&[1.0, 2.0, 3.0], 0), 1, "{method:?}");
        assert_eq!(n_classes(&[1.0, 2.0, 3.0], 1), 1, "{method:?}");
        assert_eq!(n_classes(&[f64::NAN, 1.0, f64::INFINITY], 3), 1, "{method:?}");
    }
}

#[test]
fn numbers_at_the_edge_of_precision_do_not_panic() {
    let next = f64::from_bits(1.0_f64.to_bits() + 1);
    let sets: [&[f64]; 5] = [
        &[1.0, next, 2.0],
        &[-f64::MAX, 0.0, f64::MAX],
        &[0.0, 5e-324, 1e-323],
        &[f64::MIN_POSITIVE, 1.0, f64::MAX],
        &[1e16, 1e16 + 2.0, 1e16 + 4.0, 1e16 + 6.0],
    ];
    for method in METHODS {
        for values in sets {
            for n_classes in 2..8 {
                let found = breaks(values, method.clone(), n_classes);
                assert!(found.inner.is_sorted_by(|a, b| a < b), "{method:?} {values:?} {:?}", found.inner);
            }
        }
    }
}

#[test]
fn bounds_are_the_neighbouring_breaks_or_the_ends() {
    let breaks = Breaks { inner: vec![10.0, 20.0] };
    assert_eq!([0, 1, 2].map(|ix| breaks.bounds(ix, 3.0, 42.0)), [(3.0, 10.0), (10.0, 20.0), (20.0, 42.0)]);
    // All values above the first break, or below the last one.
    assert_eq!(breaks.bounds(0, 12.0, 42.0), (10.0, 10.0));
    assert_eq!(breaks.bounds(2, 3.0, 15.0), (20.0, 20.0));
    assert_eq!(Breaks::default().bounds(0, 3.0, 42.0), (3.0, 42.0));
    assert_eq!([9.9, 10.0, 19.9, 20.0].map(|value| breaks.class_of(value)), [0, 1, 1, 2]);
}

fn any_method() -> impl Strategy<Value = Method> {
    (0..METHODS.len()).prop_map(|ix| METHODS[ix].clone())
}

/// Values with ties and a long tail.
fn any_values() -> impl Strategy<Value = Vec<f64>> {
    let value = prop_oneof![(-20_i32..20).prop_map(f64::from), -1e3_f64..1e3, 1.0_f64..1e6];
    prop::collection::vec(value, 1..60)
}

/// Positive values over several decades.
fn any_skewed() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((-3.0_f64..5.0).prop_map(f64::exp), 1..60)
}

proptest! {
    #[test]
    fn classes_part_the_values(values in prop_oneof![any_values(), any_skewed()], method in any_method(), n_classes in 1_usize..9) {
        let found = breaks(&values, method.clone(), n_classes);
        let n_distinct = Distinct::new(&values).values.len();
        prop_assert!(found.n_classes() <= n_classes.min(n_distinct));
        prop_assert!(found.inner.is_sorted_by(|a, b| a < b));
        let counts = found.counts(&values);
        prop_assert_eq!(counts.iter().sum::<usize>(), values.len());
        let (min, max) = summary::min_max(&values).unwrap();
        for value in &values {
            let class_ix = found.class_of(*value);
            let (lower, upper) = found.bounds(class_ix, min, max);
            let is_last = class_ix + 1 == found.n_classes();
            prop_assert!(lower <= *value && (*value < upper || is_last && *value <= upper));
        }
        if matches!(method, Method::Natural | Method::Rounded) {
            prop_assert_eq!(found.n_classes(), n_classes.min(n_distinct));
        }
        if matches!(method, Method::Natural | Method::Rounded | Method::Quantile) {
            prop_assert!(counts.iter().all(|count| 0 < *count), "{:?} {:?}", found.inner, counts);
        }
    }

    /// A greater value is never in a lower class, and the order of the values does not matter.
    #[test]
    fn classes_rise_with_values(values in any_values(), method in any_method(), n_classes in 1_usize..9) {
        let found = breaks(&values, method.clone(), n_classes);
        let mut sorted = values.clone();
        crate::order::sort_numbers(&mut sorted);
        prop_assert!(sorted.iter().map(|value| found.class_of(*value)).is_sorted());
        prop_assert_eq!(found, breaks(&sorted, method, n_classes));
    }

    /// Rounding moves at most one value in thirty over each break, or one in ten where the logarithms are broken.
    #[test]
    fn rounded_breaks_keep_the_classes(values in any_values(), skewed in any_skewed(), n_classes in 2_usize..8) {
        let starts = |values: &[f64], method| {
            let n_below = |at: &f64| values.iter().filter(|value| **value < *at).count();
            breaks(values, method, n_classes).inner.iter().map(n_below).collect::<Vec<usize>>()
        };
        let logarithms = |values: &[f64]| values.iter().map(|value| value.ln()).collect::<Vec<f64>>();
        let few = |natural: &[usize], rounded: &[usize], at_most: usize| {
            natural.len() == rounded.len() && natural.iter().zip(rounded).all(|(a, b)| a.abs_diff(*b) <= at_most)
        };
        for values in [values, skewed] {
            let rounded = starts(&values, Method::Rounded);
            let on_values = few(&starts(&values, Method::Natural), &rounded, values.len() / 30);
            let on_logarithms = || few(&starts(&logarithms(&values), Method::Natural), &rounded, values.len() / 10);
            prop_assert!(on_values || on_logarithms(), "{:?}", rounded);
        }
    }

    #[test]
    fn quantiles_without_ties_are_even(values in prop::collection::hash_set(-100_000_i32..100_000, 1..80), n_classes in 1_usize..9) {
        let values: Vec<f64> = values.into_iter().map(f64::from).collect();
        let counts = breaks(&values, Method::Quantile, n_classes).counts(&values);
        let (min, max) = (counts.iter().min().unwrap(), counts.iter().max().unwrap());
        prop_assert!(max - min <= 2, "{:?}", counts);
    }
}
