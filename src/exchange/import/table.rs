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

/// Reads the text that the reader of workbooks gives (`sheets/src/json.rs` states the form), some lines at a time.
pub struct SheetsReader {
    text: String,
    at: usize,
    sheets: Vec<Sheet>,
}

impl SheetsReader {
    /// Begins to read.
    pub fn new(text: String) -> SheetsReader {
        SheetsReader { text, at: 0, sheets: Vec::new() }
    }

    /// Reads so many lines more. Whether there are further ones; `None` if the text is something else, which is a mistake
    /// in the program and not in a file.
    pub fn step(&mut self, n_lines: usize) -> Option<bool> {
        for _ in 0..n_lines {
            let Some((line, _)) = self.text[self.at..].split_once('\n') else { break };
            self.at += line.len() + 1;
            match json::parse(line).ok()? {
                Json::Text(name) => self.sheets.push(Sheet { name: name.into_owned(), rows: Vec::new() }),
                row => {
                    let rows = &mut self.sheets.last_mut()?.rows;
                    rows.push(Row { number: rows.len() + 1, cells: Vec::from_json(row).ok()? });
                }
            }
        }
        let is_whole = self.text.is_empty() || self.text.ends_with('\n');
        if is_whole { Some(self.at < self.text.len()) } else { None }
    }

    /// How much is read, 0 to 1.
    pub fn progress(&self) -> f64 {
        self.at as f64 / self.text.len().max(1) as f64
    }

    /// What has been read.
    pub fn sheets(self) -> Vec<Sheet> {
        self.sheets
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
    fn sheets_are_read_line_by_line() {
        let text = concat!(
            "\"Sheet1\"\n[\"Mã\",null,12.5]\n[]\n",
            "[true,{\"date\":\"2023-01-30\"},{\"error\":\"#DIV/0!\"},{\"percent\":85.6}]\n\"Empty\"\n",
        );
        let mut reader = SheetsReader::new(text.to_owned());
        assert_eq!((reader.step(2), reader.step(2)), (Some(true), Some(true)));
        assert!((0.5..1.0).contains(&reader.progress()));
        assert_eq!((reader.step(9), reader.progress()), (Some(false), 1.0));
        let sheets = reader.sheets();
        assert_eq!((sheets.len(), sheets[1].name.as_str(), sheets[1].rows.len()), (2, "Empty", 0));
        assert_eq!(sheets[0].rows[0].cells, [Entry::Text("Mã".to_owned()), Entry::Empty, Entry::Number(12.5)]);
        assert_eq!((sheets[0].rows[1].number, sheets[0].rows[1].cells.len()), (2, 0));
        let third = [
            Entry::Bool(true),
            Entry::Date("2023-01-30".to_owned()),
            Entry::Error("#DIV/0!".to_owned()),
            Entry::Percent(85.6),
        ];
        assert_eq!(sheets[0].rows[2].cells, third);
        for other in ["{}\n", "[]\n", "\"\"\n[[]]\n", "\"\"\n[1]", "\"\"\n[\n"] {
            assert_eq!(SheetsReader::new(other.to_owned()).step(9), None, "{other:?}");
        }
        assert_eq!(SheetsReader::new(String::new()).step(9), Some(false));
        assert_eq!(Entry::Number(14782.0).text(), "14782");
    }
}
