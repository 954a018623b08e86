//! The map under pointer and keyboard: choice, box, pan and zoom, and the areas as options of a list.

use leptos::prelude::*;

use super::{Gesture, MapState};
use crate::app::derived::OfArea;
use crate::app::plot::{capture_pointer, pointer_px};
use crate::app::say::{live, on, say};
use crate::app::store::Store;
use crate::geo::{Camera, Direction, hit, in_box, travel};
use crate::text::say::atlas;

/// A press that moves less than this is a click.
const CLICK_PX: f64 = 4.0;

impl MapState {
    // The pointer.

    fn area_at(self, at_px: [f64; 2]) -> Option<usize> {
        let at_km = untrack(|| self.camera()).from_px(self.size.get_untracked(), at_px);
        let index = self.index.get_untracked();
        self.target.with_untracked(|shapes| hit(shapes, &index, at_km))
    }

    pub(super) fn press(self, event: &web_sys::PointerEvent) {
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

    pub(super) fn point(self, event: &web_sys::PointerEvent) {
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

    pub(super) fn lift(self, event: &web_sys::PointerEvent) {
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

    pub(super) fn open_under(self, event: &web_sys::MouseEvent) {
        if let Some(area_ix) = pointer_px(self.node, event).and_then(|at_px| self.area_at(at_px)) {
            self.store.open_sheet(area_ix);
        }
    }

    pub(super) fn leave(self) {
        if self.gesture.with_untracked(Option::is_none) {
            self.pointer_at.set(None);
            self.store.hover.set(None);
        }
    }

    fn pan(self, dx_px: f64, dy_px: f64) {
        let (now, fit) = untrack(|| (self.camera(), self.fit()));
        self.moved_camera.set(Some(now.panned(dx_px, dy_px).clamped(&fit, &self.bounds.get_untracked())));
    }

    pub(super) fn zoom(self, at_px: Option<[f64; 2]>, factor: f64) {
        let size = self.size.get_untracked();
        let at_px = at_px.unwrap_or([size[0] / 2.0, size[1] / 2.0]);
        let (now, fit) = untrack(|| (self.camera(), self.fit()));
        let zoomed = now.zoomed(size, at_px, factor).clamped(&fit, &self.bounds.get_untracked());
        self.moved_camera.set((zoomed.px_per_km > fit.px_per_km * 1.001).then_some(zoomed));
    }

    /// Goes to where areas are too small for their names.
    pub(super) fn go_to_centre(self) {
        if let Some(bounds) = &self.centre {
            self.moved_camera.set(Some(Camera::fit(bounds, self.size.get_untracked(), 28.0)));
        }
    }

    /// The wheel scrolls the page, as everywhere; with Ctrl (and so by pinching a touchpad) it zooms.
    pub(super) fn wheel(self, event: &web_sys::WheelEvent) {
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
pub(super) fn Options(map: MapState) -> impl IntoView {
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
                            {live(move || store.derived.told_line(area_ix, passes.get()))}
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
