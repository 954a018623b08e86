//! A task or an area on one page, for print.

use leptos::prelude::*;

use super::entry_name;
use crate::app::made::{IntoMade, Made};
use crate::app::say::{live, on, part, say};
use crate::app::store::Store;
use crate::app::tasking::Tasking;
use crate::app::tasks::entered_text;
use crate::data::Lang;
use crate::tasks::say::{counts_text, outcome_words, period_text, share_text, status_sign, status_words};
use crate::tasks::{Line, Matrix};
use crate::text::say::working;
use crate::text::words::Words;
use crate::text::{date, number};

/// What the summary is of.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Of {
    Task(usize),
    Area(usize),
}

/// The card: a choice, and the page that is printed.
#[component]
pub(super) fn SummaryCard() -> impl IntoView {
    let store = Store::take();
    let tasking = Tasking::of(store);
    // `t:` with a task's id, `a:` with an area's code, or empty.
    let chosen = RwSignal::new(String::new());
    let of = Memo::new(move |_| {
        let chosen = chosen.get();
        let task = chosen
            .strip_prefix("t:")
            .and_then(|id| tasking.matrix.with(|matrix| matrix.tasks.iter().position(|task| task.id == id)));
        let area = chosen.strip_prefix("a:").and_then(|code| store.data_set.area_ix(code));
        task.map(Of::Task).or(area.map(Of::Area))
    });
    let entries = move || {
        let (lang, now) = (store.lang(), chosen.get_untracked());
        let option = |value: String, text: String| {
            let is_chosen = value == now;
            view! { <option value=value selected=is_chosen>{text}</option> }
        };
        let tasks = tasking.matrix.with(|matrix| {
            matrix.tasks.iter().map(|task| option(format!("t:{}", task.id), entry_name(task, lang))).collect_view()
        });
        let areas = store.data_set.areas.iter();
        let areas = areas.map(|area| option(format!("a:{}", area.code), area.name.clone())).collect_view();
        view! {
            <option value="">{working::CHOOSE_ONE.get(lang)}</option>
            <optgroup label=working::A_TASK.get(lang)>{tasks}</optgroup>
            <optgroup label=working::AN_AREA.get(lang)>{areas}</optgroup>
        }
    };
    let is_none = move || of.get().is_none();
    view! {
        <section class="card task-summary" aria-labelledby="summary-title" data-open=live(move || (!is_none()).then_some(""))>
            <div class="no-print">
                <h2 id="summary-title">{say(working::SUMMARY)}</h2>
                <div class="row">
                    <label class="field">
                        <span>{say(working::SUMMARY_OF)}</span>
                        <select on:change=on(move |event: web_sys::Event| chosen.set(event_target_value(&event)))>{part(entries)}</select>
                    </label>
                    <button
                        type="button"
                        disabled=live(is_none)
                        on:click=on(move |_| drop(crate::web::window().print()))
                    >
                        {say(working::PRINT)}
                    </button>
                </div>
            </div>
            {part(move || of.get().map(|of| sheet(store, &tasking.matrix.get(), of)))}
        </section>
    }
}

fn sheet(store: Store, matrix: &Matrix, of: Of) -> Made {
    let lang = store.lang();
    let area_name = |area_ix: usize| store.data_set.areas[area_ix].name.clone();
    let (summary, title, head, beside) = match of {
        Of::Task(task_ix) => {
            let task = &matrix.tasks[task_ix];
            (
                matrix.summary(Some(task_ix), None),
                entry_name(task, lang),
                working::AN_AREA,
                Some(task.role.get(lang).to_owned()),
            )
        }
        Of::Area(area_ix) => (matrix.summary(None, Some(area_ix)), area_name(area_ix), working::A_TASK, None),
    };
    let row = |line: &Line| {
        let name = match of {
            Of::Task(_) => area_name(matrix.places[line.place_ix].area_ix),
            Of::Area(_) => entry_name(&matrix.tasks[line.task_ix], lang),
        };
        line_view(line, name, lang)
    };
    let rows: Vec<Made> = summary.lines.iter().map(row).collect();
    let share = share_text(lang, &summary.roll_up).map(|pct| working::ON_TRACK_SHARE.fill(lang, &[("pct", &pct)]));
    let mut facts = vec![working::ON_DAY.fill(lang, &[("day", &date::date(lang, matrix.as_of))])];
    facts.extend(beside.filter(|role| !role.is_empty()));
    facts.extend(share);
    facts.push(counts_text(lang, &summary.roll_up));
    let sums = summary.outcomes.iter().map(|sum| {
        let values = [
            ("what", outcome_words(sum.outcome).get(lang)),
            ("n", &number::number(lang, sum.total, 0)),
            ("places", &number::whole(lang, sum.n_counted as u64)),
        ];
        view! { <li>{working::OUTCOME_SUM.fill(lang, &values)}</li> }
    });
    let sums = (!summary.outcomes.is_empty()).then(|| {
        view! {
            <h3>{working::OUTCOMES_SUM.get(lang)}</h3>
            <ul class="outcome-sums">{sums.collect_view()}</ul>
        }
    });
    let heads: [Words; 6] = [head, working::STATUS, working::PERIOD, working::DUE, working::REMARK, working::BY_AND_AT];
    view! {
        <article class="summary-page">
            <h2>{title}</h2>
            <p class="facts">{facts.into_iter().map(|fact| view! { <span>{fact}</span> }).collect_view()}</p>
            {sums}
            <div class="table-scroll" role="group" tabindex="0" aria-label=working::SUMMARY.get(lang)>
                <table>
                    <thead><tr>{heads.map(|head| view! { <th scope="col" class="text">{head.get(lang)}</th> }).collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </article>
    }
    .made()
}

fn line_view(line: &Line, name: String, lang: Lang) -> Made {
    let cell = &line.cell;
    let status = cell.status().map_or_else(
        || working::BLANK.get(lang).to_owned(),
        |status| format!("{} {}", status_sign(status), status_words(status).get(lang)),
    );
    let overdue = (cell.overdue > 0).then(
        || view! { <span class="words problem">{working::OVERDUE_PERIODS.fill(lang, cell.overdue as u64, &[])}</span> },
    );
    let differs = cell.has_conflict.then(|| view! { <span class="words problem">{working::DIFFERS.get(lang)}</span> });
    let period = cell.period.map(|period| period_text(lang, period));
    let due = cell.due.map(|due| date::date(lang, due));
    let remark = cell.check_in.map(|check_in| check_in.remark.clone());
    let entered = cell.check_in.map(|check_in| entered_text(&check_in.author, check_in.at_ms, lang));
    view! {
        <tr>
            <th scope="row" class="text">{name}</th>
            <td class="text">{status} {overdue} {differs}</td>
            <td class="text">{period}</td>
            <td class="text">{due}</td>
            <td class="text remark">{remark}</td>
            <td class="text">{entered}</td>
        </tr>
    }
    .made()
}
