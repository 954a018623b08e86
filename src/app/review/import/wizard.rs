//! The import as it stands: what was brought, how it is read, what was found, what of it is taken in.
//!
//! Lives as long as the page, so that looking at another part loses nothing. Work goes on in slices of time; a newer run,
//! or a person who cancels, makes an older one stop at its next rest. Nothing is in the journal before [`Wizard::take_in`].

use std::cell::Cell;
use std::sync::Arc;

use leptos::prelude::*;

use super::room::TooLarge;
use super::trouble::Trouble;
use crate::app::desk::for_ever;
use crate::app::reviewing::Reviewing;
use crate::app::store::Store;
use crate::data::DataSet;
use crate::exchange::import::csv::CsvReader;
use crate::exchange::import::decode::{self, Binary, Encoding};
use crate::exchange::import::intake::{Intake, Marked, Period, Register};
use crate::exchange::import::judge::{Case, Judging, Standings};
use crate::exchange::import::matching::{Group, Grouping, Layout, Names, Overrides, Role};
use crate::exchange::import::number::Convention;
use crate::exchange::import::table::{Row, SheetsReader};
use crate::journal::Intent;
use crate::journal::clean;
use crate::review;
use crate::text::say::import as say;
use crate::web::pause::Slice;
use crate::web::{page, sheets};

/// Rows in one go, between two looks at the clock.
const ROWS_AT_ONCE: usize = 500;

thread_local! {
    static WIZARD: Cell<Option<Wizard>> = const { Cell::new(None) };
}

/// The import of the page. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Wizard {
    store: Store,
    /// What goes on.
    pub stage: RwSignal<Stage>,
    /// What was brought.
    pub source: RwSignal<Option<Arc<Source>>>,
    /// What a person said of how the bytes are to be read.
    pub reading: RwSignal<Reading>,
    /// The sheets that were read.
    pub table: RwSignal<Option<Arc<Table>>>,
    /// The sheet in use.
    pub sheet: RwSignal<usize>,
    /// What a person said of the layout.
    pub overrides: RwSignal<Overrides>,
    /// What a person said of decimal signs; `Unknown` for what each column shows.
    pub decimal: RwSignal<Convention>,
    /// The period that the figures are of.
    pub period: RwSignal<Period>,
    /// What was found in the table.
    pub found: RwSignal<Option<Arc<Found>>>,
    /// The figures, each taken or left out.
    pub intake: RwSignal<Intake>,
    /// Why what is chosen is not taken in.
    pub too_large: RwSignal<Option<TooLarge>>,
    /// What the last import did.
    pub outcome: RwSignal<Option<Outcome>>,
    run: StoredValue<u64>,
}

/// What goes on.
#[derive(Clone, PartialEq)]
pub enum Stage {
    /// Nothing.
    Idle,
    /// The bytes are read, or the figures compared; with how much is done, from 0 to 1.
    Busy {
        /// Whether the figures are compared already.
        is_judging: bool,
        /// How much is done.
        done: f64,
    },
    /// It could not be read.
    Failed(Trouble),
}

/// What was brought.
pub struct Source {
    /// Name of the file.
    pub name: String,
    /// Its content.
    pub content: Content,
}

/// The content of what was brought.
pub enum Content {
    /// A file.
    Bytes(Vec<u8>),
    /// A text that was pasted.
    Text(String),
}

/// What a person said of how the bytes are to be read; what is left open is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading {
    /// The encoding.
    pub encoding: Option<Encoding>,
    /// What stands between cells.
    pub separator: Option<char>,
}

/// The sheets of what was brought.
pub struct Table {
    /// Names and rows; one without a name for a text.
    pub sheets: Vec<(String, Arc<Vec<Row>>)>,
    /// What the bytes were read as, if they are a text.
    pub encoding: Option<Encoding>,
    /// What stands between cells, if it is a text.
    pub separator: Option<char>,
}

/// What was found in a sheet.
pub struct Found {
    /// The run that found it.
    pub run: u64,
    /// The data set with own indicators.
    pub data: &'static DataSet,
    /// The sheet.
    pub rows: Arc<Vec<Row>>,
    /// How it is laid out.
    pub layout: Layout,
    /// The names of its rows.
    pub row_names: Vec<Group>,
    /// The names in a list's column of indicators.
    pub indicator_names: Vec<Group>,
    register: Register,
}

/// What an import did.
#[derive(Clone, PartialEq)]
pub struct Outcome {
    /// Figures that were taken in.
    pub n_taken: usize,
    /// Cells that were not.
    pub n_left_out: usize,
    /// The file.
    pub name: String,
}

/// Why a run ends early.
enum Stop {
    /// Another one has begun, or a person cancelled.
    Superseded,
    Trouble(Trouble),
}

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Stop {
        Stop::Trouble(trouble)
    }
}

impl Wizard {
    /// The import of the page; made at the first call.
    pub fn of(store: Store) -> Wizard {
        WIZARD.get().unwrap_or_else(|| {
            let wizard = for_ever(|| Wizard::new(store));
            WIZARD.set(Some(wizard));
            wizard
        })
    }

    fn new(store: Store) -> Wizard {
        let wizard = Wizard {
            store,
            stage: RwSignal::new(Stage::Idle),
            source: RwSignal::new(None),
            reading: RwSignal::new(Reading::default()),
            table: RwSignal::new(None),
            sheet: RwSignal::new(0),
            overrides: RwSignal::new(Overrides::default()),
            decimal: RwSignal::new(Convention::Unknown),
            period: RwSignal::new(Period::Own),
            found: RwSignal::new(None),
            intake: RwSignal::new(Intake::default()),
            too_large: RwSignal::new(None),
            outcome: RwSignal::new(None),
            run: StoredValue::new(0),
        };
        let reviewing = Reviewing::of(store);
        // Whatever changes the reports or indicators (undo, another tab) changes what is to be said of the figures.
        Effect::new(move |before: Option<()>| {
            reviewing.laid.track();
            reviewing.data_set.track();
            if before.is_some() && wizard.table.with_untracked(Option::is_some) {
                wizard.judge_again();
            }
        });
        wizard
    }

    /// Begins with something that was brought.
    pub fn open(self, source: Source) {
        self.put_away();
        self.outcome.set(None);
        self.source.set(Some(Arc::new(source)));
        self.start(true);
    }

    /// Reads the bytes in another way.
    pub fn read_as(self, change: impl FnOnce(&mut Reading)) {
        self.reading.update(change);
        self.overrides.set(Overrides::default());
        self.start(true);
    }

    /// Takes another sheet.
    pub fn use_sheet(self, sheet: usize) {
        self.sheet.set(sheet);
        self.overrides.set(Overrides::default());
        self.start(false);
    }

    /// Takes the layout as a person says.
    pub fn lay_out(self, change: impl FnOnce(&mut Overrides)) {
        self.overrides.update(change);
        self.start(false);
    }

    /// Compares the figures anew.
    pub fn judge_again(self) {
        self.start(false);
    }

    /// Stops what goes on.
    pub fn cancel(self) {
        self.run.update_value(|run| *run += 1);
        self.stage.set(Stage::Idle);
        if self.found.with_untracked(Option::is_none) {
            self.put_away();
        }
    }

    /// Puts the table away. Nothing of it is taken in.
    pub fn put_away(self) {
        self.run.update_value(|run| *run += 1);
        self.stage.set(Stage::Idle);
        self.source.set(None);
        self.reading.set(Reading::default());
        self.table.set(None);
        self.sheet.set(0);
        self.overrides.set(Overrides::default());
        self.decimal.set(Convention::Unknown);
        self.period.set(Period::Own);
        self.found.set(None);
        self.intake.set(Intake::default());
        self.too_large.set(None);
    }

    /// A file could not be had from the disk.
    pub fn fail(self, name: String, why: String) {
        self.put_away();
        self.source.set(Some(Arc::new(Source { name, content: Content::Text(String::new()) })));
        self.stage.set(Stage::Failed(Trouble::File(why)));
    }

    fn start(self, from_bytes: bool) {
        let Some(source) = self.source.get_untracked() else { return };
        let run = self.run.get_value() + 1;
        self.run.set_value(run);
        leptos::task::spawn_local(async move {
            let outcome = self.go(run, &source, from_bytes).await;
            match outcome {
                Ok(()) => self.stage.set(Stage::Idle),
                Err(Stop::Superseded) => {}
                Err(Stop::Trouble(trouble)) => {
                    // An empty sheet leaves the others to choose from.
                    if trouble != Trouble::Empty {
                        self.table.set(None);
                    }
                    self.found.set(None);
                    self.intake.set(Intake::default());
                    self.stage.set(Stage::Failed(trouble));
                }
            }
        });
    }

    async fn go(self, run: u64, source: &Source, from_bytes: bool) -> Result<(), Stop> {
        if from_bytes || self.table.with_untracked(Option::is_none) {
            let table = self.read(run, source).await?;
            let holds_something = |sheet: &(String, Arc<Vec<Row>>)| sheet.1.iter().any(|row| !row.cells.is_empty());
            self.sheet.set(table.sheets.iter().position(holds_something).unwrap_or_default());
            self.table.set(Some(Arc::new(table)));
        }
        let found = self.judge(run).await?;
        self.found.set(Some(Arc::new(found.0)));
        self.intake.set(found.1);
        Ok(())
    }

    /// Rests if it is time to. A run that is no longer wanted ends here.
    async fn rest(self, run: u64, slice: &mut Slice, is_judging: bool, done: f64) -> Result<(), Stop> {
        if slice.rest().await {
            self.check(run)?;
            self.stage.set(Stage::Busy { is_judging, done });
        }
        Ok(())
    }

    fn check(self, run: u64) -> Result<(), Stop> {
        if self.run.get_value() == run { Ok(()) } else { Err(Stop::Superseded) }
    }

    async fn read(self, run: u64, source: &Source) -> Result<Table, Stop> {
        self.stage.set(Stage::Busy { is_judging: false, done: 0.0 });
        let mut slice = Slice::begin();
        let reading = self.reading.get_untracked();
        let (text, encoding) = match &source.content {
            Content::Text(text) => (text.clone(), None),
            Content::Bytes(bytes) => {
                let decoded = match reading.encoding {
                    Some(encoding) => decode::decode_as(bytes, encoding),
                    None => decode::decode(bytes),
                };
                match decoded {
                    Ok(decoded) => (decoded.text, Some(decoded.encoding)),
                    Err(decode::DecodeError::Binary(Binary::Zip | Binary::Ole)) => {
                        return self.read_workbook(run, bytes).await;
                    }
                    Err(error) => return Err(Trouble::Decode(error).into()),
                }
            }
        };
        let mut reader = CsvReader::new(text, reading.separator);
        let mut rows = Vec::new();
        while reader.step(ROWS_AT_ONCE, &mut rows).map_err(Trouble::Csv)? {
            self.rest(run, &mut slice, false, reader.progress()).await?;
        }
        let separator = Some(reader.separator());
        Ok(Table { sheets: vec![(String::new(), Arc::new(rows))], encoding, separator })
    }

    async fn read_workbook(self, run: u64, bytes: &[u8]) -> Result<Table, Stop> {
        let json = sheets::read_workbook(bytes).await;
        self.check(run)?;
        let mut reader = SheetsReader::new(json.map_err(Trouble::Sheets)?);
        let mut slice = Slice::begin();
        while reader.step(ROWS_AT_ONCE).ok_or(Trouble::Sheets(String::new()))? {
            self.rest(run, &mut slice, false, reader.progress()).await?;
        }
        let sheets = reader.sheets().into_iter().map(|sheet| (sheet.name, Arc::new(sheet.rows))).collect();
        Ok(Table { sheets, encoding: None, separator: None })
    }

    async fn judge(self, run: u64) -> Result<(Found, Intake), Stop> {
        let mut slice = Slice::begin();
        let (sheet, overrides) = (self.sheet.get_untracked(), self.overrides.get_untracked());
        let rows = self.table.with_untracked(|table| {
            table.as_ref().and_then(|table| table.sheets.get(sheet)).map(|(_, rows)| rows.clone()).unwrap_or_default()
        });
        if rows.iter().all(|row| row.cells.is_empty()) {
            return Err(Trouble::Empty.into());
        }
        let (reviewing, journal) = (Reviewing::of(self.store), self.store.desk().journal);
        let (data, period) = (reviewing.data_set.get_untracked().0, self.period.get_untracked());
        let (standings, register) = journal.with_untracked(|journal| {
            let laid = match period.id() {
                None => reviewing.laid.get_untracked(),
                other => Arc::new(review::lay(data, journal.state(), other)),
            };
            (Standings::of(data, &laid, period.id()), Register::new(data, journal.state(), &period))
        });
        let decimal = self.decimal.get_untracked();
        let n_decided = if decimal == Convention::Unknown { 0 } else { data.indicators.len() };
        let conventions: Vec<(usize, Convention)> = (0..n_decided).map(|ix| (ix, decimal)).collect();

        let names = Names::new(data);
        let mut layout = Layout::find(&rows, &names, &overrides);
        while layout.match_rows(&rows, &names, &overrides, ROWS_AT_ONCE) {
            let done = layout.rows.len() as f64 / rows.len() as f64;
            self.rest(run, &mut slice, true, 0.2 * done).await?;
        }
        let case = Case { rows: &rows, data, names: &names, standings: &standings, conventions: &conventions };
        let mut judging = Judging::new(layout, data);
        while judging.step(case, ROWS_AT_ONCE) {
            self.rest(run, &mut slice, true, 0.2 + 0.6 * judging.progress(case)).await?;
        }
        let mut intake = Intake::default();
        let n_judged = judging.judged().len();
        for at_once in judging.judged().chunks(ROWS_AT_ONCE) {
            for judged in at_once {
                intake.push(Marked::new(*judged, &judging, case, &period, &register));
            }
            let done = intake.figures().len() as f64 / n_judged as f64;
            self.rest(run, &mut slice, true, 0.8 + 0.2 * done).await?;
        }
        let layout = judging.into_layout();
        let (mut row_names, mut indicator_names) = (Grouping::of_rows(), Grouping::of_indicators());
        for names in [&mut row_names, &mut indicator_names] {
            while names.step(&rows, &layout, ROWS_AT_ONCE) {
                self.rest(run, &mut slice, true, 1.0).await?;
            }
        }
        let (row_names, indicator_names) = (row_names.groups(), indicator_names.groups());
        self.check(run)?;
        Ok((Found { run, data, rows, layout, row_names, indicator_names, register }, intake))
    }

    /// Takes the chosen figures into the journal, as one act.
    pub fn take_in(self) {
        let (Some(found), Some(source)) = (self.found.get_untracked(), self.source.get_untracked()) else { return };
        let period = self.period.get_untracked();
        let (reports, n_cells) = self
            .intake
            .with_untracked(|intake| (intake.reports(found.data, &period, &found.register), intake.figures().len()));
        let n_taken = reports.len();
        let file: String = clean::clean_line(&source.name).chars().take(clean::MAX_NAME_CHARS).collect();
        let period = match period {
            Period::Own => None,
            Period::Other { id, label } => Some((id, label)),
        };
        let lang = self.store.lang_now();
        self.too_large.set(TooLarge::look(self.store, &reports, &file));
        if self.too_large.with_untracked(Option::is_some) {
            return;
        }
        // Before the journal changes, so that nothing is compared anew that is on its way out.
        self.put_away();
        match self.store.desk().write(Intent::ImportReports { reports, file, period }) {
            Ok(_) => {
                let name = source.name.clone();
                self.store.announce(say::TAKEN_IN.fill(lang, n_taken as u64, &[("name", &name)]));
                self.outcome.set(Some(Outcome { n_taken, n_left_out: n_cells - n_taken, name }));
                page::focus_soon("import-outcome");
            }
            Err(error) => {
                self.source.set(Some(source));
                self.stage.set(Stage::Failed(Trouble::Refused(error.to_string())));
            }
        }
    }
}

impl Found {
    /// What a row of a list says in the column with a part of its own.
    pub fn part(&self, row: usize, role: Role) -> String {
        let column = self.layout.column_of(role);
        column.map(|column| self.rows[row].cell(column).text().trim().to_owned()).unwrap_or_default()
    }
}
