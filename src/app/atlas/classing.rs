//! How values become classes and colours: method, number of classes, own breaks, palette.

use leptos::prelude::*;

use crate::app::fields::Choice;
use crate::app::pieces;
use crate::app::say::{live, on, say, shown_if};
use crate::app::store::Store;
use crate::data::Lang;
use crate::text::number;
use crate::text::say::atlas;
use crate::text::words::Words;
use crate::view::query::{Method, Palette};

const AROUND: &str = "city";
const OWN: &str = "own";

const METHODS: [(&str, Method, Words); 6] = [
    ("rounded", Method::Rounded, atlas::ROUNDED),
    ("quantile", Method::Quantile, atlas::QUANTILE),
    ("equal", Method::Equal, atlas::EQUAL),
    ("natural", Method::Natural, atlas::NATURAL),
    (AROUND, Method::AroundCity, atlas::AROUND_CITY),
    (OWN, Method::Own, atlas::OWN_BREAKS),
];

/// Palettes go by their own names, which are the same in every language.
const PALETTES: [(&str, Palette, &str); 7] = [
    ("teal", Palette::Teal, "BuGn"),
    ("amber", Palette::Amber, "YlOrBr"),
    ("purple", Palette::Purple, "Purples"),
    ("viridis", Palette::Viridis, "Viridis"),
    ("cividis", Palette::Cividis, "Cividis"),
    ("brbg", Palette::BrownTeal, "BrBG ↔"),
    ("puor", Palette::PurpleOrange, "PuOr ↔"),
];

/// The fold-out with all of it; its label says what is in force.
#[component]
pub fn ClassingMenu() -> impl IntoView {
    let store = Store::take();
    let method = move || store.derived.classing.with(|classing| classing.method);
    let summary = move || {
        let lang = store.lang();
        let is_around_zero = method() != Method::Own && store.derived.column.with(|column| column.is_change());
        let words = METHODS.iter().find(|(_, known, _)| *known == method()).map_or(atlas::ROUNDED, |found| found.2);
        let words = if is_around_zero { atlas::AROUND_ZERO } else { words };
        let n_shown = store.derived.classes.with(|classes| classes.counts.len());
        let title = atlas::CLASSES.get(lang);
        if store.derived.column.with(|column| column.is_outcome()) {
            return format!("{title}: {n_shown}");
        }
        let n_shown = if n_shown > 0 { format!(", {n_shown}") } else { String::new() };
        format!("{title}: {}{n_shown}", words.get(lang).to_lowercase())
    };
    view! {
        <details>
            <summary>{live(summary)}</summary>
            {pieces::classing()}
        </details>
    }
}

/// The fields in the fold-out.
#[component]
pub fn ClassingFields() -> impl IntoView {
    let store = Store::take();
    let method = move || store.derived.classing.with(|classing| classing.method);
    let n_classes = move || store.derived.classing.with(|classing| classing.n_classes);
    // A change is classed around zero, in colours of which that is the middle, unless a person sets the breaks.
    let is_change = Memo::new(move |_| store.derived.column.with(|column| column.is_change()));
    let methods = move || {
        let (lang, is_change) = (store.lang(), is_change.get());
        let choices = METHODS.iter().map(|(key, method, words)| match method {
            Method::AroundCity if is_change => (*key, atlas::AROUND_ZERO.get(lang)),
            _ => (*key, words.get(lang)),
        });
        let choices = choices.filter(|(key, _)| !is_change || [AROUND, OWN].contains(key));
        choices.map(|(key, text)| (key.to_owned(), text.to_owned())).collect::<Vec<_>>()
    };
    let method_key = move || {
        let method = if is_change.get() && method() != Method::Own { Method::AroundCity } else { method() };
        METHODS.iter().find(|(_, known, _)| *known == method).map_or("rounded", |found| found.0)
    };
    let choose_method = move |key: String| {
        let Some((_, method, _)) = METHODS.iter().find(|(known, _, _)| *known == key) else { return };
        let inner = store.derived.classes.with_untracked(|classes| classes.breaks.inner.clone());
        store.classify(|classing| {
            classing.method = *method;
            // Own breaks start from those on the map.
            classing.own_breaks = if *method == Method::Own { inner } else { Vec::new() };
        });
    };
    let numbers = move || (3..=7).map(|n| (n.to_string(), n.to_string())).collect::<Vec<_>>();
    let choose_number = move |text: String| {
        if let Ok(n) = text.parse::<u8>() {
            store.classify(|classing| classing.n_classes = n.clamp(3, 7));
        }
    };
    let palettes = move || {
        let automatic = (String::new(), atlas::PALETTE_AUTO.get(store.lang()).to_owned());
        let named = PALETTES.iter().filter(|(_, palette, _)| !is_change.get() || palette.is_diverging());
        let named = named.map(|(key, _, name)| ((*key).to_owned(), (*name).to_owned()));
        std::iter::once(automatic).chain(named).collect::<Vec<_>>()
    };
    let palette_key = move || {
        let chosen = store.derived.classing.with(|classing| classing.palette);
        PALETTES.iter().find(|(_, known, _)| Some(*known) == chosen).map_or("", |found| found.0).to_owned()
    };
    let choose_palette = move |key: String| {
        let palette = PALETTES.iter().find(|(known, _, _)| *known == key).map(|found| found.1);
        store.classify(|classing| classing.palette = palette);
    };
    // What became of a yes or no has four classes, and no breaks to set.
    let is_outcome = Memo::new(move |_| store.derived.column.with(|column| column.is_outcome()));
    view! {
        <div role="group" aria-label=say(atlas::CLASSES_AND_COLOURS)>
            {shown_if(move || !is_outcome.get(), move || view! {
                <Choice
                    label=atlas::CLASSES
                    choices=Signal::derive(methods)
                    value=Signal::derive(move || method_key().to_owned())
                    on_choose=choose_method
                />
            })}
            {shown_if(move || !is_outcome.get() && method() == Method::Own, move || view! { <OwnBreaks/> })}
            {shown_if(
                move || !is_outcome.get() && method() != Method::Own,
                move || view! {
                    <Choice
                        label=atlas::N_CLASSES
                        choices=Signal::derive(numbers)
                        value=Signal::derive(move || n_classes().to_string())
                        on_choose=choose_number
                    />
                },
            )}
            <Choice
                label=atlas::PALETTE
                choices=Signal::derive(palettes)
                value=Signal::derive(palette_key)
                on_choose=choose_palette
            />
        </div>
    }
}

/// The field of the person's own breaks.
#[component]
fn OwnBreaks() -> impl IntoView {
    let store = Store::take();
    let is_wrong = RwSignal::new(false);
    let problem_id = store.new_id("breaks-problem");
    let described_by = problem_id.clone();
    let shown = move || {
        let lang = store.lang();
        let decimals = store.derived.column.with(|column| column.decimals);
        store.derived.classing.with(|classing| {
            let breaks = classing.own_breaks.iter().map(|&value| number::number(lang, value, decimals));
            breaks.collect::<Vec<_>>().join("; ")
        })
    };
    let take = move |text: String| match own_breaks(store.lang_now(), &text) {
        Some(breaks) => {
            is_wrong.set(false);
            store.classify(|classing| classing.own_breaks = breaks);
        }
        None => is_wrong.set(true),
    };
    view! {
        <div>
            <label class="field">
                <span>{say(atlas::OWN_BREAKS_FIELD)}</span>
                <input
                    autocomplete="off"
                    prop:value=shown
                    aria-invalid=live(move || is_wrong.get().to_string())
                    aria-describedby=live(move || is_wrong.get().then(|| described_by.clone()))
                    on:change=on(move |event: web_sys::Event| take(event_target_value(&event)))
                />
            </label>
            <p class="problem small" id=problem_id hidden=live(move || !is_wrong.get())>{say(atlas::OWN_BREAKS_WRONG)}</p>
        </div>
    }
}

/// One to six ascending numbers, separated by semicolons.
fn own_breaks(lang: Lang, text: &str) -> Option<Vec<f64>> {
    let breaks: Option<Vec<f64>> = text
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| number::parse(lang, part).ok())
        .collect();
    breaks.filter(|breaks| (1..=6).contains(&breaks.len()) && breaks.is_sorted_by(|a, b| a < b))
}
