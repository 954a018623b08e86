//! The assumptions of the estimates, each a field; a change is one record in the journal.

use leptos::prelude::*;

use crate::app::fields::Choice;
use crate::app::reviewing::Reviewing;
use crate::app::say::{live, on, say};
use crate::app::store::Store;
use crate::data::Lang;
use crate::journal::estimates::{MAX_DRAWS, MIN_DRAWS};
use crate::journal::{EstimateSettings, Weights};
use crate::stats::estimate::{DEFAULT_PRECISION, DEFAULT_PRECISION_PER_AREA};
use crate::text::number;
use crate::text::say::estimates;
use crate::text::words::Words;

/// What can be chosen for how much wards differ, besides the method's own and any number.
const SPREADS: [(f64, Words); 3] =
    [(10.0, estimates::SPREAD_MUCH), (50.0, estimates::SPREAD_SOME), (200.0, estimates::SPREAD_LITTLE)];
/// The numbers that the model holds a spread to.
const SPREAD_RANGE: (f64, f64) = (1.0, 10_000.0);

/// The card of the assumptions.
#[component]
pub fn Assumptions(reviewing: Reviewing) -> impl IntoView {
    let store = Store::take();
    let settings = reviewing.settings;
    let change = move |change: &dyn Fn(&mut EstimateSettings)| {
        let mut now = settings.get_untracked();
        change(&mut now);
        Reviewing::set_estimates(store, now);
    };
    let weights = move || {
        let lang = store.lang();
        let entry = |weights: Weights| (weights.code().to_owned(), weights_words(weights).get(lang).to_owned());
        Weights::ALL.into_iter().map(entry).collect::<Vec<_>>()
    };
    let choose_weights = move |code: String| {
        if let Some(weights) = Weights::from_code(&code) {
            change(&|settings| settings.weights = weights);
        }
    };
    let spread = move || settings.get().overdispersion;
    let spreads = move || spread_choices(spread(), store.lang());
    let choose_spread = move |text: String| {
        let chosen = text.parse().ok();
        change(&|settings| settings.overdispersion = chosen);
    };
    let first = EstimateSettings::default();
    let set_spread = move |value: Option<f64>| change(&|settings| settings.overdispersion = value);
    let set_seed = move |value: Option<f64>| {
        change(&|settings| settings.seed = value.map_or(first.seed, |value| value as u32));
    };
    let set_draws = move |value: Option<f64>| {
        change(&|settings| settings.n_draws = value.map_or(first.n_draws, |value| value as u32));
    };
    let reset = move |_| change(&|settings| *settings = EstimateSettings { on: settings.on, ..first });
    view! {
        <section class="card estimates" aria-labelledby="assumptions-title">
            <h2 id="assumptions-title">{say(estimates::ASSUMPTIONS)}</h2>
            <p class="muted small">{say(estimates::RECORDED)}</p>
            <Choice
                label=estimates::WEIGHTS
                choices=Signal::derive(weights)
                value=Signal::derive(move || settings.get().weights.code().to_owned())
                on_choose=choose_weights
            />
            <Choice
                label=estimates::SPREAD
                choices=Signal::derive(spreads)
                value=Signal::derive(move || spread().map(number::plain).unwrap_or_default())
                on_choose=choose_spread
            />
            <SettingField
                label=estimates::SPREAD_NUMBER
                value=Signal::derive(spread)
                range=SPREAD_RANGE
                is_whole=false
                on_change=set_spread
            />
            <SettingField
                label=estimates::SEED
                value=Signal::derive(move || Some(f64::from(settings.get().seed)))
                range=(0.0, f64::from(u32::MAX))
                is_whole=true
                on_change=set_seed
            />
            <SettingField
                label=estimates::N_DRAWS
                value=Signal::derive(move || Some(f64::from(settings.get().n_draws)))
                range=(f64::from(MIN_DRAWS), f64::from(MAX_DRAWS.min(USED_DRAWS)))
                is_whole=true
                on_change=set_draws
            />
            <p>
                <button type="button" on:click=on(reset)>{say(estimates::RESET)}</button>
            </p>
        </section>
    }
}

/// As many draws as the model makes at most.
const USED_DRAWS: u32 = 4_000;

fn weights_words(weights: Weights) -> Words {
    match weights {
        Weights::Auto => estimates::WEIGHTS_AUTO,
        Weights::Households => estimates::WEIGHTS_HOUSEHOLDS,
        Weights::Subdivisions => estimates::WEIGHTS_SUBDIVISIONS,
        Weights::Equal => estimates::WEIGHTS_EQUAL,
    }
}

/// The method's own first, then the named numbers, then the number in use if it is none of them.
fn spread_choices(now: Option<f64>, lang: Lang) -> Vec<(String, String)> {
    let text = |value: f64| number::significant(lang, value, 6);
    let (part, per_area) = (text(DEFAULT_PRECISION), text(DEFAULT_PRECISION_PER_AREA));
    let by_method = estimates::SPREAD_DEFAULT.fill(lang, &[("part", &part), ("per_area", &per_area)]);
    let mut choices = vec![(String::new(), by_method)];
    let entry = |value: f64, words: Words| (number::plain(value), words.fill(lang, &[("n", &text(value))]));
    choices.extend(SPREADS.into_iter().map(|(value, words)| entry(value, words)));
    if let Some(own) = now.filter(|now| SPREADS.iter().all(|(value, _)| value != now)) {
        choices.push(entry(own, estimates::SPREAD_OWN));
    }
    choices
}

/// A number with its limits. What is wrong is said at the field and not taken; an empty field is the default.
#[component]
fn SettingField(
    label: Words,
    #[prop(into)] value: Signal<Option<f64>>,
    range: (f64, f64),
    is_whole: bool,
    #[prop(into)] on_change: Callback<Option<f64>>,
) -> impl IntoView {
    let store = Store::take();
    let is_wrong = RwSignal::new(false);
    let problem_id = store.new_id("problem");
    let described_by = problem_id.clone();
    let text = move |value: f64| number::significant(store.lang(), value, 10);
    let take = move |typed: String| {
        if typed.trim().is_empty() {
            is_wrong.set(false);
            return on_change.run(None);
        }
        let found = number::parse(store.lang_now(), &typed).ok();
        let found = found.filter(|found| range.0 <= *found && *found <= range.1 && (!is_whole || found.fract() == 0.0));
        is_wrong.set(found.is_none());
        if found.is_some() {
            on_change.run(found);
        }
    };
    let problem = move || {
        let words = if is_whole { estimates::NOT_WHOLE } else { estimates::OUT_OF_RANGE };
        words.fill(store.lang(), &[("min", &text(range.0)), ("max", &text(range.1))])
    };
    view! {
        <label class="field">
            <span>{say(label)}</span>
            <input
                inputmode="decimal"
                autocomplete="off"
                prop:value=live(move || value.get().map(text).unwrap_or_default())
                aria-invalid=live(move || is_wrong.get().to_string())
                aria-describedby=live(move || is_wrong.get().then(|| described_by.clone()))
                on:change=on(move |event: web_sys::Event| take(event_target_value(&event)))
            />
        </label>
        <p class="problem" id=problem_id role="alert" hidden=live(move || !is_wrong.get())>{live(problem)}</p>
    }
}
