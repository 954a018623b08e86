//! The scatter plot: the measure on the map against any other.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use super::charts::{Pointing, TEXT_PX};
use super::toolbar::IndicatorChoice;
use crate::app::plot::{Plot, live_overlay};
use crate::app::say::{live, on, say};
use crate::app::store::Store;
use crate::data::Figure;
use crate::draw::AreaFill;
use crate::draw::scatter::{Scatter, ScatterAxes, ScatterDot, ScatterSpec, scatter_overlay, scatter_scene};
use crate::text::number;
use crate::text::say::atlas;
use crate::view::describe;
use crate::view::query::Measure;

/// The card of the scatter plot.
#[component]
pub fn ScatterCard() -> impl IntoView {
    let store = Store::take();
    let derived = store.derived;
    let size = RwSignal::new([0.0, 0.0]);
    let node = NodeRef::<Div>::new();
    let x_measure = Memo::new(move |_| store.derived.parts.rest.with(|rest| rest.scatter_x.clone()));
    let x_column = Memo::new(move |_| store.column(&x_measure.get()));
    // The areas as dots; `of_area` says how each looks, whether it passes and whether it is chosen.
    let dots = move |of_area: &dyn Fn(usize) -> (AreaFill, bool, bool)| -> Vec<ScatterDot<'static>> {
        let (x, y) = (x_column.get(), derived.column.get());
        let dot = |area_ix: usize| {
            let x = x.as_ref().and_then(|x| x.figures.get(area_ix)).copied().unwrap_or(Figure::MISSING);
            let (fill, passes, chosen) = of_area(area_ix);
            let y = y.figures[area_ix];
            // A dot is only as sure as the less sure of its two figures.
            let fill = match fill.class_color() {
                Some(color) if y.state < x.state => AreaFill::of(x.state, color),
                _ => fill,
            };
            let intervals = [x.interval, y.interval];
            ScatterDot {
                area_ix,
                name: derived.names[area_ix],
                x: x.value,
                y: y.value,
                fill,
                passes,
                chosen,
                intervals,
            }
        };
        (0..y.figures.len()).map(dot).collect()
    };
    let city = move || {
        (x_column.with(|x| x.as_ref().and_then(|x| x.city_line())), derived.column.with(|column| column.city_line()))
    };
    let axes = Memo::new(move |_| {
        let (lang, x, y) = (store.lang(), x_column.get(), derived.column.get());
        let format_x = |value: f64| match &x {
            Some(x) => describe::axis_text(x, value, lang),
            None => number::significant(lang, value, 3),
        };
        let format_y = |value: f64| describe::axis_text(&y, value, lang);
        let dots = dots(&|_| (AreaFill::Ground, true, false));
        Arc::new(ScatterAxes::new(size.get(), TEXT_PX, &dots, city(), [&format_x, &format_y]))
    });
    let chart = move |look: &mut dyn FnMut(&Scatter)| {
        let (fills, passes, chosen) = (derived.fills.get(), derived.passes.get(), derived.chosen.get());
        let dots = dots(&|area_ix| (fills[area_ix], passes[area_ix], chosen[area_ix]));
        let spec =
            ScatterSpec { size_px: size.get(), text_size_px: TEXT_PX, dots: &dots, city: city(), theme: store.theme() };
        look(&Scatter::new(spec, &axes.get()));
    };
    // Drawing and words from one chart.
    let drawn = Memo::new(move |_| {
        let mut drawn = None;
        chart(&mut |chart| drawn = Some((Arc::new(scatter_scene(chart)), chart.correlation())));
        drawn
    });
    let scene = Memo::new(move |_| drawn.with(|drawn| drawn.as_ref().map(|drawn| drawn.0.clone()).unwrap_or_default()));
    let overlay = live_overlay(store, size, move |[hover, focus]| {
        let mut scene = None;
        chart(&mut |chart| scene = Some(scatter_overlay(chart, hover, focus)));
        scene.unwrap_or_default()
    });
    let hit = move |at_px: [f64; 2]| {
        let mut under = None;
        untrack(|| chart(&mut |chart| under = chart.hit(at_px)));
        under
    };
    // Words, unlike the drawing, can wait for the frame.
    let words = move || {
        let lang = store.lang();
        derived.told.round.track();
        size.track();
        match drawn.with_untracked(|drawn| drawn.as_ref().and_then(|drawn| drawn.1)) {
            // The numbers behind what became of a yes or no have no distances.
            _ if derived.column.with(|column| column.is_outcome()) => String::new(),
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
