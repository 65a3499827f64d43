//! Rebuilding measures: every event of the ledger is counted again by the pack that its subject keeps, every obligation looked at again,
//! and the daily sums are corrected to what the entries say.
//!
//! What a condition asked of the subject itself (and not of the event) was judged when it happened, and the subject has moved on since:
//! such entries are kept as they were judged, unless a metric has none at all.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement, UnionType};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use xianji_platform::ledger::entity::event;
use xianji_platform::work::Recorded;
use xianji_platform::{Actor, App, EventId, Failure, Subject};
use xianji_policy::condition::Reference;
use xianji_policy::model::Metric;

use super::counting::{self, conditions};
use super::entity::{daily, entry};
use super::model::{Key, Sums};
use super::moves::{self, Moves};
use super::{obliged, queries};
use crate::engine::Context;

/// Events a unit of work counts again.
const PORTION: u64 = 200;

/// What a recount found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Recounted {
    /// Events read.
    pub events: u64,
    /// Events and obligations whose entries were not what they are now.
    pub corrected: u64,
    /// Daily sums that were not what their entries say.
    pub sums: u64,
}

/// Rebuilds entries and daily sums from the ledger, in portions. Safe while people work, and to run twice.
pub async fn recount(app: &App) -> Result<Recounted, Failure> {
    let mut done = Recounted::default();
    let mut judged = HashMap::new();
    let mut after: Option<EventId> = None;
    loop {
        let mut select = event::Entity::find()
            .order_by_asc(event::Column::Id)
            .limit(PORTION);
        if let Some(after) = after {
            select = select.filter(event::Column::Id.gt(after));
        }
        let rows = select.all(&app.reader()).await?;
        let Some(last) = rows.last() else { break };
        after = Some(last.id);
        done.events += rows.len() as u64;
        done.corrected += portion(app, rows, &mut judged).await?;
    }
    done.sums = correct_sums(app).await?;
    Ok(done)
}

async fn portion(
    app: &App,
    rows: Vec<event::Model>,
    judged: &mut HashMap<String, bool>,
) -> Result<u64, Failure> {
    let work = app.begin(Actor::system()).await?;
    let ctx = Context::of(&work);
    let (mut anew, mut touched) = (BTreeMap::<Uuid, Vec<entry::Model>>::new(), BTreeSet::new());
    for row in rows {
        let event = recorded(row)?;
        touched.extend(counting::obligation_of(&event));
        anew.insert(event.id.0, counting::entries_of(&ctx, &event).await?);
    }
    anew.extend(obliged::entries(&ctx, touched).await?);
    let known = known(&ctx, anew.keys().copied().collect()).await?;
    let mut changed = Moves::default();
    for (source, mut entries) in anew {
        let before = known.get(&source).map(Vec::as_slice).unwrap_or_default();
        keep_judged(&ctx, &mut entries, before, judged).await?;
        if !same(&entries, before) {
            changed.anew.insert(source, entries);
        }
    }
    let corrected = changed.anew.len() as u64;
    if corrected > 0 {
        moves::write(&ctx.db, changed).await?;
        drop(ctx);
        work.commit().await?;
    }
    Ok(corrected)
}

async fn known(ctx: &Context<'_>, sources: Vec<Uuid>) -> Result<HashMap<Uuid, Vec<entry::Model>>, Failure> {
    let mut known: HashMap<Uuid, Vec<entry::Model>> = HashMap::new();
    for part in sources.chunks(500) {
        let rows = entry::Entity::find()
            .filter(entry::Column::SourceId.is_in(part.iter().copied()))
            .all(&ctx.db)
            .await?;
        for row in rows {
            known.entry(row.source_id).or_default().push(row);
        }
    }
    Ok(known)
}

fn same(now: &[entry::Model], before: &[entry::Model]) -> bool {
    let order = |rows: &[entry::Model]| {
        let mut rows = rows.to_vec();
        rows.sort_by(|a, b| (&a.metric, a.part).cmp(&(&b.metric, b.part)));
        rows
    };
    order(now) == order(before)
}

/// Puts what was judged at the time in the place of what would be judged now.
async fn keep_judged(
    ctx: &Context<'_>,
    entries: &mut Vec<entry::Model>,
    before: &[entry::Model],
    judged: &mut HashMap<String, bool>,
) -> Result<(), Failure> {
    let metrics: BTreeSet<String> = entries
        .iter()
        .chain(before)
        .map(|entry| entry.metric.clone())
        .collect();
    for metric in metrics {
        let keep = match judged.get(&metric) {
            Some(keep) => *keep,
            None => {
                let keep = asks_the_subject(ctx, &metric) && has_entries(ctx, &metric).await?;
                judged.insert(metric.clone(), keep);
                keep
            }
        };
        if keep {
            entries.retain(|entry| entry.metric != metric);
            entries.extend(before.iter().filter(|entry| entry.metric == metric).cloned());
        }
    }
    Ok(())
}

/// Whether a metric rests on more than the event itself.
fn asks_the_subject(ctx: &Context<'_>, metric: &str) -> bool {
    let outside = |root: &str| root != "event" && root != "form";
    let asks = |metric: &Metric| {
        let facts = conditions(metric)
            .into_iter()
            .flat_map(|condition| condition.references())
            .any(|reference| match reference {
                Reference::Fact { root, .. } => outside(root),
                _ => true,
            });
        let credit = metric
            .credit
            .iter()
            .any(|credit| credit.to.first().is_some_and(|root| outside(root)));
        facts || credit || metric.by.iter().any(|by| matches!(by, xianji_policy::model::Dimension::Fact(path) if path.first().is_some_and(|root| outside(root))))
    };
    !queries::is_rules_own(metric)
        && queries::definition(ctx, metric).is_some_and(|(_, metric)| asks(&metric))
}

async fn has_entries(ctx: &Context<'_>, metric: &str) -> Result<bool, Failure> {
    Ok(entry::Entity::find()
        .filter(entry::Column::Metric.eq(metric))
        .limit(1)
        .one(&ctx.db)
        .await?
        .is_some())
}

/// An event as reactions saw it.
fn recorded(row: event::Model) -> Result<Recorded, Failure> {
    let mut body: serde_json::Value = serde_json::from_str(&row.body)?;
    Ok(Recorded {
        id: row.id,
        name: row.name,
        subject: Subject {
            kind: row.subject_kind,
            id: row.subject_id,
        },
        member: row.member_id,
        on_behalf_of: row.on_behalf_of,
        happened_at: row.happened_at,
        recorded_at: row.recorded_at,
        facts: body
            .get_mut("facts")
            .map(serde_json::Value::take)
            .unwrap_or_default(),
    })
}

/// Adds to each daily sum what it lacks. The difference is read in one statement, so that it holds beside other writers' additions.
async fn correct_sums(app: &App) -> Result<u64, Failure> {
    let mut metrics: BTreeSet<String> = entry::Entity::find()
        .select_only()
        .column(entry::Column::Metric)
        .distinct()
        .into_tuple::<String>()
        .all(&app.reader())
        .await?
        .into_iter()
        .collect();
    metrics.extend(
        daily::Entity::find()
            .select_only()
            .column(daily::Column::Metric)
            .distinct()
            .into_tuple::<String>()
            .all(&app.reader())
            .await?,
    );
    let mut corrected = 0;
    for metric in metrics {
        let work = app.begin(Actor::system()).await?;
        let mut deltas = BTreeMap::new();
        for row in work.db().query_all(&difference(&metric)).await? {
            let key = Key {
                metric: metric.clone(),
                day: row.try_get("", "day")?,
                department: row.try_get("", "department_id")?,
                member: row.try_get("", "member_id")?,
                slice: row.try_get("", "slice")?,
                pack: row.try_get("", "pack")?,
            };
            deltas.insert(
                key,
                Sums {
                    numerator_e4: row.try_get("", "above")?,
                    denominator_e4: row.try_get("", "below")?,
                },
            );
        }
        corrected += deltas.len() as u64;
        if !deltas.is_empty() {
            moves::add(&work.db(), deltas).await?;
            work.commit().await?;
        }
    }
    Ok(corrected)
}

const KEY: [&str; 5] = ["day", "department_id", "member_id", "slice", "pack"];

fn difference(metric: &str) -> SelectStatement {
    let mut said = of_table("measure_entry", metric, 1);
    said.union(UnionType::All, of_table("measure_daily", metric, -1));
    let sum = |name: &'static str| Expr::col(Alias::new(name)).sum().cast_as("bigint");
    let mut query = Query::select();
    for column in KEY {
        query.column(Alias::new(column)).group_by_col(Alias::new(column));
    }
    query
        .expr_as(sum("n"), "above")
        .expr_as(sum("d"), "below")
        .from_subquery(said, "both");
    query.and_having(sum("n").ne(0).or(sum("d").ne(0)));
    query
}

fn of_table(name: &'static str, metric: &str, sign: i64) -> SelectStatement {
    let mut query = Query::select();
    for column in KEY {
        query.column(Alias::new(column));
    }
    query
        .expr_as(Expr::col(Alias::new("numerator_e4")).mul(sign), "n")
        .expr_as(Expr::col(Alias::new("denominator_e4")).mul(sign), "d")
        .from(Alias::new(name))
        .and_where(Expr::col(Alias::new("metric")).eq(metric));
    query
}
