//! A grid of pointy-top hexagons whose centres lie 1 apart.

use crate::geo::Point;

/// A hexagon: its place in the row and its row (axial coordinates); each row begins half a place further east.
pub type Cell = [i32; 2];

/// Distance between two rows.
pub const ROW_PITCH: f64 = 0.866_025_403_784_438_6;
/// From a hexagon's centre to its corners.
pub const RADIUS: f64 = 0.577_350_269_189_625_8;
/// Surface of a hexagon.
pub const SURFACE: f64 = ROW_PITCH;

/// Steps to the six neighbours, clockwise from the east.
const STEPS: [Cell; 6] = [[1, 0], [0, 1], [-1, 1], [-1, 0], [0, -1], [1, -1]];

/// The middle of a cell; y to the south.
pub fn center(cell: Cell) -> Point {
    [f64::from(cell[0]) + f64::from(cell[1]) / 2.0, f64::from(cell[1]) * ROW_PITCH]
}

/// The six cells around one.
pub fn around(cell: Cell) -> [Cell; 6] {
    STEPS.map(|step| [cell[0] + step[0], cell[1] + step[1]])
}

/// How many steps it takes from one cell to another.
pub fn steps(a: Cell, b: Cell) -> i32 {
    let (along, down) = (b[0] - a[0], b[1] - a[1]);
    (along.abs() + down.abs() + (along + down).abs()) / 2
}

/// The cell that a point lies in.
pub fn cell_at(at: Point) -> Cell {
    let down = at[1] / ROW_PITCH;
    let along = at[0] - down / 2.0;
    // Of the three coordinates that add to zero the one rounded furthest follows from the other two.
    let third = -along - down;
    let rounded = [along.round(), down.round(), third.round()];
    let [off_along, off_down, off_third] =
        [(rounded[0] - along).abs(), (rounded[1] - down).abs(), (rounded[2] - third).abs()];
    if off_along > off_down && off_along > off_third {
        [(-rounded[1] - rounded[2]) as i32, rounded[1] as i32]
    } else if off_down > off_third {
        [rounded[0] as i32, (-rounded[0] - rounded[2]) as i32]
    } else {
        [rounded[0] as i32, rounded[1] as i32]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::geo::shape::distance;

    #[test]
    fn neighbours_are_one_step_and_one_pitch_away() {
        for cell in around([3, -2]) {
            assert_eq!(steps(cell, [3, -2]), 1);
            assert!((distance(center(cell), center([3, -2])) - 1.0).abs() < 1e-12);
        }
    }

    proptest! {
        #[test]
        fn a_point_lies_in_the_cell_with_the_nearest_centre(x in -20.0..20.0f64, y in -20.0..20.0f64) {
            let cell = cell_at([x, y]);
            let own = distance(center(cell), [x, y]);
            prop_assert!(own <= RADIUS + 1e-9);
            prop_assert!(around(cell).into_iter().all(|other| distance(center(other), [x, y]) >= own - 1e-9));
        }
    }
}
