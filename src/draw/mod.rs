//! The drawing room: charts as pure functions from a specification to a [`Scene`], and one painter for all of them.
//!
//! A scene is data in CSS pixels: shapes and labels. The page paints the shapes on a canvas and shows the labels as DOM
//! text; exports and golden tests paint both into SVG. Nothing here knows a browser, a language or the view state:
//! texts come in finished, colours come from a [`Theme`] and a palette.

pub mod metrics;
pub mod paint;
pub mod palette;
mod pattern;
pub mod scene;
pub mod theme;

pub use paint::{SUBPX, Text, paint, svg};
pub use scene::{Anchor, Hatch, HatchKind, Label, Px, Scene, Shape, Stroke};
pub use theme::{Rgb, Theme};
