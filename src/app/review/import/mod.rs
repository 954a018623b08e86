//! Reports from a file, a drop or the clipboard: what was found, each figure judged, then taken in as one act.

mod bring;
mod found;
mod names;
mod practice;
mod preview;
mod room;
mod template;
mod trouble;
mod wizard;

use std::sync::Arc;

use leptos::prelude::*;

use self::bring::{Bring, choose_encoding};
use self::found::FoundCard;
use self::practice::Practice;
use self::preview::Preview;
use self::template::Template;
use self::wizard::{Content, Outcome, Source, Stage, Wizard};
use crate::app::made::IntoMade;
use crate::app::say::{live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::text::number;
use crate::text::say::{import as words, notes, review};
use crate::view::query::{ReviewPart, View};
use crate::web::{files, page};

pub use self::practice::PracticeBanner;

/// The part of the Review page.
#[component]
pub fn ImportPart() -> impl IntoView {
    let store = Store::take();
    let wizard = Wizard::of(store);
    let has_found = move || wizard.found.with(Option::is_some);
    view! {
        <section class="card import" aria-labelledby="import-title">
            <h2 id="import-title" tabindex="-1">{say(review::PART_IMPORT)}</h2>
            <p class="muted">{say(words::INTRO)}</p>
            <Bring/>
            {shown_if(move || matches!(wizard.stage.get(), Stage::Busy { .. }), || view! { <Progress/> })}
            {part(move || match wizard.stage.get() {
                Stage::Failed(trouble) => view! { <Failure trouble=trouble/> }.made(),
                _ => ().made(),
            })}
            {part(move || wizard.outcome.get().map(|outcome| view! { <OutcomeView outcome=outcome/> }))}
        </section>
        {shown_if(move || wizard.table.with(Option::is_some), || view! { <FoundCard/> })}
        {shown_if(has_found, || view! { <Preview/> })}
        <div class="import-more">
            <Template/>
            <Practice/>
        </div>
    }
}

/// Reads a file that was picked or dropped, wherever the person is.
pub fn open_file(store: Store, file: web_sys::File) {
    let wizard = Wizard::of(store);
    if store.query.with_untracked(|query| query.review != ReviewPart::Import || query.view != View::Review) {
        store.go_to_part(ReviewPart::Import);
    }
    leptos::task::spawn_local(async move {
        match files::read(&file).await {
            Ok(bytes) => wizard.open(Source { name: file.name(), content: Content::Bytes(bytes) }),
            Err(why) => wizard.fail(file.name(), why),
        }
    });
}

/// How far the reading has come, with a way to stop it.
#[component]
fn Progress() -> impl IntoView {
    let store = Store::take();
    let wizard = Wizard::of(store);
    let done = Memo::new(move |_| match wizard.stage.get() {
        Stage::Busy { done, .. } => (done.clamp(0.0, 1.0) * 100.0) as u32,
        _ => 0,
    });
    let is_judging = Memo::new(move |_| matches!(wizard.stage.get(), Stage::Busy { is_judging: true, .. }));
    let label = move || {
        let words = if is_judging.get() { words::JUDGING } else { words::READING };
        words.fill(store.lang(), &[("name", &name_of(wizard))])
    };
    view! {
        <div class="import-progress row">
            <label class="field">
                <span>{live(label)}</span>
                <progress max="100" value=live(move || done.get())></progress>
            </label>
            <button type="button" on:click=on(move |_| {
                wizard.cancel();
                page::focus("import-title");
            })>
                {say(words::CANCEL)}
            </button>
        </div>
    }
}

fn name_of(wizard: Wizard) -> String {
    wizard.source.with(|source| source.as_ref().map(|source| source.name.clone()).unwrap_or_default())
}

/// Why it could not be read, and what may help.
#[component]
fn Failure(trouble: trouble::Trouble) -> impl IntoView {
    let store = Store::take();
    let wizard = Wizard::of(store);
    let may_choose = trouble.is_of_encoding();
    let trouble = Arc::new(trouble);
    let text = move || trouble.words(store.lang(), &name_of(wizard));
    view! {
        <div class="import-failure" role="alert">
            <p class="problem">{live(text)}</p>
            {may_choose.then(|| choose_encoding(wizard))}
        </div>
    }
}

/// What an import did, with the way back.
#[component]
fn OutcomeView(outcome: Outcome) -> impl IntoView {
    let store = Store::take();
    let text = move || {
        let lang = store.lang();
        let taken = words::TAKEN_IN.fill(lang, outcome.n_taken as u64, &[("name", &outcome.name)]);
        let left_out = words::LEFT_OUT.fill(lang, outcome.n_left_out as u64, &[]);
        if outcome.n_left_out == 0 { taken } else { format!("{taken} {left_out}") }
    };
    let undo = move |_| {
        store.undo();
        Wizard::of(store).outcome.set(None);
        page::focus("import-title");
    };
    view! {
        <div class="import-outcome" id="import-outcome" tabindex="-1">
            <p><strong>{live(text)}</strong></p>
            <p class="muted small">{say(words::OUTCOME_UNDONE)}</p>
            <div class="row">
                <button type="button" on:click=on(move |_| store.go_to_part(ReviewPart::Table))>
                    {say(review::PART_TABLE)}
                </button>
                <button type="button" on:click=on(undo)>{say(notes::UNDO)}</button>
            </div>
        </div>
    }
}

/// Rows and columns of the sheet in words.
fn size_words(store: Store, n_rows: usize, n_columns: usize) -> String {
    let lang = store.lang();
    let (n_rows, n_columns) = (number::whole(lang, n_rows as u64), number::whole(lang, n_columns as u64));
    words::SIZE.fill(lang, &[("rows", &n_rows), ("columns", &n_columns)])
}
