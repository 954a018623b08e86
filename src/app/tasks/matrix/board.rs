//! What the matrix shows: tasks and places that the filters leave, with their sums.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::app::store::Store;
use crate::app::tasking::Tasking;
use crate::journal::CheckInKey;
use crate::order;
use crate::tasks::say::task_name;
use crate::tasks::{self, Cell, Matrix, RollUp, WorkLook};

/// Tasks by places, as they stand on the screen. Rows are places, columns are tasks.
#[derive(Clone)]
pub struct Board {
    /// All tasks in use and all places.
    pub matrix: Arc<Matrix>,
    /// Names by place.
    pub names: Arc<Vec<String>>,
    /// The places shown.
    pub rows: Vec<usize>,
    /// The tasks shown.
    pub cols: Vec<usize>,
    /// Counts of each row.
    pub row_sums: Vec<RollUp>,
    /// Counts of each column.
    pub col_sums: Vec<RollUp>,
    /// How the work is looked at: which cells are looked for.
    pub look: WorkLook,
    /// Whether the register holds no street or village though rows are to be such.
    pub lacks_streets: bool,
}

impl PartialEq for Board {
    /// A matrix is made anew only when something in it changed, so its place tells enough.
    fn eq(&self, other: &Board) -> bool {
        Arc::ptr_eq(&self.matrix, &other.matrix)
            && Arc::ptr_eq(&self.names, &other.names)
            && (&self.rows, &self.cols, &self.look) == (&other.rows, &other.cols, &other.look)
    }
}

impl Board {
    /// A cell by its place on the screen.
    pub fn cell(&self, row: usize, col: usize) -> Option<Cell<'_>> {
        self.matrix.cell(*self.cols.get(col)?, *self.rows.get(row)?)
    }

    /// Whether a cell is one that the filters look for.
    pub fn is_wanted(&self, cell: &Cell) -> bool {
        self.look.wants(cell)
    }

    /// The name of a row's place.
    pub fn row_name(&self, row: usize) -> &str {
        self.rows.get(row).and_then(|place_ix| self.names.get(*place_ix)).map_or("", String::as_str)
    }

    /// The name of a column's task.
    pub fn col_name(&self, col: usize, lang: crate::data::Lang) -> String {
        let task = self.cols.get(col).and_then(|task_ix| self.matrix.tasks.get(*task_ix));
        task.map(|task| task_name(task.is_built_in, &task.id, task.title.get(lang))).unwrap_or_default()
    }

    /// The keys of the cells of a block (rows and columns from, to) in the period that is asked for now.
    pub fn keys(&self, block: Block) -> Vec<CheckInKey> {
        let mut keys = Vec::new();
        for row in block.rows.0..=block.rows.1 {
            for col in block.cols.0..=block.cols.1 {
                let Some(cell) = self.cell(row, col).filter(|cell| self.is_wanted(cell)) else { continue };
                let Some(period) = cell.period else { continue };
                let (task, place) = (&self.matrix.tasks[self.cols[col]].id, &self.matrix.places[self.rows[row]].id);
                keys.push(CheckInKey { task: task.clone(), place: place.clone(), period: period.to_string() });
            }
        }
        keys
    }
}

/// Cells that are chosen together, from and to, both within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Rows.
    pub rows: (usize, usize),
    /// Columns.
    pub cols: (usize, usize),
}

impl Block {
    /// The block between two cells.
    pub fn between(a: (usize, usize), b: (usize, usize)) -> Block {
        Block { rows: (a.0.min(b.0), a.0.max(b.0)), cols: (a.1.min(b.1), a.1.max(b.1)) }
    }

    /// Its columns, in a row that it reaches.
    pub fn cols_of(self, row: usize) -> Option<(usize, usize)> {
        (self.rows.0..=self.rows.1).contains(&row).then_some(self.cols)
    }
}

/// What the filters leave of the work, tracked memos.
pub fn board(store: Store) -> Memo<Board> {
    let tasking = Tasking::of(store);
    let desk = store.desk();
    let by_street = Memo::new(move |_| tasking.look.with(|look| look.by_street));
    let streets = Memo::new(move |_| {
        if !by_street.get() {
            return None;
        }
        let (tasks, check_ins, as_of) = (tasking.tasks.get(), tasking.check_ins.get(), tasking.as_of.get());
        let in_use = tasks.iter().filter(|task| !task.retired).cloned().collect();
        desk.with_journal(|journal| {
            let places = tasks::subdivision_places(store.data_set, journal.state());
            let found = journal.state().subdivisions();
            let names: BTreeMap<&str, &str> =
                order::map_of(found.iter().map(|found| (found.id.as_str(), found.name.as_str())));
            let name = |place: &tasks::Place| {
                let area = store.data_set.areas[place.area_ix].name.as_str();
                format!("{}, {area}", names.get(place.id.as_str()).copied().unwrap_or_default())
            };
            let names = places.iter().map(name).collect();
            Some((Kept(Arc::new(Matrix::new(in_use, places, check_ins.to_vec(), as_of))), Arc::new(names)))
        })
    });
    let areas: Arc<Vec<String>> = Arc::new(store.data_set.areas.iter().map(|area| area.name.clone()).collect());
    // The calendar's part of the look is none of the matrix's.
    let look = Memo::new(move |_| {
        let look = tasking.look.get();
        WorkLook { as_agenda: false, month: None, with_done: false, year_ahead: false, ..look }
    });
    Memo::new(move |_| {
        let (matrix, names) = match streets.get() {
            Some((Kept(matrix), names)) => (matrix, names),
            None => (tasking.matrix.get(), areas.clone()),
        };
        let look = look.get();
        let cols = look.in_group(&matrix.tasks);
        let passes = store.derived.passes.get();
        let chosen = store.derived.chosen.get();
        let stays = |place_ix: &usize| {
            let area_ix = matrix.places[*place_ix].area_ix;
            let in_area = passes.get(area_ix).copied().unwrap_or_default()
                && (!look.chosen_only || chosen.get(area_ix).copied().unwrap_or_default());
            let mut cells = cols.iter().filter_map(|task_ix| matrix.cell(*task_ix, *place_ix));
            in_area && (look.wants_any_cell() || cells.any(|cell| look.wants(&cell)))
        };
        let rows: Vec<usize> = (0..matrix.places.len()).filter(stays).collect();
        let (row_sums, col_sums) = matrix.sums(&cols, &rows);
        let lacks_streets = look.by_street && matrix.places.is_empty();
        Board { matrix, names, rows, cols, row_sums, col_sums, look, lacks_streets }
    })
}

/// A matrix told apart by its place, so that a memo need not compare all of it.
#[derive(Clone)]
struct Kept(Arc<Matrix>);

impl PartialEq for Kept {
    fn eq(&self, other: &Kept) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
