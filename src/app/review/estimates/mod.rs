//! Estimates: the switch, the method in plain words, its assumptions, and what came of it for each indicator.

mod assumptions;
mod outcome;
mod sum;

pub use sum::EstimatedSum;

use leptos::prelude::*;

use crate::app::reviewing::Reviewing;
use crate::app::say::{live, on, say};
use crate::app::store::Store;
use crate::text::say::{estimates, review};
use crate::text::words::Words;
use crate::view::query::ReviewPart;

/// The method, a sentence or two a step.
const METHOD: [Words; 7] = [
    estimates::METHOD_REST,
    estimates::METHOD_SHARE,
    estimates::METHOD_DRAWS,
    estimates::METHOD_INTERVAL,
    estimates::METHOD_SPREAD,
    estimates::METHOD_YES_NO,
    estimates::METHOD_LIMITS,
];

/// Shows estimates, or no longer.
#[component]
fn Switch() -> impl IntoView {
    let store = Store::take();
    let reviewing = Reviewing::of(store);
    view! {
        <label class="check no-print">
            <input
                type="checkbox"
                prop:checked=live(move || reviewing.settings.get().on)
                on:change=on(move |event: web_sys::Event| {
                    reviewing.switch_estimates(store, event_target_checked(&event));
                })
            />
            {say(estimates::SHOW)}
        </label>
    }
}

/// The switch in the map's legend, with the way to the method.
#[component]
pub fn EstimatesSwitch() -> impl IntoView {
    let store = Store::take();
    view! {
        <Switch/>
        <button type="button" class="link small no-print" on:click=on(move |_| store.go_to_part(ReviewPart::Estimates))>
            {say(estimates::HOW)}
        </button>
    }
}

/// The part of the Review page.
#[component]
pub fn EstimatesPart() -> impl IntoView {
    let store = Store::take();
    let reviewing = Reviewing::of(store);
    let steps = METHOD.into_iter().map(|words| view! { <li>{say(words)}</li> }).collect_view();
    view! {
        <section class="card estimates" aria-labelledby="estimates-title">
            <h2 id="estimates-title">{say(review::PART_ESTIMATES)}</h2>
            <Switch/>
            <p>{say(estimates::INTRO)}</p>
            <p class="muted small">{say(estimates::ON_PAPER)}</p>
        </section>
        <div class="estimates-halves">
            <section class="card estimates" aria-labelledby="method-title">
                <h2 id="method-title">{say(estimates::METHOD)}</h2>
                <ol>{steps}</ol>
            </section>
            <assumptions::Assumptions reviewing=reviewing/>
        </div>
        <outcome::ByIndicator reviewing=reviewing/>
    }
}
