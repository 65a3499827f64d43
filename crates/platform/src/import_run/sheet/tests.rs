use std::io::Write;

use encoding_rs::GB18030;
use rust_xlsxwriter::{ExcelDateTime, Format as Look, Formula, Workbook};
use tempfile::NamedTempFile;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::workbook::{Limits, count};
use super::*;

fn file(bytes: &[u8]) -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn rows_of(path: &Path) -> (Format, Vec<SheetRow>) {
    let format = look(path).unwrap();
    let mut rows = Vec::new();
    read(path, &format, &mut |row| {
        rows.push(row);
        ControlFlow::Continue(())
    })
    .unwrap();
    (format, rows)
}

fn texts(rows: &[SheetRow]) -> Vec<Vec<String>> {
    rows.iter()
        .map(|row| row.cells.iter().map(Cell::shown).collect())
        .collect()
}

fn read_text(bytes: &[u8]) -> (Format, Vec<Vec<String>>) {
    let file = file(bytes);
    let (format, rows) = rows_of(file.path());
    (format, texts(&rows))
}

#[test]
fn a_text_is_read_in_the_encoding_that_it_has() {
    let text = "名称,城市\r\n滨江智造,杭州\r\n";
    let utf16 = |little: bool, mark: bool| -> Vec<u8> {
        let mark = mark.then_some(0xFEFF_u16);
        let units = mark.into_iter().chain(text.encode_utf16());
        units
            .flat_map(|unit| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect()
    };
    let cases: [(Vec<u8>, &str); 6] = [
        (text.as_bytes().to_vec(), "UTF-8"),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), "UTF-8"),
        (GB18030.encode(text).0.into_owned(), "gb18030"),
        (utf16(true, true), "UTF-16LE"),
        (utf16(false, true), "UTF-16BE"),
        (utf16(true, false), "UTF-16LE"),
    ];
    for (bytes, encoding) in cases {
        let (format, rows) = read_text(&bytes);
        assert_eq!(format.encoding.as_deref(), Some(encoding));
        assert_eq!(rows, [["名称", "城市"], ["滨江智造", "杭州"]], "{encoding}");
    }
}

#[test]
fn the_delimiter_is_told_from_the_rows() {
    for delimiter in [',', ';', '\t', '|', '^'] {
        let text = format!("名称{delimiter}说明\n甲{delimiter}\"一{delimiter}二\"\n乙{delimiter}三\n");
        let (format, rows) = read_text(text.as_bytes());
        assert_eq!(format.delimiter, Some(delimiter.to_string()));
        assert_eq!(rows[1], ["甲".to_owned(), format!("一{delimiter}二")]);
    }
}

#[test]
fn line_ends_may_be_mixed_and_stand_inside_a_cell() {
    let file = file("名称,说明\r\n甲,一\r乙,二\n\n丙,\"三\n行\"\r\n丁,四".as_bytes());
    let (_, rows) = rows_of(file.path());
    assert_eq!(
        texts(&rows),
        [
            ["名称", "说明"],
            ["甲", "一"],
            ["乙", "二"],
            ["丙", "三\n行"],
            ["丁", "四"]
        ]
    );
    let numbers: Vec<u32> = rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 2, 3, 5, 7]);
}

#[test]
fn a_quote_that_nobody_closes_breaks_its_own_row_alone() {
    let mut text = String::from("名称,说明\n甲,\"没有结尾\n");
    for number in 0..300 {
        text.push_str(&format!("公司{number},好\n"));
    }
    let file = file(text.as_bytes());
    let (_, rows) = rows_of(file.path());
    assert_eq!(rows.len(), 302);
    let broken: Vec<(u32, &str)> = rows
        .iter()
        .filter_map(|row| Some((row.number, row.broken?)))
        .collect();
    assert_eq!(broken, [(2, "quote-not-closed")]);
    assert_eq!(
        rows[301].cells,
        [Cell::Text("公司299".into()), Cell::Text("好".into())]
    );
}

#[test]
fn a_cell_of_ten_megabytes_breaks_its_own_row_alone() {
    let text = format!(
        "名称,说明\n甲,{}\n乙,好\n丙,{}\n",
        "长".repeat(3_500_000),
        "长".repeat(40_000)
    );
    let file = file(text.as_bytes());
    let (_, rows) = rows_of(file.path());
    assert_eq!(rows[1].broken, Some("cell-too-large"));
    assert_eq!(rows[2].cells[1], Cell::Text("好".into()));
    assert_eq!(rows[3].cells[1], Cell::Broken("cell-too-large"));
}

#[test]
fn a_picture_and_an_old_workbook_are_no_tables() {
    let looked = |bytes: &[u8]| look(file(bytes).path()).unwrap_err();
    assert_eq!(
        looked(b"\x89PNG\r\n\x1a\n0000000000000000"),
        SheetError::NotATable
    );
    assert_eq!(
        looked(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 0000"),
        SheetError::OldOrProtected
    );
    assert_eq!(looked(b""), SheetError::Empty);
    assert!(matches!(looked(b"PK\x03\x04 half a file"), SheetError::Broken(_)));
}

#[test]
fn merged_cells_dates_formulas_and_errors_are_read_for_what_they_are() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let date = Look::new().set_num_format("yyyy/m/d");
    sheet.merge_range(0, 0, 0, 3, "客户清单", &Look::new()).unwrap();
    sheet.merge_range(2, 0, 3, 0, "滨江智造", &Look::new()).unwrap();
    for (place, heading) in (0_u16..).zip(["公司", "姓名", "日期", "金额"]) {
        sheet.write_string(1, place, heading).unwrap();
    }
    sheet.write_string(2, 1, "王芳").unwrap();
    sheet.write_string(3, 1, "李强").unwrap();
    let day = ExcelDateTime::from_ymd(2026, 3, 2).unwrap();
    sheet.write_datetime_with_format(2, 2, &day, &date).unwrap();
    sheet
        .write_formula(2, 3, Formula::new("=1+2").set_result("3"))
        .unwrap();
    sheet
        .write_formula(3, 3, Formula::new("=1/0").set_result("#DIV/0!"))
        .unwrap();
    sheet.write_number(3, 2, 13_800_138_000.0).unwrap();
    let file = file(&book.save_to_buffer().unwrap());
    let (format, rows) = rows_of(file.path());
    assert_eq!(format.sheet.as_deref(), Some("Sheet1"));
    assert_eq!(
        texts(&rows)[2..],
        [
            ["滨江智造", "王芳", "2026-03-02", "3"],
            ["滨江智造", "李强", "13800138000", ""]
        ]
    );
    assert_eq!(rows[3].cells[3], Cell::Broken("formula-error"));
}

/// A workbook with rows of its own making, as other programs write them.
fn workbook(rows: &str) -> NamedTempFile {
    let file = NamedTempFile::new().unwrap();
    let mut zip = ZipWriter::new(file.reopen().unwrap());
    let parts = [
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#.to_owned(),
        ),
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#.to_owned(),
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="客户" sheetId="1" r:id="r1"/></sheets></workbook>"#.to_owned(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#.to_owned(),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#),
        ),
    ];
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    file
}

fn inline(row: u32, text: &str) -> String {
    format!(r#"<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{text}</t></is></c></row>"#)
}

#[test]
fn a_million_empty_rows_are_no_rows() {
    let mut rows = inline(1, "公司");
    for row in 2..=1_000_000 {
        rows.push_str(&format!(r#"<row r="{row}"/>"#));
    }
    rows.push_str(&inline(1_000_001, "滨江智造"));
    let file = workbook(&rows);
    let (_, rows) = rows_of(file.path());
    let found: Vec<(u32, String)> = rows
        .iter()
        .map(|row| (row.number, row.cells[0].shown()))
        .collect();
    assert_eq!(
        found,
        [(1, "公司".to_owned()), (1_000_001, "滨江智造".to_owned())]
    );
}

#[test]
fn an_archive_that_unpacks_to_too_much_is_not_opened() {
    let file = workbook(&" ".repeat(3 * 1024 * 1024));
    let small = std::fs::metadata(file.path()).unwrap().len();
    assert!(small < 20_000, "{small}");
    let limits = |unpacked: u64, held: u64| Limits {
        unpacked: unpacked * 1024 * 1024,
        held: held * 1024 * 1024,
    };
    assert_eq!(count(file.path(), &limits(4, 1)), Ok(()));
    assert_eq!(
        count(file.path(), &limits(2, 1)),
        Err(SheetError::TooLargeUnpacked(2))
    );
}

#[test]
fn cards_become_rows_whatever_their_version() {
    let cards = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E8=\r\n=8A=B3;;;\r\n\
        TEL;CELL:138 0013 8000\r\nEND:VCARD\r\n\
        BEGIN:VCARD\nVERSION:3.0\nFN:李强\nORG:滨江智造\\, 杭州;销售部\nitem1.TEL;type=WORK:+86 571 8888\n 8888\n\
        EMAIL;TYPE=INTERNET:li@binjiang.cn\nTITLE:采购经理\nNOTE:一\\n二\nEND:VCARD\n\
        BEGIN:VCARD\nVERSION:4.0\nN:Smith;John;;;\nTEL;VALUE=uri;TYPE=\"cell,voice\":tel:+1-555-0100\nEND:VCARD\n";
    let file = file(cards.as_bytes());
    let (format, rows) = rows_of(file.path());
    assert_eq!(format.kind, FileKind::Vcard);
    let rows = texts(&rows);
    assert_eq!(rows[0][..4], ["FN", "ORG", "TITLE", "CELL"]);
    assert_eq!(rows[1][..4], ["王芳", "", "", "138 0013 8000"]);
    assert_eq!(
        rows[2][..8],
        [
            "李强",
            "滨江智造, 杭州",
            "采购经理",
            "",
            "+86 571 88888888",
            "li@binjiang.cn",
            "",
            "一\n二"
        ]
    );
    assert_eq!(rows[3][..4], ["John Smith", "", "", "+1-555-0100"]);
}

#[test]
fn what_is_written_is_no_formula_and_comes_back_as_it_was() {
    let rows = vec![
        vec!["名称".to_owned(), "原因".to_owned()],
        vec!["=1+1".to_owned(), "a \"b\", c\n两行".to_owned()],
    ];
    let text = csv(&rows);
    assert!(String::from_utf8(text.clone()).unwrap().contains("\"'=1+1\""));
    let (_, read) = read_text(&text);
    assert_eq!(read[1], ["'=1+1", "a \"b\", c\n两行"]);
    let file = file(&xlsx(&rows).unwrap());
    let (_, read) = rows_of(file.path());
    assert_eq!(texts(&read), rows);
}
