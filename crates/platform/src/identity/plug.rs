//! What identity brings to the house.

use utoipa_axum::router::OpenApiRouter;
use xianji_policy::EventDecl;

use super::{company, department, login, member, sessions};
use crate::app::App;
use crate::module::Kind;
use crate::policy_book::actions::{PolicyAdopted, PolicyPublished};
use crate::work::Event;

/// Permissions that hang on no record kind of their own.
pub const PERMISSIONS: [&str; 10] = [
    "person.erase",
    "position.read",
    "position.assign",
    "skill.read",
    "skill.record",
    "policy.read",
    "policy.publish",
    "policy.adopt",
    "setting.read",
    "setting.update",
];

/// All routes.
pub fn routes() -> OpenApiRouter<App> {
    login::api::routes()
        .merge(member::api::routes())
        .merge(department::api::routes())
        .merge(sessions::api::routes())
        .merge(member::erasing::routes())
        .merge(company::api::routes())
}

/// `member` and `department`.
pub fn kinds() -> Vec<Kind> {
    vec![member::facts::kind(), department::facts::kind()]
}

/// Events beside those of the kinds.
pub fn events() -> Vec<EventDecl> {
    vec![
        member::PositionAssigned::declared(),
        member::PositionEnded::declared(),
        member::SkillRecorded::declared(),
        member::AbsenceRecorded::declared(),
        member::AbsenceEnded::declared(),
        member::DelegationGiven::declared(),
        member::DelegationEnded::declared(),
        member::MemberErased::declared(),
        sessions::SessionsEnded::declared(),
        PolicyPublished::declared(),
        PolicyAdopted::declared(),
        EventDecl::new("company.changed", Vec::new()),
        EventDecl::new("company.holidays_loaded", Vec::new()),
    ]
}
