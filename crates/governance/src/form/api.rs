//! HTTP of forms and filed sheets.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use xianji_kernel::text::Language;
use xianji_platform::http::{Ask, At, Call, Input, Problem, Visit, answer};
use xianji_platform::{Actor, App, Failure, MemberId, Subject};

use super::actions::{self, NewFiling};
use super::entity::{Filing, FilingId};
use super::link;
use super::model::Sheet;
use super::queries;
use super::view::{FilingView, FormCan, FormView, fields};
use crate::engine::{Case, Context, Roots};
use crate::sight;

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(describe))
        .routes(routes!(list, file))
        .routes(routes!(read))
        .routes(routes!(describe_public, answer_public))
}

/// Which record.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OfSubject {
    pub subject_kind: String,
    pub subject_id: Uuid,
}

/// Which sheets on a record.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FilingsQuery {
    pub subject_kind: String,
    pub subject_id: Uuid,
    /// Sheets of this form alone.
    pub form: Option<String>,
    /// Sheets before this one: `next` of the page before.
    pub before: Option<FilingId>,
    /// Sheets on the page, at most 200.
    pub limit: Option<u64>,
}

impl OfSubject {
    fn subject(&self) -> Subject {
        Subject::new(&self.subject_kind, self.subject_id)
    }
}

/// The form with what is pre-filled for this record.
#[utoipa::path(get, path = "/forms/{form}", operation_id = "form.read", tag = "form", params(("form" = String, Path), OfSubject),
    responses((status = 200, body = FormView), (status = "4XX", body = Problem)))]
async fn describe(call: Call, At(form): At<String>, Ask(of): Ask<OfSubject>) -> Result<Response, Failure> {
    let subject = of.subject();
    sight::must_see(call.app(), &call.db(), call.actor(), &subject).await?;
    answer::ok(&described(&Context::read(call.app()), call.actor(), &subject, &form).await?)
}

async fn described(
    ctx: &Context<'_>,
    actor: &Actor,
    subject: &Subject,
    form: &str,
) -> Result<FormView, Failure> {
    let case = Case::load(ctx, subject)
        .await?
        .ok_or_else(|| Failure::not_found("record"))?;
    let form = actions::form_of(&case, form)?;
    let asked = case.holds(ctx, form.when.as_ref(), &Roots::none()).await?;
    Ok(FormView {
        id: form.id.clone(),
        name: form.name.get(actor.language).to_owned(),
        fields: fields(ctx, &case, form, actor.language).await?,
        values: actions::prefilled(ctx, &case, form).await?,
        present: form.present,
        anonymous: form.anonymous,
        pass: form.pass,
        newest: queries::newest(&ctx.db, subject, &form.id)
            .await?
            .map(|filing| filing.id),
        can: FormCan {
            file: asked
                && case.still_written(ctx).is_ok()
                && actions::may_file(ctx, actor, &case, form).await?,
        },
    })
}

/// A sheet to be filed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FileSheet {
    #[schema(max_length = 100)]
    pub form: String,
    pub subject: Subject,
    /// Values by field id.
    #[schema(value_type = Object)]
    pub fields: Map<String, Value>,
    /// Why a value differs from what was pre-filled, by field id.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub reasons: Map<String, Value>,
    /// Who was present, for minutes.
    #[serde(default)]
    #[schema(max_items = 500)]
    pub present: Vec<MemberId>,
    /// The sheet whose place it takes; without, the newest.
    pub replaces: Option<FilingId>,
}

/// Files a sheet.
#[utoipa::path(post, path = "/filings", operation_id = "form.file", tag = "form", request_body = FileSheet,
    responses((status = 201, body = FilingView), (status = "4XX", body = Problem)))]
async fn file(call: Call, Input(body): Input<FileSheet>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let sheet = Sheet {
        fields: body.fields,
        reasons: body.reasons,
    };
    let new = NewFiling {
        form: body.form,
        subject: body.subject,
        sheet,
        present: body.present,
        replaces: body.replaces,
    };
    let filing = actions::file(&mut work, new).await?;
    let view = viewed(&Context::of(&work), filing, work.actor().language).await?;
    work.answer(StatusCode::CREATED, &view).await
}

async fn viewed(ctx: &Context<'_>, filing: Filing, language: Language) -> Result<FilingView, Failure> {
    let named = filing.present_members().into_iter().chain(filing.filed_by);
    let names = sight::names(&ctx.db, named).await?;
    Ok(FilingView::of(ctx, filing, language, &names))
}

/// A filed sheet.
#[utoipa::path(get, path = "/filings/{id}", operation_id = "form.read_filing", tag = "form", params(("id" = FilingId, Path)),
    responses((status = 200, body = FilingView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<FilingId>) -> Result<Response, Failure> {
    let filing = queries::find(&call.db(), id).await?;
    if filing.filed_by != call.actor().member() {
        sight::must_see(call.app(), &call.db(), call.actor(), &filing.subject()).await?;
    }
    answer::ok(&viewed(&Context::read(call.app()), filing, call.actor().language).await?)
}

/// Sheets on a record, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Filings {
    pub items: Vec<FilingView>,
    /// Where the next page begins, if there is one.
    pub next: Option<FilingId>,
}

/// Sheets filed on a record.
#[utoipa::path(get, path = "/filings", operation_id = "form.list", tag = "form", params(FilingsQuery),
    responses((status = 200, body = Filings), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(of): Ask<FilingsQuery>) -> Result<Response, Failure> {
    let (db, subject) = (call.db(), Subject::new(&of.subject_kind, of.subject_id));
    sight::must_see(call.app(), &db, call.actor(), &subject).await?;
    let limit = of.limit.unwrap_or(50).clamp(1, 200);
    let mut filings = queries::of_subject(&db, &subject, of.form.as_deref(), of.before, limit + 1).await?;
    let size = usize::try_from(limit).unwrap_or(usize::MAX);
    let has_more = filings.len() > size;
    filings.truncate(size);
    let next = filings.last().filter(|_| has_more).map(|last| last.id);
    let named = filings
        .iter()
        .flat_map(|filing| filing.present_members().into_iter().chain(filing.filed_by));
    let names = sight::names(&db, named).await?;
    let ctx = Context::read(call.app());
    let items = filings
        .into_iter()
        .map(|filing| FilingView::of(&ctx, filing, call.actor().language, &names))
        .collect();
    answer::ok(&Filings { items, next })
}

/// What a customer sends.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerSheet {
    #[schema(value_type = Object)]
    pub fields: Map<String, Value>,
}

/// The form behind a customer's link; it shows nothing of the record but what the form itself asks.
#[utoipa::path(get, path = "/public/forms/{token}", operation_id = "form.read_public", tag = "form", params(("token" = String, Path)),
    responses((status = 200, body = FormView), (status = "4XX", body = Problem)))]
async fn describe_public(
    State(app): State<App>,
    At(token): At<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let link = link::find(&app.reader(), &token, app.now()).await?;
    let actor = Actor::customer(xianji_platform::http::language(&headers));
    let mut form = described(&Context::read(&app), &actor, &link.subject(), link.form()).await?;
    form.can.file = true;
    form.newest = None;
    answer::ok(&form)
}

/// Files what the customer filled in; the link is then closed.
#[utoipa::path(post, path = "/public/forms/{token}", operation_id = "form.answer_public", tag = "form",
    params(("token" = String, Path)), request_body = AnswerSheet, responses((status = 204), (status = "4XX", body = Problem)))]
async fn answer_public(
    visit: Visit,
    At(token): At<String>,
    Input(body): Input<AnswerSheet>,
) -> Result<Response, Failure> {
    let mut work = visit.begin_as_customer().await?;
    link::answer(
        &mut work,
        &token,
        Sheet {
            fields: body.fields,
            reasons: Map::new(),
        },
    )
    .await?;
    work.answer_empty().await
}
