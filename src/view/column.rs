//! A measure laid over all areas: the figures that map, charts and table show.
//!
//! A column is the indicator as it is, or divided by a base ([`Per`]). It holds every area, also those that filters
//! hide: what passes is decided in `filter`, so that a filter never changes colours or axes. A column does not know
//! where its figures come from: the data set's own by [`column`], or any others of the same shape by [`column_over`]
//! (the journal lays reports and estimates over the data set and hands the result in there).

use crate::data::{DataSet, Figure, Indicator, IndicatorKind, Polarity, State, Tr};
use crate::order;

use super::describe::words::{NO, PROBABILITY, YES};
use super::per;
use super::query::Measure;
use crate::text::words::Words;

/// The names of 0 and 1 of a yes/no indicator.
static NO_YES: [Words; 2] = [NO, YES];

/// The figures of one measure for all areas, with the city's and the words to show them by.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What is shown.
    pub measure: Measure,
    /// The indicator, or the one that is divided.
    pub indicator_ix: usize,
    /// One figure an area, by `area_ix`.
    pub figures: Vec<Figure>,
    /// The city's own figure in the unit of the column. For what adds up it is the city's total and not comparable
    /// with an area: see [`Column::city_line`].
    pub city: Option<f64>,
    /// What the city's figure is known from; [`State::Missing`] when there is none.
    pub city_state: State,
    /// Kind of the numbers here: [`IndicatorKind::Rate`] as soon as they are divided.
    pub kind: IndicatorKind,
    /// Which direction is good.
    pub polarity: Polarity,
    /// Digits behind the decimal sign.
    pub decimals: u8,
    /// Full label.
    pub label: Tr,
    /// Label for table heads and axes.
    pub short: Tr,
    /// Unit as it stands behind a number; may be empty in all languages.
    pub unit: Tr,
    /// Names of the values 0, 1 and so on, where the figures are no numbers: no and yes, and what became of them.
    pub names: &'static [Words],
}

/// The column of a measure from the data set's own figures. `None`: the indicator does not exist, or may not be
/// divided so.
pub fn column(ds: &DataSet, measure: &Measure) -> Option<Column> {
    column_over(ds, &ds.figures, measure)
}

/// The column of a measure from other figures than the data set's own, `figures[indicator_ix][area_ix]`.
///
/// Areas and indicators without an entry in `figures` count as missing. The city's figure is always the data set's.
/// A change needs the figures of two periods and is made by [`super::compare::column`]; it has no column here.
pub fn column_over(ds: &DataSet, figures: &[Vec<Figure>], measure: &Measure) -> Option<Column> {
    if measure.change.is_some() {
        return None;
    }
    let indicator_ix = ds.indicator_ix(&measure.indicator)?;
    let indicator = ds.indicators.get(indicator_ix)?;
    let city = ds.city.get(indicator_ix).and_then(Option::as_ref);
    let Some(divisor) = measure.per else {
        let plain = Column {
            measure: measure.clone(),
            indicator_ix,
            figures: figures_of(ds, figures, indicator_ix),
            city: city.map(|city| city.value),
            city_state: city.map_or(State::Missing, |city| city.state),
            kind: indicator.kind,
            polarity: indicator.polarity,
            decimals: indicator.decimals,
            label: indicator.label.clone(),
            short: indicator.short.clone(),
            unit: indicator.unit.clone(),
            names: if indicator.kind == IndicatorKind::YesNo { &NO_YES } else { &[] },
        };
        let is_estimated = plain.figures.iter().any(|figure| figure.state == State::Estimated);
        return Some(if plain.kind == IndicatorKind::YesNo && is_estimated { probability(plain) } else { plain });
    };
    if !per::per_choices(ds, indicator).contains(&divisor) {
        return None;
    }
    let base_ix = per::base_ix(ds, divisor)?;
    let factor = per::factor(divisor);
    let divided: Vec<Figure> = figures_of(ds, figures, indicator_ix)
        .iter()
        .zip(figures_of(ds, figures, base_ix))
        .map(|(figure, base)| divided_figure(figure, &base, factor))
        .collect();
    let city_figure = |ix: usize| {
        let city = ds.city.get(ix).and_then(Option::as_ref);
        city.map_or(Figure::MISSING, |city| Figure { value: Some(city.value), state: city.state, interval: None })
    };
    let city = divided_figure(&city_figure(indicator_ix), &city_figure(base_ix), factor);
    Some(Column {
        measure: measure.clone(),
        indicator_ix,
        decimals: decimals_for(&divided, city.value),
        figures: divided,
        city: city.value,
        city_state: city.state,
        kind: IndicatorKind::Rate,
        polarity: indicator.polarity,
        label: per::divided_label(&indicator.label, divisor),
        short: per::divided_label(&indicator.short, divisor),
        unit: divided_unit(indicator, divisor),
        names: &[],
    })
}

impl Column {
    /// Index and value of every area that has a figure.
    pub fn values(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.figures.iter().enumerate().filter_map(|(area_ix, figure)| Some((area_ix, figure.value?)))
    }

    /// The value of one area.
    pub fn value(&self, area_ix: usize) -> Option<f64> {
        self.figures.get(area_ix)?.value
    }

    /// Whether the figures are changes from one period to another: with a sign, and around zero.
    pub fn is_change(&self) -> bool {
        self.measure.change.is_some()
    }

    /// Whether areas are coloured by class: what may be a fill, and changes, whose colour tells their direction.
    pub fn is_colored(&self) -> bool {
        self.kind.is_fill() || self.is_change()
    }

    /// Whether the figures are what became of a yes or no. Such are filtered by the legend: a range of them says nothing.
    pub fn is_outcome(&self) -> bool {
        self.is_change() && !self.names.is_empty()
    }

    /// Whether every figure is a plain yes or no, of which one is chosen; an estimated one is a probability, of which a range is.
    pub fn is_answer(&self) -> bool {
        let is_plain = |value: f64| value == 0.0 || value == 1.0;
        self.kind == IndicatorKind::YesNo && !self.is_change() && self.values().all(|(_, value)| is_plain(value))
    }

    /// The name of a value, where the figures are no numbers.
    pub fn name_of(&self, value: f64) -> Option<Words> {
        let last = self.names.len().checked_sub(1)?;
        self.names.get((value.round().max(0.0) as usize).min(last)).copied()
    }

    /// Least and greatest value over all areas; `None` without any figure.
    pub fn min_max(&self) -> Option<(f64, f64)> {
        self.values().fold(None, |range, (_, value)| match range {
            None => Some((value, value)),
            Some((min, max)) => Some((value.min(min), value.max(max))),
        })
    }

    /// Least and greatest value or end of an interval; `None` without any figure.
    pub fn span(&self) -> Option<(f64, f64)> {
        let ends = self.figures.iter().filter_map(|figure| figure.interval);
        ends.fold(self.min_max(), |span, (low, high)| span.map(|(min, max)| (min.min(low), max.max(high))))
    }

    /// How many areas have a figure.
    pub fn n_known(&self) -> usize {
        self.values().count()
    }

    /// The city's figure where it can be compared with an area's, which is so for shares and rates only: a total is
    /// the sum of the areas, and a line at it would lie beyond all of them.
    pub fn city_line(&self) -> Option<f64> {
        if matches!(self.kind, IndicatorKind::Share | IndicatorKind::Rate) { self.city } else { None }
    }
}

/// Yes and no where some of it is estimated: an estimate is how probable a yes is, so what is reported is certain or
/// impossible, and the city's number of areas is their mean.
pub(super) fn probability(column: Column) -> Column {
    let pct = |value: f64| 100.0 * value;
    let n_areas = column.figures.len() as f64;
    let figure = |figure: &Figure| Figure {
        value: figure.value.map(pct),
        interval: figure.interval.map(|(low, high)| (pct(low), pct(high))),
        ..*figure
    };
    let named = |label: &Tr| {
        let with = |text: &str, words: &str| format!("{text}, {words}");
        Tr {
            vi: with(&label.vi, PROBABILITY.vi),
            en: with(&label.en, PROBABILITY.en),
            ru: with(&label.ru, PROBABILITY.ru),
        }
    };
    Column {
        figures: column.figures.iter().map(figure).collect(),
        city: column.city.map(|city| pct(city) / n_areas),
        kind: IndicatorKind::Share,
        decimals: 0,
        label: named(&column.label),
        short: named(&column.short),
        unit: Tr::default(),
        names: &[],
        ..column
    }
}

/// The figures of one indicator, one an area, with missing ones where the list is too short.
fn figures_of(ds: &DataSet, figures: &[Vec<Figure>], indicator_ix: usize) -> Vec<Figure> {
    let row = figures.get(indicator_ix).map_or(&[] as &[Figure], Vec::as_slice);
    (0..ds.areas.len()).map(|area_ix| row.get(area_ix).copied().unwrap_or(Figure::MISSING)).collect()
}

/// `figure / base * factor`. The quotient is only as good as the weaker of the two, so it takes the later state in
/// the order of [`State`]. A base of zero leaves nothing to divide by and gives a missing figure. The interval scales
/// with the figure; the base counts as exact, since bases are counted and not estimated.
fn divided_figure(figure: &Figure, base: &Figure, factor: f64) -> Figure {
    let (Some(value), Some(base_value)) = (figure.value, base.value) else {
        return Figure::MISSING;
    };
    if base_value <= 0.0 {
        return Figure::MISSING;
    }
    let scale = |x: f64| x * factor / base_value;
    Figure {
        value: Some(scale(value)),
        state: figure.state.max(base.state),
        interval: figure.interval.map(|(low, high)| (scale(low), scale(high))),
    }
}

/// Digits that show about three significant ones of a typical value: the median of the areas, else the city's.
fn decimals_for(figures: &[Figure], city: Option<f64>) -> u8 {
    let mut values: Vec<f64> = figures.iter().filter_map(|figure| figure.value).collect();
    order::sort_numbers(&mut values);
    let typical = values.get(values.len() / 2).copied().or(city).unwrap_or(10.0).abs();
    if typical >= 100.0 {
        0
    } else if typical >= 10.0 {
        1
    } else if typical >= 1.0 {
        2
    } else {
        3
    }
}

/// "m per km²": the unit of a quotient; an indicator without a unit leaves the divisor alone.
fn divided_unit(indicator: &Indicator, divisor: super::query::Per) -> Tr {
    let joined = per::divided_label(&indicator.unit, divisor);
    Tr {
        vi: joined.vi.trim_start().to_owned(),
        en: joined.en.trim_start().to_owned(),
        ru: joined.ru.trim_start().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::fixture;
    use crate::view::query::Per;

    fn per(indicator: &str, per: Per) -> Measure {
        Measure { indicator: indicator.to_owned(), per: Some(per), change: None }
    }

    #[test]
    fn a_plain_column_is_the_indicator() {
        let ds = fixture::small();
        let column = column(&ds, &Measure::plain("density_2019")).unwrap();
        assert_eq!(column.figures, ds.figures[2]);
        assert_eq!((column.kind, column.decimals), (IndicatorKind::Rate, 0));
        assert_eq!((column.city, column.city_state), (Some(73_000.0 / 23.5), State::Published));
        assert_eq!(column.city_line(), column.city);
        assert_eq!(column.min_max(), Some((750.0, 20_000.0)));
        assert_eq!(column.n_known(), 6);
    }

    #[test]
    fn answers_are_plain_until_one_is_estimated() {
        let mut ds = fixture::small();
        let is_answer = |ds: &DataSet, id: &str| column(ds, &Measure::plain(id)).unwrap().is_answer();
        let ix = ds.indicator_ix("civilised_weddings").unwrap();
        for (area_ix, answer) in [(0, 1.0), (1, 0.0)] {
            ds.figures[ix][area_ix] = Figure::published(answer);
        }
        assert!(is_answer(&ds, "civilised_weddings") && !is_answer(&ds, "bins"));
        ds.figures[ix][2] = Figure { value: Some(0.6), state: State::Estimated, interval: Some((0.0, 1.0)) };
        assert!(!is_answer(&ds, "civilised_weddings"));
    }

    #[test]
    fn a_count_divided_by_households_is_a_rate() {
        let ds = fixture::small();
        let column = column(&ds, &per("bins", Per::Households1000)).unwrap();
        // Worked by hand: 400 bins to 8,000 households are 50 to a thousand.
        let expected = [Some(50.0), Some(0.0), None, Some(75.0), Some(30.0), None];
        assert_eq!(column.figures.iter().map(|figure| figure.value).collect::<Vec<_>>(), expected);
        assert_eq!(column.figures[1], Figure::published(0.0), "zero is a value");
        assert_eq!(column.figures[2], Figure::MISSING);
        assert_eq!(column.kind, IndicatorKind::Rate);
        assert_eq!(column.polarity, Polarity::Higher);
        assert_eq!(column.label.en, "bins per 1,000 households");
        assert_eq!(column.unit.en, "per 1,000 households", "an empty unit leaves no space in front");
        assert!((column.city.unwrap() - 380.95).abs() < 1e-9, "7,619 bins to 20,000 households");
        assert_eq!(column.decimals, 1);
    }

    #[test]
    fn a_missing_or_zero_base_leaves_the_quotient_missing() {
        let mut ds = fixture::small();
        let by_subdivision = column(&ds, &per("bins", Per::Subdivision)).unwrap();
        assert_eq!(by_subdivision.figures.iter().filter_map(|figure| figure.value).collect::<Vec<_>>(), [5.0]);
        ds.figures[5][4] = Figure::published(0.0);
        let by_subdivision = column(&ds, &per("bins", Per::Subdivision)).unwrap();
        assert_eq!((by_subdivision.n_known(), by_subdivision.min_max()), (0, None));
    }

    #[test]
    fn a_quotient_takes_the_weaker_state_and_the_scaled_interval() {
        let mut ds = fixture::small();
        let estimate = Figure { value: Some(100.0), state: State::Estimated, interval: Some((80.0, 120.0)) };
        ds.figures[8][0] = estimate;
        ds.figures[3][1].state = State::Practice;
        let column = column(&ds, &per("bins", Per::Households1000)).unwrap();
        let expected = Figure { value: Some(12.5), state: State::Estimated, interval: Some((10.0, 15.0)) };
        assert_eq!(column.figures[0], expected);
        assert_eq!(column.figures[1].state, State::Practice);
    }

    #[test]
    fn an_estimated_yes_is_a_probability_and_a_reported_one_is_certain() {
        let ds = fixture::small();
        let mut figures = ds.figures.clone();
        let estimate = Figure { value: Some(0.5), state: State::Estimated, interval: Some((0.0, 1.0)) };
        figures[6] = vec![estimate; 6];
        figures[6][0] = Figure { value: Some(1.0), state: State::Reported, interval: None };
        let measure = Measure::plain("civilised_weddings");
        let column = column_over(&ds, &figures, &measure).unwrap();
        assert_eq!((column.kind, column.value(0), column.value(1)), (IndicatorKind::Share, Some(100.0), Some(50.0)));
        assert_eq!((column.figures[1].interval, column.span()), (Some((0.0, 100.0)), Some((0.0, 100.0))));
        let city = ds.city[6].as_ref().unwrap().value;
        assert_eq!(column.city_line(), Some(100.0 * city / 6.0));
        assert_eq!(column.label.en, "civilised_weddings, probability of a yes");
        figures[6] = vec![Figure { state: State::Reported, ..Figure::published(1.0) }; 6];
        assert_eq!(column_over(&ds, &figures, &measure).unwrap().kind, IndicatorKind::YesNo, "nothing is estimated");
    }

    #[test]
    fn the_span_holds_the_intervals() {
        let mut ds = fixture::small();
        ds.figures[8][0] = Figure { value: Some(100.0), state: State::Estimated, interval: Some((80.0, 9_000.0)) };
        assert_eq!(column(&ds, &Measure::plain("bins")).unwrap().span(), Some((0.0, 9_000.0)));
        assert_eq!(column(&ds, &Measure::plain("cultural_families")).unwrap().span(), None);
    }

    #[test]
    fn reports_can_be_laid_over_the_data_set() {
        let ds = fixture::small();
        let mut figures = ds.figures.clone();
        figures[7][0] = Figure { value: Some(1_700.0), state: State::Reported, interval: None };
        let measure = Measure::plain("cultural_families");
        let overlaid = column_over(&ds, &figures, &measure).unwrap();
        assert_eq!((overlaid.n_known(), column(&ds, &measure).unwrap().n_known()), (1, 0));
        assert_eq!(overlaid.city, Some(78_201.0));
        assert_eq!(column_over(&ds, &[], &measure).unwrap().figures, [Figure::MISSING; 6]);
    }

    #[test]
    fn what_does_not_exist_or_cannot_be_divided_has_no_column() {
        let ds = fixture::small();
        assert_eq!(column(&ds, &Measure::plain("beer")), None);
        assert_eq!(column(&ds, &per("density_2019", Per::Km2)), None);
        assert_eq!(column(&ds, &per("civilised_weddings", Per::Km2)), None);
        assert_eq!(column(&ds, &per("households_2019", Per::People1000)), None);
    }

    #[test]
    fn a_total_is_no_line_to_compare_with() {
        let ds = fixture::small();
        let line = |id: &str| column(&ds, &Measure::plain(id)).unwrap().city_line();
        assert_eq!(line("population_2019"), None);
        assert_eq!(line("civilised_weddings"), None);
        assert_eq!(line("hh_5_plus_share"), Some(22.4));
    }

    #[test]
    fn choices_follow_kind_and_group() {
        let ds = fixture::small();
        let choices = |id: &str| per::per_choices(&ds, &ds.indicators[ds.indicator_ix(id).unwrap()]);
        assert_eq!(choices("bins"), per::ALL);
        assert_eq!(choices("population_2019"), [Per::Subdivision, Per::Km2]);
        assert_eq!(choices("area_km2"), [Per::Subdivision]);
        assert_eq!(choices("subdivisions"), [Per::Households1000, Per::People1000, Per::Km2]);
        assert_eq!(choices("density_2019"), []);
        assert_eq!(choices("civilised_weddings"), []);
    }

    #[test]
    fn a_base_without_any_figure_is_not_offered() {
        let mut ds = fixture::small();
        ds.figures[5].fill(Figure::MISSING);
        ds.city[5] = None;
        assert!(!per::per_choices(&ds, &ds.indicators[8]).contains(&Per::Subdivision));
        ds.indicators[3].id = "homes".to_owned();
        assert_eq!(per::per_choices(&ds, &ds.indicators[8]), [Per::People1000, Per::Km2]);
    }

    #[test]
    fn the_year_stays_behind_a_divided_label() {
        let mut ds = fixture::small();
        ds.indicators[1].label =
            Tr {
                vi: "Dân số, 01/4/2019".into(), en: "Population, 1 April 2019".into(), ru: "Население, 2019".into()
            };
        let label = column(&ds, &per("population_2019", Per::Km2)).unwrap().label;
        assert_eq!(label.vi, "Dân số trên mỗi km², 01/4/2019");
        assert_eq!(label.en, "Population per km², 1 April 2019");
        assert_eq!(label.ru, "Население на км², 2019");
    }
}
