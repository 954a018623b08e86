//! Colours of classes: families that hold for colour-blind readers, for any number of classes, on light and on dark.
//!
//! Families are kept as a few anchors and sampled between them in a perceptual space, so that a change of the number of
//! classes keeps the family's look. Sequential families run from pale to dark on light ground and from dark to bright
//! on dark ground: the greatest values always stand out most.
//!
//! Amber (`YlOrBr`), Purple (`Purples`), `BrownTeal` (`BrBG`) and `PurpleOrange` (`PuOr`) are after ColorBrewer: this
//! product includes color specifications and designs developed by Cynthia Brewer (<https://colorbrewer.org/>),
//! Copyright (c) 2002 Cynthia Brewer, Mark Harrower, and The Pennsylvania State University, Apache-style licence.
//! Viridis and Cividis are after the maps of the same names by Stéfan van der Walt and Nathaniel Smith and by Jamie
//! Nuñez, Christopher Anderton and Ryan Renslow (CC0). Teal is our own, after the manner of `BuGn`.

#![allow(clippy::unreadable_literal, reason = "colours read best as six hex digits")]

use super::theme::Rgb;
use crate::view::query::Palette;

const TEAL: &[u32] = &[0xe3f1ec, 0xb5dccf, 0x74bfae, 0x2f9088, 0x0b5a5c];
const AMBER: &[u32] = &[0xfff7bc, 0xfee391, 0xfec44f, 0xfe9929, 0xec7014, 0xcc4c02, 0x993404, 0x662506];
const PURPLE: &[u32] = &[0xefedf5, 0xdadaeb, 0xbcbddc, 0x9e9ac8, 0x807dba, 0x6a51a3, 0x54278f, 0x3f007d];
const VIRIDIS: &[u32] =
    &[0xfde725, 0xb5de2b, 0x6ece58, 0x35b779, 0x1f9e89, 0x26828e, 0x31688e, 0x3e4a89, 0x482878, 0x440154];
const CIVIDIS: &[u32] =
    &[0xffea46, 0xe4cf5b, 0xc4b56c, 0xa69d75, 0x8a8779, 0x707173, 0x575d6d, 0x39486b, 0x00336f, 0x00204d];
const BROWN_TEAL: &[u32] =
    &[0x543005, 0x8c510a, 0xbf812d, 0xdfc27d, 0xf6e8c3, 0xebebeb, 0xc7eae5, 0x80cdc1, 0x35978f, 0x01665e, 0x003c30];
const PURPLE_ORANGE: &[u32] =
    &[0x7f3b08, 0xb35806, 0xe08214, 0xfdb863, 0xfee0b6, 0xebebeb, 0xd8daeb, 0xb2abd2, 0x8073ac, 0x542788, 0x2d004b];

// The neutral middles are a little darker than ColorBrewer's: nearly white is the fill of what is missing.

/// Colours of `n` classes, the lowest first. One class gets the family's strongest middle; none, none.
pub fn colors(palette: Palette, n: usize, dark: bool) -> Vec<Rgb> {
    let anchors = match palette {
        Palette::Teal => TEAL,
        Palette::Amber => AMBER,
        Palette::Purple => PURPLE,
        Palette::Viridis => VIRIDIS,
        Palette::Cividis => CIVIDIS,
        Palette::BrownTeal => BROWN_TEAL,
        Palette::PurpleOrange => PURPLE_ORANGE,
    };
    (0..n)
        .map(|ix| {
            let place = position(ix, n, palette.is_diverging());
            let turned = dark && !palette.is_diverging();
            sample(anchors, if turned { 1.0 - place } else { place })
        })
        .collect()
}

/// Place of a class in its family, 0 to 1.
fn position(ix: usize, n: usize, diverging: bool) -> f64 {
    if n < 2 {
        return 0.75;
    }
    let even = ix as f64 / (n - 1) as f64;
    // Few classes need not reach the family's ends, which are nearly black; an even number leaves the middle out.
    let reach = match (diverging, n) {
        (true, 2 | 3) => 0.6,
        (true, 4 | 5) => 0.8,
        (true, _) => 0.94,
        (false, _) => 1.0,
    };
    0.5 + (even - 0.5) * reach
}

fn sample(anchors: &[u32], place: f64) -> Rgb {
    let at = place * (anchors.len() - 1) as f64;
    let ix = (at.floor() as usize).min(anchors.len() - 2);
    let (from, to) = (oklab(Rgb::from_hex(anchors[ix])), oklab(Rgb::from_hex(anchors[ix + 1])));
    let t = at - ix as f64;
    from_oklab([0, 1, 2].map(|axis| from[axis] + (to[axis] - from[axis]) * t))
}

/// Björn Ottosson's `OKLab`: equal distances look about equally different.
fn oklab(color: Rgb) -> [f64; 3] {
    let [r, g, b] = [color.0, color.1, color.2].map(|channel| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    });
    oklab_of_linear([r, g, b])
}

fn oklab_of_linear([r, g, b]: [f64; 3]) -> [f64; 3] {
    let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
    let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
    let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
    [
        0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
    ]
}

fn from_oklab([lightness, a, b]: [f64; 3]) -> Rgb {
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    let [r, g, b] = [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ]
    .map(|c| {
        let c = c.clamp(0.0, 1.0);
        let coded = if c <= 0.003_130_8 { 12.92 * c } else { 1.055 * c.powf(1.0 / 2.4) - 0.055 };
        (coded * 255.0).round() as u8
    });
    Rgb(r, g, b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::theme::Theme;

    const ALL: [Palette; 7] = [
        Palette::Teal,
        Palette::Amber,
        Palette::Purple,
        Palette::Viridis,
        Palette::Cividis,
        Palette::BrownTeal,
        Palette::PurpleOrange,
    ];

    /// Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB.
    const PROTANOPIA: [[f64; 3]; 3] =
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]];
    const DEUTERANOPIA: [[f64; 3]; 3] =
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]];
    const FULL_SIGHT: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

    /// Distance in `OKLab` that is noticed side by side; held twice, since classes are compared across a map.
    const JUST_NOTICED: f64 = 0.02;

    fn seen(color: Rgb, sight: &[[f64; 3]; 3]) -> [f64; 3] {
        let linear = [color.0, color.1, color.2].map(|channel| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        });
        let mixed = [0, 1, 2]
            .map(|row: usize| (0..3).map(|column| sight[row][column] * linear[column]).sum::<f64>().clamp(0.0, 1.0));
        oklab_of_linear(mixed)
    }

    fn distance(a: [f64; 3], b: [f64; 3]) -> f64 {
        (0..3).map(|axis| (a[axis] - b[axis]).powi(2)).sum::<f64>().sqrt()
    }

    #[test]
    fn five_teal_classes_are_the_looks() {
        let hex: Vec<String> = colors(Palette::Teal, 5, false).into_iter().map(Rgb::hex).collect();
        assert_eq!(hex, ["#e3f1ec", "#b5dccf", "#74bfae", "#2f9088", "#0b5a5c"]);
    }

    #[test]
    fn any_number_of_classes_has_a_colour_each() {
        for palette in ALL {
            for n in 0..=9 {
                assert_eq!(colors(palette, n, false).len(), n);
            }
        }
    }

    #[test]
    fn neighbouring_classes_differ_for_every_sight() {
        for palette in ALL {
            for (n, dark, sight) in cases() {
                for pair in colors(palette, n, dark).windows(2) {
                    let far = distance(seen(pair[0], sight), seen(pair[1], sight));
                    assert!(
                        2.0 * JUST_NOTICED <= far,
                        "{palette:?} {n} dark {dark}: {} {} {far:.3}",
                        pair[0].hex(),
                        pair[1].hex()
                    );
                }
            }
        }
    }

    #[test]
    fn missing_is_no_class() {
        for palette in ALL {
            for (n, dark, sight) in cases() {
                let missing = if dark { Theme::DARK } else { Theme::LIGHT }.missing_fill;
                for color in colors(palette, n, dark) {
                    let far = distance(seen(color, sight), seen(missing, sight));
                    assert!(2.0 * JUST_NOTICED <= far, "{palette:?} {n} dark {dark}: {} {far:.3}", color.hex());
                }
            }
        }
    }

    #[test]
    fn sequential_families_keep_their_order_in_grey() {
        for palette in ALL.into_iter().filter(|palette| !palette.is_diverging()) {
            for (n, dark, _) in cases() {
                for pair in colors(palette, n, dark).windows(2) {
                    assert_eq!(pair[0].luminance() < pair[1].luminance(), dark, "{palette:?} {n}");
                }
            }
        }
    }

    #[test]
    fn diverging_families_are_brightest_in_the_middle() {
        for palette in [Palette::BrownTeal, Palette::PurpleOrange] {
            for n in 2..=7 {
                let light: Vec<f64> = colors(palette, n, false).iter().map(|color| color.luminance()).collect();
                assert!((1..=n / 2).all(|ix| light[ix - 1] < light[ix] || 2 * ix == n), "{palette:?} {n}: {light:?}");
                assert!((n.div_ceil(2)..n).all(|ix| light[ix] < light[ix - 1] || 2 * ix == n), "{palette:?} {n}");
            }
        }
    }

    fn cases() -> impl Iterator<Item = (usize, bool, &'static [[f64; 3]; 3])> {
        (2..=7).flat_map(|n| {
            [false, true]
                .into_iter()
                .flat_map(move |dark| [&FULL_SIGHT, &PROTANOPIA, &DEUTERANOPIA].map(|sight| (n, dark, sight)))
        })
    }
}
