//! The review table as rows for a spreadsheet: each figure with its state and, where estimates stand, their interval.

use super::csv::Cell;
use crate::data::{DataSet, Figure, Lang, State};
use crate::review::Table;
use crate::text::say::{atlas, reports, review};
use crate::text::words::Words;

/// The rows, head first. `shown` are the figures in use, `[indicator_ix][area_ix]`.
pub fn review_rows(ds: &DataSet, shown: &[Vec<Figure>], table: &Table, lang: Lang) -> Vec<Vec<Cell>> {
    let with_interval = |indicator_ix: usize| shown[indicator_ix].iter().any(|figure| figure.interval.is_some());
    let mut head = vec![text("code"), text("name")];
    for column in &table.columns {
        let id = &ds.indicators[column.indicator_ix].id;
        head.extend([text(id), text(&format!("{id}.state"))]);
        if with_interval(column.indicator_ix) {
            head.extend([text(&format!("{id}.low")), text(&format!("{id}.high"))]);
        }
    }
    let mut rows = vec![head];
    for (area_ix, area) in ds.areas.iter().enumerate() {
        let mut row = vec![text(&area.code), text(&area.name)];
        for column in &table.columns {
            let figure = shown[column.indicator_ix][area_ix];
            row.extend([number(figure.value), text(state_words(figure.state).get(lang))]);
            if with_interval(column.indicator_ix) {
                row.extend([number(figure.interval.map(|ends| ends.0)), number(figure.interval.map(|ends| ends.1))]);
            }
        }
        rows.push(row);
    }
    let mut foot = |words: Words, value: &dyn Fn(&crate::review::Column) -> Option<f64>| {
        let mut row = vec![Cell::Empty, text(words.get(lang))];
        for column in &table.columns {
            row.extend([number(value(column)), Cell::Empty]);
            if with_interval(column.indicator_ix) {
                row.extend([Cell::Empty, Cell::Empty]);
            }
        }
        rows.push(row);
    };
    foot(reports::REPORTED_ROW, &|column| Some(column.n_known as f64));
    foot(review::SUM, &|column| column.sum);
    foot(review::TOTAL, &|column| column.total);
    foot(review::REMAINDER, &|column| column.remainder);
    foot(review::SHARE, &|column| column.share_pct);
    foot(reports::SHARE_PRINTED, &|column| column.share_printed_pct);
    rows
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn number(value: Option<f64>) -> Cell {
    value.map_or(Cell::Empty, Cell::Number)
}

fn state_words(state: State) -> Words {
    match state {
        State::Published => atlas::PUBLISHED,
        State::Reported => atlas::REPORTED,
        State::Estimated => atlas::ESTIMATED,
        State::Practice => atlas::PRACTICE,
        State::Missing => atlas::MISSING,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data;
    use crate::journal::JournalState;
    use crate::review;
    use crate::review::table::{reviewed_ixs, table};

    #[test]
    fn figures_come_with_state_interval_and_sums() {
        let ds = data::read(data::built_in()).unwrap();
        let laid = review::lay(&ds, &JournalState::default(), None);
        let table = table(&ds, &laid, None, &reviewed_ixs(&ds));
        let bins = ds.indicator_ix("bins").unwrap();
        let mut shown = laid.figures.clone();
        shown[bins][1] = Figure { value: Some(300.0), state: State::Estimated, interval: Some((200.0, 400.0)) };
        let rows = review_rows(&ds, &shown, &table, Lang::En);
        assert_eq!(rows.len(), 1 + 34 + 6);
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "every row is as wide as the head");
        let at = rows[0].iter().position(|cell| *cell == text("bins")).unwrap();
        assert_eq!(rows[0][at + 1..at + 4], [text("bins.state"), text("bins.low"), text("bins.high")]);
        let estimated = [Cell::Number(300.0), text("estimated"), Cell::Number(200.0), Cell::Number(400.0)];
        assert_eq!(rows[2][at..at + 4], estimated);
        assert_eq!(rows[1][at..at + 4], [Cell::Empty, text("missing"), Cell::Empty, Cell::Empty]);
        assert_eq!(rows[37][1..2], [text("Published")]);
        assert_eq!(rows[37][at], Cell::Number(7_619.0));
    }
}
