//! What the method makes of each indicator: total, reports, remainder, weights, spread, contradictions.

use leptos::prelude::*;

use crate::app::reviewing::Reviewing;
use crate::app::say::{on, part, say};
use crate::app::store::Store;
use crate::data::{DataSet, Lang};
use crate::review::inputs::{EstimateInputs, EstimateKind, WeightsFrom};
use crate::stats::estimate::{Conflict, Estimate, SpreadSource};
use crate::text::number;
use crate::text::say::estimates;
use crate::text::words::Words;
use crate::view::query::Measure;

const HEADS: [Words; 8] = [
    estimates::HEAD_INDICATOR,
    estimates::HEAD_TOTAL,
    estimates::HEAD_REPORTED,
    estimates::HEAD_REMAINDER,
    estimates::HEAD_OPEN,
    estimates::HEAD_WEIGHTS,
    estimates::HEAD_SPREAD,
    estimates::HEAD_CONFLICTS,
];

/// An indicator's row in words.
struct Row {
    id: String,
    label: String,
    numbers: [String; 4],
    weights: String,
    spread: String,
    conflicts: Vec<String>,
}

/// The card with a row for each indicator that has a published total.
#[component]
pub fn ByIndicator(reviewing: Reviewing) -> impl IntoView {
    let store = Store::take();
    let heads = HEADS
        .into_iter()
        .enumerate()
        .map(|(ix, words)| {
            let class = if (1..5).contains(&ix) { "" } else { "text" };
            view! { <th scope="col" class=class>{say(words)}</th> }
        })
        .collect_view();
    let rows = move || {
        let (lang, data_set) = (store.lang(), reviewing.data_set.get().0);
        let (all_inputs, possible) = (reviewing.inputs.get(), reviewing.possible.get().0);
        let found =
            all_inputs.iter().zip(possible.iter()).enumerate().filter_map(|(indicator_ix, (inputs, estimate))| {
                let inputs = inputs.as_ref()?;
                // What the census has published of every ward has nothing to estimate and nothing to meet.
                let is_reviewed = data_set.indicators[indicator_ix].group == "conference" || estimate_is_needed(inputs);
                if is_reviewed { Some(row(data_set, inputs, estimate.as_ref()?, indicator_ix, lang)) } else { None }
            });
        found.collect::<Vec<Row>>()
    };
    let body = move || rows().into_iter().map(|row| row_view(store, row)).collect_view();
    view! {
        <section class="card estimates" aria-labelledby="outcome-title">
            <h2 id="outcome-title">{say(estimates::BY_INDICATOR)}</h2>
            <div class="table-scroll" role="group" tabindex="0" aria-labelledby="outcome-title">
                <table class="outcome">
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{part(body)}</tbody>
                </table>
            </div>
        </section>
    }
}

fn estimate_is_needed(inputs: &EstimateInputs) -> bool {
    inputs.reports.iter().any(Option::is_none)
}

fn row_view(store: Store, row: Row) -> impl IntoView {
    let numbers = row.numbers.into_iter().map(|text| view! { <td>{text}</td> }).collect_view();
    let conflicts = if row.conflicts.is_empty() {
        vec![estimates::NO_CONFLICT.get(store.lang_now()).to_owned()]
    } else {
        row.conflicts
    };
    let conflicts = conflicts.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
    let id = row.id;
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="link" on:click=on(move |_| store.show_on_map(Measure::plain(id.clone())))>
                    {row.label}
                </button>
            </th>
            {numbers}
            <td class="text">{row.weights}</td>
            <td class="text">{row.spread}</td>
            <td class="text">{conflicts}</td>
        </tr>
    }
}

fn row(data_set: &DataSet, inputs: &EstimateInputs, estimate: &Estimate, indicator_ix: usize, lang: Lang) -> Row {
    let indicator = &data_set.indicators[indicator_ix];
    let figure = |value: f64| number::number(lang, value, indicator.decimals);
    let reported: f64 = inputs.reports.iter().flatten().sum();
    let n_open = inputs.reports.iter().filter(|report| report.is_none()).count();
    let open = number::whole(lang, n_open as u64);
    let spread = match estimate.spread {
        _ if n_open == 0 => estimates::ALL_REPORTED.get(lang).to_owned(),
        Some(spread) if inputs.kind != EstimateKind::YesNo => {
            let n = number::significant(lang, spread.precision, 3);
            match spread.source {
                SpreadSource::Default => estimates::FROM_DEFAULT.fill(lang, &[("n", &n)]),
                SpreadSource::Set => estimates::FROM_PERSON.fill(lang, &[("n", &n)]),
                SpreadSource::Reports(found) => {
                    let reports = number::whole(lang, found as u64);
                    estimates::FROM_REPORTS.fill(lang, &[("n", &n), ("reports", &reports)])
                }
            }
        }
        _ => String::new(),
    };
    let weights = match inputs.weights_from {
        // Each open area has the same probability, whatever its weight.
        _ if inputs.kind == EstimateKind::YesNo => estimates::WEIGHTS_EQUAL.get(lang).to_owned(),
        WeightsFrom::Indicator(ix) => data_set.indicators[ix].short.get(lang).to_owned(),
        WeightsFrom::Equal => estimates::WEIGHTS_EQUAL.get(lang).to_owned(),
    };
    let mut conflicts: Vec<String> =
        estimate.conflicts.iter().map(|conflict| conflict_words(data_set, conflict, &figure, lang)).collect();
    for (area_ix, ranged) in estimate.areas.iter().enumerate() {
        let (Some(ranged), Some(sum)) = (ranged, inputs.at_least.get(area_ix)) else { continue };
        if ranged.value < *sum {
            let (sum, value) = (figure(*sum), figure(ranged.value));
            let values = [("where", &*data_set.areas[area_ix].name), ("sum", &sum), ("value", &value)];
            conflicts.push(estimates::BELOW_PARTIAL.fill(lang, &values));
        }
    }
    Row {
        id: indicator.id.clone(),
        label: indicator.label.get(lang).to_owned(),
        numbers: [figure(inputs.total), figure(reported), figure(inputs.total - reported), open],
        weights,
        spread,
        conflicts,
    }
}

fn conflict_words(data_set: &DataSet, conflict: &Conflict, figure: &dyn Fn(f64) -> String, lang: Lang) -> String {
    let place = |area_ix: usize| data_set.areas.get(area_ix).map_or("", |area| area.name.as_str());
    match *conflict {
        Conflict::ReportsAboveTotal { reports, total } => {
            estimates::ABOVE_TOTAL.fill(lang, &[("reports", &figure(reports)), ("total", &figure(total))])
        }
        Conflict::RemainderAboveCapacity { remainder, capacity } => {
            let (remainder, capacity) = (figure(remainder), figure(capacity));
            estimates::ABOVE_CAPACITY.fill(lang, &[("remainder", &remainder), ("capacity", &capacity)])
        }
        Conflict::ReportAboveCapacity { area_ix, report, capacity } => {
            let (report, capacity) = (figure(report), figure(capacity));
            let values = [("where", place(area_ix)), ("report", &report), ("capacity", &capacity)];
            estimates::REPORT_ABOVE.fill(lang, &values)
        }
        Conflict::Unusable { area_ix } => {
            let city = crate::text::say::review::CITY.get(lang);
            estimates::UNUSABLE.fill(lang, &[("where", area_ix.map_or(city, place))])
        }
    }
}
