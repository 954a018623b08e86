//! The view that a newcomer sees, and against which the address bar is written.

use crate::data::{DataSet, IndicatorKind, Lang};

use super::query::{Classing, Filter, Layout, Measure, Method, Query, ReviewPart, Sort, SortKey, TasksPart, View};

/// What the map shows first, if the data set has it.
const FIRST_INDICATOR: &str = "density_2019";
/// What the scatter plot sets against it, if the data set has it.
const FIRST_SCATTER_X: &str = "hh_5_plus_share";
/// The table's first columns, as far as the data set has them.
const FIRST_COLUMNS: [&str; 6] = [
    "density_2019",
    "population_2019",
    "households_2019",
    "household_size_2019",
    "hh_5_plus_share",
    "cultural_families",
];

impl Query {
    /// The view of a first visit: a filled map, five rounded classes, nothing filtered or chosen.
    ///
    /// For a data set without the usual ids it takes the first indicators that fill a map and have figures.
    pub fn start(ds: &DataSet, lang: Lang) -> Query {
        let fills = fills_with_figures(ds);
        let first = known_id(ds, FIRST_INDICATOR).or_else(|| fills.first().copied());
        let first = first.or_else(|| any_with_figures(ds)).unwrap_or_default();
        let second = known_id(ds, FIRST_SCATTER_X).or_else(|| fills.iter().copied().find(|&id| id != first));
        let mut columns: Vec<&str> = FIRST_COLUMNS.into_iter().filter_map(|id| known_id(ds, id)).collect();
        if columns.is_empty() {
            columns = ds.indicators.iter().map(|indicator| indicator.id.as_str()).take(FIRST_COLUMNS.len()).collect();
        }
        Query {
            view: View::Atlas,
            lang,
            measure: Measure::plain(first),
            layout: Layout::Outlines,
            dots: false,
            classing: Classing { method: Method::Rounded, n_classes: 5, palette: None, own_breaks: Vec::new() },
            filter: Filter::default(),
            selection: std::collections::BTreeSet::new(),
            review: ReviewPart::default(),
            tasks: TasksPart::default(),
            as_of: None,
            work_look: std::collections::BTreeSet::new(),
            sheet: None,
            scatter_x: Measure::plain(second.unwrap_or(first)),
            sort: Sort { key: SortKey::Measure(Measure::plain(first)), descending: true },
            columns: columns.into_iter().map(Measure::plain).collect(),
        }
    }
}

/// The id as the data set holds it, if it does.
fn known_id<'a>(ds: &'a DataSet, id: &str) -> Option<&'a str> {
    ds.indicators.iter().map(|indicator| indicator.id.as_str()).find(|&known| known == id)
}

/// Ids of the indicators that fill a map and have a figure for an area, yes/no last since it says least.
fn fills_with_figures(ds: &DataSet) -> Vec<&str> {
    let has_figures = |ix: usize| ds.figures.get(ix).is_some_and(|row| row.iter().any(|figure| figure.value.is_some()));
    let fills = |wanted: fn(IndicatorKind) -> bool| {
        let all = ds.indicators.iter().enumerate();
        all.filter(move |(ix, indicator)| wanted(indicator.kind) && has_figures(*ix))
            .map(|(_, indicator)| indicator.id.as_str())
    };
    let numbers = fills(|kind| matches!(kind, IndicatorKind::Share | IndicatorKind::Rate));
    numbers.chain(fills(|kind| kind == IndicatorKind::YesNo)).collect()
}

/// The first indicator with a figure for an area, else the first at all.
fn any_with_figures(ds: &DataSet) -> Option<&str> {
    let with_figures = ds
        .indicators
        .iter()
        .enumerate()
        .find(|(ix, _)| ds.figures.get(*ix).is_some_and(|row| row.iter().any(|figure| figure.value.is_some())));
    with_figures.map(|(_, indicator)| indicator.id.as_str()).or_else(|| Some(ds.indicators.first()?.id.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::fixture;

    #[test]
    fn usual_ids_are_taken_where_they_exist() {
        let query = Query::start(&fixture::small(), Lang::En);
        assert_eq!(query.measure, Measure::plain("density_2019"));
        assert_eq!(query.scatter_x, Measure::plain("hh_5_plus_share"));
        assert_eq!(query.sort, Sort { key: SortKey::Measure(query.measure.clone()), descending: true });
        let ids: Vec<&str> = query.columns.iter().map(|measure| measure.indicator.as_str()).collect();
        assert_eq!(ids, ["density_2019", "population_2019", "households_2019", "hh_5_plus_share", "cultural_families"]);
    }

    #[test]
    fn another_city_starts_with_its_first_fill_that_has_figures() {
        let mut ds = fixture::small();
        for indicator in &mut ds.indicators {
            indicator.id = format!("other_{}", indicator.id);
        }
        let query = Query::start(&ds, Lang::Vi);
        assert_eq!(query.measure, Measure::plain("other_density_2019"));
        assert_eq!(query.scatter_x, Measure::plain("other_hh_5_plus_share"));
        assert_eq!(query.columns.len(), 6);
    }

    #[test]
    fn without_a_fill_the_first_figures_are_taken() {
        let mut ds = fixture::small();
        for indicator in &mut ds.indicators {
            indicator.id = format!("other_{}", indicator.id);
            indicator.kind = IndicatorKind::Count;
        }
        ds.figures[0].fill(crate::data::Figure::MISSING);
        let query = Query::start(&ds, Lang::Vi);
        assert_eq!(query.measure, Measure::plain(ds.indicators[1].id.clone()));
    }

    #[test]
    fn an_empty_data_set_does_not_panic() {
        let mut ds = fixture::small();
        ds.indicators.clear();
        ds.figures.clear();
        ds.city.clear();
        assert_eq!(Query::start(&ds, Lang::Vi).measure, Measure::plain(""));
    }
}
