//! How much areas differ beyond chance: the overdispersion of the model, as a default or from reports.

/// What is supposed of counts with a capacity until reports say more: with a city's share of 85 %, about two areas in
/// three lie within 5 percentage points of it.
pub const DEFAULT_PRECISION: f64 = 50.0;

/// The same of open counts and measures, for each area of the city: an area of average weight lies within 70 % (one
/// standard deviation, 1 / √2) of its share by weight.
pub const DEFAULT_PRECISION_PER_AREA: f64 = 2.0;

/// From so many reports on, they are asked how much areas differ.
pub const MIN_REPORTS: usize = 5;

/// The default counts as much as so many reports.
const DEFAULT_COUNTS_AS: f64 = 4.0;

/// The precision that reports can lead to, at least and at most; one that a person sets is held to the same.
const PRECISION_RANGE: (f64, f64) = (1.0, 10_000.0);

/// How much areas differ, and how that is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The sum of the parameters of the beta (with capacities) or Dirichlet distribution (over all areas), from 1 to
    /// 10,000; the greater, the more alike areas are. The intra-class correlation is 1 / (1 + precision).
    pub precision: f64,
    /// How it is known.
    pub source: SpreadSource,
}

/// How the spread is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpreadSource {
    /// There are too few reports: [`DEFAULT_PRECISION`] or [`DEFAULT_PRECISION_PER_AREA`].
    Default,
    /// From this many reports and, as if it were four more, the default.
    Reports(usize),
    /// A person has set it.
    Set,
}

/// One area, for the estimate of the spread.
pub(super) struct Seen {
    /// The share of the total by weight.
    pub mean: f64,
    /// The part of all weights.
    pub part: f64,
    /// [`f64::INFINITY`] for none.
    pub capacity: f64,
    pub report: Option<f64>,
}

/// The spread from the reports, given the total of all areas.
///
/// Method of moments (Williams 1982, for a known sum): with u the binomial variance and ρ the intra-class correlation an
/// area has the variance u (1 + (n − 1) ρ), so the squared distance of a report from its share of the total, over u, has
/// an expectation that is linear in ρ; the sum over the reports is solved for ρ. Without capacities (Dirichlet-multinomial)
/// n is the total itself.
///
/// The result is joined with the default as a variance is with a scaled inverse χ² prior of four degrees of freedom, whose
/// posterior mean divides by two less than the degrees of freedom: a spread that is not known for sure asks for intervals
/// that are a little wider.
pub(super) fn from_reports(areas: &[Seen], total: f64) -> Spread {
    let is_open = areas.iter().any(|area| area.capacity.is_infinite());
    let default = if is_open { DEFAULT_PRECISION_PER_AREA * areas.len() as f64 } else { DEFAULT_PRECISION };
    let default = held(default);
    let binomial = |area: &Seen| area.mean * (1.0 - area.mean / area.capacity);
    let (mut variance, mut variance_by_rho) = (0.0, 0.0);
    for area in areas {
        variance += binomial(area);
        variance_by_rho += binomial(area) * (area.capacity - 1.0);
    }
    let (mut found, mut at_zero, mut by_rho, mut n_reports) = (0.0, 0.0, 0.0, 0);
    for area in areas {
        let Some(report) = area.report else { continue };
        let binomial = if is_open { area.mean * (1.0 - area.part) } else { binomial(area) };
        if binomial <= 0.0 {
            continue;
        }
        n_reports += 1;
        found += (report - area.mean) * (report - area.mean) / binomial;
        if is_open {
            at_zero += 1.0;
            by_rho += total - 1.0;
        } else {
            // The distance is that from a part of a sum that the report itself is in.
            let (own, of_sum) = (1.0 - 2.0 * area.part, area.part * area.part / binomial);
            at_zero += own + of_sum * variance;
            by_rho += own * (area.capacity - 1.0) + of_sum * variance_by_rho;
        }
    }
    if n_reports < MIN_REPORTS || by_rho <= 0.0 {
        return Spread { precision: default, source: SpreadSource::Default };
    }
    let rho = ((found - at_zero) / by_rho).clamp(0.0, 1.0);
    let k = n_reports as f64;
    let rho = (k * rho + DEFAULT_COUNTS_AS / (1.0 + default)) / (k + DEFAULT_COUNTS_AS - 2.0);
    Spread { precision: held(1.0 / rho - 1.0), source: SpreadSource::Reports(n_reports) }
}

/// The spread that a person has set.
pub(super) fn set(precision: f64) -> Spread {
    Spread { precision: held(precision), source: SpreadSource::Set }
}

fn held(precision: f64) -> f64 {
    let (least, most) = PRECISION_RANGE;
    precision.max(least).min(most)
}
