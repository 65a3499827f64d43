//! What follows for inquiries from what the engine finds: whether something on one is past due.

use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use xianji_governance::obligation::entity as obligation;
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
        let moves = matches!(
            recorded.name.rsplit('.').next(),
            Some("overdue" | "fulfilled" | "waived" | "void" | "due_again" | "paused" | "resumed")
        );
        if recorded.subject.kind != "inquiry" || !recorded.name.starts_with("obligation:") || !moves {
            return Ok(());
        }
        let overdue = any_overdue(work, recorded.subject.id).await?;
        Entity::update_many()
            .col_expr(Column::Overdue, Expr::value(overdue))
            .filter(Column::Id.eq(recorded.subject.id))
            .filter(Column::Overdue.ne(overdue))
            .exec(&work.db())
            .await?;
        Ok(())
    })
}

/// One that is answered in the end clears the flag only when nothing else on the inquiry is past due.
async fn any_overdue(work: &Work, inquiry: Uuid) -> Result<bool, Failure> {
    let open = obligation::Entity::find()
        .filter(obligation::Column::SubjectKind.eq("inquiry"))
        .filter(obligation::Column::SubjectId.eq(inquiry))
        .filter(obligation::Column::State.eq(obligation::State::Open))
        .filter(obligation::Column::OverdueAt.is_not_null())
        .filter(obligation::Column::DueAt.lt(work.now));
    Ok(open.count(&work.db()).await? > 0)
}
