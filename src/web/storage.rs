//! The browser's local storage as the journal's key-value store.
//!
//! gloo-storage panics where a browser blocks storage, and cannot tell a missing value from a broken one; so the storage
//! is probed by writing before gloo is touched, and texts are read and written as they are through `raw`.

use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::JsValue;

use super::{window, words_of};
use crate::journal::storage::{KeyValue, PROBE_KEY, StoreError};

/// The browser's local storage. Exists only after a successful probe.
#[derive(Debug)]
pub struct LocalStore(());

impl LocalStore {
    /// The storage, if the browser gives one. A full one is given too: it can be read.
    pub fn open() -> Result<LocalStore, StoreError> {
        let storage = window().local_storage().map_err(|_| StoreError::Blocked)?.ok_or(StoreError::Blocked)?;
        match storage.set_item(PROBE_KEY, "1") {
            Ok(()) => drop(storage.remove_item(PROBE_KEY)),
            Err(error) => {
                let error = store_error(&error);
                if error != StoreError::Full {
                    return Err(StoreError::Blocked);
                }
            }
        }
        Ok(LocalStore(()))
    }

    /// The storage for one call. The browser may take it away while the page is open, so it is looked for each time.
    #[expect(clippy::disallowed_methods, reason = "here it is known that there is a storage")]
    fn raw() -> Result<web_sys::Storage, StoreError> {
        match window().local_storage() {
            Ok(Some(_)) => Ok(LocalStorage::raw()),
            _ => Err(StoreError::Blocked),
        }
    }
}

impl KeyValue for LocalStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        LocalStore::raw()?.get_item(key).map_err(|error| store_error(&error))
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        LocalStore::raw()?.set_item(key, text).map_err(|error| store_error(&error))
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        LocalStore::raw()?.remove_item(key).map_err(|error| store_error(&error))
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let storage = LocalStore::raw()?;
        let n = storage.length().map_err(|error| store_error(&error))?;
        let keys = (0..n).filter_map(|at| storage.key(at).ok().flatten());
        Ok(keys.filter(|key| key.starts_with(prefix)).collect())
    }
}

fn store_error(error: &JsValue) -> StoreError {
    let words = words_of(error);
    // Firefox before 2025 had its own name for the full quota.
    if words.contains("QuotaExceededError") || words.contains("NS_ERROR_DOM_QUOTA_REACHED") {
        StoreError::Full
    } else if words.contains("SecurityError") {
        StoreError::Blocked
    } else {
        StoreError::Other(words)
    }
}
