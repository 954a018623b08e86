//! How a figure looks: its class's colour and, by hatching, dots or a mark, what it is known from.
//!
//! One place for map, charts and legend, so that a state is recognised everywhere, also in greyscale.

use super::scene::{Hatch, HatchKind, Px, Scene, Shape, Stroke};
use super::theme::{Rgb, Theme};
use crate::data::State;

/// What fills an area, a bar or a dot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AreaFill {
    /// A published figure, in its class's colour: solid.
    Class(Rgb),
    /// A figure entered or imported: solid, with a mark.
    Reported(Rgb),
    /// A computed figure: hatched.
    Estimated(Rgb),
    /// A figure invented for training: dotted.
    Practice(Rgb),
    /// No figure: pale, with a dashed outline.
    Missing,
    /// No statement: left out by the filters, or ground under symbols.
    Ground,
}

impl AreaFill {
    /// How a figure of this state looks in its class's colour.
    pub fn of(state: State, class_color: Rgb) -> AreaFill {
        match state {
            State::Published => AreaFill::Class(class_color),
            State::Reported => AreaFill::Reported(class_color),
            State::Estimated => AreaFill::Estimated(class_color),
            State::Practice => AreaFill::Practice(class_color),
            State::Missing => AreaFill::Missing,
        }
    }

    /// The class's colour, where there is a figure.
    pub fn class_color(self) -> Option<Rgb> {
        match self {
            AreaFill::Class(color)
            | AreaFill::Reported(color)
            | AreaFill::Estimated(color)
            | AreaFill::Practice(color) => Some(color),
            AreaFill::Missing | AreaFill::Ground => None,
        }
    }

    /// The same figure where the filters let it through, mere ground where they do not.
    #[must_use]
    pub fn if_passes(self, passes: bool) -> AreaFill {
        if passes { self } else { AreaFill::Ground }
    }

    /// The same figure with another colour.
    #[must_use]
    pub fn recolored(self, color: Rgb) -> AreaFill {
        match self {
            AreaFill::Class(_) => AreaFill::Class(color),
            AreaFill::Reported(_) => AreaFill::Reported(color),
            AreaFill::Estimated(_) => AreaFill::Estimated(color),
            AreaFill::Practice(_) => AreaFill::Practice(color),
            AreaFill::Missing | AreaFill::Ground => self,
        }
    }

    /// The colour inside.
    pub(super) fn fill(self, theme: &Theme) -> Rgb {
        match self {
            AreaFill::Missing => theme.missing_fill,
            AreaFill::Ground => theme.ground,
            _ => self.class_color().unwrap_or(theme.ground),
        }
    }

    /// The pattern inside.
    pub(super) fn hatch(self, theme: &Theme) -> Option<Hatch> {
        let (kind, color, spacing, width) = match self {
            AreaFill::Estimated(color) => (HatchKind::Lines, color, 5.5, 1.0),
            AreaFill::Practice(color) => (HatchKind::Dots, color, 5.0, 1.75),
            _ => return None,
        };
        Some(Hatch { kind, color: theme.edge_between(color, color), spacing, width })
    }

    /// The outline of a mark that stands alone on the card: seen there even if the fill is not.
    pub(super) fn outline(self, theme: &Theme) -> Stroke {
        match self {
            AreaFill::Missing => Stroke::dashed(theme.missing_edge, 1.0, 3.0, 2.5),
            AreaFill::Ground => Stroke::solid(theme.missing_edge, 0.5),
            _ => Stroke::solid(theme.edge_between(self.fill(theme), theme.card), 0.75),
        }
    }

    /// Whether it carries the mark of a report.
    pub(super) fn is_marked(self) -> bool {
        matches!(self, AreaFill::Reported(_))
    }
}

/// The mark of a report: a dot with a ring, seen on any fill.
pub(super) fn report_mark(scene: &mut Scene, center: Px, theme: &Theme) {
    scene.shapes.push(Shape::Circle {
        center,
        radius: 2.5,
        fill: Some(theme.ink),
        stroke: Some(Stroke::solid(theme.card, 1.25)),
        hatch: None,
    });
}

/// A dot of a chart.
pub(super) fn dot(scene: &mut Scene, center: Px, radius: f64, look: AreaFill, theme: &Theme) {
    scene.shapes.push(Shape::Circle {
        center,
        radius,
        fill: Some(look.fill(theme)),
        stroke: Some(look.outline(theme)),
        hatch: look.hatch(theme).map(|hatch| Hatch { spacing: 3.0, ..hatch }),
    });
    if look.is_marked() {
        scene.shapes.push(Shape::Circle {
            center,
            radius: radius * 0.35,
            fill: Some(look.fill(theme).most_contrasting(&[theme.ink, theme.card])),
            stroke: None,
            hatch: None,
        });
    }
}

/// The ring around a dot that is chosen, pointed at or focused.
pub(super) fn dot_ring(scene: &mut Scene, center: Px, radius: f64, color: Rgb, theme: &Theme) {
    for (color, width) in [(theme.card, 4.5), (color, 2.25)] {
        scene.shapes.push(Shape::Circle {
            center,
            radius: radius + 1.0,
            fill: None,
            stroke: Some(Stroke::solid(color, width)),
            hatch: None,
        });
    }
}
