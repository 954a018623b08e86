//! Recommendations, read from the fold: what areas ask the city to decide, and what became of it.
//!
//! Finding, filtering and counting them is the business of `goals`.

use super::conflict::{Conflict, Deletion};
use super::kinds::{Kind, recommendation};
use super::record::Record;
use super::state::{JournalState, Thing};
use crate::text::date::CivilDate;

/// What an area asks the city to decide.
#[derive(Debug, Clone, PartialEq)]
pub struct Recommendation {
    /// Random, the same on every device.
    pub id: String,
    /// Code of the area that asks.
    pub area: String,
    /// What it asks for.
    pub text: String,
    /// What it is about, in a person's words; may be empty.
    pub theme: String,
    /// Whom it is addressed to; may be empty.
    pub to: String,
    /// The day on which it was made, by the local calendar.
    pub date: Option<CivilDate>,
    /// Id of the street or village that it came from; may be empty.
    pub subdivision: String,
    /// How far it has come.
    pub status: RecommendationStatus,
    /// Who brought it there; the one who entered it, as long as it is new.
    pub status_by: String,
    /// When, milliseconds since 1970.
    pub status_at_ms: u64,
    /// What was decided; may be empty.
    pub decision: String,
    /// What the area was told; may be empty.
    pub answer: String,
    /// Ids of the notes that belong to it, sorted.
    pub notes: Vec<String>,
    /// Ids of the tasks that belong to it, sorted.
    pub tasks: Vec<String>,
    /// Deleted, and nobody changed it without having seen that.
    pub deleted: bool,
    /// Milliseconds since 1970.
    pub created_at_ms: u64,
    /// Author's name at that time.
    pub created_by: String,
    /// Of the latest change that stands.
    pub edited_at_ms: u64,
    /// Author of the latest change that stands.
    pub edited_by: String,
    /// Fields in which people's changes differ; see [`Conflict`] for one in the field `deleted`.
    pub conflicts: Vec<Conflict>,
}

/// How far a recommendation has come. Any status may follow any other, also an earlier one: meetings put back what they
/// had decided. A decided one without the words of the decision is a gap, which `goals` lists; nothing is refused for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum RecommendationStatus {
    /// Entered.
    #[default]
    New,
    /// Taken into the report of the city.
    Gathered,
    /// Decided.
    Decided,
    /// The area has its answer.
    Answered,
    /// Done with.
    Closed,
}

/// What a person enters of a recommendation.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RecommendationDraft {
    /// Code of the area that asks.
    pub area: String,
    /// What it asks for.
    pub text: String,
    /// What it is about; may be empty.
    pub theme: String,
    /// Whom it is addressed to; may be empty.
    pub to: String,
    /// The day on which it was made.
    pub date: Option<CivilDate>,
    /// Id of the street or village that it came from; may be empty.
    pub subdivision: String,
}

/// A field of a recommendation that a person writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecommendationField {
    /// Code of the area; must not become empty.
    Area,
    /// What it asks for.
    Text,
    /// What it is about.
    Theme,
    /// Whom it is addressed to.
    To,
    /// The day, `yyyy-mm-dd` or empty.
    Date,
    /// Id of the street or village.
    Subdivision,
    /// What was decided.
    Decision,
    /// What the area was told.
    Answer,
}

impl RecommendationStatus {
    /// All, in the order in which they are meant to follow.
    pub const ALL: [RecommendationStatus; 5] = [
        RecommendationStatus::New,
        RecommendationStatus::Gathered,
        RecommendationStatus::Decided,
        RecommendationStatus::Answered,
        RecommendationStatus::Closed,
    ];

    /// The name in records.
    pub fn code(self) -> &'static str {
        ["new", "gathered", "decided", "answered", "closed"][self as usize]
    }

    /// The status of a name.
    pub fn from_code(code: &str) -> Option<RecommendationStatus> {
        RecommendationStatus::ALL.into_iter().find(|status| status.code() == code)
    }
}

impl RecommendationField {
    /// Whether it holds a text of several lines, in which two people may write at once.
    pub fn is_long(self) -> bool {
        matches!(self, RecommendationField::Text | RecommendationField::Decision | RecommendationField::Answer)
    }

    /// The name in records.
    pub fn name(self) -> &'static str {
        match self {
            RecommendationField::Area => recommendation::AREA,
            RecommendationField::Text => recommendation::TEXT,
            RecommendationField::Theme => recommendation::THEME,
            RecommendationField::To => recommendation::TO,
            RecommendationField::Date => recommendation::DATE,
            RecommendationField::Subdivision => recommendation::SUBDIVISION,
            RecommendationField::Decision => recommendation::DECISION,
            RecommendationField::Answer => recommendation::ANSWER,
        }
    }
}

impl JournalState {
    /// All recommendations that are not deleted, by time of entering, oldest first.
    pub fn recommendations(&self) -> Vec<Recommendation> {
        let mut found = Vec::new();
        for (id, thing) in self.things(&Kind::Recommendation) {
            let made = self.first_of(thing, recommendation::AREA).map(|record| record.id);
            let one = self.read_recommendation(id, thing).filter(|one| !one.deleted);
            found.extend(one.map(|one| (made, one)));
        }
        crate::order::sort_by(&mut found, |a, b| a.0.cmp(&b.0));
        found.into_iter().map(|(_, one)| one).collect()
    }

    /// One recommendation, deleted or not.
    pub fn recommendation(&self, id: &str) -> Option<Recommendation> {
        self.read_recommendation(id, self.thing(&Kind::Recommendation, id)?)
    }

    fn read_recommendation(&self, id: &str, thing: &Thing) -> Option<Recommendation> {
        let (mut notes, mut tasks) = (Vec::new(), Vec::new());
        let (mut earliest, mut latest): (Option<&Record>, Option<&Record>) = (None, None);
        for field in thing.field_names() {
            let heads = self.heads_of(thing, field);
            for head in &heads {
                earliest = Some(earliest.filter(|known| known.id < head.id).unwrap_or(head));
                latest = Some(latest.filter(|known| known.id > head.id).unwrap_or(head));
            }
            if heads.first().is_some_and(|head| head.new.is_true()) {
                if let Some(note) = field.strip_prefix(recommendation::NOTE_PREFIX) {
                    notes.push(note.to_owned());
                } else if let Some(task) = field.strip_prefix(recommendation::TASK_PREFIX) {
                    tasks.push(task.to_owned());
                }
            }
        }
        // Where the first record is lost (a damaged piece), the oldest standing change counts as the making.
        let first = self.first_of(thing, recommendation::AREA).or(earliest)?;
        let latest = latest?;
        let status = self.heads_of(thing, recommendation::STATUS).first().copied();
        let moved = status.unwrap_or(first);
        let status = status.and_then(|head| RecommendationStatus::from_code(head.new.as_text()?));
        Some(Recommendation {
            id: id.to_owned(),
            area: self.text_in(thing, recommendation::AREA),
            text: self.text_in(thing, recommendation::TEXT),
            theme: self.text_in(thing, recommendation::THEME),
            to: self.text_in(thing, recommendation::TO),
            date: CivilDate::parse(&self.text_in(thing, recommendation::DATE)),
            subdivision: self.text_in(thing, recommendation::SUBDIVISION),
            status: status.unwrap_or_default(),
            status_by: moved.author.clone(),
            status_at_ms: moved.id.at.ms,
            decision: self.text_in(thing, recommendation::DECISION),
            answer: self.text_in(thing, recommendation::ANSWER),
            notes,
            tasks,
            deleted: self.deletion_of(&Kind::Recommendation, thing) == Deletion::Yes,
            created_at_ms: first.id.at.ms,
            created_by: first.author.clone(),
            edited_at_ms: latest.id.at.ms,
            edited_by: latest.author.clone(),
            conflicts: self.conflicts_of(&Kind::Recommendation, id),
        })
    }
}
