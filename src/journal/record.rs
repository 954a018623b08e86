//! A record: one change of one field, by one person, on one device, at one moment.
//!
//! Records are immutable. How they are written down stands in `storage` (compact) and in `exchange` (readable); these
//! types are neither.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::clock::Hlc;
use super::kinds::Kind;
use crate::json::{FromJson, Json, Misshapen};

/// One change. The derived order (by id first) is total and means nothing beyond being the same everywhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    /// When, and by which page load; unique.
    pub id: RecordId,
    /// The name that the person had typed, as it was at the time.
    pub author: String,
    /// The browser profile that the change was made in.
    pub device: DeviceId,
    /// What it touches.
    pub target: Target,
    /// The value before; for a run of typing (one step), the value before the run.
    pub old: Value,
    /// The value from now on.
    pub new: Value,
    /// The latest records of the same field that the writer had before their eyes and that this one takes the place of.
    /// Earlier records of the same writer are superseded without being named.
    pub sees: Vec<RecordId>,
    /// The act of the person that the record is part of: the id of the first record of that act.
    pub step: StepId,
    /// Translation key of the act's name, one of [`super::kinds::STEP_NAMES`].
    pub step_name: String,
    /// The act that this one takes back, if it is an undo (or redo).
    pub undoes: Option<StepId>,
}

/// The id of a record: its moment and its writer. The order is (time, counter, writer).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId {
    /// When it was made; unique and rising within a writer.
    pub at: Hlc,
    /// Which page load made it.
    pub writer: WriterId,
}

/// The id of an act (one or more records): that of its first record.
pub type StepId = RecordId;

/// What a record touches: one field of one thing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Target {
    /// What sort of thing.
    pub kind: Kind,
    /// Which one; for a note its random id.
    pub key: String,
    /// Which field of it, see [`super::kinds`].
    pub field: String,
}

/// A value of a field.
#[derive(Debug, Clone, Default)]
pub enum Value {
    /// Nothing, not yet set.
    #[default]
    Null,
    /// Yes or no.
    Bool(bool),
    /// A finite number in canonical form, see [`Value::number`].
    Number(f64),
    /// Text.
    Text(String),
    /// Several texts in order.
    List(Vec<String>),
}

/// A browser profile: a random number made on the first visit, nothing about the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct DeviceId(pub u64);

/// One load of the page in one tab: a random number made at each start and never stored for reuse, so that two tabs (also
/// a duplicated one) are never the same writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct WriterId(pub u64);

impl Value {
    /// A number as records hold it: finite, rounded to 15 significant digits. So a number survives being written as
    /// decimal digits and read by a reader that is off by a unit in the last place (`serde_json` without
    /// `float_roundtrip`). Not finite gives [`Value::Null`].
    pub fn number(number: f64) -> Value {
        const LARGEST_EXACT: f64 = 9e15;
        if !number.is_finite() {
            Value::Null
        } else if number.fract() == 0.0 && number.abs() < LARGEST_EXACT {
            // Also turns -0 into 0.
            Value::Number(number + 0.0)
        } else {
            format!("{number:.14e}").parse().map_or(Value::Null, Value::Number)
        }
    }

    /// The text, or nothing for a value of another sort.
    pub fn as_text(&self) -> Option<&str> {
        if let Value::Text(text) = self { Some(text) } else { None }
    }

    /// Whether it is [`Value::Bool`] and true.
    pub fn is_true(&self) -> bool {
        matches!(self, Value::Bool(true))
    }

    /// The number, or nothing for a value of another sort.
    pub fn as_number(&self) -> Option<f64> {
        if let Value::Number(number) = self { Some(*number) } else { None }
    }

    fn rank(&self) -> u8 {
        match self {
            Value::Null => 0,
            Value::Bool(_) => 1,
            Value::Number(_) => 2,
            Value::Text(_) => 3,
            Value::List(_) => 4,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Value {
        Value::Bool(yes)
    }
}

impl Ord for Value {
    fn cmp(&self, other: &Value) -> Ordering {
        match (self, other) {
            (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
            (Value::Number(a), Value::Number(b)) => a.total_cmp(b),
            (Value::Text(a), Value::Text(b)) => a.cmp(b),
            (Value::List(a), Value::List(b)) => a.cmp(b),
            _ => self.rank().cmp(&other.rank()),
        }
    }
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Value) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Value {}

impl<'a> From<&'a Value> for Json<'a> {
    fn from(value: &'a Value) -> Json<'a> {
        const LARGEST_EXACT: f64 = 9e15;
        match value {
            Value::Null => Json::Null,
            Value::Bool(yes) => Json::Bool(*yes),
            // Whole numbers without ".0": shorter, and what a person expects to read.
            Value::Number(number) if number.fract() == 0.0 && number.abs() < LARGEST_EXACT => {
                Json::from(*number as i64)
            }
            Value::Number(number) => Json::from(*number),
            Value::Text(text) => Json::from(text.as_str()),
            Value::List(texts) => Json::list(texts.iter().map(String::as_str)),
        }
    }
}

impl FromJson for Value {
    fn from_json(json: Json) -> Result<Value, Misshapen> {
        match json {
            Json::Null => Ok(Value::Null),
            Json::Bool(yes) => Ok(Value::Bool(yes)),
            Json::Number(_) => f64::from_json(json).map(Value::number),
            Json::Text(text) => Ok(Value::Text(text.into_owned())),
            Json::List(_) => Vec::from_json(json).map(Value::List),
            Json::Object(_) => Err(json.unexpected("null, true or false, a number, a text or a list of texts")),
        }
    }
}

/// 13 digits of base 32 (`0-9`, `a-v`), most significant first.
pub fn text_of_u64(number: u64) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";
    (0..13).rev().map(|place| char::from(DIGITS[(number >> (place * 5) & 31) as usize])).collect()
}

/// The number of 13 digits of base 32, if it is exactly that and fits 64 bits.
pub fn u64_of_text(text: &str) -> Option<u64> {
    let is_plain = text.len() == 13 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'v'));
    if is_plain { u64::from_str_radix(text, 32).ok() } else { None }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&text_of_u64(self.0))
    }
}

impl fmt::Display for WriterId {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&text_of_u64(self.0))
    }
}

/// `<milliseconds>-<counter>-<writer>`.
impl fmt::Display for RecordId {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}-{}-{}", self.at.ms, self.at.count, self.writer)
    }
}

/// A text that is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl FromStr for DeviceId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<DeviceId, NotAnId> {
        u64_of_text(text).map(DeviceId).ok_or(NotAnId)
    }
}

impl FromStr for WriterId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<WriterId, NotAnId> {
        u64_of_text(text).map(WriterId).ok_or(NotAnId)
    }
}

impl FromStr for RecordId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<RecordId, NotAnId> {
        let mut parts = text.splitn(3, '-');
        let mut next = || parts.next().ok_or(NotAnId);
        let (ms, count, writer) = (next()?, next()?, next()?);
        let ms = ms.parse().ok().filter(|&ms: &u64| ms <= super::clock::MAX_MS).ok_or(NotAnId)?;
        let count = count.parse().ok().ok_or(NotAnId)?;
        Ok(RecordId { at: Hlc { ms, count }, writer: writer.parse()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<Value, Misshapen> {
        Value::from_json(crate::json::parse(text).unwrap())
    }

    proptest! {
        #[test]
        fn ids_round_trip(number: u64, ms in 0..=super::super::clock::MAX_MS, count: u32) {
            prop_assert_eq!(u64_of_text(&text_of_u64(number)), Some(number));
            let id = RecordId { at: Hlc { ms, count }, writer: WriterId(number) };
            prop_assert_eq!(id.to_string().parse(), Ok(id));
        }

        #[test]
        fn any_number_survives_json(bits: u64) {
            let value = Value::number(f64::from_bits(bits));
            prop_assert_eq!(read(&Json::from(&value).to_text()), Ok(value));
        }

        #[test]
        fn any_text_is_an_id_or_not(text: String) {
            let _: Result<RecordId, NotAnId> = text.parse();
        }
    }

    #[test]
    fn numbers_are_canonical() {
        assert_eq!(Value::number(f64::NAN), Value::Null);
        assert_eq!(Value::number(-0.0), Value::number(0.0));
        assert_eq!(Value::number(0.1 + 0.2), Value::number(0.3));
        assert_eq!(Json::from(&Value::number(19_000.0)).to_text(), "19000");
        assert_eq!(Json::from(&Value::number(2476.9442)).to_text(), "2476.9442");
    }

    #[test]
    fn values_of_other_shapes_are_refused() {
        for text in ["{}", "[1]", "[[\"a\"]]"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
