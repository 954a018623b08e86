//! Numbers by locale: printed for people, and read back from what people type.
//!
//! Printing follows CLDR 48 (grouping from four digits in all three languages) with two choices of our own: Russian
//! groups with U+00A0 and not U+202F, which some system fonts draw badly, and the minus is U+2212. Rounding is half
//! away from zero on the shortest decimal form, so that 84.245 prints as 84.25 as a person expects, and as `Intl`
//! does. There is no currency and no exponent here.

use crate::data::Lang;
use crate::json;

/// Space that does not break a line; between groups and before "%" in Russian.
pub const NBSP: char = '\u{a0}';

/// The sign of negative numbers.
pub const MINUS: char = '\u{2212}';

/// The sign between whole and fraction.
pub fn decimal_sign(lang: Lang) -> char {
    match lang {
        Lang::Vi | Lang::Ru => ',',
        Lang::En => '.',
    }
}

/// The sign between groups of three digits.
pub fn group_sign(lang: Lang) -> char {
    match lang {
        Lang::Vi => '.',
        Lang::En => ',',
        Lang::Ru => NBSP,
    }
}

/// A number with exactly so many digits behind the decimal sign. A result of zero has no minus.
///
/// What is not finite prints as `NaN`, `∞` or `−∞`; figures never are.
pub fn number(lang: Lang, value: f64, decimals: u8) -> String {
    match Decimal::from_f64(value) {
        Some(decimal) => decimal.round_to(i32::from(decimals)).print(lang, usize::from(decimals)),
        None => not_finite(value),
    }
}

/// A whole number, grouped.
pub fn whole(lang: Lang, n: u64) -> String {
    let mut text = String::new();
    push_grouped(&mut text, lang, n.to_string().as_bytes());
    text
}

/// A number rounded to at most so many significant digits (at least one), without zeros at the end of its fraction.
pub fn significant(lang: Lang, value: f64, digits: u8) -> String {
    match Decimal::from_f64(value) {
        Some(decimal) => decimal.round_significant(i32::from(digits.max(1))).print(lang, 0),
        None => not_finite(value),
    }
}

/// A percentage from a value in per cent (85.6 for 85.6 %), with the locale's spacing: "85,6%", "85.6%", "85,6 %".
pub fn percent(lang: Lang, pct: f64, decimals: u8) -> String {
    let mut text = number(lang, pct, decimals);
    if lang == Lang::Ru {
        text.push(NBSP);
    }
    text.push('%');
    text
}

/// A number in few characters for axes: two significant digits below 100 of a unit, whole above ("1,2 nghìn", "360K").
///
/// Russian and English units are CLDR's short ones. Vietnamese uses CLDR's long ones, because the short "N" and "Tr"
/// are not read by everybody.
pub fn compact(lang: Lang, value: f64) -> String {
    let Some(decimal) = Decimal::from_f64(value) else { return not_finite(value) };
    // Rounding comes before the choice of the unit, so that 999,950 is a million and not a thousand thousands.
    let unit_ix = |decimal: &Decimal| usize::try_from((decimal.whole_digits() - 1).clamp(0, 12) / 3).unwrap_or(0);
    let round = |decimal: &Decimal| {
        let digits_in_unit = decimal.whole_digits() - 3 * unit_ix(decimal) as i32;
        decimal.round_significant(digits_in_unit.max(2))
    };
    let rounded = round(&decimal);
    let unit_ix = unit_ix(&rounded);
    let mut text = rounded.shifted(-3 * unit_ix as i32).print(lang, 0);
    let unit = match lang {
        Lang::Vi => ["", "nghìn", "triệu", "tỷ", "nghìn\u{a0}tỷ"],
        Lang::En => ["", "K", "M", "B", "T"],
        Lang::Ru => ["", "тыс.", "млн", "млрд", "трлн"],
    }[unit_ix];
    if lang != Lang::En && !unit.is_empty() {
        text.push(NBSP);
    }
    text.push_str(unit);
    text
}

/// A finite number for machines: no groups, a point, at most 15 significant digits, an exponent where that is shorter.
/// [`crate::json::number`] reads it back; a number of 15 digits or less comes back exactly.
pub fn plain(value: f64) -> String {
    /// Longest text without an exponent.
    const MAX_CHARS: i32 = 21;
    let Some(decimal) = Decimal::from_f64(value) else { return not_finite(value) };
    let decimal = decimal.round_significant(15);
    let n_digits = decimal.digits.len() as i32;
    let mut text = if decimal.negative { String::from("-") } else { String::new() };
    let mut push = |digits: &[u8]| text.extend(digits.iter().copied().map(char::from));
    let at = decimal.exponent;
    match usize::try_from(at) {
        Ok(at_ix) if at <= MAX_CHARS && n_digits <= at => {
            push(&decimal.digits);
            push(&vec![b'0'; at_ix - decimal.digits.len()]);
            if at == 0 {
                push(b"0");
            }
        }
        Ok(at_ix) if 0 < at && at < n_digits => {
            push(&decimal.digits[..at_ix]);
            push(b".");
            push(&decimal.digits[at_ix..]);
        }
        _ if -MAX_CHARS < at - n_digits && at <= 0 => {
            push(b"0.");
            push(&vec![b'0'; at.unsigned_abs() as usize]);
            push(&decimal.digits);
        }
        _ => {
            push(&decimal.digits[..1]);
            if n_digits > 1 {
                push(b".");
                push(&decimal.digits[1..]);
            }
            push(b"e");
            text.push_str(&(at - 1).to_string());
        }
    }
    text
}

fn not_finite(value: f64) -> String {
    if value.is_nan() {
        "NaN".to_owned()
    } else if value < 0.0 {
        format!("{MINUS}∞")
    } else {
        "∞".to_owned()
    }
}

/// A decimal number `0.d1d2d3… × 10^exponent` with digits as ASCII, without leading or trailing zeros; zero has none.
#[derive(Debug, Clone)]
struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    exponent: i32,
}

impl Decimal {
    /// The shortest decimal form that reads back as `value`; `None` where it is not finite.
    fn from_f64(value: f64) -> Option<Decimal> {
        if !value.is_finite() {
            return None;
        }
        let scientific = format!("{:e}", value.abs());
        let (mantissa, exponent) = scientific.split_once('e')?;
        let digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).collect();
        let exponent = exponent.parse::<i32>().ok()? + 1;
        Some(Decimal { negative: value < 0.0, digits, exponent }.trimmed())
    }

    fn trimmed(mut self) -> Decimal {
        while self.digits.last() == Some(&b'0') {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.exponent = 0;
            self.negative = false;
        }
        self
    }

    /// Digits before the decimal sign; 0 or less for numbers below 1.
    fn whole_digits(&self) -> i32 {
        self.exponent
    }

    fn shifted(mut self, by: i32) -> Decimal {
        if !self.digits.is_empty() {
            self.exponent += by;
        }
        self
    }

    fn round_to(&self, decimals: i32) -> Decimal {
        self.round_significant(self.exponent + decimals)
    }

    /// Half away from zero. With `keep` 0 or less the result is zero, or one unit where the first digit rounds up.
    fn round_significant(&self, keep: i32) -> Decimal {
        let Ok(keep) = usize::try_from(keep) else { return Decimal { digits: Vec::new(), ..self.clone() }.trimmed() };
        let Some(&next) = self.digits.get(keep) else { return self.clone() };
        let mut rounded = self.clone();
        rounded.digits.truncate(keep);
        if b'5' <= next {
            let n_nines = rounded.digits.iter().rev().take_while(|digit| **digit == b'9').count();
            rounded.digits.truncate(keep - n_nines);
            if let Some(last) = rounded.digits.last_mut() {
                *last += 1;
            } else {
                rounded.digits.push(b'1');
                rounded.exponent += 1;
            }
        }
        rounded.trimmed()
    }

    fn print(&self, lang: Lang, min_decimals: usize) -> String {
        let n_whole = usize::try_from(self.exponent).unwrap_or(0);
        let n_zeros_behind_sign = usize::try_from(-self.exponent).unwrap_or(0);
        let mut whole: Vec<u8> = self.digits.iter().copied().take(n_whole).collect();
        whole.resize(n_whole, b'0');
        let mut fraction = vec![b'0'; if self.digits.is_empty() { 0 } else { n_zeros_behind_sign }];
        fraction.extend(self.digits.iter().skip(n_whole));
        fraction.resize(fraction.len().max(min_decimals), b'0');

        let mut text = String::with_capacity(whole.len() * 4 / 3 + fraction.len() + 4);
        if self.negative {
            text.push(MINUS);
        }
        push_grouped(&mut text, lang, if whole.is_empty() { b"0" } else { &whole });
        if !fraction.is_empty() {
            text.push(decimal_sign(lang));
            text.extend(fraction.into_iter().map(char::from));
        }
        text
    }
}

fn push_grouped(text: &mut String, lang: Lang, digits: &[u8]) {
    for (ix, &digit) in digits.iter().enumerate() {
        if 0 < ix && (digits.len() - ix).is_multiple_of(3) {
            text.push(group_sign(lang));
        }
        text.push(char::from(digit));
    }
}

/// Why a text is not a number. Positions count characters from 0, for a mark under the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseNumber {
    /// Nothing but blanks, signs of unit and sign of number: no digit.
    NoDigits,
    /// A character that no number holds, or holds elsewhere.
    Unexpected {
        /// The character.
        found: char,
        /// Where it stands.
        at_char: usize,
    },
    /// Groups that are not of three digits ("1 23 456").
    BadGroups {
        /// Where the separator stands behind which the group is wrong.
        at_char: usize,
    },
    /// A point that may mean thousands or tenths ("1.234" in Russian).
    Ambiguous {
        /// Where the sign stands.
        at_char: usize,
    },
    /// Beyond what the program can hold.
    TooLarge,
}

/// Reads a number as a person types or pastes it. A "%" behind it is dropped: per cent stay per cent.
///
/// The language's own form is read first. Other forms are read where they can mean one thing only:
/// - "1,234.5" and "1.234,5" in every language, because the last sign can only be the decimal one;
/// - "1.234.567" in English, because no number has two decimal signs;
/// - "3.64" and "0.125" in Vietnamese, because groups have three digits and do not follow a lone zero;
/// - "1 234,5" and "1 234.5" in every language, with any kind of space.
///
/// "1.234" is 1234 in Vietnamese and 1.234 in English; in Russian, where the point is neither sign, it is refused as
/// ambiguous and not guessed.
pub fn parse(lang: Lang, text: &str) -> Result<f64, ParseNumber> {
    let chars: Vec<(usize, char)> = text.chars().enumerate().collect();
    let mut body = trim(&chars);
    if let [rest @ .., (_, '%')] = body {
        body = trim(rest);
    }
    let mut negative = false;
    if let [(_, sign @ ('-' | '+' | MINUS | '\u{2013}')), rest @ ..] = body {
        negative = *sign != '+';
        body = trim(rest);
    }
    if !body.iter().any(|(_, c)| c.is_ascii_digit()) {
        return match body.first() {
            Some(&(at_char, found)) => Err(ParseNumber::Unexpected { found, at_char }),
            None => Err(ParseNumber::NoDigits),
        };
    }
    if let Some(&(at_char, found)) = body.iter().find(|(_, c)| !c.is_ascii_digit() && !is_separator(*c)) {
        return Err(ParseNumber::Unexpected { found, at_char });
    }
    let (whole, fraction) = match decimal_ix(lang, body)? {
        Some(ix) => (&body[..ix], &body[ix..]),
        None => (body, &body[body.len()..]),
    };
    let mut digits = ungrouped(whole)?;
    if let [(sign_at_char, sign), fraction_digits @ ..] = fraction {
        // "5," is a number half typed, and may be a list.
        if fraction_digits.is_empty() {
            return Err(ParseNumber::Unexpected { found: *sign, at_char: *sign_at_char });
        }
        if let Some(&(at_char, found)) = fraction_digits.iter().find(|(_, c)| !c.is_ascii_digit()) {
            return Err(ParseNumber::Unexpected { found, at_char });
        }
        digits.push('.');
        digits.extend(fraction_digits.iter().map(|(_, c)| c));
    }
    // Only digits and one point are left, so a failure can only be one of size.
    let value = json::number(&digits).ok_or(ParseNumber::TooLarge)?;
    Ok(if negative && value != 0.0 { -value } else { value })
}

fn is_blank(c: char) -> bool {
    c.is_whitespace()
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',') || is_blank(c)
}

fn trim(mut chars: &[(usize, char)]) -> &[(usize, char)] {
    while let [(_, c), rest @ ..] = chars
        && is_blank(*c)
    {
        chars = rest;
    }
    while let [rest @ .., (_, c)] = chars
        && is_blank(*c)
    {
        chars = rest;
    }
    chars
}

/// Where in `body` the decimal sign stands, if it has one.
fn decimal_ix(lang: Lang, body: &[(usize, char)]) -> Result<Option<usize>, ParseNumber> {
    let is_sign = |(_, (_, c)): &(usize, &(usize, char))| matches!(c, '.' | ',');
    let Some((last_ix, &(at_char, last))) = body.iter().enumerate().rfind(is_sign) else { return Ok(None) };
    let n_same = body.iter().filter(|(_, c)| *c == last).count();
    if 1 < n_same {
        return Ok(None);
    }
    let other_signs = body.iter().any(|(_, c)| *c != last && is_separator(*c));
    if other_signs || last == decimal_sign(lang) {
        return Ok(Some(last_ix));
    }
    let reads_as_group = body[..last_ix].len() <= 3
        && body[last_ix + 1..].len() == 3
        && body.first().is_some_and(|(_, c)| matches!(c, '1'..='9'));
    match (reads_as_group, last == group_sign(lang)) {
        (false, _) => Ok(Some(last_ix)),
        (true, true) => Ok(None),
        (true, false) => Err(ParseNumber::Ambiguous { at_char }),
    }
}

/// The digits of the part before the decimal sign, once its groups are found to be right. "0" for an empty part.
fn ungrouped(whole: &[(usize, char)]) -> Result<String, ParseNumber> {
    let mut digits: String = whole.iter().map(|(_, c)| *c).filter(char::is_ascii_digit).collect();
    let mut separators = whole.iter().enumerate().filter(|(_, (_, c))| is_separator(*c));
    if let Some((first_ix, &(first_at_char, separator))) = separators.next() {
        if !(1..=3).contains(&first_ix) {
            return Err(ParseNumber::BadGroups { at_char: first_at_char });
        }
        let mut open = (first_ix, first_at_char);
        for (ix, &(at_char, c)) in separators {
            if c != separator && !(is_blank(c) && is_blank(separator)) {
                return Err(ParseNumber::Unexpected { found: c, at_char });
            }
            if ix - open.0 != 4 {
                return Err(ParseNumber::BadGroups { at_char: open.1 });
            }
            open = (ix, at_char);
        }
        if whole.len() - open.0 != 4 {
            return Err(ParseNumber::BadGroups { at_char: open.1 });
        }
    }
    if digits.is_empty() {
        digits.push('0');
    }
    Ok(digits)
}

#[cfg(test)]
mod tests;
