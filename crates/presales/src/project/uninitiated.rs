//! Projects that should have been applied for (应立尽立): the pack's gates say from which stage on an initiation must be approved; who
//! stands right before that stage, or beyond it, without an application on its way, is listed.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{Condition, ExprTrait, QueryOrder, QuerySelect};
use xianji_governance::{Case, Context, Roots};
use xianji_platform::{Failure, Owned, PackVersionId, Scope};
use xianji_policy::model::{Gate, GatePoint, Lifecycle, Need, Pack};

use super::entity::{Column, State};
use super::model::Project;
use super::queries;
use crate::id::ProjectId;
use crate::initiation;

/// Projects read at once, and the most that one page looks at: what its gate does not ask of is left out of the page.
const PORTION: u64 = 100;
const MOST: usize = 1_000;

/// A project without an application, and the gate that will stop it.
pub struct Uninitiated {
    pub project: Project,
    pub gate: String,
    /// The stage that the gate stands before.
    pub before: String,
}

/// A page of them.
pub struct Page {
    /// The oldest lead first.
    pub items: Vec<Uninitiated>,
    /// After which project the next page begins, if there may be one.
    pub next: Option<ProjectId>,
}

/// What a scope may see of them, after a project on.
pub async fn page(
    context: &Context<'_>,
    scope: &Scope,
    after: Option<ProjectId>,
    limit: usize,
) -> Result<Page, Failure> {
    let stretches: Vec<Stretch<'_>> = context
        .book
        .versions()
        .flat_map(|(version, pack)| stretches(version, pack))
        .collect();
    let mut page = Page {
        items: Vec::new(),
        next: None,
    };
    let (mut after, mut looked_at) = (after, 0);
    loop {
        let portion = standing(context, scope, &stretches, after).await?;
        let is_last = (portion.len() as u64) < PORTION;
        for project in portion {
            if page.items.len() == limit || looked_at == MOST {
                page.next = after;
                return Ok(page);
            }
            (after, looked_at) = (Some(project.id), looked_at + 1);
            if let Some(stretch) = stopped_at(context, &stretches, &project).await? {
                page.items.push(Uninitiated {
                    gate: stretch.gate.id.clone(),
                    before: stretch.before.to_owned(),
                    project,
                });
            }
        }
        if is_last {
            return Ok(page);
        }
    }
}

/// The first gate on the way of a project that asks for an initiation of it.
async fn stopped_at<'s, 'p>(
    context: &Context<'_>,
    stretches: &'s [Stretch<'p>],
    project: &Project,
) -> Result<Option<&'s Stretch<'p>>, Failure> {
    for stretch in stretches.iter().filter(|stretch| stretch.holds(project)) {
        if asked_of(context, stretch.gate, project).await? {
            return Ok(Some(stretch));
        }
    }
    Ok(None)
}

fn wants_initiation(gate: &Gate) -> bool {
    gate.needs
        .iter()
        .any(|item| matches!(&item.need, Need::Approved(name) if name == initiation::actions::PART))
}

/// The stages of a lifecycle from the one right before a gate on.
struct Stretch<'p> {
    version: PackVersionId,
    gate: &'p Gate,
    before: &'p str,
    life: &'p Lifecycle,
    stages: Vec<&'p str>,
}

impl Stretch<'_> {
    fn holds(&self, project: &Project) -> bool {
        project.pack_version_id == Some(self.version)
            && project.lifecycle == self.life.id
            && self.stages.contains(&project.stage.as_str())
    }

    fn condition(&self) -> Condition {
        Condition::all()
            .add(Column::PackVersionId.eq(self.version))
            .add(Column::Lifecycle.eq(&self.life.id))
            .add(Column::Stage.is_in(self.stages.iter().copied()))
    }
}

fn stretches(version: PackVersionId, pack: &Pack) -> Vec<Stretch<'_>> {
    let mut all = Vec::new();
    for gate in pack.gates.iter().filter(|gate| wants_initiation(gate)) {
        for point in &gate.before {
            let GatePoint::Enter(before) = point else { continue };
            for life in pack.lifecycles.iter().filter(|life| life.of == "project") {
                let Some(place) = life.place(before) else { continue };
                all.push(Stretch {
                    version,
                    gate,
                    before,
                    life,
                    stages: life.all().skip(place.saturating_sub(1)).collect(),
                });
            }
        }
    }
    all
}

async fn standing(
    context: &Context<'_>,
    scope: &Scope,
    stretches: &[Stretch<'_>],
    after: Option<ProjectId>,
) -> Result<Vec<Project>, Failure> {
    use initiation::entity::{Column as Applied, Entity as Applications, State as Application};
    if stretches.is_empty() {
        return Ok(Vec::new());
    }
    let on_its_way = Query::select()
        .column(Applied::ProjectId)
        .from(Applications)
        .and_where(Applied::State.is_in([
            Application::Submitted,
            Application::InReview,
            Application::Approved,
        ]))
        .to_owned();
    let on_the_way = stretches
        .iter()
        .fold(Condition::any(), |any, stretch| any.add(stretch.condition()));
    let mut all = queries::visible(scope)
        .filter(Column::State.eq(State::Active))
        .filter(Column::InitiatedAt.is_null())
        .filter(on_the_way)
        .filter(Column::Id.not_in_subquery(on_its_way));
    if let Some(id) = after {
        let last = queries::find(&context.db, scope, id).await?;
        let same = Column::FirstLeadOn.eq(last.first_lead_on).and(Column::Id.gt(id));
        all = all.filter(Column::FirstLeadOn.gt(last.first_lead_on).or(same));
    }
    Ok(all
        .order_by_asc(Column::FirstLeadOn)
        .order_by_asc(Column::Id)
        .limit(PORTION)
        .all(&context.db)
        .await?)
}

async fn asked_of(context: &Context<'_>, gate: &Gate, project: &Project) -> Result<bool, Failure> {
    let Some(when) = &gate.when else { return Ok(true) };
    let Some(case) = Case::load(context, &project.subject()).await? else {
        return Ok(false);
    };
    case.judge(context, when, &Roots::default()).await
}
