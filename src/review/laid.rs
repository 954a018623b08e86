//! Reports laid over the data set's figures.
//!
//! A published figure stays what it is; a report beside it is kept as a cell, and where both differ is told by
//! [`differences`]. Reports of streets and villages add up to their area's; a sum of some of them only says so. An area's
//! own report counts before the sum of its streets, and any real report before a practice one.

use crate::data::{DataSet, Figure, IndicatorKind, Ratio, State};
use crate::journal::{JournalState, Report, Version};
use crate::order;
use crate::view::per;
use crate::view::query::Per;

/// Figures with reports laid over, and the reports themselves.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Laid {
    /// `[indicator_ix][area_ix]`, in the shape of [`DataSet::figures`].
    pub figures: Vec<Vec<Figure>>,
    /// What was reported, by indicator and area; also where a published figure stands.
    pub cells: Vec<Cell>,
    /// How many streets and villages of each area are in the register, `[area_ix]`.
    pub registered: Vec<usize>,
    /// Reports that have no place: of an area, street or indicator that is not here, or a value that the indicator
    /// cannot have. They are kept in the journal.
    pub unplaced: Vec<Report>,
}

/// What was reported for one area and indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Index into [`DataSet::indicators`].
    pub indicator_ix: usize,
    /// Index into [`DataSet::areas`].
    pub area_ix: usize,
    /// The value, in the indicator's unit.
    pub value: f64,
    /// Whether it is invented for training.
    pub practice: bool,
    /// The value that was reported before, if any.
    pub previous: Option<f64>,
    /// Who, when, from which file; for a sum of streets, the latest of them.
    pub provenance: Provenance,
    /// The different values that people entered, the shown one first; empty if they do not differ.
    pub versions: Vec<Version>,
    /// What the area's streets and villages reported, if any did.
    pub roll_up: Option<RollUp>,
    /// Whether the value is that sum.
    pub is_roll_up: bool,
}

/// Where a report comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// Who entered it; may be empty.
    pub author: String,
    /// When, milliseconds since 1970.
    pub at_ms: u64,
    /// Name of the file; empty if it was typed.
    pub file: String,
}

/// A sum over the streets and villages of an area: "7 of 12".
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RollUp {
    /// Sum of what they reported.
    pub sum: f64,
    /// How many reported.
    pub reported: usize,
    /// How many there are: in the register or as stated, whichever is more.
    pub of: usize,
}

/// A report that is not what was published.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Index into [`DataSet::indicators`].
    pub indicator_ix: usize,
    /// Index into [`DataSet::areas`].
    pub area_ix: usize,
    /// The published value, which is shown.
    pub published: f64,
    /// The reported value.
    pub reported: f64,
}

/// A report with the indexes of its indicator and area.
struct Placed {
    indicator_ix: usize,
    area_ix: usize,
    report: Report,
}

/// The figures with reports laid over, `[indicator_ix][area_ix]`.
pub fn figures(ds: &DataSet, state: &JournalState, period: Option<&str>) -> Vec<Vec<Figure>> {
    lay(ds, state, period).figures
}

/// Lays the reports of a period over the data set's figures.
pub fn lay(ds: &DataSet, state: &JournalState, period: Option<&str>) -> Laid {
    let mut laid = Laid {
        figures: published(ds, period),
        cells: Vec::new(),
        registered: vec![0; ds.areas.len()],
        unplaced: Vec::new(),
    };
    for subdivision in state.subdivisions() {
        if let Some(area_ix) = ds.area_ix(&subdivision.area) {
            laid.registered[area_ix] += 1;
        }
    }
    let mut placed: Vec<Placed> = Vec::new();
    for report in state.reports() {
        match place(ds, state, &report) {
            Some((indicator_ix, _)) if report.key.period != period.unwrap_or(&ds.indicators[indicator_ix].period) => {}
            Some((indicator_ix, area_ix)) => placed.push(Placed { indicator_ix, area_ix, report }),
            None => laid.unplaced.push(report),
        }
    }
    order::sort_by_key(&mut placed, |placed| (placed.indicator_ix, placed.area_ix));
    let stated = stated_subdivisions(ds, &placed, &mut laid);
    for reports in placed.chunk_by(|a, b| (a.indicator_ix, a.area_ix) == (b.indicator_ix, b.area_ix)) {
        let area_ix = reports[0].area_ix;
        if let Some(cell) = cell_of(ds, reports, stated[area_ix].max(laid.registered[area_ix])) {
            let figure = &mut laid.figures[cell.indicator_ix][area_ix];
            if figure.state == State::Missing {
                let state = if cell.practice { State::Practice } else { State::Reported };
                *figure = Figure { value: Some(cell.value), state, interval: None };
            }
            laid.cells.push(cell);
        }
    }
    compute_ratios(ds, &mut laid.figures);
    laid
}

/// The figures of a period beside the data set's own, as they can be compared: what is known of some streets only is left
/// out, and the areas' surface is the data set's, since borders do not move with the years.
pub fn comparable(ds: &DataSet, state: &JournalState, period: &str) -> Vec<Vec<Figure>> {
    let laid = lay(ds, state, Some(period));
    let mut figures = whole(ds, &laid, &laid.figures);
    if let Some(ix) = per::base_ix(ds, Per::Km2) {
        let reported = figures[ix].clone();
        for (figure, own) in figures[ix].iter_mut().zip(&ds.figures[ix]) {
            if figure.state == State::Missing {
                *figure = *own;
            }
        }
        compute_ratios(ds, &mut figures);
        // Taken for the ratios only: nobody has said that the surface did not change.
        figures[ix] = reported;
    }
    figures
}

/// Figures without those that are the sum of some streets only, and without ratios that were computed from such; estimates
/// that stand in their place stay.
pub fn whole(ds: &DataSet, laid: &Laid, figures: &[Vec<Figure>]) -> Vec<Vec<Figure>> {
    let mut whole = figures.to_vec();
    let mut leave_out = |indicator_ix: usize, area_ix: usize| {
        let figure = &mut whole[indicator_ix][area_ix];
        if !matches!(figure.state, State::Estimated | State::Published) {
            *figure = Figure::MISSING;
        }
    };
    for (part_ix, area_ix, _) in laid.partials() {
        leave_out(part_ix, area_ix);
        for (ratio_ix, indicator) in ds.indicators.iter().enumerate() {
            let is_of =
                |ratio: &Ratio| ratio.numerator_ixs.contains(&part_ix) || ratio.denominator_ixs.contains(&part_ix);
            if indicator.ratio.as_ref().is_some_and(is_of) {
                leave_out(ratio_ix, area_ix);
            }
        }
    }
    whole
}

/// Where a report differs from the figure that was published for the same place. Both are kept; the published is shown.
pub fn differences(laid: &Laid) -> Vec<Difference> {
    let mut found = Vec::new();
    for cell in &laid.cells {
        if let Some(published) = published_beside(laid, cell) {
            let Cell { indicator_ix, area_ix, value: reported, .. } = *cell;
            found.push(Difference { indicator_ix, area_ix, published, reported });
        }
    }
    found
}

/// The published figure of a report's place, if it is another one. The sum of some streets only is no such report.
pub(super) fn published_beside(laid: &Laid, cell: &Cell) -> Option<f64> {
    let figure = laid.figures[cell.indicator_ix][cell.area_ix];
    let is_partial = cell.is_roll_up && cell.roll_up.is_some_and(|roll_up| roll_up.reported < roll_up.of);
    let published = figure.value.filter(|_| figure.state == State::Published)?;
    let differs = if is_partial { cell.value > published } else { cell.value != published };
    if differs { Some(published) } else { None }
}

impl Laid {
    /// What was reported for a place.
    pub fn cell(&self, indicator_ix: usize, area_ix: usize) -> Option<&Cell> {
        let at = |cell: &Cell| (cell.indicator_ix, cell.area_ix).cmp(&(indicator_ix, area_ix));
        self.cells.binary_search_by(at).ok().map(|ix| &self.cells[ix])
    }

    /// The sum of some streets only, where that is all that is known of a place.
    pub fn partial(&self, indicator_ix: usize, area_ix: usize) -> Option<RollUp> {
        let is_shown = self.figures.get(indicator_ix)?.get(area_ix)?.state != State::Published;
        let cell = self.cell(indicator_ix, area_ix).filter(|cell| is_shown && cell.is_roll_up)?;
        cell.roll_up.filter(|roll_up| roll_up.reported < roll_up.of)
    }

    /// All of them, as indicator, area and sum.
    pub fn partials(&self) -> impl Iterator<Item = (usize, usize, RollUp)> {
        self.cells.iter().filter_map(|cell| {
            let roll_up = self.partial(cell.indicator_ix, cell.area_ix)?;
            Some((cell.indicator_ix, cell.area_ix, roll_up))
        })
    }

    /// The value of a place, if the whole area is known.
    pub fn whole(&self, indicator_ix: usize, area_ix: usize) -> Option<f64> {
        let value = self.figures.get(indicator_ix)?.get(area_ix)?.value?;
        if self.partial(indicator_ix, area_ix).is_some() { None } else { Some(value) }
    }
}

/// What was reported for one place, where the area has so many streets and villages.
fn cell_of(ds: &DataSet, reports: &[Placed], of: usize) -> Option<Cell> {
    let Placed { indicator_ix, area_ix, .. } = *reports.first()?;
    let adds_up = matches!(ds.indicators[indicator_ix].kind, IndicatorKind::Count | IndicatorKind::Measure);
    let (mut own, mut practice, mut parts): (_, _, Vec<&Report>) = (None, None, Vec::new());
    for Placed { report, .. } in reports {
        match (&report.key.subdivision, report.key.practice) {
            (None, false) => own = Some(report),
            (None, true) => practice = Some(report),
            // In the order of keys the real report of a street comes before its practice one.
            (street, true) if parts.iter().any(|part| part.key.subdivision == *street) => {}
            _ if adds_up => parts.push(report),
            _ => {}
        }
    }
    let has_practice_part = parts.iter().any(|part| part.key.practice);
    let roll_up = if parts.is_empty() {
        None
    } else {
        let (sum, reported) = (parts.iter().map(|part| part.value).sum(), parts.len());
        Some(RollUp { sum, reported, of: of.max(reported) })
    };
    let is_roll_up = own.is_none() && roll_up.is_some() && (practice.is_none() || !has_practice_part);
    let latest = || parts.iter().copied().max_by_key(|part| part.at_ms);
    let shown = if is_roll_up { latest() } else { own.or(practice) }?;
    let in_conflict = parts.iter().copied().find(|part| !part.versions.is_empty());
    let with_versions = if is_roll_up || shown.versions.is_empty() { in_conflict } else { Some(shown) };
    Some(Cell {
        indicator_ix,
        area_ix,
        value: roll_up.filter(|_| is_roll_up).map_or(shown.value, |roll_up| roll_up.sum),
        practice: if is_roll_up { has_practice_part } else { shown.key.practice },
        previous: shown.previous.filter(|_| !is_roll_up),
        provenance: Provenance { author: shown.author.clone(), at_ms: shown.at_ms, file: shown.file.clone() },
        versions: with_versions.map(|report| report.versions.clone()).unwrap_or_default(),
        roll_up,
        is_roll_up,
    })
}

/// The figures of the data set that stand in a period.
fn published(ds: &DataSet, period: Option<&str>) -> Vec<Vec<Figure>> {
    let stands = |ix: usize| period.is_none_or(|period| ds.indicators[ix].period == period);
    let row = |ix: usize| if stands(ix) { ds.figures[ix].clone() } else { vec![Figure::MISSING; ds.areas.len()] };
    (0..ds.indicators.len()).map(row).collect()
}

/// Indicator and area of a report, if both are here and the value is possible.
fn place(ds: &DataSet, state: &JournalState, report: &Report) -> Option<(usize, usize)> {
    let key = &report.key;
    let at = (ds.indicator_ix(&key.indicator)?, ds.area_ix(&key.area)?);
    let indicator = &ds.indicators[at.0];
    let lies_there = |id: &String| {
        let subdivision = state.subdivision(id);
        subdivision.is_some_and(|subdivision| !subdivision.retired && subdivision.area == key.area)
    };
    let fits = indicator.ratio.is_none() && indicator.kind.allows(report.value);
    if fits && key.subdivision.as_ref().is_none_or(lies_there) { Some(at) } else { None }
}

/// How many streets and villages each area is said to have, 0 where nothing is said. A register that holds exactly the
/// city's number is taken as complete, and its counts are laid over where nothing else is known.
fn stated_subdivisions(ds: &DataSet, placed: &[Placed], laid: &mut Laid) -> Vec<usize> {
    let mut stated = vec![0; ds.areas.len()];
    let Some(indicator_ix) = per::base_ix(ds, Per::Subdivision) else { return stated };
    for Placed { area_ix, report, .. } in placed.iter().filter(|placed| placed.indicator_ix == indicator_ix) {
        if report.key.subdivision.is_none() && !report.key.practice {
            stated[*area_ix] = report.value as usize;
        }
    }
    let total = ds.city[indicator_ix].as_ref().map(|city| city.value);
    let is_complete = total == Some(laid.registered.iter().sum::<usize>() as f64);
    for (area_ix, figure) in laid.figures[indicator_ix].iter_mut().enumerate() {
        match figure.value {
            Some(value) => stated[area_ix] = value as usize,
            None if is_complete && stated[area_ix] == 0 => {
                let value = Some(laid.registered[area_ix] as f64);
                *figure = Figure { value, state: State::Reported, interval: None };
            }
            None => {}
        }
    }
    stated
}

/// Ratios of which a part came by a report. Those of published parts alone are in the data set already.
fn compute_ratios(ds: &DataSet, figures: &mut [Vec<Figure>]) {
    for (indicator_ix, indicator) in ds.indicators.iter().enumerate() {
        let Some(ratio) = &indicator.ratio else { continue };
        // The states are declared from the surest to the least sure.
        let parts = || ratio.numerator_ixs.iter().chain(&ratio.denominator_ixs);
        let compute = |area_ix: usize| {
            let value = ratio.compute(&|part_ix| figures[part_ix][area_ix].value);
            let state = parts().map(|part_ix| figures[*part_ix][area_ix].state).max().unwrap_or(State::Reported);
            let value = value.filter(|value| indicator.kind.allows(*value));
            value.map_or(Figure::MISSING, |value| Figure { value: Some(value), state, interval: None })
        };
        let shown = |(area_ix, figure): (usize, &Figure)| {
            if figure.state == State::Missing { compute(area_ix) } else { *figure }
        };
        figures[indicator_ix] = figures[indicator_ix].iter().enumerate().map(shown).collect();
    }
}
