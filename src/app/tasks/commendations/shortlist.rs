//! The shortlist: areas with a person's reason, and certificates for individuals as counts by role.

use leptos::prelude::*;

use super::Commending;
use super::differing::{by_words, conflicts_view};
use super::fields::NumberOf;
use crate::app::fields::Choice;
use crate::app::made::IntoMade;
use crate::app::say::{list, live, on, part, say, shown_if};
use crate::data::Lang;
use crate::goals::honours::{self, COLLECTIVES, Honours, INDIVIDUALS};
use crate::journal::clean::{MAX_TAG_CHARS, MAX_TEXT_CHARS};
use crate::journal::shortlist::MAX_CERTIFICATES;
use crate::journal::{GoalIntent, ShortlistEntry, StepId};
use crate::text::number;
use crate::text::say::commending as words;
use crate::web::page;

const TITLE_ID: &str = "shortlist-title";
/// How long a person may stop while typing a reason until it is kept.
const KEEP_AFTER: std::time::Duration = std::time::Duration::from_millis(400);

/// The card.
#[component]
pub(super) fn Shortlist(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let codes =
        move || commending.shortlist.with(|all| all.iter().map(|entry| entry.area.clone()).collect::<Vec<String>>());
    let totals = Memo::new(move |_| commending.shortlist.with(|all| honours::honours(all)));
    view! {
        <section class="card commend-shortlist" aria-labelledby=TITLE_ID>
            <h2 id=TITLE_ID tabindex="-1">{say(words::SHORTLIST)}</h2>
            <p>{say(words::SHORTLIST_NOTE)}</p>
            <Adding commending=commending/>
            <p role="status">{live(move || totals.with(|totals| totals_words(totals, store.lang())))}</p>
            {part(move || warnings(commending, &totals.get()))}
            {shown_if(
                move || commending.shortlist.with(|all| all.is_empty()),
                || view! { <p class="muted">{say(words::SHORTLIST_EMPTY)}</p> },
            )}
            <datalist id="commend-roles">{part(move || roles(store.lang()))}</datalist>
            <div class="commend-entries">
                {list(codes, move |code| view! { <Entry commending=commending code=code/> })}
            </div>
        </section>
    }
}

fn totals_words(totals: &Honours, lang: Lang) -> String {
    let whole = |n: usize| number::whole(lang, n as u64);
    let (areas, people) = (whole(totals.collectives), number::whole(lang, u64::from(totals.individuals)));
    let (max, max_people) = (whole(COLLECTIVES), number::whole(lang, u64::from(INDIVIDUALS)));
    words::TOTALS.fill(lang, &[("areas", &areas), ("max", &max), ("people", &people), ("max_people", &max_people)])
}

fn warnings(commending: Commending, totals: &Honours) -> impl IntoView + use<> {
    let lang = commending.store.lang();
    let whole = |n: u64| number::whole(lang, n);
    let mut texts = Vec::new();
    if totals.too_many_collectives {
        let (n, max) = (whole((totals.collectives - COLLECTIVES) as u64), whole(COLLECTIVES as u64));
        texts.push(words::TOO_MANY.fill(lang, &[("n", &n), ("max", &max)]));
    }
    if totals.too_many_individuals {
        let (n, max) = (whole(u64::from(totals.individuals - INDIVIDUALS)), whole(u64::from(INDIVIDUALS)));
        texts.push(words::TOO_MANY_PEOPLE.fill(lang, &[("n", &n), ("max", &max)]));
    }
    if !totals.without_reason.is_empty() {
        let names: Vec<String> = totals.without_reason.iter().map(|code| area_name(commending, code)).collect();
        texts.push(words::NO_REASON.fill(lang, &[("list", &names.join(", "))]));
    }
    texts.into_iter().map(|text| view! { <p class="commend-warning">{text}</p> }).collect_view()
}

/// An area's name; its code if the set does not have it.
pub(super) fn area_name(commending: Commending, code: &str) -> String {
    let data_set = commending.store.data_set;
    data_set.area_ix(code).map_or_else(|| code.to_owned(), |ix| data_set.areas[ix].name.clone())
}

fn roles(lang: Lang) -> impl IntoView {
    let all = [words::ROLE_HEAD, words::ROLE_SECRETARY, words::ROLE_FRONT, words::ROLE_OFFICER];
    all.map(|role| view! { <option value=role.get(lang)></option> }).collect_view()
}

/// By hand: one area by name, or all that are chosen on the map.
#[component]
fn Adding(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let wanted = RwSignal::new(None::<String>);
    let choices = move || {
        let free = store.data_set.areas.iter().filter(|area| !commending.is_listed(&area.code));
        free.map(|area| (area.code.clone(), area.name.clone())).collect::<Vec<_>>()
    };
    let value = move || {
        let all = choices();
        let wanted = wanted.get().filter(|wanted| all.iter().any(|(code, _)| code == wanted));
        wanted.or_else(|| all.first().map(|(code, _)| code.clone())).unwrap_or_default()
    };
    let add = move |_| {
        let code = untrack(value);
        if !code.is_empty() {
            commending.list(vec![code], true);
        }
    };
    let selected = move || store.derived.parts.selection.with(|codes| codes.iter().cloned().collect::<Vec<String>>());
    let n_selected = Memo::new(move |_| selected().len());
    let text =
        move || words::ADD_SELECTED.fill(store.lang(), &[("n", &number::whole(store.lang(), n_selected.get() as u64))]);
    view! {
        <div class="row commend-row">
            <Choice
                label=words::ADD
                choices=Signal::derive(choices)
                value=Signal::derive(value)
                on_choose=move |code: String| wanted.set(Some(code))
            />
            <button type="button" on:click=on(add)>{say(words::ADD_BUTTON)}</button>
            {shown_if(
                move || 0 < n_selected.get(),
                move || {
                    view! {
                        <button type="button" on:click=on(move |_| commending.list(untrack(selected), true))>
                            {live(text)}
                        </button>
                    }
                },
            )}
        </div>
    }
}

/// One area: reason, individuals by role, who and when.
#[component]
fn Entry(commending: Commending, code: String) -> impl IntoView {
    let store = commending.store;
    let code = StoredValue::new(code);
    let name = area_name(commending, &code.get_value());
    let name = StoredValue::new(name);
    let entry = Memo::new(move |_| {
        commending.shortlist.with(|all| all.iter().find(|one| one.area == code.get_value()).cloned())
    });
    let is_chosen = Memo::new(move |_| entry.with(|entry| entry.as_ref().is_some_and(|entry| entry.chosen)));
    let by = move || {
        let lang = store.lang();
        entry.with(|entry| entry.as_ref().map(|entry| by_words(&entry.author, entry.at_ms, lang)))
    };
    let conflicts = move || {
        let found = entry.get().map(|entry| entry.conflicts).unwrap_or_default();
        conflicts_view(commending, found, TITLE_ID)
    };
    let switch = move || {
        let chosen = is_chosen.get();
        let label = if chosen { words::REMOVE_NAMED } else { words::AS_COLLECTIVE };
        let label = label.fill(store.lang(), &[("name", &name.get_value())]);
        let press = move |_| {
            commending.list(vec![code.get_value()], !chosen);
            page::focus_soon(TITLE_ID);
        };
        let text = if chosen { words::REMOVE.get(store.lang()).to_owned() } else { label.clone() };
        view! { <button type="button" aria-label=label on:click=on(press)>{text}</button> }
    };
    view! {
        <article class="commend-entry" aria-label=name.get_value()>
            <header>
                <h3>{name.get_value()}</h3>
                <span class="muted small" hidden=live(move || is_chosen.get())>{say(words::NOT_COLLECTIVE)}</span>
                <span class="muted small">{live(by)}</span>
                {part(switch)}
            </header>
            <Reason commending=commending code=code name=name entry=entry/>
            {part(conflicts)}
            <People commending=commending code=code name=name entry=entry/>
        </article>
    }
}

/// The reason. What is typed is kept at each pause as one act, until the field is left.
#[component]
fn Reason(
    commending: Commending,
    code: StoredValue<String>,
    name: StoredValue<String>,
    entry: Memo<Option<ShortlistEntry>>,
) -> impl IntoView {
    let store = commending.store;
    let typed = StoredValue::new(None::<String>);
    let run = StoredValue::new(None::<StepId>);
    let is_typing = RwSignal::new(false);
    let keep = move || {
        let Some(Some(reason)) = typed.try_update_value(Option::take) else { return };
        let Some(area) = code.try_get_value() else { return };
        let intent = GoalIntent::EditReason { area, reason };
        let applied = commending.write_on(intent, run.get_value());
        run.set_value(applied.map(|applied| applied.step));
    };
    let end = move || {
        if typed.try_get_value().is_some() {
            keep();
            run.set_value(None);
        }
    };
    on_cleanup(end);
    let text = Memo::new(move |before: Option<&String>| match before {
        Some(before) if is_typing.get() => before.clone(),
        _ => {
            entry.track();
            store.desk().with_journal(|journal| journal.reason_to_edit(&code.get_value()).to_owned())
        }
    });
    let label = move || words::REASON_OF.fill(store.lang(), &[("name", &name.get_value())]);
    view! {
        <label class="field">
            <span>{live(label)}</span>
            <textarea
                maxlength=MAX_TEXT_CHARS.to_string()
                prop:value=live(move || text.get())
                on:input=on(move |event: web_sys::Event| {
                    is_typing.set(true);
                    typed.set_value(Some(event_target_value(&event)));
                    set_timeout(keep, KEEP_AFTER);
                })
                on:blur=on(move |_: web_sys::FocusEvent| {
                    end();
                    is_typing.try_set(false);
                })
            ></textarea>
        </label>
    }
}

/// How many certificates for individuals, role by role.
#[component]
fn People(
    commending: Commending,
    code: StoredValue<String>,
    name: StoredValue<String>,
    entry: Memo<Option<ShortlistEntry>>,
) -> impl IntoView {
    let store = commending.store;
    let (role, count) = (RwSignal::new(String::new()), RwSignal::new(1.0));
    let is_wrong = RwSignal::new(false);
    let problem_id = store.new_id("problem");
    let described_by = problem_id.clone();
    let field_id = store.new_id("role");
    let set = move |role: String, count: f64| {
        commending.write(GoalIntent::SetCertificates { area: code.get_value(), role, count: count as u32 })
    };
    let enter = {
        let field_id = field_id.clone();
        move |_| {
            let text = role.get_untracked();
            let wrong = text.trim().is_empty() || text.chars().count() > MAX_TAG_CHARS;
            is_wrong.set(wrong);
            if !wrong && set(text, count.get_untracked()).is_some() {
                role.set(String::new());
                count.set(1.0);
            }
            page::focus(&field_id);
        }
    };
    let keys = move || {
        let roles = |entry: &ShortlistEntry| entry.roles.iter().map(|(role, _)| role.clone()).collect::<Vec<String>>();
        entry.with(|entry| entry.as_ref().map(roles)).unwrap_or_default()
    };
    let row = move |of: String| {
        let of = StoredValue::new(of);
        let now = move || {
            let found =
                |entry: &ShortlistEntry| entry.roles.iter().find(|(role, _)| *role == of.get_value()).map(|(_, n)| *n);
            f64::from(entry.with(|entry| entry.as_ref().and_then(found)).unwrap_or_default())
        };
        let label =
            move || words::COUNT_OF.fill(store.lang(), &[("role", &of.get_value()), ("name", &name.get_value())]);
        view! {
            <li>
                <span>{of.get_value()}</span>
                <NumberOf
                    label=Signal::derive(label)
                    is_named=false
                    value=Signal::derive(now)
                    range=(0.0, f64::from(MAX_CERTIFICATES))
                    is_whole=true
                    on_change=move |count: f64| drop(set(of.get_value(), count))
                />
            </li>
        }
        .made()
    };
    let problem =
        move || words::ROLE_NEEDED.fill(store.lang(), &[("max", &number::whole(store.lang(), MAX_TAG_CHARS as u64))]);
    let group = move || format!("{}: {}", words::INDIVIDUALS.get(store.lang()), name.get_value());
    view! {
        <div class="commend-people" role="group" aria-label=live(group)>
            <h4>{say(words::INDIVIDUALS)}</h4>
            <ul>{list(keys, row)}</ul>
            <div class="row commend-row">
                <label class="field">
                    <span>{say(words::ROLE)}</span>
                    <input
                        id=field_id
                        list="commend-roles"
                        autocomplete="off"
                        prop:value=live(move || role.get())
                        aria-invalid=live(move || is_wrong.get().to_string())
                        aria-describedby=live(move || is_wrong.get().then(|| described_by.clone()))
                        on:input=on(move |event: web_sys::Event| role.set(event_target_value(&event)))
                    />
                </label>
                <NumberOf
                    label=Signal::derive(move || words::COUNT.get(store.lang()).to_owned())
                    is_named=true
                    value=Signal::derive(move || count.get())
                    range=(1.0, f64::from(MAX_CERTIFICATES))
                    is_whole=true
                    on_change=move |n: f64| count.set(n)
                />
                <button type="button" on:click=on(enter)>{say(words::COUNT_ADD)}</button>
            </div>
            <p class="problem small" id=problem_id role="alert" hidden=live(move || !is_wrong.get())>{live(problem)}</p>
        </div>
    }
}
