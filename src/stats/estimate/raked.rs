//! Draws of great counts and of measures: every area by itself, then each draw raked to the sum.
//!
//! An area's values are the middles of equally likely parts of its distribution, dealt to the draws at random (a Latin
//! hypercube, `McKay`, Beckman and Conover 1979), so that few draws already have the right spread. Then open counts are
//! scaled to the sum, which for gamma variables gives exactly Dirichlet shares. Counts with capacities move on the logit
//! scale, each at a speed like its variance per unit, as least squares would share out a difference.

use super::margin::{Lattice, Margin};
use super::rng::Rng;

/// How near to 0 and to its capacity a value is taken before raking, so that any sum can be met.
const EDGE: f64 = 0.02;

/// As [`EDGE`] for open counts, as a part of the mean.
const OPEN_EDGE: f64 = 1e-6;

/// A draw is raked to within this many units of the sum.
const TOLERANCE: f64 = 1e-4;

/// Rounding is random, but for this margin, in which what raking has left of the difference disappears.
const MARGIN: f64 = 1e-3;

/// `n_draws` rows of a value an area, each adding up to `sum`; in whole units if `whole`, else but for [`TOLERANCE`].
///
/// Expects `sum` to lie between 0 and all capacities together, and not on those limits.
pub(super) fn draw(margins: &[Margin], sum: f64, whole: bool, n_draws: usize, rng: &mut Rng) -> Vec<f32> {
    let n = margins.len();
    let mut draws = vec![0.0_f32; n_draws * n];
    let mut order: Vec<usize> = (0..n_draws).collect();
    let mut lattice = Lattice::default();
    let mut fastest = 1.0_f64;
    for (area_ix, margin) in margins.iter().enumerate() {
        fastest = fastest.max(margin.inflation());
        for ix in (1..n_draws).rev() {
            order.swap(ix, rng.below(ix + 1));
        }
        lattice.fill(margin, true);
        lattice.quantiles(n_draws, |part, value| draws[order[part] * n + area_ix] = value as f32);
    }
    let is_open = margins.iter().any(Margin::is_open);
    let mut areas: Vec<Raked> = margins
        .iter()
        .map(|margin| Raked { value: 0.0, capacity: margin.capacity, speed: margin.inflation() / fastest })
        .collect();
    for row in draws.chunks_exact_mut(n) {
        for ((area, drawn), margin) in areas.iter_mut().zip(&*row).zip(margins) {
            let edge = if is_open { OPEN_EDGE * margin.mean } else { EDGE.min(0.5 * margin.capacity) };
            let (drawn, most) = (f64::from(*drawn), area.capacity - edge);
            let value = if drawn < edge { edge } else { drawn };
            area.value = if most < value { most } else { value };
        }
        if is_open {
            scale(&mut areas, sum);
        } else {
            rake(&mut areas, sum);
        }
        let mut fractions = MARGIN + (1.0 - 2.0 * MARGIN) * rng.fraction();
        for (to, area) in row.iter_mut().zip(&areas) {
            *to = area.value as f32;
            if whole {
                // Systematic rounding: up wherever the sum of the fractions passes a whole number.
                let least = area.value.floor();
                fractions += area.value - least;
                let passed = fractions.floor();
                fractions -= passed;
                *to = (least + passed) as f32;
            }
        }
    }
    draws
}

/// An area in the draw at hand.
struct Raked {
    value: f64,
    capacity: f64,
    /// From 0 to 1: how much of a move on the logit scale it makes, for small moves.
    speed: f64,
}

fn scale(areas: &mut [Raked], sum: f64) {
    let factor = sum / areas.iter().map(|area| area.value).sum::<f64>();
    for area in areas {
        area.value *= factor;
    }
}

/// Multiplies the odds of each area by `1 + speed · step` upwards or `1 / (1 + speed · step)` downwards, with the one
/// step that meets the sum.
///
/// As a function of the step the sum is concave upwards and convex downwards, so Newton's method from 0 comes to the
/// solution from one side and never passes it. Without exponentials it is also the same on every device.
fn rake(areas: &mut [Raked], sum: f64) {
    let before: f64 = areas.iter().map(|area| area.value).sum();
    let upwards = before < sum;
    let mut step = 0.0;
    // Near the limit of the capacities steps only double, and 60 doublings reach any.
    for _ in 0..60 {
        let (mut found, mut slope) = (0.0, 0.0);
        for area in &*areas {
            let rest = area.capacity - area.value;
            let (value, change) = area.moved(rest, step, upwards);
            found += value;
            slope += change;
        }
        let missing = (sum - found).abs();
        if missing <= TOLERANCE || slope <= 0.0 {
            break;
        }
        step += missing / slope;
    }
    for area in areas {
        area.value = area.moved(area.capacity - area.value, step, upwards).0;
    }
}

impl Raked {
    /// The value after a step, and by how much it changes per step, without sign; `rest` is what is missing to capacity.
    fn moved(&self, rest: f64, step: f64, upwards: bool) -> (f64, f64) {
        let factor = 1.0 + self.speed * step;
        let (up, down) = if upwards { (factor * self.value, rest) } else { (self.value, factor * rest) };
        let part = if 0.0 < up { self.capacity / (up + down) } else { 0.0 };
        let value = up * part;
        // The derivative of capacity · up / (up + down) by the factor, in either direction.
        (value, self.speed * value * down * part / (self.capacity * factor).max(f64::MIN_POSITIVE))
    }
}
