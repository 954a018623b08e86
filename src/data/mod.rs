//! The data set's room: what an area, an indicator and a figure are, and how a data file is read and checked.
//!
//! Knows nothing of the screen, the person or the journal. Imports no other room.

mod borders;
pub mod check;
mod crossing;
mod figures;
pub mod hash;
pub mod lang;
pub mod model;
pub mod problem;
pub mod read;
pub mod trusted;
mod wire;

pub use hash::hash;
pub use lang::{Lang, Tr};
pub use model::{
    AgendaItem, Area, AreaKind, CityFigure, DataSet, Figure, Indicator, IndicatorKind, LonLat, Polarity, Ratio,
    Settlement, Source, State, Task,
};
pub use problem::{DataError, Problem, Referent};
pub use read::read;

/// The bytes of the data set that comes with the page: Thanh Hoá, the review of 2023.
pub fn built_in() -> &'static [u8] {
    include_bytes!("../../public/data/thanh-hoa-2023.json")
}

#[cfg(test)]
mod tests;
