//! A range filter: a small histogram to drag over, and the same range as two number fields.

use leptos::html::Div;
use leptos::prelude::*;

use crate::app::fields::{NumberField, Segments};
use crate::app::plot::{Plot, capture_pointer, live_scene, pointer_px};
use crate::app::say::{live, on, say, shown_if};
use crate::app::store::Store;
use crate::draw::mini_histogram::{Bars, MiniHistogram, MiniHistogramSpec, mini_histogram_scene};
use crate::text::number;
use crate::text::say::atlas;
use crate::view::filter::Clause;
use crate::view::query::{Filter, Measure};

/// The two ends of the range that the query holds for a measure, as they are drawn.
pub fn ends(store: Store, measure: &Measure) -> Ends {
    store.derived.parts.filter.with(|filter| ends_in(filter, measure))
}

/// The same as fields show them, a frame later.
pub fn told_ends(store: Store, measure: &Measure) -> Ends {
    store.derived.told.filter.with(|filter| ends_in(filter, measure))
}

type Ends = (Option<f64>, Option<f64>);

fn ends_in(filter: &Filter, measure: &Measure) -> Ends {
    let range = filter.ranges.iter().find(|range| range.measure == *measure);
    range.map_or((None, None), |range| (range.min, range.max))
}

/// Histogram, brush and fields for one measure.
#[component]
pub fn RangeFilter(
    /// What is filtered.
    measure: Measure,
    /// It stands there always (the measure on the map); then there is nothing to remove until a range is set.
    #[prop(into)]
    is_fixed: Signal<bool>,
    /// Called when the person takes the whole filter away.
    #[prop(into)]
    on_remove: Callback<()>,
) -> impl IntoView {
    let store = Store::take();
    let size = RwSignal::new([0.0, 0.0]);
    let node = NodeRef::<Div>::new();
    let drag = RwSignal::new(None::<f64>);
    let measure = StoredValue::new(measure);
    let column = Memo::new(move |_| store.column(&measure.get_value()));
    // A view is not filtered by its own brush.
    let passes = Memo::new(move |_| store.derived.passes_without(&Clause::Range(measure.get_value())));
    let bars = Memo::new(move |_| {
        let known: Vec<(usize, f64)> = column.with(|column| column.iter().flat_map(|column| column.values()).collect());
        passes.with(|passes| Bars::count(known.into_iter().map(|(area_ix, value)| (value, passes[area_ix]))))
    });
    let chart = move |look: &mut dyn FnMut(&MiniHistogram)| {
        let range = match ends(store, &measure.get_value()) {
            (None, None) => None,
            range => Some(range),
        };
        let theme = store.theme();
        let colors = store.derived.colors.get();
        bars.with(|bars| {
            look(&MiniHistogram::new(MiniHistogramSpec {
                size_px: size.get(),
                bars,
                range,
                color: colors.get(colors.len() / 2).copied().unwrap_or(theme.symbol),
                theme,
            }));
        });
    };
    let scene = live_scene(size, move || {
        let mut scene = None;
        chart(&mut |chart| scene = Some(mini_histogram_scene(chart)));
        scene.unwrap_or_default()
    });
    let name = Memo::new(move |_| {
        let lang = store.lang();
        column.get().map(|column| column.label.get(lang).to_owned()).unwrap_or_default()
    });
    let decimals = Signal::derive(move || column.get().map_or(0, |column| column.decimals));
    let hint = move |is_max: bool| {
        let lang = store.lang();
        let column = column.get();
        let (min, max) = column.as_ref().and_then(|column| column.min_max()).unwrap_or_default();
        number::number(lang, if is_max { max } else { min }, decimals.get())
    };
    // Ends that cross would let nothing pass; they are told, not taken, and kept here until one of them is put right or
    // the range is changed elsewhere.
    let crossed = RwSignal::new(None::<(Option<f64>, Option<f64>)>);
    let set = move |min: Option<f64>, max: Option<f64>| {
        let crosses = matches!((min, max), (Some(min), Some(max)) if min > max);
        crossed.set(crosses.then_some((min, max)));
        if !crosses {
            store.set_range(&measure.get_value(), min, max);
        }
    };
    let taken = Memo::new(move |_| told_ends(store, &measure.get_value()));
    Effect::new(move |_| {
        taken.track();
        crossed.set(None);
    });
    let now = move || crossed.get_untracked().unwrap_or_else(|| untrack(|| ends(store, &measure.get_value())));
    let value_at = move |x_px: f64| {
        let mut value = 0.0;
        untrack(|| chart(&mut |chart| value = chart.value_at(x_px)));
        // As many digits as the figures have.
        let scale = 10f64.powi(i32::from(decimals.get_untracked()));
        (value * scale).round() / scale
    };
    let brush = move |event: &web_sys::PointerEvent, start: f64| {
        let Some(end) = pointer_px(node, event).map(|at_px| value_at(at_px[0])) else { return };
        if (end - start).abs() > f64::EPSILON {
            set(Some(start.min(end)), Some(start.max(end)));
        }
    };
    let is_answer = Memo::new(move |_| column.with(|column| column.as_ref().is_some_and(|column| column.is_answer())));
    // Whether a no and whether a yes lies in the range.
    let takes = move || {
        let (min, max) = told_ends(store, &measure.get_value());
        let is_in = |value: f64| min.is_none_or(|min| min <= value) && max.is_none_or(|max| value <= max);
        (is_in(0.0), is_in(1.0))
    };
    let answers = move || {
        view! {
            <Segments
                label=atlas::ANSWER
                choices=vec![((true, true), atlas::ALL_OF_THEM), ((false, true), atlas::YES), ((true, false), atlas::NO)]
                value=Signal::derive(takes)
                on_choose=move |chosen: (bool, bool)| {
                    let only = match chosen {
                        (true, true) => None,
                        (_, yes) => Some(f64::from(yes)),
                    };
                    set(only, only);
                }
            />
        }
    };
    let brush_and_fields = move || {
        view! {
            <div
                on:pointerdown=on(move |event: web_sys::PointerEvent| {
                    capture_pointer(node, &event);
                    drag.set(pointer_px(node, &event).map(|at_px| value_at(at_px[0])));
                })
                on:pointermove=on(move |event: web_sys::PointerEvent| {
                    if let Some(start) = drag.get_untracked() {
                        brush(&event, start);
                    }
                })
                on:pointerup=on(move |_| drag.set(None))
                on:pointercancel=on(move |_| drag.set(None))
                on:dblclick=on(move |_| set(None, None))
            >
                <Plot scene=scene size=size node=node/>
            </div>
            <div class="ends">
                <NumberField
                    label=atlas::FROM
                    value=Signal::derive(move || told_ends(store, &measure.get_value()).0)
                    hint=Signal::derive(move || hint(false))
                    decimals=decimals
                    on_change=move |min| set(min, now().1)
                />
                <NumberField
                    label=atlas::TO
                    value=Signal::derive(move || told_ends(store, &measure.get_value()).1)
                    hint=Signal::derive(move || hint(true))
                    decimals=decimals
                    on_change=move |max| set(now().0, max)
                />
            </div>
            {shown_if(move || crossed.with(Option::is_some), move || view! {
                <p class="problem small">{say(atlas::FROM_OVER_TO)}</p>
            })}
        }
    };
    view! {
        <div class="range" role="group" aria-label=live(move || atlas::RANGE_OF.fill(store.lang(), &[("name", &name.get())]))>
            <div class="title">
                <span class="legend">{live(move || name.get())}</span>
                <button
                    type="button"
                    class="quiet no-print"
                    hidden=live(move || is_fixed.get() && told_ends(store, &measure.get_value()) == (None, None))
                    aria-label=live(move || atlas::REMOVE_RANGE.fill(store.lang(), &[("name", &name.get())]))
                    on:click=on(move |_| {
                        set(None, None);
                        on_remove.run(());
                    })
                >
                    "×"
                </button>
            </div>
            {shown_if(move || is_answer.get(), answers)}
            {shown_if(move || !is_answer.get(), brush_and_fields)}
        </div>
    }
}
