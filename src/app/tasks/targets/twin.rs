//! The charts' numbers as a table.

use std::sync::Arc;

use leptos::prelude::*;

use super::Looking;
use super::charts::{difference_text, figure_text, sign, verdict_text};
use crate::app::atlas::state_words;
use crate::app::say::{part, say};
use crate::goals::Standing;
use crate::goals::words::rule_words;
use crate::review::cell_words::value_text;
use crate::text::say::targeting;

/// The table, in the order of the charts.
#[component]
pub fn Twin(looking: Looking, sorted: Memo<Arc<Vec<Standing>>>) -> impl IntoView {
    let store = looking.store;
    let rows = move || {
        let (lang, indicator) = (store.lang(), looking.indicator());
        let dash = || "–".to_owned();
        let row = |one: &Standing| {
            let target = one.target.and_then(|target| target.value);
            let rule = one.target.map(|target| rule_words(target.rule, indicator, lang));
            let state = one.figure.value.map(|_| state_words(one.figure.state).get(lang));
            view! {
                <tr>
                    <th scope="row">{store.data_set.areas[one.area_ix].name.as_str()}</th>
                    <td>
                        {figure_text(indicator, one, lang)}
                        <span class="muted small">{state.map(|state| format!(" {state}"))}</span>
                    </td>
                    <td>{target.map_or_else(dash, |value| value_text(indicator, value, lang))}</td>
                    <td class="text">{rule.unwrap_or_else(dash)}</td>
                    <td>{one.last.map_or_else(dash, |value| value_text(indicator, value, lang))}</td>
                    <td>{difference_text(indicator, one, lang).unwrap_or_else(dash)}</td>
                    <td class="text nowrap">
                        {sign(one.judged.map(|judged| judged.verdict))} " " {verdict_text(one, lang)}
                    </td>
                </tr>
            }
        };
        sorted.with(|sorted| sorted.iter().map(row).collect_view())
    };
    view! {
        <details class="twin">
            <summary>{say(targeting::TABLE)}</summary>
            <div class="table-scroll" role="group" tabindex="0" aria-label=say(targeting::TABLE)>
                <table>
                    <thead>
                        <tr>
                            <th scope="col" class="text">{say(targeting::HEAD_AREA)}</th>
                            <th scope="col">{say(targeting::HEAD_FIGURE)}</th>
                            <th scope="col">{say(targeting::HEAD_TARGET)}</th>
                            <th scope="col" class="text">{say(targeting::HEAD_RULE)}</th>
                            <th scope="col">{say(targeting::HEAD_LAST)}</th>
                            <th scope="col">{say(targeting::HEAD_DIFFERENCE)}</th>
                            <th scope="col" class="text">{say(targeting::HEAD_VERDICT)}</th>
                        </tr>
                    </thead>
                    <tbody>{part(rows)}</tbody>
                </table>
            </div>
        </details>
    }
}
