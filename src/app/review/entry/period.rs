//! Whose period the figures are of: the data set's own, one that is loaded, or a new one.

use leptos::prelude::*;

use super::Entry;
use crate::app::fields::Choice;
use crate::app::review::checked::focus_soon;
use crate::app::review::periods;
use crate::app::say::{live, on, say, shown_if};
use crate::review::own::review_period;
use crate::text::say::compare;

/// Values of the choice; ids of loaded periods stand behind a mark of their own.
const OWN: &str = "own";
const NEW: &str = "new";
const LOADED: &str = "id:";
const NEW_ID: &str = "new-period";

/// The choice, and the field of a new period's name.
#[component]
pub(super) fn PeriodChoice(entry: Entry) -> impl IntoView {
    let Entry { store, checked, .. } = entry;
    let is_adding = RwSignal::new(false);
    let wrong = RwSignal::new(None::<String>);
    let known = Memo::new(move |_| store.desk().with_journal(|journal| journal.state().periods()));
    let choices = move || {
        let lang = store.lang();
        let own = compare::OWN_PERIOD.fill(lang, &[("period", review_period(store.data_set))]);
        let mut choices = vec![(OWN.to_owned(), own)];
        choices.extend(known.get().into_iter().map(|(id, label)| (format!("{LOADED}{id}"), label)));
        choices.push((NEW.to_owned(), compare::ADD_PERIOD.get(lang).to_owned()));
        choices
    };
    let value = move || match (is_adding.get(), checked.period.get()) {
        (true, _) => NEW.to_owned(),
        (false, id) if id.is_empty() => OWN.to_owned(),
        (false, id) => format!("{LOADED}{id}"),
    };
    let choose = move |code: String| {
        wrong.set(None);
        is_adding.set(code == NEW);
        if code == NEW {
            focus_soon(NEW_ID.to_owned());
        } else {
            entry.show_period(code.strip_prefix(LOADED).unwrap_or_default().to_owned());
        }
    };
    // A period that was taken back or removed is entered no more.
    Effect::new(move |_| {
        let is_gone = |id: &String| !id.is_empty() && known.with(|known| known.iter().all(|(known, _)| known != id));
        if checked.period.with(is_gone) {
            checked.period.set(String::new());
        }
    });
    let node = NodeRef::<leptos::html::Input>::new();
    let add = move || {
        let name = node.get_untracked().map(|input| input.value()).unwrap_or_default();
        match periods::add(store, &name) {
            Ok(id) => {
                wrong.set(None);
                is_adding.set(false);
                entry.show_period(id);
                focus_soon("entry-title".to_owned());
            }
            Err(told) => wrong.set(Some(told)),
        }
    };
    let field = move || {
        view! {
            <form class="row new-period" on:submit=on(move |event: web_sys::SubmitEvent| {
                event.prevent_default();
                add();
            })>
                <label class="field">
                    <span>{say(compare::NEW_YEAR)}</span>
                    <input
                        node_ref=node
                        id=NEW_ID
                        autocomplete="off"
                        aria-invalid=live(move || wrong.with(Option::is_some).to_string())
                        aria-describedby=live(move || wrong.with(Option::is_some).then_some("new-period-wrong"))
                    />
                </label>
                <button type="submit">{say(compare::ADD)}</button>
                <p class="problem" id="new-period-wrong" hidden=live(move || wrong.with(Option::is_none))>
                    {live(move || wrong.get())}
                </p>
            </form>
        }
    };
    view! {
        <Choice
            label=compare::PERIOD
            choices=Signal::derive(choices)
            value=Signal::derive(value)
            on_choose=choose
        />
        {shown_if(move || is_adding.get(), field)}
    }
}
