//! `public/data/practice-2023.csv` is the practice set of the program, so that it can be tried as a file too.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ward_atlas::data;
use ward_atlas::exchange::csv::{Cell, CsvStyle, csv_table};
use ward_atlas::review::practice::{PRACTICE_SEED, practice_reports};
use ward_atlas::review::table::reviewed_ixs;

#[test]
fn the_file_is_the_set() {
    let ds = data::read(data::built_in()).expect("the built-in data set is valid");
    let reports = practice_reports(&ds, PRACTICE_SEED);
    let values: BTreeMap<(&str, &str), f64> =
        reports.iter().map(|(key, value)| ((key.area.as_str(), key.indicator.as_str()), *value)).collect();
    let ids: Vec<&str> = reviewed_ixs(&ds).into_iter().map(|ix| ds.indicators[ix].id.as_str()).collect();
    let text = |text: &str| Cell::Text(text.to_owned());
    let mut rows = vec![["code", "name"].iter().chain(&ids).map(|head| text(head)).collect::<Vec<Cell>>()];
    for area in &ds.areas {
        let figures = ids.iter().map(|id| Cell::Number(values[&(area.code.as_str(), *id)]));
        rows.push([text(&area.code), text(&area.name)].into_iter().chain(figures).collect());
    }
    let expected = csv_table(&rows, CsvStyle::CommaPoint);

    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/practice-2023.csv");
    if std::env::var_os("WARD_ATLAS_BLESS").is_some() {
        fs::write(&path, &expected).expect("the folder can be written");
        panic!("the practice set is blessed; now run without WARD_ATLAS_BLESS");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    let same_ends = |text: &str| text.replace("\r\n", "\n");
    assert_eq!(
        same_ends(&found),
        same_ends(&expected),
        "`WARD_ATLAS_BLESS=1 cargo test --test practice` writes it anew"
    );
}
