//! Each check passes on the built-in set and fails on a set that is broken in its own way.

use std::collections::BTreeSet;

use super::super::{AreaKind, DataSet, Figure, State, built_in, read};
use super::{Check, check_thanh_hoa};

fn data() -> DataSet {
    read(built_in()).unwrap()
}

/// Names of the checks that fail after a change.
fn failed_after(change: impl FnOnce(&mut DataSet)) -> BTreeSet<&'static str> {
    let mut data = data();
    change(&mut data);
    check_thanh_hoa(&data).into_iter().filter(|check| !check.passed).map(|check| check.name).collect()
}

fn set_area(data: &mut DataSet, id: &str, code: &str, value: Option<f64>) {
    let (indicator_ix, area_ix) = (data.indicator_ix(id).unwrap(), data.area_ix(code).unwrap());
    data.figures[indicator_ix][area_ix] = value.map_or(Figure::MISSING, Figure::published);
}

fn set_city(data: &mut DataSet, id: &str, value: f64) {
    let indicator_ix = data.indicator_ix(id).unwrap();
    data.city[indicator_ix].as_mut().unwrap().value = value;
}

/// Outline of an area with all its arcs turned around.
fn reverse_outline(data: &mut DataSet, area_ix: usize) {
    let ring = &mut data.areas[area_ix].polygons[0][0];
    ring.reverse();
    for reference in ring {
        *reference = !*reference;
    }
}

type Breakage = (&'static str, fn(&mut DataSet));

const BREAKAGES: &[Breakage] = &[
    ("wards and communes", |data| data.areas[0].kind = AreaKind::Commune),
    ("codes unique, of five digits", |data| data.areas[1].code = data.areas[0].code.clone()),
    ("codes unique, of five digits", |data| data.areas[1].code = "1475".into()),
    ("areas add up to 145.30 km²", |data| set_area(data, "area_km2", "14755", Some(4.19))),
    ("people of the census of 2019", |data| set_area(data, "population_2019", "14755", Some(5_940.0))),
    ("people of the census of 2019", |data| set_area(data, "population_2019", "14755", None)),
    ("households of the census of 2019", |data| set_area(data, "households_2019", "14755", Some(1.0))),
    ("household classes add up to the households", |data| set_area(data, "hh_3", "14755", Some(321.0))),
    ("household classes add up to the households", |data| set_area(data, "hh_3", "14755", None)),
    ("city totals of the census are the sums of the areas", |data| set_city(data, "hh_4", 1.0)),
    ("population of 2022 apart from the census", |data| set_area(data, "population_2022", "14755", Some(1.0))),
    ("population of 2022 apart from the census", |data| {
        let ix = data.indicator_ix("population_2022").unwrap();
        data.city[ix] = data.city[0].clone();
    }),
    ("streets and villages", |data| set_city(data, "subdivisions", 312.0)),
    ("streets and villages", |data| set_area(data, "subdivisions", "14755", Some(0.0))),
    ("outlines closed", |data| data.arcs[0][0][0] += 1e-5),
    ("outlines closed", |data| data.areas[3].polygons.clear()),
    ("borders have an area on each side, or the city limit", |data| reverse_outline(data, 0)),
    ("borders have an area on each side, or the city limit", |data| {
        data.areas.pop();
    }),
    // A corner inside the city pulled across the opposite side of an outline.
    ("outlines fill the city limit without gap or overlap", |data| {
        let inner = data.arcs.iter_mut().find(|arc| 5 < arc.len()).unwrap();
        inner[2] = [106.5, 20.5];
    }),
    // An area that nobody holds: a hole in the city.
    ("outlines fill the city limit without gap or overlap", |data| {
        let ix = data.area_ix("14776").unwrap();
        data.areas.remove(ix);
    }),
    ("outlines fill the city limit without gap or overlap", |data| reverse_outline(data, 5)),
    ("neighbours symmetric", |data| {
        let copy = data.areas[0].clone();
        data.areas.push(copy);
    }),
    ("neighbours symmetric", |data| reverse_outline(data, 0)),
    ("outlines within 15 % of the stated area", |data| set_area(data, "area_km2", "14755", Some(9.0))),
    ("nine city figures of the conference, published", |data| set_city(data, "bins", 7_618.0)),
    ("nine city figures of the conference, published", |data| {
        let ix = data.indicator_ix("bins").unwrap();
        data.city[ix].as_mut().unwrap().state = State::Estimated;
    }),
    ("nine city figures of the conference, published", |data| data.indicators[0].group = "conference".into()),
    ("ward figures of the conference missing", |data| set_area(data, "bins", "14755", Some(0.0))),
    ("printed shares recompute within their rounding", |data| {
        let ix = data.indicator_ix("cultural_areas").unwrap();
        data.city[ix].as_mut().unwrap().share_printed_pct = Some(84.3);
    }),
    ("printed shares recompute within their rounding", |data| {
        let ix = data.indicator_ix("cultural_families").unwrap();
        data.city[ix].as_mut().unwrap().base_implied = Some((91_304.0, 91_409.0));
    }),
    ("printed shares recompute within their rounding", |data| {
        let ix = data.indicator_ix("cultural_families").unwrap();
        data.city[ix].as_mut().unwrap().share_printed_pct = None;
    }),
    ("tasks of the conference", |data| {
        data.tasks.pop();
    }),
];

#[test]
fn all_checks_pass_on_the_built_in_set() {
    let failed: Vec<Check> = check_thanh_hoa(&data()).into_iter().filter(|check| !check.passed).collect();
    assert_eq!(failed, []);
}

#[test]
fn each_check_fails_on_what_it_is_for() {
    for (ix, (name, change)) in BREAKAGES.iter().enumerate() {
        let failed = failed_after(change);
        assert!(failed.contains(name), "breakage {ix} ({name}) is not seen; failed: {failed:?}");
    }
    let broken: BTreeSet<&str> = BREAKAGES.iter().map(|(name, _)| *name).collect();
    let all: BTreeSet<&str> = check_thanh_hoa(&data()).iter().map(|check| check.name).collect();
    assert_eq!(broken, all);
}

#[test]
fn a_small_change_of_a_figure_fails_only_the_checks_about_it() {
    let failed = failed_after(|data| set_city(data, "subdivisions", 312.0));
    assert_eq!(failed, BTreeSet::from(["streets and villages"]));
}

#[test]
fn an_empty_set_fails_and_does_not_panic() {
    let failed = failed_after(|data| {
        data.areas.clear();
        data.arcs.clear();
        data.indicators.clear();
        data.figures.clear();
        data.city.clear();
        data.tasks.clear();
    });
    assert!(15 < failed.len(), "{failed:?}");
}
