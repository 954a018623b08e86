//! The archive that a workbook is, opened only if it will not burst.
//!
//! What the archive's list says of sizes is checked first. Since a list may lie, every part is then unpacked once to
//! nowhere, no further than its stated size.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::{MAX_RATIO, MAX_UNPACKED_BYTES, SheetError};

/// An archive within the limits.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

/// More parts than any workbook has.
const MAX_PARTS: usize = 10_000;

/// Small parts compress well and do no harm.
const MIN_BYTES_FOR_RATIO: u64 = 1024 * 1024;

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Archive<'a>, SheetError> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::NotAWorkbook)?;
        if MAX_PARTS < zip.len() {
            return Err(SheetError::UnpacksTooLarge);
        }
        let mut unpacked_bytes: u64 = 0;
        for ix in 0..zip.len() {
            let part = zip.by_index_raw(ix).map_err(|_| SheetError::NotAWorkbook)?;
            if part.encrypted() {
                return Err(SheetError::Encrypted);
            }
            unpacked_bytes = unpacked_bytes.saturating_add(part.size());
            let is_bomb = part.size() / MAX_RATIO > part.compressed_size() && MIN_BYTES_FOR_RATIO < part.size();
            if MAX_UNPACKED_BYTES < unpacked_bytes || is_bomb {
                return Err(SheetError::UnpacksTooLarge);
            }
        }
        for ix in 0..zip.len() {
            let part = zip.by_index(ix).map_err(|_| SheetError::Damaged(ix.to_string()))?;
            let (stated, name) = (part.size(), part.name().map(Cow::into_owned).unwrap_or_default());
            let mut left = part.take(stated + 1);
            let mut buffer = [0; 16 * 1024];
            let mut n_bytes = 0;
            loop {
                match left.read(&mut buffer) {
                    Ok(0) => break,
                    Ok(n) => n_bytes += n as u64,
                    Err(_) => return Err(SheetError::Damaged(name)),
                }
            }
            if stated < n_bytes {
                return Err(SheetError::UnpacksTooLarge);
            }
        }
        Ok(Archive { zip })
    }

    /// Whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// Whether there is a part of which the name ends so, in any case.
    pub fn parts_ending_in(&self, ending: &str) -> Vec<String> {
        let names = self.zip.file_names().filter_map(|name| name.ok().map(Cow::into_owned));
        names.filter(|name| name.to_ascii_lowercase().ends_with(ending)).collect()
    }

    /// The text of a part.
    pub fn text(&mut self, name: &str) -> Result<String, SheetError> {
        let damaged = || SheetError::Damaged(name.to_owned());
        let part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Err(SheetError::NotAWorkbook),
            Err(_) => return Err(damaged()),
        };
        let mut bytes = Vec::new();
        part.take(MAX_UNPACKED_BYTES).read_to_end(&mut bytes).map_err(|_| damaged())?;
        String::from_utf8(bytes).map_err(|_| damaged())
    }
}
