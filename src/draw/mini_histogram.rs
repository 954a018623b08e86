//! The small histogram over a range filter: some bars without an axis, with the range that passes shaded.

use super::axis::Axis;
use super::scene::{Scene, Shape, Stroke};
use super::theme::{Rgb, Theme};
use crate::stats::ticks::histogram;

/// Number of bars that it aims at.
const BARS: usize = 13;

/// What the small histogram shows.
#[derive(Debug, Clone, Copy)]
pub struct MiniHistogramSpec<'a> {
    /// Width and height in CSS pixels.
    pub size_px: [f64; 2],
    /// The bars.
    pub bars: &'a Bars,
    /// The range that passes; an open end is `None`.
    pub range: Option<(Option<f64>, Option<f64>)>,
    /// Colour of bars in the range.
    pub color: Rgb,
    /// Colours.
    pub theme: &'a Theme,
}

/// How many values each bar holds. No move of the range changes it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bars {
    edges: Vec<f64>,
    all: Vec<usize>,
    passing: Vec<usize>,
}

impl Bars {
    /// Counts values (of all areas; missing ones left out), and those of them that pass all filters but the range.
    pub fn count(values: impl Iterator<Item = (f64, bool)>) -> Bars {
        let values: Vec<(f64, bool)> = values.filter(|(value, _)| value.is_finite()).collect();
        let numbers: Vec<f64> = values.iter().map(|(value, _)| *value).collect();
        let bins = histogram(&numbers, BARS);
        let mut passing = vec![0usize; bins.counts.len()];
        for (value, passes) in values {
            let bin = bins.edges.partition_point(|edge| *edge <= value).saturating_sub(1);
            // The last bin holds its upper edge too.
            if let Some(count) = passing.get_mut(bin.min(bins.counts.len().saturating_sub(1))) {
                *count += usize::from(passes);
            }
        }
        Bars { edges: bins.edges, all: bins.counts, passing }
    }
}

/// A small histogram laid out.
#[derive(Debug, Clone)]
pub struct MiniHistogram<'a> {
    spec: MiniHistogramSpec<'a>,
    axis: Axis,
}

impl<'a> MiniHistogram<'a> {
    /// Lays the bars out.
    pub fn new(spec: MiniHistogramSpec<'a>) -> MiniHistogram<'a> {
        let axis = Axis::fit(spec.bars.edges.iter().copied(), [0.0, spec.size_px[0]], false);
        MiniHistogram { spec, axis }
    }

    /// Position of a value.
    pub fn x_of(&self, value: f64) -> f64 {
        self.axis.px(value)
    }

    /// The value at a position, at most at the ends.
    pub fn value_at(&self, x_px: f64) -> f64 {
        self.axis.value(x_px)
    }
}

/// The small histogram. Nothing but its base line where there are no values.
pub fn mini_histogram_scene(chart: &MiniHistogram) -> Scene {
    let spec = &chart.spec;
    let theme = spec.theme;
    let mut scene = Scene::new(spec.size_px);
    let [width, height] = spec.size_px;
    let floor = height - 1.0;
    let (from, to) = spec.range.map_or((0.0, width), |(from, to)| {
        let at = |value: Option<f64>, open: f64| value.map_or(open, |value| chart.x_of(value).clamp(0.0, width));
        (at(from, 0.0), at(to, width))
    });
    if spec.range.is_some() {
        scene.shapes.push(Shape::Rect {
            min: [from, 0.0],
            max: [to.max(from), floor],
            fill: Some(theme.ground),
            stroke: None,
            hatch: None,
        });
    }
    let bars = spec.bars;
    let tallest = bars.all.iter().copied().max().unwrap_or(0).max(1) as f64;
    for (ix, edges) in bars.edges.windows(2).enumerate() {
        let (left, right) = (chart.x_of(edges[0]) + 0.75, chart.x_of(edges[1]) - 0.75);
        // A bar counts as in the range where its middle is.
        let inside = (from..=to).contains(&f64::midpoint(left, right));
        let front = if inside { spec.color } else { theme.ground };
        for (count, fill) in [(bars.all.get(ix), theme.ground), (bars.passing.get(ix), front)] {
            let count = count.copied().unwrap_or(0);
            if 0 < count {
                let top = floor - (height - 3.0) * count as f64 / tallest;
                scene.shapes.push(Shape::Rect {
                    min: [left, top],
                    max: [right, floor],
                    fill: Some(fill),
                    stroke: Some(Stroke::solid(theme.edge_between(fill, theme.card), 0.6)),
                    hatch: None,
                });
            }
        }
    }
    scene.segment([0.0, floor], [width, floor], Stroke::solid(theme.muted, 0.75));
    if let Some((low, high)) = spec.range {
        for x in [low.map(|_| from), high.map(|_| to)].into_iter().flatten() {
            let x = x.clamp(1.0, width - 1.0);
            scene.segment([x, 0.0], [x, floor], Stroke::solid(theme.accent, 2.0));
        }
    }
    scene
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars(values: &[f64], passes: impl Fn(usize) -> bool) -> Bars {
        Bars::count(values.iter().enumerate().map(|(ix, value)| (*value, passes(ix))))
    }

    fn chart(bars: &Bars) -> MiniHistogram<'_> {
        MiniHistogram::new(MiniHistogramSpec {
            size_px: [200.0, 40.0],
            bars,
            range: None,
            color: Theme::LIGHT.symbol,
            theme: &Theme::LIGHT,
        })
    }

    #[test]
    fn every_value_is_counted_once() {
        let values: Vec<f64> = (0..34u32).map(|ix| f64::from(ix * ix)).collect();
        let bars = bars(&values, |ix| ix % 3 == 0);
        assert_eq!(bars.all.iter().sum::<usize>(), 34);
        assert_eq!(bars.passing.iter().sum::<usize>(), 12);
        assert!(bars.all.iter().zip(&bars.passing).all(|(all, passing)| passing <= all));
        assert!((8..=20).contains(&bars.all.len()), "{} bars", bars.all.len());
    }

    #[test]
    fn the_ends_of_the_axis_hold_all_values() {
        let bars = bars(&[841.0, 2_000.0, 18_915.0], |_| true);
        let chart = chart(&bars);
        assert!(chart.value_at(0.0) <= 841.0 && 18_915.0 <= chart.value_at(200.0));
        assert!((chart.x_of(chart.value_at(50.0)) - 50.0).abs() < 1e-9);
    }

    #[test]
    fn no_values_leave_the_base_line() {
        for values in [&[][..], &[f64::NAN, f64::INFINITY]] {
            let bars = bars(values, |_| true);
            assert_eq!(mini_histogram_scene(&chart(&bars)).shapes.len(), 1);
        }
    }
}
