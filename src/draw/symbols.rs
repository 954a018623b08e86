//! Circles sized by value: their radii, and the legend that says what a size means.

use super::scene::{Anchor, Label, Scene, Shape, Stroke};
use super::theme::Theme;

/// A positive value keeps at least this radius, in CSS pixels, so that it is not taken for zero.
const LEAST_RADIUS_PX: f64 = 1.5;

/// Radii in CSS pixels whose circles' surfaces are as the values; the greatest value has `max_radius_px`.
///
/// No circle (0) for a value that is missing, zero, negative or not finite.
pub fn symbol_radii_px(values: &[Option<f64>], max_radius_px: f64) -> Vec<f64> {
    let positive = |value: &Option<f64>| value.filter(|v| v.is_finite() && 0.0 < *v);
    let greatest = values.iter().filter_map(positive).fold(0.0, f64::max);
    values.iter().map(|value| positive(value).map_or(0.0, |v| radius_px(v, greatest, max_radius_px))).collect()
}

fn radius_px(value: f64, greatest: f64, max_radius_px: f64) -> f64 {
    (max_radius_px * (value / greatest).sqrt()).max(LEAST_RADIUS_PX.min(max_radius_px))
}

/// Up to three round values with the radii they have beside a greatest value of `max_value`, the greatest first.
pub fn symbol_legend(max_value: f64, max_radius_px: f64) -> Vec<(f64, f64)> {
    if !(max_value.is_finite() && 0.0 < max_value) {
        return Vec::new();
    }
    let mut values: Vec<f64> = [1.0, 0.25, 0.05].iter().map(|share| round_down(max_value * share)).collect();
    values.dedup();
    values.into_iter().map(|value| (value, radius_px(value, max_value, max_radius_px))).collect()
}

/// The greatest of 1, 2, 5 times a power of ten that is not above `value`.
fn round_down(value: f64) -> f64 {
    let power = value.log10().floor() as i32;
    // Powers of ten are exact one by one, while their product with a fraction need not be.
    let times = |step: f64| if power < 0 { step / 10f64.powi(-power) } else { step * 10f64.powi(power) };
    [5.0, 2.0, 1.0].into_iter().map(times).find(|round| *round <= value).unwrap_or(value)
}

/// Nested circles standing on one line, with their values to the right.
///
/// `entries` as [`symbol_legend`] gives them; `texts` are the values' texts in the same order.
pub fn symbol_legend_scene(entries: &[(f64, f64)], texts: &[String], text_size_px: f64, theme: &Theme) -> Scene {
    let greatest = entries.iter().map(|entry| entry.1).fold(0.0, f64::max);
    let line_px = text_size_px * 1.25;
    let text_width = texts.iter().map(|text| super::metrics::text_width(text, text_size_px, false)).fold(0.0, f64::max);
    let height = (2.0 * greatest + 2.0).max(line_px * entries.len() as f64);
    let mut scene = Scene::new([(2.0 * greatest + 18.0 + text_width).ceil(), height.ceil()]);
    let (center_x, floor) = (greatest + 1.0, height - 1.0);
    let mut above = f64::NEG_INFINITY;
    for (&(_, radius), text) in entries.iter().zip(texts) {
        let top = floor - 2.0 * radius;
        // Texts stand at the tops of their circles, or as far below as the text above needs.
        let text_y = (top + 1.0).max(above + line_px).max(line_px / 2.0);
        above = text_y;
        scene.shapes.push(Shape::Circle {
            center: [center_x, floor - radius],
            radius,
            fill: Some(theme.card),
            stroke: Some(Stroke::solid(theme.symbol_edge, 1.0)),
            hatch: None,
        });
        let to = 2.0 * greatest + 10.0;
        scene.shapes.push(Shape::Line {
            points: vec![[center_x, top], [to - 6.0, text_y], [to, text_y]].into(),
            stroke: Stroke::solid(theme.muted, 0.75),
        });
        let label = Label::new([to + 4.0, text_y], Anchor::Start, text_size_px, theme.muted, text.as_str());
        scene.labels.push(label);
    }
    // The last text may need room below the circles.
    scene.size_px[1] = scene.size_px[1].max((above + line_px / 2.0).ceil());
    scene
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surfaces_are_as_values() {
        let radii = symbol_radii_px(&[Some(100.0), Some(25.0), None, Some(0.0), Some(-4.0), Some(f64::NAN)], 20.0);
        assert_eq!(radii, [20.0, 10.0, 0.0, 0.0, 0.0, 0.0]);
        assert_eq!(symbol_radii_px(&[Some(1e-9), Some(1.0)], 20.0), [LEAST_RADIUS_PX, 20.0]);
        assert_eq!(symbol_radii_px(&[None, None], 20.0), [0.0, 0.0]);
    }

    #[test]
    fn the_legend_has_round_values() {
        let values = |max| symbol_legend(max, 20.0).into_iter().map(|entry| entry.0).collect::<Vec<_>>();
        assert_eq!(values(25_582.0), [20_000.0, 5_000.0, 1_000.0]);
        assert_eq!(values(1.0), [1.0, 0.2, 0.05]);
        assert_eq!(values(0.03), [0.02, 0.005, 0.001]);
        assert_eq!(values(0.0), Vec::<f64>::new());
        assert_eq!(symbol_legend(100.0, 20.0)[0], (100.0, 20.0));
    }
}
