use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::order;
use crate::tasks::look::{Wanted, WorkLook, group_key};
use crate::tasks::month::Month;

fn words(text: &str) -> BTreeSet<String> {
    order::set_of(text.split('.').map(ToOwned::to_owned))
}

fn any_look() -> impl Strategy<Value = WorkLook> {
    let wanted = prop_oneof![
        Just(Wanted::Any),
        Just(Wanted::Blank),
        proptest::sample::select(Status::ALL.to_vec()).prop_map(|(_, status)| Wanted::Of(status)),
    ];
    let month = proptest::option::of((0..10_000i32, 1..=12u32));
    let month = month.prop_map(|month| month.and_then(|(year, month)| Month::parse(&format!("{year:04}-{month:02}"))));
    (any::<[bool; 6]>(), proptest::option::of("[0-9a-f]{16}"), wanted, month).prop_map(
        |([by_street, overdue_only, chosen_only, as_agenda, with_done, year_ahead], group, wanted, month)| WorkLook {
            by_street,
            group,
            wanted,
            overdue_only,
            chosen_only,
            as_agenda,
            month,
            with_done,
            year_ahead,
        },
    )
}

proptest! {
    #[test]
    fn words_are_read_as_they_were_written(look in any_look()) {
        let words = look.words();
        let (again, unknown) = WorkLook::from_words(&words);
        prop_assert_eq!(unknown, Vec::<&str>::new());
        prop_assert_eq!(again, look);
        // The address joins them by full stops.
        prop_assert!(words.iter().all(|word| !word.contains('.') && !word.is_empty()));
    }

    #[test]
    fn any_words_are_read(words in proptest::collection::btree_set(".{0,20}", 0..6)) {
        let (look, unknown) = WorkLook::from_words(&words);
        prop_assert!(unknown.len() <= words.len());
        prop_assert_eq!(WorkLook::from_words(&look.words()).0, look);
    }
}

#[test]
fn the_default_has_no_words_and_what_is_unknown_is_named() {
    assert_eq!(WorkLook::default().words(), BTreeSet::new());
    let words = words("at_risk.late.m-2024-13.m-2024-05.sideways");
    let (look, unknown) = WorkLook::from_words(&words);
    assert_eq!(unknown, ["m-2024-13", "sideways"]);
    let expected = WorkLook {
        wanted: Wanted::Of(Status::AtRisk),
        overdue_only: true,
        month: Month::parse("2024-05"),
        ..WorkLook::default()
    };
    assert_eq!(look, expected);
}

#[test]
fn a_group_is_found_by_its_key_and_one_that_is_gone_hides_nothing() {
    let all = tasks(&real(), Desk::new(1).state());
    let group = group_key(&all[3]);
    let look = WorkLook { group: Some(group.clone()), ..WorkLook::default() };
    let found = look.in_group(&all);
    assert!(found.contains(&3) && found.len() < all.len());
    assert!(found.iter().all(|ix| all[*ix].group == all[3].group));
    let gone = WorkLook { group: Some("0000000000000000".to_owned()), ..WorkLook::default() };
    assert_eq!(gone.in_group(&all).len(), all.len());
    assert_eq!(WorkLook::default().in_group(&all).len(), all.len());
}

#[test]
fn cells_are_looked_for_by_status_and_by_being_overdue() {
    let (ds, mut desk) = (real(), Desk::new(1));
    desk.check_in(key("T2", AREAS[0], "2024-04"), Status::Done);
    let all = matrix(&ds, desk.state(), "2024-04-10");
    let (done, blank) = (all.cell(1, 0).unwrap(), all.cell(1, 1).unwrap());
    let wanting = |wanted, overdue_only| WorkLook { wanted, overdue_only, ..WorkLook::default() };
    assert!(wanting(Wanted::Of(Status::Done), false).wants(&done));
    assert!(!wanting(Wanted::Of(Status::Done), false).wants(&blank));
    assert!(wanting(Wanted::Blank, true).wants(&blank) && !wanting(Wanted::Blank, true).wants(&done));
    let tet = all.cell(0, 0).unwrap();
    assert_eq!(wanting(Wanted::Any, true).wants(&tet), tet.overdue > 0);
    let mut look = wanting(Wanted::Blank, true);
    assert!(!look.wants_any_cell());
    look.clear();
    assert_eq!(look, WorkLook::default());
}
