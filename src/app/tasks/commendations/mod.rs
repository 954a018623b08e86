//! The composite index and the shortlist: settings, ranking, what moves an area, shares and chance, who is commended.

mod builder;
mod certificates;
mod differing;
mod fields;
mod funnel;
mod moves;
mod ranking;
mod settings;
mod shortlist;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::notes::tell;
use crate::app::say::{say, shown_if};
use crate::app::store::Store;
use crate::data::{Indicator, Lang, Tr};
use crate::goals::ranking::{IndexColumn, NoRanking, Ranking, index_column, proposals};
use crate::journal::{Applied, GoalIntent, Intent, NamedIndex, ShortlistEntry, StepId};
use crate::stats::composite::Fault;
use crate::text::number;
use crate::text::say::commending as words;

/// A ranking, or why there is none.
type Outcome = Arc<Result<Ranking, NoRanking>>;

/// The memos of this part. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
struct Commending {
    store: Store,
    /// All settings, retired ones too.
    settings: Memo<Arc<Vec<NamedIndex>>>,
    /// The one in use.
    in_use: Memo<Option<NamedIndex>>,
    /// The weight under a slider that is being moved, by indicator; it is written when the slider is let go.
    dragged: RwSignal<Option<(String, f64)>>,
    /// Id of the setting that is compared with.
    compared: RwSignal<Option<String>>,
    /// The figures of all indicators that either names.
    columns: Memo<Arc<Vec<IndexColumn>>>,
    ranking: Memo<Outcome>,
    /// By the setting that is compared with.
    other: Memo<Option<(String, Outcome)>>,
    /// The area whose score is taken apart.
    looked_at: RwSignal<Option<usize>>,
    shortlist: Memo<Arc<Vec<ShortlistEntry>>>,
}

impl Commending {
    fn new(store: Store) -> Commending {
        let journal = store.desk().journal;
        let settings = Memo::new(move |_| Arc::new(journal.with(|journal| journal.state().indexes())));
        let in_use = Memo::new(move |_| {
            settings.track();
            journal.with(|journal| journal.state().index_in_use().and_then(|id| journal.state().index(&id)))
        });
        let (dragged, compared) = (RwSignal::new(None::<(String, f64)>), RwSignal::new(None::<String>));
        let second = Memo::new(move |_| {
            let id = compared.get()?;
            settings.with(|settings| settings.iter().find(|one| one.id == id && !one.retired).cloned())
        });
        let ids = Memo::new(move |_| {
            let (first, second) = (in_use.get(), second.get());
            let parts = first.into_iter().chain(second).flat_map(|index| index.settings.parts);
            parts.map(|part| part.indicator).collect::<Vec<String>>()
        });
        let columns = Memo::new(move |_| Arc::new(columns_of(store, &ids.get())));
        let ranking = Memo::new(move |_| {
            let Some(mut index) = in_use.get() else { return Arc::new(Err(NoRanking::Empty)) };
            if let Some((id, weight)) = dragged.get()
                && let Some(part) = index.settings.parts.iter_mut().find(|part| part.indicator == id)
            {
                part.weight = weight;
            }
            let columns = columns.get();
            Arc::new(crate::goals::ranking::ranking(store.data_set, &columns, &index.settings))
        });
        let other = Memo::new(move |_| {
            let index = second.get()?;
            let found = crate::goals::ranking::ranking(store.data_set, &columns.get(), &index.settings);
            Some((index.settings.name, Arc::new(found)))
        });
        let shortlist = Memo::new(move |_| Arc::new(journal.with(|journal| journal.state().shortlist())));
        let looked_at = RwSignal::new(None);
        Commending { store, settings, in_use, dragged, compared, columns, ranking, other, looked_at, shortlist }
    }

    /// Carries out an intent, or says why not.
    fn write(self, intent: GoalIntent) -> Option<Applied> {
        self.write_on(intent, None)
    }

    fn write_on(self, intent: GoalIntent, step: Option<StepId>) -> Option<Applied> {
        let written = self.store.desk().write_on(Intent::Goal(intent), step);
        written.map_err(|error| tell(self.store, &error)).ok()
    }

    /// An indicator's name, also of one that is here no more.
    fn indicator_name(self, id: &str, lang: Lang) -> String {
        self.named(id, lang, |indicator| &indicator.label)
    }

    /// The same in few words.
    fn short_name(self, id: &str, lang: Lang) -> String {
        self.named(id, lang, |indicator| &indicator.short)
    }

    fn named(self, id: &str, lang: Lang, of: fn(&Indicator) -> &Tr) -> String {
        let name = self.store.derived.shown.with(|shown| {
            let indicator = shown.data_set.indicators.iter().find(|indicator| indicator.id == id)?;
            Some(of(indicator).get(lang).to_owned())
        });
        name.unwrap_or_else(|| words::GONE.fill(lang, &[("id", id)]))
    }

    /// Why there is no ranking, in words.
    fn why_none(self, why: &NoRanking, lang: Lang) -> String {
        match why {
            NoRanking::Empty => words::WHY_EMPTY.get(lang).to_owned(),
            NoRanking::Undecided(ids) => {
                let names: Vec<String> = ids.iter().map(|id| self.indicator_name(id, lang)).collect();
                words::WHY_UNDECIDED.fill(lang, &[("list", &names.join(", "))])
            }
            NoRanking::Fault(Fault::GeometricOfZScores) => words::WHY_GEOMETRIC.get(lang).to_owned(),
            // Lengths, bounds and targets are made by the program, weights are held to their limits by the journal.
            NoRanking::Fault(_) => words::WHY_NO_WEIGHT.get(lang).to_owned(),
            NoRanking::TooLittle => words::WHY_TOO_LITTLE.get(lang).to_owned(),
        }
    }

    /// Whether an area is to be commended as a collective, tracked.
    fn is_listed(self, code: &str) -> bool {
        self.shortlist.with(|list| list.iter().any(|entry| entry.area == code && entry.chosen))
    }

    /// Puts areas on the shortlist, or takes them off.
    fn list(self, areas: Vec<String>, chosen: bool) {
        self.write(GoalIntent::Shortlist { areas, chosen });
    }
}

fn columns_of(store: Store, ids: &[String]) -> Vec<IndexColumn> {
    let shown = store.derived.shown.get();
    let reviewing = store.saving.reviewing.get();
    let estimates = reviewing.map(|reviewing| reviewing.estimates.get().0);
    let mut columns: Vec<IndexColumn> = Vec::new();
    for id in ids {
        let Some(ix) = shown.data_set.indicator_ix(id) else { continue };
        if columns.iter().any(|column| column.id == *id) {
            continue;
        }
        let estimate = estimates.as_ref().and_then(|all| all.get(ix)).and_then(Option::as_ref);
        let column = match estimate {
            Some(estimate) => index_column(shown.data_set, &shown.figures, ix, Some(&|draw_ix| estimate.draw(draw_ix))),
            None => index_column(shown.data_set, &shown.figures, ix, None),
        };
        columns.extend(column);
    }
    columns
}

/// A score: three digits are more than its ranks are sure of.
fn score_text(score: f64, lang: Lang) -> String {
    number::number(lang, score, 3)
}

/// A number with its sign.
fn signed(value: f64, lang: Lang) -> String {
    let text = number::number(lang, value, 3);
    if value > 0.0 { format!("+{text}") } else { text }
}

/// The part of the page.
#[component]
pub fn CommendationsPart() -> impl IntoView {
    let store = Store::take();
    let commending = Commending::new(store);
    let has_reports = Memo::new(move |_| {
        store.derived.shown.with(|shown| !proposals(shown.data_set, &shown.figures).reported.is_empty())
    });
    let has_setting = move || commending.in_use.with(Option::is_some);
    view! {
        <div class="commend">
            <section class="card" aria-labelledby="commend-title">
                <h2 id="commend-title" tabindex="-1">{say(words::TITLE)}</h2>
                <p>{say(words::INTRO)}</p>
                {shown_if(
                    move || !has_reports.get(),
                    || view! { <p class="commend-warning">{say(words::NO_REPORTS)}</p> },
                )}
                <settings::Settings commending=commending/>
            </section>
            {shown_if(
                has_setting,
                move || {
                    view! {
                        <builder::Builder commending=commending/>
                        <ranking::RankingCard commending=commending/>
                        <moves::Moves commending=commending/>
                    }
                },
            )}
            <funnel::FunnelCard/>
            <shortlist::Shortlist commending=commending/>
            <certificates::Certificates commending=commending/>
        </div>
    }
}
