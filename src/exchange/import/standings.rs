//! What stands before an import, as the review sees it.

use crate::data::{DataSet, State};
use crate::review::Laid;

use super::judge::{Standing, Standings};

impl Standings {
    /// The figures of a period by the reports that are laid over it. Where a report stands beside a published figure, a new
    /// one is held against the report; practice reports and sums of streets do not count.
    pub fn of(ds: &DataSet, laid: &Laid, period: Option<&str>) -> Standings {
        let standing = |indicator_ix: usize, area_ix: usize| {
            let own = laid.cell(indicator_ix, area_ix).filter(|cell| !cell.practice && !cell.is_roll_up);
            match (own, laid.figures[indicator_ix][area_ix]) {
                (Some(cell), _) => Standing { figure: Some(cell.value), state: State::Reported },
                (None, figure) if figure.state == State::Published => {
                    Standing { figure: figure.value, state: State::Published }
                }
                _ => Standing { figure: None, state: State::Missing },
            }
        };
        let stands = |ix: usize| period.is_none_or(|period| ds.indicators[ix].period == period);
        let city = |ix: usize| ds.city[ix].as_ref().filter(|_| stands(ix)).map(|city| city.value);
        let n_indicators = ds.indicators.len();
        Standings {
            figures: (0..n_indicators)
                .map(|indicator_ix| (0..ds.areas.len()).map(|area_ix| standing(indicator_ix, area_ix)).collect())
                .collect(),
            city: (0..n_indicators).map(city).collect(),
        }
    }
}
