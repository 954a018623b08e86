//! What a person does with the view: filters, choices, pages, sheets and panels, each under the name that Undo gives it.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::{Panel, Store};
use crate::app::pieces;
use crate::app::undoing::steps;
use crate::data::Lang;
use crate::text::date::CivilDate;
use crate::view::query::{
    ClassKey, Classing, Filter, Layout, Measure, Method, Query, RangeFilter, ReviewPart, Sort, SortKey, TasksPart, View,
};
use crate::web::{page, speed};

// `step`: Back leads to what was before; `glide`: the address follows without a step. Both can be undone under the name
// given; `None` for what undo leaves alone (pages, sheets, language).
impl Store {
    fn step(self, name: Option<&'static str>, change: impl FnOnce(&mut Query)) {
        self.makes_step.set_value(true);
        self.glide(name, change);
    }

    fn glide(self, name: Option<&'static str>, change: impl FnOnce(&mut Query)) {
        speed::input();
        let before = name.map(|_| self.address());
        self.query.update(change);
        if let (Some(name), Some(before)) = (name, before)
            && self.saving.push_view_step(name, before, self.address())
        {
            pieces::open_desk(self);
        }
    }

    /// Takes the latest step back.
    pub fn undo(self) {
        if let Some(desk) = self.saving.desk.get_untracked() {
            (desk.calls.undo)(self);
        }
    }

    /// Does the step again that was taken back last.
    pub fn redo(self) {
        if let Some(desk) = self.saving.desk.get_untracked() {
            (desk.calls.redo)(self);
        }
    }

    /// Goes to a page.
    pub fn go(self, view: View) {
        self.panel.set(None);
        self.step(None, |query| {
            query.view = view;
            query.sheet = None;
        });
    }

    /// Opens a part of the Review page.
    pub fn go_to_part(self, part: ReviewPart) {
        self.step(None, |query| {
            query.view = View::Review;
            query.review = part;
        });
    }

    /// Opens a part of the Tasks page.
    pub fn go_to_tasks(self, part: TasksPart) {
        self.step(None, |query| {
            query.view = View::Tasks;
            query.tasks = part;
        });
    }

    /// Looks at the year's work on another day; `None` is today.
    pub fn look_on(self, day: Option<CivilDate>) {
        self.glide(None, |query| query.as_of = day);
    }

    /// Looks at the year's work another way, in words of its room; undone as a filter is if it hides something.
    pub fn look_at_work(self, words: BTreeSet<String>, hides: bool) {
        self.glide(hides.then_some(steps::FILTER), |query| query.work_look = words);
    }

    /// Changes the language, for this page and for later visits.
    pub fn speak(self, lang: Lang) {
        self.glide(None, |query| query.lang = lang);
        self.saving.prefer_lang(lang);
    }

    /// Shows another measure. Filters on classes fall away, since they meant the classes of the old one.
    pub fn show_measure(self, measure: Measure) {
        self.step(Some(steps::MEASURE), |query| {
            if query.sort.key == SortKey::Measure(query.measure.clone()) {
                query.sort.key = SortKey::Measure(measure.clone());
            }
            query.measure = measure;
            query.filter.classes.clear();
            query.classing.own_breaks.clear();
            if query.classing.method == Method::Own {
                query.classing.method = Method::Rounded;
            }
        });
    }

    /// Goes to the map and shows a measure there.
    pub fn show_on_map(self, measure: Measure) {
        self.show_measure(measure);
        self.go(View::Atlas);
    }

    /// Lays the map out another way.
    pub fn lay_out(self, layout: Layout) {
        self.step(Some(steps::LAYOUT), |query| query.layout = layout);
    }

    /// Shows streets and villages as dots on the map, or no longer.
    pub fn show_dots(self, dots: bool) {
        self.step(Some(steps::LAYOUT), |query| query.dots = dots);
    }

    /// Changes classes or colours. Filters on classes fall away if the classes may have changed.
    pub fn classify(self, change: impl FnOnce(&mut Classing)) {
        self.step(Some(steps::CLASSES), |query| {
            let before = query.classing.clone();
            change(&mut query.classing);
            let only_colors = Classing { palette: before.palette, ..query.classing.clone() } == before;
            if !only_colors {
                query.filter.classes.clear();
            }
        });
    }

    /// Changes filters by something continuous: typing, dragging.
    pub fn filter(self, change: impl FnOnce(&mut Filter)) {
        self.glide(Some(steps::FILTER), |query| change(&mut query.filter));
    }

    /// Changes filters by one deliberate act.
    pub fn filter_step(self, change: impl FnOnce(&mut Filter)) {
        self.step(Some(steps::FILTER), |query| change(&mut query.filter));
    }

    /// Sets or clears the range of a measure.
    pub fn set_range(self, measure: &Measure, min: Option<f64>, max: Option<f64>) {
        self.filter(|filter| {
            filter.ranges.retain(|range| range.measure != *measure);
            if min.is_some() || max.is_some() {
                filter.ranges.push(RangeFilter { measure: measure.clone(), min, max });
            }
        });
    }

    /// Lets a class of the legend in or out.
    pub fn toggle_class(self, class: ClassKey) {
        self.filter_step(|filter| {
            if !filter.classes.remove(&class) {
                filter.classes.insert(class);
            }
        });
    }

    /// Chooses one area, or with `adding` adds it to or takes it from the chosen ones.
    pub fn choose(self, area_ix: usize, adding: bool) {
        let Some(area) = self.data_set.areas.get(area_ix) else { return };
        self.glide(Some(steps::CHOICE), |query| {
            let was_chosen = query.selection.contains(&area.code);
            let was_alone = was_chosen && query.selection.len() == 1;
            if !adding {
                query.selection.clear();
            }
            if (adding && was_chosen) || was_alone {
                query.selection.remove(&area.code);
            } else {
                query.selection.insert(area.code.clone());
            }
        });
    }

    /// Chooses a set of areas, or with `adding` adds them.
    pub fn choose_all(self, area_ixs: &[usize], adding: bool) {
        let codes: BTreeSet<String> = area_ixs
            .iter()
            .filter_map(|&area_ix| self.data_set.areas.get(area_ix))
            .map(|area| area.code.clone())
            .collect();
        self.glide(Some(steps::CHOICE), |query| {
            if !adding {
                query.selection.clear();
            }
            query.selection.extend(codes);
        });
    }

    /// Chooses nothing.
    pub fn choose_none(self) {
        self.glide(Some(steps::CHOICE), |query| {
            query.selection.clear();
            query.filter.selection_only = false;
        });
    }

    /// Opens the sheet of an area.
    pub fn open_sheet(self, area_ix: usize) {
        let Some(area) = self.data_set.areas.get(area_ix) else { return };
        if self.query.with_untracked(|query| query.sheet.is_none()) {
            page::remember_focus();
        }
        self.panel.set(None);
        self.step(None, |query| query.sheet = Some(area.code.clone()));
        page::focus_soon("sheet-title");
    }

    /// Closes the sheet.
    pub fn close_sheet(self) {
        page::end_typing();
        self.step(None, |query| query.sheet = None);
        page::return_focus("headline");
    }

    /// Closes the panel.
    pub fn close_panel(self) {
        page::end_typing();
        self.panel.set(None);
        page::return_focus("headline");
    }

    /// Opens a panel, or closes it if it is the open one.
    pub fn toggle_panel(self, panel: Panel) {
        if self.panel.get_untracked() == Some(panel) {
            return self.close_panel();
        }
        page::remember_focus();
        self.panel.set(Some(panel));
        page::focus_soon("panel-title");
    }

    /// Sorts the table.
    pub fn sort(self, sort: Sort) {
        self.step(Some(steps::TABLE), |query| query.sort = sort);
    }

    /// Shows or hides a column of the table.
    pub fn toggle_column(self, measure: &Measure) {
        self.step(Some(steps::TABLE), |query| match query.columns.iter().position(|column| column == measure) {
            Some(at) => drop(query.columns.remove(at)),
            None => query.columns.push(measure.clone()),
        });
    }

    /// Takes another measure for the horizontal axis of the scatter plot.
    pub fn scatter_over(self, measure: Measure) {
        self.step(Some(steps::SCATTER), |query| query.scatter_x = measure);
    }
}
