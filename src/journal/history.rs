//! The list of steps that can be taken back, of the journal and of the view alike, in the order in which they were made.
//!
//! A view step is a pair of address strings (the part behind `#`), so that filters, selection, layout and classes are
//! undone like notes; a journal step is the id of an act, see [`super::undo`]. The list is bounded and survives a reload
//! under a key of its own; losing it costs the undo list, never data. Merged records never come onto it.

use std::collections::VecDeque;

use super::record::{RecordId, StepId};
use super::storage::{KeyValue, StoreError, set_verified};
use crate::json::{self, FromJson, Json};

/// Most steps that are kept.
pub const MAX_STEPS: usize = 200;
const KEY_PREFIX: &str = "ward-atlas/history/";
const SCHEMA: u32 = 1;

/// Steps done and steps taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
}

/// One step of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Translation key of its name: one of [`super::kinds::STEP_NAMES`] or the view's own.
    pub name: String,
    /// When, milliseconds since 1970.
    pub at_ms: u64,
    /// What it changed.
    pub change: Change,
}

/// What a step changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// An act in the journal.
    Journal(StepId),
    /// The view state, as address strings before and after.
    View {
        /// Before.
        old: String,
        /// After.
        new: String,
    },
}

impl History {
    /// A step was made. What was taken back before can no longer be redone. A step that goes on with the act on top
    /// (typing) or leads nowhere is no new step; a view step of the same name within `joins_within_ms` of the one on top
    /// (a brush being dragged) is joined with it.
    pub fn push(&mut self, step: Step, joins_within_ms: u64) {
        if matches!(&step.change, Change::View { old, new } if old == new) {
            return;
        }
        self.undone.clear();
        if let Some(top) = self.done.back_mut() {
            match (&mut top.change, &step.change) {
                (Change::Journal(on_top), Change::Journal(act)) if on_top == act => {
                    top.at_ms = step.at_ms;
                    return;
                }
                (Change::View { new: on_top, .. }, Change::View { old, new })
                    if on_top == old
                        && top.name == step.name
                        && step.at_ms.saturating_sub(top.at_ms) <= joins_within_ms =>
                {
                    on_top.clone_from(new);
                    top.at_ms = step.at_ms;
                    return;
                }
                _ => {}
            }
        }
        self.done.push_back(step);
        if self.done.len() > MAX_STEPS {
            self.done.pop_front();
        }
    }

    /// Takes the latest step off for being undone. Having undone it, the caller says so with [`History::undid`].
    pub fn undo(&mut self) -> Option<Step> {
        self.done.pop_back()
    }

    /// A step was undone: it can be redone. `act` is the act that the undo was, for a journal step
    /// ([`super::UndoReport::step`]); without one nothing was put back, and there is nothing to redo.
    pub fn undid(&mut self, step: Step, act: Option<StepId>) {
        if let Some(step) = step.turned(act) {
            self.undone.push(step);
        }
    }

    /// Takes the step that was undone last off for being redone. Having redone it, the caller says so with
    /// [`History::redid`]. A journal step is redone by undoing the act that it names.
    pub fn redo(&mut self) -> Option<Step> {
        self.undone.pop()
    }

    /// A step was redone: it can be undone again. `act` as in [`History::undid`].
    pub fn redid(&mut self, step: Step, act: Option<StepId>) {
        if let Some(step) = step.turned(act) {
            self.done.push_back(step);
        }
    }

    /// The steps that can be undone, latest first.
    pub fn done(&self) -> impl Iterator<Item = &Step> {
        self.done.iter().rev()
    }

    /// The steps that can be redone, next first.
    pub fn undone(&self) -> impl Iterator<Item = &Step> {
        self.undone.iter().rev()
    }

    /// The list as it was stored for a slot (a tab's name in its session); empty if there is none or it cannot be read.
    pub fn load(store: &impl KeyValue, slot: &str) -> Result<History, StoreError> {
        let text = store.get(&key(slot))?.unwrap_or_default();
        Ok(json::parse(&text).ok().and_then(History::of_json).unwrap_or_default())
    }

    /// Stores the list for a slot.
    pub fn save(&self, store: &mut impl KeyValue, slot: &str) -> Result<(), StoreError> {
        let stored = Json::object([
            ("schema", Json::from(SCHEMA)),
            ("done", Json::list(self.done.iter().map(Step::to_json))),
            ("undone", Json::list(self.undone.iter().map(Step::to_json))),
        ]);
        set_verified(store, &key(slot), &stored.to_text())
    }

    fn of_json(json: Json) -> Option<History> {
        let mut fields = json.fields().ok()?;
        let mut steps = |name: &str| -> Option<Vec<Step>> {
            let Json::List(steps) = fields.raw(name)? else { return None };
            steps.into_iter().map(Step::of_json).collect()
        };
        let (mut done, undone) = (VecDeque::from(steps("done")?), steps("undone")?);
        while done.len() > MAX_STEPS {
            done.pop_front();
        }
        (fields.take::<u32>("schema") == Ok(SCHEMA)).then_some(History { done, undone })
    }
}

impl Step {
    /// Name, time, and either an act's id or the address before and after.
    fn to_json(&self) -> Json<'_> {
        let (act, view) = match &self.change {
            Change::Journal(act) => (Json::from(act.to_string()), Json::Null),
            Change::View { old, new } => (Json::Null, Json::list([old.as_str(), new.as_str()])),
        };
        Json::List(vec![Json::from(self.name.as_str()), Json::from(self.at_ms), act, view])
    }

    fn of_json(json: Json) -> Option<Step> {
        let [name, at_ms, act, view] = json.exactly().ok()?;
        let view: Option<(String, String)> = FromJson::from_json(view).ok()?;
        let change = match (act, view) {
            (Json::Text(act), None) => Change::Journal(act.parse::<RecordId>().ok()?),
            (Json::Null, Some((old, new))) => Change::View { old, new },
            _ => return None,
        };
        Some(Step { name: FromJson::from_json(name).ok()?, at_ms: FromJson::from_json(at_ms).ok()?, change })
    }

    /// The step as it stands on the other list: a view step as it is, a journal step with the act that took it back.
    fn turned(self, act: Option<StepId>) -> Option<Step> {
        match self.change {
            Change::View { .. } => Some(self),
            Change::Journal(_) => act.map(|act| Step { change: Change::Journal(act), ..self }),
        }
    }
}

fn key(slot: &str) -> String {
    format!("{KEY_PREFIX}{slot}")
}

#[cfg(test)]
mod tests {
    use super::super::storage::MemoryStore;
    use super::super::{Hlc, WriterId};
    use super::*;
    use proptest::prelude::*;

    fn view(name: &str, at_ms: u64, old: &str, new: &str) -> Step {
        Step { name: name.to_owned(), at_ms, change: Change::View { old: old.to_owned(), new: new.to_owned() } }
    }

    fn act(count: u32) -> StepId {
        RecordId { at: Hlc { ms: 1, count }, writer: WriterId(u64::MAX) }
    }

    fn note(count: u32) -> Step {
        Step { name: "note-edit".to_owned(), at_ms: 1, change: Change::Journal(act(count)) }
    }

    #[test]
    fn a_dragged_brush_and_a_run_of_typing_are_one_step() {
        let mut history = History::default();
        history.push(view("filter", 0, "a", "b"), 500);
        history.push(view("filter", 400, "b", "c"), 500);
        history.push(view("filter", 2000, "c", "d"), 500);
        history.push(view("layout", 2001, "d", "e"), 500);
        history.push(note(1), 500);
        history.push(note(1), 500);
        history.push(view("filter", 2002, "e", "e"), 500);
        assert_eq!(history.done().count(), 4);
        assert_eq!(history.done().last(), Some(&view("filter", 400, "a", "c")));
    }

    #[test]
    fn a_new_step_ends_redo() {
        let mut history = History::default();
        history.push(note(1), 0);
        let step = history.undo().unwrap();
        history.undid(step, Some(act(2)));
        assert_eq!(history.undone().next().map(|step| &step.change), Some(&Change::Journal(act(2))));
        history.push(note(3), 0);
        assert_eq!(history.redo(), None);
    }

    #[test]
    fn an_undo_that_put_nothing_back_cannot_be_redone() {
        let mut history = History::default();
        history.push(note(1), 0);
        let step = history.undo().unwrap();
        history.undid(step, None);
        assert_eq!((history.undo(), history.redo()), (None, None));
    }

    proptest! {
        #[test]
        fn undo_and_redo_lead_back(names in prop::collection::vec("[ab]", 1..300), back in 0usize..300) {
            let mut history = History::default();
            for (ix, name) in names.iter().enumerate() {
                history.push(view(name, ix as u64, &ix.to_string(), &(ix + 1).to_string()), 0);
            }
            let before = history.clone();
            let mut taken = 0;
            while taken < back && let Some(step) = history.undo() {
                history.undid(step, None);
                taken += 1;
            }
            let mut store = MemoryStore::default();
            history.save(&mut store, "tab").unwrap();
            prop_assert_eq!(&History::load(&store, "tab").unwrap(), &history);
            while let Some(step) = history.redo() {
                history.redid(step, None);
            }
            prop_assert_eq!(history, before);
        }

        #[test]
        fn any_stored_text_gives_a_history(text: String) {
            let mut store = MemoryStore::default();
            store.set("ward-atlas/history/x", &text).unwrap();
            prop_assert!(History::load(&store, "x").is_ok());
        }
    }
}
