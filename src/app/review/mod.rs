//! The Review page: ward reports against the published totals, in parts of which one is open.

mod checked;
mod entry;
mod estimates;
mod findings;
mod import;
mod indicators;
mod periods;
mod register;
mod table;

pub use self::estimates::{EstimatedSum, EstimatesSwitch};
pub use self::import::{PracticeBanner, open_file};

use leptos::prelude::*;

use checked::Checked;

use super::made::IntoMade;
use super::say::{live, on, part, say};
use super::store::{Store, Tone};
use crate::journal::{Applied, IntentError};
use crate::text::number;
use crate::text::say::{problems, reports, review};
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
    provide_context(Checked::new(store));
    let open = Memo::new(move |_| store.derived.parts.rest.with(|rest| rest.review));
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
    let checked = Checked::take();
    // What is still to be settled stands on the button of the findings.
    let count = move || {
        let n_open = checked.n_open.get();
        let words = (which == ReviewPart::Findings && n_open > 0).then_some(reports::OPEN_COUNT)?;
        let lang = store.lang();
        Some(words.fill(lang, &[("n", &number::whole(lang, n_open as u64))]))
    };
    view! {
        <li>
            <button
                type="button"
                aria-current=live(move || (open.get() == which).then_some("page"))
                on:click=on(move |_| store.go_to_part(which))
            >
                {say(words)}
                " "
                <span class="count">{live(count)}</span>
            </button>
        </li>
    }
}

/// Tells why a change was not taken, if it was not. Whether it was.
fn tell_refusal(store: Store, outcome: Result<Applied, IntentError>) -> bool {
    let Err(error) = outcome else { return true };
    let text = problems::CHANGE_REFUSED.fill(store.lang_now(), &[("why", &error.to_string())]);
    store.notify("review", Tone::Warn, text);
    false
}
