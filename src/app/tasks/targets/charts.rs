//! A bullet chart an area, on one axis, in the order of verdicts or names.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Counts, Looking, twin};
use crate::app::fields::Segments;
use crate::app::plot::{Plot, live_scene};
use crate::app::say::{list, live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::data::{Indicator, Lang, Polarity};
use crate::draw::bullet::{BulletSpec, bullet_scene};
use crate::draw::look::AreaFill;
use crate::goals::words::verdict_words;
use crate::goals::{NEAR_PER_CENT, OrderBy, Standing, Verdict, domain, put_in_order};
use crate::review::Change;
use crate::review::cell_words::{change_text, ends_text, value_text};
use crate::text::number;
use crate::text::say::{goals, targeting};
use crate::web::page;

/// So many charts are shown at once, and so many more at each press of the button below.
const PAGE: usize = 60;

/// A verdict's sign, so that it is told without colour; none for areas without a target.
pub fn sign(verdict: Option<Verdict>) -> impl IntoView + use<> {
    let (name, text) = match verdict {
        Some(Verdict::Met) => ("met", "✓"),
        Some(Verdict::Near) => ("near", "≈"),
        Some(Verdict::Missed) => ("missed", "✕"),
        Some(Verdict::NotSure) => ("not-sure", "?"),
        Some(Verdict::NoFigure) => ("no-figure", "○"),
        Some(Verdict::NoDirection) => ("no-direction", "±"),
        None => ("without", "·"),
    };
    view! { <span class="verdict-sign" data-verdict=name aria-hidden="true">{text}</span> }
}

/// A standing's verdict in words.
pub fn verdict_text(one: &Standing, lang: Lang) -> &'static str {
    one.judged.map_or(targeting::WITHOUT, |judged| verdict_words(judged.verdict)).get(lang)
}

/// The figure with its interval.
pub fn figure_text(indicator: &Indicator, one: &Standing, lang: Lang) -> String {
    let Some(value) = one.figure.value else { return goals::NO_FIGURE.get(lang).to_owned() };
    let value = value_text(indicator, value, lang);
    match one.figure.interval {
        Some(ends) => format!("{value} ({})", ends_text(indicator, ends, lang)),
        None => value,
    }
}

/// The figure less the target, with its sign.
pub fn difference_text(indicator: &Indicator, one: &Standing, lang: Lang) -> Option<String> {
    let absolute = one.judged?.difference?;
    Some(change_text(indicator, Change { absolute, per_cent: None }, lang))
}

/// Figure, target and difference in one line.
pub fn line_text(indicator: &Indicator, one: &Standing, lang: Lang) -> String {
    let mut told = vec![match one.figure.value {
        Some(_) => targeting::FIGURE_IS.fill(lang, &[("value", &figure_text(indicator, one, lang))]),
        None => goals::NO_FIGURE.get(lang).to_owned(),
    }];
    if let Some(target) = one.target {
        told.push(match target.value {
            Some(value) => targeting::TARGET_IS.fill(lang, &[("value", &value_text(indicator, value, lang))]),
            None => targeting::TARGET_OPEN.get(lang).to_owned(),
        });
    }
    let difference = difference_text(indicator, one, lang);
    told.extend(difference.map(|value| targeting::DIFFERENCE_IS.fill(lang, &[("value", &value)])));
    told.join(", ")
}

/// The bullet of one area.
#[component]
pub fn Bullet(
    /// The area's standing; `None` while it is on its way out.
    #[prop(into)]
    one: Signal<Option<Standing>>,
    /// The indicator with its city figure, if an area's can be compared with it.
    #[prop(into)]
    of: Signal<(&'static Indicator, Option<f64>)>,
    /// What all charts beside have room for.
    #[prop(into)]
    room: Signal<Option<(f64, f64)>>,
) -> impl IntoView {
    let store = Store::take();
    let size = RwSignal::new([0.0, 0.0]);
    let scene = live_scene(size, move || {
        let theme = store.theme();
        let (indicator, city) = of.get();
        let one = one.get();
        let figure = one.as_ref().map_or(crate::data::Figure::MISSING, |one| one.figure);
        bullet_scene(&BulletSpec {
            size_px: size.get(),
            value: figure.value,
            fill: AreaFill::of(figure.state, theme.symbol),
            interval: figure.interval,
            target: one.as_ref().and_then(|one| one.target?.value),
            last: one.as_ref().and_then(|one| one.last),
            city,
            higher_is_better: match indicator.polarity {
                Polarity::Higher => Some(true),
                Polarity::Lower => Some(false),
                Polarity::Neither => None,
            },
            domain: room.get(),
            ticks: None,
            theme,
        })
    });
    view! { <div class="bullet" aria-hidden="true"><Plot scene=scene size=size/></div> }
}

/// The card of the charts.
#[component]
pub fn Charts(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let by = RwSignal::new(OrderBy::Verdict);
    let limit = RwSignal::new(PAGE);
    // The data set's areas stand by code, so their places in the alphabet are worked out once.
    let places = alphabet(store);
    let sorted = Memo::new(move |_| {
        let passes = store.derived.passes.get();
        let mut sorted = looking.standings.get().to_vec();
        sorted.retain(|one| passes.get(one.area_ix).copied().unwrap_or_default());
        put_in_order(&mut sorted, by.get(), &places);
        Arc::new(sorted)
    });
    let n_passing = Memo::new(move |_| sorted.with(|sorted| sorted.len()));
    let room = Memo::new(move |_| looking.standings.with(|all| domain(all)));
    let of = Memo::new(move |_| {
        let city = looking.aiming.with_ground(looking.indicator_ix.get(), |ground, _| ground.city()).flatten();
        Of(looking.indicator(), city)
    });
    let keys = move || {
        sorted.with(|sorted| sorted.iter().take(limit.get()).map(|one| one.area_ix.to_string()).collect::<Vec<_>>())
    };
    let cell = move |key: String| {
        let area_ix: usize = key.parse().unwrap_or_default();
        let one = Memo::new(move |_| looking.standings.with(|all| all.get(area_ix).cloned()));
        let name = store.data_set.areas[area_ix].name.as_str();
        let line = move || one.get().map(|one| line_text(looking.indicator(), &one, store.lang()));
        let verdict = move || {
            one.get().map(|one| {
                let words = verdict_text(&one, store.lang());
                view! { {sign(one.judged.map(|judged| judged.verdict))} " " <span>{words}</span> }
            })
        };
        view! {
            <li class="bullet-cell">
                <div class="head">
                    <button type="button" class="link" on:click=on(move |_| store.open_sheet(area_ix))>{name}</button>
                    <span class="verdict">{part(verdict)}</span>
                </div>
                <Bullet one=one of=Signal::derive(move || { let of = of.get(); (of.0, of.1) }) room=room/>
                <p class="small muted">{live(line)}</p>
            </li>
        }
    };
    let some_pass = move || {
        let (lang, all) = (store.lang(), looking.standings.with(|all| all.len()));
        let whole = |n: usize| number::whole(lang, n as u64);
        let n = n_passing.get();
        (n < all && n > 0).then(|| targeting::SOME_PASS.fill(lang, &[("n", &whole(n)), ("all", &whole(all))]))
    };
    let rule = move || {
        let lang = store.lang();
        if looking.indicator().polarity == Polarity::Neither {
            return targeting::NO_DIRECTION_RULE.get(lang).to_owned();
        }
        targeting::VERDICT_RULE.fill(lang, &[("pct", &number::percent(lang, NEAR_PER_CENT, 0))])
    };
    let n_more = Memo::new(move |_| n_passing.get().saturating_sub(limit.get()).min(PAGE));
    let more =
        move || targeting::SHOW_MORE.fill(store.lang(), &[("n", &number::whole(store.lang(), n_more.get() as u64))]);
    let show_more = move |_| {
        limit.update(|limit| *limit += PAGE);
        page::focus_soon("targets-charts");
    };
    let has_targets = move || looking.standings.with(|all| all.iter().any(|one| one.target.is_some()));
    shown_if(has_targets, move || {
        view! {
            <section class="card targets-charts" aria-labelledby="targets-charts">
                <div class="card-head">
                    <h2 id="targets-charts" tabindex="-1">{say(targeting::CHARTS)}</h2>
                    <div class="no-print">
                        <Segments
                            label=targeting::SORT
                            choices=vec![(OrderBy::Verdict, targeting::BY_VERDICT), (OrderBy::Name, targeting::BY_NAME)]
                            value=by
                            on_choose=move |choice| by.set(choice)
                        />
                    </div>
                </div>
                <Counts looking=looking/>
                <p class="small">{live(rule)}</p>
                <p class="muted small">{say(targeting::KEY)}</p>
                <p class="small">{live(some_pass)}</p>
                {shown_if(move || n_passing.get() == 0, || view! { <p>{say(targeting::NONE_PASS)}</p> })}
                <ul class="bullets">{list(keys, cell)}</ul>
                {shown_if(move || n_more.get() > 0, move || view! {
                    <button type="button" class="no-print" on:click=on(show_more)>{live(more)}</button>
                })}
                <twin::Twin looking=looking sorted=sorted/>
            </section>
        }
    })
}

/// An indicator with its city figure, told apart by its place.
#[derive(Clone, Copy)]
struct Of(&'static Indicator, Option<f64>);

impl PartialEq for Of {
    fn eq(&self, other: &Of) -> bool {
        std::ptr::eq(self.0, other.0) && self.1 == other.1
    }
}

/// Where each area's name stands in the alphabet, by `area_ix`.
fn alphabet(store: Store) -> Vec<usize> {
    let areas = &store.data_set.areas;
    let mut ixs: Vec<usize> = (0..areas.len()).collect();
    crate::order::sort_by_key(&mut ixs, |ix| crate::text::collate::key(&areas[*ix].name));
    let mut places = vec![0; areas.len()];
    for (place, ix) in ixs.into_iter().enumerate() {
        places[ix] = place;
    }
    places
}
