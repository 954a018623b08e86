//! Counted dots over a map: one for each street or village of an area.

use super::scene::{Scene, Shape, Stroke};
use super::theme::Theme;
use crate::geo::{Camera, CountedDots};

/// Radius beside the gap between two dots of the area where they stand closest.
const RADIUS_PART: f64 = 0.3;
/// Least and greatest radius, CSS pixels.
const RADII_PX: [f64; 2] = [1.25, 3.5];

/// What dots are drawn.
#[derive(Debug, Clone, Copy)]
pub struct DotsSpec<'a> {
    /// Width and height in CSS pixels.
    pub size_px: [f64; 2],
    /// What of the plane is in sight.
    pub camera: Camera,
    /// The dots of each area, kilometres on the plane.
    pub dots: &'a [CountedDots],
    /// Whether the filters let an area through; the dots of others are not drawn.
    pub passes: &'a [bool],
    /// Colours.
    pub theme: &'a Theme,
}

/// The dots, all of one size, so that only their number speaks. Each has a casing, so that it is seen on any fill.
pub fn dots_scene(spec: &DotsSpec) -> Scene {
    let mut scene = Scene::new(spec.size_px);
    let with_dots = || spec.dots.iter().filter(|dots| !dots.at.is_empty());
    let least_gap = with_dots().map(|dots| dots.gap).fold(f64::INFINITY, f64::min);
    let radius = (least_gap * spec.camera.px_per_km * RADIUS_PART).clamp(RADII_PX[0], RADII_PX[1]);
    for (area_ix, dots) in spec.dots.iter().enumerate() {
        if spec.passes.get(area_ix) == Some(&false) {
            continue;
        }
        for &at in &dots.at {
            scene.shapes.push(Shape::Circle {
                center: spec.camera.to_px(spec.size_px, at),
                radius,
                fill: Some(spec.theme.ink),
                stroke: Some(Stroke::solid(spec.theme.card, radius * 0.4)),
                hatch: None,
            });
        }
    }
    scene
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_of_one_size_and_go_with_the_filters() {
        let dots = [
            CountedDots { at: vec![[0.0, 0.0], [1.0, 0.0]], gap: 1.0 },
            CountedDots::default(),
            CountedDots { at: vec![[5.0, 5.0]], gap: 0.1 },
        ];
        let spec = DotsSpec {
            size_px: [100.0, 100.0],
            camera: Camera { center: [0.0, 0.0], px_per_km: 50.0 },
            dots: &dots,
            passes: &[],
            theme: &Theme::LIGHT,
        };
        let radii = |spec: &DotsSpec| -> Vec<f64> {
            let radius = |shape: &Shape| if let Shape::Circle { radius, .. } = shape { Some(*radius) } else { None };
            dots_scene(spec).shapes.iter().filter_map(radius).collect()
        };
        assert_eq!(radii(&spec), [1.5; 3]);
        assert_eq!(radii(&DotsSpec { passes: &[true, true, false], ..spec }), [1.5; 2]);
        let near = Camera { px_per_km: 5_000.0, ..spec.camera };
        assert_eq!(radii(&DotsSpec { camera: near, ..spec }), [3.5; 3]);
        assert_eq!(dots_scene(&DotsSpec { dots: &[], ..spec }).shapes, []);
    }
}
