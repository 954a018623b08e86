//! Places of the review in words.

use super::*;
use crate::data::Lang;
use crate::review::Provenance;
use crate::review::cell_words::*;
use crate::review::change::change;
use crate::stats::outlier::Verdict;

#[test]
fn values_and_changes_carry_units_and_signs() {
    let ds = real();
    let families = &ds.indicators[ix(&ds, "cultural_families")];
    let weddings = &ds.indicators[ix(&ds, "civilised_weddings")];
    assert_eq!(value_text(families, 2_345.0, Lang::En), "2,345 families");
    assert_eq!(value_text(weddings, 1.0, Lang::En), "yes");
    assert_eq!(cell_text(weddings, 0.588, Lang::En), "59%", "an estimate of yes and no is a probability");
    assert_eq!(sum_text(weddings, 20.0, Lang::En), "20");
    assert_eq!(interval_text(families, (1_900.0, 2_300.0), Lang::En), "90% interval: 1,900 to 2,300");
    assert_eq!(change_both_text(families, change(2_000.0, 2_100.0), Lang::En), "+100 (+5.0%)");
    assert_eq!(change_both_text(families, change(0.0, 7.0), Lang::En), "+7");
}

#[test]
fn doubts_are_told_with_their_direction() {
    let ds = real();
    let families = &ds.indicators[ix(&ds, "cultural_families")];
    let told = |verdict| verdict_text(families, verdict, Lang::En);
    assert!(told(Verdict::FarFromPeers { z: 4.21 }).starts_with("Far above"));
    assert!(told(Verdict::FarFromPeers { z: -4.2 }).starts_with("Far below"));
    assert!(told(Verdict::DigitSlip { factor: 0.01 }).contains("too few: about 100 times less"));
    assert!(told(Verdict::DigitSlip { factor: 10.0 }).contains("too many: about 10 times what"));
    assert!(told(Verdict::OutsideInterval { low: 10.0, high: 2_000.0 }).contains("10 to 2,000"));
}

#[test]
fn what_is_typed_is_read_or_refused_with_place_and_remedy() {
    let ds = real();
    let families = &ds.indicators[ix(&ds, "cultural_families")];
    let read = |text: &str, before| read_typed(families, text, before, Lang::En);
    assert_eq!(read(" 2,345 ", None), Ok(2_345.0));
    let wrong = read("23a5", Some(2_300.0)).unwrap_err();
    assert!(wrong.contains("character 3 (a)") && wrong.contains("The old value stays: 2,300 families."), "{wrong}");
    assert!(read("2.5", None).unwrap_err().contains("whole number"));
    assert!(read("-4", None).unwrap_err().ends_with("Nothing is saved."));
    assert!(read_typed(families, "1.234", None, Lang::Ru).unwrap_err().contains("без разделителей"));
    for text in ["", "%", "1,23,4", "1e400", &"9".repeat(500), "a\u{301}", "NaN"] {
        assert!(read(text, None).is_err(), "{text}");
    }
}

#[test]
fn a_report_names_person_time_and_file() {
    let mut provenance = Provenance { author: String::new(), at_ms: 1_706_580_000_000, file: String::new() };
    let told = provenance_text(&provenance, 420, Lang::En);
    assert!(told.starts_with("no name, 30") && !told.contains("from"), "{told}");
    provenance.author = "Lan".to_owned();
    provenance.file = "dong-ve.xlsx".to_owned();
    let told = provenance_text(&provenance, 420, Lang::En);
    assert!(told.starts_with("Lan, 30") && told.ends_with("from dong-ve.xlsx"), "{told}");
}
