use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::geo::Geometry;
use crate::geo::fixtures::grid;

/// The cells of tiles, the first one's being the grid's origin; panics where a tile lies off the grid.
fn cells(tiles: &Tiles) -> Vec<Cell> {
    let pitch = tiles.radius / hexgrid::RADIUS;
    let Some(&origin) = tiles.centers.first() else { return Vec::new() };
    let cell = |at: &Point| {
        let at = [(at[0] - origin[0]) / pitch, (at[1] - origin[1]) / pitch];
        let cell = cell_at(at);
        assert!(distance(center(cell), at) < 1e-6, "{at:?} is off the grid");
        cell
    };
    tiles.centers.iter().map(cell).collect()
}

fn n_kept(tiles: &Tiles, neighbours: &[Vec<usize>]) -> usize {
    let cells = cells(tiles);
    let kept = |ix: usize| neighbours[ix].iter().filter(|&&other| hexgrid::steps(cells[ix], cells[other]) == 1).count();
    (0..cells.len()).map(kept).sum::<usize>() / 2
}

fn check_tiles(tiles: &Tiles, bounds: &Bounds) {
    let different: BTreeSet<Cell> = cells(tiles).into_iter().collect();
    assert_eq!(different.len(), tiles.centers.len(), "each area has its own tile");
    let around_tiles = Bounds::of_shapes(&tiles.shapes()).unwrap();
    let roomy = bounds.expand(1e-6);
    assert!(roomy.contains(around_tiles.min) && roomy.contains(around_tiles.max), "tiles lie inside the map's box");
}

#[test]
fn a_chessboard_keeps_all_its_neighbours() {
    let geometry = Geometry::new(&grid(6, 5));
    check_tiles(geometry.tiles(), &geometry.bounds);
    let n_pairs = geometry.neighbours.iter().map(Vec::len).sum::<usize>() / 2;
    assert_eq!(n_kept(geometry.tiles(), &geometry.neighbours), n_pairs);
}

#[test]
fn the_same_map_gives_the_same_tiles() {
    let geometry = Geometry::new(&grid(5, 4));
    assert_eq!(Tiles::assign(&geometry.areas, &geometry.neighbours), *geometry.tiles());
}

#[test]
fn a_country_is_swept_in_rows() {
    let geometry = Geometry::new(&grid(25, 20));
    check_tiles(geometry.tiles(), &geometry.bounds);
    let n_pairs = geometry.neighbours.iter().map(Vec::len).sum::<usize>() / 2;
    assert!(n_kept(geometry.tiles(), &geometry.neighbours) * 10 > n_pairs * 6);
}

#[test]
fn an_island_far_off_does_no_harm() {
    let mut geometry = Geometry::new(&grid(6, 5));
    let far = |at: &mut Point| at[0] += 3000.0;
    geometry.areas[29].polygons.iter_mut().flatten().flatten().for_each(far);
    far(&mut geometry.areas[29].label_at);
    let tiles = Tiles::assign(&geometry.areas, &geometry.neighbours);
    check_tiles(&tiles, &Bounds::of_shapes(&geometry.areas).unwrap());
}

#[test]
fn maps_of_points_of_one_area_and_of_none_get_tiles() {
    assert!(Tiles::assign(&[], &[]).centers.is_empty());
    let point = AreaShape { polygons: Vec::new(), label_at: [3.0, 4.0], radius: None };
    for n in [1, 2, 9, 500] {
        let tiles = Tiles::assign(&vec![point.clone(); n], &vec![Vec::new(); n]);
        assert_eq!(cells(&tiles).into_iter().collect::<BTreeSet<_>>().len(), n);
        assert!(tiles.radius > 0.0);
    }
    let geometry = Geometry::new(&grid(1, 1));
    check_tiles(geometry.tiles(), &geometry.bounds);
}

#[test]
fn tiles_leave_a_gap() {
    let tiles = Tiles { centers: vec![[0.0, 0.0], [1.0, 0.0]], radius: hexgrid::RADIUS };
    let [west, east] = [&tiles.shapes()[0], &tiles.shapes()[1]].map(|shape| shape.bounds().unwrap());
    assert!(east.min[0] - west.max[0] > 0.02 && east.min[0] - west.max[0] < 0.1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn rows_give_each_point_its_own_cell(
        points in proptest::collection::vec((0..30i32, 0..40i32), 1..300),
        flat in any::<bool>(),
    ) {
        let points: Vec<Point> =
            points.into_iter().map(|(x, y)| [f64::from(x), if flat { 2.0 } else { f64::from(y) }]).collect();
        let bounds = Bounds::of_points(points.iter().copied()).unwrap();
        let swept = rows::swept(&points, &bounds);
        let cells: BTreeSet<Cell> = swept.iter().map(|&at| cell_at(at)).collect();
        prop_assert_eq!(cells.len(), points.len());
    }
}
