//! One portion of a walk: who may walk, how far it goes, and the memory of where it stopped.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Alias, Expr, Order, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, sea_query::OnConflict,
};
use uuid::Uuid;
use xianji_platform::{Actor, App, Conn, Failure, Work, lease};

use crate::obligation::entity::round;

/// Rows in one unit of work.
pub(crate) const ROWS: u64 = 200;

/// Time that one unit of work may hold the writer.
const TIME: Duration = Duration::from_millis(50);

/// Counts down one portion.
pub(crate) struct Portion(Instant);

impl Portion {
    pub(crate) fn begin() -> Self {
        Self(Instant::now())
    }

    /// Whether the writer should be let go.
    pub(crate) fn is_spent(&self) -> bool {
        self.0.elapsed() >= TIME
    }
}

/// A unit of work of the house itself, if this node may do this part now.
pub(crate) async fn turn(app: &App, name: &str) -> Result<Option<Work>, Failure> {
    let work = app.begin(Actor::system()).await?;
    let mine = lease::take(work.tx(), name, work.now).await?;
    Ok(mine.then_some(work))
}

/// How far a walk has come; a new one has done nothing.
pub(crate) async fn round(db: &Conn<'_>, name: &str) -> Result<round::Model, Failure> {
    let fresh = || round::Model {
        name: name.to_owned(),
        until_at: None,
        target_at: None,
        cursor: None,
        generation: 0,
    };
    Ok(round::Entity::find_by_id(name.to_owned())
        .one(db)
        .await?
        .unwrap_or_else(fresh))
}

/// Remembers how far it has come.
pub(crate) async fn remember(work: &Work, round: &round::Model) -> Result<(), Failure> {
    use round::Column::{Cursor, Generation, Name, TargetAt, UntilAt};
    let row = round.clone().into_active_model().reset_all();
    let again = OnConflict::column(Name)
        .update_columns([UntilAt, TargetAt, Cursor, Generation])
        .to_owned();
    round::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(&work.db())
        .await?;
    Ok(())
}

/// The next running records of a kind after a cursor.
pub(crate) async fn running(work: &Work, kind: &str, after: Option<Uuid>) -> Result<Vec<Uuid>, Failure> {
    match work.app().registry().kinds.get(kind) {
        Some(kind) => next_of(work, (kind.running)(), after).await,
        None => Ok(Vec::new()),
    }
}

/// The next ids of a select after a cursor.
pub(crate) async fn next_of(
    work: &Work,
    inner: SelectStatement,
    after: Option<Uuid>,
) -> Result<Vec<Uuid>, Failure> {
    let id = (Alias::new("running"), Alias::new("id"));
    let mut select = Query::select()
        .column(id.clone())
        .from_subquery(inner, Alias::new("running"))
        .to_owned();
    if let Some(after) = after {
        select.and_where(Expr::col(id.clone()).gt(after));
    }
    select.order_by(id, Order::Asc).limit(ROWS);
    let rows = work.db().query_all(&select).await?;
    rows.iter()
        .map(|row| Ok(row.try_get_by_index::<Uuid>(0)?))
        .collect()
}

/// Whether a walk that covers everything up to `target` is still under way.
pub(crate) fn is_behind(round: &round::Model, target: DateTime<Utc>) -> bool {
    round.target_at.is_some() || round.until_at.is_none_or(|until| until < target)
}
