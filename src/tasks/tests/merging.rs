use proptest::prelude::*;

use super::*;
use crate::journal::Record;

/// A check-in on one of few cells, so that people meet.
fn entry() -> impl Strategy<Value = (CheckInKey, Status)> {
    let pick = |texts: &[&'static str]| prop::sample::select(texts.to_vec());
    let status = prop::sample::select(Status::ALL.map(|(_, status)| status).to_vec());
    (pick(&["T2", "T5", "T10"]), pick(&AREAS), pick(&["2024-02", "2024-03", "once"]), status)
        .prop_map(|(task, place, period, status)| (key(task, place, period), status))
}

fn records(number: u64, entries: Vec<(CheckInKey, Status)>) -> Vec<Record> {
    let mut desk = Desk::new(number);
    for (cell, status) in entries {
        desk.check_in(cell, status);
    }
    desk.state().records().to_vec()
}

fn merged<'a>(files: impl IntoIterator<Item = &'a Vec<Record>>) -> Desk {
    let mut desk = Desk::new(99);
    for file in files {
        desk.0.merge(file.clone(), 0);
    }
    desk
}

proptest! {
    #[test]
    fn merging_in_any_order_gives_the_same_matrix(
        one in prop::collection::vec(entry(), 0..12),
        two in prop::collection::vec(entry(), 0..12),
    ) {
        let ds = real();
        let (one, two) = (records(1, one), records(2, two));
        let a = matrix(&ds, merged([&one, &two]).state(), "2024-03-15");
        let b = matrix(&ds, merged([&two, &one, &two]).state(), "2024-03-15");
        prop_assert_eq!(&a, &b);
        // Every cell has one status or none, so the counts add up to the cells, by task and by area.
        let total = a.roll_up(None, None);
        prop_assert_eq!(total.cells(), a.tasks.len() * a.places.len());
        let by_task = (0..a.tasks.len()).map(|task_ix| a.roll_up(Some(task_ix), None));
        let by_area = a.by_area(ds.areas.len());
        for sums in [by_task.collect::<Vec<_>>(), by_area] {
            prop_assert_eq!(sums.iter().map(|sum| sum.overdue).sum::<usize>(), total.overdue);
            for status in Status::ALL.map(|(_, status)| status) {
                prop_assert_eq!(sums.iter().map(|sum| sum.of(status)).sum::<usize>(), total.of(status));
            }
        }
    }

    #[test]
    fn thirty_four_files_fill_the_matrix(order in Just((0..34_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let ds = real();
        let empty = matrix(&ds, &JournalState::default(), "2024-03-15");
        let file = |area_ix: usize| {
            let of_task = |task_ix: usize| {
                let period = empty.cell(task_ix, area_ix).unwrap().period.unwrap().to_string();
                (key(&empty.tasks[task_ix].id, &ds.areas[area_ix].code, &period), Status::OnTrack)
            };
            records(area_ix as u64 + 1, (0..10).map(of_task).collect())
        };
        let files: Vec<Vec<Record>> = order.into_iter().map(file).collect();
        let full = matrix(&ds, merged(&files).state(), "2024-03-15").roll_up(None, None);
        prop_assert_eq!((full.of(Status::OnTrack), full.blank, full.in_conflict), (340, 0, 0));
    }
}
