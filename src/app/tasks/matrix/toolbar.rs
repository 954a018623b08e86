//! Over the grid: what rows are, filters, the way to the map. Under it: what the signs mean.

use leptos::prelude::*;

use super::Looking;
use crate::app::fields::{Choice, Segments};
use crate::app::say::{live, on, say};
use crate::journal::Status;
use crate::tasks::Wanted;
use crate::tasks::indicators::OVERDUE;
use crate::tasks::look::group_key;
use crate::tasks::say::{status_sign, status_words};
use crate::text::number;
use crate::text::say::working;
use crate::view::query::Measure;

/// The row of choices.
#[component]
pub(super) fn Toolbar(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let look = looking.tasking.look;
    let groups = move || {
        let lang = store.lang();
        let mut entries = vec![(String::new(), working::ALL_GROUPS.get(lang).to_owned())];
        looking.tasking.tasks.with(|tasks| {
            for task in tasks.iter().filter(|task| !task.retired) {
                let key = group_key(task);
                let is_known = entries.iter().any(|(known, _)| *known == key);
                if !is_known {
                    let name = task.group.get(lang);
                    let name = if name.is_empty() { working::NO_GROUP.get(lang) } else { name };
                    entries.push((key, name.to_owned()));
                }
            }
        });
        entries
    };
    let statuses = move || {
        let lang = store.lang();
        let mut entries = vec![(String::new(), working::ANY_STATUS.get(lang).to_owned())];
        entries.extend(Status::ALL.map(|(code, status)| (code.to_owned(), status_words(status).get(lang).to_owned())));
        entries.push((Wanted::Blank.code().to_owned(), working::BLANK.get(lang).to_owned()));
        entries
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
                value=Signal::derive(move || look.with(|look| look.by_street))
                on_choose=move |by_street| {
                    looking.tasking.cell.set(None);
                    looking.look_at(|look| look.by_street = by_street);
                }
            />
            <Choice
                label=working::GROUP
                choices=Signal::derive(groups)
                value=Signal::derive(move || look.with(|look| look.group.clone()).unwrap_or_default())
                on_choose=move |key: String| looking.look_at(|look| look.group = Some(key).filter(|key| !key.is_empty()))
            />
            <Choice
                label=working::STATUS
                choices=Signal::derive(statuses)
                value=Signal::derive(move || look.with(|look| look.wanted.code().to_owned()))
                on_choose=move |key: String| looking.look_at(|look| look.wanted = Wanted::from_code(&key))
            />
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=live(move || look.with(|look| look.overdue_only))
                    on:change=on(move |event: web_sys::Event| {
                        let is_on = event_target_checked(&event);
                        looking.look_at(|look| look.overdue_only = is_on);
                    })
                />
                <span>{say(working::OVERDUE_ONLY)}</span>
            </label>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=live(move || look.with(|look| look.chosen_only))
                    on:change=on(move |event: web_sys::Event| {
                        let is_on = event_target_checked(&event);
                        looking.look_at(|look| look.chosen_only = is_on);
                    })
                />
                <span>{live(n_chosen)}</span>
            </label>
            <button type="button" on:click=on(to_map)>{say(working::SHOW_ON_MAP)}</button>
        </div>
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
