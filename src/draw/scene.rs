//! What is drawn, as data: shapes and labels in CSS pixels, in the order in which they lie on each other.
//!
//! A scene knows nothing of what it shows; it is the boundary between charts and painters, and what tests look at.

use std::ops::Deref;
use std::sync::Arc;

use super::theme::Rgb;

/// A point in CSS pixels, x to the right and y down, from the drawing's upper left corner.
pub type Px = [f64; 2];

/// A drawing: shapes from the bottom to the top, then labels over all of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// Width and height in CSS pixels.
    pub size_px: [f64; 2],
    /// Shapes; later ones lie over earlier ones.
    pub shapes: Vec<Shape>,
    /// Texts, over all shapes.
    pub labels: Vec<Label>,
}

impl Scene {
    /// A drawing without anything in it.
    pub fn new(size_px: [f64; 2]) -> Scene {
        Scene { size_px, shapes: Vec::new(), labels: Vec::new() }
    }

    /// Adds a line of two points.
    pub fn segment(&mut self, from: Px, to: Px, stroke: Stroke) {
        self.shapes.push(Shape::Line { points: vec![from, to].into(), stroke });
    }
}

/// Points that several drawings have in common, so that each drawing of a map need not hold and compare all borders anew.
#[derive(Debug, Clone)]
pub struct Shared<T>(Arc<T>);

impl<T> From<T> for Shared<T> {
    fn from(points: T) -> Shared<T> {
        Shared(Arc::new(points))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: PartialEq> PartialEq for Shared<T> {
    fn eq(&self, other: &Shared<T>) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

/// Something painted.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// An area of one outer ring and any holes (even-odd). Rings are not closed by a repeated point.
    Polygon {
        /// The outer ring first, then its holes.
        rings: Shared<Vec<Vec<Px>>>,
        /// Colour inside.
        fill: Option<Rgb>,
        /// Outline of every ring.
        stroke: Option<Stroke>,
        /// Pattern over the fill.
        hatch: Option<Hatch>,
    },
    /// An open line.
    Line {
        /// At least two points, otherwise nothing is painted.
        points: Shared<Vec<Px>>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A circle.
    Circle {
        /// Its middle.
        center: Px,
        /// In CSS pixels.
        radius: f64,
        /// Colour inside.
        fill: Option<Rgb>,
        /// Outline.
        stroke: Option<Stroke>,
        /// Pattern over the fill.
        hatch: Option<Hatch>,
    },
    /// A rectangle along the axes.
    Rect {
        /// Upper left corner.
        min: Px,
        /// Lower right corner.
        max: Px,
        /// Colour inside.
        fill: Option<Rgb>,
        /// Outline.
        stroke: Option<Stroke>,
        /// Pattern over the fill.
        hatch: Option<Hatch>,
    },
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub color: Rgb,
    /// Its width in CSS pixels.
    pub width: f64,
    /// Lengths of dash and gap in CSS pixels; `None` is a solid line.
    pub dash: Option<[f64; 2]>,
}

impl Stroke {
    /// A solid line.
    pub fn solid(color: Rgb, width: f64) -> Stroke {
        Stroke { color, width, dash: None }
    }

    /// A dashed line.
    pub fn dashed(color: Rgb, width: f64, dash: f64, gap: f64) -> Stroke {
        Stroke { color, width, dash: Some([dash, gap]) }
    }
}

/// A pattern inside a shape. Patterns keep their phase over the whole drawing, so neighbours run on without a seam.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hatch {
    /// What it is made of.
    pub kind: HatchKind,
    /// Colour of lines or dots.
    pub color: Rgb,
    /// Distance between lines or rows of dots, in CSS pixels.
    pub spacing: f64,
    /// Width of a line or of a dot, in CSS pixels.
    pub width: f64,
}

/// What a pattern is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HatchKind {
    /// Parallel lines that rise to the right.
    Lines,
    /// Rows of dots.
    Dots,
}

/// A text of one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Where: `anchor` says which end of the text lies here; vertically it is the middle of the line.
    pub at: Px,
    /// The text.
    pub text: String,
    /// Font size in CSS pixels.
    pub size_px: f64,
    /// Which end lies at `at`.
    pub anchor: Anchor,
    /// Bold type.
    pub bold: bool,
    /// Colour of the text.
    pub color: Rgb,
    /// Colour of an outline under the text that keeps it legible on any ground.
    pub halo: Option<Rgb>,
    /// The area that it names, so that a text on the page can be tied to it.
    pub key: Option<usize>,
}

impl Label {
    /// A plain label that belongs to no area.
    pub fn new(at: Px, anchor: Anchor, size_px: f64, color: Rgb, text: impl Into<String>) -> Label {
        Label { at, text: text.into(), size_px, anchor, bold: false, color, halo: None, key: None }
    }

    /// The same, tied to an area.
    #[must_use]
    pub fn keyed(self, area_ix: usize) -> Label {
        Label { key: Some(area_ix), ..self }
    }

    /// The same with an outline under the text.
    #[must_use]
    pub fn haloed(self, color: Rgb) -> Label {
        Label { halo: Some(color), ..self }
    }

    /// The same in bold type, if asked for.
    #[must_use]
    pub fn bold_if(self, bold: bool) -> Label {
        Label { bold, ..self }
    }
}

/// Which end of a text lies at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}
