//! The frame of the page: header, notices, the page in view, side sheets, footer, what a screen reader is told.

use leptos::prelude::*;

use super::address;
use super::atlas::Atlas;
use super::fields::Choice;
use super::made::IntoMade;
use super::pieces;
use super::saving::SaveState;
use super::say::{live, on, part, say, shown_if};
use super::store::{Notice, Panel, Remedy, Store, Tone};
use super::undoing;
use crate::data::Lang;
use crate::journal::storage::StoreError;
use crate::text::number;
use crate::text::say::{notes, shell, undo};
use crate::text::words::Words;
use crate::view::query::View;
use crate::web::page;

/// The whole page.
#[component]
pub fn Shell(store: Store) -> impl IntoView {
    provide_context(store);
    address::tie(store);
    store.derived.tell_after_drawing();
    watch_desk(store);
    follow_root_attributes(store);
    tell_of_storage(store);
    follow_boot_script(store);
    pieces::accept_dropped_files(store);
    undoing::listen_to_keys(store);
    let page = move || match store.derived.view.get() {
        View::Atlas => view! { <Atlas/> }.made(),
        View::Review => pieces::review(),
        View::Tasks => pieces::tasks(),
        View::About => pieces::about(),
    };
    let sheet = Memo::new(move |_| {
        store.derived.parts.rest.with(|rest| rest.sheet.as_ref().and_then(|code| store.data_set.area_ix(code)))
    });
    let panel = move || match (store.panel.get(), sheet.get()) {
        (None, None) => ().made(),
        (panel, area_ix) => pieces::aside(panel, area_ix.unwrap_or_default()),
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
        {shown_if(move || store.derived.has_practice.get(), pieces::practice_banner)}
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
    let n_notes = move || {
        let n_notes = store.saving.desk.get().map_or(0, |desk| desk.summary.n_notes.get());
        number::whole(store.lang(), n_notes as u64)
    };
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
                    <PageLink view=View::Review/>
                    <PageLink view=View::Tasks/>
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
        View::Review => (shell::REVIEW, "#/review"),
        View::Tasks => (shell::TASKS, "#/tasks"),
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
    let summary = move || store.saving.desk.get().map(|desk| desk.summary);
    let done = Memo::new(move |_| summary().and_then(|summary| summary.undo.get()));
    let undone = Memo::new(move |_| summary().and_then(|summary| summary.redo.get()));
    view! {
        <div class="segments undo">
            {step_button("↶", done, undo::UNDO, undo::UNDO_STEP, Store::undo)}
            {step_button("↷", undone, undo::REDO, undo::REDO_STEP, Store::redo)}
        </div>
    }
}

fn step_button(
    sign: &'static str,
    step: Memo<Option<&'static str>>,
    plain: Words,
    of_step: Words,
    act: fn(Store),
) -> impl IntoView {
    let store = Store::take();
    let label = Memo::new(move |_| {
        let lang = store.lang();
        step.get().map_or_else(|| plain.get(lang).to_owned(), |step| of_step.fill(lang, &[("step", step)]))
    });
    view! {
        <button
            type="button"
            aria-label=live(move || label.get())
            title=live(move || label.get())
            disabled=live(move || step.get().is_none())
            on:click=on(move |_| act(store))
        >
            {sign}
        </button>
    }
}

/// Where the entered things are, in a word.
#[component]
fn SaveWord() -> impl IntoView {
    let store = Store::take();
    let word = move || {
        let words = match store.saving.state.get() {
            SaveState::Opening => shell::OPENING,
            SaveState::Empty => shell::NOTHING_TO_SAVE,
            SaveState::Saved => shell::SAVED,
            SaveState::Saving => shell::SAVING,
            SaveState::MemoryOnly => shell::MEMORY_ONLY,
            SaveState::Failed(_) | SaveState::ReadOnly => shell::NOT_SAVED,
        };
        words.get(store.lang())
    };
    let tone = move || match store.saving.state.get() {
        SaveState::Opening | SaveState::Empty | SaveState::Saving => "idle",
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
            <button type="button" class="primary" on:click=on(move |_| pieces::carry_out(store, remedy))>
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
            View::Review => shell::REVIEW,
            View::Tasks => shell::TASKS,
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
            SaveState::Opening | SaveState::Empty | SaveState::Saved | SaveState::Saving => {
                return store.dismiss("storage");
            }
        };
        store.notify_with(Notice { key: "storage", tone: Tone::Trouble, text, remedy: Some(Remedy::SaveFile) });
    });
}

/// Opens the desk if something is stored here, also by another tab; and has everything stored when the page may go.
fn watch_desk(store: Store) {
    let saving = store.saving;
    if saving.has_entries() {
        pieces::open_desk(store);
    }
    page::on_storage(move |_| {
        if saving.desk.with_untracked(Option::is_none) {
            pieces::open_desk(store);
        }
    });
    page::on_hide(move || saving.flush());
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
