//! The rows of the grid: which are written, and when.
//!
//! A scroll is the browser's own and waits for nobody. Rows beyond the edges are written in advance, a few in each frame, so
//! that what comes into sight is there already and no frame is late for what does not.

use std::ops::Range;

use leptos::html::Div;
use leptos::prelude::*;

use super::board::Board;
use super::grid::{COL_PX, HEAD_PX, ROW_PX, cell_id};
use super::{Looking, cell_look};
use crate::data::Lang;
use crate::journal::Status;
use crate::tasks::RollUp;
use crate::tasks::say::{counts_text, share_text, status_sign, status_words};
use crate::web::cells::Face;
use crate::web::rows::{RowFace, Rows};
use crate::web::{frame, speed};

/// Rows beyond either edge that are written in advance.
const ROWS_AHEAD: usize = 10;
/// After so long a time nothing further is begun in this frame that nobody sees yet. To lay a row out and to paint it takes
/// the browser three times as long as to write it.
const AHEAD_MS: f64 = 1.0;
/// The same of what is in sight, which somebody waits for.
const IN_SIGHT_MS: f64 = 10.0;

/// What the grid is to show.
#[derive(Clone, Copy)]
pub struct Shows {
    /// The rows in sight.
    pub rows: Memo<Range<usize>>,
    /// The columns in sight.
    pub cols: Memo<Range<usize>>,
    /// The same with those beyond the edges.
    pub cols_with_ahead: Memo<Range<usize>>,
}

/// What a row was written from, but for its columns.
#[derive(PartialEq)]
struct Basis {
    version: u32,
    lang: Lang,
    /// The column that the keyboard is on, if it is in this row.
    active_col: Option<usize>,
    /// First and last of the cells that are chosen in this row.
    chosen: Option<(usize, usize)>,
}

#[derive(Default)]
struct Written {
    rows: Rows<Basis>,
    /// Whether rows are left for the next frame.
    goes_on: bool,
}

#[derive(Clone, Copy)]
struct Body {
    looking: Looking,
    grid: NodeRef<Div>,
    shows: Shows,
    written: StoredValue<Written, LocalStorage>,
}

/// Keeps the rows in the page equal to what the matrix says.
pub fn follow(looking: Looking, grid: NodeRef<Div>, shows: Shows) {
    let body = Body { looking, grid, shows, written: StoredValue::new_local(Written::default()) };
    Effect::new(move |_| {
        grid.track();
        shows.rows.track();
        shows.cols.track();
        shows.cols_with_ahead.track();
        looking.version.track();
        looking.store.derived.lang.track();
        looking.at.track();
        looking.block.track();
        body.write();
    });
}

impl Body {
    /// Writes the rows that are not as they should be, those in sight first, until it has taken long enough; the others
    /// when the frame has been shown.
    fn write(self) {
        let Some(grid) = self.grid.get_untracked() else { return };
        let in_sight = self.shows.rows.get_untracked();
        let cols_in_sight = self.shows.cols.get_untracked();
        let cols = self.shows.cols_with_ahead.get_untracked();
        let (version, lang) = (self.looking.version.get_untracked(), self.looking.store.derived.lang.get_untracked());
        let at = self.looking.at.get_untracked();
        let block = self.looking.block.get_untracked();
        let is_printing = self.looking.tasking.printing.get_untracked();
        let begun = speed::now_ms();
        self.looking.board.with_untracked(|board| {
            let wanted = in_sight.start.saturating_sub(ROWS_AHEAD)..(in_sight.end + ROWS_AHEAD).min(board.rows.len());
            self.written.update_value(|written| {
                written.rows.leave(&wanted);
                let mut has_more = false;
                // Where the keyboard is, a screen reader looks at once.
                let first = at.0.checked_sub(1).filter(|row| wanted.contains(row));
                for row in first.into_iter().chain(nearest_first(&in_sight, &wanted)) {
                    let basis = Basis {
                        version,
                        lang,
                        active_col: (at.0 == row + 1).then_some(at.1),
                        chosen: block.and_then(|block| block.cols_of(row)),
                    };
                    let shown = written.rows.cols_of(row, &basis);
                    if shown == Some(&cols) {
                        continue;
                    }
                    let has_all_in_sight =
                        shown.is_some_and(|shown| shown.start <= cols_in_sight.start && cols_in_sight.end <= shown.end);
                    let is_waited_for = in_sight.contains(&row) && !has_all_in_sight;
                    let limit_ms = if is_waited_for { IN_SIGHT_MS } else { AHEAD_MS };
                    if speed::now_ms() - begun > limit_ms && !is_printing {
                        has_more = true;
                        continue;
                    }
                    let row_face = row_face(board, row, &cols, &basis);
                    let cell_face = {
                        let (active_col, chosen) = (basis.active_col, basis.chosen);
                        move |col| Face {
                            is_active: active_col == Some(col + 1),
                            is_chosen: chosen.is_some_and(|(first, last)| first <= col && col <= last),
                            ..face(board, row, col, lang)
                        }
                    };
                    written.rows.write(&grid, row, (basis, cols.clone()), row_face, cell_face);
                }
                if has_more && !std::mem::replace(&mut written.goes_on, true) {
                    frame::after(move || self.go_on());
                }
            });
        });
    }

    /// Writes on, unless the grid is gone.
    fn go_on(self) {
        if self.written.try_update_value(|written| written.goes_on = false).is_some() {
            self.write();
        }
    }
}

/// All rows of `wanted`, those nearest to the ones in sight first.
fn nearest_first(in_sight: &Range<usize>, wanted: &Range<usize>) -> impl Iterator<Item = usize> {
    let beyond = |n: usize| [in_sight.end + n, in_sight.start.wrapping_sub(n + 1)];
    let wanted = wanted.clone();
    in_sight.clone().chain((0..wanted.len()).flat_map(beyond)).filter(move |row| wanted.contains(row))
}

fn row_face(board: &Board, row: usize, cols: &Range<usize>, basis: &Basis) -> RowFace {
    let sum = board.row_sums.get(row).copied().unwrap_or_default();
    RowFace {
        id: cell_id(row + 1, 0),
        aria_row: row + 2,
        top_px: HEAD_PX + row as f64 * ROW_PX,
        left_px: cols.start as f64 * COL_PX,
        name: board.row_name(row).to_owned(),
        signs: signs(&sum),
        counts: counts_text(basis.lang, &sum),
        share: share_text(basis.lang, &sum).unwrap_or_default(),
        is_active: basis.active_col == Some(0),
    }
}

/// Counts as signs with numbers, for the eye, each with its kind in words of the stylesheet.
pub fn signs(sum: &RollUp) -> Vec<(&'static str, String)> {
    let mut counts: Vec<(&'static str, String)> = Vec::new();
    for (code, status) in Status::ALL {
        if sum.of(status) > 0 {
            counts.push((code, format!("{}{}", status_sign(status), sum.of(status))));
        }
    }
    if sum.overdue > 0 {
        counts.push(("overdue", format!("!{}", sum.overdue)));
    }
    if sum.in_conflict > 0 {
        counts.push(("conflict", format!("≠{}", sum.in_conflict)));
    }
    counts
}

/// What a cell shows, but for the keyboard and the choice.
fn face(board: &Board, row: usize, col: usize, lang: Lang) -> Face {
    let look = cell_look(board, row, col, lang);
    let word = look.status.map(|status| status_words(status).get(lang));
    Face {
        id: cell_id(row + 1, col + 1),
        aria_col: col + 2,
        code: look.code,
        is_dim: look.is_dim,
        is_active: false,
        is_chosen: false,
        label: look.label,
        texts: [
            look.status.map_or("", status_sign),
            word.unwrap_or_default(),
            if look.overdue > 0 { "!" } else { "" },
            if look.differs { "≠" } else { "" },
        ],
    }
}
