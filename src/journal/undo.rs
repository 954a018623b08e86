//! Taking back an act: new records that put the old values back, for one's own acts only.
//!
//! An undo is itself an act, and redo is the undo of that. What another person (or another tab) has changed since is left
//! as it is and named in the report. Which act comes next is the [`super::history`]'s business.

use std::collections::BTreeMap;
use std::fmt;

use super::journal::{Ctx, Journal, Sees};
use super::kinds::Kind;
use super::record::{Record, StepId, Target, Value};

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

impl Journal {
    /// Takes back an act of this device; given an undo's own act, it is the redo.
    pub fn undo(&mut self, step: StepId, ctx: &Ctx) -> Result<UndoReport, UndoError> {
        let mut by_target: BTreeMap<Target, (Value, StepId)> = BTreeMap::new();
        let mut first_records: Vec<&Record> = self.state.records_of_step(step).collect();
        first_records.sort_by_key(|record| record.id);
        let first = *first_records.first().ok_or(UndoError::NoSuchStep)?;
        if first_records.iter().any(|record| record.device != self.device) {
            return Err(UndoError::NotYours);
        }
        let step_name = first.step_name.clone();
        let mut born: Vec<(Kind, String)> = Vec::new();
        for record in first_records {
            let is_birth = record.target.kind.spec().is_some_and(|spec| spec.birth_field == record.target.field);
            if is_birth && record.old == Value::Null && record.undoes.is_none() {
                born.push((record.target.kind.clone(), record.target.key.clone()));
            }
            by_target.entry(record.target.clone()).or_insert_with(|| (record.old.clone(), step));
        }

        let mut skipped = Vec::new();
        let mut changes: Vec<(Target, Value, Sees)> = Vec::new();
        for (kind, key) in &born {
            match self.changed_since_birth(kind, key, step) {
                Some(change) => {
                    skipped.push(Skipped { target: change.target.clone(), changed_by: change.author.clone() });
                }
                None => changes.extend(kind.spec().map(|spec| {
                    let field = spec.death_field.to_owned();
                    let target = Target { kind: kind.clone(), key: key.clone(), field };
                    (target, Value::Bool(true), Sees::WholeThing)
                })),
            }
        }
        for (target, (old, _)) in by_target {
            if born.iter().any(|(kind, key)| *kind == target.kind && *key == target.key) {
                continue;
            }
            match self.state.heads(&target).iter().find(|head| head.step != step) {
                Some(head) => skipped.push(Skipped { target, changed_by: head.author.clone() }),
                None => {
                    let is_death = target.kind.spec().is_some_and(|spec| spec.death_field == target.field);
                    changes.push((target, old, if is_death { Sees::WholeThing } else { Sees::All }));
                }
            }
        }
        let mut act = self.begin(&step_name, &Ctx { step: None, ..*ctx });
        act.undoes = Some(step);
        for (target, old, sees) in changes {
            self.push(&mut act, target, old, sees, ctx);
        }
        let step = act.records.first().map(|record| record.step);
        Ok(UndoReport { step, step_name, records: act.records, skipped })
    }

    /// A standing change of a thing that does not belong to the act that made it: taking back the thing would take that
    /// change out of sight.
    fn changed_since_birth(&self, kind: &Kind, key: &str, birth: StepId) -> Option<&Record> {
        let thing = self.state.thing(kind, key)?;
        thing.field_names().flat_map(|field| self.state.heads_of(thing, field)).find(|head| {
            // What this device changed since and took back again stands in the way of nothing.
            head.step != birth && (head.device != self.device || head.undoes.is_none())
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
