//! What runs learn from approvals.

use futures_util::future::BoxFuture;
use xianji_platform::{Failure, Reaction, Recorded, Work};

use super::{actions, queries};

/// An approval of an export or of a sharing was decided.
pub fn reaction() -> Reaction {
    Reaction {
        name: "engage.exports",
        on: &[],
        run: decided,
    }
}

fn decided<'a>(work: &'a mut Work, event: &'a Recorded) -> BoxFuture<'a, Result<(), Failure>> {
    Box::pin(async move {
        if event.subject.kind != "export_run" || !event.name.starts_with("approval:") {
            return Ok(());
        }
        let approved = match event.name.rsplit('.').next() {
            Some("approved") => true,
            Some("rejected" | "returned" | "withdrawn") => false,
            _ => return Ok(()),
        };
        let Some(mut run) = queries::any(&work.db(), event.subject.id.into()).await? else {
            return Ok(());
        };
        if run.decide(approved) {
            actions::save(work, &mut run).await?;
        }
        Ok(())
    })
}
