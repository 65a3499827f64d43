//! The schema knows what the shipped packs write, the catalogue knows their controls, a diff names what changed.

mod house;

use std::path::Path;

use xianji_policy::coverage::{Status, catalogue, coverage};
use xianji_policy::diff::diff;
use xianji_policy::model::Pack;
use xianji_policy::read::{Mode, read};
use xianji_policy::schema::{schema, schema_with};

fn standard() -> Pack {
    read(&[house::shipped("standard")], &house::vocabulary(), Mode::Strict).expect("it reads")
}

#[test]
fn the_schema_has_every_key_that_the_shipped_packs_use() {
    let schema = schema();
    for id in ["standard", "consulting-desk"] {
        for file in house::shipped(id).files {
            let table: toml::Table = file.text.parse().expect("TOML");
            for (kind, statements) in &table {
                let Some(statements) = statements.as_array() else {
                    assert!(!schema["properties"][kind].is_null(), "{}: {kind}", file.path);
                    continue;
                };
                if kind == "extends" {
                    continue;
                }
                for statement in statements.iter().filter_map(toml::Value::as_table) {
                    let items = &schema["properties"][kind]["items"];
                    for key in statement.keys() {
                        let known = items["properties"].get(key).is_some() || kind == "service";
                        assert!(known, "{}: {kind}.{key} is not in the schema", file.path);
                    }
                }
            }
        }
    }
}

#[test]
fn the_schema_offers_the_declared_events_and_actions() {
    let schema = schema_with(&house::vocabulary()).to_string();
    assert!(schema.contains("inquiry.received") && schema.contains("project.advance"));
}

#[test]
fn every_control_that_the_packs_name_is_bound() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/controls.csv");
    let catalogue = catalogue(&std::fs::read_to_string(path).expect("the catalogue is there"));
    assert_eq!(catalogue.len(), 181);
    let lines = coverage(&standard(), &catalogue, &house::vocabulary());
    let bound: Vec<&str> = lines
        .iter()
        .filter(|line| line.status == Status::Bound)
        .map(|line| line.control.id.as_str())
        .collect();
    insta::assert_snapshot!(bound.join(" "));
    let partly: Vec<&str> = lines
        .iter()
        .filter(|line| line.status == Status::Partly)
        .map(|line| line.control.id.as_str())
        .collect();
    assert_eq!(
        partly,
        ["CTL-CUS-12", "CTL-PER-03", "CTL-PER-04"],
        "measured as far as their records exist; each says what it waits for"
    );
    assert_eq!(lines.len(), 181, "no control outside the catalogue");
}

#[test]
fn every_clause_names_controls_of_the_catalogue() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/controls.csv");
    let catalogue = catalogue(&std::fs::read_to_string(path).expect("the catalogue is there"));
    for clause in &standard().clauses {
        assert!(!clause.controls.is_empty(), "{} names no control", clause.id);
        for control in &clause.controls {
            assert!(
                catalogue.iter().any(|known| known.id == *control),
                "{}: {control}",
                clause.id
            );
        }
    }
}

#[test]
fn a_diff_names_what_was_added_changed_and_removed() {
    let before = standard();
    let desk = [
        house::pack(
            "own",
            "id = \"own\"\nversion = \"2\"\nextends = [\"standard\"]\nremove = [\"skill:service\"]\n\
             skill = [{ id = \"product\", levels = 5 }, { id = \"law\", levels = 2 }]\n\
             [settings]\nsummary-limit = \"10 days\"\n",
        ),
        house::shipped("standard"),
    ];
    let after = read(&desk, &house::vocabulary(), Mode::Strict).expect("it reads");
    let diff = diff(&before, &after);
    let names = |ids: &[xianji_policy::diff::StatementId]| {
        ids.iter()
            .map(|id| format!("{}:{}", id.kind, id.id))
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&diff.added), ["settings:summary-limit", "skill:law"]);
    assert_eq!(names(&diff.removed), ["skill:service"]);
    assert_eq!(diff.changed.len(), 1);
    assert_eq!(diff.changed[0].statement.id, "product");
}
