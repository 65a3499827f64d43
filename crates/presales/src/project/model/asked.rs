//! What a pack says of every project: its team's roles, its reports, what a new one must hold.

use xianji_kernel::text::Language;
use xianji_policy::model::{Lifecycle, Opening, Pack};

use crate::project::facts::ROLES;

/// Roles that a project's team may have under a pack: those of the house, then the pack's own.
pub fn roles(pack: &Pack) -> Vec<&str> {
    let own = pack.roles_of("project").map(|position| position.id.as_str());
    let mut all: Vec<&str> = ROLES.to_vec();
    all.extend(own.filter(|id| !ROLES.contains(id)));
    all
}

/// What somebody in a role of the team answers for: what was said, else what the pack writes of the role.
pub fn duty_of(pack: &Pack, role: &str, said: Option<&str>, language: Language) -> Option<String> {
    said.map(str::to_owned).or_else(|| {
        let position = pack.roles_of("project").find(|one| one.id == role)?;
        let duties: Vec<&str> = position.duties.iter().map(|duty| duty.get(language)).collect();
        (!duties.is_empty()).then(|| duties.join("\n"))
    })
}

/// The form that whoever manages a project owes at every beat.
pub fn report_form(pack: &Pack) -> Option<&str> {
    let beats = pack
        .obligations
        .iter()
        .filter(|rule| matches!(rule.trigger.opening, Opening::Every(_)));
    beats
        .filter(|rule| rule.responsible.to_string().contains("project.manager"))
        .find_map(|rule| rule.form.as_deref())
}

/// Fields that every new project must have filled: whichever of the pack's lives it is given, its first stage asks for them.
pub fn required_at_first(pack: &Pack) -> Vec<String> {
    let lives = pack.lifecycles.iter().filter(|life| life.of == "project");
    let firsts: Vec<Option<&str>> = lives.map(Lifecycle::first).collect();
    let asked = |field: &str, stage: Option<&str>| stage.is_some_and(|stage| asked_at(pack, field, stage));
    let mut found: Vec<String> = pack
        .fields_of("project")
        .map(|one| one.field.id.clone())
        .filter(|field| !firsts.is_empty() && firsts.iter().all(|first| asked(field, *first)))
        .collect();
    found.dedup();
    found
}

/// Whether the pack asks for a field of every project at this state or stage.
pub fn asked_at(pack: &Pack, field: &str, point: &str) -> bool {
    let mut fields = pack.fields_of("project").map(|one| &one.field);
    fields.any(|one| one.id == field && one.when.is_none() && one.required_at.as_deref() == Some(point))
}
