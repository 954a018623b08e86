//! The fold of records: for each field, which records stand now.
//!
//! The fold is a function of the *set* of records, so merging is set union and its laws (commutative, associative,
//! idempotent) follow. For each field and each writer only the latest record counts; it stands (is a *head*) unless some
//! record says that its writer had seen it. One head is a value, several heads with different values are a conflict, and
//! all of them are kept. Among several, the latest by (time, counter, writer) is shown.
//!
//! Insertion is O(log n) in the number of records and O(writers of the field) in the field; nothing is recomputed.

use std::collections::BTreeMap;

use super::conflict::Deletion;
use super::kinds::Kind;
use super::record::{Record, RecordId, StepId, Target, Value};
use crate::order;

/// The records and what follows from them.
#[derive(Debug, Clone, Default)]
pub struct JournalState {
    /// In order of arrival.
    records: Vec<Record>,
    ix_by_id: BTreeMap<RecordId, usize>,
    things: BTreeMap<Kind, BTreeMap<String, Thing>>,
    ixs_by_step: BTreeMap<StepId, Vec<usize>>,
}

/// The fields of one thing (a note).
#[derive(Debug, Clone, Default)]
pub struct Thing {
    fields: BTreeMap<String, Register>,
}

/// What stands in one field.
#[derive(Debug, Clone, Default)]
struct Register {
    /// Records that stand, at most one for each writer.
    head_ixs: Vec<usize>,
    /// For each writer the latest of its records that someone has seen and superseded.
    covered: Vec<RecordId>,
    /// The latest record of all; shown if contradictory (forged) records leave no head.
    latest_ix: usize,
    /// The earliest record of all.
    first_ix: usize,
}

/// What became of a record that was put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inserted {
    /// It was not there.
    New,
    /// The same record was there.
    Known,
    /// Another record of that id was there. The greater of both by content is kept, so that every device keeps the same.
    Clash,
}

impl JournalState {
    /// Puts a record in.
    pub fn insert(&mut self, record: Record) -> Inserted {
        if let Some(&ix) = self.ix_by_id.get(&record.id) {
            if self.records[ix] == record {
                return Inserted::Known;
            }
            if self.records[ix] < record {
                // Never happens between pages of this program, so a fold from scratch is good enough.
                let mut records = std::mem::take(self).records;
                records[ix] = record;
                for record in records {
                    self.insert(record);
                }
            }
            return Inserted::Clash;
        }
        let ix = self.records.len();
        self.records.push(record);
        let record = &self.records[ix];
        self.ix_by_id.insert(record.id, ix);
        self.ixs_by_step.entry(record.step).or_default().push(ix);
        let of_kind = match self.things.get_mut(&record.target.kind) {
            Some(of_kind) => of_kind,
            None => self.things.entry(record.target.kind.clone()).or_default(),
        };
        let thing = match of_kind.get_mut(&record.target.key) {
            Some(thing) => thing,
            None => of_kind.entry(record.target.key.clone()).or_default(),
        };
        let register = match thing.fields.get_mut(&record.target.field) {
            Some(register) => register,
            None => thing.fields.entry(record.target.field.clone()).or_insert(Register {
                head_ixs: Vec::new(),
                covered: Vec::new(),
                latest_ix: ix,
                first_ix: ix,
            }),
        };
        register.insert(ix, &self.records);
        Inserted::New
    }

    /// All records, in order of arrival.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The record of an id.
    pub fn record(&self, id: RecordId) -> Option<&Record> {
        self.ix_by_id.get(&id).map(|&ix| &self.records[ix])
    }

    /// The records of an act, in order of arrival.
    pub fn records_of_step(&self, step: StepId) -> impl Iterator<Item = &Record> {
        self.ixs_by_step.get(&step).into_iter().flatten().map(|&ix| &self.records[ix])
    }

    /// Kind and key of every thing, in order.
    pub fn thing_ids(&self) -> impl Iterator<Item = (&Kind, &str)> {
        self.things.iter().flat_map(|(kind, of_kind)| of_kind.keys().map(move |key| (kind, key.as_str())))
    }

    /// The things of a kind with their keys, in the order of the keys.
    pub fn things(&self, kind: &Kind) -> impl Iterator<Item = (&str, &Thing)> {
        self.things.get(kind).into_iter().flatten().map(|(key, thing)| (key.as_str(), thing))
    }

    /// One thing.
    pub fn thing(&self, kind: &Kind, key: &str) -> Option<&Thing> {
        self.things.get(kind)?.get(key)
    }

    /// The records that stand in a field, the shown one first; empty if nobody wrote it.
    pub fn heads(&self, target: &Target) -> Vec<&Record> {
        self.thing(&target.kind, &target.key).map(|thing| self.heads_of(thing, &target.field)).unwrap_or_default()
    }

    /// The value that a field shows.
    pub fn value(&self, target: &Target) -> &Value {
        self.heads(target).first().map_or(&Value::Null, |head| &head.new)
    }

    /// The records that stand in a thing's field, the shown one first. A record that opens a conflict again is not among
    /// them: those that it stands for are, see [`super::reopen`].
    pub fn heads_of<'a>(&'a self, thing: &'a Thing, field: &str) -> Vec<&'a Record> {
        let mut heads = self.reopened(self.standing_in(thing, field));
        order::sort_by_key(&mut heads, |head| std::cmp::Reverse(head.id));
        heads
    }

    /// The records that nobody has superseded in a field, in no order: what a later record names to take their place.
    pub(super) fn standing(&self, target: &Target) -> Vec<&Record> {
        let thing = self.thing(&target.kind, &target.key);
        thing.map(|thing| self.standing_in(thing, &target.field)).unwrap_or_default()
    }

    /// The same, given the thing.
    pub(super) fn standing_in<'a>(&'a self, thing: &'a Thing, field: &str) -> Vec<&'a Record> {
        let Some(register) = thing.fields.get(field) else { return Vec::new() };
        if register.head_ixs.is_empty() {
            return vec![&self.records[register.latest_ix]];
        }
        register.head_ixs.iter().map(|&ix| &self.records[ix]).collect()
    }

    /// The earliest record of a thing's field.
    pub fn first_of(&self, thing: &Thing, field: &str) -> Option<&Record> {
        thing.fields.get(field).map(|register| &self.records[register.first_ix])
    }

    /// Whether the records that stand are the same: two states are equal exactly if they show the same everywhere.
    pub fn stands_like(&self, other: &JournalState) -> bool {
        let standing = |state: &JournalState| -> Vec<Record> {
            let things = state.things.values().flat_map(BTreeMap::values);
            let heads = things.flat_map(|thing| thing.field_names().map(move |field| (thing, field)));
            heads.flat_map(|(thing, field)| state.heads_of(thing, field)).cloned().collect()
        };
        standing(self) == standing(other)
    }

    /// Whether anything stands in a thing: one with a life lives until it is deleted, one without is there as long as some
    /// field holds a value.
    pub fn stands(&self, kind: &Kind, key: &str) -> bool {
        let Some(thing) = self.thing(kind, key) else { return false };
        let mut heads = thing.field_names().flat_map(|field| self.heads_of(thing, field));
        heads.any(|head| head.new != Value::Null) && self.deletion_of(kind, thing) != Deletion::Yes
    }

    /// Whether one thing shows the same in another state.
    pub fn stands_alike(&self, other: &JournalState, kind: &Kind, key: &str) -> bool {
        let shown = |state: &JournalState| {
            let thing = state.thing(kind, key);
            let fields = thing.into_iter().flat_map(|thing| thing.field_names().map(move |field| (thing, field)));
            let values = fields.map(|(thing, field)| {
                let heads = state.heads_of(thing, field);
                (field.to_owned(), heads.first().map(|head| head.new.clone()))
            });
            values.collect::<Vec<_>>()
        };
        shown(self) == shown(other)
    }

    /// Ids of records that a later one of the same run of typing has made superfluous: same writer, act and field, same
    /// value before, and the later one supersedes all that the earlier one did. Leaving them out changes nothing that
    /// stands and takes away no undo; who wrote what stays.
    pub fn superfluous(&self) -> Vec<RecordId> {
        let mut latest: BTreeMap<(StepId, &Target), &Record> = BTreeMap::new();
        for record in &self.records {
            let entry = latest.entry((record.step, &record.target)).or_insert(record);
            if entry.id < record.id {
                *entry = record;
            }
        }
        let is_superfluous = |record: &&Record| {
            latest.get(&(record.step, &record.target)).is_some_and(|last| last.makes_superfluous(record))
        };
        self.records.iter().filter(is_superfluous).map(|record| record.id).collect()
    }
}

impl Record {
    /// Whether the writer of this record had the other one before the eyes (or wrote it earlier).
    pub fn has_seen(&self, other: &Record) -> bool {
        let is_own = self.id.writer == other.id.writer && self.id.at > other.id.at;
        is_own || self.sees.iter().any(|seen| seen.writer == other.id.writer && seen.at >= other.id.at)
    }

    /// Whether an earlier record can be left out when this one is kept, see [`JournalState::superfluous`].
    pub fn makes_superfluous(&self, earlier: &Record) -> bool {
        let covers = |seen: &RecordId| self.sees.iter().any(|own| own.writer == seen.writer && own.at >= seen.at);
        let same_run = self.step == earlier.step && self.target == earlier.target && self.undoes == earlier.undoes;
        let same_person = self.author == earlier.author && self.device == earlier.device;
        self.id.writer == earlier.id.writer
            && self.id.at > earlier.id.at
            && same_run
            && same_person
            && self.old == earlier.old
            && earlier.sees.iter().all(covers)
    }
}

impl Thing {
    /// The names of the fields that were ever written, in order.
    pub fn field_names(&self) -> impl Iterator<Item = &str> {
        self.fields.keys().map(String::as_str)
    }
}

impl Register {
    fn insert(&mut self, ix: usize, records: &[Record]) {
        let record = &records[ix];
        if records[self.latest_ix].id < record.id {
            self.latest_ix = ix;
        }
        if record.id < records[self.first_ix].id {
            self.first_ix = ix;
        }
        for seen in &record.sees {
            self.cover(*seen, records);
        }
        let id = record.id;
        if self.covered.iter().any(|covered| covered.writer == id.writer && covered.at >= id.at) {
            return;
        }
        match self.head_ixs.iter_mut().find(|head_ix| records[**head_ix].id.writer == id.writer) {
            Some(head_ix) => {
                if records[*head_ix].id.at < id.at {
                    *head_ix = ix;
                }
            }
            None => self.head_ixs.push(ix),
        }
    }

    fn cover(&mut self, seen: RecordId, records: &[Record]) {
        match self.covered.iter_mut().find(|covered| covered.writer == seen.writer) {
            Some(covered) => covered.at = covered.at.max(seen.at),
            None => self.covered.push(seen),
        }
        self.head_ixs.retain(|&head_ix| {
            let head = records[head_ix].id;
            head.writer != seen.writer || head.at > seen.at
        });
    }
}
