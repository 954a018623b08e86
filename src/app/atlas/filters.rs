//! The filters: search, kind, settlement, ranges, notes and choice; what is active, and what the passing areas hold.

use leptos::prelude::*;

use super::range::RangeFilter;
use super::toolbar::IndicatorChoice;
use crate::app::pieces;
use crate::app::say::{list, live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::data::{AreaKind, Settlement};
use crate::text::number;
use crate::text::say::atlas;
use crate::text::words::Words;
use crate::view::query::{Measure, View};
use crate::view::{describe, filter, hash};

/// The card of filters.
#[component]
pub fn Filters() -> impl IntoView {
    let store = Store::take();
    let filters = move || store.derived.told.filter.with(|filter| !filter::active(filter).is_empty());
    view! {
        <section class="card filters" aria-labelledby="filters-title">
            <h2 id="filters-title">{say(atlas::FILTERS)}</h2>
            <Search/>
            <Kinds/>
            <Settlements/>
            <Ranges/>
            <NotesAndChoice/>
            {shown_if(filters, pieces::chips)}
            <Holdings/>
            {pieces::city_figures()}
        </section>
    }
}

#[component]
fn Search() -> impl IntoView {
    let store = Store::take();
    let search = Memo::new(move |_| store.derived.parts.filter.with(|filter| filter.search.clone()));
    view! {
        <label>
            <span class="legend">{say(atlas::SEARCH)}</span>
            <input
                type="search"
                autocomplete="off"
                maxlength="60"
                placeholder=say(atlas::SEARCH_EXAMPLE)
                prop:value=live(move || search.get())
                on:input=on(move |event: web_sys::Event| {
                    let text = event_target_value(&event);
                    store.filter(|filter| filter.search = text);
                })
            />
        </label>
    }
}

/// Buttons of which several may be pressed, with how many areas each holds, and one for all.
#[component]
fn Several<T: Copy + PartialEq + Send + Sync + 'static>(
    label: Words,
    choices: Vec<(T, Words, usize)>,
    #[prop(into)] is_in: Callback<T, bool>,
    #[prop(into)] is_all: Signal<bool>,
    #[prop(into)] on_toggle: Callback<T>,
    #[prop(into)] on_all: Callback<()>,
) -> impl IntoView {
    view! {
        <fieldset>
            <legend>{say(label)}</legend>
            <div class="segments">
                <button type="button" aria-pressed=live(move || is_all.get().to_string()) on:click=on(move |_| on_all.run(()))>
                    {say(atlas::ALL_OF_THEM)}
                </button>
                {choices
                    .into_iter()
                    .map(|(choice, words, n)| {
                        view! {
                            <button
                                type="button"
                                aria-pressed=live(move || is_in.run(choice).to_string())
                                on:click=on(move |_| on_toggle.run(choice))
                            >
                                {say(words)}
                                " "
                                <span class="number">{n}</span>
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
        </fieldset>
    }
}

#[component]
fn Kinds() -> impl IntoView {
    let store = Store::take();
    let n = |kind: AreaKind| store.data_set.areas.iter().filter(|area| area.kind == kind).count();
    let choices = vec![
        (AreaKind::Ward, atlas::WARD, n(AreaKind::Ward)),
        (AreaKind::Commune, atlas::COMMUNE, n(AreaKind::Commune)),
    ];
    view! {
        <Several
            label=atlas::KIND
            choices=choices
            is_in=move |kind| store.derived.told.filter.with(|filter| filter.kinds.contains(&kind))
            is_all=Signal::derive(move || store.derived.told.filter.with(|filter| filter.kinds.is_empty()))
            on_toggle=move |kind| store.filter_step(|filter| toggle(&mut filter.kinds, kind))
            on_all=move |()| store.filter_step(|filter| filter.kinds.clear())
        />
    }
}

#[component]
fn Settlements() -> impl IntoView {
    let store = Store::take();
    let n = |settlement: Settlement| store.data_set.areas.iter().filter(|area| area.settlement == settlement).count();
    let choices = vec![
        (Settlement::Urban, atlas::URBAN, n(Settlement::Urban)),
        (Settlement::Rural, atlas::RURAL, n(Settlement::Rural)),
        (Settlement::Mixed, atlas::MIXED, n(Settlement::Mixed)),
    ];
    view! {
        <Several
            label=atlas::SETTLEMENT
            choices=choices
            is_in=move |settlement| store.derived.told.filter.with(|filter| filter.settlements.contains(&settlement))
            is_all=Signal::derive(move || store.derived.told.filter.with(|filter| filter.settlements.is_empty()))
            on_toggle=move |settlement| store.filter_step(|filter| toggle(&mut filter.settlements, settlement))
            on_all=move |()| store.filter_step(|filter| filter.settlements.clear())
        />
    }
}

fn toggle<T: Ord>(set: &mut std::collections::BTreeSet<T>, item: T) {
    if !set.remove(&item) {
        set.insert(item);
    }
}

/// The range filters: one for the measure on the map, those that the query holds, and any that the person opened.
#[component]
fn Ranges() -> impl IntoView {
    let store = Store::take();
    let opened = RwSignal::new(Vec::<Measure>::new());
    let shown = Memo::new(move |_| {
        let derived = store.derived;
        let mut shown: Vec<Measure> = vec![derived.column.with(|column| column.measure.clone())];
        derived.told.filter.with(|filter| {
            for measure in filter.ranges.iter().map(|range| &range.measure) {
                if !shown.contains(measure) {
                    shown.push(measure.clone());
                }
            }
        });
        for measure in opened.get() {
            if !shown.contains(&measure) {
                shown.push(measure);
            }
        }
        shown
            .retain(|measure| store.column(measure).is_some_and(|column| column.n_known() > 0 && !column.is_outcome()));
        shown
    });
    let add = move |id: String| {
        if !id.is_empty() {
            opened.update(|opened| opened.push(Measure::plain(id)));
        }
    };
    let keys = move || shown.get().iter().map(hash::measure_text).collect();
    let row = move |key: String| {
        let measure = hash::read_measure(&key, untrack(|| store.all()))?;
        let (removed, shown) = (measure.clone(), measure.clone());
        Some(view! {
            <RangeFilter
                measure=measure
                is_fixed=live(move || store.derived.column.with(|column| column.measure == shown))
                on_remove=move |()| opened.update(|opened| opened.retain(|other| *other != removed))
            />
        })
    };
    view! {
        {list(keys, row)}
        <IndicatorChoice label=atlas::ADD_RANGE value=Signal::derive(String::new) needs_figures=true on_choose=add/>
    }
}

#[component]
fn NotesAndChoice() -> impl IntoView {
    let store = Store::take();
    let n_noted = move || store.derived.n_notes.with(|n_notes| n_notes.iter().filter(|n| **n > 0).count().to_string());
    let n_chosen = move || store.derived.parts.selection.with(|selection| selection.len().to_string());
    view! {
        <fieldset>
            <legend>{say(atlas::NOTES_AND_SELECTION)}</legend>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=live(move || store.derived.told.filter.with(|filter| filter.with_notes))
                    on:change=on(move |event: web_sys::Event| {
                        let checked = event_target_checked(&event);
                        store.filter_step(|filter| filter.with_notes = checked);
                    })
                />
                {say(atlas::WITH_NOTES)}
                " "
                <span class="muted number">{live(n_noted)}</span>
            </label>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=live(move || store.derived.told.filter.with(|filter| filter.selection_only))
                    on:change=on(move |event: web_sys::Event| {
                        let checked = event_target_checked(&event);
                        store.filter_step(|filter| filter.selection_only = checked);
                    })
                />
                {say(atlas::SELECTION_ONLY)}
                " "
                <span class="muted number">{live(n_chosen)}</span>
            </label>
        </fieldset>
    }
}

/// The active filters, each with its own way out.
#[component]
pub fn Chips() -> impl IntoView {
    let store = Store::take();
    let active = Memo::new(move |_| store.derived.told.filter.with(filter::active));
    let chips = move || {
        active
            .get()
            .into_iter()
            .map(|clause| {
                let text = {
                    let clause = clause.clone();
                    Memo::new(move |_| store.derived.clause_text(&clause))
                };
                let label = move || text.with(|text| atlas::CLEAR_FILTER.fill(store.lang(), &[("name", text)]));
                let clear = move |_| store.filter_step(|filter| *filter = filter::clear(filter, &clause));
                view! {
                    <button type="button" aria-label=live(label) on:click=clear>
                        {live(move || text.get())}
                        " ×"
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <div class="chips" role="group" aria-label=say(atlas::ACTIVE_FILTERS)>
            {part(chips)}
            <button
                type="button"
                class="quiet"
                on:click=on(move |_| store.filter_step(|filter| *filter = crate::view::query::Filter::default()))
            >
                {say(atlas::CLEAR_ALL)}
            </button>
        </div>
    }
}

/// "12 of 34", and what those hold.
#[component]
fn Holdings() -> impl IntoView {
    let store = Store::take();
    let holdings = store.derived.holdings;
    let count = move || {
        let holdings = holdings.get();
        let (n, of) = (holdings.n_areas.to_string(), holdings.of.to_string());
        atlas::N_OF_M.fill(store.lang(), &[("n", &n), ("m", &of)])
    };
    let whole = move |value: f64| number::number(store.lang(), value, 0);
    view! {
        <dl class="holdings" aria-live="polite">
            <div>
                <dt>{say(atlas::WARDS_AND_COMMUNES)}</dt>
                <dd>{live(count)}</dd>
            </div>
            <div>
                <dt>{say(atlas::PEOPLE_2019)}</dt>
                <dd>{live(move || whole(holdings.get().people.total))}</dd>
            </div>
            <div>
                <dt>{say(atlas::HOUSEHOLDS_2019)}</dt>
                <dd>{live(move || whole(holdings.get().households.total))}</dd>
            </div>
            <div>
                <dt>{say(atlas::KM2)}</dt>
                <dd>{live(move || number::number(store.lang(), holdings.get().area_km2.total, 2))}</dd>
            </div>
            {shown_if(move || store.saving.reviewing.with(Option::is_some), pieces::estimated_sum)}
        </dl>
    }
}

/// The city's published results; each leads to its indicator.
#[component]
pub fn CityFigures() -> impl IntoView {
    let store = Store::take();
    let conference =
        store.data_set.indicators.iter().enumerate().filter(|(_, indicator)| indicator.group == "conference");
    let rows = conference
        .map(|(ix, indicator)| {
            let text = move || {
                let lang = store.lang();
                let kpi = describe::kpi(store.data_set, ix, lang);
                kpi.map(|kpi| kpi.short()).unwrap_or_default()
            };
            view! {
                <li>
                    <button
                        type="button"
                        class="link"
                        on:click=on(move |_| store.show_measure(Measure::plain(indicator.id.clone())))
                    >
                        {live(move || indicator.short.get(store.lang()))}
                    </button>
                    " "
                    <strong class="number">{live(text)}</strong>
                </li>
            }
        })
        .collect_view();
    view! {
        <div>
            <h3 class="legend">{say(atlas::GROUP_CONFERENCE)}</h3>
            <ul class="city-figures">{rows}</ul>
            <button type="button" class="link small muted" on:click=on(move |_| store.go(View::About))>
                {say(crate::text::say::shell::ABOUT)}
            </button>
        </div>
    }
}
