//! Departments are made, renamed, moved in the tree and closed.

use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::{Column, Department, Entity, Tree};
use crate::database::Conn;
use crate::failure::{Failure, FieldFault, Invalid, Refusal, Stale};
use crate::id::{DepartmentId, MemberId, Subject};
use crate::identity::entity::membership;
use crate::identity::{Owned, grants};
use crate::record::rows;
use crate::work::Work;

crate::event!(
    /// A department was made.
    DepartmentCreated = "department.created", department: DepartmentId => "department" {
        name: String as Text,
        parent: Option<DepartmentId> as Department,
    }
);
crate::event!(
    /// A department has another name or stands elsewhere in the tree.
    DepartmentChanged = "department.changed", department: DepartmentId => "department" {
        name: String as Text,
        parent: Option<DepartmentId> as Department,
    }
);
crate::event!(
    /// A department was closed.
    DepartmentArchived = "department.archived", department: DepartmentId => "department" {}
);

/// Why a department does not change.
#[derive(Debug, thiserror::Error)]
pub enum DepartmentError {
    /// It would stand below itself.
    #[error("a department cannot stand below itself")]
    BelowItself,
    /// The one at the top stays there.
    #[error("the department at the top stays there")]
    Top,
    /// Somebody is still in it, or a department below it.
    #[error("there are still people or departments in it")]
    NotEmpty,
}

impl Refusal for DepartmentError {
    fn code(&self) -> &'static str {
        match self {
            Self::BelowItself => "department-below-itself",
            Self::Top => "department-at-top",
            Self::NotEmpty => "department-not-empty",
        }
    }
}

impl Owned for Department {
    fn subject(&self) -> Subject {
        Subject::new("department", self.id)
    }
    fn owner(&self) -> Option<MemberId> {
        None
    }
    fn department(&self) -> Option<DepartmentId> {
        Some(self.id)
    }
}

/// A department by id.
pub async fn find(db: &Conn<'_>, id: DepartmentId) -> Result<Department, Failure> {
    Entity::find_by_id(id)
        .filter(Column::ArchivedAt.is_null())
        .one(db)
        .await?
        .ok_or_else(|| Failure::not_found("department"))
}

/// Makes a department below another.
pub async fn create(work: &mut Work, name: &str, parent: DepartmentId) -> Result<Department, Failure> {
    work.permit_any("department.create")?;
    let Ok(above) = find(&work.db(), parent).await else {
        return Err(Invalid::one("/parent_id", "unknown").into());
    };
    work.permit("department.create", &above).await?;
    insert(work, named(name)?, Some(parent)).await
}

fn named(name: &str) -> Result<String, Failure> {
    let name = name.trim();
    if name.is_empty() {
        Err(Invalid::one("/name", "required").into())
    } else {
        Ok(name.to_owned())
    }
}

pub(in crate::identity) async fn insert(
    work: &mut Work,
    name: String,
    parent: Option<DepartmentId>,
) -> Result<Department, Failure> {
    let row = Department {
        id: work.next_id(),
        parent_id: parent,
        name: name.clone(),
        version: 1,
        archived_at: None,
        created_at: work.now,
        updated_at: work.now,
    };
    Entity::insert(row.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await?;
    work.raise_generation().await?;
    work.record(DepartmentCreated {
        department: row.id,
        name,
        parent,
    })
    .await?;
    Ok(row)
}

/// Renames a department or moves it, with all below it, under another.
pub async fn change(
    work: &mut Work,
    id: DepartmentId,
    name: Option<&str>,
    parent: Option<DepartmentId>,
) -> Result<Department, Failure> {
    let mut row = find(&work.db(), id).await?;
    work.permit("department.update", &row).await?;
    work.expect_version(row.version)?;
    if let Some(name) = name {
        row.name = named(name)?;
    }
    if let Some(parent) = parent.filter(|parent| Some(*parent) != row.parent_id) {
        let tree = Tree::read(&work.db()).await?;
        if tree.name(parent).is_none() {
            return Err(Invalid(vec![FieldFault::at("/parent_id", "unknown")]).into());
        }
        if row.parent_id.is_none() {
            return Err(DepartmentError::Top.into());
        }
        if tree.is_within(parent, id) {
            return Err(DepartmentError::BelowItself.into());
        }
        row.parent_id = Some(parent);
    }
    save(work, &mut row).await?;
    work.raise_generation().await?;
    work.record(DepartmentChanged {
        department: id,
        name: row.name.clone(),
        parent: row.parent_id,
    })
    .await?;
    Ok(row)
}

/// Closes an empty department.
pub async fn archive(work: &mut Work, id: DepartmentId) -> Result<Department, Failure> {
    let mut row = find(&work.db(), id).await?;
    work.permit("department.update", &row).await?;
    work.expect_version(row.version)?;
    if row.parent_id.is_none() {
        return Err(DepartmentError::Top.into());
    }
    let today = work.policies().today(work.now);
    let people = membership::Entity::find()
        .filter(membership::Column::DepartmentId.eq(id))
        .filter(grants::on(
            membership::Column::FromDate,
            membership::Column::UntilDate,
            today,
        ))
        .one(&work.db())
        .await?;
    let below = Entity::find()
        .filter(Column::ParentId.eq(id))
        .filter(Column::ArchivedAt.is_null())
        .one(&work.db())
        .await?;
    if people.is_some() || below.is_some() {
        return Err(DepartmentError::NotEmpty.into());
    }
    row.archived_at = Some(work.now);
    save(work, &mut row).await?;
    work.raise_generation().await?;
    work.record(DepartmentArchived { department: id }).await?;
    Ok(row)
}

async fn save(work: &Work, row: &mut Department) -> Result<(), Failure> {
    let before = row.version;
    row.version += 1;
    row.updated_at = work.now;
    let done = Entity::update_many()
        .set(rows::all_but_key(row.clone()))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Version.eq(before))
        .exec(&work.db())
        .await?;
    if done.rows_affected == 0 {
        Err(Stale.into())
    } else {
        Ok(())
    }
}
