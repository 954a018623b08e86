//! One figure of a report: a field for a number or a choice of yes and no, what is known beside it, what is wrong.

use leptos::prelude::*;

use super::{Entry, hints};
use crate::app::made::{IntoMade, Made};
use crate::app::review::checked::{field_id, focus_soon};
use crate::app::review::tell_refusal;
use crate::app::say::{live, on, part, say, shown_if};
use crate::data::{Indicator, IndicatorKind};
use crate::journal::{Intent, Report, ReportKey};
use crate::review::cell_words as words;
use crate::text::number;
use crate::text::say::{atlas, reports};

/// Whose figure of which indicator a field is about.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub entry: Entry,
    pub area_ix: usize,
    pub indicator_ix: usize,
    pub indicator: &'static Indicator,
    pub key: StoredValue<ReportKey>,
    /// The report that stands.
    pub report: Memo<Option<Report>>,
}

impl Place {
    fn value(self) -> Option<f64> {
        self.report.with(|report| report.as_ref().map(|report| report.value))
    }

    fn set_wrong(self, told: Option<String>) {
        let is_told = |wrong: &Vec<(usize, String)>| wrong.iter().any(|(ix, _)| *ix == self.indicator_ix);
        if told.is_some() || self.entry.wrong.with_untracked(is_told) {
            self.entry.wrong.update(|wrong| {
                wrong.retain(|(ix, _)| *ix != self.indicator_ix);
                wrong.extend(told.map(|told| (self.indicator_ix, told)));
            });
        }
    }

    fn wrong(self) -> Option<String> {
        let here = |(ix, _): &&(usize, String)| *ix == self.indicator_ix;
        self.entry.wrong.with(|wrong| wrong.iter().find(here).map(|(_, told)| told.clone()))
    }

    /// Writes the value, or withdraws the report.
    fn write(self, value: Option<f64>) {
        let (store, key) = (self.entry.store, self.key.get_value());
        self.set_wrong(None);
        let before = self.report.with_untracked(|report| report.as_ref().map(|report| report.value));
        if value == before || !tell_refusal(store, store.desk().write(Intent::SetReport { key, value })) {
            return;
        }
        let lang = store.lang_now();
        let what = self.indicator.short.get(lang);
        store.announce(match value {
            Some(value) => {
                let value = words::value_text(self.indicator, value, lang);
                reports::SAVED.fill(lang, &[("what", what), ("value", &value)])
            }
            None => reports::WITHDRAWN.fill(lang, &[("what", what)]),
        });
    }

    /// Takes what was typed; tells what is wrong with it and leaves the old value standing.
    fn take(self, typed: &str) {
        if typed.trim().is_empty() {
            return self.write(None);
        }
        let lang = self.entry.store.lang_now();
        let before = self.report.with_untracked(|report| report.as_ref().map(|report| report.value));
        match words::read_typed(self.indicator, typed, before, lang) {
            Ok(value) => self.write(Some(value)),
            Err(told) => self.set_wrong(Some(told)),
        }
    }

    /// Moves among the fields by keys that do not type.
    fn walk(self, event: &web_sys::KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let is_text = self.indicator.kind != IndicatorKind::YesNo;
        let by = match event.key().as_str() {
            "Enter" if is_text => 1,
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        event.prevent_default();
        self.entry.step(self.indicator_ix, by);
    }
}

/// The field with all that belongs to it.
pub(super) fn field(
    entry: Entry,
    area_ix: usize,
    subdivision: Option<String>,
    period: &str,
    indicator_ix: usize,
) -> Made {
    let store = entry.store;
    let data_set = entry.checked.reviewing().data_set.get().0;
    let indicator = &data_set.indicators[indicator_ix];
    let area = &store.data_set.areas[area_ix];
    let period = if period.is_empty() { &indicator.period } else { period };
    let key = ReportKey { subdivision, ..ReportKey::of_area(&area.code, &indicator.id, period) };
    let own_key = key.clone();
    let report =
        Memo::new(move |_| entry.reports.with(|reports| reports.iter().find(|report| report.key == own_key).cloned()));
    let place = Place { entry, area_ix, indicator_ix, indicator, key: StoredValue::new(key), report };
    let id = field_id(indicator_ix);
    let (hint_id, wrong_id, label_id) = (format!("{id}-hint"), format!("{id}-wrong"), format!("{id}-label"));
    let described_by = {
        let (hint_id, wrong_id) = (hint_id.clone(), wrong_id.clone());
        live(move || if place.wrong().is_some() { format!("{wrong_id} {hint_id}") } else { hint_id.clone() })
    };
    let input = if indicator.kind == IndicatorKind::YesNo {
        yes_or_no(place, &id, &label_id, described_by)
    } else {
        number_field(place, &id, described_by)
    };
    let label = live(move || indicator.label.get(store.lang()));
    let label = if indicator.kind == IndicatorKind::YesNo {
        view! { <span class="label" id=label_id>{label}</span> }.made()
    } else {
        view! { <label class="label" for=id>{label}</label> }.made()
    };
    let withdraw = move || {
        let lang = store.lang();
        let full = reports::WITHDRAW_WHAT.fill(lang, &[("what", indicator.short.get(lang))]);
        view! {
            <button type="button" class="quiet" aria-label=full on:click=on(move |_| {
                place.write(None);
                // The button goes with the report.
                focus_soon(field_id(place.indicator_ix));
            })>
                {reports::WITHDRAW.get(lang)}
            </button>
        }
    };
    view! {
        <div class="entry-field" data-reported=live(move || report.with(Option::is_some).to_string())>
            {label}
            <div class="row">
                {input}
                <span class="unit">{live(move || indicator.unit.get(store.lang()))}</span>
                {shown_if(move || report.with(Option::is_some), withdraw)}
            </div>
            <div class="beside">
                <p class="problem" id=wrong_id hidden=live(move || place.wrong().is_none())>{live(move || place.wrong())}</p>
                <p class="hint" id=hint_id>{live(move || hints::hints(place).join(" · "))}</p>
                {part(move || {
                    let warnings = hints::warnings(place);
                    warnings.into_iter().map(|told| view! { <p class="warning">{told}</p> }).collect_view()
                })}
            </div>
        </div>
    }
    .made()
}

fn number_field(place: Place, id: &str, described_by: Signal<String>) -> Made {
    let store = place.entry.store;
    let node = NodeRef::<leptos::html::Input>::new();
    let indicator = place.indicator;
    let shown = Memo::new(move |_| {
        let lang = store.lang();
        place.value().map(|value| field_text(indicator, value, lang)).unwrap_or_default()
    });
    let key = place.key.get_value();
    let take = move |event: web_sys::Event| {
        let typed = event_target_value(&event);
        if place.key.try_get_value().is_none() {
            // A field tells its change after it has left the page, too; only its key is there then.
            if let Ok(value) = words::read_typed(indicator, &typed, None, store.lang_now()) {
                tell_refusal(store, store.desk().write(Intent::SetReport { key: key.clone(), value: Some(value) }));
            }
            return;
        }
        place.take(&typed);
        // The same number typed another way: the field shows it as all others do.
        let is_right = place.entry.wrong.with_untracked(|wrong| wrong.iter().all(|(ix, _)| *ix != place.indicator_ix));
        if let Some(input) = node.get_untracked().filter(|_| is_right) {
            input.set_value(&shown.get_untracked());
        }
    };
    view! {
        <input
            node_ref=node
            id=id.to_owned()
            inputmode="decimal"
            autocomplete="off"
            prop:value=live(move || shown.get())
            placeholder=live(move || hints::ghost(place))
            aria-invalid=live(move || place.wrong().is_some().to_string())
            aria-describedby=described_by
            on:change=on(take)
            on:focus=on(move |_| if let Some(input) = node.get_untracked() { input.select() })
            on:keydown=on(move |event: web_sys::KeyboardEvent| place.walk(&event))
        />
    }
    .made()
}

fn yes_or_no(place: Place, id: &str, label_id: &str, described_by: Signal<String>) -> Made {
    let button = |value: f64, words, id: Option<String>| {
        view! {
            <button
                type="button"
                id=id
                aria-pressed=live(move || (place.value() == Some(value)).to_string())
                on:click=on(move |_| place.write(Some(value)))
            >
                {say(words)}
            </button>
        }
    };
    view! {
        <div
            class="segments"
            role="group"
            aria-labelledby=label_id.to_owned()
            aria-describedby=described_by
            on:keydown=on(move |event: web_sys::KeyboardEvent| place.walk(&event))
        >
            {button(1.0, atlas::YES, Some(id.to_owned()))}
            {button(0.0, atlas::NO, None)}
        </div>
    }
    .made()
}

/// A number as it stands in its field: with all its digits, so that leaving the field changes nothing.
fn field_text(indicator: &Indicator, value: f64, lang: crate::data::Lang) -> String {
    let text = number::number(lang, value, indicator.decimals);
    if number::parse(lang, &text) == Ok(value) { text } else { number::significant(lang, value, 15) }
}
