//! The named settings: begun with a proposal, chosen, named, copied, retired.

use leptos::prelude::*;

use super::Commending;
use super::differing::conflicts_view;
use crate::app::fields::Choice;
use crate::app::made::IntoMade;
use crate::app::say::{live, on, part, say, shown_if};
use crate::data::Lang;
use crate::journal::clean::MAX_NAME_CHARS;
use crate::journal::kinds::index;
use crate::journal::{GoalIntent, IndexEdit, IndexPart, IndexSettings, Kind};
use crate::text::number;
use crate::text::say::commending as words;
use crate::text::words::Words;
use crate::web::page;

/// Where the keyboard goes after a setting was made or left.
const TITLE_ID: &str = "commend-title";
const NAME_ID: &str = "index-name";

/// The settings, below the part's heading.
#[component]
pub(super) fn Settings(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let has_any = move || commending.in_use.with(Option::is_some);
    let choices = move || {
        let usable = |all: &std::sync::Arc<Vec<crate::journal::NamedIndex>>| {
            let usable = all.iter().filter(|one| !one.retired);
            usable.map(|one| (one.id.clone(), one.settings.name.clone())).collect::<Vec<_>>()
        };
        commending.settings.with(usable)
    };
    let id = move || commending.in_use.with(|index| index.as_ref().map(|index| index.id.clone())).unwrap_or_default();
    let choose = move |id: String| drop(commending.write(GoalIntent::ChooseIndex { id }));
    let copy = move |_| {
        let Some(index) = commending.in_use.get_untracked() else { return };
        let name = words::NAME_COPY.fill(store.lang_now(), &[("name", &index.settings.name)]);
        let name: String = name.chars().take(MAX_NAME_CHARS).collect();
        if let Some(made) = commending.write(GoalIntent::CopyIndex { id: index.id, name }) {
            commending.write(GoalIntent::ChooseIndex { id: made.note });
            page::focus_soon(NAME_ID);
        }
    };
    let retire = move |_| {
        commending.write(GoalIntent::RetireIndex { id: untrack(id), retired: true });
        page::focus_soon(TITLE_ID);
    };
    let conflicts = move || {
        let mut found = commending.in_use.get().map(|index| index.conflicts).unwrap_or_default();
        let others = store.desk().with_journal(|journal| journal.state().conflicts_beside_notes());
        let is_choice = |kind: &Kind, field: &str| *kind == Kind::Index && field == index::CHOSEN;
        found.extend(others.into_iter().filter(|one| is_choice(&one.target.kind, &one.target.field)));
        conflicts_view(commending, found, TITLE_ID)
    };
    view! {
        {shown_if(move || !has_any(), || view! { <p>{say(words::NO_SETTING)}</p> })}
        {shown_if(
            has_any,
            move || {
                view! {
                    <div class="row commend-row">
                        <Choice
                            label=words::SETTING
                            choices=Signal::derive(choices)
                            value=Signal::derive(id)
                            on_choose=choose
                        />
                        <NameField commending=commending/>
                        <button type="button" on:click=on(copy)>{say(words::COPY)}</button>
                        <button type="button" on:click=on(retire)>{say(words::RETIRE)}</button>
                    </div>
                }
            },
        )}
        {part(conflicts)}
        <Starts commending=commending/>
        <Retired commending=commending/>
    }
}

/// Buttons that make a setting; those of proposals only where figures allow them.
#[component]
fn Starts(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let found = Memo::new(move |_| commending.proposals());
    let make = move |name: String, parts: Vec<IndexPart>| {
        let settings = IndexSettings { name, parts, vary_normalisation: true, ..IndexSettings::default() };
        if let Some(made) = commending.write(GoalIntent::MakeIndex(settings)) {
            commending.write(GoalIntent::ChooseIndex { id: made.note });
            page::focus_soon(NAME_ID);
        }
    };
    let button = move |words: Words, name: Words, parts: Vec<IndexPart>| {
        let press = move |_| {
            let n = commending.settings.with_untracked(|all| all.len() + 1);
            let name = name.fill(store.lang_now(), &[("n", &number::whole(store.lang_now(), n as u64))]);
            make(name, parts.clone());
        };
        view! { <button type="button" on:click=on(press)>{say(words)}</button> }.made()
    };
    let buttons = move || {
        let found = found.get();
        let mut all = Vec::new();
        if !found.reported.is_empty() {
            all.push(button(words::START_REPORTED, words::NAME_REPORTED, found.reported));
        }
        if !found.trial.is_empty() {
            all.push(button(words::START_TRIAL, words::NAME_TRIAL, found.trial));
        }
        all.push(button(words::START_EMPTY, words::NAME_EMPTY, Vec::new()));
        all
    };
    view! { <div class="row">{part(buttons)}</div> }
}

#[component]
fn NameField(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let is_wrong = RwSignal::new(false);
    let name =
        move || commending.in_use.with(|one| one.as_ref().map(|one| one.settings.name.clone())).unwrap_or_default();
    let rename = move |typed: String| {
        let wrong = typed.trim().is_empty() || typed.chars().count() > MAX_NAME_CHARS;
        is_wrong.set(wrong);
        if let Some(index) = commending.in_use.get_untracked().filter(|_| !wrong) {
            commending.write(GoalIntent::EditIndex { id: index.id, edit: IndexEdit::Name(typed) });
        }
    };
    let problem = move || {
        let lang: Lang = store.lang();
        words::NAME_NEEDED.fill(lang, &[("max", &number::whole(lang, MAX_NAME_CHARS as u64))])
    };
    view! {
        <div>
            <label class="field">
                <span>{say(words::NAME)}</span>
                <input
                    id=NAME_ID
                    autocomplete="off"
                    prop:value=live(name)
                    aria-invalid=live(move || is_wrong.get().to_string())
                    aria-describedby=live(move || is_wrong.get().then_some("index-name-problem"))
                    on:change=on(move |event: web_sys::Event| rename(event_target_value(&event)))
                />
            </label>
            <p class="problem small" id="index-name-problem" role="alert" hidden=live(move || !is_wrong.get())>
                {live(problem)}
            </p>
        </div>
    }
}

#[component]
fn Retired(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let retired = Memo::new(move |_| {
        let of = |all: &std::sync::Arc<Vec<crate::journal::NamedIndex>>| {
            let retired = all.iter().filter(|one| one.retired);
            retired.map(|one| (one.id.clone(), one.settings.name.clone())).collect::<Vec<_>>()
        };
        commending.settings.with(of)
    });
    let rows = move || {
        let lang = store.lang();
        let row = |(id, name): (String, String)| {
            let back = move |_| {
                commending.write(GoalIntent::RetireIndex { id: id.clone(), retired: false });
                page::focus_soon(TITLE_ID);
            };
            let label = words::PUT_BACK.fill(lang, &[("name", &name)]);
            view! { <li><button type="button" on:click=on(back)>{label}</button></li> }
        };
        retired.get().into_iter().map(row).collect_view()
    };
    shown_if(
        move || !retired.with(Vec::is_empty),
        move || {
            view! {
                <details>
                    <summary>{say(words::RETIRED)}</summary>
                    <ul class="commend-list">{part(rows)}</ul>
                </details>
            }
        },
    )
}
