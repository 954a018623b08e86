//! Which figures the page shows: the data set's own, or with reports and estimates laid over them.

use std::sync::Arc;

use crate::data::{DataSet, Figure};

/// The figures in use. Cheap to copy.
#[derive(Clone)]
pub struct Shown {
    /// The data set with the indicators of one's own behind its own ones. Areas, borders and sources are always the same.
    pub data_set: &'static DataSet,
    /// `[indicator_ix][area_ix]`.
    pub figures: Arc<Vec<Vec<Figure>>>,
    /// Whether invented figures are among them.
    pub has_practice: bool,
}

impl Shown {
    /// The data set as it is.
    pub fn of(data_set: &'static DataSet) -> Shown {
        Shown { data_set, figures: Arc::new(data_set.figures.clone()), has_practice: false }
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Shown) -> bool {
        std::ptr::eq(self.data_set, other.data_set)
            && self.has_practice == other.has_practice
            && self.figures == other.figures
    }
}
