//! Sheets as lines of JSON for the page, which is another wasm instance and shares no memory with this one. Lines, so that
//! the page can read a large workbook bit by bit and answer the person meanwhile.

use std::fmt::Write;

use crate::{Cell, Sheet};

/// A line with the name of each sheet, and under it a line for each of its rows; no other line feeds:
///
/// ```text
/// "Sheet 1"
/// ["text",12.5,null,true,{"percent":85.6},{"date":"2024-01-30"},{"error":"#N/A"}]
/// ```
pub fn workbook_json(sheets: &[Sheet]) -> String {
    let mut text = String::new();
    for sheet in sheets {
        push_text(&mut text, &sheet.name);
        text.push('\n');
        for row in &sheet.rows {
            text.push('[');
            for (cell_ix, cell) in row.iter().enumerate() {
                if 0 < cell_ix {
                    text.push(',');
                }
                push_cell(&mut text, cell);
            }
            text.push_str("]\n");
        }
    }
    text
}

fn push_cell(text: &mut String, cell: &Cell) {
    let (name, value) = match cell {
        Cell::Empty => return text.push_str("null"),
        Cell::Text(value) => return push_text(text, value),
        Cell::Number(number) => return push_number(text, *number),
        Cell::Bool(yes) => return text.push_str(if *yes { "true" } else { "false" }),
        Cell::Percent(number) => {
            text.push_str("{\"percent\":");
            push_number(text, *number);
            return text.push('}');
        }
        Cell::Date(value) => ("date", value),
        Cell::Error(value) => ("error", value),
    };
    text.push_str("{\"");
    text.push_str(name);
    text.push_str("\":");
    push_text(text, value);
    text.push('}');
}

/// JSON has no infinity; a workbook that states one holds no number there.
fn push_number(text: &mut String, number: f64) {
    if number.is_finite() {
        // Writing to a text does not fail.
        let _ = write!(text, "{number:?}");
    } else {
        text.push_str("\"\"");
    }
}

fn push_text(text: &mut String, value: &str) {
    text.push('"');
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\0'..='\u{1f}' => {
                let _ = write!(text, "\\u{:04x}", c as u32);
            }
            c => text.push(c),
        }
    }
    text.push('"');
}
