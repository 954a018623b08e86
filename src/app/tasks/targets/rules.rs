//! The rules of one indicator: that for all areas, then those of single areas, each with what it comes to.

use leptos::prelude::*;

use super::{Looking, TITLE_ID};
use crate::app::differing::Difference;
use crate::app::notes::{by_words, tell};
use crate::app::say::{list, live, on, part, say, shown_if};
use crate::data::Lang;
use crate::goals::words::rule_words;
use crate::goals::{ComesTo, Resolved, Whose, comes_to, targets_of};
use crate::journal::{GoalIntent, Intent, Kind, TargetEntry, TargetRule};
use crate::review::cell_words::value_text;
use crate::text::number;
use crate::text::say::targeting;
use crate::web::page;

/// What a rule comes to, in sentences; tracked.
pub fn comes_to_words(looking: Looking, rule: TargetRule, sum: ComesTo, lang: Lang) -> String {
    let indicator = looking.indicator();
    let value = |value: f64| value_text(indicator, value, lang);
    let last = looking.aiming.last_label(indicator);
    if rule == TargetRule::Without {
        return targeting::COMES_TO_WITHOUT.get(lang).to_owned();
    }
    let mut told = vec![match sum.ends {
        None => targeting::COMES_TO_NOTHING.get(lang).to_owned(),
        Some((low, high)) if low == high => targeting::COMES_TO_ONE.fill(lang, &[("value", &value(low))]),
        Some((low, high)) => targeting::COMES_TO_RANGE.fill(lang, &[("low", &value(low)), ("high", &value(high))]),
    }];
    if sum.n > 0 {
        told.push(targeting::FOR_N.fill(lang, sum.n as u64, &[]));
    }
    let is_last = matches!(rule, TargetRule::LastPerCent(_) | TargetRule::LastUnits(_));
    match (&last, rule) {
        (None, _) if is_last => told.push(targeting::WHY_NO_LAST.get(lang).to_owned()),
        (Some(label), _) if is_last => {
            told.push(targeting::LAST_IS.fill(lang, &[("label", label)]));
            if sum.n_open > 0 {
                let n = number::whole(lang, sum.n_open as u64);
                told.push(targeting::WHY_LAST.fill(lang, &[("n", &n)]));
            }
        }
        (_, TargetRule::City) if sum.n_open > 0 => told.push(targeting::WHY_CITY.get(lang).to_owned()),
        (_, TargetRule::BestQuarter) if sum.n_open > 0 => told.push(targeting::WHY_QUARTER.get(lang).to_owned()),
        (_, TargetRule::Value(_)) if sum.n_open > 0 => told.push(targeting::NOT_POSSIBLE.get(lang).to_owned()),
        _ => {}
    }
    told.join(" ")
}

/// What rules come to over those areas whose target is of the given sort; tracked.
pub fn sum_of(looking: Looking, targets: &[TargetEntry], counts: impl Fn(usize, &Resolved) -> bool) -> ComesTo {
    let areas = &looking.store.data_set.areas;
    let all = looking.aiming.with_ground(looking.indicator_ix.get(), |ground, _| targets_of(targets, ground, areas));
    let mut all = all.unwrap_or_default();
    for (area_ix, target) in all.iter_mut().enumerate() {
        *target = target.filter(|resolved| counts(area_ix, resolved));
    }
    comes_to(&all)
}

/// The list of rules.
#[component]
pub fn Rules(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let entries = Memo::new(move |_| {
        let id = &looking.indicator().id;
        let mut found: Vec<TargetEntry> = looking.aiming.targets.get().to_vec();
        found.retain(|entry| entry.indicator == *id);
        // The rule for all areas first; the others stand by code, as the areas do.
        crate::order::sort_by(&mut found, |a, b| a.area.cmp(&b.area));
        found
    });
    let own = move || looking.aiming.own_target(&looking.indicator().id);
    let is_empty = move || entries.with(Vec::is_empty) && own().is_none();
    let keys = move || {
        let indicator = looking.indicator().id.clone();
        let key = |entry: &TargetEntry| format!("{indicator}:{}", entry.area.as_deref().unwrap_or_default());
        entries.with(|entries| entries.iter().map(key).collect())
    };
    let row = move |key: String| {
        let found = move || {
            let area = key.rsplit(':').next().unwrap_or_default();
            entries
                .with(|entries| entries.iter().find(|entry| entry.area.as_deref().unwrap_or_default() == area).cloned())
        };
        let found = Memo::new(move |_| found());
        part(move || found.get().map(|entry| row_view(looking, entry, store.lang())))
    };
    let own_row = move || {
        let (lang, value) = (store.lang(), own()?);
        let indicator = looking.indicator();
        let sum = sum_of(looking, &looking.aiming.targets.get(), |_, resolved| resolved.whose == Whose::Indicator);
        Some(view! {
            <tr>
                <th scope="row">{targeting::ALL_AREAS.get(lang)}</th>
                <td class="text">{rule_words(TargetRule::Value(value), indicator, lang)}</td>
                <td class="text">{comes_to_words(looking, TargetRule::Value(value), sum, lang)}</td>
                <td class="text">{targeting::OF_INDICATOR.get(lang)}</td>
                <td></td>
            </tr>
        })
    };
    let conflicts = move || {
        let lang = store.lang();
        let start = format!("{}:", looking.indicator().id);
        let all = store.desk().with_journal(|journal| journal.state().conflicts_beside_notes());
        let here = all.into_iter().filter(|one| one.target.kind == Kind::Target && one.target.key.starts_with(&start));
        here.map(|conflict| view! { <Difference conflict=conflict after=TITLE_ID names_thing=true lang=lang/> })
            .collect_view()
    };
    view! {
        {shown_if(is_empty, || view! { <p class="empty">{say(targeting::NO_RULES)}</p> })}
        <div class="table-scroll" role="group" tabindex="0" aria-labelledby=TITLE_ID hidden=live(is_empty)>
            <table class="rules">
                <thead>
                    <tr>
                        <th scope="col" class="text">{say(targeting::HEAD_AREAS)}</th>
                        <th scope="col" class="text">{say(targeting::HEAD_RULE)}</th>
                        <th scope="col" class="text">{say(targeting::HEAD_COMES_TO)}</th>
                        <th scope="col" class="text">{say(targeting::HEAD_SET_BY)}</th>
                        <th scope="col" class="text">{say(targeting::HEAD_ACTIONS)}</th>
                    </tr>
                </thead>
                <tbody>
                    {part(own_row)}
                    {list(keys, row)}
                </tbody>
            </table>
        </div>
        {part(conflicts)}
    }
}

fn row_view(looking: Looking, entry: TargetEntry, lang: Lang) -> impl IntoView {
    let store = looking.store;
    let areas = &store.data_set.areas;
    let area_ix = entry.area.as_deref().and_then(|code| store.data_set.area_ix(code));
    let name = match (&entry.area, area_ix) {
        (None, _) => targeting::ALL_AREAS.get(lang).to_owned(),
        (Some(_), Some(ix)) => areas[ix].name.clone(),
        (Some(code), None) => code.clone(),
    };
    let sum = sum_of(looking, &looking.aiming.targets.get(), |ix, resolved| match area_ix {
        None => resolved.whose == Whose::All,
        Some(_) => area_ix == Some(ix),
    });
    let label = targeting::REMOVE_FOR.fill(lang, &[("name", &name)]);
    let told = targeting::REMOVED.fill(lang, &[("name", &name)]);
    let (indicator, code) = (entry.indicator, entry.area);
    let remove = move |_| {
        let areas = code.clone().map(|code| vec![code]);
        let intent = GoalIntent::SetTarget { indicator: indicator.clone(), areas, rule: None };
        match store.desk().write(Intent::Goal(intent)) {
            Ok(_) => {
                store.announce(told.clone());
                page::focus_soon(TITLE_ID);
            }
            Err(error) => tell(store, &error),
        }
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="text">{rule_words(entry.rule, looking.indicator(), lang)}</td>
            <td class="text">{comes_to_words(looking, entry.rule, sum, lang)}</td>
            <td class="text">{by_words(&entry.author, entry.at_ms, lang)}</td>
            <td class="text">
                <button type="button" class="no-print" aria-label=label on:click=on(remove)>{say(targeting::REMOVE)}</button>
            </td>
        </tr>
    }
}
