//! What the first rows of a table give away about its layout: where names of areas and of indicators stand.

use crate::exchange::import::table::Row;
use crate::text::fold::fold;

use super::layout::{Orientation, Role, Target};
use super::names::{Found, Names};

/// So many rows and columns are looked at.
const MAX_ROWS: usize = 200;
const MAX_COLUMNS: usize = 100;

/// The head stands among so many rows, below titles and remarks.
const MAX_HEADER_ROW: usize = 30;

/// Where names stand in the first rows.
pub(super) struct Probe {
    areas: Hits,
    indicators: Hits,
    /// The column that names most indicators, besides that of the areas.
    indicator_column: usize,
    /// Rows that name an area and an indicator in the columns that name most.
    n_both: usize,
    /// The row with most words of a list's head, and how many it has.
    list_head: (usize, usize),
}

/// How many names each row and each column holds.
struct Hits {
    in_row: Vec<usize>,
    in_column: Vec<usize>,
}

impl Probe {
    pub fn new(rows: &[Row], names: &Names) -> Probe {
        let rows = &rows[..rows.len().min(MAX_ROWS)];
        let n_columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).min(MAX_COLUMNS);
        let none = || Hits { in_row: vec![0; rows.len()], in_column: vec![0; n_columns] };
        let mut probe = Probe { areas: none(), indicators: none(), indicator_column: 0, n_both: 0, list_head: (0, 0) };
        let mut is_area = vec![vec![false; n_columns]; rows.len()];
        let mut is_indicator = is_area.clone();
        for (row_ix, row) in rows.iter().enumerate() {
            let mut n_words = 0;
            for (column, entry) in row.cells.iter().take(n_columns).enumerate() {
                if entry.is_blank() {
                    continue;
                }
                let text = entry.text();
                // A name that several share names something of its sort all the same.
                is_area[row_ix][column] = matches!(names.area_exactly(&text), Found::One(_) | Found::Near(_));
                is_indicator[row_ix][column] = matches!(names.indicator_exactly(&text), Found::One(_) | Found::Near(_));
                probe.areas.count(row_ix, column, is_area[row_ix][column]);
                probe.indicators.count(row_ix, column, is_indicator[row_ix][column]);
                n_words += usize::from(role_of(&text).is_some());
            }
            if row_ix < MAX_HEADER_ROW && probe.list_head.1 < n_words {
                probe.list_head = (row_ix, n_words);
            }
        }
        let area_column = most(&probe.areas.in_column);
        // A head such as "Area" is the name of an indicator, too.
        let mut others = probe.indicators.in_column.clone();
        if let Some(own) = others.get_mut(area_column) {
            *own = 0;
        }
        probe.indicator_column = most(&others);
        if area_column != probe.indicator_column {
            let both = |row_ix: &usize| is_area[*row_ix][area_column] && is_indicator[*row_ix][probe.indicator_column];
            probe.n_both = (0..rows.len()).filter(both).count();
        }
        probe
    }

    pub fn orientation(&self) -> Orientation {
        let greatest = |counts: &[usize]| counts.iter().copied().max().unwrap_or(0);
        let head = |hits: &Hits| greatest(&hits.in_row[..hits.in_row.len().min(MAX_HEADER_ROW)]);
        let n_areas = greatest(&self.areas.in_column);
        let has_list_head = 3 <= self.list_head.1;
        if 0 < self.n_both && (has_list_head || (2 < self.n_both && n_areas <= 2 * self.n_both)) {
            return Orientation::Long;
        }
        let normal = n_areas + head(&self.indicators);
        let transposed = head(&self.areas) + greatest(&self.indicators.in_column);
        if normal < transposed { Orientation::AreasInColumns } else { Orientation::AreasInRows }
    }

    /// The row of the head; without one that names anything, the row above the first that does.
    pub fn header_row(&self, orientation: Orientation) -> usize {
        let (heads, keys) = match orientation {
            Orientation::AreasInRows => (&self.indicators, &self.areas),
            Orientation::AreasInColumns => (&self.areas, &self.indicators),
            Orientation::Long if 0 < self.list_head.1 => return self.list_head.0,
            Orientation::Long => (&self.areas, &self.areas),
        };
        let head = most(&heads.in_row[..heads.in_row.len().min(MAX_HEADER_ROW)]);
        if orientation != Orientation::Long && heads.in_row.get(head).is_some_and(|n| 0 < *n) {
            return head;
        }
        keys.in_row.iter().position(|n| 0 < *n).unwrap_or(0).saturating_sub(1)
    }

    pub fn key_column(&self, orientation: Orientation) -> usize {
        most(&self.keys(orientation).in_column)
    }

    /// Another column that names at least half as many as the first one.
    pub fn second_key_column(&self, orientation: Orientation, key_column: usize) -> Option<usize> {
        let counts = &self.keys(orientation).in_column;
        let n_first = counts.get(key_column).copied().unwrap_or(0);
        (0..counts.len()).find(|column| *column != key_column && 0 < n_first && n_first <= 2 * counts[*column])
    }

    /// The part of a column of a list by its head; that of the indicators is known by what it holds, too.
    pub fn role(&self, head: &str, column: usize) -> Target {
        let by_content = column == self.indicator_column && 0 < self.n_both;
        match role_of(head) {
            _ if by_content => Target::Role(Role::Indicator),
            Some(Role::Key) | None => Target::Unknown,
            Some(role) => Target::Role(role),
        }
    }

    fn keys(&self, orientation: Orientation) -> &Hits {
        if orientation == Orientation::AreasInColumns { &self.indicators } else { &self.areas }
    }
}

impl Hits {
    fn count(&mut self, row: usize, column: usize, is_hit: bool) {
        self.in_row[row] += usize::from(is_hit);
        self.in_column[column] += usize::from(is_hit);
    }
}

/// Position of the greatest, the first of equal ones; 0 for none.
fn most(counts: &[usize]) -> usize {
    let mut best = 0;
    for (ix, n) in counts.iter().enumerate() {
        if counts[best] < *n {
            best = ix;
        }
    }
    best
}

/// The part that the head of a list's column states.
fn role_of(head: &str) -> Option<Role> {
    const WORDS: [(Role, &[&str]); 5] = [
        (
            Role::Key,
            &["phuong, xa", "phuong/xa", "phuong", "don vi", "dia ban", "ma", "area", "ward", "code", "район", "код"],
        ),
        (Role::Indicator, &["chi tieu", "indicator", "показатель"]),
        (Role::Value, &["gia tri", "so lieu", "so luong", "ket qua", "value", "figure", "значение"]),
        (Role::Period, &["ky", "ky bao cao", "nam", "thoi ky", "period", "year", "период", "год"]),
        (
            Role::Subdivision,
            &[
                "pho",
                "thon",
                "pho, thon",
                "pho/thon",
                "to dan pho",
                "subdivision",
                "street",
                "village",
                "улица",
                "деревня",
            ],
        ),
    ];
    let folded = fold(head);
    WORDS.iter().find(|(_, words)| words.contains(&folded.as_str())).map(|(role, _)| *role)
}
