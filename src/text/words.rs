//! Words in three languages: the type, plural forms, placeholders, and the macros that declare tables of them.
//!
//! A translation that is left out does not compile, because both macros want all forms. That none is empty and that
//! all languages hold the same placeholders is checked by tests that walk the `ALL` tables. Languages are chosen at
//! run time; nothing is loaded.

use crate::data::Lang;
use crate::order;

use super::number;

/// A text in the three languages, known at compile time. May hold placeholders such as `{name}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Vietnamese.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
    /// Russian.
    pub ru: &'static str,
}

impl Words {
    /// The three texts in the order Vietnamese, English, Russian.
    pub const fn new(vi: &'static str, en: &'static str, ru: &'static str) -> Words {
        Words { vi, en, ru }
    }

    /// The text in one language, placeholders as they stand.
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
            Lang::Ru => self.ru,
        }
    }

    /// The text in one language with each `{name}` replaced by its value.
    ///
    /// Values go in as they are: braces inside a value are never read as placeholders. A placeholder without a value
    /// stays as it stands, so that the mistake is seen on screen and not hidden.
    pub fn fill(&self, lang: Lang, values: &[(&str, &str)]) -> String {
        fill(self.get(lang), values)
    }

    /// Says what is wrong with the texts: one is empty or blank at an end, or placeholders differ between languages.
    pub fn check(&self) -> Result<(), String> {
        let texts = [self.vi, self.en, self.ru];
        texts.iter().try_for_each(|text| check_text(text))?;
        check_same_placeholders(&texts)
    }
}

/// A text that counts something, with the plural forms of each language (CLDR categories of whole numbers).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plural {
    /// Vietnamese: one form for all numbers.
    pub vi: &'static str,
    /// English: one, other.
    pub en: [&'static str; 2],
    /// Russian: one (1, 21), few (2 to 4, 22), many (0, 5 to 20).
    pub ru: [&'static str; 3],
}

impl Plural {
    /// The forms in the order Vietnamese, English (one, other), Russian (one, few, many).
    pub const fn new(vi: &'static str, en: [&'static str; 2], ru: [&'static str; 3]) -> Plural {
        Plural { vi, en, ru }
    }

    /// The form for `n` things, placeholders as they stand.
    pub fn get(&self, lang: Lang, n: u64) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en[usize::from(n != 1)],
            Lang::Ru => self.ru[russian_category(n)],
        }
    }

    /// The form for `n` things, with `{n}` replaced by the grouped number and other placeholders by their values.
    pub fn fill(&self, lang: Lang, n: u64, values: &[(&str, &str)]) -> String {
        let n_text = number::whole(lang, n);
        let mut all = Vec::with_capacity(values.len() + 1);
        all.push(("n", n_text.as_str()));
        all.extend_from_slice(values);
        fill(self.get(lang, n), &all)
    }

    /// Says what is wrong with the forms. As [`Words::check`]; only the English form for one may leave out `{n}`,
    /// because every other form stands for several numbers.
    pub fn check(&self) -> Result<(), String> {
        let forms = [self.vi, self.en[1], self.ru[0], self.ru[1], self.ru[2]];
        forms.iter().chain([&self.en[0]]).try_for_each(|text| check_text(text))?;
        check_same_placeholders(&forms)?;
        let without_n = |text| placeholders(text).into_iter().filter(|name| *name != "n").collect::<Vec<_>>();
        if without_n(self.en[0]) == without_n(self.en[1]) {
            Ok(())
        } else {
            Err(format!("placeholders differ: {:?} and {:?}", self.en[0], self.en[1]))
        }
    }
}

/// CLDR plural rules of Russian for whole numbers, as an index into [`Plural::ru`].
fn russian_category(n: u64) -> usize {
    match (n % 10, n % 100) {
        (_, 11..=14) => 2,
        (1, _) => 0,
        (2..=4, _) => 1,
        _ => 2,
    }
}

/// The names in braces, sorted, each as often as it stands in the text.
pub fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = pieces(text).filter_map(|(_, name)| name).collect();
    order::sort_by(&mut names, Ord::cmp);
    names
}

fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    for (literal, name) in pieces(text) {
        filled.push_str(literal);
        let Some(name) = name else { continue };
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            filled.push_str(value);
        } else {
            filled.push('{');
            filled.push_str(name);
            filled.push('}');
        }
    }
    filled
}

/// Cuts a text into literal runs, each with the name of the placeholder behind it (none behind the last one).
/// A brace without its partner is literal.
fn pieces(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let current = rest.take()?;
        let cut = current.find('{').and_then(|open| {
            let inner = &current[open + 1..];
            inner.find('}').map(|close| (&current[..open], &inner[..close], &inner[close + 1..]))
        });
        let Some((literal, name, behind)) = cut else { return Some((current, None)) };
        rest = Some(behind);
        Some((literal, Some(name)))
    })
}

fn check_text(text: &str) -> Result<(), String> {
    if text.trim().is_empty() {
        return Err("a text is empty".to_owned());
    }
    if text.trim() != text {
        return Err(format!("blank at an end: {text:?}"));
    }
    if text.matches('{').count() != text.matches('}').count() {
        return Err(format!("a brace without its partner: {text:?}"));
    }
    Ok(())
}

fn check_same_placeholders(texts: &[&str]) -> Result<(), String> {
    let sets = texts.iter().map(|text| {
        let mut names = placeholders(text);
        names.dedup();
        names
    });
    let sets: Vec<_> = sets.collect();
    match sets.iter().position(|set| *set != sets[0]) {
        None => Ok(()),
        Some(odd_ix) => Err(format!("placeholders differ: {:?} and {:?}", texts[0], texts[odd_ix])),
    }
}

/// Declares a table of [`Words`](crate::text::words::Words): a constant each, and `ALL` with names for tests.
///
/// ```
/// ward_atlas::words! {
///     /// Head of the list of areas.
///     AREAS = "Phường, xã", "Wards and communes", "Районы и коммуны";
/// }
/// assert_eq!(AREAS.en, "Wards and communes");
/// assert_eq!(ALL[0].0, "AREAS");
/// ```
///
/// A missing translation does not compile:
///
/// ```compile_fail
/// ward_atlas::words! {
///     /// Head of the list of areas.
///     AREAS = "Phường, xã", "Wards and communes";
/// }
/// ```
#[macro_export]
macro_rules! words {
    ($($(#[$attribute:meta])* $name:ident = $vi:expr, $en:expr, $ru:expr;)*) => {
        $(
            $(#[$attribute])*
            pub const $name: $crate::text::words::Words = $crate::text::words::Words::new($vi, $en, $ru);
        )*
        /// Every text of this table with its name, for tests that walk them all.
        pub const ALL: &[(&str, &$crate::text::words::Words)] = &[$((stringify!($name), &$name)),*];
    };
}

/// Declares a table of [`Plural`](crate::text::words::Plural): a constant each, and `ALL_PLURALS` for tests.
///
/// ```
/// ward_atlas::plurals! {
///     /// How many areas pass the filters.
///     N_AREAS = "{n} đơn vị", ["{n} area", "{n} areas"], ["{n} район", "{n} района", "{n} районов"];
/// }
/// assert_eq!(N_AREAS.fill(ward_atlas::data::Lang::Ru, 34, &[]), "34 района");
/// ```
#[macro_export]
macro_rules! plurals {
    ($($(#[$attribute:meta])* $name:ident = $vi:expr, [$en_one:expr, $en_other:expr],
        [$ru_one:expr, $ru_few:expr, $ru_many:expr];)*) => {
        $(
            $(#[$attribute])*
            pub const $name: $crate::text::words::Plural =
                $crate::text::words::Plural::new($vi, [$en_one, $en_other], [$ru_one, $ru_few, $ru_many]);
        )*
        /// Every plural of this table with its name, for tests that walk them all.
        pub const ALL_PLURALS: &[(&str, &$crate::text::words::Plural)] = &[$((stringify!($name), &$name)),*];
    };
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    crate::words! {
        /// A plain word.
        MAP = "Bản đồ", "Map", "Карта";
        /// With two placeholders in another order.
        OF = "{part} trong {all}", "{part} of {all}", "из {all} – {part}";
    }

    crate::plurals! {
        /// Counted areas.
        AREAS = "{n} đơn vị ở {place}", ["one area in {place}", "{n} areas in {place}"],
            ["{n} район в {place}", "{n} района в {place}", "{n} районов в {place}"];
    }

    #[test]
    fn tables_hold_every_entry() {
        assert_eq!(ALL.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["MAP", "OF"]);
        assert!(ALL.iter().all(|(_, words)| words.check().is_ok()));
        assert!(ALL_PLURALS.iter().all(|(_, plural)| plural.check().is_ok()));
        assert_eq!(Lang::ALL.map(|lang| MAP.get(lang)), ["Bản đồ", "Map", "Карта"]);
    }

    #[test]
    fn placeholders_are_filled_by_name() {
        assert_eq!(OF.fill(Lang::En, &[("all", "34"), ("part", "12")]), "12 of 34");
        assert_eq!(OF.fill(Lang::Ru, &[("all", "34"), ("part", "12")]), "из 34 – 12");
        assert_eq!(Words::new("", "{a}{a}", "").fill(Lang::En, &[("a", "x")]), "xx");
    }

    #[test]
    fn values_are_not_read_again_and_unknown_names_stay() {
        assert_eq!(OF.fill(Lang::En, &[("part", "{all}"), ("all", "x")]), "{all} of x");
        assert_eq!(OF.fill(Lang::En, &[("part", "1")]), "1 of {all}");
        let odd = Words::new("", "{open of {part", "");
        assert_eq!(odd.fill(Lang::En, &[("part", "1")]), "{open of {part");
    }

    #[test]
    fn check_finds_each_fault() {
        assert!(Words::new("a", "", "b").check().is_err());
        assert!(Words::new("a", "b ", "c").check().is_err());
        assert!(Words::new("a {n}", "b {n}", "c").check().is_err());
        assert!(Words::new("a {n", "b", "c").check().is_err());
        assert!(Plural::new("{n}", ["{n}", "{n}"], ["{n}", "{n}", "many"]).check().is_err());
        assert!(Plural::new("{n}", ["one {x}", "{n}"], ["{n}", "{n}", "{n}"]).check().is_err());
    }

    /// Categories as `Intl.PluralRules` of Node 20 (CLDR 48) gives them.
    #[test]
    fn plural_categories_follow_cldr() {
        let russian = |n| ["one", "few", "many"][russian_category(n)];
        let expected = [
            (0, "many"),
            (1, "one"),
            (2, "few"),
            (4, "few"),
            (5, "many"),
            (10, "many"),
            (11, "many"),
            (12, "many"),
            (14, "many"),
            (15, "many"),
            (20, "many"),
            (21, "one"),
            (22, "few"),
            (25, "many"),
            (101, "one"),
            (111, "many"),
            (112, "many"),
            (121, "one"),
            (1_000_001, "one"),
            (1_000_014, "many"),
        ];
        for (n, category) in expected {
            assert_eq!(russian(n), category, "{n}");
        }
        assert_eq!(AREAS.fill(Lang::En, 1, &[("place", "Thanh Hoá")]), "one area in Thanh Hoá");
        assert_eq!(AREAS.fill(Lang::En, 0, &[("place", "x")]), "0 areas in x");
        assert_eq!(AREAS.fill(Lang::En, 11_163, &[("place", "x")]), "11,163 areas in x");
        assert_eq!(AREAS.fill(Lang::Ru, 34, &[("place", "x")]), "34 района в x");
        assert_eq!(AREAS.fill(Lang::Vi, 1234, &[("place", "x")]), "1.234 đơn vị ở x");
    }

    proptest! {
        #[test]
        fn text_without_values_is_unchanged(text in "[a{}b ]{0,20}") {
            prop_assert_eq!(fill(&text, &[]), text);
        }
    }
}
