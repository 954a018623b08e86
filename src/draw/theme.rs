//! Colours of paper, text and marks, for light and dark and for forced colours; and the contrast between colours.
//!
//! Colours of figures are not here but in `palette`.

#![allow(clippy::unreadable_literal, reason = "colours read best as six hex digits")]

use std::sync::OnceLock;

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// From `0xRRGGBB`.
    pub const fn from_hex(hex: u32) -> Rgb {
        Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
    }

    /// As CSS and SVG write it, for example `#b01657`.
    pub fn hex(self) -> String {
        // By hand: charts ask for some hundred of them in a frame, and `format!` takes longer than to draw with them.
        let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value & 15)]);
        let digits = [self.0, self.1, self.2].into_iter().flat_map(|part| [digit(part >> 4), digit(part)]);
        std::iter::once('#').chain(digits).collect()
    }

    /// Relative luminance after WCAG 2.2, 0 for black and 1 for white.
    pub fn luminance(self) -> f64 {
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    #[must_use]
    /// The colour of `choices` that stands out most from `self`; `self` if there are none.
    pub fn most_contrasting(self, choices: &[Rgb]) -> Rgb {
        choices.iter().copied().max_by(|a, b| contrast(self, *a).total_cmp(&contrast(self, *b))).unwrap_or(self)
    }
}

/// One channel of sRGB as linear light, 0 to 1. Every mark asks for its outline's contrast, so the powers are kept.
fn linear(channel: u8) -> f64 {
    static LIGHT: OnceLock<[f64; 256]> = OnceLock::new();
    let light = LIGHT.get_or_init(|| {
        std::array::from_fn(|channel| {
            let c = channel as f64 / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        })
    });
    light[usize::from(channel)]
}

/// Contrast ratio after WCAG 2.2, from 1 (the same luminance) to 21 (black on white).
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    ratio(a.luminance(), b.luminance())
}

fn ratio(a: f64, b: f64) -> f64 {
    let (a, b) = (a + 0.05, b + 0.05);
    if a < b { b / a } else { a / b }
}

/// Black, for labels on coloured ground.
pub const BLACK: Rgb = Rgb(0, 0, 0);
/// White, for labels on coloured ground.
pub const WHITE: Rgb = Rgb(255, 255, 255);

/// Colours of everything that is not a figure.
///
/// `edge` is chosen so that on a fill of any colour either `edge` or `card` has a contrast of 3:1: outlines between
/// two areas take the better of the two and can always be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Whether the ground is dark; palettes then run the other way.
    pub dark: bool,
    /// Ground of cards, on which everything is drawn.
    pub card: Rgb,
    /// Text.
    pub ink: Rgb,
    /// Text of less weight: tick labels, values.
    pub muted: Rgb,
    /// Lines that only divide: axis, baseline. Carry no meaning alone.
    pub line: Rgb,
    /// Outlines of areas and marks.
    pub edge: Rgb,
    /// What the person chose (lotus).
    pub accent: Rgb,
    /// Ring of the keyboard's focus.
    pub focus: Rgb,
    /// Fill of areas without a figure.
    pub missing_fill: Rgb,
    /// Dashed outline of areas without a figure.
    pub missing_edge: Rgb,
    /// Fill of areas that the filters leave out, and of areas under symbols.
    pub ground: Rgb,
    /// The city's figure: dashed line.
    pub city_line: Rgb,
    /// Fill of circles sized by value, where classes do not colour them.
    pub symbol: Rgb,
    /// Outline of circles sized by value.
    pub symbol_edge: Rgb,
}

impl Theme {
    /// White cards on warm paper.
    pub const LIGHT: Theme = Theme {
        dark: false,
        card: Rgb::from_hex(0xffffff),
        ink: Rgb::from_hex(0x1b1f24),
        muted: Rgb::from_hex(0x59626d),
        line: Rgb::from_hex(0xe4e6e3),
        edge: Rgb::from_hex(0x3d474d),
        accent: Rgb::from_hex(0xb01657),
        focus: Rgb::from_hex(0x1f5fbf),
        missing_fill: Rgb::from_hex(0xffffff),
        missing_edge: Rgb::from_hex(0x59626d),
        ground: Rgb::from_hex(0xf4f4f0),
        city_line: Rgb::from_hex(0x1b1f24),
        symbol: Rgb::from_hex(0x2f9088),
        symbol_edge: Rgb::from_hex(0x0b5a5c),
    };

    /// The calm dark twin, for cards on paper `#14181b`.
    pub const DARK: Theme = Theme {
        dark: true,
        card: Rgb::from_hex(0x1b2024),
        ink: Rgb::from_hex(0xe8eaea),
        muted: Rgb::from_hex(0xa9b2b8),
        line: Rgb::from_hex(0x333b41),
        edge: Rgb::from_hex(0xc6cccf),
        accent: Rgb::from_hex(0xff6fa5),
        focus: Rgb::from_hex(0x8ab8ff),
        missing_fill: Rgb::from_hex(0x1b2024),
        missing_edge: Rgb::from_hex(0xa9b2b8),
        ground: Rgb::from_hex(0x242a2f),
        city_line: Rgb::from_hex(0xe8eaea),
        symbol: Rgb::from_hex(0x56b5a8),
        symbol_edge: Rgb::from_hex(0xd6f0e8),
    };

    /// Black on white, where the system forces colours on a light ground.
    pub const FORCED_LIGHT: Theme = Theme::forced(false, WHITE, BLACK, Rgb(128, 128, 128), Rgb(0, 0, 192));

    /// White on black, where the system forces colours on a dark ground.
    pub const FORCED_DARK: Theme = Theme::forced(true, BLACK, WHITE, Rgb(144, 144, 144), Rgb(255, 255, 0));

    const fn forced(dark: bool, card: Rgb, ink: Rgb, middle: Rgb, mark: Rgb) -> Theme {
        Theme {
            dark,
            card,
            ink,
            muted: ink,
            line: ink,
            edge: ink,
            accent: mark,
            focus: ink,
            missing_fill: card,
            missing_edge: ink,
            ground: card,
            city_line: ink,
            symbol: middle,
            symbol_edge: ink,
        }
    }

    /// Outline that shows between two grounds: of `edge` and `card` the one whose weaker contrast is the greater.
    pub fn edge_between(&self, a: Rgb, b: Rgb) -> Rgb {
        // Asked for every mark and border of a drawing, so each colour is looked up once.
        let [a, b, edge, card] = [a, b, self.edge, self.card].map(Rgb::luminance);
        let weakest = |color: f64| ratio(color, a).min(ratio(color, b));
        if weakest(edge) < weakest(card) { self.card } else { self.edge }
    }

    /// Colour of a text on `ground`: ink or card where one of them has 4.5:1, else black or white, of which one does.
    pub fn text_on(&self, ground: Rgb) -> Rgb {
        let own = ground.most_contrasting(&[self.ink, self.card]);
        if contrast(own, ground) < 4.5 { ground.most_contrasting(&[BLACK, WHITE]) } else { own }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [(&str, Theme); 4] = [
        ("light", Theme::LIGHT),
        ("dark", Theme::DARK),
        ("forced light", Theme::FORCED_LIGHT),
        ("forced dark", Theme::FORCED_DARK),
    ];

    #[test]
    fn contrast_is_that_of_wcag() {
        // WCAG 2.2: black on white is 21:1; #767676 is the lightest grey with 4.5:1 on white (4.54).
        assert!((contrast(BLACK, WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast(Rgb::from_hex(0x767676), WHITE) - 4.54).abs() < 0.005);
        assert_eq!(contrast(WHITE, BLACK), contrast(BLACK, WHITE));
        assert_eq!(Rgb::from_hex(0xb01657).hex(), "#b01657");
    }

    #[test]
    fn texts_have_four_and_a_half_to_one() {
        for (name, theme) in ALL {
            for ground in [theme.card, theme.ground] {
                for text in [theme.ink, theme.muted, theme.accent] {
                    assert!(contrast(text, ground) >= 4.5, "{name}: {} on {}", text.hex(), ground.hex());
                }
            }
        }
        // The look's own papers.
        for text in [Theme::LIGHT.ink, Theme::LIGHT.muted, Theme::LIGHT.accent] {
            assert!(contrast(text, Rgb::from_hex(0xf6f6f2)) >= 4.5, "{}", text.hex());
        }
        for text in [Theme::DARK.ink, Theme::DARK.muted, Theme::DARK.accent] {
            assert!(contrast(text, Rgb::from_hex(0x14181b)) >= 4.5, "{}", text.hex());
        }
    }

    #[test]
    fn marks_have_three_to_one() {
        for (name, theme) in ALL {
            for mark in [theme.edge, theme.accent, theme.focus, theme.city_line, theme.symbol_edge, theme.symbol] {
                for ground in [theme.card, theme.ground] {
                    assert!(contrast(mark, ground) >= 3.0, "{name}: {} on {}", mark.hex(), ground.hex());
                }
            }
            for ground in [theme.card, theme.missing_fill] {
                assert!(contrast(theme.missing_edge, ground) >= 3.0, "{name}: {}", ground.hex());
            }
        }
    }

    #[test]
    fn outlines_and_texts_show_on_any_fill() {
        for (name, theme) in ALL {
            for grey in 0..=255 {
                let fill = Rgb(grey, grey, grey);
                let text = theme.text_on(fill);
                assert!(contrast(text, fill) >= 4.5, "{name}: {} on {}", text.hex(), fill.hex());
                let edge = theme.edge_between(fill, fill);
                assert!(contrast(edge, fill) >= 3.0, "{name}: {} on {}", edge.hex(), fill.hex());
            }
        }
    }
}
