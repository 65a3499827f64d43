//! What is done with imports.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Multipart};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::super::actions::{self, Source};
use super::super::entity::{Model as ImportRun, OnDuplicate};
use super::super::file::look;
use super::super::sheet::Format;
use super::super::{preview, queries};
use super::view::ImportRunView;
use crate::app::App;
use crate::failure::{Failure, FieldFault, Invalid};
use crate::file::Kept;
use crate::file::actions::LARGEST;
use crate::file::api::unreadable;
use crate::http::{At, Call, Input, Problem};
use crate::id::ImportRunId;
use crate::work::Work;

/// Routes that write.
pub fn routes() -> OpenApiRouter<App> {
    let whole = usize::try_from(LARGEST)
        .unwrap_or(usize::MAX)
        .saturating_add(64 * 1024);
    OpenApiRouter::new()
        .routes(routes!(upload))
        .layer(DefaultBodyLimit::max(whole))
        .routes(routes!(map))
        .routes(routes!(check))
        .routes(routes!(start))
        .routes(routes!(cancel))
        .routes(routes!(undo))
}

/// A file to take in.
#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "describes the form in the API's document; it is read part by part"
)]
pub struct ImportForm {
    /// Kind of the records: `customer`.
    kind: String,
    /// The bytes: xlsx, a text with delimiters, or vCard; after the kind.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// Takes in a file and answers what its columns seem to mean. Nothing is made yet.
#[utoipa::path(post, path = "/imports", operation_id = "import_run.upload", tag = "import",
    request_body(content = ImportForm, content_type = "multipart/form-data"),
    responses((status = 201, body = ImportRunView), (status = "4XX", body = Problem)))]
async fn upload(call: Call, form: Result<Multipart, MultipartRejection>) -> Result<Response, Failure> {
    let form = form.map_err(|_| Invalid::one("", "unreadable"))?;
    let (kind, name, kept) = parts(&call, form).await?;
    // Read outside the transaction, so that nobody waits for a large file.
    let looked = look(call.app(), call.actor(), &kind, &kept.sha256).await?;
    let mut work = call.begin_upload(&[&kind, &name, &kept.sha256]).await?;
    let source = Source {
        kind: &kind,
        name: &name,
        kept: &kept,
    };
    let run = actions::upload(&mut work, source, looked).await?;
    answered(work, StatusCode::CREATED, run).await
}

async fn parts(call: &Call, mut form: Multipart) -> Result<(String, String, Kept), Failure> {
    let (mut kind, mut kept) = (None, None::<(String, Kept)>);
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        match field.name().unwrap_or_default() {
            "kind" => kind = Some(field.text().await.map_err(unreadable)?),
            "file" => {
                let name = field.file_name().unwrap_or("file").to_owned();
                kept = Some((name, call.app().files().keep_stream(field, LARGEST).await?));
            }
            other => return Err(Invalid::one(format!("/{other}"), "unknown-field").into()),
        }
    }
    match (kind, kept) {
        (Some(kind), Some((name, kept))) => Ok((kind, name, kept)),
        (kind, kept) => {
            let missing = [("/kind", kind.is_none()), ("/file", kept.is_none())];
            let missing = missing.iter().filter(|(_, missing)| *missing);
            Err(Invalid(missing.map(|(at, _)| FieldFault::at(*at, "required")).collect()).into())
        }
    }
}

async fn answered(work: Work, status: StatusCode, run: ImportRun) -> Result<Response, Failure> {
    let judged = work.judged([&run]).await?;
    let view = ImportRunView::load(work.app(), &work.db(), &judged, run).await?;
    work.answer(status, &view).await
}

/// How the file is read and what its columns fill; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MapImport {
    /// The sheet of a workbook.
    #[schema(max_length = 100)]
    pub sheet: Option<String>,
    /// Encoding of a text: `UTF-8`, `gb18030`, `UTF-16LE`.
    #[schema(max_length = 40)]
    pub encoding: Option<String>,
    /// Delimiter of a text: one ASCII character.
    #[schema(min_length = 1, max_length = 1)]
    pub delimiter: Option<String>,
    /// Line of the headings.
    #[schema(minimum = 1, maximum = 1_048_576)]
    pub header_row: Option<u32>,
    /// For each column the field that it fills, or `null`. Remembered for files with the same headings.
    #[schema(max_items = 200)]
    pub fields: Option<Vec<Option<String>>>,
    /// What is done with a row whose record is there.
    pub on_duplicate: Option<OnDuplicate>,
}

/// Says how the file is read, what each column fills and what is done with rows whose record is there.
#[utoipa::path(post, path = "/imports/{id}/map", operation_id = "import_run.map", tag = "import",
    params(("id" = ImportRunId, Path)), request_body = MapImport,
    responses((status = 200, body = ImportRunView), (status = "4XX", body = Problem)))]
async fn map(
    call: Call,
    At(id): At<ImportRunId>,
    Input(body): Input<MapImport>,
) -> Result<Response, Failure> {
    let run = queries::find(&call.db(), &call.scope("import_run.read"), id).await?;
    let kept: Format = serde_json::from_value(run.format.clone())?;
    let format = Format {
        sheet: body.sheet.or_else(|| kept.sheet.clone()),
        encoding: body.encoding.or_else(|| kept.encoding.clone()),
        delimiter: body.delimiter.or_else(|| kept.delimiter.clone()),
        ..kept
    };
    let looked = preview::look(call.app(), call.actor(), &run, Some(format), body.header_row).await?;
    let mut work = call.begin().await?;
    let run = actions::map(&mut work, id, looked, body.fields, body.on_duplicate).await?;
    answered(work, StatusCode::OK, run).await
}

/// Looks at every row, in the background, before anything is made.
#[utoipa::path(post, path = "/imports/{id}/check", operation_id = "import_run.check", tag = "import",
    params(("id" = ImportRunId, Path)), responses((status = 200, body = ImportRunView), (status = "4XX", body = Problem)))]
async fn check(call: Call, At(id): At<ImportRunId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let run = actions::check(&mut work, id).await?;
    answered(work, StatusCode::OK, run).await
}

/// Takes the rows in, in the background.
#[utoipa::path(post, path = "/imports/{id}/start", operation_id = "import_run.start", tag = "import",
    params(("id" = ImportRunId, Path)), responses((status = 200, body = ImportRunView), (status = "4XX", body = Problem)))]
async fn start(call: Call, At(id): At<ImportRunId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let run = actions::start(&mut work, id).await?;
    answered(work, StatusCode::OK, run).await
}

/// Stops it; what was made stays.
#[utoipa::path(post, path = "/imports/{id}/cancel", operation_id = "import_run.cancel", tag = "import",
    params(("id" = ImportRunId, Path)), responses((status = 200, body = ImportRunView), (status = "4XX", body = Problem)))]
async fn cancel(call: Call, At(id): At<ImportRunId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let run = actions::cancel(&mut work, id).await?;
    answered(work, StatusCode::OK, run).await
}

/// Takes back what it made, in the background, as far as nobody has done anything with it since.
#[utoipa::path(post, path = "/imports/{id}/undo", operation_id = "import_run.undo", tag = "import",
    params(("id" = ImportRunId, Path)), responses((status = 200, body = ImportRunView), (status = "4XX", body = Problem)))]
async fn undo(call: Call, At(id): At<ImportRunId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let run = actions::undo(&mut work, id).await?;
    answered(work, StatusCode::OK, run).await
}
