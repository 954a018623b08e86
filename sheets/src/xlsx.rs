//! XLSX by calamine, one cell after the other: its whole ranges would hold every cell between the outermost ones.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};

use crate::limits::Archive;
use crate::{Cell, Grid, MAX_CELLS, Sheet, SheetError, in_percent};

pub(crate) fn read(bytes: &[u8], archive: &mut Archive) -> Result<Vec<Sheet>, SheetError> {
    check_counts(archive)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => SheetError::Encrypted,
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound | XlsxError::Zip(_) => SheetError::NotAWorkbook,
        _ => SheetError::Damaged("workbook".to_owned()),
    })?;
    let mut sheets = Vec::new();
    let mut n_cells = 0;
    for name in book.sheet_names() {
        let mut reader = match book.worksheet_cells_reader(&name) {
            Ok(reader) => reader,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(_) => return Err(SheetError::Damaged(name)),
        };
        let mut grid = Grid { rows: Vec::new(), n_cells };
        let mut is_percent: Vec<Option<bool>> = vec![None; reader.styles().len()];
        loop {
            let (cell, style_ix) = match reader.next_cell_with_style_id() {
                Ok(Some(found)) => found,
                Ok(None) => break,
                // An error that calamine does not know, such as `#SPILL!`, is no figure and no reason to refuse the rest.
                Err(XlsxError::CellError(_)) => continue,
                Err(_) => return Err(SheetError::Damaged(name)),
            };
            let (row, column) = cell.get_position();
            let value = match cell.get_value() {
                DataRef::Int(number) => Cell::Number(*number as f64),
                DataRef::Float(number) => {
                    let shows_percent = is_percent.get_mut(style_ix).is_some_and(|known| {
                        let format = || reader.styles()[style_ix].number_format.as_ref();
                        *known.get_or_insert_with(|| format().is_some_and(|format| shows_percent(&format.format_code)))
                    });
                    if shows_percent { Cell::Percent(in_percent(*number)) } else { Cell::Number(*number) }
                }
                DataRef::String(text) => text_cell(text),
                DataRef::SharedString(text) => text_cell(text),
                DataRef::Bool(yes) => Cell::Bool(*yes),
                DataRef::DateTime(date) => Cell::Date(iso(*date)),
                DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::Date(text.clone()),
                DataRef::Error(error) => Cell::Error(error.to_string()),
                DataRef::Empty => Cell::Empty,
            };
            if !grid.put(row as usize, column as usize, value) {
                return Err(SheetError::TooManyCells(name));
            }
        }
        n_cells = grid.n_cells;
        sheets.push(Sheet { name, rows: grid.rows });
    }
    if sheets.is_empty() { Err(SheetError::NotAWorkbook) } else { Ok(sheets) }
}

/// calamine 0.38 makes room for as many texts as the list of them says it has, before it has seen one; a list that
/// says nonsense would end the program.
fn check_counts(archive: &mut Archive) -> Result<(), SheetError> {
    for name in archive.parts_ending_in("sharedstrings.xml") {
        let text = archive.text(&name)?;
        for (at, attribute) in text.match_indices("uniqueCount") {
            let value = text[at + attribute.len()..].trim_start_matches(['=', '"', '\'', ' ', '\t', '\r', '\n']);
            let digits = value.bytes().take_while(u8::is_ascii_digit).count();
            if value[..digits].parse::<usize>().map_or(8 <= digits, |count| MAX_CELLS < count) {
                return Err(SheetError::Damaged(name));
            }
        }
    }
    Ok(())
}

fn text_cell(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

/// Whether a number format shows per cent: a `%` outside of quotes and not behind a backslash.
fn shows_percent(format: &str) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    for c in format.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            '%' if !quoted => return true,
            _ => {}
        }
    }
    false
}

/// A date without its time at midnight, a time without its date below the first day.
fn iso(date: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if date.is_duration() || date.as_f64() < 1.0 {
        return time;
    }
    let day = format!("{year:04}-{month:02}-{day:02}");
    if time == "00:00:00" { day } else { format!("{day}T{time}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_that_show_per_cent() {
        for format in ["0%", "0.00%", "0,0 %", "[Red]0.0%;-0.0%"] {
            assert!(shows_percent(format), "{format}");
        }
        for format in ["General", "0.00", "0\"%\"", "0\\%", ""] {
            assert!(!shows_percent(format), "{format}");
        }
    }

    #[test]
    fn shares_become_per_cent_without_dust() {
        assert_eq!(in_percent(0.07), 7.0);
        assert_eq!(in_percent(0.856), 85.6);
        assert_eq!(in_percent(0.0), 0.0);
        assert!(in_percent(f64::INFINITY).is_infinite());
    }
}
