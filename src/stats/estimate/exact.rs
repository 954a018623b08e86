//! Draws of small counts, exactly conditional on their sum.
//!
//! The probability of each sum of the areas from a position on is computed from the last area backwards; then each draw
//! goes forwards, an area at a time, and gives it `k` with the probability of `k` times that of what is left for the
//! others. Small counts cannot be raked: a 0 stays a 0 on the logit scale, and rounding is as great as the counts.

use super::margin::{Lattice, Margin};
use super::rng::Rng;

/// Entries of the table of sums: half a megabyte.
const MAX_ENTRIES: usize = 1 << 16;

/// Multiplications to fill it: about a millisecond.
const MAX_WORK: usize = 1_000_000;

/// `n_draws` rows of a value an area, each adding up to `sum`, a whole number.
///
/// `None` where that is too much work, or where the sum is so unlikely that its probability is no normal number.
pub(super) fn draw(margins: &[Margin], sum: f64, n_draws: usize, rng: &mut Rng) -> Option<Vec<f32>> {
    let n = margins.len();
    // Asked as a real number, which cannot overflow.
    if MAX_ENTRIES as f64 <= (sum + 1.0) * (n + 1) as f64 {
        return None;
    }
    let sum = sum as usize;
    let width = sum + 1;
    // All distributions one after the other, each with its first value and where it begins; the last entry is the end.
    let (mut probabilities, mut firsts, mut starts) = (Vec::new(), Vec::new(), vec![0]);
    let mut lattice = Lattice::default();
    for margin in margins {
        lattice.fill(margin, false);
        let whole: f64 = lattice.weights.iter().sum();
        for weight in lattice.weights.iter().take(width.saturating_sub(lattice.first)) {
            probabilities.push(weight / whole);
        }
        firsts.push(lattice.first);
        starts.push(probabilities.len());
        if MAX_WORK / width < probabilities.len() {
            return None;
        }
    }
    let mut sums = vec![0.0; (n + 1) * width];
    sums[n * width] = 1.0;
    for ix in (0..n).rev() {
        let (here, behind) = sums[ix * width..(ix + 2) * width].split_at_mut(width);
        for (k, p) in (firsts[ix]..).zip(&probabilities[starts[ix]..starts[ix + 1]]) {
            for (to, from) in here[k..].iter_mut().zip(&*behind) {
                *to += p * from;
            }
        }
    }
    if !sums[sum].is_normal() {
        return None;
    }
    let mut draws = vec![0.0; n_draws * n];
    for row in draws.chunks_exact_mut(n) {
        let mut left = sum;
        for (ix, value) in row.iter_mut().enumerate() {
            let mut target = rng.fraction() * sums[ix * width + left];
            let behind = &sums[(ix + 1) * width..(ix + 2) * width];
            let mut taken = 0;
            for (k, p) in (firsts[ix]..=left).zip(&probabilities[starts[ix]..starts[ix + 1]]) {
                let weight = p * behind[left - k];
                if 0.0 < weight {
                    taken = k;
                    target -= weight;
                    if target < 0.0 {
                        break;
                    }
                }
            }
            *value = taken as f32;
            left -= taken;
        }
    }
    Some(draws)
}
