//! Asking: which approval the pack wants, its steps, the first of them opened.

use std::collections::HashSet;

use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::{Map, Value, json};
use uuid::Uuid;
use xianji_platform::{Failure, MemberId, Subject, Work};
use xianji_policy::model::{Approval, ApprovalStep};

use super::steps;
use crate::approval::entity::step::{self, ApprovalStepRow, StepMode, StepState};
use crate::approval::entity::{self, ApprovalId, ApprovalRequest, State};
use crate::approval::queries;
use crate::approval::{ApprovalError, Matter};
use crate::engine::{Case, Context, Roots};
use crate::grading;

/// An approval that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The request; nothing where the pack asks for no approval, so that the subject counts as approved at once.
    pub request: Option<Uuid>,
    /// How it stands: already approved where nobody has to decide.
    pub state: State,
}

/// What is asked, and by whom.
#[derive(Clone, Debug)]
pub struct Asking {
    /// The record.
    pub subject: Subject,
    /// What of it.
    pub matter: Matter,
    /// Why, in the asker's words.
    pub note: Option<String>,
    /// Who asks, where it is not the actor: the house asks again in the name of whoever asked first.
    pub asker: Option<MemberId>,
    /// The request that this one asks again.
    pub follows: Option<ApprovalId>,
    /// The statement, where another statement names it; else the pack's choice by condition and rank.
    pub approval: Option<String>,
}

impl Asking {
    /// By the actor, as the pack chooses.
    pub fn of(subject: &Subject, matter: Matter, note: Option<String>) -> Self {
        Self {
            subject: subject.clone(),
            matter,
            note,
            asker: None,
            follows: None,
            approval: None,
        }
    }

    /// By the approval of this id.
    #[must_use]
    pub fn by(mut self, approval: &str) -> Self {
        self.approval = Some(approval.to_owned());
        self
    }
}

/// Asks for an approval of a part of the subject, or of the record itself when the part is empty.
pub async fn ask(
    work: &mut Work,
    subject: &Subject,
    part: &str,
    note: Option<String>,
) -> Result<Asked, Failure> {
    let matter = if part.is_empty() {
        Matter::Record
    } else {
        Matter::Part(part.to_owned())
    };
    ask_about(work, Asking::of(subject, matter, note)).await
}

/// What this unit of work has asked for.
#[derive(Default)]
pub struct AskedHere(pub HashSet<ApprovalId>);

/// Asks for any approval.
pub async fn ask_about(work: &mut Work, asking: Asking) -> Result<Asked, Failure> {
    let (case, statement, facts) = {
        let ctx = Context::of(work);
        let case = Case::load(&ctx, &asking.subject)
            .await?
            .ok_or_else(|| Failure::not_found("record"))?;
        let statement = statement_for(&ctx, &case, &asking).await?;
        let facts = snapshot(&ctx, &case).await?;
        (case, statement, facts)
    };
    must_be_decided(&asking.matter, statement.as_ref())?;
    let part = asking.matter.part(&asking.subject.kind);
    if queries::is_pending(&work.db(), &asking.subject, &part, asking.matter.about_id()).await? {
        return Err(ApprovalError::Pending.into());
    }
    let Some(pack) = case.pack_id else {
        return Ok(Asked {
            request: None,
            state: State::Approved,
        });
    };
    let request = ApprovalRequest {
        id: work.next_id(),
        subject_kind: asking.subject.kind.clone(),
        subject_id: asking.subject.id,
        approval: statement
            .as_ref()
            .map(|statement| statement.id.clone())
            .unwrap_or_default(),
        part,
        about_id: asking.matter.about_id(),
        about: asking.matter.about(),
        pack_version_id: pack,
        department_id: case.department(),
        state: State::Pending,
        asked_by: asking.asker.or(work.actor().member()),
        on_behalf_of: work.actor().on_behalf_of().filter(|_| asking.asker.is_none()),
        note: asking.note,
        asked_facts: facts,
        decided_facts: None,
        asked_at: work.now,
        decided_at: None,
        used_at: None,
        outdated_at: None,
        follows: asking.follows,
        version: 1,
        created_at: work.now,
        updated_at: work.now,
    };
    insert(work, &request, statement.as_ref()).await?;
    work.shelf::<AskedHere>().0.insert(request.id);
    if statement.is_some() {
        let hash = request
            .note
            .as_ref()
            .map(|note| xianji_platform::ledger::hash(note.as_bytes()));
        steps::record(
            work,
            &request,
            "asked",
            json!({ "note_hash": hash, "follows": request.follows }),
        )
        .await?;
    }
    let request = steps::go_on(work, request).await?;
    Ok(Asked {
        request: statement.map(|_| request.id.0),
        state: request.state,
    })
}

/// What lets somebody off a rule or lets something out is never approved by nobody.
fn must_be_decided(matter: &Matter, statement: Option<&Approval>) -> Result<(), ApprovalError> {
    match matter {
        _ if statement.is_some_and(|statement| !statement.steps.is_empty()) => Ok(()),
        Matter::Waiver { .. } => Err(ApprovalError::NotWaivable),
        Matter::Exemption { point, .. } => Err(ApprovalError::NothingToExempt(point.clone())),
        Matter::Export | Matter::Release { .. } => Err(ApprovalError::NobodyDecides),
        Matter::Record
        | Matter::Part(_)
        | Matter::Form { .. }
        | Matter::Grade { .. }
        | Matter::Skip { .. } => Ok(()),
    }
}

/// The approval that another statement names, else of those that may apply the one of highest rank whose condition holds.
async fn statement_for(ctx: &Context<'_>, case: &Case, asking: &Asking) -> Result<Option<Approval>, Failure> {
    if let Some(id) = &asking.approval {
        return Ok(case.pack.approvals.get(id).cloned());
    }
    for subject in asking.matter.subjects(&asking.subject.kind) {
        let conditions = case
            .pack
            .approvals
            .iter()
            .filter(|one| one.subject == subject)
            .filter_map(|one| one.when.as_ref());
        let facts = case
            .facts_for(ctx, conditions.collect::<Vec<_>>(), &Roots::none())
            .await?;
        let found = case
            .pack
            .approval_of(&subject, &facts)
            .map_err(|error| Failure::broken(format!("approval: {error}")))?;
        if found.is_some() {
            return Ok(found.cloned());
        }
    }
    Ok(None)
}

/// The facts of the subject and of all that it belongs to, by kind, with grade and rank: what is decided on.
pub async fn snapshot(ctx: &Context<'_>, case: &Case) -> Result<Value, Failure> {
    let mut all = Map::new();
    for one in std::iter::once(&case.facts).chain(&case.chain) {
        let mut facts = one.facts.clone();
        facts.insert("number".into(), json!(one.number));
        facts.insert("owner".into(), json!(one.owner));
        facts.insert("department".into(), json!(one.department));
        if let Some(grading) = case.pack.gradings_of(&one.subject.kind).next() {
            let graded = grading::of(ctx, &one.subject, &grading.id).await?;
            facts.insert("grade".into(), json!(graded.as_ref().map(|graded| &graded.grade)));
            facts.insert("rank".into(), json!(graded.as_ref().map(|graded| graded.rank)));
        }
        all.entry(one.subject.kind.clone())
            .or_insert(Value::Object(facts));
    }
    Ok(Value::Object(all))
}

async fn insert(
    work: &mut Work,
    request: &ApprovalRequest,
    statement: Option<&Approval>,
) -> Result<(), Failure> {
    entity::Entity::insert(request.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await?;
    let steps = statement.map_or(&[][..], |statement| &statement.steps[..]);
    for (place, step) in steps.iter().enumerate() {
        insert_step(work, request, place, 0, step).await?;
    }
    Ok(())
}

/// A step whose turn has not come.
pub async fn insert_step(
    work: &mut Work,
    request: &ApprovalRequest,
    place: usize,
    round: i32,
    step: &ApprovalStep,
) -> Result<(), Failure> {
    let row = ApprovalStepRow {
        id: work.next_id(),
        request_id: request.id,
        place: i32::try_from(place).unwrap_or(i32::MAX),
        round,
        state: StepState::Waiting,
        mode: StepMode::One,
        at_least: step.at_least.and_then(|least| i32::try_from(least).ok()),
        form: step.form.clone(),
        answered: step.answered,
        conditions: step.conditions,
        opened_at: None,
        due_at: None,
        closed_at: None,
        generation: 0,
    };
    step::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await?;
    Ok(())
}
