//! What targets are worked out from, as memos that the page and the area sheet share.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::store::Store;
use crate::data::{Figure, Indicator};
use crate::goals::{Ground, NEAR_PER_CENT, Standing, last_period, standings, target_of, targets_of};
use crate::journal::TargetEntry;
use crate::review::{self, Laid};

/// The memos. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Aiming {
    store: Store,
    /// The targets of the journal.
    pub targets: Memo<Arc<Vec<TargetEntry>>>,
    /// Targets that stand with indicators of one's own, by the indicator's id.
    own: Memo<Arc<Vec<(String, f64)>>>,
    /// The periods beside the data set's own, each with its figures, `[indicator_ix][area_ix]`.
    periods: Memo<Arc<Vec<Period>>>,
    /// The figures in use, `[indicator_ix][area_ix]`; what is known of some streets only is missing, since a part of an area
    /// neither meets nor misses what all of it is to reach.
    figures: Memo<Arc<Vec<Vec<Figure>>>>,
}

/// A period beside the data set's own.
#[derive(Clone, PartialEq)]
struct Period {
    name: (String, String),
    figures: Vec<Vec<Figure>>,
}

impl Aiming {
    /// The memos, for as long as the view that makes them.
    pub fn new(store: Store) -> Aiming {
        let targets = Memo::new(move |_| Arc::new(store.desk().with_journal(|journal| journal.state().targets())));
        let own = Memo::new(move |_| {
            let own = store.desk().with_journal(|journal| journal.state().own_indicators()).into_iter();
            let stated = own.filter(|own| !own.retired).filter_map(|own| Some((own.id, own.draft.target?)));
            Arc::new(stated.collect::<Vec<_>>())
        });
        let periods = Memo::new(move |_| {
            let ds = store.all();
            store.desk().with_journal(|journal| {
                let of = |name: (String, String)| {
                    let figures = review::figures(ds, journal.state(), Some(&name.0));
                    Period { name, figures }
                };
                Arc::new(journal.state().periods().into_iter().map(of).collect::<Vec<_>>())
            })
        });
        let figures = Memo::new(move |_| {
            let shown = store.derived.shown.get();
            let Some(reviewing) = store.saving.reviewing.get() else { return shown.figures };
            let whole = |laid: &Laid| {
                let has_parts = laid.partials().next().is_some();
                has_parts.then(|| Arc::new(review::laid::whole(shown.data_set, laid, &shown.figures)))
            };
            reviewing.laid.with(|laid| whole(laid)).unwrap_or(shown.figures)
        });
        Aiming { store, targets, own, periods, figures }
    }

    /// The label of the period before an indicator's own, if one is loaded; tracked.
    pub fn last_label(self, indicator: &Indicator) -> Option<String> {
        self.periods.with(|periods| last_of(periods, indicator).map(|period| period.name.1.clone()))
    }

    /// Target of an indicator of one's own, tracked.
    pub fn own_target(self, id: &str) -> Option<f64> {
        self.own.with(|own| own.iter().find(|(known, _)| known == id).map(|(_, target)| *target))
    }

    /// What the rules of an indicator are worked out from, tracked. `None` if there is no such indicator.
    pub fn with_ground<T>(self, indicator_ix: usize, look: impl FnOnce(&Ground, &[Vec<Figure>]) -> T) -> Option<T> {
        let (data_set, figures) = (self.store.all(), self.figures.get());
        let indicator = data_set.indicators.get(indicator_ix)?;
        let own = self.own_target(&indicator.id);
        self.periods.with(|periods| {
            let last = last_of(periods, indicator).map(|period| period.figures.as_slice());
            let ground = Ground::new(data_set, indicator_ix, &figures, last, own)?;
            Some(look(&ground, &figures))
        })
    }

    /// Where all areas stand with an indicator's targets, tracked.
    pub fn standings(self, indicator_ix: usize) -> Vec<Standing> {
        let targets = self.targets.get();
        let found = self.with_ground(indicator_ix, |ground, now| {
            standings(self.store.all(), indicator_ix, now, ground, &targets, NEAR_PER_CENT)
        });
        found.unwrap_or_default()
    }

    /// What all areas are to reach of an indicator, in its unit; empty if no rule is for it. Tracked.
    pub fn targets_of(self, indicator_ix: usize) -> Vec<Option<f64>> {
        let targets = self.targets.get();
        let of = |ground: &Ground, _: &[Vec<Figure>]| targets_of(&targets, ground, &self.store.data_set.areas);
        let found = self.with_ground(indicator_ix, of).unwrap_or_default();
        if found.iter().all(Option::is_none) {
            return Vec::new();
        }
        found.into_iter().map(|target| target.and_then(|target| target.value)).collect()
    }

    /// Indexes of the indicators that any rule is for, tracked.
    pub fn aimed(self) -> Vec<usize> {
        let targets = self.targets.get();
        let is_aimed =
            |id: &String| targets.iter().any(|entry| entry.indicator == *id) || self.own_target(id).is_some();
        let indicators = self.store.indicators().iter().enumerate();
        indicators.filter(|(_, indicator)| is_aimed(&indicator.id)).map(|(ix, _)| ix).collect()
    }

    /// Where one area stands with the targets that it has: indexes of the indicators with it, tracked.
    pub fn of_area(self, area_ix: usize) -> Vec<(usize, Standing)> {
        let targets = self.targets.get();
        let code = &self.store.data_set.areas[area_ix].code;
        let mut found = Vec::new();
        for indicator_ix in self.aimed() {
            let has = self.with_ground(indicator_ix, |ground, _| target_of(&targets, ground, area_ix, code).is_some());
            if has == Some(true) {
                let standing = self.standings(indicator_ix).into_iter().nth(area_ix);
                found.extend(standing.map(|standing| (indicator_ix, standing)));
            }
        }
        found
    }
}

fn last_of<'a>(periods: &'a [Period], indicator: &Indicator) -> Option<&'a Period> {
    let names: Vec<_> = periods.iter().map(|period| period.name.clone()).collect();
    let last = last_period(&names, &indicator.period)?;
    periods.iter().find(|period| period.name == *last)
}
