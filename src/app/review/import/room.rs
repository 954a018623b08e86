//! Whether the figures of an import still fit into the browser's storage, told before anything is taken in.
//!
//! An import is one act. If it did not fit, all of it would stay in the page only, and so would everything that is entered
//! after it; so it is refused while it is a table still, with how many of its figures would fit.

use leptos::prelude::*;

use crate::app::store::Store;
use crate::data::Lang;
use crate::journal::storage::segment;
use crate::journal::{Ctx, DeviceId, Intent, Journal, ReportKey, WriterId};
use crate::text::number;
use crate::text::say::import as say;

/// Figures by which the size of all is estimated.
const SAMPLE: usize = 200;
/// Part of the storage that is left for what is entered afterwards.
const SPARE: f64 = 0.05;

/// An import that does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge {
    /// Figures that it has.
    n: usize,
    /// Figures that would fit, about.
    n_fitting: usize,
}

impl TooLarge {
    /// What is wrong, if something is. Without a storage there is nothing to fill; the page says so already.
    pub fn look(store: Store, reports: &[(ReportKey, f64)], file: &str) -> Option<TooLarge> {
        let each_bytes = bytes_of_one(reports, file, &store.saving.prefs.get_untracked().author)?;
        let wanted_bytes = each_bytes * (1.0 + SPARE) * reports.len() as f64;
        let room_bytes = store.desk().with_vault(|vault| {
            if vault.is_read_only() { None } else { Some(vault.room_bytes(wanted_bytes.ceil() as usize)) }
        })??;
        let n_fitting = (room_bytes as f64 / each_bytes / (1.0 + SPARE)) as usize;
        (n_fitting < reports.len()).then_some(TooLarge { n: reports.len(), n_fitting })
    }

    /// The words.
    pub fn words(self, lang: Lang) -> String {
        // What would fit is an estimate, and is told as one.
        let round = 10_usize.pow(self.n_fitting.max(1).ilog10().saturating_sub(1));
        let whole = |n: usize| number::whole(lang, n as u64);
        let (n, fitting) = (whole(self.n), whole(self.n_fitting / round * round));
        say::NO_ROOM.fill(lang, &[("n", &n), ("fitting", &fitting)])
    }
}

/// Bytes that a figure takes in the storage, on the average.
fn bytes_of_one(reports: &[(ReportKey, f64)], file: &str, author: &str) -> Option<f64> {
    let step = reports.len().div_ceil(SAMPLE).max(1);
    let sample: Vec<(ReportKey, f64)> = reports.iter().step_by(step).cloned().collect();
    let n = sample.len();
    let mut journal = Journal::new(DeviceId(u64::MAX), WriterId(u64::MAX));
    let intent = Intent::ImportReports { reports: sample, file: file.to_owned(), period: None };
    let ctx = Ctx { now_ms: 0, author, step: None };
    let records = journal.apply(intent, &ctx).ok()?.records;
    let text = segment::write(&records);
    (0 < n).then(|| 2.0 * text.encode_utf16().count() as f64 / n as f64)
}
