//! Places of areas in an order by value, ties included.
//!
//! Competition ranking: equal values share the better place and the places behind it stay empty (1, 2, 2, 4). Values
//! are equal only if they are the same number. How sure a rank is, is not told here.

use crate::order;

/// A place in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    /// From 1.
    pub rank: usize,
    /// How many have a value at all.
    pub of: usize,
    /// How many share the place, with this one; 1 where it stands alone.
    pub tied: usize,
}

/// The rank of each value, in the order given; `None` for those without a value (or with NaN), which do not take part.
pub fn ranks(values: &[Option<f64>], highest_first: bool) -> Vec<Option<Rank>> {
    let known = |value: &Option<f64>| value.filter(|value| !value.is_nan());
    let mut sorted: Vec<f64> = values.iter().filter_map(known).collect();
    order::sort_numbers(&mut sorted);
    let of = sorted.len();
    let rank_of = |value: f64| {
        // Plain comparison, so that both zeros are one value.
        let n_less = sorted.partition_point(|other| *other < value);
        let n_not_greater = sorted.partition_point(|other| *other <= value);
        let n_before = if highest_first { of - n_not_greater } else { n_less };
        Rank { rank: n_before + 1, of, tied: n_not_greater - n_less }
    };
    values.iter().map(|value| known(value).map(rank_of)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DIGITS_OF_PI: [f64; 11] = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0, 5.0];

    fn places(values: &[f64], highest_first: bool) -> Vec<usize> {
        let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
        ranks(&values, highest_first).into_iter().map(|rank| rank.unwrap().rank).collect()
    }

    /// As `scipy.stats.rankdata(…, "min")` of `SciPy` 1.17.1 gives them, for the values and for their negatives.
    #[test]
    fn ranks_with_ties() {
        assert_eq!(places(&DIGITS_OF_PI, true), [7, 10, 6, 10, 3, 1, 9, 2, 3, 7, 3]);
        assert_eq!(places(&DIGITS_OF_PI, false), [4, 1, 6, 1, 7, 11, 3, 10, 7, 4, 7]);
    }

    #[test]
    fn missing_values_do_not_take_part() {
        let ranks = ranks(&[Some(2.0), None, Some(5.0), Some(2.0), Some(f64::NAN)], true);
        let two = Some(Rank { rank: 2, of: 3, tied: 2 });
        assert_eq!(ranks, [two, None, Some(Rank { rank: 1, of: 3, tied: 1 }), two, None]);
        assert_eq!(super::ranks(&[], true), []);
        assert_eq!(super::ranks(&[None], false), [None]);
        assert_eq!(super::ranks(&[Some(0.0), Some(-0.0)], true)[1], Some(Rank { rank: 1, of: 2, tied: 2 }));
    }

    proptest! {
        /// From both ends, the places of a value and of those tied with it cover the list once.
        #[test]
        fn both_directions_agree(values in prop::collection::vec(-5_i32..5, 1..30)) {
            let values: Vec<Option<f64>> = values.into_iter().map(|value| Some(f64::from(value))).collect();
            for (down, up) in ranks(&values, true).into_iter().zip(ranks(&values, false)) {
                let (down, up) = (down.unwrap(), up.unwrap());
                prop_assert_eq!(down.rank + up.rank + down.tied - 1, values.len() + 1);
                prop_assert_eq!(down.tied, up.tied);
            }
        }
    }
}
