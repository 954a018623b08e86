//! The statistics room: class breaks, ranks, robust summaries, correlation, axis ticks; sharing out, estimates that add
//! up with their intervals, outliers; composite indices and funnels.
//!
//! Pure arithmetic over slices of finite numbers. It knows neither areas nor indicators: the caller leaves out
//! missing figures (or passes them as `None` where a function says so) and keeps the order. Nothing here formats or
//! draws. A crate of its own, so that its loops are compiled for speed and all else for size; where the long ones begin,
//! nothing is inlined, for within a caller that is compiled for size they would be too. Only [`estimate`] and [`composite`] use random numbers, from a seed that the caller gives.

pub mod apportion;
pub mod classify;
pub mod composite;
pub mod correlation;
pub mod estimate;
pub mod funnel;
pub mod natural;
pub mod order;
pub mod outlier;
pub mod rank;
pub mod round;
pub mod summary;
pub mod ticks;

#[cfg(test)]
mod tests;
