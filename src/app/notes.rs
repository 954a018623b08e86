//! Notes: all of them in a panel, those of one place in its sheet, and the editor that both share.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::say::{list, live, on, part, say};
use super::store::{Notice, Remedy, Store, Tone};
use super::typing::{TextAt, TypedText};
use crate::data::Lang;
use crate::exchange::differences::kept;
use crate::journal::clean::MAX_TEXT_CHARS;
use crate::journal::{Anchor, Conflict, Intent, IntentError, Note, Value};
use crate::text::say::{atlas, merge, notes, problems, shell};
use crate::text::{date, fold, number};
use crate::view::describe;
use crate::view::query::Measure;
use crate::web::{clock, page};

/// Writes an empty note and moves the keyboard into it.
pub fn add(store: Store, anchor: Anchor, figure_then: Option<f64>) {
    let intent = Intent::WriteNote { anchor, text: String::new(), tags: Vec::new(), figure_then };
    match store.desk().write(intent) {
        Ok(applied) => {
            let id = text_id(&applied.note);
            request_animation_frame(move || page::focus(&id));
        }
        Err(error) => tell(store, &error),
    }
}

fn text_id(note: &str) -> String {
    format!("note-text-{note}")
}

fn write(store: Store, intent: Intent) {
    if let Err(error) = store.desk().write(intent) {
        tell(store, &error);
    }
}

/// Says why something that was entered is not taken.
pub fn tell(store: Store, error: &IntentError) {
    let lang = store.lang_now();
    let text = match error {
        IntentError::TextTooLong { .. } => {
            let max = number::number(lang, MAX_TEXT_CHARS as f64, 0);
            problems::TEXT_TOO_LONG.fill(lang, &[("max", &max)])
        }
        other => problems::CHANGE_REFUSED.fill(lang, &[("why", &format!("{other:?}"))]),
    };
    store.notify("note", Tone::Warn, text);
}

/// What an anchor stands for, in words.
pub fn anchor_words(store: Store, anchor: &Anchor, lang: Lang) -> String {
    let area_name = |code: &str| store.data_set.area_ix(code).map(|ix| store.data_set.areas[ix].name.clone());
    let indicator_name = |id: &str| {
        let indicator = store.indicators().iter().find(|indicator| indicator.id == id)?;
        Some(indicator.label.get(lang).to_owned())
    };
    let known = match anchor {
        Anchor::City => Some(notes::THE_CITY.get(lang).to_owned()),
        Anchor::Area(code) => area_name(code),
        Anchor::Indicator(id) => indicator_name(id),
        Anchor::Figure { area, indicator, .. } => {
            area_name(area).zip(indicator_name(indicator)).map(|(area, indicator)| format!("{area}, {indicator}"))
        }
        Anchor::Subdivision(id) => {
            store.desk().with_journal(|journal| journal.state().subdivision(id).map(|subdivision| subdivision.name))
        }
        Anchor::Other(_) => None,
    };
    known.unwrap_or_else(|| notes::UNKNOWN_PLACE.fill(lang, &[("key", &anchor.to_string())]))
}

/// The panel of all notes.
#[component]
pub fn NotesPanel() -> impl IntoView {
    let store = Store::take();
    let find = RwSignal::new(String::new());
    let open_only = RwSignal::new(false);
    let found = Memo::new(move |_| {
        let lang = store.lang();
        let (find, open_only) = (find.get(), open_only.get());
        let mut found = store.desk().notes();
        found.retain(|note| {
            let all = format!("{} {} {}", note.text, note.tags.join(" "), anchor_words(store, &note.anchor, lang));
            !(open_only && note.done) && fold::matches(&all, &find)
        });
        found.reverse();
        found.into_iter().map(|note| note.id).collect::<Vec<_>>()
    });
    let has_any = Memo::new(move |_| !store.desk().notes().is_empty());
    view! {
        <aside
            class="side notes-panel"
            aria-labelledby="panel-title"
            on:keydown=on(move |event: web_sys::KeyboardEvent| {
                if event.key() == "Escape" {
                    store.close_panel();
                }
            })
        >
            <header>
                <h2 id="panel-title" tabindex="-1">{say(notes::NOTES)}</h2>
                <button type="button" on:click=on(move |_| store.close_panel())>
                    {say(shell::CLOSE)}
                </button>
            </header>
            <NewNote/>
            <div class="stack" hidden=live(move || has_any.get())>
                <p>{say(notes::EMPTY)}</p>
                <p class="muted">{say(notes::EMPTY_HELP)}</p>
            </div>
            <div hidden=live(move || !has_any.get())>
                <div class="row find">
                    <label class="field">
                        <span>{say(notes::FIND)}</span>
                        <input
                            type="search"
                            autocomplete="off"
                            prop:value=live(move || find.get())
                            on:input=on(move |event: web_sys::Event| find.set(event_target_value(&event)))
                        />
                    </label>
                    <label class="check">
                        <input
                            type="checkbox"
                            prop:checked=live(move || open_only.get())
                            on:change=on(move |event: web_sys::Event| open_only.set(event_target_checked(&event)))
                        />
                        {say(notes::OPEN_ONLY)}
                    </label>
                </div>
                <Show when=move || found.with(Vec::is_empty)>
                    <p class="muted">{say(notes::NONE_FOUND)}</p>
                </Show>
                <div class="notes-list">
                    {list(move || found.get(), move |id| view! { <NoteEditor id=id/> })}
                </div>
            </div>
        </aside>
    }
}

/// Starts a note on the city, on what is shown, or on what is chosen.
#[component]
fn NewNote() -> impl IntoView {
    let store = Store::take();
    let choices = Memo::new(move |_| {
        let derived = store.derived;
        let mut anchors = vec![Anchor::City];
        derived.measure.with(|measure| anchors.push(Anchor::Indicator(measure.indicator.clone())));
        derived.parts.selection.with(|codes| anchors.extend(codes.iter().take(8).cloned().map(Anchor::Area)));
        anchors
    });
    view! {
        <div class="row new-note" role="group" aria-label=say(notes::NEW)>
            <span class="muted small">{say(notes::NEW)}</span>
            {part(move || {
                let lang = store.lang();
                choices
                    .get()
                    .into_iter()
                    .map(|anchor| {
                        let words = anchor_words(store, &anchor, lang);
                        let label = notes::NEW_ON.fill(lang, &[("what", &words)]);
                        view! {
                            <button
                                type="button"
                                aria-label=label
                                on:click=on(move |_| add(store, anchor.clone(), None))
                            >
                                {words}
                            </button>
                        }
                    })
                    .collect_view()
            })}
        </div>
    }
}

/// The notes of one place, with a button for another one. An area's place holds the notes on its figures too.
#[component]
pub fn NotesOf(anchor: Anchor) -> impl IntoView {
    let store = Store::take();
    let shown_at = anchor.clone();
    let found = Memo::new(move |_| {
        let belongs = |note: &Note| match &shown_at {
            Anchor::Area(code) => note.anchor.area() == Some(code),
            other => note.anchor == *other,
        };
        store.desk().notes().into_iter().filter(belongs).map(|note| note.id).collect::<Vec<_>>()
    });
    let label = {
        let anchor = anchor.clone();
        move || {
            let lang = store.lang();
            notes::NEW_ON.fill(lang, &[("what", &anchor_words(store, &anchor, lang))])
        }
    };
    view! {
        <div class="notes-list">
            {list(move || found.get(), move |id| view! { <NoteEditor id=id/> })}
        </div>
        <p class="no-print add-here">
            <button type="button" on:click=on(move |_| add(store, anchor.clone(), None))>
                {live(label)}
            </button>
        </p>
    }
}

/// One note: text, tags, done, deletion, who and when, other versions.
#[component]
fn NoteEditor(id: String) -> impl IntoView {
    let store = Store::take();
    let note = {
        let id = id.clone();
        Memo::new(move |_| store.desk().with_journal(|journal| journal.state().note(&id)))
    };
    let id = StoredValue::new(id);
    let words = move || {
        let lang = store.lang();
        note.get().map(|note| anchor_words(store, &note.anchor, lang)).unwrap_or_default()
    };
    let by = move || {
        let lang = store.lang();
        note.get().map(|note| by_words(&note.edited_by, note.edited_at_ms, lang)).unwrap_or_default()
    };
    let then = move || {
        let lang = store.lang();
        let note = note.get()?;
        let column = store.column(&Measure::plain(note.anchor.indicator()?.to_owned()))?;
        let value = describe::value_text(&column, note.figure_then?, lang);
        Some(notes::VALUE_THEN.fill(lang, &[("value", &value)]))
    };
    let conflicts = move || {
        let found = note.get().map(|note| note.conflicts).unwrap_or_default();
        found.into_iter().map(|conflict| view! { <ConflictView conflict=conflict/> }).collect_view()
    };
    let text =
        Memo::new(move |_| store.desk().with_journal(|journal| journal.text_to_edit(&id.get_value()).to_owned()));
    let delete = move |_| {
        write(store, Intent::DeleteNote { note: id.get_value() });
        let text = notes::DELETED.get(store.lang_now()).to_owned();
        store.notify_with(Notice { key: "deleted", tone: Tone::Plain, text, remedy: Some(Remedy::Undo) });
    };
    view! {
        <article
            class="note"
            data-done=live(move || note.with(|note| note.as_ref().is_some_and(|note| note.done)).to_string())
            aria-label=live(move || notes::NOTE_ON.fill(store.lang(), &[("what", &words())]))
        >
            <header>
                <strong>{live(words)}</strong>
                <span class="by">{live(by)}</span>
            </header>
            <span class="by">{live(then)}</span>
            <TypedText
                label=notes::TEXT
                at=TextAt::Note(id.get_value())
                stands=text
                id=text_id(&id.get_value())
            />
            {part(conflicts)}
            <label class="field">
                <span>{say(notes::TAGS)}</span>
                <input
                    autocomplete="off"
                    prop:value=live(move || note.get().map(|note| note.tags.join(", ")).unwrap_or_default())
                    on:change=on(move |event: web_sys::Event| {
                        let tags = tags_of(&event_target_value(&event));
                        // A change is told after the field has left the page, too.
                        if let Some(note) = id.try_get_value() {
                            write(store, Intent::SetTags { note, tags });
                        }
                    })
                />
            </label>
            <div class="row">
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=live(move || note.with(|note| note.as_ref().is_some_and(|note| note.done)))
                        on:change=on(move |event: web_sys::Event| {
                            let done = event_target_checked(&event);
                            write(store, Intent::SetDone { note: id.get_value(), done });
                        })
                    />
                    {say(notes::DONE)}
                </label>
                <button type="button" class="no-print" on:click=on(delete)>
                    {say(notes::DELETE)}
                </button>
            </div>
        </article>
    }
}

/// The versions that differ, side by side: keep one, keep all texts as notes of their own, or write the text anew.
#[component]
pub fn ConflictView(conflict: Conflict) -> impl IntoView {
    let store = Store::take();
    let lang = store.lang_now();
    let values: Vec<Value> = conflict.versions.iter().map(|version| kept(&conflict, version)).collect();
    let Conflict { target, versions } = conflict;
    let is_text = target.field == crate::journal::kinds::note::TEXT;
    let edited =
        RwSignal::new(versions.iter().filter_map(|version| version.value.as_text()).collect::<Vec<_>>().join("\n"));
    let versions = versions
        .into_iter()
        .zip(values)
        .map(|(version, value)| {
            let head = by_words(&version.author, version.id.at.ms, lang);
            let text = version_words(&target.field, &version.value, lang);
            let target = target.clone();
            let keep = move |_| write(store, Intent::Resolve { target: target.clone(), value: value.clone() });
            view! {
                <div class="version">
                    <p class="by">{head}</p>
                    <p>{text}</p>
                    <button type="button" on:click=on(keep)>{notes::KEEP_THIS.get(lang)}</button>
                </div>
            }
        })
        .collect_view();
    let for_texts = is_text.then(|| {
        let note = target.key.clone();
        let keep_all = move |_| write(store, Intent::KeepAllTexts { note: note.clone() });
        let use_edited = move |_| {
            let value = Value::Text(edited.get_untracked());
            write(store, Intent::Resolve { target: target.clone(), value });
        };
        view! {
            <button type="button" on:click=on(keep_all)>{merge::KEEP_ALL.get(lang)}</button>
            <label class="field">
                <span>{merge::EDITED.get(lang)}</span>
                <textarea
                    prop:value=live(move || edited.get())
                    on:input=on(move |event: web_sys::Event| edited.set(event_target_value(&event)))
                ></textarea>
            </label>
            <button type="button" on:click=on(use_edited)>{merge::USE_EDITED.get(lang)}</button>
        }
    });
    view! {
        <div class="conflict" role="group" aria-label=notes::CONFLICT.get(lang)>
            <strong>{notes::CONFLICT.get(lang)}</strong>
            <div class="versions">{versions}</div>
            {for_texts}
        </div>
    }
}

/// A version of a field in words.
fn version_words(field: &str, value: &Value, lang: Lang) -> String {
    use crate::journal::kinds::note;
    match (field, value) {
        (note::DELETED, value) => {
            (if value.is_true() { merge::VERSION_DELETED } else { merge::VERSION_KEPT }).get(lang).to_owned()
        }
        (note::DONE, value) => (if value.is_true() { notes::DONE } else { notes::OPEN_ONLY }).get(lang).to_owned(),
        (_, Value::Text(text)) => text.clone(),
        (_, Value::Number(value)) => number::significant(lang, *value, 6),
        (_, value) => (if value.is_true() { atlas::YES } else { atlas::NO }).get(lang).to_owned(),
    }
}

/// Who and when, in words.
pub fn by_words(author: &str, at_ms: u64, lang: Lang) -> String {
    let who = if author.is_empty() { notes::NO_NAME.get(lang) } else { author };
    let when = date::date_time_of(lang, at_ms as i64, clock::offset_minutes());
    notes::BY_AT.fill(lang, &[("who", who), ("when", &when)])
}

/// Tags of a comma-separated text, each once.
fn tags_of(text: &str) -> Vec<String> {
    let tags: BTreeSet<String> =
        text.split(',').map(str::trim).filter(|tag| !tag.is_empty()).map(ToOwned::to_owned).collect();
    tags.into_iter().collect()
}
