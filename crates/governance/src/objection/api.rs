//! HTTP of objections.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use xianji_platform::http::{Ask, At, Call, Input, Problem, answer as answered};
use xianji_platform::{App, Conn, Failure, MemberId, Subject};

use super::actions;
use super::entity::{Objection, ObjectionId, State};
use super::queries;
use crate::sight::{self, PersonView};

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, raise))
        .routes(routes!(answer))
        .routes(routes!(withdraw))
}

/// An objection.
#[derive(Debug, Serialize, ToSchema)]
pub struct ObjectionView {
    pub id: ObjectionId,
    pub subject: Subject,
    #[schema(inline)]
    pub state: State,
    pub raised_by: PersonView,
    pub words: String,
    pub answered_by: Option<PersonView>,
    pub answer: Option<String>,
    pub answered_at: Option<DateTime<Utc>>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
}

/// Objections to a record, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Objections {
    pub items: Vec<ObjectionView>,
}

async fn views(db: &Conn<'_>, rows: Vec<Objection>) -> Result<Vec<ObjectionView>, Failure> {
    let named: Vec<MemberId> = rows
        .iter()
        .flat_map(|row| [Some(row.raised_by), row.answered_by])
        .flatten()
        .collect();
    let names = sight::names(db, named).await?;
    let view = |row: Objection| ObjectionView {
        subject: row.subject(),
        raised_by: PersonView::of(&names, row.raised_by),
        answered_by: row.answered_by.map(|id| PersonView::of(&names, id)),
        id: row.id,
        state: row.state,
        words: row.words,
        answer: row.answer,
        answered_at: row.answered_at,
        version: row.version,
        created_at: row.created_at,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// Which record.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OnSubject {
    pub subject_kind: String,
    pub subject_id: Uuid,
}

/// Objections to a record.
#[utoipa::path(get, path = "/objections", operation_id = "objection.list", tag = "objection", params(OnSubject),
    responses((status = 200, body = Objections), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(of): Ask<OnSubject>) -> Result<Response, Failure> {
    let subject = Subject::new(&of.subject_kind, of.subject_id);
    sight::must_see(call.app(), &call.db(), call.actor(), &subject).await?;
    let rows = queries::of_subject(&call.db(), &subject).await?;
    answered::ok(&Objections {
        items: views(&call.db(), rows).await?,
    })
}

/// An objection to be raised.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RaiseObjection {
    pub subject: Subject,
    #[schema(min_length = 1, max_length = 4000)]
    pub words: String,
}

/// Objects to how a record is handled.
#[utoipa::path(post, path = "/objections", operation_id = "objection.raise", tag = "objection", request_body = RaiseObjection,
    responses((status = 201, body = Objections), (status = "4XX", body = Problem)))]
async fn raise(call: Call, Input(body): Input<RaiseObjection>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::raise(&mut work, &body.subject, body.words).await?;
    let view = Objections {
        items: views(&work.db(), vec![row]).await?,
    };
    work.answer(StatusCode::CREATED, &view).await
}

/// The answer to it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerObjection {
    #[schema(min_length = 1, max_length = 4000)]
    pub answer: String,
}

/// Answers an objection.
#[utoipa::path(post, path = "/objections/{id}/answer", operation_id = "objection.answer", tag = "objection",
    params(("id" = ObjectionId, Path)), request_body = AnswerObjection,
    responses((status = 200, body = Objections), (status = "4XX", body = Problem)))]
async fn answer(
    call: Call,
    At(id): At<ObjectionId>,
    Input(body): Input<AnswerObjection>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::answer(&mut work, id, body.answer).await?;
    let view = Objections {
        items: views(&work.db(), vec![row]).await?,
    };
    work.answer(StatusCode::OK, &view).await
}

/// Takes an objection back.
#[utoipa::path(post, path = "/objections/{id}/withdraw", operation_id = "objection.withdraw", tag = "objection",
    params(("id" = ObjectionId, Path)), responses((status = 200, body = Objections), (status = "4XX", body = Problem)))]
async fn withdraw(call: Call, At(id): At<ObjectionId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::withdraw(&mut work, id).await?;
    let view = Objections {
        items: views(&work.db(), vec![row]).await?,
    };
    work.answer(StatusCode::OK, &view).await
}
