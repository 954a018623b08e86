//! Where people's changes differ without anyone having seen the other's.
//!
//! Nothing is decided here: all values stand until a person resolves the conflict (`Intent::Resolve` and its like).

use super::kinds::{Kind, report};
use super::record::{DeviceId, Record, RecordId, Target, Value};
use super::state::{JournalState, Thing};

/// A field in which several values stand, because people changed it without seeing each other's change.
///
/// In a kind's death field it may also be: one deleted the thing, another changed it without having seen that. The
/// versions are then the deletions first, then the changes, whatever field they are in; the thing does not count as deleted.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The field.
    pub target: Target,
    /// The values that stand, the shown one first.
    pub versions: Vec<Version>,
}

/// One of the values of a conflict.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// The record that wrote it.
    pub id: RecordId,
    /// Who.
    pub author: String,
    /// In which browser profile.
    pub device: DeviceId,
    /// In which field.
    pub field: String,
    /// The value.
    pub value: Value,
}

/// Whether a thing was deleted.
#[derive(Debug, Clone, PartialEq)]
pub enum Deletion {
    /// It was not.
    No,
    /// It was, and nobody changed it without having seen that.
    Yes,
    /// It was, and somebody changed it without having seen that.
    Contested(Conflict),
}

impl JournalState {
    /// Every conflict, in the order of kinds, keys and fields.
    pub fn conflicts(&self) -> Vec<Conflict> {
        self.thing_ids().flat_map(|(kind, key)| self.conflicts_of(kind, key)).collect()
    }

    /// The conflicts that wait for a person in anything but notes (which show their own): kind, thing and field stand in
    /// [`Conflict::target`]. Left out are things that are deleted for good, and which of two files a report came from,
    /// which is nothing to decide once the value is.
    pub fn conflicts_beside_notes(&self) -> Vec<Conflict> {
        let mut found = Vec::new();
        for (kind, key) in self.thing_ids().filter(|(kind, _)| **kind != Kind::Note) {
            let conflicts = self.conflicts_of(kind, key);
            let is_gone = || self.thing(kind, key).is_some_and(|thing| self.deletion_of(kind, thing) == Deletion::Yes);
            if !conflicts.is_empty() && !is_gone() {
                found.extend(conflicts);
            }
        }
        found.retain(|conflict| conflict.target.kind != Kind::Report || conflict.target.field != report::SOURCE);
        found
    }

    /// The conflicts in one thing.
    pub fn conflicts_of(&self, kind: &Kind, key: &str) -> Vec<Conflict> {
        let Some(thing) = self.thing(kind, key) else { return Vec::new() };
        let in_field = |field| conflict_among(&self.heads_of(thing, field));
        let mut conflicts: Vec<Conflict> = thing.field_names().filter_map(in_field).collect();
        if let Deletion::Contested(conflict) = self.deletion_of(kind, thing) {
            conflicts.push(conflict);
        }
        conflicts
    }

    /// The conflict in a field, if different values stand in it.
    pub fn conflict(&self, target: &Target) -> Option<Conflict> {
        conflict_among(&self.heads(target))
    }

    /// Whether a thing was deleted. Kinds without a life, and those that are not known, have no deletion.
    pub fn deletion_of(&self, kind: &Kind, thing: &Thing) -> Deletion {
        let Some(life) = kind.life() else { return Deletion::No };
        let mut deletions = self.heads_of(thing, life.death_field);
        if !deletions.first().is_some_and(|shown| shown.new.is_true()) {
            return Deletion::No;
        }
        deletions.retain(|head| head.new.is_true());
        let others = thing.field_names().filter(|field| *field != life.death_field);
        let unseen: Vec<&Record> = others
            .flat_map(|field| self.heads_of(thing, field))
            .filter(|record| !deletions.iter().any(|deletion| deletion.has_seen(record)))
            .collect();
        match deletions.first() {
            Some(deletion) if !unseen.is_empty() => Deletion::Contested(Conflict {
                target: deletion.target.clone(),
                versions: deletions.iter().chain(&unseen).map(|record| Version::of(record)).collect(),
            }),
            _ => Deletion::Yes,
        }
    }
}

/// The conflict among the records that stand in one field.
fn conflict_among(heads: &[&Record]) -> Option<Conflict> {
    let shown = heads.first()?;
    if heads.iter().all(|head| head.new == shown.new) {
        return None;
    }
    Some(Conflict { target: shown.target.clone(), versions: heads.iter().map(|head| Version::of(head)).collect() })
}

impl Version {
    fn of(record: &Record) -> Version {
        Version {
            id: record.id,
            author: record.author.clone(),
            device: record.device,
            field: record.target.field.clone(),
            value: record.new.clone(),
        }
    }
}
