//! What a person wants changed in the journal, and how that becomes records.

mod goals;
mod notes;
mod register;
mod reports;
mod tasks;

use std::fmt;

use super::act::{Act, Sees};
use super::clean::{self, clean_line, clean_text};
use super::clock::Hlc;
use super::conflict::Deletion;
use super::estimates::EstimateSettings;
use super::kinds::{Kind, note, step};
use super::merge::Journal;
use super::notes::Anchor;
use super::record::{Record, StepId, Target, Value, WriterId, text_of_u64};
use super::register::{IndicatorDraft, SubdivisionDraft};
use super::reports::ReportKey;
use super::tasks::{CheckInChange, CheckInKey, TaskDraft};

pub use goals::{GoalIntent, LinkTo};

/// What the page knows at the moment of a change.
#[derive(Debug, Clone, Copy)]
pub struct Ctx<'a> {
    /// The wall clock, milliseconds since 1970.
    pub now_ms: u64,
    /// The author's name as typed in the workspace sheet; may be empty.
    pub author: &'a str,
    /// The act that this change goes on with (one run of typing in one field), from [`Applied::step`]; `None` begins one.
    pub step: Option<StepId>,
}

/// What a person wants changed.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// A new note.
    WriteNote {
        /// What it is about.
        anchor: Anchor,
        /// Its text, may be empty.
        text: String,
        /// Its tags.
        tags: Vec<String>,
        /// The figure's value now, for a note on a figure.
        figure_then: Option<f64>,
    },
    /// A note's whole text. In a conflict it goes on from [`Journal::text_to_edit`] and leaves the other texts standing.
    EditText {
        /// The note's id.
        note: String,
        /// The text from now on.
        text: String,
    },
    /// A note's tags.
    SetTags {
        /// The note's id.
        note: String,
        /// All tags from now on.
        tags: Vec<String>,
    },
    /// Done or open again.
    SetDone {
        /// The note's id.
        note: String,
        /// Whether it is done.
        done: bool,
    },
    /// Another anchor.
    MoveNote {
        /// The note's id.
        note: String,
        /// What it is about from now on.
        anchor: Anchor,
    },
    /// Deletes a note (also: resolves "deleted or changed" for deletion).
    DeleteNote {
        /// The note's id.
        note: String,
    },
    /// Brings a deleted note back (also: resolves "deleted or changed" for keeping).
    RestoreNote {
        /// The note's id.
        note: String,
    },
    /// Ends a conflict: this value takes the place of all that stand.
    Resolve {
        /// The field.
        target: Target,
        /// One of the standing values, or an edited one.
        value: Value,
    },
    /// Ends a conflict of texts by keeping all: the shown one stays, each other becomes a note of its own beside it.
    KeepAllTexts {
        /// The note's id.
        note: String,
    },
    /// A reported figure that was typed.
    SetReport {
        /// Which figure.
        key: ReportKey,
        /// The value from now on; `None` withdraws the report.
        value: Option<f64>,
    },
    /// The accepted cells of a file, as one act. What is here already is left as it is.
    ImportReports {
        /// Figures with their values.
        reports: Vec<(ReportKey, f64)>,
        /// Name of the file.
        file: String,
        /// Id and label of the period that the file brings, if it is not the data set's own.
        period: Option<(String, String)>,
    },
    /// The practice set, as one act; its keys are made practice keys.
    LoadPractice {
        /// Figures with their values.
        reports: Vec<(ReportKey, f64)>,
    },
    /// Withdraws every practice report, as one act.
    RemovePractice,
    /// A new street or village.
    EnterSubdivision(SubdivisionDraft),
    /// All fields of a street or village.
    EditSubdivision {
        /// Its id.
        id: String,
        /// The fields from now on.
        draft: SubdivisionDraft,
    },
    /// Takes a street or village out of the register, or puts it back.
    RetireSubdivision {
        /// Its id.
        id: String,
        /// Whether it is out from now on.
        retired: bool,
    },
    /// New streets and villages, as one act.
    ImportSubdivisions(Vec<SubdivisionDraft>),
    /// Accepts a finding, or opens it again.
    AcceptFinding {
        /// The finding's id.
        finding: String,
        /// Whether it is accepted from now on.
        accepted: bool,
        /// Why.
        remark: String,
    },
    /// An indicator of one's own. The caller has checked with `review::own::check` that it makes sense.
    AddIndicator(IndicatorDraft),
    /// All fields of an indicator of one's own.
    EditIndicator {
        /// Its id.
        id: String,
        /// The fields from now on.
        draft: IndicatorDraft,
    },
    /// Retires an indicator of one's own, or brings it back.
    RetireIndicator {
        /// Its id.
        id: String,
        /// Whether it is retired from now on.
        retired: bool,
    },
    /// The assumptions of the estimates.
    SetEstimates(EstimateSettings),
    /// A period beside the data set's own.
    SetPeriod {
        /// Its id, for example `2022`.
        id: String,
        /// Its name for people; `None` removes it from the list (its reports stay).
        label: Option<String>,
    },
    /// A task of one's own.
    AddTask(Box<TaskDraft>),
    /// Those fields of a task (of the data set or one's own) that a person has changed.
    EditTask {
        /// Its id.
        id: String,
        /// The fields as the person found them.
        was: Box<TaskDraft>,
        /// The fields from now on.
        draft: Box<TaskDraft>,
    },
    /// Hands a task to areas, or takes it from them.
    HandTask {
        /// Its id.
        id: String,
        /// Whether all areas have it from now on; `None` leaves that as it is.
        all: Option<bool>,
        /// Codes of areas, and whether each has it from now on.
        areas: Vec<(String, bool)>,
    },
    /// Retires a task, or brings it back.
    RetireTask {
        /// Its id.
        id: String,
        /// Whether it is retired from now on.
        retired: bool,
    },
    /// The same entry in one cell or many, as one act.
    CheckIn {
        /// The cells.
        cells: Vec<CheckInKey>,
        /// What is entered.
        change: CheckInChange,
    },
    /// Takes all away that stands in some cells, as one act.
    ClearCheckIns(Vec<CheckInKey>),
    /// On targets, recommendations, the composite index or the shortlist.
    Goal(GoalIntent),
}

/// What came of an intent.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// The act, to be named in [`Ctx::step`] to go on with it, and for the history.
    pub step: StepId,
    /// The note (or other thing) that was made or changed; empty for an act on many.
    pub note: String,
    /// The records to be stored; none if nothing changed.
    pub records: Vec<Record>,
}

/// Why an intent was not carried out. Nothing has changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IntentError {
    /// There is no note of that id.
    NoSuchNote,
    /// There is no other thing of that id.
    NoSuchThing,
    /// The text is longer than [`clean::MAX_TEXT_CHARS`].
    TextTooLong {
        /// Characters it has.
        chars: usize,
        /// Characters it may have.
        limit_chars: usize,
    },
    /// A tag is empty or longer than [`clean::MAX_TAG_CHARS`].
    BadTag(String),
    /// The anchor's parts hold a colon or are too long, so that it could not be read again.
    BadAnchor,
    /// A part of a report's, period's or finding's key is empty, holds a colon where it must not, or is too long.
    BadKey,
    /// A name or label that is needed is empty.
    NoName,
    /// The field does not hold values of that sort, or not so large or small a number.
    BadValue,
}

impl Journal {
    /// Carries out an intent. Nothing has changed if it fails.
    pub fn apply(&mut self, intent: Intent, ctx: &Ctx) -> Result<Applied, IntentError> {
        match intent {
            Intent::WriteNote { anchor, text, tags, figure_then } => {
                self.write_note(&anchor, &text, &tags, figure_then, ctx)
            }
            Intent::EditText { note, text } => self.edit_text(note, &text, ctx),
            Intent::SetTags { note, tags } => self.set_tags(note, &tags, ctx),
            Intent::SetDone { note, done } => {
                let name = if done { step::DONE_NOTE } else { step::REOPEN_NOTE };
                self.set_field(note, note::DONE, Value::Bool(done), name, ctx)
            }
            Intent::MoveNote { note, anchor } => {
                let anchor = notes::checked_anchor(&anchor)?;
                self.set_field(note, note::ANCHOR, anchor, step::MOVE_NOTE, ctx)
            }
            Intent::DeleteNote { note } => self.set_gone(&Kind::Note, note, true, step::DELETE_NOTE, ctx),
            Intent::RestoreNote { note } => self.set_gone(&Kind::Note, note, false, step::RESTORE_NOTE, ctx),
            Intent::Resolve { target, value } => self.resolve(target, value, ctx),
            Intent::KeepAllTexts { note } => self.keep_all_texts(note, ctx),
            Intent::SetReport { key, value } => self.set_report(&key, value, ctx),
            Intent::ImportReports { reports, file, period } => self.import_reports(&reports, &file, period, ctx),
            Intent::LoadPractice { reports } => self.load_practice(reports, ctx),
            Intent::RemovePractice => Ok(self.remove_practice(ctx)),
            Intent::EnterSubdivision(draft) => {
                self.enter_subdivisions(std::slice::from_ref(&draft), step::ENTER_SUBDIVISION, ctx)
            }
            Intent::ImportSubdivisions(drafts) => self.enter_subdivisions(&drafts, step::IMPORT_SUBDIVISIONS, ctx),
            Intent::EditSubdivision { id, draft } => self.edit_subdivision(id, &draft, ctx),
            Intent::RetireSubdivision { id, retired } => {
                let name = if retired { step::RETIRE_SUBDIVISION } else { step::RESTORE_SUBDIVISION };
                self.set_gone(&Kind::Subdivision, id, retired, name, ctx)
            }
            Intent::AddIndicator(draft) => self.set_indicator(None, &draft, ctx),
            Intent::EditIndicator { id, draft } => self.set_indicator(Some(id), &draft, ctx),
            Intent::RetireIndicator { id, retired } => {
                let name = if retired { step::RETIRE_INDICATOR } else { step::RESTORE_INDICATOR };
                self.set_gone(&Kind::Indicator, id, retired, name, ctx)
            }
            Intent::AcceptFinding { finding, accepted, remark } => self.accept_finding(finding, accepted, &remark, ctx),
            Intent::SetEstimates(settings) => self.set_estimates(settings, ctx),
            Intent::SetPeriod { id, label } => self.set_period(&id, label.as_deref(), ctx),
            Intent::AddTask(draft) => self.add_task(&draft, ctx),
            Intent::EditTask { id, was, draft } => self.edit_task(id, &was, &draft, ctx),
            Intent::HandTask { id, all, areas } => self.hand_task(id, all, &areas, ctx),
            Intent::RetireTask { id, retired } => self.retire_task(id, retired, ctx),
            Intent::CheckIn { cells, change } => self.set_check_ins(&cells, &change, ctx),
            Intent::ClearCheckIns(cells) => self.clear_check_ins(&cells, ctx),
            Intent::Goal(intent) => self.apply_goal(intent, ctx),
        }
    }

    /// Writes those fields of a thing that differ from what is shown, or in which people differ.
    fn put(&mut self, act: &mut Act, kind: &Kind, key: &str, fields: Vec<(&'static str, Value)>, ctx: &Ctx) {
        for (field, value) in fields {
            self.put_field(act, target_of(kind, key, field), value, ctx);
        }
    }

    /// Writes a field if it differs from what is shown, or if people differ in it.
    fn put_field(&mut self, act: &mut Act, target: Target, value: Value, ctx: &Ctx) {
        let is_unset_default = matches!(value, Value::Bool(false)) && *self.state.value(&target) == Value::Null;
        let is_same = *self.state.value(&target) == value && self.state.conflict(&target).is_none();
        if !is_same && !is_unset_default {
            self.push(act, target, value, Sees::All, ctx);
        }
    }

    /// Whoever changes a deleted thing (an editor that was open when a deletion came in) wants it: the same act restores it.
    fn bring_back(&mut self, act: &mut Act, kind: &Kind, key: &str, ctx: &Ctx) {
        let Some(life) = kind.life() else { return };
        let target = target_of(kind, key, life.death_field);
        if !act.records.is_empty() && self.state.value(&target).is_true() {
            self.push(act, target, Value::Bool(false), Sees::WholeThing, ctx);
        }
    }

    /// Deletes a thing, or brings it back.
    fn set_gone(
        &mut self,
        kind: &Kind,
        key: String,
        gone: bool,
        name: &'static str,
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        let missing = if *kind == Kind::Note { IntentError::NoSuchNote } else { IntentError::NoSuchThing };
        let Some((thing, life)) = self.state.thing(kind, &key).zip(kind.life()) else { return Err(missing) };
        let was_gone = self.state.deletion_of(kind, thing) == Deletion::Yes;
        let conflicts = self.state.conflicts_of(kind, &key);
        let is_contested = conflicts.iter().any(|conflict| conflict.target.field == life.death_field);
        let mut act = self.begin(name, ctx);
        if was_gone != gone || is_contested {
            let target = target_of(kind, &key, life.death_field);
            self.push(&mut act, target, Value::Bool(gone), Sees::WholeThing, ctx);
        }
        Ok(act.done(key, self))
    }

    fn resolve(&mut self, target: Target, value: Value, ctx: &Ctx) -> Result<Applied, IntentError> {
        self.state.thing(&target.kind, &target.key).ok_or(IntentError::NoSuchThing)?;
        let value = match value {
            Value::Text(text) => Value::Text(checked_text(&text)?),
            Value::Number(number) => Value::number(number),
            other => other,
        };
        if !target.kind.accepts(&target.field, &value) {
            return Err(IntentError::BadValue);
        }
        let key = target.key.clone();
        let mut act = self.begin(step::RESOLVE, ctx);
        let is_death = target.kind.life().is_some_and(|life| life.death_field == target.field);
        let sees = if is_death { Sees::WholeThing } else { Sees::All };
        self.push(&mut act, target, value, sees, ctx);
        Ok(act.done(key, self))
    }
}

fn target_of(kind: &Kind, key: &str, field: &str) -> Target {
    Target { kind: kind.clone(), key: key.to_owned(), field: field.to_owned() }
}

fn checked_text(text: &str) -> Result<String, IntentError> {
    let text = clean_text(text);
    if clean::is_longer(&text, clean::MAX_TEXT_CHARS) {
        return Err(IntentError::TextTooLong { chars: text.chars().count(), limit_chars: clean::MAX_TEXT_CHARS });
    }
    Ok(text.into_owned())
}

/// A text for one line, at most so many characters long.
fn checked_line(text: &str, limit_chars: usize) -> Result<String, IntentError> {
    let line = clean_line(text);
    if clean::is_longer(&line, limit_chars) {
        return Err(IntentError::TextTooLong { chars: line.chars().count(), limit_chars });
    }
    Ok(line)
}

/// The value of a text field that may be left empty.
fn optional(line: String) -> Value {
    if line.is_empty() { Value::Null } else { Value::Text(line) }
}

/// A number in a closed range; what is not a number is outside every range.
fn checked_number(number: f64, least: f64, greatest: f64) -> Result<Value, IntentError> {
    if (least..=greatest).contains(&number) { Ok(Value::number(number)) } else { Err(IntentError::BadValue) }
}

/// A key that no other device makes: the writer's random number and the moment, mixed (`splitmix64`'s finaliser).
fn random_key(writer: WriterId, at: Hlc) -> String {
    let mix = |mut x: u64| {
        x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    };
    text_of_u64(mix(mix(mix(writer.0) ^ at.ms) ^ u64::from(at.count)))
}

impl fmt::Display for IntentError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            IntentError::NoSuchNote => formatter.write_str("there is no such note"),
            IntentError::NoSuchThing => formatter.write_str("there is no such thing"),
            IntentError::TextTooLong { chars, limit_chars } => {
                write!(formatter, "the text has {chars} characters; {limit_chars} are allowed")
            }
            IntentError::BadTag(tag) => write!(formatter, "\u{201c}{tag}\u{201d} cannot be a tag: empty or too long"),
            IntentError::BadAnchor => formatter.write_str("a note cannot be put there"),
            IntentError::BadKey => formatter.write_str("no report or period can have such a key"),
            IntentError::NoName => formatter.write_str("a name is missing"),
            IntentError::BadValue => formatter.write_str("the field does not hold such a value"),
        }
    }
}

impl std::error::Error for IntentError {}
