//! Streets and villages as dots on the map: the switch in the legend and the layer.
//!
//! Belongs to the piece `review`: the register that is counted is the journal's.

use std::sync::Arc;

use leptos::prelude::*;

use super::stage::MapState;
use crate::app::plot::{Plot, live_scene};
use crate::app::reviewing::Reviewing;
use crate::app::say::{live, on, say, shown_if};
use crate::app::store::Store;
use crate::draw::dots::{DotsSpec, dots_scene};
use crate::geo::{CountedDots, counted_dots};
use crate::text::number;
use crate::text::say::register;

/// Dots never stand farther apart than this, kilometres; nearer where they would not fit.
const MAX_GAP_KM: f64 = 1e4;

/// The switch, where the register holds anything, and what the dots mean.
#[component]
pub fn DotsSwitch() -> impl IntoView {
    let store = Store::take();
    let laid = Reviewing::of(store).laid;
    let counts = Memo::new(move |_| {
        laid.with(|laid| {
            let n_areas = laid.registered.iter().filter(|n| **n > 0).count();
            (laid.registered.iter().sum::<usize>(), n_areas)
        })
    });
    let is_on = Memo::new(move |_| store.derived.parts.rest.with(|rest| rest.dots));
    let meaning = move || {
        let (lang, (n, n_areas)) = (store.lang(), counts.get());
        register::DOTS_MEANING.fill(lang, n as u64, &[("areas", &number::whole(lang, n_areas as u64))])
    };
    shown_if(
        move || counts.get().0 > 0,
        move || {
            view! {
                <label class="check no-print">
                    <input
                        type="checkbox"
                        prop:checked=live(move || is_on.get())
                        on:change=on(move |event: web_sys::Event| store.show_dots(event_target_checked(&event)))
                    />
                    {say(register::ON_MAP)}
                </label>
                <p class="hint" hidden=live(move || !is_on.get())>"● " {live(meaning)}</p>
            }
        },
    )
}

/// The dots over the map, in every layout; while layouts flow into each other there are none.
#[component]
pub fn DotsLayer(map: MapState) -> impl IntoView {
    let store = Store::take();
    let laid = Reviewing::of(store).laid;
    let registered = Memo::new(move |_| laid.with(|laid| laid.registered.clone()));
    let dots = Memo::new(move |_| {
        let registered = registered.get();
        let mut dots: Vec<CountedDots> = Vec::new();
        if let Some(shapes) = map.resting_shapes() {
            dots.extend(shapes.iter().zip(&registered).map(|(shape, n)| counted_dots(shape, *n, MAX_GAP_KM)));
        }
        Arc::new(dots)
    });
    let size = RwSignal::new([0.0, 0.0]);
    let scene = live_scene(size, move || {
        dots_scene(&DotsSpec {
            size_px: size.get(),
            camera: map.camera(),
            dots: &dots.get(),
            passes: &store.derived.passes.get(),
            theme: store.theme(),
        })
    });
    view! { <div class="map-dots" aria-hidden="true"><Plot scene=scene size=size/></div> }
}
