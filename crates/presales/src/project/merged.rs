//! Projects go along when their customer's file is merged into another, and come back when that is undone.

use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ExprTrait, QuerySelect};
use xianji_engage::id::CustomerId;
use xianji_engage::merge::{self, MergeId};
use xianji_platform::{Failure, Reaction, Recorded, Work};

use super::entity::{Column, Entity};

/// Two files became one, or two again.
pub fn reaction() -> Reaction {
    Reaction {
        name: "presales.merged",
        on: &["customer.merged", "customer.unmerged"],
        run: follow,
    }
}

fn follow<'a>(work: &'a mut Work, event: &'a Recorded) -> BoxFuture<'a, Result<(), Failure>> {
    Box::pin(async move {
        let named = |fact: &str| event.text(fact).and_then(|id| id.parse::<Uuid>().ok());
        let (Some(into), Some(merge)) = (named("into"), named("merge")) else {
            return Ok(());
        };
        let (from, into, merge) = (CustomerId(event.subject.id), CustomerId(into), MergeId(merge));
        if event.name == "customer.merged" {
            let with = Entity::find()
                .select_only()
                .column(Column::Id)
                .filter(Column::CustomerId.eq(from));
            let ids: Vec<Uuid> = with.into_tuple().all(&work.db()).await?;
            for id in &ids {
                merge::keep_part(work, merge, "project", *id).await?;
            }
            give(work, &ids, from, into).await
        } else {
            let ids = merge::queries::parts(&work.db(), merge, "project").await?;
            give(work, &ids, into, from).await
        }
    })
}

/// Gives these to another customer, as far as they are still with the one.
async fn give(work: &Work, ids: &[Uuid], from: CustomerId, to: CustomerId) -> Result<(), Failure> {
    Entity::update_many()
        .col_expr(Column::CustomerId, Expr::value(to.0))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .col_expr(Column::UpdatedAt, Expr::value(work.now))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .filter(Column::CustomerId.eq(from))
        .exec(&work.db())
        .await?;
    Ok(())
}
