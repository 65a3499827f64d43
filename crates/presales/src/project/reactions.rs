//! What projects do by themselves: needs that a sales owner took on as a project become one.

use futures_util::future::BoxFuture;
use sea_orm::EntityTrait;
use xianji_engage::handover;
use xianji_platform::{Failure, Reaction, Recorded, Work};

use super::actions::{self, NewProject};

/// A handover was accepted as a project.
pub fn reaction() -> Reaction {
    Reaction {
        name: "presales.handover",
        on: &["handover.accepted"],
        run: accepted,
    }
}

fn accepted<'a>(work: &'a mut Work, event: &'a Recorded) -> BoxFuture<'a, Result<(), Failure>> {
    Box::pin(async move {
        if event.text("goes_on_as") != Some(handover::GoesOnAs::Project.word()) {
            return Ok(());
        }
        let found = handover::entity::Entity::find_by_id(event.subject.id)
            .one(&work.db())
            .await?;
        let Some(handover) = found else { return Ok(()) };
        let inquiry = Some(handover.inquiry_id);
        actions::create(
            work,
            NewProject {
                inquiry,
                ..NewProject::default()
            },
        )
        .await?;
        handover::report(work, handover.id, "project").await
    })
}
