//! Reading people's tables: from the bytes of a file to figures that are judged one by one.
//!
//! [`decode`] makes text of bytes, [`csv`] rows of text (a workbook comes as rows from the crate in `sheets/`),
//! [`matching`] finds which row and column is which area and indicator, [`number`] reads a cell, [`judge`] holds each
//! figure against what stands, and [`intake`] keeps what a person takes of them. Nothing here changes anything: what a person accepts of the judged figures is the
//! journal's business.

pub mod csv;
pub mod decode;
pub mod intake;
pub mod judge;
pub mod matching;
pub mod number;
pub mod standings;
pub mod table;
pub mod template;
#[cfg(test)]
mod tests;
