//! Sums, remainders, progress, and what an estimate is given.

use proptest::prelude::*;

use super::*;
use crate::journal::{EstimateSettings, Weights};
use crate::review::inputs::estimate_inputs;
use crate::review::table::{column, reviewed_ixs, table};
use crate::review::{EstimateKind, WeightsFrom, lay};

proptest! {
    #[test]
    fn sum_and_remainder_are_the_total(reports in prop::collection::vec((0usize..34, 0usize..9, 0u32..2_000), 0..60)) {
        let (ds, mut desk) = (real(), Desk::new(1));
        let reviewed = reviewed_ixs(&ds);
        for (area_ix, place, value) in reports {
            let indicator = &ds.indicators[reviewed[place]];
            let value = if indicator.kind.allows(f64::from(value)) { value } else { value % 2 };
            desk.report(&ds.areas[area_ix].code, &indicator.id, value.into());
        }
        let laid = lay(&ds, desk.state(), None);
        let table = table(&ds, &laid, None, &reviewed);
        for column in &table.columns {
            let (sum, remainder) = (column.sum.unwrap(), column.remainder.unwrap());
            prop_assert_eq!(sum + remainder, column.total.unwrap());
            prop_assert_eq!(column.n_known + column.missing_ixs.len() + column.partial_ixs.len(), 34);
        }
        let progress = table.progress;
        prop_assert_eq!(progress.n_complete + progress.n_begun + progress.missing_ixs.len(), 34);
        prop_assert_eq!(progress.n_known, table.columns.iter().map(|column| column.n_known).sum::<usize>());
    }
}

#[test]
fn the_nine_indicators_of_the_conference_are_reviewed() {
    let ds = real();
    let ids: Vec<&str> = reviewed_ixs(&ds).into_iter().map(|ix| ds.indicators[ix].id.as_str()).collect();
    let expected = [
        "civilised_weddings",
        "cultural_families",
        "cultural_areas",
        "model_roads",
        "flower_pots",
        "flower_roads",
        "clean_houses",
        "bins",
        "party_admissions",
    ];
    assert_eq!(ids, expected);
}

#[test]
fn a_column_tells_shares_and_who_is_missing() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let areas_ix = ix(&ds, "cultural_areas");
    desk.report(NAM_NGAN, "cultural_areas", 10.0);
    let laid = lay(&ds, desk.state(), None);
    let found = column(&ds, &laid, None, areas_ix);
    assert_eq!((found.sum, found.total, found.remainder), (Some(10.0), Some(262.0), Some(252.0)));
    assert_eq!((found.n_known, found.n_reported, found.missing_ixs.len()), (1, 1, 33));
    assert_eq!(found.share_printed_pct, Some(84.2));
    // 262 / 311 and 10 / 11.
    assert!((found.share_pct.unwrap() - 84.244_372_9).abs() < 1e-6);
    assert!((found.share_of_sum_pct.unwrap() - 90.909_090_9).abs() < 1e-6);
    // The areas of the city add up to what is printed, though not to the last bit.
    let area = column(&ds, &laid, None, ix(&ds, "area_km2"));
    assert_eq!((area.n_known, area.n_reported, area.remainder), (34, 0, Some(0.0)));
    // Ratios have no sum.
    let density = column(&ds, &laid, None, ix(&ds, "density_2019"));
    assert_eq!((density.sum, density.remainder), (None, None));
    assert_eq!(column(&ds, &laid, Some("2022"), areas_ix).total, None);
}

#[test]
fn an_estimate_is_given_what_it_needs() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let settings = EstimateSettings::default();
    let households_ix = ix(&ds, "households_2019");
    desk.report(NAM_NGAN, "cultural_families", 3_000.0);
    let inputs = |desk: &Desk, settings: &EstimateSettings, id: &str| {
        estimate_inputs(&ds, &lay(&ds, desk.state(), None), settings, None, ix(&ds, id))
    };
    let families = inputs(&desk, &settings, "cultural_families").unwrap();
    assert_eq!((families.total, families.kind), (78_201.0, EstimateKind::PartOf));
    assert_eq!(families.weights_from, WeightsFrom::Indicator(households_ix));
    assert_eq!(families.weights.iter().sum::<f64>(), 102_517.0);
    assert_eq!(families.capacities, Some(families.weights.clone()));
    assert_eq!(families.reports.iter().flatten().collect::<Vec<_>>(), [&3_000.0]);

    // Streets are stated for 4 areas only, so households take their place.
    let streets = inputs(&desk, &settings, "cultural_areas").unwrap();
    assert_eq!((streets.kind, &streets.capacities), (EstimateKind::OpenCount, &None));
    assert_eq!(streets.weights_from, WeightsFrom::Indicator(households_ix));
    let subdivisions_ix = ix(&ds, "subdivisions");
    for (area_ix, area) in ds.areas.iter().enumerate() {
        if ds.figures[subdivisions_ix][area_ix].value.is_none() {
            desk.report(&area.code, "subdivisions", 9.0);
        }
    }
    let streets = inputs(&desk, &settings, "cultural_areas").unwrap();
    assert_eq!((streets.kind, streets.weights_from), (EstimateKind::PartOf, WeightsFrom::Indicator(subdivisions_ix)));
    assert_eq!(streets.capacities, Some(streets.weights));

    let weddings = inputs(&desk, &settings, "civilised_weddings").unwrap();
    assert_eq!((weddings.kind, weddings.capacities), (EstimateKind::YesNo, Some(vec![1.0; 34])));
    let equal = EstimateSettings { weights: Weights::Equal, ..settings };
    let bins = inputs(&desk, &equal, "bins").unwrap();
    assert_eq!((bins.kind, bins.weights_from), (EstimateKind::OpenCount, WeightsFrom::Equal));
    assert_eq!(inputs(&desk, &settings, "flower_roads").unwrap().kind, EstimateKind::Measure);
    for without in ["density_2019", "population_2022"] {
        assert_eq!(inputs(&desk, &settings, without), None);
    }
}

#[test]
fn an_area_of_which_some_streets_reported_is_still_open() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let (bins_ix, area_ix) = (ix(&ds, "bins"), ds.area_ix(NAM_NGAN).unwrap());
    let street = desk.streets(NAM_NGAN, 11).remove(0);
    desk.report_street(NAM_NGAN, &street, "bins", 5.0);
    let laid = lay(&ds, desk.state(), None);
    let inputs = estimate_inputs(&ds, &laid, &EstimateSettings::default(), None, bins_ix).unwrap();
    assert_eq!((inputs.reports[area_ix], inputs.at_least[area_ix]), (None, 5.0));
    let found = column(&ds, &laid, None, bins_ix);
    assert_eq!((found.sum, found.n_known, found.partial_ixs), (Some(5.0), 0, vec![area_ix]));
    let progress = table(&ds, &laid, None, &reviewed_ixs(&ds)).progress;
    assert_eq!((progress.n_begun, progress.missing_ixs.len()), (1, 33));
}
