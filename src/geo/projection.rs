//! Longitude and latitude to kilometres on a plane, and back.
//!
//! Lambert's azimuthal equal-area projection on the WGS 84 ellipsoid, centred on the data: areas keep their size for a
//! city as for a country, which is what a statistical map must keep. Formulas: J. P. Snyder, *Map Projections: A Working
//! Manual* (USGS 1395, 1987), pages 187 to 190.

use super::Point;
use crate::data::LonLat;

/// Half the ellipsoid's longer axis (WGS 84).
const SEMI_MAJOR_KM: f64 = 6378.137;
/// The ellipsoid's flattening (WGS 84).
const FLATTENING: f64 = 1.0 / 298.257_223_563;
/// First eccentricity, squared.
const E2: f64 = FLATTENING * (2.0 - FLATTENING);
/// The formulas divide by the cosine of the centre's latitude; a centre this close to a pole is as good as the pole.
const MAX_CENTER_LAT: f64 = 89.9;

/// A map projection centred on a data set. Use it for what lies within 90° of the centre.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projection {
    /// Longitude of the centre, degrees.
    center_lon: f64,
    /// Sine and cosine of the centre's authalic latitude.
    center_sin: f64,
    center_cos: f64,
    /// Radius of the sphere with the ellipsoid's surface.
    authalic_radius_km: f64,
    /// Stretch that makes scale true at the centre in both directions.
    stretch: f64,
}

impl Projection {
    /// The projection centred on the middle of a box of longitudes and latitudes (degrees).
    ///
    /// For data on both sides of the 180th meridian give longitudes that go on beyond 180.
    pub fn for_bounds(min_lonlat: LonLat, max_lonlat: LonLat) -> Projection {
        let center_lon = f64::midpoint(min_lonlat[0], max_lonlat[0]);
        let center_lat = f64::midpoint(min_lonlat[1], max_lonlat[1]).clamp(-MAX_CENTER_LAT, MAX_CENTER_LAT);
        let (sin_lat, cos_lat) = center_lat.to_radians().sin_cos();
        let q_pole = authalic_q(1.0);
        let center_sin = (authalic_q(sin_lat) / q_pole).clamp(-1.0, 1.0);
        let center_cos = (1.0 - center_sin * center_sin).sqrt();
        let authalic_radius_km = SEMI_MAJOR_KM * (q_pole / 2.0).sqrt();
        let parallel_radius_km = SEMI_MAJOR_KM * cos_lat / (1.0 - E2 * sin_lat * sin_lat).sqrt();
        let stretch = parallel_radius_km / (authalic_radius_km * center_cos);
        Projection { center_lon, center_sin, center_cos, authalic_radius_km, stretch }
    }

    /// Kilometres from the centre, x to the east, y to the south.
    pub fn to_plane(&self, lonlat: LonLat) -> Point {
        let (sin_lon, cos_lon) = (lonlat[0] - self.center_lon).to_radians().sin_cos();
        let sin_lat = (authalic_q(lonlat[1].to_radians().sin()) / authalic_q(1.0)).clamp(-1.0, 1.0);
        let cos_lat = (1.0 - sin_lat * sin_lat).sqrt();
        // One plus the cosine of the distance to the centre; zero only at the antipode, which has no place on the plane.
        let facing = (1.0 + self.center_sin * sin_lat + self.center_cos * cos_lat * cos_lon).max(1e-12);
        let scale_km = self.authalic_radius_km * (2.0 / facing).sqrt();
        let north = self.center_cos * sin_lat - self.center_sin * cos_lat * cos_lon;
        [scale_km * self.stretch * cos_lat * sin_lon, -scale_km / self.stretch * north]
    }

    /// The inverse of [`Projection::to_plane`]; longitudes lie within 180° of the centre's.
    pub fn to_lonlat(&self, at_km: Point) -> LonLat {
        let east = at_km[0] / self.stretch;
        let north = -at_km[1] * self.stretch;
        let distance_km = east.hypot(north);
        let (sin_lat, lon_from_center) = if distance_km < 1e-12 {
            (self.center_sin, 0.0)
        } else {
            let half_sin = (distance_km / (2.0 * self.authalic_radius_km)).min(1.0);
            let (sin_c, cos_c) = (2.0 * half_sin.asin()).sin_cos();
            let sin_lat = cos_c * self.center_sin + north * sin_c * self.center_cos / distance_km;
            let toward = distance_km * self.center_cos * cos_c - north * self.center_sin * sin_c;
            (sin_lat, (east * sin_c).atan2(toward))
        };
        [self.center_lon + lon_from_center.to_degrees(), geodetic_lat(sin_lat.clamp(-1.0, 1.0)).to_degrees()]
    }
}

/// Snyder's q (3-12): proportional to the ellipsoid's surface between the equator and a latitude given by its sine.
fn authalic_q(sin_lat: f64) -> f64 {
    let e = E2.sqrt();
    let es = e * sin_lat;
    // atanh(es) is half the logarithm of (1 + es) / (1 - es).
    (1.0 - E2) * (sin_lat / (1.0 - es * es) + es.atanh() / e)
}

/// Geodetic latitude (radians) from the sine of the authalic latitude: Newton's method on the sine, which meets double
/// precision in three steps because the two differ by less than a quarter of a per cent.
fn geodetic_lat(authalic_sin: f64) -> f64 {
    let wanted_q = authalic_sin * authalic_q(1.0);
    let mut sin_lat = authalic_sin;
    for _ in 0..4 {
        let shrink = 1.0 - E2 * sin_lat * sin_lat;
        let slope = 2.0 * (1.0 - E2) / (shrink * shrink);
        sin_lat = (sin_lat + (wanted_q - authalic_q(sin_lat)) / slope).clamp(-1.0, 1.0);
    }
    sin_lat.asin()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn city() -> Projection {
        Projection::for_bounds([105.70, 19.70], [105.88, 19.90])
    }

    /// Reference: PROJ 9.5.1 through pyproj 3.7.2, `+proj=laea +lat_0=19.8 +lon_0=105.79 +datum=WGS84 +units=km`,
    /// y turned to the south.
    #[test]
    fn agrees_with_proj() {
        let projection = city();
        for (lonlat, expected_km) in [
            ([105.79, 19.8], [0.0, 0.0]),
            ([105.83333, 19.74533], [4.541_603_114, 6.051_472_994]),
            ([105.74316, 19.87395], [-4.905_564_729, -8.187_103_647]),
            ([100.5, 13.75], [-572.613_332_728, 661.000_795_591]),
            ([139.69, 35.68], [3_023.527_308_313, -2_125.555_814_840]),
            ([2.35, 48.85], [-5_494.557_868_047, -6_488.378_161_893]),
        ] {
            let [x, y] = projection.to_plane(lonlat);
            assert!((x - expected_km[0]).abs() < 1e-6 && (y - expected_km[1]).abs() < 1e-6, "{lonlat:?}: {x} {y}");
        }
    }

    #[test]
    fn stays_finite_at_poles_and_antipodes() {
        for projection in [city(), Projection::for_bounds([0.0, 90.0], [0.0, 90.0])] {
            for lonlat in [[0.0, 90.0], [0.0, -90.0], [-74.21, -19.8], [285.79, -19.8]] {
                assert!(projection.to_plane(lonlat).iter().all(|km| km.is_finite()), "{lonlat:?}");
            }
            assert!(projection.to_lonlat([1e9, -1e9]).iter().all(|degrees| degrees.is_finite()));
        }
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same_place(
            center_lon in -180.0..180.0f64,
            center_lat in -75.0..75.0f64,
            lon_offset in -20.0..20.0f64,
            lat_offset in -14.0..14.0f64,
        ) {
            let projection = Projection::for_bounds([center_lon, center_lat], [center_lon, center_lat]);
            let [lon, lat] = [center_lon + lon_offset, center_lat + lat_offset];
            let back = projection.to_lonlat(projection.to_plane([lon, lat]));
            prop_assert!((back[0] - lon).abs() < 1e-9 && (back[1] - lat).abs() < 1e-9, "{:?}", back);
        }
    }
}
