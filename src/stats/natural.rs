//! Natural breaks: the optimal split of numbers on a line into clusters, by least squares within the clusters.
//!
//! This is ckmeans (Wang and Song 2011, "Ckmeans.1d.dp"): dynamic programming over sorted values, here with the
//! divide-and-conquer step that makes it O(k n log n), because the best start of the last cluster never moves left
//! when a value is added at the right. The result is the optimum, not a local one. It gives positions only; where
//! between two clusters a break goes is the caller's choice.

use crate::order;

/// A sorted list of distinct values with the number of times that each occurs.
#[derive(Debug, Clone, PartialEq)]
pub struct Distinct {
    /// Strictly ascending.
    pub values: Vec<f64>,
    /// How often each value occurs; as long as `values`.
    pub counts: Vec<usize>,
}

impl Distinct {
    /// Sorts and counts. Values that are not finite are left out.
    pub fn new(values: &[f64]) -> Distinct {
        let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
        order::sort_numbers(&mut sorted);
        let mut distinct = Distinct { values: Vec::new(), counts: Vec::new() };
        for value in sorted {
            match distinct.counts.last_mut() {
                // Plain equality, so that both zeros are one value.
                Some(count) if distinct.values.last() == Some(&value) => *count += 1,
                _ => {
                    distinct.values.push(value);
                    distinct.counts.push(1);
                }
            }
        }
        distinct
    }
}

/// Where the clusters after the first begin, as ascending positions in `distinct.values`: one fewer than clusters.
///
/// There are `n_clusters` clusters, or as many as there are distinct values if those are fewer. Equal values are never
/// parted. Of several optimal splits it gives one, always the same for the same values.
pub fn cluster_starts(distinct: &Distinct, n_clusters: usize) -> Vec<usize> {
    let n_values = distinct.values.len();
    let n_clusters = n_clusters.min(n_values);
    if n_clusters <= 1 {
        return Vec::new();
    }
    let sums = Sums::new(distinct);
    // cost[end]: least squares of the values up to and with `end` in as many clusters as rows were done.
    let mut cost: Vec<f64> = (0..n_values).map(|end| sums.squares(0, end)).collect();
    let mut starts_by_row: Vec<Vec<u32>> = Vec::with_capacity(n_clusters - 1);
    for row in 1..n_clusters {
        let mut next = Row { cost: vec![0.0; n_values], starts: vec![0; n_values] };
        // In row `row` at least `row` values stand before the last cluster.
        next.fill(&sums, &cost, (row, n_values - 1), (row, n_values - 1));
        cost = next.cost;
        starts_by_row.push(next.starts);
    }
    let mut starts = Vec::with_capacity(n_clusters - 1);
    let mut end = n_values - 1;
    for row_starts in starts_by_row.iter().rev() {
        let start = row_starts[end] as usize;
        starts.push(start);
        end = start - 1;
    }
    starts.reverse();
    starts
}

/// Sum of squared distances to the cluster means, for clusters that begin at 0 and at each of `starts`.
pub fn within_squares(distinct: &Distinct, starts: &[usize]) -> f64 {
    let sums = Sums::new(distinct);
    let ends = starts.iter().copied().chain([distinct.values.len()]);
    let begins = [0].into_iter().chain(starts.iter().copied());
    begins.zip(ends).filter(|(begin, end)| begin < end).map(|(begin, end)| sums.squares(begin, end - 1)).sum()
}

/// One row of the dynamic program: a given number of clusters, every end.
struct Row {
    cost: Vec<f64>,
    starts: Vec<u32>,
}

impl Row {
    /// Fills the ends of a range, given the range in which their last clusters may begin (all ends inclusive).
    fn fill(&mut self, sums: &Sums, previous: &[f64], ends: (usize, usize), starts: (usize, usize)) {
        let middle = usize::midpoint(ends.0, ends.1);
        let mut best = (f64::INFINITY, starts.0);
        for start in starts.0..=starts.1.min(middle) {
            let cost = previous[start - 1] + sums.squares(start, middle);
            if cost < best.0 {
                best = (cost, start);
            }
        }
        self.cost[middle] = best.0;
        self.starts[middle] = best.1 as u32;
        if ends.0 < middle {
            self.fill(sums, previous, (ends.0, middle - 1), (starts.0, best.1));
        }
        if middle < ends.1 {
            self.fill(sums, previous, (middle + 1, ends.1), (best.1, starts.1));
        }
    }
}

/// Running sums, by which the squares of any run of values are found at once.
struct Sums {
    weight: Vec<f64>,
    value: Vec<f64>,
    square: Vec<f64>,
}

impl Sums {
    fn new(distinct: &Distinct) -> Sums {
        // Differences from the median value keep the squares small, so that subtracting them loses few digits.
        let origin = distinct.values.get(distinct.values.len() / 2).copied().unwrap_or(0.0);
        let mut sums = Sums { weight: vec![0.0], value: vec![0.0], square: vec![0.0] };
        let (mut weight_sum, mut value_sum, mut square_sum) = (0.0, 0.0, 0.0);
        for (value, &count) in distinct.values.iter().zip(&distinct.counts) {
            let (offset, count) = (value - origin, count as f64);
            weight_sum += count;
            value_sum += count * offset;
            square_sum += count * offset * offset;
            sums.weight.push(weight_sum);
            sums.value.push(value_sum);
            sums.square.push(square_sum);
        }
        sums
    }

    /// Squared distances to their mean of the values from `first` to `last`, both included.
    fn squares(&self, first: usize, last: usize) -> f64 {
        let run = |sums: &[f64]| sums[last + 1] - sums[first];
        let value = run(&self.value);
        (run(&self.square) - value * value / run(&self.weight)).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn clusters(values: &[f64], n_clusters: usize) -> Vec<Vec<f64>> {
        let distinct = Distinct::new(values);
        let starts = cluster_starts(&distinct, n_clusters);
        let mut clusters = vec![Vec::new()];
        for (ix, (&value, &count)) in distinct.values.iter().zip(&distinct.counts).enumerate() {
            if starts.contains(&ix) {
                clusters.push(Vec::new());
            }
            clusters.last_mut().unwrap().extend(std::iter::repeat_n(value, count));
        }
        clusters
    }

    /// The example of the paper's R package documentation: three groups that the eye sees.
    #[test]
    fn groups_that_the_eye_sees() {
        assert_eq!(
            clusters(&[-1.0, 2.0, -1.0, 2.0, 4.0, 5.0, 6.0, -1.0, 2.0, -1.0], 3),
            [vec![-1.0; 4], vec![2.0; 3], vec![4.0, 5.0, 6.0]]
        );
    }

    #[test]
    fn few_values() {
        assert_eq!(clusters(&[], 3), [Vec::<f64>::new()]);
        assert_eq!(clusters(&[7.0], 3), [vec![7.0]]);
        assert_eq!(clusters(&[7.0, 7.0], 3), [vec![7.0; 2]]);
        assert_eq!(clusters(&[7.0, 1.0, 7.0], 5), [vec![1.0], vec![7.0; 2]]);
        assert_eq!(clusters(&[1.0, 2.0], 0), [vec![1.0, 2.0]]);
        assert_eq!(clusters(&[f64::NAN, 0.0, -0.0], 2), [vec![0.0; 2]]);
    }

    /// Least squares over all ways to part the values.
    fn brute_force(distinct: &Distinct, n_clusters: usize, starts: &mut Vec<usize>) -> f64 {
        if starts.len() + 1 == n_clusters.min(distinct.values.len()) {
            return within_squares(distinct, starts);
        }
        let next = starts.last().map_or(1, |last| last + 1);
        let mut best = f64::INFINITY;
        for start in next..distinct.values.len() {
            starts.push(start);
            best = best.min(brute_force(distinct, n_clusters, starts));
            starts.pop();
        }
        best
    }

    proptest! {
        #[test]
        fn optimal_by_brute_force(values in prop::collection::vec(-50_i32..50, 1..14), n_clusters in 1_usize..5) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let distinct = Distinct::new(&values);
            let starts = cluster_starts(&distinct, n_clusters);
            prop_assert_eq!(starts.len() + 1, n_clusters.min(distinct.values.len()));
            let least = brute_force(&distinct, n_clusters, &mut Vec::new());
            let found = within_squares(&distinct, &starts);
            prop_assert!((found - least).abs() <= 1e-9 * (1.0 + least), "{} {}", found, least);
        }
    }
}
