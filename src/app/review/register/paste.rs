//! A pasted list: each line judged before anything is taken, and all that is taken is one act.

use leptos::prelude::*;

use super::Looking;
use super::form::{form_words, problem_words};
use crate::app::notes::tell;
use crate::app::say::{live, on, part, say, shown_if};
use crate::app::store::Tone;
use crate::data::Lang;
use crate::journal::{Intent, SubdivisionDraft};
use crate::review::register::{Line, read_lines};
use crate::text::number;
use crate::text::say::register;
use crate::web::page;

/// The fold-out with the field and what was read of it.
#[component]
pub fn Paste(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let text = RwSignal::new(String::new());
    let read = Memo::new(move |_| {
        let (code, known, lang) = (looking.code(), looking.listed(false), store.lang());
        text.with(|text| read_lines(lang, &code, text, &known))
    });
    let has_lines = move || read.with(|(lines, _)| !lines.is_empty());
    let accepted = move || -> Vec<SubdivisionDraft> {
        read.with(|(lines, _)| lines.iter().filter_map(|line| line.read.clone().ok()).collect())
    };
    let n_accepted = Memo::new(move |_| accepted().len());
    let take = move |_| {
        let drafts = untrack(accepted);
        let n = drafts.len() as u64;
        match store.desk().write(Intent::ImportSubdivisions(drafts)) {
            Ok(_) => {
                text.set(String::new());
                store.notify("subdivisions", Tone::Plain, register::ADDED.fill(store.lang_now(), n, &[]));
                page::focus_soon("register-area-title");
            }
            Err(error) => tell(store, &error),
        }
    };
    let rows = move || {
        let lang = store.lang();
        read.with(|(lines, _)| lines.iter().map(|line| line_view(line, lang)).collect_view())
    };
    let beyond = move || {
        let n = read.with(|(_, n_more)| *n_more) as u64;
        (n > 0).then(|| register::LINES_BEYOND.fill(store.lang(), n, &[]))
    };
    view! {
        <details class="paste">
            <summary>{say(register::PASTE)}</summary>
            <label class="field">
                <span>{say(register::PASTE_LABEL)}</span>
                <textarea
                    autocomplete="off"
                    placeholder=say(register::PASTE_EXAMPLE)
                    prop:value=live(move || text.get())
                    on:input=on(move |event: web_sys::Event| text.set(event_target_value(&event)))
                ></textarea>
            </label>
            {shown_if(has_lines, move || view! {
                <div class="table-scroll preview" role="group" tabindex="0" aria-label=say(register::PREVIEW)>
                    <table>
                        <caption class="visually-hidden">{say(register::PREVIEW)}</caption>
                        <thead>
                            <tr>
                                <th scope="col" class="text">{say(register::HEAD_LINE)}</th>
                                <th scope="col" class="text">{say(register::KIND)}</th>
                                <th scope="col">{say(register::HOUSEHOLDS)}</th>
                                <th scope="col" class="text">{say(register::HEAD_READ)}</th>
                            </tr>
                        </thead>
                        <tbody>{part(rows)}</tbody>
                    </table>
                </div>
                <p>{live(beyond)}</p>
                <button
                    type="button"
                    class="primary"
                    prop:disabled=live(move || n_accepted.get() == 0)
                    on:click=on(take)
                >
                    {live(move || register::ADD_LINES.fill(store.lang(), n_accepted.get() as u64, &[]))}
                </button>
            })}
        </details>
    }
}

fn line_view(line: &Line, lang: Lang) -> impl IntoView + use<> {
    let (name, form, households, result, is_taken) = match &line.read {
        Ok(draft) => {
            let households = draft.households.map(|value| number::number(lang, value, 0)).unwrap_or_default();
            let result = register::WILL_BE_ADDED.get(lang).to_owned();
            (draft.name.clone(), form_words(draft.form).get(lang), households, result, true)
        }
        Err(problem) => {
            let why = problem_words(*problem).get(lang);
            let result = register::LEFT_OUT.fill(lang, &[("why", why)]);
            (line.text.clone(), "", String::new(), result, false)
        }
    };
    view! {
        <tr data-taken=is_taken.to_string()>
            <th scope="row">{name}</th>
            <td class="text">{form}</td>
            <td>{households}</td>
            <td class="text">{result}</td>
        </tr>
    }
}
