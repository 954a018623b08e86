//! Periods of a rhythm, when each falls due, and which have lapsed.

use std::fmt;
use std::ops::Range;

use crate::journal::{Rhythm, Status};
use crate::text::date::CivilDate;

/// When a task runs and how often it is checked.
///
/// A recurring task has the calendar's months, quarters or years from the one of its start to the one of its last day; the
/// period in which it starts counts, however late in it that is. A period falls due on its last day, the last one on the
/// task's last day if that comes first. A task for once has one period, due on the task's last day. A task that ends
/// before it starts (two people's dates merged) has no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// How often.
    pub rhythm: Rhythm,
    /// First day. Without it a recurring task runs, and nothing of it can be overdue.
    pub start: Option<CivilDate>,
    /// Last day. Without it a recurring task has no end, and one for once is never due.
    pub due: Option<CivilDate>,
}

/// A month, quarter or year of the calendar, or the only period of a task for once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    rhythm: Rhythm,
    /// Months, quarters or years since the beginning of year 0; 0 for once.
    number: i32,
}

impl Schedule {
    /// The period that a check-in made on a day is for: that of the day, or the first or last one before or after it.
    pub fn current(self, as_of: CivilDate) -> Option<Period> {
        if self.is_void() {
            return None;
        }
        let mut period = Period::of(self.rhythm, as_of);
        if let Some(due) = self.due {
            period = period.min(Period::of(self.rhythm, due));
        }
        if let Some(start) = self.start {
            period = period.max(Period::of(self.rhythm, start));
        }
        Some(period)
    }

    /// The day on which a period falls due.
    pub fn due_day(self, period: Period) -> Option<CivilDate> {
        match (period.last_day(), self.due) {
            (Some(last), Some(due)) => Some(last.min(due)),
            (last, due) => last.or(due),
        }
    }

    /// The numbers of all periods whose due day lies before a day.
    pub fn lapsed(self, as_of: CivilDate) -> Range<i32> {
        let is_over = self.due.is_some_and(|due| due < as_of);
        let first = match (self.rhythm, self.start) {
            _ if self.is_void() => return 0..0,
            (Rhythm::Once, _) => return 0..i32::from(is_over),
            (_, None) => return 0..0,
            (rhythm, Some(start)) => Period::of(rhythm, start).number,
        };
        // The period of a day falls due on that day at the earliest, unless the task has ended before.
        let end = match self.due {
            Some(due) if is_over => Period::of(self.rhythm, due).number + 1,
            _ => Period::of(self.rhythm, as_of).number,
        };
        first..end.max(first)
    }

    /// Whether a period lies between start and end.
    pub fn has(self, period: Period) -> bool {
        let is_after = |day: CivilDate| period >= Period::of(self.rhythm, day);
        let is_before = |day: CivilDate| period <= Period::of(self.rhythm, day);
        !self.is_void()
            && period.rhythm == self.rhythm
            && self.start.is_none_or(is_after)
            && self.due.is_none_or(is_before)
    }

    /// The period of a number; numbers come from [`Schedule::lapsed`] and [`Period::number`].
    pub fn period(self, number: i32) -> Period {
        Period { rhythm: self.rhythm, number }
    }

    fn is_void(self) -> bool {
        self.start.zip(self.due).is_some_and(|(start, due)| start > due)
    }
}

/// Whether a status answers what a period asks, so that the period is not overdue.
///
/// A recurring task asks how it stands: whatever is said but "not started" is an answer, also "at risk", since the place has
/// reported. A task for once asks for the thing itself: only "done" and "not applicable" end it.
pub fn is_answer(rhythm: Rhythm, status: Option<Status>) -> bool {
    match status {
        Some(Status::Done | Status::NotApplicable) => true,
        Some(Status::OnTrack | Status::AtRisk) => rhythm != Rhythm::Once,
        Some(Status::NotStarted) | None => false,
    }
}

impl Period {
    /// The period of a day.
    pub fn of(rhythm: Rhythm, day: CivilDate) -> Period {
        let per_year = per_year(rhythm);
        Period { rhythm, number: day.year() * per_year + (day.month() as i32 - 1) * per_year / 12 }
    }

    /// The period of a text as `Display` writes it.
    pub fn from_text(text: &str) -> Option<Period> {
        if text == "once" {
            return Some(Period { rhythm: Rhythm::Once, number: 0 });
        }
        let (year, part) = text.split_once('-').unwrap_or((text, ""));
        let (rhythm, part) = match part.strip_prefix('Q') {
            Some(quarter) => (Rhythm::Quarterly, quarter.parse().ok()?),
            None if part.is_empty() => (Rhythm::Yearly, 1),
            None => (Rhythm::Monthly, part.parse().ok()?),
        };
        let year: i32 = year.parse().ok().filter(|year| (0..=9999).contains(year))?;
        if !(1..=per_year(rhythm)).contains(&part) {
            return None;
        }
        let period = Period { rhythm, number: year * per_year(rhythm) + part - 1 };
        // Writing it again finds every other fault: missing or superfluous digits, signs.
        Some(period).filter(|period| period.to_string() == text)
    }

    /// Which rhythm it is of.
    pub fn rhythm(self) -> Rhythm {
        self.rhythm
    }

    /// Its place in the row of all periods of its rhythm.
    pub fn number(self) -> i32 {
        self.number
    }

    /// Calendar year; `None` for once.
    pub fn year(self) -> Option<i32> {
        if self.rhythm == Rhythm::Once { None } else { Some(self.number.div_euclid(per_year(self.rhythm))) }
    }

    /// Month or quarter from 1; 1 for a year and for once.
    pub fn part(self) -> u32 {
        if self.rhythm == Rhythm::Once { 1 } else { self.number.rem_euclid(per_year(self.rhythm)) as u32 + 1 }
    }

    /// Its last day; `None` for once.
    pub fn last_day(self) -> Option<CivilDate> {
        let month = self.part() * 12 / per_year(self.rhythm).max(1) as u32;
        let year = self.year()?;
        (28..=31).rev().find_map(|day| CivilDate::new(year, month, day))
    }
}

/// Periods in a year; a task for once counts none.
fn per_year(rhythm: Rhythm) -> i32 {
    match rhythm {
        Rhythm::Once => 0,
        Rhythm::Yearly => 1,
        Rhythm::Quarterly => 4,
        Rhythm::Monthly => 12,
    }
}

/// `2024-03`, `2024-Q1`, `2024`, `once`.
impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let Some(year) = self.year() else { return formatter.write_str("once") };
        write!(formatter, "{year:04}")?;
        match self.rhythm {
            Rhythm::Monthly => write!(formatter, "-{:02}", self.part()),
            Rhythm::Quarterly => write!(formatter, "-Q{}", self.part()),
            Rhythm::Once | Rhythm::Yearly => Ok(()),
        }
    }
}
