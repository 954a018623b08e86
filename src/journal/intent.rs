//! What a person wants changed in the journal, and how that becomes records.

use std::collections::BTreeSet;
use std::fmt;

use super::act::{Act, Sees};
use super::clean::{self, clean_line, clean_text};
use super::clock::Hlc;
use super::kinds::{note, step};
use super::merge::Journal;
use super::notes::{Anchor, Note, note_target};
use super::record::{Record, StepId, Target, Value, WriterId, text_of_u64};
use crate::order;

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
}

/// What came of an intent.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// The act, to be named in [`Ctx::step`] to go on with it, and for the history.
    pub step: StepId,
    /// The note that was made or changed.
    pub note: String,
    /// The records to be stored; none if nothing changed.
    pub records: Vec<Record>,
}

/// Why an intent was not carried out. Nothing has changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IntentError {
    /// There is no note of that id.
    NoSuchNote,
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
    /// The field does not hold values of that sort.
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
                let anchor = checked_anchor(&anchor)?;
                self.set_field(note, note::ANCHOR, anchor, step::MOVE_NOTE, ctx)
            }
            Intent::DeleteNote { note } => self.set_deleted(note, true, ctx),
            Intent::RestoreNote { note } => self.set_deleted(note, false, ctx),
            Intent::Resolve { target, value } => self.resolve(target, value, ctx),
            Intent::KeepAllTexts { note } => self.keep_all_texts(note, ctx),
        }
    }

    /// The text that an editor shows: in a conflict the one that was written here, else the one that is shown.
    pub fn text_to_edit(&self, note: &str) -> &str {
        self.base_of_edit(&note_target(note, note::TEXT)).and_then(|base| base.new.as_text()).unwrap_or_default()
    }

    fn write_note(
        &mut self,
        anchor: &Anchor,
        text: &str,
        tags: &[String],
        figure_then: Option<f64>,
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        let anchor = checked_anchor(anchor)?;
        let text = checked_text(text)?;
        let tags = checked_tags(tags)?;
        let mut act = self.begin(step::WRITE_NOTE, ctx);
        let first_at = self.clock.tick(ctx.now_ms);
        let key = random_key(self.writer, first_at);
        self.push_at(&mut act, first_at, note_target(&key, note::ANCHOR), anchor, Sees::All);
        self.push(&mut act, note_target(&key, note::TEXT), Value::Text(text), Sees::All, ctx);
        if let Some(value @ Value::Number(_)) = figure_then.map(Value::number) {
            self.push(&mut act, note_target(&key, note::FIGURE), value, Sees::All, ctx);
        }
        for tag in tags {
            self.push(&mut act, tag_target(&key, &tag), Value::Bool(true), Sees::All, ctx);
        }
        Ok(act.done(key, self))
    }

    fn edit_text(&mut self, key: String, text: &str, ctx: &Ctx) -> Result<Applied, IntentError> {
        self.check_note(&key)?;
        let text = Value::Text(checked_text(text)?);
        let target = note_target(&key, note::TEXT);
        let mut act = self.begin(step::EDIT_NOTE, ctx);
        if self.base_of_edit(&target).is_none_or(|base| base.new != text) {
            self.push(&mut act, target, text, Sees::Base, ctx);
        }
        self.bring_back(&mut act, &key, ctx);
        Ok(act.done(key, self))
    }

    fn set_tags(&mut self, key: String, tags: &[String], ctx: &Ctx) -> Result<Applied, IntentError> {
        let before: BTreeSet<String> = order::set_of(self.check_note(&key)?.tags);
        let after = checked_tags(tags)?;
        let mut act = self.begin(step::TAG_NOTE, ctx);
        for tag in before.symmetric_difference(&after) {
            let has_tag = Value::Bool(after.contains(tag));
            self.push(&mut act, tag_target(&key, tag), has_tag, Sees::All, ctx);
        }
        self.bring_back(&mut act, &key, ctx);
        Ok(act.done(key, self))
    }

    fn set_field(
        &mut self,
        key: String,
        field: &str,
        value: Value,
        name: &'static str,
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        self.check_note(&key)?;
        let target = note_target(&key, field);
        let mut act = self.begin(name, ctx);
        let is_unset_default = matches!(value, Value::Bool(false)) && *self.state.value(&target) == Value::Null;
        let is_same = *self.state.value(&target) == value && self.state.conflict(&target).is_none();
        if !is_same && !is_unset_default {
            self.push(&mut act, target, value, Sees::All, ctx);
        }
        self.bring_back(&mut act, &key, ctx);
        Ok(act.done(key, self))
    }

    /// Whoever changes a deleted note (an editor that was open when a deletion came in) wants it: the same act restores it.
    fn bring_back(&mut self, act: &mut Act, key: &str, ctx: &Ctx) {
        let target = note_target(key, note::DELETED);
        if !act.records.is_empty() && self.state.value(&target).is_true() {
            self.push(act, target, Value::Bool(false), Sees::WholeThing, ctx);
        }
    }

    fn set_deleted(&mut self, key: String, deleted: bool, ctx: &Ctx) -> Result<Applied, IntentError> {
        let before = self.check_note(&key)?;
        let is_contested = before.conflicts.iter().any(|conflict| conflict.target.field == note::DELETED);
        let mut act = self.begin(if deleted { step::DELETE_NOTE } else { step::RESTORE_NOTE }, ctx);
        if before.deleted != deleted || is_contested {
            let target = note_target(&key, note::DELETED);
            self.push(&mut act, target, Value::Bool(deleted), Sees::WholeThing, ctx);
        }
        Ok(act.done(key, self))
    }

    fn resolve(&mut self, target: Target, value: Value, ctx: &Ctx) -> Result<Applied, IntentError> {
        self.state.thing(&target.kind, &target.key).ok_or(IntentError::NoSuchNote)?;
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
        let sees = if target.field == note::DELETED { Sees::WholeThing } else { Sees::All };
        self.push(&mut act, target, value, sees, ctx);
        Ok(act.done(key, self))
    }

    fn keep_all_texts(&mut self, key: String, ctx: &Ctx) -> Result<Applied, IntentError> {
        let note = self.check_note(&key)?;
        let target = note_target(&key, note::TEXT);
        let mut act = self.begin(step::RESOLVE, ctx);
        let mut texts: Vec<Value> = self.state.heads(&target).iter().map(|head| head.new.clone()).collect();
        texts.dedup();
        if texts.len() > 1 {
            let shown = texts.remove(0);
            texts.retain(|text| *text != shown);
            let anchor = Value::Text(note.anchor.to_string());
            for text in texts {
                let first_at = self.clock.tick(ctx.now_ms);
                let copy = random_key(self.writer, first_at);
                self.push_at(&mut act, first_at, note_target(&copy, note::ANCHOR), anchor.clone(), Sees::All);
                self.push(&mut act, note_target(&copy, note::TEXT), text, Sees::All, ctx);
                for tag in &note.tags {
                    self.push(&mut act, tag_target(&copy, tag), Value::Bool(true), Sees::All, ctx);
                }
            }
            self.push(&mut act, target, shown, Sees::All, ctx);
        }
        Ok(act.done(key, self))
    }

    fn check_note(&self, key: &str) -> Result<Note, IntentError> {
        self.state.note(key).ok_or(IntentError::NoSuchNote)
    }
}

fn checked_text(text: &str) -> Result<String, IntentError> {
    let text = clean_text(text);
    if clean::is_longer(&text, clean::MAX_TEXT_CHARS) {
        return Err(IntentError::TextTooLong { chars: text.chars().count(), limit_chars: clean::MAX_TEXT_CHARS });
    }
    Ok(text.into_owned())
}

fn checked_tags(tags: &[String]) -> Result<BTreeSet<String>, IntentError> {
    let mut checked = BTreeSet::new();
    for tag in tags {
        let line = clean_line(tag);
        if line.is_empty() || clean::is_longer(&line, clean::MAX_TAG_CHARS) {
            return Err(IntentError::BadTag(line));
        }
        checked.insert(line);
    }
    Ok(checked)
}

fn checked_anchor(anchor: &Anchor) -> Result<Value, IntentError> {
    let text = anchor.to_string();
    let can_be_read = Anchor::from_text(&text) == *anchor && clean_line(&text) == text;
    if !can_be_read || text.is_empty() || clean::is_longer(&text, clean::MAX_NAME_CHARS) {
        return Err(IntentError::BadAnchor);
    }
    Ok(Value::Text(text))
}

fn tag_target(key: &str, tag: &str) -> Target {
    note_target(key, &format!("{}{tag}", note::TAG_PREFIX))
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
            IntentError::TextTooLong { chars, limit_chars } => {
                write!(formatter, "the text has {chars} characters; {limit_chars} are allowed")
            }
            IntentError::BadTag(tag) => write!(formatter, "\u{201c}{tag}\u{201d} cannot be a tag: empty or too long"),
            IntentError::BadAnchor => formatter.write_str("a note cannot be put there"),
            IntentError::BadValue => formatter.write_str("the field does not hold such a value"),
        }
    }
}

impl std::error::Error for IntentError {}
