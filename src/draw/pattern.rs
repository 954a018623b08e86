//! Geometry that plotters does not have: dashes, hatching inside polygons, and polygons with holes as one ring.

use super::scene::{Hatch, HatchKind, Px};
use crate::order;

/// More dashes than this in one line are not seen as dashes any more; the line is then drawn solid.
const MAX_DASHES: f64 = 20_000.0;

/// Pieces of a line that a dash pattern leaves; the line itself where the pattern makes no sense.
pub(super) fn dashes(points: &[Px], [dash, gap]: [f64; 2]) -> Vec<Vec<Px>> {
    let length: f64 = points.windows(2).map(|pair| distance(pair[0], pair[1])).sum();
    let period = dash + gap;
    let sensible = dash > 0.0 && gap > 0.0 && length.is_finite() && length / period < MAX_DASHES;
    let Some((&first, rest)) = points.split_first() else { return Vec::new() };
    if !sensible {
        return vec![points.to_vec()];
    }
    let mut pieces = Vec::new();
    let mut piece = vec![first];
    let (mut here, mut inside, mut left) = (first, true, dash);
    for &next in rest {
        let mut ahead = distance(here, next);
        while left < ahead {
            let t = left / ahead;
            here = [here[0] + (next[0] - here[0]) * t, here[1] + (next[1] - here[1]) * t];
            ahead -= left;
            if inside {
                piece.push(here);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![here];
            }
            inside = !inside;
            left = if inside { dash } else { gap };
        }
        left -= ahead;
        here = next;
        if inside {
            piece.push(here);
        }
    }
    if inside && 1 < piece.len() {
        pieces.push(piece);
    }
    pieces
}

/// What a pattern is painted with.
#[derive(Debug, PartialEq)]
pub(super) enum Stroked {
    /// Lines from end to end.
    Segments(Vec<[Px; 2]>),
    /// Middles of dots.
    Dots(Vec<Px>),
}

/// The part of a pattern that lies inside rings (even-odd) and in sight.
///
/// Positions count from the drawing's origin, not from the shape, so that the pattern runs on from shape to shape.
pub(super) fn hatching(rings: &[Vec<Px>], hatch: &Hatch, size_px: [f64; 2]) -> Stroked {
    if !(hatch.spacing.is_finite() && 0.5 < hatch.spacing && 0.0 < hatch.width && hatch.width.is_finite()) {
        return Stroked::Segments(Vec::new());
    }
    let half = std::f64::consts::FRAC_1_SQRT_2;
    match hatch.kind {
        HatchKind::Lines => {
            let spans = spans(rings, [half, half], hatch.spacing, size_px);
            Stroked::Segments(
                spans
                    .into_iter()
                    .map(|span| [span.at([half, half], span.from), span.at([half, half], span.to)])
                    .collect(),
            )
        }
        HatchKind::Dots => {
            let mut dots = Vec::new();
            let margin = hatch.width / 2.0;
            for span in spans(rings, [0.0, 1.0], hatch.spacing, size_px) {
                // Every other row is shifted by half a step. Along these rows the span's coordinate is -x.
                let shift = if span.line_ix % 2 == 0 { 0.0 } else { 0.5 };
                let (left, right) = ((-span.to).max(-hatch.spacing), (-span.from).min(size_px[0] + hatch.spacing));
                let mut step = ((left + margin) / hatch.spacing - shift).ceil();
                while (step + shift) * hatch.spacing <= right - margin {
                    dots.push([(step + shift) * hatch.spacing, span.offset]);
                    step += 1.0;
                }
            }
            Stroked::Dots(dots)
        }
    }
}

/// A stretch inside a shape of one line of a family of parallel lines.
struct Span {
    line_ix: i64,
    /// Distance of the line from the origin along the normal.
    offset: f64,
    from: f64,
    to: f64,
}

impl Span {
    /// The point at `along`, counted along the normal turned by a quarter.
    fn at(&self, normal: [f64; 2], along: f64) -> Px {
        [normal[0] * self.offset - normal[1] * along, normal[1] * self.offset + normal[0] * along]
    }
}

/// Where lines at whole multiples of `spacing` along `normal` run inside the rings.
fn spans(rings: &[Vec<Px>], normal: [f64; 2], spacing: f64, size_px: [f64; 2]) -> Vec<Span> {
    let offset_of = |p: Px| p[0] * normal[0] + p[1] * normal[1];
    let along_of = |p: Px| p[1] * normal[0] - p[0] * normal[1];
    // Both parts of the normal are positive, so the corners nearest to and farthest from the origin bound the sight.
    let last_in_sight = (offset_of(size_px) / spacing).ceil();
    let mut crossings: Vec<(i64, f64)> = Vec::new();
    for ring in rings {
        for (ix, &a) in ring.iter().enumerate() {
            let b = ring[(ix + 1) % ring.len()];
            let (offset_a, offset_b) = (offset_of(a), offset_of(b));
            // Half-open at the far end: a line through a corner is counted once.
            let (near, far) = if offset_a < offset_b { (offset_a, offset_b) } else { (offset_b, offset_a) };
            let first = (near / spacing).ceil().max(0.0);
            let end = (far / spacing).ceil().min(last_in_sight + 1.0);
            let mut line = first;
            while line < end {
                let t = (line * spacing - offset_a) / (offset_b - offset_a);
                crossings.push((line as i64, along_of(a) + (along_of(b) - along_of(a)) * t));
                line += 1.0;
            }
        }
    }
    order::sort_by(&mut crossings, |a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    crossings
        .chunks_exact(2)
        .filter(|pair| pair[0].0 == pair[1].0 && pair[0].1 < pair[1].1)
        .map(|pair| Span { line_ix: pair[0].0, offset: pair[0].0 as f64 * spacing, from: pair[0].1, to: pair[1].1 })
        .collect()
}

/// One ring that encloses what the first ring holds without the others.
///
/// Each hole is entered and left over the same line, so the line adds no surface, and runs against the outer ring, so
/// that the winding rule (canvas) and the even-odd rule (hatching) agree.
pub(super) fn bridge(rings: &[Vec<Px>]) -> Vec<Px> {
    let Some((outer, holes)) = rings.split_first() else { return Vec::new() };
    let mut joined = outer.clone();
    let clockwise = 0.0 < doubled_area(outer);
    for hole in holes {
        let Some(&entry) = hole.first() else { continue };
        let Some(from_ix) =
            (0..joined.len()).min_by(|&a, &b| distance(joined[a], entry).total_cmp(&distance(joined[b], entry)))
        else {
            continue;
        };
        let against = (0.0 < doubled_area(hole)) != clockwise;
        let mut detour: Vec<Px> = hole.clone();
        if !against {
            detour[1..].reverse();
        }
        detour.push(entry);
        detour.push(joined[from_ix]);
        joined.splice(from_ix + 1..=from_ix, detour);
    }
    joined
}

fn doubled_area(ring: &[Px]) -> f64 {
    (0..ring.len())
        .map(|ix| {
            let (a, b) = (ring[ix], ring[(ix + 1) % ring.len()]);
            a[0] * b[1] - b[0] * a[1]
        })
        .sum()
}

fn distance(a: Px, b: Px) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::theme::BLACK;
    use proptest::prelude::*;

    fn square(min: f64, max: f64) -> Vec<Px> {
        vec![[min, min], [max, min], [max, max], [min, max]]
    }

    fn lines(spacing: f64) -> Hatch {
        Hatch { kind: HatchKind::Lines, color: BLACK, spacing, width: 1.0 }
    }

    #[test]
    fn a_dash_turns_corners() {
        let pieces = dashes(&[[0.0, 0.0], [5.0, 0.0], [5.0, 5.0]], [6.0, 2.0]);
        assert_eq!(pieces, vec![vec![[0.0, 0.0], [5.0, 0.0], [5.0, 1.0]], vec![[5.0, 3.0], [5.0, 5.0]]]);
    }

    #[test]
    fn senseless_dashes_leave_the_line() {
        let line = [[0.0, 0.0], [9.0, 0.0]];
        for pattern in [[0.0, 2.0], [2.0, 0.0], [f64::NAN, 1.0], [1e-9, 1e-9]] {
            assert_eq!(dashes(&line, pattern), vec![line.to_vec()], "{pattern:?}");
        }
        assert_eq!(dashes(&[], [1.0, 1.0]), Vec::<Vec<Px>>::new());
    }

    #[test]
    fn a_hole_is_left_white() {
        let rings = [square(0.0, 30.0), square(10.0, 20.0)];
        let dots = Hatch { kind: HatchKind::Dots, color: BLACK, spacing: 4.0, width: 1.0 };
        let Stroked::Dots(dots) = hatching(&rings, &dots, [100.0, 100.0]) else { panic!("dots asked for") };
        assert!(20 < dots.len());
        assert!(dots.iter().all(|&[x, y]| 0.0 < x && x < 30.0 && (0.0..30.0).contains(&y)));
        assert!(dots.iter().all(|&[x, y]| !(10.0 < x && x < 20.0 && 10.0 < y && y < 20.0)));
    }

    #[test]
    fn hatching_out_of_sight_is_not_made() {
        let far = [square(-1e9, 1e9)];
        let Stroked::Segments(segments) = hatching(&far, &lines(5.0), [100.0, 50.0]) else { panic!("lines asked for") };
        assert!(segments.len() < 30, "{}", segments.len());
        assert_eq!(hatching(&far, &lines(0.0), [100.0, 50.0]), Stroked::Segments(Vec::new()));
    }

    #[test]
    fn a_bridge_keeps_the_surface() {
        for hole in [square(10.0, 20.0), square(10.0, 20.0).into_iter().rev().collect()] {
            let joined = bridge(&[square(0.0, 30.0), hole]);
            assert_eq!(doubled_area(&joined).abs() / 2.0, 900.0 - 100.0);
        }
        assert_eq!(bridge(&[]), Vec::<Px>::new());
        assert_eq!(bridge(&[Vec::new(), square(0.0, 1.0)]), Vec::<Px>::new());
    }

    proptest! {
        #[test]
        fn dashes_are_their_share_of_the_line(
            points in prop::collection::vec([0.0..400.0, 0.0..400.0f64], 2..12), dash in 1.0..9.0f64, gap in 1.0..9.0f64,
        ) {
            let length = |line: &[Px]| line.windows(2).map(|pair| distance(pair[0], pair[1])).sum::<f64>();
            let drawn: f64 = dashes(&points, [dash, gap]).iter().map(|piece| length(piece)).sum();
            let (whole, rest) = ((length(&points) / (dash + gap)).floor(), length(&points) % (dash + gap));
            prop_assert!((drawn - (whole * dash + rest.min(dash))).abs() < 1e-6);
        }

        #[test]
        fn hatched_length_measures_the_surface(
            ring in prop::collection::vec([0.0..100.0, 0.0..100.0f64], 3..9),
        ) {
            // Cavalieri: lines at a small distance have together about the surface divided by that distance.
            let hull = star(&ring);
            let Stroked::Segments(segments) = hatching(std::slice::from_ref(&hull), &lines(0.6), [100.0, 100.0]) else {
                return Err(TestCaseError::fail("lines asked for"));
            };
            let drawn: f64 = segments.iter().map(|[a, b]| distance(*a, *b)).sum();
            prop_assert!((drawn * 0.6 - doubled_area(&hull).abs() / 2.0).abs() < 90.0);
        }
    }

    /// The points in order of their direction from their middle: a ring that does not cross itself.
    fn star(points: &[Px]) -> Vec<Px> {
        let n = points.len() as f64;
        let middle = points.iter().fold([0.0, 0.0], |sum, p| [sum[0] + p[0] / n, sum[1] + p[1] / n]);
        let mut ring = points.to_vec();
        order::sort_by(&mut ring, |a, b| {
            let angle = |p: &Px| (p[1] - middle[1]).atan2(p[0] - middle[0]);
            angle(a).total_cmp(&angle(b))
        });
        ring
    }
}
