//! Search without regard to case and diacritics: "dong ve" finds "Đông Vệ".
//!
//! Folding knows the Latin letters of Vietnamese and of Europe (Latin-1, Latin Extended-A and the Vietnamese blocks)
//! and drops combining marks, so that composed (NFC) and decomposed (NFD) text fold alike. Russian ё folds to е; й
//! stays a letter of its own. Other scripts are lowered and else left alone. Nothing here sorts; see `collate`.

/// Base letters of U+00C0 to U+017F in order; a point where a character stays as it is (or has two letters).
const BASE_FROM_00C0: &[u8; 192] =
    b"aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggg\
    gggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Base letters of U+1EA0 to U+1EF9, the Vietnamese block, in order.
const BASE_FROM_1EA0: &[u8; 90] =
    b"aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy";

/// Lower case, without diacritics, `đ` as `d`, every run of blanks as one space and none at the ends.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else if is_combining_mark(c) {
            // A breve makes й of и; on every other letter a mark is a diacritic.
            if c == '\u{306}' && folded.ends_with('и') {
                folded.pop();
                folded.push('й');
            }
        } else {
            push_folded(&mut folded, c);
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// Whether every word of `needle` stands somewhere in `haystack`, at the start of a word or inside it.
/// An empty needle is found everywhere.
pub fn matches(haystack: &str, needle: &str) -> bool {
    matches_folded(&fold(haystack), &fold(needle))
}

/// [`matches()`] on texts that are folded already; for lists that are searched at every key press.
pub fn matches_folded(haystack: &str, needle: &str) -> bool {
    needle.split(' ').all(|word| haystack.contains(word))
}

/// The combining diacritical marks, which NFD puts behind their letter.
pub(super) fn is_combining_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The letter `a` to `z` under a Latin letter with diacritics, in either case; `None` for all other characters.
pub(super) fn latin_base(c: char) -> Option<char> {
    let code = c as usize;
    let base = match c {
        'a'..='z' | 'A'..='Z' => c.to_ascii_lowercase() as u8,
        '\u{c0}'..='\u{17f}' => BASE_FROM_00C0[code - 0xc0],
        '\u{1a0}' | '\u{1a1}' => b'o',
        '\u{1af}' | '\u{1b0}' => b'u',
        '\u{1ea0}'..='\u{1ef9}' => BASE_FROM_1EA0[code - 0x1ea0],
        _ => b'.',
    };
    base.is_ascii_lowercase().then_some(char::from(base))
}

fn push_folded(folded: &mut String, c: char) {
    if let Some(base) = latin_base(c) {
        folded.push(base);
        return;
    }
    match c {
        'ß' => folded.push_str("ss"),
        'æ' | 'Æ' => folded.push_str("ae"),
        'œ' | 'Œ' => folded.push_str("oe"),
        'ё' | 'Ё' => folded.push('е'),
        _ => folded.extend(c.to_lowercase().filter(|lower| !is_combining_mark(*lower))),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_of_the_city() {
        assert_eq!(fold("Đông Vệ"), "dong ve");
        assert_eq!(fold("  Hoằng\u{a0} Đại "), "hoang dai");
        assert_eq!(fold("Trường Thi"), "truong thi");
        assert_eq!(fold("THIỆU DƯƠNG"), "thieu duong");
        assert_eq!(fold("Ngọc Trạo, Nam Ngạn"), "ngoc trao, nam ngan");
    }

    /// The decomposed forms are those of `unicodedata.normalize("NFD", …)` of Python 3.11.
    #[test]
    fn composed_and_decomposed_text_fold_alike() {
        let pairs = [
            ("Đông Vệ", "Đo\u{302}ng Ve\u{323}\u{302}"),
            ("Trường", "Tru\u{31b}o\u{31b}\u{300}ng"),
            ("Hoằng", "Hoa\u{306}\u{300}ng"),
            ("ё й Й", "е\u{308} и\u{306} И\u{306}"),
        ];
        for (composed, decomposed) in pairs {
            assert_eq!(fold(composed), fold(decomposed));
        }
    }

    #[test]
    fn every_vietnamese_letter_has_its_base() {
        let rows = [
            ("a", "aàảãáạăằẳẵắặâầẩẫấậAÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ"),
            ("d", "dđDĐ"),
            ("e", "eèẻẽéẹêềểễếệEÈẺẼÉẸÊỀỂỄẾỆ"),
            ("i", "iìỉĩíịIÌỈĨÍỊ"),
            ("o", "oòỏõóọôồổỗốộơờởỡớợOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ"),
            ("u", "uùủũúụưừửữứựUÙỦŨÚỤƯỪỬỮỨỰ"),
            ("y", "yỳỷỹýỵYỲỶỸÝỴ"),
        ];
        for (base, letters) in rows {
            for letter in letters.chars() {
                assert_eq!(fold(&letter.to_string()), base, "{letter}");
            }
        }
    }

    #[test]
    fn other_letters() {
        assert_eq!(fold("Ёлка Йод"), "елка йод");
        assert_eq!(fold("Çeşme Łódź Straße Æble Œuvre Øst"), "cesme lodz strasse aeble oeuvre ost");
        assert_eq!(fold("×÷ 東京 25%"), "×÷ 東京 25%");
    }

    #[test]
    fn words_are_found_in_any_order_and_inside() {
        assert!(matches("Đông Vệ", "dong ve"));
        assert!(matches("Đông Vệ", "VE DO"));
        assert!(matches("Đông Vệ", "ông"));
        assert!(matches("Đông Vệ", " "));
        assert!(!matches("Đông Vệ", "dong vy"));
        assert!(!matches("", "a"));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,20}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn a_text_matches_itself_and_its_parts(text in "[a-zA-ZđĐẩệốỪ ]{0,20}") {
            prop_assert!(matches(&text, &text));
            prop_assert!(matches(&text, text.split(' ').next_back().unwrap_or_default()));
        }
    }
}
