//! The review: what wards report, laid over what is published, and where the two do not meet.
//!
//! Plain functions of a data set (with the indicators of one's own, see [`own::with_own_indicators`]), the journal's
//! state and a period; the page wraps them in memos. A period is `None` for the data set's own, in which each indicator
//! stands at its own date, or the id of a period that was loaded beside it. Nothing here changes the journal, reads files
//! or computes estimates: [`inputs`] only gathers what an estimate needs.

pub mod cell_words;
pub mod change;
pub mod describe;
pub mod face;
pub mod findings;
pub mod inputs;
pub mod laid;
pub mod outliers;
pub mod own;
pub mod practice;
pub mod register;
pub mod table;
#[cfg(test)]
mod tests;

pub use change::{Change, Changed};
pub use face::{Face, face};
pub use findings::{Finding, Rule, findings};
pub use inputs::{EstimateInputs, EstimateKind, WeightsFrom};
pub use laid::{Cell, Difference, Laid, Provenance, RollUp, figures, lay};
pub use outliers::{Doubt, outliers};
pub use own::{DraftError, with_own_indicators};
pub use practice::practice_reports;
pub use table::{Column, Progress, Table};
