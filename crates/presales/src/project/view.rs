//! A project as the screen sees it.

mod parts;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use xianji_engage::id::{CustomerId, InquiryId, LeadId};
use xianji_governance::form::view::{ChoiceView, FieldView};
use xianji_governance::{Context, extra, grading};
use xianji_kernel::money::Money;
use xianji_kernel::text::Language;
use xianji_platform::http::Call;
use xianji_platform::{Actor, DepartmentId, Failure, Owned, Work};
use xianji_policy::model::Pack;

use super::entity::{Kind, State};
use super::model::{Project, asked_at, report_form};
use super::next_step::{NextStep, next_step};
use super::queries;
use crate::id::{ProjectId, TeamMemberId};
use xianji_platform::record::people::{MemberName, Names};

/// Another record by its name.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Named {
    /// Its id.
    pub id: Uuid,
    /// Its human number.
    pub number: String,
    /// What people call it.
    pub title: String,
}

/// A project in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ProjectRow {
    pub id: ProjectId,
    pub number: String,
    pub version: i64,
    pub name: String,
    pub kind: Kind,
    pub state: State,
    /// Id of its stage.
    pub stage: String,
    /// Name of its stage in the reader's language.
    pub stage_name: String,
    pub stage_since: DateTime<Utc>,
    /// The stage that follows in its lifecycle, as long as work on it runs.
    pub next_stage: Option<String>,
    pub amount: Option<Money>,
    pub owner: Option<MemberName>,
    pub department_id: Option<DepartmentId>,
    pub customer_id: Option<CustomerId>,
    /// What the customer is called.
    pub customer_name: Option<String>,
    pub expected_sign_on: Option<NaiveDate>,
    pub first_lead_on: NaiveDate,
    /// An initiation is approved.
    pub initiated: bool,
    pub archive_missing: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// A stage on the bar.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct StageView {
    /// Its id in the pack.
    pub id: String,
    /// Its name in the reader's language.
    pub name: String,
    /// The state of the project in which it lies.
    pub within: String,
    /// `done`, `skipped`, `current` or `ahead`.
    pub state: &'static str,
    /// When the last stay began.
    pub entered_at: Option<DateTime<Utc>>,
    /// When the last stay ended.
    pub left_at: Option<DateTime<Utc>>,
    /// By when the last stay should end.
    pub due_at: Option<DateTime<Utc>>,
    /// Seconds spent in it over all stays.
    pub spent_seconds: i64,
    /// Working days that the last stay has lasted, which is what its limit counts.
    pub spent_days: Option<i64>,
    /// Working days that the last stay may last.
    pub limit_days: Option<i64>,
    /// It was left, or is still held, after its limit.
    pub late: bool,
}

/// Somebody in the team.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TeamMemberView {
    pub id: TeamMemberId,
    pub member: MemberName,
    /// Id of the role.
    pub role: String,
    /// Name of the role, where the pack gives it one.
    pub role_name: Option<String>,
    /// What this person answers for.
    pub duty: Option<String>,
    pub from_at: DateTime<Utc>,
    pub until_at: Option<DateTime<Utc>>,
}

/// A role that somebody may have in a team.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RoleView {
    /// Its id.
    pub id: String,
    /// Its name, where the pack gives it one.
    pub name: Option<String>,
}

/// What the actor may do with a project now.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct ProjectCan {
    /// Permitted actions that its state allows.
    pub actions: Vec<String>,
    /// Stages to which it may be advanced.
    pub advance_to: Vec<String>,
    /// Stages to which it may be sent back.
    pub return_to: Vec<String>,
    /// The next stage, if it may be left out.
    pub skip: Option<String>,
}

/// A grade as a page shows it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GradeShown {
    /// Its id within the grading.
    pub grade: String,
    /// Its name in the reader's language.
    pub name: String,
    pub rank: i64,
}

/// Reasons to choose from, by ending.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = ProjectReasons)]
pub struct Reasons {
    pub won: Vec<ChoiceView>,
    /// The pack asks why, also when a deal is won.
    pub won_required: bool,
    pub lost: Vec<ChoiceView>,
    pub dropped: Vec<ChoiceView>,
}

/// A project's page.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectView {
    #[serde(flatten)]
    pub project: ProjectRow,
    pub customer: Option<Named>,
    pub inquiry: Option<Named>,
    pub lead: Option<Named>,
    /// The lost deal that came back as this one.
    pub previous_id: Option<ProjectId>,
    /// `hand`, `inquiry` or `lead`.
    pub source: String,
    /// Whole hundredths.
    pub margin_percent: Option<i32>,
    pub public_sector: bool,
    pub goal: Option<String>,
    pub notes: Option<String>,
    /// `won`, `lost` or `dropped`.
    pub outcome: Option<String>,
    /// Id of the reason for which it ended.
    pub reason: Option<String>,
    /// Its name in the reader's language.
    pub reason_name: Option<String>,
    pub reason_words: Option<String>,
    /// Reasons that the pack offers for each ending.
    pub reasons: Reasons,
    /// Fields that the pack adds.
    pub fields: Vec<FieldView>,
    /// Their values, by id.
    #[schema(value_type = Object)]
    pub extra: serde_json::Value,
    pub won_on: Option<NaiveDate>,
    pub won_amount: Option<Money>,
    pub appointed_at: Option<DateTime<Utc>>,
    pub baselined_at: Option<DateTime<Utc>>,
    pub initiated_at: Option<DateTime<Utc>>,
    pub archived_at: Option<DateTime<Utc>>,
    /// The grade that counts now.
    pub grade: Option<GradeShown>,
    pub next_step: Option<NextStep>,
    /// The form by which it is reported on at every beat, while work on it runs.
    pub report_form: Option<String>,
    pub stages: Vec<StageView>,
    pub team: Vec<TeamMemberView>,
    pub can: ProjectCan,
}

/// What an answer is made from.
pub struct Reader<'a> {
    pub context: Context<'a>,
    pub actor: &'a Actor,
}

impl<'a> Reader<'a> {
    /// Inside a unit of work, where its own writes show.
    pub fn of(work: &'a Work) -> Self {
        Self {
            context: Context::of(work),
            actor: work.actor(),
        }
    }

    /// For a read.
    pub fn read(call: &'a Call) -> Self {
        Self {
            context: Context::read(call.app()),
            actor: call.actor(),
        }
    }

    fn language(&self) -> Language {
        self.actor.language
    }

    fn pack(&self, project: &Project) -> Option<&Pack> {
        self.context
            .book
            .version(project.pack_version_id?)
            .map(AsRef::as_ref)
    }

    fn stage_name(&self, project: &Project) -> String {
        let stage = self.pack(project).and_then(|pack| pack.stage(&project.stage));
        stage.map_or_else(
            || project.stage.clone(),
            |stage| stage.name.get(self.language()).to_owned(),
        )
    }

    fn next_stage(&self, project: &Project) -> Option<String> {
        let path = self.pack(project)?.lifecycles.get(&project.lifecycle)?;
        let next = path.next(&project.stage).filter(|_| project.is_open());
        next.map(str::to_owned)
    }

    /// The page of a project that the actor may see.
    pub async fn page(&self, id: ProjectId) -> Result<ProjectView, Failure> {
        let project = queries::find(&self.context.db, &self.actor.scope("project.read"), id).await?;
        self.page_of(project).await
    }

    /// The page of a project at hand, also for whoever just gave it away.
    pub async fn page_of(&self, project: Project) -> Result<ProjectView, Failure> {
        let id = project.id;
        let team = queries::team(&self.context.db, id).await?;
        let people = team.iter().map(|one| one.member_id).chain(project.owner_id);
        let names = Names::read(&self.context.db, people).await?;
        let customer = self
            .named("customer", project.customer_id.map(Into::into))
            .await?;
        let pack = self.pack(&project);
        let path = pack.and_then(|pack| pack.lifecycles.get(&project.lifecycle));
        let stages = queries::stages(&self.context.db, id).await?;
        let customers = customer.iter().map(|one| (one.id, one.title.clone())).collect();
        Ok(ProjectView {
            inquiry: self
                .named("inquiry", project.inquiry_id.map(InquiryId::into))
                .await?,
            lead: self.named("lead", project.lead_id.map(LeadId::into)).await?,
            previous_id: project.previous_id,
            source: project.source.clone(),
            margin_percent: project.margin_percent,
            public_sector: project.public_sector,
            goal: project.goal.clone(),
            notes: project.notes.clone(),
            outcome: project.outcome.clone(),
            reason: project.reason.clone(),
            reason_name: self.reason_name(&project, pack),
            reason_words: project.reason_words.clone(),
            reasons: Reasons {
                won: self.reasons(pack, "won_reason"),
                won_required: pack.is_some_and(|pack| asked_at(pack, "won_reason", "won")),
                lost: self.reasons(pack, "lost_reason"),
                dropped: self.reasons(pack, "dropped_reason"),
            },
            fields: extra::views(
                self.context.app,
                &self.context.book,
                project.pack_version_id,
                "project",
                self.language(),
            ),
            extra: project.extra.clone(),
            won_on: project.won_on,
            won_amount: project.won_money(),
            appointed_at: project.appointed_at,
            baselined_at: project.baselined_at,
            initiated_at: project.initiated_at,
            archived_at: project.archived_at,
            grade: self.grade(&project, pack).await?,
            next_step: next_step(&self.context, &project, self.language()).await?,
            report_form: pack
                .filter(|_| project.is_open())
                .and_then(report_form)
                .map(str::to_owned),
            stages: path.map_or_else(Vec::new, |path| self.bar(&project, pack, path, &stages)),
            team: team
                .iter()
                .map(|one| self.team_member(pack, &names, one))
                .collect(),
            can: self.can(&project, pack, path).await?,
            project: self.row(&project, &names, &customers),
            customer,
        })
    }

    fn reasons(&self, pack: Option<&Pack>, field: &str) -> Vec<ChoiceView> {
        pack.into_iter()
            .flat_map(|pack| pack.fields_of("project"))
            .filter(|one| one.field.id == field)
            .flat_map(|one| &one.field.choices)
            .map(|choice| ChoiceView {
                id: choice.id.clone(),
                name: choice.name.get(self.language()).to_owned(),
            })
            .collect()
    }

    fn reason_name(&self, project: &Project, pack: Option<&Pack>) -> Option<String> {
        let reason = project.reason.as_deref()?;
        let field = format!("{}_reason", project.outcome.as_deref()?);
        let offered = self.reasons(pack, &field);
        let found = offered.into_iter().find(|choice| choice.id == reason);
        Some(found.map_or_else(|| reason.to_owned(), |choice| choice.name))
    }

    /// Rows of a list, names read once.
    pub async fn rows(&self, projects: &[Project]) -> Result<Vec<ProjectRow>, Failure> {
        let names = Names::read(&self.context.db, projects.iter().filter_map(|one| one.owner_id)).await?;
        let customers = queries::customer_names(
            &self.context.db,
            projects.iter().filter_map(|one| one.customer_id),
        )
        .await?;
        Ok(projects
            .iter()
            .map(|project| self.row(project, &names, &customers))
            .collect())
    }

    async fn grade(&self, project: &Project, pack: Option<&Pack>) -> Result<Option<GradeShown>, Failure> {
        let Some(grading) = pack.and_then(|pack| pack.gradings_of("project").next()) else {
            return Ok(None);
        };
        let graded = grading::of(&self.context, &project.subject(), &grading.id).await?;
        let shown = |graded: grading::Graded| GradeShown {
            name: match grading.grades.get(&graded.grade) {
                Some(grade) => grade.name.get(self.language()).to_owned(),
                None => graded.grade.clone(),
            },
            rank: graded.rank,
            grade: graded.grade,
        };
        Ok(graded.map(shown))
    }

    fn row(&self, project: &Project, names: &Names, customers: &HashMap<Uuid, String>) -> ProjectRow {
        ProjectRow {
            id: project.id,
            number: project.number.clone(),
            version: project.version,
            name: project.name.clone(),
            kind: project.kind,
            state: project.state,
            stage: project.stage.clone(),
            stage_name: self.stage_name(project),
            stage_since: project.stage_since,
            next_stage: self.next_stage(project),
            amount: project.amount(),
            owner: project.owner_id.map(|id| names.one(id)),
            department_id: project.department_id,
            customer_id: project.customer_id,
            customer_name: project
                .customer_id
                .and_then(|id| customers.get(&id.into()).cloned()),
            expected_sign_on: project.expected_sign_on,
            first_lead_on: project.first_lead_on,
            initiated: project.initiated_at.is_some(),
            archive_missing: project.archive_missing,
            created_at: project.created_at,
            updated_at: project.updated_at,
        }
    }

    /// A record of a lower floor, named for those who see the project.
    async fn named(&self, kind: &'static str, id: Option<Uuid>) -> Result<Option<Named>, Failure> {
        let (Some(id), Some(known)) = (id, self.context.app.registry().kinds.get(kind)) else {
            return Ok(None);
        };
        let found = (known.load)(&self.context.db, id).await?;
        Ok(found.map(|found| Named {
            id,
            number: found.number,
            title: found.title,
        }))
    }
}
