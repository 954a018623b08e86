//! Percentiles of draws.

/// The part of the draws that an interval leaves out on either side.
const TAIL: f64 = 0.05;

/// The least and greatest of the draws of one number after a twentieth is left out on either side; reorders them.
///
/// Of `n` draws these are the values of rank k and n + 1 − k with k the whole number nearest to (n + 1) / 20, between
/// which a further draw falls in 9 of 10 cases. `None` of none.
pub(crate) fn interval(draws: &mut [f64]) -> Option<(f64, f64)> {
    let last_ix = draws.len().checked_sub(1)?;
    let left_out = left_out(last_ix);
    let low = nth(draws, left_out);
    // What is not less now stands from there on.
    let behind = &mut draws[left_out..];
    Some((low, nth(behind, last_ix - 2 * left_out)))
}

/// How many of so many draws and one an interval leaves out on either side.
fn left_out(last_ix: usize) -> usize {
    ((TAIL * (last_ix + 2) as f64 + 0.5) as usize).saturating_sub(1).min(last_ix)
}

/// The same of small whole numbers, told how often each of them was drawn: of ranks there are few different ones.
pub(crate) fn interval_of_counts(counts: &[usize]) -> Option<(usize, usize)> {
    let last_ix = counts.iter().sum::<usize>().checked_sub(1)?;
    let left_out = left_out(last_ix);
    let mut n_before = 0;
    let mut low = None;
    for (number, count) in counts.iter().enumerate() {
        n_before += count;
        if left_out < n_before {
            low = low.or(Some(number));
        }
        if last_ix - left_out < n_before {
            return Some((low?, number));
        }
    }
    None
}

/// Of so many numbers a pivot is chosen.
const SAMPLE: usize = 21;

/// The number that would stand at this position (within range) after sorting, by Hoare's quickselect with pivots of a
/// sample (Floyd and Rivest 1975): two of a thousand numbers are wanted, for hundreds of areas and indicators at a time.
fn nth(numbers: &mut [f64], n: usize) -> f64 {
    let (mut start, mut end) = (0, numbers.len());
    while start + 1 < end {
        let pivot = pivot(&numbers[start..end], n - start);
        let (mut low, mut high) = (start, end);
        while low < high {
            while numbers[low] < pivot {
                low += 1;
            }
            while pivot < numbers[high - 1] {
                high -= 1;
            }
            if low < high {
                numbers.swap(low, high - 1);
                low += 1;
                high -= 1;
            }
        }
        // Before `high` nothing is greater than the pivot, from `low` on nothing is less, and between both all are equal.
        if high <= n {
            start = low;
        }
        if n < low {
            end = high;
        }
    }
    numbers[n]
}

/// A number a little nearer to the middle than the one that is wanted: most others are then on its far side and are never
/// looked at again.
fn pivot(numbers: &[f64], n: usize) -> f64 {
    let step = numbers.len() / SAMPLE;
    if step < 3 {
        return numbers[n];
    }
    let mut sample: [f64; SAMPLE] = std::array::from_fn(|ix| numbers[ix * step]);
    for end in 1..SAMPLE {
        let mut ix = end;
        while 0 < ix && sample[ix] < sample[ix - 1] {
            sample.swap(ix, ix - 1);
            ix -= 1;
        }
    }
    let ix = n * SAMPLE / numbers.len();
    sample[if ix < SAMPLE / 2 { ix + 2 } else { ix - 2 }]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::order;

    #[test]
    fn nine_in_ten() {
        assert_eq!(interval(&mut []), None);
        assert_eq!(interval(&mut [3.0]), Some((3.0, 3.0)));
        let mut draws: Vec<f64> = (1..=400).rev().map(f64::from).collect();
        assert_eq!(interval(&mut draws), Some((20.0, 381.0)));
    }

    proptest! {
        #[test]
        fn selects_what_sorting_finds(mut numbers in prop::collection::vec(0_u16..200, 1..500), at in 0.0_f64..1.0) {
            let mut numbers: Vec<f64> = numbers.drain(..).map(f64::from).collect();
            let n = (at * numbers.len() as f64) as usize;
            let found = nth(&mut numbers, n);
            order::sort_numbers(&mut numbers);
            prop_assert_eq!(found, numbers[n]);
        }

        #[test]
        fn counts_give_the_same_interval(drawn in prop::collection::vec(0_usize..12, 0..90)) {
            let mut counts = [0; 12];
            for number in &drawn {
                counts[*number] += 1;
            }
            let mut numbers: Vec<f64> = drawn.iter().map(|number| *number as f64).collect();
            let expected = interval(&mut numbers).map(|(low, high)| (low as usize, high as usize));
            prop_assert_eq!(interval_of_counts(&counts), expected);
        }
    }
}
