//! Measures the journal natively: bytes in storage for a note, folding 10,000 records, merging 34 files of 300 records.
//!
//! `cargo run --release --example journal_bench`; with `--json` an array of named numbers on standard output, nothing else.

use std::time::Instant;

use ward_atlas::exchange::{self, DataSetRef};
use ward_atlas::journal::storage::{MemoryStore, Vault, usage_bytes};
use ward_atlas::journal::{Anchor, Ctx, DeviceId, Intent, Journal, JournalState, Record, WriterId};

/// About what a delegate writes: 90 characters of Vietnamese.
const TEXT: &str = "Đề nghị phường bổ sung danh sách hộ nghèo đến hết tháng 12 và gửi lại trước ngày họp 30/1.";
const STORAGE_BYTES: f64 = 5.0 * 1024.0 * 1024.0;

fn main() {
    let notes = 1_000;
    let mut vault = vault_with_notes(notes);
    let untidied_bytes = usage_bytes(vault.store_mut()).unwrap_or_default() as f64 / f64::from(notes);
    while vault.tidy().is_ok_and(|bytes_won| bytes_won > 0) {}
    let note_bytes = usage_bytes(vault.store_mut()).unwrap_or_default() as f64 / f64::from(notes);

    let records = records_of(1, 5_000);
    let fold_ms = best_ms(|| fold(&records));
    let state = fold(&records);
    let notes_ms = best_ms(|| state.notes());
    let piece = ward_atlas::journal::storage::segment::write(&records);
    let read_ms = best_ms(|| ward_atlas::journal::storage::segment::read(&piece));

    let data_set = DataSetRef { id: "thanh-hoa-2023".to_owned(), hash: "0".repeat(16) };
    let files: Vec<String> =
        (1..=34).map(|device| exchange::write(&fold(&records_of(device, 150)), 0, "", &data_set, "")).collect();
    let merge_ms = best_ms(|| {
        let mut journal = Journal::new(DeviceId(99), WriterId(99));
        for file in &files {
            if let Ok(file) = exchange::read(file.as_bytes()) {
                journal.merge(file.records, 0);
            }
        }
        journal
    });

    let numbers = [
        ("bytes_per_note_as_flushed", untidied_bytes),
        ("bytes_per_note_tidied", note_bytes),
        ("notes_in_5_mb", (STORAGE_BYTES / note_bytes).floor()),
        ("read_piece_of_10000_records_ms", read_ms),
        ("fold_10000_records_ms", fold_ms),
        ("list_5000_notes_ms", notes_ms),
        ("read_and_merge_34_files_of_300_records_ms", merge_ms),
    ];
    if std::env::args().any(|argument| argument == "--json") {
        let rows: Vec<String> =
            numbers.iter().map(|(name, value)| format!("{{\"name\":\"{name}\",\"value\":{value:.3}}}")).collect();
        println!("[{}]", rows.join(","));
    } else {
        for (name, value) in numbers {
            println!("{name:45} {value:10.2}");
        }
    }
}

/// A store in which each note was written at once and then typed on in four flushes.
fn vault_with_notes(notes: u32) -> Vault<MemoryStore> {
    let Ok((mut vault, _)) = Vault::open(MemoryStore::default(), WriterId(1)) else { panic!("memory does not fail") };
    let mut journal = Journal::new(DeviceId(1), WriterId(1));
    for number in 0..u64::from(notes) {
        let ctx = Ctx { now_ms: 1_706_580_000_000 + number * 60_000, author: "Nguyễn Thị Lan", step: None };
        let half = TEXT.chars().take(45).collect::<String>();
        let Ok(applied) = journal.apply(write_note(half), &ctx) else { continue };
        vault.queue(applied.records);
        let _ = vault.flush();
        for chars in [55, 65, 75, 90] {
            let text = TEXT.chars().take(chars).collect();
            let intent = Intent::EditText { note: applied.note.clone(), text };
            let typed = journal.apply(intent, &Ctx { step: Some(applied.step), ..ctx });
            vault.queue(typed.map(|typed| typed.records).unwrap_or_default());
            let _ = vault.flush();
        }
    }
    vault
}

fn records_of(device: u64, notes: u64) -> Vec<Record> {
    let mut journal = Journal::new(DeviceId(device), WriterId(device));
    for number in 0..notes {
        let ctx = Ctx { now_ms: 1_706_580_000_000 + number, author: "Nguyễn Thị Lan", step: None };
        let _ = journal.apply(write_note(TEXT.to_owned()), &ctx);
    }
    journal.state().records().to_vec()
}

fn write_note(text: String) -> Intent {
    Intent::WriteNote { anchor: Anchor::Area("14758".to_owned()), text, tags: Vec::new(), figure_then: None }
}

fn fold(records: &[Record]) -> JournalState {
    let mut state = JournalState::default();
    for record in records {
        state.insert(record.clone());
    }
    state
}

/// The best of seven runs, in milliseconds.
fn best_ms<T>(mut run: impl FnMut() -> T) -> f64 {
    let time = |_| {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed().as_secs_f64() * 1000.0
    };
    (0..7).map(time).fold(f64::INFINITY, f64::min)
}
