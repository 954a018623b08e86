//! Small data sets for the tests of this room.

use std::collections::BTreeMap;

use crate::data::{Area, AreaKind, DataSet, LonLat, Settlement, Tr};

/// Side of a square of [`grid`], kilometres.
pub const SQUARE_KM: f64 = 1.0;

/// Squares of a kilometre around 100° E, 20° N, row by row from the north-west, with shared arcs.
pub fn grid(n_columns: usize, n_rows: usize) -> DataSet {
    let corner = |column: usize, row: usize| -> LonLat {
        let km_per_degree = 110.7;
        let lon_step = SQUARE_KM / km_per_degree / 20f64.to_radians().cos();
        [100.0 + column as f64 * lon_step, 20.0 - row as f64 * SQUARE_KM / km_per_degree]
    };
    let mut arcs: Vec<Vec<LonLat>> = Vec::new();
    let mut known: BTreeMap<[usize; 4], i32> = BTreeMap::new();
    let mut arc_between = |a: [usize; 2], b: [usize; 2]| -> i32 {
        if let Some(&arc) = known.get(&[b[0], b[1], a[0], a[1]]) {
            return !arc;
        }
        *known.entry([a[0], a[1], b[0], b[1]]).or_insert_with(|| {
            arcs.push(vec![corner(a[0], a[1]), corner(b[0], b[1])]);
            arcs.len() as i32 - 1
        })
    };
    let mut areas = Vec::new();
    for row in 0..n_rows {
        for column in 0..n_columns {
            let around = [[column, row], [column + 1, row], [column + 1, row + 1], [column, row + 1]];
            let ring = (0..4).map(|k| arc_between(around[k], around[(k + 1) % 4])).collect();
            let (nw, se) = (corner(column, row), corner(column + 1, row + 1));
            areas.push(Area {
                code: format!("{:05}", areas.len()),
                name: format!("Ô {}", areas.len()),
                kind: AreaKind::Ward,
                settlement: Settlement::Urban,
                ward_since: None,
                formed_from: None,
                label_at: [f64::midpoint(nw[0], se[0]), f64::midpoint(nw[1], se[1])],
                polygons: vec![vec![ring]],
            });
        }
    }
    let text = Tr::default;
    DataSet {
        id: String::new(),
        hash: String::new(),
        title: text(),
        place: text(),
        borders_note: text(),
        sources: Vec::new(),
        indicators: Vec::new(),
        areas,
        arcs,
        figures: Vec::new(),
        city: Vec::new(),
        tasks: Vec::new(),
        agenda: Vec::new(),
    }
}
