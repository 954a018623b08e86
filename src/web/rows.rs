//! The rows of a large grid, written without views of their own.
//!
//! Under the wheel some four rows of a dozen cells come and go in each frame. As views each part of them has memos and
//! effects, which cost more than the elements; here a row that leaves is written anew as one that comes. Which row is
//! written when, is for the caller to say.

use std::collections::BTreeMap;
use std::ops::Range;

use web_sys::HtmlElement;

use super::cells::{Cells, Face, child, flag, made, set};

/// What a row shows and says, but for its cells.
#[derive(Default)]
pub struct RowFace {
    /// Id of its head.
    pub id: String,
    /// From 1, the row of heads included.
    pub aria_row: usize,
    /// From the upper edge of the grid, in CSS pixels.
    pub top_px: f64,
    /// Of its first cell from where cells begin, in CSS pixels.
    pub left_px: f64,
    /// What the row is of.
    pub name: String,
    /// Its counts, each with its kind in words of the stylesheet.
    pub signs: Vec<(&'static str, String)>,
    /// The same in words.
    pub counts: String,
    /// A share, as text.
    pub share: String,
    /// Whether the keyboard is on the head.
    pub is_active: bool,
}

/// The rows that are in the page, in their order. `B` is what a row was written from, but for its columns: from the same
/// it would be written the same.
pub struct Rows<B> {
    shown: BTreeMap<usize, Row<B>>,
    spare: Vec<Row<B>>,
}

struct Row<B> {
    element: HtmlElement,
    head: HtmlElement,
    name: HtmlElement,
    signs: HtmlElement,
    counts: HtmlElement,
    share: HtmlElement,
    strip: HtmlElement,
    face: RowFace,
    cells: Cells,
    cols: Range<usize>,
    basis: Option<B>,
}

impl<B> Default for Rows<B> {
    fn default() -> Rows<B> {
        Rows { shown: BTreeMap::new(), spare: Vec::new() }
    }
}

impl<B: PartialEq> Rows<B> {
    /// Takes all others out of the page.
    pub fn leave(&mut self, rows: &Range<usize>) {
        let outside: Vec<usize> = self.shown.keys().copied().filter(|row| !rows.contains(row)).collect();
        for mut row in outside.iter().filter_map(|row| self.shown.remove(row)) {
            row.element.remove();
            row.basis = None;
            self.spare.push(row);
        }
    }

    /// The columns of a row that is in the page and was written from this.
    pub fn cols_of(&self, row: usize, basis: &B) -> Option<&Range<usize>> {
        self.shown.get(&row).filter(|shown| shown.basis.as_ref() == Some(basis)).map(|shown| &shown.cols)
    }

    /// Writes a row, and puts it into the grid where it is not there yet.
    pub fn write(
        &mut self,
        grid: &HtmlElement,
        row: usize,
        (basis, cols): (B, Range<usize>),
        face: RowFace,
        cell_face: impl Fn(usize) -> Face,
    ) {
        let held = self.shown.remove(&row);
        let is_new = held.is_none();
        // Without a document there is nobody to show it to.
        let Some(mut held) = held.or_else(|| self.spare.pop()).or_else(Row::made) else { return };
        held.show(face);
        let has_changed = held.basis.as_ref() != Some(&basis);
        held.cells.show(&held.strip, cols.clone(), has_changed, cell_face);
        (held.basis, held.cols) = (Some(basis), cols);
        if is_new {
            let next = self.shown.range(row..).next();
            drop(grid.insert_before(&held.element, next.map(|(_, next)| next.element.as_ref())));
        }
        self.shown.insert(row, held);
    }
}

impl<B> Row<B> {
    /// A row that shows nothing yet.
    fn made() -> Option<Row<B>> {
        let element = made("div", "matrix-row")?;
        set(&element, "role", "row");
        let head = child(&element, "div", "matrix-side")?;
        set(&head, "role", "rowheader");
        set(&head, "aria-colindex", "1");
        let name = child(&head, "button", "matrix-name")?;
        set(&name, "type", "button");
        set(&name, "tabindex", "-1");
        let signs = child(&head, "span", "sums")?;
        set(&signs, "aria-hidden", "true");
        let counts = child(&head, "span", "visually-hidden")?;
        let share = child(&head, "span", "share")?;
        let strip = child(&element, "div", "matrix-strip")?;
        set(&strip, "role", "presentation");
        let (face, cells) = (RowFace::default(), Cells::default());
        Some(Row { element, head, name, signs, counts, share, strip, face, cells, cols: 0..0, basis: None })
    }

    /// Writes what differs.
    fn show(&mut self, now: RowFace) {
        let before = std::mem::replace(&mut self.face, now);
        let now = &self.face;
        if before.id != now.id {
            set(&self.head, "id", &now.id);
        }
        if before.aria_row != now.aria_row {
            set(&self.element, "aria-rowindex", &now.aria_row.to_string());
            place(&self.element, "top", now.top_px);
        }
        if before.left_px != now.left_px {
            place(&self.strip, "left", now.left_px);
        }
        if (&before.name, &before.counts) != (&now.name, &now.counts) {
            self.name.set_text_content(Some(&now.name));
            self.counts.set_text_content(Some(&now.counts));
            set(&self.name, "title", &format!("{}\n{}", now.name, now.counts));
        }
        if before.signs != now.signs {
            self.signs.set_text_content(None);
            for (code, text) in &now.signs {
                if let Some(sign) = child(&self.signs, "span", "") {
                    set(&sign, "data-count", code);
                    sign.set_text_content(Some(text));
                }
            }
        }
        if before.share != now.share {
            self.share.set_text_content(Some(&now.share));
        }
        if before.is_active != now.is_active {
            flag(&self.head, "data-active", now.is_active);
        }
    }
}

fn place(element: &HtmlElement, edge: &str, px: f64) {
    // A number of pixels is a good value of an edge, and only a bad name is refused.
    drop(element.style().set_property(edge, &format!("{px}px")));
}
