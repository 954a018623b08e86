//! A stored piece of the journal (schema 2): compact text of some records, with version and checksum.
//!
//! Two lines. The first is the envelope, `{"app":"ward-atlas","kind":"journal","schema":2,"sum":"<of the second line>"}`.
//! The second holds tables and rows that name table entries by index:
//! `{"t":base ms,"a":[authors],"d":[devices],"w":[writers],"f":[[kind,field]],"n":[step names],"r":[rows]}`; a row is
//! `[id, author, device, field, key, old, new, name, sees, step, undoes]` where an id is `[writer, ms - t, counter]` and a
//! step that is the record itself is `0`. Short because `localStorage` holds about 5 MB at two bytes a character.
//!
//! This form is frozen: a change of it is schema 3, with a migration and a stored sample of this one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::journal::clock::{Hlc, MAX_MS};
use crate::journal::kinds::Kind;
use crate::journal::record::{Record, RecordId, Target, Value, WriterId};
use crate::journal::sum::sum_text;
use crate::order;

/// The schema of stored pieces that this page writes.
pub const SCHEMA: u32 = 2;

/// Why a stored piece cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// Not an envelope of this program.
    NotOurs,
    /// An envelope of a later version of the page.
    Newer {
        /// Its schema.
        schema: u32,
    },
    /// The checksum does not fit: cut off or changed.
    Damaged,
    /// The checksum fits but the content breaks the format's rules.
    Invalid(String),
}

#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    app: &'a str,
    kind: &'a str,
    schema: u32,
    #[serde(default)]
    sum: &'a str,
}

#[derive(Serialize, Deserialize, Default)]
struct Body {
    #[serde(rename = "t")]
    base_ms: u64,
    #[serde(rename = "a")]
    authors: Vec<String>,
    #[serde(rename = "d")]
    devices: Vec<String>,
    #[serde(rename = "w")]
    writers: Vec<String>,
    #[serde(rename = "f")]
    fields: Vec<(String, String)>,
    #[serde(rename = "n")]
    names: Vec<String>,
    #[serde(rename = "r")]
    rows: Vec<Row>,
}

/// Id, author, device, field, key, old, new, step name, sees, step, undoes.
#[derive(Serialize, Deserialize)]
struct Row(Dot, usize, usize, usize, String, Value, Value, usize, Vec<Dot>, Option<Dot>, Option<Dot>);

/// Writer, milliseconds after the base, counter.
#[derive(Serialize, Deserialize, Clone, Copy)]
struct Dot(usize, i64, u32);

/// The text of a piece. Some records give one text only.
pub fn write<'a>(records: impl IntoIterator<Item = &'a Record>) -> String {
    let records: Vec<&Record> = records.into_iter().collect();
    let base_ms = records.iter().map(|record| record.id.at.ms).min().unwrap_or_default();
    let mut authors = Table::default();
    let mut devices = Table::default();
    let mut writers = Table::default();
    let mut fields = Table::default();
    let mut names = Table::default();
    let rows = records
        .into_iter()
        .map(|record| {
            let mut dot =
                |id: RecordId| Dot(writers.ix(id.writer), (id.at.ms as i64).wrapping_sub(base_ms as i64), id.at.count);
            Row(
                dot(record.id),
                authors.ix(record.author.as_str()),
                devices.ix(record.device),
                fields.ix((record.target.kind.code(), record.target.field.as_str())),
                record.target.key.clone(),
                record.old.clone(),
                record.new.clone(),
                names.ix(record.step_name.as_str()),
                record.sees.iter().map(|seen| dot(*seen)).collect(),
                Some(record.step).filter(|step| *step != record.id).map(&mut dot),
                record.undoes.map(&mut dot),
            )
        })
        .collect();
    let body = Body {
        base_ms,
        rows,
        authors: authors.items(str::to_owned),
        devices: devices.items(|device| device.to_string()),
        writers: writers.items(|writer| writer.to_string()),
        fields: fields.items(|(kind, field): (&str, &str)| (kind.to_owned(), field.to_owned())),
        names: names.items(str::to_owned),
    };
    // Only maps with keys that are not texts and failing `Serialize` implementations make this fail; there are none.
    let body = serde_json::to_string(&body).unwrap_or_default();
    let sum = sum_text(body.bytes());
    format!("{{\"app\":\"ward-atlas\",\"kind\":\"journal\",\"schema\":{SCHEMA},\"sum\":\"{sum}\"}}\n{body}")
}

/// The records of a piece's text.
pub fn read(text: &str) -> Result<Vec<Record>, Unreadable> {
    let (head, body) = text.split_once('\n').unwrap_or((text, ""));
    let envelope: Envelope = serde_json::from_str(head).map_err(|_| Unreadable::NotOurs)?;
    if envelope.app != "ward-atlas" || envelope.kind != "journal" {
        return Err(Unreadable::NotOurs);
    }
    if envelope.schema > SCHEMA {
        return Err(Unreadable::Newer { schema: envelope.schema });
    }
    if envelope.schema != SCHEMA {
        return Err(Unreadable::NotOurs);
    }
    if sum_text(body.bytes()) != envelope.sum {
        return Err(Unreadable::Damaged);
    }
    let body: Body = serde_json::from_str(body).map_err(|error| Unreadable::Invalid(error.to_string()))?;
    body.records().ok_or_else(|| Unreadable::Invalid("an index or id is out of range".to_owned()))
}

impl Body {
    fn records(self) -> Option<Vec<Record>> {
        let writers: Vec<WriterId> = self.writers.iter().map(|text| text.parse().ok()).collect::<Option<_>>()?;
        let devices = self.devices.iter().map(|text| text.parse().ok()).collect::<Option<Vec<_>>>()?;
        let fields: Vec<(Kind, &String)> =
            self.fields.iter().map(|(kind, field)| (Kind::from_code(kind), field)).collect();
        let base_ms = self.base_ms;
        let id = |Dot(writer_ix, after_ms, count): Dot| {
            let ms = base_ms.checked_add_signed(after_ms).filter(|&ms| ms <= MAX_MS)?;
            Some(RecordId { at: Hlc { ms, count }, writer: *writers.get(writer_ix)? })
        };
        let record = |row: Row| {
            let Row(dot, author_ix, device_ix, field_ix, key, old, new, name_ix, sees, step, undoes) = row;
            let (kind, field) = fields.get(field_ix)?;
            let own_id = id(dot)?;
            Some(Record {
                id: own_id,
                author: self.authors.get(author_ix)?.clone(),
                device: *devices.get(device_ix)?,
                target: Target { kind: kind.clone(), key, field: (*field).clone() },
                old,
                new,
                sees: sees.into_iter().map(id).collect::<Option<_>>()?,
                step: step.map_or(Some(own_id), id)?,
                step_name: self.names.get(name_ix)?.clone(),
                undoes: undoes.map(|dot| id(dot).ok_or(())).transpose().ok()?,
            })
        };
        self.rows.into_iter().map(record).collect()
    }
}

/// Items numbered in the order of their first use.
struct Table<T> {
    ixs: BTreeMap<T, usize>,
}

impl<T> Default for Table<T> {
    fn default() -> Table<T> {
        Table { ixs: BTreeMap::new() }
    }
}

impl<T: Ord> Table<T> {
    fn ix(&mut self, item: T) -> usize {
        let next_ix = self.ixs.len();
        *self.ixs.entry(item).or_insert(next_ix)
    }

    fn items<U>(self, text: impl Fn(T) -> U) -> Vec<U> {
        let mut items: Vec<(usize, T)> = self.ixs.into_iter().map(|(item, ix)| (ix, item)).collect();
        order::sort_by_key(&mut items, |(ix, _)| *ix);
        items.into_iter().map(|(_, item)| text(item)).collect()
    }
}
