//! Areas on cells of a hexagon grid, how good that is, and how it is made better step by step.

use super::hexgrid::{Cell, around, center, steps};
use crate::geo::Point;
use crate::geo::shape::distance;

/// What it costs a pair of neighbours for each step that parts them, up to a limit.
const STEP_COST: f64 = 0.35;
/// Beyond so many steps between two neighbours it is no worse.
const MAX_STEPS: i32 = 4;
/// What it costs when a neighbour lies in the opposite direction; at a right angle half of it.
const TURN_COST: f64 = 1.4;
/// What it costs when an area lies one cell from its place, with the square of the distance.
const MOVE_COST: f64 = 0.05;
/// What an empty cell inside the figure or a piece of the figure lying apart costs.
const FLAW_COST: f64 = 4.0;
/// A change must be better by this much to count, so that rounding cannot make the search go in circles.
const LEAST_GAIN: f64 = 1e-9;

/// What a layout should keep of the real map. Lengths in pitches of the grid.
pub struct Wish {
    /// Where each area really lies.
    home: Vec<Point>,
    /// For each area its neighbours and the direction in which they lie, as a vector of length 1.
    neighbours: Vec<Vec<(usize, Point)>>,
}

impl Wish {
    /// From real places and neighbours.
    pub fn new(home: &[Point], neighbours: &[Vec<usize>]) -> Wish {
        let towards = |from: usize, to: usize| {
            let length = distance(home[from], home[to]).max(1e-9);
            [(home[to][0] - home[from][0]) / length, (home[to][1] - home[from][1]) / length]
        };
        let of_area = |area_ix: usize| {
            let others = neighbours.get(area_ix).into_iter().flatten().filter(|&&other| other < home.len());
            others.map(|&other| (other, towards(area_ix, other))).collect()
        };
        let neighbours = (0..home.len()).map(of_area).collect();
        Wish { home: home.to_vec(), neighbours }
    }
}

/// Areas on cells.
#[derive(Clone)]
pub struct Layout<'a> {
    wish: &'a Wish,
    /// Where the grid's origin lies on the real map.
    origin: Point,
    /// The cell of each area.
    cells: Vec<Cell>,
    /// The board that the figure may use: its first cell, its size, and who stands where.
    corner: Cell,
    size: [usize; 2],
    area_at: Vec<Option<usize>>,
}

impl<'a> Layout<'a> {
    /// Areas on given cells, all different; `origin` is where the grid's origin lies on the real map.
    pub fn new(wish: &'a Wish, origin: Point, cells: Vec<Cell>) -> Layout<'a> {
        // Two empty cells on each side leave room to grow.
        let margin = 2;
        let least = |axis: usize| cells.iter().map(|cell| cell[axis]).min().unwrap_or(0) - margin;
        let most = |axis: usize| cells.iter().map(|cell| cell[axis]).max().unwrap_or(0) + margin;
        let corner = [least(0), least(1)];
        let size = [(most(0) - corner[0] + 1) as usize, (most(1) - corner[1] + 1) as usize];
        let mut layout = Layout { wish, origin, cells, corner, size, area_at: vec![None; size[0] * size[1]] };
        for area_ix in 0..layout.cells.len() {
            layout.put(area_ix, layout.cells[area_ix]);
        }
        layout
    }

    /// The middles of the areas' cells, in pitches.
    pub fn centers(&self) -> Vec<Point> {
        self.cells.iter().map(|&cell| center(cell)).collect()
    }

    /// What the layout loses of the real map; less is better.
    pub fn cost(&self) -> f64 {
        let all: Vec<usize> = (0..self.cells.len()).collect();
        self.cost_of(&all) + self.flaws() as f64 * FLAW_COST
    }

    /// Makes changes that cost less until none does.
    ///
    /// First two areas change places; then the figure's rim moves, an area leaving it at one place and a row of others
    /// closing up from another; at last three areas change places in turn.
    pub fn improve(&mut self) {
        while self.improve_by_swaps() || self.improve_by_rows() || self.improve_by_turns() {}
    }

    fn improve_by_swaps(&mut self) -> bool {
        let mut improved = false;
        for a in 0..self.cells.len() {
            for b in 0..a {
                if steps(self.cells[a], self.cells[b]) <= MAX_STEPS {
                    let before = self.cost_of(&[a, b]);
                    self.swap(a, b);
                    if self.cost_of(&[a, b]) < before - LEAST_GAIN {
                        improved = true;
                    } else {
                        self.swap(a, b);
                    }
                }
            }
        }
        improved
    }

    fn improve_by_turns(&mut self) -> bool {
        let mut improved = false;
        for a in 0..self.cells.len() {
            for b in self.areas_within(a, 1) {
                for c in self.areas_within(b, 1) {
                    if c == a {
                        continue;
                    }
                    let before = self.cost_of(&[a, b, c]);
                    self.swap(a, b);
                    self.swap(a, c);
                    if self.cost_of(&[a, b, c]) < before - LEAST_GAIN {
                        improved = true;
                    } else {
                        self.swap(a, c);
                        self.swap(a, b);
                    }
                }
            }
        }
        improved
    }

    fn improve_by_rows(&mut self) -> bool {
        let mut improved = false;
        let rim: Vec<Cell> = self.empty_rim();
        for free in rim {
            if self.at(free).is_some() {
                continue;
            }
            let before_flaws = self.flaws();
            let ways = self.ways_from(free);
            for last in 0..self.cells.len() {
                let Some(row) = self.row_between(free, last, &ways) else { continue };
                let before = self.cost_of(&row) + before_flaws as f64 * FLAW_COST;
                let vacated = self.cells[last];
                self.shift(&row, free);
                // The flaws are counted only where the rest is good enough: that takes the longest.
                let after = self.cost_of(&row);
                if after < before - LEAST_GAIN && after + self.flaws() as f64 * FLAW_COST < before - LEAST_GAIN {
                    improved = true;
                    break;
                }
                let back: Vec<usize> = row.iter().rev().copied().collect();
                self.shift(&back, vacated);
            }
        }
        improved
    }

    /// Moves the first of a row of areas to a free cell, and each other one to the cell that the one before it left.
    fn shift(&mut self, row: &[usize], free: Cell) {
        let mut target = free;
        for &area_ix in row {
            let left = self.cells[area_ix];
            self.clear(left);
            self.put(area_ix, target);
            target = left;
        }
    }

    fn swap(&mut self, a: usize, b: usize) {
        let (cell_a, cell_b) = (self.cells[a], self.cells[b]);
        self.put(a, cell_b);
        self.put(b, cell_a);
    }

    /// For each area the one before it on the shortest way from a free cell through the figure, if there is a way;
    /// an area next to the free cell comes after itself.
    fn ways_from(&self, free: Cell) -> Vec<Option<usize>> {
        let mut before = vec![None; self.cells.len()];
        let mut open: Vec<usize> = around(free).into_iter().filter_map(|cell| self.at(cell)).collect();
        for &area_ix in &open {
            before[area_ix] = Some(area_ix);
        }
        let mut done = 0;
        while let Some(&area_ix) = open.get(done) {
            done += 1;
            for next in around(self.cells[area_ix]).into_iter().filter_map(|cell| self.at(cell)) {
                if before[next].is_none() {
                    before[next] = Some(area_ix);
                    open.push(next);
                }
            }
        }
        before
    }

    /// The areas on the shortest way from a free cell to an area, the one next to the free cell first.
    fn row_between(&self, free: Cell, last: usize, ways: &[Option<usize>]) -> Option<Vec<usize>> {
        let mut row = vec![last];
        let mut area_ix = last;
        while steps(self.cells[area_ix], free) > 1 || ways[area_ix] != Some(area_ix) {
            area_ix = ways[area_ix]?;
            row.push(area_ix);
        }
        row.reverse();
        Some(row)
    }

    /// What the areas of a set cost together with all their neighbours. Changes within the set change nothing else.
    fn cost_of(&self, area_ixs: &[usize]) -> f64 {
        let mut cost = 0.0;
        for (rank, &area_ix) in area_ixs.iter().enumerate() {
            let cell = self.cells[area_ix];
            let at = center(cell);
            let home = self.wish.home[area_ix];
            let (dx, dy) = (at[0] + self.origin[0] - home[0], at[1] + self.origin[1] - home[1]);
            cost += MOVE_COST * (dx * dx + dy * dy);
            for &(other, direction) in &self.wish.neighbours[area_ix] {
                // A pair inside the set counts once, with its first member.
                if area_ixs[..rank].contains(&other) {
                    continue;
                }
                let other_cell = self.cells[other];
                let other_at = center(other_cell);
                let (x, y) = (other_at[0] - at[0], other_at[1] - at[1]);
                let straightness = (x * direction[0] + y * direction[1]) / (x * x + y * y).sqrt().max(1e-9);
                let parted = steps(cell, other_cell).min(MAX_STEPS) - 1;
                cost += TURN_COST / 2.0 * (1.0 - straightness);
                cost += if parted == 0 { -1.0 } else { STEP_COST * f64::from(parted) };
            }
        }
        cost
    }

    /// Empty cells inside the figure, plus pieces of the figure beyond the first.
    fn flaws(&self) -> usize {
        let mut seen = vec![false; self.area_at.len()];
        let mut open = vec![0];
        // The board's corner is empty and so is its rim, so that the outside is one piece.
        let mut n_outside = 0;
        let mut n_pieces = 0;
        let mut start = 0;
        let mut is_filled = false;
        loop {
            for &ix in &open {
                seen[ix] = true;
            }
            while let Some(ix) = open.pop() {
                n_outside += usize::from(!is_filled);
                for near in self.board_around(ix).into_iter().flatten() {
                    if !seen[near] && self.area_at[near].is_some() == is_filled {
                        seen[near] = true;
                        open.push(near);
                    }
                }
            }
            is_filled = true;
            while start < seen.len() && (seen[start] || self.area_at[start].is_none()) {
                start += 1;
            }
            if start == seen.len() {
                break;
            }
            n_pieces += 1;
            open.push(start);
        }
        let n_empty = self.area_at.len() - self.cells.len();
        n_empty - n_outside + usize::saturating_sub(n_pieces, 1)
    }

    /// Empty cells next to the figure that do not touch the board's edge, in the order of the board.
    fn empty_rim(&self) -> Vec<Cell> {
        let is_rim = |ix: &usize| {
            let near = self.board_around(*ix);
            self.area_at[*ix].is_none()
                && near.iter().all(Option::is_some)
                && near.into_iter().flatten().any(|near| self.area_at[near].is_some())
        };
        (0..self.area_at.len()).filter(is_rim).map(|ix| self.cell_of(ix)).collect()
    }

    fn areas_within(&self, area_ix: usize, n_steps: i32) -> Vec<usize> {
        let cell = self.cells[area_ix];
        (0..self.cells.len()).filter(|&other| other != area_ix && steps(cell, self.cells[other]) <= n_steps).collect()
    }

    fn board_ix(&self, cell: Cell) -> Option<usize> {
        let column = usize::try_from(cell[0] - self.corner[0]).ok().filter(|&column| column < self.size[0])?;
        let row = usize::try_from(cell[1] - self.corner[1]).ok().filter(|&row| row < self.size[1])?;
        Some(row * self.size[0] + column)
    }

    fn cell_of(&self, board_ix: usize) -> Cell {
        [self.corner[0] + (board_ix % self.size[0]) as i32, self.corner[1] + (board_ix / self.size[0]) as i32]
    }

    fn board_around(&self, board_ix: usize) -> [Option<usize>; 6] {
        around(self.cell_of(board_ix)).map(|cell| self.board_ix(cell))
    }

    fn at(&self, cell: Cell) -> Option<usize> {
        self.board_ix(cell).and_then(|ix| self.area_at[ix])
    }

    fn put(&mut self, area_ix: usize, cell: Cell) {
        self.cells[area_ix] = cell;
        if let Some(ix) = self.board_ix(cell) {
            self.area_at[ix] = Some(area_ix);
        }
    }

    fn clear(&mut self, cell: Cell) {
        if let Some(ix) = self.board_ix(cell) {
            self.area_at[ix] = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    /// Areas in a square of cells in some order, each a neighbour of the next two by number.
    fn wish(n: usize) -> Wish {
        let home: Vec<Point> = (0..n).map(|ix| [(ix % 5) as f64, (ix / 5) as f64 * 0.9]).collect();
        let mut neighbours = vec![Vec::new(); n];
        for a in 0..n {
            for b in [a + 1, a + 5].into_iter().filter(|&b| b < n) {
                neighbours[a].push(b);
                neighbours[b].push(a);
            }
        }
        Wish::new(&home, &neighbours)
    }

    #[test]
    fn holes_and_pieces_are_flaws() {
        let ring: Vec<Cell> = around([0, 0]).into_iter().collect();
        let wish = wish(6);
        assert_eq!(Layout::new(&wish, [0.0, 0.0], ring.clone()).flaws(), 1);
        let mut apart = ring;
        apart[0] = [9, 9];
        assert_eq!(Layout::new(&wish, [0.0, 0.0], apart).flaws(), 1);
        assert_eq!(Layout::new(&wish, [0.0, 0.0], (0..6).map(|k| [k, 0]).collect()).flaws(), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn a_part_changes_by_what_the_whole_changes_by(
            order in Just((0..20).collect::<Vec<i32>>()).prop_shuffle(),
            a in 0..20usize,
            b in 0..20usize,
        ) {
            let wish = wish(20);
            let mut layout = Layout::new(&wish, [0.0, 0.0], order.iter().map(|k| [k % 5, k / 5]).collect());
            let part: Vec<usize> = BTreeSet::from([a, b]).into_iter().collect();
            let before = (layout.cost(), layout.cost_of(&part));
            layout.swap(a, b);
            let after = (layout.cost(), layout.cost_of(&part));
            prop_assert!(((after.0 - before.0) - (after.1 - before.1)).abs() < 1e-9);
        }

        #[test]
        fn improving_costs_less_and_loses_nobody(order in Just((0..20).collect::<Vec<i32>>()).prop_shuffle()) {
            let wish = wish(20);
            let mut layout = Layout::new(&wish, [0.0, 0.0], order.iter().map(|k| [k % 5, k / 5]).collect());
            let before = layout.cost();
            layout.improve();
            prop_assert!(layout.cost() <= before);
            prop_assert_eq!(layout.cells.iter().collect::<BTreeSet<_>>().len(), 20);
            prop_assert!((0..20).all(|ix| layout.at(layout.cells[ix]) == Some(ix)));
            prop_assert_eq!(layout.area_at.iter().flatten().count(), 20);
            prop_assert_eq!(layout.flaws(), 0);
        }
    }
}
