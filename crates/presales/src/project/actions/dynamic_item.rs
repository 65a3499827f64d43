//! News of a project, for everybody in it.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, EntityTrait};
use xianji_platform::ledger::hash;
use xianji_platform::record::patch;
use xianji_platform::{Failure, FieldFault, Invalid, Work};

use super::super::entity::dynamic_item::{self, DynamicItemKind};
use super::super::events::ProjectDynamicItemFiled;
use super::super::model::Project;
use super::open;
use crate::gates;
use crate::id::ProjectId;

/// Files what was heard in a mail, a call or a stand-up. `happened_at` may lie in the past, never ahead.
pub async fn file_dynamic_item(
    work: &mut Work,
    id: ProjectId,
    kind: DynamicItemKind,
    content: String,
    happened_at: Option<DateTime<Utc>>,
) -> Result<Project, Failure> {
    let project = open(work, id, "project.file_dynamic_item").await?;
    let content =
        patch::tidy(Some(content)).ok_or_else(|| Invalid(vec![FieldFault::at("/content", "required")]))?;
    let happened_at = happened_at.map_or(work.now, xianji_kernel::clock::to_micros);
    if happened_at > work.now {
        return Err(Invalid::one("/happened_at", "in-the-future").into());
    }
    if gates::pass(work, &project, &["project.file_dynamic_item"])
        .await?
        .waits()
    {
        return super::as_it_is(work, id).await;
    }
    let content_hash = hash(content.as_bytes());
    let row = dynamic_item::ActiveModel {
        id: Set(work.next_id()),
        project_id: Set(id),
        kind: Set(kind),
        content: Set(content),
        happened_at: Set(happened_at),
        member_id: Set(work.actor().member()),
        created_at: Set(work.now),
    };
    dynamic_item::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await?;
    work.record(ProjectDynamicItemFiled {
        project: id,
        kind: kind.word().to_owned(),
        content_hash,
    })
    .await?;
    Ok(project)
}
