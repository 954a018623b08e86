//! How a measure changed from one period to another: the columns of a change, and both figures behind each.
//!
//! The data set has a period of its own for each indicator. A period beside it is loaded or typed (the journal knows it, and
//! hands its figures in here). The change always goes from the earlier to the later of the two, whichever is the data set's.
//! It is missing where either figure is, and only as sure as the less sure of both. Yes and no are not compared.

use crate::data::{DataSet, Figure, Indicator, IndicatorKind, State, Tr};

use super::column::{Column, column_over};
use super::per;
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
}

/// A measure in one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// The period's name for people; a date of the data set is its year.
    pub label: String,
    /// By area.
    pub figures: Vec<Figure>,
}

/// Why an area has no change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// One of the figures is missing, or both.
    Figure,
    /// There is no per cent of an earlier figure that is, or may be, zero.
    NothingBefore,
}

/// Both sides of a measure. `own` are the figures of the data set's own periods, `[indicator_ix][area_ix]`. `None`: the
/// measure does not exist or cannot be compared.
pub fn sides(ds: &DataSet, own: &[Vec<Figure>], other: &Period, measure: &Measure) -> Option<Sides> {
    let plain = measure.unchanged();
    let column = column_over(ds, own, &plain)?;
    let indicator_ix = column.indicator_ix;
    let indicator = &ds.indicators[indicator_ix];
    if indicator.kind == IndicatorKind::YesNo || indicator.period == other.id {
        return None;
    }
    // Both are divided by the same base, so that what changes is the indicator and not the base.
    let mut there: Vec<Vec<Figure>> = vec![Vec::new(); own.len()];
    if let Some(base_ix) = measure.per.and_then(|per| per::base_ix(ds, per)) {
        there.get_mut(base_ix)?.clone_from(own.get(base_ix)?);
    }
    there.get_mut(indicator_ix)?.clone_from(other.figures.get(indicator_ix)?);
    let there = Side { label: other.label.clone(), figures: column_over(ds, &there, &plain)?.figures };
    let here = Side { label: year_or_all(&indicator.period).to_owned(), figures: column.figures.clone() };
    let other_is_later = year_in(&other.id).or(year_in(&other.label)) > year_in(&indicator.period);
    let (from, to) = if other_is_later { (here, there) } else { (there, here) };
    Some(Sides { own: column, from, to })
}

/// The column of a change.
pub fn column(ds: &DataSet, sides: &Sides, measure: &Measure) -> Option<Column> {
    let by = measure.change.as_ref()?.by;
    let own = &sides.own;
    let pairs = sides.from.figures.iter().zip(&sides.to.figures);
    let figures = pairs.map(|(from, to)| changed(from, to, by).unwrap_or(Figure::MISSING)).collect();
    let is_share = own.kind == IndicatorKind::Share;
    let (kind, unit) = match by {
        ChangeBy::PerCent => (IndicatorKind::Share, Tr::default()),
        ChangeBy::Unit if is_share => (IndicatorKind::Rate, tr(&words::POINTS)),
        ChangeBy::Unit => (own.kind, own.unit.clone()),
    };
    let indicator = ds.indicators.get(own.indicator_ix)?;
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
    })
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
        let Some(sides) = sides(ds, own, period, measure) else { continue };
        let pairs = || sides.from.figures.iter().zip(&sides.to.figures);
        for by in [ChangeBy::Unit, ChangeBy::PerCent] {
            if pairs().any(|(from, to)| changed(from, to, by).is_ok()) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Lang;
    use crate::view::classes::classes;
    use crate::view::describe;
    use crate::view::fixture;
    use crate::view::query::{Classing, Method, Palette, Per};

    const DENSITY: usize = 2;
    const SHARE: usize = 4;
    const BINS: usize = 8;

    fn reported(value: f64) -> Figure {
        Figure { value: Some(value), state: State::Reported, interval: None }
    }

    fn period(id: &str, indicator_ix: usize, figures: [Figure; 6]) -> Period {
        let mut all = vec![vec![Figure::MISSING; 6]; 9];
        all[indicator_ix] = figures.to_vec();
        Period { id: id.to_owned(), label: id.to_owned(), figures: all }
    }

    fn since(measure: Measure, id: &str, by: ChangeBy) -> Measure {
        Measure { change: Some(Since { period: id.to_owned(), by }), ..measure }
    }

    fn values(column: &Column) -> Vec<Option<f64>> {
        column.figures.iter().map(|figure| figure.value).collect()
    }

    /// The column of a change of the small city.
    fn change_of(indicator_ix: usize, other: &Period, by: ChangeBy) -> (Sides, Column) {
        let ds = fixture::small();
        let measure = since(Measure::plain(ds.indicators[indicator_ix].id.clone()), &other.id, by);
        let sides = sides(&ds, &ds.figures, other, &measure).unwrap();
        let column = column(&ds, &sides, &measure).unwrap();
        (sides, column)
    }

    #[test]
    fn a_change_goes_from_the_earlier_to_the_later_period_whichever_is_loaded() {
        let figures =
            [reported(8_000.0), reported(20_000.0), reported(1_900.0), Figure::MISSING, reported(0.0), reported(1.0)];
        let (later, column) = change_of(DENSITY, &period("2023", DENSITY, figures), ChangeBy::Unit);
        assert_eq!((later.from.label.as_str(), later.to.label.as_str()), ("2019", "2023"));
        assert_eq!(values(&column), [Some(500.0), Some(0.0), Some(-100.0), None, Some(-750.0), Some(-9_999.0)]);
        let (earlier, column) = change_of(DENSITY, &period("2015", DENSITY, figures), ChangeBy::Unit);
        assert_eq!((earlier.from.label.as_str(), earlier.to.label.as_str()), ("2015", "2019"));
        assert_eq!(values(&column)[..3], [Some(-500.0), Some(0.0), Some(100.0)]);
        let (unknown, _) = change_of(DENSITY, &period("before", DENSITY, figures), ChangeBy::Unit);
        assert_eq!(unknown.from.label, "before", "what names no year is taken for earlier");
    }

    #[test]
    fn a_change_is_only_as_sure_as_the_less_sure_figure_and_keeps_the_interval() {
        let estimate = Figure { value: Some(9_000.0), state: State::Estimated, interval: Some((8_250.0, 10_500.0)) };
        let figures =
            [estimate, reported(25_000.0), Figure::MISSING, Figure::published(900.0), Figure::MISSING, Figure::MISSING];
        let other = period("2023", DENSITY, figures);
        let (_, absolute) = change_of(DENSITY, &other, ChangeBy::Unit);
        let expected = Figure { value: Some(1_500.0), state: State::Estimated, interval: Some((750.0, 3_000.0)) };
        assert_eq!(absolute.figures[0], expected);
        assert_eq!((absolute.figures[1].state, absolute.figures[3].state), (State::Reported, State::Published));
        let (_, pct) = change_of(DENSITY, &other, ChangeBy::PerCent);
        // 1,500 of 7,500; 750 and 3,000 of it are the ends.
        let expected = Figure { value: Some(20.0), state: State::Estimated, interval: Some((10.0, 40.0)) };
        assert_eq!(pct.figures[0], expected);
    }

    #[test]
    fn an_interval_before_makes_the_ends_the_other_way_round() {
        let before = Figure { value: Some(100.0), state: State::Estimated, interval: Some((80.0, 125.0)) };
        let after = reported(100.0);
        assert_eq!(changed(&before, &after, ChangeBy::Unit).unwrap().interval, Some((-25.0, 20.0)));
        assert_eq!(changed(&before, &after, ChangeBy::PerCent).unwrap().interval, Some((-20.0, 25.0)));
        let perhaps_none = Figure { interval: Some((0.0, 125.0)), ..before };
        assert_eq!(changed(&perhaps_none, &after, ChangeBy::PerCent), Err(Lack::NothingBefore));
        assert_eq!(changed(&reported(0.0), &after, ChangeBy::PerCent), Err(Lack::NothingBefore));
        assert_eq!(changed(&reported(0.0), &after, ChangeBy::Unit).unwrap().value, Some(100.0));
    }

    #[test]
    fn what_is_missing_is_counted_by_its_reason() {
        let figures =
            [reported(500.0), reported(10.0), reported(1.0), Figure::MISSING, reported(60.0), Figure::MISSING];
        let (sides, column) = change_of(BINS, &period("2024", BINS, figures), ChangeBy::PerCent);
        // Bins of 2023: 400, 0, missing, 150, 30, missing.
        assert_eq!(values(&column), [Some(25.0), None, None, None, Some(100.0), None]);
        assert_eq!(lacks(&sides, ChangeBy::PerCent), (3, 1));
        assert_eq!(lacks(&sides, ChangeBy::Unit), (3, 0));
        let told = describe::sides_text(&sides, ChangeBy::PerCent, 1, Lang::En);
        assert_eq!(told, "2023: 0 (published); 2024: 10 (reported); no per cent of 0");
        assert_eq!(describe::change_line(&sides, 5, Lang::En), None);
        let line = describe::change_line(&sides, 0, Lang::En).unwrap();
        assert_eq!(line, "2023: 400 (published); 2024: 500 (reported); change 2023 to 2024: +100 (+25.0%)");
    }

    #[test]
    fn shares_change_by_points_and_counts_stay_counts() {
        let (_, share) = change_of(SHARE, &period("2023", SHARE, [reported(21.5); 6]), ChangeBy::Unit);
        assert_eq!(
            (share.kind, share.unit.en.as_str(), share.value(0)),
            (IndicatorKind::Rate, "percentage points", Some(1.5))
        );
        assert_eq!(describe::value_text(&share, 1.5, Lang::En), "+1.5 percentage points");
        let (_, count) = change_of(BINS, &period("2022", BINS, [reported(1.0); 6]), ChangeBy::Unit);
        assert_eq!((count.kind, count.city, count.city_line()), (IndicatorKind::Count, None, None));
        assert!(count.is_colored(), "a circle's colour tells the direction");
    }

    #[test]
    fn the_sentence_names_both_periods_and_not_twice_the_year_of_the_figure() {
        let mut ds = fixture::small();
        ds.indicators[DENSITY].short =
            Tr { vi: "Mật độ 2019".into(), en: "Density 2019".into(), ru: "Плотность".into() };
        ds.indicators[DENSITY].label =
            Tr { vi: "Mật độ, 2019".into(), en: "Density, 2019".into(), ru: "Плотность, 2019".into() };
        let figures = [8_000.0, 20_000.0, 1_900.0, 1_000.0, 750.0, 10_001.0].map(reported);
        let measure = since(Measure::plain("density_2019"), "2023", ChangeBy::Unit);
        let sides = sides(&ds, &ds.figures, &period("2023", DENSITY, figures), &measure).unwrap();
        let column = column(&ds, &sides, &measure).unwrap();
        let passes = [true; 6];
        assert_eq!(
            describe::headline(&ds, &column, &passes, Lang::En),
            "Density, change 2019 to 2023: from −100 people per km² in An Hưng to +500 in Đông Vệ"
        );
        assert!(
            describe::headline(&ds, &column, &passes, Lang::Ru).starts_with("Плотность, изменение с 2019 по 2023: от")
        );
        assert_eq!(
            (column.short.en.as_str(), column.short.vi.as_str()),
            ("Density, change 2019 to 2023", "Mật độ, thay đổi 2019–2023")
        );
        assert_eq!(describe::number_text(&column, 0.4, Lang::En), "0", "what is shown as zero has no sign");
    }

    #[test]
    fn a_rate_is_compared_over_one_base() {
        let ds = fixture::small();
        let per = Measure { per: Some(Per::Households1000), ..Measure::plain("bins") };
        let measure = since(per, "2022", ChangeBy::Unit);
        let other = period(
            "2022",
            BINS,
            [reported(200.0), reported(5.0), reported(1.0), reported(150.0), reported(40.0), reported(1.0)],
        );
        let sides = sides(&ds, &ds.figures, &other, &measure).unwrap();
        // 200 bins more to 8,000 households; 10 fewer to 1,000.
        let column = column(&ds, &sides, &measure).unwrap();
        assert_eq!(values(&column), [Some(25.0), Some(-2.0), None, Some(0.0), Some(-10.0), None]);
        assert_eq!(column.kind, IndicatorKind::Rate);
    }

    #[test]
    fn only_what_some_area_has_is_offered() {
        let ds = fixture::small();
        let bins = Measure::plain("bins");
        let offered = |periods: &[Period], measure: &Measure| -> Vec<Since> {
            offers(&ds, &ds.figures, periods, measure).into_iter().map(|(since, _)| since).collect()
        };
        let mut one = [Figure::MISSING; 6];
        one[1] = reported(7.0);
        let before_zero = period("2024", BINS, one);
        let by = |by| Since { period: "2024".to_owned(), by };
        assert_eq!(
            offered(std::slice::from_ref(&before_zero), &bins),
            [by(ChangeBy::Unit)],
            "there is no per cent of 0"
        );
        one[0] = reported(500.0);
        assert_eq!(offered(&[period("2024", BINS, one)], &bins), [by(ChangeBy::Unit), by(ChangeBy::PerCent)]);
        assert_eq!(offered(&[before_zero], &Measure::plain("density_2019")), []);
        assert_eq!(offered(&[period("2024", 6, [reported(1.0); 6])], &Measure::plain("civilised_weddings")), []);
        assert_eq!(offered(&[period("2023", BINS, [reported(1.0); 6])], &bins), [], "its own period");
        assert_eq!(offered(&[Period { figures: Vec::new(), ..period("2024", BINS, one) }], &bins), []);
    }

    #[test]
    fn classes_lie_around_zero_at_equal_distances_in_colours_with_a_middle() {
        let figures = [9_000.0, 21_000.0, 1_500.0, 400.0, 800.0, 10_001.0].map(reported);
        let (_, column) = change_of(DENSITY, &period("2023", DENSITY, figures), ChangeBy::Unit);
        let classing =
            |method, n_classes| Classing { method, n_classes, palette: Some(Palette::Amber), own_breaks: vec![] };
        for n_classes in 3..=7 {
            for method in [Method::Rounded, Method::Quantile, Method::Natural, Method::AroundCity] {
                let classes = classes(&column, &classing(method, n_classes), column.city_line());
                let inner = &classes.breaks.inner;
                assert!(!inner.is_empty());
                let sums = inner.iter().zip(inner.iter().rev()).map(|(low, high)| (low + high).abs());
                assert!(sums.fold(0.0, f64::max) < 1e-9, "{inner:?}");
                assert_eq!(classes.palette, Palette::BrownTeal, "a palette without a middle does not fit");
            }
        }
        let own = Classing { own_breaks: vec![100.0], ..classing(Method::Own, 5) };
        assert_eq!(classes(&column, &own, None).breaks.inner, [100.0]);
    }

    #[test]
    fn one_fall_everywhere_is_a_fall() {
        let figures = [7_000.0, 19_500.0, 1_500.0, 500.0, 250.0, 9_500.0].map(reported);
        let (_, column) = change_of(DENSITY, &period("2023", DENSITY, figures), ChangeBy::Unit);
        assert_eq!(column.min_max(), Some((-500.0, -500.0)));
        let classing = Classing { method: Method::Rounded, n_classes: 5, palette: None, own_breaks: vec![] };
        assert_eq!(classes(&column, &classing, None).counts, [6, 0]);
    }
}
