//! Periods, statuses and counts in words and signs.

use super::calendar::Period;
use super::roll_up::RollUp;
use crate::data::Lang;
use crate::journal::{Outcome, Rhythm, Status};
use crate::text::number;
use crate::text::say::{tasks, working};
use crate::text::words::Words;

/// A period for people: "March 2024", "quarter 1 of 2024", "2024", "once".
pub fn period_text(lang: Lang, period: Period) -> String {
    let Some(year) = period.year() else { return tasks::ONCE.get(lang).to_owned() };
    let (year, part) = (format!("{year:04}"), period.part());
    match period.rhythm() {
        Rhythm::Monthly => month_text(lang, &year, part),
        Rhythm::Quarterly => working::QUARTER.fill(lang, &[("n", &part.to_string()), ("year", &year)]),
        Rhythm::Once | Rhythm::Yearly => working::YEAR.fill(lang, &[("year", &year)]),
    }
}

/// A month, from 1, of a year.
pub fn month_text(lang: Lang, year: &str, month: u32) -> String {
    let words = working::MONTHS[(month.clamp(1, 12) - 1) as usize];
    words.fill(lang, &[("year", year)])
}

/// The sign that stands beside a status's colour.
pub fn status_sign(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "○",
        Status::OnTrack => "●",
        Status::AtRisk => "▲",
        Status::Done => "✓",
        Status::NotApplicable => "–",
    }
}

/// A status in words.
pub fn status_words(status: Status) -> Words {
    match status {
        Status::NotStarted => tasks::NOT_STARTED,
        Status::OnTrack => tasks::ON_TRACK,
        Status::AtRisk => tasks::AT_RISK,
        Status::Done => tasks::DONE,
        Status::NotApplicable => tasks::NOT_APPLICABLE,
    }
}

/// An outcome in words.
pub fn outcome_words(outcome: Outcome) -> Words {
    match outcome {
        Outcome::Fires => tasks::FIRES,
        Outcome::Explosions => tasks::EXPLOSIONS,
        Outcome::Fireworks => tasks::FIREWORKS,
        Outcome::Accidents => tasks::ACCIDENTS,
        Outcome::Jams => tasks::JAMS,
        Outcome::Races => tasks::RACES,
        Outcome::Crimes => tasks::CRIMES,
    }
}

/// A rhythm in words.
pub fn rhythm_words(rhythm: Rhythm) -> Words {
    match rhythm {
        Rhythm::Once => tasks::ONCE,
        Rhythm::Monthly => tasks::MONTHLY,
        Rhythm::Quarterly => tasks::QUARTERLY,
        Rhythm::Yearly => tasks::YEARLY,
    }
}

/// The counts of cells in words, zeros left out: "3 on track, 1 at risk, 6 without a check-in, 2 overdue".
pub fn counts_text(lang: Lang, sum: &RollUp) -> String {
    let whole = |n: usize| number::whole(lang, n as u64);
    let mut parts: Vec<String> = Vec::new();
    for (_, status) in Status::ALL {
        if sum.of(status) > 0 {
            parts.push(format!("{} {}", whole(sum.of(status)), status_words(status).get(lang)));
        }
    }
    for (n, words) in [(sum.blank, working::BLANK), (sum.overdue, working::OVERDUE), (sum.in_conflict, working::DIFFER)]
    {
        if n > 0 {
            parts.push(format!("{} {}", whole(n), words.get(lang)));
        }
    }
    parts.join(", ")
}

/// The share on track, if any cell is applicable: "70 %".
pub fn share_text(lang: Lang, sum: &RollUp) -> Option<String> {
    sum.on_track_pct().map(|pct| number::percent(lang, pct, 0))
}

/// What a task is called where there is little room: the data set's own id before its title.
pub fn task_name(is_built_in: bool, id: &str, title: &str) -> String {
    if is_built_in { format!("{id}. {title}") } else { title.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::number::NBSP;

    #[test]
    fn periods_for_people() {
        let told = |text: &str| Lang::ALL.map(|lang| period_text(lang, Period::from_text(text).unwrap()));
        assert_eq!(told("2024-03"), ["tháng 3/2024", "March 2024", "март 2024 г."]);
        assert_eq!(told("2024-Q1"), ["quý 1/2024", "quarter 1 of 2024", "1-й квартал 2024 г."]);
        assert_eq!(told("2024"), ["năm 2024", "2024", "2024 г."]);
        assert_eq!(told("once"), ["một lần", "once", "один раз"]);
    }

    #[test]
    fn signs_tell_statuses_apart() {
        let signs = crate::order::set_of(Status::ALL.map(|(_, status)| status_sign(status)));
        assert_eq!(signs.len(), Status::ALL.len());
    }

    #[test]
    fn counts_leave_zeros_out() {
        let sum = RollUp { by_status: [0, 3, 1, 0, 0], blank: 6, overdue: 2, in_conflict: 0 };
        assert_eq!(counts_text(Lang::En, &sum), "3 on track, 1 at risk, 6 without a check-in, 2 overdue");
        assert_eq!(share_text(Lang::En, &sum).as_deref(), Some("30%"));
        assert_eq!(share_text(Lang::Ru, &sum).unwrap().replace(NBSP, " "), "30 %");
        assert_eq!(
            (counts_text(Lang::Vi, &RollUp::default()), share_text(Lang::Vi, &RollUp::default())),
            (String::new(), None)
        );
    }
}
