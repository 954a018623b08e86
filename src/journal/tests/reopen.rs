//! Taking back what ended a conflict: the conflict is there as before, on every device, whatever the order.

use super::*;

/// What settles a conflict for one of its versions, as the page does it.
fn settle(conflict: &Conflict, version: &Version) -> Intent {
    let target = conflict.target.clone();
    let is_death = target.kind.life().is_some_and(|life| life.death_field == target.field);
    let is_end = version.field == target.field && version.value.is_true();
    let value = if is_death { Value::Bool(is_end) } else { version.value.clone() };
    Intent::Resolve { target, value }
}

/// Two devices whose people have written different texts into one note, and know of each other.
pub(super) fn differing() -> (Vec<Device>, String) {
    let mut devices = devices(2);
    let note = write(&mut devices[0], "first");
    exchange(&mut devices);
    devices[0].apply(intent_edit(&note, "mine"), None);
    devices[1].apply(intent_edit(&note, "theirs"), None);
    exchange(&mut devices);
    (devices, note)
}

fn texts(device: &Device) -> Vec<Vec<(String, Value)>> {
    let versions = |conflict: Conflict| -> Vec<(String, Value)> {
        conflict.versions.into_iter().map(|version| (version.author, version.value)).collect()
    };
    device.journal.state().conflicts().into_iter().map(versions).collect()
}

/// The conflicts without the times of their versions.
fn told(state: &JournalState) -> Vec<(Target, Vec<Value>)> {
    let values = |conflict: &Conflict| conflict.versions.iter().map(|version| version.value.clone()).collect();
    state.conflicts().iter().map(|conflict| (conflict.target.clone(), values(conflict))).collect()
}

proptest! {
    #[test]
    fn settling_and_undoing_leaves_every_conflict_as_it_was(
        work in work(60),
        settler in any::<Index>(),
        which in any::<Index>(),
        version in any::<Index>(),
        reloads in any::<bool>(),
        order in any::<prop::sample::Selector>(),
    ) {
        let mut devices = devices(3);
        for (who, op) in &work {
            carry_out(&mut devices, *who, op);
        }
        exchange(&mut devices);
        let device = settler.get_mut(&mut devices);
        let before = device.journal.state().clone();
        let conflicts = before.conflicts();
        // A third of all work ends in a conflict, which is enough; the rest has nothing to settle.
        if conflicts.is_empty() {
            return Ok(());
        }
        let conflict = which.get(&conflicts);
        let step = device.apply(settle(conflict, version.get(&conflict.versions)), None)[0].step;
        let settled = device.journal.state().clone();
        prop_assert!(!settled.conflicts().contains(conflict));
        if reloads {
            device.reload();
        }
        let undone = device.undo(step);
        prop_assert_eq!(&undone.skipped, &vec![]);
        assert_same(device.journal.state(), &before);
        // Redo settles it again, and undoing that opens it again.
        let redone = device.undo(undone.step.unwrap());
        prop_assert_eq!(told(device.journal.state()), told(&settled));
        device.undo(redone.step.unwrap());
        assert_same(device.journal.state(), &before);

        let all = device.journal.state().records().to_vec();
        let mut rest: Vec<&Record> = all.iter().collect();
        let mut shuffled = JournalState::default();
        while !rest.is_empty() {
            let ix = order.select(0..rest.len());
            shuffled.insert(rest.swap_remove(ix).clone());
        }
        assert_same(&shuffled, &before);
        let superfluous: BTreeSet<RecordId> = before.superfluous().into_iter().collect();
        assert_same(&state_of(all.iter().filter(|record| !superfluous.contains(&record.id))), &before);
    }
}

#[test]
fn both_texts_stand_again_with_who_wrote_them() {
    let (mut devices, note) = differing();
    let before = texts(&devices[0]);
    assert_eq!(before[0].len(), 2);
    let conflict = devices[0].journal.state().conflicts().remove(0);
    let step = devices[0].apply(settle(&conflict, &conflict.versions[0]), None)[0].step;
    exchange(&mut devices);
    assert_eq!(texts(&devices[1]), Vec::<Vec<(String, Value)>>::new());
    devices[0].undo(step);
    let report = {
        let records = devices[0].journal.state().records().to_vec();
        devices[1].journal.merge(records, 0)
    };
    assert_eq!(report.conflicts.len(), 1, "the merge says that there is a conflict again");
    for device in &devices {
        assert_eq!(texts(device), before);
        assert_eq!(device.journal.state().note(&note).unwrap().conflicts.len(), 1);
    }
}

#[test]
fn typing_on_in_a_conflict_that_is_open_again_leaves_the_other_text() {
    let (mut devices, note) = differing();
    let conflict = devices[0].journal.state().conflicts().remove(0);
    let step = devices[0].apply(settle(&conflict, &conflict.versions[1]), None)[0].step;
    devices[0].undo(step);
    assert_eq!(devices[0].journal.text_to_edit(&note), "mine");
    devices[0].apply(intent_edit(&note, "mine too"), None);
    exchange(&mut devices);
    let expected = [("author 0", "mine too"), ("author 1", "theirs")];
    let found: BTreeSet<(String, Value)> = texts(&devices[1]).remove(0).into_iter().collect();
    assert_eq!(found, expected.map(|(author, text)| (author.to_owned(), Value::from(text))).into());
    let conflict = devices[1].journal.state().conflicts().remove(0);
    devices[1].apply(settle(&conflict, &conflict.versions[0]), None);
    exchange(&mut devices);
    assert_eq!(devices[0].journal.state().conflicts(), [], "it can be settled for good");
}

/// Minh has not seen the settling and writes on; undoing it must not bring the older of his texts back.
#[test]
fn what_was_written_on_meanwhile_takes_its_place_in_the_conflict() {
    let (mut devices, note) = differing();
    let conflict = devices[0].journal.state().conflicts().remove(0);
    let step = devices[0].apply(settle(&conflict, &conflict.versions[0]), None)[0].step;
    devices[1].apply(intent_edit(&note, "theirs too"), None);
    devices[0].undo(step);
    exchange(&mut devices);
    let found: BTreeSet<(String, Value)> = texts(&devices[0]).remove(0).into_iter().collect();
    let expected = [("author 0", "mine"), ("author 1", "theirs too")];
    assert_eq!(found, expected.map(|(author, text)| (author.to_owned(), Value::from(text))).into());
}

#[test]
fn keeping_all_texts_can_be_taken_back() {
    let (mut devices, note) = differing();
    let before = texts(&devices[0]);
    let step = devices[0].apply(Intent::KeepAllTexts { note }, None)[0].step;
    assert_eq!(devices[0].journal.notes().len(), 2);
    devices[0].undo(step);
    assert_eq!((devices[0].journal.notes().len(), texts(&devices[0])), (1, before));
}

#[test]
fn a_contested_deletion_is_contested_again_whoever_deleted() {
    for deleter in [0, 1] {
        for version in [0, 1] {
            let mut devices = devices(2);
            let note = write(&mut devices[0], "first");
            exchange(&mut devices);
            devices[deleter].apply(Intent::DeleteNote { note: note.clone() }, None);
            devices[1 - deleter].apply(intent_edit(&note, "still needed"), None);
            exchange(&mut devices);
            let before = devices[0].journal.state().conflicts();
            let step = devices[0].apply(settle(&before[0], &before[0].versions[version]), None)[0].step;
            assert_eq!(devices[0].journal.state().conflicts(), []);
            devices[0].undo(step);
            exchange(&mut devices);
            assert_eq!(devices[1].journal.state().conflicts(), before, "deleted by {deleter}, kept {version}");
        }
    }
}
