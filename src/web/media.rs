//! What the device and its person prefer: colours, motion.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::window;

/// The device's dark colour scheme is on.
pub const DARK: &str = "(prefers-color-scheme: dark)";
/// The person replaces the page's colours by own ones.
pub const FORCED_COLORS: &str = "(forced-colors: active)";
/// The person wants no needless motion.
pub const REDUCED_MOTION: &str = "(prefers-reduced-motion: reduce)";
/// The page is being put on paper.
pub const PRINT: &str = "print";

/// Whether a media query holds now.
pub fn holds(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// Calls `on_change` whenever the answer to the media query changes. Lives as long as the page.
pub fn on_change(query: &str, on_change: impl Fn(bool) + 'static) {
    let Ok(Some(list)) = window().match_media(query) else { return };
    let watched = list.clone();
    let closure = Closure::<dyn Fn()>::new(move || on_change(watched.matches()));
    drop(list.add_event_listener_with_callback("change", closure.as_ref().unchecked_ref()));
    closure.forget();
}

/// Calls `on_change` whenever the device pixel ratio changes (zoom, another screen). Lives as long as the page.
pub fn on_pixel_ratio_change(on_change: impl Fn() + Clone + 'static) {
    let ratio = window().device_pixel_ratio();
    let Ok(Some(list)) = window().match_media(&format!("(resolution: {ratio}dppx)")) else { return };
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    let closure = Closure::once_into_js(move || {
        on_change();
        on_pixel_ratio_change(on_change);
    });
    drop(list.add_event_listener_with_callback_and_add_event_listener_options(
        "change",
        closure.unchecked_ref(),
        &options,
    ));
}
