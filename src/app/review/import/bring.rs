//! How a table comes in: a file field, a place to paste, and what a person says of the encoding.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::open_file;
use super::trouble::{ENCODINGS, encoding_code};
use super::wizard::{Content, Source, Wizard};
use crate::app::fields::Choice;
use crate::app::say::{live, on, say};
use crate::app::store::Store;
use crate::text::say::import as words;

/// The fields.
#[component]
pub fn Bring() -> impl IntoView {
    let store = Store::take();
    let text = NodeRef::<leptos::html::Textarea>::new();
    let is_empty = RwSignal::new(true);
    let picked = move |event: web_sys::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
            return;
        };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            open_file(store, file);
        }
        // So that the same file can be picked again.
        input.set_value("");
    };
    let read = move || {
        let Some(field) = text.get_untracked() else { return };
        let pasted = field.value();
        if !pasted.trim().is_empty() {
            field.set_value("");
            is_empty.set(true);
            let name = words::PASTED.get(store.lang_now()).to_owned();
            Wizard::of(store).open(Source { name, content: Content::Text(pasted) });
        }
    };
    view! {
        <div class="import-bring">
            <label class="field">
                <span>{say(words::CHOOSE)}</span>
                <input type="file" accept=".csv,.tsv,.txt,.xlsx,.ods" on:change=on(picked)/>
            </label>
            <div class="import-paste">
                <label class="field">
                    <span>{say(words::PASTE)}</span>
                    <textarea
                        node_ref=text
                        rows="2"
                        spellcheck="false"
                        placeholder=say(words::PASTE_HINT)
                        on:input=on(move |event: web_sys::Event| is_empty.set(event_target_value(&event).trim().is_empty()))
                        on:paste=on(move |_: leptos::ev::ClipboardEvent| {
                            // The text stands in the field after the browser has handled the event.
                            set_timeout(read, std::time::Duration::ZERO);
                        })
                    ></textarea>
                </label>
                <button type="button" disabled=live(move || is_empty.get()) on:click=on(move |_| read())>
                    {say(words::READ_PASTED)}
                </button>
            </div>
        </div>
    }
}

/// A choice of encodings, for a file that is a text.
pub fn choose_encoding(wizard: Wizard) -> impl IntoView {
    let choices = ENCODINGS.map(|(_, code, name)| (code.to_owned(), name.to_owned())).to_vec();
    let value = move || {
        let said = wizard.reading.with(|reading| reading.encoding);
        let found = wizard.table.with(|table| table.as_ref().and_then(|table| table.encoding));
        said.or(found).map(encoding_code).unwrap_or_default().to_owned()
    };
    let choose = move |code: String| {
        if let Some((encoding, ..)) = ENCODINGS.iter().find(|(_, known, _)| *known == code) {
            wizard.read_as(|reading| reading.encoding = Some(*encoding));
        }
    };
    view! { <Choice label=words::ENCODING choices=Signal::derive(move || choices.clone()) value=Signal::derive(value) on_choose=choose/> }
}
