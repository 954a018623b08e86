//! Golden drawings of targets and of the composite index: bullet charts, funnel plot, rank intervals, contributions.

use ward_atlas::draw::{
    AreaFill, BulletSpec, ContributionPart, ContributionsSpec, Funnel, FunnelDot, FunnelSpec, RankIntervalRow,
    RankIntervalsSpec, Rgb, Scene, Theme, bullet_scene, colors, contributions_overlay, contributions_scene,
    funnel_overlay, funnel_scene, rank_intervals_overlay, rank_intervals_scene,
};
use ward_atlas::stats::composite::{Aggregation, Column, Doubt, Doubts, Input, Normalisation, Unit, index, uncertain};
use ward_atlas::view::query::Palette;

use crate::support::{BOTH, Real, check_all, over, stack, thousands};

#[test]
fn bullet_charts() {
    let mut drawings = Vec::new();
    for (theme_name, theme) in BOTH {
        let palette = colors(Palette::Teal, 5, theme.dark);
        let plain = BulletSpec {
            size_px: [240.0, 28.0],
            value: Some(78.0),
            fill: AreaFill::Class(palette[3]),
            interval: None,
            target: Some(85.0),
            last: Some(71.0),
            city: Some(84.2),
            higher_is_better: Some(true),
            domain: Some((0.0, 100.0)),
            ticks: None,
            theme: &theme,
        };
        let percent = |value: f64| format!("{value:.0} %");
        let larger = BulletSpec { size_px: [330.0, 56.0], ticks: Some((10.5, &percent)), ..plain };
        let charts = [
            plain,
            BulletSpec { fill: AreaFill::Reported(palette[3]), value: Some(91.0), ..plain },
            BulletSpec { fill: AreaFill::Estimated(palette[3]), interval: Some((62.0, 93.0)), last: None, ..plain },
            BulletSpec { fill: AreaFill::Practice(palette[2]), higher_is_better: None, ..plain },
            BulletSpec { value: None, fill: AreaFill::Missing, ..plain },
            BulletSpec { value: Some(0.0), higher_is_better: Some(false), target: Some(0.0), last: Some(4.0), ..plain },
            BulletSpec { value: Some(3.0), higher_is_better: Some(false), target: Some(20.0), domain: None, ..plain },
            BulletSpec {
                value: Some(-12.0),
                target: Some(5.0),
                last: Some(-20.0),
                city: Some(2.0),
                domain: None,
                ..plain
            },
            larger,
            BulletSpec { fill: AreaFill::Estimated(palette[3]), interval: Some((62.0, 93.0)), ..larger },
        ];
        let scene = stack(charts.iter().map(bullet_scene).collect());
        drawings.push((format!("bullets-{theme_name}"), scene, theme));
    }
    check_all(drawings);
}

#[test]
fn a_funnel_of_the_real_areas() {
    let real = Real::new();
    let names = real.names();
    let chosen = real.chosen();
    let households = real.values("households_2019");
    let shares = real.values("hh_5_plus_share");
    let counts: Vec<Option<f64>> = households
        .iter()
        .zip(&shares)
        .map(|(of, share)| Some((of.as_ref()? * share.as_ref()? / 100.0).round()))
        .collect();
    let sum = |list: &[Option<f64>]| list.iter().flatten().sum::<f64>();
    // Few in each area, so that chance has a say.
    let part = 40.0;
    let mut drawings = Vec::new();
    for (theme_name, theme) in BOTH {
        let fills = real.density_fills(&theme);
        let dots: Vec<FunnelDot> = (0..names.len())
            .map(|ix| FunnelDot {
                area_ix: ix,
                name: names[ix],
                count: counts[ix].map(|count| (count / part).round()),
                base: households[ix].map(|base| (base / part).round()),
                fill: if ix % 9 == 3 { AreaFill::Reported(theme.symbol) } else { fills[ix] },
                passes: ix % 5 != 0,
                chosen: chosen[ix],
            })
            .collect();
        let percent = |value: f64| format!("{:.0} %", value * 100.0);
        let funnel = Funnel::new(FunnelSpec {
            size_px: [420.0, 280.0],
            text_size_px: 10.5,
            dots: &dots,
            overall: sum(&counts) / sum(&households),
            limit_names: ["95 %", "99.8 %"],
            format_base: &thousands,
            format_share: &percent,
            theme: &theme,
        });
        let overlay = funnel_overlay(&funnel, Some(real.area_ix("Quảng Hưng")), Some(real.area_ix("Tào Xuyên")));
        drawings.push((format!("funnel-{theme_name}"), over(funnel_scene(&funnel), overlay), theme));
    }
    check_all(drawings);
}

/// The real areas by three of their figures, one of them better where it is smaller; every eighth misses two.
struct Ranked {
    units: Vec<Unit>,
    others: Vec<Unit>,
    intervals: Vec<Option<(usize, usize)>>,
}

fn ranked(real: &Real) -> Ranked {
    let mut figures = ["density_2019", "hh_5_plus_share", "households_2019"].map(|name| real.values(name));
    for column in &mut figures[..2] {
        for figure in column.iter_mut().step_by(8) {
            *figure = None;
        }
    }
    let keys: Vec<u64> = (0..figures[0].len() as u64).collect();
    let columns: Vec<Column> = figures
        .iter()
        .enumerate()
        .map(|(ix, values)| Column {
            key: ix as u64,
            values,
            higher_is_better: ix != 1,
            weight: 1.0,
            bounds: None,
            target: None,
            unit_targets: &[],
            doubt: Doubt::None,
        })
        .collect();
    let input = Input {
        unit_keys: &keys,
        columns: &columns,
        normalisation: Normalisation::Rank,
        aggregation: Aggregation::Arithmetic,
        threshold: 0.5,
        threshold_by_weight: false,
    };
    let doubts = Doubts {
        seed: 1,
        n_draws: 500,
        weight_spread: 0.5,
        normalisations: &[Normalisation::Rank, Normalisation::MinMax],
    };
    let drawn = uncertain(&input, &doubts).expect("an index");
    let interval = |ix: usize| drawn.interval(ix).map(|interval| (interval.best, interval.worst));
    let other = Input { normalisation: Normalisation::MinMax, ..input };
    Ranked {
        units: index(&input).expect("an index"),
        others: index(&other).expect("an index"),
        intervals: (0..keys.len()).map(interval).collect(),
    }
}

#[test]
fn ranks_of_the_real_areas() {
    let real = Real::new();
    let names = real.names();
    let chosen = real.chosen();
    let ranked = ranked(&real);
    let place = |units: &[Unit], ix: usize| units[ix].scored.as_ref().map(|scored| scored.rank.rank);
    let mut order: Vec<usize> = (0..names.len()).collect();
    ward_atlas::order::sort_by_key(&mut order, |&ix| (place(&ranked.units, ix).unwrap_or(99), ix));
    let score = |ix: usize| ranked.units[ix].scored.as_ref().map(|scored| scored.score);
    let texts: Vec<String> =
        (0..names.len()).map(|ix| score(ix).map_or("too little".to_owned(), |score| format!("{score:.2}"))).collect();
    let mut drawings = Vec::new();
    for (theme_name, theme) in BOTH {
        let rows = |compared: bool| -> Vec<RankIntervalRow> {
            order
                .iter()
                .map(|&ix| RankIntervalRow {
                    area_ix: ix,
                    name: names[ix],
                    score: score(ix),
                    score_text: &texts[ix],
                    fill: AreaFill::Class(theme.symbol),
                    rank: place(&ranked.units, ix),
                    interval: ranked.intervals[ix],
                    other_rank: place(&ranked.others, ix).filter(|_| compared),
                    passes: ix % 7 != 0,
                    chosen: chosen[ix],
                })
                .collect()
        };
        for (name, compared, width_px) in [("ranks", false, 420.0), ("ranks-compared", true, 600.0)] {
            let rows = rows(compared);
            let spec = RankIntervalsSpec {
                width_px,
                row_height_px: 17.0,
                text_size_px: 10.5,
                rows: &rows,
                n_ranks: 29,
                domain: (0.0, 1.0),
                theme: &theme,
            };
            let scene =
                over(rank_intervals_scene(&spec), rank_intervals_overlay(&spec, Some(order[3]), Some(order[9])));
            drawings.push((format!("{name}-{theme_name}"), scene, theme));
        }
    }
    check_all(drawings);
}

#[test]
fn contributions() {
    let mut drawings = Vec::new();
    for (theme_name, theme) in BOTH {
        let palette = colors(Palette::BrownTeal, 7, theme.dark);
        let part =
            |key: usize, name, value, value_text, color: Rgb| ContributionPart { key, name, value, value_text, color };
        let pulls = [
            part(0, "Cultural families", Some(0.11), "+0.11", palette[6]),
            part(1, "Flower roads", Some(0.07), "+0.07", palette[5]),
            part(2, "Model roads", Some(0.0), "0.00", palette[3]),
            part(3, "Bins", Some(-0.03), "−0.03", palette[1]),
            part(4, "Serious road accidents", Some(-0.09), "−0.09", palette[0]),
            part(5, "Party admissions", None, "no figure", palette[2]),
        ];
        let shares: Vec<ContributionPart> =
            pulls.iter().map(|part| ContributionPart { value: part.value.map(f64::abs), ..*part }).collect();
        let drawn = |parts: &[ContributionPart], total_text| -> Scene {
            let spec = spec(parts, total_text, &theme);
            over(contributions_scene(&spec), contributions_overlay(&spec, Some(1), Some(4)))
        };
        let scene = stack(vec![drawn(&pulls, "+0.06"), drawn(&shares, "0.30")]);
        drawings.push((format!("contributions-{theme_name}"), scene, theme));
    }
    check_all(drawings);
}

fn spec<'a>(parts: &'a [ContributionPart<'a>], total_text: &'a str, theme: &'a Theme) -> ContributionsSpec<'a> {
    ContributionsSpec {
        width_px: 360.0,
        row_height_px: 22.0,
        text_size_px: 11.0,
        parts,
        total_name: "Above the middle",
        total_text,
        theme,
    }
}
