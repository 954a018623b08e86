//! The Review page: ward reports against the published totals.

use leptos::prelude::*;

use super::say::say;
use crate::text::say::review;

/// The page.
#[component]
pub fn ReviewPage() -> impl IntoView {
    view! {
        <div class="review">
            <section class="card">
                <h1 id="headline" tabindex="-1">{say(review::TITLE)}</h1>
            </section>
        </div>
    }
}
