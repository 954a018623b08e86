//! The city's own figure for an indicator, as parts that the page sets in its own type.

use crate::data::{DataSet, IndicatorKind, Lang, State};
use crate::text::number;

use super::super::column::column;
use super::super::query::Measure;
use super::{dated_label, number_text, words};

/// The city's figure in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kpi {
    /// Label with the year.
    pub label: String,
    /// The number: "78,201".
    pub value: String,
    /// The unit behind it; may be empty.
    pub unit: String,
    /// What it is a part of, if the source says so: "of 311".
    pub of: Option<String>,
    /// The share as the source prints it: "85.6%".
    pub share: Option<String>,
    /// The base that the printed share implies, where the source does not state it.
    pub implied_base: Option<String>,
    /// The change that the source states: "102 more".
    pub change: Option<String>,
    /// What is to be known beside the number.
    pub note: Option<String>,
    /// Title of the source.
    pub source: String,
    /// What the figure is known from.
    pub state: State,
}

/// The city's figure for an indicator. `None`: there is no such indicator, or no figure.
pub fn kpi(ds: &DataSet, indicator_ix: usize, lang: Lang) -> Option<Kpi> {
    let indicator = ds.indicators.get(indicator_ix)?;
    let city = ds.city.get(indicator_ix)?.as_ref()?;
    let column = column(ds, &Measure::plain(indicator.id.clone()))?;
    let whole = |value: f64| number::number(lang, value, 0);
    let is_yes_no = indicator.kind == IndicatorKind::YesNo;
    Some(Kpi {
        label: dated_label(ds, &column, lang),
        // The city's figure of a yes/no indicator counts areas; it is not itself a yes or no.
        value: if is_yes_no { whole(city.value) } else { number_text(&column, city.value, lang) },
        unit: if indicator.kind == IndicatorKind::Share { "" } else { indicator.unit.get(lang) }.to_owned(),
        of: city.base.map(|base| words::OF.fill(lang, &[("of", &whole(base))])),
        share: city.share_printed_pct.map(|share_pct| number::percent(lang, share_pct, 1)),
        implied_base: city
            .base_implied
            .map(|(low, high)| words::OF_IMPLIED.fill(lang, &[("low", &whole(low)), ("high", &whole(high))])),
        change: city.change.map(|change| {
            let words = if change < 0.0 { &words::LESS } else { &words::MORE };
            words.fill(lang, &[("n", &number::number(lang, change.abs(), indicator.decimals))])
        }),
        note: city.note.as_ref().map(|note| note.get(lang).to_owned()),
        source: ds.sources.get(indicator.source_ix).map_or("", |source| source.title.get(lang)).to_owned(),
        state: city.state,
    })
}

impl Kpi {
    /// Number, base and share in a few words: "262 of 311, 84.2%", "17,231 m", "169".
    pub fn short(&self) -> String {
        let of = self.of.as_ref().map(|of| format!(" {of}")).unwrap_or_default();
        let unit = if self.unit.is_empty() || self.of.is_some() { String::new() } else { format!(" {}", self.unit) };
        let share = self.share.as_ref().map(|share| format!(", {share}")).unwrap_or_default();
        format!("{}{unit}{of}{share}", self.value)
    }

    /// What is to be known besides: implied base, change, note.
    pub fn details(&self) -> Vec<&str> {
        [&self.implied_base, &self.change, &self.note].into_iter().flatten().map(String::as_str).collect()
    }
}
