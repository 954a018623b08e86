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
use std::time::Duration;

use leptos::prelude::*;

use crate::app::notes::tell;
use crate::app::say::{say, shown_if};
use crate::app::store::Store;
use crate::app::tasks::targets::Aiming;
use crate::data::{Figure, Indicator, Lang, State, Tr};
use crate::goals::ranking::{
    IndexColumn, Kept, NoRanking, Proposal, Ranking, index_column, proposals, ranking, ranking_again,
};
use crate::journal::{Applied, GoalIntent, IndexSettings, Intent, NamedIndex, ShortlistEntry, StepId};
use crate::review::{self, RollUp};
use crate::stats::composite::Fault;
use crate::text::number;
use crate::text::say::commending as words;
use crate::web::speed;

/// A ranking, or why there is none.
type Outcome = Arc<Result<Ranking, NoRanking>>;

/// The figures that may be ranked and judged. The sum of some streets would make an area look worse than it is, so it
/// counts as missing here, and as what keeps an area below the threshold.
#[derive(Clone, PartialEq)]
struct Usable {
    /// `[indicator_ix][area_ix]`.
    figures: Arc<Vec<Vec<Figure>>>,
    /// What was left out: indicator, area, and of how many streets it is known.
    partial: Arc<Vec<(usize, usize, RollUp)>>,
}

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
    /// The settings in use with that weight in them.
    tried: Memo<Option<IndexSettings>>,
    /// Id of the setting that is compared with.
    compared: RwSignal<Option<String>>,
    usable: Memo<Usable>,
    /// The figures of all indicators that either names.
    columns: Memo<Arc<Vec<IndexColumn>>>,
    ranking: Memo<Outcome>,
    /// The ranking as it was when the sliders last rested. What stands below it, out of sight of the sliders, follows this
    /// one, so that a move of a slider shows its ranks at once.
    rested: RwSignal<Outcome>,
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
        let usable = Memo::new(move |_| usable(store));
        let aiming = Aiming::new(store);
        let columns = Memo::new(move |_| Arc::new(columns_of(store, aiming, &usable.get(), &ids.get())));
        let tried = Memo::new(move |_| {
            let mut settings = in_use.get()?.settings;
            dragged.with(|dragged| {
                let (id, weight) = dragged.as_ref()?;
                settings.parts.iter_mut().find(|part| part.indicator == *id)?.weight = *weight;
                Some(())
            });
            Some(settings)
        });
        let kept = StoredValue::new(Kept::default());
        let found = Memo::new(move |_| {
            let Some(settings) = tried.get() else { return Arc::new(Err(NoRanking::Empty)) };
            let columns = columns.get();
            let again = |kept: &mut Kept| ranking_again(store.data_set, &columns, &settings, kept);
            let ranked = speed::timed("atlas:ranking", || kept.try_update_value(again));
            Arc::new(ranked.unwrap_or(Err(NoRanking::Empty)))
        });
        let other = Memo::new(move |_| {
            let index = second.get()?;
            let found = ranking(store.data_set, &columns.get(), &index.settings);
            Some((index.settings.name, Arc::new(found)))
        });
        let shortlist = Memo::new(move |_| Arc::new(journal.with(|journal| journal.state().shortlist())));
        let looked_at = RwSignal::new(None);
        let (ranking, rested) = (found, rested(found));
        Commending {
            store,
            settings,
            in_use,
            dragged,
            tried,
            compared,
            usable,
            columns,
            ranking,
            rested,
            other,
            looked_at,
            shortlist,
        }
    }

    /// What a setting may begin with, tracked.
    fn proposals(self) -> Proposal {
        let data_set = self.store.all();
        self.usable.with(|usable| proposals(data_set, &usable.figures))
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
        let found = self.store.indicators().iter().find(|indicator| indicator.id == id);
        found.map_or_else(|| words::GONE.fill(lang, &[("id", id)]), |indicator| of(indicator).get(lang).to_owned())
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

/// How long sliders rest until all else follows.
const REST: Duration = Duration::from_millis(150);

/// The ranking, but while it changes again and again the one from before.
fn rested(ranking: Memo<Outcome>) -> RwSignal<Outcome> {
    let rested = RwSignal::new(ranking.get_untracked());
    let latest = StoredValue::new(0_u32);
    Effect::new(move |begun: Option<()>| {
        let now = ranking.get();
        if begun.is_none() {
            rested.set(now);
        } else {
            latest.update_value(|n| *n = n.wrapping_add(1));
            let own = latest.get_value();
            let follow = move || {
                // A later change comes with its own rest; after the part of the page is gone there is neither.
                if latest.try_get_value() == Some(own) {
                    rested.set(ranking.get_untracked());
                }
            };
            set_timeout(follow, REST);
        }
    });
    rested
}

fn usable(store: Store) -> Usable {
    let shown = store.derived.shown.get();
    let as_shown = Usable { figures: shown.figures.clone(), partial: Arc::default() };
    let Some(reviewing) = store.saving.reviewing.get() else { return as_shown };
    reviewing.laid.with(|laid| {
        // What is estimated instead is of the whole area.
        let is_left =
            |(ix, area_ix, _): &(usize, usize, RollUp)| shown.figures[*ix][*area_ix].state != State::Estimated;
        let partial: Vec<_> = laid.partials().filter(is_left).collect();
        if partial.is_empty() {
            return as_shown;
        }
        let figures = review::laid::whole(shown.data_set, laid, &shown.figures);
        Usable { figures: Arc::new(figures), partial: Arc::new(partial) }
    })
}

fn columns_of(store: Store, aiming: Aiming, usable: &Usable, ids: &[String]) -> Vec<IndexColumn> {
    let shown = store.derived.shown.get();
    let reviewing = store.saving.reviewing.get();
    let estimates = reviewing.map(|reviewing| reviewing.estimates.get().0);
    let mut columns: Vec<IndexColumn> = Vec::new();
    for id in ids {
        let Some(ix) = shown.data_set.indicator_ix(id) else { continue };
        if columns.iter().any(|column| column.id == *id) {
            continue;
        }
        let targets = aiming.targets_of(ix);
        let of = |draw| index_column(shown.data_set, &usable.figures, ix, &targets, draw);
        let estimate = estimates.as_ref().and_then(|all| all.get(ix)).and_then(Option::as_ref);
        columns.extend(match estimate {
            Some(estimate) => of(Some(&|draw_ix| estimate.draw(draw_ix))),
            None => of(None),
        });
    }
    columns
}

/// Which figures are left out as known in part, of some indicators or all; tracked.
fn partial_words(commending: Commending, is_meant: &dyn Fn(&str) -> bool, lang: Lang) -> Option<String> {
    let Usable { partial, .. } = commending.usable.get();
    let names = commending.store.derived.names;
    let mut lists = Vec::new();
    commending.store.derived.shown.with(|shown| {
        // In the order of indicators already.
        for of_one in partial.chunk_by(|a, b| a.0 == b.0) {
            let Some(indicator) = shown.data_set.indicators.get(of_one[0].0).filter(|one| is_meant(&one.id)) else {
                continue;
            };
            let area = |(_, area_ix, roll_up): &(usize, usize, RollUp)| {
                let [n, of] = [roll_up.reported, roll_up.of].map(|n| number::whole(lang, n as u64));
                words::PARTIAL_AREA.fill(lang, &[("name", names[*area_ix]), ("n", &n), ("of", &of)])
            };
            let list = of_one.iter().map(area).collect::<Vec<_>>().join(", ");
            lists.push(words::PARTIAL_OF.fill(lang, &[("indicator", indicator.short.get(lang)), ("list", &list)]));
        }
    });
    (!lists.is_empty()).then(|| words::PARTIAL.fill(lang, &[("list", &lists.join("; "))]))
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
    let has_reports = Memo::new(move |_| !commending.proposals().reported.is_empty());
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
            <funnel::FunnelCard commending=commending/>
            <shortlist::Shortlist commending=commending/>
            <certificates::Certificates commending=commending/>
        </div>
    }
}
