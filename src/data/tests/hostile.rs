//! Bytes that nobody meant to write: cut off, scrambled, exchanged. Nothing panics, and what is read is sound.

use proptest::prelude::*;
use serde_json::Value;

use super::super::{DataSet, State, built_in, read};
use super::{small, small_text};

/// What every data set that was read must keep, however strange the file was.
fn assert_sound(data: &DataSet) {
    assert_eq!(data.figures.len(), data.indicators.len());
    assert_eq!(data.city.len(), data.indicators.len());
    for figure in data.figures.iter().flatten() {
        assert_eq!(figure.value.is_none(), figure.state == State::Missing);
        assert!(figure.value.is_none_or(f64::is_finite));
    }
    assert!(data.figures.iter().all(|row| row.len() == data.areas.len()));
    assert!(data.city.iter().flatten().all(|figure| figure.value.is_finite()));
    for (ix, area) in data.areas.iter().enumerate() {
        assert_eq!(data.area_ix(&area.code), Some(ix));
    }
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let text = small_text();
    for end in 0..text.len() {
        assert!(read(&text.as_bytes()[..end]).is_err(), "cut off after {end} bytes");
    }
    assert!(read(text.as_bytes()).is_ok());
}

#[test]
fn the_built_in_set_cut_off_is_refused() {
    let bytes = built_in();
    // The last byte is a line end, without which the file is whole.
    for end in (0..bytes.len() - 1).step_by(97) {
        assert!(read(&bytes[..end]).is_err(), "cut off after {end} bytes");
    }
}

/// Places of all values in a JSON tree.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(list) => list.iter().enumerate().for_each(|(ix, v)| pointers(v, &format!("{at}/{ix}"), found)),
        Value::Object(map) => map.iter().for_each(|(key, v)| pointers(v, &format!("{at}/{key}"), found)),
        _ => {}
    }
}

/// Numbers at the edges of what a number can be.
fn edge_numbers() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        Just(-0.0),
        Just(-1.0),
        Just(1.0),
        Just(f64::MAX),
        Just(f64::MIN_POSITIVE),
        Just(5e-324),
        Just(2_147_483_648.0),
        Just(1e15),
        any::<f64>().prop_filter("JSON has no such numbers", |v| v.is_finite()),
    ]
}

proptest! {
    #[test]
    fn scrambled_bytes_never_panic(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..6),
    ) {
        let mut bytes = small_text().into_bytes();
        for (index, byte, how) in edits {
            let at = index.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => { bytes.remove(at); }
            }
        }
        if let Ok(data) = read(&bytes) {
            assert_sound(&data);
        }
    }

    #[test]
    fn exchanged_values_never_panic(
        from in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
        number in prop::option::of(edge_numbers()),
    ) {
        let mut file = small();
        let mut all = Vec::new();
        pointers(&file, "", &mut all);
        let new = match number {
            Some(number) => Value::from(number),
            None => file.pointer(&all[from.index(all.len())]).cloned().unwrap_or_default(),
        };
        if let Some(place) = file.pointer_mut(&all[to.index(all.len())]) {
            *place = new;
        }
        if let Ok(data) = read(file.to_string().as_bytes()) {
            assert_sound(&data);
        }
    }

    #[test]
    fn strange_borders_never_panic(
        arcs in prop::collection::vec(prop::collection::vec((0..5_i32, 0..5_i32), 0..8), 0..4),
        first in prop::collection::vec(prop::collection::vec(prop::collection::vec(-5..5_i32, 0..4), 0..3), 0..3),
        second in prop::collection::vec(prop::collection::vec(prop::collection::vec(-5..5_i32, 0..4), 0..3), 0..3),
    ) {
        let mut file = small();
        file["arcs"] = serde_json::to_value(arcs).unwrap();
        file["areas"][0]["polygons"] = serde_json::to_value(first).unwrap();
        file["areas"][1]["polygons"] = serde_json::to_value(second).unwrap();
        if let Ok(data) = read(file.to_string().as_bytes()) {
            assert_sound(&data);
        }
    }
}
