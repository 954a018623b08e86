//! Geometry of the map: where areas lie, in which layout, what lies under a pointer and what lies next to what.
//!
//! Everything here is plain numbers. Kilometres on the map's plane (x to the east, y to the south, so that it needs no
//! flip on a screen) become pixels through a [`Camera`]. The room draws nothing, knows no colours and no browser, and
//! imports only [`crate::data`].

pub mod camera;
pub mod centre;
pub mod dots;
pub mod geometry;
pub mod hit;
pub mod labels;
pub mod morph;
pub mod projection;
pub mod shape;
pub mod spread;
pub mod symbols;
pub mod tiles;
pub mod travel;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod real_tests;

pub use camera::Camera;
pub use centre::crowded;
pub use dots::{CountedDots, counted_dots};
pub use geometry::{BorderLine, Geometry};
pub use hit::{HitIndex, hit, in_box};
pub use morph::Morph;
pub use projection::Projection;
pub use shape::{AreaShape, Bounds};
pub use symbols::symbols;
pub use tiles::Tiles;
pub use travel::{Direction, Travel};

/// A point: kilometres on the map's plane or pixels on a screen, as the name of the parameter says; x, then y.
pub type Point = [f64; 2];
