//! Reads of archives: seen with their project.

use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use xianji_governance::{Case, Context, Roots};
use xianji_platform::{Conn, Failure, Owned};

use super::entity::{item, seal};
use super::model::{ArchiveItem, ArchiveSeal, Progress, is_there};
use crate::id::ProjectId;
use crate::project::Project;

/// All documents, those replaced included, in the order of filing.
pub async fn items(db: &Conn<'_>, project: ProjectId) -> Result<Vec<ArchiveItem>, Failure> {
    let all = item::Entity::find().filter(item::Column::ProjectId.eq(project));
    Ok(all.order_by_asc(item::Column::Id).all(db).await?)
}

/// Whether a current document of this kind is on file.
pub async fn has(db: &Conn<'_>, project: ProjectId, deliverable: &str) -> Result<bool, Failure> {
    let current = item::Entity::find()
        .filter(item::Column::ProjectId.eq(project))
        .filter(item::Column::Deliverable.eq(deliverable))
        .filter(item::Column::ReplacedAt.is_null());
    Ok(current.one(db).await?.is_some())
}

/// The seal of a closed archive.
pub async fn seal(db: &Conn<'_>, project: ProjectId) -> Result<Option<ArchiveSeal>, Failure> {
    Ok(seal::Entity::find()
        .filter(seal::Column::ProjectId.eq(project))
        .one(db)
        .await?)
}

/// How a deliverable stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// On file.
    Present,
    /// Asked for and not on file.
    Missing,
    /// Asked for later.
    Later,
    /// Welcome but not asked for.
    Optional,
    /// Not asked of such a project.
    NotAsked,
}

/// How each deliverable of the kept pack stands, by its id, in the pack's order.
pub async fn standings(
    context: &Context<'_>,
    project: &Project,
    items: &[ArchiveItem],
) -> Result<Vec<(String, Standing)>, Failure> {
    let case = Case::load(context, &project.subject())
        .await?
        .ok_or_else(|| Failure::not_found("project"))?;
    let path = case.pack.lifecycles.get(&project.lifecycle);
    let progress = Progress {
        path,
        stage: &project.stage,
        decided: project.outcome.is_some(),
    };
    let mut all = Vec::new();
    for deliverable in case.pack.deliverables_of("project") {
        let standing = if is_there(deliverable, items) {
            Standing::Present
        } else if deliverable.optional {
            Standing::Optional
        } else if !case
            .holds(context, deliverable.when.as_ref(), &Roots::default())
            .await?
        {
            Standing::NotAsked
        } else if progress.asks_for(deliverable) {
            Standing::Missing
        } else {
            Standing::Later
        };
        all.push((deliverable.id.clone(), standing));
    }
    Ok(all)
}

/// How many mandatory documents are not on file by now.
pub async fn missing(context: &Context<'_>, project: &Project) -> Result<i32, Failure> {
    let items = items(&context.db, project.id).await?;
    let standings = standings(context, project, &items).await?;
    let missing = standings
        .iter()
        .filter(|(_, standing)| *standing == Standing::Missing)
        .count();
    Ok(i32::try_from(missing).unwrap_or(i32::MAX))
}
