//! Each check passes on the built-in set and fails on a set that is broken in its own way.

use super::super::{AreaKind, DataSet, Figure, State, built_in, read};
use super::{Check, check_thanh_hoa};

fn data() -> DataSet {
    read(built_in()).unwrap()
}

fn checks_after(change: impl FnOnce(&mut DataSet)) -> Vec<Check> {
    let mut data = data();
    change(&mut data);
    check_thanh_hoa(&data)
}

#[test]
fn all_checks_pass_on_the_built_in_set() {
    let failed: Vec<Check> = check_thanh_hoa(&data()).into_iter().filter(|check| !check.passed).collect();
    assert_eq!(failed, []);
}
