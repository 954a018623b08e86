//! Measures estimates natively: nine indicators of 34 areas with their intervals, then sums and ranks from the draws.
//!
//! `cargo run --release --example estimate_bench`; with `--json` an array of named numbers on standard output, nothing else.

use std::time::Instant;

use ward_atlas::stats::estimate::{Estimate, Input, Kind, Settings, estimate};

/// Households of the 34 areas, about.
const HOUSEHOLDS: [f64; 34] = [
    1_709.0, 7_507.0, 4_024.0, 3_409.0, 1_887.0, 4_673.0, 3_047.0, 2_597.0, 2_827.0, 8_557.0, 3_227.0, 3_172.0,
    3_394.0, 4_510.0, 2_711.0, 2_951.0, 2_991.0, 3_831.0, 1_040.0, 2_505.0, 3_135.0, 2_925.0, 2_241.0, 1_866.0,
    1_343.0, 2_378.0, 1_031.0, 2_320.0, 3_555.0, 2_518.0, 1_978.0, 2_303.0, 2_228.0, 2_127.0,
];

fn main() {
    let subdivisions = HOUSEHOLDS.map(|households| (households / 330.0_f64).round().max(1.0));
    let indicators = [
        ("civilised_weddings", Kind::YesNo, 20.0),
        ("cultural_families", Kind::Capped(&HOUSEHOLDS), 78_201.0),
        ("cultural_areas", Kind::Capped(&subdivisions), 262.0),
        ("model_roads", Kind::Open, 136.0),
        ("flower_pots", Kind::Open, 11_312.0),
        ("flower_roads", Kind::Open, 17_231.0),
        ("clean_houses", Kind::Open, 68.0),
        ("bins", Kind::Open, 7_619.0),
        ("party_admissions", Kind::Open, 169.0),
    ];
    let run = |(_, kind, total): (&str, Kind, f64)| -> Estimate {
        let input = Input { total: Some(total), kind, weights: &HOUSEHOLDS, reports: &[None; 34], decimals: 0 };
        estimate(&input, &Settings::default())
    };
    let mut numbers: Vec<(String, f64)> = Vec::new();
    for indicator in indicators {
        numbers.push((format!("estimate_{}_ms", indicator.0), best_ms(|| run(indicator))));
    }
    numbers.push(("estimate_34_areas_9_indicators_ms".to_owned(), best_ms(|| indicators.map(run))));
    let families = run(indicators[1]);
    let set: Vec<bool> = (0..34).map(|ix| ix % 2 == 0).collect();
    numbers.push(("interval_of_a_sum_ms".to_owned(), best_ms(|| families.interval_of_sum(&set))));
    numbers.push(("intervals_of_ranks_ms".to_owned(), best_ms(|| families.rank_intervals(Some(&HOUSEHOLDS), true))));

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
