//! The Atlas: filters, map, linked charts, table. All of them are views of one query.

mod charts;
mod classing;
mod distribution;
mod dots;
mod filters;
mod legend;
mod map;
mod range;
mod scatter;
mod stage;
mod table;
mod toolbar;

use leptos::prelude::*;

use super::pieces;
pub use charts::Ranked;
pub use classing::ClassingFields;
pub use distribution::DistributionCard;
pub use dots::{DotsLayer, DotsSwitch};
pub use filters::{Chips, CityFigures};
pub use legend::state_words;
pub use map::{CityKpi, SelectionBar};
pub use scatter::ScatterCard;
pub use stage::MapState;
pub use table::TableCard;
pub use toolbar::{IndicatorChoice, group_words};

/// The page.
#[component]
pub fn Atlas() -> impl IntoView {
    view! {
        <div class="atlas">
            <map::MapCard/>
            <filters::Filters/>
            <charts::Charts/>
            {pieces::table()}
        </div>
    }
}
