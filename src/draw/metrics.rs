//! How wide a text will be, about, without a browser: deterministic, so that layouts and golden tests are too.
//!
//! Widths are those of Noto Sans, which is wider than most system fonts: what fits here fits on screen.

/// Advance widths of U+0020 to U+007E in hundredths of the font size (Noto Sans Regular 2.013).
const ASCII: [u8; 95] = [
    26, 27, 41, 65, 57, 83, 73, 22, 30, 30, 55, 57, 27, 32, 27, 37, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 27, 27, 57,
    57, 57, 43, 90, 64, 65, 63, 73, 56, 52, 73, 74, 34, 27, 62, 52, 91, 76, 78, 60, 78, 62, 55, 56, 73, 60, 93, 59, 57,
    57, 33, 37, 33, 57, 44, 28, 56, 62, 48, 62, 56, 34, 62, 62, 26, 26, 53, 26, 94, 62, 60, 62, 62, 41, 48, 36, 62, 51,
    79, 53, 51, 47, 38, 55, 38, 57,
];

/// Advance widths of U+0410 (А) to U+044F (я).
const CYRILLIC: [u8; 64] = [
    64, 62, 65, 52, 69, 56, 85, 59, 77, 77, 62, 71, 91, 74, 78, 73, 60, 63, 56, 62, 80, 59, 74, 70, 104, 104, 69, 86,
    64, 63, 105, 64, 56, 60, 58, 43, 58, 56, 75, 49, 64, 64, 53, 58, 75, 64, 60, 62, 62, 48, 48, 51, 72, 53, 63, 61,
    90, 91, 70, 78, 59, 49, 84, 56,
];

/// Letters of Noto Sans Bold are wider than those of Regular by 3 to 7 per cent, digits not at all.
const BOLD: f64 = 1.06;

/// Estimated width of one line of text in CSS pixels.
pub fn text_width(text: &str, size_px: f64, bold: bool) -> f64 {
    let hundredths: u32 = text.chars().map(hundredths).sum();
    f64::from(hundredths) / 100.0 * size_px * if bold { BOLD } else { 1.0 }
}

fn hundredths(c: char) -> u32 {
    let ascii = |c: u8| ASCII.get(usize::from(c.wrapping_sub(b' '))).map_or(60, |&width| u32::from(width));
    match c {
        ' '..='~' => ascii(c as u8),
        '\u{a0}' | '\u{202f}' => 26,
        // Combining marks, as decomposed Vietnamese has them.
        '\u{300}'..='\u{36f}' => 0,
        'А'..='я' => CYRILLIC.get((c as u32 - 'А' as u32) as usize).map_or(60, |&width| u32::from(width)),
        'ё' => 56,
        '·' => 27,
        '²' | '³' => 35,
        '–' => 50,
        '…' => 79,
        _ => base_letter(c).map_or(60, ascii),
    }
}

/// The letter without its marks for Latin letters with diacritics: its width is theirs. (ơ and ư are a little wider.)
fn base_letter(c: char) -> Option<u8> {
    // Latin letters for Vietnamese stand from U+1EA0 in blocks by letter, capitals at even numbers.
    let vietnamese = match c {
        '\u{1ea0}'..='\u{1eb7}' => Some(b'a'),
        '\u{1eb8}'..='\u{1ec7}' => Some(b'e'),
        '\u{1ec8}'..='\u{1ecb}' => Some(b'i'),
        '\u{1ecc}'..='\u{1ee3}' => Some(b'o'),
        '\u{1ee4}'..='\u{1ef1}' => Some(b'u'),
        '\u{1ef2}'..='\u{1ef9}' => Some(b'y'),
        _ => None,
    };
    if let Some(letter) = vietnamese {
        return Some(if (c as u32).is_multiple_of(2) { letter.to_ascii_uppercase() } else { letter });
    }
    Some(match c {
        'À'..='Å' | 'Ă' => b'A',
        'à'..='å' | 'ă' => b'a',
        'È'..='Ë' => b'E',
        'è'..='ë' => b'e',
        'Ì'..='Ï' | 'Ĩ' => b'I',
        'ì'..='ï' | 'ĩ' => b'i',
        'Ò'..='Ö' | 'Ơ' => b'O',
        'ò'..='ö' => b'o',
        'Ù'..='Ü' | 'Ũ' | 'Ư' => b'U',
        'ù'..='ü' | 'ũ' | 'ơ' => b'u',
        'ư' => b'C',
        'Đ' => b'D',
        'đ' => b'd',
        'Ý' => b'Y',
        'ý' | 'ÿ' => b'y',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_noto_sans() {
        // fontTools 4, sum of advance widths over units per em, without kerning.
        let regular = [
            ("Đông Vệ", 3.992),
            ("Thiệu Dương", 6.127),
            ("18,915", 3.128),
            ("Плотность населения", 10.665),
            ("Hoằng Quang", 6.593),
        ];
        for (text, em) in regular {
            assert!((text_width(text, 10.0, false) / 10.0 - em).abs() < 0.04, "{text}");
        }
        let bold = [("Đông Vệ", 4.15), ("Thiệu Dương", 6.518), ("Плотность населения", 11.366)];
        for (text, em) in bold {
            assert!((text_width(text, 1.0, true) - em).abs() < 0.12, "{text}");
        }
    }

    #[test]
    fn a_decomposed_text_is_as_wide() {
        assert_eq!(text_width("Ve\u{323}\u{302}", 12.0, false), text_width("Vệ", 12.0, false));
        assert_eq!(text_width("", 12.0, true), 0.0);
    }
}
