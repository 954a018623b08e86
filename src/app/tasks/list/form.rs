//! The form of a task. What is wrong is said at its field, and nothing is taken until all is right.

use leptos::prelude::*;

use super::Looking;
use crate::app::fields::Choice;
use crate::app::notes::tell;
use crate::app::say::{live, on, say};
use crate::app::store::{Store, Tone};
use crate::data::{Lang, Tr};
use crate::journal::{Intent, Measure, Outcome, Recipients, Rhythm, TaskDraft};
use crate::tasks::Task;
use crate::tasks::say::{outcome_words, rhythm_words};
use crate::text::date::CivilDate;
use crate::text::say::working;
use crate::text::words::Words;
use crate::text::{number, typed_date};
use crate::web::page;

/// A field about which something may be wrong.
#[derive(Debug, Clone, Copy, PartialEq)]
enum At {
    Title,
    Start,
    Due,
    Target,
}

/// What is wrong: where, what, and the text that was typed.
type Problem = Option<(At, Words, String)>;

/// What stands in the form. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
struct Fields {
    titles: [RwSignal<String>; 3],
    group: RwSignal<String>,
    role: RwSignal<String>,
    rhythm: RwSignal<Rhythm>,
    start: RwSignal<String>,
    due: RwSignal<String>,
    evidence: RwSignal<String>,
    indicator: RwSignal<String>,
    target: RwSignal<String>,
    outcomes: RwSignal<Vec<Outcome>>,
}

impl Fields {
    fn of(draft: &TaskDraft, lang: Lang) -> Fields {
        let text = |text: &str| RwSignal::new(text.to_owned());
        let day = |day: Option<CivilDate>| {
            RwSignal::new(day.map(|day| typed_date::field_text(lang, day)).unwrap_or_default())
        };
        let target = draft.measure.as_ref().map(|measure| number::significant(lang, measure.target, 12));
        Fields {
            titles: Lang::ALL.map(|lang| text(draft.title.get(lang))),
            group: text(&draft.group),
            role: text(&draft.role),
            rhythm: RwSignal::new(draft.rhythm),
            start: day(draft.start),
            due: day(draft.due),
            evidence: text(&draft.evidence),
            indicator: text(draft.measure.as_ref().map_or("", |measure| &measure.indicator)),
            target: text(&target.unwrap_or_default()),
            outcomes: RwSignal::new(draft.outcomes.clone()),
        }
    }

    /// What was entered, checked.
    fn draft(self, to: Recipients, lang: Lang) -> Result<TaskDraft, (At, Words, String)> {
        let [vi, en, ru] = self.titles.map(|title| title.get_untracked().trim().to_owned());
        if vi.is_empty() && en.is_empty() && ru.is_empty() {
            return Err((At::Title, working::NO_TITLE, String::new()));
        }
        let day_in = |field: RwSignal<String>, at: At| {
            let text = field.get_untracked();
            if text.trim().is_empty() {
                return Ok(None);
            }
            let short = text.chars().take(40).collect();
            typed_date::read(&text).map(Some).ok_or((at, working::BAD_DAY_SHORT, short))
        };
        let (start, due) = (day_in(self.start, At::Start)?, day_in(self.due, At::Due)?);
        if start.zip(due).is_some_and(|(start, due)| start > due) {
            return Err((At::Due, working::ENDS_EARLY, String::new()));
        }
        let indicator = self.indicator.get_untracked();
        let measure = if indicator.is_empty() {
            None
        } else {
            let target = number::parse(lang, &self.target.get_untracked());
            let target = target.map_err(|_| (At::Target, working::NO_TARGET, String::new()))?;
            Some(Measure { indicator, target })
        };
        let text = |field: RwSignal<String>| field.get_untracked().trim().to_owned();
        Ok(TaskDraft {
            title: Tr { vi, en, ru },
            group: text(self.group),
            role: text(self.role),
            rhythm: self.rhythm.get_untracked(),
            start,
            due,
            evidence: text(self.evidence),
            measure,
            outcomes: self.outcomes.get_untracked(),
            to,
        })
    }
}

/// The card.
#[component]
pub(super) fn Form(looking: Looking, existing: Option<Task>) -> impl IntoView {
    let store = looking.store;
    let lang = store.lang_now();
    let everybody = TaskDraft { to: Recipients { all: true, areas: Vec::new() }, ..TaskDraft::default() };
    let was = existing.as_ref().map_or(everybody, |task| task.draft(lang));
    let fields = Fields::of(&was, lang);
    let id = existing.map(|task| task.id);
    let is_new = id.is_none();
    let problem = RwSignal::new(None::<(At, Words, String)>);
    let submit = move |_| {
        let lang = store.lang_now();
        let draft = match fields.draft(was.to.clone(), lang) {
            Ok(draft) => draft,
            Err(found) => {
                let at = found.0;
                problem.set(Some(found));
                return page::focus(field_id(at));
            }
        };
        problem.set(None);
        let title = [draft.title.get(lang), &draft.title.vi, &draft.title.en, &draft.title.ru];
        let name = title.into_iter().find(|title| !title.is_empty()).unwrap_or_default().to_owned();
        let intent = match id.clone() {
            Some(id) => Intent::EditTask { id, was: Box::new(was.clone()), draft: Box::new(draft) },
            None => Intent::AddTask(Box::new(draft)),
        };
        if let Err(error) = store.desk().write(intent) {
            return tell(store, &error);
        }
        if is_new {
            store.notify("task", Tone::Plain, working::ADDED.fill(lang, &[("name", &name)]));
        }
        looking.close();
    };
    let rhythms = move || {
        let entry =
            |(code, rhythm): (&str, Rhythm)| (code.to_owned(), rhythm_words(rhythm).get(store.lang()).to_owned());
        Rhythm::ALL.map(entry).to_vec()
    };
    let indicators = move || {
        let lang = store.lang();
        let mut entries = vec![(String::new(), working::NO_MEASURE.get(lang).to_owned())];
        let others = store.indicators().iter().filter(|indicator| indicator.group != crate::tasks::indicators::GROUP);
        entries.extend(others.map(|indicator| (indicator.id.clone(), indicator.label.get(lang).to_owned())));
        entries
    };
    let groups = move || {
        let lang = store.lang();
        let mut names: Vec<String> = Vec::new();
        looking.tasking.tasks.with(|tasks| {
            for name in tasks.iter().map(|task| task.group.get(lang)) {
                if !name.is_empty() && !names.iter().any(|known| known == name) {
                    names.push(name.to_owned());
                }
            }
        });
        names.into_iter().map(|name| view! { <option value=name></option> }).collect_view()
    };
    let counts = Outcome::ALL.map(|(_, outcome)| {
        let toggle = move |event: web_sys::Event| {
            let counts = event_target_checked(&event);
            fields.outcomes.update(|outcomes| {
                outcomes.retain(|counted| *counted != outcome);
                if counts {
                    outcomes.push(outcome);
                }
            });
        };
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=live(move || fields.outcomes.with(|outcomes| outcomes.contains(&outcome)))
                    on:change=on(toggle)
                />
                <span>{say(outcome_words(outcome))}</span>
            </label>
        }
    });
    let [vi, en, ru] = fields.titles;
    view! {
        <section
            class="card task-form no-print"
            aria-labelledby="task-form-title"
            on:keydown=on(move |event: web_sys::KeyboardEvent| if event.key() == "Escape" { looking.close() })
        >
            <h2 id="task-form-title" tabindex="-1">{say(if is_new { working::ADD_TASK } else { working::EDIT_TASK })}</h2>
            <fieldset>
                <legend>{say(working::TITLES)}</legend>
                <div class="row">
                    <TextIn label=working::TITLE_VI value=vi id=field_id(At::Title) at=At::Title problem=problem/>
                    <TextIn label=working::TITLE_EN value=en/>
                    <TextIn label=working::TITLE_RU value=ru/>
                </div>
                <Wrong at=At::Title problem=problem/>
            </fieldset>
            <div class="row">
                <TextIn label=working::GROUP_FIELD value=fields.group list="task-groups"/>
                <datalist id="task-groups">{groups}</datalist>
                <TextIn label=working::ROLE_FIELD value=fields.role/>
            </div>
            <div class="row">
                <Choice
                    label=working::RHYTHM
                    choices=Signal::derive(rhythms)
                    value=Signal::derive(move || fields.rhythm.get().code().to_owned())
                    on_choose=move |code: String| fields.rhythm.set(Rhythm::from_code(&code).unwrap_or_default())
                />
                <div>
                    <TextIn label=working::START value=fields.start id=field_id(At::Start) at=At::Start problem=problem hint=working::DAY_EXAMPLE/>
                    <Wrong at=At::Start problem=problem/>
                </div>
                <div>
                    <TextIn label=working::LAST value=fields.due id=field_id(At::Due) at=At::Due problem=problem hint=working::DAY_EXAMPLE/>
                    <Wrong at=At::Due problem=problem/>
                </div>
            </div>
            <TextIn label=working::EVIDENCE_FIELD value=fields.evidence/>
            <div class="row">
                <Choice
                    label=working::MEASURE
                    choices=Signal::derive(indicators)
                    value=fields.indicator
                    on_choose=move |id: String| fields.indicator.set(id)
                />
                <div hidden=live(move || fields.indicator.with(String::is_empty))>
                    <TextIn label=working::TARGET value=fields.target id=field_id(At::Target) at=At::Target problem=problem/>
                    <Wrong at=At::Target problem=problem/>
                </div>
            </div>
            <fieldset>
                <legend>{say(working::COUNTS)}</legend>
                <div class="row">{counts.collect_view()}</div>
            </fieldset>
            <div class="row">
                <button type="button" class="primary" on:click=on(submit)>
                    {say(if is_new { working::ADD_TASK } else { working::SAVE })}
                </button>
                <button type="button" on:click=on(move |_| looking.close())>{say(working::CANCEL)}</button>
            </div>
        </section>
    }
}

fn field_id(at: At) -> &'static str {
    match at {
        At::Title => "task-title",
        At::Start => "task-start",
        At::Due => "task-due",
        At::Target => "task-target",
    }
}

fn problem_id(at: At) -> &'static str {
    match at {
        At::Title => "task-title-problem",
        At::Start => "task-start-problem",
        At::Due => "task-due-problem",
        At::Target => "task-target-problem",
    }
}

#[component]
fn TextIn(
    label: Words,
    value: RwSignal<String>,
    #[prop(optional)] id: &'static str,
    #[prop(optional)] at: Option<At>,
    #[prop(optional)] problem: Option<RwSignal<Problem>>,
    #[prop(optional)] hint: Option<Words>,
    #[prop(optional)] list: &'static str,
) -> impl IntoView {
    let store = Store::take();
    let is_wrong = move || {
        at.is_some() && problem.is_some_and(|problem| problem.with(|found| found.as_ref().map(|found| found.0) == at))
    };
    let some = |text: &'static str| (!text.is_empty()).then_some(text);
    view! {
        <label class="field grow">
            <span>{say(label)}</span>
            <input
                id=some(id)
                list=some(list)
                autocomplete="off"
                maxlength="1000"
                placeholder=live(move || hint.map(|hint| hint.get(store.lang())))
                prop:value=live(move || value.get())
                aria-invalid=live(move || is_wrong().to_string())
                aria-describedby=live(move || at.filter(|_| is_wrong()).map(problem_id))
                on:input=on(move |event: web_sys::Event| value.set(event_target_value(&event)))
            />
        </label>
    }
}

/// What is wrong with the fields before.
#[component]
fn Wrong(at: At, problem: RwSignal<Problem>) -> impl IntoView {
    let store = Store::take();
    let text = move || {
        let found = problem.get().filter(|found| found.0 == at);
        found.map(|(_, words, typed)| words.fill(store.lang(), &[("text", &typed)]))
    };
    view! { <p class="problem" id=problem_id(at) role="alert" hidden=live(move || text().is_none())>{live(text)}</p> }
}
