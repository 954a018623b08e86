//! Contradictions: what the built-in data give, and each rule from reports that break it.

use super::*;
use crate::data::Lang;
use crate::review::describe::finding_words;
use crate::review::{Finding, Rule, findings, lay};

fn found_in(ds: &DataSet, state: &JournalState) -> Vec<Finding> {
    findings(ds, state, &lay(ds, state, None), None)
}

fn codes(found: &[Finding]) -> Vec<&str> {
    found.iter().map(|finding| finding.rule.code()).collect()
}

/// The findings that reports brought.
fn brought(ds: &DataSet, desk: &Desk) -> Vec<Finding> {
    let mut found = found_in(ds, desk.state());
    found.retain(|finding| !["implied-base", "change-year"].contains(&finding.rule.code()));
    found
}

#[test]
fn the_built_in_data_give_two_findings() {
    let ds = real();
    let found = found_in(&ds, &JournalState::default());
    assert_eq!(codes(&found), ["implied-base", "change-year"]);
    let Rule::ImpliedBase { value, printed_pct, low, high, known_ix, known } = found[0].rule else { panic!() };
    assert_eq!((value, printed_pct, low, high, known), (78_201.0, 85.6, 91_303.0, 91_409.0, 102_517.0));
    assert_eq!(ds.indicators[known_ix].id, "households_2019");
    assert_eq!(found[1].rule, Rule::ChangeWithoutYear { value: 169.0, change: 102.0 });
    assert_eq!(found[1].id, "change-year:party_admissions:::169:102");
    let sentence = |ix: usize, lang: Lang| finding_words(&ds, &found[ix], lang);
    assert_eq!(
        sentence(0, Lang::En),
        "Families recognised as cultural families: 78,201 at 85.6% implies a base of 91,303 to 91,409, \
         but Households, 1 April 2019: 102,517."
    );
    assert_eq!(
        sentence(1, Lang::Ru),
        format!(
            "{}: 169, на 102 больше; с каким годом сравнивают, не сказано (если с предыдущим, то тогда было 67).",
            ds.indicators[ix(&ds, "party_admissions")].label.ru
        )
    );
}

#[test]
fn a_printed_share_is_right_within_its_rounding() {
    let cases = [(84.2, false), (84.24, false), (84.25, true), (84.0, false), (84.3, true), (84.1, true), (85.0, true)];
    for (printed_pct, is_off) in cases {
        let mut ds = real();
        let areas_ix = ix(&ds, "cultural_areas");
        ds.city[areas_ix].as_mut().unwrap().share_printed_pct = Some(printed_pct);
        let found = found_in(&ds, &JournalState::default());
        let share = found.iter().find(|finding| finding.rule.code() == "share");
        assert_eq!(share.is_some(), is_off, "{printed_pct}");
        if let Some(Rule::ShareDiffers { value, base, pct, .. }) = share.map(|finding| &finding.rule) {
            assert_eq!((*value, *base), (262.0, 311.0));
            // 262 / 311 = 0.842443729...
            assert!((pct - 84.244_372_9).abs() < 1e-6);
        }
    }
}

#[test]
fn an_implied_base_that_fits_is_no_finding() {
    let mut ds = real();
    let households_ix = ix(&ds, "households_2019");
    ds.city[households_ix].as_mut().unwrap().value = 91_409.0;
    // 78,201 / 0.8555 = 91,409.7 is the greatest base that rounds to 85.6.
    let sums = |found: &[Finding]| codes(found).into_iter().filter(|code| *code == "implied-base").count();
    assert_eq!(sums(&found_in(&ds, &JournalState::default())), 0);
    ds.city[households_ix].as_mut().unwrap().value = 91_410.0;
    assert_eq!(sums(&found_in(&ds, &JournalState::default())), 1);
}

#[test]
fn reports_above_the_total() {
    let (ds, mut desk) = (real(), Desk::new(1));
    desk.report("14758", "clean_houses", 68.0);
    assert_eq!(brought(&ds, &desk), []);
    desk.report("14761", "clean_houses", 1.0);
    let found = brought(&ds, &desk);
    assert_eq!(found[0].rule, Rule::AboveTotal { sum: 69.0, total: 68.0 });
    assert_eq!((found.len(), found[0].area_ix), (1, None));
    let words = finding_words(&ds, &found[0], Lang::En);
    assert!(words.ends_with(": the reports add up to 69, more than the published total of 68."), "{words}");
}

#[test]
fn more_is_left_than_the_open_areas_can_have() {
    let (ds, mut desk) = (real(), Desk::new(1));
    // 20 of 34 run the model: 15 that say no leave 19 open for 20.
    for area in &ds.areas[..14] {
        desk.report(&area.code, "civilised_weddings", 0.0);
    }
    assert_eq!(brought(&ds, &desk), []);
    desk.report(&ds.areas[14].code, "civilised_weddings", 0.0);
    let rules: Vec<Rule> = brought(&ds, &desk).into_iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, [Rule::AboveCapacity { remainder: 20.0, capacity: 19.0, n_open: 19 }]);
}

#[test]
fn the_sum_of_all_areas_differs_from_the_total() {
    let (ds, mut desk) = (real(), Desk::new(1));
    for area in &ds.areas {
        desk.report(&area.code, "model_roads", 4.0);
    }
    assert_eq!(brought(&ds, &desk), [], "34 times 4 are 136");
    desk.report("14758", "model_roads", 3.0);
    let found = brought(&ds, &desk);
    assert_eq!(found[0].rule, Rule::SumDiffers { sum: 135.0, total: 136.0 });
}

#[test]
fn a_report_against_its_base_and_against_what_was_published() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let households_ix = ix(&ds, "households_2019");
    let area_ix = ds.area_ix(NAM_NGAN).unwrap();
    // The census counted 4,024 households there.
    desk.report(NAM_NGAN, "cultural_families", 4_025.0);
    desk.report(NAM_NGAN, "subdivisions", 12.0);
    let rules: Vec<_> = brought(&ds, &desk).into_iter().map(|finding| (finding.rule, finding.area_ix)).collect();
    let differs = Rule::ReportDiffers { reported: 12.0, published: 11.0 };
    let above = Rule::AboveBase { value: 4_025.0, base: 4_024.0, base_ix: households_ix };
    assert_eq!(rules, [(differs, Some(area_ix)), (above, Some(area_ix))]);
    desk.report(NAM_NGAN, "cultural_families", 4_024.0);
    desk.report(NAM_NGAN, "subdivisions", 11.0);
    assert_eq!(brought(&ds, &desk), []);
}

#[test]
fn two_people_differ_and_the_id_does_not_say_who_was_first() {
    let ds = real();
    let (mut one, mut two) = (Desk::new(1), Desk::new(2));
    one.report("14758", "bins", 5.0);
    two.report("14758", "bins", 7.0);
    one.0.merge(two.state().records().to_vec(), 0);
    two.0.merge(one.state().records().to_vec(), 0);
    let found = brought(&ds, &one);
    assert_eq!(brought(&ds, &two), found);
    let Rule::PeopleDiffer { values } = &found[0].rule else { panic!() };
    assert_eq!(*values, [("author 2".to_owned(), Some(7.0)), ("author 1".to_owned(), Some(5.0))]);
    assert_eq!(found[0].id, "people:bins:14758::5:7");
    assert!(
        finding_words(&ds, &found[0], Lang::En)
            .ends_with("people entered different values: 7 (author 2); 5 (author 1).")
    );
}

#[test]
fn the_register_against_what_is_stated() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let subdivisions_ix = ix(&ds, "subdivisions");
    let streets = desk.streets(NAM_NGAN, 12);
    let found = brought(&ds, &desk);
    assert_eq!(found[0].rule, Rule::RegisterDiffers { registered: 12.0, stated: 11.0 });
    assert_eq!((found.len(), found[0].area_ix), (1, ds.area_ix(NAM_NGAN)));
    desk.apply(Intent::RetireSubdivision { id: streets[0].clone(), retired: true });
    assert_eq!(brought(&ds, &desk), []);

    // All areas begun: the 40 that are stated for 4 areas, and 9 in each of the 30 others are 310, not 311.
    for (area_ix, area) in ds.areas.iter().enumerate() {
        let stated = ds.figures[subdivisions_ix][area_ix].value;
        if area.code != NAM_NGAN {
            desk.streets(&area.code, stated.map_or(9, |stated| stated as usize));
        }
    }
    let rules: Vec<_> = brought(&ds, &desk).into_iter().map(|finding| (finding.rule, finding.area_ix)).collect();
    assert_eq!(rules, [(Rule::RegisterDiffers { registered: 310.0, stated: 311.0 }, None)]);
    desk.streets("14758", 1);
    assert_eq!(brought(&ds, &desk), []);
    let laid = lay(&ds, desk.state(), None);
    assert_eq!(laid.whole(subdivisions_ix, ds.area_ix("14758").unwrap()), Some(10.0), "the whole register counts");
}

#[test]
fn an_areas_report_against_its_streets() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let streets = desk.streets(NAM_NGAN, 11);
    desk.report(NAM_NGAN, "bins", 10.0);
    for street in &streets[..10] {
        desk.report_street(NAM_NGAN, street, "bins", 1.0);
    }
    assert_eq!(brought(&ds, &desk), [], "one street is open and may have none");
    desk.report_street(NAM_NGAN, &streets[10], "bins", 1.0);
    let rule = Rule::StreetsDiffer { reported: 10.0, sum: 11.0, n_reported: 11, of: 11 };
    assert_eq!(brought(&ds, &desk)[0].rule, rule);
}

#[test]
fn an_acceptance_holds_as_long_as_the_figures_are_the_same() {
    let (ds, mut desk) = (real(), Desk::new(1));
    desk.report(NAM_NGAN, "subdivisions", 12.0);
    let id = brought(&ds, &desk)[0].id.clone();
    let remark = "since 2024".to_owned();
    desk.apply(Intent::AcceptFinding { finding: id.clone(), accepted: true, remark: remark.clone() });
    let accepted = brought(&ds, &desk)[0].accepted.clone().unwrap();
    assert_eq!((accepted.remark, accepted.author.as_str()), (remark, "author 1"));
    desk.report(NAM_NGAN, "subdivisions", 13.0);
    assert_eq!(brought(&ds, &desk)[0].accepted, None);
    desk.report(NAM_NGAN, "subdivisions", 12.0);
    assert!(brought(&ds, &desk)[0].accepted.is_some());
    desk.apply(Intent::AcceptFinding { finding: id, accepted: false, remark: String::new() });
    assert_eq!(brought(&ds, &desk)[0].accepted, None);
}

#[test]
fn reports_without_a_place_are_told() {
    let (ds, mut desk) = (real(), Desk::new(1));
    desk.report("99999", "bins", 1.0);
    desk.report("14758", "of-next-year", 1.0);
    desk.report("14758", "bins", 1.5);
    desk.report("14758", "flower_pots", -1.0);
    desk.report("14758", "density_2019", 1.0);
    desk.report_street("14758", "no-such-street", "bins", 1.0);
    let found = brought(&ds, &desk);
    assert_eq!(codes(&found), vec!["unplaced"; found.len()]);
    assert_eq!(found.len(), 6);
    for finding in found {
        assert!(finding_words(&ds, &finding, Lang::En).starts_with("A report without a place: "));
        desk.apply(Intent::AcceptFinding { finding: finding.id, accepted: true, remark: String::new() });
    }
    assert!(brought(&ds, &desk).iter().all(|finding| finding.accepted.is_some()));
}

#[test]
fn long_ids_can_be_accepted_too() {
    let (ds, mut all) = (real(), Desk::new(1));
    for number in 2..60 {
        let mut desk = Desk::new(number);
        desk.report("14758", "bins", 1_000_000.0 + number as f64);
        all.0.merge(desk.state().records().to_vec(), 0);
    }
    let found = brought(&ds, &all);
    let people = found.iter().find(|finding| finding.rule.code() == "people").unwrap();
    all.apply(Intent::AcceptFinding { finding: people.id.clone(), accepted: true, remark: String::new() });
}

#[test]
fn what_an_estimate_cannot_use_is_a_finding_that_can_be_accepted() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let bins = ix(&ds, "bins");
    let places = [(bins, None), (bins, Some(0))];
    let found = super::super::findings::unusable(&ds, desk.state(), None, &places);
    assert_eq!(found.len(), 2);
    assert_ne!(found[0].id, found[1].id);
    desk.apply(Intent::AcceptFinding { finding: found[1].id.clone(), accepted: true, remark: "known".to_owned() });
    let found = super::super::findings::unusable(&ds, desk.state(), None, &places);
    assert_eq!(found[0].accepted, None);
    assert_eq!(found[1].accepted.as_ref().map(|accepted| accepted.remark.as_str()), Some("known"));
}
