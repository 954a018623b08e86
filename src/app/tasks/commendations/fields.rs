//! A number that a person sets: typed, judged at its field, and taken only if it is one of the possible ones.

use leptos::prelude::*;

use crate::app::say::{live, on};
use crate::app::store::Store;
use crate::text::number;
use crate::text::say::commending as words;

/// The field. What is wrong is said below it, and the number before it stays.
#[component]
pub(super) fn NumberOf(
    /// Its name: over the field, or only told where the place says it (`is_named` false).
    #[prop(into)]
    label: Signal<String>,
    /// Whether the name is seen.
    is_named: bool,
    /// The number.
    #[prop(into)]
    value: Signal<f64>,
    /// Least and greatest one.
    range: (f64, f64),
    /// Whether only whole ones are possible.
    is_whole: bool,
    /// Called with a possible one.
    #[prop(into)]
    on_change: Callback<f64>,
) -> impl IntoView {
    let store = Store::take();
    let wrong = RwSignal::new(None::<String>);
    let problem_id = store.new_id("problem");
    let described_by = problem_id.clone();
    let text = move |value: f64| number::significant(store.lang(), value, 10);
    let take = move |typed: String| {
        let found = number::parse(store.lang_now(), &typed).ok();
        let found = found.filter(|found| range.0 <= *found && *found <= range.1 && (!is_whole || found.fract() == 0.0));
        match found {
            Some(found) => {
                wrong.set(None);
                on_change.run(found);
            }
            None => wrong.set(Some(typed)),
        }
    };
    let problem = move || {
        let typed = wrong.get().unwrap_or_default();
        let (min, max) = (text(range.0), text(range.1));
        words::OUT_OF_RANGE.fill(store.lang(), &[("text", &typed), ("min", &min), ("max", &max)])
    };
    view! {
        <label class="field number-of">
            <span class=if is_named { "" } else { "visually-hidden" }>{live(move || label.get())}</span>
            <input
                inputmode="decimal"
                autocomplete="off"
                prop:value=live(move || text(value.get()))
                aria-invalid=live(move || wrong.with(Option::is_some).to_string())
                aria-describedby=live(move || wrong.with(Option::is_some).then(|| described_by.clone()))
                on:change=on(move |event: web_sys::Event| take(event_target_value(&event)))
            />
        </label>
        <p class="problem small" id=problem_id role="alert" hidden=live(move || wrong.with(Option::is_none))>
            {live(problem)}
        </p>
    }
}
