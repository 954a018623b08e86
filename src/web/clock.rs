//! Time and chance, which the pure rooms take as arguments.

use super::window;

/// Milliseconds since 1970 in UTC.
pub fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// Minutes to add to UTC for the person's wall clock, now.
pub fn offset_minutes() -> i32 {
    -(js_sys::Date::new_0().get_timezone_offset() as i32)
}

/// 64 random bits. From the browser's generator for keys, else from `Math.random`.
pub fn random_u64() -> u64 {
    let mut bytes = [0u8; 8];
    let filled = window().crypto().is_ok_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if filled {
        u64::from_le_bytes(bytes)
    } else {
        let half = || (js_sys::Math::random() * 4_294_967_296.0) as u64;
        (half() << 32) | half()
    }
}
