//! How a table is laid out: which row is the head, which column names the rows, and what each row and column is.

use std::collections::HashMap;

use crate::exchange::import::table::Row;

use super::names::{Found, Names};
use super::probe;

/// How a table is laid out. Rows are positions in the table, columns count from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// What stands in rows.
    pub orientation: Orientation,
    /// The row that says what the columns are.
    pub header_row: usize,
    /// The column that says what the rows are.
    pub key_column: usize,
    /// Another column that says the same, such as codes beside names.
    pub second_key_column: Option<usize>,
    /// What each column is.
    pub columns: Vec<Target>,
    /// What each row is, as far as [`Layout::match_rows`] has come.
    pub rows: Vec<Target>,
    /// What was looked up once is not looked up again; long tables repeat names.
    seen: HashMap<String, Target>,
}

/// What stands in the rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    /// An area in each row, an indicator in each column.
    AreasInRows,
    /// An indicator in each row, an area in each column.
    AreasInColumns,
    /// One figure in each row, with columns for area, indicator, value, and perhaps period and subdivision.
    Long,
}

/// What a row or column is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An area, by index.
    Area(usize),
    /// The city's total, which is compared and not imported.
    City,
    /// An indicator, by index.
    Indicator(usize),
    /// Not known; perhaps one of these areas. A person decides.
    NearAreas(Vec<usize>),
    /// Not known; perhaps one of these indicators. A person decides.
    NearIndicators(Vec<usize>),
    /// A column with a part of its own.
    Role(Role),
    /// Text that names nothing known.
    Unknown,
    /// Nothing is written there.
    Blank,
    /// Left out by a person.
    LeftOut,
}

/// The part of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Names the row's area, or its indicator where areas are in columns.
    Key,
    /// Names the indicator of the row's figure (long form).
    Indicator,
    /// Holds the figure (long form).
    Value,
    /// Holds its period (long form).
    Period,
    /// Holds the name of a subdivision (long form).
    Subdivision,
}

/// What a person decides about a layout. What is left open is found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Overrides {
    /// What stands in rows.
    pub orientation: Option<Orientation>,
    /// The head's row.
    pub header_row: Option<usize>,
    /// The column that names the rows.
    pub key_column: Option<usize>,
    /// What these columns are.
    pub columns: Vec<(usize, Target)>,
    /// What these rows are.
    pub rows: Vec<(usize, Target)>,
    /// What is meant by these texts wherever they stand, such as an accepted proposal.
    pub spellings: Vec<(String, Target)>,
}

impl Layout {
    /// The layout of a table by its first rows, with what a person has decided. Rows are matched by
    /// [`Layout::match_rows`].
    pub fn find(rows: &[Row], names: &Names, overrides: &Overrides) -> Layout {
        let probe = probe::Probe::new(rows, names);
        let orientation = overrides.orientation.unwrap_or_else(|| probe.orientation());
        let header_row = overrides.header_row.unwrap_or_else(|| probe.header_row(orientation));
        let key_column = overrides.key_column.unwrap_or_else(|| probe.key_column(orientation));
        let mut layout = Layout {
            orientation,
            header_row,
            key_column,
            second_key_column: probe.second_key_column(orientation, key_column),
            columns: Vec::new(),
            rows: Vec::new(),
            seen: overrides.spellings.iter().cloned().collect(),
        };
        let n_columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        for column in 0..n_columns {
            let text = rows.get(header_row).map(|row| row.cell(column).text()).unwrap_or_default();
            let decided = overrides.columns.iter().find(|(decided, _)| *decided == column);
            let target = match decided {
                Some((_, target)) => target.clone(),
                None if column == key_column || Some(column) == layout.second_key_column => Target::Role(Role::Key),
                None => match orientation {
                    Orientation::AreasInRows => layout.look_up(&text, false, names),
                    Orientation::AreasInColumns => layout.look_up(&text, true, names),
                    Orientation::Long => probe.role(&text, column),
                },
            };
            layout.columns.push(target);
        }
        layout
    }

    /// Matches at most so many rows more. Says whether there are more.
    pub fn match_rows(&mut self, rows: &[Row], names: &Names, overrides: &Overrides, max_rows: usize) -> bool {
        let is_area = self.orientation != Orientation::AreasInColumns;
        let end = rows.len().min(self.rows.len() + max_rows);
        for (row_ix, row) in rows.iter().enumerate().take(end).skip(self.rows.len()) {
            let target = if row_ix <= self.header_row {
                Target::Blank
            } else {
                let first = self.look_up(&row.cell(self.key_column).text(), is_area, names);
                let second = self
                    .second_key_column
                    .map_or(Target::Blank, |column| self.look_up(&row.cell(column).text(), is_area, names));
                both(first, second)
            };
            self.rows.push(target);
        }
        for (row_ix, target) in &overrides.rows {
            if let Some(row) = self.rows.get_mut(*row_ix) {
                row.clone_from(target);
            }
        }
        end < rows.len()
    }

    /// The column with a part of its own.
    pub fn column_of(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|target| *target == Target::Role(role))
    }

    /// What a text was taken for, if it has been looked up.
    pub fn taken_for(&self, text: &str) -> Option<&Target> {
        self.seen.get(text)
    }

    /// What a text names: an area or an indicator.
    pub(in crate::exchange::import) fn look_up(&mut self, text: &str, is_area: bool, names: &Names) -> Target {
        if text.trim().is_empty() {
            return Target::Blank;
        }
        if let Some(target) = self.seen.get(text) {
            return target.clone();
        }
        let target = match (if is_area { names.area(text) } else { names.indicator(text) }, is_area) {
            (Found::One(ix), true) => Target::Area(ix),
            (Found::One(ix), false) => Target::Indicator(ix),
            (Found::Near(ixs), true) => Target::NearAreas(ixs),
            (Found::Near(ixs), false) => Target::NearIndicators(ixs),
            (Found::City, _) => Target::City,
            (Found::None, _) => Target::Unknown,
        };
        self.seen.insert(text.to_owned(), target.clone());
        target
    }
}

/// What a row is by two cells that name it. Two that contradict each other are for a person to decide.
fn both(first: Target, second: Target) -> Target {
    match (first, second) {
        (Target::Area(a), Target::Area(b)) if a != b => Target::NearAreas(vec![a, b]),
        (Target::Indicator(a), Target::Indicator(b)) if a != b => Target::NearIndicators(vec![a, b]),
        (first @ (Target::Area(_) | Target::Indicator(_)), _) => first,
        (_, second @ (Target::Area(_) | Target::Indicator(_))) => second,
        (Target::City, _) | (_, Target::City) => Target::City,
        (Target::Unknown | Target::Blank, second) if second != Target::Blank => second,
        (first, _) => first,
    }
}
