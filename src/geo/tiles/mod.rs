//! One hexagon an area: the layout in which a small area counts as much as a large one.
//!
//! Finding it takes some milliseconds for a city, so [`crate::geo::Geometry::tiles`] does it when it is first asked.

mod assignment;
mod hexgrid;
mod layout;
mod rows;

use std::collections::BTreeMap;

use assignment::cheapest_assignment;
use hexgrid::{Cell, ROW_PITCH, SURFACE, around, cell_at, center};
use layout::{Layout, Wish};

use super::shape::{distance, regular_ring};
use super::{AreaShape, Bounds, HitIndex, Point, hit};
use crate::order;

/// With more areas than this the grid is swept row by row; an assignment would take too long.
const MAX_ASSIGNED: usize = 400;
/// How many figures of the grid are tried, at most.
const MAX_FIGURES: usize = 48;
/// How many of them are improved, at most.
const MAX_IMPROVED: usize = 6;
/// What improving may take: the number of layouts times the square of the number of areas.
const IMPROVING_STEPS: usize = 24_000;
/// Where islands lie so far off that the box around the figure has more cells than this an area, rows are swept, too.
const MAX_BOARD_PER_AREA: usize = 30;
/// What all assignments together may take, in steps of the method.
const ASSIGNMENT_STEPS: usize = 40_000_000;
/// The real map is sampled at so many points an area, on average.
const SAMPLES_PER_AREA: f64 = 48.0;
/// The share of a hexagon's radius that stays free between two tiles.
const GAP_SHARE: f64 = 0.05;

/// A tile layout. Kilometres.
#[derive(Debug, Clone, PartialEq)]
pub struct Tiles {
    /// The middle of each area's tile.
    pub centers: Vec<Point>,
    /// From a tile's middle to its corners, if tiles touched.
    pub radius: f64,
}

impl Tiles {
    /// Gives each area a hexagon of one grid, so that neighbours stay neighbours and directions stay as they are, in a
    /// figure like the map's and inside the map's box. `neighbours` are indices into `areas`.
    ///
    /// The grid is laid over the map in several ways; for each, the cells that the map covers most are filled by
    /// minimum-cost assignment (least squared way from the label points), and the best of the layouts are improved by
    /// exchanges. The same input gives the same tiles.
    pub fn assign(areas: &[AreaShape], neighbours: &[Vec<usize>]) -> Tiles {
        let label_points: Vec<Point> = areas.iter().map(|area| area.label_at).collect();
        let around_labels = Bounds::of_points(label_points.iter().copied());
        let Some(bounds) = Bounds::of_shapes(areas).or(around_labels) else {
            return Tiles { centers: Vec::new(), radius: 1.0 };
        };
        let in_pitches = if areas.len() <= MAX_ASSIGNED { assigned(areas, neighbours, &bounds) } else { None };
        let in_pitches = in_pitches.unwrap_or_else(|| rows::swept(&label_points, &bounds));
        Tiles::fitted(&in_pitches, &bounds)
    }

    /// The tiles as shapes, with a small gap between them.
    pub fn shapes(&self) -> Vec<AreaShape> {
        let shape = |&at: &Point| {
            let ring = regular_ring(at, self.radius * (1.0 - GAP_SHARE), 6);
            AreaShape { polygons: vec![vec![ring]], label_at: at, radius: None }
        };
        self.centers.iter().map(shape).collect()
    }

    /// A layout with pitch 1 as large as the map's box lets it be, in the middle of it.
    fn fitted(in_pitches: &[Point], bounds: &Bounds) -> Tiles {
        let figure = Bounds::of_points(in_pitches.iter().copied()).unwrap_or(Bounds::at([0.0, 0.0]));
        let [width, height] = figure.size();
        let [map_width, map_height] = bounds.size();
        let pitch_km = (map_width / (width + 1.0)).min(map_height / (height + 2.0 * hexgrid::RADIUS));
        // A map without extent still gets tiles that can be seen and told apart.
        let pitch_km = if pitch_km > 0.0 { pitch_km } else { 1.0 };
        let (from, to) = (figure.center(), bounds.center());
        let place = |at: &Point| [(at[0] - from[0]) * pitch_km + to[0], (at[1] - from[1]) * pitch_km + to[1]];
        Tiles { centers: in_pitches.iter().map(place).collect(), radius: pitch_km * hexgrid::RADIUS }
    }
}

/// The best assigned layout, centres in pitches; `None` for a map without surface.
fn assigned(areas: &[AreaShape], neighbours: &[Vec<usize>], bounds: &Bounds) -> Option<Vec<Point>> {
    let n = areas.len();
    let land_km2: f64 = areas.iter().map(AreaShape::area_km2).sum();
    if land_km2 <= 0.0 || !land_km2.is_finite() {
        return None;
    }
    let pitch_km = (land_km2 / n as f64 / SURFACE).sqrt();
    let to_pitches = |at: Point| [at[0] / pitch_km, at[1] / pitch_km];
    let samples: Vec<Point> = samples(areas, bounds, land_km2).into_iter().map(to_pitches).collect();
    let home: Vec<Point> = areas.iter().map(|area| to_pitches(area.label_at)).collect();
    let wish = Wish::new(&home, neighbours);

    let n_figures = (ASSIGNMENT_STEPS / (n * n * n)).clamp(1, MAX_FIGURES);
    let mut layouts: Vec<(f64, Layout)> = Vec::new();
    for origin in origins(n_figures) {
        let cells = covered_cells(&samples, origin, n)?;
        if board_size(&cells) <= MAX_BOARD_PER_AREA * (n + 10) {
            let layout = Layout::new(&wish, origin, assign_to(&cells, &home, origin));
            layouts.push((layout.cost(), layout));
        }
    }
    order::sort_by(&mut layouts, |a, b| a.0.total_cmp(&b.0));
    layouts.truncate((IMPROVING_STEPS / (n * n)).clamp(1, MAX_IMPROVED));
    let improved = layouts.into_iter().map(|(_, mut layout)| {
        layout.improve();
        (layout.cost(), layout)
    });
    let best = improved.min_by(|a, b| a.0.total_cmp(&b.0));
    best.map(|(_, layout)| layout.centers())
}

/// How many cells the box around a figure holds.
fn board_size(cells: &[Cell]) -> usize {
    let extent = |axis: usize| {
        let along = || cells.iter().map(|cell| cell[axis]);
        along().max().unwrap_or(0).abs_diff(along().min().unwrap_or(0)) as usize + 1
    };
    extent(0).saturating_mul(extent(1))
}

/// Points evenly spread over the land, as many for a large area as it has surface.
fn samples(areas: &[AreaShape], bounds: &Bounds, land_km2: f64) -> Vec<Point> {
    let [width, height] = bounds.size();
    // Where land is a small part of the box (islands), fewer points must do.
    let most = 100_000.0;
    let cell_km2 = (land_km2 / (areas.len() as f64 * SAMPLES_PER_AREA)).max(width * height / most);
    let (n_columns, n_rows) = ((width / cell_km2.sqrt()).ceil(), (height / cell_km2.sqrt()).ceil());
    let index = HitIndex::new(areas);
    let mut samples = Vec::new();
    for row in 0..n_rows as usize {
        for column in 0..n_columns as usize {
            let x = bounds.min[0] + (column as f64 + 0.5) / n_columns * width;
            let y = bounds.min[1] + (row as f64 + 0.5) / n_rows * height;
            if hit(areas, &index, [x, y]).is_some() {
                samples.push([x, y]);
            }
        }
    }
    samples
}

/// Ways to lay the grid over the map, evenly spread over one cell.
fn origins(wanted: usize) -> Vec<Point> {
    let per_axis = (wanted as f64).sqrt().floor().max(1.0) as i32;
    let share = |k: i32| f64::from(k) / f64::from(per_axis);
    let origin = |k: i32| {
        let (along, down) = (share(k % per_axis), share(k / per_axis));
        [along + down / 2.0, down * ROW_PITCH]
    };
    (0..per_axis * per_axis).map(origin).collect()
}

/// The `n` cells that the map covers most, with the grid's origin at a place; `None` for a map without samples.
fn covered_cells(samples: &[Point], origin: Point, n: usize) -> Option<Vec<Cell>> {
    let mut n_samples: BTreeMap<Cell, usize> = BTreeMap::new();
    for at in samples {
        *n_samples.entry(cell_at([at[0] - origin[0], at[1] - origin[1]])).or_default() += 1;
    }
    let middle = Bounds::of_points(samples.iter().copied())?.center();
    // Many small islands may touch fewer cells than there are areas; the cells around fill up.
    while n_samples.len() < n {
        let more: Vec<Cell> = n_samples.keys().flat_map(|&cell| around(cell)).collect();
        for cell in more {
            n_samples.entry(cell).or_insert(0);
        }
    }
    let from_middle = |cell: Cell| {
        let [x, y] = center(cell);
        distance([x + origin[0], y + origin[1]], middle)
    };
    let mut cells: Vec<(Cell, usize)> = n_samples.into_iter().collect();
    order::sort_by(&mut cells, |a, b| b.1.cmp(&a.1).then(from_middle(a.0).total_cmp(&from_middle(b.0))));
    Some(cells.into_iter().take(n).map(|(cell, _)| cell).collect())
}

/// The cell of each area when all areas together move least.
fn assign_to(cells: &[Cell], home: &[Point], origin: Point) -> Vec<Cell> {
    let places: Vec<Point> =
        cells.iter().map(|&cell| center(cell)).map(|[x, y]| [x + origin[0], y + origin[1]]).collect();
    let cost = |from: Point, to: Point| (from[0] - to[0]).powi(2) + (from[1] - to[1]).powi(2);
    let costs: Vec<f64> = home.iter().flat_map(|&from| places.iter().map(move |&to| cost(from, to))).collect();
    cheapest_assignment(&costs, home.len(), cells.len()).into_iter().map(|column| cells[column]).collect()
}

#[cfg(test)]
mod tests;
