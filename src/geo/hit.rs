//! Which area lies under a pointer or in a box.

use super::{AreaShape, Bounds, Point};

/// The area at a point. Where several overlap (circles), the smallest one, which is drawn on top; of equal ones the
/// later.
pub fn hit(shapes: &[AreaShape], index: &HitIndex, at: Point) -> Option<usize> {
    let found = index.near(at).iter().map(|&area_ix| area_ix as usize);
    let found = found.filter(|&area_ix| shapes.get(area_ix).is_some_and(|shape| shape.contains(at)));
    let size = |area_ix: usize| shapes[area_ix].radius.unwrap_or(f64::INFINITY);
    found.min_by(|&a, &b| size(a).total_cmp(&size(b)).then(b.cmp(&a)))
}

/// Areas whose label point lies in the box with two opposite corners `a` and `b`, in ascending order.
pub fn in_box(shapes: &[AreaShape], a: Point, b: Point) -> Vec<usize> {
    let bounds = Bounds::at(a).union(&Bounds::at(b));
    (0..shapes.len()).filter(|&area_ix| bounds.contains(shapes[area_ix].label_at)).collect()
}

/// A grid over the map: which areas' bounding boxes touch which cell.
///
/// Built for one layout; moving the camera does not change it. With about as many cells as areas a lookup tests a
/// handful of areas even where a country has thousands.
#[derive(Debug, Clone, PartialEq)]
pub struct HitIndex {
    bounds: Bounds,
    n_columns: usize,
    n_rows: usize,
    /// `entries[starts[cell]..starts[cell + 1]]` are the areas of a cell.
    starts: Vec<u32>,
    entries: Vec<u32>,
}

impl HitIndex {
    /// Indexes the shapes of one layout.
    pub fn new(shapes: &[AreaShape]) -> HitIndex {
        let bounds = Bounds::of_shapes(shapes).unwrap_or(Bounds::at([0.0, 0.0]));
        let per_axis = (shapes.len() as f64).sqrt().ceil().clamp(1.0, 512.0) as usize;
        let mut index =
            HitIndex { bounds, n_columns: per_axis, n_rows: per_axis, starts: Vec::new(), entries: Vec::new() };
        let mut cells_of_areas = Vec::with_capacity(shapes.len());
        for (area_ix, shape) in shapes.iter().enumerate() {
            if let Some(shape_bounds) = shape.bounds() {
                let (first, last) = (index.cell_at(shape_bounds.min), index.cell_at(shape_bounds.max));
                cells_of_areas.push((area_ix as u32, first, last));
            }
        }
        // Counting sort by cell: first the sizes, then the entries at their places.
        let mut starts = vec![0u32; index.n_columns * index.n_rows + 1];
        let each_cell = |visit: &mut dyn FnMut(usize, u32)| {
            for &(area_ix, first, last) in &cells_of_areas {
                for row in first[1]..=last[1] {
                    for column in first[0]..=last[0] {
                        visit(row * per_axis + column, area_ix);
                    }
                }
            }
        };
        each_cell(&mut |cell, _| starts[cell + 1] += 1);
        for cell in 1..starts.len() {
            starts[cell] += starts[cell - 1];
        }
        let mut ends = starts.clone();
        let mut entries = vec![0u32; starts.last().copied().unwrap_or(0) as usize];
        each_cell(&mut |cell, area_ix| {
            entries[ends[cell] as usize] = area_ix;
            ends[cell] += 1;
        });
        index.starts = starts;
        index.entries = entries;
        index
    }

    /// Areas whose box touches the cell of a point.
    fn near(&self, at: Point) -> &[u32] {
        if !self.bounds.contains(at) {
            return &[];
        }
        let [column, row] = self.cell_at(at);
        let cell = row * self.n_columns + column;
        &self.entries[self.starts[cell] as usize..self.starts[cell + 1] as usize]
    }

    /// Column and row of a point inside the bounds.
    fn cell_at(&self, at: Point) -> [usize; 2] {
        let [width, height] = self.bounds.size();
        let cell = |offset: f64, size: f64, n: usize| {
            // The cast takes what is not a number to zero and what is too large to the greatest number.
            if size > 0.0 { ((offset / size * n as f64) as usize).min(n - 1) } else { 0 }
        };
        [cell(at[0] - self.bounds.min[0], width, self.n_columns), cell(at[1] - self.bounds.min[1], height, self.n_rows)]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn square(x: f64, y: f64, side: f64) -> AreaShape {
        let ring = vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side]];
        AreaShape { polygons: vec![vec![ring]], label_at: [x + side / 2.0, y + side / 2.0], radius: None }
    }

    #[test]
    fn the_smaller_circle_lies_on_top() {
        let shapes = [AreaShape::circle([0.0, 0.0], 1.0), AreaShape::circle([0.5, 0.0], 3.0)];
        let index = HitIndex::new(&shapes);
        assert_eq!(hit(&shapes, &index, [0.2, 0.2]), Some(0));
        assert_eq!(hit(&shapes, &index, [2.0, 0.0]), Some(1));
        assert_eq!(hit(&shapes, &index, [9.0, 0.0]), None);
    }

    #[test]
    fn nothing_is_hit_on_an_empty_map_or_at_no_place() {
        assert_eq!(hit(&[], &HitIndex::new(&[]), [0.0, 0.0]), None);
        let shapes = [square(0.0, 0.0, 1.0)];
        assert_eq!(hit(&shapes, &HitIndex::new(&shapes), [f64::NAN, 0.5]), None);
    }

    #[test]
    fn a_box_takes_areas_by_their_label_point_whichever_corner_comes_first() {
        let shapes = [square(0.0, 0.0, 1.0), square(1.0, 0.0, 1.0), square(5.0, 5.0, 1.0)];
        assert_eq!(in_box(&shapes, [2.0, 1.0], [0.0, 0.0]), [0, 1]);
        assert_eq!(in_box(&shapes, [5.4, 6.0], [5.6, 5.0]), [2]);
        assert!(in_box(&shapes, [0.0, 0.0], [0.1, 0.1]).is_empty());
    }

    proptest! {
        #[test]
        fn the_index_finds_what_a_search_of_all_finds(
            circles in proptest::collection::vec((-9.0..9.0f64, -9.0..9.0f64, 0.0..4.0f64), 1..60),
            x in -14.0..14.0f64,
            y in -14.0..14.0f64,
        ) {
            let shapes: Vec<AreaShape> = circles.iter().map(|&(x, y, r)| AreaShape::circle([x, y], r)).collect();
            let all = (0..shapes.len()).filter(|&ix| shapes[ix].contains([x, y]));
            let expected = all.min_by(|&a, &b| shapes[a].radius.partial_cmp(&shapes[b].radius).unwrap().then(b.cmp(&a)));
            prop_assert_eq!(hit(&shapes, &HitIndex::new(&shapes), [x, y]), expected);
        }
    }
}
