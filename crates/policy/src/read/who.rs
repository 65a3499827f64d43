//! Reading who is meant.

use super::cx::Cx;
use super::node::Node;
use super::row::Row;
use super::scene::{Broken, Scene, roles};
use super::time::expect_given;
use crate::condition::nearest;
use crate::model::Who;
use crate::vocabulary::FactType;

const EXPECTED: &str = "who: position:x, group:x, body:x, role:x, a path such as project.manager, head(…), above(…), \
                        given:x, customer, any(…), all(…) or most(…)";
const DEEPEST: usize = 8;

impl<'a> Row<'a> {
    /// One expression for people.
    pub fn who(&self, key: &'static str, scene: &Scene) -> Option<Who> {
        self.node(key).map(|node| who_of(self.cx, node, scene))
    }

    pub fn need_who(&self, key: &'static str, scene: &Scene) -> Who {
        self.need(key, "who")
            .map_or(Who::Customer, |node| who_of(self.cx, node, scene))
    }

    /// Several of them.
    pub fn whos(&self, key: &'static str, scene: &Scene) -> Vec<Who> {
        self.list(key)
            .iter()
            .map(|node| who_of(self.cx, node, scene))
            .collect()
    }
}

pub(super) fn who_of(cx: &Cx<'_>, node: &Node, scene: &Scene) -> Who {
    let Some(text) = node.as_text() else {
        cx.report(node, "wrong-type", format!("{EXPECTED}, not {}", node.what()));
        return Who::Customer;
    };
    let reader = Reader { cx, node, scene };
    reader.read(text, 0).unwrap_or(Who::Customer)
}

struct Reader<'a, 'c> {
    cx: &'a Cx<'c>,
    node: &'a Node,
    scene: &'a Scene,
}

impl Reader<'_, '_> {
    fn read(&self, text: &str, depth: usize) -> Option<Who> {
        let text = text.trim();
        if depth > DEEPEST {
            self.cx.report(
                self.node,
                "too-deep",
                format!("at most {DEEPEST} brackets inside each other"),
            );
            return None;
        }
        if let Some((word, inner)) = text.strip_suffix(')').and_then(|open| open.split_once('(')) {
            return self.call(word.trim(), inner, depth);
        }
        match text.split_once(':') {
            Some((word, id)) => self.named(word, id),
            None if text == "customer" => Some(Who::Customer),
            None => self.path(text, depth > 0),
        }
    }

    fn call(&self, word: &str, inner: &str, depth: usize) -> Option<Who> {
        let several = || -> Option<Vec<Who>> {
            split(inner)
                .into_iter()
                .map(|part| self.read(part, depth + 1))
                .collect()
        };
        let one = || self.read(inner, depth + 1).map(Box::new);
        match word {
            "any" => several().map(Who::Any),
            "all" => several().map(Who::All),
            "most" => several().map(Who::Most),
            "head" => one().map(Who::Head),
            "above" => one().map(Who::Above),
            "counterpart" => {
                let hint = Some("counterpart(…) is not supported yet".into());
                self.cx.report_hint(
                    self.node,
                    "not-supported-yet",
                    "people that this version finds",
                    hint,
                );
                None
            }
            _ => {
                let known = ["any", "all", "most", "head", "above"];
                self.cx
                    .report_unknown(self.node, "unknown-function", word, EXPECTED, known);
                None
            }
        }
    }

    fn named(&self, word: &str, id: &str) -> Option<Who> {
        match word {
            "position" => {
                if self.cx.ids.roles.contains_key(id) {
                    let hint = Some(format!("{id} is a role in a team: role:{id}"));
                    self.cx
                        .report_hint(self.node, "unknown-id", "a position of the company", hint);
                } else {
                    self.cx.expect_id(self.node, "position", id);
                }
                Some(Who::Position(id.into()))
            }
            "body" => {
                self.cx.expect_id(self.node, "body", id);
                Some(Who::Body(id.into()))
            }
            "group" => {
                self.cx.groups.borrow_mut().insert(id.into());
                Some(Who::Group(id.into()))
            }
            "role" => {
                self.expect_role(id);
                Some(Who::Role(id.into()))
            }
            "given" => {
                expect_given(self.cx, self.node, id, self.scene);
                Some(Who::Given(id.into()))
            }
            _ => {
                let known = ["position", "group", "body", "role", "given"];
                self.cx
                    .report_unknown(self.node, "wrong-who", word, EXPECTED, known);
                None
            }
        }
    }

    /// A role of the subject's team, or of a team that it belongs to.
    fn expect_role(&self, id: &str) {
        let kinds = self.scene.roots.iter().map(|(name, _)| name.as_str());
        let known: Vec<String> = kinds.flat_map(|kind| roles(self.cx, kind)).collect();
        if !known.iter().any(|role| role == id) {
            let expected = "a role in the team of the subject";
            self.cx.report_unknown(
                self.node,
                "unknown-id",
                id,
                expected,
                known.iter().map(String::as_str),
            );
        }
    }

    /// `project.manager`: leads to people or a department; inside brackets also to a record, which has an owner.
    fn path(&self, text: &str, inside: bool) -> Option<Who> {
        let path: Vec<String> = text.split('.').map(Into::into).collect();
        let sound =
            |word: &String| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !path.iter().all(sound) || (path.len() == 1 && !inside) {
            self.cx.report(self.node, "wrong-who", EXPECTED);
            return None;
        }
        match self.scene.walk(self.cx, &path) {
            Ok(ty) if leads_to_people(&ty, inside) => {}
            Ok(ty) => {
                let expected = format!("a path to members or a department; {text} is a {ty}");
                self.cx.report(self.node, "wrong-type", expected);
            }
            Err(broken) => report_broken(self.cx, self.node, self.scene, &path, broken),
        }
        Some(Who::Path(path))
    }
}

fn leads_to_people(ty: &FactType, inside: bool) -> bool {
    match ty {
        FactType::Member | FactType::Department => true,
        FactType::Record(_) => inside,
        FactType::List(of) => leads_to_people(of, inside),
        _ => false,
    }
}

/// Says where a path breaks off, and what could have stood there.
pub(super) fn report_broken(cx: &Cx<'_>, node: &Node, scene: &Scene, path: &[String], broken: Broken) {
    match broken {
        Broken::Root => {
            let word = path.first().map_or("", String::as_str);
            let known = scene.roots.iter().map(|(name, _)| name.as_str());
            let near = nearest(word, known.clone());
            let known: Vec<&str> = known.collect();
            let hint = near.map(|near| format!("did you mean {near}?"));
            cx.report_hint(node, "unknown-name", format!("one of {}", known.join(", ")), hint);
        }
        Broken::Fact(place) => {
            let (before, word) = (&path[..=place], &path[place + 1]);
            let names = scene.names_after(cx, before);
            let expected = format!("a fact of {}", before.join("."));
            cx.report_unknown(
                node,
                "unknown-fact",
                word,
                &expected,
                names.iter().map(String::as_str),
            );
        }
    }
}

/// Splits at commas that stand outside brackets.
fn split(text: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0_i32, 0);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}
