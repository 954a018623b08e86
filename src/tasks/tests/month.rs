use super::*;
use crate::tasks::month::{Falling, Month};

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

/// Days of the month in rows of a week, 0 for days of other months.
fn grid(text: &str) -> Vec<[u32; 7]> {
    month(text).weeks().into_iter().map(|week| week.map(|day| day.map_or(0, CivilDate::day))).collect()
}

#[test]
fn weeks_begin_on_monday() {
    // 1 May 2024 was a Wednesday.
    assert_eq!(
        grid("2024-05"),
        [
            [0, 0, 1, 2, 3, 4, 5],
            [6, 7, 8, 9, 10, 11, 12],
            [13, 14, 15, 16, 17, 18, 19],
            [20, 21, 22, 23, 24, 25, 26],
            [27, 28, 29, 30, 31, 0, 0]
        ]
    );
    // February 2021 fills four weeks from a Monday on; September 2024 needs six.
    assert_eq!((grid("2021-02").len(), grid("2021-02")[0][0], grid("2021-02")[3][6]), (4, 1, 28));
    assert_eq!((grid("2024-09").len(), grid("2024-09")[0], grid("2024-09")[5][0]), (6, [0, 0, 0, 0, 0, 0, 1], 30));
    // A leap day, and a year before 1970.
    assert_eq!(grid("2024-02")[4], [26, 27, 28, 29, 0, 0, 0]);
    assert_eq!(grid("1900-01")[0][0], 1);
    // The ends of the calendar.
    assert_eq!(grid("0000-01").iter().flatten().filter(|day| **day > 0).count(), 31);
    assert_eq!(grid("9999-12").iter().flatten().filter(|day| **day > 0).count(), 31);
}

#[test]
fn months_follow_each_other_to_the_ends_of_the_calendar() {
    let later = |text: &str, n| month(text).later(n).map(|month| month.to_string());
    assert_eq!(later("2024-12", 1).as_deref(), Some("2025-01"));
    assert_eq!(later("2024-01", -1).as_deref(), Some("2023-12"));
    assert_eq!(later("2024-01", 14).as_deref(), Some("2025-03"));
    assert_eq!((later("9999-12", 1), later("0000-01", -1), later("2024-01", i32::MAX)), (None, None, None));
    assert_eq!((Month::parse("2024-13"), Month::parse("24-01"), Month::parse("2024-1")), (None, None, None));
    assert_eq!(Month::of(day("2024-02-29")).last(), day("2024-02-29"));
}

fn falling(matrix: &Matrix, from: &str, to: &str) -> Vec<Falling> {
    matrix.falling(day(from), day(to), &|_, place| place < 2)
}

#[test]
fn what_falls_due_is_told_with_those_who_answered() {
    let (ds, mut desk) = (real(), Desk::new(1));
    desk.check_in(key("T2", AREAS[0], "2024-04"), Status::OnTrack);
    desk.check_in(key("T2", AREAS[1], "2024-04"), Status::NotStarted);
    let all = matrix(&ds, desk.state(), "2024-04-10");
    let of_april = falling(&all, "2024-04-01", "2024-04-30");
    let t2 = of_april.iter().find(|falling| falling.task_ix == 1).unwrap();
    assert_eq!((t2.day, t2.period.to_string().as_str()), (day("2024-04-30"), "2024-04"));
    assert_eq!((t2.open.as_slice(), t2.done.as_slice()), ([1].as_slice(), [0].as_slice()));
    assert!(of_april.is_sorted_by_key(|falling| (falling.day, falling.task_ix)));
    assert_eq!(falling(&all, "2024-04-01", "2024-04-29"), []);
}

#[test]
fn what_is_open_is_what_the_list_of_open_work_says() {
    let (ds, mut desk) = (real(), Desk::new(1));
    desk.check_in(key("T2", AREAS[0], "2024-03"), Status::Done);
    desk.check_in(key("T5", AREAS[0], "once"), Status::AtRisk);
    desk.add("without a start", Rhythm::Monthly, "", "");
    desk.add("without a day", Rhythm::Once, "", "");
    let all = matrix(&ds, desk.state(), "2024-04-10");
    let until = day("2024-12-31");
    let due = all.due(until, &|_, _| true);
    let found = all.falling(day("2023-01-01"), until, &|_, _| true);
    let n_open: usize = found.iter().map(|falling| falling.open.len()).sum();
    assert_eq!(n_open, due.len());
    for row in due {
        let same = found.iter().find(|falling| (falling.task_ix, falling.period) == (row.task_ix, row.period)).unwrap();
        assert!(same.day == row.day && same.open.contains(&row.place_ix));
    }
    // An answer for a period that nothing asks for any more stays to be seen.
    desk.check_in(key(&all.tasks[10].id, AREAS[0], "2024-01"), Status::Done);
    let all = matrix(&ds, desk.state(), "2024-04-10");
    let january = all.falling(day("2024-01-01"), day("2024-01-31"), &|task, _| task == 10);
    assert_eq!((january.len(), january[0].open.len(), january[0].done.len()), (1, 0, 1));
}
