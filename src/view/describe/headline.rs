//! The sentence above the map.

use crate::data::{DataSet, IndicatorKind, Lang, State};
use crate::text::number;
use crate::text::words::Words;

use super::super::column::Column;
use super::{dated_label, number_text, value_text, words};

/// What the map shows now: "Population density, 2019: from 841 people per km² in Đông Vinh to 18,915 in Ngọc Trạo;
/// city 2,477". `passes` by `area_ix`; where several areas share an end, the first in the order of codes is named.
pub fn headline(ds: &DataSet, column: &Column, passes: &[bool], lang: Lang) -> String {
    let shown_ixs: Vec<usize> =
        (0..ds.areas.len()).filter(|&area_ix| passes.get(area_ix).copied().unwrap_or(false)).collect();
    let label = dated_label(ds, column, lang);
    let fill = |words: &Words, values: &[(&str, &str)]| words.fill(lang, values);
    if shown_ixs.is_empty() {
        return words::HEAD_NONE_PASSES.get(lang).to_owned();
    }
    if column.n_known() == 0 {
        return fill(&words::HEAD_NO_FIGURES, &[("label", &label)]) + &city_reports(ds, column, lang);
    }
    let name = |area_ix: usize| ds.areas.get(area_ix).map_or("", |area| area.name.as_str());
    if let [area_ix] = shown_ixs[..] {
        let sentence = match column.value(area_ix) {
            Some(value) => fill(
                &words::HEAD_ONE,
                &[("label", &label), ("value", &value_text(column, value, lang)), ("name", name(area_ix))],
            ),
            None => fill(&words::HEAD_ONE_MISSING, &[("label", &label), ("name", name(area_ix))]),
        };
        return sentence + &city_tail(ds, column, lang) + &estimated(column, &shown_ixs, lang);
    }
    let known: Vec<(usize, f64)> =
        shown_ixs.iter().filter_map(|&area_ix| Some((area_ix, column.value(area_ix)?))).collect();
    let Some(&first) = known.first() else {
        return fill(&words::HEAD_NONE_KNOWN, &[("label", &label)]) + &city_tail(ds, column, lang);
    };
    let min = known.iter().fold(first, |least, &next| if next.1 < least.1 { next } else { least });
    let max = known.iter().fold(first, |most, &next| if next.1 > most.1 { next } else { most });
    let sentence = if !column.names.is_empty() {
        // From yes to no, each with how many areas answer so.
        let parts = (0..column.names.len()).rev().map(|ix| {
            let n = known.iter().filter(|(_, value)| value.round() == ix as f64).count();
            fill(&words::HEAD_ANSWER, &[("name", column.names[ix].get(lang)), ("n", &number::whole(lang, n as u64))])
        });
        format!("{label}: {}", parts.collect::<Vec<_>>().join(", "))
    } else if known.len() == 1 {
        let value = value_text(column, min.1, lang);
        fill(&words::HEAD_ONE, &[("label", &label), ("value", &value), ("name", name(min.0))])
    } else if number_text(column, min.1, lang) == number_text(column, max.1, lang) {
        fill(&words::HEAD_SAME, &[("label", &label), ("value", &value_text(column, min.1, lang))])
    } else {
        fill(
            &words::HEAD_RANGE,
            &[
                ("label", &label),
                ("min", &value_text(column, min.1, lang)),
                ("min_name", name(min.0)),
                ("max", &number_text(column, max.1, lang)),
                ("max_name", name(max.0)),
            ],
        )
    };
    let tail = city_tail(ds, column, lang) + &estimated(column, &shown_ixs, lang);
    sentence + &tail + &known_of(known.len(), shown_ixs.len(), lang)
}

/// "; estimated", "; 13 of 34 estimated", or nothing.
fn estimated(column: &Column, shown_ixs: &[usize], lang: Lang) -> String {
    let figures = || shown_ixs.iter().filter_map(|&area_ix| column.figures.get(area_ix));
    let n_known = figures().filter(|figure| figure.value.is_some()).count();
    let n_estimated = figures().filter(|figure| figure.state == State::Estimated).count();
    let whole = |n: usize| number::whole(lang, n as u64);
    match n_estimated {
        0 => String::new(),
        n if n == n_known => words::ALL_ESTIMATED.get(lang).to_owned(),
        n => words::SOME_ESTIMATED.fill(lang, &[("n", &whole(n)), ("of", &whole(n_known))]),
    }
}

/// "; city 2,477", "; city total 359,910", or nothing.
fn city_tail(ds: &DataSet, column: &Column, lang: Lang) -> String {
    let Some(city) = column.city else {
        return String::new();
    };
    let words = if column.city_line().is_some() { &words::CITY } else { &words::CITY_TOTAL };
    words.fill(lang, &[("value", &city_text(ds, column, city, lang))])
}

/// "; the city reports 78,201 (85.6%)": the published figure where areas have none. A quotient that this page
/// computed is no report.
fn city_reports(ds: &DataSet, column: &Column, lang: Lang) -> String {
    let (Some(city), None) = (column.city, column.measure.per) else {
        return city_tail(ds, column, lang);
    };
    let share = ds.city.get(column.indicator_ix).and_then(Option::as_ref).and_then(|city| city.share_printed_pct);
    let mut value = city_text(ds, column, city, lang);
    if let Some(share_pct) = share {
        value = format!("{value} ({})", number::percent(lang, share_pct, 1));
    }
    words::CITY_REPORTS.fill(lang, &[("value", &value)])
}

/// The city's figure: a number in the column's unit, for yes/no "20 of 34".
fn city_text(ds: &DataSet, column: &Column, city: f64, lang: Lang) -> String {
    if column.kind != IndicatorKind::YesNo {
        return number_text(column, city, lang);
    }
    let published = ds.city.get(column.indicator_ix).and_then(Option::as_ref);
    let base = published.and_then(|published| published.base).unwrap_or(ds.areas.len() as f64);
    words::N_OF.fill(lang, &[("n", &number::number(lang, city, 0)), ("of", &number::number(lang, base, 0))])
}

fn known_of(n_known: usize, n_shown: usize, lang: Lang) -> String {
    if n_known == n_shown {
        return String::new();
    }
    let (known, of) = (number::whole(lang, n_known as u64), number::whole(lang, n_shown as u64));
    format!(" {}", words::KNOWN_OF.fill(lang, &[("known", &known), ("of", &of)]))
}
