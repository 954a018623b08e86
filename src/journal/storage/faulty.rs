//! A store for tests that fails at a chosen call in a chosen way, or is shared by several "tabs".

use std::cell::RefCell;
use std::rc::Rc;

use super::{KeyValue, MemoryStore, StoreError};

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The call fails and does nothing.
    Refuse,
    /// A write fails as over quota and does nothing; a read gives nothing wrong.
    Full,
    /// A write stores half of the text and reports success; a read gives half of the text.
    Half,
    /// A write stores half of the text and reports failure.
    HalfAndFail,
    /// The call does its work and reports failure.
    DoneAndFail,
    /// A read gives garbage; a write stores garbage.
    Garbage,
    /// This call and all after it do nothing and fail: the tab was killed.
    Crash,
}

pub(super) const FAULTS: [Fault; 7] =
    [Fault::Refuse, Fault::Full, Fault::Half, Fault::HalfAndFail, Fault::DoneAndFail, Fault::Garbage, Fault::Crash];

/// A store behind which all clones see the same texts (tabs of one browser), with a fault of its own for each clone.
#[derive(Debug, Clone, Default)]
pub(super) struct FaultyStore {
    pub(super) shared: Rc<RefCell<MemoryStore>>,
    pub(super) calls: Rc<RefCell<usize>>,
    /// The number of the call that goes wrong, from 0.
    pub(super) fault: Option<(usize, Fault)>,
    /// Bytes that fit in.
    pub(super) quota_bytes: Option<usize>,
}

impl FaultyStore {
    /// Another tab: same texts, own count of calls.
    pub(super) fn tab(&self, fault: Option<(usize, Fault)>) -> FaultyStore {
        FaultyStore { shared: Rc::clone(&self.shared), calls: Rc::default(), fault, quota_bytes: self.quota_bytes }
    }

    fn next_fault(&self) -> Option<Fault> {
        let call = *self.calls.borrow();
        *self.calls.borrow_mut() += 1;
        self.fault.filter(|(at, fault)| call == *at || call > *at && *fault == Fault::Crash).map(|(_, fault)| fault)
    }
}

fn half(text: &str) -> String {
    text.chars().take(text.chars().count() / 2).collect()
}

fn failed() -> StoreError {
    StoreError::Other("injected".to_owned())
}

impl KeyValue for FaultyStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let text = self.shared.borrow().get(key);
        match self.next_fault() {
            None | Some(Fault::Full) => text,
            Some(Fault::Half | Fault::HalfAndFail) => text.map(|text| text.as_deref().map(half)),
            Some(Fault::Garbage) => text.map(|text| text.map(|_| "\u{fffd}garbage".to_owned())),
            Some(Fault::Refuse | Fault::DoneAndFail | Fault::Crash) => Err(failed()),
        }
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        let fault = self.next_fault();
        let mut shared = self.shared.borrow_mut();
        let bytes_after = super::usage_bytes(&*shared)? + super::bytes_of(key) + super::bytes_of(text);
        if self.quota_bytes.is_some_and(|quota_bytes| bytes_after > quota_bytes) {
            return Err(StoreError::Full);
        }
        match fault {
            None => shared.set(key, text),
            Some(Fault::Refuse | Fault::Crash) => Err(failed()),
            Some(Fault::Full) => Err(StoreError::Full),
            Some(Fault::Half) => shared.set(key, &half(text)),
            Some(Fault::Garbage) => shared.set(key, "\u{fffd}garbage"),
            Some(Fault::HalfAndFail) => shared.set(key, &half(text)).and(Err(failed())),
            Some(Fault::DoneAndFail) => shared.set(key, text).and(Err(failed())),
        }
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        match self.next_fault() {
            None => self.shared.borrow_mut().remove(key),
            Some(Fault::DoneAndFail) => self.shared.borrow_mut().remove(key).and(Err(failed())),
            Some(Fault::Half | Fault::Garbage) => Ok(()),
            Some(_) => Err(failed()),
        }
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        match self.next_fault() {
            None | Some(Fault::Full | Fault::Half | Fault::HalfAndFail | Fault::Garbage) => {
                self.shared.borrow().keys(prefix)
            }
            Some(_) => Err(failed()),
        }
    }
}
