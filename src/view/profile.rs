//! One area at a glance: every indicator with its rank, its place among the others and how it compares with the city.

use crate::data::{DataSet, Figure, IndicatorKind, Polarity};
use crate::stats::rank::{Rank, ranks};
use crate::stats::summary::{Comparison, compare};

use super::column::{Column, column_over};
use super::query::Measure;

/// One indicator of the area's sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileRow {
    /// Which indicator.
    pub indicator_ix: usize,
    /// The area's figure.
    pub figure: Figure,
    /// Rank among the areas that have the figure; none for yes/no.
    pub rank: Option<Rank>,
    /// How it compares with the city, where the city's figure is comparable (shares and rates).
    pub comparison: Option<Comparison>,
    /// Place between the least (0) and the greatest (1) figure; the middle if all are equal; none for yes/no.
    pub place: Option<f64>,
    /// The city's figure: the total for what adds up.
    pub city: Option<f64>,
}

/// The profile of an area over all indicators of the data set, in their order. `figures` as in [`column_over`].
pub fn profile(ds: &DataSet, figures: &[Vec<Figure>], area_ix: usize) -> Vec<ProfileRow> {
    let columns = ds.indicators.iter().filter_map(|indicator| {
        let measure = Measure::plain(indicator.id.clone());
        column_over(ds, figures, &measure)
    });
    columns.map(|column| row(&column, area_ix)).collect()
}

/// Ranks of all areas in a column: rank 1 is the greatest figure, or the least where less is better. None for yes/no.
pub fn column_ranks(column: &Column) -> Vec<Option<Rank>> {
    if column.kind == IndicatorKind::YesNo {
        return vec![None; column.figures.len()];
    }
    let values: Vec<Option<f64>> = column.figures.iter().map(|figure| figure.value).collect();
    ranks(&values, column.polarity != Polarity::Lower)
}

/// How an area compares with the city, by the rule of [`compare`] over the figures of all areas.
pub fn comparison(column: &Column, area_ix: usize) -> Option<Comparison> {
    let (value, city) = column.value(area_ix).zip(column.city_line())?;
    let values: Vec<f64> = column.values().map(|(_, value)| value).collect();
    Some(compare(value, city, &values))
}

fn row(column: &Column, area_ix: usize) -> ProfileRow {
    ProfileRow {
        indicator_ix: column.indicator_ix,
        figure: column.figures.get(area_ix).copied().unwrap_or(Figure::MISSING),
        rank: column_ranks(column).get(area_ix).copied().flatten(),
        comparison: comparison(column, area_ix),
        place: place(column, area_ix),
        city: column.city,
    }
}

fn place(column: &Column, area_ix: usize) -> Option<f64> {
    if column.kind == IndicatorKind::YesNo {
        return None;
    }
    let value = column.value(area_ix)?;
    let (min, max) = column.min_max()?;
    Some(if min < max { (value - min) / (max - min) } else { 0.5 })
}
