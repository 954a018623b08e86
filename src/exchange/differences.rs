//! What people differ in beside notes, in words: which thing, which field, and what each of them entered.

use crate::data::{DataSet, Lang};
use crate::goals::words::{rule_words, status_words};
use crate::journal::kinds::{
    check_in, estimates, finding, index, indicator, note, recommendation, report, shortlist, subdivision, target, task,
};
use crate::journal::{
    CheckInKey, Conflict, JournalState, Kind, RecommendationStatus, ReportKey, SubdivisionForm, Target, TargetRule,
    Value, Version,
};
use crate::tasks::tasks;
use crate::text::date::{self, CivilDate};
use crate::text::number;
use crate::text::say::{atlas, differing as say, indicators, register, tasks as say_tasks};
use crate::text::words::Words;

/// Characters of a text that stands for its thing.
const MAX_CHARS: usize = 80;

/// Fields with their names. What stands for many fields is told apart in [`field_words`].
const FIELDS: [(&str, Words); 45] = [
    (report::VALUE, say::VALUE),
    (subdivision::AREA, say::AREA),
    (subdivision::NAME, say::NAME),
    (subdivision::FORM, say::KIND),
    (subdivision::HOUSEHOLDS, register::HOUSEHOLDS),
    (subdivision::RETIRED, say::LIFE),
    (finding::ACCEPTED, say::ACCEPTED),
    (finding::REMARK, say::REMARK),
    (indicator::LABEL_VI, say::LABEL),
    (indicator::LABEL_EN, say::LABEL),
    (indicator::LABEL_RU, say::LABEL),
    (indicator::UNIT_VI, say::UNIT),
    (indicator::UNIT_EN, say::UNIT),
    (indicator::UNIT_RU, say::UNIT),
    (indicator::KIND, say::KIND),
    (indicator::POLARITY, say::POLARITY),
    (indicator::BASE, say::BASE),
    (indicator::DECIMALS, say::DECIMALS),
    (indicator::TARGET, say::TARGET),
    (estimates::ON, say::ON),
    (estimates::WEIGHTS, say::WEIGHTS),
    (estimates::OVERDISPERSION, say::OVERDISPERSION),
    (estimates::SEED, say::SEED),
    (estimates::N_DRAWS, say::DRAWS),
    (task::GROUP, say::GROUP),
    (task::ROLE, say::ROLE),
    (task::RHYTHM, say::RHYTHM),
    (task::START, say::START),
    (task::DUE, say::DUE),
    (task::EVIDENCE, say::EVIDENCE),
    (task::INDICATOR, say::INDICATOR),
    (task::OUTCOMES, say::OUTCOMES),
    (task::ALL, say::TO_ALL),
    (check_in::STATUS, say::STATUS),
    (check_in::FIGURE, say::FIGURE),
    (target::RULE, say::RULE),
    (recommendation::TEXT, say::TEXT),
    (recommendation::THEME, say::THEME),
    (recommendation::TO, say::ADDRESSED_TO),
    (recommendation::DATE, say::DATE),
    (recommendation::SUBDIVISION, say::SUBDIVISION),
    (recommendation::DECISION, say::DECISION),
    (recommendation::ANSWER, say::ANSWER),
    (recommendation::DELETED, say::LIFE),
    (shortlist::REASON, say::REASON),
];

/// Fields of a setting of the index.
const INDEX_FIELDS: [(&str, Words); 6] = [
    (index::NORMALISATION, say::NORMALISATION),
    (index::AGGREGATION, say::AGGREGATION),
    (index::THRESHOLD, say::THRESHOLD),
    (index::SPREAD, say::SPREAD),
    (index::VARY, say::VARY),
    (index::CHOSEN, say::CHOSEN_SETTING),
];

/// Codes that stand in records, with what they mean on the screen.
const CODES: [(&str, Words); 19] = [
    ("higher", indicators::HIGHER),
    ("lower", indicators::LOWER),
    ("neither", indicators::NEITHER),
    ("count", indicators::COUNT),
    ("share", indicators::SHARE),
    ("rate", indicators::RATE),
    ("measure", indicators::MEASURE),
    ("yes_no", indicators::YES_NO),
    ("once", say_tasks::ONCE),
    ("monthly", say_tasks::MONTHLY),
    ("quarterly", say_tasks::QUARTERLY),
    ("yearly", say_tasks::YEARLY),
    ("not_started", say_tasks::NOT_STARTED),
    ("on_track", say_tasks::ON_TRACK),
    ("at_risk", say_tasks::AT_RISK),
    ("done", say_tasks::DONE),
    ("not_applicable", say_tasks::NOT_APPLICABLE),
    ("street", register::STREET),
    ("village", register::VILLAGE),
];

/// A kind's name, for many of its things.
pub fn kind_words(kind: &Kind) -> Option<Words> {
    Some(match kind {
        Kind::Note => say::NOTES,
        Kind::Report => say::REPORTS,
        Kind::Subdivision => say::SUBDIVISIONS,
        Kind::Finding => say::FINDINGS,
        Kind::Indicator => say::INDICATORS,
        Kind::Estimates => say::ESTIMATES,
        Kind::Period => say::PERIODS,
        Kind::Task => say::TASKS,
        Kind::CheckIn => say::CHECK_INS,
        Kind::Target => say::TARGETS,
        Kind::Recommendation => say::RECOMMENDATIONS,
        Kind::Index => say::INDEXES,
        Kind::Shortlist => say::SHORTLIST,
        Kind::Other(_) => return None,
    })
}

/// A thing in words: its kind and what it is about. `ds` holds the indicators of one's own.
pub fn thing_words(ds: &DataSet, state: &JournalState, target: &Target, lang: Lang) -> String {
    let key = target.key.as_str();
    let about = match &target.kind {
        Kind::Report => ReportKey::from_text(key).map(|key| {
            let area = key.subdivision.as_deref().map_or_else(|| area_name(ds, &key.area), |id| place(ds, state, id));
            list(&[area, indicator_name(ds, &key.indicator, lang), key.period])
        }),
        Kind::Subdivision => state.subdivision(key).map(|found| list(&[found.name, area_name(ds, &found.area)])),
        Kind::Indicator => Some(indicator_name(ds, key, lang)),
        Kind::Task => Some(task_title(ds, state, key, lang)),
        Kind::CheckIn => CheckInKey::from_text(key)
            .map(|key| list(&[task_title(ds, state, &key.task, lang), place(ds, state, &key.place), key.period])),
        Kind::Target => key.split_once(':').map(|(indicator, area)| {
            let area = if area == "all" { say::TO_ALL.get(lang).to_owned() } else { area_name(ds, area) };
            list(&[indicator_name(ds, indicator, lang), area])
        }),
        Kind::Recommendation => {
            state.recommendation(key).map(|one| list(&[area_name(ds, &one.area), shortened(&one.text)]))
        }
        Kind::Index => state.index(key).map(|found| found.settings.name),
        Kind::Shortlist => Some(area_name(ds, key)),
        Kind::Finding | Kind::Period => Some(key.to_owned()),
        Kind::Estimates => Some(String::new()),
        Kind::Note | Kind::Other(_) => None,
    };
    let about = about.unwrap_or_else(|| say::NOT_HERE.fill(lang, &[("key", key)]));
    let kind = kind_words(&target.kind).map_or_else(|| target.kind.code(), |words| words.get(lang));
    list(&[kind.to_owned(), about])
}

/// A field in words.
pub fn field_words(ds: &DataSet, target: &Target, lang: Lang) -> String {
    let field = target.field.as_str();
    let of = |prefix: &str, words: Words, name: &dyn Fn(&str) -> String| {
        field.strip_prefix(prefix).map(|rest| words.fill(lang, &[("name", &name(rest))]))
    };
    let area = |code: &str| area_name(ds, code);
    let indicator = |id: &str| indicator_name(ds, id, lang);
    let found = match &target.kind {
        Kind::Task => of(task::TO_PREFIX, say::TO_AREA, &area),
        Kind::CheckIn => field.strip_prefix(check_in::OUTCOME_PREFIX).map(|code| outcome_words(code, lang)),
        Kind::Recommendation => of(recommendation::NOTE_PREFIX, say::LINK_NOTE, &shortened)
            .or_else(|| of(recommendation::TASK_PREFIX, say::LINK_TASK, &shortened)),
        Kind::Index => of(index::WEIGHT_PREFIX, say::WEIGHT_OF, &indicator)
            .or_else(|| of(index::POLARITY_PREFIX, say::POLARITY_OF, &indicator))
            .or_else(|| named(&INDEX_FIELDS, field, lang)),
        Kind::Shortlist if field == shortlist::CHOSEN => Some(say::SHORTLISTED.get(lang).to_owned()),
        Kind::Shortlist => of(shortlist::ROLE_PREFIX, say::CERTIFICATES_OF, &shortened),
        Kind::Period => Some(say::LABEL.get(lang).to_owned()),
        _ => None,
    };
    let with_language = |words: String| {
        let endings = [("_vi", indicators::IN_VI), ("_en", indicators::IN_EN), ("_ru", indicators::IN_RU)];
        let ending = endings.iter().find(|(ending, _)| field.ends_with(ending));
        ending.map_or_else(|| words.clone(), |(_, language)| list(&[words.clone(), language.get(lang).to_owned()]))
    };
    let is_title = [task::TITLE_VI, task::TITLE_EN, task::TITLE_RU].contains(&field);
    let known = if is_title { Some(say::LABEL.get(lang).to_owned()) } else { named(&FIELDS, field, lang) };
    found
        .or_else(|| known.map(with_language))
        .unwrap_or_else(|| say::OTHER_FIELD.fill(lang, &[("name", &shortened(field))]))
}

/// What one of them entered, in words.
pub fn version_words(ds: &DataSet, state: &JournalState, conflict: &Conflict, version: &Version, lang: Lang) -> String {
    let Target { kind, field, key } = &conflict.target;
    if kind.life().is_some_and(|life| life.death_field == *field) {
        let is_end = version.field == *field && version.value.is_true();
        let words = if is_end { say::GONE } else { say::STAYS };
        return words.get(lang).to_owned();
    }
    match &version.value {
        Value::Null => say::EMPTY.get(lang).to_owned(),
        Value::Bool(is_so) => (if *is_so { atlas::YES } else { atlas::NO }).get(lang).to_owned(),
        Value::Number(number) => number::significant(lang, *number, 12),
        Value::List(parts) => list(parts),
        Value::Text(text) => coded(ds, state, kind, key, field, text, lang).unwrap_or_else(|| text.clone()),
    }
}

/// What [`crate::journal::Intent::Resolve`] is to write so that a version stays.
pub fn kept(conflict: &Conflict, version: &Version) -> Value {
    let target = &conflict.target;
    match target.kind.life() {
        Some(life) if life.death_field == target.field => {
            Value::Bool(version.field == target.field && version.value.is_true())
        }
        _ => version.value.clone(),
    }
}

/// Whether a field holds a text of several lines, which people may want to write anew from both.
pub fn is_long(target: &Target) -> bool {
    match target.kind {
        Kind::Recommendation => {
            [recommendation::TEXT, recommendation::DECISION, recommendation::ANSWER].contains(&target.field.as_str())
        }
        Kind::Shortlist => target.field == shortlist::REASON,
        Kind::Note => target.field == note::TEXT,
        Kind::CheckIn | Kind::Finding => target.field == check_in::REMARK,
        _ => false,
    }
}

/// The meaning of a text that is no person's words.
fn coded(
    ds: &DataSet,
    state: &JournalState,
    kind: &Kind,
    key: &str,
    field: &str,
    text: &str,
    lang: Lang,
) -> Option<String> {
    let of_code = || named(&CODES, text, lang);
    match (kind, field) {
        (Kind::Target, _) => {
            let indicator = ds.indicator_ix(key.split_once(':')?.0)?;
            Some(rule_words(TargetRule::from_text(text)?, &ds.indicators[indicator], lang))
        }
        (Kind::Recommendation, recommendation::STATUS) => {
            RecommendationStatus::from_code(text).map(|status| status_words(status).get(lang).to_owned())
        }
        (Kind::Recommendation, recommendation::SUBDIVISION) => Some(place(ds, state, text)),
        (Kind::Recommendation | Kind::Subdivision, recommendation::AREA) => Some(area_name(ds, text)),
        (Kind::Index, index::CHOSEN) => state.index(text).map(|found| found.settings.name),
        (Kind::Subdivision, subdivision::FORM) => {
            let form = SubdivisionForm::from_code(text);
            Some(
                if form == SubdivisionForm::Street { register::STREET } else { register::VILLAGE }.get(lang).to_owned(),
            )
        }
        (Kind::Indicator, indicator::BASE) | (Kind::Task, task::INDICATOR) => Some(indicator_name(ds, text, lang)),
        (Kind::Task, task::OUTCOMES) => {
            let each: Vec<String> = text.split(',').map(|code| outcome_words(code, lang)).collect();
            Some(each.join(", "))
        }
        (Kind::Indicator, indicator::KIND | indicator::POLARITY)
        | (Kind::Task, task::RHYTHM)
        | (Kind::CheckIn, check_in::STATUS)
        | (Kind::Estimates, estimates::WEIGHTS) => of_code(),
        (Kind::Index, field) if field.starts_with(index::POLARITY_PREFIX) => of_code(),
        (Kind::Task, task::START | task::DUE) | (Kind::Recommendation, recommendation::DATE) => {
            CivilDate::parse(text).map(|day| date::date(lang, day))
        }
        _ => None,
    }
}

fn named(table: &[(&str, Words)], name: &str, lang: Lang) -> Option<String> {
    table.iter().find(|(known, _)| *known == name).map(|(_, words)| words.get(lang).to_owned())
}

fn outcome_words(code: &str, lang: Lang) -> String {
    let known = [
        ("fires", say_tasks::FIRES),
        ("explosions", say_tasks::EXPLOSIONS),
        ("fireworks", say_tasks::FIREWORKS),
        ("accidents", say_tasks::ACCIDENTS),
        ("jams", say_tasks::JAMS),
        ("races", say_tasks::RACES),
        ("crimes", say_tasks::CRIMES),
    ];
    named(&known, code, lang).unwrap_or_else(|| code.to_owned())
}

fn area_name(ds: &DataSet, code: &str) -> String {
    ds.area_ix(code).map_or_else(|| code.to_owned(), |ix| ds.areas[ix].name.clone())
}

fn indicator_name(ds: &DataSet, id: &str, lang: Lang) -> String {
    ds.indicator_ix(id).map_or_else(|| id.to_owned(), |ix| ds.indicators[ix].label.get(lang).to_owned())
}

fn task_title(ds: &DataSet, state: &JournalState, id: &str, lang: Lang) -> String {
    let found = tasks(ds, state).into_iter().find(|task| task.id == id);
    found.map_or_else(|| id.to_owned(), |task| shortened(task.title.get(lang)))
}

/// An area by code, or a street or village by id.
fn place(ds: &DataSet, state: &JournalState, id: &str) -> String {
    match ds.area_ix(id) {
        Some(ix) => ds.areas[ix].name.clone(),
        None => state.subdivision(id).map_or_else(|| id.to_owned(), |found| found.name),
    }
}

fn list(parts: &[String]) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// The first words of a text.
pub fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(MAX_CHARS) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data;
    use crate::journal::kinds::{Holds, KINDS};
    use crate::journal::{Anchor, Ctx, DeviceId, GoalIntent, Intent, Journal, RecommendationDraft, WriterId};

    fn target(kind: Kind, key: &str, field: &str) -> Target {
        Target { kind, key: key.to_owned(), field: field.to_owned() }
    }

    #[test]
    fn every_field_that_can_differ_has_a_name_in_three_languages() {
        let ds = data::read(data::built_in()).unwrap();
        for (kind, spec) in KINDS.iter().filter(|(kind, _)| *kind != Kind::Note) {
            for field in spec.fields {
                // Never told: see `conflicts_beside_notes`, and what is written once at a thing's birth.
                if [report::SOURCE, task::MADE].contains(&field.name) {
                    continue;
                }
                let name = if field.name.ends_with('/') { format!("{}x", field.name) } else { field.name.to_owned() };
                for lang in Lang::ALL {
                    let words = field_words(&ds, &target(kind.clone(), "x", &name), lang);
                    let other = say::OTHER_FIELD.fill(lang, &[("name", &name)]);
                    assert!(words != other && !words.is_empty(), "{} {}", kind.code(), field.name);
                }
                assert!(matches!(field.holds, Holds::Bool | Holds::Number | Holds::Text));
            }
            assert!(kind_words(kind).is_some());
        }
    }

    /// Two devices that start from one journal and differ.
    #[test]
    fn both_versions_are_told_and_either_can_stay() {
        let ds = data::read(data::built_in()).unwrap();
        let mut here = Journal::new(DeviceId(1), WriterId(1));
        let mut there = Journal::new(DeviceId(2), WriterId(2));
        let ctx = |author| Ctx { now_ms: 1_706_580_000_000, author, step: None };
        let draft = RecommendationDraft {
            area: "14758".to_owned(),
            text: "Sửa đường ".repeat(20),
            ..RecommendationDraft::default()
        };
        let id = here.apply(Intent::Goal(GoalIntent::Raise(draft)), &ctx("Lan")).unwrap().note;
        there.merge(here.state().records().to_vec(), 0);
        let set = |rule| {
            let indicator = ds.indicators[0].id.clone();
            Intent::Goal(GoalIntent::SetTarget { indicator, areas: None, rule: Some(rule) })
        };
        here.apply(set(TargetRule::City), &ctx("Lan")).unwrap();
        there.apply(set(TargetRule::LastPerCent(5.0)), &ctx("Minh")).unwrap();
        let status = |status| Intent::Goal(GoalIntent::SetStatus { ids: vec![id.clone()], status });
        here.apply(status(RecommendationStatus::Closed), &ctx("Lan")).unwrap();
        let delete = Intent::Goal(GoalIntent::DeleteRecommendation { id: id.clone(), deleted: true });
        there.apply(delete, &ctx("Minh")).unwrap();
        here.merge(there.state().records().to_vec(), 0);

        let told = |journal: &Journal| {
            let mut told = Vec::new();
            for conflict in journal.state().conflicts_beside_notes() {
                let words = |version| version_words(&ds, journal.state(), &conflict, version, Lang::En);
                let versions: Vec<String> = conflict.versions.iter().map(words).collect();
                told.push((field_words(&ds, &conflict.target, Lang::En), versions.join(" | ")));
            }
            told
        };
        let label = ds.indicators[0].label.en.clone();
        let expected = [("rule", "the city’s figure | last period +5%"), ("in use or not", "take it away | keep it")];
        assert_eq!(told(&here), expected.map(|(field, versions)| (field.to_owned(), versions.to_owned())));
        let conflicts = here.state().conflicts_beside_notes();
        let things: Vec<String> =
            conflicts.iter().map(|one| thing_words(&ds, here.state(), &one.target, Lang::En)).collect();
        assert_eq!(things[0], format!("Targets, {label}, given to all areas"));
        assert!(things[1].starts_with("Recommendations, ") && things[1].ends_with('…'), "{}", things[1]);

        for (at, conflict) in conflicts.iter().enumerate() {
            let version = conflict.versions.last().unwrap();
            let intent = Intent::Resolve { target: conflict.target.clone(), value: kept(conflict, version) };
            here.apply(intent, &ctx("Lan")).unwrap();
            assert_eq!(here.state().conflicts_beside_notes().len(), conflicts.len() - 1 - at);
        }
        assert_eq!(here.state().targets()[0].rule, TargetRule::LastPerCent(5.0));
        assert!(!here.state().recommendation(&id).unwrap().deleted);
    }

    /// Whether a note is to go is settled by yes or no, whatever field the other person had changed.
    #[test]
    fn a_contested_deletion_of_a_note_can_be_settled_for_either_version() {
        for version in [0, 1] {
            let mut here = Journal::new(DeviceId(1), WriterId(1));
            let mut there = Journal::new(DeviceId(2), WriterId(2));
            let ctx = |author| Ctx { now_ms: 1_706_580_000_000, author, step: None };
            let written =
                Intent::WriteNote { anchor: Anchor::City, text: "first".into(), tags: vec![], figure_then: None };
            let note = here.apply(written, &ctx("Lan")).unwrap().note;
            there.merge(here.state().records().to_vec(), 0);
            here.apply(Intent::DeleteNote { note: note.clone() }, &ctx("Lan")).unwrap();
            there.apply(Intent::EditText { note: note.clone(), text: "still needed".into() }, &ctx("Minh")).unwrap();
            here.merge(there.state().records().to_vec(), 0);
            let conflict = here.state().conflicts().remove(0);
            let value = kept(&conflict, &conflict.versions[version]);
            here.apply(Intent::Resolve { target: conflict.target, value }, &ctx("Lan")).unwrap();
            let settled = here.state().note(&note).unwrap();
            assert_eq!((settled.deleted, settled.conflicts.len()), (version == 0, 0));
        }
    }
}
