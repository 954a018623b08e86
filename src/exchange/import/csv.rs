//! Tables as text into rows of cells: CSV of every flavour, and what a spreadsheet puts on the clipboard.
//!
//! RFC 4180, and what programs do beyond it: other separators, `sep=;` in the first line, ragged and empty rows, any
//! line ends, a quote inside a cell that did not begin with one. The reader goes on by a number of rows at a time, so
//! that a page can show how far it is, and stop.

use crate::exchange::csv::without_guard;

use super::table::{Entry, Limit, Row, TooMuch};

/// A cell of more bytes is refused; Excel's own limit is 32,767 characters.
const MAX_CELL_BYTES: usize = 100_000;

/// Why a text is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsvError {
    /// A limit is passed.
    TooMuch(TooMuch),
    /// A quote is open until the end of the text.
    OpenQuote {
        /// Row of the cell, from 1.
        row: usize,
        /// Column of the cell, from 1.
        column: usize,
    },
}

/// Reads a text row by row.
#[derive(Debug, Clone)]
pub struct CsvReader {
    text: String,
    separator: u8,
    at: usize,
    n_rows: usize,
    n_cells: usize,
}

impl CsvReader {
    /// A reader at the start of a text. The separator is told by the text's first lines, if it is not given.
    pub fn new(text: String, separator: Option<char>) -> CsvReader {
        let (stated, at) = stated_separator(&text);
        let given = separator.and_then(|c| u8::try_from(c).ok()).filter(u8::is_ascii);
        let separator = given.or(stated).unwrap_or_else(|| likely_separator(&text.as_bytes()[at..]));
        // The line `sep=;` is a row of the file, and rows are counted as the file has them.
        CsvReader { text, separator, at, n_rows: usize::from(0 < at), n_cells: 0 }
    }

    /// What stands between cells: comma, semicolon or tab, or what was given.
    pub fn separator(&self) -> char {
        char::from(self.separator)
    }

    /// How much of the text is read, from 0 to 1.
    pub fn progress(&self) -> f64 {
        if self.text.is_empty() { 1.0 } else { self.at as f64 / self.text.len() as f64 }
    }

    /// Reads at most so many rows more and puts them behind `rows`. Says whether there may be more.
    pub fn step(&mut self, max_rows: usize, rows: &mut Vec<Row>) -> Result<bool, CsvError> {
        for _ in 0..max_rows {
            if self.at == self.text.len() {
                return Ok(false);
            }
            rows.push(self.row()?);
        }
        Ok(self.at < self.text.len())
    }

    /// The row that begins here; an empty line is a row without cells.
    fn row(&mut self) -> Result<Row, CsvError> {
        self.n_rows += 1;
        let number = self.n_rows;
        let mut cells = Vec::new();
        loop {
            let cell = self.cell(number, cells.len() + 1)?;
            self.n_cells += 1;
            Limit::check(number, cells.len() + 1, self.n_cells).map_err(CsvError::TooMuch)?;
            cells.push(if cell.is_empty() { Entry::Empty } else { Entry::Text(cell) });
            let end = self.text.as_bytes().get(self.at).copied();
            self.at = self.text.len().min(self.at + 1);
            match end {
                Some(separator) if separator == self.separator => {}
                Some(b'\r') => {
                    if self.text.as_bytes().get(self.at) == Some(&b'\n') {
                        self.at += 1;
                    }
                    break;
                }
                _ => break,
            }
        }
        while cells.last() == Some(&Entry::Empty) {
            cells.pop();
        }
        Ok(Row { number, cells })
    }

    /// The cell that begins here; afterwards the reader is at the separator, line end or end of text behind it.
    fn cell(&mut self, row: usize, column: usize) -> Result<String, CsvError> {
        let bytes = self.text.as_bytes();
        let separator = self.separator;
        let mut cell = String::new();
        let mut quoted = bytes.get(self.at) == Some(&b'"');
        let mut from = self.at + usize::from(quoted);
        let mut at = from;
        // Whatever is compared here is ASCII, so the text is cut between characters.
        loop {
            let byte = bytes.get(at).copied();
            if quoted {
                match byte {
                    None => return Err(CsvError::OpenQuote { row, column }),
                    Some(b'"') => {
                        cell.push_str(&self.text[from..at]);
                        let doubled = bytes.get(at + 1) == Some(&b'"');
                        quoted = doubled;
                        from = at + 1;
                        at += usize::from(doubled);
                    }
                    Some(_) => {}
                }
            } else if byte.is_none_or(|byte| byte == separator || byte == b'\r' || byte == b'\n') {
                break;
            }
            at += 1;
            if MAX_CELL_BYTES < at - self.at {
                return Err(CsvError::TooMuch(TooMuch { limit: Limit::CellBytes(MAX_CELL_BYTES), row, column }));
            }
        }
        cell.push_str(&self.text[from..at]);
        self.at = at;
        let unguarded = without_guard(&cell).len();
        cell.drain(..cell.len() - unguarded);
        Ok(cell)
    }
}

/// The separator that Excel's line `sep=;` states, and where the text begins behind it.
fn stated_separator(text: &str) -> (Option<u8>, usize) {
    let bytes = text.as_bytes();
    match bytes {
        [s, e, p, b'=', separator @ (b',' | b';' | b'\t' | b'|'), rest @ ..]
            if [*s, *e, *p].eq_ignore_ascii_case(b"sep") =>
        {
            match rest {
                [b'\r', b'\n', ..] => (Some(*separator), 7),
                [b'\r' | b'\n', ..] => (Some(*separator), 6),
                [] => (Some(*separator), 5),
                _ => (None, 0),
            }
        }
        _ => (None, 0),
    }
}

/// The separator by which the first lines fall into the most cells, and into equally many.
///
/// A comma in numbers is found in some cells only, so a separator counts by how many it has in the line that has least,
/// and then by all. Empty lines do not count.
fn likely_separator(bytes: &[u8]) -> u8 {
    const MAX_LINES: usize = 20;
    const MAX_BYTES: usize = 64 * 1024;
    const SEPARATORS: [u8; 3] = [b'\t', b';', b','];
    let mut least = [usize::MAX; 3];
    let mut all = [0; 3];
    let mut in_line = [0; 3];
    let (mut n_lines, mut quoted, mut is_empty) = (0, false, true);
    let sample = &bytes[..bytes.len().min(MAX_BYTES)];
    for &byte in sample.iter().chain(b"\n") {
        quoted ^= byte == b'"';
        if !quoted && matches!(byte, b'\r' | b'\n') && !is_empty {
            for ix in 0..3 {
                least[ix] = least[ix].min(in_line[ix]);
                all[ix] += in_line[ix];
            }
            (in_line, is_empty) = ([0; 3], true);
            n_lines += 1;
            if n_lines == MAX_LINES {
                break;
            }
        } else if !matches!(byte, b'\r' | b'\n' | b' ') {
            is_empty = false;
            if !quoted && let Some(ix) = SEPARATORS.iter().position(|separator| *separator == byte) {
                in_line[ix] += 1;
            }
        }
    }
    let mut best = 2;
    for ix in [1, 0] {
        if n_lines > 0 && (least[best], all[best]) <= (least[ix], all[ix]) && 0 < all[ix] {
            best = ix;
        }
    }
    SEPARATORS[best]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::exchange::csv::{Cell, CsvStyle, csv_table};

    fn read(text: &str) -> Result<Vec<Row>, CsvError> {
        let mut rows = Vec::new();
        let mut reader = CsvReader::new(text.to_owned(), None);
        while reader.step(2, &mut rows)? {}
        Ok(rows)
    }

    fn check(text: &str, expected: &[&[&str]]) {
        let rows: Vec<Vec<String>> =
            read(text).unwrap().iter().map(|row| row.cells.iter().map(Entry::text).collect()).collect();
        assert_eq!(rows, expected, "{text:?}");
    }

    #[test]
    fn line_ends_quotes_and_ragged_rows() {
        check("", &[]);
        check("a,b\r\nc,d", &[&["a", "b"], &["c", "d"]]);
        check("a,b\rc,d\r", &[&["a", "b"], &["c", "d"]]);
        check("a,b\n\n,,\nc\n", &[&["a", "b"], &[], &[], &["c"]]);
        check("\"a,\"\"b\"\"\nc\",d\n", &[&["a,\"b\"\nc", "d"]]);
        check("a \"b\" c,d\n", &[&["a \"b\" c", "d"]]);
        check("\"a\"b,c\n", &[&["ab", "c"]]);
        check("\"\",x\n", &[&["", "x"]]);
        check("'=1+1,'-5,'quoted'\n", &[&["=1+1", "-5", "'quoted'"]]);
    }

    #[test]
    fn the_separator_is_told_by_the_first_lines() {
        check(
            "Mã;Tên;Số\n1;Đông Vệ;85,6\n2;Ba Đình;1,5\n",
            &[&["Mã", "Tên", "Số"], &["1", "Đông Vệ", "85,6"], &["2", "Ba Đình", "1,5"]],
        );
        check("a\tb\n1,5\t2,5\n", &[&["a", "b"], &["1,5", "2,5"]]);
        check("\"a;b;c\",d\n\"e;f;g\",h\n", &[&["a;b;c", "d"], &["e;f;g", "h"]]);
        check("a,b;c,d\n1,2;3,4\n", &[&["a", "b;c", "d"], &["1", "2;3", "4"]]);
        check("sep=;\r\na,b;c\r\n", &[&["a,b", "c"]]);
        check("one column\nonly\n", &[&["one column"], &["only"]]);
        check("1,5\n2,5\n", &[&["1", "5"], &["2", "5"]]);
    }

    #[test]
    fn a_row_knows_its_number_in_the_file() {
        let numbers = |text| read(text).unwrap().iter().map(|row| row.number).collect::<Vec<_>>();
        assert_eq!(numbers("a\n\nb\n"), [1, 2, 3]);
        assert_eq!(numbers("sep=;\na\n"), [2]);
    }

    #[test]
    fn what_is_too_much_or_open_is_refused_with_its_place() {
        assert_eq!(read("a,b\nc,\"d\ne\n"), Err(CsvError::OpenQuote { row: 2, column: 2 }));
        let too_much = |text: &str| match read(text) {
            Err(CsvError::TooMuch(TooMuch { limit, row, column })) => (limit, row, column),
            other => panic!("{:?}", other.map(|rows| rows.len())),
        };
        let long = format!("a\nb,{}\n", "x".repeat(MAX_CELL_BYTES + 1));
        assert_eq!(too_much(&long), (Limit::CellBytes(MAX_CELL_BYTES), 2, 2));
        let wide = format!("a\n{}\n", ",".repeat(Limit::MAX_COLUMNS + 1));
        assert_eq!(too_much(&wide), (Limit::Columns, 2, Limit::MAX_COLUMNS + 1));
        let many = ",,,\n".repeat(Limit::MAX_CELLS / 4 + 1);
        assert_eq!(too_much(&many), (Limit::Cells, Limit::MAX_CELLS / 4 + 1, 1));
    }

    #[test]
    fn a_large_table_is_read_in_steps() {
        let text = "14782;Đông Vệ;1.234;85,6\r\n".repeat(100_000);
        let mut reader = CsvReader::new(text, None);
        let mut rows = Vec::new();
        let mut n_steps = 0;
        while reader.step(5_000, &mut rows).unwrap() {
            n_steps += 1;
            assert!((reader.progress() - f64::from(n_steps) / 20.0).abs() < 1e-9);
        }
        assert_eq!((n_steps, rows.len(), reader.progress()), (19, 100_000, 1.0));
        assert_eq!(rows[99_999].number, 100_000);
    }

    proptest! {
        #[test]
        fn no_text_leads_to_a_panic(text in "(\"|,|;|\t|\r|\n|sep=|'|=|a|đ|\\PC){0,40}") {
            let _ = read(&text);
        }

        #[test]
        fn what_the_page_writes_comes_back(
            texts in prop::collection::vec(prop::collection::vec("(['=+@ \"a-]|\r|\n|\t|[,;]|\\PC){1,8}", 2..5), 1..6),
            semicolon: bool,
        ) {
            let style = if semicolon { CsvStyle::SemicolonComma } else { CsvStyle::CommaPoint };
            let rows: Vec<Vec<Cell>> = texts.iter().map(|row| row.iter().cloned().map(Cell::Text).collect()).collect();
            let written = csv_table(&rows, style);
            let mut reader = CsvReader::new(written[3..].to_owned(), Some(if semicolon { ';' } else { ',' }));
            let mut read = Vec::new();
            while reader.step(1, &mut read).unwrap() {}
            let read: Vec<Vec<String>> = read.iter().map(|row| row.cells.iter().map(Entry::text).collect()).collect();
            // A text `sep=;` in the very first cell is what it says to every spreadsheet program.
            prop_assume!(!texts[0][0].to_lowercase().starts_with("sep="));
            prop_assert_eq!(read, texts);
        }
    }
}
