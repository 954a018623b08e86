//! The query in three parts, each a signal that changes only when that part does.
//!
//! A signal wakes all that hang on it, however far, before it is known whether anything changed for them. Were all memos to
//! hang on the query, each move of a brush would wake the whole page. So one effect compares the parts at once when the
//! query changes and passes on those that differ. Nothing else writes them: they are the query, seen part by part.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::reactive::effect::ImmediateEffect;

use crate::view::query::{Filter, Query};

/// The parts. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Parts {
    /// Which areas take part.
    pub filter: RwSignal<Filter>,
    /// Codes of the chosen areas.
    pub selection: RwSignal<BTreeSet<String>>,
    /// All else; its filter and selection are empty.
    pub rest: RwSignal<Query>,
}

impl Parts {
    /// The parts of a query, for the page's life.
    pub fn of(query: RwSignal<Query>) -> Parts {
        let now = query.get_untracked();
        let parts = Parts {
            filter: RwSignal::new(now.filter.clone()),
            selection: RwSignal::new(now.selection.clone()),
            rest: RwSignal::new(rest(now)),
        };
        let passing_on = ImmediateEffect::new(move || {
            let now = query.get();
            if parts.filter.with_untracked(|filter| *filter != now.filter) {
                parts.filter.set(now.filter.clone());
            }
            if parts.selection.with_untracked(|selection| *selection != now.selection) {
                parts.selection.set(now.selection.clone());
            }
            let now = rest(now);
            if parts.rest.with_untracked(|rest| *rest != now) {
                parts.rest.set(now);
            }
        });
        // It ends with the page.
        std::mem::forget(passing_on);
        parts
    }
}

fn rest(mut query: Query) -> Query {
    query.filter = Filter::default();
    query.selection.clear();
    query
}
