//! The workspace as a file: what it holds, and writing it. Reading stands in [`super::read`], the format in `FORMAT.md`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::time::iso_of_ms;
use crate::journal::sum::sum_text;
use crate::journal::{JournalState, Record, RecordId, Value};
use crate::order;

/// The format's name in the file.
pub const FORMAT: &str = "ward-atlas-workspace";
/// The version of the format that this page writes.
pub const SCHEMA: u32 = 1;
/// What the name of a workspace file ends in.
pub const FILE_NAME_END: &str = ".wardatlas.json";

/// What a workspace file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkspaceFile {
    /// When it was saved, milliseconds since 1970.
    pub saved_at_ms: u64,
    /// By whom; may be empty.
    pub saved_by: String,
    /// The data set that the work belongs to.
    pub data_set: DataSetRef,
    /// The address behind the page's name; may be empty.
    pub view: String,
    /// The journal, sorted by id, each record once.
    pub records: Vec<Record>,
    /// Texts from which hidden control characters were taken out at reading.
    pub cleaned_texts: usize,
}

/// A data set by name and content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataSetRef {
    /// Its id.
    pub id: String,
    /// Hash of its file.
    pub hash: String,
}

/// A record as the file has it.
#[derive(Serialize, Deserialize)]
pub(super) struct WireRecord {
    pub id: String,
    #[serde(default)]
    pub time: String,
    pub author: String,
    pub device: String,
    pub kind: String,
    pub key: String,
    pub field: String,
    pub old: Value,
    pub new: Value,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sees: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    pub step_name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<String>,
}

/// The text of a file with all that is in the journal. Records that typing has made superfluous are left out.
pub fn write(journal: &JournalState, saved_at_ms: u64, saved_by: &str, data_set: &DataSetRef, view: &str) -> String {
    let superfluous: BTreeSet<RecordId> = order::set_of(journal.superfluous());
    let mut records: Vec<&Record> =
        journal.records().iter().filter(|record| !superfluous.contains(&record.id)).collect();
    order::sort_by_key(&mut records, |record| record.id);
    let lines: Vec<String> =
        records.into_iter().map(|record| format!("    {}", json(&WireRecord::of(record)))).collect();
    let records = if lines.is_empty() { "[]".to_owned() } else { format!("[\n{}\n  ]", lines.join(",\n")) };
    let summed = format!(
        "{{\n  \"format\": \"{FORMAT}\",\n  \"schema\": {SCHEMA},\n  \"saved_at\": {},\n  \"saved_by\": {},\n  \
         \"data_set\": {},\n  \"view\": {},\n  \"records\": {records},\n  ",
        json(&iso_of_ms(saved_at_ms)),
        json(&saved_by),
        json(data_set),
        json(&view),
    );
    let sum = sum_text(summed_bytes(&summed));
    format!("{summed}\"sum\": \"{sum}\"\n}}\n")
}

/// `NAME.wardatlas.json` of a title, without characters that file systems refuse.
pub fn file_name(title: &str) -> String {
    let is_kept = |ch: &char| !ch.is_control() && !"/\\:*?\"<>|".contains(*ch);
    let kept: String = title.chars().filter(is_kept).take(80).collect();
    let kept = kept.trim().trim_start_matches('.').trim_end_matches('.').trim();
    format!("{}{FILE_NAME_END}", if kept.is_empty() { "workspace" } else { kept })
}

/// The bytes that the checksum covers: line ends may change on the way (mail, version control), the rest may not.
pub(super) fn summed_bytes(text: &str) -> impl Iterator<Item = u8> {
    text.trim_start_matches('\u{feff}').bytes().filter(|byte| !matches!(byte, b'\n' | b'\r'))
}

impl WireRecord {
    fn of(record: &Record) -> WireRecord {
        WireRecord {
            id: record.id.to_string(),
            time: iso_of_ms(record.id.at.ms),
            author: record.author.clone(),
            device: record.device.to_string(),
            kind: record.target.kind.code().to_owned(),
            key: record.target.key.clone(),
            field: record.target.field.clone(),
            old: record.old.clone(),
            new: record.new.clone(),
            sees: record.sees.iter().map(ToString::to_string).collect(),
            step: Some(record.step).filter(|step| *step != record.id).map(|step| step.to_string()),
            step_name: record.step_name.clone(),
            undoes: record.undoes.map(|step| step.to_string()),
        }
    }
}

/// JSON of a value that cannot fail to be written (texts, numbers, lists of them).
fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
