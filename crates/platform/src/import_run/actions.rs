//! What people do with imports.

use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use serde_json::json;

use super::entity::{Column as RunColumn, Entity, ImportState, Model as ImportRun, OnDuplicate, mapping};
use super::events::{ImportCancelled, ImportStarted, ImportUploaded};
use super::file::Looked;
use super::model::{Column, ImportError, ImportField, header_key};
use super::{Import, queries};
use crate::app::App;
use crate::failure::{Failure, FieldFault, Forbidden, Invalid};
use crate::file::Kept;
use crate::id::ImportRunId;
use crate::identity::Actor;
use crate::record::rows;
use crate::work::Work;

/// A file and what it is to become.
pub struct Source<'a> {
    /// Kind of the records.
    pub kind: &'a str,
    /// What the file is called.
    pub name: &'a str,
    /// Its bytes.
    pub kept: &'a Kept,
}

/// What can be taken in of a kind.
pub(super) fn import_of<'a>(app: &'a App, kind: &str) -> Result<&'a Import, Failure> {
    let known = app.registry().imports.get(kind);
    known.ok_or_else(|| Invalid::one("/kind", "not-allowed").into())
}

/// Refuses whoever may not import this kind.
pub(super) fn permit(actor: &Actor, import: &Import) -> Result<(), Failure> {
    let permission = import.permission();
    if actor.may(&permission) {
        return Ok(());
    }
    Err(Forbidden {
        permission,
        subject: None,
    }
    .into())
}

/// Takes a file in whose first rows were looked at; columns that the same member mapped before are mapped the same way.
pub async fn upload(work: &mut Work, source: Source<'_>, looked: Looked) -> Result<ImportRun, Failure> {
    let app = work.app().clone();
    let import = import_of(&app, source.kind)?;
    permit(work.actor(), import)?;
    let columns = remembered(work, import, looked.columns).await?;
    let run = ImportRun {
        id: work.next_id(),
        owner_id: work.actor().principal(),
        member_id: work.actor().member(),
        department_id: work.actor().department(),
        kind: import.kind.to_owned(),
        file_name: crate::file::actions::tidy(source.name),
        sha256: source.kept.sha256.clone(),
        size: i64::try_from(source.kept.size).unwrap_or(i64::MAX),
        format: serde_json::to_value(&looked.format)?,
        header_row: i32::try_from(looked.header_row).unwrap_or(i32::MAX),
        columns: serde_json::to_value(&columns)?,
        on_duplicate: OnDuplicate::Skip,
        language: work.actor().language.tag().to_owned(),
        state: ImportState::Uploaded,
        checked: None,
        problem: None,
        total: 0,
        position: 0,
        seen: 0,
        made: 0,
        updated: 0,
        skipped: 0,
        failed: 0,
        taken_back: 0,
        kept: 0,
        attempts: 0,
        started_at: None,
        finished_at: None,
        version: 1,
        created_at: work.now,
        updated_at: work.now,
    };
    Entity::insert(run.clone().into_active_model())
        .exec_without_returning(&work.db())
        .await?;
    work.record(ImportUploaded {
        run: run.id,
        kind: run.kind.clone(),
        sha256: run.sha256.clone(),
        size: run.size,
    })
    .await?;
    Ok(run)
}

/// Columns as the member mapped the same headings before; fields that are gone since are left out.
async fn remembered(work: &Work, import: &Import, columns: Vec<Column>) -> Result<Vec<Column>, Failure> {
    let Some(member) = work.actor().member() else {
        return Ok(columns);
    };
    let before = queries::remembered(&work.db(), member, import.kind, &header_key(&columns)).await?;
    let Some(before) = before.filter(|before| before.len() == columns.len()) else {
        return Ok(columns);
    };
    let fields = (import.fields)(work.app(), work.actor());
    let known = |name: &String| fields.iter().any(|field| field.name == *name);
    let both = columns.into_iter().zip(before);
    Ok(both
        .map(|(column, field)| Column {
            field: field.filter(known),
            ..column
        })
        .collect())
}

/// Says how the file is read, what each column fills and what is done with rows whose record is there.
pub async fn map(
    work: &mut Work,
    id: ImportRunId,
    looked: Looked,
    fields: Option<Vec<Option<String>>>,
    on_duplicate: Option<OnDuplicate>,
) -> Result<ImportRun, Failure> {
    let mut run = opened(work, id, "import_run.update").await?;
    run.must_be_new()?;
    let app = work.app().clone();
    let import = import_of(&app, &run.kind)?;
    permit(work.actor(), import)?;
    let mut columns = looked.columns;
    if let Some(fields) = fields {
        let known = (import.fields)(&app, work.actor());
        let faults = faults(&known, &columns, &fields);
        if !faults.is_empty() {
            return Err(Invalid(faults).into());
        }
        for (column, field) in columns.iter_mut().zip(fields) {
            column.field = field;
        }
        remember(work, &run, &columns).await?;
    }
    run.format = serde_json::to_value(&looked.format)?;
    run.header_row = i32::try_from(looked.header_row).unwrap_or(i32::MAX);
    run.columns = serde_json::to_value(&columns)?;
    run.on_duplicate = on_duplicate.unwrap_or(run.on_duplicate);
    run.state = ImportState::Uploaded;
    run.checked = None;
    save(work, &mut run).await?;
    Ok(run)
}

fn faults(known: &[ImportField], columns: &[Column], fields: &[Option<String>]) -> Vec<FieldFault> {
    if fields.len() != columns.len() {
        return vec![FieldFault::at("/fields", "wrong-count").with("limit", columns.len())];
    }
    let mut faults = Vec::new();
    for (place, field) in fields.iter().enumerate() {
        let Some(name) = field else { continue };
        let at = format!("/fields/{place}");
        if !known.iter().any(|field| field.name == *name) {
            faults.push(FieldFault::at(at, "unknown"));
        } else if fields[..place].contains(field) {
            faults.push(FieldFault::at(at, "twice"));
        }
    }
    faults
}

async fn remember(work: &Work, run: &ImportRun, columns: &[Column]) -> Result<(), Failure> {
    let Some(member) = work.actor().member() else {
        return Ok(());
    };
    let fields: Vec<&Option<String>> = columns.iter().map(|column| &column.field).collect();
    let row = mapping::ActiveModel {
        member_id: Set(member),
        kind: Set(run.kind.clone()),
        headings: Set(header_key(columns)),
        columns: Set(json!(fields)),
        updated_at: Set(work.now),
    };
    let again = OnConflict::columns([
        mapping::Column::MemberId,
        mapping::Column::Kind,
        mapping::Column::Headings,
    ])
    .update_columns([mapping::Column::Columns, mapping::Column::UpdatedAt])
    .to_owned();
    mapping::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(&work.db())
        .await?;
    Ok(())
}

/// Looks at every row before anything is made.
pub async fn check(work: &mut Work, id: ImportRunId) -> Result<ImportRun, Failure> {
    let mut run = mapped(work, id).await?;
    run.look()?;
    save(work, &mut run).await?;
    Ok(run)
}

/// Takes the rows in from now on, in the background.
pub async fn start(work: &mut Work, id: ImportRunId) -> Result<ImportRun, Failure> {
    let mut run = mapped(work, id).await?;
    run.begin(work.now)?;
    save(work, &mut run).await?;
    work.record(ImportStarted {
        run: id,
        kind: run.kind.clone(),
        on_duplicate: run.on_duplicate.to_value(),
    })
    .await?;
    Ok(run)
}

/// One that may be begun: whoever asks may import its kind, and what no record does without is mapped.
async fn mapped(work: &Work, id: ImportRunId) -> Result<ImportRun, Failure> {
    let run = opened(work, id, "import_run.update").await?;
    run.must_be_new()?;
    let import = import_of(work.app(), &run.kind)?;
    permit(work.actor(), import)?;
    let columns: Vec<Column> = serde_json::from_value(run.columns.clone())?;
    let filled = |name: &String| columns.iter().any(|column| column.field.as_ref() == Some(name));
    let fields = (import.fields)(work.app(), work.actor());
    match fields.iter().find(|field| field.required && !filled(&field.name)) {
        Some(field) => {
            Err(ImportError::NotMapped(field.called.first().unwrap_or(&field.name).clone()).into())
        }
        None => Ok(run),
    }
}

/// Stops it after the portion that is being written.
pub async fn cancel(work: &mut Work, id: ImportRunId) -> Result<ImportRun, Failure> {
    let mut run = opened(work, id, "import_run.cancel").await?;
    run.cancel(work.now)?;
    save(work, &mut run).await?;
    if run.state == ImportState::Cancelled {
        work.record(ImportCancelled {
            run: id,
            seen: run.seen,
            made: run.made,
        })
        .await?;
    }
    Ok(run)
}

/// Takes back what it made, in the background.
pub async fn undo(work: &mut Work, id: ImportRunId) -> Result<ImportRun, Failure> {
    let mut run = opened(work, id, "import_run.undo").await?;
    if import_of(work.app(), &run.kind)?.take_back.is_none() {
        return Err(ImportError::NothingToUndo.into());
    }
    run.undo()?;
    run.member_id = work.actor().member();
    save(work, &mut run).await?;
    Ok(run)
}

/// Whoever began it may do anything with it; others need the permission. Locked until the end, so that no portion is written meanwhile.
async fn opened(work: &Work, id: ImportRunId, permission: &str) -> Result<ImportRun, Failure> {
    let run = queries::lock(work, &work.scope("import_run.read"), id).await?;
    let mine = run.owner_id.is_some() && run.owner_id == work.actor().principal();
    if !mine {
        work.permit(permission, &run).await?;
    }
    work.expect_version(run.version)?;
    Ok(run)
}

/// Saves over the version that was read.
pub(super) async fn save(work: &Work, run: &mut ImportRun) -> Result<(), Failure> {
    let read = run.version;
    run.version += 1;
    run.updated_at = work.now;
    let row = rows::all_but_key(run.clone());
    let update = Entity::update_many().set(row).filter(RunColumn::Id.eq(run.id));
    rows::over(work, update.filter(RunColumn::Version.eq(read))).await
}
