//! Bullet chart: a figure as a bar against its target, the last period and the city, on one axis (after S. Few).
//!
//! Small enough for a row of a table, and larger with an axis below. What is reached is shaded only where a target and a
//! polarity give it a meaning; a flag at the target's mark says the same without colour.

use super::axis::{Axis, FormatValue, draw_below};
use super::look::{AreaFill, report_mark};
use super::ranked::add_whisker;
use super::scene::{Px, Scene, Shape, Stroke};
use super::theme::Theme;

/// Free space left and right of the axis, so that marks at its ends are seen.
const SIDE_PX: f64 = 6.0;

/// What the chart shows.
#[derive(Clone, Copy)]
pub struct BulletSpec<'a> {
    /// Width and height in CSS pixels.
    pub size_px: [f64; 2],
    /// The figure, if there is one.
    pub value: Option<f64>,
    /// How it looks.
    pub fill: AreaFill,
    /// Ends of its interval.
    pub interval: Option<(f64, f64)>,
    /// What is to be reached: a thick mark.
    pub target: Option<f64>,
    /// The last period's figure: a ring.
    pub last: Option<f64>,
    /// The city's figure: a dashed line.
    pub city: Option<f64>,
    /// Whether more is better; `None` where neither is.
    pub higher_is_better: Option<bool>,
    /// Least and greatest value to make room for beside those of this chart, so that a column of charts has one axis. Zero
    /// is always in it.
    pub domain: Option<(f64, f64)>,
    /// Font size in CSS pixels and texts of ticks; without them there is no axis below.
    pub ticks: Option<(f64, FormatValue<'a>)>,
    /// Colours.
    pub theme: &'a Theme,
}

/// The bullet chart.
pub fn bullet_scene(spec: &BulletSpec) -> Scene {
    let theme = spec.theme;
    let mut scene = Scene::new(spec.size_px);
    let [width, height] = spec.size_px;
    let (left, right) = (SIDE_PX, (width - SIDE_PX).max(SIDE_PX + 1.0));
    let floor = spec.ticks.map_or(height, |(size, _)| (height - size * 1.2 - 8.0).max(1.0));
    let finite = |value: Option<f64>| value.filter(|value| value.is_finite());
    let (value, target, last, city) = (finite(spec.value), finite(spec.target), finite(spec.last), finite(spec.city));
    let both = |ends: Option<(f64, f64)>| ends.into_iter().flat_map(|(low, high)| [low, high]);
    let marks = [Some(0.0), value, target, last, city];
    let all = marks.into_iter().flatten().chain(both(spec.interval)).chain(both(spec.domain));
    let axis = Axis::fit(all, [left, right], false);
    let middle = floor / 2.0;
    let half = (floor * 0.2).min(9.0);
    let tall = (floor * 0.36).min(15.0);

    if let (Some(target), Some(is_up)) = (target, spec.higher_is_better) {
        let ends = if is_up { [axis.px(target), right] } else { [left, axis.px(target)] };
        add_rect(&mut scene, ends, [middle - tall, middle + tall], AreaFill::Ground, None, theme);
    }
    match spec.ticks {
        Some((size, format)) => draw_below(&mut scene, &axis, floor, size, format, theme),
        None => scene.segment([left, middle + tall], [right, middle + tall], Stroke::solid(theme.line, 1.0)),
    }
    let zero = axis.px(0.0);
    scene.segment([zero, middle - tall], [zero, middle + tall], Stroke::solid(theme.muted, 0.75));
    if let Some(city) = city.map(|city| axis.px(city)) {
        scene.segment([city, 0.5], [city, floor - 0.5], Stroke::dashed(theme.city_line, 1.25, 3.0, 3.0));
    }
    if let Some(value) = value {
        let x = axis.px(value);
        // Zero has no bar but a value: a stroke at the base line.
        let ends = [x.min(zero), x.max(zero).max(x.min(zero) + 1.0)];
        add_rect(&mut scene, ends, [middle - half, middle + half], spec.fill, Some(spec.fill.outline(theme)), theme);
        if let Some((low, high)) = spec.interval.filter(|(low, high)| low.is_finite() && high.is_finite()) {
            add_whisker(&mut scene, [axis.px(low), axis.px(high)], middle, spec.fill, theme);
        }
        if spec.fill.is_marked() {
            report_mark(&mut scene, [x, middle], theme);
        }
    } else {
        // An empty frame over the whole axis: a bar of any length would be a figure.
        let stroke = Some(AreaFill::Missing.outline(theme));
        add_rect(&mut scene, [left, right], [middle - half, middle + half], AreaFill::Missing, stroke, theme);
    }
    if let Some(last) = last.map(|last| axis.px(last)) {
        for (color, width) in [(theme.card, 4.0), (theme.ink, 1.5)] {
            scene.shapes.push(Shape::Circle {
                center: [last, middle],
                radius: half.min(4.0),
                fill: None,
                stroke: Some(Stroke::solid(color, width)),
                hatch: None,
            });
        }
    }
    if let Some(target) = target.map(|target| axis.px(target)) {
        let (top, bottom) = ([target, middle - tall], [target, middle + tall]);
        for (color, width) in [(theme.card, 5.5), (theme.ink, 3.0)] {
            scene.segment(top, bottom, Stroke::solid(color, width));
        }
        if let Some(is_up) = spec.higher_is_better {
            add_flag(&mut scene, top, if is_up { 1.0 } else { -1.0 }, theme);
        }
    }
    scene
}

/// A flag at the top of the target's mark, towards the better side.
fn add_flag(scene: &mut Scene, [x, y]: Px, to: f64, theme: &Theme) {
    let ring = vec![[x, y], [x + to * 6.0, y + 2.5], [x, y + 5.0]];
    scene.shapes.push(Shape::Polygon {
        rings: vec![ring].into(),
        fill: Some(theme.ink),
        stroke: Some(Stroke::solid(theme.card, 0.75)),
        hatch: None,
    });
}

fn add_rect(
    scene: &mut Scene,
    [left, right]: [f64; 2],
    [top, bottom]: [f64; 2],
    look: AreaFill,
    stroke: Option<Stroke>,
    theme: &Theme,
) {
    scene.shapes.push(Shape::Rect {
        min: [left, top],
        max: [right, bottom],
        fill: Some(look.fill(theme)),
        stroke,
        hatch: look.hatch(theme),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::theme::Rgb;

    fn spec() -> BulletSpec<'static> {
        BulletSpec {
            size_px: [240.0, 28.0],
            value: Some(50.0),
            fill: AreaFill::Class(Rgb(50, 150, 130)),
            interval: None,
            target: Some(80.0),
            last: Some(40.0),
            city: Some(60.0),
            higher_is_better: Some(true),
            domain: Some((0.0, 100.0)),
            ticks: None,
            theme: &Theme::LIGHT,
        }
    }

    /// Left and right end of every rectangle, in their order.
    fn rects(scene: &Scene) -> Vec<(f64, f64, bool)> {
        let ends = |shape: &Shape| match shape {
            Shape::Rect { min, max, stroke, .. } => {
                Some((min[0], max[0], stroke.is_some_and(|stroke| stroke.dash.is_some())))
            }
            _ => None,
        };
        scene.shapes.iter().filter_map(ends).collect()
    }

    fn n_flags(scene: &Scene) -> usize {
        scene.shapes.iter().filter(|shape| matches!(shape, Shape::Polygon { .. })).count()
    }

    #[test]
    fn the_better_side_of_the_target_is_shaded() {
        let at = |value: f64| 6.0 + 2.28 * value;
        let near = |found: &[(f64, f64, bool)], expected: &[(f64, f64, bool)]| {
            let same = |(a, b): (&(f64, f64, bool), &(f64, f64, bool))| {
                (a.0 - b.0).abs() < 1e-9 && (a.1 - b.1).abs() < 1e-9 && a.2 == b.2
            };
            found.len() == expected.len() && found.iter().zip(expected).all(same)
        };
        let bar = (at(0.0), at(50.0), false);
        assert!(near(&rects(&bullet_scene(&spec())), &[(at(80.0), at(100.0), false), bar]));
        let down = bullet_scene(&BulletSpec { higher_is_better: Some(false), ..spec() });
        assert!(near(&rects(&down), &[(at(0.0), at(80.0), false), bar]));
        let neither = bullet_scene(&BulletSpec { higher_is_better: None, ..spec() });
        let without = bullet_scene(&BulletSpec { target: None, ..spec() });
        assert!(near(&rects(&neither), &[bar]) && near(&rects(&without), &[bar]));
        assert_eq!([&down, &neither, &without].map(n_flags), [1, 0, 0]);
    }

    #[test]
    fn a_missing_figure_is_a_dashed_frame_and_the_marks_stay() {
        for value in [None, Some(f64::NAN)] {
            let scene = bullet_scene(&BulletSpec { value, interval: Some((1.0, 2.0)), ..spec() });
            assert_eq!(rects(&scene)[1..], [(6.0, 234.0, true)]);
            assert_eq!(n_flags(&scene), 1);
        }
    }

    #[test]
    fn senseless_values_leave_sensible_places() {
        let spec = BulletSpec {
            size_px: [3.0, 2.0],
            value: Some(-4.0),
            interval: Some((f64::NEG_INFINITY, f64::NAN)),
            target: Some(f64::NAN),
            last: Some(f64::INFINITY),
            domain: Some((f64::NAN, 7.0)),
            ticks: Some((11.0, &|value| format!("{value}"))),
            ..spec()
        };
        assert!(rects(&bullet_scene(&spec)).iter().all(|(left, right, _)| left.is_finite() && left <= right));
    }
}
