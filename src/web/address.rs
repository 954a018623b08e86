//! The address bar's hash, and the history of the tab.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::window;

/// The hash as it stands in the address bar, with its `#`; empty if there is none.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Shows `hash` in the address bar. `push` makes a new step for the Back button.
///
/// Browsers refuse more than some hundred changes in half a minute; the screen is right without the address, so a
/// refusal is left alone and mended by the next change.
pub fn set_hash(hash: &str, push: bool) {
    let Ok(history) = window().history() else { return };
    let target = if hash.is_empty() { "#/" } else { hash };
    let state = wasm_bindgen::JsValue::NULL;
    drop(if push {
        history.push_state_with_url(&state, "", Some(target))
    } else {
        history.replace_state_with_url(&state, "", Some(target))
    });
}

/// Calls `on_change` when the person goes back or forward, or edits the address. Lives as long as the page.
pub fn on_change(on_change: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(on_change);
    let callback = closure.as_ref().unchecked_ref();
    // An edited hash fires both events; reading the same hash twice changes nothing.
    for event in ["popstate", "hashchange"] {
        drop(window().add_event_listener_with_callback(event, callback));
    }
    closure.forget();
}
