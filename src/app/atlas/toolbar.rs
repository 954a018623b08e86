//! What the map shows and how: indicator, division, layout, classes and colours.

use leptos::prelude::*;

use super::classing::ClassingMenu;
use crate::app::fields::{Choice, Segments};
use crate::app::pieces;
use crate::app::say::{live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::data::{Indicator, Lang};
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
    let groups = Memo::new(move |_| groups(store, needs_figures));
    let is_none_chosen = Memo::new(move |_| value.with(String::is_empty));
    // Made anew only when the list is another one: a choice is shown by the field's value.
    let options = move || {
        let none = is_none_chosen
            .get()
            .then(|| view! { <option value="" selected=true>{atlas::CHOOSE_INDICATOR.get(store.lang())}</option> });
        let now = value.get_untracked();
        let option = |choice: Offer| {
            let is_chosen = choice.id == now;
            view! { <option value=choice.id selected=is_chosen disabled=choice.is_empty>{choice.label}</option> }
        };
        let group = |(title, choices): (String, Vec<Offer>)| {
            view! { <optgroup label=title>{choices.into_iter().map(option).collect_view()}</optgroup> }
        };
        view! { {none} {groups.get().into_iter().map(group).collect_view()} }
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
                {part(options)}
            </select>
        </label>
    }
}

/// An indicator that can be chosen.
#[derive(Clone, PartialEq)]
struct Offer {
    id: String,
    label: String,
    is_empty: bool,
}

/// All indicators under the titles of their groups.
fn groups(store: Store, needs_figures: bool) -> Vec<(String, Vec<Offer>)> {
    let lang = store.lang();
    let mut names: Vec<&str> = Vec::new();
    for indicator in store.indicators() {
        if !names.contains(&indicator.group.as_str()) {
            names.push(&indicator.group);
        }
    }
    let choice = |indicator: &Indicator| Offer {
        id: indicator.id.clone(),
        label: indicator.label.get(lang).to_owned(),
        is_empty: needs_figures && !has_figures(store, &indicator.id),
    };
    let group = |name: &str| {
        let title = group_words(name).map_or(name, |words| words.get(lang));
        let members = store.indicators().iter().filter(|indicator| indicator.group == name);
        (title.to_owned(), members.map(choice).collect())
    };
    names.into_iter().map(group).collect()
}

fn has_figures(store: Store, id: &str) -> bool {
    store.derived.shown.with(|shown| {
        let ix = shown.data_set.indicator_ix(id);
        let figures = ix.and_then(|ix| shown.figures.get(ix));
        figures.is_some_and(|figures| figures.iter().any(|figure| figure.value.is_some()))
    })
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
