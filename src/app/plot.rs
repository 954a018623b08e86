//! A drawing on the screen: a base canvas, an overlay canvas for hover, focus and choice, and a layer of DOM text.
//!
//! The scene is pure (`draw`), the painting is one call (`web::canvas`). The base is painted only when its scene
//! changes; pointer and keyboard move the overlay alone. A drawing that is scrolled out of sight is drawn when the frame
//! with those in sight has been shown.

use std::sync::Arc;

use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::store::{Store, Tone};
use crate::draw::Scene;
use crate::text::say::problems;
use crate::web::canvas::{Sheet, paint_scene};
use crate::web::{speed, text_layer};

/// A scene that follows its signals.
pub type LiveScene = Memo<Arc<Scene>>;

/// A scene of a measured plot: drawn anew when its signals change, empty until the plot has been measured.
pub fn live_scene(size: RwSignal<[f64; 2]>, draw: impl Fn() -> Scene + Send + Sync + 'static) -> LiveScene {
    memo_of(size, Box::new(draw))
}

/// What lies over a plot while an area is pointed at or focused: hover and focus go to `draw`. While none is, nothing is drawn
/// and nothing else followed, so that filters do not lay out a chart a second time.
pub fn live_overlay(
    store: Store,
    size: RwSignal<[f64; 2]>,
    draw: impl Fn([Option<usize>; 2]) -> Scene + Send + Sync + 'static,
) -> LiveScene {
    let draw = move || match [store.hover.get(), store.focus.get()] {
        [None, None] => Scene::new(size.get()),
        areas => draw(areas),
    };
    memo_of(size, Box::new(draw))
}

fn memo_of(size: RwSignal<[f64; 2]>, draw: Box<dyn Fn() -> Scene + Send + Sync>) -> LiveScene {
    Memo::new(move |_| {
        let is_measured = size.with(|size| size[0] >= 1.0 && size[1] >= 1.0);
        Arc::new(if is_measured { draw() } else { Scene::default() })
    })
}

/// What a canvas shows.
struct Painted {
    sheet: Sheet,
    scene: Arc<Scene>,
    ratio: f64,
}

/// Shows a scene. The parent listens to the pointer and sets the height through CSS; `size` is written here.
#[component]
pub fn Plot(
    /// What is drawn. Build it from `size`; while that is zero nothing is painted.
    #[prop(into)]
    scene: LiveScene,
    /// Hover, focus and choice.
    #[prop(optional, into)]
    overlay: Option<LiveScene>,
    /// Width and height in CSS pixels, measured here.
    size: RwSignal<[f64; 2]>,
    /// The plot's element, for pointer positions.
    #[prop(optional)]
    node: NodeRef<Div>,
    /// Called after each painting of the base.
    #[prop(optional, into)]
    on_painted: Option<Callback<()>>,
    /// What else lies over the drawing.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let store = Store::take();
    let base = NodeRef::<Canvas>::new();
    let over = NodeRef::<Canvas>::new();
    measure(node, size);
    let is_in_sight = sight(node);
    // Out of sight, neither is the scene laid out nor anything painted before the frame.
    let due = move |scene: LiveScene| {
        if is_in_sight.get() {
            return scene.get();
        }
        store.derived.told.round.track();
        size.track();
        scene.get_untracked()
    };
    let paint = move |target: NodeRef<Canvas>, scene: Arc<Scene>, before: Option<Painted>| {
        let ratio = store.pixel_ratio.get();
        let element = target.get()?;
        if scene.size_px[0] < 1.0 || scene.size_px[1] < 1.0 {
            return None;
        }
        let (sheet, shown) = match before {
            Some(before) => (Ok(before.sheet), Some(before.scene).filter(|_| before.ratio == ratio)),
            None => (Sheet::of(&element), None),
        };
        let painted =
            sheet.and_then(|mut sheet| paint_scene(&mut sheet, &scene, shown.as_deref(), ratio).map(|()| sheet));
        if let Ok(sheet) = painted {
            Some(Painted { sheet, scene, ratio })
        } else {
            store.notify("canvas", Tone::Trouble, problems::CANVAS_FAILED.get(store.lang()).to_owned());
            None
        }
    };
    let layer = NodeRef::<Div>::new();
    Effect::new(move |before: Option<(Option<Painted>, Option<Arc<Scene>>)>| {
        let now = due(scene);
        let (painted, labelled) = before.unwrap_or_default();
        let painted = paint(base, now.clone(), painted);
        let labelled = layer.get().map(|layer| {
            text_layer::show(&layer, labelled.as_ref().map_or(&[], |before| &before.labels), &now.labels);
            now
        });
        if is_in_sight.get_untracked() {
            speed::painted();
        }
        if let Some(on_painted) = on_painted {
            on_painted.run(());
        }
        (painted, labelled)
    });
    if let Some(overlay) = overlay {
        Effect::new(move |before: Option<Option<Painted>>| paint(over, due(overlay), before.flatten()));
    }
    view! {
        <div class="plot" node_ref=node>
            <canvas node_ref=base aria-hidden="true"></canvas>
            <canvas node_ref=over aria-hidden="true"></canvas>
            <div class="labels" aria-hidden="true" node_ref=layer></div>
            {children.map(|children| children())}
        </div>
    }
}

/// Writes the element's size into `size` when it is first laid out and at each change.
fn measure(node: NodeRef<Div>, size: RwSignal<[f64; 2]>) {
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        let watched = element.clone();
        let update = move || {
            let now = [f64::from(watched.client_width()), f64::from(watched.client_height())];
            if size.try_get_untracked().is_some_and(|before| before != now) {
                size.set(now);
            }
        };
        // The observer tells the size in the next frame, after the page has been laid out anyway. Asking lays it out an
        // extra time, which is worth while only for the first map: it is painted that frame earlier.
        if !speed::has_filled() {
            update();
        }
        let closure = Closure::<dyn Fn()>::new(update);
        let Ok(observer) = web_sys::ResizeObserver::new(closure.as_ref().unchecked_ref()) else { return };
        observer.observe(&element);
        keep(closure, move || observer.disconnect());
    });
}

/// Whether the element is in the window or near it; held to be until the browser says.
fn sight(node: NodeRef<Div>) -> RwSignal<bool> {
    let is_in_sight = RwSignal::new(true);
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        let closure = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let last = entries.pop().unchecked_into::<web_sys::IntersectionObserverEntry>();
            let now = last.is_intersecting();
            if is_in_sight.try_get_untracked().is_some_and(|before| before != now) {
                is_in_sight.set(now);
            }
        });
        let options = web_sys::IntersectionObserverInit::new();
        // Far enough that what is scrolled to has been drawn before it is seen.
        options.set_root_margin("100px");
        let call = closure.as_ref().unchecked_ref();
        let Ok(observer) = web_sys::IntersectionObserver::new_with_options(call, &options) else { return };
        observer.observe(&element);
        keep(closure, move || observer.disconnect());
    });
    is_in_sight
}

/// Keeps what an observer calls until the effect that made it runs again or goes, and ends the observer then.
fn keep<F: ?Sized + 'static>(closure: Closure<F>, end: impl FnOnce() + 'static) {
    let kept = StoredValue::new_local(Some((closure, end)));
    on_cleanup(move || {
        if let Some(Some((closure, end))) = kept.try_update_value(Option::take) {
            end();
            drop(closure);
        }
    });
}

/// Where a pointer event happened, in CSS pixels from the plot's upper left corner.
pub fn pointer_px(node: NodeRef<Div>, event: &web_sys::MouseEvent) -> Option<[f64; 2]> {
    let frame = node.get_untracked()?.get_bounding_client_rect();
    Some([f64::from(event.client_x()) - frame.left(), f64::from(event.client_y()) - frame.top()])
}

/// Sends all later events of this pointer to the plot until it is lifted, also those outside of it.
pub fn capture_pointer(node: NodeRef<Div>, event: &web_sys::PointerEvent) {
    if let Some(element) = node.get_untracked() {
        // A pointer that is gone already cannot be captured, and need not be.
        drop(element.set_pointer_capture(event.pointer_id()));
    }
}
