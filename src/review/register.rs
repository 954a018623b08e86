//! The register of streets and villages: what it holds against what is stated, and lines that people paste into it.

use crate::data::read::limits;
use crate::data::{DataSet, Lang};
use crate::journal::clean::{MAX_NAME_CHARS, clean_line};
use crate::journal::{JournalState, Subdivision, SubdivisionDraft, SubdivisionForm};
use crate::order;
use crate::stats::rank::{Rank, ranks};
use crate::text::{fold, number};
use crate::view::per;
use crate::view::query::Per;

/// More lines than this are not read at once: no ward has so many streets.
pub const MAX_LINES: usize = 1_000;

/// What the register holds and what is stated.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    /// Of each area, `[area_ix]`.
    pub areas: Vec<AreaCount>,
    /// How many the city states.
    pub total: Option<usize>,
}

/// Streets and villages of one area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaCount {
    /// How many are in the register.
    pub registered: usize,
    /// How many of those have reported something.
    pub reporting: usize,
    /// How many a source states.
    pub stated: Option<usize>,
}

/// A pasted line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// As it was pasted, cleaned.
    pub text: String,
    /// What it says, or why it is left out.
    pub read: Result<SubdivisionDraft, LineProblem>,
}

/// Why a pasted line is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineProblem {
    /// There is no name, or it is too long.
    NoName,
    /// There are more than three parts.
    TooManyParts,
    /// The kind is neither street nor village.
    BadKind,
    /// The households are no whole number.
    BadHouseholds,
    /// The area has one of that name already, in the register or in a line above.
    Known,
}

impl Counts {
    /// How many are in the register.
    pub fn registered(&self) -> usize {
        self.areas.iter().map(|area| area.registered).sum()
    }

    /// Index and number of each area of which a source states it.
    pub fn stated(&self) -> impl Iterator<Item = (usize, usize)> {
        self.areas.iter().enumerate().filter_map(|(area_ix, area)| Some((area_ix, area.stated?)))
    }
}

/// Counts the register.
pub fn counts(ds: &DataSet, state: &JournalState) -> Counts {
    let subdivisions_ix = per::base_ix(ds, Per::Subdivision);
    let stated = |area_ix: usize| ds.figures[subdivisions_ix?][area_ix].value.map(|value| value as usize);
    let mut areas: Vec<AreaCount> =
        (0..ds.areas.len()).map(|area_ix| AreaCount { registered: 0, reporting: 0, stated: stated(area_ix) }).collect();
    let reporting = order::set_of(state.reports().into_iter().filter_map(|report| report.key.subdivision));
    for subdivision in state.subdivisions() {
        if let Some(area_ix) = ds.area_ix(&subdivision.area) {
            areas[area_ix].registered += 1;
            areas[area_ix].reporting += usize::from(reporting.contains(&subdivision.id));
        }
    }
    let total = subdivisions_ix.and_then(|ix| ds.city[ix].as_ref()).map(|city| city.value as usize);
    Counts { areas, total }
}

/// The streets and villages of an area, by name: "Phố 2" before "Phố 10".
pub fn of_area(state: &JournalState, area: &str, retired: bool) -> Vec<Subdivision> {
    let ids = state.things(&crate::journal::Kind::Subdivision).map(|(id, _)| id);
    let mut found: Vec<Subdivision> = ids
        .filter_map(|id| state.subdivision(id))
        .filter(|found| found.area == area && found.retired == retired)
        .collect();
    order::sort_by_key(&mut found, |found| (by_number(&found.name), found.id.clone()));
    found
}

/// The name with its numbers filled up to one length, folded.
fn by_number(name: &str) -> String {
    let folded = fold::fold(name);
    let mut key = String::new();
    let mut digits = String::new();
    for sign in folded.chars().chain([' ']) {
        if sign.is_ascii_digit() {
            digits.push(sign);
        } else {
            if !digits.is_empty() {
                let zeros = 12usize.saturating_sub(digits.len());
                key.extend(std::iter::repeat_n('0', zeros));
                key.push_str(&digits);
                digits.clear();
            }
            key.push(sign);
        }
    }
    key
}

/// The place of a street or village among its area's by households, most first.
pub fn rank_by_households(of_area: &[Subdivision], id: &str) -> Option<Rank> {
    let households: Vec<Option<f64>> = of_area.iter().map(|found| found.households).collect();
    let at = of_area.iter().position(|found| found.id == id)?;
    *ranks(&households, true).get(at)?
}

/// Reads pasted lines "name; kind; households" (or with tabs); kind and households may be left out. Empty lines are
/// passed over, lines beyond [`MAX_LINES`] too; the second result says how many those are.
pub fn read_lines(lang: Lang, area: &str, text: &str, known: &[Subdivision]) -> (Vec<Line>, usize) {
    let mut names = order::set_of(known.iter().map(|found| same_name(&found.name)));
    let mut wanted = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut lines = Vec::new();
    for line in wanted.by_ref().take(MAX_LINES) {
        let mut read = read_line(lang, area, line);
        if let Ok(draft) = &read
            && !names.insert(same_name(&draft.name))
        {
            read = Err(LineProblem::Known);
        }
        lines.push(Line { text: clean_line(line), read });
    }
    (lines, wanted.count())
}

/// Whether an area has a street or village of that name already, besides the one that is being edited.
pub fn is_known(known: &[Subdivision], name: &str, but: Option<&str>) -> bool {
    known.iter().any(|found| but != Some(found.id.as_str()) && same_name(&found.name) == same_name(name))
}

fn same_name(name: &str) -> String {
    clean_line(name).to_lowercase()
}

fn read_line(lang: Lang, area: &str, line: &str) -> Result<SubdivisionDraft, LineProblem> {
    let separator = if line.contains('\t') { '\t' } else { ';' };
    let parts: Vec<&str> = line.split(separator).map(str::trim).collect();
    let (name, kind, households) = match *parts.as_slice() {
        [name] => (name, "", ""),
        [name, kind] => (name, kind, ""),
        [name, kind, households] => (name, kind, households),
        [name, kind, households, ref rest @ ..] if rest.iter().all(|part| part.is_empty()) => (name, kind, households),
        _ => return Err(LineProblem::TooManyParts),
    };
    let name = checked_name(name)?;
    let form = form_of(kind, &name).ok_or(LineProblem::BadKind)?;
    Ok(SubdivisionDraft { area: area.to_owned(), form, households: households_of(lang, households)?, name })
}

/// A name as it is kept.
pub fn checked_name(name: &str) -> Result<String, LineProblem> {
    let name = clean_line(name);
    let is_usable = !name.is_empty() && name.chars().count() <= MAX_NAME_CHARS;
    if is_usable { Ok(name) } else { Err(LineProblem::NoName) }
}

/// A number of households as a person types it; nothing is not known.
pub fn households_of(lang: Lang, text: &str) -> Result<Option<f64>, LineProblem> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let found = number::parse(lang, text).map_err(|_| LineProblem::BadHouseholds)?;
    let is_count = found.fract() == 0.0 && (0.0..=limits::AMOUNT).contains(&found);
    if is_count { Ok(Some(found)) } else { Err(LineProblem::BadHouseholds) }
}

/// The kind by its word in any of the languages; without one by how the name begins.
fn form_of(word: &str, name: &str) -> Option<SubdivisionForm> {
    const STREETS: [&str; 6] = ["pho", "khu pho", "to dan pho", "street", "улица", "ул."];
    const VILLAGES: [&str; 6] = ["thon", "lang", "ban", "village", "деревня", "дер."];
    let word = fold::fold(word);
    if word.is_empty() {
        let name = fold::fold(name);
        let begins = |start: &&&str| name.strip_prefix(**start).is_some_and(|rest| rest.starts_with(' '));
        let is_village = VILLAGES.iter().any(|start| begins(&start));
        return Some(if is_village { SubdivisionForm::Village } else { SubdivisionForm::Street });
    }
    let is_in = |words: &[&str]| words.iter().any(|known| fold::fold(known) == word);
    match (is_in(&STREETS), is_in(&VILLAGES)) {
        (true, _) => Some(SubdivisionForm::Street),
        (_, true) => Some(SubdivisionForm::Village),
        _ => None,
    }
}
