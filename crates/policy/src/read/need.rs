//! Reading what must hold.

use super::cx::Cx;
use super::node::Node;
use super::row::Row;
use super::scene::{Scene, roles};
use super::who::who_of;
use crate::condition::Expect;
use crate::model::{Need, NeedItem, RuleKind};
use crate::vocabulary::FactType;

const EXPECTED: &str = "a need: deliverable:x, form:x, approved:x, done:x, filled:x, skill:x>=3, contributed:x, attended:x, \
                        none-open:x, flag:x or cel:…";

impl<'a> Row<'a> {
    pub fn needs(&self, key: &'static str, scene: &Scene) -> Vec<NeedItem> {
        self.list(key)
            .iter()
            .filter_map(|node| item_of(self.cx, node, scene))
            .collect()
    }
}

fn item_of(cx: &Cx<'_>, node: &Node, scene: &Scene) -> Option<NeedItem> {
    if let Some(code) = node.as_text() {
        let need = need_of(cx, node, code, scene)?;
        return Some(NeedItem {
            need,
            code: code.into(),
            when: None,
            say: None,
            from: None,
        });
    }
    let row = Row::new(cx, node)?;
    let need = row.need("need", "\"deliverable:…\"").and_then(|node| {
        let code = row.string("need")?;
        need_of(cx, node, code, scene)
    });
    let code = row.table.text("need").unwrap_or_default().to_string();
    let item = need.map(|need| NeedItem {
        need,
        code,
        when: row.condition("when", scene, Expect::Flag),
        say: row.text("say"),
        from: row.node("from").map(|node| who_of(cx, node, scene)),
    });
    row.node("when");
    row.text("say");
    row.node("from");
    row.done();
    item
}

pub(super) fn need_of(cx: &Cx<'_>, node: &Node, code: &str, scene: &Scene) -> Option<Need> {
    let (word, id) = code.split_once(':').unwrap_or((code, ""));
    let own = || id.to_string();
    match word {
        "deliverable" if id == "all" => Some(Need::AllDeliverables),
        "deliverable" => checked(cx, node, "deliverable", id).then(|| Need::Deliverable(own())),
        "form" => checked(cx, node, "form", id).then(|| Need::Form(own())),
        "approved" => approved(cx, node, id),
        "done" => {
            cx.expect_rule(node, RuleKind::Obligation, id);
            Some(Need::Done(own()))
        }
        "filled" => {
            expect_role(cx, node, id, scene);
            Some(Need::Filled(own()))
        }
        "skill" => skill(cx, node, id),
        "passed" => not_yet(cx, node, "exams are not supported yet"),
        "qualified" => not_yet(cx, node, "qualifications are not supported yet"),
        "contributed" => {
            expect_people(cx, node, id, scene);
            Some(Need::Contributed(own()))
        }
        "attended" => {
            expect_people(cx, node, id, scene);
            Some(Need::Attended(own()))
        }
        "none-open" if id == "comment" => not_yet(cx, node, "comments are not supported yet"),
        "none-open" => none_open(cx, node, id),
        "flag" => flag(cx, node, id, scene),
        "cel" => {
            let condition = cx.condition(node, id, scene, Expect::Flag)?;
            Some(Need::Cel(condition))
        }
        _ => {
            let known = ["deliverable", "form", "approved", "done", "filled", "skill"];
            let more = ["contributed", "attended", "none-open", "flag", "cel"];
            cx.report_unknown(node, "wrong-need", word, EXPECTED, known.into_iter().chain(more));
            None
        }
    }
}

fn checked(cx: &Cx<'_>, node: &Node, kind: &'static str, id: &str) -> bool {
    cx.expect_id(node, kind, id);
    true
}

fn approved(cx: &Cx<'_>, node: &Node, id: &str) -> Option<Need> {
    let known: Vec<&str> = cx.ids.of("approval").chain(cx.ids.of("approved")).collect();
    if !known.contains(&id) {
        let expected = "the id of an approval, or the part that one approves";
        cx.report_unknown(node, "unknown-id", id, expected, known);
    }
    Some(Need::Approved(id.into()))
}

fn expect_role(cx: &Cx<'_>, node: &Node, id: &str, scene: &Scene) {
    let known: Vec<String> = scene.roots.iter().flat_map(|(kind, _)| roles(cx, kind)).collect();
    if !known.iter().any(|role| role == id) {
        cx.report_unknown(
            node,
            "unknown-id",
            id,
            "a role in the subject's team",
            known.iter().map(String::as_str),
        );
    }
}

fn not_yet(cx: &Cx<'_>, node: &Node, hint: &str) -> Option<Need> {
    let expected = "a need that this version knows";
    cx.report_hint(node, "not-supported-yet", expected, Some(hint.into()));
    None
}

/// A role in the team or a position, with or without its word.
fn expect_people(cx: &Cx<'_>, node: &Node, id: &str, scene: &Scene) {
    let (word, id) = id.split_once(':').map_or(("", id), |(word, id)| (word, id));
    let mut known: Vec<String> = Vec::new();
    if word != "position" {
        known.extend(scene.roots.iter().flat_map(|(kind, _)| roles(cx, kind)));
    }
    if word != "role" {
        known.extend(cx.ids.of("position").map(String::from));
    }
    if !matches!(word, "" | "role" | "position") || !known.iter().any(|one| one == id) {
        let expected = "a role in the subject's team or a position";
        cx.report_unknown(node, "unknown-id", id, expected, known.iter().map(String::as_str));
    }
}

fn skill(cx: &Cx<'_>, node: &Node, text: &str) -> Option<Need> {
    let (skill, level) = text.split_once(">=").unwrap_or((text, "1"));
    let (skill, level) = (skill.trim(), level.trim().parse::<u8>().ok());
    cx.expect_id(node, "skill", skill);
    if level.is_none() {
        cx.report(
            node,
            "wrong-value",
            "a skill and its least level, skill:network>=2",
        );
    }
    Some(Need::Skill {
        skill: skill.into(),
        level: level?,
    })
}

fn none_open(cx: &Cx<'_>, node: &Node, id: &str) -> Option<Need> {
    if !matches!(id, "objection" | "obligation" | "action") && !cx.ids.has("obligation", id) {
        let known = ["objection", "obligation", "action"]
            .into_iter()
            .chain(cx.ids.of("obligation"));
        let expected = "objection, obligation, action or the id of an obligation";
        cx.report_unknown(node, "unknown-id", id, expected, known);
    }
    Some(Need::NoneOpen(id.into()))
}

/// A tick: a flag among the subject's facts, or a field of a form filed on it.
fn flag(cx: &Cx<'_>, node: &Node, id: &str, scene: &Scene) -> Option<Need> {
    let own = cx
        .vocabulary
        .kind(&scene.subject)
        .map_or(&[][..], |kind| &kind.facts[..]);
    let flags = own
        .iter()
        .filter(|fact| fact.ty == FactType::Flag)
        .map(|fact| fact.name.as_str());
    let forms = cx.known.forms.values().filter(|form| form.on == scene.subject);
    let ticks = forms
        .flat_map(|form| &form.fields)
        .filter(|field| field.ty == FactType::Flag);
    let known: Vec<&str> = flags.chain(ticks.map(|field| field.name.as_str())).collect();
    if !known.contains(&id) {
        let expected = format!("a flag of the {} or of a form on it", scene.subject);
        cx.report_unknown(node, "unknown-fact", id, &expected, known);
    }
    Some(Need::Flag(id.into()))
}
