//! The list of certificates, for paper and as a file: collectives with reasons, individuals as counts by role.

use leptos::prelude::*;

use super::Commending;
use super::differing::by_words;
use super::shortlist::area_name;
use crate::app::say::{live, on, part, say, shown_if};
use crate::app::store::Tone;
use crate::app::tasking::today;
use crate::data::Lang;
use crate::exchange::csv::{Cell, CsvStyle, csv_table};
use crate::goals::honours;
use crate::journal::ShortlistEntry;
use crate::text::say::{atlas, commending as words, problems};
use crate::text::{date, number};
use crate::web::files;

/// The card. On paper it is all that is left of the page.
#[component]
pub(super) fn Certificates(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let is_empty = Memo::new(move |_| {
        commending.shortlist.with(|all| !all.iter().any(|entry| entry.chosen || !entry.roles.is_empty()))
    });
    let sign = move || {
        let lang = store.lang();
        let values = [("place", store.data_set.place.get(lang)), ("date", &date::date(lang, today()))];
        words::SIGN_PLACE.fill(lang, &values)
    };
    let has_practice = store.derived.has_practice;
    view! {
        <section class="card certificates" aria-labelledby="certificates-title">
            <div class="card-head">
                <h2 id="certificates-title">{say(words::CERTIFICATES)}</h2>
                <button type="button" class="no-print" on:click=on(move |_| save_csv(commending))>
                    {say(atlas::SAVE_CSV)}
                </button>
            </div>
            <p class="muted small no-print">{say(words::PRINT_NOTE)}</p>
            <p class="commend-warning" hidden=live(move || !has_practice.get())>{say(words::PRACTICE)}</p>
            {shown_if(
                move || is_empty.get(),
                || view! { <p class="muted">{say(words::CERTIFICATES_EMPTY)}</p> },
            )}
            {shown_if(
                move || !is_empty.get(),
                move || {
                    view! {
                        <h3>{say(words::COLLECTIVES)}</h3>
                        <div class="table-scroll" role="group" tabindex="0" aria-label=say(words::COLLECTIVES)>
                            <table>
                                <thead>
                                    <tr>
                                        <th scope="col">{say(words::HEAD_NUMBER)}</th>
                                        <th scope="col" class="text">{say(words::HEAD_AREA)}</th>
                                        <th scope="col" class="text">{say(words::REASON)}</th>
                                        <th scope="col" class="text">{say(words::CHOSEN_BY)}</th>
                                    </tr>
                                </thead>
                                <tbody>{part(move || collectives(commending))}</tbody>
                            </table>
                        </div>
                        <h3>{say(words::INDIVIDUALS)}</h3>
                        <div class="table-scroll" role="group" tabindex="0" aria-label=say(words::INDIVIDUALS)>
                            <table>
                                <thead>
                                    <tr>
                                        <th scope="col" class="text">{say(words::HEAD_ROLE)}</th>
                                        <th scope="col" class="text">{say(words::HEAD_AREA)}</th>
                                        <th scope="col">{say(words::HEAD_HOW_MANY)}</th>
                                    </tr>
                                </thead>
                                <tbody>{part(move || individuals(commending))}</tbody>
                            </table>
                        </div>
                        <div class="sign">
                            <p>{live(sign)}</p>
                            <p class="muted">{say(words::SIGNATURE)}</p>
                        </div>
                    }
                },
            )}
        </section>
    }
}

fn reason(entry: &ShortlistEntry, lang: Lang) -> String {
    if entry.reason.trim().is_empty() { words::WITHOUT_REASON.get(lang).to_owned() } else { entry.reason.clone() }
}

fn collectives(commending: Commending) -> impl IntoView {
    let lang = commending.store.lang();
    let all = commending.shortlist.get();
    let row = |(ix, entry): (usize, &ShortlistEntry)| {
        view! {
            <tr>
                <td>{number::whole(lang, ix as u64 + 1)}</td>
                <th scope="row">{area_name(commending, &entry.area)}</th>
                <td class="text reason">{reason(entry, lang)}</td>
                <td class="text small">{by_words(&entry.author, entry.at_ms, lang)}</td>
            </tr>
        }
    };
    all.iter().filter(|entry| entry.chosen).enumerate().map(row).collect_view()
}

fn individuals(commending: Commending) -> impl IntoView {
    let lang = commending.store.lang();
    let all = commending.shortlist.get();
    let totals = honours::honours(&all);
    let whole = |n: u32| number::whole(lang, u64::from(n));
    let mut rows = Vec::new();
    for (role, _) in &totals.roles {
        for entry in all.iter() {
            let counts = entry.roles.iter().filter(|(of, _)| of == role);
            rows.extend(counts.map(|(_, n)| (role.clone(), area_name(commending, &entry.area), whole(*n))));
        }
    }
    if !rows.is_empty() {
        rows.push((words::SUM.get(lang).to_owned(), String::new(), whole(totals.individuals)));
    }
    let row = |(role, name, n): (String, String, String)| {
        view! {
            <tr>
                <th scope="row">{role}</th>
                <td class="text">{name}</td>
                <td>{n}</td>
            </tr>
        }
    };
    rows.into_iter().map(row).collect_view()
}

/// Offers the list as a file.
fn save_csv(commending: Commending) {
    let store = commending.store;
    let lang = store.lang_now();
    let text = |text: &str| Cell::Text(text.to_owned());
    let mut rows =
        vec![["code", "name", "collective", "reason", "role", "certificates", "by", "at"].map(text).to_vec()];
    for entry in commending.shortlist.get_untracked().iter() {
        let at = date::date_time_of(lang, entry.at_ms as i64, crate::web::clock::offset_minutes());
        let mut add = |collective: bool, role: &str, count: Option<u32>| {
            let yes_no = if collective { atlas::YES } else { atlas::NO };
            let reason = if role.is_empty() { entry.reason.as_str() } else { "" };
            rows.push(vec![
                text(&entry.area),
                text(&area_name(commending, &entry.area)),
                text(yes_no.get(lang)),
                text(reason),
                text(role),
                count.map_or(Cell::Empty, |count| Cell::Number(f64::from(count))),
                text(&entry.author),
                text(&at),
            ]);
        };
        add(entry.chosen, "", None);
        for (role, count) in &entry.roles {
            add(false, role, Some(*count));
        }
    }
    let style = match lang {
        Lang::En => CsvStyle::CommaPoint,
        Lang::Vi | Lang::Ru => CsvStyle::SemicolonComma,
    };
    let name = format!("{}-commendations.csv", store.data_set.id);
    if let Err(why) = files::save(&name, "text/csv;charset=utf-8", &csv_table(&rows, style)) {
        store.notify("file", Tone::Trouble, problems::FILE_NOT_SAVED.fill(lang, &[("why", &why)]));
    }
}
