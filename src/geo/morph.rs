//! One layout of the map flowing into another.
//!
//! Knows no clock and no easing: the caller says how far the change has come.

use super::shape::{AreaShape, circle_ring, distance, ring_area};
use super::{Bounds, Point};
use crate::order;

/// How many places on a ring are compared to find how two rings lie best on each other.
const ALIGN_STEPS: usize = 48;

/// The way from one layout's shapes to another's, prepared once.
#[derive(Debug, Clone, PartialEq)]
pub struct Morph {
    from: Vec<AreaShape>,
    to: Vec<AreaShape>,
    ways: Vec<Way>,
}

/// The way of one area.
#[derive(Debug, Clone, PartialEq)]
enum Way {
    /// A circle becomes a circle.
    Circle,
    /// Rings whose corners move straight from one place to the other; polygon by polygon, ring by ring.
    Rings(Vec<Vec<Vec<[Point; 2]>>>),
}

impl Morph {
    /// Pairs the shapes of two layouts area by area. Areas that only one of them has are left out.
    ///
    /// Rings are laid on each other by their share of the way around, both with the corners of both, so that the shapes
    /// in between begin and end exactly as the layouts are. A polygon or hole without a partner grows from a point or
    /// shrinks to one.
    pub fn new(from: &[AreaShape], to: &[AreaShape]) -> Morph {
        let ways = from.iter().zip(to).map(|(from, to)| Way::between(from, to)).collect();
        Morph { from: from.to_vec(), to: to.to_vec(), ways }
    }

    /// The shapes when the share `t` of the way is done: at 0 and below the first layout's, at 1 and above the second's.
    pub fn at(&self, t: f64) -> Vec<AreaShape> {
        let n = self.ways.len();
        if t >= 1.0 {
            return self.to[..n].to_vec();
        }
        // Not a number is no progress.
        if t <= 0.0 || t.is_nan() {
            return self.from[..n].to_vec();
        }
        let shape = |ix: usize| {
            let (from, to) = (&self.from[ix], &self.to[ix]);
            let label_at = between(from.label_at, to.label_at, t);
            match &self.ways[ix] {
                Way::Circle => {
                    let [from_radius, to_radius] = [from, to].map(|shape| shape.radius.unwrap_or(0.0));
                    AreaShape::circle(label_at, from_radius + (to_radius - from_radius) * t)
                }
                Way::Rings(polygons) => {
                    let ring = |pairs: &Vec<[Point; 2]>| pairs.iter().map(|&[a, b]| between(a, b, t)).collect();
                    let polygon = |rings: &Vec<Vec<[Point; 2]>>| rings.iter().map(ring).collect();
                    AreaShape { polygons: polygons.iter().map(polygon).collect(), label_at, radius: None }
                }
            }
        };
        (0..n).map(shape).collect()
    }
}

impl Way {
    fn between(from: &AreaShape, to: &AreaShape) -> Way {
        if from.radius.is_some() && to.radius.is_some() {
            return Way::Circle;
        }
        let (from_polygons, to_polygons) = (polygons_by_size(from), polygons_by_size(to));
        let n = from_polygons.len().max(to_polygons.len());
        let pair = |ix: usize| {
            let (a, b) = (from_polygons.get(ix), to_polygons.get(ix));
            let n_rings = a.map_or(0, Vec::len).max(b.map_or(0, Vec::len));
            let ring_of = |polygon: Option<&Vec<Vec<Point>>>, ring_ix: usize| -> Vec<Point> {
                polygon.and_then(|rings| rings.get(ring_ix)).cloned().unwrap_or_default()
            };
            let ring_pair = |ring_ix: usize| {
                let seeds = [from, to].map(|shape| shape.label_at);
                ring_pairs(&ring_of(a, ring_ix), &ring_of(b, ring_ix), seeds)
            };
            (0..n_rings).map(ring_pair).collect()
        };
        Way::Rings((0..n).map(pair).collect())
    }
}

/// The polygons of a shape, the largest first, so that main parts become main parts; a circle as a many-cornered one.
fn polygons_by_size(shape: &AreaShape) -> Vec<Vec<Vec<Point>>> {
    if let Some(radius) = shape.radius {
        return vec![vec![circle_ring(shape.label_at, radius)]];
    }
    let mut polygons = shape.polygons.clone();
    let size = |rings: &Vec<Vec<Point>>| rings.first().map_or(0.0, |ring| ring_area(ring).abs());
    order::sort_by(&mut polygons, |a, b| size(b).total_cmp(&size(a)));
    polygons
}

/// Corners of two rings in pairs. A ring without corners counts as the one point that `seeds` names for its side.
fn ring_pairs(from: &[Point], to: &[Point], seeds: [Point; 2]) -> Vec<[Point; 2]> {
    match (from.is_empty(), to.is_empty()) {
        (true, _) => return to.iter().map(|&point| [seeds[0], point]).collect(),
        (_, true) => return from.iter().map(|&point| [point, seeds[1]]).collect(),
        _ => {}
    }
    let (from, to) = (Track::new(from), Track::new(to));
    let shift = best_shift(&from, &to);
    // The shares of the way around at which either ring has a corner, counted on the first ring.
    let mut shares = from.shares.clone();
    shares.extend(to.shares.iter().map(|share| (share - shift).rem_euclid(1.0)));
    order::sort_numbers(&mut shares);
    shares.dedup_by(|a, b| *a - *b < 1e-12);
    shares.into_iter().map(|share| [from.at(share), to.at(share + shift)]).collect()
}

/// The shift of the second ring's shares that makes the two lie best on each other, both centred: then nothing twists.
fn best_shift(from: &Track, to: &Track) -> f64 {
    let samples = |track: &Track| -> Vec<Point> {
        let center = Bounds::of_points(track.ring.iter().copied()).map_or([0.0, 0.0], |bounds| bounds.center());
        let sample = |k: usize| track.at(k as f64 / ALIGN_STEPS as f64);
        (0..ALIGN_STEPS).map(sample).map(|at| [at[0] - center[0], at[1] - center[1]]).collect()
    };
    let (a, b) = (samples(from), samples(to));
    // The least sum of squared distances is the greatest sum of products.
    let likeness = |step: usize| -> f64 {
        (0..ALIGN_STEPS)
            .map(|k| {
                let other = b[(k + step) % ALIGN_STEPS];
                a[k][0] * other[0] + a[k][1] * other[1]
            })
            .sum()
    };
    let likenesses: Vec<f64> = (0..ALIGN_STEPS).map(likeness).collect();
    let best = (0..ALIGN_STEPS).max_by(|&x, &y| likenesses[x].total_cmp(&likenesses[y]).then(y.cmp(&x)));
    best.unwrap_or(0) as f64 / ALIGN_STEPS as f64
}

/// A ring as a way around, clockwise on a screen.
struct Track {
    ring: Vec<Point>,
    /// For each corner its share of the way around, the first 0.
    shares: Vec<f64>,
}

impl Track {
    /// Of a ring with at least one point.
    fn new(ring: &[Point]) -> Track {
        let mut ring = ring.to_vec();
        if ring_area(&ring) < 0.0 {
            ring.reverse();
        }
        let mut lengths = vec![0.0];
        let mut around = 0.0;
        for ix in 0..ring.len() {
            around += distance(ring[ix], ring[(ix + 1) % ring.len()]);
            lengths.push(around);
        }
        lengths.pop();
        // All corners of a ring without length are one place; any shares will do.
        let shares = lengths.iter().map(|length| if around > 0.0 { length / around } else { 0.0 }).collect();
        Track { ring, shares }
    }

    /// The point at a share of the way around; whole turns do not count.
    fn at(&self, share: f64) -> Point {
        let share = share.rem_euclid(1.0);
        let after = self.shares.partition_point(|&corner| corner <= share).max(1);
        let (start, end) = (self.shares[after - 1], self.shares.get(after).copied().unwrap_or(1.0));
        let (a, b) = (self.ring[after - 1], self.ring[after % self.ring.len()]);
        if end > start { between(a, b, (share - start) / (end - start)) } else { a }
    }
}

/// The point at a share of the straight way.
fn between(a: Point, b: Point, share: f64) -> Point {
    [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::geo::shape::regular_ring;

    fn polygon(ring: Vec<Point>) -> AreaShape {
        let label_at = Bounds::of_points(ring.iter().copied()).map_or([0.0, 0.0], |bounds| bounds.center());
        AreaShape { polygons: vec![vec![ring]], label_at, radius: None }
    }

    /// A star-shaped ring with corners at the given distances from a centre.
    fn star(center: Point, reaches: &[f64]) -> AreaShape {
        let corner = |(k, reach): (usize, &f64)| {
            let (sin, cos) = (k as f64 / reaches.len() as f64 * std::f64::consts::TAU).sin_cos();
            [center[0] + reach * cos, center[1] + reach * sin]
        };
        polygon(reaches.iter().enumerate().map(corner).collect())
    }

    /// How far the corners of `ring` lie from the outline of `other`, at most.
    fn worst_gap(ring: &[Point], other: &[Point]) -> f64 {
        let gap = |at: Point| {
            let to_edge = |(a, b): (Point, Point)| {
                let length2 = distance(a, b).powi(2);
                let along = ((at[0] - a[0]) * (b[0] - a[0]) + (at[1] - a[1]) * (b[1] - a[1])) / length2.max(1e-30);
                distance(at, between(a, b, along.clamp(0.0, 1.0)))
            };
            crate::geo::shape::edges(other).map(to_edge).fold(f64::INFINITY, f64::min)
        };
        ring.iter().map(|&at| gap(at)).fold(0.0, f64::max)
    }

    #[test]
    fn the_ends_are_the_layouts_themselves() {
        let from = [star([0.0, 0.0], &[1.0, 2.0, 1.5, 3.0])];
        let to = [AreaShape::circle([5.0, 5.0], 2.0)];
        let morph = Morph::new(&from, &to);
        assert_eq!(morph.at(0.0), from);
        assert_eq!(morph.at(f64::NAN), from);
        assert_eq!(morph.at(1.0), to);
        assert_eq!(morph.at(2.0), to);
        assert!(morph.at(0.5)[0].radius.is_none());
    }

    #[test]
    fn circles_stay_circles() {
        let morph = Morph::new(&[AreaShape::circle([0.0, 0.0], 2.0)], &[AreaShape::circle([4.0, 0.0], 4.0)]);
        assert_eq!(morph.at(0.5), [AreaShape::circle([2.0, 0.0], 3.0)]);
    }

    #[test]
    fn an_island_and_a_hole_shrink_to_a_point() {
        let mut from = polygon(regular_ring([0.0, 0.0], 4.0, 8));
        from.polygons[0].push(regular_ring([0.0, 0.0], 1.0, 5));
        from.polygons.push(vec![regular_ring([9.0, 0.0], 2.0, 6)]);
        let to = polygon(regular_ring([0.0, 0.0], 3.0, 6));
        let almost = &Morph::new(&[from], &[to]).at(1.0 - 1e-9)[0];
        assert_eq!(almost.polygons.len(), 2);
        assert!(ring_area(&almost.polygons[0][1]).abs() < 1e-6);
        assert!(ring_area(&almost.polygons[1][0]).abs() < 1e-6);
    }

    #[test]
    fn a_ring_turned_over_is_turned_back() {
        let mut reversed = regular_ring([0.0, 0.0], 2.0, 6);
        reversed.reverse();
        let way = Morph::new(&[polygon(regular_ring([0.0, 0.0], 2.0, 6))], &[polygon(reversed)]);
        assert!(worst_gap(&way.at(0.5)[0].polygons[0][0], &regular_ring([0.0, 0.0], 2.0, 6)) < 1e-9);
    }

    proptest! {
        #[test]
        fn nothing_jumps_at_the_ends_and_nothing_folds_on_the_way(
            reaches in proptest::collection::vec(1.5..2.5f64, 5..20),
        ) {
            let from = star([1.0, 1.0], &reaches);
            let hexagon = polygon(regular_ring([3.0, 2.0], 1.8, 6));
            let morph = Morph::new(std::slice::from_ref(&from), std::slice::from_ref(&hexagon));
            for (t, shape) in [(1e-6, &from), (1.0 - 1e-6, &hexagon)] {
                let ring = &morph.at(t)[0].polygons[0][0];
                let end = &shape.polygons[0][0];
                prop_assert!(worst_gap(ring, end) < 1e-4 && worst_gap(end, ring) < 1e-4);
            }
            let sizes = [&from, &hexagon].map(AreaShape::area_km2);
            for step in 1..10 {
                let size = morph.at(f64::from(step) / 10.0)[0].area_km2();
                prop_assert!(size > 0.8 * sizes[0].min(sizes[1]), "{size} of {sizes:?}");
            }
        }
    }
}
