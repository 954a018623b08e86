//! Where people enter things: the journal, its vault in the browser's storage, the steps that can be taken back.
//!
//! The one way in is [`Desk::write`]. A change is in the journal at once, on the disk within [`FLUSH_AFTER`] or when the
//! page is hidden, and only then the state says "saved". What cannot be stored stays queued in memory and is said.
//!
//! The desk belongs to a piece of the program that is loaded when it is first needed (`pieces`). What the rest of the page
//! wants of it goes through signals and the function pointers of [`Calls`]: a plain call would pull all of it into the
//! first picture.

mod watch;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::saving::{SaveState, Saving, writes_are_forbidden};
use super::store::Store;
use super::typing::TextAt;
use super::undoing;
use crate::data::DataSet;
use crate::journal::history::{Change, History, Step};
use crate::journal::storage::prefs;
use crate::journal::storage::{self, StoreError, Vault};
use crate::journal::{
    Applied, Ctx, DeviceId, Intent, IntentError, Journal, MergeReport, Note, Record, StepId, WriterId,
};
use crate::web::storage::LocalStore;
use crate::web::{clock, page};

/// How long a change may wait for its neighbours before all are stored in one piece.
const FLUSH_AFTER: Duration = Duration::from_millis(200);
/// View steps of one name within this time are one step: a brush being dragged, a word being typed.
const JOINS_WITHIN_MS: u64 = 1_000;
/// The history's name in the storage.
const HISTORY_SLOT: &str = "main";
/// How long the list of steps may wait; losing the last of it loses no work.
const HISTORY_AFTER: Duration = Duration::from_secs(1);
/// How long after a failure the page tries again by itself.
const RETRY_AFTER: Duration = Duration::from_secs(10);

/// Journal, vault and history. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Desk {
    saving: Saving,
    /// The journal; written only by the methods here.
    pub journal: RwSignal<Journal>,
    vault: StoredValue<Option<Vault<LocalStore>>, LocalStorage>,
    /// Steps that can be taken back, of journal and view; written only by the methods here and in `undoing`.
    pub history: RwSignal<History>,
    is_history_stored: StoredValue<bool>,
    /// Texts that are being typed, by their place, until they become records.
    drafts: StoredValue<BTreeMap<TextAt, Draft>>,
    is_flush_due: StoredValue<bool>,
    /// What the rest of the page shows of it.
    pub summary: Summary,
    /// What the rest of the page does with it.
    pub calls: &'static Calls,
}

/// What follows from journal and history, for the first picture.
#[derive(Clone, Copy)]
pub struct Summary {
    /// How many notes there are.
    pub n_notes: Memo<usize>,
    /// How many notes each area has.
    pub n_notes_by_area: Memo<Arc<Vec<usize>>>,
    /// The step that Undo would take back, in words.
    pub undo: Memo<Option<&'static str>>,
    /// The step that Redo would do again, in words.
    pub redo: Memo<Option<&'static str>>,
}

/// The desk's deeds for whoever must not name them.
pub struct Calls {
    /// [`Desk::push_view_step`].
    pub push_view_step: fn(Desk, &str, String, String),
    /// Stores what waits, typed texts too.
    pub flush: fn(Desk),
    /// [`undoing::undo`].
    pub undo: fn(Store),
    /// [`undoing::redo`].
    pub redo: fn(Store),
}

static CALLS: Calls = Calls {
    push_view_step: Desk::push_view_step,
    flush: |desk| {
        desk.take_drafts();
        desk.flush();
    },
    undo: undoing::undo,
    redo: undoing::redo,
};

#[derive(Debug, Clone, Default)]
struct Draft {
    /// The text as it stands in the field; `None`: all of it is in the journal.
    text: Option<String>,
    /// The run of typing that it belongs to.
    step: Option<StepId>,
}

impl Desk {
    /// The desk of the page; opened at the first call, with what is stored on this device.
    pub fn of(store: Store) -> Desk {
        let saving = store.saving;
        saving.desk.get_untracked().unwrap_or_else(|| {
            let desk = for_ever(|| Desk::open(store));
            saving.desk.set(Some(desk));
            for (name, old, new) in saving.take_waiting_steps() {
                desk.push_view_step(name, old, new);
            }
            desk
        })
    }

    fn open(store: Store) -> Desk {
        let saving = store.saving;
        let writer = WriterId(clock::random_u64());
        let opened = LocalStore::open().and_then(|mut local| {
            let device = prefs::device(&mut local, clock::random_u64());
            let history = History::load(&local, HISTORY_SLOT)?;
            Vault::open(local, writer).map(|(vault, loaded)| (device, history, vault, loaded))
        });
        let (journal, history, vault, set_aside, state) = if let Ok((device, history, vault, loaded)) = opened {
            let mut journal = Journal::new(device, writer);
            journal.merge(loaded.records, now_ms());
            let state = match (loaded.read_only, journal.state().records().is_empty()) {
                (true, _) => SaveState::ReadOnly,
                (false, true) => SaveState::Empty,
                (false, false) => SaveState::Saved,
            };
            (journal, history, Some(vault), loaded.set_aside, state)
        } else {
            let journal = Journal::new(DeviceId(clock::random_u64()), writer);
            (journal, History::default(), None, Vec::new(), SaveState::MemoryOnly)
        };
        let (journal, history) = (RwSignal::new(journal), RwSignal::new(history));
        let desk = Desk {
            saving,
            journal,
            vault: StoredValue::new_local(vault),
            history,
            is_history_stored: StoredValue::new(true),
            drafts: StoredValue::new(BTreeMap::new()),
            is_flush_due: StoredValue::new(false),
            summary: Summary::of(store, journal, history),
            calls: &CALLS,
        };
        saving.state.set(state);
        watch::tell_of_set_aside(store, &set_aside);
        watch::follow_deletion(store, history);
        watch::ask_for_file(store, desk);
        watch::call_for_pieces(store, journal);
        page::on_storage(move |is_cleared| if is_cleared { desk.refill() } else { desk.read_other_tabs() });
        desk
    }

    /// The journal, tracked.
    pub fn with_journal<T>(self, look: impl FnOnce(&Journal) -> T) -> T {
        self.journal.with(look)
    }

    /// All notes that are not deleted, oldest first, tracked.
    pub fn notes(self) -> Vec<Note> {
        self.journal.with(Journal::notes)
    }

    /// Carries out an intent and has it stored.
    pub fn write(self, intent: Intent) -> Result<Applied, IntentError> {
        self.take_drafts();
        self.write_in(intent, None)
    }

    /// The same, going on with an act: one slider moved again is no step of its own.
    pub fn write_on(self, intent: Intent, step: Option<StepId>) -> Result<Applied, IntentError> {
        self.take_drafts();
        self.write_in(intent, step)
    }

    /// Carries out an intent as a part of an act that has begun, such as one run of typing; `None` begins one.
    pub fn write_in(self, intent: Intent, step: Option<StepId>) -> Result<Applied, IntentError> {
        let author = self.saving.prefs.with_untracked(|prefs| prefs.author.clone());
        let ctx = Ctx { now_ms: now_ms(), author: &author, step };
        let applied =
            self.journal.try_update(|journal| journal.apply(intent, &ctx)).unwrap_or(Err(IntentError::NoSuchNote));
        if let Ok(applied) = &applied
            && let Some(first) = applied.records.first()
        {
            let change = Change::Journal(applied.step);
            let step = Step { name: first.step_name.clone(), at_ms: ctx.now_ms, change };
            self.push_step(step);
            self.queue(applied.records.clone());
        }
        applied
    }

    fn push_step(self, step: Step) {
        self.history.update(|history| history.push(step, JOINS_WITHIN_MS));
        self.history_changed();
    }

    /// The view was changed, as address strings before and after.
    pub fn push_view_step(self, name: &str, old: String, new: String) {
        if old != new {
            self.push_step(Step { name: name.to_owned(), at_ms: now_ms(), change: Change::View { old, new } });
        }
    }

    /// The history is to be stored with the next flush.
    pub fn history_changed(self) {
        if self.is_history_stored.try_update_value(|stored| std::mem::replace(stored, false)) == Some(true) {
            set_timeout(move || self.flush(), HISTORY_AFTER);
        }
    }

    /// Takes back an act of the journal (or an undo, which is the redo). The act that this is, if anything was put back,
    /// and by whom fields were changed since, that are left as they are.
    pub fn take_back(self, act: StepId) -> (Option<StepId>, Vec<String>) {
        self.take_drafts();
        let author = self.saving.prefs.with_untracked(|prefs| prefs.author.clone());
        let ctx = Ctx { now_ms: now_ms(), author: &author, step: None };
        let Some(Ok(report)) = self.journal.try_update(|journal| journal.undo(act, &ctx)) else {
            return (None, Vec::new());
        };
        self.queue(report.records);
        (report.step, report.skipped.into_iter().map(|skipped| skipped.changed_by).collect())
    }

    /// A text as it is being typed. It becomes one record a pause, and is on the disk within [`FLUSH_AFTER`] of the first
    /// key.
    pub fn type_text(self, at: TextAt, text: String) {
        self.drafts.update_value(|drafts| drafts.entry(at).or_default().text = Some(text));
        self.flush_soon();
    }

    /// Ends a run of typing: the next one is a step of its own.
    pub fn end_typing(self, at: &TextAt) {
        self.take_drafts();
        self.drafts.update_value(|drafts| drop(drafts.remove(at)));
        self.flush();
    }

    fn take_drafts(self) {
        let waiting = self.drafts.with_value(|drafts| {
            drafts
                .iter()
                .filter_map(|(at, draft)| Some((at.clone(), draft.text.clone()?, draft.step)))
                .collect::<Vec<_>>()
        });
        for (at, text, step) in waiting {
            let applied = self.write_in(at.clone().intent(text), step);
            self.drafts.update_value(|drafts| {
                if let Some(draft) = drafts.get_mut(&at) {
                    draft.text = None;
                    draft.step = applied.ok().map(|applied| applied.step);
                }
            });
        }
    }

    /// Takes in records from a file.
    pub fn merge(self, records: Vec<Record>) -> MergeReport {
        self.take_drafts();
        let report = self.journal.try_update(|journal| journal.merge(records, now_ms())).unwrap_or_default();
        self.queue(report.new.clone());
        report
    }

    fn queue(self, records: Vec<Record>) {
        if records.is_empty() {
            return;
        }
        self.vault.update_value(|vault| {
            if let Some(vault) = vault {
                vault.queue(records);
            }
        });
        self.flush_soon();
    }

    fn flush_soon(self) {
        if matches!(self.saving.state.get_untracked(), SaveState::Empty | SaveState::Saved) {
            self.saving.state.set(SaveState::Saving);
        }
        self.flush_after(FLUSH_AFTER);
    }

    fn flush_after(self, wait: Duration) {
        if self.is_flush_due.get_value() {
            return;
        }
        self.is_flush_due.set_value(true);
        set_timeout(
            move || {
                self.is_flush_due.set_value(false);
                self.take_drafts();
                self.flush();
            },
            wait,
        );
    }

    /// Stores what waits, now.
    pub fn flush(self) {
        if writes_are_forbidden() {
            return;
        }
        let outcome = self.vault.try_update_value(|vault| {
            let vault = vault.as_mut()?;
            let flushed = vault.flush();
            if !self.is_history_stored.get_value() && !vault.is_read_only() {
                // Losing it costs the list of steps, never what was entered.
                drop(self.history.with_untracked(|history| history.save(vault.store_mut(), HISTORY_SLOT)));
                self.is_history_stored.set_value(true);
            }
            if flushed.is_ok() && vault.needs_tidying() {
                // Tidying only wins space; it is tried again after the next flush.
                drop(vault.tidy());
            }
            Some(flushed)
        });
        let is_empty = self.journal.with_untracked(|journal| journal.state().records().is_empty());
        let now = match outcome.flatten() {
            None => SaveState::MemoryOnly,
            Some(Ok(_)) if is_empty => SaveState::Empty,
            Some(Ok(_)) => SaveState::Saved,
            Some(Err(StoreError::ReadOnly)) => SaveState::ReadOnly,
            Some(Err(error)) => {
                self.flush_after(RETRY_AFTER);
                SaveState::Failed(error)
            }
        };
        if self.saving.state.with_untracked(|before| *before != now) {
            self.saving.state.set(now);
        }
    }

    /// The storage was cleared from outside: everything goes there again.
    fn refill(self) {
        let queued = self.vault.try_update_value(|vault| {
            vault.as_mut().map(|vault| self.journal.with_untracked(|journal| vault.queue_missing(journal.state())))
        });
        if matches!(queued.flatten(), Some(Ok(n)) if n > 0) {
            self.flush();
        }
    }

    /// When the oldest change was made that is in no file yet.
    pub fn oldest_without_file_ms(self) -> Option<u64> {
        let saved_at_ms = self.saving.prefs.with_untracked(|prefs| prefs.saved_as_file_at_ms).unwrap_or_default();
        self.journal.with_untracked(|journal| {
            let times = journal.state().records().iter().map(|record| record.id.at.ms);
            times.filter(|at_ms| *at_ms > saved_at_ms).min()
        })
    }

    fn read_other_tabs(self) {
        let found = self.vault.try_update_value(|vault| vault.as_mut().map(Vault::read_new)).flatten();
        let Some(Ok(found)) = found else { return };
        if !found.records.is_empty() {
            self.journal.update(|journal| drop(journal.merge(found.records, now_ms())));
        }
        if found.newer_page {
            self.saving.state.set(SaveState::ReadOnly);
        }
    }

    /// Bytes in the browser's storage; `None` without one.
    pub fn usage_bytes(self) -> Option<usize> {
        self.saving.state.track();
        self.with_vault(|vault| vault.usage_bytes().ok()).flatten()
    }

    /// Looks at the vault; `None` where the browser gives no storage.
    pub fn with_vault<T>(self, look: impl FnOnce(&mut Vault<LocalStore>) -> T) -> Option<T> {
        self.vault.try_update_value(|vault| vault.as_mut().map(look)).flatten()
    }

    /// Removes everything of this page from the device.
    pub fn erase(self) -> Result<(), StoreError> {
        self.with_vault(|vault| storage::erase_everything(vault.store_mut(), now_ms())).unwrap_or(Ok(()))
    }

    /// Everything that was ever set aside, as key and text.
    pub fn all_set_aside(self) -> Vec<(String, String)> {
        let found = self.with_vault(|vault| storage::vault::all_set_aside(vault.store_mut()).ok());
        found.flatten().unwrap_or_default()
    }
}

fn now_ms() -> u64 {
    clock::now_ms().unsigned_abs()
}

/// Makes something that lives as long as the page, whichever part of the page is being made at the moment.
pub fn for_ever<T>(make: impl FnOnce() -> T) -> T {
    let around = Owner::current();
    // Becomes the current owner by being made; whoever is making a view right now must have their own back.
    let owner = Owner::new_root(None);
    let made = owner.with(make);
    std::mem::forget(owner);
    if let Some(around) = around {
        around.set();
    }
    made
}

impl Summary {
    fn of(store: Store, journal: RwSignal<Journal>, history: RwSignal<History>) -> Summary {
        let words = move |step: Option<&Step>| step.map(|step| undoing::step_words(&step.name, store.lang()));
        Summary {
            n_notes: Memo::new(move |_| journal.with(|journal| journal.notes().len())),
            n_notes_by_area: Memo::new(move |_| {
                Arc::new(journal.with(|journal| n_notes_by_area(store.data_set, &journal.notes())))
            }),
            undo: Memo::new(move |_| history.with(|history| words(history.done().next()))),
            redo: Memo::new(move |_| history.with(|history| words(history.undone().next()))),
        }
    }
}

fn n_notes_by_area(data_set: &DataSet, notes: &[Note]) -> Vec<usize> {
    let mut n_notes = vec![0; data_set.areas.len()];
    for note in notes {
        if let Some(area_ix) = note.anchor.area().and_then(|code| data_set.area_ix(code)) {
            n_notes[area_ix] += 1;
        }
    }
    n_notes
}
