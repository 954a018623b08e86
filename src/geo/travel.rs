//! Arrow keys on the map: which area comes next in a direction.
//!
//! The rule alone (the nearest area within a cone) can leave an area that no arrow leads to. [`Travel`] looks for such
//! areas and leads an arrow to each of them, so that a person without a mouse can reach the whole map.

use super::Point;
use super::shape::distance;
use crate::order;

/// An arrow key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// To the west.
    Left,
    /// To the east.
    Right,
    /// To the north.
    Up,
    /// To the south.
    Down,
}

impl Direction {
    /// All four.
    pub const ALL: [Direction; 4] = [Direction::Left, Direction::Right, Direction::Up, Direction::Down];

    /// How far `to` lies from `from` along the direction, and how far aside.
    fn split(self, from: Point, to: Point) -> (f64, f64) {
        let [east, south] = [to[0] - from[0], to[1] - from[1]];
        match self {
            Direction::Left => (-east, south.abs()),
            Direction::Right => (east, south.abs()),
            Direction::Up => (-south, east.abs()),
            Direction::Down => (south, east.abs()),
        }
    }
}

/// An area further aside than this many times its way along the direction is not in the direction (60°).
const CONE: f64 = 1.732;
/// Where the cone is empty, this wider one counts (77°), so that few arrows lead nowhere.
const WIDE_CONE: f64 = 4.331;
/// What a kilometre aside costs, in kilometres along.
const ASIDE_COST: f64 = 2.0;
/// With more areas than this no arrows are mended; it would take too long, and there a person searches by name.
const MAX_MENDED: usize = 400;

/// The area where keyboard focus starts: the one furthest to the north-west. `None` for a map without areas.
pub fn first(centers: &[Point]) -> Option<usize> {
    let reach = |ix: usize| centers[ix][0] + centers[ix][1];
    (0..centers.len()).min_by(|&a, &b| reach(a).total_cmp(&reach(b)).then(a.cmp(&b)))
}

/// The next area from one of them in a direction; `None` at the map's rim or when `from` is no area.
///
/// For one key press; whoever asks more often keeps a [`Travel`].
pub fn next(centers: &[Point], from: usize, direction: Direction) -> Option<usize> {
    Travel::new(centers).next(from, direction)
}

/// The arrows of a layout. With up to 400 areas each can be reached from each; with more the rule alone decides.
#[derive(Debug, Clone, PartialEq)]
pub struct Travel {
    centers: Vec<Point>,
    /// For each area the next one to the left, right, up and down; empty where the rule alone decides.
    arrows: Vec<[Option<usize>; 4]>,
}

impl Travel {
    /// Arrows between areas by their centres or label points.
    pub fn new(centers: &[Point]) -> Travel {
        let mut travel = Travel { centers: centers.to_vec(), arrows: Vec::new() };
        if centers.len() <= MAX_MENDED {
            let arrows_from = |from: usize| Direction::ALL.map(|direction| nearest(centers, from, direction));
            travel.arrows = (0..centers.len()).map(arrows_from).collect();
            travel.mend(centers);
        }
        travel
    }

    /// The next area from one of them in a direction, if there is one.
    pub fn next(&self, from: usize, direction: Direction) -> Option<usize> {
        if self.arrows.is_empty() {
            return nearest(&self.centers, from, direction);
        }
        self.arrows.get(from)?[direction as usize]
    }

    /// Leads arrows to areas that none reaches.
    fn mend(&mut self, centers: &[Point]) {
        let Some(start) = first(centers) else { return };
        while let Some(lost_ix) = self.reached_from(start).iter().position(|reached| !reached) {
            if !self.lead_to(lost_ix, start, centers) {
                break;
            }
        }
        if !self.is_connected(start) {
            self.follow_reading_order(centers);
        }
    }

    /// Turns one arrow of a reached area to a lost one, the least odd arrow that loses no other area.
    fn lead_to(&mut self, lost_ix: usize, start: usize, centers: &[Point]) -> bool {
        let reached = self.reached_from(start);
        let n_reached = reached.iter().filter(|reached| **reached).count();
        let mut options: Vec<(f64, usize, Direction)> = Vec::new();
        for from in (0..centers.len()).filter(|&from| reached[from]) {
            for direction in Direction::ALL {
                if let Some(cost) = cost(centers[from], centers[lost_ix], direction, WIDE_CONE) {
                    options.push((cost, from, direction));
                }
            }
        }
        order::sort_by(&mut options, |a, b| a.0.total_cmp(&b.0));
        for (_, from, direction) in options {
            let before = self.arrows[from][direction as usize].replace(lost_ix);
            let n_now = self.reached_from(start).iter().filter(|reached| **reached).count();
            if n_now > n_reached {
                return true;
            }
            self.arrows[from][direction as usize] = before;
        }
        false
    }

    /// Left and right lead through all areas from west to east, up and down from north to south: connected whatever the
    /// places are, if less natural.
    fn follow_reading_order(&mut self, centers: &[Point]) {
        for (axis, [back, forth]) in
            [[Direction::Left, Direction::Right], [Direction::Up, Direction::Down]].into_iter().enumerate()
        {
            let mut order: Vec<usize> = (0..centers.len()).collect();
            order::sort_by(&mut order, |&a, &b| centers[a][axis].total_cmp(&centers[b][axis]).then(a.cmp(&b)));
            for (rank, &ix) in order.iter().enumerate() {
                self.arrows[ix][back as usize] = rank.checked_sub(1).map(|before| order[before]);
                self.arrows[ix][forth as usize] = order.get(rank + 1).copied();
            }
        }
    }

    /// Which areas arrows lead to from one of them, itself included.
    fn reached_from(&self, start: usize) -> Vec<bool> {
        reached(start, self.arrows.len(), |ix| self.arrows[ix].iter().flatten().copied().collect())
    }

    /// Whether each area can be reached from each: all from one, and that one from all.
    fn is_connected(&self, start: usize) -> bool {
        let mut from: Vec<Vec<usize>> = vec![Vec::new(); self.arrows.len()];
        for (ix, arrows) in self.arrows.iter().enumerate() {
            for &to in arrows.iter().flatten() {
                from[to].push(ix);
            }
        }
        let backwards = reached(start, self.arrows.len(), |ix| from[ix].clone());
        self.reached_from(start).into_iter().chain(backwards).all(|reached| reached)
    }
}

/// What can be reached from a start by following links.
fn reached(start: usize, n: usize, links: impl Fn(usize) -> Vec<usize>) -> Vec<bool> {
    let mut reached = vec![false; n];
    reached[start] = true;
    let mut open = vec![start];
    while let Some(ix) = open.pop() {
        for to in links(ix) {
            if !std::mem::replace(&mut reached[to], true) {
                open.push(to);
            }
        }
    }
    reached
}

/// The area that costs least to go to; of equal ones the first.
fn nearest(centers: &[Point], from: usize, direction: Direction) -> Option<usize> {
    let start = *centers.get(from)?;
    let within = |cone: f64| {
        let costs = (0..centers.len()).filter_map(|to| Some((cost(start, centers[to], direction, cone)?, to)));
        costs.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))).map(|(_, to)| to)
    };
    within(CONE).or_else(|| within(WIDE_CONE))
}

/// What it costs to go from one place to another in a direction; `None` outside the cone.
fn cost(from: Point, to: Point, direction: Direction, cone: f64) -> Option<f64> {
    let (along, aside) = direction.split(from, to);
    // Rounding must not make two places in one row lie a hair's breadth apart in it.
    let is_apart = along > 1e-9 * distance(from, to).max(1e-9);
    (is_apart && aside <= cone * along).then(|| along.hypot(ASIDE_COST * aside))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn arrows_lead_to_the_neighbour_in_a_grid() {
        let centers: Vec<Point> = (0..12).map(|ix| [f64::from(ix % 4), f64::from(ix / 4)]).collect();
        assert_eq!(first(&centers), Some(0));
        assert_eq!(Direction::ALL.map(|direction| next(&centers, 5, direction)), [Some(4), Some(6), Some(1), Some(9)]);
        assert_eq!(Direction::ALL.map(|direction| next(&centers, 0, direction)), [None, Some(1), None, Some(4)]);
    }

    #[test]
    fn something_straight_ahead_is_preferred_to_something_nearer_aside() {
        let centers = [[0.0, 0.0], [0.6, 1.0], [1.5, 0.1]];
        assert_eq!(next(&centers, 0, Direction::Right), Some(2));
        assert_eq!(next(&centers, 0, Direction::Down), Some(1));
    }

    #[test]
    fn no_areas_no_way() {
        assert_eq!(first(&[]), None);
        assert_eq!(next(&[], 0, Direction::Up), None);
        assert_eq!(next(&[[0.0, 0.0]], 0, Direction::Up), None);
        assert_eq!(next(&[[0.0, 0.0]], 7, Direction::Up), None);
    }

    #[test]
    fn areas_on_one_place_can_be_reached_all_the_same() {
        let travel = Travel::new(&[[1.0, 1.0]; 5]);
        assert!(travel.is_connected(0));
    }

    proptest! {
        #[test]
        fn each_area_is_reached_from_each(
            places in proptest::collection::vec((0..12i32, 0..12i32), 1..60),
            turned in 0.0..0.8f64,
        ) {
            let (sin, cos) = turned.sin_cos();
            let place = |(x, y): &(i32, i32)| (f64::from(*x), f64::from(*y));
            let centers: Vec<Point> =
                places.iter().map(place).map(|(x, y)| [x * cos - y * sin, x * sin + y * cos]).collect();
            prop_assert!(Travel::new(&centers).is_connected(0));
        }
    }
}
