//! Periods beside the data set's own: adding, renaming, removing, and their list.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::checked::Checked;
use super::tell_refusal;
use crate::app::made::{IntoMade, Made};
use crate::app::say::{list, live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::journal::Intent;
use crate::journal::clean::{MAX_TAG_CHARS, clean_line};
use crate::journal::reports::{is_free_name, period_id};
use crate::text::say::compare;
use crate::web::page;

/// Adds a period by its year or name. Its id, or what is wrong with the name.
pub(super) fn add(store: Store, name: &str) -> Result<String, String> {
    let label = free_label(store, name, None)?;
    let id = period_id(&label);
    tell_refusal(store, store.desk().write(Intent::SetPeriod { id: id.clone(), label: Some(label) }));
    Ok(id)
}

/// The name as it is kept, if no other period than the one with the id `but` has it; else what is wrong with it.
fn free_label(store: Store, name: &str, but: Option<&str>) -> Result<String, String> {
    let lang = store.lang_now();
    let label: String = clean_line(name).chars().take(MAX_TAG_CHARS).collect();
    if label.is_empty() {
        return Err(compare::NO_NAME.get(lang).to_owned());
    }
    let own = store.data_set.indicators.iter().map(|indicator| indicator.period.as_str());
    let is_free =
        store.desk().journal.with_untracked(|journal| is_free_name(&label, &journal.state().periods(), own, but));
    if is_free { Ok(label) } else { Err(compare::IS_TAKEN.fill(lang, &[("period", &label)])) }
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
    let wrong = RwSignal::new(None::<String>);
    let problem_id = store.new_id("period-wrong");
    let described_by = problem_id.clone();
    let rename = move |event: web_sys::Event| {
        let typed = event_target_value(&event);
        match free_label(store, &typed, Some(&renamed_id)) {
            Ok(label) if label == before => {
                event_target::<web_sys::HtmlInputElement>(&event).set_value(&label);
                wrong.set(None);
            }
            Ok(label) => {
                wrong.set(None);
                let renamed = Intent::SetPeriod { id: renamed_id.clone(), label: Some(label) };
                tell_refusal(store, store.desk().write(renamed));
            }
            Err(told) => wrong.set(Some(told)),
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
                aria-invalid=live(move || wrong.with(Option::is_some).to_string())
                aria-describedby=live(move || wrong.with(Option::is_some).then(|| described_by.clone()))
                on:change=on(rename)
            />
            <span class="muted number">{compare::N_FIGURES.fill(lang, n_figures, &[])}</span>
            <button type="button" aria-label=enter_label on:click=on(move |_| checked.enter_period(id.clone()))>
                {say(compare::ENTER_FIGURES)}
            </button>
            <button type="button" aria-label=remove_label on:click=on(remove)>{say(compare::REMOVE)}</button>
            <p class="problem" id=problem_id hidden=live(move || wrong.with(Option::is_none))>{live(move || wrong.get())}</p>
        </li>
    }
}
