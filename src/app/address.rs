//! The address bar as a view of the query: every change of the query is written there, and Back, Forward or an edited
//! address are read from there.

use leptos::prelude::*;

use super::store::{Store, Tone};
use crate::text::say::problems;
use crate::view::{describe, hash};
use crate::web::address;

/// Ties query and address together for the page's life. The address wins at the start.
pub fn tie(store: Store) {
    read(store);
    let written = Memo::new(move |_| store.query.with(|query| store.address_of(query)));
    Effect::new(move |previous: Option<String>| {
        let now = written.get();
        if now != address::hash() {
            // The first write only tidies what the person opened.
            let push = store.takes_history_step() && previous.is_some();
            address::set_hash(&now, push);
        }
        now
    });
    address::on_change(move || read(store));
}

fn read(store: Store) {
    let text = address::hash();
    let (query, problems) = hash::read(&text, store.data_set, &store.defaults());
    let lang = query.lang;
    if store.query.with_untracked(|current| *current != query) {
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
