//! The review table: sums by column against the published totals, and how far the reports have come.

use super::laid::Laid;
use super::own::OWN;
use crate::data::{DataSet, State};

/// The columns of the review and its progress. A cell's figure is `laid.figures[indicator_ix][area_ix]`, its report
/// [`Laid::cell`].
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// One for each indicator, in the order that was asked for.
    pub columns: Vec<Column>,
    /// Over all columns.
    pub progress: Progress,
}

/// One indicator against its published total.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Index into [`DataSet::indicators`].
    pub indicator_ix: usize,
    /// Sum of what is known, partial sums of streets included; `None` where figures do not add up (shares, rates).
    pub sum: Option<f64>,
    /// Areas whose figure is known for the whole area.
    pub n_known: usize,
    /// Of them, those known by a report on this device (practice included).
    pub n_reported: usize,
    /// Areas of which some streets reported.
    pub partial_ixs: Vec<usize>,
    /// Areas of which nothing is known.
    pub missing_ixs: Vec<usize>,
    /// The city's figure.
    pub total: Option<f64>,
    /// The city's figure less the sum; negative if more was reported than published.
    pub remainder: Option<f64>,
    /// The share in per cent as the source prints it.
    pub share_printed_pct: Option<f64>,
    /// The share recomputed from the city's figure and its base, where the base is stated.
    pub share_pct: Option<f64>,
    /// The share of the sum in the base of those areas that are in the sum, where their bases are known.
    pub share_of_sum_pct: Option<f64>,
}

/// How far the reports have come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    /// Areas in all.
    pub n_areas: usize,
    /// Areas with every figure of the columns.
    pub n_complete: usize,
    /// Areas with some.
    pub n_begun: usize,
    /// Areas with none.
    pub missing_ixs: Vec<usize>,
    /// Figures that are known, over all columns.
    pub n_known: usize,
    /// Figures in all.
    pub n_cells: usize,
}

/// The indicators that are reviewed: those of the conference and one's own, without ratios.
pub fn reviewed_ixs(ds: &DataSet) -> Vec<usize> {
    let is_reviewed = |ix: &usize| {
        let indicator = &ds.indicators[*ix];
        indicator.ratio.is_none() && ["conference", OWN].contains(&indicator.group.as_str())
    };
    (0..ds.indicators.len()).filter(is_reviewed).collect()
}

/// The table of some indicators. `period` as in [`super::lay`]; only the data set's own has published totals.
pub fn table(ds: &DataSet, laid: &Laid, period: Option<&str>, indicator_ixs: &[usize]) -> Table {
    let columns: Vec<Column> = indicator_ixs.iter().map(|&ix| column(ds, laid, period, ix)).collect();
    let mut progress = Progress { n_areas: ds.areas.len(), ..Progress::default() };
    for area_ix in 0..ds.areas.len() {
        let n_known = indicator_ixs.iter().filter(|&&ix| laid.whole(ix, area_ix).is_some()).count();
        let is_begun = indicator_ixs.iter().any(|&ix| laid.figures[ix][area_ix].value.is_some());
        progress.n_known += n_known;
        progress.n_cells += indicator_ixs.len();
        if n_known == indicator_ixs.len() {
            progress.n_complete += 1;
        } else if is_begun {
            progress.n_begun += 1;
        } else {
            progress.missing_ixs.push(area_ix);
        }
    }
    Table { columns, progress }
}

/// One indicator against its published total.
pub fn column(ds: &DataSet, laid: &Laid, period: Option<&str>, indicator_ix: usize) -> Column {
    let indicator = &ds.indicators[indicator_ix];
    let city = total_of(ds, period, indicator_ix);
    let mut column = Column {
        indicator_ix,
        sum: None,
        n_known: 0,
        n_reported: 0,
        partial_ixs: Vec::new(),
        missing_ixs: Vec::new(),
        total: city.map(|city| city.value),
        remainder: None,
        share_printed_pct: city.and_then(|city| city.share_printed_pct),
        share_pct: None,
        share_of_sum_pct: None,
    };
    let mut sum = 0.0;
    let mut base_of_sum = Some(0.0);
    for (area_ix, figure) in laid.figures[indicator_ix].iter().enumerate() {
        let Some(value) = figure.value else {
            column.missing_ixs.push(area_ix);
            continue;
        };
        sum += value;
        let base = indicator.base_ix.and_then(|base_ix| laid.figures[base_ix][area_ix].value);
        base_of_sum = base_of_sum.zip(base).map(|(sum, base)| sum + base);
        if laid.partial(indicator_ix, area_ix).is_some() {
            column.partial_ixs.push(area_ix);
        } else {
            column.n_known += 1;
            column.n_reported += usize::from(matches!(figure.state, State::Reported | State::Practice));
        }
    }
    if indicator.kind.adds_up() {
        column.sum = Some(sum);
        column.remainder = column.total.map(|total| difference(total, sum, indicator.decimals));
        column.share_of_sum_pct = base_of_sum.and_then(|base| share_pct(sum, base));
        let base = stated_base(ds, period, indicator_ix);
        column.share_pct = column.total.zip(base).and_then(|(total, base)| share_pct(total, base));
    }
    column
}

/// The city's figure of an indicator in a period.
pub(super) fn total_of<'a>(
    ds: &'a DataSet,
    period: Option<&str>,
    indicator_ix: usize,
) -> Option<&'a crate::data::CityFigure> {
    let stands = period.is_none_or(|period| ds.indicators[indicator_ix].period == period);
    ds.city[indicator_ix].as_ref().filter(|_| stands)
}

/// What the city's figure is a part of, where the source or the base indicator's own figure says so.
pub(super) fn stated_base(ds: &DataSet, period: Option<&str>, indicator_ix: usize) -> Option<f64> {
    let base_ix = ds.indicators[indicator_ix].base_ix;
    let city = total_of(ds, period, indicator_ix)?;
    city.base.or_else(|| Some(total_of(ds, period, base_ix?)?.value))
}

/// `a - b`, with what only rounding of the addition has left taken for nothing.
pub(super) fn difference(a: f64, b: f64, decimals: u8) -> f64 {
    let difference = a - b;
    let half_of_last = 0.5 * 0.1_f64.powi(i32::from(decimals));
    if difference.abs() < half_of_last { 0.0 } else { difference }
}

fn share_pct(part: f64, base: f64) -> Option<f64> {
    if base > 0.0 { Some(100.0 * part / base) } else { None }
}
