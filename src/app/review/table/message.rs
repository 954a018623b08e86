//! The message to those who have not reported.

use leptos::prelude::*;

use crate::app::fields::Choice;
use crate::app::review::checked::Checked;
use crate::app::say::{live, on, say, shown_if};
use crate::app::store::Store;
use crate::review::own::review_period;
use crate::text::say::reports;
use crate::text::say::review::message_to_missing;
use crate::web::clipboard;

const TEXT_ID: &str = "message-text";

/// The card of the message.
#[component]
pub(super) fn Message() -> impl IntoView {
    let store = Store::take();
    let checked = Checked::take();
    // Id of an indicator, or empty for areas that have reported nothing.
    let about = RwSignal::new(String::new());
    let answer = RwSignal::new(None::<bool>);
    let choices = move || {
        let (lang, data_set) = (store.lang(), checked.reviewing().data_set.get().0);
        let named = |ix: usize| {
            let indicator = &data_set.indicators[ix];
            (indicator.id.clone(), indicator.label.get(lang).to_owned())
        };
        let anything = (String::new(), reports::ANYTHING.get(lang).to_owned());
        std::iter::once(anything).chain(checked.reviewed.get().into_iter().map(named)).collect::<Vec<_>>()
    };
    let text = Memo::new(move |_| {
        let (lang, data_set, about) = (store.lang(), checked.reviewing().data_set.get().0, about.get());
        checked.table.with(|table| {
            let of_indicator = table.columns.iter().find(|column| data_set.indicators[column.indicator_ix].id == about);
            let missing_ixs = of_indicator.map_or(&table.progress.missing_ixs, |column| &column.missing_ixs);
            let names: Vec<&str> = missing_ixs.iter().map(|ix| data_set.areas[*ix].name.as_str()).collect();
            let period = review_period(data_set);
            let period = match of_indicator {
                Some(column) => {
                    format!("{}, {period}", data_set.indicators[column.indicator_ix].label.get(lang))
                }
                None => period.to_owned(),
            };
            message_to_missing(lang, &names, data_set.areas.len(), &period)
        })
    });
    let copy = move |_| {
        leptos::task::spawn_local(async move {
            let is_copied = clipboard::copy(&text.get_untracked()).await;
            if !is_copied {
                clipboard::select(TEXT_ID);
            }
            answer.set(Some(is_copied));
        });
    };
    let told = move || {
        let words = if answer.get() == Some(true) { reports::COPIED } else { reports::COPY_BY_KEYS };
        words.get(store.lang())
    };
    view! {
        <section class="card message no-print" aria-labelledby="message-title">
            <h2 id="message-title">{say(reports::MESSAGE)}</h2>
            <div class="row">
                <Choice
                    label=reports::MESSAGE_FOR
                    choices=Signal::derive(choices)
                    value=about
                    on_choose=move |id| {
                        about.set(id);
                        answer.set(None);
                    }
                />
                <button type="button" on:click=on(copy)>{say(reports::COPY)}</button>
            </div>
            <label class="field">
                <span>{say(reports::MESSAGE_TEXT)}</span>
                <textarea id=TEXT_ID readonly prop:value=live(move || text.get())></textarea>
            </label>
            <div role="status">
                {shown_if(move || answer.get().is_some(), move || view! { <p class="small">{live(told)}</p> })}
            </div>
        </section>
    }
}
