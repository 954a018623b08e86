//! Doubts about reports, on reports that follow the households but for one.

use super::*;
use crate::journal::EstimateSettings;
use crate::review::outliers::outliers;
use crate::review::{lay, outliers::Doubt};
use crate::stats::outlier::Verdict;

/// Every area has a bin for each ten households; the report of Nam Ngạn is `times` as much.
fn doubts(times: f64, expected: &[Option<(f64, f64)>]) -> Vec<Doubt> {
    let (ds, mut desk) = (real(), Desk::new(1));
    let households = &ds.figures[ix(&ds, "households_2019")];
    for (area, figure) in ds.areas.iter().zip(households) {
        let usual = (figure.value.unwrap() / 10.0).round();
        let value = if area.code == NAM_NGAN { usual * times } else { usual };
        desk.report(&area.code, "bins", value);
    }
    let laid = lay(&ds, desk.state(), None);
    outliers(&ds, &laid, &EstimateSettings::default(), expected, ix(&ds, "bins"))
}

#[test]
fn a_usual_report_raises_no_doubt() {
    assert_eq!(doubts(1.0, &[]), []);
}

#[test]
fn a_digit_too_many_is_told_of_that_area_alone() {
    let ds = real();
    let found = doubts(10.0, &[]);
    let [Doubt { area_ix, verdicts, .. }] = &found[..] else { panic!("{found:?}") };
    assert_eq!(ds.areas[*area_ix].code, NAM_NGAN);
    let [Verdict::FarFromPeers { z }, Verdict::DigitSlip { factor: 10.0 }] = verdicts[..] else { panic!("{found:?}") };
    assert!(z > 100.0, "{z}");
}

#[test]
fn a_report_outside_of_what_was_expected_is_told() {
    let ds = real();
    let mut expected = vec![None; ds.areas.len()];
    expected[ds.area_ix(NAM_NGAN).unwrap()] = Some((0.0, 10.0));
    let found = doubts(1.0, &expected);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].verdicts, [Verdict::OutsideInterval { low: 0.0, high: 10.0 }]);
}

#[test]
fn a_correction_by_a_digit_is_told_against_the_value_before() {
    let (ds, mut desk) = (real(), Desk::new(1));
    desk.report(NAM_NGAN, "bins", 20.0);
    desk.report(NAM_NGAN, "bins", 200.0);
    let laid = lay(&ds, desk.state(), None);
    let found = outliers(&ds, &laid, &EstimateSettings::default(), &[], ix(&ds, "bins"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].verdicts, [Verdict::DigitSlip { factor: 10.0 }]);
}

#[test]
fn yes_and_no_and_sums_of_some_streets_are_not_judged() {
    let (ds, mut desk) = (real(), Desk::new(1));
    desk.report(NAM_NGAN, "civilised_weddings", 1.0);
    let streets = desk.streets(NAM_NGAN, 2);
    desk.report_street(NAM_NGAN, &streets[0], "bins", 9_999.0);
    let laid = lay(&ds, desk.state(), None);
    let expected = vec![Some((5.0, 6.0)); ds.areas.len()];
    for id in ["civilised_weddings", "bins"] {
        assert_eq!(outliers(&ds, &laid, &EstimateSettings::default(), &expected, ix(&ds, id)), [], "{id}");
    }
}
