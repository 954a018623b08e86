//! What is to be reached, asked for and honoured: what targets come to in figures and whether they are met, what became
//! of recommendations, and what the shortlist adds up to.
//!
//! Plain functions of what the journal holds and of figures that the caller gives; the page wraps them in memos. Nothing
//! here changes the journal or knows the time of day; the arithmetic of an index is that of `stats::composite`.

pub mod funnels;
pub mod honours;
pub mod ranking;
pub mod recommendations;
pub mod standing;
pub mod targets;
#[cfg(test)]
mod tests;
pub mod verdict;
pub mod words;

pub use honours::{Honours, honours};
pub use recommendations::{By, Filter, Gap, Gathered, GatheredRow, addressees, gaps, gathered, themes};
pub use standing::{ComesTo, OrderBy, Standing, comes_to, domain, last_period, put_in_order, standings};
pub use targets::{Ground, Resolved, Whose, target_of, targets_of};
pub use verdict::{Judged, NEAR_PER_CENT, Tally, Verdict, judge, tally};
