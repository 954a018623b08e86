//! The three languages of the page, and text that exists in all three.

/// A language of the interface. Vietnamese is the default where a browser asks for none of the three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
    /// Russian.
    Ru,
}

impl Lang {
    /// All languages, in the order in which the page offers them.
    pub const ALL: [Lang; 3] = [Lang::Vi, Lang::En, Lang::Ru];

    /// The BCP 47 code, as in the `lang` attribute and the address.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Vi => "vi",
            Lang::En => "en",
            Lang::Ru => "ru",
        }
    }

    /// The language of a BCP 47 tag (`"ru-RU"` gives Russian), if it is one of the three.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Lang::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }
}

/// A text in the three languages. None of the three may be empty (the data reader refuses it).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tr {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
    /// Russian.
    pub ru: String,
}

impl Tr {
    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
            Lang::Ru => &self.ru,
        }
    }
}
