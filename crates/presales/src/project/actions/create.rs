//! A project begins: by hand, or out of an inquiry or a lead, which it carries over.

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};
use serde_json::{Map, Value, json};
use xianji_engage::id::{CustomerId, InquiryId, LeadId};
use xianji_governance::{Case, Context, Roots};
use xianji_kernel::money::Money;
use xianji_platform::{Failure, FieldFault, Invalid, Owned, Work};

use super::super::entity::stage_record::Entered;
use super::super::entity::{Column, Entity, Kind, State, team_member};
use super::super::events::ProjectCreated;
use super::super::model::{Project, ProjectError};
use super::super::{stay, tally};
use super::origin::Origin;
use crate::gates;
use crate::id::ProjectId;
use xianji_platform::record::{patch, rows};

/// What a project begins with.
#[derive(Clone, Debug, Default)]
pub struct NewProject {
    pub name: Option<String>,
    pub kind: Option<Kind>,
    pub customer: Option<CustomerId>,
    pub inquiry: Option<InquiryId>,
    pub lead: Option<LeadId>,
    pub previous: Option<ProjectId>,
    pub amount: Option<Money>,
    pub margin_percent: Option<i32>,
    pub public_sector: bool,
    pub first_lead_on: Option<NaiveDate>,
    pub expected_sign_on: Option<NaiveDate>,
    pub goal: Option<String>,
    pub notes: Option<String>,
    /// Fields that the pack adds, by their id.
    pub extra: Option<Map<String, Value>>,
}

/// Begins a project in the first stage that its pack gives it.
pub async fn create(work: &mut Work, new: NewProject) -> Result<Project, Failure> {
    work.permit_any("project.create")?;
    let origin = Origin::of(work, &new).await?;
    let mut project = draft(work, origin.fill(work, new)).await?;
    Entity::insert(project.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await?;
    let pack = super::pack_of(work, &project)?;
    begin_life(work, &mut project).await?;
    let stage = project.stage.clone();
    super::must_be_filled(work, &project, &stage).await?;
    gates::pass(work, &project, &["project.create"]).await?;
    stay::begin(work, &pack, &project, Entered::Created, None).await?;
    project.counted = Some(tally::counted(&project));
    tally::moved(work, None, tally::counted(&project));
    work.record(ProjectCreated {
        project: project.id,
        source: project.source.clone(),
    })
    .await?;
    super::update::show_customer(work, &project).await?;
    origin.convert(work, &project).await?;
    let entered = format!("stage:{}.entered", project.stage);
    work.record_named(&entered, project.subject(), json!({ "from": null }))
        .await?;
    Ok(project)
}

/// Puts it into the first stage of the lifecycle that holds for such a project; judged on the row, so that the customer's facts count too.
async fn begin_life(work: &Work, project: &mut Project) -> Result<(), Failure> {
    let context = Context::of(work);
    let case = Case::load(&context, &project.subject())
        .await?
        .ok_or_else(|| Failure::not_found("project"))?;
    let conditions = case
        .pack
        .lifecycles
        .iter()
        .filter(|life| life.of == "project")
        .filter_map(|life| life.when.as_ref());
    let facts = case.facts_for(&context, conditions, &Roots::default()).await?;
    let life = case
        .pack
        .lifecycle_of("project", &facts)
        .map_err(|error| Failure::Broken(Box::new(error)))?;
    let life = life.ok_or(ProjectError::NoLifecycle)?;
    project.lifecycle = life.id.clone();
    project.stage = life.first().ok_or(ProjectError::NoLifecycle)?.to_owned();
    Entity::update_many()
        .col_expr(Column::Lifecycle, Expr::value(&project.lifecycle))
        .col_expr(Column::Stage, Expr::value(&project.stage))
        .filter(Column::Id.eq(project.id))
        .exec(&work.db())
        .await?;
    Ok(())
}

async fn draft(work: &mut Work, new: NewProject) -> Result<Project, Failure> {
    let name =
        patch::tidy(new.name.clone()).ok_or_else(|| Invalid(vec![FieldFault::at("/name", "required")]))?;
    let today = work.policies().today(work.now);
    let department = work
        .actor()
        .department()
        .or_else(|| work.policies().tree().root());
    let department = department.ok_or(ProjectError::NoPack)?;
    let (version, _) = work
        .policies()
        .in_force(department, today)
        .ok_or(ProjectError::NoPack)?;
    if let Some(customer) = new.customer {
        rows::seen(work, "customer", customer.into()).await?;
    }
    super::refuse_wrong_extra(work, Some(version), new.extra.as_ref())?;
    let home = crate::money::home(work, "/amount", new.amount).await?;
    let mut project = Project {
        id: work.next_id(),
        number: work.number("project").await?,
        owner_id: work.actor().member(),
        department_id: Some(department),
        pack_version_id: Some(version),
        version: 1,
        archived_at: None,
        extra: patch::merged(&json!({}), new.extra.clone().unwrap_or_default()),
        created_at: work.now,
        updated_at: work.now,
        name_key: xianji_engage::customer::name_key(&name),
        name,
        customer_id: new.customer,
        inquiry_id: new.inquiry,
        lead_id: new.lead,
        previous_id: new.previous,
        source: source_of(&new).into(),
        kind: new.kind.unwrap_or(Kind::Other),
        state: State::Active,
        lifecycle: String::new(),
        stage: String::new(),
        stage_since: work.now,
        amount_amount: None,
        amount_currency: None,
        amount_home: None,
        margin_percent: new.margin_percent,
        public_sector: new.public_sector,
        first_lead_on: new.first_lead_on.unwrap_or(today),
        expected_sign_on: new.expected_sign_on,
        goal: patch::tidy(new.goal),
        notes: patch::tidy(new.notes),
        outcome: None,
        reason: None,
        reason_words: None,
        won_on: None,
        won_amount: None,
        won_currency: None,
        won_home: None,
        ended_at: None,
        suspended_at: None,
        initiated_at: None,
        appointed_at: None,
        baselined_at: None,
        archive_missing: 0,
        named: Vec::new(),
        counted: None,
    };
    project.price(new.amount, home);
    Ok(project)
}

fn source_of(new: &NewProject) -> &'static str {
    match (new.inquiry, new.lead) {
        (Some(_), _) => "inquiry",
        (None, Some(_)) => "lead",
        (None, None) => "hand",
    }
}

/// Puts a member into the team, who from now on also sees the customer's file.
pub(super) async fn put_in_team(
    work: &mut Work,
    project: &Project,
    member: xianji_platform::MemberId,
    role: &str,
    duty: Option<String>,
) -> Result<(), Failure> {
    let row = team_member::ActiveModel {
        id: Set(work.next_id()),
        project_id: Set(project.id),
        member_id: Set(member),
        role: Set(role.to_owned()),
        duty: Set(duty),
        from_at: Set(work.now),
        until_at: Set(None),
        version: Set(1),
        created_at: Set(work.now),
        updated_at: Set(work.now),
    };
    team_member::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await?;
    match project.customer_id {
        Some(customer) => xianji_engage::customer::name_on(work, customer, member, "project").await,
        None => Ok(()),
    }
}
