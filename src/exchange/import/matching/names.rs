//! Every way in which areas and indicators of a data set may be written in somebody's table.
//!
//! Names are compared by a key: without diacritics, case, blanks and signs. Names whose keys are near, but not the
//! same, are only ever proposed: Quảng Thắng, Quảng Thành and Quảng Thịnh are two letters from one another.

use std::collections::HashMap;

use crate::data::{AreaKind, DataSet, Lang};
use crate::order;
use crate::text::fold::fold;

use super::distance::distance;

/// The most slips in a name that is proposed.
const MAX_DISTANCE: usize = 2;

/// A shorter key is near to too much to propose anything.
const MIN_CHARS: usize = 4;

/// What a text is the name of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// This one, by index, and no other.
    One(usize),
    /// One of these, by index, the nearest first: several of that name, or with a name that is near.
    Near(Vec<usize>),
    /// The city as a whole, where an area was looked for.
    City,
    /// Nothing known.
    None,
}

/// The names of a data set, ready to be looked up.
#[derive(Debug, Clone)]
pub struct Names {
    codes: HashMap<String, usize>,
    areas: Index,
    /// Kind and name in lower case of each area, to tell apart those of the same key.
    spelled: Vec<(AreaKind, String)>,
    city: Vec<String>,
    indicators: Index,
    /// Keys of names without what stands in brackets.
    bare_indicators: Index,
    /// Keys of the units of each indicator.
    units: Vec<[String; 3]>,
}

/// What has a key.
#[derive(Debug, Clone, Default)]
struct Index {
    ixs_of: HashMap<String, Vec<usize>>,
    keys: Vec<(Vec<char>, usize)>,
}

impl Names {
    /// The names of a data set.
    pub fn new(data: &DataSet) -> Names {
        let mut names = Names {
            codes: HashMap::new(),
            areas: Index::default(),
            spelled: Vec::new(),
            city: CITY_KEYS.iter().map(|key| (*key).to_owned()).collect(),
            indicators: Index::default(),
            bare_indicators: Index::default(),
            units: Vec::new(),
        };
        for (ix, area) in data.areas.iter().enumerate() {
            names.codes.insert(area.code.trim_start_matches('0').to_owned(), ix);
            names.areas.add(&squeezed(&words(&area.name)), ix);
            names.spelled.push((area.kind, area.name.to_lowercase()));
        }
        for lang in Lang::ALL {
            let place = squeezed(&words(data.place.get(lang)));
            for start in ["tp", "thanhpho", "toanthanhpho", "cityof", "город", "г"] {
                names.city.push([start, &place].concat());
            }
            names.city.push(place);
        }
        for (ix, indicator) in data.indicators.iter().enumerate() {
            names.indicators.add(&squeezed(&words(&indicator.id)), ix);
            for name in Lang::ALL.iter().flat_map(|lang| [indicator.label.get(*lang), indicator.short.get(*lang)]) {
                names.indicators.add(&squeezed(&words(name)), ix);
                names.bare_indicators.add(&squeezed(&words(&without_brackets(name))), ix);
            }
            names.units.push(Lang::ALL.map(|lang| squeezed(&words(indicator.unit.get(lang)))));
        }
        names
    }

    /// The area that a text names, by code or by name, with or without "phường", "P.", "xã" and the like.
    pub fn area(&self, text: &str) -> Found {
        match self.area_exactly(text) {
            Found::None => self.areas.near(&squeezed(&area_words(text).1)),
            found => found,
        }
    }

    /// [`Names::area`] without names that are only near; for looking through a whole table.
    pub(super) fn area_exactly(&self, text: &str) -> Found {
        let text = text.trim();
        if let Some(&ix) = self.codes.get(text.trim_start_matches('0')) {
            return Found::One(ix);
        }
        let whole = squeezed(&words(text));
        let (kind, rest) = area_words(text);
        let (ixs, kind) = match self.areas.exactly(&whole) {
            [] => (self.areas.exactly(&squeezed(&rest)), kind),
            ixs => (ixs, None),
        };
        match ixs {
            [ix] => Found::One(*ix),
            [] if self.city.contains(&whole) => Found::City,
            [] => Found::None,
            ixs => self.told_apart(ixs, text, kind),
        }
    }

    /// The indicator that the head of a column or row names: by id, label or short label in any language.
    pub fn indicator(&self, text: &str) -> Found {
        match self.indicator_exactly(text) {
            Found::None => self.bare_indicators.near(&squeezed(&words(&without_brackets(text)))),
            found => found,
        }
    }

    /// [`Names::indicator`] without names that are only near.
    pub(super) fn indicator_exactly(&self, text: &str) -> Found {
        let exactly = |index: &Index, text: &str| match index.exactly(&squeezed(&words(text))) {
            [] => Found::None,
            [ix] => Found::One(*ix),
            ixs => Found::Near(ixs.to_vec()),
        };
        let found = exactly(&self.indicators, text);
        if found != Found::None {
            return found;
        }
        let bare = without_brackets(text);
        if let Some((name, unit)) = bare.rsplit_once(',')
            && let Found::One(ix) = exactly(&self.bare_indicators, name)
            && self.units[ix].contains(&squeezed(&words(unit)))
        {
            return Found::One(ix);
        }
        exactly(&self.bare_indicators, &bare)
    }

    /// Of areas with one key the one of the named kind, or the one with the very same diacritics.
    fn told_apart(&self, ixs: &[usize], text: &str, kind: Option<AreaKind>) -> Found {
        let lower = text.to_lowercase();
        for is_it in [
            &|ix: usize| kind == Some(self.spelled[ix].0) && lower.ends_with(&self.spelled[ix].1),
            &|ix: usize| lower.ends_with(&self.spelled[ix].1),
            &|ix: usize| kind == Some(self.spelled[ix].0),
        ] as [&dyn Fn(usize) -> bool; 3]
        {
            let mut fitting = ixs.iter().filter(|ix| is_it(**ix));
            if let (Some(&ix), None) = (fitting.next(), fitting.next()) {
                return Found::One(ix);
            }
        }
        Found::Near(ixs.to_vec())
    }
}

impl Index {
    fn add(&mut self, key: &str, ix: usize) {
        let ixs = self.ixs_of.entry(key.to_owned()).or_default();
        if !key.is_empty() && !ixs.contains(&ix) {
            ixs.push(ix);
            self.keys.push((key.chars().collect(), ix));
        }
    }

    fn exactly(&self, key: &str) -> &[usize] {
        self.ixs_of.get(key).map_or(&[], Vec::as_slice)
    }

    fn near(&self, key: &str) -> Found {
        let chars: Vec<char> = key.chars().collect();
        if chars.len() < MIN_CHARS || chars.iter().all(char::is_ascii_digit) {
            return Found::None;
        }
        let mut near: Vec<(usize, usize)> = Vec::new();
        for (other, ix) in &self.keys {
            let Some(slips) = distance(&chars, other, MAX_DISTANCE) else { continue };
            match near.iter_mut().find(|(_, near_ix)| near_ix == ix) {
                Some(known) => known.0 = known.0.min(slips),
                None => near.push((slips, *ix)),
            }
        }
        order::sort_by_key(&mut near, |pair| *pair);
        if near.is_empty() { Found::None } else { Found::Near(near.into_iter().map(|(_, ix)| ix).collect()) }
    }
}

/// Keys of what stands before the sums of a table.
const CITY_KEYS: [&str; 22] = [
    "tong",
    "tongcong",
    "tongso",
    "cong",
    "congtong",
    "chung",
    "toanthanhpho",
    "toantp",
    "thanhpho",
    "tp",
    "total",
    "totals",
    "grandtotal",
    "city",
    "citytotal",
    "thecity",
    "sum",
    "итого",
    "всего",
    "город",
    "погороду",
    "сумма",
];

/// Words before or behind the name of an area, with the kind that they state.
const KIND_WORDS: [(&str, Option<AreaKind>); 11] = [
    ("phuong", Some(AreaKind::Ward)),
    ("p", Some(AreaKind::Ward)),
    ("ward", Some(AreaKind::Ward)),
    ("район", Some(AreaKind::Ward)),
    ("xa", Some(AreaKind::Commune)),
    ("x", Some(AreaKind::Commune)),
    ("commune", Some(AreaKind::Commune)),
    ("коммуна", Some(AreaKind::Commune)),
    ("ubnd", None),
    ("of", None),
    ("the", None),
];

/// The kind that a text states, and its words without that and without a number in a list ("3. Phường Đông Vệ").
fn area_words(text: &str) -> (Option<AreaKind>, Vec<String>) {
    let mut words = words(text);
    let mut kind = None;
    while let [first, _, ..] = words.as_slice() {
        let is_number = first.bytes().all(|byte| byte.is_ascii_digit());
        match KIND_WORDS.iter().find(|(word, _)| word == first) {
            Some((_, stated)) => kind = kind.or(*stated),
            None if is_number => {}
            None => break,
        }
        words.remove(0);
    }
    if let [_, .., last] = words.as_slice()
        && let Some((_, Some(stated))) = KIND_WORDS.iter().find(|(word, _)| 2 < word.len() && word == last)
    {
        kind = kind.or(Some(*stated));
        words.pop();
    }
    (kind, words)
}

/// Folded words; signs but `%` and `+` part words and are dropped.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in fold(text).chars() {
        let c = match c {
            '²' => '2',
            '³' => '3',
            c => c,
        };
        if c.is_alphanumeric() || matches!(c, '%' | '+') {
            if let Some(word) = words.last_mut() {
                word.push(c);
            }
        } else if words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
    }
    if words.last().is_some_and(String::is_empty) {
        words.pop();
    }
    words
}

fn squeezed(words: &[String]) -> String {
    words.concat()
}

/// The text without round and square brackets and what they hold; an open one holds all behind it.
fn without_brackets(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut depth = 0usize;
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::data;

    fn real() -> DataSet {
        data::read(data::built_in()).unwrap()
    }

    fn ix_of(data: &DataSet, name: &str) -> usize {
        data.areas.iter().position(|area| area.name == name).unwrap()
    }

    #[test]
    fn an_area_is_known_by_any_of_its_spellings() {
        let data = real();
        let names = Names::new(&data);
        let check = |text: &str, name: &str| assert_eq!(names.area(text), Found::One(ix_of(&data, name)), "{text}");
        for text in [
            "14782",
            "014782",
            "Đông Vệ",
            "P. Đông Vệ",
            "P.Đông Vệ",
            "phường Đông Vệ",
            "Phường đông vệ",
            "PHƯỜNG ĐÔNG VỆ",
            "Dong Ve",
            "dong-ve",
            "DongVe",
            "Dong Ve ward",
            "Ward of Dong Ve",
            "район Đông Vệ",
            "3. Phường Đông Vệ",
            "10) P. Dong Ve",
            " Đông\u{a0}Vệ ",
            "UBND phường Đông Vệ",
            "Đo\u{302}ng Ve\u{323}\u{302}",
        ] {
            check(text, "Đông Vệ");
        }
        check("xã Thiệu Vân", "Thiệu Vân");
        check("X. Thieu Van", "Thiệu Vân");
        check("коммуна Thiệu Vân", "Thiệu Vân");
        check("Phường Phú Sơn", "Phú Sơn");
        for area in &data.areas {
            check(&area.name, &area.name);
            check(&fold(&area.name), &area.name);
        }
    }

    #[test]
    fn sums_are_the_citys() {
        let names = Names::new(&real());
        for text in [
            "TP",
            "Tổng cộng",
            "TỔNG CỘNG:",
            "Total",
            "Итого",
            "Всего",
            "Thành phố",
            "TP. Thanh Hoá",
            "Thanh Hóa",
            "Tổng số",
        ] {
            assert_eq!(names.area(text), Found::City, "{text}");
        }
    }

    #[test]
    fn near_names_are_proposed_and_never_taken() {
        let data = real();
        let names = Names::new(&data);
        let near = |text: &str| match names.area(text) {
            Found::Near(ixs) => ixs.iter().map(|ix| data.areas[*ix].name.as_str()).collect(),
            Found::None => Vec::new(),
            found => panic!("{text}: {found:?}"),
        };
        assert_eq!(near("Đông Vẹe"), ["Đông Vệ"]);
        assert_eq!(near("Phường Hàm Rông g"), ["Hàm Rồng"]);
        assert_eq!(near("Quang Than")[..2], ["Quảng Thắng", "Quảng Thành"]);
        assert_eq!(near("Hạc Thành"), Vec::<&str>::new());
        assert_eq!(near("xyz"), Vec::<&str>::new());
        assert_eq!(near("14783"), Vec::<&str>::new());
        assert_eq!(near(""), Vec::<&str>::new());
    }

    #[test]
    fn areas_of_one_key_are_told_apart_by_kind_and_diacritics() {
        let mut data = real();
        data.areas.truncate(3);
        data.areas[1].name = "Hàm Rộng".to_owned();
        data.areas[2].kind = AreaKind::Commune;
        data.areas[2].name = "Hàm Rồng".to_owned();
        let names = Names::new(&data);
        assert_eq!(names.area("Hàm Rộng"), Found::One(1));
        assert_eq!(names.area("xã Hàm Rồng"), Found::One(2));
        assert_eq!(names.area("X. Ham Rong"), Found::One(2));
        assert_eq!(names.area("phường Hàm Rồng"), Found::One(0));
        assert_eq!(names.area("Hàm Rồng"), Found::Near(vec![0, 1, 2]));
    }

    #[test]
    fn every_indicator_is_known_by_each_of_its_names() {
        let data = real();
        let names = Names::new(&data);
        for (ix, indicator) in data.indicators.iter().enumerate() {
            for lang in Lang::ALL {
                let with_unit = format!("{} ({})", indicator.short.get(lang), indicator.unit.get(lang));
                for text in [&indicator.id, indicator.label.get(lang), indicator.short.get(lang), &with_unit] {
                    assert_eq!(names.indicator(text), Found::One(ix), "{text}");
                }
            }
        }
        let check = |text: &str, id: &str| {
            assert_eq!(names.indicator(text), Found::One(data.indicator_ix(id).unwrap()), "{text}");
        };
        check("DUONG HOA [mét]", "flower_roads");
        check("Đường hoa, m", "flower_roads");
        check("flower roads", "flower_roads");
        assert_eq!(names.indicator("Đường hoaa"), Found::Near(vec![data.indicator_ix("flower_roads").unwrap()]));
        assert_eq!(names.indicator("Ghi chú"), Found::None);
    }

    proptest! {
        #[test]
        fn no_text_leads_to_a_panic(text in "([()\\[\\],.%+²]|\\PC){0,20}") {
            static NAMES: std::sync::OnceLock<Names> = std::sync::OnceLock::new();
            let names = NAMES.get_or_init(|| Names::new(&real()));
            let _ = (names.area(&text), names.indicator(&text));
        }
    }
}
