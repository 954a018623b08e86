//! The next frame, asked for once by all who wait for it: a request costs a browser more than what most of them do then.

use std::cell::RefCell;
use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::window;

thread_local! {
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
    static RUN: Closure<dyn Fn()> = Closure::new(run);
}

/// Does something just before the next frame is shown.
pub fn before(task: impl FnOnce() + 'static) {
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(Box::new(task));
        waiting.len() == 1
    });
    if is_first {
        ask_when_done();
    }
}

/// Asks for the frame when what the event at hand wakes has run: it draws, and the request takes as long as a chart.
fn ask_when_done() {
    let mut has_let_others = false;
    wasm_bindgen_futures::spawn_local(poll_fn(move |context| {
        if !std::mem::replace(&mut has_let_others, true) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        // A window gives frames for as long as it is there; without it nobody looks.
        RUN.with(|run| drop(window().request_animation_frame(run.as_ref().unchecked_ref())));
        Poll::Ready(())
    }));
}

/// Does something when the next frame has been shown.
pub fn after(task: impl FnOnce() + 'static) {
    before(move || leptos::prelude::set_timeout(task, Duration::ZERO));
}

fn run() {
    for task in WAITING.take() {
        task();
    }
}
