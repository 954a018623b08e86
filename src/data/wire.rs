//! The form of a data file, schema version 1, as it is read from JSON. `public/data/FORMAT.md` describes it in words.
//!
//! Nothing here is checked beyond the JSON's shape; `read` checks the rest and turns it into the program's own types.

use super::lang::{Lang, Tr};
use super::model::{AgendaItem, AreaKind, IndicatorKind, LonLat, Polarity, Settlement, Source, Task};
use crate::json::{Fields, FromJson, Json, Misshapen};

/// What `format` must say.
pub const FORMAT: &str = "ward-atlas-data";

/// The schema version that this program reads.
pub const SCHEMA: i64 = 1;

pub(super) struct File {
    pub id: String,
    pub title: Tr,
    pub place: Tr,
    pub borders_note: Tr,
    pub sources: Vec<Source>,
    pub indicators: Vec<WireIndicator>,
    pub areas: Vec<WireArea>,
    pub arcs: Vec<Vec<LonLat>>,
    pub figures: WireFigures,
    pub city: Vec<WireCityFigure>,
    pub tasks: Vec<Task>,
    pub agenda: Vec<AgendaItem>,
}

pub(super) struct WireIndicator {
    pub id: String,
    pub label: Tr,
    pub short: Tr,
    pub unit: Tr,
    pub note: Tr,
    pub kind: IndicatorKind,
    pub polarity: Polarity,
    pub decimals: u8,
    pub group: String,
    pub period: String,
    pub source: String,
    pub ratio: Option<WireRatio>,
    pub base: Option<String>,
}

pub(super) struct WireRatio {
    pub numerator: Vec<String>,
    pub denominator: Vec<String>,
    pub factor: f64,
}

pub(super) struct WireArea {
    pub code: String,
    pub name: String,
    pub kind: AreaKind,
    pub settlement: Settlement,
    pub ward_since: Option<u16>,
    pub formed_from: Option<String>,
    pub label_at: LonLat,
    pub polygons: Vec<Vec<Vec<i32>>>,
}

/// The figures of areas as a table: one row an area, one column an indicator.
pub(super) struct WireFigures {
    pub indicators: Vec<String>,
    pub rows: Vec<WireRow>,
}

pub(super) struct WireRow {
    pub area: String,
    pub values: Vec<Option<f64>>,
}

pub(super) struct WireCityFigure {
    pub indicator: String,
    pub value: f64,
    pub share_printed_pct: Option<f64>,
    pub base: Option<f64>,
    pub base_implied: Option<(f64, f64)>,
    pub change: Option<f64>,
    pub note: Option<Tr>,
}

/// Reads an object field by field; fields with other names are refused.
macro_rules! from_fields {
    ($type:ident { $($field:ident),* $(; or default $($defaulted:ident),*)? }) => {
        impl $type {
            pub(super) fn from_fields(mut fields: Fields) -> Result<$type, Misshapen> {
                let read = $type {
                    $($field: fields.take(stringify!($field))?,)*
                    $($($defaulted: fields.take_or_default(stringify!($defaulted))?,)*)?
                };
                fields.end().map(|()| read)
            }
        }

        impl FromJson for $type {
            fn from_json(json: Json) -> Result<$type, Misshapen> {
                $type::from_fields(json.fields()?)
            }
        }
    };
}

from_fields!(File {
    id, title, place, borders_note, sources, indicators, areas, arcs, figures; or default city, tasks, agenda
});
from_fields!(Tr { vi, en, ru });
from_fields!(Source { id, title, publisher, licence, url, used_for });
from_fields!(WireIndicator {
    id,
    label,
    short,
    unit,
    note,
    kind,
    polarity,
    decimals,
    group,
    period,
    source,
    ratio,
    base
});
from_fields!(WireRatio { numerator, denominator, factor });
from_fields!(WireArea { code, name, kind, settlement, ward_since, formed_from, label_at, polygons });
from_fields!(WireFigures { indicators, rows });
from_fields!(WireRow { area, values });
from_fields!(WireCityFigure { indicator, value, share_printed_pct, base, base_implied, change, note });
from_fields!(Task { id, title, who, rhythm });
from_fields!(AgendaItem { title, who });

/// Reads one of several words.
macro_rules! from_words {
    ($type:ident { $($word:literal: $value:ident),* }) => {
        impl FromJson for $type {
            fn from_json(json: Json) -> Result<$type, Misshapen> {
                json.word(&[$($word),*]).map(|ix| [$($type::$value),*][ix])
            }
        }
    };
}

from_words!(IndicatorKind { "count": Count, "share": Share, "rate": Rate, "measure": Measure, "yes_no": YesNo });
from_words!(Polarity { "higher": Higher, "lower": Lower, "neither": Neither });
from_words!(AreaKind { "ward": Ward, "commune": Commune });
from_words!(Settlement { "urban": Urban, "rural": Rural, "mixed": Mixed });
from_words!(Lang { "vi": Vi, "en": En, "ru": Ru });
