//! The tasks one under the other: made, changed, handed out.

use leptos::prelude::*;

/// The part of the page.
#[component]
pub fn ListPart() -> impl IntoView {
    view! { <section class="card"></section> }
}
