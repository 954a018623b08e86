//! Each figure with its place and verdict, to be taken or left out, a page at a time.

use std::sync::Arc;

use leptos::prelude::*;

use super::wizard::{Found, Wizard};
use crate::app::say::{list, live, on, say, shown_if};
use crate::app::store::Store;
use crate::data::{IndicatorKind, Lang};
use crate::exchange::import::intake::{Intake, Mark, Marked, Period};
use crate::exchange::import::judge::{OutOfRange, Verdict};
use crate::exchange::import::matching::Role;
use crate::exchange::import::table::place;
use crate::text::number;
use crate::text::say::import as words;
use crate::text::words::Words;

/// Figures on one page.
const PAGE: usize = 100;

/// The card.
#[component]
pub fn Preview() -> impl IntoView {
    let store = Store::take();
    let wizard = Wizard::of(store);
    let only = RwSignal::new(None::<Mark>);
    let first = RwSignal::new(0usize);
    let counts = Memo::new(move |_| wizard.intake.with(Intake::counts));
    let run = Memo::new(move |_| wizard.found.with(|found| found.as_ref().map_or(0, |found| found.run)));
    // Another table, or the same one compared anew, begins at its start.
    Effect::new(move |before: Option<u64>| {
        let now = run.get();
        if before.is_some_and(|before| before != now) {
            first.set(0);
            if only.get_untracked().is_some_and(|mark| counts.with_untracked(|counts| counts[mark as usize].all) == 0) {
                only.set(None);
            }
        }
        now
    });
    let n_all = Memo::new(move |_| counts.with(|counts| counts.iter().map(|count| count.all).sum::<usize>()));
    let n_taken = Memo::new(move |_| counts.with(|counts| counts.iter().map(|count| count.taken).sum::<usize>()));
    // What was said of too many figures holds for those that were chosen.
    Effect::new(move |_| {
        n_taken.track();
        wizard.too_large.set(None);
    });
    let n_shown = Memo::new(move |_| match only.get() {
        Some(mark) => counts.with(|counts| counts[mark as usize].all),
        None => n_all.get(),
    });
    let may_choose = move || only.get().is_none_or(Mark::may_be_taken);
    let lacks_period = move || matches!(wizard.period.get(), Period::Other { id, .. } if id.is_empty());
    let rows = move || {
        let (lang, run) = (store.lang().code(), run.get());
        let shown = wizard.intake.with(|intake| intake.page(only.get(), first.get(), PAGE));
        shown.into_iter().map(|ix| format!("{lang} {run} {ix}")).collect()
    };
    view! {
        <section class="card import" aria-labelledby="preview-title">
            <h2 id="preview-title" tabindex="-1">{say(words::PREVIEW)}</h2>
            {shown_if(move || n_all.get() == 0, || view! { <p>{say(words::NO_FIGURES)}</p> })}
            {shown_if(move || 0 < n_all.get(), move || view! {
                <div class="import-marks" role="group" aria-label=say(words::SHOW_ONLY)>
                    {mark_button(only, first, None, n_all)}
                    {Mark::ALL.map(|mark| {
                        let n = Memo::new(move |_| counts.with(|counts| counts[mark as usize].all));
                        shown_if(move || 0 < n.get(), move || mark_button(only, first, Some(mark), n))
                    }).into_iter().collect_view()}
                </div>
                {shown_if(may_choose, move || view! {
                    <div class="row">
                        <button type="button" on:click=on(move |_| wizard.intake.update(|intake| intake.take_all(only.get_untracked(), true)))>
                            {say(words::TAKE_ALL)}
                        </button>
                        <button type="button" on:click=on(move |_| wizard.intake.update(|intake| intake.take_all(only.get_untracked(), false)))>
                            {say(words::LEAVE_ALL)}
                        </button>
                    </div>
                })}
                <div class="table-scroll" role="group" aria-labelledby="preview-title" tabindex="0">
                    <table class="import-figures">
                        <thead>
                            <tr>
                                <th scope="col">{say(words::TAKE)}</th>
                                <th scope="col">{say(words::PLACE)}</th>
                                <th scope="col">{say(words::AREA)}</th>
                                <th scope="col">{say(words::INDICATOR)}</th>
                                <th scope="col">{say(words::IN_FILE)}</th>
                                <th scope="col">{say(words::READ_AS)}</th>
                                <th scope="col">{say(words::VERDICT)}</th>
                            </tr>
                        </thead>
                        <tbody>{list(rows, move |key| figure_row(wizard, &key))}</tbody>
                    </table>
                </div>
                <Pages first=first n_shown=n_shown/>
            })}
            <div class="row import-take">
                <button
                    type="button"
                    class="primary"
                    disabled=live(move || n_taken.get() == 0 || lacks_period())
                    on:click=on(move |_| wizard.take_in())
                >
                    {live(move || words::TAKE_IN.fill(store.lang(), n_taken.get() as u64, &[]))}
                </button>
                {shown_if(move || wizard.too_large.with(Option::is_some), move || view! {
                    <p class="problem" role="alert">
                        {live(move || wizard.too_large.get().map(|too_large| too_large.words(store.lang())))}
                    </p>
                })}
            </div>
        </section>
    }
}

fn mark_button(
    only: RwSignal<Option<Mark>>,
    first: RwSignal<usize>,
    mark: Option<Mark>,
    n: Memo<usize>,
) -> impl IntoView {
    let store = Store::take();
    let text = move || {
        let lang = store.lang();
        let name = mark.map_or(words::ALL_MARKS, mark_words).get(lang);
        words::MARK_COUNT.fill(lang, &[("mark", name), ("n", &number::whole(lang, n.get() as u64))])
    };
    view! {
        <button
            type="button"
            aria-pressed=live(move || (only.get() == mark).to_string())
            on:click=on(move |_| {
                first.set(0);
                only.set(mark);
            })
        >
            {live(text)}
        </button>
    }
}

#[component]
fn Pages(first: RwSignal<usize>, n_shown: Memo<usize>) -> impl IntoView {
    let store = Store::take();
    let text = move || {
        let lang = store.lang();
        let whole = |n: usize| number::whole(lang, n as u64);
        let (from, of) = (first.get(), n_shown.get());
        let values = [whole(of.min(from + 1)), whole(of.min(from + PAGE)), whole(of)];
        words::PAGE_OF.fill(lang, &[("from", &values[0]), ("to", &values[1]), ("of", &values[2])])
    };
    view! {
        <div class="row">
            <span class="small muted" role="status">{live(text)}</span>
            {shown_if(move || PAGE < n_shown.get(), move || view! {
                <button
                    type="button"
                    disabled=live(move || first.get() == 0)
                    on:click=on(move |_| first.update(|first| *first = first.saturating_sub(PAGE)))
                >
                    {say(words::PREVIOUS_PAGE)}
                </button>
                <button
                    type="button"
                    disabled=live(move || n_shown.get() <= first.get() + PAGE)
                    on:click=on(move |_| first.update(|first| *first += PAGE))
                >
                    {say(words::NEXT_PAGE)}
                </button>
            })}
        </div>
    }
}

/// One figure; its key is the language, the run and the figure's position.
fn figure_row(wizard: Wizard, key: &str) -> impl IntoView + use<> {
    let store = Store::take();
    let lang = store.lang_now();
    let figure_ix: usize = key.rsplit(' ').next().and_then(|ix| ix.parse().ok()).unwrap_or_default();
    let found = wizard.found.get_untracked();
    let marked = wizard.intake.with_untracked(|intake| intake.figures().get(figure_ix).copied());
    let (Some(found), Some(marked)) = (found, marked) else { return None };
    let may_be_taken = marked.mark.may_be_taken();
    let judged = marked.judged;
    let here = place(found.rows[judged.row].number, judged.column + 1);
    let name = |words: Words| words.get(lang).to_owned();
    let area = judged.area_ix.map(|ix| found.data.areas[ix].name.clone());
    let area = area.or_else(|| matches!(judged.verdict, Verdict::CityTotal { .. }).then(|| name(words::IS_CITY)));
    let indicator = judged.indicator_ix.map(|ix| found.data.indicators[ix].short.get(lang).to_owned());
    let cell: String = found.rows[judged.row].cell(judged.column).text().chars().take(60).collect();
    let read_as = judged.value.map(|value| value_words(&found, &marked, value, lang)).unwrap_or_default();
    let verdict = verdict_words(&found, &marked, lang);
    let label = words::TAKE_THIS.fill(lang, &[("place", &here)]);
    Some(view! {
        <tr data-mark=tone_of(marked.mark)>
            <td>
                {may_be_taken.then(|| view! {
                    <input
                        type="checkbox"
                        aria-label=label
                        prop:checked=live(move || wizard.intake.with(|intake| intake.is_taken(figure_ix)))
                        on:change=on(move |event: web_sys::Event| {
                            let taken = event_target_checked(&event);
                            wizard.intake.update(|intake| intake.take(figure_ix, taken));
                        })
                    />
                })}
            </td>
            <th scope="row">{here}</th>
            <td>{area}</td>
            <td>{indicator}</td>
            <td class="number">{cell}</td>
            <td class="number">{read_as}</td>
            <td>{verdict}</td>
        </tr>
    })
}

/// How a row of the preview looks.
fn tone_of(mark: Mark) -> &'static str {
    match mark {
        Mark::New => "new",
        Mark::ChangesReport | Mark::ConflictsPublished => "differs",
        Mark::Same | Mark::CityTotal | Mark::OtherPeriod | Mark::Computed => "idle",
        _ => "wrong",
    }
}

fn mark_words(mark: Mark) -> Words {
    match mark {
        Mark::New => words::MARK_NEW,
        Mark::ChangesReport => words::MARK_CHANGES,
        Mark::ConflictsPublished => words::MARK_CONFLICTS,
        Mark::Same => words::MARK_SAME,
        Mark::CityTotal => words::MARK_CITY,
        Mark::Ambiguous => words::MARK_AMBIGUOUS,
        Mark::NotANumber => words::MARK_NOT_A_NUMBER,
        Mark::OutOfRange => words::MARK_OUT_OF_RANGE,
        Mark::Duplicate => words::MARK_DUPLICATE,
        Mark::UnknownArea => words::MARK_UNKNOWN_AREA,
        Mark::UnknownIndicator => words::MARK_UNKNOWN_INDICATOR,
        Mark::UnknownStreet => words::MARK_UNKNOWN_STREET,
        Mark::OtherPeriod => words::MARK_OTHER_PERIOD,
        Mark::Computed => words::MARK_COMPUTED,
    }
}

/// A value of the figure's indicator; as it is, with all its digits, since this is what would be taken in.
fn value_words(found: &Found, marked: &Marked, value: f64, lang: Lang) -> String {
    let indicator = marked.judged.indicator_ix.map(|ix| &found.data.indicators[ix]);
    let is_city = matches!(marked.judged.verdict, Verdict::CityTotal { .. });
    match indicator {
        Some(indicator) if indicator.kind == IndicatorKind::YesNo && !is_city && (value == 0.0 || value == 1.0) => {
            (if value == 1.0 { words::YES } else { words::NO }).get(lang).to_owned()
        }
        indicator => {
            let decimals = indicator.map_or(0, |indicator| indicator.decimals);
            let needed = (0..=6u8).find(|digits| {
                let scale = 10f64.powi(i32::from(*digits));
                ((value * scale).round() / scale - value).abs() < 1e-9
            });
            number::number(lang, value, needed.unwrap_or(6).max(decimals))
        }
    }
}

fn verdict_words(found: &Arc<Found>, marked: &Marked, lang: Lang) -> String {
    let judged = &marked.judged;
    let value = |value: f64| value_words(found, marked, value, lang);
    let plain = |words: Words| words.get(lang).to_owned();
    match marked.mark {
        Mark::UnknownStreet => {
            let name = found.part(judged.row, Role::Subdivision);
            return words::UNKNOWN_STREET.fill(lang, &[("name", &name)]);
        }
        Mark::OtherPeriod => {
            return words::OTHER_PERIOD.fill(lang, &[("name", &found.part(judged.row, Role::Period))]);
        }
        Mark::Same => return plain(words::SAME),
        _ => {}
    }
    match judged.verdict {
        Verdict::New => plain(words::NEW),
        Verdict::Same => plain(words::SAME),
        Verdict::ChangesReport { from } => words::CHANGES.fill(lang, &[("from", &value(from))]),
        Verdict::ConflictsPublished { published } => words::CONFLICTS.fill(lang, &[("published", &value(published))]),
        Verdict::CityTotal { published: None } => plain(words::CITY_PLAIN),
        Verdict::CityTotal { published: Some(published) } if judged.value == Some(published) => {
            plain(words::CITY_EQUAL)
        }
        Verdict::CityTotal { published: Some(published) } => {
            words::CITY_DIFFERS.fill(lang, &[("published", &value(published))])
        }
        Verdict::NotANumber => plain(words::NOT_A_NUMBER),
        Verdict::Ambiguous => plain(words::AMBIGUOUS),
        Verdict::OutOfRange(why) => plain(match why {
            OutOfRange::Negative => words::NEGATIVE,
            OutOfRange::NotWhole => words::NOT_WHOLE,
            OutOfRange::Above100 => words::ABOVE_100,
            OutOfRange::NotYesNo => words::NOT_YES_NO,
            OutOfRange::PercentSign => words::PERCENT_SIGN,
            OutOfRange::TooLarge => words::TOO_LARGE,
        }),
        Verdict::Computed => plain(words::COMPUTED),
        Verdict::UnknownArea => plain(words::UNKNOWN_AREA),
        Verdict::UnknownIndicator => plain(words::UNKNOWN_INDICATOR),
        Verdict::Duplicate { first_row, first_column } => {
            let first = place(found.rows[first_row].number, first_column + 1);
            words::DUPLICATE.fill(lang, &[("place", &first)])
        }
    }
}
