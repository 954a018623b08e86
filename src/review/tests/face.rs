//! What places of the table show.

use super::*;
use crate::data::{Figure, State};
use crate::review::Change;
use crate::review::face::face;
use crate::review::lay;
use crate::review::outliers::Doubt;

#[test]
fn a_report_shows_its_state_and_its_change() {
    let (ds, mut desk) = (real(), Desk::new(1));
    desk.report(NAM_NGAN, "bins", 200.0);
    desk.report(NAM_NGAN, "bins", 210.0);
    let laid = lay(&ds, desk.state(), None);
    let (bins, area_ix) = (ix(&ds, "bins"), ds.area_ix(NAM_NGAN).unwrap());
    let doubt = Doubt { indicator_ix: bins, area_ix, verdicts: Vec::new() };
    let shown = face(&laid, &laid.figures, &[doubt], bins, area_ix);
    assert_eq!((shown.figure.value, shown.figure.state), (Some(210.0), State::Reported));
    assert_eq!(shown.change, Some(Change { absolute: 10.0, per_cent: Some(5.0) }));
    assert!(shown.doubtful && !shown.differs);
    let other = face(&laid, &laid.figures, &[], bins, area_ix + 1);
    assert_eq!((other.figure, other.change, other.doubtful), (Figure::MISSING, None, false));
    assert_eq!(face(&laid, &laid.figures, &[], 9_999, 9_999).figure, Figure::MISSING);
}

#[test]
fn a_sum_of_some_streets_is_marked_until_an_estimate_stands_there() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let streets = desk.streets(NAM_NGAN, 2);
    desk.report_street(NAM_NGAN, &streets[0], "bins", 40.0);
    let laid = lay(&ds, desk.state(), None);
    let (bins, area_ix) = (ix(&ds, "bins"), ds.area_ix(NAM_NGAN).unwrap());
    let partial = face(&laid, &laid.figures, &[], bins, area_ix).partial.unwrap();
    assert_eq!((partial.sum, partial.reported), (40.0, 1));
    let mut shown = laid.figures.clone();
    shown[bins][area_ix] = Figure { value: Some(300.0), state: State::Estimated, interval: Some((200.0, 400.0)) };
    assert_eq!(face(&laid, &shown, &[], bins, area_ix).partial, None);
}

#[test]
fn differing_values_are_marked() {
    let (ds, mut one, mut two) = (real(), Desk::new(1), Desk::new(2));
    one.report(NAM_NGAN, "bins", 200.0);
    two.report(NAM_NGAN, "bins", 201.0);
    one.0.merge(two.state().records().iter().cloned(), 1_706_580_000_000);
    one.report(NAM_NGAN, "subdivisions", 12.0);
    let laid = lay(&ds, one.state(), None);
    let area_ix = ds.area_ix(NAM_NGAN).unwrap();
    for id in ["bins", "subdivisions"] {
        assert!(face(&laid, &laid.figures, &[], ix(&ds, id), area_ix).differs, "{id}");
    }
}
