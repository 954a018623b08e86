//! Setting a target: for whom, by which rule, and what that comes to before it is set.

use leptos::prelude::*;

use super::Looking;
use super::rules::{comes_to_words, sum_of};
use crate::app::fields::Choice;
use crate::app::notes::tell;
use crate::app::say::{live, on, say, shown_if};
use crate::data::Lang;
use crate::data::read::limits;
use crate::goals::words::rule_words;
use crate::journal::{GoalIntent, Intent, TargetEntry, TargetRule};
use crate::text::number;
use crate::text::say::targeting;
use crate::text::words::Words;
use crate::web::page;

/// For whom a rule is, in the choice: no area's code is like these.
const ALL: &str = "all";
const CHOSEN: &str = "chosen";

/// The kinds of rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RuleKind {
    Value,
    PerCent,
    Units,
    City,
    BestQuarter,
    Without,
}

impl RuleKind {
    const ALL: [(&'static str, RuleKind, Words); 6] = [
        ("value", RuleKind::Value, targeting::KIND_VALUE),
        ("per_cent", RuleKind::PerCent, targeting::KIND_PER_CENT),
        ("units", RuleKind::Units, targeting::KIND_UNITS),
        ("city", RuleKind::City, targeting::KIND_CITY),
        ("quarter", RuleKind::BestQuarter, targeting::KIND_QUARTER),
        ("without", RuleKind::Without, targeting::KIND_WITHOUT),
    ];

    fn code(self) -> &'static str {
        RuleKind::ALL[self as usize].0
    }

    /// What the number in the form means, for the kinds that want one.
    fn amount(self) -> Option<Words> {
        match self {
            RuleKind::Value => Some(targeting::AMOUNT_VALUE),
            RuleKind::PerCent => Some(targeting::AMOUNT_PER_CENT),
            RuleKind::Units => Some(targeting::AMOUNT_UNITS),
            RuleKind::City | RuleKind::BestQuarter | RuleKind::Without => None,
        }
    }
}

/// What is wrong in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Problem {
    NoneChosen,
    NoNumber,
    NotPossible,
}

impl Problem {
    fn words(self, lang: Lang) -> String {
        let words = match self {
            Problem::NoneChosen => targeting::NONE_CHOSEN,
            Problem::NoNumber => targeting::NO_NUMBER,
            Problem::NotPossible => targeting::NOT_POSSIBLE,
        };
        words.fill(lang, &[("example", &number::number(lang, 2.5, 1))])
    }
}

/// The form of one indicator.
#[component]
pub fn Form(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let whom = RwSignal::new(ALL.to_owned());
    let kind = RwSignal::new(RuleKind::Value);
    let amount = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<Problem>);
    let rule = move |lang: Lang| -> Result<TargetRule, Problem> {
        let amount = || {
            let found = number::parse(lang, &amount.get()).ok();
            found.filter(|amount| amount.abs() <= limits::AMOUNT).ok_or(Problem::NoNumber)
        };
        match kind.get() {
            RuleKind::Value => {
                let value = amount()?;
                let is_possible = looking.indicator().kind.allows(value);
                if is_possible { Ok(TargetRule::Value(value)) } else { Err(Problem::NotPossible) }
            }
            RuleKind::PerCent => amount().map(TargetRule::LastPerCent),
            RuleKind::Units => amount().map(TargetRule::LastUnits),
            RuleKind::City => Ok(TargetRule::City),
            RuleKind::BestQuarter => Ok(TargetRule::BestQuarter),
            RuleKind::Without => Ok(TargetRule::Without),
        }
    };
    // Codes of the areas that it is for; none for the rule for all.
    let areas =
        move || -> Option<Vec<String>> {
            match whom.get().as_str() {
                ALL => None,
                CHOSEN => Some(store.derived.parts.selection.with(|codes| {
                    codes.iter().filter(|code| store.data_set.area_ix(code).is_some()).cloned().collect()
                })),
                code => Some(vec![code.to_owned()]),
            }
        };
    let preview = move || {
        let lang = store.lang();
        let (rule, areas) = (rule(lang).ok()?, areas());
        let indicator = looking.indicator().id.clone();
        let candidate =
            [TargetEntry { indicator, area: None, rule, author: String::new(), at_ms: 0, versions: vec![] }];
        let is_meant = |area_ix: usize| {
            let code = &store.data_set.areas[area_ix].code;
            areas.as_ref().is_none_or(|areas| areas.contains(code))
        };
        let sum = sum_of(looking, &candidate, |area_ix, _| is_meant(area_ix));
        Some(comes_to_words(looking, rule, sum, lang))
    };
    let set = move |()| {
        let lang = store.lang_now();
        let (rule, areas) = (untrack(|| rule(lang)), untrack(areas));
        let rule = match rule {
            _ if areas.as_ref().is_some_and(Vec::is_empty) => Err(Problem::NoneChosen),
            other => other,
        };
        let rule = match rule {
            Ok(rule) => rule,
            Err(found) => {
                problem.set(Some(found));
                return page::focus(if found == Problem::NoneChosen { "target-for" } else { "target-amount" });
            }
        };
        problem.set(None);
        let indicator = untrack(|| looking.indicator());
        let intent = GoalIntent::SetTarget { indicator: indicator.id.clone(), areas, rule: Some(rule) };
        match store.desk().write(Intent::Goal(intent)) {
            Ok(_) => {
                let values = [("name", indicator.label.get(lang)), ("rule", &rule_words(rule, indicator, lang))];
                store.announce(targeting::IS_SET.fill(lang, &values));
                amount.set(String::new());
            }
            Err(error) => tell(store, &error),
        }
    };
    let whoms = move || {
        let lang = store.lang();
        let n = store.derived.parts.selection.with(std::collections::BTreeSet::len);
        let n = number::whole(lang, n as u64);
        let mut entries = vec![
            (ALL.to_owned(), targeting::ALL_AREAS.get(lang).to_owned()),
            (CHOSEN.to_owned(), targeting::CHOSEN_AREAS.fill(lang, &[("n", &n)])),
        ];
        entries.extend(store.data_set.areas.iter().map(|area| (area.code.clone(), area.name.clone())));
        entries
    };
    let kinds = move || {
        let lang = store.lang();
        // To have no target is an exception of some areas; for all of them the rule is removed.
        let fits = |kind: RuleKind| kind != RuleKind::Without || whom.with(|whom| whom != ALL);
        let all = RuleKind::ALL.into_iter().filter(|(_, kind, _)| fits(*kind));
        all.map(|(code, _, words)| (code.to_owned(), words.get(lang).to_owned())).collect::<Vec<_>>()
    };
    let choose_whom = move |code: String| {
        if code == ALL && kind.get_untracked() == RuleKind::Without {
            kind.set(RuleKind::Value);
        }
        problem.set(None);
        whom.set(code);
    };
    let choose_kind = move |code: String| {
        let found = RuleKind::ALL.into_iter().find(|(known, _, _)| *known == code);
        problem.set(None);
        kind.set(found.map_or(RuleKind::Value, |(_, kind, _)| kind));
    };
    let amount_label = move || kind.get().amount().map_or("", |words| words.get(store.lang()));
    let about_amount = move || problem.get().filter(|found| *found != Problem::NoneChosen);
    let on_enter = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" {
            set(());
        }
    };
    view! {
        <div class="target-form no-print" role="group" aria-labelledby="target-form-title">
            <h3 id="target-form-title">{say(targeting::SET_TITLE)}</h3>
            <div class="row">
                <div class="stack" id="target-for" tabindex="-1">
                    <Choice
                        label=targeting::FOR_WHOM
                        choices=Signal::derive(whoms)
                        value=whom
                        on_choose=choose_whom
                    />
                    <p class="problem" role="alert">
                        {live(move || problem.get().filter(|found| *found == Problem::NoneChosen).map(|found| found.words(store.lang())))}
                    </p>
                </div>
                <Choice
                    label=targeting::RULE
                    choices=Signal::derive(kinds)
                    value=Signal::derive(move || kind.get().code().to_owned())
                    on_choose=choose_kind
                />
                {shown_if(move || kind.get().amount().is_some(), move || view! {
                    <div><label class="field">
                        <span>{live(amount_label)}</span>
                        <input
                            type="text"
                            id="target-amount"
                            inputmode="decimal"
                            autocomplete="off"
                            maxlength="30"
                            prop:value=live(move || amount.get())
                            aria-invalid=live(move || about_amount().is_some().to_string())
                            aria-describedby="target-amount-problem"
                            on:input=on(move |event: web_sys::Event| {
                                problem.set(None);
                                amount.set(event_target_value(&event));
                            })
                            on:keydown=on(on_enter)
                        />
                    </label>
                    <p class="problem" role="alert" id="target-amount-problem">
                        {live(move || about_amount().map(|found| found.words(store.lang())))}
                    </p></div>
                })}
                <button type="button" class="primary" on:click=on(move |_| set(()))>{say(targeting::SET)}</button>
            </div>
            <p class="comes-to" role="status">{live(preview)}</p>
        </div>
    }
}
