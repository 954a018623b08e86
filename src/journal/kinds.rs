//! The record kinds and their fields, in one place: a new kind is a variant of [`Kind`] and a row of [`KINDS`].
//!
//! Records of a kind or field that this page does not know are kept, merged and saved like all others; they are only not
//! shown. So a page of last month does no harm to a file of this month.

mod goals;

use super::record::Value;

mod tasks;

pub use goals::{STEP_NAMES as GOAL_STEP_NAMES, index, recommendation, shortlist, target};
pub use tasks::{check_in, task};

/// What sort of thing a record touches.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Free text anchored to something.
    Note,
    /// One reported figure of an area or of a subdivision.
    Report,
    /// A street or village of an area.
    Subdivision,
    /// A finding of the review that a person has accepted.
    Finding,
    /// An indicator that a person has added.
    Indicator,
    /// The assumptions of the estimates.
    Estimates,
    /// A period beside the data set's own.
    Period,
    /// A duty for areas.
    Task,
    /// How a task stands with a place in a period.
    CheckIn,
    /// What areas are to reach for an indicator.
    Target,
    /// What an area asks the city to decide.
    Recommendation,
    /// A setting of the composite index.
    Index,
    /// An area's place on the shortlist.
    Shortlist,
    /// A kind of a later version of the page, by its code.
    Other(String),
}

/// What a kind consists of.
#[derive(Debug, Clone, Copy)]
pub struct KindSpec {
    /// The kind's name in records.
    pub code: &'static str,
    /// How a thing comes and goes. Things without a life are named by their place (the report of an area on an
    /// indicator), so that two people who make one make the same; such a thing is gone when its fields are null.
    pub life: Option<Life>,
    /// All fields.
    pub fields: &'static [FieldSpec],
}

/// The fields that say how a thing comes and goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Life {
    /// The field that is written when a thing is made and that says where it belongs.
    pub birth_field: &'static str,
    /// The field that says that a thing was deleted.
    pub death_field: &'static str,
}

/// A field of a kind.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec {
    /// Its name; one that ends in `/` stands for all fields that begin so.
    pub name: &'static str,
    /// What it holds (or [`Value::Null`]).
    pub holds: Holds,
}

/// The sort of value that a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// [`Value::Bool`].
    Bool,
    /// [`Value::Number`].
    Number,
    /// [`Value::Text`].
    Text,
}

/// The fields of a note.
pub mod note {
    /// Where the note stands, as [`super::super::Anchor`]'s text.
    pub const ANCHOR: &str = "anchor";
    /// The note's text.
    pub const TEXT: &str = "text";
    /// Whether it is done.
    pub const DONE: &str = "done";
    /// Whether it is deleted.
    pub const DELETED: &str = "deleted";
    /// The value of the figure when the note was written.
    pub const FIGURE: &str = "figure";
    /// Followed by a tag's name: whether the note has the tag. A field for each tag, so that two people's tags add up.
    pub const TAG_PREFIX: &str = "tag/";
}

/// The fields of a report.
pub mod report {
    /// The value in the indicator's unit; null if there is no report (any more).
    pub const VALUE: &str = "value";
    /// Name of the file that it came from; null or empty if it was typed.
    pub const SOURCE: &str = "source";
}

/// The fields of a subdivision.
pub mod subdivision {
    /// Code of the area that it lies in.
    pub const AREA: &str = "area";
    /// Its name.
    pub const NAME: &str = "name";
    /// `street` or `village`.
    pub const FORM: &str = "form";
    /// How many households it has.
    pub const HOUSEHOLDS: &str = "households";
    /// Whether it is no more in the register.
    pub const RETIRED: &str = "retired";
}

/// The fields of an accepted finding.
pub mod finding {
    /// Whether the contradiction is accepted as it is.
    pub const ACCEPTED: &str = "accepted";
    /// Why.
    pub const REMARK: &str = "remark";
}

/// The fields of an indicator of one's own.
pub mod indicator {
    /// Label in Vietnamese.
    pub const LABEL_VI: &str = "label_vi";
    /// Label in English.
    pub const LABEL_EN: &str = "label_en";
    /// Label in Russian.
    pub const LABEL_RU: &str = "label_ru";
    /// Unit in Vietnamese.
    pub const UNIT_VI: &str = "unit_vi";
    /// Unit in English.
    pub const UNIT_EN: &str = "unit_en";
    /// Unit in Russian.
    pub const UNIT_RU: &str = "unit_ru";
    /// `count`, `share`, `rate`, `measure` or `yes_no`, as in a data file.
    pub const KIND: &str = "kind";
    /// `higher`, `lower` or `neither`, as in a data file.
    pub const POLARITY: &str = "polarity";
    /// Id of the indicator that it is a part of.
    pub const BASE: &str = "base";
    /// Digits behind the decimal sign.
    pub const DECIMALS: &str = "decimals";
    /// What an area is to reach.
    pub const TARGET: &str = "target";
    /// Whether it is no more in use.
    pub const RETIRED: &str = "retired";
}

/// The fields of the assumptions of the estimates; there is one such thing.
pub mod estimates {
    /// Whether missing figures are estimated.
    pub const ON: &str = "on";
    /// What areas are weighted by: `auto`, `households`, `subdivisions` or `equal`.
    pub const WEIGHTS: &str = "weights";
    /// How much alike areas are; null for the default.
    pub const OVERDISPERSION: &str = "overdispersion";
    /// Seed of the draws.
    pub const SEED: &str = "seed";
    /// How many draws the intervals are made from.
    pub const N_DRAWS: &str = "n_draws";
}

/// The fields of a period.
pub mod period {
    /// Its name for people; null if the period is not loaded (any more).
    pub const LABEL: &str = "label";
}

/// The known kinds.
pub const KINDS: &[(Kind, KindSpec)] = &[
    (
        Kind::Note,
        KindSpec {
            code: "note",
            life: Some(Life { birth_field: note::ANCHOR, death_field: note::DELETED }),
            fields: &[
                FieldSpec { name: note::ANCHOR, holds: Holds::Text },
                FieldSpec { name: note::TEXT, holds: Holds::Text },
                FieldSpec { name: note::DONE, holds: Holds::Bool },
                FieldSpec { name: note::DELETED, holds: Holds::Bool },
                FieldSpec { name: note::FIGURE, holds: Holds::Number },
                FieldSpec { name: note::TAG_PREFIX, holds: Holds::Bool },
            ],
        },
    ),
    (
        Kind::Report,
        KindSpec {
            code: "report",
            life: None,
            fields: &[
                FieldSpec { name: report::VALUE, holds: Holds::Number },
                FieldSpec { name: report::SOURCE, holds: Holds::Text },
            ],
        },
    ),
    (
        Kind::Subdivision,
        KindSpec {
            code: "subdivision",
            life: Some(Life { birth_field: subdivision::AREA, death_field: subdivision::RETIRED }),
            fields: &[
                FieldSpec { name: subdivision::AREA, holds: Holds::Text },
                FieldSpec { name: subdivision::NAME, holds: Holds::Text },
                FieldSpec { name: subdivision::FORM, holds: Holds::Text },
                FieldSpec { name: subdivision::HOUSEHOLDS, holds: Holds::Number },
                FieldSpec { name: subdivision::RETIRED, holds: Holds::Bool },
            ],
        },
    ),
    (
        Kind::Finding,
        KindSpec {
            code: "finding",
            life: None,
            fields: &[
                FieldSpec { name: finding::ACCEPTED, holds: Holds::Bool },
                FieldSpec { name: finding::REMARK, holds: Holds::Text },
            ],
        },
    ),
    (
        Kind::Indicator,
        KindSpec {
            code: "indicator",
            life: Some(Life { birth_field: indicator::KIND, death_field: indicator::RETIRED }),
            fields: &[
                FieldSpec { name: indicator::LABEL_VI, holds: Holds::Text },
                FieldSpec { name: indicator::LABEL_EN, holds: Holds::Text },
                FieldSpec { name: indicator::LABEL_RU, holds: Holds::Text },
                FieldSpec { name: indicator::UNIT_VI, holds: Holds::Text },
                FieldSpec { name: indicator::UNIT_EN, holds: Holds::Text },
                FieldSpec { name: indicator::UNIT_RU, holds: Holds::Text },
                FieldSpec { name: indicator::KIND, holds: Holds::Text },
                FieldSpec { name: indicator::POLARITY, holds: Holds::Text },
                FieldSpec { name: indicator::BASE, holds: Holds::Text },
                FieldSpec { name: indicator::DECIMALS, holds: Holds::Number },
                FieldSpec { name: indicator::TARGET, holds: Holds::Number },
                FieldSpec { name: indicator::RETIRED, holds: Holds::Bool },
            ],
        },
    ),
    (
        Kind::Estimates,
        KindSpec {
            code: "estimates",
            life: None,
            fields: &[
                FieldSpec { name: estimates::ON, holds: Holds::Bool },
                FieldSpec { name: estimates::WEIGHTS, holds: Holds::Text },
                FieldSpec { name: estimates::OVERDISPERSION, holds: Holds::Number },
                FieldSpec { name: estimates::SEED, holds: Holds::Number },
                FieldSpec { name: estimates::N_DRAWS, holds: Holds::Number },
            ],
        },
    ),
    (
        Kind::Period,
        KindSpec { code: "period", life: None, fields: &[FieldSpec { name: period::LABEL, holds: Holds::Text }] },
    ),
    (Kind::Task, tasks::TASK),
    (Kind::CheckIn, tasks::CHECK_IN),
    (Kind::Target, goals::TARGET),
    (Kind::Recommendation, goals::RECOMMENDATION),
    (Kind::Index, goals::INDEX),
    (Kind::Shortlist, goals::SHORTLIST),
];

/// The names of acts that touch the journal, as translation keys.
pub mod step {
    pub use super::goals::step::*;

    /// A note was written.
    pub const WRITE_NOTE: &str = "note-write";
    /// A note's text was changed.
    pub const EDIT_NOTE: &str = "note-edit";
    /// A note's tags were changed.
    pub const TAG_NOTE: &str = "note-tags";
    /// A note was marked done.
    pub const DONE_NOTE: &str = "note-done";
    /// A note was marked open again.
    pub const REOPEN_NOTE: &str = "note-reopen";
    /// A note was moved to another anchor.
    pub const MOVE_NOTE: &str = "note-move";
    /// A note was deleted.
    pub const DELETE_NOTE: &str = "note-delete";
    /// A deleted note was brought back.
    pub const RESTORE_NOTE: &str = "note-restore";
    /// A conflict was resolved.
    pub const RESOLVE: &str = "resolve";
    /// A reported figure was entered or changed.
    pub const ENTER_REPORT: &str = "report-enter";
    /// A report was withdrawn.
    pub const WITHDRAW_REPORT: &str = "report-withdraw";
    /// Reports were taken from a file.
    pub const IMPORT_REPORTS: &str = "report-import";
    /// The practice set was loaded.
    pub const LOAD_PRACTICE: &str = "practice-load";
    /// The practice set was removed.
    pub const REMOVE_PRACTICE: &str = "practice-remove";
    /// A street or village was entered.
    pub const ENTER_SUBDIVISION: &str = "subdivision-enter";
    /// A street or village was changed.
    pub const EDIT_SUBDIVISION: &str = "subdivision-edit";
    /// A street or village was taken out of the register.
    pub const RETIRE_SUBDIVISION: &str = "subdivision-retire";
    /// A street or village was put back into the register.
    pub const RESTORE_SUBDIVISION: &str = "subdivision-restore";
    /// Streets and villages were taken from a file.
    pub const IMPORT_SUBDIVISIONS: &str = "subdivision-import";
    /// A finding was accepted, or its remark changed.
    pub const ACCEPT_FINDING: &str = "finding-accept";
    /// An accepted finding was opened again.
    pub const REOPEN_FINDING: &str = "finding-reopen";
    /// An indicator was added.
    pub const ADD_INDICATOR: &str = "indicator-add";
    /// An indicator was changed.
    pub const EDIT_INDICATOR: &str = "indicator-edit";
    /// An indicator was retired.
    pub const RETIRE_INDICATOR: &str = "indicator-retire";
    /// A retired indicator was brought back.
    pub const RESTORE_INDICATOR: &str = "indicator-restore";
    /// The assumptions of the estimates were changed.
    pub const SET_ESTIMATES: &str = "estimates-set";
    /// A period was added or renamed.
    pub const SET_PERIOD: &str = "period-set";
    /// A period was removed.
    pub const REMOVE_PERIOD: &str = "period-remove";
    /// A task was added.
    pub const ADD_TASK: &str = "task-add";
    /// A task was changed.
    pub const EDIT_TASK: &str = "task-edit";
    /// A task was handed to areas, or taken from them.
    pub const HAND_TASK: &str = "task-hand";
    /// A task was retired.
    pub const RETIRE_TASK: &str = "task-retire";
    /// A retired task was brought back.
    pub const RESTORE_TASK: &str = "task-restore";
    /// A check-in was made or changed.
    pub const CHECK_IN: &str = "check-in";
    /// Several check-ins were made or changed.
    pub const CHECK_IN_MANY: &str = "check-in-many";
    /// Check-ins were cleared.
    pub const CLEAR_CHECK_IN: &str = "check-in-clear";
}

/// Every name of [`step`].
pub const STEP_NAMES: &[&str] = &[
    step::WRITE_NOTE,
    step::EDIT_NOTE,
    step::TAG_NOTE,
    step::DONE_NOTE,
    step::REOPEN_NOTE,
    step::MOVE_NOTE,
    step::DELETE_NOTE,
    step::RESTORE_NOTE,
    step::RESOLVE,
    step::ENTER_REPORT,
    step::WITHDRAW_REPORT,
    step::IMPORT_REPORTS,
    step::LOAD_PRACTICE,
    step::REMOVE_PRACTICE,
    step::ENTER_SUBDIVISION,
    step::EDIT_SUBDIVISION,
    step::RETIRE_SUBDIVISION,
    step::RESTORE_SUBDIVISION,
    step::IMPORT_SUBDIVISIONS,
    step::ACCEPT_FINDING,
    step::REOPEN_FINDING,
    step::ADD_INDICATOR,
    step::EDIT_INDICATOR,
    step::RETIRE_INDICATOR,
    step::RESTORE_INDICATOR,
    step::SET_ESTIMATES,
    step::SET_PERIOD,
    step::REMOVE_PERIOD,
    step::ADD_TASK,
    step::EDIT_TASK,
    step::HAND_TASK,
    step::RETIRE_TASK,
    step::RESTORE_TASK,
    step::CHECK_IN,
    step::CHECK_IN_MANY,
    step::CLEAR_CHECK_IN,
];

impl Kind {
    /// The kind's name in records.
    pub fn code(&self) -> &str {
        match self {
            Kind::Other(code) => code,
            known => known.spec().map_or("", |spec| spec.code),
        }
    }

    /// The kind of a name; an unknown one is [`Kind::Other`].
    pub fn from_code(code: &str) -> Kind {
        let known = KINDS.iter().find(|(_, spec)| spec.code == code);
        known.map_or_else(|| Kind::Other(code.to_owned()), |(kind, _)| kind.clone())
    }

    /// What the kind consists of, if it is known.
    pub fn spec(&self) -> Option<&'static KindSpec> {
        KINDS.iter().find(|(kind, _)| kind == self).map(|(_, spec)| spec)
    }

    /// How things of the kind come and go, if they do.
    pub fn life(&self) -> Option<Life> {
        self.spec()?.life
    }

    /// Whether a value may stand in a field. Everything may in kinds and fields that are not known.
    pub fn accepts(&self, field: &str, value: &Value) -> bool {
        let is_field = |spec: &&FieldSpec| {
            spec.name == field
                || spec.name.ends_with('/') && field.len() > spec.name.len() && field.starts_with(spec.name)
        };
        let Some(field) = self.spec().and_then(|kind| kind.fields.iter().find(is_field)) else { return true };
        matches!(
            (field.holds, value),
            (_, Value::Null)
                | (Holds::Bool, Value::Bool(_))
                | (Holds::Number, Value::Number(_))
                | (Holds::Text, Value::Text(_))
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_round_trip_and_are_unique() {
        for (kind, spec) in KINDS {
            assert_eq!(&Kind::from_code(spec.code), kind);
            assert_eq!(kind.code(), spec.code);
            for life_field in spec.life.iter().flat_map(|life| [life.birth_field, life.death_field]) {
                assert!(spec.fields.iter().any(|field| field.name == life_field));
            }
        }
        assert_eq!(Kind::from_code("parade"), Kind::Other("parade".to_owned()));
        assert_eq!(Kind::from_code("parade").code(), "parade");
    }

    #[test]
    fn step_names_are_unique() {
        let names: Vec<&str> = STEP_NAMES.iter().chain(&GOAL_STEP_NAMES).copied().collect();
        assert_eq!(crate::order::set_of(names.iter()).len(), names.len());
    }

    #[test]
    fn fields_hold_what_they_say() {
        assert!(Kind::Note.accepts("text", &Value::from("a")));
        assert!(!Kind::Note.accepts("text", &Value::from(true)));
        assert!(Kind::Note.accepts("tag/urgent", &Value::from(true)));
        assert!(!Kind::Note.accepts("tag/urgent", &Value::from("yes")));
        assert!(Kind::Note.accepts("of-next-year", &Value::from("yes")));
        assert!(Kind::from_code("parade").accepts("text", &Value::from(true)));
    }
}
