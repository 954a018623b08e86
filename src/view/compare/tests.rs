//! Changes with their states, intervals, words and classes.

use super::*;
use crate::data::Lang;
use crate::view::classes::classes;
use crate::view::describe;
use crate::view::fixture;
use crate::view::query::{ClassKey, Classing, Method, Palette, Per};

const DENSITY: usize = 2;
const HOUSEHOLDS: usize = 3;
const SHARE: usize = 4;
const WEDDINGS: usize = 6;
const BINS: usize = 8;

fn reported(value: f64) -> Figure {
    Figure { value: Some(value), state: State::Reported, interval: None }
}

fn period(id: &str, indicator_ix: usize, figures: [Figure; 6]) -> Period {
    let mut all = vec![vec![Figure::MISSING; 6]; 9];
    all[indicator_ix] = figures.to_vec();
    Period { id: id.to_owned(), label: id.to_owned(), figures: all }
}

/// Both sides of a measure, the other one being of the only other period.
fn against(ds: &DataSet, other: &Period, measure: &Measure) -> Sides {
    sides(ds, &ds.figures, std::slice::from_ref(other), &other.id, measure).unwrap()
}

fn since(measure: Measure, id: &str, by: ChangeBy) -> Measure {
    Measure { change: Some(Since { period: id.to_owned(), by }), ..measure }
}

fn values(column: &Column) -> Vec<Option<f64>> {
    column.figures.iter().map(|figure| figure.value).collect()
}

/// The column of a change of the small city.
fn change_of(indicator_ix: usize, other: &Period, by: ChangeBy) -> (Sides, Column) {
    let ds = fixture::small();
    let measure = since(Measure::plain(ds.indicators[indicator_ix].id.clone()), &other.id, by);
    let sides = against(&ds, other, &measure);
    let column = column(&ds, &sides, &measure).unwrap();
    (sides, column)
}

#[test]
fn a_change_goes_from_the_earlier_to_the_later_period_whichever_is_loaded() {
    let figures =
        [reported(8_000.0), reported(20_000.0), reported(1_900.0), Figure::MISSING, reported(0.0), reported(1.0)];
    let (later, column) = change_of(DENSITY, &period("2023", DENSITY, figures), ChangeBy::Unit);
    assert_eq!((later.from.label.as_str(), later.to.label.as_str()), ("2019", "2023"));
    assert_eq!(values(&column), [Some(500.0), Some(0.0), Some(-100.0), None, Some(-750.0), Some(-9_999.0)]);
    let (earlier, column) = change_of(DENSITY, &period("2015", DENSITY, figures), ChangeBy::Unit);
    assert_eq!((earlier.from.label.as_str(), earlier.to.label.as_str()), ("2015", "2019"));
    assert_eq!(values(&column)[..3], [Some(-500.0), Some(0.0), Some(100.0)]);
    let (unknown, _) = change_of(DENSITY, &period("before", DENSITY, figures), ChangeBy::Unit);
    assert_eq!(unknown.from.label, "before", "what names no year is taken for earlier");
}

#[test]
fn a_change_is_only_as_sure_as_the_less_sure_figure_and_keeps_the_interval() {
    let estimate = Figure { value: Some(9_000.0), state: State::Estimated, interval: Some((8_250.0, 10_500.0)) };
    let figures =
        [estimate, reported(25_000.0), Figure::MISSING, Figure::published(900.0), Figure::MISSING, Figure::MISSING];
    let other = period("2023", DENSITY, figures);
    let (_, absolute) = change_of(DENSITY, &other, ChangeBy::Unit);
    let expected = Figure { value: Some(1_500.0), state: State::Estimated, interval: Some((750.0, 3_000.0)) };
    assert_eq!(absolute.figures[0], expected);
    assert_eq!((absolute.figures[1].state, absolute.figures[3].state), (State::Reported, State::Published));
    let (_, pct) = change_of(DENSITY, &other, ChangeBy::PerCent);
    // 1,500 of 7,500; 750 and 3,000 of it are the ends.
    let expected = Figure { value: Some(20.0), state: State::Estimated, interval: Some((10.0, 40.0)) };
    assert_eq!(pct.figures[0], expected);
}

#[test]
fn an_interval_before_makes_the_ends_the_other_way_round() {
    let before = Figure { value: Some(100.0), state: State::Estimated, interval: Some((80.0, 125.0)) };
    let after = reported(100.0);
    assert_eq!(changed(&before, &after, ChangeBy::Unit).unwrap().interval, Some((-25.0, 20.0)));
    assert_eq!(changed(&before, &after, ChangeBy::PerCent).unwrap().interval, Some((-20.0, 25.0)));
    let perhaps_none = Figure { interval: Some((0.0, 125.0)), ..before };
    assert_eq!(changed(&perhaps_none, &after, ChangeBy::PerCent), Err(Lack::NothingBefore));
    assert_eq!(changed(&reported(0.0), &after, ChangeBy::PerCent), Err(Lack::NothingBefore));
    assert_eq!(changed(&reported(0.0), &after, ChangeBy::Unit).unwrap().value, Some(100.0));
}

#[test]
fn what_is_missing_is_counted_by_its_reason() {
    let figures = [reported(500.0), reported(10.0), reported(1.0), Figure::MISSING, reported(60.0), Figure::MISSING];
    let (sides, column) = change_of(BINS, &period("2024", BINS, figures), ChangeBy::PerCent);
    // Bins of 2023: 400, 0, missing, 150, 30, missing.
    assert_eq!(values(&column), [Some(25.0), None, None, None, Some(100.0), None]);
    assert_eq!(lacks(&sides, ChangeBy::PerCent), (3, 1));
    assert_eq!(lacks(&sides, ChangeBy::Unit), (3, 0));
    let told = describe::sides_text(&sides, ChangeBy::PerCent, 1, Lang::En);
    assert_eq!(told, "2023: 0 (published); 2024: 10 (reported); no per cent of 0");
    assert_eq!(describe::change_line(&sides, 5, Lang::En), None);
    let line = describe::change_line(&sides, 0, Lang::En).unwrap();
    assert_eq!(line, "2023: 400 (published); 2024: 500 (reported); change 2023 to 2024: +100 (+25.0%)");
}

#[test]
fn shares_change_by_points_and_counts_stay_counts() {
    let (_, share) = change_of(SHARE, &period("2023", SHARE, [reported(21.5); 6]), ChangeBy::Unit);
    assert_eq!(
        (share.kind, share.unit.en.as_str(), share.value(0)),
        (IndicatorKind::Rate, "percentage points", Some(1.5))
    );
    assert_eq!(describe::value_text(&share, 1.5, Lang::En), "+1.5 percentage points");
    let (_, count) = change_of(BINS, &period("2022", BINS, [reported(1.0); 6]), ChangeBy::Unit);
    assert_eq!((count.kind, count.city, count.city_line()), (IndicatorKind::Count, None, None));
    assert!(count.is_colored(), "a circle's colour tells the direction");
}

#[test]
fn the_sentence_names_both_periods_and_not_twice_the_year_of_the_figure() {
    let mut ds = fixture::small();
    ds.indicators[DENSITY].short =
        Tr { vi: "Mật độ 2019".into(), en: "Density 2019".into(), ru: "Плотность".into() };
    ds.indicators[DENSITY].label =
        Tr { vi: "Mật độ, 2019".into(), en: "Density, 2019".into(), ru: "Плотность, 2019".into() };
    let figures = [8_000.0, 20_000.0, 1_900.0, 1_000.0, 750.0, 10_001.0].map(reported);
    let measure = since(Measure::plain("density_2019"), "2023", ChangeBy::Unit);
    let sides = against(&ds, &period("2023", DENSITY, figures), &measure);
    let column = column(&ds, &sides, &measure).unwrap();
    let passes = [true; 6];
    assert_eq!(
        describe::headline(&ds, &column, &passes, Lang::En),
        "Density, change 2019 to 2023: from −100 people per km² in An Hưng to +500 in Đông Vệ"
    );
    assert!(describe::headline(&ds, &column, &passes, Lang::Ru).starts_with("Плотность, изменение с 2019 по 2023: от"));
    assert_eq!(
        (column.short.en.as_str(), column.short.vi.as_str()),
        ("Density, change 2019 to 2023", "Mật độ, thay đổi 2019–2023")
    );
    assert_eq!(describe::number_text(&column, 0.4, Lang::En), "0", "what is shown as zero has no sign");
}

/// Bins to a thousand households, 2022 against the data set's 2023; its households are of 2019.
fn bins_per_household(periods: &[Period]) -> (Sides, Column) {
    let ds = fixture::small();
    let per = Measure { per: Some(Per::Households1000), ..Measure::plain("bins") };
    let measure = since(per, "2022", ChangeBy::Unit);
    let sides = sides(&ds, &ds.figures, periods, "2022", &measure).unwrap();
    let column = column(&ds, &sides, &measure).unwrap();
    (sides, column)
}

fn bins_of_2022() -> Period {
    let figures = [200.0, 5.0, 1.0, 150.0, 40.0, 1.0].map(reported);
    period("2022", BINS, figures)
}

#[test]
fn a_rate_without_bases_of_its_periods_lends_the_data_sets_and_says_so() {
    let (sides, column) = bins_per_household(&[bins_of_2022()]);
    // 200 bins more to 8,000 households; 10 fewer to 1,000.
    assert_eq!(values(&column), [Some(25.0), Some(-2.0), None, Some(0.0), Some(-10.0), None]);
    assert_eq!(column.kind, IndicatorKind::Rate);
    assert_eq!(lent(&sides), [0, 0, 4]);
    let told = describe::sides_text(&sides, ChangeBy::Unit, 0, Lang::En);
    assert_eq!(told, "2022: 25.0 (reported; base of 2019); 2023: 50.0 (published; base of 2019)");
    let lacks = describe::lacks_text(&sides, ChangeBy::Unit, Lang::En);
    let expected = "2 areas lack one of both figures; \
                    in 4 areas both figures are divided by the base of 2019, since neither period has its own";
    assert_eq!(lacks, expected);
}

#[test]
fn each_period_divides_by_its_own_base_where_it_has_one() {
    let mut of_2022 = bins_of_2022();
    of_2022.figures[HOUSEHOLDS][0] = reported(4_000.0);
    let households = [10_000.0, 2_500.0, 4_000.0, 3_000.0, 1_000.0, 2_500.0].map(reported);
    let mut of_2023 = period("2023", HOUSEHOLDS, households);
    of_2023.figures[HOUSEHOLDS][4] = Figure::MISSING;
    let (sides, column) = bins_per_household(&[of_2022, of_2023]);
    // 400 to 10,000 less 200 to 4,000; 150 to 3,000 less 150 to the lent 2,000.
    assert_eq!(values(&column), [Some(-10.0), Some(-2.0), None, Some(-25.0), Some(-10.0), None]);
    assert_eq!(lent(&sides), [2, 0, 1], "the last lends both: nobody told its households of 2023");
    let told = |area_ix| describe::sides_text(&sides, ChangeBy::Unit, area_ix, Lang::En);
    assert_eq!(told(0), "2022: 50.0 (reported; base of 2022); 2023: 40.0 (reported; base of 2023)");
    assert_eq!(told(3), "2022: 75.0 (reported; base of 2019); 2023: 50.0 (reported; base of 2023)");
    let lacks = describe::lacks_text(&sides, ChangeBy::Unit, Lang::Vi);
    assert!(lacks.contains("2 phường, xã lấy mẫu số 2019 cho kỳ 2022 vì kỳ đó chưa có mẫu số riêng"), "{lacks}");
}

#[test]
fn the_data_sets_base_is_its_own_for_a_figure_of_its_year() {
    let ds = fixture::small();
    let mut of_2019 = bins_of_2022();
    (of_2019.id, of_2019.label) = ("2019".to_owned(), "2019".to_owned());
    let per = Measure { per: Some(Per::Households1000), ..Measure::plain("bins") };
    let measure = since(per, "2019", ChangeBy::Unit);
    assert_eq!(lent(&against(&ds, &of_2019, &measure)), [0, 4, 0]);
}

const NO: Figure = Figure { value: Some(0.0), state: State::Reported, interval: None };
const YES: Figure = Figure { value: Some(1.0), state: State::Reported, interval: None };

#[test]
fn a_yes_or_no_stays_or_becomes_the_other() {
    // Weddings of 2023: yes, no, missing, yes, missing, no.
    let (sides, column) = change_of(WEDDINGS, &period("2022", WEDDINGS, [NO, NO, YES, YES, NO, YES]), ChangeBy::Unit);
    let name = |area_ix: usize| describe::figure_text(&column, area_ix, Lang::En);
    let names: Vec<String> = (0..6).map(name).collect();
    assert_eq!(names, ["became yes", "stayed no", "no figure", "stayed yes", "no figure", "became no"]);
    assert_eq!((column.figures[0].state, column.city_line()), (State::Reported, None));
    let told = describe::sides_text(&sides, ChangeBy::Unit, 0, Lang::En);
    assert_eq!(told, "2022: no (reported); 2023: yes (published)");
    let line = describe::change_line(&sides, 5, Lang::En).unwrap();
    assert_eq!(line, "2022: yes (reported); 2023: no (published); change 2022 to 2023: became no");
    assert_eq!(describe::change_line(&sides, 2, Lang::En), None);
    let ds = fixture::small();
    let head = describe::headline(&ds, &column, &[true; 6], Lang::En);
    let expected = "became yes in 1, stayed yes in 1, stayed no in 1, became no in 1 (4 of 6 known)";
    assert!(head.ends_with(expected), "{head}");
    assert_eq!(lacks(&sides, ChangeBy::Unit), (2, 0));

    let (later, _) = change_of(WEDDINGS, &period("2024", WEDDINGS, [NO; 6]), ChangeBy::Unit);
    assert_eq!(outcome_words(&later, 0), Some(ANSWERS[0]), "the change goes to the later period");
    assert_eq!(outcome_words(&later, 2), None);
}

#[test]
fn outcomes_are_four_classes_that_filter_whatever_the_classing() {
    let (_, column) = change_of(WEDDINGS, &period("2022", WEDDINGS, [NO, YES, YES, YES, NO, YES]), ChangeBy::Unit);
    for method in [Method::Rounded, Method::Quantile, Method::AroundCity, Method::Own] {
        let classing = Classing { method, n_classes: 7, palette: None, own_breaks: vec![0.7] };
        let classes = classes(&column, &classing, None);
        assert_eq!((classes.counts.as_slice(), classes.n_missing), ([2, 0, 1, 1].as_slice(), 2));
        assert_eq!(classes.palette, Palette::BrownTeal, "no and yes lie to both sides");
        let names = (0..4).map(|class| describe::class_text(&column, &classes, ClassKey::Class(class), Lang::Ru));
        let expected = ["стало «нет»", "осталось «нет»", "осталось «да»", "стало «да»"];
        assert_eq!(names.collect::<Vec<_>>(), expected);
    }
}

#[test]
fn yes_and_no_have_no_per_cent_and_an_estimated_one_changes_in_points() {
    let ds = fixture::small();
    let other = period("2022", WEDDINGS, [NO, NO, YES, YES, NO, YES]);
    let measure = since(Measure::plain("civilised_weddings"), "2022", ChangeBy::PerCent);
    assert_eq!(column(&ds, &against(&ds, &other, &measure), &measure), None);

    let mut own = ds.figures.clone();
    own[WEDDINGS][2] = Figure { value: Some(0.25), state: State::Estimated, interval: Some((0.0, 1.0)) };
    let measure = since(Measure::plain("civilised_weddings"), "2022", ChangeBy::Unit);
    let sides = sides(&ds, &own, std::slice::from_ref(&other), "2022", &measure).unwrap();
    let column = column(&ds, &sides, &measure).unwrap();
    assert_eq!((column.value(0), column.value(1), column.value(2)), (Some(100.0), Some(0.0), Some(-75.0)));
    assert_eq!(column.figures[2].interval, Some((-100.0, 0.0)));
    assert_eq!(describe::figure_text(&column, 2, Lang::En), "−75 percentage points");
    assert!(column.names.is_empty() && column.label.en.contains("probability of a yes"));
}

#[test]
fn only_what_some_area_has_is_offered() {
    let ds = fixture::small();
    let bins = Measure::plain("bins");
    let offered = |periods: &[Period], measure: &Measure| -> Vec<Since> {
        offers(&ds, &ds.figures, periods, measure).into_iter().map(|(since, _)| since).collect()
    };
    let mut one = [Figure::MISSING; 6];
    one[1] = reported(7.0);
    let before_zero = period("2024", BINS, one);
    let by = |by| Since { period: "2024".to_owned(), by };
    assert_eq!(offered(std::slice::from_ref(&before_zero), &bins), [by(ChangeBy::Unit)], "there is no per cent of 0");
    one[0] = reported(500.0);
    assert_eq!(offered(&[period("2024", BINS, one)], &bins), [by(ChangeBy::Unit), by(ChangeBy::PerCent)]);
    assert_eq!(offered(&[before_zero], &Measure::plain("density_2019")), []);
    let weddings = period("2024", WEDDINGS, [reported(1.0); 6]);
    assert_eq!(offered(&[weddings], &Measure::plain("civilised_weddings")), [by(ChangeBy::Unit)]);
    assert_eq!(offered(&[period("2023", BINS, [reported(1.0); 6])], &bins), [], "its own period");
    assert_eq!(offered(&[Period { figures: Vec::new(), ..period("2024", BINS, one) }], &bins), []);
}

#[test]
fn classes_lie_around_zero_at_equal_distances_in_colours_with_a_middle() {
    let figures = [9_000.0, 21_000.0, 1_500.0, 400.0, 800.0, 10_001.0].map(reported);
    let (_, column) = change_of(DENSITY, &period("2023", DENSITY, figures), ChangeBy::Unit);
    let classing =
        |method, n_classes| Classing { method, n_classes, palette: Some(Palette::Amber), own_breaks: vec![] };
    for n_classes in 3..=7 {
        for method in [Method::Rounded, Method::Quantile, Method::Natural, Method::AroundCity] {
            let classes = classes(&column, &classing(method, n_classes), column.city_line());
            let inner = &classes.breaks.inner;
            assert!(!inner.is_empty());
            let sums = inner.iter().zip(inner.iter().rev()).map(|(low, high)| (low + high).abs());
            assert!(sums.fold(0.0, f64::max) < 1e-9, "{inner:?}");
            assert_eq!(classes.palette, Palette::BrownTeal, "a palette without a middle does not fit");
        }
    }
    let own = Classing { own_breaks: vec![100.0], ..classing(Method::Own, 5) };
    assert_eq!(classes(&column, &own, None).breaks.inner, [100.0]);
}

#[test]
fn one_fall_everywhere_is_a_fall() {
    let figures = [7_000.0, 19_500.0, 1_500.0, 500.0, 250.0, 9_500.0].map(reported);
    let (_, column) = change_of(DENSITY, &period("2023", DENSITY, figures), ChangeBy::Unit);
    assert_eq!(column.min_max(), Some((-500.0, -500.0)));
    let classing = Classing { method: Method::Rounded, n_classes: 5, palette: None, own_breaks: vec![] };
    assert_eq!(classes(&column, &classing, None).counts, [6, 0]);
}
