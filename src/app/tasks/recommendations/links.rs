//! Notes and tasks that belong to a recommendation: links that go there, and two lists to choose another one from.

use leptos::prelude::*;

use super::editor::Opened;
use crate::app::fields::Choice;
use crate::app::notes::anchor_words;
use crate::app::say::{live, on, part, say, shown_if};
use crate::app::store::{Panel, Store};
use crate::app::tasking::Tasking;
use crate::app::tasks::list::go_to_task;
use crate::exchange::differences::shortened;
use crate::journal::{GoalIntent, LinkTo, Note};
use crate::text::say::recommending;
use crate::text::words::Words;
use crate::web::page;

/// Something to link with.
#[derive(Clone, PartialEq)]
struct End {
    id: String,
    /// What it is called; `None` if it is not on this device.
    name: Option<String>,
}

/// The links of the open one.
#[component]
pub fn Links(opened: Opened) -> impl IntoView {
    let store = opened.looking.store;
    let linked = move |is_note: bool| {
        opened.one.with(|one| one.as_ref().map(|one| if is_note { one.notes.clone() } else { one.tasks.clone() }))
    };
    let ends = move |is_note: bool| {
        let all = if is_note { all_notes(store) } else { all_tasks(store) };
        let name_of = |id: &String| all.iter().find(|end| end.id == *id).and_then(|end| end.name.clone());
        let found = linked(is_note).unwrap_or_default().into_iter();
        found.map(|id| End { name: name_of(&id), id }).collect::<Vec<_>>()
    };
    let has_none =
        Memo::new(move |_| [true, false].iter().all(|is_note| linked(*is_note).unwrap_or_default().is_empty()));
    let links = move || {
        let notes = ends(true).into_iter().map(|end| (true, end));
        let tasks = ends(false).into_iter().map(|end| (false, end));
        notes.chain(tasks).map(|(is_note, end)| link(opened, is_note, end)).collect_view()
    };
    view! {
        <section class="links" aria-labelledby="recommendation-links">
            <h4 id="recommendation-links" tabindex="-1">{say(recommending::LINKS)}</h4>
            {shown_if(move || has_none.get(), || view! { <p class="muted small">{say(recommending::NO_LINKS)}</p> })}
            <ul>{part(links)}</ul>
            <div class="row no-print">
                <Chooser opened=opened is_note=true/>
                <Chooser opened=opened is_note=false/>
            </div>
        </section>
    }
}

/// Another note or task to link with; nothing where all are linked.
#[component]
fn Chooser(opened: Opened, is_note: bool) -> impl IntoView {
    let store = opened.looking.store;
    let open = Memo::new(move |_| {
        let mut all = if is_note { all_notes(store) } else { all_tasks(store) };
        let linked = opened.one.with(|one| {
            let one = one.as_ref()?;
            Some(if is_note { one.notes.clone() } else { one.tasks.clone() })
        });
        let linked = linked.unwrap_or_default();
        all.retain(|end| !linked.contains(&end.id));
        all
    });
    let chosen = RwSignal::new(String::new());
    let choices = move || {
        let mut entries = vec![(String::new(), recommending::CHOOSE.get(store.lang()).to_owned())];
        entries.extend(open.get().into_iter().map(|end| (end.id, end.name.unwrap_or_default())));
        entries
    };
    let (label, button): (Words, Words) = if is_note {
        (recommending::LINK_NOTE, recommending::LINK_THE_NOTE)
    } else {
        (recommending::LINK_TASK, recommending::LINK_THE_TASK)
    };
    let add = move |_| {
        let id = chosen.get_untracked();
        if id.is_empty() {
            return;
        }
        let to = if is_note { LinkTo::Note(id) } else { LinkTo::Task(id) };
        opened.write(|id| GoalIntent::Link { id, to, linked: true });
        chosen.set(String::new());
        page::focus_soon("recommendation-links");
    };
    shown_if(
        move || open.with(|open| !open.is_empty()),
        move || {
            view! {
                <div class="row chooser">
                    <Choice
                        label=label
                        choices=Signal::derive(choices)
                        value=chosen
                        on_choose=move |id: String| chosen.set(id)
                    />
                    <button
                        type="button"
                        aria-label=say(button)
                        disabled=live(move || chosen.with(String::is_empty))
                        on:click=on(add)
                    >
                        {say(recommending::LINK)}
                    </button>
                </div>
            }
        },
    )
}

fn link(opened: Opened, is_note: bool, end: End) -> impl IntoView {
    let store = opened.looking.store;
    let lang = store.lang();
    let is_here = end.name.is_some();
    let text = end.name.unwrap_or_else(|| recommending::NOT_HERE.get(lang).to_owned());
    let what = if is_note { recommending::NOTE_LINK } else { recommending::TASK_LINK }.fill(lang, &[("text", &text)]);
    let label = recommending::UNLINK_WHAT.fill(lang, &[("what", &what)]);
    let (go_to, id) = (end.id.clone(), end.id);
    let go = move |_| {
        if is_note { show_note(store, &go_to) } else { go_to_task(store, go_to.clone()) }
    };
    let remove = move |_| {
        let to = if is_note { LinkTo::Note(id.clone()) } else { LinkTo::Task(id.clone()) };
        opened.write(|id| GoalIntent::Link { id, to, linked: false });
        page::focus_soon("recommendation-links");
    };
    view! {
        <li class="row">
            <button type="button" class="link" disabled=!is_here on:click=on(go)>{what}</button>
            <button type="button" class="no-print" aria-label=label on:click=on(remove)>{say(recommending::UNLINK)}</button>
        </li>
    }
}

/// Opens the panel of notes with the keyboard in the note's text.
fn show_note(store: Store, id: &str) {
    page::remember_focus();
    // A panel that is open already may leave the note out by what is searched there; it is made anew.
    store.panel.set(None);
    let id = format!("note-text-{id}");
    request_animation_frame(move || {
        store.panel.set(Some(Panel::Notes));
        // The panel is put in at the next frame, and its notes with it.
        request_animation_frame(move || request_animation_frame(move || page::focus(&id)));
    });
}

fn all_notes(store: Store) -> Vec<End> {
    let lang = store.lang();
    let name = |note: &Note| {
        let text = shortened(&note.text);
        let text = if text.is_empty() { recommending::EMPTY_NOTE.get(lang).to_owned() } else { text };
        format!("{text} ({})", anchor_words(store, &note.anchor, lang))
    };
    store.desk().notes().into_iter().map(|note| End { name: Some(name(&note)), id: note.id }).collect()
}

fn all_tasks(store: Store) -> Vec<End> {
    let lang = store.lang();
    let tasks = Tasking::of(store).tasks.get();
    tasks.iter().map(|task| End { id: task.id.clone(), name: Some(shortened(task.title.get(lang))) }).collect()
}
