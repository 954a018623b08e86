//! Everything about a data set's borders that does not change while a person works, prepared once.

use std::sync::OnceLock;

use super::shape::distance;
use super::{AreaShape, Bounds, Point, Projection, Tiles};
use crate::data::{Area, DataSet, LonLat};
use crate::order;

/// The borders of a data set on the map's plane.
#[derive(Debug, Clone, PartialEq)]
pub struct Geometry {
    /// How longitudes and latitudes became kilometres.
    pub projection: Projection,
    /// Outlines, in the order of [`DataSet::areas`].
    pub areas: Vec<AreaShape>,
    /// The smallest box around all outlines.
    pub bounds: Bounds,
    /// For each area, those that share a border of positive length with it, the longest border first.
    pub neighbours: Vec<Vec<usize>>,
    /// Surface inside each outline, as drawn; generalised borders make it differ from the stated natural area.
    pub outline_km2: Vec<f64>,
    /// Each border line once.
    pub border_lines: Vec<BorderLine>,
    /// Found when first asked for, so that the first map does not wait for it.
    tiles: OnceLock<Tiles>,
}

/// A border line between two areas, or between an area and the world outside.
#[derive(Debug, Clone, PartialEq)]
pub struct BorderLine {
    /// The line's points, kilometres.
    pub points: Vec<Point>,
    /// The area on one side.
    pub area_ix: usize,
    /// The area on the other side; `None` where the line is the city limit.
    pub other_ix: Option<usize>,
}

impl Geometry {
    /// Projects and indexes the borders of a data set.
    pub fn new(data: &DataSet) -> Geometry {
        let projection = projection_for(data);
        let arcs: Vec<Vec<Point>> =
            data.arcs.iter().map(|arc| arc.iter().map(|&at| projection.to_plane(at)).collect()).collect();
        let areas: Vec<AreaShape> = data.areas.iter().map(|area| outline(area, &arcs, &projection)).collect();
        let bounds = Bounds::of_shapes(&areas).unwrap_or(Bounds::at([0.0, 0.0]));
        let outline_km2: Vec<f64> = areas.iter().map(AreaShape::area_km2).collect();
        let border_lines = border_lines(data, &arcs);
        let neighbours = neighbours(areas.len(), &border_lines);
        Geometry { projection, areas, bounds, neighbours, outline_km2, border_lines, tiles: OnceLock::new() }
    }

    /// The tile layout. Takes some milliseconds the first time, nothing after.
    pub fn tiles(&self) -> &Tiles {
        self.tiles.get_or_init(|| Tiles::assign(&self.areas, &self.neighbours))
    }
}

impl BorderLine {
    /// Length, kilometres.
    pub fn length_km(&self) -> f64 {
        self.points.windows(2).map(|pair| distance(pair[0], pair[1])).sum()
    }
}

/// The projection centred on a data set's borders.
fn projection_for(data: &DataSet) -> Projection {
    let points = || data.arcs.iter().flatten().copied().chain(data.areas.iter().map(|area| area.label_at));
    let around = |points: &mut dyn Iterator<Item = LonLat>| Bounds::of_points(points);
    // Where the data lies on both sides of the 180th meridian it is narrower with longitudes that go on beyond 180.
    let beyond_180 = |[lon, lat]: LonLat| [if lon < 0.0 { lon + 360.0 } else { lon }, lat];
    let straight = around(&mut points()).unwrap_or(Bounds::at([0.0, 0.0]));
    let shifted = around(&mut points().map(beyond_180)).unwrap_or(straight);
    let narrower = if shifted.size()[0] < straight.size()[0] { shifted } else { straight };
    Projection::for_bounds(narrower.min, narrower.max)
}

/// Joins an area's arcs to rings. Arcs that the data set does not hold are left out; the reader refuses such data.
fn outline(area: &Area, arcs: &[Vec<Point>], projection: &Projection) -> AreaShape {
    let ring = |arc_refs: &Vec<i32>| {
        let mut ring: Vec<Point> = Vec::new();
        for &arc_ref in arc_refs {
            let arc = arcs.get(arc_ix(arc_ref)).map_or(&[][..], Vec::as_slice);
            if arc_ref < 0 {
                ring.extend(arc.iter().rev());
            } else {
                ring.extend(arc);
            }
        }
        // Each arc begins where the one before ended, and the last one ends where the first began.
        ring.dedup();
        if ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        ring
    };
    let polygons = area.polygons.iter().map(|rings| rings.iter().map(ring).collect()).collect();
    AreaShape { polygons, label_at: projection.to_plane(area.label_at), radius: None }
}

/// Index of the arc that a ring's entry means, in whichever direction.
fn arc_ix(arc_ref: i32) -> usize {
    (if arc_ref < 0 { !arc_ref } else { arc_ref }) as usize
}

/// Each arc that an area uses, with the areas that use it, in the order of arcs.
fn border_lines(data: &DataSet, arcs: &[Vec<Point>]) -> Vec<BorderLine> {
    let mut sides: Vec<[Option<usize>; 2]> = vec![[None, None]; arcs.len()];
    for (area_ix, area) in data.areas.iter().enumerate() {
        for &arc_ref in area.polygons.iter().flatten().flatten() {
            match sides.get_mut(arc_ix(arc_ref)) {
                Some([side @ None, _]) => *side = Some(area_ix),
                Some([Some(first), side @ None]) if *first != area_ix => *side = Some(area_ix),
                _ => {}
            }
        }
    }
    let line = |(arc, [first, second]): (&Vec<Point>, [Option<usize>; 2])| {
        Some(BorderLine { points: arc.clone(), area_ix: first?, other_ix: second })
    };
    arcs.iter().zip(sides).filter_map(line).collect()
}

/// Who borders on whom, the longest common border first, then in the order of areas.
fn neighbours(n_areas: usize, border_lines: &[BorderLine]) -> Vec<Vec<usize>> {
    let mut shared: Vec<Vec<(usize, f64)>> = vec![Vec::new(); n_areas];
    for line in border_lines {
        let Some(other_ix) = line.other_ix else { continue };
        let length_km = line.length_km();
        if length_km > 0.0 {
            for (a, b) in [(line.area_ix, other_ix), (other_ix, line.area_ix)] {
                match shared[a].iter_mut().find(|(area_ix, _)| *area_ix == b) {
                    Some((_, sum_km)) => *sum_km += length_km,
                    None => shared[a].push((b, length_km)),
                }
            }
        }
    }
    let sorted = |mut of_area: Vec<(usize, f64)>| {
        order::sort_by(&mut of_area, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        of_area.into_iter().map(|(area_ix, _)| area_ix).collect()
    };
    shared.into_iter().map(sorted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::fixtures::{SQUARE_KM, grid};
    use crate::geo::{HitIndex, hit};

    #[test]
    fn neighbours_share_a_border_and_not_just_a_corner() {
        let geometry = Geometry::new(&grid(3, 2));
        assert_eq!(geometry.neighbours[0].iter().copied().collect::<std::collections::BTreeSet<_>>(), [1, 3].into());
        assert_eq!(geometry.neighbours[4].len(), 3);
        for (area_ix, of_area) in geometry.neighbours.iter().enumerate() {
            assert!(of_area.iter().all(|&other| geometry.neighbours[other].contains(&area_ix)));
        }
    }

    #[test]
    fn each_line_stands_once_and_the_limit_has_one_side() {
        let geometry = Geometry::new(&grid(3, 2));
        assert_eq!(geometry.border_lines.len(), 17);
        assert_eq!(geometry.border_lines.iter().filter(|line| line.other_ix.is_none()).count(), 10);
    }

    #[test]
    fn outlines_keep_their_surface_and_hold_their_label_point() {
        let geometry = Geometry::new(&grid(4, 3));
        let index = HitIndex::new(&geometry.areas);
        for (area_ix, shape) in geometry.areas.iter().enumerate() {
            assert_eq!(shape.polygons[0][0].len(), 4);
            assert!((geometry.outline_km2[area_ix] / (SQUARE_KM * SQUARE_KM) - 1.0).abs() < 0.01);
            assert_eq!(hit(&geometry.areas, &index, shape.label_at), Some(area_ix));
        }
    }

    #[test]
    fn data_across_the_180th_meridian_stays_in_one_piece() {
        let mut data = grid(4, 3);
        for point in data.arcs.iter_mut().flatten().chain(data.areas.iter_mut().map(|area| &mut area.label_at)) {
            point[0] = (point[0] - 100.0 + 180.0 + 180.0 - 0.02).rem_euclid(360.0) - 180.0;
        }
        assert!(data.arcs.iter().flatten().any(|at| at[0] < 0.0) && data.arcs.iter().flatten().any(|at| at[0] > 0.0));
        assert!(Geometry::new(&data).bounds.size()[0] < 5.0 * SQUARE_KM);
    }

    #[test]
    fn a_data_set_without_areas_has_an_empty_geometry() {
        let geometry = Geometry::new(&grid(0, 0));
        assert!(geometry.areas.is_empty() && geometry.border_lines.is_empty());
        assert_eq!(geometry.bounds.size(), [0.0, 0.0]);
    }
}
