//! Which row and which column of a table is which area and which indicator.
//!
//! [`names`] knows every way in which a data set's areas and indicators may be written; [`layout`] finds the head, the
//! column of names and the direction of a table, and takes what a person decides otherwise.

pub mod distance;
pub mod groups;
pub mod layout;
pub mod names;
mod probe;

pub use groups::{Group, Grouping};
pub use layout::{Layout, Orientation, Overrides, Role, Target};
pub use names::{Found, Names};
