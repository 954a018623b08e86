//! Texts that are saved while they are typed: one way for notes, recommendations and remarks.
//!
//! The field hands each key's text to [`Desk::type_text`](super::desk::Desk::type_text) and tells when it is left; the whole
//! run of typing until then is one act.

use leptos::prelude::*;

use super::say::{live, on, say};
use super::store::Store;
use crate::journal::clean::MAX_TEXT_CHARS;
use crate::journal::{CheckInChange, CheckInKey, GoalIntent, Intent, RecommendationField};
use crate::text::words::Words;

/// Where a text that is being typed will stand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextAt {
    /// The note of this id.
    Note(String),
    /// A field of the recommendation of this id.
    Recommendation(String, RecommendationField),
    /// The remark of a check-in.
    Remark(CheckInKey),
}

impl TextAt {
    /// What a person wants who has typed this text there.
    pub fn intent(self, text: String) -> Intent {
        match self {
            TextAt::Note(note) => Intent::EditText { note, text },
            TextAt::Recommendation(id, field) => Intent::Goal(GoalIntent::EditRecommendation { id, field, text }),
            TextAt::Remark(cell) => {
                let change = CheckInChange { remark: Some(text), ..CheckInChange::default() };
                Intent::CheckIn { cells: vec![cell], change }
            }
        }
    }
}

/// A field of several lines whose text is saved while it is typed.
#[component]
pub fn TypedText(
    /// The label over the field.
    label: Words,
    /// Where the text will stand.
    at: TextAt,
    /// What stands there; in a conflict what was written here.
    #[prop(into)]
    stands: Signal<String>,
    /// The field's id, if something leads to it.
    #[prop(optional)]
    id: Option<String>,
    /// Whether the field takes a row of its own.
    #[prop(optional)]
    is_wide: bool,
) -> impl IntoView {
    let store = Store::take();
    let at = StoredValue::new(at);
    let is_typing = RwSignal::new(false);
    on_cleanup(move || {
        if is_typing.try_get_untracked() == Some(true)
            && let Some(at) = at.try_get_value()
        {
            store.desk().end_typing(&at);
        }
    });
    // While the person types, the field is theirs; else it shows what stands there.
    let text = Memo::new(move |before: Option<&String>| match before {
        Some(before) if is_typing.get() => before.clone(),
        _ => stands.get(),
    });
    view! {
        <label class=if is_wide { "field wide" } else { "field" }>
            <span>{say(label)}</span>
            <textarea
                id=id
                maxlength=MAX_TEXT_CHARS.to_string()
                prop:value=live(move || text.get())
                on:input=on(move |event: web_sys::Event| {
                    is_typing.set(true);
                    store.desk().type_text(at.get_value(), event_target_value(&event));
                })
                on:blur=on(move |_: web_sys::FocusEvent| {
                    // The field may be on its way out of the page; then its signals are gone, and its end is told by the
                    // clean-up above.
                    if let Some(at) = at.try_get_value() {
                        store.desk().end_typing(&at);
                        is_typing.set(false);
                    }
                })
            ></textarea>
        </label>
    }
}
