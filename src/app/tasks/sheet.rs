//! What the area sheet shows of the year's work.

use leptos::prelude::*;

use super::day::AsOf;
use super::targets::TargetsOfArea;
use crate::app::made::{IntoMade, Made};
use crate::app::say::{live, on, part, say};
use crate::app::store::Store;
use crate::app::tasking::{CellAt, Tasking};
use crate::tasks::say::{period_text, share_text, status_sign, status_words, task_name};
use crate::text::date;
use crate::text::say::working;
use crate::view::query::TasksPart;
use crate::web::page;

/// An area's tasks and targets.
#[component]
pub fn TasksInSheet(
    /// The area.
    area_ix: usize,
) -> impl IntoView {
    view! {
        <TasksOfArea area_ix=area_ix/>
        <TargetsOfArea area_ix=area_ix/>
    }
}

/// An area's tasks: how each stands, what was remarked, when it falls due.
#[component]
fn TasksOfArea(area_ix: usize) -> impl IntoView {
    let store = Store::take();
    let tasking = Tasking::of(store);
    let body = move || -> Made {
        let (lang, matrix) = (store.lang(), tasking.matrix.get());
        let summary = matrix.summary(None, Some(area_ix));
        if summary.lines.is_empty() {
            return view! { <p class="muted">{working::SHEET_NONE.get(lang)}</p> }.made();
        }
        let row = |line: &crate::tasks::Line| {
            let (task, cell) = (&matrix.tasks[line.task_ix], &line.cell);
            let name = task_name(task.is_built_in, &task.id, task.title.get(lang));
            let open_label = working::OPEN_CELL.fill(lang, &[("name", &name)]);
            let at = CellAt { task: task.id.clone(), place: matrix.places[line.place_ix].id.clone(), period: None };
            let open = move |_| {
                store.close_sheet();
                tasking.cell.set(Some(at.clone()));
                store.go_to_tasks(TasksPart::Matrix);
                page::focus_soon("check-in-title");
            };
            let mut words: Vec<String> = cell.period.map(|period| period_text(lang, period)).into_iter().collect();
            words.extend(cell.due.map(|due| working::DUE_IS.fill(lang, &[("day", &date::date(lang, due))])));
            let overdue = (cell.overdue > 0).then(|| {
                let told = working::OVERDUE_PERIODS.fill(lang, cell.overdue as u64, &[]);
                view! { <span class="words problem">{told}</span> }
            });
            let differs =
                cell.has_conflict.then(|| view! { <span class="words problem">{working::DIFFERS.get(lang)}</span> });
            let remark = cell.check_in.map(|check_in| check_in.remark.clone()).filter(|remark| !remark.is_empty());
            let status = cell.status().map_or_else(
                || working::BLANK.get(lang).to_owned(),
                |status| format!("{} {}", status_sign(status), status_words(status).get(lang)),
            );
            view! {
                <tr>
                    <th scope="row">
                        <button type="button" class="link" aria-label=open_label on:click=on(open)>{name}</button>
                        <span class="words">{words.join(" · ")}</span>
                        {remark.map(|remark| view! { <span class="words remark">{remark}</span> })}
                    </th>
                    <td>{status} {overdue} {differs}</td>
                </tr>
            }
        };
        let rows = summary.lines.iter().map(row).collect_view();
        view! { <table class="profile sheet-tasks"><tbody>{rows}</tbody></table> }.made()
    };
    let share = move || {
        let lang = store.lang();
        let sum = tasking.matrix.with(|matrix| matrix.roll_up(None, Some(area_ix)));
        share_text(lang, &sum).map(|pct| working::ON_TRACK_SHARE.fill(lang, &[("pct", &pct)]))
    };
    view! {
        <section aria-labelledby="sheet-tasks">
            <div class="card-head">
                <h3 id="sheet-tasks">{say(working::SHEET_TITLE)} " " <span class="muted number">{live(share)}</span></h3>
                <AsOf/>
            </div>
            {part(body)}
        </section>
    }
}
