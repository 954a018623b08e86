//! Why a file was refused, with the data that a page needs to say it in its language.

use std::fmt;

/// Why a file was refused. Nothing of it has been taken in then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// Nothing in it.
    Empty,
    /// Larger than [`super::read::MAX_BYTES`]; it was not looked into.
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The size that is accepted.
        limit_bytes: usize,
    },
    /// Not UTF-8 text.
    NotText {
        /// The first byte that is not.
        at_byte: usize,
    },
    /// Text, but not a workspace of this program.
    NotOurs,
    /// It begins as a workspace but ends too early.
    Truncated,
    /// A workspace that breaks the rules of JSON or of the format's fields.
    Malformed {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the parser says, in English.
        detail: String,
    },
    /// Written by a newer version of the page.
    Newer {
        /// The file's schema.
        schema: u32,
        /// The latest that this page reads.
        known: u32,
    },
    /// The checksum does not fit: it was damaged or changed by another program.
    WrongSum,
    /// A text is too long.
    TextTooLong {
        /// The record's id.
        record: String,
        /// Characters that it has.
        chars: usize,
        /// Characters that it may have.
        limit_chars: usize,
    },
    /// Two records of one id and different content.
    SameIdTwice {
        /// The id.
        record: String,
    },
    /// A record breaks the format's rules.
    BadRecord {
        /// Its number in the file, from 1.
        number: usize,
        /// The field that is wrong.
        field: &'static str,
    },
}

impl fmt::Display for FileError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            FileError::Empty => formatter.write_str("the file is empty"),
            FileError::TooLarge { bytes, limit_bytes } => {
                write!(formatter, "the file has {bytes} bytes; at most {limit_bytes} are read")
            }
            FileError::NotText { at_byte } => write!(formatter, "the file is not text (byte {at_byte})"),
            FileError::NotOurs => formatter.write_str("the file is not a Ward Atlas workspace"),
            FileError::Truncated => formatter.write_str("the file is cut off; its end is missing"),
            FileError::Malformed { line, column, detail } => {
                write!(formatter, "the file is malformed at line {line}, column {column}: {detail}")
            }
            FileError::Newer { schema, known } => {
                write!(formatter, "the file is of version {schema}; this page reads up to {known}: reload the page")
            }
            FileError::WrongSum => formatter.write_str("the checksum does not fit: the file was damaged or edited"),
            FileError::TextTooLong { record, chars, limit_chars } => {
                write!(formatter, "the text of record {record} has {chars} characters; {limit_chars} are allowed")
            }
            FileError::SameIdTwice { record } => {
                write!(formatter, "the file holds two different records of the id {record}")
            }
            FileError::BadRecord { number, field } => {
                write!(formatter, "record {number} of the file has a wrong \u{201c}{field}\u{201d}")
            }
        }
    }
}

impl std::error::Error for FileError {}
