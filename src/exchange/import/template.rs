//! A table for the wards to fill in, which reads back without a question.

use crate::data::{DataSet, Lang};
use crate::exchange::csv::Cell;
use crate::text::say::import as say;

/// A head, a row for each area with code and name, and an empty column for each of these indicators.
///
/// For [`crate::exchange::csv_table`], or for the writer of workbooks in `sheets/`.
pub fn template(data: &DataSet, indicator_ixs: &[usize], lang: Lang) -> Vec<Vec<Cell>> {
    let text = |text: &str| Cell::Text(text.to_owned());
    let mut head = vec![text(say::AREA_CODE.get(lang)), text(say::AREA_NAME.get(lang))];
    for indicator in indicator_ixs.iter().filter_map(|ix| data.indicators.get(*ix)) {
        let mut label = indicator.label.get(lang).to_owned();
        let unit = indicator.unit.get(lang);
        if !unit.is_empty() {
            label.push_str(" (");
            label.push_str(unit);
            label.push(')');
        }
        head.push(Cell::Text(label));
    }
    let mut rows = vec![head];
    for area in &data.areas {
        let mut row = vec![text(&area.code), text(&area.name)];
        row.resize(rows[0].len(), Cell::Empty);
        rows.push(row);
    }
    rows
}
