//! The crowded part of a map: areas so small beside the others that their names do not fit when all of the map is shown.

use super::{AreaShape, Bounds};
use crate::order;

/// The box around the largest group of neighbouring areas that are smaller than a third of the median area.
///
/// `None` where no such group has three areas, or where its box is most of the map, so that going there would show little
/// more. `areas_km2` and `neighbours` in the order of `shapes`.
pub fn crowded(shapes: &[AreaShape], areas_km2: &[f64], neighbours: &[Vec<usize>]) -> Option<Bounds> {
    const PART_OF_MEDIAN: f64 = 1.0 / 3.0;
    const FEWEST: usize = 3;
    const MOST_OF_MAP: f64 = 0.6;
    let mut by_size = areas_km2.to_vec();
    order::sort_numbers(&mut by_size);
    let limit_km2 = by_size.get(by_size.len() / 2)? * PART_OF_MEDIAN;
    let is_small = |area_ix: usize| areas_km2[area_ix] < limit_km2;
    let mut is_seen = vec![false; shapes.len()];
    let mut largest: Vec<usize> = Vec::new();
    for start in 0..shapes.len() {
        if is_seen[start] || !is_small(start) {
            continue;
        }
        is_seen[start] = true;
        let mut group = vec![start];
        let mut next = 0;
        while let Some(&area_ix) = group.get(next) {
            next += 1;
            for &other in &neighbours[area_ix] {
                if !is_seen[other] && is_small(other) {
                    is_seen[other] = true;
                    group.push(other);
                }
            }
        }
        if largest.len() < group.len() {
            largest = group;
        }
    }
    if largest.len() < FEWEST {
        return None;
    }
    let boxes = largest.iter().filter_map(|&area_ix| shapes[area_ix].bounds());
    let bounds = boxes.reduce(|all, one| all.union(&one))?;
    let all = Bounds::of_shapes(shapes)?;
    let is_part = bounds.size()[0] < MOST_OF_MAP * all.size()[0] && bounds.size()[1] < MOST_OF_MAP * all.size()[1];
    is_part.then_some(bounds)
}

#[cfg(test)]
mod tests {
    use super::crowded;
    use crate::data::{built_in, read};
    use crate::geo::{AreaShape, Geometry};

    #[test]
    fn the_centre_of_thanh_hoa_is_its_dense_wards() {
        let data = read(built_in()).unwrap();
        let geometry = Geometry::new(&data);
        let bounds = crowded(&geometry.areas, &geometry.outline_km2, &geometry.neighbours).unwrap();
        let inside: Vec<&str> = data
            .areas
            .iter()
            .zip(&geometry.areas)
            .filter(|(_, shape)| bounds.contains(shape.label_at))
            .map(|(area, _)| area.name.as_str())
            .collect();
        for name in ["Ba Đình", "Điện Biên", "Lam Sơn", "Ngọc Trạo", "Trường Thi", "Tân Sơn"] {
            assert!(inside.contains(&name), "{name} is not in {inside:?}");
        }
        assert!(inside.len() <= 12, "{inside:?}");
    }

    #[test]
    fn areas_of_like_size_have_no_crowded_part() {
        let row = |n: usize| (0..n).map(|ix| AreaShape::circle([ix as f64, 0.0], 0.5)).collect::<Vec<_>>();
        let neighbours = |n: usize| (0..n).map(|ix| if ix == 0 { vec![] } else { vec![ix - 1] }).collect::<Vec<_>>();
        assert_eq!(crowded(&row(9), &[1.0; 9], &neighbours(9)), None);
        assert_eq!(crowded(&[], &[], &[]), None);
        let mut km2 = [1.0; 9];
        km2[4..6].fill(0.1);
        assert_eq!(crowded(&row(9), &km2, &neighbours(9)), None, "two areas are no group");
    }
}
