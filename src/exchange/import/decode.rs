//! The text of a file that somebody's spreadsheet program wrote, whatever encoding it chose.
//!
//! UTF-8 and UTF-16 are told by their marks or their form. All other text is read as Windows-1258, the code page that
//! Excel uses in Vietnam, or as Windows-1251, the Russian one, if it holds words of that. What is no text at all (a
//! workbook, a PDF) is named and not decoded. A person may say otherwise, see [`decode_as`].

use std::iter;

/// A file of more bytes is refused; a table of 100,000 rows and 40 columns has less than half of it.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// Text with the encoding that it was in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// Without a byte order mark; Vietnamese letters composed (NFC).
    pub text: String,
    /// What the bytes were read as.
    pub encoding: Encoding,
}

/// How text stands in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without a mark; plain ASCII too.
    Utf8,
    /// UTF-8 with a byte order mark, as Excel writes "CSV UTF-8".
    Utf8Bom,
    /// UTF-16, low byte first, as Excel writes "Unicode text".
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1258: Vietnamese with tone marks as characters of their own.
    Windows1258,
    /// Windows-1251: Russian.
    Windows1251,
}

/// What a file is that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binary {
    /// A zip archive: XLSX and ODS are such.
    Zip,
    /// An OLE container: XLS of Excel 97, or an XLSX with a password.
    Ole,
    /// A PDF.
    Pdf,
    /// A PNG picture.
    Png,
    /// Something else that holds null bytes.
    Other,
}

/// Why there is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecodeError {
    /// More than [`MAX_BYTES`].
    TooLarge {
        /// The file's size.
        bytes: usize,
    },
    /// No text but this.
    Binary(Binary),
    /// Text that breaks the rules of its encoding here, counted from 0.
    Broken {
        /// The encoding that was clear until then.
        encoding: Encoding,
        /// Place in the file.
        at_byte: usize,
    },
}

/// The text of a file.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if MAX_BYTES < bytes.len() {
        return Err(DecodeError::TooLarge { bytes: bytes.len() });
    }
    if let Some(binary) = magic(bytes) {
        return Err(DecodeError::Binary(binary));
    }
    let (mut text, encoding) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (utf8(rest, 3)?, Encoding::Utf8Bom),
        [0xff, 0xfe, rest @ ..] => (utf16(rest, 2, Encoding::Utf16Le)?, Encoding::Utf16Le),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, 2, Encoding::Utf16Be)?, Encoding::Utf16Be),
        _ => match utf16_by_nulls(bytes) {
            Some(encoding) => (utf16(bytes, 0, encoding)?, encoding),
            None if bytes.contains(&0) => return Err(DecodeError::Binary(Binary::Other)),
            None => without_mark(bytes)?,
        },
    };
    if text.chars().any(is_mark) {
        text = composed(&text);
    }
    Ok(Decoded { text, encoding })
}

/// The text of a file in the encoding that a person says it is in.
pub fn decode_as(bytes: &[u8], encoding: Encoding) -> Result<Decoded, DecodeError> {
    if MAX_BYTES < bytes.len() {
        return Err(DecodeError::TooLarge { bytes: bytes.len() });
    }
    let after = |mark: &[u8]| if bytes.starts_with(mark) { mark.len() } else { 0 };
    let mut text = match encoding {
        Encoding::Utf8 | Encoding::Utf8Bom => {
            let skipped = after(b"\xef\xbb\xbf");
            utf8(&bytes[skipped..], skipped)?
        }
        Encoding::Utf16Le => utf16(&bytes[after(b"\xff\xfe")..], after(b"\xff\xfe"), encoding)?,
        Encoding::Utf16Be => utf16(&bytes[after(b"\xfe\xff")..], after(b"\xfe\xff"), encoding)?,
        Encoding::Windows1258 => code_page(bytes, windows_1258, encoding)?,
        Encoding::Windows1251 => code_page(bytes, windows_1251, encoding)?,
    };
    if text.chars().any(is_mark) {
        text = composed(&text);
    }
    Ok(Decoded { text, encoding })
}

fn magic(bytes: &[u8]) -> Option<Binary> {
    const STARTS: [(&[u8], Binary); 6] = [
        (b"PK\x03\x04", Binary::Zip),
        (b"PK\x05\x06", Binary::Zip),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Binary::Ole),
        (b"%PDF-", Binary::Pdf),
        (b"\x89PNG\r\n\x1a\n", Binary::Png),
        (b"\x1f\x8b", Binary::Other),
    ];
    STARTS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, binary)| *binary)
}

fn utf8(bytes: &[u8], skipped: usize) -> Result<String, DecodeError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(DecodeError::Broken { encoding: Encoding::Utf8Bom, at_byte: skipped + error.valid_up_to() }),
    }
}

/// UTF-8 if it is that, else Windows-1258. In Windows-1258 a letter is hardly ever followed by what UTF-8 wants to
/// follow, so a text that began as good UTF-8 is broken UTF-8 and nothing else.
fn without_mark(bytes: &[u8]) -> Result<(String, Encoding), DecodeError> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok((text.to_owned(), Encoding::Utf8)),
        Err(error) => error,
    };
    let at_byte = error.valid_up_to();
    if !bytes[..at_byte].is_ascii() {
        return Err(DecodeError::Broken { encoding: Encoding::Utf8, at_byte });
    }
    if is_russian(bytes) {
        let encoding = Encoding::Windows1251;
        return Ok((code_page(bytes, windows_1251, encoding)?, encoding));
    }
    Ok((code_page(bytes, windows_1258, Encoding::Windows1258)?, Encoding::Windows1258))
}

/// Whether a text of one byte a character is Russian. There every letter is above 0xC0; in Vietnamese at most four such
/// bytes stand side by side ("Đườ": Đ, ư, ơ, its tone).
fn is_russian(bytes: &[u8]) -> bool {
    const MIN_LETTERS: usize = 5;
    let is_letter = |byte: &u8| *byte >= 0xc0 || matches!(byte, 0xa8 | 0xb8);
    bytes.split(|byte| !is_letter(byte)).any(|word| MIN_LETTERS <= word.len())
}

fn code_page(bytes: &[u8], table: fn(u8) -> Option<char>, encoding: Encoding) -> Result<String, DecodeError> {
    let mut text = String::with_capacity(bytes.len() * 3 / 2);
    for (at_byte, &byte) in bytes.iter().enumerate() {
        text.push(table(byte).ok_or(DecodeError::Broken { encoding, at_byte })?);
    }
    Ok(text)
}

fn utf16(bytes: &[u8], skipped: usize, encoding: Encoding) -> Result<String, DecodeError> {
    let unit = |pair: &[u8]| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes([pair[0], pair[1]]),
        _ => u16::from_le_bytes([pair[0], pair[1]]),
    };
    let mut text = String::with_capacity(bytes.len());
    let mut at_byte = skipped;
    for decoded in char::decode_utf16(bytes.chunks_exact(2).map(unit)) {
        match decoded {
            Ok(c) => {
                text.push(c);
                at_byte += 2 * c.len_utf16();
            }
            Err(_) => return Err(DecodeError::Broken { encoding, at_byte }),
        }
    }
    if bytes.len().is_multiple_of(2) { Ok(text) } else { Err(DecodeError::Broken { encoding, at_byte }) }
}

/// UTF-16 without a mark: in the text of a table every fifth character at least is ASCII, and its other byte is null,
/// always on the same side.
fn utf16_by_nulls(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(1024)];
    let n_pairs = sample.len() / 2;
    let nulls_at = |side: usize| sample.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (high_first, low_first) = (nulls_at(0), nulls_at(1));
    match (5 * high_first >= n_pairs.max(1), 5 * low_first >= n_pairs.max(1)) {
        (false, true) if high_first == 0 => Some(Encoding::Utf16Le),
        (true, false) if low_first == 0 => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// A character of Windows-1258; a point where the code page has none. Table of Microsoft, as Python 3.11's `cp1258`.
fn windows_1258(byte: u8) -> Option<char> {
    const FROM_80: &str = "€.‚ƒ„…†‡ˆ‰.‹Œ....‘’“”•–—˜™.›œ..Ÿ";
    let c = match byte {
        0x80..=0x9f => FROM_80.chars().nth(usize::from(byte - 0x80)).filter(|c| *c != '.')?,
        0xc3 => 'Ă',
        0xcc => '\u{300}',
        0xd0 => 'Đ',
        0xd2 => '\u{309}',
        0xd5 => 'Ơ',
        0xdd => 'Ư',
        0xde => '\u{303}',
        0xe3 => 'ă',
        0xec => '\u{301}',
        0xf0 => 'đ',
        0xf2 => '\u{323}',
        0xf5 => 'ơ',
        0xfd => 'ư',
        0xfe => '₫',
        b'\t' | b'\n' | b'\r' | b' '..=b'~' | 0xa0..=0xff => char::from(byte),
        _ => return None,
    };
    Some(c)
}

/// A character of Windows-1251; a point where the code page has none. Table of Microsoft, as Python 3.11's `cp1251`.
fn windows_1251(byte: u8) -> Option<char> {
    const FROM_80: &str = concat!("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—.™љ›њќћџ", "\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї");
    match byte {
        0x80..=0xbf => FROM_80.chars().nth(usize::from(byte - 0x80)).filter(|c| *c != '.'),
        0xc0..=0xff => char::from_u32(u32::from('А') + u32::from(byte - 0xc0)),
        b'\t' | b'\n' | b'\r' | b' '..=b'~' => Some(char::from(byte)),
        _ => None,
    }
}

/// The Vietnamese vowels, each with its five tones in the order of [`TONES`].
const VOWELS: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

/// Grave, hook, tilde, acute, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// Vowel, mark (circumflex, breve, horn), vowel with it.
const SHAPES: [(char, char, char); 6] = [
    ('a', '\u{306}', 'ă'),
    ('a', '\u{302}', 'â'),
    ('e', '\u{302}', 'ê'),
    ('o', '\u{302}', 'ô'),
    ('o', '\u{31b}', 'ơ'),
    ('u', '\u{31b}', 'ư'),
];

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{323}').contains(&c)
}

/// The text with marks joined to the Vietnamese letters before them; other marks stay.
fn composed(text: &str) -> String {
    let mut composed = String::with_capacity(text.len());
    for c in text.chars() {
        let joined = if is_mark(c) { composed.chars().next_back().and_then(|letter| join(letter, c)) } else { None };
        if joined.is_some() {
            composed.pop();
        }
        composed.push(joined.unwrap_or(c));
    }
    composed
}

/// A letter with one more mark. Marks may come in either order: e, dot, circumflex is ệ as well.
fn join(letter: char, mark: char) -> Option<char> {
    let lower = letter.to_lowercase().next().filter(|_| letter.is_alphabetic())?;
    let row = VOWELS.iter().find(|row| row.contains(lower))?;
    let tone_ix = row.chars().position(|c| c == lower)?;
    let bare = row.chars().next()?;
    let joined = if let Some(new_tone_ix) = TONES.iter().position(|tone| *tone == mark) {
        if tone_ix == 0 { row.chars().nth(new_tone_ix + 1) } else { None }
    } else {
        let (_, _, shaped) = SHAPES.iter().find(|(from, with, _)| (*from, *with) == (bare, mark))?;
        VOWELS.iter().find(|row| row.starts_with(*shaped)).and_then(|row| row.chars().nth(tone_ix))
    }?;
    if letter == lower { Some(joined) } else { iter::once(joined).flat_map(char::to_uppercase).next() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: Encoding) {
        assert_eq!(decode(bytes), Ok(Decoded { text: text.to_owned(), encoding }));
    }

    fn utf16_bytes(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn unicode_is_told_by_mark_and_form() {
        check(b"", "", Encoding::Utf8);
        check(b"a,b", "a,b", Encoding::Utf8);
        check("Đông Vệ".as_bytes(), "Đông Vệ", Encoding::Utf8);
        check("\u{feff}Đông Vệ".as_bytes(), "Đông Vệ", Encoding::Utf8Bom);
        check(&utf16_bytes("\u{feff}Đông Vệ\t5", false), "Đông Vệ\t5", Encoding::Utf16Le);
        check(&utf16_bytes("\u{feff}Đông Vệ\t5", true), "Đông Vệ\t5", Encoding::Utf16Be);
        check(&utf16_bytes("Mã\tĐông Vệ\t5", false), "Mã\tĐông Vệ\t5", Encoding::Utf16Le);
        check(&utf16_bytes("Итого\tгород\t5\r\n", true), "Итого\tгород\t5\r\n", Encoding::Utf16Be);
    }

    /// Bytes by Python 3.11: `unicodedata` marks behind letters of the code page, `.encode("cp1258")`.
    #[test]
    fn the_vietnamese_code_page_is_composed() {
        check(b"\xd0\xf4ng V\xea\xf2,5", "Đông Vệ,5", Encoding::Windows1258);
        check(b"Tr\xfd\xf5\xccng Thi;Ho\xe3\xccng \xd0a\xf2i", "Trường Thi;Hoằng Đại", Encoding::Windows1258);
        check(b"PH\xdd\xd5\xccNG \xd0I\xca\xf2N BI\xcaN", "PHƯỜNG ĐIỆN BIÊN", Encoding::Windows1258);
        check(b"1\xa0234 \x96 5 \xfe", "1\u{a0}234 – 5 ₫", Encoding::Windows1258);
    }

    /// Bytes by Python 3.11, `.encode("cp1251")`.
    #[test]
    fn russian_words_tell_their_code_page() {
        check(b"\xd0\xe0\xe9\xee\xed;\xb95", "Район;№5", Encoding::Windows1251);
        check(b"\xc8\xf2\xee\xe3\xee \x97 \xb8\xa8", "Итого — ёЁ", Encoding::Windows1251);
        // The longest row of high bytes that Vietnamese has.
        check(b"\xd0\xdd\xd5\xccNG", "ĐƯỜNG", Encoding::Windows1258);
    }

    #[test]
    fn a_person_may_say_the_encoding() {
        let as_text = |bytes: &[u8], encoding| decode_as(bytes, encoding).map(|decoded| decoded.text);
        assert_eq!(as_text(b"\xe4\xe0", Encoding::Windows1251), Ok("да".to_owned()));
        assert_eq!(as_text(b"\xd0\xf4ng", Encoding::Windows1258), Ok("Đông".to_owned()));
        assert_eq!(as_text("\u{feff}Vệ".as_bytes(), Encoding::Utf8), Ok("Vệ".to_owned()));
        assert_eq!(as_text(b"\xff\xfea\0", Encoding::Utf16Le), Ok("a".to_owned()));
        assert_eq!(as_text(b"\0a", Encoding::Utf16Be), Ok("a".to_owned()));
        let broken = DecodeError::Broken { encoding: Encoding::Utf8Bom, at_byte: 0 };
        assert_eq!(decode_as(b"\xd0", Encoding::Utf8), Err(broken));
        assert!(matches!(decode_as(b"\x98", Encoding::Windows1251), Err(DecodeError::Broken { at_byte: 0, .. })));
    }

    #[test]
    fn decomposed_unicode_is_composed_in_either_order_of_marks() {
        check("Ve\u{302}\u{323} Ve\u{323}\u{302}".as_bytes(), "Vệ Vệ", Encoding::Utf8);
        check("TRU\u{31b}O\u{31b}\u{300}NG".as_bytes(), "TRƯỜNG", Encoding::Utf8);
        check("x\u{300}a\u{300}\u{301}".as_bytes(), "x\u{300}à\u{301}", Encoding::Utf8);
    }

    #[test]
    fn what_is_no_text_is_named() {
        for (bytes, binary) in [
            (&b"PK\x03\x04\x14\0"[..], Binary::Zip),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", Binary::Ole),
            (b"%PDF-1.7", Binary::Pdf),
            (b"\x89PNG\r\n\x1a\n\0", Binary::Png),
            (b"abc\0\0\0\0defgh", Binary::Other),
        ] {
            assert_eq!(decode(bytes), Err(DecodeError::Binary(binary)));
        }
    }

    #[test]
    fn broken_text_is_refused_at_its_place() {
        let broken = |bytes: &[u8]| match decode(bytes) {
            Err(DecodeError::Broken { encoding, at_byte }) => (encoding, at_byte),
            other => panic!("{other:?}"),
        };
        // Cut in the middle of a letter.
        assert_eq!(broken("Đông Vệ".as_bytes().split_last().unwrap().1), (Encoding::Utf8, 8));
        assert_eq!(broken(b"\xef\xbb\xbfab\xff"), (Encoding::Utf8Bom, 5));
        assert_eq!(broken(b"\xff\xfea\0b"), (Encoding::Utf16Le, 4));
        assert_eq!(broken(b"\xff\xfea\0\0\xd8b\0"), (Encoding::Utf16Le, 4));
        // The code page has no character 0x8d.
        assert_eq!(broken(b"ab\xd0x\x8d"), (Encoding::Windows1258, 4));
    }

    proptest! {
        #[test]
        fn no_bytes_lead_to_a_panic(bytes: Vec<u8>) {
            let _ = decode(&bytes);
            for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1258, Encoding::Windows1251] {
                let _ = decode_as(&bytes, encoding);
            }
        }

        #[test]
        fn utf16_without_mark_is_found(text in "[a-z0-9;\t]{2,20}[đệÔи]{0,8}") {
            prop_assert_eq!(decode(&utf16_bytes(&text, false)).map(|decoded| decoded.text), Ok(text.clone()));
            prop_assert_eq!(decode(&utf16_bytes(&text, true)).map(|decoded| decoded.text), Ok(text));
        }
    }
}
