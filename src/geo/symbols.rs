//! Circles sized by value, moved apart until none hides another (after D. Dorling's cartograms).

use super::shape::{AreaShape, distance};
use super::{Bounds, Point};
use crate::order;

/// Rounds in which circles are both pushed apart and drawn back to where they belong, the pull fading to nothing.
const SETTLING_ROUNDS: usize = 160;
/// Rounds in which they are only pushed apart; dense heaps take the most.
const PUSHING_ROUNDS: usize = 240;
/// With more circles than this there are fewer rounds, so that a country's do not take longer and longer.
const FULL_ROUNDS_CIRCLES: usize = 2000;
/// How much of its way home a circle is drawn in the first round.
const FIRST_PULL: f64 = 0.25;
/// An overlap below this share of the two radii is none.
const TOLERANCE: f64 = 1e-6;

/// One circle for each label point, of the radius given (kilometres), near its point and overlapping no other.
///
/// A radius that is zero, negative or not a number gives a circle of radius 0 at its point, which takes no room.
/// Points beyond the end of `radii_km` are treated so, too. The result depends on nothing but the input.
pub fn symbols(label_points: &[Point], radii_km: &[f64]) -> Vec<AreaShape> {
    let radius_of = |ix: usize| radii_km.get(ix).copied().filter(|r| r.is_finite()).unwrap_or(0.0).max(0.0);
    let mut centers = label_points.to_vec();
    let circles: Vec<(usize, f64)> =
        (0..label_points.len()).map(|ix| (ix, radius_of(ix))).filter(|&(_, radius)| radius > 0.0).collect();
    let mut swarm = Swarm::new(&circles, label_points);
    swarm.settle();
    for (&(ix, _), &at) in circles.iter().zip(&swarm.at) {
        centers[ix] = at;
    }
    centers.iter().enumerate().map(|(ix, &center)| AreaShape::circle(center, radius_of(ix))).collect()
}

/// The circles that take room.
struct Swarm {
    home: Vec<Point>,
    at: Vec<Point>,
    radius: Vec<f64>,
    max_radius: f64,
}

impl Swarm {
    fn new(circles: &[(usize, f64)], label_points: &[Point]) -> Swarm {
        let home: Vec<Point> = circles.iter().map(|&(ix, _)| label_points[ix]).collect();
        let radius: Vec<f64> = circles.iter().map(|&(_, radius)| radius).collect();
        let max_radius = radius.iter().copied().fold(0.0, f64::max);
        Swarm { at: home.clone(), home, radius, max_radius }
    }

    fn settle(&mut self) {
        let rounds = |full: usize| full * FULL_ROUNDS_CIRCLES / self.at.len().max(FULL_ROUNDS_CIRCLES);
        let (n_settling, n_pushing) = (rounds(SETTLING_ROUNDS), rounds(PUSHING_ROUNDS));
        for round in 0..n_settling {
            let pull = FIRST_PULL * (1.0 - round as f64 / n_settling as f64);
            for (at, home) in self.at.iter_mut().zip(&self.home) {
                for axis in 0..2 {
                    at[axis] += (home[axis] - at[axis]) * pull;
                }
            }
            if self.push() <= 1.0 + TOLERANCE && round == 0 {
                // Nothing overlaps where everything is at home.
                return;
            }
        }
        for _ in 0..n_pushing {
            if self.push() <= 1.0 + TOLERANCE {
                return;
            }
        }
        self.widen();
    }

    /// Pushes each overlapping pair apart, the smaller circle further. Gives the worst crowding before the push.
    fn push(&mut self) -> f64 {
        let mut worst = 1.0f64;
        for (a, b) in self.near_pairs() {
            let wanted = self.radius[a] + self.radius[b];
            let apart = distance(self.at[a], self.at[b]);
            if apart >= wanted {
                continue;
            }
            worst = worst.max(wanted / apart.max(f64::MIN_POSITIVE));
            let direction = if apart > wanted * 1e-9 {
                [(self.at[b][0] - self.at[a][0]) / apart, (self.at[b][1] - self.at[a][1]) / apart]
            } else {
                // Circles on one place have no direction of their own; each pair gets another one.
                let (sin, cos) = ((a * 7 + b * 13) as f64).sin_cos();
                [cos, sin]
            };
            let (surface_a, surface_b) = (self.radius[a].powi(2), self.radius[b].powi(2));
            let share_a = surface_b / (surface_a + surface_b);
            let overlap = wanted - apart;
            for (axis, along) in direction.into_iter().enumerate() {
                self.at[a][axis] -= along * overlap * share_a;
                self.at[b][axis] += along * overlap * (1.0 - share_a);
            }
        }
        worst
    }

    /// Pairs that may overlap now or after a small push, from a sweep from west to east.
    fn near_pairs(&self) -> Vec<(usize, usize)> {
        let mut order: Vec<usize> = (0..self.at.len()).collect();
        order::sort_by(&mut order, |&a, &b| self.at[a][0].total_cmp(&self.at[b][0]).then(a.cmp(&b)));
        let mut pairs = Vec::new();
        for (rank, &a) in order.iter().enumerate() {
            for &b in &order[rank + 1..] {
                if self.at[b][0] - self.at[a][0] > self.radius[a] + self.max_radius {
                    break;
                }
                if (self.at[b][1] - self.at[a][1]).abs() < self.radius[a] + self.radius[b] {
                    pairs.push((a, b));
                }
            }
        }
        pairs
    }

    /// The last resort for heaps that pushing did not take apart: everything moves away from the middle, just so far
    /// that nothing overlaps.
    fn widen(&mut self) {
        let crowding = |swarm: &Swarm| {
            let pairs = swarm.near_pairs().into_iter();
            let ratio =
                |(a, b): (usize, usize)| (swarm.radius[a] + swarm.radius[b]) / distance(swarm.at[a], swarm.at[b]);
            pairs.map(ratio).filter(|ratio| ratio.is_finite()).fold(1.0f64, f64::max)
        };
        let factor = crowding(self) * (1.0 + 1e-12);
        let Some(middle) = Bounds::of_points(self.at.iter().copied()).map(|bounds| bounds.center()) else { return };
        for at in &mut self.at {
            for axis in 0..2 {
                at[axis] = middle[axis] + (at[axis] - middle[axis]) * factor;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn worst_overlap(shapes: &[AreaShape]) -> f64 {
        let mut worst = 0.0f64;
        for (ix, a) in shapes.iter().enumerate() {
            for b in &shapes[..ix] {
                let (ra, rb) = (a.radius.unwrap(), b.radius.unwrap());
                if ra > 0.0 && rb > 0.0 {
                    worst = worst.max(1.0 - distance(a.label_at, b.label_at) / (ra + rb));
                }
            }
        }
        worst
    }

    #[test]
    fn circles_with_room_stay_at_home() {
        let points = [[0.0, 0.0], [5.0, 0.0], [0.0, 5.0]];
        let shapes = symbols(&points, &[1.0, 2.0, 3.0]);
        assert!(shapes.iter().zip(points).all(|(shape, at)| shape.label_at == at));
        assert_eq!(shapes[2].radius, Some(3.0));
    }

    #[test]
    fn a_circle_of_no_size_stays_at_home_and_pushes_nobody() {
        let shapes = symbols(&[[0.0, 0.0], [0.0, 0.0], [0.1, 0.0], [9.0, 9.0]], &[1.0, 0.0, f64::NAN]);
        assert_eq!(shapes[0].label_at, [0.0, 0.0]);
        assert_eq!(shapes[1], AreaShape::circle([0.0, 0.0], 0.0));
        assert_eq!(shapes[2], AreaShape::circle([0.1, 0.0], 0.0));
        assert_eq!(shapes[3].radius, Some(0.0));
    }

    #[test]
    fn a_heap_on_one_place_is_taken_apart() {
        let shapes = symbols(&[[2.0, 3.0]; 40], &[1.0; 40]);
        assert!(worst_overlap(&shapes) < 1e-5, "{}", worst_overlap(&shapes));
        assert!(shapes.iter().all(|shape| distance(shape.label_at, [2.0, 3.0]) < 15.0));
    }

    #[test]
    fn two_circles_part_along_the_line_between_them() {
        let shapes = symbols(&[[-0.5, 0.0], [0.5, 0.0]], &[1.0, 1.0]);
        assert!(shapes[0].label_at[0] < -0.99 && shapes[0].label_at[0] > -1.05);
        assert!(shapes[0].label_at[1].abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn no_two_circles_overlap(
            circles in proptest::collection::vec((-9.0..9.0f64, -9.0..9.0f64, 0.0..3.0f64), 0..40),
        ) {
            let points: Vec<Point> = circles.iter().map(|&(x, y, _)| [x, y]).collect();
            let radii: Vec<f64> = circles.iter().map(|&(_, _, r)| r).collect();
            let shapes = symbols(&points, &radii);
            prop_assert!(worst_overlap(&shapes) < 1e-5, "{}", worst_overlap(&shapes));
            prop_assert!(shapes.iter().zip(&radii).all(|(shape, r)| shape.radius == Some(*r)));
            prop_assert_eq!(symbols(&points, &radii), shapes);
        }
    }
}
