//! Scenes onto a canvas, sharp at any device pixel ratio.
//!
//! plotters-canvas takes the canvas's attribute size for its drawing area, knows no device pixel ratio, and measures
//! text by putting a styled element into the page (which a strict content security policy forbids). [`SharpCanvas`]
//! wraps it: a drawing area in subpixels ([`SUBPX`] to a CSS pixel) scaled onto the device's pixels, and no measuring.

use std::f64::consts::TAU;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::window;
use crate::draw::{Damage, PxBox, Rgb, SUBPX, Scene, Text, damage, paint};

/// Device pixels to a CSS pixel.
pub fn device_pixel_ratio() -> f64 {
    window().device_pixel_ratio().clamp(0.5, 8.0)
}

/// Paints the scene's shapes; its labels are DOM text and not painted. With the scene that the canvas shows at this ratio,
/// only what differs from it is painted.
pub fn paint_scene(canvas: &HtmlCanvasElement, scene: &Scene, shown: Option<&Scene>) -> Result<(), String> {
    let ratio = device_pixel_ratio();
    let width = (scene.size_px[0] * ratio).round().max(1.0) as u32;
    let height = (scene.size_px[1] * ratio).round().max(1.0) as u32;
    let boxes = match shown.map_or(Damage::All, |shown| damage(shown, scene)) {
        Damage::Boxes(boxes) if canvas.width() == width && canvas.height() == height => Some(boxes),
        _ => None,
    };
    if boxes.as_ref().is_some_and(Vec::is_empty) {
        return Ok(());
    }
    let context: CanvasRenderingContext2d = canvas
        .get_context("2d")
        .ok()
        .flatten()
        .and_then(|context| context.dyn_into().ok())
        .ok_or("the browser gives no 2D canvas")?;
    if boxes.is_none() {
        // Clears it too.
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let failed = |_| "the browser refused a canvas transform".to_owned();
    context.save();
    if let Some(boxes) = &boxes {
        // Whole device pixels, so that no edge is blended twice.
        context.begin_path();
        for PxBox { min, max } in boxes {
            let (from, to) = (min.map(|at| (at * ratio).floor()), max.map(|at| (at * ratio).ceil()));
            context.rect(from[0], from[1], to[0] - from[0], to[1] - from[1]);
        }
        context.clip();
        context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    }
    context.set_transform(ratio / SUBPX, 0.0, 0.0, ratio / SUBPX, 0.0, 0.0).map_err(failed)?;
    context.set_line_join("round");
    let inner = CanvasBackend::with_canvas_object(canvas.clone()).ok_or("the browser gives no 2D canvas")?;
    let size_subpx = ((scene.size_px[0] * SUBPX) as u32, (scene.size_px[1] * SUBPX) as u32);
    let pens = [None; 2];
    let canvas = SharpCanvas { inner, context: context.clone(), pens, size_subpx };
    let area: DrawingArea<SharpCanvas, Shift> = canvas.into_drawing_area();
    let painted = paint(&area, scene, boxes.as_deref(), Text::Skip).map_err(|error| error.to_string());
    context.restore();
    painted
}

/// A [`CanvasBackend`] that reports its size in subpixels and never measures text in the page.
///
/// It paints paths, polygons, rectangles and circles itself: the backend writes the colour as text for every shape, which costs more
/// than the shape, and neighbours mostly have the same.
struct SharpCanvas {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
    /// Colour of fills and of lines as they are set; nothing before the first.
    pens: [Option<(u8, u8, u8)>; 2],
    size_subpx: (u32, u32),
}

/// Which of [`SharpCanvas::pens`].
#[derive(Clone, Copy, PartialEq)]
enum Pen {
    Fill,
    Line,
}

impl SharpCanvas {
    /// Sets a colour if it is not set already. All colours of a scene are opaque.
    fn dip(&mut self, pen: Pen, color: BackendColor) {
        let held = &mut self.pens[pen as usize];
        if *held != Some(color.rgb) {
            *held = Some(color.rgb);
            let (r, g, b) = color.rgb;
            let text = Rgb(r, g, b).hex();
            match pen {
                Pen::Fill => self.context.set_fill_style_str(&text),
                Pen::Line => self.context.set_stroke_style_str(&text),
            }
        }
    }

    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        for (x, y) in path {
            // The first point of a path only begins it.
            self.context.line_to(f64::from(x), f64::from(y));
        }
    }
}

type DrawResult = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl DrawingBackend for SharpCanvas {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.size_subpx
    }

    fn ensure_prepared(&mut self) -> DrawResult {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> DrawResult {
        self.inner.present()
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> DrawResult {
        self.pens = [None; 2];
        self.inner.draw_pixel(at, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> DrawResult {
        self.pens = [None; 2];
        self.inner.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        min: BackendCoord,
        max: BackendCoord,
        style: &S,
        fill: bool,
    ) -> DrawResult {
        if !fill {
            // The backend sets a colour of its own.
            self.pens = [None; 2];
            return self.inner.draw_rect(min, max, style, fill);
        }
        self.dip(Pen::Fill, style.color());
        let [x, y, right, bottom] = [min.0, min.1, max.0, max.1].map(f64::from);
        self.context.fill_rect(x, y, right - x, bottom - y);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> DrawResult {
        self.dip(Pen::Line, style.color());
        self.context.set_line_width(f64::from(style.stroke_width()));
        self.trace(path);
        self.context.stroke();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> DrawResult {
        self.dip(if fill { Pen::Fill } else { Pen::Line }, style.color());
        self.context.begin_path();
        // It refuses negative radii only.
        drop(self.context.arc(f64::from(center.0), f64::from(center.1), f64::from(radius), 0.0, TAU));
        if fill {
            self.context.fill();
        } else {
            self.context.set_line_width(f64::from(style.stroke_width()));
            self.context.stroke();
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> DrawResult {
        self.dip(Pen::Fill, style.color());
        self.trace(path);
        self.context.fill();
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> DrawResult {
        self.pens = [None; 2];
        self.inner.draw_text(text, style, at)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let size = style.size();
        Ok(((text.chars().count() as f64 * size * 0.6) as u32, size as u32))
    }
}
