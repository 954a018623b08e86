//! The map: areas filled by class or carrying symbols, in any layout, and the outlines of what is pointed at or chosen.
//!
//! Knows neither layouts nor indicators: it gets shapes on the plane, a camera and a look for each area. What is under
//! a pointer is `geo`'s business.

use super::ground::{AreaGround, MapGround};
use super::look::{AreaFill, report_mark};
use super::map_labels::{MapLabels, add_labels};
use super::scene::{Px, Scene, Shape, Stroke};
use super::theme::{Rgb, Theme};
use crate::geo::{AreaShape, BorderLine, Camera};
use crate::order;

/// Beyond this many areas a dash is longer than a border, and dashes cost more than the whole map.
const MAX_DASHED_AREAS: usize = 500;

/// What a map shows. All lists are by area.
#[derive(Debug, Clone, Copy)]
pub struct MapSpec<'a> {
    /// Width and height in CSS pixels.
    pub size_px: [f64; 2],
    /// What of the plane is in sight.
    pub camera: Camera,
    /// The areas' shapes in the present layout, kilometres on the plane.
    pub shapes: &'a [AreaShape],
    /// Shared borders, where the shapes are outlines; without them each shape is outlined by itself.
    pub borders: Option<&'a [BorderLine]>,
    /// How each area's figure looks.
    pub fills: &'a [AreaFill],
    /// Whether the filters let an area through.
    pub passes: &'a [bool],
    /// Radius in CSS pixels of each area's circle, drawn at its label point; the areas below are then plain ground.
    pub symbols: Option<&'a [f64]>,
    /// Names to write, where they fit.
    pub labels: Option<MapLabels<'a>>,
    /// Colours.
    pub theme: &'a Theme,
}

impl MapSpec<'_> {
    /// A point of the plane on the drawing.
    pub(super) fn px(&self, at_km: [f64; 2]) -> Px {
        self.camera.to_px(self.size_px, at_km)
    }

    /// How an area looks after the filters.
    pub(super) fn look(&self, area_ix: usize) -> AreaFill {
        let fill = self.fills.get(area_ix).copied().unwrap_or(AreaFill::Missing);
        fill.if_passes(self.passes.get(area_ix).copied().unwrap_or(true))
    }

    /// How an area's surface looks: ground under a symbol.
    pub(super) fn surface(&self, area_ix: usize) -> AreaFill {
        let look = self.look(area_ix);
        if self.symbols.is_some() && look.class_color().is_some() { AreaFill::Ground } else { look }
    }

    /// Radius of an area's symbol; 0 where it has none.
    pub(super) fn symbol_radius(&self, area_ix: usize) -> f64 {
        self.symbols.and_then(|radii| radii.get(area_ix).copied()).filter(|radius| radius.is_finite()).unwrap_or(0.0)
    }
}

/// The map without what changes under a pointer.
pub fn map_scene(spec: &MapSpec, ground: &MapGround) -> Scene {
    let mut scene = Scene::new(spec.size_px);
    for (area_ix, area) in ground.in_sight() {
        add_surface(&mut scene, spec, area_ix, area);
    }
    add_borders(&mut scene, spec, ground);
    add_symbols(&mut scene, spec);
    for (area_ix, area) in ground.in_sight() {
        if spec.look(area_ix).is_marked() {
            let [x, y] = area.center;
            report_mark(&mut scene, [x, y + spec.symbol_radius(area_ix).max(10.0)], spec.theme);
        }
    }
    if let Some(labels) = &spec.labels {
        add_labels(&mut scene, spec, labels, &ground.names);
    }
    scene
}

fn add_surface(scene: &mut Scene, spec: &MapSpec, area_ix: usize, area: &AreaGround) {
    let surface = spec.surface(area_ix);
    let (fill, hatch) = (Some(surface.fill(spec.theme)), surface.hatch(spec.theme));
    // With shared borders an outline of one's own would lie under them.
    let stroke = spec.borders.is_none().then(|| {
        let stroke = surface.outline(spec.theme);
        if MAX_DASHED_AREAS < spec.shapes.len() { Stroke { dash: None, ..stroke } } else { stroke }
    });
    if let Some(radius) = area.radius {
        scene.shapes.push(Shape::Circle { center: area.center, radius, fill, stroke, hatch });
        return;
    }
    for rings in &area.polygons {
        scene.shapes.push(Shape::Polygon { rings: rings.clone(), fill, stroke, hatch });
    }
}

/// Each shared border once: thin inside, stronger around the city, dashed beside an area without a figure.
fn add_borders(scene: &mut Scene, spec: &MapSpec, ground: &MapGround) {
    let theme = spec.theme;
    for (border, points) in spec.borders.unwrap_or_default().iter().zip(&ground.borders) {
        let Some(points) = points else { continue };
        let here = spec.surface(border.area_ix);
        let there = border.other_ix.map(|ix| spec.surface(ix));
        let beside = there.map_or(theme.card, |look| look.fill(theme));
        let missing = here == AreaFill::Missing || there == Some(AreaFill::Missing);
        let only_ground = here == AreaFill::Ground && there.is_none_or(|look| look == AreaFill::Ground);
        let width = if there.is_none() { 1.1 } else { 0.75 };
        let stroke = if missing && spec.shapes.len() <= MAX_DASHED_AREAS {
            Stroke::dashed(theme.missing_edge, width, 4.0, 3.0)
        } else if only_ground {
            Stroke::solid(theme.missing_edge, width * 0.6)
        } else {
            Stroke::solid(theme.edge_between(here.fill(theme), beside), width)
        };
        scene.shapes.push(Shape::Line { points: points.clone(), stroke });
    }
}

/// Circles over the map, the largest first, so that a small one is never hidden.
fn add_symbols(scene: &mut Scene, spec: &MapSpec) {
    if spec.symbols.is_none() {
        return;
    }
    let mut order: Vec<usize> = (0..spec.shapes.len()).filter(|&ix| 0.0 < spec.symbol_radius(ix)).collect();
    order::sort_by(&mut order, |&a, &b| spec.symbol_radius(b).total_cmp(&spec.symbol_radius(a)).then(a.cmp(&b)));
    for area_ix in order {
        let look = spec.look(area_ix);
        let stroke = match look.class_color() {
            Some(_) => Stroke::solid(spec.theme.symbol_edge, 1.0),
            None => look.outline(spec.theme),
        };
        scene.shapes.push(Shape::Circle {
            center: spec.px(spec.shapes[area_ix].label_at),
            radius: spec.symbol_radius(area_ix),
            fill: Some(look.fill(spec.theme)),
            stroke: Some(stroke),
            hatch: look.hatch(spec.theme),
        });
    }
}

/// Outlines of the areas that are chosen, pointed at and focused, for a layer over [`map_scene`]'s.
///
/// Each outline lies on a casing of the card's colour, so that it is seen on any fill.
pub fn overlay_scene(
    spec: &MapSpec,
    ground: &MapGround,
    hover: Option<usize>,
    focus: Option<usize>,
    chosen: &[bool],
) -> Scene {
    let mut scene = Scene::new(spec.size_px);
    let theme = spec.theme;
    let chosen: Vec<usize> = (0..spec.shapes.len()).filter(|&ix| chosen.get(ix) == Some(&true)).collect();
    // All casings first: a neighbour's casing must not cut through an outline.
    for (color, width) in [(theme.card, 5.0), (theme.accent, 2.5)] {
        for &area_ix in &chosen {
            add_outline(&mut scene, spec, ground, area_ix, color, width);
        }
    }
    let hover = hover.filter(|&ix| ix < spec.shapes.len());
    for (color, width) in [(theme.card, 3.5), (theme.ink, 1.75)] {
        if let Some(ix) = hover {
            add_outline(&mut scene, spec, ground, ix, color, width);
        }
    }
    let focus = focus.filter(|&ix| ix < spec.shapes.len());
    for (color, width) in [(theme.card, 8.0), (theme.focus, 6.0), (theme.card, 2.0)] {
        if let Some(ix) = focus {
            add_outline(&mut scene, spec, ground, ix, color, width);
        }
    }
    scene
}

fn add_outline(scene: &mut Scene, spec: &MapSpec, ground: &MapGround, area_ix: usize, color: Rgb, width: f64) {
    let Some(Some(area)) = ground.areas.get(area_ix) else { return };
    let stroke = Some(Stroke::solid(color, width));
    let symbol = Some(spec.symbol_radius(area_ix)).filter(|&radius| 0.0 < radius);
    if let Some(radius) = symbol.or(area.radius) {
        let shape = Shape::Circle { center: area.center, radius: radius.max(2.0), fill: None, stroke, hatch: None };
        scene.shapes.push(shape);
        return;
    }
    for rings in &area.polygons {
        scene.shapes.push(Shape::Polygon { rings: rings.clone(), fill: None, stroke, hatch: None });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::theme::contrast;

    /// A row of unit squares, each sharing a border with the next.
    struct Row {
        shapes: Vec<AreaShape>,
        borders: Vec<BorderLine>,
    }

    fn row(n: usize) -> Row {
        let square = |x: f64| vec![[x, 0.0], [x + 1.0, 0.0], [x + 1.0, 1.0], [x, 1.0]];
        let shape = |ix: usize| AreaShape {
            polygons: vec![vec![square(ix as f64)]],
            label_at: [ix as f64 + 0.5, 0.5],
            radius: None,
        };
        let border = |ix: usize| BorderLine {
            points: vec![[ix as f64 + 1.0, 0.0], [ix as f64 + 1.0, 1.0]],
            area_ix: ix,
            other_ix: (ix + 1 < n).then_some(ix + 1),
        };
        Row { shapes: (0..n).map(shape).collect(), borders: (0..n).map(border).collect() }
    }

    fn spec<'a>(row: &'a Row, fills: &'a [AreaFill], theme: &'a Theme) -> MapSpec<'a> {
        MapSpec {
            size_px: [300.0, 100.0],
            camera: Camera { center: [1.5, 0.5], px_per_km: 90.0 },
            shapes: &row.shapes,
            borders: Some(&row.borders),
            fills,
            passes: &[],
            symbols: None,
            labels: None,
            theme,
        }
    }

    fn map_of(spec: &MapSpec) -> Scene {
        map_scene(spec, &MapGround::of(spec))
    }

    fn polygons(scene: &Scene) -> usize {
        scene.shapes.iter().filter(|shape| matches!(shape, Shape::Polygon { .. })).count()
    }

    fn lines(scene: &Scene) -> Vec<Stroke> {
        let stroke = |shape: &Shape| if let Shape::Line { stroke, .. } = shape { Some(*stroke) } else { None };
        scene.shapes.iter().filter_map(stroke).collect()
    }

    #[test]
    fn borders_show_between_any_two_alike_fills() {
        let row = row(2);
        for theme in [Theme::LIGHT, Theme::DARK] {
            for grey in 0..=255 {
                let fill = Rgb(grey, grey, grey);
                let fills = [AreaFill::Class(fill); 2];
                let inner = lines(&map_of(&spec(&row, &fills, &theme)))[0];
                assert!(3.0 <= contrast(inner.color, fill), "{}", fill.hex());
            }
        }
    }

    #[test]
    fn beside_a_missing_figure_borders_are_dashed() {
        let row = row(3);
        let fills = [AreaFill::Class(Rgb(0, 90, 90)), AreaFill::Class(Rgb(0, 90, 90)), AreaFill::Missing];
        let dashed: Vec<bool> =
            lines(&map_of(&spec(&row, &fills, &Theme::LIGHT))).iter().map(|stroke| stroke.dash.is_some()).collect();
        assert_eq!(dashed, [false, true, true]);
        // Left out by the filters it is ground, and says nothing of its figure.
        let passes = [true, true, false];
        let left_out = MapSpec { passes: &passes, ..spec(&row, &fills, &Theme::LIGHT) };
        assert!(lines(&map_of(&left_out)).iter().all(|stroke| stroke.dash.is_none()));
    }

    #[test]
    fn what_is_out_of_sight_is_not_drawn() {
        let row = row(200);
        let fills = vec![AreaFill::Ground; 200];
        assert!((3..=5).contains(&polygons(&map_of(&spec(&row, &fills, &Theme::LIGHT)))));
    }

    #[test]
    fn counts_are_symbols_over_ground_the_largest_below() {
        let row = row(3);
        let class = AreaFill::Class(Rgb(47, 144, 136));
        let fills = [class, class, AreaFill::Missing];
        let radii = [5.0, 20.0, 0.0];
        let counts = MapSpec { symbols: Some(&radii), ..spec(&row, &fills, &Theme::LIGHT) };
        let scene = map_of(&counts);
        let fill_of = |shape: &Shape| if let Shape::Polygon { fill, .. } = shape { *fill } else { None };
        let surfaces: Vec<Rgb> = scene.shapes.iter().filter_map(fill_of).collect();
        assert_eq!(surfaces, [Theme::LIGHT.ground, Theme::LIGHT.ground, Theme::LIGHT.missing_fill]);
        let radius = |shape: &Shape| if let Shape::Circle { radius, .. } = shape { Some(*radius) } else { None };
        assert_eq!(scene.shapes.iter().filter_map(radius).collect::<Vec<_>>(), [20.0, 5.0]);
    }

    #[test]
    fn short_lists_and_unknown_areas_are_no_error() {
        let row = row(3);
        let short = spec(&row, &[], &Theme::LIGHT);
        assert_eq!(polygons(&map_of(&short)), 3);
        assert_eq!(overlay_scene(&short, &MapGround::of(&short), Some(99), Some(99), &[]).shapes, []);
        assert_eq!(polygons(&overlay_scene(&short, &MapGround::of(&short), Some(0), Some(1), &[true])), 2 + 2 + 3);
    }
}
