//! The register of streets and villages: counted against what is stated, listed by area, each with a sheet of its own.

mod counted;
mod form;
mod listed;
mod paste;
mod sheet;

use leptos::prelude::*;

use crate::app::say::part;
use crate::app::store::Store;
use crate::journal::Subdivision;
use crate::web::page;

/// What is being looked at; passes with the moment.
#[derive(Clone, Copy)]
struct Looking {
    store: Store,
    /// Index of the area whose list is shown.
    area_ix: RwSignal<usize>,
    /// Id of the street or village whose sheet is open.
    open: RwSignal<Option<String>>,
    /// Id of the one that is being edited.
    editing: RwSignal<Option<String>>,
}

impl Looking {
    fn code(self) -> String {
        self.store.data_set.areas[self.area_ix.get()].code.clone()
    }

    fn name(self) -> &'static str {
        &self.store.data_set.areas[self.area_ix.get()].name
    }

    fn show_area(self, area_ix: usize) {
        self.open.set(None);
        self.editing.set(None);
        self.area_ix.set(area_ix);
    }

    /// The area's streets and villages, by name, tracked.
    fn listed(self, retired: bool) -> Vec<Subdivision> {
        let code = self.code();
        self.store.desk().with_journal(|journal| crate::review::register::of_area(journal.state(), &code, retired))
    }

    fn close_sheet(self) {
        page::end_typing();
        self.open.set(None);
        page::return_focus("register-area-title");
    }
}

/// The part of the Review page.
#[component]
pub fn RegisterPart() -> impl IntoView {
    let store = Store::take();
    // Whoever comes with a chosen area wants to see that one.
    let first = store.query.with_untracked(|query| {
        let code = query.selection.iter().next();
        code.and_then(|code| store.data_set.area_ix(code)).unwrap_or_default()
    });
    let looking =
        Looking { store, area_ix: RwSignal::new(first), open: RwSignal::new(None), editing: RwSignal::new(None) };
    let sheet = move || looking.open.get().map(|id| view! { <sheet::Sheet looking=looking id=id/> });
    view! {
        <counted::Counted looking=looking/>
        <listed::Listed looking=looking/>
        {part(sheet)}
    }
}
