//! A workbook of one sheet, made of rows: the template to fill in.
//!
//! Five small parts, stored without compression; texts stand in their cells. A library for writing workbooks would be
//! larger than the reader, for one table without formats.

use std::fmt::Write;

use crate::Cell;
use crate::stored::stored_archive;

/// An XLSX file with one sheet. The same rows give the same bytes. `None` for more than a sheet can hold.
pub fn write_workbook(sheet_name: &str, rows: &[Vec<Cell>]) -> Option<Vec<u8>> {
    if crate::MAX_ROWS < rows.len() || rows.iter().any(|row| crate::MAX_COLUMNS < row.len()) {
        return None;
    }
    let mut workbook = String::from(WORKBOOK_HEAD);
    push_escaped(&mut workbook, &valid_name(sheet_name));
    workbook.push_str(WORKBOOK_TAIL);
    let sheet = sheet_xml(rows);
    stored_archive(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", ROOT_RELATIONS.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn sheet_xml(rows: &[Vec<Cell>]) -> String {
    let mut xml = String::from(SHEET_HEAD);
    for (row_ix, row) in rows.iter().enumerate() {
        // Writing to a text does not fail.
        let _ = write!(xml, "<row r=\"{}\">", row_ix + 1);
        for (column, cell) in row.iter().enumerate() {
            let (kind, value) = match cell {
                Cell::Empty => continue,
                Cell::Number(number) if number.is_finite() => ("n", number.to_string()),
                Cell::Bool(yes) => ("b", u8::from(*yes).to_string()),
                Cell::Number(number) | Cell::Percent(number) => ("inlineStr", number.to_string()),
                Cell::Text(text) | Cell::Date(text) | Cell::Error(text) => ("inlineStr", text.clone()),
            };
            let _ = write!(xml, "<c r=\"{}{}\" t=\"{kind}\">", letters(column), row_ix + 1);
            if kind == "inlineStr" {
                xml.push_str("<is><t xml:space=\"preserve\">");
                push_escaped(&mut xml, &value);
                xml.push_str("</t></is></c>");
            } else {
                xml.push_str("<v>");
                xml.push_str(&value);
                xml.push_str("</v></c>");
            }
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData></worksheet>");
    xml
}

/// The letters of a column: 0 is A, 26 is AA.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while 0 < rest {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

/// What XML cannot hold is left out.
fn push_escaped(xml: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '&' => xml.push_str("&amp;"),
            '"' => xml.push_str("&quot;"),
            // As a character reference, because a plain one becomes a line feed.
            '\r' => xml.push_str("&#13;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c < ' ' && c != '\t' && c != '\n' => {}
            c => xml.push(c),
        }
    }
}

/// Excel refuses longer names, empty ones and some signs.
fn valid_name(name: &str) -> String {
    let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') && !c.is_control();
    let valid: String = name.chars().filter(allowed).take(31).collect();
    if valid.trim().is_empty() { "Sheet1".to_owned() } else { valid }
}

const TYPES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
    r#"<Default Extension="xml" ContentType="application/xml"/>"#,
    r#"<Override PartName="/xl/workbook.xml" "#,
    r#"ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>"#,
    r#"<Override PartName="/xl/worksheets/sheet1.xml" "#,
    r#"ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#,
);
const ROOT_RELATIONS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" "#,
    r#"Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" "#,
    r#"Target="xl/workbook.xml"/></Relationships>"#,
);
const BOOK_RELATIONS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" "#,
    r#"Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" "#,
    r#"Target="worksheets/sheet1.xml"/></Relationships>"#,
);
const WORKBOOK_HEAD: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name=""#,
);
const WORKBOOK_TAIL: &str = r#"" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const SHEET_HEAD: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>"#,
    r#"<sheetView workbookViewId="0"><pane xSplit="2" ySplit="1" topLeftCell="C2" state="frozen"/></sheetView>"#,
    r#"</sheetViews><sheetData>"#,
);
