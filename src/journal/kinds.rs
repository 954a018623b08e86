//! The record kinds and their fields, in one place: a new kind is a variant of [`Kind`] and a row of [`KINDS`].
//!
//! Records of a kind or field that this page does not know are kept, merged and saved like all others; they are only not
//! shown. So a page of last month does no harm to a file of this month.

use super::record::Value;

/// What sort of thing a record touches.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Free text anchored to something.
    Note,
    /// A kind of a later version of the page, by its code.
    Other(String),
}

/// What a kind consists of.
#[derive(Debug, Clone, Copy)]
pub struct KindSpec {
    /// The kind's name in records.
    pub code: &'static str,
    /// The field that is written when a thing is made and that says where it belongs.
    pub birth_field: &'static str,
    /// The field that says that a thing was deleted.
    pub death_field: &'static str,
    /// All fields.
    pub fields: &'static [FieldSpec],
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

/// The known kinds.
pub const KINDS: &[(Kind, KindSpec)] = &[(
    Kind::Note,
    KindSpec {
        code: "note",
        birth_field: note::ANCHOR,
        death_field: note::DELETED,
        fields: &[
            FieldSpec { name: note::ANCHOR, holds: Holds::Text },
            FieldSpec { name: note::TEXT, holds: Holds::Text },
            FieldSpec { name: note::DONE, holds: Holds::Bool },
            FieldSpec { name: note::DELETED, holds: Holds::Bool },
            FieldSpec { name: note::FIGURE, holds: Holds::Number },
            FieldSpec { name: note::TAG_PREFIX, holds: Holds::Bool },
        ],
    },
)];

/// The names of acts that touch the journal, as translation keys.
pub mod step {
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
}

/// Every name of [`step`].
pub const STEP_NAMES: [&str; 9] = [
    step::WRITE_NOTE,
    step::EDIT_NOTE,
    step::TAG_NOTE,
    step::DONE_NOTE,
    step::REOPEN_NOTE,
    step::MOVE_NOTE,
    step::DELETE_NOTE,
    step::RESTORE_NOTE,
    step::RESOLVE,
];

impl Kind {
    /// The kind's name in records.
    pub fn code(&self) -> &str {
        match self {
            Kind::Other(code) => code,
            Kind::Note => self.spec().map_or("", |spec| spec.code),
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
            for life_field in [spec.birth_field, spec.death_field] {
                assert!(spec.fields.iter().any(|field| field.name == life_field));
            }
        }
        assert_eq!(Kind::from_code("report"), Kind::Other("report".to_owned()));
        assert_eq!(Kind::from_code("report").code(), "report");
    }

    #[test]
    fn fields_hold_what_they_say() {
        assert!(Kind::Note.accepts("text", &Value::from("a")));
        assert!(!Kind::Note.accepts("text", &Value::from(true)));
        assert!(Kind::Note.accepts("tag/urgent", &Value::from(true)));
        assert!(!Kind::Note.accepts("tag/urgent", &Value::from("yes")));
        assert!(Kind::Note.accepts("of-next-year", &Value::from("yes")));
        assert!(Kind::from_code("report").accepts("text", &Value::from(true)));
    }
}
