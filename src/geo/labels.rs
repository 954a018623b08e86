//! Which areas' names fit on the map without touching each other.
//!
//! Works in pixels and measures no text: the caller says how large each label is in one line and in two.

use std::collections::BTreeMap;

use super::shape::{edges, ring_contains};
use super::{Bounds, Point};

/// How much of a label's height may stick out of its area on each side: the box of a text holds free space above and
/// below the letters, and a halo makes a letter's overhang readable.
const OVERHANG_SHARE: f64 = 0.12;
/// Free space kept between two labels.
const GAP_PX: f64 = 2.0;
/// Where a label may stand besides its anchor, in shares of its width and height; nearest first.
const SHIFTS: [[f64; 2]; 12] = [
    [0.0, -0.35],
    [0.0, 0.35],
    [-0.12, 0.0],
    [0.12, 0.0],
    [0.0, -0.7],
    [0.0, 0.7],
    [-0.12, -0.35],
    [0.12, -0.35],
    [-0.12, 0.35],
    [0.12, 0.35],
    [-0.25, 0.0],
    [0.25, 0.0],
];

/// A label that wants to be shown. All in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelBox<'a> {
    /// The ring that the label must lie inside (see [`super::AreaShape::main_ring`]).
    pub ring: &'a [Point],
    /// Where its middle should be.
    pub anchor: Point,
    /// Width and height when the label stands in one line.
    pub one_line: [f64; 2],
    /// Width and height when it is broken into two, if it can be.
    pub two_lines: Option<[f64; 2]>,
}

/// In how many lines a label is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lines {
    /// In one line.
    One,
    /// Broken into two.
    Two,
}

/// A label that is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// The middle of its box, pixels.
    pub center: Point,
    /// Which of its sizes it has.
    pub lines: Lines,
}

/// Places labels in the order given, the most important first: each at its anchor or a little beside it, in one line
/// or else in two, if it lies inside its ring and touches no label placed before; `None` where it does not fit.
pub fn place(candidates: &[LabelBox]) -> Vec<Option<Placed>> {
    let mut taken = Taken::new(candidates);
    let mut place_one = |label: &LabelBox| {
        let variants = [(Lines::One, Some(label.one_line)), (Lines::Two, label.two_lines)];
        let room = Bounds::of_points(label.ring.iter().copied())?.size();
        for shifts in [&[[0.0, 0.0]][..], &SHIFTS[..]] {
            for (lines, size) in variants {
                let Some([width, height]) = size else { continue };
                let overhang = 2.0 * OVERHANG_SHARE * height;
                let is_box = width > 0.0 && height > 0.0;
                if !is_box || width - overhang > room[0] || height - overhang > room[1] {
                    continue;
                }
                for shift in shifts {
                    let center = [label.anchor[0] + shift[0] * width, label.anchor[1] + shift[1] * height];
                    let bounds = box_around(center, [width, height]);
                    let inner = bounds.expand(-OVERHANG_SHARE * height);
                    if lies_inside(&inner, label.ring) && taken.try_take(bounds) {
                        return Some(Placed { center, lines });
                    }
                }
            }
        }
        None
    };
    candidates.iter().map(&mut place_one).collect()
}

/// Boxes already given away, by the cells of a grid that they touch.
struct Taken {
    cell_px: f64,
    cells: BTreeMap<[i64; 2], Vec<Bounds>>,
}

impl Taken {
    /// With cells as large as a middling label, so that each box touches a few.
    fn new(candidates: &[LabelBox]) -> Taken {
        let sum_px: f64 = candidates.iter().map(|label| label.one_line[0]).filter(|width| width.is_finite()).sum();
        Taken { cell_px: (sum_px / candidates.len().max(1) as f64).max(8.0), cells: BTreeMap::new() }
    }

    /// Takes a box unless it touches one taken before.
    fn try_take(&mut self, bounds: Bounds) -> bool {
        let cell = |at_px: f64| (at_px / self.cell_px).floor() as i64;
        let roomy = bounds.expand(GAP_PX);
        let (first, last) = (roomy.min.map(cell), roomy.max.map(cell));
        let cells = || (first[1]..=last[1]).flat_map(move |y| (first[0]..=last[0]).map(move |x| [x, y]));
        let touched = |cell: [i64; 2]| self.cells.get(&cell).into_iter().flatten().any(|other| overlap(&roomy, other));
        if cells().any(touched) {
            return false;
        }
        for cell in cells() {
            self.cells.entry(cell).or_default().push(bounds);
        }
        true
    }
}

/// The box of a size around its middle.
fn box_around(center: Point, size: [f64; 2]) -> Bounds {
    let half = [size[0] / 2.0, size[1] / 2.0];
    Bounds { min: [center[0] - half[0], center[1] - half[1]], max: [center[0] + half[0], center[1] + half[1]] }
}

/// Whether two boxes have more than their edges in common.
fn overlap(a: &Bounds, b: &Bounds) -> bool {
    a.min[0] < b.max[0] && b.min[0] < a.max[0] && a.min[1] < b.max[1] && b.min[1] < a.max[1]
}

/// Whether a whole box lies inside a ring.
fn lies_inside(bounds: &Bounds, ring: &[Point]) -> bool {
    ring_contains(ring, bounds.center()) && !edges(ring).any(|(a, b)| crosses(a, b, bounds))
}

/// Whether the line from `a` to `b` runs through a box (Liang and Barsky's clipping).
fn crosses(a: Point, b: Point, bounds: &Bounds) -> bool {
    let (mut enters, mut leaves) = (0.0f64, 1.0f64);
    for axis in 0..2 {
        let step = b[axis] - a[axis];
        let (to_min, to_max) = (bounds.min[axis] - a[axis], bounds.max[axis] - a[axis]);
        if step == 0.0 {
            if to_min > 0.0 || to_max < 0.0 {
                return false;
            }
        } else {
            let (near, far) = (to_min / step, to_max / step);
            enters = enters.max(near.min(far));
            leaves = leaves.min(near.max(far));
        }
    }
    enters < leaves
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SQUARE: [Point; 4] = [[0.0, 0.0], [100.0, 0.0], [100.0, 100.0], [0.0, 100.0]];

    fn label(ring: &[Point], anchor: Point, width: f64) -> LabelBox<'_> {
        LabelBox { ring, anchor, one_line: [width, 14.0], two_lines: Some([width / 2.0, 28.0]) }
    }

    #[test]
    fn a_label_that_fits_stands_at_its_anchor() {
        let placed = place(&[label(&SQUARE, [50.0, 50.0], 80.0)]);
        assert_eq!(placed, [Some(Placed { center: [50.0, 50.0], lines: Lines::One })]);
    }

    #[test]
    fn a_label_too_wide_is_broken_and_one_that_cannot_be_is_left_out() {
        let wide = label(&SQUARE, [50.0, 50.0], 160.0);
        assert_eq!(place(&[wide]), [Some(Placed { center: [50.0, 50.0], lines: Lines::Two })]);
        assert_eq!(place(&[LabelBox { two_lines: None, ..wide }]), [None]);
    }

    #[test]
    fn a_label_near_the_border_moves_a_little() {
        let placed = place(&[label(&SQUARE, [50.0, 4.0], 60.0)]);
        assert_eq!(placed[0].map(|it| it.lines), Some(Lines::One));
        assert!(placed[0].is_some_and(|it| it.center[1] > 4.0));
    }

    #[test]
    fn the_first_of_two_labels_on_one_place_wins() {
        let twice =
            [label(&SQUARE, [50.0, 50.0], 90.0), LabelBox { two_lines: None, ..label(&SQUARE, [50.0, 52.0], 90.0) }];
        let placed = place(&twice);
        assert!(placed[0].is_some());
        let first = placed[0].map_or([0.0, 0.0], |it| it.center);
        assert!(placed[1].is_none_or(|it| (it.center[1] - first[1]).abs() >= 14.0));
    }

    #[test]
    fn a_ring_with_a_bay_keeps_the_label_out_of_the_bay() {
        let bay = [
            [0.0, 0.0],
            [100.0, 0.0],
            [100.0, 100.0],
            [52.0, 100.0],
            [52.0, 20.0],
            [48.0, 20.0],
            [48.0, 100.0],
            [0.0, 100.0],
        ];
        let across = LabelBox { two_lines: None, ..label(&bay, [50.0, 60.0], 90.0) };
        assert_eq!(place(&[across]), [None]);
    }

    #[test]
    fn nothing_to_place_and_rings_without_points_are_no_matter() {
        assert!(place(&[]).is_empty());
        assert_eq!(place(&[label(&[], [0.0, 0.0], 10.0)]), [None]);
        assert_eq!(place(&[label(&SQUARE, [f64::NAN, 0.0], f64::NAN)]), [None]);
    }

    proptest! {
        #[test]
        fn placed_labels_never_overlap(
            wanted in proptest::collection::vec((0.0..900.0f64, 0.0..600.0f64, 5.0..120.0f64), 0..120),
        ) {
            let ring = [[-500.0, -500.0], [1500.0, -500.0], [1500.0, 1500.0], [-500.0, 1500.0]];
            let labels: Vec<LabelBox> = wanted.iter().map(|&(x, y, width)| label(&ring, [x, y], width)).collect();
            let placed = place(&labels);
            let size = |ix: usize, lines| if lines == Lines::One { labels[ix].one_line } else { labels[ix].two_lines.unwrap() };
            let boxes: Vec<Bounds> = placed.iter().enumerate()
                .filter_map(|(ix, it)| it.map(|it| box_around(it.center, size(ix, it.lines)))).collect();
            for (ix, a) in boxes.iter().enumerate() {
                prop_assert!(boxes[..ix].iter().all(|b| !overlap(a, b)));
            }
        }
    }
}
