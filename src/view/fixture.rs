//! A tiny made-up city for the tests of this room: six areas, every kind of indicator, figures missing here and there.

use crate::data::{
    Area, AreaKind, CityFigure, DataSet, Figure, Indicator, IndicatorKind, Polarity, Ratio, Settlement, Source, State,
    Tr,
};

/// The same word in all three languages, with the language behind it, so that a test sees which one was taken.
pub fn tr(text: &str) -> Tr {
    Tr { vi: format!("{text} vi"), en: text.to_owned(), ru: format!("{text} ru") }
}

/// A city's figure with nothing beside it.
pub fn city(value: f64) -> CityFigure {
    CityFigure {
        value,
        state: State::Published,
        share_printed_pct: None,
        base: None,
        base_implied: None,
        change: None,
        note: None,
    }
}

fn area(code: &str, name: &str, kind: AreaKind, settlement: Settlement) -> Area {
    Area {
        code: code.to_owned(),
        name: name.to_owned(),
        kind,
        settlement,
        ward_since: None,
        formed_from: None,
        label_at: [105.8, 19.8],
        polygons: Vec::new(),
    }
}

fn indicator(id: &str, kind: IndicatorKind, decimals: u8, unit: &str, group: &str) -> Indicator {
    Indicator {
        id: id.to_owned(),
        label: tr(id),
        short: tr(id),
        unit: Tr { vi: unit.to_owned(), en: unit.to_owned(), ru: unit.to_owned() },
        note: tr("note"),
        kind,
        polarity: if group == "conference" { Polarity::Higher } else { Polarity::Neither },
        decimals,
        group: group.to_owned(),
        period: if group == "conference" { "2023".to_owned() } else { "2019-04-01".to_owned() },
        ratio: None,
        base_ix: None,
        source_ix: 0,
    }
}

fn published(values: [Option<f64>; 6]) -> Vec<Figure> {
    values.into_iter().map(|value| value.map_or(Figure::MISSING, Figure::published)).collect()
}

/// The city.
pub fn small() -> DataSet {
    use AreaKind::{Commune, Ward};
    use Settlement::{Mixed, Rural, Urban};
    let areas = vec![
        area("101", "Đông Vệ", Ward, Urban),
        area("102", "Ngọc Trạo", Ward, Urban),
        area("103", "An Hưng", Ward, Mixed),
        area("104", "Đông Lĩnh", Ward, Rural),
        area("105", "Thiệu Vân", Commune, Rural),
        area("106", "Ba Đình", Ward, Urban),
    ];
    let mut indicators = vec![
        indicator("area_km2", IndicatorKind::Measure, 2, "km²", "census"),
        indicator("population_2019", IndicatorKind::Count, 0, "people", "census"),
        indicator("density_2019", IndicatorKind::Rate, 0, "people per km²", "census"),
        indicator("households_2019", IndicatorKind::Count, 0, "households", "households"),
        indicator("hh_5_plus_share", IndicatorKind::Share, 1, "%", "households"),
        indicator("subdivisions", IndicatorKind::Count, 0, "", "register"),
        indicator("civilised_weddings", IndicatorKind::YesNo, 0, "", "conference"),
        indicator("cultural_families", IndicatorKind::Count, 0, "families", "conference"),
        indicator("bins", IndicatorKind::Count, 0, "", "conference"),
    ];
    indicators[2].ratio = Some(Ratio { numerator_ixs: vec![1], denominator_ixs: vec![0], factor: 1.0 });
    let yes_no = [Some(1.0), Some(0.0), None, Some(1.0), None, Some(0.0)];
    let figures = vec![
        published([Some(4.0), Some(0.5), Some(6.0), Some(8.0), Some(4.0), Some(1.0)]),
        published([Some(30_000.0), Some(10_000.0), Some(12_000.0), Some(8_000.0), Some(3_000.0), Some(10_000.0)]),
        published([Some(7_500.0), Some(20_000.0), Some(2_000.0), Some(1_000.0), Some(750.0), Some(10_000.0)]),
        published([Some(8_000.0), Some(2_500.0), Some(4_000.0), Some(2_000.0), Some(1_000.0), Some(2_500.0)]),
        published([Some(20.0), Some(25.0), Some(25.0), Some(17.5), Some(28.0), None]),
        published([None, None, Some(12.0), None, Some(6.0), None]),
        published(yes_no),
        published([None; 6]),
        published([Some(400.0), Some(0.0), None, Some(150.0), Some(30.0), None]),
    ];
    let mut families = city(78_201.0);
    families.share_printed_pct = Some(85.6);
    families.base_implied = Some((91_303.0, 91_409.0));
    DataSet {
        id: "small".to_owned(),
        hash: "0123456789abcdef".to_owned(),
        title: tr("Small"),
        place: tr("Small"),
        borders_note: tr("None"),
        sources: vec![Source {
            id: "made-up".to_owned(),
            title: tr("Made up"),
            publisher: "Nobody".to_owned(),
            licence: tr("None"),
            url: None,
            used_for: tr("Tests"),
        }],
        indicators,
        areas,
        arcs: Vec::new(),
        figures,
        city: vec![
            Some(city(23.5)),
            Some(city(73_000.0)),
            Some(city(73_000.0 / 23.5)),
            Some(city(20_000.0)),
            Some(city(22.4)),
            Some(city(311.0)),
            Some(city(20.0)),
            Some(families),
            Some(city(7_619.0)),
        ],
        tasks: Vec::new(),
        agenda: Vec::new(),
    }
}

/// The built-in data set.
pub fn real() -> DataSet {
    crate::data::read(crate::data::built_in()).expect("the built-in data set is valid")
}
