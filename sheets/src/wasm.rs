//! What the page calls.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Cell, SheetError, read_workbook, workbook_json, write_workbook};

/// The sheets of a workbook as JSON (see [`workbook_json`]), or the code of an error (see [`SheetError::code`]).
#[wasm_bindgen]
pub fn read_workbook_json(bytes: &[u8]) -> Result<String, String> {
    read_workbook(bytes).map(|sheets| workbook_json(&sheets)).map_err(|error| error.code())
}

/// A workbook of texts, rows parted by line feeds and cells by tabs, as the template is: no cell of it holds either.
#[wasm_bindgen]
pub fn write_workbook_tsv(sheet_name: &str, tsv: &str) -> Result<Vec<u8>, String> {
    let cell = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    let rows: Vec<Vec<Cell>> = tsv.lines().map(|line| line.split('\t').map(cell).collect()).collect();
    write_workbook(sheet_name, &rows).ok_or_else(|| SheetError::TooManyCells(sheet_name.to_owned()).code())
}
