//! The settings of the composite index, read from the fold.
//!
//! There may be several, so that two can be compared; one is in use. What they compute is the business of `stats`.

use super::conflict::{Conflict, Deletion};
use super::kinds::{Kind, index};
use super::state::{JournalState, Thing};
use crate::data::Polarity;

/// The key of the one thing that says which setting is in use. Other keys of the kind are random and longer.
pub(super) const CHOICE_KEY: &str = "chosen";
/// Greatest weight of an indicator. Only the weights' ratios count.
pub const MAX_WEIGHT: f64 = 1_000.0;

/// A setting of the composite index.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedIndex {
    /// Random, the same on every device.
    pub id: String,
    /// What was set.
    pub settings: IndexSettings,
    /// Whether it is no more in use.
    pub retired: bool,
    /// Who made it; may be empty.
    pub author: String,
    /// When, milliseconds since 1970.
    pub at_ms: u64,
    /// Fields in which people's changes differ.
    pub conflicts: Vec<Conflict>,
}

/// What a person sets of the composite index.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexSettings {
    /// Its name for people.
    pub name: String,
    /// What is put together, in the order of the indicators' ids.
    pub parts: Vec<IndexPart>,
    /// How figures are made comparable.
    pub normalisation: Normalisation,
    /// How they are put together.
    pub aggregation: Aggregation,
    /// Share of the weights, 0 to 1, that an area must have figures for; below it has no score.
    pub threshold: f64,
    /// How far weights are varied for rank intervals: each by a factor within 1 ± this, 0 to 1.
    pub spread: f64,
    /// Seed of the draws.
    pub seed: u32,
    /// Whether the draws also vary how figures are made comparable.
    pub vary_normalisation: bool,
}

/// An indicator in the index.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexPart {
    /// The indicator's id.
    pub indicator: String,
    /// Its weight, 0 to [`MAX_WEIGHT`].
    pub weight: f64,
    /// Which direction is good, where the indicator's own polarity does not hold.
    pub polarity: Option<Polarity>,
}

/// How figures are made comparable (OECD/JRC, "Handbook on Constructing Composite Indicators", 2008, step 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Normalisation {
    /// From the least figure (0) to the greatest (1).
    #[default]
    MinMax,
    /// Distance from the mean in standard deviations.
    ZScore,
    /// Rank.
    Rank,
    /// Share of the way to the target.
    Target,
}

/// How they are put together (the same handbook, step 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Aggregation {
    /// Weighted mean: a strength makes up for a weakness in full.
    #[default]
    Arithmetic,
    /// Weighted geometric mean: it makes up in part.
    Geometric,
}

/// A change of a setting. The moves of one slider go on with one act ([`super::intent::Ctx::step`]).
#[derive(Debug, Clone, PartialEq)]
pub enum IndexEdit {
    /// Its name.
    Name(String),
    /// An indicator's weight; `None` takes the indicator out.
    Weight(String, Option<f64>),
    /// Which direction of an indicator is good; `None` for its own polarity.
    Polarity(String, Option<Polarity>),
    /// How figures are made comparable.
    Normalisation(Normalisation),
    /// How they are put together.
    Aggregation(Aggregation),
    /// Share of the weights, 0 to 1.
    Threshold(f64),
    /// Spread of the weights, 0 to 1.
    Spread(f64),
    /// Seed of the draws.
    Seed(u32),
    /// Whether the draws vary how figures are made comparable.
    VaryNormalisation(bool),
}

impl Default for IndexSettings {
    fn default() -> IndexSettings {
        IndexSettings {
            name: String::new(),
            parts: Vec::new(),
            normalisation: Normalisation::default(),
            aggregation: Aggregation::default(),
            threshold: 0.5,
            spread: 0.25,
            seed: 2023,
            vary_normalisation: false,
        }
    }
}

impl Normalisation {
    /// All choices, in the order in which the page offers them.
    pub const ALL: [Normalisation; 4] =
        [Normalisation::MinMax, Normalisation::ZScore, Normalisation::Rank, Normalisation::Target];

    /// The name in records.
    pub fn code(self) -> &'static str {
        ["min_max", "z_score", "rank", "target"][self as usize]
    }

    /// The choice of a name.
    pub fn from_code(code: &str) -> Option<Normalisation> {
        Normalisation::ALL.into_iter().find(|choice| choice.code() == code)
    }
}

impl Aggregation {
    /// All choices, in the order in which the page offers them.
    pub const ALL: [Aggregation; 2] = [Aggregation::Arithmetic, Aggregation::Geometric];

    /// The name in records.
    pub fn code(self) -> &'static str {
        ["arithmetic", "geometric"][self as usize]
    }

    /// The choice of a name.
    pub fn from_code(code: &str) -> Option<Aggregation> {
        Aggregation::ALL.into_iter().find(|choice| choice.code() == code)
    }
}

impl JournalState {
    /// All settings, retired ones too, in the order of their making.
    pub fn indexes(&self) -> Vec<NamedIndex> {
        let mut found = Vec::new();
        for (id, thing) in self.things(&Kind::Index) {
            let made = self.first_of(thing, index::NAME).map(|record| record.id);
            found.extend(self.read_index(id, thing).map(|index| (made, index)));
        }
        crate::order::sort_by(&mut found, |a, b| a.0.cmp(&b.0));
        found.into_iter().map(|(_, index)| index).collect()
    }

    /// One setting, retired or not.
    pub fn index(&self, id: &str) -> Option<NamedIndex> {
        self.read_index(id, self.thing(&Kind::Index, id)?)
    }

    /// Id of the setting in use: the chosen one as long as it is not retired, else the first that is not.
    pub fn index_in_use(&self) -> Option<String> {
        let chosen = self.thing(&Kind::Index, CHOICE_KEY).map(|thing| self.text_in(thing, index::CHOSEN));
        let mut usable = self.indexes();
        usable.retain(|index| !index.retired);
        let at = usable.iter().position(|index| Some(&index.id) == chosen.as_ref()).unwrap_or_default();
        usable.into_iter().nth(at).map(|index| index.id)
    }

    fn read_index(&self, id: &str, thing: &Thing) -> Option<NamedIndex> {
        if id == CHOICE_KEY {
            return None;
        }
        let default = IndexSettings::default();
        let number = |field: &str, greatest: f64| {
            self.number_in(thing, field).filter(|number| (0.0..=greatest).contains(number))
        };
        let mut parts = Vec::new();
        for field in thing.field_names() {
            let Some(indicator) = field.strip_prefix(index::WEIGHT_PREFIX) else { continue };
            let Some(weight) = number(field, MAX_WEIGHT) else { continue };
            let polarity = self.text_in(thing, &[index::POLARITY_PREFIX, indicator].concat());
            let polarity = Polarity::from_code(&polarity).filter(|polarity| *polarity != Polarity::Neither);
            parts.push(IndexPart { indicator: indicator.to_owned(), weight, polarity });
        }
        let first = self.first_of(thing, index::NAME)?;
        Some(NamedIndex {
            id: id.to_owned(),
            settings: IndexSettings {
                name: self.text_in(thing, index::NAME),
                parts,
                normalisation: Normalisation::from_code(&self.text_in(thing, index::NORMALISATION)).unwrap_or_default(),
                aggregation: Aggregation::from_code(&self.text_in(thing, index::AGGREGATION)).unwrap_or_default(),
                threshold: number(index::THRESHOLD, 1.0).unwrap_or(default.threshold),
                spread: number(index::SPREAD, 1.0).unwrap_or(default.spread),
                seed: number(index::SEED, f64::from(u32::MAX)).map_or(default.seed, |seed| seed as u32),
                vary_normalisation: self.heads_of(thing, index::VARY).first().is_some_and(|head| head.new.is_true()),
            },
            retired: self.deletion_of(&Kind::Index, thing) == Deletion::Yes,
            author: first.author.clone(),
            at_ms: first.id.at.ms,
            conflicts: self.conflicts_of(&Kind::Index, id),
        })
    }
}
