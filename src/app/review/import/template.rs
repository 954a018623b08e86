//! The template to fill in, as CSV or as a workbook, in the language of the page.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::app::reviewing::Reviewing;
use crate::app::say::{list, live, on, say};
use crate::app::store::{Store, Tone};
use crate::data::{DataSet, Indicator, Lang};
use crate::exchange::csv::{Cell, CsvStyle, csv_table};
use crate::exchange::import::template::template;
use crate::review::table::reviewed_ixs;
use crate::text::say::{import as words, problems};
use crate::web::{files, sheets};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The choice of indicators and the two buttons.
#[component]
pub fn Template() -> impl IntoView {
    let store = Store::take();
    let data_set = Reviewing::of(store).data_set;
    // By id, since own indicators come and go.
    let left_out = RwSignal::new(None::<BTreeSet<String>>);
    let is_wanted = move |ix: usize| {
        let data = data_set.get().0;
        left_out.with(|left_out| match left_out {
            None => reviewed_ixs(data).contains(&ix),
            Some(left_out) => !left_out.contains(&data.indicators[ix].id),
        })
    };
    let fillable = move || {
        let data = data_set.get().0;
        (0..data.indicators.len()).filter(|ix| data.indicators[*ix].ratio.is_none()).collect::<Vec<_>>()
    };
    let toggle = move |ix: usize, wanted: bool| {
        let data = data_set.get_untracked().0;
        let unwanted = untrack(fillable).into_iter().filter(|ix| !untrack(|| is_wanted(*ix)));
        let mut ids: BTreeSet<String> = unwanted.map(|ix| data.indicators[ix].id.clone()).collect();
        if wanted {
            ids.remove(&data.indicators[ix].id);
        } else {
            ids.insert(data.indicators[ix].id.clone());
        }
        left_out.set(Some(ids));
    };
    let chosen = move || fillable().into_iter().filter(|ix| is_wanted(*ix)).collect::<Vec<_>>();
    let has_none = Memo::new(move |_| chosen().is_empty());
    view! {
        <section class="card" aria-labelledby="template-title">
            <h2 id="template-title">{say(words::TEMPLATE)}</h2>
            <p class="muted small">{say(words::TEMPLATE_HELP)}</p>
            <details>
                <summary>{say(words::TEMPLATE_INDICATORS)}</summary>
                <div class="import-checks">
                    {list(
                        move || fillable().into_iter().map(|ix| ix.to_string()).collect(),
                        move |key| {
                            let ix = key.parse().unwrap_or_default();
                            let label = move || {
                                let data: &'static DataSet = data_set.get().0;
                                let lang = store.lang();
                                data.indicators.get(ix).map(|one: &Indicator| one.label.get(lang)).unwrap_or_default()
                            };
                            view! {
                                <label class="check">
                                    <input
                                        type="checkbox"
                                        prop:checked=live(move || is_wanted(ix))
                                        on:change=on(move |event: web_sys::Event| toggle(ix, event_target_checked(&event)))
                                    />
                                    {live(label)}
                                </label>
                            }
                        },
                    )}
                </div>
            </details>
            <div class="row">
                <button
                    type="button"
                    disabled=live(move || has_none.get())
                    on:click=on(move |_| save(store, &untrack(chosen), false))
                >
                    {say(words::TEMPLATE_CSV)}
                </button>
                <button
                    type="button"
                    disabled=live(move || has_none.get())
                    on:click=on(move |_| save(store, &untrack(chosen), true))
                >
                    {say(words::TEMPLATE_XLSX)}
                </button>
            </div>
        </section>
    }
}

fn save(store: Store, indicator_ixs: &[usize], is_workbook: bool) {
    let lang = store.lang_now();
    let rows = template(Reviewing::of(store).data_set.get_untracked().0, indicator_ixs, lang);
    let name = words::TEMPLATE_FILE.get(lang);
    if !is_workbook {
        let style = if lang == Lang::En { CsvStyle::CommaPoint } else { CsvStyle::SemicolonComma };
        let name = format!("{name}.csv");
        return tell(store, files::save(&name, "text/csv;charset=utf-8", &csv_table(&rows, style)));
    }
    let name = format!("{name}.xlsx");
    let tsv = tsv_of(&rows);
    leptos::task::spawn_local(async move {
        match sheets::write_workbook(words::TEMPLATE_SHEET.get(lang), &tsv).await {
            Ok(bytes) => tell(store, files::save_bytes(&name, XLSX, &bytes)),
            Err(_) => store.notify("file", Tone::Trouble, words::READER_MISSING.fill(lang, &[("name", &name)])),
        }
    });
}

fn tell(store: Store, outcome: Result<(), String>) {
    if let Err(why) = outcome {
        let text = problems::FILE_NOT_SAVED.fill(store.lang_now(), &[("why", &why)]);
        store.notify("file", Tone::Trouble, text);
    }
}

/// Rows by line feeds, cells by tabs; blanks in place of such signs in a label.
fn tsv_of(rows: &[Vec<Cell>]) -> String {
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => text.replace(['\t', '\n', '\r'], " "),
        Cell::Number(number) => number.to_string(),
        Cell::Empty => String::new(),
    };
    let row = |row: &Vec<Cell>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
}
