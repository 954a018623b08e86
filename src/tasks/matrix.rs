//! Tasks by places as of a day: what stands in each cell, found when it is asked for.

use std::collections::BTreeMap;
use std::ops::Range;

use super::calendar::{Period, is_answer};
use super::task::Task;
use crate::data::DataSet;
use crate::journal::{CheckIn, JournalState, Status};
use crate::order;
use crate::text::date::CivilDate;

/// Tasks by places as of a day. Only check-ins are kept for each cell, in one sorted list, so that a matrix of 60 tasks and
/// 311 subdivisions costs as much as there are check-ins, and a cell a search in them.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// The rows, as they were given.
    pub tasks: Vec<Task>,
    /// The columns, as they were given.
    pub places: Vec<Place>,
    /// The day. It decides which periods have lapsed; check-ins count whenever they were made.
    pub as_of: CivilDate,
    /// Sorted by task, place and period.
    entries: Vec<Entry>,
    /// Of each task, the period that is asked for now, and the numbers of those that have lapsed.
    now: Vec<(Option<Period>, Range<i32>)>,
}

/// Who answers for a task: an area or a subdivision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The area's code, or the id of a subdivision of the register.
    pub id: String,
    /// The area that it is or lies in.
    pub area_ix: usize,
    /// The area's code; tasks are handed to areas.
    pub area: String,
}

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell<'a> {
    /// The period that is asked for now; `None` if the task ends before it starts.
    pub period: Option<Period>,
    /// When that falls due.
    pub due: Option<CivilDate>,
    /// The check-in of that period.
    pub check_in: Option<&'a CheckIn>,
    /// How many periods have lapsed without an answer, see [`is_answer`]; of a task for once at most one.
    pub overdue: usize,
    /// Whether people differ in a check-in of any period.
    pub has_conflict: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Entry {
    task_ix: usize,
    place_ix: usize,
    period: Period,
    check_in: CheckIn,
}

/// The areas, in the data set's order.
pub fn area_places(ds: &DataSet) -> Vec<Place> {
    let place = |(area_ix, code): (usize, &String)| Place { id: code.clone(), area_ix, area: code.clone() };
    ds.areas.iter().map(|area| &area.code).enumerate().map(place).collect()
}

/// The subdivisions of the register, by area.
pub fn subdivision_places(ds: &DataSet, state: &JournalState) -> Vec<Place> {
    let mut places = Vec::new();
    for found in state.subdivisions() {
        if let Some(area_ix) = ds.area_ix(&found.area) {
            places.push(Place { id: found.id, area_ix, area: found.area });
        }
    }
    order::sort_by_key(&mut places, |place| place.area_ix);
    places
}

impl Matrix {
    /// The matrix of some tasks (the caller leaves out retired ones and what filters hide) and places. Check-ins of other
    /// tasks and places, and of periods of another rhythm than the task has now, are left out.
    pub fn new(tasks: Vec<Task>, places: Vec<Place>, check_ins: Vec<CheckIn>, as_of: CivilDate) -> Matrix {
        let task_ixs: BTreeMap<&str, usize> =
            order::map_of(tasks.iter().enumerate().map(|(ix, task)| (task.id.as_str(), ix)));
        let place_ixs: BTreeMap<&str, usize> =
            order::map_of(places.iter().enumerate().map(|(ix, place)| (place.id.as_str(), ix)));
        let mut entries = Vec::with_capacity(check_ins.len());
        for check_in in check_ins {
            let key = &check_in.key;
            let Some(&task_ix) = task_ixs.get(key.task.as_str()) else { continue };
            let Some(&place_ix) = place_ixs.get(key.place.as_str()) else { continue };
            let Some(period) = Period::from_text(&key.period) else { continue };
            if period.rhythm() == tasks[task_ix].schedule.rhythm {
                entries.push(Entry { task_ix, place_ix, period, check_in });
            }
        }
        order::sort_by_key(&mut entries, |entry| (entry.task_ix, entry.place_ix, entry.period));
        let now = tasks.iter().map(|task| (task.schedule.current(as_of), task.schedule.lapsed(as_of))).collect();
        Matrix { tasks, places, as_of, entries, now }
    }

    /// A cell; `None` where the place does not have the task.
    pub fn cell(&self, task_ix: usize, place_ix: usize) -> Option<Cell<'_>> {
        let (task, place) = (self.tasks.get(task_ix)?, self.places.get(place_ix)?);
        if !task.is_for(&place.area) {
            return None;
        }
        let (period, lapsed) = &self.now[task_ix];
        let mut cell = Cell { period: *period, due: None, check_in: None, overdue: lapsed.len(), has_conflict: false };
        cell.due = period.and_then(|period| task.schedule.due_day(period));
        for entry in self.held(task_ix, place_ix) {
            cell.has_conflict |= entry.check_in.has_conflict;
            if Some(entry.period) == *period {
                cell.check_in = Some(&entry.check_in);
            }
            if lapsed.contains(&entry.period.number()) && is_answer(entry.period.rhythm(), entry.check_in.status) {
                cell.overdue -= 1;
            }
        }
        Some(cell)
    }

    /// All check-ins of a cell with their periods, in the order of these; also those before the task's start or after its
    /// end, which count for nothing.
    pub fn history(&self, task_ix: usize, place_ix: usize) -> impl Iterator<Item = (Period, &CheckIn)> {
        self.held(task_ix, place_ix).iter().map(|entry| (entry.period, &entry.check_in))
    }

    /// The check-in of a period in a cell.
    pub fn check_in(&self, task_ix: usize, place_ix: usize, period: Period) -> Option<&CheckIn> {
        self.history(task_ix, place_ix).find(|(held, _)| *held == period).map(|(_, check_in)| check_in)
    }

    /// The numbers of a task's periods that have lapsed.
    pub(super) fn lapsed(&self, task_ix: usize) -> Range<i32> {
        self.now[task_ix].1.clone()
    }

    fn held(&self, task_ix: usize, place_ix: usize) -> &[Entry] {
        let at = |entry: &Entry| (entry.task_ix, entry.place_ix);
        let from = self.entries.partition_point(|entry| at(entry) < (task_ix, place_ix));
        let behind = &self.entries[from..];
        // A cell holds few, so the end is near.
        let n = behind.iter().take_while(|entry| at(entry) == (task_ix, place_ix)).count();
        &behind[..n]
    }
}

impl Cell<'_> {
    /// How it stands, if somebody said so for the period that is asked for now.
    pub fn status(&self) -> Option<Status> {
        self.check_in.and_then(|check_in| check_in.status)
    }
}
