//! Minimum-cost assignment: who gets which place so that the sum of costs is least.

/// A column that no row has, or no column at all.
const FREE: usize = usize::MAX;

/// For each row its column in the cheapest assignment of rows to different columns. `costs` holds the rows one after
/// another; there are at least as many columns as rows and all costs are finite.
///
/// The Hungarian method with potentials (H. W. Kuhn, J. Munkres; the shortest augmenting paths of R. Jonker and
/// A. Volgenant): rows are added one by one, each along the cheapest path of reassignments. `rows² * columns` steps.
pub fn cheapest_assignment(costs: &[f64], n_rows: usize, n_columns: usize) -> Vec<usize> {
    assert!(n_rows <= n_columns && costs.len() == n_rows * n_columns, "a place for each row");
    let mut row_price = vec![0.0; n_rows];
    let mut column_price = vec![0.0; n_columns];
    let mut row_of = vec![FREE; n_columns];
    // For the search at hand: the cheapest way found to each column, and the column before it on that way.
    let mut way_cost = vec![0.0; n_columns];
    let mut way_from = vec![FREE; n_columns];
    let mut is_settled = vec![false; n_columns];

    for new_row in 0..n_rows {
        way_cost.fill(f64::INFINITY);
        way_from.fill(FREE);
        is_settled.fill(false);
        let mut settled: Vec<usize> = Vec::new();
        let mut row = new_row;
        let mut last_column = FREE;
        let end_column = loop {
            let mut nearest = FREE;
            let mut step = f64::INFINITY;
            for column in (0..n_columns).filter(|&column| !is_settled[column]) {
                let reduced = costs[row * n_columns + column] - row_price[row] - column_price[column];
                if reduced < way_cost[column] {
                    way_cost[column] = reduced;
                    way_from[column] = last_column;
                }
                if way_cost[column] < step || nearest == FREE {
                    step = way_cost[column];
                    nearest = column;
                }
            }
            // Prices move so that the nearest column becomes free of charge and the settled ones stay so.
            row_price[new_row] += step;
            for &column in &settled {
                row_price[row_of[column]] += step;
                column_price[column] -= step;
            }
            for column in (0..n_columns).filter(|&column| !is_settled[column]) {
                way_cost[column] -= step;
            }
            if row_of[nearest] == FREE {
                break nearest;
            }
            is_settled[nearest] = true;
            settled.push(nearest);
            last_column = nearest;
            row = row_of[nearest];
        };
        let mut column = end_column;
        while way_from[column] != FREE {
            row_of[column] = row_of[way_from[column]];
            column = way_from[column];
        }
        row_of[column] = new_row;
    }

    let mut column_of = vec![0; n_rows];
    for (column, &row) in row_of.iter().enumerate() {
        if row != FREE {
            column_of[row] = column;
        }
    }
    column_of
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn total(costs: &[f64], n_columns: usize, column_of: &[usize]) -> f64 {
        column_of.iter().enumerate().map(|(row, column)| costs[row * n_columns + column]).sum()
    }

    /// The least total over all assignments, by trying them all.
    fn least(costs: &[f64], n_columns: usize, taken: &mut Vec<usize>) -> f64 {
        if taken.len() * n_columns == costs.len() {
            return 0.0;
        }
        let row = taken.len();
        let mut best = f64::INFINITY;
        for column in 0..n_columns {
            if !taken.contains(&column) {
                taken.push(column);
                best = best.min(costs[row * n_columns + column] + least(costs, n_columns, taken));
                taken.pop();
            }
        }
        best
    }

    #[test]
    fn nobody_is_assigned_when_there_is_nobody() {
        assert!(cheapest_assignment(&[], 0, 3).is_empty());
    }

    /// Reference: `scipy.optimize.linear_sum_assignment` of `scipy` 1.17.1 on the same 12 by 15 costs: 118.
    #[test]
    fn agrees_with_scipy() {
        let costs: Vec<f64> = (0..180u32).map(|k| f64::from((k * k * 31 + k * 17 + 5) % 101)).collect();
        let column_of = cheapest_assignment(&costs, 12, 15);
        assert_eq!(total(&costs, 15, &column_of), 118.0);
    }

    proptest! {
        #[test]
        fn no_other_assignment_is_cheaper(
            (n_rows, n_columns, costs) in (1..6usize, 0..3usize).prop_flat_map(|(rows, more)| {
                let cells = proptest::collection::vec(-50.0..50.0f64, rows * (rows + more));
                (Just(rows), Just(rows + more), cells)
            }),
        ) {
            let column_of = cheapest_assignment(&costs, n_rows, n_columns);
            let different: std::collections::BTreeSet<_> = column_of.iter().collect();
            prop_assert_eq!(different.len(), n_rows);
            let found = total(&costs, n_columns, &column_of);
            prop_assert!((found - least(&costs, n_columns, &mut Vec::new())).abs() < 1e-9);
        }
    }
}
