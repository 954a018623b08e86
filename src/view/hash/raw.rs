//! The first level of reading a hash: a path and decoded pairs, without any idea of what they mean.

use super::problem::{HashProblem, HashProblemKind};

/// The parts that a hash may hold, in the order in which they are written.
pub const PARTS: [&str; 22] = [
    "i", "map", "dots", "cls", "pal", "q", "kind", "set", "r", "c", "notes", "only", "sel", "part", "work", "asof",
    "look", "sheet", "x", "sort", "cols", "lang",
];

/// A hash, split and decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raw {
    /// What stands between `/` and `?`.
    pub path: String,
    /// Known parts with their values, as they came.
    pairs: Vec<(&'static str, String)>,
}

impl Raw {
    /// All values of a part.
    pub fn values(&self, part: &str) -> Vec<&str> {
        self.pairs.iter().filter(|(key, _)| *key == part).map(|(_, value)| value.as_str()).collect()
    }
}

/// Splits a hash without its `#`. Unknown parts and values that do not decode are listed and left out.
pub fn split(text: &str, problems: &mut Vec<HashProblem>) -> Raw {
    let (path, query) = text.split_once('?').unwrap_or((text, ""));
    let mut pairs = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let Some(part) = PARTS.into_iter().find(|&part| part == key) else {
            problems.push(HashProblem::new(key, value, HashProblemKind::UnknownPart));
            continue;
        };
        match decode(value) {
            Some(value) => pairs.push((part, value)),
            None => problems.push(HashProblem::new(part, value, HashProblemKind::BadEncoding)),
        }
    }
    Raw { path: path.to_owned(), pairs }
}

/// Percent-decodes; `None` if an escape is broken or the bytes are not UTF-8. A `+` stays a plus.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push((high * 16 + low) as u8);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// Percent-encodes everything that a browser or a messenger might change or cut at. What the parts use as separators
/// stays readable.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~:,".contains(&byte) {
            out.push(char::from(byte));
        } else {
            const HEX: &[u8; 16] = b"0123456789ABCDEF";
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn broken_escapes_are_refused() {
        for text in ["%", "%4", "%zz", "%C3", "%C3%28", "a%"] {
            assert_eq!(decode(text), None, "{text}");
        }
        assert_eq!(decode("%C4%90%c3%b4ng+a").as_deref(), Some("Đông+a"));
    }

    #[test]
    fn what_a_link_could_lose_is_encoded() {
        assert_eq!(encode("a b&c=d#e?Đ"), "a%20b%26c%3Dd%23e%3F%C4%90");
        assert_eq!(encode("own.5:1,-2.5"), "own.5:1,-2.5");
    }

    proptest! {
        #[test]
        fn decoding_reverses_encoding(text in any::<String>()) {
            prop_assert_eq!(decode(&encode(&text)), Some(text));
        }
    }
}
