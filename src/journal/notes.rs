//! Notes as the page shows them, read from the fold.
//!
//! Changing them is an [`super::Intent`]; finding and filtering them is the view's business.

use std::fmt;

use super::conflict::{Conflict, Deletion};
use super::kinds::{Kind, note};
use super::record::{Record, Target};
use super::state::{JournalState, Thing};
use crate::order;

/// Free text anchored to something.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Random, the same on every device.
    pub id: String,
    /// What it is about.
    pub anchor: Anchor,
    /// The text that is shown; more than one stands if there is a conflict in the field `text`.
    pub text: String,
    /// Tags, sorted.
    pub tags: Vec<String>,
    /// Marked as done.
    pub done: bool,
    /// Deleted, and nobody changed it without having seen that.
    pub deleted: bool,
    /// The figure's value when the note was written, for notes on a figure.
    pub figure_then: Option<f64>,
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

/// What a note is about. Codes and ids hold no colon.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Anchor {
    /// The city as a whole.
    City,
    /// An area, by code.
    Area(String),
    /// An indicator, by id.
    Indicator(String),
    /// One figure.
    Figure {
        /// The area's code.
        area: String,
        /// The indicator's id.
        indicator: String,
        /// The indicator's period.
        period: String,
    },
    /// A street or village, by the random id of the register.
    Subdivision(String),
    /// Something that this version of the page does not know, by its text.
    Other(String),
}

impl Anchor {
    /// The anchor of a text as [`Anchor`]'s `Display` writes it; anything else is [`Anchor::Other`].
    pub fn from_text(text: &str) -> Anchor {
        let parts: Vec<&str> = text.split(':').collect();
        match parts.as_slice() {
            ["city"] => Anchor::City,
            ["area", code] if !code.is_empty() => Anchor::Area((*code).to_owned()),
            ["indicator", id] if !id.is_empty() => Anchor::Indicator((*id).to_owned()),
            ["subdivision", id] if !id.is_empty() => Anchor::Subdivision((*id).to_owned()),
            ["figure", area, indicator, period] if !area.is_empty() && !indicator.is_empty() => Anchor::Figure {
                area: (*area).to_owned(),
                indicator: (*indicator).to_owned(),
                period: (*period).to_owned(),
            },
            _ => Anchor::Other(text.to_owned()),
        }
    }

    /// The area that the anchor is in, for marks on the map and in the table.
    pub fn area(&self) -> Option<&str> {
        match self {
            Anchor::Area(area) | Anchor::Figure { area, .. } => Some(area),
            _ => None,
        }
    }

    /// The indicator that the anchor names.
    pub fn indicator(&self) -> Option<&str> {
        match self {
            Anchor::Indicator(indicator) | Anchor::Figure { indicator, .. } => Some(indicator),
            _ => None,
        }
    }
}

/// `city`, `area:14782`, `indicator:density_2019`, `subdivision:ID`, `figure:14782:density_2019:2019-04-01`.
impl fmt::Display for Anchor {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Anchor::City => formatter.write_str("city"),
            Anchor::Area(code) => write!(formatter, "area:{code}"),
            Anchor::Indicator(id) => write!(formatter, "indicator:{id}"),
            Anchor::Subdivision(id) => write!(formatter, "subdivision:{id}"),
            Anchor::Figure { area, indicator, period } => write!(formatter, "figure:{area}:{indicator}:{period}"),
            Anchor::Other(text) => formatter.write_str(text),
        }
    }
}

/// The address of a note's field.
pub fn note_target(id: &str, field: &str) -> Target {
    Target { kind: Kind::Note, key: id.to_owned(), field: field.to_owned() }
}

impl JournalState {
    /// All notes that are not deleted, by time of creation, oldest first.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes: Vec<Note> = self.notes_with_deleted().into_iter().filter(|note| !note.deleted).collect();
        order::sort_by(&mut notes, |a, b| (a.created_at_ms, &a.id).cmp(&(b.created_at_ms, &b.id)));
        notes
    }

    /// All notes, deleted ones too, in the order of their ids.
    pub fn notes_with_deleted(&self) -> Vec<Note> {
        self.things(&Kind::Note).filter_map(|(id, thing)| self.read_note(id, thing)).collect()
    }

    /// One note, deleted or not.
    pub fn note(&self, id: &str) -> Option<Note> {
        self.read_note(id, self.thing(&Kind::Note, id)?)
    }

    fn read_note(&self, id: &str, thing: &Thing) -> Option<Note> {
        let mut standing: Vec<&Record> = Vec::new();
        let mut tags = Vec::new();
        let (mut anchor, mut text, mut figure_then, mut done) = (Anchor::City, String::new(), None, false);
        for field in thing.field_names() {
            let heads = self.heads_of(thing, field);
            let Some(&shown) = heads.first() else { continue };
            match field {
                note::ANCHOR => anchor = Anchor::from_text(shown.new.as_text().unwrap_or_default()),
                note::TEXT => shown.new.as_text().unwrap_or_default().clone_into(&mut text),
                note::DONE => done = shown.new.is_true(),
                note::FIGURE => figure_then = shown.new.as_number(),
                _ => {
                    if let Some(tag) = field.strip_prefix(note::TAG_PREFIX).filter(|_| shown.new.is_true()) {
                        tags.push(tag.to_owned());
                    }
                }
            }
            standing.extend(heads);
        }
        let latest = standing.iter().copied().max_by_key(|record| record.id)?;
        // A note whose first record is lost (a damaged piece) still counts as made by its oldest standing change.
        let first =
            self.first_of(thing, note::ANCHOR).or_else(|| standing.iter().copied().min_by_key(|record| record.id))?;
        Some(Note {
            id: id.to_owned(),
            anchor,
            text,
            tags,
            done,
            deleted: self.deletion_of(&Kind::Note, thing) == Deletion::Yes,
            figure_then,
            created_at_ms: first.id.at.ms,
            created_by: first.author.clone(),
            edited_at_ms: latest.id.at.ms,
            edited_by: latest.author.clone(),
            conflicts: self.conflicts_of(&Kind::Note, id),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_round_trip() {
        let figure = Anchor::Figure {
            area: "14782".to_owned(),
            indicator: "density_2019".to_owned(),
            period: "2019-04-01".to_owned(),
        };
        let (area, indicator) = (Anchor::Area("14782".to_owned()), Anchor::Indicator("x".to_owned()));
        for anchor in [Anchor::City, area, indicator, Anchor::Subdivision("x".to_owned()), figure] {
            assert_eq!(Anchor::from_text(&anchor.to_string()), anchor);
        }
        for text in ["task:T1", "", "area:", "subdivision:", "area:1:2", "figure:1", "city:"] {
            assert_eq!(Anchor::from_text(text), Anchor::Other(text.to_owned()));
            assert_eq!(Anchor::from_text(text).to_string(), text);
        }
    }
}
