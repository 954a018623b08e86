//! What the map shows and how: indicator, division, layout, classes and colours.

use leptos::prelude::*;

use super::classing::ClassingMenu;
use crate::app::fields::{Choice, Segments};
use crate::app::pieces;
use crate::app::say::{live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::data::Lang;
use crate::text::say::{atlas, review};
use crate::text::words::Words;
use crate::view::per;
use crate::view::query::{Layout, Measure, Per};

/// The row of choices over the map.
#[component]
pub fn Toolbar() -> impl IntoView {
    let store = Store::take();
    let indicator = move || store.derived.measure.with(|measure| measure.indicator.clone());
    let has_periods = move || store.derived.shown.with(|shown| shown.others.is_some());
    let layouts =
        vec![(Layout::Outlines, atlas::OUTLINES), (Layout::Tiles, atlas::TILES), (Layout::Symbols, atlas::SYMBOLS)];
    view! {
        <div class="toolbar no-print">
            <IndicatorChoice
                label=atlas::INDICATOR
                value=Signal::derive(indicator)
                on_choose=move |id: String| store.show_indicator(id)
            />
            <PerChoice/>
            {shown_if(has_periods, pieces::comparison)}
            <Segments
                label=atlas::LAYOUT
                choices=layouts
                value=Signal::derive(move || store.derived.layout.get())
                on_choose=move |layout| store.lay_out(layout)
            />
            <ClassingMenu/>
        </div>
    }
}

/// The name of a group of indicators.
pub fn group_words(group: &str) -> Option<Words> {
    match group {
        "census" => Some(atlas::GROUP_CENSUS),
        "households" => Some(atlas::GROUP_HOUSEHOLDS),
        "register" => Some(atlas::GROUP_REGISTER),
        "tasks" => Some(crate::text::say::shell::TASKS),
        "conference" => Some(atlas::GROUP_CONFERENCE),
        crate::review::own::OWN => Some(review::OWN_GROUP),
        _ => None,
    }
}

/// A choice of one indicator, by groups.
#[component]
pub fn IndicatorChoice(
    /// The label over the field.
    label: Words,
    /// Id of the chosen indicator; empty where each choice is a deed of its own, so that none stays chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Whether an indicator without any figure can not be chosen.
    #[prop(optional)]
    needs_figures: bool,
    /// Called with the id.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let store = Store::take();
    let value = Memo::new(move |_| value.get());
    let groups = move || {
        let lang = store.lang();
        let now = value.get();
        let mut names: Vec<&str> = Vec::new();
        for indicator in store.indicators() {
            if !names.contains(&indicator.group.as_str()) {
                names.push(&indicator.group);
            }
        }
        let none = now
            .is_empty()
            .then(|| view! { <option value="" selected=true>{atlas::CHOOSE_INDICATOR.get(lang)}</option> });
        let groups = names
            .into_iter()
            .map(|name| {
                let title = group_words(name).map_or(name, |words| words.get(lang));
                let members = store.indicators().iter().filter(|indicator| indicator.group == name);
                let options = members
                    .map(|indicator| {
                        let is_chosen = indicator.id == now;
                        let is_empty = needs_figures && !has_figures(store, &indicator.id);
                        view! {
                            <option value=indicator.id.as_str() selected=is_chosen disabled=is_empty>
                                {indicator.label.get(lang)}
                            </option>
                        }
                    })
                    .collect_view();
                view! { <optgroup label=title>{options}</optgroup> }
            })
            .collect_view();
        view! { {none} {groups} }
    };
    let choose = move |event: web_sys::Event| {
        let id = event_target_value(&event);
        if !id.is_empty() {
            on_choose.run(id);
        }
        // The field shows what is chosen, also where that is none as before, so that the same can be chosen once more.
        if let Some(now) = value.try_get_untracked() {
            event_target::<web_sys::HtmlSelectElement>(&event).set_value(&now);
        }
    };
    view! {
        <label class="field">
            <span>{say(label)}</span>
            <select prop:value=live(move || value.get()) on:change=on(choose)>
                {part(groups)}
            </select>
        </label>
    }
}

fn has_figures(store: Store, id: &str) -> bool {
    store.column(&Measure::plain(id)).is_some_and(|column| column.n_known() > 0)
}

/// What a count is divided by; not shown for what is a rate already.
#[component]
fn PerChoice() -> impl IntoView {
    let store = Store::take();
    let choices = Memo::new(move |_| {
        let id = store.derived.measure.with(|measure| measure.indicator.clone());
        let indicator = store.indicators().iter().find(|indicator| indicator.id == id);
        indicator.map(|indicator| per::per_choices(store.data_set, indicator)).unwrap_or_default()
    });
    let entries = move || {
        let lang = store.lang();
        let nothing = (String::new(), atlas::PER_NOTHING.get(lang).to_owned());
        let divisors = choices.get().into_iter().map(|per| (per::code(per).to_owned(), per_words(per, lang)));
        std::iter::once(nothing).chain(divisors).collect::<Vec<_>>()
    };
    let value = move || store.derived.measure.with(|measure| measure.per.map(per::code).unwrap_or_default().to_owned());
    let choose = move |code: String| {
        let measure = store.query.with_untracked(|query| query.measure.clone());
        store.show_measure(Measure { per: per::from_code(&code), ..measure });
    };
    view! {
        {shown_if(move || choices.with(|choices| !choices.is_empty()), move || view! {
            <Choice
                label=atlas::PER
                choices=Signal::derive(entries)
                value=Signal::derive(value)
                on_choose=choose
            />
        })}
    }
}

fn per_words(per: Per, lang: Lang) -> String {
    let words = match per {
        Per::Households1000 => atlas::PER_HOUSEHOLDS,
        Per::People1000 => atlas::PER_PEOPLE,
        Per::Subdivision => atlas::PER_SUBDIVISION,
        Per::Km2 => atlas::PER_KM2,
    };
    words.get(lang).to_owned()
}
