//! Where people differ in a setting or on the shortlist: all values with who and when, and a button to keep one.

use leptos::prelude::*;

use super::{Commending, builder};
use crate::app::made::{IntoMade, Made};
use crate::app::say::on;
use crate::data::{Lang, Polarity};
use crate::journal::kinds::{index, shortlist};
use crate::journal::{Aggregation, Conflict, GoalIntent, Intent, Kind, Normalisation, Value, Version};
use crate::text::say::{atlas, commending as words, notes};
use crate::text::{date, number};
use crate::web::{clock, page};

/// The conflicts of one thing, in the language of the moment; nothing if there are none.
pub(super) fn conflicts_view(commending: Commending, conflicts: Vec<Conflict>, then_focus: &'static str) -> Made {
    let views = conflicts.into_iter().map(|conflict| conflict_view(commending, conflict, then_focus)).collect_view();
    views.made()
}

fn conflict_view(commending: Commending, conflict: Conflict, then_focus: &'static str) -> impl IntoView {
    let lang = commending.store.lang();
    let what = words::DIFFERS.fill(lang, &[("what", &field_words(commending, &conflict, lang))]);
    let label = what.clone();
    let is_retiring = conflict.target.kind == Kind::Index && conflict.target.field == index::RETIRED;
    let key = conflict.target.key.clone();
    let versions = conflict
        .versions
        .into_iter()
        .map(|version| {
            let (target, key) = (conflict.target.clone(), key.clone());
            let text = version_words(commending, &conflict.target.kind, &version, lang);
            let value = version.value.clone();
            let retired = version.field == index::RETIRED && value.is_true();
            let keep = move |_| {
                if is_retiring {
                    commending.write(GoalIntent::RetireIndex { id: key.clone(), retired });
                } else {
                    let intent = Intent::Resolve { target: target.clone(), value: value.clone() };
                    if let Err(error) = commending.store.desk().write(intent) {
                        crate::app::notes::tell(commending.store, &error);
                    }
                }
                page::focus_soon(then_focus);
            };
            view! {
                <div class="version">
                    <p class="by">{by_words(&version.author, version.id.at.ms, lang)}</p>
                    <p>{text}</p>
                    <button type="button" on:click=on(keep)>{notes::KEEP_THIS.get(lang)}</button>
                </div>
            }
        })
        .collect_view();
    view! {
        <div class="conflict" role="group" aria-label=label>
            <strong>{what}</strong>
            <div class="versions">{versions}</div>
        </div>
    }
}

/// Who and when.
pub(super) fn by_words(author: &str, at_ms: u64, lang: Lang) -> String {
    let who = if author.is_empty() { notes::NO_NAME.get(lang) } else { author };
    let when = date::date_time_of(lang, at_ms as i64, clock::offset_minutes());
    notes::BY_AT.fill(lang, &[("who", who), ("when", &when)])
}

fn field_words(commending: Commending, conflict: &Conflict, lang: Lang) -> String {
    let field = conflict.target.field.as_str();
    let of_indicator = |prefix: &str, name: &crate::text::words::Words| {
        let id = field.strip_prefix(prefix)?;
        Some(name.fill(lang, &[("name", &commending.indicator_name(id, lang))]))
    };
    if conflict.target.kind == Kind::Shortlist {
        return match field {
            shortlist::CHOSEN => words::FIELD_LISTED.get(lang).to_owned(),
            shortlist::REASON => words::REASON.get(lang).to_owned(),
            other => other.strip_prefix(shortlist::ROLE_PREFIX).unwrap_or(other).to_owned(),
        };
    }
    let plain = match field {
        index::NAME => Some(words::NAME),
        index::NORMALISATION => Some(words::NORMALISATION),
        index::AGGREGATION => Some(words::AGGREGATION),
        index::THRESHOLD => Some(words::THRESHOLD),
        index::SPREAD => Some(words::SPREAD),
        index::SEED => Some(words::SEED),
        index::VARY => Some(words::VARY),
        index::CHOSEN => Some(words::FIELD_CHOSEN),
        index::RETIRED => Some(words::FIELD_RETIRED),
        _ => None,
    };
    plain
        .map(|words| words.get(lang).to_owned())
        .or_else(|| of_indicator(index::WEIGHT_PREFIX, &words::WEIGHT_OF))
        .or_else(|| of_indicator(index::POLARITY_PREFIX, &words::DIRECTION_OF))
        .unwrap_or_else(|| field.to_owned())
}

fn version_words(commending: Commending, kind: &Kind, version: &Version, lang: Lang) -> String {
    let yes_no = |yes: bool| (if yes { atlas::YES } else { atlas::NO }).get(lang).to_owned();
    let field = version.field.as_str();
    match &version.value {
        Value::Text(text) if *kind == Kind::Index => {
            if field == index::CHOSEN {
                let name = commending
                    .settings
                    .with(|all| all.iter().find(|one| one.id == *text).map(|one| one.settings.name.clone()));
                return name.unwrap_or_else(|| text.clone());
            }
            let known = match field {
                index::NORMALISATION => Normalisation::from_code(text).map(builder::normalisation_words),
                index::AGGREGATION => Aggregation::from_code(text).map(builder::aggregation_words),
                _ if field.starts_with(index::POLARITY_PREFIX) => match Polarity::from_code(text) {
                    Some(Polarity::Higher) => Some(words::HIGHER),
                    Some(Polarity::Lower) => Some(words::LOWER),
                    _ => None,
                },
                _ => None,
            };
            known.map_or_else(|| text.clone(), |words| words.get(lang).to_owned())
        }
        Value::Text(text) => text.clone(),
        Value::Number(share) if matches!(field, index::THRESHOLD | index::SPREAD) => {
            number::percent(lang, share * 100.0, 0)
        }
        Value::Number(value) => number::significant(lang, *value, 6),
        value if field == index::RETIRED => {
            (if value.is_true() { words::RETIRE } else { words::KEPT }).get(lang).to_owned()
        }
        Value::Bool(yes) => yes_no(*yes),
        _ if *kind == Kind::Shortlist && field == shortlist::CHOSEN => yes_no(false),
        _ => words::NOT_IN.get(lang).to_owned(),
    }
}
