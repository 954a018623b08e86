//! The register of recommendations: entered, found, moved on one by one or many at once, gathered, and what is missing.

mod editor;
mod filters;
mod form;
mod gaps;
mod links;
mod listed;
mod report;

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::app::store::{Store, Tone};
use crate::app::tasking::Tasking;
use crate::data::Lang;
use crate::exchange::csv::{Cell, CsvStyle, csv_table};
use crate::goals::{Filter, addressees, themes};
use crate::journal::Recommendation;
use crate::text::say::{goals, problems};
use crate::web::{files, page};

/// So many are listed at once, and so many more at each press of the button below.
const PAGE: usize = 50;

/// Where the focus goes when what had it is gone.
const TITLE_ID: &str = "recommendations-title";

/// What is being looked at; passes with the moment.
#[derive(Clone, Copy)]
struct Looking {
    store: Store,
    /// All that are not deleted, oldest first.
    all: Memo<Arc<Vec<Recommendation>>>,
    filter: RwSignal<Filter>,
    /// Whether only areas that are chosen on the map are shown.
    chosen_only: RwSignal<bool>,
    /// Those that pass.
    shown: Memo<Arc<Vec<Recommendation>>>,
    /// Id of the one that is open.
    open: RwSignal<Option<String>>,
    /// Ids of those that are marked.
    marked: RwSignal<BTreeSet<String>>,
    /// How many are listed at most.
    limit: RwSignal<usize>,
}

impl Looking {
    fn new(store: Store) -> Looking {
        let Tasking { sought: filter, sought_in_chosen: chosen_only, .. } = Tasking::of(store);
        let all = Memo::new(move |_| Arc::new(store.desk().with_journal(|journal| journal.state().recommendations())));
        let open = RwSignal::new(None::<String>);
        let passes = move |one: &Recommendation| {
            filter.with(|filter| filter.passes(store.data_set, one))
                && (!chosen_only.get() || store.derived.parts.selection.with(|codes| codes.contains(&one.area)))
        };
        // The open one stays while it is written in, even if a word of it is what the filters look for: looked at when it
        // is opened and when filters change, not at each key.
        let held = Memo::new(move |_| {
            let id = open.get()?;
            let one = all.with_untracked(|all| all.iter().find(|one| one.id == id).cloned())?;
            passes(&one).then_some(id)
        });
        let shown = Memo::new(move |_| {
            let mut shown = all.get().to_vec();
            held.with(|held| shown.retain(|one| passes(one) || held.as_ref() == Some(&one.id)));
            Arc::new(shown)
        });
        Looking {
            store,
            all,
            filter,
            chosen_only,
            shown,
            open,
            marked: RwSignal::new(BTreeSet::new()),
            limit: RwSignal::new(PAGE),
        }
    }

    /// Opens one, and makes sure that it is in the list.
    fn show(self, id: &str) {
        let place = |shown: &Arc<Vec<Recommendation>>| shown.iter().rev().position(|one| one.id == id);
        if self.shown.with_untracked(place).is_none() {
            self.filter.set(Filter::default());
            self.chosen_only.set(false);
        }
        let at = self.shown.with_untracked(place).unwrap_or_default();
        self.limit.update(|limit| *limit = (*limit).max((at / PAGE + 1) * PAGE));
        self.open.set(Some(id.to_owned()));
        page::focus_soon("recommendation-title");
    }

    /// Closes the open one; the focus goes back to the button that opens it.
    fn close(self) {
        page::end_typing();
        if let Some(id) = self.open.get_untracked() {
            self.open.set(None);
            request_animation_frame(move || page::focus(&open_id(&id)));
        }
    }

    fn area_name(self, code: &str) -> String {
        let data_set = self.store.data_set;
        data_set.area_ix(code).map_or_else(|| code.to_owned(), |ix| data_set.areas[ix].name.clone())
    }

    /// Themes that a form proposes: those in use, then those of the program, tracked.
    fn proposed_themes(self) -> Vec<String> {
        let mut found = self.all.with(|all| themes(all));
        for words in goals::THEMES {
            let theme = words.get(self.store.lang()).to_owned();
            if !found.contains(&theme) {
                found.push(theme);
            }
        }
        found
    }

    /// Addressees that are in use, tracked.
    fn proposed_addressees(self) -> Vec<String> {
        self.all.with(|all| addressees(all))
    }
}

/// Id of the button that opens one.
fn open_id(id: &str) -> String {
    format!("recommendation-open-{id}")
}

/// The part of the Tasks page.
#[component]
pub fn RecommendationsPart() -> impl IntoView {
    let looking = Looking::new(Store::take());
    view! {
        <listed::Listed looking=looking/>
        <form::Form looking=looking/>
        <gaps::Gaps looking=looking/>
        <report::Report looking=looking/>
    }
}

/// Proposals of a field, for its `list`.
fn proposals(id: String, entries: impl Fn() -> Vec<String> + Send + Sync + 'static) -> impl IntoView {
    let options = move || entries().into_iter().map(|text| view! { <option value=text></option> }).collect_view();
    view! { <datalist id=id>{crate::app::say::part(options)}</datalist> }
}

/// Offers rows as a file.
fn save_csv(store: Store, what: &str, rows: &[Vec<Cell>]) {
    let lang = store.lang_now();
    let style = match lang {
        Lang::En => CsvStyle::CommaPoint,
        Lang::Vi | Lang::Ru => CsvStyle::SemicolonComma,
    };
    let name = format!("{}-{what}.csv", store.data_set.id);
    if let Err(why) = files::save(&name, "text/csv;charset=utf-8", &csv_table(rows, style)) {
        store.notify("file", Tone::Trouble, problems::FILE_NOT_SAVED.fill(lang, &[("why", &why)]));
    }
}
