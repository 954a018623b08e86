//! The two figures behind a change, in words.

use crate::data::{Figure, IndicatorKind, Lang, State};
use crate::text::number;
use crate::text::say::{atlas, compare as words};
use crate::text::words::Words;

use super::super::compare::{Lack, Side, Sides, changed, lacks, lent, outcome_words};
use super::super::query::{ChangeBy, Since};
use super::{ranged_text, value_text, words as room};

/// Both figures of an area: "2019: 841 (published); 2023: 900 (reported)". Where a change in per cent is shown and there is
/// none of zero, that is said.
pub fn sides_text(sides: &Sides, by: ChangeBy, area_ix: usize, lang: Lang) -> String {
    let mut text = side_text(sides, &sides.from, area_ix, lang);
    text.push_str("; ");
    text.push_str(&side_text(sides, &sides.to, area_ix, lang));
    if changed(&figure(&sides.from, area_ix), &figure(&sides.to, area_ix), by) == Err(Lack::NothingBefore) {
        text.push_str("; ");
        text.push_str(words::NO_PER_CENT.get(lang));
    }
    text
}

/// Both figures of an area and what changed: "2019: 841 (published); 2023: 900 (reported); change 2019 to 2023: +59 people
/// (+7.0%)". `None` unless both are known.
pub fn change_line(sides: &Sides, area_ix: usize, lang: Lang) -> Option<String> {
    let told = |change: &str| {
        let words = [("from", sides.from.label.as_str()), ("to", sides.to.label.as_str()), ("change", change)];
        sides_text(sides, ChangeBy::Unit, area_ix, lang) + "; " + &words::CHANGED.fill(lang, &words)
    };
    if let Some(outcome) = outcome_words(sides, area_ix) {
        return Some(told(outcome.get(lang)));
    }
    let (from, to) = (figure(&sides.from, area_ix), figure(&sides.to, area_ix));
    let absolute = changed(&from, &to, ChangeBy::Unit).ok()?;
    let mut change = signed(value_text(&sides.own, absolute.value?, lang), absolute.value?);
    if sides.own.kind == IndicatorKind::Share {
        let points = number::number(lang, absolute.value?, sides.own.decimals);
        change = signed(points, absolute.value?) + " " + words::POINTS.get(lang);
    }
    if let Ok(Figure { value: Some(pct), .. }) = changed(&from, &to, ChangeBy::PerCent) {
        let pct = signed(number::percent(lang, pct, 1), pct);
        change = words::CHANGED_BOTH.fill(lang, &[("change", &change), ("pct", &pct)]);
    }
    Some(told(&change))
}

/// What is to be known of a change besides: in how many areas there is none, and why; in how many a rate is divided by
/// the base of another year. Empty where there is nothing.
pub fn lacks_text(sides: &Sides, by: ChangeBy, lang: Lang) -> String {
    let (n_missing, n_of_zero) = lacks(sides, by);
    let [n_from, n_to, n_both] = lent(sides);
    let base = sides.base.as_deref().unwrap_or_default();
    let counted = [
        (n_missing, words::N_MISSING, ""),
        (n_of_zero, words::N_OF_ZERO, ""),
        (n_from, words::N_LENT, sides.from.label.as_str()),
        (n_to, words::N_LENT, sides.to.label.as_str()),
        (n_both, words::N_LENT_BOTH, ""),
    ];
    let told = counted.into_iter().filter(|(n, ..)| 0 < *n);
    let told = told.map(|(n, words, period)| words.fill(lang, n as u64, &[("period", period), ("base", base)]));
    told.collect::<Vec<_>>().join("; ")
}

/// "Change since 2022", "Change to 2024 in per cent": a choice beside the indicator.
pub fn offer_text(sides: &Sides, since: &Since, other_label: &str, lang: Lang) -> String {
    let is_since = sides.from.label == other_label;
    let words: Words = match (is_since, since.by) {
        (true, ChangeBy::Unit) => words::SINCE,
        (true, ChangeBy::PerCent) => words::SINCE_PCT,
        (false, ChangeBy::Unit) => words::UNTIL,
        (false, ChangeBy::PerCent) => words::UNTIL_PCT,
    };
    words.fill(lang, &[("period", other_label)])
}

fn side_text(sides: &Sides, side: &Side, area_ix: usize, lang: Lang) -> String {
    let figure = figure(side, area_ix);
    let Some(value) = ranged_text(&sides.own, &figure, lang) else {
        return words::SIDE_MISSING.fill(lang, &[("period", &side.label)]);
    };
    let state = state_words(figure.state).get(lang);
    let words = [("period", side.label.as_str()), ("value", &value), ("state", state)];
    let Some(base) = &sides.base else { return words::SIDE.fill(lang, &words) };
    let is_lent = side.is_lent.get(area_ix).copied().unwrap_or(false);
    let base = if is_lent { base } else { &side.label };
    words::SIDE_PER.fill(lang, &[words[0], words[1], words[2], ("base", base)])
}

fn state_words(state: State) -> Words {
    match state {
        State::Published => atlas::PUBLISHED,
        State::Reported => atlas::REPORTED,
        State::Estimated => atlas::ESTIMATED,
        State::Practice => atlas::PRACTICE,
        State::Missing => room::NO_FIGURE,
    }
}

fn figure(side: &Side, area_ix: usize) -> Figure {
    side.figures.get(area_ix).copied().unwrap_or(Figure::MISSING)
}

/// A text of a number that is greater than zero gets a sign.
fn signed(text: String, value: f64) -> String {
    if value > 0.0 { format!("+{text}") } else { text }
}
