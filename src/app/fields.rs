//! Form parts that several views share.

use std::time::Duration;

use leptos::prelude::*;

use super::say::{live, on, part, say};
use super::store::Store;
use crate::text::number;
use crate::text::words::Words;

/// A choice of few: a row of buttons of which one is pressed.
#[component]
pub fn Segments<T: Copy + PartialEq + Send + Sync + 'static>(
    /// Accessible name of the group.
    label: Words,
    /// Value and text of each button.
    choices: Vec<(T, Words)>,
    /// The pressed one.
    #[prop(into)]
    value: Signal<T>,
    /// Called with the value of the button that was pressed.
    #[prop(into)]
    on_choose: Callback<T>,
) -> impl IntoView {
    view! {
        <div class="segments" role="group" aria-label=say(label)>
            {choices
                .into_iter()
                .map(|(choice, words)| {
                    view! {
                        <button
                            type="button"
                            aria-pressed=live(move || (value.get() == choice).to_string())
                            on:click=on(move |_| on_choose.run(choice))
                        >
                            {say(words)}
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// A labelled drop-down. Values travel as text, since that is what the element holds.
#[component]
pub fn Choice(
    /// The label over the field.
    label: Words,
    /// Value and text of each entry.
    #[prop(into)]
    choices: Signal<Vec<(String, String)>>,
    /// The chosen entry's value.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the new value.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    // The entries are made anew only when they or the chosen one really change, not with every change of the query.
    let (choices, value) = (Memo::new(move |_| choices.get()), Memo::new(move |_| value.get()));
    view! {
        <label class="field">
            <span>{say(label)}</span>
            <select prop:value=live(move || value.get()) on:change=on(move |event: web_sys::Event| on_choose.run(event_target_value(&event)))>
                {part(move || {
                    let now = value.get();
                    choices
                        .get()
                        .into_iter()
                        .map(|(key, text)| {
                            let is_chosen = key == now;
                            view! { <option value=key selected=is_chosen>{text}</option> }
                        })
                        .collect_view()
                })}
            </select>
        </label>
    }
}

/// How long a wrong number may stand before it is told.
const TELL_AFTER: Duration = Duration::from_millis(200);

/// A field for one end of a range: shows the number by locale, takes what a person types, says what is wrong.
#[component]
pub fn NumberField(
    /// The label over the field.
    label: Words,
    /// The number, if one is set.
    #[prop(into)]
    value: Signal<Option<f64>>,
    /// What stands in the empty field.
    #[prop(into)]
    hint: Signal<String>,
    /// Digits behind the decimal sign.
    #[prop(into)]
    decimals: Signal<u8>,
    /// Called with the new number; `None` when the field was emptied.
    #[prop(into)]
    on_change: Callback<Option<f64>>,
) -> impl IntoView {
    let store = Store::take();
    let wrong = RwSignal::new(None::<String>);
    let problem_id = store.new_id("problem");
    let node = NodeRef::<leptos::html::Input>::new();
    let shown = Memo::new(move |_| {
        value.get().map(|value| number::number(store.lang(), value, decimals.get())).unwrap_or_default()
    });
    let take = move |text: String| {
        if text.trim().is_empty() {
            wrong.set(None);
            on_change.run(None);
            return;
        }
        match number::parse(store.lang_now(), &text) {
            Ok(number) => {
                wrong.set(None);
                on_change.run(Some(number));
            }
            // Told a moment later, and only if it still stands there: the word moves what lies below, and a press of a
            // button there that ended the typing must still meet the button.
            Err(_) => set_timeout(
                move || {
                    let stands = node.get_untracked().is_some_and(|input| input.value() == text);
                    if stands {
                        wrong.set(Some(text));
                    }
                },
                TELL_AFTER,
            ),
        }
    };
    let described_by = problem_id.clone();
    // Whatever else changes the filters ("clear all", undo) also takes back what was typed wrong here.
    let filter = store.derived.told.filter;
    Effect::new(move |_| {
        filter.track();
        if wrong.with_untracked(Option::is_some) {
            wrong.set(None);
        }
        let (input, shown) = (node.get_untracked(), shown.get_untracked());
        if let Some(input) = input.filter(|input| input.value() != shown) {
            input.set_value(&shown);
        }
    });
    view! {
        // What is wrong stands beside the label, not in it: it describes the field and is no part of its name.
        <div>
            <label class="field">
                <span>{say(label)}</span>
                <input
                    node_ref=node
                    inputmode="decimal"
                    autocomplete="off"
                    prop:value=live(move || shown.get())
                    placeholder=live(move || hint.get())
                    aria-invalid=live(move || wrong.with(Option::is_some).to_string())
                    aria-describedby=live(move || wrong.with(Option::is_some).then(|| described_by.clone()))
                    on:change=on(move |event: web_sys::Event| take(event_target_value(&event)))
                />
            </label>
            <p class="problem small" id=problem_id hidden=live(move || wrong.with(Option::is_none))>
                {live(move || {
                    let text = wrong.get().unwrap_or_default();
                    crate::text::say::atlas::NOT_A_NUMBER.fill(store.lang(), &[("text", &text)])
                })}
            </p>
        </div>
    }
}
