#![cfg(test)]

use super::*;
use crate::data;
use crate::journal::IndexPart;

fn built_in() -> DataSet {
    data::read(data::built_in()).unwrap()
}

fn part(indicator: &str, weight: f64, polarity: Option<Polarity>) -> IndexPart {
    IndexPart { indicator: indicator.to_owned(), weight, polarity }
}

fn column(ds: &DataSet, figures: &[Vec<Figure>], id: &str) -> IndexColumn {
    index_column(ds, figures, ds.indicator_ix(id).unwrap(), &[], None).unwrap()
}

/// Every area reports as many families as a third of its households, and some bins.
fn with_reports(ds: &DataSet) -> Vec<Vec<Figure>> {
    let mut figures = ds.figures.clone();
    let households = ds.figures[ds.indicator_ix("households_2019").unwrap()].clone();
    for (id, part) in [("cultural_families", 3.0), ("bins", 50.0)] {
        for (area_ix, figure) in figures[ds.indicator_ix(id).unwrap()].iter_mut().enumerate() {
            let value = (households[area_ix].value.unwrap() / part).round() + area_ix as f64;
            *figure = Figure { value: Some(value), state: State::Reported, interval: None };
        }
    }
    figures
}

#[test]
fn counts_become_rates_and_parts_of_their_base() {
    let ds = built_in();
    let figures = with_reports(&ds);
    let households_ix = ds.indicator_ix("households_2019").unwrap();
    let families = column(&ds, &figures, "cultural_families");
    assert_eq!(families.counted, Counted::By(Per::Households1000, households_ix));
    assert!(families.values.iter().flatten().all(|value| (300.0..400.0).contains(value)), "{:?}", families.values);
    let great = column(&ds, &figures, "hh_5_plus");
    assert_eq!(great.counted, Counted::ShareOf(households_ix));
    let share = &figures[ds.indicator_ix("hh_5_plus_share").unwrap()];
    for (value, share) in great.values.iter().zip(share) {
        assert!((value.unwrap() - share.value.unwrap()).abs() < 1e-9);
    }
    assert_eq!(column(&ds, &figures, "density_2019").counted, Counted::AsTheyAre);
    assert_eq!(column(&ds, &figures, "population_2019").counted, Counted::AsTheyAre);
    // Of how many streets the cultural ones are is known of four areas only.
    let mut figures = figures;
    let row = &mut figures[ds.indicator_ix("cultural_areas").unwrap()];
    row.fill(Figure { value: Some(5.0), state: State::Reported, interval: None });
    assert_eq!(column(&ds, &figures, "cultural_areas").counted, Counted::By(Per::Households1000, households_ix));
}

#[test]
fn draws_are_brought_to_the_same_scale_as_figures() {
    let ds = built_in();
    let mut figures = with_reports(&ds);
    let ix = ds.indicator_ix("bins").unwrap();
    figures[ix][4] = Figure { value: Some(100.0), state: State::Estimated, interval: Some((50.0, 150.0)) };
    let values: Vec<f64> = figures[ix].iter().map(|figure| figure.value.unwrap()).collect();
    let draw = |draw_ix: usize| (draw_ix < 30).then(|| values.clone());
    let column = index_column(&ds, &figures, ix, &[], Some(&draw)).unwrap();
    assert_eq!(column.draws.len(), 30 * ds.areas.len());
    for (drawn, value) in column.draws.iter().zip(column.values.iter().cycle()) {
        assert_eq!(Some(*drawn), *value);
    }
    let (low, high) = column.intervals[4].unwrap();
    assert!((column.values[4].unwrap() - f64::midpoint(low, high)).abs() < 1e-9);
    assert!(index_column(&ds, &ds.figures, ix, &[], Some(&draw)).unwrap().draws.is_empty());
}

#[test]
fn what_keeps_an_index_from_being() {
    let ds = built_in();
    let columns = [column(&ds, &ds.figures, "density_2019"), column(&ds, &ds.figures, "bins")];
    let settings = |parts: Vec<IndexPart>| IndexSettings { name: "A".to_owned(), parts, ..IndexSettings::default() };
    let fault = |parts: Vec<IndexPart>| ranking(&ds, &columns, &settings(parts)).unwrap_err();
    assert_eq!(fault(Vec::new()), NoRanking::Empty);
    assert_eq!(fault(vec![part("gone", 1.0, None)]), NoRanking::Empty);
    assert_eq!(fault(vec![part("density_2019", 1.0, None)]), NoRanking::Undecided(vec!["density_2019".to_owned()]));
    assert_eq!(fault(vec![part("bins", 1.0, None)]), NoRanking::TooLittle);
    assert_eq!(fault(vec![part("bins", 0.0, None)]), NoRanking::Fault(Fault::NoWeight));
    let lower = part("density_2019", 1.0, Some(Polarity::Lower));
    let geometric = IndexSettings {
        normalisation: journal::Normalisation::ZScore,
        aggregation: journal::Aggregation::Geometric,
        ..settings(vec![lower.clone()])
    };
    assert_eq!(ranking(&ds, &columns, &geometric).unwrap_err(), NoRanking::Fault(Fault::GeometricOfZScores));
    // Half of the weights are known of each area, which is enough; a little more is not.
    let half = settings(vec![lower, part("bins", 1.0, None)]);
    let found = ranking(&ds, &columns, &half).unwrap();
    assert_eq!(found.order().len(), ds.areas.len());
    assert!(found.refused().is_empty() && found.states.iter().all(|state| *state == State::Published));
    assert_eq!(ranking(&ds, &columns, &IndexSettings { threshold: 0.51, ..half }), Err(NoRanking::TooLittle));
}

#[test]
fn the_order_follows_the_person_s_direction() {
    let ds = built_in();
    let columns = [column(&ds, &ds.figures, "density_2019"), column(&ds, &ds.figures, "hh_5_plus_share")];
    let by = |polarity: Polarity| {
        let parts = vec![part("density_2019", 1.0, Some(polarity))];
        ranking(&ds, &columns, &IndexSettings { parts, ..IndexSettings::default() }).unwrap()
    };
    let (low, high) = (by(Polarity::Lower), by(Polarity::Higher));
    let mut reversed = high.order();
    reversed.reverse();
    assert_eq!(low.order(), reversed);
    let value = |area_ix: usize| columns[0].values[area_ix].unwrap();
    assert!(low.order().windows(2).all(|pair| value(pair[0]) <= value(pair[1])));
    assert_eq!(low.span(), (0.0, 1.0));
    // The best becomes the last, and so the other way round; they move most.
    let moved = moved(&low, &high);
    assert_eq!(moved[0].1.abs(), 33);
    assert_eq!(moved.iter().map(|(_, places)| places).sum::<isize>(), 0);
    assert_eq!(moved.iter().find(|(area_ix, _)| *area_ix == low.order()[0]).unwrap().1, -33);
}

#[test]
fn a_score_is_as_trustworthy_as_its_weakest_figure() {
    let ds = built_in();
    let mut figures = with_reports(&ds);
    figures[ds.indicator_ix("bins").unwrap()][3].state = State::Practice;
    let columns = [column(&ds, &figures, "density_2019"), column(&ds, &figures, "bins")];
    let states = |weight: f64| {
        let parts = vec![part("density_2019", 1.0, Some(Polarity::Lower)), part("bins", weight, None)];
        ranking(&ds, &columns, &IndexSettings { parts, ..IndexSettings::default() }).unwrap().states
    };
    assert_eq!(states(1.0)[..4], [State::Reported, State::Reported, State::Reported, State::Practice]);
    assert!(states(0.0).iter().all(|state| *state == State::Published));
}

#[test]
fn what_a_newcomer_may_begin_with() {
    let ds = built_in();
    let start = proposals(&ds, &ds.figures);
    assert_eq!(start.reported, []);
    let ids: Vec<&str> = start.trial.iter().map(|part| part.indicator.as_str()).collect();
    assert_eq!(ids, ["density_2019", "hh_5_plus_share"]);
    let mut figures = with_reports(&ds);
    let ids = |figures: &[Vec<Figure>]| proposals(&ds, figures).reported.len();
    assert_eq!(ids(&figures), 2);
    for figure in &mut figures[ds.indicator_ix("bins").unwrap()] {
        figure.state = State::Estimated;
    }
    assert_eq!(ids(&figures), 1, "estimates are no ground for an index");
}

/// 1,000 draws give the same intervals each time, and other ones by another seed.
#[test]
fn intervals_are_seeded() {
    let ds = built_in();
    let columns = [column(&ds, &ds.figures, "density_2019"), column(&ds, &ds.figures, "hh_5_plus_share")];
    let parts = proposals(&ds, &ds.figures).trial;
    let of =
        |seed: u32| ranking(&ds, &columns, &IndexSettings { parts: parts.clone(), seed, ..IndexSettings::default() });
    assert_eq!(of(1), of(1));
    assert_ne!(of(1), of(2));
}

/// A slider that is moved: the draws are kept, and the rankings are those of anew.
#[test]
fn rankings_by_other_weights_are_those_of_anew() {
    let ds = built_in();
    let figures = with_reports(&ds);
    let ids = ["density_2019", "hh_5_plus_share", "bins", "cultural_families"];
    let columns = Arc::new(ids.map(|id| column(&ds, &figures, id)).to_vec());
    let mut kept = Kept::default();
    let settings = |first: f64, vary: bool| IndexSettings {
        parts: ids.iter().map(|id| part(id, if *id == "bins" { first } else { 1.0 }, Some(Polarity::Lower))).collect(),
        vary_normalisation: vary,
        ..IndexSettings::default()
    };
    for (first, vary) in [(1.0, true), (4.0, true), (0.0, true), (0.3, false), (0.0, false), (2.0, true)] {
        let settings = settings(first, vary);
        assert_eq!(ranking_again(&ds, &columns, &settings, &mut kept), ranking(&ds, &columns, &settings));
    }
    let others = Arc::new(ids.map(|id| column(&ds, &ds.figures, id)).to_vec());
    let settings = settings(2.0, true);
    assert_eq!(ranking_again(&ds, &others, &settings, &mut kept), ranking(&ds, &others, &settings));
}

/// Targets go the way of figures: a count's target is measured by what the count is measured by, in each area.
#[test]
fn targets_are_brought_to_the_scale_of_figures() {
    let ds = built_in();
    let figures = with_reports(&ds);
    let ix = ds.indicator_ix("bins").unwrap();
    let of = |targets: &[Option<f64>]| index_column(&ds, &figures, ix, targets, None).unwrap();
    let mut targets: Vec<Option<f64>> =
        figures[ix].iter().map(|figure| figure.value.map(|value| 2.0 * value)).collect();
    targets[5] = None;
    let column = of(&targets);
    for (area_ix, (target, value)) in column.targets.iter().zip(&column.values).enumerate() {
        let expected = value.filter(|_| area_ix != 5).map(|value| 2.0 * value);
        assert_eq!(target.is_some(), expected.is_some());
        assert!((target.unwrap_or(0.0) - expected.unwrap_or(0.0)).abs() < 1e-9);
    }
    assert_eq!((of(&[]).targets, of(&[Some(1.0)]).targets), (vec![], vec![]));

    // All are half of the way, but for the one without a target, which is measured by the best.
    let scores = |column: IndexColumn, polarity: Option<Polarity>| -> Vec<f64> {
        let settings = IndexSettings {
            parts: vec![part("bins", 1.0, polarity)],
            normalisation: journal::Normalisation::Target,
            ..IndexSettings::default()
        };
        let found = ranking(&ds, &[column], &settings).unwrap();
        found.units.into_iter().map(|unit| unit.scored.unwrap().score).collect()
    };
    let with_targets = scores(of(&targets), None);
    assert!(
        with_targets.iter().enumerate().all(|(ix, score)| ix == 5 || (score - 0.5).abs() < 1e-9),
        "{with_targets:?}"
    );
    let by_best = scores(of(&[]), None);
    assert_eq!(with_targets[5], by_best[5]);
    assert!(by_best.contains(&1.0));
    // Who turns the direction round does not want what the target wants.
    let turned = Some(Polarity::Lower);
    assert_eq!(scores(of(&targets), turned), scores(of(&[]), turned));
}
