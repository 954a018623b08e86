//! The sentences, word for word, on the real data set. Figures in them were checked against the census table
//! (10,214 people on 0.54 km² in Ngọc Trạo: 18,915) and the digest of the conference.

use std::collections::BTreeSet;

use super::*;
use crate::data::{AreaKind, Figure, Settlement, State};
use crate::view::classes::{Classes, classes};
use crate::view::column::column;
use crate::view::filter::{self, Clause, FilterContext};
use crate::view::fixture;
use crate::view::hash;
use crate::view::profile::column_ranks;
use crate::view::query::{ClassKey, Classing, Filter, Measure, Method, Per, Query};

/// Area index of Đông Vệ.
const DONG_VE: &str = "14782";

fn measure(text: &str) -> Measure {
    match text.split_once('~') {
        Some((id, code)) => Measure { indicator: id.to_owned(), per: crate::view::per::from_code(code), change: None },
        None => Measure::plain(text),
    }
}

/// The headline in Vietnamese, English and Russian, with the no-break spaces of Russian as plain ones.
fn headlines(ds: &DataSet, id: &str, passes: &[bool]) -> [String; 3] {
    let column = column(ds, &measure(id)).unwrap();
    Lang::ALL.map(|lang| plain(&headline(ds, &column, passes, lang)))
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn rounded(column: &Column) -> Classes {
    own(column, &[])
}

fn own(column: &Column, breaks: &[f64]) -> Classes {
    let classing = Classing { method: Method::Own, n_classes: 5, palette: None, own_breaks: breaks.to_vec() };
    classes(column, &classing, None)
}

fn only(ds: &DataSet, codes: &[&str]) -> Vec<bool> {
    ds.areas.iter().map(|area| codes.contains(&area.code.as_str())).collect()
}

#[test]
fn every_text_stands_in_three_languages() {
    for (name, words) in words::ALL {
        assert_eq!(words.check(), Ok(()), "{name}");
    }
    for (name, plural) in words::ALL_PLURALS {
        assert_eq!(plural.check(), Ok(()), "{name}");
    }
}

#[test]
fn a_rate_runs_from_the_least_to_the_greatest() {
    let ds = fixture::real();
    assert_eq!(
        headlines(&ds, "density_2019", &[true; 34]),
        [
            "Mật độ dân số, 2019: từ 841 người/km² ở Đông Vinh đến 18.915 ở Ngọc Trạo; toàn thành phố 2.477",
            "Population density, 2019: from 841 people per km² in Đông Vinh to 18,915 in Ngọc Trạo; city 2,477",
            "Плотность населения, 2019: от 841 чел. на км² (Đông Vinh) до 18 915 (Ngọc Trạo); по городу 2 477",
        ]
    );
}

#[test]
fn a_share_carries_its_sign() {
    let ds = fixture::real();
    let [vi, en, ru] = headlines(&ds, "hh_5_plus_share", &[true; 34]);
    assert!(vi.ends_with(": từ 16,0% ở Đông Cương đến 37,9% ở Quảng Cát; toàn thành phố 23,1%"), "{vi}");
    assert!(en.ends_with(": from 16.0% in Đông Cương to 37.9% in Quảng Cát; city 23.1%"), "{en}");
    assert!(ru.ends_with(": от 16,0 % (Đông Cương) до 37,9 % (Quảng Cát); по городу 23,1 %"), "{ru}");
}

#[test]
fn a_count_has_a_total_and_says_how_many_are_known() {
    let ds = fixture::real();
    let [_, en, _] = headlines(&ds, "population_2019", &[true; 34]);
    assert!(en.ends_with("from 3,650 people in Thiệu Vân to 30,333 in Đông Vệ; city total 359,910"), "{en}");
    let [vi, en, ru] = headlines(&ds, "population_2022", &[true; 34]);
    assert!(vi.ends_with(": từ 7.491 người ở Hoằng Đại đến 15.732 ở An Hưng (có số liệu: 8 trên 34)"), "{vi}");
    assert!(en.ends_with(": from 7,491 people in Hoằng Đại to 15,732 in An Hưng (8 of 34 known)"), "{en}");
    assert!(ru.ends_with(": от 7 491 чел. (Hoằng Đại) до 15 732 (An Hưng) (известно: 8 из 34)"), "{ru}");
}

#[test]
fn conference_indicators_give_what_the_city_reports() {
    let ds = fixture::real();
    assert_eq!(
        headlines(&ds, "cultural_families", &[true; 34]),
        [
            "Gia đình văn hoá, 2023: không có số liệu công khai theo phường, xã; thành phố công bố 78.201 (85,6%)",
            "Families recognised as cultural families, 2023: no figures by ward are public; \
             the city reports 78,201 (85.6%)",
            "Семьи, признанные культурными, 2023: данных по районам нет в открытом доступе; \
             по городу сообщается: 78 201 (85,6 %)",
        ]
    );
    let [vi, en, ru] = headlines(&ds, "civilised_weddings", &[true; 34]);
    assert!(vi.ends_with("; thành phố công bố 20 trên 34"), "{vi}");
    assert!(en.ends_with("; the city reports 20 of 34"), "{en}");
    assert!(ru.ends_with("; по городу сообщается: 20 из 34"), "{ru}");
}

#[test]
fn a_quotient_is_computed_and_not_reported() {
    let ds = fixture::real();
    // 7,619 bins to 102,517 households.
    let [vi, en, ru] = headlines(&ds, "bins~hh", &[true; 34]);
    assert_eq!(
        vi,
        "Thùng đựng rác hợp vệ sinh trên 1.000 hộ, 2023: không có số liệu công khai theo phường, xã; \
         toàn thành phố 74,3"
    );
    assert_eq!(en, "Sanitary waste bins per 1,000 households, 2023: no figures by ward are public; city 74.3");
    assert_eq!(
        ru,
        "Санитарные мусорные баки на 1 000 домохозяйств, 2023: данных по районам нет в открытом доступе; \
         по городу 74,3"
    );
}

#[test]
fn yes_and_no_are_counted() {
    let mut ds = fixture::real();
    let weddings_ix = ds.indicator_ix("civilised_weddings").unwrap();
    for (area_ix, figure) in ds.figures[weddings_ix].iter_mut().take(30).enumerate() {
        *figure = Figure { value: Some(f64::from(u8::from(area_ix < 18))), state: State::Reported, interval: None };
    }
    let [vi, en, ru] = headlines(&ds, "civilised_weddings", &[true; 34]);
    let tail = |text: &str| text.split_once(": ").map(|(_, tail)| tail.to_owned());
    assert_eq!(tail(&vi).as_deref(), Some("18 có, 12 không; tổng toàn thành phố 20 trên 34 (có số liệu: 30 trên 34)"));
    assert_eq!(tail(&en).as_deref(), Some("yes in 18, no in 12; city total 20 of 34 (30 of 34 known)"));
    assert_eq!(tail(&ru).as_deref(), Some("да в 18, нет в 12; всего по городу 20 из 34 (известно: 30 из 34)"));
}

#[test]
fn one_area_none_and_none_known() {
    let ds = fixture::real();
    assert_eq!(
        headlines(&ds, "density_2019", &only(&ds, &[DONG_VE])),
        [
            "Mật độ dân số, 2019: 6.346 người/km² ở Đông Vệ; toàn thành phố 2.477",
            "Population density, 2019: 6,346 people per km² in Đông Vệ; city 2,477",
            "Плотность населения, 2019: 6 346 чел. на км² (Đông Vệ); по городу 2 477",
        ]
    );
    let [vi, en, ru] = headlines(&ds, "subdivisions", &only(&ds, &[DONG_VE]));
    assert_eq!(vi, "Số phố, thôn, 2023: Đông Vệ không có số liệu; tổng toàn thành phố 311");
    assert_eq!(en, "Streets and villages, 2023: no figure for Đông Vệ; city total 311");
    assert_eq!(ru, "Улицы и деревни, 2023: нет данных (Đông Vệ); всего по городу 311");
    assert_eq!(
        headlines(&ds, "density_2019", &[]),
        ["Không có phường, xã nào thoả bộ lọc", "No ward passes the filters", "Под фильтры не подходит ни один район"]
    );
    let [vi, en, ru] = headlines(&ds, "subdivisions", &only(&ds, &[DONG_VE, "14755"]));
    assert_eq!(vi, "Số phố, thôn, 2023: các phường, xã đang hiện không có số liệu; tổng toàn thành phố 311");
    assert_eq!(en, "Streets and villages, 2023: no figure for any ward shown; city total 311");
    assert_eq!(ru, "Улицы и деревни, 2023: по показанным районам данных нет; всего по городу 311");
}

#[test]
fn equal_figures_and_a_single_known_one() {
    let ds = fixture::real();
    // Nam Ngạn and Tào Xuyên have 11 streets each.
    let [_, en, ru] = headlines(&ds, "subdivisions", &only(&ds, &["14761", "15913"]));
    assert_eq!(en, "Streets and villages, 2023: 11 streets and villages everywhere; city total 311");
    assert_eq!(ru, "Улицы и деревни, 2023: везде 11 ед.; всего по городу 311");
    let [_, en, _] = headlines(&ds, "subdivisions", &only(&ds, &["14761", DONG_VE]));
    assert_eq!(en, "Streets and villages, 2023: 11 streets and villages in Nam Ngạn; city total 311 (1 of 2 known)");
}

#[test]
fn an_area_in_one_line() {
    let ds = fixture::real();
    let column = column(&ds, &Measure::plain("density_2019")).unwrap();
    let classes = own(&column, &[1_000.0, 2_000.0, 4_000.0, 8_000.0]);
    let line = |code: &str, lang: Lang| {
        plain(&area_line(&ds, &column, &classes, &column_ranks(&column), None, ds.area_ix(code).unwrap(), lang))
    };
    assert_eq!(
        Lang::ALL.map(|lang| line(DONG_VE, lang)),
        [
            "Phường Đông Vệ: 6.346 người/km², nhóm 4 trên 5, hạng 10 trên 34, cao hơn mức chung của thành phố",
            "Đông Vệ, ward: 6,346 people per km², class 4 of 5, rank 10 of 34, higher than the city",
            "Đông Vệ, район: 6 346 чел. на км², класс 4 из 5, место 10 из 34, выше, чем по городу",
        ]
    );
    assert_eq!(
        line("15850", Lang::En),
        "Thiệu Vân, commune: 986 people per km², class 1 of 5, rank 31 of 34, lower than the city"
    );
    assert_eq!(
        area_line(&ds, &column, &classes, &[], None, 99, Lang::En),
        "",
        "an area that does not exist has no line"
    );
}

#[test]
fn a_missing_figure_is_said_and_a_shared_rank_too() {
    let ds = fixture::real();
    let column = column(&ds, &Measure::plain("subdivisions")).unwrap();
    let classes = rounded(&column);
    let line = |code: &str, lang: Lang| {
        area_line(&ds, &column, &classes, &column_ranks(&column), None, ds.area_ix(code).unwrap(), lang)
    };
    assert_eq!(
        Lang::ALL.map(|lang| line(DONG_VE, lang)),
        ["Phường Đông Vệ: không có số liệu", "Đông Vệ, ward: no figure", "Đông Vệ, район: нет данных"]
    );
    assert!(line("14761", Lang::Vi).ends_with("hạng 2 trên 4 (đồng hạng: 2)"));
    assert!(line("14761", Lang::En).ends_with("rank 2 of 4 (shared by 2)"));
    assert!(line("14761", Lang::Ru).ends_with("место 2 из 4 (делят 2)"));
}

#[test]
fn a_figure_that_is_not_published_says_what_it_is() {
    let mut ds = fixture::small();
    ds.figures[2][0] = Figure { value: Some(7_500.0), state: State::Estimated, interval: Some((7_000.0, 8_100.0)) };
    ds.figures[2][1].state = State::Reported;
    ds.figures[2][2].state = State::Practice;
    let column = column(&ds, &Measure::plain("density_2019")).unwrap();
    let line = |area_ix, lang| plain(&area_line(&ds, &column, &rounded(&column), &[], None, area_ix, lang));
    assert!(line(0, Lang::En).contains("km², estimated, 90% interval 7,000 to 8,100, class"));
    assert!(line(0, Lang::Ru).contains("оценка, 90-процентный интервал: от 7 000 до 8 100"));
    assert!(line(1, Lang::Vi).contains("km², theo báo cáo, nhóm"));
    assert!(line(2, Lang::En).contains("km², practice figure, class"));
}

#[test]
fn the_headline_says_that_figures_are_estimated() {
    let mut ds = fixture::small();
    let estimate = Figure { value: Some(7_500.0), state: State::Estimated, interval: Some((7_000.0, 8_100.0)) };
    let head =
        |ds: &DataSet, lang| headline(ds, &column(ds, &Measure::plain("density_2019")).unwrap(), &[true; 6], lang);
    assert!(!head(&ds, Lang::En).contains("estimated"));
    ds.figures[2][0] = estimate;
    assert!(head(&ds, Lang::En).ends_with("; 1 of 6 estimated"));
    assert!(head(&ds, Lang::Ru).ends_with("; оценка в 1 из 6"));
    ds.figures[2] = vec![estimate; 6];
    assert!(head(&ds, Lang::Vi).ends_with("; số liệu ước tính"));
}

#[test]
fn intervals_of_figures_ranks_and_sums_are_told() {
    let ds = fixture::real();
    let bins = column(&ds, &Measure::plain("bins")).unwrap();
    let estimate = Figure { value: Some(123.0), state: State::Estimated, interval: Some((98.0, 150.0)) };
    assert_eq!(ranged_text(&bins, &estimate, Lang::En).as_deref(), Some("123 (90%: 98 to 150)"));
    assert_eq!(ranged_text(&bins, &Figure::published(7.0), Lang::En).as_deref(), Some("7"));
    assert_eq!(ranged_text(&bins, &Figure::MISSING, Lang::En), None);
    let rank = |best, worst| rank_between(RankInterval { best, worst, of: 34 }, Lang::En);
    assert_eq!((rank(3, 9).as_str(), rank(4, 4).as_str()), ("rank 3 to 9 of 34", "rank 4 of 34"));
    let sum = |low, high| sum_text(Ranged { value: 1_234.0, low, high }, 0, Lang::En);
    assert_eq!((sum(1_100.0, 1_400.0).as_str(), sum(1_234.0, 1_234.0).as_str()), ("1,234 (1,100 to 1,400)", "1,234"));
}

#[test]
fn the_legend_says_where_its_classes_end() {
    let ds = fixture::real();
    let texts = |id: &str, breaks: &[f64], lang: Lang| -> Vec<String> {
        let column = column(&ds, &Measure::plain(id)).unwrap();
        let classes = own(&column, breaks);
        let keys = (0..classes.n_classes()).map(|class| ClassKey::Class(class as u8)).chain([ClassKey::Missing]);
        keys.map(|key| plain(&class_text(&column, &classes, key, lang))).collect()
    };
    // 1,999.6 people per km² are below 2,000, so a rate cannot end at 1,999.
    assert_eq!(
        texts("density_2019", &[1_000.0, 2_000.0], Lang::En),
        ["under 1,000", "1,000 to under 2,000", "2,000 and over", "no figure"]
    );
    assert_eq!(
        texts("population_2019", &[5_000.0, 5_001.0, 10_000.0], Lang::Vi),
        ["dưới 5.000", "5.000", "5.001 đến 9.999", "từ 10.000 trở lên", "không có số liệu"]
    );
    assert_eq!(
        texts("hh_5_plus_share", &[20.0, 27.5], Lang::Ru),
        ["меньше 20,0 %", "от 20,0 %, но меньше 27,5 %", "27,5 % и больше", "нет данных"]
    );
    assert_eq!(texts("hh_5_plus_share", &[20.0, 30.0], Lang::En)[0], "under 20%", "no digits without need");
    let third = 10.0 / 3.0;
    assert_eq!(
        texts("household_size_2019", &[third, third + 0.001], Lang::En)[1],
        "3.333 to under 3.334",
        "breaks that no digits print exactly are kept apart"
    );
    assert_eq!(texts("cultural_families", &[1.0], Lang::En), ["no figure"]);
}

#[test]
fn a_legend_of_one_class_names_its_only_value() {
    let mut ds = fixture::small();
    ds.figures[2].fill(Figure::published(12.0));
    let column = column(&ds, &Measure::plain("density_2019")).unwrap();
    let text = |classes: &Classes| class_text(&column, classes, ClassKey::Class(0), Lang::En);
    assert_eq!(text(&rounded(&column)), "12");
    let yes_no = crate::view::column::column(&ds, &Measure::plain("civilised_weddings")).unwrap();
    let classes = rounded(&yes_no);
    assert_eq!(class_text(&yes_no, &classes, ClassKey::Class(0), Lang::Ru), "нет");
    assert_eq!(class_text(&yes_no, &classes, ClassKey::Class(1), Lang::Vi), "có");
}

#[test]
fn the_citys_figure_comes_in_parts() {
    let ds = fixture::real();
    let of = |id: &str, lang: Lang| kpi(&ds, ds.indicator_ix(id).unwrap(), lang);
    let families = of("cultural_families", Lang::En).unwrap();
    assert_eq!(families.label, "Families recognised as cultural families, 2023");
    assert_eq!((families.value.as_str(), families.unit.as_str()), ("78,201", "families"));
    assert_eq!(families.share.as_deref(), Some("85.6%"));
    assert_eq!(families.implied_base.as_deref(), Some("of 91,303 to 91,409 (implied by the printed share)"));
    assert_eq!((families.of, families.state), (None, State::Published));
    assert!(families.note.is_some() && families.source.starts_with("News report"));

    let areas = of("cultural_areas", Lang::Vi).unwrap();
    assert_eq!((areas.of.as_deref(), areas.share.as_deref()), (Some("trên 311"), Some("84,2%")));
    let weddings = of("civilised_weddings", Lang::Ru).unwrap();
    assert_eq!((weddings.value.as_str(), weddings.of.as_deref()), ("20", Some("из 34")));
    assert_eq!(of("party_admissions", Lang::Vi).unwrap().change.as_deref(), Some("tăng 102"));
    assert_eq!(of("party_admissions", Lang::En).unwrap().change.as_deref(), Some("102 more"));
    assert_eq!(of("party_admissions", Lang::Ru).unwrap().change.as_deref(), Some("на 102 больше"));
    assert_eq!(of("population_2022", Lang::En), None, "the city's figure is not known");
    assert_eq!(kpi(&ds, 999, Lang::En), None);
}

#[test]
fn every_conference_indicator_has_a_city_figure() {
    let ds = fixture::real();
    let conference = ds.indicators.iter().enumerate().filter(|(_, indicator)| indicator.group == "conference");
    let values: Vec<String> = conference.filter_map(|(ix, _)| kpi(&ds, ix, Lang::En)).map(|kpi| kpi.value).collect();
    assert_eq!(values, ["20", "78,201", "262", "136", "11,312", "17,231", "68", "7,619", "169"]);
}

#[test]
fn chips_say_what_they_filter_by() {
    let ds = fixture::real();
    let mut wanted = Filter {
        search: " dong ".to_owned(),
        kinds: BTreeSet::from([AreaKind::Commune]),
        settlements: BTreeSet::from([Settlement::Rural, Settlement::Mixed]),
        classes: BTreeSet::from([ClassKey::Class(0), ClassKey::Missing]),
        with_notes: true,
        selection_only: true,
        ..Filter::default()
    };
    for (id, min, max) in [
        ("population_2019", Some(5_000.0), Some(10_000.0)),
        ("hh_5_plus_share", Some(20.55), None),
        ("density_2019", None, Some(2_000.0 / 3.0)),
        ("households_2019", Some(1_040.0), Some(1_040.0)),
    ] {
        wanted = filter::with_range(&wanted, &Measure::plain(id), min, max);
    }
    let columns = filter::range_columns(&wanted, &|measure| column(&ds, measure));
    let shown = column(&ds, &Query::start(&ds, Lang::En).measure).unwrap();
    let classes = own(&shown, &[1_000.0]);
    let selection = ds.areas.iter().take(5).map(|area| area.code.clone()).collect();
    let ctx = FilterContext { ds: &ds, columns: &columns, classes: &classes, noted: &[], selection: &selection };
    let chips = |lang| -> Vec<String> {
        let clauses = filter::active(&wanted);
        clauses.iter().map(|clause| plain(&clause_text(clause, &wanted, &ctx, &shown, lang))).collect()
    };
    assert_eq!(
        chips(Lang::En),
        [
            "name: “dong”",
            "commune",
            "settlement: rural, mixed",
            "Population, 1 April 2019: 5,000 to 10,000 people",
            "Share of households of 5 or more people, 2019: at least 20.55%",
            "Population density, 2019: at most 667 people per km²",
            "Households, 1 April 2019: 1,040 households",
            "classes: under 1,000; no figure",
            "with notes",
            "chosen only: Hàm Rồng, Đông Thọ, Nam Ngạn and 2 more",
        ]
    );
    assert_eq!(
        chips(Lang::Vi)[..5],
        [
            "tên: “dong”",
            "xã",
            "khu vực: nông thôn, vừa thành thị vừa nông thôn",
            "Dân số, 01/4/2019: 5.000 đến 10.000 người",
            "Tỷ lệ hộ có từ 5 người trở lên, 2019: từ 20,55%",
        ]
    );
    assert_eq!(
        chips(Lang::Ru)[2..],
        [
            "тип поселения: сельское, смешанное",
            "Население, 1 апреля 2019: от 5 000 до 10 000 чел.",
            "Доля домохозяйств из 5 и более человек, 2019: от 20,55 %",
            "Плотность населения, 2019: до 667 чел. на км²",
            "Домохозяйства, 1 апреля 2019: 1 040 домохоз.",
            "классы: меньше 1 000; нет данных",
            "с заметками",
            "только выбранные: Hàm Rồng, Đông Thọ, Nam Ngạn и ещё 2",
        ]
    );
    let nothing = BTreeSet::new();
    let ctx = FilterContext { selection: &nothing, ..ctx };
    assert_eq!(clause_text(&Clause::SelectionOnly, &wanted, &ctx, &shown, Lang::En), "chosen only: none is chosen");
}

#[test]
fn what_was_wrong_with_a_link_is_said() {
    let ds = fixture::real();
    let defaults = Query::start(&ds, Lang::En);
    let said = |text: &str, lang: Lang| -> Vec<String> {
        let (_, problems) = hash::read(text, &ds, &defaults);
        problems.iter().map(|problem| problem_text(problem, lang)).collect()
    };
    let link = "#/atlas?i=beer_2019&sel=99999&map=globe";
    assert_eq!(
        said(link, Lang::En),
        [
            "The data set has no indicator “beer_2019”",
            "The link has an unknown value: “map=globe”",
            "The data set has no ward with the code “99999”",
        ]
    );
    assert_eq!(said(link, Lang::Vi)[0], "Bộ số liệu không có chỉ tiêu “beer_2019”");
    assert_eq!(said(link, Lang::Ru)[2], "В наборе данных нет района с кодом «99999»");
    let many = format!("#/atlas?{}", "x=1&y=2&".repeat(30));
    assert_eq!(said(&many, Lang::Ru).last().map(String::as_str), Some("и ещё 11 мест"));
}

#[test]
fn values_stand_with_and_without_their_unit() {
    let ds = fixture::real();
    let of = |id: &str| column(&ds, &measure(id)).unwrap();
    assert_eq!(number_text(&of("density_2019"), 6_345.8, Lang::En), "6,346");
    assert_eq!(value_text(&of("area_km2"), 4.78, Lang::Vi), "4,78 km²");
    assert_eq!(value_text(&of("hh_5_plus_share"), 20.4, Lang::En), "20.4%");
    assert_eq!(value_text(&of("civilised_weddings"), 1.0, Lang::Ru), "да");
    assert_eq!(of("bins~hh").measure.per, Some(Per::Households1000));
    let ix = ds.area_ix(DONG_VE).unwrap();
    assert_eq!(figure_text(&of("cultural_families"), ix, Lang::En), "no figure");
    assert_eq!(figure_text(&of("population_2019"), ix, Lang::Vi), "30.333 người");
}
