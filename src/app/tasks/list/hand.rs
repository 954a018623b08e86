//! Whom a task is handed to: all, those that pass the filters, those chosen on the map, one by one.

use leptos::prelude::*;

use super::{Looking, open_title};
use crate::app::made::{IntoMade, Made};
use crate::app::notes::tell;
use crate::app::say::{live, on, part, say};
use crate::journal::Intent;
use crate::text::say::working;
use crate::text::{fold, number};
use crate::web::page;

/// The card.
#[component]
pub(super) fn HandOut(looking: Looking, id: String) -> impl IntoView {
    let store = looking.store;
    let areas = &store.data_set.areas;
    let name = open_title(looking, id.clone());
    let task_id = StoredValue::new(id);
    // Who has it, by area.
    let has = Memo::new(move |_| {
        let task = looking.task(&task_id.get_value());
        areas.iter().map(|area| task.as_ref().is_some_and(|task| task.is_for(&area.code))).collect::<Vec<bool>>()
    });
    let is_all = Memo::new(move |_| looking.task(&task_id.get_value()).is_some_and(|task| task.to.all));
    let search = RwSignal::new(String::new());
    let write = move |all: bool, wanted: Vec<bool>| {
        let listed = looking.tasking.tasks.with_untracked(|tasks| {
            let task = tasks.iter().find(|task| task_id.with_value(|id| *id == task.id));
            task.map(|task| task.to.areas.clone()).unwrap_or_default()
        });
        let differs = |(area, wants): (&crate::data::Area, bool)| {
            (listed.contains(&area.code) != wants).then(|| (area.code.clone(), wants))
        };
        // "All" leaves the list as it is, so that it is there again when "all" is taken back.
        let areas = if all { Vec::new() } else { areas.iter().zip(wanted).filter_map(differs).collect() };
        if let Err(error) = store.desk().write(Intent::HandTask { id: task_id.get_value(), all: Some(all), areas }) {
            tell(store, &error);
        }
    };
    let who = move || {
        let lang = store.lang();
        let n = has.with(|has| has.iter().filter(|has| **has).count());
        let who = if is_all.get() {
            working::ALL_AREAS.get(lang).to_owned()
        } else {
            working::PLACES.fill(lang, n as u64, &[])
        };
        working::HANDED_NOW.fill(lang, &[("who", &who)])
    };
    let counted = move |words: crate::text::words::Words, of: Memo<std::sync::Arc<Vec<bool>>>| {
        live(move || {
            let lang = store.lang();
            let n = of.with(|of| of.iter().filter(|yes| **yes).count());
            words.fill(lang, &[("n", &number::whole(lang, n as u64))])
        })
    };
    let (passes, chosen) = (store.derived.passes, store.derived.chosen);
    let toggle = move |area_ix: usize| {
        let mut wanted = has.get_untracked();
        wanted[area_ix] = !wanted[area_ix];
        write(false, wanted);
    };
    let boxes = move || -> Made {
        let wanted = search.get();
        let fits = |area: &crate::data::Area| wanted.trim().is_empty() || fold::matches(&area.name, wanted.trim());
        let found: Vec<usize> = (0..areas.len()).filter(|ix| fits(&areas[*ix])).collect();
        if found.is_empty() {
            return view! { <p class="muted">{say(working::NONE_FOUND)}</p> }.made();
        }
        let one = move |area_ix: usize| {
            view! {
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=live(move || has.with(|has| has[area_ix]))
                        on:change=on(move |_: web_sys::Event| toggle(area_ix))
                    />
                    <span>{areas[area_ix].name.as_str()}</span>
                </label>
            }
        };
        view! { <div class="area-boxes">{found.into_iter().map(one).collect_view()}</div> }.made()
    };
    view! {
        <section class="card hand-out no-print" aria-labelledby="hand-title">
            <div class="card-head">
                <h2 id="hand-title" tabindex="-1">
                    {live(move || working::HAND_TITLE.fill(store.lang(), &[("name", &name.get())]))}
                </h2>
                <button type="button" on:click=on(move |_| looking.close())>{say(working::CLOSE)}</button>
            </div>
            <p role="status"><strong>{live(who)}</strong></p>
            <div class="row">
                <button
                    type="button"
                    aria-pressed=live(move || is_all.get().to_string())
                    on:click=on(move |_| write(true, Vec::new()))
                >
                    {say(working::ALL_AREAS)}
                </button>
                <button type="button" on:click=on(move |_| write(false, passes.get_untracked().to_vec()))>
                    {counted(working::THOSE_PASSING, passes)}
                </button>
                <button
                    type="button"
                    disabled=live(move || chosen.with(|chosen| !chosen.contains(&true)))
                    on:click=on(move |_| write(false, chosen.get_untracked().to_vec()))
                >
                    {counted(working::THOSE_CHOSEN, chosen)}
                </button>
            </div>
            <fieldset>
                <legend>{say(working::ONE_BY_ONE)}</legend>
                <label class="field">
                    <span>{say(working::SEARCH)}</span>
                    <input
                        type="search"
                        autocomplete="off"
                        on:input=on(move |event: web_sys::Event| search.set(event_target_value(&event)))
                        on:keydown=on(move |event: web_sys::KeyboardEvent| if event.key() == "Escape" { page::focus("hand-title") })
                    />
                </label>
                {part(boxes)}
            </fieldset>
        </section>
    }
}
