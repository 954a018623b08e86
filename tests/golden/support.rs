//! What the golden tests share: comparing with a golden file, putting scenes together, the real areas.

use std::fs;
use std::path::PathBuf;

use ward_atlas::data::{DataSet, Lang, built_in, read};
use ward_atlas::draw::{AreaFill, Scene, Shape, Theme, colors, svg};
use ward_atlas::geo::Geometry;
use ward_atlas::text::number::number;
use ward_atlas::view::query::Palette;

pub const BOTH: [(&str, Theme); 2] = [("light", Theme::LIGHT), ("dark", Theme::DARK)];

/// Compares a drawing, laid on the theme's card, with its golden file.
fn check(name: &str, scene: &Scene, theme: &Theme) {
    let drawn = svg(&on_card(scene, theme), name);
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let golden = folder.join(format!("{name}.svg"));
    if std::env::var_os("WARD_ATLAS_BLESS").is_some() {
        fs::write(&golden, &drawn).expect("the golden folder can be written");
        panic!("{name} is blessed; now run without WARD_ATLAS_BLESS");
    }
    let changed = folder.join(format!("{name}.changed.svg"));
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    if expected.replace("\r\n", "\n") == drawn {
        // A leftover of a difference that is mended; it need not exist.
        let _ = fs::remove_file(changed);
        return;
    }
    fs::write(&changed, &drawn).expect("the golden folder can be written");
    panic!("{name} is drawn differently: look at {} beside {}", changed.display(), golden.display());
}

/// Blesses or checks all drawings of a test, so that one that differs does not hide the others.
pub fn check_all(drawings: Vec<(String, Scene, Theme)>) {
    let failures: Vec<String> = drawings
        .into_iter()
        .filter_map(|(name, scene, theme)| {
            let result = std::panic::catch_unwind(|| check(&name, &scene, &theme));
            result.err().map(|_| name)
        })
        .collect();
    assert!(failures.is_empty(), "{failures:?}");
}

fn on_card(scene: &Scene, theme: &Theme) -> Scene {
    let card = Shape::Rect { min: [0.0, 0.0], max: scene.size_px, fill: Some(theme.card), stroke: None, hatch: None };
    let mut whole = Scene { shapes: vec![card], ..scene.clone() };
    whole.shapes.extend(scene.shapes.iter().cloned());
    whole
}

/// One scene over another of the same size.
pub fn over(mut base: Scene, overlay: Scene) -> Scene {
    base.shapes.extend(overlay.shapes);
    base.labels.extend(overlay.labels);
    base
}

/// Puts scenes below each other.
pub fn stack(scenes: Vec<Scene>) -> Scene {
    let width = scenes.iter().map(|scene| scene.size_px[0]).fold(0.0, f64::max);
    let mut whole = Scene::new([width, 0.0]);
    for scene in scenes {
        let down = whole.size_px[1];
        whole.size_px[1] += scene.size_px[1] + 8.0;
        let moved = |at: &mut [f64; 2]| at[1] += down;
        whole.shapes.extend(scene.shapes.into_iter().map(|mut shape| {
            match &mut shape {
                Shape::Polygon { rings, .. } => {
                    let mut here = rings.to_vec();
                    here.iter_mut().flatten().for_each(moved);
                    *rings = here.into();
                }
                Shape::Line { points, .. } => {
                    let mut here = points.to_vec();
                    here.iter_mut().for_each(moved);
                    *points = here.into();
                }
                Shape::Circle { center, .. } => moved(center),
                Shape::Rect { min, max, .. } => {
                    moved(min);
                    moved(max);
                }
            }
            shape
        }));
        whole.labels.extend(scene.labels.into_iter().map(|mut label| {
            moved(&mut label.at);
            label
        }));
    }
    whole
}

pub fn thousands(value: f64) -> String {
    number(Lang::En, value, 0)
}

/// The real 34 areas with the density of 2019 in the look's five classes.
pub struct Real {
    pub data: DataSet,
    pub geometry: Geometry,
}

impl Real {
    pub fn new() -> Real {
        let data = read(built_in()).expect("the built-in data set is valid");
        let geometry = Geometry::new(&data);
        Real { data, geometry }
    }

    pub fn values(&self, indicator: &str) -> Vec<Option<f64>> {
        let ix = self.data.indicator_ix(indicator).expect("an indicator of the built-in data set");
        self.data.figures[ix].iter().map(|figure| figure.value).collect()
    }

    pub fn names(&self) -> Vec<&str> {
        self.data.areas.iter().map(|area| area.name.as_str()).collect()
    }

    pub fn density_fills(&self, theme: &Theme) -> Vec<AreaFill> {
        let palette = colors(Palette::Teal, 5, theme.dark);
        let class_of = |value: f64| [1000.0, 2000.0, 4000.0, 8000.0].iter().filter(|&&b| b <= value).count();
        let densities = self.values("density_2019");
        densities.into_iter().map(|v| v.map_or(AreaFill::Missing, |v| AreaFill::Class(palette[class_of(v)]))).collect()
    }

    /// Two chosen areas, as in the look.
    pub fn chosen(&self) -> Vec<bool> {
        self.names().into_iter().map(|name| ["Đông Vệ", "Nam Ngạn"].contains(&name)).collect()
    }

    pub fn area_ix(&self, name: &str) -> usize {
        self.names().into_iter().position(|own| own == name).expect("an area of the built-in data set")
    }
}
