//! How safe the things are that people enter, their preferences, and the way to the desk where they enter them.
//!
//! This is what the first picture needs. Journal, storage and undo stand in `desk`, in a piece of the program that is
//! loaded when something is stored on this device or is about to be entered.

use std::cell::Cell;

use leptos::prelude::*;

use super::desk::Desk;
use super::reviewing::Reviewing;
use super::tasking::Tasking;
use crate::data::Lang;
use crate::journal::storage::prefs::{self, Prefs};
use crate::journal::storage::{KeyValue, PREFIX, StoreError};
use crate::web::storage::LocalStore;

thread_local! {
    /// Set by a panic: the state may be half changed, so nothing more is written.
    static IS_FORBIDDEN: Cell<bool> = const { Cell::new(false) };
}

/// After a panic nothing is written any more.
pub fn forbid_writes() {
    IS_FORBIDDEN.set(true);
}

/// Whether a panic has forbidden writes.
pub fn writes_are_forbidden() -> bool {
    IS_FORBIDDEN.get()
}

/// Where the entered things are.
#[derive(Debug, Clone, PartialEq)]
pub enum SaveState {
    /// Something is stored on this device and not yet read.
    Opening,
    /// Nothing has been entered on this device.
    Empty,
    /// All of it is on the device.
    Saved,
    /// Some of it waits to be stored.
    Saving,
    /// Some of it could not be stored and is in this page only.
    Failed(StoreError),
    /// The browser gives no storage: all of it is in this page only.
    MemoryOnly,
    /// A newer page has written here: nothing is stored.
    ReadOnly,
}

/// A change of the view as it stands in the history: the step's name, the address before and after.
type ViewStep = (&'static str, String, String);

/// State, preferences, and the desk. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Saving {
    /// The preferences; written only by [`Saving::set_prefs`].
    pub prefs: RwSignal<Prefs>,
    /// Where the entered things are; written by the desk.
    pub state: RwSignal<SaveState>,
    /// The desk, once it is open; written by [`Desk::of`].
    pub desk: RwSignal<Option<Desk>>,
    /// Reports and estimates, once something asks for them; written by [`Reviewing::of`].
    pub reviewing: RwSignal<Option<Reviewing>>,
    /// The figures of the year's work, once something asks for them; written by [`Tasking::of`].
    pub tasking: RwSignal<Option<Tasking>>,
    /// Steps that were made while the desk was on its way.
    waiting_steps: StoredValue<Vec<ViewStep>>,
}

impl Saving {
    /// Looks at what is stored on this device, without reading it.
    pub fn open() -> Saving {
        let looked = LocalStore::open().and_then(|local| Ok((Prefs::load(&local)?, holds_entries(&local)?)));
        let (prefs, state) = match looked {
            Ok((prefs, true)) => (prefs, SaveState::Opening),
            Ok((prefs, false)) => (prefs, SaveState::Empty),
            Err(_) => (Prefs::default(), SaveState::MemoryOnly),
        };
        Saving {
            prefs: RwSignal::new(prefs),
            state: RwSignal::new(state),
            desk: RwSignal::new(None),
            reviewing: RwSignal::new(None),
            tasking: RwSignal::new(None),
            waiting_steps: StoredValue::new(Vec::new()),
        }
    }

    /// Whether something is stored that the desk must read.
    pub fn has_entries(self) -> bool {
        self.state.with_untracked(|state| *state == SaveState::Opening)
    }

    /// The view was changed, as address strings before and after. Whether the desk must be opened to take note of it.
    pub fn push_view_step(self, name: &'static str, old: String, new: String) -> bool {
        if old == new {
            return false;
        }
        let desk = self.desk.get_untracked();
        if let Some(desk) = desk {
            (desk.calls.push_view_step)(desk, name, old, new);
        } else {
            self.waiting_steps.update_value(|steps| steps.push((name, old, new)));
        }
        desk.is_none()
    }

    /// The steps that were made before the desk was open, oldest first. They are handed out once.
    pub fn take_waiting_steps(self) -> Vec<ViewStep> {
        self.waiting_steps.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// Stores what waits, as the page may be about to go.
    pub fn flush(self) {
        if let Some(desk) = self.desk.get_untracked() {
            (desk.calls.flush)(desk);
        }
    }

    /// The preferences, tracked.
    pub fn prefs(self) -> Prefs {
        self.prefs.get()
    }

    /// The theme that the person chose, tracked.
    pub fn theme(self) -> Option<prefs::Theme> {
        self.prefs.with(|prefs| prefs.theme)
    }

    /// The language that the person chose on this device.
    pub fn preferred_lang(self) -> Option<Lang> {
        self.prefs.with_untracked(|prefs| prefs.lang)
    }

    /// Keeps a language for later visits.
    pub fn prefer_lang(self, lang: Lang) {
        self.set_prefs(|prefs| prefs.lang = Some(lang));
    }

    /// Changes preferences and stores them. Losing them costs a click, so a failure is not told.
    pub fn set_prefs(self, change: impl FnOnce(&mut Prefs)) {
        self.prefs.update(change);
        let may_write = !matches!(self.state.get_untracked(), SaveState::ReadOnly | SaveState::Opening);
        if may_write
            && !writes_are_forbidden()
            && let Ok(mut local) = LocalStore::open()
        {
            drop(self.prefs.with_untracked(|prefs| prefs.save(&mut local)));
        }
    }
}

/// Whether there is anything of this page's besides preferences.
fn holds_entries(local: &LocalStore) -> Result<bool, StoreError> {
    Ok(local.keys(PREFIX)?.iter().any(|key| !prefs::is_own_key(key)))
}
