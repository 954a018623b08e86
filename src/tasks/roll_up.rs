//! Cells counted by status: for a task, for an area, for all; and as figures for the map.

use super::matrix::{Cell, Matrix};
use crate::data::{Figure, State};
use crate::journal::Status;

/// Cells counted by status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RollUp {
    /// Cells of each status, in the order of [`Status::ALL`].
    pub by_status: [usize; 5],
    /// Cells in which nobody has said for the current period how it stands.
    pub blank: usize,
    /// Cells in which something is overdue. They are counted by status too.
    pub overdue: usize,
    /// Cells in which people differ. They are counted by status too.
    pub in_conflict: usize,
}

impl RollUp {
    /// All cells.
    pub fn cells(&self) -> usize {
        self.blank + self.by_status.iter().sum::<usize>()
    }

    /// Cells of a status.
    pub fn of(&self, status: Status) -> usize {
        self.by_status[status as usize]
    }

    /// Share in per cent of cells on track or done in those that are applicable (blank ones are); `None` if none is.
    pub fn on_track_pct(&self) -> Option<f64> {
        let applicable = self.cells() - self.of(Status::NotApplicable);
        let on_track = self.of(Status::OnTrack) + self.of(Status::Done);
        if applicable == 0 { None } else { Some(100.0 * on_track as f64 / applicable as f64) }
    }

    fn add(&mut self, cell: &Cell) {
        match cell.status() {
            Some(status) => self.by_status[status as usize] += 1,
            None => self.blank += 1,
        }
        self.overdue += usize::from(cell.overdue > 0);
        self.in_conflict += usize::from(cell.has_conflict);
    }
}

impl Matrix {
    /// Counts the cells of one task or all, of one area or all.
    pub fn roll_up(&self, task_ix: Option<usize>, area_ix: Option<usize>) -> RollUp {
        let mut sum = RollUp::default();
        self.each_cell(task_ix, area_ix, &mut |_, _, cell| sum.add(&cell));
        sum
    }

    /// Counts the cells of each area, `[area_ix]`, in one walk.
    pub fn by_area(&self, n_areas: usize) -> Vec<RollUp> {
        let mut sums = vec![RollUp::default(); n_areas];
        self.each_cell(None, None, &mut |_, place_ix, cell| {
            if let Some(sum) = sums.get_mut(self.places[place_ix].area_ix) {
                sum.add(&cell);
            }
        });
        sums
    }

    /// Counts the cells of some tasks and places, by place and by task as they are given: the sums of what filters leave.
    pub fn sums(&self, task_ixs: &[usize], place_ixs: &[usize]) -> (Vec<RollUp>, Vec<RollUp>) {
        let mut of_places = vec![RollUp::default(); place_ixs.len()];
        let mut of_tasks = vec![RollUp::default(); task_ixs.len()];
        for (of_task, &task_ix) in of_tasks.iter_mut().zip(task_ixs) {
            for (of_place, &place_ix) in of_places.iter_mut().zip(place_ixs) {
                if let Some(cell) = self.cell(task_ix, place_ix) {
                    of_task.add(&cell);
                    of_place.add(&cell);
                }
            }
        }
        (of_places, of_tasks)
    }

    /// Walks over the cells of one task or all, of one area or all, by task and then by place.
    pub(super) fn each_cell<'a>(
        &'a self,
        task_ix: Option<usize>,
        area_ix: Option<usize>,
        to: &mut dyn FnMut(usize, usize, Cell<'a>),
    ) {
        for at_task in 0..self.tasks.len() {
            if task_ix.is_some_and(|task_ix| task_ix != at_task) {
                continue;
            }
            for (at_place, place) in self.places.iter().enumerate() {
                if area_ix.is_some_and(|area_ix| area_ix != place.area_ix) {
                    continue;
                }
                if let Some(cell) = self.cell(at_task, at_place) {
                    to(at_task, at_place, cell);
                }
            }
        }
    }
}

/// How many indicators [`figures`] gives.
pub const N_INDICATORS: usize = 2;

/// The roll-ups of all areas as figures of two indicators for the map: share of tasks on track in per cent (missing where
/// none is applicable), and number of overdue cells (missing where the area has no task).
pub fn figures(areas: &[RollUp]) -> [Vec<Figure>; N_INDICATORS] {
    let figure = |value: Option<f64>| {
        value.map_or(Figure::MISSING, |value| Figure { value: Some(value), state: State::Reported, interval: None })
    };
    let overdue = |area: &RollUp| if area.cells() == 0 { None } else { Some(area.overdue as f64) };
    [
        areas.iter().map(|area| figure(area.on_track_pct())).collect(),
        areas.iter().map(|area| figure(overdue(area))).collect(),
    ]
}
