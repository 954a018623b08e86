//! Dots on an axis that would hide each other, spread across it (a beeswarm).

use crate::order;

/// For each dot at `xs_px` its distance from the axis in pixels (negative: above), so that dots of `radius_px` do not
/// overlap. Taken from left to right, each dot stands as near to the axis as those before let it, above rather than
/// below. Where the swarm would be taller than `height_px` it is pressed together, and dots overlap after all.
///
/// `None` where there is no position. Meant for some hundreds of dots; beyond, a histogram says more.
pub fn beeswarm(xs_px: &[Option<f64>], radius_px: f64, height_px: f64) -> Vec<Option<f64>> {
    let x_of = |ix: usize| xs_px[ix].filter(|x| x.is_finite());
    let mut order: Vec<(f64, usize)> = (0..xs_px.len()).filter_map(|ix| Some((x_of(ix)?, ix))).collect();
    order::sort_by(&mut order, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let reach_px = 2.0 * radius_px.max(0.0);

    let mut ys_px = vec![None; xs_px.len()];
    let mut window_start = 0;
    let mut blocked: Vec<[f64; 2]> = Vec::new();
    for (rank, &(x, ix)) in order.iter().enumerate() {
        while x - order[window_start].0 >= reach_px && window_start < rank {
            window_start += 1;
        }
        blocked.clear();
        for &(other_x, other_ix) in &order[window_start..rank] {
            let half = (reach_px * reach_px - (x - other_x) * (x - other_x)).max(0.0).sqrt();
            let other_y: f64 = ys_px[other_ix].unwrap_or(0.0);
            blocked.push([other_y - half, other_y + half]);
        }
        ys_px[ix] = Some(nearest_free(&mut blocked));
    }

    let tallest = ys_px.iter().flatten().fold(0.0f64, |tallest, y| tallest.max(y.abs()));
    let room = (height_px / 2.0 - radius_px).max(0.0);
    if tallest > room {
        for y in ys_px.iter_mut().flatten() {
            *y *= room / tallest;
        }
    }
    ys_px
}

/// The number nearest to zero that lies inside none of the open ranges; of two as near, the negative one.
fn nearest_free(blocked: &mut [[f64; 2]]) -> f64 {
    order::sort_by(blocked, |a, b| a[0].total_cmp(&b[0]));
    let mut below = 0.0;
    for &[low, high] in &*blocked {
        if low < below && below < high {
            below = high;
        }
    }
    order::sort_by(blocked, |a, b| b[1].total_cmp(&a[1]));
    let mut above = 0.0;
    for &[low, high] in &*blocked {
        if low < above && above < high {
            above = low;
        }
    }
    if -above <= below { above } else { below }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dots_apart_stay_on_the_axis() {
        assert_eq!(
            beeswarm(&[Some(30.0), None, Some(0.0), Some(10.0)], 5.0, 100.0),
            [Some(0.0), None, Some(0.0), Some(0.0)]
        );
    }

    #[test]
    fn equal_dots_pile_up_in_turns() {
        let ys = beeswarm(&[Some(7.0); 5], 5.0, 100.0);
        assert_eq!(ys, [Some(0.0), Some(-10.0), Some(10.0), Some(-20.0), Some(20.0)]);
    }

    #[test]
    fn a_swarm_too_tall_is_pressed_together() {
        let ys = beeswarm(&[Some(7.0); 5], 5.0, 30.0);
        assert_eq!(ys, [Some(0.0), Some(-5.0), Some(5.0), Some(-10.0), Some(10.0)]);
        assert_eq!(beeswarm(&[Some(7.0); 2], 5.0, 0.0), [Some(0.0), Some(0.0)]);
    }

    #[test]
    fn what_is_no_position_gets_none() {
        assert_eq!(beeswarm(&[Some(f64::NAN), Some(f64::INFINITY), Some(1.0)], 5.0, 50.0), [None, None, Some(0.0)]);
    }

    proptest! {
        #[test]
        fn dots_never_overlap_while_there_is_room(xs in proptest::collection::vec(0.0..300.0f64, 0..80)) {
            let positions: Vec<Option<f64>> = xs.iter().copied().map(Some).collect();
            let ys = beeswarm(&positions, 4.0, 1e4);
            for a in 0..xs.len() {
                for b in 0..a {
                    let apart = (xs[a] - xs[b]).hypot(ys[a].unwrap() - ys[b].unwrap());
                    prop_assert!(apart > 8.0 - 1e-6, "{a} {b} {apart}");
                }
            }
        }
    }
}
