//! The page about the data: the conference, the indicators, the sources with their licences, the methods.

use leptos::prelude::*;

use super::made::IntoMade;
use super::say::{live, part, say};
use super::store::Store;
use crate::text::say::{about, atlas};
use crate::view::describe;
use crate::view::query::Measure;

/// The page.
#[component]
pub fn About() -> impl IntoView {
    let store = Store::take();
    view! {
        <div class="about">
            <section class="card">
                <h1 id="headline" tabindex="-1">{say(about::TITLE)}</h1>
                <p>{say(about::INTRO)}</p>
                <p>{say(about::STATE_PUBLISHED)}</p>
                <p>{say(about::STATE_MISSING)}</p>
            </section>
            <Conference/>
            <Tasks/>
            <Indicators/>
            <Sources/>
            <section class="card" aria-labelledby="about-methods">
                <h2 id="about-methods">{say(about::METHODS)}</h2>
                <p>{say(about::METHOD_CLASSES)}</p>
                <p>{say(about::METHOD_COMPARE)}</p>
                <p>{say(about::METHOD_TILES)}</p>
                <p>{say(about::METHOD_COLOURS)}</p>
                <p>{live(move || store.data_set.borders_note.get(store.lang()))}</p>
            </section>
        </div>
    }
}

/// The conference's agenda and the city's results.
#[component]
fn Conference() -> impl IntoView {
    let store = Store::take();
    let totals = move || {
        let lang = store.lang();
        let conference = store.data_set.indicators.iter().enumerate().filter(|(_, found)| found.group == "conference");
        conference
            .filter_map(|(ix, indicator)| Some((indicator, describe::kpi(store.data_set, ix, lang)?)))
            .map(|(indicator, kpi)| {
                let details = kpi.details().join(" · ");
                view! {
                    <tr>
                        <th scope="row">{indicator.label.get(lang)}</th>
                        <td class="nowrap">{kpi.short()}</td>
                        <td class="text">{details}</td>
                    </tr>
                }
            })
            .collect_view()
    };
    let agenda = move || {
        let lang = store.lang();
        let items = store.data_set.agenda.iter();
        items
            .map(|item| view! { <li>{item.title.get(lang)} " · " <span class="muted">{item.who.get(lang)}</span></li> })
            .collect_view()
    };
    view! {
        <section class="card" aria-labelledby="about-conference">
            <h2 id="about-conference">{say(about::CONFERENCE)}</h2>
            <h3>{say(about::CITY_TOTALS)}</h3>
            <div class="table-scroll" role="group" tabindex="0" aria-labelledby="about-conference">
                <table>
                    <tbody>{part(totals)}</tbody>
                </table>
            </div>
            <h3>{say(about::AGENDA)}</h3>
            <ol>{part(agenda)}</ol>
        </section>
    }
}

#[component]
fn Tasks() -> impl IntoView {
    let store = Store::take();
    let rows = move || {
        let lang = store.lang();
        let tasks = store.data_set.tasks.iter();
        tasks
            .map(|task| {
                view! {
                    <tr>
                        <th scope="row">{task.id.as_str()}</th>
                        <td class="text">{task.title.get(lang)}</td>
                        <td class="text">{task.who.get(lang)}</td>
                        <td class="text">{task.rhythm.get(lang)}</td>
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <section class="card" aria-labelledby="about-tasks">
            <h2 id="about-tasks">{say(about::TASKS)}</h2>
            <div class="table-scroll" role="group" tabindex="0" aria-labelledby="about-tasks">
                <table>
                    <thead>
                        <tr>
                            <th class="text" scope="col" colspan="2">{say(about::TASKS)}</th>
                            <th class="text" scope="col">{say(about::WHO)}</th>
                            <th class="text" scope="col">{say(about::RHYTHM)}</th>
                        </tr>
                    </thead>
                    <tbody>{part(rows)}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Indicators() -> impl IntoView {
    let store = Store::take();
    let n_areas = store.data_set.areas.len();
    let rows = move || {
        let lang = store.lang();
        store
            .data_set
            .indicators
            .iter()
            .map(|indicator| {
                let n_known = store.column(&Measure::plain(indicator.id.clone())).map_or(0, |column| column.n_known());
                let known = atlas::N_OF_M.fill(lang, &[("n", &n_known.to_string()), ("m", &n_areas.to_string())]);
                view! {
                    <tr>
                        <th scope="row">
                            {indicator.label.get(lang)}
                            <p class="muted small">{indicator.note.get(lang)}</p>
                        </th>
                        <td class="text">{indicator.unit.get(lang)}</td>
                        <td class="text nowrap">{indicator.period.as_str()}</td>
                        <td class="nowrap">{known}</td>
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <section class="card" aria-labelledby="about-indicators">
            <h2 id="about-indicators">{say(about::INDICATORS)}</h2>
            <div class="table-scroll" role="group" tabindex="0" aria-labelledby="about-indicators">
                <table>
                    <thead>
                        <tr>
                            <th class="text" scope="col">{say(about::INDICATORS)}</th>
                            <th class="text" scope="col">{say(about::UNIT)}</th>
                            <th class="text" scope="col">{say(about::PERIOD)}</th>
                            <th scope="col">{say(about::KNOWN)}</th>
                        </tr>
                    </thead>
                    <tbody>{part(rows)}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Sources() -> impl IntoView {
    let store = Store::take();
    let items = move || {
        let lang = store.lang();
        store
            .data_set
            .sources
            .iter()
            .map(|source| {
                // Only addresses that the data reader let through: https.
                let title = match &source.url {
                    Some(url) => view! {
                        <a href=url.clone() rel="noopener noreferrer" target="_blank">{source.title.get(lang)}</a>
                    }
                    .made(),
                    None => view! { <strong>{source.title.get(lang)}</strong> }.made(),
                };
                view! {
                    <li>
                        {title}
                        " · "
                        {source.publisher.as_str()}
                        <p class="muted small">{about::USED_FOR.fill(lang, &[("what", source.used_for.get(lang))])}</p>
                        <p class="muted small">{about::LICENCE.fill(lang, &[("licence", source.licence.get(lang))])}</p>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <section class="card" aria-labelledby="about-sources">
            <h2 id="about-sources">{say(about::SOURCES)}</h2>
            <ul>{part(items)}</ul>
        </section>
    }
}
