//! Moments as ISO 8601 in UTC, written and read without a time library (a calendar is twenty lines).

use crate::journal::clock::MAX_MS;

const MS_PER_DAY: u64 = 86_400_000;

/// `2024-01-30T02:00:00.000Z` of milliseconds since 1970; moments after the year 9999 are written as its end.
pub fn iso_of_ms(ms: u64) -> String {
    let ms = ms.min(MAX_MS);
    let (year, month, day) = date_of_days(ms / MS_PER_DAY);
    let of_day = ms % MS_PER_DAY;
    let (hour, minute, second, milli) = (of_day / 3_600_000, of_day / 60_000 % 60, of_day / 1000 % 60, of_day % 1000);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
}

/// Milliseconds since 1970 of a text of exactly the form that [`iso_of_ms`] writes.
pub fn ms_of_iso(text: &str) -> Option<u64> {
    let number = |from: usize, to: usize| -> Option<u64> {
        let digits = text.get(from..to)?;
        if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
    };
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second, milli) = (number(11, 13)?, number(14, 16)?, number(17, 19)?, number(20, 23)?);
    if year < 1970 || !(1..=12).contains(&month) {
        return None;
    }
    let ms = days_of_date(year, month, day)? * MS_PER_DAY + hour * 3_600_000 + minute * 60_000 + second * 1000 + milli;
    // Writing it again finds every other fault: separators, the 31st of June, the 25th hour.
    Some(ms).filter(|&ms| iso_of_ms(ms) == text)
}

/// Gregorian year, month, day of days since 1970-01-01. Years are counted from March, so that the leap day is their last
/// day and every month's start is a linear formula; eras of 400 years have 146,097 days.
fn date_of_days(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    (year, month, day)
}

fn days_of_date(year: u64, month: u64, day: u64) -> Option<u64> {
    let year = year - u64::from(month <= 2);
    let (era, year_of_era) = (year / 400, year % 400);
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day.checked_sub(1)?;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    (era * 146_097 + day_of_era).checked_sub(719_468)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Reference: Python 3.11, `datetime.fromtimestamp(s, timezone.utc)`.
    #[test]
    fn reference_moments() {
        for (ms, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_399_999, "2000-02-28T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_706_580_000_000, "2024-01-30T02:00:00.000Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
            (MAX_MS, "9999-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(iso_of_ms(ms), text);
            assert_eq!(ms_of_iso(text), Some(ms));
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in
            ["", "2024-01-30", "2024-02-30T00:00:00.000Z", "2024-01-30T24:00:00.000Z", "1969-12-31T00:00:00.000Z"]
        {
            assert_eq!(ms_of_iso(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn moments_round_trip(ms in 0..=MAX_MS) {
            prop_assert_eq!(ms_of_iso(&iso_of_ms(ms)), Some(ms));
        }

        #[test]
        fn any_text_is_a_moment_or_not(text: String) {
            let _ = ms_of_iso(&text);
        }
    }
}
