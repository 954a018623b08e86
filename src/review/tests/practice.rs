//! The practice set.

use super::*;
use crate::data::State;
use crate::review::practice::{PRACTICE_SEED, practice_reports};
use crate::review::table::{reviewed_ixs, table};
use crate::review::{findings, lay};

fn practising(ds: &DataSet, seed: u64) -> Desk {
    let mut desk = Desk::new(1);
    desk.apply(Intent::LoadPractice { reports: practice_reports(ds, seed) });
    desk
}

#[test]
fn the_set_is_complete_and_always_the_same() {
    let ds = real();
    let reports = practice_reports(&ds, PRACTICE_SEED);
    assert_eq!(reports.len(), 34 * 9);
    assert!(reports.iter().all(|(key, _)| key.practice));
    assert_eq!(practice_reports(&ds, PRACTICE_SEED), reports);
    assert_ne!(practice_reports(&ds, PRACTICE_SEED + 1), reports);
    let laid = lay(&ds, practising(&ds, PRACTICE_SEED).state(), None);
    for ix in reviewed_ixs(&ds) {
        assert!(laid.figures[ix].iter().all(|figure| figure.state == State::Practice));
    }
}

#[test]
fn slips_are_small_and_are_found_whatever_the_seed() {
    let ds = real();
    for seed in [0, 1, 2, PRACTICE_SEED, u64::MAX] {
        let desk = practising(&ds, seed);
        let laid = lay(&ds, desk.state(), None);
        assert_eq!(laid.unplaced, []);
        let table = table(&ds, &laid, None, &reviewed_ixs(&ds));
        let off = table.columns.iter().filter(|column| column.remainder != Some(0.0)).count();
        assert!((4..=6).contains(&off), "{off} of 9 columns are off, seed {seed}");
        for column in &table.columns {
            let (remainder, total) = (column.remainder.unwrap(), column.total.unwrap());
            assert!(remainder.abs() <= (total / 10.0).max(81.0), "{remainder} of {total}");
        }
        let found = findings(&ds, desk.state(), &laid, None);
        let codes = |code: &str| found.iter().filter(|finding| finding.rule.code() == code).count();
        assert_eq!((codes("sum"), codes("above-base")), (off, 0));
    }
}
