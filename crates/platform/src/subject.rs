//! Records of any kind, known by kind and id: whether somebody may see one, what is known of it, what happened to it. Comments, files and
//! events are seen by those who see their record, so they all ask here.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::app::App;
use crate::database::Conn;
use crate::failure::Failure;
use crate::id::{EventId, MemberId, Subject};
use crate::identity::{Actor, Scope};
use crate::ledger::entity::event;
use crate::module::{Kind, SubjectFacts};
use crate::work::Seen;

/// A kind by its name.
pub fn kind<'a>(app: &'a App, name: &str) -> Result<&'a Kind, Failure> {
    app.registry()
        .kinds
        .get(name)
        .ok_or_else(|| Failure::not_found("record"))
}

/// Whether a scope holds this record. The select of a kind reads from the table that is named like the kind.
pub async fn is_visible(app: &App, db: &Conn<'_>, scope: &Scope, subject: &Subject) -> Result<bool, Failure> {
    let kind = kind(app, &subject.kind)?;
    if scope.is_empty() {
        return Ok(false);
    }
    let mut select = (kind.visible)(scope);
    select
        .and_where(Expr::col((Alias::new(&subject.kind), Alias::new("id"))).eq(subject.id))
        .limit(1);
    Ok(db.query_one(&select).await?.is_some())
}

/// What is known of a record that the actor may see; what one may not see does not exist.
pub async fn find(
    app: &App,
    db: &Conn<'_>,
    actor: &Actor,
    subject: &Subject,
) -> Result<SubjectFacts, Failure> {
    let read = format!("{}.read", subject.kind);
    if is_visible(app, db, &actor.scope(&read), subject).await? {
        return load(app, db, subject).await;
    }
    // A part without a right of its own, such as a message, is seen by those who see its record.
    if kind(app, &subject.kind)?.declared.actions.contains(&read) {
        return Err(Failure::not_found("record"));
    }
    let part = load(app, db, subject).await?;
    let whole = part
        .belongs_to
        .first()
        .ok_or_else(|| Failure::not_found("record"))?;
    Box::pin(find(app, db, actor, whole)).await?;
    Ok(part)
}

/// What is known of a record, without regard to who asks, out of what a unit of work has read already if it has; nothing where there is no
/// such record or kind.
pub async fn known(
    app: &App,
    db: &Conn<'_>,
    seen: Option<&Seen>,
    subject: &Subject,
) -> Result<Option<SubjectFacts>, Failure> {
    let Some(kind) = app.registry().kinds.get(subject.kind.as_str()) else {
        return Ok(None);
    };
    if let Some(known) = seen.and_then(|seen| seen.get(subject)) {
        return Ok(known);
    }
    let facts = (kind.load)(db, subject.id).await?;
    if let Some(seen) = seen {
        seen.keep(subject, &facts);
    }
    Ok(facts)
}

/// What people call a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// Its human number, or an empty text.
    pub number: String,
    /// Its title.
    pub title: String,
}

/// What many records are called, without regard to who asks: one query for each kind whose table tells it. Those that are not there are
/// left out.
pub async fn called(
    app: &App,
    db: &Conn<'_>,
    subjects: impl IntoIterator<Item = Subject>,
) -> Result<HashMap<Subject, Called>, Failure> {
    let mut kinds: BTreeMap<String, BTreeSet<Uuid>> = BTreeMap::new();
    for subject in subjects {
        kinds.entry(subject.kind).or_default().insert(subject.id);
    }
    let mut found = HashMap::new();
    for (name, ids) in kinds {
        let Some(kind) = app.registry().kinds.get(name.as_str()) else {
            continue;
        };
        match kind.titled {
            Some(title) => found.extend(read_titles(db, &name, title, ids).await?),
            None => {
                for id in ids {
                    let facts = (kind.load)(db, id).await?;
                    found.extend(facts.map(|facts| {
                        let (number, title) = (facts.number, facts.title);
                        (facts.subject, Called { number, title })
                    }));
                }
            }
        }
    }
    Ok(found)
}

async fn read_titles(
    db: &Conn<'_>,
    kind: &str,
    title: &'static str,
    ids: BTreeSet<Uuid>,
) -> Result<Vec<(Subject, Called)>, Failure> {
    let select = Query::select()
        .columns(["id", "number", title].map(Alias::new))
        .from(Alias::new(kind))
        .and_where(Expr::col("id").is_in(ids))
        .to_owned();
    let rows = db.query_all(&select).await?;
    let one = |row: &sea_orm::QueryResult| {
        let subject = Subject::new(kind, row.try_get_by_index::<Uuid>(0)?);
        let (number, title) = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        Ok((subject, Called { number, title }))
    };
    Ok(rows.iter().map(one).collect::<Result<Vec<_>, sea_orm::DbErr>>()?)
}

/// What is known of a record, without regard to who asks: for the engine.
pub async fn load(app: &App, db: &Conn<'_>, subject: &Subject) -> Result<SubjectFacts, Failure> {
    let kind = kind(app, &subject.kind)?;
    (kind.load)(db, subject.id)
        .await?
        .ok_or_else(|| Failure::not_found("record"))
}

/// Where a record's page is.
pub fn address(app: &App, subject: &Subject) -> Option<String> {
    let kind = app.registry().kinds.get(subject.kind.as_str())?;
    Some(kind.address.replace("{id}", &subject.id.to_string()))
}

/// An event as a timeline shows it.
#[derive(Debug, Serialize, ToSchema)]
pub struct TimelineItem {
    /// The event.
    pub id: EventId,
    /// What happened, `project.advanced`.
    pub name: String,
    /// To which record.
    pub subject: Subject,
    /// Who did it, if a member did.
    pub member_id: Option<MemberId>,
    /// That member's name.
    pub member_name: Option<String>,
    /// For whom, if the member stood in.
    pub on_behalf_of: Option<MemberId>,
    /// When it happened.
    pub happened_at: chrono::DateTime<chrono::Utc>,
    /// When it was recorded.
    pub recorded_at: chrono::DateTime<chrono::Utc>,
    /// Its facts.
    pub facts: serde_json::Value,
}

/// The newest events of some records, before a given one.
pub async fn timeline(
    db: &Conn<'_>,
    subjects: &[Subject],
    before: Option<EventId>,
    limit: u64,
) -> Result<Vec<TimelineItem>, Failure> {
    let mut wanted = sea_orm::Condition::any();
    for subject in subjects {
        wanted = wanted.add(
            event::Column::SubjectKind
                .eq(&subject.kind)
                .and(event::Column::SubjectId.eq(subject.id)),
        );
    }
    let mut select = event::Entity::find().filter(wanted);
    if let Some(before) = before {
        select = select.filter(event::Column::Id.lt(before));
    }
    let rows = select
        .order_by_desc(event::Column::Id)
        .limit(Ord::min(limit, 200))
        .all(db)
        .await?;
    let members: Vec<MemberId> = rows.iter().filter_map(|row| row.member_id).collect();
    let names = names(db, &members).await?;
    rows.into_iter()
        .map(|row| {
            let body: serde_json::Value = serde_json::from_str(&row.body)?;
            Ok(TimelineItem {
                id: row.id,
                name: row.name,
                subject: Subject {
                    kind: row.subject_kind,
                    id: row.subject_id,
                },
                member_id: row.member_id,
                member_name: row.member_id.and_then(|id| names.get(&id).cloned()),
                on_behalf_of: row.on_behalf_of,
                happened_at: row.happened_at,
                recorded_at: row.recorded_at,
                facts: body.get("facts").cloned().unwrap_or_default(),
            })
        })
        .collect()
}

/// Names of members, each asked for once.
pub async fn names(
    db: &Conn<'_>,
    members: &[MemberId],
) -> Result<std::collections::HashMap<MemberId, String>, Failure> {
    use crate::identity::entity::member;
    if members.is_empty() {
        return Ok(std::collections::HashMap::new());
    }
    let wanted: std::collections::BTreeSet<MemberId> = members.iter().copied().collect();
    let rows = member::Entity::find()
        .select_only()
        .columns([member::Column::Id, member::Column::Name])
        .filter(member::Column::Id.is_in(wanted))
        .into_tuple::<(MemberId, String)>()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
