//! Findings and mistakes in words; the words themselves stand in [`crate::text::say::review`].

use super::findings::{Finding, Rule, decimals_of};
use super::own::DraftError;
use crate::data::{DataSet, Lang};
use crate::text::number;
use crate::text::say::{notes, reports, review as say};
use crate::text::words::Words;

/// A finding as a sentence: what, where, with its figures.
pub fn finding_words(ds: &DataSet, finding: &Finding, lang: Lang) -> String {
    let indicator = finding.indicator_ix.and_then(|ix| ds.indicators.get(ix));
    let what = indicator.map_or("", |indicator| indicator.label.get(lang));
    let area = finding.area_ix.and_then(|ix| ds.areas.get(ix));
    let place = area.map_or_else(|| say::CITY.get(lang), |area| area.name.as_str());
    let figure = |value: f64| {
        let decimals = indicator.map_or(0, |indicator| indicator.decimals);
        // A report that breaks the rules of its kind may have more digits than figures of the kind are shown with.
        if number::number(Lang::En, value, decimals).replace(',', "").parse() == Ok(value) {
            number::number(lang, value, decimals)
        } else {
            number::significant(lang, value, 12)
        }
    };
    let whole = |n: usize| number::whole(lang, n as u64);
    let label = |ix: usize| ds.indicators.get(ix).map_or("", |found| found.label.get(lang));
    let printed = |pct: f64| number::percent(lang, pct, decimals_of(pct));
    match &finding.rule {
        Rule::AboveTotal { sum, total } => {
            say::ABOVE_TOTAL.fill(lang, &[("what", what), ("sum", &figure(*sum)), ("total", &figure(*total))])
        }
        Rule::SumDiffers { sum, total } => {
            say::SUM_DIFFERS.fill(lang, &[("what", what), ("sum", &figure(*sum)), ("total", &figure(*total))])
        }
        Rule::AboveCapacity { remainder, capacity, n_open } => {
            let (remainder, capacity) = (figure(*remainder), figure(*capacity));
            let values = [("what", what), ("remainder", &*remainder), ("capacity", &capacity), ("n", &whole(*n_open))];
            say::ABOVE_CAPACITY.fill(lang, &values)
        }
        Rule::ShareDiffers { value, base, printed_pct, pct } => {
            let pct = number::percent(lang, *pct, decimals_of(*printed_pct) + 1);
            let (value, base, printed) = (figure(*value), figure(*base), printed(*printed_pct));
            let values = [("what", what), ("value", &*value), ("base", &base), ("pct", &pct), ("printed", &printed)];
            say::SHARE_DIFFERS.fill(lang, &values)
        }
        Rule::ImpliedBase { value, printed_pct, low, high, known_ix, known } => {
            let (low, high, known) = (figure(*low), figure(*high), figure(*known));
            let values = [
                ("what", what),
                ("value", &*figure(*value)),
                ("printed", &printed(*printed_pct)),
                ("low", &low),
                ("high", &high),
                ("known_what", label(*known_ix)),
                ("known", &known),
            ];
            say::IMPLIED_BASE.fill(lang, &values)
        }
        Rule::ChangeWithoutYear { value, change } => {
            let before = figure(value - change);
            let words = if *change < 0.0 { say::CHANGE_DOWN } else { say::CHANGE_UP };
            let (value, change) = (figure(*value), figure(change.abs()));
            words.fill(lang, &[("what", what), ("value", &value), ("change", &change), ("before", &before)])
        }
        Rule::AboveBase { value, base, base_ix } => {
            let (value, base) = (figure(*value), figure(*base));
            let values =
                [("what", what), ("where", place), ("value", &*value), ("base", &base), ("base_what", label(*base_ix))];
            say::ABOVE_BASE.fill(lang, &values)
        }
        Rule::ReportDiffers { reported, published } => {
            let (reported, published) = (figure(*reported), figure(*published));
            let values = [("what", what), ("where", place), ("reported", &*reported), ("published", &published)];
            say::REPORT_DIFFERS.fill(lang, &values)
        }
        Rule::PeopleDiffer { values } => {
            let each = values.iter().map(|(who, value)| {
                let value = value.map_or_else(|| say::WITHDRAWN.get(lang).to_owned(), figure);
                let who = if who.is_empty() { notes::NO_NAME.get(lang) } else { who };
                say::VALUE_BY.fill(lang, &[("value", &value), ("who", who)])
            });
            let values = each.collect::<Vec<_>>().join("; ");
            say::PEOPLE_DIFFER.fill(lang, &[("what", what), ("where", place), ("values", &values)])
        }
        Rule::StreetsDiffer { reported, sum, n_reported, of } => {
            let (reported, sum) = (figure(*reported), figure(*sum));
            let values = [
                ("what", what),
                ("where", place),
                ("reported", &*reported),
                ("sum", &sum),
                ("n", &whole(*n_reported)),
                ("of", &whole(*of)),
            ];
            say::STREETS_DIFFER.fill(lang, &values)
        }
        Rule::RegisterDiffers { registered, stated } => {
            let (registered, stated) = (figure(*registered), figure(*stated));
            say::REGISTER_DIFFERS.fill(lang, &[("where", place), ("registered", &registered), ("stated", &stated)])
        }
        Rule::Unusable => reports::UNUSABLE.fill(lang, &[("what", what), ("where", place)]),
        Rule::Unplaced { key, value } => {
            say::UNPLACED.fill(lang, &[("key", &key.to_string()), ("value", &figure(*value))])
        }
    }
}

/// What a rule demands.
pub fn rule_words(rule: &Rule) -> Words {
    match rule {
        Rule::AboveTotal { .. } => reports::RULE_ABOVE_TOTAL,
        Rule::SumDiffers { .. } => reports::RULE_SUM,
        Rule::AboveCapacity { .. } => reports::RULE_CAPACITY,
        Rule::ShareDiffers { .. } => reports::RULE_SHARE,
        Rule::ImpliedBase { .. } => reports::RULE_IMPLIED_BASE,
        Rule::ChangeWithoutYear { .. } => reports::RULE_CHANGE,
        Rule::AboveBase { .. } => reports::RULE_ABOVE_BASE,
        Rule::ReportDiffers { .. } => reports::RULE_REPORT,
        Rule::PeopleDiffer { .. } => reports::RULE_PEOPLE,
        Rule::StreetsDiffer { .. } => reports::RULE_STREETS,
        Rule::RegisterDiffers { .. } => reports::RULE_REGISTER,
        Rule::Unusable => reports::RULE_UNUSABLE,
        Rule::Unplaced { .. } => reports::RULE_UNPLACED,
    }
}

/// What is wrong with an indicator that is being entered, in words.
pub fn draft_error_words(error: DraftError, lang: Lang) -> String {
    match error {
        DraftError::NoLabel(which) => say::NO_LABEL.fill(lang, &[("lang", which.code())]),
        DraftError::NoUnit(which) => say::NO_UNIT.fill(lang, &[("lang", which.code())]),
        DraftError::BadBase => say::BAD_BASE.get(lang).to_owned(),
        DraftError::NoBaseForKind => say::NO_BASE_FOR_KIND.get(lang).to_owned(),
        DraftError::BadDecimals => {
            let max = number::whole(lang, u64::from(crate::data::read::limits::DECIMALS));
            say::BAD_DECIMALS.fill(lang, &[("max", &max)])
        }
        DraftError::BadTarget => say::BAD_TARGET.get(lang).to_owned(),
    }
}
