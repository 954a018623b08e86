//! The list of contradictions: the open ones, then those that somebody has accepted.

use leptos::prelude::*;

use super::checked::{Checked, column_id, focus_soon};
use super::tell_refusal;
use crate::app::made::{IntoMade, Made};
use crate::app::say::{list, live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::journal::Intent;
use crate::journal::clean::MAX_TEXT_CHARS;
use crate::review::describe::{finding_words, rule_words};
use crate::review::{Finding, Rule};
use crate::text::say::{notes, reports, review};
use crate::text::words::Plural;
use crate::text::{date, number};
use crate::view::query::{Measure, ReviewPart, View};
use crate::web::clock;

/// So many findings are shown at once, and so many more at each press of the button below.
const PAGE: usize = 50;

const TITLE_ID: &str = "findings-title";

/// The part of the Review page.
#[component]
pub fn FindingsPart() -> impl IntoView {
    let store = Store::take();
    let checked = Checked::take();
    let has_none = move || checked.findings.with(|found| found.is_empty());
    view! {
        <section class="card findings" aria-labelledby=TITLE_ID>
            <h2 id=TITLE_ID tabindex="-1">{live(move || heading(store, checked, false))}</h2>
            <p class="muted small">
                {live(move || if has_none() { reports::NO_FINDINGS } else { reports::FINDINGS_HELP }.get(store.lang()))}
            </p>
            {shown_if(move || !has_none() && ids(checked, false).is_empty(), move || view! {
                <p>{say(reports::NO_OPEN_FINDINGS)}</p>
            })}
            <Findings accepted=false/>
        </section>
        {shown_if(move || !ids(checked, true).is_empty(), move || view! {
            <section class="card findings" aria-labelledby="accepted-title">
                <h2 id="accepted-title">{live(move || heading(store, checked, true))}</h2>
                <Findings accepted=true/>
            </section>
        })}
    }
}

/// Ids of the open or of the accepted findings, tracked.
fn ids(checked: Checked, accepted: bool) -> Vec<String> {
    checked.findings.with(|found| {
        let wanted = found.iter().filter(|finding| finding.accepted.is_some() == accepted);
        wanted.map(|finding| finding.id.clone()).collect()
    })
}

fn heading(store: Store, checked: Checked, accepted: bool) -> String {
    let words: Plural = if accepted { reports::N_ACCEPTED } else { reports::N_OPEN };
    words.fill(store.lang(), ids(checked, accepted).len() as u64, &[])
}

#[component]
fn Findings(accepted: bool) -> impl IntoView {
    let store = Store::take();
    let checked = Checked::take();
    let limit = RwSignal::new(PAGE);
    let shown = move || ids(checked, accepted).into_iter().take(limit.get()).collect();
    let n_more = Memo::new(move |_| ids(checked, accepted).len().saturating_sub(limit.get()));
    let more = move || {
        let lang = store.lang();
        reports::SHOW_MORE.fill(lang, &[("n", &number::whole(lang, n_more.get().min(PAGE) as u64))])
    };
    view! {
        <div class="findings-list">{list(shown, move |id| view! { <FindingView id=id/> })}</div>
        {shown_if(move || n_more.get() > 0, move || view! {
            <button type="button" on:click=on(move |_| limit.update(|limit| *limit += PAGE))>{live(more)}</button>
        })}
    }
}

#[component]
fn FindingView(id: String) -> impl IntoView {
    let store = Store::take();
    let checked = Checked::take();
    let finding = Memo::new(move |_| checked.findings.with(|found| found.iter().find(|one| one.id == id).cloned()));
    let sentence = Memo::new(move |_| {
        let (lang, data_set) = (store.lang(), checked.reviewing().data_set.get().0);
        finding
            .with(|finding| finding.as_ref().map(|finding| finding_words(data_set, finding, lang)))
            .unwrap_or_default()
    });
    let rule =
        move || finding.with(|finding| finding.as_ref().map(|finding| rule_words(&finding.rule).get(store.lang())));
    let jumps = move || finding.get().map(|finding| jumps(store, checked, &finding));
    let end = move || {
        finding.get().map(|finding| match finding.accepted {
            Some(_) => view! { <Accepted finding=finding sentence=sentence/> }.made(),
            None => view! { <Accept id=finding.id sentence=sentence/> }.made(),
        })
    };
    view! {
        <article class="finding" aria-label=live(move || sentence.get())>
            <h3>{live(rule)}</h3>
            <p>{live(move || sentence.get())}</p>
            <div class="row no-print">{part(jumps)}</div>
            {part(end)}
        </article>
    }
}

/// Buttons that lead to where the contradiction is.
fn jumps(store: Store, checked: Checked, finding: &Finding) -> Made {
    let reviewed = checked.reviewed.get();
    let in_table = finding.indicator_ix.filter(|ix| reviewed.contains(ix));
    let to_cell = in_table.map(|indicator_ix| {
        let go = move |area_ix: Option<usize>| {
            if let Some(area_ix) = area_ix {
                checked.show_cell(indicator_ix, area_ix);
            } else {
                store.go_to_part(ReviewPart::Table);
                focus_soon(column_id(indicator_ix));
            }
        };
        let area_ix = finding.area_ix;
        view! { <button type="button" on:click=on(move |_| go(area_ix))>{say(reports::SHOW_CELL)}</button> }
    });
    let to_entry = in_table.zip(finding.area_ix).map(|(indicator_ix, area_ix)| {
        view! {
            <button type="button" on:click=on(move |_| checked.enter(area_ix, Some(indicator_ix)))>
                {say(reports::ENTER_HERE)}
            </button>
        }
    });
    let to_register = matches!(finding.rule, Rule::RegisterDiffers { .. }).then(|| {
        view! {
            <button type="button" on:click=on(move |_| store.go_to_part(ReviewPart::Register))>
                {say(reports::SHOW_REGISTER)}
            </button>
        }
    });
    let to_sheet = finding.area_ix.map(|area_ix| {
        view! { <button type="button" on:click=on(move |_| store.open_sheet(area_ix))>{say(reports::OPEN_SHEET)}</button> }
    });
    let indicators = &checked.reviewing().data_set.get().0.indicators;
    let to_map = finding.indicator_ix.and_then(|ix| indicators.get(ix)).map(|indicator| {
        let show = move |_| {
            store.show_measure(Measure::plain(indicator.id.clone()));
            store.go(View::Atlas);
        };
        view! { <button type="button" on:click=on(show)>{say(reports::SHOW_INDICATOR)}</button> }
    });
    view! { {to_cell} {to_entry} {to_register} {to_sheet} {to_map} }.made()
}

fn settle(store: Store, finding: String, accepted: bool, remark: String) {
    let done = tell_refusal(store, store.desk().write(Intent::AcceptFinding { finding, accepted, remark }));
    if done {
        // The finding goes to the other list, and its buttons with it.
        focus_soon(TITLE_ID.to_owned());
    }
}

/// The remark and the button that accept a finding.
#[component]
fn Accept(id: String, sentence: Memo<String>) -> impl IntoView {
    let store = Store::take();
    let remark = RwSignal::new(String::new());
    let id = StoredValue::new(id);
    let accept = move || settle(store, id.get_value(), true, remark.get_untracked().trim().to_owned());
    view! {
        <div class="row accept no-print">
            <label class="field">
                <span>{say(reports::REMARK)}</span>
                <input
                    autocomplete="off"
                    maxlength=MAX_TEXT_CHARS.to_string()
                    on:input=on(move |event: web_sys::Event| remark.set(event_target_value(&event)))
                    on:keydown=on(move |event: web_sys::KeyboardEvent| {
                        if event.key() == "Enter" {
                            accept();
                        }
                    })
                />
            </label>
            <button
                type="button"
                aria-label=live(move || reports::ACCEPT_WHAT.fill(store.lang(), &[("what", &sentence.get())]))
                on:click=on(move |_| accept())
            >
                {say(reports::ACCEPT)}
            </button>
        </div>
    }
}

/// Who accepted a finding, when and why, and the way back.
#[component]
fn Accepted(finding: Finding, sentence: Memo<String>) -> impl IntoView {
    let store = Store::take();
    let id = finding.id;
    let accepted = finding.accepted;
    let told = move || {
        let (lang, accepted) = (store.lang(), accepted.as_ref()?);
        let who = if accepted.author.is_empty() { notes::NO_NAME.get(lang) } else { &accepted.author };
        let when = date::date_time_of(lang, accepted.at_ms as i64, clock::offset_minutes());
        let by = notes::BY_AT.fill(lang, &[("who", who), ("when", &when)]);
        let why = if accepted.remark.is_empty() {
            review::ACCEPTED_PLAIN.get(lang).to_owned()
        } else {
            review::ACCEPTED.fill(lang, &[("remark", &accepted.remark)])
        };
        Some(format!("{why} ({by})"))
    };
    view! {
        <div class="row accepted">
            <p>
                <span class="mark" aria-hidden="true">"✓"</span>
                {live(told)}
            </p>
            <button
                type="button"
                class="no-print"
                aria-label=live(move || reports::REOPEN_WHAT.fill(store.lang(), &[("what", &sentence.get())]))
                on:click=on(move |_| settle(store, id.clone(), false, String::new()))
            >
                {say(reports::REOPEN)}
            </button>
        </div>
    }
}
