//! The journal: every change that a person makes, as records; the one way by which anything that a person enters changes.
//!
//! State is the fold of the records ([`JournalState`]), merging is the union of record sets, undo adds records. The room
//! also holds how records are kept on a device ([`storage`]) against a trait, so that it is tested without a browser.
//!
//! It does not: read clocks or random numbers (they come in as arguments), touch the browser, or know the view state
//! beyond the address strings that [`history`] puts on its stack.

mod act;
pub mod clean;
pub mod clock;
pub mod conflict;
pub mod estimates;
pub mod history;
pub mod index;
pub mod intent;
pub mod kinds;
pub mod merge;
pub mod notes;
pub mod recommendations;
pub mod record;
pub mod register;
mod reopen;
pub mod reports;
pub mod shortlist;
pub mod state;
pub mod storage;
pub mod sum;
pub mod targets;
pub mod tasks;
#[cfg(test)]
pub(crate) mod tests;
pub mod undo;

pub use clock::{Clock, Hlc};
pub use conflict::{Conflict, Version};
pub use estimates::{Acceptance, EstimateSettings, Weights};
pub use history::History;
pub use index::{Aggregation, IndexEdit, IndexPart, IndexSettings, NamedIndex, Normalisation};
pub use intent::{Applied, Ctx, GoalIntent, Intent, IntentError, LinkTo};
pub use kinds::Kind;
pub use merge::{FromAuthor, Journal, MergeReport};
pub use notes::{Anchor, Note};
pub use recommendations::{Recommendation, RecommendationDraft, RecommendationField, RecommendationStatus};
pub use record::{DeviceId, Record, RecordId, StepId, Target, Value, WriterId};
pub use register::{IndicatorDraft, OwnIndicator, Subdivision, SubdivisionDraft, SubdivisionForm};
pub use reports::{Report, ReportKey};
pub use shortlist::ShortlistEntry;
pub use state::JournalState;
pub use targets::{TargetEntry, TargetRule};
pub use tasks::{
    CheckIn, CheckInChange, CheckInKey, Measure, Outcome, Recipients, Rhythm, Status, StoredTask, TaskDraft,
};
pub use undo::{Skipped, UndoError, UndoReport};
