//! JSON as a tree, and reading values out of it with the place of what does not fit.
//!
//! Every file and every stored text of the page is parsed by the one [`parse`], and types read themselves from the tree
//! through [`FromJson`]. (Derived readers would each bring a parser of their own: 130 KB of the wasm for thirty types.)
//! What the values mean, and whether they make sense, is the business of the types' own rooms.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
pub use serde_json::Number;

use crate::order;

/// A value of JSON. Texts are borrowed from the source where they hold no escapes.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Json<'a> {
    /// `null`, and what is not there.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Json<'a>>),
    /// Fields in the order of the source, each name once.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// A value of another shape than the format says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misshapen {
    /// Where, as a path: `areas[3].label_at[0]`; empty for the whole.
    pub place: String,
    /// What is wrong, in English.
    pub detail: String,
}

/// A type that reads itself from JSON.
pub trait FromJson: Sized {
    /// The value.
    fn from_json(json: Json) -> Result<Self, Misshapen>;

    /// The value of a field that is not there, if that is allowed.
    fn absent() -> Option<Self> {
        None
    }
}

/// The fields of an object, taken out by name.
pub struct Fields<'a> {
    rest: Vec<(Cow<'a, str>, Json<'a>)>,
}

/// The tree of a text. A name that stands twice in an object is an error.
pub fn parse(text: &str) -> Result<Json<'_>, serde_json::Error> {
    serde_json::from_str(text)
}

/// The number of a text in JSON's notation, zeros in front allowed; finite. Exact for up to 15 significant digits and
/// powers of ten up to 22, else it may be off in the last place. (The standard library's reader is exact for all, at
/// 12 KB of tables that nothing compresses.)
pub fn number(text: &str) -> Option<f64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text),
    };
    // The parser of whole texts allows white space around them.
    let is_digit = |c: char| c.is_ascii_digit();
    if !(digits.starts_with(is_digit) && digits.ends_with(is_digit)) {
        return None;
    }
    let significant = digits.trim_start_matches('0');
    let starts_with_digit = significant.starts_with(|c: char| c.is_ascii_digit());
    let zero = if starts_with_digit || significant.len() == digits.len() { "" } else { "0" };
    let Ok(Json::Number(number)) = parse(&[zero, significant].concat()) else { return None };
    number.as_f64().filter(|number| number.is_finite()).map(|number| sign * number)
}

impl<'a> Json<'a> {
    /// The compact text.
    pub fn to_text(&self) -> String {
        // Trees have no part that fails to be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// An object of fields in the given order.
    pub fn object(fields: impl IntoIterator<Item = (&'a str, Json<'a>)>) -> Json<'a> {
        Json::Object(fields.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect())
    }

    /// A list.
    pub fn list<T: Into<Json<'a>>>(items: impl IntoIterator<Item = T>) -> Json<'a> {
        Json::List(items.into_iter().map(Into::into).collect())
    }

    /// The fields, if it is an object.
    pub fn fields(self) -> Result<Fields<'a>, Misshapen> {
        match self {
            Json::Object(rest) => Ok(Fields { rest }),
            other => Err(other.unexpected("an object")),
        }
    }

    /// The error that something else was expected.
    #[cold]
    pub fn unexpected(&self, expected: &str) -> Misshapen {
        let found = match self {
            Json::Null => "null",
            Json::Bool(_) => "boolean",
            Json::Number(_) => "number",
            Json::Text(_) => "string",
            Json::List(_) => "list",
            Json::Object(_) => "object",
        };
        Misshapen::new(format!("invalid type: {found}, expected {expected}"))
    }

    /// The items, if it is a list.
    pub fn items(self) -> Result<Vec<Json<'a>>, Misshapen> {
        match self {
            Json::List(items) => Ok(items),
            other => Err(other.unexpected("a list")),
        }
    }

    /// The items of a list of exactly so many.
    pub fn exactly<const N: usize>(self) -> Result<[Json<'a>; N], Misshapen> {
        self.items()?.try_into().map_err(|items: Vec<Json>| {
            Misshapen::new(format!("invalid length {}, expected a list of {N}", items.len()))
        })
    }

    /// Puts the fields of all objects in it into the order of their names.
    pub fn sort_names(&mut self) {
        match self {
            Json::List(items) => items.iter_mut().for_each(Json::sort_names),
            Json::Object(fields) => {
                order::sort_by(fields, |a, b| a.0.cmp(&b.0));
                for (_, value) in fields {
                    value.sort_names();
                }
            }
            _ => {}
        }
    }

    /// Which of some words it is.
    pub fn word(&self, words: &[&str]) -> Result<usize, Misshapen> {
        let Json::Text(text) = self else { return Err(self.unexpected("a string")) };
        words.iter().position(|word| word == text).ok_or_else(|| {
            Misshapen::new(format!("unknown variant `{text}`, expected one of `{}`", words.join("`, `")))
        })
    }

    fn integer(&self, min: i64, max: i64) -> Result<i64, Misshapen> {
        let integer = if let Json::Number(number) = self { number.as_i64() } else { None };
        integer.filter(|integer| (min..=max).contains(integer)).ok_or_else(|| match self {
            Json::Number(number) => {
                Misshapen::new(format!("invalid number {number}, expected a whole number from {min} to {max}"))
            }
            other => other.unexpected("a whole number"),
        })
    }
}

impl Misshapen {
    /// An error of the whole value.
    pub fn new(detail: String) -> Misshapen {
        Misshapen { place: String::new(), detail }
    }

    /// The error seen from the list that holds the value.
    #[cold]
    #[must_use]
    pub fn in_item(self, ix: usize) -> Misshapen {
        self.below(&format!("[{ix}]"))
    }

    /// The error seen from the object that holds the value.
    #[cold]
    #[must_use]
    pub fn in_field(self, name: &str) -> Misshapen {
        self.below(name)
    }

    fn below(self, step: &str) -> Misshapen {
        let is_field = !self.place.is_empty() && !self.place.starts_with('[');
        let dot = if is_field { "." } else { "" };
        Misshapen { place: format!("{step}{dot}{}", self.place), ..self }
    }
}

impl fmt::Display for Misshapen {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.detail)
    }
}

impl<'a> Fields<'a> {
    /// The value of a field. One that is not there is an error unless the type allows it, as `Option` does.
    pub fn take<T: FromJson>(&mut self, name: &str) -> Result<T, Misshapen> {
        match self.raw(name) {
            Some(json) => T::from_json(json).map_err(|error| error.in_field(name)),
            None => T::absent().ok_or_else(|| Misshapen::new(format!("missing field `{name}`"))),
        }
    }

    /// The value of a field, or the default if it is not there.
    pub fn take_or_default<T: FromJson + Default>(&mut self, name: &str) -> Result<T, Misshapen> {
        self.take::<Given<T>>(name).map(|Given(value)| value.unwrap_or_default())
    }

    /// Refuses a field that is anything but one word.
    pub fn take_word(&mut self, name: &str, word: &str) -> Result<(), Misshapen> {
        let found = self.raw(name).unwrap_or_default();
        found.word(&[word]).map(|_| ()).map_err(|error| error.in_field(name))
    }

    /// Refuses fields that nobody has taken.
    pub fn end(self) -> Result<(), Misshapen> {
        match self.rest.first() {
            None => Ok(()),
            Some((name, _)) => Err(Misshapen::new(format!("unknown field `{name}`"))),
        }
    }

    /// The field's value as it stands, if it is there.
    pub fn raw(&mut self, name: &str) -> Option<Json<'a>> {
        let ix = self.rest.iter().position(|(field, _)| field == name)?;
        Some(self.rest.swap_remove(ix).1)
    }
}

/// A field that need not be there; unlike `Option` it does not take `null` for nothing.
struct Given<T>(Option<T>);

impl<T: FromJson> FromJson for Given<T> {
    fn from_json(json: Json) -> Result<Self, Misshapen> {
        T::from_json(json).map(|value| Given(Some(value)))
    }

    fn absent() -> Option<Self> {
        Some(Given(None))
    }
}

impl FromJson for String {
    fn from_json(json: Json) -> Result<String, Misshapen> {
        match json {
            Json::Text(text) => Ok(text.into_owned()),
            other => Err(other.unexpected("a string")),
        }
    }
}

impl FromJson for f64 {
    fn from_json(json: Json) -> Result<f64, Misshapen> {
        let number = if let Json::Number(number) = &json { number.as_f64() } else { None };
        number.ok_or_else(|| json.unexpected("a number"))
    }
}

macro_rules! whole_numbers {
    ($($type:ty: $min:expr, $max:expr;)*) => {$(
        impl FromJson for $type {
            fn from_json(json: Json) -> Result<$type, Misshapen> {
                json.integer($min, $max).map(|number| number as $type)
            }
        }

        impl From<$type> for Json<'_> {
            fn from(number: $type) -> Self {
                Json::Number(number.into())
            }
        }
    )*};
}

// A u64 beyond the greatest i64 is no time, length or counter of anything here.
whole_numbers! {
    u8: 0, i64::from(u8::MAX);
    u16: 0, i64::from(u16::MAX);
    u32: 0, i64::from(u32::MAX);
    u64: 0, i64::MAX;
    usize: 0, i64::from(u32::MAX);
    i32: i64::from(i32::MIN), i64::from(i32::MAX);
    i64: i64::MIN, i64::MAX;
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: Json) -> Result<Option<T>, Misshapen> {
        if matches!(json, Json::Null) { Ok(None) } else { T::from_json(json).map(Some) }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: Json) -> Result<Vec<T>, Misshapen> {
        let items = json.items()?;
        let mut read = Vec::with_capacity(items.len());
        for (ix, item) in items.into_iter().enumerate() {
            read.push(T::from_json(item).map_err(|error| error.in_item(ix))?);
        }
        Ok(read)
    }
}

impl<T: FromJson> FromJson for (T, T) {
    fn from_json(json: Json) -> Result<(T, T), Misshapen> {
        let [a, b] = json.exactly()?;
        let item = |ix: usize, json: Json| T::from_json(json).map_err(|error| error.in_item(ix));
        Ok((item(0, a)?, item(1, b)?))
    }
}

impl<T: FromJson> FromJson for [T; 2] {
    fn from_json(json: Json) -> Result<[T; 2], Misshapen> {
        <(T, T)>::from_json(json).map(|(a, b)| [a, b])
    }
}

impl<'a> From<&'a str> for Json<'a> {
    fn from(text: &'a str) -> Json<'a> {
        Json::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Json<'_> {
    fn from(text: String) -> Self {
        Json::Text(Cow::Owned(text))
    }
}

impl From<bool> for Json<'_> {
    fn from(yes: bool) -> Self {
        Json::Bool(yes)
    }
}

impl From<f64> for Json<'_> {
    /// What is not a finite number becomes `null`.
    fn from(number: f64) -> Self {
        Number::from_f64(number).map_or(Json::Null, Json::Number)
    }
}

impl<'a, T: Into<Json<'a>>> From<Option<T>> for Json<'a> {
    fn from(value: Option<T>) -> Json<'a> {
        value.map_or(Json::Null, Into::into)
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(yes) => serializer.serialize_bool(*yes),
            Json::Number(number) => number.serialize(serializer),
            Json::Text(text) => serializer.serialize_str(text),
            Json::List(items) => serializer.collect_seq(items),
            Json::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json<'de>, D::Error> {
        struct Tree;

        impl<'de> Visitor<'de> for Tree {
            type Value = Json<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("any JSON value")
            }

            fn visit_unit<E: Error>(self) -> Result<Json<'de>, E> {
                Ok(Json::Null)
            }

            fn visit_bool<E: Error>(self, yes: bool) -> Result<Json<'de>, E> {
                Ok(Json::Bool(yes))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Json<'de>, E> {
                Ok(Json::Number(number.into()))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Json<'de>, E> {
                Ok(Json::Number(number.into()))
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Json<'de>, E> {
                Ok(Json::from(number))
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Json<'de>, E> {
                Ok(Json::Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Json<'de>, E> {
                Ok(Json::Text(Cow::Owned(text.to_owned())))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json<'de>, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = access.next_element()? {
                    items.push(item);
                }
                Ok(Json::List(items))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json<'de>, A::Error> {
                let mut fields: Vec<(Cow<str>, Json)> = Vec::new();
                // The reader of JSON gives names as texts only.
                while let Some((Json::Text(name), value)) = access.next_entry()? {
                    fields.push((name, value));
                }
                match doubled(&fields) {
                    Some(name) => Err(Error::custom(format_args!("duplicate field `{name}`"))),
                    None => Ok(Json::Object(fields)),
                }
            }
        }

        deserializer.deserialize_any(Tree)
    }
}

/// A name that stands twice. Sorted where there are many, so that a hostile object cannot take long.
fn doubled<'f>(fields: &'f [(Cow<str>, Json)]) -> Option<&'f str> {
    const FEW: usize = 24;
    let mut names: Vec<&str> = fields.iter().map(|(name, _)| name.as_ref()).collect();
    if names.len() <= FEW {
        return names.iter().enumerate().find(|(ix, name)| names[..*ix].contains(name)).map(|(_, name)| *name);
    }
    order::sort_by(&mut names, Ord::cmp);
    names.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
}

#[cfg(test)]
mod tests;
