//! What is still to be answered, by the day on which it falls due: the list of reminders and the calendar.

use super::calendar::{Period, is_answer};
use super::matrix::Matrix;
use crate::order;
use crate::text::date::CivilDate;

/// Most rows of the list; what comes behind in the matrix is left out, and the page says so where a list is that long.
pub const MAX_ROWS: usize = 20_000;
/// Of each cell at most so many lapsed and so many coming periods are listed: ten years of months.
const MAX_PERIODS: i32 = 120;

/// A period of a cell that nobody has answered yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The row of the matrix.
    pub task_ix: usize,
    /// The column of the matrix.
    pub place_ix: usize,
    /// The period.
    pub period: Period,
    /// The day on which it falls due.
    pub day: CivilDate,
    /// Whether that lies before the matrix's day.
    pub is_overdue: bool,
}

impl Matrix {
    /// What is overdue, and what falls due up to a day, in the cells (task, place) that the caller wants; by day, task and
    /// place. At most [`MAX_ROWS`].
    pub fn due(&self, until: CivilDate, wants: &dyn Fn(usize, usize) -> bool) -> Vec<Due> {
        let mut rows = Vec::new();
        for task_ix in 0..self.tasks.len() {
            let open = self.open_periods(task_ix, until);
            for place_ix in 0..self.places.len() {
                if !wants(task_ix, place_ix) || self.cell(task_ix, place_ix).is_none() {
                    continue;
                }
                for &(period, day) in &open {
                    let status = self.check_in(task_ix, place_ix, period).and_then(|check_in| check_in.status);
                    if rows.len() < MAX_ROWS && !is_answer(period.rhythm(), status) {
                        rows.push(Due { task_ix, place_ix, period, day, is_overdue: day < self.as_of });
                    }
                }
            }
        }
        order::sort_by_key(&mut rows, |row| (row.day, row.task_ix, row.place_ix));
        rows
    }

    /// The lapsed periods of a task, and those that fall due up to a day.
    fn open_periods(&self, task_ix: usize, until: CivilDate) -> Vec<(Period, CivilDate)> {
        let schedule = self.tasks[task_ix].schedule;
        let Some(current) = schedule.current(self.as_of) else { return Vec::new() };
        let first = self.lapsed(task_ix).start.max(current.number() - MAX_PERIODS);
        // Without a start nothing lapses, and the range of what has begins nowhere.
        let first = if schedule.start.is_none() { current.number() } else { first };
        let mut open = Vec::new();
        for number in first..=current.number() + MAX_PERIODS {
            let period = schedule.period(number);
            let Some(day) = schedule.due_day(period).filter(|_| schedule.has(period)) else { break };
            if day >= self.as_of && day > until {
                break;
            }
            open.push((period, day));
            if period.year().is_none() {
                break;
            }
        }
        open
    }
}
