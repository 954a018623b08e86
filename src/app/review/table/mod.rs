//! The review table: areas by indicators, sums against the published totals, and what to do about a place.

mod details;
mod grid;
mod message;

use leptos::prelude::*;

use super::checked::Checked;
use crate::app::fields::Segments;
use crate::app::say::{live, on, part, say, shown_if};
use crate::app::store::{Store, Tone};
use crate::data::Lang;
use crate::exchange::csv::{CsvStyle, csv_table};
use crate::exchange::review_csv::review_rows;
use crate::text::number;
use crate::text::say::{atlas, problems, reports, review};
use crate::view::query::ReviewPart;
use crate::web::files;

/// What the cells show.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Shows {
    /// Figures.
    Figures,
    /// The change against the figure that was reported before.
    Change,
    /// The same in per cent.
    ChangePct,
}

/// The part of the Review page.
#[component]
pub fn TablePart() -> impl IntoView {
    let store = Store::take();
    let checked = Checked::take();
    let shows = RwSignal::new(Shows::Figures);
    let choices = vec![
        (Shows::Figures, reports::FIGURES),
        (Shows::Change, reports::CHANGES),
        (Shows::ChangePct, reports::CHANGES_PCT),
    ];
    let is_empty = move || checked.reviewing().laid.with(|laid| laid.cells.is_empty());
    let details = move || {
        checked.cell.get().map(|(indicator_ix, area_ix)| {
            view! { <details::Details indicator_ix=indicator_ix area_ix=area_ix/> }
        })
    };
    view! {
        <section class="card review-table" aria-labelledby="review-table-title">
            <div class="card-head">
                <h2 id="review-table-title">{say(review::PART_TABLE)}</h2>
                <div class="row no-print">
                    <Segments
                        label=reports::CELLS_SHOW
                        choices=choices
                        value=shows
                        on_choose=move |choice| shows.set(choice)
                    />
                    <button type="button" on:click=on(move |_| save_csv(store, checked))>{say(atlas::SAVE_CSV)}</button>
                </div>
            </div>
            <Progress/>
            {shown_if(is_empty, move || view! {
                <div class="stack empty no-print">
                    <p><strong>{say(reports::EMPTY)}</strong> " " {say(reports::EMPTY_HELP)}</p>
                    <div class="row">
                        <button type="button" class="primary" on:click=on(move |_| store.go_to_part(ReviewPart::Entry))>
                            {say(review::PART_ENTRY)}
                        </button>
                        <button type="button" on:click=on(move |_| store.go_to_part(ReviewPart::Import))>
                            {say(review::PART_IMPORT)}
                        </button>
                    </div>
                </div>
            })}
            <grid::Grid shows=shows/>
            <grid::Marks/>
            {part(details)}
        </section>
        <message::Message/>
    }
}

/// How far the reports have come.
#[component]
fn Progress() -> impl IntoView {
    let store = Store::take();
    let checked = Checked::take();
    let figures = move || {
        let lang = store.lang();
        checked.table.with(|table| {
            let whole = |n: usize| number::whole(lang, n as u64);
            let (n, of) = (whole(table.progress.n_known), whole(table.progress.n_cells));
            reports::PROGRESS.fill(lang, &[("n", &n), ("of", &of)])
        })
    };
    let areas = move || {
        let lang = store.lang();
        checked.table.with(|table| {
            let whole = |n: usize| number::whole(lang, n as u64);
            let progress = &table.progress;
            let values = [
                ("complete", &*whole(progress.n_complete)),
                ("begun", &whole(progress.n_begun)),
                ("missing", &whole(progress.missing_ixs.len())),
                ("of", &whole(progress.n_areas)),
            ];
            reports::PROGRESS_AREAS.fill(lang, &values)
        })
    };
    let width = move || {
        let part = checked.table.with(|table| table.progress.n_known as f64 / table.progress.n_cells.max(1) as f64);
        format!("{:.1}%", 100.0 * part)
    };
    view! {
        <div class="progress-line">
            <p>
                <strong>{live(figures)}</strong>
                <span class="muted">{live(areas)}</span>
            </p>
            <div class="meter" aria-hidden="true">
                <div style:--part=live(width)></div>
            </div>
        </div>
    }
}

/// Offers the table as a file.
fn save_csv(store: Store, checked: Checked) {
    let lang = store.lang_now();
    let rows = store.derived.shown.with_untracked(|shown| {
        checked.table.with_untracked(|table| review_rows(shown.data_set, &shown.figures, table, lang))
    });
    let style = match lang {
        Lang::En => CsvStyle::CommaPoint,
        Lang::Vi | Lang::Ru => CsvStyle::SemicolonComma,
    };
    let name = format!("{}-review.csv", store.data_set.id);
    if let Err(why) = files::save(&name, "text/csv;charset=utf-8", &csv_table(&rows, style)) {
        store.notify("file", Tone::Trouble, problems::FILE_NOT_SAVED.fill(lang, &[("why", &why)]));
    }
}
