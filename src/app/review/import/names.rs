//! What each column and each name of the table was taken for; each changeable, near misses as proposals to accept.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::wizard::{Found, Wizard};
use crate::app::made::IntoMade;
use crate::app::say::{list, live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::data::{DataSet, Lang};
use crate::exchange::import::matching::{Orientation, Role, Target};
use crate::exchange::import::table::place;
use crate::text::number;
use crate::text::say::import as words;
use crate::text::words::Words;
use crate::web::page;

/// More columns and names than a person looks over are not listed; those that are not known come first.
const MAX_LISTED: usize = 150;
/// Proposals beside a name.
const MAX_PROPOSALS: usize = 3;

/// What one choice is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Column(usize),
    RowName(usize),
    IndicatorName(usize),
}

/// The parts of a list's columns, with their codes in the choice.
const ROLES: [(Role, &str, Words); 5] = [
    (Role::Key, "key", words::IS_KEY),
    (Role::Indicator, "indicator", words::IS_INDICATOR),
    (Role::Value, "value", words::IS_VALUE),
    (Role::Period, "period", words::IS_PERIOD),
    (Role::Subdivision, "street", words::IS_STREET),
];

/// Columns and names, folded away while nothing of them needs a person.
#[component]
pub fn Names() -> impl IntoView {
    let wizard = Wizard::of(Store::take());
    let columns = move || listed(wizard, |found| (0..found.layout.columns.len()).map(Of::Column).collect());
    let row_names = move || listed(wizard, |found| (0..found.row_names.len()).map(Of::RowName).collect());
    let indicator_names =
        move || listed(wizard, |found| (0..found.indicator_names.len()).map(Of::IndicatorName).collect());
    let has_list = move || !indicator_names().is_empty();
    view! {
        <div class="import-names">
            {fold(wizard, words::COLUMNS, Arc::new(columns))}
            {fold(wizard, words::NAMES, Arc::new(row_names))}
            {shown_if(has_list, move || fold(wizard, words::INDICATOR, Arc::new(indicator_names)))}
        </div>
    }
}

fn listed(wizard: Wizard, all: fn(&Found) -> Vec<Of>) -> Vec<Of> {
    wizard.found.with(|found| found.as_ref().map(|found| all(found)).unwrap_or_default())
}

/// What something was taken for, and its text.
fn taken_for(found: &Found, of: Of) -> Option<(String, Target)> {
    let text = match of {
        Of::Column(column) => found.rows.get(found.layout.header_row).map(|row| row.cell(column).text()),
        Of::RowName(ix) => found.row_names.get(ix).map(|group| group.text.clone()),
        Of::IndicatorName(ix) => found.indicator_names.get(ix).map(|group| group.text.clone()),
    };
    Some((text.unwrap_or_default(), target_of(found, of)?.clone()))
}

/// What something was taken for.
fn target_of(found: &Found, of: Of) -> Option<&Target> {
    match of {
        Of::Column(column) => found.layout.columns.get(column),
        Of::RowName(ix) => found.row_names.get(ix).map(|group| &group.target),
        Of::IndicatorName(ix) => found.indicator_names.get(ix).map(|group| &group.target),
    }
}

fn is_open(target: &Target) -> bool {
    matches!(target, Target::NearAreas(_) | Target::NearIndicators(_) | Target::Unknown)
}

/// One of the lists.
fn fold(wizard: Wizard, title: Words, all: Arc<dyn Fn() -> Vec<Of> + Send + Sync>) -> impl IntoView {
    let store = Store::take();
    // Places stand in the order in which they were first shown, so that a choice does not move its row away.
    let counted = Memo::new(move |_| {
        let all = all();
        wizard.found.with(|found| {
            let target_of = |of: Of| found.as_ref().and_then(|found| target_of(found, of));
            let (mut n_open, mut n_all) = (0, 0);
            let (mut open, mut known) = (Vec::new(), Vec::new());
            for of in all {
                let Some(target) = target_of(of).filter(|target| **target != Target::Blank) else { continue };
                n_all += 1;
                n_open += usize::from(is_open(target));
                let listed = if is_open(target) { &mut open } else { &mut known };
                if listed.len() < MAX_LISTED {
                    listed.push((order_of(of), of));
                }
            }
            open.extend(known);
            open.truncate(MAX_LISTED);
            crate::order::sort_by_key(&mut open, |(order, _)| *order);
            (n_open, n_all, open.into_iter().map(|(_, of)| of).collect::<Vec<_>>())
        })
    });
    let has_open = Memo::new(move |_| counted.with(|(n_open, ..)| 0 < *n_open));
    let is_unfolded = RwSignal::new(has_open.get_untracked());
    let summary = move || {
        let lang = store.lang();
        let (n_known, n_all) = counted.with(|(n_open, n_all, _)| (n_all - n_open, *n_all));
        let values = [number::whole(lang, n_known as u64), number::whole(lang, n_all as u64)];
        words::MATCHED.fill(lang, &[("n", &values[0]), ("of", &values[1])])
    };
    let more = move || {
        let n_more = counted.with(|(_, n_all, first)| n_all - first.len());
        let lang = store.lang();
        (0 < n_more).then(|| words::MORE_NAMES.fill(lang, &[("n", &number::whole(lang, n_more as u64))]))
    };
    // Hundreds of choices of dozens of entries each are made only when somebody wants to see them.
    let names = move || {
        view! {
            <div class="table-scroll">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{say(words::IN_FILE)}</th>
                            <th scope="col">{say(words::MEANS)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {list(
                            move || counted.with(|(_, _, first)| first.iter().map(|of| key_of(*of)).collect()),
                            move |key| of_key(&key).map(|of| view! { <NameRow of=of/> }),
                        )}
                    </tbody>
                </table>
            </div>
            {part(move || more().map(|text| view! { <p class="muted small">{text}</p> }))}
        }
    };
    let toggled = move |event: web_sys::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        is_unfolded.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    view! {
        <details open=is_unfolded.get_untracked() on:toggle=on(toggled)>
            <summary>{say(title)} " " <span class="muted" data-open=live(move || has_open.get().to_string())>{live(summary)}</span></summary>
            {shown_if(move || is_unfolded.get(), names)}
        </details>
    }
}

fn order_of(of: Of) -> usize {
    match of {
        Of::Column(ix) | Of::RowName(ix) | Of::IndicatorName(ix) => ix,
    }
}

fn key_of(of: Of) -> String {
    let letter = match of {
        Of::Column(_) => 'c',
        Of::RowName(_) => 'r',
        Of::IndicatorName(_) => 'i',
    };
    format!("{letter}{}", order_of(of))
}

fn of_key(key: &str) -> Option<Of> {
    let ix = key.get(1..)?.parse().ok()?;
    Some(match key.as_bytes().first()? {
        b'c' => Of::Column(ix),
        b'r' => Of::RowName(ix),
        _ => Of::IndicatorName(ix),
    })
}

#[component]
fn NameRow(of: Of) -> impl IntoView {
    let store = Store::take();
    let wizard = Wizard::of(store);
    let now = Memo::new(move |_| wizard.found.with(|found| found.as_ref().and_then(|found| taken_for(found, of))));
    let text = move || now.get().map(|(text, _)| text).unwrap_or_default();
    let head = move || match of {
        Of::Column(column) => {
            let row = wizard
                .found
                .with(|found| found.as_ref().and_then(|found| Some(found.rows.get(found.layout.header_row)?.number)));
            let place = place(row.unwrap_or(1), column + 1);
            if text().is_empty() { place } else { format!("{place} {}", text()) }
        }
        _ => text(),
    };
    let label = move || {
        let lang = store.lang();
        match of {
            Of::Column(column) => {
                let letters = place(0, column + 1);
                let letters = letters.trim_end_matches('0');
                words::COLUMN_IS.fill(lang, &[("place", letters), ("text", &text())])
            }
            _ => words::NAME_IS.fill(lang, &[("text", &text())]),
        }
    };
    let value = Memo::new(move |_| now.get().map(|(_, target)| code_of(&target)).unwrap_or_default());
    let choices = Memo::new(move |_| {
        let lang = store.lang();
        wizard.found.with(|found| found.as_ref().map(|found| choices_of(found, of, lang)).unwrap_or_default())
    });
    let id = store.new_id("name");
    let select_id = id.clone();
    let proposals = move || {
        let Some((_, target)) = now.get() else { return ().made() };
        let lang = store.lang();
        let data = wizard.found.with(|found| found.as_ref().map(|found| found.data));
        let Some(data) = data else { return ().made() };
        let (ixs, is_area) = match target {
            Target::NearAreas(ixs) => (ixs, true),
            Target::NearIndicators(ixs) => (ixs, false),
            _ => return ().made(),
        };
        let button = |ix: usize| {
            let (target, name) = if is_area {
                (Target::Area(ix), data.areas[ix].name.clone())
            } else {
                (Target::Indicator(ix), data.indicators[ix].label.get(lang).to_owned())
            };
            let select_id = select_id.clone();
            view! {
                <button type="button" class="link" on:click=on(move |_| {
                    decide(wizard, of, target.clone());
                    // The proposal goes when it is accepted; the choice beside it stays.
                    page::focus(&select_id);
                })>
                    {words::PROPOSAL.fill(lang, &[("name", &name)])}
                </button>
            }
        };
        ixs.into_iter().take(MAX_PROPOSALS).map(button).collect_view().made()
    };
    let choose = move |code: String| {
        if let Some(target) = target_of_code(&code) {
            decide(wizard, of, target);
        }
    };
    view! {
        <tr data-open=live(move || now.get().is_some_and(|(_, target)| is_open(&target)).to_string())>
            <th scope="row">{live(head)}</th>
            <td>
                <select
                    id=id
                    aria-label=live(label)
                    prop:value=live(move || value.get())
                    on:change=on(move |event: web_sys::Event| choose(event_target_value(&event)))
                >
                    {part(move || {
                        let now = value.get();
                        choices
                            .get()
                            .into_iter()
                            .map(|(code, text)| {
                                let is_chosen = code == now;
                                view! { <option value=code selected=is_chosen>{text}</option> }
                            })
                            .collect_view()
                    })}
                </select>
                {part(proposals)}
            </td>
        </tr>
    }
}

/// A target as a value of the choice; `?` for what is open.
fn code_of(target: &Target) -> String {
    match target {
        Target::Area(ix) => format!("a{ix}"),
        Target::Indicator(ix) => format!("i{ix}"),
        Target::City => "city".to_owned(),
        Target::LeftOut => "out".to_owned(),
        Target::Role(role) => {
            ROLES.iter().find(|(known, ..)| known == role).map(|(_, code, _)| (*code).to_owned()).unwrap_or_default()
        }
        Target::NearAreas(_) | Target::NearIndicators(_) | Target::Unknown | Target::Blank => "?".to_owned(),
    }
}

fn target_of_code(code: &str) -> Option<Target> {
    if let Some((role, ..)) = ROLES.iter().find(|(_, known, _)| *known == code) {
        return Some(Target::Role(*role));
    }
    match code {
        "city" => Some(Target::City),
        "out" => Some(Target::LeftOut),
        "?" => Some(Target::Unknown),
        _ => {
            let ix = code.get(1..)?.parse().ok()?;
            Some(if code.starts_with('a') { Target::Area(ix) } else { Target::Indicator(ix) })
        }
    }
}

fn choices_of(found: &Found, of: Of, lang: Lang) -> Vec<(String, String)> {
    let orientation = found.layout.orientation;
    let plain = |code: &str, words: Words| (code.to_owned(), words.get(lang).to_owned());
    let mut choices = vec![plain("?", words::IS_UNKNOWN), plain("out", words::IS_LEFT_OUT)];
    let role = |wanted: Role| ROLES.iter().filter(move |(role, ..)| *role == wanted);
    match of {
        Of::Column(_) if orientation == Orientation::Long => {
            choices.extend(ROLES.iter().map(|(_, code, words)| plain(code, *words)));
            return choices;
        }
        Of::Column(_) => choices.extend(role(Role::Key).map(|(_, code, words)| plain(code, *words))),
        _ => {}
    }
    let is_of_areas = match of {
        Of::Column(_) => orientation == Orientation::AreasInColumns,
        Of::RowName(_) => orientation != Orientation::AreasInColumns,
        Of::IndicatorName(_) => false,
    };
    if is_of_areas {
        choices.push(plain("city", words::IS_CITY));
        choices.extend(found.data.areas.iter().enumerate().map(|(ix, area)| (format!("a{ix}"), area.name.clone())));
    } else {
        choices.extend(indicator_choices(found.data, lang));
    }
    choices
}

fn indicator_choices(data: &DataSet, lang: Lang) -> Vec<(String, String)> {
    let computed = |ix: &usize| data.indicators[*ix].ratio.is_some();
    let open = (0..data.indicators.len()).filter(|ix| !computed(ix));
    let all = open.chain((0..data.indicators.len()).filter(computed));
    all.map(|ix| (format!("i{ix}"), data.indicators[ix].label.get(lang).to_owned())).collect()
}

/// Takes a column or a name for what a person says.
fn decide(wizard: Wizard, of: Of, target: Target) {
    let Some(found) = wizard.found.get_untracked() else { return };
    wizard.lay_out(|overrides| match of {
        Of::Column(column) => {
            overrides.columns.retain(|(decided, _)| *decided != column);
            if target == Target::Role(Role::Key) {
                overrides.key_column = Some(column);
                return;
            }
            // A part stands in one column only.
            if matches!(target, Target::Role(_))
                && let Some(before) = found.layout.columns.iter().position(|known| *known == target)
            {
                overrides.columns.retain(|(decided, _)| *decided != before);
                overrides.columns.push((before, Target::LeftOut));
            }
            overrides.columns.push((column, target));
        }
        Of::RowName(ix) => {
            let rows = found.row_names.get(ix).map(|group| group.rows.clone()).unwrap_or_default();
            let first_last = (rows.first().copied(), rows.last().copied());
            let is_of_group =
                |row: usize| first_last.0 <= Some(row) && Some(row) <= first_last.1 && rows.binary_search(&row).is_ok();
            overrides.rows.retain(|(row, _)| !is_of_group(*row));
            overrides.rows.extend(rows.iter().map(|row| (*row, target.clone())));
        }
        Of::IndicatorName(ix) => {
            let Some(group) = found.indicator_names.get(ix) else { return };
            overrides.spellings.retain(|(text, _)| *text != group.text);
            overrides.spellings.push((group.text.clone(), target));
        }
    });
}
