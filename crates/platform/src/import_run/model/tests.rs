//! Rules of imports in tables.

use super::*;
use crate::import_run::sheet::{Cell, SheetRow};

fn fields() -> Vec<ImportField> {
    vec![
        ImportField::new("name", Shape::Text(200), &["客户名称", "公司名称", "company"]).required(),
        ImportField::new("phone", Shape::Phone, &["电话", "联系电话", "tel"]),
    ]
}

fn row(number: u32, cells: &[&str]) -> SheetRow {
    let cell = |text: &&str| match *text {
        "" => Cell::Empty,
        text => Cell::Text(text.to_owned()),
    };
    SheetRow {
        number,
        cells: cells.iter().map(cell).collect(),
        broken: None,
    }
}

#[test]
fn headings_are_found_below_a_title_and_known_in_both_languages() {
    let rows = [
        row(1, &["2026 年客户清单"]),
        row(2, &["序号", "＊公司名称（必填）", "备注", "TEL."]),
        row(3, &["1", "滨江智造", "", "13800138000"]),
    ];
    let found = propose(&rows, &fields()).unwrap();
    assert_eq!(found.header_row, 2);
    let fields: Vec<Option<&str>> = found.columns.iter().map(|one| one.field.as_deref()).collect();
    assert_eq!(fields, [None, Some("name"), None, Some("phone")]);
}

#[test]
fn a_field_is_filled_by_the_first_column_that_means_it() {
    let rows = [row(1, &["公司名称", "Company", "联系电话"])];
    let found = propose(&rows, &fields()).unwrap();
    let fields: Vec<Option<&str>> = found.columns.iter().map(|one| one.field.as_deref()).collect();
    assert_eq!(fields, [Some("name"), None, Some("phone")]);
}

#[test]
fn headings_are_remembered_by_their_meaning_alone() {
    let columns = |names: &[&str]| -> Vec<Column> {
        let column = |name: &&str| Column {
            heading: (*name).to_owned(),
            field: None,
        };
        names.iter().map(column).collect()
    };
    assert_eq!(
        header_key(&columns(&["公司名称", "TEL"])),
        header_key(&columns(&["公司名称（必填）", "ｔｅｌ"]))
    );
    assert_ne!(
        header_key(&columns(&["公司名称", "TEL"])),
        header_key(&columns(&["TEL", "公司名称"]))
    );
}

#[test]
fn all_that_is_wrong_with_a_row_is_said_at_once() {
    let home = Home {
        currency: "CNY".parse().unwrap(),
    };
    let columns = [Some("name".to_owned()), Some("phone".to_owned())];
    let given = Given::of(&row(7, &["", "1.38E+10"]), &fields(), &columns, &home);
    let Given::Wrong(7, reasons) = given else {
        panic!("{given:?}")
    };
    let said: Vec<(Option<&str>, &str)> = reasons
        .iter()
        .map(|one| (one.field.as_deref(), one.code.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (Some("phone"), "fault-rounded-number"),
            (Some("name"), "fault-required")
        ]
    );
}
