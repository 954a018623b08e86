//! The form of an indicator of one's own. What is wrong is said at its field, and nothing is taken until all is right.

use leptos::prelude::*;

use super::{kind_words, label_in, polarity_words};
use crate::app::fields::Choice;
use crate::app::notes::tell;
use crate::app::reviewing::Reviewing;
use crate::app::say::{live, on, say};
use crate::app::store::{Store, Tone};
use crate::data::{IndicatorKind, Lang, Polarity, Tr};
use crate::journal::{IndicatorDraft, Intent, OwnIndicator};
use crate::review::describe::draft_error_words;
use crate::review::own::{self, DraftError};
use crate::text::number;
use crate::text::say::indicators;
use crate::text::words::Words;
use crate::web::page;

/// A field, or the fields of one text in three languages.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    Label,
    Unit,
    Base,
    Decimals,
    Target,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Problem {
    Draft(DraftError),
    NotANumber,
}

/// What stands in the form.
#[derive(Clone, Copy)]
struct Fields {
    labels: [RwSignal<String>; 3],
    units: [RwSignal<String>; 3],
    kind: RwSignal<IndicatorKind>,
    polarity: RwSignal<Polarity>,
    base: RwSignal<String>,
    decimals: RwSignal<String>,
    target: RwSignal<String>,
}

impl Fields {
    fn of(existing: Option<&OwnIndicator>, lang: Lang) -> Fields {
        let fresh = || IndicatorDraft {
            label: Tr::default(),
            unit: Tr::default(),
            kind: IndicatorKind::Count,
            polarity: Polarity::Higher,
            base: None,
            decimals: 0,
            target: None,
        };
        let draft = existing.map_or_else(fresh, |own| own.draft.clone());
        Fields {
            labels: Lang::ALL.map(|lang| RwSignal::new(draft.label.get(lang).to_owned())),
            units: Lang::ALL.map(|lang| RwSignal::new(draft.unit.get(lang).to_owned())),
            kind: RwSignal::new(draft.kind),
            polarity: RwSignal::new(draft.polarity),
            base: RwSignal::new(draft.base.unwrap_or_default()),
            decimals: RwSignal::new(draft.decimals.to_string()),
            target: RwSignal::new(draft.target.map(|target| number::significant(lang, target, 12)).unwrap_or_default()),
        }
    }

    /// What was entered, checked; a text in one language stands for all.
    fn draft(self, reviewing: Reviewing, lang: Lang) -> Result<IndicatorDraft, (Place, Problem)> {
        let number_in = |field: RwSignal<String>, place: Place| {
            let text = field.get_untracked();
            let is_empty = text.trim().is_empty();
            let found = if is_empty { Ok(None) } else { number::parse(lang, &text).map(Some) };
            found.map_err(|_| (place, Problem::NotANumber))
        };
        let decimals = number_in(self.decimals, Place::Decimals)?.unwrap_or_default();
        if decimals.fract() != 0.0 || !(0.0..=99.0).contains(&decimals) {
            return Err((Place::Decimals, Problem::Draft(DraftError::BadDecimals)));
        }
        let base = self.base.get_untracked();
        let draft = IndicatorDraft {
            label: filled(self.labels),
            unit: filled(self.units),
            kind: self.kind.get_untracked(),
            polarity: self.polarity.get_untracked(),
            base: if base.is_empty() { None } else { Some(base) },
            decimals: decimals as u8,
            target: number_in(self.target, Place::Target)?,
        };
        let data_set = reviewing.data_set.get_untracked().0;
        own::check(data_set, &draft).map(|()| draft).map_err(|error| {
            let place = match error {
                DraftError::NoLabel(_) => Place::Label,
                DraftError::NoUnit(_) => Place::Unit,
                DraftError::BadBase | DraftError::NoBaseForKind => Place::Base,
                DraftError::BadDecimals => Place::Decimals,
                DraftError::BadTarget => Place::Target,
            };
            (place, Problem::Draft(error))
        })
    }
}

/// The three texts, each empty one like the first that is not.
fn filled(texts: [RwSignal<String>; 3]) -> Tr {
    let [vi, en, ru] = texts.map(|text| text.get_untracked().trim().to_owned());
    let given = Tr { vi, en, ru };
    let [vi, en, ru] = Lang::ALL.map(|lang| label_in(&given, lang));
    Tr { vi, en, ru }
}

/// The card of the form.
#[component]
pub fn Form(existing: Option<OwnIndicator>, editing: RwSignal<Option<String>>) -> impl IntoView {
    let store = Store::take();
    let reviewing = Reviewing::of(store);
    let lang = store.lang_now();
    let fields = Fields::of(existing.as_ref(), lang);
    let id = StoredValue::new(existing.map(|own| own.id));
    let is_new = id.with_value(Option::is_none);
    let problem = RwSignal::new(None::<(Place, Problem)>);
    let submit = move |_| {
        let lang = store.lang_now();
        let draft = match fields.draft(reviewing, lang) {
            Ok(draft) => draft,
            Err(found) => return problem.set(Some(found)),
        };
        problem.set(None);
        let name = draft.label.get(lang).to_owned();
        let intent = match id.get_value() {
            Some(id) => Intent::EditIndicator { id, draft },
            None => Intent::AddIndicator(draft),
        };
        if let Err(error) = store.desk().write(intent) {
            return tell(store, &error);
        }
        if is_new {
            let text = indicators::ADDED.fill(lang, &[("name", &name)]);
            store.notify("indicator", Tone::Plain, text);
        }
        // The form is made anew, empty.
        editing.set(None);
        page::focus_soon("indicators-title");
    };
    let bases = move || {
        let lang = store.lang();
        let mut bases = vec![(String::new(), indicators::NO_BASE.get(lang).to_owned())];
        let own_id = id.get_value().unwrap_or_default();
        let may_be = |kind| matches!(kind, IndicatorKind::Count | IndicatorKind::Measure);
        let fitting =
            store.indicators().iter().filter(|found| may_be(found.kind) && found.ratio.is_none() && found.id != own_id);
        bases.extend(fitting.map(|found| (found.id.clone(), found.label.get(lang).to_owned())));
        bases
    };
    let kinds = move || {
        let entry =
            |(code, kind): (&str, IndicatorKind)| (code.to_owned(), kind_words(kind).get(store.lang()).to_owned());
        IndicatorKind::ALL.into_iter().map(entry).collect::<Vec<_>>()
    };
    let polarities = move || {
        let entry = |(code, polarity): (&str, Polarity)| {
            (code.to_owned(), polarity_words(polarity).get(store.lang()).to_owned())
        };
        Polarity::ALL.into_iter().map(entry).collect::<Vec<_>>()
    };
    let title = if is_new { indicators::ADD } else { indicators::EDIT_ONE };
    view! {
        <section class="card indicators" aria-labelledby="indicator-form-title">
            <h2 id="indicator-form-title" tabindex="-1">{say(title)}</h2>
            <Texts group=indicators::LABELS each=indicators::LABEL_IN fields=fields.labels/>
            <Wrong place=Place::Label problem=problem/>
            <div class="row">
                <Choice
                    label=indicators::KIND
                    choices=Signal::derive(kinds)
                    value=Signal::derive(move || fields.kind.get().code().to_owned())
                    on_choose=move |code: String| fields.kind.set(IndicatorKind::from_code(&code).unwrap_or(IndicatorKind::Count))
                />
                <Choice
                    label=indicators::POLARITY
                    choices=Signal::derive(polarities)
                    value=Signal::derive(move || fields.polarity.get().code().to_owned())
                    on_choose=move |code: String| fields.polarity.set(Polarity::from_code(&code).unwrap_or(Polarity::Neither))
                />
                <Choice
                    label=indicators::BASE
                    choices=Signal::derive(bases)
                    value=Signal::derive(move || fields.base.get())
                    on_choose=move |base: String| fields.base.set(base)
                />
            </div>
            <Wrong place=Place::Base problem=problem/>
            <Texts group=indicators::UNITS each=indicators::UNIT_IN fields=fields.units/>
            <Wrong place=Place::Unit problem=problem/>
            <div class="row">
                <TextField label=live(move || indicators::DECIMALS.get(store.lang()).to_owned()) value=fields.decimals/>
                <TextField label=live(move || indicators::TARGET.get(store.lang()).to_owned()) value=fields.target/>
            </div>
            <Wrong place=Place::Decimals problem=problem/>
            <Wrong place=Place::Target problem=problem/>
            <div class="row">
                <button type="button" class="primary" on:click=on(submit)>
                    {say(if is_new { indicators::ADD } else { indicators::SAVE })}
                </button>
                {(!is_new).then(|| view! {
                    <button type="button" on:click=on(move |_| {
                        editing.set(None);
                        page::focus_soon("indicators-title");
                    })>
                        {say(indicators::CANCEL)}
                    </button>
                })}
            </div>
        </section>
    }
}

/// One text in the three languages.
#[component]
fn Texts(group: Words, each: Words, fields: [RwSignal<String>; 3]) -> impl IntoView {
    let store = Store::take();
    let names = [indicators::IN_VI, indicators::IN_EN, indicators::IN_RU];
    let inputs = fields
        .into_iter()
        .zip(names)
        .map(|(value, name)| {
            let label = live(move || {
                let lang = store.lang();
                each.fill(lang, &[("lang", name.get(lang))])
            });
            view! { <TextField label=label value=value/> }
        })
        .collect_view();
    view! {
        <fieldset>
            <legend>{say(group)}</legend>
            <div class="row">{inputs}</div>
        </fieldset>
    }
}

#[component]
fn TextField(label: Signal<String>, value: RwSignal<String>) -> impl IntoView {
    view! {
        <label class="field grow">
            <span>{label}</span>
            <input
                autocomplete="off"
                maxlength="100"
                prop:value=live(move || value.get())
                on:input=on(move |event: web_sys::Event| value.set(event_target_value(&event)))
            />
        </label>
    }
}

/// What is wrong with the fields above.
#[component]
fn Wrong(place: Place, problem: RwSignal<Option<(Place, Problem)>>) -> impl IntoView {
    let store = Store::take();
    let found = move || problem.get().filter(|(at, _)| *at == place).map(|(_, problem)| problem);
    let text = move || {
        let lang = store.lang();
        found().map(|problem| match problem {
            Problem::NotANumber => indicators::NOT_A_NUMBER.get(lang).to_owned(),
            // Texts of one language stand for all, so one is missing in all of them or in none.
            Problem::Draft(DraftError::NoLabel(_)) => indicators::NO_LABEL.get(lang).to_owned(),
            Problem::Draft(DraftError::NoUnit(_)) => indicators::NO_UNIT.get(lang).to_owned(),
            Problem::Draft(error) => draft_error_words(error, lang),
        })
    };
    view! {
        <p class="problem" role="alert" hidden=live(move || found().is_none())>{live(text)}</p>
    }
}
