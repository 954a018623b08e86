//! A month as a table: weeks from Monday on, what falls due in the cell of its day, and under it the day that was pressed.
//! Where the window is too narrow for a table, the month is a list.

use std::sync::Arc;

use leptos::prelude::*;

use super::entries::Listing;
use crate::app::made::{IntoMade, Made};
use crate::app::say::{live, on, part, say};
use crate::app::store::Store;
use crate::app::tasking::{Tasking, today};
use crate::journal::Status;
use crate::tasks::say::{month_text, status_sign};
use crate::tasks::{Falling, Month};
use crate::text::date::{self, CivilDate};
use crate::text::number;
use crate::text::say::working;
use crate::text::words::Words;

/// So many tasks stand in a day's cell; the others are counted.
const MAX_IN_CELL: usize = 3;

/// Id of what is told of the day that was pressed.
const DAY_ID: &str = "calendar-day";

/// The month, the way to the one before and behind it, and the day that was pressed.
#[component]
pub(super) fn MonthView(
    /// What falls due from one day to another, tracked.
    #[prop(into)]
    falling: Callback<(CivilDate, CivilDate), Vec<Falling>>,
    /// How it is listed.
    #[prop(into)]
    listing: Signal<Listing>,
) -> impl IntoView {
    let store = Store::take();
    let tasking = Tasking::of(store);
    let month = Memo::new(move |_| tasking.look.with(|look| look.month).unwrap_or(Month::of(tasking.as_of.get())));
    let found = Memo::new(move |_| {
        let month = month.get();
        Arc::new(falling.run((month.first(), month.last())))
    });
    // It passes with the moment; one of another month is none.
    let pressed = RwSignal::new(None::<CivilDate>);
    let opened = Memo::new(move |_| pressed.get().filter(|day| Month::of(*day) == month.get()));
    let title = move || {
        let month = month.get();
        month_text(store.lang(), &format!("{:04}", month.year()), month.number())
    };
    let step = move |n: i32, words: Words, sign: &'static str| {
        let to = move || month.get().later(n);
        let go = move |_| {
            if let Some(to) = untrack(to) {
                let is_own = to == Month::of(tasking.as_of.get_untracked());
                tasking.look_at(store, |look| look.month = (!is_own).then_some(to));
            }
        };
        view! {
            <button type="button" aria-label=say(words) disabled=live(move || to().is_none()) on:click=on(go)>{sign}</button>
        }
    };
    let body = move || {
        let (lang, now, today) = (store.lang(), tasking.as_of.get(), today());
        let (month, listing, found) = (month.get(), listing.get(), found.get());
        let cell = |day: Option<CivilDate>| {
            let Some(day) = day else { return view! { <td class="other"></td> }.made() };
            let of_day: Vec<&Falling> = found.iter().filter(|one| one.day == day).collect();
            let mark = match (day == now, day == today) {
                (_, true) => Some(working::TODAY),
                (true, false) => Some(working::AS_OF),
                _ => None,
            };
            view! {
                <td aria-current=(day == now).then_some("date")>
                    <p class="day-head">
                        <span class="day-number">{day.day()}</span> {mark.map(|words| view! { <span>{words.get(lang)}</span> })}
                    </p>
                    {(!of_day.is_empty()).then(|| day_button(&listing, day, &of_day, pressed, opened))}
                </td>
            }
            .made()
        };
        let week = |week: [Option<CivilDate>; 7]| view! { <tr>{week.map(cell).collect_view()}</tr> };
        let heads = working::WEEKDAYS.map(|words| view! { <th scope="col">{words.get(lang)}</th> }).collect_view();
        view! {
            <table class="month" aria-labelledby="calendar-month">
                <thead><tr>{heads}</tr></thead>
                <tbody>{month.weeks().into_iter().map(week).collect_view()}</tbody>
            </table>
            <div class="month-list">{listing.list(&found, working::NOTHING_DUE)}</div>
        }
        .made()
    };
    let day = move || {
        let Some(day) = opened.get() else { return ().made() };
        let listing = listing.get();
        let of_day: Vec<Falling> = found.with(|found| found.iter().filter(|one| one.day == day).cloned().collect());
        let title = working::DUE_ON.fill(listing.lang, &[("day", &date::date(listing.lang, day))]);
        view! {
            <h3>{title}</h3>
            {listing.list(&of_day, working::NOTHING_DUE)}
        }
        .made()
    };
    view! {
        <div class="row month-head">
            {step(-1, working::PREVIOUS_MONTH, "‹")}
            <h3 id="calendar-month" aria-live="polite">{live(title)}</h3>
            {step(1, working::NEXT_MONTH, "›")}
        </div>
        {part(body)}
        <div id=DAY_ID class="month-day">{part(day)}</div>
    }
}

/// What falls due on a day, as the button that tells all of it under the table.
fn day_button(
    listing: &Listing,
    day: CivilDate,
    of_day: &[&Falling],
    pressed: RwSignal<Option<CivilDate>>,
    opened: Memo<Option<CivilDate>>,
) -> Made {
    let whole = |n: usize| number::whole(listing.lang, n as u64);
    let entry = |one: &&Falling| {
        let late = listing.is_overdue(one).then(|| view! { <span class="late">"!"</span> });
        let open = (!one.open.is_empty()).then(|| view! { <span>{whole(one.open.len())}</span> });
        let done = (listing.with_done && !one.done.is_empty())
            .then(|| view! { <span data-count="done">{format!("{}{}", status_sign(Status::Done), whole(one.done.len()))}</span> });
        view! { <span class="entry"><span class="what">{listing.name(one)}</span> {late} {open} {done}</span> }
    };
    let n_more = of_day.len().saturating_sub(MAX_IN_CELL);
    let more = (n_more > 0).then(|| view! { <span class="more">{format!("+{}", whole(n_more))}</span> });
    let toggle = move |_| pressed.update(|pressed| *pressed = (*pressed != Some(day)).then_some(day));
    view! {
        <button
            type="button"
            aria-expanded=live(move || (opened.get() == Some(day)).to_string())
            aria-controls=DAY_ID
            on:click=on(toggle)
        >
            <span class="visually-hidden">{date::date(listing.lang, day)} ": "</span>
            {of_day.iter().take(MAX_IN_CELL).map(entry).collect_view()}
            {more}
        </button>
    }
    .made()
}
