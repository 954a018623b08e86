//! The order of the table's rows.

use std::cmp::Ordering;

use crate::data::DataSet;
use crate::text::collate;

use super::column::Column;
use super::query::{Sort, SortKey};

/// All areas in the order of the table.
///
/// Names follow the Vietnamese alphabet in every language, since they stay Vietnamese in every language. Areas
/// without the figure come last in both directions; equal areas keep the order of their codes in both directions. A
/// measure whose column is not among `columns` leaves the order of codes.
pub fn order(ds: &DataSet, columns: &[Column], sort: &Sort) -> Vec<usize> {
    let mut area_ixs: Vec<usize> = (0..ds.areas.len()).collect();
    let directed = |ordering: Ordering| if sort.descending { ordering.reverse() } else { ordering };
    match &sort.key {
        SortKey::Name => {
            let keys: Vec<_> = ds.areas.iter().map(|area| collate::key(&area.name)).collect();
            area_ixs.sort_by(|&a, &b| directed(keys[a].cmp(&keys[b])));
        }
        SortKey::Kind => area_ixs.sort_by(|&a, &b| directed(ds.areas[a].kind.cmp(&ds.areas[b].kind))),
        SortKey::Measure(measure) => {
            if let Some(column) = columns.iter().find(|column| column.measure == *measure) {
                area_ixs.sort_by(|&a, &b| match (column.value(a), column.value(b)) {
                    (Some(a), Some(b)) => directed(a.total_cmp(&b)),
                    (a, b) => b.is_some().cmp(&a.is_some()),
                });
            }
        }
    }
    area_ixs
}
