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

use crate::journal::clock::{Hlc, MAX_MS};
use crate::journal::kinds::Kind;
use crate::journal::record::{DeviceId, Record, RecordId, Target, Value, WriterId, text_of_u64, u64_of_text};
use crate::journal::sum::sum_text;
use crate::json::{self, FromJson, Json, Misshapen};

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

/// The text of a piece. Some records give one text only.
pub fn write<'a>(records: impl IntoIterator<Item = &'a Record>) -> String {
    let records: Vec<&Record> = records.into_iter().collect();
    let base_ms = records.iter().map(|record| record.id.at.ms).min().unwrap_or_default();
    let mut authors = Table::default();
    let mut devices = Table::default();
    let mut writers = Table::default();
    let mut fields = Table::default();
    let mut names = Table::default();
    let mut rows = Vec::with_capacity(records.len());
    for record in records {
        let mut dot = |id: RecordId| {
            let after_ms = (id.at.ms as i64).wrapping_sub(base_ms as i64);
            Json::List(vec![writers.ix(id.writer.0), Json::from(after_ms), Json::from(id.at.count)])
        };
        rows.push(Json::List(vec![
            dot(record.id),
            authors.ix(record.author.as_str()),
            devices.ix(record.device.0),
            fields.ix((record.target.kind.code(), record.target.field.as_str())),
            Json::from(record.target.key.as_str()),
            Json::from(&record.old),
            Json::from(&record.new),
            names.ix(record.step_name.as_str()),
            Json::List(record.sees.iter().map(|seen| dot(*seen)).collect()),
            Some(record.step).filter(|step| *step != record.id).map_or(Json::Null, &mut dot),
            record.undoes.map_or(Json::Null, &mut dot),
        ]));
    }
    let body = Json::object([
        ("t", Json::from(base_ms)),
        ("a", Json::list(authors.items)),
        ("d", Json::list(devices.items.into_iter().map(text_of_u64))),
        ("w", Json::list(writers.items.into_iter().map(text_of_u64))),
        ("f", Json::list(fields.items.into_iter().map(|(kind, field)| Json::list([kind, field])))),
        ("n", Json::list(names.items)),
        ("r", Json::List(rows)),
    ]);
    let body = body.to_text();
    let sum = sum_text(body.bytes());
    format!("{{\"app\":\"ward-atlas\",\"kind\":\"journal\",\"schema\":{SCHEMA},\"sum\":\"{sum}\"}}\n{body}")
}

/// The records of a piece's text.
pub fn read(text: &str) -> Result<Vec<Record>, Unreadable> {
    let (head, body) = text.split_once('\n').unwrap_or((text, ""));
    let head = json::parse(head).map_err(|_| Unreadable::NotOurs)?;
    let (schema, sum) = envelope(head).map_err(|_| Unreadable::NotOurs)?;
    if schema > SCHEMA {
        return Err(Unreadable::Newer { schema });
    }
    if schema != SCHEMA {
        return Err(Unreadable::NotOurs);
    }
    if sum_text(body.bytes()) != sum {
        return Err(Unreadable::Damaged);
    }
    let body = json::parse(body).map_err(|error| Unreadable::Invalid(error.to_string()))?;
    records(body).map_err(|error| Unreadable::Invalid(error.to_string()))
}

/// Schema and checksum of an envelope of this program.
fn envelope(head: Json) -> Result<(u32, String), Misshapen> {
    let mut fields = head.fields()?;
    fields.take_word("app", "ward-atlas")?;
    fields.take_word("kind", "journal")?;
    Ok((fields.take("schema")?, fields.take_or_default("sum")?))
}

fn records(body: Json) -> Result<Vec<Record>, Misshapen> {
    let mut body = body.fields()?;
    let tables = Tables {
        base_ms: body.take("t")?,
        authors: body.take("a")?,
        devices: numbers(&body.take::<Vec<String>>("d")?)?,
        writers: numbers(&body.take::<Vec<String>>("w")?)?,
        fields: body.take("f")?,
        names: body.take("n")?,
    };
    let rows = body.raw("r").unwrap_or_default().items()?;
    rows.into_iter().enumerate().map(|(ix, row)| tables.record(row).map_err(|error| error.in_item(ix))).collect()
}

fn numbers(texts: &[String]) -> Result<Vec<u64>, Misshapen> {
    texts.iter().map(|text| u64_of_text(text).ok_or_else(out_of_range)).collect()
}

/// What the rows of a piece name by index.
struct Tables {
    base_ms: u64,
    authors: Vec<String>,
    devices: Vec<u64>,
    writers: Vec<u64>,
    fields: Vec<(String, String)>,
    names: Vec<String>,
}

impl Tables {
    fn record(&self, row: Json) -> Result<Record, Misshapen> {
        let [dot, author, device, field, key, old, new, name, sees, step, undoes] = row.exactly()?;
        let id = self.id(dot)?;
        let (kind, field) = entry(&self.fields, field)?;
        let optional = |dot: Json| if matches!(dot, Json::Null) { Ok(None) } else { self.id(dot).map(Some) };
        Ok(Record {
            id,
            author: entry(&self.authors, author)?,
            device: DeviceId(entry(&self.devices, device)?),
            target: Target { kind: Kind::from_code(&kind), key: String::from_json(key)?, field },
            old: Value::from_json(old)?,
            new: Value::from_json(new)?,
            sees: sees.items()?.into_iter().map(|dot| self.id(dot)).collect::<Result<_, _>>()?,
            step: optional(step)?.unwrap_or(id),
            step_name: entry(&self.names, name)?,
            undoes: optional(undoes)?,
        })
    }

    /// The id of writer, milliseconds after the base and counter.
    fn id(&self, dot: Json) -> Result<RecordId, Misshapen> {
        let [writer, after_ms, count] = dot.exactly()?;
        let ms = self.base_ms.checked_add_signed(i64::from_json(after_ms)?).filter(|&ms| ms <= MAX_MS);
        Ok(RecordId {
            at: Hlc { ms: ms.ok_or_else(out_of_range)?, count: u32::from_json(count)? },
            writer: WriterId(entry(&self.writers, writer)?),
        })
    }
}

fn entry<T: Clone>(table: &[T], ix: Json) -> Result<T, Misshapen> {
    table.get(usize::from_json(ix)?).cloned().ok_or_else(out_of_range)
}

fn out_of_range() -> Misshapen {
    Misshapen::new("an index or id is out of range".to_owned())
}

/// Items numbered in the order of their first use.
struct Table<T> {
    ixs: BTreeMap<T, usize>,
    items: Vec<T>,
}

impl<T> Default for Table<T> {
    fn default() -> Table<T> {
        Table { ixs: BTreeMap::new(), items: Vec::new() }
    }
}

impl<T: Ord + Copy> Table<T> {
    fn ix(&mut self, item: T) -> Json<'static> {
        let next_ix = self.items.len();
        let ix = *self.ixs.entry(item).or_insert(next_ix);
        if ix == next_ix {
            self.items.push(item);
        }
        Json::from(ix)
    }
}
