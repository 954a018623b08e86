//! The tasks one under the other: made, changed, handed out; a summary of one of them, or of an area, for print.

mod form;
mod hand;
mod summary;

use leptos::prelude::*;

use super::day::AsOf;
use crate::app::made::{IntoMade, Made};
use crate::app::notes::tell;
use crate::app::say::{live, on, part, say, shown_if};
use crate::app::store::{Store, Tone};
use crate::app::tasking::Tasking;
use crate::data::Lang;
use crate::journal::Intent;
use crate::tasks::say::{counts_text, outcome_words, rhythm_words, share_text, task_name};
use crate::tasks::{Matrix, Task};
use crate::text::date::CivilDate;
use crate::text::say::working;
use crate::text::{date, number};
use crate::view::query::TasksPart;
use crate::web::page;

/// Id of the task that a link has led to.
const FOUND_ID: &str = "task-found";

/// Goes to a task in the list, wherever the person is.
pub fn go_to_task(store: Store, id: String) {
    Tasking::of(store).found.set(Some(id));
    store.go_to_tasks(TasksPart::List);
    page::focus_soon(FOUND_ID);
}

/// What is open in the list. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
struct Looking {
    store: Store,
    tasking: Tasking,
    open: RwSignal<Open>,
}

#[derive(Debug, Clone, PartialEq)]
enum Open {
    Nothing,
    /// The form of a new task.
    New,
    /// The form of a task.
    Edit(String),
    /// Whom a task is handed to.
    Hand(String),
}

impl Looking {
    /// Closes what is open and brings the keyboard back to the list.
    fn close(self) {
        self.open.set(Open::Nothing);
        page::focus_soon("tasks-title");
    }

    /// Whether a link has led to a task.
    fn is_found(self, id: &str) -> bool {
        self.tasking.found.with(|found| found.as_deref() == Some(id))
    }

    fn task(self, id: &str) -> Option<Task> {
        self.tasking.tasks.with(|tasks| tasks.iter().find(|task| task.id == id).cloned())
    }
}

/// The part of the page.
#[component]
pub fn ListPart() -> impl IntoView {
    let store = Store::take();
    let looking = Looking { store, tasking: Tasking::of(store), open: RwSignal::new(Open::Nothing) };
    // What a link has led to is marked until the person goes elsewhere.
    on_cleanup(move || looking.tasking.found.set(None));
    let opened = move || match looking.open.get() {
        Open::Nothing => ().made(),
        Open::New => view! { <form::Form looking=looking existing=None/> }.made(),
        Open::Edit(id) => {
            let existing = untrack(|| looking.task(&id));
            view! { <form::Form looking=looking existing=existing/> }.made()
        }
        Open::Hand(id) => view! { <hand::HandOut looking=looking id=id/> }.made(),
    };
    let add = move |_| {
        looking.open.set(Open::New);
        page::focus_soon("task-form-title");
    };
    view! {
        <section class="card task-list" aria-labelledby="tasks-title">
            <div class="card-head">
                <h2 id="tasks-title" tabindex="-1">{say(working::LIST_TITLE)}</h2>
                <AsOf/>
                <button type="button" class="primary no-print" on:click=on(add)>{say(working::ADD_TASK)}</button>
            </div>
            {part(move || table(looking))}
            {shown_if(
                move || looking.tasking.tasks.with(|tasks| tasks.iter().any(|task| task.is_built_in)),
                || view! { <p class="muted small">{say(working::SOURCE)}</p> },
            )}
            {part(move || retired(looking))}
        </section>
        {part(opened)}
        <summary::SummaryCard/>
    }
}

/// The tasks in use, by groups in the order of their first task.
fn table(looking: Looking) -> Made {
    let lang = looking.store.lang();
    let matrix = looking.tasking.matrix.get();
    if matrix.tasks.is_empty() {
        return view! { <p class="empty">{working::EMPTY_LIST.get(lang)}</p> }.made();
    }
    let mut groups: Vec<&str> = Vec::new();
    for task in &matrix.tasks {
        if !groups.contains(&task.group.get(lang)) {
            groups.push(task.group.get(lang));
        }
    }
    let body = |group: &str| {
        let in_group = matrix.tasks.iter().enumerate().filter(|(_, task)| task.group.get(lang) == group);
        let rows: Vec<_> = in_group.map(|(task_ix, task)| row(looking, &matrix, task_ix, task, lang)).collect();
        let name = if group.is_empty() { working::NO_GROUP.get(lang) } else { group }.to_owned();
        view! {
            <tbody>
                <tr class="group"><th scope="rowgroup" colspan="7">{name}</th></tr>
                {rows}
            </tbody>
        }
    };
    let bodies: Vec<_> = groups.into_iter().map(body).collect();
    let heads = [
        working::TASK,
        working::WHO,
        working::RHYTHM,
        working::DUE,
        working::HANDED_TO,
        working::STANDS,
        working::ACTIONS,
    ];
    view! {
        <div class="table-scroll" role="group" tabindex="0" aria-labelledby="tasks-title">
            <table>
                <thead><tr>{heads.map(|head| view! { <th scope="col" class="text">{head.get(lang)}</th> }).collect_view()}</tr></thead>
                {bodies}
            </table>
        </div>
    }
    .made()
}

fn row(looking: Looking, matrix: &Matrix, task_ix: usize, task: &Task, lang: Lang) -> Made {
    let store = looking.store;
    let name = task_name(task.is_built_in, &task.id, task.title.get(lang));
    let sum = matrix.roll_up(Some(task_ix), None);
    let whole = |n: usize| number::whole(lang, n as u64);
    let handed = if task.to.all {
        working::ALL_SHORT.fill(lang, &[("n", &whole(store.data_set.areas.len()))])
    } else {
        whole(store.data_set.areas.iter().filter(|area| task.is_for(&area.code)).count())
    };
    let due = task.schedule.due.map_or_else(|| working::NO_DUE.get(lang).to_owned(), |due| date::date(lang, due));
    let share = share_text(lang, &sum).map(|pct| working::ON_TRACK_SHARE.fill(lang, &[("pct", &pct)]));
    let source = (!task.when.get(lang).is_empty())
        .then(|| working::IN_SOURCE.fill(lang, &[("when", task.when.get(lang))]))
        .map(|told| view! { <span class="words">{told}</span> });
    let differs =
        task.has_conflict.then(|| view! { <span class="words problem">{working::TASK_DIFFERS.get(lang)}</span> });
    let evidence = (!task.evidence.is_empty())
        .then(|| view! { <span class="words">{working::EVIDENCE.get(lang)} ": " {task.evidence.clone()}</span> });
    let package = package(task, lang).map(|told| view! { <span class="words">{told}</span> });
    let late = (sum.overdue > 0).then(|| view! { <span class="late" aria-hidden="true">"!"</span> });
    let (edit_id, hand_id, retire_id) = (task.id.clone(), task.id.clone(), task.id.clone());
    let label = |words: crate::text::words::Words| words.fill(lang, &[("name", &name)]);
    let (edit_label, hand_label, retire_label) =
        (label(working::EDIT_NAMED), label(working::HAND_NAMED), label(working::RETIRE_NAMED));
    let edit = move |_| {
        looking.open.set(Open::Edit(edit_id.clone()));
        page::focus_soon("task-form-title");
    };
    let hand = move |_| {
        looking.open.set(Open::Hand(hand_id.clone()));
        page::focus_soon("hand-title");
    };
    let told_name = name.clone();
    let retire = move |_| {
        if set_retired(store, &retire_id, true) {
            store.notify("task", Tone::Plain, working::RETIRED.fill(store.lang_now(), &[("name", &told_name)]));
        }
        looking.close();
    };
    let is_found = looking.is_found(&task.id);
    view! {
        <tr data-found=is_found.then_some("")>
            <th scope="row" class="text" id=is_found.then_some(FOUND_ID) tabindex=is_found.then_some("-1")>{name} {source} {package} {evidence} {differs}</th>
            <td class="text">{task.role.get(lang).to_owned()}</td>
            <td class="text">{rhythm_words(task.schedule.rhythm).get(lang)}</td>
            <td class="text">{due}</td>
            <td class="text number">{handed}</td>
            <td class="text">{late} {share} <span class="words">{counts_text(lang, &sum)}</span></td>
            <td class="text no-print">
                <div class="row">
                    <button type="button" aria-label=hand_label on:click=on(hand)>{working::HAND.get(lang)}</button>
                    <button type="button" aria-label=edit_label on:click=on(edit)>{working::EDIT.get(lang)}</button>
                    <button type="button" aria-label=retire_label on:click=on(retire)>{working::RETIRE.get(lang)}</button>
                </div>
            </td>
        </tr>
    }
    .made()
}

/// What the New Year's package is, for a task that counts outcomes: its window, the day in it, what is counted.
fn package(task: &Task, lang: Lang) -> Option<String> {
    let (start, due) = task.schedule.start.zip(task.schedule.due)?;
    let tet = CivilDate::new(2024, 2, 10).filter(|tet| (start..=due).contains(tet))?;
    if task.outcomes.is_empty() {
        return None;
    }
    let list: Vec<&str> = task.outcomes.iter().map(|outcome| outcome_words(*outcome).get(lang)).collect();
    let values = [
        ("from", date::date(lang, start)),
        ("to", date::date(lang, due)),
        ("tet", date::date(lang, tet)),
        ("list", list.join(", ")),
    ];
    Some(working::PACKAGE.fill(lang, &values.each_ref().map(|(name, value)| (*name, value.as_str()))))
}

/// Retired tasks, each with its way back.
fn retired(looking: Looking) -> Made {
    let lang = looking.store.lang();
    let gone: Vec<Task> =
        looking.tasking.tasks.with(|tasks| tasks.iter().filter(|task| task.retired).cloned().collect());
    if gone.is_empty() {
        return ().made();
    }
    let n = gone.len();
    let is_one_found = gone.iter().any(|task| looking.is_found(&task.id));
    let button = |task: Task| {
        let id = looking.is_found(&task.id).then_some(FOUND_ID);
        let name = task_name(task.is_built_in, &task.id, task.title.get(lang));
        let restore = move |_| {
            if set_retired(looking.store, &task.id, false) {
                looking.store.dismiss("task");
            }
            page::focus_soon("tasks-title");
        };
        view! { <button type="button" id=id on:click=on(restore)>{working::RESTORE_NAMED.fill(lang, &[("name", &name)])}</button> }
    };
    view! {
        <details class="no-print" open=is_one_found>
            <summary>{working::RETIRED_ONES.get(lang)} " " <span class="number muted">{n}</span></summary>
            <div class="row">{gone.into_iter().map(button).collect_view()}</div>
        </details>
    }
    .made()
}

fn set_retired(store: Store, id: &str, retired: bool) -> bool {
    match store.desk().write(Intent::RetireTask { id: id.to_owned(), retired }) {
        Ok(_) => true,
        Err(error) => {
            tell(store, &error);
            false
        }
    }
}

/// The name of a task as an entry of a choice.
fn entry_name(task: &Task, lang: Lang) -> String {
    task_name(task.is_built_in, &task.id, task.title.get(lang))
}

/// A line of text that follows its signals, as a heading of what is open.
fn open_title(looking: Looking, id: String) -> Signal<String> {
    live(move || looking.task(&id).map(|task| entry_name(&task, looking.store.lang())).unwrap_or_default())
}
