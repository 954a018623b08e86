//! Robust summaries of a list of numbers, and the plain comparison with the city that follows from them.
//!
//! All functions take finite numbers in any order and give `None` for an empty list. Nothing here knows of weights:
//! an average of areas is not the city's average.

/// Scales a median absolute deviation so that it estimates the standard deviation of normal data (1 / Φ⁻¹(3/4)).
pub const MAD_TO_SD: f64 = 1.4826;

/// The value in the middle, or the mean of the two.
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// The quantile at `p` from 0 to 1 (held to that range) by linear interpolation at position `(n - 1) p`: type 7 of
/// Hyndman and Fan (1996), the default of R and numpy.
pub fn quantile(values: &[f64], p: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let last_ix = sorted.len().checked_sub(1)?;
    let position = last_ix as f64 * p.clamp(0.0, 1.0);
    let lower_ix = (position as usize).min(last_ix);
    let (lower, upper) = (sorted[lower_ix], sorted[(lower_ix + 1).min(last_ix)]);
    Some(lower + (position - lower_ix as f64) * (upper - lower))
}

/// The median absolute deviation from the median, scaled by [`MAD_TO_SD`].
pub fn mad(values: &[f64]) -> Option<f64> {
    let centre = median(values)?;
    let distances: Vec<f64> = values.iter().map(|value| (value - centre).abs()).collect();
    Some(median(&distances)? * MAD_TO_SD)
}

/// The arithmetic mean.
pub fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    // The mean of the differences from one value: sums stay small, and equal values give exactly that value.
    let origin = values[0];
    Some(origin + values.iter().map(|value| value - origin).sum::<f64>() / values.len() as f64)
}

/// The least and the greatest value.
pub fn min_max(values: &[f64]) -> Option<(f64, f64)> {
    let first = *values.first()?;
    Some(values.iter().fold((first, first), |(min, max), value| (min.min(*value), max.max(*value))))
}

/// How a value stands to the city's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// Further above the city than is usual among the areas.
    Higher,
    /// As near to the city as is usual among the areas.
    Similar,
    /// Further below the city than is usual among the areas.
    Lower,
}

/// Compares an area's value with the city's by the spread of all areas' values.
///
/// The rule is that of the British Office for National Statistics in "Explore local statistics": a value is similar
/// if it lies within one median absolute deviation (scaled by 1.4826, of all areas around their median) of the
/// figure that it is compared with. The limit itself counts as similar. Where more than half of the areas are equal
/// the deviation is 0, and then only an equal value is similar (up to a relative error of 10⁻⁹, so that ratios
/// computed in two ways are still equal).
pub fn compare(value: f64, city: f64, values: &[f64]) -> Comparison {
    let noise = 1e-9 * value.abs().max(city.abs());
    let limit = mad(values).unwrap_or(0.0) + noise;
    let difference = value - city;
    if difference.abs() <= limit {
        Comparison::Similar
    } else if 0.0 < difference {
        Comparison::Higher
    } else {
        Comparison::Lower
    }
}
