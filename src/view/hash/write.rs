//! Writing the view state as a hash. Reading stands beside it and is tested as the reverse.

use super::super::per;
use super::super::query::{ClassKey, Classing, Measure, Method, Query, RangeFilter, Sort, SortKey};
use super::parts;
use super::raw::encode;
use crate::text::number;

/// The hash of a view, with its `#`: what differs from `defaults`, in a fixed order.
///
/// `read(write(query, defaults), ds, defaults)` gives `query` back, if `query` names only what `ds` holds.
pub fn write(query: &Query, defaults: &Query) -> String {
    let mut parts = Parts(Vec::new());
    let (filter, filter_default) = (&query.filter, &defaults.filter);
    let (classing, classing_default) = (&query.classing, &defaults.classing);

    parts.add("i", &query.measure, &defaults.measure, measure_text);
    parts.add("map", &query.layout, &defaults.layout, |layout| parts::word_of(&parts::LAYOUTS, layout).to_owned());
    parts.add("dots", &query.dots, &defaults.dots, |&flag| flag_text(flag));
    if (classing.method, classing.n_classes, &classing.own_breaks)
        != (classing_default.method, classing_default.n_classes, &classing_default.own_breaks)
    {
        parts.push("cls", &classing_text(classing));
    }
    parts.add("pal", &classing.palette, &classing_default.palette, |palette| match palette {
        None => parts::PALETTE_AUTO.to_owned(),
        Some(palette) => parts::word_of(&parts::PALETTES, palette).to_owned(),
    });
    parts.add("q", &filter.search, &filter_default.search, Clone::clone);
    parts.add("kind", &filter.kinds, &filter_default.kinds, |kinds| {
        joined(kinds.iter().map(|kind| parts::word_of(&parts::KINDS, kind).to_owned()))
    });
    parts.add("set", &filter.settlements, &filter_default.settlements, |settlements| {
        joined(settlements.iter().map(|settlement| parts::word_of(&parts::SETTLEMENTS, settlement).to_owned()))
    });
    if filter.ranges != filter_default.ranges {
        if filter.ranges.is_empty() {
            parts.push("r", "");
        }
        for range in &filter.ranges {
            parts.push("r", &range_text(range));
        }
    }
    parts.add("c", &filter.classes, &filter_default.classes, |classes| {
        joined(classes.iter().map(|class| match class {
            ClassKey::Class(class) => class.to_string(),
            ClassKey::Missing => parts::MISSING.to_owned(),
        }))
    });
    parts.add("notes", &filter.with_notes, &filter_default.with_notes, |&flag| flag_text(flag));
    parts.add("only", &filter.selection_only, &filter_default.selection_only, |&flag| flag_text(flag));
    parts.add("sel", &query.selection, &defaults.selection, |codes| joined(codes.iter().cloned()));
    parts.add("part", &query.review, &defaults.review, |part| parts::word_of(&parts::REVIEW_PARTS, part).to_owned());
    parts.add("work", &query.tasks, &defaults.tasks, |part| parts::word_of(&parts::TASKS_PARTS, part).to_owned());
    parts.add("asof", &query.as_of, &defaults.as_of, |day| day.map(|day| day.to_string()).unwrap_or_default());
    parts.add("look", &query.work_look, &defaults.work_look, |words| joined(words.iter().cloned()));
    parts.add("sheet", &query.sheet, &defaults.sheet, |code| code.clone().unwrap_or_default());
    parts.add("x", &query.scatter_x, &defaults.scatter_x, measure_text);
    parts.add("sort", &query.sort, &defaults.sort, sort_text);
    parts.add("cols", &query.columns, &defaults.columns, |columns| joined(columns.iter().map(measure_text)));
    parts.add("lang", &query.lang, &defaults.lang, |lang| lang.code().to_owned());

    let view = parts::word_of(&parts::VIEWS, &query.view);
    if parts.0.is_empty() { format!("#/{view}") } else { format!("#/{view}?{}", parts.0.join("&")) }
}

/// A measure as it stands in the address bar: `bins`, `bins~hh`, `bins~by-2022`. Also good as a key for form fields.
pub fn measure_text(measure: &Measure) -> String {
    let mut text = measure.indicator.clone();
    if let Some(per) = measure.per {
        text.push('~');
        text.push_str(per::code(per));
    }
    if let Some(since) = &measure.change {
        text.push('~');
        text.push_str(parts::word_of(&parts::CHANGES, &since.by));
        text.push_str(&since.period);
    }
    text
}

/// Pairs as they will be joined.
struct Parts(Vec<String>);

impl Parts {
    fn add<T: PartialEq>(&mut self, part: &str, value: &T, default: &T, text: impl Fn(&T) -> String) {
        if value != default {
            self.push(part, &text(value));
        }
    }

    fn push(&mut self, part: &str, text: &str) {
        self.0.push(format!("{part}={}", encode(text)));
    }
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<String>>().join(".")
}

fn flag_text(flag: bool) -> String {
    u8::from(flag).to_string()
}

fn classing_text(classing: &Classing) -> String {
    let method = parts::word_of(&parts::METHODS, &classing.method);
    let mut text = format!("{method}.{}", classing.n_classes);
    if classing.method == Method::Own && !classing.own_breaks.is_empty() {
        let breaks: Vec<String> = classing.own_breaks.iter().map(|&value| number::plain(value)).collect();
        text.push(':');
        text.push_str(&breaks.join(","));
    }
    text
}

fn range_text(range: &RangeFilter) -> String {
    let end = |value: Option<f64>| value.map(number::plain).unwrap_or_default();
    format!("{}:{}..{}", measure_text(&range.measure), end(range.min), end(range.max))
}

fn sort_text(sort: &Sort) -> String {
    let key = match &sort.key {
        SortKey::Name => parts::SORT_NAME.to_owned(),
        SortKey::Kind => parts::SORT_KIND.to_owned(),
        SortKey::Measure(measure) => measure_text(measure),
    };
    if sort.descending { format!("-{key}") } else { key }
}
