//! Real numbers for the tests of this room: the 34 wards and communes of Thanh Hoá in the order of their codes (census
//! of 1 April 2019). Reference results in the tests were computed from exactly these numbers.

/// Square kilometres.
pub const AREA_KM2: [f64; 34] = [
    4.18, 3.64, 2.57, 0.86, 0.68, 1.93, 0.91, 0.7, 0.54, 4.78, 1.0, 0.87, 6.54, 3.37, 6.84, 5.73, 3.55, 8.49, 3.7,
    5.32, 5.71, 5.66, 5.64, 6.3, 4.67, 8.74, 4.38, 4.42, 6.54, 4.89, 5.33, 6.65, 6.5, 3.67,
];

/// People.
pub const POPULATION: [f64; 34] = [
    5_939.0, 25_582.0, 13_989.0, 12_493.0, 6_554.0, 15_691.0, 10_149.0, 9_492.0, 10_214.0, 30_333.0, 11_999.0,
    10_683.0, 11_085.0, 15_685.0, 9_819.0, 11_555.0, 10_046.0, 12_878.0, 3_650.0, 9_176.0, 10_374.0, 9_573.0, 8_041.0,
    6_838.0, 4_289.0, 7_560.0, 3_682.0, 8_147.0, 13_070.0, 8_388.0, 6_623.0, 9_358.0, 8_530.0, 8_425.0,
];

/// Households.
pub const HOUSEHOLDS: [f64; 34] = [
    1_709.0, 7_507.0, 4_024.0, 3_409.0, 1_887.0, 4_673.0, 3_047.0, 2_597.0, 2_827.0, 8_557.0, 3_227.0, 3_172.0,
    3_394.0, 4_510.0, 2_711.0, 2_951.0, 2_991.0, 3_831.0, 1_040.0, 2_505.0, 3_135.0, 2_925.0, 2_241.0, 1_866.0,
    1_343.0, 2_378.0, 1_031.0, 2_320.0, 3_555.0, 2_518.0, 1_978.0, 2_303.0, 2_228.0, 2_127.0,
];

/// People per square kilometre.
pub fn densities() -> Vec<f64> {
    POPULATION.iter().zip(&AREA_KM2).map(|(people, area_km2)| people / area_km2).collect()
}

/// Two lists side by side.
pub fn pairs_of(xs: &[f64], ys: &[f64]) -> Vec<(f64, f64)> {
    xs.iter().copied().zip(ys.iter().copied()).collect()
}
