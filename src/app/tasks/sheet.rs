//! What the area sheet shows of the year's work.

use leptos::prelude::*;

use super::super::made::IntoMade;

/// An area's tasks and targets.
#[component]
pub fn TasksInSheet(
    /// The area.
    area_ix: usize,
) -> impl IntoView {
    let _ = area_ix;
    ().made()
}
