//! How many streets and villages the register holds, against the city's number and what sources state.

use leptos::prelude::*;

use super::Looking;
use crate::app::say::{live, on, part, say};
use crate::data::Lang;
use crate::review::register::{AreaCount, Counts, counts};
use crate::text::number;
use crate::text::say::register;
use crate::web::page;

/// More dots than this are written as a number.
const MAX_DOTS: usize = 40;

/// The card of the counts.
#[component]
pub fn Counted(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let found = Memo::new(move |_| store.desk().with_journal(|journal| counts(store.data_set, journal.state())));
    let rows = move || {
        let lang = store.lang();
        let rows = found.get().areas.into_iter().enumerate();
        rows.map(|(area_ix, count)| row_view(looking, area_ix, count, lang)).collect_view()
    };
    view! {
        <section class="card register" aria-labelledby="register-title">
            <h2 id="register-title">{say(register::TITLE)}</h2>
            <p role="status">{live(move || found.with(|found| city_words(found, store.lang())))}</p>
            <p>{live(move || found.with(|found| source_words(looking, found, store.lang())))}</p>
            <p class="muted small">{say(register::NO_BORDERS)}</p>
            <details>
                <summary>{say(register::BY_AREA)}</summary>
                <div class="table-scroll" role="group" tabindex="0" aria-label=say(register::BY_AREA)>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col" class="text">{say(register::HEAD_AREA)}</th>
                                <th scope="col">{say(register::HEAD_REGISTERED)}</th>
                                <th scope="col">{say(register::HEAD_STATED)}</th>
                                <th scope="col" class="text">{say(register::HEAD_DIFFERENCE)}</th>
                                <th scope="col" class="text">{say(register::HEAD_DOTS)}</th>
                            </tr>
                        </thead>
                        <tbody>{part(rows)}</tbody>
                    </table>
                </div>
            </details>
        </section>
    }
}

fn row_view(looking: Looking, area_ix: usize, count: AreaCount, lang: Lang) -> impl IntoView {
    let whole = |n: usize| number::whole(lang, n as u64);
    let stated = count.stated.map_or_else(|| "–".to_owned(), whole);
    let difference = match count.stated {
        None => register::NOT_STATED.get(lang).to_owned(),
        Some(stated) if stated == count.registered => register::SAME.get(lang).to_owned(),
        Some(stated) if stated > count.registered => {
            register::FEWER.fill(lang, &[("n", &whole(stated - count.registered))])
        }
        Some(stated) => register::MORE.fill(lang, &[("n", &whole(count.registered - stated))]),
    };
    let show = move |_| {
        looking.show_area(area_ix);
        page::focus_soon("register-area-title");
    };
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="link" on:click=on(show)>
                    {looking.store.data_set.areas[area_ix].name.as_str()}
                </button>
            </th>
            <td>{whole(count.registered)}</td>
            <td>{stated}</td>
            <td class="text">{difference}</td>
            <td class="text">{dots(count, lang)}</td>
        </tr>
    }
}

/// A dot for each: filled where it has reported, a ring where it has not, dashed where it is stated and not entered.
fn dots(count: AreaCount, lang: Lang) -> impl IntoView {
    let missing = count.stated.unwrap_or_default().saturating_sub(count.registered);
    let kinds = [("reporting", count.reporting), ("entered", count.registered - count.reporting), ("missing", missing)];
    let n_all = count.registered + missing;
    let all = kinds.into_iter().flat_map(|(kind, n)| std::iter::repeat_n(kind, n));
    let drawn = all.take(MAX_DOTS).map(|kind| view! { <span data-kind=kind></span> }).collect_view();
    let whole = |n: usize| number::whole(lang, n as u64);
    let more = n_all.checked_sub(MAX_DOTS).filter(|n| *n > 0);
    let more = more.map(|n| register::MORE_DOTS.fill(lang, &[("n", &whole(n))]));
    let (n, reporting, missing) = (whole(count.registered), whole(count.reporting), whole(missing));
    let label = register::DOTS.fill(lang, &[("n", &n), ("reporting", &reporting), ("missing", &missing)]);
    view! {
        <span class="dots" role="img" aria-label=label>
            {drawn}
            {more}
        </span>
    }
}

fn city_words(found: &Counts, lang: Lang) -> String {
    let whole = |n: usize| number::whole(lang, n as u64);
    let n = found.registered();
    let Some(total) = found.total else { return register::HOLDS.fill(lang, &[("n", &whole(n))]) };
    let holds = register::HOLDS_OF.fill(lang, &[("n", &whole(n)), ("total", &whole(total))]);
    let difference = match (n, total) {
        _ if n < total => register::MISSING.fill(lang, &[("n", &whole(total - n))]),
        _ if n > total => register::TOO_MANY.fill(lang, &[("n", &whole(n - total))]),
        _ => register::COMPLETE.get(lang).to_owned(),
    };
    format!("{holds} {difference}")
}

fn source_words(looking: Looking, found: &Counts, lang: Lang) -> String {
    let whole = |n: usize| number::whole(lang, n as u64);
    let items: Vec<String> = found
        .stated()
        .map(|(area_ix, n)| {
            let name = looking.store.data_set.areas[area_ix].name.as_str();
            register::SOURCE_ITEM.fill(lang, &[("name", name), ("n", &whole(n))])
        })
        .collect();
    if items.is_empty() {
        return String::new();
    }
    let sum = whole(found.stated().map(|(_, n)| n).sum());
    let values = [("n", &*sum), ("areas", &whole(items.len())), ("list", &items.join(", "))];
    register::SOURCES.fill(lang, &values)
}
