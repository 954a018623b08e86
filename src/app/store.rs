//! The one store: signals that a person's acts write, and nothing else does.
//!
//! Ground state: the data set (never changes), the query (what is looked at, also in the address), the journal (what was
//! entered, in [`Saving`]), and what passes with the moment: hover, keyboard focus, an open panel, notices. Everything
//! shown beyond that is derived (`derived`). Views read signals and call the methods here and in `acts`; they write no
//! signal of the store themselves.

mod acts;

use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use super::derived::Derived;
use super::desk::Desk;
use super::keeping::Keeping;
use super::merging::{Incoming, Report};
pub use super::notice::{Notice, Remedy, Tone};
use super::saving::Saving;
use crate::data::{DataSet, Indicator, Lang};
use crate::draw::Theme;
use crate::geo::{AreaShape, Geometry};
use crate::view::column::Column;
use crate::view::hash;
use crate::view::query::{Measure, Query};
use crate::web::{canvas, media};

/// Everything that lives as long as the page. Copied freely: it is one pointer, so that the page's many handlers stay
/// small.
#[derive(Clone, Copy)]
pub struct Store(&'static Signals);

impl Deref for Store {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// What the store points to.
pub struct Signals {
    /// The data set in use, without indicators of one's own.
    pub data_set: &'static DataSet,
    /// Its geometry, prepared once.
    pub geometry: &'static Geometry,
    /// Shapes of the equal tiles, once they have been placed.
    pub tiles: RwSignal<Option<Arc<Vec<AreaShape>>>>,
    /// What a newcomer sees; it follows from the data set.
    start: &'static Query,
    /// What is looked at.
    pub query: RwSignal<Query>,
    /// What was entered, and how safe it is.
    pub saving: Saving,
    /// A file that follows what is entered.
    pub keeping: Keeping,
    /// The area under the pointer, in whatever view.
    pub hover: RwSignal<Option<usize>>,
    /// The area that the keyboard is on, in the map.
    pub focus: RwSignal<Option<usize>>,
    /// What lies over the right edge besides the area sheet.
    pub panel: RwSignal<Option<Panel>>,
    /// Files that were opened and wait to be merged.
    pub incoming: RwSignal<Vec<Incoming>>,
    /// What the last merge did.
    pub merge_report: RwSignal<Option<Report>>,
    /// Messages that wait to be read.
    pub notices: RwSignal<Vec<Notice>>,
    /// What a screen reader is to say now.
    pub announcement: RwSignal<String>,
    /// Device pixels to a CSS pixel; drawings follow it.
    pub pixel_ratio: RwSignal<f64>,
    /// Radius in CSS pixels of the greatest circle on the map, for its legend; measured by the map.
    pub map_circle_px: RwSignal<f64>,
    /// The view as an address.
    pub address: Memo<String>,
    /// The memos.
    pub derived: Derived,
    makes_step: StoredValue<bool>,
    last_id: StoredValue<u32>,
}

fn address_of(query: &Query, start: &Query) -> String {
    let lang = if query.lang == Lang::Vi { Lang::En } else { Lang::Vi };
    hash::write(query, &Query { lang, ..start.clone() })
}

/// A panel over the right edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// All notes.
    Notes,
    /// Storage, files, name, theme.
    Workspace,
    /// Files that were opened.
    Merge,
}

/// What the device prefers, kept up to date.
#[derive(Clone, Copy)]
pub struct Device {
    /// Dark colour scheme.
    pub dark: RwSignal<bool>,
    /// Own colours instead of the page's.
    pub forced_colors: RwSignal<bool>,
}

impl Device {
    fn new() -> Device {
        let follow = |query: &'static str| {
            let signal = RwSignal::new(media::holds(query));
            media::on_change(query, move |holds| signal.set(holds));
            signal
        };
        Device { dark: follow(media::DARK), forced_colors: follow(media::FORCED_COLORS) }
    }
}

impl Store {
    /// The store over a data set. The data set lives as long as the page, so it is leaked once.
    pub fn new(data_set: DataSet) -> Store {
        let data_set: &'static DataSet = Box::leak(Box::new(data_set));
        let geometry: &'static Geometry = Box::leak(Box::new(Geometry::new(data_set)));
        let saving = Saving::open();
        let lang = saving.preferred_lang().unwrap_or_else(super::browser_lang);
        let start: &'static Query = Box::leak(Box::new(Query::start(data_set, lang)));
        let query = RwSignal::new(start.clone());
        let device = Device::new();
        let pixel_ratio = RwSignal::new(canvas::device_pixel_ratio());
        media::on_pixel_ratio_change(move || pixel_ratio.set(canvas::device_pixel_ratio()));
        let derived = Derived::new(data_set, query, saving, device);
        Store(Box::leak(Box::new(Signals {
            data_set,
            geometry,
            start,
            tiles: RwSignal::new(None),
            query,
            saving,
            keeping: Keeping::new(),
            hover: RwSignal::new(None),
            focus: RwSignal::new(None),
            panel: RwSignal::new(None),
            incoming: RwSignal::new(Vec::new()),
            merge_report: RwSignal::new(None),
            notices: RwSignal::new(Vec::new()),
            announcement: RwSignal::new(String::new()),
            pixel_ratio,
            map_circle_px: RwSignal::new(0.0),
            address: Memo::new(move |_| query.with(|query| address_of(query, start))),
            derived,
            makes_step: StoredValue::new(false),
            last_id: StoredValue::new(0),
        })))
    }

    /// The store of the page, inside any component of it.
    pub fn take() -> Store {
        use_context::<Store>().expect("the shell provides the store")
    }

    /// An id for an element that another one names.
    pub fn new_id(self, what: &str) -> String {
        let number = self.last_id.try_update_value(|last| {
            *last += 1;
            *last
        });
        format!("{what}-{}", number.unwrap_or_default())
    }

    /// The desk, for what stands in its piece of the program.
    pub fn desk(self) -> Desk {
        Desk::of(self)
    }

    /// The query that an address without anything in it means.
    pub fn defaults(self) -> Query {
        let lang = self.saving.preferred_lang().unwrap_or_else(super::browser_lang);
        Query { lang, ..self.start.clone() }
    }

    /// The data set with the indicators of one's own, tracked.
    pub fn all(self) -> &'static DataSet {
        self.derived.all.get().0
    }

    /// The indicators with those of one's own, tracked.
    pub fn indicators(self) -> &'static [Indicator] {
        &self.all().indicators
    }

    /// The language of the interface, tracked.
    pub fn lang(self) -> Lang {
        self.derived.lang.get()
    }

    /// The language of the interface, for handlers.
    pub fn lang_now(self) -> Lang {
        self.query.with_untracked(|query| query.lang)
    }

    /// The colours to draw with, tracked.
    pub fn theme(self) -> &'static Theme {
        self.derived.theme.get()
    }

    /// Whether the change that is being written to the address deserves a step for the Back button. Asking resets it.
    pub fn takes_history_step(self) -> bool {
        self.makes_step.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// The view as an address, for links, files and the history. The language always stands in it, since the default is each
    /// reader's own.
    pub fn address(self) -> String {
        self.address.get_untracked()
    }

    // Messages.

    /// Shows a message; one of the same key is replaced.
    pub fn notify(self, key: &'static str, tone: Tone, text: String) {
        self.notify_with(Notice { key, tone, text, remedy: None });
    }

    /// Shows a message with a button.
    pub fn notify_with(self, notice: Notice) {
        self.notices.update(|notices| {
            notices.retain(|other| other.key != notice.key);
            notices.push(notice);
        });
    }

    /// Closes a message.
    pub fn dismiss(self, key: &str) {
        if self.notices.with_untracked(|notices| notices.iter().any(|notice| notice.key == key)) {
            self.notices.update(|notices| notices.retain(|notice| notice.key != key));
        }
    }

    /// Has a screen reader say this.
    pub fn announce(self, text: String) {
        self.announcement.set(text);
    }

    /// The measure's column over the figures in use, tracked.
    pub fn column(self, measure: &Measure) -> Option<Arc<Column>> {
        self.derived.shown.with(|shown| shown.column(measure)).map(Arc::new)
    }
}
