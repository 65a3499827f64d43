//! What is asked of projects.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use xianji_engage::id::{CustomerId, InquiryId, LeadId};
use xianji_kernel::money::Money;
use xianji_platform::{EventId, MemberId};

use super::super::actions::{Appointment, NewProject};
use super::super::entity::Kind;
use super::super::entity::dynamic_item::DynamicItemKind;
use super::super::model::Changes;
use crate::id::{DynamicItemId, ProjectId};
use xianji_platform::record::patch::{self, given};

/// A new project. From an inquiry or a lead it takes over what is left out here.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateProject {
    /// What it is called; from an inquiry or a lead it may be left out.
    #[schema(max_length = 200)]
    pub name: Option<String>,
    pub kind: Option<Kind>,
    pub customer: Option<CustomerId>,
    /// The inquiry that becomes this project.
    pub inquiry: Option<InquiryId>,
    /// The lead that becomes this project.
    pub lead: Option<LeadId>,
    /// The lost deal that comes back.
    pub previous: Option<ProjectId>,
    pub amount: Option<Money>,
    /// Expected margin in whole hundredths.
    #[schema(minimum = -100, maximum = 100)]
    pub margin_percent: Option<i32>,
    pub public_sector: Option<bool>,
    /// When the customer first spoke of it; today, if left out.
    pub first_lead_on: Option<NaiveDate>,
    pub expected_sign_on: Option<NaiveDate>,
    #[schema(max_length = 2000)]
    pub goal: Option<String>,
    #[schema(max_length = 20000)]
    pub notes: Option<String>,
    /// Fields that packs add, by their id.
    #[schema(value_type = Option<Object>)]
    pub extra: Option<serde_json::Map<String, serde_json::Value>>,
}

impl From<CreateProject> for NewProject {
    fn from(body: CreateProject) -> Self {
        Self {
            name: body.name,
            kind: body.kind,
            customer: body.customer,
            inquiry: body.inquiry,
            lead: body.lead,
            previous: body.previous,
            amount: body.amount,
            margin_percent: body.margin_percent,
            public_sector: body.public_sector.unwrap_or(false),
            first_lead_on: body.first_lead_on,
            expected_sign_on: body.expected_sign_on,
            goal: body.goal,
            notes: body.notes,
            extra: body.extra,
        }
    }
}

/// What changes; absent is unchanged, null is emptied.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateProject {
    #[schema(min_length = 1, max_length = 200, nullable = false)]
    pub name: Option<String>,
    #[schema(nullable = false)]
    pub kind: Option<Kind>,
    /// Whose project it is.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<CustomerId>)]
    pub customer: Option<Option<CustomerId>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Money>)]
    pub amount: Option<Option<Money>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<i32>, minimum = -100, maximum = 100)]
    pub margin_percent: Option<Option<i32>>,
    #[schema(nullable = false)]
    pub public_sector: Option<bool>,
    #[schema(nullable = false)]
    pub first_lead_on: Option<NaiveDate>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<NaiveDate>)]
    pub expected_sign_on: Option<Option<NaiveDate>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub goal: Option<Option<String>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 20000)]
    pub notes: Option<Option<String>>,
    /// Fields that packs add, by their id; `null` removes one.
    #[schema(value_type = Option<Object>, nullable = false)]
    pub extra: Option<serde_json::Map<String, serde_json::Value>>,
}

impl From<UpdateProject> for Changes {
    fn from(body: UpdateProject) -> Self {
        Self {
            name: body.name,
            kind: body.kind,
            customer: body.customer,
            amount: body.amount,
            margin_percent: body.margin_percent,
            public_sector: body.public_sector,
            first_lead_on: body.first_lead_on,
            expected_sign_on: body.expected_sign_on,
            goal: body.goal,
            notes: body.notes,
            extra: body.extra,
        }
    }
}

/// To which stage. An approved exemption from a gate on the way is used up.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdvanceProject {
    /// Id of the stage in the pack.
    #[schema(min_length = 1, max_length = 100)]
    pub to: String,
}

/// To which earlier stage.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnProject {
    /// Id of the stage in the pack.
    #[schema(min_length = 1, max_length = 100)]
    pub to: String,
}

/// Which stage is left out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SkipStage {
    /// Id of the next stage in the pack.
    #[schema(min_length = 1, max_length = 100)]
    pub stage: String,
}

/// What was signed, and when.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WinProject {
    pub amount: Money,
    pub signed_on: NaiveDate,
    /// One of the reasons that the project's pack offers for winning.
    #[schema(max_length = 40)]
    pub reason: Option<String>,
    /// The same in words.
    #[schema(max_length = 2000)]
    pub words: Option<String>,
}

/// Why the deal is over.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndProject {
    /// One of the reasons that the project's pack offers for this ending.
    #[schema(max_length = 40)]
    pub reason: String,
    /// The same in words.
    #[schema(min_length = 1, max_length = 2000)]
    pub words: String,
}

/// To whom a project goes, and why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferProject {
    pub to: MemberId,
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// One line of an appointment, or somebody who joins.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamLine {
    pub member: MemberId,
    /// A role of the house or a position of the pack with `of = "project"`.
    #[schema(min_length = 1, max_length = 100)]
    pub role: String,
    /// What this person answers for.
    #[schema(max_length = 2000)]
    pub duty: Option<String>,
}

impl From<TeamLine> for Appointment {
    fn from(line: TeamLine) -> Self {
        Self {
            member: line.member,
            role: line.role,
            duty: patch::tidy(line.duty),
        }
    }
}

/// The whole team.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointTeam {
    #[schema(min_items = 1, max_items = 100)]
    pub team: Vec<TeamLine>,
}

/// News of a project.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FileDynamicItem {
    pub kind: DynamicItemKind,
    #[schema(min_length = 1, max_length = 20000)]
    pub content: String,
    /// When it happened; now, if left out.
    pub happened_at: Option<DateTime<Utc>>,
}

/// Where a page of the timeline begins.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TimelineQuery {
    /// Events before this one.
    pub before: Option<EventId>,
    /// Events on the page, at most 200.
    pub limit: Option<u64>,
}

/// Lines of a page that does not say how many it wants, and the most that one may have.
pub const PAGE: u64 = 50;
pub const MOST: u64 = 200;

/// Which page of the news.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct NewsQuery {
    /// News before this one: `next` of the page before.
    pub before: Option<DynamicItemId>,
    /// News on the page, at most 200.
    pub limit: Option<u64>,
}

/// Which page of those that were not applied for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct UninitiatedQuery {
    /// Projects after this one: `next` of the page before.
    pub after: Option<ProjectId>,
    /// Projects on the page, at most 200.
    pub limit: Option<u64>,
}

/// Which projects the board shows.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct BoardQuery {
    /// As in the list of projects.
    pub filter: Option<String>,
    /// Words to look for.
    pub q: Option<String>,
}

/// Which gate is looked at.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GateQuery {
    /// Id of the stage to be entered; the one that follows, if left out.
    pub to: Option<String>,
}
