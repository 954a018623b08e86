//! Which figures the page shows: the data set's own, or with reports and estimates laid over them.

use std::sync::Arc;

use crate::data::{DataSet, Figure, Lang};
use crate::view::column::{Column, column_over};
use crate::view::compare::Period;
use crate::view::query::Measure;

/// A data set that lives as long as the page, told apart by its place.
#[derive(Clone, Copy)]
pub struct Extended(pub &'static DataSet);

impl PartialEq for Extended {
    fn eq(&self, other: &Extended) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

/// The figures in use. Cheap to copy.
#[derive(Clone)]
pub struct Shown {
    /// The data set with the indicators of one's own behind its own ones. Areas, borders and sources are always the same.
    pub data_set: &'static DataSet,
    /// `[indicator_ix][area_ix]`.
    pub figures: Arc<Vec<Vec<Figure>>>,
    /// What can be compared with, where the journal holds other periods.
    pub others: Option<Others>,
}

/// Figures of other periods, and what is made of them. That lies in a piece of the program, so it is reached by pointers.
#[derive(Clone)]
pub struct Others {
    /// The periods.
    pub periods: Arc<Vec<Period>>,
    /// The figures of the data set's own periods as they are compared: without those that are known in part only.
    pub own: Arc<Vec<Vec<Figure>>>,
    /// The column of a change.
    pub column: fn(&Shown, &Measure) -> Option<Column>,
    /// What changed of an indicator in an area, a line for each period that has the figure.
    pub lines: fn(&Shown, usize, usize, Lang) -> Vec<String>,
}

impl Shown {
    /// The data set as it is.
    pub fn of(data_set: &'static DataSet) -> Shown {
        Shown { data_set, figures: Arc::new(data_set.figures.clone()), others: None }
    }

    /// The column of a measure, over all areas.
    pub fn column(&self, measure: &Measure) -> Option<Column> {
        match &self.others {
            Some(others) if measure.change.is_some() => (others.column)(self, measure),
            _ => column_over(self.data_set, &self.figures, measure),
        }
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Shown) -> bool {
        let periods = |shown: &Shown| shown.others.as_ref().map(|others| Arc::as_ptr(&others.periods));
        std::ptr::eq(self.data_set, other.data_set) && periods(self) == periods(other) && self.figures == other.figures
    }
}
