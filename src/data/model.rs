//! The data set as the program uses it: checked, indexed, immutable.
//!
//! Areas and indicators are addressed by their index (`area_ix`, `indicator_ix`) inside the program and by `code` and
//! `id` everywhere outside it (address bar, journal, files). The file's form stands in `wire`, not here.

use super::lang::Tr;

/// Longitude and latitude in degrees (WGS 84).
pub type LonLat = [f64; 2];

/// A whole data set. Built only by `read::read`, which checks it.
#[derive(Debug, Clone, PartialEq)]
pub struct DataSet {
    /// Stable name, for example `thanh-hoa-2023`.
    pub id: String,
    /// Hash of the file's bytes (16 hex digits); workspaces name their data set by it.
    pub hash: String,
    /// The city and what is reviewed.
    pub title: Tr,
    /// Short name of the place, for example "Thanh Hoá".
    pub place: Tr,
    /// What the borders are and how good they are.
    pub borders_note: Tr,
    /// The sources that figures and borders cite.
    pub sources: Vec<Source>,
    /// What is measured.
    pub indicators: Vec<Indicator>,
    /// The areas, in the order of their codes.
    pub areas: Vec<Area>,
    /// Border lines that areas share; an area's rings name them.
    pub arcs: Vec<Vec<LonLat>>,
    /// `figures[indicator_ix][area_ix]`; missing figures are there too, with state [`State::Missing`].
    pub figures: Vec<Vec<Figure>>,
    /// `city[indicator_ix]`: the city's own figure, published or, for a ratio of complete parts, computed from them.
    pub city: Vec<Option<CityFigure>>,
    /// The tasks that the conference handed out.
    pub tasks: Vec<Task>,
    /// The order of the conference's morning.
    pub agenda: Vec<AgendaItem>,
}

/// A ward or commune.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Code of the statistics office, for example `14782`.
    pub code: String,
    /// Vietnamese name (NFC), the same in every language.
    pub name: String,
    /// Ward or commune.
    pub kind: AreaKind,
    /// How the census of 2019 classed the settlement.
    pub settlement: Settlement,
    /// Year in which it became a ward, where sources agree.
    pub ward_since: Option<u16>,
    /// Units merged into it, with the year, where it was formed by a merger.
    pub formed_from: Option<String>,
    /// A point well inside the outline, for labels and symbols.
    pub label_at: LonLat,
    /// Polygons, each a list of rings (the first the outer one), each ring a list of arcs.
    /// A value `a >= 0` is `arcs[a]` forwards, a negative one is `arcs[!a]` backwards (as in TopoJSON).
    pub polygons: Vec<Vec<Vec<i32>>>,
}

/// Ward (phường) or commune (xã).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AreaKind {
    /// Phường.
    Ward,
    /// Xã.
    Commune,
}

/// The census's class of a settlement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Settlement {
    /// An urban ward at the census.
    Urban,
    /// A rural commune at the census.
    Rural,
    /// Merged of both after the census.
    Mixed,
}

/// Something that is measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Stable id, for example `density_2019`.
    pub id: String,
    /// Full label.
    pub label: Tr,
    /// Label for table heads and chart axes.
    pub short: Tr,
    /// Unit as it stands behind a number ("people per km²", "%"); may be empty in all three languages.
    pub unit: Tr,
    /// What it is, how it was made, what to beware of.
    pub note: Tr,
    /// Count, share, rate, measure or yes/no: decides fill or symbol.
    pub kind: IndicatorKind,
    /// Which direction is good.
    pub polarity: Polarity,
    /// Digits behind the decimal sign.
    pub decimals: u8,
    /// What it belongs to in lists: `census`, `households`, `register`, `conference`.
    pub group: String,
    /// When it was measured: `2019-04-01` or `2023`.
    pub period: String,
    /// How its figures follow from others; figures of such an indicator are computed, never stored.
    pub ratio: Option<Ratio>,
    /// What a count is a part of, if that is an indicator of the set (cultural areas of subdivisions).
    pub base_ix: Option<usize>,
    /// Index into [`DataSet::sources`].
    pub source_ix: usize,
}

/// `factor * sum(numerator) / sum(denominator)`.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratio {
    /// Indicators above the line.
    pub numerator_ixs: Vec<usize>,
    /// Indicators below the line.
    pub denominator_ixs: Vec<usize>,
    /// 100 for shares in per cent.
    pub factor: f64,
}

/// What sort of number an indicator holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IndicatorKind {
    /// Things counted; adds up over areas; never a fill.
    Count,
    /// Per cent, 0 to 100; a fill.
    Share,
    /// A ratio with a unit (people per km²); a fill.
    Rate,
    /// An amount with a unit that adds up over areas (km², metres); never a fill.
    Measure,
    /// 1 or 0; a fill.
    YesNo,
}

impl Ratio {
    /// The ratio, where all parts are known and the lower part is not zero. `value_of` gives a part by indicator index.
    pub fn compute(&self, value_of: &dyn Fn(usize) -> Option<f64>) -> Option<f64> {
        let sum = |ixs: &[usize]| ixs.iter().map(|ix| value_of(*ix)).sum::<Option<f64>>();
        let numerator = sum(&self.numerator_ixs)?;
        let denominator = sum(&self.denominator_ixs)?;
        (denominator != 0.0).then(|| self.factor * numerator / denominator)
    }
}

impl IndicatorKind {
    /// All kinds with their names in files.
    pub const ALL: [(&'static str, IndicatorKind); 5] = [
        ("count", IndicatorKind::Count),
        ("share", IndicatorKind::Share),
        ("rate", IndicatorKind::Rate),
        ("measure", IndicatorKind::Measure),
        ("yes_no", IndicatorKind::YesNo),
    ];

    /// The kind's name in files.
    pub fn code(self) -> &'static str {
        IndicatorKind::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(code, _)| code)
    }

    /// The kind of a name.
    pub fn from_code(code: &str) -> Option<IndicatorKind> {
        IndicatorKind::ALL.iter().find(|(known, _)| *known == code).map(|(_, kind)| *kind)
    }

    /// Whether areas may be filled by class; otherwise symbols show it.
    pub fn is_fill(self) -> bool {
        matches!(self, IndicatorKind::Share | IndicatorKind::Rate | IndicatorKind::YesNo)
    }

    /// Whether the figures of areas add up to the city's.
    pub fn adds_up(self) -> bool {
        matches!(self, IndicatorKind::Count | IndicatorKind::Measure | IndicatorKind::YesNo)
    }
}

/// Which direction of an indicator is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither.
    Neither,
}

impl Polarity {
    /// All polarities with their names in files.
    pub const ALL: [(&'static str, Polarity); 3] =
        [("higher", Polarity::Higher), ("lower", Polarity::Lower), ("neither", Polarity::Neither)];

    /// The polarity's name in files.
    pub fn code(self) -> &'static str {
        Polarity::ALL.iter().find(|(_, polarity)| *polarity == self).map_or("", |(code, _)| code)
    }

    /// The polarity of a name.
    pub fn from_code(code: &str) -> Option<Polarity> {
        Polarity::ALL.iter().find(|(known, _)| *known == code).map(|(_, polarity)| *polarity)
    }
}

/// What a figure is known from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// From a cited source.
    Published,
    /// Entered, imported or merged on this device.
    Reported,
    /// Computed, with an interval.
    Estimated,
    /// Invented for training.
    Practice,
    /// Not known; not zero.
    Missing,
}

/// One value of one indicator for one area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// Finite, or `None` exactly when the state is [`State::Missing`].
    pub value: Option<f64>,
    /// What it is known from.
    pub state: State,
    /// Lower and upper end of the 90 % interval, for estimates.
    pub interval: Option<(f64, f64)>,
}

impl Figure {
    /// The figure that is not known.
    pub const MISSING: Figure = Figure { value: None, state: State::Missing, interval: None };

    /// A figure from a cited source.
    pub fn published(value: f64) -> Figure {
        Figure { value: Some(value), state: State::Published, interval: None }
    }
}

/// The city's own figure for an indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct CityFigure {
    /// The value, in the indicator's unit.
    pub value: f64,
    /// What it is known from.
    pub state: State,
    /// The share in per cent as the source prints it.
    pub share_printed_pct: Option<f64>,
    /// What the share is a share of.
    pub base: Option<f64>,
    /// Least and greatest base that round to the printed share, where the source does not state the base.
    pub base_implied: Option<(f64, f64)>,
    /// Change that the source states ("102 more").
    pub change: Option<f64>,
    /// What is to be known beside the number.
    pub note: Option<Tr>,
}

/// Where figures or borders come from.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Stable id, cited by indicators.
    pub id: String,
    /// Title.
    pub title: Tr,
    /// Who published it.
    pub publisher: String,
    /// Licence or terms, in words.
    pub licence: Tr,
    /// `https` address, if it has a public one.
    pub url: Option<String>,
    /// What of it is used here.
    pub used_for: Tr,
}

/// A duty that the conference handed out for the year.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// `T1` to `T10`.
    pub id: String,
    /// What is to be done.
    pub title: Tr,
    /// Who is to do it.
    pub who: Tr,
    /// When or how often, in words.
    pub rhythm: Tr,
}

/// One point of the conference's morning.
#[derive(Debug, Clone, PartialEq)]
pub struct AgendaItem {
    /// What happens.
    pub title: Tr,
    /// Who leads it, by office.
    pub who: Tr,
}

impl DataSet {
    /// Index of an indicator by id.
    pub fn indicator_ix(&self, id: &str) -> Option<usize> {
        self.indicators.iter().position(|indicator| indicator.id == id)
    }

    /// Index of an area by code.
    pub fn area_ix(&self, code: &str) -> Option<usize> {
        self.areas.binary_search_by(|area| area.code.as_str().cmp(code)).ok()
    }
}
