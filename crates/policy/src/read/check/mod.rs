//! What only the whole pack shows: ranks that tie, rules in a circle, references of the wrong sort, measures that
//! measure nothing of their control.

mod controls;
mod fitting;
mod reach;
mod ties;

use super::cx::Cx;
use super::node::Node;
use super::raw::Raw;
use crate::model::Pack;

/// Looks over the whole. A house that is only partly mounted is not whole, so nothing is asked of it.
pub(super) fn check(cx: &Cx<'_>, raws: &[Raw], pack: &Pack) {
    if cx.mode.is_mounted() {
        return;
    }
    let whole = Whole { cx, raws, pack };
    ties::check(&whole);
    fitting::check(&whole);
    reach::check(&whole);
    controls::check(&whole);
}

/// The pack with its text.
struct Whole<'a> {
    cx: &'a Cx<'a>,
    raws: &'a [Raw],
    pack: &'a Pack,
}

impl Whole<'_> {
    /// The value of a key of a statement, else its id, to point at.
    fn node(&self, kind: &str, id: &str, key: &str) -> Option<&Node> {
        let id = id
            .strip_suffix(".enter")
            .or(id.strip_suffix(".leave"))
            .or(id.strip_suffix(".limit"))
            .unwrap_or(id);
        let raw = self.raws.iter().find(|raw| raw.kind == kind && raw.key == id);
        let raw = raw.or_else(|| self.raws.iter().find(|raw| raw.kind == "stage" && raw.key == id))?;
        let table = raw.table();
        table.get(key).or_else(|| table.get("id")).or(Some(&raw.node))
    }

    fn report(
        &self,
        place: (&str, &str, &str),
        code: &'static str,
        expected: impl Into<String>,
        hint: Option<String>,
    ) {
        if let Some(node) = self.node(place.0, place.1, place.2) {
            self.cx.report_hint(node, code, expected, hint);
        }
    }
}
