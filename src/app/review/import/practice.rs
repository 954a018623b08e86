//! The practice set: loaded by a button, removed in one step.

use leptos::prelude::*;

use crate::app::reviewing::Reviewing;
use crate::app::say::{live, on, say};
use crate::app::store::{Store, Tone};
use crate::journal::Intent;
use crate::review::{self, practice};
use crate::text::say::{import as words, problems, review as review_words};
use crate::web::page;

/// The buttons.
#[component]
pub fn Practice() -> impl IntoView {
    let store = Store::take();
    let is_loaded = Memo::new(move |_| store.desk().with_journal(|journal| journal.state().has_practice()));
    view! {
        <section class="card" aria-labelledby="practice-title">
            <h2 id="practice-title">{say(words::PRACTICE)}</h2>
            <p class="muted small">{say(words::PRACTICE_HELP)}</p>
            <div class="row">
                <button type="button" disabled=live(move || is_loaded.get()) on:click=on(move |_| load(store))>
                    {say(words::LOAD_PRACTICE)}
                </button>
                <button type="button" disabled=live(move || !is_loaded.get()) on:click=on(move |_| remove(store))>
                    {say(words::REMOVE_PRACTICE)}
                </button>
            </div>
        </section>
    }
}

/// Stays on every page while invented figures are loaded, also on paper.
#[component]
pub fn PracticeBanner() -> impl IntoView {
    let store = Store::take();
    view! {
        <section class="practice-banner" aria-label=say(words::PRACTICE_LOADED_LABEL)>
            <strong>{say(review_words::PRACTICE_BANNER)}</strong>
            // On paper, across every page: the words above stand on the first one only.
            <p class="watermark" aria-hidden="true">{say(words::PRACTICE_LOADED_LABEL)}</p>
            <button type="button" class="no-print" on:click=on(move |_| {
                remove(store);
                page::focus("main");
            })>
                {say(words::REMOVE_PRACTICE)}
            </button>
        </section>
    }
}

fn load(store: Store) {
    let data = Reviewing::of(store).data_set.get_untracked().0;
    let reports = review::practice_reports(data, practice::PRACTICE_SEED);
    let n_reports = reports.len() as u64;
    write(store, Intent::LoadPractice { reports });
    store.announce(words::PRACTICE_LOADED.fill(store.lang_now(), n_reports, &[]));
}

/// Removes every practice report, as one step.
fn remove(store: Store) {
    write(store, Intent::RemovePractice);
}

fn write(store: Store, intent: Intent) {
    if let Err(error) = store.desk().write(intent) {
        let text = problems::CHANGE_REFUSED.fill(store.lang_now(), &[("why", &error.to_string())]);
        store.notify("practice", Tone::Warn, text);
    }
}
