//! The fields of a check-in. What is typed is kept as it is typed; a wrong number is told at its field.

use leptos::html::Input;
use leptos::prelude::*;

use super::editor::Place;
use crate::app::made::{IntoMade, Made};
use crate::app::say::{live, on, part};
use crate::app::typing::{TextAt, TypedText};
use crate::journal::{CheckInChange, Outcome};
use crate::tasks::say::outcome_words;
use crate::text::number;
use crate::text::say::working;
use crate::text::words::Words;

/// The remark.
#[component]
pub(super) fn Remark(here: Place) -> impl IntoView {
    let stands = Memo::new(move |_| {
        here.found.with(|found| found.as_ref().map(|found| found.remark.clone()).unwrap_or_default())
    });
    // The key is taken now: the field tells its end after it has left the page, too.
    here.key().map(|key| view! { <TypedText label=working::REMARK at=TextAt::Remark(key) stands=stands/> })
}

/// The figure of the task's indicator, if it has one.
#[component]
pub(super) fn Figure(here: Place) -> impl IntoView {
    let store = here.store;
    let measure = Memo::new(move |_| here.task.with(|task| task.as_ref().and_then(|task| task.measure.clone())));
    part(move || -> Made {
        let lang = store.lang();
        let Some(measure) = measure.get() else { return ().made() };
        let found = store.indicators().iter().find(|found| found.id == measure.indicator);
        let (label, unit) =
            found.map_or((measure.indicator.as_str(), ""), |found| (found.label.get(lang), found.unit.get(lang)));
        let label = working::FIGURE.fill(lang, &[("label", label), ("unit", unit)]);
        let hint = working::TO_REACH.fill(lang, &[("value", &number::significant(lang, measure.target, 12))]);
        let value = move || here.found.with(|found| found.as_ref().and_then(|found| found.figure));
        let write = move |figure| here.write(CheckInChange { figure: Some(figure), ..CheckInChange::default() });
        view! {
            <div class="row">
                <NumberIn label=label hint=hint value=Signal::derive(value) problem=working::BAD_FIGURE is_count=false write=write/>
            </div>
        }
        .made()
    })
}

/// The counts of the task's outcomes, if it has any.
#[component]
pub(super) fn OutcomeFields(here: Place) -> impl IntoView {
    let store = here.store;
    let outcomes =
        Memo::new(move |_| here.task.with(|task| task.as_ref().map(|task| task.outcomes.clone()).unwrap_or_default()));
    part(move || -> Made {
        let lang = store.lang();
        let outcomes = outcomes.get();
        if outcomes.is_empty() {
            return ().made();
        }
        let field = |outcome: Outcome| {
            let value = move || {
                here.found.with(|found| {
                    let counts = found.as_ref().map(|found| found.outcomes.as_slice()).unwrap_or_default();
                    counts.iter().find(|(counted, _)| *counted == outcome).map(|(_, count)| *count)
                })
            };
            let write =
                move |count| here.write(CheckInChange { outcomes: vec![(outcome, count)], ..CheckInChange::default() });
            view! {
                <NumberIn
                    label=outcome_words(outcome).get(lang).to_owned()
                    hint=working::CASES.get(lang).to_owned()
                    value=Signal::derive(value)
                    problem=working::BAD_COUNT
                    is_count=true
                    write=write
                />
            }
        };
        view! {
            <fieldset>
                <legend>{working::OUTCOMES.get(lang)}</legend>
                <div class="outcomes">{outcomes.into_iter().map(field).collect_view()}</div>
            </fieldset>
        }
        .made()
    })
}

/// A field for a number or for none.
#[component]
fn NumberIn(
    label: String,
    hint: String,
    #[prop(into)] value: Signal<Option<f64>>,
    problem: Words,
    is_count: bool,
    #[prop(into)] write: Callback<Option<f64>, bool>,
) -> impl IntoView {
    let store = crate::app::store::Store::take();
    let wrong = RwSignal::new(None::<String>);
    let node = NodeRef::<Input>::new();
    let (problem_id, hint_id) = (store.new_id("problem"), store.new_id("hint"));
    let described = (format!("{hint_id} {problem_id}"), hint_id.clone());
    let shown =
        Memo::new(move |_| value.get().map(|value| number::significant(store.lang(), value, 15)).unwrap_or_default());
    let take = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        let read = if text.trim().is_empty() { Ok(None) } else { number::parse(store.lang_now(), &text).map(Some) };
        let fits = |value: &Option<f64>| !is_count || value.is_none_or(|value| value >= 0.0 && value.fract() == 0.0);
        match read.ok().filter(fits) {
            Some(number) if write.run(number) => {
                wrong.set(None);
                if let Some(input) = node.get_untracked() {
                    input.set_value(&shown.get_untracked());
                }
            }
            _ => wrong.set(Some(text.chars().take(40).collect())),
        }
    };
    view! {
        // What describes the field stands beside its label: it is no part of the field's name.
        <div class="number-in">
            <label class="field">
                <span>{label}</span>
                <input
                    node_ref=node
                    class="number"
                    inputmode="decimal"
                    autocomplete="off"
                    prop:value=live(move || shown.get())
                    aria-invalid=live(move || wrong.with(Option::is_some).to_string())
                    aria-describedby=live(move || if wrong.with(Option::is_some) { described.0.clone() } else { described.1.clone() })
                    on:change=on(take)
                />
            </label>
            <small id=hint_id class="muted">{hint}</small>
            <p class="problem small" id=problem_id role="alert" hidden=live(move || wrong.with(Option::is_none))>
                {live(move || problem.fill(store.lang(), &[("text", &wrong.get().unwrap_or_default())]))}
            </p>
        </div>
    }
}
