//! Which areas take part: clauses that each let an area pass or not.
//!
//! An area passes when every active clause lets it pass, so the order of clauses means nothing. Each clause belongs
//! to a control; the view that owns a control asks [`apply_without`] it, so that a brush never narrows the very chart
//! it stands in (the cross-filter rule of Mosaic and Crossfilter).

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::data::DataSet;
use crate::text::fold;

use super::classes::Classes;
use super::column::Column;
use super::query::{Filter, Measure, RangeFilter};

/// What clauses look at, beside the filter itself.
#[derive(Debug, Clone, Copy)]
pub struct FilterContext<'a> {
    /// The areas.
    pub ds: &'a DataSet,
    /// The columns of the measures that ranges name, as [`range_columns`] makes them. A range whose column is not
    /// here lets nothing pass: no area has such a figure.
    pub columns: &'a [Column],
    /// The legend that class clauses speak of.
    pub classes: &'a Classes,
    /// Whether an area has notes, by `area_ix`.
    pub noted: &'a [bool],
    /// Codes of the chosen areas.
    pub selection: &'a BTreeSet<String>,
}

/// One condition of a filter, named by its source.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Clause {
    /// The search text.
    Search,
    /// The kinds that stay.
    Kinds,
    /// The settlements that stay.
    Settlements,
    /// The range of one measure.
    Range(Measure),
    /// The legend's entries that stay.
    Classes,
    /// Areas with notes.
    WithNotes,
    /// Chosen areas. With nothing chosen, nothing passes.
    SelectionOnly,
}

/// Whether each area passes the whole filter, by `area_ix`.
pub fn apply(ctx: &FilterContext, filter: &Filter) -> Vec<bool> {
    pass_all(ctx, filter, &active(filter))
}

/// Whether each area passes the filter with one clause left out.
pub fn apply_without(ctx: &FilterContext, filter: &Filter, source: &Clause) -> Vec<bool> {
    let others: Vec<Clause> = active(filter).into_iter().filter(|clause| clause != source).collect();
    pass_all(ctx, filter, &others)
}

/// The clauses in force, in the order in which chips show them.
pub fn active(filter: &Filter) -> Vec<Clause> {
    let mut clauses = Vec::new();
    if !filter.search.trim().is_empty() {
        clauses.push(Clause::Search);
    }
    if !filter.kinds.is_empty() {
        clauses.push(Clause::Kinds);
    }
    if !filter.settlements.is_empty() {
        clauses.push(Clause::Settlements);
    }
    clauses.extend(filter.ranges.iter().map(|range| Clause::Range(range.measure.clone())));
    if !filter.classes.is_empty() {
        clauses.push(Clause::Classes);
    }
    if filter.with_notes {
        clauses.push(Clause::WithNotes);
    }
    if filter.selection_only {
        clauses.push(Clause::SelectionOnly);
    }
    clauses
}

/// The filter without one clause.
pub fn clear(filter: &Filter, clause: &Clause) -> Filter {
    let mut cleared = filter.clone();
    match clause {
        Clause::Search => cleared.search.clear(),
        Clause::Kinds => cleared.kinds.clear(),
        Clause::Settlements => cleared.settlements.clear(),
        Clause::Range(measure) => cleared.ranges.retain(|range| range.measure != *measure),
        Clause::Classes => cleared.classes.clear(),
        Clause::WithNotes => cleared.with_notes = false,
        Clause::SelectionOnly => cleared.selection_only = false,
    }
    cleared
}

/// The filter with the range of one measure replaced, added, or (without both ends) removed. Ranges keep their order.
pub fn with_range(filter: &Filter, measure: &Measure, min: Option<f64>, max: Option<f64>) -> Filter {
    if min.is_none() && max.is_none() {
        return clear(filter, &Clause::Range(measure.clone()));
    }
    let mut changed = filter.clone();
    let range = RangeFilter { measure: measure.clone(), min, max };
    match changed.ranges.iter_mut().find(|known| known.measure == *measure) {
        Some(known) => *known = range,
        None => changed.ranges.push(range),
    }
    changed
}

/// The columns of all measures that the filter's ranges name, from whatever makes columns.
pub fn range_columns(filter: &Filter, column: &dyn Fn(&Measure) -> Option<Column>) -> Vec<Column> {
    filter.ranges.iter().filter_map(|range| column(&range.measure)).collect()
}

fn pass_all(ctx: &FilterContext, filter: &Filter, clauses: &[Clause]) -> Vec<bool> {
    let mut passes = vec![true; ctx.ds.areas.len()];
    for clause in clauses {
        let test = test_of(ctx, filter, clause);
        for (area_ix, pass) in passes.iter_mut().enumerate() {
            *pass = *pass && test(area_ix);
        }
    }
    passes
}

/// The test that a clause puts to an area, with all that does not depend on the area done beforehand.
fn test_of<'a>(ctx: &FilterContext<'a>, filter: &'a Filter, clause: &Clause) -> Box<dyn Fn(usize) -> bool + 'a> {
    let FilterContext { ds, columns, classes, noted, selection } = *ctx;
    match clause {
        Clause::Search => Box::new(move |area_ix| fold::matches(&ds.areas[area_ix].name, &filter.search)),
        Clause::Kinds => Box::new(move |area_ix| filter.kinds.contains(&ds.areas[area_ix].kind)),
        Clause::Settlements => Box::new(move |area_ix| filter.settlements.contains(&ds.areas[area_ix].settlement)),
        Clause::Range(measure) => {
            let range = filter.ranges.iter().find(|range| range.measure == *measure);
            let column = columns.iter().find(|column| column.measure == *measure);
            Box::new(move |area_ix| {
                let shown = column.and_then(|column| Some((column.value(area_ix)?, column.decimals)));
                shown.zip(range).is_some_and(|((value, decimals), range)| lies_in(value, decimals, range))
            })
        }
        Clause::Classes => Box::new(move |area_ix| filter.classes.contains(&classes.key_of(area_ix))),
        Clause::WithNotes => Box::new(move |area_ix| noted.get(area_ix).copied().unwrap_or(false)),
        Clause::SelectionOnly => Box::new(move |area_ix| selection.contains(&ds.areas[area_ix].code)),
    }
}

/// Whether a value lies in a range, as it is or as it is shown: a person who reads 841 and enters 841 as the least
/// value means to keep that area, though its density is 840.64.
fn lies_in(value: f64, decimals: u8, range: &RangeFilter) -> bool {
    let scale = 10_f64.powi(i32::from(decimals));
    let shown = (value * scale).round() / scale;
    [value, shown]
        .into_iter()
        .any(|value| range.min.is_none_or(|min| min <= value) && range.max.is_none_or(|max| value <= max))
}
