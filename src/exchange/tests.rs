//! The workspace file: round trip, every way of being bad, the preview.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::journal::tests::{carry_out, devices, state_of, work};
use crate::journal::{
    Anchor, Ctx, DeviceId, Hlc, Intent, Journal, JournalState, Kind, Record, RecordId, ReportKey, WriterId, clean,
};

const SAMPLE: &str = include_str!("../../tests/fixtures/workspace-v1.wardatlas.json");

fn data_set() -> DataSetRef {
    DataSetRef { id: "thanh-hoa-2023".to_owned(), hash: "0123456789abcdef".to_owned() }
}

fn text_of(state: &JournalState) -> String {
    write(state, 1_706_580_000_123, "Lan", &data_set(), "#/atlas?i=density_2019")
}

fn journal_with(author: &str, device: u64, texts: &[&str]) -> Journal {
    let mut journal = Journal::new(DeviceId(device), WriterId(device));
    for (count, text) in texts.iter().enumerate() {
        let ctx = Ctx { now_ms: 1_706_580_000_000 + count as u64, author, step: None };
        let anchor = Anchor::Area("14758".to_owned());
        let intent =
            Intent::WriteNote { anchor, text: (*text).to_owned(), tags: vec!["x".to_owned()], figure_then: None };
        journal.apply(intent, &ctx).unwrap();
    }
    journal
}

/// A file whose checksum fits after its text was changed.
fn summed_anew(text: &str) -> String {
    let end = text.rfind("\"sum\"").unwrap();
    let sum = crate::journal::sum::sum_text(workspace_file::summed_bytes(&text[..end]));
    format!("{}\"sum\": \"{sum}\"\n}}\n", &text[..end])
}

fn changed(from: &str, to: &str) -> Result<WorkspaceFile, FileError> {
    let text = text_of(journal_with("Lan", 1, &["one", "two"]).state());
    assert!(text.contains(from), "{text}");
    read(summed_anew(&text.replacen(from, to, 1)).as_bytes())
}

/// Kept for ever: the first version of the format must always be read.
#[test]
fn the_stored_sample_is_read_and_written_the_same() {
    let file = read(SAMPLE.as_bytes()).unwrap();
    assert_eq!((file.saved_by.as_str(), file.data_set.id.as_str()), ("Lan", "thanh-hoa-2023"));
    let state = state_of(&file.records);
    let notes = state.notes();
    assert_eq!(notes.len(), 2);
    assert_eq!(notes[0].text, "Một \"hai\" <b>ba</b> 😀\nbốn");
    assert_eq!(notes[1].anchor.to_string(), "figure:14758:density_2019:2019-04-01");
    assert_eq!(notes[1].figure_then, Some(2476.9442));
    assert_eq!(write(&state, file.saved_at_ms, &file.saved_by, &file.data_set, &file.view), SAMPLE);
}

#[test]
fn line_ends_and_a_byte_order_mark_do_no_harm() {
    let expected = read(SAMPLE.as_bytes()).unwrap();
    let travelled = format!("\u{feff}{}", SAMPLE.replace('\n', "\r\n"));
    assert_eq!(read(travelled.as_bytes()), Ok(expected));
}

#[test]
fn every_truncation_says_that_it_is_cut_off() {
    let end = SAMPLE.trim_end().len();
    for cut in 1..end {
        let outcome = read(&SAMPLE.as_bytes()[..cut]);
        assert_eq!(outcome, Err(FileError::Truncated), "cut at byte {cut}");
    }
    assert_eq!(read(b""), Err(FileError::Empty));
    assert_eq!(read(b" \n"), Err(FileError::Empty));
}

#[test]
fn what_is_not_ours_is_called_so() {
    for text in [
        "hello",
        "[]",
        "{}",
        "null",
        "{\"format\":\"other\"}",
        "<html>",
        "{\"format\":\"ward-atlas-workspace\",\"schema\":0}",
    ] {
        assert_eq!(read(text.as_bytes()), Err(FileError::NotOurs), "{text}");
    }
    assert_eq!(read(&[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), Err(FileError::NotText { at_byte: 0 }));
    assert!(matches!(read(&vec![b' '; read::MAX_BYTES + 1]), Err(FileError::TooLarge { .. })));
    let deep = format!("{{\"format\":\"ward-atlas-workspace\",\"schema\":1,\"x\":{}", "[".repeat(1_000_000));
    assert!(read(deep.as_bytes()).is_err());
}

#[test]
fn bad_files_are_refused_with_the_reason() {
    let newer = SAMPLE.replace("\"schema\": 1", "\"schema\": 2").replace("\"records\"", "\"entries\"");
    assert_eq!(read(newer.as_bytes()), Err(FileError::Newer { schema: 2, known: 1 }));
    assert_eq!(read(SAMPLE.replace("bốn", "năm").as_bytes()), Err(FileError::WrongSum));
    assert!(matches!(read(SAMPLE.replace("\"key\"", "key").as_bytes()), Err(FileError::Malformed { line: 9, .. })));
    let bad = |field| Err(FileError::BadRecord { number: 1, field });
    assert_eq!(changed("\"kind\":\"note\"", "\"kind\":\"\""), bad("kind"));
    assert_eq!(changed("\"new\":\"area:14758\"", "\"new\":true"), bad("new"));
    assert_eq!(changed("\"id\":\"1706580000000-0-", "\"id\":\"1706580000000-x-"), bad("id"));
    assert_eq!(changed("\"field\":\"anchor\"", "\"field\":\"an\\u0000chor\""), bad("field"));
    let own = "\"sees\":[\"1706580000000-9-0000000000001\"],\"step_name\"";
    assert_eq!(changed("\"step_name\"", own), bad("sees"));
    assert!(matches!(changed("\"view\": \"#", "\"view\": \"\\u0000"), Err(FileError::Malformed { .. })));
    assert!(matches!(changed("2024-01-30T02:00:00.123Z", "yesterday"), Err(FileError::Malformed { .. })));
}

#[test]
fn hostile_texts_are_cleaned_or_refused() {
    let file = changed("\"one\"", "\"<script>o\\u0000n\\u202ee</script>\"").unwrap();
    assert_eq!(file.cleaned_texts, 1);
    assert_eq!(state_of(&file.records).notes()[0].text, "<script>one</script>");
    let long = format!("\"{}\"", "x".repeat(1_000_000));
    assert!(matches!(
        changed("\"one\"", &long),
        Err(FileError::TextTooLong { chars: 1_000_000, limit_chars: clean::MAX_TEXT_CHARS, .. })
    ));
}

#[test]
fn two_records_of_one_id_must_be_the_same() {
    let text = text_of(journal_with("Lan", 1, &["one"]).state());
    let line = text.lines().find(|line| line.contains("\"field\":\"text\"")).unwrap();
    let twice = |second: &str| summed_anew(&text.replacen(line, &format!("{line}\n{second},"), 1));
    let line = line.trim_end_matches(',');
    let same = twice(line).replacen(&format!("{line},,"), &format!("{line},"), 1);
    assert_eq!(read(summed_anew(&same).as_bytes()).map(|file| file.records.len()), Ok(3));
    let other = twice(&line.replace("\"one\"", "\"eins\""));
    assert!(matches!(read(other.as_bytes()), Err(FileError::SameIdTwice { .. })), "{other}");
}

#[test]
fn fifty_thousand_records_are_accepted() {
    let mut state = JournalState::default();
    let template = journal_with("Lan", 1, &["one"]).state().records()[0].clone();
    for count in 0..50_000 {
        let id = RecordId { at: Hlc { ms: 1_706_580_000_000, count }, writer: WriterId(1) };
        let mut record = Record { id, step: id, ..template.clone() };
        record.target.key = format!("note-{count}");
        state.insert(record);
    }
    let file = read(text_of(&state).as_bytes()).unwrap();
    assert_eq!(file.records.len(), 50_000);
}

#[test]
fn a_preview_counts_by_person_and_changes_nothing() {
    let mut here = journal_with("Lan", 1, &["one", "two", "three"]);
    let mut there = journal_with("Minh", 2, &["four"]);
    there.merge(here.state().records().to_vec(), 0);
    let ids: Vec<String> = here.notes().into_iter().map(|note| note.id).collect();
    let ctx = |author| Ctx { now_ms: 1_706_580_009_000, author, step: None };
    let edit = |ix: usize, text: &str| Intent::EditText { note: ids[ix].clone(), text: text.to_owned() };
    here.apply(edit(0, "mine"), &ctx("Lan")).unwrap();
    there.apply(edit(0, "theirs"), &ctx("Minh")).unwrap();
    there.apply(edit(1, "newer"), &ctx("Minh")).unwrap();
    let file = read(text_of(there.state()).as_bytes()).unwrap();
    let before = here.state().records().to_vec();
    let expected = preview(&here, &file);
    assert_eq!(here.state().records(), before);
    let counts = preview::Counts { new: 0, already_here: 1, updated: 1, changed_by_both: 1 };
    assert_eq!(expected.authors["Lan"], counts);
    assert_eq!(expected.authors["Minh"], preview::Counts { new: 1, ..preview::Counts::default() });
    assert_eq!((expected.records_new, expected.records_here), (5, 9));

    let report = here.merge(file.records.clone(), 0);
    assert_eq!((report.new.len(), report.already_here), (expected.records_new, expected.records_here));
    assert_eq!(report.conflicts.len(), 1);
    assert_eq!(preview(&here, &file).notes, preview::Counts { already_here: 4, ..preview::Counts::default() });
}

#[test]
fn a_preview_counts_what_is_no_note_by_kind() {
    let mut here = Journal::new(DeviceId(1), WriterId(1));
    let mut there = Journal::new(DeviceId(2), WriterId(2));
    let ctx = |author| Ctx { now_ms: 1_706_580_000_000, author, step: None };
    let report = |area: &str, value: f64| Intent::SetReport {
        key: ReportKey::of_area(area, "bins", "2023"),
        value: Some(value),
    };
    let period = |label: Option<&str>| Intent::SetPeriod { id: "2022".to_owned(), label: label.map(str::to_owned) };
    for area in ["14758", "14761", "14764"] {
        here.apply(report(area, 1.0), &ctx("Lan")).unwrap();
    }
    there.merge(here.state().records().to_vec(), 0);
    here.apply(report("14758", 2.0), &ctx("Lan")).unwrap();
    there.apply(report("14758", 3.0), &ctx("Minh")).unwrap();
    there.apply(report("14761", 4.0), &ctx("Minh")).unwrap();
    there.apply(report("14767", 5.0), &ctx("Minh")).unwrap();
    // Made and taken away over there: nothing that would come.
    there.apply(period(Some("Năm 2022")), &ctx("Minh")).unwrap();
    there.apply(period(None), &ctx("Minh")).unwrap();
    let file = read(text_of(there.state()).as_bytes()).unwrap();
    let found = preview(&here, &file);
    let counts = preview::Counts { new: 1, already_here: 1, updated: 1, changed_by_both: 1 };
    assert_eq!(found.others, std::iter::once((Kind::Report, counts)).collect());
    assert_eq!(found.notes, preview::Counts::default());
    here.merge(file.records.clone(), 0);
    let all_here = preview::Counts { already_here: 4, ..preview::Counts::default() };
    assert_eq!(preview(&here, &file).others[&Kind::Report], all_here);
}

#[test]
fn file_names_hold_nothing_that_a_system_refuses() {
    assert_eq!(file_name("Phường Đông Vệ"), "Phường Đông Vệ.wardatlas.json");
    assert_eq!(file_name("../a:b\\c\n*"), "abc.wardatlas.json");
    assert_eq!(file_name(" . "), "workspace.wardatlas.json");
}

proptest! {
    #[test]
    fn files_bring_everything_across(work in work(60)) {
        let mut devices = devices(3);
        for (who, op) in &work {
            carry_out(&mut devices, *who, op);
        }
        let mut merged = JournalState::default();
        for device in &devices {
            let state = device.journal.state();
            let text = text_of(state);
            prop_assert_eq!(&text_of(state), &text);
            let file = read(text.as_bytes()).unwrap();
            prop_assert_eq!(file.cleaned_texts, 0);
            prop_assert!(state_of(&file.records).stands_like(state));
            for record in file.records {
                merged.insert(record);
            }
        }
        let all = state_of(devices.iter().flat_map(|device| device.journal.state().records()));
        prop_assert!(merged.stands_like(&all));
        prop_assert_eq!(merged.notes(), all.notes());
    }

    #[test]
    fn any_bytes_are_a_file_or_not(bytes: Vec<u8>) {
        prop_assert!(read(&bytes).is_err());
    }

    /// Changed bytes without and with a fitting checksum: an error, or a file that keeps the rules.
    #[test]
    fn changed_bytes_are_never_half_accepted(at: Index, to: u8, insert: bool) {
        let mut bytes = SAMPLE.as_bytes().to_vec();
        let at = at.index(bytes.len());
        if insert {
            bytes.insert(at, to);
        } else {
            bytes[at] = to;
        }
        if let Ok(file) = read(&bytes) {
            prop_assert_eq!(&file.records, &read(SAMPLE.as_bytes()).unwrap().records);
        }
        if let Ok(text) = String::from_utf8(bytes) && text.contains("\"sum\"") && let Ok(file) = read(summed_anew(&text).as_bytes()) {
            let state = state_of(&file.records);
            let again = write(&state, file.saved_at_ms, &file.saved_by, &file.data_set, &file.view);
            prop_assert!(read(again.as_bytes()).is_ok());
        }
    }
}
