//! The details of a place of the table: where its figure comes from, what speaks against it, and what can be done.

use leptos::prelude::*;

use crate::app::atlas::state_words;
use crate::app::made::{IntoMade, Made};
use crate::app::review::checked::{Checked, focus_soon};
use crate::app::review::tell_refusal;
use crate::app::say::{live, on, part, say};
use crate::app::store::Store;
use crate::data::State;
use crate::journal::kinds::{Kind, report};
use crate::journal::{Intent, Report, Target, Value};
use crate::review::cell_words as words;
use crate::review::change::change;
use crate::review::describe::finding_words;
use crate::text::number;
use crate::text::say::{notes, reports, review, shell};
use crate::text::words::Words;
use crate::web::clock;

/// The region under the table.
#[component]
pub(super) fn Details(indicator_ix: usize, area_ix: usize) -> impl IntoView {
    let store = Store::take();
    let checked = Checked::take();
    let area = &store.data_set.areas[area_ix];
    let title = move || {
        let lang = store.lang();
        let indicators = &checked.reviewing().data_set.get().0.indicators;
        let label = indicators.get(indicator_ix).map_or("", |indicator| indicator.label.get(lang));
        format!("{}, {label}", area.name)
    };
    view! {
        <section
            class="cell-details"
            aria-labelledby="cell-title"
            on:keydown=on(move |event: web_sys::KeyboardEvent| {
                if event.key() == "Escape" {
                    checked.close_cell();
                }
            })
        >
            <div class="card-head">
                <h3 id="cell-title" tabindex="-1">{live(title)}</h3>
                <div class="row no-print">
                    <button type="button" class="primary" on:click=on(move |_| checked.enter(area_ix, Some(indicator_ix)))>
                        {say(reports::ENTER_HERE)}
                    </button>
                    <button type="button" on:click=on(move |_| store.open_sheet(area_ix))>{say(reports::OPEN_SHEET)}</button>
                    <button type="button" on:click=on(move |_| checked.close_cell())>{say(shell::CLOSE)}</button>
                </div>
            </div>
            <dl>{part(move || facts(store, checked, indicator_ix, area_ix))}</dl>
            {part(move || versions(store, checked, indicator_ix, area_ix))}
        </section>
    }
}

/// What is known of the place, as terms with their words.
fn facts(store: Store, checked: Checked, indicator_ix: usize, area_ix: usize) -> Made {
    let (lang, data_set) = (store.lang(), checked.reviewing().data_set.get().0);
    let Some(indicator) = data_set.indicators.get(indicator_ix) else { return ().made() };
    let laid = checked.reviewing().laid.get();
    let shown = store.derived.shown.get();
    let doubts = checked.doubts.get();
    let face = crate::review::face(&laid, &shown.figures, &doubts, indicator_ix, area_ix);
    let cell = laid.cell(indicator_ix, area_ix);
    let value_of = |value: f64| words::value_text(indicator, value, lang);
    let whole = |n: usize| number::whole(lang, n as u64);

    let mut facts: Vec<(Words, String)> = Vec::new();
    let state = state_words(face.figure.state).get(lang);
    let figure = face.figure.value.map_or_else(|| state.to_owned(), |value| format!("{}, {state}", value_of(value)));
    facts.push((reports::FIGURE, figure));
    facts.extend(face.figure.interval.map(|ends| (reports::ESTIMATE, words::interval_text(indicator, ends, lang))));
    if let Some(cell) = cell {
        if face.figure.state == State::Published {
            let (published, reported) = (value_of(face.figure.value.unwrap_or_default()), value_of(cell.value));
            let values = [("published", &*published), ("reported", &reported)];
            facts.push((reports::PUBLISHED, review::PUBLISHED_BESIDE.fill(lang, &values)));
        }
        facts.push((reports::FROM_WHOM, words::provenance_text(&cell.provenance, clock::offset_minutes(), lang)));
        if let Some(previous) = cell.previous {
            let by = words::change_both_text(indicator, change(previous, cell.value), lang);
            facts.push((reports::BEFORE, value_of(previous)));
            facts.push((review::CHANGE, by));
        }
        if let Some(roll_up) = cell.roll_up {
            let (n, of) = (whole(roll_up.reported), whole(roll_up.of));
            let words = if roll_up.reported < roll_up.of { review::PARTIAL } else { review::ROLLED_UP };
            let told = words.fill(lang, &[("n", &n), ("of", &of)]);
            facts.push((reports::STREETS, format!("{}: {told}", value_of(roll_up.sum))));
        }
    }
    for doubt in doubts.iter().filter(|doubt| (doubt.indicator_ix, doubt.area_ix) == (indicator_ix, area_ix)) {
        let told =
            doubt.verdicts.iter().map(|verdict| (reports::DOUBTS, words::verdict_text(indicator, *verdict, lang)));
        facts.extend(told);
    }
    let findings = checked.findings.get();
    let here =
        findings.iter().filter(|found| (found.indicator_ix, found.area_ix) == (Some(indicator_ix), Some(area_ix)));
    facts.extend(here.map(|finding| (review::PART_FINDINGS, finding_words(data_set, finding, lang))));
    let fact = |(term, told): (Words, String)| {
        view! {
            <div>
                <dt>{term.get(lang)}</dt>
                <dd>{told}</dd>
            </div>
        }
    };
    facts.into_iter().map(fact).collect_view().made()
}

/// Where people entered different values: each with a button that keeps it.
fn versions(store: Store, checked: Checked, indicator_ix: usize, area_ix: usize) -> Made {
    let lang = store.lang();
    let data_set = checked.reviewing().data_set.get().0;
    let Some(indicator) = data_set.indicators.get(indicator_ix) else { return ().made() };
    let area = &data_set.areas[area_ix];
    let is_here = |found: &Report| {
        let key = &found.key;
        key.area == area.code
            && key.indicator == indicator.id
            && key.period == indicator.period
            && !found.versions.is_empty()
    };
    let (contested, streets) = store.desk().with_journal(|journal| {
        let state = journal.state();
        let contested: Vec<Report> = state.reports().into_iter().filter(is_here).collect();
        let street = |found: &Report| found.key.subdivision.as_ref().and_then(|id| state.subdivision(id));
        let streets: Vec<_> = contested.iter().map(|found| street(found).map(|street| street.name)).collect();
        (contested, streets)
    });
    let group = |(found, street): (Report, Option<String>)| {
        let target = Target { kind: Kind::Report, key: found.key.to_string(), field: report::VALUE.to_owned() };
        let choices = found.versions.into_iter().map(|version| {
            let who = if version.author.is_empty() { notes::NO_NAME.get(lang) } else { &version.author };
            let value = version.value.as_number().map(|value| words::value_text(indicator, value, lang));
            let keep = value.as_ref().map_or_else(
                || reports::KEEP_WITHDRAWN.get(lang).to_owned(),
                |value| reports::KEEP.fill(lang, &[("value", value)]),
            );
            let value = value.as_deref().unwrap_or(review::WITHDRAWN.get(lang));
            let told = review::VALUE_BY.fill(lang, &[("value", value), ("who", who)]);
            let (target, value): (Target, Value) = (target.clone(), version.value);
            let choose = move |_| {
                let intent = Intent::Resolve { target: target.clone(), value: value.clone() };
                tell_refusal(store, store.desk().write(intent));
                focus_soon("cell-title".to_owned());
            };
            view! {
                <li>
                    <span>{told}</span>
                    <button type="button" on:click=on(choose)>{keep}</button>
                </li>
            }
        });
        let title = [reports::DIFFERENT_VALUES.get(lang), street.as_deref().unwrap_or_default()];
        let title: Vec<&str> = title.into_iter().filter(|part| !part.is_empty()).collect();
        view! {
            <div class="versions-list">
                <h4>{title.join(", ")}</h4>
                <ul>{choices.collect_view()}</ul>
            </div>
        }
    };
    contested.into_iter().zip(streets).map(group).collect_view().made()
}
