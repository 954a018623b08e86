//! What a score is made of: all contributions stacked into one bar by their sign, and below a row each.
//!
//! Parts come in order; sorting is the caller's. The rows carry the names, so colours only help to find a part again in the
//! stack.

use super::metrics::text_width;
use super::ranked::add_frame;
use super::scene::{Anchor, Label, Px, Scene, Shape, Stroke};
use super::theme::{Rgb, Theme};

/// Free space at both sides, for the frames around rows.
const SIDE_PX: f64 = 5.0;

/// Free space between the columns of names, bars and values.
const GAP_PX: f64 = 8.0;

/// Letters of systems differ: those of `DejaVu` Sans Bold are by so much wider than what [`text_width`] says of bold ones.
const ROOM: f64 = 1.15;

/// What the drawing shows.
#[derive(Debug, Clone, Copy)]
pub struct ContributionsSpec<'a> {
    /// Width in CSS pixels; the height follows from the parts.
    pub width_px: f64,
    /// Height of a row in CSS pixels.
    pub row_height_px: f64,
    /// Font size in CSS pixels.
    pub text_size_px: f64,
    /// The parts, from top to bottom and from zero outwards.
    pub parts: &'a [ContributionPart<'a>],
    /// What the sum is called.
    pub total_name: &'a str,
    /// The sum as text.
    pub total_text: &'a str,
    /// Colours.
    pub theme: &'a Theme,
}

/// What one indicator gives.
#[derive(Debug, Clone, Copy)]
pub struct ContributionPart<'a> {
    /// The indicator.
    pub key: usize,
    /// Its name.
    pub name: &'a str,
    /// Above 0 it lifts, below it pulls down; `None` where the figure is missing.
    pub value: Option<f64>,
    /// The value as text, or what stands in its place.
    pub value_text: &'a str,
    /// Colour of its bars.
    pub color: Rgb,
}

/// Where the columns lie, in CSS pixels, and what the bars reach to.
struct Columns {
    name_end: f64,
    bars: [f64; 2],
    value_end: f64,
    /// Sum of the parts below 0 (or 0) and of those above.
    domain: [f64; 2],
}

impl Columns {
    fn x(&self, value: f64) -> f64 {
        let [min, max] = self.domain;
        let share = if min < max { ((value - min) / (max - min)).clamp(0.0, 1.0) } else { 0.0 };
        self.bars[0] + share * (self.bars[1] - self.bars[0])
    }
}

impl ContributionsSpec<'_> {
    /// Width and height of the drawing in CSS pixels.
    pub fn size_px(&self) -> [f64; 2] {
        [self.width_px, self.row_height_px * (self.parts.len() + 1) as f64]
    }

    /// The indicator whose row is at a point, or whose piece of the stack.
    pub fn hit(&self, at: Px) -> Option<usize> {
        let row = (at[1] / self.row_height_px).floor();
        if row == 0.0 {
            let columns = self.columns();
            let piece = self.pieces(&columns).into_iter().find(|(_, [left, right])| (*left..*right).contains(&at[0]));
            return piece.map(|(part_ix, _)| self.parts[part_ix].key);
        }
        let part = self.parts.get((1.0 <= row).then_some(row as usize)? - 1)?;
        Some(part.key)
    }

    fn columns(&self) -> Columns {
        let mut names = text_width(self.total_name, self.text_size_px, true) * ROOM;
        let mut values = text_width(self.total_text, self.text_size_px, true) * ROOM;
        let mut domain = [0.0, 0.0];
        for part in self.parts {
            names = names.max(text_width(part.name, self.text_size_px, false));
            values = values.max(text_width(part.value_text, self.text_size_px, false));
            let value = usable(part);
            domain[usize::from(0.0 < value)] += value;
        }
        // What is longer is cut off by the page, not by the bars.
        let (names, values) = (names.min(self.width_px * 0.45), values.min(self.width_px * 0.25));
        let start = SIDE_PX + names + GAP_PX;
        let end = (self.width_px - SIDE_PX - values - GAP_PX).max(start + 1.0);
        Columns { name_end: SIDE_PX + names, bars: [start, end], value_end: self.width_px - SIDE_PX, domain }
    }

    /// The pieces of the stack: which part, from where to where.
    fn pieces(&self, columns: &Columns) -> Vec<(usize, [f64; 2])> {
        let mut reached = [0.0, 0.0];
        let mut pieces = Vec::new();
        for (part_ix, part) in self.parts.iter().enumerate() {
            let value = usable(part);
            if value != 0.0 {
                let side = &mut reached[usize::from(0.0 < value)];
                let (from, to) = (columns.x(*side), columns.x(*side + value));
                *side += value;
                pieces.push((part_ix, [from.min(to), from.max(to)]));
            }
        }
        pieces
    }
}

/// The value, 0 where there is none.
fn usable(part: &ContributionPart) -> f64 {
    part.value.filter(|value| value.is_finite()).unwrap_or(0.0)
}

/// The drawing without what changes under a pointer.
pub fn contributions_scene(spec: &ContributionsSpec) -> Scene {
    let theme = spec.theme;
    let columns = spec.columns();
    let mut scene = Scene::new(spec.size_px());
    let size = spec.text_size_px;
    let row_height = spec.row_height_px;
    let zero = columns.x(0.0);
    let middle_of = |row: usize| row_height * (row as f64 + 0.5);
    scene.segment([zero, 0.0], [zero, scene.size_px[1]], Stroke::solid(theme.muted, 0.75));

    for (part_ix, ends) in spec.pieces(&columns) {
        add_bar(&mut scene, spec, part_ix, ends, middle_of(0), row_height * 0.36);
    }
    let total: f64 = spec.parts.iter().map(usable).sum();
    let x = columns.x(total);
    for (color, width) in [(theme.card, 5.0), (theme.ink, 2.5)] {
        scene.segment([x, row_height * 0.06], [x, row_height * 0.94], Stroke::solid(color, width));
    }
    let mut text = |end: f64, row: usize, color: Rgb, words: &str| {
        let label = Label::new([end, middle_of(row)], Anchor::End, size, color, words);
        scene.labels.push(label.bold_if(row == 0));
    };
    text(columns.name_end, 0, theme.ink, spec.total_name);
    text(columns.value_end, 0, theme.ink, spec.total_text);
    for (part_ix, part) in spec.parts.iter().enumerate() {
        let color = if part.value.is_some() { theme.ink } else { theme.muted };
        text(columns.name_end, part_ix + 1, color, part.name);
        text(columns.value_end, part_ix + 1, color, part.value_text);
    }
    for (part_ix, part) in spec.parts.iter().enumerate() {
        if part.value.is_some_and(f64::is_finite) {
            let x = columns.x(usable(part));
            let left = x.min(zero);
            let ends = [left, x.max(zero).max(left + 1.0)];
            add_bar(&mut scene, spec, part_ix, ends, middle_of(part_ix + 1), row_height * 0.28);
        }
    }
    scene
}

fn add_bar(scene: &mut Scene, spec: &ContributionsSpec, part_ix: usize, ends: [f64; 2], middle: f64, half: f64) {
    let (theme, color) = (spec.theme, spec.parts[part_ix].color);
    scene.shapes.push(Shape::Rect {
        min: [ends[0], middle - half],
        max: [ends[1], middle + half],
        fill: Some(color),
        stroke: Some(Stroke::solid(theme.edge_between(color, theme.card), 0.75)),
        hatch: None,
    });
}

/// Frames around a part's row and its piece of the stack, for a layer over [`contributions_scene`]'s.
pub fn contributions_overlay(spec: &ContributionsSpec, hover: Option<usize>, focus: Option<usize>) -> Scene {
    let mut scene = Scene::new(spec.size_px());
    let columns = spec.columns();
    let height = spec.row_height_px;
    for (key, color, width) in [(hover, spec.theme.ink, 1.25), (focus, spec.theme.focus, 2.5)] {
        let Some(part_ix) = key.and_then(|key| spec.parts.iter().position(|part| part.key == key)) else { continue };
        let top = height * (part_ix + 1) as f64;
        add_frame(&mut scene, [[0.0, top], [spec.width_px, top + height]], color, width);
        for (_, [left, right]) in spec.pieces(&columns).into_iter().filter(|(ix, _)| *ix == part_ix) {
            add_frame(&mut scene, [[left, height * 0.06], [right, height * 0.94]], color, width);
        }
    }
    scene
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(key: usize, value: Option<f64>) -> ContributionPart<'static> {
        ContributionPart { key, name: "Đường hoa", value, value_text: "+0.10", color: Rgb(50, 150, 130) }
    }

    fn spec<'a>(parts: &'a [ContributionPart<'a>]) -> ContributionsSpec<'a> {
        ContributionsSpec {
            width_px: 320.0,
            row_height_px: 20.0,
            text_size_px: 11.0,
            parts,
            total_name: "Score",
            total_text: "0.50",
            theme: &Theme::LIGHT,
        }
    }

    #[test]
    fn pieces_lie_end_to_end_to_both_sides_of_zero() {
        let parts = [part(4, Some(0.3)), part(5, Some(-0.1)), part(6, None), part(7, Some(0.2)), part(8, Some(-0.2))];
        let spec = spec(&parts);
        let columns = spec.columns();
        let pieces = spec.pieces(&columns);
        assert_eq!(pieces.iter().map(|piece| piece.0).collect::<Vec<_>>(), [0, 1, 3, 4]);
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        let zero = columns.x(0.0);
        assert!(
            near(pieces[0].1[0], zero) && near(pieces[2].1[0], pieces[0].1[1]) && near(pieces[2].1[1], columns.bars[1])
        );
        assert!(
            near(pieces[1].1[1], zero) && near(pieces[3].1[1], pieces[1].1[0]) && near(pieces[3].1[0], columns.bars[0])
        );
        let length = |ix: usize| pieces[ix].1[1] - pieces[ix].1[0];
        assert!(near(length(0), 3.0 * length(1)) && near(length(2), length(3)));
        // A row each but for the missing one, and the stack.
        let scene = contributions_scene(&spec);
        assert_eq!(scene.shapes.iter().filter(|shape| matches!(shape, Shape::Rect { .. })).count(), 8);
    }

    #[test]
    fn parts_are_hit_in_their_row_and_in_the_stack() {
        let parts = [part(4, Some(0.3)), part(5, Some(-0.1))];
        let spec = spec(&parts);
        for (part_ix, [left, right]) in spec.pieces(&spec.columns()) {
            assert_eq!(spec.hit([f64::midpoint(left, right), 5.0]), Some(parts[part_ix].key));
            assert_eq!(spec.hit([1.0, 20.0 * (part_ix + 1) as f64 + 1.0]), Some(parts[part_ix].key));
        }
        for outside in [[1.0, 1.0], [1.0, -1.0], [1.0, 60.0], [1.0, f64::NAN], [f64::NAN, 1.0]] {
            assert_eq!(spec.hit(outside), None, "{outside:?}");
        }
        assert_eq!(contributions_overlay(&spec, Some(5), Some(99)).shapes.len(), 2);
    }

    #[test]
    fn senseless_values_leave_sensible_places() {
        for value in [None, Some(f64::NAN), Some(f64::INFINITY), Some(0.0)] {
            let parts = [part(0, value)];
            let scene = contributions_scene(&spec(&parts));
            let is_finite = |shape: &Shape| match shape {
                Shape::Rect { min, max, .. } => min[0].is_finite() && max[0].is_finite(),
                Shape::Line { points, .. } => points.iter().all(|[x, _]| x.is_finite()),
                _ => false,
            };
            assert!(scene.shapes.iter().all(is_finite));
        }
    }
}
