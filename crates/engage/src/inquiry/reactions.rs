//! What follows for inquiries from what the engine finds: whether something on one is past due.

use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use xianji_platform::{Failure, Reaction, Recorded, Work};

use super::entity::{Column, Entity};

/// Keeps the flag `overdue` with the obligations on the inquiry.
pub fn reaction() -> Reaction {
    Reaction {
        name: "engage.overdue",
        on: &[],
        run: note,
    }
}

fn note<'a>(work: &'a mut Work, recorded: &'a Recorded) -> BoxFuture<'a, Result<(), Failure>> {
    Box::pin(async move {
        if recorded.subject.kind != "inquiry" || !recorded.name.starts_with("obligation:") {
            return Ok(());
        }
        let overdue = match recorded.name.rsplit('.').next() {
            Some("overdue") => true,
            Some("fulfilled" | "late" | "waived" | "void") => false,
            _ => return Ok(()),
        };
        Entity::update_many()
            .col_expr(Column::Overdue, Expr::value(overdue))
            .filter(Column::Id.eq(recorded.subject.id))
            .filter(Column::Overdue.ne(overdue))
            .exec(&work.db())
            .await?;
        Ok(())
    })
}
