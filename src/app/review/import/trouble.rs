//! Why something is not read, in words: what, where, how to mend it.

use crate::data::Lang;
use crate::exchange::import::csv::CsvError;
use crate::exchange::import::decode::{Binary, DecodeError, Encoding, MAX_BYTES};
use crate::exchange::import::table::{Limit, place};
use crate::text::number;
use crate::text::say::import as say;

/// Why something is not read.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// The browser does not give the file.
    File(String),
    /// The bytes are no text.
    Decode(DecodeError),
    /// The text is no table.
    Csv(CsvError),
    /// The reader of workbooks says no, by its code.
    Sheets(String),
    /// There is nothing in it.
    Empty,
    /// The journal does not take it.
    Refused(String),
}

impl Trouble {
    /// The words, with the file's name.
    pub fn words(&self, lang: Lang, name: &str) -> String {
        let max = number::whole(lang, (MAX_BYTES / 1024 / 1024) as u64);
        let too_large = || say::TOO_LARGE_FILE.fill(lang, &[("name", name), ("max", &max)]);
        let named = |words: crate::text::words::Words| words.fill(lang, &[("name", name)]);
        let with =
            |words: crate::text::words::Words, key: &str, text: &str| words.fill(lang, &[("name", name), (key, text)]);
        match self {
            Trouble::File(why) => with(say::NOT_READ, "why", why),
            Trouble::Decode(DecodeError::TooLarge { .. }) => too_large(),
            Trouble::Decode(DecodeError::Binary(binary)) => {
                let what = match binary {
                    Binary::Pdf => say::A_PDF,
                    Binary::Png => say::A_PICTURE,
                    Binary::Zip | Binary::Ole => say::AN_ARCHIVE,
                    Binary::Other => say::NO_TEXT,
                };
                with(say::OTHER_BINARY, "what", what.get(lang))
            }
            Trouble::Decode(DecodeError::Broken { encoding, at_byte }) => {
                let at = number::whole(lang, *at_byte as u64 + 1);
                let values = [("name", name), ("where", at.as_str()), ("encoding", encoding_name(*encoding))];
                say::BROKEN_TEXT.fill(lang, &values)
            }
            Trouble::Csv(CsvError::OpenQuote { row, column }) => with(say::OPEN_QUOTE, "place", &place(*row, *column)),
            Trouble::Csv(CsvError::TooMuch(too_much)) => {
                let words = match too_much.limit {
                    Limit::CellBytes(_) => say::CELL_TOO_LONG,
                    Limit::Columns | Limit::Cells => say::TOO_MANY_CELLS,
                };
                with(words, "place", &place(too_much.row, too_much.column))
            }
            Trouble::Sheets(code) => match code.split_once(':').unwrap_or((code, "")) {
                ("not-a-workbook", _) => with(say::OTHER_BINARY, "what", say::AN_ARCHIVE.get(lang)),
                ("old-excel", _) => named(say::OLD_EXCEL),
                ("encrypted", _) => named(say::ENCRYPTED),
                ("file-too-large", _) => too_large(),
                ("unpacks-too-large", _) => named(say::UNPACKS_TOO_LARGE),
                ("too-many-cells", sheet) => with(say::SHEET_TOO_LARGE, "what", sheet),
                ("damaged", part) => with(say::DAMAGED, "what", part),
                ("not-loaded", _) => named(say::READER_MISSING),
                _ => named(say::READER_FAILED),
            },
            Trouble::Empty => named(say::EMPTY),
            Trouble::Refused(why) => say::REFUSED.fill(lang, &[("why", why)]),
        }
    }

    /// Whether another encoding may help.
    pub fn is_of_encoding(&self) -> bool {
        matches!(self, Trouble::Decode(DecodeError::Broken { .. }))
    }
}

/// The encodings that a person may choose, with their names.
pub const ENCODINGS: [(Encoding, &str, &str); 5] = [
    (Encoding::Utf8, "utf-8", "UTF-8"),
    (Encoding::Utf16Le, "utf-16le", "UTF-16 LE"),
    (Encoding::Utf16Be, "utf-16be", "UTF-16 BE"),
    (Encoding::Windows1258, "windows-1258", "Windows-1258 (Việt)"),
    (Encoding::Windows1251, "windows-1251", "Windows-1251 (рус.)"),
];

/// The name of an encoding.
pub fn encoding_name(encoding: Encoding) -> &'static str {
    let plain = if encoding == Encoding::Utf8Bom { Encoding::Utf8 } else { encoding };
    ENCODINGS.iter().find(|(known, ..)| *known == plain).map_or("", |(_, _, name)| name)
}

/// The code of an encoding in the choice of them.
pub fn encoding_code(encoding: Encoding) -> &'static str {
    let plain = if encoding == Encoding::Utf8Bom { Encoding::Utf8 } else { encoding };
    ENCODINGS.iter().find(|(known, ..)| *known == plain).map_or("", |(_, code, _)| code)
}
