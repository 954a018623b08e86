//! What the areas that pass the filters have together, where some of it is estimated; stands among the filters.

use leptos::prelude::*;

use crate::app::reviewing::Reviewing;
use crate::app::say::part;
use crate::app::store::Store;
use crate::text::say::atlas;
use crate::view::describe;

/// The sum with its interval, as a term of the list of holdings.
#[component]
pub fn EstimatedSum() -> impl IntoView {
    let store = Store::take();
    let sum = Reviewing::of(store).sum;
    // Estimates are summed draw by draw, so the sum's interval is not that of added ends.
    part(move || {
        let sum = sum.get()?;
        let (lang, column) = (store.lang(), store.derived.column.get());
        let indicator = &store.indicators()[column.indicator_ix];
        let text = describe::sum_text(sum, indicator.decimals, lang);
        Some(view! {
            <div class="estimated-sum">
                <dt>{indicator.short.get(lang)} ", " {atlas::ESTIMATED.get(lang)}</dt>
                <dd>{text}</dd>
            </div>
        })
    })
}
