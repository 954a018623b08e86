//! How records are made: ids, what they supersede, the value before.

use std::collections::BTreeMap;

use super::clean::{self, clean_line};
use super::clock::Hlc;
use super::intent::{Applied, Ctx};
use super::merge::Journal;
use super::record::{Record, RecordId, StepId, Target, Value, WriterId};

/// What a new record supersedes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sees {
    /// Everything that stands in the field.
    All,
    /// Only what the edit goes on from; other values of a conflict stay.
    Base,
    /// Everything that stands in any field of the thing (a deletion is about all of it).
    WholeThing,
}

/// An act in the making.
pub(super) struct Act {
    author: String,
    name: String,
    continues: Option<StepId>,
    pub(super) undoes: Option<StepId>,
    pub(super) records: Vec<Record>,
}

impl Act {
    pub(super) fn done(self, note: String, journal: &Journal) -> Applied {
        // An act without a record has no id of its own; this one is never looked up, for it leads to no record.
        let nothing = RecordId { at: Hlc::default(), writer: journal.writer };
        let step = self.continues.or(self.records.first().map(|record| record.step)).unwrap_or(nothing);
        Applied { step, note, records: self.records }
    }
}

impl Journal {
    /// The standing record that an edit goes on from.
    pub(super) fn base_of_edit(&self, target: &Target) -> Option<&Record> {
        let heads = self.state.heads(target);
        let by_writer = heads.iter().find(|head| head.id.writer == self.writer);
        let by_device = || heads.iter().find(|head| head.device == self.device);
        by_writer.or_else(by_device).or(heads.first()).copied()
    }

    pub(super) fn begin(&self, name: &str, ctx: &Ctx) -> Act {
        let mut author = clean_line(ctx.author);
        if let Some((end, _)) = author.char_indices().nth(clean::MAX_AUTHOR_CHARS) {
            author.truncate(end);
        }
        // A run of typing goes on only within one page load; going on with another's act would rewrite who did what.
        let continues = ctx.step.filter(|step| step.writer == self.writer);
        let name = continues
            .and_then(|step| self.state.records_of_step(step).next())
            .map_or_else(|| name.to_owned(), |first| first.step_name.clone());
        Act { author, name, continues, undoes: None, records: Vec::new() }
    }

    pub(super) fn push(&mut self, act: &mut Act, target: Target, new: Value, sees: Sees, ctx: &Ctx) {
        let at = self.clock.tick(ctx.now_ms);
        self.push_at(act, at, target, new, sees);
    }

    pub(super) fn push_at(&mut self, act: &mut Act, at: Hlc, target: Target, new: Value, sees: Sees) {
        let id = RecordId { at, writer: self.writer };
        let step = act.continues.or(act.records.first().map(|record| record.step)).unwrap_or(id);
        let base = match sees {
            Sees::Base => self.base_of_edit(&target),
            Sees::All | Sees::WholeThing => self.state.heads(&target).first().copied(),
        };
        let same_run = base.filter(|base| base.step == step && base.id.writer == self.writer);
        let old = same_run.map(|base| &base.old).or(base.map(|base| &base.new)).cloned().unwrap_or_default();
        let mut superseded: Vec<&Record> = match sees {
            Sees::Base => base.into_iter().collect(),
            Sees::All => self.state.standing_with_meant(&target, &target.field),
            Sees::WholeThing => {
                let thing = self.state.thing(&target.kind, &target.key);
                let fields = thing.into_iter().flat_map(super::state::Thing::field_names);
                fields.flat_map(|field| self.state.standing_with_meant(&target, field)).collect()
            }
        };
        superseded.retain(|record| record.id.writer != self.writer);
        let mut seen: BTreeMap<WriterId, Hlc> = BTreeMap::new();
        // Going on with a run repeats what the run superseded, so that the records between may be left out.
        let carried = same_run.map(|base| base.sees.as_slice()).unwrap_or_default();
        for id in superseded.iter().map(|record| record.id).chain(carried.iter().copied()) {
            let latest = seen.entry(id.writer).or_insert(id.at);
            *latest = (*latest).max(id.at);
        }
        let sees = seen.into_iter().map(|(writer, at)| RecordId { at, writer }).collect();
        self.write(act, id, target, [old, new], sees);
    }

    /// Puts a record of an act into the fold; the values are those before and from now on.
    pub(super) fn write(
        &mut self,
        act: &mut Act,
        id: RecordId,
        target: Target,
        [old, new]: [Value; 2],
        sees: Vec<RecordId>,
    ) {
        let record = Record {
            id,
            author: act.author.clone(),
            device: self.device,
            old,
            new,
            sees,
            step: act.continues.or(act.records.first().map(|record| record.step)).unwrap_or(id),
            step_name: act.name.clone(),
            undoes: act.undoes,
            target,
        };
        self.state.insert(record.clone());
        act.records.push(record);
    }
}
