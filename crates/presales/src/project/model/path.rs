//! How a project moves between the stages of its lifecycle.

use chrono::{DateTime, Utc};
use xianji_policy::model::Lifecycle;

use super::{Project, ProjectAdvanced, ProjectError, ProjectReturned, ProjectSkipped};

impl Project {
    /// Enters the stage that follows in the project's lifecycle. Gates are checked by the action.
    pub fn advance(
        &mut self,
        path: &Lifecycle,
        to: &str,
        now: DateTime<Utc>,
    ) -> Result<ProjectAdvanced, ProjectError> {
        if !self.is_open() {
            return Err(ProjectError::NotNow(self.state));
        }
        if path.next(&self.stage) != Some(to) {
            return Err(ProjectError::StageNotNext {
                from: self.stage.clone(),
                to: to.into(),
            });
        }
        let from = self.enter(to, now);
        Ok(ProjectAdvanced {
            project: self.id,
            from,
            to: to.into(),
        })
    }

    /// Goes back to an earlier stage, where the lifecycle allows it.
    pub fn return_to(
        &mut self,
        path: &Lifecycle,
        to: &str,
        now: DateTime<Utc>,
    ) -> Result<ProjectReturned, ProjectError> {
        if !self.is_open() {
            return Err(ProjectError::NotNow(self.state));
        }
        if !path.follows(&self.stage, to) || path.next(&self.stage) == Some(to) {
            return Err(ProjectError::NotSentBack {
                from: self.stage.clone(),
                to: to.into(),
            });
        }
        let from = self.enter(to, now);
        Ok(ProjectReturned {
            project: self.id,
            from,
            to: to.into(),
        })
    }

    /// Goes past the stage that follows, to the one after it; whether the pack lets it be left out is the action's question.
    pub fn skip(
        &mut self,
        path: &Lifecycle,
        stage: &str,
        now: DateTime<Utc>,
    ) -> Result<(ProjectSkipped, ProjectAdvanced), ProjectError> {
        if !self.is_open() {
            return Err(ProjectError::NotNow(self.state));
        }
        if path.next(&self.stage) != Some(stage) {
            return Err(ProjectError::StageNotNext {
                from: self.stage.clone(),
                to: stage.into(),
            });
        }
        let to = path
            .next(stage)
            .ok_or_else(|| ProjectError::NotSkippable(stage.into()))?
            .to_owned();
        let from = self.enter(&to, now);
        let skipped = ProjectSkipped {
            project: self.id,
            stage: stage.into(),
        };
        Ok((
            skipped,
            ProjectAdvanced {
                project: self.id,
                from,
                to,
            },
        ))
    }

    /// Earlier stages to which it may be sent.
    pub fn ways_back(&self, path: Option<&Lifecycle>) -> Vec<String> {
        let Some(path) = path else { return Vec::new() };
        let next = path.next(&self.stage);
        path.back
            .iter()
            .filter(|to| path.follows(&self.stage, to) && next != Some(to.as_str()))
            .cloned()
            .collect()
    }
}
