//! One recommendation, opened: its fields, how far it has come, what people differ in, what it is linked with.

use leptos::prelude::*;

use super::filters::statuses;
use super::form::{Problem, day_in, subdivisions};
use super::links::Links;
use super::{Looking, TITLE_ID, proposals};
use crate::app::differing::Difference;
use crate::app::fields::Choice;
use crate::app::notes::{by_words, tell};
use crate::app::say::{live, on, part, say};
use crate::app::store::{Notice, Remedy, Tone};
use crate::app::typing::{TextAt, TypedText};
use crate::goals::words::status_words;
use crate::journal::clean::MAX_NAME_CHARS;
use crate::journal::{GoalIntent, Intent, Recommendation, RecommendationField, RecommendationStatus};
use crate::text::say::{goals, recommending};
use crate::text::words::Words;
use crate::web::page;

/// The open one.
#[derive(Clone, Copy)]
pub struct Opened {
    pub looking: Looking,
    pub id: StoredValue<String>,
    pub one: Memo<Option<Recommendation>>,
}

impl Opened {
    /// Something of it, tracked; nothing once it is gone.
    fn of<T: Default>(self, look: impl FnOnce(&Recommendation) -> T) -> T {
        self.one.with(|one| one.as_ref().map(look).unwrap_or_default())
    }

    /// Carries out what a person wants of it; what is refused is told.
    pub fn write(self, intent: impl FnOnce(String) -> GoalIntent) -> bool {
        // A change is told after the field has left the page, too.
        let Some(id) = self.id.try_get_value() else { return false };
        let store = self.looking.store;
        let outcome = store.desk().write(Intent::Goal(intent(id)));
        outcome.map_err(|error| tell(store, &error)).is_ok()
    }

    fn edit(self, field: RecommendationField, text: String) {
        self.write(|id| GoalIntent::EditRecommendation { id, field, text });
    }
}

/// The editor.
#[component]
pub fn Editor(looking: Looking, id: String) -> impl IntoView {
    let store = looking.store;
    let one = {
        let id = id.clone();
        Memo::new(move |_| looking.all.with(|all| all.iter().find(|one| one.id == id).cloned()))
    };
    let opened = Opened { looking, id: StoredValue::new(id), one };
    let name = move || looking.area_name(&opened.of(|one| one.area.clone()));
    let conflicts = move || {
        let lang = store.lang();
        let all = opened.of(|one| one.conflicts.clone()).into_iter();
        let view = |conflict| {
            view! { <Difference conflict=conflict after="recommendation-title" names_thing=false lang=lang/> }
        };
        all.map(view).collect_view()
    };
    let entered = move || {
        let by = opened.of(|one| by_words(&one.created_by, one.created_at_ms, store.lang()));
        recommending::ENTERED.fill(store.lang(), &[("by", &by)])
    };
    let delete = move |_| {
        let name = untrack(name);
        if opened.write(|id| GoalIntent::DeleteRecommendation { id, deleted: true }) {
            looking.open.set(None);
            let text = recommending::DELETED.fill(store.lang_now(), &[("name", &name)]);
            store.notify_with(Notice { key: "deleted", tone: Tone::Plain, text, remedy: Some(Remedy::Undo) });
            page::focus_soon(TITLE_ID);
        }
    };
    view! {
        <div
            class="opened"
            role="group"
            aria-labelledby="recommendation-title"
            on:keydown=on(move |event: web_sys::KeyboardEvent| {
                if event.key() == "Escape" {
                    looking.close();
                }
            })
        >
            <div class="card-head">
                <h3 id="recommendation-title" tabindex="-1">
                    {live(move || recommending::ONE_OF.fill(store.lang(), &[("name", &name())]))}
                </h3>
                <div class="row no-print">
                    <button type="button" on:click=on(delete)>{say(recommending::DELETE)}</button>
                    <button type="button" on:click=on(move |_| looking.close())>{say(recommending::CLOSE)}</button>
                </div>
            </div>
            {part(conflicts)}
            <div class="fields">
                <Progress opened=opened/>
                <Long opened=opened label=recommending::TEXT field=RecommendationField::Text/>
                <Long opened=opened label=goals::DECISION field=RecommendationField::Decision/>
                <Long opened=opened label=goals::ANSWER field=RecommendationField::Answer/>
                <Facts opened=opened/>
            </div>
            <p class="muted small">{say(recommending::SAVED_HELP)} " " {live(entered)}</p>
            <Links opened=opened/>
        </div>
    }
}

/// How far it has come, who brought it there and when.
#[component]
fn Progress(opened: Opened) -> impl IntoView {
    let store = opened.looking.store;
    let by = move || {
        let lang = store.lang();
        opened.of(|one| {
            let by = by_words(&one.status_by, one.status_at_ms, lang);
            recommending::STATUS_BY.fill(lang, &[("status", status_words(one.status).get(lang)), ("by", &by)])
        })
    };
    let set = move |code: String| {
        let status = RecommendationStatus::from_code(&code).unwrap_or_default();
        opened.write(|id| GoalIntent::SetStatus { ids: vec![id], status });
    };
    view! {
        <div class="wide progress-row">
            <Choice
                label=goals::STATUS
                choices=Signal::derive(move || statuses(opened.looking))
                value=Signal::derive(move || opened.of(|one| one.status).code().to_owned())
                on_choose=set
            />
            <p class="muted small">{live(by)}</p>
        </div>
    }
}

/// A text of several lines. Where people differ, the field goes on from what was written here.
#[component]
fn Long(opened: Opened, label: Words, field: RecommendationField) -> impl IntoView {
    let store = opened.looking.store;
    let id = opened.id.get_value();
    let at = TextAt::Recommendation(id.clone(), field);
    let text = Memo::new(move |_| {
        store.desk().with_journal(|journal| journal.recommendation_text_to_edit(&id, field).to_owned())
    });
    view! { <TypedText label=label at=at stands=text is_wide=true/> }
}

/// Area, street or village, theme, addressee and day.
#[component]
fn Facts(opened: Opened) -> impl IntoView {
    let looking = opened.looking;
    let store = looking.store;
    let bad_day = RwSignal::new(false);
    let day_problem = store.new_id("problem");
    let described_by = day_problem.clone();
    let day = NodeRef::<leptos::html::Input>::new();
    let (themes_id, addressees_id) = (store.new_id("themes"), store.new_id("addressees"));
    let line =
        move |label: Words, field: RecommendationField, proposals: String, value: fn(&Recommendation) -> String| {
            view! {
                <label class="field">
                    <span>{say(label)}</span>
                    <input
                        type="text"
                        autocomplete="off"
                        maxlength=MAX_NAME_CHARS.to_string()
                        list=proposals
                        prop:value=live(move || opened.of(value))
                        on:change=on(move |event: web_sys::Event| opened.edit(field, event_target_value(&event)))
                    />
                </label>
            }
        };
    let areas = move || {
        let mut entries: Vec<_> =
            store.data_set.areas.iter().map(|area| (area.code.clone(), area.name.clone())).collect();
        let now = opened.of(|one| one.area.clone());
        if store.data_set.area_ix(&now).is_none() {
            entries.insert(0, (now.clone(), now));
        }
        entries
    };
    // A half-filled field tells no change, so it is looked at when it is left, too.
    let look_at_day = move || {
        let found = day.get_untracked().map(|input| day_in(&input))?;
        bad_day.try_set(found.is_err());
        found.ok()
    };
    let take_day = move || {
        if let Some(found) = look_at_day() {
            opened.edit(RecommendationField::Date, found.map(|day| day.to_string()).unwrap_or_default());
        }
    };
    view! {
        <Choice
            label=recommending::AREA
            choices=Signal::derive(areas)
            value=Signal::derive(move || opened.of(|one| one.area.clone()))
            on_choose=move |code: String| opened.edit(RecommendationField::Area, code)
        />
        <Choice
            label=goals::SUBDIVISION
            choices=Signal::derive(move || opened.of(|one| subdivisions(looking, &one.area, &one.subdivision)))
            value=Signal::derive(move || opened.of(|one| one.subdivision.clone()))
            on_choose=move |id: String| opened.edit(RecommendationField::Subdivision, id)
        />
        {line(goals::THEME, RecommendationField::Theme, themes_id.clone(), |one| one.theme.clone())}
        {line(goals::TO, RecommendationField::To, addressees_id.clone(), |one| one.to.clone())}
        <div><label class="field">
            <span>{say(recommending::DATE)}</span>
            <input
                type="date"
                node_ref=day
                prop:value=live(move || opened.of(|one| one.date.map(|day| day.to_string()).unwrap_or_default()))
                aria-invalid=live(move || bad_day.get().to_string())
                aria-describedby=live(move || bad_day.get().then(|| described_by.clone()))
                on:change=on(move |_: web_sys::Event| take_day())
                on:blur=on(move |_: web_sys::FocusEvent| {
                    look_at_day();
                })
            />
        </label>
        <p class="problem" role="alert" id=day_problem>
            {live(move || bad_day.get().then(|| Problem::BadDate.words(store.lang())))}
        </p></div>
        {proposals(themes_id, move || looking.proposed_themes())}
        {proposals(addressees_id, move || looking.proposed_addressees())}
    }
}
