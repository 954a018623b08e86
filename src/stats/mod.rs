//! The statistics room: class breaks, ranks, robust summaries, correlation, axis ticks.
//!
//! Pure arithmetic over slices of finite numbers. It knows neither areas nor indicators: the caller leaves out
//! missing figures (or passes them as `None` where a function says so) and keeps the order. Nothing here formats or
//! draws, and nothing is random.

pub mod apportion;
pub mod classify;
pub mod correlation;
pub mod natural;
pub mod outlier;
pub mod rank;
pub mod round;
pub mod summary;
pub mod ticks;

#[cfg(test)]
mod tests;
