//! The shortlist of those who are to be honoured, read from the fold: areas as collectives, each with a person's reason,
//! and certificates for individuals as counts by role.
//!
//! **No private person's name is asked for or has a field here.** A role says what somebody does ("head of a street"),
//! and how many certificates go to people of that role in the area. A conference's list of names is kept elsewhere.

use super::conflict::Conflict;
use super::kinds::{Kind, shortlist};
use super::record::Record;
use super::state::JournalState;

/// An area's place on the shortlist.
#[derive(Debug, Clone, PartialEq)]
pub struct ShortlistEntry {
    /// The area's code.
    pub area: String,
    /// Whether it is to be honoured as a collective.
    pub chosen: bool,
    /// Why, or why not; may be empty.
    pub reason: String,
    /// Certificates for individuals: role and how many, in the order of the roles; none is 0.
    pub roles: Vec<(String, u32)>,
    /// Who made the latest change that stands; may be empty.
    pub author: String,
    /// When, milliseconds since 1970.
    pub at_ms: u64,
    /// Fields in which people's changes differ.
    pub conflicts: Vec<Conflict>,
}

/// Most certificates that one role of an area may have.
pub const MAX_CERTIFICATES: u32 = 1_000;

impl JournalState {
    /// Every area with a word on the shortlist, chosen or not, in the order of the codes.
    pub fn shortlist(&self) -> Vec<ShortlistEntry> {
        let mut entries = Vec::new();
        for (area, thing) in self.things(&Kind::Shortlist) {
            let mut roles = Vec::new();
            let mut latest: Option<&Record> = None;
            for field in thing.field_names() {
                for head in self.heads_of(thing, field) {
                    latest = Some(latest.filter(|known| known.id > head.id).unwrap_or(head));
                }
                let Some(role) = field.strip_prefix(shortlist::ROLE_PREFIX) else { continue };
                let count = self.number_in(thing, field).filter(|count| *count <= f64::from(MAX_CERTIFICATES));
                // A cast holds negative numbers to 0.
                let count = count.unwrap_or_default() as u32;
                if count > 0 {
                    roles.push((role.to_owned(), count));
                }
            }
            let chosen = self.heads_of(thing, shortlist::CHOSEN).first().is_some_and(|head| head.new.is_true());
            let reason = self.text_in(thing, shortlist::REASON);
            let conflicts = self.conflicts_of(&Kind::Shortlist, area);
            let Some(latest) = latest else { continue };
            if chosen || !reason.is_empty() || !roles.is_empty() || !conflicts.is_empty() {
                entries.push(ShortlistEntry {
                    area: area.to_owned(),
                    chosen,
                    reason,
                    roles,
                    author: latest.author.clone(),
                    at_ms: latest.id.at.ms,
                    conflicts,
                });
            }
        }
        entries
    }
}
