//! What happens to projects.

use serde::Serialize;
use xianji_platform::work::Event;
use xianji_platform::{MemberId, Subject, event};
use xianji_policy::{EventDecl, FactDecl, FactType};

use crate::id::ProjectId;

event!(/// A project began.
    ProjectCreated = "project.created", project: ProjectId => "project" { source: String as Text });
event!(/// A project entered its next stage.
    ProjectAdvanced = "project.advanced", project: ProjectId => "project" { from: String as Text, to: String as Text });
event!(/// A project was sent back to an earlier stage.
    ProjectReturned = "project.returned", project: ProjectId => "project" { from: String as Text, to: String as Text });
event!(/// A stage was left out.
    ProjectSkipped = "project.skipped", project: ProjectId => "project" { stage: String as Text });
event!(/// A project stands still.
    ProjectSuspended = "project.suspended", project: ProjectId => "project" {});
event!(/// A project goes on.
    ProjectResumed = "project.resumed", project: ProjectId => "project" {});
event!(/// The customer has signed; the amount in minor units of the home currency.
    ProjectWon = "project.won", project: ProjectId => "project" { amount: i64 as Money, reason: Option<String> as Text });
event!(/// It went over to another owner.
    ProjectTransferred = "project.transferred", project: ProjectId => "project" { from: Option<MemberId> as Member, to: MemberId as Member, reason: String as Text });
event!(/// The customer decided otherwise.
    ProjectLost = "project.lost", project: ProjectId => "project" { reason: String as Text, words_hash: String as Text });
event!(/// We gave the deal up.
    ProjectDropped = "project.dropped", project: ProjectId => "project" { reason: String as Text, words_hash: String as Text });
event!(/// Its team was appointed.
    ProjectAppointed = "project.appointed", project: ProjectId => "project" { by: Option<MemberId> as Member, roles: i64 as Integer });
event!(/// Somebody joined or left its team.
    ProjectMemberChanged = "project.member_changed", project: ProjectId => "project" { role: String as Text, member: MemberId as Member, left: bool as Flag });
event!(/// Its plan became the baseline.
    ProjectPlanBaselined = "project.plan_baselined", project: ProjectId => "project" {});
event!(/// News for everybody in it.
    ProjectDynamicItemFiled = "project.dynamic_item_filed", project: ProjectId => "project" { kind: String as Text, content_hash: String as Text });
event!(/// A document was put into its archive.
    ProjectDeliverableFiled = "project.deliverable_filed", project: ProjectId => "project" { deliverable: String as Text, stage: Option<String> as Text, revision: i32 as Integer, sha256: Option<String> as Text });
event!(/// Its summary is on file.
    ProjectSummarised = "project.summarised", project: ProjectId => "project" {});
event!(/// Its evaluation is on file.
    ProjectEvaluated = "project.evaluated", project: ProjectId => "project" {});
event!(/// Its archive was closed; `manifest` is the hash of what was in it.
    ProjectArchived = "project.archived", project: ProjectId => "project" { complete: bool as Flag, manifest: String as Text });

/// What is known of a project changed.
#[derive(Clone, Debug, Serialize)]
pub struct ProjectUpdated {
    /// The record.
    #[serde(skip)]
    pub project: ProjectId,
    /// Fields that are different now.
    pub fields: Vec<String>,
    /// Whether the amount is among them: grades and approvals hang on it.
    pub amount_changed: bool,
}

impl Event for ProjectUpdated {
    const NAME: &'static str = "project.updated";

    fn subject(&self) -> Subject {
        Subject::new("project", self.project)
    }

    fn declared() -> EventDecl {
        EventDecl::new(
            Self::NAME,
            vec![
                FactDecl::new(
                    "fields",
                    FactType::list(FactType::Text),
                    "fields that are different now",
                ),
                FactDecl::new(
                    "amount_changed",
                    FactType::Flag,
                    "whether the amount is among them",
                ),
            ],
        )
    }
}

/// All of them, for the pack's vocabulary.
pub fn declared() -> Vec<EventDecl> {
    vec![
        ProjectCreated::declared(),
        ProjectUpdated::declared(),
        ProjectAdvanced::declared(),
        ProjectReturned::declared(),
        ProjectSkipped::declared(),
        ProjectSuspended::declared(),
        ProjectResumed::declared(),
        ProjectWon::declared(),
        ProjectTransferred::declared(),
        ProjectLost::declared(),
        ProjectDropped::declared(),
        ProjectAppointed::declared(),
        ProjectMemberChanged::declared(),
        ProjectPlanBaselined::declared(),
        ProjectDynamicItemFiled::declared(),
        ProjectDeliverableFiled::declared(),
        ProjectSummarised::declared(),
        ProjectEvaluated::declared(),
        ProjectArchived::declared(),
    ]
}
