//! The column of linked charts, and the first of them: ranked bars. All share hover, choice and filters.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::app::pieces;
use crate::app::plot::{Plot, live_overlay, live_scene, pointer_px};
use crate::app::say::{Part, live, on, say, shown_if};
use crate::app::store::Store;
use crate::draw::{RankedRow, RankedSpec, ranked_overlay, ranked_scene};
use crate::text::say::atlas;
use crate::view::column::Column;
use crate::view::describe;

/// Font size of the charts' labels.
pub const TEXT_PX: f64 = 12.0;
const ROW_PX: f64 = 16.0;

/// The column of charts.
#[component]
pub fn Charts() -> impl IntoView {
    view! {
        <div class="charts">
            {pieces::ranked()}
            {pieces::distribution()}
            {pieces::scatter()}
        </div>
    }
}

/// The pointer over a chart: hover follows, a click chooses, a double click opens the sheet.
#[derive(Clone, Copy)]
pub struct Pointing {
    /// The page's store.
    pub store: Store,
    /// The chart's element.
    pub node: NodeRef<Div>,
}

impl Pointing {
    /// Hovers over what lies under the pointer.
    pub fn hover(self, event: &web_sys::MouseEvent, hit: impl FnOnce([f64; 2]) -> Option<usize>) {
        let under = pointer_px(self.node, event).and_then(hit);
        if self.store.hover.get_untracked() != under {
            self.store.hover.set(under);
        }
    }

    /// Chooses what lies under the pointer.
    pub fn choose(self, event: &web_sys::MouseEvent, hit: impl FnOnce([f64; 2]) -> Option<usize>) {
        let adding = event.shift_key() || event.ctrl_key() || event.meta_key();
        if let Some(area_ix) = pointer_px(self.node, event).and_then(hit) {
            self.store.choose(area_ix, adding);
        }
    }
}

/// What the dashed line of a chart is, where it has one.
pub fn city_word(derived: Derived) -> Part {
    shown_if(
        move || derived.column.with(|column| column.city_line().is_some()),
        move || view! { <span class="muted small">{say(atlas::DASHED_CITY)}</span> },
    )
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
pub fn Ranked() -> impl IntoView {
    let store = Store::take();
    let derived = store.derived;
    let size = RwSignal::new([0.0, 0.0]);
    let node = NodeRef::<Div>::new();
    let order = Memo::new(move |_| derived.column.with(|column| ranked_order(column)));
    let texts = Memo::new(move |_| {
        let lang = store.lang();
        derived.column.with(|column| {
            let text = |area_ix: &usize| match column.value(*area_ix) {
                Some(value) => describe::number_text(column, value, lang),
                None => "–".to_owned(),
            };
            Arc::new(order.with(|order| order.iter().map(text).collect::<Vec<String>>()))
        })
    });
    let with_spec = move |look: &dyn Fn(&RankedSpec) -> crate::draw::Scene| {
        let (column, fills) = (derived.column.get(), derived.fills.get());
        let (passes, chosen) = (derived.passes.get(), derived.chosen.get());
        let (order, texts) = (order.get(), texts.get());
        // What became of a yes or no lies to both sides of the middle, like any other change.
        let middle = if column.is_outcome() { (column.names.len() - 1) as f64 / 2.0 } else { 0.0 };
        let rows: Vec<RankedRow> = order
            .iter()
            .zip(texts.iter())
            .map(|(&area_ix, text)| RankedRow {
                area_ix,
                name: derived.names[area_ix],
                value: column.value(area_ix).map(|value| value - middle),
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
            domain: column.span().map_or((0.0, 1.0), |(low, high)| (low - middle, high - middle)),
            theme: store.theme(),
        })
    };
    let scene = live_scene(size, move || with_spec(&|spec| ranked_scene(spec)));
    let overlay =
        live_overlay(store, size, move |[hover, focus]| with_spec(&|spec| ranked_overlay(spec, hover, focus)));
    let hit = move |at_px: [f64; 2]| {
        let row_ix = (at_px[1] / ROW_PX).floor();
        order.with_untracked(|order| (row_ix >= 0.0).then(|| order.get(row_ix as usize).copied()).flatten())
    };
    let pointing = Pointing { store, node };
    view! {
        <section class="card ranked" aria-labelledby="ranked-title">
            <div class="card-head">
                <h2 id="ranked-title">{say(atlas::RANKED)}</h2>
                {city_word(derived)}
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
