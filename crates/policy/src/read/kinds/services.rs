//! `calendar`, `service`, `route`: working time, limits, and who gets what comes in.

use std::collections::BTreeMap;

use xianji_kernel::calendar::Week;

use crate::condition::Expect;
use crate::model::{CalendarStatement, Pick, Route, Service};
use crate::read::node::{Node, Value};
use crate::read::row::{Row, span_of};
use crate::read::scene::Scene;

pub(super) fn calendar(row: Row<'_>) -> Option<CalendarStatement> {
    let (id, name) = (row.id(), row.text("name"));
    let week = row
        .need("week", "{ MO-FR = [\"09:00-12:00\"] }")
        .and_then(|node| week(&row, node));
    let holidays = row.node("holidays").and_then(|node| match node.as_text() {
        Some("CN") => Some("CN".to_string()),
        _ => {
            row.cx
                .report(node, "wrong-value", "\"CN\", the table of public holidays");
            None
        }
    });
    row.done();
    Some(CalendarStatement {
        id,
        name,
        week: week?,
        holidays,
    })
}

fn week(row: &Row<'_>, node: &Node) -> Option<Week> {
    let table = Row::new(row.cx, node)?.table;
    let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in &table.entries {
        let periods = entry.node.as_list().unwrap_or(std::slice::from_ref(&entry.node));
        let texts: Vec<String> = periods
            .iter()
            .filter_map(|period| period.as_text().map(Into::into))
            .collect();
        if texts.len() < periods.len() {
            row.cx.report(
                &entry.node,
                "wrong-type",
                "periods, [\"09:00-12:00\", \"13:30-18:00\"]",
            );
        }
        lines.insert(entry.key.clone(), texts);
    }
    match Week::parse(&lines) {
        Ok(week) if week.is_empty() => {
            row.cx
                .report(node, "wrong-value", "a week with working time in it");
            None
        }
        Ok(week) => Some(week),
        Err(faults) => {
            for fault in faults {
                let hint = Some(fault.to_string());
                row.cx.report_hint(
                    node,
                    "wrong-week",
                    "days and periods, MO-FR = [\"09:00-12:00\"]",
                    hint,
                );
            }
            None
        }
    }
}

pub(super) fn service(row: Row<'_>) -> Option<Service> {
    const OWN: [&str; 8] = ["id", "name", "of", "when", "rank", "from", "to", "calendar"];
    let (id, name) = (row.id(), row.text("name"));
    let of = kind(&row)?;
    let scene = Scene::of(row.cx, &of);
    let when = row.condition("when", &scene, Expect::Flag);
    let rank = row.rank();
    row.not_yet("from");
    row.not_yet("to");
    let calendar = calendar_named(&row);
    let mut limits = BTreeMap::new();
    for entry in row
        .table
        .entries
        .iter()
        .filter(|entry| !OWN.contains(&entry.key.as_str()))
    {
        if let Some(span) = span_of(row.cx, &entry.node) {
            limits.insert(entry.key.clone(), span);
        }
    }
    if limits.is_empty() {
        row.cx.report(
            row.spot(),
            "missing-key",
            "a limit, such as first_reply = \"2 working hours\"",
        );
    }
    Some(Service {
        id,
        name,
        of,
        when,
        rank,
        calendar,
        limits,
    })
}

pub(super) fn route(row: Row<'_>) -> Option<Route> {
    let (id, name) = (row.id(), row.text("name"));
    let of = kind(&row)?;
    let scene = Scene::of(row.cx, &of);
    let when = row.condition("when", &scene, Expect::Flag);
    let rank = row.rank();
    let to = row.need_who("to", &scene);
    let needs = row.needs("needs", &scene);
    let picks = [
        ("least-loaded", Pick::LeastLoaded),
        ("in-turn", Pick::InTurn),
        ("queue", Pick::Queue),
    ];
    let pick = row.choice("pick", &picks).unwrap_or_default();
    row.not_yet("within");
    if let Some(node) = row.table.get("of") {
        row.cx.expect_served(
            node,
            &of,
            "route",
            "a kind of record that is given to people by routes",
        );
    }
    row.done();
    Some(Route {
        id,
        name,
        of,
        when,
        rank,
        to,
        needs,
        pick,
    })
}

/// `of`: the kind of record; nothing more can be read when it is not known.
pub(super) fn kind(row: &Row<'_>) -> Option<String> {
    let node = row.need("of", "the kind of record, \"inquiry\"")?;
    let kind = row.string("of")?;
    row.cx.expect_kind(node, kind).then(|| kind.to_string())
}

pub(super) fn calendar_named(row: &Row<'_>) -> Option<String> {
    let node = row.node("calendar")?;
    match &node.value {
        Value::Text(id) => {
            row.cx.expect_id(node, "calendar", id);
            Some(id.clone())
        }
        _ => {
            row.cx.report(node, "wrong-type", "the id of a calendar");
            None
        }
    }
}
