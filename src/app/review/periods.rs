//! Periods beside the data set's own: adding, renaming, removing, and their list.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::checked::Checked;
use super::tell_refusal;
use crate::app::made::{IntoMade, Made};
use crate::app::say::{list, on, part, say, shown_if};
use crate::app::store::Store;
use crate::journal::Intent;
use crate::journal::clean::{MAX_TAG_CHARS, clean_line};
use crate::journal::reports::period_id;
use crate::text::fold::fold;
use crate::text::say::compare;
use crate::web::page;

/// Adds a period by its year or name. Its id, or what is wrong with the name.
pub(super) fn add(store: Store, name: &str) -> Result<String, String> {
    let lang = store.lang_now();
    let label: String = clean_line(name).chars().take(MAX_TAG_CHARS).collect();
    if label.is_empty() {
        return Err(compare::NO_NAME.get(lang).to_owned());
    }
    let id = period_id(&label);
    let is_taken = store.desk().journal.with_untracked(|journal| {
        let known = journal.state().periods();
        known.iter().any(|(known, named)| *known == id || fold(named) == fold(&label))
    });
    if is_taken || store.data_set.indicators.iter().any(|indicator| indicator.period == id) {
        return Err(compare::IS_TAKEN.fill(lang, &[("period", &label)]));
    }
    tell_refusal(store, store.desk().write(Intent::SetPeriod { id: id.clone(), label: Some(label) }));
    Ok(id)
}

/// The list of periods.
#[component]
pub fn PeriodList() -> impl IntoView {
    let store = Store::take();
    let periods = Memo::new(move |_| store.desk().with_journal(|journal| journal.state().periods()));
    let n_figures = Memo::new(move |_| {
        let mut n_figures: BTreeMap<String, u64> = BTreeMap::new();
        for report in store.desk().with_journal(|journal| journal.state().reports()) {
            *n_figures.entry(report.key.period).or_default() += 1;
        }
        n_figures
    });
    let keys = move || periods.get().into_iter().map(|(id, _)| id).collect();
    let row = move |id: String| -> Made {
        part(move || {
            let label = periods.with(|periods| periods.iter().find(|(known, _)| *known == id).cloned());
            let n = n_figures.with(|n_figures| n_figures.get(&id).copied().unwrap_or_default());
            label.map(|(id, label)| row_view(store, id, label, n))
        })
        .made()
    };
    view! {
        <section class="card periods" aria-labelledby="periods-title">
            <h2 id="periods-title" tabindex="-1">{say(compare::PERIODS)}</h2>
            <p class="muted">{say(compare::PERIODS_INTRO)}</p>
            {shown_if(move || periods.with(Vec::is_empty), || view! { <p>{say(compare::NO_PERIODS)}</p> })}
            <ul>{list(keys, row)}</ul>
        </section>
    }
}

fn row_view(store: Store, id: String, label: String, n_figures: u64) -> impl IntoView {
    let lang = store.lang();
    let checked = Checked::take();
    let period = [("period", label.as_str())];
    let (name_label, remove_label, enter_label) = (
        compare::NAME_OF.fill(lang, &period),
        compare::REMOVE_NAMED.fill(lang, &period),
        compare::ENTER_FIGURES_OF.fill(lang, &period),
    );
    let (renamed_id, removed_id) = (id.clone(), id.clone());
    let before = label.clone();
    let rename = move |event: web_sys::Event| {
        let label: String = clean_line(&event_target_value(&event)).chars().take(MAX_TAG_CHARS).collect();
        // A period without a name is none; the old one stays.
        let label = if label.is_empty() { before.clone() } else { label };
        if label == before {
            event_target::<web_sys::HtmlInputElement>(&event).set_value(&label);
        } else {
            tell_refusal(store, store.desk().write(Intent::SetPeriod { id: renamed_id.clone(), label: Some(label) }));
        }
    };
    let remove = move |_| {
        tell_refusal(store, store.desk().write(Intent::SetPeriod { id: removed_id.clone(), label: None }));
        page::focus_soon("periods-title");
    };
    view! {
        <li class="row">
            <input
                class="period-name"
                aria-label=name_label
                autocomplete="off"
                maxlength=MAX_TAG_CHARS.to_string()
                prop:value=label
                on:change=on(rename)
            />
            <span class="muted number">{compare::N_FIGURES.fill(lang, n_figures, &[])}</span>
            <button type="button" aria-label=enter_label on:click=on(move |_| checked.enter_period(id.clone()))>
                {say(compare::ENTER_FIGURES)}
            </button>
            <button type="button" aria-label=remove_label on:click=on(remove)>{say(compare::REMOVE)}</button>
        </li>
    }
}
