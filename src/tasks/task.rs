//! The tasks: those of the data set with what people have changed in them, then those that people have added.

use super::calendar::Schedule;
use super::defaults;
use crate::data::{DataSet, Lang, Tr};
use crate::journal::{JournalState, Measure, Outcome, Recipients, StoredTask, TaskDraft};

/// A duty for areas.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// `T1` to `T10`, or a random one, the same on every device.
    pub id: String,
    /// Whether it is of the data set.
    pub is_built_in: bool,
    /// What is to be done; a language that was left out shows another.
    pub title: Tr,
    /// The group that it stands in; may be empty.
    pub group: Tr,
    /// Who is responsible; may be empty.
    pub role: Tr,
    /// When or how often in the words of the source; empty for one's own.
    pub when: Tr,
    /// When it runs and how often it is checked.
    pub schedule: Schedule,
    /// What is to be shown for it; may be empty.
    pub evidence: String,
    /// The indicator that measures it, if one does.
    pub measure: Option<Measure>,
    /// What a check-in counts.
    pub outcomes: Vec<Outcome>,
    /// Whom it is handed to.
    pub to: Recipients,
    /// Whether it is no more in use.
    pub retired: bool,
    /// Whether people differ in a field of it.
    pub has_conflict: bool,
}

/// All tasks, retired ones too: those of the data set in its order, then one's own in the order of their making.
pub fn tasks(ds: &DataSet, state: &JournalState) -> Vec<Task> {
    let mut tasks = Vec::with_capacity(ds.tasks.len());
    for built_in in &ds.tasks {
        let (group, mut before) = defaults::of(&ds.id, &built_in.id);
        before.title = built_in.title.clone();
        let stored = state.task_over(&built_in.id, before);
        let group = group.map(|words| Tr { vi: words.vi.into(), en: words.en.into(), ru: words.ru.into() });
        tasks.push(Task {
            is_built_in: true,
            when: built_in.rhythm.clone(),
            ..task(stored, group.unwrap_or_default(), built_in.who.clone())
        });
    }
    for own in state.own_tasks() {
        // A workspace of another data set may have changed one of this id; the data set's own is shown.
        if !tasks.iter().any(|task| task.id == own.id) {
            tasks.push(task(own, Tr::default(), Tr::default()));
        }
    }
    tasks
}

impl Task {
    /// Whether an area has it.
    pub fn is_for(&self, area: &str) -> bool {
        self.to.all || self.to.areas.iter().any(|code| code == area)
    }

    /// What a form begins with, and what [`Intent::EditTask`](crate::journal::Intent::EditTask) wants as what was there.
    pub fn draft(&self, lang: Lang) -> TaskDraft {
        let Schedule { rhythm, start, due } = self.schedule;
        TaskDraft {
            title: self.title.clone(),
            group: self.group.get(lang).to_owned(),
            role: self.role.get(lang).to_owned(),
            rhythm,
            start,
            due,
            evidence: self.evidence.clone(),
            measure: self.measure.clone(),
            outcomes: self.outcomes.clone(),
            to: self.to.clone(),
        }
    }
}

/// A task as the journal holds it; where it has no group or role, the given ones hold.
fn task(stored: StoredTask, group: Tr, role: Tr) -> Task {
    let StoredTask { id, draft, retired, has_conflict } = stored;
    let schedule = Schedule { rhythm: draft.rhythm, start: draft.start, due: draft.due };
    Task {
        is_built_in: false,
        title: whole(draft.title, &id),
        group: in_all_or(draft.group, group),
        role: in_all_or(draft.role, role),
        when: Tr::default(),
        schedule,
        evidence: draft.evidence,
        measure: draft.measure,
        outcomes: draft.outcomes,
        to: draft.to,
        retired,
        has_conflict,
        id,
    }
}

/// A person's words, in whatever language, for all three.
fn in_all_or(words: String, default: Tr) -> Tr {
    if words.is_empty() { default } else { Tr { vi: words.clone(), en: words.clone(), ru: words } }
}

/// Fills languages that were left out; the id stands in if none is there.
fn whole(mut title: Tr, id: &str) -> Tr {
    let texts = [&title.vi, &title.en, &title.ru];
    let fill = texts.into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_else(|| id.to_owned());
    for text in [&mut title.vi, &mut title.en, &mut title.ru] {
        if text.is_empty() {
            text.clone_from(&fill);
        }
    }
    title
}
