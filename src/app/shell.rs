//! The frame of the page: header, notices, the page in view, side sheets, footer, what a screen reader is told.

use std::time::Duration;

use leptos::prelude::*;

use super::about::About;
use super::address;
use super::atlas::Atlas;
use super::fields::Choice;
use super::made::IntoMade;
use super::merging::MergePanel;
use super::notes::NotesPanel;
use super::saving::SaveState;
use super::say::{live, on, part, say};
use super::sheet::AreaSheet;
use super::store::{Notice, Panel, Remedy, Store, Tone};
use super::undoing;
use super::workspace::{self, WorkspacePanel};
use crate::data::Lang;
use crate::journal::history::History;
use crate::journal::kinds::step::DELETE_NOTE;
use crate::journal::storage::StoreError;
use crate::text::say::{notes, shell, undo};
use crate::view::query::View;
use crate::web::{clock, page};

/// The whole page.
#[component]
pub fn Shell(store: Store) -> impl IntoView {
    provide_context(store);
    address::tie(store);
    store.saving.watch();
    follow_root_attributes(store);
    tell_of_storage(store);
    follow_boot_script(store);
    ask_for_file(store);
    follow_deletion(store);
    workspace::accept_dropped_files(store);
    undoing::listen_to_keys(store);
    let page = move || match store.derived.view.get() {
        View::Atlas => view! { <Atlas/> }.made(),
        View::About => view! { <About/> }.made(),
    };
    let sheet = Memo::new(move |_| {
        store.query.with(|query| query.sheet.as_ref().and_then(|code| store.data_set.area_ix(code)))
    });
    let panel = move || match (store.panel.get(), sheet.get()) {
        (Some(Panel::Notes), _) => view! { <NotesPanel/> }.made(),
        (Some(Panel::Merge), _) => view! { <MergePanel/> }.made(),
        (Some(Panel::Workspace), _) => view! { <WorkspacePanel/> }.made(),
        (None, Some(area_ix)) => view! { <AreaSheet area_ix=area_ix/> }.made(),
        (None, None) => ().made(),
    };
    view! {
        <a class="skip" href="#main" on:click=on(move |event: web_sys::MouseEvent| {
            // The address bar's hash is the view's, so the link moves the focus only.
            event.prevent_default();
            page::focus("main");
        })>
            {say(shell::SKIP)}
        </a>
        <Header/>
        <Notices/>
        <main id="main" tabindex="-1">{part(page)}</main>
        {part(panel)}
        <footer class="footer">
            <span>{say(shell::FOOTER)}</span>
            <span>{live(move || shell::VERSION.fill(store.lang(), &[("version", env!("CARGO_PKG_VERSION"))]))}</span>
        </footer>
        <div class="visually-hidden" aria-live="polite" role="status">{live(move || store.announcement.get())}</div>
    }
}

#[component]
fn Header() -> impl IntoView {
    let store = Store::take();
    let n_notes = move || store.saving.notes().len().to_string();
    let languages = vec![
        (Lang::Vi.code().to_owned(), "Tiếng Việt".to_owned()),
        (Lang::En.code().to_owned(), "English".to_owned()),
        (Lang::Ru.code().to_owned(), "Русский".to_owned()),
    ];
    view! {
        <header class="bar">
            <div class="brand">
                <strong>{shell::PRODUCT.get(Lang::En)}</strong>
                <span>{live(move || store.data_set.title.get(store.lang()))}</span>
            </div>
            <nav aria-label=say(shell::PAGES)>
                <ul>
                    <PageLink view=View::Atlas/>
                    <PageLink view=View::About/>
                </ul>
            </nav>
            <div class="end">
                <SaveWord/>
                <OfflineWord/>
                <UndoButtons/>
                <button
                    type="button"
                    aria-expanded=live(move || (store.panel.get() == Some(Panel::Notes)).to_string())
                    on:click=on(move |_| store.toggle_panel(Panel::Notes))
                >
                    {say(shell::NOTES)}
                    " "
                    <span class="number muted">{live(n_notes)}</span>
                </button>
                <div class="language">
                    <Choice
                        label=shell::LANGUAGE
                        choices=Signal::derive(move || languages.clone())
                        value=Signal::derive(move || store.lang().code().to_owned())
                        on_choose=move |code: String| {
                            if let Some(lang) = Lang::from_tag(&code) {
                                store.speak(lang);
                            }
                        }
                    />
                </div>
                <button
                    type="button"
                    aria-expanded=live(move || (store.panel.get() == Some(Panel::Workspace)).to_string())
                    on:click=on(move |_| store.toggle_panel(Panel::Workspace))
                >
                    {say(shell::WORKSPACE)}
                </button>
            </div>
        </header>
    }
}

#[component]
fn PageLink(view: View) -> impl IntoView {
    let store = Store::take();
    let (words, address) = match view {
        View::Atlas => (shell::ATLAS, "#/atlas"),
        View::About => (shell::ABOUT, "#/about"),
    };
    let current = move || (store.derived.view.get() == view).then_some("page");
    view! {
        <li>
            <a
                href=address
                aria-current=live(current)
                on:click=on(move |event: web_sys::MouseEvent| {
                    // A plain click keeps the rest of the view; with a modifier the browser opens the link elsewhere.
                    if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                        event.prevent_default();
                        store.go(view);
                    }
                })
            >
                {say(words)}
            </a>
        </li>
    }
}

/// The last step back, and forth again; each says what it would take back or do.
#[component]
fn UndoButtons() -> impl IntoView {
    let store = Store::take();
    let history = store.saving.history;
    let undo_label = move || {
        let lang = store.lang();
        let step = history.with(|history| history.done().next().map(|step| undoing::step_words(&step.name, lang)));
        step.map_or_else(|| undo::UNDO.get(lang).to_owned(), |step| undo::UNDO_STEP.fill(lang, &[("step", step)]))
    };
    let redo_label = move || {
        let lang = store.lang();
        let step = history.with(|history| history.undone().next().map(|step| undoing::step_words(&step.name, lang)));
        step.map_or_else(|| undo::REDO.get(lang).to_owned(), |step| undo::REDO_STEP.fill(lang, &[("step", step)]))
    };
    view! {
        <div class="segments undo">
            <button
                type="button"
                aria-label=live(undo_label)
                title=live(undo_label)
                disabled=live(move || history.with(|history| history.done().next().is_none()))
                on:click=on(move |_| undoing::undo(store))
            >
                "↶"
            </button>
            <button
                type="button"
                aria-label=live(redo_label)
                title=live(redo_label)
                disabled=live(move || history.with(|history| history.undone().next().is_none()))
                on:click=on(move |_| undoing::redo(store))
            >
                "↷"
            </button>
        </div>
    }
}

/// Where the entered things are, in a word.
#[component]
fn SaveWord() -> impl IntoView {
    let store = Store::take();
    let word = move || {
        let words = match store.saving.state.get() {
            SaveState::Empty => shell::NOTHING_TO_SAVE,
            SaveState::Saved => shell::SAVED,
            SaveState::Saving => shell::SAVING,
            SaveState::MemoryOnly => shell::MEMORY_ONLY,
            SaveState::Failed(_) | SaveState::ReadOnly => shell::NOT_SAVED,
        };
        words.get(store.lang())
    };
    let tone = move || match store.saving.state.get() {
        SaveState::Empty | SaveState::Saving => "idle",
        SaveState::Saved => "good",
        _ => "trouble",
    };
    view! {
        <span class="save-state" role="status" data-state=live(tone)>
            {live(word)}
        </span>
    }
}

/// Whether the page opens without a network, in a word.
#[component]
fn OfflineWord() -> impl IntoView {
    let store = Store::take();
    let is_kept = RwSignal::new(page::is_served_offline());
    page::on("ward-atlas:offline-ready", move || is_kept.set(true));
    let word = move || {
        let words = if page::is_file() { Some(shell::ONE_FILE) } else { is_kept.get().then_some(shell::OFFLINE_READY) };
        words.map(|words| view! { <span class="muted small">{words.get(store.lang())}</span> })
    };
    part(word)
}

#[component]
fn Notices() -> impl IntoView {
    let store = Store::take();
    view! {
        <section class="notices" aria-label=say(shell::NOTICES)>
            {part(move || store.notices.get().into_iter().map(|notice| view! { <NoticeView notice=notice/> }).collect_view())}
        </section>
    }
}

#[component]
fn NoticeView(notice: Notice) -> impl IntoView {
    let store = Store::take();
    let (tone, role) = match notice.tone {
        Tone::Plain => ("plain", "status"),
        Tone::Warn => ("warn", "status"),
        Tone::Trouble => ("trouble", "alert"),
    };
    let key = notice.key;
    let remedy = notice.remedy.map(|remedy| {
        let words = match remedy {
            Remedy::Reload => shell::RELOAD,
            Remedy::SaveFile => shell::SAVE_FILE,
            Remedy::SaveSetAside => shell::SAVE_SET_ASIDE,
            Remedy::Undo => notes::UNDO,
        };
        view! {
            <button type="button" class="primary" on:click=on(move |_| workspace::carry_out(store, remedy))>
                {say(words)}
            </button>
        }
    });
    view! {
        <div class="notice" data-tone=tone role=role>
            <p>{notice.text}</p>
            {remedy}
            <button type="button" on:click=on(move |_| store.dismiss(key))>
                {say(shell::CLOSE)}
            </button>
        </div>
    }
}

/// Language, title and theme of the document follow the store.
fn follow_root_attributes(store: Store) {
    Effect::new(move |_| page::set_root_attribute("lang", store.lang().code()));
    Effect::new(move |_| page::set_root_attribute("data-theme", if store.theme().dark { "dark" } else { "light" }));
    Effect::new(move |_| {
        let lang = store.lang();
        let view = match store.derived.view.get() {
            View::Atlas => shell::ATLAS,
            View::About => shell::ABOUT,
        };
        page::set_title(&format!("{} · {} · Ward Atlas", view.get(lang), store.data_set.place.get(lang)));
    });
}

/// Trouble with the storage is said at once, in plain words, with a way out; and taken back when it is over.
fn tell_of_storage(store: Store) {
    Effect::new(move |_| {
        let lang = store.lang();
        let text = match store.saving.state.get() {
            SaveState::ReadOnly => shell::STORAGE_NEWER.get(lang).to_owned(),
            SaveState::Failed(StoreError::Full) => shell::STORAGE_FULL.get(lang).to_owned(),
            SaveState::MemoryOnly | SaveState::Failed(StoreError::Blocked) => {
                shell::STORAGE_BLOCKED.get(lang).to_owned()
            }
            SaveState::Failed(why) => shell::STORAGE_FAILED.fill(lang, &[("why", &why.to_string())]),
            SaveState::Empty | SaveState::Saved | SaveState::Saving => return store.dismiss("storage"),
        };
        store.notify_with(Notice { key: "storage", tone: Tone::Trouble, text, remedy: Some(Remedy::SaveFile) });
    });
    Effect::new(move |_| {
        if store.saving.set_aside.with(|pieces| !pieces.is_empty()) {
            let text = shell::STORAGE_SET_ASIDE.get(store.lang()).to_owned();
            let remedy = Some(Remedy::SaveSetAside);
            store.notify_with(Notice { key: "set-aside", tone: Tone::Warn, text, remedy });
        }
    });
}

/// After a day's work that is in no file, the page asks for one; looked at now and every hour.
fn ask_for_file(store: Store) {
    const DAY_MS: u64 = 24 * 60 * 60 * 1000;
    let look = move || {
        let now_ms = clock::now_ms().unsigned_abs();
        if store.saving.oldest_without_file_ms().is_some_and(|at_ms| now_ms.saturating_sub(at_ms) > DAY_MS) {
            let text = shell::FILE_WANTED.get(store.lang_now()).to_owned();
            store.notify_with(Notice { key: "file-wanted", tone: Tone::Warn, text, remedy: Some(Remedy::SaveFile) });
        }
    };
    look();
    set_interval(look, Duration::from_hours(1));
}

/// The way back in the notice of a deletion is the latest step only; after another step the notice goes.
fn follow_deletion(store: Store) {
    let is_latest = Memo::new(move |_| {
        let of_history = |history: &History| history.done().next().is_some_and(|step| step.name == DELETE_NOTE);
        store.saving.history.with(of_history)
    });
    Effect::new(move |_| {
        if !is_latest.get() {
            store.dismiss("deleted");
        }
    });
}

/// A newer version of the page is announced, and taken when the person says so.
fn follow_boot_script(store: Store) {
    let announce = move || {
        let text = shell::UPDATE_READY.get(store.lang_now()).to_owned();
        store.notify_with(Notice { key: "update", tone: Tone::Plain, text, remedy: Some(Remedy::Reload) });
    };
    if page::root_attribute("data-update").is_some() {
        announce();
    }
    page::on("ward-atlas:update", announce);
}
