//! One reader a kind of statement.

mod approvals;
mod duties;
mod forms;
mod gates;
mod metrics;
mod regulations;
mod rules;
mod services;
mod settings;
mod stages;

use super::cx::Cx;
use super::raw::Raw;
use super::row::Row;
use crate::model::{Named, Pack, Shelf};

pub(super) use settings::chosen;

/// The kinds that this version reads, in the order in which a flattened pack writes them.
pub(super) const SUPPORTED: &[&str] = &[
    "setting",
    "regulation",
    "clause",
    "control",
    "calendar",
    "lifecycle",
    "stage",
    "gate",
    "grading",
    "grade",
    "approval",
    "obligation",
    "service",
    "route",
    "notice",
    "form",
    "deliverable",
    "metric",
    "body",
    "position",
    "secrecy",
    "skill",
    "field",
];

/// The kinds of the format that come with a later version.
pub(super) const NOT_YET: &[&str] = &[
    "score",
    "target",
    "commission",
    "honour",
    "penalty",
    "qualification",
    "course",
    "exam",
    "duty",
    "document",
];

/// Keys of `pack.toml` beside statements.
pub(super) const HEADER: &[&str] = &[
    "id", "version", "name", "extends", "remove", "for", "approver", "from", "settings", "rests_on",
];

/// What a statement does to the pack once it is found sound.
pub(super) type Place = Box<dyn FnOnce(&mut Pack)>;

/// Reads one statement. Faults go to the context; what was read is put on its shelf by the caller.
pub(super) fn read_statement(cx: &Cx<'_>, raw: &Raw) -> Option<Place> {
    let row = Row::new(cx, &raw.node)?;
    match raw.kind {
        "setting" => place(settings::setting(row), |pack| &mut pack.settings),
        "regulation" => place(regulations::regulation(row), |pack| &mut pack.regulations),
        "clause" => place(regulations::clause(row), |pack| &mut pack.clauses),
        "control" => place(regulations::control(row), |pack| &mut pack.controls),
        "calendar" => place(services::calendar(row), |pack| &mut pack.calendars),
        "lifecycle" => place(stages::lifecycle(row), |pack| &mut pack.lifecycles),
        "stage" => stages::stage(row),
        "gate" => place(gates::gate(row), |pack| &mut pack.gates),
        "grading" => place(stages::grading(row), |pack| &mut pack.gradings),
        "grade" => stages::grade(row),
        "approval" => place(approvals::approval(row), |pack| &mut pack.approvals),
        "obligation" => place(rules::obligation(row), |pack| &mut pack.obligations),
        "service" => place(services::service(row), |pack| &mut pack.services),
        "route" => place(services::route(row), |pack| &mut pack.routes),
        "notice" => place(rules::notice(row), |pack| &mut pack.notices),
        "form" => place(forms::form(row), |pack| &mut pack.forms),
        "deliverable" => place(forms::deliverable(row), |pack| &mut pack.deliverables),
        "metric" => place(metrics::metric(row), |pack| &mut pack.metrics),
        "body" => place(duties::body(row), |pack| &mut pack.bodies),
        "position" => place(duties::position(row), |pack| &mut pack.positions),
        "secrecy" => place(duties::secrecy(row), |pack| &mut pack.secrecies),
        "skill" => place(duties::skill(row), |pack| &mut pack.skills),
        "field" => place(forms::extra_field(row), |pack| &mut pack.fields),
        _ => None,
    }
}

fn place<T: Named + 'static>(statement: Option<T>, shelf: fn(&mut Pack) -> &mut Shelf<T>) -> Option<Place> {
    let statement = statement?;
    Some(Box::new(move |pack| shelf(pack).put(statement)))
}
