//! The ranking as a chart and as a table, with a second setting beside it.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use super::builder::states_words;
use super::{Commending, Outcome, partial_words, score_text};
use crate::app::fields::Choice;
use crate::app::plot::{Plot, live_overlay, live_scene, pointer_px};
use crate::app::say::{list, live, on, part, say, shown_if};
use crate::data::Lang;
use crate::draw::{AreaFill, RankIntervalRow, RankIntervalsSpec, Scene, rank_intervals_overlay, rank_intervals_scene};
use crate::goals::ranking::{N_DRAWS, Ranking, moved};
use crate::stats::estimate::RankInterval;
use crate::text::number;
use crate::text::say::commending as words;

const ROW_PX: f64 = 19.0;
const TEXT_PX: f64 = 12.0;
/// So many of those that move most are named.
const N_MOVERS: usize = 5;

/// The card.
#[component]
pub(super) fn RankingCard(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let why_none = move || {
        let lang = store.lang();
        let why = commending.ranking.get().as_ref().as_ref().err().cloned()?;
        Some(commending.why_none(&why, lang))
    };
    let has_ranking = Memo::new(move |_| commending.ranking.with(|found| found.is_ok()));
    let sure = move || {
        let lang = store.lang();
        commending
            .rested
            .with(|found| found.as_ref().as_ref().ok().and_then(|found| sure_words(commending, found, lang)))
    };
    let states = move || {
        let lang = store.lang();
        let all: Vec<_> =
            commending.columns.with(|columns| columns.iter().flat_map(|one| one.states.clone()).collect());
        let of = words::STATES.fill(lang, &[("list", &states_words(&all, lang))]);
        let is_on = store.saving.reviewing.get().is_some_and(|reviewing| reviewing.settings.get().on);
        let estimates = if is_on { words::ESTIMATES_ON } else { words::ESTIMATES_OFF };
        format!("{of} {}", estimates.get(lang))
    };
    let partial = move || {
        let is_in = |id: &str| commending.columns.with(|columns| columns.iter().any(|column| column.id == id));
        partial_words(commending, &is_in, store.lang())
    };
    let note = move || words::RANKING_NOTE.fill(store.lang(), &[("n", &number::whole(store.lang(), N_DRAWS as u64))]);
    view! {
        <section class="card commend-ranking" aria-labelledby="ranking-title">
            <div class="card-head">
                <h2 id="ranking-title">{say(words::RANKING)}</h2>
                <Compare commending=commending/>
            </div>
            <p class="problem" role="status">{live(why_none)}</p>
            <p role="status">{live(sure)}</p>
            <p class="muted small">{live(states)}</p>
            <p class="muted small">{live(partial)}</p>
            <p class="muted small">{live(note)}</p>
            <Compared commending=commending/>
            {shown_if(
                move || has_ranking.get(),
                move || {
                    view! {
                        <div class="commend-halves">
                            <Chart commending=commending/>
                            <Table commending=commending/>
                        </div>
                        {part(move || refused_words(commending))}
                    }
                },
            )}
        </section>
    }
}

fn sure_words(commending: Commending, found: &Ranking, lang: Lang) -> Option<String> {
    let first = *found.order().first()?;
    let interval = found.uncertain.interval(first)?;
    let n = (0..found.units.len()).filter(|ix| found.uncertain.interval(*ix).is_some_and(|one| one.best == 1)).count();
    let whole = |n: usize| number::whole(lang, n as u64);
    let name = commending.store.derived.names[first];
    let (best, worst) = (whole(interval.best), whole(interval.worst));
    // The interval leaves out a twentieth of the draws at either end.
    let words = match (interval.best, interval.worst) {
        (1, 1) => words::SETTLED,
        (1, _) => words::SURE,
        _ => words::UNSURE,
    };
    Some(words.fill(lang, &[("name", name), ("best", &best), ("worst", &worst), ("n", &whole(n))]))
}

/// The choice of a second setting.
#[component]
fn Compare(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let choices = move || {
        let in_use = commending.in_use.with(|index| index.as_ref().map(|index| index.id.clone()));
        let mut choices = vec![(String::new(), words::COMPARE_NONE.get(store.lang()).to_owned())];
        commending.settings.with(|all| {
            let others = all.iter().filter(|one| !one.retired && Some(&one.id) != in_use.as_ref());
            choices.extend(others.map(|one| (one.id.clone(), one.settings.name.clone())));
        });
        choices
    };
    view! {
        <Choice
            label=words::COMPARE
            choices=Signal::derive(choices)
            value=Signal::derive(move || commending.compared.get().unwrap_or_default())
            on_choose=move |id: String| commending.compared.set(Some(id).filter(|id| !id.is_empty()))
        />
    }
}

/// What the second setting changes, in words.
#[component]
fn Compared(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let text = move || {
        let lang = store.lang();
        let (name, other) = commending.other.get()?;
        let other = match other.as_ref() {
            Ok(other) => other,
            Err(why) => {
                let why = commending.why_none(why, lang);
                return Some(words::COMPARE_FAULT.fill(lang, &[("name", &name), ("why", &why)]));
            }
        };
        let rings = words::RINGS.fill(lang, &[("name", &name)]);
        let movers = commending.rested.with(|found| {
            let found = ok(found)?;
            let moved = moved(found, other).into_iter().filter(|(_, places)| *places != 0).take(N_MOVERS);
            let name = |(ix, places)| format!("{} ({})", store.derived.names[ix], places_words(places, lang));
            Some(moved.map(name).collect::<Vec<String>>())
        })?;
        let movers = if movers.is_empty() {
            words::NO_MOVERS.get(lang).to_owned()
        } else {
            words::MOVERS.fill(lang, &[("list", &movers.join(", "))])
        };
        Some(format!("{rings} {movers}"))
    };
    view! { <p role="status">{live(text)}</p> }
}

/// "up 3": places gained or lost.
pub(super) fn places_words(places: isize, lang: Lang) -> String {
    let n = number::whole(lang, places.unsigned_abs() as u64);
    match places {
        0 => words::STAYS.get(lang).to_owned(),
        1.. => words::GAINS.fill(lang, &[("n", &n)]),
        _ => words::LOSES.fill(lang, &[("n", &n)]),
    }
}

fn ok(outcome: &Outcome) -> Option<&Ranking> {
    outcome.as_ref().as_ref().ok()
}

#[component]
fn Chart(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let size = RwSignal::new([0.0, 0.0]);
    let node = NodeRef::<Div>::new();
    let order = Memo::new(move |_| {
        Arc::new(commending.ranking.with(|found| ok(found).map(Ranking::order)).unwrap_or_default())
    });
    let with_spec = move |look: &dyn Fn(&RankIntervalsSpec) -> Scene| {
        let (found, order, lang) = (commending.ranking.get(), order.get(), store.lang());
        let Some(found) = ok(&found) else { return Scene::default() };
        let other = commending.other.get();
        let other = other.as_ref().and_then(|(_, other)| ok(other));
        let (passes, chosen, theme) = (store.derived.passes.get(), store.derived.chosen.get(), store.theme());
        let score = |ix: usize| found.units[ix].scored.as_ref().map(|scored| scored.score);
        let texts: Vec<String> =
            order.iter().map(|ix| score(*ix).map(|score| score_text(score, lang)).unwrap_or_default()).collect();
        let texts: Vec<(usize, String)> = order.iter().copied().zip(texts).collect();
        let rows: Vec<RankIntervalRow> = texts
            .iter()
            .map(|(area_ix, text)| RankIntervalRow {
                area_ix: *area_ix,
                name: store.derived.names[*area_ix],
                score: score(*area_ix),
                score_text: text,
                fill: AreaFill::of(found.states[*area_ix], theme.symbol),
                rank: found.rank_of(*area_ix),
                interval: found.uncertain.interval(*area_ix).map(|interval| (interval.best, interval.worst)),
                other_rank: other.and_then(|other| other.rank_of(*area_ix)),
                passes: passes[*area_ix],
                chosen: chosen[*area_ix],
            })
            .collect();
        look(&RankIntervalsSpec {
            width_px: size.get()[0],
            row_height_px: ROW_PX,
            text_size_px: TEXT_PX,
            rows: &rows,
            n_ranks: rows.len(),
            domain: found.span(),
            theme,
        })
    };
    let scene = live_scene(size, move || with_spec(&|spec| rank_intervals_scene(spec)));
    let overlay =
        live_overlay(store, size, move |[hover, focus]| with_spec(&|spec| rank_intervals_overlay(spec, hover, focus)));
    let hit = move |event: &web_sys::MouseEvent| {
        let row = (pointer_px(node, event)?[1] / ROW_PX).floor() - 1.0;
        order.with_untracked(|order| (0.0 <= row).then(|| order.get(row as usize).copied()).flatten())
    };
    view! {
        <div
            class="plot-frame"
            style:height=live(move || format!("{}px", (order.with(|order| order.len()) + 1) as f64 * ROW_PX))
            on:pointermove=on(move |event: web_sys::PointerEvent| {
                let under = hit(&event);
                if store.hover.get_untracked() != under {
                    store.hover.set(under);
                }
            })
            on:pointerleave=on(move |_: web_sys::PointerEvent| store.hover.set(None))
            on:click=on(move |event: web_sys::MouseEvent| {
                if let Some(area_ix) = hit(&event) {
                    commending.looked_at.set(Some(area_ix));
                }
            })
        >
            <Plot scene=scene overlay=overlay size=size node=node/>
        </div>
    }
}

#[component]
fn Table(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let codes = move || {
        let order = commending.rested.with(|found| ok(found).map(Ranking::order)).unwrap_or_default();
        order.into_iter().map(|ix| store.data_set.areas[ix].code.clone()).collect::<Vec<String>>()
    };
    let compared = Memo::new(move |_| commending.other.with(|other| other.as_ref().map(|(name, _)| name.clone())));
    let other_heads = move || {
        let name = compared.get()?;
        let head = words::HEAD_OTHER.fill(store.lang(), &[("name", &name)]);
        Some(view! {
            <th scope="col">{head}</th>
            <th scope="col" class="text">{say(words::HEAD_DIFFERENCE)}</th>
        })
    };
    view! {
        <div class="table-scroll" role="group" tabindex="0" aria-labelledby="ranking-title">
            <table class="ranking-table">
                <thead>
                    <tr>
                        <th scope="col">{say(words::HEAD_RANK)}</th>
                        <th scope="col" class="text">{say(words::HEAD_AREA)}</th>
                        <th scope="col">{say(words::HEAD_SCORE)}</th>
                        <th scope="col">{say(words::HEAD_INTERVAL)}</th>
                        <th scope="col">{say(words::HEAD_KNOWN)}</th>
                        {part(other_heads)}
                        <th scope="col" class="text">{say(words::HEAD_SHORTLIST)}</th>
                    </tr>
                </thead>
                <tbody>{list(codes, move |code| view! { <Row commending=commending code=code compared=compared/> })}</tbody>
            </table>
        </div>
    }
}

/// What the table says of one area.
#[derive(Clone, Copy, PartialEq, Default)]
struct Found {
    rank: Option<usize>,
    score: Option<f64>,
    interval: Option<RankInterval>,
    known: Option<f64>,
    /// The rank by the setting that is compared with.
    other: Option<usize>,
}

impl Found {
    fn of(found: Option<&Ranking>, other: Option<&Ranking>, area_ix: usize) -> Found {
        let Some(found) = found else { return Found::default() };
        let unit = &found.units[area_ix];
        Found {
            rank: found.rank_of(area_ix),
            score: unit.scored.as_ref().map(|scored| scored.score),
            interval: found.uncertain.interval(area_ix),
            known: Some(unit.known),
            other: other.and_then(|other| other.rank_of(area_ix)),
        }
    }
}

#[component]
fn Row(commending: Commending, code: String, compared: Memo<Option<String>>) -> impl IntoView {
    let store = commending.store;
    let area_ix = store.data_set.area_ix(&code).unwrap_or_default();
    let name = store.derived.names[area_ix];
    // Worked out once a ranking; cells are woken by what of it changes for their area. The chart beside the table moves with
    // the sliders; 34 rows of numbers that flicker cannot be read, so they follow when the sliders rest.
    let found = Memo::new(move |_| {
        let (found, other) = (commending.rested.get(), commending.other.get());
        Found::of(ok(&found), other.as_ref().and_then(|(_, other)| ok(other)), area_ix)
    });
    let whole = move |n: usize| number::whole(store.lang(), n as u64);
    let score = move || found.get().score.map(|score| score_text(score, store.lang()));
    let standing = Memo::new(move |_| Found { score: None, ..found.get() });
    let rank = move || standing.get().rank.map(whole);
    let interval = move || {
        let ends = standing.get().interval;
        ends.map(|one| words::FROM_TO.fill(store.lang(), &[("best", &whole(one.best)), ("worst", &whole(one.worst))]))
    };
    let known = move || standing.get().known.map(|known| number::percent(store.lang(), known * 100.0, 0));
    let other_cells = move || {
        compared.get()?;
        let Found { rank, other, .. } = standing.get();
        let places = rank.zip(other).map(|(here, there)| places_words(here as isize - there as isize, store.lang()));
        Some(view! {
            <td>{other.map(whole)}</td>
            <td class="text">{places}</td>
        })
    };
    let listed_code = code.clone();
    let is_listed = Memo::new(move |_| commending.is_listed(&listed_code));
    let look = move |_| {
        commending.looked_at.set(Some(area_ix));
        crate::web::page::focus_soon("moves-title");
    };
    let passes = store.derived.of_area[area_ix].passes;
    view! {
        <tr data-passes=live(move || passes.get().to_string())>
            <td>{live(rank)}</td>
            <th scope="row">
                <button type="button" class="link" on:click=on(look)>{name}</button>
            </th>
            <td>{live(score)}</td>
            <td>{live(interval)}</td>
            <td>{live(known)}</td>
            {part(other_cells)}
            <td class="text">
                <input
                    type="checkbox"
                    aria-label=live(move || words::ON_LIST.fill(store.lang(), &[("name", name)]))
                    prop:checked=live(move || is_listed.get())
                    on:change=on(move |event: web_sys::Event| {
                        commending.list(vec![code.clone()], event_target_checked(&event));
                    })
                />
            </td>
        </tr>
    }
}

/// Those of which too little is known, each with how much.
fn refused_words(commending: Commending) -> impl IntoView + use<> {
    let lang = commending.store.lang();
    let found = commending.rested.get();
    let refused = ok(&found).map(Ranking::refused).filter(|refused| !refused.is_empty())?;
    let needed = commending.in_use.with(|index| index.as_ref().map_or(0.0, |index| index.settings.threshold));
    let rows = refused.into_iter().map(|area_ix| {
        let known = ok(&found).map_or(0.0, |found| found.units[area_ix].known);
        let n = number::percent(lang, known * 100.0, 0);
        let text = words::REFUSED_AREA.fill(lang, &[("name", commending.store.derived.names[area_ix]), ("n", &n)]);
        view! { <li>{text}</li> }
    });
    let head = words::REFUSED.fill(lang, &[("n", &number::percent(lang, needed * 100.0, 0))]);
    let rows = rows.collect_view();
    Some(view! {
        <div class="commend-refused">
            <h3>{head}</h3>
            <ul>{rows}</ul>
        </div>
    })
}
