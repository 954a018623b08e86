//! The composite index of the areas: from a person's settings and the figures in use to scores and ranks.
//!
//! A count is never put into an index as it is, since the index would then say which area is the largest. It counts as a
//! part of what it is a part of (cultural streets of all streets), else by 1,000 households, where those are known for every
//! area that has the figure. What is known of neither stays a count and says so.

mod proposals;
mod tests;

pub use proposals::{Proposal, REPORTED_BY, proposals};

use std::sync::Arc;

use crate::data::{DataSet, Figure, IndicatorKind, Polarity, State};
use crate::journal::{self, IndexPart, IndexSettings};
use crate::stats::composite::{self, Aggregation, Column, Doubt, Doubts, Drawn};
use crate::stats::composite::{Fault, Input, Normalisation, Uncertain, Unit};
use crate::view::per;
use crate::view::query::Per;

/// How often ranks are drawn.
pub const N_DRAWS: usize = 1_000;

/// What an indicator's figures count as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// As they are.
    AsTheyAre,
    /// In per cent of another indicator's figures.
    ShareOf(usize),
    /// By a divisor, which is another indicator's figures.
    By(Per, usize),
}

/// An indicator as the index takes it: `[area_ix]`.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexColumn {
    /// The indicator.
    pub indicator_ix: usize,
    /// Its id.
    pub id: String,
    /// What the figures count as.
    pub counted: Counted,
    /// What the figures come to.
    pub values: Vec<Option<f64>>,
    /// What they are known from.
    pub states: Vec<State>,
    /// Which direction is good by itself.
    pub polarity: Polarity,
    /// What each area is to reach, in what the figures come to; empty where none has a target.
    pub targets: Vec<Option<f64>>,
    /// 90 % intervals, where figures are estimated and not drawn.
    intervals: Vec<Option<(f64, f64)>>,
    /// Rows of a figure an area; empty where figures are not drawn.
    draws: Vec<f64>,
}

/// An index computed.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// By area.
    pub units: Vec<Unit>,
    /// How sure the ranks are.
    pub uncertain: Uncertain,
    /// The indicators, in the order of contributions and pulls.
    pub ids: Vec<String>,
    /// By area: the weakest state among the figures that the score is made of.
    pub states: Vec<State>,
}

/// Why there is no ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRanking {
    /// No indicator is chosen.
    Empty,
    /// Of these indicators nobody has decided which direction is good.
    Undecided(Vec<String>),
    /// The settings do not go together.
    Fault(Fault),
    /// Too little is known of every area.
    TooLittle,
}

/// One draw of all areas' figures, by the draw's number; `None` beyond the last.
pub type DrawOf<'a> = &'a dyn Fn(usize) -> Option<Vec<f64>>;

/// An indicator's figures as the index takes them, with the areas' targets (by area, in the indicator's unit; empty if there
/// are none) and the draws of its estimates if there are any.
pub fn index_column(
    ds: &DataSet,
    figures: &[Vec<Figure>],
    indicator_ix: usize,
    targets: &[Option<f64>],
    draw: Option<DrawOf>,
) -> Option<IndexColumn> {
    let (indicator, own) = (ds.indicators.get(indicator_ix)?, figures.get(indicator_ix)?);
    let counted = counted(ds, figures, indicator_ix);
    let (base_ix, factor) = match counted {
        Counted::AsTheyAre => (None, 1.0),
        Counted::ShareOf(base_ix) => (Some(base_ix), 100.0),
        Counted::By(per, base_ix) => (Some(base_ix), per::factor(per)),
    };
    // What a figure is multiplied by.
    let scale = |area_ix: usize| match base_ix {
        None => Some(1.0),
        Some(base_ix) => base_of(figures, base_ix, area_ix).map(|base| factor / base),
    };
    let scales: Vec<Option<f64>> = (0..own.len()).map(scale).collect();
    let scaled = |figure: &Figure, scale: &Option<f64>| Some(figure.value? * (*scale)?);
    let ends = |figure: &Figure, scale: &Option<f64>| {
        let ((low, high), scale) = (figure.interval?, (*scale)?);
        Some((low * scale, high * scale))
    };
    let mut draws = Vec::new();
    if let Some(draw) = draw.filter(|_| own.iter().any(|figure| figure.state == State::Estimated)) {
        for row in (0..N_DRAWS).map_while(draw).filter(|row| row.len() == own.len()) {
            draws.extend(row.iter().zip(&scales).map(|(value, scale)| value * scale.unwrap_or(f64::NAN)));
        }
    }
    // There are as many as areas, or none.
    let targets = if targets.len() == own.len() { targets } else { &[] };
    let aims = targets.iter().zip(&scales).map(|(target, scale)| Some((*target)? * (*scale)?)).collect();
    Some(IndexColumn {
        indicator_ix,
        id: indicator.id.clone(),
        counted,
        values: own.iter().zip(&scales).map(|(figure, scale)| scaled(figure, scale)).collect(),
        states: own.iter().map(|figure| figure.state).collect(),
        polarity: indicator.polarity,
        targets: aims,
        intervals: own.iter().zip(&scales).map(|(figure, scale)| ends(figure, scale)).collect(),
        draws,
    })
}

/// What an indicator's figures count as.
pub fn counted(ds: &DataSet, figures: &[Vec<Figure>], indicator_ix: usize) -> Counted {
    let indicator = &ds.indicators[indicator_ix];
    if !matches!(indicator.kind, IndicatorKind::Count | IndicatorKind::Measure) {
        return Counted::AsTheyAre;
    }
    let known = |base_ix: usize| {
        let own = figures.get(indicator_ix).map(Vec::as_slice).unwrap_or_default();
        let has_base = |area_ix: usize| base_of(figures, base_ix, area_ix).is_some();
        own.iter().enumerate().all(|(area_ix, figure)| figure.value.is_none() || has_base(area_ix))
    };
    let per_households = per::per_choices(ds, indicator).contains(&Per::Households1000);
    let households = per::base_ix(ds, Per::Households1000).filter(|_| per_households);
    match (indicator.base_ix, households) {
        (Some(base_ix), _) if known(base_ix) => Counted::ShareOf(base_ix),
        (_, Some(base_ix)) if known(base_ix) => Counted::By(Per::Households1000, base_ix),
        _ => Counted::AsTheyAre,
    }
}

fn base_of(figures: &[Vec<Figure>], base_ix: usize, area_ix: usize) -> Option<f64> {
    figures.get(base_ix)?.get(area_ix)?.value.filter(|base| 0.0 < *base)
}

/// Which direction is good: as the person set it, else the indicator's own. `None` if nobody has decided.
pub fn higher_is_better(part: &IndexPart, own: Polarity) -> Option<bool> {
    match part.polarity.unwrap_or(own) {
        Polarity::Higher => Some(true),
        Polarity::Lower => Some(false),
        Polarity::Neither => None,
    }
}

impl IndexColumn {
    /// The targets that hold in a direction: a person who turns an indicator's own direction round has no use for those.
    pub fn targets_towards(&self, higher_is_better: bool) -> &[Option<f64>] {
        let turned = if higher_is_better { Polarity::Lower } else { Polarity::Higher };
        if self.polarity == turned { &[] } else { &self.targets }
    }
}

/// The draws of the ranking before: by other weights and another threshold they are the same.
#[derive(Debug, Default)]
pub struct Kept(Option<(Arc<Vec<IndexColumn>>, IndexSettings, Drawn)>);

impl Kept {
    fn uncertain(
        &mut self,
        columns: &Arc<Vec<IndexColumn>>,
        settings: &IndexSettings,
        input: &Input,
        doubts: &Doubts,
    ) -> Result<Uncertain, Fault> {
        let mut alike = IndexSettings { name: String::new(), threshold: 0.0, spread: 0.0, ..settings.clone() };
        alike.parts.iter_mut().for_each(|part| part.weight = 0.0);
        let is_of =
            |(of, by, _): &(Arc<Vec<IndexColumn>>, IndexSettings, Drawn)| Arc::ptr_eq(of, columns) && *by == alike;
        if !self.0.as_ref().is_some_and(is_of) {
            self.0 = Some((columns.clone(), alike, composite::drawn(input, doubts)?));
        }
        let (_, _, drawn) = self.0.as_ref().ok_or(Fault::NoWeight)?;
        drawn.ranks(input, doubts.weight_spread)
    }
}

/// [`ranking`] for settings that change step by step, as under a slider: what does not depend on weights is kept from one
/// to the next.
pub fn ranking_again(
    ds: &DataSet,
    columns: &Arc<Vec<IndexColumn>>,
    settings: &IndexSettings,
    kept: &mut Kept,
) -> Result<Ranking, NoRanking> {
    ranked(ds, columns, settings, &mut |input, doubts| kept.uncertain(columns, settings, input, doubts))
}

/// The ranking by these settings. `columns` hold the indicators that the settings name; of what they do not hold (an
/// indicator that is here no more) nothing is known of any area, and it is left out.
pub fn ranking(ds: &DataSet, columns: &[IndexColumn], settings: &IndexSettings) -> Result<Ranking, NoRanking> {
    ranked(ds, columns, settings, &mut composite::uncertain)
}

fn ranked(
    ds: &DataSet,
    columns: &[IndexColumn],
    settings: &IndexSettings,
    uncertain: &mut dyn FnMut(&Input, &Doubts) -> Result<Uncertain, Fault>,
) -> Result<Ranking, NoRanking> {
    let (mut taken, mut undecided) = (Vec::new(), Vec::new());
    for part in &settings.parts {
        let Some(column) = columns.iter().find(|column| column.id == part.indicator) else { continue };
        match higher_is_better(part, column.polarity) {
            Some(higher) => taken.push((column, part, higher)),
            None => undecided.push(part.indicator.clone()),
        }
    }
    if !undecided.is_empty() {
        return Err(NoRanking::Undecided(undecided));
    }
    if taken.is_empty() {
        return Err(NoRanking::Empty);
    }
    let mut given = Vec::with_capacity(taken.len());
    for (column, part, higher_is_better) in &taken {
        let doubt = match (column.draws.is_empty(), column.intervals.iter().any(Option::is_some)) {
            (false, _) => Doubt::Draws(&column.draws),
            (true, true) => Doubt::Intervals(&column.intervals),
            (true, false) => Doubt::None,
        };
        given.push(Column {
            key: key_of(&column.id),
            values: &column.values,
            higher_is_better: *higher_is_better,
            weight: part.weight,
            bounds: None,
            target: None,
            unit_targets: column.targets_towards(*higher_is_better),
            doubt,
        });
    }
    let unit_keys: Vec<u64> = ds.areas.iter().map(|area| key_of(&area.code)).collect();
    let input = Input {
        unit_keys: &unit_keys,
        columns: &given,
        normalisation: normalisation(settings.normalisation),
        aggregation: aggregation(settings.aggregation),
        threshold: settings.threshold,
        threshold_by_weight: true,
    };
    let all = journal::Normalisation::ALL.map(normalisation);
    let doubts = Doubts {
        seed: u64::from(settings.seed),
        n_draws: N_DRAWS,
        weight_spread: settings.spread,
        normalisations: if settings.vary_normalisation { &all } else { &[] },
    };
    let units = composite::index(&input).map_err(NoRanking::Fault)?;
    if units.iter().all(|unit| unit.scored.is_none()) {
        return Err(NoRanking::TooLittle);
    }
    let uncertain = uncertain(&input, &doubts).map_err(NoRanking::Fault)?;
    let weakest = |area_ix: usize| {
        let in_use = taken.iter().filter(|(column, part, _)| 0.0 < part.weight && column.values[area_ix].is_some());
        in_use
            .map(|(column, _, _)| column.states[area_ix])
            .max_by_key(|state| weakness(*state))
            .unwrap_or(State::Missing)
    };
    let states = (0..units.len()).map(weakest).collect();
    Ok(Ranking { units, uncertain, ids: taken.iter().map(|(column, _, _)| column.id.clone()).collect(), states })
}

/// Which state says most against trusting a score.
fn weakness(state: State) -> u8 {
    match state {
        State::Published => 0,
        State::Reported => 1,
        State::Estimated => 2,
        State::Practice => 3,
        State::Missing => 4,
    }
}

impl Ranking {
    /// The areas that have a score, best first; of equal ranks in the order of the areas.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.units.len()).filter(|ix| self.rank_of(*ix).is_some()).collect();
        crate::order::sort_by(&mut order, |a, b| self.rank_of(*a).cmp(&self.rank_of(*b)));
        order
    }

    /// The areas of which too little is known.
    pub fn refused(&self) -> Vec<usize> {
        (0..self.units.len()).filter(|ix| self.rank_of(*ix).is_none()).collect()
    }

    /// An area's rank, from 1.
    pub fn rank_of(&self, area_ix: usize) -> Option<usize> {
        self.units.get(area_ix)?.scored.as_ref().map(|scored| scored.rank.rank)
    }

    /// The least and greatest score.
    pub fn span(&self) -> (f64, f64) {
        let scores = self.units.iter().filter_map(|unit| unit.scored.as_ref()).map(|scored| scored.score);
        scores.fold((0.0, 0.0), |(least, most): (f64, f64), score| (least.min(score), most.max(score)))
    }
}

/// How many places an area gains (above 0) or loses by other settings, for areas that have a rank by both; the greatest
/// change first.
pub fn moved(ranking: &Ranking, other: &Ranking) -> Vec<(usize, isize)> {
    let mut moved = Vec::new();
    for area_ix in 0..ranking.units.len() {
        if let (Some(here), Some(there)) = (ranking.rank_of(area_ix), other.rank_of(area_ix)) {
            moved.push((area_ix, here as isize - there as isize));
        }
    }
    crate::order::sort_by(&mut moved, |a, b| b.1.abs().cmp(&a.1.abs()));
    moved
}

fn normalisation(setting: journal::Normalisation) -> Normalisation {
    match setting {
        journal::Normalisation::MinMax => Normalisation::MinMax,
        journal::Normalisation::ZScore => Normalisation::ZScore,
        journal::Normalisation::Rank => Normalisation::Rank,
        journal::Normalisation::Target => Normalisation::Target,
    }
}

fn aggregation(setting: journal::Aggregation) -> Aggregation {
    match setting {
        journal::Aggregation::Arithmetic => Aggregation::Arithmetic,
        journal::Aggregation::Geometric => Aggregation::Geometric,
    }
}

/// A key for random numbers that is the same on every device.
fn key_of(id: &str) -> u64 {
    id.bytes().fold(0xcbf2_9ce4_8422_2325, |key, byte| (key ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
