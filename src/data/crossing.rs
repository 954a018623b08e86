//! Finds out whether border lines of one area cross or run over each other.
//!
//! Rings may touch at a corner (islands of a river that meet in a point are common in simplified borders); any other
//! contact is a crossing. Boxes around runs of neighbouring segments, halved again and again, leave few pairs to compare;
//! hostile lines that would leave many are given up on, not waited for.

use super::model::LonLat;

/// Why rings did not pass.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Crossing {
    /// They cross near this point.
    Near(LonLat),
    /// Nobody knows: the work given was not enough to find out.
    TooMuchWork,
}

/// Comparisons that may still be made for a whole file.
#[derive(Debug)]
pub(super) struct Work(u64);

impl Work {
    /// Fractal coasts and a country of communes took 5 to 9 comparisons a point; three times that is allowed, which keeps
    /// a hostile file of the greatest size to some two seconds.
    pub(super) fn for_points(n_points: usize) -> Work {
        Work(2_000_000 + 30 * n_points as u64)
    }

    /// Takes comparisons off what is left; `false` when there are not so many left.
    pub(super) fn spend(&mut self, n: usize) -> bool {
        match self.0.checked_sub(n as u64) {
            Some(left) => {
                self.0 = left;
                true
            }
            None => false,
        }
    }
}

/// Checks all rings of one area against themselves and each other. Rings do not repeat their first point.
pub(super) fn check(rings: &[Vec<LonLat>], work: &mut Work) -> Result<(), Crossing> {
    let mut segments = Vec::with_capacity(rings.iter().map(Vec::len).sum());
    for ring in rings {
        let first_ix = segments.len();
        for (ix, (a, b)) in ring.iter().zip(ring.iter().cycle().skip(1)).enumerate() {
            let next_ix = if ix + 1 == ring.len() { first_ix } else { first_ix + ix + 1 };
            segments.push(Segment { a: *a, b: *b, next_ix });
        }
    }
    Boxes::new(&segments).compare_all(work)
}

struct Segment {
    a: LonLat,
    b: LonLat,
    /// The segment that starts where this one ends.
    next_ix: usize,
}

#[derive(Clone, Copy)]
struct Box2 {
    min: LonLat,
    max: LonLat,
}

impl Box2 {
    fn of(segment: &Segment) -> Box2 {
        let (a, b) = (segment.a, segment.b);
        Box2 { min: [a[0].min(b[0]), a[1].min(b[1])], max: [a[0].max(b[0]), a[1].max(b[1])] }
    }

    fn around(boxes: &[Box2]) -> Box2 {
        boxes.iter().skip(1).fold(boxes[0], |sum, next| Box2 {
            min: [sum.min[0].min(next.min[0]), sum.min[1].min(next.min[1])],
            max: [sum.max[0].max(next.max[0]), sum.max[1].max(next.max[1])],
        })
    }

    fn meets(&self, other: &Box2) -> bool {
        self.min[0] <= other.max[0]
            && other.min[0] <= self.max[0]
            && self.min[1] <= other.max[1]
            && other.min[1] <= self.max[1]
    }
}

/// A binary tree of boxes: `levels[0]` one a segment, each further level one around two of the level below.
struct Boxes<'a> {
    segments: &'a [Segment],
    levels: Vec<Vec<Box2>>,
}

impl Boxes<'_> {
    fn new(segments: &[Segment]) -> Boxes<'_> {
        let mut level: Vec<Box2> = segments.iter().map(Box2::of).collect();
        let mut levels = Vec::new();
        while 1 < level.len() {
            let above = level.chunks(2).map(Box2::around).collect();
            levels.push(std::mem::replace(&mut level, above));
        }
        levels.push(level);
        Boxes { segments, levels }
    }

    /// Every pair of neighbours within each level, from which `compare` goes down.
    fn compare_all(&self, work: &mut Work) -> Result<(), Crossing> {
        for (level, boxes) in self.levels.iter().enumerate() {
            for left in (0..boxes.len().saturating_sub(1)).step_by(2) {
                self.compare(level, left, left + 1, work)?;
            }
        }
        Ok(())
    }

    fn compare(&self, level: usize, left: usize, right: usize, work: &mut Work) -> Result<(), Crossing> {
        if !work.spend(1) {
            return Err(Crossing::TooMuchWork);
        }
        let boxes = &self.levels[level];
        if !boxes[left].meets(&boxes[right]) {
            return Ok(());
        }
        if level == 0 {
            return self.compare_segments(left, right);
        }
        let n_below = self.levels[level - 1].len();
        for below_left in [2 * left, 2 * left + 1] {
            for below_right in [2 * right, 2 * right + 1] {
                if below_left < n_below && below_right < n_below {
                    self.compare(level - 1, below_left, below_right, work)?;
                }
            }
        }
        Ok(())
    }

    fn compare_segments(&self, left: usize, right: usize) -> Result<(), Crossing> {
        let (s, t) = (&self.segments[left], &self.segments[right]);
        let crosses = if s.next_ix == right && t.next_ix == left {
            // Two segments that are a whole ring: there and back.
            true
        } else if s.next_ix == right {
            folds_back(s.a, s.b, t.b)
        } else if t.next_ix == left {
            folds_back(t.a, t.b, s.b)
        } else {
            cross(s, t)
        };
        if crosses { Err(Crossing::Near(s.b)) } else { Ok(()) }
    }
}

/// On which side of the line from `a` to `b` the point `c` lies: 1 left, -1 right, 0 on it.
fn side(a: LonLat, b: LonLat, c: LonLat) -> i8 {
    let turn = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    i8::from(0.0 < turn) - i8::from(turn < 0.0)
}

/// Whether the way from `from` over `corner` to `to` runs back over itself.
fn folds_back(from: LonLat, corner: LonLat, to: LonLat) -> bool {
    let forwards = (from[0] - corner[0]) * (to[0] - corner[0]) + (from[1] - corner[1]) * (to[1] - corner[1]);
    side(from, corner, to) == 0 && 0.0 < forwards
}

/// Whether two segments that do not follow each other have more in common than a corner. Their boxes meet already.
fn cross(s: &Segment, t: &Segment) -> bool {
    for (s_end, s_other) in [(s.a, s.b), (s.b, s.a)] {
        for (t_end, t_other) in [(t.a, t.b), (t.b, t.a)] {
            if s_end == t_end {
                return folds_back(s_other, s_end, t_other);
            }
        }
    }
    side(s.a, s.b, t.a) * side(s.a, s.b, t.b) <= 0 && side(t.a, t.b, s.a) * side(t.a, t.b, s.b) <= 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Crossing, LonLat, Work, check};

    fn ring(points: &[(i32, i32)]) -> Vec<LonLat> {
        points.iter().map(|(x, y)| [f64::from(*x), f64::from(*y)]).collect()
    }

    fn crosses(rings: &[&[(i32, i32)]]) -> bool {
        let rings: Vec<Vec<LonLat>> = rings.iter().map(|points| ring(points)).collect();
        check(&rings, &mut Work::for_points(100)).is_err()
    }

    #[test]
    fn crossing_and_overlapping_lines_are_found() {
        assert!(!crosses(&[&[(0, 0), (4, 0), (4, 4), (0, 4)]]));
        assert!(crosses(&[&[(0, 0), (4, 4), (4, 0), (0, 4)]]), "bow tie");
        assert!(crosses(&[&[(0, 0), (4, 0), (4, 4), (4, 1), (0, 4)]]), "spike");
        assert!(crosses(&[&[(0, 0), (4, 0), (4, 4), (2, 0), (0, 4)]]), "a corner in the middle of a side");
        assert!(crosses(&[&[(0, 0), (4, 0)]]), "there and back");
        assert!(crosses(&[&[(0, 0), (4, 0), (4, 4)], &[(3, -1), (3, 1), (5, 1)]]), "two rings");
    }

    #[test]
    fn rings_may_touch_at_corners() {
        assert!(!crosses(&[&[(0, 0), (2, 0), (1, 1), (2, 2), (0, 2), (1, 1)]]), "pinched");
        assert!(!crosses(&[&[(0, 0), (2, 0), (0, 2)], &[(2, 0), (4, 0), (4, 2)]]));
    }

    #[test]
    fn the_work_is_bounded() {
        let square = ring(&[(0, 0), (4, 0), (4, 4), (0, 4)]);
        assert_eq!(check(&[square], &mut Work(1)), Err(Crossing::TooMuchWork));
    }

    /// Whether two segments share more than one corner of both, by exact arithmetic and without any boxes: the
    /// independent reference of the property below.
    fn touch_badly(p: [(i32, i32); 2], q: [(i32, i32); 2]) -> bool {
        let turn = |a: (i32, i32), b: (i32, i32), c: (i32, i32)| {
            ((b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)).signum()
        };
        let on = |a: (i32, i32), b: (i32, i32), c: (i32, i32)| {
            turn(a, b, c) == 0 && (c.0 - a.0) * (c.0 - b.0) <= 0 && (c.1 - a.1) * (c.1 - b.1) <= 0
        };
        let proper =
            turn(p[0], p[1], q[0]) * turn(p[0], p[1], q[1]) < 0 && turn(q[0], q[1], p[0]) * turn(q[0], q[1], p[1]) < 0;
        // An end of one inside the other, where the other does not end as well.
        let inside = |s: [(i32, i32); 2], c: (i32, i32)| on(s[0], s[1], c) && !s.contains(&c);
        let same = p == q || (p[0] == q[1] && p[1] == q[0]);
        proper || same || q.iter().any(|c| inside(p, *c)) || p.iter().any(|c| inside(q, *c))
    }

    proptest! {
        #[test]
        fn agrees_with_comparing_every_pair(points in prop::collection::vec((0..7_i32, 0..7_i32), 3..14)) {
            let mut points = points;
            points.dedup();
            if points.first() == points.last() {
                points.pop();
            }
            prop_assume!(3 <= points.len());
            let n = points.len();
            let segment = |ix: usize| [points[ix], points[(ix + 1) % n]];
            let expected = (0..n).any(|left| (left + 1..n).any(|right| touch_badly(segment(left), segment(right))));
            prop_assert_eq!(crosses(&[points.as_slice()]), expected);
        }
    }
}
