//! Recommendations found, counted and watched: nothing gets lost on the way.

use crate::data::DataSet;
use crate::journal::{Recommendation, RecommendationStatus};
use crate::text::date::{CivilDate, CivilTime};
use crate::text::fold::{fold, matches_folded};

/// Which recommendations are shown; what is empty or `None` lets all through.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// Of this status.
    pub status: Option<RecommendationStatus>,
    /// Of this theme, as [`theme_key`] has it; an empty one is those without a theme.
    pub theme: Option<String>,
    /// Of the area with this code.
    pub area: Option<String>,
    /// Addressed to this one, as [`theme_key`] has it.
    pub to: Option<String>,
    /// Words of the text, theme, addressee, decision, answer or area's name, without regard to case and diacritics.
    pub search: String,
}

/// What a gathered report is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// By theme.
    Theme,
    /// By area.
    Area,
}

/// How many recommendations there are. Every one stands in exactly one row and one status, so the rows add up to `all`
/// whatever they are ordered by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathered {
    /// In the order of the first recommendation of each.
    pub rows: Vec<GatheredRow>,
    /// Counts by status, in the order of [`RecommendationStatus::ALL`].
    pub all: [usize; 5],
}

/// One theme or area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatheredRow {
    /// The theme as it was written first (empty for those without), or the area's code.
    pub label: String,
    /// Counts by status, in the order of [`RecommendationStatus::ALL`].
    pub counts: [usize; 5],
}

/// Something that is missing in a recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// It counts as decided, and no decision is written down.
    NoDecision,
    /// It counts as answered, and no answer is written down.
    NoAnswer,
    /// It is still new after so many days.
    StillNew {
        /// Days since it was made.
        days: i64,
    },
}

/// What two spellings of a theme or addressee have in common: case does not count, diacritics do, since in Vietnamese they
/// make another word.
pub fn theme_key(text: &str) -> String {
    text.to_lowercase()
}

impl Filter {
    /// Whether a recommendation is shown.
    pub fn passes(&self, ds: &DataSet, one: &Recommendation) -> bool {
        let is = |wanted: &Option<String>, text: &str| wanted.as_ref().is_none_or(|wanted| *wanted == theme_key(text));
        self.status.is_none_or(|status| status == one.status)
            && self.area.as_ref().is_none_or(|area| *area == one.area)
            && is(&self.theme, &one.theme)
            && is(&self.to, &one.to)
            && (self.search.is_empty() || matches_folded(&searched(ds, one), &fold(&self.search)))
    }
}

/// The different themes, each as it was written first, in that order.
pub fn themes(all: &[Recommendation]) -> Vec<String> {
    different(all, |one| &one.theme)
}

/// The different addressees, each as it was written first, in that order.
pub fn addressees(all: &[Recommendation]) -> Vec<String> {
    different(all, |one| &one.to)
}

/// The gathered report.
pub fn gathered(all: &[Recommendation], by: By) -> Gathered {
    let mut keys: Vec<String> = Vec::new();
    let mut gathered = Gathered { rows: Vec::new(), all: [0; 5] };
    for one in all {
        let (key, label) = match by {
            By::Theme => (theme_key(&one.theme), &one.theme),
            By::Area => (one.area.clone(), &one.area),
        };
        let row_ix = keys.iter().position(|known| *known == key).unwrap_or_else(|| {
            keys.push(key);
            gathered.rows.push(GatheredRow { label: label.clone(), counts: [0; 5] });
            gathered.rows.len() - 1
        });
        gathered.rows[row_ix].counts[one.status as usize] += 1;
        gathered.all[one.status as usize] += 1;
    }
    gathered
}

/// What is missing as of a day: an index into `all` with each gap, in their order.
///
/// A recommendation counts as old from the day that was written in it, or where none was, from the day on which it was
/// entered by the calendar of a place that is ahead of UTC by `offset_minutes`. One that is exactly `max_days` old is no
/// gap yet.
pub fn gaps(all: &[Recommendation], as_of: CivilDate, max_days: u32, offset_minutes: i32) -> Vec<(usize, Gap)> {
    let mut gaps = Vec::new();
    for (ix, one) in all.iter().enumerate() {
        let gap = match one.status {
            RecommendationStatus::Decided if one.decision.trim().is_empty() => Some(Gap::NoDecision),
            RecommendationStatus::Answered if one.answer.trim().is_empty() => Some(Gap::NoAnswer),
            RecommendationStatus::New => {
                let entered = i64::try_from(one.created_at_ms).ok();
                let entered = entered.and_then(|ms| CivilTime::from_unix_ms(ms, offset_minutes)).map(|time| time.date);
                let days = one.date.or(entered).map(|date| as_of.days() - date.days());
                days.filter(|days| *days > i64::from(max_days)).map(|days| Gap::StillNew { days })
            }
            _ => None,
        };
        gaps.extend(gap.map(|gap| (ix, gap)));
    }
    gaps
}

fn different(all: &[Recommendation], text_of: fn(&Recommendation) -> &String) -> Vec<String> {
    let (mut keys, mut texts) = (vec![String::new()], Vec::new());
    for one in all {
        let key = theme_key(text_of(one));
        if !keys.contains(&key) {
            keys.push(key);
            texts.push(text_of(one).clone());
        }
    }
    texts
}

fn searched(ds: &DataSet, one: &Recommendation) -> String {
    let mut text = String::new();
    let area = ds.area_ix(&one.area).map_or("", |ix| ds.areas[ix].name.as_str());
    for part in [&one.text, &one.theme, &one.to, &one.decision, &one.answer, area] {
        text.push_str(part);
        text.push(' ');
    }
    fold(&text)
}
