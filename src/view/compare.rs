//! How a measure changed from one period to another: the columns of a change, and both figures behind each.
//!
//! The data set has a period of its own for each indicator. A period beside it is loaded or typed (the journal knows it, and
//! hands its figures in here). The change always goes from the earlier to the later of the two, whichever is the data set's.
//! It is missing where either figure is, and only as sure as the less sure of both.
//!
//! A rate is divided by the base of its own period, see [`bases`]. Yes and no have no difference but four outcomes
//! ([`ANSWERS`]). So that filters, order and classes work as for any column, an outcome is a number there, from "became no"
//! (0) to "became yes" (3), and is never shown as one: [`Column::names`] says its name.

mod bases;
#[cfg(test)]
mod tests;

use crate::data::{DataSet, Figure, Indicator, IndicatorKind, State, Tr};

pub use self::bases::lent;
use super::column::{Column, column_over, probability};
use super::query::{ChangeBy, Measure, Since};
use crate::text::say::compare as words;
use crate::text::words::Words;

/// A period beside the data set's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    /// Its id in the address and in the journal.
    pub id: String,
    /// Its name for people.
    pub label: String,
    /// `[indicator_ix][area_ix]`; what is known of a part of an area only is not here.
    pub figures: Vec<Vec<Figure>>,
}

/// A measure in two periods, the earlier one first.
#[derive(Debug, Clone, PartialEq)]
pub struct Sides {
    /// The measure in the data set's own period, with all its words.
    pub own: Column,
    /// The earlier figures.
    pub from: Side,
    /// The later figures.
    pub to: Side,
    /// For a rate, the year of the data set's base.
    pub base: Option<String>,
}

/// A measure in one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// The period's name for people; a date of the data set is its year.
    pub label: String,
    /// By area.
    pub figures: Vec<Figure>,
    /// For a rate, by area, whether it is divided by the data set's base because this period has none of its own.
    pub is_lent: Vec<bool>,
}

/// Why an area has no change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// One of the figures is missing, or both.
    Figure,
    /// There is no per cent of an earlier figure that is, or may be, zero.
    NothingBefore,
}

/// What became of a yes or no, in the order of the numbers that stand for it.
pub static ANSWERS: [Words; 4] = [words::BECAME_NO, words::STAYED_NO, words::STAYED_YES, words::BECAME_YES];

/// Both sides of a measure, the other one being that of the period with this id. `own` are the figures of the data set's
/// own periods, `[indicator_ix][area_ix]`. `None`: the measure or the period does not exist, or they cannot be compared.
pub fn sides(ds: &DataSet, own: &[Vec<Figure>], periods: &[Period], id: &str, measure: &Measure) -> Option<Sides> {
    let other = periods.iter().find(|period| period.id == id)?;
    let plain = measure.unchanged();
    let mut column = column_over(ds, own, &plain)?;
    let indicator_ix = column.indicator_ix;
    let indicator = &ds.indicators[indicator_ix];
    if indicator.period == other.id {
        return None;
    }
    let base = measure.per.and_then(|per| bases::Bases::of(ds, own, periods, per));
    let divided = |figures: &[Figure], period: &[&str]| {
        let mut of_side = vec![Vec::new(); own.len()];
        let mut is_lent = Vec::new();
        if let Some(base) = &base {
            let (figures, lent) = base.of_period(period);
            *of_side.get_mut(base.indicator_ix)? = figures;
            is_lent = lent;
        }
        *of_side.get_mut(indicator_ix)? = figures.to_vec();
        column_over(ds, &of_side, &plain).map(|column| (column, is_lent))
    };
    let (mut there, there_lent) = divided(other.figures.get(indicator_ix)?, &[&other.id, &other.label])?;
    let (here, here_lent) = match base {
        Some(_) => divided(own.get(indicator_ix)?, &[&indicator.period])?,
        None => (column.clone(), Vec::new()),
    };
    // Where one side is how probable a yes is, so is the other.
    if column.names.is_empty() && !there.names.is_empty() {
        there = probability(there);
    }
    // The digits of a rate are those of both sides.
    column.decimals = here.decimals.max(there.decimals);
    let there = Side { label: other.label.clone(), figures: there.figures, is_lent: there_lent };
    let here = Side { label: year_or_all(&indicator.period).to_owned(), figures: here.figures, is_lent: here_lent };
    let other_is_later = year_in(&other.id).or(year_in(&other.label)) > year_in(&indicator.period);
    let (from, to) = if other_is_later { (here, there) } else { (there, here) };
    Some(Sides { own: column, from, to, base: base.map(|base| base.label) })
}

/// The column of a change.
pub fn column(ds: &DataSet, sides: &Sides, measure: &Measure) -> Option<Column> {
    let by = measure.change.as_ref()?.by;
    let own = &sides.own;
    let indicator = ds.indicators.get(own.indicator_ix)?;
    if !may_be_told(indicator.kind, by) {
        return None;
    }
    let is_answer = !own.names.is_empty();
    let pairs = sides.from.figures.iter().zip(&sides.to.figures);
    let change = |from, to| if is_answer { outcome(from, to) } else { changed(from, to, by) };
    let figures = pairs.map(|(from, to)| change(from, to).unwrap_or(Figure::MISSING)).collect();
    let is_share = own.kind == IndicatorKind::Share;
    let (kind, unit) = match by {
        ChangeBy::PerCent => (IndicatorKind::Share, Tr::default()),
        ChangeBy::Unit if is_share => (IndicatorKind::Rate, tr(&words::POINTS)),
        ChangeBy::Unit => (own.kind, own.unit.clone()),
    };
    Some(Column {
        measure: measure.clone(),
        indicator_ix: own.indicator_ix,
        figures,
        city: None,
        city_state: State::Missing,
        kind,
        polarity: own.polarity,
        decimals: if by == ChangeBy::PerCent { 1 } else { own.decimals },
        label: labelled(&own.label, indicator, sides, by),
        short: labelled(&own.short, indicator, sides, by),
        unit,
        names: if is_answer { &ANSWERS } else { &[] },
    })
}

/// Whether the change of such an indicator can be told so: yes and no have no per cent.
fn may_be_told(kind: IndicatorKind, by: ChangeBy) -> bool {
    kind != IndicatorKind::YesNo || by == ChangeBy::Unit
}

/// What became of a yes (1) or no (0), as a position in [`ANSWERS`].
fn outcome(from: &Figure, to: &Figure) -> Result<Figure, Lack> {
    let (Some(before), Some(now)) = (from.value, to.value) else { return Err(Lack::Figure) };
    Ok(Figure { value: Some(1.0 + 2.0 * now - before), state: from.state.max(to.state), interval: None })
}

/// The name of what became of a yes or no in an area; `None` where a figure is missing or the measure is none of these.
pub fn outcome_words(sides: &Sides, area_ix: usize) -> Option<Words> {
    let figure = |side: &Side| side.figures.get(area_ix).copied().unwrap_or(Figure::MISSING);
    let outcome = outcome(&figure(&sides.from), &figure(&sides.to)).ok()?.value?;
    (!sides.own.names.is_empty()).then(|| ANSWERS.get(outcome as usize).copied())?
}

/// The change from one figure to another. Its interval reaches from the least that it can be to the greatest.
pub fn changed(from: &Figure, to: &Figure, by: ChangeBy) -> Result<Figure, Lack> {
    let (Some(before), Some(now)) = (from.value, to.value) else { return Err(Lack::Figure) };
    let ((from_low, from_high), (to_low, to_high)) =
        (from.interval.unwrap_or((before, before)), to.interval.unwrap_or((now, now)));
    let pct = |before: f64, now: f64| 100.0 * (now - before) / before;
    let (value, low, high) = match by {
        ChangeBy::Unit => (now - before, to_low - from_high, to_high - from_low),
        ChangeBy::PerCent if before <= 0.0 || from_low <= 0.0 => return Err(Lack::NothingBefore),
        ChangeBy::PerCent => (pct(before, now), pct(from_high, to_low), pct(from_low, to_high)),
    };
    let has_interval = from.interval.is_some() || to.interval.is_some();
    // The states are declared from the surest to the least sure.
    Ok(Figure { value: Some(value), state: from.state.max(to.state), interval: has_interval.then_some((low, high)) })
}

/// The changes of a measure that can be shown: those of which some area has both figures.
pub fn offers(ds: &DataSet, own: &[Vec<Figure>], periods: &[Period], measure: &Measure) -> Vec<(Since, Sides)> {
    let mut offers = Vec::new();
    for period in periods {
        let Some(sides) = sides(ds, own, periods, &period.id, measure) else { continue };
        let kind = ds.indicators[sides.own.indicator_ix].kind;
        let pairs = || sides.from.figures.iter().zip(&sides.to.figures);
        for by in [ChangeBy::Unit, ChangeBy::PerCent] {
            if may_be_told(kind, by) && pairs().any(|(from, to)| changed(from, to, by).is_ok()) {
                offers.push((Since { period: period.id.clone(), by }, sides.clone()));
            }
        }
    }
    offers
}

/// How many areas have no change because a figure is missing, and how many because there was nothing before.
pub fn lacks(sides: &Sides, by: ChangeBy) -> (usize, usize) {
    let lacks = sides.from.figures.iter().zip(&sides.to.figures).filter_map(|(from, to)| changed(from, to, by).err());
    lacks.fold((0, 0), |(figure, nothing), lack| match lack {
        Lack::Figure => (figure + 1, nothing),
        Lack::NothingBefore => (figure, nothing + 1),
    })
}

/// The one number of four digits in a text: the year of a date or of a period's name.
pub fn year_in(text: &str) -> Option<&str> {
    let mut years = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    years.next().filter(|_| years.next().is_none())
}

/// The year of a date; what names no year is left as it is.
pub fn year_or_all(period: &str) -> &str {
    year_in(period).unwrap_or(period)
}

/// "Population density, change 2019 to 2023, %": the year of the figure itself makes room for both.
fn labelled(label: &Tr, indicator: &Indicator, sides: &Sides, by: ChangeBy) -> Tr {
    let year = year_or_all(&indicator.period);
    let template = match by {
        ChangeBy::Unit => &words::LABEL,
        ChangeBy::PerCent => &words::LABEL_PCT,
    };
    let of = |label: &str, template: &str| {
        let dated = label.rsplit_once(", ").filter(|(_, date)| date.ends_with(year)).map(|(head, _)| head);
        let label = dated.or_else(|| label.strip_suffix(year)?.strip_suffix(' ')).unwrap_or(label);
        template.replace("{label}", label).replace("{from}", &sides.from.label).replace("{to}", &sides.to.label)
    };
    Tr { vi: of(&label.vi, template.vi), en: of(&label.en, template.en), ru: of(&label.ru, template.ru) }
}

fn tr(words: &Words) -> Tr {
    Tr { vi: words.vi.to_owned(), en: words.en.to_owned(), ru: words.ru.to_owned() }
}
