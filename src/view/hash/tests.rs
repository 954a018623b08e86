use std::collections::BTreeSet;

use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::{HashProblemKind, MAX_HASH_BYTES, MAX_PROBLEMS, measure_text, parts, read, read_measure, write};
use crate::data::{DataSet, Lang};
use crate::text::date::CivilDate;
use crate::view::query::{
    ChangeBy, ClassKey, Classing, Filter, Layout, Measure, Method, Palette, Per, Query, RangeFilter, ReviewPart, Since,
    Sort, SortKey, TasksPart, View,
};
use crate::view::{fixture, per};

fn start(ds: &DataSet) -> Query {
    Query::start(ds, Lang::Vi)
}

/// Reads a hash that must be wholly good.
fn good(hash: &str) -> Query {
    let ds = fixture::small();
    let (query, problems) = read(hash, &ds, &start(&ds));
    assert_eq!(problems, [], "{hash}");
    query
}

/// Reads a hash and gives what was wrong with it, and whether the rest fell back to the start.
fn problems(hash: &str) -> Vec<(String, String, HashProblemKind)> {
    let ds = fixture::small();
    let (query, problems) = read(hash, &ds, &start(&ds));
    assert_eq!(query, start(&ds), "{hash}");
    problems.into_iter().map(|problem| (problem.part, problem.value, problem.kind)).collect()
}

#[test]
fn nothing_is_the_start() {
    let ds = fixture::small();
    for hash in ["", "#", "#/", "/", "#/atlas", "#/atlas?", "#/?"] {
        assert_eq!(good(hash), start(&ds), "{hash}");
    }
    assert_eq!(write(&start(&ds), &start(&ds)), "#/atlas");
}

#[test]
fn every_part_has_its_form() {
    let ds = fixture::small();
    let hash = "#/atlas?i=bins~hh&map=tiles&cls=natural.4&pal=viridis&q=dong%20v%E1%BB%87&kind=commune&set=rural.mixed\
                &r=population_2019:5000..10000&r=hh_5_plus_share:20.5..&c=0.3.missing&notes=1&only=1&sel=101.103\
                &sheet=103&x=bins~km2&sort=-~name&cols=bins.bins~people&lang=en";
    let query = good(hash);
    assert_eq!(query.measure, Measure { indicator: "bins".to_owned(), per: Some(Per::Households1000), change: None });
    assert_eq!((query.layout, query.lang), (Layout::Tiles, Lang::En));
    assert_eq!((query.classing.method, query.classing.n_classes), (Method::Natural, 4));
    assert_eq!(query.filter.search, "dong vệ");
    assert_eq!(query.filter.ranges[1].min, Some(20.5));
    assert_eq!(query.filter.ranges[1].max, None);
    let classes: Vec<ClassKey> = query.filter.classes.iter().copied().collect();
    assert_eq!(classes, [ClassKey::Class(0), ClassKey::Class(3), ClassKey::Missing]);
    assert_eq!(query.sort, Sort { key: SortKey::Name, descending: true });
    assert_eq!(write(&query, &start(&ds)), hash, "the order of writing is the documented one");
}

#[test]
fn own_breaks_are_kept_exactly() {
    let query = good("#/atlas?cls=own.5:-1.5,0.1,1e300");
    assert_eq!(query.classing.own_breaks, [-1.5, 0.1, 1e300]);
    let ds = fixture::small();
    assert_eq!(write(&query, &start(&ds)), "#/atlas?cls=own.5:-1.5,0.1,1e300");
}

#[test]
fn separators_that_a_messenger_encoded_still_separate() {
    assert_eq!(good("#/atlas?sel=101%2E102&i=bins%7Ehh"), good("#/atlas?sel=101.102&i=bins~hh"));
}

#[test]
fn a_broken_part_keeps_its_default_and_is_listed() {
    use HashProblemKind as Kind;
    let cases = [
        ("#/nowhere", "/", "/nowhere", Kind::UnknownView),
        ("#main", "/", "main", Kind::UnknownView),
        ("#/atlas?i=beer_2019", "i", "beer_2019", Kind::UnknownIndicator),
        ("#/atlas?i=", "i", "", Kind::UnknownIndicator),
        ("#/atlas?i=bins~moon", "i", "bins~moon", Kind::UnknownWord),
        ("#/atlas?i=density_2019~hh", "i", "density_2019~hh", Kind::NotDivisible),
        ("#/atlas?map=globe", "map", "globe", Kind::UnknownWord),
        ("#/atlas?cls=natural", "cls", "natural", Kind::BadNumber),
        ("#/atlas?cls=natural.9", "cls", "natural.9", Kind::OutOfRange),
        ("#/atlas?cls=natural.5:1,2", "cls", "natural.5:1,2", Kind::UnknownWord),
        ("#/atlas?cls=own.3:2,1", "cls", "own.3:2,1", Kind::OutOfRange),
        ("#/atlas?cls=own.3:1,nan", "cls", "own.3:1,nan", Kind::BadNumber),
        ("#/atlas?cls=own.3:1,2,3,4,5,6,7", "cls", "own.3:1,2,3,4,5,6,7", Kind::OutOfRange),
        ("#/atlas?pal=rainbow", "pal", "rainbow", Kind::UnknownWord),
        ("#/atlas?kind=city", "kind", "city", Kind::UnknownWord),
        ("#/atlas?set=sea", "set", "sea", Kind::UnknownWord),
        ("#/atlas?r=population_2019:10..5", "r", "population_2019:10..5", Kind::OutOfRange),
        ("#/atlas?r=population_2019:..", "r", "population_2019:..", Kind::BadNumber),
        ("#/atlas?r=population_2019:a..5", "r", "population_2019:a..5", Kind::BadNumber),
        ("#/atlas?r=population_2019:inf..", "r", "population_2019:inf..", Kind::BadNumber),
        ("#/atlas?r=population_2019", "r", "population_2019", Kind::BadNumber),
        ("#/atlas?r=beer:1..5", "r", "beer:1..5", Kind::UnknownIndicator),
        ("#/atlas?c=5", "c", "5", Kind::OutOfRange),
        ("#/atlas?c=low", "c", "low", Kind::BadNumber),
        ("#/atlas?notes=yes", "notes", "yes", Kind::UnknownWord),
        ("#/atlas?sel=999", "sel", "999", Kind::UnknownArea),
        ("#/atlas?sheet=999", "sheet", "999", Kind::UnknownArea),
        ("#/atlas?sort=-beer", "sort", "-beer", Kind::UnknownIndicator),
        ("#/atlas?cols=beer", "cols", "beer", Kind::UnknownIndicator),
        ("#/atlas?lang=fr", "lang", "fr", Kind::UnknownWord),
        ("#/atlas?moon=full", "moon", "full", Kind::UnknownPart),
        ("#/atlas?q=%zz", "q", "%zz", Kind::BadEncoding),
        ("#/atlas?q=%FF", "q", "%FF", Kind::BadEncoding),
        ("#/atlas?map=tiles&map=symbols", "map", "symbols", Kind::Repeated),
        ("#/atlas?r=bins:1..2&r=bins:3..4", "r", "bins:3..4", Kind::Repeated),
    ];
    for (hash, part, value, kind) in cases {
        assert_eq!(problems(hash), [(part.to_owned(), value.to_owned(), kind)], "{hash}");
    }
}

#[test]
fn good_items_of_a_list_stay() {
    let ds = fixture::small();
    let (query, problems) = read("#/atlas?sel=101.999.101", &ds, &start(&ds));
    assert_eq!(query.selection, BTreeSet::from(["101".to_owned()]));
    let kinds: Vec<HashProblemKind> = problems.iter().map(|problem| problem.kind).collect();
    assert_eq!(kinds, [HashProblemKind::UnknownArea, HashProblemKind::Repeated]);
}

#[test]
fn an_empty_list_is_written_where_the_default_is_not_empty() {
    let ds = fixture::small();
    let mut query = start(&ds);
    query.columns.clear();
    assert_eq!(write(&query, &start(&ds)), "#/atlas?cols=");
    assert_eq!(good("#/atlas?cols="), query);
}

#[test]
fn a_hundred_kilobytes_of_junk_are_one_line() {
    let junk = "x".repeat(100 * 1024);
    let found = problems(&format!("#/atlas?q={junk}"));
    assert_eq!(found, [("q".to_owned(), format!("{}…", "x".repeat(39)), HashProblemKind::TooLong)]);
    let found = problems(&format!("#{}", "x".repeat(MAX_HASH_BYTES + 1)));
    assert_eq!(found[0].2, HashProblemKind::TooLong);
    let found = problems(&format!("#/atlas?{}", "a&".repeat(50 * 1024)));
    assert_eq!(found.len(), MAX_PROBLEMS + 1);
    assert_eq!(found[MAX_PROBLEMS].2, HashProblemKind::AndMore(50 * 1024 - MAX_PROBLEMS));
}

#[test]
fn a_selection_of_every_area_of_a_country_fits() {
    let mut ds = fixture::small();
    let first = ds.areas[0].clone();
    ds.areas = (0..11_163).map(|n| crate::data::Area { code: format!("{n:05}"), ..first.clone() }).collect();
    let mut query = start(&ds);
    query.selection = ds.areas.iter().map(|area| area.code.clone()).collect();
    let hash = write(&query, &start(&ds));
    assert!(hash.len() < MAX_HASH_BYTES, "{}", hash.len());
    assert_eq!(read(&hash, &ds, &start(&ds)), (query, vec![]));
}

#[test]
fn every_measure_of_the_real_data_set_has_a_link() {
    let ds = fixture::real();
    for indicator in &ds.indicators {
        for per in std::iter::once(None).chain(per::per_choices(&ds, indicator).into_iter().map(Some)) {
            let mut query = start(&ds);
            query.measure = Measure { indicator: indicator.id.clone(), per, change: None };
            let hash = write(&query, &start(&ds));
            assert_eq!(read_measure(&measure_text(&query.measure), &ds), Some(query.measure.clone()));
            assert_eq!(read(&hash, &ds, &start(&ds)), (query, vec![]), "{hash}");
        }
    }
}

fn any_of<T: Clone + std::fmt::Debug + 'static>(table: &[(&'static str, T)]) -> impl Strategy<Value = T> + use<T> {
    select(table.iter().map(|(_, value)| value.clone()).collect::<Vec<T>>())
}

fn any_measure(ds: &DataSet) -> impl Strategy<Value = Measure> + use<> {
    let all: Vec<Measure> = ds
        .indicators
        .iter()
        .flat_map(|indicator| {
            let divided = per::per_choices(ds, indicator).into_iter().map(Some);
            std::iter::once(None)
                .chain(divided)
                .map(|per| Measure { indicator: indicator.id.clone(), per, change: None })
                .collect::<Vec<Measure>>()
        })
        .collect();
    let period = prop_oneof![Just("2022".to_owned()), Just("năm trước".to_owned()), "[^.:~\\p{C}]{1,12}"];
    let by = select(vec![ChangeBy::Unit, ChangeBy::PerCent]);
    let change = option::of((period, by).prop_map(|(period, by)| Since { period, by }));
    (select(all), change).prop_map(|(measure, change)| Measure { change, ..measure })
}

/// Numbers as the address can hold them: 15 significant digits.
fn any_number() -> impl Strategy<Value = f64> {
    let short = |value: f64| crate::json::number(&crate::text::number::plain(value)).unwrap_or_default();
    prop_oneof![-1e6..1e6, any::<f64>().prop_filter("finite", |value| value.is_finite())].prop_map(short)
}

fn any_classing() -> impl Strategy<Value = Classing> {
    let breaks = vec(any_number(), 0..6).prop_map(|mut breaks| {
        crate::order::sort_numbers(&mut breaks);
        breaks.dedup();
        breaks
    });
    (any_of(&parts::METHODS), 3..=7_u8, option::of(any_of(&parts::PALETTES)), breaks).prop_map(
        |(method, n_classes, palette, breaks): (Method, u8, Option<Palette>, Vec<f64>)| Classing {
            method,
            n_classes,
            palette,
            own_breaks: if method == Method::Own { breaks } else { Vec::new() },
        },
    )
}

fn any_ranges(ds: &DataSet) -> impl Strategy<Value = Vec<RangeFilter>> + use<> {
    let range = (any_measure(ds), any_number(), any_number(), 0..3).prop_map(|(measure, a, b, ends)| RangeFilter {
        measure,
        min: (ends != 1).then_some(a.min(b)),
        max: (ends != 2).then_some(a.max(b)),
    });
    vec(range, 0..4).prop_map(|mut ranges| {
        crate::order::sort_by(&mut ranges, |a, b| a.measure.cmp(&b.measure));
        ranges.dedup_by(|a, b| a.measure == b.measure);
        ranges
    })
}

fn any_filter(ds: &DataSet) -> impl Strategy<Value = Filter> + use<> {
    let class = prop_oneof![(0..2_u8).prop_map(ClassKey::Class), Just(ClassKey::Missing)];
    (
        ".{0,20}",
        btree_set(any_of(&parts::KINDS), 0..2),
        btree_set(any_of(&parts::SETTLEMENTS), 0..3),
        any_ranges(ds),
        btree_set(class, 0..3),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(search, kinds, settlements, ranges, classes, with_notes, selection_only)| Filter {
            search,
            kinds,
            settlements,
            ranges,
            classes,
            with_notes,
            selection_only,
        })
}

/// Page, language, what the map shows and how.
type Looked = (View, Lang, Measure, (Layout, bool), ReviewPart, Working);

/// Part of the Tasks page, its day, how it is looked at.
type Working = (TasksPart, Option<(i32, u32, u32)>, BTreeSet<String>);

/// What a query chooses beside map and filter.
type Chosen = (BTreeSet<String>, Option<String>, Measure, Sort, Vec<Measure>);

fn any_query(ds: &DataSet) -> impl Strategy<Value = Query> + use<> {
    let codes: Vec<String> = ds.areas.iter().map(|area| area.code.clone()).collect();
    let key = prop_oneof![Just(SortKey::Name), Just(SortKey::Kind), any_measure(ds).prop_map(SortKey::Measure)];
    let sort = (key, any::<bool>()).prop_map(|(key, descending)| Sort { key, descending });
    let columns = btree_set(any_measure(ds), 0..6).prop_map(|columns| columns.into_iter().collect::<Vec<Measure>>());
    (
        (
            any_of(&parts::VIEWS),
            select(Lang::ALL.to_vec()),
            any_measure(ds),
            (any_of(&parts::LAYOUTS), any::<bool>()),
            any_of(&parts::REVIEW_PARTS),
            (
                any_of(&parts::TASKS_PARTS),
                option::of((2020..2030i32, 1..=12u32, 1..=28u32)),
                btree_set("[a-z0-9_-]{1,20}", 0..4),
            ),
        ),
        any_classing(),
        any_filter(ds),
        (btree_set(select(codes.clone()), 0..6), option::of(select(codes)), any_measure(ds), sort, columns),
    )
        .prop_map(
            |(
                (view, lang, measure, (layout, dots), review, (tasks, day, work_look)),
                classing,
                filter,
                (selection, sheet, scatter_x, sort, columns),
            ): (Looked, Classing, Filter, Chosen)| {
                // A class beyond the legend is refused by design; own breaks may leave a legend of one class.
                let mut filter = filter;
                if classing.own_breaks.len() == 1 || classing.method == Method::Own {
                    filter.classes.retain(|class| matches!(class, ClassKey::Missing | ClassKey::Class(0)));
                }
                Query {
                    view,
                    lang,
                    measure,
                    layout,
                    dots,
                    classing,
                    filter,
                    selection,
                    review,
                    tasks,
                    as_of: day.and_then(|(year, month, day)| CivilDate::new(year, month, day)),
                    work_look,
                    sheet,
                    scatter_x,
                    sort,
                    columns,
                }
            },
        )
}

proptest! {
    #[test]
    fn reading_reverses_writing(
        query in any_query(&fixture::small()),
        defaults in any_query(&fixture::small()),
    ) {
        let ds = fixture::small();
        let hash = write(&query, &defaults);
        let (again, problems) = read(&hash, &ds, &defaults);
        prop_assert_eq!(&problems, &Vec::new(), "{}", &hash);
        prop_assert_eq!(&again, &query, "{}", &hash);
        prop_assert!(hash.is_ascii());
        prop_assert_eq!(write(&again, &defaults), hash);
    }

    #[test]
    fn any_text_is_read_without_panic(text in any::<String>()) {
        let ds = fixture::small();
        let (query, problems) = read(&text, &ds, &start(&ds));
        prop_assert!(problems.len() <= MAX_PROBLEMS + 1);
        let (again, none) = read(&write(&query, &start(&ds)), &ds, &start(&ds));
        prop_assert_eq!(again, query);
        prop_assert_eq!(none, Vec::new());
    }

    #[test]
    fn a_hash_with_a_mangled_end_is_read_without_panic(
        query in any_query(&fixture::small()),
        cut_at in 0..400_usize,
        tail in "[%&=.:~a-z0-9#?\\-]{0,20}",
    ) {
        let ds = fixture::small();
        let mut hash = write(&query, &start(&ds));
        hash.truncate(cut_at);
        hash.push_str(&tail);
        let (read_query, _) = read(&hash, &ds, &start(&ds));
        prop_assert!(read_query.selection.len() <= ds.areas.len());
    }
}
