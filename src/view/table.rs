//! The order of the table's rows.

use std::cmp::Ordering;

use crate::data::DataSet;
use crate::order;
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
            order::sort_by(&mut area_ixs, |&a, &b| directed(keys[a].cmp(&keys[b])));
        }
        SortKey::Kind => order::sort_by(&mut area_ixs, |&a, &b| directed(ds.areas[a].kind.cmp(&ds.areas[b].kind))),
        SortKey::Measure(measure) => {
            if let Some(column) = columns.iter().find(|column| column.measure == *measure) {
                order::sort_by(&mut area_ixs, |&a, &b| match (column.value(a), column.value(b)) {
                    (Some(a), Some(b)) => directed(a.total_cmp(&b)),
                    (a, b) => b.is_some().cmp(&a.is_some()),
                });
            }
        }
    }
    area_ixs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::column::column;
    use crate::view::fixture;
    use crate::view::query::Measure;

    fn names(key: SortKey, descending: bool) -> Vec<String> {
        let ds = fixture::small();
        let columns: Vec<Column> =
            ds.indicators.iter().filter_map(|indicator| column(&ds, &Measure::plain(indicator.id.clone()))).collect();
        let area_ixs = order(&ds, &columns, &Sort { key, descending });
        area_ixs.into_iter().map(|area_ix| ds.areas[area_ix].name.clone()).collect()
    }

    fn by(id: &str) -> SortKey {
        SortKey::Measure(Measure::plain(id))
    }

    #[test]
    fn names_follow_the_vietnamese_alphabet() {
        let up = ["An Hưng", "Ba Đình", "Đông Lĩnh", "Đông Vệ", "Ngọc Trạo", "Thiệu Vân"];
        assert_eq!(names(SortKey::Name, false), up);
        let mut down = up;
        down.reverse();
        assert_eq!(names(SortKey::Name, true), down);
    }

    #[test]
    fn missing_figures_come_last_both_ways() {
        let up = ["Ngọc Trạo", "Thiệu Vân", "Đông Lĩnh", "Đông Vệ", "An Hưng", "Ba Đình"];
        assert_eq!(names(by("bins"), false), up);
        let down = ["Đông Vệ", "Đông Lĩnh", "Thiệu Vân", "Ngọc Trạo", "An Hưng", "Ba Đình"];
        assert_eq!(names(by("bins"), true), down);
    }

    #[test]
    fn equal_areas_keep_the_order_of_codes_both_ways() {
        let position = |names: &[String], name: &str| names.iter().position(|known| known == name);
        for descending in [false, true] {
            // 10,000 people each.
            let names = names(by("population_2019"), descending);
            assert!(position(&names, "Ngọc Trạo") < position(&names, "Ba Đình"));
        }
        assert_eq!(names(SortKey::Kind, true)[..2], ["Thiệu Vân", "Đông Vệ"]);
    }

    #[test]
    fn an_unknown_measure_leaves_the_order_of_codes() {
        assert_eq!(names(by("beer"), true)[0], "Đông Vệ");
    }
}
