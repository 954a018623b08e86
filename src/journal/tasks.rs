//! Tasks and check-ins as the rest of the program sees them, read from the fold.
//!
//! A task of the data set has records only for what people have changed in it; a task of one's own is all records. A
//! check-in is named by its place, so two people who check in on one cell write the same fields, and different words are
//! a conflict.

use std::fmt;

use super::conflict::Deletion;
use super::kinds::{Kind, check_in, task};
use super::record::{Record, Value};
use super::state::{JournalState, Thing};
use crate::data::Tr;
use crate::order;
use crate::text::date::CivilDate;

/// What a person enters of a task.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TaskDraft {
    /// What is to be done; one's own may have it in one language only.
    pub title: Tr,
    /// The group that it stands in; may be empty.
    pub group: String,
    /// Who is responsible, by office; may be empty.
    pub role: String,
    /// How often it is checked.
    pub rhythm: Rhythm,
    /// First day.
    pub start: Option<CivilDate>,
    /// Last day.
    pub due: Option<CivilDate>,
    /// What is to be shown for it; may be empty.
    pub evidence: String,
    /// The indicator that measures it, if one does.
    pub measure: Option<Measure>,
    /// What a check-in counts.
    pub outcomes: Vec<Outcome>,
    /// Whom it is handed to.
    pub to: Recipients,
}

/// The indicator that measures a task.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// The indicator's id.
    pub indicator: String,
    /// What an area is to reach, in the indicator's unit.
    pub target: f64,
}

/// Whom a task is handed to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recipients {
    /// All areas, whatever is listed.
    pub all: bool,
    /// Codes of single areas, sorted.
    pub areas: Vec<String>,
}

/// A task as the journal holds it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredTask {
    /// The data set's id, or a random one, the same on every device.
    pub id: String,
    /// What was entered, over what it was before anybody entered anything.
    pub draft: TaskDraft,
    /// Whether it is no more in use.
    pub retired: bool,
    /// Whether people differ in a field, or on whether it is retired.
    pub has_conflict: bool,
}

/// How often a task is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Rhythm {
    /// One time.
    #[default]
    Once,
    /// Each month.
    Monthly,
    /// Each quarter of the calendar year.
    Quarterly,
    /// Each calendar year.
    Yearly,
}

/// What is counted of the Tết plan; fewer are better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// Fires.
    Fires,
    /// Explosions.
    Explosions,
    /// Illegal fireworks.
    Fireworks,
    /// Serious road accidents.
    Accidents,
    /// Long traffic jams.
    Jams,
    /// Illegal races.
    Races,
    /// Serious crimes.
    Crimes,
}

/// How a task stands with an area or subdivision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Nothing was done yet.
    NotStarted,
    /// It goes as it should.
    OnTrack,
    /// It may fail.
    AtRisk,
    /// It is done.
    Done,
    /// It does not concern the place.
    NotApplicable,
}

/// Which cell a check-in is about. No part holds a colon or is empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CheckInKey {
    /// The task's id.
    pub task: String,
    /// The area's code, or the id of a subdivision of the register.
    pub place: String,
    /// `2024-03`, `2024-Q1`, `2024` or `once`.
    pub period: String,
}

/// What a person enters in a check-in. Parts that are `None` are left as they are, so that the status of a whole column can
/// be set without touching its remarks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CheckInChange {
    /// How it stands.
    pub status: Option<Status>,
    /// The remark; an empty one takes it away.
    pub remark: Option<String>,
    /// The figure of the task's indicator; an inner `None` takes it away.
    pub figure: Option<Option<f64>>,
    /// Counts; `None` takes one away.
    pub outcomes: Vec<(Outcome, Option<f64>)>,
}

/// A check-in.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckIn {
    /// Which cell.
    pub key: CheckInKey,
    /// How it stands, if somebody said so.
    pub status: Option<Status>,
    /// May be empty.
    pub remark: String,
    /// The value of the task's indicator.
    pub figure: Option<f64>,
    /// Counts, in the order of [`Outcome::ALL`].
    pub outcomes: Vec<(Outcome, f64)>,
    /// Who made the latest change that stands; may be empty.
    pub author: String,
    /// When, milliseconds since 1970.
    pub at_ms: u64,
    /// Whether people differ in a field; [`JournalState::conflicts_of`] gives the versions.
    pub has_conflict: bool,
}

impl Rhythm {
    /// All rhythms with their names in records.
    pub const ALL: [(&'static str, Rhythm); 4] = [
        ("once", Rhythm::Once),
        ("monthly", Rhythm::Monthly),
        ("quarterly", Rhythm::Quarterly),
        ("yearly", Rhythm::Yearly),
    ];

    /// The name in records.
    pub fn code(self) -> &'static str {
        Rhythm::ALL[self as usize].0
    }

    /// The rhythm of a name.
    pub fn from_code(code: &str) -> Option<Rhythm> {
        Rhythm::ALL.iter().find(|(known, _)| *known == code).map(|(_, rhythm)| *rhythm)
    }
}

impl Status {
    /// All statuses with their names in records, in the order in which the page offers them.
    pub const ALL: [(&'static str, Status); 5] = [
        ("not_started", Status::NotStarted),
        ("on_track", Status::OnTrack),
        ("at_risk", Status::AtRisk),
        ("done", Status::Done),
        ("not_applicable", Status::NotApplicable),
    ];

    /// The name in records.
    pub fn code(self) -> &'static str {
        Status::ALL[self as usize].0
    }

    /// The status of a name.
    pub fn from_code(code: &str) -> Option<Status> {
        Status::ALL.iter().find(|(known, _)| *known == code).map(|(_, status)| *status)
    }
}

impl Outcome {
    /// All outcomes with the fields of a check-in that hold them.
    pub const ALL: [(&'static str, Outcome); 7] = [
        ("outcome/fires", Outcome::Fires),
        ("outcome/explosions", Outcome::Explosions),
        ("outcome/fireworks", Outcome::Fireworks),
        ("outcome/accidents", Outcome::Accidents),
        ("outcome/jams", Outcome::Jams),
        ("outcome/races", Outcome::Races),
        ("outcome/crimes", Outcome::Crimes),
    ];

    /// The field of a check-in that holds it.
    pub fn field(self) -> &'static str {
        Outcome::ALL[self as usize].0
    }

    /// The name in a task's list.
    pub fn code(self) -> &'static str {
        &self.field()[check_in::OUTCOME_PREFIX.len()..]
    }

    /// The outcome of a name.
    pub fn from_code(code: &str) -> Option<Outcome> {
        Outcome::ALL.iter().map(|(_, outcome)| *outcome).find(|outcome| outcome.code() == code)
    }
}

impl CheckInKey {
    /// The key of a text as `Display` writes it.
    pub fn from_text(text: &str) -> Option<CheckInKey> {
        let mut parts = text.split(':').map(str::to_owned);
        let (task, place, period) = (parts.next()?, parts.next()?, parts.next()?);
        let is_whole = parts.next().is_none() && ![&task, &place, &period].iter().any(|part| part.is_empty());
        if is_whole { Some(CheckInKey { task, place, period }) } else { None }
    }
}

/// `T2:14782:2024-03`.
impl fmt::Display for CheckInKey {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}:{}:{}", self.task, self.place, self.period)
    }
}

impl JournalState {
    /// The tasks of one's own, retired ones too, in the order of their making.
    pub fn own_tasks(&self) -> Vec<StoredTask> {
        let mut made = Vec::new();
        for (id, thing) in self.things(&Kind::Task) {
            if let Some(first) = self.first_of(thing, task::MADE) {
                made.push((first.id, self.task_over(id, TaskDraft::default())));
            }
        }
        order::sort_by(&mut made, |a, b| a.0.cmp(&b.0));
        made.into_iter().map(|(_, own)| own).collect()
    }

    /// A task with what people have entered laid over what it was before. A title, group, role, date or text of evidence
    /// that was emptied is as it was before.
    pub fn task_over(&self, id: &str, before: TaskDraft) -> StoredTask {
        let mut stored = StoredTask { id: id.to_owned(), draft: before, retired: false, has_conflict: false };
        let Some(thing) = self.thing(&Kind::Task, id) else { return stored };
        let draft = &mut stored.draft;
        for (field, text) in [
            (task::TITLE_VI, &mut draft.title.vi),
            (task::TITLE_EN, &mut draft.title.en),
            (task::TITLE_RU, &mut draft.title.ru),
            (task::GROUP, &mut draft.group),
            (task::ROLE, &mut draft.role),
            (task::EVIDENCE, &mut draft.evidence),
        ] {
            let entered = self.text_in(thing, field);
            if !entered.is_empty() {
                *text = entered;
            }
        }
        draft.rhythm = Rhythm::from_code(&self.text_in(thing, task::RHYTHM)).unwrap_or(draft.rhythm);
        draft.start = CivilDate::parse(&self.text_in(thing, task::START)).or(draft.start);
        draft.due = CivilDate::parse(&self.text_in(thing, task::DUE)).or(draft.due);
        let indicator = self.text_in(thing, task::INDICATOR);
        let target = self.number_in(thing, task::TARGET).filter(|_| !indicator.is_empty());
        if let Some(target) = target {
            draft.measure = Some(Measure { indicator, target });
        }
        for field in thing.field_names() {
            let heads = self.heads_of(thing, field);
            let Some(shown) = heads.first() else { continue };
            stored.has_conflict |= heads.iter().any(|head| head.new != shown.new);
            match (field, &shown.new) {
                (task::OUTCOMES, Value::Text(codes)) => {
                    draft.outcomes = codes.split(',').filter_map(Outcome::from_code).collect();
                }
                (task::ALL, Value::Bool(all)) => draft.to.all = *all,
                (_, Value::Bool(true)) => {
                    draft.to.areas.extend(field.strip_prefix(task::TO_PREFIX).map(str::to_owned));
                }
                _ => {}
            }
        }
        let deletion = self.deletion_of(&Kind::Task, thing);
        stored.retired = deletion == Deletion::Yes;
        stored.has_conflict |= matches!(deletion, Deletion::Contested(_));
        stored
    }

    /// All check-ins that stand, in the order of their keys' texts. Of different values in a conflict the latest that is
    /// not empty is shown, so that a clearing that nobody has agreed to hides nothing.
    pub fn check_ins(&self) -> Vec<CheckIn> {
        let mut check_ins = Vec::new();
        for (text, thing) in self.things(&Kind::CheckIn) {
            if let Some(key) = CheckInKey::from_text(text) {
                check_ins.extend(self.read_check_in(key, thing));
            }
        }
        check_ins
    }

    /// One check-in, if it stands.
    pub fn check_in(&self, key: &CheckInKey) -> Option<CheckIn> {
        self.read_check_in(key.clone(), self.thing(&Kind::CheckIn, &key.to_string())?)
    }

    fn read_check_in(&self, key: CheckInKey, thing: &Thing) -> Option<CheckIn> {
        let mut latest: Option<&Record> = None;
        let (mut status, mut remark, mut figure, mut outcomes) = (None, String::new(), None, Vec::new());
        let mut has_conflict = false;
        for field in thing.field_names() {
            let heads = self.heads_of(thing, field);
            let Some(&shown) = heads.iter().find(|head| head.new != Value::Null) else { continue };
            has_conflict |= heads.iter().any(|head| head.new != shown.new);
            if latest.is_none_or(|latest| latest.id < shown.id) {
                latest = Some(shown);
            }
            match (field, &shown.new) {
                (check_in::STATUS, Value::Text(code)) => status = Status::from_code(code),
                (check_in::REMARK, Value::Text(text)) => remark.clone_from(text),
                (check_in::FIGURE, Value::Number(number)) => figure = Some(*number),
                (_, Value::Number(number)) => {
                    let outcome = Outcome::ALL.iter().find(|(known, _)| *known == field);
                    outcomes.extend(outcome.map(|(_, outcome)| (*outcome, *number)));
                }
                _ => {}
            }
        }
        order::sort_by(&mut outcomes, |a, b| a.0.cmp(&b.0));
        let latest = latest?;
        let (author, at_ms) = (latest.author.clone(), latest.id.at.ms);
        Some(CheckIn { key, status, remark, figure, outcomes, author, at_ms, has_conflict })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_records_round_trip() {
        assert!(
            Rhythm::ALL.iter().all(|&(code, rhythm)| rhythm.code() == code && Rhythm::from_code(code) == Some(rhythm))
        );
        assert!(
            Status::ALL.iter().all(|&(code, status)| status.code() == code && Status::from_code(code) == Some(status))
        );
        for (field, outcome) in Outcome::ALL {
            assert_eq!((outcome.field(), Outcome::from_code(outcome.code())), (field, Some(outcome)));
            assert!(field.starts_with(check_in::OUTCOME_PREFIX));
        }
        assert_eq!((Rhythm::from_code("weekly"), Status::from_code(""), Outcome::from_code("")), (None, None, None));
    }

    #[test]
    fn keys_round_trip() {
        let key = CheckInKey { task: "T2".to_owned(), place: "14782".to_owned(), period: "2024-Q1".to_owned() };
        assert_eq!(CheckInKey::from_text(&key.to_string()), Some(key));
        for text in ["", "a:b", "a::c", "a:b:", ":b:c", "a:b:c:d", "a:b:c:"] {
            assert_eq!(CheckInKey::from_text(text), None, "{text}");
        }
    }
}
