use proptest::prelude::*;

use super::day;
use crate::journal::{Rhythm, Status};
use crate::tasks::calendar::{Period, Schedule, is_answer};
use crate::text::date::{CivilDate, CivilTime};

fn schedule(rhythm: Rhythm, start: &str, due: &str) -> Schedule {
    Schedule { rhythm, start: CivilDate::parse(start), due: CivilDate::parse(due) }
}

/// Start and due ("" for none), the day; then the current period, when it falls due, and how many periods have lapsed.
type Case = (&'static str, &'static str, &'static str, &'static str, &'static str, usize);

fn check(rhythm: Rhythm, cases: &[Case]) {
    for &(start, due, as_of, current, due_day, lapsed) in cases {
        let schedule = schedule(rhythm, start, due);
        let found = schedule.current(day(as_of));
        let found_due = found.and_then(|period| schedule.due_day(period));
        let words = |text: Option<String>| text.unwrap_or_default();
        assert_eq!(
            (words(found.map(|p| p.to_string())), words(found_due.map(|d| d.to_string()))),
            (current.to_owned(), due_day.to_owned()),
            "{rhythm:?} {start} to {due} as of {as_of}"
        );
        assert_eq!(schedule.lapsed(day(as_of)).len(), lapsed, "{rhythm:?} {start} to {due} as of {as_of}");
    }
}

#[test]
fn months() {
    check(
        Rhythm::Monthly,
        &[
            // Before the start, at the ends of months and on the leap day, at the end of the year, in other years.
            ("2024-02-01", "2024-12-31", "2023-06-15", "2024-02", "2024-02-29", 0),
            ("2024-02-01", "2024-12-31", "2024-02-01", "2024-02", "2024-02-29", 0),
            ("2024-02-01", "2024-12-31", "2024-02-29", "2024-02", "2024-02-29", 0),
            ("2024-02-01", "2024-12-31", "2024-03-01", "2024-03", "2024-03-31", 1),
            ("2024-02-01", "2024-12-31", "2024-05-01", "2024-05", "2024-05-31", 3),
            ("2024-02-01", "2024-12-31", "2024-12-31", "2024-12", "2024-12-31", 10),
            ("2024-02-01", "2024-12-31", "2025-01-01", "2024-12", "2024-12-31", 11),
            ("2024-02-01", "2024-12-31", "2026-11-24", "2024-12", "2024-12-31", 11),
            // A year that is not a leap year, by the rule of four and by that of a hundred.
            ("2023-01-31", "", "2023-02-28", "2023-02", "2023-02-28", 1),
            ("2023-01-31", "", "2023-03-01", "2023-03", "2023-03-31", 2),
            ("2100-01-01", "", "2100-02-28", "2100-02", "2100-02-28", 1),
            ("2100-01-01", "", "2100-03-01", "2100-03", "2100-03-31", 2),
            // Over the turn of a year.
            ("2023-11-01", "2024-02-29", "2024-01-01", "2024-01", "2024-01-31", 2),
            // It starts and ends within a month.
            ("2024-01-16", "2024-03-15", "2024-01-31", "2024-01", "2024-01-31", 0),
            ("2024-01-16", "2024-03-15", "2024-02-01", "2024-02", "2024-02-29", 1),
            ("2024-01-16", "2024-03-15", "2024-03-15", "2024-03", "2024-03-15", 2),
            ("2024-01-16", "2024-03-15", "2024-03-16", "2024-03", "2024-03-15", 3),
            // It ends before it starts; it has no start; the last day of the calendar.
            ("2024-03-01", "2024-02-29", "2024-06-01", "", "", 0),
            ("", "2024-12-31", "2024-06-10", "2024-06", "2024-06-30", 0),
            ("9999-11-01", "", "9999-12-31", "9999-12", "9999-12-31", 1),
        ],
    );
}

#[test]
fn quarters_and_years() {
    check(
        Rhythm::Quarterly,
        &[
            ("2024-02-01", "2024-12-31", "2024-03-31", "2024-Q1", "2024-03-31", 0),
            ("2024-02-01", "2024-12-31", "2024-04-01", "2024-Q2", "2024-06-30", 1),
            ("2024-02-01", "2024-12-31", "2024-06-30", "2024-Q2", "2024-06-30", 1),
            ("2024-02-01", "2024-12-31", "2024-10-01", "2024-Q4", "2024-12-31", 3),
            ("2024-02-01", "2024-12-31", "2025-01-01", "2024-Q4", "2024-12-31", 4),
            ("2023-12-31", "2024-05-15", "2024-04-30", "2024-Q2", "2024-05-15", 2),
            ("2023-12-31", "2024-05-15", "2024-05-16", "2024-Q2", "2024-05-15", 3),
        ],
    );
    check(
        Rhythm::Yearly,
        &[
            ("2024-02-01", "2028-12-31", "2024-12-31", "2024", "2024-12-31", 0),
            ("2024-02-01", "2028-12-31", "2025-01-01", "2025", "2025-12-31", 1),
            ("2024-02-01", "2028-12-31", "2029-01-01", "2028", "2028-12-31", 5),
            ("2024-02-01", "2028-06-30", "2028-07-01", "2028", "2028-06-30", 5),
        ],
    );
}

#[test]
fn once() {
    check(
        Rhythm::Once,
        &[
            ("2024-02-01", "2024-02-24", "2024-01-01", "once", "2024-02-24", 0),
            ("2024-02-01", "2024-02-24", "2024-02-24", "once", "2024-02-24", 0),
            ("2024-02-01", "2024-02-24", "2024-02-25", "once", "2024-02-24", 1),
            ("2024-02-01", "2024-02-24", "2031-01-01", "once", "2024-02-24", 1),
            ("", "2024-02-29", "2024-03-01", "once", "2024-02-29", 1),
            ("2024-02-01", "", "9999-12-31", "once", "", 0),
            ("2024-02-01", "2024-01-31", "2024-03-01", "", "", 0),
        ],
    );
}

/// The caller makes the day of the clock: in Việt Nam the 1st of March begins at 17:00 UTC of the 29th of February.
#[test]
fn the_day_turns_at_local_midnight() {
    let monthly = schedule(Rhythm::Monthly, "2024-02-01", "");
    // 29 February 2024, 17:00 UTC.
    let midnight_ms = 1_709_226_000_000;
    for (ms, offset_minutes, expected, lapsed) in [
        (midnight_ms - 1, 420, "2024-02-29", 0),
        (midnight_ms, 420, "2024-03-01", 1),
        (midnight_ms, 0, "2024-02-29", 0),
        (midnight_ms, -600, "2024-02-29", 0),
        (midnight_ms + 7 * 3_600_000, 0, "2024-03-01", 1),
        (midnight_ms + 7 * 3_600_000, -600, "2024-02-29", 0),
    ] {
        let here = CivilTime::from_unix_ms(ms, offset_minutes).unwrap().date;
        assert_eq!((here, monthly.lapsed(here).len()), (day(expected), lapsed), "{ms} at {offset_minutes}");
    }
}

#[test]
fn what_answers_a_period() {
    let answers = |rhythm| Status::ALL.map(|(_, status)| is_answer(rhythm, Some(status)));
    for rhythm in [Rhythm::Monthly, Rhythm::Quarterly, Rhythm::Yearly] {
        assert_eq!(answers(rhythm), [false, true, true, true, true]);
        assert!(!is_answer(rhythm, None));
    }
    assert_eq!(answers(Rhythm::Once), [false, false, false, true, true]);
    assert!(!is_answer(Rhythm::Once, None));
}

#[test]
fn texts_that_are_no_period_are_refused() {
    for text in ["", "Once", "24", "2024-", "2024-13", "2024-00", "2024-3", "2024-Q0", "2024-Q5", "2024-Q01", "2024-q1"]
    {
        assert_eq!(Period::from_text(text), None, "{text}");
    }
    for text in ["+2024", "10000", "-2024", "2024-+1", "2024-03-01", "2024-Q-1", "99999999999999"] {
        assert_eq!(Period::from_text(text), None, "{text}");
    }
}

fn any_day() -> impl Strategy<Value = CivilDate> {
    // 2022 to 2027.
    (18_993_i64..21_184).prop_map(|days| CivilDate::from_days(days).unwrap())
}

fn any_rhythm() -> impl Strategy<Value = Rhythm> {
    prop::sample::select(Rhythm::ALL.map(|(_, rhythm)| rhythm).to_vec())
}

proptest! {
    #[test]
    fn periods_round_trip(rhythm in any_rhythm(), on in any_day()) {
        let period = Period::of(rhythm, on);
        prop_assert_eq!(Period::from_text(&period.to_string()), Some(period));
        if let Some(last) = period.last_day() {
            prop_assert_eq!(Period::of(rhythm, last), period);
            let next = CivilDate::from_days(last.days() + 1).unwrap();
            prop_assert_eq!(Period::of(rhythm, next).number(), period.number() + 1);
        }
    }

    /// Against walking over all days from start to due.
    #[test]
    fn lapsed_are_those_that_fell_due_before(
        rhythm in any_rhythm(),
        start in any_day(),
        due in prop::option::of(any_day()),
        as_of in any_day(),
    ) {
        let schedule = Schedule { rhythm, start: Some(start), due };
        let end = due.unwrap_or_else(|| day("2029-12-31"));
        let mut expected = Vec::new();
        for days in start.days()..=end.days() {
            let period = Period::of(rhythm, CivilDate::from_days(days).unwrap());
            if schedule.due_day(period).is_some_and(|due| due < as_of) && !expected.contains(&period.number()) {
                expected.push(period.number());
            }
        }
        prop_assert_eq!(schedule.lapsed(as_of).collect::<Vec<_>>(), expected);
        if let Some(current) = schedule.current(as_of) {
            prop_assert!(schedule.has(current));
        }
    }

    #[test]
    fn any_text_is_a_period_or_not(text in "[0-9Q+-]{0,9}") {
        if let Some(period) = Period::from_text(&text) {
            prop_assert_eq!(period.to_string(), text);
        }
    }
}
