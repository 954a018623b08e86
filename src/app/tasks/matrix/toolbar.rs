//! Over the grid: what rows are, filters, the way to the map. Under it: what the signs mean.

use leptos::prelude::*;

use super::Looking;
use super::board::Wanted;
use crate::app::fields::{Choice, Segments};
use crate::app::say::{live, on, say};
use crate::journal::Status;
use crate::tasks::indicators::OVERDUE;
use crate::tasks::say::{status_sign, status_words};
use crate::text::number;
use crate::text::say::working;
use crate::view::query::Measure;

/// Entry of a choice for cells without a check-in.
const BLANK: &str = "blank";
/// Entry of a choice for tasks without a group.
const NO_GROUP: &str = " ";

/// The row of choices.
#[component]
pub(super) fn Toolbar(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let filters = looking.filters;
    let groups = move || {
        let lang = store.lang();
        let mut entries = vec![(String::new(), working::ALL_GROUPS.get(lang).to_owned())];
        looking.tasking.tasks.with(|tasks| {
            for task in tasks.iter().filter(|task| !task.retired) {
                let is_known = entries.iter().any(|(key, _)| *key == group_key(&task.group.vi));
                if !is_known {
                    let name = task.group.get(lang);
                    let name = if name.is_empty() { working::NO_GROUP.get(lang) } else { name };
                    entries.push((group_key(&task.group.vi), name.to_owned()));
                }
            }
        });
        entries
    };
    let statuses = move || {
        let lang = store.lang();
        let mut entries = vec![(String::new(), working::ANY_STATUS.get(lang).to_owned())];
        entries.extend(Status::ALL.map(|(code, status)| (code.to_owned(), status_words(status).get(lang).to_owned())));
        entries.push((BLANK.to_owned(), working::BLANK.get(lang).to_owned()));
        entries
    };
    let status_key = move || match filters.status.get() {
        Wanted::Any => "",
        Wanted::Blank => BLANK,
        Wanted::Of(status) => status.code(),
    };
    let n_chosen = move || {
        let n = store.derived.chosen.with(|chosen| chosen.iter().filter(|chosen| **chosen).count());
        working::CHOSEN_ONLY.fill(store.lang(), &[("n", &number::whole(store.lang(), n as u64))])
    };
    let to_map = move |_| {
        store.show_on_map(Measure::plain(OVERDUE));
        crate::web::page::focus_soon("headline");
    };
    view! {
        <div class="row matrix-tools no-print">
            <Segments
                label=working::ROWS
                choices=vec![(false, working::BY_AREA), (true, working::BY_STREET)]
                value=filters.by_street
                on_choose=move |by_street| {
                    looking.tasking.cell.set(None);
                    filters.by_street.set(by_street);
                }
            />
            <Choice
                label=working::GROUP
                choices=Signal::derive(groups)
                value=Signal::derive(move || filters.group.get().map(|group| group_key(&group)).unwrap_or_default())
                on_choose=move |key: String| filters.group.set(group_of(key))
            />
            <Choice
                label=working::STATUS
                choices=Signal::derive(statuses)
                value=Signal::derive(move || status_key().to_owned())
                on_choose=move |key: String| filters.status.set(match (key.as_str(), Status::from_code(&key)) {
                    (_, Some(status)) => Wanted::Of(status),
                    (BLANK, None) => Wanted::Blank,
                    _ => Wanted::Any,
                })
            />
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=live(move || filters.overdue_only.get())
                    on:change=on(move |event: web_sys::Event| filters.overdue_only.set(event_target_checked(&event)))
                />
                <span>{say(working::OVERDUE_ONLY)}</span>
            </label>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=live(move || filters.chosen_only.get())
                    on:change=on(move |event: web_sys::Event| filters.chosen_only.set(event_target_checked(&event)))
                />
                <span>{live(n_chosen)}</span>
            </label>
            <button type="button" on:click=on(to_map)>{say(working::SHOW_ON_MAP)}</button>
        </div>
    }
}

/// A group as an entry of a choice, where the empty text stands for all.
fn group_key(group: &str) -> String {
    if group.is_empty() { NO_GROUP.to_owned() } else { group.to_owned() }
}

fn group_of(key: String) -> Option<String> {
    match key.as_str() {
        "" => None,
        NO_GROUP => Some(String::new()),
        _ => Some(key),
    }
}

/// What the signs mean.
#[component]
pub(super) fn Marks() -> impl IntoView {
    let statuses = Status::ALL.map(|(code, status)| {
        view! {
            <li data-count=code><span class="sign" aria-hidden="true">{status_sign(status)}</span> {say(status_words(status))}</li>
        }
    });
    view! {
        <p class="muted small">{say(working::FIRST_STEPS)}</p>
        <ul class="task-marks">
            {statuses.collect_view()}
            <li><span class="late" aria-hidden="true">"!"</span> {say(working::OVERDUE)}</li>
            <li><span class="mark" aria-hidden="true">"≠"</span> {say(working::DIFFERS)}</li>
            <li><span class="none-swatch" aria-hidden="true"></span> {say(working::NOT_HANDED)}</li>
        </ul>
    }
}
