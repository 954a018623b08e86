//! The card of the map: the sentence that says what it shows, the toolbar, the stage, the legend.

use leptos::prelude::*;

use super::legend::Legend;
use super::stage::Stage;
use super::toolbar::Toolbar;
use crate::app::pieces;
use crate::app::say::{live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::text::say::{atlas, shell};
use crate::text::words::Words;
use crate::view::compare::year_or_all;
use crate::view::describe;

/// Heading, toolbar, map and legend.
#[component]
pub fn MapCard() -> impl IntoView {
    let store = Store::take();
    let derived = store.derived;
    let headline = move || {
        let (column, passes) = (derived.column.get(), derived.told.passes.get());
        describe::headline(store.all(), &column, &passes, store.lang())
    };
    view! {
        <section class="card map-card" aria-labelledby="headline">
            <h1 id="headline" tabindex="-1">{live(headline)}</h1>
            <Subtitle/>
            <Toolbar/>
            <div class="map-body">
                <Stage/>
                <Legend/>
            </div>
            {pieces::selection_bar()}
        </section>
    }
}

/// What is measured, when, by whom; for conference indicators the city's published figure.
#[component]
fn Subtitle() -> impl IntoView {
    let store = Store::take();
    let text = move || {
        let lang = store.lang();
        let indicator = &store.indicators()[store.derived.column.with(|column| column.indicator_ix)];
        let source = &store.all().sources[indicator.source_ix];
        atlas::SOURCE.fill(lang, &[("source", source.title.get(lang))])
    };
    // What is measured by ward needs no second number; the city's own figure leads where the wards' are not known.
    let is_led_by_city = move || store.derived.column.with(|column| column.n_known() < column.figures.len() / 2);
    view! {
        <p class="subtitle">{live(text)}</p>
        {shown_if(is_led_by_city, pieces::kpi)}
    }
}

/// The city's published figure of what the map shows.
#[component]
pub fn CityKpi() -> impl IntoView {
    let store = Store::take();
    part(move || {
        let lang = store.lang();
        let (indicator_ix, is_change) = store.derived.column.with(|column| (column.indicator_ix, column.is_change()));
        let kpi = describe::kpi(store.data_set, indicator_ix, lang)?;
        let heading = if is_change {
            let period = year_or_all(&store.data_set.indicators[indicator_ix].period);
            atlas::KPI_OF.fill(lang, &[("period", period)])
        } else {
            atlas::KPI.get(lang).to_owned()
        };
        Some(view! {
            <p class="kpi">
                <span class="muted">{heading} " "</span>
                <strong class="number">{kpi.short()}</strong>
                " "
                <span class="number">{kpi.details().join(" · ")}</span>
            </p>
        })
    })
}

/// How many areas are chosen, and what can be done with them.
#[component]
pub fn SelectionBar() -> impl IntoView {
    let store = Store::take();
    let chosen = Memo::new(move |_| {
        store
            .derived
            .parts
            .selection
            .with(|selection| selection.iter().filter_map(|code| store.data_set.area_ix(code)).collect::<Vec<_>>())
    });
    let words = move || {
        let n = chosen.with(Vec::len);
        atlas::N_CHOSEN.fill(store.lang(), n as u64, &[])
    };
    view! {
        <div class="selection-bar">
            {shown_if(move || chosen.with(|chosen| !chosen.is_empty()), move || view! {
                <strong>{live(words)}</strong>
                {part(move || {
                    chosen
                        .get()
                        .into_iter()
                        .take(6)
                        .map(|area_ix| {
                            let name = store.data_set.areas[area_ix].name.as_str();
                            view! {
                                <button
                                    type="button"
                                    aria-label=live(move || atlas::OPEN_SHEET.fill(store.lang(), &[("name", name)]))
                                    on:click=on(move |_| store.open_sheet(area_ix))
                                >
                                    {name}
                                </button>
                            }
                        })
                        .collect_view()
                })}
                <button type="button" class="quiet" on:click=on(move |_| store.choose_none())>
                    {say(atlas::CLEAR_SELECTION)}
                </button>
            })}
            {shown_if(move || chosen.with(Vec::is_empty), move || view! {
                <span class="muted">{say(HINT)}</span>
            })}
        </div>
    }
}

const HINT: Words = shell::CHOOSE_HINT;
