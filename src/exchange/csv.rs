//! Tables as CSV for spreadsheet programs: RFC 4180, with a byte order mark (without it Excel misreads Vietnamese).
//!
//! A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV injection"); quoting alone does
//! not stop it. A number comes from a numeric type and is never guarded, so that -5 stays a number.

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text from people or data; guarded.
    Text(String),
    /// A number; not finite counts as nothing.
    Number(f64),
}

/// What the spreadsheet program of a language expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsvStyle {
    /// Comma between cells, point in numbers: RFC 4180 and English.
    CommaPoint,
    /// Semicolon between cells, comma in numbers: Vietnamese and Russian.
    SemicolonComma,
}

/// The text of a table, lines ended by CR LF.
pub fn csv_table(rows: &[Vec<Cell>], style: CsvStyle) -> String {
    let separator = match style {
        CsvStyle::CommaPoint => ",",
        CsvStyle::SemicolonComma => ";",
    };
    let mut text = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| cell_text(cell, style)).collect();
        text.push_str(&cells.join(separator));
        text.push_str("\r\n");
    }
    text
}

/// A cell's text without the apostrophe that [`csv_table`] may have put in front.
pub fn without_guard(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| needs_guard(rest)).unwrap_or(text)
}

fn cell_text(cell: &Cell, style: CsvStyle) -> String {
    match cell {
        Cell::Number(number) if number.is_finite() => match style {
            CsvStyle::CommaPoint => number.to_string(),
            CsvStyle::SemicolonComma => number.to_string().replace('.', ","),
        },
        Cell::Empty | Cell::Number(_) => String::new(),
        Cell::Text(text) => {
            let guarded = if needs_guard(text) { format!("'{text}") } else { text.clone() };
            let is_plain = !guarded.contains(['"', ',', ';', '\n', '\r', '\t']) && guarded.trim() == guarded;
            if is_plain { guarded } else { format!("\"{}\"", guarded.replace('"', "\"\"")) }
        }
    }
}

/// Whether a spreadsheet may take the text for a formula, or the text begins as a guarded one does.
fn needs_guard(text: &str) -> bool {
    const FORMULA_STARTS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
    let first_seen = text.trim_start_matches([' ', '\u{a0}', '\'']);
    text.starts_with(FORMULA_STARTS) || first_seen.starts_with(FORMULA_STARTS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(cell: Cell, expected: &str) {
        assert_eq!(csv_table(&[vec![cell]], CsvStyle::CommaPoint), format!("\u{feff}{expected}\r\n"));
    }

    #[test]
    fn texts_are_guarded_and_numbers_are_not() {
        check(Cell::Text("=1+1".to_owned()), "'=1+1");
        check(Cell::Text("@SUM(A1)".to_owned()), "'@SUM(A1)");
        check(Cell::Text(" -5".to_owned()), "' -5");
        check(Cell::Text("=HYPERLINK(\"http://x\",\"y\")".to_owned()), "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        check(Cell::Number(-5.0), "-5");
        check(Cell::Number(1e21), "1000000000000000000000");
        check(Cell::Number(f64::NAN), "");
        check(Cell::Text("Đông Vệ".to_owned()), "Đông Vệ");
        check(Cell::Text("a\nb".to_owned()), "\"a\nb\"");
    }

    #[test]
    fn each_start_of_a_formula_is_guarded() {
        for start in ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠", " =", "\u{a0}@", "'="] {
            let text = format!("{start}A1");
            let table = csv_table(&[vec![Cell::Text(text.clone())]], CsvStyle::SemicolonComma);
            let cell = unquoted(&table);
            assert_eq!(cell.strip_prefix('\''), Some(text.as_str()), "{start:?}");
            assert_eq!(without_guard(&cell), text);
        }
        check(Cell::Number(-0.5), "-0.5");
        check(Cell::Number(f64::NEG_INFINITY), "");
    }

    #[test]
    fn a_language_has_its_separators() {
        let rows = [vec![Cell::Text("Hộ".to_owned()), Cell::Empty, Cell::Number(2.5)]];
        assert_eq!(csv_table(&rows, CsvStyle::SemicolonComma), "\u{feff}Hộ;;2,5\r\n");
        assert_eq!(csv_table(&rows, CsvStyle::CommaPoint), "\u{feff}Hộ,,2.5\r\n");
    }

    /// A reader by the letter of RFC 4180, for one cell.
    fn unquoted(line: &str) -> String {
        let line = line.strip_prefix('\u{feff}').and_then(|line| line.strip_suffix("\r\n")).unwrap();
        let inner = line.strip_prefix('"').and_then(|line| line.strip_suffix('"'));
        inner.map_or_else(|| line.to_owned(), |inner| inner.replace("\"\"", "\""))
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in "(['=+@ \"a-]|\\PC){0,12}") {
            let line = csv_table(&[vec![Cell::Text(text.clone())]], CsvStyle::CommaPoint);
            let cell = unquoted(&line);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert_eq!(without_guard(&cell), text);
        }
    }
}
