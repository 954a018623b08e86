//! A table as it was read, from CSV, the clipboard or a workbook: rows of cells, not yet understood.

use crate::json;
use crate::json::{FromJson, Json, Misshapen};

/// A row with its place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Number in the file, from 1, as a spreadsheet program shows it.
    pub number: usize,
    /// Cells from the first column on, without empty ones at the end.
    pub cells: Vec<Entry>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Entry {
    /// Nothing, or covered by a cell that it was merged with.
    #[default]
    Empty,
    /// Text; all that CSV knows.
    Text(String),
    /// A number of a workbook.
    Number(f64),
    /// A number of a workbook that is shown with a per cent sign, in per cent.
    Percent(f64),
    /// True or false of a workbook.
    Bool(bool),
    /// A date of a workbook, as ISO 8601 text.
    Date(String),
    /// An error of a workbook's formula, for example `#DIV/0!`.
    Error(String),
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows, numbered from 1.
    pub rows: Vec<Row>,
}

/// A limit on what a table may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Bytes of one cell.
    CellBytes(usize),
    /// [`Limit::MAX_COLUMNS`].
    Columns,
    /// [`Limit::MAX_CELLS`], empty ones and empty rows counted.
    Cells,
}

/// A limit that is passed, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMuch {
    /// Which.
    pub limit: Limit,
    /// Row, from 1.
    pub row: usize,
    /// Column, from 1.
    pub column: usize,
}

impl Limit {
    /// As many columns as a spreadsheet program has.
    pub const MAX_COLUMNS: usize = 16_384;
    /// Cells of one table: 100,000 rows of 50.
    pub const MAX_CELLS: usize = 5_000_000;

    /// Refuses a cell that is too many.
    pub(super) fn check(row: usize, column: usize, n_cells: usize) -> Result<(), TooMuch> {
        let limit = if Limit::MAX_COLUMNS < column {
            Limit::Columns
        } else if Limit::MAX_CELLS < n_cells {
            Limit::Cells
        } else {
            return Ok(());
        };
        Err(TooMuch { limit, row, column })
    }
}

impl Row {
    /// The cell of a column, from 0; empty beyond the row's end.
    pub fn cell(&self, column: usize) -> &Entry {
        self.cells.get(column).unwrap_or(&Entry::Empty)
    }
}

impl Entry {
    /// The cell as text, for names and codes: a whole number without a fraction.
    pub fn text(&self) -> String {
        match self {
            Entry::Empty => String::new(),
            Entry::Text(text) | Entry::Date(text) | Entry::Error(text) => text.clone(),
            Entry::Number(number) | Entry::Percent(number) => number.to_string(),
            Entry::Bool(yes) => yes.to_string(),
        }
    }

    /// Whether there is nothing but blanks.
    pub fn is_blank(&self) -> bool {
        match self {
            Entry::Empty => true,
            Entry::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// A cell's name as spreadsheet programs have it: row 5 and column 3 is `C5`. Both count from 1.
pub fn place(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while 0 < rest {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    let mut name: String = letters.iter().rev().map(|letter| char::from(*letter)).collect();
    name.push_str(&row.to_string());
    name
}

/// The sheets in the text that the reader of workbooks gives (`sheets/src/lib.rs` states the form).
///
/// `None` if it is something else, which is a mistake in the program and not in a file.
pub fn sheets_from_json(text: &str) -> Option<Vec<Sheet>> {
    let mut fields = json::parse(text).ok()?.fields().ok()?;
    fields.take("sheets").ok()
}

impl FromJson for Sheet {
    fn from_json(json: Json) -> Result<Sheet, Misshapen> {
        let mut fields = json.fields()?;
        let name = fields.take("name")?;
        let rows: Vec<Vec<Entry>> = fields.take("rows")?;
        let rows = rows.into_iter().zip(1..).map(|(cells, number)| Row { number, cells }).collect();
        Ok(Sheet { name, rows })
    }
}

impl FromJson for Entry {
    fn from_json(json: Json) -> Result<Entry, Misshapen> {
        Ok(match json {
            Json::Null => Entry::Empty,
            Json::Text(text) => Entry::Text(text.into_owned()),
            Json::Bool(yes) => Entry::Bool(yes),
            Json::Number(number) => number.as_f64().map_or(Entry::Empty, Entry::Number),
            other => {
                let mut fields = other.fields()?;
                if let Some(date) = fields.take::<Option<String>>("date")? {
                    Entry::Date(date)
                } else if let Some(error) = fields.take::<Option<String>>("error")? {
                    Entry::Error(error)
                } else {
                    Entry::Percent(fields.take("percent")?)
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_in_spreadsheets() {
        assert_eq!(
            [place(5, 3), place(1, 26), place(7, 27), place(1, 16_384)],
            ["C5", "Z1", "AA7", "XFD1"].map(str::to_owned)
        );
    }

    #[test]
    fn sheets_come_from_json() {
        let text = r##"{"sheets":[{"name":"Sheet1","rows":[["Mã",null,12.5],[],
            [true,{"date":"2023-01-30"},{"error":"#DIV/0!"},{"percent":85.6}]]}]}"##;
        let sheets = sheets_from_json(text).unwrap();
        assert_eq!(sheets.len(), 1);
        assert_eq!(sheets[0].rows[0].cells, [Entry::Text("Mã".to_owned()), Entry::Empty, Entry::Number(12.5)]);
        assert_eq!((sheets[0].rows[1].number, sheets[0].rows[1].cells.len()), (2, 0));
        let third = [
            Entry::Bool(true),
            Entry::Date("2023-01-30".to_owned()),
            Entry::Error("#DIV/0!".to_owned()),
            Entry::Percent(85.6),
        ];
        assert_eq!(sheets[0].rows[2].cells, third);
        assert_eq!(sheets_from_json("{}"), None);
        assert_eq!(sheets_from_json(r#"{"sheets":[{"name":"","rows":[[[]]]}]}"#), None);
        assert_eq!(Entry::Number(14782.0).text(), "14782");
    }
}
