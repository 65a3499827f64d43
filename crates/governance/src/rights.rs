//! The circumstances on which a permission hangs: the record's facts, and the actor's role in its team. Rights come from the pack in force for
//! the member today, so its settings count, whatever version the record keeps.

use futures_util::future::BoxFuture;
use xianji_platform::identity::{Judging, Question};
use xianji_platform::{Failure, MemberId};

use crate::engine::{Case, Context, Roots};

/// Answers for the rights of a member on one record.
pub(crate) fn judge(asked: Judging<'_>) -> BoxFuture<'_, Result<Vec<bool>, Failure>> {
    Box::pin(async move {
        let ctx = Context {
            db: asked.db,
            app: asked.app,
            book: asked.app.policies(),
            now: asked.now,
            seen: None,
        };
        let (Some(case), Some(member)) = (Case::load(&ctx, asked.subject).await?, asked.actor.principal())
        else {
            return Ok(vec![false; asked.questions.len()]);
        };
        let theirs = asked
            .actor
            .department()
            .and_then(|department| ctx.book.in_force(department, ctx.today()));
        let case = case.of_version(theirs.map(|(id, _)| id), theirs.map(|(_, pack)| pack.clone()));
        let mut held = Vec::with_capacity(asked.questions.len());
        for question in asked.questions {
            held.push(holds(&ctx, &case, member, question).await?);
        }
        Ok(held)
    })
}

/// A condition about a record that is not there does not hold.
async fn holds(
    ctx: &Context<'_>,
    case: &Case,
    member: MemberId,
    question: &Question,
) -> Result<bool, Failure> {
    if let Some((role, of)) = &question.role
        && !case
            .find(of)
            .is_some_and(|record| record.holders(role).contains(&member))
    {
        return Ok(false);
    }
    match &question.when {
        Some(when) if case.find(&when.on).is_none() => Ok(false),
        Some(when) => case.judge(ctx, &when.condition, &Roots::none()).await,
        None => Ok(true),
    }
}
