//! Entering a recommendation. What is wrong is said at its field, and nothing is taken until all is right.

use leptos::prelude::*;

use super::{Looking, proposals};
use crate::app::fields::Choice;
use crate::app::notes::tell;
use crate::app::say::{live, on, part, say};
use crate::app::store::Tone;
use crate::app::tasking::Tasking;
use crate::journal::clean::{MAX_NAME_CHARS, MAX_TEXT_CHARS, is_longer};
use crate::journal::{GoalIntent, Intent, RecommendationDraft};
use crate::review::register::of_area;
use crate::text::date::CivilDate;
use crate::text::number;
use crate::text::say::{goals, recommending};
use crate::web::page;

/// A field with what is wrong in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Problem {
    NoArea,
    NoText,
    TextTooLong,
    BadDate,
}

impl Problem {
    pub fn words(self, lang: crate::data::Lang) -> String {
        let words = match self {
            Problem::NoArea => recommending::NO_AREA,
            Problem::NoText => recommending::NO_TEXT,
            Problem::TextTooLong => recommending::TOO_LONG,
            Problem::BadDate => recommending::BAD_DATE,
        };
        words.fill(lang, &[("max", &number::whole(lang, MAX_TEXT_CHARS as u64))])
    }
}

/// The day that stands in a date field: `None` if it is empty, an error if it is none.
pub fn day_in(input: &web_sys::HtmlInputElement) -> Result<Option<CivilDate>, Problem> {
    let text = input.value();
    // A browser's date field that is half filled has an empty value and says that it does not hold.
    match CivilDate::parse(&text) {
        Some(day) => Ok(Some(day)),
        None if text.is_empty() && input.check_validity() => Ok(None),
        None => Err(Problem::BadDate),
    }
}

/// The streets and villages of an area as entries, after the entry for none.
pub fn subdivisions(looking: Looking, area: &str, chosen: &str) -> Vec<(String, String)> {
    let store = looking.store;
    let lang = store.lang();
    let mut entries = vec![(String::new(), recommending::NO_SUBDIVISION.get(lang).to_owned())];
    store.desk().with_journal(|journal| {
        for found in of_area(journal.state(), area, false) {
            entries.push((found.id, found.name));
        }
        if !entries.iter().any(|(id, _)| id == chosen) {
            let name = journal.state().subdivision(chosen).map_or_else(|| chosen.to_owned(), |found| found.name);
            entries.push((chosen.to_owned(), recommending::STRANGE_SUBDIVISION.fill(lang, &[("name", &name)])));
        }
    });
    entries
}

/// The card of the form.
#[component]
pub fn Form(looking: Looking) -> impl IntoView {
    let store = looking.store;
    // Whoever comes with a chosen area wants to write for that one.
    let first = store.query.with_untracked(|query| match query.selection.iter().collect::<Vec<_>>()[..] {
        [code] if store.data_set.area_ix(code).is_some() => code.clone(),
        _ => String::new(),
    });
    let area = RwSignal::new(first);
    let [subdivision, text, theme, to] = [(); 4].map(|()| RwSignal::new(String::new()));
    let day = NodeRef::<leptos::html::Input>::new();
    let problem = RwSignal::new(None::<Problem>);
    let today = untrack(|| Tasking::of(store).as_of.get()).to_string();
    let areas = move || {
        let mut entries = vec![(String::new(), recommending::CHOOSE.get(store.lang()).to_owned())];
        entries.extend(store.data_set.areas.iter().map(|area| (area.code.clone(), area.name.clone())));
        entries
    };
    let checked = move || -> Result<RecommendationDraft, Problem> {
        let draft = RecommendationDraft {
            area: area.get_untracked(),
            text: text.get_untracked().trim().to_owned(),
            theme: theme.get_untracked(),
            to: to.get_untracked(),
            date: day.get_untracked().map_or(Ok(None), |input| day_in(&input))?,
            subdivision: subdivision.get_untracked(),
        };
        match &draft {
            _ if draft.area.is_empty() => Err(Problem::NoArea),
            _ if draft.text.is_empty() => Err(Problem::NoText),
            _ if is_longer(&draft.text, MAX_TEXT_CHARS) => Err(Problem::TextTooLong),
            _ => Ok(draft),
        }
    };
    let submit = move |_| {
        let draft = match checked() {
            Ok(draft) => draft,
            Err(found) => {
                problem.set(Some(found));
                return page::focus(match found {
                    Problem::NoArea => "recommendation-new-area",
                    Problem::NoText | Problem::TextTooLong => "recommendation-new-text",
                    Problem::BadDate => "recommendation-new-date",
                });
            }
        };
        problem.set(None);
        let name = looking.area_name(&draft.area);
        match store.desk().write(Intent::Goal(GoalIntent::Raise(draft))) {
            Ok(_) => {
                let words = recommending::ADDED.fill(store.lang_now(), &[("name", &name)]);
                store.notify("recommendation", Tone::Plain, words);
                // Area, theme, addressee and day stay: a ward's next recommendation often has the same.
                text.set(String::new());
                page::focus("recommendation-new-text");
            }
            Err(error) => tell(store, &error),
        }
    };
    let is_wrong = move |which: &[Problem]| problem.get().is_some_and(|found| which.contains(&found));
    let message = move |which: &'static [Problem]| {
        live(move || problem.get().filter(|found| which.contains(found)).map(|found| found.words(store.lang())))
    };
    let has_subdivisions = Memo::new(move |_| subdivisions(looking, &area.get(), "").len() > 1);
    let themes_id = store.new_id("themes");
    let addressees_id = store.new_id("addressees");
    let max_name = MAX_NAME_CHARS.to_string();
    view! {
        <section class="card recommendation-form no-print" aria-labelledby="recommendation-form-title">
            <h2 id="recommendation-form-title">{say(recommending::ADD_TITLE)}</h2>
            <div class="fields">
                <div><label class="field">
                    <span>{say(recommending::AREA)}</span>
                    <select
                        id="recommendation-new-area"
                        prop:value=live(move || area.get())
                        aria-invalid=live(move || is_wrong(&[Problem::NoArea]).to_string())
                        aria-describedby="recommendation-new-area-problem"
                        on:change=on(move |event: web_sys::Event| {
                            subdivision.set(String::new());
                            area.set(event_target_value(&event));
                        })
                    >
                        {part(move || {
                            let now = area.get_untracked();
                            let option = |(code, name): (String, String)| {
                                let is_chosen = code == now;
                                view! { <option value=code selected=is_chosen>{name}</option> }
                            };
                            areas().into_iter().map(option).collect_view()
                        })}
                    </select>
                </label>
                <p class="problem" role="alert" id="recommendation-new-area-problem">{message(&[Problem::NoArea])}</p></div>
                {crate::app::say::shown_if(move || has_subdivisions.get(), move || view! {
                    <Choice
                        label=goals::SUBDIVISION
                        choices=Signal::derive(move || subdivisions(looking, &area.get(), ""))
                        value=subdivision
                        on_choose=move |id: String| subdivision.set(id)
                    />
                })}
                <div><label class="field">
                    <span>{say(recommending::DATE)}</span>
                    <input
                        type="date"
                        id="recommendation-new-date"
                        node_ref=day
                        value=today
                        aria-invalid=live(move || is_wrong(&[Problem::BadDate]).to_string())
                        aria-describedby="recommendation-new-date-problem"
                    />
                </label>
                <p class="problem" role="alert" id="recommendation-new-date-problem">{message(&[Problem::BadDate])}</p></div>
                <div class="wide"><label class="field">
                    <span>{say(recommending::TEXT)}</span>
                    <textarea
                        id="recommendation-new-text"
                        maxlength=MAX_TEXT_CHARS.to_string()
                        prop:value=live(move || text.get())
                        aria-invalid=live(move || is_wrong(&[Problem::NoText, Problem::TextTooLong]).to_string())
                        aria-describedby="recommendation-new-text-problem"
                        on:input=on(move |event: web_sys::Event| text.set(event_target_value(&event)))
                    ></textarea>
                </label>
                <p class="problem" role="alert" id="recommendation-new-text-problem">
                    {message(&[Problem::NoText, Problem::TextTooLong])}
                </p></div>
                <label class="field">
                    <span>{say(goals::THEME)}</span>
                    <input
                        type="text"
                        autocomplete="off"
                        maxlength=max_name.clone()
                        list=themes_id.clone()
                        prop:value=live(move || theme.get())
                        on:input=on(move |event: web_sys::Event| theme.set(event_target_value(&event)))
                    />
                </label>
                <label class="field">
                    <span>{say(goals::TO)}</span>
                    <input
                        type="text"
                        autocomplete="off"
                        maxlength=max_name
                        list=addressees_id.clone()
                        prop:value=live(move || to.get())
                        on:input=on(move |event: web_sys::Event| to.set(event_target_value(&event)))
                    />
                </label>
            </div>
            {proposals(themes_id, move || looking.proposed_themes())}
            {proposals(addressees_id, move || looking.proposed_addressees())}
            <button type="button" class="primary" on:click=on(submit)>{say(recommending::ADD)}</button>
        </section>
    }
}
