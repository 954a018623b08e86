//! Parts of the page that are not needed for the first picture: each piece of the program is loaded at its first use.
//!
//! A function marked with a piece's name is cut out of the wasm by `cargo xtask post-build`, with all that only it needs.
//! The worker keeps the pieces like all other files, so they are there without a network. Pieces: `aside` (panels, area
//! sheet, files, the desk, the equal tiles, About the data), `linked` (charts and table that are linked with the map, the
//! city's figures, chips of filters, fields of classes), `review` (the Review page, reports, estimates and changes in all views), `tasks` (the
//! Tasks page, its figures on the map, its part of the area sheet).

#![expect(clippy::unnecessary_wraps, reason = "a marked function fails where its piece has not arrived")]

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::about::About;
use super::atlas::{
    Chips, CityFigures, CityKpi, ClassingFields, DistributionCard, DotsLayer, DotsSwitch, MapState, Ranked,
    ScatterCard, SelectionBar, TableCard,
};
use super::compared::Comparison;
use super::desk::Desk;
use super::made::{IntoMade, Made};
use super::merging::{self, MergePanel};
use super::notes::NotesPanel;
use super::review::{EstimatedSum, EstimatesSwitch, PracticeBanner, ReviewPage};
use super::reviewing::Reviewing;
use super::say::{Part, on, say};
use super::sheet::AreaSheet;
use super::store::{Panel, Remedy, Store, Tone};
use super::tasking::Tasking;
use super::tasks::{TasksInSheet, TasksPage};
use super::workspace::{self, WorkspacePanel};
use crate::geo::Tiles;
use crate::text::say::problems;
use crate::web::page;

/// What is linked with the map.
#[derive(Clone, Copy)]
enum Linked {
    Kpi,
    Classing,
    Ranked,
    Distribution,
    Scatter,
    Table,
    SelectionBar,
    Chips,
    CityFigures,
}

/// What is made by the piece of the reviews.
#[derive(Clone, Copy)]
enum OfReview {
    Page,
    PracticeBanner,
    Comparison,
    EstimatesSwitch,
    EstimatedSum,
    DotsSwitch,
    Dots(MapState),
}

/// What is made by the piece of the year's work.
#[derive(Clone, Copy)]
enum OfTasks {
    Page,
    /// An area's tasks and targets, in its sheet.
    InSheet(usize),
}

/// A piece of the program that did not arrive.
pub struct NotLoaded;

impl From<SplitLoaderError> for NotLoaded {
    fn from(_: SplitLoaderError) -> NotLoaded {
        NotLoaded
    }
}

#[wasm_split(aside, wasm_split_path = leptos::wasm_split, preload(load_aside), fallible)]
fn make_aside(panel: Option<Panel>, area_ix: usize) -> Result<Made, NotLoaded> {
    Ok(match panel {
        Some(Panel::Notes) => view! { <NotesPanel/> }.made(),
        Some(Panel::Merge) => view! { <MergePanel/> }.made(),
        Some(Panel::Workspace) => view! { <WorkspacePanel/> }.made(),
        None => view! { <AreaSheet area_ix=area_ix/> }.made(),
    })
}

#[wasm_split(linked, wasm_split_path = leptos::wasm_split, preload(load_linked), fallible)]
fn make_linked(which: Linked) -> Result<Made, NotLoaded> {
    Ok(match which {
        Linked::Kpi => view! { <CityKpi/> }.made(),
        Linked::Classing => view! { <ClassingFields/> }.made(),
        Linked::Ranked => view! { <Ranked/> }.made(),
        Linked::Distribution => view! { <DistributionCard/> }.made(),
        Linked::Scatter => view! { <ScatterCard/> }.made(),
        Linked::Table => view! { <TableCard/> }.made(),
        Linked::SelectionBar => view! { <SelectionBar/> }.made(),
        Linked::Chips => view! { <Chips/> }.made(),
        Linked::CityFigures => view! { <CityFigures/> }.made(),
    })
}

#[wasm_split(aside, wasm_split_path = leptos::wasm_split, fallible)]
fn place_tiles_now(store: Store) -> Result<(), NotLoaded> {
    let tiles = Tiles::assign(&store.geometry.areas, &store.geometry.neighbours);
    store.tiles.set(Some(Arc::new(tiles.shapes())));
    Ok(())
}

#[wasm_split(review, wasm_split_path = leptos::wasm_split, preload(load_review), fallible)]
fn make_review(which: OfReview) -> Result<Made, NotLoaded> {
    Ok(match which {
        OfReview::Page => view! { <ReviewPage/> }.made(),
        OfReview::PracticeBanner => view! { <PracticeBanner/> }.made(),
        OfReview::Comparison => view! { <Comparison/> }.made(),
        OfReview::EstimatesSwitch => view! { <EstimatesSwitch/> }.made(),
        OfReview::EstimatedSum => view! { <EstimatedSum/> }.made(),
        OfReview::DotsSwitch => view! { <DotsSwitch/> }.made(),
        OfReview::Dots(map) => view! { <DotsLayer map=map/> }.made(),
    })
}

#[wasm_split(review, wasm_split_path = leptos::wasm_split, fallible)]
fn open_review_now(store: Store) -> Result<(), NotLoaded> {
    Reviewing::of(store);
    Ok(())
}

#[wasm_split(review, wasm_split_path = leptos::wasm_split, fallible)]
fn open_table_now(store: Store, file: web_sys::File) -> Result<(), NotLoaded> {
    super::review::open_file(store, file);
    Ok(())
}

#[wasm_split(tasks, wasm_split_path = leptos::wasm_split, preload(load_tasks), fallible)]
fn make_tasks(which: OfTasks) -> Result<Made, NotLoaded> {
    Ok(match which {
        OfTasks::Page => view! { <TasksPage/> }.made(),
        OfTasks::InSheet(area_ix) => view! { <TasksInSheet area_ix=area_ix/> }.made(),
    })
}

#[wasm_split(tasks, wasm_split_path = leptos::wasm_split, fallible)]
fn open_tasks_now(store: Store) -> Result<(), NotLoaded> {
    Tasking::of(store);
    Ok(())
}

#[wasm_split(aside, wasm_split_path = leptos::wasm_split, preload(load_about), fallible)]
fn make_about() -> Result<Made, NotLoaded> {
    Ok(view! { <About/> }.made())
}

#[wasm_split(aside, wasm_split_path = leptos::wasm_split, fallible)]
fn remedy_now(store: Store, remedy: Remedy) -> Result<(), NotLoaded> {
    workspace::carry_out(store, remedy);
    Ok(())
}

#[wasm_split(aside, wasm_split_path = leptos::wasm_split, fallible)]
fn open_now(store: Store, files: web_sys::FileList) -> Result<(), NotLoaded> {
    merging::open_all(store, &files);
    Ok(())
}

#[wasm_split(aside, wasm_split_path = leptos::wasm_split, fallible)]
fn open_desk_now(store: Store) -> Result<(), NotLoaded> {
    Desk::of(store);
    Ok(())
}

/// The panel that is open, or the sheet of an area if none is.
pub fn aside(panel: Option<Panel>, area_ix: usize) -> Made {
    when_loaded(load_aside, Box::new(move || at_once(make_aside(panel, area_ix))))
}

/// The city's published figure under the sentence.
pub fn kpi() -> Made {
    linked(Linked::Kpi)
}

/// The fields of classes and colours.
pub fn classing() -> Made {
    linked(Linked::Classing)
}

/// The ranked bars.
pub fn ranked() -> Made {
    linked(Linked::Ranked)
}

/// The distribution with its brush.
pub fn distribution() -> Made {
    linked(Linked::Distribution)
}

/// The scatter plot.
pub fn scatter() -> Made {
    linked(Linked::Scatter)
}

/// How many areas are chosen, and what can be done with them.
pub fn selection_bar() -> Made {
    linked(Linked::SelectionBar)
}

/// The active filters, while there are any.
pub fn chips() -> Made {
    linked(Linked::Chips)
}

/// The city's published results.
pub fn city_figures() -> Made {
    linked(Linked::CityFigures)
}

/// The table.
pub fn table() -> Made {
    linked(Linked::Table)
}

fn linked(which: Linked) -> Made {
    when_loaded(load_linked, Box::new(move || at_once(make_linked(which))))
}

/// Places the equal tiles, which takes a moment that the first picture does not need; the store holds them afterwards.
pub fn place_tiles(store: Store) {
    leptos::task::spawn_local(async move { told(store, &place_tiles_now(store).await) });
}

/// The Review page.
pub fn review() -> Made {
    of_review(OfReview::Page)
}

/// The Tasks page.
pub fn tasks() -> Made {
    when_loaded(load_tasks, Box::new(|| at_once(make_tasks(OfTasks::Page))))
}

/// An area's tasks and targets, in its sheet.
pub fn tasks_in_sheet(area_ix: usize) -> Made {
    when_loaded(load_tasks, Box::new(move || at_once(make_tasks(OfTasks::InSheet(area_ix)))))
}

/// Has the figures of the year's work laid beside those of the data set.
pub fn open_tasks(store: Store) {
    leptos::task::spawn_local(async move { told(store, &open_tasks_now(store).await) });
}

/// Has reports and estimates laid over what all views show.
pub fn open_review(store: Store) {
    leptos::task::spawn_local(async move { told(store, &open_review_now(store).await) });
}

/// The page about the data set.
pub fn about() -> Made {
    when_loaded(load_about, Box::new(|| at_once(make_about())))
}

/// Does what a notice's button says.
pub fn carry_out(store: Store, remedy: Remedy) {
    leptos::task::spawn_local(async move { told(store, &remedy_now(store, remedy).await) });
}

/// Takes files that are dropped anywhere on the page: tables to the import, all others to the files of notes.
pub fn accept_dropped_files(store: Store) {
    page::on_drop(move |files| {
        leptos::task::spawn_local(async move {
            let table = files.get(0).filter(|file| is_table(&file.name()));
            let outcome = match table {
                Some(file) => open_table_now(store, file).await,
                None => open_now(store, files).await,
            };
            told(store, &outcome);
        });
    });
}

fn is_table(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default();
    ["csv", "tsv", "txt", "xlsx", "ods"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// What stands on every page while invented figures are loaded.
pub fn practice_banner() -> Made {
    of_review(OfReview::PracticeBanner)
}

/// The choice of a change beside the indicator.
pub fn comparison() -> Made {
    of_review(OfReview::Comparison)
}

/// The switch of the estimates in the legend.
pub fn estimates_switch() -> Made {
    of_review(OfReview::EstimatesSwitch)
}

/// The estimated sum of what passes the filters.
pub fn estimated_sum() -> Made {
    of_review(OfReview::EstimatedSum)
}

/// The switch of the dots in the legend.
pub fn dots_switch() -> Made {
    of_review(OfReview::DotsSwitch)
}

/// Streets and villages as dots over the map.
pub fn dots(map: MapState) -> Made {
    of_review(OfReview::Dots(map))
}

fn of_review(which: OfReview) -> Made {
    when_loaded(load_review, Box::new(move || at_once(make_review(which))))
}

/// Opens the desk: reads what is stored on this device, and takes what is entered from now on.
pub fn open_desk(store: Store) {
    leptos::task::spawn_local(async move { told(store, &open_desk_now(store).await) });
}

fn told(store: Store, outcome: &Result<(), NotLoaded>) {
    if outcome.is_err() {
        store.notify("piece", Tone::Trouble, problems::PIECE_MISSING.get(store.lang_now()).to_owned());
    }
}

/// What `make` gives as soon as its piece is there; until then a word of waiting, and a way to try again if it fails.
fn when_loaded<F>(load: fn() -> F, make: Box<dyn Fn() -> Option<Made> + Send>) -> Made
where
    F: Future<Output = Result<(), SplitLoaderError>> + 'static,
{
    let state = RwSignal::new(None::<bool>);
    let fetch = move || {
        state.set(None);
        leptos::task::spawn_local(async move {
            let is_there = load().await.is_ok();
            // The place may have gone while the piece was on its way.
            if state.try_get_untracked().is_some() {
                state.set(Some(is_there));
                page::focus_waiting();
            }
        });
    };
    let loaded = poll_once(load()).is_some_and(|outcome| outcome.is_ok());
    if loaded {
        state.set(Some(true));
    } else {
        fetch();
    }
    let shown: Part = Box::new(move || match state.get() {
        Some(true) => make().unwrap_or_else(|| ().made()),
        None => view! { <p class="piece" role="status">{say(problems::PIECE_LOADING)}</p> }.made(),
        Some(false) => view! {
            <div class="piece" role="alert">
                <p>{say(problems::PIECE_MISSING)}</p>
                <button type="button" on:click=on(move |_| fetch())>{say(problems::TRY_AGAIN)}</button>
            </div>
        }
        .made(),
    });
    shown.made()
}

/// The outcome of a piece's function whose piece is there.
fn at_once(call: impl Future<Output = Result<Made, NotLoaded>>) -> Option<Made> {
    poll_once(call)?.ok()
}

fn poll_once<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    }
}
