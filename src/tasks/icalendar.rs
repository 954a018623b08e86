//! Days on which something falls due, as an iCalendar file (RFC 5545) for any calendar program.

use super::due::Due;
use super::matrix::Matrix;
use crate::text::date::{CivilDate, CivilTime};

/// Longest line in octets without its end (RFC 5545, section 3.1).
const MAX_LINE_OCTETS: usize = 75;

/// An entry that fills a whole day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same for the same duty in every file, so that importing again changes an entry and adds none.
    pub uid: String,
    /// The day.
    pub day: CivilDate,
    /// One line.
    pub summary: String,
    /// May have several lines; left out if empty.
    pub description: String,
}

/// Rows of the list of what is due as events. `words` gives summary and description of a row in the person's language.
pub fn events(matrix: &Matrix, rows: &[Due], data_set: &str, words: &dyn Fn(&Due) -> (String, String)) -> Vec<Event> {
    let mut events = Vec::with_capacity(rows.len());
    for row in rows {
        let (summary, description) = words(row);
        let (task, place) = (&matrix.tasks[row.task_ix].id, &matrix.places[row.place_ix].id);
        let uid = format!("{}.{task}.{place}.{data_set}@ward-atlas", row.period);
        events.push(Event { uid, day: row.day, summary, description });
    }
    events
}

/// The file's text. `stamp_ms` is the moment of writing, milliseconds since 1970; events do not block anybody's time.
pub fn write(name: &str, events: &[Event], stamp_ms: u64) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN", "VCALENDAR");
    line(&mut out, "VERSION", "2.0");
    line(&mut out, "PRODID", "-//Ward Atlas//Tasks//EN");
    line(&mut out, "CALSCALE", "GREGORIAN");
    line(&mut out, "METHOD", "PUBLISH");
    line(&mut out, "X-WR-CALNAME", &escaped(name));
    let stamp = stamp(stamp_ms);
    for event in events {
        line(&mut out, "BEGIN", "VEVENT");
        line(&mut out, "UID", &escaped(&event.uid));
        line(&mut out, "DTSTAMP", &stamp);
        line(&mut out, "DTSTART;VALUE=DATE", &basic(event.day));
        // The end is the first day that is not part of the event; the calendar's last day has none.
        if let Some(next) = CivilDate::from_days(event.day.days() + 1) {
            line(&mut out, "DTEND;VALUE=DATE", &basic(next));
        }
        line(&mut out, "SUMMARY", &escaped(&event.summary));
        if !event.description.is_empty() {
            line(&mut out, "DESCRIPTION", &escaped(&event.description));
        }
        line(&mut out, "TRANSP", "TRANSPARENT");
        line(&mut out, "END", "VEVENT");
    }
    line(&mut out, "END", "VCALENDAR");
    out
}

/// Writes a content line, folded so that no part is longer than allowed and no character is cut.
fn line(out: &mut String, name: &str, value: &str) {
    let mut octets = 0;
    for ch in name.chars().chain([':']).chain(value.chars()) {
        if octets + ch.len_utf8() > MAX_LINE_OCTETS {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(ch);
        octets += ch.len_utf8();
    }
    out.push_str("\r\n");
}

/// A value of type TEXT (RFC 5545, section 3.3.11); control characters may not stand in one.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', ch]),
            '\t' => escaped.push(ch),
            ch if ch.is_control() => {}
            ch => escaped.push(ch),
        }
    }
    escaped
}

/// `20240229`.
fn basic(day: CivilDate) -> String {
    let mut text = day.to_string();
    text.retain(|ch| ch != '-');
    text
}

/// `20240130T020000Z`, to the minute.
fn stamp(ms: u64) -> String {
    let moment = i64::try_from(ms).ok().and_then(|ms| CivilTime::from_unix_ms(ms, 0));
    let Some(CivilTime { date, minute_of_day }) = moment else { return "19700101T000000Z".to_owned() };
    format!("{}T{:02}{:02}00Z", basic(date), minute_of_day / 60, minute_of_day % 60)
}
