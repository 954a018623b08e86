//! The intents on tasks and check-ins.

use super::register::Fields;
use super::reports::check_plain;
use super::{Applied, Ctx, IntentError, checked_line, checked_number, checked_text, optional, target_of};
use crate::data::read::limits;
use crate::journal::act::{Act, Sees};
use crate::journal::clean;
use crate::journal::kinds::{Kind, check_in, step, task};
use crate::journal::merge::Journal;
use crate::journal::record::Value;
use crate::journal::tasks::{CheckInChange, CheckInKey, Outcome, TaskDraft};
use crate::text::date::CivilDate;

impl Journal {
    pub(super) fn add_task(&mut self, draft: &TaskDraft, ctx: &Ctx) -> Result<Applied, IntentError> {
        let mut fields = task_fields(draft)?;
        let areas = checked_areas(draft.to.areas.iter().map(|area| (area.as_str(), true)))?;
        fields.retain(|(_, value)| *value != Value::Null);
        fields.insert(0, (task::MADE, Value::Bool(true)));
        let mut act = self.begin(step::ADD_TASK, ctx);
        let id = self.bear(&mut act, &Kind::Task, fields, ctx);
        self.put_areas(&mut act, &id, areas, ctx);
        Ok(act.done(id, self))
    }

    /// Writes only what the person has changed. So a change to one field of the data set's task does not pin the others,
    /// and what came in from others while the form was open stays.
    pub(super) fn edit_task(
        &mut self,
        id: String,
        was: &TaskDraft,
        draft: &TaskDraft,
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        check_task_id(&id)?;
        // What stood in the form need not pass: it may come from a file of a later page.
        let before = task_fields(was).unwrap_or_default();
        let fields = task_fields(draft)?;
        let new = draft.to.areas.iter().filter(|area| !was.to.areas.contains(area)).map(|area| (area.as_str(), true));
        let old = was.to.areas.iter().filter(|area| !draft.to.areas.contains(area)).map(|area| (area.as_str(), false));
        let areas = checked_areas(new.chain(old))?;
        let mut act = self.begin(step::EDIT_TASK, ctx);
        for field in fields {
            if !before.contains(&field) {
                self.put_task(&mut act, &id, field.0, field.1, ctx);
            }
        }
        self.put_areas(&mut act, &id, areas, ctx);
        self.bring_back(&mut act, &Kind::Task, &id, ctx);
        Ok(act.done(id, self))
    }

    pub(super) fn hand_task(
        &mut self,
        id: String,
        all: Option<bool>,
        areas: &[(String, bool)],
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        check_task_id(&id)?;
        let areas = checked_areas(areas.iter().map(|(area, yes)| (area.as_str(), *yes)))?;
        let mut act = self.begin(step::HAND_TASK, ctx);
        if let Some(all) = all {
            self.put_task(&mut act, &id, task::ALL, Value::Bool(all), ctx);
        }
        self.put_areas(&mut act, &id, areas, ctx);
        self.bring_back(&mut act, &Kind::Task, &id, ctx);
        Ok(act.done(id, self))
    }

    pub(super) fn retire_task(&mut self, id: String, retired: bool, ctx: &Ctx) -> Result<Applied, IntentError> {
        let name = if retired { step::RETIRE_TASK } else { step::RESTORE_TASK };
        if self.state.thing(&Kind::Task, &id).is_some() {
            return self.set_gone(&Kind::Task, id, retired, name, ctx);
        }
        // A task of the data set that nobody has touched yet.
        check_task_id(&id)?;
        let mut act = self.begin(name, ctx);
        self.put(&mut act, &Kind::Task, &id, vec![(task::RETIRED, Value::Bool(retired))], ctx);
        Ok(act.done(id, self))
    }

    /// One entry for one cell, or the same for many as one act.
    pub(super) fn set_check_ins(
        &mut self,
        cells: &[CheckInKey],
        change: &CheckInChange,
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        let fields = check_in_fields(change)?;
        let keys: Vec<String> = cells.iter().map(checked_cell).collect::<Result<_, _>>()?;
        let name = if keys.len() > 1 { step::CHECK_IN_MANY } else { step::CHECK_IN };
        let mut act = self.begin(name, ctx);
        for key in &keys {
            self.put(&mut act, &Kind::CheckIn, key, fields.clone(), ctx);
        }
        Ok(act.done(only(keys), self))
    }

    pub(super) fn clear_check_ins(&mut self, cells: &[CheckInKey], ctx: &Ctx) -> Result<Applied, IntentError> {
        let keys: Vec<String> = cells.iter().map(checked_cell).collect::<Result<_, _>>()?;
        let mut fields: Fields = Outcome::ALL.iter().map(|(field, _)| (*field, Value::Null)).collect();
        fields.extend([check_in::STATUS, check_in::REMARK, check_in::FIGURE].map(|field| (field, Value::Null)));
        let mut act = self.begin(step::CLEAR_CHECK_IN, ctx);
        for key in &keys {
            self.put(&mut act, &Kind::CheckIn, key, fields.clone(), ctx);
        }
        Ok(act.done(only(keys), self))
    }

    /// Unlike [`Journal::put`] it also writes a "no" where nothing was written, since the data set may say "yes".
    fn put_task(&mut self, act: &mut Act, id: &str, field: &str, value: Value, ctx: &Ctx) {
        let target = target_of(&Kind::Task, id, field);
        if *self.state.value(&target) != value || self.state.conflict(&target).is_some() {
            self.push(act, target, value, Sees::All, ctx);
        }
    }

    fn put_areas(&mut self, act: &mut Act, id: &str, areas: Vec<(String, bool)>, ctx: &Ctx) {
        for (field, yes) in areas {
            let target = target_of(&Kind::Task, id, &field);
            if yes || *self.state.value(&target) != Value::Null {
                self.put_task(act, id, &field, Value::Bool(yes), ctx);
            }
        }
    }
}

fn task_fields(draft: &TaskDraft) -> Result<Fields, IntentError> {
    let text = |text: &str| checked_line(text, limits::CHARACTERS).map(optional);
    let titles = [text(&draft.title.vi)?, text(&draft.title.en)?, text(&draft.title.ru)?];
    if titles.iter().all(|title| *title == Value::Null) {
        return Err(IntentError::NoName);
    }
    if draft.start.zip(draft.due).is_some_and(|(start, due)| start > due) {
        return Err(IntentError::BadValue);
    }
    let day = |day: Option<CivilDate>| day.map_or(Value::Null, |day| Value::Text(day.to_string()));
    let (mut indicator, mut target) = (Value::Null, Value::Null);
    if let Some(measure) = &draft.measure {
        check_plain(&measure.indicator, clean::MAX_NAME_CHARS)?;
        indicator = Value::from(measure.indicator.as_str());
        target = checked_number(measure.target, -limits::AMOUNT, limits::AMOUNT)?;
    }
    let mut outcomes = String::new();
    for (_, outcome) in Outcome::ALL {
        if draft.outcomes.contains(&outcome) {
            if !outcomes.is_empty() {
                outcomes.push(',');
            }
            outcomes.push_str(outcome.code());
        }
    }
    let [vi, en, ru] = titles;
    Ok(vec![
        (task::TITLE_VI, vi),
        (task::TITLE_EN, en),
        (task::TITLE_RU, ru),
        (task::GROUP, text(&draft.group)?),
        (task::ROLE, text(&draft.role)?),
        (task::RHYTHM, Value::from(draft.rhythm.code())),
        (task::START, day(draft.start)),
        (task::DUE, day(draft.due)),
        (task::EVIDENCE, text(&draft.evidence)?),
        (task::INDICATOR, indicator),
        (task::TARGET, target),
        (task::OUTCOMES, Value::Text(outcomes)),
        (task::ALL, Value::Bool(draft.to.all)),
    ])
}

/// The fields that say whether single areas have the task.
fn checked_areas<'a>(areas: impl Iterator<Item = (&'a str, bool)>) -> Result<Vec<(String, bool)>, IntentError> {
    let mut fields = Vec::new();
    for (area, yes) in areas {
        check_plain(area, clean::MAX_TAG_CHARS)?;
        let mut field = task::TO_PREFIX.to_owned();
        field.push_str(area);
        fields.push((field, yes));
    }
    Ok(fields)
}

fn check_in_fields(change: &CheckInChange) -> Result<Fields, IntentError> {
    let mut fields = Fields::new();
    if let Some(status) = change.status {
        fields.push((check_in::STATUS, Value::from(status.code())));
    }
    if let Some(remark) = &change.remark {
        fields.push((check_in::REMARK, optional(checked_text(remark)?)));
    }
    if let Some(figure) = change.figure {
        let figure = figure.map(|number| checked_number(number, -limits::AMOUNT, limits::AMOUNT)).transpose()?;
        fields.push((check_in::FIGURE, figure.unwrap_or_default()));
    }
    for (outcome, count) in &change.outcomes {
        let is_whole = count.is_none_or(|count| count.fract() == 0.0);
        let count = count.map(|count| checked_number(count, 0.0, limits::AMOUNT)).transpose()?;
        if !is_whole {
            return Err(IntentError::BadValue);
        }
        fields.push((outcome.field(), count.unwrap_or_default()));
    }
    Ok(fields)
}

/// A task's id stands in keys of check-ins, so it holds no colon. It is not looked up: a task of the data set has no
/// records until somebody changes it.
fn check_task_id(id: &str) -> Result<(), IntentError> {
    check_plain(id, clean::MAX_TAG_CHARS)?;
    if id.contains(':') { Err(IntentError::BadKey) } else { Ok(()) }
}

fn checked_cell(cell: &CheckInKey) -> Result<String, IntentError> {
    let text = cell.to_string();
    check_plain(&text, clean::MAX_NAME_CHARS)?;
    if CheckInKey::from_text(&text).as_ref() == Some(cell) { Ok(text) } else { Err(IntentError::BadKey) }
}

/// The key of an act on one thing; empty for an act on many.
fn only(mut keys: Vec<String>) -> String {
    if keys.len() == 1 { keys.remove(0) } else { String::new() }
}
