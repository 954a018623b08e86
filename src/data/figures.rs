//! The figures of a data file: the stored ones checked by their kind, the ratios computed.
//!
//! A ratio is computed only where all its parts are known; a missing part makes it missing, never zero.

use std::collections::HashMap;

use super::model::{Area, CityFigure, Figure, Indicator, IndicatorKind, State};
use super::problem::{At, DataError, Problem, Referent};
use super::read::{check_range, check_tr, check_unique_ids, limits};
use super::wire::{WireCityFigure, WireFigures};

/// The table `[indicator_ix][area_ix]`; what the file does not hold is missing.
pub(super) fn read_areas(
    table: &WireFigures,
    indicators: &[Indicator],
    areas: &[Area],
) -> Result<Vec<Vec<Figure>>, DataError> {
    let columns = read_columns(&table.indicators, indicators)?;
    let mut figures = vec![vec![Figure::MISSING; areas.len()]; indicators.len()];

    check_unique_ids(table.rows.iter().map(|row| row.area.as_str()), "figures.rows", "area")?;
    for (row_ix, row) in table.rows.iter().enumerate() {
        let area_ix = areas
            .binary_search_by(|area| area.code.as_str().cmp(&row.area))
            .map_err(|_| Problem::Unknown { what: Referent::Area, id: row.area.clone() })
            .at(|| format!("figures.rows[{row_ix}].area"))?;
        if row.values.len() != columns.len() {
            let problem = Problem::RowLength { found: row.values.len(), expected: columns.len() };
            return Err(problem.at(format!("figures.rows[{row_ix}].values")));
        }
        for (column_ix, (indicator_ix, value)) in columns.iter().zip(&row.values).enumerate() {
            if let Some(value) = *value {
                check_value(value, indicators[*indicator_ix].kind)
                    .at(|| format!("figures.rows[{row_ix}].values[{column_ix}]"))?;
                figures[*indicator_ix][area_ix] = Figure::published(value);
            }
        }
    }

    check_bases(&figures, indicators, areas)?;
    for (indicator_ix, indicator) in indicators.iter().enumerate() {
        let Some(ratio) = &indicator.ratio else { continue };
        for (area_ix, area) in areas.iter().enumerate() {
            let computed = ratio.compute(&|part_ix| figures[part_ix][area_ix].value);
            if let Some(value) = computed {
                let value = check_computed(value, indicator.kind)
                    .at(|| format!("indicators[{indicator_ix}].ratio, area {}", area.code))?;
                figures[indicator_ix][area_ix] = Figure::published(value);
            }
        }
    }
    Ok(figures)
}

/// The city's figures `[indicator_ix]`, with those of ratios computed from the city's own parts.
pub(super) fn read_city(
    list: Vec<WireCityFigure>,
    indicators: &[Indicator],
    n_areas: usize,
) -> Result<Vec<Option<CityFigure>>, DataError> {
    let ix_of: HashMap<&str, usize> =
        indicators.iter().enumerate().map(|(ix, indicator)| (indicator.id.as_str(), ix)).collect();
    check_unique_ids(list.iter().map(|figure| figure.indicator.as_str()), "city", "indicator")?;

    let mut city: Vec<Option<CityFigure>> = vec![None; indicators.len()];
    let mut places = vec![0; indicators.len()];
    for (ix, figure) in list.into_iter().enumerate() {
        let indicator_ix = *ix_of
            .get(figure.indicator.as_str())
            .ok_or_else(|| Problem::Unknown { what: Referent::Indicator, id: figure.indicator.clone() })
            .at(|| format!("city[{ix}].indicator"))?;
        let indicator = &indicators[indicator_ix];
        if indicator.ratio.is_some() {
            return Err(Problem::RatioStored { id: figure.indicator }.at(format!("city[{ix}].indicator")));
        }
        check_city_figure(&figure, indicator.kind, n_areas, &format!("city[{ix}]"))?;
        places[indicator_ix] = ix;
        city[indicator_ix] = Some(CityFigure {
            value: figure.value,
            state: State::Published,
            share_printed_pct: figure.share_printed_pct,
            base: figure.base,
            base_implied: figure.base_implied,
            change: figure.change,
            note: figure.note,
        });
    }

    let value_of = |city: &[Option<CityFigure>], ix: usize| city[ix].as_ref().map(|figure| figure.value);
    for (indicator_ix, indicator) in indicators.iter().enumerate() {
        if let Some(base_ix) = indicator.base_ix
            && let (Some(value), Some(base)) = (value_of(&city, indicator_ix), value_of(&city, base_ix))
        {
            check_part(value, base).at(|| format!("city[{}].value", places[indicator_ix]))?;
        }
    }
    for (indicator_ix, indicator) in indicators.iter().enumerate() {
        let Some(ratio) = &indicator.ratio else { continue };
        if let Some(value) = ratio.compute(&|part_ix| value_of(&city, part_ix)) {
            let value =
                check_computed(value, indicator.kind).at(|| format!("indicators[{indicator_ix}].ratio, city"))?;
            city[indicator_ix] = Some(CityFigure {
                value,
                state: State::Published,
                share_printed_pct: None,
                base: None,
                base_implied: None,
                change: None,
                note: None,
            });
        }
    }
    Ok(city)
}

fn read_columns(ids: &[String], indicators: &[Indicator]) -> Result<Vec<usize>, DataError> {
    check_unique_ids(ids.iter().map(String::as_str), "figures.indicators", "id")?;
    let mut columns = Vec::with_capacity(ids.len());
    for (column_ix, id) in ids.iter().enumerate() {
        let place = || format!("figures.indicators[{column_ix}]");
        let indicator_ix = indicators
            .iter()
            .position(|indicator| indicator.id == *id)
            .ok_or_else(|| Problem::Unknown { what: Referent::Indicator, id: id.clone() })
            .at(place)?;
        if indicators[indicator_ix].ratio.is_some() {
            return Err(Problem::RatioStored { id: id.clone() }.at(place()));
        }
        columns.push(indicator_ix);
    }
    Ok(columns)
}

impl IndicatorKind {
    /// Whether a figure of this kind may have a value: counts are whole, amounts have no sign, shares end at 100.
    pub fn allows(self, value: f64) -> bool {
        check_value(value, self).is_ok()
    }
}

/// What a figure of a kind may be. Amounts are drawn as sizes, so they have no sign; a rate may be negative (a change).
fn check_value(value: f64, kind: IndicatorKind) -> Result<(), Problem> {
    match kind {
        IndicatorKind::Count => check_count(value),
        IndicatorKind::Measure => check_range(value, 0.0, limits::AMOUNT),
        IndicatorKind::Share => check_range(value, 0.0, 100.0),
        IndicatorKind::Rate => check_range(value, -limits::AMOUNT, limits::AMOUNT),
        IndicatorKind::YesNo if value == 0.0 || value == 1.0 => Ok(()),
        IndicatorKind::YesNo => Err(Problem::NotYesNo { value }),
    }
}

fn check_count(value: f64) -> Result<(), Problem> {
    check_range(value, 0.0, limits::AMOUNT)?;
    if value.fract() == 0.0 { Ok(()) } else { Err(Problem::NotWhole { value }) }
}

fn check_part(value: f64, base: f64) -> Result<(), Problem> {
    if base < value { Err(Problem::ExceedsBase { value, base }) } else { Ok(()) }
}

/// A computed share may pass 100 by the rounding of its division alone; that is taken back.
fn check_computed(value: f64, kind: IndicatorKind) -> Result<f64, Problem> {
    let value = if kind == IndicatorKind::Share && 100.0 < value && value < 100.0 + 1e-9 { 100.0 } else { value };
    check_value(value, kind).map(|()| value)
}

fn check_bases(figures: &[Vec<Figure>], indicators: &[Indicator], areas: &[Area]) -> Result<(), DataError> {
    for (indicator_ix, indicator) in indicators.iter().enumerate() {
        let Some(base_ix) = indicator.base_ix else { continue };
        for (area_ix, area) in areas.iter().enumerate() {
            if let (Some(value), Some(base)) = (figures[indicator_ix][area_ix].value, figures[base_ix][area_ix].value) {
                check_part(value, base).at(|| format!("figures, indicator {}, area {}", indicator.id, area.code))?;
            }
        }
    }
    Ok(())
}

fn check_city_figure(
    figure: &WireCityFigure,
    kind: IndicatorKind,
    n_areas: usize,
    place: &str,
) -> Result<(), DataError> {
    match kind {
        // The city's figure of a yes/no indicator is the number of areas that say yes.
        IndicatorKind::YesNo => check_count(figure.value).and_then(|()| check_part(figure.value, n_areas as f64)),
        _ => check_value(figure.value, kind),
    }
    .at(|| format!("{place}.value"))?;
    if let Some(share_pct) = figure.share_printed_pct {
        check_range(share_pct, 0.0, 100.0).at(|| format!("{place}.share_printed_pct"))?;
    }
    if let Some(base) = figure.base {
        check_range(base, 0.0, limits::AMOUNT).at(|| format!("{place}.base"))?;
        check_part(figure.value, base).at(|| format!("{place}.value"))?;
    }
    if let Some((low, high)) = figure.base_implied {
        check_range(low, 0.0, limits::AMOUNT).at(|| format!("{place}.base_implied[0]"))?;
        check_range(high, 0.0, limits::AMOUNT).at(|| format!("{place}.base_implied[1]"))?;
        if high < low {
            return Err(Problem::RangeReversed { low, high }.at(format!("{place}.base_implied")));
        }
        check_part(figure.value, high).at(|| format!("{place}.value"))?;
    }
    if let Some(change) = figure.change {
        check_range(change, -limits::AMOUNT, limits::AMOUNT).at(|| format!("{place}.change"))?;
    }
    figure.note.as_ref().map_or(Ok(()), |note| check_tr(note, &format!("{place}.note")))
}
