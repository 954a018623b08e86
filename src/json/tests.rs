use super::*;

#[test]
fn numbers_are_read_as_the_standard_library_reads_them() {
    for text in ["0", "-0", "000", "0.5", "00.25", "007", "1e3", "2.5e-7", "123456789012345", "-84.2", "99999.99"] {
        assert_eq!(number(text), text.parse().ok(), "{text}");
    }
    for text in ["", "-", ".5", "5.", "+1", "inf", "nan", "1e999", "0x1", "1 ", "1,2", "--1", "[1]", "null"] {
        assert_eq!(number(text), None, "{text}");
    }
}
use proptest::prelude::*;

fn trees() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        (-1e9..1e9).prop_map(Into::into),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 40, 30, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::hash_map(any::<String>(), inner, 0..30)
                .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_tree_is_read_and_written_as_serde_json_does(tree in trees()) {
        let text = tree.to_string();
        // Read back, as its reader of numbers may be off by a unit in the last place.
        let expected = serde_json::from_str::<serde_json::Value>(&text).unwrap().to_string();
        prop_assert_eq!(parse(&text).unwrap().to_text(), expected);
    }
}

#[test]
fn errors_name_their_place() {
    let error = |text: &str| {
        let mut fields = parse(text).unwrap().fields().unwrap();
        fields.take::<Vec<(f64, f64)>>("points").unwrap_err()
    };
    assert_eq!(error("{\"points\":[[1,2],[3,\"4\"]]}").place, "points[1][1]");
    assert_eq!(error("{\"points\":[[1,2,3]]}").detail, "invalid length 3, expected a list of 2");
    assert_eq!(error("{}").detail, "missing field `points`");
    let nested = Misshapen::new(String::new()).in_field("x").in_item(2).in_field("rows").in_field("figures");
    assert_eq!(nested.place, "figures.rows[2].x");
}

#[test]
fn names_stand_once_in_small_and_great_objects() {
    assert!(parse("{\"a\":1,\"a\":2}").unwrap_err().to_string().starts_with("duplicate field `a`"));
    let many: Vec<String> = (0..40).map(|ix| format!("\"{}\":0", ix % 39)).collect();
    assert!(parse(&format!("{{{}}}", many.join(","))).unwrap_err().to_string().starts_with("duplicate field `0`"));
}

#[test]
fn whole_numbers_keep_their_bounds() {
    let read = |text: &str| u8::from_json(parse(text).unwrap());
    assert_eq!(read("255"), Ok(255));
    assert!(["256", "-1", "1.0", "\"1\"", "null"].iter().all(|text| read(text).is_err()));
    assert_eq!(Option::<u8>::from_json(Json::Null), Ok(None));
}
