//! What the index is made of: indicators with their direction and weight, and the method.

use leptos::prelude::*;

use super::Commending;
use super::fields::NumberOf;
use crate::app::atlas::{group_words, state_words};
use crate::app::fields::Choice;
use crate::app::made::IntoMade;
use crate::app::say::{list, live, on, part, say, shown_if};
use crate::data::{IndicatorKind, Lang, Polarity, State};
use crate::goals::ranking::{Counted, IndexColumn, counted, higher_is_better};
use crate::journal::index::MAX_WEIGHT;
use crate::journal::{Aggregation, GoalIntent, IndexEdit, IndexPart, IndexSettings, Normalisation, StepId};
use crate::text::number;
use crate::text::say::commending as words;
use crate::text::words::Words;
use crate::view::per;
use crate::web::page;

/// The slider's end; a field takes greater weights.
const SLIDER_MAX: f64 = 10.0;
/// Where the keyboard goes after an indicator was taken out.
const TITLE_ID: &str = "index-parts-title";

/// The card of the settings in use.
#[component]
pub(super) fn Builder(commending: Commending) -> impl IntoView {
    let ids = Memo::new(move |_| {
        let parts = |index: &crate::journal::NamedIndex| -> Vec<String> {
            index.settings.parts.iter().map(|part| part.indicator.clone()).collect()
        };
        commending.in_use.with(|index| index.as_ref().map(parts)).unwrap_or_default()
    });
    let heads = [words::INDICATOR, words::FIGURES, words::DIRECTION, words::WEIGHT, words::SHARE_OF_WEIGHTS];
    let heads = heads.map(|words| view! { <th scope="col" class="text">{say(words)}</th> }).collect_view();
    view! {
        <section class="card commend-builder" aria-labelledby=TITLE_ID>
            <h2 id=TITLE_ID tabindex="-1">{say(words::PARTS)}</h2>
            <details>
                <summary>{say(words::CHOOSE)}</summary>
                <Chooser commending=commending/>
            </details>
            {shown_if(move || ids.with(Vec::is_empty), || view! { <p>{say(words::NO_PARTS)}</p> })}
            <div
                class="table-scroll"
                role="group"
                tabindex="0"
                aria-labelledby=TITLE_ID
                hidden=live(move || ids.with(Vec::is_empty))
            >
                <table class="index-parts">
                    <thead>
                        <tr>
                            {heads}
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>
                        {list(move || ids.get(), move |id| view! { <PartRow commending=commending id=id/> })}
                    </tbody>
                </table>
            </div>
            <Method commending=commending/>
        </section>
    }
}

/// Every indicator by group, with how many areas have a figure.
#[component]
fn Chooser(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let edit = move |id: String, is_in: bool| {
        let Some(index) = commending.in_use.get_untracked() else { return };
        commending.write(GoalIntent::EditIndex { id: index.id, edit: IndexEdit::Weight(id, is_in.then_some(1.0)) });
    };
    let groups = move || {
        let (lang, shown, usable) = (store.lang(), store.derived.shown.get(), commending.usable.get());
        let mut names: Vec<&str> = Vec::new();
        for indicator in &shown.data_set.indicators {
            if !names.contains(&indicator.group.as_str()) {
                names.push(&indicator.group);
            }
        }
        let n_areas = number::whole(lang, shown.data_set.areas.len() as u64);
        let mut groups = Vec::new();
        for name in names {
            let title = group_words(name).map_or(name, |words| words.get(lang));
            let mut boxes = Vec::new();
            for (ix, indicator) in shown.data_set.indicators.iter().enumerate().filter(|(_, one)| one.group == name) {
                let n = usable.figures.get(ix).map_or(0, |row| row.iter().filter(|one| one.value.is_some()).count());
                let known = words::KNOWN_OF.fill(lang, &[("n", &number::whole(lang, n as u64)), ("all", &n_areas)]);
                let (id, changed) = (indicator.id.clone(), indicator.id.clone());
                let is_in = move || {
                    commending.in_use.with(|index| {
                        index.as_ref().is_some_and(|index| index.settings.parts.iter().any(|part| part.indicator == id))
                    })
                };
                let row = view! {
                    <label class="check">
                        <input
                            type="checkbox"
                            prop:checked=live(is_in)
                            on:change=on(move |event: web_sys::Event| {
                                edit(changed.clone(), event_target_checked(&event));
                            })
                        />
                        <span>{indicator.label.get(lang)} " " <span class="muted small">{known}</span></span>
                    </label>
                };
                boxes.push(row.made());
            }
            groups.push(view! { <fieldset><legend>{title}</legend>{boxes}</fieldset> }.made());
        }
        groups
    };
    view! { <div class="index-choose">{part(groups)}</div> }
}

/// One indicator of the index.
#[component]
fn PartRow(commending: Commending, id: String) -> impl IntoView {
    let store = commending.store;
    let id = StoredValue::new(id);
    let own = Memo::new(move |_| {
        let found =
            |settings: &IndexSettings| settings.parts.iter().find(|part| part.indicator == id.get_value()).cloned();
        commending.in_use.with(|index| index.as_ref().and_then(|index| found(&index.settings)))
    });
    let name = Memo::new(move |_| commending.indicator_name(&id.get_value(), store.lang()));
    let polarity = move || {
        let found = |column: &&IndexColumn| column.id == id.get_value();
        commending.columns.with(|all| all.iter().find(found).map_or(Polarity::Neither, |column| column.polarity))
    };
    // A slider and its keys go on with one act until the slider is left or taken anew.
    let run = StoredValue::new(None::<StepId>);
    let edit = move |edit: IndexEdit, step: Option<StepId>| {
        let index = commending.in_use.get_untracked()?;
        commending.write_on(GoalIntent::EditIndex { id: index.id, edit }, step)
    };
    let tried = commending.tried;
    let found = move |settings: &Option<IndexSettings>| {
        let part = settings.iter().flat_map(|settings| &settings.parts).find(|part| part.indicator == id.get_value());
        part.map_or(0.0, |part| part.weight)
    };
    let weight = Memo::new(move |_| tried.with(found));
    let set_weight = move |weight: f64| drop(edit(IndexEdit::Weight(id.get_value(), Some(weight)), None));
    let slide = move |event: web_sys::Event| {
        if let Ok(weight) = event_target_value(&event).parse() {
            commending.dragged.set(Some((id.get_value(), weight)));
        }
    };
    let slid = move |event: web_sys::Event| {
        if let Ok(weight) = event_target_value(&event).parse() {
            let applied = edit(IndexEdit::Weight(id.get_value(), Some(weight)), run.get_value());
            run.set_value(applied.map(|applied| applied.step));
        }
        commending.dragged.set(None);
    };
    let share = move || {
        let all =
            tried.with(|settings| settings.iter().flat_map(|one| &one.parts).map(|part| part.weight).sum::<f64>());
        if all > 0.0 { number::percent(store.lang(), 100.0 * weight.get() / all, 0) } else { String::new() }
    };
    let take_out = move |_| {
        edit(IndexEdit::Weight(id.get_value(), None), None);
        page::focus_soon(TITLE_ID);
    };
    let named = move |words: Words| words.fill(store.lang(), &[("name", &name.get())]);
    let hint = move || figures_words(commending, &id.get_value(), store.lang());
    view! {
        <tr>
            <th scope="row">{live(move || name.get())}</th>
            <td class="text small">{live(hint)}</td>
            <td class="text">
                <Direction
                    label=Signal::derive(move || named(words::DIRECTION_OF))
                    part=own
                    polarity=Signal::derive(polarity)
                    on_choose=move |polarity| drop(edit(IndexEdit::Polarity(id.get_value(), polarity), None))
                />
            </td>
            <td class="text">
                <div class="weight">
                    <input
                        type="range"
                        min="0"
                        max=SLIDER_MAX.to_string()
                        step="0.1"
                        aria-label=live(move || named(words::SLIDER_OF))
                        prop:value=live(move || weight.get().to_string())
                        on:input=on(slide)
                        on:change=on(slid)
                        on:pointerdown=on(move |_: web_sys::PointerEvent| run.set_value(None))
                        on:blur=on(move |_: web_sys::FocusEvent| {
                            run.try_set_value(None);
                        })
                    />
                    <NumberOf
                        label=Signal::derive(move || named(words::WEIGHT_OF))
                        is_named=false
                        value=weight
                        range=(0.0, MAX_WEIGHT)
                        is_whole=false
                        on_change=set_weight
                    />
                </div>
            </td>
            <td>{live(share)}</td>
            <td class="text">
                <button type="button" aria-label=live(move || named(words::TAKE_OUT_NAMED)) on:click=on(take_out)>
                    {say(words::TAKE_OUT)}
                </button>
            </td>
        </tr>
    }
}

/// Which direction is good: the indicator's own, or the person's; undecided only where neither is.
#[component]
fn Direction(
    label: Signal<String>,
    part: Memo<Option<IndexPart>>,
    polarity: Signal<Polarity>,
    #[prop(into)] on_choose: Callback<Option<Polarity>>,
) -> impl IntoView {
    let store = crate::app::store::Store::take();
    let problem_id = store.new_id("problem");
    let described_by = problem_id.clone();
    let is_open = Memo::new(move |_| part.get().is_some_and(|part| higher_is_better(&part, polarity.get()).is_none()));
    let now = move || part.get().and_then(|part| part.polarity).map(Polarity::code).unwrap_or_default();
    let options = move || {
        let lang = store.lang();
        let own = match polarity.get() {
            Polarity::Higher => words::BY_DEFAULT.fill(lang, &[("direction", words::HIGHER.get(lang))]),
            Polarity::Lower => words::BY_DEFAULT.fill(lang, &[("direction", words::LOWER.get(lang))]),
            Polarity::Neither => words::DECIDE.get(lang).to_owned(),
        };
        let all = [
            ("", own),
            (Polarity::Higher.code(), words::HIGHER.get(lang).to_owned()),
            (Polarity::Lower.code(), words::LOWER.get(lang).to_owned()),
        ];
        let now = now();
        all.into_iter()
            .map(|(code, text)| view! { <option value=code selected=code == now>{text}</option> })
            .collect_view()
    };
    view! {
        <select
            aria-label=live(move || label.get())
            aria-invalid=live(move || is_open.get().to_string())
            aria-describedby=live(move || is_open.get().then(|| described_by.clone()))
            on:change=on(move |event: web_sys::Event| {
                let chosen = Polarity::from_code(&event_target_value(&event));
                on_choose.run(chosen);
            })
        >
            {crate::app::say::part(options)}
        </select>
        <p class="problem small" id=problem_id hidden=live(move || !is_open.get())>{say(words::UNDECIDED)}</p>
    }
}

/// How many figures of which state, what a count counts as, and what the scale of targets measures by.
fn figures_words(commending: Commending, id: &str, lang: Lang) -> String {
    let (shown, usable) = (commending.store.derived.shown.get(), commending.usable.get());
    let Some(ix) = shown.data_set.indicator_ix(id) else { return words::NOT_KNOWN.get(lang).to_owned() };
    let indicator = &shown.data_set.indicators[ix];
    let states = usable.figures.get(ix).map(|row| row.iter().map(|figure| figure.state).collect::<Vec<_>>());
    let mut texts = vec![states_words(&states.unwrap_or_default(), lang)];
    let n_partial = usable.partial.iter().filter(|(of_ix, ..)| *of_ix == ix).count();
    if 0 < n_partial {
        texts.push(words::PARTLY.fill(lang, &[("n", &number::whole(lang, n_partial as u64))]));
    }
    match counted(shown.data_set, &usable.figures, ix) {
        Counted::AsTheyAre if indicator.kind.adds_up() && indicator.kind != IndicatorKind::YesNo => {
            texts.push(words::COUNTED_PLAIN.get(lang).to_owned());
        }
        Counted::AsTheyAre => {}
        Counted::ShareOf(base_ix) => {
            let base = shown.data_set.indicators[base_ix].label.get(lang);
            texts.push(words::COUNTED_SHARE.fill(lang, &[("base", base)]));
        }
        Counted::By(by, _) => {
            texts.push(words::COUNTED_BY.fill(lang, &[("divisor", per::divisor_label(by).get(lang))]));
        }
    }
    texts.extend(reference_words(commending, id, lang));
    texts.join("; ")
}

/// What the scale of targets measures an indicator by, where that scale is in use.
fn reference_words(commending: Commending, id: &str, lang: Lang) -> Option<String> {
    let settings = commending.in_use.with(|index| index.as_ref().map(|index| index.settings.clone()))?;
    if settings.normalisation != Normalisation::Target && !settings.vary_normalisation {
        return None;
    }
    let part = settings.parts.into_iter().find(|part| part.indicator == id)?;
    commending.columns.with(|columns| {
        let column = columns.iter().find(|column| column.id == id)?;
        let held = column.targets_towards(higher_is_better(&part, column.polarity)?);
        let count = |targets: &[Option<f64>]| targets.iter().flatten().count();
        let (n, all) = (count(held), column.values.len());
        let [n_text, all_text] = [n, all].map(|n| number::whole(lang, n as u64));
        Some(match n {
            0 if 0 < count(&column.targets) => words::TO_BEST_TURNED.get(lang).to_owned(),
            0 => words::TO_BEST.get(lang).to_owned(),
            n if n < all => words::TO_SOME_TARGETS.fill(lang, &[("n", &n_text), ("all", &all_text)]),
            _ => words::TO_TARGETS.get(lang).to_owned(),
        })
    })
}

/// "published 30, missing 4": how many of each state that is there.
pub(super) fn states_words(states: &[State], lang: Lang) -> String {
    const ALL: [State; 5] = [State::Published, State::Reported, State::Estimated, State::Practice, State::Missing];
    let counts = ALL.map(|state| (state, states.iter().filter(|one| **one == state).count()));
    let there = counts.into_iter().filter(|(_, n)| 0 < *n);
    let texts = there.map(|(state, n)| format!("{} {}", state_words(state).get(lang), number::whole(lang, n as u64)));
    texts.collect::<Vec<_>>().join(", ")
}

/// How figures are made comparable, put together, and doubted.
#[component]
fn Method(commending: Commending) -> impl IntoView {
    let store = commending.store;
    let settings = Memo::new(move |_| commending.in_use.get().map(|index| index.settings).unwrap_or_default());
    let edit = move |edit: IndexEdit| {
        if let Some(index) = commending.in_use.get_untracked() {
            commending.write(GoalIntent::EditIndex { id: index.id, edit });
        }
    };
    let normalisations = move || {
        let lang = store.lang();
        let entry = |one: Normalisation| (one.code().to_owned(), normalisation_words(one).get(lang).to_owned());
        Normalisation::ALL.map(entry).to_vec()
    };
    let aggregations = move || {
        let lang = store.lang();
        let entry = |one: Aggregation| (one.code().to_owned(), aggregation_words(one).get(lang).to_owned());
        Aggregation::ALL.map(entry).to_vec()
    };
    let label = move |words: Words| Signal::derive(move || words.get(store.lang()).to_owned());
    view! {
        <h3>{say(words::METHOD)}</h3>
        <div class="index-method">
            <Choice
                label=words::NORMALISATION
                choices=Signal::derive(normalisations)
                value=Signal::derive(move || settings.get().normalisation.code().to_owned())
                on_choose=move |code: String| {
                    if let Some(one) = Normalisation::from_code(&code) {
                        edit(IndexEdit::Normalisation(one));
                    }
                }
            />
            <Choice
                label=words::AGGREGATION
                choices=Signal::derive(aggregations)
                value=Signal::derive(move || settings.get().aggregation.code().to_owned())
                on_choose=move |code: String| {
                    if let Some(one) = Aggregation::from_code(&code) {
                        edit(IndexEdit::Aggregation(one));
                    }
                }
            />
            <div>
                <NumberOf
                    label=label(words::THRESHOLD)
                    is_named=true
                    value=Signal::derive(move || settings.get().threshold * 100.0)
                    range=(0.0, 100.0)
                    is_whole=false
                    on_change=move |value: f64| edit(IndexEdit::Threshold(value / 100.0))
                />
            </div>
            <div>
                <NumberOf
                    label=label(words::SPREAD)
                    is_named=true
                    value=Signal::derive(move || settings.get().spread * 100.0)
                    range=(0.0, 100.0)
                    is_whole=false
                    on_change=move |value: f64| edit(IndexEdit::Spread(value / 100.0))
                />
            </div>
            <div>
                <NumberOf
                    label=label(words::SEED)
                    is_named=true
                    value=Signal::derive(move || f64::from(settings.get().seed))
                    range=(0.0, f64::from(u32::MAX))
                    is_whole=true
                    on_change=move |value: f64| edit(IndexEdit::Seed(value as u32))
                />
            </div>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=live(move || settings.get().vary_normalisation)
                    on:change=on(move |event: web_sys::Event| {
                        edit(IndexEdit::VaryNormalisation(event_target_checked(&event)));
                    })
                />
                {say(words::VARY)}
            </label>
        </div>
    }
}

/// The name of a common scale.
pub(super) fn normalisation_words(normalisation: Normalisation) -> Words {
    match normalisation {
        Normalisation::MinMax => words::MIN_MAX,
        Normalisation::ZScore => words::Z_SCORE,
        Normalisation::Rank => words::RANK,
        Normalisation::Target => words::TARGET,
    }
}

/// The name of a way to put figures together.
pub(super) fn aggregation_words(aggregation: Aggregation) -> Words {
    match aggregation {
        Aggregation::Arithmetic => words::ARITHMETIC,
        Aggregation::Geometric => words::GEOMETRIC,
    }
}
