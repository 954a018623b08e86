//! The workspace sheet: name, storage, files, theme, data set; and the files of notes, in and out.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::differing::Differences;
use super::fields::Segments;
use super::keeping::KeepFile;
use super::made::IntoMade;
use super::merging;
use super::say::{live, on, part, say};
use super::store::{Remedy, Store, Tone};
use super::undoing;
use crate::data::{self, Lang};
use crate::exchange::{self, DataSetRef, FileError};
use crate::journal::storage::prefs::Theme;
use crate::text::date::CivilTime;
use crate::text::say::{notes, problems, shell, undo};
use crate::text::words::Words;
use crate::text::{date, number};
use crate::web::{clock, files, page};

/// What browsers give a page, in bytes: 5 Mi characters of two bytes.
const STORAGE_LIMIT_BYTES: f64 = 10.0 * 1024.0 * 1024.0;

/// The sheet.
#[component]
pub fn WorkspacePanel() -> impl IntoView {
    let store = Store::take();
    let themes = vec![
        (None, shell::THEME_AUTO),
        (Some(Theme::Light), shell::THEME_LIGHT),
        (Some(Theme::Dark), shell::THEME_DARK),
    ];
    view! {
        <aside
            class="side workspace"
            aria-labelledby="panel-title"
            on:keydown=on(move |event: web_sys::KeyboardEvent| {
                if event.key() == "Escape" {
                    store.close_panel();
                }
            })
        >
            <header>
                <h2 id="panel-title" tabindex="-1">{say(shell::WORKSPACE)}</h2>
                <button type="button" on:click=on(move |_| store.close_panel())>
                    {say(shell::CLOSE)}
                </button>
            </header>
            <label class="field">
                <span>{say(shell::AUTHOR)}</span>
                <input
                    type="text"
                    autocomplete="name"
                    maxlength="80"
                    prop:value=live(move || store.saving.prefs().author)
                    on:change=on(move |event: web_sys::Event| {
                        let author = event_target_value(&event).trim().to_owned();
                        store.saving.set_prefs(|prefs| prefs.author = author);
                    })
                />
            </label>
            <p class="muted small">{say(shell::AUTHOR_HELP)}</p>
            <StorageHealth/>
            <Files/>
            <Differences/>
            <section>
                <h3>{say(shell::THEME)}</h3>
                <Segments
                    label=shell::THEME
                    choices=themes
                    value=Signal::derive(move || store.saving.theme())
                    on_choose=move |theme| store.saving.set_prefs(|prefs| prefs.theme = theme)
                />
            </section>
            <Steps/>
            <section>
                <h3>{say(shell::DATA_SET)}</h3>
                <p>{live(move || store.data_set.title.get(store.lang()))}</p>
                <p class="muted small number">{store.data_set.id.as_str()} " · " {store.data_set.hash.as_str()}</p>
                <p>
                    <button type="button" on:click=on(move |_| save_data_set(store))>
                        {say(shell::DOWNLOAD_DATA)}
                    </button>
                </p>
            </section>
        <Erase/>
        </aside>
    }
}

/// The steps that can be taken back, latest first.
#[component]
fn Steps() -> impl IntoView {
    let store = Store::take();
    let list = move || {
        let lang = store.lang();
        let steps: Vec<(String, u64)> = store
            .desk()
            .history
            .with(|history| history.done().take(12).map(|step| (step.name.clone(), step.at_ms)).collect());
        if steps.is_empty() {
            return view! { <p class="muted small">{undo::EMPTY.get(lang)}</p> }.made();
        }
        let rows = steps.into_iter().map(|(name, at_ms)| {
            let when = date::date_time_of(lang, at_ms as i64, clock::offset_minutes());
            view! { <li>{undoing::step_words(&name, lang)} " " <span class="muted small">{when}</span></li> }
        });
        view! { <ol class="steps">{rows.collect_view()}</ol> }.made()
    };
    view! {
        <section>
            <h3>{say(undo::HISTORY)}</h3>
            {part(list)}
            <div class="row">
                <button
                    type="button"
                    disabled=live(move || store.desk().history.with(|history| history.done().next().is_none()))
                    on:click=on(move |_| undoing::undo(store))
                >
                    {say(undo::UNDO)}
                </button>
                <button
                    type="button"
                    disabled=live(move || store.desk().history.with(|history| history.undone().next().is_none()))
                    on:click=on(move |_| undoing::redo(store))
                >
                    {say(undo::REDO)}
                </button>
            </div>
        </section>
    }
}

/// Removes everything of this page from the device, after a word of warning and with a file offered first.
#[component]
fn Erase() -> impl IntoView {
    let store = Store::take();
    let is_asking = RwSignal::new(false);
    let erase = move |_| match store.desk().erase() {
        Ok(()) => page::reload(),
        Err(why) => {
            let text = shell::STORAGE_FAILED.fill(store.lang_now(), &[("why", &why.to_string())]);
            store.notify("erase", Tone::Trouble, text);
        }
    };
    view! {
        <section>
            <h3>{say(shell::ERASE_TITLE)}</h3>
            <button type="button" hidden=live(move || is_asking.get()) on:click=on(move |_| is_asking.set(true))>
                {say(shell::ERASE)}
            </button>
            <div class="stack" role="group" hidden=live(move || !is_asking.get()) aria-label=say(shell::ERASE_TITLE)>
                <p>{say(shell::ERASE_WARNING)}</p>
                <button type="button" class="primary" on:click=on(move |_| save_file(store))>{say(shell::SAVE_FILE)}</button>
                <button type="button" on:click=on(erase)>{say(shell::ERASE_NOW)}</button>
                <button type="button" on:click=on(move |_| is_asking.set(false))>{say(shell::ERASE_NOT)}</button>
            </div>
        </section>
    }
}

#[component]
fn StorageHealth() -> impl IntoView {
    let store = Store::take();
    let persisted = RwSignal::new(None::<bool>);
    let used = move || store.desk().usage_bytes().map(|bytes| bytes as f64);
    let meter = move || {
        let lang = store.lang();
        match used() {
            None => shell::STORAGE_BLOCKED.get(lang).to_owned(),
            Some(bytes) => {
                let (used, limit) = (bytes_text(bytes, lang), bytes_text(STORAGE_LIMIT_BYTES, lang));
                shell::STORAGE_USED.fill(lang, &[("used", &used), ("limit", &limit)])
            }
        }
    };
    let width = move || format!("{:.1}%", (used().unwrap_or(0.0) / STORAGE_LIMIT_BYTES * 100.0).clamp(0.0, 100.0));
    let ask = move |_| {
        leptos::task::spawn_local(async move { persisted.set(Some(page::ask_to_persist().await)) });
    };
    let answer = move || {
        persisted.get().map(|granted| {
            let words = if granted { shell::PERSIST_GRANTED } else { shell::PERSIST_DENIED };
            words.get(store.lang())
        })
    };
    view! {
        <section>
            <h3>{say(shell::STORAGE)}</h3>
            <div class="meter" aria-hidden="true">
                <div style:--part=live(width)></div>
            </div>
            <p class="small">{live(meter)}</p>
            <div class="stack">
                <p class="muted small">{say(shell::PERSIST_WHY)}</p>
                <button type="button" on:click=ask>{say(shell::PERSIST)}</button>
                <p class="small" role="status">{live(answer)}</p>
            </div>
        </section>
    }
}

#[component]
fn Files() -> impl IntoView {
    let store = Store::take();
    let last = move || {
        let lang = store.lang();
        match store.saving.prefs().saved_as_file_at_ms {
            Some(at_ms) => {
                let when = date::date_time_of(lang, at_ms as i64, clock::offset_minutes());
                shell::LAST_FILE.fill(lang, &[("when", &when)])
            }
            None => shell::NO_FILE_YET.get(lang).to_owned(),
        }
    };
    let picked = move |event: web_sys::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
            return;
        };
        if let Some(list) = input.files() {
            merging::open_all(store, &list);
        }
        // So that the same file can be picked again.
        input.set_value("");
    };
    view! {
        <section>
            <h3>{say(shell::FILES)}</h3>
            <div class="stack">
                <button type="button" on:click=on(move |_| save_file(store))>
                    {say(shell::SAVE_FILE)}
                </button>
                <p class="muted small">{live(last)}</p>
                <KeepFile/>
                <label class="field">
                    <span>{say(shell::OPEN_FILE)}</span>
                    <input type="file" accept=".json,application/json" multiple on:change=picked/>
                </label>
                <p class="muted small">{say(shell::OPEN_FILE_HELP)}</p>
            </div>
        </section>
    }
}

/// Does what a notice's button says.
pub fn carry_out(store: Store, remedy: Remedy) {
    match remedy {
        Remedy::Reload => {
            store.desk().flush();
            page::tell("ward-atlas:apply-update");
        }
        Remedy::SaveFile => save_file(store),
        Remedy::SaveSetAside => save_set_aside(store),
        Remedy::Undo => super::undoing::undo(store),
    }
}

fn told_of_saving(store: Store, name: &str, outcome: Result<(), String>) -> bool {
    let lang = store.lang_now();
    match outcome {
        Ok(()) => store.notify("file", Tone::Plain, notes::FILE_SAVED.fill(lang, &[("name", name)])),
        Err(why) => {
            store.notify("file", Tone::Trouble, problems::FILE_NOT_SAVED.fill(lang, &[("why", &why)]));
            return false;
        }
    }
    true
}

/// The name that a file of all notes gets now: the person's name and the day.
pub fn file_name_now(store: Store) -> String {
    let author = store.saving.prefs.with_untracked(|prefs| prefs.author.clone());
    let now = CivilTime::from_unix_ms(clock::now_ms(), clock::offset_minutes());
    let day = now.map(|now| format!("{:04}-{:02}-{:02}", now.date.year(), now.date.month(), now.date.day()));
    exchange::file_name(&[author.as_str(), day.as_deref().unwrap_or_default()].join(" "))
}

/// All notes, the view and the name of the data set as the text of a workspace file.
pub fn file_text(store: Store) -> String {
    let author = store.saving.prefs.with_untracked(|prefs| prefs.author.clone());
    let data_set = DataSetRef { id: store.data_set.id.clone(), hash: store.data_set.hash.clone() };
    let (now_ms, view) = (clock::now_ms().unsigned_abs(), store.address());
    store.desk().journal.with_untracked(|journal| exchange::write(journal.state(), now_ms, &author, &data_set, &view))
}

/// All that is entered stands in a file now.
pub fn remember_saved_file(store: Store, name: &str) {
    store.saving.set_prefs(|prefs| {
        prefs.saved_as_file_at_ms = Some(clock::now_ms().unsigned_abs());
        prefs.saved_as_file = Some(name.to_owned());
    });
    store.dismiss("file-wanted");
}

/// Offers the workspace file.
fn save_file(store: Store) {
    store.desk().flush();
    let (name, text) = (file_name_now(store), file_text(store));
    if told_of_saving(store, &name, files::save(&name, "application/json", &text)) {
        remember_saved_file(store, &name);
    }
}

fn save_set_aside(store: Store) {
    let pieces: serde_json::Map<String, serde_json::Value> =
        store.desk().all_set_aside().into_iter().map(|(key, text)| (key, text.into())).collect();
    let text = serde_json::Value::Object(pieces).to_string();
    let name = "ward-atlas-set-aside.json";
    told_of_saving(store, name, files::save(name, "application/json", &text));
}

fn save_data_set(store: Store) {
    let name = format!("{}.json", store.data_set.id);
    match std::str::from_utf8(data::built_in()) {
        Ok(text) => drop(told_of_saving(store, &name, files::save(&name, "application/json", text))),
        // The reader has refused what is not UTF-8 before the page could start.
        Err(_) => unreachable!("the built-in data set has been read"),
    }
}

/// Why a file was refused, in the person's language: what, where, how to mend it.
pub fn error_words(error: &FileError, name: &str, lang: Lang) -> String {
    let with = |words: Words, key: &str, value: &str| words.fill(lang, &[("name", name), (key, value)]);
    match error {
        FileError::Empty => problems::FILE_EMPTY.fill(lang, &[("name", name)]),
        FileError::TooLarge { bytes, .. } => with(problems::FILE_TOO_LARGE, "size", &bytes_text(*bytes as f64, lang)),
        FileError::NotText { at_byte } => with(problems::FILE_NOT_TEXT, "where", &at_byte.to_string()),
        FileError::NotOurs => problems::FILE_NOT_OURS.fill(lang, &[("name", name)]),
        FileError::Truncated => problems::FILE_TRUNCATED.fill(lang, &[("name", name)]),
        FileError::Malformed { line, column, .. } => {
            with(problems::FILE_MALFORMED, "where", &format!("{line}:{column}"))
        }
        FileError::Newer { .. } => problems::FILE_NEWER.fill(lang, &[("name", name)]),
        FileError::WrongSum => problems::FILE_CHECKSUM.fill(lang, &[("name", name)]),
        FileError::TextTooLong { record, limit_chars, .. } => problems::FILE_TEXT_TOO_LONG
            .fill(lang, &[("name", name), ("where", record), ("max", &number::number(lang, *limit_chars as f64, 0))]),
        FileError::SameIdTwice { record } => with(problems::FILE_CONTRADICTS, "where", record),
        FileError::BadRecord { number, field } => {
            with(problems::FILE_BAD_RECORD, "where", &format!("{number}, {field}"))
        }
    }
}

/// Bytes as KB or MB.
fn bytes_text(bytes: f64, lang: Lang) -> String {
    const KB: f64 = 1024.0;
    if bytes < KB * KB {
        format!("{}\u{a0}KB", number::number(lang, bytes / KB, 1))
    } else {
        format!("{}\u{a0}MB", number::number(lang, bytes / KB / KB, 1))
    }
}
