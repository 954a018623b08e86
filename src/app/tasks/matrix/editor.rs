//! The check-in of one cell: how it stands, since when, by whom; earlier periods; what people differ in.

use leptos::prelude::*;

use super::Looking;
use super::fields::{Figure, OutcomeFields, Remark};
use crate::app::fields::Choice;
use crate::app::made::{IntoMade, Made};
use crate::app::notes::tell;
use crate::app::say::{live, on, part, say};
use crate::app::store::Store;
use crate::data::Lang;
use crate::journal::kinds::{Kind, check_in};
use crate::journal::{CheckIn, CheckInChange, CheckInKey, Conflict, Intent, Outcome, Status, Value};
use crate::tasks::say::{outcome_words, period_text, status_sign, status_words, task_name};
use crate::tasks::{Period, Task};
use crate::text::say::{notes, tasks, working};
use crate::text::{date, number};
use crate::web::{clock, page};

/// Most periods that the choice lists.
const MAX_PERIODS: i32 = 120;

/// One check-in, by handles.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub store: Store,
    /// The task, if it is still there.
    pub task: Memo<Option<Task>>,
    /// The place's code or id.
    id: StoredValue<String>,
    /// The period that is shown.
    pub period: Memo<Option<Period>>,
    /// What stands there.
    pub found: Memo<Option<CheckIn>>,
}

impl Place {
    /// The key of the period that is shown.
    pub fn key(self) -> Option<CheckInKey> {
        let task = self.task.with_untracked(|task| task.as_ref().map(|task| task.id.clone()))?;
        let period = self.period.get_untracked()?.to_string();
        Some(CheckInKey { task, place: self.id.get_value(), period })
    }

    /// Writes a change as an act of its own. Whether it was taken.
    pub fn write(self, change: CheckInChange) -> bool {
        let Some(key) = self.key() else { return false };
        match self.store.desk().write(Intent::CheckIn { cells: vec![key], change }) {
            Ok(_) => true,
            Err(error) => {
                tell(self.store, &error);
                false
            }
        }
    }
}

/// The region under the grid.
#[component]
pub(super) fn Editor(looking: Looking, task: String, place: String) -> impl IntoView {
    let store = looking.store;
    let (tasking, desk) = (looking.tasking, store.desk());
    let name = place_name(store, &place);
    let id = StoredValue::new(place);
    let task = Memo::new(move |_| tasking.tasks.with(|tasks| tasks.iter().find(|found| found.id == task).cloned()));
    let period = Memo::new(move |_| {
        let asked = tasking.cell.with(|cell| cell.as_ref().and_then(|cell| cell.period));
        asked.or_else(|| task.with(|task| task.as_ref().and_then(|task| task.schedule.current(tasking.as_of.get()))))
    });
    let found = Memo::new(move |_| {
        let task = task.with(|task| task.as_ref().map(|task| task.id.clone()))?;
        let key = CheckInKey { task, place: id.get_value(), period: period.get()?.to_string() };
        desk.with_journal(|journal| journal.state().check_in(&key))
    });
    let here = Place { store, task, id, period, found };
    let title = move || {
        let lang = store.lang();
        task.with(|task| {
            let task = task.as_ref().map(|task| task_name(task.is_built_in, &task.id, task.title.get(lang)));
            format!("{name}: {}", task.unwrap_or_default())
        })
    };
    let periods = move || {
        let lang = store.lang();
        let Some(task) = task.get() else { return Vec::new() };
        let shown = periods_of(&task, tasking.as_of.get(), period.get());
        shown.into_iter().map(|period| (period.to_string(), period_text(lang, period))).collect::<Vec<_>>()
    };
    let show_period = move |text: String| {
        tasking.cell.update(|cell| {
            if let Some(cell) = cell {
                cell.period = Period::from_text(&text);
            }
        });
    };
    let status = Memo::new(move |_| found.with(|found| found.as_ref().and_then(|found| found.status)));
    let statuses = Status::ALL.map(|(_, each)| {
        let set = move |_| {
            here.write(CheckInChange { status: Some(each), ..CheckInChange::default() });
        };
        view! {
            <button
                type="button"
                aria-pressed=live(move || (status.get() == Some(each)).to_string())
                on:click=on(set)
            >
                <span class="sign" aria-hidden="true">{status_sign(each)}</span>
                {say(status_words(each))}
            </button>
        }
    });
    let clear = move |_| {
        if let Some(key) = here.key()
            && let Err(error) = store.desk().write(Intent::ClearCheckIns(vec![key]))
        {
            tell(store, &error);
        }
        page::focus_soon("check-in-title");
    };
    // Fields belong to one period: another one brings other fields, so that nothing typed lands in the wrong one.
    let inputs = move || {
        period.track();
        view! {
            <Remark here=here/>
            <Figure here=here/>
            <OutcomeFields here=here/>
        }
    };
    view! {
        <section
            class="cell-details check-in no-print"
            aria-labelledby="check-in-title"
            on:keydown=on(move |event: web_sys::KeyboardEvent| {
                if event.key() == "Escape" {
                    looking.close();
                }
            })
        >
            <div class="card-head">
                <h3 id="check-in-title" tabindex="-1">{live(title)}</h3>
                <button type="button" on:click=on(move |_| looking.close())>{say(working::CLOSE)}</button>
            </div>
            <div class="row check-in-first">
                <Choice
                    label=working::PERIOD
                    choices=Signal::derive(periods)
                    value=Signal::derive(move || period.get().map(|period| period.to_string()).unwrap_or_default())
                    on_choose=show_period
                />
                <div class="segments statuses" role="group" aria-label=say(working::SET_STATUS)>{statuses.collect_view()}</div>
                <button type="button" disabled=live(move || found.with(Option::is_none)) on:click=on(clear)>
                    {say(working::CLEAR)}
                </button>
            </div>
            {part(move || versions(here))}
            {part(inputs)}
            <dl>{part(move || facts(here))}</dl>
        </section>
    }
}

/// The name of an area, or of a street or village.
fn place_name(store: Store, place: &str) -> String {
    if let Some(area_ix) = store.data_set.area_ix(place) {
        return store.data_set.areas[area_ix].name.clone();
    }
    let found = store.desk().journal.with_untracked(|journal| journal.state().subdivision(place));
    found.map(|found| found.name).unwrap_or_default()
}

/// The periods that a check-in can be for, latest first: from the task's start to the one that is asked for now, and the
/// one that is shown.
fn periods_of(task: &Task, as_of: crate::text::date::CivilDate, shown: Option<Period>) -> Vec<Period> {
    let schedule = task.schedule;
    let mut periods = Vec::new();
    if let Some(current) = schedule.current(as_of) {
        for back in 0..MAX_PERIODS {
            let period = schedule.period(current.number() - back);
            if !schedule.has(period) || back > 0 && period.year().is_none_or(|year| year < 0) {
                break;
            }
            // Without a start the past has no end; a year of it is enough.
            if schedule.start.is_none() && back > 12 {
                break;
            }
            periods.push(period);
        }
    }
    periods.extend(shown.filter(|shown| !periods.contains(shown)));
    periods
}

/// What is known of the cell, as terms with their words.
fn facts(here: Place) -> Made {
    let lang = here.store.lang();
    let Some(task) = here.task.get() else { return ().made() };
    let due = here.period.get().and_then(|period| task.schedule.due_day(period));
    let due = due.map_or_else(|| working::NO_DUE.get(lang).to_owned(), |due| date::date(lang, due));
    let entered = here.found.get().map_or_else(
        || working::NOT_ENTERED.get(lang).to_owned(),
        |found| entered_text(&found.author, found.at_ms, lang),
    );
    let role = task.role.get(lang).to_owned();
    let facts = [
        (working::ENTERED, entered),
        (working::DUE, due),
        (working::WHO, role),
        (working::EVIDENCE, task.evidence.clone()),
    ];
    let fact = |(term, told): (crate::text::words::Words, String)| {
        view! { <div><dt>{term.get(lang)}</dt><dd>{told}</dd></div> }
    };
    facts.into_iter().filter(|(_, told)| !told.is_empty()).map(fact).collect_view().made()
}

/// Who entered something, and when.
pub fn entered_text(author: &str, at_ms: u64, lang: Lang) -> String {
    let who = if author.is_empty() { notes::NO_NAME.get(lang) } else { author };
    format!("{who}, {}", date::date_time_of(lang, at_ms as i64, clock::offset_minutes()))
}

/// Where people entered different things: each with a button that keeps it.
fn versions(here: Place) -> Made {
    let lang = here.store.lang();
    here.found.track();
    let Some(key) = here.key() else { return ().made() };
    let conflicts =
        here.store.desk().with_journal(|journal| journal.state().conflicts_of(&Kind::CheckIn, &key.to_string()));
    let unit = here.task.with(|task| {
        let indicator =
            task.as_ref().and_then(|task| task.measure.as_ref().map(|measure| measure.indicator.clone()))?;
        here.store.indicators().iter().find(|found| found.id == indicator).map(|found| found.short.get(lang))
    });
    let group = |conflict: Conflict| {
        let field = match conflict.target.field.as_str() {
            check_in::STATUS => working::STATUS.get(lang),
            check_in::REMARK => working::REMARK.get(lang),
            check_in::FIGURE => unit.unwrap_or(tasks::SHARE_ON_TRACK.get(lang)),
            field => Outcome::ALL
                .iter()
                .find(|(known, _)| *known == field)
                .map_or("", |(_, outcome)| outcome_words(*outcome).get(lang)),
        };
        let target = conflict.target.clone();
        let choices = conflict.versions.into_iter().map(|version| {
            let who = if version.author.is_empty() { notes::NO_NAME.get(lang) } else { &version.author };
            let text = value_text(&version.value, lang);
            let told = working::VERSION.fill(lang, &[("value", &text), ("who", who)]);
            let keep = working::KEEP.fill(lang, &[("value", &text)]);
            let (target, value) = (target.clone(), version.value);
            let choose = move |_| {
                let intent = Intent::Resolve { target: target.clone(), value: value.clone() };
                if let Err(error) = here.store.desk().write(intent) {
                    tell(here.store, &error);
                }
                page::focus_soon("check-in-title");
            };
            view! {
                <li>
                    <span>{told}</span>
                    <button type="button" on:click=on(choose)>{keep}</button>
                </li>
            }
        });
        view! {
            <div class="versions-list">
                <h4>{working::VERSIONS.fill(lang, &[("field", field)])}</h4>
                <ul>{choices.collect_view()}</ul>
            </div>
        }
    };
    conflicts.into_iter().map(group).collect_view().made()
}

fn value_text(value: &Value, lang: Lang) -> String {
    match value {
        Value::Text(text) => {
            Status::from_code(text).map_or_else(|| text.clone(), |status| status_words(status).get(lang).to_owned())
        }
        Value::Number(value) => number::significant(lang, *value, 12),
        _ => working::EMPTY_VALUE.get(lang).to_owned(),
    }
}
