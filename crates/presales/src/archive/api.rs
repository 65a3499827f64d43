//! HTTP of archives.

use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::{DefaultBodyLimit, Multipart};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_governance::Context;
use xianji_platform::failure::TooLarge;
use xianji_platform::file::Kept;
use xianji_platform::file::actions::{LARGEST, keep_row, sniff};
use xianji_platform::http::{At, Call, Problem, answer};
use xianji_platform::{App, Failure, FieldFault, FileId, Invalid, MemberId, Owned};

use super::actions::{self, NewItem};
use super::model::{ArchiveItem, ArchiveSeal};
use super::queries::{self, Standing};
use super::verify::{self, ArchiveReport};
use crate::id::{ArchiveItemId, ProjectId};
use crate::project;
use xianji_platform::record::people::{MemberName, Names};

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    let whole = usize::try_from(LARGEST)
        .unwrap_or(usize::MAX)
        .saturating_add(64 * 1024);
    OpenApiRouter::new()
        .routes(routes!(file_deliverable))
        .layer(DefaultBodyLimit::max(whole))
        .routes(routes!(read))
        .routes(routes!(check))
}

/// A document.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ArchiveItemView {
    pub id: ArchiveItemId,
    pub version: i64,
    /// Its kind in the pack.
    pub deliverable: String,
    /// The stage that the project was in.
    pub stage: Option<String>,
    pub revision: i32,
    pub title: String,
    /// Its file, downloaded at `/files/{id}/content`.
    pub file_id: Option<FileId>,
    /// `form_filing`, where it is a sheet.
    pub record_kind: Option<String>,
    pub record_id: Option<uuid::Uuid>,
    pub sha256: Option<String>,
    pub electronic: bool,
    pub paper: bool,
    /// Where the paper lies.
    pub place: Option<String>,
    pub keeper: Option<MemberName>,
    pub filed_by: Option<MemberName>,
    /// A newer revision took its place.
    pub replaced_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
}

impl ArchiveItemView {
    fn of(names: &Names, item: ArchiveItem) -> Self {
        Self {
            id: item.id,
            version: item.version,
            deliverable: item.deliverable,
            stage: item.stage,
            revision: item.revision,
            title: item.title,
            file_id: item.file_id,
            record_kind: item.record_kind,
            record_id: item.record_id,
            sha256: item.sha256,
            electronic: item.electronic,
            paper: item.paper,
            place: item.place,
            keeper: item.keeper_id.map(|id| names.one(id)),
            filed_by: item.filed_by.map(|id| names.one(id)),
            replaced_at: item.replaced_at,
            created_at: item.created_at,
        }
    }
}

/// A deliverable of the pack with its documents.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DeliverableView {
    /// Its id in the pack.
    pub id: String,
    /// Its name in the reader's language.
    pub name: String,
    /// From this stage on it is asked for; without, before the archive is closed.
    pub stage: Option<String>,
    pub standing: Standing,
    /// The form that it comes out of, if it does.
    pub form: Option<String>,
    /// `electronic`, `paper`, as far as the pack says.
    pub copies: Vec<&'static str>,
    pub items: Vec<ArchiveItemView>,
}

/// A project's archive.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ArchiveView {
    /// Nothing mandatory is missing by now.
    pub complete: bool,
    /// Mandatory documents that are not on file.
    pub missing: usize,
    pub deliverables: Vec<DeliverableView>,
    pub seal: Option<SealView>,
    /// `project.file_deliverable`, if the reader may.
    pub can: Vec<String>,
}

/// The seal of a closed archive.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SealView {
    /// SHA-256 of the manifest.
    pub hash: String,
    pub complete: bool,
    pub sealed_at: DateTime<Utc>,
    pub sealed_by: Option<MemberName>,
}

/// A document to put on file.
#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "describes the form in the API's document; it is read part by part"
)]
pub struct FileDeliverable {
    /// Its kind in the pack.
    deliverable: String,
    /// What it is called; the file's name, if left out.
    title: Option<String>,
    /// `true` when paper is kept.
    paper: Option<String>,
    /// Where the paper lies.
    place: Option<String>,
    /// The document whose place it takes.
    replaces: Option<uuid::Uuid>,
    /// The bytes.
    #[schema(value_type = Option<String>, format = Binary)]
    file: Option<Vec<u8>>,
}

/// Puts a document on file.
#[utoipa::path(post, path = "/projects/{id}/archive-items", operation_id = "project.file_deliverable", tag = "archive",
    params(("id" = ProjectId, Path)), request_body(content = FileDeliverable, content_type = "multipart/form-data"),
    responses((status = 201, body = ArchiveItemView), (status = "4XX", body = Problem)))]
async fn file_deliverable(
    call: Call,
    At(id): At<ProjectId>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Failure> {
    let (mut new, kept) = parts(&call, form).await?;
    let said = said_of(&new);
    let file = kept
        .as_ref()
        .map(|(name, kept)| [name.as_str(), kept.sha256.as_str()]);
    let told: Vec<&str> = said
        .iter()
        .map(String::as_str)
        .chain(file.into_iter().flatten())
        .collect();
    let mut work = call.begin_upload(&told).await?;
    let (project, deliverable) = actions::open_for_filing(&mut work, id, &new.deliverable).await?;
    if let Some((name, kept)) = kept {
        let media = sniff(&kept.head, &name);
        let file = keep_row(&mut work, project.subject(), &name, media, &kept).await?;
        new.file = Some((file.id, file.name, file.sha256));
    }
    let item = actions::file_deliverable(&mut work, &project, &deliverable, new).await?;
    let names = Names::read(&work.db(), item.keeper_id.into_iter().chain(item.filed_by)).await?;
    let view = ArchiveItemView::of(&names, item);
    work.answer(StatusCode::CREATED, &view).await
}

/// The words of a form, for its key; the file is told beside them.
fn said_of(new: &NewItem) -> Vec<String> {
    vec![
        new.deliverable.clone(),
        new.title.clone().unwrap_or_default(),
        new.paper.to_string(),
        new.place.clone().unwrap_or_default(),
        new.replaces.map(|id| id.to_string()).unwrap_or_default(),
    ]
}

/// Reads the form part by part; bytes go to the file store as they come, where they lie unnamed until the write names them.
async fn parts(
    call: &Call,
    form: Result<Multipart, MultipartRejection>,
) -> Result<(NewItem, Option<(String, Kept)>), Failure> {
    let mut form = form.map_err(|_| Invalid::one("", "unreadable"))?;
    let (mut new, mut kept) = (NewItem::default(), None);
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            let called = field.file_name().unwrap_or("file").to_owned();
            kept = Some((called, call.app().files().keep_stream(field, LARGEST).await?));
            continue;
        }
        let text = field.text().await.map_err(unreadable)?;
        if text.chars().count() > 500 {
            return Err(Invalid(vec![
                FieldFault::at(format!("/{name}"), "too-long").with("limit", 500),
            ])
            .into());
        }
        match name.as_str() {
            "deliverable" => new.deliverable = text,
            "title" => new.title = Some(text),
            "paper" => new.paper = text == "true",
            "place" => new.place = Some(text),
            "replaces" => {
                new.replaces = Some(
                    text.parse()
                        .map_err(|_| Invalid::one("/replaces", "wrong-type"))?,
                )
            }
            _ => return Err(Invalid::one(format!("/{name}"), "unknown-field").into()),
        }
    }
    if new.deliverable.is_empty() {
        return Err(Invalid::one("/deliverable", "required").into());
    }
    Ok((new, kept))
}

fn unreadable(error: MultipartError) -> Failure {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return TooLarge.into();
    }
    Invalid(vec![
        FieldFault::at("", "unreadable").with("words", error.body_text()),
    ])
    .into()
}

/// A project's archive: what is on file, what is missing, what is asked for later.
#[utoipa::path(get, path = "/projects/{id}/archive", operation_id = "project.read_archive", tag = "archive",
    params(("id" = ProjectId, Path)), responses((status = 200, body = ArchiveView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<ProjectId>) -> Result<Response, Failure> {
    let context = Context::read(call.app());
    let project = project::queries::find(&context.db, &call.scope("project.read"), id).await?;
    let items = queries::items(&context.db, id).await?;
    let standings = queries::standings(&context, &project, &items).await?;
    let seal = queries::seal(&context.db, id).await?;
    let names = Names::read(&context.db, people(&items, seal.as_ref())).await?;
    let judged = call.judged([&project]).await?;
    let can = !project.is_closed() && judged.may_on("project.file_deliverable", &project);
    answer::ok(&ArchiveView {
        complete: !standings
            .iter()
            .any(|(_, standing)| *standing == Standing::Missing),
        missing: standings
            .iter()
            .filter(|(_, standing)| *standing == Standing::Missing)
            .count(),
        deliverables: deliverables(&call, &project, &names, &items, standings),
        seal: seal.map(|seal| seal_view(&names, seal)),
        can: can
            .then(|| "project.file_deliverable".to_owned())
            .into_iter()
            .collect(),
    })
}

fn people(items: &[ArchiveItem], seal: Option<&ArchiveSeal>) -> Vec<MemberId> {
    let named = items.iter().flat_map(|item| [item.keeper_id, item.filed_by]);
    named.chain(seal.map(|seal| seal.sealed_by)).flatten().collect()
}

fn deliverables(
    call: &Call,
    project: &project::Project,
    names: &Names,
    items: &[ArchiveItem],
    standings: Vec<(String, Standing)>,
) -> Vec<DeliverableView> {
    let book = call.app().policies();
    let Some(pack) = project.pack_version_id.and_then(|id| book.version(id)) else {
        return Vec::new();
    };
    let view = |(id, standing): (String, Standing)| {
        let known = pack.deliverables.get(&id)?;
        let mine = items.iter().filter(|item| item.deliverable == id).cloned();
        Some(DeliverableView {
            name: known.name.get(call.actor().language).to_owned(),
            stage: known.stage.clone(),
            standing,
            form: known.from.as_ref().map(|from| from.id.clone()),
            copies: known.copies.iter().map(medium).collect(),
            items: mine.map(|item| ArchiveItemView::of(names, item)).collect(),
            id,
        })
    };
    standings.into_iter().filter_map(view).collect()
}

fn medium(medium: &xianji_policy::model::Medium) -> &'static str {
    match medium {
        xianji_policy::model::Medium::Electronic => "electronic",
        xianji_policy::model::Medium::Paper => "paper",
    }
}

fn seal_view(names: &Names, seal: ArchiveSeal) -> SealView {
    SealView {
        hash: seal.hash,
        complete: seal.complete,
        sealed_at: seal.sealed_at,
        sealed_by: seal.sealed_by.map(|id| names.one(id)),
    }
}

/// Looks at every document of a closed archive, byte by byte.
#[utoipa::path(get, path = "/projects/{id}/archive/verify", operation_id = "project.verify_archive", tag = "archive",
    params(("id" = ProjectId, Path)), responses((status = 200, body = ArchiveReport), (status = "4XX", body = Problem)))]
async fn check(call: Call, At(id): At<ProjectId>) -> Result<Response, Failure> {
    let db = call.db();
    project::queries::find(&db, &call.scope("project.read"), id).await?;
    answer::ok(&verify::verify(call.app(), &db, id).await?)
}
