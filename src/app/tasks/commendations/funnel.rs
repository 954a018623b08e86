//! Shares against chance: the funnel plot and its table.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use super::{Commending, Usable, partial_words};
use crate::app::atlas::state_words;
use crate::app::fields::Choice;
use crate::app::plot::{Plot, live_overlay, live_scene, pointer_px};
use crate::app::say::{live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::data::{Lang, State};
use crate::draw::{AreaFill, Funnel, FunnelDot, FunnelSpec, Scene, funnel_overlay, funnel_scene};
use crate::goals::funnels::{Area, Judged, Share, judged, shares};
use crate::stats::funnel::Verdict;
use crate::text::number;
use crate::text::say::commending as words;
use crate::text::words::Words;

const TEXT_PX: f64 = 12.0;

/// A share and what is found of it.
#[derive(Clone, PartialEq)]
struct Found {
    share: Share,
    judged: Arc<Judged>,
}

/// The card.
#[component]
pub(super) fn FunnelCard(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let chosen = RwSignal::new(None::<String>);
    let found = Memo::new(move |_| {
        let Usable { figures, .. } = commending.usable.get();
        let (all, wanted) = (shares(store.all()), chosen.get());
        let id = |share: &&Share| Some(&store.indicators()[share.count_ix].id) == wanted.as_ref();
        // At first one that has something to say.
        let is_known = |share: &&Share| judged(&figures, **share).overall.is_some();
        let share = *all.iter().find(id).or_else(|| all.iter().rev().find(is_known)).or_else(|| all.first())?;
        Some(Found { share, judged: Arc::new(judged(&figures, share)) })
    });
    let label = move |ix: usize| store.indicators()[ix].label.get(store.lang());
    let name = move |share: Share| {
        let (count, base) = (label(share.count_ix), label(share.base_ix));
        words::SHARE_NAME.fill(store.lang(), &[("count", count), ("base", base)])
    };
    let id = move |share: Share| store.indicators()[share.count_ix].id.clone();
    let choices = move || shares(store.all()).into_iter().map(|share| (id(share), name(share))).collect::<Vec<_>>();
    let overall = move || {
        let overall = found.get()?.judged.overall?;
        let share = number::percent(store.lang(), overall * 100.0, 1);
        Some(words::OVERALL.fill(store.lang(), &[("share", &share)]))
    };
    let stands_for = move || found.with(|found| found.as_ref().is_some_and(|found| found.share.stands_for));
    let has_any =
        Memo::new(move |_| found.with(|found| found.as_ref().is_some_and(|one| one.judged.overall.is_some())));
    let partial = move || {
        let share = found.get()?.share;
        let ids = [share.count_ix, share.base_ix];
        let ids = ids.map(|ix| store.indicators()[ix].id.as_str());
        partial_words(commending, &|id| ids.contains(&id), store.lang())
    };
    let axes = move || {
        let found = found.get()?;
        Some(words::FUNNEL_AXES.fill(store.lang(), &[("base", label(found.share.base_ix))]))
    };
    view! {
        <section class="card commend-funnel" aria-labelledby="funnel-title">
            <div class="card-head">
                <h2 id="funnel-title">{say(words::FUNNEL)}</h2>
                <Choice
                    label=words::SHARE
                    choices=Signal::derive(choices)
                    value=Signal::derive(move || found.get().map(|found| id(found.share)).unwrap_or_default())
                    on_choose=move |id: String| chosen.set(Some(id))
                />
            </div>
            <p>{say(words::FUNNEL_NOTE)}</p>
            <p hidden=live(move || !stands_for())>{say(words::STANDS_FOR)}</p>
            <p role="status">{live(overall)}</p>
            <p class="muted small">{live(partial)}</p>
            {shown_if(move || !has_any.get(), || view! { <p>{say(words::FUNNEL_EMPTY)}</p> })}
            {shown_if(
                move || has_any.get(),
                move || {
                    view! {
                        <p class="muted small">{live(axes)}</p>
                        <Chart found=found/>
                        <details>
                            <summary>{say(words::AS_TABLE)}</summary>
                            <Table found=found/>
                        </details>
                    }
                },
            )}
        </section>
    }
}

#[component]
fn Chart(found: Memo<Option<Found>>) -> impl IntoView {
    let store = Store::take();
    let size = RwSignal::new([0.0, 0.0]);
    let node = NodeRef::<Div>::new();
    let with_chart = move |look: &dyn Fn(&Funnel) -> Scene| {
        let (lang, theme) = (store.lang(), store.theme());
        let (passes, chosen) = (store.derived.passes.get(), store.derived.chosen.get());
        let Some(found) = found.get() else { return Scene::default() };
        let Some(overall) = found.judged.overall else { return Scene::default() };
        let dot = |(area_ix, area): (usize, &Area)| {
            let counts = area.counts();
            FunnelDot {
                area_ix,
                name: store.derived.names[area_ix],
                count: counts.map(|(count, _)| count),
                base: counts.map(|(_, base)| base),
                fill: AreaFill::of(area.state, theme.symbol),
                passes: passes[area_ix],
                chosen: chosen[area_ix],
            }
        };
        let dots: Vec<FunnelDot> = found.judged.areas.iter().enumerate().map(dot).collect();
        look(&Funnel::new(FunnelSpec {
            size_px: size.get(),
            text_size_px: TEXT_PX,
            dots: &dots,
            overall,
            limit_names: [words::LIMIT_USUAL.get(lang), words::LIMIT_RARE.get(lang)],
            format_base: &|base| number::compact(lang, base),
            format_share: &|share| number::percent(lang, share * 100.0, 0),
            theme,
        }))
    };
    let scene = live_scene(size, move || with_chart(&|chart| funnel_scene(chart)));
    let overlay =
        live_overlay(store, size, move |[hover, focus]| with_chart(&|chart| funnel_overlay(chart, hover, focus)));
    let hit = move |event: &web_sys::MouseEvent| {
        let at = pointer_px(node, event)?;
        let under = std::cell::Cell::new(None);
        untrack(|| {
            with_chart(&|chart| {
                under.set(chart.hit(at));
                Scene::default()
            })
        });
        under.get()
    };
    view! {
        <div
            class="plot-frame funnel-frame"
            on:pointermove=on(move |event: web_sys::PointerEvent| {
                let under = hit(&event);
                if store.hover.get_untracked() != under {
                    store.hover.set(under);
                }
            })
            on:pointerleave=on(move |_: web_sys::PointerEvent| store.hover.set(None))
            on:click=on(move |event: web_sys::MouseEvent| {
                if let Some(area_ix) = hit(&event) {
                    store.choose(area_ix, event.shift_key() || event.ctrl_key() || event.meta_key());
                }
            })
        >
            <Plot scene=scene overlay=overlay size=size node=node/>
        </div>
    }
}

#[component]
fn Table(found: Memo<Option<Found>>) -> impl IntoView {
    let store = Store::take();
    let rows = move || {
        let lang = store.lang();
        let areas = found.get().map(|found| found.judged.areas.clone()).unwrap_or_default();
        areas.into_iter().enumerate().map(|(ix, area)| row(store.derived.names[ix], area, lang)).collect_view()
    };
    view! {
        <div class="table-scroll" role="group" tabindex="0" aria-labelledby="funnel-title">
            <table>
                <thead>
                    <tr>
                        <th scope="col" class="text">{say(words::HEAD_AREA)}</th>
                        <th scope="col">{say(words::HEAD_COUNT)}</th>
                        <th scope="col">{say(words::HEAD_BASE)}</th>
                        <th scope="col">{say(words::HEAD_SHARE)}</th>
                        <th scope="col" class="text">{say(words::HEAD_STATE)}</th>
                        <th scope="col" class="text">{say(words::HEAD_VERDICT)}</th>
                    </tr>
                </thead>
                <tbody>{part(rows)}</tbody>
            </table>
        </div>
    }
}

fn row(name: &'static str, area: Area, lang: Lang) -> impl IntoView {
    let whole = |value: Option<f64>| value.map(|value| number::number(lang, value, 0));
    let share = area.counts().map(|(count, base)| number::percent(lang, 100.0 * count / base, 1));
    view! {
        <tr data-verdict=area.verdict.is_some_and(|verdict| verdict != Verdict::Inside).to_string()>
            <th scope="row">{name}</th>
            <td>{whole(area.count)}</td>
            <td>{whole(area.base)}</td>
            <td>{share}</td>
            <td class="text">{state_words(area.state).get(lang)}</td>
            <td class="text">{verdict_words(&area).get(lang)}</td>
        </tr>
    }
}

fn verdict_words(area: &Area) -> Words {
    match (area.verdict, area.state) {
        (Some(Verdict::Inside), _) => words::INSIDE,
        (Some(Verdict::Below), _) => words::BELOW,
        (Some(Verdict::FarBelow), _) => words::FAR_BELOW,
        (Some(Verdict::Above), _) => words::ABOVE,
        (Some(Verdict::FarAbove), _) => words::FAR_ABOVE,
        (None, State::Estimated) => words::NOT_ESTIMATED,
        (None, State::Missing) => words::NOT_KNOWN,
        (None, _) => words::ABOVE_BASE,
    }
}
