use std::collections::BTreeSet;

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::data::{AreaKind, Lang, Settlement};
use crate::view::classes::classes;
use crate::view::column::column;
use crate::view::fixture;
use crate::view::query::{ClassKey, Per, Query};

/// All that a context borrows.
struct Ground {
    ds: DataSet,
    columns: Vec<Column>,
    classes: Classes,
    noted: Vec<bool>,
    selection: BTreeSet<String>,
}

impl Ground {
    fn new(ds: DataSet, filter: &Filter) -> Ground {
        let query = Query::start(&ds, Lang::Vi);
        let shown = column(&ds, &query.measure).unwrap();
        let classes = classes(&shown, &query.classing, shown.city_line());
        let noted = (0..ds.areas.len()).map(|area_ix| area_ix % 3 == 0).collect();
        let selection = ds.areas.iter().take(2).map(|area| area.code.clone()).collect();
        Ground { columns: range_columns(filter, &|measure| column(&ds, measure)), ds, classes, noted, selection }
    }

    fn ctx(&self) -> FilterContext<'_> {
        FilterContext {
            ds: &self.ds,
            columns: &self.columns,
            classes: &self.classes,
            noted: &self.noted,
            selection: &self.selection,
        }
    }
}

/// Names of the areas of the small city that pass.
fn passing(filter: &Filter) -> Vec<String> {
    let ground = Ground::new(fixture::small(), filter);
    let passes = apply(&ground.ctx(), filter);
    ground.ds.areas.iter().zip(passes).filter(|(_, pass)| *pass).map(|(area, _)| area.name.clone()).collect()
}

fn range(indicator: &str, min: Option<f64>, max: Option<f64>) -> Filter {
    with_range(&Filter::default(), &Measure::plain(indicator), min, max)
}

#[test]
fn nothing_asked_lets_everything_pass() {
    assert_eq!(passing(&Filter::default()).len(), 6);
    assert_eq!(active(&Filter::default()), []);
    let blank = Filter { search: "  ".to_owned(), ..Filter::default() };
    assert_eq!((passing(&blank).len(), active(&blank)), (6, vec![]));
}

#[test]
fn search_ignores_diacritics_and_case() {
    for text in ["dong ve", "ĐÔNG VỆ", "Đông Vệ"] {
        let filter = Filter { search: text.to_owned(), ..Filter::default() };
        assert_eq!(passing(&filter), ["Đông Vệ"], "{text}");
    }
}

#[test]
fn each_clause_by_itself() {
    let kinds = Filter { kinds: BTreeSet::from([AreaKind::Commune]), ..Filter::default() };
    assert_eq!(passing(&kinds), ["Thiệu Vân"]);
    let settlements = Filter { settlements: BTreeSet::from([Settlement::Mixed]), ..Filter::default() };
    assert_eq!(passing(&settlements), ["An Hưng"]);
    assert_eq!(passing(&Filter { with_notes: true, ..Filter::default() }), ["Đông Vệ", "Đông Lĩnh"]);
    assert_eq!(passing(&Filter { selection_only: true, ..Filter::default() }), ["Đông Vệ", "Ngọc Trạo"]);
}

#[test]
fn a_range_is_closed_and_drops_areas_without_the_figure() {
    assert_eq!(passing(&range("hh_5_plus_share", Some(25.0), Some(28.0))), ["Ngọc Trạo", "An Hưng", "Thiệu Vân"]);
    assert_eq!(passing(&range("hh_5_plus_share", Some(0.0), None)).len(), 5, "Ba Đình has no figure");
    assert_eq!(passing(&range("hh_5_plus_share", None, Some(20.0))), ["Đông Vệ", "Đông Lĩnh"]);
    assert!(passing(&range("no_such_indicator", Some(0.0), None)).is_empty());
}

#[test]
fn a_divided_measure_has_its_own_range() {
    let bins = Measure { indicator: "bins".to_owned(), per: Some(Per::Households1000), change: None };
    let filter = with_range(&Filter::default(), &bins, Some(40.0), None);
    assert_eq!(passing(&filter), ["Đông Vệ", "Đông Lĩnh"]);
}

#[test]
fn an_end_as_it_is_shown_keeps_the_area() {
    let mut ds = fixture::small();
    ds.figures[2][4].value = Some(840.64);
    let filter = range("density_2019", Some(841.0), Some(841.0));
    let ground = Ground::new(ds, &filter);
    assert_eq!(apply(&ground.ctx(), &filter), [false, false, false, false, true, false]);
}

#[test]
fn classes_and_the_missing_entry() {
    let ground = Ground::new(fixture::small(), &Filter::default());
    for area_ix in 0..6 {
        let filter = Filter { classes: BTreeSet::from([ground.classes.key_of(area_ix)]), ..Filter::default() };
        assert!(apply(&ground.ctx(), &filter)[area_ix]);
    }
    let missing = Filter { classes: BTreeSet::from([ClassKey::Missing]), ..Filter::default() };
    assert!(passing(&missing).is_empty());
}

#[test]
fn chosen_only_without_a_choice_shows_nothing() {
    let mut ground = Ground::new(fixture::small(), &Filter::default());
    ground.selection.clear();
    let filter = Filter { selection_only: true, ..Filter::default() };
    assert_eq!(apply(&ground.ctx(), &filter), [false; 6]);
}

#[test]
fn a_view_is_not_filtered_by_its_own_brush() {
    let mut filter = range("density_2019", Some(5_000.0), None);
    filter.kinds = BTreeSet::from([AreaKind::Ward]);
    let ground = Ground::new(fixture::small(), &filter);
    let own = Clause::Range(Measure::plain("density_2019"));
    assert_eq!(apply(&ground.ctx(), &filter), [true, true, false, false, false, true]);
    assert_eq!(apply_without(&ground.ctx(), &filter, &own), [true, true, true, true, false, true]);
    assert_eq!(apply_without(&ground.ctx(), &filter, &Clause::Search), apply(&ground.ctx(), &filter));
}

#[test]
fn a_range_is_replaced_in_place_and_removed_without_ends() {
    let two = with_range(&range("bins", Some(1.0), None), &Measure::plain("density_2019"), None, Some(9.0));
    let changed = with_range(&two, &Measure::plain("bins"), Some(2.0), Some(3.0));
    assert_eq!((changed.ranges.len(), changed.ranges[0].min), (2, Some(2.0)));
    let removed = with_range(&changed, &Measure::plain("bins"), None, None);
    assert_eq!(removed.ranges.len(), 1);
}

#[test]
fn chips_clear_one_clause_each() {
    let filter = Filter {
        search: "a".to_owned(),
        kinds: BTreeSet::from([AreaKind::Ward]),
        settlements: BTreeSet::from([Settlement::Urban]),
        ranges: range("bins", Some(1.0), None).ranges,
        classes: BTreeSet::from([ClassKey::Class(0)]),
        with_notes: true,
        selection_only: true,
    };
    let clauses = active(&filter);
    assert_eq!(clauses.len(), 7);
    for clause in &clauses {
        let left = active(&clear(&filter, clause));
        assert_eq!(left.len(), 6);
        assert!(!left.contains(clause));
    }
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let ds = fixture::real();
    let ids: Vec<String> = ds.indicators.iter().map(|indicator| indicator.id.clone()).collect();
    let ranges = vec((select(ids), 0.0..20_000.0, 0.0..20_000.0), 0..3).prop_map(|ends| {
        ends.into_iter().fold(Filter::default(), |filter, (id, a, b): (String, f64, f64)| {
            with_range(&filter, &Measure::plain(id), Some(a.min(b)), Some(a.max(b)))
        })
    });
    let class = prop_oneof![(0..5_u8).prop_map(ClassKey::Class), Just(ClassKey::Missing)];
    (
        select(vec!["", "a", "dong", "quảng", "zz"]),
        btree_set(select(vec![AreaKind::Ward, AreaKind::Commune]), 0..2),
        btree_set(select(vec![Settlement::Urban, Settlement::Rural, Settlement::Mixed]), 0..3),
        ranges,
        btree_set(class, 0..4),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(search, kinds, settlements, ranges, classes, with_notes, selection_only)| Filter {
            search: search.to_owned(),
            kinds,
            settlements,
            ranges: ranges.ranges,
            classes,
            with_notes,
            selection_only,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_filter_is_the_intersection_of_its_clauses(filter in any_filter()) {
        let ground = Ground::new(fixture::real(), &filter);
        let mut passes = vec![true; ground.ds.areas.len()];
        let clauses = active(&filter);
        for clause in &clauses {
            // The filter that holds this one clause alone.
            let others = clauses.iter().filter(|other| *other != clause);
            let alone = others.fold(filter.clone(), |filter, other| clear(&filter, other));
            for (pass, alone) in passes.iter_mut().zip(apply(&ground.ctx(), &alone)) {
                *pass = *pass && alone;
            }
        }
        prop_assert_eq!(apply(&ground.ctx(), &filter), passes);
    }

    #[test]
    fn the_order_of_ranges_means_nothing(filter in any_filter()) {
        let ground = Ground::new(fixture::real(), &filter);
        let mut reversed = filter.clone();
        reversed.ranges.reverse();
        prop_assert_eq!(apply(&ground.ctx(), &filter), apply(&ground.ctx(), &reversed));
    }

    #[test]
    fn leaving_a_clause_out_is_clearing_it_and_only_widens(filter in any_filter()) {
        let ground = Ground::new(fixture::real(), &filter);
        let all = apply(&ground.ctx(), &filter);
        for clause in active(&filter) {
            let without = apply_without(&ground.ctx(), &filter, &clause);
            prop_assert_eq!(&without, &apply(&ground.ctx(), &clear(&filter, &clause)));
            prop_assert!(all.iter().zip(&without).all(|(narrow, wide)| !narrow || *wide));
        }
    }

    #[test]
    fn clearing_every_clause_in_any_order_leaves_nothing(filter in any_filter(), order in any::<u64>()) {
        let mut clauses = active(&filter);
        let n = clauses.len().max(1);
        clauses.rotate_left(order as usize % n);
        let cleared = clauses.iter().fold(filter, |filter, clause| clear(&filter, clause));
        prop_assert_eq!(&cleared, &Filter::default());
        let ground = Ground::new(fixture::real(), &cleared);
        prop_assert_eq!(apply(&ground.ctx(), &cleared), vec![true; 34]);
    }
}
