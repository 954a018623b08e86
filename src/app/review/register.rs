//! Register.

use leptos::prelude::*;

use crate::app::say::say;
use crate::text::say::review;

/// The part of the Review page.
#[component]
pub fn RegisterPart() -> impl IntoView {
    view! {
        <section class="card">
            <h2>{say(review::PART_REGISTER)}</h2>
        </section>
    }
}
