//! What falls due: reminders, an agenda by months or a month as a table, and a file for calendar programs.

mod entries;
mod file;
mod month;

use leptos::prelude::*;

use super::day::AsOf;
use crate::app::fields::{Choice, Segments};
use crate::app::made::{IntoMade, Made};
use crate::app::say::{part, say};
use crate::app::store::Store;
use crate::app::tasking::Tasking;
use crate::tasks::say::month_text;
use crate::tasks::{Due, Falling, Matrix, Month, WorkLook, due};
use crate::text::date::CivilDate;
use crate::text::say::working;
use entries::{Listing, gathered};

/// Days of which the reminders tell in advance.
const REMIND_DAYS: i64 = 30;
/// Months that agenda and file reach ahead, without and with a whole year.
const MONTHS_AHEAD: [i32; 2] = [3, 12];

/// The part of the page.
#[component]
pub fn CalendarPart() -> impl IntoView {
    let store = Store::take();
    let tasking = Tasking::of(store);
    let look = tasking.look;
    let passes = store.derived.passes;
    let listing = move |with_done: bool| Listing { store, matrix: tasking.matrix.get(), lang: store.lang(), with_done };
    let shown = Signal::derive(move || listing(look.with(|look| look.with_done)));
    let reminders = move || {
        let listing = listing(false);
        let until = days_after(listing.matrix.as_of, REMIND_DAYS);
        let found = passes.with(|passes| due_of(&listing.matrix, until, passes));
        let (overdue, next): (Vec<Due>, Vec<Due>) = found.iter().partition(|row| row.is_overdue);
        view! {
            <h3>{working::OVERDUE_TITLE.get(listing.lang)}</h3>
            {listing.list(&gathered(&overdue), working::NOTHING_OVERDUE)}
            <h3>{working::NEXT_30.get(listing.lang)}</h3>
            {listing.list(&gathered(&next), working::NOTHING_DUE)}
            {too_long(&found)}
        }
    };
    let falling = move |(from, to): (CivilDate, CivilDate)| -> Vec<Falling> {
        let with_done = look.with(|look| look.with_done);
        let mut found = tasking.matrix.with(|matrix| {
            passes.with(|passes| matrix.falling(from, to, &|_, place_ix| is_in(passes, matrix, place_ix)))
        });
        found.retain(|one| with_done || !one.open.is_empty());
        found
    };
    let agenda = move || {
        let listing = shown.get();
        let now = listing.matrix.as_of;
        let found = falling((now, last_day_ahead(now, &look.get())));
        if found.is_empty() {
            return view! { <p class="muted">{working::NOTHING_DUE.get(listing.lang)}</p> }.made();
        }
        let of_month = |month: &[Falling]| {
            let first = Month::of(month[0].day);
            view! {
                <h3>{month_text(listing.lang, &format!("{:04}", first.year()), first.number())}</h3>
                {listing.list(month, working::NOTHING_DUE)}
            }
        };
        found.chunk_by(|a, b| Month::of(a.day) == Month::of(b.day)).map(of_month).collect_view().made()
    };
    let as_agenda = Memo::new(move |_| look.with(|look| look.as_agenda));
    let body = move || {
        if as_agenda.get() {
            part(agenda).made()
        } else {
            view! { <month::MonthView falling=falling listing=shown/> }.made()
        }
    };
    view! {
        <section class="card task-calendar" aria-labelledby="reminders-title">
            <div class="card-head">
                <h2 id="reminders-title">{say(working::REMINDERS)}</h2>
                <AsOf/>
            </div>
            {part(reminders)}
        </section>
        <section class="card task-calendar" aria-labelledby="agenda-title">
            <div class="card-head">
                <h2 id="agenda-title">{say(working::AGENDA)}</h2>
                <div class="row no-print">
                    {part(move || as_agenda.get().then(ahead))}
                    <Segments
                        label=working::SHOWN_ITEMS
                        choices=vec![(false, working::OPEN_ITEMS), (true, working::ALL_ITEMS)]
                        value=Signal::derive(move || look.with(|look| look.with_done))
                        on_choose=move |with_done| tasking.look_at(store, |look| look.with_done = with_done)
                    />
                    <Segments
                        label=working::SHOWN_AS
                        choices=vec![(false, working::AS_MONTH), (true, working::AS_AGENDA)]
                        value=as_agenda
                        on_choose=move |as_agenda| tasking.look_at(store, |look| look.as_agenda = as_agenda)
                    />
                </div>
            </div>
            {part(body)}
        </section>
        <file::CalendarFile/>
    }
}

/// How far agenda and file reach: one choice, beside the agenda while that is shown, else at the file.
fn ahead() -> Made {
    let store = Store::take();
    let tasking = Tasking::of(store);
    let choices = move || {
        let lang = store.lang();
        vec![
            (String::new(), working::MONTHS_3.get(lang).to_owned()),
            ("year".to_owned(), working::MONTHS_12.get(lang).to_owned()),
        ]
    };
    let value = move || if tasking.look.with(|look| look.year_ahead) { "year" } else { "" }.to_owned();
    view! {
        <Choice
            label=working::FROM_NOW
            choices=Signal::derive(choices)
            value=Signal::derive(value)
            on_choose=move |text: String| tasking.look_at(store, |look| look.year_ahead = !text.is_empty())
        />
    }
    .made()
}

/// The last day that agenda and file reach.
fn last_day_ahead(now: CivilDate, look: &WorkLook) -> CivilDate {
    let ahead = Month::of(now).later(MONTHS_AHEAD[usize::from(look.year_ahead)]);
    ahead.map_or(now, Month::last)
}

fn is_in(passes: &[bool], matrix: &Matrix, place_ix: usize) -> bool {
    passes.get(matrix.places[place_ix].area_ix).copied().unwrap_or_default()
}

/// What is open up to a day, in the areas that pass the filters.
fn due_of(matrix: &Matrix, until: CivilDate, passes: &[bool]) -> Vec<Due> {
    matrix.due(until, &|_, place_ix| is_in(passes, matrix, place_ix))
}

/// A day some days later; the calendar's last if there is none.
fn days_after(day: CivilDate, n: i64) -> CivilDate {
    CivilDate::from_days(day.days() + n).unwrap_or(day)
}

fn too_long(found: &[Due]) -> Option<Made> {
    (found.len() >= due::MAX_ROWS).then(|| view! { <p class="problem">{say(working::TOO_LONG)}</p> }.made())
}
