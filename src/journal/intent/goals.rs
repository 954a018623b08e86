//! The intents on targets, recommendations, the composite index and the shortlist.

use super::{Applied, Ctx, IntentError, checked_line, checked_number, checked_text, optional, target_of};
use crate::data::Polarity;
use crate::data::read::limits;
use crate::journal::act::{Act, Sees};
use crate::journal::clean::{self, clean_line};
use crate::journal::index::{CHOICE_KEY, IndexEdit, IndexSettings, MAX_WEIGHT};
use crate::journal::kinds::{Kind, index, recommendation, shortlist, step, target};
use crate::journal::merge::Journal;
use crate::journal::recommendations::{RecommendationDraft, RecommendationField, RecommendationStatus};
use crate::journal::record::{Target, Value};
use crate::journal::shortlist::MAX_CERTIFICATES;
use crate::journal::targets::{ALL, TargetRule, target_key};
use crate::text::date::CivilDate;

/// What a person wants changed in targets, recommendations, the index or the shortlist.
#[derive(Debug, Clone, PartialEq)]
pub enum GoalIntent {
    /// A target, for all areas or for some of them as one act.
    SetTarget {
        /// The indicator's id.
        indicator: String,
        /// Codes of the areas; `None` for the rule for all areas.
        areas: Option<Vec<String>>,
        /// The rule from now on; `None` removes it.
        rule: Option<TargetRule>,
    },
    /// A new recommendation.
    Raise(RecommendationDraft),
    /// A field of a recommendation. Where people differ in a long text, it goes on from
    /// [`Journal::recommendation_text_to_edit`] and leaves the other texts standing.
    EditRecommendation {
        /// Its id.
        id: String,
        /// Which field.
        field: RecommendationField,
        /// Its text from now on.
        text: String,
    },
    /// Another status for one or many, as one act. An id that is not here is an error, and nothing is changed then.
    SetStatus {
        /// Their ids.
        ids: Vec<String>,
        /// The status from now on.
        status: RecommendationStatus,
    },
    /// Links a recommendation with something, or takes the link away.
    Link {
        /// The recommendation's id.
        id: String,
        /// With what.
        to: LinkTo,
        /// Whether they are linked from now on.
        linked: bool,
    },
    /// Deletes a recommendation, or brings it back.
    DeleteRecommendation {
        /// Its id.
        id: String,
        /// Whether it is deleted from now on.
        deleted: bool,
    },
    /// A new setting of the index.
    MakeIndex(IndexSettings),
    /// A copy of a setting under another name.
    CopyIndex {
        /// The id of the one that is copied.
        id: String,
        /// The copy's name.
        name: String,
    },
    /// A change of a setting.
    EditIndex {
        /// Its id.
        id: String,
        /// What changes.
        edit: IndexEdit,
    },
    /// Puts a setting into use.
    ChooseIndex {
        /// Its id.
        id: String,
    },
    /// Retires a setting, or brings it back.
    RetireIndex {
        /// Its id.
        id: String,
        /// Whether it is retired from now on.
        retired: bool,
    },
    /// Puts areas on the shortlist or takes them off, as one act.
    Shortlist {
        /// Codes of the areas.
        areas: Vec<String>,
        /// Whether they are on it from now on.
        chosen: bool,
    },
    /// Why an area is on the shortlist, or why it is not.
    EditReason {
        /// The area's code.
        area: String,
        /// The reason from now on.
        reason: String,
    },
    /// How many certificates for individuals of a role. Never a person's name: see `journal::shortlist`.
    SetCertificates {
        /// The area's code.
        area: String,
        /// What these people do.
        role: String,
        /// How many certificates from now on.
        count: u32,
    },
}

/// What a recommendation may be linked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTo {
    /// A note, by id.
    Note(String),
    /// A task, by id.
    Task(String),
}

impl Journal {
    /// The text that an editor of a recommendation shows: in a conflict the one that was written here.
    pub fn recommendation_text_to_edit(&self, id: &str, field: RecommendationField) -> &str {
        let base = self.base_of_edit(&target_of(&Kind::Recommendation, id, field.name()));
        base.and_then(|base| base.new.as_text()).unwrap_or_default()
    }

    /// The reason that an editor of the shortlist shows: in a conflict the one that was written here.
    pub fn reason_to_edit(&self, area: &str) -> &str {
        let base = self.base_of_edit(&target_of(&Kind::Shortlist, area, shortlist::REASON));
        base.and_then(|base| base.new.as_text()).unwrap_or_default()
    }

    pub(super) fn apply_goal(&mut self, intent: GoalIntent, ctx: &Ctx) -> Result<Applied, IntentError> {
        match intent {
            GoalIntent::SetTarget { indicator, areas, rule } => {
                self.set_target(&indicator, areas.as_deref(), rule, ctx)
            }
            GoalIntent::Raise(draft) => self.raise(&draft, ctx),
            GoalIntent::EditRecommendation { id, field, text } => self.edit_recommendation(id, field, &text, ctx),
            GoalIntent::SetStatus { ids, status } => self.set_status(&ids, status, ctx),
            GoalIntent::Link { id, to, linked } => self.link(id, &to, linked, ctx),
            GoalIntent::DeleteRecommendation { id, deleted } => {
                let name = if deleted { step::DELETE_RECOMMENDATION } else { step::RESTORE_RECOMMENDATION };
                self.set_gone(&Kind::Recommendation, id, deleted, name, ctx)
            }
            GoalIntent::MakeIndex(settings) => self.make_index(&settings, step::MAKE_INDEX, ctx),
            GoalIntent::CopyIndex { id, name } => {
                let source = self.state.index(&id).ok_or(IntentError::NoSuchThing)?;
                self.make_index(&IndexSettings { name, ..source.settings }, step::COPY_INDEX, ctx)
            }
            GoalIntent::EditIndex { id, edit } => self.edit_index(id, &edit, ctx),
            GoalIntent::ChooseIndex { id } => self.choose_index(id, ctx),
            GoalIntent::RetireIndex { id, retired } => {
                let name = if retired { step::RETIRE_INDEX } else { step::RESTORE_INDEX };
                self.state.index(&id).ok_or(IntentError::NoSuchThing)?;
                self.set_gone(&Kind::Index, id, retired, name, ctx)
            }
            GoalIntent::Shortlist { areas, chosen } => self.set_shortlisted(&areas, chosen, ctx),
            GoalIntent::EditReason { area, reason } => {
                check_part(&area)?;
                let reason = checked_text(&reason)?;
                let mut act = self.begin(step::EDIT_REASON, ctx);
                self.write_on(&mut act, target_of(&Kind::Shortlist, &area, shortlist::REASON), reason, ctx);
                Ok(act.done(area, self))
            }
            GoalIntent::SetCertificates { area, role, count } => self.set_certificates(area, &role, count, ctx),
        }
    }

    fn set_target(
        &mut self,
        indicator: &str,
        areas: Option<&[String]>,
        rule: Option<TargetRule>,
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        check_part(indicator)?;
        let value = rule.map_or(Ok(Value::Null), checked_rule)?;
        let mut keys = Vec::new();
        match areas {
            None => keys.push(target_key(indicator, None)),
            Some(areas) => {
                for area in areas {
                    check_part(area)?;
                    if area == ALL {
                        return Err(IntentError::BadKey);
                    }
                    keys.push(target_key(indicator, Some(area)));
                }
            }
        }
        let mut act = self.begin(if rule.is_some() { step::SET_TARGET } else { step::REMOVE_TARGET }, ctx);
        for key in &keys {
            self.put_field(&mut act, target_of(&Kind::Target, key, target::RULE), value.clone(), ctx);
        }
        let only = if keys.len() == 1 { keys.remove(0) } else { String::new() };
        Ok(act.done(only, self))
    }

    fn raise(&mut self, draft: &RecommendationDraft, ctx: &Ctx) -> Result<Applied, IntentError> {
        check_part(&draft.area)?;
        let line = |text: &str| checked_line(text, clean::MAX_NAME_CHARS).map(optional);
        let fields = vec![
            (recommendation::AREA, Value::from(draft.area.as_str())),
            (recommendation::TEXT, Value::Text(checked_text(&draft.text)?)),
            (recommendation::THEME, line(&draft.theme)?),
            (recommendation::TO, line(&draft.to)?),
            (recommendation::DATE, draft.date.map_or(Value::Null, |date| Value::Text(date.to_string()))),
            (recommendation::SUBDIVISION, line(&draft.subdivision)?),
        ];
        let mut act = self.begin(step::RAISE_RECOMMENDATION, ctx);
        let id = self.bear(&mut act, &Kind::Recommendation, fields, ctx);
        Ok(act.done(id, self))
    }

    fn edit_recommendation(
        &mut self,
        id: String,
        field: RecommendationField,
        text: &str,
        ctx: &Ctx,
    ) -> Result<Applied, IntentError> {
        self.state.thing(&Kind::Recommendation, &id).ok_or(IntentError::NoSuchThing)?;
        let target = target_of(&Kind::Recommendation, &id, field.name());
        let text = if field.is_long() { checked_text(text)? } else { checked_line(text, clean::MAX_NAME_CHARS)? };
        if field == RecommendationField::Area {
            check_part(&text)?;
        }
        if field == RecommendationField::Date && !text.is_empty() && CivilDate::parse(&text).is_none() {
            return Err(IntentError::BadValue);
        }
        let mut act = self.begin(step::EDIT_RECOMMENDATION, ctx);
        if field.is_long() {
            self.write_on(&mut act, target, text, ctx);
        } else {
            self.put_field(&mut act, target, optional(text), ctx);
        }
        self.bring_back(&mut act, &Kind::Recommendation, &id, ctx);
        Ok(act.done(id, self))
    }

    fn set_status(&mut self, ids: &[String], status: RecommendationStatus, ctx: &Ctx) -> Result<Applied, IntentError> {
        for id in ids {
            self.state.thing(&Kind::Recommendation, id).ok_or(IntentError::NoSuchThing)?;
        }
        let mut act = self.begin(step::SET_STATUS, ctx);
        for id in ids {
            let target = target_of(&Kind::Recommendation, id, recommendation::STATUS);
            // One that nobody moved is new, so that making it new writes nothing.
            if status != RecommendationStatus::New || *self.state.value(&target) != Value::Null {
                self.put_field(&mut act, target, Value::from(status.code()), ctx);
            }
            self.bring_back(&mut act, &Kind::Recommendation, id, ctx);
        }
        Ok(act.done(if let [id] = ids { id.clone() } else { String::new() }, self))
    }

    fn link(&mut self, id: String, to: &LinkTo, linked: bool, ctx: &Ctx) -> Result<Applied, IntentError> {
        self.state.thing(&Kind::Recommendation, &id).ok_or(IntentError::NoSuchThing)?;
        let (prefix, other) = match to {
            LinkTo::Note(note) => (recommendation::NOTE_PREFIX, note),
            LinkTo::Task(task) => (recommendation::TASK_PREFIX, task),
        };
        check_part(other)?;
        let name = if linked { step::LINK_RECOMMENDATION } else { step::UNLINK_RECOMMENDATION };
        let mut act = self.begin(name, ctx);
        let target = target_of(&Kind::Recommendation, &id, &[prefix, other].concat());
        self.put_field(&mut act, target, Value::Bool(linked), ctx);
        self.bring_back(&mut act, &Kind::Recommendation, &id, ctx);
        Ok(act.done(id, self))
    }

    fn make_index(&mut self, settings: &IndexSettings, name: &'static str, ctx: &Ctx) -> Result<Applied, IntentError> {
        let mut edits = vec![
            IndexEdit::Name(settings.name.clone()),
            IndexEdit::Normalisation(settings.normalisation),
            IndexEdit::Aggregation(settings.aggregation),
            IndexEdit::Threshold(settings.threshold),
            IndexEdit::Spread(settings.spread),
            IndexEdit::Seed(settings.seed),
            IndexEdit::VaryNormalisation(settings.vary_normalisation),
        ];
        for part in &settings.parts {
            edits.push(IndexEdit::Weight(part.indicator.clone(), Some(part.weight)));
            edits.push(IndexEdit::Polarity(part.indicator.clone(), part.polarity));
        }
        let mut fields = Vec::new();
        for edit in &edits {
            fields.push(index_field(edit)?);
        }
        let (_, born) = fields.remove(0);
        let mut act = self.begin(name, ctx);
        let id = self.bear(&mut act, &Kind::Index, vec![(index::NAME, born)], ctx);
        for (field, value) in fields {
            self.put_field(&mut act, target_of(&Kind::Index, &id, &field), value, ctx);
        }
        Ok(act.done(id, self))
    }

    fn edit_index(&mut self, id: String, edit: &IndexEdit, ctx: &Ctx) -> Result<Applied, IntentError> {
        self.state.index(&id).ok_or(IntentError::NoSuchThing)?;
        let (field, value) = index_field(edit)?;
        let mut act = self.begin(step::EDIT_INDEX, ctx);
        self.put_field(&mut act, target_of(&Kind::Index, &id, &field), value, ctx);
        self.bring_back(&mut act, &Kind::Index, &id, ctx);
        Ok(act.done(id, self))
    }

    fn choose_index(&mut self, id: String, ctx: &Ctx) -> Result<Applied, IntentError> {
        self.state.index(&id).ok_or(IntentError::NoSuchThing)?;
        let mut act = self.begin(step::CHOOSE_INDEX, ctx);
        let target = target_of(&Kind::Index, CHOICE_KEY, index::CHOSEN);
        self.put_field(&mut act, target, Value::from(id.as_str()), ctx);
        Ok(act.done(id, self))
    }

    fn set_shortlisted(&mut self, areas: &[String], chosen: bool, ctx: &Ctx) -> Result<Applied, IntentError> {
        for area in areas {
            check_part(area)?;
        }
        let mut act = self.begin(if chosen { step::SHORTLIST } else { step::UNLIST }, ctx);
        for area in areas {
            self.put_field(&mut act, target_of(&Kind::Shortlist, area, shortlist::CHOSEN), Value::Bool(chosen), ctx);
        }
        Ok(act.done(if let [area] = areas { area.clone() } else { String::new() }, self))
    }

    fn set_certificates(&mut self, area: String, role: &str, count: u32, ctx: &Ctx) -> Result<Applied, IntentError> {
        check_part(&area)?;
        let role = checked_line(role, clean::MAX_TAG_CHARS)?;
        if role.is_empty() {
            return Err(IntentError::NoName);
        }
        let count = checked_number(f64::from(count), 0.0, f64::from(MAX_CERTIFICATES))?;
        let count = if count == Value::Number(0.0) { Value::Null } else { count };
        let mut act = self.begin(step::SET_CERTIFICATES, ctx);
        let target = target_of(&Kind::Shortlist, &area, &[shortlist::ROLE_PREFIX, &role].concat());
        self.put_field(&mut act, target, count, ctx);
        Ok(act.done(area, self))
    }

    /// Writes a long text from the one that its writer had before the eyes; other texts of a conflict stay.
    fn write_on(&mut self, act: &mut Act, target: Target, text: String, ctx: &Ctx) {
        let shown = self.base_of_edit(&target).and_then(|base| base.new.as_text()).unwrap_or_default();
        if shown != text {
            self.push(act, target, optional(text), Sees::Base, ctx);
        }
    }
}

/// Field and value of a change of a setting.
fn index_field(edit: &IndexEdit) -> Result<(String, Value), IntentError> {
    let with = |prefix: &str, indicator: &str| -> Result<String, IntentError> {
        check_part(indicator)?;
        Ok([prefix, indicator].concat())
    };
    Ok(match edit {
        IndexEdit::Name(name) => {
            let name = checked_line(name, clean::MAX_NAME_CHARS)?;
            if name.is_empty() {
                return Err(IntentError::NoName);
            }
            (index::NAME.to_owned(), Value::Text(name))
        }
        IndexEdit::Weight(indicator, weight) => {
            let weight = weight.map_or(Ok(Value::Null), |weight| checked_number(weight, 0.0, MAX_WEIGHT))?;
            (with(index::WEIGHT_PREFIX, indicator)?, weight)
        }
        // An index in which neither direction is good has no order.
        IndexEdit::Polarity(_, Some(Polarity::Neither)) => return Err(IntentError::BadValue),
        IndexEdit::Polarity(indicator, polarity) => {
            let polarity = polarity.map_or(Value::Null, |polarity| Value::from(polarity.code()));
            (with(index::POLARITY_PREFIX, indicator)?, polarity)
        }
        IndexEdit::Normalisation(choice) => (index::NORMALISATION.to_owned(), Value::from(choice.code())),
        IndexEdit::Aggregation(choice) => (index::AGGREGATION.to_owned(), Value::from(choice.code())),
        IndexEdit::Threshold(share) => (index::THRESHOLD.to_owned(), checked_number(*share, 0.0, 1.0)?),
        IndexEdit::Spread(share) => (index::SPREAD.to_owned(), checked_number(*share, 0.0, 1.0)?),
        IndexEdit::Seed(seed) => (index::SEED.to_owned(), Value::number(f64::from(*seed))),
        IndexEdit::VaryNormalisation(vary) => (index::VARY.to_owned(), Value::Bool(*vary)),
    })
}

fn checked_rule(rule: TargetRule) -> Result<Value, IntentError> {
    let greatest = limits::AMOUNT;
    let rounded = |amount: f64| checked_number(amount, -greatest, greatest)?.as_number().ok_or(IntentError::BadValue);
    let rule = match rule {
        TargetRule::Value(value) => TargetRule::Value(rounded(value)?),
        TargetRule::LastPerCent(per_cent) => TargetRule::LastPerCent(rounded(per_cent)?),
        TargetRule::LastUnits(units) => TargetRule::LastUnits(rounded(units)?),
        whole => whole,
    };
    Ok(Value::Text(rule.text()))
}

/// A code or id that stands in a key or in the name of a field: plain, short, without a colon.
fn check_part(part: &str) -> Result<(), IntentError> {
    let is_plain = !part.is_empty() && clean_line(part) == part && !part.contains(':');
    // Half of what a name may have leaves room for what stands before or behind it.
    let is_short = !clean::is_longer(part, clean::MAX_NAME_CHARS / 2 - 1);
    if is_plain && is_short { Ok(()) } else { Err(IntentError::BadKey) }
}
