//! The journal on this device: loading, saving, other tabs, tidying up.
//!
//! Rules that everything here follows:
//! - nothing is written before loading has succeeded ([`Vault::open`] is the only way to a vault);
//! - a record counts as saved only after it was read back as it was written; until then it stays queued in memory;
//! - a key is written once. Tidying writes the new piece, reads it back, and only then removes the pieces that it holds;
//! - what cannot be read is copied whole under its own key before anything else is written, and never dropped;
//! - a piece of a newer schema is not touched, and this page then writes nothing.
//!
//! So a crash between any two calls leaves at worst superfluous pieces, and merging is idempotent.

use std::collections::{BTreeMap, BTreeSet};

use super::segment::{self, SCHEMA, Unreadable};
use super::{KeyValue, PREFIX, PROBE_KEY, StoreError, bytes_of, set_verified, usage_bytes, v1};
use crate::journal::record::{Record, RecordId, WriterId};
use crate::journal::state::JournalState;
use crate::journal::sum::sum_text;
use crate::order;

/// No browser gives so many bytes; more is not tried.
const MOST_BYTES: usize = 16 * 1024 * 1024;
/// How often the room is halved when it is measured: to less than half a per cent.
const HALVINGS: usize = 8;

/// Where it is noted that everything was erased.
pub(super) const ERASED_KEY: &str = "ward-atlas/erased";
const SEGMENT_PREFIX: &str = "ward-atlas/2/seg/";
const SET_ASIDE_PREFIX: &str = "ward-atlas/set-aside/";

/// Pieces below this many bytes are joined when tidying; larger ones stay as they are.
const SMALL_PIECE_BYTES: usize = 96 * 1024;
/// From this many small pieces on tidying is worth it.
const MANY_PIECES: usize = 24;

/// The stored journal and what still waits to be stored.
#[derive(Debug)]
pub struct Vault<S> {
    store: S,
    writer: WriterId,
    next_segment: u64,
    /// Pieces whose records have been handed out, with their size.
    known: BTreeMap<String, usize>,
    queue: Vec<Record>,
    read_only: bool,
    /// The mark of an earlier erasure, as it was when this vault was opened.
    erased_before: Option<String>,
    /// The journal of schema 1 as it was read, until what became of it is stored.
    migrating_from: Option<String>,
}

/// What was found on this device.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The records of all pieces of all tabs.
    pub records: Vec<Record>,
    /// Pieces that could not be read. They are kept.
    pub set_aside: Vec<SetAside>,
    /// There are data of a newer version of the page: nothing will be written.
    pub read_only: bool,
    /// The schema that was migrated from, if one was.
    pub migrated_from: Option<u32>,
}

/// A piece that could not be read.
#[derive(Debug, Clone, PartialEq)]
pub struct SetAside {
    /// The key that it stands under now.
    pub key: String,
    /// The piece, whole, to be saved as a file.
    pub text: String,
    /// What is wrong with it.
    pub reason: Unreadable,
}

/// What a [`Vault::flush`] stored.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Saved {
    /// Number of records that are safe since this call.
    pub records: usize,
}

/// What other tabs have written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FromTabs {
    /// Records of pieces that were not there before, to be merged.
    pub records: Vec<Record>,
    /// A tab with a newer version of the page has stored data: this page should be reloaded.
    pub newer_page: bool,
}

impl<S: KeyValue> Vault<S> {
    /// Reads everything. `writer` is the journal's; `queue` records go nowhere before this has succeeded.
    ///
    /// Fails if the store does: the page then works in memory, says so and may try again later.
    pub fn open(store: S, writer: WriterId) -> Result<(Vault<S>, Loaded), StoreError> {
        let erased_before = store.get(ERASED_KEY)?;
        let mut vault = Vault {
            store,
            writer,
            next_segment: 0,
            known: BTreeMap::new(),
            queue: Vec::new(),
            read_only: false,
            erased_before,
            migrating_from: None,
        };
        let mut loaded = Loaded { records: Vec::new(), set_aside: Vec::new(), read_only: false, migrated_from: None };
        let broken = vault.load_pieces(&mut loaded)?;
        let broken_v1 = vault.load_schema_1(&mut loaded)?;
        loaded.read_only = vault.read_only;
        for (key, text, reason) in broken.into_iter().chain(broken_v1) {
            let key = vault.set_aside(key, &text);
            loaded.set_aside.push(SetAside { key, text, reason });
        }
        Ok((vault, loaded))
    }

    /// Queues records for the next [`Vault::flush`].
    pub fn queue(&mut self, records: impl IntoIterator<Item = Record>) {
        self.queue.extend(records);
    }

    /// How many records are not yet safe.
    pub fn queued(&self) -> usize {
        self.queue.len()
    }

    /// The records that are not yet safe.
    pub fn queued_records(&self) -> &[Record] {
        &self.queue
    }

    /// Whether this page may not write, because the data are a newer version's.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Bytes that this page takes in the store, see [`usage_bytes`].
    pub fn usage_bytes(&self) -> Result<usize, StoreError> {
        usage_bytes(&self.store)
    }

    /// How many of so many bytes still fit in, found by trying; the browser does not tell. All of them where the store says
    /// no for another reason than being full: then the writing itself tells why.
    pub fn room_bytes(&mut self, wanted_bytes: usize) -> usize {
        let mut fits = |bytes: usize| {
            let outcome = self.store.set(PROBE_KEY, &"0".repeat(bytes / 2));
            // What is left of a failed removal is written over and removed at the next start.
            let _ = self.store.remove(PROBE_KEY);
            outcome != Err(StoreError::Full)
        };
        let (mut fitting, mut too_many) = (0_usize, wanted_bytes.min(MOST_BYTES));
        if fits(too_many) {
            return too_many;
        }
        for _ in 0..HALVINGS {
            let middle = fitting.midpoint(too_many);
            if fits(middle) {
                fitting = middle;
            } else {
                too_many = middle;
            }
        }
        fitting
    }

    /// The store, for preferences and history.
    pub fn store_mut(&mut self) -> &mut S {
        &mut self.store
    }

    /// Stores what is queued, in one new piece, and reads it back. When the store is full, tidies up and tries once more. If
    /// it fails, everything stays queued.
    pub fn flush(&mut self) -> Result<Saved, StoreError> {
        if self.queue.is_empty() {
            return Ok(Saved::default());
        }
        self.check_may_write()?;
        let text = segment::write(&self.queue);
        match self.write_piece(&text) {
            // Whether tidying has won enough shows in the second attempt.
            Err(StoreError::Full) if self.tidy().is_ok() => self.write_piece(&text)?,
            outcome => outcome?,
        };
        let saved = Saved { records: self.queue.len() };
        self.queue.clear();
        self.finish_migration();
        Ok(saved)
    }

    /// Reads what other tabs have written since; to be called on a `storage` event and when the page is shown again.
    pub fn read_new(&mut self) -> Result<FromTabs, StoreError> {
        let mut found = FromTabs { newer_page: self.has_newer_keys()?, ..FromTabs::default() };
        for key in self.store.keys(SEGMENT_PREFIX)? {
            if self.known.contains_key(&key) {
                continue;
            }
            let Some(text) = self.store.get(&key)? else { continue };
            match segment::read(&text) {
                Ok(records) => {
                    self.known.insert(key, bytes_of(&text));
                    found.records.extend(records);
                }
                Err(Unreadable::Newer { .. }) => found.newer_page = true,
                // Left alone: the next start reads it again and sets it aside if it is truly broken.
                Err(_) => {}
            }
        }
        Ok(found)
    }

    /// Queues every record of the journal that is not in the store, after the store was cleared from outside (a `storage`
    /// event without a key) or may have lost something. Gives their number.
    pub fn queue_missing(&mut self, journal: &JournalState) -> Result<usize, StoreError> {
        self.check_may_write()?;
        let mut safe: BTreeSet<RecordId> = order::set_of(self.queue.iter().map(|record| record.id));
        safe.extend(journal.superfluous());
        self.known.clear();
        for key in self.store.keys(SEGMENT_PREFIX)? {
            let Some(text) = self.store.get(&key)? else { continue };
            if let Ok(records) = segment::read(&text) {
                self.known.insert(key, bytes_of(&text));
                safe.extend(records.iter().map(|record| record.id));
            }
        }
        let queued_before = self.queue.len();
        self.queue.extend(journal.records().iter().filter(|record| !safe.contains(&record.id)).cloned());
        Ok(self.queue.len() - queued_before)
    }

    /// Whether so many small pieces lie about that [`Vault::tidy`] is worth its time.
    pub fn needs_tidying(&self) -> bool {
        self.known.values().filter(|bytes| **bytes < SMALL_PIECE_BYTES).count() >= MANY_PIECES
    }

    /// Joins small pieces (of all tabs) to larger ones and leaves out records that typing has made superfluous. Nothing is
    /// removed before the joined piece was read back. Gives the number of bytes won.
    pub fn tidy(&mut self) -> Result<usize, StoreError> {
        self.check_may_write()?;
        let mut pieces: Vec<(String, usize)> = Vec::new();
        let mut stored = JournalState::default();
        for key in self.store.keys(SEGMENT_PREFIX)? {
            let Some(text) = self.store.get(&key)? else { continue };
            let bytes = bytes_of(&text);
            if bytes >= SMALL_PIECE_BYTES {
                continue;
            }
            let Ok(records) = segment::read(&text) else { continue };
            for record in records {
                stored.insert(record);
            }
            pieces.push((key, bytes));
        }
        if pieces.len() < 2 {
            return Ok(0);
        }
        let superfluous: BTreeSet<RecordId> = order::set_of(stored.superfluous());
        let mut records: Vec<&Record> =
            stored.records().iter().filter(|record| !superfluous.contains(&record.id)).collect();
        order::sort_by_key(&mut records, |record| record.id);
        let mut written: Vec<(String, usize)> = Vec::new();
        let mut batch: Vec<&Record> = Vec::new();
        let mut batch_bytes = 0;
        for (ix, record) in records.iter().enumerate() {
            batch_bytes += estimated_bytes(record);
            batch.push(record);
            if batch_bytes >= SMALL_PIECE_BYTES || ix + 1 == records.len() {
                match self.write_piece(&segment::write(batch.drain(..))) {
                    Ok(piece) => written.push(piece),
                    Err(error) => {
                        // The joined pieces hold nothing that the old ones do not; what cannot be removed is harmless.
                        for (key, _) in written {
                            self.forget(&key);
                        }
                        return Err(error);
                    }
                }
                batch_bytes = 0;
            }
        }
        for (key, _) in &pieces {
            self.forget(key);
        }
        let bytes_in = |pieces: &[(String, usize)]| pieces.iter().map(|(_, bytes)| bytes).sum::<usize>();
        Ok(bytes_in(&pieces).saturating_sub(bytes_in(&written)))
    }

    fn check_may_write(&self) -> Result<(), StoreError> {
        if self.read_only {
            return Err(StoreError::ReadOnly);
        }
        if self.store.get(ERASED_KEY)? != self.erased_before {
            return Err(StoreError::Erased);
        }
        Ok(())
    }

    /// Writes a piece under a fresh key and reads it back. A key that failed is never used again.
    fn write_piece(&mut self, text: &str) -> Result<(String, usize), StoreError> {
        let key = format!("{SEGMENT_PREFIX}{}/{}", self.writer, self.next_segment);
        self.next_segment += 1;
        if let Err(error) = set_verified(&mut self.store, &key, text) {
            // A half-written piece would only be in the way; its content is still in memory or in other pieces.
            let _ = self.store.remove(&key);
            return Err(error);
        }
        self.known.insert(key.clone(), bytes_of(text));
        Ok((key, bytes_of(text)))
    }

    /// Removes a piece whose content is stored elsewhere. A failure is harmless: the piece is read again and merged.
    fn forget(&mut self, key: &str) {
        if self.store.remove(key).is_ok() {
            self.known.remove(key);
        }
    }

    fn load_pieces(&mut self, loaded: &mut Loaded) -> Result<Vec<(String, String, Unreadable)>, StoreError> {
        let mut broken: BTreeMap<String, (String, Unreadable)> = BTreeMap::new();
        self.read_only = self.has_newer_keys()?;
        // Another tab may be joining pieces at this moment: look again until no new name turns up.
        for _ in 0..8 {
            let keys = self.store.keys(SEGMENT_PREFIX)?;
            let fresh: Vec<String> =
                keys.into_iter().filter(|key| !self.known.contains_key(key) && !broken.contains_key(key)).collect();
            if fresh.is_empty() {
                break;
            }
            for key in fresh {
                match self.read_surely(&key, segment::read)? {
                    None => {}
                    Some((text, Ok(records))) => {
                        self.known.insert(key, bytes_of(&text));
                        loaded.records.extend(records);
                    }
                    Some((text, Err(reason))) => {
                        self.read_only |= matches!(reason, Unreadable::Newer { .. });
                        broken.insert(key, (text, reason));
                    }
                }
            }
        }
        let is_broken = |(_, (_, reason)): &(String, (String, Unreadable))| !matches!(reason, Unreadable::Newer { .. });
        Ok(broken.into_iter().filter(is_broken).map(|(key, (text, reason))| (key, text, reason)).collect())
    }

    fn load_schema_1(&mut self, loaded: &mut Loaded) -> Result<Option<(String, String, Unreadable)>, StoreError> {
        match self.read_surely(v1::KEY, v1::read)? {
            None => Ok(None),
            Some((text, Ok(records))) => {
                let here: BTreeSet<RecordId> = order::set_of(loaded.records.iter().map(|record| record.id));
                self.queue.extend(records.iter().filter(|record| !here.contains(&record.id)).cloned());
                loaded.records.extend(records);
                loaded.migrated_from = Some(1);
                self.migrating_from = Some(text);
                if self.queue.is_empty() && !self.read_only {
                    self.finish_migration();
                }
                Ok(None)
            }
            Some((_, Err(Unreadable::Newer { .. }))) => {
                self.read_only = true;
                Ok(None)
            }
            Some((text, Err(reason))) => Ok(Some((v1::KEY.to_owned(), text, reason))),
        }
    }

    /// Reads a key until its text can be understood or has come out the same twice: one bad read must not condemn a piece.
    #[expect(clippy::type_complexity, reason = "the pair of text and outcome is taken apart at once")]
    fn read_surely(
        &self,
        key: &str,
        read: fn(&str) -> Result<Vec<Record>, Unreadable>,
    ) -> Result<Option<(String, Result<Vec<Record>, Unreadable>)>, StoreError> {
        let mut before: Option<String> = None;
        for _ in 0..4 {
            let Some(text) = self.store.get(key)? else { return Ok(None) };
            let records = read(&text);
            if records.is_ok() || before.as_ref() == Some(&text) {
                return Ok(Some((text, records)));
            }
            before = Some(text);
        }
        Err(StoreError::NotKept)
    }

    /// Copies a broken piece under a key of its own and removes the original once the copy is there. If that fails the
    /// original stays, which is as safe, for no key is ever written twice. Gives the key that it stands under.
    fn set_aside(&mut self, key: String, text: &str) -> String {
        let aside_key = format!("{SET_ASIDE_PREFIX}{}", sum_text(key.bytes().chain(*b"\n").chain(text.bytes())));
        if self.read_only || set_verified(&mut self.store, &aside_key, text).is_err() {
            return key;
        }
        if self.store.get(&key).is_ok_and(|now| now.as_deref() == Some(text)) {
            let _ = self.store.remove(&key);
        }
        aside_key
    }

    /// Removes the journal of schema 1 if it still is what was migrated.
    fn finish_migration(&mut self) {
        let Some(text) = self.migrating_from.take() else { return };
        if self.store.get(v1::KEY).is_ok_and(|now| now.as_deref() == Some(text.as_str())) {
            // If it stays, the next start migrates it to the same records again.
            let _ = self.store.remove(v1::KEY);
        }
    }

    fn has_newer_keys(&self) -> Result<bool, StoreError> {
        let is_newer = |key: &String| {
            let version = key.strip_prefix(PREFIX).and_then(|rest| rest.split('/').next());
            version.and_then(|version| version.parse::<u32>().ok()).is_some_and(|version| version > SCHEMA)
        };
        Ok(self.store.keys(PREFIX)?.iter().any(is_newer))
    }
}

/// The pieces that were ever set aside on this device and not yet removed by the person: key and text.
pub fn all_set_aside(store: &impl KeyValue) -> Result<Vec<(String, String)>, StoreError> {
    let mut found = Vec::new();
    for key in store.keys(SET_ASIDE_PREFIX)? {
        if let Some(text) = store.get(&key)? {
            found.push((key, text));
        }
    }
    Ok(found)
}

/// Bytes that a record takes in a piece, about.
fn estimated_bytes(record: &Record) -> usize {
    let of_value = |value: &crate::journal::Value| value.as_text().map_or(8, str::len);
    2 * (80 + record.target.key.len() + of_value(&record.old) + of_value(&record.new))
}
