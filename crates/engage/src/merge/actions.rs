//! What people do with two files of one customer.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ExprTrait, IntoActiveModel, QuerySelect, QueryTrait};
use serde_json::json;
use xianji_governance::Govern;
use xianji_platform::record::patch::tidy;
use xianji_platform::{Failure, Invalid, MemberId, Owned, Work, file};

use super::entity::{Entity, Merge, MergeId, part};
use super::model::MergeError;
use super::queries;
use crate::contact::entity as contact;
use crate::customer::entity::{member, timeline};
use crate::customer::events::{CustomerAbsorbed, CustomerMerged, CustomerUnmerged};
use crate::customer::{self, Customer};
use crate::export::entity as export;
use crate::id::CustomerId;
use crate::inquiry::entity as inquiry;
use crate::interaction::entity as interaction;
use crate::lead::entity as lead;

/// Moves all rows of a table from one customer to another and keeps which ones; or moves back those that were kept, as far as they are
/// still with the customer that they went to.
macro_rules! over {
    ($work:expr, $table:ident, $kind:literal, $merge:expr, $from:expr, $into:expr) => {{
        let rows = $table::Entity::find()
            .select_only()
            .column($table::Column::Id)
            .filter($table::Column::CustomerId.eq($from));
        let ids: Vec<Uuid> = rows.into_tuple().all(&$work.db()).await?;
        keep_parts($work, $merge, $kind, &ids).await?;
        $table::Entity::update_many()
            .col_expr($table::Column::CustomerId, Expr::value($into.0))
            .filter($table::Column::CustomerId.eq($from))
            .exec(&$work.db())
            .await?;
    }};
}
macro_rules! back {
    ($work:expr, $table:ident, $kind:literal, $merge:expr) => {{
        let ids = queries::parts(&$work.db(), $merge.id, $kind).await?;
        $table::Entity::update_many()
            .col_expr($table::Column::CustomerId, Expr::value($merge.from_id.0))
            .filter($table::Column::Id.is_in(ids))
            .filter($table::Column::CustomerId.eq($merge.into_id))
            .exec(&$work.db())
            .await?;
    }};
}

/// Merges a file into another, for a reason: all that hangs on it goes over, and it forwards from now on. Answers the one that goes on.
pub async fn merge(
    work: &mut Work,
    from: CustomerId,
    into: CustomerId,
    reason: String,
) -> Result<Customer, Failure> {
    let mut source = open(work, from).await?;
    work.expect_version(source.version)?;
    if from == into {
        return Err(MergeError::Same.into());
    }
    let mut target = open(work, into).await?;
    source.must_be_live()?;
    target.must_be_live()?;
    let reason = tidy(Some(reason)).ok_or_else(|| Invalid::one("/reason", "required"))?;
    work.gate(&source.subject(), "customer.merge").await?;
    let before = source.clone();
    source.forward(into, work.now);
    customer::save(work, &mut source).await?;
    let fields = target.absorb(&before);
    let merge = Merge {
        id: work.next_id(),
        from_id: from,
        into_id: into,
        reason: reason.clone(),
        filled: json!(fields.filled),
        merged_by: work.actor().member(),
        merged_at: work.now,
        undone_at: None,
    };
    Entity::insert(merge.clone().into_active_model())
        .exec_without_returning(&work.db())
        .await?;
    move_over(work, &merge).await?;
    name_over(work, &merge, source.owner_id).await?;
    customer::save(work, &mut target).await?;
    customer::recount(work, into).await?;
    customer::recount(work, from).await?;
    work.record(CustomerMerged {
        customer: from,
        into: into.to_string(),
        merge: merge.id.to_string(),
        reason,
    })
    .await?;
    work.record(CustomerAbsorbed {
        customer: into,
        from: from.to_string(),
        filled: i64::try_from(fields.filled.len()).unwrap_or(i64::MAX),
    })
    .await?;
    open(work, into).await
}

/// Undoes the merge of a file: what went over comes back as far as nobody moved it on, fields that it filled are empty again as far as
/// nobody changed them. What happened meanwhile stays with the file that went on.
pub async fn undo(work: &mut Work, from: CustomerId) -> Result<Customer, Failure> {
    let mut source = open(work, from).await?;
    work.expect_version(source.version)?;
    let merge = queries::standing(&work.db(), from)
        .await?
        .filter(|merge| source.merged_into == Some(merge.into_id))
        .ok_or(MergeError::NotMerged)?;
    let mut target = open(work, merge.into_id).await?;
    if target.must_be_live().is_err() {
        return Err(MergeError::Gone.into());
    }
    work.gate(&source.subject(), "customer.merge").await?;
    let filled: Vec<String> = serde_json::from_value(merge.filled.clone())?;
    target.give_back(&source, &filled);
    customer::save(work, &mut target).await?;
    source.stand_alone();
    customer::save(work, &mut source).await?;
    move_back(work, &merge).await?;
    Entity::update_many()
        .col_expr(super::entity::Column::UndoneAt, Expr::value(work.now))
        .filter(super::entity::Column::Id.eq(merge.id))
        .exec(&work.db())
        .await?;
    customer::recount(work, merge.into_id).await?;
    customer::recount(work, from).await?;
    work.record(CustomerUnmerged {
        customer: from,
        into: merge.into_id.to_string(),
        merge: merge.id.to_string(),
    })
    .await?;
    open(work, from).await
}

/// Keeps that a record of a higher floor went over; for whoever reacts to `customer.merged`.
pub async fn keep_part(work: &Work, merge: MergeId, kind: &str, record: Uuid) -> Result<(), Failure> {
    keep_parts(work, merge, kind, &[record]).await
}

async fn keep_parts(work: &Work, merge: MergeId, kind: &str, records: &[Uuid]) -> Result<(), Failure> {
    for portion in records.chunks(200) {
        let rows = portion.iter().map(|record| part::ActiveModel {
            merge_id: Set(merge),
            kind: Set(kind.to_owned()),
            record_id: Set(*record),
        });
        part::Entity::insert_many(rows)
            .exec_without_returning(&work.db())
            .await?;
    }
    Ok(())
}

async fn move_over(work: &mut Work, merge: &Merge) -> Result<(), Failure> {
    let (id, from, into) = (merge.id, merge.from_id, merge.into_id);
    over!(work, contact, "contact", id, from, into);
    over!(work, interaction, "interaction", id, from, into);
    over!(work, inquiry, "inquiry", id, from, into);
    over!(work, lead, "lead", id, from, into);
    over!(work, export, "export_run", id, from, into);
    let files = files_of(from).select_only().column(file::entity::Column::Id);
    let ids: Vec<Uuid> = files.into_tuple().all(&work.db()).await?;
    keep_parts(work, id, "file", &ids).await?;
    move_files(work, &ids, from, into).await?;
    // One timeline: what happened to the other file stands in it too, and stays in the other's own.
    let happened: Vec<Uuid> = timeline::Entity::find()
        .select_only()
        .column(timeline::Column::EventId)
        .filter(timeline::Column::CustomerId.eq(from))
        .into_tuple()
        .all(&work.db())
        .await?;
    for portion in happened.chunks(200) {
        let rows = portion.iter().map(|event| timeline::ActiveModel {
            customer_id: Set(into),
            event_id: Set((*event).into()),
        });
        let known = OnConflict::columns([timeline::Column::CustomerId, timeline::Column::EventId])
            .do_nothing()
            .to_owned();
        timeline::Entity::insert_many(rows)
            .on_conflict(known)
            .exec_without_returning(&work.db())
            .await?;
    }
    customer::timeline::forget_all(work);
    Ok(())
}

async fn move_back(work: &mut Work, merge: &Merge) -> Result<(), Failure> {
    back!(work, contact, "contact", merge);
    back!(work, interaction, "interaction", merge);
    back!(work, inquiry, "inquiry", merge);
    back!(work, lead, "lead", merge);
    back!(work, export, "export_run", merge);
    let ids = queries::parts(&work.db(), merge.id, "file").await?;
    move_files(work, &ids, merge.into_id, merge.from_id).await?;
    for (member, role) in queries::named(&work.db(), merge.id).await? {
        member::Entity::delete_many()
            .filter(member::Column::CustomerId.eq(merge.into_id))
            .filter(member::Column::MemberId.eq(member))
            .filter(member::Column::Role.eq(role))
            .exec(&work.db())
            .await?;
    }
    let theirs = timeline::Entity::find()
        .select_only()
        .column(timeline::Column::EventId)
        .filter(timeline::Column::CustomerId.eq(merge.from_id))
        .into_query();
    timeline::Entity::delete_many()
        .filter(timeline::Column::CustomerId.eq(merge.into_id))
        .filter(Expr::col(timeline::Column::EventId).in_subquery(theirs))
        .exec(&work.db())
        .await?;
    customer::timeline::forget_all(work);
    Ok(())
}

fn files_of(id: CustomerId) -> Select<file::entity::Entity> {
    file::entity::Entity::find()
        .filter(file::entity::Column::SubjectKind.eq("customer"))
        .filter(file::entity::Column::SubjectId.eq(id.0))
}

async fn move_files(work: &Work, ids: &[Uuid], from: CustomerId, to: CustomerId) -> Result<(), Failure> {
    file::entity::Entity::update_many()
        .col_expr(file::entity::Column::SubjectId, Expr::value(to.0))
        .filter(file::entity::Column::Id.is_in(ids.iter().copied()))
        .filter(file::entity::Column::SubjectKind.eq("customer"))
        .filter(file::entity::Column::SubjectId.eq(from.0))
        .exec(&work.db())
        .await?;
    Ok(())
}

/// Whoever saw the one file sees the other, its former owner too.
async fn name_over(work: &mut Work, merge: &Merge, owner: Option<MemberId>) -> Result<(), Failure> {
    let theirs = member::Entity::find()
        .filter(member::Column::CustomerId.eq(merge.from_id))
        .all(&work.db())
        .await?;
    let ours = member::Entity::find()
        .filter(member::Column::CustomerId.eq(merge.into_id))
        .all(&work.db())
        .await?;
    let former = owner.map(|owner| (owner, "merged".to_owned()));
    let named = theirs.into_iter().map(|row| (row.member_id, row.role));
    for (member, role) in named.chain(former) {
        if ours.iter().any(|row| row.member_id == member && row.role == role) {
            continue;
        }
        customer::name_on(work, merge.into_id, member, &role).await?;
        keep_part(work, merge.id, &format!("member:{role}"), member.0).await?;
    }
    Ok(())
}

async fn open(work: &Work, id: CustomerId) -> Result<Customer, Failure> {
    let customer = customer::queries::find(&work.db(), &work.scope("customer.read"), id).await?;
    work.permit("customer.merge", &customer)?;
    Ok(customer)
}
