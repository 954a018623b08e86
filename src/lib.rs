//! Ward Atlas: review a city ward by ward.
//!
//! The crate falls into rooms with one direction of dependency (see `ARCHITECTURE.md`): the rooms up to [`text`] are
//! pure, know no browser and are tested natively; `web` holds thin browser adapters and `app` the leptos page, and both
//! exist for `wasm32` only.

pub mod data;
pub mod draw;
pub mod exchange;
pub mod geo;
pub mod goals;
pub mod journal;
pub mod json;
pub mod review;
pub mod tasks;
pub mod text;
pub mod view;

pub use ward_atlas_stats::{self as stats, order};

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod web;
