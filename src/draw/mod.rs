//! The drawing room: charts as pure functions from a specification to a [`Scene`], and one painter for all of them.
//!
//! A scene is data in CSS pixels: shapes and labels. The page paints the shapes on a canvas and shows the labels as DOM
//! text; exports and golden tests paint both into SVG. Nothing here knows a browser, a language or the view state:
//! texts come in finished, colours come from a [`Theme`] and a palette. What changes under a pointer is a scene of its
//! own (an overlay), so that the base is not painted again.

pub mod axis;
pub mod bullet;
pub mod contributions;
pub mod damage;
pub mod distribution;
pub mod dots;
pub mod funnel;
pub mod ground;
pub mod legend;
pub mod look;
pub mod map;
mod map_labels;
pub mod metrics;
pub mod mini_histogram;
mod names;
pub mod paint;
pub mod palette;
mod pattern;
pub mod rank_intervals;
pub mod ranked;
pub mod scatter;
pub mod scene;
pub mod strip;
pub mod symbols;
pub mod theme;

pub use bullet::{BulletSpec, bullet_scene};
pub use contributions::{ContributionPart, ContributionsSpec, contributions_overlay, contributions_scene};
pub use damage::{Damage, PxBox, damage};
pub use distribution::{Distribution, DistributionSpec, Dot, Swarm, distribution_overlay, distribution_scene};
pub use funnel::{Funnel, FunnelDot, FunnelSpec, funnel_overlay, funnel_scene};
pub use ground::MapGround;
pub use legend::{Swatch, swatch_scene};
pub use look::AreaFill;
pub use map::{MapSpec, map_scene, overlay_scene};
pub use map_labels::MapLabels;
pub use mini_histogram::{Bars, MiniHistogram, MiniHistogramSpec, mini_histogram_scene};
pub use paint::{SUBPX, Text, paint, svg};
pub use palette::colors;
pub use rank_intervals::{RankIntervalRow, RankIntervalsSpec, rank_intervals_overlay, rank_intervals_scene};
pub use ranked::{RankedRow, RankedSpec, ranked_overlay, ranked_scene};
pub use scatter::{Scatter, ScatterAxes, ScatterDot, ScatterSpec, scatter_overlay, scatter_scene};
pub use scene::{Anchor, Hatch, HatchKind, Label, Px, Scene, Shape, Stroke};
pub use strip::{StripSpec, strip_scene};
pub use symbols::{symbol_legend, symbol_legend_scene, symbol_radii_px};
pub use theme::{Rgb, Theme};
