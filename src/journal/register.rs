//! Streets and villages, and indicators of one's own, read from the fold.

use super::conflict::Deletion;
use super::kinds::{Kind, indicator, subdivision};
use super::state::{JournalState, Thing};
use crate::data::{IndicatorKind, Polarity, Tr};

/// A street or village of the register.
#[derive(Debug, Clone, PartialEq)]
pub struct Subdivision {
    /// Random, the same on every device.
    pub id: String,
    /// Code of the area that it lies in.
    pub area: String,
    /// Its name.
    pub name: String,
    /// Street or village.
    pub form: SubdivisionForm,
    /// How many households it has, if that is known.
    pub households: Option<f64>,
    /// Whether it is no more in the register.
    pub retired: bool,
}

/// What a person enters of a street or village.
#[derive(Debug, Clone, PartialEq)]
pub struct SubdivisionDraft {
    /// Code of the area that it lies in.
    pub area: String,
    /// Its name.
    pub name: String,
    /// Street or village.
    pub form: SubdivisionForm,
    /// How many households it has, if that is known.
    pub households: Option<f64>,
}

/// Street (phố) or village (thôn).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SubdivisionForm {
    /// Phố.
    #[default]
    Street,
    /// Thôn.
    Village,
}

/// An indicator that a person has added.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnIndicator {
    /// Random, the same on every device; can stand in an address as a data set's ids can.
    pub id: String,
    /// What was entered.
    pub draft: IndicatorDraft,
    /// Whether it is no more in use.
    pub retired: bool,
}

/// What a person enters of an indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorDraft {
    /// Full label.
    pub label: Tr,
    /// Stands behind numbers; may be empty.
    pub unit: Tr,
    /// Count, share, rate, measure or yes/no.
    pub kind: IndicatorKind,
    /// Which direction is good.
    pub polarity: Polarity,
    /// Id of the indicator that it is a part of.
    pub base: Option<String>,
    /// Digits behind the decimal sign.
    pub decimals: u8,
    /// What an area is to reach.
    pub target: Option<f64>,
}

impl SubdivisionForm {
    /// The name in records.
    pub fn code(self) -> &'static str {
        match self {
            SubdivisionForm::Street => "street",
            SubdivisionForm::Village => "village",
        }
    }

    /// The form of a name; an unknown one is a street.
    pub fn from_code(code: &str) -> SubdivisionForm {
        if code == "village" { SubdivisionForm::Village } else { SubdivisionForm::Street }
    }
}

impl JournalState {
    /// The register without what is retired, in the order of the ids.
    pub fn subdivisions(&self) -> Vec<Subdivision> {
        let things = self.things(&Kind::Subdivision);
        things.map(|(id, thing)| self.read_subdivision(id, thing)).filter(|found| !found.retired).collect()
    }

    /// One street or village, retired or not.
    pub fn subdivision(&self, id: &str) -> Option<Subdivision> {
        Some(self.read_subdivision(id, self.thing(&Kind::Subdivision, id)?))
    }

    /// The indicators of one's own, retired ones too, in the order of their making.
    pub fn own_indicators(&self) -> Vec<OwnIndicator> {
        let mut made = Vec::new();
        for (id, thing) in self.things(&Kind::Indicator) {
            let first = self.first_of(thing, indicator::KIND).map(|record| record.id);
            made.push((first, self.read_indicator(id, thing)));
        }
        crate::order::sort_by(&mut made, |a, b| a.0.cmp(&b.0));
        made.into_iter().map(|(_, own)| own).collect()
    }

    fn read_subdivision(&self, id: &str, thing: &Thing) -> Subdivision {
        Subdivision {
            id: id.to_owned(),
            area: self.text_in(thing, subdivision::AREA),
            name: self.text_in(thing, subdivision::NAME),
            form: SubdivisionForm::from_code(&self.text_in(thing, subdivision::FORM)),
            households: self.number_in(thing, subdivision::HOUSEHOLDS),
            retired: self.deletion_of(&Kind::Subdivision, thing) == Deletion::Yes,
        }
    }

    fn read_indicator(&self, id: &str, thing: &Thing) -> OwnIndicator {
        let tr = |fields: [&str; 3]| {
            let [vi, en, ru] = fields.map(|field| self.text_in(thing, field));
            Tr { vi, en, ru }
        };
        let base = self.text_in(thing, indicator::BASE);
        let decimals = self.number_in(thing, indicator::DECIMALS).unwrap_or_default();
        let draft = IndicatorDraft {
            label: tr([indicator::LABEL_VI, indicator::LABEL_EN, indicator::LABEL_RU]),
            unit: tr([indicator::UNIT_VI, indicator::UNIT_EN, indicator::UNIT_RU]),
            kind: IndicatorKind::from_code(&self.text_in(thing, indicator::KIND)).unwrap_or(IndicatorKind::Measure),
            polarity: Polarity::from_code(&self.text_in(thing, indicator::POLARITY)).unwrap_or(Polarity::Neither),
            base: if base.is_empty() { None } else { Some(base) },
            decimals: decimals.clamp(0.0, f64::from(crate::data::read::limits::DECIMALS)) as u8,
            target: self.number_in(thing, indicator::TARGET),
        };
        let retired = self.deletion_of(&Kind::Indicator, thing) == Deletion::Yes;
        OwnIndicator { id: id.to_owned(), draft, retired }
    }

    /// The text that a field shows; empty if it holds none.
    pub(super) fn text_in(&self, thing: &Thing, field: &str) -> String {
        let heads = self.heads_of(thing, field);
        heads.first().and_then(|head| head.new.as_text()).unwrap_or_default().to_owned()
    }

    /// The number that a field shows.
    pub(super) fn number_in(&self, thing: &Thing, field: &str) -> Option<f64> {
        self.heads_of(thing, field).first().and_then(|head| head.new.as_number())
    }
}
