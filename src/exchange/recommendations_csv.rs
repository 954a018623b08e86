//! Recommendations as rows for a spreadsheet: one by one, and gathered by theme or area.

use super::csv::Cell;
use super::time::iso_of_ms;
use crate::data::{DataSet, Lang};
use crate::goals::words::status_words;
use crate::goals::{By, gathered};
use crate::journal::{JournalState, Recommendation, RecommendationStatus};
use crate::text::say::{goals, register};

/// The recommendations one by one, head first. The first column is the id, so that a row can be found again; who entered it
/// and when stand last, the moment in UTC.
pub fn recommendation_rows(ds: &DataSet, state: &JournalState, shown: &[Recommendation], lang: Lang) -> Vec<Vec<Cell>> {
    let words = [
        register::AREA,
        goals::SUBDIVISION,
        goals::THEME,
        goals::RECOMMENDATION,
        goals::TO,
        goals::DATE,
        goals::STATUS,
        goals::DECISION,
        goals::ANSWER,
        goals::ENTERED_BY,
    ];
    let mut head = vec![text("id"), text("code")];
    head.extend(words.iter().map(|words| text(words.get(lang))));
    head.push(text("entered"));
    let mut rows = vec![head];
    for one in shown {
        // A street that is not in the register is named by its id, so that nothing is lost.
        let subdivision =
            state.subdivision(&one.subdivision).map_or_else(|| one.subdivision.clone(), |found| found.name);
        rows.push(vec![
            text(&one.id),
            text(&one.area),
            text(area_name(ds, &one.area)),
            text(&subdivision),
            text(&one.theme),
            text(&one.text),
            text(&one.to),
            one.date.map_or(Cell::Empty, |date| Cell::Text(date.to_string())),
            text(status_words(one.status).get(lang)),
            text(&one.decision),
            text(&one.answer),
            text(&one.created_by),
            Cell::Text(iso_of_ms(one.created_at_ms)),
        ]);
    }
    rows
}

/// Counts by status for each theme or area, head first, the sum of all last.
pub fn gathered_rows(ds: &DataSet, shown: &[Recommendation], by: By, lang: Lang) -> Vec<Vec<Cell>> {
    let report = gathered(shown, by);
    let label_head = if by == By::Theme { goals::THEME } else { register::AREA };
    let mut head = vec![text(label_head.get(lang))];
    head.extend(RecommendationStatus::ALL.map(|status| text(status_words(status).get(lang))));
    head.push(text(goals::ALL_STATUSES.get(lang)));
    let mut rows = vec![head];
    for row in &report.rows {
        let label = match by {
            By::Theme if row.label.is_empty() => goals::NO_THEME.get(lang),
            By::Theme => &row.label,
            By::Area => area_name(ds, &row.label),
        };
        rows.push(counted(label, &row.counts));
    }
    rows.push(counted(goals::TOTAL.get(lang), &report.all));
    rows
}

fn counted(label: &str, counts: &[usize; 5]) -> Vec<Cell> {
    let mut row = vec![text(label)];
    row.extend(counts.map(|count| Cell::Number(count as f64)));
    row.push(Cell::Number(counts.iter().sum::<usize>() as f64));
    row
}

/// The area's name; one that is not in the data set is named by its code.
fn area_name<'a>(ds: &'a DataSet, code: &'a str) -> &'a str {
    ds.area_ix(code).map_or(code, |ix| &ds.areas[ix].name)
}

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data;
    use crate::exchange::{CsvStyle, csv_table};
    use crate::journal::{Ctx, DeviceId, GoalIntent, Intent, Journal, RecommendationDraft, WriterId};

    #[test]
    fn rows_are_whole_and_run_as_no_formula() {
        let ds = data::read(data::built_in()).unwrap();
        let mut journal = Journal::new(DeviceId(1), WriterId(1));
        let ctx = Ctx { now_ms: 1_706_580_000_000, author: "=Lan", step: None };
        for (area, theme) in [("14758", "+rác"), ("99999", ""), ("14758", "+RÁC")] {
            let draft = RecommendationDraft {
                area: area.to_owned(),
                text: "=HYPERLINK(\"x\")\nhai dòng".to_owned(),
                theme: theme.to_owned(),
                to: "@UBND".to_owned(),
                date: crate::text::date::CivilDate::new(2024, 1, 30),
                subdivision: "gone".to_owned(),
            };
            journal.apply(Intent::Goal(GoalIntent::Raise(draft)), &ctx).unwrap();
        }
        let shown = journal.state().recommendations();
        let rows = recommendation_rows(&ds, journal.state(), &shown, Lang::En);
        assert_eq!(rows.len(), 4);
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "every row is as wide as the head");
        assert_eq!(rows[2][1..4], [text("99999"), text("99999"), text("gone")]);
        assert_eq!(rows[1][7..9], [text("2024-01-30"), text("new")]);
        assert_eq!(rows[1][12], text("2024-01-30T02:00:00.000Z"));
        let table = csv_table(&rows, CsvStyle::CommaPoint);
        for guarded in ["'+rác", "'@UBND", "\"'=HYPERLINK", "'=Lan"] {
            assert!(table.contains(guarded), "{guarded}");
        }
        let by_theme = gathered_rows(&ds, &shown, By::Theme, Lang::En);
        let counts: Vec<&Cell> = by_theme[1..].iter().filter_map(|row| row.last()).collect();
        assert_eq!(counts, [&Cell::Number(2.0), &Cell::Number(1.0), &Cell::Number(3.0)]);
        assert_eq!(by_theme[2][0], text("(no theme)"));
        let by_area = gathered_rows(&ds, &shown, By::Area, Lang::En);
        assert_eq!(by_area.last().unwrap()[1..], by_theme.last().unwrap()[1..]);
    }
}
