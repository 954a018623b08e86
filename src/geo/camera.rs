//! What part of the map's plane is on screen. Knows neither pointer nor wheel: the app turns those into calls.

use super::{Bounds, Point};

/// How far in a person can zoom, in times of the camera that shows everything.
pub const MAX_ZOOM: f64 = 40.0;
/// A box or a screen smaller than this is taken to be this small, so that a single point can be shown.
const LEAST_SIZE: f64 = 1e-6;

/// Looks at a point of the plane, at a scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// The point of the plane in the middle of the screen, kilometres.
    pub center: Point,
    /// Pixels on screen for a kilometre; greater than zero.
    pub px_per_km: f64,
}

impl Camera {
    /// The camera that shows a box whole, `pad_px` free on each side.
    pub fn fit(bounds: &Bounds, size_px: [f64; 2], pad_px: f64) -> Camera {
        let [width_km, height_km] = bounds.size();
        let scale = |px: f64, km: f64| (px - 2.0 * pad_px).max(1.0) / km.max(LEAST_SIZE);
        Camera { center: bounds.center(), px_per_km: scale(size_px[0], width_km).min(scale(size_px[1], height_km)) }
    }

    /// Where a point of the plane is on a screen of `size_px`.
    pub fn to_px(&self, size_px: [f64; 2], at_km: Point) -> Point {
        [
            (at_km[0] - self.center[0]) * self.px_per_km + size_px[0] / 2.0,
            (at_km[1] - self.center[1]) * self.px_per_km + size_px[1] / 2.0,
        ]
    }

    /// The inverse of [`Camera::to_px`].
    pub fn from_px(&self, size_px: [f64; 2], at_px: Point) -> Point {
        [
            (at_px[0] - size_px[0] / 2.0) / self.px_per_km + self.center[0],
            (at_px[1] - size_px[1] / 2.0) / self.px_per_km + self.center[1],
        ]
    }

    /// The map dragged by so many pixels to the right and down.
    #[must_use]
    pub fn panned(&self, dx_px: f64, dy_px: f64) -> Camera {
        let center = [self.center[0] - dx_px / self.px_per_km, self.center[1] - dy_px / self.px_per_km];
        Camera { center, ..*self }
    }

    /// Zoomed by a factor (greater than 1: closer) about a place on screen, which keeps showing the same point.
    /// A factor that is not a positive number changes nothing.
    #[must_use]
    pub fn zoomed(&self, size_px: [f64; 2], at_px: Point, factor: f64) -> Camera {
        let px_per_km = self.px_per_km * factor;
        if !(px_per_km > 0.0 && px_per_km.is_finite()) {
            return *self;
        }
        let fixed_km = self.from_px(size_px, at_px);
        let from_middle = |axis: usize| (at_px[axis] - size_px[axis] / 2.0) / px_per_km;
        Camera { center: [fixed_km[0] - from_middle(0), fixed_km[1] - from_middle(1)], px_per_km }
    }

    /// The nearest camera that keeps the map in sight, given the camera `fit` that shows `bounds` whole: between 1 and
    /// [`MAX_ZOOM`] times its scale, and never further aside than its own zoom asks for. At scale 1 it is `fit` itself.
    #[must_use]
    pub fn clamped(&self, fit: &Camera, bounds: &Bounds) -> Camera {
        let wanted = if self.px_per_km.is_nan() { fit.px_per_km } else { self.px_per_km };
        let px_per_km = wanted.clamp(fit.px_per_km, fit.px_per_km * MAX_ZOOM);
        // The share of the map that does not fit on the screen is the share of its half size that one may move aside.
        let hidden_share = 1.0 - fit.px_per_km / px_per_km;
        let [width, height] = bounds.size();
        let near = |at: f64, middle: f64, size: f64| {
            let reach = size / 2.0 * hidden_share;
            if at.is_finite() { at.clamp(middle - reach, middle + reach) } else { middle }
        };
        let center = [near(self.center[0], fit.center[0], width), near(self.center[1], fit.center[1], height)];
        Camera { center, px_per_km }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SIZE_PX: [f64; 2] = [800.0, 600.0];
    const BOUNDS: Bounds = Bounds { min: [-6.0, -9.0], max: [8.0, 7.0] };

    #[test]
    fn fit_shows_the_whole_box_with_its_margin() {
        let camera = Camera::fit(&BOUNDS, SIZE_PX, 20.0);
        let [left, top] = camera.to_px(SIZE_PX, BOUNDS.min);
        let [right, bottom] = camera.to_px(SIZE_PX, BOUNDS.max);
        assert!((top - 20.0).abs() < 1e-9 && (bottom - 580.0).abs() < 1e-9);
        assert!(left >= 20.0 && right <= 780.0 && (left + right - 800.0).abs() < 1e-9);
    }

    #[test]
    fn fit_survives_a_point_and_a_screen_without_size() {
        let camera = Camera::fit(&Bounds::at([3.0, 4.0]), [0.0, 0.0], 10.0);
        assert!(camera.px_per_km.is_finite() && camera.px_per_km > 0.0);
        assert_eq!(camera.to_px([0.0, 0.0], [3.0, 4.0]), [0.0, 0.0]);
    }

    #[test]
    fn a_senseless_zoom_changes_nothing() {
        let camera = Camera::fit(&BOUNDS, SIZE_PX, 0.0);
        for factor in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(camera.zoomed(SIZE_PX, [10.0, 10.0], factor), camera);
        }
    }

    #[test]
    fn a_camera_of_no_numbers_comes_back_to_the_map() {
        let fit = Camera::fit(&BOUNDS, SIZE_PX, 0.0);
        let lost = Camera { center: [f64::NAN, f64::INFINITY], px_per_km: f64::NAN };
        assert_eq!(lost.clamped(&fit, &BOUNDS), fit);
    }

    proptest! {
        #[test]
        fn pixels_and_kilometres_are_inverse(x in -50.0..50.0f64, y in -50.0..50.0f64, scale in 0.1..500.0f64) {
            let camera = Camera { center: [1.5, -2.5], px_per_km: scale };
            let back = camera.from_px(SIZE_PX, camera.to_px(SIZE_PX, [x, y]));
            prop_assert!((back[0] - x).abs() < 1e-9 && (back[1] - y).abs() < 1e-9);
        }

        #[test]
        fn zoom_keeps_the_point_under_the_pointer(x in 0.0..800.0f64, y in 0.0..600.0f64, factor in 0.05..20.0f64) {
            let camera = Camera::fit(&BOUNDS, SIZE_PX, 12.0);
            let fixed = camera.from_px(SIZE_PX, [x, y]);
            let [x2, y2] = camera.zoomed(SIZE_PX, [x, y], factor).to_px(SIZE_PX, fixed);
            prop_assert!((x - x2).abs() < 1e-6 && (y - y2).abs() < 1e-6);
        }

        #[test]
        fn the_map_never_leaves_the_screen(
            moves in proptest::collection::vec((-900.0..900.0f64, -900.0..900.0f64, 0.1..9.0f64), 1..30),
        ) {
            let fit = Camera::fit(&BOUNDS, SIZE_PX, 12.0);
            let mut camera = fit;
            for (dx, dy, factor) in moves {
                let moved = camera.panned(dx, dy).zoomed(SIZE_PX, [dx.abs(), dy.abs()], factor);
                camera = moved.clamped(&fit, &BOUNDS);
                prop_assert!(camera.px_per_km >= fit.px_per_km && camera.px_per_km <= fit.px_per_km * MAX_ZOOM);
                prop_assert!(BOUNDS.contains(camera.center));
            }
            prop_assert_eq!(camera.clamped(&fit, &BOUNDS), camera);
            let out = camera.zoomed(SIZE_PX, [0.0, 0.0], 1e-6).clamped(&fit, &BOUNDS);
            prop_assert_eq!(out, fit);
        }
    }
}
