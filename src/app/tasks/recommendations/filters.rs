//! The filters of the list, and what is done with many at once.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::{Looking, PAGE, TITLE_ID};
use crate::app::fields::Choice;
use crate::app::notes::tell;
use crate::app::say::{live, on, say, shown_if};
use crate::goals::recommendations::theme_key;
use crate::goals::words::status_words;
use crate::goals::{Filter, addressees, themes};
use crate::journal::{GoalIntent, Intent, RecommendationStatus};
use crate::text::number;
use crate::text::say::{goals, recommending};
use crate::text::words::Words;
use crate::web::page;

/// Stands for "all" in a choice; no code and no theme is like it.
const ANY: &str = "\u{1}";

/// Entries of statuses.
pub fn statuses(looking: Looking) -> Vec<(String, String)> {
    let lang = looking.store.lang();
    RecommendationStatus::ALL.map(|status| (status.code().to_owned(), status_words(status).get(lang).to_owned())).into()
}

/// The row of filters.
#[component]
pub fn Filters(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let any = move || (ANY.to_owned(), recommending::ANY.get(store.lang()).to_owned());
    let with_any = move |mut entries: Vec<(String, String)>| {
        entries.insert(0, any());
        entries
    };
    let keyed = |texts: Vec<String>| texts.into_iter().map(|text| (theme_key(&text), text)).collect::<Vec<_>>();
    let all_statuses = move || with_any(statuses(looking));
    let all_themes = move || {
        let mut entries = with_any(keyed(looking.all.with(|all| themes(all))));
        entries.push((String::new(), goals::NO_THEME.get(store.lang()).to_owned()));
        entries
    };
    let all_areas = move || {
        let mut entries = Vec::new();
        for area in &store.data_set.areas {
            if looking.all.with(|all| all.iter().any(|one| one.area == area.code)) {
                entries.push((area.code.clone(), area.name.clone()));
            }
        }
        with_any(entries)
    };
    let all_addressees = move || with_any(keyed(looking.all.with(|all| addressees(all))));
    let change = move |change: &dyn Fn(&mut Filter)| {
        looking.filter.update(|filter| change(filter));
        looking.limit.set(PAGE);
    };
    let text_of = |wanted: Option<String>| wanted.unwrap_or_else(|| ANY.to_owned());
    let wanted = |text: String| Some(text).filter(|text| text != ANY);
    let n_chosen = move || store.derived.parts.selection.with(BTreeSet::len);
    let is_filtered = move || looking.filter.with(|filter| *filter != Filter::default()) || looking.chosen_only.get();
    let clear = move |_| {
        looking.filter.set(Filter::default());
        looking.chosen_only.set(false);
        page::focus_soon(TITLE_ID);
    };
    view! {
        <div class="row filters-row no-print" role="group" aria-label=say(recommending::FILTERS)>
            <label class="field grow">
                <span>{say(recommending::SEARCH)}</span>
                <input
                    type="search"
                    autocomplete="off"
                    prop:value=live(move || looking.filter.with(|filter| filter.search.clone()))
                    on:input=on(move |event: web_sys::Event| {
                        let search = event_target_value(&event);
                        change(&|filter| filter.search.clone_from(&search));
                    })
                />
            </label>
            <Choice
                label=goals::STATUS
                choices=Signal::derive(all_statuses)
                value=Signal::derive(move || text_of(looking.filter.with(|filter| filter.status.map(|status| status.code().to_owned()))))
                on_choose=move |code: String| change(&|filter| filter.status = RecommendationStatus::from_code(&code))
            />
            <Choice
                label=goals::THEME
                choices=Signal::derive(all_themes)
                value=Signal::derive(move || text_of(looking.filter.with(|filter| filter.theme.clone())))
                on_choose=move |key: String| change(&|filter| filter.theme = wanted(key.clone()))
            />
            <Choice
                label=recommending::BY_AREA
                choices=Signal::derive(all_areas)
                value=Signal::derive(move || text_of(looking.filter.with(|filter| filter.area.clone())))
                on_choose=move |code: String| change(&|filter| filter.area = wanted(code.clone()))
            />
            <Choice
                label=goals::TO
                choices=Signal::derive(all_addressees)
                value=Signal::derive(move || text_of(looking.filter.with(|filter| filter.to.clone())))
                on_choose=move |key: String| change(&|filter| filter.to = wanted(key.clone()))
            />
            {shown_if(move || n_chosen() > 0 || looking.chosen_only.get(), move || view! {
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=live(move || looking.chosen_only.get())
                        on:change=on(move |event: web_sys::Event| looking.chosen_only.set(event_target_checked(&event)))
                    />
                    {live(move || {
                        let n = number::whole(store.lang(), n_chosen() as u64);
                        recommending::CHOSEN_ONLY.fill(store.lang(), &[("n", &n)])
                    })}
                </label>
            })}
            {shown_if(is_filtered, move || view! {
                <button type="button" on:click=on(clear)>{say(recommending::CLEAR_FILTERS)}</button>
            })}
        </div>
    }
}

/// Another status for all that are marked, as one act.
#[component]
pub fn Many(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let status = RwSignal::new(RecommendationStatus::Gathered);
    let problem = RwSignal::new(None::<Words>);
    let problem_id = store.new_id("problem");
    let described_by = problem_id.clone();
    // Only what is still there counts: others may have deleted some of it since.
    let ids = move || {
        let marked = looking.marked.get();
        looking
            .all
            .with(|all| all.iter().map(|one| one.id.clone()).filter(|id| marked.contains(id)).collect::<Vec<_>>())
    };
    let set = move |_| {
        let ids = untrack(ids);
        if ids.is_empty() {
            return problem.set(Some(recommending::NONE_MARKED));
        }
        problem.set(None);
        let (lang, n, to) = (store.lang_now(), ids.len() as u64, status.get_untracked());
        match store.desk().write(Intent::Goal(GoalIntent::SetStatus { ids, status: to })) {
            Ok(_) => {
                let values = [("status", status_words(to).get(lang)), ("n", &number::whole(lang, n))];
                store.announce(recommending::STATUS_SET.fill(lang, &values));
                looking.marked.set(BTreeSet::new());
            }
            Err(error) => tell(store, &error),
        }
    };
    view! {
        <div class="row many no-print" role="group" aria-label=say(recommending::MANY)>
            <span class="n-marked">
                {live(move || {
                    let n = number::whole(store.lang(), ids().len() as u64);
                    recommending::N_MARKED.fill(store.lang(), &[("n", &n)])
                })}
            </span>
            <Choice
                label=recommending::NEW_STATUS
                choices=Signal::derive(move || statuses(looking))
                value=Signal::derive(move || status.get().code().to_owned())
                on_choose=move |code: String| status.set(RecommendationStatus::from_code(&code).unwrap_or_default())
            />
            <button
                type="button"
                aria-describedby=live(move || problem.get().map(|_| described_by.clone()))
                on:click=on(set)
            >
                {say(recommending::SET_STATUS)}
            </button>
            <span class="problem" role="alert" id=problem_id>
                {live(move || problem.get().filter(|_| ids().is_empty()).map(|words| words.get(store.lang())))}
            </span>
        </div>
    }
}
