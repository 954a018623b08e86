//! Taking back an act: new records that put the old values back, for one's own acts only.
//!
//! An undo is itself an act, and redo is the undo of that. What another person has changed since is left as it is and named
//! in the report. Where the act had ended a conflict, the conflict is open again ([`super::reopen`]). Which act comes next is the [`super::history`]'s business.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::act::Sees;
use super::intent::Ctx;
use super::kinds::Kind;
use super::merge::Journal;
use super::record::{Record, RecordId, StepId, Target, Value};
use crate::order;

/// What an undo did.
#[derive(Debug, Clone, PartialEq)]
pub struct UndoReport {
    /// The act that the undo is; undoing this one is the redo. `None` if nothing could be put back.
    pub step: Option<StepId>,
    /// Translation key of the name of the act that was taken back.
    pub step_name: String,
    /// The records to be stored.
    pub records: Vec<Record>,
    /// Fields that were left as they are.
    pub skipped: Vec<Skipped>,
}

/// A field that an undo left as it is, because it was changed since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The field.
    pub target: Target,
    /// Who changed it since.
    pub changed_by: String,
}

/// Why there was no undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoError {
    /// No records of that act are here.
    NoSuchStep,
    /// The act was made on another device.
    NotYours,
}

/// What an act did to one field.
struct Change {
    /// Its first record.
    first: Record,
    /// Its last record.
    last: Record,
}

/// What is written to a field to take an act back.
struct PutBack {
    target: Target,
    value: Value,
    how: How,
}

/// How it is written.
enum How {
    /// As a value.
    Sees(Sees),
    /// As the conflict of these records, which the act had ended.
    Reopens(Vec<RecordId>),
}

impl Journal {
    /// Takes back an act of this device; given an undo's own act, it is the redo.
    pub fn undo(&mut self, step: StepId, ctx: &Ctx) -> Result<UndoReport, UndoError> {
        let mut records: Vec<&Record> = self.state.records_of_step(step).collect();
        order::sort_by_key(&mut records, |record| record.id);
        let step_name = records.first().ok_or(UndoError::NoSuchStep)?.step_name.clone();
        if records.iter().any(|record| record.device != self.device) {
            return Err(UndoError::NotYours);
        }
        let mut changes: BTreeMap<Target, Change> = BTreeMap::new();
        let mut born: BTreeSet<(Kind, String)> = BTreeSet::new();
        for record in records {
            let is_birth = record.target.kind.life().is_some_and(|life| life.birth_field == record.target.field);
            if is_birth && record.old == Value::Null {
                born.insert((record.target.kind.clone(), record.target.key.clone()));
            }
            changes
                .entry(record.target.clone())
                .and_modify(|change| change.last = record.clone())
                .or_insert_with(|| Change { first: record.clone(), last: record.clone() });
        }
        let of_things = self.records_of_things(&changes);

        let mut skipped = Vec::new();
        let mut put_back: Vec<PutBack> = Vec::new();
        for (kind, key) in &born {
            // Taking back the making of a thing deletes it; a change of another's in it would go out of sight with it.
            let Some(life) = kind.life() else { continue };
            if let Some(by_other) = self.changed_since_birth(kind, key, &changes) {
                skipped.push(by_other);
            } else {
                let target = Target { kind: kind.clone(), key: key.clone(), field: life.death_field.to_owned() };
                put_back.push(PutBack { target, value: Value::Bool(true), how: How::Sees(Sees::WholeThing) });
            }
        }
        for (target, change) in &changes {
            if born.contains(&(target.kind.clone(), target.key.clone())) {
                continue;
            }
            let Change { first, last } = change;
            let of_thing = of_things.get(&(&target.kind, target.key.as_str())).map_or(&[][..], Vec::as_slice);
            let ended = self.state.conflict_ended_by(first, of_thing);
            let is_death = target.kind.life().is_some_and(|life| life.death_field == target.field);
            let may_hide = is_death && ended.is_none() && first.old.is_true();
            let hides = || if may_hide { self.changed_unseen(last) } else { None };
            if let Some(by_other) = self.changed_since(target, &last.new).or_else(hides) {
                skipped.push(by_other);
                continue;
            }
            let how = match ended {
                Some(before) => How::Reopens(before),
                None => How::Sees(if is_death { Sees::WholeThing } else { Sees::All }),
            };
            put_back.push(PutBack { target: target.clone(), value: first.old.clone(), how });
        }
        // A deletion speaks for the whole thing, so it comes after what else is put back in it.
        order::sort_by_key(&mut put_back, |put| matches!(put.how, How::Sees(Sees::WholeThing)));

        let mut act = self.begin(&step_name, &Ctx { step: None, ..*ctx });
        act.undoes = Some(step);
        for PutBack { target, value, how } in put_back {
            match how {
                How::Sees(sees) => self.push(&mut act, target, value, sees, ctx),
                How::Reopens(before) => self.reopen(&mut act, target, value, &before, ctx),
            }
        }
        let step = act.records.first().map(|record| record.step);
        Ok(UndoReport { step, step_name, records: act.records, skipped })
    }

    /// All records of the things in which an act may have ended a conflict.
    fn records_of_things<'a>(
        &'a self,
        changes: &'a BTreeMap<Target, Change>,
    ) -> BTreeMap<(&'a Kind, &'a str), Vec<&'a Record>> {
        let with_others = changes.values().filter(|change| !change.first.sees.is_empty());
        let mut found: BTreeMap<(&Kind, &str), Vec<&Record>> = BTreeMap::new();
        for change in with_others {
            found.insert((&change.first.target.kind, change.first.target.key.as_str()), Vec::new());
        }
        if !found.is_empty() {
            for record in self.state.records() {
                if let Some(of_thing) = found.get_mut(&(&record.target.kind, record.target.key.as_str())) {
                    of_thing.push(record);
                }
            }
        }
        found
    }

    /// Who changed a field since an act left it with a value. This device's own undos and redos lead back to that value
    /// and are no change.
    fn changed_since(&self, target: &Target, left_with: &Value) -> Option<Skipped> {
        let changed =
            self.state.standing(target).into_iter().find(|head| head.device != self.device || head.new != *left_with);
        changed.map(|head| Skipped { target: target.clone(), changed_by: head.author.clone() })
    }

    /// Who changed anything of a thing that no deletion before a restoring had seen: deleting the thing again would take
    /// that out of sight, though before the restoring it still stood against the deletion.
    fn changed_unseen(&self, restoring: &Record) -> Option<Skipped> {
        let thing = self.state.thing(&restoring.target.kind, &restoring.target.key)?;
        let is_undone_deletion = |record: &&Record| {
            record.target == restoring.target
                && record.new.is_true()
                && record.step != restoring.step
                && restoring.has_seen(record)
        };
        let deletions: Vec<&Record> = self.state.records().iter().filter(is_undone_deletion).collect();
        let was_seen = |head: &Record| deletions.iter().any(|deletion| deletion.has_seen(head));
        let mut heads = thing.field_names().flat_map(|field| self.state.heads_of(thing, field));
        let changed =
            heads.find(|head| head.device != self.device && head.target != restoring.target && !was_seen(head))?;
        Some(Skipped { target: changed.target.clone(), changed_by: changed.author.clone() })
    }

    fn changed_since_birth(&self, kind: &Kind, key: &str, birth: &BTreeMap<Target, Change>) -> Option<Skipped> {
        let thing = self.state.thing(kind, key)?;
        thing.field_names().find_map(|field| {
            let target = Target { kind: kind.clone(), key: key.to_owned(), field: field.to_owned() };
            let left_with = birth.get(&target).map_or(&Value::Null, |change| &change.last.new);
            self.changed_since(&target, left_with)
        })
    }
}

impl fmt::Display for UndoError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(match self {
            UndoError::NoSuchStep => "there is nothing of that step here",
            UndoError::NotYours => "that step was made on another device",
        })
    }
}

impl std::error::Error for UndoError {}
