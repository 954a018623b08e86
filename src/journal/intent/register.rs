//! The intents on streets and villages and on indicators of one's own: things with a random id.

use super::{Applied, Ctx, IntentError, checked_line, checked_number, optional, random_key, target_of};
use crate::data::read::limits;
use crate::journal::act::{Act, Sees};
use crate::journal::clean;
use crate::journal::kinds::{Kind, indicator, step, subdivision};
use crate::journal::merge::Journal;
use crate::journal::record::Value;
use crate::journal::register::{IndicatorDraft, SubdivisionDraft};

/// The fields of a thing; the first one is the birth field.
pub(super) type Fields = Vec<(&'static str, Value)>;

impl Journal {
    pub(super) fn enter_subdivisions(
        &mut self,
        drafts: &[SubdivisionDraft],
        name: &'static str,
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        let checked: Vec<Fields> = drafts.iter().map(subdivision_fields).collect::<Result<_, _>>()?;
        let mut act = self.begin(name, ctx);
        let mut last = String::new();
        for fields in checked {
            last = self.bear(&mut act, &Kind::Subdivision, fields, ctx);
        }
        Ok(act.done(last, self))
    }

    pub(super) fn edit_subdivision(
        &mut self,
        id: String,
        draft: &SubdivisionDraft,
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        let fields = subdivision_fields(draft)?;
        self.change(&Kind::Subdivision, id, fields, step::EDIT_SUBDIVISION, ctx)
    }

    /// `None` adds an indicator.
    pub(super) fn set_indicator(
        &mut self,
        id: Option<String>,
        draft: &IndicatorDraft,
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        let fields = indicator_fields(draft)?;
        let Some(id) = id else {
            let mut act = self.begin(step::ADD_INDICATOR, ctx);
            let id = self.bear(&mut act, &Kind::Indicator, fields, ctx);
            return Ok(act.done(id, self));
        };
        self.change(&Kind::Indicator, id, fields, step::EDIT_INDICATOR, ctx)
    }

    /// Makes a thing and gives its id. The birth field is written whatever it holds.
    pub(super) fn bear(&mut self, act: &mut Act, kind: &Kind, mut fields: Fields, ctx: &Ctx) -> String {
        let first_at = self.clock.tick(ctx.now_ms);
        let key = random_key(self.writer, first_at);
        let (birth_field, born) = fields.remove(0);
        self.push_at(act, first_at, target_of(kind, &key, birth_field), born, Sees::All);
        self.put(act, kind, &key, fields, ctx);
        key
    }

    fn change(
        &mut self,
        kind: &Kind,
        id: String,
        fields: Fields,
        name: &'static str,
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        self.state.thing(kind, &id).ok_or(IntentError::NoSuchThing)?;
        let mut act = self.begin(name, ctx);
        self.put(&mut act, kind, &id, fields, ctx);
        self.bring_back(&mut act, kind, &id, ctx);
        Ok(act.done(id, self))
    }
}

fn subdivision_fields(draft: &SubdivisionDraft) -> Result<Fields, IntentError> {
    let area = named(&draft.area)?;
    let name = named(&draft.name)?;
    let households = draft.households.map(|number| checked_number(number, 0.0, limits::AMOUNT)).transpose()?;
    Ok(vec![
        (subdivision::AREA, Value::Text(area)),
        (subdivision::NAME, Value::Text(name)),
        (subdivision::FORM, Value::from(draft.form.code())),
        (subdivision::HOUSEHOLDS, households.unwrap_or_default()),
    ])
}

fn indicator_fields(draft: &IndicatorDraft) -> Result<Fields, IntentError> {
    let decimals = checked_number(f64::from(draft.decimals), 0.0, f64::from(limits::DECIMALS))?;
    let target = draft.target.map(|number| checked_number(number, -limits::AMOUNT, limits::AMOUNT)).transpose()?;
    let unit = |text: &str| checked_line(text, clean::MAX_TAG_CHARS).map(optional);
    Ok(vec![
        (indicator::KIND, Value::from(draft.kind.code())),
        (indicator::LABEL_VI, Value::Text(named(&draft.label.vi)?)),
        (indicator::LABEL_EN, Value::Text(named(&draft.label.en)?)),
        (indicator::LABEL_RU, Value::Text(named(&draft.label.ru)?)),
        (indicator::UNIT_VI, unit(&draft.unit.vi)?),
        (indicator::UNIT_EN, unit(&draft.unit.en)?),
        (indicator::UNIT_RU, unit(&draft.unit.ru)?),
        (indicator::POLARITY, Value::from(draft.polarity.code())),
        (indicator::BASE, optional(checked_line(draft.base.as_deref().unwrap_or_default(), clean::MAX_NAME_CHARS)?)),
        (indicator::DECIMALS, decimals),
        (indicator::TARGET, target.unwrap_or_default()),
    ])
}

fn named(text: &str) -> Result<String, IntentError> {
    let line = checked_line(text, clean::MAX_NAME_CHARS)?;
    if line.is_empty() { Err(IntentError::NoName) } else { Ok(line) }
}
