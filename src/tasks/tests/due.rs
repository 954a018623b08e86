use super::*;
use crate::tasks::due::MAX_ROWS;

fn rows(matrix: &Matrix, until: &str, task_ix: usize) -> Vec<(String, String, bool)> {
    let due = matrix.due(day(until), &|task, place| task == task_ix && place == 0);
    due.into_iter().map(|row| (row.period.to_string(), row.day.to_string(), row.is_overdue)).collect()
}

fn row(period: &str, day: &str, is_overdue: bool) -> (String, String, bool) {
    (period.to_owned(), day.to_owned(), is_overdue)
}

#[test]
fn what_is_open_is_listed_by_day() {
    let (ds, mut desk) = (real(), Desk::new(1));
    desk.check_in(key("T2", AREAS[0], "2024-03"), Status::OnTrack);
    desk.check_in(key("T2", AREAS[0], "2024-05"), Status::Done);
    desk.check_in(key("T5", AREAS[0], "once"), Status::AtRisk);
    let all = matrix(&ds, desk.state(), "2024-04-10");
    let expected =
        [row("2024-02", "2024-02-29", true), row("2024-04", "2024-04-30", false), row("2024-06", "2024-06-30", false)];
    assert_eq!(rows(&all, "2024-07-30", 1), expected);
    assert_eq!(rows(&all, "2024-04-29", 1), expected[..1]);
    assert_eq!(rows(&all, "2024-12-31", 4), [row("once", "2024-12-31", false)]);
    assert_eq!(rows(&all, "2024-12-30", 4), []);
    assert_eq!(rows(&all, "2099-01-01", 9), [row("once", "2024-02-24", true)]);
    let sorted = all.due(day("2024-12-31"), &|_, _| true);
    assert!(sorted.is_sorted_by_key(|due| (due.day, due.task_ix, due.place_ix)));
    // What the list says is overdue is what the cells say.
    let overdue: usize = (0..10)
        .flat_map(|task| (0..34).map(move |place| (task, place)))
        .filter_map(|(task, place)| all.cell(task, place))
        .map(|cell| cell.overdue)
        .sum();
    assert_eq!(sorted.iter().filter(|due| due.is_overdue).count(), overdue);
}

#[test]
fn tasks_without_start_or_end_give_lists_that_end() {
    let (ds, mut desk) = (real(), Desk::new(1));
    desk.add("from the beginning", Rhythm::Monthly, "0000-01-01", "");
    desk.add("without a start", Rhythm::Quarterly, "", "");
    desk.add("without a day", Rhythm::Once, "", "");
    let all = matrix(&ds, desk.state(), "2024-04-10");
    let of_first = rows(&all, "9999-12-31", 10);
    assert_eq!((of_first.len(), of_first[0].0.as_str()), (241, "2014-04"));
    assert_eq!(rows(&all, "2024-09-30", 11).len(), 2);
    assert_eq!(rows(&all, "9999-12-31", 12), []);
    assert!(all.due(day("9999-12-31"), &|_, _| true).len() <= MAX_ROWS);
}
