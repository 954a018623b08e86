//! The data set's room: what an area, an indicator and a figure are, and how a data file is read and checked.
//!
//! Knows nothing of the screen, the person or the journal. Imports no other room.

pub mod lang;
pub mod model;

pub use lang::{Lang, Tr};
pub use model::{
    AgendaItem, Area, AreaKind, CityFigure, DataSet, Figure, Indicator, IndicatorKind, LonLat, Polarity, Ratio,
    Settlement, Source, State, Task,
};
