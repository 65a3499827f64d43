//! A request as screens show it: what is asked, the steps with their people, the facts then and now.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;
use xianji_kernel::text::Language;
use xianji_platform::identity::ActorKind;
use xianji_platform::{Actor, Failure, MemberId};

use super::Matter;
use super::actions::snapshot;
use super::entity::decider::{Decider, DeciderState};
use super::entity::step::{ApprovalStepRow, StepMode, StepState};
use super::entity::{ApprovalId, ApprovalRequest, DeciderId, State, StepId};
use super::queries;
use crate::engine::{Case, Context};
use crate::sight;
use crate::sight::{PersonView, SubjectView};

/// A request in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApprovalView {
    pub id: ApprovalId,
    /// What the pack calls it.
    pub name: String,
    /// The approval's id in the pack.
    pub approval: String,
    /// What of the record: `initiation`, `exemption`, `waiver`, …
    pub part: String,
    /// The filing, grading result or obligation that it is about.
    pub about_id: Option<Uuid>,
    /// More of it, e.g. the gates and the point of an exemption.
    #[schema(value_type = Object)]
    pub about: Value,
    pub subject: Option<SubjectView>,
    pub state: State,
    pub asked_by: Option<PersonView>,
    pub note: Option<String>,
    pub asked_at: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
    /// When the open step is due.
    pub due_at: Option<DateTime<Utc>>,
    /// Since when it must be asked again.
    pub outdated_at: Option<DateTime<Utc>>,
    pub address: String,
    pub version: i64,
    /// What the reader may do: `approve`, `return`, `reject`, `hand_over`, `add_signer`, `withdraw`.
    pub can: Vec<&'static str>,
}

/// A request with its steps.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApprovalPage {
    #[serde(flatten)]
    pub request: ApprovalView,
    pub steps: Vec<StepView>,
    /// What it is decided on.
    pub facts: Vec<FactView>,
}

/// A step in one of its rounds.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepView {
    pub id: StepId,
    /// Its place, from 0.
    pub place: i32,
    pub round: i32,
    pub name: Option<String>,
    pub state: StepState,
    pub mode: StepMode,
    pub at_least: Option<i32>,
    /// The opinion is filed on this form.
    pub form: Option<String>,
    /// Conditions may be set.
    pub conditions: bool,
    pub opened_at: Option<DateTime<Utc>>,
    pub due_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    pub deciders: Vec<DeciderView>,
}

/// A person's part in a step.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeciderView {
    pub id: DeciderId,
    pub person: PersonView,
    pub state: DeciderState,
    /// Why this person: `rule`, `above`, `added`, `handed-over`, `replaced`, `decided-before`.
    pub reason: String,
    /// Who acted, if not the person.
    pub decided_by: Option<PersonView>,
    pub words: Option<String>,
    pub filing_id: Option<Uuid>,
    pub conditions: Vec<ConditionView>,
    pub decided_at: Option<DateTime<Utc>>,
}

/// A condition that an approver set.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConditionView {
    pub what: String,
    pub owner: Option<PersonView>,
    pub due_on: Option<NaiveDate>,
}

/// A fact when it was asked or decided, and now.
#[derive(Debug, Serialize, ToSchema)]
pub struct FactView {
    /// `project.amount`.
    pub fact: String,
    pub then: Value,
    pub now: Value,
    pub changed: bool,
}

/// Several requests for a list.
pub async fn views(
    ctx: &Context<'_>,
    actor: &Actor,
    rows: Vec<ApprovalRequest>,
) -> Result<Vec<ApprovalView>, Failure> {
    let names = sight::names(&ctx.db, rows.iter().filter_map(|row| row.asked_by)).await?;
    let mut views = Vec::new();
    for row in rows {
        let step = open_of(ctx, &row).await?;
        let facts = xianji_platform::subject::load(ctx.app, &ctx.db, &row.subject())
            .await
            .ok();
        let subject = facts.map(|facts| SubjectView::of(ctx.app, &facts));
        views.push(view(ctx, actor, row, subject, step.as_ref(), &names));
    }
    Ok(views)
}

/// One request with all that is known of it.
pub async fn page(ctx: &Context<'_>, actor: &Actor, row: ApprovalRequest) -> Result<ApprovalPage, Failure> {
    let all = queries::deciders_of(&ctx.db, row.id).await?;
    let set: Vec<MemberId> = all
        .iter()
        .flat_map(conditions_of)
        .filter_map(|(_, owner, _)| owner)
        .collect();
    let named = all
        .iter()
        .flat_map(|one| [Some(one.member_id), one.decided_by])
        .chain([row.asked_by])
        .flatten()
        .chain(set);
    let names = sight::names(&ctx.db, named).await?;
    let mut steps = queries::steps(&ctx.db, row.id).await?;
    steps.sort_by_key(|step| (step.round, step.place));
    let pack = ctx.book.version(row.pack_version_id);
    let statement = pack.and_then(|pack| row.statement(pack));
    let step_name = |step: &ApprovalStepRow| {
        let place = usize::try_from(step.place).ok()?;
        Some(
            statement?
                .steps
                .get(place)?
                .name
                .as_ref()?
                .get(actor.language)
                .to_owned(),
        )
    };
    let steps = steps
        .into_iter()
        .map(|step| step_view(step_name(&step), step, &all, &names))
        .collect();
    let case = Case::load(ctx, &row.subject()).await?;
    let now = match &case {
        Some(case) => snapshot(ctx, case).await?,
        None => Value::Null,
    };
    let facts = compared(&row, &now);
    let subject = case.map(|case| SubjectView::of(ctx.app, &case.facts));
    let open = open_of(ctx, &row).await?;
    Ok(ApprovalPage {
        request: view(ctx, actor, row, subject, open.as_ref(), &names),
        steps,
        facts,
    })
}

async fn open_of(
    ctx: &Context<'_>,
    row: &ApprovalRequest,
) -> Result<Option<(ApprovalStepRow, Vec<Decider>)>, Failure> {
    match queries::open_step(&ctx.db, row.id).await? {
        Some(step) => {
            let deciders = queries::deciders(&ctx.db, step.id).await?;
            Ok(Some((step, deciders)))
        }
        None => Ok(None),
    }
}

fn view(
    ctx: &Context<'_>,
    actor: &Actor,
    row: ApprovalRequest,
    subject: Option<SubjectView>,
    open: Option<&(ApprovalStepRow, Vec<Decider>)>,
    names: &HashMap<MemberId, String>,
) -> ApprovalView {
    ApprovalView {
        can: can(actor, &row, open),
        name: name(ctx, &row, actor.language),
        asked_by: row.asked_by.map(|id| PersonView::of(names, id)),
        due_at: open.and_then(|(step, _)| step.due_at),
        address: format!("/approvals/{}", row.id),
        id: row.id,
        approval: row.approval,
        part: row.part,
        about_id: row.about_id,
        about: row.about,
        subject,
        state: row.state,
        note: row.note,
        asked_at: row.asked_at,
        decided_at: row.decided_at,
        outdated_at: row.outdated_at,
        version: row.version,
    }
}

/// What the pack calls it, else what is asked for.
fn name(ctx: &Context<'_>, row: &ApprovalRequest, language: Language) -> String {
    let pack = ctx.book.version(row.pack_version_id);
    let called = pack
        .and_then(|pack| row.statement(pack))
        .and_then(|statement| statement.name.as_ref());
    if let Some(text) = called {
        return text.get(language).to_owned();
    }
    let key = match row.matter() {
        Matter::Record | Matter::Part(_) => "approval-of-part",
        Matter::Form { .. } => "approval-of-form",
        Matter::Grade { .. } => "approval-of-grade",
        Matter::Exemption { .. } => "approval-of-exemption",
        Matter::Waiver { .. } => "approval-of-waiver",
        Matter::Skip { .. } => "approval-of-skip",
        Matter::Export => "approval-of-export",
        Matter::Release { .. } => "approval-of-release",
    };
    ctx.app
        .registry()
        .texts
        .get(language, key, &[("part", row.part.clone())])
}

fn can(
    actor: &Actor,
    row: &ApprovalRequest,
    open: Option<&(ApprovalStepRow, Vec<Decider>)>,
) -> Vec<&'static str> {
    let ActorKind::Member { id, on_behalf_of } = actor.who() else {
        return Vec::new();
    };
    if row.must_be_pending().is_err() {
        return Vec::new();
    }
    let acting = [Some(*id), *on_behalf_of];
    let decides = open.is_some_and(|(_, deciders)| {
        deciders
            .iter()
            .any(|one| one.state == DeciderState::Open && acting.contains(&Some(one.member_id)))
    });
    let mut can = Vec::new();
    if decides {
        can.extend(["approve", "return", "reject", "hand_over", "add_signer"]);
    }
    if acting.into_iter().flatten().any(|member| row.is_asked_by(member)) {
        can.push("withdraw");
    }
    can
}

fn step_view(
    name: Option<String>,
    step: ApprovalStepRow,
    all: &[Decider],
    names: &HashMap<MemberId, String>,
) -> StepView {
    let theirs = all.iter().filter(|one| one.step_id == step.id);
    StepView {
        deciders: theirs.map(|one| decider_view(one, names)).collect(),
        id: step.id,
        place: step.place,
        round: step.round,
        name,
        state: step.state,
        mode: step.mode,
        at_least: step.at_least,
        form: step.form,
        conditions: step.conditions,
        opened_at: step.opened_at,
        due_at: step.due_at,
        closed_at: step.closed_at,
    }
}

fn decider_view(one: &Decider, names: &HashMap<MemberId, String>) -> DeciderView {
    let conditions = conditions_of(one);
    DeciderView {
        id: one.id,
        person: PersonView::of(names, one.member_id),
        state: one.state,
        reason: one.reason.clone(),
        decided_by: one
            .decided_by
            .filter(|by| *by != one.member_id)
            .map(|id| PersonView::of(names, id)),
        words: one.words.clone(),
        filing_id: one.filing_id,
        conditions: conditions
            .into_iter()
            .map(|(what, owner, due_on)| ConditionView {
                what,
                owner: owner.map(|id| PersonView::of(names, id)),
                due_on,
            })
            .collect(),
        decided_at: one.decided_at,
    }
}

fn conditions_of(one: &Decider) -> Vec<(String, Option<MemberId>, Option<NaiveDate>)> {
    let read = |value: &Value| {
        let text = |key: &str| value.get(key).and_then(Value::as_str);
        let owner = text("owner").and_then(|id| id.parse().ok());
        (
            text("what").unwrap_or_default().to_owned(),
            owner,
            text("due_on").and_then(|day| day.parse().ok()),
        )
    };
    one.conditions
        .as_array()
        .into_iter()
        .flatten()
        .map(read)
        .collect()
}

/// Plain facts of the record, as they were when it was decided (else asked) and as they are now.
fn compared(row: &ApprovalRequest, now: &Value) -> Vec<FactView> {
    let then = row.decided_facts.as_ref().unwrap_or(&row.asked_facts);
    let of = |facts: &Value| {
        facts
            .get(&row.subject_kind)
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default()
    };
    let (then, now) = (of(then), of(now));
    let plain = |value: &Value| !value.is_object() && !value.is_array();
    let kept = then.into_iter().filter(|(_, value)| plain(value));
    kept.map(|(name, then)| {
        let now = now.get(&name).cloned().unwrap_or_default();
        FactView {
            fact: format!("{}.{name}", row.subject_kind),
            changed: then != now,
            then,
            now,
        }
    })
    .collect()
}
