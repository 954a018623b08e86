//! What areas ask the city to decide.

use leptos::prelude::*;

/// The part of the page.
#[component]
pub fn RecommendationsPart() -> impl IntoView {
    view! { <section class="card"></section> }
}
