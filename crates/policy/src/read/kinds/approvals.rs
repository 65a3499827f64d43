//! `approval`: who decides on what, in which order.

use super::forms::form_named;
use crate::condition::Expect;
use crate::model::*;
use crate::read::cx::Cx;
use crate::read::node::Node;
use crate::read::row::Row;
use crate::read::scene::Scene;

pub(super) fn approval(row: Row<'_>) -> Option<Approval> {
    let (id, name) = (row.id(), row.text("name"));
    let node = row.need("subject", "\"project.initiation\"")?;
    let (subject, kind) = subject_of(row.cx, node, row.string("subject")?)?;
    let scene = Scene::of(row.cx, &kind);
    let when = row.condition("when", &scene, Expect::Flag);
    let rank = row.rank();
    let decided = scene.clone().with_root("decided", &kind);
    let ask_again = row.condition("ask_again", &decided, Expect::Flag);
    row.need("steps", "[{ by = \"…\", within = \"1 working day\" }]");
    let steps = row
        .rows("steps")
        .into_iter()
        .map(|step| approval_step(step, &scene))
        .collect::<Vec<_>>();
    if steps.is_empty() && row.table.get("steps").is_some() {
        row.cx.report(row.spot(), "wrong-value", "at least one step");
    }
    row.done();
    Some(Approval {
        id,
        name,
        subject,
        when,
        rank,
        steps,
        ask_again,
    })
}

fn approval_step(row: Row<'_>, scene: &Scene) -> ApprovalStep {
    let step = ApprovalStep {
        name: row.text("name"),
        by: row.need_who("by", scene),
        within: row.time("within", scene),
        when: row.condition("when", scene, Expect::Flag),
        form: form_named(&row, "form"),
        answered: row.flag("answered"),
        conditions: row.flag("conditions"),
        at_least: row
            .integer("at_least", 1, 1000)
            .and_then(|number| u32::try_from(number).ok()),
    };
    row.done();
    step
}

fn subject_of(cx: &Cx<'_>, node: &Node, text: &str) -> Option<(ApprovalSubject, String)> {
    let (word, id) = text.split_once(':').unwrap_or((text, ""));
    let kind_or_company = |id: &str| {
        if id.is_empty() {
            "company".to_string()
        } else {
            id.to_string()
        }
    };
    let known_kind = |id: &str| {
        (!id.is_empty())
            .then(|| id.to_string())
            .filter(|kind| cx.expect_kind(node, kind))
    };
    let asked = |act: &str| {
        let expected = "a kind of record of which the house asks this";
        cx.expect_served(node, id, &format!("approval:{act}"), expected);
    };
    match word {
        "form" => {
            let hint = Some("nobody can ask for the approval of a sheet yet".into());
            cx.report_hint(
                node,
                "not-supported-yet",
                "a subject that this version asks for",
                hint,
            );
            None
        }
        "grading" => {
            cx.expect_id(node, "grading", id);
            let of = cx
                .known
                .gradings
                .get(id)
                .map_or("company".into(), |grading| grading.of.clone());
            Some((ApprovalSubject::Grade(id.into()), of))
        }
        "exemption" => Some((ApprovalSubject::Exemption(known_kind(id)), kind_or_company(id))),
        "waiver" => Some((ApprovalSubject::Waiver(known_kind(id)), kind_or_company(id))),
        "skip" => {
            asked("skip");
            Some((ApprovalSubject::Skip(known_kind(id)), kind_or_company(id)))
        }
        "export" => {
            asked("export");
            Some((ApprovalSubject::Export(known_kind(id)), kind_or_company(id)))
        }
        "release" => {
            asked("release");
            Some((ApprovalSubject::Release(known_kind(id)), kind_or_company(id)))
        }
        _ => record_subject(cx, node, text),
    }
}

/// A record as such, or a part or an act of it: only what the house asks an approval for.
fn record_subject(cx: &Cx<'_>, node: &Node, text: &str) -> Option<(ApprovalSubject, String)> {
    let (kind, part) = text
        .split_once('.')
        .map_or((text, None), |(kind, part)| (kind, Some(part)));
    if !cx.expect_kind(node, kind) {
        return None;
    }
    let Some(part) = part else {
        let expected = format!("a part of {kind} of which the house asks an approval");
        cx.expect_served(node, kind, "approval", &expected);
        return Some((ApprovalSubject::Record(kind.into()), kind.into()));
    };
    let asked = cx.vocabulary.kind(kind).into_iter().flat_map(|kind| &kind.serves);
    let known: Vec<&str> = asked.filter_map(|word| word.strip_prefix("approval:")).collect();
    if !known.contains(&part) {
        let expected = format!("a part of {kind} of which the house asks an approval");
        cx.report_unknown(node, "unknown-record", part, &expected, known);
    }
    Some((
        ApprovalSubject::Part {
            kind: kind.into(),
            part: part.into(),
        },
        kind.into(),
    ))
}
