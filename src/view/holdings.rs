//! What the areas that pass the filters hold together: "12 of 34: 102,000 people, 28,500 households, 31.20 km²".

use crate::data::DataSet;

use super::per;
use super::query::Per;

/// What the passing areas hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Holdings {
    /// How many areas pass.
    pub n_areas: usize,
    /// Of how many.
    pub of: usize,
    /// People at the census.
    pub people: Sum,
    /// Households at the census.
    pub households: Sum,
    /// Area in km².
    pub area_km2: Sum,
}

/// A sum over the passing areas that says how complete it is.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sum {
    /// The sum of the known figures.
    pub total: f64,
    /// How many of the passing areas had the figure.
    pub n_known: usize,
}

impl Holdings {
    /// Whether a sum of these holdings covers every passing area.
    pub fn is_complete(&self, sum: Sum) -> bool {
        sum.n_known == self.n_areas
    }
}

/// The holdings of the areas that pass. Areas beyond the end of `passes` do not pass.
pub fn holdings(ds: &DataSet, passes: &[bool]) -> Holdings {
    let passing_ixs = || (0..ds.areas.len()).filter(|&area_ix| passes.get(area_ix).copied().unwrap_or(false));
    let sum = |per: Per| {
        let row = per::base_ix(ds, per).and_then(|ix| ds.figures.get(ix));
        let values = row.into_iter().flat_map(|row| passing_ixs().filter_map(|area_ix| row.get(area_ix)?.value));
        values.fold(Sum::default(), |sum, value| Sum { total: sum.total + value, n_known: sum.n_known + 1 })
    };
    Holdings {
        n_areas: passing_ixs().count(),
        of: ds.areas.len(),
        people: sum(Per::People1000),
        households: sum(Per::Households1000),
        area_km2: sum(Per::Km2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Figure;
    use crate::view::fixture;

    #[test]
    fn all_areas_hold_the_city() {
        let held = holdings(&fixture::small(), &[true; 6]);
        assert_eq!((held.n_areas, held.of), (6, 6));
        assert_eq!(held.people, Sum { total: 73_000.0, n_known: 6 });
        assert_eq!(held.households, Sum { total: 20_000.0, n_known: 6 });
        assert_eq!(held.area_km2, Sum { total: 23.5, n_known: 6 });
        assert!(held.is_complete(held.people));
    }

    #[test]
    fn a_missing_figure_is_told_not_taken_for_zero() {
        let mut ds = fixture::small();
        ds.figures[1][0] = Figure::MISSING;
        let held = holdings(&ds, &[true, true, false, false, false, false]);
        assert_eq!(held.people, Sum { total: 10_000.0, n_known: 1 });
        assert!(!held.is_complete(held.people));
    }

    #[test]
    fn no_area_holds_nothing() {
        let held = holdings(&fixture::small(), &[]);
        assert_eq!((held.n_areas, held.people), (0, Sum::default()));
    }

    #[test]
    fn a_data_set_without_bases_has_no_sums() {
        let mut ds = fixture::small();
        ds.indicators[1].id = "inhabitants".to_owned();
        assert_eq!(holdings(&ds, &[true; 6]).people, Sum::default());
    }
}
