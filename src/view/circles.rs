//! What the area of a circle stands for, where circles show the areas.
//!
//! Counts and measures size a circle by themselves. A rate or share has no amount of its own; the count behind it (its
//! numerator) sizes the circle, so that colour says how much and size says of how many. Where there is no such count
//! all circles are equal.

use crate::data::{DataSet, Figure, IndicatorKind, Lang};

use super::column::Column;

/// The amount behind each area's circle, by area, from `figures[indicator_ix][area_ix]`; `None` where the figure itself is
/// missing.
pub fn circle_sizes(ds: &DataSet, figures: &[Vec<Figure>], column: &Column) -> Vec<Option<f64>> {
    let amounts = sized_by(ds, column);
    column
        .figures
        .iter()
        .enumerate()
        .map(|(area_ix, figure)| {
            let value = figure.value?;
            match &amounts {
                SizedBy::Itself if column.is_change() => Some(value.abs()),
                SizedBy::Itself => Some(value.max(0.0)),
                SizedBy::Sum(ixs) => ixs.iter().map(|&ix| figures.get(ix)?.get(area_ix)?.value).sum(),
                SizedBy::Nothing => Some(1.0),
            }
        })
        .collect()
}

/// The name of that amount; `None` where all circles are equal.
pub fn circle_size_label(ds: &DataSet, column: &Column, lang: Lang) -> Option<String> {
    match sized_by(ds, column) {
        SizedBy::Itself => Some(column.label.get(lang).to_owned()),
        SizedBy::Sum(ixs) => {
            let names: Vec<&str> = ixs.iter().filter_map(|&ix| Some(ds.indicators.get(ix)?.label.get(lang))).collect();
            Some(names.join(" + "))
        }
        SizedBy::Nothing => None,
    }
}

enum SizedBy {
    Itself,
    Sum(Vec<usize>),
    Nothing,
}

fn sized_by(ds: &DataSet, column: &Column) -> SizedBy {
    if matches!(column.kind, IndicatorKind::Count | IndicatorKind::Measure) {
        return SizedBy::Itself;
    }
    let indicator = ds.indicators.get(column.indicator_ix);
    if indicator.is_some_and(|indicator| matches!(indicator.kind, IndicatorKind::Count | IndicatorKind::Measure)) {
        return SizedBy::Sum(vec![column.indicator_ix]);
    }
    let ratio = indicator.and_then(|indicator| indicator.ratio.as_ref());
    ratio.map_or(SizedBy::Nothing, |ratio| SizedBy::Sum(ratio.numerator_ixs.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{self, State};
    use crate::view::column::{column, column_over};
    use crate::view::query::{Measure, Per};

    fn sizes(measure: &Measure) -> (Vec<Option<f64>>, Option<String>) {
        let ds = data::read(data::built_in()).unwrap();
        let column = column(&ds, measure).unwrap();
        (circle_sizes(&ds, &ds.figures, &column), circle_size_label(&ds, &column, Lang::En))
    }

    #[test]
    fn a_count_sizes_itself() {
        let (sizes, label) = sizes(&Measure::plain("population_2019"));
        assert_eq!(sizes[0], Some(5939.0));
        assert!(label.unwrap().starts_with("Population"));
    }

    #[test]
    fn a_rate_is_sized_by_the_count_behind_it() {
        let (density, _) = sizes(&Measure::plain("density_2019"));
        let (population, _) = sizes(&Measure::plain("population_2019"));
        assert_eq!(density, population);
        let per = Measure { indicator: "population_2019".to_owned(), per: Some(Per::Km2), change: None };
        assert_eq!(sizes(&per).0, population);
    }

    #[test]
    fn an_estimated_count_sizes_the_circle_of_its_rate() {
        let ds = data::read(data::built_in()).unwrap();
        let mut figures = ds.figures.clone();
        let ix = ds.indicator_ix("bins").unwrap();
        figures[ix][3] = Figure { value: Some(120.0), state: State::Estimated, interval: Some((90.0, 150.0)) };
        let per = Measure { indicator: "bins".to_owned(), per: Some(Per::Households1000), change: None };
        let column = column_over(&ds, &figures, &per).unwrap();
        assert_eq!(circle_sizes(&ds, &figures, &column)[3], Some(120.0));
    }

    #[test]
    fn what_is_missing_has_no_circle_and_what_has_no_amount_an_equal_one() {
        let (weddings, label) = sizes(&Measure::plain("civilised_weddings"));
        assert!(weddings.iter().all(Option::is_none));
        assert_eq!(label, None);
    }
}
