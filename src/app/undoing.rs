//! Undo and redo of everything that a person does: what was entered, and how it was looked at.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::store::{Store, Tone};
use crate::data::Lang;
use crate::journal::history::{Change, History, Step};
use crate::journal::kinds::step as journal_steps;
use crate::text::say::undo;
use crate::text::words::Words;
use crate::view::hash;
use crate::web::{page, speed};

/// Names of the view's steps, as the history stores them.
pub mod steps {
    /// Another indicator or division.
    pub const MEASURE: &str = "view-measure";
    /// Another layout of the map.
    pub const LAYOUT: &str = "view-layout";
    /// Other classes or colours.
    pub const CLASSES: &str = "view-classes";
    /// Other filters.
    pub const FILTER: &str = "view-filter";
    /// Other chosen areas.
    pub const CHOICE: &str = "view-choice";
    /// Another order or other columns of the table.
    pub const TABLE: &str = "view-table";
    /// Another axis of the scatter plot.
    pub const SCATTER: &str = "view-scatter";
}

/// A step's name in words.
pub fn step_words(name: &str, lang: Lang) -> &'static str {
    let words: Words = match name {
        steps::MEASURE => undo::MEASURE,
        steps::LAYOUT => undo::LAYOUT,
        steps::CLASSES => undo::CLASSES,
        steps::FILTER => undo::FILTER,
        steps::CHOICE => undo::CHOICE,
        steps::TABLE => undo::TABLE,
        steps::SCATTER => undo::SCATTER,
        journal_steps::WRITE_NOTE => undo::WRITE_NOTE,
        journal_steps::EDIT_NOTE => undo::EDIT_NOTE,
        journal_steps::TAG_NOTE => undo::TAG_NOTE,
        journal_steps::DONE_NOTE => undo::DONE_NOTE,
        journal_steps::REOPEN_NOTE => undo::REOPEN_NOTE,
        journal_steps::MOVE_NOTE => undo::MOVE_NOTE,
        journal_steps::DELETE_NOTE => undo::DELETE_NOTE,
        journal_steps::RESTORE_NOTE => undo::RESTORE_NOTE,
        journal_steps::RESOLVE => undo::RESOLVE,
        journal_steps::ENTER_REPORT => undo::ENTER_REPORT,
        journal_steps::WITHDRAW_REPORT => undo::WITHDRAW_REPORT,
        journal_steps::IMPORT_REPORTS => undo::IMPORT_REPORTS,
        journal_steps::LOAD_PRACTICE => undo::LOAD_PRACTICE,
        journal_steps::REMOVE_PRACTICE => undo::REMOVE_PRACTICE,
        journal_steps::ENTER_SUBDIVISION => undo::ENTER_SUBDIVISION,
        journal_steps::EDIT_SUBDIVISION => undo::EDIT_SUBDIVISION,
        journal_steps::RETIRE_SUBDIVISION => undo::RETIRE_SUBDIVISION,
        journal_steps::RESTORE_SUBDIVISION => undo::RESTORE_SUBDIVISION,
        journal_steps::IMPORT_SUBDIVISIONS => undo::IMPORT_SUBDIVISIONS,
        journal_steps::ACCEPT_FINDING => undo::ACCEPT_FINDING,
        journal_steps::REOPEN_FINDING => undo::REOPEN_FINDING,
        journal_steps::ADD_INDICATOR => undo::ADD_INDICATOR,
        journal_steps::EDIT_INDICATOR => undo::EDIT_INDICATOR,
        journal_steps::RETIRE_INDICATOR => undo::RETIRE_INDICATOR,
        journal_steps::RESTORE_INDICATOR => undo::RESTORE_INDICATOR,
        journal_steps::SET_ESTIMATES => undo::SET_ESTIMATES,
        journal_steps::SET_PERIOD => undo::SET_PERIOD,
        journal_steps::REMOVE_PERIOD => undo::REMOVE_PERIOD,
        journal_steps::ADD_TASK => undo::ADD_TASK,
        journal_steps::EDIT_TASK => undo::EDIT_TASK,
        journal_steps::HAND_TASK => undo::HAND_TASK,
        journal_steps::RETIRE_TASK => undo::RETIRE_TASK,
        journal_steps::RESTORE_TASK => undo::RESTORE_TASK,
        journal_steps::CHECK_IN => undo::CHECK_IN,
        journal_steps::CHECK_IN_MANY => undo::CHECK_IN_MANY,
        journal_steps::CLEAR_CHECK_IN => undo::CLEAR_CHECK_IN,
        journal_steps::SET_TARGET => undo::SET_TARGET,
        journal_steps::REMOVE_TARGET => undo::REMOVE_TARGET,
        journal_steps::RAISE_RECOMMENDATION => undo::RAISE_RECOMMENDATION,
        journal_steps::EDIT_RECOMMENDATION => undo::EDIT_RECOMMENDATION,
        journal_steps::SET_STATUS => undo::SET_STATUS,
        journal_steps::LINK_RECOMMENDATION => undo::LINK_RECOMMENDATION,
        journal_steps::UNLINK_RECOMMENDATION => undo::UNLINK_RECOMMENDATION,
        journal_steps::DELETE_RECOMMENDATION => undo::DELETE_RECOMMENDATION,
        journal_steps::RESTORE_RECOMMENDATION => undo::RESTORE_RECOMMENDATION,
        journal_steps::MAKE_INDEX => undo::MAKE_INDEX,
        journal_steps::COPY_INDEX => undo::COPY_INDEX,
        journal_steps::EDIT_INDEX => undo::EDIT_INDEX,
        journal_steps::CHOOSE_INDEX => undo::CHOOSE_INDEX,
        journal_steps::RETIRE_INDEX => undo::RETIRE_INDEX,
        journal_steps::RESTORE_INDEX => undo::RESTORE_INDEX,
        journal_steps::SHORTLIST => undo::SHORTLIST,
        journal_steps::UNLIST => undo::UNLIST,
        journal_steps::EDIT_REASON => undo::EDIT_REASON,
        journal_steps::SET_CERTIFICATES => undo::SET_CERTIFICATES,
        _ => undo::OTHER,
    };
    words.get(lang)
}

/// Takes the latest step back.
pub fn undo(store: Store) {
    let Some(step) = store.desk().history.try_update(History::undo).flatten() else { return };
    say(store, undo::UNDONE, &step);
    let act = carry_out(store, &step, |old, _| old);
    store.desk().history.update(|history| history.undid(step, act));
    store.desk().history_changed();
}

/// Does the step again that was taken back last.
pub fn redo(store: Store) {
    let Some(step) = store.desk().history.try_update(History::redo).flatten() else { return };
    say(store, undo::REDONE, &step);
    let act = carry_out(store, &step, |_, new| new);
    store.desk().history.update(|history| history.redid(step, act));
    store.desk().history_changed();
}

fn say(store: Store, words: Words, step: &Step) {
    let lang = store.lang_now();
    store.announce(words.fill(lang, &[("step", step_words(&step.name, lang))]));
    store.dismiss("deleted");
}

fn carry_out(
    store: Store,
    step: &Step,
    end: impl for<'a> FnOnce(&'a str, &'a str) -> &'a str,
) -> Option<crate::journal::StepId> {
    speed::input();
    match &step.change {
        Change::Journal(act) => {
            let (done, skipped) = store.desk().take_back(*act);
            if let Some(by) = skipped.first() {
                let lang = store.lang_now();
                store.notify("undo", Tone::Warn, undo::SKIPPED.fill(lang, &[("who", by)]));
            }
            done
        }
        Change::View { old, new } => {
            let (mut query, _) = hash::read(end(old, new), untrack(|| store.all()), &store.defaults());
            // Page, sheet and language are where the person is now, not what they did.
            store.query.update(|now| {
                query.lang = now.lang;
                query.view = now.view;
                query.review = now.review;
                query.tasks = now.tasks;
                query.as_of = now.as_of;
                query.sheet.clone_from(&now.sheet);
                *now = query;
            });
            None
        }
    }
}

/// Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y; in a text field they are the browser's.
pub fn listen_to_keys(store: Store) {
    page::on_key(move |event| {
        let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        if !is_command || is_text_field(&event) {
            return;
        }
        match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => store.undo(),
            ("z", true) | ("y", false) => store.redo(),
            _ => return,
        }
        event.prevent_default();
    });
}

fn is_text_field(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| {
        let kind = element.get_attribute("type").unwrap_or_default();
        match element.tag_name().as_str() {
            "TEXTAREA" => true,
            "INPUT" => !matches!(kind.as_str(), "checkbox" | "radio" | "file"),
            _ => false,
        }
    })
}
