//! Where each area lies on one axis: a beeswarm for up to [`MAX_DOTS`] areas, a histogram beyond; with the city's line
//! and a brushed range.
//!
//! Laid out once ([`Swarm`]); scene, overlay and hit test read the same positions.

use super::axis::{Axis, FormatValue, Tick, below_ticks, draw_ticks_below};
use super::look::{AreaFill, dot, dot_ring};
use super::scene::{Anchor, Label, Px, Scene, Shape, Stroke};
use super::theme::Theme;
use crate::geo::spread::beeswarm;
use crate::stats::ticks::histogram;

/// Beyond this many values dots hide each other, and a histogram says more.
pub const MAX_DOTS: usize = 200;

/// Number of bars that a histogram aims at.
const BARS: usize = 28;

/// Height at the top that belongs to the note on the scale.
const HEAD_PX: f64 = 14.0;

/// Between two dots, so that their outlines do not merge.
const DOT_GAP_PX: f64 = 1.0;

/// Free space left and right of the axis, so that half dots at its ends are seen.
const SIDE_PX: f64 = 12.0;

/// What the distribution shows.
#[derive(Clone, Copy)]
pub struct DistributionSpec<'a> {
    /// Width and height in CSS pixels.
    pub size_px: [f64; 2],
    /// Font size of tick labels in CSS pixels.
    pub text_size_px: f64,
    /// The areas.
    pub dots: &'a [Dot],
    /// The city's value.
    pub city: Option<f64>,
    /// The brushed range: both ends, in values.
    pub brush: Option<(f64, f64)>,
    /// Said at the axis where it is logarithmic.
    pub log_note: &'a str,
    /// Colours.
    pub theme: &'a Theme,
}

/// An area on the axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    /// The area.
    pub area_ix: usize,
    /// Its value; without one it is not on the axis.
    pub value: Option<f64>,
    /// How the figure looks.
    pub fill: AreaFill,
    /// Whether the filters let it through.
    pub passes: bool,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Ends of the figure's interval; drawn for dots that are chosen.
    pub interval: Option<(f64, f64)>,
}

/// Where everything lies. It follows from figures and size alone, so filters, choice and brush leave it as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Swarm {
    axis: Axis,
    floor: f64,
    radius: f64,
    /// By dot; empty where a histogram is shown.
    centers: Vec<Option<Px>>,
    ticks: Vec<Tick>,
}

impl Swarm {
    /// Lays out dots or bars of values by area, with the city's; sizes in CSS pixels, `format` gives the text of a tick.
    pub fn new(
        size_px: [f64; 2],
        text_size_px: f64,
        values: &[Option<f64>],
        city: Option<f64>,
        format: FormatValue,
    ) -> Swarm {
        let [width, height] = size_px;
        let range_px = [SIDE_PX, (width - SIDE_PX).max(SIDE_PX + 1.0)];
        let axis = Axis::fit(values.iter().flatten().copied().chain(city), range_px, true);
        let floor = (height - text_size_px * 1.2 - 8.0).max(1.0);
        let n_values = values.iter().flatten().filter(|value| value.is_finite()).count();
        let (radius, centers) = if n_values <= MAX_DOTS { swarm(values, &axis, floor) } else { (0.0, Vec::new()) };
        let ticks = below_ticks(&axis, width, text_size_px, format);
        Swarm { axis, floor, radius, centers, ticks }
    }
}

/// A distribution laid out.
#[derive(Clone, Copy)]
pub struct Distribution<'a> {
    spec: DistributionSpec<'a>,
    swarm: &'a Swarm,
}

impl<'a> Distribution<'a> {
    /// The chart over places that were made of the same dots and size.
    pub fn new(spec: DistributionSpec<'a>, swarm: &'a Swarm) -> Distribution<'a> {
        Distribution { spec, swarm }
    }

    /// Position of a value.
    pub fn x_of(&self, value: f64) -> f64 {
        self.swarm.axis.px(value)
    }

    /// The value at a position, at most at the axis's ends.
    pub fn value_at(&self, x_px: f64) -> f64 {
        self.swarm.axis.value(x_px)
    }

    /// Whether the axis is logarithmic.
    pub fn is_log(&self) -> bool {
        self.swarm.axis.is_log()
    }

    /// The area whose dot is nearest to a point, if one is within reach (a finger's width).
    pub fn hit(&self, at: Px) -> Option<usize> {
        nearest(self.swarm.centers.iter().copied().zip(self.spec.dots.iter().map(|dot| dot.area_ix)), at)
    }

    /// Where an area's dot is.
    pub fn center_of(&self, area_ix: usize) -> Option<Px> {
        let dot_ix = self.spec.dots.iter().position(|dot| dot.area_ix == area_ix)?;
        self.swarm.centers.get(dot_ix).copied().flatten()
    }
}

/// Radius of the dots and their middles: as large as lets the swarm stand free between the head line and the axis.
fn swarm(values: &[Option<f64>], axis: &Axis, floor: f64) -> (f64, Vec<Option<Px>>) {
    const RADII: [f64; 5] = [6.0, 5.25, 4.5, 3.75, 3.0];
    let finite = |value: &Option<f64>| value.filter(|value| value.is_finite());
    let xs: Vec<Option<f64>> = values.iter().map(|value| finite(value).map(|value| axis.px(value))).collect();
    let room = floor - HEAD_PX - 2.0;
    let tallest = |radius: f64| {
        let ys = beeswarm(&xs, radius + DOT_GAP_PX / 2.0, f64::INFINITY);
        2.0 * (ys.into_iter().flatten().map(f64::abs).fold(0.0, f64::max) + radius)
    };
    let radius = RADII.into_iter().find(|&radius| tallest(radius) <= room).unwrap_or(RADII[RADII.len() - 1]);
    let ys = beeswarm(&xs, radius + DOT_GAP_PX / 2.0, room);
    let middle = f64::midpoint(HEAD_PX, floor);
    (radius, xs.iter().zip(ys).map(|(x, y)| Some([(*x)?, middle + y?])).collect())
}

/// The nearest of some marks within 12 pixels; of equally near ones the later, which lies on top.
pub(super) fn nearest(marks: impl Iterator<Item = (Option<Px>, usize)>, at: Px) -> Option<usize> {
    const REACH_PX: f64 = 12.0;
    let mut best: Option<(f64, usize)> = None;
    for (center, area_ix) in marks {
        let Some([x, y]) = center else { continue };
        let far = (x - at[0]).hypot(y - at[1]);
        if far <= best.map_or(REACH_PX, |(least, _)| least) {
            best = Some((far, area_ix));
        }
    }
    best.map(|(_, area_ix)| area_ix)
}

/// The distribution without what changes under a pointer.
pub fn distribution_scene(chart: &Distribution) -> Scene {
    let spec = &chart.spec;
    let theme = spec.theme;
    let mut scene = Scene::new(spec.size_px);
    if let Some((from, to)) = spec.brush {
        add_brush(&mut scene, chart.x_of(from), chart.x_of(to), chart.swarm.floor, theme);
    }
    if chart.swarm.centers.is_empty() {
        add_bars(&mut scene, chart);
    }
    let Swarm { axis, floor, ticks, .. } = chart.swarm;
    draw_ticks_below(&mut scene, axis, ticks, *floor, spec.text_size_px, theme);
    if let Some(city) = spec.city.filter(|city| city.is_finite()) {
        let x = chart.x_of(city);
        scene.segment([x, HEAD_PX], [x, chart.swarm.floor], Stroke::dashed(theme.city_line, 1.25, 3.0, 3.0));
    }
    add_dots(&mut scene, chart);
    if chart.is_log() {
        let at = [chart.spec.size_px[0], spec.text_size_px * 0.6];
        scene.labels.push(Label::new(at, Anchor::End, spec.text_size_px, theme.muted, spec.log_note));
    }
    scene
}

/// Filtered-out dots first, then those that pass, then the chosen with ring and interval.
fn add_dots(scene: &mut Scene, chart: &Distribution) {
    let theme = chart.spec.theme;
    let placed =
        || chart.spec.dots.iter().zip(&chart.swarm.centers).filter_map(|(dot, center)| Some((dot, (*center)?)));
    for passes in [false, true] {
        for (mark, center) in placed().filter(|(dot, _)| dot.passes == passes) {
            dot(scene, center, chart.swarm.radius, mark.fill.if_passes(passes), theme);
        }
    }
    for (mark, center) in placed().filter(|(dot, _)| dot.chosen) {
        if let Some((low, high)) = mark.interval {
            let stroke = Stroke::solid(theme.accent, 1.5);
            scene.segment([chart.x_of(low), center[1]], [chart.x_of(high), center[1]], stroke);
            dot(scene, center, chart.swarm.radius, mark.fill.if_passes(mark.passes), theme);
        }
        dot_ring(scene, center, chart.swarm.radius, theme.accent, theme);
    }
}

/// Bars of all areas, pale, and of those that pass in front.
fn add_bars(scene: &mut Scene, chart: &Distribution) {
    let spec = &chart.spec;
    // On a logarithmic axis bars are equally wide in pixels, not in values: bins are made of positions.
    let positions = |only_passing: bool| -> Vec<f64> {
        let dots = spec.dots.iter().filter(|dot| dot.passes || !only_passing);
        dots.filter_map(|dot| dot.value).filter(|value| value.is_finite()).map(|value| chart.x_of(value)).collect()
    };
    let all = positions(false);
    let bins = histogram(&all, BARS);
    let mut passing = vec![0usize; bins.counts.len()];
    for x in positions(true) {
        let after = bins.edges.partition_point(|edge| *edge <= x);
        if let Some(count) = passing.get_mut(after.saturating_sub(1).min(bins.counts.len().saturating_sub(1))) {
            *count += 1;
        }
    }
    let tallest = bins.counts.iter().copied().max().unwrap_or(0).max(1) as f64;
    for (look, counts) in [(AreaFill::Ground, &bins.counts), (AreaFill::Class(spec.theme.symbol), &passing)] {
        for (edges, &count) in bins.edges.windows(2).zip(counts) {
            if 0 < count {
                let top = chart.swarm.floor - (chart.swarm.floor - HEAD_PX - 2.0) * count as f64 / tallest;
                scene.shapes.push(Shape::Rect {
                    min: [edges[0] + 0.5, top],
                    max: [edges[1] - 0.5, chart.swarm.floor],
                    fill: Some(look.fill(spec.theme)),
                    stroke: Some(look.outline(spec.theme)),
                    hatch: None,
                });
            }
        }
    }
}

/// A brushed range: a pale ground with a handle at each end.
pub(super) fn add_brush(scene: &mut Scene, from: f64, to: f64, floor: f64, theme: &Theme) {
    let width = scene.size_px[0];
    let (left, right) = (from.min(to).clamp(0.0, width), from.max(to).clamp(0.0, width));
    scene.shapes.push(Shape::Rect {
        min: [left, 0.0],
        max: [right, floor],
        fill: Some(theme.ground),
        stroke: None,
        hatch: None,
    });
    for x in [left, right] {
        scene.segment([x, 0.0], [x, floor], Stroke::solid(theme.accent, 1.5));
        scene.segment([x, floor / 2.0 - 7.0], [x, floor / 2.0 + 7.0], Stroke::solid(theme.accent, 4.0));
    }
}

/// Rings around the dots that are pointed at and focused, for a layer over [`distribution_scene`]'s.
pub fn distribution_overlay(chart: &Distribution, hover: Option<usize>, focus: Option<usize>) -> Scene {
    let mut scene = Scene::new(chart.spec.size_px);
    for (area_ix, color) in [(hover, chart.spec.theme.ink), (focus, chart.spec.theme.focus)] {
        if let Some(center) = area_ix.and_then(|ix| chart.center_of(ix)) {
            dot_ring(&mut scene, center, chart.swarm.radius, color, chart.spec.theme);
        }
    }
    scene
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::theme::Rgb;
    use proptest::prelude::*;

    fn dots(values: &[f64]) -> Vec<Dot> {
        let dot = |(area_ix, &value): (usize, &f64)| Dot {
            area_ix,
            value: Some(value),
            fill: AreaFill::Class(Rgb(50, 150, 130)),
            passes: true,
            chosen: false,
            interval: None,
        };
        values.iter().enumerate().map(dot).collect()
    }

    fn chart(dots: &[Dot]) -> Distribution<'_> {
        let values: Vec<Option<f64>> = dots.iter().map(|dot| dot.value).collect();
        let swarm = Box::leak(Box::new(Swarm::new([330.0, 130.0], 11.0, &values, None, &|value| value.to_string())));
        let spec = DistributionSpec {
            size_px: [330.0, 130.0],
            text_size_px: 11.0,
            dots,
            city: None,
            brush: None,
            log_note: "log",
            theme: &Theme::LIGHT,
        };
        Distribution::new(spec, swarm)
    }

    #[test]
    fn every_dot_is_hit_at_its_middle_and_lies_at_its_value() {
        let values: Vec<f64> = (0..34u32).map(|ix| 840.0 * 1.1f64.powi(ix as i32 % 20)).collect();
        let dots = dots(&values);
        let chart = chart(&dots);
        for (area_ix, &value) in values.iter().enumerate() {
            let center = chart.center_of(area_ix).expect("a value has a dot");
            assert!((center[0] - chart.x_of(value)).abs() < 1e-9);
            assert_eq!(chart.hit(center), Some(area_ix));
        }
        assert_eq!(chart.hit([-100.0, -100.0]), None);
        assert_eq!(chart.center_of(34), None);
    }

    #[test]
    fn few_values_are_dots_and_many_are_bars() {
        let of = |n: u32| {
            let dots = dots(&(0..n).map(f64::from).collect::<Vec<_>>());
            let scene = distribution_scene(&chart(&dots));
            let count = |wanted: fn(&Shape) -> bool| scene.shapes.iter().filter(|&shape| wanted(shape)).count();
            (count(|shape| matches!(shape, Shape::Circle { .. })), count(|shape| matches!(shape, Shape::Rect { .. })))
        };
        assert_eq!(of(200), (200, 0));
        let (circles, bars) = of(201);
        assert!(circles == 0 && 20 < bars, "{bars} bars");
    }

    #[test]
    fn a_logarithmic_axis_says_so() {
        let (wide, narrow) = (dots(&[1.0, 1000.0]), dots(&[1.0, 10.0]));
        let says = |dots: &[Dot]| distribution_scene(&chart(dots)).labels.iter().any(|label| label.text == "log");
        assert!(says(&wide) && !says(&narrow));
    }

    #[test]
    fn no_values_leave_an_axis() {
        let dots = [Dot { value: None, ..dots(&[1.0])[0] }, Dot { value: Some(f64::NAN), ..dots(&[1.0])[0] }];
        let chart = chart(&dots);
        assert_eq!(chart.center_of(0), None);
        let scene = distribution_scene(&chart);
        assert!(scene.shapes.iter().all(|shape| matches!(shape, Shape::Line { .. })));
        assert!(scene.labels.is_empty(), "numbers on an axis of nothing: {:?}", scene.labels);
    }

    proptest! {
        #[test]
        fn labels_of_ticks_do_not_touch(min in -1e6..1e6f64, span in 1e-3..1e7f64) {
            let dots = dots(&[min, min + span]);
            let scene = distribution_scene(&chart(&dots));
            let mut ticks: Vec<(f64, f64)> = scene
                .labels
                .iter()
                .filter(|label| label.text != "log")
                .map(|label| {
                    let half = crate::draw::metrics::text_width(&label.text, label.size_px, false) / 2.0;
                    (label.at[0] - half, label.at[0] + half)
                })
                .collect();
            crate::order::sort_by(&mut ticks, |a, b| a.0.total_cmp(&b.0));
            prop_assert!(ticks.windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
    }
}
