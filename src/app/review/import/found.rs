//! How the table was read and laid out, each changeable: encoding, separator, sheet, direction, head, decimal sign, period.

use leptos::prelude::*;

use super::bring::choose_encoding;
use super::names::Names;
use super::wizard::Wizard;
use super::{name_of, size_words};
use crate::app::fields::Choice;
use crate::app::say::{live, on, say, shown_if};
use crate::app::store::Store;
use crate::exchange::import::intake::Period;
use crate::exchange::import::matching::{Orientation, Overrides};
use crate::exchange::import::number::Convention;
use crate::exchange::import::table::{Entry, Row};
use crate::journal::clean::{MAX_TAG_CHARS, clean_line};
use crate::journal::reports::period_id;
use crate::text::say::import as words;
use crate::text::words::Words;
use crate::web::page;

/// What stands between cells, with names for people.
const SEPARATORS: [(char, Words); 4] =
    [(',', words::COMMA), (';', words::SEMICOLON), ('\t', words::TAB), ('|', words::BAR)];
const ORIENTATIONS: [(Orientation, &str, Words); 3] = [
    (Orientation::AreasInRows, "rows", words::AREAS_IN_ROWS),
    (Orientation::AreasInColumns, "columns", words::AREAS_IN_COLUMNS),
    (Orientation::Long, "list", words::LIST),
];
const DECIMALS: [(Convention, &str, Words); 3] = [
    (Convention::Unknown, "found", words::DECIMAL_FOUND),
    (Convention::Comma, "comma", words::DECIMAL_COMMA),
    (Convention::Point, "point", words::DECIMAL_POINT),
];
/// The head stands among the first rows.
const MAX_HEAD_ROWS: usize = 30;
/// Values of the choice of periods; ids of loaded periods stand behind a mark of their own.
const OWN: &str = "own";
const NEW: &str = "new";
const LOADED: &str = "is:";

/// The card.
#[component]
pub fn FoundCard() -> impl IntoView {
    let store = Store::take();
    let wizard = Wizard::of(store);
    let title = move || words::FOUND.fill(store.lang(), &[("name", &name_of(wizard))]);
    let size = move || {
        let size =
            wizard.found.with(|found| found.as_ref().map(|found| (found.rows.len(), found.layout.columns.len())));
        size.map(|(n_rows, n_columns)| size_words(store, n_rows, n_columns)).unwrap_or_default()
    };
    let is_text = move || wizard.table.with(|table| table.as_ref().is_some_and(|table| table.separator.is_some()));
    let is_of_bytes = move || wizard.table.with(|table| table.as_ref().is_some_and(|table| table.encoding.is_some()));
    let has_sheets = move || wizard.table.with(|table| table.as_ref().is_some_and(|table| 1 < table.sheets.len()));
    let has_found = move || wizard.found.with(Option::is_some);
    view! {
        <section class="card import" aria-labelledby="found-title">
            <div class="card-head">
                <h2 id="found-title">{live(title)}</h2>
                <span class="muted small">{live(size)}</span>
            </div>
            <div class="import-fields">
                {shown_if(is_of_bytes, move || choose_encoding(wizard))}
                {shown_if(is_text, move || separator(wizard))}
                {shown_if(has_sheets, move || sheet(wizard))}
                {shown_if(has_found, move || layout(wizard))}
            </div>
            {shown_if(has_found, || view! { <Names/> })}
            <button type="button" on:click=on(move |_| {
                wizard.put_away();
                page::focus("import-title");
            })>
                {say(words::DISCARD)}
            </button>
        </section>
    }
}

fn separator(wizard: Wizard) -> impl IntoView {
    let store = Store::take();
    let choices = move || {
        let lang = store.lang();
        SEPARATORS.map(|(sign, name)| (sign.to_string(), name.get(lang).to_owned())).to_vec()
    };
    let value = move || {
        let sign = wizard.table.with(|table| table.as_ref().and_then(|table| table.separator));
        sign.map(String::from).unwrap_or_default()
    };
    let choose = move |sign: String| wizard.read_as(|reading| reading.separator = sign.chars().next());
    view! { <Choice label=words::SEPARATOR choices=Signal::derive(choices) value=Signal::derive(value) on_choose=choose/> }
}

fn sheet(wizard: Wizard) -> impl IntoView {
    let choices = move || {
        let names = wizard.table.with(|table| {
            table.as_ref().map(|table| table.sheets.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>())
        });
        names.unwrap_or_default().into_iter().enumerate().map(|(ix, name)| (ix.to_string(), name)).collect::<Vec<_>>()
    };
    let value = move || wizard.sheet.get().to_string();
    let choose = move |ix: String| wizard.use_sheet(ix.parse().unwrap_or_default());
    view! { <Choice label=words::SHEET choices=Signal::derive(choices) value=Signal::derive(value) on_choose=choose/> }
}

fn layout(wizard: Wizard) -> impl IntoView {
    let store = Store::take();
    let orientations = move || {
        let lang = store.lang();
        ORIENTATIONS.map(|(_, code, name)| (code.to_owned(), name.get(lang).to_owned())).to_vec()
    };
    let orientation = move || {
        let now = wizard.found.with(|found| found.as_ref().map(|found| found.layout.orientation));
        let known = ORIENTATIONS.iter().find(|(known, ..)| Some(*known) == now);
        known.map(|(_, code, _)| (*code).to_owned()).unwrap_or_default()
    };
    let turn = move |code: String| {
        let wanted = ORIENTATIONS.iter().find(|(_, known, _)| *known == code).map(|(wanted, ..)| *wanted);
        // What was said of columns and rows does not hold in another direction.
        wizard.lay_out(|overrides| {
            *overrides = Overrides::default();
            overrides.orientation = wanted;
        });
    };
    let heads =
        move || wizard.found.with(|found| found.as_ref().map(|found| head_rows(&found.rows)).unwrap_or_default());
    let head = move || {
        let row = wizard.found.with(|found| found.as_ref().map(|found| found.layout.header_row));
        row.unwrap_or_default().to_string()
    };
    let set_head = move |row: String| {
        wizard.lay_out(|overrides| {
            overrides.header_row = row.parse().ok();
            overrides.columns.clear();
        });
    };
    let decimals = move || {
        let lang = store.lang();
        DECIMALS.map(|(_, code, name)| (code.to_owned(), name.get(lang).to_owned())).to_vec()
    };
    let decimal = move || {
        let now = wizard.decimal.get();
        DECIMALS.iter().find(|(known, ..)| *known == now).map(|(_, code, _)| (*code).to_owned()).unwrap_or_default()
    };
    let set_decimal = move |code: String| {
        if let Some((wanted, ..)) = DECIMALS.iter().find(|(_, known, _)| *known == code) {
            wizard.decimal.set(*wanted);
            wizard.judge_again();
        }
    };
    view! {
        <Choice label=words::DIRECTION choices=Signal::derive(orientations) value=Signal::derive(orientation) on_choose=turn/>
        <Choice label=words::HEAD_ROW choices=Signal::derive(heads) value=Signal::derive(head) on_choose=set_head/>
        <Choice label=words::DECIMAL choices=Signal::derive(decimals) value=Signal::derive(decimal) on_choose=set_decimal/>
        <PeriodFields/>
    }
}

/// The first rows, each with its number in the file and its first words.
fn head_rows(rows: &[Row]) -> Vec<(String, String)> {
    let words = |row: &Row| {
        let cells = row.cells.iter().filter(|cell| !cell.is_blank()).take(3).map(Entry::text);
        let text: String = cells.collect::<Vec<_>>().join(", ").chars().take(40).collect();
        format!("{}: {text}", row.number)
    };
    rows.iter().take(MAX_HEAD_ROWS).enumerate().map(|(row_ix, row)| (row_ix.to_string(), words(row))).collect()
}

/// The data set's own period, a loaded one, or a new one by its year or name.
#[component]
fn PeriodFields() -> impl IntoView {
    let store = Store::take();
    let wizard = Wizard::of(store);
    let loaded = Memo::new(move |_| store.desk().with_journal(|journal| journal.state().periods()));
    let is_loaded = move |id: &str| loaded.with(|loaded| loaded.iter().any(|(known, _)| known == id));
    let choices = move || {
        let lang = store.lang();
        let mut choices = vec![(OWN.to_owned(), words::PERIOD_OWN.get(lang).to_owned())];
        choices.extend(loaded.get().into_iter().map(|(id, label)| (format!("{LOADED}{id}"), label)));
        choices.push((NEW.to_owned(), words::PERIOD_NEW.get(lang).to_owned()));
        choices
    };
    let value = Memo::new(move |_| match wizard.period.get() {
        Period::Own => OWN.to_owned(),
        Period::Other { id, .. } if is_loaded(&id) => format!("{LOADED}{id}"),
        Period::Other { .. } => NEW.to_owned(),
    });
    let set = move |period: Period| {
        wizard.period.set(period);
        wizard.judge_again();
    };
    let choose = move |code: String| {
        set(match code.strip_prefix(LOADED) {
            Some(id) => {
                let label = loaded.with_untracked(|loaded| loaded.iter().find(|(known, _)| known == id).cloned());
                Period::Other { id: id.to_owned(), label: label.map(|(_, label)| label).unwrap_or_default() }
            }
            None if code == NEW => Period::Other { id: String::new(), label: String::new() },
            None => Period::Own,
        });
    };
    let name = move || match wizard.period.get() {
        Period::Other { label, .. } => label,
        Period::Own => String::new(),
    };
    let set_name = move |text: String| {
        let label: String = clean_line(&text).chars().take(MAX_TAG_CHARS).collect();
        set(Period::Other { id: period_id(&label), label });
    };
    view! {
        <Choice label=words::PERIOD choices=Signal::derive(choices) value=value on_choose=choose/>
        {shown_if(move || value.get() == NEW, move || view! {
            <label class="field">
                <span>{say(words::PERIOD_NAME)}</span>
                <input
                    type="text"
                    autocomplete="off"
                    maxlength=MAX_TAG_CHARS.to_string()
                    prop:value=live(name)
                    on:change=on(move |event: web_sys::Event| set_name(event_target_value(&event)))
                />
            </label>
        })}
    }
}
