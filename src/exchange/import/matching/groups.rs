//! The names that stand in a table, each once, with what they were taken for: what a person looks over and corrects.

use std::collections::HashMap;

use crate::exchange::import::table::Row;

use super::layout::{Layout, Role, Target};

/// Rows of one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The name as it stands; of two columns that name the rows both.
    pub text: String,
    /// Positions of the rows.
    pub rows: Vec<usize>,
    /// What they were taken for.
    pub target: Target,
}

/// Gathers names, some rows at a time, in the order of the table.
pub struct Grouping {
    is_of_indicators: bool,
    groups: Vec<Group>,
    ix_of: HashMap<String, usize>,
    at_row: usize,
}

impl Grouping {
    /// The names of the rows.
    pub fn of_rows() -> Grouping {
        Grouping { is_of_indicators: false, groups: Vec::new(), ix_of: HashMap::new(), at_row: 0 }
    }

    /// The names in the column of indicators of a list that was judged; none for other tables.
    pub fn of_indicators() -> Grouping {
        Grouping { is_of_indicators: true, ..Grouping::of_rows() }
    }

    /// Looks at so many rows more. Whether there are further ones.
    pub fn step(&mut self, rows: &[Row], layout: &Layout, max_rows: usize) -> bool {
        let end = rows.len().min(self.at_row + max_rows);
        for row_ix in self.at_row..end {
            let named =
                if self.is_of_indicators { indicator_of(rows, layout, row_ix) } else { row_name(rows, layout, row_ix) };
            let Some((text, target)) = named else { continue };
            if let Some(ix) = self.ix_of.get(&text) {
                self.groups[*ix].rows.push(row_ix);
            } else {
                self.ix_of.insert(text.clone(), self.groups.len());
                self.groups.push(Group { text, rows: vec![row_ix], target: target.clone() });
            }
        }
        self.at_row = end;
        end < rows.len()
    }

    /// What has been gathered.
    pub fn groups(self) -> Vec<Group> {
        self.groups
    }
}

/// The name of a row as it stands; of two columns that name the rows both.
fn row_name<'a>(rows: &[Row], layout: &'a Layout, row_ix: usize) -> Option<(String, &'a Target)> {
    let target = layout.rows.get(row_ix).filter(|target| **target != Target::Blank)?;
    let cell = |column: usize| rows[row_ix].cell(column).text().trim().to_owned();
    let (first, second) = (cell(layout.key_column), layout.second_key_column.map(cell).unwrap_or_default());
    let gap = if first.is_empty() || second.is_empty() { "" } else { " · " };
    Some(([first.as_str(), gap, &second].concat(), target))
}

/// The indicator's name in a row of a list.
fn indicator_of<'a>(rows: &[Row], layout: &'a Layout, row_ix: usize) -> Option<(String, &'a Target)> {
    let column = layout.column_of(Role::Indicator).filter(|_| layout.header_row < row_ix)?;
    let text = rows[row_ix].cell(column).text();
    let target = layout.taken_for(&text)?;
    Some((text, target))
}
