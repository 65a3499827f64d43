//! HTTP of surveys; each is read through the record that it is about.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use xianji_platform::http::{Ask, At, Call, Problem, answer};
use xianji_platform::{App, Failure, Subject, subject};

use super::actions;
use super::entity::{Survey, SurveyId, SurveyState};
use super::queries;

/// Routes of surveys.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(hand_over))
}

/// A question put to a customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct SurveyView {
    pub id: SurveyId,
    pub subject: Subject,
    pub form: String,
    pub state: SurveyState,
    pub expires_at: DateTime<Utc>,
    pub answered_at: Option<DateTime<Utc>>,
    /// Of a hundred.
    pub score: Option<i64>,
    pub created_at: DateTime<Utc>,
    pub version: i64,
}

impl From<Survey> for SurveyView {
    fn from(survey: Survey) -> Self {
        Self {
            id: survey.id,
            subject: survey.subject(),
            form: survey.form,
            state: survey.state,
            expires_at: survey.expires_at,
            answered_at: survey.answered_at,
            score: survey.score,
            created_at: survey.created_at,
            version: survey.version,
        }
    }
}

/// Which record's surveys.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OfSubject {
    /// Kind of the record.
    pub subject_kind: String,
    /// Its id.
    pub subject_id: uuid::Uuid,
}

/// A link to hand over, shown once.
#[derive(Debug, Serialize, ToSchema)]
pub struct SurveyLink {
    /// Address of the form.
    pub link: String,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
}

/// Surveys about a record, newest first.
#[utoipa::path(get, path = "/surveys", operation_id = "survey.list", tag = "survey", params(OfSubject),
    responses((status = 200, body = Vec<SurveyView>), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(of): Ask<OfSubject>) -> Result<Response, Failure> {
    let on = Subject {
        kind: of.subject_kind,
        id: of.subject_id,
    };
    subject::find(call.app(), &call.db(), call.actor(), &on).await?;
    let rows = queries::of_subject(&call.db(), &on).await?;
    answer::ok(&rows.into_iter().map(SurveyView::from).collect::<Vec<_>>())
}

/// Make a link to hand to the customer by other ways.
#[utoipa::path(post, path = "/surveys/{id}/link", operation_id = "survey.link", tag = "survey", params(("id" = SurveyId, Path)),
    responses((status = 200, body = SurveyLink), (status = "4XX", body = Problem)))]
async fn hand_over(call: Call, At(id): At<SurveyId>) -> Result<Response, Failure> {
    let survey = queries::find(&call.db(), id).await?;
    subject::find(call.app(), &call.db(), call.actor(), &survey.subject()).await?;
    let mut work = call.begin().await?;
    let expires_at = survey.expires_at;
    let link = actions::hand_over(&mut work, &survey).await?;
    work.answer(StatusCode::OK, &SurveyLink { link, expires_at })
        .await
}
