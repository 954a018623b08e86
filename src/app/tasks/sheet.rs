//! What the area sheet shows of the year's work.

use leptos::prelude::*;

use super::targets::TargetsOfArea;

/// An area's tasks and targets.
#[component]
pub fn TasksInSheet(
    /// The area.
    area_ix: usize,
) -> impl IntoView {
    view! { <TargetsOfArea area_ix=area_ix/> }
}
