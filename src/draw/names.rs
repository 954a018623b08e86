//! Names beside marks of a plot: on a side that has room, or not at all.

use super::scene::{Anchor, Px};

/// The names that stand already.
pub(super) struct Names {
    /// Left, top, right and bottom of the plot.
    plot: [f64; 4],
    taken: Vec<[Px; 2]>,
}

impl Names {
    /// No names yet, in a plot of these edges (left, top, right, bottom).
    pub fn within(plot: [f64; 4]) -> Names {
        Names { plot, taken: Vec::new() }
    }

    /// A place for a name of this width beside a mark, at a distance from its middle: on the right if there is room, else
    /// on the left. A name over a name would serve neither, so there may be none.
    pub fn beside(&mut self, center: Px, off: f64, width: f64, size: f64) -> Option<(Px, Anchor)> {
        for (x, anchor) in [(center[0] + off, Anchor::Start), (center[0] - off, Anchor::End)] {
            let left = if anchor == Anchor::Start { x } else { x - width };
            let rect = [[left, center[1] - size * 0.6], [left + width, center[1] + size * 0.6]];
            let inside = self.plot[0] <= rect[0][0] && rect[1][0] <= self.plot[2];
            let apart =
                |other: &[Px; 2]| (0..2).any(|axis| other[1][axis] <= rect[0][axis] || rect[1][axis] <= other[0][axis]);
            if inside && self.taken.iter().all(apart) {
                self.taken.push(rect);
                return Some(([x, center[1]], anchor));
            }
        }
        None
    }
}
