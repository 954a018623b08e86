//! Keeping a file of the person's choice up to date, where the browser can write files.
//!
//! The file holds the same as "Save notes as a file" gives. It is written anew a moment after the journal has changed and
//! never while an earlier writing is under way. The browser grants the file to this page load only.

use std::time::Duration;

use leptos::prelude::*;

use super::desk::for_ever;
use super::say::{live, on, say};
use super::store::Store;
use super::workspace;
use crate::text::date;
use crate::text::say::shell;
use crate::web::files::{self, KeptFile};
use crate::web::{clock, page};

/// A pause in the changes after which the file is written.
const WRITE_AFTER: Duration = Duration::from_millis(1500);

/// The file, and how its latest writing went. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Keeping {
    file: StoredValue<Option<KeptFile>, LocalStorage>,
    state: RwSignal<KeepState>,
    /// A writing is waiting or under way.
    is_busy: StoredValue<bool>,
    /// Something has changed since the latest writing began.
    is_stale: StoredValue<bool>,
    is_following: StoredValue<bool>,
}

#[derive(Debug, Clone, PartialEq)]
enum KeepState {
    Off,
    Kept { name: String, at_ms: i64 },
    Failed { name: String, why: String },
}

impl Keeping {
    /// No file yet.
    pub fn new() -> Keeping {
        Keeping {
            file: StoredValue::new_local(None),
            state: RwSignal::new(KeepState::Off),
            is_busy: StoredValue::new(false),
            is_stale: StoredValue::new(false),
            is_following: StoredValue::new(false),
        }
    }

    /// From the first file on, the journal is followed for as long as the page lives: the panel may close.
    fn follow(self, store: Store) {
        if !self.is_following.try_update_value(|following| std::mem::replace(following, true)).unwrap_or(true) {
            for_ever(|| {
                Effect::new(move |_| {
                    store.desk().journal.track();
                    self.write_soon(store, WRITE_AFTER);
                });
            });
        }
    }

    fn choose(self, store: Store) {
        let name = workspace::file_name_now(store);
        leptos::task::spawn_local(async move {
            match KeptFile::choose(&name).await {
                Ok(None) => {}
                Ok(Some(file)) => {
                    self.file.set_value(Some(file));
                    self.follow(store);
                    self.write_soon(store, Duration::ZERO);
                }
                Err(why) => self.state.set(KeepState::Failed { name, why }),
            }
        });
    }

    fn stop(self) {
        self.file.set_value(None);
        self.state.set(KeepState::Off);
        // The button that was pressed is gone.
        page::focus_soon("keep-file");
    }

    fn write_soon(self, store: Store, wait: Duration) {
        if self.file.with_value(Option::is_none) {
            return;
        }
        self.is_stale.set_value(true);
        if !self.is_busy.get_value() {
            self.is_busy.set_value(true);
            set_timeout(move || leptos::task::spawn_local(self.write(store)), wait);
        }
    }

    async fn write(self, store: Store) {
        // A change during the writing is written by the next round.
        while self.is_stale.try_update_value(std::mem::take) == Some(true) {
            let Some(file) = self.file.get_value() else { break };
            let text = workspace::file_text(store);
            let (name, outcome) = (file.name(), file.write(&text).await);
            if self.file.with_value(Option::is_none) {
                break;
            }
            match outcome {
                Ok(()) => {
                    workspace::remember_saved_file(store, &name);
                    self.state.set(KeepState::Kept { name, at_ms: clock::now_ms() });
                }
                Err(why) => self.state.set(KeepState::Failed { name, why }),
            }
        }
        self.is_busy.set_value(false);
    }
}

/// The part of the workspace sheet; nothing where the browser cannot write files.
#[component]
pub fn KeepFile() -> impl IntoView {
    let store = Store::take();
    let keeping = store.keeping;
    let word = move || {
        let lang = store.lang();
        match keeping.state.get() {
            KeepState::Off => shell::KEEP_HELP.get(lang).to_owned(),
            KeepState::Kept { name, at_ms } => {
                let when = date::date_time_of(lang, at_ms, clock::offset_minutes());
                shell::KEPT.fill(lang, &[("name", &name), ("when", &when)])
            }
            KeepState::Failed { name, why } => shell::KEEP_FAILED.fill(lang, &[("name", &name), ("why", &why)]),
        }
    };
    let is_kept = move || matches!(keeping.state.get(), KeepState::Kept { .. });
    view! {
        <div class="stack" hidden=!files::can_keep()>
            <button id="keep-file" type="button" hidden=live(is_kept) on:click=on(move |_| keeping.choose(store))>
                {say(shell::KEEP_FILE)}
            </button>
            <p class="muted small" role="status">{live(word)}</p>
            <button type="button" hidden=live(move || !is_kept()) on:click=on(move |_| keeping.stop())>
                {say(shell::KEEP_STOP)}
            </button>
        </div>
    }
}
