//! Workbooks as programs write them, and such as are made to do harm.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use ward_atlas::data::{self, Lang};
use ward_atlas::exchange::csv;
use ward_atlas::exchange::import::table::{self, Entry, SheetsReader};
use ward_atlas::exchange::import::template::template;
use ward_atlas_sheets::{Cell, SheetError, read_workbook, workbook_json, write_workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/../tests/fixtures/import/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An ODS with this inside of its one table's element.
fn ods(table: &str) -> Vec<u8> {
    let content = format!("<office:document-content><table:table table:name=\"T\">{table}</office:document-content>");
    archive(&[("META-INF/manifest.xml", b"<manifest:manifest/>"), ("content.xml", content.as_bytes())])
}

/// An XLSX with these rows in its one sheet, and these shared texts.
fn xlsx(rows: &str, shared: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let relations = |kind: &str, target: &str| {
        let kind = format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}");
        format!("<Relationships><Relationship Id=\"rId1\" Type=\"{kind}\" Target=\"{target}\"/></Relationships>")
    };
    let root = relations("officeDocument", "xl/workbook.xml");
    let book = relations("worksheet", "worksheets/sheet1.xml");
    archive(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", b"<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", book.as_bytes()),
        ("xl/sharedStrings.xml", shared.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn workbooks_of_programs_are_read_right() {
    for lang in ["vi", "en", "ru"] {
        for name in
            [format!("libreoffice-{lang}.xlsx"), format!("libreoffice-{lang}.ods"), format!("openpyxl-{lang}.xlsx")]
        {
            let sheets = read_workbook(&fixture(&name)).unwrap();
            assert_eq!(sheets.len(), 2, "{name}");
            let rows = &sheets[0].rows;
            // The head is merged over five columns and stands in the first.
            assert_eq!(rows[0], [text("2023")], "{name}");
            assert_eq!(rows[1], [], "{name}");
            assert_eq!(rows[2].len(), 5, "{name}");
            // LibreOffice keeps the truth values of an XLSX as numbers that it shows as words.
            let yes = if name.ends_with("ods") { Cell::Number(1.0) } else { Cell::Bool(true) };
            let dong_ve =
                [Cell::Number(14782.0), text("Phường Đông Vệ"), Cell::Number(12345.0), Cell::Number(1250.5), yes];
            assert_eq!(rows[3], dong_ve, "{name}");
            assert_eq!(rows[6], [], "{name}");
            if name.starts_with("libreoffice") {
                assert_eq!(rows[7][2..], [Cell::Number(14_495.0), Cell::Error("#DIV/0!".to_owned())], "{name}");
            } else {
                // Not computed when it was saved.
                assert_eq!(rows[7].len(), 2, "{name}");
            }
            let dates = [
                Cell::Date("2024-01-30".to_owned()),
                Cell::Date("2024-01-30T08:30:00".to_owned()),
                Cell::Percent(85.6),
            ];
            assert_eq!(rows[8][2..], dates, "{name}");
            assert_eq!(rows[9], [Cell::Empty, Cell::Empty, text("merged")], "{name}");
            assert_eq!(rows[10][4], Cell::Number(7.0), "{name}");
            assert_eq!(rows[11], [text("a <b> & \"c\"\nd")], "{name}");
            assert_eq!(
                (sheets[1].name.as_str(), sheets[1].rows[1][1].clone()),
                ("Hidden", Cell::Number(1.0)),
                "{name}"
            );
        }
    }
}

#[test]
fn what_is_no_open_workbook_is_named() {
    assert_eq!(read_workbook(b""), Err(SheetError::NotAWorkbook));
    assert_eq!(read_workbook(b"a;b\n1;2\n"), Err(SheetError::NotAWorkbook));
    assert_eq!(read_workbook(&archive(&[("a.txt", b"a")])), Err(SheetError::NotAWorkbook));
    assert_eq!(read_workbook(&fixture("password.xlsx")), Err(SheetError::Encrypted));
    assert_eq!(read_workbook(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old workbook"), Err(SheetError::OldExcel));
    let manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let encrypted = archive(&[("META-INF/manifest.xml", manifest), ("content.xml", b"x")]);
    assert_eq!(read_workbook(&encrypted), Err(SheetError::Encrypted));
}

#[test]
fn bombs_do_not_go_off() {
    let zeros = vec![0; 20_000_000];
    assert_eq!(read_workbook(&archive(&[("content.xml", &zeros)])), Err(SheetError::UnpacksTooLarge));
    // No part is suspicious by itself, but all together are too much. Half of each part is noise.
    let part: Vec<u8> = (0..30_000_000u32)
        .map(|ix| if ix % 100 == 0 { (ix.wrapping_mul(2_654_435_761) >> 24) as u8 } else { 0 })
        .collect();
    let names: Vec<String> = (0..8).map(|ix| format!("part{ix}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), part.as_slice())).collect();
    assert_eq!(read_workbook(&archive(&parts)), Err(SheetError::UnpacksTooLarge));
    // The list says that the part is small, and it is not: both of its sizes (in its own head and in the list) are lies.
    let honest = archive(&[("content.xml", &zeros[..900_000])]);
    let size = 900_000u32.to_le_bytes();
    let mut lying = honest;
    for at in 0..lying.len() - 4 {
        if lying[at..at + 4] == size {
            lying[at..at + 4].copy_from_slice(&1000u32.to_le_bytes());
        }
    }
    assert!(matches!(read_workbook(&lying), Err(SheetError::UnpacksTooLarge | SheetError::Damaged(_))));
    assert_eq!(read_workbook(&vec![0; 65 * 1024 * 1024]), Err(SheetError::FileTooLarge));
}

#[test]
fn sheets_that_would_fill_the_memory_are_refused() {
    let many = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"float\" \
        office:value=\"1\" table:number-columns-repeated=\"16384\"/></table:table-row></table:table>";
    assert_eq!(read_workbook(&ods(many)), Err(SheetError::TooManyCells("T".to_owned())));
    // Empty cells are repeated to the end of every sheet and count for nothing.
    let empty = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
        table:number-columns-repeated=\"16384\"/></table:table-row></table:table>";
    assert_eq!(read_workbook(&ods(empty)).unwrap()[0].rows, Vec::<Vec<Cell>>::new());
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    assert_eq!(read_workbook(&xlsx(far, "<sst></sst>")).unwrap()[0].rows.len(), 1_048_576);
    let further = "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>";
    assert_eq!(read_workbook(&xlsx(further, "<sst></sst>")), Err(SheetError::TooManyCells("S".to_owned())));
    let counted = "<sst uniqueCount=\"9999999999999999\"></sst>";
    let part = "xl/sharedStrings.xml".to_owned();
    assert_eq!(read_workbook(&xlsx("", counted)), Err(SheetError::Damaged(part)));
}

#[test]
fn broken_parts_are_refused_by_name() {
    let content = || Err(SheetError::Damaged("content.xml".to_owned()));
    assert_eq!(read_workbook(&ods("<table:table-row>")), content());
    assert_eq!(read_workbook(&ods("<table:table-row></a></table:table>")), content());
    assert_eq!(
        read_workbook(&xlsx("<row><c r=\"A1\"><v>1</v>", "<sst></sst>")),
        Err(SheetError::Damaged("S".to_owned()))
    );
    let good = fixture("libreoffice-vi.ods");
    assert_eq!(read_workbook(&good[..good.len() / 2]), Err(SheetError::NotAWorkbook));
}

#[test]
fn an_ods_cell_is_its_own_text() {
    let table = "<table:table-row><table:table-cell office:value-type=\"string\"><office:annotation><text:p>remark</text:p>\
        </office:annotation><text:p>a<text:s text:c=\"2\"/>b</text:p><text:p>c<text:tab/>&amp;&#233;</text:p></table:table-cell>\
        <table:covered-table-cell office:value-type=\"float\" office:value=\"5\"/>\
        <table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"percentage\" office:value=\"0.07\"/>\
        </table:table-row></table:table>";
    let row = [text("a  b\nc\t&é"), Cell::Empty, Cell::Percent(7.0), Cell::Percent(7.0)];
    assert_eq!(read_workbook(&ods(table)).unwrap()[0].rows[0], row);
}

#[test]
fn an_unknown_error_costs_its_own_cell_alone() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#SPILL!</v></c><c r=\"B1\"><v>2</v></c></row>\
        <row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c></row>";
    let expected = [vec![Cell::Empty, Cell::Number(2.0)], vec![Cell::Error("#N/A".to_owned())]];
    assert_eq!(read_workbook(&xlsx(rows, "<sst></sst>")).unwrap()[0].rows, expected);
}

#[test]
fn a_file_of_16_mb_is_read() {
    // Texts that hardly compress, so that the file itself is large.
    let mut seed = 1u64;
    let mut noise = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        format!("{seed:016x}")
    };
    let rows: Vec<Vec<Cell>> = (0..100_000)
        .map(|ix| {
            vec![Cell::Number(f64::from(ix)), Cell::Text(noise() + &noise() + &noise()), Cell::Text(noise() + &noise())]
        })
        .collect();
    let bytes = write_workbook("Large", &rows).unwrap();
    assert!(16_000_000 < bytes.len());
    assert_eq!(read_workbook(&bytes).unwrap()[0].rows, rows);
}

#[test]
fn the_template_comes_back_through_a_workbook() {
    let set = data::read(data::built_in()).unwrap();
    for lang in Lang::ALL {
        let rows = template(&set, &[17, 20], lang);
        let cells: Vec<Vec<Cell>> = rows
            .iter()
            .map(|row| {
                row.iter()
                    .map(|cell| match cell {
                        csv::Cell::Text(text) => Cell::Text(text.clone()),
                        csv::Cell::Number(number) => Cell::Number(*number),
                        csv::Cell::Empty => Cell::Empty,
                    })
                    .collect()
            })
            .collect();
        let sheets = read_workbook(&write_workbook("Báo cáo [2023]", &cells).unwrap()).unwrap();
        let page = on_the_page(&sheets);
        assert_eq!((page.len(), page[0].name.as_str(), page[0].rows.len()), (1, "Báo cáo 2023", 35));
        for (row, written) in page[0].rows.iter().zip(&rows) {
            for (column, cell) in written.iter().enumerate() {
                let csv::Cell::Text(text) = cell else { continue };
                assert_eq!(row.cell(column), &Entry::Text(text.clone()));
            }
        }
    }
}

/// What the page makes of a workbook.
fn on_the_page(sheets: &[ward_atlas_sheets::Sheet]) -> Vec<table::Sheet> {
    let mut reader = SheetsReader::new(workbook_json(sheets));
    while reader.step(7).unwrap() {}
    reader.sheets()
}

#[test]
fn every_sort_of_cell_comes_through_to_the_page() {
    let sheets = read_workbook(&fixture("libreoffice-ru.xlsx")).unwrap();
    let page = on_the_page(&sheets);
    assert_eq!(page[0].name, "Отчёт");
    assert_eq!(page[0].rows[3].cell(4), &Entry::Bool(true));
    assert_eq!(page[0].rows[7].cell(3), &Entry::Error("#DIV/0!".to_owned()));
    assert_eq!(page[0].rows[8].cell(2), &Entry::Date("2024-01-30".to_owned()));
    assert_eq!(page[0].rows[8].cell(4), &Entry::Percent(85.6));
    assert_eq!(page[0].rows[11].cell(0), &Entry::Text("a <b> & \"c\"\nd".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_bytes_lead_to_a_panic(bytes: Vec<u8>) {
        let _ = read_workbook(&bytes);
    }

    /// Sound archives of unsound parts reach the readers of XML, which damaged archives do not.
    #[test]
    fn no_part_leads_to_a_panic_or_goes_on_for_ever(
        inside in "(<row r=\"[0-9]{0,2}\">|<row>|</row>|<c r=\"[A-Z]{0,3}[0-9]{1,4}\" t=\"(s|e|b|str|d|n|inlineStr)\">|</c>|<v>|</v>|-?[0-9]{1,4}|\
            <is>|</is>|<t>|</t>|&amp;|&#[0-9]{1,6};|<f>|</f>|&x;|<!--|-->|\\PC){0,24}",
        table in "(<table:table-row>|</table:table-row>|<table:table-cell table:number-columns-repeated=\"[0-9]{0,5}\">|<table:table-cell/>|\
            </table:table-cell>|<text:p>|</text:p>|<text:s text:c=\"9999999999\"/>|</table:table>|<office:annotation>|&#[0-9]{1,6};|\\PC){0,24}",
        at in 0usize..20_000, flip in 1u8..,
    ) {
        let _ = read_workbook(&xlsx(&inside, &inside));
        let _ = read_workbook(&ods(&table));
        for name in ["libreoffice-vi.ods", "libreoffice-vi.xlsx", "password.xlsx"] {
            let mut bytes = fixture(name);
            let at = at % bytes.len();
            bytes[at] ^= flip;
            let _ = read_workbook(&bytes);
        }
    }

    #[test]
    fn what_is_written_is_read(
        rows in prop::collection::vec(prop::collection::vec(prop_oneof![
            "[a-zđ<>&\"'\r\n\t ]{1,8}".prop_map(Cell::Text),
            any::<f64>().prop_filter("finite", |number| number.is_finite()).prop_map(Cell::Number),
            any::<bool>().prop_map(Cell::Bool),
        ], 1..5), 1..5),
    ) {
        let sheets = read_workbook(&write_workbook("A", &rows).unwrap()).unwrap();
        prop_assert_eq!(&sheets[0].rows, &rows);
    }
}
