//! Writes a scene to a plotters drawing area, and to an SVG text.
//!
//! The painter decides nothing: what is drawn, where and in which colour stands in the scene. plotters' backends have
//! whole numbers as coordinates, so everything is painted [`SUBPX`] times as large; the canvas wrapper and the SVG
//! header scale it back.

use std::fmt::Write as _;

use plotters::coord::Shift;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::prelude::{DrawingArea, DrawingBackend, IntoDrawingArea, RGBColor, SVGBackend, ShapeStyle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, TextStyle};

use super::damage::{PxBox, reach};
use super::pattern::{Stroked, bridge, dashes, hatching};
use super::scene::{Anchor, Hatch, Label, Px, Scene, Shape, Stroke};
use super::theme::Rgb;

/// Backend units in a CSS pixel.
pub const SUBPX: f64 = 8.0;

/// Fonts of the system, with Vietnamese; no web font is loaded.
pub const FONT_FAMILY: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/// Width of a halo to each side of a letter, as a part of the font size.
const HALO_EM: f64 = 0.17;

/// From the middle of a line of text down to its baseline, as a part of the font size: half the height of digits.
const BASELINE_EM: f64 = 0.35;

/// Whether the painter draws the labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// Labels are painted after the shapes.
    Draw,
    /// Labels are shown some other way.
    Skip,
}

/// Paints a scene, or of its shapes only those that reach into boxes. The area is to be [`SUBPX`] times as large as the
/// scene.
///
/// # Errors
/// What the backend reports; the SVG backend in memory reports nothing.
pub fn paint<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    scene: &Scene,
    within: Option<&[PxBox]>,
    text: Text,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    let painter = Painter { area, size_px: scene.size_px };
    for shape in &scene.shapes {
        let is_asked =
            |boxes: &[PxBox]| reach(shape).is_some_and(|around| boxes.iter().any(|each| each.meets(&around)));
        if within.is_none_or(is_asked) {
            painter.shape(shape)?;
        }
    }
    if text == Text::Draw {
        for label in &scene.labels {
            painter.label(label)?;
        }
    }
    Ok(())
}

struct Painter<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
    size_px: [f64; 2],
}

type Painted<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

impl<DB: DrawingBackend> Painter<'_, DB> {
    fn shape(&self, shape: &Shape) -> Painted<DB> {
        match shape {
            Shape::Polygon { rings, fill, stroke, hatch } => {
                if let Some(color) = fill {
                    let style = ShapeStyle::from(rgb(*color)).filled();
                    match rings.as_slice() {
                        [ring] => self.area.draw(&Polygon::new(units(ring), style))?,
                        _ => self.area.draw(&Polygon::new(units(&bridge(rings)), style))?,
                    }
                }
                self.hatch(rings, hatch.as_ref())?;
                rings.iter().try_for_each(|ring| self.outline(ring, stroke.as_ref()))
            }
            Shape::Line { points, stroke } => self.line(points, stroke),
            Shape::Circle { center, radius, fill, stroke, hatch } => {
                if radius.is_nan() || *radius <= 0.0 {
                    return Ok(());
                }
                if let Some(color) = fill {
                    let style = ShapeStyle::from(rgb(*color)).filled();
                    self.area.draw(&Circle::new(unit(*center), length(*radius), style))?;
                }
                if hatch.is_some() {
                    self.hatch(&[circle_ring(*center, *radius)], hatch.as_ref())?;
                }
                match stroke {
                    Some(Stroke { color, width, dash: None }) => {
                        let style = ShapeStyle::from(rgb(*color)).stroke_width(length(*width));
                        self.area.draw(&Circle::new(unit(*center), length(*radius), style))
                    }
                    Some(_) => self.outline(&circle_ring(*center, *radius), stroke.as_ref()),
                    None => Ok(()),
                }
            }
            Shape::Rect { min, max, fill, stroke, hatch } => {
                if let Some(color) = fill {
                    let style = ShapeStyle::from(rgb(*color)).filled();
                    self.area.draw(&Rectangle::new([unit(*min), unit(*max)], style))?;
                }
                // plotters' SVG rectangles have no stroke width, so the outline is a path.
                let ring = vec![*min, [max[0], min[1]], *max, [min[0], max[1]]];
                self.outline(&ring, stroke.as_ref())?;
                self.hatch(&[ring], hatch.as_ref())
            }
        }
    }

    /// A closed line. Its second point is repeated too, so that the join at the first is drawn like all others.
    fn outline(&self, ring: &[Px], stroke: Option<&Stroke>) -> Painted<DB> {
        let (Some(stroke), Some(&first)) = (stroke, ring.first()) else { return Ok(()) };
        let mut points = ring.to_vec();
        points.push(first);
        if stroke.dash.is_none() {
            points.extend(ring.get(1));
        }
        self.line(&points, stroke)
    }

    fn line(&self, points: &[Px], stroke: &Stroke) -> Painted<DB> {
        if points.len() < 2 || stroke.width.is_nan() || stroke.width <= 0.0 {
            return Ok(());
        }
        let style = ShapeStyle::from(rgb(stroke.color)).stroke_width(length(stroke.width).max(1));
        match stroke.dash {
            None => self.area.draw(&PathElement::new(units(points), style)),
            Some(dash) => {
                dashes(points, dash).iter().try_for_each(|piece| self.area.draw(&PathElement::new(units(piece), style)))
            }
        }
    }

    fn hatch(&self, rings: &[Vec<Px>], hatch: Option<&Hatch>) -> Painted<DB> {
        let Some(hatch) = hatch else { return Ok(()) };
        match hatching(rings, hatch, self.size_px) {
            Stroked::Segments(segments) => {
                let stroke = Stroke::solid(hatch.color, hatch.width);
                segments.iter().try_for_each(|segment| self.line(segment, &stroke))
            }
            Stroked::Dots(dots) => {
                let style = ShapeStyle::from(rgb(hatch.color)).filled();
                let radius = length(hatch.width / 2.0);
                dots.iter().try_for_each(|dot| self.area.draw(&Circle::new(unit(*dot), radius, style)))
            }
        }
    }

    /// A label; plotters has no outlined text, so a halo is the text itself, set off to eight sides.
    fn label(&self, label: &Label) -> Painted<DB> {
        let h_pos = match label.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let weight = if label.bold { FontStyle::Bold } else { FontStyle::Normal };
        let font = (FONT_FAMILY, label.size_px * SUBPX, weight);
        let style = |color: Rgb| {
            TextStyle { color: rgb(color).to_backend_color(), ..TextStyle::from(font) }
                .pos(Pos::new(h_pos, VPos::Center))
        };
        if let Some(halo) = label.halo {
            let off = label.size_px * HALO_EM / 2.0;
            for [dx, dy] in
                [[-1, -1], [0, -1], [1, -1], [-1, 0], [1, 0], [-1, 1], [0, 1], [1, 1]].map(|d| d.map(f64::from))
            {
                let at = [label.at[0] + dx * off, label.at[1] + dy * off];
                self.area.draw_text(&label.text, &style(halo), unit(at))?;
            }
        }
        self.area.draw_text(&label.text, &style(label.color), unit(label.at))
    }
}

/// The scene as an SVG document, always the same text for the same scene.
///
/// `title` is what a screen reader says for the whole drawing.
pub fn svg(scene: &Scene, title: &str) -> String {
    let [width, height] = scene.size_px.map(|px| length(px).max(1));
    let mut painted = String::new();
    {
        let area = SVGBackend::with_string(&mut painted, (width, height)).into_drawing_area();
        // A string takes everything; a backend that failed would leave shapes out, never break the document.
        let _ = paint(&area, scene, None, Text::Skip);
        let _ = area.present();
    }
    let body = painted.split_once(">\n").map_or("", |(_header, body)| body).trim_end().trim_end_matches("</svg>");
    let mut out = String::with_capacity(body.len() + 512);
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" stroke-linejoin=\"round\">\n<title>{}</title>",
        f64::from(width) / SUBPX,
        f64::from(height) / SUBPX,
        escape(title),
    );
    // Everything is opaque; plotters says so on each element.
    out.push_str(&body.replace(" opacity=\"1\"", ""));
    if !scene.labels.is_empty() {
        let _ = writeln!(out, "<g font-family=\"{}\">", escape(FONT_FAMILY));
        for label in &scene.labels {
            write_label(&mut out, label);
        }
        out.push_str("</g>\n");
    }
    out.push_str("</svg>\n");
    out
}

/// A label as SVG. Browsers and print programs know `paint-order`, so the halo is one stroke under the same text.
fn write_label(out: &mut String, label: &Label) {
    let (x, y) = unit([label.at[0], label.at[1] + label.size_px * BASELINE_EM]);
    let _ = write!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\"", length(label.size_px));
    out.push_str(match label.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    });
    if label.bold {
        out.push_str(" font-weight=\"bold\"");
    }
    if let Some(halo) = label.halo {
        let width = length(label.size_px * HALO_EM * 2.0);
        let _ = write!(out, " paint-order=\"stroke\" stroke=\"{}\" stroke-width=\"{width}\"", halo.hex());
    }
    let _ = writeln!(out, " fill=\"{}\">{}</text>", label.color.hex(), escape(&label.text));
}

/// Text as it may stand in XML, between tags and in attributes; control characters that XML forbids are left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() && !matches!(c, '\t' | '\n' | '\r') => {}
            c => out.push(c),
        }
    }
    out
}

/// A circle as a ring, for dashes, hatching and texts inside.
pub(super) fn circle_ring(center: Px, radius: f64) -> Vec<Px> {
    const CORNERS: usize = 48;
    (0..CORNERS)
        .map(|ix| {
            let angle = std::f64::consts::TAU * ix as f64 / CORNERS as f64;
            [center[0] + radius * angle.cos(), center[1] + radius * angle.sin()]
        })
        .collect()
}

fn rgb(color: Rgb) -> RGBColor {
    RGBColor(color.0, color.1, color.2)
}

fn unit(at: Px) -> (i32, i32) {
    // Backends subtract coordinates; the clamp keeps that from overflowing however far a map is zoomed.
    const FAR: f64 = 16_777_216.0;
    let [x, y] = at.map(|px| (px * SUBPX).round().clamp(-FAR, FAR) as i32);
    (x, y)
}

fn units(points: &[Px]) -> Vec<(i32, i32)> {
    points.iter().map(|&at| unit(at)).collect()
}

fn length(px: f64) -> u32 {
    (px * SUBPX).round().clamp(0.0, 1e6) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::scene::HatchKind;
    use crate::draw::theme::{BLACK, WHITE};
    use proptest::prelude::*;

    fn scene_of(shape: Shape) -> Scene {
        Scene { size_px: [10.0, 20.0], shapes: vec![shape], labels: Vec::new() }
    }

    #[test]
    fn an_svg_is_as_large_as_the_scene_and_drawn_eight_times_as_fine() {
        let line = Shape::Line { points: vec![[1.0, 1.0], [2.5, 1.0]].into(), stroke: Stroke::solid(BLACK, 0.5) };
        let text = svg(&scene_of(line), "A & B");
        assert!(text.starts_with(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"20\" viewBox=\"0 0 80 160\""
        ));
        assert!(text.contains("<title>A &amp; B</title>"), "{text}");
        assert!(text.contains("stroke-width=\"4\" points=\"8,8 20,8 \""), "{text}");
        assert!(text.ends_with("</svg>\n"));
        assert_eq!(text.matches("</svg>").count(), 1);
    }

    #[test]
    fn an_empty_scene_is_a_whole_document() {
        let text = svg(&Scene::new([0.0, f64::NAN]), "");
        assert!(text.starts_with("<svg ") && text.ends_with("</svg>\n"), "{text}");
    }

    #[test]
    fn texts_are_escaped_and_have_their_halo_below() {
        let mut scene = Scene::new([10.0, 10.0]);
        let label = Label::new([5.0, 5.0], Anchor::Middle, 10.0, BLACK, "<b> & \"c\"\u{0}");
        scene.labels.push(label.haloed(WHITE));
        let text = svg(&scene, "");
        assert!(text.contains(">&lt;b&gt; &amp; &quot;c&quot;</text>"), "{text}");
        assert!(text.contains("paint-order=\"stroke\" stroke=\"#ffffff\""), "{text}");
    }

    #[test]
    fn labels_are_painted_only_where_asked_for() {
        let mut scene = Scene::new([10.0, 10.0]);
        scene.labels.push(Label::new([5.0, 5.0], Anchor::End, 10.0, BLACK, "Huế").haloed(WHITE));
        let painted = |text: Text| {
            let mut out = String::new();
            {
                let area = SVGBackend::with_string(&mut out, (80, 80)).into_drawing_area();
                paint(&area, &scene, None, text).expect("a string takes everything");
                area.present().expect("a string takes everything");
            }
            out.matches("Huế").count()
        };
        assert_eq!((painted(Text::Skip), painted(Text::Draw)), (0, 9));
    }

    #[test]
    fn a_hole_is_part_of_one_filled_ring() {
        let square = |min: f64, max: f64| vec![[min, min], [max, min], [max, max], [min, max]];
        let rings = vec![square(0.0, 9.0), square(3.0, 6.0)];
        let stroke = Some(Stroke::solid(BLACK, 1.0));
        let text = svg(&scene_of(Shape::Polygon { rings: rings.into(), fill: Some(WHITE), stroke, hatch: None }), "");
        assert_eq!(text.matches("<polygon").count(), 1);
        assert_eq!(text.matches("<polyline").count(), 2);
    }

    fn any_number() -> impl Strategy<Value = f64> {
        prop_oneof![4 => -50.0..150.0f64, 1 => prop::num::f64::ANY]
    }

    proptest! {
        #[test]
        fn no_number_breaks_the_painter(
            points in prop::collection::vec([any_number(), any_number()], 0..8), radius in any_number(),
            width in any_number(), spacing in any_number(), dots in any::<bool>(),
        ) {
            let kind = if dots { HatchKind::Dots } else { HatchKind::Lines };
            let hatch = Some(Hatch { kind, color: BLACK, spacing, width });
            let stroke = Some(Stroke::dashed(BLACK, width, spacing, radius));
            let fill = Some(WHITE);
            let corner = points.first().copied().unwrap_or_default();
            let mut scene = Scene::new([100.0, 100.0]);
            scene.shapes.push(Shape::Circle { center: corner, radius, fill, stroke, hatch });
            scene.shapes.push(Shape::Rect { min: corner, max: [width, spacing], fill, stroke, hatch });
            scene.shapes.push(Shape::Line { points: points.clone().into(), stroke: Stroke::solid(BLACK, width) });
            scene.shapes.push(Shape::Polygon { rings: vec![points.clone(), points].into(), fill, stroke, hatch });
            let text = svg(&scene, "any");
            prop_assert!(!text.contains("NaN") && !text.contains("inf"));
            prop_assert_eq!(text, svg(&scene, "any"));
        }
    }
}
