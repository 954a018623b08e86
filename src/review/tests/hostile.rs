//! A file may bring any records that its reader lets pass; nothing here may panic over them.

use proptest::prelude::*;

use super::*;
use crate::data::Lang;
use crate::journal::kinds::KINDS;
use crate::journal::{Hlc, Record, RecordId, Target, Value};
use crate::review::describe::finding_words;
use crate::review::inputs::estimate_inputs;
use crate::review::table::table;
use crate::review::{findings, lay, with_own_indicators};

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<u64>().prop_map(|bits| Value::number(f64::from_bits(bits))),
        (0u32..50).prop_map(|number| Value::number(number.into())),
        "(14758|14761|count|share|yes_no|households_2019|village|\\PC{0,6})".prop_map(Value::Text),
    ]
}

fn record() -> impl Strategy<Value = Record> {
    let field = (any::<prop::sample::Index>(), any::<prop::sample::Index>());
    let key = "(14758:bins:2023|14758:cultural_areas:2023|14761:bins:2023:a|14761:subdivisions:2023|\
               14761:a:2023|14761:bins:2023::practice|a|b|city|\\PC{0,8}(:\\PC{0,3}){0,5})";
    (field, key, value(), 0u64..3, 0u32..90).prop_map(|((kind, field), key, new, writer, count)| {
        let (kind, spec) = kind.get(KINDS);
        let id = RecordId { at: Hlc { ms: 1, count }, writer: WriterId(writer) };
        Record {
            id,
            author: String::new(),
            device: DeviceId(writer),
            target: Target { kind: kind.clone(), key, field: field.get(spec.fields).name.to_owned() },
            old: Value::Null,
            new,
            sees: Vec::new(),
            step: id,
            step_name: String::new(),
            undoes: None,
        }
    })
}

proptest! {
    #[test]
    fn any_records_are_reviewed(records in prop::collection::vec(record(), 0..60)) {
        let mut desk = Desk::new(9);
        desk.0.merge(records, 0);
        let (ds, state) = (real(), desk.state());
        let ds = with_own_indicators(&ds, state);
        for period in [None, Some("2022"), Some("")] {
            let laid = lay(&ds, state, period);
            let all: Vec<usize> = (0..ds.indicators.len()).collect();
            let table = table(&ds, &laid, period, &all);
            prop_assert_eq!(table.progress.n_cells, 34 * all.len());
            for ix in all {
                for area_ix in 0..34 {
                    let figure = laid.figures[ix][area_ix];
                    prop_assert!(figure.value.is_none_or(|value| ds.indicators[ix].kind.allows(value)));
                }
                if let Some(inputs) = estimate_inputs(&ds, &laid, &state.estimate_settings(), period, ix) {
                    prop_assert!(inputs.weights.iter().all(|weight| weight.is_finite() && *weight >= 0.0));
                    prop_assert!(inputs.weights.iter().any(|weight| *weight > 0.0));
                }
            }
            let found = findings(&ds, state, &laid, period);
            let ids: std::collections::BTreeSet<&str> = found.iter().map(|finding| finding.id.as_str()).collect();
            prop_assert_eq!(ids.len(), found.len());
            for lang in Lang::ALL {
                let words = found.iter().map(|finding| finding_words(&ds, finding, lang));
                prop_assert!(words.into_iter().all(|sentence| sentence.ends_with('.')));
            }
        }
    }
}
