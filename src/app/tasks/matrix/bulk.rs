//! What is done with many cells at once: each is one act.

use leptos::prelude::*;

use super::Looking;
use super::grid::focus_grid;
use crate::app::notes::tell;
use crate::app::say::{live, on, say, shown_if};
use crate::journal::{CheckInChange, CheckInKey, Intent, Status};
use crate::tasks::say::{status_sign, status_words};
use crate::text::say::working;

/// The bar under the grid, while cells are chosen.
#[component]
pub(super) fn Bulk(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let n =
        Memo::new(move |_| looking.block.get().map_or(0, |block| looking.board.with(|board| board.keys(block).len())));
    let keys = move || -> Vec<CheckInKey> {
        let block = looking.block.get_untracked();
        block.map(|block| looking.board.with_untracked(|board| board.keys(block))).unwrap_or_default()
    };
    let set = move |status: Status| {
        let (lang, cells) = (store.lang_now(), keys());
        let n = cells.len();
        let change = CheckInChange { status: Some(status), ..CheckInChange::default() };
        match store.desk().write(Intent::CheckIn { cells, change }) {
            Ok(_) => {
                let name = status_words(status).get(lang);
                store.announce(working::SET_MANY.fill(lang, n as u64, &[("status", name)]));
            }
            Err(error) => tell(store, &error),
        }
        focus_grid();
    };
    let clear = move |_| {
        let cells = keys();
        let n = cells.len();
        match store.desk().write(Intent::ClearCheckIns(cells)) {
            Ok(_) => store.announce(working::CLEARED.fill(store.lang_now(), n as u64, &[])),
            Err(error) => tell(store, &error),
        }
        focus_grid();
    };
    let none = move |_| {
        looking.choose(None);
        focus_grid();
    };
    let buttons = move || {
        let button = |(_, status): (&str, Status)| {
            view! {
                <button type="button" on:click=on(move |_| set(status))>
                    <span class="sign" aria-hidden="true">{status_sign(status)}</span>
                    {say(status_words(status))}
                </button>
            }
        };
        Status::ALL.map(button).collect_view()
    };
    shown_if(
        move || looking.block.with(Option::is_some),
        move || {
            view! {
                <section class="cell-details bulk no-print" aria-labelledby="bulk-title">
                    <div class="card-head">
                        <h3 id="bulk-title">{say(working::BULK)}</h3>
                        <p class="number">{live(move || working::CELLS.fill(store.lang(), n.get() as u64, &[]))}</p>
                    </div>
                    <div class="row">
                        {buttons()}
                        <button type="button" on:click=on(clear)>{say(working::CLEAR_CHOSEN)}</button>
                        <button type="button" class="quiet" on:click=on(none)>{say(working::CHOOSE_NONE)}</button>
                    </div>
                </section>
            }
        },
    )
}
