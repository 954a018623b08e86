//! What people differ in beside notes: every version with who and when, and a button that keeps it.

use leptos::prelude::*;

use super::notes::{by_words, tell};
use super::say::{live, on, part, say};
use super::store::Store;
use crate::data::Lang;
use crate::exchange::differences::{field_words, is_long, kept, thing_words, version_words};
use crate::journal::clean::MAX_TEXT_CHARS;
use crate::journal::{Conflict, Intent, Target, Value};
use crate::text::say::{differing, merge, notes};
use crate::web::page;

/// One difference. Once it is settled it goes, so the focus goes to the element with the id `after`.
#[component]
pub fn Difference(
    /// What differs.
    conflict: Conflict,
    /// Where the focus goes when it is settled.
    after: &'static str,
    /// Whether the thing is to be named, too, and not only the field.
    names_thing: bool,
    /// The language; who makes the view follows it.
    lang: Lang,
) -> impl IntoView {
    let store = Store::take();
    let ds = untrack(|| store.all());
    let target = conflict.target.clone();
    let field = field_words(ds, &target, lang);
    let told: Vec<_> = store.desk().journal.with_untracked(|journal| {
        let words = |version| version_words(ds, journal.state(), &conflict, version, lang);
        conflict.versions.iter().map(|version| (words(version), kept(&conflict, version))).collect()
    });
    let thing = store.desk().journal.with_untracked(|journal| thing_words(ds, journal.state(), &target, lang));
    let name = differing::AT.fill(lang, &[("thing", &thing), ("field", &field)]);
    let edited = RwSignal::new(
        conflict.versions.iter().filter_map(|version| version.value.as_text()).collect::<Vec<_>>().join("\n"),
    );
    let settle = move |target: &Target, value: Value| match store
        .desk()
        .write(Intent::Resolve { target: target.clone(), value })
    {
        Ok(_) => page::focus_soon(after),
        Err(error) => tell(store, &error),
    };
    let versions = conflict
        .versions
        .into_iter()
        .zip(told)
        .map(|(version, (text, value))| {
            let label = differing::KEEP.fill(lang, &[("value", &text)]);
            let target = target.clone();
            view! {
                <div class="version">
                    <p class="by">{by_words(&version.author, version.id.at.ms, lang)}</p>
                    <p>{text}</p>
                    <button type="button" aria-label=label on:click=on(move |_| settle(&target, value.clone()))>
                        {notes::KEEP_THIS.get(lang)}
                    </button>
                </div>
            }
        })
        .collect_view();
    let anew = is_long(&conflict.target).then(|| {
        let target = target.clone();
        view! {
            <label class="field">
                <span>{merge::EDITED.get(lang)}</span>
                <textarea
                    maxlength=MAX_TEXT_CHARS.to_string()
                    prop:value=live(move || edited.get())
                    on:input=on(move |event: web_sys::Event| edited.set(event_target_value(&event)))
                ></textarea>
            </label>
            <button type="button" on:click=on(move |_| settle(&target, Value::Text(edited.get_untracked())))>
                {merge::USE_EDITED.get(lang)}
            </button>
        }
    });
    let title = if names_thing { name.clone() } else { field };
    view! {
        <div class="note difference">
            <div class="conflict" role="group" aria-label=name>
                <strong>{title}</strong>
                <div class="versions">{versions}</div>
                {anew}
            </div>
        </div>
    }
}

/// All of them, under a heading; nothing where there are none.
#[component]
pub fn Differences() -> impl IntoView {
    let store = Store::take();
    let found = Memo::new(move |_| store.desk().with_journal(|journal| journal.state().conflicts_beside_notes()));
    let list = move || {
        let lang = store.lang();
        let one = |conflict| view! { <Difference conflict=conflict after="panel-title" names_thing=true lang=lang/> };
        found.get().into_iter().map(one).collect_view()
    };
    view! {
        <section class="differences" aria-labelledby="differences-title" hidden=live(move || found.with(Vec::is_empty))>
            <h3 id="differences-title">{say(differing::TITLE)} " " <span class="number muted">{live(move || found.with(Vec::len))}</span></h3>
            <p class="muted small">{say(differing::INTRO)}</p>
            <div class="notes-list">{part(list)}</div>
        </section>
    }
}
