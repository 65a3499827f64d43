//! What people do with applications, and what follows when they are decided.

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::json;
use xianji_governance::{Govern, approval};
use xianji_kernel::money::Money;
use xianji_platform::{Failure, Owned, Work};

use super::entity::{Column, Entity, State};
use super::events::*;
use super::model::{Decision, Initiation, InitiationError};
use super::queries;
use crate::gates;
use crate::id::{InitiationId, ProjectId};
use crate::project::{self, State as ProjectState};
use xianji_platform::record::{patch, rows};

/// What the pack calls the part of a project that is approved here.
pub const PART: &str = "initiation";

/// Begins an application, or the next revision of one that was decided.
pub async fn draft(
    work: &mut Work,
    project: ProjectId,
    budget: Option<Money>,
    note: Option<String>,
) -> Result<Initiation, Failure> {
    let project = project::queries::lock(work, &work.scope("project.read"), project).await?;
    work.permit("initiation.draft", &project).await?;
    if project.state != ProjectState::Active {
        return Err(InitiationError::ProjectNotActive.into());
    }
    let before = queries::latest(&work.db(), project.id).await?;
    if let Some(open) = before.as_ref().filter(|one| one.is_open()) {
        return Err(InitiationError::StillOpen(open.revision).into());
    }
    gates::pass(work, &project, &["initiation.draft"]).await?;
    let home = crate::money::home(work, "/budget", budget).await?;
    let mut initiation = Initiation {
        id: work.next_id(),
        number: work.number("initiation").await?,
        owner_id: work.actor().member().or(project.owner_id),
        department_id: project.department_id,
        pack_version_id: project.pack_version_id,
        version: 1,
        archived_at: None,
        extra: json!({}),
        created_at: work.now,
        updated_at: work.now,
        project_id: project.id,
        revision: before.map_or(1, |before| before.revision + 1),
        state: State::Draft,
        budget_amount: None,
        budget_currency: None,
        budget_home: None,
        note: patch::tidy(note),
        filing_id: None,
        approval_id: None,
        submitted_at: None,
        decided_at: None,
        named: Vec::new(),
    };
    initiation.ask(budget, home);
    Entity::insert(initiation.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await?;
    work.record(InitiationDrafted {
        initiation: initiation.id,
        revision: initiation.revision,
    })
    .await?;
    Ok(initiation)
}

/// Changes what a draft asks for.
pub async fn update(
    work: &mut Work,
    id: InitiationId,
    budget: Option<Option<Money>>,
    note: Option<Option<String>>,
) -> Result<Initiation, Failure> {
    let mut initiation = open(work, id, "initiation.draft").await?;
    initiation.still_written()?;
    if let Some(budget) = budget {
        let home = crate::money::home(work, "/budget", budget).await?;
        initiation.ask(budget, home);
    }
    if let Some(note) = note {
        initiation.note = patch::tidy(note);
    }
    save(work, &mut initiation).await?;
    work.record(InitiationDrafted {
        initiation: id,
        revision: initiation.revision,
    })
    .await?;
    Ok(initiation)
}

/// Hands an application in. Its package must be on file (the gate's question); who decides follows from the project's grade.
pub async fn submit(work: &mut Work, id: InitiationId, note: Option<String>) -> Result<Initiation, Failure> {
    let mut initiation = open(work, id, "initiation.submit").await?;
    let project = project::queries::lock(work, &work.scope("project.read"), initiation.project_id).await?;
    if project.state != ProjectState::Active {
        return Err(InitiationError::ProjectNotActive.into());
    }
    let today = work.policies().today(work.now);
    let complete_at_first = !queries::was_refused(&work.db(), id).await?;
    let submitted = initiation.submit(project.first_lead_on, today, complete_at_first, work.now)?;
    gates::pass(work, &initiation, &["initiation.submit"]).await?;
    save(work, &mut initiation).await?;
    work.record(submitted).await?;
    let asked = work.ask_approval(&project.subject(), PART, note).await?;
    let mut initiation = queries::lock(work, &work.scope("project.read"), id).await?;
    match asked.request {
        Some(request) if initiation.state == State::Submitted => {
            initiation.review(request)?;
            save(work, &mut initiation).await?;
        }
        Some(_) => {}
        None => decided(work, &mut initiation, Decision::Approved).await?,
    }
    Ok(initiation)
}

/// Takes an application back before it is decided.
pub async fn withdraw(work: &mut Work, id: InitiationId) -> Result<Initiation, Failure> {
    let mut initiation = open(work, id, "initiation.withdraw").await?;
    let Some(request) = initiation.approval_id else {
        let withdrawn = initiation.withdraw()?;
        save(work, &mut initiation).await?;
        work.record(withdrawn).await?;
        return Ok(initiation);
    };
    initiation.still_decided()?;
    // The request goes first; what it records brings the draft back.
    approval::actions::withdraw(work, request.into(), None).await?;
    queries::find(&work.db(), &work.scope("project.read"), id).await
}

/// Notes what was decided; an approved one starts its project in earnest.
pub async fn decided(
    work: &mut Work,
    initiation: &mut Initiation,
    decision: Decision,
) -> Result<(), Failure> {
    initiation.decide(decision, work.now)?;
    save(work, initiation).await?;
    let id = initiation.id;
    match decision {
        Decision::Approved => {
            project::actions::initiated(work, initiation.project_id).await?;
            let asked = work
                .gate_items(&initiation.subject(), "initiation.submit")
                .await?;
            let complete = asked.iter().all(|item| item.met);
            work.record(InitiationApproved {
                initiation: id,
                complete,
            })
            .await?;
        }
        Decision::Returned => {
            work.record(InitiationReturned { initiation: id }).await?;
        }
        Decision::Rejected => {
            work.record(InitiationRejected { initiation: id }).await?;
        }
    }
    Ok(())
}

async fn open(work: &Work, id: InitiationId, permission: &str) -> Result<Initiation, Failure> {
    let initiation = queries::lock(work, &work.scope("project.read"), id).await?;
    work.permit(permission, &initiation).await?;
    work.expect_version(initiation.version)?;
    let project = project::queries::lock(work, &work.scope("project.read"), initiation.project_id).await?;
    project.still_written()?;
    Ok(initiation)
}

pub(super) async fn save(work: &Work, initiation: &mut Initiation) -> Result<(), Failure> {
    let read = initiation.version;
    initiation.version += 1;
    initiation.updated_at = work.now;
    let row = rows::all_but_key(initiation.clone());
    let update = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(initiation.id));
    rows::over(work, update.filter(Column::Version.eq(read))).await
}
