//! What no accepted snapshot softens.

use std::collections::HashMap;

use xianji_platform::identity::Reach;

use super::ground::{Outcome, Role, Situation};
use super::operations::Operation;

/// What an operation asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// This permission.
    To(&'static str),
    /// Any of these.
    Any(&'static [&'static str]),
    /// Nothing: it shows or changes only what is one's own, which the record is in these situations.
    OneSelf(&'static [Situation]),
    /// Nothing of whoever is a party to the record (asked, owing, having filed it), as the actor is in these situations, else this permission.
    PartyOr(&'static str, &'static [Situation]),
    /// This permission; a member without it is shown an empty list.
    List(&'static str),
    /// Every member: what it shows is everybody's.
    Member,
    /// Anybody, logged in or not.
    Anybody,
    /// Whoever holds a customer's link.
    Link,
}

use Asked::*;

/// The record is one's own: oneself, asked for or owned, whether it goes on or not.
const MINE: &[Situation] = &[Situation::Own, Situation::Over];
/// The record is oneself; in `Over` it is somebody who has left.
const ME: &[Situation] = &[Situation::Own];
/// One is named on it to decide; what is decided asks nobody any more.
const ASKED_OF: &[Situation] = &[Situation::Named];
/// Owed, raised, filed or worked on: one's own and whatever one is named on.
const NAMED: &[Situation] = &[Situation::Own, Situation::Named, Situation::Over];
/// It is about no record.
const ANY: &[Situation] = &Situation::ALL;

/// What each operation asks for. One that is not here has no line in the matrix, and the test says so.
const ASKED: &[(&str, Asked)] = &[
    ("absence.end", PartyOr("member.update", ME)),
    ("absence.record", PartyOr("member.update", ME)),
    ("approval.add_signer", PartyOr("approval.decide", ASKED_OF)),
    ("approval.approve", PartyOr("approval.decide", ASKED_OF)),
    ("approval.hand_over", PartyOr("approval.decide", ASKED_OF)),
    ("approval.list", Member),
    ("approval.read", PartyOr("approval.read", NAMED)),
    ("approval.reject", PartyOr("approval.decide", ASKED_OF)),
    ("approval.return", PartyOr("approval.decide", ASKED_OF)),
    ("approval.withdraw", PartyOr("approval.decide", MINE)),
    ("calendar.read", OneSelf(ANY)),
    ("calendar.revoke", OneSelf(ANY)),
    ("calendar.share", OneSelf(ANY)),
    ("company.read", Member),
    ("company.update", To("setting.update")),
    ("contact.archive", To("contact.archive")),
    ("contact.create", To("contact.create")),
    ("contact.erase", To("person.erase")),
    ("contact.list", To("contact.read")),
    ("contact.read", To("contact.read")),
    ("contact.reveal", To("contact.reveal")),
    ("contact.unarchive", To("contact.archive")),
    ("contact.update", To("contact.update")),
    ("control.all_records", To("control.read")),
    ("control.clauses", To("control.read")),
    ("control.get", To("control.read")),
    ("control.list", To("control.read")),
    ("control.records", To("control.read")),
    ("customer.absorbed", To("customer.read")),
    ("customer.archive", To("customer.archive")),
    ("customer.create", To("customer.create")),
    ("customer.duplicates", Any(&["customer.create", "customer.read"])),
    ("customer.export", To("customer.export")),
    ("customer.list", List("customer.read")),
    ("customer.merge", To("customer.merge")),
    ("customer.merge_preview", To("customer.read")),
    ("customer.read", To("customer.read")),
    ("customer.share", To("customer.share")),
    ("customer.timeline", To("customer.read")),
    ("customer.transfer", To("customer.transfer")),
    ("customer.unarchive", To("customer.archive")),
    ("customer.unmerge", To("customer.merge")),
    ("customer.twins", List("customer.read")),
    ("customer.update", To("customer.update")),
    ("delegation.end", PartyOr("member.update", ME)),
    ("delegation.give", PartyOr("member.update", ME)),
    ("department.archive", To("department.update")),
    ("department.create", To("department.create")),
    ("department.list", Member),
    ("department.read", Member),
    ("department.update", To("department.update")),
    ("export_run.download", To("export_run.make")),
    ("export_run.end", To("export_run.end")),
    ("event.follow", Member),
    ("export_run.list", List("export_run.read")),
    ("export_run.make", To("export_run.make")),
    ("export_run.read", To("export_run.read")),
    ("fault.list", To("fault.read")),
    ("field.list", Member),
    ("file.archive", PartyOr("file.archive", NAMED)),
    ("file.download", To("customer.read")),
    ("file.list", To("customer.read")),
    ("file.upload", To("file.upload")),
    ("form.answer_public", Link),
    ("form.file", PartyOr("form.file", NAMED)),
    ("form.list", To("project.read")),
    ("form.read", To("project.read")),
    ("form.read_filing", PartyOr("project.read", NAMED)),
    ("form.read_public", Link),
    ("gate.exempt", PartyOr("gate.exempt", NAMED)),
    ("gate.items", To("project.read")),
    ("grading.list", To("project.read")),
    ("handover.accept", To("handover.accept")),
    ("handover.list", List("handover.read")),
    ("handover.of_inquiry", To("inquiry.read")),
    ("handover.offer", To("handover.offer")),
    ("handover.read", To("handover.read")),
    ("handover.refuse", To("handover.refuse")),
    ("holiday.list", Member),
    ("holiday.load", To("setting.update")),
    ("import_run.cancel", PartyOr("import_run.cancel", MINE)),
    ("import_run.check", PartyOr("import_run.update", MINE)),
    ("import_run.failed_rows", OneSelf(MINE)),
    ("import_run.kinds", Member),
    ("import_run.list", OneSelf(ANY)),
    ("import_run.map", PartyOr("import_run.update", MINE)),
    ("import_run.preview", OneSelf(MINE)),
    ("import_run.read", PartyOr("import_run.read", MINE)),
    ("import_run.rows", PartyOr("import_run.read", MINE)),
    ("import_run.start", PartyOr("import_run.update", MINE)),
    ("import_run.undo", PartyOr("import_run.undo", MINE)),
    ("import_run.upload", To("customer.import")),
    ("initiation.draft", To("initiation.draft")),
    ("initiation.list", To("project.read")),
    ("initiation.read", To("project.read")),
    ("initiation.submit", To("initiation.submit")),
    ("initiation.update", To("initiation.draft")),
    ("initiation.withdraw", To("initiation.withdraw")),
    ("inquiry.assess", To("inquiry.assess")),
    ("inquiry.assign", To("inquiry.assign")),
    ("inquiry.candidates", To("inquiry.read")),
    ("inquiry.classify", To("inquiry.classify")),
    ("inquiry.close", To("inquiry.close")),
    ("inquiry.closing", To("inquiry.read")),
    ("inquiry.follow_up", To("inquiry.follow_up")),
    ("inquiry.hear", To("inquiry.update")),
    ("inquiry.list", List("inquiry.read")),
    ("inquiry.match", To("inquiry.match")),
    ("inquiry.read", To("inquiry.read")),
    ("inquiry.reassign", To("inquiry.reassign")),
    ("inquiry.receive", To("inquiry.receive")),
    ("inquiry.reopen", To("inquiry.reopen")),
    ("inquiry.reply", To("inquiry.reply")),
    ("inquiry.resume", To("inquiry.resume")),
    ("inquiry.reveal", To("contact.reveal")),
    ("inquiry.take", To("inquiry.take")),
    ("inquiry.timeline", To("inquiry.read")),
    ("inquiry.update", To("inquiry.update")),
    ("inquiry.wait", To("inquiry.wait")),
    ("interaction.cancel", To("interaction.cancel")),
    ("interaction.list", List("interaction.read")),
    ("interaction.plan", To("interaction.plan")),
    ("interaction.read", To("interaction.read")),
    ("interaction.record", To("interaction.record")),
    ("interaction.register", To("interaction.register")),
    ("job.list", To("job.read")),
    ("job.retry", To("job.retry")),
    ("lead.contact", To("lead.contact")),
    ("lead.create", To("lead.create")),
    ("lead.discard", To("lead.discard")),
    ("lead.list", List("lead.read")),
    ("lead.qualify", To("lead.qualify")),
    ("lead.read", To("lead.read")),
    ("lead.update", To("lead.update")),
    ("ledger.verify", To("ledger.read")),
    ("measure.get", To("measure.read")),
    ("measure.list", To("measure.read")),
    ("measure.records", To("measure.read")),
    ("mail.read", OneSelf(ANY)),
    ("mail.want", OneSelf(ANY)),
    ("member.create", To("member.create")),
    ("member.deactivate", To("member.update")),
    ("member.end_session", PartyOr("member.update", ME)),
    ("member.end_sessions", PartyOr("member.update", ME)),
    ("member.erase", To("person.erase")),
    ("member.list", List("member.read")),
    ("member.look_up", Member),
    ("member.move", To("member.update")),
    ("member.reactivate", To("member.update")),
    ("member.read", To("member.read")),
    ("member.reset_password", To("member.reset_password")),
    ("member.sessions", PartyOr("member.update", ME)),
    ("member.update", To("member.update")),
    ("message.list", To("inquiry.read")),
    ("milestone.cancel", To("milestone.update")),
    ("milestone.list", To("project.read")),
    ("milestone.plan", To("milestone.plan")),
    ("milestone.reach", To("milestone.reach")),
    ("milestone.read", To("project.read")),
    ("milestone.update", To("milestone.update")),
    ("notification.list", OneSelf(ANY)),
    ("notification.read", OneSelf(NAMED)),
    ("notification.read_all", OneSelf(ANY)),
    ("objection.answer", PartyOr("project.update", ME)),
    ("objection.list", To("project.read")),
    ("objection.raise", PartyOr("objection.raise", NAMED)),
    ("objection.withdraw", OneSelf(NAMED)),
    ("obligation.complete", PartyOr("obligation.complete", NAMED)),
    ("obligation.hand_over", PartyOr("obligation.hand_over", NAMED)),
    ("obligation.list", Member),
    ("obligation.read", PartyOr("obligation.read", NAMED)),
    ("obligation.refuse", PartyOr("obligation.complete", NAMED)),
    ("obligation.take", PartyOr("obligation.take", NAMED)),
    ("obligation.waive", PartyOr("obligation.waive", NAMED)),
    ("policy.adopt", To("policy.adopt")),
    ("policy.check", Any(&["policy.read", "policy.publish"])),
    ("policy.list", Any(&["policy.read", "policy.publish"])),
    ("policy.migrate", To("policy.migrate")),
    ("policy.publish", To("policy.publish")),
    ("policy.read", Any(&["policy.read", "policy.publish"])),
    ("position.assign", To("position.assign")),
    ("position.end", To("position.assign")),
    ("position.list", Member),
    ("project.advance", To("project.advance")),
    ("project.appoint", To("project.appoint")),
    ("project.archive", To("project.archive")),
    ("project.baseline_plan", To("project.baseline_plan")),
    ("project.beginning", Member),
    ("project.board", List("project.read")),
    ("project.change_member", To("project.change_member")),
    ("project.create", To("project.create")),
    ("project.drop", To("project.drop")),
    ("project.dynamic_items", To("project.read")),
    ("project.end_member", To("project.change_member")),
    ("project.evaluate", To("project.evaluate")),
    ("project.file_deliverable", To("project.file_deliverable")),
    ("project.file_dynamic_item", To("project.file_dynamic_item")),
    ("project.gate", To("project.read")),
    ("project.list", List("project.read")),
    ("project.lose", To("project.lose")),
    ("project.read", To("project.read")),
    ("project.read_archive", To("project.read")),
    ("project.resume", To("project.resume")),
    ("project.return", To("project.return")),
    ("project.skip", To("project.skip")),
    ("project.summarise", To("project.summarise")),
    ("project.suspend", To("project.suspend")),
    ("project.team", To("project.read")),
    ("project.timeline", To("project.read")),
    ("project.transfer", To("project.transfer")),
    ("project.uninitiated", List("project.read")),
    ("project.update", To("project.update")),
    ("project.verify_archive", To("project.read")),
    ("project.win", To("project.win")),
    ("public.calendar", Link),
    ("public.inquiry", Anybody),
    ("public.open_shared", Link),
    ("public.shared", Link),
    ("rate.enter", To("setting.update")),
    ("rate.list", Member),
    ("rule.names", Member),
    ("session.change_password", OneSelf(ANY)),
    ("session.choose_language", OneSelf(ANY)),
    ("session.close", Anybody),
    ("session.open", Anybody),
    ("session.read", OneSelf(ANY)),
    ("session.stand_in", OneSelf(ANY)),
    ("skill.list", Member),
    ("skill.record", To("skill.record")),
    ("survey.link", To("inquiry.reply")),
    ("survey.list", To("inquiry.read")),
    ("task.assign", To("task.assign")),
    ("task.cancel", To("task.cancel")),
    ("task.complete", To("task.complete")),
    ("task.create", To("task.create")),
    ("task.list", To("project.read")),
    ("task.read", PartyOr("project.read", MINE)),
    ("task.update", To("task.update")),
    ("workbench.read", OneSelf(ANY)),
];

/// What this operation asks for.
pub fn asked(id: &str) -> Option<Asked> {
    ASKED
        .iter()
        .find(|(known, _)| *known == id)
        .map(|(_, asked)| *asked)
}

/// The operations of which something is stated.
pub fn stated() -> impl Iterator<Item = &'static str> {
    ASKED.iter().map(|(id, _)| *id)
}

/// Which rules an outcome breaks.
pub fn broken(
    role: &Role,
    rights: &HashMap<String, Reach>,
    operation: &Operation,
    situation: Situation,
    outcome: Outcome,
) -> Vec<String> {
    let mut broken = Vec::new();
    let status = outcome.status;
    let done = status < 300;
    let asked = asked(&operation.id);
    let mut say = |words: &str| {
        broken.push(format!(
            "{} as {} on {situation:?}: {status}: {words}",
            operation.id,
            role.name()
        ));
    };
    let has = |name: &&str| rights.contains_key(*name);
    if !role.is_member() {
        let open = match asked {
            Some(Anybody) => true,
            Some(Link) => *role == Role::Link,
            _ => false,
        };
        if done && !open {
            say("nobody is logged in");
        }
        return broken;
    }
    let allowed = match asked {
        Some(To(permission)) => has(&permission),
        Some(List(permission)) => has(&permission) || !outcome.shows,
        Some(Any(permissions)) => permissions.iter().any(&has),
        Some(PartyOr(permission, party)) => party.contains(&situation) || has(&permission),
        Some(OneSelf(own)) => own.contains(&situation),
        Some(Member | Anybody) => true,
        Some(Link) | None => false,
    };
    if done && !allowed {
        say("the permission is missing");
    }
    if done && situation == Situation::Over && operation.method != "GET" && is_sealed(operation) {
        say("what is sealed is changed no more");
    }
    if situation == Situation::Other
        && let Some(kind) = operation.about().filter(|kind| *kind != "department")
        && rights.get(&format!("{kind}.read")) != Some(&Reach::Company)
        && rights.get(&permission_of(asked)) != Some(&Reach::Company)
        && status != 404
    {
        say("another department's record must not exist for whoever reaches no further");
    }
    broken
}

/// What may still be done to a project whose archive is sealed, and to an inquiry that is closed.
const AFTER_THE_END: &[&str] = &[
    // Told apart from what was there before: a change after closing is a correction, a message opens it again.
    "inquiry.update",
    "inquiry.hear",
    "inquiry.reopen",
    "inquiry.follow_up",
    // A follow-up may still find business.
    "handover.offer",
    // Looked at, not changed; the look is evidence.
    "inquiry.reveal",
    // The customer is asked for a response after the closing.
    "survey.link",
];

/// Whether the operation writes to what is sealed in the situation `Over`.
fn is_sealed(operation: &Operation) -> bool {
    matches!(operation.about(), Some("project" | "inquiry"))
        && !AFTER_THE_END.contains(&operation.id.as_str())
}

fn permission_of(asked: Option<Asked>) -> String {
    match asked {
        Some(To(permission) | PartyOr(permission, _)) => permission.to_owned(),
        _ => String::new(),
    }
}
