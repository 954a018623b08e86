//! Measures the matrix of tasks natively: 60 monthly tasks by 311 subdivisions, each cell checked in three times.
//!
//! `cargo run --release --example tasks_bench`

use std::time::Instant;

use ward_atlas::data::{self, DataSet, Tr};
use ward_atlas::journal::{
    CheckInChange, CheckInKey, Ctx, DeviceId, Intent, Journal, Recipients, Rhythm, Status, SubdivisionDraft,
    SubdivisionForm, TaskDraft, WriterId,
};
use ward_atlas::tasks::{Matrix, subdivision_places, tasks};
use ward_atlas::text::date::CivilDate;

fn main() {
    let Ok(ds) = data::read(data::built_in()) else { panic!("the built-in data set can be read") };
    let Some(as_of) = CivilDate::new(2024, 4, 10) else { panic!("the day exists") };
    let journal = journal(&ds);
    let state = journal.state();
    let build = || Matrix::new(tasks(&ds, state), subdivision_places(&ds, state), state.check_ins(), as_of);
    let matrix = build();
    let screen = || {
        let cells = (0..20).flat_map(|task_ix| (0..40).map(move |place_ix| (task_ix, place_ix)));
        cells.filter(|&(task_ix, place_ix)| matrix.cell(task_ix, place_ix).is_some()).count()
    };
    for (name, ms) in [
        ("list_check_ins_ms", best_ms(|| state.check_ins())),
        ("build_matrix_60_by_311_ms", best_ms(build)),
        ("cells_of_a_screen_20_by_40_ms", best_ms(screen)),
        ("roll_up_by_area_ms", best_ms(|| matrix.by_area(34))),
    ] {
        println!("{name:45} {ms:10.3}");
    }
}

fn journal(ds: &DataSet) -> Journal {
    let mut journal = Journal::new(DeviceId(1), WriterId(1));
    let ctx = Ctx { now_ms: 1_706_580_000_000, author: "Nguyễn Thị Lan", step: None };
    let mut apply = |intent| {
        let _ = journal.apply(intent, &ctx);
    };
    for number in 0..50 {
        apply(Intent::AddTask(Box::new(TaskDraft {
            title: Tr { en: format!("Task {number}"), ..Tr::default() },
            rhythm: Rhythm::Monthly,
            start: CivilDate::new(2024, 1, 1),
            to: Recipients { all: true, areas: Vec::new() },
            ..TaskDraft::default()
        })));
    }
    for number in 0..311 {
        let name = format!("Phố {number}");
        let area = ds.areas[number % ds.areas.len()].code.clone();
        apply(Intent::EnterSubdivision(SubdivisionDraft {
            area,
            name,
            form: SubdivisionForm::Street,
            households: None,
        }));
    }
    let mut cells = Vec::new();
    for task in tasks(ds, journal.state()) {
        for place in subdivision_places(ds, journal.state()) {
            for period in ["2024-02", "2024-03", "2024-04"] {
                cells.push(CheckInKey { task: task.id.clone(), place: place.id.clone(), period: period.to_owned() });
            }
        }
    }
    let change = CheckInChange { status: Some(Status::OnTrack), ..CheckInChange::default() };
    let _ = journal.apply(Intent::CheckIn { cells, change }, &ctx);
    journal
}

/// The best of seven runs, in milliseconds.
fn best_ms<T>(mut run: impl FnMut() -> T) -> f64 {
    let time = |_| {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed().as_secs_f64() * 1000.0
    };
    (0..7).map(time).fold(f64::INFINITY, f64::min)
}
