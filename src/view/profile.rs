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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::fixture;

    #[test]
    fn a_row_for_every_indicator() {
        let ds = fixture::small();
        let rows = profile(&ds, &ds.figures, 0);
        assert_eq!(rows.len(), ds.indicators.len());
        let density = &rows[2];
        assert_eq!(density.figure, Figure::published(7_500.0));
        assert_eq!(density.rank.map(|rank| (rank.rank, rank.of)), Some((3, 6)));
        assert_eq!(density.place, Some((7_500.0 - 750.0) / (20_000.0 - 750.0)));
        assert!(density.comparison.is_some());
        let population = &rows[1];
        assert_eq!((population.comparison, population.city), (None, Some(73_000.0)), "a total is not comparable");
        let weddings = &rows[6];
        assert_eq!((weddings.rank, weddings.place, weddings.comparison), (None, None, None));
    }

    #[test]
    fn a_missing_figure_has_neither_rank_nor_place() {
        let ds = fixture::small();
        let families = &profile(&ds, &ds.figures, 0)[7];
        assert_eq!((families.figure, families.rank, families.place), (Figure::MISSING, None, None));
    }

    #[test]
    fn equal_figures_stand_in_the_middle() {
        let mut ds = fixture::small();
        ds.figures[2].fill(Figure::published(5.0));
        assert_eq!(profile(&ds, &ds.figures, 3)[2].place, Some(0.5));
    }

    #[test]
    fn where_less_is_better_the_least_ranks_first() {
        let mut ds = fixture::small();
        ds.indicators[2].polarity = Polarity::Lower;
        let rank = profile(&ds, &ds.figures, 4)[2].rank;
        assert_eq!(rank.map(|rank| rank.rank), Some(1));
    }

    #[test]
    fn an_area_that_does_not_exist_is_missing_throughout() {
        let ds = fixture::small();
        assert!(profile(&ds, &ds.figures, 99).iter().all(|row| row.figure == Figure::MISSING && row.rank.is_none()));
    }

    #[test]
    fn the_real_city_compares_as_worked_by_hand() {
        let ds = fixture::real();
        let rows_of = |code: &str| profile(&ds, &ds.figures, ds.area_ix(code).unwrap());
        let density_ix = ds.indicator_ix("density_2019").unwrap();
        // Ngọc Trạo is the densest, Đông Vinh the least dense.
        let densest = &rows_of("14779")[density_ix];
        assert_eq!((densest.rank.map(|rank| rank.rank), densest.place), (Some(1), Some(1.0)));
        assert_eq!(densest.comparison, Some(Comparison::Higher));
        let rarest = &rows_of("16429")[density_ix];
        assert_eq!((rarest.rank.map(|rank| rank.rank), rarest.place), (Some(34), Some(0.0)));
    }
}
