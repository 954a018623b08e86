//! Fields of a day, and the day that the page looks at.

use leptos::prelude::*;

use crate::app::say::{live, on, say};
use crate::app::store::Store;
use crate::app::tasking::Tasking;
use crate::text::say::working;
use crate::text::typed_date;

/// The day that the work is looked at, with the way back to today. It stands in the address.
#[component]
pub fn AsOf() -> impl IntoView {
    let store = Store::take();
    let as_of = Tasking::of(store).as_of;
    let wrong = RwSignal::new(None::<String>);
    let node = NodeRef::<leptos::html::Input>::new();
    let problem_id = store.new_id("problem");
    let described_by = problem_id.clone();
    let shown = Memo::new(move |_| typed_date::field_text(store.lang(), as_of.get()));
    let put_back = move || {
        wrong.set(None);
        if let Some(input) = node.get_untracked() {
            input.set_value(&shown.get_untracked());
        }
    };
    // Another day by any other way (Back, an address) also takes back what was typed wrong here.
    Effect::new(move |_| {
        shown.track();
        put_back();
    });
    let take = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        match typed_date::read(&text) {
            Some(day) => {
                store.look_on(Some(day));
                put_back();
            }
            None => wrong.set(Some(text.chars().take(40).collect())),
        }
    };
    let today = move |_| {
        store.look_on(None);
        put_back();
    };
    let told = move || working::BAD_DAY.fill(store.lang(), &[("text", &wrong.get().unwrap_or_default())]);
    view! {
        <div class="as-of">
            <div class="row">
                <label class="field">
                    <span>{say(working::AS_OF)}</span>
                    <input
                        node_ref=node
                        class="day"
                        autocomplete="off"
                        placeholder=say(working::DAY_EXAMPLE)
                        prop:value=live(move || shown.get())
                        aria-invalid=live(move || wrong.with(Option::is_some).to_string())
                        aria-describedby=live(move || wrong.with(Option::is_some).then(|| described_by.clone()))
                        on:change=on(take)
                    />
                </label>
                <button type="button" on:click=on(today)>{say(working::TODAY)}</button>
            </div>
            <p class="problem" id=problem_id role="alert" hidden=live(move || wrong.with(Option::is_none))>{live(told)}</p>
        </div>
    }
}
