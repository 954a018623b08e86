//! What is missing: decided without a decision, answered without an answer, new for too long.

use leptos::prelude::*;

use super::Looking;
use crate::app::say::{live, on, part, shown_if};
use crate::app::tasking::Tasking;
use crate::exchange::differences::shortened;
use crate::goals::{Gap, gaps};
use crate::text::number;
use crate::text::say::recommending;
use crate::web::{clock, page};

/// A new recommendation may wait for so many days.
const MAX_DAYS: u32 = 30;

/// So many are listed at once.
const PAGE: usize = 20;

/// The card of the gaps.
#[component]
pub fn Gaps(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let as_of = Tasking::of(store).as_of;
    let limit = RwSignal::new(PAGE);
    let found = Memo::new(move |_| looking.all.with(|all| gaps(all, as_of.get(), MAX_DAYS, clock::offset_minutes())));
    let title = move || match found.with(Vec::len) {
        0 => recommending::GAPS.get(store.lang()).to_owned(),
        n => recommending::N_GAPS.fill(store.lang(), n as u64, &[]),
    };
    let rows = move || {
        let lang = store.lang();
        let all = looking.all.get();
        let row = |(ix, gap): (usize, Gap)| {
            let one = all.get(ix)?;
            let words = match gap {
                Gap::NoDecision => recommending::NO_DECISION.get(lang).to_owned(),
                Gap::NoAnswer => recommending::NO_ANSWER.get(lang).to_owned(),
                Gap::StillNew { days } => recommending::STILL_NEW.fill(lang, days.unsigned_abs(), &[]),
            };
            let (id, text) = (one.id.clone(), shortened(&one.text));
            let label = recommending::OPEN.fill(lang, &[("text", &text)]);
            Some(view! {
                <li>
                    <strong>{looking.area_name(&one.area)}</strong>
                    " "
                    <button type="button" class="link" aria-label=label on:click=on(move |_| looking.show(&id))>{text}</button>
                    " "
                    <span class="gap">{words}</span>
                </li>
            })
        };
        found.get().into_iter().take(limit.get()).filter_map(row).collect_view()
    };
    let none = move || {
        let days = number::whole(store.lang(), u64::from(MAX_DAYS));
        recommending::NO_GAPS.fill(store.lang(), &[("days", &days)])
    };
    let n_more = Memo::new(move |_| found.with(Vec::len).saturating_sub(limit.get()).min(PAGE));
    let more =
        move || recommending::SHOW_MORE.fill(store.lang(), &[("n", &number::whole(store.lang(), n_more.get() as u64))]);
    let show_more = move |_| {
        limit.update(|limit| *limit += PAGE);
        page::focus_soon("recommendation-gaps");
    };
    shown_if(
        move || looking.all.with(|all| !all.is_empty()),
        move || {
            view! {
                <section class="card recommendation-gaps" aria-labelledby="recommendation-gaps">
                    <h2 id="recommendation-gaps" tabindex="-1">{live(title)}</h2>
                    {shown_if(move || found.with(Vec::is_empty), move || view! { <p class="muted">{live(none)}</p> })}
                    <ul>{part(rows)}</ul>
                    {shown_if(move || n_more.get() > 0, move || view! {
                        <button type="button" class="no-print" on:click=on(show_more)>{live(more)}</button>
                    })}
                </section>
            }
        },
    )
}
