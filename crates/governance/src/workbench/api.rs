//! HTTP of the workbench.

use axum::response::Response;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use xianji_platform::http::{Call, Problem, answer};
use xianji_platform::module::OnDesk;
use xianji_platform::{Actor, App, Failure};

use crate::approval::view::ApprovalView;
use crate::approval::{self, view as approvals};
use crate::engine::Context;
use crate::obligation::queries;
use crate::obligation::view::{ObligationView, views};

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(read))
}

/// Obligations on the page at most; the rest is in the list.
const MOST: u64 = 100;

/// Approvals on the page at most.
const MOST_APPROVALS: u64 = 20;

/// What its reader looks after.
#[derive(Debug, Serialize, ToSchema)]
struct Workbench {
    /// What they owe by due time.
    obligations: Vec<ObligationView>,
    /// What waits for their decision, the earliest asked first.
    approvals: Vec<ApprovalView>,
    /// Open inquiries of theirs, as the crate that owns them shows them.
    #[schema(value_type = Vec<Object>)]
    inquiries: Vec<Value>,
    /// Projects of theirs, as the crate that owns them shows them.
    #[schema(value_type = Vec<Object>)]
    projects: Vec<Value>,
    totals: WorkbenchTotals,
}

/// How many of each there are, on the page or not: the rest is in the lists.
#[derive(Debug, Serialize, ToSchema)]
struct WorkbenchTotals {
    obligations: u64,
    approvals: u64,
    inquiries: u64,
    projects: u64,
}

/// What I owe by due time, what waits for my decision, and what is mine.
#[utoipa::path(get, path = "/workbench", operation_id = "workbench.read", tag = "governance",
    responses((status = 200, body = Workbench), (status = "4XX", body = Problem)))]
async fn read(call: Call) -> Result<Response, Failure> {
    let (app, actor, db) = (call.app(), call.actor(), call.db());
    let (owed, waiting) = match actor.on_behalf_of().or(actor.member()) {
        Some(member) => (
            queries::of_workbench(&db, member, MOST).await?,
            approval::queries::waiting_for(&db, member, MOST_APPROVALS).await?,
        ),
        None => Default::default(),
    };
    let (inquiries, projects) = (
        desk(app, actor, "inquiries").await?,
        desk(app, actor, "projects").await?,
    );
    answer::ok(&Workbench {
        totals: WorkbenchTotals {
            obligations: owed.1,
            approvals: waiting.1,
            inquiries: inquiries.total,
            projects: projects.total,
        },
        obligations: views(app, &db, actor, owed.0).await?,
        approvals: approvals::views(&Context::read(app), actor, waiting.0).await?,
        inquiries: inquiries.records,
        projects: projects.records,
    })
}

/// What a floor above puts on the workbench under this name; nothing where the house has no such floor.
async fn desk(app: &App, actor: &Actor, name: &str) -> Result<OnDesk, Failure> {
    match app.registry().desks.iter().find(|desk| desk.name == name) {
        Some(desk) => (desk.run)(app, actor).await,
        None => Ok(OnDesk::default()),
    }
}
