//! The Technology Achievement Index of the United Nations as the handbook works it: inputs and published results.
//!
//! Inputs: OECD and JRC, "Handbook on Constructing Composite Indicators" (2008), table A.2, the 23 countries of its case
//! study, in its order. Results: tables 15, 22, 23 and 38 of the same. The fixed bounds ("goalposts"): M. Saisana, A.
//! Saltelli and S. Tarantola, J. R. Statist. Soc. A 168 (2005), table 1; telephones and electricity are common logarithms.

/// Finland, United States, Sweden, Japan, Korea, Netherlands, United Kingdom, Canada, Australia, Singapore, Germany,
/// Norway, Ireland, Belgium, New Zealand, Austria, France, Israel, Spain, Italy, Czech Republic, Hungary, Slovenia; of each
/// patents, royalties, internet, exports, telephones, electricity, schooling, university.
pub(super) const RAW: [[f64; 8]; 23] = [
    [187.0, 125.6, 200.2, 50.7, 3.08, 4.15, 10.0, 27.4],
    [289.0, 130.0, 179.1, 66.2, 3.00, 4.07, 12.0, 13.9],
    [271.0, 156.6, 125.8, 59.7, 3.10, 4.14, 11.4, 15.3],
    [994.0, 64.6, 49.0, 80.8, 3.00, 3.86, 9.5, 10.0],
    [779.0, 9.8, 4.8, 66.7, 2.97, 3.65, 10.8, 23.2],
    [189.0, 151.2, 136.0, 50.9, 3.02, 3.77, 9.4, 9.5],
    [82.0, 134.0, 57.4, 61.9, 3.02, 3.73, 9.4, 14.9],
    [31.0, 38.6, 108.0, 48.7, 2.94, 4.18, 11.6, 14.2],
    [75.0, 18.2, 125.9, 16.2, 2.94, 3.94, 10.9, 25.3],
    [8.0, 25.5, 72.3, 74.9, 2.95, 3.83, 7.1, 24.2],
    [235.0, 36.8, 41.2, 64.2, 2.94, 3.75, 10.2, 14.4],
    [103.0, 20.2, 193.6, 19.0, 3.12, 4.39, 11.9, 11.2],
    [106.0, 110.3, 48.6, 53.6, 2.97, 3.68, 9.4, 12.3],
    [72.0, 73.9, 58.9, 47.6, 2.91, 3.86, 9.3, 13.6],
    [103.0, 13.0, 146.7, 15.4, 2.86, 3.91, 11.7, 13.1],
    [165.0, 14.8, 84.2, 50.3, 2.99, 3.79, 8.4, 13.6],
    [205.0, 33.6, 36.4, 58.9, 2.97, 3.80, 7.9, 12.6],
    [74.0, 43.6, 43.2, 45.0, 2.96, 3.74, 9.6, 11.0],
    [42.0, 8.6, 21.0, 53.4, 2.86, 3.62, 7.3, 15.6],
    [13.0, 9.8, 30.4, 51.0, 3.00, 3.65, 7.2, 13.0],
    [28.0, 4.2, 25.0, 51.7, 2.75, 3.68, 9.5, 8.2],
    [26.0, 6.2, 21.6, 63.5, 2.73, 3.46, 9.1, 7.7],
    [105.0, 4.0, 20.3, 49.5, 2.84, 3.71, 7.1, 10.6],
];

/// Least and greatest value of the United Nations' scales; 901 telephones, 22 and 6,969 kWh are logarithms here.
pub(super) const GOALPOSTS: [(f64, f64); 8] = [
    (0.0, 994.0),
    (0.0, 272.6),
    (0.0, 232.4),
    (0.0, 80.8),
    (0.0, 2.954_724_790_979_063),
    (1.342_422_680_822_206_2, 3.843_170_461_514_182),
    (0.8, 12.0),
    (0.1, 27.4),
];

/// Which column is schooling, the example of table 15.
pub(super) const SCHOOLING: usize = 6;

/// Table 15: z-scores of schooling.
pub(super) const Z_SCORES: [f64; 23] = [
    0.26, 1.52, 1.14, -0.06, 0.76, -0.12, -0.12, 1.27, 0.83, -1.58, 0.38, 1.46, -0.12, -0.19, 1.33, -0.76, -1.08, 0.0,
    -1.46, -1.52, -0.06, -0.31, -1.58,
];

/// Table 15: min–max of schooling.
pub(super) const MIN_MAX: [f64; 23] = [
    0.59, 1.0, 0.88, 0.49, 0.76, 0.47, 0.47, 0.92, 0.78, 0.0, 0.63, 0.98, 0.47, 0.45, 0.94, 0.27, 0.16, 0.51, 0.04,
    0.02, 0.49, 0.41, 0.0,
];

/// Table 15: schooling as a part of the best country's.
pub(super) const PARTS_OF_BEST: [f64; 23] = [
    0.83, 1.0, 0.95, 0.79, 0.90, 0.78, 0.78, 0.97, 0.91, 0.59, 0.85, 0.99, 0.78, 0.78, 0.98, 0.70, 0.66, 0.80, 0.61,
    0.60, 0.79, 0.76, 0.59,
];

/// Table 15: rank of schooling from the worst country.
pub(super) const RANKS: [usize; 23] = [15, 23, 19, 12, 17, 9, 9, 20, 18, 1, 16, 22, 9, 8, 21, 6, 5, 14, 4, 3, 12, 7, 1];

/// Table 22: weights of the budget allocation, factor analysis and analytic hierarchy process.
pub(super) const BAP: [f64; 8] = [0.11, 0.11, 0.11, 0.18, 0.10, 0.06, 0.15, 0.18];
/// See [`BAP`].
pub(super) const FA: [f64; 8] = [0.17, 0.15, 0.11, 0.06, 0.08, 0.13, 0.13, 0.17];
/// See [`BAP`].
pub(super) const AHP: [f64; 8] = [0.09, 0.10, 0.07, 0.21, 0.05, 0.06, 0.18, 0.25];

/// Tables 23 and 38: ranks by the linear index with equal weights, in the order of [`RAW`].
pub(super) const RANKS_LINEAR: [usize; 23] =
    [1, 2, 3, 4, 5, 6, 7, 9, 10, 8, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23];
/// Table 23: with the weights of [`BAP`].
pub(super) const RANKS_BAP: [usize; 23] =
    [1, 2, 3, 5, 4, 8, 7, 10, 11, 6, 9, 13, 12, 14, 17, 15, 16, 18, 19, 21, 22, 20, 23];
/// Table 23: with those of [`FA`].
pub(super) const RANKS_FA: [usize; 23] =
    [1, 2, 3, 4, 5, 6, 8, 10, 7, 11, 12, 9, 14, 15, 13, 16, 17, 18, 19, 20, 21, 23, 22];
/// Table 23: with those of [`AHP`].
pub(super) const RANKS_AHP: [usize; 23] =
    [1, 3, 4, 5, 2, 11, 7, 10, 9, 6, 8, 16, 12, 13, 18, 15, 14, 17, 19, 21, 22, 20, 23];
/// Table 38: ranks by the geometric index with equal weights.
pub(super) const RANKS_GEOMETRIC: [usize; 23] =
    [2, 1, 3, 4, 16, 5, 6, 13, 14, 18, 8, 11, 7, 9, 17, 12, 10, 15, 19, 21, 23, 22, 20];
