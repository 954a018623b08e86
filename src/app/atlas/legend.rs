//! The legend: classes with counts that filter, the missing class, circle sizes, states present.

use leptos::prelude::*;

use crate::app::pieces;
use crate::app::plot::{Plot, live_scene};
use crate::app::say::{live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::data::{Lang, State};
use crate::draw::Scene;
use crate::draw::symbols::{symbol_legend, symbol_legend_scene};
use crate::text::number;
use crate::text::say::atlas;
use crate::text::words::Words;
use crate::view::circles::circle_size_label;
use crate::view::column::Column;
use crate::view::query::{ClassKey, Layout};

/// The legend beside the map.
#[component]
pub fn Legend() -> impl IntoView {
    let store = Store::take();
    let derived = store.derived;
    let title = move || {
        let lang = store.lang();
        derived.column.with(|column| {
            let unit = column.unit.get(lang);
            if unit.is_empty() || column.is_change() { column.short.get(lang).to_owned() } else { unit.to_owned() }
        })
    };
    let entries = move || {
        let lang = store.lang();
        let (column, classes, colors) = (derived.column.get(), derived.classes.get(), derived.colors.get());
        // Circles are not coloured by class unless they are changes, so there are no classes to list for what is shown by circles only.
        let n_classes = if column.is_colored() { classes.counts.len() } else { 0 };
        let of_classes = (0..n_classes).map(|class| Entry {
            key: ClassKey::Class(class as u8),
            text: class_text(&column, &classes.breaks.inner, class, lang),
            count: classes.counts[class],
            swatch: colors.get(class).map(|color| color.hex()).unwrap_or_default(),
        });
        let theme = store.theme();
        let missing = Entry {
            key: ClassKey::Missing,
            text: atlas::NO_FIGURE.get(lang).to_owned(),
            count: classes.n_missing,
            swatch: theme.missing_fill.hex(),
        };
        of_classes.chain(std::iter::once(missing)).map(|entry| entry_view(store, entry)).collect_view()
    };
    let states = move || {
        let lang = store.lang();
        derived.classes.with(|classes| {
            let present = classes.states.iter().filter(|(state, n)| *n > 0 && *state != State::Missing);
            let words = present.map(|(state, n)| format!("{} {n}", state_words(*state).get(lang)));
            words.collect::<Vec<_>>().join(", ")
        })
    };
    let is_classed = move || derived.column.with(|column| column.is_colored());
    view! {
        <div class="legend" role="group" aria-label=say(atlas::LEGEND)>
            <h2>{live(title)}</h2>
            <ul>{part(entries)}</ul>
            <Circles/>
            <p class="states">{live(states)}</p>
            {shown_if(move || can_be_estimated(store), pieces::estimates_switch)}
            {shown_if(move || store.saving.reviewing.with(Option::is_some), pieces::dots_switch)}
            {shown_if(is_classed, || view! { <p class="hint no-print">{say(atlas::LEGEND_HELP)}</p> })}
            <p class="hint">{say(atlas::BORDERS_SHORT)}</p>
        </div>
    }
}

/// Whether the map's indicator has a published total that areas without a figure share.
pub(super) fn can_be_estimated(store: Store) -> bool {
    let data_set = store.all();
    store.derived.column.with(|column| {
        let indicator = &data_set.indicators[column.indicator_ix];
        let has_total = data_set.city[column.indicator_ix].is_some();
        let is_open = |state: State| matches!(state, State::Missing | State::Estimated);
        let adds_up = indicator.kind.adds_up() && indicator.ratio.is_none();
        has_total && adds_up && column.figures.iter().any(|figure| is_open(figure.state))
    })
}

struct Entry {
    key: ClassKey,
    text: String,
    count: usize,
    swatch: String,
}

fn entry_view(store: Store, entry: Entry) -> impl IntoView {
    let key = entry.key;
    let kind = if key == ClassKey::Missing { "missing" } else { "class" };
    let is_pressed = move || store.derived.told.filter.with(|filter| filter.classes.contains(&key));
    view! {
        <li>
            <button type="button" aria-pressed=live(move || is_pressed().to_string()) on:click=on(move |_| store.toggle_class(key))>
                <span class="swatch" data-kind=kind style:--swatch=entry.swatch></span>
                <span>{entry.text}</span>
                <span class="count">{entry.count}</span>
            </button>
        </li>
    }
}

/// What a class holds, in words: "under 1,000", "1,000 to under 2,000", "8,000 and over".
pub fn class_text(column: &Column, inner: &[f64], class: usize, lang: Lang) -> String {
    if let Some(name) = column.names.get(class) {
        return name.get(lang).to_owned();
    }
    let text = |value: f64| number::number(lang, value, break_decimals(inner, column.decimals));
    let (from, to) = (class.checked_sub(1).and_then(|at| inner.get(at)), inner.get(class));
    match (from, to) {
        (None, None) => atlas::ONE_CLASS.get(lang).to_owned(),
        (None, Some(&to)) => atlas::UNDER.fill(lang, &[("b", &text(to))]),
        (Some(&from), Some(&to)) => atlas::BETWEEN.fill(lang, &[("a", &text(from)), ("b", &text(to))]),
        (Some(&from), None) => atlas::AND_OVER.fill(lang, &[("a", &text(from))]),
    }
}

/// As few digits as tell the breaks apart exactly, up to one more than the figures have.
fn break_decimals(inner: &[f64], decimals: u8) -> u8 {
    let exact = |digits: u8| {
        let scale = 10f64.powi(i32::from(digits));
        inner.iter().all(|value| ((value * scale).round() / scale - value).abs() < 1e-9 * value.abs().max(1.0))
    };
    (0..=decimals + 1).find(|&digits| exact(digits)).unwrap_or(decimals + 1)
}

/// The word for a state.
pub fn state_words(state: State) -> Words {
    match state {
        State::Published => atlas::PUBLISHED,
        State::Reported => atlas::REPORTED,
        State::Estimated => atlas::ESTIMATED,
        State::Practice => atlas::PRACTICE,
        State::Missing => atlas::MISSING,
    }
}

/// The nested circles that say what a size means, where circles are sized by value.
#[component]
fn Circles() -> impl IntoView {
    let store = Store::take();
    let size = RwSignal::new([0.0, 0.0]);
    let is_wanted = move || {
        let layout = store.derived.layout.get();
        store
            .derived
            .column
            .with(|column| column.n_known() > 0 && (!column.kind.is_fill() || layout == Layout::Symbols))
    };
    let meaning = move || {
        let lang = store.lang();
        let column = store.derived.column.get();
        match circle_size_label(store.all(), &column, lang) {
            Some(name) => atlas::CIRCLE_SIZE.fill(lang, &[("name", &name)]),
            None => atlas::CIRCLES_EQUAL.get(lang).to_owned(),
        }
    };
    let scene = live_scene(size, move || {
        let column = store.derived.column.get();
        let sizes = store.derived.circle_sizes();
        match sizes.iter().flatten().copied().reduce(f64::max) {
            Some(max) if max > 0.0 && circle_size_label(store.all(), &column, store.lang()).is_some() => {
                let entries = symbol_legend(max, store.map_circle_px.get());
                let texts: Vec<String> = entries.iter().map(|entry| number::number(store.lang(), entry.0, 0)).collect();
                Scene { size_px: size.get(), ..symbol_legend_scene(&entries, &texts, 12.0, store.theme()) }
            }
            _ => Scene::new(size.get()),
        }
    });
    view! {
        {shown_if(is_wanted, move || view! {
            <div class="circles">
                <p class="muted">{live(meaning)}</p>
                <Plot scene=scene size=size/>
            </div>
        })}
    }
}
