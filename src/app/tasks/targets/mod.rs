//! What areas are to reach, and whether they do.

use leptos::prelude::*;

/// The part of the page.
#[component]
pub fn TargetsPart() -> impl IntoView {
    view! { <section class="card"></section> }
}
