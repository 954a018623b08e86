//! Settings that a newcomer may begin with.

use crate::data::{DataSet, Figure, IndicatorKind, Polarity, State};
use crate::journal::IndexPart;

/// An indicator is proposed from reports if this part of the areas has reported it.
pub const REPORTED_BY: f64 = 0.5;

/// The group of what the conference reviews.
const REVIEWED: &str = "conference";

/// What a setting may be made of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Proposal {
    /// The conference's indicators that most areas have reported (or that practice reports invent), equally weighted.
    pub reported: Vec<IndexPart>,
    /// Published shares of how people live, to try the index out: they say nothing of an area's work.
    pub trial: Vec<IndexPart>,
}

/// What the figures in use allow. Estimates are not proposed: shared out by households, they make all areas alike.
pub fn proposals(ds: &DataSet, figures: &[Vec<Figure>]) -> Proposal {
    let mut proposal = Proposal::default();
    let n_areas = ds.areas.len() as f64;
    for (indicator, row) in ds.indicators.iter().zip(figures) {
        let known =
            row.iter().filter(|figure| !matches!(figure.state, State::Missing | State::Estimated)).count() as f64;
        let part = |polarity| IndexPart { indicator: indicator.id.clone(), weight: 1.0, polarity };
        if indicator.group == REVIEWED {
            if indicator.polarity != Polarity::Neither && n_areas * REPORTED_BY <= known && 0.0 < known {
                proposal.reported.push(part(None));
            }
        } else if known == n_areas && is_trial(&indicator.id, indicator.kind) {
            // Less crowding is better: the direction is a choice, so it stands in the setting.
            proposal.trial.push(part(Some(Polarity::Lower)));
        }
    }
    proposal
}

/// People per km², and the share of great households: both tell how crowded people live.
fn is_trial(id: &str, kind: IndicatorKind) -> bool {
    match kind {
        IndicatorKind::Rate => id.starts_with("density"),
        IndicatorKind::Share => id == "hh_5_plus_share",
        _ => false,
    }
}
