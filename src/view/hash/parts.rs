//! The second level of reading a hash: one function a part, from decoded text to a value checked against the data set.
//! `write` is the reverse; the words stand here once for both.

use crate::data::{AreaKind, DataSet, Lang, Settlement};

use super::super::per;
use super::super::query::{
    ChangeBy, ClassKey, Layout, Measure, Method, Palette, RangeFilter, ReviewPart, Since, Sort, SortKey, TasksPart,
    View,
};
use super::MAX_SEARCH_CHARS;
use super::problem::HashProblemKind;
use crate::json;
use crate::text::date::CivilDate;

/// A value, or why there is none.
pub type Parse<T> = Result<T, HashProblemKind>;

/// Fewest classes.
const MIN_CLASSES: u8 = 3;
/// Most classes.
const MAX_CLASSES: u8 = 7;

/// Words of [`View`].
pub const VIEWS: [(&str, View); 4] =
    [("atlas", View::Atlas), ("review", View::Review), ("tasks", View::Tasks), ("about", View::About)];
/// Words of [`ReviewPart`].
pub const REVIEW_PARTS: [(&str, ReviewPart); 7] = [
    ("table", ReviewPart::Table),
    ("entry", ReviewPart::Entry),
    ("import", ReviewPart::Import),
    ("findings", ReviewPart::Findings),
    ("register", ReviewPart::Register),
    ("estimates", ReviewPart::Estimates),
    ("indicators", ReviewPart::Indicators),
];
/// Words of [`TasksPart`].
pub const TASKS_PARTS: [(&str, TasksPart); 6] = [
    ("matrix", TasksPart::Matrix),
    ("list", TasksPart::List),
    ("calendar", TasksPart::Calendar),
    ("recommendations", TasksPart::Recommendations),
    ("targets", TasksPart::Targets),
    ("commendations", TasksPart::Commendations),
];
/// Words of [`Layout`].
pub const LAYOUTS: [(&str, Layout); 3] =
    [("outlines", Layout::Outlines), ("tiles", Layout::Tiles), ("symbols", Layout::Symbols)];
/// Words of [`Method`].
pub const METHODS: [(&str, Method); 6] = [
    ("rounded", Method::Rounded),
    ("quantile", Method::Quantile),
    ("equal", Method::Equal),
    ("natural", Method::Natural),
    ("city", Method::AroundCity),
    ("own", Method::Own),
];
/// Words of [`Palette`].
pub const PALETTES: [(&str, Palette); 7] = [
    ("teal", Palette::Teal),
    ("amber", Palette::Amber),
    ("purple", Palette::Purple),
    ("viridis", Palette::Viridis),
    ("cividis", Palette::Cividis),
    ("brownteal", Palette::BrownTeal),
    ("purpleorange", Palette::PurpleOrange),
];
/// Word for the palette that the method chooses.
pub const PALETTE_AUTO: &str = "auto";
/// Words of [`AreaKind`].
pub const KINDS: [(&str, AreaKind); 2] = [("ward", AreaKind::Ward), ("commune", AreaKind::Commune)];
/// Words of [`Settlement`].
pub const SETTLEMENTS: [(&str, Settlement); 3] =
    [("urban", Settlement::Urban), ("rural", Settlement::Rural), ("mixed", Settlement::Mixed)];
/// What stands before the period that a change is against.
pub const CHANGES: [(&str, ChangeBy); 2] = [("by-", ChangeBy::Unit), ("pct-", ChangeBy::PerCent)];
/// Longest id of a period.
const MAX_PERIOD_BYTES: usize = 400;
/// Word of [`ClassKey::Missing`].
pub const MISSING: &str = "missing";
/// Word of [`SortKey::Name`]; no id of an indicator begins with `~`.
pub const SORT_NAME: &str = "~name";
/// Word of [`SortKey::Kind`].
pub const SORT_KIND: &str = "~kind";

/// The word of a value, from one of the tables above. Each table lists all values of its type.
pub fn word_of<T: PartialEq>(table: &[(&'static str, T)], value: &T) -> &'static str {
    table.iter().find(|(_, known)| known == value).map_or("", |(word, _)| word)
}

/// A page.
pub fn view(name: &str) -> Parse<View> {
    find(&VIEWS, name).map_err(|_| HashProblemKind::UnknownView)
}

/// A measure of the data set: `bins`, `bins~hh`, or its change: `bins~by-2022`, `bins~hh~pct-2022`.
pub fn measure(ds: &DataSet, text: &str) -> Parse<Measure> {
    let mut parts = text.split('~');
    let mut measure = Measure::plain(parts.next().unwrap_or_default());
    let indicator = ds.indicators.iter().find(|indicator| indicator.id == measure.indicator);
    let indicator = indicator.ok_or(HashProblemKind::UnknownIndicator)?;
    for part in parts {
        measure.change = since(part);
        if measure.change.is_none() {
            let per = per::from_code(part).filter(|_| measure.per.is_none()).ok_or(HashProblemKind::UnknownWord)?;
            if !per::per_choices(ds, indicator).contains(&per) {
                return Err(HashProblemKind::NotDivisible);
            }
            measure.per = Some(per);
        }
    }
    Ok(measure)
}

/// What a change is against.
fn since(text: &str) -> Option<Since> {
    let of = |(mark, by): (&str, ChangeBy)| {
        let period = text.strip_prefix(mark)?;
        let is_plain = !period.is_empty() && period.len() <= MAX_PERIOD_BYTES && !period.chars().any(char::is_control);
        is_plain.then(|| Since { period: period.to_owned(), by })
    };
    CHANGES.into_iter().find_map(of)
}

/// A layout.
pub fn layout(text: &str) -> Parse<Layout> {
    find(&LAYOUTS, text)
}

/// Method, number of classes, own breaks: `natural.5` or `own.4:10,20,50`. Own breaks may be absent: a person who has
/// just chosen the method has not entered any yet.
pub fn classing(text: &str) -> Parse<(Method, u8, Vec<f64>)> {
    let (head, breaks) = match text.split_once(':') {
        Some((head, breaks)) => (head, Some(breaks)),
        None => (text, None),
    };
    let (method, n_classes) = head.split_once('.').ok_or(HashProblemKind::BadNumber)?;
    let method = find(&METHODS, method)?;
    let n_classes: u8 = n_classes.parse().map_err(|_| HashProblemKind::BadNumber)?;
    if !(MIN_CLASSES..=MAX_CLASSES).contains(&n_classes) {
        return Err(HashProblemKind::OutOfRange);
    }
    let own_breaks = match (method, breaks) {
        (Method::Own, Some(breaks)) => breaks.split(',').map(number).collect::<Parse<Vec<f64>>>()?,
        (_, Some(_)) => return Err(HashProblemKind::UnknownWord),
        (_, None) => Vec::new(),
    };
    let is_ascending = own_breaks.windows(2).all(|pair| pair[0] < pair[1]);
    if own_breaks.len() >= usize::from(MAX_CLASSES) || !is_ascending {
        return Err(HashProblemKind::OutOfRange);
    }
    Ok((method, n_classes, own_breaks))
}

/// A palette; `auto` is the method's own.
pub fn palette(text: &str) -> Parse<Option<Palette>> {
    if text == PALETTE_AUTO { Ok(None) } else { find(&PALETTES, text).map(Some) }
}

/// The search text as it is.
pub fn search(text: &str) -> Parse<String> {
    if text.chars().count() > MAX_SEARCH_CHARS { Err(HashProblemKind::TooLong) } else { Ok(text.to_owned()) }
}

/// A word whose meaning others know.
pub fn word(text: &str) -> Parse<String> {
    if text.is_empty() { Err(HashProblemKind::UnknownWord) } else { search(text) }
}

/// A kind of area.
pub fn kind(text: &str) -> Parse<AreaKind> {
    find(&KINDS, text)
}

/// A class of settlement.
pub fn settlement(text: &str) -> Parse<Settlement> {
    find(&SETTLEMENTS, text)
}

/// An entry of a legend of `n_classes`.
pub fn class_key(text: &str, n_classes: u8) -> Parse<ClassKey> {
    if text == MISSING {
        return Ok(ClassKey::Missing);
    }
    let class: u8 = text.parse().map_err(|_| HashProblemKind::BadNumber)?;
    if class < n_classes { Ok(ClassKey::Class(class)) } else { Err(HashProblemKind::OutOfRange) }
}

/// `1` or `0`.
pub fn flag(text: &str) -> Parse<bool> {
    match text {
        "1" => Ok(true),
        "0" => Ok(false),
        _ => Err(HashProblemKind::UnknownWord),
    }
}

/// The code of an area of the data set.
pub fn area_code(ds: &DataSet, text: &str) -> Parse<String> {
    ds.area_ix(text).map(|_| text.to_owned()).ok_or(HashProblemKind::UnknownArea)
}

/// The area whose sheet is open; nothing: none.
pub fn sheet(ds: &DataSet, text: &str) -> Parse<Option<String>> {
    if text.is_empty() { Ok(None) } else { area_code(ds, text).map(Some) }
}

/// Key and direction of the table's order.
pub fn sort(ds: &DataSet, text: &str) -> Parse<Sort> {
    let (descending, key) = match text.strip_prefix('-') {
        Some(key) => (true, key),
        None => (false, text),
    };
    let key = match key {
        SORT_NAME => SortKey::Name,
        SORT_KIND => SortKey::Kind,
        _ => SortKey::Measure(measure(ds, key)?),
    };
    Ok(Sort { key, descending })
}

/// A part of the Review page.
pub fn review_part(text: &str) -> Parse<ReviewPart> {
    find(&REVIEW_PARTS, text)
}

/// A part of the Tasks page.
pub fn tasks_part(text: &str) -> Parse<TasksPart> {
    find(&TASKS_PARTS, text)
}

/// A day as `yyyy-mm-dd`; nothing is today.
pub fn as_of(text: &str) -> Parse<Option<CivilDate>> {
    if text.is_empty() { Ok(None) } else { CivilDate::parse(text).map(Some).ok_or(HashProblemKind::BadNumber) }
}

/// A language's code.
pub fn lang(text: &str) -> Parse<Lang> {
    Lang::ALL.into_iter().find(|lang| lang.code() == text).ok_or(HashProblemKind::UnknownWord)
}

/// A range: `population_2019:5000..10000`, either end may be absent, not both.
pub fn range(ds: &DataSet, text: &str) -> Parse<RangeFilter> {
    let (measure_text, ends) = text.split_once(':').ok_or(HashProblemKind::BadNumber)?;
    let measure = measure(ds, measure_text)?;
    let (min, max) = ends.split_once("..").ok_or(HashProblemKind::BadNumber)?;
    let end = |text: &str| if text.is_empty() { Ok(None) } else { number(text).map(Some) };
    let (min, max) = (end(min)?, end(max)?);
    match (min, max) {
        (None, None) => Err(HashProblemKind::BadNumber),
        (Some(min), Some(max)) if min > max => Err(HashProblemKind::OutOfRange),
        _ => Ok(RangeFilter { measure, min, max }),
    }
}

/// A finite number as [`crate::text::number::plain`] writes it.
fn number(text: &str) -> Parse<f64> {
    json::number(text).ok_or(HashProblemKind::BadNumber)
}

/// The value of a word.
fn find<T: Copy>(table: &[(&'static str, T)], word: &str) -> Parse<T> {
    let entry = table.iter().find(|(known, _)| *known == word);
    entry.map(|(_, value)| *value).ok_or(HashProblemKind::UnknownWord)
}
