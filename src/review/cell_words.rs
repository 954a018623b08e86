//! What stands in a place of the review, in words: value, state, change, doubts, who reported it.

use super::change::Change;
use super::laid::Provenance;
use crate::data::{Indicator, IndicatorKind, Lang};
use crate::stats::outlier::Verdict;
use crate::text::number::{self, ParseNumber};
use crate::text::say::{notes, reports, review};
use crate::text::{date, words::Words};
use crate::view::describe::words;

/// A value as it stands in a cell: without its unit, but with the per cent sign and the words of yes and no.
pub fn cell_text(indicator: &Indicator, value: f64, lang: Lang) -> String {
    match indicator.kind {
        IndicatorKind::Share => number::percent(lang, value, indicator.decimals),
        IndicatorKind::YesNo if value == 0.0 || value == 1.0 => {
            if value > 0.5 { words::YES } else { words::NO }.get(lang).to_owned()
        }
        // Between both it is a probability.
        IndicatorKind::YesNo => number::percent(lang, 100.0 * value, 0),
        _ => number::number(lang, value, indicator.decimals),
    }
}

/// A value with its unit.
pub fn value_text(indicator: &Indicator, value: f64, lang: Lang) -> String {
    let (text, unit) = (cell_text(indicator, value, lang), indicator.unit.get(lang));
    let needs_unit = !matches!(indicator.kind, IndicatorKind::Share | IndicatorKind::YesNo) && !unit.is_empty();
    if needs_unit { format!("{text} {unit}") } else { text }
}

/// A sum over areas as it stands in a cell: of yes and no it is the number of those with a yes.
pub fn sum_text(indicator: &Indicator, sum: f64, lang: Lang) -> String {
    let decimals = if indicator.kind == IndicatorKind::YesNo { 0 } else { indicator.decimals };
    number::number(lang, sum, decimals)
}

/// An interval in words.
pub fn interval_text(indicator: &Indicator, interval: (f64, f64), lang: Lang) -> String {
    fill_ends(reports::INTERVAL, indicator, interval, lang)
}

/// The ends of an interval, for a cell.
pub fn ends_text(indicator: &Indicator, interval: (f64, f64), lang: Lang) -> String {
    fill_ends(reports::ENDS, indicator, interval, lang)
}

fn fill_ends(words: Words, indicator: &Indicator, (low, high): (f64, f64), lang: Lang) -> String {
    let end = |value| match indicator.kind {
        IndicatorKind::YesNo => number::percent(lang, 100.0 * value, 0),
        _ => cell_text(indicator, value, lang),
    };
    words.fill(lang, &[("low", &end(low)), ("high", &end(high))])
}

/// A change by an amount, with its sign.
pub fn change_text(indicator: &Indicator, change: Change, lang: Lang) -> String {
    signed(change.absolute, number::number(lang, change.absolute, indicator.decimals))
}

/// A change in per cent, with its sign; `None` if it cannot be told so.
pub fn change_pct_text(change: Change, lang: Lang) -> Option<String> {
    change.per_cent.map(|pct| signed(pct, number::percent(lang, pct, 1)))
}

/// A change by an amount and, where that makes sense, in per cent.
pub fn change_both_text(indicator: &Indicator, change: Change, lang: Lang) -> String {
    let absolute = change_text(indicator, change, lang);
    match change_pct_text(change, lang) {
        Some(pct) => reports::CHANGE_BOTH.fill(lang, &[("absolute", &absolute), ("pct", &pct)]),
        None => absolute,
    }
}

/// What speaks against a value.
pub fn verdict_text(indicator: &Indicator, verdict: Verdict, lang: Lang) -> String {
    match verdict {
        Verdict::FarFromPeers { z } => {
            let words = if z < 0.0 { reports::FAR_BELOW } else { reports::FAR_ABOVE };
            words.fill(lang, &[("z", &number::number(lang, z, 1))])
        }
        Verdict::OutsideInterval { low, high } => {
            let (low, high) = (cell_text(indicator, low, lang), cell_text(indicator, high, lang));
            reports::OUTSIDE.fill(lang, &[("low", &low), ("high", &high)])
        }
        Verdict::DigitSlip { factor } => {
            let (words, times) =
                if factor > 1.0 { (reports::TOO_GREAT, factor) } else { (reports::TOO_SMALL, 1.0 / factor) };
            words.fill(lang, &[("factor", &number::number(lang, times, 0))])
        }
    }
}

/// Who reported, when, and from which file. `offset_minutes` is that of the place's clock.
pub fn provenance_text(provenance: &Provenance, offset_minutes: i32, lang: Lang) -> String {
    let who = if provenance.author.is_empty() { notes::NO_NAME.get(lang) } else { &provenance.author };
    let when = date::date_time_of(lang, provenance.at_ms as i64, offset_minutes);
    let words = if provenance.file.is_empty() { review::BY_AT } else { review::BY_AT_FROM };
    words.fill(lang, &[("who", who), ("when", &when), ("file", &provenance.file)])
}

/// The value that a person typed for an indicator. If it is none: what is wrong, where, and how to mend it; `before` is
/// the value that stays.
pub fn read_typed(indicator: &Indicator, text: &str, before: Option<f64>, lang: Lang) -> Result<f64, String> {
    let text = text.trim();
    let stays = before.map_or_else(
        || reports::NOTHING_STAYS.get(lang).to_owned(),
        |value| reports::OLD_STAYS.fill(lang, &[("value", &value_text(indicator, value, lang))]),
    );
    // A field may be given anything; the message quotes its beginning.
    let quoted: String = text.chars().take(40).collect();
    let told = |words: Words, at_char: usize, found: &str| {
        let at = number::whole(lang, at_char as u64 + 1);
        Err(words.fill(lang, &[("text", &quoted), ("at", &at), ("found", found), ("stays", &stays)]))
    };
    let value = match number::parse(lang, text) {
        Ok(value) => value,
        Err(ParseNumber::NoDigits) => return told(reports::NO_DIGITS, 0, ""),
        Err(ParseNumber::Unexpected { found, at_char }) => {
            return told(reports::BAD_CHARACTER, at_char, found.encode_utf8(&mut [0; 4]));
        }
        Err(ParseNumber::BadGroups { at_char }) => return told(reports::BAD_GROUPS, at_char, ""),
        Err(ParseNumber::Ambiguous { at_char }) => return told(reports::AMBIGUOUS, at_char, ""),
        Err(ParseNumber::TooLarge) => return told(reports::TOO_LARGE, 0, ""),
    };
    if indicator.kind.allows(value) {
        return Ok(value);
    }
    let words = match indicator.kind {
        IndicatorKind::Count | IndicatorKind::YesNo => reports::NOT_A_COUNT,
        IndicatorKind::Measure => reports::NOT_AN_AMOUNT,
        IndicatorKind::Share => reports::NOT_A_SHARE,
        IndicatorKind::Rate => reports::TOO_LARGE,
    };
    told(words, 0, "")
}

fn signed(value: f64, text: String) -> String {
    if value > 0.0 { format!("+{text}") } else { text }
}
