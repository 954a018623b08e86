//! A month as the calendar shows it: weeks from Monday on, and what falls due on their days, done or open.

use std::fmt;

use super::calendar::{Period, is_answer};
use super::matrix::Matrix;
use crate::journal::Rhythm;
use crate::order;
use crate::text::date::CivilDate;

/// A month of the calendar, of the years 0 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    year: i32,
    /// From 1.
    month: u32,
}

/// What a task asks for one period, on the day on which that falls due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Falling {
    /// The row of the matrix.
    pub task_ix: usize,
    /// The period.
    pub period: Period,
    /// The day.
    pub day: CivilDate,
    /// Places that have not answered.
    pub open: Vec<usize>,
    /// Places that have.
    pub done: Vec<usize>,
}

impl Month {
    /// The month of a day.
    pub fn of(day: CivilDate) -> Month {
        Month { year: day.year(), month: day.month() }
    }

    /// Reads `2024-03` as `Display` writes it.
    pub fn parse(text: &str) -> Option<Month> {
        CivilDate::parse(&format!("{text}-01")).map(Month::of)
    }

    /// The month so many months later; `None` beyond the calendar.
    pub fn later(self, n: i32) -> Option<Month> {
        let number = self.year.checked_mul(12)?.checked_add(self.month as i32 - 1)?.checked_add(n)?;
        let month = Month { year: number.div_euclid(12), month: number.rem_euclid(12) as u32 + 1 };
        (0..=9999).contains(&month.year).then_some(month)
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Its number in the year, from 1.
    pub fn number(self) -> u32 {
        self.month
    }

    /// Its first day.
    pub fn first(self) -> CivilDate {
        CivilDate::new(self.year, self.month, 1).expect("each month of the calendar has a first day")
    }

    /// Its last day.
    pub fn last(self) -> CivilDate {
        let last = (28..=31).rev().find_map(|day| CivilDate::new(self.year, self.month, day));
        last.expect("each month of the calendar has a 28th day")
    }

    /// Its weeks from Monday on; days of other months are `None`.
    pub fn weeks(self) -> Vec<[Option<CivilDate>; 7]> {
        let (first, last) = (self.first().days(), self.last().days());
        // 1 January 1970, day 0, was a Thursday.
        let monday = first - (first + 3).rem_euclid(7);
        let of_month = |day: i64| (first..=last).contains(&day).then(|| CivilDate::from_days(day)).flatten();
        (monday..=last)
            .step_by(7)
            .map(|monday| std::array::from_fn(|weekday| of_month(monday + weekday as i64)))
            .collect()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year, self.month)
    }
}

impl Matrix {
    /// What falls due from one day to another, both within, in the cells (task, place) that the caller wants; by day and
    /// task. A task without a start asks nothing for periods before the day that is looked on, so those hold answers only.
    pub fn falling(&self, from: CivilDate, to: CivilDate, wants: &dyn Fn(usize, usize) -> bool) -> Vec<Falling> {
        let mut found = Vec::new();
        for (task_ix, task) in self.tasks.iter().enumerate() {
            let rhythm = task.schedule.rhythm;
            let numbers = match rhythm {
                Rhythm::Once => 0..=0,
                _ => Period::of(rhythm, from).number()..=Period::of(rhythm, to).number(),
            };
            for period in numbers.map(|number| task.schedule.period(number)) {
                let due = task.schedule.due_day(period).filter(|day| (from..=to).contains(day));
                let Some(day) = due.filter(|_| task.schedule.has(period)) else { continue };
                let is_asked = day >= self.as_of || self.lapsed(task_ix).contains(&period.number());
                let mut falling = Falling { task_ix, period, day, open: Vec::new(), done: Vec::new() };
                for place_ix in 0..self.places.len() {
                    if !wants(task_ix, place_ix) || !task.is_for(&self.places[place_ix].area) {
                        continue;
                    }
                    let status = self.check_in(task_ix, place_ix, period).and_then(|check_in| check_in.status);
                    if is_answer(rhythm, status) {
                        falling.done.push(place_ix);
                    } else if is_asked {
                        falling.open.push(place_ix);
                    }
                }
                if !falling.open.is_empty() || !falling.done.is_empty() {
                    found.push(falling);
                }
            }
        }
        order::sort_by_key(&mut found, |falling| (falling.day, falling.task_ix));
        found
    }
}
