//! Each figure of a table held against what stands, before anything is taken over.
//!
//! Goes through the table twice, some rows at a time: first every column says how it writes numbers, then every cell is
//! judged. The city's totals are judged too and never imported.

use std::collections::HashMap;

use crate::data::read::limits;
use crate::data::{DataSet, IndicatorKind, Lang, State};
use crate::text::fold::fold;

use super::matching::{Layout, Names, Orientation, Role, Target};
use super::number;
use super::number::{Convention, Reading};
use super::table::{Entry, Row};

/// What stands for one area and one indicator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// The figure, if there is one.
    pub figure: Option<f64>,
    /// What it is known from.
    pub state: State,
}

/// What stands before an import.
#[derive(Debug, Clone, PartialEq)]
pub struct Standings {
    /// `figures[indicator_ix][area_ix]`.
    pub figures: Vec<Vec<Standing>>,
    /// `city[indicator_ix]`: the published total.
    pub city: Vec<Option<f64>>,
}

/// A figure with its place and what is to be said of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged {
    /// Position of the row in the table.
    pub row: usize,
    /// Column, from 0.
    pub column: usize,
    /// The area; `None` for the city's total and where it is not known.
    pub area_ix: Option<usize>,
    /// The indicator; `None` where it is not known (long form).
    pub indicator_ix: Option<usize>,
    /// The number, where the cell holds one.
    pub value: Option<f64>,
    /// What is to be said of it.
    pub verdict: Verdict,
}

/// What is to be said of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// Nothing stood there but perhaps an estimate or a practice figure.
    New,
    /// The same figure stands there already.
    Same,
    /// Another report stands there.
    ChangesReport {
        /// Its figure.
        from: f64,
    },
    /// Another figure is published.
    ConflictsPublished {
        /// The published one.
        published: f64,
    },
    /// A total of the city, compared with the published one, if there is one.
    CityTotal {
        /// The published one.
        published: Option<f64>,
    },
    /// The cell holds something else.
    NotANumber,
    /// Thousands or a fraction: the column does not say.
    Ambiguous,
    /// A number that the indicator cannot have.
    OutOfRange(OutOfRange),
    /// The figure follows from others and is not taken from a table.
    Computed,
    /// The row or column names no known area, or one of several.
    UnknownArea,
    /// The row names no known indicator, or one of several.
    UnknownIndicator,
    /// The same area, indicator, period and subdivision stood before; the first one counts.
    Duplicate {
        /// Position of the row that has it first.
        first_row: usize,
        /// Its column.
        first_column: usize,
    },
}

/// Why an indicator cannot have a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutOfRange {
    /// Below zero.
    Negative,
    /// A part of a thing that is counted.
    NotWhole,
    /// A share above 100 per cent.
    Above100,
    /// Neither 1 nor 0.
    NotYesNo,
    /// A per cent sign where no share is.
    PercentSign,
    /// Beyond what any city has (`limits::AMOUNT`).
    TooLarge,
}

/// How many figures of each verdict there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "each is the number of figures with the verdict of its name")]
pub struct Summary {
    pub new: usize,
    pub same: usize,
    pub changes_report: usize,
    pub conflicts_published: usize,
    pub city_total: usize,
    pub not_a_number: usize,
    pub ambiguous: usize,
    pub out_of_range: usize,
    pub computed: usize,
    pub unknown_area: usize,
    pub unknown_indicator: usize,
    pub duplicate: usize,
}

/// What is judged, and by what.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The table.
    pub rows: &'a [Row],
    /// The data set.
    pub data: &'a DataSet,
    /// Its names.
    pub names: &'a Names,
    /// What stands.
    pub standings: &'a Standings,
    /// What a person has decided on the decimal sign of an indicator's figures.
    pub conventions: &'a [(usize, Convention)],
}

/// The judging of a table, as far as it has come.
#[derive(Debug, Clone)]
pub struct Judging {
    layout: Layout,
    /// Row of the pass that is going on.
    at_row: usize,
    is_learning: bool,
    /// By indicator, since a column, a row or all of a list's rows of an indicator are one person's writing.
    conventions: Vec<Convention>,
    units: Vec<Vec<String>>,
    first_places: HashMap<(usize, usize, String), (usize, usize)>,
    judged: Vec<Judged>,
}

/// A cell that may hold a figure.
struct Place {
    row: usize,
    column: usize,
    area: Target,
    indicator: Target,
}

impl Judging {
    /// Nothing is judged yet. All rows of the layout must be matched.
    pub fn new(layout: Layout, data: &DataSet) -> Judging {
        let units = data.indicators.iter().map(|indicator| {
            let own = Lang::ALL.iter().map(|lang| indicator.unit.get(*lang));
            number::units(own.chain(if indicator.kind == IndicatorKind::Measure {
                ["mét", "м"]
            } else {
                ["hộ", "cái"]
            }))
        });
        Judging {
            layout,
            at_row: 0,
            is_learning: true,
            conventions: vec![Convention::Unknown; data.indicators.len()],
            units: units.collect(),
            first_places: HashMap::new(),
            judged: Vec::new(),
        }
    }

    /// Goes on by at most so many rows. Says whether there is more to do.
    pub fn step(&mut self, case: Case, max_rows: usize) -> bool {
        let end = case.rows.len().min(self.at_row + max_rows);
        for row in self.at_row.max(self.layout.header_row + 1)..end {
            for place in self.places(row, case) {
                if self.is_learning {
                    if let Target::Indicator(ix) = place.indicator {
                        self.conventions[ix].learn(case.rows[row].cell(place.column), &self.units[ix]);
                    }
                } else if let Some(judged) = self.judge(&place, case) {
                    self.judged.push(judged);
                }
            }
        }
        self.at_row = end;
        if self.at_row == case.rows.len() && self.is_learning {
            self.is_learning = false;
            self.at_row = 0;
            // A column that does not say is taken to be written as all the others that do.
            let mut table = Convention::Unknown;
            self.conventions.iter().for_each(|convention| table.join(*convention));
            for convention in &mut self.conventions {
                if *convention == Convention::Unknown {
                    *convention = table;
                }
            }
            for (ix, convention) in case.conventions {
                if let Some(own) = self.conventions.get_mut(*ix) {
                    *own = *convention;
                }
            }
            return true;
        }
        self.at_row < case.rows.len()
    }

    /// How much is done, from 0 to 1.
    pub fn progress(&self, case: Case) -> f64 {
        let n_done = self.at_row + if self.is_learning { 0 } else { case.rows.len() };
        if case.rows.is_empty() { 1.0 } else { n_done as f64 / (2 * case.rows.len()) as f64 }
    }

    /// The figures, in the order of the table.
    pub fn judged(&self) -> &[Judged] {
        &self.judged
    }

    /// How each indicator's figures are written, by index.
    pub fn conventions(&self) -> &[Convention] {
        &self.conventions
    }

    /// The layout that the table is judged by.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The layout, when there is nothing more to judge.
    pub fn into_layout(self) -> Layout {
        self.layout
    }

    /// How many figures there are of each verdict.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary::default();
        for judged in &self.judged {
            let n = match judged.verdict {
                Verdict::New => &mut summary.new,
                Verdict::Same => &mut summary.same,
                Verdict::ChangesReport { .. } => &mut summary.changes_report,
                Verdict::ConflictsPublished { .. } => &mut summary.conflicts_published,
                Verdict::CityTotal { .. } => &mut summary.city_total,
                Verdict::NotANumber => &mut summary.not_a_number,
                Verdict::Ambiguous => &mut summary.ambiguous,
                Verdict::OutOfRange(_) => &mut summary.out_of_range,
                Verdict::Computed => &mut summary.computed,
                Verdict::UnknownArea => &mut summary.unknown_area,
                Verdict::UnknownIndicator => &mut summary.unknown_indicator,
                Verdict::Duplicate { .. } => &mut summary.duplicate,
            };
            *n += 1;
        }
        summary
    }

    /// The cells of a row that may hold figures. Columns that name nothing known are not looked at.
    fn places(&mut self, row: usize, case: Case) -> Vec<Place> {
        let key = self.layout.rows.get(row).cloned().unwrap_or(Target::Blank);
        if matches!(key, Target::Blank | Target::LeftOut) {
            return Vec::new();
        }
        let mut places = Vec::new();
        match self.layout.orientation {
            Orientation::Long => {
                let column_of = |role| self.layout.column_of(role);
                if let (Some(column), Some(named_by)) = (column_of(Role::Value), column_of(Role::Indicator)) {
                    let name = case.rows[row].cell(named_by).text();
                    let indicator = self.layout.look_up(&name, false, case.names);
                    places.push(Place { row, column, area: key, indicator });
                }
            }
            Orientation::AreasInRows => {
                for (column, target) in self.layout.columns.iter().enumerate() {
                    if matches!(target, Target::Indicator(_)) {
                        places.push(Place { row, column, area: key.clone(), indicator: target.clone() });
                    }
                }
            }
            Orientation::AreasInColumns => {
                for (column, target) in self.layout.columns.iter().enumerate() {
                    if !matches!(target, Target::Role(_) | Target::Blank | Target::LeftOut)
                        && matches!(key, Target::Indicator(_))
                    {
                        places.push(Place { row, column, area: target.clone(), indicator: key.clone() });
                    }
                }
            }
        }
        places
    }

    /// `None` for a cell without a figure.
    fn judge(&mut self, place: &Place, case: Case) -> Option<Judged> {
        let entry = case.rows[place.row].cell(place.column);
        if entry.is_blank() {
            return None;
        }
        let area_ix = if let Target::Area(ix) = place.area { Some(ix) } else { None };
        let indicator_ix = if let Target::Indicator(ix) = place.indicator { Some(ix) } else { None };
        let judged = |value, verdict| {
            Some(Judged { row: place.row, column: place.column, area_ix, indicator_ix, value, verdict })
        };
        let Some(ix) = indicator_ix else { return judged(None, Verdict::UnknownIndicator) };
        let kind = case.data.indicators[ix].kind;
        // The city's figure of a yes/no indicator is the number of areas that say yes.
        let is_city = place.area == Target::City;
        let reading = match kind {
            IndicatorKind::YesNo if !is_city => number::read_yes_no(entry),
            _ => number::read(entry, self.conventions[ix], &self.units[ix]),
        };
        let (value, percent) = match reading {
            Reading::Empty => return None,
            Reading::Number { value, percent } => (value, percent),
            _ if area_ix.is_none() && !is_city => return judged(None, Verdict::UnknownArea),
            Reading::Ambiguous => return judged(None, Verdict::Ambiguous),
            Reading::NotANumber => return judged(None, Verdict::NotANumber),
        };
        if is_city {
            let published = case.standings.city.get(ix).copied().flatten();
            return judged(Some(value), Verdict::CityTotal { published });
        }
        let Some(area_ix) = area_ix else { return judged(Some(value), Verdict::UnknownArea) };
        let key = (area_ix, ix, self.part_key(place.row, case));
        let here = (place.row, place.column);
        let first = *self.first_places.entry(key).or_insert(here);
        let verdict = if first != here {
            Verdict::Duplicate { first_row: first.0, first_column: first.1 }
        } else if case.data.indicators[ix].ratio.is_some() {
            Verdict::Computed
        } else if let Some(why) = out_of_range(value, percent, kind) {
            Verdict::OutOfRange(why)
        } else if self.is_of_the_whole(place.row, case) {
            let standing = case.standings.figures.get(ix).and_then(|figures| figures.get(area_ix));
            against(value, standing.copied())
        } else {
            Verdict::New
        };
        judged(Some(value), verdict)
    }

    /// Period and subdivision of a row of a list, as a key.
    fn part_key(&self, row: usize, case: Case) -> String {
        let mut key = String::new();
        for role in [Role::Period, Role::Subdivision] {
            if let Some(text) = self.part(row, role, case) {
                key.push_str(&fold(&text));
            }
            key.push('\n');
        }
        key
    }

    /// Whether a figure is one of a whole area; what stands says nothing of its subdivisions.
    fn is_of_the_whole(&self, row: usize, case: Case) -> bool {
        self.part(row, Role::Subdivision, case).is_none()
    }

    /// What a list says in a row on period or subdivision.
    pub fn part(&self, row: usize, role: Role, case: Case) -> Option<String> {
        let column = self.layout.column_of(role).filter(|_| self.layout.orientation == Orientation::Long)?;
        let text = case.rows.get(row).map(|row| row.cell(column)).filter(|entry| !entry.is_blank()).map(Entry::text)?;
        Some(text.trim().to_owned())
    }
}

/// What a figure does to the one that stands.
fn against(value: f64, standing: Option<Standing>) -> Verdict {
    match standing {
        Some(Standing { figure: Some(stands), state: State::Reported | State::Published }) if stands == value => {
            Verdict::Same
        }
        Some(Standing { figure: Some(from), state: State::Reported }) => Verdict::ChangesReport { from },
        Some(Standing { figure: Some(published), state: State::Published }) => {
            Verdict::ConflictsPublished { published }
        }
        _ => Verdict::New,
    }
}

/// The rules of `data::figures`, and the per cent sign.
fn out_of_range(value: f64, percent: bool, kind: IndicatorKind) -> Option<OutOfRange> {
    match kind {
        _ if percent && kind != IndicatorKind::Share => Some(OutOfRange::PercentSign),
        _ if limits::AMOUNT < value.abs() => Some(OutOfRange::TooLarge),
        IndicatorKind::YesNo => (value != 0.0 && value != 1.0).then_some(OutOfRange::NotYesNo),
        IndicatorKind::Rate => None,
        _ if value < 0.0 => Some(OutOfRange::Negative),
        IndicatorKind::Count => (value.fract() != 0.0).then_some(OutOfRange::NotWhole),
        IndicatorKind::Share => (100.0 < value).then_some(OutOfRange::Above100),
        IndicatorKind::Measure => None,
    }
}
