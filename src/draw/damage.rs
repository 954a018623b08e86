//! What of a painted drawing has to be painted anew when another takes its place.
//!
//! A move of a brush dims a few areas and leaves the rest; painting those few costs a tenth of painting all.

use super::scene::{Px, Scene, Shape, Stroke};

/// What has to be painted anew.
#[derive(Debug, Clone, PartialEq)]
pub enum Damage {
    /// Everything.
    All,
    /// What lies in these boxes; none if nothing changed.
    Boxes(Vec<PxBox>),
}

/// A box on the drawing, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PxBox {
    /// Upper left corner.
    pub min: Px,
    /// Lower right corner.
    pub max: Px,
}

impl PxBox {
    /// Whether two boxes share a point.
    pub fn meets(&self, other: &PxBox) -> bool {
        (0..2).all(|axis| self.min[axis] <= other.max[axis] && other.min[axis] <= self.max[axis])
    }

    /// Whether all of another box lies in this one.
    fn holds(&self, other: &PxBox) -> bool {
        (0..2).all(|axis| self.min[axis] <= other.min[axis] && other.max[axis] <= self.max[axis])
    }
}

/// Beyond this many boxes clipping costs more than it spares.
const MAX_BOXES: usize = 24;

/// Beyond this many shapes that differ it is not worth while to look for boxes.
const MAX_SHAPES: usize = 160;

/// Between the shapes of two drawings of the same size.
pub fn damage(before: &Scene, now: &Scene) -> Damage {
    if before.size_px != now.size_px {
        return Damage::All;
    }
    let mut boxes: Vec<PxBox> = Vec::new();
    let Some(shapes) = differing(&before.shapes, &now.shapes) else { return Damage::All };
    for shape in shapes {
        let Some(around) = reach(shape) else { continue };
        // Most often an area and its borders: one box holds the others.
        if !boxes.iter().any(|held| held.holds(&around)) {
            boxes.retain(|held| !around.holds(held));
            boxes.push(around);
        }
    }
    if boxes.len() > MAX_BOXES { Damage::All } else { Damage::Boxes(boxes) }
}

/// The shapes that one of two lists has and the other has not, or not at this place among those that both have.
///
/// What both have in the same order lies over the same things in both. A filter takes a few shapes out of their place and
/// puts them elsewhere, so each old shape is looked for further on in the new list: a common subsequence, if not the longest.
/// `None`: very many.
fn differing<'a>(old: &'a [Shape], new: &'a [Shape]) -> Option<Vec<&'a Shape>> {
    let mut found = Vec::new();
    let mut next = 0;
    for shape in old {
        if MAX_SHAPES < found.len() {
            return None;
        }
        match new[next..].iter().position(|other| other == shape) {
            Some(ahead) => {
                found.extend(&new[next..next + ahead]);
                next += ahead + 1;
            }
            None => found.push(shape),
        }
    }
    found.extend(&new[next..]);
    Some(found)
}

/// The box that a shape may touch, with its outline and a pixel for soft edges; `None` if it paints nothing.
pub fn reach(shape: &Shape) -> Option<PxBox> {
    let (stroke, mut around) = match shape {
        Shape::Polygon { rings, stroke, .. } => (stroke.as_ref(), around(rings.iter().flatten())?),
        Shape::Line { points, stroke } => (Some(stroke), around(points.iter())?),
        Shape::Circle { center, radius, stroke, .. } => {
            let radius = radius.abs();
            let corners = [center.map(|at| at - radius), center.map(|at| at + radius)];
            (stroke.as_ref(), around(corners.iter())?)
        }
        Shape::Rect { min, max, stroke, .. } => (stroke.as_ref(), around([*min, *max].iter())?),
    };
    // Lines join roundly, so they reach half their width.
    let margin = 1.0 + stroke.map_or(0.0, |stroke: &Stroke| stroke.width.abs() / 2.0);
    for axis in 0..2 {
        around.min[axis] -= margin;
        around.max[axis] += margin;
    }
    Some(around)
}

fn around<'a>(mut points: impl Iterator<Item = &'a Px>) -> Option<PxBox> {
    let first = *points.next()?;
    Some(points.fold(PxBox { min: first, max: first }, |around, at| PxBox {
        min: [around.min[0].min(at[0]), around.min[1].min(at[1])],
        max: [around.max[0].max(at[0]), around.max[1].max(at[1])],
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::theme::{BLACK, WHITE};
    use proptest::prelude::*;

    fn rect(at: f64, fill: crate::draw::Rgb) -> Shape {
        let stroke = Some(Stroke::solid(BLACK, 2.0));
        Shape::Rect { min: [at, 0.0], max: [at + 8.0, 8.0], fill: Some(fill), stroke, hatch: None }
    }

    fn scene(shapes: Vec<Shape>) -> Scene {
        Scene { size_px: [100.0, 100.0], shapes, labels: Vec::new() }
    }

    #[test]
    fn what_is_the_same_is_left() {
        let before = scene(vec![rect(0.0, WHITE), rect(20.0, WHITE)]);
        assert_eq!(damage(&before, &before.clone()), Damage::Boxes(Vec::new()));
        let now = scene(vec![rect(0.0, WHITE), rect(20.0, BLACK)]);
        let box_of_second = PxBox { min: [18.0, -2.0], max: [30.0, 10.0] };
        assert_eq!(damage(&before, &now), Damage::Boxes(vec![box_of_second]));
    }

    #[test]
    fn what_comes_between_and_what_moves_is_painted_where_it_was_and_is() {
        let before = scene(vec![rect(0.0, WHITE), rect(40.0, WHITE)]);
        let between = scene(vec![rect(0.0, WHITE), rect(20.0, WHITE), rect(40.0, WHITE)]);
        let Damage::Boxes(boxes) = damage(&before, &between) else { panic!("few boxes") };
        assert_eq!(boxes, [PxBox { min: [18.0, -2.0], max: [30.0, 10.0] }]);
        let moved = scene(vec![rect(0.0, WHITE), rect(60.0, WHITE)]);
        let Damage::Boxes(boxes) = damage(&before, &moved) else { panic!("few boxes") };
        assert_eq!(boxes.iter().map(|each| each.min[0]).collect::<Vec<_>>(), [38.0, 58.0]);
    }

    #[test]
    fn what_goes_to_the_top_leaves_the_others_and_what_lies_in_a_box_adds_none() {
        let dots = |order: [f64; 4], fill| {
            let mut dots: Vec<Shape> = order.into_iter().map(|at| rect(at, WHITE)).collect();
            dots[3] = rect(order[3], fill);
            scene(dots)
        };
        let (before, now) = (dots([0.0, 20.0, 40.0, 60.0], WHITE), dots([20.0, 40.0, 60.0, 0.0], BLACK));
        let only_the_first = Damage::Boxes(vec![PxBox { min: [-2.0, -2.0], max: [10.0, 10.0] }]);
        assert_eq!(damage(&before, &now), only_the_first);
        let edge = Shape::Line { points: vec![[0.0, 4.0], [8.0, 4.0]].into(), stroke: Stroke::solid(BLACK, 1.0) };
        let mut with_edge = now.clone();
        with_edge.shapes.insert(0, edge);
        assert_eq!(damage(&before, &with_edge), only_the_first);
    }

    #[test]
    fn another_size_and_very_much_are_painted_whole() {
        let before = scene((0..40).map(|at| rect(f64::from(at), WHITE)).collect());
        let now = scene((0..40).map(|at| rect(f64::from(at), BLACK)).collect());
        assert_eq!(damage(&before, &now), Damage::All);
        assert_eq!(damage(&before, &Scene { size_px: [50.0, 50.0], ..before.clone() }), Damage::All);
    }

    proptest! {
        #[test]
        fn every_shape_that_differs_lies_in_a_box(
            old in prop::collection::vec(0.0..90.0f64, 0..8), new in prop::collection::vec(0.0..90.0f64, 0..8),
        ) {
            let (old, new) = (
                scene(old.into_iter().map(|at| rect(at, WHITE)).collect()),
                scene(new.into_iter().map(|at| rect(at, WHITE)).collect()),
            );
            if let Damage::Boxes(boxes) = damage(&old, &new) {
                let gone = old.shapes.iter().filter(|shape| !new.shapes.contains(shape));
                let come = new.shapes.iter().filter(|shape| !old.shapes.contains(shape));
                for shape in gone.chain(come) {
                    let around = reach(shape).expect("a rectangle paints");
                    prop_assert!(boxes.iter().any(|each| each.holds(&around)));
                }
            }
        }
    }
}
