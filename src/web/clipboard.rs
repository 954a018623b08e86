//! The clipboard.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

use super::{document, window};

/// Puts a text on the clipboard. Whether the browser did so: a page from the disk has no clipboard in some of them.
pub async fn copy(text: &str) -> bool {
    let asked = || {
        let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
        let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
        write.call1(&clipboard, &text.into()).ok()?.dyn_into::<Promise>().ok()
    };
    match asked() {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}

/// Selects the text of a field and moves the keyboard there, so that a key copies it.
pub fn select(id: &str) {
    let field = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(field) = field {
        drop(field.focus());
        field.select();
    }
}
