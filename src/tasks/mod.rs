//! The year's work: which tasks there are and for whom, when each is to be checked, how it stands, what is overdue.
//!
//! Plain functions of a data set, the journal's state and a day; the page wraps them in memos. The day ("as of") is a local
//! calendar day that a person can choose; the caller makes it of the clock with
//! [`CivilTime::from_unix_ms`](crate::text::date::CivilTime::from_unix_ms). Nothing here changes the journal.

pub mod calendar;
mod defaults;
pub mod due;
pub mod icalendar;
pub mod indicators;
pub mod look;
pub mod matrix;
pub mod month;
pub mod roll_up;
pub mod say;
pub mod summary;
pub mod task;
#[cfg(test)]
mod tests;

pub use calendar::{Period, Schedule};
pub use due::Due;
pub use icalendar::Event;
pub use indicators::with_indicators;
pub use look::{Wanted, WorkLook};
pub use matrix::{Cell, Matrix, Place, area_places, subdivision_places};
pub use month::{Falling, Month};
pub use roll_up::RollUp;
pub use summary::{Line, OutcomeSum, Summary};
pub use task::{Task, tasks};
