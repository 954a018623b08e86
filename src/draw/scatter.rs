//! Two measures against each other: a dot an area, the city's values as a cross, and a line of least squares.
//!
//! Both axes are linear, so that the line and the correlation that the page states beside it belong together.

use super::axis::{
    Axis, FormatValue, LeftTick, Tick, below_ticks, draw_ticks_below, draw_ticks_left, left_ticks, left_width,
};
use super::distribution::nearest;
use super::look::{AreaFill, dot, dot_ring};
use super::metrics::text_width;
use super::names::Names;
use super::scene::{Label, Px, Scene, Stroke};
use super::theme::Theme;
use crate::stats::correlation::{Correlation, Line, fit, pearson};

/// With fewer areas a line would say nothing.
const LEAST_FOR_LINE: usize = 3;

/// Free space between the axes and the outermost dots.
const PAD_PX: f64 = 9.0;

/// What the scatter plot shows.
#[derive(Clone, Copy)]
pub struct ScatterSpec<'a> {
    /// Width and height in CSS pixels.
    pub size_px: [f64; 2],
    /// Font size of tick labels and names in CSS pixels.
    pub text_size_px: f64,
    /// The areas.
    pub dots: &'a [ScatterDot<'a>],
    /// The city's values, horizontal and vertical.
    pub city: (Option<f64>, Option<f64>),
    /// Colours.
    pub theme: &'a Theme,
}

/// An area in the plot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScatterDot<'a> {
    /// The area.
    pub area_ix: usize,
    /// Its name, written beside the dot where the area is chosen.
    pub name: &'a str,
    /// Horizontal value.
    pub x: Option<f64>,
    /// Vertical value.
    pub y: Option<f64>,
    /// How the vertical figure looks.
    pub fill: AreaFill,
    /// Whether the filters let it through.
    pub passes: bool,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Ends of the figures' intervals, horizontal and vertical.
    pub intervals: [Option<(f64, f64)>; 2],
}

impl ScatterDot<'_> {
    /// Both values, if both are known.
    fn known(&self) -> Option<(f64, f64)> {
        Some((self.x.filter(|x| x.is_finite())?, self.y.filter(|y| y.is_finite())?))
    }
}

/// The axes of a scatter plot. They follow from figures and size alone, so filters and choice leave them as they are.
#[derive(Debug, Clone, PartialEq)]
pub struct ScatterAxes {
    x: Axis,
    y: Axis,
    /// Left, top, right and bottom of the plot inside the axes.
    plot: [f64; 4],
    ticks_below: Vec<Tick>,
    ticks_left: Vec<LeftTick>,
}

impl ScatterAxes {
    /// Axes that hold all dots with both values, their intervals and the city's values; `format` gives the texts of ticks of the
    /// horizontal and of the vertical axis.
    pub fn new(
        size_px: [f64; 2],
        text_size_px: f64,
        dots: &[ScatterDot],
        city: (Option<f64>, Option<f64>),
        format: [FormatValue; 2],
    ) -> ScatterAxes {
        let [width, height] = size_px;
        let pairs: Vec<(f64, f64)> = dots.iter().filter_map(ScatterDot::known).collect();
        let drawn = || dots.iter().filter(|dot| dot.known().is_some());
        let ends = |axis: usize| drawn().filter_map(move |dot| dot.intervals[axis]).flat_map(|(low, high)| [low, high]);
        let top = text_size_px * 0.7;
        // Also where there is no room at all the bottom is below the top.
        let bottom = (height - text_size_px * 1.2 - 8.0).max(top + 1.0);
        let y_range = [bottom - PAD_PX, top + PAD_PX];
        let y = Axis::fit(pairs.iter().map(|pair| pair.1).chain(city.1).chain(ends(1)), y_range, false);
        let ticks_left = left_ticks(&y, text_size_px, format[1]);
        let left = left_width(&ticks_left, text_size_px).min(width / 2.0);
        let right = width - 2.0;
        let x_range = [left + PAD_PX, (right - PAD_PX).max(left + PAD_PX + 1.0)];
        let x = Axis::fit(pairs.iter().map(|pair| pair.0).chain(city.0).chain(ends(0)), x_range, false);
        let ticks_below = below_ticks(&x, width, text_size_px, format[0]);
        ScatterAxes { x, y, plot: [left, top, right, bottom], ticks_below, ticks_left }
    }
}

/// A scatter plot laid out.
#[derive(Clone)]
pub struct Scatter<'a> {
    spec: ScatterSpec<'a>,
    axes: &'a ScatterAxes,
    centers: Vec<Option<Px>>,
    correlation: Option<Correlation>,
    line: Option<Line>,
}

/// Radius of a dot in CSS pixels.
const RADIUS: f64 = 4.5;

impl<'a> Scatter<'a> {
    /// Lays out the dots on axes that were made of the same dots; correlation and line are of the areas that pass and are not
    /// estimated.
    pub fn new(spec: ScatterSpec<'a>, axes: &'a ScatterAxes) -> Scatter<'a> {
        let centers = spec.dots.iter().map(|dot| dot.known().map(|(x, y)| [axes.x.px(x), axes.y.px(y)])).collect();
        // Estimates follow from the weights, so a correlation with them would be one with the weights.
        let counts = |dot: &&ScatterDot| dot.passes && !matches!(dot.fill, AreaFill::Estimated(_));
        let passing: Vec<(f64, f64)> = spec.dots.iter().filter(counts).filter_map(ScatterDot::known).collect();
        let line = if passing.len() < LEAST_FOR_LINE { None } else { fit(&passing) };
        Scatter { spec, axes, centers, correlation: pearson(&passing), line }
    }

    /// Correlation of the areas that pass and have both figures.
    pub fn correlation(&self) -> Option<Correlation> {
        self.correlation
    }

    /// The area whose dot is nearest to a point, if one is within reach.
    pub fn hit(&self, at: Px) -> Option<usize> {
        nearest(self.centers.iter().copied().zip(self.spec.dots.iter().map(|dot| dot.area_ix)), at)
    }

    /// Where an area's dot is.
    pub fn center_of(&self, area_ix: usize) -> Option<Px> {
        let dot_ix = self.spec.dots.iter().position(|dot| dot.area_ix == area_ix)?;
        self.centers.get(dot_ix).copied().flatten()
    }
}

/// The scatter plot without what changes under a pointer.
pub fn scatter_scene(chart: &Scatter) -> Scene {
    let spec = &chart.spec;
    let theme = spec.theme;
    let mut scene = Scene::new(spec.size_px);
    let [left, top, right, bottom] = chart.axes.plot;
    // The axes' lines run the whole length of the plot, their values keep a distance to its edges.
    let axes = chart.axes;
    draw_ticks_below(&mut scene, &axes.x, &axes.ticks_below, bottom, spec.text_size_px, theme);
    draw_ticks_left(&mut scene, &axes.y, &axes.ticks_left, left, spec.text_size_px, theme);
    scene.segment([left, bottom], [right, bottom], Stroke::solid(theme.muted, 0.75));
    scene.segment([left, top], [left, bottom], Stroke::solid(theme.muted, 0.75));
    let dashed = Stroke::dashed(theme.city_line, 1.0, 3.0, 3.0);
    if let Some(x) = spec.city.0.filter(|x| x.is_finite()).map(|x| chart.axes.x.px(x)) {
        scene.segment([x, top], [x, bottom], dashed);
    }
    if let Some(y) = spec.city.1.filter(|y| y.is_finite()).map(|y| chart.axes.y.px(y)) {
        scene.segment([left, y], [right, y], dashed);
    }
    add_line(&mut scene, chart);
    add_dots(&mut scene, chart);
    scene
}

/// The line of least squares, cut off at the plot's edges.
fn add_line(scene: &mut Scene, chart: &Scatter) {
    let Some(line) = chart.line else { return };
    let [left, top, right, bottom] = chart.axes.plot;
    let at = |x_px: f64| {
        let y = line.intercept + line.slope * chart.axes.x.value(x_px);
        [x_px, chart.axes.y.px(y)]
    };
    let [mut a, mut b] = [at(left + PAD_PX), at(right - PAD_PX)];
    if !(a[1].is_finite() && b[1].is_finite()) {
        return;
    }
    let whole = (a, b);
    let cut = |end: &mut Px| {
        let y = end[1].clamp(top, bottom);
        if y != end[1] {
            let t = (y - whole.0[1]) / (whole.1[1] - whole.0[1]);
            *end = [whole.0[0] + t * (whole.1[0] - whole.0[0]), y];
        }
    };
    cut(&mut a);
    cut(&mut b);
    scene.segment(a, b, Stroke::solid(chart.spec.theme.muted, 1.25));
}

/// Filtered-out dots first, then those that pass, then the chosen with ring, interval and name.
fn add_dots(scene: &mut Scene, chart: &Scatter) {
    let theme = chart.spec.theme;
    let placed = || chart.spec.dots.iter().zip(&chart.centers).filter_map(|(dot, center)| Some((dot, (*center)?)));
    for (mark, center) in placed().filter(|(dot, _)| dot.passes && !dot.chosen) {
        add_intervals(scene, chart, mark, center, Stroke::solid(theme.muted, 0.75));
    }
    for passes in [false, true] {
        for (mark, center) in placed().filter(|(dot, _)| dot.passes == passes) {
            dot(scene, center, RADIUS, mark.fill.if_passes(passes), theme);
        }
    }
    let mut names = Names::within(chart.axes.plot);
    for (mark, center) in placed().filter(|(dot, _)| dot.chosen) {
        if mark.intervals.iter().any(Option::is_some) {
            add_intervals(scene, chart, mark, center, Stroke::solid(theme.accent, 1.5));
            dot(scene, center, RADIUS, mark.fill.if_passes(mark.passes), theme);
        }
        dot_ring(scene, center, RADIUS, theme.accent, theme);
        let size = chart.spec.text_size_px;
        let Some((at, anchor)) = names.beside(center, RADIUS + 5.0, text_width(mark.name, size, true), size) else {
            continue;
        };
        let label = Label::new(at, anchor, size, theme.accent, mark.name);
        scene.labels.push(label.bold_if(true).haloed(theme.card).keyed(mark.area_ix));
    }
}

/// Lines through a dot, from end to end of its figures' intervals.
fn add_intervals(scene: &mut Scene, chart: &Scatter, mark: &ScatterDot, center: Px, stroke: Stroke) {
    let is_usable = |ends: &(f64, f64)| ends.0.is_finite() && ends.1.is_finite();
    if let Some((low, high)) = mark.intervals[0].filter(is_usable) {
        scene.segment([chart.axes.x.px(low), center[1]], [chart.axes.x.px(high), center[1]], stroke);
    }
    if let Some((low, high)) = mark.intervals[1].filter(is_usable) {
        scene.segment([center[0], chart.axes.y.px(low)], [center[0], chart.axes.y.px(high)], stroke);
    }
}

/// Rings around the dots that are pointed at and focused, for a layer over [`scatter_scene`]'s.
pub fn scatter_overlay(chart: &Scatter, hover: Option<usize>, focus: Option<usize>) -> Scene {
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
    use crate::draw::scene::Shape;
    use crate::draw::theme::Rgb;

    fn dot_at(area_ix: usize, x: Option<f64>, y: Option<f64>) -> ScatterDot<'static> {
        ScatterDot {
            area_ix,
            name: "Đông Vệ",
            x,
            y,
            fill: AreaFill::Class(Rgb(50, 150, 130)),
            passes: true,
            chosen: false,
            intervals: [None; 2],
        }
    }

    fn chart<'a>(dots: &'a [ScatterDot<'a>]) -> Scatter<'a> {
        sized([330.0, 240.0], dots)
    }

    fn sized<'a>(size_px: [f64; 2], dots: &'a [ScatterDot<'a>]) -> Scatter<'a> {
        let city = (Some(3.0), None);
        let spec = ScatterSpec { size_px, text_size_px: 11.0, dots, city, theme: &Theme::LIGHT };
        let format: FormatValue = &|value| value.to_string();
        let axes = ScatterAxes::new(size_px, spec.text_size_px, dots, city, [format; 2]);
        Scatter::new(spec, Box::leak(Box::new(axes)))
    }

    /// Three areas on a line, nearly.
    fn three() -> Vec<ScatterDot<'static>> {
        let pairs = [(1.0, 2.0), (2.0, 4.0), (3.0, 6.5)];
        pairs.iter().enumerate().map(|(ix, &(x, y))| dot_at(ix, Some(x), Some(y))).collect()
    }

    /// Lines that are neither along an axis nor dashed.
    fn slanted(scene: &Scene) -> Vec<Vec<Px>> {
        let lines = scene.shapes.iter().filter_map(|shape| match shape {
            Shape::Line { points, stroke } if stroke.dash.is_none() => Some(points.to_vec()),
            _ => None,
        });
        lines.filter(|points| points[0][0] != points[1][0] && points[0][1] != points[1][1]).collect()
    }

    #[test]
    fn areas_with_one_figure_only_are_left_out() {
        let dots = [
            dot_at(0, Some(1.0), Some(2.0)),
            dot_at(1, Some(2.0), None),
            dot_at(2, None, Some(1.0)),
            dot_at(3, Some(f64::NAN), Some(1.0)),
        ];
        let chart = chart(&dots);
        assert!(chart.center_of(0).is_some());
        assert!((1..4).all(|ix| chart.center_of(ix).is_none()));
    }

    #[test]
    fn a_chart_without_room_is_drawn_as_far_as_it_goes() {
        let all = three();
        for size_px in [[0.0, 0.0], [4.0, 4.0], [300.0, 12.0], [12.0, 300.0]] {
            let cramped = sized(size_px, &all);
            assert_eq!(scatter_scene(&cramped).size_px, size_px);
        }
    }

    #[test]
    fn a_line_needs_three_areas() {
        let all = three();
        assert_eq!(slanted(&scatter_scene(&chart(&all))).len(), 1);
        assert_eq!(slanted(&scatter_scene(&chart(&all[..2]))).len(), 0);
        let mut two_pass = all.clone();
        two_pass[0].passes = false;
        assert_eq!(slanted(&scatter_scene(&chart(&two_pass))).len(), 0);
        let mut estimated = all.clone();
        estimated[0].fill = AreaFill::Estimated(Rgb(50, 150, 130));
        assert_eq!(slanted(&scatter_scene(&chart(&estimated))).len(), 0, "an estimate does not count");
        assert_eq!(chart(&all).correlation().map(|correlation| correlation.n), Some(3));
    }

    #[test]
    fn the_line_goes_through_exact_pairs_and_stays_in_the_plot() {
        let dots: Vec<ScatterDot> =
            (0..5u8).map(|ix| dot_at(usize::from(ix), Some(f64::from(ix)), Some(10.0 - 2.0 * f64::from(ix)))).collect();
        let chart = chart(&dots);
        let line = slanted(&scatter_scene(&chart)).remove(0);
        for ix in 0..5 {
            let [x, y] = chart.center_of(ix).expect("a dot");
            let t = (x - line[0][0]) / (line[1][0] - line[0][0]);
            assert!((line[0][1] + t * (line[1][1] - line[0][1]) - y).abs() < 1e-6);
            assert_eq!(chart.hit([x, y]), Some(ix));
        }
    }

    #[test]
    fn intervals_of_both_figures_lie_within_the_axes() {
        let mut dots: Vec<ScatterDot> =
            (0..3u8).map(|ix| dot_at(usize::from(ix), Some(f64::from(ix)), Some(f64::from(ix)))).collect();
        dots[0].intervals = [Some((-40.0, 40.0)), Some((-5.0, f64::NAN))];
        dots[1].intervals = [None, Some((-70.0, 90.0))];
        let chart = chart(&dots);
        let scene = scatter_scene(&chart);
        let muted = |shape: &Shape| match shape {
            Shape::Line { points, stroke } if stroke.width == 0.75 => Some((points[0], points[1])),
            _ => None,
        };
        let lines: Vec<(Px, Px)> = scene.shapes.iter().filter_map(muted).collect();
        let through = |ix: usize, axis: usize| {
            let (center, along) = (chart.center_of(ix).expect("a dot"), 1 - axis);
            let is_met = |(a, b): &&(Px, Px)| {
                let between = a[along].min(b[along]) < center[along] && center[along] < a[along].max(b[along]);
                between && a[axis] == center[axis] && b[axis] == center[axis]
            };
            lines.iter().filter(is_met).copied().collect::<Vec<_>>()
        };
        let found = [through(0, 1), through(1, 0)].concat();
        assert_eq!((found.len(), through(0, 0).len()), (2, 0), "what is no number is not drawn");
        let [left, top, right, bottom] = chart.axes.plot;
        let is_inside = |point: &Px| left <= point[0] && point[0] <= right && top <= point[1] && point[1] <= bottom;
        assert!(found.iter().all(|(a, b)| is_inside(a) && is_inside(b)));
    }

    #[test]
    fn names_of_chosen_areas_do_not_lie_on_each_other() {
        let mut dots: Vec<ScatterDot> = (0..3).map(|ix| dot_at(ix, Some(1.0), Some(1.0))).collect();
        for dot in &mut dots {
            dot.chosen = true;
        }
        // With the city at 3 this puts the three into the middle.
        dots.push(dot_at(3, Some(-1.0), Some(1.0)));
        let scene = scatter_scene(&chart(&dots));
        assert_eq!(scene.labels.iter().filter(|label| label.key.is_some()).count(), 2, "one to each side");
    }
}
