//! What the administrator does with a job.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::{Column, Entity, Job};
use crate::failure::Failure;
use crate::id::{JobId, Subject};
use crate::work::Work;

/// Tries a failed job again from the beginning.
pub async fn retry(work: &mut Work, id: JobId) -> Result<Job, Failure> {
    work.permit_any("job.retry")?;
    let found = Entity::find_by_id(id)
        .filter(Column::State.eq("failed"))
        .one(&work.db())
        .await?;
    let mut row = found
        .ok_or_else(|| Failure::not_found("job"))?
        .into_active_model();
    row.state = Set("waiting".into());
    row.attempts = Set(0);
    row.run_at = Set(work.now);
    let job = row.update(&work.db()).await?;
    work.record_named(
        "job.retried",
        Subject::new("job", id),
        serde_json::json!({ "kind": job.kind }),
    )
    .await?;
    Ok(job)
}
