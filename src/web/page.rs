//! The page itself: its language, title and theme attributes, events of the boot script, moving the keyboard's focus.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use super::{document, window};

/// Languages that the browser asks for, most wanted first.
pub fn browser_languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// Sets an attribute of the root element (`lang`, `data-theme`).
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        drop(root.set_attribute(name, value));
    }
}

/// Sets the tab's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Sends an event without detail to the boot script.
pub fn tell(event: &str) {
    if let Ok(event) = web_sys::Event::new(event) {
        drop(window().dispatch_event(&event));
    }
}

/// Sends an event with a text to the boot script.
pub fn tell_with(event: &str, detail: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&detail.into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict(event, &init) {
        drop(window().dispatch_event(&event));
    }
}

/// Calls `on_event` at each event of this name on the window. Lives as long as the page.
pub fn on(event: &str, on_event: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(on_event);
    drop(window().add_event_listener_with_callback(event, closure.as_ref().unchecked_ref()));
    closure.forget();
}

/// Calls `on_storage` when another tab has changed the storage; with `true` when all of it was cleared.
pub fn on_storage(on_storage: impl Fn(bool) + 'static) {
    let closure = Closure::<dyn Fn(web_sys::StorageEvent)>::new(move |event: web_sys::StorageEvent| {
        on_storage(event.key().is_none());
    });
    drop(window().add_event_listener_with_callback("storage", closure.as_ref().unchecked_ref()));
    closure.forget();
}

/// Calls `on_key` at each key that is pressed anywhere on the page. Lives as long as the page.
pub fn on_key(on_key: impl Fn(web_sys::KeyboardEvent) + 'static) {
    let closure = Closure::<dyn Fn(web_sys::KeyboardEvent)>::new(on_key);
    drop(window().add_event_listener_with_callback("keydown", closure.as_ref().unchecked_ref()));
    closure.forget();
}

/// Calls `on_hide` when the page may be about to go: hidden, or left.
pub fn on_hide(on_hide: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(on_hide);
    let callback = closure.as_ref().unchecked_ref();
    drop(document().add_event_listener_with_callback("visibilitychange", callback));
    drop(window().add_event_listener_with_callback("pagehide", callback));
    closure.forget();
}

/// Moves the keyboard's focus to the element with this id, if it is there.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}

/// Opens the page anew.
pub fn reload() {
    drop(window().location().reload());
}

/// Whether the page was opened from the disk (`file:`), where there is no service worker.
pub fn is_file() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
}

/// Whether a service worker serves this page, so that it opens without a network.
pub fn is_served_offline() -> bool {
    let navigator = window().navigator();
    js_sys::Reflect::get(&navigator, &"serviceWorker".into())
        .and_then(|worker| js_sys::Reflect::get(&worker, &"controller".into()))
        .is_ok_and(|controller| controller.is_object())
}

thread_local! {
    /// The element that had the focus when something was opened over the page.
    static OPENER: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
    /// The id of the element that the focus is to go to as soon as it is there.
    static AWAITED: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// Ends what is being typed, so that the field tells its change while it is still in the page.
pub fn end_typing() {
    if let Some(active) = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(active.blur());
    }
}

/// Remembers where the keyboard is, before something opens over the page.
pub fn remember_focus() {
    let active = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    OPENER.with_borrow_mut(|opener| *opener = active);
}

/// Brings the keyboard back to where it was remembered; to the element with the id `otherwise` if that is gone.
pub fn return_focus(otherwise: &'static str) {
    AWAITED.set(None);
    leptos::prelude::request_animation_frame(move || {
        match OPENER.with_borrow_mut(Option::take).filter(|opener| opener.is_connected()) {
            Some(opener) => drop(opener.focus()),
            None => focus(otherwise),
        }
    });
}

/// Moves the keyboard's focus to the element with this id once it has been put into the page: at the next frame, or when
/// [`focus_waiting`] is called after its part of the page has come.
pub fn focus_soon(id: &'static str) {
    AWAITED.set(Some(id));
    leptos::prelude::request_animation_frame(focus_now);
}

/// Something has been put into the page: if the focus waits for it, it goes there at the next frame.
pub fn focus_waiting() {
    leptos::prelude::request_animation_frame(focus_now);
}

fn focus_now() {
    if let Some(id) = AWAITED.get()
        && document().get_element_by_id(id).is_some()
    {
        AWAITED.set(None);
        focus(id);
    }
}

/// An attribute of the root element.
pub fn root_attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

/// Calls `on_drop` with the files that a person drops anywhere on the page. Lives as long as the page.
pub fn on_drop(on_drop: impl Fn(web_sys::FileList) + 'static) {
    let over = Closure::<dyn Fn(web_sys::DragEvent)>::new(|event: web_sys::DragEvent| event.prevent_default());
    let dropped = Closure::<dyn Fn(web_sys::DragEvent)>::new(move |event: web_sys::DragEvent| {
        event.prevent_default();
        if let Some(files) = event.data_transfer().and_then(|transfer| transfer.files()) {
            on_drop(files);
        }
    });
    drop(window().add_event_listener_with_callback("dragover", over.as_ref().unchecked_ref()));
    drop(window().add_event_listener_with_callback("drop", dropped.as_ref().unchecked_ref()));
    over.forget();
    dropped.forget();
}

/// Asks the browser to keep this page's storage when space runs out. Whether it promises that.
pub async fn ask_to_persist() -> bool {
    let Ok(promise) = window().navigator().storage().persist() else { return false };
    wasm_bindgen_futures::JsFuture::from(promise).await.is_ok_and(|granted| granted.is_truthy())
}
