//! The gathered report: how many recommendations of each theme or area have come how far.

use leptos::prelude::*;

use super::{Looking, save_csv};
use crate::app::fields::Segments;
use crate::app::say::{on, part, say, shown_if};
use crate::exchange::recommendations_csv::{gathered_rows, recommendation_rows};
use crate::goals::words::status_words;
use crate::goals::{By, gathered};
use crate::journal::RecommendationStatus;
use crate::text::number;
use crate::text::say::{goals, recommending};

/// The card of the report.
#[component]
pub fn Report(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let by = RwSignal::new(By::Theme);
    let choices = vec![(By::Theme, recommending::BY_THEME), (By::Area, recommending::BY_AREA)];
    let head = move || {
        let lang = store.lang();
        let label = if by.get() == By::Theme { goals::THEME } else { recommending::BY_AREA };
        let statuses = RecommendationStatus::ALL.map(status_words);
        let heads = statuses.map(|words| view! { <th scope="col">{words.get(lang)}</th> }).collect_view();
        view! {
            <tr>
                <th scope="col" class="text">{label.get(lang)}</th>
                {heads}
                <th scope="col">{goals::ALL_STATUSES.get(lang)}</th>
            </tr>
        }
    };
    let counts = move |counts: &[usize; 5]| {
        let lang = store.lang();
        let sum: usize = counts.iter().sum();
        let cells = counts.map(|n| view! { <td>{number::whole(lang, n as u64)}</td> }).collect_view();
        view! { {cells} <td class="sum">{number::whole(lang, sum as u64)}</td> }
    };
    let report = Memo::new(move |_| looking.shown.with(|shown| gathered(shown, by.get())));
    let rows = move || {
        let lang = store.lang();
        let found = report.get();
        let row = |row: &crate::goals::GatheredRow| {
            let label = match by.get() {
                By::Area => looking.area_name(&row.label),
                By::Theme if row.label.is_empty() => goals::NO_THEME.get(lang).to_owned(),
                By::Theme => row.label.clone(),
            };
            view! { <tr><th scope="row">{label}</th> {counts(&row.counts)}</tr> }
        };
        found.rows.iter().map(row).collect_view()
    };
    let foot = move || {
        let all = report.with(|report| report.all);
        view! { <tr><th scope="row">{goals::TOTAL.get(store.lang())}</th> {counts(&all)}</tr> }
    };
    let save_list = move |_| {
        let lang = store.lang_now();
        let rows = store.desk().journal.with_untracked(|journal| {
            looking.shown.with_untracked(|shown| recommendation_rows(store.data_set, journal.state(), shown, lang))
        });
        save_csv(store, "recommendations", &rows);
    };
    let save_report = move |_| {
        let lang = store.lang_now();
        let (by, shown) = (by.get_untracked(), looking.shown.get_untracked());
        save_csv(store, "recommendations-report", &gathered_rows(store.data_set, &shown, by, lang));
    };
    shown_if(
        move || looking.all.with(|all| !all.is_empty()),
        move || {
            view! {
                <section class="card recommendation-report" aria-labelledby="recommendation-report">
                    <div class="card-head">
                        <h2 id="recommendation-report">{say(recommending::REPORT)}</h2>
                        <div class="row no-print">
                            <Segments label=recommending::ROWS choices=choices.clone() value=by on_choose=move |choice| by.set(choice)/>
                            <button type="button" on:click=on(save_list)>{say(recommending::SAVE_LIST)}</button>
                            <button type="button" on:click=on(save_report)>{say(recommending::SAVE_REPORT)}</button>
                            <button type="button" on:click=on(move |_| drop(crate::web::window().print()))>{say(recommending::PRINT)}</button>
                        </div>
                    </div>
                    <p class="muted small">{say(recommending::REPORT_OF)}</p>
                    <div class="table-scroll" role="group" tabindex="0" aria-labelledby="recommendation-report">
                        <table>
                            <thead>{part(head)}</thead>
                            <tbody>{part(rows)}</tbody>
                            <tfoot>{part(foot)}</tfoot>
                        </table>
                    </div>
                </section>
            }
        },
    )
}
