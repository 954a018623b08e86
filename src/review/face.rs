//! What a place of the review table shows, as data: figure, state, change and marks.

use super::change::{Change, change};
use super::laid::{Laid, RollUp, published_beside};
use super::outliers::Doubt;
use crate::data::{Figure, State};

/// One place of the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Face {
    /// The figure as it is shown, estimates included.
    pub figure: Figure,
    /// Against the figure that was reported before, if one was.
    pub change: Option<Change>,
    /// The sum of some streets and villages only, where no more is known.
    pub partial: Option<RollUp>,
    /// People entered different values, or a report is not what was published.
    pub differs: bool,
    /// There are doubts about the report.
    pub doubtful: bool,
}

/// The face of a place. `shown` are the figures in use, `[indicator_ix][area_ix]`.
pub fn face(laid: &Laid, shown: &[Vec<Figure>], doubts: &[Doubt], indicator_ix: usize, area_ix: usize) -> Face {
    let figure = shown.get(indicator_ix).and_then(|row| row.get(area_ix)).copied().unwrap_or(Figure::MISSING);
    let cell = laid.cell(indicator_ix, area_ix);
    let is_shown = figure.state != State::Estimated;
    Face {
        figure,
        change: cell.and_then(|cell| Some(change(cell.previous?, cell.value))),
        partial: laid.partial(indicator_ix, area_ix).filter(|_| is_shown),
        differs: cell.is_some_and(|cell| !cell.versions.is_empty() || published_beside(laid, cell).is_some()),
        doubtful: doubts.iter().any(|doubt| (doubt.indicator_ix, doubt.area_ix) == (indicator_ix, area_ix)),
    }
}
