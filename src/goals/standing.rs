//! Where all areas stand with one indicator's targets: figure, target and verdict side by side, in the order and on the
//! axis that a page of small charts shows them.

use super::targets::{Ground, Resolved, targets_of};
use super::verdict::{Judged, judge};
use crate::data::{DataSet, Figure};
use crate::journal::TargetEntry;
use crate::order;

/// One area.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Index into [`DataSet::areas`].
    pub area_ix: usize,
    /// The figure in use.
    pub figure: Figure,
    /// The figure of the last period, if it is known and no estimate.
    pub last: Option<f64>,
    /// What is to be reached, if anything is.
    pub target: Option<Resolved>,
    /// How the figure stands to it; `None` without a target.
    pub judged: Option<Judged>,
}

/// The order of a page of areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderBy {
    /// By verdict, those that are furthest behind first within each; areas without a target last.
    Verdict,
    /// By name, as the data set has them.
    Name,
}

/// What a rule comes to over all areas.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ComesTo {
    /// Areas that get a target.
    pub n: usize,
    /// Areas that the rule is for and that get none.
    pub n_open: usize,
    /// Least and greatest target.
    pub ends: Option<(f64, f64)>,
}

/// Where all areas stand, by `area_ix`. `now` are the figures in use, `[indicator_ix][area_ix]`.
pub fn standings(
    ds: &DataSet,
    indicator_ix: usize,
    now: &[Vec<Figure>],
    ground: &Ground,
    targets: &[TargetEntry],
    near_pct: f64,
) -> Vec<Standing> {
    let polarity = ds.indicators[indicator_ix].polarity;
    let mut standings = Vec::with_capacity(ds.areas.len());
    for (area_ix, target) in targets_of(targets, ground, &ds.areas).into_iter().enumerate() {
        let figure = now.get(indicator_ix).and_then(|row| row.get(area_ix)).copied().unwrap_or(Figure::MISSING);
        let judged = target.as_ref().map(|target| judge(&figure, target, polarity, near_pct));
        standings.push(Standing { area_ix, figure, last: ground.last(area_ix), target, judged });
    }
    standings
}

/// Puts areas in order. `place_of_name` says where each area's name stands in the alphabet, by `area_ix`.
pub fn put_in_order(standings: &mut [Standing], by: OrderBy, place_of_name: &[usize]) {
    let name = |one: &Standing| place_of_name.get(one.area_ix).copied().unwrap_or(one.area_ix);
    order::sort_by(standings, |a, b| {
        let rank = |one: &Standing| one.judged.map_or(usize::MAX, |judged| judged.verdict as usize);
        let size = |one: &Standing| one.judged.and_then(|judged| judged.difference).unwrap_or_default().abs();
        let by_verdict = rank(a).cmp(&rank(b)).then(size(b).total_cmp(&size(a)));
        let by_verdict = if by == OrderBy::Verdict { by_verdict } else { std::cmp::Ordering::Equal };
        by_verdict.then(name(a).cmp(&name(b)))
    });
}

/// Least and greatest value of all that a chart of these areas shows, so that all charts have one axis.
pub fn domain(standings: &[Standing]) -> Option<(f64, f64)> {
    let mut ends: Option<(f64, f64)> = None;
    for one in standings {
        let interval = one.figure.interval.into_iter().flat_map(|(low, high)| [low, high]);
        let target = one.target.and_then(|target| target.value);
        let all = [one.figure.value, one.last, target].into_iter().flatten().chain(interval);
        for value in all.filter(|value| value.is_finite()) {
            ends = Some(ends.map_or((value, value), |(low, high)| (low.min(value), high.max(value))));
        }
    }
    ends
}

/// What targets come to together; `None` are areas that no rule is for.
pub fn comes_to(targets: &[Option<Resolved>]) -> ComesTo {
    let mut sum = ComesTo::default();
    for target in targets.iter().flatten() {
        match target.value {
            Some(value) => {
                sum.n += 1;
                sum.ends = Some(sum.ends.map_or((value, value), |(low, high)| (low.min(value), high.max(value))));
            }
            None => sum.n_open += 1,
        }
    }
    sum
}

/// The period before an indicator's own among those that are loaded, each with its id and label: the latest id before it.
pub fn last_period<'a>(periods: &'a [(String, String)], own: &str) -> Option<&'a (String, String)> {
    let before = periods.iter().filter(|(id, _)| id.as_str() < own);
    before.fold(None, |found: Option<&(String, String)>, one| match found {
        Some(latest) if latest.0 >= one.0 => found,
        _ => Some(one),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::State;
    use crate::goals::Verdict;
    use crate::goals::targets::Whose;
    use crate::journal::TargetRule;

    fn standing(area_ix: usize, value: f64, verdict: Option<(Verdict, f64)>) -> Standing {
        let judged = verdict.map(|(verdict, difference)| Judged { verdict, difference: Some(difference) });
        Standing { area_ix, figure: Figure::published(value), last: None, target: None, judged }
    }

    #[test]
    fn the_furthest_behind_stand_first_within_a_verdict() {
        let mut all = vec![
            standing(0, 1.0, None),
            standing(1, 1.0, Some((Verdict::Missed, -2.0))),
            standing(2, 1.0, Some((Verdict::Met, 1.0))),
            standing(3, 1.0, Some((Verdict::Missed, -9.0))),
            standing(4, 1.0, Some((Verdict::Missed, -2.0))),
        ];
        let ixs = |all: &[Standing]| all.iter().map(|one| one.area_ix).collect::<Vec<_>>();
        put_in_order(&mut all, OrderBy::Verdict, &[0, 4, 2, 3, 1]);
        assert_eq!(ixs(&all), [2, 3, 4, 1, 0]);
        put_in_order(&mut all, OrderBy::Name, &[0, 4, 2, 3, 1]);
        assert_eq!(ixs(&all), [0, 4, 2, 3, 1]);
    }

    #[test]
    fn one_axis_has_room_for_all_that_is_drawn() {
        let interval = Some((-4.0, 30.0));
        let estimate = Figure { value: Some(10.0), state: State::Estimated, interval };
        let all = [
            Standing { figure: estimate, ..standing(0, 0.0, None) },
            Standing { last: Some(41.0), ..standing(1, 2.0, None) },
            Standing { last: Some(f64::NAN), figure: Figure::MISSING, ..standing(2, 0.0, None) },
        ];
        assert_eq!(domain(&all), Some((-4.0, 41.0)));
        assert_eq!(domain(&all[2..]), None);
        assert_eq!(domain(&[]), None);
    }

    #[test]
    fn a_rule_comes_to_targets_and_to_gaps() {
        let target = |value| Some(Resolved { rule: TargetRule::City, whose: Whose::All, value });
        let targets = [target(Some(3.0)), None, target(None), target(Some(1.0))];
        assert_eq!(comes_to(&targets), ComesTo { n: 2, n_open: 1, ends: Some((1.0, 3.0)) });
        assert_eq!(comes_to(&[None]), ComesTo::default());
    }

    #[test]
    fn the_last_period_is_the_latest_before_the_indicators_own() {
        let periods: Vec<(String, String)> =
            ["2021", "2022", "2023", "2024"].map(|id| (id.to_owned(), format!("Năm {id}"))).to_vec();
        let id = |own: &str| last_period(&periods, own).map(|(id, _)| id.as_str());
        assert_eq!([id("2023"), id("2019-04-01"), id("2023-04-01"), id("")], [Some("2022"), None, Some("2023"), None]);
    }
}
