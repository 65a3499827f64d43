//! Publishing a pack and putting it in force for a department.

use axum::http::StatusCode;
use chrono::NaiveDate;
use sea_orm::sea_query::{Alias, Expr, Query};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};
use serde_json::{Map, Value, json};
use xianji_policy::model::{Pack, Position};
use xianji_policy::read::{Mistake, Mode, PackSource, read};

use super::entity::{adoption, version};
use crate::database::Conn;
use crate::failure::{Failure, Invalid, Refusal, Stale};
use crate::id::{DepartmentId, PackVersionId};
use crate::identity::queries::holders;
use crate::module::SubjectFacts;
use crate::work::Work;

crate::event!(
    /// A version of a pack was checked and stored; it is in force nowhere yet.
    PolicyPublished = "policy.published", version: PackVersionId => "policy" {
        pack: String as Text,
        pack_version: String as Text,
        hash: String as Text,
    }
);

crate::event!(
    /// A department, and all below that adopted none of their own, live by a version from a day on.
    PolicyAdopted = "policy.adopted", version: PackVersionId => "policy" {
        department: DepartmentId as Department,
        from_date: NaiveDate as Date,
    }
);

/// A pack that does not load: every mistake at once.
#[derive(Debug, thiserror::Error)]
#[error("{} mistake(s) in the pack", .0.len())]
pub struct PackMistakes(pub Vec<Mistake>);

impl Refusal for PackMistakes {
    fn code(&self) -> &'static str {
        "pack-mistakes"
    }
    fn status(&self) -> StatusCode {
        StatusCode::UNPROCESSABLE_ENTITY
    }
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("count", self.0.len().to_string())]
    }
    fn extra(&self) -> Map<String, Value> {
        let mistakes = self.0.iter().map(|one| {
            json!({
                "file": one.file, "line": one.line, "column": one.column, "code": one.code,
                "offending": one.offending, "expected": one.expected, "hint": one.hint,
            })
        });
        Map::from_iter([("mistakes".to_owned(), mistakes.collect())])
    }
}

/// Checks the first of the given packs (the others are at hand to be extended) and stores its flattened text. The same text published
/// twice is one version.
pub async fn publish(work: &mut Work, sources: &[PackSource], mode: Mode) -> Result<PackVersionId, Failure> {
    work.permit_any("policy.publish")?;
    let pack = read(sources, &work.app().registry().vocabulary, mode).map_err(PackMistakes)?;
    let known = version::Entity::find()
        .filter(version::Column::Hash.eq(&pack.hash))
        .one(&work.db())
        .await?;
    if let Some(known) = known {
        return Ok(known.id);
    }
    let id: PackVersionId = work.next_id();
    let row = version::ActiveModel {
        id: Set(id),
        pack: Set(pack.id.clone()),
        version: Set(pack.version.clone()),
        hash: Set(pack.hash.clone()),
        text: Set(pack.flattened.clone()),
        published_at: Set(work.now),
        published_by: Set(work.actor().member()),
    };
    version::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await?;
    work.raise_generation().await?;
    work.record(PolicyPublished {
        version: id,
        pack: pack.id,
        pack_version: pack.version,
        hash: pack.hash,
    })
    .await?;
    Ok(id)
}

/// Lets a record keep another version from now on, over the version of the row that was read. A kind's table is named like the kind.
pub async fn keep(work: &mut Work, record: &SubjectFacts, id: PackVersionId) -> Result<(), Failure> {
    let column = |name: &str| Expr::col(Alias::new(name));
    let update = Query::update()
        .table(Alias::new(&record.subject.kind))
        .value(Alias::new("pack_version_id"), id)
        .value(Alias::new("version"), column("version").add(1))
        .and_where(column("id").eq(record.subject.id))
        .and_where(column("version").eq(record.version))
        .to_owned();
    match work.db().execute(&update).await?.rows_affected() {
        1 => Ok(()),
        _ => Err(Stale.into()),
    }
}

/// Positions of a version that nobody holds where it would be in force; a role in a record's team is filled record by record.
pub async fn vacant_positions(
    db: &Conn<'_>,
    pack: &Pack,
    department: DepartmentId,
    on: NaiveDate,
) -> Result<Vec<Position>, Failure> {
    let mut vacant = Vec::new();
    for position in pack.positions.iter().filter(|position| position.of.is_none()) {
        if holders(db, &position.id, Some(department), on).await?.is_empty() {
            vacant.push(position.clone());
        }
    }
    Ok(vacant)
}

/// Puts a version in force for a department from a day on, which lies not in the past: what was in force yesterday stays what it was.
pub async fn adopt(
    work: &mut Work,
    department: DepartmentId,
    id: PackVersionId,
    from: NaiveDate,
) -> Result<(), Failure> {
    work.permit_any("policy.adopt")?;
    if version::Entity::find_by_id(id).one(&work.db()).await?.is_none() {
        return Err(Failure::not_found("pack"));
    }
    if work.policies().tree().name(department).is_none() {
        return Err(Invalid::one("/department_id", "unknown").into());
    }
    if from < work.policies().today(work.now) {
        return Err(Invalid::one("/from", "in-the-past").into());
    }
    let row = adoption::ActiveModel {
        id: Set(work.next_id()),
        department_id: Set(department),
        pack_version_id: Set(id),
        from_date: Set(from),
        adopted_by: Set(work.actor().member()),
        created_at: Set(work.now),
    };
    adoption::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await?;
    work.raise_generation().await?;
    work.record(PolicyAdopted {
        version: id,
        department,
        from_date: from,
    })
    .await?;
    Ok(())
}
