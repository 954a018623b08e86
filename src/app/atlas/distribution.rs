//! The distribution of the figures, with the brush that filters by them.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use super::charts::{Pointing, TEXT_PX, city_word};
use super::range::{ends, told_ends};
use crate::app::fields::NumberField;
use crate::app::plot::{Plot, capture_pointer, live_overlay, live_scene, pointer_px};
use crate::app::say::{live, on, say, shown_if};
use crate::app::store::Store;
use crate::draw::distribution::{Distribution, DistributionSpec, Dot, Swarm, distribution_overlay, distribution_scene};
use crate::text::say::atlas;
use crate::view::describe;

#[component]
pub fn DistributionCard() -> impl IntoView {
    let store = Store::take();
    let derived = store.derived;
    let size = RwSignal::new([0.0, 0.0]);
    let node = NodeRef::<Div>::new();
    // Where the brush began, as pixel and value; a press without movement chooses instead.
    let drag = RwSignal::new(None::<(f64, f64)>);
    let measure = move || derived.column.with(|column| column.measure.clone());
    let range = move || ends(store, &measure());
    let told_range = move || told_ends(store, &measure());
    let swarm = Memo::new(move |_| {
        let (column, lang) = (derived.column.get(), store.lang());
        let values: Vec<Option<f64>> = column.figures.iter().map(|figure| figure.value).collect();
        let format = |value: f64| describe::axis_text(&column, value, lang);
        Arc::new(Swarm::new(size.get(), TEXT_PX, &values, column.city_line(), &format))
    });
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
        let spec = DistributionSpec {
            size_px: size.get(),
            text_size_px: TEXT_PX,
            dots: &dots,
            city: column.city_line(),
            brush,
            log_note: atlas::LOG_AXIS.get(lang),
            theme: store.theme(),
        };
        look(&Distribution::new(spec, &swarm.get()));
    };
    let scene = live_scene(size, move || {
        let mut scene = None;
        chart(&mut |chart| scene = Some(distribution_scene(chart)));
        scene.unwrap_or_default()
    });
    let overlay = live_overlay(store, size, move |[hover, focus]| {
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
    let taken = Memo::new(move |_| told_range());
    Effect::new(move |_| {
        taken.track();
        crossed.set(None);
    });
    let now = move || crossed.get_untracked().unwrap_or_else(|| untrack(range));
    view! {
        <section class="card distribution" aria-labelledby="distribution-title">
            <div class="card-head">
                <h2 id="distribution-title">{say(atlas::DISTRIBUTION)}</h2>
                {city_word(derived)}
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
            {shown_if(move || derived.column.with(|column| column.n_known() > 0 && !column.is_outcome() && !column.is_answer()), move || view! {
                <div class="ends">
                    <NumberField
                        label=atlas::FROM
                        value=Signal::derive(move || told_range().0)
                        hint=Signal::derive(String::new)
                        decimals=decimals
                        on_change=move |min| set(min, now().1)
                    />
                    <NumberField
                        label=atlas::TO
                        value=Signal::derive(move || told_range().1)
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
