//! The intents on notes.

use std::collections::BTreeSet;

use super::{Applied, Ctx, IntentError, checked_text, random_key};
use crate::journal::act::Sees;
use crate::journal::clean::{self, clean_line};
use crate::journal::kinds::{Kind, note, step};
use crate::journal::merge::Journal;
use crate::journal::notes::{Anchor, Note, note_target};
use crate::journal::record::{Target, Value};
use crate::order;

impl Journal {
    /// The text that an editor shows: in a conflict the one that was written here, else the one that is shown.
    pub fn text_to_edit(&self, note: &str) -> &str {
        self.base_of_edit(&note_target(note, note::TEXT)).and_then(|base| base.new.as_text()).unwrap_or_default()
    }

    pub(super) fn write_note(
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

    pub(super) fn edit_text(&mut self, key: String, text: &str, ctx: &Ctx) -> Result<Applied, IntentError> {
        self.check_note(&key)?;
        let text = Value::Text(checked_text(text)?);
        let target = note_target(&key, note::TEXT);
        let mut act = self.begin(step::EDIT_NOTE, ctx);
        if self.base_of_edit(&target).is_none_or(|base| base.new != text) {
            self.push(&mut act, target, text, Sees::Base, ctx);
        }
        self.bring_back(&mut act, &Kind::Note, &key, ctx);
        Ok(act.done(key, self))
    }

    pub(super) fn set_tags(&mut self, key: String, tags: &[String], ctx: &Ctx) -> Result<Applied, IntentError> {
        let before: BTreeSet<String> = order::set_of(self.check_note(&key)?.tags);
        let after = checked_tags(tags)?;
        let mut act = self.begin(step::TAG_NOTE, ctx);
        for tag in before.symmetric_difference(&after) {
            let has_tag = Value::Bool(after.contains(tag));
            self.push(&mut act, tag_target(&key, tag), has_tag, Sees::All, ctx);
        }
        self.bring_back(&mut act, &Kind::Note, &key, ctx);
        Ok(act.done(key, self))
    }

    pub(super) fn set_field(
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
        self.bring_back(&mut act, &Kind::Note, &key, ctx);
        Ok(act.done(key, self))
    }

    pub(super) fn keep_all_texts(&mut self, key: String, ctx: &Ctx) -> Result<Applied, IntentError> {
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

pub(super) fn checked_anchor(anchor: &Anchor) -> Result<Value, IntentError> {
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
