//! The journal of this device, and how it takes in records of others.
//!
//! It does not store anything: the records that [`Journal::apply`], [`Journal::undo`] and [`Journal::merge`] return are
//! handed to `storage::Vault` by the caller.

use std::collections::{BTreeMap, BTreeSet};

use super::clock::Clock;
use super::conflict::Conflict;
use super::kinds::Kind;
use super::notes::Note;
use super::record::{DeviceId, Record, RecordId, Target, WriterId};
use super::state::{Inserted, JournalState};

/// Records, what follows from them, and who writes here.
#[derive(Debug, Clone)]
pub struct Journal {
    pub(super) state: JournalState,
    pub(super) device: DeviceId,
    pub(super) clock: Clock,
    pub(super) writer: WriterId,
}

/// What a merge did.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MergeReport {
    /// Records that were not here before (or took the place of a clashing one), to be stored.
    pub new: Vec<Record>,
    /// How many were here already.
    pub already_here: usize,
    /// Ids under which another content was here; the same one of both is kept on every device.
    pub clashes: Vec<RecordId>,
    /// Conflicts that the merge brought.
    pub conflicts: Vec<Conflict>,
    /// What came from whom, by author's name.
    pub by_author: BTreeMap<String, FromAuthor>,
}

/// What one author brought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FromAuthor {
    /// New records.
    pub records: usize,
    /// Notes (or other things) that the records touch.
    pub things: usize,
}

impl Journal {
    /// An empty journal. `device` is the browser profile's number, `writer` a fresh random number of this page load.
    pub fn new(device: DeviceId, writer: WriterId) -> Journal {
        Journal { state: JournalState::default(), device, clock: Clock::default(), writer }
    }

    /// The fold: notes, conflicts, records.
    pub fn state(&self) -> &JournalState {
        &self.state
    }

    /// All notes that are not deleted, oldest first.
    pub fn notes(&self) -> Vec<Note> {
        self.state.notes()
    }

    /// This browser profile.
    pub fn device(&self) -> DeviceId {
        self.device
    }

    /// This page load.
    pub fn writer(&self) -> WriterId {
        self.writer
    }

    /// Takes in records of a file, another tab or the storage. The order and the number of times do not matter. Records
    /// must have been checked by their reader.
    pub fn merge(&mut self, records: impl IntoIterator<Item = Record>, now_ms: u64) -> MergeReport {
        let mut report = MergeReport::default();
        let mut in_conflict_before: BTreeMap<(Kind, String), Vec<Target>> = BTreeMap::new();
        let mut things_by_author: BTreeMap<String, BTreeSet<(Kind, String)>> = BTreeMap::new();
        for record in records {
            let thing = (record.target.kind.clone(), record.target.key.clone());
            if !in_conflict_before.contains_key(&thing) {
                let targets = self.state.conflicts_of(&thing.0, &thing.1).into_iter().map(|conflict| conflict.target);
                in_conflict_before.insert(thing.clone(), targets.collect());
            }
            match self.state.insert(record.clone()) {
                Inserted::Known => report.already_here += 1,
                Inserted::Clash => {
                    report.clashes.push(record.id);
                    if self.state.record(record.id) == Some(&record) {
                        report.new.push(record);
                    }
                }
                Inserted::New => {
                    self.clock.observe(record.id.at, now_ms);
                    report.by_author.entry(record.author.clone()).or_default().records += 1;
                    things_by_author.entry(record.author.clone()).or_default().insert(thing);
                    report.new.push(record);
                }
            }
        }
        for (author, things) in things_by_author {
            report.by_author.entry(author).or_default().things = things.len();
        }
        for ((kind, key), before) in in_conflict_before {
            let after = self.state.conflicts_of(&kind, &key);
            report.conflicts.extend(after.into_iter().filter(|conflict| !before.contains(&conflict.target)));
        }
        report
    }
}
