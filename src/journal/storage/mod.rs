//! How records are kept on a device, against a trait that a browser adapter fills.
//!
//! Keys (all begin with [`PREFIX`], since other pages may share the origin):
//! - `ward-atlas/2/seg/<writer>/<n>`: a piece of the journal, see [`segment`]. Written once, never changed, so that two
//!   tabs never write the same key and a crash can spoil only the piece in flight.
//! - `ward-atlas/set-aside/<hash>`: a piece that could not be read, whole.
//! - `ward-atlas/journal`: the journal of schema 1, see [`v1`]; read, migrated, then removed.
//! - `ward-atlas/erased`: when everything was erased on this device, so that open tabs do not write it back.
//! - `ward-atlas/probe`: there for a moment, to see what the storage takes.
//! - `ward-atlas/device`, `ward-atlas/prefs`, `ward-atlas/history/<slot>`: see [`prefs`] and [`super::history`].
//!
//! These names must not change without a migration: data under old names would be lost from sight.

use std::collections::BTreeMap;
use std::fmt;

#[cfg(test)]
mod faulty;
pub mod prefs;
pub mod segment;
#[cfg(test)]
mod tests;
pub mod v1;
pub mod vault;

pub use prefs::Prefs;
pub use vault::{Loaded, Saved, SetAside, Vault};

/// What every key of this page begins with.
pub const PREFIX: &str = "ward-atlas/";

/// A key for trying what the storage takes; nothing stays under it.
pub const PROBE_KEY: &str = "ward-atlas/probe";

/// Texts under keys, as `localStorage` has them. A browser adapter must catch every exception.
pub trait KeyValue {
    /// The text under a key, if there is one.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Puts a text under a key.
    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError>;
    /// Removes a key; one that is not there is no error.
    fn remove(&mut self, key: &str) -> Result<(), StoreError>;
    /// All keys that begin so, in any order.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError>;
}

/// Why a storage call failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// The quota is used up.
    Full,
    /// The browser does not give storage (private window, cookies off, sandbox).
    Blocked,
    /// What was written could not be read back as it was.
    NotKept,
    /// The data belong to a newer version of the page; this one does not write.
    ReadOnly,
    /// Everything was erased on this device since this page was opened; this page does not write it back.
    Erased,
    /// Something else, in the browser's words.
    Other(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            StoreError::Full => formatter.write_str("the browser's storage is full"),
            StoreError::Blocked => formatter.write_str("the browser does not let this page store anything"),
            StoreError::NotKept => formatter.write_str("what was stored could not be read back"),
            StoreError::ReadOnly => formatter.write_str("the stored data belong to a newer version of this page"),
            StoreError::Erased => formatter.write_str("everything was erased on this device"),
            StoreError::Other(words) => formatter.write_str(words),
        }
    }
}

impl std::error::Error for StoreError {}

/// Texts in memory: for tests, and for work where the browser gives no storage (it is gone with the page).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MemoryStore {
    texts: BTreeMap<String, String>,
}

impl KeyValue for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts.get(key).cloned())
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        self.texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.texts.remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        Ok(self.texts.keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }
}

/// Bytes that all keys and texts of this page take, as browsers count them (two for each UTF-16 unit).
pub fn usage_bytes(store: &impl KeyValue) -> Result<usize, StoreError> {
    let mut bytes = 0;
    for key in store.keys(PREFIX)? {
        bytes += bytes_of(&key) + store.get(&key)?.map_or(0, |text| bytes_of(&text));
    }
    Ok(bytes)
}

/// Puts a text under a key, reads it back and compares: only then it counts as stored.
pub fn set_verified(store: &mut impl KeyValue, key: &str, text: &str) -> Result<(), StoreError> {
    store.set(key, text)?;
    if store.get(key)?.as_deref() == Some(text) { Ok(()) } else { Err(StoreError::NotKept) }
}

/// Removes every key of this page and leaves a mark, so that other open tabs do not write their memory back. If a
/// removal fails the rest is removed all the same and the first error returned.
pub fn erase_everything(store: &mut impl KeyValue, now_ms: u64) -> Result<(), StoreError> {
    let mark = store.set(vault::ERASED_KEY, &now_ms.to_string());
    let keys = store.keys(PREFIX)?;
    let removals: Vec<_> = keys.iter().filter(|key| *key != vault::ERASED_KEY).map(|key| store.remove(key)).collect();
    removals.into_iter().collect::<Result<(), _>>().and(mark)
}

fn bytes_of(text: &str) -> usize {
    2 * text.encode_utf16().count()
}
