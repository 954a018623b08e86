//! What falls due: reminders, an agenda by months, and a file for calendar programs.

mod file;

use leptos::prelude::*;

use super::day::AsOf;
use crate::app::fields::Choice;
use crate::app::made::{IntoMade, Made};
use crate::app::say::{part, say};
use crate::app::store::Store;
use crate::app::tasking::Tasking;
use crate::data::Lang;
use crate::tasks::say::{month_text, period_text, task_name};
use crate::tasks::{Due, Matrix, due};
use crate::text::date::{self, CivilDate};
use crate::text::number;
use crate::text::say::working;
use crate::text::words::Words;

/// Days of which the reminders tell in advance.
const REMIND_DAYS: i64 = 30;

/// The part of the page.
#[component]
pub fn CalendarPart() -> impl IntoView {
    let store = Store::take();
    let tasking = Tasking::of(store);
    // How many months ahead the agenda and the file reach.
    let months = RwSignal::new(3_i64);
    let ahead = move || {
        let lang = store.lang();
        vec![
            ("3".to_owned(), working::MONTHS_3.get(lang).to_owned()),
            ("12".to_owned(), working::MONTHS_12.get(lang).to_owned()),
        ]
    };
    let passes = store.derived.passes;
    let reminders = move || {
        let (lang, matrix) = (store.lang(), tasking.matrix.get());
        let until = days_after(matrix.as_of, REMIND_DAYS);
        let found = due_of(&matrix, until, &passes.get());
        let (overdue, next): (Vec<Due>, Vec<Due>) = found.iter().partition(|row| row.is_overdue);
        view! {
            <h3>{working::OVERDUE_TITLE.get(lang)}</h3>
            {rows(store, &matrix, &overdue, lang, working::DUE_WAS, working::NOTHING_OVERDUE)}
            <h3>{working::NEXT_30.get(lang)}</h3>
            {rows(store, &matrix, &next, lang, working::DUE_IS, working::NOTHING_DUE)}
            {too_long(&found)}
        }
    };
    let agenda = move || {
        let (lang, matrix) = (store.lang(), tasking.matrix.get());
        let until = months_after(matrix.as_of, months.get());
        let mut found = due_of(&matrix, until, &passes.get());
        found.retain(|row| !row.is_overdue);
        let cut = too_long(&found);
        let mut by_month: Vec<((i32, u32), Vec<Due>)> = Vec::new();
        for row in found {
            let month = (row.day.year(), row.day.month());
            match by_month.last_mut() {
                Some((last, rows)) if *last == month => rows.push(row),
                _ => by_month.push((month, vec![row])),
            }
        }
        if by_month.is_empty() {
            return view! { <p class="muted">{working::NOTHING_DUE.get(lang)}</p> }.made();
        }
        let section = |((year, month), of_month): ((i32, u32), Vec<Due>)| {
            view! {
                <h3>{month_text(lang, &format!("{year:04}"), month)}</h3>
                {rows(store, &matrix, &of_month, lang, working::DUE_IS, working::NOTHING_DUE)}
            }
        };
        view! { {by_month.into_iter().map(section).collect_view()} {cut} }.made()
    };
    view! {
        <section class="card task-calendar" aria-labelledby="reminders-title">
            <div class="card-head">
                <h2 id="reminders-title">{say(working::REMINDERS)}</h2>
                <AsOf/>
            </div>
            {part(reminders)}
        </section>
        <section class="card task-calendar" aria-labelledby="agenda-title">
            <div class="card-head">
                <h2 id="agenda-title">{say(working::AGENDA)}</h2>
                <Choice
                    label=working::FROM_NOW
                    choices=Signal::derive(ahead)
                    value=Signal::derive(move || months.get().to_string())
                    on_choose=move |text: String| months.set(text.parse().unwrap_or(3))
                />
            </div>
            {part(agenda)}
        </section>
        <file::CalendarFile months=months/>
    }
}

/// What is open up to a day, in the areas that pass the filters.
fn due_of(matrix: &Matrix, until: CivilDate, passes: &[bool]) -> Vec<Due> {
    let wants = |_, place_ix: usize| passes.get(matrix.places[place_ix].area_ix).copied().unwrap_or_default();
    matrix.due(until, &wants)
}

/// A day some days later; the calendar's last if there is none.
fn days_after(day: CivilDate, n: i64) -> CivilDate {
    CivilDate::from_days(day.days() + n).unwrap_or(day)
}

/// The last day of the month that lies some months ahead.
fn months_after(day: CivilDate, n: i64) -> CivilDate {
    let month = i64::from(day.year()) * 12 + i64::from(day.month()) - 1 + n;
    let (year, month) = (i32::try_from(month.div_euclid(12)).unwrap_or(9999), month.rem_euclid(12) as u32 + 1);
    (28..=31).rev().find_map(|last| CivilDate::new(year, month, last)).unwrap_or(day)
}

fn too_long(found: &[Due]) -> Option<Made> {
    (found.len() >= due::MAX_ROWS).then(|| view! { <p class="problem">{say(working::TOO_LONG)}</p> }.made())
}

/// Rows of one task and period as one entry, whose places can be looked at.
fn rows(store: Store, matrix: &Matrix, found: &[Due], lang: Lang, when: Words, none: Words) -> Made {
    if found.is_empty() {
        return view! { <p class="muted">{none.get(lang)}</p> }.made();
    }
    let mut entries: Vec<(Due, Vec<usize>)> = Vec::new();
    for row in found {
        let same = entries.iter_mut().find(|(first, _)| (first.task_ix, first.period) == (row.task_ix, row.period));
        match same {
            Some((_, places)) => places.push(row.place_ix),
            None => entries.push((*row, vec![row.place_ix])),
        }
    }
    let entry = |(first, places): (Due, Vec<usize>)| {
        let task = &matrix.tasks[first.task_ix];
        let name = task_name(task.is_built_in, &task.id, task.title.get(lang));
        let title = working::DUE_ROW.fill(lang, &[("task", &name), ("period", &period_text(lang, first.period))]);
        let day = when.fill(lang, &[("day", &date::date(lang, first.day))]);
        let n = places.len();
        let names: Vec<&str> =
            places.iter().map(|ix| store.data_set.areas[matrix.places[*ix].area_ix].name.as_str()).collect();
        let late = first.is_overdue.then(|| view! { <span class="late" aria-hidden="true">"!"</span> });
        view! {
            <li>
                <p>{late} <strong>{title}</strong> " " <span class="muted">{day}</span></p>
                <details>
                    <summary>{working::PLACES.fill(lang, n as u64, &[("n", &number::whole(lang, n as u64))])}</summary>
                    <p class="small">{names.join(", ")}</p>
                </details>
            </li>
        }
    };
    view! { <ul class="due-list">{entries.into_iter().map(entry).collect_view()}</ul> }.made()
}
