//! A first look over all statements: what conditions may ask of the pack itself, before any is read.

use std::collections::BTreeMap;

use super::cx::Ids;
use super::events::stages_of;
use super::node::{Node, Table, Value};
use super::raw::Raw;
use crate::condition::{Known, KnownForm, KnownGrading};
use crate::vocabulary::{FactDecl, FactType, KindDecl, Vocabulary};

/// What conditions may ask of the pack.
pub(super) fn known(raws: &[Raw]) -> Known {
    let mut known = Known::default();
    for raw in raws {
        let table = raw.table();
        match raw.kind {
            "setting" => {
                if let Some(ty) = setting_type(table) {
                    known.settings.insert(raw.key.clone(), ty);
                }
            }
            "metric" => drop(known.metrics.insert(raw.key.clone(), metric_type(table))),
            "form" => drop(known.forms.insert(raw.key.clone(), form(table))),
            "grading" => {
                let of = table.text("of").unwrap_or_default().to_string();
                known.gradings.insert(
                    raw.key.clone(),
                    KnownGrading {
                        of,
                        ..KnownGrading::default()
                    },
                );
            }
            "lifecycle" => {
                let of = table.text("of").unwrap_or_default();
                for stage in stages_of(table).filter_map(|(_, node)| node.as_text()) {
                    known.stages.insert(stage.into(), of.into());
                }
            }
            _ => {}
        }
    }
    add_grades(raws, &mut known);
    known
}

fn add_grades(raws: &[Raw], known: &mut Known) {
    let mut grades: Vec<&Raw> = raws.iter().filter(|raw| raw.kind == "grade").collect();
    grades.sort_by_key(|raw| match raw.table().get("rank").map(|node| &node.value) {
        Some(Value::Integer(rank)) => *rank,
        _ => 0,
    });
    for raw in grades {
        let table = raw.table();
        let Some(grading) = table.text("grading").and_then(|id| known.gradings.get_mut(id)) else {
            continue;
        };
        grading.grades.extend(table.text("id").map(Into::into));
        let gifts = table
            .get("gives")
            .and_then(Node::as_table)
            .map_or(&[][..], |gives| &gives.entries[..]);
        for gift in gifts {
            let ty = match gift.node.value {
                Value::Integer(_) => FactType::Integer,
                Value::Flag(_) => FactType::Flag,
                _ => FactType::Text,
            };
            grading.gives.insert(gift.key.clone(), ty);
        }
    }
}

fn setting_type(table: &Table) -> Option<FactType> {
    Some(match table.text("type")? {
        "number" => FactType::Number,
        "percent" => FactType::Percent,
        "money" => FactType::Money,
        "choice" => FactType::Choice(texts(table.get("choices"))),
        "flag" => FactType::Flag,
        "text" => FactType::Text,
        _ => return None,
    })
}

fn metric_type(table: &Table) -> FactType {
    match table.text("unit") {
        Some("money") => FactType::Money,
        _ if table.get("denominator").is_some() => FactType::Percent,
        _ => FactType::Number,
    }
}

/// A form's fields as facts, with its score.
pub(super) fn form(table: &Table) -> KnownForm {
    let mut fields: Vec<FactDecl> = Vec::new();
    for node in table.get("fields").and_then(Node::as_list).unwrap_or(&[]) {
        let Some(table) = node.as_table() else { continue };
        if let (Some(id), Some(ty)) = (table.text("id"), field_type(table)) {
            fields.push(FactDecl::new(id, ty, ""));
        }
    }
    fields.push(FactDecl::new(
        "score",
        FactType::Integer,
        "0 to 100, empty when nothing scores",
    ));
    fields.push(FactDecl::new(
        "passed",
        FactType::Flag,
        "it reached its pass mark and has no cross that fails it",
    ));
    let on = match table.text("on") {
        Some("lifecycle") | None => "company",
        Some(on) => on,
    };
    KnownForm {
        on: on.into(),
        fields,
    }
}

fn field_type(table: &Table) -> Option<FactType> {
    Some(match table.text("type")? {
        "text" | "file" | "signature" => FactType::Text,
        "number" => FactType::Number,
        "money" => FactType::Money,
        "percent" => FactType::Percent,
        "date" => FactType::Date,
        "choice" => FactType::Choice(choices(table)),
        "flag" | "check" => FactType::Flag,
        "score" | "stars" | "level" => FactType::Integer,
        "member" => FactType::Member,
        "table" => FactType::list(FactType::fields(columns(table))),
        "actions" => {
            let own = [
                ("what", FactType::Text),
                ("owner", FactType::Member),
                ("due_on", FactType::Date),
            ];
            let own = own.into_iter().map(|(name, ty)| FactDecl::new(name, ty, ""));
            FactType::list(FactType::fields(own.chain(columns(table)).collect()))
        }
        _ => return None,
    })
}

fn columns(table: &Table) -> Vec<FactDecl> {
    let nodes = table.get("columns").and_then(Node::as_list).unwrap_or(&[]);
    let column = |table: &Table| Some(FactDecl::new(table.text("id")?, field_type(table)?, ""));
    nodes
        .iter()
        .filter_map(Node::as_table)
        .filter_map(column)
        .collect()
}

fn choices(table: &Table) -> Vec<String> {
    let listed = table.get("choices").and_then(Node::as_list).unwrap_or(&[]);
    let id = |node: &Node| {
        node.as_text()
            .or_else(|| node.as_table()?.text("id"))
            .map(String::from)
    };
    let listed: Vec<String> = listed.iter().filter_map(id).collect();
    if !listed.is_empty() {
        return listed;
    }
    let points = table
        .get("points")
        .and_then(Node::as_table)
        .map_or(&[][..], |points| &points.entries[..]);
    points.iter().map(|entry| entry.key.clone()).collect()
}

fn texts(node: Option<&Node>) -> Vec<String> {
    node.and_then(Node::as_list)
        .unwrap_or(&[])
        .iter()
        .filter_map(|node| node.as_text().map(Into::into))
        .collect()
}

/// The vocabulary with the fields that the pack adds to records.
pub(super) fn widened(vocabulary: &Vocabulary, raws: &[Raw]) -> Vocabulary {
    let mut widened = vocabulary.clone();
    for raw in raws.iter().filter(|raw| raw.kind == "field") {
        let table = raw.table();
        let (Some(on), Some(id), Some(ty)) = (table.text("on"), table.text("id"), field_type(table)) else {
            continue;
        };
        if vocabulary.kind(on).is_some() {
            widened.declare(KindDecl::new(on).with_fact(id, ty, "added by the pack"));
        }
    }
    widened
}

/// Ids by kind, with some families of ids that are named apart: duration settings, keys of services, parts approved.
pub(super) fn ids(raws: &[Raw]) -> Ids {
    let mut ids = Ids::default();
    for raw in raws {
        let table = raw.table();
        let mut add = |kind: &'static str, id: &str| {
            ids.by_kind.entry(kind).or_default().insert(id.to_string());
        };
        add(raw.kind, &raw.key);
        match raw.kind {
            "setting" if table.text("type") == Some("duration") => add("setting-duration", &raw.key),
            "service" => {
                let own = ["id", "name", "of", "when", "rank", "from", "to", "calendar"];
                for entry in table
                    .entries
                    .iter()
                    .filter(|entry| !own.contains(&entry.key.as_str()))
                {
                    add("service-key", &entry.key);
                    let of = table.text("of").unwrap_or_default();
                    ids.limits.entry(entry.key.clone()).or_default().insert(of.into());
                }
            }
            "approval" => {
                if let Some(subject) = table.text("subject") {
                    add("approved", subject.rsplit(['.', ':']).next().unwrap_or(subject));
                }
            }
            "position" => {
                if let Some(of) = table.text("of") {
                    ids.roles.insert(raw.key.clone(), of.into());
                }
            }
            _ => {}
        }
    }
    ids
}

/// Fields of each form and what it is filed on, for its events.
pub(super) fn forms_of(known: &Known) -> BTreeMap<String, (String, Vec<FactDecl>)> {
    known
        .forms
        .iter()
        .map(|(id, form)| (id.clone(), (form.on.clone(), form.fields.clone())))
        .collect()
}
