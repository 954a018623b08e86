//! The assumptions of the estimates and the accepted findings, read from the fold.

use super::kinds::{Kind, estimates, finding};
use super::state::JournalState;

/// The key of the one thing that holds the assumptions.
pub const ESTIMATES_KEY: &str = "city";
/// Fewest draws that give a 90 % interval worth showing.
pub const MIN_DRAWS: u32 = 100;
/// Most draws that a page may be asked for.
pub const MAX_DRAWS: u32 = 100_000;
/// Greatest overdispersion parameter; above it areas do not differ at all.
pub const MAX_OVERDISPERSION: f64 = 1e9;

/// The assumptions of the estimates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EstimateSettings {
    /// Whether missing figures are estimated.
    pub on: bool,
    /// What areas are weighted by.
    pub weights: Weights,
    /// The parameter of the beta-binomial or Dirichlet distribution (the greater, the more alike areas are); `None` is
    /// the method's own.
    pub overdispersion: Option<f64>,
    /// Seed of the draws.
    pub seed: u32,
    /// How many draws intervals are made from.
    pub n_draws: u32,
}

/// What areas are weighted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weights {
    /// Subdivisions for what is a part of them, where they are known everywhere; else households.
    #[default]
    Auto,
    /// Households.
    Households,
    /// Subdivisions, where they are known everywhere; else households.
    Subdivisions,
    /// All areas alike.
    Equal,
}

/// A person's word on a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Why it is accepted; may be empty.
    pub remark: String,
    /// Who; may be empty.
    pub author: String,
    /// When, milliseconds since 1970.
    pub at_ms: u64,
}

impl Default for EstimateSettings {
    fn default() -> EstimateSettings {
        EstimateSettings { on: false, weights: Weights::Auto, overdispersion: None, seed: 2023, n_draws: 1000 }
    }
}

impl Weights {
    /// All choices, in the order in which the page offers them.
    pub const ALL: [Weights; 4] = [Weights::Auto, Weights::Households, Weights::Subdivisions, Weights::Equal];

    /// The name in records.
    pub fn code(self) -> &'static str {
        match self {
            Weights::Auto => "auto",
            Weights::Households => "households",
            Weights::Subdivisions => "subdivisions",
            Weights::Equal => "equal",
        }
    }

    /// The choice of a name.
    pub fn from_code(code: &str) -> Option<Weights> {
        Weights::ALL.into_iter().find(|weights| weights.code() == code)
    }
}

impl JournalState {
    /// The assumptions; what nobody set, or what a file set out of range, is the default.
    pub fn estimate_settings(&self) -> EstimateSettings {
        let default = EstimateSettings::default();
        let Some(thing) = self.thing(&Kind::Estimates, ESTIMATES_KEY) else { return default };
        let number = |field, least: f64, greatest: f64| {
            self.number_in(thing, field).filter(|number| (least..=greatest).contains(number))
        };
        let whole = |field, least: u32, greatest: u32, or: u32| {
            number(field, f64::from(least), f64::from(greatest)).map_or(or, |number| number as u32)
        };
        EstimateSettings {
            on: self.heads_of(thing, estimates::ON).first().is_some_and(|head| head.new.is_true()),
            weights: Weights::from_code(&self.text_in(thing, estimates::WEIGHTS)).unwrap_or(default.weights),
            overdispersion: number(estimates::OVERDISPERSION, f64::MIN_POSITIVE, MAX_OVERDISPERSION),
            seed: whole(estimates::SEED, 0, u32::MAX, default.seed),
            n_draws: whole(estimates::N_DRAWS, MIN_DRAWS, MAX_DRAWS, default.n_draws),
        }
    }

    /// A person's word on a finding; `None` if it is not accepted, or if people differ on that.
    pub fn acceptance(&self, finding_id: &str) -> Option<Acceptance> {
        let thing = self.thing(&Kind::Finding, finding_id)?;
        let heads = self.heads_of(thing, finding::ACCEPTED);
        let shown = heads.first().filter(|_| heads.iter().all(|head| head.new.is_true()))?;
        let remark = self.text_in(thing, finding::REMARK);
        Some(Acceptance { remark, author: shown.author.clone(), at_ms: shown.id.at.ms })
    }
}
