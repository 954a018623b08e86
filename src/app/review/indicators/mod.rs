//! Indicators of one's own: the list, and the form to add or edit one.

mod form;

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::app::made::{IntoMade, Made};
use crate::app::notes::tell;
use crate::app::review::periods::PeriodList;
use crate::app::reviewing::Reviewing;
use crate::app::say::{list, live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::data::{IndicatorKind, Lang, Polarity, Tr};
use crate::journal::{Intent, OwnIndicator};
use crate::text::number;
use crate::text::say::indicators;
use crate::text::words::Words;
use crate::view::query::Measure;
use crate::web::page;

/// The part of the Review page.
#[component]
pub fn IndicatorsPart() -> impl IntoView {
    let store = Store::take();
    // Here indicators come to be, so what shows them must be there.
    Reviewing::of(store);
    let own = Memo::new(move |_| store.desk().with_journal(|journal| journal.state().own_indicators()));
    let n_reports = Memo::new(move |_| {
        let mut n_reports: BTreeMap<String, usize> = BTreeMap::new();
        for report in store.desk().with_journal(|journal| journal.state().reports()) {
            *n_reports.entry(report.key.indicator).or_default() += 1;
        }
        n_reports
    });
    let editing = RwSignal::new(None::<String>);
    let keys = move || own.get().into_iter().map(|own| own.id).collect();
    let row = move |id: String| -> Made {
        part(move || {
            let found = own.with(|own| own.iter().find(|own| own.id == id).cloned());
            let n = n_reports.with(|n_reports| n_reports.get(&id).copied().unwrap_or_default());
            found.map(|own| row_view(store, own, n, editing))
        })
        .made()
    };
    let form = move || {
        let edited = editing.get();
        let existing = edited.and_then(|id| own.with_untracked(|own| own.iter().find(|own| own.id == id).cloned()));
        view! { <form::Form existing=existing editing=editing/> }
    };
    view! {
        <section class="card indicators" aria-labelledby="indicators-title">
            <h2 id="indicators-title" tabindex="-1">{say(indicators::TITLE)}</h2>
            <p class="muted">{say(indicators::INTRO)}</p>
            {shown_if(move || own.with(Vec::is_empty), || view! { <p>{say(indicators::EMPTY)}</p> })}
            <div class="table-scroll" role="group" tabindex="0" aria-labelledby="indicators-title" hidden=live(move || own.with(Vec::is_empty))>
                <table>
                    <thead>
                        <tr>
                            <th scope="col" class="text">{say(indicators::HEAD_INDICATOR)}</th>
                            <th scope="col" class="text">{say(indicators::KIND)}</th>
                            <th scope="col">{say(indicators::HEAD_REPORTED)}</th>
                            <th scope="col" class="text">{say(indicators::HEAD_ACTIONS)}</th>
                        </tr>
                    </thead>
                    <tbody>{list(keys, row)}</tbody>
                </table>
            </div>
        </section>
        {part(form)}
        <PeriodList/>
    }
}

fn row_view(store: Store, own: OwnIndicator, n_reports: usize, editing: RwSignal<Option<String>>) -> impl IntoView {
    let lang = store.lang();
    let OwnIndicator { id, draft, retired } = own;
    let name = label_in(&draft.label, lang);
    let unit = label_in(&draft.unit, lang);
    let mut kind = kind_words(draft.kind).get(lang).to_owned();
    if !unit.is_empty() {
        kind = format!("{kind}, {unit}");
    }
    let (edit_id, shown_id) = (id.clone(), id.clone());
    let named = |words: Words| words.fill(lang, &[("name", &name)]);
    let (edit_label, switch_label) = (
        named(indicators::EDIT_NAMED),
        named(if retired { indicators::PUT_BACK_NAMED } else { indicators::RETIRE_NAMED }),
    );
    let switch = move |_| {
        let intent = Intent::RetireIndicator { id: id.clone(), retired: !retired };
        if let Err(error) = store.desk().write(intent) {
            tell(store, &error);
        }
        page::focus_soon("indicators-title");
    };
    let edit = move |_| {
        editing.set(Some(edit_id.clone()));
        page::focus_soon("indicator-form-title");
    };
    let name = if retired {
        view! { {name} " " <span class="muted small">{say(indicators::RETIRED)}</span> }.made()
    } else {
        let show = move |_| store.show_on_map(Measure::plain(shown_id.clone()));
        view! { <button type="button" class="link" on:click=on(show)>{name}</button> }.made()
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="text">{kind}</td>
            <td>{number::whole(lang, n_reports as u64)}</td>
            <td class="text">
                <div class="row">
                    <button type="button" aria-label=edit_label on:click=on(edit)>{say(indicators::EDIT)}</button>
                    <button type="button" aria-label=switch_label on:click=on(switch)>
                        {say(if retired { indicators::PUT_BACK } else { indicators::RETIRE })}
                    </button>
                </div>
            </td>
        </tr>
    }
}

/// A label in a language, or in the first that has one.
fn label_in(label: &Tr, lang: Lang) -> String {
    let all = std::iter::once(lang).chain(Lang::ALL).map(|lang| label.get(lang));
    all.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned()
}

fn kind_words(kind: IndicatorKind) -> Words {
    match kind {
        IndicatorKind::Count => indicators::COUNT,
        IndicatorKind::Share => indicators::SHARE,
        IndicatorKind::Rate => indicators::RATE,
        IndicatorKind::Measure => indicators::MEASURE,
        IndicatorKind::YesNo => indicators::YES_NO,
    }
}

fn polarity_words(polarity: Polarity) -> Words {
    match polarity {
        Polarity::Higher => indicators::HIGHER,
        Polarity::Lower => indicators::LOWER,
        Polarity::Neither => indicators::NEITHER,
    }
}
