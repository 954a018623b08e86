//! The leptos page: one store of signals, memos derived from it, and views of them.
//!
//! Everything that decides stands in the pure rooms; here it is only wired. See `store` for who may write what.

mod about;
mod address;
mod atlas;
mod compared;
mod derived;
mod desk;
mod differing;
mod fields;
mod keeping;
mod made;
mod merging;
mod notes;
mod notice;
mod parts;
mod pieces;
mod plot;
mod review;
mod reviewing;
mod saving;
mod say;
mod sheet;
mod shell;
mod shown;
mod store;
mod tasking;
mod tasks;
mod typing;
mod undoing;
mod workspace;

use leptos::prelude::*;

use crate::data::{self, Lang};
use crate::web::page;

/// Reads the built-in data set and shows the page.
pub fn start() {
    tell_of_panics();
    let data_set = data::trusted::read(data::built_in()).expect("every test run reads the built-in data set");
    let store = store::Store::new(data_set);
    leptos::mount::mount_to(host(), move || view! { <shell::Shell store=store/> }).forget();
    page::tell("ward-atlas:started");
}

/// The language that the browser asks for first among the three; Vietnamese if it asks for none of them.
fn browser_lang() -> Lang {
    page::browser_languages().iter().find_map(|tag| Lang::from_tag(tag)).unwrap_or_default()
}

fn host() -> web_sys::HtmlElement {
    use wasm_bindgen::JsCast;
    let document = crate::web::document();
    let host = document
        .get_element_by_id("app")
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
        .or_else(|| document.body())
        .expect("the page has a body");
    // The boot script's word of waiting gives way to the page.
    host.set_text_content(None);
    host
}

/// A panic cannot be survived in wasm: the boot script shows a page that offers the stored journal as a file.
fn tell_of_panics() {
    std::panic::set_hook(Box::new(|info| {
        saving::forbid_writes();
        page::tell_with("ward-atlas:panic", &info.to_string());
    }));
}
