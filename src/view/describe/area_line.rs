//! One area in one line, for the hover label and for what the keyboard announces.

use crate::data::{AreaKind, DataSet, IndicatorKind, Lang, State};
use crate::stats::estimate::RankInterval;
use crate::stats::rank::Rank;
use crate::stats::summary::Comparison;
use crate::text::number;

use super::super::classes::Classes;
use super::super::column::Column;
use super::super::profile::comparison;
use super::{figure_text, number_text, rank_between, words};

/// "Đông Vệ, ward: 6,346 people per km², class 4 of 5, rank 10 of 34, higher than the city".
///
/// `ranks` as `profile::column_ranks` gives them, `rank_interval` where it is known. A figure that is not published says what it is. Empty for an area
/// that does not exist.
pub fn area_line(
    ds: &DataSet,
    column: &Column,
    classes: &Classes,
    ranks: &[Option<Rank>],
    rank_interval: Option<RankInterval>,
    area_ix: usize,
    lang: Lang,
) -> String {
    let Some(area) = ds.areas.get(area_ix) else {
        return String::new();
    };
    let name = match area.kind {
        AreaKind::Ward => &words::WARD,
        AreaKind::Commune => &words::COMMUNE,
    };
    let mut parts = vec![figure_text(column, area_ix, lang)];
    parts.extend(state_text(column, area_ix, lang));
    let whole = |n: usize| number::whole(lang, n as u64);
    if let (Some(Some(class)), false) = (classes.class_of.get(area_ix), column.kind == IndicatorKind::YesNo) {
        let (k, n) = (whole(usize::from(*class) + 1), whole(classes.n_classes()));
        parts.push(words::CLASS_OF.fill(lang, &[("k", &k), ("n", &n)]));
    }
    if let Some(interval) = rank_interval {
        parts.push(rank_between(interval, lang));
    } else if let Some(Some(rank)) = ranks.get(area_ix) {
        let text = if rank.tied > 1 { &words::RANK_SHARED } else { &words::RANK_OF };
        let (k, n, tied) = (whole(rank.rank), whole(rank.of), whole(rank.tied));
        parts.push(text.fill(lang, &[("k", &k), ("n", &n), ("tied", &tied)]));
    }
    if let Some(comparison) = comparison(column, area_ix) {
        let text = match comparison {
            Comparison::Higher => &words::HIGHER,
            Comparison::Similar => &words::SIMILAR,
            Comparison::Lower => &words::LOWER,
        };
        parts.push(text.get(lang).to_owned());
    }
    format!("{}: {}", capitalised(&name.fill(lang, &[("name", &area.name)])), parts.join(", "))
}

/// What a figure is known from, where that is not a cited source.
fn state_text(column: &Column, area_ix: usize, lang: Lang) -> Option<String> {
    let figure = column.figures.get(area_ix)?;
    match (figure.state, figure.interval) {
        (State::Published | State::Missing, _) => None,
        (State::Reported, _) => Some(words::REPORTED.get(lang).to_owned()),
        (State::Practice, _) => Some(words::PRACTICE.get(lang).to_owned()),
        (State::Estimated, None) => Some(words::ESTIMATED.get(lang).to_owned()),
        (State::Estimated, Some((low, high))) => {
            let (low, high) = (number_text(column, low, lang), number_text(column, high, lang));
            Some(words::ESTIMATED_BETWEEN.fill(lang, &[("low", &low), ("high", &high)]))
        }
    }
}

/// The text with its first letter in upper case: Vietnamese puts the kind before the name.
fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
