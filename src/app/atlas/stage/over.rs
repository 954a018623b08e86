//! What lies over the drawing of the map: marks of notes, the box that is drawn, the label at the pointer, buttons.

use leptos::prelude::*;

use super::{Gesture, MapState};
use crate::app::atlas::legend::can_be_estimated;
use crate::app::say::{live, on, part, say, shown_if};
use crate::app::store::Store;
use crate::text::say::atlas;
use crate::view::query::Layout;

/// Small marks where areas have notes.
#[component]
pub(super) fn NoteMarks(map: MapState) -> impl IntoView {
    let store = map.store;
    let marks = move || {
        let n_notes = store.derived.n_notes.get();
        if map.flow.with(Option::is_some) || map.size.get()[0] < 1.0 {
            return Vec::new();
        }
        let (camera, size) = (map.camera(), map.size.get());
        map.target.with(|shapes| {
            let noted = n_notes.iter().enumerate().filter(|(_, n)| **n > 0);
            noted
                .map(|(area_ix, n)| {
                    let at_px = camera.to_px(size, shapes[area_ix].label_at);
                    view! {
                        <span
                            class="note-mark"
                            aria-hidden="true"
                            style:left=format!("{:.1}px", at_px[0] + 10.0)
                            style:top=format!("{:.1}px", at_px[1] - 24.0)
                        >
                            {*n}
                        </span>
                    }
                })
                .collect::<Vec<_>>()
        })
    };
    part(marks)
}

/// What stands on the map while there is nothing to fill.
#[component]
pub(super) fn Empty() -> impl IntoView {
    let store = Store::take();
    let help = move || {
        let words = if can_be_estimated(store) { atlas::NOTHING_TO_DRAW_HELP } else { atlas::NOTHING_REPORTED_HELP };
        words.get(store.lang())
    };
    view! {
        {shown_if(move || store.derived.column.with(|column| column.n_known() == 0), move || view! {
            <div class="map-empty" role="note">
                <strong>{say(atlas::NOTHING_TO_DRAW)}</strong>
                <span>{live(help)}</span>
            </div>
        })}
    }
}

/// The frame that is being dragged.
#[component]
pub(super) fn BoxFrame(map: MapState) -> impl IntoView {
    let frame = move || match map.gesture.get() {
        Some(Gesture::Box { start_px, now_px }) => Some((start_px, now_px)),
        _ => None,
    };
    part(move || {
        frame().map(|(a, b)| {
            view! {
                <div
                    class="box"
                    style:left=format!("{}px", a[0].min(b[0]))
                    style:top=format!("{}px", a[1].min(b[1]))
                    style:width=format!("{}px", (a[0] - b[0]).abs())
                    style:height=format!("{}px", (a[1] - b[1]).abs())
                ></div>
            }
        })
    })
}

/// Name and figure of the area under the pointer.
#[component]
pub(super) fn HoverLabel(map: MapState) -> impl IntoView {
    let store = map.store;
    part(move || {
        let area_ix = store.hover.get()?;
        let at_px = map.pointer_at.get()?;
        let size = map.size.get();
        let line = store.derived.area_line(area_ix);
        let (name, rest) = line
            .split_once([',', ':'])
            .map_or((line.clone(), String::new()), |(name, rest)| (name.to_owned(), rest.trim().to_owned()));
        // To the side and above or below where there is room.
        let left = (at_px[0] < size[0] / 2.0).then(|| format!("{:.0}px", at_px[0] + 14.0));
        let right = left.is_none().then(|| format!("{:.0}px", size[0] - at_px[0] + 14.0));
        let top = (at_px[1] < size[1] / 2.0).then(|| format!("{:.0}px", at_px[1] + 14.0));
        let bottom = top.is_none().then(|| format!("{:.0}px", size[1] - at_px[1] + 14.0));
        Some(view! {
            <div
                class="hover-label"
                style:left=left.unwrap_or_default()
                style:right=right.unwrap_or_default()
                style:top=top.unwrap_or_default()
                style:bottom=bottom.unwrap_or_default()
                aria-hidden="true"
            >
                <strong>{name}</strong>
                {rest}
            </div>
        })
    })
}

/// Buttons over the map.
#[component]
pub(super) fn Zoom(map: MapState) -> impl IntoView {
    view! {
        <div class="zoom no-print">
            <button type="button" aria-label=say(atlas::ZOOM_IN) on:click=on(move |_| map.zoom(None, 1.6))>
                "+"
            </button>
            <button
                type="button"
                aria-label=say(atlas::ZOOM_OUT)
                disabled=live(move || map.moved_camera.with(Option::is_none))
                on:click=on(move |_| map.zoom(None, 1.0 / 1.6))
            >
                "−"
            </button>
            <button
                type="button"
                disabled=live(move || map.moved_camera.with(Option::is_none))
                on:click=on(move |_| map.moved_camera.set(None))
            >
                {say(atlas::FIT)}
            </button>
            <button
                type="button"
                title=say(atlas::CENTRE_HELP)
                hidden=live(move || map.centre.is_none() || map.store.derived.layout.get() != Layout::Outlines)
                on:click=on(move |_| map.go_to_centre())
            >
                {say(atlas::CENTRE)}
            </button>
            <button
                type="button"
                aria-pressed=live(move || map.is_boxing.get().to_string())
                title=say(atlas::BOX_SELECT_HELP)
                on:click=on(move |_| map.is_boxing.update(|boxing| *boxing = !*boxing))
            >
                {say(atlas::BOX_SELECT)}
            </button>
        </div>
    }
}
