//! The page's own speed, told through User Timing: mark `atlas:filled`, measures `atlas:redraw`, `atlas:estimates` and
//! `atlas:ranking`.
//!
//! `atlas:filled` is set once, when the first map has been painted. `atlas:redraw` runs from the input that changed
//! filters, indicator, layout or classes to the end of the last painting that it caused; painting happens in the same
//! task as the input, and the frame that follows shows it. The other two are of one piece of work each.

use std::cell::Cell;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsCast;
use web_sys::Performance;

use super::{frame, window};

thread_local! {
    /// When the input came that waits for its frame, in milliseconds of the page's clock.
    static INPUT_MS: Cell<Option<f64>> = const { Cell::new(None) };
    /// When the latest painting since then ended.
    static PAINTED_MS: Cell<Option<f64>> = const { Cell::new(None) };
    static HAS_FILLED: Cell<bool> = const { Cell::new(false) };
    /// Looked up once: the clock is read at every painting.
    static PERFORMANCE: Option<Performance> = window().performance();
}

/// Milliseconds of the page's clock; stands still where a browser has none.
pub fn now_ms() -> f64 {
    clock_ms().unwrap_or_default()
}

fn clock_ms() -> Option<f64> {
    PERFORMANCE.with(|performance| performance.as_ref().map(Performance::now))
}

/// An input is about to change what is shown: the measure starts here and is written at the next frame.
pub fn input() {
    if INPUT_MS.get().is_none() {
        INPUT_MS.set(clock_ms());
        PAINTED_MS.set(None);
        frame::before(write_measure);
    }
}

/// A map or chart has been painted.
pub fn painted() {
    if INPUT_MS.get().is_some() {
        PAINTED_MS.set(clock_ms());
    }
}

/// Whether the first map has been painted.
pub fn has_filled() -> bool {
    HAS_FILLED.get()
}

/// The map has been painted with areas in it.
pub fn map_filled() {
    if !HAS_FILLED.replace(true)
        && let Some(performance) = PERFORMANCE.with(Option::clone)
    {
        drop(performance.mark("atlas:filled"));
    }
}

/// Does a piece of work and tells how long it took.
pub fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let start = clock_ms();
    let done = work();
    if let (Some(start), Some(end)) = (start, clock_ms()) {
        measure(name, start, end);
    }
    done
}

fn write_measure() {
    if let (Some(start), Some(end)) = (INPUT_MS.take(), PAINTED_MS.take()) {
        measure("atlas:redraw", start, end);
    }
}

fn measure(name: &str, start: f64, end: f64) {
    let Some(performance) = PERFORMANCE.with(Option::clone) else { return };
    let times = Object::new();
    for (name, ms) in [("start", start), ("end", end)] {
        // Setting a property of a fresh object cannot fail.
        drop(Reflect::set(&times, &name.into(), &ms.into()));
    }
    // web-sys knows the call with options only for names of marks.
    let measure = Reflect::get(&performance, &"measure".into()).and_then(JsCast::dyn_into::<Function>);
    if let Ok(measure) = measure {
        drop(measure.call2(&performance, &name.into(), &times));
    }
}
