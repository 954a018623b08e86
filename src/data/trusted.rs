//! Reads a data file that has been checked already: the built-in one, whose check is part of every test run.
//!
//! The first picture needs the data and not the judgement on them, and the checks with their messages are six times as
//! large as this. For a file that [`super::read`] accepts, both give the same [`DataSet`] (tests). For any other bytes the
//! result means nothing, but nothing panics: what is not there is empty, zero or missing.

use super::hash::hash;
use super::lang::Tr;
use super::model::{
    AgendaItem, Area, AreaKind, CityFigure, DataSet, Figure, Indicator, IndicatorKind, LonLat, Polarity, Ratio,
    Settlement, Source, State, Task,
};
use crate::json::{self, Json};

/// The data set of a checked file. `None`: the bytes are no JSON at all.
pub fn read(bytes: &[u8]) -> Option<DataSet> {
    let tree = json::parse(std::str::from_utf8(bytes).ok()?).ok()?;
    let indicators = indicators(&tree);
    let areas = list(get(&tree, "areas"), area);
    let figures = figures(get(&tree, "figures"), &indicators, &areas);
    let city = city(get(&tree, "city"), &indicators);
    Some(DataSet {
        id: text(get(&tree, "id")),
        hash: hash(bytes),
        title: tr(get(&tree, "title")),
        place: tr(get(&tree, "place")),
        borders_note: tr(get(&tree, "borders_note")),
        sources: list(get(&tree, "sources"), source),
        indicators,
        areas,
        arcs: list(get(&tree, "arcs"), |arc| list(arc, lon_lat)),
        figures,
        city,
        tasks: list(get(&tree, "tasks"), task),
        agenda: list(get(&tree, "agenda"), |item| AgendaItem {
            title: tr(get(item, "title")),
            who: tr(get(item, "who")),
        }),
    })
}

const NOTHING: &Json<'static> = &Json::Null;

fn get<'tree, 'text>(object: &'tree Json<'text>, name: &str) -> &'tree Json<'text> {
    let Json::Object(fields) = object else { return NOTHING };
    fields.iter().find(|(field, _)| field == name).map_or(NOTHING, |(_, value)| value)
}

fn items<'tree, 'text>(json: &'tree Json<'text>) -> &'tree [Json<'text>] {
    if let Json::List(items) = json { items } else { &[] }
}

fn list<T>(json: &Json, item: impl Fn(&Json) -> T) -> Vec<T> {
    items(json).iter().map(item).collect()
}

fn text(json: &Json) -> String {
    optional_text(json).unwrap_or_default()
}

fn optional_text(json: &Json) -> Option<String> {
    if let Json::Text(text) = json { Some(text.as_ref().to_owned()) } else { None }
}

fn number(json: &Json) -> Option<f64> {
    if let Json::Number(number) = json { number.as_f64() } else { None }
}

/// The place of a word in a list of words; the first one's for any other.
fn word<T: Copy, const N: usize>(json: &Json, words: [(&str, T); N]) -> T {
    let found = if let Json::Text(text) = json { words.iter().find(|(word, _)| word == text) } else { None };
    found.unwrap_or(&words[0]).1
}

fn tr(json: &Json) -> Tr {
    Tr { vi: text(get(json, "vi")), en: text(get(json, "en")), ru: text(get(json, "ru")) }
}

fn pair(json: &Json) -> Option<[f64; 2]> {
    let [a, b] = items(json) else { return None };
    Some([number(a)?, number(b)?])
}

fn lon_lat(json: &Json) -> LonLat {
    pair(json).unwrap_or_default()
}

fn source(json: &Json) -> Source {
    Source {
        id: text(get(json, "id")),
        title: tr(get(json, "title")),
        publisher: text(get(json, "publisher")),
        licence: tr(get(json, "licence")),
        url: optional_text(get(json, "url")),
        used_for: tr(get(json, "used_for")),
    }
}

fn task(json: &Json) -> Task {
    Task {
        id: text(get(json, "id")),
        title: tr(get(json, "title")),
        who: tr(get(json, "who")),
        rhythm: tr(get(json, "rhythm")),
    }
}

fn area(json: &Json) -> Area {
    let arc_ref = |json: &Json| number(json).unwrap_or_default() as i32;
    Area {
        code: text(get(json, "code")),
        name: text(get(json, "name")),
        kind: word(get(json, "kind"), [("ward", AreaKind::Ward), ("commune", AreaKind::Commune)]),
        settlement: word(
            get(json, "settlement"),
            [("urban", Settlement::Urban), ("rural", Settlement::Rural), ("mixed", Settlement::Mixed)],
        ),
        ward_since: number(get(json, "ward_since")).map(|year| year as u16),
        formed_from: optional_text(get(json, "formed_from")),
        label_at: lon_lat(get(json, "label_at")),
        polygons: list(get(json, "polygons"), |polygon| list(polygon, |ring| list(ring, arc_ref))),
    }
}

fn indicators(tree: &Json) -> Vec<Indicator> {
    use IndicatorKind::{Count, Measure, Rate, Share, YesNo};
    let all = items(get(tree, "indicators"));
    let ix_of = |id: &Json| all.iter().position(|indicator| get(indicator, "id") == id);
    let ixs_of = |ids: &Json| items(ids).iter().filter_map(ix_of).collect::<Vec<_>>();
    let sources = items(get(tree, "sources"));
    let read = |json: &Json| {
        let ratio = get(json, "ratio");
        Indicator {
            id: text(get(json, "id")),
            label: tr(get(json, "label")),
            short: tr(get(json, "short")),
            unit: tr(get(json, "unit")),
            note: tr(get(json, "note")),
            kind: word(
                get(json, "kind"),
                [("count", Count), ("share", Share), ("rate", Rate), ("measure", Measure), ("yes_no", YesNo)],
            ),
            polarity: word(
                get(json, "polarity"),
                [("neither", Polarity::Neither), ("higher", Polarity::Higher), ("lower", Polarity::Lower)],
            ),
            decimals: number(get(json, "decimals")).unwrap_or_default() as u8,
            group: text(get(json, "group")),
            period: text(get(json, "period")),
            ratio: number(get(ratio, "factor")).map(|factor| Ratio {
                numerator_ixs: ixs_of(get(ratio, "numerator")),
                denominator_ixs: ixs_of(get(ratio, "denominator")),
                factor,
            }),
            base_ix: ix_of(get(json, "base")),
            source_ix: sources.iter().position(|source| get(source, "id") == get(json, "source")).unwrap_or_default(),
        }
    };
    all.iter().map(read).collect()
}

fn figures(table: &Json, indicators: &[Indicator], areas: &[Area]) -> Vec<Vec<Figure>> {
    let mut figures = vec![vec![Figure::MISSING; areas.len()]; indicators.len()];
    let columns: Vec<Option<usize>> = list(get(table, "indicators"), |id| position(indicators, &text(id)));
    for row in items(get(table, "rows")) {
        let code = text(get(row, "area"));
        let Some(area_ix) = areas.iter().position(|area| area.code == code) else { continue };
        for (column, value) in columns.iter().zip(items(get(row, "values"))) {
            if let (Some(indicator_ix), Some(value)) = (*column, number(value)) {
                figures[indicator_ix][area_ix] = Figure::published(value);
            }
        }
    }
    for (indicator_ix, indicator) in indicators.iter().enumerate() {
        let Some(ratio) = &indicator.ratio else { continue };
        let value_of = |area_ix: usize| {
            let value = ratio.compute(&|part_ix: usize| figures[part_ix][area_ix].value)?;
            Some(Figure::published(held_to_share(value, indicator.kind)))
        };
        let computed: Vec<Option<Figure>> = (0..areas.len()).map(value_of).collect();
        for (figure, computed) in figures[indicator_ix].iter_mut().zip(computed) {
            *figure = computed.unwrap_or(*figure);
        }
    }
    figures
}

fn city(list: &Json, indicators: &[Indicator]) -> Vec<Option<CityFigure>> {
    let mut city: Vec<Option<CityFigure>> = vec![None; indicators.len()];
    let plain = |value: f64| CityFigure {
        value,
        state: State::Published,
        share_printed_pct: None,
        base: None,
        base_implied: None,
        change: None,
        note: None,
    };
    for json in items(list) {
        let Some(indicator_ix) = position(indicators, &text(get(json, "indicator"))) else { continue };
        let note = get(json, "note");
        city[indicator_ix] = Some(CityFigure {
            share_printed_pct: number(get(json, "share_printed_pct")),
            base: number(get(json, "base")),
            base_implied: pair(get(json, "base_implied")).map(|[low, high]| (low, high)),
            change: number(get(json, "change")),
            note: matches!(note, Json::Object(_)).then(|| tr(note)),
            ..plain(number(get(json, "value")).unwrap_or_default())
        });
    }
    for (indicator_ix, indicator) in indicators.iter().enumerate() {
        let of_city = |part_ix: usize| city[part_ix].as_ref().map(|figure| figure.value);
        if let Some(value) = indicator.ratio.as_ref().and_then(|ratio| ratio.compute(&of_city)) {
            city[indicator_ix] = Some(plain(held_to_share(value, indicator.kind)));
        }
    }
    city
}

fn position(indicators: &[Indicator], id: &str) -> Option<usize> {
    indicators.iter().position(|indicator| indicator.id == id)
}

/// A computed share may pass 100 by the rounding of its division; that is taken back.
fn held_to_share(value: f64, kind: IndicatorKind) -> f64 {
    if kind == IndicatorKind::Share { value.min(100.0) } else { value }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::read;
    use crate::data::{built_in, read as strict};

    #[test]
    fn the_built_in_set_is_read_as_the_checker_reads_it() {
        assert_eq!(read(built_in()), strict(built_in()).ok());
    }

    #[test]
    fn a_file_that_the_checker_accepts_is_read_the_same() {
        let text = std::str::from_utf8(built_in()).unwrap();
        // Each changes something that both must see the same way.
        for (old, new) in [
            ("\"ward_since\":", "\"formed_from\": \"A, B (2019)\", \"ward_since\":"),
            ("\"polarity\": \"neither\"", "\"polarity\": \"lower\""),
            ("\"change\": 102", "\"change\": -7"),
            ("\"kind\": \"ward\"", "\"kind\": \"commune\""),
            ("5939", "0"),
        ] {
            let changed = text.replacen(old, new, 1);
            let Ok(expected) = strict(changed.as_bytes()) else { continue };
            assert_eq!(read(changed.as_bytes()), Some(expected), "{new}");
        }
    }

    proptest! {
        #[test]
        fn other_bytes_do_no_harm(at in 0usize..73_000, byte: u8, length in 0usize..73_000) {
            let mut bytes = built_in().to_vec();
            if let Some(place) = bytes.get_mut(at) {
                *place = byte;
            }
            let _ = read(&bytes);
            bytes.truncate(length);
            let _ = read(&bytes);
        }

        #[test]
        fn any_json_does_no_harm(text in "[\\[\\]{}\",:a-z0-9.-]{0,60}") {
            let _ = read(text.as_bytes());
        }
    }
}
