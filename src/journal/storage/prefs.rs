//! Small preferences of this browser profile, under one key of their own, apart from the journal.
//!
//! Losing them costs a click; so what cannot be read is replaced by the defaults, other than in the journal. The device's
//! number has a key of its own, so that it does not share their fate.

use super::{KeyValue, StoreError, set_verified};
use crate::data::Lang;
use crate::journal::clean::{MAX_AUTHOR_CHARS, clean_line, is_longer};
use crate::journal::record::DeviceId;
use crate::json::{self, FromJson, Json, Misshapen};

const PREFS_KEY: &str = "ward-atlas/prefs";
const DEVICE_KEY: &str = "ward-atlas/device";
const SCHEMA: u32 = 1;

/// What a person has set on this device.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prefs {
    /// The name that stands at the person's records.
    pub author: String,
    /// Language, if chosen.
    pub lang: Option<Lang>,
    /// Light or dark, if chosen.
    pub theme: Option<Theme>,
    /// When the work was last saved as a file, milliseconds since 1970.
    pub saved_as_file_at_ms: Option<u64>,
    /// The name of that file.
    pub saved_as_file: Option<String>,
}

/// A colour scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Prefs {
    /// The stored preferences; the defaults where there are none, or none that can be read.
    pub fn load(store: &impl KeyValue) -> Result<Prefs, StoreError> {
        let text = store.get(PREFS_KEY)?.unwrap_or_default();
        let mut prefs = json::parse(&text).ok().and_then(|tree| Prefs::stored(tree).ok()).unwrap_or_default();
        prefs.author = clean_line(&prefs.author);
        if is_longer(&prefs.author, MAX_AUTHOR_CHARS) {
            prefs.author.clear();
        }
        Ok(prefs)
    }

    /// Stores the preferences.
    pub fn save(&self, store: &mut impl KeyValue) -> Result<(), StoreError> {
        let theme = self.theme.map(|theme| if theme == Theme::Light { "light" } else { "dark" });
        let prefs = Json::object([
            ("author", Json::from(self.author.as_str())),
            ("lang", Json::from(self.lang.map(Lang::code))),
            ("theme", Json::from(theme)),
            ("saved_as_file_at_ms", Json::from(self.saved_as_file_at_ms)),
            ("saved_as_file", Json::from(self.saved_as_file.as_deref())),
        ]);
        let envelope = Json::object([("schema", Json::from(SCHEMA)), ("prefs", prefs)]);
        set_verified(store, PREFS_KEY, &envelope.to_text())
    }

    /// The preferences of the stored envelope.
    fn stored(envelope: Json) -> Result<Prefs, Misshapen> {
        let mut envelope = envelope.fields()?;
        envelope.take::<u32>("schema")?;
        let mut prefs = envelope.raw("prefs").unwrap_or_default().fields()?;
        Ok(Prefs {
            author: prefs.take_or_default("author")?,
            lang: prefs.take("lang")?,
            theme: prefs.take("theme")?,
            saved_as_file_at_ms: prefs.take("saved_as_file_at_ms")?,
            saved_as_file: prefs.take("saved_as_file")?,
        })
    }
}

/// Whether a key of the store belongs to the preferences or the device's number.
pub fn is_own_key(key: &str) -> bool {
    key == PREFS_KEY || key == DEVICE_KEY
}

impl FromJson for Theme {
    fn from_json(json: Json) -> Result<Theme, Misshapen> {
        json.word(&["light", "dark"]).map(|ix| [Theme::Light, Theme::Dark][ix])
    }
}

/// The number of this browser profile; made from `random` and stored on the first visit. Where it cannot be stored it holds
/// for this visit.
pub fn device(store: &mut impl KeyValue, random: u64) -> DeviceId {
    let stored = store.get(DEVICE_KEY).ok().flatten().and_then(|text| text.parse().ok());
    stored.unwrap_or_else(|| {
        let device = DeviceId(random);
        // A failure shows itself at the first save of the journal, where it is told.
        let _ = store.set(DEVICE_KEY, &device.to_string());
        device
    })
}

#[cfg(test)]
mod tests {
    use super::super::MemoryStore;
    use super::*;

    #[test]
    fn preferences_round_trip_and_garbage_gives_defaults() {
        let mut store = MemoryStore::default();
        assert_eq!(Prefs::load(&store), Ok(Prefs::default()));
        let prefs =
            Prefs { author: "Lan".to_owned(), lang: Some(Lang::Ru), theme: Some(Theme::Dark), ..Prefs::default() };
        prefs.save(&mut store).unwrap();
        assert_eq!(Prefs::load(&store), Ok(prefs));
        for garbage in ["", "{", "{\"schema\":1}", "{\"schema\":1,\"prefs\":{\"lang\":\"xx\"}}"] {
            store.set(PREFS_KEY, garbage).unwrap();
            assert_eq!(Prefs::load(&store), Ok(Prefs::default()), "{garbage}");
        }
    }

    #[test]
    fn the_device_keeps_its_number() {
        let mut store = MemoryStore::default();
        assert_eq!(device(&mut store, 7), DeviceId(7));
        assert_eq!(device(&mut store, 8), DeviceId(7));
    }
}
