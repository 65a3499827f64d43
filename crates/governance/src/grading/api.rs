//! HTTP of grades.

use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use xianji_platform::http::{Ask, Call, Problem, answer};
use xianji_platform::{App, Failure, Subject};

use super::entity::{GradingResult, GradingResultId, State};
use super::queries;
use crate::engine::Context;
use crate::sight;

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

/// Which record.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Graded {
    pub subject_kind: String,
    pub subject_id: Uuid,
}

/// A grade that was proposed or confirmed.
#[derive(Debug, Serialize, ToSchema)]
pub struct GradeView {
    pub id: GradingResultId,
    pub grading: String,
    pub grading_name: String,
    pub grade: String,
    pub grade_name: String,
    pub rank: i32,
    pub state: State,
    /// The grade that counted before.
    pub from: Option<String>,
    /// The sheet that it rests on.
    pub filing_id: Option<Uuid>,
    /// The request that confirms it.
    pub request_id: Option<Uuid>,
    pub confirmed_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
}

/// A record's grades, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Grades {
    pub items: Vec<GradeView>,
}

/// A record's grades: the one that counts, the one proposed, those before.
#[utoipa::path(get, path = "/grades", operation_id = "grading.list", tag = "grading", params(Graded),
    responses((status = 200, body = Grades), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(of): Ask<Graded>) -> Result<Response, Failure> {
    let subject = Subject::new(&of.subject_kind, of.subject_id);
    sight::must_see(call.app(), &call.db(), call.actor(), &subject).await?;
    let ctx = Context::read(call.app());
    let rows = queries::of_subject(&ctx.db, &subject).await?;
    let items = rows
        .into_iter()
        .map(|row| view(&ctx, row, call.actor().language))
        .collect();
    answer::ok(&Grades { items })
}

fn view(ctx: &Context<'_>, row: GradingResult, language: xianji_kernel::text::Language) -> GradeView {
    let grading = row
        .pack_version_id
        .and_then(|id| ctx.book.version(id))
        .and_then(|pack| pack.gradings.get(&row.grading));
    let grade = grading.and_then(|grading| grading.grades.get(&row.grade));
    GradeView {
        grading_name: grading.map_or_else(|| row.grading.clone(), |one| one.name.get(language).to_owned()),
        grade_name: grade.map_or_else(|| row.grade.clone(), |one| one.name.get(language).to_owned()),
        id: row.id,
        grading: row.grading,
        grade: row.grade,
        rank: row.rank,
        state: row.state,
        from: row.from_grade,
        filing_id: row.filing_id,
        request_id: row.request_id,
        confirmed_at: row.confirmed_at,
        created_at: row.created_at,
    }
}
