//! What a unit of work gathers for measures and writes once before it commits, in key order, so that two writers of the same rows wait
//! for each other in one order only.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::future::BoxFuture;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, prelude::Expr,
};
use uuid::Uuid;
use xianji_platform::{Conn, Failure, Work};

use super::entity::{daily, entry};
use super::model::{Key, Sums};
use super::obliged;

/// Rows a statement writes at most.
const PORTION: usize = 500;

/// What is gathered.
#[derive(Default)]
pub struct Moves {
    /// What events add that happened in this unit of work.
    pub fresh: Vec<entry::Model>,
    /// What a source says now in place of all that it said before.
    pub anew: BTreeMap<Uuid, Vec<entry::Model>>,
    /// Obligations whose fate has changed; looked at once, as they are when the work commits.
    pub obligations: BTreeSet<Uuid>,
}

/// Writes what was gathered.
pub fn before_commit(work: &mut Work) -> BoxFuture<'_, Result<(), Failure>> {
    Box::pin(async move {
        let mut moves: Moves = work.take_shelf();
        let touched = std::mem::take(&mut moves.obligations);
        moves.anew.extend(obliged::look(work, touched).await?);
        write(&work.db(), moves).await
    })
}

/// Replaces and adds entries, and moves the daily sums by the difference.
pub async fn write(db: &Conn<'_>, moves: Moves) -> Result<(), Failure> {
    let mut deltas: BTreeMap<Key, Sums> = BTreeMap::new();
    let sources: Vec<Uuid> = moves.anew.keys().copied().collect();
    for part in sources.chunks(PORTION) {
        let of_these = entry::Column::SourceId.is_in(part.iter().copied());
        let old = entry::Entity::find().filter(of_these.clone()).all(db).await?;
        if !old.is_empty() {
            entry::Entity::delete_many().filter(of_these).exec(db).await?;
        }
        for row in &old {
            deltas
                .entry(Key::of(row))
                .or_default()
                .add(Sums::of(row).negated());
        }
    }
    let rows: Vec<entry::Model> = moves
        .fresh
        .into_iter()
        .chain(moves.anew.into_values().flatten())
        .collect();
    for row in &rows {
        deltas.entry(Key::of(row)).or_default().add(Sums::of(row));
    }
    for part in rows.chunks(PORTION) {
        let part = part
            .iter()
            .cloned()
            .map(|row| row.into_active_model().reset_all());
        entry::Entity::insert_many(part)
            .exec_without_returning(db)
            .await?;
    }
    add(db, deltas).await
}

/// Adds to daily sums, in key order.
pub async fn add(db: &Conn<'_>, deltas: BTreeMap<Key, Sums>) -> Result<(), Failure> {
    let rows: Vec<daily::ActiveModel> = deltas
        .into_iter()
        .filter(|(_, sums)| !sums.is_zero())
        .map(|(key, sums)| daily_row(key, sums))
        .collect();
    let raised = |column: &str| Expr::cust(format!("\"measure_daily\".\"{column}\" + excluded.\"{column}\""));
    for part in rows.chunks(PORTION) {
        let conflict = OnConflict::columns([
            daily::Column::Metric,
            daily::Column::Day,
            daily::Column::DepartmentId,
            daily::Column::MemberId,
            daily::Column::Slice,
            daily::Column::Pack,
        ])
        .value(daily::Column::NumeratorE4, raised("numerator_e4"))
        .value(daily::Column::DenominatorE4, raised("denominator_e4"))
        .to_owned();
        daily::Entity::insert_many(part.to_vec())
            .on_conflict(conflict)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

fn daily_row(key: Key, sums: Sums) -> daily::ActiveModel {
    daily::ActiveModel {
        metric: Set(key.metric),
        day: Set(key.day),
        department_id: Set(key.department),
        member_id: Set(key.member),
        slice: Set(key.slice),
        pack: Set(key.pack),
        numerator_e4: Set(sums.numerator_e4),
        denominator_e4: Set(sums.denominator_e4),
    }
}
