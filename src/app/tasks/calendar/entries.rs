//! What falls due as a list: a task and a period an entry, whose places can be looked at.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::made::{IntoMade, Made};
use crate::app::store::Store;
use crate::data::Lang;
use crate::journal::Status;
use crate::tasks::say::{period_text, status_sign, status_words, task_name};
use crate::tasks::{Due, Falling, Matrix};
use crate::text::say::working;
use crate::text::words::Words;
use crate::text::{date, number};

/// What is shown, and in which language.
#[derive(Clone)]
pub(super) struct Listing {
    pub store: Store,
    pub matrix: Arc<Matrix>,
    pub lang: Lang,
    /// Whether what is done is shown, too.
    pub with_done: bool,
}

/// Rows of one task and period as one.
pub(super) fn gathered(rows: &[Due]) -> Vec<Falling> {
    let mut all: Vec<Falling> = Vec::new();
    for row in rows {
        let same = all.iter_mut().find(|one| (one.task_ix, one.period) == (row.task_ix, row.period));
        match same {
            Some(one) => one.open.push(row.place_ix),
            None => all.push(Falling {
                task_ix: row.task_ix,
                period: row.period,
                day: row.day,
                open: vec![row.place_ix],
                done: Vec::new(),
            }),
        }
    }
    all
}

impl Listing {
    /// What a task is called.
    pub fn name(&self, one: &Falling) -> String {
        let task = &self.matrix.tasks[one.task_ix];
        task_name(task.is_built_in, &task.id, task.title.get(self.lang))
    }

    /// Whether it is overdue on the day that is looked on.
    pub fn is_overdue(&self, one: &Falling) -> bool {
        one.day < self.matrix.as_of && !one.open.is_empty()
    }

    /// How many places, in words.
    pub fn places(&self, n: usize) -> String {
        working::PLACES.fill(self.lang, n as u64, &[("n", &number::whole(self.lang, n as u64))])
    }

    /// The entries, or that there are none.
    pub fn list(&self, found: &[Falling], none: Words) -> Made {
        if found.is_empty() {
            return view! { <p class="muted">{none.get(self.lang)}</p> }.made();
        }
        view! { <ul class="due-list">{found.iter().map(|one| self.entry(one)).collect_view()}</ul> }.made()
    }

    fn entry(&self, one: &Falling) -> Made {
        let lang = self.lang;
        let period = period_text(lang, one.period);
        let title = working::DUE_ROW.fill(lang, &[("task", &self.name(one)), ("period", &period)]);
        let is_over = one.day < self.matrix.as_of;
        let when = if is_over { working::DUE_WAS } else { working::DUE_IS };
        let day = when.fill(lang, &[("day", &date::date(lang, one.day))]);
        let late = self.is_overdue(one).then(|| view! { <span class="late" aria-hidden="true">"!"</span> });
        let area = |ix: &usize| self.store.data_set.areas[self.matrix.places[*ix].area_ix].name.as_str();
        let details = |told: String, places: &[usize]| {
            let names: Vec<&str> = places.iter().map(area).collect();
            view! { <details><summary>{told}</summary><p class="small">{names.join(", ")}</p></details> }
        };
        let open = (!one.open.is_empty()).then(|| details(self.places(one.open.len()), &one.open));
        let done = (self.with_done && !one.done.is_empty()).then(|| {
            let (sign, word) = (status_sign(Status::Done), status_words(Status::Done).get(lang));
            details(format!("{sign} {word}: {}", self.places(one.done.len())), &one.done)
        });
        view! {
            <li>
                <p>{late} <strong>{title}</strong> " " <span class="muted">{day}</span></p>
                <div>{open} {done}</div>
            </li>
        }
        .made()
    }
}
