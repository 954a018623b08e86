use proptest::prelude::*;

use super::*;
use crate::data::Lang;
use crate::tasks::icalendar::{events, write};

/// 30 January 2024, 02:00 UTC.
const STAMP_MS: u64 = 1_706_580_000_000;

/// Read with Python's `icalendar` 7.3.2 when it was stored: one calendar of 4 all-day events, without errors; its texts
/// (accents, comma, semicolon, backslash, line end) and days came out as they stand here.
const STORED: &str = include_str!("../../../tests/fixtures/tasks.ics");

fn sample() -> String {
    let (ds, mut desk) = (real(), Desk::new(1));
    desk.check_in(key("T2", AREAS[0], "2024-02"), Status::AtRisk);
    let all = matrix(&ds, desk.state(), "2024-02-20");
    let wants = |task: usize, place: usize| place == 0 && [1, 3, 9].contains(&task);
    let rows = all.due(day("2024-03-31"), &wants);
    let words = |row: &Due| {
        let task = &all.tasks[row.task_ix];
        let area = &ds.areas[row.place_ix].name;
        let description = format!("{}\n{}; C:\\{}", task.title.vi, task.role.ru, row.period);
        (format!("{area}, {}", task.title.get(Lang::Ru)), description)
    };
    write("Nhiệm vụ; Задачи", &events(&all, &rows, &ds.id, &words), STAMP_MS)
}

#[test]
fn the_file_is_as_it_was_when_an_independent_reader_read_it() {
    assert_eq!(sample(), STORED);
}

#[test]
fn the_last_day_of_the_calendar_and_hostile_text() {
    let event = Event {
        uid: "a,b".to_owned(),
        day: day("9999-12-31"),
        summary: "one\u{7}\r\nBEGIN:VEVENT".to_owned(),
        description: String::new(),
    };
    let text = write("", &[event], u64::MAX);
    assert!(text.contains("\r\nDTSTART;VALUE=DATE:99991231\r\nSUMMARY:one\\nBEGIN:VEVENT\r\n"), "{text}");
    assert!(text.contains("\r\nUID:a\\,b\r\nDTSTAMP:19700101T000000Z\r\n"), "{text}");
    assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), 2);
    assert!(!text.contains("DESCRIPTION") && !text.contains("DTEND"));
}

proptest! {
    #[test]
    fn any_text_is_folded_and_comes_back(summary in "\\PC{0,200}", description in "[aĐ;,\\\\\nд😀]{0,90}") {
        let event =
            Event { uid: "u".to_owned(), day: day("2024-02-29"), summary: summary.clone(), description: description.clone() };
        let text = write("name", &[event], STAMP_MS);
        for line in text.strip_suffix("\r\n").unwrap().split("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']));
        }
        let unfolded = text.replace("\r\n ", "");
        let value = |name: &str| {
            let line = unfolded.split("\r\n").find_map(|line| line.strip_prefix(name));
            let mut value = String::new();
            let mut chars = line.unwrap_or_default().chars();
            while let Some(ch) = chars.next() {
                match ch {
                    '\\' => value.extend(chars.next().map(|next| if next == 'n' { '\n' } else { next })),
                    ch => value.push(ch),
                }
            }
            value
        };
        prop_assert_eq!(value("SUMMARY:"), summary);
        prop_assert_eq!(value("DESCRIPTION:"), description);
    }
}
