//! The shape of an area on the map's plane, and boxes around shapes.

use std::f64::consts::TAU;

use super::Point;

/// How many corners stand for a circle where a ring is needed.
const CIRCLE_CORNERS: usize = 48;

/// An area as one layout of the map shows it. Kilometres.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaShape {
    /// Polygons, each a list of rings (the first the outer one, the others holes), each ring a list of points.
    /// The first point is not repeated at a ring's end. Empty where the shape is a circle.
    pub polygons: Vec<Vec<Vec<Point>>>,
    /// Where a label or a symbol goes; the centre of a circle or a tile.
    pub label_at: Point,
    /// The radius, where the shape is a circle around `label_at`.
    pub radius: Option<f64>,
}

impl AreaShape {
    /// A circle.
    pub fn circle(center: Point, radius: f64) -> AreaShape {
        AreaShape { polygons: Vec::new(), label_at: center, radius: Some(radius) }
    }

    /// Whether a point lies inside: even-odd rule over all rings, so that holes are outside.
    pub fn contains(&self, at: Point) -> bool {
        if let Some(radius) = self.radius {
            return radius > 0.0 && (at[0] - self.label_at[0]).hypot(at[1] - self.label_at[1]) <= radius;
        }
        self.polygons.iter().any(|rings| rings.iter().filter(|ring| ring_contains(ring, at)).count() % 2 == 1)
    }

    /// The smallest box around the shape; `None` for a shape without points.
    pub fn bounds(&self) -> Option<Bounds> {
        if let Some(radius) = self.radius {
            let [x, y] = self.label_at;
            return Some(Bounds { min: [x - radius, y - radius], max: [x + radius, y + radius] });
        }
        // Asked for each area at each painting of the map, so plain loops; holes lie inside of their outer rings.
        let mut outer = self.polygons.iter().filter_map(|rings| rings.first()).filter(|ring| !ring.is_empty());
        let first = *outer.clone().next()?.first()?;
        let mut bounds = Bounds::at(first);
        outer.by_ref().for_each(|ring| ring.iter().for_each(|point| bounds.take_in(point)));
        Some(bounds)
    }

    /// The outer ring of the largest polygon, or the corners of a many-cornered polygon for a circle.
    /// This is where a label goes. Empty for a shape without points.
    pub fn main_ring(&self) -> Vec<Point> {
        if let Some(radius) = self.radius {
            return circle_ring(self.label_at, radius);
        }
        let outer_rings = self.polygons.iter().filter_map(|rings| rings.first());
        outer_rings.max_by(|a, b| ring_area(a).abs().total_cmp(&ring_area(b).abs())).cloned().unwrap_or_default()
    }

    /// Surface: outer rings less holes, square kilometres.
    pub fn area_km2(&self) -> f64 {
        if let Some(radius) = self.radius {
            return TAU / 2.0 * radius * radius;
        }
        self.polygons.iter().map(|rings| polygon_area(rings)).sum()
    }
}

/// A box with sides along the axes. `min` is not greater than `max` on either axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Corner with the least coordinates.
    pub min: Point,
    /// Corner with the greatest coordinates.
    pub max: Point,
}

impl Bounds {
    /// The smallest box around points; `None` for none.
    pub fn of_points(points: impl IntoIterator<Item = Point>) -> Option<Bounds> {
        let mut points = points.into_iter();
        let first = points.next()?;
        Some(points.fold(Bounds { min: first, max: first }, |bounds, point| bounds.union(&Bounds::at(point))))
    }

    /// The smallest box around shapes; `None` if none of them has a point.
    pub fn of_shapes(shapes: &[AreaShape]) -> Option<Bounds> {
        shapes.iter().filter_map(AreaShape::bounds).reduce(|a, b| a.union(&b))
    }

    /// Grows so that it holds a point.
    fn take_in(&mut self, point: &Point) {
        for (at, (min, max)) in point.iter().zip(self.min.iter_mut().zip(&mut self.max)) {
            if at < min {
                *min = *at;
            }
            if *max < *at {
                *max = *at;
            }
        }
    }

    /// The box that holds just one point.
    pub fn at(point: Point) -> Bounds {
        Bounds { min: point, max: point }
    }

    /// The smallest box around both.
    #[must_use]
    pub fn union(&self, other: &Bounds) -> Bounds {
        Bounds {
            min: [self.min[0].min(other.min[0]), self.min[1].min(other.min[1])],
            max: [self.max[0].max(other.max[0]), self.max[1].max(other.max[1])],
        }
    }

    /// Width and height.
    pub fn size(&self) -> [f64; 2] {
        [self.max[0] - self.min[0], self.max[1] - self.min[1]]
    }

    /// The middle.
    pub fn center(&self) -> Point {
        [f64::midpoint(self.min[0], self.max[0]), f64::midpoint(self.min[1], self.max[1])]
    }

    /// The box moved outwards by `by` on each side (inwards if negative, at most to its centre).
    #[must_use]
    pub fn expand(&self, by: f64) -> Bounds {
        let [width, height] = self.size();
        let (by_x, by_y) = (by.max(-width / 2.0), by.max(-height / 2.0));
        Bounds { min: [self.min[0] - by_x, self.min[1] - by_y], max: [self.max[0] + by_x, self.max[1] + by_y] }
    }

    /// Whether a point lies inside or on the edge.
    pub fn contains(&self, at: Point) -> bool {
        (self.min[0]..=self.max[0]).contains(&at[0]) && (self.min[1]..=self.max[1]).contains(&at[1])
    }
}

/// Even-odd rule for one ring. Points on the left and upper edges count as inside, so that of two areas that share a
/// border exactly one holds a point on it.
pub(super) fn ring_contains(ring: &[Point], at: Point) -> bool {
    let mut inside = false;
    for (a, b) in edges(ring) {
        if (a[1] > at[1]) != (b[1] > at[1]) {
            let crossing_x = a[0] + (at[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
            inside ^= at[0] < crossing_x;
        }
    }
    inside
}

/// The edges of a ring, the closing one included.
pub(super) fn edges(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| (*a, *b))
}

/// Signed surface of a ring: positive where it runs clockwise on a screen (y to the south).
pub(super) fn ring_area(ring: &[Point]) -> f64 {
    // Counting from the first point keeps digits where the ring lies far from the origin.
    let Some(&[x0, y0]) = ring.first() else { return 0.0 };
    edges(ring).map(|(a, b)| (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0)).sum::<f64>() / 2.0
}

/// A regular polygon with a corner to the north, clockwise on a screen.
pub(super) fn regular_ring(center: Point, radius: f64, n_corners: usize) -> Vec<Point> {
    let corner = |k: usize| {
        let (sin, cos) = (k as f64 / n_corners as f64 * TAU).sin_cos();
        [center[0] + radius * sin, center[1] - radius * cos]
    };
    (0..n_corners).map(corner).collect()
}

/// Corners of a polygon that stands for a circle.
pub(super) fn circle_ring(center: Point, radius: f64) -> Vec<Point> {
    regular_ring(center, radius, CIRCLE_CORNERS)
}

/// Distance between two points.
pub(super) fn distance(a: Point, b: Point) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

/// Surface of one polygon: the outer ring less its holes.
fn polygon_area(rings: &[Vec<Point>]) -> f64 {
    let mut sizes = rings.iter().map(|ring| ring_area(ring).abs());
    sizes.next().unwrap_or(0.0) - sizes.sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(min: f64, max: f64) -> Vec<Point> {
        vec![[min, min], [max, min], [max, max], [min, max]]
    }

    #[test]
    fn a_hole_is_outside_and_takes_surface_away() {
        let shape =
            AreaShape { polygons: vec![vec![square(0.0, 10.0), square(4.0, 6.0)]], label_at: [2.0, 2.0], radius: None };
        assert!(shape.contains([2.0, 2.0]));
        assert!(!shape.contains([5.0, 5.0]));
        assert!(!shape.contains([11.0, 5.0]));
        assert_eq!(shape.area_km2(), 96.0);
    }

    #[test]
    fn a_point_on_a_shared_border_belongs_to_one_side() {
        let west = vec![[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]];
        let east = vec![[1.0, 0.0], [2.0, 0.0], [2.0, 1.0], [1.0, 1.0]];
        for at in [[1.0, 0.5], [1.0, 0.0]] {
            assert!(ring_contains(&west, at) != ring_contains(&east, at), "{at:?}");
        }
    }

    #[test]
    fn a_circle_of_radius_zero_holds_nothing() {
        assert!(!AreaShape::circle([1.0, 1.0], 0.0).contains([1.0, 1.0]));
        assert!(AreaShape::circle([1.0, 1.0], 2.0).contains([1.0, 3.0]));
    }

    #[test]
    fn boxes_grow_and_shrink_about_their_centre() {
        let bounds = Bounds { min: [0.0, 0.0], max: [4.0, 2.0] };
        assert_eq!(bounds.expand(1.0), Bounds { min: [-1.0, -1.0], max: [5.0, 3.0] });
        assert_eq!(bounds.expand(-5.0), Bounds::at([2.0, 1.0]));
        assert_eq!(bounds.union(&Bounds::at([9.0, 1.0])).size(), [9.0, 2.0]);
    }
}
