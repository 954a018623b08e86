//! An axis: values to pixels and back, linear or logarithmic, with its ticks.

use super::metrics::text_width;
use super::scene::{Anchor, Label, Scene, Stroke};
use super::theme::Theme;
use crate::stats::ticks::{log_ticks, ticks};

/// Positive values that span more than this factor get a logarithmic axis: on a linear one the lower half of them
/// would share a twentieth of its length.
const LOG_FROM_FACTOR: f64 = 20.0;

/// How a value becomes a text on an axis.
pub type FormatValue<'a> = &'a dyn Fn(f64) -> String;

/// Values to pixels and back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    /// Least and greatest value; never equal.
    domain: (f64, f64),
    /// Pixels of the least and of the greatest value.
    range_px: [f64; 2],
    /// Whether equal distances are equal ratios.
    log: bool,
    /// Whether it was fitted to no value; then there is nothing to read off it.
    is_empty: bool,
}

impl Axis {
    /// An axis over all values that are finite, a little wider where they are all alike; 0 to 1 without any.
    ///
    /// Logarithmic where `may_be_log` and the values are positive and span more than a factor of twenty.
    pub fn fit(values: impl IntoIterator<Item = f64>, range_px: [f64; 2], may_be_log: bool) -> Axis {
        let (min, max) = values
            .into_iter()
            .filter(|value| value.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(min, max), value| (value.min(min), value.max(max)));
        let is_empty = max < min;
        let domain = if is_empty {
            (0.0, 1.0)
        } else if min < max {
            (min, max)
        } else {
            let around = if min == 0.0 { 1.0 } else { min.abs() * 0.1 };
            (min - around, max + around)
        };
        let log = may_be_log && 0.0 < domain.0 && LOG_FROM_FACTOR < domain.1 / domain.0;
        Axis { domain, range_px, log, is_empty }
    }

    /// Whether equal distances are equal ratios.
    pub fn is_log(&self) -> bool {
        self.log
    }

    /// Position of a value; beyond the ends for values outside of the domain, the start for what has no logarithm.
    pub fn px(&self, value: f64) -> f64 {
        let (min, max) = self.domain;
        let share = if self.log {
            if value <= 0.0 { 0.0 } else { (value / min).ln() / (max / min).ln() }
        } else {
            (value - min) / (max - min)
        };
        self.range_px[0] + share * (self.range_px[1] - self.range_px[0])
    }

    /// The value at a position, at most at the axis's ends.
    pub fn value(&self, px: f64) -> f64 {
        let (min, max) = self.domain;
        let share = ((px - self.range_px[0]) / (self.range_px[1] - self.range_px[0])).clamp(0.0, 1.0);
        // The ends themselves must not be lost to rounding: a brush over everything has to hold everything.
        if share == 0.0 {
            min
        } else if share == 1.0 {
            max
        } else if self.log {
            min * (max / min).powf(share)
        } else {
            min + share * (max - min)
        }
    }

    /// Round values within the domain; none without values.
    pub fn ticks(&self, target: usize) -> Vec<f64> {
        if self.is_empty {
            return Vec::new();
        }
        let (min, max) = self.domain;
        let mut values = if self.log { log_ticks(min, max, target) } else { ticks(min, max, target) };
        values.retain(|value| (min..=max).contains(value));
        values
    }
}

/// Draws a horizontal axis below a plot at height `y`, with as many ticks as have room for their labels.
pub(super) fn draw_below(
    scene: &mut Scene,
    axis: &Axis,
    y: f64,
    text_size_px: f64,
    format: FormatValue,
    theme: &Theme,
) {
    let ticks = below_ticks(axis, scene.size_px[0], text_size_px, format);
    draw_ticks_below(scene, axis, &ticks, y, text_size_px, theme);
}

/// The same with ticks that were chosen before.
pub(super) fn draw_ticks_below(
    scene: &mut Scene,
    axis: &Axis,
    ticks: &[Tick],
    y: f64,
    text_size_px: f64,
    theme: &Theme,
) {
    let [left, right] = axis.range_px;
    scene.segment([left, y], [right, y], Stroke::solid(theme.muted, 0.75));
    for Tick { at_px: x, middle_px, text } in ticks {
        scene.segment([*x, y], [*x, y + 4.0], Stroke::solid(theme.muted, 0.75));
        let at = [*middle_px, y + 6.0 + text_size_px * 0.6];
        scene.labels.push(Label::new(at, Anchor::Middle, text_size_px, theme.muted, text));
    }
}

/// A tick of a horizontal axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tick {
    /// Where it stands.
    at_px: f64,
    /// The middle of its label, which may be moved inwards.
    middle_px: f64,
    /// Its label.
    text: String,
}

/// The densest ticks whose labels do not touch. Many are tried and written out for that, so what draws often keeps them.
pub(super) fn below_ticks(axis: &Axis, width_px: f64, text_size_px: f64, format: FormatValue) -> Vec<Tick> {
    const MOST: usize = 9;
    let labels_of = |target: usize| -> Vec<Tick> {
        let label = |value: f64| {
            let text = format(value);
            let half = text_width(&text, text_size_px, false) / 2.0;
            let at_px = axis.px(value);
            // Labels stay inside the drawing: those at the ends move inwards.
            Tick { at_px, middle_px: at_px.min(width_px - half).max(half), text }
        };
        axis.ticks(target).into_iter().map(label).collect()
    };
    let have_room = |labels: &[Tick]| {
        labels.windows(2).all(|pair| {
            let width = |tick: &Tick| text_width(&tick.text, text_size_px, false);
            let widths = width(&pair[0]) + width(&pair[1]);
            widths / 2.0 + text_size_px * 0.6 <= pair[1].middle_px - pair[0].middle_px
        })
    };
    let candidates = (1..=MOST).rev().map(labels_of).filter(|labels| have_room(labels));
    // Fewer were asked for does not always mean fewer are given, so all that fit are compared.
    candidates.max_by_key(Vec::len).unwrap_or_default()
}

/// A tick of a vertical axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LeftTick {
    at_px: f64,
    text: String,
}

/// Draws a vertical axis at the left of a plot at `x`; labels end left of it.
pub(super) fn draw_ticks_left(
    scene: &mut Scene,
    axis: &Axis,
    ticks: &[LeftTick],
    x: f64,
    text_size_px: f64,
    theme: &Theme,
) {
    let [bottom, top] = axis.range_px;
    scene.segment([x, bottom], [x, top], Stroke::solid(theme.muted, 0.75));
    for LeftTick { at_px: y, text } in ticks {
        scene.segment([x - 4.0, *y], [x, *y], Stroke::solid(theme.muted, 0.75));
        scene.labels.push(Label::new([x - 7.0, *y], Anchor::End, text_size_px, theme.muted, text));
    }
}

/// Room that the labels of a vertical axis need.
pub(super) fn left_width(ticks: &[LeftTick], text_size_px: f64) -> f64 {
    ticks.iter().map(|tick| text_width(&tick.text, text_size_px, false)).fold(0.0, f64::max) + 8.0
}

/// Ticks of a vertical axis that leave each other room.
pub(super) fn left_ticks(axis: &Axis, text_size_px: f64, format: FormatValue) -> Vec<LeftTick> {
    let [bottom, top] = axis.range_px;
    let mut last = f64::INFINITY;
    let mut kept = Vec::new();
    for value in axis.ticks(((bottom - top) / 40.0) as usize + 2) {
        let at_px = axis.px(value);
        if text_size_px * 1.4 <= last - at_px {
            kept.push(LeftTick { at_px, text: format(value) });
            last = at_px;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn wide_positive_values_get_a_logarithmic_axis() {
        assert!(Axis::fit([841.0, 18_915.0], [0.0, 100.0], true).is_log());
        assert!(!Axis::fit([841.0, 16_000.0], [0.0, 100.0], true).is_log());
        assert!(!Axis::fit([0.0, 18_915.0], [0.0, 100.0], true).is_log());
        assert!(!Axis::fit([1.0, 18_915.0], [0.0, 100.0], false).is_log());
    }

    #[test]
    fn poor_values_still_make_an_axis() {
        let nothing = Axis::fit([f64::NAN], [0.0, 100.0], true);
        assert_eq!((nothing.value(0.0), nothing.value(100.0)), (0.0, 1.0));
        let alike = Axis::fit([50.0, 50.0], [0.0, 100.0], true);
        assert_eq!(alike.px(50.0), 50.0);
        assert!(Axis::fit([0.0], [0.0, 100.0], true).px(0.0) == 50.0);
    }

    proptest! {
        #[test]
        fn positions_and_values_are_inverse(
            min in 0.001..1000.0f64, factor in 1.001..1e6f64, share in 0.0..=1.0f64, from in -50.0..50.0f64,
        ) {
            let axis = Axis::fit([min, min * factor], [from, from + 300.0], true);
            let px = from + 300.0 * share;
            prop_assert!((axis.px(axis.value(px)) - px).abs() < 1e-6);
            prop_assert_eq!(axis.value(from), min);
            prop_assert_eq!(axis.value(from + 300.0), min * factor);
        }
    }
}
