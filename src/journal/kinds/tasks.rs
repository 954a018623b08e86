//! The kinds of the year's work: tasks and check-ins.

use super::{FieldSpec, Holds, KindSpec, Life};

/// The fields of a task. In a task of the data set what is null is as the data set has it; in one of one's own it is empty.
pub mod task {
    /// Whether it is a task of one's own; never written for one of the data set, which nobody makes or unmakes.
    pub const MADE: &str = "made";
    /// Title in Vietnamese.
    pub const TITLE_VI: &str = "title_vi";
    /// Title in English.
    pub const TITLE_EN: &str = "title_en";
    /// Title in Russian.
    pub const TITLE_RU: &str = "title_ru";
    /// The group that it stands in, in a person's words.
    pub const GROUP: &str = "group";
    /// Who is responsible, by office.
    pub const ROLE: &str = "role";
    /// `once`, `monthly`, `quarterly` or `yearly`.
    pub const RHYTHM: &str = "rhythm";
    /// First day, `yyyy-mm-dd`.
    pub const START: &str = "start";
    /// Last day, `yyyy-mm-dd`.
    pub const DUE: &str = "due";
    /// What is to be shown for it.
    pub const EVIDENCE: &str = "evidence";
    /// Id of the indicator that measures it.
    pub const INDICATOR: &str = "indicator";
    /// The value that the indicator is to reach.
    pub const TARGET: &str = "target";
    /// Codes of the outcomes that a check-in counts, with commas; empty for none.
    pub const OUTCOMES: &str = "outcomes";
    /// Whether it is handed to all areas.
    pub const ALL: &str = "all";
    /// Followed by an area's code: whether it is handed to that area. A field for each, so that two people's areas add up.
    pub const TO_PREFIX: &str = "to/";
    /// Whether it is no more in use.
    pub const RETIRED: &str = "retired";
}

/// The fields of a check-in.
pub mod check_in {
    /// `not_started`, `on_track`, `at_risk`, `done` or `not_applicable`.
    pub const STATUS: &str = "status";
    /// In a person's words.
    pub const REMARK: &str = "remark";
    /// The value of the task's indicator.
    pub const FIGURE: &str = "figure";
    /// Followed by an outcome's code: how many there were.
    pub const OUTCOME_PREFIX: &str = "outcome/";
}

pub(super) const TASK: KindSpec = KindSpec {
    code: "task",
    life: Some(Life { birth_field: task::MADE, death_field: task::RETIRED }),
    fields: &[
        FieldSpec { name: task::MADE, holds: Holds::Bool },
        FieldSpec { name: task::TITLE_VI, holds: Holds::Text },
        FieldSpec { name: task::TITLE_EN, holds: Holds::Text },
        FieldSpec { name: task::TITLE_RU, holds: Holds::Text },
        FieldSpec { name: task::GROUP, holds: Holds::Text },
        FieldSpec { name: task::ROLE, holds: Holds::Text },
        FieldSpec { name: task::RHYTHM, holds: Holds::Text },
        FieldSpec { name: task::START, holds: Holds::Text },
        FieldSpec { name: task::DUE, holds: Holds::Text },
        FieldSpec { name: task::EVIDENCE, holds: Holds::Text },
        FieldSpec { name: task::INDICATOR, holds: Holds::Text },
        FieldSpec { name: task::TARGET, holds: Holds::Number },
        FieldSpec { name: task::OUTCOMES, holds: Holds::Text },
        FieldSpec { name: task::ALL, holds: Holds::Bool },
        FieldSpec { name: task::TO_PREFIX, holds: Holds::Bool },
        FieldSpec { name: task::RETIRED, holds: Holds::Bool },
    ],
};

pub(super) const CHECK_IN: KindSpec = KindSpec {
    code: "check_in",
    life: None,
    fields: &[
        FieldSpec { name: check_in::STATUS, holds: Holds::Text },
        FieldSpec { name: check_in::REMARK, holds: Holds::Text },
        FieldSpec { name: check_in::FIGURE, holds: Holds::Number },
        FieldSpec { name: check_in::OUTCOME_PREFIX, holds: Holds::Number },
    ],
};
