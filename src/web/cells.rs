//! The cells of one row of a large grid, written without a view of their own.
//!
//! Under the wheel some sixty cells come and go in each frame. As views each has memos and an effect, which cost more than
//! the elements; here a row keeps its elements in the order of their columns, and those that leave at one end come back at
//! the other.

use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::document;

/// What a cell shows and says.
#[derive(Default)]
pub struct Face {
    /// Its id.
    pub id: String,
    /// From 1, the heads' column included.
    pub aria_col: usize,
    /// How it is to look, in words of the stylesheet.
    pub code: &'static str,
    /// Whether it stands back.
    pub is_dim: bool,
    /// Whether the keyboard is on it.
    pub is_active: bool,
    /// Whether it is one of those chosen.
    pub is_chosen: bool,
    /// Its name for a screen reader.
    pub label: String,
    /// Sign, word and two marks; empty for none.
    pub texts: [&'static str; 4],
}

/// Classes of the four texts of a cell.
const TEXTS: [&str; 4] = ["sign", "word", "late", "mark"];

/// The cells of a row that are in the page.
#[derive(Default)]
pub struct Cells {
    from: usize,
    shown: Vec<Cell>,
}

struct Cell {
    element: HtmlElement,
    /// Those of the texts that it has ever had; one without words takes no room.
    spans: [Option<HtmlElement>; 4],
    face: Face,
}

impl Cells {
    /// Brings the row to these columns. `face` gives the face of a column; cells that stay are asked for theirs only if
    /// `has_changed`.
    pub fn show(&mut self, row: &HtmlElement, cols: Range<usize>, has_changed: bool, face: impl Fn(usize) -> Face) {
        let before = self.from..self.from + self.shown.len();
        let kept = before.start.max(cols.start)..before.end.min(cols.end);
        let mut left = std::mem::take(&mut self.shown);
        let mut free = if kept.is_empty() {
            std::mem::take(&mut left)
        } else {
            let mut free = left.split_off(kept.end - before.start);
            free.extend(left.drain(..kept.start - before.start));
            free
        };
        let first_kept = left.first().map(|cell| cell.element.clone());
        let mut left = left.into_iter();
        for col in cols.clone() {
            let stays = kept.contains(&col);
            let cell = if stays { left.next() } else { free.pop().or_else(Cell::made) };
            // Without a document there is nobody to show it to.
            let Some(mut cell) = cell else { return };
            if !stays || has_changed {
                cell.show(face(col));
            }
            if !stays {
                let next = first_kept.as_ref().filter(|_| col < kept.start).map(AsRef::as_ref);
                drop(row.insert_before(&cell.element, next));
            }
            self.shown.push(cell);
        }
        self.from = cols.start;
        for cell in free {
            cell.element.remove();
        }
    }
}

impl Cell {
    /// A cell that shows nothing yet.
    fn made() -> Option<Cell> {
        let element = made("div", "matrix-cell")?;
        set(&element, "role", "gridcell");
        set(&element, "aria-selected", "false");
        Some(Cell { element, spans: [const { None }; 4], face: Face::default() })
    }

    /// Writes what differs.
    fn show(&mut self, now: Face) {
        let before = std::mem::replace(&mut self.face, now);
        let (cell, now) = (&self.element, &self.face);
        if before.id != now.id {
            set(cell, "id", &now.id);
        }
        if before.aria_col != now.aria_col {
            set(cell, "aria-colindex", &now.aria_col.to_string());
        }
        if before.code != now.code {
            set(cell, "data-status", now.code);
        }
        if before.is_dim != now.is_dim {
            flag(cell, "data-dim", now.is_dim);
        }
        if before.is_active != now.is_active {
            flag(cell, "data-active", now.is_active);
        }
        if before.is_chosen != now.is_chosen {
            set(cell, "aria-selected", if now.is_chosen { "true" } else { "false" });
        }
        if before.label != now.label {
            set(cell, "aria-label", &now.label);
        }
        for (n, (was, text)) in before.texts.iter().zip(now.texts).enumerate() {
            if *was == text {
                continue;
            }
            if self.spans[n].is_none() {
                self.spans[n] = made("span", TEXTS[n]);
                // Texts come in any order, and stand in that of their classes.
                let next = self.spans[n + 1..].iter().flatten().next();
                if let Some(span) = &self.spans[n] {
                    drop(cell.insert_before(span, next.map(AsRef::as_ref)));
                }
            }
            if let Some(span) = &self.spans[n] {
                span.set_text_content(Some(text));
            }
        }
    }
}

/// An element that is in no page yet.
pub(super) fn made(tag: &str, class: &str) -> Option<HtmlElement> {
    let element = document().create_element(tag).ok()?.dyn_into::<HtmlElement>().ok()?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    Some(element)
}

/// An element at the end of another.
pub(super) fn child(of: &HtmlElement, tag: &str, class: &str) -> Option<HtmlElement> {
    let element = made(tag, class)?;
    of.append_child(&element).ok()?;
    Some(element)
}

/// Sets an attribute.
pub(super) fn set(element: &HtmlElement, name: &str, value: &str) {
    // The names are good ones, and only a bad one is refused.
    drop(element.set_attribute(name, value));
}

/// Sets or removes an attribute without a value.
pub(super) fn flag(element: &HtmlElement, name: &str, is_set: bool) {
    drop(element.toggle_attribute_with_force(name, is_set));
}
