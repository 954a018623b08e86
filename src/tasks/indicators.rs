//! The year's work as indicators of the map, like all others.

use super::roll_up;
use crate::data::{DataSet, Figure, Indicator, IndicatorKind, Polarity, Source, Tr};
use crate::text::say::{shell, tasks};
use crate::text::words::Words;

/// The group that they stand in; also the id of their source.
pub const GROUP: &str = "tasks";

/// Id of the share of tasks that are on track.
pub const ON_TRACK: &str = "tasks_on_track";

/// Id of the number of overdue tasks.
pub const OVERDUE: &str = "tasks_overdue";

/// The data set with both behind its own indicators, in the order of [`roll_up::figures`]. Their figures are missing in it;
/// the page lays them over.
pub fn with_indicators(ds: &DataSet) -> DataSet {
    let mut extended = ds.clone();
    let source_ix = extended.sources.len();
    extended.sources.push(Source {
        id: GROUP.to_owned(),
        title: tr(shell::TASKS),
        publisher: String::new(),
        licence: tr(shell::TASKS),
        url: None,
        used_for: tr(tasks::INDICATORS_NOTE),
    });
    let indicator = |id: &str, label: Words, unit: Tr, kind: IndicatorKind, polarity: Polarity| Indicator {
        id: id.to_owned(),
        label: tr(label),
        short: tr(label),
        unit,
        note: tr(tasks::INDICATORS_NOTE),
        kind,
        polarity,
        decimals: u8::from(kind == IndicatorKind::Share),
        group: GROUP.to_owned(),
        period: String::new(),
        ratio: None,
        base_ix: None,
        source_ix,
    };
    let per_cent = Tr { vi: "%".to_owned(), en: "%".to_owned(), ru: "%".to_owned() };
    extended.indicators.extend([
        indicator(ON_TRACK, tasks::SHARE_ON_TRACK, per_cent, IndicatorKind::Share, Polarity::Higher),
        indicator(OVERDUE, tasks::N_OVERDUE, tr(tasks::OVERDUE_UNIT), IndicatorKind::Count, Polarity::Lower),
    ]);
    for _ in 0..roll_up::N_INDICATORS {
        extended.figures.push(vec![Figure::MISSING; ds.areas.len()]);
        extended.city.push(None);
    }
    extended
}

fn tr(words: Words) -> Tr {
    Tr { vi: words.vi.to_owned(), en: words.en.to_owned(), ru: words.ru.to_owned() }
}
