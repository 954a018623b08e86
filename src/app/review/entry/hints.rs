//! What is known beside a field: base, figure before, estimate, what was published, who reported; and what looks wrong.

use leptos::prelude::*;

use super::field::Place;
use crate::app::shown::Shown;
use crate::data::{Figure, State};
use crate::journal::Report;
use crate::review::Provenance;
use crate::review::cell_words as words;
use crate::review::describe::finding_words;
use crate::review::inputs::whole_ix;
use crate::text::number;
use crate::text::say::{compare, reports, review};
use crate::view::compare::year_or_all;
use crate::web::clock;

impl Place {
    fn is_of_area(self) -> bool {
        self.key.with_value(|key| key.subdivision.is_none())
    }

    /// Whether it is a figure of the data set's own period.
    fn is_own(self) -> bool {
        self.key.with_value(|key| key.period == self.indicator.period)
    }
}

/// What stands in the empty field: the estimate of the area, where estimates are on; else the figure of another period.
pub(super) fn ghost(place: Place) -> String {
    let lang = place.entry.store.lang();
    if place.report.with(Option::is_some) {
        return String::new();
    }
    let value = estimate(place).map(|(value, _)| value).or_else(|| others(place).first().map(|(_, value)| *value));
    value.map(|value| words::cell_text(place.indicator, value, lang)).unwrap_or_default()
}

/// The place's figures in other periods, the nearest to its own first: the data set's, then the loaded ones from the
/// latest on.
fn others(place: Place) -> Vec<(String, f64)> {
    if !place.is_of_area() {
        return Vec::new();
    }
    let id = place.key.with_value(|key| key.period.clone());
    let (indicator_ix, area_ix) = (place.indicator_ix, place.area_ix);
    let mut found = Vec::new();
    place.entry.figures.with(|shown| {
        let value = |figures: &[Vec<Figure>]| figures.get(indicator_ix)?.get(area_ix)?.value;
        let Some(others) = &shown.others else { return };
        if let Some(value) = value(&others.own).filter(|_| !place.is_own()) {
            found.push((year_or_all(&place.indicator.period).to_owned(), value));
        }
        for period in others.periods.iter().rev().filter(|period| period.id != id) {
            found.extend(value(&period.figures).map(|value| (period.label.clone(), value)));
        }
    });
    found
}

/// The estimate with its interval.
fn estimate(place: Place) -> Option<(f64, (f64, f64))> {
    let figure = |shown: &Shown| shown.figures.get(place.indicator_ix)?.get(place.area_ix).copied();
    let figure = place.entry.figures.with(figure)?;
    // Those figures come a frame later than the report that takes an estimate's place.
    let is_open = place.entry.laid.with(|laid| laid.whole(place.indicator_ix, place.area_ix).is_none());
    let is_estimate = figure.state == State::Estimated && is_open && place.is_of_area() && place.is_own();
    figure.value.zip(figure.interval).filter(|_| is_estimate)
}

/// In the order of what helps most while typing.
pub(super) fn hints(place: Place) -> Vec<String> {
    let Place { entry, area_ix, indicator_ix, indicator, report, .. } = place;
    let lang = entry.store.lang();
    let data_set = entry.checked.reviewing().data_set.get().0;
    let laid = entry.laid.get();
    let value_of = |value: f64| words::value_text(indicator, value, lang);
    let mut hints = Vec::new();
    if place.is_of_area() {
        let base = whole_ix(data_set, indicator_ix).and_then(|ix| Some((ix, laid.whole(ix, area_ix)?)));
        hints.extend(base.map(|(ix, base)| {
            let of = &data_set.indicators[ix];
            let (base, what) = (words::cell_text(of, base, lang), of.short.get(lang));
            reports::OF_BASE.fill(lang, &[("base", &base), ("what", what)])
        }));
        let published = data_set.figures[indicator_ix][area_ix].value.filter(|_| place.is_own());
        hints.extend(published.map(|value| reports::PUBLISHED_IS.fill(lang, &[("value", &value_of(value))])));
        hints.extend(estimate(place).map(|(value, (low, high))| {
            let (value, low, high) = (value_of(value), value_of(low), value_of(high));
            reports::ESTIMATE_IS.fill(lang, &[("value", &value), ("low", &low), ("high", &high)])
        }));
        let roll_up = laid.cell(indicator_ix, area_ix).and_then(|cell| cell.roll_up);
        hints.extend(roll_up.map(|roll_up| {
            let (n, of) = (number::whole(lang, roll_up.reported as u64), number::whole(lang, roll_up.of as u64));
            let words = if roll_up.reported < roll_up.of { review::PARTIAL } else { review::ROLLED_UP };
            format!("{}: {}", value_of(roll_up.sum), words.fill(lang, &[("n", &n), ("of", &of)]))
        }));
    }
    hints.extend(
        others(place)
            .into_iter()
            .map(|(period, value)| compare::IN_PERIOD.fill(lang, &[("period", &period), ("value", &value_of(value))])),
    );
    let practice_key = place.key.with_value(|key| crate::journal::ReportKey { practice: true, ..key.clone() });
    let practice = entry
        .reports
        .with(|reports| reports.iter().find(|report| report.key == practice_key).map(|report| report.value));
    hints.extend(practice.map(|value| reports::PRACTICE_IS.fill(lang, &[("value", &value_of(value))])));
    if let Some(Report { previous, author, at_ms, file, .. }) = report.get() {
        hints.extend(previous.map(|value| reports::LAST.fill(lang, &[("value", &value_of(value))])));
        hints.push(words::provenance_text(&Provenance { author, at_ms, file }, clock::offset_minutes(), lang));
    }
    hints
}

/// Doubts about the area's figure, and the contradictions that it is part of and nobody has accepted.
pub(super) fn warnings(place: Place) -> Vec<String> {
    let Place { entry, area_ix, indicator_ix, indicator, .. } = place;
    if !place.is_of_area() || !place.is_own() {
        return Vec::new();
    }
    let lang = entry.store.lang();
    let data_set = entry.checked.reviewing().data_set.get().0;
    let here = (indicator_ix, area_ix);
    let (findings, doubts) = entry.faults.get();
    let doubts = doubts.iter().filter(|doubt| (doubt.indicator_ix, doubt.area_ix) == here);
    let mut told: Vec<String> = doubts
        .flat_map(|doubt| &doubt.verdicts)
        .map(|verdict| words::verdict_text(indicator, *verdict, lang))
        .collect();
    let open = findings
        .iter()
        .filter(|finding| finding.accepted.is_none() && finding.indicator_ix.zip(finding.area_ix) == Some(here));
    told.extend(open.map(|finding| finding_words(data_set, finding, lang)));
    told
}
