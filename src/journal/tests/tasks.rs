//! The part of the model that works on tasks and check-ins.

use proptest::prelude::*;
use proptest::sample::Index;

use super::{Device, devices, exchange};
use crate::data::Tr;
use crate::journal::*;
use crate::text::date::CivilDate;

/// What happens on one of the devices, with few places so that devices meet.
#[derive(Debug, Clone)]
pub(crate) enum TaskOp {
    Add(u8),
    /// Changes what is shown to what the number says; the first index chooses among the data set's and one's own.
    Edit(Index, u8),
    Hand(Index, Option<bool>, Vec<(String, bool)>),
    Retire(Index, bool),
    CheckIn(Vec<CheckInKey>, CheckInChange),
    Clear(Vec<CheckInKey>),
    /// Resolves a conflict in tasks or check-ins for a value that stands.
    Resolve(Index, Index),
}

fn cell() -> impl Strategy<Value = CheckInKey> {
    let part = |texts: [&'static str; 2]| prop::sample::select(texts.map(str::to_owned).to_vec());
    (part(["T2", "T10"]), part(["14758", "14761"]), part(["2024-03", "once"]))
        .prop_map(|(task, place, period)| CheckInKey { task, place, period })
}

fn change() -> impl Strategy<Value = CheckInChange> {
    let status = prop::sample::select(Status::ALL.map(|(_, status)| status).to_vec());
    let number = || prop::option::of((0u8..3).prop_map(f64::from));
    let outcome = prop::sample::select(vec![Outcome::Fires, Outcome::Crimes]);
    let outcomes = prop::collection::vec((outcome, number()), 0..3);
    (prop::option::of(status), prop::option::of("[ab]{0,2}"), prop::option::of(number()), outcomes)
        .prop_map(|(status, remark, figure, outcomes)| CheckInChange { status, remark, figure, outcomes })
}

pub(crate) fn task_op() -> impl Strategy<Value = TaskOp> {
    let ix = any::<Index>;
    let area = prop::sample::select(vec!["14758".to_owned(), "14761".to_owned()]);
    let cells = || prop::collection::vec(cell(), 0..4);
    prop_oneof![
        1 => (0u8..4).prop_map(TaskOp::Add),
        2 => (ix(), 0u8..4).prop_map(|(ix, by)| TaskOp::Edit(ix, by)),
        2 => (ix(), any::<Option<bool>>(), prop::collection::vec((area, any::<bool>()), 0..3))
            .prop_map(|(ix, all, areas)| TaskOp::Hand(ix, all, areas)),
        1 => (ix(), any::<bool>()).prop_map(|(ix, retired)| TaskOp::Retire(ix, retired)),
        4 => (cells(), change()).prop_map(|(cells, change)| TaskOp::CheckIn(cells, change)),
        1 => cells().prop_map(TaskOp::Clear),
        1 => (ix(), ix()).prop_map(|(conflict, version)| TaskOp::Resolve(conflict, version)),
    ]
}

fn draft(number: u8) -> TaskDraft {
    let measure = Measure { indicator: "bins".to_owned(), target: f64::from(number) };
    TaskDraft {
        title: Tr { vi: format!("Việc {number}"), ..Tr::default() },
        group: if number == 0 { String::new() } else { format!("group {number}") },
        rhythm: Rhythm::ALL[usize::from(number) % 4].1,
        start: CivilDate::new(2024, 2, 1 + u32::from(number)),
        due: CivilDate::new(2024, 12, 31).filter(|_| number > 1),
        measure: Some(measure).filter(|_| number.is_multiple_of(2)),
        outcomes: if number == 3 { vec![Outcome::Fires, Outcome::Jams] } else { Vec::new() },
        to: Recipients { all: number == 1, areas: vec![format!("1475{number}")] },
        ..TaskDraft::default()
    }
}

/// As a task of the data set is before anybody changes it.
fn built_in() -> TaskDraft {
    let title = "as the data set has it".to_owned();
    TaskDraft {
        title: Tr { vi: title.clone(), en: title.clone(), ru: title },
        outcomes: vec![Outcome::Crimes],
        to: Recipients { all: true, areas: Vec::new() },
        ..TaskDraft::default()
    }
}

fn edit(id: &str, was: TaskDraft, draft: TaskDraft) -> Intent {
    Intent::EditTask { id: id.to_owned(), was: Box::new(was), draft: Box::new(draft) }
}

fn tasks_of(state: &JournalState) -> Vec<StoredTask> {
    let mut tasks = ["T2", "T10"].map(|id| state.task_over(id, built_in())).to_vec();
    tasks.extend(state.own_tasks());
    tasks
}

/// The intent of an op, if there is something that it can be done to.
pub(crate) fn intent_of(device: &Device, op: &TaskOp) -> Option<Intent> {
    let state = device.journal.state();
    let tasks = tasks_of(state);
    Some(match op.clone() {
        TaskOp::Add(number) => Intent::AddTask(Box::new(draft(number))),
        TaskOp::Edit(ix, by) => {
            let task = ix.get(&tasks).clone();
            edit(&task.id, task.draft, draft(by))
        }
        TaskOp::Hand(ix, all, areas) => Intent::HandTask { id: ix.get(&tasks).id.clone(), all, areas },
        TaskOp::Retire(ix, retired) => Intent::RetireTask { id: ix.get(&tasks).id.clone(), retired },
        TaskOp::CheckIn(cells, change) => Intent::CheckIn { cells, change },
        TaskOp::Clear(cells) => Intent::ClearCheckIns(cells),
        TaskOp::Resolve(conflict, version) => {
            let mut conflicts = state.conflicts();
            conflicts.retain(|conflict| matches!(conflict.target.kind, Kind::Task | Kind::CheckIn));
            conflicts.retain(|conflict| conflict.versions.iter().all(|found| found.field == conflict.target.field));
            if conflicts.is_empty() {
                return None;
            }
            let conflict = conflict.get(&conflicts);
            Intent::Resolve { target: conflict.target.clone(), value: version.get(&conflict.versions).value.clone() }
        }
    })
}

/// What a person sees of all this, without the times of change.
pub(crate) fn seen_of_tasks(state: &JournalState) -> Vec<String> {
    let tasks = tasks_of(state).into_iter().filter(|task| !task.retired);
    let mut seen: Vec<String> = tasks.map(|task| format!("{} {:?}", task.id, task.draft)).collect();
    seen.extend(state.check_ins().into_iter().map(|found| {
        format!("{} {:?} {:?} {:?} {:?}", found.key, found.status, found.remark, found.figure, found.outcomes)
    }));
    seen
}

fn key(place: &str) -> CheckInKey {
    CheckInKey { task: "T2".to_owned(), place: place.to_owned(), period: "2024-03".to_owned() }
}

fn status(status: Status) -> CheckInChange {
    CheckInChange { status: Some(status), ..CheckInChange::default() }
}

fn check_in(place: &str, to: Status) -> Intent {
    Intent::CheckIn { cells: vec![key(place)], change: status(to) }
}

#[test]
fn two_people_on_one_cell_differ_until_resolved() {
    let mut devices = devices(2);
    devices[0].apply(check_in("14758", Status::OnTrack), None);
    devices[1].apply(check_in("14758", Status::AtRisk), None);
    devices[0].apply(check_in("14761", Status::Done), None);
    devices[1].apply(check_in("14761", Status::Done), None);
    exchange(&mut devices);
    let found = devices[0].journal.state().check_ins();
    assert_eq!(found.iter().map(|found| found.has_conflict).collect::<Vec<_>>(), [true, false]);
    assert_eq!((found[0].status, found[0].author.as_str()), (Some(Status::AtRisk), "author 1"));
    let conflict = devices[0].journal.state().conflicts()[0].clone();
    assert_eq!(conflict.versions.len(), 2);
    devices[0].apply(Intent::Resolve { target: conflict.target, value: Value::from("on_track") }, None);
    exchange(&mut devices);
    let found = devices[1].journal.state().check_in(&key("14758")).unwrap();
    assert_eq!((found.status, found.has_conflict), (Some(Status::OnTrack), false));
}

#[test]
fn a_clearing_hides_nothing_that_it_had_not_seen() {
    let mut devices = devices(2);
    devices[0].apply(check_in("14758", Status::OnTrack), None);
    exchange(&mut devices);
    devices[0].apply(Intent::ClearCheckIns(vec![key("14758")]), None);
    assert_eq!(devices[0].journal.state().check_ins(), []);
    devices[1].apply(check_in("14758", Status::Done), None);
    exchange(&mut devices);
    let found = devices[0].journal.state().check_in(&key("14758")).unwrap();
    assert_eq!((found.status, found.has_conflict), (Some(Status::Done), true));
}

#[test]
fn a_column_is_one_act_and_leaves_the_remarks() {
    let device = &mut devices(1)[0];
    let remark = CheckInChange { remark: Some("đã họp\nbốn chi bộ".to_owned()), ..CheckInChange::default() };
    device.apply(Intent::CheckIn { cells: vec![key("14758")], change: remark }, None);
    let column = Intent::CheckIn { cells: vec![key("14758"), key("14761")], change: status(Status::Done) };
    let records = device.apply(column.clone(), None);
    assert_eq!((records.len(), records[0].step_name.as_str()), (2, "check-in-many"));
    assert_eq!(device.apply(column, None), []);
    let found = device.journal.state().check_ins();
    assert_eq!((found[0].remark.as_str(), found[0].status), ("đã họp\nbốn chi bộ", Some(Status::Done)));
    device.undo(records[0].step);
    let found = device.journal.state().check_ins();
    assert_eq!((found.len(), found[0].status), (1, None));
}

#[test]
fn a_change_to_one_field_pins_no_other() {
    let mut devices = devices(2);
    let was = built_in();
    let later = TaskDraft { due: CivilDate::new(2025, 1, 31), ..was.clone() };
    let records = devices[0].apply(edit("T2", was.clone(), later), None);
    assert_eq!(records.iter().map(|record| record.target.field.as_str()).collect::<Vec<_>>(), ["due"]);
    // Another has moved the start meanwhile, and does not count crimes.
    let earlier = TaskDraft { start: CivilDate::new(2024, 1, 1), outcomes: Vec::new(), ..was.clone() };
    devices[1].apply(edit("T2", was.clone(), earlier), None);
    exchange(&mut devices);
    let task = devices[0].journal.state().task_over("T2", built_in());
    let expected = TaskDraft {
        start: CivilDate::new(2024, 1, 1),
        due: CivilDate::new(2025, 1, 31),
        outcomes: Vec::new(),
        ..built_in()
    };
    assert_eq!((task.draft, task.has_conflict, task.retired), (expected.clone(), false, false));
    // What is emptied is as the data set has it.
    let emptied = TaskDraft { due: None, ..expected.clone() };
    devices[0].apply(edit("T2", expected, emptied), None);
    assert_eq!(devices[0].journal.state().task_over("T2", built_in()).draft.due, None);
    assert_eq!(devices[0].journal.state().own_tasks(), []);
}

#[test]
fn areas_of_two_people_add_up() {
    let mut devices = devices(2);
    devices[0].apply(Intent::AddTask(Box::new(draft(0))), None);
    let id = devices[0].journal.state().own_tasks()[0].id.clone();
    exchange(&mut devices);
    let hand = |area: &str, yes| Intent::HandTask { id: id.clone(), all: None, areas: vec![(area.to_owned(), yes)] };
    devices[0].apply(hand("14758", true), None);
    devices[1].apply(hand("14761", true), None);
    devices[1].apply(hand("14750", false), None);
    devices[1].apply(hand("14764", false), None);
    exchange(&mut devices);
    let task = devices[0].journal.state().own_tasks().remove(0);
    let expected = Recipients { all: false, areas: vec!["14758".to_owned(), "14761".to_owned()] };
    assert_eq!((task.draft.to, task.has_conflict), (expected, false));
}

#[test]
fn a_task_of_the_data_set_is_retired_and_comes_back() {
    let device = &mut devices(1)[0];
    let retire = |retired| Intent::RetireTask { id: "T2".to_owned(), retired };
    assert_eq!(device.apply(retire(false), None), []);
    let step = device.apply(retire(true), None)[0].step;
    assert!(device.journal.state().task_over("T2", built_in()).retired);
    device.undo(step);
    assert!(!device.journal.state().task_over("T2", built_in()).retired);
    device.apply(retire(true), None);
    // Whoever changes it wants it.
    device.apply(edit("T2", built_in(), draft(2)), None);
    let task = device.journal.state().task_over("T2", built_in());
    assert_eq!((task.retired, task.draft.title.vi.as_str()), (false, "Việc 2"));
    assert_eq!(task.draft.title.en, "as the data set has it");
}

#[test]
fn impossible_tasks_and_check_ins_are_refused_and_change_nothing() {
    let device = &mut devices(1)[0];
    let no_title = TaskDraft { title: Tr::default(), ..draft(1) };
    let backwards = TaskDraft { start: CivilDate::new(2024, 3, 1), due: CivilDate::new(2024, 2, 29), ..draft(1) };
    let measure = Measure { indicator: "bins".to_owned(), target: f64::INFINITY };
    let endless = TaskDraft { measure: Some(measure), ..draft(1) };
    let to_colon = Recipients { all: false, areas: vec!["\u{202e}".to_owned()] };
    let entry = |place: &str, change: CheckInChange| Intent::CheckIn { cells: vec![key("1"), key(place)], change };
    let count =
        |count: f64| CheckInChange { outcomes: vec![(Outcome::Fires, Some(count))], ..CheckInChange::default() };
    let figure = CheckInChange { figure: Some(Some(f64::NAN)), ..CheckInChange::default() };
    let cases = [
        (Intent::AddTask(Box::new(no_title)), IntentError::NoName),
        (Intent::AddTask(Box::new(backwards)), IntentError::BadValue),
        (Intent::AddTask(Box::new(endless)), IntentError::BadValue),
        (Intent::AddTask(Box::new(TaskDraft { to: to_colon, ..draft(1) })), IntentError::BadKey),
        (edit("a:b", built_in(), draft(1)), IntentError::BadKey),
        (edit("", built_in(), draft(1)), IntentError::BadKey),
        (Intent::RetireTask { id: "a:b".to_owned(), retired: true }, IntentError::BadKey),
        (Intent::HandTask { id: " ".to_owned(), all: Some(true), areas: Vec::new() }, IntentError::BadKey),
        (entry("a:b", status(Status::Done)), IntentError::BadKey),
        (entry("", status(Status::Done)), IntentError::BadKey),
        (entry("14758", count(0.5)), IntentError::BadValue),
        (entry("14758", count(-1.0)), IntentError::BadValue),
        (entry("14758", figure), IntentError::BadValue),
        (Intent::ClearCheckIns(vec![key(&"a".repeat(300))]), IntentError::BadKey),
    ];
    let ctx = Ctx { now_ms: 0, author: "", step: None };
    for (intent, error) in cases {
        assert_eq!(device.journal.apply(intent.clone(), &ctx), Err(error), "{intent:?}");
    }
    assert_eq!(device.journal.state().records(), []);
}
