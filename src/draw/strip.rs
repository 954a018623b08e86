//! A strip that shows where one area lies among all: a thin axis, a tick an area, the city's mark and this area's.

use super::scene::{Scene, Shape, Stroke};
use super::theme::{Rgb, Theme};

/// What the strip shows.
#[derive(Debug, Clone, Copy)]
pub struct StripSpec<'a> {
    /// Width and height in CSS pixels.
    pub size_px: [f64; 2],
    /// All areas' values; missing ones have no tick.
    pub values: &'a [Option<f64>],
    /// This area's value.
    pub own: Option<f64>,
    /// Colour of this area's class.
    pub own_color: Rgb,
    /// The city's value.
    pub city: Option<f64>,
    /// Colours.
    pub theme: &'a Theme,
}

/// The strip. Only the axis where nothing is known.
pub fn strip_scene(spec: &StripSpec) -> Scene {
    let theme = spec.theme;
    let mut scene = Scene::new(spec.size_px);
    let [width, height] = spec.size_px;
    let (middle, radius) = (height / 2.0, (height * 0.3).min(5.0));
    let (left, right) = (radius + 1.5, width - radius - 1.5);
    scene.segment([left, middle], [right, middle], Stroke::solid(theme.line, 1.0));
    let finite = |value: &f64| value.is_finite();
    let known = spec.values.iter().copied().flatten().filter(finite);
    let all = known.clone().chain(spec.own.filter(finite)).chain(spec.city.filter(finite));
    let (min, max) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(min, max), v| (v.min(min), v.max(max)));
    // One value alone, or all alike, lie in the middle.
    let x = |value: f64| if min < max { left + (value - min) / (max - min) * (right - left) } else { width / 2.0 };
    let tick = height * 0.22;
    for value in known {
        scene.segment([x(value), middle - tick], [x(value), middle + tick], Stroke::solid(theme.muted, 1.0));
    }
    if let Some(city) = spec.city.filter(finite) {
        let stroke = Stroke::dashed(theme.city_line, 1.5, 2.5, 2.0);
        scene.segment([x(city), 0.5], [x(city), height - 0.5], stroke);
    }
    if let Some(own) = spec.own.filter(finite) {
        for (radius, color) in [(radius + 1.5, theme.card), (radius, theme.accent), (radius - 2.0, spec.own_color)] {
            let center = [x(own), middle];
            scene.shapes.push(Shape::Circle { center, radius, fill: Some(color), stroke: None, hatch: None });
        }
    }
    scene
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Horizontal places of the ticks and of this area's mark.
    fn places(values: &[Option<f64>], own: Option<f64>, city: Option<f64>) -> (Vec<f64>, Option<f64>) {
        let spec = StripSpec {
            size_px: [200.0, 20.0],
            values,
            own,
            own_color: Theme::LIGHT.symbol,
            city,
            theme: &Theme::LIGHT,
        };
        let scene = strip_scene(&spec);
        let mut ticks = Vec::new();
        let mut mark = None;
        for shape in &scene.shapes {
            match shape {
                Shape::Line { points, stroke } if stroke.dash.is_none() && points[0][0] == points[1][0] => {
                    ticks.push(points[0][0]);
                }
                Shape::Circle { center, .. } => mark = Some(center[0]),
                _ => {}
            }
        }
        (ticks, mark)
    }

    #[test]
    fn an_area_is_marked_at_its_own_tick() {
        let (ticks, mark) = places(&[Some(1.0), None, Some(3.0), Some(2.0)], Some(2.0), Some(2.5));
        assert_eq!(ticks.len(), 3);
        assert_eq!(mark, Some(ticks[2]));
        assert_eq!(mark, Some(100.0));
    }

    #[test]
    fn values_that_are_all_alike_lie_in_the_middle() {
        assert_eq!(places(&[Some(7.0), Some(7.0)], Some(7.0), None), (vec![100.0, 100.0], Some(100.0)));
        assert_eq!(places(&[None, Some(f64::NAN)], None, None), (Vec::new(), None));
    }
}
