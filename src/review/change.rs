//! Changes from one figure to another: of a report against the one before, of a period against another.

use crate::data::{Figure, State};

/// By how much something changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Now less before, in the indicator's unit (percentage points for shares).
    pub absolute: f64,
    /// In per cent of before; `None` if that was not above zero.
    pub per_cent: Option<f64>,
}

/// A change between two figures, with what they are known from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Changed {
    /// By how much.
    pub change: Change,
    /// State of the figure before.
    pub before: State,
    /// State of the figure now.
    pub now: State,
}

/// The change from one value to another.
pub fn change(before: f64, now: f64) -> Change {
    let absolute = now - before;
    Change { absolute, per_cent: if before > 0.0 { Some(100.0 * absolute / before) } else { None } }
}

/// The change of each area of an indicator; `None` where a figure is missing.
pub fn changes(before: &[Figure], now: &[Figure]) -> Vec<Option<Changed>> {
    let changed = |(before, now): (&Figure, &Figure)| {
        let change = change(before.value?, now.value?);
        Some(Changed { change, before: before.state, now: now.state })
    };
    before.iter().zip(now).map(changed).collect()
}
