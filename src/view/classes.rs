//! The classes of a column: breaks, the class of every area, and what the legend counts.
//!
//! Classes are made from all areas, also those that filters hide, so that a filter never changes a colour. Colours
//! themselves are chosen in `draw`.

use crate::data::State;
use crate::stats::classify::{self, Breaks, Spec};

use super::column::Column;
use super::query::{ClassKey, Classing, Method, Palette};

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
/// breaks is rounded. Changes are always classed around zero, but for own breaks. What has names, as yes and no
/// have, is a class for each name. Estimates that cannot be told apart are one, unless a person has
/// set breaks.
pub fn classes(column: &Column, classing: &Classing, city: Option<f64>) -> Classes {
    let values: Vec<f64> = column.values().map(|(_, value)| value).collect();
    let is_change = column.is_change();
    let center = if is_change { Some(0.0) } else { city.filter(|_| !column.kind.adds_up()) };
    let method = if is_change && classing.method != Method::Own { Method::AroundCity } else { classing.method };
    let is_around = method == Method::AroundCity && center.is_some();
    let breaks = if !column.names.is_empty() {
        // Between no (0) and yes (1), and so on.
        Breaks { inner: (1..column.names.len()).map(|class| class as f64 - 0.5).collect() }
    } else if method != Method::Own && is_one_value(column) {
        Breaks { inner: Vec::new() }
    } else {
        let method = match (method, center) {
            (Method::Own, _) if !classing.own_breaks.is_empty() => classify::Method::Own(classing.own_breaks.clone()),
            (Method::Rounded | Method::Own, _) => classify::Method::Rounded,
            (Method::Quantile, _) => classify::Method::Quantile,
            (Method::Equal, _) => classify::Method::Equal,
            (Method::AroundCity, Some(center)) => classify::Method::Around(center),
            (Method::Natural | Method::AroundCity, _) => classify::Method::Natural,
        };
        classify::classify(&values, &Spec { method, n_classes: usize::from(classing.n_classes) })
    };
    let breaks = match values.first() {
        // One change everywhere still is a rise or a fall.
        Some(&value) if is_change && breaks.inner.is_empty() && value != 0.0 => Breaks { inner: vec![0.0] },
        _ => breaks,
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
        palette: classing
            .palette
            .filter(|palette| !is_change || palette.is_diverging())
            .unwrap_or(if is_around || is_change { Palette::BrownTeal } else { Palette::Teal }),
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

/// Whether all figures are estimates and one value lies in all their intervals: then their differences come from making
/// them whole, and classes would show a pattern that is none.
fn is_one_value(column: &Column) -> bool {
    let mut common = (f64::NEG_INFINITY, f64::INFINITY);
    for figure in column.figures.iter().filter(|figure| figure.value.is_some()) {
        let (State::Estimated, Some((low, high))) = (figure.state, figure.interval) else { return false };
        common = (common.0.max(low), common.1.min(high));
    }
    common.0 <= common.1 && common.0.is_finite()
}

fn bounds(column: &Column, breaks: &Breaks, n_classes: usize) -> Vec<(f64, f64)> {
    if !column.names.is_empty() {
        return (0..n_classes).map(|class| (class as f64, class as f64)).collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{DataSet, Figure};
    use crate::view::column::column;
    use crate::view::fixture;
    use crate::view::query::{Measure, Query};
    use proptest::prelude::*;
    use proptest::sample::select;

    fn classing(method: Method, n_classes: u8) -> Classing {
        Classing { method, n_classes, palette: None, own_breaks: Vec::new() }
    }

    fn of(id: &str, classing: &Classing) -> Classes {
        let column = column(&fixture::real(), &Measure::plain(id)).unwrap();
        classes(&column, classing, column.city_line())
    }

    #[test]
    fn estimates_that_cannot_be_told_apart_are_one_class() {
        let mut ds = fixture::small();
        let estimate = |value: f64, half: f64| Figure {
            value: Some(value),
            state: State::Estimated,
            interval: Some((value - half, value + half)),
        };
        let n_classes = |ds: &DataSet| {
            let column = column(ds, &Measure::plain("density_2019")).unwrap();
            let method = Classing { method: Method::Natural, n_classes: 3, palette: None, own_breaks: Vec::new() };
            classes(&column, &method, None).n_classes()
        };
        ds.figures[2] = (0..6u8).map(|ix| estimate(500.0 + f64::from(ix), 40.0)).collect();
        assert_eq!(n_classes(&ds), 1);
        ds.figures[2][5] = estimate(900.0, 40.0);
        assert_eq!(n_classes(&ds), 3, "one of them is another");
        ds.figures[2][5] = Figure { state: State::Reported, ..Figure::published(505.0) };
        assert_eq!(n_classes(&ds), 3, "what is reported differs for sure");
    }

    #[test]
    fn the_start_view_has_five_round_classes_of_all_areas() {
        let ds = fixture::real();
        let query = Query::start(&ds, crate::data::Lang::En);
        let column = column(&ds, &query.measure).unwrap();
        let classes = classes(&column, &query.classing, column.city_line());
        assert_eq!(classes.n_classes(), 5);
        assert_eq!(classes.counts.iter().sum::<usize>(), 34);
        assert_eq!((classes.n_missing, classes.palette), (0, Palette::Teal));
        assert_eq!(classes.states, [(State::Published, 34)]);
        assert!(classes.breaks.inner.iter().all(|inner| inner % 100.0 == 0.0), "{:?}", classes.breaks.inner);
    }

    #[test]
    fn around_the_city_diverges_there_and_is_natural_elsewhere() {
        let around = of("hh_5_plus_share", &classing(Method::AroundCity, 4));
        assert_eq!(around.palette, Palette::BrownTeal);
        let city = column(&fixture::real(), &Measure::plain("hh_5_plus_share")).unwrap().city_line().unwrap();
        assert!(around.breaks.inner.iter().any(|inner| (inner - city).abs() < 0.1), "{:?}", around.breaks.inner);
        // A total is not the middle of its parts.
        let total = of("population_2019", &classing(Method::AroundCity, 4));
        assert_eq!(total.breaks, of("population_2019", &classing(Method::Natural, 4)).breaks);
        assert_eq!(total.palette, Palette::Teal);
    }

    #[test]
    fn a_chosen_palette_stays() {
        let chosen = Classing { palette: Some(Palette::Cividis), ..classing(Method::AroundCity, 5) };
        assert_eq!(of("density_2019", &chosen).palette, Palette::Cividis);
    }

    #[test]
    fn own_breaks_are_taken_and_without_any_it_is_rounded() {
        let own = Classing { own_breaks: vec![1_000.0, 5_000.0], ..classing(Method::Own, 5) };
        let classes = of("density_2019", &own);
        assert_eq!(classes.breaks.inner, [1_000.0, 5_000.0]);
        assert_eq!(classes.counts, [4, 19, 11]);
        let empty = of("density_2019", &classing(Method::Own, 5));
        assert_eq!(empty.breaks, of("density_2019", &classing(Method::Rounded, 5)).breaks);
    }

    #[test]
    fn yes_and_no_are_two_classes_even_when_all_agree() {
        let mut ds = fixture::small();
        let measure = Measure::plain("civilised_weddings");
        let both = classes(&column(&ds, &measure).unwrap(), &classing(Method::Quantile, 5), None);
        assert_eq!((both.counts.as_slice(), both.n_missing), ([2, 2].as_slice(), 2));
        assert_eq!(both.bounds, [(0.0, 0.0), (1.0, 1.0)]);
        ds.figures[6].fill(Figure::published(1.0));
        let all_yes = classes(&column(&ds, &measure).unwrap(), &classing(Method::Quantile, 5), None);
        assert_eq!(all_yes.counts, [0, 6]);
    }

    #[test]
    fn without_figures_there_are_no_classes() {
        for id in ["cultural_families", "civilised_weddings"] {
            let classes = of(id, &classing(Method::Rounded, 5));
            assert_eq!((classes.n_classes(), classes.n_missing), (0, 34), "{id}");
            assert!(classes.bounds.is_empty() && classes.states.is_empty());
            assert_eq!(classes.key_of(0), ClassKey::Missing);
        }
    }

    proptest! {
        #[test]
        fn every_area_is_in_one_entry_of_the_legend(
            values in proptest::collection::vec(proptest::option::of(-1e6..1e6), 6),
            method in select(vec![
                Method::Rounded, Method::Quantile, Method::Equal, Method::Natural, Method::AroundCity,
            ]),
            n_classes in 3..=7_u8,
            city in proptest::option::of(-1e6..1e6),
        ) {
            let mut ds = fixture::small();
            ds.figures[2] = values.iter().map(|value| value.map_or(Figure::MISSING, Figure::published)).collect();
            let column = column(&ds, &Measure::plain("density_2019")).unwrap();
            let classes = classes(&column, &classing(method, n_classes), city);
            prop_assert_eq!(classes.counts.iter().sum::<usize>() + classes.n_missing, 6);
            prop_assert_eq!(classes.bounds.len(), classes.counts.len());
            for (value, class) in values.iter().zip(&classes.class_of) {
                prop_assert_eq!(value.is_some(), class.is_some());
                if let (Some(value), Some(class)) = (value, class) {
                    let (low, high) = classes.bounds[usize::from(*class)];
                    prop_assert!(low <= *value && *value <= high, "{value} in {low}..{high}");
                }
            }
        }
    }
}
