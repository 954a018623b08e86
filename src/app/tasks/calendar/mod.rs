//! What falls due when, and reminders as a file.

use leptos::prelude::*;

/// The part of the page.
#[component]
pub fn CalendarPart() -> impl IntoView {
    view! { <section class="card"></section> }
}
