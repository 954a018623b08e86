//! What of a judged table is taken in: each figure with its mark, the person's choice, and the reports that come of it.
//!
//! Judging knows the whole areas of one period. What a list says of periods and of streets and villages is looked at here,
//! since the register and the loaded periods are the journal's.

use std::collections::HashMap;

use crate::data::DataSet;
use crate::journal::{JournalState, ReportKey};
use crate::text::fold::fold;

use super::judge::{Case, Judged, Judging, Verdict};
use super::matching::Role;

/// What is to be said of a figure, without its numbers: by this figures are counted, filtered and taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the verdict of its name, or explained where it differs")]
pub enum Mark {
    New,
    ChangesReport,
    ConflictsPublished,
    Same,
    CityTotal,
    Ambiguous,
    NotANumber,
    OutOfRange,
    Duplicate,
    UnknownArea,
    UnknownIndicator,
    /// The area's register has no street or village of that name.
    UnknownStreet,
    /// The row is of another period than the one that is taken in.
    OtherPeriod,
    Computed,
}

/// The period that the figures are of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Period {
    /// The data set's own: each indicator's.
    #[default]
    Own,
    /// Another one.
    Other {
        /// Its id, for example `2022`.
        id: String,
        /// Its name for people.
        label: String,
    },
}

/// A judged figure with its mark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Marked {
    /// The figure with its place.
    pub judged: Judged,
    /// What it comes to.
    pub mark: Mark,
    /// The street or village that it is of, as a position in [`Register::streets`].
    pub street_ix: Option<usize>,
}

/// The streets and villages, with what they have reported.
#[derive(Debug, Clone, Default)]
pub struct Register {
    /// Ids.
    pub streets: Vec<String>,
    /// By area and [`street_key`]; `None` for two of one name.
    ix_of: HashMap<(usize, String), Option<usize>>,
    /// By street and indicator.
    reported: HashMap<(usize, usize), f64>,
}

/// The figures of a table, each taken or left out.
#[derive(Debug, Clone, Default)]
pub struct Intake {
    figures: Vec<Marked>,
    taken: Vec<bool>,
}

/// How many figures have a mark, and how many of them are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// All of them.
    pub all: usize,
    /// Those that are taken.
    pub taken: usize,
}

impl Mark {
    /// All marks, in the order in which they matter.
    pub const ALL: [Mark; 14] = [
        Mark::New,
        Mark::ChangesReport,
        Mark::ConflictsPublished,
        Mark::Same,
        Mark::CityTotal,
        Mark::Ambiguous,
        Mark::NotANumber,
        Mark::OutOfRange,
        Mark::Duplicate,
        Mark::UnknownArea,
        Mark::UnknownIndicator,
        Mark::UnknownStreet,
        Mark::OtherPeriod,
        Mark::Computed,
    ];

    /// The mark of a verdict.
    pub fn of(verdict: Verdict) -> Mark {
        match verdict {
            Verdict::New => Mark::New,
            Verdict::Same => Mark::Same,
            Verdict::ChangesReport { .. } => Mark::ChangesReport,
            Verdict::ConflictsPublished { .. } => Mark::ConflictsPublished,
            Verdict::CityTotal { .. } => Mark::CityTotal,
            Verdict::NotANumber => Mark::NotANumber,
            Verdict::Ambiguous => Mark::Ambiguous,
            Verdict::OutOfRange(_) => Mark::OutOfRange,
            Verdict::Computed => Mark::Computed,
            Verdict::UnknownArea => Mark::UnknownArea,
            Verdict::UnknownIndicator => Mark::UnknownIndicator,
            Verdict::Duplicate { .. } => Mark::Duplicate,
        }
    }

    /// Whether a person may take such a figure in.
    pub fn may_be_taken(self) -> bool {
        matches!(self, Mark::New | Mark::ChangesReport | Mark::ConflictsPublished)
    }

    /// Whether it is taken unless a person leaves it out. What contradicts a published figure is for a person to take.
    pub fn is_taken_at_first(self) -> bool {
        matches!(self, Mark::New | Mark::ChangesReport)
    }
}

impl Period {
    /// Its id in keys of reports and for `review::lay`; `None` for the data set's own.
    pub fn id(&self) -> Option<&str> {
        match self {
            Period::Own => None,
            Period::Other { id, .. } => Some(id),
        }
    }

    /// Whether a text in a list means this period, for an indicator of a period of its own.
    fn is_meant(&self, text: &str, own: &str) -> bool {
        let (id, label) = match self {
            Period::Own => (own, own),
            Period::Other { id, label } => (id.as_str(), label.as_str()),
        };
        let folded = fold(text);
        let is_same_year = year_in(text).is_some_and(|year| year_in(id) == Some(year));
        folded == fold(id) || folded == fold(label) || is_same_year
    }
}

/// The one number of four digits in a text.
fn year_in(text: &str) -> Option<&str> {
    let mut years = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    years.next().filter(|_| years.next().is_none())
}

impl Register {
    /// The register as the journal has it, with the reports of a period.
    pub fn new(ds: &DataSet, state: &JournalState, period: &Period) -> Register {
        let mut register = Register::default();
        let mut ix_of_id = HashMap::new();
        for street in state.subdivisions() {
            let Some(area_ix) = ds.area_ix(&street.area) else { continue };
            let street_ix = register.streets.len();
            let key = (area_ix, street_key(&street.name));
            register.ix_of.entry(key).and_modify(|known| *known = None).or_insert(Some(street_ix));
            ix_of_id.insert(street.id.clone(), street_ix);
            register.streets.push(street.id);
        }
        if register.streets.is_empty() {
            return register;
        }
        for report in state.reports() {
            let street_ix = report.key.subdivision.as_ref().and_then(|id| ix_of_id.get(id));
            if let (Some(&street_ix), Some(indicator_ix)) = (street_ix, ds.indicator_ix(&report.key.indicator))
                && !report.key.practice
                && report.key.period == period.id().unwrap_or(&ds.indicators[indicator_ix].period)
            {
                register.reported.insert((street_ix, indicator_ix), report.value);
            }
        }
        register
    }
}

/// A name of a street or village without diacritics, case and the word before it ("Phố Lê Lợi", "lê lợi").
fn street_key(name: &str) -> String {
    const WORDS: [&str; 6] = ["to dan pho ", "khu pho ", "pho ", "thon ", "ул. ", "улица "];
    let folded = fold(name);
    let bare = WORDS.iter().find_map(|word| folded.strip_prefix(word));
    bare.unwrap_or(&folded).trim().to_owned()
}

impl Marked {
    /// A judged figure by what its row says of the period and of a street.
    pub fn new(judged: Judged, judging: &Judging, case: Case, period: &Period, register: &Register) -> Marked {
        let mut marked = Marked { judged, mark: Mark::of(judged.verdict), street_ix: None };
        let (Some(area_ix), Some(indicator_ix)) = (judged.area_ix, judged.indicator_ix) else { return marked };
        let is_open = marked.mark.may_be_taken() || marked.mark == Mark::Same;
        let part = |role| judging.part(judged.row, role, case).filter(|_| is_open);
        if let Some(text) = part(Role::Period)
            && !period.is_meant(&text, &case.data.indicators[indicator_ix].period)
        {
            marked.mark = Mark::OtherPeriod;
        } else if let Some(name) = part(Role::Subdivision) {
            marked.street_ix = register.ix_of.get(&(area_ix, street_key(&name))).copied().flatten();
            let reported = marked.street_ix.and_then(|street_ix| register.reported.get(&(street_ix, indicator_ix)));
            marked.mark = match (marked.street_ix, reported, judged.value) {
                (None, ..) => Mark::UnknownStreet,
                (_, Some(&from), Some(value)) if from == value => Mark::Same,
                (_, Some(&from), _) => {
                    marked.judged.verdict = Verdict::ChangesReport { from };
                    Mark::ChangesReport
                }
                (_, None, _) => Mark::New,
            };
        }
        marked
    }
}

impl Intake {
    /// Puts one more figure behind the others.
    pub fn push(&mut self, marked: Marked) {
        self.taken.push(marked.mark.is_taken_at_first());
        self.figures.push(marked);
    }

    /// All figures, in the order of the table.
    pub fn figures(&self) -> &[Marked] {
        &self.figures
    }

    /// Whether a figure is taken.
    pub fn is_taken(&self, figure_ix: usize) -> bool {
        self.taken.get(figure_ix) == Some(&true)
    }

    /// Takes a figure or leaves it out.
    pub fn take(&mut self, figure_ix: usize, taken: bool) {
        let may_be = self.figures.get(figure_ix).is_some_and(|figure| figure.mark.may_be_taken());
        if let Some(own) = self.taken.get_mut(figure_ix).filter(|_| may_be) {
            *own = taken;
        }
    }

    /// Takes all figures of a mark, or leaves them out; of every mark without one.
    pub fn take_all(&mut self, mark: Option<Mark>, taken: bool) {
        for (figure, own) in self.figures.iter().zip(&mut self.taken) {
            if figure.mark.may_be_taken() && mark.is_none_or(|mark| mark == figure.mark) {
                *own = taken;
            }
        }
    }

    /// How many figures there are by the marks of [`Mark::ALL`].
    pub fn counts(&self) -> [Count; Mark::ALL.len()] {
        let mut counts = [Count::default(); Mark::ALL.len()];
        for (figure, taken) in self.figures.iter().zip(&self.taken) {
            let count = &mut counts[figure.mark as usize];
            count.all += 1;
            count.taken += usize::from(*taken);
        }
        counts
    }

    /// Positions of the figures with a mark, or of all, from `first` on, at most `n` of them.
    pub fn page(&self, mark: Option<Mark>, first: usize, n: usize) -> Vec<usize> {
        let with_mark =
            self.figures.iter().enumerate().filter(|(_, figure)| mark.is_none_or(|mark| mark == figure.mark));
        with_mark.map(|(ix, _)| ix).skip(first).take(n).collect()
    }

    /// The reports that the taken figures are.
    pub fn reports(&self, ds: &DataSet, period: &Period, register: &Register) -> Vec<(ReportKey, f64)> {
        let taken = self.figures.iter().zip(&self.taken).filter(|(_, taken)| **taken);
        let report = |figure: &Marked| {
            let indicator = &ds.indicators[figure.judged.indicator_ix?];
            let period = period.id().unwrap_or(&indicator.period);
            let mut key = ReportKey::of_area(&ds.areas[figure.judged.area_ix?].code, &indicator.id, period);
            key.subdivision = figure.street_ix.map(|street_ix| register.streets[street_ix].clone());
            Some((key, figure.judged.value?))
        };
        taken.filter_map(|(figure, _)| report(figure)).collect()
    }
}

#[cfg(test)]
mod tests;
