//! The map itself: layouts and their flow into each other, pan, zoom, choice by pointer, box and keyboard.
//!
//! The base drawing changes with query and camera only; hover, focus and choice are drawn on the overlay.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use crate::app::derived::OfArea;
use crate::app::pieces;
use crate::app::plot::{Plot, capture_pointer, live_scene, pointer_px};
use crate::app::say::{live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::draw::symbols::symbol_radii_px;
use crate::draw::{AreaFill, MapGround, MapLabels, MapSpec, Scene, map_scene, overlay_scene};
use crate::geo::{AreaShape, Bounds, Camera, Direction, HitIndex, Morph, crowded, hit, in_box, symbols, travel};
use crate::text::say::atlas;
use crate::view::query::Layout;
use crate::web::{media, speed};

/// How long layouts flow into each other.
const FLOW_MS: f64 = 420.0;
/// A press that moves less than this is a click.
const CLICK_PX: f64 = 4.0;
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

    // The pointer.

    fn area_at(self, at_px: [f64; 2]) -> Option<usize> {
        let at_km = untrack(|| self.camera()).from_px(self.size.get_untracked(), at_px);
        let index = self.index.get_untracked();
        self.target.with_untracked(|shapes| hit(shapes, &index, at_km))
    }

    fn press(self, event: &web_sys::PointerEvent) {
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        let Some(at_px) = pointer_px(self.node, event) else { return };
        if is_on_button(event) {
            return;
        }
        capture_pointer(self.node, event);
        let boxing = self.is_boxing.get_untracked() || event.shift_key();
        self.gesture.set(Some(if boxing {
            Gesture::Box { start_px: at_px, now_px: at_px }
        } else {
            Gesture::Pan { start_px: at_px, last_px: at_px, moved: false }
        }));
    }

    fn point(self, event: &web_sys::PointerEvent) {
        let Some(at_px) = pointer_px(self.node, event) else { return };
        match self.gesture.get_untracked() {
            None => {
                let under = if is_on_button(event) { None } else { self.area_at(at_px) };
                self.pointer_at.set(under.map(|_| at_px));
                if self.store.hover.get_untracked() != under {
                    self.store.hover.set(under);
                }
            }
            Some(Gesture::Box { start_px, .. }) => self.gesture.set(Some(Gesture::Box { start_px, now_px: at_px })),
            Some(Gesture::Pan { start_px, last_px, moved }) => {
                let far = distance(start_px, at_px) >= CLICK_PX;
                // A finger scrolls the page; it pans the map only once the map is enlarged.
                let may_pan = event.pointer_type() != "touch" || self.moved_camera.with_untracked(Option::is_some);
                if (moved || far) && may_pan {
                    self.store.hover.set(None);
                    self.pan(at_px[0] - last_px[0], at_px[1] - last_px[1]);
                    self.gesture.set(Some(Gesture::Pan { start_px, last_px: at_px, moved: true }));
                }
            }
        }
    }

    fn lift(self, event: &web_sys::PointerEvent) {
        let Some(gesture) = self.gesture.get_untracked() else { return };
        self.gesture.set(None);
        let adding = event.shift_key() || event.ctrl_key() || event.meta_key();
        match gesture {
            Gesture::Pan { start_px, moved: false, .. } => self.click(start_px, adding),
            Gesture::Pan { .. } => {}
            Gesture::Box { start_px, now_px } if distance(start_px, now_px) < CLICK_PX => self.click(start_px, true),
            Gesture::Box { start_px, now_px } => {
                let (camera, size) = (untrack(|| self.camera()), self.size.get_untracked());
                let (a, b) = (camera.from_px(size, start_px), camera.from_px(size, now_px));
                let inside = self.target.with_untracked(|shapes| in_box(shapes, a, b));
                self.store.choose_all(&inside, adding);
                self.announce_chosen();
            }
        }
    }

    fn click(self, at_px: [f64; 2], adding: bool) {
        match self.area_at(at_px) {
            Some(area_ix) => self.store.choose(area_ix, adding),
            None if !adding => self.store.choose_none(),
            None => {}
        }
    }

    fn open_under(self, event: &web_sys::MouseEvent) {
        if let Some(area_ix) = pointer_px(self.node, event).and_then(|at_px| self.area_at(at_px)) {
            self.store.open_sheet(area_ix);
        }
    }

    fn leave(self) {
        if self.gesture.with_untracked(Option::is_none) {
            self.pointer_at.set(None);
            self.store.hover.set(None);
        }
    }

    fn pan(self, dx_px: f64, dy_px: f64) {
        let (now, fit) = untrack(|| (self.camera(), self.fit()));
        self.moved_camera.set(Some(now.panned(dx_px, dy_px).clamped(&fit, &self.bounds.get_untracked())));
    }

    fn zoom(self, at_px: Option<[f64; 2]>, factor: f64) {
        let size = self.size.get_untracked();
        let at_px = at_px.unwrap_or([size[0] / 2.0, size[1] / 2.0]);
        let (now, fit) = untrack(|| (self.camera(), self.fit()));
        let zoomed = now.zoomed(size, at_px, factor).clamped(&fit, &self.bounds.get_untracked());
        self.moved_camera.set((zoomed.px_per_km > fit.px_per_km * 1.001).then_some(zoomed));
    }

    /// Goes to where areas are too small for their names.
    fn go_to_centre(self) {
        if let Some(bounds) = &self.centre {
            self.moved_camera.set(Some(Camera::fit(bounds, self.size.get_untracked(), 28.0)));
        }
    }

    /// The wheel scrolls the page, as everywhere; with Ctrl (and so by pinching a touchpad) it zooms.
    fn wheel(self, event: &web_sys::WheelEvent) {
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            self.zoom(pointer_px(self.node, event), (-event.delta_y() * 0.005).exp());
        }
    }

    // The keyboard.

    fn key(self, event: &web_sys::KeyboardEvent) {
        let store = self.store;
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        let direction = match event.key().as_str() {
            "ArrowUp" => Some(Direction::Up),
            "ArrowDown" => Some(Direction::Down),
            "ArrowLeft" => Some(Direction::Left),
            "ArrowRight" => Some(Direction::Right),
            _ => None,
        };
        let focus = store.focus.get_untracked();
        match (direction, event.key().as_str()) {
            _ if has_modifier => return,
            (Some(direction), _) => {
                let centers: Vec<_> =
                    self.target.with_untracked(|shapes| shapes.iter().map(|shape| shape.label_at).collect());
                let next = focus.and_then(|from| travel::next(&centers, from, direction));
                self.focus_on(next.or(focus).or_else(|| travel::first(&centers)));
            }
            (None, "Enter" | " ") => {
                if let Some(area_ix) = focus {
                    store.choose(area_ix, true);
                    self.announce_choice_of(area_ix);
                }
            }
            (None, "s" | "S") => {
                if let Some(area_ix) = focus {
                    store.open_sheet(area_ix);
                }
            }
            (None, "+" | "=") => self.zoom(self.focus_px(), 1.5),
            (None, "-" | "_") => self.zoom(self.focus_px(), 1.0 / 1.5),
            (None, "0") => self.moved_camera.set(None),
            (None, "Home") => {
                let centers: Vec<_> =
                    self.target.with_untracked(|shapes| shapes.iter().map(|shape| shape.label_at).collect());
                self.focus_on(travel::first(&centers));
            }
            (None, "Escape") => {
                store.focus.set(None);
                crate::web::page::focus("headline");
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn focus_px(self) -> Option<[f64; 2]> {
        let area_ix = self.store.focus.get_untracked()?;
        let at_km = self.target.with_untracked(|shapes| shapes.get(area_ix).map(|shape| shape.label_at))?;
        Some(untrack(|| self.camera()).to_px(self.size.get_untracked(), at_km))
    }

    /// Moves the keyboard to an area, says it, and brings it into sight.
    fn focus_on(self, area_ix: Option<usize>) {
        let Some(area_ix) = area_ix else { return };
        self.store.focus.set(Some(area_ix));
        self.store.announce(untrack(|| self.store.derived.area_line(area_ix)));
        let size = self.size.get_untracked();
        if let Some([x, y]) = self.focus_px() {
            let beyond = |at: f64, max: f64| if at < 30.0 { 30.0 - at } else { (max - 30.0 - at).min(0.0) };
            let (dx, dy) = (beyond(x, size[0]), beyond(y, size[1]));
            if dx != 0.0 || dy != 0.0 {
                self.pan(dx, dy);
            }
        }
    }

    fn announce_choice_of(self, area_ix: usize) {
        let lang = self.store.lang_now();
        let area = &self.store.data_set.areas[area_ix];
        let is_chosen = self.store.query.with_untracked(|query| query.selection.contains(&area.code));
        let words = if is_chosen { atlas::CHOSEN } else { atlas::NOT_CHOSEN };
        self.store.announce(format!("{}: {}", area.name, words.get(lang)));
    }

    fn announce_chosen(self) {
        let n = self.store.query.with_untracked(|query| query.selection.len());
        self.store.announce(atlas::N_CHOSEN.fill(self.store.lang_now(), n as u64, &[]));
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

fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

/// Whether the event is meant for a button that lies over the map.
fn is_on_button(event: &web_sys::PointerEvent) -> bool {
    use wasm_bindgen::JsCast;
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| element.closest("button").is_ok_and(|button| button.is_some()))
}

/// The areas as options of a list, so that keyboard and screen reader reach them; drawn by the overlay.
#[component]
fn Options(map: MapState) -> impl IntoView {
    let store = map.store;
    let active = move || store.focus.get().map(|area_ix| option_id(store, area_ix));
    view! {
        <div
            role="listbox"
            tabindex="0"
            aria-multiselectable="true"
            aria-label=say(atlas::MAP)
            aria-describedby="map-keys"
            aria-activedescendant=live(active)
            on:keydown=on(move |event: web_sys::KeyboardEvent| map.key(&event))
            on:focus=on(move |_| {
                if store.focus.get_untracked().is_none() {
                    let chosen = store.derived.chosen.get_untracked().iter().position(|&chosen| chosen);
                    let centers: Vec<_> = map
                        .target
                        .with_untracked(|shapes| shapes.iter().map(|shape| shape.label_at).collect());
                    map.focus_on(chosen.or_else(|| travel::first(&centers)));
                }
            })
            on:blur=on(move |_| store.focus.set(None))
        >
            {(0..store.data_set.areas.len())
                .map(|area_ix| {
                    let OfArea { passes, is_chosen } = store.derived.of_area[area_ix];
                    view! {
                        <div
                            role="option"
                            id=option_id(store, area_ix)
                            aria-selected=live(move || is_chosen.get().to_string())
                        >
                            {live(move || store.derived.line_if(area_ix, passes.get()))}
                        </div>
                    }
                })
                .collect_view()}
        </div>
        <p id="map-keys" class="visually-hidden">
            {say(atlas::MAP_KEYS)}
        </p>
    }
}

fn option_id(store: Store, area_ix: usize) -> String {
    format!("map-{}", store.data_set.areas[area_ix].code)
}

/// Small marks where areas have notes.
#[component]
fn NoteMarks(map: MapState) -> impl IntoView {
    let store = map.store;
    let marks = move || {
        let n_notes = store.derived.n_notes.get();
        if map.flow.with(Option::is_some) || map.size.get()[0] < 1.0 {
            return Vec::new();
        }
        let (camera, size) = (map.camera(), map.size.get());
        map.target.with(|shapes| {
            let noted = n_notes.iter().enumerate().filter(|(_, n)| **n > 0);
            noted
                .map(|(area_ix, n)| {
                    let at_px = camera.to_px(size, shapes[area_ix].label_at);
                    view! {
                        <span
                            class="note-mark"
                            aria-hidden="true"
                            style:left=format!("{:.1}px", at_px[0] + 10.0)
                            style:top=format!("{:.1}px", at_px[1] - 24.0)
                        >
                            {*n}
                        </span>
                    }
                })
                .collect::<Vec<_>>()
        })
    };
    part(marks)
}

/// What stands on the map while there is nothing to fill.
#[component]
fn Empty() -> impl IntoView {
    let store = Store::take();
    view! {
        {shown_if(move || store.derived.column.with(|column| column.n_known() == 0), move || view! {
            <div class="map-empty" role="note">
                <strong>{say(atlas::NOTHING_TO_DRAW)}</strong>
                <span>{say(atlas::NOTHING_TO_DRAW_HELP)}</span>
            </div>
        })}
    }
}

/// The frame that is being dragged.
#[component]
fn BoxFrame(map: MapState) -> impl IntoView {
    let frame = move || match map.gesture.get() {
        Some(Gesture::Box { start_px, now_px }) => Some((start_px, now_px)),
        _ => None,
    };
    part(move || {
        frame().map(|(a, b)| {
            view! {
                <div
                    class="box"
                    style:left=format!("{}px", a[0].min(b[0]))
                    style:top=format!("{}px", a[1].min(b[1]))
                    style:width=format!("{}px", (a[0] - b[0]).abs())
                    style:height=format!("{}px", (a[1] - b[1]).abs())
                ></div>
            }
        })
    })
}

/// Name and figure of the area under the pointer.
#[component]
fn HoverLabel(map: MapState) -> impl IntoView {
    let store = map.store;
    part(move || {
        let area_ix = store.hover.get()?;
        let at_px = map.pointer_at.get()?;
        let size = map.size.get();
        let line = store.derived.area_line(area_ix);
        let (name, rest) = line
            .split_once([',', ':'])
            .map_or((line.clone(), String::new()), |(name, rest)| (name.to_owned(), rest.trim().to_owned()));
        // To the side and above or below where there is room.
        let left = (at_px[0] < size[0] / 2.0).then(|| format!("{:.0}px", at_px[0] + 14.0));
        let right = left.is_none().then(|| format!("{:.0}px", size[0] - at_px[0] + 14.0));
        let top = (at_px[1] < size[1] / 2.0).then(|| format!("{:.0}px", at_px[1] + 14.0));
        let bottom = top.is_none().then(|| format!("{:.0}px", size[1] - at_px[1] + 14.0));
        Some(view! {
            <div
                class="hover-label"
                style:left=left.unwrap_or_default()
                style:right=right.unwrap_or_default()
                style:top=top.unwrap_or_default()
                style:bottom=bottom.unwrap_or_default()
                aria-hidden="true"
            >
                <strong>{name}</strong>
                {rest}
            </div>
        })
    })
}

/// Buttons over the map.
#[component]
fn Zoom(map: MapState) -> impl IntoView {
    view! {
        <div class="zoom no-print">
            <button type="button" aria-label=say(atlas::ZOOM_IN) on:click=on(move |_| map.zoom(None, 1.6))>
                "+"
            </button>
            <button
                type="button"
                aria-label=say(atlas::ZOOM_OUT)
                disabled=live(move || map.moved_camera.with(Option::is_none))
                on:click=on(move |_| map.zoom(None, 1.0 / 1.6))
            >
                "−"
            </button>
            <button
                type="button"
                disabled=live(move || map.moved_camera.with(Option::is_none))
                on:click=on(move |_| map.moved_camera.set(None))
            >
                {say(atlas::FIT)}
            </button>
            <button
                type="button"
                title=say(atlas::CENTRE_HELP)
                hidden=live(move || map.centre.is_none() || map.store.derived.layout.get() != Layout::Outlines)
                on:click=on(move |_| map.go_to_centre())
            >
                {say(atlas::CENTRE)}
            </button>
            <button
                type="button"
                aria-pressed=live(move || map.is_boxing.get().to_string())
                title=say(atlas::BOX_SELECT_HELP)
                on:click=on(move |_| map.is_boxing.update(|boxing| *boxing = !*boxing))
            >
                {say(atlas::BOX_SELECT)}
            </button>
        </div>
    }
}
