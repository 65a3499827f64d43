//! `body`, `position`, `secrecy`, `skill`.

use crate::condition::Expect;
use crate::model::*;
use crate::read::node::Node;
use crate::read::row::{Row, text_of};
use crate::read::scene::Scene;

const REACHES: [(&str, Reach); 5] = [
    ("own", Reach::Own),
    ("team", Reach::Team),
    ("department", Reach::Department),
    ("tree", Reach::Tree),
    ("company", Reach::Company),
];

pub(super) fn body(row: Row<'_>) -> Option<Body> {
    let (id, name) = (row.id(), row.name());
    row.not_yet("tier");
    row.not_yet("covers");
    row.done();
    Some(Body { id, name })
}

pub(super) fn position(row: Row<'_>) -> Option<Position> {
    let (id, name) = (row.id(), row.name());
    let of = row.node("of").and_then(|node| {
        let kind = row.string("of")?;
        row.cx.expect_kind(node, kind);
        Some(kind.to_string())
    });
    let reach = row.choice("reach", &REACHES).unwrap_or_default();
    if let (Some(kind), Some(node)) = (&of, row.node("of")) {
        expect_team(&row, node, kind, &id);
    }
    let may = row
        .list("may")
        .iter()
        .filter_map(|node| permission(&row, node, reach, of.as_deref()))
        .collect();
    row.not_yet("shows");
    let duties = row
        .list("duties")
        .iter()
        .map(|node| text_of(row.cx, node))
        .collect();
    row.done();
    Some(Position {
        id,
        name,
        of,
        may,
        reach,
        duties,
    })
}

/// A role that nobody could fill would give nothing to anybody.
fn expect_team(row: &Row<'_>, node: &Node, kind: &str, role: &str) {
    let Some(declared) = row.cx.vocabulary.kind(kind) else {
        return;
    };
    if !declared.team && !declared.roles.iter().any(|known| known == role) {
        let expected = "a kind whose team takes roles of a pack, or one of the kind's own roles";
        row.cx.report(node, "no-team", expected);
    }
}

fn permission(row: &Row<'_>, node: &Node, reach: Reach, of: Option<&str>) -> Option<Permission> {
    if let Some(action) = node.as_text() {
        let there = expect_action(row, node, action) && expect_within(row, node, action, of);
        return there.then(|| Permission {
            action: action.into(),
            when: None,
            reach,
        });
    }
    let inner = Row::new(row.cx, node)?;
    inner.need("do", "\"inquiry.assign\"");
    let action = inner.string("do").unwrap_or_default().to_string();
    let there = inner
        .table
        .get("do")
        .is_some_and(|node| expect_action(row, node, &action) && expect_within(row, node, &action, of));
    let asked = inner.node("when").is_some();
    let when = if there {
        circumstances(&inner, &action)
    } else {
        None
    };
    // Without its condition it would give more than it says.
    let there = there && asked == when.is_some();
    let reach = inner.choice("reach", &REACHES).unwrap_or(reach);
    inner.done();
    there.then_some(Permission { action, when, reach })
}

/// A condition is judged on one record. Where there would be none (a list, several kinds at once, an action that makes the record) it could
/// only be passed over, so it is a mistake.
fn circumstances(row: &Row<'_>, action: &str) -> Option<When> {
    let node = row.node("when")?;
    let vocabulary = row.cx.vocabulary;
    let (kind, act) = action.split_once('.').unwrap_or((action, "*"));
    let refuse = |expected: &str, hint: &str| {
        row.cx
            .report_hint(node, "condition-without-record", expected, Some(hint.into()));
    };
    if kind == "*" || act == "*" {
        let hint = "write one permission for each action that hangs on it";
        refuse("an action by its full name beside `when`", hint);
        return None;
    }
    if act == "read" {
        let hint = "narrow it by `reach`, or give it to a role in the record's team";
        refuse(
            "no condition on reading: a list does not ask record by record",
            hint,
        );
        return None;
    }
    let Some(on) = vocabulary.permitted_on(action) else {
        refuse(
            "an action on a record that is there already",
            "narrow it by `reach`, or by a gate",
        );
        return None;
    };
    let condition = row.condition("when", &Scene::of(row.cx, on), Expect::Flag)?;
    Some(When {
        on: on.to_owned(),
        condition,
    })
}

/// What a role in a record's team permits is done to that record or to what belongs to it; and of readings only the record's own, by which
/// its parts are read too.
fn expect_within(row: &Row<'_>, node: &Node, action: &str, of: Option<&str>) -> bool {
    let Some(of) = of else { return true };
    let vocabulary = row.cx.vocabulary;
    if vocabulary.kind(of).is_none() {
        return true;
    }
    let (kind, act) = action.split_once('.').unwrap_or((action, "*"));
    let declared = vocabulary.kind(kind);
    let record = declared.is_some_and(|declared| !declared.facts.is_empty());
    let within = match (kind, act) {
        ("*", _) => false,
        (kind, "read") if record => kind == of && declared.is_some_and(|declared| declared.team),
        (kind, "*") if record && kind == of => declared.is_some_and(|declared| declared.team),
        (kind, _) if record => match vocabulary.permitted_on(action) {
            Some(on) => vocabulary.leads_to(on, of),
            None => act == "*" && vocabulary.leads_to(kind, of),
        },
        _ => act != "read" && act != "*",
    };
    if !within {
        let expected = format!("what is done to a {of} or to what belongs to it");
        row.cx.report(node, "outside-the-team", &expected);
    }
    within
}

/// An action, `<record>.read`, or stars for all that fit. One that is not mounted is passed over, the post stays.
fn expect_action(row: &Row<'_>, node: &Node, action: &str) -> bool {
    let vocabulary = row.cx.vocabulary;
    let (kind, act) = action.split_once('.').unwrap_or((action, ""));
    let there = match (kind, act) {
        ("*", "*" | "read") => true,
        ("*", act) => vocabulary
            .actions()
            .any(|known| known.rsplit_once('.').is_some_and(|(_, word)| word == act)),
        (kind, "*" | "read") => vocabulary.kind(kind).is_some(),
        _ => vocabulary.action(action).is_some(),
    };
    if !there {
        if row.cx.mode.is_mounted() {
            row.cx.left_out.set(true);
        } else {
            let expected = "an action, inquiry.assign, or inquiry.*";
            row.cx
                .report_unknown(node, "unknown-action", action, expected, vocabulary.actions());
        }
    }
    there
}

pub(super) fn secrecy(row: Row<'_>) -> Option<Secrecy> {
    let (id, name) = (row.id(), row.name());
    row.need("holds", "[\"contact.phone\"]");
    let mut holds = Vec::new();
    let mut scene = Scene::default();
    for (node, text) in row.strings("holds") {
        let Some((kind, field)) = text.split_once('.') else {
            row.cx
                .report(node, "wrong-value", "a record and its field, contact.phone");
            continue;
        };
        if row.cx.expect_kind(node, kind) {
            row.cx.expect_served(
                node,
                kind,
                "secrecy",
                "a kind of record whose fields the house keeps secret",
            );
            let own = row.cx.vocabulary.kind(kind);
            if own.is_some_and(|own| own.fact(field).is_none()) {
                let known: Vec<&str> = own
                    .into_iter()
                    .flat_map(|own| &own.facts)
                    .map(|fact| fact.name.as_str())
                    .collect();
                row.cx
                    .report_unknown(node, "unknown-fact", field, &format!("a fact of {kind}"), known);
            }
            scene.subject = kind.into();
            scene.widen(row.cx, kind);
            holds.push((kind.to_string(), field.to_string()));
        }
    }
    // Projects and the like stand below a customer, so readers may be named from any record.
    for kind in row.cx.vocabulary.kinds() {
        scene.widen(row.cx, &kind.name);
    }
    let readers = row.whos("readers", &scene);
    let needs = row.needs("needs", &scene);
    row.not_yet("leave");
    row.done();
    Some(Secrecy {
        id,
        name,
        holds,
        readers,
        needs,
    })
}

pub(super) fn skill(row: Row<'_>) -> Option<Skill> {
    let (id, name) = (row.id(), row.name());
    let levels = row
        .integer("levels", 1, 10)
        .and_then(|levels| u8::try_from(levels).ok())
        .unwrap_or(1);
    let valid = row.span("valid");
    row.done();
    Some(Skill {
        id,
        name,
        levels,
        valid,
    })
}
