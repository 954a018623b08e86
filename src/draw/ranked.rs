//! Ranked bars: one row an area, with its name, its bar and its value, and the city's line behind the bars.
//!
//! Rows come in order; sorting is the caller's. The line of the city ends where the values begin, so it never runs
//! through a number: names, bars and values have a column each.

use super::look::{AreaFill, report_mark};
use super::metrics::text_width;
use super::scene::{Anchor, Label, Px, Scene, Shape, Stroke};
use super::theme::{Rgb, Theme};

/// Free space at both sides, for the frames around rows.
const SIDE_PX: f64 = 5.0;

/// Free space between the columns of names, bars and values.
const GAP_PX: f64 = 8.0;

/// What the ranking shows.
#[derive(Debug, Clone, Copy)]
pub struct RankedSpec<'a> {
    /// Width in CSS pixels; the height follows from the rows.
    pub width_px: f64,
    /// Height of a row in CSS pixels.
    pub row_height_px: f64,
    /// Font size of names and values in CSS pixels.
    pub text_size_px: f64,
    /// The rows, from top to bottom.
    pub rows: &'a [RankedRow<'a>],
    /// The city's value.
    pub city: Option<f64>,
    /// Least and greatest value to make room for. Zero is always in it: bars start there.
    pub domain: (f64, f64),
    /// Colours.
    pub theme: &'a Theme,
}

/// One area's row.
#[derive(Debug, Clone, Copy)]
pub struct RankedRow<'a> {
    /// The area.
    pub area_ix: usize,
    /// Its name.
    pub name: &'a str,
    /// Its value.
    pub value: Option<f64>,
    /// Its value as text, or what stands in its place ("no figure").
    pub value_text: &'a str,
    /// How the figure looks.
    pub fill: AreaFill,
    /// Whether the filters let it through.
    pub passes: bool,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Ends of the figure's interval.
    pub interval: Option<(f64, f64)>,
}

/// Where the columns lie, in CSS pixels.
struct Columns {
    name_end: f64,
    bars: [f64; 2],
    value_end: f64,
}

impl RankedSpec<'_> {
    /// Width and height of the drawing in CSS pixels.
    pub fn size_px(&self) -> [f64; 2] {
        [self.width_px, self.row_height_px * self.rows.len() as f64]
    }

    /// Index of the row at a height, counted from the drawing's top.
    pub fn row_at(&self, y_px: f64) -> Option<usize> {
        let row = (y_px / self.row_height_px).floor();
        (0.0 <= row && row < self.rows.len() as f64).then_some(row as usize)
    }

    /// Upper left and lower right corner of a row.
    pub fn row_rect(&self, row_ix: usize) -> [Px; 2] {
        let top = self.row_height_px * row_ix as f64;
        [[0.0, top], [self.width_px, top + self.row_height_px]]
    }

    fn columns(&self) -> Columns {
        let widest = |texts: &mut dyn Iterator<Item = (&str, bool)>| {
            texts.map(|(text, bold)| text_width(text, self.text_size_px, bold)).fold(0.0, f64::max)
        };
        // Names may take up to half, values up to a third; what is longer is cut off by the page, not by the bars.
        let names = widest(&mut self.rows.iter().map(|row| (row.name, row.chosen))).min(self.width_px * 0.5);
        let values = widest(&mut self.rows.iter().map(|row| (row.value_text, false))).min(self.width_px * 0.34);
        let bars_start = SIDE_PX + names + GAP_PX;
        let bars_end = (self.width_px - SIDE_PX - values - GAP_PX).max(bars_start + 1.0);
        Columns { name_end: SIDE_PX + names, bars: [bars_start, bars_end], value_end: self.width_px - SIDE_PX }
    }

    /// Position of a value; values outside of the domain lie at its ends.
    fn x(&self, columns: &Columns, value: f64) -> f64 {
        let (min, max) = (self.domain.0.min(0.0), self.domain.1.max(0.0));
        let share = if min < max { ((value - min) / (max - min)).clamp(0.0, 1.0) } else { 0.0 };
        columns.bars[0] + share * (columns.bars[1] - columns.bars[0])
    }
}

/// The ranking without what changes under a pointer.
pub fn ranked_scene(spec: &RankedSpec) -> Scene {
    let theme = spec.theme;
    let columns = spec.columns();
    let mut scene = Scene::new(spec.size_px());
    let zero = spec.x(&columns, 0.0);
    scene.segment([zero, 0.0], [zero, scene.size_px[1]], Stroke::solid(theme.line, 1.0));
    if let Some(city) = spec.city.filter(|city| city.is_finite()) {
        let x = spec.x(&columns, city);
        scene.segment([x, 0.0], [x, scene.size_px[1]], Stroke::dashed(theme.city_line, 1.25, 3.0, 3.0));
    }
    for (row_ix, row) in spec.rows.iter().enumerate() {
        let [[_, top], [_, bottom]] = spec.row_rect(row_ix);
        let middle = f64::midpoint(top, bottom);
        let look = row.fill.if_passes(row.passes);
        if let Some(value) = row.value.filter(|value| value.is_finite()) {
            add_bar(&mut scene, spec, row, look, [zero, spec.x(&columns, value)], middle);
            if let Some((low, high)) = row.interval {
                add_whisker(&mut scene, [spec.x(&columns, low), spec.x(&columns, high)], middle, look, theme);
            }
            if look.is_marked() {
                report_mark(&mut scene, [spec.x(&columns, value), middle], theme);
            }
        }
        let name_color = if row.chosen { theme.accent } else { ink(row, theme) };
        let name = Label::new([columns.name_end, middle], Anchor::End, spec.text_size_px, name_color, row.name);
        scene.labels.push(name.keyed(row.area_ix).bold_if(row.chosen));
        let value_color = if row.passes && row.value.is_some() { theme.ink } else { theme.muted };
        let value =
            Label::new([columns.value_end, middle], Anchor::End, spec.text_size_px, value_color, row.value_text);
        scene.labels.push(value.keyed(row.area_ix));
    }
    scene
}

fn ink(row: &RankedRow, theme: &Theme) -> Rgb {
    if row.passes { theme.ink } else { theme.muted }
}

fn add_bar(scene: &mut Scene, spec: &RankedSpec, row: &RankedRow, look: AreaFill, ends: [f64; 2], middle: f64) {
    let theme = spec.theme;
    let half = (spec.row_height_px * 0.36).min(9.0);
    let (left, right) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
    // Zero has no bar but a value: a stroke at the base line.
    let right = right.max(left + 1.0);
    let (min, max) = ([left, middle - half], [right, middle + half]);
    let stroke = if row.chosen { Stroke::solid(theme.accent, 2.0) } else { look.outline(theme) };
    scene.shapes.push(Shape::Rect {
        min,
        max,
        fill: Some(look.fill(theme)),
        stroke: Some(stroke),
        hatch: look.hatch(theme),
    });
}

/// An interval: a line with ends, on a casing so that it is seen inside the bar and beyond it.
pub(super) fn add_whisker(scene: &mut Scene, [low, high]: [f64; 2], middle: f64, look: AreaFill, theme: &Theme) {
    let color = if look == AreaFill::Ground { theme.muted } else { theme.ink };
    for (color, width) in [(theme.card, 3.0), (color, 1.25)] {
        let stroke = Stroke::solid(color, width);
        scene.segment([low, middle], [high, middle], stroke);
        for x in [low, high] {
            scene.segment([x, middle - 3.0], [x, middle + 3.0], stroke);
        }
    }
}

/// Frames around the rows that are pointed at and focused, for a layer over [`ranked_scene`]'s.
pub fn ranked_overlay(spec: &RankedSpec, hover: Option<usize>, focus: Option<usize>) -> Scene {
    let mut scene = Scene::new(spec.size_px());
    for (area_ix, color, width) in [(hover, spec.theme.ink, 1.25), (focus, spec.theme.focus, 2.5)] {
        let Some(row_ix) = area_ix.and_then(|ix| spec.rows.iter().position(|row| row.area_ix == ix)) else { continue };
        add_frame(&mut scene, spec.row_rect(row_ix), color, width);
    }
    scene
}

/// A frame inside the edges of a row.
pub(super) fn add_frame(scene: &mut Scene, [min, max]: [Px; 2], color: Rgb, width: f64) {
    let inset = width / 2.0;
    scene.shapes.push(Shape::Rect {
        min: [min[0] + inset, min[1] + inset],
        max: [max[0] - inset, max[1] - inset],
        fill: None,
        stroke: Some(Stroke::solid(color, width)),
        hatch: None,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(area_ix: usize, value: Option<f64>) -> RankedRow<'static> {
        RankedRow {
            area_ix,
            name: "Đông Vệ",
            value,
            value_text: "18,915",
            fill: if value.is_some() { AreaFill::Class(Rgb(10, 90, 90)) } else { AreaFill::Missing },
            passes: true,
            chosen: false,
            interval: None,
        }
    }

    fn spec<'a>(rows: &'a [RankedRow<'a>], domain: (f64, f64)) -> RankedSpec<'a> {
        RankedSpec {
            width_px: 300.0,
            row_height_px: 16.0,
            text_size_px: 11.0,
            rows,
            city: Some(50.0),
            domain,
            theme: &Theme::LIGHT,
        }
    }

    fn bars(scene: &Scene) -> Vec<(Px, Px)> {
        let rect = |shape: &Shape| if let Shape::Rect { min, max, .. } = shape { Some((*min, *max)) } else { None };
        scene.shapes.iter().filter_map(rect).collect()
    }

    #[test]
    fn rows_are_found_by_height() {
        let rows = [row(7, Some(1.0)), row(3, None)];
        let spec = spec(&rows, (0.0, 1.0));
        assert_eq!(spec.size_px(), [300.0, 32.0]);
        for row_ix in 0..rows.len() {
            let [[_, top], [_, bottom]] = spec.row_rect(row_ix);
            assert_eq!(spec.row_at(top), Some(row_ix));
            assert_eq!(spec.row_at(bottom - 0.001), Some(row_ix));
        }
        for outside in [-0.1, 32.0, f64::NAN, f64::INFINITY] {
            assert_eq!(spec.row_at(outside), None);
        }
    }

    #[test]
    fn the_citys_line_keeps_clear_of_names_and_values() {
        let rows = [row(0, Some(100.0)), row(1, Some(1.0))];
        for city in [0.0, 50.0, 100.0, 1e9, -1e9] {
            let spec = RankedSpec { city: Some(city), ..spec(&rows, (0.0, 100.0)) };
            let scene = ranked_scene(&spec);
            let dashed = scene.shapes.iter().find_map(|shape| match shape {
                Shape::Line { points, stroke } if stroke.dash.is_some() => Some(points[0][0]),
                _ => None,
            });
            let x = dashed.expect("the city's line");
            let width = text_width("18,915", 11.0, false);
            assert!(x < 300.0 - SIDE_PX - width && SIDE_PX + text_width("Đông Vệ", 11.0, false) < x, "{city}: {x}");
            // It is painted before every bar.
            let line_at = scene
                .shapes
                .iter()
                .position(|shape| matches!(shape, Shape::Line { stroke, .. } if stroke.dash.is_some()));
            let bar_at = scene.shapes.iter().position(|shape| matches!(shape, Shape::Rect { .. }));
            assert!(line_at < bar_at);
        }
    }

    #[test]
    fn bars_start_at_zero_to_both_sides() {
        let rows = [row(0, Some(10.0)), row(1, Some(-5.0)), row(2, Some(0.0)), row(3, None)];
        let bars = bars(&ranked_scene(&spec(&rows, (-5.0, 10.0))));
        assert_eq!(bars.len(), 3, "a missing figure has no bar");
        let zero = bars[0].0[0];
        assert!((bars[1].1[0] - zero).abs() < 1e-9);
        assert!((2.0 * (bars[1].1[0] - bars[1].0[0]) - (bars[0].1[0] - zero)).abs() < 1e-9);
        assert!((bars[2].0[0] - zero).abs() < 1e-9);
    }

    #[test]
    fn senseless_input_is_drawn_without_senseless_places() {
        let rows = [row(0, Some(f64::NAN)), row(1, Some(f64::INFINITY)), row(2, Some(3.0))];
        for domain in [(0.0, 0.0), (f64::NAN, f64::NAN), (5.0, -5.0)] {
            let spec = RankedSpec { city: Some(f64::NAN), width_px: 20.0, ..spec(&rows, domain) };
            assert!(bars(&ranked_scene(&spec)).iter().all(|(min, max)| min[0].is_finite() && max[0].is_finite()));
        }
        assert_eq!(ranked_overlay(&spec(&rows, (0.0, 1.0)), Some(99), None).shapes, []);
    }
}
