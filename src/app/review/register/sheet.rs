//! The small sheet of one street or village: what is known of it, its place among its area's, reports and notes.

use leptos::prelude::*;

use super::Looking;
use super::form::form_words;
use crate::app::made::IntoMade;
use crate::app::notes::NotesOf;
use crate::app::say::{live, on, part, say};
use crate::journal::{Anchor, Report};
use crate::review::register::rank_by_households;
use crate::text::number;
use crate::text::say::register;

/// The card of one street or village.
#[component]
pub fn Sheet(looking: Looking, id: String) -> impl IntoView {
    let store = looking.store;
    let found = {
        let id = id.clone();
        Memo::new(move |_| store.desk().with_journal(|journal| journal.state().subdivision(&id)))
    };
    let title = move || found.get().map(|found| found.name).unwrap_or_default();
    let facts = {
        let id = id.clone();
        move || {
            let (lang, found) = (store.lang(), found.get()?);
            let area = store.data_set.area_ix(&found.area).map_or("", |ix| store.data_set.areas[ix].name.as_str());
            let whole = |n: usize| number::whole(lang, n as u64);
            let form = form_words(found.form).get(lang);
            let mut facts = vec![register::LIES_IN.fill(lang, &[("form", form), ("area", area)])];
            facts.extend(
                found
                    .households
                    .map(|value| register::N_HOUSEHOLDS.fill(lang, &[("n", &number::number(lang, value, 0))])),
            );
            facts.extend(
                rank_by_households(&looking.listed(false), &id)
                    .map(|rank| register::RANK.fill(lang, &[("k", &whole(rank.rank)), ("n", &whole(rank.of))])),
            );
            Some(facts.join(" · "))
        }
    };
    let reports = {
        let id = id.clone();
        Memo::new(move |_| {
            let mut reports = store.desk().with_journal(|journal| journal.state().reports());
            reports.retain(|report| report.key.subdivision.as_ref() == Some(&id));
            reports
        })
    };
    let rows = move || {
        let reports = reports.get();
        if reports.is_empty() {
            return vec![view! { <li class="muted">{say(register::NO_REPORTS)}</li> }.made()];
        }
        reports.iter().map(|report| report_view(looking, report).made()).collect()
    };
    view! {
        <section
            class="card register"
            aria-labelledby="subdivision-title"
            on:keydown=on(move |event: web_sys::KeyboardEvent| {
                if event.key() == "Escape" {
                    looking.close_sheet();
                }
            })
        >
            <div class="card-head">
                <h2 id="subdivision-title" tabindex="-1">{live(title)}</h2>
                <button type="button" on:click=on(move |_| looking.close_sheet())>{say(register::CLOSE)}</button>
            </div>
            <p class="muted">{live(facts)}</p>
            <h3>{say(register::REPORTS)}</h3>
            <ul>{part(rows)}</ul>
            <h3>{say(register::NOTES)}</h3>
            <NotesOf anchor=Anchor::Subdivision(id)/>
        </section>
    }
}

fn report_view(looking: Looking, report: &Report) -> impl IntoView + use<> {
    let store = looking.store;
    let lang = store.lang();
    let indicator = store.indicators().iter().find(|indicator| indicator.id == report.key.indicator);
    let label = indicator.map_or(report.key.indicator.as_str(), |indicator| indicator.label.get(lang)).to_owned();
    let value = match indicator {
        Some(indicator) => number::number(lang, report.value, indicator.decimals),
        None => number::significant(lang, report.value, 12),
    };
    let mut by = report.key.period.clone();
    if report.key.practice {
        by = format!("{by}, {}", register::PRACTICE.get(lang));
    }
    if !report.author.is_empty() {
        by = format!("{by}, {}", report.author);
    }
    view! {
        <li>
            {label}
            ": "
            <strong class="number">{value}</strong>
            " "
            <span class="muted small">{by}</span>
        </li>
    }
}
