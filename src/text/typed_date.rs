//! A day as a person types it.

use super::date::CivilDate;
use crate::data::Lang;

/// A day in the form that fields show and take, which is short in all three languages: "31/3/2024", in Russian "31.03.2024".
pub fn field_text(lang: Lang, day: CivilDate) -> String {
    let (year, month, of_month) = (day.year(), day.month(), day.day());
    match lang {
        Lang::Vi | Lang::En => format!("{of_month}/{month}/{year:04}"),
        Lang::Ru => format!("{of_month:02}.{month:02}.{year:04}"),
    }
}

/// Reads day, month and year in this order with points, strokes, hyphens or spaces between, or `yyyy-mm-dd`; a year has four
/// digits. Whatever else is typed, and a day that the calendar does not have, is `None`.
pub fn read(text: &str) -> Option<CivilDate> {
    let text = text.trim();
    if let Some(day) = CivilDate::parse(text) {
        return Some(day);
    }
    let mut parts = text.split(['/', '.', '-', ' ']).filter(|part| !part.is_empty());
    let (day, month, year) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?, parts.next()?);
    if year.len() != 4 || parts.next().is_some() {
        return None;
    }
    CivilDate::new(digits(year, 4)? as i32, month, day)
}

fn digits(text: &str, most: usize) -> Option<u32> {
    let are_digits = text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    if are_digits { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_as_people_type_them() {
        let march = CivilDate::new(2024, 3, 31);
        for text in ["31/3/2024", "31.03.2024", " 31-3-2024 ", "31 3 2024", "2024-03-31"] {
            assert_eq!(read(text), march, "{text}");
        }
        for text in [
            "",
            "31/3/24",
            "31/4/2024",
            "29/2/2023",
            "3/2024",
            "2024",
            "1/2/3/2024",
            "+1/2/2024",
            "1/2/2024x",
            "٣/3/2024",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_a_field_shows_is_read_again(days in 0_i64..2_932_896) {
            let day = CivilDate::from_days(days).unwrap();
            for lang in Lang::ALL {
                prop_assert_eq!(read(&field_text(lang, day)), Some(day));
            }
        }

        #[test]
        fn nothing_typed_panics(text in "\\PC{0,14}") {
            let _ = read(&text);
        }
    }
}
