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

/// A name in one line and, if it has several words, in two.
struct Name<'a> {
    area_ix: usize,
    whole: &'a str,
    halves: Option<[&'a str; 2]>,
    ring: Vec<Px>,
    anchor: Px,
    /// What the text lies on.
    ground: AreaFill,
    /// Whether the text stands inside a circle.
    in_circle: bool,
    /// Lower edge of the circle that the text must not cover.
    not_above: Option<f64>,
}

pub(super) fn add_labels(scene: &mut Scene, spec: &MapSpec, labels: &MapLabels, in_sight: &[usize]) {
    let mut names: Vec<Name> = in_sight.iter().filter_map(|&area_ix| name(spec, labels, area_ix)).collect();
    // A stable sort keeps the areas' order within each group, so that panning does not make names jump.
    order::sort_by_key(&mut names, |name| {
        let important = labels.important.get(name.area_ix) == Some(&true);
        (!important, spec.look(name.area_ix) == AreaFill::Ground)
    });
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
    for (name, placed) in names.iter().zip(place(&boxes)) {
        let Some(placed) = placed else { continue };
        let [x, y] = placed.center;
        // The text's box has free space above its letters.
        if name.not_above.is_some_and(|floor| y < floor + labels.size_px * 0.45) {
            continue;
        }
        match (placed.lines, name.halves) {
            (Lines::Two, Some([upper, lower])) => {
                let half = labels.size_px * LINE_EM / 2.0;
                scene.labels.push(label(spec, labels, name, [x, y - half], upper));
                scene.labels.push(label(spec, labels, name, [x, y + half], lower));
            }
            _ => scene.labels.push(label(spec, labels, name, [x, y], name.whole)),
        }
    }
    // They do not touch, so their order does not show; in the areas' own order few change when filters do.
    order::sort_by_key(&mut scene.labels, |label| label.key);
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
        let ground = spec.look(area_ix);
        return Some(Name {
            area_ix,
            whole,
            halves,
            ring: ring(),
            anchor: center,
            ground,
            in_circle: shape.radius.is_some(),
            not_above: None,
        });
    }
    // A name stands inside its circle if the circle is wide enough, else below it.
    let radius = spec.symbol_radius(area_ix);
    let reach = |text: &str, n_lines: f64| {
        (text_width(text, labels.size_px, false) / 2.0).hypot(n_lines * labels.size_px * LINE_EM / 2.0)
    };
    let in_two = halves.map(|[a, b]| reach(a, 2.0).max(reach(b, 2.0)));
    if reach(whole, 1.0).min(in_two.unwrap_or(f64::INFINITY)) <= radius {
        let ring = circle_ring(center, radius);
        let ground = spec.look(area_ix);
        return Some(Name { area_ix, whole, halves, ring, anchor: center, ground, in_circle: true, not_above: None });
    }
    let floor = center[1] + radius;
    let anchor = [center[0], if 0.0 < radius { floor + labels.size_px * 0.75 } else { center[1] }];
    let not_above = (0.0 < radius).then_some(floor);
    Some(Name {
        area_ix,
        whole,
        halves: None,
        ring: ring(),
        anchor,
        ground: spec.surface(area_ix),
        in_circle: false,
        not_above,
    })
}

/// Text that is read on its ground, with a halo in that colour for where hatching or a border runs below.
fn label(spec: &MapSpec, labels: &MapLabels, name: &Name, at: Px, text: &str) -> Label {
    let ground = name.ground.fill(spec.theme);
    let left_out = spec.look(name.area_ix) == AreaFill::Ground;
    let color = if left_out { spec.theme.muted } else { spec.theme.text_on(ground) };
    let label = Label::new(at, Anchor::Middle, labels.size_px, color, text).keyed(name.area_ix);
    // In a circle no border runs under the text, and a halo would bulge out of it.
    if name.in_circle && name.ground.hatch(spec.theme).is_none() { label } else { label.haloed(ground) }
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
