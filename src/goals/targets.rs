//! What targets come to in figures.
//!
//! An area's own rule counts before the rule for all areas, and that one before the target that stands with an indicator
//! of one's own. A rule that needs a figure that is not known leaves the target open; it is never made from an estimate,
//! since an estimate follows from the city's total and would be held against itself.

use crate::data::{Area, DataSet, Figure, Indicator, IndicatorKind, Polarity, State};
use crate::journal::{TargetEntry, TargetRule};
use crate::stats::summary::quantile;

/// Fewest figures of which a best quarter is taken.
const MIN_FOR_QUARTER: usize = 4;

/// What the rules of one indicator are worked out from.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    indicator: &'a Indicator,
    last: Option<&'a [Figure]>,
    city: Option<f64>,
    own_target: Option<f64>,
    best_quarter: Option<f64>,
}

/// A target of one area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Resolved {
    /// The rule that it follows from.
    pub rule: TargetRule,
    /// Whose rule that is.
    pub whose: Whose,
    /// What it comes to, in the indicator's unit; `None` where the rule needs a figure that is not known, or comes to
    /// something that the indicator cannot have.
    pub value: Option<f64>,
}

/// Whose rule a target follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The area's.
    Area,
    /// That for all areas.
    All,
    /// That of the indicator of one's own.
    Indicator,
}

impl<'a> Ground<'a> {
    /// What the rules of an indicator are worked out from: the figures in use now and those of the last period (both
    /// `[indicator_ix][area_ix]`; `None` if no period before is here), and the target of an indicator of one's own.
    /// `None` if there is no such indicator.
    ///
    /// The city's figure counts where an area's can be compared with it, which is so for shares and rates. The best
    /// quarter begins at the quartile ([`quantile`]) in the direction of the polarity, over all areas with a figure that
    /// is no estimate, and wants at least four of them.
    pub fn new(
        ds: &'a DataSet,
        indicator_ix: usize,
        now: &[Vec<Figure>],
        last: Option<&'a [Vec<Figure>]>,
        own_target: Option<f64>,
    ) -> Option<Ground<'a>> {
        let indicator = ds.indicators.get(indicator_ix)?;
        let is_comparable = matches!(indicator.kind, IndicatorKind::Share | IndicatorKind::Rate);
        let city = ds.city.get(indicator_ix).and_then(Option::as_ref).map(|city| city.value);
        let mut known = Vec::new();
        for figure in now.get(indicator_ix).into_iter().flatten() {
            known.extend(known_value(figure));
        }
        let at = match indicator.polarity {
            Polarity::Higher => Some(0.75),
            Polarity::Lower => Some(0.25),
            Polarity::Neither => None,
        };
        Some(Ground {
            indicator,
            last: last.and_then(|last| last.get(indicator_ix)).map(Vec::as_slice),
            city: city.filter(|_| is_comparable),
            own_target,
            best_quarter: at.filter(|_| known.len() >= MIN_FOR_QUARTER).and_then(|at| quantile(&known, at)),
        })
    }

    /// An area's figure of the last period, if it is known and no estimate.
    pub fn last(&self, area_ix: usize) -> Option<f64> {
        self.last?.get(area_ix).and_then(known_value)
    }

    /// The city's figure, where an area's can be compared with it.
    pub fn city(&self) -> Option<f64> {
        self.city
    }
}

/// The target of one area, if it has one. `targets` are those of the journal, of any indicators.
pub fn target_of(targets: &[TargetEntry], ground: &Ground, area_ix: usize, area: &str) -> Option<Resolved> {
    let mut stated: Option<(TargetRule, Whose)> =
        ground.own_target.map(|own| (TargetRule::Value(own), Whose::Indicator));
    for entry in targets.iter().filter(|entry| entry.indicator == ground.indicator.id) {
        match &entry.area {
            Some(code) if code == area => {
                stated = Some((entry.rule, Whose::Area));
                break;
            }
            None => stated = Some((entry.rule, Whose::All)),
            Some(_) => {}
        }
    }
    let (rule, whose) = stated.filter(|(rule, _)| *rule != TargetRule::Without)?;
    Some(Resolved { rule, whose, value: value_of(rule, ground, area_ix) })
}

/// The targets of all areas, by `area_ix`.
pub fn targets_of(targets: &[TargetEntry], ground: &Ground, areas: &[Area]) -> Vec<Option<Resolved>> {
    let mut found = Vec::with_capacity(areas.len());
    for (area_ix, area) in areas.iter().enumerate() {
        found.push(target_of(targets, ground, area_ix, &area.code));
    }
    found
}

fn value_of(rule: TargetRule, ground: &Ground, area_ix: usize) -> Option<f64> {
    let last = || ground.last(area_ix);
    let kind = ground.indicator.kind;
    let computed = match rule {
        TargetRule::Value(value) => return Some(value).filter(|value| kind.allows(*value)),
        // Of a rate below zero, too, more is upwards.
        TargetRule::LastPerCent(per_cent) => last().map(|last| last + last.abs() * per_cent / 100.0),
        TargetRule::LastUnits(units) => last().map(|last| last + units),
        TargetRule::City => ground.city,
        TargetRule::BestQuarter => ground.best_quarter,
        TargetRule::Without => None,
    };
    computed.map(|value| possible(value, ground.indicator)).filter(|value| kind.allows(*value))
}

/// The nearest value that the indicator can have. A count is rounded to the side on which it still is what was asked.
fn possible(value: f64, indicator: &Indicator) -> f64 {
    // Without the last digits of the arithmetic, so that 100 and 5 % more is 105 and not 106.
    let noise = 1e-9 * value.abs();
    match indicator.kind {
        IndicatorKind::Share => value.clamp(0.0, 100.0),
        IndicatorKind::Measure => value.max(0.0),
        IndicatorKind::Rate | IndicatorKind::YesNo => value,
        IndicatorKind::Count => match indicator.polarity {
            Polarity::Higher => (value - noise).ceil(),
            Polarity::Lower => (value + noise).floor(),
            Polarity::Neither => value.round(),
        }
        .max(0.0),
    }
}

/// A figure's value, if it is known and not computed.
fn known_value(figure: &Figure) -> Option<f64> {
    figure.value.filter(|_| figure.state != State::Estimated)
}
