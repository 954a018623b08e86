//! Dots counted inside an area: one for each of its streets and villages, whose places nobody knows.
//!
//! They stand on a grid of triangles, so that they look like what they are: counted, not placed. No row of the grid runs
//! through the label point, where the area's name is.

use super::shape::{AreaShape, distance, edges};
use super::{Bounds, Point};
use crate::order;

/// Height of a row of the grid, in gaps.
const ROW: f64 = 0.866_025_403_784_438_6;
/// How much narrower the grid becomes where dots do not fit.
const NARROWER: f64 = 0.94;
/// A shape whose box needs more places of the grid than this for each dot is nearer to a line than to a surface.
const MAX_PLACES: f64 = 200.0;

/// Dots inside a shape.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CountedDots {
    /// Where they stand, those nearest to the label point first.
    pub at: Vec<Point>,
    /// No two are nearer to each other, and none is nearer to the outline than half of this.
    pub gap: f64,
}

/// So many dots inside a shape, as far from each other as a grid around the label point lets them, but no farther than
/// `max_gap`. There are fewer only where the shape has hardly any surface. The result depends on nothing but the input.
pub fn counted_dots(shape: &AreaShape, n: usize, max_gap: f64) -> CountedDots {
    let Some(bounds) = shape.bounds() else { return CountedDots::default() };
    let mut gap = max_gap;
    let [width, height] = bounds.size();
    if n == 0 || !(0.0 < gap && gap.is_finite() && 0.0 < width * height) {
        return CountedDots::default();
    }
    // More dots than the box has places for need not be tried.
    gap = gap.min(2.0 * (width * height / n as f64).sqrt());
    loop {
        let at = grid(shape, &bounds, gap);
        let is_last = MAX_PLACES * n as f64 <= width * height / (gap * gap * ROW) || n <= at.len();
        if is_last {
            return CountedDots { at: nearest(at, n, shape.label_at), gap };
        }
        gap *= NARROWER;
    }
}

/// The places of the grid that lie inside the shape with half a gap to spare.
fn grid(shape: &AreaShape, bounds: &Bounds, gap: f64) -> Vec<Point> {
    let row_height = gap * ROW;
    let steps = |from: f64, to: f64, step: f64| ((to - from) / step).ceil() as i64;
    let [x0, y0] = [shape.label_at[0], shape.label_at[1] - row_height / 2.0];
    let (first_row, last_row) = (-steps(bounds.min[1], y0, row_height), steps(y0, bounds.max[1], row_height));
    let (first, last) = (-steps(bounds.min[0], x0, gap) - 1, steps(x0, bounds.max[0], gap) + 1);
    let mut inside = Vec::new();
    for row in first_row..=last_row {
        let shift = if row % 2 == 0 { 0.0 } else { gap / 2.0 };
        for column in first..=last {
            let at = [x0 + shift + column as f64 * gap, y0 + row as f64 * row_height];
            if bounds.contains(at) && shape.contains(at) && is_clear(shape, at, gap / 2.0) {
                inside.push(at);
            }
        }
    }
    inside
}

/// Whether a point inside has this distance to the outline.
fn is_clear(shape: &AreaShape, at: Point, clearance: f64) -> bool {
    match shape.radius {
        Some(radius) => distance(at, shape.label_at) + clearance <= radius,
        None => shape.polygons.iter().flatten().flat_map(|ring| edges(ring)).all(|edge| clearance <= to_edge(edge, at)),
    }
}

/// Distance from a point to a line between two points.
fn to_edge((a, b): (Point, Point), at: Point) -> f64 {
    let along = [b[0] - a[0], b[1] - a[1]];
    let length_squared = along[0] * along[0] + along[1] * along[1];
    let part = ((at[0] - a[0]) * along[0] + (at[1] - a[1]) * along[1]) / length_squared;
    let part = if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.0 };
    distance(at, [a[0] + along[0] * part, a[1] + along[1] * part])
}

/// The first `n` by their distance from a point, in the order of the grid where that is equal.
fn nearest(at: Vec<Point>, n: usize, from: Point) -> Vec<Point> {
    let mut ranked: Vec<(f64, Point)> = at.into_iter().map(|at| (distance(at, from), at)).collect();
    order::sort_by(&mut ranked, |a, b| a.0.total_cmp(&b.0));
    ranked.into_iter().take(n).map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::data::{self, DataSet};
    use crate::geo::{Geometry, Tiles};

    fn check(shape: &AreaShape, n: usize, max_gap: f64) -> CountedDots {
        let dots = counted_dots(shape, n, max_gap);
        assert_eq!(dots.at.len(), n);
        for (ix, &at) in dots.at.iter().enumerate() {
            assert!(shape.contains(at), "{at:?}");
            assert!(is_clear(shape, at, dots.gap / 2.0 - 1e-9));
            assert!(dots.at[..ix].iter().all(|&other| dots.gap - 1e-9 <= distance(at, other)));
        }
        dots
    }

    fn real() -> DataSet {
        data::read(data::built_in()).unwrap()
    }

    #[test]
    fn any_number_fits_into_every_real_area_in_every_layout() {
        let geometry = Geometry::new(&real());
        let tiles = Tiles::assign(&geometry.areas, &geometry.neighbours).shapes();
        for shape in geometry.areas.iter().chain(&tiles) {
            for n in [1, 2, 7, 12, 40] {
                check(shape, n, 5.0);
            }
        }
        check(&geometry.areas[0], 1_000, 5.0);
    }

    #[test]
    fn few_dots_keep_the_greatest_gap_and_leave_the_name_free() {
        let circle = AreaShape::circle([3.0, 4.0], 10.0);
        assert_eq!(check(&circle, 1, 2.0).at, [[3.0, 4.0 - ROW]]);
        let seven = check(&circle, 7, 2.0);
        assert_eq!(seven.gap, 2.0);
        assert!(seven.at.iter().all(|at| ROW - 1e-9 <= (at[1] - 4.0).abs()));
    }

    #[test]
    fn a_hole_holds_no_dot() {
        let square = |min: f64, max: f64| vec![[min, min], [max, min], [max, max], [min, max]];
        let rings = vec![square(0.0, 10.0), square(3.0, 7.0)];
        let ring = AreaShape { polygons: vec![rings], label_at: [1.5, 5.0], radius: None };
        check(&ring, 60, 2.0);
    }

    #[test]
    fn what_has_no_surface_has_no_dots() {
        let line = AreaShape {
            polygons: vec![vec![vec![[0.0, 0.0], [1.0, 1.0], [0.5, 0.5]]]],
            label_at: [0.5, 0.5],
            radius: None,
        };
        assert_eq!(counted_dots(&line, 3, 1.0).at, Vec::<Point>::new());
        let nothing = AreaShape { polygons: Vec::new(), label_at: [0.0, 0.0], radius: None };
        for shape in [nothing, AreaShape::circle([0.0, 0.0], 0.0)] {
            assert_eq!(counted_dots(&shape, 3, 1.0), CountedDots::default());
        }
        let circle = AreaShape::circle([0.0, 0.0], 1.0);
        for (n, gap) in [(0, 1.0), (3, 0.0), (3, f64::NAN), (3, -1.0), (3, f64::INFINITY)] {
            assert_eq!(counted_dots(&circle, n, gap), CountedDots::default(), "{n} {gap}");
        }
    }

    proptest! {
        #[test]
        fn all_lie_inside_apart_and_are_as_many_as_were_asked_for(
            corners in proptest::collection::vec(2.0..9.0f64, 5..14),
            n in 1..90usize,
            max_gap in 0.05..9.0f64,
        ) {
            // A star around its label point, as jagged as borders are.
            let n_corners = corners.len() as f64;
            let ring = corners.iter().enumerate().map(|(ix, radius)| {
                let (sin, cos) = (ix as f64 / n_corners * std::f64::consts::TAU).sin_cos();
                [50.0 + radius * cos, -20.0 + radius * sin]
            });
            let shape = AreaShape { polygons: vec![vec![ring.collect()]], label_at: [50.0, -20.0], radius: None };
            let dots = check(&shape, n, max_gap);
            prop_assert!(dots.gap <= max_gap);
            prop_assert_eq!(counted_dots(&shape, n, max_gap), dots);
        }
    }
}
