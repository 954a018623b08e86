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
    /// Row and column as the grid's handlers read them.
    pub at: String,
    /// From 1, the heads' column included.
    pub aria_col: usize,
    /// From the left edge of the columns, in CSS pixels.
    pub left_px: f64,
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
    shown: Vec<(HtmlElement, Face)>,
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
        let first_kept = left.first().map(|(element, _)| element.clone());
        let mut left = left.into_iter();
        for col in cols.clone() {
            let stays = kept.contains(&col);
            let cell = if stays { left.next() } else { free.pop().or_else(made) };
            // Without a document there is nobody to show it to.
            let Some((element, shown)) = cell else { return };
            let now = if stays && !has_changed { shown } else { write(&element, &shown, face(col)) };
            if !stays {
                let next = first_kept.as_ref().filter(|_| col < kept.start).map(AsRef::as_ref);
                drop(row.insert_before(&element, next));
            }
            self.shown.push((element, now));
        }
        self.from = cols.start;
        for (element, _) in free {
            element.remove();
        }
    }
}

/// A cell that shows nothing yet.
fn made() -> Option<(HtmlElement, Face)> {
    let cell = document().create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
    cell.set_class_name("matrix-cell");
    set(&cell, "role", "gridcell");
    set(&cell, "aria-selected", "false");
    Some((cell, Face::default()))
}

/// Writes what differs; gives what is shown now.
fn write(cell: &HtmlElement, before: &Face, now: Face) -> Face {
    if before.id != now.id {
        set(cell, "id", &now.id);
    }
    if before.at != now.at {
        set(cell, "data-at", &now.at);
    }
    // A cell that shows nothing yet has column 0, which none has.
    if before.aria_col != now.aria_col {
        set(cell, "aria-colindex", &now.aria_col.to_string());
        drop(cell.style().set_property("left", &format!("{}px", now.left_px)));
    }
    if before.code != now.code {
        set(cell, "data-status", now.code);
    }
    for (name, before, now) in
        [("data-dim", before.is_dim, now.is_dim), ("data-active", before.is_active, now.is_active)]
    {
        if before != now {
            drop(cell.toggle_attribute_with_force(name, now));
        }
    }
    if before.is_chosen != now.is_chosen {
        set(cell, "aria-selected", if now.is_chosen { "true" } else { "false" });
    }
    if before.label != now.label {
        set(cell, "aria-label", &now.label);
    }
    if before.texts != now.texts {
        cell.set_text_content(None);
        for (class, text) in TEXTS.iter().zip(now.texts).filter(|(_, text)| !text.is_empty()) {
            if let Ok(span) = document().create_element("span") {
                span.set_class_name(class);
                span.set_text_content(Some(text));
                drop(cell.append_child(&span));
            }
        }
    }
    now
}

fn set(element: &HtmlElement, name: &str, value: &str) {
    // The names are good ones, and only a bad one is refused.
    drop(element.set_attribute(name, value));
}
