//! Estimates.

use leptos::prelude::*;

use crate::app::say::say;
use crate::text::say::review;

/// The part of the Review page.
#[component]
pub fn EstimatesPart() -> impl IntoView {
    view! {
        <section class="card">
            <h2>{say(review::PART_ESTIMATES)}</h2>
        </section>
    }
}
