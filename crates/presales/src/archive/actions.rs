//! Putting documents into an archive, closing it.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ExprTrait, IntoActiveModel};
use serde_json::json;
use xianji_governance::engine::resolve;
use xianji_governance::{Case, Context, Roots};
use xianji_platform::ledger::{canonical, hash, instant};
use xianji_platform::record::patch;
use xianji_platform::{Failure, FieldFault, FileId, Invalid, Owned, Work};
use xianji_policy::model::Deliverable;

use super::entity::{item, seal};
use super::model::{ArchiveError, ArchiveItem, ArchiveSeal, Manifest, ManifestItem};
use super::queries;
use crate::gates;
use crate::id::{ArchiveItemId, ProjectId};
use crate::project::actions::{open, pack_of};
use crate::project::{self, Project, ProjectDeliverableFiled};

/// A document to put into an archive.
#[derive(Clone, Debug, Default)]
pub struct NewItem {
    pub deliverable: String,
    pub title: Option<String>,
    pub file: Option<(FileId, String, String)>,
    pub paper: bool,
    pub place: Option<String>,
    /// The document whose place it takes.
    pub replaces: Option<ArchiveItemId>,
}

/// A project into whose archive the actor may put this; asked before the bytes are kept in it.
pub async fn open_for_filing(
    work: &mut Work,
    id: ProjectId,
    deliverable: &str,
) -> Result<(Project, Deliverable), Failure> {
    let project = open(work, id, "project.file_deliverable").await?;
    let pack = pack_of(work, &project)?;
    let known = pack
        .deliverables
        .get(deliverable)
        .filter(|known| known.of == "project");
    let known = known.ok_or_else(|| ArchiveError::NoSuchDeliverable(deliverable.to_owned()))?;
    gates::pass(work, &project, &["project.file_deliverable"]).await?;
    Ok((project, known.clone()))
}

/// Puts a document on file: a file, paper in a place, or both.
pub async fn file_deliverable(
    work: &mut Work,
    project: &Project,
    deliverable: &Deliverable,
    new: NewItem,
) -> Result<ArchiveItem, Failure> {
    if new.file.is_none() && !new.paper {
        return Err(Invalid(vec![FieldFault::at("/file", "required")]).into());
    }
    if new.paper && patch::tidy(new.place.clone()).is_none() {
        return Err(Invalid(vec![FieldFault::at("/place", "required")]).into());
    }
    let name = new.file.as_ref().map(|(_, name, _)| name.clone());
    let title = patch::tidy(new.title)
        .or(name)
        .unwrap_or_else(|| deliverable.id.clone());
    let row = ArchiveItem {
        title,
        file_id: new.file.as_ref().map(|(id, ..)| *id),
        sha256: new.file.map(|(.., sha256)| sha256),
        paper: new.paper,
        place: patch::tidy(new.place),
        ..blank(work, project, deliverable).await?
    };
    let row = ArchiveItem {
        electronic: row.file_id.is_some(),
        ..row
    };
    let before = queries::items(&work.db(), project.id).await?;
    let before = before.iter().find(|item| Some(item.id) == new.replaces);
    let stays = before.is_some_and(|before| !row.covers(before));
    keep(work, row, new.replaces.filter(|_| !stays)).await
}

/// Puts a filed sheet on file; a sheet filed anew takes the place of the one before.
pub async fn file_sheet(
    work: &mut Work,
    project: &Project,
    deliverable: &Deliverable,
    filing: Uuid,
    title: &str,
) -> Result<ArchiveItem, Failure> {
    let before = queries::items(&work.db(), project.id).await?;
    let replaces = before.iter().rev().find(|item| {
        item.deliverable == deliverable.id
            && item.replaced_at.is_none()
            && item.record_kind.as_deref() == Some(SHEET)
    });
    let sheet = xianji_governance::form::queries::find(&work.db(), filing.into()).await?;
    let row = ArchiveItem {
        title: title.to_owned(),
        record_kind: Some(SHEET.into()),
        record_id: Some(filing),
        sha256: Some(hash(canonical(&sheet.fields)?.as_bytes())),
        electronic: true,
        ..blank(work, project, deliverable).await?
    };
    keep(work, row, replaces.map(|item| item.id)).await
}

/// What an archive item that is a sheet refers to.
pub const SHEET: &str = "form_filing";

async fn blank(
    work: &mut Work,
    project: &Project,
    deliverable: &Deliverable,
) -> Result<ArchiveItem, Failure> {
    let revisions = queries::items(&work.db(), project.id).await?;
    let last = revisions
        .iter()
        .filter(|item| item.deliverable == deliverable.id)
        .map(|item| item.revision)
        .max();
    Ok(ArchiveItem {
        id: work.next_id(),
        project_id: project.id,
        deliverable: deliverable.id.clone(),
        stage: Some(project.stage.clone()),
        revision: last.unwrap_or(0) + 1,
        title: String::new(),
        file_id: None,
        record_kind: None,
        record_id: None,
        sha256: None,
        electronic: false,
        paper: false,
        place: None,
        keeper_id: keeper(work, project, deliverable).await?,
        filed_by: work.actor().member(),
        replaced_at: None,
        version: 1,
        created_at: work.now,
        updated_at: work.now,
    })
}

async fn keeper(
    work: &Work,
    project: &Project,
    deliverable: &Deliverable,
) -> Result<Option<xianji_platform::MemberId>, Failure> {
    let Some(who) = &deliverable.keeper else {
        return Ok(None);
    };
    let context = Context::of(work);
    let Some(case) = Case::load(&context, &project.subject()).await? else {
        return Ok(None);
    };
    Ok(resolve(&context, &case, who, &Roots::default())
        .await?
        .members
        .first()
        .copied())
}

async fn keep(
    work: &mut Work,
    row: ArchiveItem,
    replaces: Option<ArchiveItemId>,
) -> Result<ArchiveItem, Failure> {
    if let Some(before) = replaces {
        replace(work, &row, before).await?;
    }
    item::Entity::insert(row.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await?;
    work.record(ProjectDeliverableFiled {
        project: row.project_id,
        deliverable: row.deliverable.clone(),
        stage: row.stage.clone(),
        revision: row.revision,
        sha256: row.sha256.clone(),
    })
    .await?;
    let filed = format!("deliverable:{}.filed", row.deliverable);
    let subject = xianji_platform::Subject::new("project", row.project_id);
    work.record_named(
        &filed,
        subject,
        json!({ "stage": row.stage, "revision": row.revision }),
    )
    .await?;
    Ok(row)
}

async fn replace(work: &Work, row: &ArchiveItem, before: ArchiveItemId) -> Result<(), Failure> {
    let done = item::Entity::update_many()
        .col_expr(item::Column::ReplacedAt, Expr::value(work.now))
        .col_expr(item::Column::UpdatedAt, Expr::value(work.now))
        .col_expr(item::Column::Version, Expr::col(item::Column::Version).add(1))
        .filter(item::Column::Id.eq(before))
        .filter(item::Column::ProjectId.eq(row.project_id))
        .filter(item::Column::Deliverable.eq(&row.deliverable))
        .filter(item::Column::ReplacedAt.is_null())
        .exec(&work.db())
        .await?;
    if done.rows_affected == 0 {
        Err(Invalid::one("/replaces", "no-such-item").into())
    } else {
        Ok(())
    }
}

/// Counts what is missing, and keeps the number with the project.
pub async fn recount(work: &mut Work, id: ProjectId) -> Result<(), Failure> {
    let found = project::queries::find(&work.db(), &xianji_platform::Scope::whole(), id).await?;
    let missing = queries::missing(&Context::of(work), &found).await?;
    if missing != found.archive_missing {
        project::actions::archive_counted(work, id, missing).await?;
    }
    Ok(())
}

/// Writes down what is in the archive as it is closed; answers the hash of that.
pub async fn close(work: &mut Work, project: &Project) -> Result<ArchiveSeal, Failure> {
    let items = queries::items(&work.db(), project.id).await?;
    let manifest = Manifest {
        project: project.number.clone(),
        sealed_at: instant(work.now),
        items: items.iter().map(ManifestItem::of).collect(),
    };
    let text = canonical(&serde_json::to_value(&manifest)?)?;
    let row = ArchiveSeal {
        id: work.next_id(),
        project_id: project.id,
        hash: hash(text.as_bytes()),
        manifest: text,
        complete: project.archive_missing == 0,
        sealed_by: work.actor().member(),
        sealed_at: work.now,
    };
    seal::Entity::insert(row.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await?;
    Ok(row)
}
