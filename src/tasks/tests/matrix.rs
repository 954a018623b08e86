use super::*;
use crate::data::Lang;
use crate::journal::Measure;
use crate::tasks::{defaults, roll_up};

#[test]
fn the_ten_tasks_of_the_conference_have_defaults() {
    let ds = real();
    let found = tasks(&ds, &JournalState::default());
    assert_eq!(ds.id, defaults::DATA_SET);
    let ids = |task: &Task| task.id.clone();
    assert_eq!(found.iter().map(ids).collect::<Vec<_>>(), defaults::TABLE.map(|row| row.0));
    for task in &found {
        assert!(task.is_built_in && task.to.all && !task.retired && !task.group.vi.is_empty());
        assert_eq!(task.schedule.start, Some(day("2024-02-01")));
        assert!(task.schedule.due.is_some());
        assert!(task.is_for(AREAS[0]));
    }
    assert_eq!((found[1].role.en.as_str(), found[1].when.en.as_str()), (ds.tasks[1].who.en.as_str(), "Each month"));
    assert_eq!(found[9].schedule.due, Some(day("2024-02-24")));
    assert_eq!((found[9].outcomes.len(), found[8].outcomes.len()), (7, 0));
    // Tasks of another city have no dates of ours.
    let other = DataSet { id: "elsewhere".to_owned(), ..ds };
    assert_eq!(
        tasks(&other, &JournalState::default())[9].schedule,
        Schedule { rhythm: Rhythm::Once, start: None, due: None }
    );
}

#[test]
fn own_tasks_come_behind_and_fall_back_on_another_language() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let id = desk.add("Посадить деревья", Rhythm::Once, "2024-03-01", "2024-04-30");
    let found = tasks(&ds, desk.state());
    assert_eq!((found.len(), &found[10].id, found[10].is_built_in), (11, &id, false));
    assert_eq!((found[10].title.vi.as_str(), found[10].role.vi.as_str()), ("Посадить деревья", ""));
    // The role is changed in one language only; what else the form shows is not written.
    let was = found[1].draft(Lang::Ru);
    let measure = Some(Measure { indicator: "households_2019".to_owned(), target: 5.0 });
    let draft = TaskDraft { role: "Отдел".to_owned(), measure: measure.clone(), ..was.clone() };
    let before = desk.state().records().len();
    desk.apply(Intent::EditTask { id: "T2".to_owned(), was: Box::new(was), draft: Box::new(draft) });
    assert_eq!(desk.state().records().len() - before, 3);
    let task = tasks(&ds, desk.state()).remove(1);
    assert_eq!((task.role.vi.as_str(), &task.title, task.measure), ("Отдел", &ds.tasks[1].title, measure));
    desk.apply(Intent::RetireTask { id, retired: true });
    assert!(tasks(&ds, desk.state())[10].retired);
}

#[test]
fn a_monthly_task_counts_each_month_without_an_answer() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let cell = |desk: &Desk, as_of: &str| {
        let matrix = matrix(&ds, desk.state(), as_of);
        let cell = matrix.cell(1, 0).unwrap();
        (cell.period.unwrap().to_string(), cell.status(), cell.overdue)
    };
    let march = "2024-03".to_owned();
    assert_eq!(cell(&desk, "2024-03-31"), (march.clone(), None, 1));
    assert_eq!(cell(&desk, "2024-04-01"), ("2024-04".to_owned(), None, 2));
    desk.check_in(key("T2", AREAS[0], "2024-02"), Status::OnTrack);
    desk.check_in(key("T2", AREAS[0], "2024-03"), Status::NotStarted);
    assert_eq!(cell(&desk, "2024-03-31"), (march.clone(), Some(Status::NotStarted), 0));
    assert_eq!(cell(&desk, "2024-04-01"), ("2024-04".to_owned(), None, 1));
    desk.check_in(key("T2", AREAS[0], "2024-03"), Status::AtRisk);
    assert_eq!(cell(&desk, "2024-04-01").2, 0);
    // Seen from another year: all but the two that were answered.
    assert_eq!(cell(&desk, "2026-01-01"), ("2024-12".to_owned(), None, 9));
    // Periods of another rhythm, of no task, of no area and of no sense are left out.
    for other in [key("T2", AREAS[0], "2024-Q2"), key("T99", AREAS[0], "2024-04"), key("T2", "0", "2024-04")] {
        desk.check_in(other, Status::Done);
    }
    desk.check_in(key("T2", AREAS[0], "soon"), Status::Done);
    assert_eq!(cell(&desk, "2024-04-01"), ("2024-04".to_owned(), None, 0));
    let all = matrix(&ds, desk.state(), "2024-04-01");
    let history: Vec<String> = all.history(1, 0).map(|(period, _)| period.to_string()).collect();
    assert_eq!(history, ["2024-02", "2024-03"]);
    assert_eq!(all.history(1, 1).count(), 0);
}

#[test]
fn a_task_for_once_is_overdue_until_it_is_done() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let overdue = |desk: &Desk, as_of: &str| matrix(&ds, desk.state(), as_of).cell(9, 1).unwrap().overdue;
    assert_eq!((overdue(&desk, "2024-02-24"), overdue(&desk, "2024-02-25")), (0, 1));
    for (status, expected) in [(Status::OnTrack, 1), (Status::AtRisk, 1), (Status::Done, 0), (Status::NotApplicable, 0)]
    {
        desk.check_in(key("T10", AREAS[1], "once"), status);
        assert_eq!(overdue(&desk, "2024-02-25"), expected, "{status:?}");
    }
}

#[test]
fn only_those_have_a_task_whom_it_is_handed_to() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let areas = AREAS.map(|area| (area.to_owned(), true)).to_vec();
    desk.apply(Intent::HandTask { id: "T3".to_owned(), all: Some(false), areas });
    desk.check_in(key("T3", &ds.areas[5].code, "2024-Q1"), Status::Done);
    let all = matrix(&ds, desk.state(), "2024-03-01");
    let has: Vec<usize> = (0..ds.areas.len()).filter(|place_ix| all.cell(2, *place_ix).is_some()).collect();
    assert_eq!(has, AREAS.map(|area| ds.area_ix(area).unwrap()));
    assert_eq!(all.roll_up(Some(2), None).cells(), 2);
    assert_eq!((all.cell(2, 99), all.cell(99, 0)), (None, None));
}

#[test]
fn people_who_differ_are_marked() {
    let (ds, mut one, mut two) = (real(), Desk::new(1), Desk::new(2));
    one.check_in(key("T2", AREAS[0], "2024-02"), Status::Done);
    two.check_in(key("T2", AREAS[0], "2024-02"), Status::AtRisk);
    one.0.merge(two.state().records().to_vec(), 0);
    // Also in a later month, in which they do not.
    for as_of in ["2024-02-10", "2024-03-10"] {
        let all = matrix(&ds, one.state(), as_of);
        assert!(all.cell(1, 0).unwrap().has_conflict);
        assert_eq!(all.roll_up(None, None).in_conflict, 1);
    }
}

#[test]
fn counts_and_shares() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let statuses = [Status::OnTrack, Status::Done, Status::AtRisk, Status::NotApplicable];
    for (task, status) in ["T5", "T8", "T9", "T10"].into_iter().zip(statuses) {
        desk.check_in(key(task, AREAS[0], "once"), status);
    }
    let all = matrix(&ds, desk.state(), "2024-03-01");
    let area = all.roll_up(None, Some(0));
    assert_eq!((area.cells(), area.blank, area.by_status), (10, 6, [0, 1, 1, 1, 1]));
    // T2, T4 and T6 lack February.
    assert_eq!((area.overdue, area.on_track_pct()), (3, Some(100.0 * 2.0 / 9.0)));
    let areas = all.by_area(ds.areas.len());
    assert_eq!(areas[0], area);
    // T10 is overdue elsewhere.
    assert_eq!((areas[1].overdue, areas[1].on_track_pct()), (4, Some(0.0)));
    let [share, overdue] = roll_up::figures(&areas);
    assert_eq!((share[0].value, overdue[0].value, overdue[1].value), (Some(100.0 * 2.0 / 9.0), Some(3.0), Some(4.0)));
    // Nothing applicable is missing and not zero.
    let nothing = RollUp { by_status: [0, 0, 0, 0, 2], ..RollUp::default() };
    let [share, overdue] = roll_up::figures(&[nothing, RollUp::default()]);
    assert_eq!((share[0].value, share[1].value), (None, None));
    assert_eq!((overdue[0].value, overdue[1].value), (Some(0.0), None));
}

#[test]
fn a_page_for_print_adds_up_what_was_counted() {
    let (ds, mut desk) = (real(), Desk::new(1));
    for (area, fires) in [(AREAS[0], 2.0), (AREAS[1], 0.0)] {
        let outcomes = vec![(Outcome::Fires, Some(fires)), (Outcome::Races, None)];
        let change = CheckInChange { status: Some(Status::Done), outcomes, ..CheckInChange::default() };
        desk.apply(Intent::CheckIn { cells: vec![key("T10", area, "once")], change });
    }
    let all = matrix(&ds, desk.state(), "2024-02-25");
    let page = all.summary(Some(9), None);
    assert_eq!((page.lines.len(), page.roll_up, page.roll_up.overdue), (34, all.roll_up(Some(9), None), 32));
    assert_eq!(page.outcomes, [OutcomeSum { outcome: Outcome::Fires, total: 2.0, n_counted: 2 }]);
    let of_area = all.summary(None, Some(1));
    assert_eq!(of_area.lines.last().map(|line| (line.task_ix, line.place_ix)), Some((9, 1)));
    assert_eq!((of_area.lines.len(), of_area.outcomes[0].total), (10, 0.0));
    assert_eq!(of_area.lines[9].cell.check_in.unwrap().author, "author 1");
}

#[test]
fn sixty_tasks_by_311_subdivisions() {
    let (ds, mut desk) = (real(), Desk::new(1));
    for number in 0..50 {
        desk.add(&format!("Task {number}"), Rhythm::Monthly, "2024-01-01", "2024-12-31");
    }
    for number in 0..311 {
        desk.streets(&ds.areas[number % 34].code, 1);
    }
    let places = subdivision_places(&ds, desk.state());
    let cells = places.iter().map(|place| key("T2", &place.id, "2024-05")).collect();
    let change = CheckInChange { status: Some(Status::OnTrack), ..CheckInChange::default() };
    desk.apply(Intent::CheckIn { cells, change });
    assert!(places.is_sorted_by_key(|place| place.area_ix));
    let all = Matrix::new(tasks(&ds, desk.state()), places, desk.state().check_ins(), day("2024-05-15"));
    let total = all.roll_up(None, None);
    assert_eq!((total.cells(), total.of(Status::OnTrack), total.blank), (60 * 311, 311, 59 * 311));
    let areas = all.by_area(34);
    assert_eq!(areas.iter().map(RollUp::cells).sum::<usize>(), 60 * 311);
    assert_eq!(areas[33].of(Status::OnTrack), 9);
    // What filters leave: two tasks, of which the one is checked in, at three places, in the order given.
    let (of_places, of_tasks) = all.sums(&[5, 1], &[310, 7, 0]);
    assert_eq!(of_tasks.iter().map(|sum| (sum.blank, sum.of(Status::OnTrack))).collect::<Vec<_>>(), [(3, 0), (0, 3)]);
    assert_eq!(of_places.iter().map(|sum| (sum.blank, sum.of(Status::OnTrack))).collect::<Vec<_>>(), [(1, 1); 3]);
}
