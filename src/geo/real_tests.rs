//! The room's promises on the built-in map: the 34 wards and communes of Thanh Hoá.

use std::collections::BTreeSet;

use super::labels::{LabelBox, place};
use super::shape::{distance, edges};
use super::travel::{first, next};
use super::*;
use crate::data::DataSet;

fn city() -> (DataSet, Geometry) {
    let data = crate::data::read(crate::data::built_in()).unwrap();
    let geometry = Geometry::new(&data);
    (data, geometry)
}

fn label_points(shapes: &[AreaShape]) -> Vec<Point> {
    shapes.iter().map(|shape| shape.label_at).collect()
}

/// Circles with a surface in proportion to people, together covering a third of the city.
fn people_symbols(data: &DataSet, geometry: &Geometry) -> Vec<AreaShape> {
    let people_ix = data.indicator_ix("population_2019").unwrap();
    let people: Vec<f64> = data.figures[people_ix].iter().map(|figure| figure.value.unwrap()).collect();
    let km2_per_person = 145.30 / 3.0 / people.iter().sum::<f64>();
    let radii: Vec<f64> = people.iter().map(|n| (n * km2_per_person / std::f64::consts::PI).sqrt()).collect();
    symbols(&label_points(&geometry.areas), &radii)
}

/// Reference: geodesic surfaces by `pyproj.Geod(ellps="WGS84").polygon_area_perimeter` (pyproj 3.7.2) from the same
/// outlines.
#[test]
fn outlines_have_their_geodesic_surface() {
    let (data, geometry) = city();
    for (code, expected_km2) in [
        ("14755", 4.285_824_543),
        ("14776", 0.662_126_620),
        ("14806", 8.159_280_602),
        ("16396", 9.249_278_063),
        ("16429", 5.281_000_219),
        ("16525", 3.861_979_351),
    ] {
        let found_km2 = geometry.outline_km2[data.area_ix(code).unwrap()];
        assert!((found_km2 / expected_km2 - 1.0).abs() < 1e-5, "{code}: {found_km2}");
    }
    let sum_km2: f64 = geometry.outline_km2.iter().sum();
    assert!((sum_km2 / 146.249_566_926 - 1.0).abs() < 1e-5, "{sum_km2}");
}

#[test]
fn outlines_are_within_15_per_cent_of_the_stated_areas_for_32_of_34() {
    let (data, geometry) = city();
    let stated = &data.figures[data.indicator_ix("area_km2").unwrap()];
    let is_near = |(found, stated): (&f64, &crate::data::Figure)| (found / stated.value.unwrap() - 1.0).abs() <= 0.15;
    assert_eq!(geometry.outline_km2.iter().zip(stated).filter(|pair| is_near(*pair)).count(), 32);
}

#[test]
fn border_lines_cover_all_outlines_once_a_side() {
    let (data, geometry) = city();
    assert_eq!(geometry.border_lines.len(), data.arcs.len());
    let by_lines: f64 = geometry
        .border_lines
        .iter()
        .map(|line| line.length_km() * if line.other_ix.is_some() { 2.0 } else { 1.0 })
        .sum();
    let rings = geometry.areas.iter().flat_map(|area| area.polygons.iter().flatten());
    let by_rings: f64 = rings.flat_map(|ring| edges(ring)).map(|(a, b)| distance(a, b)).sum();
    assert!((by_lines - by_rings).abs() < 1e-9, "{by_lines} {by_rings}");
}

#[test]
fn neighbours_are_mutual_and_ordered_by_their_common_border() {
    let (_, geometry) = city();
    assert_eq!(geometry.neighbours.iter().map(Vec::len).sum::<usize>(), 2 * 77);
    let shared_km = |a: usize, b: usize| -> f64 {
        let is_between = |line: &&BorderLine| {
            line.other_ix.is_some_and(|other| (line.area_ix, other) == (a, b) || (line.area_ix, other) == (b, a))
        };
        geometry.border_lines.iter().filter(is_between).map(BorderLine::length_km).sum()
    };
    for (a, others) in geometry.neighbours.iter().enumerate() {
        assert!(!others.is_empty());
        assert!(others.iter().all(|&b| geometry.neighbours[b].contains(&a)));
        assert!(others.windows(2).all(|pair| shared_km(a, pair[0]) >= shared_km(a, pair[1])));
    }
}

#[test]
fn label_points_hit_their_own_area_in_all_three_layouts() {
    let (data, geometry) = city();
    for shapes in [geometry.areas.clone(), geometry.tiles().shapes(), people_symbols(&data, &geometry)] {
        let index = HitIndex::new(&shapes);
        for (area_ix, shape) in shapes.iter().enumerate() {
            assert_eq!(hit(&shapes, &index, shape.label_at), Some(area_ix));
        }
        let everything = Bounds::of_shapes(&shapes).unwrap();
        assert_eq!(in_box(&shapes, everything.max, everything.min).len(), 34);
    }
}

#[test]
fn most_neighbours_stay_together_as_tiles() {
    let (_, geometry) = city();
    let tiles = geometry.tiles();
    let pitch = tiles.radius * 3f64.sqrt();
    let touches = |a: usize, b: usize| distance(tiles.centers[a], tiles.centers[b]) < 1.001 * pitch;
    let pairs = || (0..34).flat_map(|a| geometry.neighbours[a].iter().map(move |&b| (a, b))).filter(|(a, b)| a < b);
    assert_eq!(pairs().filter(|&(a, b)| touches(a, b)).count(), 63);
    // Neighbours that part stay within three cells of each other, and no direction turns by a right angle.
    assert!(pairs().all(|(a, b)| distance(tiles.centers[a], tiles.centers[b]) < 3.001 * pitch));
    let direction =
        |points: &[Point], a: usize, b: usize| (points[b][1] - points[a][1]).atan2(points[b][0] - points[a][0]);
    let real = label_points(&geometry.areas);
    assert!(pairs().all(|(a, b)| (direction(&real, a, b) - direction(&tiles.centers, a, b)).cos() > 0.0));
}

#[test]
fn the_tile_figure_is_one_piece_without_holes() {
    let (_, geometry) = city();
    let tiles = geometry.tiles();
    let pitch = tiles.radius * 3f64.sqrt();
    let mut reached: BTreeSet<usize> = BTreeSet::from([0]);
    let mut open = vec![0];
    while let Some(a) = open.pop() {
        for b in (0..34).filter(|&b| distance(tiles.centers[a], tiles.centers[b]) < 1.001 * pitch) {
            if reached.insert(b) {
                open.push(b);
            }
        }
    }
    assert_eq!(reached.len(), 34);
    // By Euler's formula: touching pairs less tiles plus one is the number of places where three tiles meet, or holes.
    let touching = |a: usize, b: usize| distance(tiles.centers[a], tiles.centers[b]) < 1.001 * pitch;
    let n_pairs = (0..34).map(|a| (0..a).filter(|&b| touching(a, b)).count()).sum::<usize>();
    let triples = (0..34).flat_map(|a| (0..a).flat_map(move |b| (0..b).map(move |c| [a, b, c])));
    let n_triples = triples.filter(|&[a, b, c]| touching(a, b) && touching(b, c) && touching(a, c)).count();
    assert_eq!(n_pairs + 1, 34 + n_triples);
}

#[test]
fn every_area_can_be_reached_from_every_other_by_arrow_keys() {
    let (data, geometry) = city();
    for centers in [
        label_points(&geometry.areas),
        geometry.tiles().centers.clone(),
        label_points(&people_symbols(&data, &geometry)),
    ] {
        assert!(first(&centers).is_some());
        for start in 0..34 {
            let mut reached = BTreeSet::from([start]);
            let mut open = vec![start];
            while let Some(from) = open.pop() {
                let arrows = Direction::ALL.into_iter().filter_map(|direction| next(&centers, from, direction));
                open.extend(arrows.filter(|to| reached.insert(*to)));
            }
            assert_eq!(reached.len(), 34, "from {}", data.areas[start].name);
        }
    }
}

#[test]
fn focus_starts_in_the_north_west() {
    let (data, geometry) = city();
    let name = |centers: &[Point]| first(centers).map(|area_ix| data.areas[area_ix].name.as_str());
    assert_eq!(name(&label_points(&geometry.areas)), Some("Thiệu Khánh"));
    assert_eq!(name(&geometry.tiles().centers), Some("Thiệu Khánh"));
}

#[test]
fn symbols_keep_near_their_areas_and_apart_from_each_other() {
    let (data, geometry) = city();
    let shapes = people_symbols(&data, &geometry);
    for (a, shape) in shapes.iter().enumerate() {
        assert!(distance(shape.label_at, geometry.areas[a].label_at) < 1.5, "{}", data.areas[a].name);
        for other in &shapes[..a] {
            let wanted = shape.radius.unwrap() + other.radius.unwrap();
            assert!(distance(shape.label_at, other.label_at) > wanted * (1.0 - 1e-5));
        }
    }
}

#[test]
fn layouts_flow_into_each_other_without_collapsing() {
    let (data, geometry) = city();
    let layouts = [geometry.areas.clone(), geometry.tiles().shapes(), people_symbols(&data, &geometry)];
    for (from, to) in [(0, 1), (1, 2), (2, 0), (1, 0)] {
        let (from, to) = (&layouts[from], &layouts[to]);
        let morph = Morph::new(from, to);
        assert_eq!(&morph.at(0.0), from);
        assert_eq!(&morph.at(1.0), to);
        for step in 1..20 {
            for (area_ix, shape) in morph.at(f64::from(step) / 20.0).iter().enumerate() {
                let least_km2 = from[area_ix].area_km2().min(to[area_ix].area_km2());
                assert!(shape.area_km2() > 0.6 * least_km2, "{} at {step}", data.areas[area_ix].name);
            }
        }
    }
}

#[test]
fn most_names_fit_on_a_map_of_a_laptop() {
    let (data, geometry) = city();
    let size_px = [900.0, 800.0];
    for (shapes, least) in [(geometry.areas.clone(), 20), (geometry.tiles().shapes(), 34)] {
        let camera = Camera::fit(&geometry.bounds, size_px, 16.0);
        let to_px = |ring: Vec<Point>| ring.into_iter().map(|at| camera.to_px(size_px, at)).collect::<Vec<_>>();
        let rings: Vec<Vec<Point>> = shapes.iter().map(|shape| to_px(shape.main_ring())).collect();
        let label = |area_ix: usize| {
            let width = data.areas[area_ix].name.chars().count() as f64 * 6.2;
            let anchor = camera.to_px(size_px, shapes[area_ix].label_at);
            let two_lines = Some([width * 0.6, 28.0]);
            LabelBox { ring: &rings[area_ix], anchor, one_line: [width, 14.0], two_lines }
        };
        let labels: Vec<LabelBox> = (0..34).map(label).collect();
        let n_placed = place(&labels).into_iter().flatten().count();
        assert!(n_placed >= least, "{n_placed}");
    }
}
