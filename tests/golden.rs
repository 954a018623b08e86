//! Golden drawings: every chart as SVG, compared with the file of its name in `tests/golden`.
//!
//! A drawing that differs is saved beside it as `NAME.changed.svg`, to be looked at in a browser. To accept changed
//! drawings run with `WARD_ATLAS_BLESS=1`: the files are rewritten and the test still fails, so that blessing cannot
//! be left on.

#[path = "golden/index.rs"]
mod index;
#[path = "golden/support.rs"]
mod support;

use ward_atlas::data::State;
use ward_atlas::draw::axis::FormatValue;
use ward_atlas::draw::dots::{DotsSpec, dots_scene};
use ward_atlas::draw::metrics::text_width;
use ward_atlas::draw::{
    Anchor, AreaFill, Bars, Distribution, DistributionSpec, Dot, Label, MapGround, MapLabels, MapSpec, MiniHistogram,
    MiniHistogramSpec, RankedRow, RankedSpec, Rgb, Scatter, ScatterAxes, ScatterDot, ScatterSpec, Scene, Shape,
    StripSpec, Stroke, Swarm, Swatch, Theme, colors, distribution_overlay, distribution_scene, map_scene,
    mini_histogram_scene, overlay_scene, ranked_overlay, ranked_scene, scatter_overlay, scatter_scene, strip_scene,
    swatch_scene, symbol_legend, symbol_legend_scene, symbol_radii_px,
};
use ward_atlas::geo::symbols::symbols;
use ward_atlas::geo::{AreaShape, Bounds, Camera, counted_dots};
use ward_atlas::view::query::Palette;

use support::{BOTH, Real, check_all, over, stack, thousands};

const MAP_PX: [f64; 2] = [620.0, 620.0];

/// The map on its own ground.
fn map_of(spec: &MapSpec) -> Scene {
    map_scene(spec, &MapGround::of(spec))
}

fn map_spec<'a>(shapes: &'a [AreaShape], fills: &'a [AreaFill], theme: &'a Theme) -> MapSpec<'a> {
    let bounds = Bounds::of_shapes(shapes).expect("areas");
    MapSpec {
        size_px: MAP_PX,
        camera: Camera::fit(&bounds, MAP_PX, 12.0),
        shapes,
        borders: None,
        fills,
        passes: &[],
        symbols: None,
        labels: None,
        theme,
    }
}

#[test]
fn maps_of_the_real_areas() {
    let real = Real::new();
    let names = real.names();
    let chosen = real.chosen();
    let label_points: Vec<[f64; 2]> = real.geometry.areas.iter().map(|shape| shape.label_at).collect();
    let everywhere = MapLabels { names: &names, size_px: 11.0, important: &chosen };
    let mut drawings = Vec::new();
    for (theme_name, theme) in BOTH {
        let fills = real.density_fills(&theme);
        let hover = Some(real.area_ix("Quảng Hưng"));
        let focus = Some(real.area_ix("Tào Xuyên"));

        let overlay_of = |spec: &MapSpec| overlay_scene(spec, &MapGround::of(spec), hover, focus, &chosen);
        let outlines = MapSpec {
            borders: Some(&real.geometry.border_lines),
            labels: Some(everywhere),
            ..map_spec(&real.geometry.areas, &fills, &theme)
        };
        let scene = over(map_of(&outlines), overlay_of(&outlines));
        drawings.push((format!("map-outlines-{theme_name}"), scene, theme));

        let tile_shapes = real.geometry.tiles().shapes();
        let tiles = MapSpec { labels: Some(everywhere), ..map_spec(&tile_shapes, &fills, &theme) };
        let scene = over(map_of(&tiles), overlay_of(&tiles));
        drawings.push((format!("map-tiles-{theme_name}"), scene, theme));

        let people = real.values("population_2019");
        let radii_km: Vec<f64> =
            symbol_radii_px(&people, 30.0).into_iter().map(|px| px / outlines.camera.px_per_km).collect();
        let circle_shapes = symbols(&label_points, &radii_km);
        let circles = MapSpec { labels: Some(everywhere), ..map_spec(&circle_shapes, &fills, &theme) };
        let scene = over(map_of(&circles), overlay_of(&circles));
        drawings.push((format!("map-symbols-{theme_name}"), scene, theme));

        // Counts over the outlines, a third of the areas left out, a few missing.
        let radii = symbol_radii_px(&people, 26.0);
        let passes: Vec<bool> = (0..fills.len()).map(|ix| ix % 3 != 0).collect();
        let states: Vec<AreaFill> = fills
            .iter()
            .enumerate()
            .map(|(ix, fill)| match (ix % 7, fill.class_color()) {
                (1, _) => AreaFill::Missing,
                (2, Some(color)) => AreaFill::of(State::Estimated, color),
                (4, Some(color)) => AreaFill::of(State::Reported, color),
                (5, Some(color)) => AreaFill::of(State::Practice, color),
                _ => *fill,
            })
            .collect();
        let states_map = MapSpec { fills: &states, passes: &passes, ..outlines };
        drawings.push((format!("map-states-{theme_name}"), map_of(&states_map), theme));
        let plain: Vec<AreaFill> = fills.iter().map(|_| AreaFill::Class(theme.symbol)).collect();
        let counts = MapSpec { fills: &plain, passes: &passes, symbols: Some(&radii), ..outlines };
        let scene = over(map_of(&counts), overlay_of(&counts));
        drawings.push((format!("map-counts-{theme_name}"), scene, theme));
    }
    check_all(drawings);
}

#[test]
fn dots_counted_inside_the_real_areas() {
    let real = Real::new();
    let names = real.names();
    // As sources state them of four areas, and as many as the conference counts spread over all.
    let stated = [("Nam Ngạn", 11), ("Đông Vệ", 12), ("Hàm Rồng", 9), ("Quảng Hưng", 8)];
    let few = names.iter().map(|name| stated.iter().find(|(known, _)| known == name).map_or(0, |found| found.1));
    let few: Vec<usize> = few.collect();
    let all: Vec<usize> = (0..names.len()).map(|ix| if ix < 5 { 10 } else { 9 }).collect();
    let tile_shapes = real.geometry.tiles().shapes();
    let mut drawings = Vec::new();
    for (theme_name, theme) in BOTH {
        let fills = real.density_fills(&theme);
        let labels = Some(MapLabels { names: &names, size_px: 11.0, important: &[] });
        let over_shapes = |shapes: &[AreaShape], borders, counts: &[usize]| {
            let map = MapSpec { borders, labels, ..map_spec(shapes, &fills, &theme) };
            let dots: Vec<_> = shapes.iter().zip(counts).map(|(shape, n)| counted_dots(shape, *n, 1e4)).collect();
            assert!(dots.iter().zip(counts).all(|(dots, n)| dots.at.len() == *n));
            let spec = DotsSpec { size_px: MAP_PX, camera: map.camera, dots: &dots, passes: &[], theme: &theme };
            over(map_of(&map), dots_scene(&spec))
        };
        let borders = Some(real.geometry.border_lines.as_slice());
        let scenes = vec![
            over_shapes(&real.geometry.areas, borders, &few),
            over_shapes(&real.geometry.areas, borders, &all),
            over_shapes(&tile_shapes, None, &all),
        ];
        drawings.push((format!("map-dots-{theme_name}"), stack(scenes), theme));
    }
    check_all(drawings);
}

#[test]
fn charts_of_the_real_areas() {
    let real = Real::new();
    let names = real.names();
    let chosen = real.chosen();
    let densities = real.values("density_2019");
    let shares = real.values("hh_5_plus_share");
    let mut order: Vec<usize> = (0..names.len()).collect();
    ward_atlas::order::sort_by(&mut order, |&a, &b| {
        densities[b].unwrap_or(0.0).total_cmp(&densities[a].unwrap_or(0.0)).then(a.cmp(&b))
    });
    let mut drawings = Vec::new();
    for (theme_name, theme) in BOTH {
        let fills = real.density_fills(&theme);
        let texts: Vec<String> = densities.iter().map(|value| value.map_or("–".to_owned(), thousands)).collect();
        let rows: Vec<RankedRow> = order
            .iter()
            .map(|&ix| RankedRow {
                area_ix: ix,
                name: names[ix],
                value: densities[ix],
                value_text: &texts[ix],
                fill: fills[ix],
                passes: ix % 5 != 0,
                chosen: chosen[ix],
                interval: None,
            })
            .collect();
        let ranked = RankedSpec {
            width_px: 330.0,
            row_height_px: 15.5,
            text_size_px: 10.5,
            rows: &rows,
            city: Some(2477.0),
            domain: (0.0, 18_915.0),
            theme: &theme,
        };
        let scene = over(ranked_scene(&ranked), ranked_overlay(&ranked, Some(order[4]), Some(order[20])));
        drawings.push((format!("ranked-{theme_name}"), scene, theme));

        let dots: Vec<Dot> = (0..names.len())
            .map(|ix| Dot {
                area_ix: ix,
                value: densities[ix],
                fill: fills[ix],
                passes: ix % 5 != 0,
                chosen: chosen[ix],
                interval: None,
            })
            .collect();
        let swarm = Swarm::new([330.0, 130.0], 10.5, &densities, Some(2477.0), &thousands);
        let distribution = Distribution::new(
            DistributionSpec {
                size_px: [330.0, 130.0],
                text_size_px: 10.5,
                dots: &dots,
                city: Some(2477.0),
                brush: Some((1500.0, 8000.0)),
                log_note: "logarithmic scale",
                theme: &theme,
            },
            &swarm,
        );
        let overlay = distribution_overlay(&distribution, Some(order[2]), Some(order[12]));
        let scene = over(distribution_scene(&distribution), overlay);
        drawings.push((format!("distribution-{theme_name}"), scene, theme));

        let scatter_dots: Vec<ScatterDot> = (0..names.len())
            .map(|ix| ScatterDot {
                area_ix: ix,
                name: names[ix],
                x: shares[ix],
                y: densities[ix],
                fill: fills[ix],
                passes: ix % 5 != 0,
                chosen: chosen[ix],
                intervals: [
                    if ix == order[2] { shares[ix].map(|share| (share - 3.0, share + 5.0)) } else { None },
                    if ix % 4 == 1 { densities[ix].map(|value| (value * 0.8, value * 1.3)) } else { None },
                ],
            })
            .collect();
        let percent = |value: f64| format!("{value:.0} %");
        let city = (Some(25.0), Some(2477.0));
        let formats: [FormatValue; 2] = [&percent, &thousands];
        let axes = ScatterAxes::new([330.0, 240.0], 10.5, &scatter_dots, city, formats);
        let spec =
            ScatterSpec { size_px: [330.0, 240.0], text_size_px: 10.5, dots: &scatter_dots, city, theme: &theme };
        let scatter = Scatter::new(spec, &axes);
        assert_eq!(scatter.correlation().map(|correlation| correlation.n), Some(27));
        let scene = over(scatter_scene(&scatter), scatter_overlay(&scatter, Some(order[2]), Some(order[12])));
        drawings.push((format!("scatter-{theme_name}"), scene, theme));

        let known: Vec<f64> = densities.iter().copied().flatten().collect();
        let bars = Bars::count(known.iter().enumerate().map(|(ix, value)| (*value, ix % 5 != 0)));
        let mini = |range| {
            mini_histogram_scene(&MiniHistogram::new(MiniHistogramSpec {
                size_px: [216.0, 44.0],
                bars: &bars,
                range,
                color: theme.symbol,
                theme: &theme,
            }))
        };
        let strip = |own: Option<f64>| {
            strip_scene(&StripSpec {
                size_px: [216.0, 22.0],
                values: &densities,
                own,
                own_color: colors(Palette::Teal, 5, theme.dark)[3],
                city: Some(2477.0),
                theme: &theme,
            })
        };
        let small = stack(vec![
            mini(None),
            mini(Some((Some(2000.0), Some(9000.0)))),
            mini(Some((None, Some(5000.0)))),
            strip(Some(6346.0)),
            strip(None),
        ]);
        drawings.push((format!("small-{theme_name}"), small, theme));
    }
    check_all(drawings);
}

#[test]
fn hand_made_charts() {
    let mut drawings = Vec::new();
    for (theme_name, theme) in BOTH {
        let palette = colors(Palette::BrownTeal, 5, theme.dark);
        let row = |area_ix, name, value, value_text, fill, interval| RankedRow {
            area_ix,
            name,
            value,
            value_text,
            fill,
            passes: area_ix != 4,
            chosen: area_ix == 1,
            interval,
        };
        let rows = [
            row(0, "Published", Some(12.0), "12.0", AreaFill::Class(palette[4]), None),
            row(1, "Reported", Some(9.5), "9.5", AreaFill::Reported(palette[3]), None),
            row(2, "Estimated", Some(7.0), "7.0", AreaFill::Estimated(palette[3]), Some((4.0, 13.0))),
            row(3, "Practice", Some(4.0), "4.0", AreaFill::Practice(palette[2]), None),
            row(4, "Left out", Some(2.0), "2.0", AreaFill::Class(palette[2]), None),
            row(5, "Zero", Some(0.0), "0.0", AreaFill::Class(palette[1]), None),
            row(6, "Below zero", Some(-5.0), "−5.0", AreaFill::Class(palette[0]), Some((-6.5, -3.0))),
            row(7, "Missing", None, "no figure", AreaFill::Missing, None),
        ];
        let ranked = RankedSpec {
            width_px: 330.0,
            row_height_px: 22.0,
            text_size_px: 12.0,
            rows: &rows,
            city: Some(5.0),
            domain: (-6.5, 13.0),
            theme: &theme,
        };
        drawings.push((format!("ranked-states-{theme_name}"), ranked_scene(&ranked), theme));

        let many: Vec<Dot> = (0..2000u32)
            .map(|ix| {
                // Sums of three low-discrepancy numbers: a bell without a random generator.
                let part = |step: f64| (f64::from(ix) * step).fract();
                let value = part(0.618_034) + part(0.414_214) + part(0.732_051);
                Dot {
                    area_ix: ix as usize,
                    value: Some(value * 20.0),
                    fill: AreaFill::Class(palette[3]),
                    passes: value < 1.4,
                    chosen: false,
                    interval: None,
                }
            })
            .collect();
        let values: Vec<Option<f64>> = many.iter().map(|dot| dot.value).collect();
        let swarm = Swarm::new([330.0, 130.0], 10.5, &values, Some(31.0), &thousands);
        let histogram = Distribution::new(
            DistributionSpec {
                size_px: [330.0, 130.0],
                text_size_px: 10.5,
                dots: &many,
                city: Some(31.0),
                brush: None,
                log_note: "logarithmic scale",
                theme: &theme,
            },
            &swarm,
        );
        drawings.push((format!("distribution-histogram-{theme_name}"), distribution_scene(&histogram), theme));

        let swatches: Vec<Scene> = [
            Swatch::Fill(AreaFill::Class(palette[3])),
            Swatch::Fill(AreaFill::Reported(palette[3])),
            Swatch::Fill(AreaFill::Estimated(palette[3])),
            Swatch::Fill(AreaFill::Practice(palette[3])),
            Swatch::Fill(AreaFill::Missing),
            Swatch::Fill(AreaFill::Ground),
            Swatch::CityLine,
            Swatch::Chosen,
        ]
        .map(|swatch| swatch_scene(swatch, [22.0, 14.0], &theme))
        .into();
        let entries = symbol_legend(25_582.0, 26.0);
        let texts: Vec<String> = entries.iter().map(|entry| thousands(entry.0)).collect();
        let nested = symbol_legend_scene(&entries, &texts, 11.0, &theme);
        drawings.push((format!("legend-{theme_name}"), stack(vec![stack(swatches), nested]), theme));
        drawings.push((format!("palettes-{theme_name}"), palettes(&theme), theme));
        drawings.push((format!("shapes-{theme_name}"), shapes(&theme), theme));
    }
    check_all(drawings);
}

/// All families with three, five and seven classes.
fn palettes(theme: &Theme) -> Scene {
    let families = [
        Palette::Teal,
        Palette::Amber,
        Palette::Purple,
        Palette::Viridis,
        Palette::Cividis,
        Palette::BrownTeal,
        Palette::PurpleOrange,
    ];
    let mut scene = Scene::new([420.0, 22.0 * families.len() as f64]);
    for (row, family) in families.into_iter().enumerate() {
        let mut x = 4.0;
        for n in [3, 5, 7] {
            for color in colors(family, n, theme.dark) {
                let top = 22.0 * row as f64 + 4.0;
                scene.shapes.push(Shape::Rect {
                    min: [x, top],
                    max: [x + 24.0, top + 14.0],
                    fill: Some(color),
                    stroke: Some(Stroke::solid(theme.edge_between(color, theme.card), 0.75)),
                    hatch: None,
                });
                x += 25.0;
            }
            x += 12.0;
        }
    }
    scene
}

/// A polygon with a hole, dashes, escaped text and halos.
fn shapes(theme: &Theme) -> Scene {
    let mut scene = Scene::new([240.0, 120.0]);
    let square = |min: f64, max: f64| vec![[min, min], [max, min], [max, max], [min, max]];
    let hatch = AreaFill::Estimated(theme.symbol);
    let swatch = swatch_scene(Swatch::Fill(hatch), [22.0, 14.0], theme);
    let Some(Shape::Rect { hatch, .. }) = swatch.shapes.into_iter().next() else { panic!("a swatch is a rectangle") };
    scene.shapes.push(Shape::Polygon {
        rings: vec![square(10.0, 110.0), square(40.0, 80.0)].into(),
        fill: Some(theme.symbol),
        stroke: Some(Stroke::dashed(theme.ink, 2.0, 8.0, 4.0)),
        hatch,
    });
    scene.shapes.push(Shape::Circle {
        center: [170.0, 60.0],
        radius: 40.0,
        fill: Some(Rgb(200, 200, 200)),
        stroke: Some(Stroke::dashed(theme.accent, 3.0, 6.0, 3.0)),
        hatch,
    });
    let text = "Đông Vệ <&> \"Й\"";
    let half = text_width(text, 14.0, true) / 2.0;
    scene
        .labels
        .push(Label::new([120.0, 60.0], Anchor::Middle, 14.0, theme.ink, text).bold_if(true).haloed(theme.card));
    for x in [120.0 - half, 120.0 + half] {
        scene.segment([x, 50.0], [x, 70.0], Stroke::solid(theme.ink, 1.0));
    }
    scene
}
