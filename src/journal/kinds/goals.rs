//! The kinds of what is to be reached, asked for and honoured: targets, recommendations, settings of the composite index
//! and the shortlist, with the names of the acts on them.

use super::{FieldSpec, Holds, KindSpec, Life};

/// The fields of a target.
pub mod target {
    /// The rule as [`crate::journal::TargetRule`] writes it; one field, so that two people's rules are never mixed.
    pub const RULE: &str = "rule";
}

/// The fields of a recommendation.
pub mod recommendation {
    /// Code of the area that asks.
    pub const AREA: &str = "area";
    /// What it asks for.
    pub const TEXT: &str = "text";
    /// What it is about, in a person's words.
    pub const THEME: &str = "theme";
    /// Whom it is addressed to.
    pub const TO: &str = "to";
    /// The day on which it was made, `yyyy-mm-dd`.
    pub const DATE: &str = "date";
    /// Id of the street or village that it came from.
    pub const SUBDIVISION: &str = "subdivision";
    /// How far it has come.
    pub const STATUS: &str = "status";
    /// What was decided.
    pub const DECISION: &str = "decision";
    /// What the area was told.
    pub const ANSWER: &str = "answer";
    /// Followed by a note's id: whether the note belongs to it. A field for each, so that two people's links add up.
    pub const NOTE_PREFIX: &str = "note/";
    /// Followed by a task's id: whether the task belongs to it.
    pub const TASK_PREFIX: &str = "task/";
    /// Whether it is deleted.
    pub const DELETED: &str = "deleted";
}

/// The fields of a setting of the composite index.
pub mod index {
    /// Its name for people.
    pub const NAME: &str = "name";
    /// Followed by an indicator's id: its weight; null if the indicator is not in the index.
    pub const WEIGHT_PREFIX: &str = "weight/";
    /// Followed by an indicator's id: `higher` or `lower`, where the indicator's own polarity does not hold.
    pub const POLARITY_PREFIX: &str = "polarity/";
    /// How figures are made comparable: `min_max`, `z_score`, `rank` or `target`.
    pub const NORMALISATION: &str = "normalisation";
    /// How they are put together: `arithmetic` or `geometric`.
    pub const AGGREGATION: &str = "aggregation";
    /// Share of the weights, 0 to 1, that an area must have figures for.
    pub const THRESHOLD: &str = "threshold";
    /// How far weights are varied, as a share of each, 0 to 1.
    pub const SPREAD: &str = "spread";
    /// Seed of the draws.
    pub const SEED: &str = "seed";
    /// Whether the draws also vary how figures are made comparable.
    pub const VARY: &str = "vary";
    /// Whether it is no more in use.
    pub const RETIRED: &str = "retired";
    /// Id of the setting in use. A field of one thing of its own, so that two people's choices meet.
    pub const CHOSEN: &str = "chosen";
}

/// The fields of an area's place on the shortlist.
pub mod shortlist {
    /// Whether the area is to be honoured as a collective.
    pub const CHOSEN: &str = "chosen";
    /// Why, or why not.
    pub const REASON: &str = "reason";
    /// Followed by a role ("head of a street"): how many certificates for individuals of that role. There is no field for
    /// a person's name.
    pub const ROLE_PREFIX: &str = "role/";
}

/// Targets, named by indicator and area.
pub(super) const TARGET: KindSpec =
    KindSpec { code: "target", life: None, fields: &[FieldSpec { name: target::RULE, holds: Holds::Text }] };

/// Recommendations.
pub(super) const RECOMMENDATION: KindSpec = KindSpec {
    code: "recommendation",
    life: Some(Life { birth_field: recommendation::AREA, death_field: recommendation::DELETED }),
    fields: &[
        FieldSpec { name: recommendation::AREA, holds: Holds::Text },
        FieldSpec { name: recommendation::TEXT, holds: Holds::Text },
        FieldSpec { name: recommendation::THEME, holds: Holds::Text },
        FieldSpec { name: recommendation::TO, holds: Holds::Text },
        FieldSpec { name: recommendation::DATE, holds: Holds::Text },
        FieldSpec { name: recommendation::SUBDIVISION, holds: Holds::Text },
        FieldSpec { name: recommendation::STATUS, holds: Holds::Text },
        FieldSpec { name: recommendation::DECISION, holds: Holds::Text },
        FieldSpec { name: recommendation::ANSWER, holds: Holds::Text },
        FieldSpec { name: recommendation::NOTE_PREFIX, holds: Holds::Bool },
        FieldSpec { name: recommendation::TASK_PREFIX, holds: Holds::Bool },
        FieldSpec { name: recommendation::DELETED, holds: Holds::Bool },
    ],
};

/// Settings of the composite index.
pub(super) const INDEX: KindSpec = KindSpec {
    code: "index",
    life: Some(Life { birth_field: index::NAME, death_field: index::RETIRED }),
    fields: &[
        FieldSpec { name: index::NAME, holds: Holds::Text },
        FieldSpec { name: index::WEIGHT_PREFIX, holds: Holds::Number },
        FieldSpec { name: index::POLARITY_PREFIX, holds: Holds::Text },
        FieldSpec { name: index::NORMALISATION, holds: Holds::Text },
        FieldSpec { name: index::AGGREGATION, holds: Holds::Text },
        FieldSpec { name: index::THRESHOLD, holds: Holds::Number },
        FieldSpec { name: index::SPREAD, holds: Holds::Number },
        FieldSpec { name: index::SEED, holds: Holds::Number },
        FieldSpec { name: index::VARY, holds: Holds::Bool },
        FieldSpec { name: index::RETIRED, holds: Holds::Bool },
        FieldSpec { name: index::CHOSEN, holds: Holds::Text },
    ],
};

/// Places on the shortlist, named by area.
pub(super) const SHORTLIST: KindSpec = KindSpec {
    code: "shortlist",
    life: None,
    fields: &[
        FieldSpec { name: shortlist::CHOSEN, holds: Holds::Bool },
        FieldSpec { name: shortlist::REASON, holds: Holds::Text },
        FieldSpec { name: shortlist::ROLE_PREFIX, holds: Holds::Number },
    ],
};

/// The names of acts on them, as translation keys.
pub mod step {
    /// Targets were set.
    pub const SET_TARGET: &str = "target-set";
    /// Targets were removed.
    pub const REMOVE_TARGET: &str = "target-remove";
    /// A recommendation was entered.
    pub const RAISE_RECOMMENDATION: &str = "recommendation-raise";
    /// A recommendation was changed.
    pub const EDIT_RECOMMENDATION: &str = "recommendation-edit";
    /// Recommendations came to another status.
    pub const SET_STATUS: &str = "recommendation-status";
    /// A note or task was linked to a recommendation.
    pub const LINK_RECOMMENDATION: &str = "recommendation-link";
    /// Such a link was taken away.
    pub const UNLINK_RECOMMENDATION: &str = "recommendation-unlink";
    /// A recommendation was deleted.
    pub const DELETE_RECOMMENDATION: &str = "recommendation-delete";
    /// A deleted recommendation was brought back.
    pub const RESTORE_RECOMMENDATION: &str = "recommendation-restore";
    /// A setting of the index was made.
    pub const MAKE_INDEX: &str = "index-make";
    /// A setting of the index was copied.
    pub const COPY_INDEX: &str = "index-copy";
    /// A setting of the index was changed.
    pub const EDIT_INDEX: &str = "index-edit";
    /// Another setting of the index came into use.
    pub const CHOOSE_INDEX: &str = "index-choose";
    /// A setting of the index was retired.
    pub const RETIRE_INDEX: &str = "index-retire";
    /// A retired setting of the index was brought back.
    pub const RESTORE_INDEX: &str = "index-restore";
    /// Areas were put on the shortlist.
    pub const SHORTLIST: &str = "shortlist-add";
    /// Areas were taken off the shortlist.
    pub const UNLIST: &str = "shortlist-remove";
    /// A reason on the shortlist was changed.
    pub const EDIT_REASON: &str = "shortlist-reason";
    /// Certificates for individuals were counted.
    pub const SET_CERTIFICATES: &str = "certificates-set";
}

/// Every name of [`step`].
pub const STEP_NAMES: [&str; 19] = [
    step::SET_TARGET,
    step::REMOVE_TARGET,
    step::RAISE_RECOMMENDATION,
    step::EDIT_RECOMMENDATION,
    step::SET_STATUS,
    step::LINK_RECOMMENDATION,
    step::UNLINK_RECOMMENDATION,
    step::DELETE_RECOMMENDATION,
    step::RESTORE_RECOMMENDATION,
    step::MAKE_INDEX,
    step::COPY_INDEX,
    step::EDIT_INDEX,
    step::CHOOSE_INDEX,
    step::RETIRE_INDEX,
    step::RESTORE_INDEX,
    step::SHORTLIST,
    step::UNLIST,
    step::EDIT_REASON,
    step::SET_CERTIFICATES,
];
