//! The laws of the journal, over random work of several devices with equal times, clock jumps, duplicates and reloads.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;

pub(crate) mod goals;
mod reopen;
mod review;
mod tasks;

/// What happens on one of the devices.
#[derive(Debug, Clone)]
pub(crate) enum Op {
    Write(String),
    Edit(Index, String),
    /// Goes on with the latest act.
    Type(Index, String),
    Tags(Index, Vec<String>),
    Done(Index, bool),
    Move(Index),
    Delete(Index),
    Restore(Index),
    Resolve(Index),
    KeepAll(Index),
    UndoLatest,
    /// The wall clock jumps.
    Jump(i64),
    /// Takes in what another device has.
    MergeFrom(Index),
    /// The page is opened anew.
    Reload,
    Review(review::ReviewOp),
    Task(tasks::TaskOp),
    Goal(goals::GoalOp),
}

#[derive(Debug, Clone)]
pub(crate) struct Device {
    pub(crate) journal: Journal,
    author: String,
    now_ms: u64,
    steps: Vec<StepId>,
    /// For each record of this device, what its writer knew when writing it.
    knew: BTreeMap<RecordId, BTreeSet<RecordId>>,
}

pub(crate) fn op() -> impl Strategy<Value = Op> {
    let text = "[a-c\n]{0,3}";
    let ix = any::<Index>;
    prop_oneof![
        3 => text.prop_map(Op::Write),
        5 => (ix(), text).prop_map(|(ix, text)| Op::Edit(ix, text)),
        4 => (ix(), text).prop_map(|(ix, text)| Op::Type(ix, text)),
        2 => (ix(), prop::collection::vec("[xyz]", 0..3)).prop_map(|(ix, tags)| Op::Tags(ix, tags)),
        1 => (ix(), any::<bool>()).prop_map(|(ix, done)| Op::Done(ix, done)),
        1 => ix().prop_map(Op::Move),
        2 => ix().prop_map(Op::Delete),
        1 => ix().prop_map(Op::Restore),
        1 => ix().prop_map(Op::Resolve),
        1 => ix().prop_map(Op::KeepAll),
        2 => Just(Op::UndoLatest),
        1 => (-100_000_000_i64..100_000_000).prop_map(Op::Jump),
        4 => ix().prop_map(Op::MergeFrom),
        1 => Just(Op::Reload),
        16 => review::review_op().prop_map(Op::Review),
        10 => tasks::task_op().prop_map(Op::Task),
        16 => goals::goal_op().prop_map(Op::Goal),
    ]
}

/// Work of some devices: who does what.
pub(crate) fn work(most_ops: usize) -> impl Strategy<Value = Vec<(Index, Op)>> {
    prop::collection::vec((any::<Index>(), op()), 1..most_ops)
}

pub(crate) fn devices(count: u64) -> Vec<Device> {
    let device = |number: u64| Device {
        journal: Journal::new(DeviceId(number), WriterId(number << 32)),
        author: format!("author {number}"),
        now_ms: 1_706_580_000_000,
        steps: Vec::new(),
        knew: BTreeMap::new(),
    };
    (0..count).map(device).collect()
}

impl Device {
    fn ctx(&self) -> (u64, String) {
        (self.now_ms, self.author.clone())
    }

    pub(crate) fn apply(&mut self, intent: Intent, step: Option<StepId>) -> Vec<Record> {
        let (now_ms, author) = self.ctx();
        let known: BTreeSet<RecordId> = self.journal.state().records().iter().map(|record| record.id).collect();
        let applied = self.journal.apply(intent, &Ctx { now_ms, author: &author, step }).unwrap();
        if !applied.records.is_empty() && self.steps.last() != Some(&applied.step) {
            self.steps.push(applied.step);
        }
        self.note_knowledge(known, &applied.records);
        applied.records
    }

    fn note_knowledge(&mut self, mut known: BTreeSet<RecordId>, records: &[Record]) {
        for record in records {
            self.knew.insert(record.id, known.clone());
            known.insert(record.id);
        }
    }

    pub(crate) fn undo(&mut self, step: StepId) -> UndoReport {
        let (now_ms, author) = self.ctx();
        let known: BTreeSet<RecordId> = self.journal.state().records().iter().map(|record| record.id).collect();
        let report = self.journal.undo(step, &Ctx { now_ms, author: &author, step: None }).unwrap();
        self.note_knowledge(known, &report.records);
        report
    }

    fn reload(&mut self) {
        let writer = WriterId(self.journal.writer().0 + 1);
        let mut journal = Journal::new(self.journal.device(), writer);
        journal.merge(self.journal.state().records().iter().cloned(), self.now_ms);
        self.journal = journal;
    }

    fn pick(&self, ix: Index) -> Option<String> {
        let notes = self.journal.state().notes_with_deleted();
        if notes.is_empty() { None } else { Some(ix.get(&notes).id.clone()) }
    }
}

/// Carries out an op; gives the records that it made.
pub(crate) fn carry_out(devices: &mut [Device], who: Index, op: &Op) -> Vec<Record> {
    let device_ix = who.index(devices.len());
    if let Op::MergeFrom(other) = op {
        let records = other.get(devices).journal.state().records().to_vec();
        let now_ms = devices[device_ix].now_ms;
        devices[device_ix].journal.merge(records, now_ms);
        return Vec::new();
    }
    let device = &mut devices[device_ix];
    let intent = match op.clone() {
        Op::Write(text) => Some(Intent::WriteNote { anchor: Anchor::City, text, tags: vec![], figure_then: None }),
        Op::Edit(ix, text) | Op::Type(ix, text) => device.pick(ix).map(|note| Intent::EditText { note, text }),
        Op::Tags(ix, tags) => device.pick(ix).map(|note| Intent::SetTags { note, tags }),
        Op::Done(ix, done) => device.pick(ix).map(|note| Intent::SetDone { note, done }),
        Op::Move(ix) => device.pick(ix).map(|note| Intent::MoveNote { note, anchor: Anchor::Area("14758".to_owned()) }),
        Op::Delete(ix) => device.pick(ix).map(|note| Intent::DeleteNote { note }),
        Op::Restore(ix) => device.pick(ix).map(|note| Intent::RestoreNote { note }),
        Op::KeepAll(ix) => device.pick(ix).map(|note| Intent::KeepAllTexts { note }),
        Op::Resolve(ix) => {
            let conflicts: Vec<Conflict> = device.journal.state().conflicts();
            let conflict = if conflicts.is_empty() { None } else { Some(ix.get(&conflicts)) };
            conflict.filter(|conflict| conflict.target.field == "text").map(|conflict| Intent::Resolve {
                target: conflict.target.clone(),
                value: conflict.versions[0].value.clone(),
            })
        }
        Op::UndoLatest => {
            return device.steps.pop().map(|step| device.undo(step).records).unwrap_or_default();
        }
        Op::Jump(by_ms) => {
            device.now_ms = device.now_ms.saturating_add_signed(by_ms);
            None
        }
        Op::Reload => {
            device.reload();
            None
        }
        Op::Review(op) => review::intent_of(device, &op),
        Op::Task(op) => tasks::intent_of(device, &op),
        Op::Goal(op) => goals::intent_of(device, &op),
        Op::MergeFrom(_) => None,
    };
    let step = if matches!(op, Op::Type(..)) { device.steps.last().copied() } else { None };
    intent.map(|intent| device.apply(intent, step)).unwrap_or_default()
}

pub(crate) fn state_of<'a>(records: impl IntoIterator<Item = &'a Record>) -> JournalState {
    let mut state = JournalState::default();
    for record in records {
        state.insert(record.clone());
    }
    state
}

fn assert_same(a: &JournalState, b: &JournalState) {
    assert_eq!(a.notes_with_deleted(), b.notes_with_deleted());
    assert_eq!(review::seen_of_review(a), review::seen_of_review(b));
    assert_eq!(tasks::seen_of_tasks(a), tasks::seen_of_tasks(b));
    assert_eq!(goals::seen_of_goals(a), goals::seen_of_goals(b));
    assert_eq!(a.conflicts(), b.conflicts());
    assert!(a.stands_like(b));
}

/// What a person sees, without the times of change.
fn seen(journal: &Journal) -> Vec<String> {
    let mut notes = journal.notes();
    crate::order::sort_by(&mut notes, |a, b| a.id.cmp(&b.id));
    let of_note = |note: Note| format!("{} {} {:?} {:?} {}", note.id, note.anchor, note.text, note.tags, note.done);
    let mut seen: Vec<String> = notes.into_iter().map(of_note).collect();
    seen.extend(review::seen_of_review(journal.state()));
    seen.extend(tasks::seen_of_tasks(journal.state()));
    seen.extend(goals::seen_of_goals(journal.state()));
    seen
}

proptest! {
    #[test]
    fn merging_is_commutative_associative_and_idempotent(
        work in work(60),
        order in any::<prop::sample::Selector>(),
    ) {
        let mut devices = devices(3);
        for (who, op) in &work {
            carry_out(&mut devices, *who, op);
        }
        let of = |ix: usize| devices[ix].journal.state().records();
        let merged = |ixs: &[usize]| state_of(ixs.iter().flat_map(|&ix| of(ix)));
        assert_same(&merged(&[0, 1, 2]), &merged(&[2, 1, 0]));
        assert_same(&merged(&[0, 1, 2, 1, 0, 0]), &merged(&[1, 0, 2]));
        let all = merged(&[0, 1, 2]);
        let left = state_of(merged(&[0, 1]).records().iter().chain(of(2)));
        let right = state_of(of(0).iter().chain(merged(&[1, 2]).records()));
        assert_same(&left, &right);
        // Record by record in any order.
        let mut rest: Vec<&Record> = all.records().iter().collect();
        let mut shuffled = JournalState::default();
        while !rest.is_empty() {
            let ix = order.select(0..rest.len());
            shuffled.insert(rest.swap_remove(ix).clone());
        }
        assert_same(&shuffled, &all);
    }

    /// The oracle is what each writer's journal held when it wrote, told apart from the `sees` of the records.
    #[test]
    fn no_change_is_lost_that_nobody_had_seen(work in work(80)) {
        let mut devices = devices(3);
        for (who, op) in &work {
            carry_out(&mut devices, *who, op);
        }
        let all = state_of(devices.iter().flat_map(|device| device.journal.state().records()));
        for record in all.records() {
            let was_seen = devices.iter().flat_map(|device| &device.knew).any(|(later, knew)| {
                knew.contains(&record.id) && all.record(*later).is_some_and(|later| later.target == record.target)
            });
            // What opens a conflict again is shown as what it stands for.
            if !was_seen && !record.reopens() {
                let heads = all.heads(&record.target);
                prop_assert!(heads.contains(&record), "lost: {:?}", record);
            }
        }
    }

    #[test]
    fn leaving_out_superfluous_records_changes_nothing(work in work(80)) {
        let mut devices = devices(3);
        let mut made = Vec::new();
        for (who, op) in &work {
            made.extend(carry_out(&mut devices, *who, op));
        }
        let all = state_of(&made);
        let superfluous: BTreeSet<RecordId> = all.superfluous().into_iter().collect();
        let kept = || made.iter().filter(|record| !superfluous.contains(&record.id));
        assert_same(&state_of(kept()), &all);
        // An older copy of another laptop that still has them does no harm.
        assert_same(&state_of(kept().chain(devices[0].journal.state().records())), &all);
    }

    #[test]
    fn undo_goes_back_step_by_step_and_redo_forth(work in work(40)) {
        let mut devices = devices(1);
        let mut seen_after: Vec<_> = vec![seen(&devices[0].journal)];
        for (who, op) in &work {
            if matches!(op, Op::UndoLatest) {
                continue;
            }
            carry_out(&mut devices, *who, op);
            let steps = devices[0].steps.len();
            seen_after.truncate(steps);
            seen_after.push(seen(&devices[0].journal));
        }
        let device = &mut devices[0];
        let mut undone = Vec::new();
        while let Some(step) = device.steps.pop() {
            let report = device.undo(step);
            prop_assert_eq!(&report.skipped, &vec![]);
            prop_assert_eq!(&seen(&device.journal), &seen_after[device.steps.len()]);
            undone.push(report.step.unwrap());
        }
        for (steps, step) in undone.iter().rev().enumerate() {
            let report = device.undo(*step);
            prop_assert_eq!(&report.skipped, &vec![]);
            prop_assert_eq!(&seen(&device.journal), &seen_after[steps + 1]);
        }
    }

    #[test]
    fn undo_never_takes_away_what_another_person_changed(work in work(60)) {
        let mut devices = devices(3);
        for (who, op) in &work {
            carry_out(&mut devices, *who, op);
        }
        let all: Vec<Record> = devices.iter().flat_map(|device| device.journal.state().records()).cloned().collect();
        let device = &mut devices[0];
        device.journal.merge(all, device.now_ms);
        let own = device.journal.device();
        let foreign = |state: &JournalState| -> Vec<Record> {
            let heads = state.thing_ids().filter_map(|(kind, key)| state.thing(kind, key));
            heads
                .flat_map(|thing| thing.field_names().flat_map(|field| state.heads_of(thing, field)))
                .filter(|head| head.device != own)
                .cloned()
                .collect()
        };
        let before = foreign(device.journal.state());
        let shown = |state: &JournalState, record: &Record| {
            let Target { kind, key, .. } = &record.target;
            state.thing(kind, key).is_some_and(|thing| state.deletion_of(kind, thing) != conflict::Deletion::Yes)
        };
        let shown_before: Vec<bool> = before.iter().map(|record| shown(device.journal.state(), record)).collect();
        // Undoing one's restoring of a thing leads back to an earlier deletion, which may hide what that deletion had seen.
        let is_deletion = |record: &&Record| {
            record.target.kind.life().is_some_and(|life| life.death_field == record.target.field) && record.new.is_true()
        };
        let deletions: Vec<Record> = device.journal.state().records().iter().filter(is_deletion).cloned().collect();
        while let Some(step) = device.steps.pop() {
            device.undo(step);
        }
        // Taking back a settling brings back what others had written, too.
        let after = foreign(device.journal.state());
        prop_assert!(before.iter().all(|record| after.contains(record)));
        for (record, was_shown) in before.iter().zip(shown_before) {
            let is_same_thing = |deletion: &&Record| {
                (&deletion.target.kind, &deletion.target.key) == (&record.target.kind, &record.target.key)
            };
            if deletions.iter().filter(is_same_thing).any(|deletion| deletion.has_seen(record)) {
                continue;
            }
            prop_assert!(!was_shown || shown(device.journal.state(), record), "hidden: {:?}", record);
        }
    }
}

fn intent_edit(note: &str, text: &str) -> Intent {
    Intent::EditText { note: note.to_owned(), text: text.to_owned() }
}

fn write(device: &mut Device, text: &str) -> String {
    let intent = Intent::WriteNote { anchor: Anchor::City, text: text.to_owned(), tags: vec![], figure_then: None };
    device.apply(intent, None)[0].target.key.clone()
}

fn exchange(devices: &mut [Device]) {
    let all: Vec<Record> = devices.iter().flat_map(|device| device.journal.state().records()).cloned().collect();
    for device in devices {
        device.journal.merge(all.clone(), device.now_ms);
    }
}

#[test]
fn two_texts_of_two_people_both_stand_until_resolved() {
    let mut devices = devices(2);
    let note = write(&mut devices[0], "first");
    exchange(&mut devices);
    devices[0].apply(intent_edit(&note, "mine"), None);
    devices[1].apply(intent_edit(&note, "theirs"), None);
    let theirs = devices[1].journal.state().records().to_vec();
    let report = devices[0].journal.merge(theirs.clone(), 0);
    assert_eq!((report.new.len(), report.already_here), (1, 2));
    assert_eq!(report.by_author["author 1"], FromAuthor { records: 1, things: 1 });
    let texts: BTreeSet<_> = report.conflicts[0].versions.iter().map(|version| version.value.clone()).collect();
    assert_eq!(texts, BTreeSet::from([Value::from("mine"), Value::from("theirs")]));
    assert_eq!(devices[0].journal.merge(theirs, 0).new, []);

    // Typing on in a conflict goes on with one's own text and leaves the other's standing.
    assert_eq!(devices[0].journal.text_to_edit(&note), "mine");
    devices[0].apply(intent_edit(&note, "mine too"), None);
    assert_eq!(devices[0].journal.state().conflicts()[0].versions.len(), 2);

    let target = notes::note_target(&note, kinds::note::TEXT);
    devices[0].apply(Intent::Resolve { target, value: Value::from("both") }, None);
    exchange(&mut devices);
    for device in &devices {
        assert_eq!(device.journal.state().note(&note).unwrap().text, "both");
        assert_eq!(device.journal.state().conflicts(), []);
    }
}

#[test]
fn keeping_all_texts_makes_a_note_of_each() {
    let (mut devices, note) = reopen::differing();
    devices[0].apply(Intent::KeepAllTexts { note: note.clone() }, None);
    exchange(&mut devices);
    let texts: BTreeSet<String> = devices[1].journal.notes().into_iter().map(|note| note.text).collect();
    assert_eq!(texts, BTreeSet::from(["mine".to_owned(), "theirs".to_owned()]));
    assert_eq!(devices[1].journal.state().conflicts(), []);
}

#[test]
fn a_note_deleted_by_one_and_changed_by_another_is_shown_as_a_conflict() {
    let mut devices = devices(2);
    let note = write(&mut devices[0], "first");
    exchange(&mut devices);
    devices[0].apply(Intent::DeleteNote { note: note.clone() }, None);
    devices[1].apply(intent_edit(&note, "still needed"), None);
    exchange(&mut devices);
    let shown = devices[0].journal.state().note(&note).unwrap();
    assert!(!shown.deleted);
    assert_eq!(shown.conflicts[0].target.field, "deleted");
    devices[0].apply(Intent::DeleteNote { note: note.clone() }, None);
    exchange(&mut devices);
    assert!(devices[1].journal.state().note(&note).unwrap().deleted);
}

#[test]
fn tags_of_two_people_add_up() {
    let mut devices = devices(2);
    let note = write(&mut devices[0], "first");
    exchange(&mut devices);
    for (device, tag) in devices.iter_mut().zip(["one", "two"]) {
        device.apply(Intent::SetTags { note: note.clone(), tags: vec![tag.to_owned()] }, None);
    }
    exchange(&mut devices);
    assert_eq!(devices[0].journal.state().note(&note).unwrap().tags, ["one", "two"]);
    assert_eq!(devices[0].journal.state().conflicts(), []);
}

#[test]
fn a_run_of_typing_is_one_step_and_keeps_one_record() {
    let mut devices = devices(2);
    let note = write(&mut devices[1], "before");
    exchange(&mut devices);
    let device = &mut devices[0];
    let step = device.apply(intent_edit(&note, "a"), None)[0].step;
    for text in ["ab", "abc", "abcd"] {
        let records = device.apply(intent_edit(&note, text), Some(step));
        assert_eq!((records.len(), records[0].step), (1, step));
        assert_eq!(records[0].old, Value::from("before"));
        // What the run has superseded is said by each of its records, so that the last alone is enough.
        assert_eq!(records[0].sees.len(), 1);
    }
    assert_eq!(device.journal.state().superfluous().len(), 3);
    device.undo(step);
    assert_eq!(device.journal.state().note(&note).unwrap().text, "before");
}

#[test]
fn undo_of_a_changed_field_is_skipped_with_a_name() {
    let mut devices = devices(2);
    let note = write(&mut devices[0], "first");
    let step = devices[0].apply(intent_edit(&note, "second"), None)[0].step;
    exchange(&mut devices);
    devices[1].apply(intent_edit(&note, "third"), None);
    exchange(&mut devices);
    let report = devices[0].undo(step);
    assert_eq!((report.step, report.skipped[0].changed_by.as_str()), (None, "author 1"));
    assert_eq!(devices[0].journal.state().note(&note).unwrap().text, "third");
    let ctx = Ctx { now_ms: 0, author: "", step: None };
    assert_eq!(devices[1].journal.undo(step, &ctx), Err(UndoError::NotYours));
}

/// The deletion stood against a change that it had not seen; undoing the restoring must not hide that change, but show
/// both again.
#[test]
fn undo_of_restoring_hides_nothing_that_the_deletion_had_not_seen() {
    let mut devices = devices(3);
    let note = write(&mut devices[0], "first");
    exchange(&mut devices);
    devices[1].apply(Intent::DeleteNote { note: note.clone() }, None);
    devices[2].apply(intent_edit(&note, "still needed"), None);
    exchange(&mut devices);
    let contested = devices[0].journal.state().conflicts();
    let step = devices[0].apply(Intent::RestoreNote { note: note.clone() }, None)[0].step;
    assert_eq!(devices[0].journal.state().conflicts(), []);
    let report = devices[0].undo(step);
    assert_eq!(report.skipped, []);
    assert_eq!(devices[0].journal.state().conflicts(), contested);
    let shown = devices[0].journal.state().note(&note).unwrap();
    assert_eq!((shown.deleted, shown.text.as_str()), (false, "still needed"));
}

#[test]
fn intents_are_checked_and_texts_cleaned() {
    let mut devices = devices(1);
    let device = &mut devices[0];
    let note = write(device, "a\0b\u{202e}");
    assert_eq!(device.journal.state().note(&note).unwrap().text, "ab");
    let ctx = Ctx { now_ms: 0, author: " Lan\n ", step: None };
    let long = "đ".repeat(clean::MAX_TEXT_CHARS + 1);
    let too_long = IntentError::TextTooLong { chars: clean::MAX_TEXT_CHARS + 1, limit_chars: clean::MAX_TEXT_CHARS };
    assert_eq!(device.journal.apply(intent_edit(&note, &long), &ctx), Err(too_long));
    assert_eq!(device.journal.apply(intent_edit("none", "x"), &ctx), Err(IntentError::NoSuchNote));
    let tags = Intent::SetTags { note: note.clone(), tags: vec!["  ".to_owned()] };
    assert_eq!(device.journal.apply(tags, &ctx), Err(IntentError::BadTag(String::new())));
    for anchor in [Anchor::Area("a:b".to_owned()), Anchor::Area(String::new()), Anchor::Other("city".to_owned())] {
        let moved = Intent::MoveNote { note: note.clone(), anchor };
        assert_eq!(device.journal.apply(moved, &ctx), Err(IntentError::BadAnchor));
    }
    let before = device.journal.state().records().len();
    assert_eq!(device.journal.apply(intent_edit(&note, "ab"), &ctx).unwrap().records, []);
    assert_eq!(device.journal.state().records().len(), before);
    assert_eq!(device.journal.apply(intent_edit(&note, "c"), &ctx).unwrap().records[0].author, "Lan");
}

#[test]
fn records_of_unknown_kinds_are_kept_and_their_conflicts_found() {
    let record = |writer: u64, new: &str| Record {
        id: RecordId { at: Hlc { ms: 1, count: 0 }, writer: WriterId(writer) },
        author: String::new(),
        device: DeviceId(writer),
        target: Target { kind: Kind::from_code("parade"), key: "k".to_owned(), field: "f".to_owned() },
        old: Value::Null,
        new: Value::from(new),
        sees: vec![],
        step: RecordId { at: Hlc { ms: 1, count: 0 }, writer: WriterId(writer) },
        step_name: "parade-enter".to_owned(),
        undoes: None,
    };
    let mut journal = Journal::new(DeviceId(9), WriterId(9));
    let report = journal.merge([record(1, "a"), record(2, "b")], 0);
    assert_eq!(report.conflicts.len(), 1);
    assert_eq!(journal.notes(), []);
    // Another content under a known id: every order ends with the same one.
    let report = journal.merge([record(1, "c")], 0);
    assert_eq!(report.clashes.len(), 1);
    let other_order = state_of(&[record(1, "c"), record(2, "b"), record(1, "a")]);
    assert!(journal.state().stands_like(&other_order));
}
