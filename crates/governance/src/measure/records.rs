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
use super::entity::spell;
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

/// A page of them: what happened and fell due, then what stood at the end of the last night that was counted.
pub async fn page(ctx: &Context<'_>, reader: &Actor, wanted: &Wanted) -> Result<Listed<EntryView>, Failure> {
    if !(1..=MOST).contains(&wanted.limit) {
        return Err(Invalid(vec![FieldFault::at("/limit", "too-large").with("limit", MOST)]).into());
    }
    let standing = wanted.standing(ctx).await?;
    let spells_cursor = wanted
        .cursor
        .as_deref()
        .and_then(|cursor| cursor.strip_prefix(SPELLS));
    let happened = wanted.happened(ctx);
    let mut total = list::count(&ctx.db, &happened, C::SourceId).await?;
    if let Some(standing) = &standing {
        let stood = list::count(&ctx.db, standing, spell::Column::Id).await?;
        total.count += stood.count;
        total.exact &= stood.exact;
    }
    let mut places: Vec<(Row, String)> = Vec::new();
    if spells_cursor.is_none() {
        for row in happened_after(ctx, happened, wanted).await? {
            let cursor = cursor_of(&row);
            places.push((Row::Entry(row), cursor));
        }
    }
    let missing = (wanted.limit + 1).saturating_sub(places.len() as u64);
    if let Some(standing) = standing.filter(|_| missing > 0) {
        for row in spells_after(ctx, standing, spells_cursor, missing).await? {
            let cursor = format!("{SPELLS}{}", row.id);
            places.push((Row::Spell(row), cursor));
        }
    }
    let more = places.len() as u64 > wanted.limit;
    places.truncate(usize::try_from(wanted.limit).unwrap_or(usize::MAX));
    let next = places.last().filter(|_| more).map(|(_, cursor)| cursor.clone());
    let members: Vec<MemberId> = places
        .iter()
        .map(|(row, _)| row.member())
        .filter(|member| *member != NOBODY)
        .collect();
    let names = subject::names(&ctx.db, &members).await?;
    let mut items = Vec::new();
    for (row, _) in places {
        let name = names.get(&row.member()).cloned();
        items.push(view(ctx, reader, row, name).await?);
    }
    Ok(Listed { items, next, total })
}

/// What stands behind the cursors of what happened.
const SPELLS: &str = "standing-";

/// One of the records behind a figure.
enum Row {
    Entry(Model),
    Spell(spell::Model),
}

impl Row {
    fn member(&self) -> MemberId {
        match self {
            Self::Entry(row) => row.member_id,
            Self::Spell(row) => row.member_id,
        }
    }
}

impl Wanted {
    fn happened(&self, ctx: &Context<'_>) -> sea_orm::Select<Entity> {
        let select = Entity::find()
            .filter(C::Metric.is_in(&self.metrics))
            .filter(C::Day.between(self.days.from, self.days.to))
            .filter(C::At.lte(ctx.now))
            .filter(self.whose.condition(C::DepartmentId, C::MemberId));
        match self.outcome {
            Some(outcome) => select.filter(C::Slice.eq(outcome.word())),
            None => select,
        }
    }

    /// Nothing where no night was counted, or only one outcome is asked for.
    async fn standing(&self, ctx: &Context<'_>) -> Result<Option<sea_orm::Select<spell::Entity>>, Failure> {
        use spell::Column as S;
        if self.outcome.is_some() {
            return Ok(None);
        }
        let night = queries::last_night(ctx, self.days).await?;
        Ok(night.map(|night| {
            spell::Entity::find()
                .filter(S::Metric.is_in(&self.metrics))
                .filter(spell::holds_on(night))
                .filter(self.whose.condition(S::DepartmentId, S::MemberId))
        }))
    }
}

async fn happened_after(
    ctx: &Context<'_>,
    mut select: sea_orm::Select<Entity>,
    wanted: &Wanted,
) -> Result<Vec<Model>, Failure> {
    if let Some(cursor) = &wanted.cursor {
        select = select.filter(after(cursor)?);
    }
    Ok(select
        .order_by_asc(C::At)
        .order_by_asc(C::SourceId)
        .order_by_asc(C::Metric)
        .order_by_asc(C::Part)
        .limit(wanted.limit + 1)
        .all(&ctx.db)
        .await?)
}

async fn spells_after(
    ctx: &Context<'_>,
    mut select: sea_orm::Select<spell::Entity>,
    cursor: Option<&str>,
    limit: u64,
) -> Result<Vec<spell::Model>, Failure> {
    if let Some(cursor) = cursor {
        let after: Uuid = cursor.parse().map_err(|_| BadCursor)?;
        select = select.filter(spell::Column::Id.gt(after));
    }
    Ok(select
        .order_by_asc(spell::Column::Id)
        .limit(limit)
        .all(&ctx.db)
        .await?)
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
    row: Row,
    member_name: Option<String>,
) -> Result<EntryView, Failure> {
    let about = match &row {
        Row::Entry(row) => Subject::new(&row.subject_kind, row.subject_id),
        Row::Spell(row) => Subject::new(&row.subject_kind, row.subject_id),
    };
    let known = match subject::find(ctx.app, &ctx.db, reader, &about).await {
        Ok(known) => Some(known),
        Err(Failure::Refused(_)) => None,
        Err(failure) => return Err(failure),
    };
    let address = known.as_ref().and_then(|_| subject::address(ctx.app, &about));
    let member = Some(row.member()).filter(|member| *member != NOBODY);
    let shown = match row {
        Row::Entry(row) => {
            let is_rule = queries::is_rules_own(&row.metric);
            EntryView {
                outcome: Outcome::of(&row.slice).filter(|_| is_rule),
                value: plain(row.numerator_e4),
                at: row.at,
                event_id: Some(row.event_id),
                department_id: Some(row.department_id),
                obligation_id: (is_rule && row.source_id != row.event_id.0).then_some(row.source_id),
                metric: row.metric,
                ..EntryView::of(about)
            }
        }
        Row::Spell(row) => EntryView {
            value: plain(row.numerator_e4),
            at: ctx.book.standard_calendar().start_of_day(row.from_day),
            department_id: Some(row.department_id),
            metric: row.metric,
            ..EntryView::of(about)
        },
    };
    Ok(EntryView {
        number: known.as_ref().map(|known| known.number.clone()),
        title: known.map(|known| known.title),
        address,
        member_id: member,
        member_name,
        department_name: shown
            .department_id
            .and_then(|department| ctx.book.tree().name(department))
            .map(str::to_owned),
        department_id: shown.department_id.filter(|department| *department != NOWHERE),
        ..shown
    })
}
