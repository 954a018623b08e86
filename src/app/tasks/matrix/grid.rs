//! The grid: of all rows and columns only those in sight are in the page. Its one tab stop is the grid itself; which cell
//! the keyboard is on, it says by `aria-activedescendant`, so that cells may come and go while it keeps the focus.

use std::ops::Range;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::Looking;
use super::board::{Block, Board};
use super::body::{self, Shows, signs};
use crate::app::say::{list, live, on, part, say};
use crate::tasks::say::{counts_text, share_text};
use crate::text::say::working;
use crate::web::page;

/// Heights and widths in CSS pixels, as in `style/tasks.css`.
pub(super) const ROW_PX: f64 = 36.0;
pub(super) const COL_PX: f64 = 108.0;
pub(super) const HEAD_PX: f64 = 138.0;
const SIDE_PX: f64 = 244.0;
const NARROW_SIDE_PX: f64 = 132.0;
/// Below this width the names of places take less room.
const NARROW_PX: f64 = 640.0;
/// Width of a sheet of A4 within its margins.
const PAPER_PX: f64 = 700.0;
/// Smaller than this it cannot be read; the columns beyond are then cut off.
const LEAST_ON_PAPER: f64 = 0.3;
/// Columns beyond the edges that are made in advance.
const COLS_AHEAD: usize = 2;

/// Id of the grid.
pub const GRID_ID: &str = "matrix-grid";

/// What is in sight.
#[derive(Clone, Copy, PartialEq, Default)]
struct Sight {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Sight {
    fn of(node: NodeRef<Div>) -> Option<Sight> {
        let element = node.get_untracked()?;
        Some(Sight {
            left: f64::from(element.scroll_left()),
            top: f64::from(element.scroll_top()),
            width: f64::from(element.client_width()),
            height: f64::from(element.client_height()),
        })
    }

    fn side_px(self) -> f64 {
        if self.width < NARROW_PX { NARROW_SIDE_PX } else { SIDE_PX }
    }
}

/// The rows or columns in sight.
fn window(from_px: f64, len_px: f64, each_px: f64, n: usize) -> Range<usize> {
    let first = (from_px / each_px).floor().max(0.0) as usize;
    let last = ((from_px + len_px) / each_px).ceil().max(0.0) as usize;
    first.min(n)..last.min(n)
}

fn px(px: f64) -> String {
    format!("{px}px")
}

/// The grid in its scrolling frame.
#[component]
pub fn Grid(looking: Looking) -> impl IntoView {
    let board = looking.board;
    let node = NodeRef::<Div>::new();
    let sight = RwSignal::new(Sight { width: 1200.0, height: 700.0, ..Sight::default() });
    let measure = move || {
        if let Some(now) = Sight::of(node)
            && sight.get_untracked() != now
        {
            sight.set(now);
        }
    };
    request_animation_frame(measure);
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    let side = Memo::new(move |_| sight.with(|sight| sight.side_px()));
    let width_px = move || board.with(|board| board.cols.len() as f64) * COL_PX + side.get();
    let printing = looking.tasking.printing;
    let rows = Memo::new(move |_| {
        let n = board.with(|board| board.rows.len());
        if printing.get() {
            return 0..n;
        }
        sight.with(|sight| window(sight.top, sight.height - HEAD_PX, ROW_PX, n))
    });
    let cols = Memo::new(move |_| {
        let n = board.with(|board| board.cols.len());
        if printing.get() {
            return 0..n;
        }
        sight.with(|sight| window(sight.left, sight.width - sight.side_px(), COL_PX, n))
    });
    let cols_with_ahead = Memo::new(move |_| {
        let Range { start, end } = cols.get();
        start.saturating_sub(COLS_AHEAD)..(end + COLS_AHEAD).min(board.with(|board| board.cols.len()))
    });
    let keys = |range: Range<usize>| range.map(|ix| ix.to_string()).collect::<Vec<_>>();
    let head = move |key: String| view! { <ColumnHead looking=looking col=at(&key)/> };
    let active = move || {
        let (row, col) = looking.at.get();
        Some(cell_id(row, col))
    };
    let frame = Frame { looking, node, sight };
    let inner = NodeRef::<Div>::new();
    body::follow(looking, inner, Shows { rows, cols, cols_with_ahead });
    view! {
        <p id="matrix-keys" class="visually-hidden">{say(working::GRID_KEYS)}</p>
        <div
            node_ref=node
            id=GRID_ID
            class="matrix-scroll"
            role="grid"
            tabindex="0"
            aria-labelledby="matrix-title"
            aria-describedby="matrix-keys"
            aria-multiselectable="true"
            aria-rowcount=live(move || board.with(|board| (board.rows.len() + 1).to_string()))
            aria-colcount=live(move || board.with(|board| (board.cols.len() + 1).to_string()))
            aria-activedescendant=live(active)
            style:--side=live(move || px(side.get()))
            on:scroll=on(move |_: web_sys::Event| measure())
            on:click=on(move |event| frame.click(&event))
            on:keydown=on(move |event| frame.key(&event))
        >
            <div
                node_ref=inner
                class="matrix-inner"
                role="presentation"
                style:width=live(move || px(width_px()))
                style:--on-paper=live(move || (PAPER_PX / width_px()).clamp(LEAST_ON_PAPER, 1.0).to_string())
                style:height=live(move || px(board.with(|board| board.rows.len() as f64) * ROW_PX + HEAD_PX))
            >
                <div class="matrix-head" role="row" aria-rowindex="1">
                    <div
                        class="matrix-side"
                        role="columnheader"
                        aria-colindex="1"
                        id=cell_id(0, 0)
                        data-active=live(move || (looking.at.get() == (0, 0)).then_some(""))
                    >
                        {say(working::PLACE)}
                    </div>
                    {list(move || keys(cols_with_ahead.get()), head)}
                </div>
            </div>
        </div>
    }
}

fn at(key: &str) -> usize {
    key.parse().unwrap_or_default()
}

/// How ids of places begin.
const ID: &str = "m-";

/// Id of a place of the grid; row and column 0 are the heads.
pub fn cell_id(row: usize, col: usize) -> String {
    format!("{ID}{row}-{col}")
}

#[component]
fn ColumnHead(looking: Looking, col: usize) -> impl IntoView {
    let store = looking.store;
    let content = move || {
        let lang = store.lang();
        looking.board.with(|board| {
            let task = board.cols.get(col).and_then(|ix| board.matrix.tasks.get(*ix))?;
            let sum = board.col_sums.get(col).copied().unwrap_or_default();
            let code = task.is_built_in.then(|| view! { <strong>{task.id.clone()}</strong> });
            let name = board.col_name(col, lang);
            let title = task.title.get(lang).to_owned();
            let counts = counts_text(lang, &sum);
            Some(view! {
                <button type="button" tabindex="-1" title=format!("{name}\n{counts}") class="matrix-title">
                    {code}
                    <span class="clamp">{title}</span>
                </button>
                <span class="sums" aria-hidden="true">
                    {signs(&sum).into_iter().map(|(code, text)| view! { <span data-count=code>{text}</span> }).collect_view()}
                </span>
                <span class="visually-hidden">{counts}</span>
                <span class="sums">{share_text(lang, &sum)}</span>
            })
        })
    };
    view! {
        <div
            class="matrix-col"
            role="columnheader"
            aria-colindex=col + 2
            id=cell_id(0, col + 1)
            data-active=live(move || (looking.at.get() == (0, col + 1)).then_some(""))
            style:left=live(move || px(col as f64 * COL_PX))
        >
            {part(content)}
        </div>
    }
}

/// The frame's handlers.
#[derive(Clone, Copy)]
struct Frame {
    looking: Looking,
    node: NodeRef<Div>,
    sight: RwSignal<Sight>,
}

impl Frame {
    fn size(self) -> (usize, usize) {
        self.looking.board.with_untracked(|board: &Board| (board.rows.len() + 1, board.cols.len() + 1))
    }

    fn click(self, event: &web_sys::MouseEvent) {
        let Some(place) = place_of(event) else { return };
        page::focus(GRID_ID);
        self.looking.at.set(place);
        self.act(place, event.shift_key());
    }

    /// What Enter or a press does: opens a cell, chooses a row or column; with Shift makes the block reach to it.
    fn act(self, place: (usize, usize), extends: bool) {
        let (n_rows, n_cols) = self.size();
        match place {
            (0, 0) => self.looking.choose(Some(((0, 0), (n_rows.saturating_sub(2), n_cols.saturating_sub(2))))),
            (0, col) => self.looking.choose(Some(((0, col - 1), (n_rows.saturating_sub(2), col - 1)))),
            (row, 0) => self.looking.choose(Some(((row - 1, 0), (row - 1, n_cols.saturating_sub(2))))),
            (row, col) if extends => {
                let anchor = self.looking.anchor.get_untracked();
                self.looking.choose(Some((anchor, (row - 1, col - 1))));
            }
            (row, col) => {
                self.looking.choose(None);
                self.looking.anchor.set((row - 1, col - 1));
                self.looking.open(row - 1, col - 1);
            }
        }
    }

    fn key(self, event: &web_sys::KeyboardEvent) {
        let (n_rows, n_cols) = self.size();
        let (row, col) = self.looking.at.get_untracked();
        let (last_row, last_col) = (n_rows - 1, n_cols - 1);
        let page_rows = ((self.sight.get_untracked().height - HEAD_PX) / ROW_PX).floor().max(1.0) as usize;
        let with_ctrl = event.ctrl_key() || event.meta_key();
        let next = match event.key().as_str() {
            "ArrowUp" => (row.saturating_sub(1), col),
            "ArrowDown" => ((row + 1).min(last_row), col),
            "ArrowLeft" => (row, col.saturating_sub(1)),
            "ArrowRight" => (row, (col + 1).min(last_col)),
            "Home" if with_ctrl => (0, 0),
            "End" if with_ctrl => (last_row, last_col),
            "Home" => (row, 0),
            "End" => (row, last_col),
            "PageUp" => (row.saturating_sub(page_rows), col),
            "PageDown" => ((row + page_rows).min(last_row), col),
            "Enter" | "F2" | " " => {
                event.prevent_default();
                return self.act((row, col), false);
            }
            "a" | "A" if with_ctrl => {
                event.prevent_default();
                return self.act((0, 0), false);
            }
            "Escape" => return self.looking.choose(None),
            _ => return,
        };
        event.prevent_default();
        self.looking.at.set(next);
        self.reveal(next);
        if event.shift_key() && next.0 > 0 && next.1 > 0 {
            if self.looking.block.with_untracked(Option::is_none) && row > 0 && col > 0 {
                self.looking.anchor.set((row - 1, col - 1));
            }
            let anchor = self.looking.anchor.get_untracked();
            self.looking.choose(Some((anchor, (next.0 - 1, next.1 - 1))));
        }
    }

    /// Scrolls a place into sight, and has it made before a screen reader looks for it.
    fn reveal(self, (row, col): (usize, usize)) {
        let (Some(element), Some(mut sight)) = (self.node.get_untracked(), Sight::of(self.node)) else { return };
        let (height, width) = (sight.height - HEAD_PX, sight.width - sight.side_px());
        // The heads stand before the first row and column.
        let (top, left) = (row.saturating_sub(1) as f64 * ROW_PX, col.saturating_sub(1) as f64 * COL_PX);
        sight.top = sight.top.min(top).max(top + ROW_PX - height).max(0.0);
        sight.left = sight.left.min(left).max(left + COL_PX - width).max(0.0);
        element.set_scroll_top(sight.top as i32);
        element.set_scroll_left(sight.left as i32);
        self.sight.set(sight);
    }
}

/// The place of the grid that was pressed.
fn place_of(event: &web_sys::MouseEvent) -> Option<(usize, usize)> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let element = target.closest(".matrix-cell, .matrix-side, .matrix-col").ok()??;
    let id = element.id();
    let (row, col) = id.strip_prefix(ID)?.split_once('-')?;
    Some((row.parse().ok()?, col.parse().ok()?))
}

/// Brings the keyboard back to the grid.
pub fn focus_grid() {
    request_animation_frame(|| page::focus(GRID_ID));
}

/// A block of the two cells that the person pressed.
pub fn block_of(ends: Option<((usize, usize), (usize, usize))>) -> Option<Block> {
    ends.map(|(a, b)| Block::between(a, b))
}
