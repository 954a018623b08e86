//! Tables of cases, and what holds of any of them.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::data::{self, DataSet, Figure, Indicator, IndicatorKind, Lang, Polarity, State, Tr};
use crate::journal::tests::{Op, carry_out, devices, goals::goal_op, state_of};
use crate::journal::{JournalState, Recommendation, RecommendationStatus, TargetEntry, TargetRule};
use crate::text::date::CivilDate;

/// Read once, since properties are tried many times.
static BUILT_IN: LazyLock<DataSet> = LazyLock::new(|| data::read(data::built_in()).unwrap());

fn estimate(value: f64, low: f64, high: f64) -> Figure {
    Figure { value: Some(value), state: State::Estimated, interval: Some((low, high)) }
}

fn target(value: Option<f64>) -> Resolved {
    Resolved { rule: TargetRule::City, whose: Whose::All, value }
}

fn entry(indicator: &str, area: Option<&str>, rule: TargetRule) -> TargetEntry {
    TargetEntry {
        indicator: indicator.to_owned(),
        area: area.map(str::to_owned),
        rule,
        author: String::new(),
        at_ms: 0,
        versions: vec![],
    }
}

#[test]
fn verdicts_by_the_rule() {
    use Polarity::{Higher, Lower, Neither};
    use Verdict::*;
    let known = Figure::published;
    let cases = [
        (known(90.0), Some(90.0), Higher, Met),
        (known(89.99), Some(90.0), Higher, Near),
        (known(85.5), Some(90.0), Higher, Near),
        (known(85.49), Some(90.0), Higher, Missed),
        (known(95.0), Some(90.0), Higher, Met),
        (known(10.0), Some(10.0), Lower, Met),
        (known(10.5), Some(10.0), Lower, Near),
        (known(10.51), Some(10.0), Lower, Missed),
        (known(3.0), Some(10.0), Lower, Met),
        // Of a target of nothing, nothing is near.
        (known(0.0), Some(0.0), Lower, Met),
        (known(1.0), Some(0.0), Lower, Missed),
        // Below zero.
        (known(-10.4), Some(-10.0), Higher, Near),
        (known(-11.0), Some(-10.0), Higher, Missed),
        (known(-9.0), Some(-10.0), Higher, Met),
        // What is computed in two ways differs in the last digits.
        (known(0.1 + 0.2), Some(0.3), Lower, Met),
        (known(1.0 - 0.9), Some(0.1), Higher, Met),
        // Estimates: wholly good, wholly bad, both.
        (estimate(95.0, 90.0, 99.0), Some(90.0), Higher, Met),
        (estimate(95.0, 89.0, 99.0), Some(90.0), Higher, NotSure),
        (estimate(85.0, 80.0, 90.0), Some(90.0), Higher, NotSure),
        (estimate(88.0, 80.0, 89.0), Some(90.0), Higher, Near),
        (estimate(70.0, 60.0, 89.0), Some(90.0), Higher, Missed),
        (estimate(5.0, 3.0, 10.0), Some(10.0), Lower, Met),
        (estimate(9.0, 3.0, 11.0), Some(10.0), Lower, NotSure),
        (estimate(15.0, 11.0, 20.0), Some(10.0), Lower, Missed),
        // A yes that is estimated.
        (estimate(0.5, 0.0, 1.0), Some(1.0), Higher, NotSure),
        (Figure::MISSING, Some(10.0), Lower, NoFigure),
        (known(5.0), None, Lower, NoFigure),
        (Figure::MISSING, Some(10.0), Neither, NoFigure),
        (known(5.0), Some(10.0), Neither, NoDirection),
    ];
    for (figure, aim, polarity, expected) in cases {
        let judged = judge(&figure, &target(aim), polarity, NEAR_PER_CENT);
        assert_eq!(judged.verdict, expected, "{figure:?} {aim:?} {polarity:?}");
        let difference = figure.value.zip(aim).map(|(value, aim)| value - aim);
        assert_eq!(judged.difference, difference);
    }
    assert_eq!(judge(&known(81.0), &target(Some(90.0)), Higher, 10.0).verdict, Near);
    assert_eq!(judge(&known(89.0), &target(Some(90.0)), Higher, 0.0).verdict, Missed);
}

/// A set with one indicator, whose figures now and in the last period are these.
fn ground_set(kind: IndicatorKind, polarity: Polarity) -> DataSet {
    let mut ds = data::read(data::built_in()).unwrap();
    let ix = ds.indicator_ix("bins").unwrap();
    ds.indicators[ix] = Indicator { kind, polarity, ..ds.indicators[ix].clone() };
    ds
}

#[test]
fn rules_come_to_figures() {
    use IndicatorKind::{Count, Measure, Rate, Share, YesNo};
    use Polarity::{Higher, Lower, Neither};
    use TargetRule::*;
    // Now: 10, 20, 30, 40 and an estimate of 1,000 that does not count; last period: one figure, or an estimate.
    let now: Vec<Figure> = [10.0, 20.0, 30.0, 40.0].map(Figure::published).to_vec();
    let cases = [
        (Count, Higher, Value(300.0), None, Some(300.0)),
        (Count, Higher, Value(0.5), None, None),
        (Share, Higher, Value(101.0), None, None),
        (Count, Higher, LastPerCent(5.0), Some(100.0), Some(105.0)),
        (Count, Higher, LastPerCent(5.0), Some(101.0), Some(107.0)),
        (Count, Lower, LastPerCent(-5.0), Some(101.0), Some(95.0)),
        (Count, Neither, LastPerCent(5.0), Some(101.0), Some(106.0)),
        (Count, Lower, LastUnits(-10.0), Some(4.0), Some(0.0)),
        (Share, Higher, LastPerCent(5.0), Some(98.0), Some(100.0)),
        (Share, Higher, LastUnits(2.5), Some(80.0), Some(82.5)),
        (Rate, Higher, LastPerCent(10.0), Some(-20.0), Some(-18.0)),
        (Measure, Lower, LastUnits(-2.5), Some(1.0), Some(0.0)),
        (Count, Higher, LastPerCent(5.0), None, None),
        (Rate, Higher, BestQuarter, None, Some(32.5)),
        (Rate, Lower, BestQuarter, None, Some(17.5)),
        (Count, Higher, BestQuarter, None, Some(33.0)),
        (Count, Lower, BestQuarter, None, Some(17.0)),
        (Rate, Neither, BestQuarter, None, None),
        (Share, Higher, City, None, Some(60.0)),
        // A total is no target of one area.
        (Count, Higher, City, None, None),
        (YesNo, Higher, Value(1.0), None, Some(1.0)),
        (YesNo, Higher, LastPerCent(5.0), Some(1.0), None),
    ];
    for (kind, polarity, rule, last, expected) in cases {
        let mut ds = ground_set(kind, polarity);
        let ix = ds.indicator_ix("bins").unwrap();
        ds.city[ix].as_mut().unwrap().value = 60.0;
        let mut figures = vec![vec![]; ds.indicators.len()];
        figures[ix].clone_from(&now);
        figures[ix].push(estimate(1_000.0, 900.0, 1_100.0));
        let mut before = vec![vec![]; ds.indicators.len()];
        before[ix] = vec![last.map_or(estimate(7.0, 1.0, 9.0), Figure::published)];
        let ground = Ground::new(&ds, ix, &figures, Some(&before), None).unwrap();
        let found = target_of(&[entry("bins", None, rule)], &ground, 0, "14758").unwrap();
        let is_as_expected = match (found.value, expected) {
            (Some(value), Some(expected)) => (value - expected).abs() < 1e-9,
            (value, expected) => value == expected,
        };
        assert!(is_as_expected, "{kind:?} {polarity:?} {rule:?} of {last:?}: {:?}", found.value);
    }
    let ds = ground_set(Rate, Higher);
    let ix = ds.indicator_ix("bins").unwrap();
    let mut few = vec![vec![]; ds.indicators.len()];
    few[ix] = now[..3].to_vec();
    let ground = Ground::new(&ds, ix, &few, None, None).unwrap();
    let resolve = |rule| target_of(&[entry("bins", None, rule)], &ground, 0, "14758").unwrap().value;
    assert_eq!(
        (resolve(BestQuarter), resolve(LastUnits(1.0))),
        (None, None),
        "three are no quarters; no period before"
    );
    assert!(Ground::new(&ds, 999, &few, None, None).is_none());
}

#[test]
fn the_nearest_rule_counts() {
    use TargetRule::{Value, Without};
    let ds = ground_set(IndicatorKind::Count, Polarity::Higher);
    let ix = ds.indicator_ix("bins").unwrap();
    let with_own = Ground::new(&ds, ix, &[], None, Some(1.0)).unwrap();
    let plain = Ground::new(&ds, ix, &[], None, None).unwrap();
    let targets = [
        entry("bins", Some("14758"), Value(3.0)),
        entry("bins", Some("14761"), Without),
        entry("bins", None, Value(2.0)),
        entry("clean_houses", Some("14764"), Value(9.0)),
    ];
    let seen = |targets: &[TargetEntry], ground, area| {
        target_of(targets, ground, 0, area).map(|found| (found.value, found.whose))
    };
    assert_eq!(seen(&targets, &plain, "14758"), Some((Some(3.0), Whose::Area)));
    assert_eq!(seen(&targets, &plain, "14761"), None);
    assert_eq!(seen(&targets, &plain, "14764"), Some((Some(2.0), Whose::All)));
    assert_eq!(seen(&targets, &with_own, "14764"), Some((Some(2.0), Whose::All)));
    assert_eq!(seen(&targets[3..], &with_own, "14764"), Some((Some(1.0), Whose::Indicator)));
    assert_eq!(seen(&targets[3..], &plain, "14764"), None);
    let all = targets_of(&targets, &plain, &ds.areas);
    assert_eq!(all.len(), 34);
    let judged: Vec<Option<Judged>> = all
        .iter()
        .map(|found| found.map(|found| judge(&Figure::published(2.0), &found, Polarity::Higher, NEAR_PER_CENT)))
        .collect();
    let tally = tally(&judged);
    assert_eq!((tally.without, tally.count(Verdict::Missed), tally.count(Verdict::Met), tally.all()), (1, 1, 32, 34));
}

#[test]
fn rules_in_words() {
    let mut indicator = ground_set(IndicatorKind::Measure, Polarity::Higher).indicators[0].clone();
    indicator.unit = Tr { vi: "km".to_owned(), en: "km".to_owned(), ru: "км".to_owned() };
    indicator.decimals = 0;
    let cases = [
        (TargetRule::Value(1_234.5), Lang::En, "1,234.5 km"),
        (TargetRule::Value(3.0), Lang::Vi, "3 km"),
        (TargetRule::LastPerCent(5.0), Lang::Vi, "kỳ trước +5%"),
        (TargetRule::LastPerCent(-2.25), Lang::En, "last period −2.25%"),
        (TargetRule::LastUnits(-0.5), Lang::Ru, "прошлый период −0,5 км"),
        (TargetRule::City, Lang::En, "the city’s figure"),
    ];
    for (rule, lang, expected) in cases {
        assert_eq!(words::rule_words(rule, &indicator, lang), expected);
    }
}

fn recommendation(status: RecommendationStatus) -> Recommendation {
    Recommendation {
        id: "id".to_owned(),
        area: "14758".to_owned(),
        text: "Sửa đường Đông Vệ".to_owned(),
        theme: "Giao thông".to_owned(),
        to: "Phòng Quản lý đô thị".to_owned(),
        date: None,
        subdivision: String::new(),
        status,
        status_by: String::new(),
        status_at_ms: 0,
        decision: String::new(),
        answer: String::new(),
        notes: vec![],
        tasks: vec![],
        deleted: false,
        // 29 February 2024, 23:30 in UTC: 1 March in Việt Nam.
        created_at_ms: 1_709_249_400_000,
        created_by: String::new(),
        edited_at_ms: 0,
        edited_by: String::new(),
        conflicts: vec![],
    }
}

#[test]
fn gaps_are_found_by_the_local_calendar() {
    use RecommendationStatus::{Answered, Closed, Decided, Gathered, New};
    let date = |year, month, day| CivilDate::new(year, month, day);
    let old = |days| Some(Gap::StillNew { days });
    // Status, date written in it, decision and answer there, as of, offset in minutes.
    let cases = [
        (New, None, false, date(2024, 3, 31), 420, None),
        (New, None, false, date(2024, 3, 31), 0, old(31)),
        (New, None, false, date(2024, 4, 1), 420, old(31)),
        (New, date(2024, 1, 30), false, date(2024, 2, 29), 420, None),
        (New, date(2024, 1, 30), false, date(2024, 3, 1), 420, old(31)),
        (New, date(2023, 12, 1), false, date(2024, 1, 1), 420, old(31)),
        (New, date(2024, 12, 1), false, date(2024, 1, 1), 420, None),
        (Gathered, date(2023, 1, 1), false, date(2024, 3, 1), 420, None),
        (Decided, None, false, date(2024, 3, 1), 420, Some(Gap::NoDecision)),
        (Decided, None, true, date(2024, 3, 1), 420, None),
        (Answered, None, false, date(2024, 3, 1), 420, Some(Gap::NoAnswer)),
        (Answered, None, true, date(2024, 3, 1), 420, None),
        (Closed, None, false, date(2024, 3, 1), 420, None),
    ];
    for (status, written, is_filled, as_of, offset, expected) in cases {
        let text = if is_filled { "đồng ý" } else { " \n" }.to_owned();
        let one = Recommendation { date: written, decision: text.clone(), answer: text, ..recommendation(status) };
        let found = gaps(&[one], as_of.unwrap(), 30, offset);
        assert_eq!(
            found,
            expected.map(|gap| (0, gap)).into_iter().collect::<Vec<_>>(),
            "{status:?} {written:?} {as_of:?}"
        );
    }
}

#[test]
fn filters_fold_what_is_searched_and_tell_themes_apart() {
    let ds = data::read(data::built_in()).unwrap();
    let one = recommendation(RecommendationStatus::New);
    let name = &ds.areas[ds.area_ix("14758").unwrap()].name;
    let passes = |filter: Filter| filter.passes(&ds, &one);
    let search = |text: &str| passes(Filter { search: text.to_owned(), ..Filter::default() });
    assert!(passes(Filter::default()));
    assert!(search("dong ve") && search("QUAN LY duong") && search(&crate::text::fold::fold(name)));
    assert!(!search("dong ve xyz"));
    let theme = |text: &str| passes(Filter { theme: Some(recommendations::theme_key(text)), ..Filter::default() });
    assert!(theme("GIAO THÔNG"));
    assert!(!theme("Giao thong") && !theme(""));
    assert!(passes(Filter {
        status: Some(RecommendationStatus::New),
        area: Some("14758".into()),
        ..Filter::default()
    }));
    assert!(!passes(Filter { status: Some(RecommendationStatus::Closed), ..Filter::default() }));
    assert!(!passes(Filter { area: Some("14761".into()), ..Filter::default() }));
    assert!(!passes(Filter { to: Some("chủ tịch".into()), ..Filter::default() }));
    let again = Recommendation { theme: "giao thông".to_owned(), to: String::new(), ..one.clone() };
    let all = [one.clone(), again, Recommendation { theme: String::new(), ..one.clone() }];
    assert_eq!(
        (themes(&all), addressees(&all)),
        (vec!["Giao thông".to_owned()], vec!["Phòng Quản lý đô thị".to_owned()])
    );
}

#[test]
fn more_than_the_conference_honoured_is_a_warning() {
    let one = |number: usize| crate::journal::ShortlistEntry {
        area: number.to_string(),
        chosen: true,
        reason: if number == 0 { String::new() } else { "vì".to_owned() },
        roles: vec![("Trưởng phố".to_owned(), 1)],
        author: String::new(),
        at_ms: 0,
        conflicts: vec![],
    };
    let mut entries: Vec<_> = (0..34).map(one).collect();
    let sum = honours(&entries);
    assert_eq!(
        (sum.collectives, sum.individuals, sum.roles.as_slice()),
        (34, 34, &[("Trưởng phố".to_owned(), 34)][..])
    );
    assert_eq!((sum.too_many_collectives, sum.too_many_individuals), (false, false));
    assert_eq!(sum.without_reason, ["0"]);
    entries.push(one(34));
    let sum = honours(&entries);
    assert_eq!((sum.too_many_collectives, sum.too_many_individuals), (true, true));
}

fn check_reconciles(state: &JournalState) {
    let all = state.recommendations();
    let [by_theme, by_area] = [By::Theme, By::Area].map(|by| gathered(&all, by));
    assert_eq!(by_theme.all.iter().sum::<usize>(), all.len());
    assert_eq!(by_theme.all, by_area.all);
    for (status_ix, status) in RecommendationStatus::ALL.into_iter().enumerate() {
        assert_eq!(by_theme.all[status_ix], all.iter().filter(|one| one.status == status).count());
        for report in [&by_theme, &by_area] {
            let of_rows = report.rows.iter().map(|row| row.counts[status_ix]).sum::<usize>();
            assert_eq!(of_rows, report.all[status_ix]);
        }
    }
    let filtered = by_theme.rows.iter().map(|row| {
        let filter = Filter { theme: Some(recommendations::theme_key(&row.label)), ..Filter::default() };
        all.iter().filter(|one| filter.passes(&BUILT_IN, one)).count()
    });
    assert_eq!(filtered.sum::<usize>(), all.len());
    let sum = honours(&state.shortlist());
    assert_eq!(sum.individuals, sum.roles.iter().map(|(_, count)| count).sum::<u32>());
}

proptest! {
    #[test]
    fn counts_reconcile_and_do_not_depend_on_the_order_of_merging(
        work in prop::collection::vec((any::<prop::sample::Index>(), goal_op()), 1..60),
    ) {
        let mut devices = devices(3);
        for (who, op) in work {
            carry_out(&mut devices, who, &Op::Goal(op));
        }
        let merged = |order: [usize; 3]| {
            state_of(order.iter().flat_map(|&ix| devices[ix].journal.state().records()))
        };
        let (one, other) = (merged([0, 1, 2]), merged([2, 0, 1]));
        check_reconciles(&one);
        prop_assert_eq!(gathered(&one.recommendations(), By::Theme), gathered(&other.recommendations(), By::Theme));
        prop_assert_eq!(honours(&one.shortlist()), honours(&other.shortlist()));
        prop_assert_eq!(one.targets(), other.targets());
        prop_assert_eq!((one.indexes(), one.index_in_use()), (other.indexes(), other.index_in_use()));
        prop_assert_eq!(one.conflicts_beside_notes(), other.conflicts_beside_notes());
    }

    #[test]
    fn a_better_figure_has_no_worse_a_verdict(value in -200.0..200.0f64, by in 0.0..50.0f64, aim in -100.0..100.0f64) {
        let rank = |value: f64| judge(&Figure::published(value), &target(Some(aim)), Polarity::Higher, 5.0).verdict as u8;
        prop_assert!(rank(value + by) <= rank(value));
    }

    #[test]
    fn less_is_better_is_the_mirror_of_more_is_better(
        value in -200.0..200.0f64, below in 0.0..50.0f64, above in 0.0..50.0f64, aim in -100.0..100.0f64,
    ) {
        let higher = judge(&estimate(value, value - below, value + above), &target(Some(aim)), Polarity::Higher, 5.0);
        let lower = judge(&estimate(-value, -value - above, -value + below), &target(Some(-aim)), Polarity::Lower, 5.0);
        prop_assert_eq!(higher.verdict, lower.verdict);
        // Nobody is sure exactly where the target lies in the interval, but for its better end.
        let is_inside = value - below < aim && aim <= value + above;
        prop_assert_eq!(higher.verdict == Verdict::NotSure, is_inside);
    }
}
