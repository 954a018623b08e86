//! How many slips of the keyboard lie between two names.

/// Letters to put in, take out or change until `a` is `b` (Levenshtein); `None` beyond `max`.
pub fn distance(a: &[char], b: &[char], max: usize) -> Option<usize> {
    if max < a.len().abs_diff(b.len()) {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (a_ix, a_char) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = a_ix + 1;
        let mut least = row[0];
        for (b_ix, b_char) in b.iter().enumerate() {
            let changed = diagonal + usize::from(a_char != b_char);
            diagonal = row[b_ix + 1];
            row[b_ix + 1] = changed.min(diagonal + 1).min(row[b_ix] + 1);
            least = least.min(row[b_ix + 1]);
        }
        if max < least {
            return None;
        }
    }
    row.last().copied().filter(|distance| *distance <= max)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn between(a: &str, b: &str, max: usize) -> Option<usize> {
        distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>(), max)
    }

    #[test]
    fn known_distances() {
        assert_eq!(between("kitten", "sitting", 9), Some(3));
        assert_eq!(between("kitten", "sitting", 2), None);
        assert_eq!(between("dongve", "dogve", 2), Some(1));
        assert_eq!(between("", "ab", 2), Some(2));
        assert_eq!(between("", "", 0), Some(0));
    }

    proptest! {
        #[test]
        fn it_is_a_distance(a in "[ab]{0,6}", b in "[ab]{0,6}", c in "[ab]{0,6}") {
            let d = |x: &str, y: &str| between(x, y, 12).unwrap();
            prop_assert_eq!(d(&a, &b), d(&b, &a));
            prop_assert_eq!(d(&a, &b) == 0, a == b);
            prop_assert!(d(&a, &c) <= d(&a, &b) + d(&b, &c));
            prop_assert_eq!(between(&a, &b, 1), Some(d(&a, &b)).filter(|distance| *distance <= 1));
        }
    }
}
