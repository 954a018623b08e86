//! The intents on reports, periods, findings and the assumptions of the estimates: things that are named by their place.

use super::{Applied, Ctx, IntentError, checked_line, checked_number, checked_text, optional};
use crate::journal::act::Act;
use crate::journal::clean::{self, clean_line};
use crate::journal::estimates::{ESTIMATES_KEY, EstimateSettings, MAX_DRAWS, MAX_OVERDISPERSION, MIN_DRAWS};
use crate::journal::kinds::{Kind, estimates, finding, period, report, step};
use crate::journal::merge::Journal;
use crate::journal::record::Value;
use crate::journal::reports::ReportKey;

impl Journal {
    pub(super) fn set_report(
        &mut self,
        key: &ReportKey,
        value: Option<f64>,
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        let (key, value) = (checked_key(key)?, value.map_or(Ok(Value::Null), checked_value)?);
        let name = if value == Value::Null { step::WITHDRAW_REPORT } else { step::ENTER_REPORT };
        let mut act = self.begin(name, ctx);
        self.put_report(&mut act, &key, value, "", ctx);
        Ok(act.done(key, self))
    }

    pub(super) fn import_reports(
        &mut self,
        reports: &[(ReportKey, f64)],
        file: &str,
        period: Option<(String, String)>,
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        let file = checked_line(file, clean::MAX_NAME_CHARS)?;
        let period = period.map(|(id, label)| checked_period(&id, Some(&label))).transpose()?;
        let checked = checked_reports(reports)?;
        let mut act = self.begin(step::IMPORT_REPORTS, ctx);
        if let Some((id, label)) = period {
            self.put(&mut act, &Kind::Period, &id, vec![(period::LABEL, label)], ctx);
        }
        for (key, value) in checked {
            self.put_report(&mut act, &key, value, &file, ctx);
        }
        Ok(act.done(String::new(), self))
    }

    pub(super) fn load_practice(
        &mut self,
        mut reports: Vec<(ReportKey, f64)>,
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        for (key, _) in &mut reports {
            key.practice = true;
        }
        let checked = checked_reports(&reports)?;
        let mut act = self.begin(step::LOAD_PRACTICE, ctx);
        for (key, value) in checked {
            self.put_report(&mut act, &key, value, "", ctx);
        }
        Ok(act.done(String::new(), self))
    }

    pub(super) fn remove_practice(&mut self, ctx: &Ctx) -> Applied {
        let is_practice = |key: &&str| ReportKey::from_text(key).is_some_and(|key| key.practice);
        let things = self.state.things(&Kind::Report).map(|(key, _)| key);
        let keys: Vec<String> = things.filter(is_practice).map(str::to_owned).collect();
        let mut act = self.begin(step::REMOVE_PRACTICE, ctx);
        for key in keys {
            self.put_report(&mut act, &key, Value::Null, "", ctx);
        }
        act.done(String::new(), self)
    }

    /// Where a value came from is written with the value only, so that importing it once more changes nothing.
    fn put_report(&mut self, act: &mut Act, key: &str, value: Value, source: &str, ctx: &Ctx) {
        let n_before = act.records.len();
        self.put(act, &Kind::Report, key, vec![(report::VALUE, value)], ctx);
        if act.records.len() > n_before {
            self.put(act, &Kind::Report, key, vec![(report::SOURCE, optional(source.to_owned()))], ctx);
        }
    }

    pub(super) fn accept_finding(
        &mut self,
        key: String,
        accepted: bool,
        remark: &str,
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        check_plain(&key, clean::MAX_NAME_CHARS)?;
        let remark = optional(checked_text(remark)?);
        let name = if accepted { step::ACCEPT_FINDING } else { step::REOPEN_FINDING };
        let mut act = self.begin(name, ctx);
        let fields = vec![(finding::ACCEPTED, Value::Bool(accepted)), (finding::REMARK, remark)];
        self.put(&mut act, &Kind::Finding, &key, fields, ctx);
        Ok(act.done(key, self))
    }

    pub(super) fn set_estimates(&mut self, settings: EstimateSettings, ctx: &Ctx) -> Result<Applied, IntentError> {
        let least = f64::MIN_POSITIVE;
        let overdispersion = settings.overdispersion.map(|number| checked_number(number, least, MAX_OVERDISPERSION));
        let n_draws = checked_number(f64::from(settings.n_draws), f64::from(MIN_DRAWS), f64::from(MAX_DRAWS))?;
        let fields = vec![
            (estimates::ON, Value::Bool(settings.on)),
            (estimates::WEIGHTS, Value::from(settings.weights.code())),
            (estimates::OVERDISPERSION, overdispersion.transpose()?.unwrap_or_default()),
            (estimates::SEED, Value::number(f64::from(settings.seed))),
            (estimates::N_DRAWS, n_draws),
        ];
        let mut act = self.begin(step::SET_ESTIMATES, ctx);
        self.put(&mut act, &Kind::Estimates, ESTIMATES_KEY, fields, ctx);
        Ok(act.done(ESTIMATES_KEY.to_owned(), self))
    }

    pub(super) fn set_period(&mut self, id: &str, label: Option<&str>, ctx: &Ctx) -> Result<Applied, IntentError> {
        let (id, label) = checked_period(id, label)?;
        let name = if label == Value::Null { step::REMOVE_PERIOD } else { step::SET_PERIOD };
        let mut act = self.begin(name, ctx);
        self.put(&mut act, &Kind::Period, &id, vec![(period::LABEL, label)], ctx);
        Ok(act.done(id, self))
    }
}

fn checked_reports(reports: &[(ReportKey, f64)]) -> Result<Vec<(String, Value)>, IntentError> {
    reports.iter().map(|(key, value)| Ok((checked_key(key)?, checked_value(*value)?))).collect()
}

fn checked_key(key: &ReportKey) -> Result<String, IntentError> {
    let text = key.to_string();
    check_plain(&text, clean::MAX_NAME_CHARS)?;
    if ReportKey::from_text(&text).as_ref() == Some(key) { Ok(text) } else { Err(IntentError::BadKey) }
}

fn checked_value(value: f64) -> Result<Value, IntentError> {
    let greatest = crate::data::read::limits::AMOUNT;
    checked_number(value, -greatest, greatest)
}

/// A period's id stands in keys of reports, so it holds no colon.
fn checked_period(id: &str, label: Option<&str>) -> Result<(String, Value), IntentError> {
    check_plain(id, clean::MAX_TAG_CHARS)?;
    if id.contains(':') {
        return Err(IntentError::BadKey);
    }
    let label = label.map(|label| checked_line(label, clean::MAX_TAG_CHARS)).transpose()?;
    if label.as_deref() == Some("") {
        return Err(IntentError::NoName);
    }
    Ok((id.to_owned(), label.map_or(Value::Null, Value::Text)))
}

/// A key that a record can hold and a reader reads unchanged.
pub(super) fn check_plain(key: &str, limit_chars: usize) -> Result<(), IntentError> {
    let is_plain = !key.is_empty() && clean_line(key) == key && !clean::is_longer(key, limit_chars);
    if is_plain { Ok(()) } else { Err(IntentError::BadKey) }
}
