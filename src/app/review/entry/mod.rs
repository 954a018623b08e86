//! Entering one area's report, field by field.

mod field;
mod hints;
mod period;

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::checked::{Checked, a_frame_later, field_id, focus_soon};
use crate::app::fields::Choice;
use crate::app::say::{live, on, part, say, shown_if};
use crate::app::shown::Shown;
use crate::app::store::Store;
use crate::data::IndicatorKind;
use crate::journal::Report;
use crate::order;
use crate::review::{self, Doubt, Finding, Laid};
use crate::text::collate;
use crate::text::number;
use crate::text::say::{atlas, compare, reports};
use crate::web::page;

const NEXT_ID: &str = "entry-next";

/// The contradictions, and the reports that look wrong.
type Faults = (Arc<Vec<Finding>>, Arc<Vec<Doubt>>);

/// What the parts of the entry share. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
struct Entry {
    store: Store,
    checked: Checked,
    /// Id of the street or village whose report is entered; empty for the area itself.
    street: RwSignal<String>,
    /// Reports laid over the figures of the period that is entered.
    laid: Memo<Arc<Laid>>,
    /// The figures with their estimates, a frame later: what was typed is shown before the others are estimated anew.
    figures: RwSignal<Shown>,
    /// What contradicts and what looks wrong, a frame later.
    faults: RwSignal<Faults>,
    /// Fields that hold no usable number, by indicator, with what is wrong.
    wrong: RwSignal<Vec<(usize, String)>>,
    /// The indicators that are asked for.
    asked: Memo<Vec<usize>>,
    /// The reports of the area, its streets' and practice ones too.
    reports: Memo<Arc<Vec<Report>>>,
}

impl Entry {
    fn new(store: Store, checked: Checked) -> Entry {
        let street = RwSignal::new(String::new());
        let reviewing = checked.reviewing();
        let asked = Memo::new(move |_| {
            let data_set = reviewing.data_set.get().0;
            let is_whole = street.with(String::is_empty);
            let adds_up =
                |ix: &usize| matches!(data_set.indicators[*ix].kind, IndicatorKind::Count | IndicatorKind::Measure);
            let mut asked = checked.reviewed.get();
            if checked.period.with(|period| !period.is_empty()) {
                // What is published for the data set's own periods may be asked for another one.
                let others = (0..data_set.indicators.len()).filter(|ix| data_set.indicators[*ix].ratio.is_none());
                let others: Vec<usize> = others.filter(|ix| !asked.contains(ix)).collect();
                asked.extend(others);
            }
            asked.retain(|ix| is_whole || adds_up(ix));
            asked
        });
        let laid = Memo::new(move |_| {
            let period = checked.period.get();
            if period.is_empty() {
                return reviewing.laid.get();
            }
            let data_set = reviewing.data_set.get().0;
            Arc::new(store.desk().with_journal(|journal| review::lay(data_set, journal.state(), Some(&period))))
        });
        let reports = Memo::new(move |_| {
            let code = store.data_set.areas[checked.area_ix.get()].code.as_str();
            let mut found = store.desk().with_journal(|journal| journal.state().reports());
            found.retain(|report| report.key.area == code);
            Arc::new(found)
        });
        let shown = store.derived.shown;
        let figures = a_frame_later(store, shown.get_untracked(), move || Some(shown.get_untracked()));
        let faults_now = move || checked.findings.try_get_untracked().zip(checked.doubts.try_get_untracked());
        let faults = a_frame_later(store, faults_now().unwrap_or_default(), faults_now);
        Entry { store, checked, street, laid, figures, faults, wrong: RwSignal::new(Vec::new()), asked, reports }
    }

    /// Leaves the fields for others, unless one of them must be mended first.
    fn leave(self, to: impl FnOnce()) {
        // The field that is being typed in tells its change now.
        page::end_typing();
        let first_wrong = self.wrong.with_untracked(|wrong| wrong.first().map(|(ix, _)| *ix));
        if let Some(indicator_ix) = first_wrong {
            self.store.announce(reports::MEND_FIRST.get(self.store.lang_now()).to_owned());
            focus_soon(field_id(indicator_ix));
            return;
        }
        to();
    }

    fn go_to(self, area_ix: usize) {
        self.leave(move || {
            self.show(area_ix, String::new());
            self.focus_first();
        });
    }

    /// Shows the fields of an area or street. What stands wrong in a field goes with it; the old value stands.
    fn show(self, area_ix: usize, street: String) {
        self.wrong.set(Vec::new());
        self.street.set(street);
        self.checked.area_ix.set(area_ix);
    }

    /// Shows the fields of a period; empty for the data set's own.
    fn show_period(self, id: String) {
        self.wrong.set(Vec::new());
        self.checked.period.set(id);
    }

    /// Goes on in the order of the list; `by` is 1 or -1.
    fn go_by(self, by: isize) {
        let n_areas = self.store.data_set.areas.len();
        let now = self.checked.area_ix.get_untracked();
        self.go_to(now.checked_add_signed(by).filter(|area_ix| *area_ix < n_areas).unwrap_or(if by > 0 {
            0
        } else {
            n_areas.saturating_sub(1)
        }));
    }

    fn focus_first(self) {
        if let Some(first) = self.asked.with_untracked(|asked| asked.first().copied()) {
            focus_soon(field_id(first));
        }
    }

    /// Moves the keyboard from one field to another; behind the last one to the button for the next area.
    fn step(self, from_ix: usize, by: isize) {
        let to = self.asked.with_untracked(|asked| {
            let place = asked.iter().position(|ix| *ix == from_ix)?;
            asked.get(place.checked_add_signed(by)?).copied()
        });
        let id = match to {
            Some(indicator_ix) => field_id(indicator_ix),
            None if by > 0 => NEXT_ID.to_owned(),
            None => return,
        };
        // Focus makes the browser lay out the page at once: after the effects of what is written now, or it would do so
        // twice.
        page::end_typing();
        leptos::task::spawn_local(async move { page::focus(&id) });
    }
}

/// The part of the Review page.
#[component]
pub fn EntryPart() -> impl IntoView {
    let store = Store::take();
    let checked = Checked::take();
    let entry = Entry::new(store, checked);
    let name = move || store.data_set.areas[checked.area_ix.get()].name.as_str();
    let areas: Vec<(String, String)> =
        store.data_set.areas.iter().map(|area| (area.code.clone(), area.name.clone())).collect();
    let code = move || store.data_set.areas[checked.area_ix.get()].code.clone();
    let keys = move |event: web_sys::KeyboardEvent| {
        // A drop-down opens by these keys.
        if event.target().is_some_and(|target| target.has_type::<web_sys::HtmlSelectElement>()) {
            return;
        }
        let by = match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => 1,
            "ArrowDown" if event.alt_key() => 1,
            "ArrowUp" if event.alt_key() => -1,
            _ => return,
        };
        event.prevent_default();
        entry.go_by(by);
    };
    let fields = move || {
        // All fields are made anew for another area, street or period, so no field ever writes into another's place.
        let (area_ix, street, period) = (checked.area_ix.get(), entry.street.get(), checked.period.get());
        let subdivision = (!street.is_empty()).then_some(street);
        let field = |indicator_ix| field::field(entry, area_ix, subdivision.clone(), &period, indicator_ix);
        entry.asked.get().into_iter().map(field).collect_view()
    };
    let is_street = move || !entry.street.with(String::is_empty);
    view! {
        <div class="entry">
            <AreaList entry=entry/>
            <section class="card" aria-labelledby="entry-title" on:keydown=on(keys)>
                <div class="card-head">
                    <h2 id="entry-title" tabindex="-1">{live(name)}</h2>
                    <div class="row">
                        <button type="button" on:click=on(move |_| entry.go_by(-1))>{say(reports::PREVIOUS_AREA)}</button>
                        <button type="button" id=NEXT_ID class="primary" on:click=on(move |_| entry.go_by(1))>
                            {say(reports::NEXT_AREA)}
                        </button>
                    </div>
                </div>
                <div class="row choices">
                    <div class="area-choice">
                        <Choice
                            label=reports::AREA_CHOICE
                            choices=Signal::derive(move || areas.clone())
                            value=Signal::derive(code)
                            on_choose=move |code: String| {
                                if let Some(area_ix) = store.data_set.area_ix(&code) {
                                    entry.show(area_ix, String::new());
                                }
                            }
                        />
                    </div>
                    {part(move || view! { <StreetChoice entry=entry/> })}
                    <period::PeriodChoice entry=entry/>
                </div>
                {shown_if(move || checked.period.with(|period| !period.is_empty()), move || view! { <p class="muted small">{say(compare::OTHER_PERIOD_HELP)}</p> })}
                {shown_if(is_street, move || view! { <p class="muted small">{say(reports::ONLY_COUNTS)}</p> })}
                {shown_if(move || entry.asked.with(Vec::is_empty), move || view! { <p>{say(reports::NO_INDICATORS)}</p> })}
                <div class="entry-fields">{part(fields)}</div>
                <p class="muted small no-print">{say(reports::KEYS)}</p>
            </section>
        </div>
    }
}

/// All areas, with how much each has reported.
#[component]
fn AreaList(entry: Entry) -> impl IntoView {
    let store = Store::take();
    let checked = Checked::take();
    // Counted at once, so that a report wakes the list only where it is a new one.
    let n_known = Memo::new(move |_| {
        let reviewed = entry.asked.get();
        let of_area = |laid: &Laid, area_ix| reviewed.iter().filter(|ix| laid.whole(**ix, area_ix).is_some()).count();
        entry.laid.with(|laid| (0..store.data_set.areas.len()).map(|ix| of_area(laid, ix)).collect::<Vec<usize>>())
    });
    let n_asked = Memo::new(move |_| entry.asked.with(Vec::len));
    let item = move |(area_ix, area): (usize, &'static crate::data::Area)| {
        let progress = move || {
            let whole = |n: usize| number::whole(store.lang(), n as u64);
            let n_known = n_known.with(|all| all[area_ix]);
            atlas::N_OF_M.fill(store.lang(), &[("n", &whole(n_known)), ("m", &whole(n_asked.get()))])
        };
        view! {
            <li>
                <button
                    type="button"
                    class="quiet"
                    aria-current=live(move || (checked.area_ix.get() == area_ix).then_some("true"))
                    on:click=on(move |_| entry.go_to(area_ix))
                >
                    <span>{area.name.as_str()}</span>
                    <span class="muted number">{live(progress)}</span>
                </button>
            </li>
        }
    };
    view! {
        <nav class="card area-list" aria-label=say(reports::AREAS)>
            <ul>{store.data_set.areas.iter().enumerate().map(item).collect_view()}</ul>
        </nav>
    }
}

/// Whether the area itself or one of its streets and villages reports, where the register has some.
#[component]
fn StreetChoice(entry: Entry) -> impl IntoView {
    let Entry { store, checked, street, .. } = entry;
    let streets = Memo::new(move |_| {
        let code = store.data_set.areas[checked.area_ix.get()].code.as_str();
        let register = store.desk().with_journal(|journal| journal.state().subdivisions());
        let mut streets: Vec<(String, String)> =
            register.into_iter().filter(|one| one.area == code).map(|one| (one.id, one.name)).collect();
        order::sort_by_key(&mut streets, |(_, name)| collate::key(name));
        streets
    });
    let choices = move || {
        let whole = (String::new(), reports::WHOLE_AREA.get(store.lang()).to_owned());
        std::iter::once(whole).chain(streets.get()).collect::<Vec<_>>()
    };
    shown_if(
        move || streets.with(|streets| !streets.is_empty()),
        move || {
            view! {
                <Choice
                    label=reports::WHOSE
                    choices=Signal::derive(choices)
                    value=street
                    on_choose=move |id| entry.show(checked.area_ix.get_untracked(), id)
                />
            }
        },
    )
}
