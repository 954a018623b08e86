//! ODS: the tables of `content.xml` (ODF 1.2, part 1, chapter 9).
//!
//! Not read by calamine, which in 0.38 goes round for ever where a table is not closed, and makes up to a hundred
//! million cells of a few repeated ones before it looks at them, more than a browser's memory.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use crate::limits::Archive;
use crate::{Cell, Grid, Sheet, SheetError, in_percent};

/// A repeated row with something in it is written out so many times at most, as it is the sheet's own limit.
const MAX_REPEATS: usize = 1_048_576;

pub(crate) fn read(archive: &mut Archive) -> Result<Vec<Sheet>, SheetError> {
    let manifest = archive.text("META-INF/manifest.xml")?;
    if manifest.contains("encryption-data") {
        return Err(SheetError::Encrypted);
    }
    let content = archive.text("content.xml")?;
    let mut sheets = Vec::new();
    let mut walk = Walk::default();
    let mut reader = Reader::from_str(&content);
    reader.config_mut().expand_empty_elements = true;
    loop {
        let event = reader.read_event().map_err(|_| SheetError::Damaged("content.xml".to_owned()))?;
        match event {
            Event::Start(element) => walk.start(&element),
            Event::Text(text) => walk.push(&text.xml10_content()),
            Event::CData(text) => walk.push(&text),
            Event::GeneralRef(entity) => {
                let c = entity.resolve_char_ref().ok().flatten().map(String::from);
                walk.push(c.as_deref().or_else(|| resolve_predefined_entity(&entity)).unwrap_or_default());
            }
            Event::End(element) => {
                if let Some(sheet) = walk.end(element.name().as_ref())? {
                    sheets.push(sheet);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if walk.depth != 0 || walk.name.is_some() {
        return Err(SheetError::Damaged("content.xml".to_owned()));
    }
    if sheets.is_empty() { Err(SheetError::NotAWorkbook) } else { Ok(sheets) }
}

/// Where the reader is.
#[derive(Default)]
struct Walk {
    /// Open elements.
    depth: usize,
    /// Name of the open table.
    name: Option<String>,
    grid: Grid,
    row: usize,
    row_repeats: usize,
    cells: Vec<(usize, usize, Cell)>,
    column: usize,
    cell: Cell,
    cell_repeats: usize,
    /// Text of the open cell; `None` outside of cells.
    text: Option<String>,
    n_paragraphs: usize,
    /// Open paragraphs of the cell itself, not those of a remark on it.
    paragraph_depth: usize,
    annotation_depth: usize,
}

impl Walk {
    fn start(&mut self, element: &BytesStart) {
        self.depth += 1;
        match element.name().as_ref() {
            "table:table" => {
                self.name = Some(attribute(element, "table:name").unwrap_or_default());
                self.grid = Grid { rows: Vec::new(), n_cells: self.grid.n_cells };
                self.row = 0;
            }
            "table:table-row" => {
                self.row_repeats = repeats(element, "table:number-rows-repeated");
                self.column = 0;
                self.cells.clear();
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.cell_repeats = repeats(element, "table:number-columns-repeated");
                self.text = Some(String::new());
                self.n_paragraphs = 0;
                let is_covered = element.name().as_ref() == "table:covered-table-cell";
                self.cell = if is_covered { Cell::Empty } else { value(element) };
            }
            "office:annotation" => self.annotation_depth += 1,
            "text:p" if self.annotation_depth == 0 => {
                self.paragraph_depth += 1;
                self.n_paragraphs += 1;
                if 1 < self.n_paragraphs {
                    self.push("\n");
                }
            }
            "text:s" => {
                let n_blanks = repeats(element, "text:c").min(1000);
                self.push(&" ".repeat(n_blanks));
            }
            "text:tab" => self.push("\t"),
            "text:line-break" => self.push("\n"),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if 0 < self.paragraph_depth
            && self.annotation_depth == 0
            && let Some(cell) = &mut self.text
        {
            cell.push_str(text);
        }
    }

    /// Gives the sheet that ends here.
    fn end(&mut self, element: &str) -> Result<Option<Sheet>, SheetError> {
        self.depth = self.depth.saturating_sub(1);
        match element {
            "office:annotation" => self.annotation_depth = self.annotation_depth.saturating_sub(1),
            "text:p" if self.annotation_depth == 0 => self.paragraph_depth = self.paragraph_depth.saturating_sub(1),
            "table:table-cell" | "table:covered-table-cell" => {
                let text = self.text.take().unwrap_or_default();
                let cell = match std::mem::take(&mut self.cell) {
                    // A text cell, or one whose type is not stated.
                    Cell::Text(_) if !text.is_empty() => Cell::Text(text),
                    Cell::Text(given) if given.is_empty() => Cell::Empty,
                    other if text.starts_with('#') && is_error(&text) && other != Cell::Empty => Cell::Error(text),
                    other => other,
                };
                if cell != Cell::Empty {
                    self.cells.push((self.column, self.cell_repeats, cell));
                }
                self.column = self.column.saturating_add(self.cell_repeats);
            }
            "table:table-row" => {
                if !self.cells.is_empty() {
                    self.write_out()?;
                }
                self.row = self.row.saturating_add(self.row_repeats);
            }
            "table:table" => {
                let rows = std::mem::take(&mut self.grid.rows);
                return Ok(self.name.take().map(|name| Sheet { name, rows }));
            }
            _ => {}
        }
        Ok(None)
    }

    fn write_out(&mut self) -> Result<(), SheetError> {
        for row in self.row..self.row.saturating_add(self.row_repeats) {
            for (column, n, cell) in &self.cells {
                for column in *column..column.saturating_add(*n) {
                    if !self.grid.put(row, column, cell.clone()) {
                        return Err(SheetError::TooManyCells(self.name.clone().unwrap_or_default()));
                    }
                }
            }
        }
        Ok(())
    }
}

/// The value that a cell's attributes state. A text may follow as content, so it begins as an empty one.
fn value(element: &BytesStart) -> Cell {
    let number = || attribute(element, "office:value").and_then(|text| text.trim().parse::<f64>().ok());
    let kind = attribute(element, "office:value-type").unwrap_or_default();
    // LibreOffice writes the error of a formula as a text of this type.
    let is_error = attribute(element, "calcext:value-type").is_some_and(|kind| kind == "error");
    match kind.as_str() {
        _ if is_error => Cell::Error("#VALUE!".to_owned()),
        "float" | "currency" => number().map_or(Cell::Empty, Cell::Number),
        "percentage" => number().map_or(Cell::Empty, |share| Cell::Percent(in_percent(share))),
        "date" => attribute(element, "office:date-value").map_or(Cell::Empty, Cell::Date),
        "time" => attribute(element, "office:time-value").map_or(Cell::Empty, Cell::Date),
        "boolean" => attribute(element, "office:boolean-value").map_or(Cell::Empty, |text| Cell::Bool(text == "true")),
        _ => Cell::Text(attribute(element, "office:string-value").unwrap_or_default()),
    }
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
}

fn repeats(element: &BytesStart, name: &str) -> usize {
    attribute(element, name).and_then(|text| text.parse().ok()).unwrap_or(1).min(MAX_REPEATS)
}

fn is_error(text: &str) -> bool {
    ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"].contains(&text)
}
