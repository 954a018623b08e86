//! Thin adapters to the browser: each wraps one browser facility and decides nothing.
//!
//! What can fail returns a `Result` or an `Option`; nothing here panics when a browser lacks the facility.

pub mod address;
pub mod canvas;
pub mod cells;
pub mod clipboard;
pub mod clock;
pub mod files;
pub mod frame;
pub mod media;
pub mod page;
pub mod pause;
pub mod rows;
pub mod sheets;
pub mod speed;
pub mod storage;
pub mod text_layer;

use wasm_bindgen::JsValue;

/// The window. The page has no meaning without one, so its absence is a bug.
pub fn window() -> web_sys::Window {
    web_sys::window().expect("the page runs in a window")
}

/// The document of the window.
pub fn document() -> web_sys::Document {
    window().document().expect("the window holds a document")
}

/// A thrown value in words, for messages to the person.
pub fn words_of(error: &JsValue) -> String {
    let named = |key: &str| js_sys::Reflect::get(error, &key.into()).ok().and_then(|value| value.as_string());
    match (named("name"), named("message")) {
        (Some(name), Some(message)) => format!("{name}: {message}"),
        (Some(text), None) | (None, Some(text)) => text,
        (None, None) => error.as_string().unwrap_or_else(|| "unknown error".to_owned()),
    }
}
