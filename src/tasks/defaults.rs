//! What the page assumes of the ten tasks of the conference until a person changes it.

use crate::journal::{Outcome, Recipients, Rhythm, TaskDraft};
use crate::text::date::CivilDate;
use crate::text::say::tasks as words;
use crate::text::words::Words;

/// The data set that the table is for; tasks of others are for once and have no dates.
pub(super) const DATA_SET: &str = "thanh-hoa-2023";

/// Group, rhythm and last day (year, month, day) of a task.
type Row = (&'static str, &'static Words, Rhythm, (i32, u32, u32));

const END_OF_YEAR: (i32, u32, u32) = (2024, 12, 31);

/// The conference's report, as the data set words it, states "each month" for T2, "monthly and quarterly" for T6 (here:
/// monthly), "to 2028" for T1, "2024" for T5, T8 and T9, and Tết (10 February 2024) for T10. All else is our default, which
/// a person can change: the rhythms of T1, T3, T4 and T7, which it calls continuous, regular or "as the regime sets"; the
/// groups; that all tasks are for all areas and start on 1 February 2024, the first month after the conference of
/// 30 January; that those of the year end with it; that T10 ends on 24 February, the 15th day of the lunar new year.
pub(super) const TABLE: [Row; 10] = [
    ("T1", &words::GROUP_CELLS, Rhythm::Yearly, (2028, 12, 31)),
    ("T2", &words::GROUP_REPORTING, Rhythm::Monthly, END_OF_YEAR),
    ("T3", &words::GROUP_REPORTING, Rhythm::Quarterly, END_OF_YEAR),
    ("T4", &words::GROUP_REPORTING, Rhythm::Monthly, END_OF_YEAR),
    ("T5", &words::GROUP_CELLS, Rhythm::Once, END_OF_YEAR),
    ("T6", &words::GROUP_CELLS, Rhythm::Monthly, END_OF_YEAR),
    ("T7", &words::GROUP_CELLS, Rhythm::Quarterly, END_OF_YEAR),
    ("T8", &words::GROUP_RESIDENTS, Rhythm::Once, END_OF_YEAR),
    ("T9", &words::GROUP_RESIDENTS, Rhythm::Once, END_OF_YEAR),
    ("T10", &words::GROUP_ORDER, Rhythm::Once, (2024, 2, 24)),
];

/// Group and entries of a task of a data set before anybody changes it; its title and role stay empty.
pub(super) fn of(data_set: &str, task: &str) -> (Option<&'static Words>, TaskDraft) {
    let everybody = Recipients { all: true, areas: Vec::new() };
    let mut draft = TaskDraft { to: everybody, ..TaskDraft::default() };
    let row = TABLE.iter().find(|row| data_set == DATA_SET && row.0 == task);
    let Some(&(_, group, rhythm, (year, month, day))) = row else { return (None, draft) };
    draft.rhythm = rhythm;
    draft.start = CivilDate::new(2024, 2, 1);
    draft.due = CivilDate::new(year, month, day);
    if task == "T10" {
        draft.outcomes = Outcome::ALL.map(|(_, outcome)| outcome).to_vec();
    }
    (Some(group), draft)
}
