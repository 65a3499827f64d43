//! What packs may say of sheets, gates, approvals, grades and objections beside the events of their own statements.

use xianji_policy::{EventDecl, FactDecl, FactType};

/// Permissions that hang on no record kind.
pub(crate) const PERMISSIONS: [&str; 6] = [
    "approval.read",
    "approval.decide",
    "form.read",
    "form.file",
    "gate.exempt",
    "objection.raise",
];

/// Events of the engine's own.
pub(crate) fn events() -> Vec<EventDecl> {
    use FactType::{Flag, Integer, Member, Text};
    let event = |name: &str, facts: &[(&str, FactType)]| {
        EventDecl::new(
            name,
            facts
                .iter()
                .map(|(name, ty)| FactDecl::new(name, ty.clone(), ""))
                .collect(),
        )
    };
    let request = [("approval", Text), ("part", Text)];
    let step = [("approval", Text), ("step", Integer)];
    vec![
        event(
            "approval.decided",
            &[
                ("approval", Text),
                ("part", Text),
                ("step", Integer),
                ("verdict", Text),
                ("decider", Member),
                ("on_time", Flag),
            ],
        ),
        event(
            "approval.sent_back",
            &[("approval", Text), ("part", Text), ("to_step", Integer)],
        ),
        event("approval.handed_over", &step),
        event("approval.signer_added", &step),
        event("approval.replaced", &step),
        event("approval.outdated", &request),
        event("approval.withdrawn", &[]),
        event(
            "grading.proposed",
            &[("grading", Text), ("from", Text), ("to", Text), ("rank", Integer)],
        ),
        event("policy.migrated", &[("from", Text), ("to", Text)]),
        event("form.made", &[("form", Text), ("record", Text)]),
        event(
            "sample.drawn",
            &[
                ("rule", Text),
                ("occurrence", Text),
                ("group", Text),
                ("least", Integer),
            ],
        ),
        event("objection.raised", &[("raised_by", Member)]),
        event("objection.answered", &[("raised_by", Member)]),
        event("objection.withdrawn", &[("raised_by", Member)]),
        event("action.refused", &[("action", Text)]),
    ]
}
