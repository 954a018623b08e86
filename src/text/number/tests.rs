use proptest::prelude::*;

use super::*;

/// As `Intl.NumberFormat("en")` of Node 20.20 (ICU 78, CLDR 48) prints them, minus aside.
#[test]
fn rounding_is_that_of_intl() {
    let expected = [
        (0.0, 0, "0"),
        (-0.0, 2, "0.00"),
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-0.04, 0, "0"),
        (-0.04, 1, "0.0"),
        (-0.04, 2, "−0.04"),
        (84.245, 0, "84"),
        (84.245, 1, "84.2"),
        (84.245, 2, "84.25"),
        (1.005, 2, "1.01"),
        (999.95, 1, "1,000.0"),
        (999.95, 2, "999.95"),
        (1234.5, 0, "1,235"),
        (1234.5, 2, "1,234.50"),
        (-1_234_567.891, 2, "−1,234,567.89"),
        (359_910.0, 0, "359,910"),
        (0.125, 2, "0.13"),
        (1e21, 1, "1,000,000,000,000,000,000,000.0"),
        (123_456_789_012_345_680.0, 0, "123,456,789,012,345,680"),
        (0.000_499_9, 2, "0.00"),
        (0.06, 1, "0.1"),
        (0.96, 0, "1"),
        (99_999.5, 0, "100,000"),
    ];
    for (value, decimals, text) in expected {
        assert_eq!(number(Lang::En, value, decimals), text, "{value} {decimals}");
    }
}

#[test]
fn each_language_has_its_signs() {
    assert_eq!(Lang::ALL.map(|lang| number(lang, -1234.5, 1)), ["−1.234,5", "−1,234.5", "−1\u{a0}234,5"]);
    assert_eq!(Lang::ALL.map(|lang| percent(lang, 85.6, 1)), ["85,6%", "85.6%", "85,6\u{a0}%"]);
    assert_eq!(Lang::ALL.map(|lang| whole(lang, 359_910)), ["359.910", "359,910", "359\u{a0}910"]);
    assert_eq!(whole(Lang::En, 0), "0");
}

/// As `Intl.NumberFormat` with `maximumSignificantDigits` (Node 20.20).
#[test]
fn significant_digits() {
    let cases = [(18914.8, 3), (0.012_345, 2), (1.0, 3), (999.6, 3), (1_234_567.0, 2), (0.99999, 3), (-2477.013, 4)];
    let vi = ["18.900", "0,012", "1", "1.000", "1.200.000", "1", "−2.477"];
    assert_eq!(cases.map(|(value, digits)| significant(Lang::Vi, value, digits)), vi);
    assert_eq!(significant(Lang::Vi, 5.0, 0), "5");
}

/// As `Intl.NumberFormat` with `notation: "compact"`, long in Vietnamese and short else (Node 20.20), but grouped and
/// with U+00A0.
#[test]
fn compact_form() {
    let expected = [
        (0.0, "0", "0"),
        (0.001_23, "0,0012", "0.0012"),
        (1.25, "1,3", "1.3"),
        (12.34, "12", "12"),
        (99.95, "100", "100"),
        (999.5, "1 nghìn", "1K"),
        (1234.0, "1,2 nghìn", "1.2K"),
        (9999.0, "10 nghìn", "10K"),
        (99_950.0, "100 nghìn", "100K"),
        (359_910.0, "360 nghìn", "360K"),
        (999_499.0, "999 nghìn", "999K"),
        (999_950.0, "1 triệu", "1M"),
        (1_250_000.0, "1,3 triệu", "1.3M"),
        (2.5e9, "2,5 tỷ", "2.5B"),
        (1e12, "1 nghìn tỷ", "1T"),
        (1.5e15, "1.500 nghìn tỷ", "1,500T"),
        (-1234.0, "−1,2 nghìn", "−1.2K"),
    ];
    for (value, vi, en) in expected {
        assert_eq!(compact(Lang::Vi, value).replace(NBSP, " "), vi, "{value}");
        assert_eq!(compact(Lang::En, value), en, "{value}");
    }
    assert_eq!(compact(Lang::Ru, 2.5e9), "2,5\u{a0}млрд");
    assert_eq!(compact(Lang::Ru, 1234.0), "1,2\u{a0}тыс.");
}

#[test]
fn what_is_not_finite_prints_without_panic() {
    assert_eq!(number(Lang::Vi, f64::NAN, 1), "NaN");
    assert_eq!(compact(Lang::Vi, f64::NEG_INFINITY), "−∞");
    assert_eq!(significant(Lang::Vi, f64::INFINITY, 1), "∞");
}

#[track_caller]
fn check_parse(text: &str, vi: Option<f64>, en: Option<f64>, ru: Option<f64>) {
    let read = Lang::ALL.map(|lang| parse(lang, text).ok());
    assert_eq!(read, [vi, en, ru], "{text:?}");
}

#[test]
fn reads_own_form_and_unambiguous_others() {
    let all = |text: &str, value: f64| check_parse(text, Some(value), Some(value), Some(value));
    all("0", 0.0);
    all(" 1234 ", 1234.0);
    all("-12", -12.0);
    all("−12", -12.0);
    all("+ 12", 12.0);
    all("1.234,5", 1234.5);
    all("1,234.5", 1234.5);
    all("1 234,5", 1234.5);
    all("1\u{202f}234.5", 1234.5);
    all("1\u{a0}234\u{2009}567", 1_234_567.0);
    all("1.234.567", 1_234_567.0);
    all("1,234,567", 1_234_567.0);
    all("3.64", 3.64);
    all("3,64", 3.64);
    all("0.125", 0.125);
    all("0,125", 0.125);
    all(".5", 0.5);
    all("1234.567", 1234.567);
    all("85.6 %", 85.6);
    all("85,6%", 85.6);
    all("-0", 0.0);
    check_parse("1.234", Some(1234.0), Some(1.234), None);
    check_parse("1,234", Some(1.234), Some(1234.0), Some(1.234));
    check_parse("-1.234", Some(-1234.0), Some(-1.234), None);
}

#[test]
fn says_what_is_wrong_and_where() {
    let error = |text: &str| parse(Lang::Ru, text).unwrap_err();
    assert_eq!(error(""), ParseNumber::NoDigits);
    assert_eq!(error("  "), ParseNumber::NoDigits);
    assert_eq!(error("%"), ParseNumber::NoDigits);
    assert_eq!(error("-"), ParseNumber::NoDigits);
    assert_eq!(error(","), ParseNumber::Unexpected { found: ',', at_char: 0 });
    assert_eq!(error("không"), ParseNumber::Unexpected { found: 'k', at_char: 0 });
    assert_eq!(error("12 людей"), ParseNumber::Unexpected { found: 'л', at_char: 3 });
    assert_eq!(error("5,"), ParseNumber::Unexpected { found: ',', at_char: 1 });
    assert_eq!(error("--5"), ParseNumber::Unexpected { found: '-', at_char: 1 });
    assert_eq!(error("5%%"), ParseNumber::Unexpected { found: '%', at_char: 1 });
    assert_eq!(error("1e5"), ParseNumber::Unexpected { found: 'e', at_char: 1 });
    assert_eq!(error("1.234"), ParseNumber::Ambiguous { at_char: 1 });
    assert_eq!(error("1 23 456"), ParseNumber::BadGroups { at_char: 1 });
    assert_eq!(error("1 234 56"), ParseNumber::BadGroups { at_char: 5 });
    assert_eq!(error("1234 567"), ParseNumber::BadGroups { at_char: 4 });
    assert_eq!(error("1.234 567"), ParseNumber::Unexpected { found: ' ', at_char: 5 });
    assert_eq!(error("1,234 567.8"), ParseNumber::Unexpected { found: ' ', at_char: 5 });
    assert_eq!(error(&"9".repeat(400)), ParseNumber::TooLarge);
}

#[test]
fn plain_numbers_are_short_and_for_machines() {
    for (value, text) in [
        (0.0, "0"),
        (-0.0, "0"),
        (5_000.0, "5000"),
        (-84.25, "-84.25"),
        (0.1 + 0.2, "0.3"),
        (1.0 / 3.0, "0.333333333333333"),
        (0.001_2, "0.0012"),
        (2.0 / 3.0 * 1e6, "666666.666666667"),
        (1e20, "100000000000000000000"),
        (1e21, "1e21"),
        (-2.5e-30, "-2.5e-30"),
    ] {
        assert_eq!(plain(value), text);
    }
}

proptest! {
    #[test]
    fn plain_numbers_read_back(value in proptest::num::f64::NORMAL) {
        let read = crate::json::number(&plain(value)).unwrap();
        prop_assert!((read - value).abs() <= value.abs() * 1e-14, "{} {}", value, plain(value));
        prop_assert_eq!(plain(read), plain(value));
    }

    #[test]
    fn plain_numbers_of_few_digits_read_back_exactly(digits in -999_999_999_999_999_i64..999_999_999_999_999, power in 0..15) {
        let value = digits as f64 / 10_f64.powi(power);
        prop_assert_eq!(crate::json::number(&plain(value)), Some(value));
    }

    /// What is printed with enough digits reads back as the same number, in each language.
    #[test]
    fn printed_numbers_read_back(thousandths in -1_000_000_000_000_i64..1_000_000_000_000, decimals in 3_u8..6) {
        let value = thousandths as f64 / 1000.0;
        for lang in Lang::ALL {
            let text = number(lang, value, decimals);
            prop_assert_eq!(parse(lang, &text), Ok(value), "{}", text);
            prop_assert_eq!(parse(lang, &percent(lang, value, decimals)), Ok(value));
        }
    }

    #[test]
    fn any_finite_number_prints_and_reads_back(value in proptest::num::f64::NORMAL) {
        for lang in Lang::ALL {
            let text = number(lang, value, 255);
            let read = parse(lang, &text).unwrap();
            prop_assert!((read - value).abs() <= 1e-255_f64.max(value.abs() * 1e-15), "{} {}", value, text);
        }
    }

    #[test]
    fn rounding_is_within_half_a_unit_and_never_shows_minus_zero(value in -1e6_f64..1e6, decimals in 0_u8..6) {
        let text = number(Lang::En, value, decimals);
        let read = parse(Lang::En, &text.replace(',', "")).unwrap();
        prop_assert!((read - value).abs() <= 0.5 * 10_f64.powi(-i32::from(decimals)) * (1.0 + 1e-9));
        prop_assert!(!text.starts_with(MINUS) || read < 0.0);
    }

    #[test]
    fn parsing_never_panics(text in "[-−+0-9., %a\u{a0}]{0,12}") {
        for lang in Lang::ALL {
            if let Ok(value) = parse(lang, &text) {
                prop_assert!(value.is_finite());
            }
        }
    }
}
