//! The composite index and the shortlist.

use leptos::prelude::*;

/// The part of the page.
#[component]
pub fn CommendationsPart() -> impl IntoView {
    view! { <section class="card"></section> }
}
