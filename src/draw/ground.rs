//! Where the shapes and names of a map come to lie on the drawing: what follows from layout and camera, and not from
//! figures' colours and filters. Each move of a filter draws the map anew, but on the same ground.

use super::map::MapSpec;
use super::map_labels::{PlacedName, place_names};
use super::scene::{Px, Shared};
use crate::geo::AreaShape;

/// A map's shapes on the drawing, for one size, camera, layout and size of symbols.
#[derive(Debug, PartialEq)]
pub struct MapGround {
    /// By area; `None`: out of sight.
    pub(super) areas: Vec<Option<AreaGround>>,
    /// By border line; `None`: out of sight. Empty where borders are not drawn.
    pub(super) borders: Vec<Option<Shared<Vec<Px>>>>,
    /// The names that fit, by area.
    pub(super) names: Vec<PlacedName>,
}

/// An area in sight.
#[derive(Debug, PartialEq)]
pub(super) struct AreaGround {
    /// Where its label or symbol goes.
    pub(super) center: Px,
    /// Its polygons; empty where it is a circle.
    pub(super) polygons: Vec<Shared<Vec<Vec<Px>>>>,
    /// Its radius in pixels, where it is a circle.
    pub(super) radius: Option<f64>,
}

impl MapGround {
    /// The ground of a map; its fills and filters are not looked at.
    pub fn of(spec: &MapSpec) -> MapGround {
        let areas: Vec<Option<AreaGround>> =
            spec.shapes.iter().map(|shape| in_sight(spec, shape).then(|| area(spec, shape))).collect();
        let borders = spec.borders.unwrap_or_default().iter().map(|border| {
            let points: Vec<Px> = border.points.iter().map(|&at| spec.px(at)).collect();
            line_in_sight(&points, spec.size_px).then(|| points.into())
        });
        let borders = borders.collect();
        let in_sight = (0..areas.len()).filter(|&area_ix| areas[area_ix].is_some());
        let names = spec.labels.map(|labels| place_names(spec, &labels, in_sight)).unwrap_or_default();
        MapGround { areas, borders, names }
    }

    /// The areas in sight.
    pub(super) fn in_sight(&self) -> impl Iterator<Item = (usize, &AreaGround)> {
        self.areas.iter().enumerate().filter_map(|(area_ix, area)| Some((area_ix, area.as_ref()?)))
    }
}

fn area(spec: &MapSpec, shape: &AreaShape) -> AreaGround {
    let rings = |polygon: &[Vec<[f64; 2]>]| -> Vec<Vec<Px>> {
        polygon.iter().map(|ring| ring.iter().map(|&at| spec.px(at)).collect()).collect()
    };
    AreaGround {
        center: spec.px(shape.label_at),
        polygons: shape.polygons.iter().map(|polygon| rings(polygon).into()).collect(),
        radius: shape.radius.map(|radius_km| radius_km * spec.camera.px_per_km),
    }
}

/// Whether anything of a box on the plane is in sight.
fn in_sight(spec: &MapSpec, shape: &AreaShape) -> bool {
    let Some(bounds) = shape.bounds() else { return false };
    let (min, max) = (spec.px(bounds.min), spec.px(bounds.max));
    (0..2).all(|axis| 0.0 <= max[axis] + 2.0 && min[axis] - 2.0 <= spec.size_px[axis])
}

fn line_in_sight(points: &[Px], size_px: [f64; 2]) -> bool {
    (0..2)
        .all(|axis| points.iter().any(|at| -2.0 <= at[axis]) && points.iter().any(|at| at[axis] <= size_px[axis] + 2.0))
}
