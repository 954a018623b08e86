//! Reports as the rest of the program sees them, read from the fold.
//!
//! A report is named by its place, so two people who report the same figure write the same field, and different values
//! are a conflict. Practice reports have keys of their own: they can neither overwrite a real report nor disagree with
//! one, and all of them go at once.

use std::fmt;

use super::conflict::Version;
use super::kinds::{Kind, period, report};
use super::record::Value;
use super::state::JournalState;
use crate::text::fold::fold;

/// Which figure a report is about. No part holds a colon, and none but the subdivision may be absent.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReportKey {
    /// The area's code.
    pub area: String,
    /// The indicator's id.
    pub indicator: String,
    /// The indicator's period in the data set, or the id of a period that was loaded beside it.
    pub period: String,
    /// Id of the subdivision that reports; `None` if the area does.
    pub subdivision: Option<String>,
    /// Whether the report is invented for training.
    pub practice: bool,
}

/// What was reported for one figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Which figure.
    pub key: ReportKey,
    /// The value that is shown: in a conflict the latest one.
    pub value: f64,
    /// The value that this one took the place of, if one was there.
    pub previous: Option<f64>,
    /// Who entered it; may be empty.
    pub author: String,
    /// When, milliseconds since 1970.
    pub at_ms: u64,
    /// Name of the file that it came from; empty if it was typed.
    pub file: String,
    /// The different values that stand, the shown one first; empty unless people differ. A withdrawal is a null.
    pub versions: Vec<Version>,
}

/// Ends the key of a practice report.
const PRACTICE: &str = "practice";

/// The id of a period that is added by this name. Ids stand in keys of reports and in addresses, where these signs part
/// them from what follows.
pub fn period_id(label: &str) -> String {
    label.replace([':', '.', '~'], "-")
}

impl ReportKey {
    /// The key of an area's own report.
    pub fn of_area(area: &str, indicator: &str, period: &str) -> ReportKey {
        ReportKey {
            area: area.to_owned(),
            indicator: indicator.to_owned(),
            period: period.to_owned(),
            subdivision: None,
            practice: false,
        }
    }

    /// The key of a text as `Display` writes it.
    pub fn from_text(text: &str) -> Option<ReportKey> {
        let parts: Vec<&str> = text.split(':').collect();
        let (area, indicator, period, subdivision, practice) = match *parts.as_slice() {
            [area, indicator, period] => (area, indicator, period, "", false),
            [area, indicator, period, subdivision] if !subdivision.is_empty() => {
                (area, indicator, period, subdivision, false)
            }
            [area, indicator, period, subdivision, PRACTICE] => (area, indicator, period, subdivision, true),
            _ => return None,
        };
        if area.is_empty() || indicator.is_empty() || period.is_empty() {
            return None;
        }
        let subdivision = if subdivision.is_empty() { None } else { Some(subdivision.to_owned()) };
        Some(ReportKey { subdivision, practice, ..ReportKey::of_area(area, indicator, period) })
    }
}

/// `14782:bins:2023`, `14782:bins:2023:SUBDIVISION`, `14782:bins:2023::practice`.
impl fmt::Display for ReportKey {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}:{}:{}", self.area, self.indicator, self.period)?;
        match (&self.subdivision, self.practice) {
            (None, false) => Ok(()),
            (Some(subdivision), false) => write!(formatter, ":{subdivision}"),
            (subdivision, true) => {
                write!(formatter, ":{}:{PRACTICE}", subdivision.as_deref().unwrap_or_default())
            }
        }
    }
}

/// Whether a period may have a name, given the other periods by id and name and the data set's own. `but` is the period
/// that is renamed.
pub fn is_free_name<'a>(
    name: &str,
    periods: &[(String, String)],
    mut own: impl Iterator<Item = &'a str>,
    but: Option<&str>,
) -> bool {
    let (id, folded) = (period_id(name), fold(name));
    let is_taken = |(other, label): &(String, String)| *other == id || fold(label) == folded;
    let mut others = periods.iter().filter(|(other, _)| Some(other.as_str()) != but);
    !others.any(is_taken) && !own.any(|own| own == id)
}

impl JournalState {
    /// All reports that stand, in the order of their keys' texts. Of different values in a conflict the latest number is
    /// shown, so that a withdrawal that nobody has agreed to hides nothing.
    pub fn reports(&self) -> Vec<Report> {
        let mut reports = Vec::new();
        for (text, thing) in self.things(&Kind::Report) {
            let Some(key) = ReportKey::from_text(text) else { continue };
            let heads = self.heads_of(thing, report::VALUE);
            let Some(shown) = heads.iter().find(|head| head.new.as_number().is_some()) else { continue };
            let Some(value) = shown.new.as_number() else { continue };
            let source = self.heads_of(thing, report::SOURCE);
            let conflict = self.conflict(&shown.target);
            reports.push(Report {
                key,
                value,
                previous: shown.old.as_number(),
                author: shown.author.clone(),
                at_ms: shown.id.at.ms,
                file: source.first().and_then(|head| head.new.as_text()).unwrap_or_default().to_owned(),
                versions: conflict.map(|conflict| conflict.versions).unwrap_or_default(),
            });
        }
        reports
    }

    /// Whether any practice report is loaded: then a banner stands on screen and paper.
    pub fn has_practice(&self) -> bool {
        self.things(&Kind::Report).any(|(key, thing)| {
            let is_practice = ReportKey::from_text(key).is_some_and(|key| key.practice);
            is_practice && self.heads_of(thing, report::VALUE).iter().any(|head| head.new != Value::Null)
        })
    }

    /// The periods beside the data set's own, id and label, in the order of their ids.
    pub fn periods(&self) -> Vec<(String, String)> {
        let mut periods = Vec::new();
        for (id, thing) in self.things(&Kind::Period) {
            let heads = self.heads_of(thing, period::LABEL);
            if let Some(label) = heads.first().and_then(|head| head.new.as_text()) {
                periods.push((id.to_owned(), label.to_owned()));
            }
        }
        periods
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_free_if_no_other_period_goes_by_it() {
        let periods =
            [("2022", "Year 2022"), ("giữa năm", "Giữa năm")].map(|(id, label)| (id.to_owned(), label.to_owned()));
        let is_free =
            |name: &str, but: Option<&str>| is_free_name(name, &periods, ["2019-04-01", "2023"].into_iter(), but);
        for taken in ["2022", "Year 2022", "YEAR 2022", "giua nam", "2023"] {
            assert!(!is_free(taken, None), "{taken}");
        }
        assert!(is_free("2021", None));
        // Renaming: its own names are free, those of others are not.
        for (name, expected) in [("year 2022", true), ("2022", true), ("Giữa năm", false), ("2023", false), ("x", true)]
        {
            assert_eq!(is_free(name, Some("2022")), expected, "{name}");
        }
    }

    #[test]
    fn keys_round_trip() {
        let mut key = ReportKey::of_area("14782", "bins", "2023");
        for subdivision in [None, Some("3k5v0c1m2n4p6".to_owned())] {
            for practice in [false, true] {
                key = ReportKey { subdivision: subdivision.clone(), practice, ..key };
                assert_eq!(ReportKey::from_text(&key.to_string()), Some(key.clone()));
            }
        }
        for text in ["", "a:b", "a::c", "a:b:c:", "a:b:c:d:e", "a:b:c:d:practice:f"] {
            assert_eq!(ReportKey::from_text(text), None, "{text}");
        }
    }
}
