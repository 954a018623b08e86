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

/// The names of the rows, in the order of the table.
pub fn row_groups(rows: &[Row], layout: &Layout) -> Vec<Group> {
    let named = layout.rows.iter().enumerate().filter(|(_, target)| **target != Target::Blank);
    grouped(named.map(|(row_ix, target)| {
        let cell = |column: usize| rows[row_ix].cell(column).text().trim().to_owned();
        let (first, second) = (cell(layout.key_column), layout.second_key_column.map(cell).unwrap_or_default());
        let gap = if first.is_empty() || second.is_empty() { "" } else { " · " };
        (row_ix, [first.as_str(), gap, &second].concat(), target.clone())
    }))
}

/// The names in the column of indicators of a list that was judged; none for other tables. `text` is as it stands there.
pub fn indicator_groups(rows: &[Row], layout: &Layout) -> Vec<Group> {
    let Some(column) = layout.column_of(Role::Indicator) else { return Vec::new() };
    let below = rows.iter().enumerate().skip(layout.header_row + 1);
    grouped(below.filter_map(|(row_ix, row)| {
        let text = row.cell(column).text();
        let target = layout.taken_for(&text)?.clone();
        Some((row_ix, text, target))
    }))
}

fn grouped(named: impl Iterator<Item = (usize, String, Target)>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut ix_of: HashMap<String, usize> = HashMap::new();
    for (row_ix, text, target) in named {
        if let Some(ix) = ix_of.get(&text) {
            groups[*ix].rows.push(row_ix);
        } else {
            ix_of.insert(text.clone(), groups.len());
            groups.push(Group { text, rows: vec![row_ix], target });
        }
    }
    groups
}
