//! Indicators of one's own: what makes sense, and how they stand in a data set.

use std::borrow::Cow;

use crate::data::{DataSet, Indicator, IndicatorKind, Lang, Source, Tr};
use crate::journal::{IndicatorDraft, JournalState};
use crate::text::say::review;
use crate::text::words::Words;

/// The group that they stand in; also the id of their source.
pub const OWN: &str = "own";

/// What is wrong with what a person entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftError {
    /// The label in a language is empty.
    NoLabel(Lang),
    /// The unit is given in some languages only, or is needed and missing.
    NoUnit(Lang),
    /// The base is no indicator that is here, or neither counts nor measures.
    BadBase,
    /// Only counts and measures can be a part of something.
    NoBaseForKind,
    /// Counts and yes/no have no decimals; others have at most 6.
    BadDecimals,
    /// No figure of this kind can have the value of the target.
    BadTarget,
}

/// The data set with the indicators of one's own behind its own; borrowed if there are none.
pub fn with_own_indicators<'a>(ds: &'a DataSet, state: &JournalState) -> Cow<'a, DataSet> {
    let own: Vec<_> = state.own_indicators().into_iter().filter(|own| !own.retired).collect();
    if own.is_empty() {
        return Cow::Borrowed(ds);
    }
    let mut extended = ds.clone();
    let source_ix = extended.sources.len();
    extended.sources.push(Source {
        id: OWN.to_owned(),
        title: tr(review::OWN_SOURCE),
        publisher: String::new(),
        licence: tr(review::OWN_SOURCE),
        url: None,
        used_for: tr(review::OWN_NOTE),
    });
    for own in own {
        let draft = own.draft;
        let label = whole(draft.label, &own.id);
        let is_part = can_be_part(draft.kind);
        extended.indicators.push(Indicator {
            id: own.id,
            short: label.clone(),
            label,
            unit: if Lang::ALL.iter().any(|lang| !draft.unit.get(*lang).is_empty()) {
                whole(draft.unit, "")
            } else {
                Tr::default()
            },
            note: tr(review::OWN_NOTE),
            kind: draft.kind,
            polarity: draft.polarity,
            decimals: draft.decimals,
            group: OWN.to_owned(),
            period: review_period(ds).to_owned(),
            ratio: None,
            base_ix: draft.base.and_then(|id| base_ix(ds, &id)).filter(|_| is_part),
            source_ix,
        });
        extended.figures.push(vec![crate::data::Figure::MISSING; ds.areas.len()]);
        extended.city.push(None);
    }
    Cow::Owned(extended)
}

/// Whether an indicator that is being entered makes sense; the first thing that is wrong with it.
pub fn check(ds: &DataSet, draft: &IndicatorDraft) -> Result<(), DraftError> {
    let is_empty = |tr: &Tr, lang: Lang| tr.get(lang).trim().is_empty();
    if let Some(lang) = Lang::ALL.into_iter().find(|lang| is_empty(&draft.label, *lang)) {
        return Err(DraftError::NoLabel(lang));
    }
    let needs_unit = matches!(draft.kind, IndicatorKind::Rate | IndicatorKind::Measure)
        || Lang::ALL.into_iter().any(|lang| !is_empty(&draft.unit, lang));
    if let Some(lang) = Lang::ALL.into_iter().find(|lang| needs_unit && is_empty(&draft.unit, *lang)) {
        return Err(DraftError::NoUnit(lang));
    }
    let most_decimals = match draft.kind {
        IndicatorKind::Count | IndicatorKind::YesNo => 0,
        _ => crate::data::read::limits::DECIMALS,
    };
    if draft.decimals > most_decimals {
        return Err(DraftError::BadDecimals);
    }
    if let Some(id) = &draft.base {
        if !can_be_part(draft.kind) {
            return Err(DraftError::NoBaseForKind);
        }
        base_ix(ds, id).ok_or(DraftError::BadBase)?;
    }
    match draft.target {
        Some(target) if !draft.kind.allows(target) => Err(DraftError::BadTarget),
        _ => Ok(()),
    }
}

/// The period that is reviewed: that of the last indicator of the conference, or of the last indicator at all.
pub fn review_period(ds: &DataSet) -> &str {
    let last = ds.indicators.iter().rev().find(|indicator| indicator.group == "conference");
    last.or(ds.indicators.last()).map_or("", |indicator| indicator.period.as_str())
}

fn can_be_part(kind: IndicatorKind) -> bool {
    matches!(kind, IndicatorKind::Count | IndicatorKind::Measure)
}

fn base_ix(ds: &DataSet, id: &str) -> Option<usize> {
    let ix = ds.indicator_ix(id)?;
    let base = &ds.indicators[ix];
    if base.ratio.is_none() && can_be_part(base.kind) { Some(ix) } else { None }
}

/// A text that stands in all languages: one that a file left out is the first of the others.
fn whole(text: Tr, or: &str) -> Tr {
    let first = Lang::ALL.iter().map(|lang| text.get(*lang)).find(|text| !text.is_empty()).unwrap_or(or).to_owned();
    let fill = |text: String| if text.is_empty() { first.clone() } else { text };
    Tr { vi: fill(text.vi), en: fill(text.en), ru: fill(text.ru) }
}

fn tr(words: Words) -> Tr {
    Tr { vi: words.vi.to_owned(), en: words.en.to_owned(), ru: words.ru.to_owned() }
}
