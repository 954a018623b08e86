//! The built-in set, and what the reader computes from a file.

use super::super::{Lang, Settlement, State, built_in, hash, read};
use super::{small, small_text};

#[test]
fn the_small_file_is_read_as_it_is_meant() {
    let data = read(small_text().as_bytes()).unwrap();
    assert_eq!(data.area_ix("B"), Some(1));
    assert_eq!(data.areas[0].ward_since, Some(1981));
    assert_eq!(data.areas[1].settlement, Settlement::Rural);
    let figure = |id: &str, area_ix: usize| data.figures[data.indicator_ix(id).unwrap()][area_ix];
    assert_eq!(figure("growth", 0).value, Some(-0.5));
    assert_eq!(figure("forest", 1).state, State::Missing);
    assert_eq!(figure("density", 0).value, Some(50.0));
    assert_eq!(figure("density", 1).value, Some(12.5));
    assert_eq!(figure("young_share", 0).value, Some(25.0));
    assert_eq!(figure("young_share", 1).value, None);
    let city = |id: &str| data.city[data.indicator_ix(id).unwrap()].as_ref().map(|figure| figure.value);
    assert_eq!(city("density"), Some(25.0));
    assert_eq!(city("young_share"), Some(20.0));
    assert_eq!(city("forest"), None);
}

#[test]
fn the_example_of_the_format_page_is_read() {
    let page = include_str!("../../../public/data/FORMAT.md");
    let example = page.split_once("```json\n").and_then(|(_, rest)| rest.split_once("```")).unwrap().0;
    assert_eq!(read(example.as_bytes()).map(|data| data.areas.len()), Ok(2));
}

#[test]
fn a_ratio_of_nothing_is_missing() {
    let mut file = small();
    file["figures"]["rows"][0]["values"][0] = 0.into();
    let data = read(file.to_string().as_bytes()).unwrap();
    assert_eq!(data.figures[data.indicator_ix("density").unwrap()][0].value, None);
}

#[test]
fn a_byte_order_mark_and_an_area_without_a_row_are_allowed() {
    let mut file = small();
    file["figures"]["rows"].as_array_mut().unwrap().pop();
    let data = read(format!("\u{feff}{file}").as_bytes()).unwrap();
    assert_eq!(data.figures[0][1].state, State::Missing);
}

#[test]
fn rings_may_touch_at_a_corner_and_have_holes_filled_by_others() {
    let mut file = small();
    // B is now a square inside A, with a corner on A's outer ring.
    file["arcs"] =
        serde_json::json!([[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], [[0, 0], [2, 1], [2, 2], [1, 2], [0, 0]],]);
    file["areas"][0]["polygons"] = serde_json::json!([[[0], [-2]]]);
    file["areas"][0]["label_at"] = serde_json::json!([3, 3]);
    file["areas"][1]["polygons"] = serde_json::json!([[[1]]]);
    file["areas"][1]["label_at"] = serde_json::json!([1.5, 1.5]);
    assert_eq!(read(file.to_string().as_bytes()).map(|data| data.arcs.len()), Ok(2));
}

#[test]
fn the_hash_is_of_the_bytes_as_they_are() {
    let data = read(small_text().as_bytes()).unwrap();
    assert_eq!(data.hash, hash(small_text().as_bytes()));
    assert_ne!(data.hash, read(small().to_string().as_bytes()).unwrap().hash);
    assert_eq!(data.hash.len(), 16);
}

/// Values from the General Statistics Office's census portal, divided by hand.
#[test]
fn the_built_in_set_holds_the_census() {
    let data = read(built_in()).unwrap();
    let figure =
        |id: &str, code: &str| data.figures[data.indicator_ix(id).unwrap()][data.area_ix(code).unwrap()].value.unwrap();
    let city = |id: &str| data.city[data.indicator_ix(id).unwrap()].as_ref().unwrap().value;
    assert!((figure("density_2019", "14755") - 5_939.0 / 4.18).abs() < 1e-9);
    assert!((figure("household_size_2019", "14755") - 3.4751).abs() < 1e-4);
    assert!((figure("hh_5_plus_share", "14755") - 22.996).abs() < 1e-3);
    assert!((city("density_2019") - 2_477.0).abs() < 0.1);
    assert!((city("household_size_2019") - 3.5107).abs() < 1e-4);
    let shares: f64 = ["hh_1_2_share", "hh_3_share", "hh_4_share", "hh_5_plus_share"].map(city).iter().sum();
    assert!((shares - 100.0).abs() < 1e-9);
    assert_eq!(figure("population_2022", "14767"), 15_641.0);
}

#[test]
fn the_built_in_set_is_worded_for_people() {
    let text = std::str::from_utf8(built_in()).unwrap();
    assert!(!text.contains('\r'), "lines end in LF");
    assert!(!text.contains('\u{2014}'), "no em-dashes");
    assert!(text.ends_with("}\n"));
    let data = read(built_in()).unwrap();
    // Russian is written in its own letters, except for names and signs.
    let is_cyrillic = |c: char| ('\u{400}'..='\u{4ff}').contains(&c);
    for indicator in &data.indicators {
        assert!(indicator.label.get(Lang::Ru).chars().any(is_cyrillic), "{}", indicator.id);
        assert!(!indicator.label.get(Lang::Vi).chars().any(is_cyrillic), "{}", indicator.id);
        assert!(indicator.short.get(Lang::Vi).chars().count() <= 24, "{}", indicator.id);
    }
    for needle in ["1108/NQ-UBTVQH14", "1238/NQ-UBTVQH15", "25/PA-UBND", "CC BY-SA", "MIT", "Marc Choisy", "vietnam63"]
    {
        assert!(text.contains(needle), "{needle} is cited");
    }
}

/// The ids on which the other rooms rely.
#[test]
fn the_built_in_indicators_keep_their_ids() {
    let data = read(built_in()).unwrap();
    let in_group = |group: &str| -> Vec<&str> {
        data.indicators.iter().filter(|indicator| indicator.group == group).map(|i| i.id.as_str()).collect()
    };
    assert_eq!(
        in_group("census"),
        ["area_km2", "population_2019", "density_2019", "population_2022", "population_2022_permanent"]
    );
    assert_eq!(
        in_group("households"),
        [
            "households_2019",
            "household_size_2019",
            "hh_1_2",
            "hh_3",
            "hh_4",
            "hh_5_plus",
            "hh_1_2_share",
            "hh_3_share",
            "hh_4_share",
            "hh_5_plus_share"
        ]
    );
    assert_eq!(in_group("register"), ["subdivisions"]);
    assert_eq!(in_group("conference").len(), 9);
    assert_eq!(data.agenda.len(), 5);
}
