//! Files that leave the device and come back: the workspace file and tables as CSV.
//!
//! Works on text and bytes; choosing, saving and dropping files is the app's business. The workspace file's format is
//! written down in `FORMAT.md` beside this file. A file of notes only is a workspace file: there is one format.

pub mod csv;
pub mod differences;
pub mod file_error;
pub mod import;
pub mod preview;
pub mod read;
pub mod recommendations_csv;
pub mod review_csv;
#[cfg(test)]
mod tests;
pub mod time;
pub mod workspace_file;

pub use csv::{Cell, CsvStyle, csv_table};
pub use file_error::FileError;
pub use preview::{Preview, preview};
pub use read::read;
pub use workspace_file::{DataSetRef, WorkspaceFile, file_name, write};
