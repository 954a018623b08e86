//! The view state: everything that a link must carry to show the same screen.
//!
//! A value here may name areas and indicators that a data set does not hold; `hash::read` checks against the data set.

use crate::text::date::CivilDate;
use std::collections::BTreeSet;

use crate::data::{AreaKind, Lang, Settlement};

/// The whole view state.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// Which page.
    pub view: View,
    /// The interface's language.
    pub lang: Lang,
    /// What map, ranking and distribution show.
    pub measure: Measure,
    /// How the map lays out areas.
    pub layout: Layout,
    /// Whether streets and villages stand on the map as dots.
    pub dots: bool,
    /// How values become classes and colours.
    pub classing: Classing,
    /// Which areas take part.
    pub filter: Filter,
    /// Codes of the chosen areas.
    pub selection: BTreeSet<String>,
    /// Which part of the Review page is open.
    pub review: ReviewPart,
    /// Which part of the Tasks page is open.
    pub tasks: TasksPart,
    /// The day on which the year's work is looked at; `None` is today.
    pub as_of: Option<CivilDate>,
    /// How the Tasks page looks at the year's work, in words that its room knows (`tasks::look`).
    pub work_look: BTreeSet<String>,
    /// Code of the area whose sheet is open.
    pub sheet: Option<String>,
    /// Horizontal measure of the scatter plot (the vertical one is `measure`).
    pub scatter_x: Measure,
    /// Order of the table's rows.
    pub sort: Sort,
    /// The table's columns, left to right.
    pub columns: Vec<Measure>,
}

/// A page of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// Map, charts, filters, table.
    #[default]
    Atlas,
    /// Reports against published totals.
    Review,
    /// The year's work.
    Tasks,
    /// The data set: sources, licences, method.
    About,
}

/// A part of the Review page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ReviewPart {
    /// Areas by indicators with sums, totals and remainders.
    #[default]
    Table,
    /// Entering one area's report.
    Entry,
    /// Reading reports from a file.
    Import,
    /// Contradictions.
    Findings,
    /// Streets and villages.
    Register,
    /// Estimates and their assumptions.
    Estimates,
    /// Indicators of one's own, and periods to compare with.
    Indicators,
}

/// A part of the Tasks page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TasksPart {
    /// Tasks by areas, or by streets and villages.
    #[default]
    Matrix,
    /// The tasks, one under the other.
    List,
    /// What falls due when.
    Calendar,
    /// What areas ask the city to decide.
    Recommendations,
    /// What areas are to reach.
    Targets,
    /// The composite index and the shortlist.
    Commendations,
}

/// An indicator, as it is or divided by a base, or how that changed from one period to another.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Measure {
    /// Id of the indicator.
    pub indicator: String,
    /// Divided by what; only for counts and measures.
    pub per: Option<Per>,
    /// Its change against another period; `None`: the figure itself.
    pub change: Option<Since>,
}

impl Measure {
    /// An indicator as it is.
    pub fn plain(indicator: impl Into<String>) -> Measure {
        Measure { indicator: indicator.into(), per: None, change: None }
    }

    /// The figure of which this is the change.
    #[must_use]
    pub fn unchanged(&self) -> Measure {
        Measure { change: None, ..self.clone() }
    }
}

/// A period to compare with, and how a change against it is told.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Since {
    /// Id of a period beside the data set's own. Whether it is loaded is the journal's knowledge.
    pub period: String,
    /// In what the change is told.
    pub by: ChangeBy,
}

/// In what a change is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeBy {
    /// In the indicator's unit; for shares in percentage points.
    Unit,
    /// In per cent of the earlier figure.
    PerCent,
}

/// What a count is divided by to become a rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Per {
    /// Per 1,000 households of the census.
    Households1000,
    /// Per 1,000 people of the census.
    People1000,
    /// Per street or village, where their number is known.
    Subdivision,
    /// Per square kilometre.
    Km2,
}

/// How the map lays out areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Layout {
    /// Generalised borders.
    #[default]
    Outlines,
    /// One hexagon an area.
    Tiles,
    /// Circles sized by value.
    Symbols,
}

/// How values become classes and colours.
#[derive(Debug, Clone, PartialEq)]
pub struct Classing {
    /// Where the breaks come from.
    pub method: Method,
    /// Number of classes, 3 to 7. Methods may give fewer when there are too few different values.
    pub n_classes: u8,
    /// Colours. `None`: the method's own default (sequential, or diverging around the city).
    pub palette: Option<Palette>,
    /// Inner breaks in ascending order, for [`Method::Own`]; else empty.
    pub own_breaks: Vec<f64>,
}

/// Where class breaks come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Method {
    /// Natural breaks moved to round numbers.
    #[default]
    Rounded,
    /// The same number of areas in each class.
    Quantile,
    /// Classes of equal width.
    Equal,
    /// Natural breaks: least squares within classes (ckmeans).
    Natural,
    /// Around the city's figure, to both sides.
    AroundCity,
    /// The person's own breaks.
    Own,
}

/// A family of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Palette {
    /// ColorBrewer `BuGn` towards petrol; the default sequential.
    Teal,
    /// ColorBrewer `YlOrBr`.
    Amber,
    /// ColorBrewer Purples.
    Purple,
    /// Viridis.
    Viridis,
    /// Cividis.
    Cividis,
    /// ColorBrewer `BrBG`; the default diverging.
    BrownTeal,
    /// ColorBrewer `PuOr`.
    PurpleOrange,
}

impl Palette {
    /// Whether the family has a neutral middle.
    pub fn is_diverging(self) -> bool {
        matches!(self, Palette::BrownTeal | Palette::PurpleOrange)
    }
}

/// Which areas take part. Everything empty: all of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// Text to find in names, without regard to case and diacritics.
    pub search: String,
    /// Kinds that stay; empty: all.
    pub kinds: BTreeSet<AreaKind>,
    /// Settlements that stay; empty: all.
    pub settlements: BTreeSet<Settlement>,
    /// Ranges that a figure must lie in; an area without the figure does not pass. At most one a measure.
    pub ranges: Vec<RangeFilter>,
    /// Classes of the legend that stay; empty: all.
    pub classes: BTreeSet<ClassKey>,
    /// Only areas with notes.
    pub with_notes: bool,
    /// Only chosen areas.
    pub selection_only: bool,
}

/// A closed range of a measure. At least one end is set.
#[derive(Debug, Clone, PartialEq)]
pub struct RangeFilter {
    /// What must lie in the range.
    pub measure: Measure,
    /// Least value that passes.
    pub min: Option<f64>,
    /// Greatest value that passes.
    pub max: Option<f64>,
}

/// An entry of the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClassKey {
    /// Class by position, 0 the lowest.
    Class(u8),
    /// No figure.
    Missing,
}

/// Order of the table's rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// Greatest first.
    pub descending: bool,
}

/// What the table is sorted by. Areas without the figure come last in both directions.
#[derive(Debug, Clone, PartialEq)]
pub enum SortKey {
    /// The Vietnamese alphabet.
    Name,
    /// Wards before communes.
    Kind,
    /// A measure.
    Measure(Measure),
}
