//! The Review page: ward reports against the published totals, in parts of which one is open.

mod entry;
mod estimates;
mod findings;
mod import;
mod indicators;
mod register;
mod table;

pub use self::import::{PracticeBanner, open_file};

use leptos::prelude::*;

use super::made::IntoMade;
use super::say::{live, on, part, say};
use super::store::Store;
use crate::text::say::review;
use crate::text::words::Words;
use crate::view::query::ReviewPart;

const PARTS: [(ReviewPart, Words); 7] = [
    (ReviewPart::Table, review::PART_TABLE),
    (ReviewPart::Entry, review::PART_ENTRY),
    (ReviewPart::Import, review::PART_IMPORT),
    (ReviewPart::Findings, review::PART_FINDINGS),
    (ReviewPart::Register, review::PART_REGISTER),
    (ReviewPart::Estimates, review::PART_ESTIMATES),
    (ReviewPart::Indicators, review::PART_INDICATORS),
];

/// The page.
#[component]
pub fn ReviewPage() -> impl IntoView {
    let store = Store::take();
    let open = Memo::new(move |_| store.query.with(|query| query.review));
    let shown = move || match open.get() {
        ReviewPart::Table => view! { <table::TablePart/> }.made(),
        ReviewPart::Entry => view! { <entry::EntryPart/> }.made(),
        ReviewPart::Import => view! { <import::ImportPart/> }.made(),
        ReviewPart::Findings => view! { <findings::FindingsPart/> }.made(),
        ReviewPart::Register => view! { <register::RegisterPart/> }.made(),
        ReviewPart::Estimates => view! { <estimates::EstimatesPart/> }.made(),
        ReviewPart::Indicators => view! { <indicators::IndicatorsPart/> }.made(),
    };
    view! {
        <div class="review">
            <section class="card review-head">
                <h1 id="headline" tabindex="-1">{say(review::TITLE)}</h1>
                <nav class="parts" aria-label=say(review::PARTS)>
                    <ul>{PARTS.map(|(which, words)| view! { <PartLink which=which words=words open=open/> }).collect_view()}</ul>
                </nav>
            </section>
            {part(shown)}
        </div>
    }
}

#[component]
fn PartLink(which: ReviewPart, words: Words, open: Memo<ReviewPart>) -> impl IntoView {
    let store = Store::take();
    view! {
        <li>
            <button
                type="button"
                aria-current=live(move || (open.get() == which).then_some("page"))
                on:click=on(move |_| store.go_to_part(which))
            >
                {say(words)}
            </button>
        </li>
    }
}
