//! Shares of areas against what chance alone would make of them.
//!
//! Judged are counts of a base that is known for the area: households of five and more of all households, cultural streets
//! of all streets. Where the conference states a share of families, the households stand for the families assessed, whose
//! numbers by area are not published. An estimate is never judged: it follows from the city's share.

use crate::data::{DataSet, Figure, IndicatorKind, State};
use crate::stats::funnel::{Verdict, verdict};
use crate::view::per;
use crate::view::query::Per;

/// A count and what it is a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The indicator that is counted.
    pub count_ix: usize,
    /// The indicator that is its base.
    pub base_ix: usize,
    /// Whether the base only stands for another one that is not known.
    pub stands_for: bool,
}

/// A share judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The share of all areas that count, 0 to 1; `None` if there are none.
    pub overall: Option<f64>,
    /// By area.
    pub areas: Vec<Area>,
}

/// What is said of one area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// How many.
    pub count: Option<f64>,
    /// Of how many.
    pub base: Option<f64>,
    /// What is known of it: the count's state, or missing if the base is.
    pub state: State,
    /// `None` for what is missing or estimated, and for counts above their base.
    pub verdict: Option<Verdict>,
}

/// The shares that a data set allows, in the order of its indicators.
pub fn shares(ds: &DataSet) -> Vec<Share> {
    let households = per::base_ix(ds, Per::Households1000);
    let mut found = Vec::new();
    for (count_ix, indicator) in ds.indicators.iter().enumerate() {
        if indicator.kind != IndicatorKind::Count {
            continue;
        }
        let city = ds.city.get(count_ix).and_then(Option::as_ref);
        let has_share = city.is_some_and(|city| city.base.is_some() || city.base_implied.is_some());
        match (indicator.base_ix, households) {
            (Some(base_ix), _) => found.push(Share { count_ix, base_ix, stands_for: false }),
            (None, Some(base_ix)) if has_share => found.push(Share { count_ix, base_ix, stands_for: true }),
            _ => {}
        }
    }
    found
}

/// Judges all areas against the share that they make together.
pub fn judged(figures: &[Vec<Figure>], share: Share) -> Judged {
    let row = |ix: usize| figures.get(ix).map(Vec::as_slice).unwrap_or_default();
    let (counts, bases) = (row(share.count_ix), row(share.base_ix));
    let mut areas = Vec::with_capacity(counts.len());
    let (mut sum, mut of) = (0.0, 0.0);
    for (count, base) in counts.iter().zip(bases) {
        let state = if count.state == State::Estimated { State::Estimated } else { base.state };
        let state = if matches!(state, State::Missing | State::Estimated) { state } else { count.state };
        let area = Area { count: count.value, base: base.value, state, verdict: None };
        if let Some((count, base)) = area.counts() {
            (sum, of) = (sum + count, of + base);
        }
        areas.push(area);
    }
    let overall = (0.0 < of).then(|| sum / of);
    for area in &mut areas {
        area.verdict = overall.zip(area.counts()).and_then(|(overall, (count, base))| verdict(count, base, overall));
    }
    Judged { overall, areas }
}

impl Area {
    /// The count and its base, if both are known, not estimated, and a part of each other.
    pub fn counts(&self) -> Option<(f64, f64)> {
        let is_known = !matches!(self.state, State::Missing | State::Estimated);
        let (count, base) = self.count.zip(self.base).filter(|_| is_known)?;
        (0.0 < base && (0.0..=base).contains(&count)).then_some((count, base))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data;

    fn figure(value: f64, state: State) -> Figure {
        Figure { value: Some(value), state, interval: None }
    }

    #[test]
    fn shares_of_the_built_in_set() {
        let ds = data::read(data::built_in()).unwrap();
        let ix = |id: &str| ds.indicator_ix(id).unwrap();
        let found = shares(&ds);
        let of = |id: &str| found.iter().find(|share| share.count_ix == ix(id)).copied();
        let great = Share { count_ix: ix("hh_5_plus"), base_ix: ix("households_2019"), stands_for: false };
        assert_eq!(of("hh_5_plus"), Some(great));
        assert_eq!(of("cultural_areas").unwrap().base_ix, ix("subdivisions"));
        let families = of("cultural_families").unwrap();
        assert_eq!((families.base_ix, families.stands_for), (ix("households_2019"), true));
        assert_eq!(of("bins"), None);
        let judged = judged(&ds.figures, great);
        assert!(judged.areas.iter().all(|area| area.verdict.is_some()));
        let overall = judged.overall.unwrap();
        assert!((0.1..0.4).contains(&overall), "{overall}");
    }

    /// A share of one in ten of all: chance leaves 5 areas of 100 where they are, but not 30 of 100.
    #[test]
    fn only_known_parts_are_judged() {
        let counts = vec![
            figure(50.0, State::Reported),
            figure(30.0, State::Practice),
            figure(1.0, State::Estimated),
            Figure::MISSING,
            figure(120.0, State::Reported),
            figure(20.0, State::Published),
        ];
        let mut bases = vec![figure(100.0, State::Published); 6];
        bases[0] = figure(900.0, State::Published);
        bases[5] = Figure::MISSING;
        let found = judged(&[counts, bases], Share { count_ix: 0, base_ix: 1, stands_for: false });
        assert!((found.overall.unwrap() - 80.0 / 1_000.0).abs() < 1e-12);
        let verdicts: Vec<Option<Verdict>> = found.areas.iter().map(|area| area.verdict).collect();
        assert_eq!(verdicts, [Some(Verdict::Below), Some(Verdict::FarAbove), None, None, None, None]);
        let states: Vec<State> = found.areas.iter().map(|area| area.state).collect();
        let expected =
            [State::Reported, State::Practice, State::Estimated, State::Missing, State::Reported, State::Missing];
        assert_eq!(states, expected);
    }

    #[test]
    fn nothing_known_is_nothing_judged() {
        let rows = [vec![Figure::MISSING; 3], vec![figure(10.0, State::Published); 3]];
        let found = judged(&rows, Share { count_ix: 0, base_ix: 1, stands_for: false });
        assert_eq!(found.overall, None);
        assert!(found.areas.iter().all(|area| area.verdict.is_none()));
        assert_eq!(judged(&[], Share { count_ix: 0, base_ix: 1, stands_for: false }).areas, []);
    }
}
