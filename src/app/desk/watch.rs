//! What the page does by itself while the desk stands open: pieces are called for, and what a person should know is said.

use std::time::Duration;

use leptos::prelude::*;

use super::{Desk, now_ms};
use crate::app::pieces;
use crate::app::store::{Notice, Remedy, Store, Tone};
use crate::journal::history::{History, Step};
use crate::journal::kinds::step::{DELETE_NOTE, DELETE_RECOMMENDATION};
use crate::journal::storage::vault::SetAside;
use crate::journal::{Journal, Kind};
use crate::text::say::shell;

/// Reports, own indicators, settings of estimates and check-ins change what all views show, so their pieces are called for.
pub(super) fn call_for_pieces(store: Store, journal: RwSignal<Journal>) {
    const OF_REVIEW: [Kind; 4] = [Kind::Report, Kind::Indicator, Kind::Estimates, Kind::Subdivision];
    const OF_TASKS: [Kind; 2] = [Kind::Task, Kind::CheckIn];
    let holds =
        |journal: &Journal, kinds: &[Kind]| kinds.iter().any(|kind| journal.state().things(kind).next().is_some());
    Effect::new(move |_| {
        let (review, tasks) = journal.with(|journal| (holds(journal, &OF_REVIEW), holds(journal, &OF_TASKS)));
        if review && store.saving.reviewing.with_untracked(Option::is_none) {
            pieces::open_review(store);
        }
        if tasks && store.saving.tasking.with_untracked(Option::is_none) {
            pieces::open_tasks(store);
        }
    });
}

/// What could not be read is said, with a way to save it.
pub(super) fn tell_of_set_aside(store: Store, pieces: &[SetAside]) {
    if !pieces.is_empty() {
        Effect::new(move |_| {
            let text = shell::STORAGE_SET_ASIDE.get(store.lang()).to_owned();
            let remedy = Some(Remedy::SaveSetAside);
            store.notify_with(Notice { key: "set-aside", tone: Tone::Warn, text, remedy });
        });
    }
}

/// After a day's work that is in no file, the page asks for one; looked at now and every hour.
pub(super) fn ask_for_file(store: Store, desk: Desk) {
    const DAY_MS: u64 = 24 * 60 * 60 * 1000;
    let look = move || {
        if desk.oldest_without_file_ms().is_some_and(|at_ms| now_ms().saturating_sub(at_ms) > DAY_MS) {
            let text = shell::FILE_WANTED.get(store.lang_now()).to_owned();
            store.notify_with(Notice { key: "file-wanted", tone: Tone::Warn, text, remedy: Some(Remedy::SaveFile) });
        }
    };
    look();
    set_interval(look, Duration::from_hours(1));
}

/// The way back in the notice of a deletion is the latest step only; after another step the notice goes.
pub(super) fn follow_deletion(store: Store, history: RwSignal<History>) {
    let deletes = |step: &Step| [DELETE_NOTE, DELETE_RECOMMENDATION].contains(&step.name.as_str());
    let is_latest = Memo::new(move |_| history.with(|history| history.done().next().is_some_and(deletes)));
    Effect::new(move |_| {
        if !is_latest.get() {
            store.dismiss("deleted");
        }
    });
}
