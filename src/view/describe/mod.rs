//! Sentences about the data, in three languages: what the map shows, one area, the city's figure, a filter's chip,
//! what was wrong with a link.
//!
//! Everything is plain text without markup; the page decides where it stands. Names of areas stay Vietnamese.

mod area_line;
mod change;
mod chips;
mod headline;
mod kpi;
mod link;
#[cfg(test)]
mod tests;
pub mod words;

pub use area_line::area_line;
pub use change::{change_line, lacks_text, offer_text, sides_text};
pub use chips::{class_text, clause_text};
pub use headline::headline;
pub use kpi::{Kpi, kpi};
pub use link::problem_text;

use crate::data::{DataSet, Figure, IndicatorKind, Lang};
use crate::stats::estimate::{Ranged, RankInterval};
use crate::text::number;

use super::column::Column;
use super::per;
use super::query::Per;

/// A value as the table shows it: without its unit, except for the per cent sign and the words of yes and no. A change
/// that is not shown as zero has a sign.
pub fn number_text(column: &Column, value: f64, lang: Lang) -> String {
    if let Some(name) = column.name_of(value) {
        return name.get(lang).to_owned();
    }
    let mut text = match column.kind {
        IndicatorKind::Share => number::percent(lang, value, column.decimals),
        _ => number::number(lang, value, column.decimals),
    };
    if column.is_change() && (value * 10_f64.powi(i32::from(column.decimals))).round() > 0.0 {
        text.insert(0, '+');
    }
    text
}

/// A value with its unit: "6,346 people per km²".
pub fn value_text(column: &Column, value: f64, lang: Lang) -> String {
    let number = number_text(column, value, lang);
    let unit = column.unit.get(lang);
    let has_unit_already = matches!(column.kind, IndicatorKind::Share | IndicatorKind::YesNo);
    if unit.is_empty() || has_unit_already { number } else { format!("{number} {unit}") }
}

/// A value at an axis: three digits, or the name where there is one.
pub fn axis_text(column: &Column, value: f64, lang: Lang) -> String {
    match column.name_of(value) {
        None => number::significant(lang, value, 3),
        Some(name) if value.fract() == 0.0 => name.get(lang).to_owned(),
        Some(_) => String::new(),
    }
}

/// A value as the table shows it, with its interval if it has one: "123 (90%: 98 to 150)".
pub fn ranged_text(column: &Column, figure: &Figure, lang: Lang) -> Option<String> {
    let value = number_text(column, figure.value?, lang);
    let Some((low, high)) = figure.interval else { return Some(value) };
    let (low, high) = (number_text(column, low, lang), number_text(column, high, lang));
    Some(words::WITH_INTERVAL.fill(lang, &[("value", &value), ("low", &low), ("high", &high)]))
}

/// "rank 3 to 9 of 34", "rank 3 of 34" where there is no doubt.
pub fn rank_between(interval: RankInterval, lang: Lang) -> String {
    let whole = |n: usize| number::whole(lang, n as u64);
    if interval.best == interval.worst {
        return words::RANK_OF.fill(lang, &[("k", &whole(interval.best)), ("n", &whole(interval.of))]);
    }
    let (best, worst, n) = (whole(interval.best), whole(interval.worst), whole(interval.of));
    words::RANK_BETWEEN.fill(lang, &[("best", &best), ("worst", &worst), ("n", &n)])
}

/// "rank 3 to 9 of 34 per 1,000 households".
pub fn rank_between_per(interval: RankInterval, per: Per, lang: Lang) -> String {
    let whole = |n: usize| number::whole(lang, n as u64);
    let (best, worst, n) = (whole(interval.best), whole(interval.worst), whole(interval.of));
    words::RANK_BETWEEN_PER
        .fill(lang, &[("best", &best), ("worst", &worst), ("n", &n), ("per", per::divisor_label(per).get(lang))])
}

/// A sum with estimates in it: "1,234 (1,100 to 1,400)".
pub fn sum_text(sum: Ranged, decimals: u8, lang: Lang) -> String {
    let text = |value: f64| number::number(lang, value, decimals);
    let (value, low, high) = (text(sum.value), text(sum.low), text(sum.high));
    if low == high {
        return value;
    }
    words::SUM_BETWEEN.fill(lang, &[("value", &value), ("low", &low), ("high", &high)])
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
