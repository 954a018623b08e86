//! Targets: what areas are to reach for an indicator, and where each of them stands.

mod aiming;
mod charts;
mod form;
mod rules;
mod sheet;
mod twin;

pub(super) use aiming::Aiming;
pub use sheet::TargetsOfArea;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::atlas::IndicatorChoice;
use crate::app::say::{list, live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::goals::words::verdict_words;
use crate::goals::{Standing, Tally, Verdict, tally};
use crate::text::number;
use crate::text::say::targeting;
use crate::view::query::Measure;
use crate::web::page;

const TITLE_ID: &str = "targets-title";

/// What is being looked at: the indicator on the map, over all areas.
#[derive(Clone, Copy)]
struct Looking {
    store: Store,
    aiming: Aiming,
    /// Index into the indicators in use.
    indicator_ix: Memo<usize>,
    /// Where all areas stand, by `area_ix`.
    standings: Memo<Arc<Vec<Standing>>>,
}

impl Looking {
    fn new(store: Store) -> Looking {
        let aiming = Aiming::new(store);
        let measure = store.derived.measure;
        let indicator_ix = Memo::new(move |_| {
            measure.with(|measure| store.all().indicator_ix(&measure.indicator)).unwrap_or_default()
        });
        let standings = Memo::new(move |_| Arc::new(aiming.standings(indicator_ix.get())));
        Looking { store, aiming, indicator_ix, standings }
    }

    fn indicator(self) -> &'static crate::data::Indicator {
        let indicators = self.store.indicators();
        // A data set without indicators is refused by its reader.
        indicators.get(self.indicator_ix.get()).unwrap_or(&indicators[0])
    }

    fn show(self, id: &str) {
        self.store.show_measure(Measure::plain(id.to_owned()));
        page::focus_soon(TITLE_ID);
    }
}

/// The part of the Tasks page.
#[component]
pub fn TargetsPart() -> impl IntoView {
    let store = Store::take();
    let looking = Looking::new(store);
    let title = move || {
        let lang = store.lang();
        targeting::TITLE.fill(lang, &[("name", looking.indicator().label.get(lang))])
    };
    view! {
        <section class="card targets" aria-labelledby=TITLE_ID>
            <div class="card-head">
                <h2 id=TITLE_ID tabindex="-1">{live(title)}</h2>
                <div class="no-print indicator-choice">
                    <IndicatorChoice
                        label=targeting::INDICATOR
                        value=Signal::derive(move || looking.indicator().id.clone())
                        on_choose=move |id: String| store.show_measure(Measure::plain(id))
                    />
                </div>
            </div>
            <p class="muted">{say(targeting::INTRO)}</p>
            <rules::Rules looking=looking/>
            {part(move || {
                looking.indicator_ix.track();
                view! { <form::Form looking=looking/> }
            })}
        </section>
        <charts::Charts looking=looking/>
        <Overview looking=looking/>
    }
}

/// All indicators that have targets, with how many areas meet them.
#[component]
fn Overview(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let aimed = Memo::new(move |_| looking.aiming.aimed());
    let keys = move || aimed.with(|aimed| aimed.iter().map(|ix| store.indicators()[*ix].id.clone()).collect());
    let row = move |id: String| {
        let cells = {
            let id = id.clone();
            move || {
                let lang = store.lang();
                let indicator_ix = store.all().indicator_ix(&id)?;
                let judged: Vec<_> = looking.aiming.standings(indicator_ix).into_iter().map(|one| one.judged).collect();
                let counts = tally(&judged);
                let counted = Verdict::ALL.map(|verdict| {
                    view! { <td>{number::whole(lang, counts.count(verdict) as u64)}</td> }
                });
                Some(view! { {counted.collect_view()} <td>{number::whole(lang, counts.without as u64)}</td> })
            }
        };
        let name = {
            let id = id.clone();
            move || {
                let indicator = store.all().indicator_ix(&id).map(|ix| &store.indicators()[ix]);
                indicator.map(|indicator| indicator.label.get(store.lang()).to_owned())
            }
        };
        view! {
            <tr>
                <th scope="row">
                    <button type="button" class="link" on:click=on(move |_| looking.show(&id))>{live(name)}</button>
                </th>
                {part(cells)}
            </tr>
        }
    };
    let heads = move || {
        let lang = store.lang();
        let verdicts = Verdict::ALL.map(|verdict| view! { <th scope="col">{verdict_words(verdict).get(lang)}</th> });
        view! { {verdicts.collect_view()} <th scope="col">{targeting::WITHOUT.get(lang)}</th> }
    };
    view! {
        <section
            class="card targets-overview"
            aria-labelledby="targets-overview"
            hidden=live(move || aimed.with(Vec::is_empty))
        >
            <h2 id="targets-overview">{say(targeting::ALL_TITLE)}</h2>
            <div class="table-scroll" role="group" tabindex="0" aria-labelledby="targets-overview">
                <table>
                    <thead>
                        <tr>
                            <th scope="col" class="text">{say(targeting::INDICATOR)}</th>
                            {part(heads)}
                        </tr>
                    </thead>
                    <tbody>{list(keys, row)}</tbody>
                </table>
            </div>
        </section>
    }
}

/// How many areas that pass the filters have each verdict.
fn tally_of(looking: Looking) -> Tally {
    let passes = looking.store.derived.passes.get();
    looking.standings.with(|standings| {
        let passing = standings.iter().filter(|one| passes.get(one.area_ix).copied().unwrap_or_default());
        tally(&passing.map(|one| one.judged).collect::<Vec<_>>())
    })
}

/// The counts of verdicts, each with its sign; verdicts that no area has are left out.
#[component]
fn Counts(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let items = move || {
        let lang = store.lang();
        let counts = tally_of(looking);
        let known = Verdict::ALL.map(|verdict| (Some(verdict), counts.count(verdict)));
        let all = known.into_iter().chain([(None, counts.without)]).filter(|(_, n)| *n > 0);
        let item = |(verdict, n): (Option<Verdict>, usize)| {
            let name = verdict.map_or(targeting::WITHOUT, verdict_words).get(lang);
            let text = targeting::COUNT.fill(lang, &[("verdict", name), ("n", &number::whole(lang, n as u64))]);
            view! { <li>{charts::sign(verdict)} " " {text}</li> }
        };
        all.map(item).collect_view()
    };
    shown_if(
        move || looking.standings.with(|all| all.iter().any(|one| one.target.is_some())),
        move || {
            view! {
                <div role="status"><ul class="verdict-counts">{part(items)}</ul></div>
            }
        },
    )
}
