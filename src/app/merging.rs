//! Files that were opened: what each holds and what merging will do, then what came from whom, and what differs.
//!
//! Nothing of a file is taken in before the person says "Merge", and nothing that is here is ever replaced.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::differing::Differences;
use super::made::IntoMade;
use super::notes::{ConflictView, anchor_words};
use super::say::{live, on, part, say};
use super::store::{Panel, Store};
use crate::data::Lang;
use crate::exchange::differences::kind_words;
use crate::exchange::preview::Counts;
use crate::exchange::{self, FileError, Preview, WorkspaceFile};
use crate::journal::Kind;
use crate::text::say::{differing, merge, notes, problems, shell};
use crate::text::words::Words;
use crate::text::{date, number};
use crate::web::{clock, files, page};

/// A file that waits to be merged, or was refused.
#[derive(Clone)]
pub struct Incoming {
    name: String,
    outcome: Result<(Arc<WorkspaceFile>, Preview), String>,
}

/// What a merge has done.
#[derive(Clone, Default)]
pub struct Report {
    /// Records that came, by author.
    by_author: BTreeMap<String, (usize, usize)>,
    n_new: usize,
    n_known: usize,
}

/// Reads files that were picked or dropped, and shows what merging them would do.
pub fn open_all(store: Store, list: &web_sys::FileList) {
    let picked: Vec<web_sys::File> = (0..list.length()).filter_map(|at| list.get(at)).collect();
    if picked.is_empty() {
        return;
    }
    leptos::task::spawn_local(async move {
        let mut incoming = Vec::new();
        for file in picked {
            incoming.push(Incoming { name: file.name(), outcome: read(store, &file).await });
        }
        store.merge_report.set(None);
        store.incoming.set(incoming);
        store.panel.set(Some(Panel::Merge));
        page::focus_soon("panel-title");
    });
}

async fn read(store: Store, file: &web_sys::File) -> Result<(Arc<WorkspaceFile>, Preview), String> {
    let (name, lang) = (file.name(), store.lang_now());
    if file.size() > exchange::read::MAX_BYTES as f64 {
        let error = FileError::TooLarge { bytes: file.size() as usize, limit_bytes: exchange::read::MAX_BYTES };
        return Err(super::workspace::error_words(&error, &name, lang));
    }
    let bytes =
        files::read(file).await.map_err(|why| problems::FILE_OTHER.fill(lang, &[("name", &name), ("why", &why)]))?;
    let file = exchange::read(&bytes).map_err(|error| super::workspace::error_words(&error, &name, lang))?;
    let preview = store.desk().journal.with_untracked(|journal| exchange::preview(journal, &file));
    Ok((Arc::new(file), preview))
}

/// Takes in all files that wait.
fn merge_all(store: Store) {
    let mut report = Report::default();
    for incoming in store.incoming.get_untracked() {
        let Ok((file, _)) = incoming.outcome else { continue };
        let merged = store.desk().merge(file.records.clone());
        report.n_new += merged.new.len();
        report.n_known += merged.already_here;
        for (author, from) in merged.by_author {
            let sum = report.by_author.entry(author).or_default();
            sum.0 += from.records;
            sum.1 += from.things;
        }
    }
    store.desk().flush();
    store.announce(report_words(store, &report));
    store.incoming.set(Vec::new());
    store.merge_report.set(Some(report));
    page::focus_soon("panel-title");
}

fn report_words(store: Store, report: &Report) -> String {
    let lang = store.lang_now();
    if report.n_new == 0 {
        return merge::NOTHING_NEW.get(lang).to_owned();
    }
    let whole = |n: usize| number::whole(lang, n as u64);
    merge::MERGED.fill(lang, &[("n_new", &whole(report.n_new)), ("n_known", &whole(report.n_known))])
}

/// The panel of opened files.
#[component]
pub fn MergePanel() -> impl IntoView {
    let store = Store::take();
    let can_merge =
        Memo::new(move |_| store.incoming.with(|incoming| incoming.iter().any(|incoming| incoming.outcome.is_ok())));
    let close = move || {
        store.incoming.set(Vec::new());
        store.merge_report.set(None);
        store.close_panel();
    };
    view! {
        <aside
            class="side merge-panel"
            aria-labelledby="panel-title"
            on:keydown=on(move |event: web_sys::KeyboardEvent| {
                if event.key() == "Escape" {
                    close();
                }
            })
        >
            <header>
                <h2 id="panel-title" tabindex="-1">{say(merge::TITLE)}</h2>
                <button type="button" on:click=on(move |_| close())>{say(shell::CLOSE)}</button>
            </header>
            {part(move || store.incoming.get().into_iter().map(|file| view! { <FileView file=file/> }).collect_view())}
            <div class="row" hidden=live(move || store.incoming.with(Vec::is_empty))>
                <button
                    type="button"
                    class="primary"
                    disabled=live(move || !can_merge.get())
                    on:click=on(move |_| merge_all(store))
                >
                    {say(merge::MERGE)}
                </button>
                <button type="button" on:click=on(move |_| close())>{say(merge::CANCEL)}</button>
            </div>
            {part(move || store.merge_report.get().map(|report| view! { <ReportView report=report/> }))}
            <Conflicts/>
            <Differences/>
        </aside>
    }
}

/// One file: from whom, for which data set, what merging will do.
#[component]
fn FileView(file: Incoming) -> impl IntoView {
    let store = Store::take();
    let lang = store.lang_now();
    let body = match file.outcome {
        Err(words) => view! { <p class="problem">{words}</p> }.made(),
        Ok((held, preview)) => {
            let when = date::date_time_of(lang, held.saved_at_ms as i64, clock::offset_minutes());
            let who = if held.saved_by.is_empty() { notes::NO_NAME.get(lang) } else { &held.saved_by };
            let saved = notes::BY_AT.fill(lang, &[("who", who), ("when", &when)]);
            let mut warnings = Vec::new();
            if held.data_set.hash != store.data_set.hash {
                warnings.push(merge::OTHER_DATA_SET.fill(lang, &[("id", &held.data_set.id)]));
            }
            if held.cleaned_texts > 0 {
                warnings.push(merge::CLEANED.fill(lang, held.cleaned_texts as u64, &[]));
            }
            if preview.records_of_unknown_kinds > 0 {
                warnings.push(merge::UNKNOWN_KINDS.fill(lang, preview.records_of_unknown_kinds as u64, &[]));
            }
            let name = |author: &str| if author.is_empty() { notes::NO_NAME.get(lang) } else { author }.to_owned();
            let mut rows: Vec<(String, Counts)> =
                preview.authors.iter().map(|(author, counts)| (name(author), *counts)).collect();
            rows.push((merge::ALL_AUTHORS.get(lang).to_owned(), preview.notes));
            view! {
                <p class="muted small">{saved}</p>
                {warnings.into_iter().map(|words| view! { <p class="small warning">{words}</p> }).collect_view()}
                {counts_table(merge::AUTHOR, rows, lang)}
                {others_view(&preview, lang)}
            }
            .made()
        }
    };
    let title = file.name.clone();
    view! {
        <section class="incoming" aria-label=file.name>
            <h3>{title}</h3>
            {body}
        </section>
    }
}

/// What the file holds beside notes, by kind.
fn others_view(preview: &Preview, lang: Lang) -> impl IntoView + use<> {
    let words = |kind: &Kind| kind_words(kind).map_or_else(|| kind.code(), |words| words.get(lang)).to_owned();
    let rows: Vec<(String, Counts)> = preview.others.iter().map(|(kind, counts)| (words(kind), *counts)).collect();
    (!rows.is_empty()).then(|| counts_table(differing::BESIDE, rows, lang))
}

/// What merging will do: rows by name, under the heading that says what they are.
fn counts_table(what: Words, rows: Vec<(String, Counts)>, lang: Lang) -> impl IntoView {
    let heads = [what, merge::NEW, merge::UPDATED, merge::HERE, merge::BOTH];
    let heads = heads.map(|words| view! { <th scope="col">{words.get(lang)}</th> }).collect_view();
    let rows = rows.into_iter().map(|(name, counts)| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{counts.new}</td>
                <td>{counts.updated}</td>
                <td>{counts.already_here}</td>
                <td>{counts.changed_by_both}</td>
            </tr>
        }
    });
    view! {
        <div class="table-scroll">
            <table>
                <caption class="visually-hidden">{what.get(lang)}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// What came from whom.
#[component]
fn ReportView(report: Report) -> impl IntoView {
    let store = Store::take();
    let lang = store.lang_now();
    let rows = report
        .by_author
        .iter()
        .map(|(author, (n_records, n_things))| {
            let name = if author.is_empty() { notes::NO_NAME.get(lang) } else { author };
            let whole = |n: usize| number::whole(lang, n as u64);
            let came = merge::CAME.fill(lang, &[("changes", &whole(*n_records)), ("things", &whole(*n_things))]);
            view! { <li><strong>{name.to_owned()}</strong> " " {came}</li> }
        })
        .collect_view();
    view! {
        <section class="report">
            <h3>{merge::REPORT.get(lang)}</h3>
            <p>{report_words(store, &report)}</p>
            <ul>{rows}</ul>
        </section>
    }
}

/// Everything that people have written differently, wherever it came from, until it is resolved.
#[component]
fn Conflicts() -> impl IntoView {
    let store = Store::take();
    let found = Memo::new(move |_| {
        let of_notes = |journal: &crate::journal::Journal| {
            let conflicts = journal.state().conflicts();
            conflicts.into_iter().filter(|conflict| conflict.target.kind == Kind::Note).collect::<Vec<_>>()
        };
        store.desk().with_journal(of_notes)
    });
    let list = move || {
        let lang = store.lang();
        found
            .get()
            .into_iter()
            .map(|conflict| {
                let anchor = store.desk().journal.with_untracked(|journal| journal.state().note(&conflict.target.key));
                let place = anchor.map(|note| anchor_words(store, &note.anchor, lang)).unwrap_or_default();
                view! {
                    <div class="note">
                        <strong>{place}</strong>
                        <ConflictView conflict=conflict/>
                    </div>
                }
            })
            .collect_view()
    };
    let title = move || {
        let n = found.with(Vec::len);
        merge::N_CONFLICTS.fill(store.lang(), n as u64, &[])
    };
    view! {
        <section hidden=live(move || found.with(Vec::is_empty))>
            <h3>{live(title)}</h3>
            <div class="notes-list">{part(list)}</div>
        </section>
    }
}
