//! Tasks by areas, or by streets and villages.

use leptos::prelude::*;

/// The part of the page.
#[component]
pub fn MatrixPart() -> impl IntoView {
    view! { <section class="card"></section> }
}
