//! Civil dates and times of day: from the clock's milliseconds, as text by locale, and to and from `yyyy-mm-dd`.
//!
//! The clock and the place's offset from UTC come from the caller; no time zone rules are known here, and nothing
//! says "yesterday" or "two hours ago".

use std::fmt;

use crate::data::Lang;

use super::number::NBSP;

const MS_PER_MINUTE: i64 = 60_000;
const MINUTES_PER_DAY: i64 = 1440;
/// Days of 400 years, after which the calendar repeats.
const DAYS_PER_ERA: i64 = 146_097;

/// A day of the Gregorian calendar, years 0 to 9999. Always a day that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDate {
    year: i16,
    month: u8,
    day: u8,
}

impl CivilDate {
    /// The day, if the calendar has it.
    pub fn new(year: i32, month: u32, day: u32) -> Option<CivilDate> {
        if !(0..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        let date = CivilDate { year: year as i16, month: month as u8, day: day as u8 };
        // A day past the end of its month would come back as one of the next month.
        (CivilDate::from_days(date.days()) == Some(date)).then_some(date)
    }

    /// Reads `yyyy-mm-dd`, all ten characters and nothing else.
    pub fn parse(text: &str) -> Option<CivilDate> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
        let read = |digits: &[u8]| {
            digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
        };
        CivilDate::new(read(&[y1, y2, y3, y4])? as i32, read(&[m1, m2])?, read(&[d1, d2])?)
    }

    /// Year.
    pub fn year(self) -> i32 {
        i32::from(self.year)
    }

    /// Month from 1.
    pub fn month(self) -> u32 {
        u32::from(self.month)
    }

    /// Day of the month from 1.
    pub fn day(self) -> u32 {
        u32::from(self.day)
    }

    /// Days since 1 January 1970: the `days_from_civil` algorithm of Howard Hinnant ("chrono-compatible low-level date
    /// algorithms"), which counts years from March so that the leap day is the last of its year.
    pub fn days(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * DAYS_PER_ERA + day_of_era - 719_468
    }

    /// The day so many days after 1 January 1970 (`civil_from_days` of Howard Hinnant), if its year is in 0 to 9999.
    pub fn from_days(days: i64) -> Option<CivilDate> {
        let from_era_0 = days.checked_add(719_468)?;
        let era = from_era_0.div_euclid(DAYS_PER_ERA);
        let day_of_era = from_era_0.rem_euclid(DAYS_PER_ERA);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = (month_from_march + 2) % 12 + 1;
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        (0..=9999).contains(&year).then_some(CivilDate { year: year as i16, month: month as u8, day: day as u8 })
    }
}

impl fmt::Display for CivilDate {
    /// `yyyy-mm-dd`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A day and a minute of it, at some place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilTime {
    /// The day there.
    pub date: CivilDate,
    /// Minutes since midnight, 0 to 1439.
    pub minute_of_day: u16,
}

impl CivilTime {
    /// What calendar and clock show at `unix_ms` milliseconds since 1970 UTC, `offset_minutes` east of UTC (420 in Việt
    /// Nam; the negative of what JavaScript's `getTimezoneOffset` gives). `None` outside the years 0 to 9999.
    pub fn from_unix_ms(unix_ms: i64, offset_minutes: i32) -> Option<CivilTime> {
        let minutes = unix_ms.div_euclid(MS_PER_MINUTE) + i64::from(offset_minutes);
        let date = CivilDate::from_days(minutes.div_euclid(MINUTES_PER_DAY))?;
        Some(CivilTime { date, minute_of_day: minutes.rem_euclid(MINUTES_PER_DAY) as u16 })
    }
}

/// A date for people: "30/1/2024", "30 January 2024", "30 января 2024 г." (with spaces that do not break).
pub fn date(lang: Lang, date: CivilDate) -> String {
    let CivilDate { year, month, day } = date;
    let month_ix = usize::from(month) - 1;
    match lang {
        Lang::Vi => format!("{day}/{month}/{year}"),
        Lang::En => format!("{day}{NBSP}{}{NBSP}{year}", ENGLISH_MONTHS[month_ix]),
        Lang::Ru => format!("{day}{NBSP}{}{NBSP}{year}{NBSP}г.", RUSSIAN_MONTHS_GENITIVE[month_ix]),
    }
}

/// A date with the time of day on a 24-hour clock: "07:05 30/1/2024", "30 January 2024, 07:05", "30 января 2024 г.,
/// 07:05". The order is CLDR's.
pub fn date_time(lang: Lang, time: CivilTime) -> String {
    let clock = format!("{:02}:{:02}", time.minute_of_day / 60, time.minute_of_day % 60);
    let date = date(lang, time.date);
    match lang {
        Lang::Vi => format!("{clock} {date}"),
        Lang::En | Lang::Ru => format!("{date}, {clock}"),
    }
}

/// [`date_time`] of a moment, milliseconds since 1970, on a clock that is ahead of UTC by some minutes. Empty for a
/// moment beyond the calendar.
pub fn date_time_of(lang: Lang, unix_ms: i64, offset_minutes: i32) -> String {
    CivilTime::from_unix_ms(unix_ms, offset_minutes).map(|time| date_time(lang, time)).unwrap_or_default()
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Months as they stand behind the day.
const RUSSIAN_MONTHS_GENITIVE: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> CivilDate {
        CivilDate::parse(text).unwrap()
    }

    /// Days as `date.toordinal() - date(1970, 1, 1).toordinal()` of Python 3.11.
    #[test]
    fn days_since_1970() {
        let expected = [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("2019-04-01", 17_987),
            ("2024-01-30", 19_752),
            ("1900-02-28", -25_509),
            ("1900-03-01", -25_508),
            ("0001-01-01", -719_162),
            ("9999-12-31", 2_932_896),
        ];
        for (text, days) in expected {
            assert_eq!(day(text).days(), days, "{text}");
            assert_eq!(CivilDate::from_days(days), Some(day(text)), "{text}");
        }
        assert_eq!(CivilDate::from_days(2_932_897), None);
        assert_eq!(CivilDate::from_days(i64::MAX), None);
        assert_eq!(CivilDate::from_days(i64::MIN), None);
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "2023-02-29",
            "1900-02-29",
            "2024-04-31",
            "2024-13-01",
            "2024-00-10",
            "2024-01-00",
            "2024-1-1",
            "24-01-01",
            "2024/01/30",
            "2024-01-30 ",
            "+024-01-30",
            "",
            "２０２4-01",
        ] {
            assert_eq!(CivilDate::parse(text), None, "{text}");
        }
        assert_eq!(CivilDate::new(10_000, 1, 1), None);
        assert_eq!(CivilDate::new(2024, 257, 1), None);
    }

    /// As `Intl.DateTimeFormat` of Node 20.20: short in Vietnamese (with the whole year), long in English (en-GB) and
    /// Russian.
    #[test]
    fn dates_for_people() {
        let plain = |text: String| text.replace(NBSP, " ");
        let opening = day("2024-01-30");
        assert_eq!(
            Lang::ALL.map(|lang| plain(date(lang, opening))),
            ["30/1/2024", "30 January 2024", "30 января 2024 г."]
        );
        let time = CivilTime { date: opening, minute_of_day: 7 * 60 + 5 };
        assert_eq!(
            Lang::ALL.map(|lang| plain(date_time(lang, time))),
            ["07:05 30/1/2024", "30 January 2024, 07:05", "30 января 2024 г., 07:05"]
        );
    }

    #[test]
    fn clock_of_a_place() {
        // 30 January 2024, 00:05:59.999 UTC.
        let unix_ms = 1_706_573_159_999;
        let at = |offset_minutes| CivilTime::from_unix_ms(unix_ms, offset_minutes).unwrap();
        assert_eq!(at(420), CivilTime { date: day("2024-01-30"), minute_of_day: 425 });
        assert_eq!(at(-60), CivilTime { date: day("2024-01-29"), minute_of_day: 23 * 60 + 5 });
        assert_eq!(CivilTime::from_unix_ms(-1, 0).unwrap().minute_of_day, 1439);
        assert_eq!(CivilTime::from_unix_ms(i64::MAX, i32::MAX), None);
        assert_eq!(CivilTime::from_unix_ms(i64::MIN, i32::MIN), None);
    }

    proptest! {
        #[test]
        fn days_and_text_round_trip(days in -719_528_i64..=2_932_896) {
            let date = CivilDate::from_days(days).unwrap();
            prop_assert_eq!(date.days(), days);
            prop_assert_eq!(CivilDate::parse(&date.to_string()), Some(date));
            prop_assert!(CivilDate::from_days(days + 1).is_none_or(|next| date < next));
        }

        #[test]
        fn parsing_never_panics(text in "\\PC{0,12}") {
            let _ = CivilDate::parse(&text);
        }
    }
}
