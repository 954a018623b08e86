//! Long work in slices: a pause lets the page answer the person, and says when the slice of time is used up.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::window;

/// A slice is shorter than a frame, so that the page goes on at its full rate.
const SLICE_MS: f64 = 10.0;

/// The slice of time that goes on.
pub struct Slice {
    until_ms: f64,
}

impl Slice {
    /// Begins one.
    pub fn begin() -> Slice {
        Slice { until_ms: now_ms() + SLICE_MS }
    }

    /// Lets the page do what waits, if the slice is used up. Says whether it did.
    pub async fn rest(&mut self) -> bool {
        let is_used_up = self.until_ms < now_ms();
        if is_used_up {
            let woken = Promise::new(&mut |wake, _| {
                drop(window().set_timeout_with_callback(&wake));
            });
            // A promise that is only ever kept.
            drop(JsFuture::from(woken).await);
            *self = Slice::begin();
        }
        is_used_up
    }
}

fn now_ms() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}
