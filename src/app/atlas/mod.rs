//! The Atlas: filters, map, linked charts, table. All of them are views of one query.

mod charts;
mod classing;
mod filters;
mod legend;
mod map;
mod range;
mod stage;
mod table;
mod toolbar;

use leptos::prelude::*;

pub use legend::state_words;
pub use toolbar::group_words;

/// The page.
#[component]
pub fn Atlas() -> impl IntoView {
    view! {
        <div class="atlas">
            <map::MapCard/>
            <filters::Filters/>
            <charts::Charts/>
            <table::TableCard/>
        </div>
    }
}
