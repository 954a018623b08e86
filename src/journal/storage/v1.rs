//! The journal of schema 1, the first that was ever written: one key, one envelope, rewritten as a whole.
//!
//! `{"app":"ward-atlas","kind":"journal","schema":1,"records":[...],"sum":"..."}`; the checksum is over the records as
//! compact JSON with sorted names. A record is `{id, author, device, at_ms, kind, key, field, old, new}` with plain texts;
//! tags are one list. Only one tab wrote, so the order of the list is the order of what superseded what.
//!
//! Migration is deterministic: done twice (after a crash, or because an old tab has written again) it gives the same
//! records, and merging makes that harmless. It only reads; schema 1 is not written any more.

use std::collections::{BTreeMap, BTreeSet};

use super::segment::Unreadable;
use crate::journal::clean::{clean_line, clean_text};
use crate::journal::clock::{Hlc, MAX_MS};
use crate::journal::kinds::{Kind, note, step};
use crate::journal::record::{DeviceId, Record, RecordId, Target, Value, WriterId};
use crate::journal::sum::{fnv1a_64, sum_text};
use crate::json::{self, FromJson, Json, Misshapen};
use crate::order;

/// The key of schema 1.
pub const KEY: &str = "ward-atlas/journal";

struct RecordV1 {
    author: String,
    device: String,
    at_ms: u64,
    kind: String,
    key: String,
    field: String,
    old: Value,
    new: Value,
}

/// The records of a text of schema 1, migrated.
pub fn read(text: &str) -> Result<Vec<Record>, Unreadable> {
    let tree =
        json::parse(text).map_err(|error| if error.is_eof() { Unreadable::Damaged } else { Unreadable::NotOurs })?;
    let (schema, sum, mut records) = envelope(tree).map_err(|_| Unreadable::NotOurs)?;
    if schema != 1 {
        return Err(Unreadable::Newer { schema });
    }
    records.sort_names();
    if sum_text(records.to_text().bytes()) != sum {
        return Err(Unreadable::Damaged);
    }
    Vec::from_json(records).map(migrate).map_err(|error| Unreadable::Invalid(error.to_string()))
}

/// Schema, checksum and records of an envelope of this program.
fn envelope(tree: Json) -> Result<(u32, String, Json), Misshapen> {
    let mut fields = tree.fields()?;
    fields.take_word("app", "ward-atlas")?;
    fields.take_word("kind", "journal")?;
    Ok((fields.take("schema")?, fields.take_or_default("sum")?, fields.raw("records").unwrap_or_default()))
}

impl FromJson for RecordV1 {
    fn from_json(json: Json) -> Result<RecordV1, Misshapen> {
        let mut fields = json.fields()?;
        Ok(RecordV1 {
            author: fields.take("author")?,
            device: fields.take("device")?,
            at_ms: fields.take("at_ms")?,
            kind: fields.take("kind")?,
            key: fields.take("key")?,
            field: fields.take("field")?,
            old: fields.take("old")?,
            new: fields.take("new")?,
        })
    }
}

fn migrate(records_v1: Vec<RecordV1>) -> Vec<Record> {
    let mut records = Vec::new();
    // Times of one writer must rise, whatever the clock of schema 1 did.
    let mut latest_ms = 0;
    let mut latest_by_target: BTreeMap<Target, RecordId> = BTreeMap::new();
    let mut tags_by_key: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut count = 0;
    for old_record in records_v1 {
        latest_ms = old_record.at_ms.min(MAX_MS).max(latest_ms);
        let device = DeviceId(fnv1a_64(old_record.device.bytes()));
        let writer = WriterId(fnv1a_64(old_record.device.bytes().chain(*b"/schema-1")));
        let kind = Kind::from_code(&old_record.kind);
        let step_name = step_name(&old_record);
        let mut step = None;
        for (field, old, new) in changes(&old_record, &mut tags_by_key) {
            let id = RecordId { at: Hlc { ms: latest_ms, count }, writer };
            count += 1;
            let target = Target { kind: kind.clone(), key: old_record.key.clone(), field };
            let before = latest_by_target.insert(target.clone(), id);
            records.push(Record {
                id,
                author: clean_line(&old_record.author),
                device,
                target,
                old,
                new,
                sees: before.into_iter().filter(|before| before.writer != writer).collect(),
                step: *step.get_or_insert(id),
                step_name: step_name.to_owned(),
                undoes: None,
            });
        }
    }
    records
}

/// The fields that a record of schema 1 changes, with old and new value; a list of tags becomes a field for each tag.
fn changes(record: &RecordV1, tags_by_key: &mut BTreeMap<String, BTreeSet<String>>) -> Vec<(String, Value, Value)> {
    let clean = |value: &Value| match value {
        Value::Text(text) => Value::Text(clean_text(text).into_owned()),
        other => other.clone(),
    };
    let Value::List(tags) = &record.new else {
        return vec![(record.field.clone(), clean(&record.old), clean(&record.new))];
    };
    let after: BTreeSet<String> = order::set_of(tags.iter().map(|tag| clean_line(tag)).filter(|tag| !tag.is_empty()));
    let before = tags_by_key.insert(record.key.clone(), after.clone()).unwrap_or_default();
    let change = |tag: &String| {
        let old = if before.contains(tag) { Value::Bool(true) } else { Value::Null };
        (format!("{}{tag}", note::TAG_PREFIX), old, Value::Bool(after.contains(tag)))
    };
    before.symmetric_difference(&after).map(change).collect()
}

fn step_name(record: &RecordV1) -> &'static str {
    match (record.field.as_str(), &record.old, &record.new) {
        ("tags", ..) => step::TAG_NOTE,
        (note::ANCHOR, Value::Null, _) => step::WRITE_NOTE,
        (note::ANCHOR, ..) => step::MOVE_NOTE,
        (note::DONE, _, Value::Bool(true)) => step::DONE_NOTE,
        (note::DONE, ..) => step::REOPEN_NOTE,
        (note::DELETED, _, Value::Bool(true)) => step::DELETE_NOTE,
        (note::DELETED, ..) => step::RESTORE_NOTE,
        _ => step::EDIT_NOTE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{Anchor, JournalState};

    const SAMPLE: &str = include_str!("../../../tests/fixtures/journal-v1.json");

    fn state_of(records: &[Record]) -> JournalState {
        let mut state = JournalState::default();
        for record in records {
            state.insert(record.clone());
        }
        state
    }

    #[test]
    fn the_stored_sample_becomes_the_same_notes() {
        let records = read(SAMPLE).unwrap();
        let state = state_of(&records);
        let notes = state.notes();
        assert_eq!(notes.len(), 2);
        assert_eq!(notes[0].anchor, Anchor::Area("14758".to_owned()));
        assert_eq!(notes[0].text, "Hỏi lại số hộ năm 2023");
        assert_eq!(notes[0].tags, ["khẩn", "số liệu"]);
        assert!(notes[0].done);
        assert_eq!((notes[0].created_by.as_str(), notes[0].edited_by.as_str()), ("Lan", "Minh"));
        assert_eq!(notes[1].anchor, Anchor::City);
        assert_eq!(notes[1].figure_then, None);
        assert!(notes.iter().all(|note| note.conflicts.is_empty()));
        assert_eq!(state.notes_with_deleted().len(), 3);
    }

    #[test]
    fn migrating_twice_is_migrating_once() {
        assert_eq!(read(SAMPLE), read(SAMPLE));
    }

    #[test]
    fn every_truncation_is_refused() {
        for (end, _) in SAMPLE.trim_end().char_indices() {
            assert!(read(&SAMPLE[..end]).is_err(), "cut at byte {end}");
        }
    }

    #[test]
    fn a_changed_text_is_damage() {
        assert_eq!(read(&SAMPLE.replace("Minh", "Mimh")), Err(Unreadable::Damaged));
        assert_eq!(read(&SAMPLE.replace("\"schema\":1", "\"schema\":7")), Err(Unreadable::Newer { schema: 7 }));
        assert_eq!(read("[]"), Err(Unreadable::NotOurs));
    }
}
