//! The address bar as a view of the query: every change of the query is written there, and Back, Forward or an edited
//! address are read from there.

use std::time::Duration;

use leptos::prelude::*;

use super::pieces;
use super::store::{Store, Tone};
use crate::data::DataSet;
use crate::text::say::problems;
use crate::view::hash::HashProblem;
use crate::view::query::Query;
use crate::view::{describe, hash};
use crate::web::{address, clock, frame, page};

/// How long a continuous change must rest before the address follows it.
const GLIDE_PAUSE: Duration = Duration::from_millis(200);

/// After a rest of this many milliseconds a change begins a new drag.
const REST_MS: i64 = 150;

/// What the ids of indicators begin with that tell of the year's work.
const OF_TASKS: &str = "tasks_";

/// Ties query and address together for the page's life. The address wins at the start.
pub fn tie(store: Store) {
    let unknown = StoredValue::new(read(store));
    read_again(store, unknown);
    let written = store.address;
    let n_changes = StoredValue::new(0u32);
    let last_ms = StoredValue::new(0i64);
    // Steps of the history that have been taken on the page and not yet in the address: from where to where.
    let steps = StoredValue::new(Vec::<(String, String)>::new());
    let write = move || {
        for (before, after) in steps.try_update_value(std::mem::take).unwrap_or_default() {
            // What was still at rest belongs to the step that Back leads to.
            show(&before, false);
            show(&after, true);
        }
        show(&written.get_untracked(), false);
    };
    Effect::new(move |before: Option<String>| {
        let now = written.get();
        let this_change = n_changes.try_update_value(|n| {
            *n = n.wrapping_add(1);
            *n
        });
        match before {
            // Back, Forward and edited addresses stand there already.
            _ if now == address::hash() && steps.with_value(Vec::is_empty) => {}
            Some(before) if store.takes_history_step() => {
                steps.update_value(|steps| steps.push((before, now.clone())));
                // A new step makes the browser lay out the page, to remember where it was scrolled to; after the frame it is
                // laid out already.
                frame::after(write);
            }
            _ => {
                // A change of the address costs a browser more than all the drawing, and it refuses very many; so a
                // drag changes it when it begins (after the drawing) and when it comes to rest.
                let now_ms = clock::now_ms();
                let begins = last_ms.get_value() + REST_MS < now_ms;
                last_ms.set_value(now_ms);
                let wait = if begins { Duration::ZERO } else { GLIDE_PAUSE };
                set_timeout(
                    move || {
                        if begins || n_changes.try_get_value() == this_change {
                            write();
                        }
                    },
                    wait,
                );
            }
        }
        now
    });
    page::on_hide(write);
    address::on_change(move || {
        // Whoever goes back or elsewhere leaves the steps that were still to be written.
        steps.update_value(Vec::clear);
        unknown.set_value(read(store));
    });
}

/// An address may name indicators of one's own, which are known only when the journal has been read. What was unknown is
/// then read again, unless the person has gone on meanwhile.
fn read_again(store: Store, unknown: StoredValue<Option<String>>) {
    let first = store.query.get_untracked();
    Effect::new(move |before: Option<&'static DataSet>| {
        let now = store.all();
        let has_changed = before.is_some_and(|before| !std::ptr::eq(before, now));
        if has_changed
            && let Some(text) = unknown.try_update_value(Option::take).flatten()
            && store.query.with_untracked(|query| *query == first)
        {
            let (query, problems) = hash::read(&text, now, &store.defaults());
            show_read(store, query, &problems);
        }
        now
    });
}

fn show(hash: &str, push: bool) {
    if hash != address::hash() {
        address::set_hash(hash, push);
    }
}

/// Reads the address; its text, if some of it is unknown.
fn read(store: Store) -> Option<String> {
    let text = address::hash();
    let (query, problems) = hash::read(&text, untrack(|| store.all()), &store.defaults());
    // Figures of the year's work are known only when their piece has come; then the address is read again.
    if !problems.is_empty() && text.contains(OF_TASKS) && store.saving.tasking.with_untracked(Option::is_none) {
        pieces::open_tasks(store);
    }
    show_read(store, query, &problems);
    if problems.is_empty() { None } else { Some(text) }
}

fn show_read(store: Store, query: Query, problems: &[HashProblem]) {
    let lang = query.lang;
    if query.measure.change.is_some() {
        // Whether it can be shown, the reports know, and say so if not.
        pieces::open_review(store);
    }
    if store.query.with_untracked(|current| *current != query) {
        page::end_typing();
        crate::web::speed::input();
        store.query.set(query);
    }
    if problems.is_empty() {
        store.dismiss("address");
    } else {
        let parts: Vec<String> = problems.iter().map(|problem| describe::problem_text(problem, lang)).collect();
        let parts = parts.join("; ");
        store.notify("address", Tone::Warn, problems::HASH_PROBLEMS.fill(lang, &[("parts", &parts)]));
    }
}
