//! Departments as a tree, small enough to be kept in memory.

pub mod actions;
pub mod api;
pub mod facts;
mod lists;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::database::Conn;
use crate::failure::Failure;
use crate::id::DepartmentId;

/// A department.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "department")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DepartmentId,
    pub parent_id: Option<DepartmentId>,
    pub name: String,
    pub version: i64,
    pub archived_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

pub use Model as Department;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// The tree of live departments.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    parents: HashMap<DepartmentId, Option<DepartmentId>>,
    names: HashMap<DepartmentId, String>,
    order: Vec<DepartmentId>,
}

impl Tree {
    /// Reads all departments.
    pub async fn read(db: &Conn<'_>) -> Result<Self, Failure> {
        let rows = Entity::find()
            .filter(Column::ArchivedAt.is_null())
            .order_by_asc(Column::Id)
            .all(db)
            .await?;
        let mut tree = Self::default();
        for row in rows {
            tree.order.push(row.id);
            tree.parents.insert(row.id, row.parent_id);
            tree.names.insert(row.id, row.name);
        }
        Ok(tree)
    }

    /// The department at the top.
    pub fn root(&self) -> Option<DepartmentId> {
        self.order.iter().copied().find(|id| self.parent(*id).is_none())
    }

    /// The department above.
    pub fn parent(&self, id: DepartmentId) -> Option<DepartmentId> {
        self.parents.get(&id).copied().flatten()
    }

    /// All departments, oldest first.
    pub fn all(&self) -> impl Iterator<Item = DepartmentId> + '_ {
        self.order.iter().copied()
    }

    /// Its name.
    pub fn name(&self, id: DepartmentId) -> Option<&str> {
        self.names.get(&id).map(String::as_str)
    }

    /// This department and all below it.
    pub fn below(&self, id: DepartmentId) -> Vec<DepartmentId> {
        let mut found = vec![id];
        let mut next = 0;
        while next < found.len() {
            let here = found[next];
            let children = self
                .order
                .iter()
                .copied()
                .filter(|child| self.parent(*child) == Some(here));
            let new: Vec<_> = children.filter(|child| !found.contains(child)).collect();
            found.extend(new);
            next += 1;
        }
        found
    }

    /// Whether one department is another or stands below it.
    pub fn is_within(&self, id: DepartmentId, above: DepartmentId) -> bool {
        let mut next = Some(id);
        let mut steps = 0;
        while let Some(here) = next {
            if here == above {
                return true;
            }
            steps += 1;
            if steps > self.order.len() {
                return false;
            }
            next = self.parent(here);
        }
        false
    }
}
