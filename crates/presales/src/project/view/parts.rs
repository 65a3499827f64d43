//! Parts of a project's page: its stages, its team, what may be done with it.

use xianji_governance::engine;
use xianji_platform::record::people::Names;
use xianji_platform::{Failure, Judged, Scope};
use xianji_policy::model::{Lifecycle, Pack};

use super::{ProjectCan, Reader, RoleView, StageView, TeamMemberView};
use crate::id::ProjectId;
use crate::project::entity::{State, stage_record, team_member};
use crate::project::model::{Project, roles};
use crate::project::{queries, stay};

impl Reader<'_> {
    pub(super) fn bar(
        &self,
        project: &Project,
        pack: Option<&Pack>,
        path: &Lifecycle,
        stays: &[stage_record::Model],
    ) -> Vec<StageView> {
        let here = path.place(&project.stage).unwrap_or(0);
        let calendar = pack
            .and_then(|pack| engine::calendar(&self.context, pack, None).ok())
            .unwrap_or_else(|| self.context.book.standard_calendar());
        let days = |from, to| stay::working_days(&calendar, from, to);
        let stage = |(place, id): (usize, &str)| {
            let mine: Vec<_> = stays.iter().filter(|stay| stay.stage == id).collect();
            let last = mine.last();
            let spent = mine
                .iter()
                .map(|stay| (stay.left_at.unwrap_or(self.context.now) - stay.entered_at).num_seconds());
            let left = last.and_then(|stay| stay.left_at);
            let due = last.and_then(|stay| stay.due_at);
            StageView {
                name: pack
                    .and_then(|pack| pack.stage(id))
                    .map_or(id, |stage| stage.name.get(self.language()))
                    .to_owned(),
                within: path.state_of(id).unwrap_or_default().to_owned(),
                state: match last {
                    Some(stay) if stay.skipped_at.is_some() => "skipped",
                    _ if place == here && project.ended_at.is_none_or(|_| project.state == State::Won) => {
                        "current"
                    }
                    Some(_) if place <= here => "done",
                    _ => "ahead",
                },
                entered_at: last.map(|stay| stay.entered_at),
                left_at: left,
                due_at: due,
                spent_seconds: spent.sum(),
                spent_days: last.map(|stay| days(stay.entered_at, stay.left_at.unwrap_or(self.context.now))),
                limit_days: last.and_then(|stay| stay.due_at.map(|due| days(stay.entered_at, due))),
                late: due.is_some_and(|due| left.unwrap_or(self.context.now) > due),
                id: id.to_owned(),
            }
        };
        path.all().enumerate().map(stage).collect()
    }

    pub(super) fn team_member(
        &self,
        pack: Option<&Pack>,
        names: &Names,
        one: &team_member::Model,
    ) -> TeamMemberView {
        TeamMemberView {
            id: one.id,
            member: names.one(one.member_id),
            role: one.role.clone(),
            role_name: self.role_name(pack, &one.role),
            duty: one.duty.clone(),
            from_at: one.from_at,
            until_at: one.until_at,
        }
    }

    pub(super) async fn can(
        &self,
        project: &Project,
        pack: Option<&Pack>,
        path: Option<&Lifecycle>,
    ) -> Result<ProjectCan, Failure> {
        let context = &self.context;
        let judged = Judged::of(context.app, &context.db, context.now, self.actor, [project]).await?;
        let actions: Vec<String> = project
            .open_actions(path)
            .into_iter()
            .filter(|action| judged.may_on(action, project))
            .map(str::to_owned)
            .collect();
        let may = |action: &str| actions.iter().any(|open| open == action);
        let next = path.and_then(|path| path.next(&project.stage)).map(str::to_owned);
        let skippable = next
            .as_deref()
            .and_then(|stage| pack?.stage(stage)?.skip.as_ref())
            .is_some();
        Ok(ProjectCan {
            advance_to: if may("project.advance") {
                next.clone().into_iter().collect()
            } else {
                Vec::new()
            },
            return_to: if may("project.return") {
                project.ways_back(path)
            } else {
                Vec::new()
            },
            skip: next.filter(|_| skippable && may("project.skip")),
            actions,
        })
    }

    /// Everybody who is or was in the team, and the roles that there are.
    pub async fn team(
        &self,
        scope: &Scope,
        id: ProjectId,
    ) -> Result<(Vec<TeamMemberView>, Vec<RoleView>), Failure> {
        let project = queries::find(&self.context.db, scope, id).await?;
        let all = queries::team_history(&self.context.db, id).await?;
        let names = Names::read(&self.context.db, all.iter().map(|one| one.member_id)).await?;
        let pack = self.pack(&project);
        let team = all.iter().map(|one| self.team_member(pack, &names, one));
        let roles = pack.map(roles).unwrap_or_default();
        let roles = roles.into_iter().map(|id| RoleView {
            id: id.to_owned(),
            name: self.role_name(pack, id),
        });
        Ok((team.collect(), roles.collect()))
    }

    fn role_name(&self, pack: Option<&Pack>, role: &str) -> Option<String> {
        let position = pack?.positions.get(role)?;
        Some(position.name.get(self.language()).to_owned())
    }
}
