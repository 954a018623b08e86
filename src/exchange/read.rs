//! Reading a workspace file: all of it or nothing, with the reason.
//!
//! The order of the checks is from cheap to dear, and so that the word is the most useful one: a file of a newer version is
//! called newer, not malformed. Opening applies nothing; see [`super::preview`] and `Journal::merge`.

use std::collections::BTreeMap;

use serde_json::error::Category;

use super::file_error::FileError;
use super::time::ms_of_iso;
use super::workspace_file::{DataSetRef, FORMAT, SCHEMA, WorkspaceFile, summed_bytes};
use crate::journal::clean::{
    MAX_AUTHOR_CHARS, MAX_LIST_ITEMS, MAX_NAME_CHARS, MAX_TEXT_CHARS, clean_line, clean_text, is_longer, is_taken_out,
};
use crate::journal::sum::sum_text;
use crate::journal::{Kind, Record, RecordId, Target, Value};
use crate::json::{self, Fields, FromJson, Json, Misshapen};

/// Largest file that is looked into.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;
/// Most records that one record may name as seen.
const MAX_SEEN: usize = 1_000;

struct Whole {
    saved_at: String,
    saved_by: String,
    data_set: DataSetRef,
    view: String,
    records: Vec<WireRecord>,
    sum: String,
}

/// A record as the file has it. Its `time` is for people and not read.
struct WireRecord {
    id: String,
    author: String,
    device: String,
    kind: String,
    key: String,
    field: String,
    old: Value,
    new: Value,
    sees: Vec<String>,
    step: Option<String>,
    step_name: String,
    undoes: Option<String>,
}

/// The content of a workspace file.
pub fn read(bytes: &[u8]) -> Result<WorkspaceFile, FileError> {
    if bytes.len() > MAX_BYTES {
        return Err(FileError::TooLarge { bytes: bytes.len(), limit_bytes: MAX_BYTES });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| not_text(bytes, error.valid_up_to()))?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    let tree = json::parse(text).map_err(|error| malformed(text, &error))?;
    let mut fields = tree.fields().map_err(|_| FileError::NotOurs)?;
    let head = (fields.take_or_default::<String>("format"), fields.take_or_default::<u32>("schema"));
    let (Ok(FORMAT), Ok(schema @ 1..)) = (head.0.as_deref(), head.1) else {
        return Err(FileError::NotOurs);
    };
    if schema > SCHEMA {
        return Err(FileError::Newer { schema, known: SCHEMA });
    }
    let whole = Whole::from_fields(fields).map_err(|error| misshapen(&error))?;
    let summed = text.rfind("\"sum\"").and_then(|end| text.get(..end)).unwrap_or_default();
    if sum_text(summed_bytes(summed)) != whole.sum {
        return Err(FileError::WrongSum);
    }
    checked(whole)
}

fn checked(whole: Whole) -> Result<WorkspaceFile, FileError> {
    let malformed = |field: &str| FileError::Malformed { line: 1, column: 1, detail: format!("wrong {field}") };
    let saved_at_ms = ms_of_iso(&whole.saved_at).ok_or_else(|| malformed("saved_at"))?;
    for (field, text) in [("data_set", &whole.data_set.id), ("data_set", &whole.data_set.hash)] {
        if is_longer(text, MAX_NAME_CHARS) || text.chars().any(is_taken_out) {
            return Err(malformed(field));
        }
    }
    if is_longer(&whole.saved_by, MAX_AUTHOR_CHARS) {
        return Err(malformed("saved_by"));
    }
    if is_longer(&whole.view, MAX_TEXT_CHARS) || whole.view.chars().any(char::is_control) {
        return Err(malformed("view"));
    }
    let mut cleaned_texts = 0;
    let mut records: BTreeMap<RecordId, Record> = BTreeMap::new();
    for (ix, wire) in whole.records.into_iter().enumerate() {
        let record = record_of(wire, ix + 1, &mut cleaned_texts)?;
        let id = record.id;
        match records.get(&id) {
            Some(same) if *same != record => return Err(FileError::SameIdTwice { record: id.to_string() }),
            _ => records.insert(id, record),
        };
    }
    Ok(WorkspaceFile {
        saved_at_ms,
        saved_by: clean_line(&whole.saved_by),
        data_set: whole.data_set,
        view: whole.view,
        records: records.into_values().collect(),
        cleaned_texts,
    })
}

fn record_of(wire: WireRecord, number: usize, cleaned_texts: &mut usize) -> Result<Record, FileError> {
    let bad = |field: &'static str| FileError::BadRecord { number, field };
    let id: RecordId = wire.id.parse().map_err(|_| bad("id"))?;
    let name = |text: &str, field: &'static str| {
        let is_good = !text.is_empty() && !is_longer(text, MAX_NAME_CHARS) && clean_line(text) == text;
        if is_good { Ok(text.to_owned()) } else { Err(bad(field)) }
    };
    let target = Target {
        kind: Kind::from_code(&name(&wire.kind, "kind")?),
        key: name(&wire.key, "key")?,
        field: name(&wire.field, "field")?,
    };
    let author = clean_line(&wire.author);
    if is_longer(&author, MAX_AUTHOR_CHARS) {
        return Err(bad("author"));
    }
    let mut clean = |value: Value, field: &'static str| {
        let value = clean_value(value, &wire.id, cleaned_texts)?.ok_or_else(|| bad(field))?;
        if target.kind.accepts(&target.field, &value) { Ok(value) } else { Err(bad(field)) }
    };
    let (old, new) = (clean(wire.old, "old")?, clean(wire.new, "new")?);
    let sees: Vec<RecordId> =
        wire.sees.iter().map(|seen| seen.parse()).collect::<Result<_, _>>().map_err(|_| bad("sees"))?;
    // A writer's own records are superseded by order; naming them, or itself, could only hide what stands.
    if sees.len() > MAX_SEEN || sees.iter().any(|seen| seen.writer == id.writer) {
        return Err(bad("sees"));
    }
    let parsed = |text: Option<String>, field: &'static str| {
        text.map(|text| text.parse::<RecordId>().map_err(|_| bad(field))).transpose()
    };
    Ok(Record {
        id,
        author,
        device: wire.device.parse().map_err(|_| bad("device"))?,
        old,
        new,
        sees,
        step: parsed(wire.step, "step")?.unwrap_or(id),
        step_name: name(&wire.step_name, "step_name")?,
        undoes: parsed(wire.undoes, "undoes")?,
        target,
    })
}

/// The value with clean texts; `None` if a list is too long.
fn clean_value(value: Value, record: &str, cleaned_texts: &mut usize) -> Result<Option<Value>, FileError> {
    let mut clean = |text: String| {
        if is_longer(&text, MAX_TEXT_CHARS) {
            let chars = text.chars().count();
            return Err(FileError::TextTooLong { record: record.to_owned(), chars, limit_chars: MAX_TEXT_CHARS });
        }
        let cleaned = clean_text(&text);
        *cleaned_texts += usize::from(cleaned != text);
        Ok(cleaned.into_owned())
    };
    Ok(Some(match value {
        Value::Text(text) => Value::Text(clean(text)?),
        Value::List(texts) if texts.len() > MAX_LIST_ITEMS => return Ok(None),
        Value::List(texts) => Value::List(texts.into_iter().map(clean).collect::<Result<_, _>>()?),
        other => other,
    }))
}

impl Whole {
    fn from_fields(mut fields: Fields) -> Result<Whole, Misshapen> {
        Ok(Whole {
            saved_at: fields.take("saved_at")?,
            saved_by: fields.take("saved_by")?,
            data_set: fields.take("data_set")?,
            view: fields.take("view")?,
            records: fields.take("records")?,
            sum: fields.take("sum")?,
        })
    }
}

impl FromJson for DataSetRef {
    fn from_json(json: Json) -> Result<DataSetRef, Misshapen> {
        let mut fields = json.fields()?;
        Ok(DataSetRef { id: fields.take("id")?, hash: fields.take("hash")? })
    }
}

impl FromJson for WireRecord {
    fn from_json(json: Json) -> Result<WireRecord, Misshapen> {
        let mut fields = json.fields()?;
        Ok(WireRecord {
            id: fields.take("id")?,
            author: fields.take("author")?,
            device: fields.take("device")?,
            kind: fields.take("kind")?,
            key: fields.take("key")?,
            field: fields.take("field")?,
            old: fields.take("old")?,
            new: fields.take("new")?,
            sees: fields.take_or_default("sees")?,
            step: fields.take("step")?,
            step_name: fields.take("step_name")?,
            undoes: fields.take("undoes")?,
        })
    }
}

/// Bytes that end within a character are a file that was cut off, if it began as one of ours.
fn not_text(bytes: &[u8], at_byte: usize) -> FileError {
    let ends_within = bytes.len() - at_byte < 4;
    let begins_as_ours = bytes.get(..at_byte).and_then(|valid| std::str::from_utf8(valid).ok()).is_some_and(is_begun);
    if ends_within && begins_as_ours { FileError::Truncated } else { FileError::NotText { at_byte } }
}

/// A tree knows no lines; the path of what does not fit stands in the detail.
fn misshapen(error: &Misshapen) -> FileError {
    FileError::Malformed { line: 1, column: 1, detail: error.to_string() }
}

fn malformed(text: &str, error: &serde_json::Error) -> FileError {
    if !is_begun(text) {
        return FileError::NotOurs;
    }
    match error.classify() {
        Category::Eof => FileError::Truncated,
        // Cut within a number, the parser calls the number invalid.
        Category::Syntax if !text.trim_end().ends_with('}') => FileError::Truncated,
        _ => FileError::Malformed { line: error.line(), column: error.column(), detail: error.to_string() },
    }
}

/// Whether a text begins as a workspace file does, as far as it goes.
fn is_begun(text: &str) -> bool {
    const BEGINNING: &str = "{\"format\":\"ward-atlas-workspace\"";
    let packed: String = text.chars().filter(|ch| !ch.is_whitespace()).take(BEGINNING.len()).collect();
    BEGINNING.starts_with(&packed)
}
