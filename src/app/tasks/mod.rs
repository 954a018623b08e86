//! The Tasks page: the year's work by area, what areas ask for, what they are to reach, and who is commended; in parts of
//! which one is open.

mod calendar;
mod commendations;
mod day;
mod list;
mod matrix;
mod recommendations;
mod sheet;
mod targets;

pub use sheet::TasksInSheet;

use matrix::entered_text;

use leptos::prelude::*;

use super::made::IntoMade;
use super::say::{live, on, part, say};
use super::store::Store;
use super::tasking::Tasking;
use crate::text::say::tasks;
use crate::text::words::Words;
use crate::view::query::TasksPart;

const PARTS: [(TasksPart, Words); 6] = [
    (TasksPart::Matrix, tasks::PART_MATRIX),
    (TasksPart::List, tasks::PART_LIST),
    (TasksPart::Calendar, tasks::PART_CALENDAR),
    (TasksPart::Recommendations, tasks::PART_RECOMMENDATIONS),
    (TasksPart::Targets, tasks::PART_TARGETS),
    (TasksPart::Commendations, tasks::PART_COMMENDATIONS),
];

/// The page.
#[component]
pub fn TasksPage() -> impl IntoView {
    let store = Store::take();
    Tasking::of(store);
    let open = Memo::new(move |_| store.derived.parts.rest.with(|rest| rest.tasks));
    let shown = move || match open.get() {
        TasksPart::Matrix => view! { <matrix::MatrixPart/> }.made(),
        TasksPart::List => view! { <list::ListPart/> }.made(),
        TasksPart::Calendar => view! { <calendar::CalendarPart/> }.made(),
        TasksPart::Recommendations => view! { <recommendations::RecommendationsPart/> }.made(),
        TasksPart::Targets => view! { <targets::TargetsPart/> }.made(),
        TasksPart::Commendations => view! { <commendations::CommendationsPart/> }.made(),
    };
    let link = move |which: TasksPart, words: Words| {
        view! {
            <li>
                <button
                    type="button"
                    aria-current=live(move || (open.get() == which).then_some("page"))
                    on:click=on(move |_| store.go_to_tasks(which))
                >
                    {say(words)}
                </button>
            </li>
        }
    };
    view! {
        <div class="review tasks">
            <section class="card review-head">
                <h1 id="headline" tabindex="-1">{say(tasks::TITLE)}</h1>
                <nav class="parts" aria-label=say(tasks::PARTS)>
                    <ul>{PARTS.map(|(which, words)| link(which, words)).collect_view()}</ul>
                </nav>
            </section>
            {part(shown)}
        </div>
    }
}
