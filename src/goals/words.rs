//! Rules, verdicts and statuses in words.

use super::verdict::Verdict;
use crate::data::{Indicator, Lang};
use crate::journal::{RecommendationStatus, TargetRule};
use crate::text::number::{MINUS, number, percent};
use crate::text::say::goals;
use crate::text::words::Words;

/// A rule as it stands beside a target: "last period +5%".
pub fn rule_words(rule: TargetRule, indicator: &Indicator, lang: Lang) -> String {
    let with_unit = |mut text: String| {
        let unit = indicator.unit.get(lang);
        if !unit.is_empty() {
            text.push(' ');
            text.push_str(unit);
        }
        text
    };
    let fill = |words: Words, n: String| words.fill(lang, &[("n", &n)]);
    match rule {
        TargetRule::Value(value) => {
            fill(goals::RULE_VALUE, with_unit(number(lang, value, digits(value).max(indicator.decimals))))
        }
        TargetRule::LastPerCent(per_cent) => {
            let size = per_cent.abs();
            fill(goals::RULE_LAST, signed(per_cent, &percent(lang, size, digits(size))))
        }
        TargetRule::LastUnits(units) => {
            let size = units.abs();
            fill(goals::RULE_LAST, with_unit(signed(units, &number(lang, size, digits(size)))))
        }
        TargetRule::City => goals::RULE_CITY.get(lang).to_owned(),
        TargetRule::BestQuarter => goals::RULE_BEST_QUARTER.get(lang).to_owned(),
        TargetRule::Without => goals::RULE_WITHOUT.get(lang).to_owned(),
    }
}

/// A verdict's name.
pub fn verdict_words(verdict: Verdict) -> Words {
    match verdict {
        Verdict::Met => goals::MET,
        Verdict::Near => goals::NEAR,
        Verdict::Missed => goals::MISSED,
        Verdict::NotSure => goals::NOT_SURE,
        Verdict::NoFigure => goals::NO_FIGURE,
        Verdict::NoDirection => goals::NO_DIRECTION,
    }
}

/// A status's name.
pub fn status_words(status: RecommendationStatus) -> Words {
    match status {
        RecommendationStatus::New => goals::NEW,
        RecommendationStatus::Gathered => goals::GATHERED,
        RecommendationStatus::Decided => goals::DECIDED,
        RecommendationStatus::Answered => goals::ANSWERED,
        RecommendationStatus::Closed => goals::CLOSED,
    }
}

fn signed(number: f64, size: &str) -> String {
    let mut text = String::from(if number < 0.0 { MINUS } else { '+' });
    text.push_str(size);
    text
}

/// Fewest digits behind the decimal sign that show a typed number, up to 2.
fn digits(number: f64) -> u8 {
    let mut scaled = number.abs();
    for digits in 0..2 {
        if (scaled - scaled.round()).abs() < 1e-9 {
            return digits;
        }
        scaled *= 10.0;
    }
    2
}
