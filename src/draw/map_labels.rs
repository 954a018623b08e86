//! Names on the map: those that fit into their areas, in one line or two.

use super::look::AreaFill;
use super::map::MapSpec;
use super::metrics::text_width;
use super::paint::circle_ring;
use super::scene::{Anchor, Label, Px, Scene};
use crate::geo::labels::{LabelBox, Lines, place};
use crate::order;

/// Height of a line of text, as a part of the font size.
const LINE_EM: f64 = 1.15;

/// Names to write where they fit.
#[derive(Debug, Clone, Copy)]
pub struct MapLabels<'a> {
    /// The areas' names, by area.
    pub names: &'a [&'a str],
    /// Font size in CSS pixels.
    pub size_px: f64,
    /// Areas whose names come first where two would touch, by area; empty: the areas' own order.
    pub important: &'a [bool],
}

/// A name that has found its place.
#[derive(Debug, PartialEq)]
pub(super) struct PlacedName {
    area_ix: usize,
    /// Its one or two lines, each with its middle.
    lines: Vec<(Px, String)>,
    on: Below,
}

/// What a name lies on.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Below {
    /// The area.
    Area,
    /// The circle that stands for the area or lies on it.
    Circle,
    /// The area beside its circle.
    Surface,
}

/// A name in one line and, if it has several words, in two.
struct Name<'a> {
    area_ix: usize,
    whole: &'a str,
    halves: Option<[&'a str; 2]>,
    ring: Vec<Px>,
    anchor: Px,
    on: Below,
    /// Lower edge of the circle that the text must not cover.
    not_above: Option<f64>,
}

/// Places names. Filters have no say in it, so that none jumps or vanishes while a filter moves.
pub(super) fn place_names(
    spec: &MapSpec,
    labels: &MapLabels,
    in_sight: impl Iterator<Item = usize>,
) -> Vec<PlacedName> {
    let mut names: Vec<Name> = in_sight.filter_map(|area_ix| name(spec, labels, area_ix)).collect();
    // A stable sort keeps the areas' order within each group, so that panning does not make names jump.
    order::sort_by_key(&mut names, |name| labels.important.get(name.area_ix) != Some(&true));
    let width = |text: &str| text_width(text, labels.size_px, false);
    let boxes: Vec<LabelBox> = names
        .iter()
        .map(|name| LabelBox {
            ring: &name.ring,
            anchor: name.anchor,
            one_line: [width(name.whole), labels.size_px * LINE_EM],
            two_lines: name.halves.map(|[a, b]| [width(a).max(width(b)), 2.0 * labels.size_px * LINE_EM]),
        })
        .collect();
    let mut all = Vec::new();
    for (name, placed) in names.iter().zip(place(&boxes)) {
        let Some(placed) = placed else { continue };
        let [x, y] = placed.center;
        // The text's box has free space above its letters.
        if name.not_above.is_some_and(|floor| y < floor + labels.size_px * 0.45) {
            continue;
        }
        let half = labels.size_px * LINE_EM / 2.0;
        let lines = match (placed.lines, name.halves) {
            (Lines::Two, Some([upper, lower])) => {
                vec![([x, y - half], upper.to_owned()), ([x, y + half], lower.to_owned())]
            }
            _ => vec![([x, y], name.whole.to_owned())],
        };
        all.push(PlacedName { area_ix: name.area_ix, lines, on: name.on });
    }
    // They do not touch, so their order does not show; by area they stay the same elements on the page.
    order::sort_by_key(&mut all, |name| name.area_ix);
    all
}

pub(super) fn add_labels(scene: &mut Scene, spec: &MapSpec, labels: &MapLabels, names: &[PlacedName]) {
    for name in names {
        let look = spec.look(name.area_ix);
        let below = if name.on == Below::Surface { spec.surface(name.area_ix) } else { look };
        let ground = below.fill(spec.theme);
        let color = if look == AreaFill::Ground { spec.theme.muted } else { spec.theme.text_on(ground) };
        // In a circle no border runs under the text, and a halo would bulge out of it.
        let is_bare = name.on == Below::Circle && below.hatch(spec.theme).is_none();
        for (at, text) in &name.lines {
            let label = Label::new(*at, Anchor::Middle, labels.size_px, color, text.as_str()).keyed(name.area_ix);
            // Text is read on its ground, with a halo in that colour for where hatching or a border runs below.
            scene.labels.push(if is_bare { label } else { label.haloed(ground) });
        }
    }
}

/// An area's name and where it may stand; `None` where the area is too small for any text.
fn name<'a>(spec: &MapSpec, labels: &MapLabels<'a>, area_ix: usize) -> Option<Name<'a>> {
    let whole = *labels.names.get(area_ix)?;
    let shape = &spec.shapes[area_ix];
    let [width, height] = shape.bounds()?.size().map(|km| km * spec.camera.px_per_km);
    if width < labels.size_px || height < labels.size_px {
        return None;
    }
    let center = spec.px(shape.label_at);
    let ring = || shape.main_ring().into_iter().map(|at| spec.px(at)).collect();
    let halves = halves(whole);
    if spec.symbols.is_none() {
        let on = if shape.radius.is_some() { Below::Circle } else { Below::Area };
        return Some(Name { area_ix, whole, halves, ring: ring(), anchor: center, on, not_above: None });
    }
    // A name stands inside its circle if the circle is wide enough, else below it.
    let radius = spec.symbol_radius(area_ix);
    let reach = |text: &str, n_lines: f64| {
        (text_width(text, labels.size_px, false) / 2.0).hypot(n_lines * labels.size_px * LINE_EM / 2.0)
    };
    let in_two = halves.map(|[a, b]| reach(a, 2.0).max(reach(b, 2.0)));
    if reach(whole, 1.0).min(in_two.unwrap_or(f64::INFINITY)) <= radius {
        let ring = circle_ring(center, radius);
        return Some(Name { area_ix, whole, halves, ring, anchor: center, on: Below::Circle, not_above: None });
    }
    let floor = center[1] + radius;
    let anchor = [center[0], if 0.0 < radius { floor + labels.size_px * 0.75 } else { center[1] }];
    let not_above = (0.0 < radius).then_some(floor);
    Some(Name { area_ix, whole, halves: None, ring: ring(), anchor, on: Below::Surface, not_above })
}

/// The name broken at the space that makes the wider half the narrowest.
fn halves(name: &str) -> Option<[&str; 2]> {
    let wider = |[a, b]: &[&str; 2]| text_width(a, 1.0, false).max(text_width(b, 1.0, false));
    name.match_indices(' ')
        .map(|(at, space)| [&name[..at], &name[at + space.len()..]])
        .min_by(|a, b| wider(a).total_cmp(&wider(b)))
}

#[cfg(test)]
mod tests {
    use super::halves;

    #[test]
    fn names_break_where_the_halves_are_most_alike() {
        assert_eq!(halves("Đông Vệ"), Some(["Đông", "Vệ"]));
        assert_eq!(halves("An Hưng Thịnh"), Some(["An Hưng", "Thịnh"]));
        assert_eq!(halves("Huế"), None);
        assert_eq!(halves(""), None);
    }
}
