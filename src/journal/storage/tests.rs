//! The vault against a store in which every call may fail in every way, and against a model: nothing that was acknowledged
//! is ever lost, whatever fails and whenever a tab is killed.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::Index;

use super::faulty::{FAULTS, Fault, FaultyStore};
use super::vault::{ERASED_KEY, all_set_aside};
use super::*;
use crate::journal::tests::{carry_out, devices, state_of, work};
use crate::journal::{Anchor, Ctx, DeviceId, Intent, Journal, Record, StepId, WriterId};

/// A tab: journal, vault and the run of typing that is under way.
struct Tab {
    journal: Journal,
    vault: Vault<FaultyStore>,
    run: Option<StepId>,
}

const CTX: Ctx = Ctx { now_ms: 1_706_580_000_000, author: "Lan", step: None };

fn open_tab(store: FaultyStore, writer: u64) -> Result<(Tab, Loaded), StoreError> {
    let (vault, loaded) = Vault::open(store, WriterId(writer))?;
    let mut journal = Journal::new(DeviceId(1), WriterId(writer));
    journal.merge(loaded.records.iter().cloned(), CTX.now_ms);
    Ok((Tab { journal, vault, run: None }, loaded))
}

impl Tab {
    fn write(&mut self, text: &str) {
        let intent = Intent::WriteNote { anchor: Anchor::City, text: text.to_owned(), tags: vec![], figure_then: None };
        let applied = self.journal.apply(intent, &CTX).unwrap();
        self.run = None;
        self.vault.queue(applied.records);
    }

    fn type_in(&mut self, note_ix: usize, text: &str) {
        let notes = self.journal.notes();
        if notes.is_empty() {
            return;
        }
        let intent = Intent::EditText { note: notes[note_ix % notes.len()].id.clone(), text: text.to_owned() };
        let applied = self.journal.apply(intent, &Ctx { step: self.run, ..CTX }).unwrap();
        self.run = Some(applied.step).filter(|_| !applied.records.is_empty()).or(self.run);
        self.vault.queue(applied.records);
    }

    /// Flushes, and if that succeeds counts what was queued as acknowledged.
    fn flush(&mut self, acknowledged: &mut Vec<Record>) {
        let queued = self.vault.queued_records().to_vec();
        if self.vault.flush().is_ok() {
            acknowledged.extend(queued);
        }
    }
}

/// Every acknowledged record is there after a start without faults, or a later one of its run of typing is.
fn assert_nothing_lost(shared: &FaultyStore, acknowledged: &[Record], what: &str) {
    let (_, loaded) = Vault::open(shared.tab(None), WriterId(u64::MAX)).unwrap();
    let by_id: BTreeMap<_, &Record> = loaded.records.iter().map(|record| (record.id, record)).collect();
    for record in acknowledged {
        let is_there = by_id.get(&record.id) == Some(&record);
        let is_replaced = || loaded.records.iter().any(|later| later.makes_superfluous(record));
        assert!(is_there || is_replaced(), "{what}: lost {record:?}");
    }
    let all = state_of(loaded.records.iter().chain(acknowledged));
    assert!(all.stands_like(&state_of(&loaded.records)), "{what}: shows something else");
}

/// A morning's work that uses every call of the vault.
fn scenario(store: &FaultyStore, acknowledged: &mut Vec<Record>) -> Result<(), StoreError> {
    let (mut tab, _) = open_tab(store.clone(), 7)?;
    tab.flush(acknowledged);
    for round in 0..4 {
        tab.write(&format!("note {round}"));
        tab.flush(acknowledged);
        for text in ["a", "ab", "abc"] {
            tab.type_in(0, &format!("{text} {round}"));
            tab.flush(acknowledged);
        }
        tab.run = None;
    }
    if let Ok(found) = tab.vault.read_new() {
        tab.journal.merge(found.records, CTX.now_ms);
    }
    // Each of these may fail; the page goes on.
    let _ = tab.vault.tidy();
    tab.write("after tidying");
    tab.flush(acknowledged);
    let _ = tab.vault.queue_missing(tab.journal.state());
    tab.flush(acknowledged);
    let _ = tab.vault.tidy();
    tab.flush(acknowledged);
    Ok(())
}

/// A store as an earlier visit may have left it: schema 1, a piece of another tab, a broken piece.
fn used_store() -> FaultyStore {
    let store = FaultyStore::default();
    let (mut other, _) = open_tab(store.tab(None), 3).unwrap();
    other.write("of another tab");
    other.vault.flush().unwrap();
    let mut shared = store.shared.borrow_mut();
    shared.set(v1::KEY, include_str!("../../../tests/fixtures/journal-v1.json")).unwrap();
    shared.set("ward-atlas/2/seg/0000000000009/0", "{\"app\":\"ward-at").unwrap();
    drop(shared);
    store
}

#[test]
fn a_fault_at_any_call_loses_nothing_that_was_acknowledged() {
    let sample = v1::read(include_str!("../../../tests/fixtures/journal-v1.json")).unwrap();
    let counting = used_store();
    scenario(&counting, &mut Vec::new()).unwrap();
    let calls = *counting.calls.borrow();
    assert!(calls > 100, "the scenario has become trivial: {calls} calls");
    for call in 0..calls {
        for fault in FAULTS {
            let store = used_store();
            let mut acknowledged = sample.clone();
            let _ = scenario(&store.tab(Some((call, fault))), &mut acknowledged);
            let what = format!("{fault:?} at call {call}");
            assert_nothing_lost(&store, &acknowledged, &what);
            // The broken piece is somewhere, whole.
            let shared = store.shared.borrow();
            let texts = shared.keys(PREFIX).unwrap().into_iter().filter_map(|key| shared.get(&key).unwrap());
            assert_eq!(texts.filter(|text| text == "{\"app\":\"ward-at").count().min(1), 1, "{what}");
        }
    }
}

#[test]
fn without_faults_everything_is_saved_small_and_clean() {
    let store = used_store();
    let mut acknowledged = Vec::new();
    scenario(&store, &mut acknowledged).unwrap();
    assert_nothing_lost(&store, &acknowledged, "no fault");
    let shared = store.shared.borrow();
    assert_eq!(shared.get(v1::KEY), Ok(None));
    assert_eq!(shared.keys("ward-atlas/2/seg/").unwrap().len(), 1);
    assert_eq!(all_set_aside(&*shared).unwrap().len(), 1);
}

#[derive(Debug, Clone)]
enum Event {
    Write,
    Type(usize, String),
    EndRun,
    Flush,
    Tidy,
    ReadNew,
    QueueMissing,
    /// The tab is killed; another is opened in its place.
    Kill,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        2 => Just(Event::Write),
        6 => (0usize..20, "[a-c]{0,3}").prop_map(|(ix, text)| Event::Type(ix, text)),
        1 => Just(Event::EndRun),
        6 => Just(Event::Flush),
        2 => Just(Event::Tidy),
        2 => Just(Event::ReadNew),
        1 => Just(Event::QueueMissing),
        2 => Just(Event::Kill),
    ]
}

fn fault() -> impl Strategy<Value = Option<(usize, Fault)>> {
    prop::option::weighted(0.4, (0usize..12, prop::sample::select(FAULTS.to_vec())))
}

proptest! {
    #[test]
    fn tabs_that_fail_and_die_lose_nothing(
        events in prop::collection::vec((any::<bool>(), event(), fault()), 1..60),
    ) {
        let store = FaultyStore::default();
        let mut acknowledged = Vec::new();
        let mut next_writer = 10;
        let mut tabs: Vec<Tab> = (1..=2).map(|writer| open_tab(store.tab(None), writer).unwrap().0).collect();
        for (second, event, fault) in events {
            let tab = &mut tabs[usize::from(second)];
            *tab.vault.store_mut() = store.tab(fault);
            match event {
                Event::Write => tab.write("new"),
                Event::Type(ix, text) => tab.type_in(ix, &text),
                Event::EndRun => tab.run = None,
                Event::Flush => tab.flush(&mut acknowledged),
                Event::Tidy => drop(tab.vault.tidy()),
                Event::ReadNew => {
                    if let Ok(found) = tab.vault.read_new() {
                        tab.journal.merge(found.records, CTX.now_ms);
                    }
                }
                Event::QueueMissing => drop(tab.vault.queue_missing(tab.journal.state())),
                Event::Kill => {
                    next_writer += 1;
                    if let Ok((fresh, _)) = open_tab(store.tab(fault), next_writer) {
                        *tab = fresh;
                    } else {
                        *tab = open_tab(store.tab(None), next_writer + 1000).unwrap().0;
                    }
                }
            }
        }
        assert_nothing_lost(&store, &acknowledged, "at the end");
        // Once everything is flushed and read, both tabs show the same.
        for tab in &mut tabs {
            *tab.vault.store_mut() = store.tab(None);
            tab.vault.flush().unwrap();
        }
        let shown: Vec<_> = tabs
            .iter_mut()
            .map(|tab| {
                let (_, loaded) = Vault::open(store.tab(None), WriterId(u64::MAX)).unwrap();
                tab.journal.merge(loaded.records, CTX.now_ms);
                tab.journal.notes()
            })
            .collect();
        prop_assert_eq!(&shown[0], &shown[1]);
    }

    #[test]
    fn pieces_round_trip(work in work(60)) {
        let mut devices = devices(3);
        for (who, op) in &work {
            carry_out(&mut devices, *who, op);
        }
        for device in &devices {
            let records = device.journal.state().records();
            prop_assert_eq!(segment::read(&segment::write(records)), Ok(records.to_vec()));
        }
    }

    #[test]
    fn a_changed_piece_is_never_taken_for_good(at: Index, to in any::<char>(), cut: bool) {
        let mut device = devices(1).remove(0);
        let intent = Intent::WriteNote { anchor: Anchor::City, text: "đ\"\\".to_owned(), tags: vec![], figure_then: Some(0.1) };
        let records = device.apply(intent, None);
        let text: Vec<char> = segment::write(&records).chars().collect();
        let mut changed = text.clone();
        let at = at.index(text.len());
        if cut {
            changed.truncate(at);
        } else {
            changed[at] = to;
        }
        let outcome = segment::read(&changed.iter().collect::<String>());
        prop_assert!(changed == text || outcome.is_err() || outcome == Ok(records), "{:?}", outcome);
    }

    #[test]
    fn any_text_is_a_piece_or_not(text: String, body: String) {
        let _ = (segment::read(&text), v1::read(&text));
        let sum = crate::journal::sum::sum_text(body.bytes());
        let head = format!("{{\"app\":\"ward-atlas\",\"kind\":\"journal\",\"schema\":2,\"sum\":\"{sum}\"}}");
        let piece = format!("{head}\n{body}");
        prop_assert!(segment::read(&piece).is_err());
    }

    /// Rows with indices and offsets of any size.
    #[test]
    fn any_numbers_in_a_piece_are_refused_or_read(base: u64, numbers: [i64; 8]) {
        let [a, b, c, d, e, f, g, h] = numbers;
        let body = format!(
            "{{\"t\":{base},\"a\":[\"\"],\"d\":[],\"w\":[\"0000000000001\"],\"f\":[],\"n\":[],\
             \"r\":[[[{a},{b},{c}],{d},{e},{f},\"k\",null,1,{g},[[0,{h},0]],null,null]]}}"
        );
        let sum = crate::journal::sum::sum_text(body.bytes());
        let head = format!("{{\"app\":\"ward-atlas\",\"kind\":\"journal\",\"schema\":2,\"sum\":\"{sum}\"}}");
        let _ = segment::read(&format!("{head}\n{body}"));
    }
}

#[test]
fn a_newer_schema_is_left_untouched_and_read_only() {
    for (key, text) in [
        ("ward-atlas/3/seg/x/0", "whatever"),
        ("ward-atlas/2/seg/0000000000009/0", "{\"app\":\"ward-atlas\",\"kind\":\"journal\",\"schema\":3}\nx"),
        (v1::KEY, "{\"app\":\"ward-atlas\",\"kind\":\"journal\",\"schema\":9,\"records\":{}}"),
    ] {
        let store = used_store();
        store.shared.borrow_mut().set(key, text).unwrap();
        let before = store.shared.borrow().clone();
        let (mut tab, loaded) = open_tab(store.clone(), 7).unwrap();
        assert!(loaded.read_only, "{key}");
        tab.write("x");
        assert_eq!(tab.vault.flush(), Err(StoreError::ReadOnly));
        assert_eq!(tab.vault.tidy(), Err(StoreError::ReadOnly));
        assert!(tab.vault.queued() > 0);
        assert_eq!(*store.shared.borrow(), before, "{key}");
    }
}

#[test]
fn an_old_tab_adds_beside_newer_data_and_says_so() {
    let store = FaultyStore::default();
    let (mut tab, _) = open_tab(store.clone(), 7).unwrap();
    tab.write("x");
    store.shared.borrow_mut().set("ward-atlas/3/seg/x/0", "of the new page").unwrap();
    assert!(tab.vault.read_new().unwrap().newer_page);
    tab.vault.flush().unwrap();
    assert_eq!(store.shared.borrow().get("ward-atlas/3/seg/x/0"), Ok(Some("of the new page".to_owned())));
}

#[test]
fn a_store_cleared_from_outside_is_filled_again_and_an_erased_one_is_not() {
    let store = FaultyStore::default();
    let mut acknowledged = Vec::new();
    let (mut tab, _) = open_tab(store.clone(), 7).unwrap();
    tab.write("x");
    tab.flush(&mut acknowledged);
    *store.shared.borrow_mut() = MemoryStore::default();
    assert_eq!(tab.vault.queue_missing(tab.journal.state()), Ok(2));
    tab.flush(&mut acknowledged);
    assert_nothing_lost(&store, &acknowledged, "cleared");

    erase_everything(&mut *store.shared.borrow_mut(), 5).unwrap();
    tab.write("y");
    assert_eq!(tab.vault.flush(), Err(StoreError::Erased));
    assert_eq!(tab.vault.queue_missing(tab.journal.state()), Err(StoreError::Erased));
    assert_eq!(store.shared.borrow().keys(PREFIX), Ok(vec![ERASED_KEY.to_owned()]));
    // A page that is opened afterwards works.
    let (mut fresh, _) = open_tab(store.clone(), 8).unwrap();
    fresh.write("z");
    assert!(fresh.vault.flush().is_ok());
}

#[test]
fn usage_counts_two_bytes_a_unit() {
    let mut store = MemoryStore::default();
    store.set("ward-atlas/x", "đ😀").unwrap();
    store.set("other/x", "not ours").unwrap();
    assert_eq!(usage_bytes(&store), Ok(2 * (12 + 3)));
}

#[test]
fn a_full_store_keeps_the_rest_in_memory_until_there_is_room() {
    let store = FaultyStore { quota_bytes: Some(40_000), ..FaultyStore::default() };
    let mut acknowledged = Vec::new();
    let (mut tab, _) = open_tab(store.clone(), 7).unwrap();
    tab.write("");
    let text = "0123456789";
    for length in 1..=400 {
        tab.type_in(0, &text.repeat(length / 10 + 1)[..length]);
        tab.flush(&mut acknowledged);
        if tab.vault.needs_tidying() {
            tab.vault.tidy().unwrap();
        }
    }
    // 400 pieces would take many times the space.
    assert_eq!(tab.vault.queued(), 0);
    while tab.vault.queued() == 0 {
        tab.write(&text.repeat(30));
        tab.flush(&mut acknowledged);
    }
    tab.write("more");
    assert_eq!(tab.vault.flush(), Err(StoreError::Full));
    assert_nothing_lost(&store, &acknowledged, "full");
    *tab.vault.store_mut() = FaultyStore { quota_bytes: None, ..store.tab(None) };
    assert_eq!(tab.vault.flush(), Ok(Saved { records: 4 }));
    acknowledged.extend_from_slice(tab.journal.state().records());
    assert_nothing_lost(&store, &acknowledged, "after making room");
}

#[test]
fn the_room_in_a_store_is_measured_and_nothing_of_it_stays() {
    let store = FaultyStore { quota_bytes: Some(100_000), ..FaultyStore::default() };
    let mut acknowledged = Vec::new();
    let (mut tab, _) = open_tab(store.clone(), 7).unwrap();
    tab.write(&"0123456789".repeat(1_000));
    tab.flush(&mut acknowledged);
    let used_bytes = tab.vault.usage_bytes().unwrap();
    assert_eq!(tab.vault.room_bytes(10_000), 10_000, "what fits is not measured further");
    let free_bytes = 100_000 - used_bytes;
    for wanted_bytes in [free_bytes, 200_000, usize::MAX] {
        let room_bytes = tab.vault.room_bytes(wanted_bytes);
        let least = free_bytes.saturating_sub(wanted_bytes.min(16 << 20) / 200 + 100);
        assert!((least..=free_bytes).contains(&room_bytes), "{room_bytes} of {free_bytes}");
    }
    assert_eq!(tab.vault.usage_bytes(), Ok(used_bytes));
    *tab.vault.store_mut() = FaultyStore { quota_bytes: None, ..store.tab(Some((0, Fault::Refuse))) };
    assert_eq!(tab.vault.room_bytes(200_000), 200_000, "the writing itself will tell why");
}

/// Kept for ever: a piece as schema 2 was first written.
#[test]
fn the_stored_sample_of_schema_2_is_read_and_written_the_same() {
    let sample = include_str!("../../../tests/fixtures/journal-v2.txt");
    let records = segment::read(sample).unwrap();
    let notes = state_of(&records).notes();
    assert_eq!(notes.len(), 2);
    assert_eq!(notes[0].text, "Hỏi lại số hộ năm 2023");
    assert_eq!((notes[0].created_by.as_str(), notes[0].edited_by.as_str()), ("Lan", "Minh"));
    assert_eq!(segment::write(&records), sample);
    for (end, _) in sample.char_indices() {
        assert!(segment::read(&sample[..end]).is_err(), "cut at byte {end}");
    }
}
