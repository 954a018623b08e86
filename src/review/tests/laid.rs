//! Reports over published figures, sums of streets, ratios, periods, own indicators, changes.

use proptest::prelude::*;

use super::*;
use crate::data::{Figure, IndicatorKind, Lang, Polarity, Ratio, State, Tr};
use crate::journal::IndicatorDraft;
use crate::review::own::{OWN, check};
use crate::review::{Change, DraftError, RollUp, change, figures, laid, lay, with_own_indicators};

fn reported(value: f64) -> Figure {
    Figure { value: Some(value), state: State::Reported, interval: None }
}

#[test]
fn what_is_compared_leaves_parts_out_and_takes_the_surface_for_ratios_only() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let [people, density, bins, surface] =
        ["population_2019", "density_2019", "bins", "area_km2"].map(|id| ix(&ds, id));
    let report = |desk: &mut Desk, id: &str, subdivision: Option<String>, value: f64| {
        let key = ReportKey { subdivision, ..ReportKey::of_area(&ds.areas[0].code, id, "2023-12-31") };
        desk.apply(Intent::SetReport { key, value: Some(value) });
    };
    report(&mut desk, "population_2019", None, 8_000.0);
    let streets = desk.streets(&ds.areas[0].code, 2);
    report(&mut desk, "bins", Some(streets[0].clone()), 5.0);
    let compared = laid::comparable(&ds, desk.state(), "2023-12-31");
    assert_eq!(compared[people][0], reported(8_000.0));
    let km2 = ds.figures[surface][0].value.unwrap();
    assert_eq!(compared[density][0], reported(8_000.0 / km2));
    assert_eq!((compared[surface][0], compared[people][1]), (Figure::MISSING, Figure::MISSING));
    assert_eq!(compared[bins][0], Figure::MISSING, "one of two streets");
    report(&mut desk, "bins", Some(streets[1].clone()), 7.0);
    assert_eq!(laid::comparable(&ds, desk.state(), "2023-12-31")[bins][0], reported(12.0));

    // A ratio of what is known of some streets only is none either.
    let streets_beside = desk.streets(&ds.areas[1].code, 2);
    let key = ReportKey {
        subdivision: Some(streets_beside[0].clone()),
        ..ReportKey::of_area(&ds.areas[1].code, "population_2019", "2023-12-31")
    };
    desk.apply(Intent::SetReport { key: key.clone(), value: Some(900.0) });
    let compared = laid::comparable(&ds, desk.state(), "2023-12-31");
    assert_eq!((compared[people][1], compared[density][1]), (Figure::MISSING, Figure::MISSING));
    assert_eq!(compared[density][0], reported(8_000.0 / km2));
    desk.apply(Intent::SetReport { key, value: None });

    let laid = lay(&ds, desk.state(), Some("2023-12-31"));
    let mut figures = laid.figures.clone();
    assert_eq!(laid::whole(&ds, &laid, &figures), figures, "nothing is known in part only");
    desk.apply(Intent::SetReport {
        key: ReportKey {
            subdivision: Some(streets[1].clone()),
            ..ReportKey::of_area(&ds.areas[0].code, "bins", "2023-12-31")
        },
        value: None,
    });
    let laid = lay(&ds, desk.state(), Some("2023-12-31"));
    let estimate = Figure { value: Some(90.0), state: State::Estimated, interval: Some((50.0, 120.0)) };
    figures[bins][0] = estimate;
    assert_eq!(laid::whole(&ds, &laid, &figures)[bins][0], estimate, "an estimate is of the whole area");
    assert_eq!(laid::whole(&ds, &laid, &laid.figures)[bins][0], Figure::MISSING);
}

proptest! {
    #[test]
    fn every_published_figure_stays_findable(
        reports in prop::collection::vec((0usize..34, 0usize..40, 0u32..20_000, any::<bool>()), 0..40),
    ) {
        let (ds, mut desk) = (real(), Desk::new(1));
        for (area_ix, indicator_ix, value, practice) in reports {
            let indicator = &ds.indicators[indicator_ix % ds.indicators.len()];
            let mut key = ReportKey::of_area(&ds.areas[area_ix].code, &indicator.id, &indicator.period);
            key.practice = practice;
            desk.apply(Intent::SetReport { key, value: Some(value.into()) });
        }
        let laid = lay(&ds, desk.state(), None);
        let differing = laid::differences(&laid);
        for (indicator_ix, row) in ds.figures.iter().enumerate() {
            for (area_ix, figure) in row.iter().enumerate() {
                let shown = laid.figures[indicator_ix][area_ix];
                if figure.state == State::Published {
                    prop_assert_eq!(shown, *figure);
                }
                let cell = laid.cell(indicator_ix, area_ix);
                let differs = cell.is_some_and(|cell| shown.state == State::Published && shown.value != Some(cell.value));
                let is_told = differing.iter().any(|found| (found.indicator_ix, found.area_ix) == (indicator_ix, area_ix));
                prop_assert_eq!(differs, is_told);
            }
        }
        // Whatever was written stands somewhere: as a cell or as a report without a place.
        let n_own = desk.state().reports().iter().filter(|report| !report.key.practice).count();
        let n_placed = laid.cells.iter().filter(|cell| !cell.practice).count();
        let n_unplaced = laid.unplaced.iter().filter(|report| !report.key.practice).count();
        prop_assert_eq!(n_own, n_placed + n_unplaced);
    }
}

#[test]
fn a_report_is_laid_over_with_who_and_before() {
    let (ds, mut desk) = (real(), Desk::new(7));
    let (bins_ix, area_ix) = (ix(&ds, "bins"), ds.area_ix("14758").unwrap());
    desk.report("14758", "bins", 5.0);
    desk.report("14758", "bins", 6.0);
    let laid = lay(&ds, desk.state(), None);
    assert_eq!(laid.figures[bins_ix][area_ix], reported(6.0));
    assert_eq!(figures(&ds, desk.state(), None), laid.figures);
    let cell = laid.cell(bins_ix, area_ix).unwrap();
    assert_eq!((cell.previous, cell.provenance.author.as_str(), cell.practice), (Some(5.0), "author 7", false));
    assert_eq!((cell.provenance.at_ms, cell.provenance.file.as_str()), (1_706_580_000_000, ""));
}

#[test]
fn a_real_report_counts_before_a_practice_one() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let (bins_ix, area_ix) = (ix(&ds, "bins"), ds.area_ix("14758").unwrap());
    desk.apply(Intent::LoadPractice { reports: vec![(ReportKey::of_area("14758", "bins", "2023"), 9.0)] });
    let at = |desk: &Desk| lay(&ds, desk.state(), None).figures[bins_ix][area_ix];
    assert_eq!(at(&desk), Figure { state: State::Practice, ..reported(9.0) });
    desk.report("14758", "bins", 5.0);
    assert_eq!(at(&desk), reported(5.0));
}

#[test]
fn streets_add_up_and_a_part_says_so() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let (bins_ix, area_ix) = (ix(&ds, "bins"), ds.area_ix(NAM_NGAN).unwrap());
    let streets = desk.streets(NAM_NGAN, 9);
    for street in &streets[..7] {
        desk.report_street(NAM_NGAN, street, "bins", 2.0);
    }
    let laid = lay(&ds, desk.state(), None);
    // Sources state 11 streets there, more than the register holds.
    let roll_up = RollUp { sum: 14.0, reported: 7, of: 11 };
    assert_eq!(laid.figures[bins_ix][area_ix], reported(14.0));
    assert_eq!(laid.cell(bins_ix, area_ix).unwrap().roll_up, Some(roll_up));
    assert_eq!((laid.partial(bins_ix, area_ix), laid.whole(bins_ix, area_ix)), (Some(roll_up), None));

    desk.apply(Intent::RetireSubdivision { id: streets[0].clone(), retired: true });
    assert_eq!(lay(&ds, desk.state(), None).partial(bins_ix, area_ix).unwrap().reported, 6);
    desk.apply(Intent::RetireSubdivision { id: streets[0].clone(), retired: false });
    for street in streets[7..].iter().cloned().chain(desk.streets(NAM_NGAN, 2)) {
        desk.report_street(NAM_NGAN, &street, "bins", 1.0);
    }
    let laid = lay(&ds, desk.state(), None);
    assert_eq!((laid.partial(bins_ix, area_ix), laid.whole(bins_ix, area_ix)), (None, Some(18.0)));
    // The area's own report counts before its streets.
    desk.report(NAM_NGAN, "bins", 20.0);
    let laid = lay(&ds, desk.state(), None);
    let cell = laid.cell(bins_ix, area_ix).unwrap();
    assert_eq!((cell.value, cell.is_roll_up, cell.roll_up.unwrap().sum), (20.0, false, 18.0));
}

#[test]
fn yes_and_no_of_streets_do_not_add_up() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let street = desk.streets(NAM_NGAN, 1).remove(0);
    desk.report_street(NAM_NGAN, &street, "civilised_weddings", 1.0);
    assert_eq!(lay(&ds, desk.state(), None).cells, []);
}

#[test]
fn ratios_are_computed_from_reported_parts() {
    let (mut ds, mut desk) = (real(), Desk::new(1));
    let (part_ix, base_ix) = (ix(&ds, "cultural_areas"), ix(&ds, "subdivisions"));
    let share_ix = ix(&ds, "hh_3_share");
    ds.indicators[share_ix].ratio =
        Some(Ratio { numerator_ixs: vec![part_ix], denominator_ixs: vec![base_ix], factor: 100.0 });
    ds.figures[share_ix] = vec![Figure::MISSING; 34];
    let at = |desk: &Desk| lay(&ds, desk.state(), None).figures[share_ix][ds.area_ix("14758").unwrap()];
    desk.report("14758", "cultural_areas", 9.0);
    assert_eq!(at(&desk), Figure::MISSING);
    desk.report("14758", "subdivisions", 12.0);
    assert_eq!(at(&desk), reported(75.0));
    // A share above 100 is none.
    desk.report("14758", "cultural_areas", 13.0);
    assert_eq!(at(&desk), Figure::MISSING);
    // One invented part makes the share invented.
    let mut key = ReportKey::of_area("14761", "cultural_areas", "2023");
    key.practice = true;
    desk.apply(Intent::SetReport { key, value: Some(11.0) });
    let shown = lay(&ds, desk.state(), None).figures[share_ix][ds.area_ix("14761").unwrap()];
    assert_eq!(shown, Figure { state: State::Practice, ..reported(100.0) });
}

#[test]
fn another_period_has_its_own_reports_and_no_published_ones() {
    let (ds, mut desk) = (real(), Desk::new(1));
    let (bins_ix, area_ix) = (ix(&ds, "bins"), ds.area_ix("14758").unwrap());
    desk.report("14758", "bins", 300.0);
    let reports = vec![(ReportKey::of_area("14758", "bins", "2022"), 240.0)];
    let period = Some(("2022".to_owned(), "2022".to_owned()));
    desk.apply(Intent::ImportReports { reports, file: "a.csv".to_owned(), period });
    let before = figures(&ds, desk.state(), Some("2022"));
    let now = figures(&ds, desk.state(), None);
    assert_eq!(before[bins_ix][area_ix], reported(240.0));
    assert_eq!(before[ix(&ds, "households_2019")][area_ix], Figure::MISSING);
    assert_eq!(now[bins_ix][area_ix], reported(300.0));
    let changed = change::changes(&before[bins_ix], &now[bins_ix]);
    assert_eq!(changed[area_ix].unwrap().change, Change { absolute: 60.0, per_cent: Some(25.0) });
    assert_eq!(changed.iter().flatten().count(), 1);
    assert_eq!(change::change(0.0, 5.0), Change { absolute: 5.0, per_cent: None });
    assert_eq!(change::change(8.0, 2.0), Change { absolute: -6.0, per_cent: Some(-75.0) });
}

fn draft() -> IndicatorDraft {
    let tr = |vi: &str, en: &str, ru: &str| Tr { vi: vi.to_owned(), en: en.to_owned(), ru: ru.to_owned() };
    IndicatorDraft {
        label: tr("Cây xanh", "Trees", "Деревья"),
        unit: tr("cây", "trees", "шт."),
        kind: IndicatorKind::Count,
        polarity: Polarity::Higher,
        base: None,
        decimals: 0,
        target: Some(100.0),
    }
}

#[test]
fn own_indicators_stand_behind_the_others() {
    let (ds, mut desk) = (real(), Desk::new(1));
    assert!(matches!(with_own_indicators(&ds, desk.state()), std::borrow::Cow::Borrowed(_)));
    let id = desk.apply(Intent::AddIndicator(draft()));
    let extended = with_own_indicators(&ds, desk.state()).into_owned();
    assert_eq!(extended.indicators.len(), ds.indicators.len() + 1);
    let own_ix = ix(&extended, &id);
    let own = &extended.indicators[own_ix];
    assert_eq!((own.label.get(Lang::En), own.group.as_str(), own.period.as_str()), ("Trees", OWN, "2023"));
    assert_eq!((extended.figures.len(), extended.city.len()), (own_ix + 1, own_ix + 1));
    assert_eq!(extended.sources[own.source_ix].id, OWN);
    desk.report("14758", &id, 40.0);
    let laid = lay(&extended, desk.state(), None);
    assert_eq!(laid.whole(own_ix, ds.area_ix("14758").unwrap()), Some(40.0));
    desk.apply(Intent::RetireIndicator { id, retired: true });
    assert_eq!(*with_own_indicators(&ds, desk.state()), ds);
}

#[test]
fn drafts_are_checked() {
    let ds = real();
    let no_russian = Tr { ru: " ".to_owned(), ..draft().label };
    let base = |id: &str| Some(id.to_owned());
    let share = IndicatorDraft { kind: IndicatorKind::Share, target: None, ..draft() };
    let cases = [
        (draft(), Ok(())),
        (IndicatorDraft { unit: Tr::default(), ..draft() }, Ok(())),
        (IndicatorDraft { base: base("households_2019"), ..draft() }, Ok(())),
        (IndicatorDraft { decimals: 1, ..share.clone() }, Ok(())),
        (IndicatorDraft { label: no_russian.clone(), ..draft() }, Err(DraftError::NoLabel(Lang::Ru))),
        (IndicatorDraft { unit: no_russian, ..draft() }, Err(DraftError::NoUnit(Lang::Ru))),
        (
            IndicatorDraft { unit: Tr::default(), kind: IndicatorKind::Rate, ..draft() },
            Err(DraftError::NoUnit(Lang::Vi)),
        ),
        (IndicatorDraft { base: base("none"), ..draft() }, Err(DraftError::BadBase)),
        (IndicatorDraft { base: base("density_2019"), ..draft() }, Err(DraftError::BadBase)),
        (IndicatorDraft { base: base("households_2019"), ..share.clone() }, Err(DraftError::NoBaseForKind)),
        (IndicatorDraft { decimals: 1, ..draft() }, Err(DraftError::BadDecimals)),
        (IndicatorDraft { decimals: 7, ..share.clone() }, Err(DraftError::BadDecimals)),
        (IndicatorDraft { target: Some(100.5), ..draft() }, Err(DraftError::BadTarget)),
        (IndicatorDraft { target: Some(101.0), ..share }, Err(DraftError::BadTarget)),
    ];
    for (draft, expected) in cases {
        assert_eq!(check(&ds, &draft), expected, "{draft:?}");
    }
}
