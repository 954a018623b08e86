//! The year's work on the built-in data set: ten tasks, 34 areas, registers made for the test.

mod calendar;
mod due;
mod icalendar;
mod look;
mod matrix;
mod merging;
mod month;

use super::*;
use crate::data::{self, DataSet, Tr};
use crate::journal::{
    CheckInChange, CheckInKey, Ctx, DeviceId, Intent, Journal, JournalState, Outcome, Recipients, Rhythm, Status,
    SubdivisionDraft, SubdivisionForm, TaskDraft, WriterId,
};
use crate::text::date::CivilDate;

/// The first two areas of the data set, in the order of its codes.
const AREAS: [&str; 2] = ["14755", "14758"];

fn real() -> DataSet {
    data::read(data::built_in()).unwrap()
}

fn day(text: &str) -> CivilDate {
    CivilDate::parse(text).unwrap()
}

fn key(task: &str, place: &str, period: &str) -> CheckInKey {
    CheckInKey { task: task.to_owned(), place: place.to_owned(), period: period.to_owned() }
}

/// A journal at work.
struct Desk(Journal);

impl Desk {
    fn new(number: u64) -> Desk {
        Desk(Journal::new(DeviceId(number), WriterId(number)))
    }

    fn apply(&mut self, intent: Intent) -> String {
        let author = format!("author {}", self.0.device().0);
        let ctx = Ctx { now_ms: 1_706_580_000_000, author: &author, step: None };
        self.0.apply(intent, &ctx).unwrap().note
    }

    fn check_in(&mut self, cell: CheckInKey, status: Status) {
        let change = CheckInChange { status: Some(status), ..CheckInChange::default() };
        self.apply(Intent::CheckIn { cells: vec![cell], change });
    }

    /// Adds a task for all areas.
    fn add(&mut self, title: &str, rhythm: Rhythm, start: &str, due: &str) -> String {
        self.apply(Intent::AddTask(Box::new(TaskDraft {
            title: Tr { ru: title.to_owned(), ..Tr::default() },
            rhythm,
            start: CivilDate::parse(start),
            due: CivilDate::parse(due),
            to: Recipients { all: true, areas: Vec::new() },
            ..TaskDraft::default()
        })))
    }

    fn streets(&mut self, area: &str, n: usize) {
        let draft = |number: usize| SubdivisionDraft {
            area: area.to_owned(),
            name: format!("Phố {number}"),
            form: SubdivisionForm::Street,
            households: None,
        };
        self.apply(Intent::ImportSubdivisions((0..n).map(draft).collect()));
    }

    fn state(&self) -> &JournalState {
        self.0.state()
    }
}

/// Tasks by areas.
fn matrix(ds: &DataSet, state: &JournalState, as_of: &str) -> Matrix {
    let active = tasks(ds, state).into_iter().filter(|task| !task.retired).collect();
    Matrix::new(active, area_places(ds), state.check_ins(), day(as_of))
}
