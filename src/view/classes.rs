//! The classes of a column: breaks, the class of every area, and what the legend counts.
//!
//! Classes are made from all areas, also those that filters hide, so that a filter never changes a colour. Colours
//! themselves are chosen in `draw`.

use crate::data::{IndicatorKind, State};
use crate::stats::classify::{self, Breaks, Spec};

use super::column::Column;
use super::query::{ClassKey, Classing, Method, Palette};

/// Between no (0) and yes (1).
const YES_NO_BREAK: f64 = 0.5;

/// Which class every area belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct Classes {
    /// The inner breaks; a value on a break belongs to the class above it.
    pub breaks: Breaks,
    /// Class by area, 0 the lowest; `None` without a figure.
    pub class_of: Vec<Option<u8>>,
    /// Number of areas by class. Empty when no area has a figure: then there are no classes.
    pub counts: Vec<usize>,
    /// Number of areas without a figure.
    pub n_missing: usize,
    /// Lower and upper end by class; the outermost ends are the least and the greatest value.
    pub bounds: Vec<(f64, f64)>,
    /// The family of colours: the chosen one, or the method's own.
    pub palette: Palette,
    /// The states present with their numbers of areas, missing left out (see `n_missing`).
    pub states: Vec<(State, usize)>,
}

/// Classes of a column.
///
/// `city` is the value that [`Method::AroundCity`] centres on, as [`Column::city_line`] gives it; without it, and for
/// what adds up (where the city is the sum and not a middle), natural breaks take its place. [`Method::Own`] without
/// breaks is rounded. Yes and no are always two classes.
pub fn classes(column: &Column, classing: &Classing, city: Option<f64>) -> Classes {
    let values: Vec<f64> = column.values().map(|(_, value)| value).collect();
    let center = city.filter(|_| !column.kind.adds_up());
    let is_around = classing.method == Method::AroundCity && center.is_some();
    let breaks = if column.kind == IndicatorKind::YesNo {
        Breaks { inner: vec![YES_NO_BREAK] }
    } else {
        let method = match (classing.method, center) {
            (Method::Own, _) if !classing.own_breaks.is_empty() => classify::Method::Own(classing.own_breaks.clone()),
            (Method::Rounded | Method::Own, _) => classify::Method::Rounded,
            (Method::Quantile, _) => classify::Method::Quantile,
            (Method::Equal, _) => classify::Method::Equal,
            (Method::AroundCity, Some(center)) => classify::Method::Around(center),
            (Method::Natural | Method::AroundCity, _) => classify::Method::Natural,
        };
        classify::classify(&values, &Spec { method, n_classes: usize::from(classing.n_classes) })
    };
    let class_of: Vec<Option<u8>> =
        column.figures.iter().map(|figure| figure.value.map(|value| breaks.class_of(value) as u8)).collect();
    let mut counts = vec![0; if values.is_empty() { 0 } else { breaks.n_classes() }];
    for class in class_of.iter().flatten() {
        counts[usize::from(*class)] += 1;
    }
    Classes {
        n_missing: column.figures.len() - values.len(),
        bounds: bounds(column, &breaks, counts.len()),
        palette: classing.palette.unwrap_or(if is_around { Palette::BrownTeal } else { Palette::Teal }),
        states: states(column),
        breaks,
        class_of,
        counts,
    }
}

impl Classes {
    /// The legend's entry that an area belongs to.
    pub fn key_of(&self, area_ix: usize) -> ClassKey {
        self.class_of.get(area_ix).copied().flatten().map_or(ClassKey::Missing, ClassKey::Class)
    }

    /// Number of classes; 0 when no area has a figure.
    pub fn n_classes(&self) -> usize {
        self.counts.len()
    }
}

fn bounds(column: &Column, breaks: &Breaks, n_classes: usize) -> Vec<(f64, f64)> {
    if column.kind == IndicatorKind::YesNo {
        return [(0.0, 0.0), (1.0, 1.0)].into_iter().take(n_classes).collect();
    }
    let Some((min, max)) = column.min_max() else {
        return Vec::new();
    };
    (0..n_classes).map(|class| breaks.bounds(class, min, max)).collect()
}

fn states(column: &Column) -> Vec<(State, usize)> {
    let known = [State::Published, State::Reported, State::Estimated, State::Practice];
    known
        .into_iter()
        .map(|state| (state, column.figures.iter().filter(|figure| figure.state == state).count()))
        .filter(|&(_, n_areas)| n_areas > 0)
        .collect()
}
