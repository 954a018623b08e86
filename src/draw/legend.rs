//! Swatches of the legend: one small drawing for a class, for what is missing, for a state, for the city's line.

use super::look::{AreaFill, report_mark};
use super::scene::{Scene, Shape, Stroke};
use super::theme::Theme;

/// What a swatch explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swatch {
    /// A class, a state in a class's colour, what is missing or what the filters leave out.
    Fill(AreaFill),
    /// The city's dashed line.
    CityLine,
    /// The outline of what is chosen.
    Chosen,
}

/// A swatch that fills its drawing; 22 by 14 pixels is a good size.
pub fn swatch_scene(swatch: Swatch, size_px: [f64; 2], theme: &Theme) -> Scene {
    let mut scene = Scene::new(size_px);
    let [width, height] = size_px;
    let rect = |inset: f64, look: AreaFill, stroke: Stroke| Shape::Rect {
        min: [inset, inset],
        max: [width - inset, height - inset],
        fill: Some(look.fill(theme)),
        stroke: Some(stroke),
        hatch: look.hatch(theme),
    };
    match swatch {
        Swatch::Fill(look) => {
            scene.shapes.push(rect(0.75, look, look.outline(theme)));
            if look.is_marked() {
                report_mark(&mut scene, [width / 2.0, height / 2.0], theme);
            }
        }
        Swatch::CityLine => {
            let stroke = Stroke::dashed(theme.city_line, 1.5, 3.0, 3.0);
            scene.segment([0.0, height / 2.0], [width, height / 2.0], stroke);
        }
        Swatch::Chosen => scene.shapes.push(rect(1.25, AreaFill::Ground, Stroke::solid(theme.accent, 2.5))),
    }
    scene
}
