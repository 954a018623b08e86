//! Opening a conflict again: what is written when the act that ended one is taken back.
//!
//! In the fold each writer has one record standing in a field, so one record of a page cannot put back the values of two
//! people. The record that opens a conflict again therefore stands for others: it names those that stood before, and as
//! long as it stands they are shown in its place, with their own authors and times. It has a writer of its own, made from
//! the act that it takes back. By that it is recognised, and later records of the page supersede only what they go on from.
//! A page that does not know this reads it as the value that was shown before.

use std::collections::BTreeSet;

use super::act::Act;
use super::clock::Hlc;
use super::intent::Ctx;
use super::merge::Journal;
use super::record::{Record, RecordId, StepId, Target, Value, WriterId};
use super::state::JournalState;
use super::sum::fnv1a_64;

impl Record {
    /// Whether it stands for the records that it names.
    pub(super) fn reopens(&self) -> bool {
        self.undoes.is_some_and(|act| self.id.writer == writer_of(act, self.id.at))
    }
}

impl JournalState {
    /// What is shown of the records that stand in a field: those that one of them stands for take its place, unless
    /// somebody has gone on from them since.
    pub(super) fn reopened<'a>(&'a self, standing: Vec<&'a Record>) -> Vec<&'a Record> {
        if !standing.iter().any(|record| record.reopens()) {
            return standing;
        }
        let (reopening, mut shown): (Vec<&Record>, Vec<&Record>) =
            standing.iter().copied().partition(|record| record.reopens());
        let was_continued = |record: &Record, shown: &[&Record]| shown.iter().any(|later| later.has_seen(record));
        let mut meant: Vec<&Record> = reopening.into_iter().flat_map(|record| self.meant_by(record)).collect();
        meant.retain(|record| !was_continued(record, &shown) && !shown.contains(record));
        crate::order::sort_by_key(&mut meant, |record| record.id);
        meant.dedup();
        shown.extend(meant);
        // Nothing of what is meant has arrived yet.
        if shown.is_empty() { standing } else { shown }
    }

    /// What a later record of a thing's field takes the place of: the records that stand there, and those that they stand for.
    pub(super) fn standing_with_meant(&self, target: &Target, field: &str) -> Vec<&Record> {
        let Some(thing) = self.thing(&target.kind, &target.key) else { return Vec::new() };
        let mut all = self.standing_in(thing, field);
        let meant: Vec<&Record> =
            all.iter().filter(|record| record.reopens()).flat_map(|record| self.meant_by(record)).collect();
        all.extend(meant);
        all
    }

    /// The records that a record which opens a conflict again stands for.
    fn meant_by<'a>(&'a self, reopening: &'a Record) -> impl Iterator<Item = &'a Record> {
        let settling: Vec<&Record> = reopening
            .undoes
            .into_iter()
            .flat_map(|act| self.records_of_step(act))
            .filter(|record| record.target == reopening.target)
            .collect();
        let named = reopening.sees.iter().filter_map(|seen| self.record(*seen));
        named.filter(move |record| {
            let is_of_act = Some(record.step) == reopening.undoes;
            record.target == reopening.target && !is_of_act && settling.iter().any(|settling| settling.has_seen(record))
        })
    }

    /// Ids of the records that stood in a field before an act, if people differed then. `ending` is the act's first record
    /// in the field, `of_thing` are all records of its thing.
    pub(super) fn conflict_ended_by(&self, ending: &Record, of_thing: &[&Record]) -> Option<Vec<RecordId>> {
        // It takes another's record to differ from.
        if ending.sees.is_empty() {
            return None;
        }
        let Target { kind, field, .. } = &ending.target;
        let before = self.stood_before(ending, field, of_thing);
        let differ = before.windows(2).any(|pair| pair[0].new != pair[1].new);
        let is_contested = || {
            let is_death = kind.life().is_some_and(|life| life.death_field == *field);
            let deletions: Vec<&&Record> = before.iter().filter(|record| is_death && record.new.is_true()).collect();
            let was_unseen = |record: &&Record| !deletions.iter().any(|deletion| deletion.has_seen(record));
            let others: BTreeSet<&str> = of_thing.iter().map(|record| record.target.field.as_str()).collect();
            let mut others = others.into_iter().filter(|other| other != field);
            !deletions.is_empty()
                && others.any(|other| self.stood_before(ending, other, of_thing).iter().any(was_unseen))
        };
        (differ || is_contested()).then(|| before.iter().map(|record| record.id).collect())
    }

    /// The records that stood in a field of a thing when a record was written, as far as its writer knew.
    fn stood_before<'a>(&'a self, ending: &Record, field: &str, of_thing: &[&'a Record]) -> Vec<&'a Record> {
        // Times prove nothing: clocks jump. What has seen the act came after it, and what the act had not seen is not asked.
        let of_others = |record: &&&Record| record.target.field == field && record.step != ending.step;
        let of_field: Vec<&Record> = of_thing.iter().filter(of_others).copied().collect();
        let takes_its_place = |later: &Record, record: &Record| {
            later.id != record.id && later.has_seen(record) && !later.has_seen(ending)
        };
        let stood =
            |record: &&&Record| ending.has_seen(record) && !of_field.iter().any(|later| takes_its_place(later, record));
        self.reopened(of_field.iter().filter(stood).copied().collect())
    }
}

impl Journal {
    /// Puts back that people differ: in place of the new record those are shown that stood `before` the undone act.
    pub(super) fn reopen(&mut self, act: &mut Act, target: Target, shown: Value, before: &[RecordId], ctx: &Ctx) {
        let Some(undone) = act.undoes else { return };
        let at = self.clock.tick(ctx.now_ms);
        let standing: Vec<&Record> = self.state.standing(&target);
        let old = standing.first().map(|record| record.new.clone()).unwrap_or_default();
        let sees = before.iter().copied().chain(standing.iter().map(|record| record.id)).collect();
        self.write(act, RecordId { at, writer: writer_of(undone, at) }, target, [old, shown], sees);
    }
}

/// The writer of a record that takes back an act and opens a conflict again.
fn writer_of(act: StepId, at: Hlc) -> WriterId {
    let parts = [act.at.ms, u64::from(act.at.count), act.writer.0, at.ms, u64::from(at.count)];
    WriterId(fnv1a_64(parts.into_iter().flat_map(u64::to_le_bytes)))
}
