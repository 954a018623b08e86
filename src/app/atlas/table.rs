//! The table: the map's twin. Same areas, same filters, same choice; every figure as text.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::derived::OfArea;
use crate::app::made::{IntoMade, Made};
use crate::app::say::{list, live, on, part, say, shown_if};
use crate::app::store::{Store, Tone};
use crate::data::{AreaKind, IndicatorKind, Lang, State};
use crate::exchange::csv;
use crate::text::number;
use crate::text::say::{atlas, notes, problems};
use crate::view::column::Column;
use crate::view::query::{Measure, Sort, SortKey};
use crate::view::{describe, hash, table};
use crate::web::files;

type Columns = Memo<Vec<Arc<Column>>>;

/// The card of the table.
#[component]
pub fn TableCard() -> impl IntoView {
    let store = Store::take();
    let columns: Columns = Memo::new(move |_| {
        let mut measures = store.derived.parts.rest.with(|rest| rest.columns.clone());
        // A change on the map stands here too, behind the columns that were chosen.
        let on_map = store.derived.column.with(|column| column.is_change().then(|| column.measure.clone()));
        measures.extend(on_map);
        measures.iter().filter_map(|measure| store.column(measure)).collect()
    });
    let sort = Memo::new(move |_| store.derived.parts.rest.with(|rest| rest.sort.clone()));
    let order = Memo::new(move |_| {
        let sort = sort.get();
        let mut known: Vec<Column> = columns.with(|columns| columns.iter().map(|column| (**column).clone()).collect());
        // The rows may be sorted by a column that is not shown.
        if let SortKey::Measure(measure) = &sort.key {
            known.extend(store.column(measure).map(|column| (*column).clone()));
        }
        table::order(store.data_set, &known, &sort)
    });
    let keys = move || order.get().into_iter().map(|area_ix| store.data_set.areas[area_ix].code.clone()).collect();
    let row = move |code: String| {
        store.data_set.area_ix(&code).map(|area_ix| view! { <Row area_ix=area_ix columns=columns/> })
    };
    let none_passes = move || store.derived.told.passes.with(|passes| passes.iter().all(|passes| !passes));
    view! {
        <section class="card table-card" aria-labelledby="table-title">
            <div class="card-head">
                <h2 id="table-title">{say(atlas::TABLE)}</h2>
                <div class="row no-print">
                    <button type="button" on:click=on(move |_| save_csv(store, columns, order))>
                        {say(atlas::SAVE_CSV)}
                    </button>
                    <ColumnMenu/>
                </div>
            </div>
            <div class="table-scroll" role="group" tabindex="0" aria-labelledby="table-title">
                <table>
                    <Head columns=columns sort=sort/>
                    <tbody>
                        {list(keys, row)}
                    </tbody>
                    <Foot columns=columns/>
                </table>
            </div>
            {shown_if(none_passes, move || view! {
                <p class="muted">{say(atlas::NONE_PASSES)}</p>
            })}
        </section>
    }
}

/// The next order when a head is pressed: greatest first for figures, a to z for names, then the other way round.
fn next_sort(now: &Sort, key: SortKey) -> Sort {
    let starts_descending = matches!(key, SortKey::Measure(_));
    let descending = if now.key == key { !now.descending } else { starts_descending };
    Sort { key, descending }
}

#[component]
fn Head(columns: Columns, sort: Memo<Sort>) -> impl IntoView {
    let store = Store::take();
    let cell = move |key: SortKey, label: String, is_text: bool| {
        let state = {
            let key = key.clone();
            move || {
                sort.with(|sort| (sort.key == key).then_some(if sort.descending { "descending" } else { "ascending" }))
            }
        };
        let arrow = {
            let state = state.clone();
            move || state().map(|state| if state == "descending" { " ↓" } else { " ↑" })
        };
        let pressed = move |_| store.sort(next_sort(&sort.get_untracked(), key.clone()));
        let title = atlas::SORT_BY.fill(store.lang(), &[("name", &label)]);
        view! {
            <th scope="col" class=if is_text { "text" } else { "" } aria-sort=live(state)>
                <button type="button" class="link" title=title on:click=on(pressed)>
                    {label}
                    <span aria-hidden="true">{live(arrow)}</span>
                </button>
            </th>
        }
    };
    let figures = move || {
        let lang = store.lang();
        columns
            .get()
            .into_iter()
            .map(|column| cell(SortKey::Measure(column.measure.clone()), head_text(&column, lang), false))
            .collect_view()
    };
    view! {
        <thead>
            <tr>
                <th class="text" scope="col">
                    <span class="visually-hidden">{say(atlas::CHOOSE)}</span>
                </th>
                {part(move || cell(SortKey::Name, atlas::AREA.get(store.lang()).to_owned(), true))}
                {part(move || cell(SortKey::Kind, atlas::KIND.get(store.lang()).to_owned(), true))}
                {part(figures)}
            </tr>
        </thead>
    }
}

fn head_text(column: &Column, lang: Lang) -> String {
    column.short.get(lang).to_owned()
}

#[component]
fn Row(area_ix: usize, columns: Columns) -> impl IntoView {
    let store = Store::take();
    let derived = store.derived;
    let area = &store.data_set.areas[area_ix];
    let name = area.name.as_str();
    let OfArea { passes, is_chosen } = derived.of_area[area_ix];
    let is_hovered = Memo::new(move |_| store.hover.get() == Some(area_ix) || store.focus.get() == Some(area_ix));
    let kind = move || {
        let words = if area.kind == AreaKind::Ward { atlas::WARD } else { atlas::COMMUNE };
        words.get(store.lang())
    };
    let mark = move || {
        let n = derived.n_notes.with(|n_notes| n_notes[area_ix]);
        (n > 0).then(|| {
            let words = notes::N_NOTES.fill(store.lang(), n as u64, &[]);
            view! { <span class="note-count small muted">{words}</span> }
        })
    };
    let cells = move || {
        let lang = store.lang();
        columns.get().into_iter().map(|column| cell_view(&column, area_ix, lang)).collect_view()
    };
    view! {
        <tr
            hidden=live(move || !passes.get())
            data-chosen=live(move || is_chosen.get().to_string())
            data-hover=live(move || is_hovered.get().to_string())
            on:pointerenter=on(move |_| store.hover.set(Some(area_ix)))
            on:pointerleave=on(move |_| store.hover.set(None))
        >
            <td class="text">
                <input
                    type="checkbox"
                    aria-label=live(move || atlas::CHOOSE_ROW.fill(store.lang(), &[("name", name)]))
                    prop:checked=live(move || is_chosen.get())
                    on:change=on(move |_| store.choose(area_ix, true))
                />
            </td>
            <th scope="row">
                <button type="button" class="link" on:click=on(move |_| store.open_sheet(area_ix))>
                    {name}
                </button>
                " "
                {part(mark)}
            </th>
            <td class="text">{live(kind)}</td>
            {part(cells)}
        </tr>
    }
}

fn cell_view(column: &Column, area_ix: usize, lang: Lang) -> Made {
    let figure = column.figures[area_ix];
    match describe::ranged_text(column, &figure, lang) {
        Some(text) if figure.state == State::Published => view! { <td>{text}</td> }.made(),
        Some(text) => {
            let state = super::state_words(figure.state).get(lang);
            view! { <td class="stated">{text} " " <span class="small muted">{state}</span></td> }.made()
        }
        None => view! { <td class="missing">{atlas::MISSING.get(lang)}</td> }.made(),
    }
}

/// The city's own figures under the areas'.
#[component]
fn Foot(columns: Columns) -> impl IntoView {
    let store = Store::take();
    let cells = move || {
        let lang = store.lang();
        columns
            .get()
            .into_iter()
            .map(|column| {
                let text = match (column.city, column.kind) {
                    (Some(value), IndicatorKind::YesNo) => number::number(lang, value, 0),
                    (Some(value), _) => describe::number_text(&column, value, lang),
                    (None, _) => "–".to_owned(),
                };
                view! { <td>{text}</td> }
            })
            .collect_view()
    };
    view! {
        <tfoot>
            <tr>
                <td></td>
                <th scope="row">{say(atlas::CITY_ROW)}</th>
                <td></td>
                {part(cells)}
            </tr>
        </tfoot>
    }
}

/// Which indicators are columns.
#[component]
fn ColumnMenu() -> impl IntoView {
    let store = Store::take();
    let box_of = move |id: String| {
        let indicator = store.indicators().iter().find(|indicator| indicator.id == id)?;
        Some({
            let measure = Measure::plain(indicator.id.clone());
            let toggled = measure.clone();
            let is_shown = move || store.derived.parts.rest.with(|rest| rest.columns.contains(&measure));
            view! {
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=is_shown
                        on:change=on(move |_| store.toggle_column(&toggled))
                    />
                    {live(move || indicator.label.get(store.lang()))}
                </label>
            }
        })
    };
    let ids = move || store.indicators().iter().map(|indicator| indicator.id.clone()).collect();
    view! {
        <details class="columns">
            <summary>{say(atlas::COLUMNS)}</summary>
            <div role="group" aria-label=say(atlas::COLUMNS)>{list(ids, box_of)}</div>
        </details>
    }
}

/// Offers the table as it stands (rows that pass, in their order) as a file.
fn save_csv(store: Store, columns: Columns, order: Memo<Vec<usize>>) {
    let lang = store.lang_now();
    let columns = columns.get_untracked();
    let passes = store.derived.passes.get_untracked();
    let head = ["code", "name", "kind"].iter().map(|id| csv::Cell::Text((*id).to_owned()));
    // What is not published says what it is, and an estimate has its interval, in columns of their own.
    let has_states = |column: &Column| {
        column.figures.iter().any(|figure| figure.state != State::Published && figure.value.is_some())
    };
    let ids = columns.iter().flat_map(|column| {
        let endings: &[&str] = if has_states(column) { &["", "_state", "_low", "_high"] } else { &[""] };
        endings.iter().map(|ending| csv::Cell::Text(format!("{}{ending}", hash::measure_text(&column.measure))))
    });
    let mut rows = vec![head.chain(ids).collect::<Vec<_>>()];
    for area_ix in order.get_untracked().into_iter().filter(|&area_ix| passes[area_ix]) {
        let area = &store.data_set.areas[area_ix];
        let kind = if area.kind == AreaKind::Ward { atlas::WARD } else { atlas::COMMUNE };
        let facts = [area.code.as_str(), area.name.as_str(), kind.get(lang)];
        let facts = facts.into_iter().map(|fact| csv::Cell::Text(fact.to_owned()));
        let number = |value: Option<f64>| value.map_or(csv::Cell::Empty, csv::Cell::Number);
        let figures = columns.iter().flat_map(|column| {
            let figure = column.figures[area_ix];
            let mut cells = vec![match figure.value {
                // What became of a yes or no is told by its name: the number behind it says nothing in a file.
                Some(value) if column.is_outcome() => csv::Cell::Text(describe::number_text(column, value, lang)),
                value => number(value),
            }];
            if has_states(column) {
                cells.push(csv::Cell::Text(super::state_words(figure.state).get(lang).to_owned()));
                cells.extend([number(figure.interval.map(|ends| ends.0)), number(figure.interval.map(|ends| ends.1))]);
            }
            cells
        });
        rows.push(facts.chain(figures).collect());
    }
    let style = match lang {
        Lang::En => csv::CsvStyle::CommaPoint,
        Lang::Vi | Lang::Ru => csv::CsvStyle::SemicolonComma,
    };
    let name = format!(
        "{}-{}.csv",
        store.data_set.id,
        store.derived.column.with_untracked(|column| column.measure.indicator.clone())
    );
    if let Err(why) = files::save(&name, "text/csv;charset=utf-8", &csv::csv_table(&rows, style)) {
        store.notify("file", Tone::Trouble, problems::FILE_NOT_SAVED.fill(lang, &[("why", &why)]));
    }
}
