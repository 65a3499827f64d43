//! HTTP of files.

use axum::extract::{DefaultBodyLimit, Multipart};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::actions::{self, LARGEST};
use super::entity::File;
use super::queries;
use super::store::Kept;
use crate::app::App;
use crate::failure::{Failure, Invalid};
use crate::http::{Ask, At, Call, Problem, answer};
use crate::id::{FileId, MemberId, Subject};
use crate::subject;

/// Routes of files.
pub fn routes() -> OpenApiRouter<App> {
    let whole = usize::try_from(LARGEST)
        .unwrap_or(usize::MAX)
        .saturating_add(64 * 1024);
    OpenApiRouter::new()
        .routes(routes!(upload, list))
        .layer(DefaultBodyLimit::max(whole))
        .routes(routes!(archive))
        .routes(routes!(download))
}

/// A file on a record.
#[derive(Debug, Serialize, ToSchema)]
pub struct FileView {
    /// The file row.
    pub id: FileId,
    /// The record.
    pub subject: Subject,
    /// Its name.
    pub name: String,
    /// What its bytes are.
    pub media_type: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Bytes.
    pub size: i64,
    /// Who attached it.
    pub uploaded_by: Option<MemberId>,
    /// When.
    pub created_at: DateTime<Utc>,
}

impl From<File> for FileView {
    fn from(file: File) -> Self {
        Self {
            id: file.id,
            subject: Subject {
                kind: file.subject_kind,
                id: file.subject_id,
            },
            name: file.name,
            media_type: file.media_type,
            sha256: file.sha256,
            size: file.size,
            uploaded_by: file.uploaded_by,
            created_at: file.created_at,
        }
    }
}

/// Which record's files.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OfSubject {
    /// Kind of the record.
    pub subject_kind: String,
    /// Its id.
    pub subject_id: uuid::Uuid,
}

/// A file to attach.
#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "describes the form in the API's document; it is read part by part"
)]
pub struct UploadForm {
    /// Kind of the record.
    subject_kind: String,
    /// Its id.
    subject_id: uuid::Uuid,
    /// The bytes; after the other two.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// Attach a file to a record.
#[utoipa::path(post, path = "/files", operation_id = "file.upload", tag = "file",
    request_body(content = UploadForm, content_type = "multipart/form-data"),
    responses((status = 201, body = FileView), (status = "4XX", body = Problem)))]
async fn upload(
    call: Call,
    form: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Result<Response, Failure> {
    let mut form = form.map_err(|_| Invalid::one("", "unreadable"))?;
    let (mut kind, mut id, mut kept) = (None, None, None::<(String, Kept)>);
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        match field.name().unwrap_or_default() {
            "subject_kind" => kind = Some(field.text().await.map_err(unreadable)?),
            "subject_id" => id = field.text().await.map_err(unreadable)?.parse::<uuid::Uuid>().ok(),
            "file" => {
                let name = field.file_name().unwrap_or("file").to_owned();
                kept = Some((name, call.app().files().keep_stream(field, LARGEST).await?));
            }
            other => return Err(Invalid::one(format!("/{other}"), "unknown-field").into()),
        }
    }
    let missing = [
        ("/subject_kind", kind.is_none()),
        ("/subject_id", id.is_none()),
        ("/file", kept.is_none()),
    ];
    let faults: Vec<_> = missing
        .iter()
        .filter(|(_, missing)| *missing)
        .map(|(at, _)| crate::failure::FieldFault::at(*at, "required"))
        .collect();
    let (Some(kind), Some(id), Some((name, kept))) = (kind, id, kept) else {
        return Err(Invalid(faults).into());
    };
    let mut work = call
        .begin_upload(&[&kind, &id.to_string(), &name, &kept.sha256])
        .await?;
    let media = actions::sniff(&kept.head, &name);
    let file = actions::attach(&mut work, Subject { kind, id }, &name, media, &kept).await?;
    work.answer(StatusCode::CREATED, &FileView::from(file)).await
}

/// What is wrong with a form that cannot be read.
pub(crate) fn unreadable(error: axum::extract::multipart::MultipartError) -> Failure {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return crate::failure::TooLarge.into();
    }
    Invalid(vec![
        crate::failure::FieldFault::at("", "unreadable").with("words", error.body_text()),
    ])
    .into()
}

/// Files of a record, oldest first.
#[utoipa::path(get, path = "/files", operation_id = "file.list", tag = "file", params(OfSubject),
    responses((status = 200, body = Vec<FileView>), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(of): Ask<OfSubject>) -> Result<Response, Failure> {
    let on = Subject {
        kind: of.subject_kind,
        id: of.subject_id,
    };
    subject::find(call.app(), &call.db(), call.actor(), &on).await?;
    let rows = queries::of_subject(&call.db(), &on).await?;
    answer::ok(&rows.into_iter().map(FileView::from).collect::<Vec<_>>())
}

async fn seen(call: &Call, id: FileId) -> Result<File, Failure> {
    let file = queries::find(&call.db(), id).await?;
    let on = Subject {
        kind: file.subject_kind.clone(),
        id: file.subject_id,
    };
    subject::find(call.app(), &call.db(), call.actor(), &on).await?;
    Ok(file)
}

/// The bytes of a file, as an attachment.
#[utoipa::path(get, path = "/files/{id}/content", operation_id = "file.download", tag = "file", params(("id" = FileId, Path)),
    responses((status = 200, content_type = "application/octet-stream"), (status = "4XX", body = Problem)))]
async fn download(call: Call, At(id): At<FileId>) -> Result<Response, Failure> {
    let file = seen(&call, id).await?;
    let mut response = attachment(call.app(), &file.sha256, &file.name).await?;
    response
        .headers_mut()
        .insert(header::CONTENT_LENGTH, HeaderValue::from(file.size));
    Ok(response)
}

/// Kept bytes as an attachment of this name, which no browser opens by itself.
pub async fn attachment(app: &App, sha256: &str, name: &str) -> Result<Response, Failure> {
    let stream = app.files().read_stream(sha256).await?;
    let mut response = axum::body::Body::from_stream(stream).into_response();
    disposition(&mut response, name);
    Ok(response)
}

/// Makes an answer an attachment of this name, which no browser opens by itself.
pub fn disposition(response: &mut Response, name: &str) {
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/octet-stream"),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename*=UTF-8''{}", percent(name))) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
}

/// RFC 5987 form of a file name.
fn percent(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    name.bytes()
        .map(|byte| {
            if plain(byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

/// Take a file away from its record.
#[utoipa::path(post, path = "/files/{id}/archive", operation_id = "file.archive", tag = "file", params(("id" = FileId, Path)),
    responses((status = 204), (status = "4XX", body = Problem)))]
async fn archive(call: Call, At(id): At<FileId>) -> Result<Response, Failure> {
    let file = seen(&call, id).await?;
    let mut work = call.begin().await?;
    actions::archive(&mut work, file).await?;
    work.answer_empty().await
}
