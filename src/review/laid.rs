//! Reports laid over the data set's figures.
//!
//! A published figure stays what it is; a report beside it is kept as a cell, and where both differ is told by
//! [`differences`]. Reports of streets and villages add up to their area's; a sum of some of them only says so. An area's
//! own report counts before the sum of its streets, and any real report before a practice one.

use std::collections::BTreeMap;

use crate::data::{DataSet, Figure, IndicatorKind, State};
use crate::journal::{JournalState, Report, Version};
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

/// Everything reported for one area and indicator.
#[derive(Default)]
struct Slot {
    own: Option<Report>,
    practice: Option<Report>,
    /// By id of the subdivision.
    parts: BTreeMap<String, Report>,
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
    let mut area_ix_of: BTreeMap<String, usize> = BTreeMap::new();
    for subdivision in state.subdivisions() {
        if let Some(area_ix) = ds.area_ix(&subdivision.area) {
            laid.registered[area_ix] += 1;
            area_ix_of.insert(subdivision.id, area_ix);
        }
    }
    let mut slots: BTreeMap<(usize, usize), Slot> = BTreeMap::new();
    for report in state.reports() {
        match place(ds, &report, &area_ix_of) {
            Some((indicator_ix, _)) if report.key.period != period.unwrap_or(&ds.indicators[indicator_ix].period) => {}
            Some(at) => slots.entry(at).or_default().take(report),
            None => laid.unplaced.push(report),
        }
    }
    let stated = stated_subdivisions(ds, &slots, &mut laid);
    for ((indicator_ix, area_ix), slot) in slots {
        let of = stated[area_ix].max(laid.registered[area_ix]);
        if let Some(cell) = slot.cell(ds, indicator_ix, area_ix, of) {
            let figure = &mut laid.figures[indicator_ix][area_ix];
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

    /// The value of a place, if the whole area is known.
    pub fn whole(&self, indicator_ix: usize, area_ix: usize) -> Option<f64> {
        let value = self.figures.get(indicator_ix)?.get(area_ix)?.value?;
        if self.partial(indicator_ix, area_ix).is_some() { None } else { Some(value) }
    }
}

impl Slot {
    fn take(&mut self, report: Report) {
        match &report.key.subdivision {
            // In the order of keys the real report of a street comes before its practice one.
            Some(id) if !report.key.practice || !self.parts.contains_key(id) => {
                self.parts.insert(id.clone(), report);
            }
            Some(_) => {}
            None if report.key.practice => self.practice = Some(report),
            None => self.own = Some(report),
        }
    }

    fn cell(self, ds: &DataSet, indicator_ix: usize, area_ix: usize, of: usize) -> Option<Cell> {
        let adds_up = matches!(ds.indicators[indicator_ix].kind, IndicatorKind::Count | IndicatorKind::Measure);
        let roll_up = if self.parts.is_empty() || !adds_up {
            None
        } else {
            let (sum, reported) = (self.parts.values().map(|part| part.value).sum(), self.parts.len());
            Some(RollUp { sum, reported, of: of.max(reported) })
        };
        let practice_parts = self.parts.values().any(|part| part.key.practice);
        let is_roll_up = self.own.is_none() && roll_up.is_some() && (self.practice.is_none() || !practice_parts);
        let conflict = self.parts.values().find(|part| !part.versions.is_empty());
        let versions_of_parts = conflict.map(|part| part.versions.clone()).unwrap_or_default();
        let report = if is_roll_up {
            self.parts.into_values().max_by_key(|part| part.at_ms)?
        } else {
            self.own.or(self.practice)?
        };
        Some(Cell {
            indicator_ix,
            area_ix,
            value: roll_up.filter(|_| is_roll_up).map_or(report.value, |roll_up| roll_up.sum),
            practice: if is_roll_up { practice_parts } else { report.key.practice },
            previous: report.previous.filter(|_| !is_roll_up),
            provenance: Provenance { author: report.author, at_ms: report.at_ms, file: report.file },
            versions: if is_roll_up || report.versions.is_empty() { versions_of_parts } else { report.versions },
            roll_up,
            is_roll_up,
        })
    }
}

/// The figures of the data set that stand in a period.
fn published(ds: &DataSet, period: Option<&str>) -> Vec<Vec<Figure>> {
    let stands = |ix: usize| period.is_none_or(|period| ds.indicators[ix].period == period);
    let row = |ix: usize| if stands(ix) { ds.figures[ix].clone() } else { vec![Figure::MISSING; ds.areas.len()] };
    (0..ds.indicators.len()).map(row).collect()
}

/// Indicator and area of a report, if both are here and the value is possible.
fn place(ds: &DataSet, report: &Report, area_ix_of: &BTreeMap<String, usize>) -> Option<(usize, usize)> {
    let indicator_ix = ds.indicator_ix(&report.key.indicator)?;
    let area_ix = ds.area_ix(&report.key.area)?;
    let indicator = &ds.indicators[indicator_ix];
    let lies_there = |id: &String| area_ix_of.get(id) == Some(&area_ix);
    let fits = indicator.ratio.is_none()
        && indicator.kind.allows(report.value)
        && report.key.subdivision.as_ref().is_none_or(lies_there);
    if fits { Some((indicator_ix, area_ix)) } else { None }
}

/// How many streets and villages each area is said to have, 0 where nothing is said. A register that holds exactly the
/// city's number is taken as complete, and its counts are laid over where nothing else is known.
fn stated_subdivisions(ds: &DataSet, slots: &BTreeMap<(usize, usize), Slot>, laid: &mut Laid) -> Vec<usize> {
    let mut stated = vec![0; ds.areas.len()];
    let Some(indicator_ix) = per::base_ix(ds, Per::Subdivision) else { return stated };
    let total = ds.city[indicator_ix].as_ref().map(|city| city.value);
    let is_complete = total == Some(laid.registered.iter().sum::<usize>() as f64);
    for (area_ix, stated) in stated.iter_mut().enumerate() {
        let slot = slots.get(&(indicator_ix, area_ix));
        let reported = slot.and_then(|slot| slot.own.as_ref()).map(|report| report.value);
        let figure = &mut laid.figures[indicator_ix][area_ix];
        if figure.value.or(reported).is_none() && is_complete {
            *figure = Figure { value: Some(laid.registered[area_ix] as f64), state: State::Reported, interval: None };
        }
        *stated = figure.value.or(reported).unwrap_or_default() as usize;
    }
    stated
}

/// Ratios of which a part came by a report. Those of published parts alone are in the data set already.
fn compute_ratios(ds: &DataSet, figures: &mut [Vec<Figure>]) {
    for (indicator_ix, indicator) in ds.indicators.iter().enumerate() {
        let Some(ratio) = &indicator.ratio else { continue };
        for area_ix in 0..ds.areas.len() {
            if figures[indicator_ix][area_ix].state != State::Missing {
                continue;
            }
            let Some(value) = ratio.compute(&|part_ix| figures[part_ix][area_ix].value) else { continue };
            let parts = ratio.numerator_ixs.iter().chain(&ratio.denominator_ixs);
            // The states are declared from the surest to the least sure.
            let state = parts.map(|part_ix| figures[*part_ix][area_ix].state).max().unwrap_or(State::Reported);
            if indicator.kind.allows(value) {
                figures[indicator_ix][area_ix] = Figure { value: Some(value), state, interval: None };
            }
        }
    }
}
