//! What the rates of two periods are divided by.
//!
//! Each is divided by the base of its own period (the households of 2022 for the bins of 2022), where that is known for
//! the area: from the data set if its base is of that period, else from a loaded period. Where it is not known the data
//! set's base stands in, as it does for a rate that is not compared; that is told for each area and counted.

use crate::data::{DataSet, Figure};
use crate::view::per;
use crate::view::query::Per;

use super::{Period, Side, Sides, year_in, year_or_all};

/// The bases of all periods.
pub(super) struct Bases<'a> {
    /// The indicator that is divided by.
    pub indicator_ix: usize,
    /// The year of the data set's base.
    pub label: String,
    period: &'a str,
    own: &'a [Figure],
    periods: &'a [Period],
}

impl<'a> Bases<'a> {
    /// The bases of a divisor, if the data set has it.
    pub fn of(ds: &'a DataSet, own: &'a [Vec<Figure>], periods: &'a [Period], per: Per) -> Option<Bases<'a>> {
        let indicator_ix = per::base_ix(ds, per)?;
        let period = &ds.indicators[indicator_ix].period;
        let own = own.get(indicator_ix)?;
        Some(Bases { indicator_ix, label: year_or_all(period).to_owned(), period, own, periods })
    }

    /// The base of each area for figures of a period, given by its names, and whether it is lent by the data set.
    pub fn of_period(&self, names: &[&str]) -> (Vec<Figure>, Vec<bool>) {
        let year = names.iter().find_map(|name| year_in(name));
        let is_meant = |other: &str| names.contains(&other) || (year.is_some() && year_in(other) == year);
        let is_own = is_meant(self.period);
        let of_year = self.periods.iter().find(|period| is_meant(&period.id) || is_meant(&period.label));
        let there = of_year.and_then(|period| period.figures.get(self.indicator_ix));
        let of_area = |(area_ix, own): (usize, &Figure)| match there.and_then(|row| row.get(area_ix)) {
            _ if is_own => (*own, false),
            Some(figure) if figure.value.is_some() => (*figure, false),
            _ => (*own, true),
        };
        self.own.iter().enumerate().map(of_area).unzip()
    }
}

/// In how many of the areas that have a change the figure is divided by the data set's base for want of one of its own
/// period: of the earlier period only, of the later only, of both.
pub fn lent(sides: &Sides) -> [usize; 3] {
    let is_lent = |side: &Side, area_ix: usize| side.is_lent.get(area_ix).copied().unwrap_or(false);
    let mut lent = [0; 3];
    for (area_ix, (from, to)) in sides.from.figures.iter().zip(&sides.to.figures).enumerate() {
        if from.value.is_some() && to.value.is_some() {
            match (is_lent(&sides.from, area_ix), is_lent(&sides.to, area_ix)) {
                (true, false) => lent[0] += 1,
                (false, true) => lent[1] += 1,
                (true, true) => lent[2] += 1,
                (false, false) => {}
            }
        }
    }
    lent
}
