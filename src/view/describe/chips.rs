//! The words of the legend's entries and of the filters' chips.

use std::collections::BTreeSet;

use crate::data::{AreaKind, IndicatorKind, Lang, Settlement};
use crate::text::number;

use super::super::classes::Classes;
use super::super::column::Column;
use super::super::filter::{Clause, FilterContext};
use super::super::query::{ClassKey, Filter, RangeFilter};
use super::{dated_label, value_text, words};

/// Further digits that a break may need beyond those of its column.
const MAX_EXTRA_DIGITS: u8 = 3;
/// Differences below this share of a number come from binary fractions, not from digits that a person entered.
const RELATIVE_NOISE: f64 = 1e-12;
/// So many names of chosen areas stand in a chip.
const MAX_NAMES: usize = 3;

/// An entry of the legend: "under 1,000", "1,000 to 1,999", "8,000 and over", "no figure".
///
/// Classes of whole numbers name their last whole number; others say "to under", because 1,999.6 belongs to them too.
pub fn class_text(column: &Column, classes: &Classes, key: ClassKey, lang: Lang) -> String {
    let ClassKey::Class(class) = key else {
        return words::NO_FIGURE.get(lang).to_owned();
    };
    let class = usize::from(class);
    if let Some(name) = column.names.get(class) {
        return name.get(lang).to_owned();
    }
    let inner = &classes.breaks.inner;
    let decimals = digits_for(inner, column.decimals);
    let text = |value: f64| match column.kind {
        IndicatorKind::Share => number::percent(lang, value, decimals),
        _ => number::number(lang, value, decimals),
    };
    let low = class.checked_sub(1).and_then(|below| inner.get(below)).copied();
    let is_whole = column.kind == IndicatorKind::Count && decimals == 0;
    match (low, inner.get(class).copied()) {
        (None, Some(high)) => words::CLASS_UNDER.fill(lang, &[("high", &text(high))]),
        (Some(low), None) => words::CLASS_OVER.fill(lang, &[("low", &text(low))]),
        (Some(low), Some(high)) if is_whole && low == high - 1.0 => text(low),
        (Some(low), Some(high)) if is_whole => {
            words::CLASS_WHOLE.fill(lang, &[("low", &text(low)), ("high", &text(high - 1.0))])
        }
        (Some(low), Some(high)) => words::CLASS_BETWEEN.fill(lang, &[("low", &text(low)), ("high", &text(high))]),
        (None, None) => match classes.bounds.first() {
            Some(&(min, max)) if min == max => text(min),
            Some(&(min, max)) => words::CLASS_WHOLE.fill(lang, &[("low", &text(min)), ("high", &text(max))]),
            None => words::NO_FIGURE.get(lang).to_owned(),
        },
    }
}

/// The chip of a clause: "Population, 2019: at least 5,000 people". `column` is the one that the legend belongs to.
pub fn clause_text(clause: &Clause, filter: &Filter, ctx: &FilterContext, column: &Column, lang: Lang) -> String {
    match clause {
        Clause::Search => words::CHIP_SEARCH.fill(lang, &[("text", filter.search.trim())]),
        Clause::Kinds => joined(filter.kinds.iter().map(|kind| match kind {
            AreaKind::Ward => words::KIND_WARD.get(lang),
            AreaKind::Commune => words::KIND_COMMUNE.get(lang),
        })),
        Clause::Settlements => {
            let list = joined(filter.settlements.iter().map(|settlement| match settlement {
                Settlement::Urban => words::URBAN.get(lang),
                Settlement::Rural => words::RURAL.get(lang),
                Settlement::Mixed => words::MIXED.get(lang),
            }));
            words::CHIP_SETTLEMENTS.fill(lang, &[("list", &list)])
        }
        Clause::Range(measure) => {
            let range = filter.ranges.iter().find(|range| range.measure == *measure);
            let ranged = ctx.columns.iter().find(|column| column.measure == *measure);
            match ranged.zip(range) {
                Some((ranged, range)) => range_text(ctx, ranged, range, lang),
                None => measure.indicator.clone(),
            }
        }
        Clause::Classes => {
            let list: Vec<String> =
                filter.classes.iter().map(|&key| class_text(column, ctx.classes, key, lang)).collect();
            words::CHIP_CLASSES.fill(lang, &[("list", &list.join("; "))])
        }
        Clause::WithNotes => words::CHIP_NOTES.get(lang).to_owned(),
        Clause::SelectionOnly => chosen_text(ctx, ctx.selection, lang),
    }
}

fn range_text(ctx: &FilterContext, column: &Column, range: &RangeFilter, lang: Lang) -> String {
    let ends: Vec<f64> = range.min.into_iter().chain(range.max).collect();
    let mut precise = column.clone();
    precise.decimals = digits_for(&ends, column.decimals);
    let label = dated_label(ctx.ds, column, lang);
    let text = |value: Option<f64>| value.map(|value| value_text(&precise, value, lang)).unwrap_or_default();
    let (min, max) = (text(range.min), text(range.max));
    let words = match (range.min, range.max) {
        (Some(low), Some(high)) if low == high => &words::CHIP_EXACTLY,
        (Some(_), Some(_)) => &words::CHIP_BETWEEN,
        (Some(_), None) => &words::CHIP_AT_LEAST,
        (None, _) => &words::CHIP_AT_MOST,
    };
    // Between two ends the unit stands once, behind the second.
    let min = match (range.min, range.max) {
        (Some(low), Some(high)) if low != high => super::number_text(&precise, low, lang),
        _ => min,
    };
    words.fill(lang, &[("label", &label), ("min", &min), ("max", &max)])
}

fn chosen_text(ctx: &FilterContext, selection: &BTreeSet<String>, lang: Lang) -> String {
    let names: Vec<&str> =
        ctx.ds.areas.iter().filter(|area| selection.contains(&area.code)).map(|area| area.name.as_str()).collect();
    if names.is_empty() {
        return words::CHIP_CHOSEN_NONE.get(lang).to_owned();
    }
    let mut list = names.iter().take(MAX_NAMES).copied().collect::<Vec<&str>>().join(", ");
    if names.len() > MAX_NAMES {
        let n_more = number::whole(lang, (names.len() - MAX_NAMES) as u64);
        list = words::AND_MORE.fill(lang, &[("names", &list), ("n", &n_more)]);
    }
    words::CHIP_CHOSEN.fill(lang, &[("names", &list)])
}

/// The fewest digits that print breaks or ends exactly; for those that no few digits print (a brush, classes of equal
/// width), the column's own, or as many more as keep them apart.
fn digits_for(values: &[f64], decimals: u8) -> u8 {
    let most = decimals + MAX_EXTRA_DIGITS;
    let rounded = |value: f64, digits: u8| {
        let scale = 10_f64.powi(i32::from(digits));
        (value * scale).round() / scale
    };
    let is_exact = |digits: &u8| {
        values.iter().all(|&value| (rounded(value, *digits) - value).abs() <= value.abs() * RELATIVE_NOISE)
    };
    let keeps_apart = |digits: &u8| {
        values.windows(2).all(|pair| pair[0] == pair[1] || rounded(pair[0], *digits) != rounded(pair[1], *digits))
    };
    let exact = (0..=most).find(is_exact);
    exact.or_else(|| (decimals..=most).find(keeps_apart)).unwrap_or(most)
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<&str>>().join(", ")
}
