//! What a count may be divided by to become a rate, and how the quotient is worded.
//!
//! The bases are indicators of the data set, found by their ids: `households` or `households_YEAR`, `population` or
//! `population_YEAR`, `subdivisions`, `area_km2`; the first in the data set's order counts. A data set without a base
//! simply does not offer the choice.

use crate::data::{DataSet, Indicator, IndicatorKind, Tr};

use super::query::Per;

/// All divisors, in the order in which the page offers them.
pub const ALL: [Per; 4] = [Per::Households1000, Per::People1000, Per::Subdivision, Per::Km2];

/// The groups that describe people and households themselves.
const CENSUS_GROUPS: [&str; 2] = ["census", "households"];

/// What an indicator may be divided by; empty for shares, rates and yes/no.
///
/// Counts of people and households are not divided by people or households: the ratios that make sense are
/// indicators of their own (density, household size, shares by size), and the population of a later year must not be
/// mixed with the census. Nothing is divided by itself.
pub fn per_choices(ds: &DataSet, indicator: &Indicator) -> Vec<Per> {
    if !matches!(indicator.kind, IndicatorKind::Count | IndicatorKind::Measure) {
        return Vec::new();
    }
    let is_census = CENSUS_GROUPS.contains(&indicator.group.as_str());
    ALL.into_iter()
        .filter(|per| !(is_census && matches!(per, Per::Households1000 | Per::People1000)))
        .filter(|&per| {
            base_ix(ds, per).is_some_and(|ix| {
                let is_itself = ds.indicators.get(ix).is_some_and(|base| base.id == indicator.id);
                !is_itself && has_a_figure(ds, ix)
            })
        })
        .collect()
}

/// The indicator that a divisor stands for, if the data set has it.
pub fn base_ix(ds: &DataSet, per: Per) -> Option<usize> {
    let (stem, kind) = match per {
        Per::Households1000 => ("households", IndicatorKind::Count),
        Per::People1000 => ("population", IndicatorKind::Count),
        Per::Subdivision => ("subdivisions", IndicatorKind::Count),
        Per::Km2 => ("area_km2", IndicatorKind::Measure),
    };
    ds.indicators.iter().position(|indicator| {
        let rest = indicator.id.strip_prefix(stem);
        indicator.kind == kind && rest.is_some_and(|rest| rest.is_empty() || is_year_suffix(rest))
    })
}

/// What the quotient is multiplied by.
pub fn factor(per: Per) -> f64 {
    match per {
        Per::Households1000 | Per::People1000 => 1000.0,
        Per::Subdivision | Per::Km2 => 1.0,
    }
}

/// The short name in the address bar.
pub fn code(per: Per) -> &'static str {
    match per {
        Per::Households1000 => "hh",
        Per::People1000 => "people",
        Per::Subdivision => "sub",
        Per::Km2 => "km2",
    }
}

/// The divisor with this short name.
pub fn from_code(text: &str) -> Option<Per> {
    ALL.into_iter().find(|&per| code(per) == text)
}

/// "per 1,000 households": the divisor alone, for the choice of divisors and behind a label.
pub fn divisor_label(per: Per) -> Tr {
    // The numbers are grouped as `text::number` groups them; Russian with a no-break space.
    let [vi, en, ru] = match per {
        Per::Households1000 => ["trên 1.000 hộ", "per 1,000 households", "на 1\u{a0}000 домохозяйств"],
        Per::People1000 => ["trên 1.000 người", "per 1,000 people", "на 1\u{a0}000 человек"],
        Per::Subdivision => ["mỗi phố, thôn", "per street or village", "на улицу или деревню"],
        Per::Km2 => ["trên mỗi km²", "per km²", "на км²"],
    };
    Tr { vi: vi.to_owned(), en: en.to_owned(), ru: ru.to_owned() }
}

/// "Sanitary waste bins per 1,000 households": a label or unit with the divisor behind it, and in front of a date:
/// "Population per km², 1 April 2019".
pub(super) fn divided_label(label: &Tr, per: Per) -> Tr {
    let divisor = divisor_label(per);
    let join = |label: &str, divisor: &str| match label.rsplit_once(", ") {
        Some((head, date)) if ends_in_a_year(date) => format!("{head} {divisor}, {date}"),
        _ => format!("{label} {divisor}"),
    };
    Tr { vi: join(&label.vi, &divisor.vi), en: join(&label.en, &divisor.en), ru: join(&label.ru, &divisor.ru) }
}

fn ends_in_a_year(text: &str) -> bool {
    let n_digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    n_digits == 4
}

/// `_2019` and the like.
fn is_year_suffix(text: &str) -> bool {
    text.strip_prefix('_').is_some_and(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether any area or the city has a figure.
fn has_a_figure(ds: &DataSet, indicator_ix: usize) -> bool {
    let by_area = ds.figures.get(indicator_ix).is_some_and(|row| row.iter().any(|figure| figure.value.is_some()));
    by_area || ds.city.get(indicator_ix).is_some_and(Option::is_some)
}
