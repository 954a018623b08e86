//! Whether intervals hold what they promise: truth drawn from the model by other means, part of it reported, the rest
//! compared with its intervals.
//!
//! An interval of whole numbers covers more than it promises, because its ends are whole. So beside the plain coverage
//! each miss and hit is counted with the ends shared out at random (a randomised probability integral transform), which
//! must be 90 % for whole numbers too.

use super::tests::SUBDIVISIONS;
use super::*;
use crate::tests::HOUSEHOLDS;

/// Draws truth with other methods than the code under test has: gamma numbers by Marsaglia and Tsang (2000), binomial
/// ones one by one.
struct Truth(Rng);

impl Truth {
    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.0.fraction()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.0.fraction()).cos()
    }

    fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            return self.gamma(shape + 1.0) * (1.0 - self.0.fraction()).powf(1.0 / shape);
        }
        let d = shape - 1.0 / 3.0;
        loop {
            let normal = self.normal();
            let v = (1.0 + normal / (9.0 * d).sqrt()).powi(3);
            if 0.0 < v && (1.0 - self.0.fraction()).ln() < 0.5 * normal * normal + d - d * v + d * v.ln() {
                return d * v;
            }
        }
    }

    fn beta_binomial(&mut self, n: f64, p: f64, precision: f64) -> f64 {
        let (yes, no) = (self.gamma(p * precision), self.gamma((1.0 - p) * precision));
        let p = yes / (yes + no);
        (0..n as usize).filter(|_| self.0.fraction() < p).count() as f64
    }

    /// Each unit goes to an area by shares that are gamma numbers divided by their sum.
    fn dirichlet_multinomial(&mut self, total: f64, weights: &[f64], precision: f64) -> Vec<f64> {
        let weight_of_all: f64 = weights.iter().sum();
        let gammas: Vec<f64> = weights.iter().map(|weight| self.gamma(precision * weight / weight_of_all)).collect();
        let mut ends = Vec::new();
        for gamma in gammas {
            ends.push(gamma + ends.last().unwrap_or(&0.0));
        }
        let mut counts = vec![0.0; weights.len()];
        for _ in 0..total as usize {
            let at = self.0.fraction() * ends[ends.len() - 1];
            counts[ends.partition_point(|end| *end <= at)] += 1.0;
        }
        counts
    }

    /// Each area reports with this probability.
    fn reports(&mut self, truth: &[f64], probability: f64) -> Vec<Option<f64>> {
        truth.iter().map(|value| (self.0.fraction() < probability).then_some(*value)).collect()
    }
}

/// How many intervals were looked at, and how many held.
#[derive(Default)]
struct Coverage {
    n: f64,
    plain: f64,
    randomised: f64,
}

impl Coverage {
    /// A true number, its interval and its draws.
    fn count(&mut self, truth: f64, interval: (f64, f64), draws: &[f64], rng: &mut Rng) {
        self.n += 1.0;
        self.plain += f64::from(interval.0 <= truth && truth <= interval.1);
        let less = draws.iter().filter(|draw| **draw < truth).count() as f64;
        let equal = draws.iter().filter(|draw| **draw == truth).count() as f64;
        let place = (less + rng.fraction() * (equal + 1.0)) / (draws.len() as f64 + 1.0);
        self.randomised += f64::from((0.05..0.95).contains(&place));
    }

    fn check(&self, what: &str, most: f64) {
        let (plain, randomised) = (self.plain / self.n, self.randomised / self.n);
        println!("{what}: {plain:.4} of {}, randomised {randomised:.4}", self.n);
        assert!((0.87..=most).contains(&plain), "{what}: {plain} are covered");
        assert!((0.87..=0.93).contains(&randomised), "{what}: {randomised} are covered with shared ends");
    }
}

/// Coverage of areas, of sums over every second and third area, and of ranks by `per`, over worlds drawn by `world`.
fn simulate(
    n_worlds: u64,
    kind: Kind,
    per: &[f64],
    report_probability: f64,
    world: &mut dyn FnMut(&mut Truth) -> Vec<f64>,
) -> [Coverage; 3] {
    let mut truth_rng = Truth(Rng::new(34));
    let mut rng = Rng::new(311);
    let [mut areas, mut sums, mut of_ranks]: [Coverage; 3] = Default::default();
    for seed in 0..n_worlds {
        let truth = world(&mut truth_rng);
        let reports = truth_rng.reports(&truth, report_probability);
        let total = Some(truth.iter().sum());
        let input = Input { total, kind, weights: per, reports: &reports, decimals: 0 };
        let found = estimate(&input, &Settings { seed, ..Settings::default() });
        assert_eq!(found.conflicts, []);
        for (position, ix) in found.open.iter().enumerate() {
            let area = found.areas[*ix].unwrap();
            areas.count(truth[*ix], (area.low, area.high), &found.sums(&[position]), &mut rng);
        }
        for every in [2, 3] {
            let set: Vec<bool> = (0..34).map(|ix| ix % every == 0).collect();
            let columns: Vec<usize> = (0..found.open.len()).filter(|position| set[found.open[*position]]).collect();
            let sum = found.interval_of_sum(&set).unwrap();
            let reported: f64 = (0..34).filter(|ix| set[*ix]).filter_map(|ix| reports[ix]).sum();
            let truth: f64 = columns.iter().map(|position| truth[found.open[*position]]).sum();
            let interval = (sum.low - reported, sum.high - reported);
            sums.count(truth, interval, &found.sums(&columns), &mut rng);
        }
        // The slowest part, and the one that counts many per world.
        if seed % 4 == 0 {
            count_ranks(&mut of_ranks, &found, &truth, per, &mut rng);
        }
    }
    [areas, sums, of_ranks]
}

fn count_ranks(coverage: &mut Coverage, found: &Estimate, truth: &[f64], per: &[f64], rng: &mut Rng) {
    let rank_all = |values: &[f64]| -> Vec<f64> {
        let rates: Vec<Option<f64>> = values.iter().zip(per).map(|(value, per)| Some(value / per)).collect();
        rank::ranks(&rates, true).into_iter().map(|rank| rank.unwrap().rank as f64).collect()
    };
    let intervals = found.rank_intervals(Some(per), true);
    let true_ranks = rank_all(truth);
    let rows: Vec<Vec<f64>> = (0..found.n_draws()).map(|ix| rank_all(&found.draw(ix).unwrap())).collect();
    for ix in found.open.iter().copied() {
        let drawn: Vec<f64> = rows.iter().map(|row| row[ix]).collect();
        let interval = intervals[ix].unwrap();
        coverage.count(true_ranks[ix], (interval.best as f64, interval.worst as f64), &drawn, rng);
    }
}

#[test]
fn families() {
    let mut world = |truth: &mut Truth| HOUSEHOLDS.map(|n| truth.beta_binomial(n, 0.856, DEFAULT_PRECISION)).to_vec();
    let [areas, sums, ranks] = simulate(400, Kind::Capped(&HOUSEHOLDS), &HOUSEHOLDS, 0.35, &mut world);
    areas.check("families", 0.93);
    sums.check("families of a set of areas", 0.93);
    ranks.check("ranks of families", 0.95);
}

#[test]
fn cultural_areas() {
    let mut world = |truth: &mut Truth| SUBDIVISIONS.map(|n| truth.beta_binomial(n, 0.842, DEFAULT_PRECISION)).to_vec();
    let [areas, sums, ranks] = simulate(400, Kind::Capped(&SUBDIVISIONS), &SUBDIVISIONS, 0.35, &mut world);
    // Of 5 streets or villages the ends alone have several per cent.
    areas.check("cultural areas", 0.99);
    sums.check("cultural areas of a set of areas", 0.96);
    ranks.check("ranks of cultural areas", 0.97);
}

#[test]
fn flower_pots() {
    let mut world = |truth: &mut Truth| truth.dirichlet_multinomial(11_312.0, &HOUSEHOLDS, 68.0);
    let [areas, sums, ranks] = simulate(900, Kind::Open, &HOUSEHOLDS, 0.35, &mut world);
    areas.check("flower pots", 0.93);
    sums.check("flower pots of a set of areas", 0.93);
    ranks.check("ranks of flower pots", 0.95);
}

#[test]
fn party_admissions() {
    let mut world = |truth: &mut Truth| truth.dirichlet_multinomial(169.0, &HOUSEHOLDS, 68.0);
    let [areas, sums, ranks] = simulate(400, Kind::Open, &HOUSEHOLDS, 0.35, &mut world);
    areas.check("admissions", 0.97);
    sums.check("admissions of a set of areas", 0.95);
    ranks.check("ranks of admissions", 0.95);
}

/// Areas differ four times as much as by default (in variance), or a quarter: half of them report and say so.
#[test]
fn spread_is_learnt_from_reports() {
    for precision in [12.0, 200.0] {
        let mut world = |truth: &mut Truth| HOUSEHOLDS.map(|n| truth.beta_binomial(n, 0.6, precision)).to_vec();
        let [areas, ..] = simulate(100, Kind::Capped(&HOUSEHOLDS), &HOUSEHOLDS, 0.5, &mut world);
        let plain = areas.plain / areas.n;
        println!("{precision}: {plain}");
        assert!((0.83..0.97).contains(&plain), "{plain} are covered at a precision of {precision}");
    }
}
