//! Sentences about the data, in three languages: what the map shows, one area, the city's figure, a filter's chip,
//! what was wrong with a link.
//!
//! Everything is plain text without markup; the page decides where it stands. Names of areas stay Vietnamese.

mod area_line;
mod chips;
mod headline;
mod kpi;
mod link;
#[cfg(test)]
mod tests;
pub mod words;

pub use area_line::area_line;
pub use chips::{class_text, clause_text};
pub use headline::headline;
pub use kpi::{Kpi, kpi};
pub use link::problem_text;

use crate::data::{DataSet, IndicatorKind, Lang};
use crate::text::number;

use super::column::Column;

/// A value as the table shows it: without its unit, except for the per cent sign and the words of yes and no.
pub fn number_text(column: &Column, value: f64, lang: Lang) -> String {
    match column.kind {
        IndicatorKind::Share => number::percent(lang, value, column.decimals),
        IndicatorKind::YesNo => if value > 0.5 { words::YES } else { words::NO }.get(lang).to_owned(),
        _ => number::number(lang, value, column.decimals),
    }
}

/// A value with its unit: "6,346 people per km²".
pub fn value_text(column: &Column, value: f64, lang: Lang) -> String {
    let number = number_text(column, value, lang);
    let unit = column.unit.get(lang);
    let has_unit_already = matches!(column.kind, IndicatorKind::Share | IndicatorKind::YesNo);
    if unit.is_empty() || has_unit_already { number } else { format!("{number} {unit}") }
}

/// The value of one area with its unit, or that there is none.
pub fn figure_text(column: &Column, area_ix: usize, lang: Lang) -> String {
    match column.value(area_ix) {
        Some(value) => value_text(column, value, lang),
        None => words::NO_FIGURE.get(lang).to_owned(),
    }
}

/// A column's label with the year of its figures, unless the label already names it: "Cultural families, 2023".
pub fn dated_label(ds: &DataSet, column: &Column, lang: Lang) -> String {
    let label = column.label.get(lang);
    let period = ds.indicators.get(column.indicator_ix).map_or("", |indicator| indicator.period.as_str());
    let year = period.get(..4).unwrap_or(period);
    if year.is_empty() || label.contains(year) { label.to_owned() } else { format!("{label}, {year}") }
}
