//! Tiles for a whole country: the map swept row by row. Cheaper than an assignment and coarser: rows keep the order
//! from west to east and follow one another from north to south; neighbours stay near but not always together.

use super::hexgrid::{ROW_PITCH, center};
use crate::geo::{Bounds, Point};
use crate::order;

/// More rows than this are not needed for any map that can be drawn.
const MAX_ROWS: usize = 2000;

/// For each point the middle of its cell, in pitches. Each row is as long as the map is wide there.
pub fn swept(points: &[Point], bounds: &Bounds) -> Vec<Point> {
    let extents = row_extents(points, bounds);
    let lengths = row_lengths(&extents, points.len());

    let mut by_south: Vec<usize> = (0..points.len()).collect();
    order::sort_by(&mut by_south, |&a, &b| points[a][1].total_cmp(&points[b][1]).then(a.cmp(&b)));
    let mut centers = vec![[0.0, 0.0]; points.len()];
    let mut rest = by_south.as_mut_slice();
    for (row, (&length, extent)) in lengths.iter().zip(&extents).enumerate() {
        let (in_row, others) = rest.split_at_mut(length);
        rest = others;
        order::sort_by(in_row, |&a, &b| points[a][0].total_cmp(&points[b][0]).then(a.cmp(&b)));
        // The row's middle stands where the map's middle is, as near as the grid allows.
        let west = extent.middle - (length as f64 - 1.0) / 2.0 - row as f64 / 2.0;
        for (rank, &ix) in in_row.iter().enumerate() {
            centers[ix] = center([west.round() as i32 + rank as i32, row as i32]);
        }
    }
    centers
}

/// What the map takes of a row, in pitches.
#[derive(Clone, Copy)]
struct Extent {
    middle: f64,
    width: f64,
}

/// As few rows as have room for all points, the grid's pitch following from their number.
fn row_extents(points: &[Point], bounds: &Bounds) -> Vec<Extent> {
    let [width, height] = bounds.size();
    let n = points.len();
    let mut n_rows = 1;
    loop {
        let pitch = if height > 0.0 { height / n_rows as f64 / ROW_PITCH } else { width / n as f64 };
        let mut ends = vec![None::<[f64; 2]>; n_rows];
        for at in points {
            let share = if height > 0.0 { (at[1] - bounds.min[1]) / height } else { 0.0 };
            let end = &mut ends[((share * n_rows as f64) as usize).min(n_rows - 1)];
            let [west, east] = end.unwrap_or([at[0]; 2]);
            *end = Some([west.min(at[0]), east.max(at[0])]);
        }
        let extent = |end: &Option<[f64; 2]>| match end {
            // A map without extent has no pitch either; all its points then stand in one row.
            Some([west, east]) if pitch > 0.0 => Extent {
                middle: (f64::midpoint(*west, *east) - bounds.min[0]) / pitch,
                width: ((east - west) / pitch).max(1.0),
            },
            Some(_) => Extent { middle: 0.0, width: n as f64 },
            None => Extent { middle: 0.0, width: 0.0 },
        };
        let extents: Vec<Extent> = ends.iter().map(extent).collect();
        let room: f64 = extents.iter().map(|extent| extent.width).sum();
        if room >= n as f64 || n_rows >= n.min(MAX_ROWS) {
            return extents;
        }
        n_rows += 1;
    }
}

/// How many points each row takes: its share of the whole width, made whole by largest remainders.
fn row_lengths(extents: &[Extent], n: usize) -> Vec<usize> {
    let total: f64 = extents.iter().map(|extent| extent.width).sum();
    let exact: Vec<f64> = extents.iter().map(|extent| extent.width / total.max(1e-9) * n as f64).collect();
    let mut lengths: Vec<usize> = exact.iter().map(|length| length.floor() as usize).collect();
    let mut by_remainder: Vec<usize> = (0..exact.len()).collect();
    order::sort_by(&mut by_remainder, |&a, &b| exact[b].fract().total_cmp(&exact[a].fract()).then(a.cmp(&b)));
    let missing = n - lengths.iter().sum::<usize>().min(n);
    for &row in by_remainder.iter().cycle().take(missing) {
        lengths[row] += 1;
    }
    lengths
}
