//! What the person looks at: indicator, layout, classes, filters, selection; how it stands in the address bar, and
//! what follows from it for the data set.
//!
//! The query is the ground state; everything else here is computed from it, the data set and the journal's overlays
//! by plain functions, which the page wraps in memos. Pure: knows no screen. Imports `data`, `stats` and `text`.

pub mod circles;
pub mod classes;
pub mod column;
pub mod compare;
pub mod defaults;
pub mod describe;
pub mod filter;
pub mod hash;
pub mod holdings;
pub mod per;
pub mod profile;
pub mod query;
pub mod table;

#[cfg(test)]
mod fixture;
