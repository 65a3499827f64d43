//! Projects that should have been applied for (应立尽立): the pack's gates say from which stage on an initiation must be approved; who
//! stands right before that stage, or beyond it, without an application on its way, is listed.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{QueryOrder, QuerySelect};
use xianji_governance::{Case, Context, Roots};
use xianji_platform::{Failure, Owned, PackVersionId, Scope};
use xianji_policy::model::{Gate, GatePoint, Lifecycle, Need, Pack};

use super::entity::{Column, State};
use super::model::Project;
use super::queries;
use crate::initiation;

/// Projects looked at in all; the list names those at fault, the oldest lead first.
const MOST: u64 = 500;

/// A project without an application, and the gate that will stop it.
pub struct Uninitiated {
    pub project: Project,
    pub gate: String,
    /// The stage that the gate stands before.
    pub before: String,
}

/// What a scope may see of them.
pub async fn list(context: &Context<'_>, scope: &Scope) -> Result<Vec<Uninitiated>, Failure> {
    let mut found = Vec::new();
    for (version, pack) in context.book.versions() {
        for gate in pack.gates.iter().filter(|gate| wants_initiation(gate)) {
            for (life, before, stages) in stretches(pack, gate) {
                for project in standing(context, scope, version, life, &stages).await? {
                    if asked_of(context, gate, &project).await? {
                        found.push(Uninitiated {
                            project,
                            gate: gate.id.clone(),
                            before: before.to_owned(),
                        });
                    }
                }
            }
        }
    }
    found.sort_by(|a, b| {
        (a.project.first_lead_on, a.project.id).cmp(&(b.project.first_lead_on, b.project.id))
    });
    found.dedup_by_key(|one| one.project.id);
    Ok(found)
}

fn wants_initiation(gate: &Gate) -> bool {
    gate.needs
        .iter()
        .any(|item| matches!(&item.need, Need::Approved(name) if name == initiation::actions::PART))
}

/// For each lifecycle the stages from the one right before the gate on.
fn stretches<'p>(pack: &'p Pack, gate: &'p Gate) -> Vec<(&'p Lifecycle, &'p str, Vec<String>)> {
    let mut all = Vec::new();
    for point in &gate.before {
        let GatePoint::Enter(before) = point else { continue };
        for life in pack.lifecycles.iter().filter(|life| life.of == "project") {
            let Some(place) = life.place(before) else { continue };
            let stages = life
                .all()
                .skip(place.saturating_sub(1))
                .map(str::to_owned)
                .collect();
            all.push((life, before.as_str(), stages));
        }
    }
    all
}

async fn standing(
    context: &Context<'_>,
    scope: &Scope,
    version: PackVersionId,
    life: &Lifecycle,
    stages: &[String],
) -> Result<Vec<Project>, Failure> {
    use initiation::entity::{Column as Applied, Entity as Applications, State as Application};
    let on_its_way = Query::select()
        .column(Applied::ProjectId)
        .from(Applications)
        .and_where(Applied::State.is_in([
            Application::Submitted,
            Application::InReview,
            Application::Approved,
        ]))
        .to_owned();
    let all = queries::visible(scope)
        .filter(Column::State.eq(State::Active))
        .filter(Column::InitiatedAt.is_null())
        .filter(Column::PackVersionId.eq(version))
        .filter(Column::Lifecycle.eq(&life.id))
        .filter(Column::Stage.is_in(stages))
        .filter(Column::Id.not_in_subquery(on_its_way));
    Ok(all
        .order_by_asc(Column::FirstLeadOn)
        .order_by_asc(Column::Id)
        .limit(MOST)
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
