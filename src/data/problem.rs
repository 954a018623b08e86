//! What can be wrong with a data file, where it is, and how to mend it.
//!
//! A problem carries data, not sentences, so that the page can word it in each language; the English sentence of
//! `Display` is for the command line and for logs.

use std::fmt;

use super::model::LonLat;

/// Why a data file was refused.
#[derive(Debug, Clone, PartialEq)]
pub struct DataError {
    /// Where in the file, as a path: `areas[3].polygons[0][1]`; `file` where no part can be named.
    pub place: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong at a place of a data file.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// More of something than is read: bytes, areas, points, characters and so on.
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A list that must have something in it is empty.
    EmptyList,
    /// The bytes are not UTF-8 text.
    NotUtf8 {
        /// Offset of the first byte that is not.
        at_byte: usize,
    },
    /// The text ends in the middle: an incomplete download or copy.
    Truncated {
        /// Line of the end, from 1.
        line: usize,
        /// Column of the end, from 1.
        column: usize,
    },
    /// The text breaks the grammar of JSON, or has a field twice.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the JSON reader says, in English.
        detail: String,
    },
    /// Valid JSON, but a field is missing, unknown or of another type.
    WrongShape {
        /// What was expected there, in English.
        detail: String,
    },
    /// `format` is not `ward-atlas-data`: some other JSON file.
    NotADataFile {
        /// What `format` says, if anything.
        found: Option<String>,
    },
    /// `schema` is missing.
    NoSchema,
    /// Written for a newer version of the page.
    SchemaNewer {
        /// The file's version.
        found: i64,
        /// The newest version that is read.
        known: i64,
    },
    /// Written for a version that is no longer read.
    SchemaOlder {
        /// The file's version.
        found: i64,
        /// The oldest version that is read.
        known: i64,
    },
    /// A text that must not be empty is empty; the place ends in the language where it is a translation.
    EmptyText,
    /// An id or code with other characters than `A-Z a-z 0-9 _ -`, or none, or more than 40 of them.
    BadId {
        /// The id.
        found: String,
    },
    /// The same id, code or row twice.
    Duplicate {
        /// The id.
        id: String,
        /// Position of the first one in the same list, from 0.
        first_ix: usize,
    },
    /// Areas that are not in ascending order of their codes.
    NotSorted {
        /// The code that comes too late.
        code: String,
        /// The code before it.
        after: String,
    },
    /// A reference to an area, indicator or source that the file does not hold.
    Unknown {
        /// What was looked for.
        what: Referent,
        /// Its id.
        id: String,
    },
    /// A period that is not a date: `2023`, `2023-06` or `2023-06-30`.
    BadPeriod {
        /// The period.
        found: String,
    },
    /// A year outside 1800 to 2200.
    BadYear {
        /// The year.
        found: u16,
    },
    /// An address that does not begin with `https://`, or has spaces or control characters.
    BadUrl {
        /// The address.
        found: String,
    },
    /// A row of figures with more or fewer values than there are columns.
    RowLength {
        /// Values in the row.
        found: usize,
        /// Columns.
        expected: usize,
    },
    /// Figures are stored for an indicator whose figures are computed.
    RatioStored {
        /// The indicator.
        id: String,
    },
    /// A ratio is made of an indicator that does not add up, or is computed itself.
    RatioPart {
        /// The part.
        id: String,
    },
    /// A count, measure or yes/no cannot be a ratio.
    RatioKind,
    /// A base must be another indicator that adds up and is not computed.
    BadBase {
        /// The base.
        id: String,
    },
    /// A number outside its range (a share over 100 per cent, a count below 0, a longitude of 200).
    OutOfRange {
        /// The number.
        value: f64,
        /// Least number that is allowed.
        min: f64,
        /// Greatest number that is allowed.
        max: f64,
    },
    /// A count with a fraction.
    NotWhole {
        /// The number.
        value: f64,
    },
    /// A yes/no figure that is neither 1 nor 0.
    NotYesNo {
        /// The number.
        value: f64,
    },
    /// A part that is greater than what it is a part of.
    ExceedsBase {
        /// The part.
        value: f64,
        /// The whole.
        base: f64,
    },
    /// The lower end of a range is above its upper end.
    RangeReversed {
        /// The first number.
        low: f64,
        /// The second number.
        high: f64,
    },
    /// An arc of fewer than two points.
    ArcTooShort {
        /// Its points.
        points: usize,
    },
    /// Two points in a row that are the same.
    RepeatedPoint {
        /// The point.
        at: LonLat,
    },
    /// A ring names an arc that the file does not hold.
    UnknownArc {
        /// The number as written; a negative one means backwards.
        reference: i32,
        /// How many arcs there are.
        arcs: usize,
    },
    /// An arc that no area uses.
    ArcUnused,
    /// An arc that is used a third time.
    ArcUsedTooOften {
        /// The arc.
        arc_ix: usize,
    },
    /// An arc that one area uses twice.
    ArcTwiceInOneArea {
        /// The arc.
        arc_ix: usize,
    },
    /// An arc that two areas use in the same direction, so that both lie on the same side of it.
    ArcSameDirection {
        /// The arc.
        arc_ix: usize,
        /// Code of the area that used it first.
        other_code: String,
    },
    /// A ring whose arcs do not join end to start.
    RingNotClosed {
        /// Where an arc ends.
        end: LonLat,
        /// Where the next one starts.
        next_start: LonLat,
    },
    /// A ring of fewer than three points.
    RingTooShort {
        /// Its points.
        points: usize,
    },
    /// An outer ring that runs clockwise, or a hole that does not, or a ring without any area.
    RingTurnsWrong {
        /// Whether it is a hole.
        hole: bool,
    },
    /// Border lines of one area that cross or run over each other.
    RingsCross {
        /// A point near the crossing.
        at: LonLat,
    },
    /// A hole outside its polygon.
    HoleOutside,
    /// Border lines so entangled that checking them would take too long.
    TooTangled,
    /// A label point outside the area's outline.
    LabelOutside {
        /// The point.
        at: LonLat,
    },
}

/// What a reference points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Referent {
    /// An area, by code.
    Area,
    /// An indicator, by id.
    Indicator,
    /// A source, by id.
    Source,
}

impl Problem {
    /// The error of this problem at a place.
    pub(super) fn at(self, place: impl Into<String>) -> DataError {
        DataError { place: place.into(), problem: self }
    }
}

/// Says where a check failed; the place is put into words only when it did.
pub(super) trait At<T> {
    fn at(self, place: impl FnOnce() -> String) -> Result<T, DataError>;
}

impl<T> At<T> for Result<T, Problem> {
    fn at(self, place: impl FnOnce() -> String) -> Result<T, DataError> {
        self.map_err(|problem| DataError { place: place(), problem })
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

impl std::error::Error for DataError {}

impl fmt::Display for Referent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Referent::Area => "area",
            Referent::Indicator => "indicator",
            Referent::Source => "source",
        })
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::TooMany { found, limit } => {
                write!(f, "{found} are more than the {limit} that can be read; split or shorten it")
            }
            Problem::EmptyList => write!(f, "the list is empty; it needs at least one entry"),
            Problem::NotUtf8 { at_byte } => {
                write!(f, "not UTF-8 text from byte {at_byte} on; save the file with UTF-8 encoding")
            }
            Problem::Truncated { line, column } => {
                write!(f, "the file ends too early, at line {line}, column {column}; copy or download it again in full")
            }
            Problem::NotJson { line, column, detail } => {
                write!(f, "not valid JSON at line {line}, column {column}: {detail}; correct it there")
            }
            Problem::WrongShape { detail } => write!(f, "not as the format says: {detail}; correct it there"),
            Problem::NotADataFile { found: Some(found) } => {
                write!(f, "the format is \"{found}\", not \"ward-atlas-data\"; choose a data file of Ward Atlas")
            }
            Problem::NotADataFile { found: None } => {
                write!(f, "there is no \"format\"; choose a data file of Ward Atlas")
            }
            Problem::NoSchema => write!(f, "the schema version is missing; add \"schema\": 1"),
            Problem::SchemaNewer { found, known } => write!(
                f,
                "schema version {found} is newer than version {known}, which this page reads; update the page"
            ),
            Problem::SchemaOlder { found, known } => write!(
                f,
                "schema version {found} is older than version {known}, which this page reads; rewrite the file"
            ),
            Problem::EmptyText => write!(f, "the text is empty; fill it in"),
            Problem::BadId { found } => {
                write!(f, "\"{found}\" cannot be an id; use 1 to 40 of the characters A-Z a-z 0-9 _ -")
            }
            Problem::Duplicate { id, first_ix } => {
                write!(f, "\"{id}\" stands at position {first_ix} already; give each its own")
            }
            Problem::NotSorted { code, after } => {
                write!(f, "\"{code}\" comes after \"{after}\"; sort the areas by code")
            }
            Problem::Unknown { what, id } => {
                write!(f, "the file holds no {what} \"{id}\"; add it or correct the name")
            }
            Problem::BadPeriod { found } => {
                write!(f, "\"{found}\" is not a period; write 2023, 2023-06 or 2023-06-30")
            }
            Problem::BadYear { found } => write!(f, "{found} is not a year from 1800 to 2200; correct it"),
            Problem::BadUrl { found } => {
                write!(f, "\"{found}\" is not an address that begins with https://; correct it or leave it out")
            }
            Problem::RowLength { found, expected } => {
                write!(f, "{found} values for {expected} indicators; write null where a figure is not known")
            }
            Problem::RatioStored { id } => {
                write!(f, "the figures of \"{id}\" are computed from others; leave them out")
            }
            Problem::RatioPart { id } => {
                write!(f, "\"{id}\" cannot be part of a ratio; use counts and measures that are stored")
            }
            Problem::RatioKind => write!(f, "only a share or a rate can be a ratio; change the kind"),
            Problem::BadBase { id } => {
                write!(f, "\"{id}\" cannot be a base; use another count or measure that is stored")
            }
            Problem::OutOfRange { value, min, max } => {
                write!(f, "{value} is outside {min} to {max}; correct it")
            }
            Problem::NotWhole { value } => write!(f, "{value} is not a whole number, as a count must be; correct it"),
            Problem::NotYesNo { value } => write!(f, "{value} is neither 1 (yes) nor 0 (no); correct it"),
            Problem::ExceedsBase { value, base } => {
                write!(f, "{value} is more than {base}, of which it is a part; correct one of them")
            }
            Problem::RangeReversed { low, high } => {
                write!(f, "the range runs from {low} down to {high}; write the lower number first")
            }
            Problem::ArcTooShort { points } => write!(f, "{points} points make no line; an arc needs at least two"),
            Problem::RepeatedPoint { at } => {
                write!(f, "the point {}, {} stands twice in a row; leave one out", at[0], at[1])
            }
            Problem::UnknownArc { reference, arcs } => {
                write!(f, "there is no arc {reference} among {arcs}; correct the number")
            }
            Problem::ArcUnused => write!(f, "no area uses this arc; remove it or add it to a ring"),
            Problem::ArcUsedTooOften { arc_ix } => {
                write!(f, "arc {arc_ix} is used a third time; a border has two sides, so correct the rings")
            }
            Problem::ArcTwiceInOneArea { arc_ix } => {
                write!(f, "arc {arc_ix} is used twice by this area; leave out borders inside an area")
            }
            Problem::ArcSameDirection { arc_ix, other_code } => write!(
                f,
                "arc {arc_ix} is used in the same direction by area {other_code}; one of them must use it backwards"
            ),
            Problem::RingNotClosed { end, next_start } => write!(
                f,
                "the ring is open: an arc ends at {}, {} and the next one starts at {}, {}; make them meet",
                end[0], end[1], next_start[0], next_start[1]
            ),
            Problem::RingTooShort { points } => write!(f, "a ring of {points} points holds no area; it needs three"),
            Problem::RingTurnsWrong { hole: false } => {
                write!(f, "the outer ring does not run counter-clockwise; reverse it")
            }
            Problem::RingTurnsWrong { hole: true } => write!(f, "the hole does not run clockwise; reverse it"),
            Problem::RingsCross { at } => {
                write!(f, "the border lines cross or overlap near {}, {}; untangle them there", at[0], at[1])
            }
            Problem::HoleOutside => write!(f, "the hole lies outside its polygon; move it to the polygon it is in"),
            Problem::TooTangled => {
                write!(f, "the border lines are too entangled to be checked; simplify them")
            }
            Problem::LabelOutside { at } => {
                write!(f, "the label point {}, {} is not inside the outline; move it", at[0], at[1])
            }
        }
    }
}
