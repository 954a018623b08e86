//! The area sheet: one area on one page.

use leptos::prelude::*;

use super::atlas::group_words;
use super::made::IntoMade;
use super::notes::NotesOf;
use super::plot::{Plot, live_scene};
use super::say::{live, on, part, say};
use super::store::Store;
use crate::data::{AreaKind, IndicatorKind, Settlement};
use crate::draw::strip::{StripSpec, strip_scene};
use crate::journal::Anchor;
use crate::review::cell_words;
use crate::stats::summary::Comparison;
use crate::text::say::{atlas, notes, shell};
use crate::view::describe;
use crate::view::profile::{ProfileRow, profile};
use crate::view::query::Measure;
use crate::web::clock;

/// The sheet of one area.
#[component]
pub fn AreaSheet(area_ix: usize) -> impl IntoView {
    let store = Store::take();
    let area = &store.data_set.areas[area_ix];
    let n_areas = store.data_set.areas.len();
    let facts = move || {
        let lang = store.lang();
        let kind = if area.kind == AreaKind::Ward { atlas::WARD } else { atlas::COMMUNE };
        let settlement = match area.settlement {
            Settlement::Urban => atlas::URBAN,
            Settlement::Rural => atlas::RURAL,
            Settlement::Mixed => atlas::MIXED,
        };
        let mut facts = vec![
            kind.get(lang).to_owned(),
            format!("{}: {}", atlas::SETTLEMENT.get(lang), settlement.get(lang).to_lowercase()),
            atlas::CODE.fill(lang, &[("code", &area.code)]),
        ];
        facts.extend(area.ward_since.map(|year| atlas::WARD_SINCE.fill(lang, &[("year", &year.to_string())])));
        facts.extend(area.formed_from.as_ref().map(|units| atlas::FORMED_FROM.fill(lang, &[("units", units)])));
        facts.into_iter().map(|fact| view! { <span>{fact}</span> }).collect_view()
    };
    let is_chosen = move || store.derived.chosen.with(|chosen| chosen[area_ix]);
    view! {
        <aside
            class="side sheet"
            aria-labelledby="sheet-title"
            on:keydown=on(move |event: web_sys::KeyboardEvent| {
                if event.key() == "Escape" {
                    store.close_sheet();
                }
            })
        >
            <header>
                <div>
                    <h2 id="sheet-title" tabindex="-1">{area.name.as_str()}</h2>
                    <p class="facts">{part(facts)}</p>
                </div>
                <button type="button" class="no-print" on:click=on(move |_| store.close_sheet())>
                    {say(shell::CLOSE)}
                </button>
            </header>
            <div class="row no-print">
                <button
                    type="button"
                    aria-pressed=live(move || is_chosen().to_string())
                    on:click=on(move |_| store.choose(area_ix, true))
                >
                    {live(move || {
                        let words = if is_chosen() { atlas::CLEAR_SELECTION } else { atlas::CHOOSE_ROW };
                        words.fill(store.lang(), &[("name", &area.name)])
                    })}
                </button>
                <button type="button" on:click=on(move |_| store.open_sheet((area_ix + n_areas - 1) % n_areas))>
                    {say(atlas::PREVIOUS_AREA)}
                </button>
                <button type="button" on:click=on(move |_| store.open_sheet((area_ix + 1) % n_areas))>
                    {say(atlas::NEXT_AREA)}
                </button>
                <button type="button" on:click=on(move |_| drop(crate::web::window().print()))>
                    {say(atlas::PRINT)}
                </button>
            </div>
            <div class="groups"><Profile area_ix=area_ix/></div>
            <Neighbours area_ix=area_ix/>
            <section aria-labelledby="sheet-notes">
                <h3 id="sheet-notes">{say(notes::NOTES)}</h3>
                <NotesOf anchor=Anchor::Area(area.code.clone())/>
            </section>
        </aside>
    }
}

/// All figures of the area, by groups.
#[component]
fn Profile(area_ix: usize) -> impl IntoView {
    let store = Store::take();
    let rows = Memo::new(move |_| store.derived.shown.with(|shown| profile(shown.data_set, &shown.figures, area_ix)));
    let groups = move || {
        let lang = store.lang();
        let rows = rows.get();
        let mut names: Vec<&str> = Vec::new();
        for row in &rows {
            let group = store.indicators()[row.indicator_ix].group.as_str();
            if !names.contains(&group) {
                names.push(group);
            }
        }
        names
            .into_iter()
            .map(|name| {
                let title = group_words(name).map_or(name, |words| words.get(lang));
                let members = rows.iter().filter(|row| store.indicators()[row.indicator_ix].group == name);
                let body = members.cloned().map(|row| view! { <ProfileLine area_ix=area_ix row=row/> }).collect_view();
                view! {
                    <section>
                        <h3>{title}</h3>
                        <table class="profile">
                            <tbody>{body}</tbody>
                        </table>
                    </section>
                }
            })
            .collect_view()
    };
    part(groups)
}

/// One figure: label, value, rank and comparison in words, place in the distribution, a note on it.
#[component]
fn ProfileLine(area_ix: usize, row: ProfileRow) -> impl IntoView {
    let store = Store::take();
    let lang = store.lang_now();
    let indicator = &store.indicators()[row.indicator_ix];
    let column = store.column(&Measure::plain(indicator.id.clone()));
    let value = column.as_ref().and_then(|column| describe::ranged_text(column, &row.figure, lang));
    let value = value.unwrap_or_else(|| atlas::MISSING.get(lang).to_owned());
    let is_missing = row.figure.value.is_none();
    let mut words = Vec::new();
    if !is_missing {
        words.push(indicator.unit.get(lang).to_owned());
        words.push(super::atlas::state_words(row.figure.state).get(lang).to_owned());
    }
    let ranks = store.saving.reviewing.get().and_then(|reviewing| {
        reviewing.ranks_of_all.with(|all| {
            let ranks = all.get(row.indicator_ix)?;
            let by_value = (*ranks.by_value.get(area_ix)?)?;
            let by_rate = ranks.by_rate.as_ref().and_then(|(per, ranks)| Some((*per, (*ranks.get(area_ix)?)?)));
            Some((by_value, by_rate))
        })
    });
    if let Some((by_value, by_rate)) = ranks {
        words.push(describe::rank_between(by_value, lang));
        words.extend(by_rate.map(|(per, interval)| describe::rank_between_per(interval, per, lang)));
    }
    words.extend(
        row.rank
            .filter(|_| ranks.is_none())
            .map(|rank| atlas::RANK.fill(lang, &[("rank", &rank.rank.to_string()), ("of", &rank.of.to_string())])),
    );
    words.extend(row.comparison.map(|comparison| {
        let words = match comparison {
            Comparison::Higher => atlas::HIGHER,
            Comparison::Similar => atlas::SIMILAR,
            Comparison::Lower => atlas::LOWER,
        };
        words.get(lang).to_owned()
    }));
    let has_strip = column.as_ref().is_some_and(|column| column.n_known() > 1 && column.kind != IndicatorKind::YesNo);
    let strip = column.filter(|_| has_strip).map(|column| {
        let size = RwSignal::new([0.0, 0.0]);
        let scene = live_scene(size, move || {
            let theme = store.theme();
            let values: Vec<Option<f64>> = column.figures.iter().map(|figure| figure.value).collect();
            strip_scene(&StripSpec {
                size_px: size.get(),
                values: &values,
                own: column.value(area_ix),
                own_color: theme.accent,
                city: column.city_line(),
                theme,
            })
        });
        view! { <Plot scene=scene size=size/> }
    });
    // Reports are there once the piece that lays them over has come; this names its memos only.
    let by = move || {
        let lang = store.lang();
        let reviewing = store.saving.reviewing.get()?;
        reviewing.laid.with(|laid| {
            let cell = laid.cell(row.indicator_ix, area_ix)?;
            Some(cell_words::provenance_text(&cell.provenance, clock::offset_minutes(), lang))
        })
    };
    let changes = move || {
        let shown = store.derived.shown.get();
        let lines = shown.others.as_ref().map(|others| (others.lines)(&shown, row.indicator_ix, area_ix, store.lang()));
        let lines = lines.unwrap_or_default().into_iter();
        lines.map(|line| view! { <span class="words change">{line}</span> }).collect_view()
    };
    // A figure with its interval needs the room of both cells.
    let figure = if row.figure.interval.is_some() {
        view! {
            <td class="value ranged" colspan="2">
                {value}
                <div class="strip" aria-hidden="true">{strip}</div>
            </td>
        }
        .made()
    } else {
        view! {
            <td class=if is_missing { "missing" } else { "value" }>{value}</td>
            <td class="strip" aria-hidden="true">{strip}</td>
        }
        .made()
    };
    let anchor = Anchor::Figure {
        area: store.data_set.areas[area_ix].code.clone(),
        indicator: indicator.id.clone(),
        period: indicator.period.clone(),
    };
    let add_label = notes::NEW_ON
        .fill(lang, &[("what", &format!("{}, {}", store.data_set.areas[area_ix].name, indicator.short.get(lang)))]);
    view! {
        <tr>
            <th scope="row">
                <button
                    type="button"
                    class="link"
                    on:click=on(move |_| store.show_measure(Measure::plain(indicator.id.clone())))
                >
                    {indicator.label.get(lang)}
                </button>
                <span class="words">{words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ")}</span>
                <span class="words">{live(by)}</span>
                {part(changes)}
            </th>
            {figure}
            <td class="no-print">
                <button
                    type="button"
                    class="quiet add-note"
                    aria-label=add_label
                    on:click=on(move |_| super::notes::add(store, anchor.clone(), row.figure.value))
                >
                    "+"
                </button>
            </td>
        </tr>
    }
}

/// The areas that share a border, longest border first.
#[component]
fn Neighbours(area_ix: usize) -> impl IntoView {
    let store = Store::take();
    let buttons = store.geometry.neighbours[area_ix]
        .iter()
        .map(|&neighbour_ix| {
            let name = store.data_set.areas[neighbour_ix].name.as_str();
            let value = move || {
                let column = store.derived.column.get();
                column.value(neighbour_ix).map(|value| describe::number_text(&column, value, store.lang()))
            };
            view! {
                <li>
                    <button
                        type="button"
                        on:click=on(move |_| store.open_sheet(neighbour_ix))
                        on:pointerenter=on(move |_| store.hover.set(Some(neighbour_ix)))
                        on:pointerleave=on(move |_| store.hover.set(None))
                    >
                        {name}
                        " "
                        <span class="muted number">{live(value)}</span>
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="sheet-neighbours">
            <h3 id="sheet-neighbours">{say(atlas::NEIGHBOURS)}</h3>
            <ul class="neighbours">{buttons}</ul>
        </section>
    }
}
