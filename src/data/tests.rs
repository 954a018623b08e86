//! Tests of the room as a whole.

use super::{built_in, read};

#[test]
fn the_built_in_set_is_read() {
    let data = read(built_in()).unwrap();
    assert_eq!(data.areas.len(), 34);
    assert_eq!(data.indicators.len(), 25);
}
