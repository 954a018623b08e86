//! The cells: one button each, of which the arrow keys reach all and Tab one.

use leptos::prelude::*;

use super::Shows;
use crate::app::atlas::state_words;
use crate::app::made::{IntoMade, Made};
use crate::app::review::checked::{Checked, cell_id, column_id};
use crate::app::say::{list, live, on, part, say};
use crate::app::store::Store;
use crate::data::{DataSet, Lang, State};
use crate::review::cell_words as words;
use crate::review::{Column, Face, face};
use crate::text::number;
use crate::text::say::{atlas, reports, review};
use crate::text::words::Words;
use crate::web::page;

/// Stands where nothing is known.
const NOTHING: &str = "–";

/// The table, scrolling inside its card.
#[component]
pub(super) fn Grid(shows: RwSignal<Shows>) -> impl IntoView {
    let store = Store::take();
    let checked = Checked::take();
    // The cell that Tab reaches.
    let at = RwSignal::new(checked.cell.get_untracked().unwrap_or_else(|| {
        (checked.reviewed.with_untracked(|reviewed| reviewed.first().copied().unwrap_or_default()), 0)
    }));
    let codes = move || store.data_set.areas.iter().map(|area| area.code.clone()).collect();
    let row = move |code: String| {
        store.data_set.area_ix(&code).map(|area_ix| view! { <Row area_ix=area_ix shows=shows at=at/> })
    };
    view! {
        <p id="cell-keys" class="visually-hidden">{say(reports::CELL_KEYS)}</p>
        <div class="table-scroll" role="group" tabindex="0" aria-labelledby="review-table-title">
            <table aria-describedby="cell-keys">
                <Head/>
                <tbody on:keydown=on(move |event| walk(checked, at, &event))>{list(codes, row)}</tbody>
                <Foot/>
            </table>
        </div>
    }
}

/// Moves the keyboard from cell to cell.
fn walk(checked: Checked, at: RwSignal<(usize, usize)>, event: &web_sys::KeyboardEvent) {
    let (indicator_ix, area_ix) = at.get_untracked();
    // The keys of buttons in row heads are not the cells'.
    let focused = crate::web::document().active_element().map(|element| element.id()).unwrap_or_default();
    if focused != cell_id(indicator_ix, area_ix) {
        return;
    }
    let reviewed = checked.reviewed.get_untracked();
    let n_areas = checked.table.with_untracked(|table| table.progress.n_areas);
    let place = reviewed.iter().position(|ix| *ix == indicator_ix).unwrap_or_default();
    let (place, area_ix) = match event.key().as_str() {
        "ArrowLeft" => (place.saturating_sub(1), area_ix),
        "ArrowRight" => ((place + 1).min(reviewed.len().saturating_sub(1)), area_ix),
        "ArrowUp" => (place, area_ix.saturating_sub(1)),
        "ArrowDown" => (place, (area_ix + 1).min(n_areas.saturating_sub(1))),
        "Home" => (0, area_ix),
        "End" => (reviewed.len().saturating_sub(1), area_ix),
        _ => return,
    };
    event.prevent_default();
    at.set((reviewed[place], area_ix));
    page::focus(&cell_id(reviewed[place], area_ix));
}

#[component]
fn Head() -> impl IntoView {
    let store = Store::take();
    let checked = Checked::take();
    let heads = move || {
        let lang = store.lang();
        let data_set = checked.reviewing().data_set.get().0;
        let head = |indicator_ix: usize| {
            let indicator = &data_set.indicators[indicator_ix];
            view! {
                <th scope="col" id=column_id(indicator_ix) tabindex="-1">
                    {indicator.short.get(lang)}
                    <span class="unit">{indicator.unit.get(lang)}</span>
                </th>
            }
        };
        checked.reviewed.get().into_iter().map(head).collect_view()
    };
    view! {
        <thead>
            <tr>
                <th scope="col">{say(reports::AREA)}</th>
                {part(heads)}
            </tr>
        </thead>
    }
}

/// What a row shows; it is made anew only when this changes.
#[derive(Clone, PartialEq)]
struct RowFaces {
    faces: Vec<(usize, Face)>,
    n_known: usize,
}

#[component]
fn Row(area_ix: usize, shows: RwSignal<Shows>, at: RwSignal<(usize, usize)>) -> impl IntoView {
    let store = Store::take();
    let checked = Checked::take();
    let name = store.data_set.areas[area_ix].name.as_str();
    let faces = Memo::new(move |_| {
        let laid = checked.reviewing().laid.get();
        let shown = store.derived.shown.get();
        let doubts = checked.doubts.get();
        let reviewed = checked.reviewed.get();
        let n_known = reviewed.iter().filter(|ix| laid.whole(**ix, area_ix).is_some()).count();
        let of_indicator = |ix: usize| (ix, face(&laid, &shown.figures, &doubts, ix, area_ix));
        RowFaces { faces: reviewed.into_iter().map(of_indicator).collect(), n_known }
    });
    let progress = move || {
        let lang = store.lang();
        let whole = |n: usize| number::whole(lang, n as u64);
        faces.with(|row| atlas::N_OF_M.fill(lang, &[("n", &whole(row.n_known)), ("m", &whole(row.faces.len()))]))
    };
    let enter_label =
        move || reports::ENTER_REPORT_OF.fill(store.lang(), &[("where", name), ("progress", &progress())]);
    let cells = move || {
        let lang = store.lang();
        let data_set = checked.reviewing().data_set.get().0;
        let shows = shows.get();
        let cell =
            |(indicator_ix, face): (usize, Face)| cell_view(data_set, (indicator_ix, area_ix), &face, shows, at, lang);
        faces.get().faces.into_iter().map(cell).collect_view()
    };
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="link" on:click=on(move |_| store.open_sheet(area_ix))>{name}</button>
                <button
                    type="button"
                    class="link progress"
                    aria-label=live(enter_label)
                    on:click=on(move |_| checked.enter(area_ix, None))
                >
                    {live(progress)}
                </button>
            </th>
            {part(cells)}
        </tr>
    }
}

fn cell_view(
    data_set: &'static DataSet,
    place: (usize, usize),
    face: &Face,
    shows: Shows,
    at: RwSignal<(usize, usize)>,
    lang: Lang,
) -> Made {
    let checked = Checked::take();
    let indicator = &data_set.indicators[place.0];
    let text = match (shows, face.figure.value) {
        (Shows::Figures, Some(value)) => words::cell_text(indicator, value, lang),
        (Shows::Figures, None) => NOTHING.to_owned(),
        (Shows::Change, _) => {
            face.change.map_or_else(|| NOTHING.to_owned(), |change| words::change_text(indicator, change, lang))
        }
        (Shows::ChangePct, _) => {
            face.change.and_then(|change| words::change_pct_text(change, lang)).unwrap_or_else(|| NOTHING.to_owned())
        }
    };
    let mut said = match face.figure.value {
        Some(value) if shows == Shows::Figures => vec![words::value_text(indicator, value, lang)],
        Some(_) if face.change.is_none() => vec![reports::NO_CHANGE_KNOWN.get(lang).to_owned()],
        Some(_) => vec![text.clone()],
        None => Vec::new(),
    };
    said.push(state_words(face.figure.state).get(lang).to_owned());
    let interval = face.figure.interval.map(|interval| words::interval_text(indicator, interval, lang));
    let ends =
        face.figure.interval.filter(|_| shows == Shows::Figures).map(|ends| words::ends_text(indicator, ends, lang));
    let partial = face.partial.map(|roll_up| {
        let whole = |n: usize| number::whole(lang, n as u64);
        (whole(roll_up.reported), whole(roll_up.of))
    });
    said.extend(interval);
    if let Some((n, of)) = &partial {
        said.push(review::PARTIAL.fill(lang, &[("n", n), ("of", of)]));
    }
    let marks = [(face.differs, "≠", reports::DIFFERS), (face.doubtful, "?", reports::DOUBTFUL)];
    let marks: Vec<_> = marks.into_iter().filter(|(stands, ..)| *stands).collect();
    said.extend(marks.iter().map(|(_, _, words)| words.get(lang).to_owned()));
    let area = &data_set.areas[place.1].name;
    let values = [("where", area.as_str()), ("what", indicator.short.get(lang)), ("value", &said.join(", "))];
    let label = reports::CELL.fill(lang, &values);
    // Said in words by the label, which must hold all text that is visible; so this is drawn by the stylesheet.
    let small = ends.or_else(|| partial.map(|(n, of)| format!("{n}/{of}")));
    view! {
        <td data-state=state_code(face.figure.state)>
            <button
                type="button"
                id=cell_id(place.0, place.1)
                aria-label=label
                aria-expanded=live(move || (checked.cell.get() == Some(place)).to_string())
                tabindex=live(move || if at.get() == place { "0" } else { "-1" })
                on:focus=on(move |_| at.set(place))
                on:click=on(move |_| checked.show_cell(place.0, place.1))
            >
                {marks.into_iter().map(|(_, sign, _)| view! { <span class="mark" aria-hidden="true">{sign}</span> }).collect_view()}
                <span class="value">{text}</span>
                {small.map(|small| view! { <span class="ends" data-text=small></span> })}
            </button>
        </td>
    }
    .made()
}

/// A state's name in the stylesheet.
pub(super) fn state_code(state: State) -> &'static str {
    match state {
        State::Published => "published",
        State::Reported => "reported",
        State::Estimated => "estimated",
        State::Practice => "practice",
        State::Missing => "missing",
    }
}

/// Progress, sum, total, remainder and shares under each column.
#[component]
fn Foot() -> impl IntoView {
    type Compute = fn(&DataSet, &Column, Lang) -> Option<String>;
    let rows: [(Words, Compute); 7] = [
        (reports::REPORTED_ROW, |ds, column, lang| {
            let whole = |n: usize| number::whole(lang, n as u64);
            Some(atlas::N_OF_M.fill(lang, &[("n", &whole(column.n_known)), ("m", &whole(ds.areas.len()))]))
        }),
        (review::SUM, |ds, column, lang| sum(ds, column, column.sum, lang)),
        (review::TOTAL, |ds, column, lang| sum(ds, column, column.total, lang)),
        (review::REMAINDER, |ds, column, lang| sum(ds, column, column.remainder, lang)),
        (reports::SHARE_PRINTED, |_, column, lang| {
            let pct = column.share_printed_pct?;
            Some(number::percent(lang, pct, crate::review::findings::decimals_of(pct)))
        }),
        (review::SHARE, |_, column, lang| Some(number::percent(lang, column.share_pct?, 2))),
        (reports::SHARE_OF_SUM, |_, column, lang| {
            let pct = column.share_of_sum_pct.filter(|_| column.n_known > 0)?;
            Some(number::percent(lang, pct, 2))
        }),
    ];
    view! {
        <tfoot>{rows.map(|(words, compute)| view! { <FootRow words=words compute=compute/> }).collect_view()}</tfoot>
    }
}

fn sum(ds: &DataSet, column: &Column, value: Option<f64>, lang: Lang) -> Option<String> {
    Some(words::sum_text(&ds.indicators[column.indicator_ix], value?, lang))
}

#[component]
fn FootRow(words: Words, compute: fn(&DataSet, &Column, Lang) -> Option<String>) -> impl IntoView {
    let store = Store::take();
    let checked = Checked::take();
    let texts = Memo::new(move |_| {
        let (lang, data_set) = (store.lang(), checked.reviewing().data_set.get().0);
        checked
            .table
            .with(|table| table.columns.iter().map(|column| compute(data_set, column, lang)).collect::<Vec<_>>())
    });
    let cells = move || {
        let cell = |text: Option<String>| view! { <td>{text.unwrap_or_else(|| NOTHING.to_owned())}</td> };
        texts.get().into_iter().map(cell).collect_view()
    };
    view! {
        <tr>
            <th scope="row">{say(words)}</th>
            {part(cells)}
        </tr>
    }
}

/// What the cells' looks mean.
#[component]
pub(super) fn Marks() -> impl IntoView {
    let states = [State::Published, State::Reported, State::Estimated, State::Practice, State::Missing].map(|state| {
        view! {
            <li>
                <span class="swatch" data-state=state_code(state) aria-hidden="true"></span>
                {say(state_words(state))}
            </li>
        }
    });
    let signs = [("≠", reports::DIFFERS), ("?", reports::DOUBTFUL), ("7/12", reports::IN_PART)].map(|(sign, words)| {
        view! {
            <li>
                <span class="mark" aria-hidden="true">{sign}</span>
                {say(words)}
            </li>
        }
    });
    view! {
        <ul class="marks" aria-label=say(reports::MARKS)>
            {states.collect_view()}
            {signs.collect_view()}
        </ul>
    }
}
