//! The checks of the built-in data set: what the gazetteer and the conference's report say must be found in it.
//!
//! `read` makes sure that a file is well formed; here stands what is true of Thanh Hoá. The expected numbers are those of
//! the sources, written out, and not computed from the data.

use std::collections::{BTreeMap, BTreeSet};

use super::borders::{arc_ix, doubled_signed_area, ring_points};
use super::crossing::{self, Work};
use super::model::{Area, AreaKind, CityFigure, DataSet, LonLat, State};

/// One check and how it came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What is checked, in English.
    pub name: &'static str,
    /// What must be found.
    pub expected: String,
    /// What was found.
    pub found: String,
    /// Whether they agree.
    pub passed: bool,
}

/// Every check of the Thanh Hoá set, in the order in which a person would want to read them.
pub fn check_thanh_hoa(data: &DataSet) -> Vec<Check> {
    vec![
        wards_and_communes(data),
        codes(data),
        areas_sum(data, "area_km2", "areas add up to 145.30 km²", 145.30, 2),
        areas_sum(data, "population_2019", "people of the census of 2019", 359_910.0, 0),
        areas_sum(data, "households_2019", "households of the census of 2019", 102_517.0, 0),
        household_classes(data),
        city_sums(data),
        population_2022(data),
        subdivisions(data),
        rings_closed(data),
        arcs_have_two_sides(data),
        no_gap_or_overlap(data),
        neighbours_symmetric(data),
        outlines_near_stated_areas(data),
        conference_city_figures(data),
        conference_areas_missing(data),
        printed_shares(data),
        tasks(data),
    ]
}

fn equal(name: &'static str, expected: impl Into<String>, found: impl Into<String>) -> Check {
    let (expected, found) = (expected.into(), found.into());
    Check { name, passed: expected == found, expected, found }
}

fn wards_and_communes(data: &DataSet) -> Check {
    let n_of = |kind| data.areas.iter().filter(|area| area.kind == kind).count();
    equal(
        "wards and communes",
        "34 areas: 30 wards, 4 communes",
        format!("{} areas: {} wards, {} communes", data.areas.len(), n_of(AreaKind::Ward), n_of(AreaKind::Commune)),
    )
}

fn codes(data: &DataSet) -> Check {
    let codes: BTreeSet<&str> = data.areas.iter().map(|area| area.code.as_str()).collect();
    let n_of_office = codes.iter().filter(|code| code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit())).count();
    equal("codes unique, of five digits", "34 of 34", format!("{n_of_office} of {}", data.areas.len()))
}

/// The known figures of an indicator, by area.
fn known(data: &DataSet, id: &str) -> Vec<Option<f64>> {
    let row = data.indicator_ix(id).and_then(|ix| data.figures.get(ix));
    row.map_or_else(Vec::new, |row| row.iter().map(|figure| figure.value).collect())
}

fn city<'a>(data: &'a DataSet, id: &str) -> Option<&'a CityFigure> {
    data.city.get(data.indicator_ix(id)?)?.as_ref()
}

/// The sum over all areas, if each of them has a figure.
fn complete_sum(data: &DataSet, id: &str) -> Option<f64> {
    let figures = known(data, id);
    if figures.is_empty() { None } else { figures.into_iter().sum() }
}

fn in_words(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(|| "not complete".to_owned(), |value| format!("{value:.decimals$}"))
}

fn areas_sum(data: &DataSet, id: &str, name: &'static str, expected: f64, decimals: usize) -> Check {
    equal(name, format!("{expected:.decimals$}"), in_words(complete_sum(data, id), decimals))
}

fn household_classes(data: &DataSet) -> Check {
    let classes = ["hh_1_2", "hh_3", "hh_4", "hh_5_plus"].map(|id| known(data, id));
    let households = known(data, "households_2019");
    let n_add_up = households
        .iter()
        .enumerate()
        .filter(|(area_ix, households)| {
            let sum: Option<f64> = classes.iter().map(|class| class.get(*area_ix).copied().flatten()).sum();
            sum.is_some() && sum == **households
        })
        .count();
    equal("household classes add up to the households", "in 34 areas", format!("in {n_add_up} areas"))
}

/// The city's totals of the census stand in the file and are the sums of the areas.
fn city_sums(data: &DataSet) -> Check {
    let ids = ["area_km2", "population_2019", "households_2019", "hh_1_2", "hh_3", "hh_4", "hh_5_plus"];
    let differing: Vec<&str> = ids
        .into_iter()
        .filter(|id| match (complete_sum(data, id), city(data, id)) {
            // Areas have two decimals; half of the last one is more than any error of adding them.
            (Some(sum), Some(city)) => 0.005 < (sum - city.value).abs(),
            _ => true,
        })
        .collect();
    equal("city totals of the census are the sums of the areas", "all", all_but(&differing))
}

fn all_but(exceptions: &[impl AsRef<str>]) -> String {
    let names: Vec<&str> = exceptions.iter().map(AsRef::as_ref).collect();
    if names.is_empty() { "all".to_owned() } else { format!("all but {}", names.join(", ")) }
}

fn population_2022(data: &DataSet) -> Check {
    let n_known = |id| known(data, id).into_iter().flatten().count();
    let n_city = ["population_2022", "population_2022_permanent"].iter().filter(|id| city(data, id).is_some()).count();
    equal(
        "population of 2022 apart from the census",
        "8 areas, 5 of them with permanent residents, no city total",
        format!(
            "{} areas, {} of them with permanent residents, {} city total",
            n_known("population_2022"),
            n_known("population_2022_permanent"),
            if n_city == 0 { "no" } else { "a" }
        ),
    )
}

fn subdivisions(data: &DataSet) -> Check {
    let figures: Vec<f64> = known(data, "subdivisions").into_iter().flatten().collect();
    equal(
        "streets and villages",
        "311 in the city, 40 of them in 4 areas",
        format!(
            "{} in the city, {} of them in {} areas",
            in_words(city(data, "subdivisions").map(|figure| figure.value), 0),
            figures.iter().sum::<f64>(),
            figures.len()
        ),
    )
}

/// Every ring of an area.
fn rings_of(area: &Area) -> impl Iterator<Item = &Vec<i32>> {
    area.polygons.iter().flatten()
}

/// Where a reference starts and ends.
fn ends(data: &DataSet, reference: i32) -> Option<(LonLat, LonLat)> {
    let arc = data.arcs.get(arc_ix(reference))?;
    let (first, last) = (*arc.first()?, *arc.last()?);
    Some(if reference < 0 { (last, first) } else { (first, last) })
}

fn is_closed(data: &DataSet, ring: &[i32]) -> bool {
    let next = ring.iter().cycle().skip(1);
    !ring.is_empty()
        && ring.iter().zip(next).all(|(reference, next)| match (ends(data, *reference), ends(data, *next)) {
            (Some((_, end)), Some((start, _))) => end == start,
            _ => false,
        })
}

fn rings_closed(data: &DataSet) -> Check {
    let open: Vec<&str> = data
        .areas
        .iter()
        .filter(|area| area.polygons.is_empty() || !rings_of(area).all(|ring| is_closed(data, ring)))
        .map(|area| area.code.as_str())
        .collect();
    equal("outlines closed", "all", all_but(&open))
}

/// Which areas lie to the left (used forwards) and to the right (used backwards) of each arc.
fn users(data: &DataSet) -> Vec<[Vec<usize>; 2]> {
    let mut users = vec![[Vec::new(), Vec::new()]; data.arcs.len()];
    for (area_ix, area) in data.areas.iter().enumerate() {
        for reference in rings_of(area).flatten() {
            if let Some(sides) = users.get_mut(arc_ix(*reference)) {
                sides[usize::from(*reference < 0)].push(area_ix);
            }
        }
    }
    users
}

fn arcs_have_two_sides(data: &DataSet) -> Check {
    let (mut n_inner, mut n_limit, mut n_other) = (0, 0, 0);
    for [left, right] in users(data) {
        match (left.as_slice(), right.as_slice()) {
            ([a], [b]) if a != b => n_inner += 1,
            ([_], []) | ([], [_]) => n_limit += 1,
            _ => n_other += 1,
        }
    }
    equal(
        "borders have an area on each side, or the city limit",
        "84 inner, 20 of the city limit, 0 others",
        format!("{n_inner} inner, {n_limit} of the city limit, {n_other} others"),
    )
}

/// If every outline runs once around its area and the lines left after cancelling shared borders are one simple ring, then
/// each point inside that ring lies in exactly one outline: the windings of all outlines add up to one there, and none is
/// negative. The sum of the areas is compared as well, since it is what a person can follow.
fn no_gap_or_overlap(data: &DataSet) -> Check {
    let tangled: Vec<&str> =
        data.areas.iter().filter(|area| !is_simple(data, area)).map(|area| area.code.as_str()).collect();
    let limit = city_limit(data);
    let outlines_km2: f64 = data.areas.iter().map(|area| outline_km2(data, area)).sum();
    let limit_km2 = limit.as_ref().map(|ring| ring_km2(data, ring));
    // Different orders of adding give different last digits; a square metre is far above them.
    let same_area = limit_km2.is_some_and(|limit_km2| (outlines_km2 - limit_km2).abs() < 1e-6);
    let simple_limit = limit.is_some_and(|ring| crossing::check(&[ring], &mut work(data)).is_ok());
    Check {
        name: "outlines fill the city limit without gap or overlap",
        expected: "simple outlines; as much area as inside the city limit, one simple ring".to_owned(),
        found: format!(
            "{}; outlines {outlines_km2:.6} km², inside the city limit {}, {}",
            if tangled.is_empty() { "simple outlines".to_owned() } else { format!("tangled: {}", tangled.join(", ")) },
            limit_km2.map_or_else(|| "no ring".to_owned(), |limit_km2| format!("{limit_km2:.6} km²")),
            if simple_limit { "one simple ring" } else { "not one simple ring" },
        ),
        passed: tangled.is_empty() && same_area && simple_limit,
    }
}

fn work(data: &DataSet) -> Work {
    Work::for_points(data.arcs.iter().map(Vec::len).sum())
}

/// One outer ring that runs counter-clockwise and does not cross itself.
fn is_simple(data: &DataSet, area: &Area) -> bool {
    let rings: Vec<Vec<LonLat>> = rings_of(area).map(|ring| ring_points(ring, &data.arcs)).collect();
    rings.len() == 1
        && rings.iter().all(|ring| 0.0 < doubled_signed_area(ring))
        && crossing::check(&rings, &mut work(data)).is_ok()
}

/// The arcs that only one area uses, joined to one ring in the direction in which they are used; `None` if they are not one.
fn city_limit(data: &DataSet) -> Option<Vec<LonLat>> {
    let mut left_over: BTreeMap<usize, i32> = BTreeMap::new();
    for (arc_ix, [left, right]) in users(data).iter().enumerate() {
        let reference = i32::try_from(arc_ix).ok()?;
        match (left.len(), right.len()) {
            (1, 0) => left_over.insert(arc_ix, reference),
            (0, 1) => left_over.insert(arc_ix, !reference),
            _ => None,
        };
    }
    let (_, first) = left_over.pop_first()?;
    let mut ring = vec![first];
    let mut end = ends(data, first)?.1;
    while let Some(next) = left_over.values().copied().find(|next| ends(data, *next).is_some_and(|e| e.0 == end)) {
        left_over.remove(&arc_ix(next));
        ring.push(next);
        end = ends(data, next)?.1;
    }
    (left_over.is_empty() && is_closed(data, &ring)).then(|| ring_points(&ring, &data.arcs))
}

fn outline_km2(data: &DataSet, area: &Area) -> f64 {
    rings_of(area).map(|ring| ring_km2(data, &ring_points(ring, &data.arcs))).sum()
}

/// A ring's area in km², with the lengths of a degree in the middle of the city. Over its 14 km these change by less than
/// a thousandth, and one scale for all keeps sums exact.
fn ring_km2(data: &DataSet, ring: &[LonLat]) -> f64 {
    let n = data.areas.len().max(1) as f64;
    let middle_lat = (data.areas.iter().map(|area| area.label_at[1]).sum::<f64>() / n).to_radians();
    // The usual series for the lengths of a degree on the WGS 84 ellipsoid.
    let lat_km = 111.132_95 - 0.559_82 * (2.0 * middle_lat).cos() + 0.001_175 * (4.0 * middle_lat).cos();
    let lon_km = 111.412_84 * middle_lat.cos() - 0.0935 * (3.0 * middle_lat).cos();
    doubled_signed_area(ring) / 2.0 * lat_km * lon_km
}

/// Across each border the neighbour is looked up; crossing the same border back must lead home.
fn neighbours_symmetric(data: &DataSet) -> Check {
    let users = users(data);
    let mut neighbours: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (area_ix, area) in data.areas.iter().enumerate() {
        for reference in rings_of(area).flatten() {
            let other_side =
                users.get(arc_ix(*reference)).and_then(|sides| sides[usize::from(0 <= *reference)].first());
            neighbours.extend(other_side.map(|other_ix| (area_ix, *other_ix)));
        }
    }
    let n_one_way = neighbours.iter().filter(|(a, b)| a == b || !neighbours.contains(&(*b, *a))).count();
    let n_alone = (0..data.areas.len()).filter(|ix| !neighbours.iter().any(|(a, _)| a == ix)).count();
    equal(
        "neighbours symmetric",
        "77 pairs, 0 one-way, 0 areas without a neighbour",
        format!(
            "{} pairs, {n_one_way} one-way, {n_alone} areas without a neighbour",
            neighbours.iter().filter(|(a, b)| a < b).count()
        ),
    )
}

fn outlines_near_stated_areas(data: &DataSet) -> Check {
    let stated = known(data, "area_km2");
    let n_near = data
        .areas
        .iter()
        .zip(&stated)
        .filter_map(|(area, stated)| stated.map(|stated_km2| (outline_km2(data, area), stated_km2)))
        .filter(|(outline_km2, stated_km2)| (outline_km2 - stated_km2).abs() <= 0.15 * stated_km2)
        .count();
    equal("outlines within 15 % of the stated area", "32 of 34", format!("{n_near} of {}", data.areas.len()))
}

/// The nine rows of the report, in its order.
const CONFERENCE: [(&str, f64); 9] = [
    ("civilised_weddings", 20.0),
    ("cultural_families", 78_201.0),
    ("cultural_areas", 262.0),
    ("model_roads", 136.0),
    ("flower_pots", 11_312.0),
    ("flower_roads", 17_231.0),
    ("clean_houses", 68.0),
    ("bins", 7_619.0),
    ("party_admissions", 169.0),
];

fn conference_city_figures(data: &DataSet) -> Check {
    let in_group: Vec<&str> =
        data.indicators.iter().filter(|indicator| indicator.group == "conference").map(|i| i.id.as_str()).collect();
    let list = |rows: &mut dyn Iterator<Item = (&str, Option<f64>)>| {
        rows.map(|(id, value)| format!("{id} {}", in_words(value, 0))).collect::<Vec<_>>().join(", ")
    };
    let published = |id: &str| city(data, id).filter(|figure| figure.state == State::Published).map(|f| f.value);
    equal(
        "nine city figures of the conference, published",
        list(&mut CONFERENCE.iter().map(|(id, value)| (*id, Some(*value)))),
        list(&mut in_group.iter().map(|id| (*id, published(id)))),
    )
}

fn conference_areas_missing(data: &DataSet) -> Check {
    let n_known: usize = CONFERENCE.iter().map(|(id, _)| known(data, id).into_iter().flatten().count()).sum();
    equal("ward figures of the conference missing", "0 known", format!("{n_known} known"))
}

/// Printed shares follow from the figure and its base; where the base is only implied, its ends are the outermost whole
/// numbers that do.
fn printed_shares(data: &DataSet) -> Check {
    let rounds_to =
        |figure: &CityFigure, base: f64, printed_pct: f64| (100.0 * figure.value / base - printed_pct).abs() <= 0.05;
    let mut n_agree = 0;
    let mut differing = Vec::new();
    for (indicator, figure) in data.indicators.iter().zip(&data.city) {
        let Some((figure, printed_pct)) = figure.as_ref().and_then(|f| Some((f, f.share_printed_pct?))) else {
            continue;
        };
        let agrees = match (figure.base, figure.base_implied) {
            (Some(base), None) => rounds_to(figure, base, printed_pct),
            (None, Some((low, high))) => {
                rounds_to(figure, low, printed_pct)
                    && rounds_to(figure, high, printed_pct)
                    && !rounds_to(figure, low - 1.0, printed_pct)
                    && !rounds_to(figure, high + 1.0, printed_pct)
            }
            _ => false,
        };
        if agrees {
            n_agree += 1;
        } else {
            differing.push(indicator.id.as_str());
        }
    }
    equal("printed shares recompute within their rounding", "2: all", format!("{n_agree}: {}", all_but(&differing)))
}

fn tasks(data: &DataSet) -> Check {
    let list = |ids: &mut dyn Iterator<Item = String>| ids.collect::<Vec<_>>().join(" ");
    equal(
        "tasks of the conference",
        list(&mut (1..=10).map(|n| format!("T{n}"))),
        list(&mut data.tasks.iter().map(|task| task.id.clone())),
    )
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
