//! The review on the built-in data set, whose numbers stand in the conference's report and the census.

mod cell_words;
mod face;
mod findings;
mod hostile;
mod laid;
mod outliers;
mod practice;
mod register;
mod table;

use crate::data::{self, DataSet};
use crate::journal::{Ctx, DeviceId, Intent, Journal, JournalState, ReportKey, SubdivisionDraft, WriterId};

/// Nam Ngạn, for which sources state 11 streets.
const NAM_NGAN: &str = "14761";

fn real() -> DataSet {
    data::read(data::built_in()).unwrap()
}

fn ix(ds: &DataSet, id: &str) -> usize {
    ds.indicator_ix(id).unwrap()
}

/// A journal at work.
struct Desk(Journal);

impl Desk {
    fn new(number: u64) -> Desk {
        Desk(Journal::new(DeviceId(number), WriterId(number)))
    }

    fn apply(&mut self, intent: Intent) -> String {
        let author = format!("author {}", self.0.device().0);
        let ctx = Ctx { now_ms: 1_706_580_000_000, author: &author, step: None };
        self.0.apply(intent, &ctx).unwrap().note
    }

    fn report(&mut self, area: &str, indicator: &str, value: f64) {
        let key = ReportKey::of_area(area, indicator, "2023");
        self.apply(Intent::SetReport { key, value: Some(value) });
    }

    /// Enters so many streets in an area; gives their ids.
    fn streets(&mut self, area: &str, n: usize) -> Vec<String> {
        let draft = |number: usize| SubdivisionDraft {
            area: area.to_owned(),
            name: format!("Phố {number}"),
            form: crate::journal::SubdivisionForm::Street,
            households: None,
        };
        (0..n).map(|number| self.apply(Intent::EnterSubdivision(draft(number)))).collect()
    }

    fn report_street(&mut self, area: &str, street: &str, indicator: &str, value: f64) {
        let key = ReportKey { subdivision: Some(street.to_owned()), ..ReportKey::of_area(area, indicator, "2023") };
        self.apply(Intent::SetReport { key, value: Some(value) });
    }

    fn state(&self) -> &JournalState {
        self.0.state()
    }
}
