//! The view state in the address bar: `#/atlas?i=density_2019&map=tiles&q=dong&r=population_2019:5000..10000`.
//!
//! Only what differs from the defaults is written, in a fixed order. Reading has two levels: [`raw`] splits and
//! decodes, [`read`] checks each part against the data set. Whatever is unknown or broken counts for nothing, so that
//! part keeps its default, and is listed as a [`HashProblem`] for the page to show. What is private (notes) never
//! stands here.
//!
//! Parts, in their order: `i` measure, `map` layout, `dots` streets and villages as dots, `cls` method and number of classes (`natural.5`, or
//! `own.4:10,20,50` with the inner breaks), `pal` palette, `q` search, `kind`, `set` settlement, `r` a range (may be
//! repeated), `c` classes, `notes`, `only` chosen areas only, `sel` chosen areas, `part` of the Review page, `work` (part of the
//! Tasks page), `asof` (the day on which tasks are looked at), `look` (how they are looked at, words of `tasks::look`, which
//! only the Tasks page checks), `sheet` area, `x` horizontal measure of the scatter plot, `sort` (a leading `-`: greatest first; `~name` and `~kind` beside measures), `cols`, `lang`.
//! Lists are joined by `.`; an empty value is an empty list. A divided measure is `bins~hh`, a change `bins~by-2022` or
//! `bins~pct-2022`. A part that occurs twice
//! is ambiguous and counts for nothing.
//!
//! Does not touch the browser: the page reads `location.hash` and hands it in.

mod parts;
mod problem;
mod raw;
#[cfg(test)]
mod tests;
mod write;

use std::collections::BTreeSet;

use crate::data::DataSet;
use crate::order;

use super::query::{Filter, Measure, Query, RangeFilter};
use parts::Parse;
pub use problem::{HashProblem, HashProblemKind};
use raw::Raw;
pub use write::{measure_text, write};

/// A longer hash is refused whole. A selection of every area of a country (11,163 codes) takes half of it.
pub const MAX_HASH_BYTES: usize = 128 * 1024;
/// A longer search text is refused; the page's search field should not accept more.
pub const MAX_SEARCH_CHARS: usize = 100;
/// So many problems are listed; further ones are counted in [`HashProblemKind::AndMore`].
pub const MAX_PROBLEMS: usize = 20;

/// Reads a hash (with or without the leading `#`). Every part that is absent, unknown or broken is taken from
/// `defaults`; the unknown and broken ones are listed.
pub fn read(hash: &str, ds: &DataSet, defaults: &Query) -> (Query, Vec<HashProblem>) {
    let mut problems = Vec::new();
    let text = hash.strip_prefix('#').unwrap_or(hash);
    if text.len() > MAX_HASH_BYTES {
        problems.push(HashProblem::new("#", text, HashProblemKind::TooLong));
        return (defaults.clone(), problems);
    }
    let raw = raw::split(text, &mut problems);
    let mut reader = Reader { ds, raw: &raw, problems };
    let query = reader.query(defaults);
    (query, cut(reader.problems))
}

/// The measure of a text that [`measure_text`] wrote, if the data set has it; for form fields.
pub fn read_measure(text: &str, ds: &DataSet) -> Option<Measure> {
    parts::measure(ds, text).ok()
}

/// Reads the raw parts one after the other and gathers the problems.
struct Reader<'a> {
    ds: &'a DataSet,
    raw: &'a Raw,
    problems: Vec<HashProblem>,
}

impl<'a> Reader<'a> {
    fn query(&mut self, defaults: &Query) -> Query {
        let ds = self.ds;
        let mut view = defaults.view;
        let name = self.raw.path.strip_prefix('/').unwrap_or(&self.raw.path);
        match parts::view(name) {
            Ok(known) => view = known,
            Err(_) if name.is_empty() => {}
            Err(kind) => self.problems.push(HashProblem::new("/", &self.raw.path, kind)),
        }
        let mut classing = defaults.classing.clone();
        if let Some((method, n_classes, own_breaks)) = self.one("cls", parts::classing) {
            classing.method = method;
            classing.n_classes = n_classes;
            classing.own_breaks = own_breaks;
        }
        classing.palette = self.one("pal", parts::palette).unwrap_or(classing.palette);
        let n_classes =
            if classing.own_breaks.is_empty() { classing.n_classes } else { classing.own_breaks.len() as u8 + 1 };
        let of = &defaults.filter;
        let filter = Filter {
            search: self.one("q", parts::search).unwrap_or_else(|| of.search.clone()),
            kinds: self.set("kind", parts::kind).unwrap_or_else(|| of.kinds.clone()),
            settlements: self.set("set", parts::settlement).unwrap_or_else(|| of.settlements.clone()),
            ranges: self.ranges().unwrap_or_else(|| of.ranges.clone()),
            classes: self.set("c", |text| parts::class_key(text, n_classes)).unwrap_or_else(|| of.classes.clone()),
            with_notes: self.one("notes", parts::flag).unwrap_or(of.with_notes),
            selection_only: self.one("only", parts::flag).unwrap_or(of.selection_only),
        };
        Query {
            view,
            measure: self.one("i", |text| parts::measure(ds, text)).unwrap_or_else(|| defaults.measure.clone()),
            layout: self.one("map", parts::layout).unwrap_or(defaults.layout),
            dots: self.one("dots", parts::flag).unwrap_or(defaults.dots),
            classing,
            filter,
            selection: self.set("sel", |text| parts::area_code(ds, text)).unwrap_or_else(|| defaults.selection.clone()),
            review: self.one("part", parts::review_part).unwrap_or(defaults.review),
            tasks: self.one("work", parts::tasks_part).unwrap_or(defaults.tasks),
            as_of: self.one("asof", parts::as_of).unwrap_or(defaults.as_of),
            work_look: self.set("look", parts::word).unwrap_or_else(|| defaults.work_look.clone()),
            sheet: self.one("sheet", |text| parts::sheet(ds, text)).unwrap_or_else(|| defaults.sheet.clone()),
            scatter_x: self.one("x", |text| parts::measure(ds, text)).unwrap_or_else(|| defaults.scatter_x.clone()),
            sort: self.one("sort", |text| parts::sort(ds, text)).unwrap_or_else(|| defaults.sort.clone()),
            columns: self.list("cols", |text| parts::measure(ds, text)).unwrap_or_else(|| defaults.columns.clone()),
            lang: self.one("lang", parts::lang).unwrap_or(defaults.lang),
        }
    }

    /// The value of a part that may stand only once.
    fn one<T>(&mut self, part: &'static str, parse: impl Fn(&str) -> Parse<T>) -> Option<T> {
        let text = self.only_value(part)?;
        match parse(text) {
            Ok(value) => Some(value),
            Err(kind) => {
                self.problems.push(HashProblem::new(part, text, kind));
                None
            }
        }
    }

    /// The items of a list that stands only once. Broken items fall out; a list of nothing but broken items counts
    /// for nothing. `None`: the default holds.
    fn list<T: Ord + Clone>(&mut self, part: &'static str, parse: impl Fn(&str) -> Parse<T>) -> Option<Vec<T>> {
        let text = self.only_value(part)?;
        if text.is_empty() {
            return Some(Vec::new());
        }
        let mut items = Vec::new();
        let mut seen = BTreeSet::new();
        for item_text in text.split('.') {
            match parse(item_text) {
                Ok(item) if seen.insert(item.clone()) => items.push(item),
                Ok(_) => self.problems.push(HashProblem::new(part, item_text, HashProblemKind::Repeated)),
                Err(kind) => self.problems.push(HashProblem::new(part, item_text, kind)),
            }
        }
        if items.is_empty() { None } else { Some(items) }
    }

    /// As [`Reader::list`], for lists without order.
    fn set<T: Ord + Clone>(&mut self, part: &'static str, parse: impl Fn(&str) -> Parse<T>) -> Option<BTreeSet<T>> {
        Some(order::set_of(self.list(part, parse)?))
    }

    /// All `r` parts, in the order of their measures, at most one a measure. `r=` alone is no range at all.
    fn ranges(&mut self) -> Option<Vec<RangeFilter>> {
        let texts = self.raw.values("r");
        if texts.is_empty() {
            return None;
        }
        if texts == [""] {
            return Some(Vec::new());
        }
        let mut ranges: Vec<RangeFilter> = Vec::new();
        let mut ambiguous = BTreeSet::new();
        for text in texts {
            match parts::range(self.ds, text) {
                Ok(range) => {
                    if ranges.iter().any(|known| known.measure == range.measure) {
                        self.problems.push(HashProblem::new("r", text, HashProblemKind::Repeated));
                        ambiguous.insert(range.measure);
                    } else {
                        ranges.push(range);
                    }
                }
                Err(kind) => self.problems.push(HashProblem::new("r", text, kind)),
            }
        }
        ranges.retain(|range| !ambiguous.contains(&range.measure));
        if ranges.is_empty() { None } else { Some(ranges) }
    }

    /// The text of a part that stands exactly once.
    fn only_value(&mut self, part: &'static str) -> Option<&'a str> {
        let raw = self.raw;
        match raw.values(part).as_slice() {
            [] => None,
            [text] => Some(text),
            [_, again, ..] => {
                self.problems.push(HashProblem::new(part, again, HashProblemKind::Repeated));
                None
            }
        }
    }
}

/// The first problems, and how many more there were.
fn cut(mut problems: Vec<HashProblem>) -> Vec<HashProblem> {
    if problems.len() > MAX_PROBLEMS {
        let n_more = problems.len() - MAX_PROBLEMS;
        problems.truncate(MAX_PROBLEMS);
        problems.push(HashProblem::new("", "", HashProblemKind::AndMore(n_more)));
    }
    problems
}
