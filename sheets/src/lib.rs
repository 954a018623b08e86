//! Workbooks as rows of cells, for the import of Ward Atlas; and a workbook made of rows.
//!
//! A crate of its own and a wasm file of its own, because it weighs as much as a good part of the page and most people
//! never need it. Knows nothing of areas and indicators. It is another instance than the page: if a hostile file should
//! make it stop in spite of its checks, the page only sees an exception.
//!
//! XLSX is read by calamine, cell by cell. ODS is read here (`ods.rs` says why).

mod json;
mod limits;
mod ods;
mod stored;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod write;
mod xlsx;

pub use json::workbook_json;
pub use write::write_workbook;

use limits::Archive;

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows from the first on, each from the first column on; without empty cells and rows at the ends.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell, by what a formula gave when the workbook was saved.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing, or covered by the cell that it was merged with: a merged value stands in its first cell alone.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A number that is shown with a per cent sign, in per cent: 85.6 for 0.856.
    Percent(f64),
    /// True or false.
    Bool(bool),
    /// A date, a time or both, as ISO 8601 text.
    Date(String),
    /// An error, for example `#DIV/0!`.
    Error(String),
}

/// Why a file is not read. Nothing of it is used then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetError {
    /// Neither XLSX nor ODS.
    NotAWorkbook,
    /// XLS of Excel 97, which is another format.
    OldExcel,
    /// Protected by a password.
    Encrypted,
    /// More than [`MAX_FILE_BYTES`].
    FileTooLarge,
    /// Would unpack to more than [`MAX_UNPACKED_BYTES`], or to more than [`MAX_RATIO`] times its size (a "zip bomb").
    UnpacksTooLarge,
    /// More than [`MAX_CELLS`] cells; with the sheet.
    TooManyCells(String),
    /// Broken; with the part in which.
    Damaged(String),
}

/// The largest file.
pub const MAX_FILE_BYTES: usize = 64 * 1024 * 1024;
/// The most that a file may hold unpacked.
pub const MAX_UNPACKED_BYTES: u64 = 200 * 1024 * 1024;
/// The most times that a part of a file may be larger unpacked.
pub const MAX_RATIO: u64 = 1000;
/// The most cells of a workbook, empty ones before others counted.
pub const MAX_CELLS: usize = 5_000_000;
/// As many columns as a spreadsheet program has.
const MAX_COLUMNS: usize = 16_384;
/// As many rows as a spreadsheet program has.
const MAX_ROWS: usize = 1_048_576;

/// All sheets of an XLSX or ODS file, in their order. Sheets of charts have no rows and are left out.
pub fn read_workbook(bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    if MAX_FILE_BYTES < bytes.len() {
        return Err(SheetError::FileTooLarge);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(if holds_encrypted_package(bytes) { SheetError::Encrypted } else { SheetError::OldExcel });
    }
    let mut archive = Archive::open(bytes)?;
    if archive.has("content.xml") { ods::read(&mut archive) } else { xlsx::read(bytes, &mut archive) }
}

impl SheetError {
    /// A short name for the page, which has the words; what it concerns behind a colon.
    pub fn code(&self) -> String {
        match self {
            SheetError::NotAWorkbook => "not-a-workbook".to_owned(),
            SheetError::OldExcel => "old-excel".to_owned(),
            SheetError::Encrypted => "encrypted".to_owned(),
            SheetError::FileTooLarge => "file-too-large".to_owned(),
            SheetError::UnpacksTooLarge => "unpacks-too-large".to_owned(),
            SheetError::TooManyCells(sheet) => format!("too-many-cells:{sheet}"),
            SheetError::Damaged(part) => format!("damaged:{part}"),
        }
    }
}

/// Whether an OLE container has the entry in which Office puts an encrypted workbook (MS-OFFCRYPTO 2.3.4.4).
fn holds_encrypted_package(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// Rows that are filled cell by cell, within the limits.
#[derive(Debug, Default)]
struct Grid {
    rows: Vec<Vec<Cell>>,
    n_cells: usize,
}

impl Grid {
    /// Puts a cell in its place, `false` if that is beyond the limits. Rows and columns count from 0.
    fn put(&mut self, row: usize, column: usize, cell: Cell) -> bool {
        if cell == Cell::Empty {
            return true;
        }
        if MAX_ROWS <= row || MAX_COLUMNS <= column {
            return false;
        }
        let new_rows = (row + 1).saturating_sub(self.rows.len());
        let new_cells = (column + 1).saturating_sub(self.rows.get(row).map_or(0, Vec::len));
        self.n_cells += new_rows + new_cells;
        if MAX_CELLS < self.n_cells {
            return false;
        }
        if 0 < new_rows {
            self.rows.resize_with(row + 1, Vec::new);
        }
        if 0 < new_cells {
            self.rows[row].resize_with(column + 1, || Cell::Empty);
        }
        self.rows[row][column] = cell;
        true
    }
}

/// A share as a workbook has it (0.07) in per cent, without the dust of the multiplication (7.000000000000001).
fn in_percent(share: f64) -> f64 {
    let percent = share * 100.0;
    format!("{percent:.12e}").parse().unwrap_or(percent)
}
