//! The page's own speed, told through User Timing: mark `atlas:filled`, measure `atlas:redraw`.
//!
//! `atlas:filled` is set once, when the first map has been painted. `atlas:redraw` runs from the input that changed
//! filters, indicator, layout or classes to the end of the last painting that it caused; painting happens in the same
//! task as the input, and the frame that follows shows it.

use std::cell::Cell;

use web_sys::Performance;

use super::window;

const INPUT: &str = "atlas:input";
const PAINTED: &str = "atlas:painted";

thread_local! {
    static IS_WAITING: Cell<bool> = const { Cell::new(false) };
    static HAS_PAINTED: Cell<bool> = const { Cell::new(false) };
    static HAS_FILLED: Cell<bool> = const { Cell::new(false) };
}

fn performance() -> Option<Performance> {
    window().performance()
}

/// An input is about to change what is shown: the measure starts here and is written at the next frame.
pub fn input() {
    if !IS_WAITING.replace(true) {
        HAS_PAINTED.set(false);
        if let Some(performance) = performance() {
            drop(performance.mark(INPUT));
        }
        leptos::prelude::request_animation_frame(write_measure);
    }
}

/// A map or chart has been painted.
pub fn painted() {
    if IS_WAITING.get() {
        HAS_PAINTED.set(true);
        if let Some(performance) = performance() {
            drop(performance.mark(PAINTED));
        }
    }
}

/// The map has been painted with areas in it.
pub fn map_filled() {
    if !HAS_FILLED.replace(true)
        && let Some(performance) = performance()
    {
        drop(performance.mark("atlas:filled"));
    }
}

fn write_measure() {
    IS_WAITING.set(false);
    let Some(performance) = performance() else { return };
    if HAS_PAINTED.replace(false) {
        drop(performance.measure_with_start_mark_and_end_mark("atlas:redraw", INPUT, PAINTED));
    }
    performance.clear_marks_with_mark_name(INPUT);
    performance.clear_marks_with_mark_name(PAINTED);
}
