//! What number a cell of somebody's table holds.
//!
//! "1.234" is a thousand to one person and one and a bit to another, and a table does not say whose it is. So a column
//! tells by all of its cells how it writes numbers ([`Convention`]), or else the other columns do, and a cell that may
//! still be either is ambiguous until a person decides. (`text::number` reads what a person types, whose language is known.)

use crate::text::fold::fold;
use crate::text::number::MINUS;

use super::table::Entry;

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    /// Nothing, or a sign or word that says so.
    Empty,
    /// A number.
    Number {
        /// Finite; a percentage in per cent (85.6 for "85,6 %").
        value: f64,
        /// Whether a per cent sign stood there.
        percent: bool,
    },
    /// A number with a sign that may be the decimal one or one between thousands.
    Ambiguous,
    /// Something else: a text, a date, an error of a formula, two numbers.
    NotANumber,
}

/// How a column writes its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Convention {
    /// No cell has said.
    #[default]
    Unknown,
    /// Comma before the fraction.
    Comma,
    /// Point before the fraction.
    Point,
    /// Cells contradict each other, so that each counts for itself.
    Mixed,
}

impl Convention {
    /// Takes in what one more cell of the column says.
    pub fn learn(&mut self, entry: &Entry, units: &[String]) {
        let Entry::Text(text) = entry else { return };
        let Some(Shape { clear: Some(decimal), .. }) = shape(text, units) else { return };
        self.join(if decimal == ',' { Convention::Comma } else { Convention::Point });
    }

    /// Takes in what other cells say.
    pub fn join(&mut self, other: Convention) {
        if *self == Convention::Unknown {
            *self = other;
        } else if *self != other && other != Convention::Unknown {
            *self = Convention::Mixed;
        }
    }
}

/// Folded spellings of a unit, for [`read`] and [`Convention::learn`]: "km²" and "km2", "hộ" and "ho".
pub fn units<'a>(spellings: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut folded: Vec<String> = spellings.into_iter().map(unit_key).filter(|unit| !unit.is_empty()).collect();
    folded.dedup();
    folded
}

/// The number of a cell. A unit behind it is passed over if it is one of `units`.
pub fn read(entry: &Entry, convention: Convention, units: &[String]) -> Reading {
    match entry {
        Entry::Empty => Reading::Empty,
        Entry::Number(value) => number(*value, false),
        Entry::Percent(value) => number(*value, true),
        Entry::Bool(_) | Entry::Date(_) | Entry::Error(_) => Reading::NotANumber,
        Entry::Text(text) if says_nothing(text) => Reading::Empty,
        Entry::Text(text) => match shape(text, units) {
            None => Reading::NotANumber,
            Some(shape) => match (shape.decimal, shape.clear.is_some(), convention) {
                (Some(_), false, Convention::Unknown | Convention::Mixed) => Reading::Ambiguous,
                (Some(sign), false, Convention::Comma) => shape.value((sign == ',').then_some(sign)),
                (Some(sign), false, Convention::Point) => shape.value((sign == '.').then_some(sign)),
                (decimal, ..) => shape.value(decimal),
            },
        },
    }
}

/// The answer of a cell of a yes/no column as 1 or 0; a number other than these as it is, for the judge to refuse.
pub fn read_yes_no(entry: &Entry) -> Reading {
    const YES: [&str; 14] = ["co", "yes", "y", "да", "x", "х", "v", "✓", "✔", "true", "истина", "dung", "roi", "1"];
    const NO: [&str; 10] = ["khong", "no", "n", "нет", "false", "ложь", "sai", "chua", "0", "✗"];
    let text = match entry {
        Entry::Bool(yes) => return number(f64::from(u8::from(*yes)), false),
        Entry::Text(text) => fold(text),
        other => return read(other, Convention::Unknown, &[]),
    };
    if YES.contains(&text.as_str()) {
        number(1.0, false)
    } else if NO.contains(&text.as_str()) {
        number(0.0, false)
    } else {
        read(entry, Convention::Unknown, &[])
    }
}

fn number(value: f64, percent: bool) -> Reading {
    if value.is_finite() { Reading::Number { value: value + 0.0, percent } } else { Reading::NotANumber }
}

/// Whether a text stands for an empty cell.
fn says_nothing(text: &str) -> bool {
    const WORDS: [&str; 21] = [
        "",
        "-",
        "--",
        "–",
        "—",
        "−",
        "…",
        "...",
        "n/a",
        "na",
        "null",
        "none",
        "no data",
        "khong",
        "khong co",
        "khong co so lieu",
        "chua co",
        "chua co so lieu",
        "нет",
        "н/д",
        "нет данных",
    ];
    let folded = fold(text);
    WORDS.contains(&folded.as_str())
}

/// The parts of a text that has the form of a number.
struct Shape<'a> {
    negative: bool,
    /// Digits and what stands between them.
    body: &'a str,
    /// The comma or point that is before the fraction, or may be.
    decimal: Option<char>,
    /// The decimal sign of whoever wrote this, if the text can be read in one way only and says it.
    clear: Option<char>,
    percent: bool,
}

impl Shape<'_> {
    fn value(&self, decimal: Option<char>) -> Reading {
        let mut digits = String::with_capacity(self.body.len() + 1);
        if self.negative {
            digits.push('-');
        }
        for c in self.body.chars() {
            if c.is_ascii_digit() {
                digits.push(c);
            } else if Some(c) == decimal {
                digits.push('.');
            }
        }
        digits.parse().map_or(Reading::NotANumber, |value| number(value, self.percent))
    }
}

/// Takes a text apart; `None` if it is no number in any convention.
fn shape<'a>(text: &'a str, units: &[String]) -> Option<Shape<'a>> {
    let mut body = text.trim();
    let mut percent = false;
    if let Some(rest) = body.strip_suffix('%').or_else(|| body.strip_prefix('%')) {
        percent = true;
        body = rest.trim();
    } else if let Some(at) = body.find(char::is_alphabetic) {
        if !units.contains(&unit_key(&body[at..])) {
            return None;
        }
        body = body[..at].trim_end();
    }
    let mut negative = false;
    if let Some(sign) = body.chars().next().filter(|c| matches!(c, '-' | '+' | '–' | &MINUS)) {
        negative = sign != '+';
        body = body[sign.len_utf8()..].trim_start();
    }
    if !body.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // The groups of digits with the sign before each.
    let mut groups: Vec<(char, usize)> = vec![('\0', 0)];
    for c in body.chars() {
        let last = groups.last_mut()?;
        if c.is_ascii_digit() {
            last.1 += 1;
        } else if matches!(c, '.' | ',') || is_space_of_groups(c) {
            groups.push((if is_space_of_groups(c) { ' ' } else { c }, 0));
        } else {
            return None;
        }
    }
    let [first, rest @ ..] = groups.as_slice() else { return None };
    let Some(&(last_sign, last_len)) = rest.last() else {
        return Some(Shape { negative, body, decimal: None, clear: None, percent });
    };
    let grouping = rest[0].0;
    let n_of = |sign: char| rest.iter().filter(|group| group.0 == sign).count();
    let has_good_groups =
        |groups: &[(char, usize)]| (1..=3).contains(&first.1) && groups.iter().all(|group| *group == (grouping, 3));
    // A lone sign: groups of three do not begin with a zero and are not longer than three digits.
    if let [(sign @ ('.' | ','), len)] = *rest {
        let may_group = len == 3 && (1..=3).contains(&first.1) && !body.starts_with('0');
        return Some(Shape { negative, body, decimal: Some(sign), clear: (!may_group).then_some(sign), percent });
    }
    if has_good_groups(rest) {
        // Two signs of thousands: the decimal one is the other.
        let clear = match grouping {
            '.' => Some(','),
            ',' => Some('.'),
            _ => None,
        };
        return Some(Shape { negative, body, decimal: None, clear, percent });
    }
    let [whole @ .., _] = rest else { return None };
    let is_good = last_sign != ' ' && n_of(last_sign) == 1 && has_good_groups(whole) && 0 < last_len;
    is_good.then_some(Shape { negative, body, decimal: Some(last_sign), clear: Some(last_sign), percent })
}

/// Blanks of any width, and the Swiss apostrophe.
fn is_space_of_groups(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’')
}

fn unit_key(text: &str) -> String {
    let mut key = String::new();
    for c in fold(text).chars() {
        match c {
            '²' => key.push('2'),
            '³' => key.push('3'),
            '.' => {}
            c => key.push(c),
        }
    }
    key.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::data::Lang;
    use crate::text::number as printed;

    fn column(cells: &[&str]) -> Vec<Reading> {
        let units = units(["m", "hộ", "km²"]);
        let entries: Vec<Entry> = cells.iter().map(|cell| Entry::Text((*cell).to_owned())).collect();
        let mut convention = Convention::Unknown;
        for entry in &entries {
            convention.learn(entry, &units);
        }
        entries.iter().map(|entry| read(entry, convention, &units)).collect()
    }

    fn check(cell: &str, value: f64) {
        assert_eq!(column(&[cell]), [Reading::Number { value, percent: false }], "{cell:?}");
    }

    fn check_is(cell: &str, reading: Reading) {
        assert_eq!(column(&[cell]), [reading], "{cell:?}");
    }

    #[test]
    fn numbers_that_can_be_read_in_one_way() {
        check("0", 0.0);
        check(" 12 ", 12.0);
        check("-5", -5.0);
        check("−5,5", -5.5);
        check("+7", 7.0);
        check("3,64", 3.64);
        check("3.64", 3.64);
        check(",5", 0.5);
        check("0.125", 0.125);
        check("0,125", 0.125);
        check("1234,567", 1234.567);
        check("1.234,5", 1234.5);
        check("1,234.5", 1234.5);
        check("1.234.567", 1_234_567.0);
        check("1,234,567", 1_234_567.0);
        check("78 201", 78_201.0);
        check("78\u{a0}201,25", 78_201.25);
        check("78\u{202f}201", 78_201.0);
        check("1'234'567.8", 1_234_567.8);
        check("-0", 0.0);
    }

    #[test]
    fn per_cent_and_units() {
        let percent = |value| Reading::Number { value, percent: true };
        check_is("85,6 %", percent(85.6));
        check_is("85.6%", percent(85.6));
        check_is("% 85", percent(85.0));
        check("120 hộ", 120.0);
        check("120 HỘ", 120.0);
        check("1.250,5m", 1250.5);
        check("3,5 km2", 3.5);
        check_is("120 nhà", Reading::NotANumber);
        check_is("5 %%", Reading::NotANumber);
    }

    #[test]
    fn what_stands_for_nothing_and_what_is_no_number() {
        for cell in ["", "  ", "-", "–", "…", "...", "N/A", "Không", "không có số liệu", "нет данных", "—"]
        {
            check_is(cell, Reading::Empty);
        }
        let wrong = [
            "abc",
            "30/01/2024",
            "2024-01-30",
            "30.01.2024",
            "12:30",
            "1 2",
            "1 23 456",
            "1.23.456",
            "1,2,3",
            "5,",
            "1.2e5",
            "12 of 34",
            "1.234,567,890",
            "#REF!",
            "1,234 567",
            "1 234.567.890",
            "1..2",
            "٣",
            "NaN",
            "inf",
            ".",
            "%",
            "- 5 -",
        ];
        for cell in wrong {
            check_is(cell, Reading::NotANumber);
        }
        let huge = "9".repeat(400);
        check_is(&huge, Reading::NotANumber);
    }

    #[test]
    fn a_column_decides_what_one_cell_cannot() {
        let number = |value| Reading::Number { value, percent: false };
        assert_eq!(column(&["1.234"]), [Reading::Ambiguous]);
        assert_eq!(column(&["1,234", "12"]), [Reading::Ambiguous, number(12.0)]);
        assert_eq!(column(&["1.234", "2,5"]), [number(1234.0), number(2.5)]);
        assert_eq!(column(&["1.234", "2.5"]), [number(1.234), number(2.5)]);
        assert_eq!(column(&["1,234", "1,234,567"]), [number(1234.0), number(1_234_567.0)]);
        assert_eq!(column(&["1,234", "2,5"]), [number(1.234), number(2.5)]);
        assert_eq!(column(&["1.234", "2,5", "2.5"]), [Reading::Ambiguous, number(2.5), number(2.5)]);
        let entry = Entry::Text("1.234".to_owned());
        assert_eq!(read(&entry, Convention::Comma, &[]), number(1234.0));
    }

    #[test]
    fn cells_of_workbooks_are_what_they_are() {
        assert_eq!(
            read(&Entry::Number(1.234), Convention::Comma, &[]),
            Reading::Number { value: 1.234, percent: false }
        );
        assert_eq!(
            read(&Entry::Percent(85.6), Convention::Unknown, &[]),
            Reading::Number { value: 85.6, percent: true }
        );
        for entry in [Entry::Date("2024-01-30".to_owned()), Entry::Error("#N/A".to_owned()), Entry::Bool(true)] {
            assert_eq!(read(&entry, Convention::Unknown, &[]), Reading::NotANumber);
        }
        assert_eq!(read(&Entry::Number(f64::NAN), Convention::Unknown, &[]), Reading::NotANumber);
    }

    #[test]
    fn yes_and_no_in_three_languages() {
        let check = |cell: &str, value| {
            let reading = read_yes_no(&Entry::Text(cell.to_owned()));
            assert_eq!(reading, Reading::Number { value, percent: false }, "{cell}");
        };
        for cell in ["Có", "yes", "Да", "x", "X", "1", "✓", "TRUE"] {
            check(cell, 1.0);
        }
        for cell in ["Không", "no", "нет", "0", "false"] {
            check(cell, 0.0);
        }
        check("2", 2.0);
        assert_eq!(read_yes_no(&Entry::Text("-".to_owned())), Reading::Empty);
        assert_eq!(read_yes_no(&Entry::Text("maybe".to_owned())), Reading::NotANumber);
        assert_eq!(read_yes_no(&Entry::Bool(false)), Reading::Number { value: 0.0, percent: false });
    }

    proptest! {
        #[test]
        fn no_cell_leads_to_a_panic(text in "([0-9]|[.,' %+-]|\u{a0}|²|ộ|m|\\PC){0,12}") {
            let entry = Entry::Text(text);
            for convention in [Convention::Unknown, Convention::Comma, Convention::Point, Convention::Mixed] {
                let _ = read(&entry, convention, &units(["m"]));
            }
            let _ = read_yes_no(&entry);
        }

        /// What the page prints in a language is read back once the column's convention is known.
        #[test]
        fn printed_numbers_come_back(value in -9_999_999.0..9_999_999.0f64, decimals in 0u8..4, lang_ix in 0usize..3) {
            let lang = Lang::ALL[lang_ix];
            let text = printed::number(lang, value, decimals);
            let expected = printed::parse(lang, &text).unwrap();
            let convention = if lang == Lang::En { Convention::Point } else { Convention::Comma };
            let reading = read(&Entry::Text(text), convention, &[]);
            prop_assert_eq!(reading, Reading::Number { value: expected, percent: false });
        }
    }
}
