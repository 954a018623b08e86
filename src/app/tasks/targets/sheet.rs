//! What the area sheet shows of an area's targets.

use leptos::prelude::*;

use super::aiming::Aiming;
use super::charts::{Bullet, line_text, sign, verdict_text};
use crate::app::say::{list, live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::goals::domain;
use crate::text::say::targeting;
use crate::view::query::{Measure, TasksPart};

/// The targets of one area: a small bullet chart each, and the verdict in words.
#[component]
pub fn TargetsOfArea(
    /// The area.
    area_ix: usize,
) -> impl IntoView {
    let store = Store::take();
    let aiming = Aiming::new(store);
    let found = Memo::new(move |_| aiming.of_area(area_ix));
    let keys = move || {
        let indicators = store.indicators();
        found.with(|found| found.iter().filter_map(|(ix, _)| Some(indicators.get(*ix)?.id.clone())).collect::<Vec<_>>())
    };
    let row = move |id: String| {
        let indicator_of = {
            let id = id.clone();
            move || {
                let ds = store.all();
                ds.indicator_ix(&id).unwrap_or_default()
            }
        };
        let indicator_ix = Memo::new(move |_| indicator_of());
        let indicator = move || &store.indicators()[indicator_ix.get()];
        let one = Memo::new(move |_| {
            let ix = indicator_ix.get();
            found.with(|found| found.iter().find(|(known, _)| *known == ix).map(|(_, one)| one.clone()))
        });
        let room = Memo::new(move |_| domain(&aiming.standings(indicator_ix.get())));
        let of = move || {
            let city = aiming.with_ground(indicator_ix.get(), |ground, _| ground.city()).flatten();
            (indicator(), city)
        };
        let verdict = move || {
            one.get().map(|one| {
                let words = verdict_text(&one, store.lang());
                view! { {sign(one.judged.map(|judged| judged.verdict))} " " <span>{words}</span> }
            })
        };
        let go = move |_| {
            store.show_measure(Measure::plain(id.clone()));
            store.go_to_tasks(TasksPart::Targets);
        };
        view! {
            <li class="bullet-cell">
                <div class="head">
                    <button type="button" class="link" on:click=on(go)>
                        {live(move || indicator().label.get(store.lang()))}
                    </button>
                    <span class="verdict">{part(verdict)}</span>
                </div>
                <Bullet one=one of=Signal::derive(of) room=room/>
                <p class="small muted">{live(move || one.get().map(|one| line_text(indicator(), &one, store.lang())))}</p>
            </li>
        }
    };
    let is_empty = move || found.with(Vec::is_empty);
    view! {
        <section aria-labelledby="sheet-targets">
            <h3 id="sheet-targets">{say(targeting::IN_SHEET)}</h3>
            {shown_if(is_empty, move || view! {
                <p class="muted small">{say(targeting::NONE_IN_SHEET)}</p>
                <button type="button" class="no-print" on:click=on(move |_| store.go_to_tasks(TasksPart::Targets))>
                    {say(targeting::GO_TO_TARGETS)}
                </button>
            })}
            <ul class="bullets">{list(keys, row)}</ul>
        </section>
    }
}
