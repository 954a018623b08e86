use super::*;
use crate::data::Lang;
use crate::journal::{Subdivision, SubdivisionForm};
use crate::review::register::{LineProblem, MAX_LINES, counts, is_known, of_area, rank_by_households, read_lines};

fn street(id: &str, name: &str, households: Option<f64>) -> Subdivision {
    Subdivision {
        id: id.to_owned(),
        area: NAM_NGAN.to_owned(),
        name: name.to_owned(),
        form: SubdivisionForm::Street,
        households,
        retired: false,
    }
}

#[test]
fn the_register_is_counted_against_what_is_stated() {
    let ds = real();
    let mut desk = Desk::new(1);
    let empty = counts(&ds, desk.state());
    assert_eq!((empty.registered(), empty.total), (0, Some(311)));
    assert_eq!(empty.stated().map(|(_, n)| n).sum::<usize>(), 40);
    assert_eq!(empty.stated().count(), 4);
    let ids = desk.streets(NAM_NGAN, 3);
    desk.report_street(NAM_NGAN, &ids[1], "bins", 4.0);
    desk.apply(Intent::RetireSubdivision { id: ids[2].clone(), retired: true });
    let found = counts(&ds, desk.state()).areas[ds.area_ix(NAM_NGAN).unwrap()];
    assert_eq!((found.registered, found.reporting, found.stated), (2, 1, Some(11)));
}

#[test]
fn names_are_sorted_by_their_numbers_and_the_retired_stand_apart() {
    let mut desk = Desk::new(1);
    let ids = desk.streets(NAM_NGAN, 11);
    desk.apply(Intent::RetireSubdivision { id: ids[4].clone(), retired: true });
    let names = |retired| -> Vec<String> {
        of_area(desk.state(), NAM_NGAN, retired).into_iter().map(|found| found.name).collect()
    };
    assert_eq!(names(false)[..3], ["Phố 0", "Phố 1", "Phố 2"]);
    assert_eq!(names(false).last().map(String::as_str), Some("Phố 10"));
    assert_eq!(names(true), ["Phố 4"]);
}

#[test]
fn pasted_lines_are_read_or_left_out_with_the_reason() {
    let known = [street("a", "Phố Hàng Đồng", None)];
    let text = "Phố 1; phố; 120\r\n\n  Thôn Đông ; ; \nXuân Minh\tVillage\t1.234\nPhố 2; đường; 3\n; phố; 4\nPhố 3; ul\n\
        Phố 4; phố; 12,5\nPHỐ HÀNG ĐỒNG\nphố 1;phố;7\nA; phố; 1; 2\nPhố 5; улица; ;\n";
    let (lines, n_more) = read_lines(Lang::Vi, NAM_NGAN, text, &known);
    let told: Vec<_> = lines
        .iter()
        .map(|line| {
            line.read.as_ref().map(|draft| (draft.name.as_str(), draft.form, draft.households)).map_err(|why| *why)
        })
        .collect();
    assert_eq!(
        told,
        [
            Ok(("Phố 1", SubdivisionForm::Street, Some(120.0))),
            Ok(("Thôn Đông", SubdivisionForm::Village, None)),
            Ok(("Xuân Minh", SubdivisionForm::Village, Some(1234.0))),
            Err(LineProblem::BadKind),
            Err(LineProblem::NoName),
            Err(LineProblem::BadKind),
            Err(LineProblem::BadHouseholds),
            Err(LineProblem::Known),
            Err(LineProblem::Known),
            Err(LineProblem::TooManyParts),
            Ok(("Phố 5", SubdivisionForm::Street, None)),
        ]
    );
    assert_eq!(n_more, 0);
}

#[test]
fn very_many_lines_are_counted_and_senseless_ones_are_survived() {
    let many = "Phố\n".repeat(MAX_LINES + 7);
    let (lines, n_more) = read_lines(Lang::En, NAM_NGAN, &many, &[]);
    assert_eq!((lines.len(), n_more), (MAX_LINES, 7));
    let long = "x".repeat(100_000);
    for text in ["\u{0}\u{202e};;", ";;;;;;", "\t\t\t", "a;phố;-1", "a;phố;1e400", "a;phố;NaN", &long] {
        let (lines, _) = read_lines(Lang::Ru, NAM_NGAN, text, &[]);
        assert!(lines.iter().all(|line| line.read.is_err()), "{text:?}");
    }
}

#[test]
fn a_street_has_its_place_among_its_areas() {
    let all = [street("a", "A", Some(50.0)), street("b", "B", None), street("c", "C", Some(80.0))];
    assert_eq!(rank_by_households(&all, "a").map(|rank| (rank.rank, rank.of)), Some((2, 2)));
    assert_eq!(rank_by_households(&all, "b"), None);
    assert_eq!(rank_by_households(&all, "z"), None);
    assert!(is_known(&all, " a ", None) && !is_known(&all, "a", Some("a")));
}
