//! Sorting, and sets that are filled: each compiled once for the whole page.
//!
//! The sort of the standard library is a large one, and the compiler makes a copy of it for every place that sorts, also
//! for every collection of a `BTreeSet` or `BTreeMap`; forty copies were a tenth of the wasm. Here one sort orders
//! positions, and what is sorted is moved to them. For the sizes of this page (a country of 11,163 communes) the
//! indirection is not to be felt.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts by a comparison; what is equal keeps its order.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut from_ixs = positions(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    // Each cycle of the permutation is gone round once; a position is marked as settled by pointing at itself.
    for start in 0..items.len() {
        let mut to = start;
        loop {
            let from = std::mem::replace(&mut from_ixs[to], to);
            if from == start {
                break;
            }
            items.swap(to, from);
            to = from;
        }
    }
}

/// Sorts by a key; what is equal keeps its order. The key is taken anew for each comparison.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts in the order of [`f64::total_cmp`].
pub fn sort_numbers(numbers: &mut [f64]) {
    sort_by(numbers, f64::total_cmp);
}

/// The set of some items.
pub fn set_of<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}

/// The map of some pairs; of equal keys the last one holds.
pub fn map_of<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in pairs {
        map.insert(key, value);
    }
    map
}

/// The positions of `len` items in sorted order. Not generic, so that there is one.
#[expect(clippy::disallowed_methods, reason = "the one sort")]
fn positions(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut ixs: Vec<usize> = (0..len).collect();
    ixs.sort_by(|&a, &b| compare(a, b));
    ixs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(keys in prop::collection::vec(0u8..9, 0..80)) {
            let mut items: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            // Pairs are unique and rise with their place, so the stable order by key is the order of the pairs.
            let expected = set_of(items.clone()).into_iter().collect::<Vec<_>>();
            sort_by_key(&mut items, |item| item.0);
            prop_assert_eq!(items, expected);
        }

        #[test]
        fn numbers_come_in_their_total_order(mut numbers: Vec<f64>) {
            sort_numbers(&mut numbers);
            prop_assert!(numbers.is_sorted_by(|a, b| a.total_cmp(b).is_le()));
        }
    }

    #[test]
    fn of_equal_keys_the_last_one_holds() {
        assert_eq!(map_of([(1, 'a'), (2, 'b'), (1, 'c')]).into_values().collect::<String>(), "cb");
    }
}
