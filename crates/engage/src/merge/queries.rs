//! Reads of merges.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use xianji_platform::database::Conn;
use xianji_platform::{Failure, file};

use super::entity::{Column, Entity, Merge, MergeId, part};
use crate::contact::entity as contact;
use crate::customer::Customer;
use crate::customer::entity as customer;
use crate::export::entity as export;
use crate::id::CustomerId;
use crate::inquiry::entity as inquiry;
use crate::interaction::entity as interaction;
use crate::lead::entity as lead;

/// How many of a kind go over.
pub type Count = (&'static str, u64);

/// What hangs on a customer here, by kind.
pub async fn counts(db: &Conn<'_>, id: CustomerId) -> Result<Vec<Count>, Failure> {
    let files = file::entity::Entity::find()
        .filter(file::entity::Column::SubjectKind.eq("customer"))
        .filter(file::entity::Column::SubjectId.eq(id.0));
    Ok(vec![
        (
            "contact",
            contact::Entity::find()
                .filter(contact::Column::CustomerId.eq(id))
                .count(db)
                .await?,
        ),
        (
            "interaction",
            interaction::Entity::find()
                .filter(interaction::Column::CustomerId.eq(id))
                .count(db)
                .await?,
        ),
        (
            "inquiry",
            inquiry::Entity::find()
                .filter(inquiry::Column::CustomerId.eq(id))
                .count(db)
                .await?,
        ),
        (
            "lead",
            lead::Entity::find()
                .filter(lead::Column::CustomerId.eq(id))
                .count(db)
                .await?,
        ),
        (
            "export_run",
            export::Entity::find()
                .filter(export::Column::CustomerId.eq(id))
                .count(db)
                .await?,
        ),
        ("file", files.count(db).await?),
    ])
}

/// The merge by which a file forwards now.
pub async fn standing(db: &Conn<'_>, from: CustomerId) -> Result<Option<Merge>, Failure> {
    let found = Entity::find()
        .filter(Column::FromId.eq(from))
        .filter(Column::UndoneAt.is_null());
    Ok(found.order_by_desc(Column::Id).one(db).await?)
}

/// Files that were merged into this one and forward to it.
pub async fn absorbed(db: &Conn<'_>, into: CustomerId) -> Result<Vec<Customer>, Failure> {
    let found = customer::Entity::find().filter(customer::Column::MergedInto.eq(into));
    Ok(found
        .order_by_asc(customer::Column::Id)
        .limit(200)
        .all(db)
        .await?)
}

/// Records of a kind that went over in a merge.
pub async fn parts(db: &Conn<'_>, merge: MergeId, kind: &str) -> Result<Vec<Uuid>, Failure> {
    let rows = part::Entity::find()
        .filter(part::Column::MergeId.eq(merge))
        .filter(part::Column::Kind.eq(kind));
    Ok(rows.all(db).await?.into_iter().map(|row| row.record_id).collect())
}

/// Members that were named anew, with their roles.
pub async fn named(db: &Conn<'_>, merge: MergeId) -> Result<Vec<(Uuid, String)>, Failure> {
    let rows = part::Entity::find()
        .filter(part::Column::MergeId.eq(merge))
        .filter(part::Column::Kind.starts_with("member:"));
    let role = |row: part::Model| (row.record_id, row.kind.trim_start_matches("member:").to_owned());
    Ok(rows.all(db).await?.into_iter().map(role).collect())
}
