//! My projects, for the workbench.

use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use xianji_governance::Context;
use xianji_platform::module::{Desk, OnDesk};
use xianji_platform::{Actor, App, Failure};

use super::entity::{Column, Entity, State};
use super::queries;
use super::view::Reader;

/// Projects on the workbench at most.
const MOST: u64 = 20;

/// Projects that I own or am named on and that are being worked on, the longest in its stage first.
pub fn desk() -> Desk {
    Desk {
        name: "projects",
        run: mine,
    }
}

fn mine<'a>(app: &'a App, actor: &'a Actor) -> BoxFuture<'a, Result<OnDesk, Failure>> {
    Box::pin(async move {
        let Some(member) = actor.on_behalf_of().or(actor.member()) else {
            return Ok(OnDesk::default());
        };
        let mine = Condition::any()
            .add(Column::OwnerId.eq(member))
            .add(Column::Id.in_subquery(queries::working_on(member)));
        let worked_on = Entity::find()
            .filter(mine)
            .filter(Column::State.is_in([State::Active, State::Won]));
        let total = worked_on.clone().count(&app.reader()).await?;
        let rows = worked_on
            .order_by_asc(Column::StageSince)
            .order_by_asc(Column::Id)
            .limit(MOST)
            .all(&app.reader())
            .await?;
        let reader = Reader {
            context: Context::read(app),
            actor,
        };
        OnDesk::of(&reader.rows(&rows).await?, total)
    })
}
