//! The form of a data file, schema version 1, as serde reads it. `public/data/FORMAT.md` describes it in words.
//!
//! Nothing here is checked beyond the JSON's shape; `read` checks the rest and turns it into the program's own types.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::lang::Tr;
use super::model::{AgendaItem, AreaKind, IndicatorKind, LonLat, Polarity, Settlement, Source, Task};

/// What `format` must say.
pub const FORMAT: &str = "ward-atlas-data";

/// The schema version that this program reads.
pub const SCHEMA: i64 = 1;

/// The two fields that are read first, so that a file of a newer version is called newer and not misshapen.
#[derive(Deserialize)]
pub(super) struct Header {
    pub format: Option<String>,
    pub schema: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    /// Read by [`Header`] already; named here because unknown fields are refused.
    #[serde(rename = "format")]
    _format: IgnoredAny,
    #[serde(rename = "schema")]
    _schema: IgnoredAny,
    pub id: String,
    pub title: Tr,
    pub place: Tr,
    pub borders_note: Tr,
    pub sources: Vec<WireSource>,
    pub indicators: Vec<WireIndicator>,
    pub areas: Vec<WireArea>,
    pub arcs: Vec<Vec<LonLat>>,
    pub figures: WireFigures,
    #[serde(default)]
    pub city: Vec<WireCityFigure>,
    #[serde(default)]
    pub tasks: Vec<WireTask>,
    #[serde(default)]
    pub agenda: Vec<WireAgendaItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireSource {
    pub id: String,
    pub title: Tr,
    pub publisher: String,
    pub licence: Tr,
    pub url: Option<String>,
    pub used_for: Tr,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireIndicator {
    pub id: String,
    pub label: Tr,
    pub short: Tr,
    pub unit: Tr,
    pub note: Tr,
    pub kind: WireKind,
    pub polarity: WirePolarity,
    pub decimals: u8,
    pub group: String,
    pub period: String,
    pub source: String,
    pub ratio: Option<WireRatio>,
    pub base: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireRatio {
    pub numerator: Vec<String>,
    pub denominator: Vec<String>,
    pub factor: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireArea {
    pub code: String,
    pub name: String,
    pub kind: WireAreaKind,
    pub settlement: WireSettlement,
    pub ward_since: Option<u16>,
    pub formed_from: Option<String>,
    pub label_at: LonLat,
    pub polygons: Vec<Vec<Vec<i32>>>,
}

/// The figures of areas as a table: one row an area, one column an indicator.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireFigures {
    pub indicators: Vec<String>,
    pub rows: Vec<WireRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireRow {
    pub area: String,
    pub values: Vec<Option<f64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireCityFigure {
    pub indicator: String,
    pub value: f64,
    pub share_printed_pct: Option<f64>,
    pub base: Option<f64>,
    pub base_implied: Option<(f64, f64)>,
    pub change: Option<f64>,
    pub note: Option<Tr>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireTask {
    pub id: String,
    pub title: Tr,
    pub who: Tr,
    pub rhythm: Tr,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WireAgendaItem {
    pub title: Tr,
    pub who: Tr,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum WireKind {
    Count,
    Share,
    Rate,
    Measure,
    YesNo,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum WirePolarity {
    Higher,
    Lower,
    Neither,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum WireAreaKind {
    Ward,
    Commune,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum WireSettlement {
    Urban,
    Rural,
    Mixed,
}

impl From<WireKind> for IndicatorKind {
    fn from(kind: WireKind) -> Self {
        match kind {
            WireKind::Count => Self::Count,
            WireKind::Share => Self::Share,
            WireKind::Rate => Self::Rate,
            WireKind::Measure => Self::Measure,
            WireKind::YesNo => Self::YesNo,
        }
    }
}

impl From<WirePolarity> for Polarity {
    fn from(polarity: WirePolarity) -> Self {
        match polarity {
            WirePolarity::Higher => Self::Higher,
            WirePolarity::Lower => Self::Lower,
            WirePolarity::Neither => Self::Neither,
        }
    }
}

impl From<WireAreaKind> for AreaKind {
    fn from(kind: WireAreaKind) -> Self {
        match kind {
            WireAreaKind::Ward => Self::Ward,
            WireAreaKind::Commune => Self::Commune,
        }
    }
}

impl From<WireSettlement> for Settlement {
    fn from(settlement: WireSettlement) -> Self {
        match settlement {
            WireSettlement::Urban => Self::Urban,
            WireSettlement::Rural => Self::Rural,
            WireSettlement::Mixed => Self::Mixed,
        }
    }
}

impl From<WireSource> for Source {
    fn from(source: WireSource) -> Self {
        let WireSource { id, title, publisher, licence, url, used_for } = source;
        Self { id, title, publisher, licence, url, used_for }
    }
}

impl From<WireTask> for Task {
    fn from(task: WireTask) -> Self {
        let WireTask { id, title, who, rhythm } = task;
        Self { id, title, who, rhythm }
    }
}

impl From<WireAgendaItem> for AgendaItem {
    fn from(item: WireAgendaItem) -> Self {
        let WireAgendaItem { title, who } = item;
        Self { title, who }
    }
}
