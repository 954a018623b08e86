//! Checks that arcs and rings make outlines: every ring closed, every arc a border with one area on each side.
//!
//! Gaps and overlaps between areas that do not share arcs are not looked for; `check` does so for the built-in set.

use super::crossing::{self, Crossing, Work};
use super::model::{Area, LonLat};
use super::problem::{At, DataError, Problem};
use super::read::{check_length, check_list, check_lon_lat, limits};

/// Checks the arcs of a file and the outlines that areas make of them.
pub(super) fn check(areas: &[Area], arcs: &[Vec<LonLat>]) -> Result<(), DataError> {
    check_arcs(arcs)?;
    check_uses(areas, arcs)?;

    let mut work = Work::for_points(arcs.iter().map(Vec::len).sum());
    for (area_ix, area) in areas.iter().enumerate() {
        check_outline(area, arcs, &mut work, &format!("areas[{area_ix}]"))?;
    }
    Ok(())
}

/// The arc that a reference of a ring means.
pub(super) fn arc_ix(reference: i32) -> usize {
    (if reference < 0 { !reference } else { reference }) as usize
}

/// The points of a ring, the first one not repeated at the end. Arcs that do not exist are left out.
pub(super) fn ring_points(ring: &[i32], arcs: &[Vec<LonLat>]) -> Vec<LonLat> {
    let mut points = Vec::new();
    for reference in ring {
        let Some(arc) = arcs.get(arc_ix(*reference)) else { continue };
        let n_new = arc.len().saturating_sub(1);
        // The last point of each arc is the first of the next one.
        if *reference < 0 {
            points.extend(arc.iter().rev().take(n_new));
        } else {
            points.extend(arc.iter().take(n_new));
        }
    }
    points
}

/// Twice the signed area of a ring in its own units: positive counter-clockwise. Points are taken relative to the
/// first one, since the products of whole degrees would swallow the small differences between them.
pub(super) fn doubled_signed_area(ring: &[LonLat]) -> f64 {
    let Some(origin) = ring.first() else { return 0.0 };
    let relative = |point: &LonLat| [point[0] - origin[0], point[1] - origin[1]];
    ring.iter()
        .zip(ring.iter().cycle().skip(1))
        .map(|(a, b)| (relative(a), relative(b)))
        .map(|(a, b)| a[0] * b[1] - a[1] * b[0])
        .sum()
}

fn check_arcs(arcs: &[Vec<LonLat>]) -> Result<(), DataError> {
    check_length(arcs.iter().map(Vec::len).sum(), limits::POINTS).at(|| "arcs".into())?;
    for (ix, arc) in arcs.iter().enumerate() {
        if arc.len() < 2 {
            return Err(Problem::ArcTooShort { points: arc.len() }.at(format!("arcs[{ix}]")));
        }
        for (point_ix, point) in arc.iter().enumerate() {
            check_lon_lat(*point).at(|| format!("arcs[{ix}][{point_ix}]"))?;
        }
        if let Some(pair_ix) = arc.windows(2).position(|pair| pair[0] == pair[1]) {
            return Err(Problem::RepeatedPoint { at: arc[pair_ix] }.at(format!("arcs[{ix}][{}]", pair_ix + 1)));
        }
    }
    Ok(())
}

/// Every outline has rings of arcs, and each arc has an area on one side and at most one other area on the other.
fn check_uses(areas: &[Area], arcs: &[Vec<LonLat>]) -> Result<(), DataError> {
    // The area that uses each arc forwards, and the one that uses it backwards.
    let mut users: Vec<[Option<usize>; 2]> = vec![[None, None]; arcs.len()];
    for (area_ix, area) in areas.iter().enumerate() {
        check_list(area.polygons.len(), limits::POINTS).at(|| format!("areas[{area_ix}].polygons"))?;
        for (polygon_ix, polygon) in area.polygons.iter().enumerate() {
            let place = || format!("areas[{area_ix}].polygons[{polygon_ix}]");
            check_list(polygon.len(), limits::POINTS).at(place)?;
            for (ring_ix, ring) in polygon.iter().enumerate() {
                check_list(ring.len(), limits::POINTS).at(|| format!("{}[{ring_ix}]", place()))?;
                for (place_in_ring, reference) in ring.iter().enumerate() {
                    check_use(&mut users, areas, area_ix, *reference)
                        .at(|| format!("{}[{ring_ix}][{place_in_ring}]", place()))?;
                }
            }
        }
    }
    match users.iter().position(|used_by| *used_by == [None, None]) {
        Some(ix) => Err(Problem::ArcUnused.at(format!("arcs[{ix}]"))),
        None => Ok(()),
    }
}

fn check_use(users: &mut [[Option<usize>; 2]], areas: &[Area], area_ix: usize, reference: i32) -> Result<(), Problem> {
    let arc_ix = arc_ix(reference);
    let n_arcs = users.len();
    let used_by = users.get_mut(arc_ix).ok_or(Problem::UnknownArc { reference, arcs: n_arcs })?;
    let side = usize::from(reference < 0);
    if used_by.contains(&Some(area_ix)) {
        return Err(Problem::ArcTwiceInOneArea { arc_ix });
    }
    match *used_by {
        [Some(_), Some(_)] => return Err(Problem::ArcUsedTooOften { arc_ix }),
        _ => {
            if let Some(other_ix) = used_by[side] {
                return Err(Problem::ArcSameDirection { arc_ix, other_code: areas[other_ix].code.clone() });
            }
        }
    }
    used_by[side] = Some(area_ix);
    Ok(())
}

fn check_outline(area: &Area, arcs: &[Vec<LonLat>], work: &mut Work, place: &str) -> Result<(), DataError> {
    let mut rings = Vec::new();
    for (polygon_ix, polygon) in area.polygons.iter().enumerate() {
        for (ring_ix, ring) in polygon.iter().enumerate() {
            let ring =
                check_ring(ring, ring_ix != 0, arcs).at(|| format!("{place}.polygons[{polygon_ix}][{ring_ix}]"))?;
            rings.push(ring);
        }
    }
    crossing::check(&rings, work)
        .map_err(|crossing| match crossing {
            Crossing::Near(at) => Problem::RingsCross { at },
            Crossing::TooMuchWork => Problem::TooTangled,
        })
        .at(|| format!("{place}.polygons"))?;

    let mut next_ring = rings.iter();
    for (polygon_ix, polygon) in area.polygons.iter().enumerate() {
        let Some(outer) = next_ring.next() else { break };
        for ring_ix in 1..polygon.len() {
            let Some(hole) = next_ring.next() else { break };
            if !work.spend(outer.len()) {
                return Err(Problem::TooTangled.at(format!("{place}.polygons[{polygon_ix}]")));
            }
            // A hole may touch the outer ring with a point but not with a line, so the middle of a side decides.
            let middle = [f64::midpoint(hole[0][0], hole[1][0]), f64::midpoint(hole[0][1], hole[1][1])];
            if !contains(std::slice::from_ref(outer), middle) {
                return Err(Problem::HoleOutside.at(format!("{place}.polygons[{polygon_ix}][{ring_ix}]")));
            }
        }
    }
    if !contains(&rings, area.label_at) {
        return Err(Problem::LabelOutside { at: area.label_at }.at(format!("{place}.label_at")));
    }
    Ok(())
}

/// The points of a ring that is closed, has an area and turns as it should.
fn check_ring(ring: &[i32], hole: bool, arcs: &[Vec<LonLat>]) -> Result<Vec<LonLat>, Problem> {
    let ends = |reference: i32| {
        let arc = &arcs[arc_ix(reference)];
        let (first, last) = (arc[0], arc[arc.len() - 1]);
        if reference < 0 { (last, first) } else { (first, last) }
    };
    for (reference, next) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let (end, next_start) = (ends(*reference).1, ends(*next).0);
        if end != next_start {
            return Err(Problem::RingNotClosed { end, next_start });
        }
    }
    let points = ring_points(ring, arcs);
    if points.len() < 3 {
        return Err(Problem::RingTooShort { points: points.len() });
    }
    let turns_right = if hole { doubled_signed_area(&points) < 0.0 } else { 0.0 < doubled_signed_area(&points) };
    if turns_right { Ok(points) } else { Err(Problem::RingTurnsWrong { hole }) }
}

/// Whether a point lies inside rings by the even-odd rule.
fn contains(rings: &[Vec<LonLat>], [x, y]: LonLat) -> bool {
    let crossed_by_ray =
        |a: &LonLat, b: &LonLat| (y < a[1]) != (y < b[1]) && x < a[0] + (b[0] - a[0]) * ((y - a[1]) / (b[1] - a[1]));
    let n_crossed: usize = rings
        .iter()
        .map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)).filter(|(a, b)| crossed_by_ray(a, b)).count())
        .sum();
    n_crossed % 2 == 1
}
