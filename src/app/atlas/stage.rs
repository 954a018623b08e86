//! The map itself: layouts and their flow into each other, pan, zoom, choice by pointer, box and keyboard.
//!
//! The base drawing changes with query and camera only; hover, focus and choice are drawn on the overlay.

mod input;
mod over;

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use self::input::Options;
use self::over::{BoxFrame, Empty, HoverLabel, NoteMarks, Zoom};
use crate::app::pieces;
use crate::app::plot::{Plot, live_scene};
use crate::app::say::{live, on, shown_if};
use crate::app::store::Store;
use crate::draw::symbols::symbol_radii_px;
use crate::draw::{AreaFill, MapGround, MapLabels, MapSpec, Scene, map_scene, overlay_scene};
use crate::geo::{AreaShape, Bounds, Camera, HitIndex, Morph, crowded, symbols};
use crate::view::query::Layout;
use crate::web::{media, speed};

/// How long layouts flow into each other.
const FLOW_MS: f64 = 420.0;
/// Greatest radius while circles are sized before they are scaled to kilometres.
const FINE: f64 = 1_000.0;
/// Font size of names on the map.
const LABEL_PX: f64 = 12.0;
/// Circles over outlines may overlap and cover names, so they are this much smaller.
const OVER_OUTLINES: f64 = 0.7;
/// Greatest circle, as a part of the smaller side of the map.
const MAX_CIRCLE_PART: f64 = 0.085;

type Shapes = Arc<Vec<AreaShape>>;

/// What the pointer is doing.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Gesture {
    /// Pressed, or dragging the map.
    Pan { start_px: [f64; 2], last_px: [f64; 2], moved: bool },
    /// Drawing a box.
    Box { start_px: [f64; 2], now_px: [f64; 2] },
}

/// Shapes on their way from one layout into another.
#[derive(Clone)]
struct Flow {
    morph: Arc<Morph>,
    /// 0 at the start, 1 at the end.
    part: f64,
    /// Where the camera was.
    from: Camera,
}

/// The signals of the map; transient, so they map with the component and not in the address.
#[derive(Clone, Copy)]
pub struct MapState {
    store: Store,
    node: NodeRef<Div>,
    size: RwSignal<[f64; 2]>,
    /// Where the person has moved to; `None`: all of the map.
    moved_camera: RwSignal<Option<Camera>>,
    gesture: RwSignal<Option<Gesture>>,
    is_boxing: RwSignal<bool>,
    /// Shapes of the layout, as they stand after any flow.
    target: Memo<Shapes>,
    /// A flow under way.
    flow: RwSignal<Option<Flow>>,
    /// The camera that was painted last, for the next flow to start from.
    painted_camera: StoredValue<Option<Camera>>,
    pointer_at: RwSignal<Option<[f64; 2]>>,
    /// Where areas are too small for their names on the whole map, if they are somewhere.
    centre: Option<Bounds>,
    /// For finding what lies under the pointer.
    index: Memo<Arc<HitIndex>>,
    /// The box around the shapes.
    bounds: Memo<Bounds>,
}

/// The stage: drawing, options for the keyboard, zoom buttons, hover label.
#[component]
pub fn Stage() -> impl IntoView {
    let store = Store::take();
    let map = MapState::new(store);
    let ground = Memo::new(move |_| Arc::new(map.with_spec(&[], &[], MapGround::of)));
    let scene = live_scene(map.size, move || map.base_scene(&ground.get()));
    let overlay = live_scene(map.size, move || map.overlay(&ground.get()));
    let on_painted = Callback::new(move |()| {
        if map.size.with_untracked(|size| size[0] > 0.0) {
            map.painted_camera.set_value(Some(untrack(|| map.camera())));
            speed::map_filled();
        }
    });
    Effect::new(move |_| store.map_circle_px.set(map.greatest_circle_px()));
    let shows_dots =
        move || store.derived.parts.rest.with(|rest| rest.dots) && store.saving.reviewing.with(Option::is_some);
    let mode = move || match map.gesture.get() {
        Some(Gesture::Pan { moved: true, .. }) => "drag",
        _ if map.is_boxing.get() => "box",
        _ => "point",
    };
    view! {
        <div
            class="map-stage"
            data-mode=live(mode)
            on:pointerdown=on(move |event: web_sys::PointerEvent| map.press(&event))
            on:pointermove=on(move |event: web_sys::PointerEvent| map.point(&event))
            on:pointerup=on(move |event: web_sys::PointerEvent| map.lift(&event))
            on:pointercancel=on(move |_| map.gesture.set(None))
            on:pointerleave=on(move |_| map.leave())
            on:dblclick=on(move |event: web_sys::MouseEvent| map.open_under(&event))
            on:wheel=on(move |event: web_sys::WheelEvent| map.wheel(&event))
        >
            <Plot scene=scene overlay=overlay size=map.size node=map.node on_painted=on_painted>
                {shown_if(shows_dots, move || pieces::dots(map))}
                <NoteMarks map=map/>
                <Empty/>
            </Plot>
            <Options map=map/>
            <BoxFrame map=map/>
            <HoverLabel map=map/>
            <Zoom map=map/>
        </div>
    }
}

impl MapState {
    fn new(store: Store) -> MapState {
        let target = Memo::new(move |_| shapes_of(store));
        Effect::new(move |_| {
            if store.derived.layout.get() == Layout::Tiles && store.tiles.with_untracked(Option::is_none) {
                pieces::place_tiles(store);
            }
        });
        let flow = RwSignal::new(None);
        let map = MapState {
            store,
            node: NodeRef::new(),
            size: RwSignal::new([0.0, 0.0]),
            moved_camera: RwSignal::new(None),
            gesture: RwSignal::new(None),
            is_boxing: RwSignal::new(false),
            target,
            flow,
            painted_camera: StoredValue::new(None),
            pointer_at: RwSignal::new(None),
            centre: crowded(&store.geometry.areas, &store.geometry.outline_km2, &store.geometry.neighbours),
            index: Memo::new(move |_| Arc::new(target.with(|shapes| HitIndex::new(shapes)))),
            bounds: Memo::new(move |_| {
                target.with(|shapes| Bounds::of_shapes(shapes)).unwrap_or(store.geometry.bounds)
            }),
        };
        Effect::new(move |before: Option<Shapes>| {
            let now = target.get();
            if let Some(before) = before
                && !Arc::ptr_eq(&before, &now)
                && !media::holds(media::REDUCED_MOTION)
            {
                map.start_flow(&before, &now);
            }
            now
        });
        Effect::new(move |before: Option<Layout>| {
            let now = store.derived.layout.get();
            if before.is_some_and(|before| before != now) {
                map.moved_camera.set(None);
            }
            now
        });
        map
    }

    /// Lets the shapes flow from one layout into the other, a frame at a time.
    fn start_flow(self, from: &Shapes, to: &Shapes) {
        let Some(camera) = self.painted_camera.get_value() else { return };
        let flow = Flow { morph: Arc::new(Morph::new(from, to)), part: 0.0, from: camera };
        self.flow.set(Some(flow.clone()));
        self.flow_on(flow, js_sys::Date::now());
    }

    fn flow_on(self, flow: Flow, started: f64) {
        request_animation_frame(move || {
            let current = self.flow.try_get_untracked().flatten();
            if !current.is_some_and(|current| Arc::ptr_eq(&current.morph, &flow.morph)) {
                return;
            }
            let part = (js_sys::Date::now() - started) / FLOW_MS;
            if part >= 1.0 {
                self.flow.set(None);
            } else {
                // Slow at both ends.
                let eased = part * part * (3.0 - 2.0 * part);
                self.flow.set(Some(Flow { part: eased, ..flow.clone() }));
                self.flow_on(flow, started);
            }
        });
    }

    fn fit(self) -> Camera {
        Camera::fit(&self.bounds.get(), self.size.get(), 10.0)
    }

    /// What is in sight. While shapes flow, the camera goes with them from where it was.
    pub fn camera(self) -> Camera {
        let here = self.moved_camera.get().unwrap_or_else(|| self.fit());
        match self.flow.get() {
            Some(Flow { part, from, .. }) => {
                let between = |a: f64, b: f64| a + (b - a) * part;
                Camera {
                    center: [between(from.center[0], here.center[0]), between(from.center[1], here.center[1])],
                    px_per_km: between(from.px_per_km, here.px_per_km),
                }
            }
            None => here,
        }
    }

    /// The shapes of the layout; `None` while they are on their way.
    pub fn resting_shapes(self) -> Option<Shapes> {
        if self.flow.with(Option::is_some) { None } else { Some(self.target.get()) }
    }

    fn shapes(self) -> Shapes {
        match self.flow.get() {
            Some(Flow { morph, part, .. }) => Arc::new(morph.at(part)),
            None => self.target.get(),
        }
    }

    fn with_spec<T>(self, fills: &[AreaFill], passes: &[bool], use_spec: impl FnOnce(&MapSpec) -> T) -> T {
        let derived = self.store.derived;
        let is_flowing = self.flow.with(Option::is_some);
        let shapes = self.shapes();
        let radii = self.radii_px();
        let names = self.store.derived.names;
        let spec = MapSpec {
            size_px: self.size.get(),
            camera: self.camera(),
            shapes: &shapes,
            borders: (derived.layout.get() == Layout::Outlines && !is_flowing)
                .then_some(self.store.geometry.border_lines.as_slice()),
            fills,
            symbols: radii.as_deref(),
            passes,
            labels: (!is_flowing).then_some(MapLabels { names, size_px: LABEL_PX, important: &[] }),
            theme: self.store.theme(),
        };
        use_spec(&spec)
    }

    /// Circles over outlines or tiles, for what may not be shown as a fill.
    fn radii_px(self) -> Option<Vec<f64>> {
        let derived = self.store.derived;
        let column = derived.column.get();
        if column.kind.is_fill() || derived.layout.get() == Layout::Symbols {
            return None;
        }
        let size = self.size.get();
        let values: Vec<Option<f64>> = column.figures.iter().map(|figure| figure.value.map(f64::abs)).collect();
        Some(symbol_radii_px(&values, size[0].min(size[1]) * MAX_CIRCLE_PART * OVER_OUTLINES))
    }

    /// Radius of the greatest circle as the legend is to show it: unmoved, so that it holds while the map is enlarged.
    fn greatest_circle_px(self) -> f64 {
        let size = self.size.get();
        if self.store.derived.layout.get() == Layout::Symbols {
            let side = self.store.geometry.bounds.size();
            side[0].min(side[1]) * MAX_CIRCLE_PART * self.fit().px_per_km
        } else {
            size[0].min(size[1]) * MAX_CIRCLE_PART * OVER_OUTLINES
        }
    }

    fn base_scene(self, ground: &MapGround) -> Scene {
        let derived = self.store.derived;
        let (fills, passes) = (derived.fills.get(), derived.passes.get());
        self.with_spec(&fills, &passes, |spec| map_scene(spec, ground))
    }

    fn overlay(self, ground: &MapGround) -> Scene {
        let derived = self.store.derived;
        let (hover, focus) = (self.store.hover.get(), self.store.focus.get());
        let chosen = derived.chosen.get();
        self.with_spec(&[], &[], |spec| overlay_scene(spec, ground, hover, focus, &chosen))
    }
}

/// The shapes of the layout that the query asks for. Until the tiles have been placed the outlines stand for them.
fn shapes_of(store: Store) -> Shapes {
    let geometry = store.geometry;
    let outlines = || Arc::new(geometry.areas.clone());
    match store.derived.layout.get() {
        Layout::Outlines => outlines(),
        Layout::Tiles => store.tiles.get().unwrap_or_else(outlines),
        Layout::Symbols => {
            let sizes = store.derived.circle_sizes();
            let side = geometry.bounds.size();
            let max_radius_km = side[0].min(side[1]) * MAX_CIRCLE_PART;
            // Sized in fine steps first: the radii are rounded and floored for pixels, and a kilometre is many of those.
            let radii_km: Vec<f64> =
                symbol_radii_px(&sizes, FINE).into_iter().map(|radius| radius / FINE * max_radius_km).collect();
            let label_points: Vec<_> = geometry.areas.iter().map(|area| area.label_at).collect();
            Arc::new(symbols(&label_points, &radii_km))
        }
    }
}
