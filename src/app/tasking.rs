//! The year's work as memos over the journal, for every view.
//!
//! Belongs to the piece `tasks`, which is loaded when the journal holds tasks or check-ins, when the Tasks page is opened, or
//! when the address names one of its two indicators.

use std::sync::Arc;

use leptos::prelude::*;

use super::desk::{Desk, for_ever};
use super::shown::{Extended, Shown};
use super::store::{Store, Tone};
use crate::data::DataSet;
use crate::goals;
use crate::journal::CheckIn;
use crate::tasks::{self, Matrix, Period, Task, WorkLook, roll_up};
use crate::text::date::{CivilDate, CivilTime};
use crate::text::say::problems;
use crate::view::describe;
use crate::view::hash::{HashProblem, HashProblemKind};
use crate::web::{clock, media};

/// A cell of the matrix that is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellAt {
    /// The task's id.
    pub task: String,
    /// The area's code, or the id of a street or village.
    pub place: String,
    /// The period; `None` is the one that is asked for now.
    pub period: Option<Period>,
}

/// The memos. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Tasking {
    /// All tasks, retired ones too.
    pub tasks: Memo<Arc<Vec<Task>>>,
    /// All check-ins.
    pub check_ins: Memo<Arc<Vec<CheckIn>>>,
    /// The day on which the work is looked at.
    pub as_of: Memo<CivilDate>,
    /// How it is looked at.
    pub look: Memo<WorkLook>,
    /// Tasks in use by areas.
    pub matrix: Memo<Arc<Matrix>>,
    /// The data set of the review with the two indicators of the work behind.
    pub data_set: Memo<Extended>,
    /// What the page shows: the figures of the review with those of the work behind them.
    pub shown: Memo<Shown>,
    /// The cell whose check-in is open; it passes with the moment.
    pub cell: RwSignal<Option<CellAt>>,
    /// The task that a link has led to, by its id; it passes with the moment.
    pub found: RwSignal<Option<String>>,
    /// Which recommendations are looked for; kept while the person looks at another part.
    pub sought: RwSignal<goals::Filter>,
    /// Whether only those of areas that are chosen on the map are.
    pub sought_in_chosen: RwSignal<bool>,
    /// Whether the page is being put on paper: then all of a table is made, not only what is in sight.
    pub printing: RwSignal<bool>,
}

impl Tasking {
    /// The memos of the page; made at the first call.
    pub fn of(store: Store) -> Tasking {
        let saving = store.saving;
        saving.tasking.get_untracked().unwrap_or_else(|| {
            let desk = Desk::of(store);
            let tasking = for_ever(|| Tasking::new(store, desk));
            saving.tasking.set(Some(tasking));
            tasking
        })
    }

    fn new(store: Store, desk: Desk) -> Tasking {
        let (base, journal) = (store.data_set, desk.journal);
        let tasks = Memo::new(move |_| Arc::new(journal.with(|journal| tasks::tasks(base, journal.state()))));
        let check_ins = Memo::new(move |_| Arc::new(journal.with(|journal| journal.state().check_ins())));
        let as_of = Memo::new(move |_| store.derived.parts.rest.with(|rest| rest.as_of).unwrap_or_else(today));
        let look = Memo::new(move |_| store.derived.parts.rest.with(|rest| WorkLook::from_words(&rest.work_look).0));
        tell_of_unknown_words(store);
        let matrix = Memo::new(move |_| {
            let in_use = tasks.with(|tasks| tasks.iter().filter(|task| !task.retired).cloned().collect());
            Arc::new(Matrix::new(in_use, tasks::area_places(base), check_ins.get().to_vec(), as_of.get()))
        });
        let figures = Memo::new(move |_| Arc::new(roll_up::figures(&matrix.get().by_area(base.areas.len()))));
        let reviewed = store.derived.reviewed;
        let data_set = Memo::new(move |_| Extended(extended(store.derived.reviewed_all.get().0)));
        let shown = Memo::new(move |_| {
            let reviewed = reviewed.get();
            let mut all = reviewed.figures.to_vec();
            all.extend(figures.get().iter().cloned());
            Shown { data_set: data_set.get().0, figures: Arc::new(all), ..reviewed }
        });
        let printing = RwSignal::new(false);
        media::on_change(media::PRINT, move |on| printing.set(on));
        Tasking {
            tasks,
            check_ins,
            as_of,
            look,
            matrix,
            data_set,
            shown,
            cell: RwSignal::new(None),
            found: RwSignal::new(None),
            sought: RwSignal::new(goals::Filter::default()),
            sought_in_chosen: RwSignal::new(false),
            printing,
        }
    }

    /// Looks at the work another way. What hides or brings back something of the matrix can be undone as a filter.
    pub fn look_at(self, store: Store, change: impl FnOnce(&mut WorkLook)) {
        let before = self.look.get_untracked();
        let mut now = before.clone();
        change(&mut now);
        let matrix =
            |look: &WorkLook| (look.by_street, look.group.clone(), look.wanted, look.overdue_only, look.chosen_only);
        store.look_at_work(now.words(), matrix(&before) != matrix(&now));
    }
}

/// The address's reader does not know the words of the look, so those that mean nothing are told here.
fn tell_of_unknown_words(store: Store) {
    let unknown =
        Memo::new(move |_| {
            store.derived.parts.rest.with(|rest| {
                WorkLook::from_words(&rest.work_look).1.into_iter().map(ToOwned::to_owned).collect::<Vec<_>>()
            })
        });
    Effect::new(move |_| {
        let lang = store.lang_now();
        let word =
            |word: &String| describe::problem_text(&HashProblem::new("look", word, HashProblemKind::UnknownWord), lang);
        let parts: Vec<String> = unknown.with(|unknown| unknown.iter().map(word).collect());
        // Under a name of its own: the reader takes back its own message when it finds nothing wrong.
        if parts.is_empty() {
            store.dismiss("look");
        } else {
            let text = problems::HASH_PROBLEMS.fill(lang, &[("parts", &parts.join("; "))]);
            store.notify("look", Tone::Warn, text);
        }
    });
}

/// The set with the two indicators behind its own. A set that has been shown may still be looked at by some view, so it
/// stays; it is made anew only when an own indicator changes.
fn extended(base: &'static DataSet) -> &'static DataSet {
    Box::leak(Box::new(tasks::with_indicators(base)))
}

/// The day on the person's own wall.
pub fn today() -> CivilDate {
    let now = CivilTime::from_unix_ms(clock::now_ms(), clock::offset_minutes());
    now.map_or_else(|| CivilDate::from_days(0).expect("1970 is in the calendar"), |now| now.date)
}
