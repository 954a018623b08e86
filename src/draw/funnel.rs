//! Funnel plot: shares against what they are shares of, with the limits within which chance alone would leave them.
//!
//! Limits are those of [`crate::stats::funnel`]. Areas beyond a limit are named, so that a small area is neither honoured
//! nor blamed for chance.

use super::axis::{Axis, FormatValue, LeftTick, draw_below, draw_ticks_left, left_ticks, left_width};
use super::distribution::nearest;
use super::look::{AreaFill, dot, dot_ring};
use super::metrics::text_width;
use super::names::Names;
use super::scene::{Anchor, Label, Px, Scene, Shape, Stroke};
use super::theme::Theme;
use crate::stats::funnel::{Limits, Verdict, limits, verdict};
use crate::stats::summary::quantile;

/// Height of a line, as a part of the font size.
const LINE: f64 = 1.15;

/// Places at which limits are computed.
const STEPS: usize = 72;

/// Free space between the axes and the outermost dots.
const PAD_PX: f64 = 7.0;

/// Radius of a dot in CSS pixels.
const RADIUS: f64 = 4.5;

/// What the funnel plot shows.
#[derive(Clone, Copy)]
pub struct FunnelSpec<'a> {
    /// Width and height in CSS pixels.
    pub size_px: [f64; 2],
    /// Font size of tick labels and names in CSS pixels.
    pub text_size_px: f64,
    /// The areas.
    pub dots: &'a [FunnelDot<'a>],
    /// The share of all, 0 to 1.
    pub overall: f64,
    /// What the limits are called at their right ends: that of 95 % and that of 99.8 %.
    pub limit_names: [&'a str; 2],
    /// Text of a tick of the horizontal axis, a base.
    pub format_base: FormatValue<'a>,
    /// Text of a tick of the vertical axis, a share of 0 to 1.
    pub format_share: FormatValue<'a>,
    /// Colours.
    pub theme: &'a Theme,
}

/// An area in the plot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FunnelDot<'a> {
    /// The area.
    pub area_ix: usize,
    /// Its name, written where it is chosen or beyond a limit.
    pub name: &'a str,
    /// How many, if that is known.
    pub count: Option<f64>,
    /// Of how many.
    pub base: Option<f64>,
    /// How the figure looks.
    pub fill: AreaFill,
    /// Whether the filters let it through.
    pub passes: bool,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A funnel plot laid out.
#[derive(Clone)]
pub struct Funnel<'a> {
    spec: FunnelSpec<'a>,
    x_axis: Axis,
    y_axis: Axis,
    ticks_left: Vec<LeftTick>,
    /// Left, top, right and bottom of the plot inside the axes.
    plot: [f64; 4],
    /// By dot; those that cannot be judged are not drawn.
    placed: Vec<Option<(Px, Verdict)>>,
}

impl<'a> Funnel<'a> {
    /// Judges the areas and lays out axes and dots.
    pub fn new(spec: FunnelSpec<'a>) -> Funnel<'a> {
        let [width, height] = spec.size_px;
        let judged = |dot: &FunnelDot| -> Option<(f64, f64, Verdict)> {
            let (count, base) = (dot.count?, dot.base?);
            Some((base, count / base, verdict(count, base, spec.overall)?))
        };
        let judged: Vec<Option<(f64, f64, Verdict)>> = spec.dots.iter().map(judged).collect();
        let drawn = || judged.iter().flatten();
        let bases: Vec<f64> = drawn().map(|(base, _, _)| *base).collect();
        // The mouth of the funnel is as wide as all shares; the axis is made for where most areas are.
        let mouth = quantile(&bases, 0.2).and_then(|base| limits(base, spec.overall));
        let ends = mouth.into_iter().flat_map(|limits| [limits.rare.0, limits.rare.1]);
        let bottom = (height - spec.text_size_px * 1.2 - 8.0).max(2.0);
        let top = spec.text_size_px * 0.7;
        let y_axis = Axis::fit(
            drawn().map(|(_, share, _)| *share).chain([spec.overall]).chain(ends),
            [bottom - PAD_PX, top + PAD_PX],
            false,
        );
        let ticks_left = left_ticks(&y_axis, spec.text_size_px, spec.format_share);
        let left = left_width(&ticks_left, spec.text_size_px).min(width / 2.0);
        let names = spec.limit_names.map(|name| text_width(name, spec.text_size_px, false));
        let right = (width - names[0].max(names[1]) - 6.0).max(left + PAD_PX + 1.0);
        // A little beyond the greatest base, so that its dot does not stand on the edge.
        let most = bases.iter().copied().fold(0.0, f64::max) * 1.03;
        let x_axis = Axis::fit([0.0, most], [left, right], false);
        let placed = judged
            .iter()
            .map(|judged| judged.map(|(base, share, verdict)| ([x_axis.px(base), y_axis.px(share)], verdict)))
            .collect();
        Funnel { spec, x_axis, y_axis, ticks_left, plot: [left, top, right, bottom], placed }
    }

    /// Where an area lies to the limits; `None` where count and base do not make a share.
    pub fn verdict_of(&self, area_ix: usize) -> Option<Verdict> {
        self.of(area_ix).map(|(_, verdict)| verdict)
    }

    /// The area whose dot is nearest to a point, if one is within reach.
    pub fn hit(&self, at: Px) -> Option<usize> {
        let centers = self.placed.iter().map(|placed| placed.map(|(center, _)| center));
        nearest(centers.zip(self.spec.dots.iter().map(|dot| dot.area_ix)), at)
    }

    /// Where an area's dot is.
    pub fn center_of(&self, area_ix: usize) -> Option<Px> {
        self.of(area_ix).map(|(center, _)| center)
    }

    fn of(&self, area_ix: usize) -> Option<(Px, Verdict)> {
        let dot_ix = self.spec.dots.iter().position(|dot| dot.area_ix == area_ix)?;
        self.placed.get(dot_ix).copied().flatten()
    }
}

/// The funnel plot without what changes under a pointer.
pub fn funnel_scene(chart: &Funnel) -> Scene {
    let spec = &chart.spec;
    let theme = spec.theme;
    let mut scene = Scene::new(spec.size_px);
    let [left, top, right, bottom] = chart.plot;
    draw_below(&mut scene, &chart.x_axis, bottom, spec.text_size_px, spec.format_base, theme);
    draw_ticks_left(&mut scene, &chart.y_axis, &chart.ticks_left, left, spec.text_size_px, theme);
    scene.segment([left, bottom], [right, bottom], Stroke::solid(theme.muted, 0.75));
    scene.segment([left, top], [left, bottom], Stroke::solid(theme.muted, 0.75));
    let overall = chart.y_axis.px(spec.overall);
    if (top..=bottom).contains(&overall) {
        scene.segment([left, overall], [right, overall], Stroke::dashed(theme.city_line, 1.25, 3.0, 3.0));
    }
    add_limits(&mut scene, chart);
    add_dots(&mut scene, chart);
    scene
}

/// The four curves, and the names of the upper two at their ends.
fn add_limits(scene: &mut Scene, chart: &Funnel) {
    let spec = &chart.spec;
    let theme = spec.theme;
    let [left, top, right, bottom] = chart.plot;
    let mut curves: [Vec<Px>; 4] = Default::default();
    for step in 1..=STEPS {
        // Near to the mouth the curves bend most.
        let x = left + (right - left) * (step as f64 / STEPS as f64).powi(2);
        let Some(Limits { usual, rare }) = limits(chart.x_axis.value(x).max(1.0), spec.overall) else { return };
        for (curve, limit) in curves.iter_mut().zip([usual.1, rare.1, usual.0, rare.0]) {
            curve.push([x.min(right), chart.y_axis.px(limit)]);
        }
    }
    let strokes = [Stroke::dashed(theme.muted, 1.25, 7.0, 3.0), Stroke::solid(theme.muted, 1.25)];
    let mut ends: Vec<(&str, f64)> = Vec::new();
    for (curve_ix, curve) in curves.iter().enumerate() {
        let stroke = strokes[curve_ix % 2];
        let points = inside(curve, top, bottom);
        if let (Some(name), Some([_, y])) = (spec.limit_names.get(curve_ix), points.last()) {
            ends.push((name, *y));
        }
        scene.shapes.push(Shape::Line { points: points.into(), stroke });
    }
    let size = spec.text_size_px;
    // The rarer limit's name stands above the other's, also where the curves meet, and both stay on the drawing.
    if let [(_, usual), (_, rare)] = ends.as_mut_slice() {
        *rare = rare.min(*usual - size * LINE).max(size * LINE / 2.0);
        *usual = usual.max(*rare + size * LINE);
    }
    for (name, y) in ends {
        scene.labels.push(Label::new([right + 4.0, y], Anchor::Start, size, theme.muted, name));
    }
}

/// The part of a curve from where it comes into the plot; limits never leave it again.
fn inside(curve: &[Px], top: f64, bottom: f64) -> Vec<Px> {
    let mut points: Vec<Px> = Vec::new();
    for (ix, &point) in curve.iter().enumerate() {
        if !(top..=bottom).contains(&point[1]) {
            continue;
        }
        if points.is_empty() && 0 < ix {
            let before = curve[ix - 1];
            let edge = before[1].clamp(top, bottom);
            let way = (edge - before[1]) / (point[1] - before[1]);
            points.push([before[0] + way * (point[0] - before[0]), edge]);
        }
        points.push(point);
    }
    points
}

/// Filtered-out dots first, then those that pass, then the names.
fn add_dots(scene: &mut Scene, chart: &Funnel) {
    let spec = &chart.spec;
    let theme = spec.theme;
    let placed = || spec.dots.iter().zip(&chart.placed).filter_map(|(dot, placed)| Some((dot, (*placed)?)));
    for passes in [false, true] {
        for (mark, (center, _)) in placed().filter(|(dot, _)| dot.passes == passes) {
            dot(scene, center, RADIUS, mark.fill.if_passes(passes), theme);
        }
    }
    for (_, (center, _)) in placed().filter(|(dot, _)| dot.chosen) {
        dot_ring(scene, center, RADIUS, theme.accent, theme);
    }
    let mut names = Names::within(chart.plot);
    // What is chosen comes first, then what chance explains least.
    for turn in 0..3 {
        for (mark, (center, verdict)) in placed() {
            let own_turn = match verdict {
                _ if mark.chosen => 0,
                Verdict::FarAbove | Verdict::FarBelow if mark.passes => 1,
                Verdict::Above | Verdict::Below if mark.passes => 2,
                _ => continue,
            };
            if own_turn != turn {
                continue;
            }
            let size = spec.text_size_px;
            let width = text_width(mark.name, size, mark.chosen);
            let Some((at, anchor)) = names.beside(center, RADIUS + 5.0, width, size) else { continue };
            let color = if mark.chosen { theme.accent } else { theme.ink };
            let label = Label::new(at, anchor, size, color, mark.name);
            scene.labels.push(label.bold_if(mark.chosen).haloed(theme.card).keyed(mark.area_ix));
        }
    }
}

/// Rings around the dots that are pointed at and focused, for a layer over [`funnel_scene`]'s.
pub fn funnel_overlay(chart: &Funnel, hover: Option<usize>, focus: Option<usize>) -> Scene {
    let mut scene = Scene::new(chart.spec.size_px);
    for (area_ix, color) in [(hover, chart.spec.theme.ink), (focus, chart.spec.theme.focus)] {
        if let Some(center) = area_ix.and_then(|ix| chart.center_of(ix)) {
            dot_ring(&mut scene, center, RADIUS, color, chart.spec.theme);
        }
    }
    scene
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::theme::Rgb;

    fn dot_of(area_ix: usize, count: Option<f64>, base: Option<f64>) -> FunnelDot<'static> {
        FunnelDot {
            area_ix,
            name: ["Đông Vệ", "Nam Ngạn", "Tào Xuyên", "Quảng Hưng"][area_ix],
            count,
            base,
            fill: AreaFill::Class(Rgb(50, 150, 130)),
            passes: true,
            chosen: false,
        }
    }

    fn chart<'a>(dots: &'a [FunnelDot<'a>], overall: f64) -> Funnel<'a> {
        Funnel::new(FunnelSpec {
            size_px: [360.0, 240.0],
            text_size_px: 11.0,
            dots,
            overall,
            limit_names: ["95 %", "99.8 %"],
            format_base: &|value| format!("{value}"),
            format_share: &|value| format!("{value:.2}"),
            theme: &Theme::LIGHT,
        })
    }

    fn curves(scene: &Scene) -> Vec<Vec<Px>> {
        let lines = scene.shapes.iter().filter_map(|shape| match shape {
            Shape::Line { points, .. } if 2 < points.len() => Some(points.to_vec()),
            _ => None,
        });
        lines.collect()
    }

    #[test]
    fn only_areas_beyond_a_limit_are_named() {
        let dots = [
            dot_of(0, Some(840.0), Some(1_000.0)),
            dot_of(1, Some(700.0), Some(1_000.0)),
            dot_of(2, Some(7.0), Some(10.0)),
            dot_of(3, Some(90.0), Some(80.0)),
        ];
        let chart = chart(&dots, 0.84);
        let scene = funnel_scene(&chart);
        let keyed: Vec<usize> = scene.labels.iter().filter_map(|label| label.key).collect();
        assert_eq!(keyed, [1]);
        assert_eq!(chart.verdict_of(1), Some(Verdict::FarBelow));
        assert_eq!((chart.verdict_of(2), chart.verdict_of(3)), (Some(Verdict::Inside), None));
        assert_eq!(chart.hit(chart.center_of(2).expect("a dot")), Some(2));
        assert_eq!(chart.center_of(3), None);
    }

    #[test]
    fn curves_close_in_on_the_overall_line_and_stay_in_the_plot() {
        let dots = [dot_of(0, Some(840.0), Some(1_000.0)), dot_of(1, Some(10.0), Some(100.0))];
        let chart = chart(&dots, 0.84);
        let curves = curves(&funnel_scene(&chart));
        assert_eq!(curves.len(), 4);
        let overall = chart.y_axis.px(0.84);
        let [left, top, right, bottom] = chart.plot;
        for curve in &curves {
            let far = |point: &Px| (point[1] - overall).abs();
            assert!(curve.windows(2).all(|pair| far(&pair[1]) <= far(&pair[0]) + 1e-9));
            assert!(curve.iter().all(|[x, y]| left <= *x && *x <= right && top <= *y && *y <= bottom));
        }
    }

    #[test]
    fn limits_that_meet_at_the_upper_edge_keep_their_names_apart_and_whole() {
        let dots = [dot_of(0, Some(9.0), Some(12.0)), dot_of(1, Some(3.0), Some(6.0))];
        let scene = funnel_scene(&chart(&dots, 0.75));
        let y_of = |name: &str| scene.labels.iter().find(|label| label.text == name).map(|label| label.at[1]);
        let (usual, rare) = (y_of("95 %").expect("a name"), y_of("99.8 %").expect("a name"));
        assert!(5.5 <= rare && rare + 11.0 <= usual, "{rare} {usual}");
    }

    #[test]
    fn nothing_to_judge_leaves_axes() {
        let dots = [dot_of(0, None, Some(10.0)), dot_of(1, Some(1.0), None), dot_of(2, Some(f64::NAN), Some(0.0))];
        for overall in [f64::NAN, 0.0, 1.0, 7.0] {
            let chart = chart(&dots, overall);
            let scene = funnel_scene(&chart);
            assert!(scene.shapes.iter().all(|shape| matches!(shape, Shape::Line { .. })));
            assert_eq!(funnel_overlay(&chart, Some(0), Some(1)).shapes, []);
        }
    }
}
