//! What moves an area: the parts of its score against the mean, and the ranks that it would have without each.

use leptos::html::Div;
use leptos::prelude::*;

use super::ranking::places_words;
use super::{Commending, signed};
use crate::app::fields::Choice;
use crate::app::plot::{Plot, live_scene};
use crate::app::say::{live, part, say};
use crate::data::Lang;
use crate::draw::{ContributionPart, ContributionsSpec, Scene, contributions_scene};
use crate::goals::ranking::Ranking;
use crate::journal::Aggregation;
use crate::text::number;
use crate::text::say::commending as words;

const ROW_PX: f64 = 24.0;
const TEXT_PX: f64 = 12.0;

/// What is said of one indicator.
#[derive(Clone, PartialEq)]
struct Part {
    name: String,
    /// For the bars, which have little room.
    short: String,
    gives: Option<f64>,
    pull: Option<f64>,
    gain_without: Option<isize>,
}

/// What is said of the area.
#[derive(Clone, PartialEq)]
struct Taken {
    area_ix: usize,
    rank: usize,
    parts: Vec<Part>,
}

/// The card.
#[component]
pub(super) fn Moves(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let taken = Memo::new(move |_| {
        let lang = store.lang();
        commending.rested.with(|found| {
            let found = found.as_ref().as_ref().ok()?;
            let wanted = commending.looked_at.get().filter(|ix| found.rank_of(*ix).is_some());
            let area_ix = wanted.or_else(|| found.order().first().copied())?;
            let scored = found.units[area_ix].scored.as_ref()?;
            let mut parts = Vec::new();
            for (ix, id) in found.ids.iter().enumerate() {
                let name = commending.indicator_name(id, lang);
                let (gives, pull) = (scored.contributions[ix], scored.pulls[ix]);
                let short = commending.short_name(id, lang);
                parts.push(Part { name, short, gives, pull, gain_without: scored.gain_without[ix] });
            }
            crate::order::sort_by(&mut parts, |a, b| {
                let size = |part: &Part| part.pull.unwrap_or(f64::NEG_INFINITY);
                size(b).total_cmp(&size(a))
            });
            Some(Taken { area_ix, rank: scored.rank.rank, parts })
        })
    });
    let choices = move || {
        let found = commending.rested.get();
        let order = found.as_ref().as_ref().map(Ranking::order).unwrap_or_default();
        let mut names: Vec<(String, String)> = order
            .into_iter()
            .map(|ix| (store.data_set.areas[ix].code.clone(), store.derived.names[ix].to_owned()))
            .collect();
        crate::order::sort_by(&mut names, |a, b| a.0.cmp(&b.0));
        names
    };
    let code = move || {
        taken.with(|taken| taken.as_ref().map(|one| store.data_set.areas[one.area_ix].code.clone())).unwrap_or_default()
    };
    let in_words = move || taken.with(|taken| taken.as_ref().map(|taken| taken_words(commending, taken, store.lang())));
    let is_geometric = move || {
        commending
            .in_use
            .with(|index| index.as_ref().is_some_and(|index| index.settings.aggregation == Aggregation::Geometric))
    };
    view! {
        <section class="card commend-moves" aria-labelledby="moves-title" hidden=live(move || taken.with(Option::is_none))>
            <div class="card-head">
                <h2 id="moves-title" tabindex="-1">{say(words::MOVES)}</h2>
                <Choice
                    label=words::AREA
                    choices=Signal::derive(choices)
                    value=Signal::derive(code)
                    on_choose=move |code: String| commending.looked_at.set(store.data_set.area_ix(&code))
                />
            </div>
            <p role="status">{live(in_words)}</p>
            <Bars commending=commending taken=taken/>
            <p class="muted small">{say(words::PULL_NOTE)}</p>
            <p class="muted small" hidden=live(move || !is_geometric())>{say(words::LOG_NOTE)}</p>
            <div class="table-scroll" role="group" tabindex="0" aria-labelledby="moves-title">
                <table>
                    <thead>
                        <tr>
                            <th scope="col" class="text">{say(words::INDICATOR)}</th>
                            <th scope="col">{say(words::HEAD_GIVES)}</th>
                            <th scope="col">{say(words::HEAD_PULL)}</th>
                            <th scope="col" class="text">{say(words::HEAD_WITHOUT)}</th>
                        </tr>
                    </thead>
                    <tbody>{part(move || rows(taken, store.lang()))}</tbody>
                </table>
            </div>
        </section>
    }
}

fn taken_words(commending: Commending, taken: &Taken, lang: Lang) -> String {
    // Parts are in the order of their pulls; those that are missing stand last.
    let up = taken.parts.iter().find(|part| part.pull.is_some_and(|pull| pull > 0.0));
    let down = taken.parts.iter().rev().find(|part| part.pull.is_some_and(|pull| pull < 0.0));
    let name = |part: Option<&Part>| part.map_or_else(|| words::NOTHING.get(lang).to_owned(), |part| part.name.clone());
    let values = [
        ("name", commending.store.derived.names[taken.area_ix]),
        ("rank", &number::whole(lang, taken.rank as u64)),
        ("up", &name(up)),
        ("down", &name(down)),
    ];
    words::MOVE_WORDS.fill(lang, &values)
}

fn rows(taken: Memo<Option<Taken>>, lang: Lang) -> impl IntoView {
    let parts = taken.get().map(|taken| taken.parts).unwrap_or_default();
    let none = || words::NOT_KNOWN.get(lang).to_owned();
    let row = |part: Part| {
        let gives = part.gives.map_or_else(none, |value| number::number(lang, value, 3));
        let pull = part.pull.map_or_else(none, |value| signed(value, lang));
        let without = part.gain_without.map(|places| places_words(places, lang));
        view! {
            <tr>
                <th scope="row">{part.name}</th>
                <td>{gives}</td>
                <td>{pull}</td>
                <td class="text">{without}</td>
            </tr>
        }
    };
    parts.into_iter().map(row).collect_view()
}

#[component]
fn Bars(commending: Commending, taken: Memo<Option<Taken>>) -> impl IntoView {
    let store = commending.store;
    let size = RwSignal::new([0.0, 0.0]);
    let node = NodeRef::<Div>::new();
    let draw = move || {
        let (lang, theme) = (store.lang(), store.theme());
        let Some(taken) = taken.get() else { return Scene::default() };
        let text =
            |part: &Part| part.pull.map_or_else(|| words::NOT_KNOWN.get(lang).to_owned(), |value| signed(value, lang));
        let texts: Vec<String> = taken.parts.iter().map(text).collect();
        let parts: Vec<ContributionPart> = taken
            .parts
            .iter()
            .zip(&texts)
            .enumerate()
            .map(|(key, (part, value_text))| ContributionPart {
                key,
                name: &part.short,
                value: part.pull,
                value_text,
                color: theme.symbol,
            })
            .collect();
        let total: f64 = taken.parts.iter().filter_map(|part| part.pull).sum();
        contributions_scene(&ContributionsSpec {
            width_px: size.get()[0],
            row_height_px: ROW_PX,
            text_size_px: TEXT_PX,
            parts: &parts,
            total_name: words::PULL_TOTAL.get(lang),
            total_text: &signed(total, lang),
            theme,
        })
    };
    let height = move || {
        let n = taken.with(|taken| taken.as_ref().map_or(0, |taken| taken.parts.len()));
        format!("{}px", (n + 1) as f64 * ROW_PX)
    };
    view! {
        <div class="plot-frame" style:height=live(height)>
            <Plot scene=live_scene(size, draw) size=size node=node/>
        </div>
    }
}
