//! The streets and villages of one area: the list, the form for another one, pasting, and those that are out.

use leptos::prelude::*;

use super::Looking;
use super::form::{Form, form_words};
use super::paste::Paste;
use crate::app::fields::Choice;
use crate::app::made::{IntoMade, Made};
use crate::app::notes::tell;
use crate::app::say::{list, live, on, part, say, shown_if};
use crate::app::store::Tone;
use crate::journal::{Intent, Subdivision};
use crate::text::number;
use crate::text::say::register;
use crate::web::page;

/// The card of one area.
#[component]
pub fn Listed(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let here = Memo::new(move |_| looking.listed(false));
    let areas = move || {
        let areas = store.data_set.areas.iter().enumerate();
        areas.map(|(area_ix, area)| (area_ix.to_string(), area.name.clone())).collect::<Vec<_>>()
    };
    let title = move || register::OF_AREA.fill(store.lang(), &[("name", looking.name())]);
    let keys = move || here.get().into_iter().map(|found| found.id).collect();
    let row = move |id: String| -> Made {
        let found = {
            let id = id.clone();
            Memo::new(move |_| here.with(|here| here.iter().find(|found| found.id == id).cloned()))
        };
        let is_edited = move || looking.editing.with(|editing| editing.as_deref() == Some(&*id));
        let is_edited = Memo::new(move |_| is_edited());
        part(move || match (found.get(), is_edited.get()) {
            (None, _) => ().made(),
            (Some(found), true) => view! {
                <tr><td colspan="4"><Form looking=looking existing=Some(found)/></td></tr>
            }
            .made(),
            (Some(found), false) => row_view(looking, found).made(),
        })
        .made()
    };
    view! {
        <section class="card register" aria-labelledby="register-area-title">
            <div class="card-head">
                <h2 id="register-area-title" tabindex="-1">{live(title)}</h2>
                <Choice
                    label=register::AREA
                    choices=Signal::derive(areas)
                    value=Signal::derive(move || looking.area_ix.get().to_string())
                    on_choose=move |text: String| looking.show_area(text.parse().unwrap_or_default())
                />
            </div>
            {shown_if(move || here.with(Vec::is_empty), || view! { <p class="muted">{say(register::EMPTY)}</p> })}
            <div class="table-scroll" role="group" tabindex="0" aria-labelledby="register-area-title" hidden=live(move || here.with(Vec::is_empty))>
                <table>
                    <thead>
                        <tr>
                            <th scope="col" class="text">{say(register::NAME)}</th>
                            <th scope="col" class="text">{say(register::KIND)}</th>
                            <th scope="col">{say(register::HOUSEHOLDS)}</th>
                            <th scope="col" class="text">{say(register::ACTIONS)}</th>
                        </tr>
                    </thead>
                    <tbody>{list(keys, row)}</tbody>
                </table>
            </div>
            <h3>{say(register::ADD_ONE)}</h3>
            {part(move || {
                looking.area_ix.track();
                view! { <Form looking=looking existing=None/> }
            })}
            <Paste looking=looking/>
            <Retired looking=looking/>
        </section>
    }
}

fn row_view(looking: Looking, found: Subdivision) -> impl IntoView {
    let store = looking.store;
    let lang = store.lang();
    let name = found.name.clone();
    let label = |words: crate::text::words::Words| words.fill(lang, &[("name", &name)]);
    let households = match found.households {
        Some(value) => number::number(lang, value, 0),
        None => register::UNKNOWN.get(lang).to_owned(),
    };
    let (open_id, edit_id) = (found.id.clone(), found.id.clone());
    let open = move |_| {
        page::remember_focus();
        looking.open.set(Some(open_id.clone()));
        page::focus_soon("subdivision-title");
    };
    let edit = move |_| {
        looking.editing.set(Some(edit_id.clone()));
        page::focus_soon("register-edit-name");
    };
    let (labels, form) =
        ([label(register::OPEN), label(register::EDIT), label(register::RETIRE)], form_words(found.form));
    let [open_label, edit_label, retire_label] = labels;
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="link" aria-label=open_label on:click=on(open)>{name}</button>
            </th>
            <td class="text">{form.get(lang)}</td>
            <td>{households}</td>
            <td class="text">
                <div class="row">
                    <button type="button" aria-label=edit_label on:click=on(edit)>{say(register::EDIT_SHORT)}</button>
                    <button type="button" aria-label=retire_label on:click=on(move |_| retire(looking, &found))>
                        {say(register::RETIRE_SHORT)}
                    </button>
                </div>
            </td>
        </tr>
    }
}

fn retire(looking: Looking, found: &Subdivision) {
    let store = looking.store;
    if looking.open.with_untracked(|open| open.as_ref() == Some(&found.id)) {
        looking.open.set(None);
    }
    match store.desk().write(Intent::RetireSubdivision { id: found.id.clone(), retired: true }) {
        Ok(_) => {
            let text = register::RETIRED.fill(store.lang_now(), &[("name", &found.name)]);
            store.notify("retired", Tone::Plain, text);
            page::focus_soon("register-area-title");
        }
        Err(error) => tell(store, &error),
    }
}

/// Those that are out of the register, each with its way back.
#[component]
fn Retired(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let gone = Memo::new(move |_| looking.listed(true));
    let buttons = move || {
        let lang = store.lang();
        gone.get()
            .into_iter()
            .map(|found| {
                let label = register::PUT_BACK.fill(lang, &[("name", &found.name)]);
                let put_back = move |_| {
                    let intent = Intent::RetireSubdivision { id: found.id.clone(), retired: false };
                    match store.desk().write(intent) {
                        Ok(_) => store.dismiss("retired"),
                        Err(error) => tell(store, &error),
                    }
                    page::focus_soon("register-area-title");
                };
                view! { <button type="button" on:click=on(put_back)>{label}</button> }
            })
            .collect_view()
    };
    view! {
        <details hidden=live(move || gone.with(Vec::is_empty))>
            <summary>{say(register::RETIRED_ONES)} " " <span class="number muted">{live(move || gone.with(Vec::len))}</span></summary>
            <div class="row">{part(buttons)}</div>
        </details>
    }
}
