//! Reads a data file: from bytes to a checked [`DataSet`], or to the first thing that is wrong with it and where.
//!
//! Any bytes may be given; nothing here panics or runs long. It does not judge whether figures are plausible or agree
//! with each other: differences between sources are findings for a person (`check`, the Review page), not errors.

use std::collections::HashMap;

use super::borders;
use super::figures;
use super::hash::hash;
use super::lang::{Lang, Tr};
use super::model::{AgendaItem, Area, DataSet, Indicator, IndicatorKind, LonLat, Ratio, Source, Task};
use super::problem::{At, DataError, Problem, Referent};
use super::wire::{FORMAT, File, SCHEMA, WireArea, WireIndicator, WireRatio};
use crate::json::{self, Misshapen};

/// Greatest sizes that are read. A whole country of communes (11,163 areas, 275,000 points, 50 indicators) fits well, so
/// that no honest file meets them and no hostile one can fill the memory.
pub mod limits {
    /// Bytes of a file.
    pub const BYTES: usize = 64 << 20;
    /// Areas.
    pub const AREAS: usize = 20_000;
    /// Indicators.
    pub const INDICATORS: usize = 200;
    /// Areas times indicators.
    pub const FIGURES: usize = 1_000_000;
    /// Points of all arcs together.
    pub const POINTS: usize = 2_000_000;
    /// Sources, tasks, points of the agenda, parts of a ratio: entries of each of these lists.
    pub const ENTRIES: usize = 200;
    /// Characters of a text.
    pub const CHARACTERS: usize = 4_000;
    /// Digits behind the decimal sign.
    pub const DECIMALS: u8 = 6;
    /// Greatest amount of any figure; whole numbers up to it are exact.
    pub const AMOUNT: f64 = 1e15;
}

/// Reads and checks a whole data file.
///
/// # Errors
/// The first [`Problem`] that is found, with its place in the file.
pub fn read(bytes: &[u8]) -> Result<DataSet, DataError> {
    let file = parse(bytes)?;

    check_id(&file.id).at(|| "id".into())?;
    check_tr(&file.title, "title")?;
    check_tr(&file.place, "place")?;
    check_tr(&file.borders_note, "borders_note")?;

    let sources = read_sources(file.sources)?;
    let indicators = read_indicators(file.indicators, &sources)?;
    check_length(file.areas.len().saturating_mul(indicators.len()), limits::FIGURES).at(|| "areas".into())?;
    let areas = read_areas(file.areas)?;
    borders::check(&areas, &file.arcs)?;
    let figures = figures::read_areas(&file.figures, &indicators, &areas)?;
    let city = figures::read_city(file.city, &indicators, areas.len())?;
    let tasks = read_tasks(file.tasks)?;
    let agenda = read_agenda(file.agenda)?;

    Ok(DataSet {
        id: file.id,
        hash: hash(bytes),
        title: file.title,
        place: file.place,
        borders_note: file.borders_note,
        sources,
        indicators,
        areas,
        arcs: file.arcs,
        figures,
        city,
        tasks,
        agenda,
    })
}

/// From bytes to the file's shape. The version is looked at before the shape, because only version 1 has this shape.
fn parse(bytes: &[u8]) -> Result<File, DataError> {
    check_length(bytes.len(), limits::BYTES).at(|| "file".into())?;
    let text = std::str::from_utf8(bytes).map_err(|e| Problem::NotUtf8 { at_byte: e.valid_up_to() }.at("file"))?;
    // Some editors put a byte order mark in front, which JSON does not know.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);

    let tree = json::parse(text).map_err(|e| json_problem(&e).at("file"))?;
    let mut fields = tree.fields().map_err(misshapen)?;
    let format: Option<String> = fields.take("format").map_err(misshapen)?;
    if format.as_deref() != Some(FORMAT) {
        return Err(Problem::NotADataFile { found: format }.at("format"));
    }
    match fields.take("schema").map_err(misshapen)? {
        None => return Err(Problem::NoSchema.at("schema")),
        Some(found) if SCHEMA < found => return Err(Problem::SchemaNewer { found, known: SCHEMA }.at("schema")),
        Some(found) if found < SCHEMA => return Err(Problem::SchemaOlder { found, known: SCHEMA }.at("schema")),
        Some(_) => {}
    }
    File::from_fields(fields).map_err(misshapen)
}

fn misshapen(Misshapen { place, detail }: Misshapen) -> DataError {
    Problem::WrongShape { detail }.at(if place.is_empty() { "file".to_owned() } else { place })
}

fn json_problem(error: &serde_json::Error) -> Problem {
    let (line, column) = (error.line(), error.column());
    let sentence = error.to_string();
    // The reader ends its sentence with the position, which stands in fields of its own here.
    let detail = sentence.rsplit_once(" at line ").map_or(sentence.as_str(), |(detail, _)| detail).to_owned();
    match error.classify() {
        serde_json::error::Category::Eof => Problem::Truncated { line, column },
        serde_json::error::Category::Data | serde_json::error::Category::Syntax | serde_json::error::Category::Io => {
            Problem::NotJson { line, column, detail }
        }
    }
}

fn read_sources(list: Vec<Source>) -> Result<Vec<Source>, DataError> {
    check_list(list.len(), limits::ENTRIES).at(|| "sources".into())?;
    check_unique_ids(list.iter().map(|source| source.id.as_str()), "sources", "id")?;
    for (ix, source) in list.iter().enumerate() {
        let place = format!("sources[{ix}]");
        check_tr(&source.title, &format!("{place}.title"))?;
        check_text(&source.publisher).at(|| format!("{place}.publisher"))?;
        check_tr(&source.licence, &format!("{place}.licence"))?;
        check_tr(&source.used_for, &format!("{place}.used_for"))?;
        if let Some(url) = &source.url {
            check_url(url).at(|| format!("{place}.url"))?;
        }
    }
    Ok(list)
}

fn read_indicators(list: Vec<WireIndicator>, sources: &[Source]) -> Result<Vec<Indicator>, DataError> {
    check_list(list.len(), limits::INDICATORS).at(|| "indicators".into())?;
    let ix_of = check_unique_ids(list.iter().map(|indicator| indicator.id.as_str()), "indicators", "id")?;
    let find = |id: &str| {
        ix_of.get(id).copied().ok_or_else(|| Problem::Unknown { what: Referent::Indicator, id: id.to_owned() })
    };
    let addable = |ix: usize| {
        list.get(ix).is_some_and(|part| {
            part.ratio.is_none() && matches!(part.kind, IndicatorKind::Count | IndicatorKind::Measure)
        })
    };

    let mut links = Vec::with_capacity(list.len());
    for (ix, indicator) in list.iter().enumerate() {
        let place = format!("indicators[{ix}]");
        check_indicator_texts(indicator, &place)?;
        let kind = indicator.kind;

        let source_ix = sources
            .iter()
            .position(|source| source.id == indicator.source)
            .ok_or_else(|| Problem::Unknown { what: Referent::Source, id: indicator.source.clone() })
            .at(|| format!("{place}.source"))?;

        let ratio = match &indicator.ratio {
            None => None,
            Some(_) if kind.adds_up() => return Err(Problem::RatioKind.at(format!("{place}.ratio"))),
            Some(ratio) => Some(read_ratio(ratio, find, addable, &format!("{place}.ratio"))?),
        };

        let base_ix = match &indicator.base {
            None => None,
            Some(id) => {
                let base_ix = find(id).at(|| format!("{place}.base"))?;
                if base_ix == ix || !addable(base_ix) || !addable(ix) {
                    return Err(Problem::BadBase { id: id.clone() }.at(format!("{place}.base")));
                }
                Some(base_ix)
            }
        };
        links.push((source_ix, ratio, base_ix));
    }

    Ok(list
        .into_iter()
        .zip(links)
        .map(|(indicator, (source_ix, ratio, base_ix))| Indicator {
            id: indicator.id,
            label: indicator.label,
            short: indicator.short,
            unit: indicator.unit,
            note: indicator.note,
            kind: indicator.kind,
            polarity: indicator.polarity,
            decimals: indicator.decimals,
            group: indicator.group,
            period: indicator.period,
            ratio,
            base_ix,
            source_ix,
        })
        .collect())
}

fn check_indicator_texts(indicator: &WireIndicator, place: &str) -> Result<(), DataError> {
    check_tr(&indicator.label, &format!("{place}.label"))?;
    check_tr(&indicator.short, &format!("{place}.short"))?;
    check_tr(&indicator.note, &format!("{place}.note"))?;
    // A unit may be empty (yes/no has none), but then in all languages.
    if Lang::ALL.iter().any(|lang| !indicator.unit.get(*lang).is_empty()) {
        check_tr(&indicator.unit, &format!("{place}.unit"))?;
    }
    check_id(&indicator.group).at(|| format!("{place}.group"))?;
    check_period(&indicator.period).at(|| format!("{place}.period"))?;
    check_range(f64::from(indicator.decimals), 0.0, f64::from(limits::DECIMALS)).at(|| format!("{place}.decimals"))
}

fn read_ratio(
    ratio: &WireRatio,
    find: impl Fn(&str) -> Result<usize, Problem>,
    addable: impl Fn(usize) -> bool,
    place: &str,
) -> Result<Ratio, DataError> {
    let parts = |ids: &[String], side: &str| -> Result<Vec<usize>, DataError> {
        check_list(ids.len(), limits::ENTRIES).at(|| format!("{place}.{side}"))?;
        let mut ixs = Vec::with_capacity(ids.len());
        for (part_ix, id) in ids.iter().enumerate() {
            let ix = find(id).at(|| format!("{place}.{side}[{part_ix}]"))?;
            if !addable(ix) {
                return Err(Problem::RatioPart { id: id.clone() }.at(format!("{place}.{side}[{part_ix}]")));
            }
            ixs.push(ix);
        }
        Ok(ixs)
    };
    let numerator_ixs = parts(&ratio.numerator, "numerator")?;
    let denominator_ixs = parts(&ratio.denominator, "denominator")?;
    check_range(ratio.factor, f64::MIN_POSITIVE, limits::AMOUNT).at(|| format!("{place}.factor"))?;
    Ok(Ratio { numerator_ixs, denominator_ixs, factor: ratio.factor })
}

fn read_areas(list: Vec<WireArea>) -> Result<Vec<Area>, DataError> {
    check_list(list.len(), limits::AREAS).at(|| "areas".into())?;
    check_unique_ids(list.iter().map(|area| area.code.as_str()), "areas", "code")?;
    for (ix, pair) in list.windows(2).enumerate() {
        if let [before, area] = pair
            && area.code < before.code
        {
            let problem = Problem::NotSorted { code: area.code.clone(), after: before.code.clone() };
            return Err(problem.at(format!("areas[{}].code", ix + 1)));
        }
    }
    let mut areas = Vec::with_capacity(list.len());
    for (ix, area) in list.into_iter().enumerate() {
        check_text(&area.name).at(|| format!("areas[{ix}].name"))?;
        if let Some(formed_from) = &area.formed_from {
            check_text(formed_from).at(|| format!("areas[{ix}].formed_from"))?;
        }
        if let Some(year) = area.ward_since
            && !(1800..=2200).contains(&year)
        {
            return Err(Problem::BadYear { found: year }.at(format!("areas[{ix}].ward_since")));
        }
        check_lon_lat(area.label_at).at(|| format!("areas[{ix}].label_at"))?;
        areas.push(Area {
            code: area.code,
            name: area.name,
            kind: area.kind,
            settlement: area.settlement,
            ward_since: area.ward_since,
            formed_from: area.formed_from,
            label_at: area.label_at,
            polygons: area.polygons,
        });
    }
    Ok(areas)
}

fn read_tasks(list: Vec<Task>) -> Result<Vec<Task>, DataError> {
    check_length(list.len(), limits::ENTRIES).at(|| "tasks".into())?;
    check_unique_ids(list.iter().map(|task| task.id.as_str()), "tasks", "id")?;
    for (ix, task) in list.iter().enumerate() {
        check_tr(&task.title, &format!("tasks[{ix}].title"))?;
        check_tr(&task.who, &format!("tasks[{ix}].who"))?;
        check_tr(&task.rhythm, &format!("tasks[{ix}].rhythm"))?;
    }
    Ok(list)
}

fn read_agenda(list: Vec<AgendaItem>) -> Result<Vec<AgendaItem>, DataError> {
    check_length(list.len(), limits::ENTRIES).at(|| "agenda".into())?;
    for (ix, item) in list.iter().enumerate() {
        check_tr(&item.title, &format!("agenda[{ix}].title"))?;
        check_tr(&item.who, &format!("agenda[{ix}].who"))?;
    }
    Ok(list)
}

pub(super) fn check_length(found: usize, limit: usize) -> Result<(), Problem> {
    if limit < found { Err(Problem::TooMany { found, limit }) } else { Ok(()) }
}

pub(super) fn check_list(found: usize, limit: usize) -> Result<(), Problem> {
    if found == 0 { Err(Problem::EmptyList) } else { check_length(found, limit) }
}

/// A number in a closed range; what is not a number is outside every range.
pub(super) fn check_range(value: f64, min: f64, max: f64) -> Result<(), Problem> {
    if (min..=max).contains(&value) { Ok(()) } else { Err(Problem::OutOfRange { value, min, max }) }
}

pub(super) fn check_lon_lat(at: LonLat) -> Result<(), Problem> {
    check_range(at[0], -180.0, 180.0)?;
    check_range(at[1], -90.0, 90.0)
}

pub(super) fn check_tr(text: &Tr, place: &str) -> Result<(), DataError> {
    Lang::ALL.iter().try_for_each(|lang| check_text(text.get(*lang)).at(|| format!("{place}.{}", lang.code())))
}

fn check_text(text: &str) -> Result<(), Problem> {
    if text.trim().is_empty() {
        return Err(Problem::EmptyText);
    }
    check_length(text.chars().count(), limits::CHARACTERS)
}

/// Ids go into the address bar and into file names; these characters need no escaping in either.
fn check_id(id: &str) -> Result<(), Problem> {
    let fits = !id.is_empty() && id.len() <= 40 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b));
    if fits { Ok(()) } else { Err(Problem::BadId { found: id.chars().take(80).collect() }) }
}

/// Where each id stands, after checking that each can be an id and stands only once.
pub(super) fn check_unique_ids<'a>(
    ids: impl Iterator<Item = &'a str>,
    list: &str,
    field: &str,
) -> Result<HashMap<&'a str, usize>, DataError> {
    let mut ix_of = HashMap::new();
    for (ix, id) in ids.enumerate() {
        check_id(id).at(|| format!("{list}[{ix}].{field}"))?;
        if let Some(first_ix) = ix_of.insert(id, ix) {
            return Err(Problem::Duplicate { id: id.to_owned(), first_ix }.at(format!("{list}[{ix}].{field}")));
        }
    }
    Ok(ix_of)
}

fn check_url(url: &str) -> Result<(), Problem> {
    let fits = url.starts_with("https://")
        && url.len() <= limits::CHARACTERS
        && !url.chars().any(|c| c.is_whitespace() || c.is_control());
    if fits { Ok(()) } else { Err(Problem::BadUrl { found: url.chars().take(80).collect() }) }
}

/// A year, a month or a day; days are checked to 31 only, since nothing is computed from them.
fn check_period(period: &str) -> Result<(), Problem> {
    let number = |part: &str, digits: usize| {
        (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok()).flatten()
    };
    let mut parts = period.split('-');
    let fits = parts.next().is_some_and(|year| number(year, 4).is_some())
        && parts.next().is_none_or(|month| number(month, 2).is_some_and(|month| (1..=12).contains(&month)))
        && parts.next().is_none_or(|day| number(day, 2).is_some_and(|day| (1..=31).contains(&day)))
        && parts.next().is_none();
    if fits { Ok(()) } else { Err(Problem::BadPeriod { found: period.chars().take(80).collect() }) }
}
