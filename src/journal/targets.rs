//! Targets, read from the fold: per indicator a rule for all areas, and rules for single areas.
//!
//! A target is named by indicator and area, so changes to different areas add up, and two people's rules for one area
//! meet as a conflict. What a rule comes to in figures is the business of `goals`.

use super::conflict::Version;
use super::kinds::{Kind, target};
use super::state::JournalState;

/// Stands for the area in the key of the rule for all areas.
pub(super) const ALL: &str = "all";

/// A rule that stands for an indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetEntry {
    /// The indicator's id.
    pub indicator: String,
    /// The area's code; `None` for the rule for all areas.
    pub area: Option<String>,
    /// The rule that is shown: in a conflict the latest one.
    pub rule: TargetRule,
    /// Who set it; may be empty.
    pub author: String,
    /// When, milliseconds since 1970.
    pub at_ms: u64,
    /// The different rules that stand, the shown one first; empty unless people differ. A removal is a null.
    pub versions: Vec<Version>,
}

/// How a target follows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TargetRule {
    /// This value, in the indicator's unit.
    Value(f64),
    /// The area's figure of the last period, more (or less) by so many per cent of it.
    LastPerCent(f64),
    /// The area's figure of the last period, more (or less) by so many units.
    LastUnits(f64),
    /// The city's share or rate.
    City,
    /// The quartile of all areas' figures that the best quarter reaches.
    BestQuarter,
    /// No target for this area, though there is one for all.
    Without,
}

impl TargetRule {
    /// The text in records, for example `last_per_cent:5`.
    pub fn text(self) -> String {
        let (code, amount) = match self {
            TargetRule::Value(value) => ("value", Some(value)),
            TargetRule::LastPerCent(per_cent) => ("last_per_cent", Some(per_cent)),
            TargetRule::LastUnits(units) => ("last_units", Some(units)),
            TargetRule::City => ("city", None),
            TargetRule::BestQuarter => ("best_quarter", None),
            TargetRule::Without => ("without", None),
        };
        let mut text = code.to_owned();
        if let Some(amount) = amount {
            text.push(':');
            text.push_str(&amount.to_string());
        }
        text
    }

    /// The rule of a text as [`TargetRule::text`] writes it; `None` for any other text.
    pub fn from_text(text: &str) -> Option<TargetRule> {
        let Some((code, amount)) = text.split_once(':') else {
            return match text {
                "city" => Some(TargetRule::City),
                "best_quarter" => Some(TargetRule::BestQuarter),
                "without" => Some(TargetRule::Without),
                _ => None,
            };
        };
        let greatest = crate::data::read::limits::AMOUNT;
        let amount: f64 = amount.parse().ok().filter(|amount| (-greatest..=greatest).contains(amount))?;
        match code {
            "value" => Some(TargetRule::Value(amount)),
            "last_per_cent" => Some(TargetRule::LastPerCent(amount)),
            "last_units" => Some(TargetRule::LastUnits(amount)),
            _ => None,
        }
    }
}

/// The key of a target: `bins:all`, `bins:14782`.
pub(super) fn target_key(indicator: &str, area: Option<&str>) -> String {
    [indicator, ":", area.unwrap_or(ALL)].concat()
}

impl JournalState {
    /// All targets that stand, in the order of their keys. Of different rules in a conflict the latest is shown, so that a
    /// removal that nobody has agreed to hides nothing; a rule that this version does not know counts as none.
    pub fn targets(&self) -> Vec<TargetEntry> {
        let mut targets = Vec::new();
        for (key, thing) in self.things(&Kind::Target) {
            let Some((indicator, area)) = key.split_once(':') else { continue };
            for head in self.heads_of(thing, target::RULE) {
                let Some(rule) = head.new.as_text().and_then(TargetRule::from_text) else { continue };
                targets.push(TargetEntry {
                    indicator: indicator.to_owned(),
                    area: if area == ALL { None } else { Some(area.to_owned()) },
                    rule,
                    author: head.author.clone(),
                    at_ms: head.id.at.ms,
                    versions: self.conflict(&head.target).map(|conflict| conflict.versions).unwrap_or_default(),
                });
                break;
            }
        }
        targets
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_round_trip() {
        for amount in [0.0, -2.5, 84.24, 1e15, 0.1 + 0.2] {
            for rule in [TargetRule::Value(amount), TargetRule::LastPerCent(amount), TargetRule::LastUnits(amount)] {
                assert_eq!(TargetRule::from_text(&rule.text()), Some(rule));
            }
        }
        for rule in [TargetRule::City, TargetRule::BestQuarter, TargetRule::Without] {
            assert_eq!(TargetRule::from_text(&rule.text()), Some(rule));
        }
        for text in ["", "value", "value:", "value:NaN", "value:1e16", "value:inf", "city:1", "next_year:5"] {
            assert_eq!(TargetRule::from_text(text), None, "{text}");
        }
    }
}
