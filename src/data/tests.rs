//! Tests of reading: the built-in set against its sources, every problem from a small file broken in one place, and
//! hostile bytes.

mod built_in;
mod hostile;
mod problems;

use serde_json::{Value, json};

/// Two unit squares side by side, `A` left and `B` right, with an indicator of every kind.
fn small() -> Value {
    let tr = |text: &str| json!({ "vi": format!("{text} vi"), "en": format!("{text} en"), "ru": format!("{text} ru") });
    let none = json!({ "vi": "", "en": "", "ru": "" });
    let indicator = |id: &str, kind: &str, unit: &Value| {
        json!({
            "id": id, "label": tr(id), "short": tr(id), "unit": unit, "note": tr("note"), "kind": kind,
            "polarity": "neither", "decimals": 1, "group": "census", "period": "2019-04-01", "source": "office"
        })
    };
    let mut people_young = indicator("young", "count", &tr("people"));
    people_young["base"] = json!("people");
    let mut density = indicator("density", "rate", &tr("per km2"));
    density["ratio"] = json!({ "numerator": ["people"], "denominator": ["km2"], "factor": 1 });
    let mut young_share = indicator("young_share", "share", &tr("%"));
    young_share["ratio"] = json!({ "numerator": ["young"], "denominator": ["people"], "factor": 100 });
    json!({
        "format": "ward-atlas-data",
        "schema": 1,
        "id": "small",
        "title": tr("title"),
        "place": tr("place"),
        "borders_note": tr("borders"),
        "sources": [{
            "id": "office", "title": tr("office"), "publisher": "Office", "licence": tr("free"),
            "url": "https://example.org/", "used_for": tr("all")
        }],
        "indicators": [
            indicator("km2", "measure", &tr("km2")),
            indicator("people", "count", &tr("people")),
            people_young,
            density,
            young_share,
            indicator("weddings", "yes_no", &none),
            indicator("growth", "rate", &tr("per year")),
            indicator("forest", "share", &tr("%")),
        ],
        "areas": [
            {
                "code": "A", "name": "Đông", "kind": "ward", "settlement": "urban", "ward_since": 1981,
                "formed_from": "C + D", "label_at": [0.5, 0.5], "polygons": [[[0, 1]]]
            },
            { "code": "B", "name": "Tây", "kind": "commune", "settlement": "rural", "label_at": [1.5, 0.5], "polygons": [[[-1, 2]]] },
        ],
        "arcs": [
            [[1.0, 0.0], [1.0, 1.0]],
            [[1.0, 1.0], [0.0, 1.0], [0.0, 0.0], [1.0, 0.0]],
            [[1.0, 0.0], [2.0, 0.0], [2.0, 1.0], [1.0, 1.0]],
        ],
        "figures": {
            "indicators": ["km2", "people", "young", "weddings", "growth", "forest"],
            "rows": [
                { "area": "A", "values": [2.0, 100, 25, 1, -0.5, 12.5] },
                { "area": "B", "values": [4.0, 50, null, null, null, null] },
            ]
        },
        "city": [
            { "indicator": "km2", "value": 6.0 },
            { "indicator": "people", "value": 150, "change": -3, "note": tr("fewer") },
            { "indicator": "young", "value": 30, "share_printed_pct": 20.0, "base": 150, "base_implied": [149, 151] },
            { "indicator": "weddings", "value": 1 },
        ],
        "tasks": [{ "id": "T1", "title": tr("task"), "who": tr("all"), "rhythm": tr("daily") }],
        "agenda": [{ "title": tr("opening"), "who": tr("chair") }]
    })
}

/// The small file as text.
fn small_text() -> String {
    serde_json::to_string_pretty(&small()).unwrap()
}
