//! How the year's work is looked at: what the matrix leaves out, and what the calendar shows. As words, so that it stands in
//! the address; the view state carries the words and does not know what they mean.
//!
//! A group of tasks is a person's own text and stands there by its hash: addresses are passed on, and nobody reads such a
//! text in them.

use std::collections::BTreeSet;

use super::matrix::Cell;
use super::month::Month;
use super::task::Task;
use crate::data::hash;
use crate::journal::Status;
use crate::order;

/// Rows of the matrix are streets and villages.
const BY_STREET: &str = "streets";
/// Only what is overdue.
const OVERDUE_ONLY: &str = "late";
/// Only chosen areas.
const CHOSEN_ONLY: &str = "chosen";
/// Cells without a check-in.
const BLANK: &str = "blank";
/// The calendar as an agenda.
const AS_AGENDA: &str = "agenda";
/// Also what is done.
const WITH_DONE: &str = "all";
/// The agenda reaches a year ahead.
const YEAR_AHEAD: &str = "year";
/// Before the hash of a group.
const GROUP: &str = "g-";
/// Before a month.
const MONTH: &str = "m-";

/// How matrix and calendar are looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent switches of the page, each with a field of its own")]
pub struct WorkLook {
    /// Whether rows are streets and villages.
    pub by_street: bool,
    /// The key of a group of tasks, see [`group_key`]; `None` for all.
    pub group: Option<String>,
    /// Which cells.
    pub wanted: Wanted,
    /// Only cells in which something is overdue.
    pub overdue_only: bool,
    /// Only areas that are chosen on the map.
    pub chosen_only: bool,
    /// Whether the calendar is an agenda and not a month.
    pub as_agenda: bool,
    /// The month that the calendar shows; `None` is the one of the day that is looked on.
    pub month: Option<Month>,
    /// Whether the calendar shows also what is done.
    pub with_done: bool,
    /// Whether the agenda reaches a year ahead and not a quarter.
    pub year_ahead: bool,
}

/// Which statuses are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    /// Any.
    #[default]
    Any,
    /// Cells without a check-in for the period.
    Blank,
    /// Cells of one status.
    Of(Status),
}

impl Wanted {
    /// Its word; nothing for any.
    pub fn code(self) -> &'static str {
        match self {
            Wanted::Any => "",
            Wanted::Blank => BLANK,
            Wanted::Of(status) => status.code(),
        }
    }

    /// What a word stands for; any, if it is none.
    pub fn from_code(code: &str) -> Wanted {
        match Status::from_code(code) {
            Some(status) => Wanted::Of(status),
            None if code == BLANK => Wanted::Blank,
            None => Wanted::Any,
        }
    }
}

/// What a group of tasks is called in an address and in a choice.
pub fn group_key(task: &Task) -> String {
    hash::hash(task.group.vi.as_bytes())
}

impl WorkLook {
    /// The look of some words, and the words that mean nothing here.
    pub fn from_words(words: &BTreeSet<String>) -> (WorkLook, Vec<&str>) {
        let mut look = WorkLook::default();
        let mut unknown = Vec::new();
        for word in words {
            match word.as_str() {
                BY_STREET => look.by_street = true,
                OVERDUE_ONLY => look.overdue_only = true,
                CHOSEN_ONLY => look.chosen_only = true,
                AS_AGENDA => look.as_agenda = true,
                WITH_DONE => look.with_done = true,
                YEAR_AHEAD => look.year_ahead = true,
                word => {
                    let (wanted, month) = (Wanted::from_code(word), word.strip_prefix(MONTH).and_then(Month::parse));
                    if let Some(group) = word.strip_prefix(GROUP) {
                        look.group = Some(group.to_owned());
                    } else if wanted != Wanted::Any {
                        look.wanted = wanted;
                    } else if month.is_some() {
                        look.month = month;
                    } else {
                        unknown.push(word);
                    }
                }
            }
        }
        (look, unknown)
    }

    /// Its words.
    pub fn words(&self) -> BTreeSet<String> {
        let flags = [
            (self.by_street, BY_STREET),
            (self.overdue_only, OVERDUE_ONLY),
            (self.chosen_only, CHOSEN_ONLY),
            (self.as_agenda, AS_AGENDA),
            (self.with_done, WITH_DONE),
            (self.year_ahead, YEAR_AHEAD),
            (self.wanted != Wanted::Any, self.wanted.code()),
        ];
        let mut words = order::set_of(flags.into_iter().filter(|(is_on, _)| *is_on).map(|(_, word)| word.to_owned()));
        words.extend(self.group.iter().map(|group| format!("{GROUP}{group}")));
        words.extend(self.month.map(|month| format!("{MONTH}{month}")));
        words
    }

    /// Takes off all that hides tasks, places or cells of the matrix.
    pub fn clear(&mut self) {
        (self.group, self.wanted, self.overdue_only, self.chosen_only) = (None, Wanted::Any, false, false);
    }

    /// Whether cells are looked for.
    pub fn wants_any_cell(&self) -> bool {
        self.wanted == Wanted::Any && !self.overdue_only
    }

    /// Whether a cell is one of those that are looked for.
    pub fn wants(&self, cell: &Cell) -> bool {
        let fits = match self.wanted {
            Wanted::Any => true,
            Wanted::Blank => cell.status().is_none(),
            Wanted::Of(status) => cell.status() == Some(status),
        };
        fits && (!self.overdue_only || cell.overdue > 0)
    }

    /// The tasks, by their places in the list, that the choice of a group leaves. A group that no task has any more hides
    /// nothing.
    pub fn in_group(&self, tasks: &[Task]) -> Vec<usize> {
        let all = || 0..tasks.len();
        let Some(group) = &self.group else { return all().collect() };
        let found: Vec<usize> = all().filter(|ix| group_key(&tasks[*ix]) == *group).collect();
        if found.is_empty() { all().collect() } else { found }
    }
}
