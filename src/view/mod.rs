//! What the person looks at: indicator, layout, classes, filters, selection; how it stands in the address bar, and
//! what follows from it for the data set.
//!
//! Pure: knows no screen. Imports `data` and `stats`, and `text` for the folding of search text.

pub mod column;
pub mod defaults;
pub mod hash;
pub mod holdings;
pub mod per;
pub mod query;

#[cfg(test)]
mod fixture;
