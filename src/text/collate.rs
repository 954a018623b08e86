//! Sorting of names by the Vietnamese alphabet.
//!
//! Order is decided by levels over the whole text, as dictionaries do: first the letters a ă â b c d đ e ê … y (with
//! f j w z in their Latin places), then the tone of each syllable (none, huyền, hỏi, ngã, sắc, nặng), then small
//! letters before capitals. A blank comes before every letter, so that "Hà Nội" stands behind "Hà Nam" and before
//! "Hài". Numbers sort by their value ("Phường 2" before "Phường 10") and before letters; scripts other than Latin come
//! behind. Composed (NFC) and decomposed (NFD) texts sort alike.
//!
//! Compared with `Intl.Collator("vi", { numeric: true })` of Node 20.20 (ICU 78, CLDR 48):
//! - the tone belongs to the syllable, so hoà and hòa (the same word in two spellings) stand together before hoả and
//!   hỏa; ICU compares mark by mark and sorts hoà, hoả, …, hòa, hỏa;
//! - letters beyond Latin sort by their code and not by the order of their script; ß, æ and œ come behind z;
//! - runs of blanks count as one, and blanks at the ends not at all.

use super::fold::{is_combining_mark, latin_base};

/// What a text sorts by: compare two with `<`, or hand [`key`] to `sort_by_cached_key`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct CollationKey {
    /// Weight of each letter, sign and number without its tone and case.
    letters: Vec<u32>,
    /// The tones of each syllable, each syllable closed by a 0.
    tones: Vec<u8>,
    /// The tone of each letter, to keep two spellings of one syllable apart.
    tone_places: Vec<u8>,
    /// Whether each letter is a capital.
    capitals: Vec<bool>,
}

/// The sort key of a text.
pub fn key(text: &str) -> CollationKey {
    let mut key = CollationKey::default();
    let mut chars = text.trim().chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_ascii_digit() {
            let mut digits = vec![c];
            while let Some(digit) = chars.next_if(char::is_ascii_digit) {
                digits.push(digit);
            }
            key.push_number(&digits);
        } else if c.is_whitespace() {
            while chars.next_if(|next| next.is_whitespace()).is_some() {}
            key.push_sign(BLANK);
        } else if is_combining_mark(c) {
            key.add_mark(c);
        } else if let Some(letter) = Letter::of(c) {
            key.push_letter(letter, c.is_uppercase());
        } else if let Some(ix) = SIGNS.iter().position(|sign| *sign == c) {
            key.push_sign(FIRST_SIGN + ix as u32);
        } else {
            let lower = c.to_lowercase().next().unwrap_or(c);
            key.push_letter(Letter { weight: FIRST_OTHER + u32::from(lower), tone: 0 }, c != lower);
        }
    }
    key.close_syllable();
    key
}

const BLANK: u32 = 1;
const FIRST_SIGN: u32 = 2;
const FIRST_DIGIT: u32 = 100;
/// A number's first weight says how many digits it has, so that longer ones are greater.
const FIRST_NUMBER: u32 = 200;
const MOST_DIGITS: u32 = 1000;
const FIRST_LETTER: u32 = 2000;
const FIRST_OTHER: u32 = 3000;

/// Signs in the order of CLDR.
const SIGNS: [char; 34] = [
    '_', '-', '–', '—', ',', ';', ':', '!', '?', '.', '\'', '’', '"', '(', ')', '[', ']', '{', '}', '@', '*', '/',
    '\\', '&', '#', '%', '`', '^', '+', '<', '=', '>', '|', '~',
];

/// The Vietnamese alphabet with the four letters that only foreign words have.
const ALPHABET: [char; 33] = [
    'a', 'ă', 'â', 'b', 'c', 'd', 'đ', 'e', 'ê', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'ô', 'ơ', 'p', 'q',
    'r', 's', 't', 'u', 'ư', 'v', 'w', 'x', 'y', 'z',
];

/// The vowels with their tones: none, huyền, hỏi, ngã, sắc, nặng. A column is a tone's weight.
const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
];

/// The combining marks of the tones, by weight from 1.
const TONE_MARKS: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// Letters that a combining breve, circumflex or horn makes of others.
const SHAPES: [(char, char, char); 6] = [
    ('a', '\u{306}', 'ă'),
    ('a', '\u{302}', 'â'),
    ('e', '\u{302}', 'ê'),
    ('o', '\u{302}', 'ô'),
    ('o', '\u{31b}', 'ơ'),
    ('u', '\u{31b}', 'ư'),
];

/// Weight of a diacritic that is none of Vietnamese, behind all tones.
const FOREIGN_MARK: u8 = 6;

#[derive(Clone, Copy)]
struct Letter {
    weight: u32,
    tone: u8,
}

impl Letter {
    /// Takes a Latin letter apart, in either case.
    fn of(c: char) -> Option<Letter> {
        let lower = c.to_lowercase().next()?;
        for row in &VOWELS {
            if let Some(tone) = row.iter().position(|vowel| *vowel == lower) {
                return Some(Letter { weight: weight_of(row[0])?, tone: tone as u8 });
            }
        }
        if let Some(weight) = weight_of(lower) {
            return Some(Letter { weight, tone: 0 });
        }
        Some(Letter { weight: weight_of(latin_base(lower)?)?, tone: FOREIGN_MARK })
    }
}

fn weight_of(letter: char) -> Option<u32> {
    ALPHABET.iter().position(|other| *other == letter).map(|ix| FIRST_LETTER + ix as u32)
}

impl CollationKey {
    fn push_letter(&mut self, letter: Letter, is_capital: bool) {
        self.letters.push(letter.weight);
        self.tone_places.push(0);
        self.capitals.push(is_capital);
        self.add_tone(letter.tone);
    }

    fn push_sign(&mut self, weight: u32) {
        self.close_syllable();
        self.letters.push(weight);
    }

    fn push_number(&mut self, digits: &[char]) {
        self.close_syllable();
        let significant = digits.iter().skip_while(|digit| **digit == '0');
        let n_digits = significant.clone().count() as u32;
        self.letters.push(FIRST_NUMBER + n_digits.min(MOST_DIGITS));
        self.letters.extend(significant.map(|digit| FIRST_DIGIT + digit.to_digit(10).unwrap_or(0)));
    }

    /// Puts a combining mark on the last letter: another letter, a tone, or a foreign diacritic.
    fn add_mark(&mut self, mark: char) {
        let Some(last) = self.letters.last_mut().filter(|weight| FIRST_LETTER <= **weight) else { return };
        let shape = SHAPES.iter().find(|(from, by, _)| *by == mark && weight_of(*from) == Some(*last));
        if let Some(weight) = shape.and_then(|(_, _, to)| weight_of(*to)) {
            *last = weight;
        } else if let Some(ix) = TONE_MARKS.iter().position(|tone| *tone == mark) {
            self.add_tone(ix as u8 + 1);
        } else {
            self.add_tone(FOREIGN_MARK);
        }
    }

    fn add_tone(&mut self, tone: u8) {
        if tone != 0 {
            self.tones.push(tone);
            if let Some(place) = self.tone_places.last_mut() {
                *place = tone;
            }
        }
    }

    fn close_syllable(&mut self) {
        self.tones.push(0);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check_order(expected: &[&str]) {
        let mut sorted = expected.to_vec();
        sorted.reverse();
        crate::order::sort_by_key(&mut sorted, |text| key(text));
        assert_eq!(sorted, expected);
        assert!(expected.is_sorted_by(|a, b| key(a) < key(b)), "two texts have one key");
    }

    /// As `Intl.Collator("vi")` of Node 20.20 (ICU 78) sorts them.
    #[test]
    fn names_of_the_34_areas() {
        check_order(&[
            "An Hưng",
            "Ba Đình",
            "Điện Biên",
            "Đông Cương",
            "Đông Hải",
            "Đông Hương",
            "Đông Lĩnh",
            "Đông Sơn",
            "Đông Tân",
            "Đông Thọ",
            "Đông Vệ",
            "Đông Vinh",
            "Hàm Rồng",
            "Hoằng Đại",
            "Hoằng Quang",
            "Lam Sơn",
            "Long Anh",
            "Nam Ngạn",
            "Ngọc Trạo",
            "Phú Sơn",
            "Quảng Cát",
            "Quảng Đông",
            "Quảng Hưng",
            "Quảng Phú",
            "Quảng Tâm",
            "Quảng Thành",
            "Quảng Thắng",
            "Quảng Thịnh",
            "Tào Xuyên",
            "Tân Sơn",
            "Thiệu Dương",
            "Thiệu Khánh",
            "Thiệu Vân",
            "Trường Thi",
        ]);
    }

    /// As `Intl.Collator("vi", { numeric: true })` of Node 20.20 sorts them.
    #[test]
    fn letters_tones_case_and_numbers() {
        check_order(&["ma", "Ma", "MA", "mà", "mả", "mã", "má", "mạ"]);
        check_order(&[
            "an", "az", "ăn", "ân", "da", "dz", "đa", "e", "ez", "ê", "f", "g", "oz", "ô", "ơ", "p", "u", "ư",
        ]);
        check_order(&[
            "ha",
            "hà",
            "ha nam",
            "hà nội",
            "hài",
            "hoa",
            "hoa bình",
            "hoá bình",
            "Hoằng Đại",
            "j",
            "k",
            "w",
        ]);
        check_order(&["", "Đông Vệ", "Đông-Vệ", "ĐôngVệ"]);
        check_order(&["7", "Phường 1", "Phường 2", "Phường 10", "Phường 10a", "Phường an"]);
        check_order(&["u", "ú", "ü", "v", "z", "в", "Ж", "я"]);
    }

    #[test]
    fn spellings_of_one_syllable_stand_together() {
        check_order(&["hoa", "hoà", "hòa", "hoả", "hỏa", "hoá", "hóa"]);
    }

    #[test]
    fn blanks_and_zeros_that_do_not_count() {
        assert_eq!(key("  Đông \u{a0} Vệ "), key("Đông Vệ"));
        assert_eq!(key("Phường 02"), key("Phường 2"));
        assert!(key("Phường 0") < key("Phường 1"));
        assert!(key(&"9".repeat(3000)) < key("a"));
    }

    /// The decomposed forms are those of `unicodedata.normalize("NFD", …)` of Python 3.11.
    #[test]
    fn composed_and_decomposed_text_sort_alike() {
        let pairs = [
            ("Đông Vệ", "Đo\u{302}ng Ve\u{323}\u{302}"),
            ("Trường", "Tru\u{31b}o\u{31b}\u{300}ng"),
            ("Hoằng Ẩ", "Hoa\u{306}\u{300}ng A\u{302}\u{309}"),
            ("mỹ MÃ ü", "my\u{303} MA\u{303} u\u{308}"),
        ];
        for (composed, decomposed) in pairs {
            assert_eq!(key(composed), key(decomposed), "{composed}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_a_key_and_itself_as_equal(text in "\\PC{0,20}") {
            prop_assert_eq!(key(&text), key(&format!(" {text} ")));
        }

        /// A text stands before its continuations.
        #[test]
        fn a_beginning_comes_first(text in "[a-zđăâêôơư]{0,8}", more in "[a-zA-ZđẢ ]{0,6}[a-z]") {
            let longer = text.clone() + &more;
            prop_assert!(key(&text) < key(&longer));
        }
    }
}
