//! The list of recommendations, latest first: a row each, and the open one below its row.

use leptos::prelude::*;

use super::filters::{Filters, Many};
use super::{Looking, PAGE, TITLE_ID, editor, open_id};
use crate::app::made::{IntoMade, Made};
use crate::app::say::{list, live, on, part, say, shown_if};
use crate::data::Lang;
use crate::exchange::differences::shortened;
use crate::goals::words::status_words;
use crate::journal::Recommendation;
use crate::text::say::{goals, recommending};
use crate::text::{date, number};
use crate::web::page;

/// The card of the list.
#[component]
pub fn Listed(looking: Looking) -> impl IntoView {
    let store = looking.store;
    let has_any = Memo::new(move |_| looking.all.with(|all| !all.is_empty()));
    let n_shown = Memo::new(move |_| looking.shown.with(|shown| shown.len()));
    let count = move || {
        let (lang, whole) = (store.lang(), |n: usize| number::whole(store.lang(), n as u64));
        let all = looking.all.with(|all| all.len());
        recommending::SHOWN_OF.fill(lang, &[("n", &whole(n_shown.get())), ("all", &whole(all))])
    };
    view! {
        <section class="card recommendations" aria-labelledby=TITLE_ID>
            <h2 id=TITLE_ID tabindex="-1">{say(recommending::TITLE)}</h2>
            <p class="muted">{say(recommending::INTRO)}</p>
            {shown_if(move || !has_any.get(), || view! {
                <p class="empty"><strong>{say(recommending::EMPTY)}</strong> " " {say(recommending::EMPTY_HELP)}</p>
            })}
            <div class="stack" hidden=live(move || !has_any.get())>
                <Filters looking=looking/>
                <p role="status">{live(count)}</p>
                {shown_if(move || n_shown.get() == 0, || view! { <p>{say(recommending::NONE_FOUND)}</p> })}
                {shown_if(move || n_shown.get() > 0, move || view! {
                    <Many looking=looking/>
                    <Rows looking=looking n_shown=n_shown/>
                })}
            </div>
        </section>
    }
}

#[component]
fn Rows(looking: Looking, n_shown: Memo<usize>) -> impl IntoView {
    let store = looking.store;
    let listed = move || {
        let limit = looking.limit.get();
        looking.shown.with(|shown| shown.iter().rev().take(limit).map(|one| one.id.clone()).collect::<Vec<_>>())
    };
    let are_all_marked = move || looking.marked.with(|marked| listed().iter().all(|id| marked.contains(id)));
    let mark_all = move |event: web_sys::Event| {
        let (is_on, ids) = (event_target_checked(&event), untrack(listed));
        looking.marked.update(|marked| {
            for id in ids {
                if is_on {
                    marked.insert(id);
                } else {
                    marked.remove(&id);
                }
            }
        });
    };
    let n_more = Memo::new(move |_| n_shown.get().saturating_sub(looking.limit.get()).min(PAGE));
    let more = move || {
        let lang = store.lang();
        recommending::SHOW_MORE.fill(lang, &[("n", &number::whole(lang, n_more.get() as u64))])
    };
    // The button may go with the last page, so the focus goes to the first row that came.
    let show_more = move |_| {
        let first = looking.limit.get_untracked();
        looking.limit.set(first + PAGE);
        let id = looking.shown.with_untracked(|shown| shown.iter().rev().nth(first).map(|one| open_id(&one.id)));
        request_animation_frame(move || page::focus(&id.unwrap_or_default()));
    };
    view! {
        <div class="table-scroll" role="group" tabindex="0" aria-labelledby=TITLE_ID>
            <table>
                <thead>
                    <tr>
                        <td class="mark-cell no-print">
                            <input
                                type="checkbox"
                                aria-label=say(recommending::MARK_ALL)
                                prop:checked=live(are_all_marked)
                                on:change=on(mark_all)
                            />
                        </td>
                        <th scope="col" class="text">{say(goals::RECOMMENDATION)}</th>
                        <th scope="col" class="text">{say(recommending::BY_AREA)}</th>
                        <th scope="col" class="text">{say(goals::THEME)}</th>
                        <th scope="col" class="text">{say(goals::TO)}</th>
                        <th scope="col" class="text">{say(goals::DATE)}</th>
                        <th scope="col" class="text">{say(goals::STATUS)}</th>
                    </tr>
                </thead>
                {list(listed, move |id| row(looking, &id))}
            </table>
        </div>
        {shown_if(move || n_more.get() > 0, move || view! {
            <button type="button" class="no-print" on:click=on(show_more)>{live(more)}</button>
        })}
    }
}

/// A recommendation's rows: a group of its own, so that the open one stands below its row.
fn row(looking: Looking, id: &str) -> Made {
    let store = looking.store;
    let one = {
        let id = id.to_owned();
        Memo::new(move |_| looking.shown.with(|shown| shown.iter().find(|one| one.id == id).cloned()))
    };
    let is_open = {
        let id = id.to_owned();
        Memo::new(move |_| looking.open.with(|open| open.as_deref() == Some(&*id)))
    };
    let (open_of, edit_of) = (id.to_owned(), id.to_owned());
    let cells = move || one.get().map(|one| cells(looking, &one, store.lang()));
    let editor = move || {
        is_open.get().then(|| {
            view! {
                <tr class="open-row">
                    <td colspan="7"><editor::Editor looking=looking id=edit_of.clone()/></td>
                </tr>
            }
        })
    };
    let toggle = move |_| {
        if is_open.get_untracked() { looking.close() } else { looking.show(&open_of) }
    };
    let (mark_of, marked_of) = (id.to_owned(), id.to_owned());
    let text = move || one.with(|one| one.as_ref().map(|one| shortened(&one.text)).unwrap_or_default());
    view! {
        <tbody>
            <tr>
                <td class="mark-cell no-print">
                    <input
                        type="checkbox"
                        aria-label=live(move || recommending::MARK.fill(store.lang(), &[("text", &text())]))
                        prop:checked=live(move || looking.marked.with(|marked| marked.contains(&marked_of)))
                        on:change=on(move |event: web_sys::Event| {
                            let is_on = event_target_checked(&event);
                            looking.marked.update(|marked| {
                                if is_on { marked.insert(mark_of.clone()) } else { marked.remove(&mark_of) };
                            });
                        })
                    />
                </td>
                <th scope="row" class="what">
                    <button
                        type="button"
                        class="link"
                        id=open_id(id)
                        aria-expanded=live(move || is_open.get().to_string())
                        on:click=on(toggle)
                    >
                        {live(move || {
                            let text = text();
                            if text.is_empty() { recommending::EMPTY_NOTE.get(store.lang()).to_owned() } else { text }
                        })}
                    </button>
                </th>
                {part(cells)}
            </tr>
            {part(editor)}
        </tbody>
    }
    .made()
}

fn cells(looking: Looking, one: &Recommendation, lang: Lang) -> impl IntoView + use<> {
    let day = one.date.map(|day| date::date(lang, day));
    let differs = (!one.conflicts.is_empty()).then(|| {
        view! {
            " " <span class="mark">{recommending::DIFFERS.get(lang)}</span>
        }
    });
    view! {
        <td class="text">{looking.area_name(&one.area)}</td>
        <td class="text">{one.theme.clone()}</td>
        <td class="text">{one.to.clone()}</td>
        <td class="text day">{day}</td>
        <td class="text">
            <span class="status" data-status=one.status.code()>{status_words(one.status).get(lang)}</span>
            {differs}
        </td>
    }
}
