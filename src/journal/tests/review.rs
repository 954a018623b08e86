//! The part of the model that works on reports, the register, findings, indicators and settings.

use proptest::prelude::*;
use proptest::sample::Index;

use super::{Device, devices, exchange};
use crate::data::{IndicatorKind, Polarity, Tr};
use crate::journal::*;

/// What happens on one of the devices, with few places so that devices meet.
#[derive(Debug, Clone)]
pub(crate) enum ReviewOp {
    /// Enters or withdraws a report.
    Report(ReportKey, Option<u8>),
    Import(Vec<(ReportKey, u8)>, bool),
    LoadPractice(u8),
    RemovePractice,
    EnterSubdivisions(Vec<u8>),
    EditSubdivision(Index, u8),
    RetireSubdivision(Index, bool),
    AcceptFinding(u8, bool, String),
    AddIndicator(u8),
    EditIndicator(Index, u8),
    RetireIndicator(Index, bool),
    Estimates(bool, u8),
    Period(Option<u8>),
    /// Resolves a conflict in reports for a value that stands.
    Resolve(Index, Index),
}

fn key() -> impl Strategy<Value = ReportKey> {
    let part = (prop::sample::select(vec!["14758", "14761"]), prop::sample::select(vec!["bins", "clean_houses"]));
    (part, prop::option::weighted(0.3, Just("street".to_owned()))).prop_map(|((area, indicator), subdivision)| {
        ReportKey { subdivision, ..ReportKey::of_area(area, indicator, "2023") }
    })
}

pub(crate) fn review_op() -> impl Strategy<Value = ReviewOp> {
    let ix = any::<Index>;
    let few = || 0u8..4;
    prop_oneof![
        4 => (key(), prop::option::weighted(0.8, few())).prop_map(|(key, value)| ReviewOp::Report(key, value)),
        2 => (prop::collection::vec((key(), few()), 0..5), any::<bool>())
            .prop_map(|(reports, year)| ReviewOp::Import(reports, year)),
        1 => few().prop_map(ReviewOp::LoadPractice),
        1 => Just(ReviewOp::RemovePractice),
        2 => prop::collection::vec(few(), 0..3).prop_map(ReviewOp::EnterSubdivisions),
        2 => (ix(), few()).prop_map(|(ix, by)| ReviewOp::EditSubdivision(ix, by)),
        1 => (ix(), any::<bool>()).prop_map(|(ix, retired)| ReviewOp::RetireSubdivision(ix, retired)),
        2 => (few(), any::<bool>(), "[ab]{0,2}").prop_map(|(id, yes, why)| ReviewOp::AcceptFinding(id, yes, why)),
        1 => few().prop_map(ReviewOp::AddIndicator),
        1 => (ix(), few()).prop_map(|(ix, by)| ReviewOp::EditIndicator(ix, by)),
        1 => (ix(), any::<bool>()).prop_map(|(ix, retired)| ReviewOp::RetireIndicator(ix, retired)),
        1 => (any::<bool>(), few()).prop_map(|(on, seed)| ReviewOp::Estimates(on, seed)),
        1 => prop::option::of(few()).prop_map(ReviewOp::Period),
        1 => (ix(), ix()).prop_map(|(conflict, version)| ReviewOp::Resolve(conflict, version)),
    ]
}

fn subdivision(number: u8) -> SubdivisionDraft {
    let form = if number.is_multiple_of(2) { SubdivisionForm::Street } else { SubdivisionForm::Village };
    SubdivisionDraft {
        area: "14758".to_owned(),
        name: format!("Phố {number}"),
        form,
        households: Some(f64::from(number)).filter(|_| number > 0),
    }
}

fn indicator(number: u8) -> IndicatorDraft {
    let tr = |text: String| Tr { vi: text.clone(), en: text.clone(), ru: text };
    IndicatorDraft {
        label: tr(format!("Label {number}")),
        unit: tr(if number == 0 { String::new() } else { format!("unit {number}") }),
        kind: IndicatorKind::ALL[usize::from(number)].1,
        polarity: Polarity::Neither,
        base: Some("households_2019".to_owned()).filter(|_| number == 1),
        decimals: number,
        target: Some(f64::from(number)).filter(|_| number == 2),
    }
}

/// The intent of an op, if there is something that it can be done to.
pub(crate) fn intent_of(device: &Device, op: &ReviewOp) -> Option<Intent> {
    let state = device.journal.state();
    let pick = |kind: &Kind, ix: &Index| {
        let ids: Vec<&str> = state.things(kind).map(|(id, _)| id).collect();
        if ids.is_empty() { None } else { Some((*ix.get(&ids)).to_owned()) }
    };
    Some(match op.clone() {
        ReviewOp::Report(key, value) => Intent::SetReport { key, value: value.map(f64::from) },
        ReviewOp::Import(reports, year) => Intent::ImportReports {
            reports: reports.into_iter().map(|(key, value)| (key, f64::from(value))).collect(),
            file: "wards.csv".to_owned(),
            period: Some(("2022".to_owned(), "Năm 2022".to_owned())).filter(|_| year),
        },
        ReviewOp::LoadPractice(by) => Intent::LoadPractice {
            reports: ["14758", "14761"].map(|area| (ReportKey::of_area(area, "bins", "2023"), f64::from(by))).to_vec(),
        },
        ReviewOp::RemovePractice => Intent::RemovePractice,
        ReviewOp::EnterSubdivisions(numbers) => match *numbers.as_slice() {
            [one] => Intent::EnterSubdivision(subdivision(one)),
            ref many => Intent::ImportSubdivisions(many.iter().map(|number| subdivision(*number)).collect()),
        },
        ReviewOp::EditSubdivision(ix, by) => {
            Intent::EditSubdivision { id: pick(&Kind::Subdivision, &ix)?, draft: subdivision(by) }
        }
        ReviewOp::RetireSubdivision(ix, retired) => {
            Intent::RetireSubdivision { id: pick(&Kind::Subdivision, &ix)?, retired }
        }
        ReviewOp::AcceptFinding(id, accepted, remark) => {
            Intent::AcceptFinding { finding: format!("change-year:{id}:169"), accepted, remark }
        }
        ReviewOp::AddIndicator(number) => Intent::AddIndicator(indicator(number)),
        ReviewOp::EditIndicator(ix, by) => {
            Intent::EditIndicator { id: pick(&Kind::Indicator, &ix)?, draft: indicator(by) }
        }
        ReviewOp::RetireIndicator(ix, retired) => Intent::RetireIndicator { id: pick(&Kind::Indicator, &ix)?, retired },
        ReviewOp::Estimates(on, seed) => {
            Intent::SetEstimates(EstimateSettings { on, seed: seed.into(), ..EstimateSettings::default() })
        }
        ReviewOp::Period(label) => {
            Intent::SetPeriod { id: "2022".to_owned(), label: label.map(|label| label.to_string()) }
        }
        ReviewOp::Resolve(conflict, version) => {
            let mut conflicts = state.conflicts();
            conflicts.retain(|conflict| conflict.target.kind == Kind::Report);
            if conflicts.is_empty() {
                return None;
            }
            let conflict = conflict.get(&conflicts);
            Intent::Resolve { target: conflict.target.clone(), value: version.get(&conflict.versions).value.clone() }
        }
    })
}

/// What a person sees of all this, without the times of change.
pub(crate) fn seen_of_review(state: &JournalState) -> Vec<String> {
    let mut seen: Vec<String> = state
        .reports()
        .into_iter()
        .map(|report| format!("{} = {} from {:?} by {}", report.key, report.value, report.file, report.author))
        .collect();
    seen.extend(state.subdivisions().iter().map(|found| format!("{found:?}")));
    seen.extend(state.own_indicators().iter().filter(|own| !own.retired).map(|own| format!("{own:?}")));
    let findings = (0..4).map(|number| state.acceptance(&format!("change-year:{number}:169")));
    seen.extend(findings.flatten().map(|found| format!("accepted: {:?}", found.remark)));
    seen.push(format!("{:?} {:?} {}", state.estimate_settings(), state.periods(), state.has_practice()));
    seen
}

fn bins(area: &str) -> ReportKey {
    ReportKey::of_area(area, "bins", "2023")
}

fn set(device: &mut Device, area: &str, value: Option<f64>) -> Vec<Record> {
    device.apply(Intent::SetReport { key: bins(area), value }, None)
}

fn values(device: &Device) -> Vec<(String, f64)> {
    device.journal.state().reports().into_iter().map(|report| (report.key.to_string(), report.value)).collect()
}

#[test]
fn reports_of_two_people_differ_until_resolved() {
    let mut devices = devices(2);
    set(&mut devices[0], "14758", Some(5.0));
    set(&mut devices[1], "14758", Some(7.0));
    exchange(&mut devices);
    let reports = devices[0].journal.state().reports();
    assert_eq!((reports.len(), reports[0].value, reports[0].versions.len()), (1, 7.0, 2));
    let conflict = devices[0].journal.state().conflicts()[0].clone();
    devices[0].apply(Intent::Resolve { target: conflict.target, value: Value::number(6.0) }, None);
    exchange(&mut devices);
    let reports = devices[1].journal.state().reports();
    assert_eq!((reports[0].value, reports[0].previous, reports[0].versions.len()), (6.0, Some(7.0), 0));
    // The same figure from two people is no conflict.
    set(&mut devices[0], "14761", Some(1.0));
    set(&mut devices[1], "14761", Some(1.0));
    exchange(&mut devices);
    assert_eq!(devices[0].journal.state().conflicts(), []);
}

#[test]
fn a_withdrawal_hides_no_change_that_it_had_not_seen() {
    let mut devices = devices(2);
    set(&mut devices[0], "14758", Some(5.0));
    exchange(&mut devices);
    set(&mut devices[1], "14758", Some(7.0));
    set(&mut devices[0], "14758", None);
    assert_eq!(values(&devices[0]), []);
    exchange(&mut devices);
    assert_eq!(values(&devices[0]), [("14758:bins:2023".to_owned(), 7.0)]);
    assert_eq!(devices[0].journal.state().reports()[0].versions.len(), 2);
}

#[test]
fn an_import_is_one_step_and_leaves_what_was_here() {
    let device = &mut devices(1)[0];
    set(device, "14758", Some(5.0));
    let reports = vec![(bins("14758"), 5.0), (bins("14761"), 6.0), (bins("14764"), 7.0)];
    let period = Some(("2022".to_owned(), "Năm 2022".to_owned()));
    let import = Intent::ImportReports { reports, file: "wards.csv".to_owned(), period };
    let records = device.apply(import, None);
    assert_eq!(records.iter().filter(|record| record.target.field == "value").count(), 2);
    assert_eq!(device.journal.state().periods().len(), 1);
    let files: Vec<String> = device.journal.state().reports().into_iter().map(|report| report.file).collect();
    assert_eq!(files, ["", "wards.csv", "wards.csv"]);
    device.undo(records[0].step);
    assert_eq!(values(device), [("14758:bins:2023".to_owned(), 5.0)]);
    assert_eq!(device.journal.state().periods(), []);
}

#[test]
fn the_practice_set_goes_in_one_step_and_touches_no_report() {
    let device = &mut devices(1)[0];
    set(device, "14758", Some(5.0));
    let load = Intent::LoadPractice { reports: vec![(bins("14758"), 1.0), (bins("14761"), 2.0)] };
    device.apply(load, None);
    assert!(device.journal.state().has_practice());
    assert_eq!(values(device).len(), 3);
    let step = device.apply(Intent::RemovePractice, None)[0].step;
    assert!(!device.journal.state().has_practice());
    assert_eq!(values(device), [("14758:bins:2023".to_owned(), 5.0)]);
    device.undo(step);
    assert!(device.journal.state().has_practice());
    device.apply(Intent::RemovePractice, None);
    assert_eq!(device.apply(Intent::RemovePractice, None), []);
}

#[test]
fn impossible_things_are_refused_and_change_nothing() {
    let device = &mut devices(1)[0];
    let ctx = Ctx { now_ms: 0, author: "", step: None };
    let report = |area: &str, value: f64| Intent::SetReport { key: bins(area), value: Some(value) };
    let no_name = SubdivisionDraft { name: " \n".to_owned(), ..subdivision(1) };
    let draft = subdivision(1);
    let import = |value: f64| Intent::ImportReports {
        reports: vec![(bins("14758"), 1.0), (bins("14761"), value)],
        file: String::new(),
        period: None,
    };
    let settings = EstimateSettings { n_draws: 0, ..EstimateSettings::default() };
    let cases = [
        (report("a:b", 1.0), IntentError::BadKey),
        (report("", 1.0), IntentError::BadKey),
        (report("a\u{202e}", 1.0), IntentError::BadKey),
        (report(&"a".repeat(300), 1.0), IntentError::BadKey),
        (report("14758", f64::NAN), IntentError::BadValue),
        (report("14758", 1e16), IntentError::BadValue),
        (import(f64::INFINITY), IntentError::BadValue),
        (Intent::EnterSubdivision(no_name.clone()), IntentError::NoName),
        (Intent::ImportSubdivisions(vec![draft.clone(), no_name]), IntentError::NoName),
        (Intent::EditSubdivision { id: "none".to_owned(), draft }, IntentError::NoSuchThing),
        (Intent::RetireIndicator { id: "none".to_owned(), retired: true }, IntentError::NoSuchThing),
        (Intent::SetPeriod { id: "a:b".to_owned(), label: None }, IntentError::BadKey),
        (Intent::SetPeriod { id: "a".to_owned(), label: Some(String::new()) }, IntentError::NoName),
        (Intent::SetEstimates(settings), IntentError::BadValue),
    ];
    for (intent, error) in cases {
        assert_eq!(device.journal.apply(intent.clone(), &ctx), Err(error), "{intent:?}");
    }
    assert_eq!(device.journal.state().records(), []);
}

#[test]
fn what_nobody_set_is_the_default() {
    let device = &mut devices(1)[0];
    let default = EstimateSettings::default();
    assert_eq!(device.journal.state().estimate_settings(), default);
    let settings = EstimateSettings { on: true, weights: Weights::Equal, overdispersion: Some(40.0), ..default };
    let step = device.apply(Intent::SetEstimates(settings), None)[0].step;
    assert_eq!(device.journal.state().estimate_settings(), settings);
    device.undo(step);
    assert_eq!(device.journal.state().estimate_settings(), default);
}
