//! Every problem that the reader can name, each from the small file broken in one place.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::super::{DataError, Problem, Referent, read};
use super::{small, small_text};

fn refused(bytes: &[u8]) -> DataError {
    read(bytes).expect_err("the file is refused")
}

/// The error after one value of the small file, found by its JSON pointer, is replaced.
fn refused_with(pointer: &str, value: Value) -> DataError {
    let mut file = small();
    *file.pointer_mut(pointer).expect("the pointer leads somewhere") = value;
    refused(file.to_string().as_bytes())
}

/// The error after a field is added to the object at a JSON pointer.
fn refused_adding(pointer: &str, field: &str, value: Value) -> DataError {
    let mut file = small();
    file.pointer_mut(pointer).and_then(Value::as_object_mut).expect("an object").insert(field.into(), value);
    refused(file.to_string().as_bytes())
}

fn error(place: &str, problem: Problem) -> DataError {
    DataError { place: place.into(), problem }
}

/// Replacements in the small file with the error that each must give.
fn replacements() -> Vec<(&'static str, Value, DataError)> {
    let out_of_range = |value, min, max| Problem::OutOfRange { value, min, max };
    let bad_id = |id: &str| Problem::BadId { found: id.into() };
    let duplicate = |id: &str| Problem::Duplicate { id: id.into(), first_ix: 0 };
    let unknown = |what, id: &str| Problem::Unknown { what, id: id.into() };
    let text = |n: usize| Value::from("x".repeat(n));
    vec![
        // The file as a whole.
        ("/format", json!("topology"), error("format", Problem::NotADataFile { found: Some("topology".into()) })),
        ("/format", json!(null), error("format", Problem::NotADataFile { found: None })),
        ("/schema", json!(null), error("schema", Problem::NoSchema)),
        ("/schema", json!(2), error("schema", Problem::SchemaNewer { found: 2, known: 1 })),
        ("/schema", json!(0), error("schema", Problem::SchemaOlder { found: 0, known: 1 })),
        ("/id", json!("thanh hoá"), error("id", bad_id("thanh hoá"))),
        ("/id", json!(""), error("id", bad_id(""))),
        ("/title/ru", json!(""), error("title.ru", Problem::EmptyText)),
        ("/place/vi", json!(" "), error("place.vi", Problem::EmptyText)),
        ("/borders_note/en", text(4_001), error("borders_note.en", Problem::TooMany { found: 4_001, limit: 4_000 })),
        // Sources.
        ("/sources", json!([]), error("sources", Problem::EmptyList)),
        ("/sources/0/publisher", json!(""), error("sources[0].publisher", Problem::EmptyText)),
        ("/sources/0/licence/vi", json!(""), error("sources[0].licence.vi", Problem::EmptyText)),
        (
            "/sources/0/url",
            json!("javascript:alert(1)"),
            error("sources[0].url", Problem::BadUrl { found: "javascript:alert(1)".into() }),
        ),
        // Indicators.
        ("/indicators", json!([]), error("indicators", Problem::EmptyList)),
        ("/indicators/1/id", json!("km2"), error("indicators[1].id", duplicate("km2"))),
        ("/indicators/0/unit/en", json!(""), error("indicators[0].unit.en", Problem::EmptyText)),
        ("/indicators/0/group", json!("a b"), error("indicators[0].group", bad_id("a b"))),
        ("/indicators/0/decimals", json!(7), error("indicators[0].decimals", out_of_range(7.0, 0.0, 6.0))),
        (
            "/indicators/0/period",
            json!("2019-13"),
            error("indicators[0].period", Problem::BadPeriod { found: "2019-13".into() }),
        ),
        (
            "/indicators/0/period",
            json!("2019-04-01-1"),
            error("indicators[0].period", Problem::BadPeriod { found: "2019-04-01-1".into() }),
        ),
        ("/indicators/0/source", json!("none"), error("indicators[0].source", unknown(Referent::Source, "none"))),
        ("/indicators/2/base", json!("none"), error("indicators[2].base", unknown(Referent::Indicator, "none"))),
        ("/indicators/2/base", json!("young"), error("indicators[2].base", Problem::BadBase { id: "young".into() })),
        ("/indicators/2/base", json!("forest"), error("indicators[2].base", Problem::BadBase { id: "forest".into() })),
        ("/indicators/3/kind", json!("count"), error("indicators[3].ratio", Problem::RatioKind)),
        ("/indicators/3/ratio/numerator", json!([]), error("indicators[3].ratio.numerator", Problem::EmptyList)),
        (
            "/indicators/3/ratio/denominator/0",
            json!("none"),
            error("indicators[3].ratio.denominator[0]", unknown(Referent::Indicator, "none")),
        ),
        (
            "/indicators/3/ratio/denominator/0",
            json!("young_share"),
            error("indicators[3].ratio.denominator[0]", Problem::RatioPart { id: "young_share".into() }),
        ),
        (
            "/indicators/3/ratio/factor",
            json!(0),
            error("indicators[3].ratio.factor", out_of_range(0.0, f64::MIN_POSITIVE, 1e15)),
        ),
        // Areas.
        ("/areas/0/code", json!("A/1"), error("areas[0].code", bad_id("A/1"))),
        ("/areas/1/code", json!("A"), error("areas[1].code", duplicate("A"))),
        (
            "/areas/0/code",
            json!("C"),
            error("areas[1].code", Problem::NotSorted { code: "B".into(), after: "C".into() }),
        ),
        ("/areas/1/name", json!(""), error("areas[1].name", Problem::EmptyText)),
        ("/areas/0/formed_from", json!(""), error("areas[0].formed_from", Problem::EmptyText)),
        ("/areas/0/ward_since", json!(81), error("areas[0].ward_since", Problem::BadYear { found: 81 })),
        ("/areas/0/label_at/0", json!(181), error("areas[0].label_at", out_of_range(181.0, -180.0, 180.0))),
        ("/areas/0/label_at", json!([1.5, 0.5]), error("areas[0].label_at", Problem::LabelOutside { at: [1.5, 0.5] })),
        // Borders.
        ("/arcs/1/1/1", json!(-91), error("arcs[1][1]", out_of_range(-91.0, -90.0, 90.0))),
        ("/arcs/0", json!([[1, 0]]), error("arcs[0]", Problem::ArcTooShort { points: 1 })),
        ("/arcs/1/1", json!([1, 1]), error("arcs[1][1]", Problem::RepeatedPoint { at: [1.0, 1.0] })),
        ("/areas/0/polygons", json!([]), error("areas[0].polygons", Problem::EmptyList)),
        (
            "/areas/0/polygons/0/0/1",
            json!(3),
            error("areas[0].polygons[0][0][1]", Problem::UnknownArc { reference: 3, arcs: 3 }),
        ),
        (
            "/areas/0/polygons/0/0/1",
            json!(i32::MIN),
            error("areas[0].polygons[0][0][1]", Problem::UnknownArc { reference: i32::MIN, arcs: 3 }),
        ),
        (
            "/areas/0/polygons/0/0/1",
            json!(-1),
            error("areas[0].polygons[0][0][1]", Problem::ArcTwiceInOneArea { arc_ix: 0 }),
        ),
        (
            "/areas/1/polygons/0/0/0",
            json!(0),
            error("areas[1].polygons[0][0][0]", Problem::ArcSameDirection { arc_ix: 0, other_code: "A".into() }),
        ),
        ("/areas/0/polygons", json!([[[0]]]), error("arcs[1]", Problem::ArcUnused)),
        (
            "/arcs/2/0",
            json!([1.1, 0]),
            error("areas[1].polygons[0][0]", Problem::RingNotClosed { end: [1.0, 0.0], next_start: [1.1, 0.0] }),
        ),
        ("/arcs/2", json!([[1, 0], [1, 1]]), error("areas[1].polygons[0][0]", Problem::RingTooShort { points: 2 })),
        (
            "/arcs/2",
            json!([[1, 0], [-2, 0], [-2, 1], [1, 1]]),
            error("areas[1].polygons[0][0]", Problem::RingTurnsWrong { hole: false }),
        ),
        (
            "/arcs/2",
            json!([[1, 0], [3, 0], [0.5, 0.5], [3, 1], [1, 1]]),
            error("areas[1].polygons", Problem::RingsCross { at: [1.0, 0.0] }),
        ),
        // Figures.
        ("/figures/indicators/0", json!("none"), error("figures.indicators[0]", unknown(Referent::Indicator, "none"))),
        ("/figures/indicators/1", json!("km2"), error("figures.indicators[1].id", duplicate("km2"))),
        (
            "/figures/indicators/0",
            json!("density"),
            error("figures.indicators[0]", Problem::RatioStored { id: "density".into() }),
        ),
        ("/figures/rows/0/area", json!("Z"), error("figures.rows[0].area", unknown(Referent::Area, "Z"))),
        ("/figures/rows/1/area", json!("A"), error("figures.rows[1].area", duplicate("A"))),
        (
            "/figures/rows/0/values",
            json!([1]),
            error("figures.rows[0].values", Problem::RowLength { found: 1, expected: 6 }),
        ),
        ("/figures/rows/0/values/0", json!(-1), error("figures.rows[0].values[0]", out_of_range(-1.0, 0.0, 1e15))),
        ("/figures/rows/0/values/1", json!(2e15), error("figures.rows[0].values[1]", out_of_range(2e15, 0.0, 1e15))),
        (
            "/figures/rows/0/values/1",
            json!(99.5),
            error("figures.rows[0].values[1]", Problem::NotWhole { value: 99.5 }),
        ),
        (
            "/figures/rows/0/values/2",
            json!(101),
            error("figures, indicator young, area A", Problem::ExceedsBase { value: 101.0, base: 100.0 }),
        ),
        ("/figures/rows/0/values/3", json!(2), error("figures.rows[0].values[3]", Problem::NotYesNo { value: 2.0 })),
        (
            "/figures/rows/0/values/4",
            json!(-2e15),
            error("figures.rows[0].values[4]", out_of_range(-2e15, -1e15, 1e15)),
        ),
        ("/figures/rows/0/values/5", json!(100.1), error("figures.rows[0].values[5]", out_of_range(100.1, 0.0, 100.0))),
        (
            "/indicators/4/ratio/factor",
            json!(1_000),
            error("indicators[4].ratio, area A", out_of_range(250.0, 0.0, 100.0)),
        ),
        // The city.
        ("/city/0/indicator", json!("none"), error("city[0].indicator", unknown(Referent::Indicator, "none"))),
        ("/city/1/indicator", json!("km2"), error("city[1].indicator", duplicate("km2"))),
        (
            "/city/0/indicator",
            json!("density"),
            error("city[0].indicator", Problem::RatioStored { id: "density".into() }),
        ),
        ("/city/1/value", json!(1.5), error("city[1].value", Problem::NotWhole { value: 1.5 })),
        ("/city/1/value", json!(29), error("city[2].value", Problem::ExceedsBase { value: 30.0, base: 29.0 })),
        ("/city/1/change", json!(1e16), error("city[1].change", out_of_range(1e16, -1e15, 1e15))),
        ("/city/1/note/vi", json!(""), error("city[1].note.vi", Problem::EmptyText)),
        ("/city/2/share_printed_pct", json!(101), error("city[2].share_printed_pct", out_of_range(101.0, 0.0, 100.0))),
        ("/city/2/base", json!(29), error("city[2].value", Problem::ExceedsBase { value: 30.0, base: 29.0 })),
        ("/city/2/base_implied", json!([-1, 151]), error("city[2].base_implied[0]", out_of_range(-1.0, 0.0, 1e15))),
        (
            "/city/2/base_implied",
            json!([151, 149]),
            error("city[2].base_implied", Problem::RangeReversed { low: 151.0, high: 149.0 }),
        ),
        (
            "/city/2/base_implied",
            json!([1, 2]),
            error("city[2].value", Problem::ExceedsBase { value: 30.0, base: 2.0 }),
        ),
        // No more areas can say yes than there are.
        ("/city/3/value", json!(3), error("city[3].value", Problem::ExceedsBase { value: 3.0, base: 2.0 })),
        // Tasks and agenda.
        ("/tasks/0/id", json!("T 1"), error("tasks[0].id", bad_id("T 1"))),
        ("/tasks/0/rhythm/ru", json!(""), error("tasks[0].rhythm.ru", Problem::EmptyText)),
        ("/agenda/0/who/en", json!(""), error("agenda[0].who.en", Problem::EmptyText)),
    ]
}

#[test]
fn every_broken_value_is_refused_with_its_place() {
    for (pointer, value, expected) in replacements() {
        assert_eq!(refused_with(pointer, value.clone()), expected, "{pointer} = {value}");
    }
}

/// Borders that take more than one value to break.
fn broken_borders() -> Vec<(Value, Value, Value, DataError)> {
    let outer = json!([[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]);
    let square = |x: f64, y: f64| json!([[x, y], [x + 1.0, y], [x + 1.0, y + 1.0], [x, y + 1.0], [x, y]]);
    vec![
        (
            json!([outer, square(1.0, 1.0)]),
            json!([[[0], [1]]]),
            json!([[[-2]]]),
            error("areas[0].polygons[0][1]", Problem::RingTurnsWrong { hole: true }),
        ),
        (
            json!([outer, square(5.0, 1.0)]),
            json!([[[0], [-2]]]),
            json!([[[1]]]),
            error("areas[0].polygons[0][1]", Problem::HoleOutside),
        ),
        (
            json!([outer, square(3.5, 1.0)]),
            json!([[[0], [-2]]]),
            json!([[[1]]]),
            error("areas[0].polygons", Problem::RingsCross { at: [4.0, 4.0] }),
        ),
        (
            json!([outer, square(5.0, 1.0)]),
            json!([[[0], []]]),
            json!([[[1]]]),
            error("areas[0].polygons[0][1]", Problem::EmptyList),
        ),
        (
            json!([outer, square(5.0, 1.0)]),
            json!([[[0]], []]),
            json!([[[1]]]),
            error("areas[0].polygons[1]", Problem::EmptyList),
        ),
    ]
}

fn refused_borders(arcs: Value, first: Value, second: Value) -> DataError {
    let mut file = small();
    file["arcs"] = arcs;
    file["areas"][0]["polygons"] = first;
    file["areas"][1]["polygons"] = second;
    refused(file.to_string().as_bytes())
}

#[test]
fn broken_borders_are_refused() {
    for (arcs, first, second, expected) in broken_borders() {
        assert_eq!(refused_borders(arcs.clone(), first, second), expected, "{arcs}");
    }
}

/// A third area on a border that has two sides already.
fn third_user() -> DataError {
    let mut file = small();
    let mut third = file["areas"][1].clone();
    third["code"] = json!("C");
    file["areas"].as_array_mut().unwrap().push(third);
    refused(file.to_string().as_bytes())
}

/// A comb of long slanted teeth: no two cross, but the boxes of all of them overlap.
fn tangled() -> DataError {
    let n_teeth = 20_000;
    let comb: Vec<Value> = (0..n_teeth)
        .flat_map(|tooth| {
            let shift = 10.0 - 10.0 * f64::from(tooth) / f64::from(n_teeth);
            [json!([2.0 + shift, 1.0]), json!([42.0 + shift, 50.0])]
        })
        .collect();
    let mut arc = vec![json!([1.0, 0.0]), json!([60.0, 0.0])];
    arc.extend(comb);
    arc.push(json!([1.0, 1.0]));
    refused_with("/arcs/2", Value::Array(arc))
}

#[test]
fn hostile_borders_are_given_up_on() {
    assert_eq!(tangled(), error("areas[1].polygons", Problem::TooTangled));
    assert_eq!(third_user(), error("areas[2].polygons[0][0][0]", Problem::ArcUsedTooOften { arc_ix: 0 }));
}

#[test]
fn fields_are_neither_missing_nor_unknown_nor_doubled() {
    let shape = |error: DataError| match error.problem {
        Problem::WrongShape { detail } => detail,
        other => panic!("{other:?}"),
    };
    assert!(shape(refused_adding("/areas/0", "mayor", json!("X"))).contains("unknown field `mayor`"));
    assert!(shape(refused_adding("/title", "fr", json!("titre"))).contains("unknown field `fr`"));
    assert!(shape(refused_with("/areas/0/kind", json!("town"))).contains("unknown variant `town`"));
    assert!(shape(refused_with("/figures/rows/0/values/0", json!("2"))).contains("invalid type: string"));
    assert!(shape(refused_with("/schema", json!("1"))).contains("invalid type: string"));
    let mut file = small();
    file.as_object_mut().unwrap().remove("arcs");
    assert!(shape(refused(file.to_string().as_bytes())).contains("missing field `arcs`"));
    let doubled =
        small_text().replacen("\"place\":", "\"place\": {\"vi\":\"a\",\"en\":\"b\",\"ru\":\"c\"}, \"place\":", 1);
    assert!(refused(doubled.as_bytes()).to_string().contains("duplicate field `place`"));
}

#[test]
fn broken_text_is_refused_with_line_and_column() {
    assert_eq!(refused(b""), error("file", Problem::Truncated { line: 1, column: 0 }));
    assert_eq!(refused(b"{\n  \"format\""), error("file", Problem::Truncated { line: 2, column: 10 }));
    assert_eq!(refused(b"{}\xff"), error("file", Problem::NotUtf8 { at_byte: 2 }));
    assert_eq!(
        refused("\u{feff}[".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>().as_slice()).problem,
        Problem::NotUtf8 { at_byte: 0 }
    );
    let expected = Problem::NotJson { line: 2, column: 1, detail: "key must be a string".into() };
    assert_eq!(refused(b"{\nformat: 1}"), error("file", expected));
    let not_a_number = small_text().replacen("2.0", "NaN", 1);
    assert!(matches!(refused(not_a_number.as_bytes()).problem, Problem::NotJson { .. }));
    let too_great = small_text().replacen("-0.5", "1e999", 1);
    assert!(matches!(refused(too_great.as_bytes()).problem, Problem::NotJson { .. }));
    let behind = small_text() + "]";
    assert!(matches!(refused(behind.as_bytes()).problem, Problem::NotJson { .. }));
}

#[test]
fn great_files_are_refused_before_they_are_read() {
    let n = super::super::read::limits::BYTES;
    assert_eq!(refused(&vec![b' '; n + 1]), error("file", Problem::TooMany { found: n + 1, limit: n }));
    let tasks = vec![small()["tasks"][0].clone(); 201];
    assert_eq!(refused_with("/tasks", tasks.into()), error("tasks", Problem::TooMany { found: 201, limit: 200 }));
    let areas = vec![small()["areas"][0].clone(); 20_001];
    assert_eq!(refused_with("/areas", areas.into()), error("areas", Problem::TooMany { found: 20_001, limit: 20_000 }));
}

#[test]
fn an_error_reads_as_a_sentence() {
    let error = refused_with("/figures/rows/0/values/5", json!(104));
    assert_eq!(error.to_string(), "figures.rows[0].values[5]: 104 is outside 0 to 100; correct it");
}

/// One name for each problem; a new problem does not compile until it is added here, and then needs a case above.
fn name(problem: &Problem) -> &'static str {
    match problem {
        Problem::TooMany { .. } => "TooMany",
        Problem::EmptyList => "EmptyList",
        Problem::NotUtf8 { .. } => "NotUtf8",
        Problem::Truncated { .. } => "Truncated",
        Problem::NotJson { .. } => "NotJson",
        Problem::WrongShape { .. } => "WrongShape",
        Problem::NotADataFile { .. } => "NotADataFile",
        Problem::NoSchema => "NoSchema",
        Problem::SchemaNewer { .. } => "SchemaNewer",
        Problem::SchemaOlder { .. } => "SchemaOlder",
        Problem::EmptyText => "EmptyText",
        Problem::BadId { .. } => "BadId",
        Problem::Duplicate { .. } => "Duplicate",
        Problem::NotSorted { .. } => "NotSorted",
        Problem::Unknown { .. } => "Unknown",
        Problem::BadPeriod { .. } => "BadPeriod",
        Problem::BadYear { .. } => "BadYear",
        Problem::BadUrl { .. } => "BadUrl",
        Problem::RowLength { .. } => "RowLength",
        Problem::RatioStored { .. } => "RatioStored",
        Problem::RatioPart { .. } => "RatioPart",
        Problem::RatioKind => "RatioKind",
        Problem::BadBase { .. } => "BadBase",
        Problem::OutOfRange { .. } => "OutOfRange",
        Problem::NotWhole { .. } => "NotWhole",
        Problem::NotYesNo { .. } => "NotYesNo",
        Problem::ExceedsBase { .. } => "ExceedsBase",
        Problem::RangeReversed { .. } => "RangeReversed",
        Problem::ArcTooShort { .. } => "ArcTooShort",
        Problem::RepeatedPoint { .. } => "RepeatedPoint",
        Problem::UnknownArc { .. } => "UnknownArc",
        Problem::ArcUnused => "ArcUnused",
        Problem::ArcUsedTooOften { .. } => "ArcUsedTooOften",
        Problem::ArcTwiceInOneArea { .. } => "ArcTwiceInOneArea",
        Problem::ArcSameDirection { .. } => "ArcSameDirection",
        Problem::RingNotClosed { .. } => "RingNotClosed",
        Problem::RingTooShort { .. } => "RingTooShort",
        Problem::RingTurnsWrong { .. } => "RingTurnsWrong",
        Problem::RingsCross { .. } => "RingsCross",
        Problem::HoleOutside => "HoleOutside",
        Problem::TooTangled => "TooTangled",
        Problem::LabelOutside { .. } => "LabelOutside",
    }
}

/// How many names `name` has.
const N_PROBLEMS: usize = 42;

#[test]
fn every_problem_can_happen_and_says_how_to_mend_it() {
    let mut errors: Vec<DataError> = replacements().into_iter().map(|(_, _, expected)| expected).collect();
    errors.extend(broken_borders().into_iter().map(|(_, _, _, expected)| expected));
    errors.extend([b"".as_slice(), b"{}\xff", b"{x", b"[]"].map(refused));
    errors.extend([third_user(), tangled()]);
    let names: BTreeSet<&str> = errors.iter().map(|error| name(&error.problem)).collect();
    assert_eq!(names.len(), N_PROBLEMS, "{names:?}");
    for error in errors {
        let sentence = error.problem.to_string();
        assert!(sentence.contains(['.', ';']), "{sentence}");
    }
}
