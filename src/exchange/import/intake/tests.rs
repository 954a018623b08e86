//! From a judged table to reports in the journal.

use super::*;
use crate::data;
use crate::exchange::import::csv::CsvReader;
use crate::exchange::import::judge::Standings;
use crate::exchange::import::matching::{Grouping, Layout, Names, Overrides};
use crate::exchange::import::table::Row;
use crate::journal::{Ctx, DeviceId, Intent, Journal, SubdivisionDraft, SubdivisionForm, WriterId};
use crate::review::lay;

struct World {
    data: DataSet,
    journal: Journal,
}

const CTX: Ctx = Ctx { now_ms: 1_700_000_000_000, author: "Lan", step: None };

fn world() -> World {
    World { data: data::read(data::built_in()).unwrap(), journal: Journal::new(DeviceId(1), WriterId(1)) }
}

impl World {
    fn enter_street(&mut self, area: &str, name: &str) -> String {
        let draft = SubdivisionDraft {
            area: area.to_owned(),
            name: name.to_owned(),
            form: SubdivisionForm::Street,
            households: None,
        };
        self.journal.apply(Intent::EnterSubdivision(draft), &CTX).unwrap().note
    }

    fn report(&mut self, key: ReportKey, value: f64) {
        self.journal.apply(Intent::SetReport { key, value: Some(value) }, &CTX).unwrap();
    }

    fn intake(&self, text: &str, period: &Period) -> (Intake, Register, Vec<Row>, Layout) {
        let mut rows = Vec::new();
        while CsvReader::new(text.to_owned(), None).step(1_000, &mut rows).unwrap() {}
        let names = Names::new(&self.data);
        let mut layout = Layout::find(&rows, &names, &Overrides::default());
        while layout.match_rows(&rows, &names, &Overrides::default(), 100) {}
        let laid = lay(&self.data, self.journal.state(), period.id());
        let standings = Standings::of(&self.data, &laid, period.id());
        let register = Register::new(&self.data, self.journal.state(), period);
        let case = Case { rows: &rows, data: &self.data, names: &names, standings: &standings, conventions: &[] };
        let mut judging = Judging::new(layout, &self.data);
        while judging.step(case, 100) {}
        let mut intake = Intake::default();
        for judged in judging.judged() {
            intake.push(Marked::new(*judged, &judging, case, period, &register));
        }
        let layout = judging.layout().clone();
        (intake, register, rows, layout)
    }
}

fn marks(intake: &Intake) -> Vec<Mark> {
    intake.figures().iter().map(|figure| figure.mark).collect()
}

#[test]
fn figures_are_held_against_reports_and_published_ones() {
    let mut world = world();
    world.report(ReportKey::of_area("14776", "cultural_families", "2023"), 1200.0);
    // A report beside a published figure: a new one is held against the report.
    let households = world.data.indicators.iter().position(|one| one.id.starts_with("households")).unwrap();
    let (id, period) = (world.data.indicators[households].id.clone(), world.data.indicators[households].period.clone());
    let published = world.data.figures[households][world.data.area_ix("14776").unwrap()].value.unwrap();
    let table = |value: f64| format!("code,cultural_families,{id}\n14776,1200,{value}\n14782,5,\n");
    assert_eq!(marks(&world.intake(&table(published), &Period::Own).0), [Mark::Same, Mark::Same, Mark::New]);
    let (mut intake, register, ..) = world.intake(&table(published + 1.0), &Period::Own);
    assert_eq!(marks(&intake), [Mark::Same, Mark::ConflictsPublished, Mark::New]);
    assert_eq!(intake.reports(&world.data, &Period::Own, &register).len(), 1);
    intake.take(1, true);
    intake.take(0, true);
    assert_eq!(intake.reports(&world.data, &Period::Own, &register).len(), 2, "what is the same is never taken");
    world.report(ReportKey::of_area("14776", &id, &period), published + 1.0);
    assert_eq!(marks(&world.intake(&table(published + 1.0), &Period::Own).0)[1], Mark::Same);
    assert_eq!(marks(&world.intake(&table(published), &Period::Own).0)[1], Mark::ChangesReport);
}

#[test]
fn practice_reports_do_not_stand_in_the_way() {
    let mut world = world();
    let mut key = ReportKey::of_area("14776", "cultural_families", "2023");
    key.practice = true;
    world.journal.apply(Intent::LoadPractice { reports: vec![(key, 7.0)] }, &CTX).unwrap();
    assert_eq!(marks(&world.intake("code,cultural_families\n14776,8\n", &Period::Own).0), [Mark::New]);
}

#[test]
fn another_period_has_figures_of_its_own() {
    let mut world = world();
    world.report(ReportKey::of_area("14776", "bins", "2022"), 3.0);
    let last_year = Period::Other { id: "2022".to_owned(), label: "Năm 2022".to_owned() };
    let (intake, register, ..) = world.intake("code,bins\n14776,4\n14782,5\n", &last_year);
    assert_eq!(marks(&intake), [Mark::ChangesReport, Mark::New]);
    let reports = intake.reports(&world.data, &last_year, &register);
    assert!(reports.iter().all(|(key, _)| key.period == "2022"));
    assert_eq!(marks(&world.intake("code,bins\n14776,4\n", &Period::Own).0), [Mark::New]);
}

#[test]
fn rows_of_a_list_are_of_the_period_that_they_say() {
    let list =
        "area,indicator,year,value\n14776,bins,2023,4\n14776,bins,2022,5\n14782,bins,Năm 2023,6\n14785,bins,,7\n";
    let world = world();
    let own = world.intake(list, &Period::Own).0;
    assert_eq!(marks(&own), [Mark::New, Mark::OtherPeriod, Mark::New, Mark::New]);
    let last_year = Period::Other { id: "2022".to_owned(), label: "2022".to_owned() };
    let other = world.intake(list, &last_year).0;
    assert_eq!(marks(&other), [Mark::OtherPeriod, Mark::New, Mark::OtherPeriod, Mark::New]);
}

#[test]
fn streets_are_known_by_the_register_of_their_area() {
    let mut world = world();
    let le_loi = world.enter_street("14776", "Phố Lê Lợi");
    world.enter_street("14776", "Thôn 1");
    world.enter_street("14776", "Thôn 1");
    let mut key = ReportKey::of_area("14776", "bins", "2023");
    key.subdivision = Some(le_loi.clone());
    world.report(key.clone(), 4.0);
    let list = "area,street,indicator,value\n14776,le loi,bins,4\n14776,Phố Lê Lợi,cultural_families,9\n\
                14782,Lê Lợi,bins,4\n14776,thôn 1,bins,4\n";
    let (intake, register, ..) = world.intake(list, &Period::Own);
    assert_eq!(marks(&intake), [Mark::Same, Mark::New, Mark::UnknownStreet, Mark::UnknownStreet]);
    let reports = intake.reports(&world.data, &Period::Own, &register);
    assert_eq!(reports.len(), 1);
    assert_eq!((reports[0].0.subdivision.as_ref(), reports[0].1), (Some(&le_loi), 9.0));
    let changed = world.intake("area,street,indicator,value\n14776,Lê Lợi,bins,5\n", &Period::Own).0;
    assert_eq!(changed.figures()[0].judged.verdict, Verdict::ChangesReport { from: 4.0 });
}

#[test]
fn figures_are_taken_one_by_one_or_by_their_mark() {
    let world = world();
    let text = "code,bins,cultural_families\n14776,4,x\n14782,-1,5\n14785,6,\nTotal,10,\nxyz,1,\n";
    let (mut intake, ..) = world.intake(text, &Period::Own);
    let count = |intake: &Intake, mark: Mark| {
        let count = intake.counts()[mark as usize];
        (count.all, count.taken)
    };
    assert_eq!(count(&intake, Mark::New), (3, 3));
    for mark in [Mark::NotANumber, Mark::OutOfRange, Mark::CityTotal, Mark::UnknownArea] {
        assert_eq!(count(&intake, mark), (1, 0), "{mark:?}");
    }
    assert_eq!(Mark::ALL.map(|mark| mark as usize), std::array::from_fn::<usize, 14, _>(|ix| ix));
    intake.take_all(Some(Mark::Same), false);
    assert_eq!(count(&intake, Mark::New), (3, 3));
    intake.take_all(None, false);
    assert_eq!(count(&intake, Mark::New), (3, 0));
    intake.take_all(None, true);
    assert_eq!(intake.counts().iter().map(|count| count.taken).sum::<usize>(), 3);
    let new = intake.page(Some(Mark::New), 0, 10);
    assert_eq!(intake.page(Some(Mark::New), 1, 1), new[1..2]);
    intake.take(new[0], false);
    assert!(!intake.is_taken(new[0]) && intake.is_taken(new[1]) && !intake.is_taken(999));
}

#[test]
fn names_stand_once_with_what_they_were_taken_for() {
    let world = world();
    let list = "area,indicator,value\n14776,bins,4\n14776,binz,5\nĐông Vẹe,bins,6\n";
    let (_, _, rows, layout) = world.intake(list, &Period::Own);
    let gathered = |mut grouping: Grouping| {
        while grouping.step(&rows, &layout, 2) {}
        grouping.groups()
    };
    let names = gathered(Grouping::of_rows());
    let told: Vec<(&str, &[usize])> = names.iter().map(|group| (group.text.as_str(), group.rows.as_slice())).collect();
    assert_eq!(told, [("14776", &[1, 2][..]), ("Đông Vẹe", &[3])]);
    let indicators = gathered(Grouping::of_indicators());
    let texts: Vec<&str> = indicators.iter().map(|group| group.text.as_str()).collect();
    assert_eq!(texts, ["bins", "binz"]);
}
