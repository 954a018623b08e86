//! Indicators.

use leptos::prelude::*;

use crate::app::say::say;
use crate::text::say::review;

/// The part of the Review page.
#[component]
pub fn IndicatorsPart() -> impl IntoView {
    view! {
        <section class="card">
            <h2>{say(review::PART_INDICATORS)}</h2>
        </section>
    }
}
