//! What text a record may hold: limits of length, and the characters that are taken out.
//!
//! Markup is kept as it is (the page shows text, never HTML). Taken out are NUL and the other control characters but line
//! feed and tab, and the characters that override or embed a direction of writing (U+202A to U+202E, U+2066 to U+2069),
//! because with them a text can show itself as something that it is not. The same rule holds for what a person types and
//! for what a file brings, so one record has one content everywhere.

use std::borrow::Cow;

/// Longest text of one value, in characters (Unicode scalar values).
pub const MAX_TEXT_CHARS: usize = 50_000;
/// Longest author's name, in characters.
pub const MAX_AUTHOR_CHARS: usize = 80;
/// Longest tag, in characters.
pub const MAX_TAG_CHARS: usize = 60;
/// Longest key, field name, kind or step name of a record, in characters.
pub const MAX_NAME_CHARS: usize = 200;
/// Most texts in a list value.
pub const MAX_LIST_ITEMS: usize = 1_000;

/// The text without characters that may not be in a record; line ends become `\n`. Borrowed if nothing had to change.
pub fn clean_text(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_taken_out) {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|&ch| !is_taken_out(ch)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// A text for one line (names, tags): cleaned, every run of white space one space, no space at the ends.
pub fn clean_line(text: &str) -> String {
    clean_text(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a character is taken out of every text.
pub fn is_taken_out(ch: char) -> bool {
    let is_control = ch.is_control() && ch != '\n' && ch != '\t';
    is_control || matches!(ch, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether a text has more characters than a limit, without counting all of a very long one.
pub fn is_longer(text: &str, limit_chars: usize) -> bool {
    text.len() > limit_chars && text.chars().nth(limit_chars).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_characters_go_and_the_rest_stays() {
        assert_eq!(clean_text("a\0b\u{202E}c\r\nd\te<b>&\u{200D}"), "ab\u{63}\nd\te<b>&\u{200D}");
        assert_eq!(clean_text("one\rtwo"), "one\ntwo");
        assert!(matches!(clean_text("Đông Vệ\nxã"), Cow::Borrowed(_)));
        assert_eq!(clean_line("  a \n\t b\u{2066} "), "a b");
    }

    #[test]
    fn length_counts_characters() {
        assert!(!is_longer("đđđ", 3));
        assert!(is_longer("đđđđ", 3));
    }
}
