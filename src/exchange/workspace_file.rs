//! The workspace as a file: what it holds, and writing it. Reading stands in [`super::read`], the format in `FORMAT.md`.

use std::collections::BTreeSet;

use super::time::iso_of_ms;
use crate::journal::sum::sum_text;
use crate::journal::{JournalState, Record, RecordId};
use crate::json::Json;
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataSetRef {
    /// Its id.
    pub id: String,
    /// Hash of its file.
    pub hash: String,
}

/// The text of a file with all that is in the journal. Records that typing has made superfluous are left out.
pub fn write(journal: &JournalState, saved_at_ms: u64, saved_by: &str, data_set: &DataSetRef, view: &str) -> String {
    let superfluous: BTreeSet<RecordId> = order::set_of(journal.superfluous());
    let mut records: Vec<&Record> =
        journal.records().iter().filter(|record| !superfluous.contains(&record.id)).collect();
    order::sort_by_key(&mut records, |record| record.id);
    let lines: Vec<String> = records.into_iter().map(|record| format!("    {}", json_of(record).to_text())).collect();
    let records = if lines.is_empty() { "[]".to_owned() } else { format!("[\n{}\n  ]", lines.join(",\n")) };
    let data_set = Json::object([("id", data_set.id.as_str().into()), ("hash", data_set.hash.as_str().into())]);
    let summed = format!(
        "{{\n  \"format\": \"{FORMAT}\",\n  \"schema\": {SCHEMA},\n  \"saved_at\": {},\n  \"saved_by\": {},\n  \
         \"data_set\": {},\n  \"view\": {},\n  \"records\": {records},\n  ",
        Json::from(iso_of_ms(saved_at_ms)).to_text(),
        Json::from(saved_by).to_text(),
        data_set.to_text(),
        Json::from(view).to_text(),
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

/// A record as the file has it; what says nothing is left out.
fn json_of(record: &Record) -> Json<'_> {
    let mut fields = vec![
        ("id", Json::from(record.id.to_string())),
        ("time", Json::from(iso_of_ms(record.id.at.ms))),
        ("author", Json::from(record.author.as_str())),
        ("device", Json::from(record.device.to_string())),
        ("kind", Json::from(record.target.kind.code())),
        ("key", Json::from(record.target.key.as_str())),
        ("field", Json::from(record.target.field.as_str())),
        ("old", Json::from(&record.old)),
        ("new", Json::from(&record.new)),
    ];
    if !record.sees.is_empty() {
        fields.push(("sees", Json::list(record.sees.iter().map(ToString::to_string))));
    }
    if record.step != record.id {
        fields.push(("step", Json::from(record.step.to_string())));
    }
    fields.push(("step_name", Json::from(record.step_name.as_str())));
    if let Some(undoes) = record.undoes {
        fields.push(("undoes", Json::from(undoes.to_string())));
    }
    Json::object(fields)
}
