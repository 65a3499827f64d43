//! The records behind a figure: exactly the entries that were summed, oldest first, page by page.

use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use uuid::Uuid;
use xianji_platform::failure::{FieldFault, Refusal};
use xianji_platform::http::Listed;
use xianji_platform::{Actor, Failure, Invalid, MemberId, Subject, list, subject};

use super::api::{EntryView, RecordsQuery};
use super::entity::entry::{Column as C, Entity, Model};
use super::model::{NOBODY, NOWHERE, Outcome, plain};
use super::queries::{self, Days, Whose};
use crate::engine::Context;

/// Records on a page when the caller names no number, and at most.
const USUAL: u64 = 50;
const MOST: u64 = 200;

/// Which records.
#[derive(Clone, Debug)]
pub struct Wanted {
    metrics: Vec<String>,
    days: Days,
    whose: Whose,
    outcome: Option<Outcome>,
    cursor: Option<String>,
    limit: u64,
}

impl Wanted {
    /// Those of some metrics and days.
    pub fn new(metrics: Vec<String>, days: Days, whose: Whose, query: &RecordsQuery) -> Self {
        Self {
            metrics,
            days,
            whose,
            outcome: query.outcome,
            cursor: query.cursor.clone(),
            limit: query.limit.unwrap_or(USUAL),
        }
    }
}

/// A cursor that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("the cursor cannot be read")]
struct BadCursor;

impl Refusal for BadCursor {
    fn code(&self) -> &'static str {
        "bad-cursor"
    }
    fn status(&self) -> axum::http::StatusCode {
        axum::http::StatusCode::BAD_REQUEST
    }
}

/// A page of them.
pub async fn page(ctx: &Context<'_>, reader: &Actor, wanted: &Wanted) -> Result<Listed<EntryView>, Failure> {
    if !(1..=MOST).contains(&wanted.limit) {
        return Err(Invalid(vec![FieldFault::at("/limit", "too-large").with("limit", MOST)]).into());
    }
    let mut select = Entity::find()
        .filter(C::Metric.is_in(&wanted.metrics))
        .filter(C::Day.between(wanted.days.from, wanted.days.to))
        .filter(C::At.lte(ctx.now))
        .filter(wanted.whose.condition(C::DepartmentId, C::MemberId));
    if let Some(outcome) = wanted.outcome {
        select = select.filter(C::Slice.eq(outcome.word()));
    }
    let total = list::count(&ctx.db, &select, C::SourceId).await?;
    if let Some(cursor) = &wanted.cursor {
        select = select.filter(after(cursor)?);
    }
    let mut rows = select
        .order_by_asc(C::At)
        .order_by_asc(C::SourceId)
        .order_by_asc(C::Metric)
        .order_by_asc(C::Part)
        .limit(wanted.limit + 1)
        .all(&ctx.db)
        .await?;
    let more = rows.len() as u64 > wanted.limit;
    rows.truncate(usize::try_from(wanted.limit).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| more).map(cursor_of);
    let members: Vec<MemberId> = rows
        .iter()
        .map(|row| row.member_id)
        .filter(|member| *member != NOBODY)
        .collect();
    let names = subject::names(&ctx.db, &members).await?;
    let mut items = Vec::new();
    for row in rows {
        let name = names.get(&row.member_id).cloned();
        items.push(view(ctx, reader, row, name).await?);
    }
    Ok(Listed { items, next, total })
}

type Place = (chrono::DateTime<chrono::Utc>, Uuid, String, i32);

fn cursor_of(row: &Model) -> String {
    let bytes = json!([row.at, row.source_id, row.metric, row.part]).to_string();
    bytes.bytes().map(|byte| format!("{byte:02x}")).collect()
}

fn after(cursor: &str) -> Result<Condition, Failure> {
    let bytes: Option<Vec<u8>> = (0..cursor.len())
        .step_by(2)
        .map(|place| {
            cursor
                .get(place..place + 2)
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
        })
        .collect();
    let place: Option<Place> = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let (at, source, metric, part) = place.ok_or(BadCursor)?;
    let here = C::At.eq(at);
    let same = here.clone().and(C::SourceId.eq(source));
    Ok(Condition::any()
        .add(C::At.gt(at))
        .add(here.and(C::SourceId.gt(source)))
        .add(same.clone().and(C::Metric.gt(metric.clone())))
        .add(same.and(C::Metric.eq(metric)).and(C::Part.gt(part))))
}

/// A record that the reader may not see keeps its number and title to itself.
async fn view(
    ctx: &Context<'_>,
    reader: &Actor,
    row: Model,
    member_name: Option<String>,
) -> Result<EntryView, Failure> {
    let about = Subject {
        kind: row.subject_kind,
        id: row.subject_id,
    };
    let known = match subject::find(ctx.app, &ctx.db, reader, &about).await {
        Ok(known) => Some(known),
        Err(Failure::Refused(_)) => None,
        Err(failure) => return Err(failure),
    };
    let address = known.as_ref().and_then(|_| subject::address(ctx.app, &about));
    let is_rule = queries::is_rules_own(&row.metric);
    Ok(EntryView {
        number: known.as_ref().map(|known| known.number.clone()),
        title: known.map(|known| known.title),
        address,
        subject: about,
        outcome: Outcome::of(&row.slice).filter(|_| is_rule),
        value: plain(row.numerator_e4),
        at: row.at,
        event_id: row.event_id,
        member_id: Some(row.member_id).filter(|member| *member != NOBODY),
        member_name,
        department_name: ctx.book.tree().name(row.department_id).map(str::to_owned),
        department_id: Some(row.department_id).filter(|department| *department != NOWHERE),
        obligation_id: (is_rule && row.source_id != row.event_id.0).then_some(row.source_id),
        metric: row.metric,
    })
}
