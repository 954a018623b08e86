//! The linked charts: ranked bars, distribution with its brush, scatter. All share hover, choice and filters.

use leptos::html::Div;
use leptos::prelude::*;

use super::range::ends;
use super::toolbar::IndicatorChoice;
use crate::app::fields::NumberField;
use crate::app::plot::{Plot, capture_pointer, live_scene, pointer_px};
use crate::app::say::{live, on, say, shown_if};
use crate::app::store::Store;
use crate::draw::distribution::{Distribution, DistributionSpec, Dot, distribution_overlay, distribution_scene};
use crate::draw::scatter::{Scatter, ScatterDot, ScatterSpec, scatter_overlay, scatter_scene};
use crate::draw::{RankedRow, RankedSpec, ranked_overlay, ranked_scene};
use crate::text::number;
use crate::text::say::atlas;
use crate::view::column::Column;
use crate::view::describe;
use crate::view::query::Measure;

const TEXT_PX: f64 = 12.0;
const ROW_PX: f64 = 16.0;

/// The column of charts.
#[component]
pub fn Charts() -> impl IntoView {
    view! {
        <div class="charts">
            <Ranked/>
            <DistributionCard/>
            <ScatterCard/>
        </div>
    }
}

/// The pointer over a chart: hover follows, a click chooses, a double click opens the sheet.
#[derive(Clone, Copy)]
struct Pointing {
    store: Store,
    node: NodeRef<Div>,
}

impl Pointing {
    fn hover(self, event: &web_sys::MouseEvent, hit: impl FnOnce([f64; 2]) -> Option<usize>) {
        let under = pointer_px(self.node, event).and_then(hit);
        if self.store.hover.get_untracked() != under {
            self.store.hover.set(under);
        }
    }

    fn choose(self, event: &web_sys::MouseEvent, hit: impl FnOnce([f64; 2]) -> Option<usize>) {
        let adding = event.shift_key() || event.ctrl_key() || event.meta_key();
        if let Some(area_ix) = pointer_px(self.node, event).and_then(hit) {
            self.store.choose(area_ix, adding);
        }
    }
}

/// Areas by value, highest first; those without a figure after them, by name as the data set has them.
fn ranked_order(column: &Column) -> Vec<usize> {
    let mut order: Vec<usize> = (0..column.figures.len()).collect();
    crate::order::sort_by(&mut order, |&a, &b| match (column.value(a), column.value(b)) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    order
}

#[component]
fn Ranked() -> impl IntoView {
    let store = Store::take();
    let derived = store.derived;
    let size = RwSignal::new([0.0, 0.0]);
    let node = NodeRef::<Div>::new();
    let order = Memo::new(move |_| derived.column.with(|column| ranked_order(column)));
    let with_spec = move |look: &dyn Fn(&RankedSpec) -> crate::draw::Scene| {
        let lang = store.lang();
        let (column, fills) = (derived.column.get(), derived.fills.get());
        let (passes, chosen) = (derived.passes.get(), derived.chosen.get());
        let order = order.get();
        let texts: Vec<String> = order
            .iter()
            .map(|&area_ix| match column.value(area_ix) {
                Some(value) => describe::number_text(&column, value, lang),
                None => "–".to_owned(),
            })
            .collect();
        let rows: Vec<RankedRow> = order
            .iter()
            .zip(&texts)
            .map(|(&area_ix, text)| RankedRow {
                area_ix,
                name: derived.names[area_ix],
                value: column.value(area_ix),
                value_text: text,
                fill: fills[area_ix],
                passes: passes[area_ix],
                chosen: chosen[area_ix],
                interval: column.figures[area_ix].interval,
            })
            .collect();
        look(&RankedSpec {
            width_px: size.get()[0],
            row_height_px: ROW_PX,
            text_size_px: TEXT_PX,
            rows: &rows,
            city: column.city_line(),
            domain: column.min_max().unwrap_or((0.0, 1.0)),
            theme: store.theme(),
        })
    };
    let scene = live_scene(size, move || with_spec(&|spec| ranked_scene(spec)));
    let overlay = live_scene(size, move || {
        let (hover, focus) = (store.hover.get(), store.focus.get());
        with_spec(&|spec| ranked_overlay(spec, hover, focus))
    });
    let hit = move |at_px: [f64; 2]| {
        let row_ix = (at_px[1] / ROW_PX).floor();
        order.with_untracked(|order| (row_ix >= 0.0).then(|| order.get(row_ix as usize).copied()).flatten())
    };
    let pointing = Pointing { store, node };
    view! {
        <section class="card ranked" aria-labelledby="ranked-title">
            <div class="card-head">
                <h2 id="ranked-title">{say(atlas::RANKED)}</h2>
                <span class="muted small">{say(atlas::DASHED_CITY)}</span>
            </div>
            <div
                style:height=live(move || format!("{}px", order.with(Vec::len) as f64 * ROW_PX))
                class="plot-frame"
                on:pointermove=on(move |event: web_sys::PointerEvent| pointing.hover(&event, hit))
                on:pointerleave=on(move |_| store.hover.set(None))
                on:click=on(move |event: web_sys::MouseEvent| pointing.choose(&event, hit))
                on:dblclick=on(move |event: web_sys::MouseEvent| {
                    if let Some(area_ix) = pointer_px(node, &event).and_then(hit) {
                        store.open_sheet(area_ix);
                    }
                })
            >
                <Plot scene=scene overlay=overlay size=size node=node/>
            </div>
        </section>
    }
}

#[component]
fn DistributionCard() -> impl IntoView {
    let store = Store::take();
    let derived = store.derived;
    let size = RwSignal::new([0.0, 0.0]);
    let node = NodeRef::<Div>::new();
    // Where the brush began, as pixel and value; a press without movement chooses instead.
    let drag = RwSignal::new(None::<(f64, f64)>);
    let measure = move || store.query.with(|query| query.measure.clone());
    let range = move || ends(store, &measure());
    let chart = move |look: &mut dyn FnMut(&Distribution)| {
        let lang = store.lang();
        let (column, fills) = (derived.column.get(), derived.fills.get());
        let (passes, chosen) = (derived.passes.get(), derived.chosen.get());
        let dots: Vec<Dot> = column
            .figures
            .iter()
            .enumerate()
            .map(|(area_ix, figure)| Dot {
                area_ix,
                value: figure.value,
                fill: fills[area_ix],
                passes: passes[area_ix],
                chosen: chosen[area_ix],
                interval: figure.interval,
            })
            .collect();
        let (min, max) = column.min_max().unwrap_or_default();
        let brush = match range() {
            (None, None) => None,
            (from, to) => Some((from.unwrap_or(min), to.unwrap_or(max))),
        };
        let format = |value: f64| number::significant(lang, value, 3);
        look(&Distribution::new(DistributionSpec {
            size_px: size.get(),
            text_size_px: TEXT_PX,
            dots: &dots,
            city: column.city_line(),
            brush,
            log_note: atlas::LOG_AXIS.get(lang),
            format: &format,
            theme: store.theme(),
        }));
    };
    let scene = live_scene(size, move || {
        let mut scene = None;
        chart(&mut |chart| scene = Some(distribution_scene(chart)));
        scene.unwrap_or_default()
    });
    let overlay = live_scene(size, move || {
        let (hover, focus) = (store.hover.get(), store.focus.get());
        let mut scene = None;
        chart(&mut |chart| scene = Some(distribution_overlay(chart, hover, focus)));
        scene.unwrap_or_default()
    });
    let hit = move |at_px: [f64; 2]| {
        let mut under = None;
        untrack(|| chart(&mut |chart| under = chart.hit(at_px)));
        under
    };
    let value_at = move |x_px: f64| {
        let mut value = 0.0;
        untrack(|| chart(&mut |chart| value = chart.value_at(x_px)));
        let scale = 10f64.powi(i32::from(derived.column.with_untracked(|column| column.decimals)));
        (value * scale).round() / scale
    };
    let pointing = Pointing { store, node };
    let decimals = Signal::derive(move || derived.column.with(|column| column.decimals));
    // Ends that cross are kept here until one of them is put right.
    let crossed = RwSignal::new(None::<(Option<f64>, Option<f64>)>);
    let set = move |min: Option<f64>, max: Option<f64>| {
        let crosses = matches!((min, max), (Some(min), Some(max)) if min > max);
        crossed.set(crosses.then_some((min, max)));
        if !crosses {
            store.set_range(&untrack(measure), min, max);
        }
    };
    let taken = Memo::new(move |_| range());
    Effect::new(move |_| {
        taken.track();
        crossed.set(None);
    });
    let now = move || crossed.get_untracked().unwrap_or_else(|| untrack(range));
    view! {
        <section class="card distribution" aria-labelledby="distribution-title">
            <div class="card-head">
                <h2 id="distribution-title">{say(atlas::DISTRIBUTION)}</h2>
                <span class="muted small">{say(atlas::DASHED_CITY)}</span>
            </div>
            <div
                on:pointerdown=on(move |event: web_sys::PointerEvent| {
                    if let Some(at_px) = pointer_px(node, &event) {
                        capture_pointer(node, &event);
                        drag.set(Some((at_px[0], value_at(at_px[0]))));
                    }
                })
                on:pointermove=on(move |event: web_sys::PointerEvent| {
                    match (drag.get_untracked(), pointer_px(node, &event)) {
                        (Some((start_px, start)), Some(at_px)) if (at_px[0] - start_px).abs() >= 3.0 => {
                            let end = value_at(at_px[0]);
                            set(Some(start.min(end)), Some(start.max(end)));
                        }
                        (Some(_), _) => {}
                        (None, _) => pointing.hover(&event, hit),
                    }
                })
                on:pointerup=on(move |event: web_sys::PointerEvent| {
                    let Some((start_px, _)) = drag.get_untracked() else { return };
                    drag.set(None);
                    if pointer_px(node, &event).is_some_and(|at_px| (at_px[0] - start_px).abs() < 3.0) {
                        pointing.choose(&event, hit);
                    }
                })
                on:pointercancel=on(move |_| drag.set(None))
                on:pointerleave=on(move |_| store.hover.set(None))
            >
                <Plot scene=scene overlay=overlay size=size node=node/>
            </div>
            {shown_if(move || derived.column.with(|column| column.n_known() > 0), move || view! {
                <div class="ends">
                    <NumberField
                        label=atlas::FROM
                        value=Signal::derive(move || range().0)
                        hint=Signal::derive(String::new)
                        decimals=decimals
                        on_change=move |min| set(min, now().1)
                    />
                    <NumberField
                        label=atlas::TO
                        value=Signal::derive(move || range().1)
                        hint=Signal::derive(String::new)
                        decimals=decimals
                        on_change=move |max| set(now().0, max)
                    />
                </div>
                <p class="problem small" hidden=live(move || !crossed.with(Option::is_some))>{say(atlas::FROM_OVER_TO)}</p>
            })}
        </section>
    }
}

#[component]
fn ScatterCard() -> impl IntoView {
    let store = Store::take();
    let derived = store.derived;
    let size = RwSignal::new([0.0, 0.0]);
    let node = NodeRef::<Div>::new();
    let x_measure = Memo::new(move |_| store.query.with(|query| query.scatter_x.clone()));
    let x_column = Memo::new(move |_| store.column(&x_measure.get()));
    let chart = move |look: &mut dyn FnMut(&Scatter)| {
        let lang = store.lang();
        let (y, fills) = (derived.column.get(), derived.fills.get());
        let (passes, chosen) = (derived.passes.get(), derived.chosen.get());
        let x = x_column.get();
        let value_x = |area_ix: usize| x.as_ref().and_then(|x| x.value(area_ix));
        let dots: Vec<ScatterDot> = (0..y.figures.len())
            .map(|area_ix| ScatterDot {
                area_ix,
                name: derived.names[area_ix],
                x: value_x(area_ix),
                y: y.value(area_ix),
                fill: fills[area_ix],
                passes: passes[area_ix],
                chosen: chosen[area_ix],
                interval: y.figures[area_ix].interval,
            })
            .collect();
        let format = |value: f64| number::significant(lang, value, 3);
        look(&Scatter::new(ScatterSpec {
            size_px: size.get(),
            text_size_px: TEXT_PX,
            dots: &dots,
            city: (x.as_ref().and_then(|x| x.city_line()), y.city_line()),
            format_x: &format,
            format_y: &format,
            theme: store.theme(),
        }));
    };
    let scene = live_scene(size, move || {
        let mut scene = None;
        chart(&mut |chart| scene = Some(scatter_scene(chart)));
        scene.unwrap_or_default()
    });
    let overlay = live_scene(size, move || {
        let (hover, focus) = (store.hover.get(), store.focus.get());
        let mut scene = None;
        chart(&mut |chart| scene = Some(scatter_overlay(chart, hover, focus)));
        scene.unwrap_or_default()
    });
    let hit = move |at_px: [f64; 2]| {
        let mut under = None;
        untrack(|| chart(&mut |chart| under = chart.hit(at_px)));
        under
    };
    let words = move || {
        let lang = store.lang();
        let mut correlation = None;
        chart(&mut |chart| correlation = chart.correlation());
        match correlation {
            Some(found) if found.n >= 3 => {
                let (r, n) = (number::number(lang, found.r, 2), number::number(lang, found.n as f64, 0));
                atlas::R_AND_N.fill(lang, &[("r", &r), ("n", &n)])
            }
            _ => atlas::TOO_FEW.get(lang).to_owned(),
        }
    };
    let y_label = move || derived.column.with(|column| column.label.get(store.lang()).to_owned());
    let pointing = Pointing { store, node };
    view! {
        <section class="card scatter" aria-labelledby="scatter-title">
            <div class="card-head">
                <h2 id="scatter-title">{say(atlas::SCATTER)}</h2>
                <span class="muted small number">{live(words)}</span>
            </div>
            <p class="small muted">"↑ " {live(y_label)}</p>
            <div
                on:pointermove=on(move |event: web_sys::PointerEvent| pointing.hover(&event, hit))
                on:pointerleave=on(move |_| store.hover.set(None))
                on:click=on(move |event: web_sys::MouseEvent| pointing.choose(&event, hit))
            >
                <Plot scene=scene overlay=overlay size=size node=node/>
            </div>
            <IndicatorChoice
                label=atlas::SCATTER_X
                value=Signal::derive(move || x_measure.get().indicator)
                on_choose=move |id: String| store.scatter_over(Measure::plain(id))
            />
        </section>
    }
}
