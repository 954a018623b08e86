//! Every contradiction between reports, published figures and printed shares, as rules over the figures.
//!
//! Nothing is corrected or left out; a person may accept a finding with a remark. A finding's id names rule, place and
//! figures, so an acceptance holds exactly as long as the contradiction is the same one.

use super::inputs::{capacity, whole_ix};
use super::laid::{Cell, Laid, RollUp, published_beside};
use super::table::{Column, column, difference, stated_base, total_of};
use crate::data::read::limits;
use crate::data::{CityFigure, DataSet, State};
use crate::journal::clean::MAX_NAME_CHARS;
use crate::journal::{Acceptance, JournalState, ReportKey};
use crate::view::per;
use crate::view::query::Per;

/// One contradiction.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The same on every device as long as rule, place and figures are the same.
    pub id: String,
    /// What does not agree, with the figures.
    pub rule: Rule,
    /// The indicator, if it is about one.
    pub indicator_ix: Option<usize>,
    /// The area, if it is about one; `None`: the city.
    pub area_ix: Option<usize>,
    /// Who accepted it and why, if somebody did.
    pub accepted: Option<Acceptance>,
}

/// What does not agree.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// What is known of some areas is more than the published total of all.
    AboveTotal {
        /// Sum of what is known.
        sum: f64,
        /// The published total.
        total: f64,
    },
    /// All areas are known, and their sum is not the published total.
    SumDiffers {
        /// Sum of all areas.
        sum: f64,
        /// The published total.
        total: f64,
    },
    /// What is left of the total is more than the open areas can have.
    AboveCapacity {
        /// The total less what is known.
        remainder: f64,
        /// The most that the open areas can have together.
        capacity: f64,
        /// How many areas are open.
        n_open: usize,
    },
    /// The printed share does not follow from its parts, within its rounding.
    ShareDiffers {
        /// The part.
        value: f64,
        /// What it is a part of.
        base: f64,
        /// The share as printed, per cent.
        printed_pct: f64,
        /// The share recomputed, per cent.
        pct: f64,
    },
    /// The base that the printed share implies is not the number of households that is known.
    ImpliedBase {
        /// The part.
        value: f64,
        /// The share as printed, per cent.
        printed_pct: f64,
        /// Least base that rounds to the printed share.
        low: f64,
        /// Greatest base that does.
        high: f64,
        /// Index of the indicator that counts the households.
        known_ix: usize,
        /// The city's number of them.
        known: f64,
    },
    /// A change is stated without the year that it is compared with.
    ChangeWithoutYear {
        /// The figure.
        value: f64,
        /// The stated change.
        change: f64,
    },
    /// A report is more than the area can have.
    AboveBase {
        /// The figure.
        value: f64,
        /// What it is a part of.
        base: f64,
        /// Index of the indicator that is the base.
        base_ix: usize,
    },
    /// A report is not what was published.
    ReportDiffers {
        /// The reported value.
        reported: f64,
        /// The published value.
        published: f64,
    },
    /// People have entered different values.
    PeopleDiffer {
        /// Who entered what; `None` is a withdrawal. The shown one stands first.
        values: Vec<(String, Option<f64>)>,
    },
    /// The area's own report is not what its streets and villages add up to.
    StreetsDiffer {
        /// The area's report.
        reported: f64,
        /// Sum of the streets' reports.
        sum: f64,
        /// How many streets reported.
        n_reported: usize,
        /// Of how many.
        of: usize,
    },
    /// The register holds another number of streets and villages than is stated.
    RegisterDiffers {
        /// In the register.
        registered: f64,
        /// As stated by a source or a report.
        stated: f64,
    },
    /// A figure that an estimate needs cannot be used.
    Unusable,
    /// A report that has no place here.
    Unplaced {
        /// What it is about.
        key: ReportKey,
        /// Its value.
        value: f64,
    },
}

/// Every contradiction of a period: indicator by indicator, the city before its areas, accepted ones too.
pub fn findings(ds: &DataSet, state: &JournalState, laid: &Laid, period: Option<&str>) -> Vec<Finding> {
    let mut found = Found { ds, state, period, findings: Vec::new() };
    for indicator_ix in 0..ds.indicators.len() {
        let mut add = |rule, area_ix| found.add(rule, Some(indicator_ix), area_ix);
        if let Some(city) = total_of(ds, period, indicator_ix).filter(|city| city.state == State::Published) {
            if let Some(rule) = sum_rule(ds, laid, &column(ds, laid, period, indicator_ix)) {
                add(rule, None);
            }
            if let Some(rule) = share_rule(ds, period, indicator_ix, city) {
                add(rule, None);
            }
            if let Some(change) = city.change {
                add(Rule::ChangeWithoutYear { value: city.value, change }, None);
            }
        }
        for (rule, area_ix) in register_rules(ds, laid, period, indicator_ix) {
            add(rule, area_ix);
        }
        for cell in laid.cells.iter().filter(|cell| cell.indicator_ix == indicator_ix) {
            for rule in cell_rules(laid, cell, whole_ix(ds, indicator_ix)) {
                add(rule, Some(cell.area_ix));
            }
        }
    }
    for report in &laid.unplaced {
        let rule = Rule::Unplaced { key: report.key.clone(), value: report.value };
        found.add(rule, ds.indicator_ix(&report.key.indicator), ds.area_ix(&report.key.area));
    }
    found.findings
}

/// Findings for what estimates could not use: indicator and, if it is not the total, area of each. The other conflicts of
/// an estimate are contradictions that [`findings`] tells by itself, also while estimates are off.
pub fn unusable(
    ds: &DataSet,
    state: &JournalState,
    period: Option<&str>,
    places: &[(usize, Option<usize>)],
) -> Vec<Finding> {
    let mut found = Found { ds, state, period, findings: Vec::new() };
    for (indicator_ix, area_ix) in places {
        found.add(Rule::Unusable, Some(*indicator_ix), *area_ix);
    }
    found.findings
}

/// Collects findings and gives them their ids.
struct Found<'a> {
    ds: &'a DataSet,
    state: &'a JournalState,
    period: Option<&'a str>,
    findings: Vec<Finding>,
}

impl Found<'_> {
    fn add(&mut self, rule: Rule, indicator_ix: Option<usize>, area_ix: Option<usize>) {
        let mut id = rule.code().to_owned();
        let indicator = indicator_ix.map_or("", |ix| &self.ds.indicators[ix].id);
        let area = area_ix.map_or("", |ix| &self.ds.areas[ix].code);
        for part in [indicator, area, self.period.unwrap_or_default()] {
            id.push(':');
            id.push_str(part);
        }
        for figure in rule.figures() {
            id.push(':');
            id.push_str(&figure.to_string());
        }
        // A record's key has an end, and a key from a file may hold what a key of ours may not.
        let unplaced = if let Rule::Unplaced { key, .. } = &rule { Some(key.to_string()) } else { None };
        if unplaced.is_some() || id.len() > MAX_NAME_CHARS {
            id.push_str(unplaced.as_deref().unwrap_or_default());
            id = [rule.code(), &crate::data::hash(id.as_bytes())].join(":");
        }
        let accepted = self.state.acceptance(&id);
        self.findings.push(Finding { id, rule, indicator_ix, area_ix, accepted });
    }
}

impl Rule {
    /// The rule's name in ids. Does not change, since acceptances name it.
    pub fn code(&self) -> &'static str {
        match self {
            Rule::AboveTotal { .. } => "above-total",
            Rule::SumDiffers { .. } => "sum",
            Rule::AboveCapacity { .. } => "above-capacity",
            Rule::ShareDiffers { .. } => "share",
            Rule::ImpliedBase { .. } => "implied-base",
            Rule::ChangeWithoutYear { .. } => "change-year",
            Rule::AboveBase { .. } => "above-base",
            Rule::ReportDiffers { .. } => "report",
            Rule::PeopleDiffer { .. } => "people",
            Rule::StreetsDiffer { .. } => "streets",
            Rule::RegisterDiffers { .. } => "register",
            Rule::Unusable => "unusable",
            Rule::Unplaced { .. } => "unplaced",
        }
    }

    /// The figures that the contradiction consists of.
    fn figures(&self) -> Vec<f64> {
        match *self {
            Rule::AboveTotal { sum, total } | Rule::SumDiffers { sum, total } => vec![sum, total],
            Rule::AboveCapacity { remainder, capacity, .. } => vec![remainder, capacity],
            Rule::ShareDiffers { value, base, printed_pct, .. } => vec![value, base, printed_pct],
            Rule::ImpliedBase { value, printed_pct, known, .. } => vec![value, printed_pct, known],
            Rule::ChangeWithoutYear { value, change } => vec![value, change],
            Rule::AboveBase { value, base, .. } => vec![value, base],
            Rule::ReportDiffers { reported, published } => vec![reported, published],
            Rule::PeopleDiffer { ref values } => {
                // Which one is shown may change with a later merge; the contradiction is the same.
                let mut values: Vec<f64> = values.iter().map(|(_, value)| value.unwrap_or(f64::NAN)).collect();
                crate::order::sort_numbers(&mut values);
                values
            }
            Rule::StreetsDiffer { reported, sum, .. } => vec![reported, sum],
            Rule::RegisterDiffers { registered, stated } => vec![registered, stated],
            Rule::Unusable => Vec::new(),
            Rule::Unplaced { value, .. } => vec![value],
        }
    }
}

/// What is known against the published total.
fn sum_rule(ds: &DataSet, laid: &Laid, column: &Column) -> Option<Rule> {
    let (sum, total, remainder) = (column.sum?, column.total?, column.remainder?);
    let n_open = column.missing_ixs.len() + column.partial_ixs.len();
    if n_open == 0 {
        return if remainder == 0.0 { None } else { Some(Rule::SumDiffers { sum, total }) };
    }
    if remainder < 0.0 {
        return Some(Rule::AboveTotal { sum, total });
    }
    let mut capacity_left = 0.0;
    for &area_ix in column.missing_ixs.iter().chain(&column.partial_ixs) {
        let so_far = laid.partial(column.indicator_ix, area_ix).map_or(0.0, |roll_up| roll_up.sum);
        capacity_left += capacity(ds, laid, column.indicator_ix, area_ix)? - so_far;
    }
    if capacity_left < remainder {
        return Some(Rule::AboveCapacity { remainder, capacity: capacity_left, n_open });
    }
    None
}

/// The printed share against its parts, or, where its base is not stated, against the households that are known.
fn share_rule(ds: &DataSet, period: Option<&str>, indicator_ix: usize, city: &CityFigure) -> Option<Rule> {
    let (value, printed_pct) = (city.value, city.share_printed_pct?);
    let half_unit = 0.5 * 0.1_f64.powi(i32::from(decimals_of(printed_pct)));
    // Shares are printed with few digits; this is far below the last of them and far above any error of division.
    let slack = 1e-9;
    if let Some(base) = stated_base(ds, period, indicator_ix).filter(|base| *base > 0.0) {
        let pct = 100.0 * value / base;
        let is_off = (pct - printed_pct).abs() > half_unit + slack;
        return if is_off { Some(Rule::ShareDiffers { value, base, printed_pct, pct }) } else { None };
    }
    let low = (100.0 * value / (printed_pct + half_unit) - slack).ceil();
    let high = if printed_pct > half_unit { (100.0 * value / (printed_pct - half_unit)).floor() } else { f64::MAX };
    let known_ix = whole_ix(ds, indicator_ix)?;
    let known = total_of(ds, period, known_ix)?.value;
    if (low..=high).contains(&known) {
        return None;
    }
    Some(Rule::ImpliedBase { value, printed_pct, low, high, known_ix, known })
}

/// The register against what is stated: for each area that has begun it, for the city once all have.
fn register_rules(ds: &DataSet, laid: &Laid, period: Option<&str>, indicator_ix: usize) -> Vec<(Rule, Option<usize>)> {
    if per::base_ix(ds, Per::Subdivision) != Some(indicator_ix) {
        return Vec::new();
    }
    let mut rules = Vec::new();
    let registered = laid.registered.iter().sum::<usize>() as f64;
    let is_begun_everywhere = laid.registered.iter().all(|n| *n > 0);
    if let Some(stated) = total_of(ds, period, indicator_ix).map(|city| city.value)
        && (registered > stated || is_begun_everywhere && registered != stated)
    {
        rules.push((Rule::RegisterDiffers { registered, stated }, None));
    }
    for (area_ix, n) in laid.registered.iter().enumerate() {
        let registered = *n as f64;
        if let Some(stated) = laid.whole(indicator_ix, area_ix).filter(|stated| *n > 0 && *stated != registered) {
            rules.push((Rule::RegisterDiffers { registered, stated }, Some(area_ix)));
        }
    }
    rules
}

/// What was reported for one place: against what it is a part of, against what was published, and among people.
fn cell_rules(laid: &Laid, cell: &Cell, base_ix: Option<usize>) -> Vec<Rule> {
    let mut rules = Vec::new();
    if let Some((base_ix, base)) = base_ix.and_then(|ix| Some((ix, laid.whole(ix, cell.area_ix)?)))
        && cell.value > base
    {
        rules.push(Rule::AboveBase { value: cell.value, base, base_ix });
    }
    if let Some(published) = published_beside(laid, cell) {
        rules.push(Rule::ReportDiffers { reported: cell.value, published });
    }
    if !cell.versions.is_empty() {
        let values = cell.versions.iter().map(|version| (version.author.clone(), version.value.as_number())).collect();
        rules.push(Rule::PeopleDiffer { values });
    }
    if let Some(RollUp { sum, reported: n_reported, of }) = cell.roll_up.filter(|_| !cell.is_roll_up) {
        let differs = difference(cell.value, sum, limits::DECIMALS) != 0.0;
        if differs && (n_reported == of || sum > cell.value) {
            rules.push(Rule::StreetsDiffer { reported: cell.value, sum, n_reported, of });
        }
    }
    rules
}

/// Digits behind the decimal sign of a share as it was printed. A zero at its end is lost in a number, so it is taken for
/// a share of fewer digits, which can only make the rule milder.
pub fn decimals_of(printed_pct: f64) -> u8 {
    printed_pct.to_string().split_once('.').map_or(0, |(_, digits)| digits.len() as u8)
}
