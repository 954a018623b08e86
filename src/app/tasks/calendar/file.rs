//! The file for calendar programs.

use leptos::prelude::*;

use super::{ahead, last_day_ahead};
use crate::app::fields::Choice;
use crate::app::say::{live, on, part, say};
use crate::app::store::{Store, Tone};
use crate::app::tasking::Tasking;
use crate::tasks::say::{period_text, task_name};
use crate::tasks::{Due, icalendar};
use crate::text::number;
use crate::text::say::{problems, working};
use crate::web::{clock, files};

/// Values of the choice of places.
const PASSING: &str = "passing";
const CHOSEN: &str = "chosen";

/// The card: whose tasks, which task, and the button.
#[component]
pub(super) fn CalendarFile() -> impl IntoView {
    let store = Store::take();
    let tasking = Tasking::of(store);
    let places = RwSignal::new(String::new());
    // A task's id; empty for all.
    let task = RwSignal::new(String::new());
    let counted = move |words: crate::text::words::Words, of: Memo<std::sync::Arc<Vec<bool>>>| {
        let lang = store.lang();
        let n = of.with(|of| of.iter().filter(|yes| **yes).count());
        words.fill(lang, &[("n", &number::whole(lang, n as u64))])
    };
    let (passes, chosen) = (store.derived.passes, store.derived.chosen);
    let whose = move || {
        vec![
            (String::new(), working::ALL_AREAS.get(store.lang()).to_owned()),
            (PASSING.to_owned(), counted(working::THOSE_PASSING, passes)),
            (CHOSEN.to_owned(), counted(working::ICS_CHOSEN, chosen)),
        ]
    };
    let tasks = move || {
        let lang = store.lang();
        let mut entries = vec![(String::new(), working::ICS_ALL.get(lang).to_owned())];
        tasking.matrix.with(|matrix| {
            let entry = |task: &crate::tasks::Task| {
                (task.id.clone(), task_name(task.is_built_in, &task.id, task.title.get(lang)))
            };
            entries.extend(matrix.tasks.iter().map(entry));
        });
        entries
    };
    let save = move |_| {
        let (lang, matrix) = (store.lang_now(), tasking.matrix.get_untracked());
        let wanted = match places.get_untracked().as_str() {
            PASSING => passes.get_untracked().to_vec(),
            CHOSEN => chosen.get_untracked().to_vec(),
            _ => vec![true; store.data_set.areas.len()],
        };
        let only = task.get_untracked();
        let wants = |task_ix: usize, place_ix: usize| {
            let is_task = only.is_empty() || matrix.tasks[task_ix].id == only;
            is_task && wanted.get(matrix.places[place_ix].area_ix).copied().unwrap_or_default()
        };
        let until = tasking.look.with_untracked(|look| last_day_ahead(matrix.as_of, look));
        let rows = matrix.due(until, &wants);
        if rows.is_empty() {
            return store.notify("calendar", Tone::Plain, working::ICS_NONE.get(lang).to_owned());
        }
        let words = |row: &Due| {
            let task = &matrix.tasks[row.task_ix];
            let name = task_name(task.is_built_in, &task.id, task.title.get(lang));
            let area = &store.data_set.areas[matrix.places[row.place_ix].area_ix].name;
            let summary = working::EVENT.fill(lang, &[("place", area), ("task", &name)]);
            let told = [
                (working::PERIOD, period_text(lang, row.period)),
                (working::WHO, task.role.get(lang).to_owned()),
                (working::EVIDENCE, task.evidence.clone()),
            ];
            let lines = told.iter().filter(|(_, told)| !told.is_empty());
            let lines: Vec<String> = lines.map(|(term, told)| format!("{}: {told}", term.get(lang))).collect();
            (summary, lines.join("\n"))
        };
        let events = icalendar::events(&matrix, &rows, &store.data_set.id, &words);
        let name = working::ICS_NAME.fill(lang, &[("place", store.data_set.place.get(lang))]);
        let text = icalendar::write(&name, &events, clock::now_ms().max(0) as u64);
        let file = format!("{}-tasks.ics", store.data_set.id);
        match files::save(&file, "text/calendar;charset=utf-8", &text) {
            Ok(()) => store.notify("calendar", Tone::Plain, working::ICS_SAVED.fill(lang, events.len() as u64, &[])),
            Err(why) => store.notify("calendar", Tone::Trouble, problems::FILE_NOT_SAVED.fill(lang, &[("why", &why)])),
        }
    };
    view! {
        <section class="card task-calendar no-print" aria-labelledby="ics-title">
            <h2 id="ics-title">{say(working::ICS)}</h2>
            <p class="muted">{say(working::ICS_HELP)}</p>
            <div class="row">
                {part(move || tasking.look.with(|look| !look.as_agenda).then(ahead))}
                <Choice
                    label=working::ICS_AREAS
                    choices=Signal::derive(whose)
                    value=places
                    on_choose=move |key: String| places.set(key)
                />
                <Choice
                    label=working::ICS_TASK
                    choices=Signal::derive(tasks)
                    value=task
                    on_choose=move |id: String| task.set(id)
                />
                <button
                    type="button"
                    class="primary"
                    disabled=live(move || places.get() == CHOSEN && chosen.with(|chosen| !chosen.contains(&true)))
                    on:click=on(save)
                >
                    {say(working::ICS_SAVE)}
                </button>
            </div>
        </section>
    }
}
