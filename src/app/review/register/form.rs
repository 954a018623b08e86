//! Entering a street or village, or editing one.

use leptos::prelude::*;

use super::Looking;
use crate::app::fields::Choice;
use crate::app::notes::tell;
use crate::app::say::{live, on, say};
use crate::journal::{Intent, Subdivision, SubdivisionDraft, SubdivisionForm};
use crate::review::register::{LineProblem, checked_name, households_of, is_known};
use crate::text::number;
use crate::text::say::register;
use crate::text::words::Words;
use crate::web::page;

/// What is said about a field or a line that is not taken.
pub fn problem_words(problem: LineProblem) -> Words {
    match problem {
        LineProblem::NoName => register::NO_NAME,
        LineProblem::TooManyParts => register::TOO_MANY_PARTS,
        LineProblem::BadKind => register::BAD_KIND,
        LineProblem::BadHouseholds => register::BAD_HOUSEHOLDS,
        LineProblem::Known => register::IS_KNOWN,
    }
}

/// The name of a kind.
pub fn form_words(form: SubdivisionForm) -> Words {
    match form {
        SubdivisionForm::Street => register::STREET,
        SubdivisionForm::Village => register::VILLAGE,
    }
}

/// The form: of a new one, or of one that is there.
#[component]
pub fn Form(looking: Looking, existing: Option<Subdivision>) -> impl IntoView {
    let store = looking.store;
    let id = StoredValue::new(existing.as_ref().map(|found| found.id.clone()));
    let is_new = existing.is_none();
    let start = existing.unwrap_or_else(|| Subdivision {
        id: String::new(),
        area: String::new(),
        name: String::new(),
        form: SubdivisionForm::default(),
        households: None,
        retired: false,
    });
    let households = start.households.map(|value| number::number(store.lang_now(), value, 0)).unwrap_or_default();
    let name = RwSignal::new(start.name);
    let form = RwSignal::new(start.form);
    let households = RwSignal::new(households);
    let problem = RwSignal::new(None::<LineProblem>);
    let name_id = if is_new { "register-new-name" } else { "register-edit-name" };
    let problem_id = store.new_id("problem");
    let submit = move || {
        let known = untrack(|| looking.listed(false));
        let draft = checked_name(&name.get_untracked()).and_then(|name| {
            if is_known(&known, &name, id.get_value().as_deref()) {
                return Err(LineProblem::Known);
            }
            let households = households_of(store.lang_now(), &households.get_untracked())?;
            Ok(SubdivisionDraft { area: untrack(|| looking.code()), name, form: form.get_untracked(), households })
        });
        let draft = match draft {
            Ok(draft) => draft,
            Err(found) => return problem.set(Some(found)),
        };
        problem.set(None);
        let intent = match id.get_value() {
            Some(id) => Intent::EditSubdivision { id, draft },
            None => Intent::EnterSubdivision(draft),
        };
        if let Err(error) = store.desk().write(intent) {
            return tell(store, &error);
        }
        if is_new {
            name.set(String::new());
            households.set(String::new());
            page::focus(name_id);
        } else {
            looking.editing.set(None);
            page::focus_soon("register-area-title");
        }
    };
    let on_enter = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" {
            submit();
        }
    };
    let kinds = move || {
        let entry = |form: SubdivisionForm| (form.code().to_owned(), form_words(form).get(store.lang()).to_owned());
        vec![entry(SubdivisionForm::Street), entry(SubdivisionForm::Village)]
    };
    let is_wrong = move |about_households: bool| {
        problem.get().is_some_and(|found| (found == LineProblem::BadHouseholds) == about_households)
    };
    let described_by = StoredValue::new(problem_id.clone());
    let describes = move |about_households: bool| is_wrong(about_households).then(|| described_by.get_value());
    view! {
        <div class="row register-form" role="group" aria-label=say(if is_new { register::ADD_ONE } else { register::EDIT_SHORT })>
            <label class="field grow">
                <span>{say(register::NAME)}</span>
                <input
                    id=name_id
                    autocomplete="off"
                    maxlength="100"
                    prop:value=live(move || name.get())
                    aria-invalid=live(move || is_wrong(false).to_string())
                    aria-describedby=live(move || describes(false))
                    on:input=on(move |event: web_sys::Event| name.set(event_target_value(&event)))
                    on:keydown=on(on_enter)
                />
            </label>
            <Choice
                label=register::KIND
                choices=Signal::derive(kinds)
                value=Signal::derive(move || form.get().code().to_owned())
                on_choose=move |code: String| form.set(SubdivisionForm::from_code(&code))
            />
            <label class="field">
                <span>{say(register::HOUSEHOLDS)}</span>
                <input
                    inputmode="numeric"
                    autocomplete="off"
                    prop:value=live(move || households.get())
                    aria-invalid=live(move || is_wrong(true).to_string())
                    aria-describedby=live(move || describes(true))
                    on:input=on(move |event: web_sys::Event| households.set(event_target_value(&event)))
                    on:keydown=on(on_enter)
                />
            </label>
            <button type="button" class="primary" on:click=on(move |_| submit())>
                {say(if is_new { register::ADD } else { register::SAVE })}
            </button>
            {(!is_new).then(|| view! {
                <button type="button" on:click=on(move |_| {
                    looking.editing.set(None);
                    page::focus_soon("register-area-title");
                })>
                    {say(register::CANCEL)}
                </button>
            })}
        </div>
        <p class="problem" id=problem_id role="alert" hidden=live(move || problem.get().is_none())>
            {live(move || problem.get().map(|found| problem_words(found).get(store.lang())))}
        </p>
    }
}
