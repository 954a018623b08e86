//! Measures composite indices natively: 34 areas by 12 indicators, scores with leave-one-out, then ranks of 1,000 draws.
//!
//! `cargo run --release --example index_bench`; with `--json` an array of named numbers on standard output, nothing else.

use std::time::Instant;

use ward_atlas::stats::composite::{Aggregation, Column, Doubt, Doubts, Input, Normalisation, drawn, index, uncertain};
use ward_atlas::stats::funnel::limits;

const N_AREAS: usize = 34;
const N_INDICATORS: usize = 12;
const N_ROWS: usize = 400;

fn main() {
    let keys: Vec<u64> = (0..N_AREAS as u64).collect();
    // Steps of the golden ratio: spread over 0 to 1 without a random generator.
    let part = |ix: usize| (ix as f64 * 0.618_033_988_75).fract();
    let figures: Vec<Vec<Option<f64>>> =
        (0..N_INDICATORS).map(|column| (0..N_AREAS).map(|ix| Some(part(column * N_AREAS + ix))).collect()).collect();
    let intervals: Vec<Vec<Option<(f64, f64)>>> = figures
        .iter()
        .map(|column| column.iter().map(|value| value.map(|value| (value - 0.2, value + 0.3))).collect())
        .collect();
    let rows: Vec<Vec<f64>> =
        (0..N_INDICATORS).map(|column| (0..N_AREAS * N_ROWS).map(|ix| part(column * 7_919 + ix)).collect()).collect();
    let column = |ix: usize| Column {
        key: ix as u64,
        values: &figures[ix],
        higher_is_better: !ix.is_multiple_of(3),
        weight: 1.0,
        bounds: None,
        target: None,
        unit_targets: &[],
        doubt: Doubt::None,
    };
    let certain: Vec<Column> = (0..N_INDICATORS).map(column).collect();
    let by_interval: Vec<Column> =
        (0..N_INDICATORS).map(|ix| Column { doubt: Doubt::Intervals(&intervals[ix]), ..certain[ix] }).collect();
    let by_draws: Vec<Column> =
        (0..N_INDICATORS).map(|ix| Column { doubt: Doubt::Draws(&rows[ix]), ..certain[ix] }).collect();
    let input = |columns| Input {
        unit_keys: &keys,
        columns,
        normalisation: Normalisation::MinMax,
        aggregation: Aggregation::Arithmetic,
        threshold: 0.5,
        threshold_by_weight: false,
    };
    let all = [Normalisation::MinMax, Normalisation::ZScore, Normalisation::Rank, Normalisation::Target];
    let doubts = |normalisations| Doubts { seed: 1, n_draws: 1_000, weight_spread: 0.25, normalisations };
    let geometric = |columns| Input { aggregation: Aggregation::Geometric, ..input(columns) };

    let kept = drawn(&input(&by_interval), &doubts(&all)).expect("the columns are sound");
    let numbers = [
        ("index_34_areas_12_indicators_ms", best_ms(|| index(&input(&certain)))),
        ("ranks_of_1000_weights_ms", best_ms(|| uncertain(&input(&certain), &doubts(&all[..1])))),
        ("ranks_of_1000_weights_4_normalisations_ms", best_ms(|| uncertain(&input(&certain), &doubts(&all)))),
        ("ranks_of_1000_draws_of_figures_ms", best_ms(|| uncertain(&input(&by_draws), &doubts(&all[..1])))),
        ("ranks_of_1000_intervals_ms", best_ms(|| uncertain(&input(&by_interval), &doubts(&all[..1])))),
        ("ranks_of_1000_intervals_4_normalisations_ms", best_ms(|| uncertain(&input(&by_interval), &doubts(&all)))),
        ("ranks_of_1000_intervals_geometric_ms", best_ms(|| uncertain(&geometric(&by_interval), &doubts(&all[..1])))),
        ("ranks_of_1000_intervals_by_other_weights_ms", best_ms(|| kept.ranks(&input(&by_interval), 0.25))),
        (
            "funnel_limits_of_64_bases_ms",
            best_ms(|| (1..=64).map(|ix| limits(f64::from(ix) * 150.0, 0.84)).collect::<Vec<_>>()),
        ),
    ];
    if std::env::args().any(|argument| argument == "--json") {
        let rows: Vec<String> =
            numbers.iter().map(|(name, value)| format!("{{\"name\":\"{name}\",\"value\":{value:.3}}}")).collect();
        println!("[{}]", rows.join(","));
    } else {
        for (name, value) in numbers {
            println!("{name:45} {value:10.3}");
        }
    }
}

/// The best of fifteen runs, in milliseconds.
fn best_ms<T>(mut run: impl FnMut() -> T) -> f64 {
    let time = |_| {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed().as_secs_f64() * 1000.0
    };
    (0..15).map(time).fold(f64::INFINITY, f64::min)
}
