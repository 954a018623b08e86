//! Tasks by areas, or by streets and villages: how each stands, what is overdue, many checked in at once.

mod board;
mod body;
mod bulk;
mod editor;
mod fields;
mod grid;
mod toolbar;

pub(super) use editor::entered_text;

use leptos::prelude::*;

use board::{Block, Board};
use grid::{Grid, block_of, focus_grid};

use super::day::AsOf;
use crate::app::made::IntoMade;
use crate::app::say::{on, part, say};
use crate::app::store::Store;
use crate::app::tasking::{CellAt, Tasking};
use crate::data::Lang;
use crate::journal::Status;
use crate::tasks::WorkLook;
use crate::tasks::say::status_words;
use crate::text::say::{tasks, working};
use crate::view::query::{Filter, ReviewPart, TasksPart};
use crate::web::page;

/// What passes with the moment in the matrix. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Looking {
    store: Store,
    tasking: Tasking,
    /// What is shown.
    board: Memo<Board>,
    /// Counts the boards: rows that scroll tell by it whether what they show is still so.
    version: Memo<u32>,
    /// The place that the keyboard is on; row and column 0 are the heads.
    at: RwSignal<(usize, usize)>,
    /// The cell from which a block reaches.
    anchor: RwSignal<(usize, usize)>,
    /// The cells that are chosen together.
    block: RwSignal<Option<Block>>,
}

impl Looking {
    fn new(store: Store) -> Looking {
        let board = board::board(store);
        let looking = Looking {
            store,
            tasking: Tasking::of(store),
            board,
            version: Memo::new(move |before| {
                board.with(|_| ());
                before.map_or(0, |before: &u32| before.wrapping_add(1))
            }),
            at: RwSignal::new((1, 1)),
            anchor: RwSignal::new((0, 0)),
            block: RwSignal::new(None),
        };
        // What was chosen means other cells when rows or columns are others.
        Effect::new(move |before: Option<(usize, usize)>| {
            let size = board.with(|board| (board.rows.len(), board.cols.len()));
            if before.is_some_and(|before| before != size) {
                looking.block.set(None);
            }
            looking.at.update(|at| *at = (at.0.min(size.0), at.1.min(size.1)));
            size
        });
        looking
    }

    /// Chooses the cells between two, or none.
    fn choose(self, ends: Option<((usize, usize), (usize, usize))>) {
        if let Some((anchor, _)) = ends {
            self.anchor.set(anchor);
            self.tasking.cell.set(None);
        }
        self.block.set(block_of(ends));
    }

    /// Looks at the work another way.
    fn look_at(self, change: impl FnOnce(&mut WorkLook)) {
        self.tasking.look_at(self.store, change);
    }

    /// Opens the editor of a cell.
    fn open(self, row: usize, col: usize) {
        let found = self.board.with_untracked(|board| {
            board.cell(row, col)?;
            let (task, place) = (&board.matrix.tasks[board.cols[col]], &board.matrix.places[board.rows[row]]);
            Some(CellAt { task: task.id.clone(), place: place.id.clone(), period: None })
        });
        if found.is_some() {
            self.tasking.cell.set(found);
            page::focus_soon("check-in-title");
        }
    }

    /// Closes the editor and brings the keyboard back.
    fn close(self) {
        page::end_typing();
        self.tasking.cell.set(None);
        focus_grid();
    }
}

/// The part of the page.
#[component]
pub fn MatrixPart() -> impl IntoView {
    let store = Store::take();
    let looking = Looking::new(store);
    let tasking = looking.tasking;
    // Another cell is another editor; another period of it is not.
    let cell = Memo::new(move |_| tasking.cell.get().map(|cell| (cell.task, cell.place)));
    let editor =
        move || cell.get().map(|(task, place)| view! { <editor::Editor looking=looking task=task place=place/> });
    let state = Memo::new(move |_| {
        looking.board.with(|board| match (board.cols.is_empty(), board.lacks_streets, board.rows.is_empty()) {
            (true, ..) => Shows::NoTasks,
            (_, true, _) => Shows::NoStreets,
            (_, _, true) => Shows::NoPlaces,
            _ => Shows::Grid,
        })
    });
    let body = move || {
        match state.get() {
        Shows::Grid => view! { <Grid looking=looking/> }.made(),
        Shows::NoTasks => view! {
            <div class="stack empty">
                <p>{say(working::NO_TASKS)}</p>
                <button type="button" on:click=on(move |_| store.go_to_tasks(TasksPart::List))>{say(working::TO_LIST)}</button>
            </div>
        }
        .made(),
        Shows::NoStreets => view! {
            <div class="stack empty">
                <p>{say(working::NO_STREETS)}</p>
                <button type="button" class="primary" on:click=on(move |_| store.go_to_part(ReviewPart::Register))>
                    {say(working::TO_REGISTER)}
                </button>
            </div>
        }
        .made(),
        Shows::NoPlaces => view! {
            <div class="stack empty">
                <p>{say(working::NO_PLACES)}</p>
                <button
                    type="button"
                    on:click=on(move |_| {
                        looking.look_at(WorkLook::clear);
                        store.filter_step(|filter| *filter = Filter::default());
                        page::focus_soon("matrix-title");
                    })
                >
                    {say(working::CLEAR_FILTERS)}
                </button>
            </div>
        }
        .made(),
    }
    };
    view! {
        <section class="card matrix" aria-labelledby="matrix-title">
            <div class="card-head">
                <h2 id="matrix-title" tabindex="-1">{say(tasks::PART_MATRIX)}</h2>
                <AsOf/>
            </div>
            <toolbar::Toolbar looking=looking/>
            {part(body)}
            <toolbar::Marks/>
            <bulk::Bulk looking=looking/>
            {part(editor)}
        </section>
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Shows {
    Grid,
    NoTasks,
    NoStreets,
    NoPlaces,
}

/// How a cell looks and what it is called.
struct Look {
    status: Option<Status>,
    /// The status's name in the stylesheet.
    code: &'static str,
    overdue: usize,
    differs: bool,
    is_dim: bool,
    label: String,
}

fn cell_look(board: &Board, row: usize, col: usize, lang: Lang) -> Look {
    let cell = board.cell(row, col);
    let mut said = Vec::new();
    let status = cell.and_then(|cell| cell.status());
    let overdue = cell.map_or(0, |cell| cell.overdue);
    let differs = cell.is_some_and(|cell| cell.has_conflict);
    let code = match (cell, status) {
        (None, _) => "none",
        (_, None) => "blank",
        (_, Some(status)) => status.code(),
    };
    said.push(match (cell, status) {
        (None, _) => working::NOT_HANDED.get(lang).to_owned(),
        (_, None) => working::BLANK.get(lang).to_owned(),
        (_, Some(status)) => status_words(status).get(lang).to_owned(),
    });
    if overdue > 0 {
        said.push(working::OVERDUE_PERIODS.fill(lang, overdue as u64, &[]));
    }
    if differs {
        said.push(working::DIFFERS.get(lang).to_owned());
    }
    let values = [("place", board.row_name(row)), ("task", &board.col_name(col, lang)), ("value", &said.join(", "))];
    let label = working::CELL.fill(lang, &values);
    let is_dim = cell.is_some_and(|cell| !board.is_wanted(&cell));
    Look { status, code, overdue, differs, is_dim, label }
}
