//! What merging a file would do, before anything is done.

use std::collections::{BTreeMap, BTreeSet};

use super::workspace_file::WorkspaceFile;
use crate::journal::{Journal, JournalState, Kind, Record};
use crate::order;

/// What merging would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// By the name of the person who wrote a note.
    pub authors: BTreeMap<String, Counts>,
    /// The sum over all persons.
    pub notes: Counts,
    /// All other things, by kind; kinds that this page does not show are left out.
    pub others: BTreeMap<Kind, Counts>,
    /// Records that are not here yet.
    pub records_new: usize,
    /// Records that are here already.
    pub records_here: usize,
    /// Records of kinds that this page does not show; they are kept and passed on.
    pub records_of_unknown_kinds: usize,
}

/// Things by what merging does to them. Those that are gone and were never here are not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Not here yet.
    pub new: usize,
    /// Here, and nothing changes.
    pub already_here: usize,
    /// Here, and the file has later changes.
    pub updated: usize,
    /// Changed here and in the file without knowledge of each other: a conflict to resolve.
    pub changed_by_both: usize,
}

impl Counts {
    fn add(&mut self, fate: Fate) {
        match fate {
            Fate::New => self.new += 1,
            Fate::AlreadyHere => self.already_here += 1,
            Fate::Updated => self.updated += 1,
            Fate::ChangedByBoth => self.changed_by_both += 1,
        }
    }
}

#[derive(Clone, Copy)]
enum Fate {
    New,
    AlreadyHere,
    Updated,
    ChangedByBoth,
}

/// What merging a file into a journal would do. Changes nothing.
pub fn preview(journal: &Journal, file: &WorkspaceFile) -> Preview {
    let is_new = |record: &&Record| journal.state().record(record.id).is_none();
    let mut preview = Preview { records_new: file.records.iter().filter(is_new).count(), ..Preview::default() };
    preview.records_here = file.records.len() - preview.records_new;
    preview.records_of_unknown_kinds = file.records.iter().filter(|record| record.target.kind.spec().is_none()).count();

    let mut merged = journal.clone();
    merged.merge(file.records.iter().cloned(), 0);
    let notes_in_file = file.records.iter().filter(|record| record.target.kind == Kind::Note);
    let keys: BTreeSet<&str> = order::set_of(notes_in_file.clone().map(|record| record.target.key.as_str()));
    let changed: BTreeSet<&str> = order::set_of(notes_in_file.filter(is_new).map(|record| record.target.key.as_str()));
    for key in keys {
        let Some(after) = merged.state().note(key) else { continue };
        let before = journal.state().note(key);
        let fate = match &before {
            None if after.deleted => continue,
            None => Fate::New,
            Some(_) if !changed.contains(key) => Fate::AlreadyHere,
            Some(before) if after.conflicts.len() > before.conflicts.len() => Fate::ChangedByBoth,
            Some(before) if before == &after => Fate::AlreadyHere,
            Some(_) => Fate::Updated,
        };
        preview.notes.add(fate);
        preview.authors.entry(after.created_by).or_default().add(fate);
    }
    count_others(&mut preview.others, [journal.state(), merged.state()], file);
    preview
}

/// Counts what is no note.
fn count_others(others: &mut BTreeMap<Kind, Counts>, [before, after]: [&JournalState; 2], file: &WorkspaceFile) {
    // For each thing of the file, whether some record of it is new here.
    let mut things: BTreeMap<(&Kind, &str), bool> = BTreeMap::new();
    for record in &file.records {
        let kind = &record.target.kind;
        if *kind != Kind::Note && kind.spec().is_some() {
            let is_new = before.record(record.id).is_none();
            *things.entry((kind, record.target.key.as_str())).or_default() |= is_new;
        }
    }
    for ((kind, key), is_changed) in things {
        let fate = match (before.stands(kind, key), after.stands(kind, key)) {
            (false, false) => continue,
            (false, true) => Fate::New,
            _ if !is_changed => Fate::AlreadyHere,
            _ if after.conflicts_of(kind, key).len() > before.conflicts_of(kind, key).len() => Fate::ChangedByBoth,
            _ if before.stands_alike(after, kind, key) => Fate::AlreadyHere,
            _ => Fate::Updated,
        };
        others.entry(kind.clone()).or_default().add(fate);
    }
}
