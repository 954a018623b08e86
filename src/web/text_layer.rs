//! The labels of a scene as DOM text over its canvas.
//!
//! Labels change a few at a time and often (a brush dims some names at every move), so the elements are kept and only those
//! of changed labels are touched; a list in a view would be compared and written anew as a whole.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::document;
use crate::draw::{Anchor, Label, Rgb};

/// Brings the layer from one list of labels to another.
pub fn show(layer: &HtmlElement, before: &[Label], now: &[Label]) {
    for at in 0..now.len().max(before.len()) {
        if at < before.len() && before.get(at) == now.get(at) {
            continue;
        }
        let child = layer.children().item(at as u32).and_then(|child| child.dyn_into::<HtmlElement>().ok());
        match (child, before.get(at), now.get(at)) {
            (Some(child), before, Some(label)) => write(&child, before, label),
            (None, _, Some(label)) => {
                let made = document().create_element("span").ok().and_then(|made| made.dyn_into::<HtmlElement>().ok());
                if let Some(made) = made {
                    write(&made, None, label);
                    drop(layer.append_child(&made));
                }
            }
            (Some(child), _, None) => child.set_hidden(true),
            (None, _, None) => {}
        }
    }
}

/// Writes what differs from what the element shows already.
fn write(element: &HtmlElement, before: Option<&Label>, label: &Label) {
    let differs = |same: &dyn Fn(&Label) -> bool| before.is_none_or(|before| !same(before));
    if differs(&|before| before.text == label.text) {
        element.set_text_content(Some(&label.text));
    }
    if before.is_none() {
        element.set_hidden(false);
    }
    let style = element.style();
    let set = |name: &str, value: &str| drop(style.set_property(name, value));
    if differs(&|before| before.at == label.at) {
        set("--label-x", &format!("{:.2}px", label.at[0]));
        set("--label-y", &format!("{:.2}px", label.at[1]));
    }
    if differs(&|before| before.anchor == label.anchor) {
        set(
            "--label-shift",
            match label.anchor {
                Anchor::Start => "0",
                Anchor::Middle => "-50%",
                Anchor::End => "-100%",
            },
        );
    }
    if differs(&|before| before.size_px == label.size_px) {
        set("--label-size", &format!("{}px", label.size_px));
    }
    if differs(&|before| before.color == label.color) {
        set("--label-color", &label.color.hex());
    }
    if differs(&|before| before.halo == label.halo) {
        set("--label-halo", &label.halo.map(Rgb::hex).unwrap_or_default());
        drop(element.set_attribute("data-halo", if label.halo.is_some() { "true" } else { "false" }));
    }
    if differs(&|before| before.bold == label.bold) {
        drop(element.set_attribute("data-bold", if label.bold { "true" } else { "false" }));
    }
}
