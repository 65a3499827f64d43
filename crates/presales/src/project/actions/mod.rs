//! What people do with projects: a file a use case. Each loads what the actor may see, asks the rules, asks the pack's gates, saves over
//! the version it read, and leaves evidence.

mod advance;
mod create;
mod dynamic_item;
mod follow;
mod life;
mod origin;
mod team;
mod transfer;
mod update;

use std::sync::Arc;

use sea_orm::entity::prelude::*;
use serde_json::{Map, Value, json};
use xianji_governance::extra::{self, MissingField};
use xianji_platform::{Failure, Invalid, PackVersionId, Work};
use xianji_policy::model::{Lifecycle, Pack};

pub use advance::{advance, return_to, skip};
pub use create::{NewProject, create};
pub use dynamic_item::file_dynamic_item;
pub use follow::{archive_counted, baselined, initiated, watched};
pub use life::{archive, drop_, evaluate, lose, resume, summarise, suspend, win};
pub use team::{Appointment, appoint, join, leave};
pub use transfer::transfer;
pub use update::update;

use super::entity::{Column, Entity};
use super::model::{Project, ProjectError};
use super::{queries, tally};
use crate::id::ProjectId;
use xianji_platform::record::rows;

/// Loads a project for writing: locked, seen, permitted, of the version that the caller read, its archive not sealed.
pub(crate) async fn open(work: &Work, id: ProjectId, permission: &str) -> Result<Project, Failure> {
    let project = queries::lock(work, &work.scope("project.read"), id).await?;
    work.permit(permission, &project).await?;
    work.expect_version(project.version)?;
    project.still_written()?;
    Ok(project)
}

/// Saves over the version that was read and moves the tallies.
pub(crate) async fn save(work: &mut Work, project: &mut Project) -> Result<(), Failure> {
    let read = project.version;
    project.version += 1;
    project.updated_at = work.now;
    let row = rows::all_but_key(project.clone());
    let update = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(project.id))
        .filter(Column::Version.eq(read));
    rows::over(work, update).await?;
    let after = tally::counted(project);
    tally::moved(work, project.counted.replace(after.clone()), after);
    Ok(())
}

/// The project as it stands, where a gate lets it wait.
async fn as_it_is(work: &Work, id: ProjectId) -> Result<Project, Failure> {
    queries::find(&work.db(), &work.scope("project.read"), id).await
}

/// The pack version that this project keeps.
pub(crate) fn pack_of(work: &Work, project: &Project) -> Result<Arc<Pack>, Failure> {
    let pack = project.pack_version_id.and_then(|id| work.policies().version(id));
    pack.cloned().ok_or_else(|| ProjectError::NoPack.into())
}

/// Its lifecycle in that version.
pub(crate) fn path_of<'a>(pack: &'a Pack, project: &Project) -> Result<&'a Lifecycle, Failure> {
    pack.lifecycles
        .get(&project.lifecycle)
        .ok_or_else(|| ProjectError::NoLifecycle.into())
}

/// Refuses where the pack asks for fields at this state or stage that are empty.
async fn must_be_filled(work: &Work, project: &Project, point: &str) -> Result<(), Failure> {
    let missing = missing_at(work, project, point).await?;
    refuse_missing(point, missing)
}

/// Refuses a change that empties what the pack asked for at a stage that was reached; what was empty before is no fault of the change.
async fn must_stay_filled(work: &Work, before: &Project, after: &Project) -> Result<(), Failure> {
    let pack = pack_of(work, after)?;
    for stage in path_of(&pack, after)?.reached(&after.stage) {
        let lacked = missing_at(work, before, stage).await?;
        let mut missing = missing_at(work, after, stage).await?;
        missing.retain(|one| !lacked.contains(one));
        refuse_missing(stage, missing)?;
    }
    Ok(())
}

fn refuse_missing(point: &str, missing: Vec<MissingField>) -> Result<(), Failure> {
    if missing.is_empty() {
        return Ok(());
    }
    Err(ProjectError::FieldsMissing {
        point: point.to_owned(),
        missing,
    }
    .into())
}

async fn missing_at(work: &Work, project: &Project, point: &str) -> Result<Vec<MissingField>, Failure> {
    let pack = pack_of(work, project)?;
    let team = queries::named_today(&work.db(), project.id).await?;
    let mut facts = super::facts::of(project, &team);
    // Here it is enough that there is one; whoever judges conditions puts the customer's own facts in its place.
    facts
        .facts
        .insert("customer".to_owned(), json!(project.customer_id));
    Ok(extra::missing_at(
        work.app(),
        Some(&*pack),
        &facts,
        point,
        work.actor().language,
    ))
}

/// What the pack offers to choose from in one of the project's fields.
fn offered<'a>(pack: &'a Pack, field: &str) -> Vec<&'a str> {
    pack.fields_of("project")
        .filter(|one| one.field.id == field)
        .flat_map(|one| one.field.choices.iter().map(|choice| choice.id.as_str()))
        .collect()
}

/// Refuses extra fields that the pack does not declare, or not so.
fn refuse_wrong_extra(
    work: &Work,
    pack: Option<PackVersionId>,
    given: Option<&Map<String, Value>>,
) -> Result<(), Failure> {
    let faults = extra::faults(work, pack, "project", given);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Invalid(faults).into())
    }
}
