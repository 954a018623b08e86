//! The part of the model that works on targets, recommendations, the index and the shortlist.

use proptest::prelude::*;
use proptest::sample::Index;

use super::{Device, devices, exchange};
use crate::data::Polarity;
use crate::journal::*;
use crate::text::date::CivilDate;

/// What happens on one of the devices, with few places so that devices meet.
#[derive(Debug, Clone)]
pub(crate) enum GoalOp {
    Target(Option<u8>, Option<u8>),
    Raise(u8),
    Edit(Index, u8, String),
    Status(Vec<Index>, u8),
    Link(Index, bool, bool),
    Delete(Index, bool),
    MakeIndex(u8),
    CopyIndex(Index),
    EditIndex(Index, u8, u8),
    ChooseIndex(Index),
    RetireIndex(Index, bool),
    Shortlist(Vec<u8>, bool),
    Reason(u8, String),
    Certificates(u8, u8),
    /// Resolves a conflict in any of them for a value that stands.
    Resolve(Index, Index),
}

pub(crate) fn goal_op() -> impl Strategy<Value = GoalOp> {
    let ix = any::<Index>;
    let few = || 0u8..4;
    prop_oneof![
        3 => (prop::option::of(few()), prop::option::weighted(0.8, 0u8..6)).prop_map(|(area, by)| GoalOp::Target(area, by)),
        3 => few().prop_map(GoalOp::Raise),
        4 => (ix(), 0u8..8, "[ab]{0,2}").prop_map(|(ix, field, text)| GoalOp::Edit(ix, field, text)),
        3 => (prop::collection::vec(ix(), 0..3), 0u8..5).prop_map(|(ixs, status)| GoalOp::Status(ixs, status)),
        2 => (ix(), any::<bool>(), any::<bool>()).prop_map(|(ix, task, linked)| GoalOp::Link(ix, task, linked)),
        2 => (ix(), any::<bool>()).prop_map(|(ix, deleted)| GoalOp::Delete(ix, deleted)),
        1 => few().prop_map(GoalOp::MakeIndex),
        1 => ix().prop_map(GoalOp::CopyIndex),
        3 => (ix(), 0u8..9, few()).prop_map(|(ix, edit, by)| GoalOp::EditIndex(ix, edit, by)),
        1 => ix().prop_map(GoalOp::ChooseIndex),
        1 => (ix(), any::<bool>()).prop_map(|(ix, retired)| GoalOp::RetireIndex(ix, retired)),
        2 => (prop::collection::vec(few(), 0..3), any::<bool>()).prop_map(|(areas, yes)| GoalOp::Shortlist(areas, yes)),
        2 => (few(), "[ab]{0,2}").prop_map(|(area, why)| GoalOp::Reason(area, why)),
        1 => (few(), few()).prop_map(|(area, count)| GoalOp::Certificates(area, count)),
        2 => (ix(), ix()).prop_map(|(conflict, version)| GoalOp::Resolve(conflict, version)),
    ]
}

fn area(number: u8) -> String {
    (14_758 + u32::from(number)).to_string()
}

fn rule(by: u8) -> TargetRule {
    match by {
        0 => TargetRule::City,
        1 => TargetRule::BestQuarter,
        2 => TargetRule::Without,
        3 => TargetRule::LastPerCent(5.0),
        4 => TargetRule::LastUnits(-2.5),
        _ => TargetRule::Value(90.0),
    }
}

fn draft(number: u8) -> RecommendationDraft {
    RecommendationDraft {
        area: area(number),
        text: format!("Kiến nghị {number}"),
        theme: if number == 0 { String::new() } else { format!("Chủ đề {number}") },
        to: "UBND thành phố".to_owned(),
        date: CivilDate::new(2024, 1, 30).filter(|_| number > 1),
        subdivision: if number == 3 { "street".to_owned() } else { String::new() },
    }
}

const FIELDS: [RecommendationField; 8] = [
    RecommendationField::Area,
    RecommendationField::Text,
    RecommendationField::Theme,
    RecommendationField::To,
    RecommendationField::Date,
    RecommendationField::Subdivision,
    RecommendationField::Decision,
    RecommendationField::Answer,
];

fn settings(number: u8) -> IndexSettings {
    let part = |indicator: &str, polarity| IndexPart { indicator: indicator.to_owned(), weight: 1.5, polarity };
    let mut parts = vec![part("bins", None), part("clean_houses", Some(Polarity::Lower))];
    parts.truncate(usize::from(number));
    IndexSettings {
        name: format!("Cách {number}"),
        parts,
        normalisation: Normalisation::ALL[usize::from(number)],
        seed: number.into(),
        ..IndexSettings::default()
    }
}

fn index_edit(edit: u8, by: u8) -> IndexEdit {
    let share = f64::from(by) / 4.0;
    match edit {
        0 => IndexEdit::Name(by.to_string()),
        1 => IndexEdit::Weight("bins".to_owned(), Some(share).filter(|_| by > 0)),
        2 => IndexEdit::Polarity("bins".to_owned(), Some(Polarity::Lower).filter(|_| by > 1)),
        3 => IndexEdit::Normalisation(Normalisation::ALL[usize::from(by)]),
        4 => IndexEdit::Aggregation(Aggregation::ALL[usize::from(by % 2)]),
        5 => IndexEdit::Threshold(share),
        6 => IndexEdit::Spread(share),
        7 => IndexEdit::Seed(by.into()),
        _ => IndexEdit::VaryNormalisation(by > 1),
    }
}

/// The intent of an op, if there is something that it can be done to.
pub(crate) fn intent_of(device: &Device, op: &GoalOp) -> Option<Intent> {
    let state = device.journal.state();
    let pick = |ids: Vec<String>, ix: &Index| if ids.is_empty() { None } else { Some(ix.get(&ids).clone()) };
    let one = |ix: &Index| pick(state.things(&Kind::Recommendation).map(|(id, _)| id.to_owned()).collect(), ix);
    let index = |ix: &Index| pick(state.indexes().into_iter().map(|index| index.id).collect(), ix);
    Some(Intent::Goal(match op.clone() {
        GoalOp::Target(at, by) => GoalIntent::SetTarget {
            indicator: "bins".to_owned(),
            areas: at.map(|at| vec![area(at), area(3)]),
            rule: by.map(rule),
        },
        GoalOp::Raise(number) => GoalIntent::Raise(draft(number)),
        GoalOp::Edit(ix, field, text) => {
            let field = FIELDS[usize::from(field)];
            let text = match field {
                RecommendationField::Area => area(text.len() as u8),
                RecommendationField::Date => if text.is_empty() { "" } else { "2024-02-29" }.to_owned(),
                _ => text,
            };
            GoalIntent::EditRecommendation { id: one(&ix)?, field, text }
        }
        GoalOp::Status(ixs, status) => GoalIntent::SetStatus {
            ids: ixs.iter().filter_map(one).collect(),
            status: RecommendationStatus::ALL[usize::from(status)],
        },
        GoalOp::Link(ix, task, linked) => {
            let to = if task { LinkTo::Task("T1".to_owned()) } else { LinkTo::Note("note1".to_owned()) };
            GoalIntent::Link { id: one(&ix)?, to, linked }
        }
        GoalOp::Delete(ix, deleted) => GoalIntent::DeleteRecommendation { id: one(&ix)?, deleted },
        GoalOp::MakeIndex(number) => GoalIntent::MakeIndex(settings(number)),
        GoalOp::CopyIndex(ix) => GoalIntent::CopyIndex { id: index(&ix)?, name: "Bản sao".to_owned() },
        GoalOp::EditIndex(ix, edit, by) => GoalIntent::EditIndex { id: index(&ix)?, edit: index_edit(edit, by) },
        GoalOp::ChooseIndex(ix) => GoalIntent::ChooseIndex { id: index(&ix)? },
        GoalOp::RetireIndex(ix, retired) => GoalIntent::RetireIndex { id: index(&ix)?, retired },
        GoalOp::Shortlist(areas, chosen) => {
            GoalIntent::Shortlist { areas: areas.into_iter().map(area).collect(), chosen }
        }
        GoalOp::Reason(at, reason) => GoalIntent::EditReason { area: area(at), reason },
        GoalOp::Certificates(at, count) => {
            GoalIntent::SetCertificates { area: area(at), role: "Trưởng phố".to_owned(), count: count.into() }
        }
        GoalOp::Resolve(conflict, version) => {
            const KINDS: [Kind; 4] = [Kind::Target, Kind::Recommendation, Kind::Index, Kind::Shortlist];
            let mut conflicts = state.conflicts_beside_notes();
            // "Deleted or changed" is resolved by deleting or restoring.
            conflicts.retain(|conflict| {
                let death = conflict.target.kind.life().map(|life| life.death_field);
                KINDS.contains(&conflict.target.kind) && death != Some(conflict.target.field.as_str())
            });
            if conflicts.is_empty() {
                return None;
            }
            let conflict = conflict.get(&conflicts);
            let value = version.get(&conflict.versions).value.clone();
            return Some(Intent::Resolve { target: conflict.target.clone(), value });
        }
    }))
}

/// What a person sees of all this, without the times of change.
pub(crate) fn seen_of_goals(state: &JournalState) -> Vec<String> {
    let mut seen: Vec<String> = state
        .targets()
        .iter()
        .map(|target| format!("{} {:?} {:?} by {}", target.indicator, target.area, target.rule, target.author))
        .collect();
    let mut recommendations = state.recommendations();
    crate::order::sort_by(&mut recommendations, |a, b| a.id.cmp(&b.id));
    for mut found in recommendations {
        (found.status_at_ms, found.created_at_ms, found.edited_at_ms) = (0, 0, 0);
        found.conflicts.clear();
        seen.push(format!("{found:?}"));
    }
    let mut indexes = state.indexes();
    crate::order::sort_by(&mut indexes, |a, b| a.id.cmp(&b.id));
    seen.extend(
        indexes.iter().filter(|index| !index.retired).map(|index| format!("{} {:?}", index.id, index.settings)),
    );
    let shortlist = state.shortlist();
    seen.extend(shortlist.iter().map(|one| format!("{} {} {:?} {:?}", one.area, one.chosen, one.reason, one.roles)));
    seen
}

fn goal(device: &mut Device, intent: GoalIntent) -> Vec<Record> {
    device.apply(Intent::Goal(intent), None)
}

fn target(area: Option<&str>, rule: Option<TargetRule>) -> GoalIntent {
    GoalIntent::SetTarget { indicator: "bins".to_owned(), areas: area.map(|area| vec![area.to_owned()]), rule }
}

#[test]
fn targets_of_different_areas_add_up_and_of_one_area_meet() {
    let mut devices = devices(2);
    goal(&mut devices[0], target(Some("14758"), Some(TargetRule::Value(300.0))));
    goal(&mut devices[1], target(Some("14761"), Some(TargetRule::City)));
    goal(&mut devices[0], target(None, Some(TargetRule::LastPerCent(5.0))));
    goal(&mut devices[1], target(None, Some(TargetRule::BestQuarter)));
    exchange(&mut devices);
    let state = devices[0].journal.state();
    let seen: Vec<_> = state.targets().into_iter().map(|one| (one.area, one.rule, one.versions.len())).collect();
    let expected = [
        (Some("14758".to_owned()), TargetRule::Value(300.0), 0),
        (Some("14761".to_owned()), TargetRule::City, 0),
        (None, TargetRule::BestQuarter, 2),
    ];
    assert_eq!(seen, expected);
    assert_eq!(state.conflicts_beside_notes().len(), 1);
    assert_eq!(state.conflicts_beside_notes()[0].target.key, "bins:all");
}

#[test]
fn links_of_two_people_add_up_and_their_decisions_both_stand() {
    let mut devices = devices(2);
    let id = goal(&mut devices[0], GoalIntent::Raise(draft(2)))[0].target.key.clone();
    exchange(&mut devices);
    let link = |to| GoalIntent::Link { id: id.clone(), to, linked: true };
    let decide = |text: &str| GoalIntent::EditRecommendation {
        id: id.clone(),
        field: RecommendationField::Decision,
        text: text.to_owned(),
    };
    goal(&mut devices[0], link(LinkTo::Note("a".to_owned())));
    goal(&mut devices[1], link(LinkTo::Task("T2".to_owned())));
    goal(&mut devices[0], decide("yes"));
    goal(&mut devices[1], decide("no"));
    exchange(&mut devices);
    let found = devices[0].journal.state().recommendation(&id).unwrap();
    assert_eq!((found.notes, found.tasks), (vec!["a".to_owned()], vec!["T2".to_owned()]));
    assert_eq!((found.decision.as_str(), found.conflicts[0].versions.len()), ("no", 2));
    // Writing on goes on with one's own text and leaves the other's standing.
    assert_eq!(devices[0].journal.recommendation_text_to_edit(&id, RecommendationField::Decision), "yes");
    goal(&mut devices[0], decide("yes, in May"));
    assert_eq!(devices[0].journal.state().conflicts_beside_notes()[0].versions.len(), 2);
}

#[test]
fn a_run_of_typing_in_a_recommendation_or_a_remark_is_one_step_and_keeps_one_record() {
    let device = &mut devices(1)[0];
    let id = goal(device, GoalIntent::Raise(draft(2)))[0].target.key.clone();
    let field = RecommendationField::Text;
    let cell = CheckInKey { task: "T2".to_owned(), place: "14758".to_owned(), period: "2024-03".to_owned() };
    let wording =
        |text: &str| Intent::Goal(GoalIntent::EditRecommendation { id: id.clone(), field, text: text.to_owned() });
    let remark = |text: &str| {
        let change = CheckInChange { remark: Some(text.to_owned()), ..CheckInChange::default() };
        Intent::CheckIn { cells: vec![cell.clone()], change }
    };
    let typed: [&dyn Fn(&str) -> Intent; 2] = [&wording, &remark];
    for (ix, intent) in typed.iter().enumerate() {
        let before = device.journal.state().superfluous().len();
        let step = device.apply(intent("a"), None)[0].step;
        for text in ["ab", "abc", "abcd"] {
            let records = device.apply(intent(text), Some(step));
            assert_eq!((records.len(), records[0].step), (1, step), "{ix}: {text}");
        }
        assert_eq!(device.journal.state().superfluous().len() - before, 3, "{ix}");
        device.undo(step);
    }
    assert_eq!(device.journal.state().recommendation(&id).unwrap().text, "Kiến nghị 2");
    assert_eq!(device.journal.state().check_in(&cell).map(|found| found.remark).unwrap_or_default(), "");
}

#[test]
fn many_come_to_a_status_in_one_step() {
    let device = &mut devices(1)[0];
    let ids: Vec<String> =
        (0..3).map(|number| goal(device, GoalIntent::Raise(draft(number)))[0].target.key.clone()).collect();
    let statuses = |device: &Device| -> Vec<RecommendationStatus> {
        device.journal.state().recommendations().iter().map(|found| found.status).collect()
    };
    let records = goal(device, GoalIntent::SetStatus { ids, status: RecommendationStatus::Gathered });
    assert_eq!((records.len(), statuses(device)), (3, vec![RecommendationStatus::Gathered; 3]));
    device.undo(records[0].step);
    assert_eq!(statuses(device), [RecommendationStatus::New; 3]);
}

#[test]
fn a_drag_of_a_slider_is_one_step() {
    let device = &mut devices(1)[0];
    let id = goal(device, GoalIntent::MakeIndex(settings(2)))[0].target.key.clone();
    let weight = |weight| {
        let edit = IndexEdit::Weight("bins".to_owned(), Some(weight));
        Intent::Goal(GoalIntent::EditIndex { id: id.clone(), edit })
    };
    let step = device.apply(weight(1.6), None)[0].step;
    for move_to in [1.7, 1.8, 1.5, 2.0] {
        assert_eq!(device.apply(weight(move_to), Some(step))[0].step, step);
    }
    assert_eq!(device.journal.state().superfluous().len(), 4);
    assert_eq!(device.journal.state().index(&id).unwrap().settings.parts[0].weight, 2.0);
    device.undo(step);
    assert_eq!(device.journal.state().index(&id).unwrap().settings, settings(2));
}

#[test]
fn the_index_in_use_is_the_chosen_one_as_long_as_it_is_there() {
    let device = &mut devices(1)[0];
    assert_eq!(device.journal.state().index_in_use(), None);
    let first = goal(device, GoalIntent::MakeIndex(settings(1)))[0].target.key.clone();
    let copied = goal(device, GoalIntent::CopyIndex { id: first.clone(), name: "B".to_owned() });
    let second = copied[0].target.key.clone();
    let copy = device.journal.state().index(&second).unwrap().settings;
    assert_eq!(copy, IndexSettings { name: "B".to_owned(), ..settings(1) });
    assert_eq!(device.journal.state().index_in_use().as_ref(), Some(&first));
    goal(device, GoalIntent::ChooseIndex { id: second.clone() });
    assert_eq!(device.journal.state().index_in_use().as_ref(), Some(&second));
    goal(device, GoalIntent::RetireIndex { id: second, retired: true });
    assert_eq!(device.journal.state().index_in_use(), Some(first));
    assert_eq!(device.journal.state().indexes().len(), 2);
}

#[test]
fn certificates_are_counts_by_role() {
    let mut devices = devices(2);
    let count =
        |role: &str, count| GoalIntent::SetCertificates { area: "14758".to_owned(), role: role.to_owned(), count };
    goal(&mut devices[0], count("Trưởng phố", 2));
    goal(&mut devices[1], count("Bí thư chi bộ", 1));
    exchange(&mut devices);
    let entry = &devices[0].journal.state().shortlist()[0];
    assert_eq!(entry.roles, [("Bí thư chi bộ".to_owned(), 1), ("Trưởng phố".to_owned(), 2)]);
    assert!(!entry.chosen);
    goal(&mut devices[0], count("Trưởng phố", 0));
    assert_eq!(devices[0].journal.state().shortlist()[0].roles.len(), 1);
}

#[test]
fn what_is_deleted_for_good_waits_for_nobody() {
    let mut devices = devices(2);
    let id = goal(&mut devices[0], GoalIntent::Raise(draft(1)))[0].target.key.clone();
    exchange(&mut devices);
    for (device, theme) in devices.iter_mut().zip(["a", "b"]) {
        let field = RecommendationField::Theme;
        goal(device, GoalIntent::EditRecommendation { id: id.clone(), field, text: theme.to_owned() });
    }
    exchange(&mut devices);
    assert_eq!(devices[0].journal.state().conflicts_beside_notes().len(), 1);
    goal(&mut devices[0], GoalIntent::DeleteRecommendation { id, deleted: true });
    assert_eq!(devices[0].journal.state().conflicts_beside_notes(), []);
}

#[test]
fn impossible_goals_are_refused_and_change_nothing() {
    let device = &mut devices(1)[0];
    let ctx = Ctx { now_ms: 0, author: "", step: None };
    let none = || "none".to_owned();
    let long = "đ".repeat(300);
    let cases = [
        (target(Some("a:b"), Some(TargetRule::City)), IntentError::BadKey),
        (target(Some("all"), Some(TargetRule::City)), IntentError::BadKey),
        (target(Some(""), None), IntentError::BadKey),
        (target(None, Some(TargetRule::Value(f64::NAN))), IntentError::BadValue),
        (target(None, Some(TargetRule::LastPerCent(1e16))), IntentError::BadValue),
        (GoalIntent::Raise(RecommendationDraft { area: String::new(), ..draft(1) }), IntentError::BadKey),
        (GoalIntent::SetStatus { ids: vec![none()], status: RecommendationStatus::New }, IntentError::NoSuchThing),
        (GoalIntent::Link { id: none(), to: LinkTo::Task(none()), linked: true }, IntentError::NoSuchThing),
        (GoalIntent::MakeIndex(IndexSettings { name: " ".to_owned(), ..settings(1) }), IntentError::NoName),
        (GoalIntent::MakeIndex(IndexSettings { spread: 1.5, ..settings(1) }), IntentError::BadValue),
        (GoalIntent::RetireIndex { id: "chosen".to_owned(), retired: true }, IntentError::NoSuchThing),
        (GoalIntent::Shortlist { areas: vec!["14758".to_owned(), long], chosen: true }, IntentError::BadKey),
        (GoalIntent::SetCertificates { area: "14758".to_owned(), role: " ".to_owned(), count: 1 }, IntentError::NoName),
        (GoalIntent::SetCertificates { area: "14758".to_owned(), role: none(), count: 1_001 }, IntentError::BadValue),
    ];
    for (intent, error) in cases {
        assert_eq!(device.journal.apply(Intent::Goal(intent.clone()), &ctx), Err(error), "{intent:?}");
    }
    assert_eq!(device.journal.state().records(), []);
    let id = goal(device, GoalIntent::Raise(draft(1)))[0].target.key.clone();
    let edit = |field, text: &str| {
        Intent::Goal(GoalIntent::EditRecommendation { id: id.clone(), field, text: text.to_owned() })
    };
    let date = edit(RecommendationField::Date, "2023-02-29");
    assert_eq!(device.journal.apply(date, &ctx), Err(IntentError::BadValue));
    assert_eq!(device.journal.apply(edit(RecommendationField::Area, ""), &ctx), Err(IntentError::BadKey));
}
