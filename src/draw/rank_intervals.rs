//! Ranks and how sure they are: a row an area with its score as a bar, and on an axis of ranks its place with the interval
//! in which it lies in nine of ten draws.
//!
//! Rows come in order; sorting is the caller's. Rank 1 is at the left.

use super::look::AreaFill;
use super::metrics::text_width;
use super::ranked::add_frame;
use super::scene::{Anchor, Label, Px, Scene, Shape, Stroke};
use super::theme::Theme;

/// Free space at both sides, for the frames around rows.
const SIDE_PX: f64 = 5.0;

/// Free space between the columns.
const GAP_PX: f64 = 8.0;

/// Free space left and right of the axis of ranks, so that marks at its ends are seen.
const RANKS_PAD_PX: f64 = 7.0;

/// The part of what names and scores leave that belongs to the ranks.
const RANKS_PART: f64 = 0.6;

/// What the drawing shows.
#[derive(Debug, Clone, Copy)]
pub struct RankIntervalsSpec<'a> {
    /// Width in CSS pixels; the height follows from the rows.
    pub width_px: f64,
    /// Height of a row in CSS pixels; the head with the ranks is as high.
    pub row_height_px: f64,
    /// Font size in CSS pixels.
    pub text_size_px: f64,
    /// The rows, from top to bottom.
    pub rows: &'a [RankIntervalRow<'a>],
    /// The last rank of the axis.
    pub n_ranks: usize,
    /// Least and greatest score to make room for. Zero is always in it: bars start there.
    pub domain: (f64, f64),
    /// Colours.
    pub theme: &'a Theme,
}

/// One area's row.
#[derive(Debug, Clone, Copy)]
pub struct RankIntervalRow<'a> {
    /// The area.
    pub area_ix: usize,
    /// Its name.
    pub name: &'a str,
    /// Its score; `None` where it is refused.
    pub score: Option<f64>,
    /// The score as text, or why there is none.
    pub score_text: &'a str,
    /// How the score's bar looks.
    pub fill: AreaFill,
    /// Its rank, from 1.
    pub rank: Option<usize>,
    /// Best and worst rank of its interval.
    pub interval: Option<(usize, usize)>,
    /// Its rank by other settings, for a comparison.
    pub other_rank: Option<usize>,
    /// Whether the filters let it through.
    pub passes: bool,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// Where the columns lie, in CSS pixels.
struct Columns {
    name_end: f64,
    bars: [f64; 2],
    score_end: f64,
    ranks: [f64; 2],
}

impl RankIntervalsSpec<'_> {
    /// Width and height of the drawing in CSS pixels.
    pub fn size_px(&self) -> [f64; 2] {
        [self.width_px, self.row_height_px * (self.rows.len() + 1) as f64]
    }

    /// Index of the row at a height, counted from the drawing's top; none in the head.
    pub fn row_at(&self, y_px: f64) -> Option<usize> {
        let row = (y_px / self.row_height_px).floor() - 1.0;
        (0.0 <= row && row < self.rows.len() as f64).then_some(row as usize)
    }

    /// Upper left and lower right corner of a row.
    pub fn row_rect(&self, row_ix: usize) -> [Px; 2] {
        let top = self.row_height_px * (row_ix + 1) as f64;
        [[0.0, top], [self.width_px, top + self.row_height_px]]
    }

    fn columns(&self) -> Columns {
        let (mut names, mut scores) = (0.0_f64, 0.0_f64);
        for row in self.rows {
            names = names.max(text_width(row.name, self.text_size_px, row.chosen));
            scores = scores.max(text_width(row.score_text, self.text_size_px, false));
        }
        // What is longer is cut off by the page, not by the bars.
        let (names, scores) = (names.min(self.width_px * 0.35), scores.min(self.width_px * 0.25));
        let start = SIDE_PX + names + GAP_PX;
        let left = (self.width_px - SIDE_PX - start - scores - 2.0 * GAP_PX - 2.0 * RANKS_PAD_PX).max(2.0);
        let bars_end = start + left * (1.0 - RANKS_PART);
        let score_end = bars_end + GAP_PX + scores;
        let ranks_start = score_end + GAP_PX + RANKS_PAD_PX;
        let ranks = [ranks_start, ranks_start + left * RANKS_PART];
        Columns { name_end: SIDE_PX + names, bars: [start, bars_end], score_end, ranks }
    }

    /// Position of a score; scores outside of the domain lie at its ends.
    fn score_x(&self, columns: &Columns, score: f64) -> f64 {
        let (min, max) = (self.domain.0.min(0.0), self.domain.1.max(0.0));
        let share = if min < max { ((score - min) / (max - min)).clamp(0.0, 1.0) } else { 0.0 };
        columns.bars[0] + share * (columns.bars[1] - columns.bars[0])
    }

    /// Position of a rank; ranks beyond the axis lie at its end.
    fn rank_x(&self, columns: &Columns, rank: usize) -> f64 {
        let last = self.n_ranks.max(2) - 1;
        let share = (rank.max(1) - 1).min(last) as f64 / last as f64;
        columns.ranks[0] + share * (columns.ranks[1] - columns.ranks[0])
    }
}

/// The drawing without what changes under a pointer.
pub fn rank_intervals_scene(spec: &RankIntervalsSpec) -> Scene {
    let theme = spec.theme;
    let columns = spec.columns();
    let mut scene = Scene::new(spec.size_px());
    let (head, floor) = (spec.row_height_px, scene.size_px[1]);
    let zero = spec.score_x(&columns, 0.0);
    scene.segment([zero, head], [zero, floor], Stroke::solid(theme.line, 1.0));
    for rank in ticks(spec.n_ranks) {
        let x = spec.rank_x(&columns, rank);
        scene.segment([x, head], [x, floor], Stroke::solid(theme.line, 1.0));
        let at = [x, head / 2.0];
        scene.labels.push(Label::new(at, Anchor::Middle, spec.text_size_px, theme.muted, rank.to_string()));
    }
    for (row_ix, row) in spec.rows.iter().enumerate() {
        let [[_, top], [_, bottom]] = spec.row_rect(row_ix);
        let middle = f64::midpoint(top, bottom);
        let score = row.score.filter(|score| score.is_finite());
        if let Some(score) = score {
            let look = row.fill.if_passes(row.passes);
            let x = spec.score_x(&columns, score);
            let half = (spec.row_height_px * 0.34).min(8.0);
            let left = x.min(zero);
            scene.shapes.push(Shape::Rect {
                min: [left, middle - half],
                max: [x.max(zero).max(left + 1.0), middle + half],
                fill: Some(look.fill(theme)),
                stroke: Some(if row.chosen { Stroke::solid(theme.accent, 2.0) } else { look.outline(theme) }),
                hatch: look.hatch(theme),
            });
        }
        add_rank(&mut scene, spec, &columns, row, middle);
        let ink = if row.passes { theme.ink } else { theme.muted };
        let name_color = if row.chosen { theme.accent } else { ink };
        let name = Label::new([columns.name_end, middle], Anchor::End, spec.text_size_px, name_color, row.name);
        scene.labels.push(name.keyed(row.area_ix).bold_if(row.chosen));
        let color = if score.is_some() { ink } else { theme.muted };
        let text = Label::new([columns.score_end, middle], Anchor::End, spec.text_size_px, color, row.score_text);
        scene.labels.push(text.keyed(row.area_ix));
    }
    scene
}

/// The interval as a band, the rank as a dot, the rank by other settings as a ring.
fn add_rank(scene: &mut Scene, spec: &RankIntervalsSpec, columns: &Columns, row: &RankIntervalRow, middle: f64) {
    let theme = spec.theme;
    let color = match (row.passes, row.chosen) {
        (_, true) => theme.accent,
        (true, _) => theme.ink,
        (false, _) => theme.muted,
    };
    if let Some((best, worst)) = row.interval {
        let (left, right) = (spec.rank_x(columns, best), spec.rank_x(columns, worst));
        let look = AreaFill::Class(theme.symbol).if_passes(row.passes);
        scene.shapes.push(Shape::Rect {
            min: [left.min(right) - 2.5, middle - 2.5],
            max: [left.max(right) + 2.5, middle + 2.5],
            fill: Some(look.fill(theme)),
            stroke: Some(look.outline(theme)),
            hatch: None,
        });
    }
    let mut circle = |rank: usize, radius: f64, fill, stroke| {
        let center = [spec.rank_x(columns, rank), middle];
        scene.shapes.push(Shape::Circle { center, radius, fill, stroke: Some(stroke), hatch: None });
    };
    if let Some(rank) = row.rank {
        circle(rank, 4.0, Some(color), Stroke::solid(theme.card, 1.25));
    }
    if let Some(rank) = row.other_rank {
        circle(rank, 5.5, None, Stroke::solid(theme.card, 3.5));
        circle(rank, 5.5, None, Stroke::solid(color, 1.5));
    }
}

/// The first rank, tens or hundreds between, and the last where it does not come too near.
fn ticks(n_ranks: usize) -> Vec<usize> {
    let step = [5, 10, 50, 100, 500].into_iter().find(|step| n_ranks <= step * 7).unwrap_or(2_000);
    let mut ticks = vec![1];
    ticks.extend((1..).map(|ix| ix * step).take_while(|rank| *rank <= n_ranks));
    if ticks.last().is_some_and(|last| last + step / 2 < n_ranks) {
        ticks.push(n_ranks);
    }
    ticks
}

/// Frames around the rows that are pointed at and focused, for a layer over [`rank_intervals_scene`]'s.
pub fn rank_intervals_overlay(spec: &RankIntervalsSpec, hover: Option<usize>, focus: Option<usize>) -> Scene {
    let mut scene = Scene::new(spec.size_px());
    for (area_ix, color, width) in [(hover, spec.theme.ink, 1.25), (focus, spec.theme.focus, 2.5)] {
        let Some(row_ix) = area_ix.and_then(|ix| spec.rows.iter().position(|row| row.area_ix == ix)) else { continue };
        add_frame(&mut scene, spec.row_rect(row_ix), color, width);
    }
    scene
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::theme::Rgb;

    fn row(area_ix: usize, rank: Option<usize>, interval: Option<(usize, usize)>) -> RankIntervalRow<'static> {
        RankIntervalRow {
            area_ix,
            name: "Đông Vệ",
            score: rank.map(|rank| 1.0 / rank as f64),
            score_text: "0.51",
            fill: AreaFill::Class(Rgb(10, 90, 90)),
            rank,
            interval,
            other_rank: None,
            passes: true,
            chosen: false,
        }
    }

    fn spec<'a>(rows: &'a [RankIntervalRow<'a>], width_px: f64) -> RankIntervalsSpec<'a> {
        RankIntervalsSpec {
            width_px,
            row_height_px: 18.0,
            text_size_px: 11.0,
            rows,
            n_ranks: 34,
            domain: (0.0, 1.0),
            theme: &Theme::LIGHT,
        }
    }

    #[test]
    fn rows_are_found_by_height_below_the_head() {
        let rows = [row(7, Some(1), Some((1, 3))), row(3, None, None)];
        let spec = spec(&rows, 400.0);
        assert_eq!(spec.size_px(), [400.0, 54.0]);
        for row_ix in 0..rows.len() {
            let [[_, top], [_, bottom]] = spec.row_rect(row_ix);
            assert_eq!((spec.row_at(top), spec.row_at(bottom - 0.001)), (Some(row_ix), Some(row_ix)));
        }
        for outside in [-0.1, 0.0, 17.9, 54.0, f64::NAN, f64::INFINITY] {
            assert_eq!(spec.row_at(outside), None);
        }
        assert_eq!(rank_intervals_overlay(&spec, Some(3), Some(99)).shapes.len(), 1);
    }

    #[test]
    fn a_rank_lies_within_its_interval_and_beyond_the_scores() {
        let rows = [row(0, Some(4), Some((2, 9))), row(1, None, None)];
        for width in [60.0, 400.0, 900.0] {
            let scene = rank_intervals_scene(&spec(&rows, width));
            let rects: Vec<[f64; 2]> = scene
                .shapes
                .iter()
                .filter_map(|shape| match shape {
                    Shape::Rect { min, max, .. } => Some([min[0], max[0]]),
                    _ => None,
                })
                .collect();
            let dots: Vec<f64> = scene
                .shapes
                .iter()
                .filter_map(|shape| match shape {
                    Shape::Circle { center, .. } => Some(center[0]),
                    _ => None,
                })
                .collect();
            let ([bar, band], [dot]) = (&rects[..], &dots[..]) else { panic!("one row only has a score and a rank") };
            assert!(bar[1] < band[0] && band[0] < *dot && *dot < band[1], "{width}");
        }
    }

    #[test]
    fn ranks_on_the_axis_leave_each_other_room() {
        assert_eq!(ticks(34), [1, 5, 10, 15, 20, 25, 30, 34]);
        assert_eq!(ticks(7), [1, 5]);
        assert_eq!(ticks(1), [1]);
        assert_eq!(ticks(0), [1]);
        assert_eq!(ticks(311), [1, 50, 100, 150, 200, 250, 300]);
    }
}
