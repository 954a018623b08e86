//! A task or an area on one page, as plain data for print.

use super::matrix::{Cell, Matrix};
use super::roll_up::RollUp;
use crate::journal::Outcome;

/// What a printed page of a task or of an area holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary<'a> {
    /// The counts of its lines.
    pub roll_up: RollUp,
    /// Its cells, by task and then by place.
    pub lines: Vec<Line<'a>>,
    /// Sums of what its current check-ins count, in the order of [`Outcome::ALL`]; only what somebody has counted.
    pub outcomes: Vec<OutcomeSum>,
}

/// A line: a place's answer for a task. Remark, figure, author and moment stand in the cell's check-in.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<'a> {
    /// The row of the matrix.
    pub task_ix: usize,
    /// The column of the matrix.
    pub place_ix: usize,
    /// What stands there.
    pub cell: Cell<'a>,
}

/// How many of one outcome there were.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OutcomeSum {
    /// What was counted.
    pub outcome: Outcome,
    /// How many there were.
    pub total: f64,
    /// Check-ins that count it, zero too; places that have not counted are not in the total.
    pub n_counted: usize,
}

impl Matrix {
    /// The page of one task or all, of one area or all.
    pub fn summary(&self, task_ix: Option<usize>, area_ix: Option<usize>) -> Summary<'_> {
        let mut lines = Vec::new();
        self.each_cell(task_ix, area_ix, &mut |task_ix, place_ix, cell| lines.push(Line { task_ix, place_ix, cell }));
        let mut outcomes = Vec::new();
        for (_, outcome) in Outcome::ALL {
            let mut sum = OutcomeSum { outcome, total: 0.0, n_counted: 0 };
            for check_in in lines.iter().filter_map(|line| line.cell.check_in) {
                if let Some((_, count)) = check_in.outcomes.iter().find(|(counted, _)| *counted == outcome) {
                    sum.total += count;
                    sum.n_counted += 1;
                }
            }
            if sum.n_counted > 0 {
                outcomes.push(sum);
            }
        }
        Summary { roll_up: self.roll_up(task_ix, area_ix), lines, outcomes }
    }
}
