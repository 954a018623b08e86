//! Scenes onto a canvas, sharp at any device pixel ratio.
//!
//! plotters-canvas takes the canvas's attribute size for its drawing area, knows no device pixel ratio, and measures
//! text by putting a styled element into the page (which a strict content security policy forbids). [`SharpCanvas`]
//! wraps it: a drawing area in subpixels ([`SUBPX`] to a CSS pixel) scaled onto the device's pixels, and no measuring.

use std::cell::RefCell;
use std::f64::consts::TAU;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::window;
use crate::draw::{Damage, PxBox, Rgb, SUBPX, Scene, Text, damage, paint};

/// Device pixels to a CSS pixel.
pub fn device_pixel_ratio() -> f64 {
    window().device_pixel_ratio().clamp(0.5, 8.0)
}

/// A canvas and its context, looked up once and kept for as long as the canvas is in the page.
pub struct Sheet {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    backend: CanvasBackend,
}

impl Sheet {
    /// The sheet of a canvas.
    ///
    /// # Errors
    /// The browser gives no 2D context (it may refuse one where memory is short).
    pub fn of(canvas: &HtmlCanvasElement) -> Result<Sheet, String> {
        let none = || "the browser gives no 2D canvas".to_owned();
        let context = canvas.get_context("2d").ok().flatten().and_then(|context| context.dyn_into().ok());
        let backend = CanvasBackend::with_canvas_object(canvas.clone());
        Ok(Sheet { canvas: canvas.clone(), context: context.ok_or_else(none)?, backend: backend.ok_or_else(none)? })
    }
}

/// Paints the scene's shapes; its labels are DOM text and not painted. With the scene that the canvas shows at this ratio,
/// only what differs from it is painted.
pub fn paint_scene(sheet: &mut Sheet, scene: &Scene, shown: Option<&Scene>, ratio: f64) -> Result<(), String> {
    let Sheet { canvas, context, backend } = sheet;
    let width = (scene.size_px[0] * ratio).round().max(1.0) as u32;
    let height = (scene.size_px[1] * ratio).round().max(1.0) as u32;
    let boxes = match shown.map_or(Damage::All, |shown| damage(shown, scene)) {
        Damage::Boxes(boxes) if canvas.width() == width && canvas.height() == height => Some(boxes),
        _ => None,
    };
    if boxes.as_ref().is_some_and(Vec::is_empty) {
        return Ok(());
    }
    let failed = |_| "the browser refused a canvas transform".to_owned();
    if boxes.is_none() {
        // Clears it too, and forgets how it was set up.
        canvas.set_width(width);
        canvas.set_height(height);
        context.set_transform(ratio / SUBPX, 0.0, 0.0, ratio / SUBPX, 0.0, 0.0).map_err(failed)?;
        context.set_line_join("round");
    }
    context.save();
    if let Some(boxes) = &boxes {
        // Whole device pixels, so that no edge is blended twice.
        let subpx = SUBPX / ratio;
        context.begin_path();
        for PxBox { min, max } in boxes {
            let (from, to) = (min.map(|at| (at * ratio).floor()), max.map(|at| (at * ratio).ceil()));
            context.rect(from[0] * subpx, from[1] * subpx, (to[0] - from[0]) * subpx, (to[1] - from[1]) * subpx);
        }
        context.clip();
        context.clear_rect(0.0, 0.0, f64::from(width) * subpx, f64::from(height) * subpx);
    }
    let size_subpx = ((scene.size_px[0] * SUBPX) as u32, (scene.size_px[1] * SUBPX) as u32);
    let canvas = SharpCanvas { inner: backend, context, pens: [None; 2], width: None, open_line: None, size_subpx };
    let area: DrawingArea<SharpCanvas, Shift> = canvas.into_drawing_area();
    let painted = paint(&area, scene, boxes.as_deref(), Text::Skip).and_then(|()| area.present());
    let painted = painted.map_err(|error| error.to_string());
    drop(area);
    context.restore();
    painted
}

/// A [`CanvasBackend`] that reports its size in subpixels and never measures text in the page.
///
/// It paints paths, polygons, rectangles and circles itself: the backend writes the colour as text for every shape, which costs more
/// than the shape, and neighbours mostly have the same. Lines of one colour and width that follow each other (the dashes of a
/// dashed one, the ticks of an axis) are one path, stroked once.
struct SharpCanvas<'a> {
    inner: &'a mut CanvasBackend,
    context: &'a CanvasRenderingContext2d,
    /// Colour of fills and of lines as they are set; nothing before the first.
    pens: [Option<(u8, u8, u8)>; 2],
    /// Width of lines as it is set.
    width: Option<u32>,
    /// Colour and width of the path that has been traced and not been stroked yet.
    open_line: Option<((u8, u8, u8), u32)>,
    size_subpx: (u32, u32),
}

thread_local! {
    static INKS: RefCell<Vec<(Rgb, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// More colours than all palettes of a page have together.
const MAX_INKS: usize = 100;

/// A colour as text of the browser's: handing one over from Rust takes longer than drawing with it.
fn with_ink(color: Rgb, use_ink: impl FnOnce(&JsValue)) {
    INKS.with_borrow_mut(|inks| {
        let at = inks.iter().position(|(known, _)| *known == color).unwrap_or_else(|| {
            if inks.len() >= MAX_INKS {
                inks.clear();
            }
            inks.push((color, color.hex().into()));
            inks.len() - 1
        });
        // The few that a chart takes in turn are then found at once.
        inks.swap(0, at);
        use_ink(&inks[0].1);
    });
}

/// Which of [`SharpCanvas::pens`].
#[derive(Clone, Copy, PartialEq)]
enum Pen {
    Fill,
    Line,
}

impl SharpCanvas<'_> {
    /// Sets a colour if it is not set already. All colours of a scene are opaque.
    fn dip(&mut self, pen: Pen, color: BackendColor) {
        let held = &mut self.pens[pen as usize];
        if *held != Some(color.rgb) {
            *held = Some(color.rgb);
            let (r, g, b) = color.rgb;
            with_ink(Rgb(r, g, b), |ink| self.fill_pen(pen, ink));
        }
    }

    #[expect(deprecated, reason = "its successor takes a Rust string and has it decoded at each call")]
    fn fill_pen(&self, pen: Pen, ink: &JsValue) {
        match pen {
            Pen::Fill => self.context.set_fill_style(ink),
            Pen::Line => self.context.set_stroke_style(ink),
        }
    }

    /// Sets the width of lines if it is not set already.
    fn widen(&mut self, width: u32) {
        if self.width.replace(width) != Some(width) {
            self.context.set_line_width(f64::from(width));
        }
    }

    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        let mut path = path.into_iter().map(|(x, y)| (f64::from(x), f64::from(y)));
        if let Some((x, y)) = path.next() {
            self.context.move_to(x, y);
        }
        for (x, y) in path {
            self.context.line_to(x, y);
        }
    }

    /// Strokes what has been traced, so that something else may lie over it.
    fn close_line(&mut self) {
        if self.open_line.take().is_some() {
            self.context.stroke();
        }
    }

    /// Leaves the canvas to the backend, which sets colours of its own.
    fn backend(&mut self) -> &mut CanvasBackend {
        self.close_line();
        self.pens = [None; 2];
        self.width = None;
        self.inner
    }
}

type DrawResult = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl DrawingBackend for SharpCanvas<'_> {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.size_subpx
    }

    fn ensure_prepared(&mut self) -> DrawResult {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> DrawResult {
        self.close_line();
        self.inner.present()
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> DrawResult {
        self.backend().draw_pixel(at, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> DrawResult {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        min: BackendCoord,
        max: BackendCoord,
        style: &S,
        fill: bool,
    ) -> DrawResult {
        if !fill {
            return self.draw_path([min, (max.0, min.1), max, (min.0, max.1), min], style);
        }
        self.close_line();
        self.dip(Pen::Fill, style.color());
        let [x, y, right, bottom] = [min.0, min.1, max.0, max.1].map(f64::from);
        self.context.fill_rect(x, y, right - x, bottom - y);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> DrawResult {
        let line = (style.color().rgb, style.stroke_width());
        if self.open_line != Some(line) {
            self.close_line();
            self.dip(Pen::Line, style.color());
            self.widen(line.1);
            self.context.begin_path();
            self.open_line = Some(line);
        }
        self.trace(path);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> DrawResult {
        self.close_line();
        self.dip(if fill { Pen::Fill } else { Pen::Line }, style.color());
        self.context.begin_path();
        // It refuses negative radii only.
        drop(self.context.arc(f64::from(center.0), f64::from(center.1), f64::from(radius), 0.0, TAU));
        if fill {
            self.context.fill();
        } else {
            self.widen(style.stroke_width());
            self.context.stroke();
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> DrawResult {
        self.close_line();
        self.dip(Pen::Fill, style.color());
        self.context.begin_path();
        self.trace(path);
        self.context.fill();
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> DrawResult {
        self.backend().draw_text(text, style, at)
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
