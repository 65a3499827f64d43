//! Names beside ids, so that a screen need not ask twice.

use std::collections::HashMap;

use serde::Serialize;
use utoipa::ToSchema;
use xianji_platform::{Conn, Failure, MemberId, subject};

/// A member with the name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Person {
    /// Who.
    pub id: MemberId,
    /// What people call them.
    pub name: String,
}

/// Names of members, read once for an answer.
#[derive(Default)]
pub struct Names(HashMap<MemberId, String>);

impl Names {
    /// Reads the names of all these members in one query.
    pub async fn read(db: &Conn<'_>, members: impl IntoIterator<Item = MemberId>) -> Result<Self, Failure> {
        let ids: Vec<MemberId> = members.into_iter().collect();
        Ok(Self(subject::names(db, &ids).await?))
    }

    /// The member with the name.
    pub fn person(&self, id: MemberId) -> Person {
        Person {
            id,
            name: self.0.get(&id).cloned().unwrap_or_default(),
        }
    }
}
